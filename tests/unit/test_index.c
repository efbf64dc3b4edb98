/*
 * test_index.c -- the index behind history and blame (store/index.h): the same bytes
 * however it came about, noticed when it is damaged, never needed.
 */
#include <criterion/criterion.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/index.h"
#include "support/story.h"

/* ---- a history with all that can happen ---- */

/* Long enough for snapshots to be made of runs, and of runs of runs. */
static const char busy[] =
        "put() { awk -v n=\"$1\" -v skip=\"$2\" -v word=\"$3\" 'BEGIN { k = 0;\n"
        "  for (i = 1; i <= 30; i++) { if (i == skip) continue; k++;\n"
        "    printf \"%d. Paragraph %s%d speaks of matter %d and of %s at length.\\n\\n\", k,\n"
        "      (i <= n ? word : \"\"), i, i * 31, (i % 7 == n % 7 ? \"fish\" : \"ships\") } }' >draft.md; }\n"
        "for i in $(seq 1 40); do put $i $((i % 11)) new$((i % 3)); save Chair $((i % 28 + 1)) r$i; done\n";

static const char merges[] =
        "for i in 1 2 3; do\n"
        "  git checkout -q -b s$i; put $i 3 side$i; save Japan $((i + 10)) s$i\n"
        "  git checkout -q main; put $((i + 20)) 5 main$i; save Kenya $((i + 11)) m$i\n"
        "  as Chair $((i + 12)) git merge -q -s ours --no-commit s$i >/dev/null 2>&1\n"
        "  put $((i + 20)) 3 both$i; save Chair $((i + 12)) M$i\n"
        "done\n"
        "git rm -q draft.md; save Chile 20 away\n"
        "put 9 9 back; save Nepal 21 back; git mv draft.md other.md; save Chair 22 r\n"
        "git mv other.md draft.md; put 10 9 back; save Chair 23 r\n";

static void index_path(const struct story *s, char path[1024], unsigned number)
{
	char folder[600];
	struct dirent *entry;
	snprintf(folder, sizeof folder, "%s/.git/redline/index", s->r.folder);
	DIR *dir = opendir(folder);
	*path = '\0';
	while (dir && (entry = readdir(dir))) {
		size_t const length = strlen(entry->d_name);
		if (length == 18 && entry->d_name[17] == (char)('0' + number))
			snprintf(path, 1024, "%s/%s", folder, entry->d_name);
	}
	if (dir)
		closedir(dir);
}

static struct text read_index(const struct story *s, unsigned number)
{
	char path[1024];
	struct text bytes = {0};
	index_path(s, path, number);
	cr_assert(*path && text_read(&bytes, path), "there is no index %u", number);
	return bytes;
}

static void forget(struct story *s)
{
	char path[1024];
	for (unsigned i = 0; i < 8; i++) {
		index_path(s, path, i);
		if (*path)
			(void)unlink(path);
	}
}

static redline_status open_at(struct story *s, const char *at, struct index *ix)
{
	redline_id id;
	git_oid oid;
	redline_trouble why = {""};
	cr_assert_eq(redline_store_resolve(s->store, at, &id, &why), REDLINE_OK, "%s", why.text);
	cr_assert_eq(store_oid(&oid, &id, &why), REDLINE_OK);
	return index_open(ix, s->store, &oid, "draft.md", NULL, &why);
}

/* Asks at a revision and throws the answer away: the index is there then. */
static void ask(struct story *s, const char *at)
{
	struct index ix;
	cr_assert_eq(open_at(s, at, &ix), REDLINE_OK);
	index_release(&ix);
}

/* ---- the same bytes ---- */

static void expect_same_bytes(struct story *s, const struct text *want, const char *how)
{
	struct text got = read_index(s, 0);
	cr_expect(text_is(text_view(want), text_view(&got)), "%s: %zu bytes, wanted %zu", how,
	          got.len, want->len);
	text_release(&got);
}

Test(index, step_by_step_is_byte_for_byte_all_at_once)
{
	struct story s;
	story_begin(&s, busy);
	ask(&s, "HEAD");
	struct text const whole = read_index(&s, 0);
	forget(&s);
	ask(&s, "HEAD");
	expect_same_bytes(&s, &whole, "made again");
	forget(&s);
	for (int back = 39; back >= 0; back--) {
		char at[32];
		snprintf(at, sizeof at, "HEAD~%d", back);
		ask(&s, at);
	}
	expect_same_bytes(&s, &whole, "one after the other");
	forget(&s);
	ask(&s, "HEAD~25");
	ask(&s, "HEAD~7");
	ask(&s, "HEAD~30");
	ask(&s, "HEAD");
	expect_same_bytes(&s, &whole, "in leaps");
	struct text whole_again = whole;
	text_release(&whole_again);
	story_end(&s);
}

