/*
 * test_store_names.c -- the parts of the store that need no repository: names of
 * tags, people, dates, paths, messages with trailers.
 */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/bytes.h"
#include "store/message.h"
#include "store/pathname.h"
#include "support/process.h"
#include "support/repository.h"

enum { STORED = 1024 };

/* ---- names of tags ---- */

static void expect_stored(const char *name, const char *want)
{
	char stored[STORED], back[STORED];
	size_t const len = redline_tag_encode(name, stored, sizeof stored);
	cr_expect_eq(len, strlen(want), "%s: %zu", name, len);
	cr_expect_str_eq(stored, want);
	cr_expect_eq(redline_tag_decode(stored, back, sizeof back), strlen(name));
	cr_expect_str_eq(back, name);
}

Test(store_names, simple_names_stay_and_others_are_legible)
{
	expect_stored("Rev.1", "Rev.1");
	expect_stored("L.3/Rev.1", "L.3%/Rev.1");
	expect_stored("A/AC.290/2021/L.1/Rev.1", "A%/AC.290%/2021%/L.1%/Rev.1");
	expect_stored("Projet révisé", "Projet%20révisé");
	expect_stored("100%", "100%25");
	expect_stored("HEAD", "%48EAD");
	expect_stored("-x", "%2Dx");
	expect_stored("a..b", "a.%2Eb");
	expect_stored("/", "%2F");
	expect_stored("a/", "a%2F");
	expect_stored("a//b", "a%/%/b");
	expect_stored(".git", "%2Egit");
	expect_stored("draft.lock", "draft%2Elock");
	expect_stored("0123456789abcdef0123456789abcdef01234567",
	              "%30123456789abcdef0123456789abcdef01234567");
}

Test(store_names, what_git_alone_named_stands_for_itself)
{
	static const char *const names[] = {"v1.0", "release/1.0", "100%", "a%zz", "a%2f", "50%2",
	                                    "%2Ebc%/", "a%/", "x%41"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		char back[STORED];
		cr_expect_eq(redline_tag_decode(names[i], back, sizeof back), strlen(names[i]));
		cr_expect_str_eq(back, names[i]);
	}
}

Test(store_names, what_can_be_no_name_has_no_encoding)
{
	char stored[STORED], longest[202];
	memset(longest, 'x', sizeof longest);
	longest[201] = '\0';
	cr_expect_eq(redline_tag_encode("", stored, sizeof stored), 0);
	cr_expect_eq(redline_tag_encode("a\nb", stored, sizeof stored), 0);
	cr_expect_eq(redline_tag_encode("a\x1b", stored, sizeof stored), 0);
	cr_expect_eq(redline_tag_encode("a\xc2\x85", stored, sizeof stored), 0, "NEL is a control");
	cr_expect_eq(redline_tag_encode("caf\xe9", stored, sizeof stored), 0);
	cr_expect_eq(redline_tag_encode(longest, stored, sizeof stored), 0);
	longest[200] = '\0';
	cr_expect_neq(redline_tag_encode(longest, stored, sizeof stored), 0);
	/* as snprintf: what does not fit is cut, and the length says so */
	cr_expect_eq(redline_tag_encode("L.3/Rev.1", stored, 4), 10);
	cr_expect_str_eq(stored, "L.3");
}

/* Names made to be awkward: pieces that git minds, in every order. */
static void awkward_name(unsigned number, char out[64])
{
	static const char *const pieces[] = {"/", ".", "..", "%", "%2F", "@", "{",  "@{",
	                                     "a", "L.3", ".lock", " ", "-", "~", ":", "é"};
	out[0] = '\0';
	for (int i = 0; i < 4; i++, number /= 16)
		strcat(out, pieces[number % 16]);
}

Test(store_names, encoding_is_injective_and_decoding_its_inverse)
{
	enum { COUNT = 16 * 16 * 16 * 16 };
	unsigned kept = 0;
	for (unsigned i = 0; i < COUNT; i++) {
		char name[64], stored[STORED], back[STORED];
		awkward_name(i, name);
		cr_assert_neq(redline_tag_encode(name, stored, sizeof stored), 0, "%s", name);
		redline_tag_decode(stored, back, sizeof back);
		/* an inverse exists, so no two names are stored as one */
		cr_assert_str_eq(back, name, "%s is stored as %s", name, stored);
		/* no file's name ends as a folder's does, so none is in another's way */
		cr_assert_neq(stored[strlen(stored) - 1], '%');
		for (char *slash = strchr(stored, '/'); slash; slash = strchr(slash + 1, '/'))
			cr_assert(slash > stored && slash[-1] == '%');
		kept++;
	}
	cr_expect_eq(kept, COUNT);
}

