/*
 * test_store.c -- the store against real git: what it writes, git reads; what git
 * wrote, in any kind of repository, it reads; and nothing else is disturbed.
 */
#define _XOPEN_SOURCE 700

#include <criterion/criterion.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <redline/store.h>

#include "base/bytes.h"
#include "support/repository.h"

/* ---- a store in a repository ---- */

struct bench {
	struct repository r;
	redline_store *store;
	redline_trouble why;
	redline_saved saved;
};

static void open_store(struct bench *b)
{
	redline_store_free(b->store);
	cr_assert_eq(redline_store_open(&b->store, b->r.folder, &b->why), REDLINE_OK, "%s",
	             b->why.text);
}

/* A repository with one revision of draft.md, and another file that is changed,
   one that is staged, and one that git does not know. */
static void begin(struct bench *b)
{
	*b = (struct bench){.store = NULL};
	repository_open(&b->r);
	cr_assert_eq(redline_store_start(NULL), REDLINE_OK);
	cr_assert(repository_does(&b->r, "init", "-q", "-b", "main", NULL));
	repository_write(&b->r, "draft.md", "# Draft\n\n1. One.\n");
	repository_write(&b->r, "other.txt", "other\n");
	repository_write(&b->r, "sub/deep.md", "deep\n");
	cr_assert(repository_does(&b->r, "add", ".", NULL));
	cr_assert(repository_does(&b->r, "commit", "-q", "-m", "Start", NULL));
	open_store(b);
}

static void end(struct bench *b)
{
	redline_store_free(b->store);
	redline_store_stop();
	repository_close(&b->r);
}

static redline_person person(const char *name)
{
	return (redline_person){.name = bytes_of(name), .email = BYTES("x@example.org")};
}

static redline_status save_with(struct bench *b, const char *path, const char *text,
                                redline_saving saving)
{
	redline_file const file = {path, bytes_of(text)};
	redline_change const change = {.files = &file,
	                               .file_count = 1,
	                               .message = BYTES("Change"),
	                               .author = person("Japan")};
	saving.changes = &change;
	saving.change_count = 1;
	return redline_store_save(b->store, &saving, &b->saved, &b->why);
}

static redline_status save(struct bench *b, const char *path, const char *text)
{
	return save_with(b, path, text, (redline_saving){.branch = NULL});
}

static void expect_saved(struct bench *b, const char *path, const char *text)
{
	cr_assert_eq(save(b, path, text), REDLINE_OK, "%s", b->why.text);
	cr_assert_eq(b->saved.made, 1);
}

static void expect_git(struct bench *b, const char *want, const char *a, const char *c,
                       const char *d)
{
	const char *said = repository_git(&b->r, a, c, d, NULL);
	cr_expect_str_eq(said, want, "git %s %s %s: %s(%s)", a, c ? c : "", d ? d : "", said,
	                 b->r.done.err.ptr);
}

static redline_id resolve(struct bench *b, const char *name)
{
	redline_id id = {""};
	cr_assert_eq(redline_store_resolve(b->store, name, &id, &b->why), REDLINE_OK, "%s",
	             b->why.text);
	return id;
}

static void expect_text(struct bench *b, const char *revision, const char *path, const char *want)
{
	redline_id const id = resolve(b, revision);
	char *text;
	size_t len;
	cr_assert_eq(redline_store_read(b->store, &id, path, &text, &len, &b->why), REDLINE_OK,
	             "%s", b->why.text);
	cr_expect(text_is((redline_bytes){text, len}, bytes_of(want)), "%s:%s", revision, path);
	free(text);
}

/* ---- saving ---- */

Test(store, git_reads_what_was_saved)
{
	struct bench b;
	begin(&b);
	expect_saved(&b, "draft.md", "# Draft\r\n\n1. Two \xc3\xa9.\n\n\n");
	repository_write(&b.r, "draft.md", "# Draft\r\n\n1. Two \xc3\xa9.\n\n\n");
	cr_expect(repository_is_sound(&b.r));
	expect_git(&b, "# Draft\r\n\n1. Two \xc3\xa9.\n\n\n", "cat-file", "blob", "main:draft.md");
	expect_git(&b, "Change|Japan|x@example.org|Clerk\n", "log", "-1", "--format=%s|%an|%ae|%cn");
	expect_git(&b, "", "status", "--porcelain", NULL);
	expect_git(&b, "draft.md\n", "show", "--format=", "--name-only");
	expect_git(&b, "other\n", "cat-file", "blob", "main:other.txt");
	cr_expect_str_eq(repository_git(&b.r, "reflog", "-1", "--format=%gs", NULL),
	                 "commit: Change\n");
	cr_expect_eq(strncmp(repository_git(&b.r, "rev-parse", "HEAD", NULL), b.saved.tip.text, 40), 0);
	end(&b);
}