/* Every revision there is, oldest first, one at a time. */
static void ask_all(struct story *s)
{
	struct text list = {0};
	text_put(&list, repository_git(&s->r, "rev-list", "--topo-order", "--reverse", "main", NULL));
	for (char *at = list.ptr, *end; (end = strchr(at, '\n')); at = end + 1) {
		*end = '\0';
		ask(s, at);
	}
	text_release(&list);
}

Test(index, with_merges_renames_and_returns_too)
{
	struct story s;
	struct text script = {0};
	text_put(&script, busy);
	text_put(&script, merges);
	story_begin(&s, script.ptr);
	ask(&s, "HEAD");
	struct text whole = read_index(&s, 0);
	forget(&s);
	ask_all(&s);
	/* Branches that were asked about have indexes of their own. */
	bool found = false;
	for (unsigned i = 0; i < 8 && !found; i++) {
		char path[1024];
		struct text got = {0};
		index_path(&s, path, i);
		found = *path && text_read(&got, path) && text_is(text_view(&whole), text_view(&got));
		text_release(&got);
	}
	cr_expect(found, "no index is the one that is made at once");
	text_release(&whole);
	text_release(&script);
	story_end(&s);
}

/* What is in a revision's snapshot, as text, is the file. */
Test(index, holds_every_text_whole)
{
	struct story s;
	struct text script = {0};
	struct index ix;
	text_put(&script, busy);
	text_put(&script, merges);
	story_begin(&s, script.ptr);
	cr_assert_eq(open_at(&s, "HEAD", &ix), REDLINE_OK);
	for (uint32_t n = 0; n < ix.image.nodes.len; n++) {
		const struct index_node *node = image_node(&ix.image, n);
		struct text got = {0};
		index_ref states[64];
		git_oid oid;
		redline_id id;
		char *text;
		size_t length;
		redline_trouble why;
		cr_assert(node->unit_count <= 64 && image_snapshot(&ix.image, n, states));
		redline_bytes const lead = image_string(&ix.image, node->lead);
		text_add(&got, lead.ptr, lead.len);
		for (uint32_t u = 0; u < node->unit_count; u++) {
			cr_assert_eq(states[u], image_state_of(&ix.image, n, u));
			const struct index_state *state = image_state(&ix.image, states[u]);
			const struct index_piece *piece = image_piece(&ix.image, state->piece);
			char *bytes = malloc(piece->length + 1);
			cr_assert_not_null(bytes);
			image_piece_copy(&ix.image, piece, 0, piece->length, bytes);
			text_add(&got, bytes, piece->length);
			free(bytes);
		}
		memcpy(oid.id, node->commit, sizeof oid.id);
		store_id(&id, &oid);
		redline_bytes const path = image_string(&ix.image, node->path);
		char name[64];
		snprintf(name, sizeof name, "%.*s", (int)path.len, path.ptr);
		if (node->flags & NODE_GONE) {
			cr_expect_eq(got.len, 0u);
		} else {
			cr_assert_eq(redline_store_read(s.store, &id, name, &text, &length, &why),
			             REDLINE_OK, "%s", why.text);
			cr_expect(text_is(text_view(&got), (redline_bytes){text, length}),
			          "revision %u", (unsigned)n);
			free(text);
		}
		text_release(&got);
	}
	index_release(&ix);
	text_release(&script);
	story_end(&s);
}

/* ---- branches ---- */

Test(index, of_branches_that_take_turns)
{
	struct story s;
	story_begin(&s,
	        "put() { printf '1. The first ferry of the day is called %s.\\n\\n2. The last one %s.\\n' \"$1\" \"$2\""
	        " >draft.md; }\n"
	        "put a a; save Chair 01 a\n"
	        "for i in 1 2 3 4 5 6 7 8 9 10; do git checkout -q -b b$i main; put b$i a; save Japan 02 b\n"
	        "  put b$i c$i; save Kenya 03 c; done\n");
	for (int round = 0; round < 2; round++)
		for (int i = 1; i <= 10; i++) {
			char at[16], want[200];
			snprintf(at, sizeof at, "b%d", i);
			snprintf(want, sizeof want, "Chair 1|1. The first ferry of the day is called |"
			         "Japan 2|b%d|Chair 1|.|", i);
			const char *got = story_blame(&s, "1", at);
			cr_expect_str_eq(got, want, "%s: %s", at, got);
		}
	story_end(&s);
}

