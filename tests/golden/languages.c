/*
 * languages.c -- an example for every row of every language's table, and what
 * is understood of it: fixtures/lang/CODE.txt.
 *
 *   # a comment
 *   Supprimer le paragraphe 5.
 *       delete paragraph 5
 *
 * A line that isn't indented is a statement; the indented ones after it say
 * what is understood, one a line: amendments, positions, and in brackets what a
 * sentence is that holds neither, with the codes of its findings.  With
 * REDLINE_ACCEPT set, these are written anew.
 *
 * A row without an example fails, and so does a statement that two languages
 * can carry out in different ways, or that --lang=auto reads in another one.
 */
#define _POSIX_C_SOURCE 200809L

#include <criterion/criterion.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/bytes.h"
#include "edge/phrase.h"
#include "engine/lex.h"
#include "engine/sentence.h"
#include "support/text.h"

enum { LANGUAGES = 16 };

struct desk {
	const struct lang *lang[LANGUAGES];
	redline_reader *reader[LANGUAGES]; /* of that language alone */
	unsigned count;
	redline_reader *any;
};

static void desk_begin(struct desk *d)
{
	*d = (struct desk){.count = 0};
	cr_assert_eq(redline_reader_new(&d->any, "auto"), REDLINE_OK);
	for (; lang_all[d->count]; d->count++) {
		d->lang[d->count] = lang_all[d->count];
		cr_assert_eq(redline_reader_new(&d->reader[d->count], lang_all[d->count]->code),
		             REDLINE_OK);
	}
}

static void desk_end(struct desk *d)
{
	redline_reader_free(d->any);
	for (unsigned i = 0; i < d->count; i++)
		redline_reader_free(d->reader[i]);
}

static bool accepting(void)
{
	return getenv("REDLINE_ACCEPT") != NULL;
}

/* --- What is understood, in lines --- */

static void put_phrase(struct text *out, struct buf *phrase)
{
	text_put(out, "    ");
	text_add(out, phrase->ptr, phrase->len);
	text_put(out, "\n");
	buf_clear(phrase);
}

static void put_class(struct text *out, const redline_sentence *s, redline_findings found)
{
	text_format(out, "    [%s", redline_class_name(s->kind));
	for (size_t i = 0; i < found.count; i++) {
		uint32_t const at = found.items[i].spot.range.begin;
		if (found.items[i].level != REDLINE_NOTE && at >= s->source.begin &&
		    at < s->source.end)
			text_format(out, ": %s", found.items[i].code);
	}
	text_put(out, "]\n");
}

struct understood {
	uint32_t amendments;
	bool error;
	const char *language; /* of the first sentence with an amendment */
};

static struct understood show(struct text *out, const redline_reader *reader, redline_bytes text)
{
	struct understood u = {0, false, ""};
	redline_statement *s;
	struct buf phrase = {0};
	uint32_t count, positions, next = 0;
	out->len = 0;
	text_put(out, "");
	cr_assert_eq(redline_statement_new(&s, reader, text, 0, NULL), REDLINE_OK);
	const redline_amendment *a = redline_statement_amendments(s, &u.amendments);
	const redline_position_taken *p = redline_statement_positions(s, &positions);
	const redline_sentence *sentence = redline_statement_sentences(s, &count);
	redline_findings const found = redline_statement_findings(s);
	for (size_t i = 0; i < found.count; i++)
		u.error |= found.items[i].level == REDLINE_ERROR;
	for (uint32_t i = 0; i < count; i++) {
		bool said = false;
		if (sentence[i].amendment_count && !u.language[0])
			u.language = sentence[i].language;
		for (uint32_t k = 0; k < sentence[i].amendment_count; k++, said = true) {
			phrase_amendment(&phrase, &a[sentence[i].first_amendment + k]);
			put_phrase(out, &phrase);
		}
		for (; next < positions && p[next].sentence <= i; next++, said = true) {
			phrase_position(&phrase, &p[next]);
			put_phrase(out, &phrase);
		}
		if (!said || sentence[i].kind == REDLINE_PUZZLE)
			put_class(out, &sentence[i], found);
	}
	buf_release(&phrase);
	redline_statement_free(s);
	return u;
}