Test(store, nothing_else_is_disturbed)
{
	struct bench b;
	char path[512];
	begin(&b);
	snprintf(path, sizeof path, "%s/draft.md", b.r.folder);
	cr_assert_eq(chmod(path, 0755), 0);
	cr_assert(repository_does(&b.r, "commit", "-q", "-a", "-m", "Mode", NULL));
	repository_write(&b.r, "other.txt", "changed, not staged\n");
	repository_write(&b.r, "staged.txt", "staged, not committed\n");
	cr_assert(repository_does(&b.r, "add", "staged.txt", NULL));
	repository_write(&b.r, "untracked.txt", "unknown\n");
	cr_assert(repository_does(&b.r, "rm", "-q", "--cached", "sub/deep.md", NULL));
	repository_write(&b.r, "draft.md", "# Draft\n\n1. Two.\n");
	open_store(&b);
	expect_saved(&b, "draft.md", "# Draft\n\n1. Two.\n");
	expect_git(&b, " M other.txt\nA  staged.txt\nD  sub/deep.md\n?? sub/\n?? untracked.txt\n",
	           "status", "--porcelain", NULL);
	expect_git(&b, "draft.md\n", "show", "--format=", "--name-only");
	cr_expect(strncmp(repository_git(&b.r, "ls-tree", "HEAD", "draft.md", NULL), "100755", 6) == 0,
	          "the file's mode was lost");
	cr_expect(repository_is_sound(&b.r));
	end(&b);
}

/* What a file holds that was changed within the clock's grain, after git last
   looked: only its content tells.  A new index must not make it look clean. */
Test(store, a_change_in_the_same_instant_is_still_seen)
{
	struct bench b;
	begin(&b);
	struct stat index;
	char path[512];
	snprintf(path, sizeof path, "%s/other.txt", b.r.folder);
	repository_write(&b.r, "other.txt", "OTHER\n"); /* as long as before */
	char index_path[512];
	snprintf(index_path, sizeof index_path, "%s/.git/index", b.r.folder);
	struct timespec const times[2] = {{1700000000, 0}, {1700000000, 0}};
	/* git looks at it, and file and index are of one instant */
	repository_write(&b.r, "other.txt", "other\n");
	cr_assert_eq(utimensat(AT_FDCWD, path, times, 0), 0);
	cr_assert(repository_does(&b.r, "update-index", "--refresh", NULL));
	cr_assert_eq(utimensat(AT_FDCWD, index_path, times, 0), 0);
	repository_write(&b.r, "other.txt", "OTHER\n");
	cr_assert_eq(utimensat(AT_FDCWD, path, times, 0), 0);
	cr_assert_eq(stat(index_path, &index), 0);
	open_store(&b);
	expect_saved(&b, "draft.md", "# Draft\n\n1. Two.\n");
	repository_write(&b.r, "draft.md", "# Draft\n\n1. Two.\n");
	cr_assert(repository_does(&b.r, "config", "core.trustctime", "false", NULL));
	cr_assert(repository_does(&b.r, "config", "core.checkStat", "minimal", NULL));
	expect_git(&b, " M other.txt\n", "status", "--porcelain", NULL);
	end(&b);
}

Test(store, the_first_revision_of_all)
{
	struct bench b;
	char folder[512], place[640];
	begin(&b);
	redline_store_free(b.store);
	snprintf(folder, sizeof folder, "%s/new/store", b.r.folder);
	cr_assert_eq(redline_store_init(&b.store, folder, &b.why), REDLINE_OK, "%s", b.why.text);
	redline_id id;
	cr_expect_eq(redline_store_resolve(b.store, "HEAD", &id, &b.why), REDLINE_NOT_FOUND);
	cr_expect(strstr(b.why.text, "nothing has been saved"));
	expect_saved(&b, "treaty/draft.md", "1. One.\n");
	expect_text(&b, "HEAD", "treaty/draft.md", "1. One.\n");
	redline_store *again;
	cr_expect_eq(redline_store_init(&again, folder, &b.why), REDLINE_DECLINED);
	/* found upwards from a file that is not there */
	snprintf(place, sizeof place, "%s/treaty/not/there.md", folder);
	cr_assert_eq(redline_store_open(&again, place, &b.why), REDLINE_OK, "%s", b.why.text);
	cr_expect_str_eq(redline_store_folder(again), redline_store_folder(b.store));
	redline_store_free(again);
	redline_standing standing;
	cr_assert_eq(redline_store_standing(b.store, &standing, &b.why), REDLINE_OK);
	cr_expect_str_eq(standing.branch, "main");
	cr_expect_not(standing.empty);
	struct job job = {.argv = {"git", "fsck", "--strict"}, .folder = folder};
	done_release(&b.r.done);
	job_run(&b.r.done, &job);
	cr_expect_eq(b.r.done.status, 0, "%s", b.r.done.err.ptr);
	end(&b);
}

Test(store, what_changes_nothing_makes_nothing)
{
	struct bench b;
	begin(&b);
	redline_id const before = resolve(&b, "HEAD");
	cr_assert_eq(save(&b, "draft.md", "# Draft\n\n1. One.\n"), REDLINE_OK);
	cr_expect_eq(b.saved.made, 0);
	cr_expect_str_eq(b.saved.tip.text, before.text);
	expect_git(&b, "1\n", "rev-list", "--count", "HEAD");
	end(&b);
}