/* The longest names of all kinds fit into files, with git's ".lock" behind them. */
Test(store_names, no_part_is_longer_than_a_file_name_may_be)
{
	static const char fill[] = "a/ %.:~";
	for (size_t k = 0; fill[k]; k++) {
		char name[201], stored[STORED], back[STORED];
		memset(name, fill[k], 200);
		name[200] = '\0';
		size_t const len = redline_tag_encode(name, stored, sizeof stored);
		cr_assert(len && len < sizeof stored);
		for (char *part = stored; part; part = strchr(part, '/')) {
			part += *part == '/';
			cr_expect_lt(strcspn(part, "/"), 250);
		}
		redline_tag_decode(stored, back, sizeof back);
		cr_expect_str_eq(back, name);
	}
}

/* One name in thirty of the awkward ones, and the longest, really made by git. */
Test(store_names, git_takes_all_of_them_side_by_side)
{
	struct repository r;
	struct text commands = {0};
	unsigned made = 0;
	repository_open(&r);
	cr_assert(repository_does(&r, "init", "-q", NULL));
	cr_assert(repository_does(&r, "commit", "-q", "--allow-empty", "-m", "Start", NULL));
	for (unsigned i = 0; i < 16 * 16 * 16 * 16; i += 29, made++) {
		char name[64], stored[STORED];
		awkward_name(i, name);
		redline_tag_encode(name, stored, sizeof stored);
		text_format(&commands, "create refs/tags/%s HEAD\n", stored);
	}
	struct job job = {.argv = {"git", "update-ref", "--stdin"},
	                  .folder = r.folder,
	                  .in = text_view(&commands)};
	done_release(&r.done);
	job_run(&r.done, &job);
	cr_assert_eq(r.done.status, 0, "%s", r.done.err.ptr);
	(void)repository_git(&r, "tag", "-l", NULL);
	cr_expect_eq(repository_lines(&r), made);
	static const char *const sets[] = {"L.3", "L.3/Rev.1", "L.3/Rev.1/Add.1", "L.3%", "L.3%/x",
	                                   "-d", "a@{1}", "HEAD", "x.lock", "x.lock/y"};
	for (size_t i = 0; i < sizeof sets / sizeof *sets; i++) {
		char stored[STORED], full[STORED + 16];
		redline_tag_encode(sets[i], stored, sizeof stored);
		snprintf(full, sizeof full, "refs/tags/%s", stored);
		cr_expect(repository_does(&r, "check-ref-format", full, NULL), "%s", stored);
		cr_expect(repository_does(&r, "tag", "-f", "-a", "-m", "issued", stored, NULL), "%s",
		          stored);
	}
	cr_expect(repository_is_sound(&r));
	text_release(&commands);
	repository_close(&r);
}

/* ---- people and dates ---- */

static void expect_person(const char *text, const char *name, const char *email)
{
	redline_person p = {.time = 0};
	cr_assert(redline_person_parse(&p, bytes_of(text)), "%s", text);
	cr_expect(text_is(p.name, bytes_of(name)), "%s: name %.*s", text, (int)p.name.len, p.name.ptr);
	cr_expect(text_is(p.email, bytes_of(email)), "%s: email", text);
}

Test(store_names, people)
{
	redline_person p;
	expect_person("Japan", "Japan", "");
	expect_person("Japan <mission@example.org>", "Japan", "mission@example.org");
	expect_person("  Côte d'Ivoire\t< a@b > ", "Côte d'Ivoire", "a@b");
	expect_person("European Union (27 States) <>", "European Union (27 States)", "");
	expect_person("Japan <open", "Japan", "open");
	cr_expect_not(redline_person_parse(&p, bytes_of("")));
	cr_expect_not(redline_person_parse(&p, bytes_of("  ")));
	cr_expect_not(redline_person_parse(&p, bytes_of("<mission@example.org>")));
}

static void expect_date(const char *text, long long time, int offset)
{
	redline_person p = {.time = 0};
	cr_assert(redline_person_date(&p, bytes_of(text)), "%s", text);
	cr_expect_eq(p.time, time, "%s: %lld", text, (long long)p.time);
	cr_expect_eq(p.offset, offset, "%s: %d", text, (int)p.offset);
}

Test(store_names, dates)
{
	expect_date("2020-11-18", 1605700800, 0);
	expect_date("2020-11-18 10:30", 1605695400, 0);
	expect_date("2020-11-18T10:30:00+09:00", 1605663000, 540);
	expect_date("2020-11-18T10:30:07.25-0330", 1605708007, -210);
	expect_date("2020-11-18 10:30 Z", 1605695400, 0);
	expect_date("@1605661200 +0900", 1605661200, 540);
	expect_date("@0", 0, 0);
	expect_date("1605661200 +0900", 1605661200, 540);
	expect_date("1970-01-01", 43200, 0);
	expect_date("2000-02-29T00:00", 951782400, 0);
	expect_date("2400-02-29T00:00", 13574563200, 0);
	expect_date("9999-12-31T23:59:59", 253402300799, 0);
}