/* --- Which rows it has --- */

static void mark_rows(struct lexer *lexer, redline_bytes text, unsigned *uses)
{
	struct arena arena = {0};
	struct quotes quotes;
	redline_draft *layout;
	cr_assert_eq(redline_draft_new(&layout, text, NULL), REDLINE_OK);
	cr_assert(quotes_find(&quotes, &arena, layout));
	redline_range rest = {0, (uint32_t)text.len};
	while (range_len(rest = range_trim(text, rest)) > 0) {
		struct lexed lexed;
		redline_range const one = {
			rest.begin, sentence_end(text, rest, &quotes, lexer_lang(lexer))};
		cr_assert(lex_sentence(lexer, &arena, text, one, &quotes, &lexed));
		for (uint32_t i = 0; i < lexed.count; i++)
			if (lexed.at[i].row != NO_ROW)
				uses[lexed.at[i].row]++;
		rest.begin = one.end;
	}
	redline_draft_free(layout);
	arena_release(&arena);
}

/* --- Checks --- */

/* Only one language may carry it out, or all that can do the same. */
static void check_readings(const struct desk *d, const char *where, redline_bytes text,
                           unsigned own)
{
	struct text want = {0}, got = {0};
	struct understood const u = show(&want, d->reader[own], text);
	if (u.amendments && !u.error) {
		struct understood const any = show(&got, d->any, text);
		cr_expect(text_is(text_view(&want), text_view(&got)),
		          "%s: read as \"%s\" by --lang=auto:\n  %.*s\n%s", where, any.language,
		          (int)text.len, text.ptr, got.ptr);
	}
	for (unsigned i = 0; i < d->count; i++) {
		if (i == own)
			continue;
		struct understood const other = show(&got, d->reader[i], text);
		bool const fits = other.amendments && !other.error;
		cr_expect(!fits || text_is(text_view(&want), text_view(&got)),
		          "%s: also reads as %s:\n  %.*s\n%s", where, d->lang[i]->name,
		          (int)text.len, text.ptr, got.ptr);
	}
	text_release(&want);
	text_release(&got);
}

static redline_bytes cut_line(redline_bytes *rest)
{
	const char *end = memchr(rest->ptr, '\n', rest->len);
	size_t const len = end ? (size_t)(end - rest->ptr) : rest->len;
	redline_bytes const line = {rest->ptr, len};
	rest->ptr += len + (end != NULL);
	rest->len -= len + (end != NULL);
	return line;
}

/* The indented lines that come next. */
static redline_bytes cut_indented(redline_bytes *rest)
{
	redline_bytes out = {rest->ptr, 0};
	while (rest->len && rest->ptr[0] == ' ') {
		redline_bytes const line = cut_line(rest);
		out.len = (size_t)(line.ptr + line.len - out.ptr) + 1;
	}
	return out;
}

/* Goes through a file; what it should say comes out. */
static void check_examples(const struct desk *d, unsigned own, redline_bytes rest,
                           struct text *out, unsigned *uses)
{
	struct lexer *lexer = lexer_new(d->lang[own]);
	struct text shown = {0};
	cr_assert_not_null(lexer);
	while (rest.len) {
		redline_bytes const line = cut_line(&rest);
		redline_bytes const want = cut_indented(&rest);
		text_add(out, line.ptr, line.len);
		text_put(out, "\n");
		if (!line.len || line.ptr[0] == '#')
			continue;
		show(&shown, d->reader[own], line);
		text_put(out, shown.ptr);
		cr_expect(accepting() || text_is(want, text_view(&shown)),
		          "%s: something else is understood now:\n%.*s\n%s  instead of\n%.*s",
		          d->lang[own]->code, (int)line.len, line.ptr, shown.ptr, (int)want.len,
		          want.ptr);
		mark_rows(lexer, line, uses);
		check_readings(d, d->lang[own]->code, line, own);
	}
	text_release(&shown);
	lexer_free(lexer);
}