Test(store, several_changes_are_as_many_revisions_or_none)
{
	struct bench b;
	begin(&b);
	redline_file const one = {"draft.md", BYTES("one\n")}, two = {"draft.md", BYTES("two\n")};
	redline_file const both[] = {{"draft.md", BYTES("three\n")},
	                             {".redline/statements/japan.txt", BYTES("Japan proposes\n")}};
	redline_trailer const trailers[] = {{BYTES("Amends"), BYTES("para 1")},
	                                    {BYTES("Reason"), BYTES("clear\nas day")}};
	redline_person japan = person("Japan"), norway = person("Nor<way>\n");
	japan.time = 1605661200;
	japan.offset = 540;
	norway.time = 1605661201;
	norway.offset = -210;
	redline_change const changes[] = {
		{.files = &one, .file_count = 1, .message = BYTES("First"), .author = japan},
		{.files = &one, .file_count = 1, .message = BYTES("Again the first"), .author = japan},
		{.files = &two,
		 .file_count = 1,
		 .message = BYTES("Second\n\nBody."),
		 .trailers = trailers,
		 .trailer_count = 2,
		 .author = norway},
		{.files = both, .file_count = 2, .message = BYTES("Third"), .author = japan},
	};
	redline_saving saving = {.changes = changes, .change_count = 4, .recorder = person("Chair")};
	cr_assert_eq(redline_store_save(b.store, &saving, &b.saved, &b.why), REDLINE_OK, "%s",
	             b.why.text);
	cr_expect_eq(b.saved.made, 3);
	cr_expect_str_eq(
	        repository_git(&b.r, "log", "-3", "--format=%s|%an|%ad", "--date=raw", NULL),
	           "Third|Japan|1605661200 +0900\nSecond|Norway|1605661201 -0330\n"
	           "First|Japan|1605661200 +0900\n");
	cr_expect_str_eq(repository_git(&b.r, "log", "-1", "--skip=1", "--format=%B", NULL),
	                 "Second\n\nBody.\n\nAmends: para 1\nReason: clear as day\n\n");
	expect_git(&b, "Japan proposes\n", "cat-file", "blob",
	           "HEAD:.redline/statements/japan.txt");
	cr_expect(repository_is_sound(&b.r));

	/* one of them can't be: none is made */
	redline_file const bad = {".git/config", BYTES("x")};
	redline_change const half[] = {changes[0],
	                               {.files = &bad, .file_count = 1, .message = BYTES("Bad")}};
	redline_id const before = resolve(&b, "HEAD");
	saving.changes = half;
	saving.change_count = 2;
	cr_expect_eq(redline_store_save(b.store, &saving, &b.saved, &b.why), REDLINE_DECLINED);
	cr_expect_str_eq(resolve(&b, "HEAD").text, before.text);
	end(&b);
}

/* ---- the work tree ---- */

Test(store, files_follow_if_nobody_changed_them)
{
	struct bench b;
	begin(&b);
	redline_saving const files = {.write_files = true};
	cr_assert_eq(save_with(&b, "draft.md", "two\n", files), REDLINE_OK, "%s", b.why.text);
	cr_assert_eq(save_with(&b, "new/folder/x.md", "x\n", files), REDLINE_OK, "%s", b.why.text);
	expect_git(&b, "", "status", "--porcelain", NULL);
	struct text text = {0};
	char path[512];
	snprintf(path, sizeof path, "%s/draft.md", b.r.folder);
	cr_assert(text_read(&text, path));
	cr_expect(text_is(text_view(&text), BYTES("two\n")));
	text_release(&text);

	repository_write(&b.r, "draft.md", "somebody's work\n");
	repository_write(&b.r, "in the way.md", "somebody's work\n");
	redline_id const before = resolve(&b, "HEAD");
	cr_expect_eq(save_with(&b, "draft.md", "three\n", files), REDLINE_DECLINED);
	cr_expect_eq(save_with(&b, "in the way.md", "three\n", files), REDLINE_DECLINED);
	/* what is there already is no obstacle */
	cr_expect_str_eq(resolve(&b, "HEAD").text, before.text);
	expect_git(&b, " M draft.md\n?? \"in the way.md\"\n", "status", "--porcelain", NULL);
	cr_expect_eq(save_with(&b, "draft.md", "somebody's work\n", files), REDLINE_OK, "%s",
	             b.why.text);
	cr_assert(repository_does(&b.r, "rm", "-q", "-f", "draft.md", NULL));
	cr_expect_eq(save_with(&b, "draft.md", "four\n", files), REDLINE_DECLINED);
	/* a link might lead anywhere */
	cr_assert_eq(symlink("/tmp", path), 0);
	cr_expect_eq(save_with(&b, "draft.md", "five\n", files), REDLINE_DECLINED);
	cr_expect_eq(save_with(&b, "draft.md/x", "five\n", files), REDLINE_DECLINED);
	end(&b);
}

/* Line ends are stored as `git add` would store them, so git sees no difference. */
Test(store, line_ends_follow_gits_attributes)
{
	struct bench b;
	begin(&b);
	repository_write(&b.r, ".gitattributes", "*.md text eol=crlf\n");
	cr_assert(repository_does(&b.r, "add", ".gitattributes", NULL));
	cr_assert(repository_does(&b.r, "commit", "-q", "-m", "Attributes", NULL));
	open_store(&b);
	cr_assert_eq(save_with(&b, "draft.md", "one\r\ntwo\r\n", (redline_saving){.branch = NULL}),
	             REDLINE_OK, "%s", b.why.text);
	repository_write(&b.r, "draft.md", "one\r\ntwo\r\n");
	expect_text(&b, "HEAD", "draft.md", "one\ntwo\n");
	expect_git(&b, "", "status", "--porcelain", NULL);
	end(&b);
}