Test(store_names, what_is_no_date_is_refused)
{
	static const char *const texts[] = {
		"", "yesterday", "2020", "2020-13-01", "2021-02-29", "2100-02-29", "2020-11-31",
		"2020-11-18T25:00", "2020-11-18T10:60", "2020-11-18T10", "2020-11-18 10:30 +9",
		"2020-11-18T10:30+15:00", "1969-12-31", "18-11-2020", "2020-11-18x", "@",
		"@1605661200 +09000", "2020-11-18T10:30:00+09:00 and more", "1970-01-01T00:00+01:00",
	};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		redline_person p = {.time = 7};
		cr_expect_not(redline_person_date(&p, bytes_of(texts[i])), "%s", texts[i]);
		cr_expect_eq(p.time, 7, "%s left something behind", texts[i]);
	}
}

/* ---- paths ---- */

Test(store_names, paths_that_git_refuses)
{
	static const char *const bad[] = {
		"", "/a", "a/", "a//b", ".", "a/..", "../a", ".git", ".git/config", "a/.GIT/x", "git~1",
		"GIT~1/x", ".git ", ".git.", ".git::$INDEX_ALLOCATION", ".g\u200cit", "a\nb", "a\x7f",
		".gitmodules", ".git\\x",
	};
	static const char *const good[] = {
		"draft.md", "a/b/c.md", ".redline/statements/japan.txt", ".gitignore", "git", "..a",
		"a..", ".gitx", "git~2", "révisé.md", "a b.md", "caf\xe9.md",
	};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		cr_expect_not_null(pathname_fault(bad[i]), "%s", bad[i]);
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		cr_expect_null(pathname_fault(good[i]), "%s", good[i]);
}

/* ---- messages ---- */

static void expect_message(const char *text, const char *subject, const char *body,
                           const char *trailers)
{
	struct arena arena = {0};
	struct message m;
	struct text said = {0};
	cr_assert(message_read(&m, &arena, bytes_of(text)));
	cr_expect(text_is(m.subject, bytes_of(subject)), "subject: %.*s", (int)m.subject.len,
	          m.subject.ptr);
	cr_expect(text_is(m.body, bytes_of(body)), "body: %.*s", (int)m.body.len, m.body.ptr);
	text_put(&said, "");
	for (uint32_t i = 0; i < m.count; i++)
		text_format(&said, "%.*s=%.*s;", (int)m.trailers[i].key.len, m.trailers[i].key.ptr,
		            (int)m.trailers[i].value.len, m.trailers[i].value.ptr);
	cr_expect_str_eq(said.ptr, trailers);
	text_release(&said);
	arena_release(&arena);
}

Test(store_names, messages_are_taken_apart)
{
	expect_message("Start", "Start", "", "");
	expect_message("", "", "", "");
	expect_message("A subject\non two lines\n\nBody.\n\nMore.\n", "A subject on two lines",
	               "Body.\n\nMore.", "");
	expect_message("S\n\nBody\n\nProposed-by: Japan\nAmends: para 59\n", "S", "Body",
	               "Proposed-by=Japan;Amends=para 59;");
	expect_message("S\r\n\r\nReason: because\r\n it is long\r\n", "S", "",
	               "Reason=because it is long;");
	expect_message("Fix: not a trailer", "Fix: not a trailer", "", "");
	expect_message("S\n\nnote: this\nis prose", "S", "note: this\nis prose", "");
	expect_message("S\n\nthe bill\nSigned-off-by: A <a@b>\n", "S", "", "Signed-off-by=A <a@b>;");
}

Test(store_names, trailers_are_read_as_git_reads_them)
{
	redline_trailer const trailers[] = {
		{BYTES("Reason"), BYTES("because\n  of a\tlong: reason\r\n")},
		{BYTES("Source"), BYTES("japan.txt sha256:00")},
	};
	static const char *const messages[] = {"S", "S\n\nBody", "S\n\nBody\n\nAmends: para 1\n",
	                                       "Fix: this", "  S  \r\n\r\n\r\n\r\nBody  \r\n"};
	struct repository r;
	repository_open(&r);
	for (size_t i = 0; i < sizeof messages / sizeof *messages; i++) {
		struct buf written = {0};
		message_write(&written, bytes_of(messages[i]), trailers, 2);
		struct job job = {.argv = {"git", "interpret-trailers", "--parse"},
		                  .in = buf_view(&written)};
		done_release(&r.done);
		job_run(&r.done, &job);
		const char *want = "Reason: because of a long: reason\nSource: japan.txt sha256:00\n";
		const char *from = i == 2 ? strstr(r.done.out.ptr, "Reason") : r.done.out.ptr;
		cr_expect_str_eq(from ? from : "", want, "%s", messages[i]);
		struct job strip = {.argv = {"git", "stripspace"}, .in = buf_view(&written)};
		done_release(&r.done);
		job_run(&r.done, &strip);
		cr_expect(text_is(text_view(&r.done.out), buf_view(&written)), "%zu is not tidy", i);
		buf_release(&written);
	}
	repository_close(&r);
}