static void check_language(const struct desk *d, unsigned own)
{
	char path[64];
	struct text have = {0}, want = {0};
	const struct lang *lang = d->lang[own];
	unsigned *uses = calloc(lang->row_count, sizeof *uses);
	cr_assert_not_null(uses);
	snprintf(path, sizeof path, "fixtures/lang/%s.txt", lang->code);
	cr_expect(text_read(&have, path), "%s is missing", path);
	if (have.ptr)
		check_examples(d, own, text_view(&have), &want, uses);
	if (accepting())
		cr_assert(!want.len || text_write(path, text_view(&want)));
	for (size_t i = 0; i < lang->row_count; i++)
		cr_expect(uses[i] > 0, "%s has no example for row %zu: %s", path, i,
		          lang->rows[i].pattern);
	free(uses);
	text_release(&have);
	text_release(&want);
}

/* A test for each language, which run side by side; long under the sanitizers. */
static void check_rows(const char *code)
{
	struct desk d;
	desk_begin(&d);
	unsigned own = 0;
	while (own < d.count && strcmp(d.lang[own]->code, code) != 0)
		own++;
	cr_assert_lt(own, d.count, "there is no language %s", code);
	check_language(&d, own);
	desk_end(&d);
}

#define ROWS(code) \
	Test(languages, every_row_has_an_example_##code, .timeout = 300) \
	{ \
		check_rows(#code); \
	}

ROWS(en)
ROWS(fr)
ROWS(es)
ROWS(de)
ROWS(ru)
ROWS(zh)
ROWS(ar)

Test(languages, each_is_among_the_tests)
{
	static const char *const tested[] = {"en", "fr", "es", "de", "ru", "zh", "ar"};
	unsigned count = 0;
	while (lang_all[count])
		count++;
	cr_assert_eq(count, sizeof tested / sizeof tested[0]);
	for (unsigned i = 0; i < count; i++)
		cr_assert_str_eq(lang_all[i]->code, tested[i]);
}

/* What two languages have in common tells neither of them. */
Test(languages, telling_words_are_of_one_language)
{
	for (unsigned i = 0; lang_all[i]; i++)
		for (unsigned k = i + 1; lang_all[k]; k++)
			for (lang_list w = lang_all[i]->telling; w && *w; w++)
				for (lang_list v = lang_all[k]->telling; v && *v; v++)
					cr_expect_str_neq(*w, *v, "both %s and %s",
					                  lang_all[i]->name, lang_all[k]->name);
}

/* --- The phrases --- */

/* "fr-verbs.txt" is in French, "mixed-..." in several, marks are of none; the others are
   in English. */
static unsigned language_of(const struct desk *d, const char *name)
{
	if (strncmp(name, "mixed-", 6) == 0 || strcmp(name, "marked.txt") == 0)
		return LANGUAGES;
	for (unsigned i = 1; i < d->count; i++)
		if (strncmp(name, d->lang[i]->code, 2) == 0 && name[2] == '-')
			return i;
	return 0;
}

static void check_phrases(const struct desk *d, unsigned own, const char *path,
                          redline_bytes rest)
{
	redline_bytes text = {NULL, 0};
	while (rest.len) {
		redline_bytes const line = cut_line(&rest);
		bool const marker = bytes_start(line, BYTES("--- ")) || bytes_start(line, BYTES("=== "));
		if (!marker && text.ptr) {
			text.len = (size_t)(line.ptr + line.len - text.ptr);
			continue;
		}
		if (marker && text.len)
			check_readings(d, path, text, own);
		text = (redline_bytes){NULL, 0};
		if (bytes_equal(line, BYTES("--- amendments")))
			text.ptr = rest.ptr;
	}
}

Test(languages, phrases_are_in_one_language, .timeout = 900)
{
	struct desk d;
	desk_begin(&d);
	cr_assert_str_eq(d.lang[0]->code, "en");
	DIR *folder = opendir("fixtures/phrases");
	cr_assert_not_null(folder);
	for (struct dirent *entry; (entry = readdir(folder));) {
		char path[300];
		struct text file = {0};
		snprintf(path, sizeof path, "fixtures/phrases/%s", entry->d_name);
		unsigned const own = language_of(&d, entry->d_name);
		if (entry->d_name[0] != '.' && own < d.count && text_read(&file, path))
			check_phrases(&d, own, path, text_view(&file));
		text_release(&file);
	}
	closedir(folder);
	desk_end(&d);
}