/* What encrypts before it commits must not be passed by. */
Test(store, a_filter_that_is_a_program_is_declined)
{
	struct bench b;
	begin(&b);
	open_store(&b);
	repository_write(&b.r, ".gitattributes", "*.txt filter=secret\n");
	cr_assert_eq(save_with(&b, "a.txt", "one\n", (redline_saving){.branch = NULL}), REDLINE_OK,
	             "no program is set: %s", b.why.text);
	cr_assert(repository_does(&b.r, "config", "filter.secret.clean", "rot13", NULL));
	open_store(&b);
	cr_expect_eq(save_with(&b, "a.txt", "two\n", (redline_saving){.branch = NULL}),
	             REDLINE_DECLINED);
	cr_expect(strstr(b.why.text, "secret"), "%s", b.why.text);
	expect_text(&b, "HEAD", "a.txt", "one\n");
	end(&b);
}

/* A tag of that name does not hide the last revision. */
Test(store, head_is_never_a_tag)
{
	struct bench b;
	redline_id first;
	begin(&b);
	first = resolve(&b, "HEAD");
	cr_assert_eq(redline_store_tag(b.store, "HEAD", &first, (redline_bytes){"", 0}, NULL, &b.why),
	             REDLINE_OK, "%s", b.why.text);
	expect_saved(&b, "draft.md", "two\n");
	cr_expect_str_neq(resolve(&b, "HEAD").text, first.text);
	cr_expect_str_eq(resolve(&b, "HEAD~1").text, first.text);
	cr_expect_str_eq(resolve(&b, "tags/%48EAD").text, first.text);
	end(&b);
}

/* ---- branches ---- */

Test(store, a_branch_is_made_where_it_was_asked_for)
{
	struct bench b;
	begin(&b);
	redline_id const first = resolve(&b, "HEAD");
	expect_saved(&b, "draft.md", "two\n");
	redline_saving saving = {.branch = "del/japan", .base = &first};
	cr_assert_eq(save_with(&b, "draft.md", "Japan's\n", saving), REDLINE_OK, "%s", b.why.text);
	expect_text(&b, "del/japan", "draft.md", "Japan's\n");
	expect_text(&b, "main", "draft.md", "two\n");
	cr_expect_str_eq(resolve(&b, "del/japan~1").text, first.text);
	/* it has moved: nothing may be built on where it was */
	cr_expect_eq(save_with(&b, "draft.md", "Japan again\n", saving), REDLINE_DECLINED);
	cr_expect(strstr(b.why.text, "moved"), "%s", b.why.text);
	/* another one begins at HEAD */
	saving = (redline_saving){.branch = "del/norway"};
	cr_assert_eq(save_with(&b, "draft.md", "Norway's\n", saving), REDLINE_OK);
	cr_expect_str_eq(resolve(&b, "del/norway~1").text, resolve(&b, "main").text);
	/* "del" would be a file where there is a folder */
	saving.branch = "del";
	cr_expect_eq(save_with(&b, "draft.md", "no\n", saving), REDLINE_DECLINED, "%s", b.why.text);
	cr_expect(repository_is_sound(&b.r));
	end(&b);
}

Test(store, names_of_branches_are_checked)
{
	static const char *const bad[] = {"", "a b", "a..b", "-x", ".a", "a.lock", "a~1", "a^", "a:b",
	                                  "a?", "a*", "a[", "a\\", "/a", "a/", "a//b", "@{", "HEAD",
	                                  "a\nb"};
	struct bench b;
	begin(&b);
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		redline_saving const saving = {.branch = bad[i]};
		cr_expect_eq(save_with(&b, "draft.md", "x\n", saving), REDLINE_DECLINED, "%s", bad[i]);
	}
	expect_git(&b, "* main\n", "branch", NULL, NULL);
	end(&b);
}

Test(store, a_detached_head_and_a_merge_in_hand_are_declined)
{
	struct bench b;
	begin(&b);
	expect_saved(&b, "draft.md", "main's\n");
	redline_saving const saving = {.branch = "side", .base = NULL};
	cr_assert(repository_does(&b.r, "branch", "side", "HEAD~1", NULL));
	cr_assert_eq(save_with(&b, "draft.md", "side's\n", saving), REDLINE_OK);
	repository_write(&b.r, "draft.md", "main's\n");
	cr_expect_neq(repository_git(&b.r, "merge", "side", NULL), NULL);
	cr_expect_eq(save(&b, "draft.md", "both\n"), REDLINE_DECLINED);
	cr_expect(strstr(b.why.text, "merge"), "%s", b.why.text);
	cr_assert(repository_does(&b.r, "merge", "--abort", NULL));
	cr_assert(repository_does(&b.r, "checkout", "-q", "--detach", NULL));
	cr_expect_eq(save(&b, "draft.md", "both\n"), REDLINE_DECLINED);
	cr_expect(strstr(b.why.text, "on no branch"), "%s", b.why.text);
	redline_standing standing;
	cr_assert_eq(redline_store_standing(b.store, &standing, &b.why), REDLINE_OK);
	cr_expect_str_eq(standing.branch, "");
	end(&b);
}