/* A revision in the midst of others is answered as if they were not there. */
Test(index, does_not_depend_on_what_was_asked_before)
{
	struct story s;
	struct text script = {0};
	text_put(&script, busy);
	text_put(&script, merges);
	story_begin(&s, script.ptr);
	const char *const places[] = {"s1", "s2", "s3", "main~4", "main~5", "main~6", "main~9"};
	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		struct text alone = {0};
		forget(&s);
		text_put(&alone, story_blame(&s, "7", places[i]));
		text_put(&alone, story_history(&s, "7", places[i]));
		forget(&s);
		ask(&s, "HEAD");
		struct text after = {0};
		text_put(&after, story_blame(&s, "7", places[i]));
		text_put(&after, story_history(&s, "7", places[i]));
		cr_expect_str_eq(alone.ptr, after.ptr, "%s:\n%s\n%s", places[i], alone.ptr, after.ptr);
		text_release(&alone);
		text_release(&after);
	}
	text_release(&script);
	story_end(&s);
}

/* ---- damage ---- */

static const char small[] =
        "printf '# Draft\\n\\n1. One and all.\\n\\n2. Two by two.\\n' >draft.md\nsave Chair 01 a\n"
        "printf '# Draft\\n\\n1. One and all.\\n\\n2. Two by three.\\n' >draft.md\nsave Japan 02 b\n"
        "printf '# Draft\\n\\n2. Two by three.\\n\\n1. One and all the same.\\n' >draft.md\n"
        "save Kenya 03 c\n";

struct kept {
	struct text bytes, blame, history;
	char path[1024];
};

static struct kept keep(struct story *s)
{
	struct kept k = {.path = ""};
	text_put(&k.blame, story_blame(s, "1", NULL));
	text_put(&k.history, story_history(s, "2", NULL));
	k.bytes = read_index(s, 0);
	index_path(s, k.path, 0);
	return k;
}

static void expect_kept(struct story *s, const struct kept *k, const char *how, size_t at)
{
	struct text after = {0};
	cr_assert_str_eq(story_blame(s, "1", NULL), k->blame.ptr, "%s %zu", how, at);
	cr_assert_str_eq(story_history(s, "2", NULL), k->history.ptr, "%s %zu", how, at);
	cr_assert(text_read(&after, k->path), "%s %zu", how, at);
	cr_assert(text_is(text_view(&after), text_view(&k->bytes)), "%s %zu: not made anew", how, at);
	text_release(&after);
}

static void release(struct kept *k)
{
	text_release(&k->bytes);
	text_release(&k->blame);
	text_release(&k->history);
}

Test(index, notices_every_flipped_byte, .timeout = 120)
{
	struct story s;
	story_begin(&s, small);
	struct kept k = keep(&s);
	for (size_t at = 0; at < k.bytes.len; at++) {
		unsigned char const mask = (unsigned char)(1u << at % 8);
		k.bytes.ptr[at] = (char)(k.bytes.ptr[at] ^ mask);
		cr_assert(text_write(k.path, text_view(&k.bytes)));
		k.bytes.ptr[at] = (char)(k.bytes.ptr[at] ^ mask);
		expect_kept(&s, &k, "flipped at", at);
	}
	release(&k);
	story_end(&s);
}

Test(index, notices_where_it_was_cut, .timeout = 120)
{
	struct story s;
	story_begin(&s, small);
	struct kept k = keep(&s);
	for (size_t length = 0; length < k.bytes.len; length += length < 300 ? 1 : 7) {
		cr_assert(text_write(k.path, (redline_bytes){k.bytes.ptr, length}));
		expect_kept(&s, &k, "cut at", length);
	}
	release(&k);
	story_end(&s);
}