Test(store, who_signs)
{
	struct bench b;
	begin(&b);
	redline_file const file = {"draft.md", BYTES("two\n")};
	redline_change const change = {.files = &file, .file_count = 1, .message = BYTES("Change")};
	redline_saving const saving = {.changes = &change, .change_count = 1};
	setenv("GIT_AUTHOR_DATE", "@1605661200 +0900", 1);
	cr_assert_eq(redline_store_save(b.store, &saving, &b.saved, &b.why), REDLINE_OK);
	unsetenv("GIT_AUTHOR_DATE");
	expect_git(&b, "Clerk|Clerk|2020-11-18\n", "log", "-1", "--format=%an|%cn|%as");
	unsetenv("GIT_AUTHOR_NAME");
	unsetenv("GIT_AUTHOR_EMAIL");
	unsetenv("GIT_COMMITTER_NAME");
	unsetenv("GIT_COMMITTER_EMAIL");
	unsetenv("EMAIL");
	/* whatever this machine says of its user */
	cr_assert(repository_does(&b.r, "config", "user.name", "", NULL));
	cr_assert(repository_does(&b.r, "config", "user.email", "", NULL));
	open_store(&b);
	cr_expect_eq(redline_store_save(b.store, &saving, &b.saved, &b.why), REDLINE_DECLINED);
	cr_expect(strstr(b.why.text, "git config --global user.name"), "%s", b.why.text);
	cr_expect(strstr(b.why.text, "git config --global user.email"), "%s", b.why.text);
	cr_assert(repository_does(&b.r, "config", "user.name", "Chair", NULL));
	cr_assert(repository_does(&b.r, "config", "user.email", "chair@example.org", NULL));
	open_store(&b);
	redline_file const next = {"draft.md", BYTES("three\n")};
	redline_change const again = {.files = &next, .file_count = 1, .message = BYTES("Change")};
	redline_saving const more = {.changes = &again, .change_count = 1};
	cr_assert_eq(redline_store_save(b.store, &more, &b.saved, &b.why), REDLINE_OK);
	expect_git(&b, "Chair|chair@example.org\n", "log", "-1", "--format=%an|%ce");
	end(&b);
}

Test(store, what_takes_the_place_of_something_else_is_declined)
{
	struct bench b;
	begin(&b);
	cr_expect_eq(save(&b, "draft.md/x.md", "x"), REDLINE_DECLINED);
	cr_expect_eq(save(&b, "sub", "x"), REDLINE_DECLINED);
	cr_expect_eq(save(&b, ".git/hooks/x", "x"), REDLINE_DECLINED);
	redline_file const file = {"draft.md", BYTES("x")};
	redline_change change = {.files = &file, .file_count = 1, .message = BYTES("  \n")};
	redline_saving const saving = {.changes = &change, .change_count = 1};
	cr_expect_eq(redline_store_save(b.store, &saving, &b.saved, &b.why), REDLINE_DECLINED);
	change.message = BYTES("caf\xe9");
	cr_expect_eq(redline_store_save(b.store, &saving, &b.saved, &b.why), REDLINE_DECLINED);
	change.message = BYTES("Fine");
	change.author = person("<>");
	cr_expect_eq(redline_store_save(b.store, &saving, &b.saved, &b.why), REDLINE_DECLINED);
	change.author = person("Japan");
	change.author.time = -5;
	cr_expect_eq(redline_store_save(b.store, &saving, &b.saved, &b.why), REDLINE_DECLINED);
	expect_git(&b, "1\n", "rev-list", "--count", "HEAD");
	end(&b);
}

/* ---- tags ---- */

struct heard {
	struct text all;
};

static bool hear_tag(void *context, const char *name, const redline_id *revision)
{
	struct heard *heard = context;
	text_format(&heard->all, "%s %.4s;", name, revision->text);
	return true;
}

Test(store, names_are_given_for_good)
{
	struct bench b;
	begin(&b);
	redline_id const first = resolve(&b, "HEAD");
	static const char *const names[] = {"A/L.3/Rev.10", "A/L.3", "A/L.3/Rev.2", "Rev.1"};
	for (size_t i = 0; i < 4; i++)
		cr_assert_eq(redline_store_tag(b.store, names[i], &first, BYTES(""), NULL, &b.why),
		             REDLINE_OK, "%s", b.why.text);
	cr_expect_eq(redline_store_tag(b.store, "Rev.1", &first, BYTES(""), NULL, &b.why),
	             REDLINE_DECLINED);
	cr_assert(repository_does(&b.r, "tag", "release/1.0", NULL));
	cr_expect_eq(redline_store_tag(b.store, "release/1.0", &first, BYTES(""), NULL, &b.why),
	             REDLINE_DECLINED);
	expect_saved(&b, "draft.md", "two\n");
	cr_expect_str_eq(resolve(&b, "A/L.3/Rev.2").text, first.text);
	cr_expect_str_eq(resolve(&b, "release/1.0").text, first.text);
	cr_expect_str_eq(resolve(&b, "A/L.3^{commit}").text, first.text);
	struct heard heard = {{0}};
	cr_assert_eq(redline_store_tags(b.store, hear_tag, &heard, &b.why), REDLINE_OK);
	char want[200];
	snprintf(want, sizeof want, "A/L.3 %.4s;A/L.3/Rev.2 %.4s;A/L.3/Rev.10 %.4s;Rev.1 %.4s;"
	         "release/1.0 %.4s;", first.text, first.text, first.text, first.text, first.text);
	cr_expect_str_eq(heard.all.ptr, want);
	text_release(&heard.all);
	redline_revision *revision;
	cr_assert_eq(redline_store_revision(b.store, &first, &revision, &b.why), REDLINE_OK);
	cr_expect(text_is(revision->label, BYTES("A/L.3")) || text_is(revision->label, BYTES("Rev.1")));
	redline_revision_free(revision);
	cr_expect_str_eq(repository_git(&b.r, "cat-file", "-t", "Rev.1", NULL), "tag\n");
	cr_expect(repository_is_sound(&b.r));
	/* a branch of that name: which? */
	cr_assert(repository_does(&b.r, "branch", "Rev.1", "HEAD", NULL));
	redline_id id;
	cr_expect_eq(redline_store_resolve(b.store, "Rev.1", &id, &b.why), REDLINE_AMBIGUOUS);
	cr_expect_str_eq(resolve(&b, "tags/Rev.1").text, first.text);
	end(&b);
}

Test(store, names_that_mean_nothing)
{
	static const char *const names[] = {"", "nope", "HEAD~9", "HEAD:draft.md", "^", "..", "HEAD^{tree}",
	                                    "0000000000000000000000000000000000000000", "~1", "@{9}"};
	struct bench b;
	begin(&b);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		redline_id id;
		cr_expect_eq(redline_store_resolve(b.store, names[i], &id, &b.why), REDLINE_NOT_FOUND,
		             "%s: %s", names[i], b.why.text);
	}
	redline_id id = resolve(&b, "HEAD");
	char *text;
	size_t len;
	cr_expect_eq(redline_store_read(b.store, &id, "nope.md", &text, &len, &b.why),
	             REDLINE_NOT_FOUND);
	cr_expect_eq(redline_store_read(b.store, &id, "sub", &text, &len, &b.why), REDLINE_NOT_FOUND);
	cr_expect_eq(redline_store_read(b.store, &id, "", &text, &len, &b.why), REDLINE_NOT_FOUND);
	strcpy(id.text, "0123");
	cr_expect_eq(redline_store_read(b.store, &id, "sub", &text, &len, &b.why), REDLINE_NOT_FOUND);
	memset(id.text, 'x', sizeof id.text);
	cr_expect_eq(redline_store_read(b.store, &id, "sub", &text, &len, &b.why), REDLINE_NOT_FOUND);
	end(&b);
}

/* ---- looking around ---- */

static bool hear_draft(void *context, const char *path, redline_draft_state state)
{
	struct heard *heard = context;
	text_format(&heard->all, "%c %s;", "SCNM"[state], path);
	return true;
}

Test(store, drafts_and_how_they_stand)
{
	struct bench b;
	begin(&b);
	repository_write(&b.r, "README.md", "about\n");
	repository_write(&b.r, ".hidden.md", "x\n");
	repository_write(&b.r, ".github/x.md", "x\n");
	repository_write(&b.r, "new.markdown", "x\n");
	repository_write(&b.r, "ignored/x.md", "x\n");
	repository_write(&b.r, "ignored.txt", "x\n");
	repository_write(&b.r, "picture.png", "x\n");
	repository_write(&b.r, ".gitignore", "/ignored/\nignored.txt\n");
	repository_write(&b.r, "draft.md", "changed\n");
	cr_assert(repository_does(&b.r, "init", "-q", "nested", NULL));
	repository_write(&b.r, "nested/x.md", "x\n");
	cr_assert(repository_does(&b.r, "rm", "-q", "sub/deep.md", NULL));
	struct heard heard = {{0}};
	cr_assert_eq(redline_store_drafts(b.store, hear_draft, &heard, &b.why), REDLINE_OK, "%s",
	             b.why.text);
	cr_expect_str_eq(heard.all.ptr, "C draft.md;N new.markdown;S other.txt;M sub/deep.md;");
	text_release(&heard.all);
	redline_id const head = resolve(&b, "HEAD");
	redline_path path;
	cr_expect_eq(redline_store_only_draft(b.store, &head, &path, &b.why), REDLINE_AMBIGUOUS);
	cr_expect(strstr(b.why.text, "draft.md, other.txt, sub/deep.md"), "%s", b.why.text);
	cr_assert(repository_does(&b.r, "rm", "-q", "-f", "draft.md", "other.txt", NULL));
	cr_assert(repository_does(&b.r, "commit", "-q", "-m", "None", NULL));
	redline_id const none = resolve(&b, "HEAD");
	cr_expect_eq(redline_store_only_draft(b.store, &none, &path, &b.why), REDLINE_NOT_FOUND);
	expect_saved(&b, "a/b/treaty.md", "1. One.\n");
	cr_assert_eq(redline_store_only_draft(b.store, &b.saved.tip, &path, &b.why), REDLINE_OK);
	cr_expect_str_eq(path.text, "a/b/treaty.md");
	end(&b);
}