/* A writer that died left bytes behind what the slot covers. */
Test(index, goes_on_over_what_a_dead_writer_left)
{
	struct story s;
	story_begin(&s, small);
	ask(&s, "HEAD");
	struct text whole = read_index(&s, 0);
	forget(&s);
	ask(&s, "HEAD~1");
	struct text part = read_index(&s, 0);
	char path[1024];
	index_path(&s, path, 0);
	for (int i = 0; i < 5000; i++)
		text_put(&part, "litter");
	cr_assert(text_write(path, text_view(&part)));
	ask(&s, "HEAD~1");
	ask(&s, "HEAD");
	expect_same_bytes(&s, &whole, "over litter");
	text_release(&whole);
	text_release(&part);
	story_end(&s);
}

Test(index, is_not_needed)
{
	struct story s;
	char path[1024];
	story_begin(&s, small);
	struct kept k = keep(&s);
	story_go_on(&s, "rm -rf .git/redline; echo no folder >.git/redline\n");
	cr_expect_str_eq(story_blame(&s, "1", NULL), k.blame.ptr);
	cr_expect_str_eq(story_history(&s, "2", NULL), k.history.ptr);
	index_path(&s, path, 0);
	cr_expect_str_eq(path, "");
	release(&k);
	story_end(&s);
}

/* Checksums are right, but what is said makes no sense: no harm is done.  Each four bytes
   of the last chunk are spoilt in turn. */
Test(index, stays_inside_what_makes_no_sense)
{
	struct story s;
	struct index ix;
	story_begin(&s, small);
	ask(&s, "HEAD");
	struct text bytes = read_index(&s, 0);
	cr_assert(image_read(&ix.image, (unsigned char *)bytes.ptr, bytes.len, LINEAGE_VERSION,
	                     (redline_bytes){"draft.md", 8}));
	uint32_t const last = (uint32_t)ix.image.nodes.len - 1;
	size_t const from = (size_t)ix.image.nodes.at[last] * INDEX_UNIT;
	static const uint32_t spoilt[] = {0, 1, 0x7FFFFFFF, 0xFFFFFFFF, 0x00010000};
	for (size_t at = from; at + 4 <= bytes.len; at += 4) {
		uint32_t kept;
		memcpy(&kept, bytes.ptr + at, 4);
		for (size_t i = 0; i < sizeof spoilt / sizeof *spoilt; i++) {
			memcpy(bytes.ptr + at, &spoilt[i], 4);
			const struct index_node *n = image_node(&ix.image, last);
			uint32_t const units = n && n->unit_count < 1000 ? n->unit_count : 3;
			index_ref states[1000];
			if (n && n->unit_count <= 1000)
				(void)image_snapshot(&ix.image, last, states);
			const struct index_parent *parent = n ? image_parents(&ix.image, n) : NULL;
			for (uint32_t u = 0; u < units; u++) {
				const struct index_state *state =
				        image_state(&ix.image, image_state_of(&ix.image, last, u));
				struct index_strand_view view;
				if (state && image_piece(&ix.image, state->piece))
					(void)image_strand(&ix.image, state->strand, &view);
				if (state)
					(void)image_string(&ix.image, state->label);
				if (parent)
					(void)image_link(&ix.image, parent, u);
			}
		}
		memcpy(bytes.ptr + at, &kept, 4);
	}
	image_release(&ix.image);
	text_release(&bytes);
	story_end(&s);
}

/* ---- several at once ---- */

Test(index, made_by_many_at_once, .timeout = 120)
{
	struct story s;
	struct text script = {0};
	text_put(&script, busy);
	text_put(&script, merges);
	story_begin(&s, script.ptr);
	struct text want = {0};
	text_put(&want, story_blame(&s, "7", NULL));
	struct text whole = read_index(&s, 0);
	enum { PROCESSES = 6, ROUNDS = 4 };
	for (int round = 0; round < ROUNDS; round++) {
		pid_t child[PROCESSES];
		forget(&s);
		if (round % 2)
			ask(&s, "HEAD~9"); /* then it is made longer, not made */
		for (int i = 0; i < PROCESSES; i++) {
			child[i] = fork();
			cr_assert(child[i] >= 0);
			if (!child[i])
				_exit(strcmp(story_blame(&s, "7", NULL), want.ptr) != 0);
		}
		for (int i = 0; i < PROCESSES; i++) {
			int status;
			cr_assert_eq(waitpid(child[i], &status, 0), child[i]);
			cr_expect(WIFEXITED(status) && WEXITSTATUS(status) == 0, "round %d", round);
		}
		expect_same_bytes(&s, &whole, "by many");
	}
	text_release(&want);
	text_release(&whole);
	text_release(&script);
	story_end(&s);
}