static unsigned log_length(struct bench *b, const char *from, struct text *subjects)
{
	redline_id const id = resolve(b, from);
	redline_log *log;
	redline_revision *revision;
	unsigned count = 0;
	cr_assert_eq(redline_log_begin(&log, b->store, &id, NULL, &b->why), REDLINE_OK);
	for (;; count++) {
		cr_assert_eq(redline_log_next(log, &revision, &b->why), REDLINE_OK, "%s", b->why.text);
		if (!revision)
			break;
		text_format(subjects, "%.*s;", (int)revision->subject.len, revision->subject.ptr);
		redline_revision_free(revision);
	}
	redline_log_free(log);
	return count;
}

Test(store, the_log_has_every_revision_once)
{
	struct bench b;
	begin(&b);
	for (int i = 0; i < 40; i++) {
		char name[16], date[32];
		snprintf(name, sizeof name, "side%d", i);
		snprintf(date, sizeof date, "@%d +0000", 1605661200 + i * 10);
		setenv("GIT_COMMITTER_DATE", date, 1);
		cr_assert(repository_does(&b.r, "checkout", "-q", "-b", name, NULL));
		cr_assert(repository_does(&b.r, "commit", "-q", "--allow-empty", "-m", name, NULL));
		cr_assert(repository_does(&b.r, "checkout", "-q", "main", NULL));
		cr_assert(repository_does(&b.r, "commit", "-q", "--allow-empty", "-m", "m", NULL));
		cr_assert(repository_does(&b.r, "merge", "-q", "--no-edit", name, NULL));
	}
	struct text subjects = {0}, shallow = {0};
	cr_expect_eq(log_length(&b, "HEAD", &subjects), 121);
	cr_expect(strstr(subjects.ptr, "Merge branch 'side39';"));

	/* a shallow clone ends where it ends, and that is no damage */
	char from[512], to[512];
	snprintf(from, sizeof from, "file://%s", b.r.folder);
	snprintf(to, sizeof to, "%s/shallow", b.r.folder);
	cr_assert(repository_does(&b.r, "clone", "-q", "--depth=2", from, to, NULL));
	redline_store_free(b.store);
	cr_assert_eq(redline_store_open(&b.store, to, &b.why), REDLINE_OK, "%s", b.why.text);
	cr_expect_eq(log_length(&b, "HEAD", &shallow), 3);
	text_release(&subjects);
	text_release(&shallow);
	end(&b);
}

Test(store, revisions_of_any_encoding_come_as_utf8)
{
	struct bench b;
	begin(&b);
	repository_write(&b.r, "message", "R\xe9vision\n\nFait \xe0 Gen\xe8ve.\n");
	cr_assert(repository_does(&b.r, "-c", "i18n.commitEncoding=ISO-8859-1", "commit", "-q",
	                          "--allow-empty", "-F", "message", NULL));
	redline_id id = resolve(&b, "HEAD");
	redline_revision *revision;
	cr_assert_eq(redline_store_revision(b.store, &id, &revision, &b.why), REDLINE_OK);
	cr_expect(text_is(revision->subject, BYTES("R\xc3\xa9vision")));
	cr_expect(text_is(revision->body, BYTES("Fait \xc3\xa0 Gen\xc3\xa8ve.")));
	redline_revision_free(revision);
	/* one in an encoding that is not known here: nothing broken gets out */
	cr_assert(repository_does(&b.r, "-c", "i18n.commitEncoding=KOI8-R", "commit", "-q",
	                          "--allow-empty", "-F", "message", NULL));
	id = resolve(&b, "HEAD");
	cr_assert_eq(redline_store_revision(b.store, &id, &revision, &b.why), REDLINE_OK);
	cr_expect(text_is(revision->subject, BYTES("R\xef\xbf\xbdvision")), "%.*s",
	          (int)revision->subject.len, revision->subject.ptr);
	redline_revision_free(revision);
	end(&b);
}

/* ---- repositories of all kinds ---- */

/* Saves in a folder of the bench and lets git judge. */
static void expect_works_in(struct bench *b, const char *folder, const char *path)
{
	char place[768];
	snprintf(place, sizeof place, "%s/%s", b->r.folder, folder);
	redline_store_free(b->store);
	cr_assert_eq(redline_store_open(&b->store, place, &b->why), REDLINE_OK, "%s: %s", folder,
	             b->why.text);
	expect_saved(b, path, folder);
	expect_text(b, "HEAD", path, folder);
	cr_expect_str_eq(repository_git(&b->r, "-C", folder, "log", "-1", "--format=%s", NULL),
	                 "Change\n");
	struct repository there = {.folder = ""};
	snprintf(there.folder, sizeof there.folder, "%.255s", place);
	cr_expect(repository_is_sound(&there), "%s", folder);
	done_release(&there.done);
}

Test(store, works_in_any_kind_of_repository)
{
	struct bench b;
	begin(&b);
	cr_assert(repository_does(&b.r, "worktree", "add", "-q", "-b", "linked", "linked", NULL));
	expect_works_in(&b, "linked", "draft.md");
	expect_git(&b, "Start\n", "log", "-1", "--format=%s"); /* main stayed */
	redline_saving const main_too = {.branch = "main"};
	cr_expect_eq(save_with(&b, "draft.md", "x", main_too), REDLINE_DECLINED);
	cr_expect(strstr(b.why.text, "another work tree"), "%s", b.why.text);

	cr_assert(repository_does(&b.r, "clone", "-q", "--bare", ".", "bare.git", NULL));
	expect_works_in(&b, "bare.git", "draft.md");
	cr_assert(repository_does(&b.r, "clone", "-q", "--shared", ".", "shared", NULL));
	expect_works_in(&b, "shared", "draft.md");
	cr_assert(repository_does(&b.r, "tag", "-a", "-m", "x", "v1", NULL));
	cr_assert(repository_does(&b.r, "pack-refs", "--all", NULL));
	cr_assert(repository_does(&b.r, "gc", "-q", NULL));
	expect_works_in(&b, ".", "draft.md");
	cr_assert(repository_does(&b.r, "-c", "protocol.file.allow=always", "submodule", "add", "-q",
	                          "./bare.git", "module", NULL));
	cr_assert(repository_does(&b.r, "commit", "-q", "-m", "Module", NULL));
	expect_works_in(&b, ".", "sub/deep.md");
	cr_expect_eq(save(&b, "module/x.md", "x"), REDLINE_DECLINED);
	cr_expect_eq(save(&b, "module", "x"), REDLINE_DECLINED);
	end(&b);
}

Test(store, a_sparse_index_is_left_alone)
{
	struct bench b;
	begin(&b);
	cr_assert(repository_does(&b.r, "sparse-checkout", "set", "--cone", "--sparse-index", "none",
	                          NULL));
	open_store(&b);
	expect_text(&b, "HEAD", "sub/deep.md", "deep\n");
	redline_status const status = save(&b, "draft.md", "two\n");
	cr_expect_eq(status, REDLINE_DECLINED, "%s", b.why.text);
	cr_expect(strstr(b.why.text, "sparse-checkout reapply"), "%s", b.why.text);
	cr_assert(repository_does(&b.r, "sparse-checkout", "reapply", "--no-sparse-index", NULL));
	open_store(&b);
	expect_saved(&b, "draft.md", "two\n");
	repository_write(&b.r, "draft.md", "two\n");
	expect_git(&b, "", "status", "--porcelain", NULL);
	end(&b);
}

static void expect_refused(struct bench *b, const char *words)
{
	redline_store *store;
	cr_expect_eq(redline_store_open(&store, b->r.folder, &b->why), REDLINE_DECLINED);
	cr_expect_null(store);
	cr_expect(strstr(b->why.text, words), "%s", b->why.text);
}

Test(store, formats_that_are_not_understood_are_named)
{
	struct bench b;
	begin(&b);
	cr_assert(repository_does(&b.r, "config", "core.repositoryFormatVersion", "1", NULL));
	cr_assert(repository_does(&b.r, "config", "extensions.worktreeConfig", "true", NULL));
	open_store(&b);
	cr_assert(repository_does(&b.r, "config", "extensions.refStorage", "reftable", NULL));
	expect_refused(&b, "reftable");
	cr_assert(repository_does(&b.r, "config", "-f", ".git/config", "--unset",
	                          "extensions.refStorage", NULL));
	cr_assert(repository_does(&b.r, "config", "-f", ".git/config", "extensions.objectFormat",
	                          "sha256", NULL));
	expect_refused(&b, "SHA-256");
	end(&b);
}

Test(store, a_repository_of_somebody_else_is_refused)
{
	struct bench b;
	begin(&b);
	if (geteuid() != 0) {
		cr_log_warn("skipped: only root can give a folder away\n");
		end(&b);
		return;
	}
	struct job const job = {.argv = {"chown", "-R", "12345", b.r.folder}};
	done_release(&b.r.done);
	job_run(&b.r.done, &job);
	expect_refused(&b, "safe.directory");
	end(&b);
}

Test(store, paths_are_found_from_anywhere)
{
	struct bench b;
	redline_path path;
	char place[512];
	begin(&b);
	snprintf(place, sizeof place, "%s/sub", b.r.folder);
	cr_assert_eq(chdir(place), 0);
	static const char *const good[][2] = {
		{"deep.md", "sub/deep.md"},         {"../draft.md", "draft.md"},
		{"./not/../there.md", "sub/there.md"}, {"../sub/../x.md", "x.md"},
		{"../sub//new/x.md", "sub/new/x.md"},
	};
	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		cr_expect_eq(redline_store_path(b.store, good[i][0], &path, &b.why), REDLINE_OK, "%s",
		             b.why.text);
		cr_expect_str_eq(path.text, good[i][1]);
	}
	static const char *const bad[] = {"/etc/passwd", "../../x.md", "../.git/config", "..", ".."
	                                  "/.GIT/x", ""};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		cr_expect_eq(redline_store_path(b.store, bad[i], &path, &b.why), REDLINE_DECLINED, "%s",
		             bad[i]);
	cr_assert_eq(symlink("../draft.md", "link.md"), 0);
	cr_expect_eq(redline_store_path(b.store, "link.md", &path, &b.why), REDLINE_OK);
	cr_expect_str_eq(path.text, "draft.md");
	cr_assert_eq(symlink("/etc/passwd", "out.md"), 0);
	cr_expect_eq(redline_store_path(b.store, "out.md", &path, &b.why), REDLINE_OK);
	cr_expect_str_eq(path.text, "sub/out.md");
	cr_assert_eq(chdir("/"), 0);
	end(&b);
}
