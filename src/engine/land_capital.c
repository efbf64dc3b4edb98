/*
 * land_capital.c -- capitals, where a change moves the start of a sentence.  See landing.h.
 *
 * Nothing is changed here: words come in as they were given, and what stays is not touched.
 * But a sentence that is left to begin with a small letter, and a capital that comes to stand
 * inside of one, are told, with what to ask for.
 */
#include "landing.h"

#include <unicase.h>
#include <unictype.h>

#include "fold.h"

static bool ends_sentence(uint32_t cp)
{
	uint32_t const mark = plain_mark(cp);
	return mark == '.' || mark == '!' || mark == '?';
}

/* The last character of a text that counts: no blank, emphasis, closing mark or reference to
 * a footnote.  0 if there is none. */
static uint32_t last_sign(redline_bytes text)
{
	uint32_t at = (uint32_t)text.len;
	while (at > 0) {
		unsigned size;
		uint32_t const cp = utf8_before(text, at, &size);
		uint32_t open = at - 1;
		while (cp == ']' && open > 0 && at - open < 40 && text.ptr[open] != '[')
			open--;
		if (cp == ']' && text.ptr[open] == '[' && open + 1 < at && text.ptr[open + 1] == '^')
			at = open;
		else if (is_space_char(cp) || cp == '*' || cp == '_' || cp == '"' || cp == ')' ||
		         cp == 0x201D || cp == 0x2019 || cp == 0xBB)
			at -= size;
		else
			return cp;
	}
	return 0;
}

/* The first word of a text, past blanks and emphasis. */
static redline_bytes first_word(redline_bytes text)
{
	size_t begin = 0, end;
	unsigned size;
	while (begin < text.len &&
	       (is_space(text.ptr[begin]) || text.ptr[begin] == '*' || text.ptr[begin] == '_'))
		begin++;
	for (end = begin; end < text.len; end += size)
		if (!is_word_char(utf8_at(text, end, &size)))
			break;
	return (redline_bytes){text.ptr + begin, end - begin};
}

static bool begins_small(redline_bytes word)
{
	unsigned size;
	return word.len && uc_is_lower(utf8_at(word, 0, &size));
}

/* A capital and small letters: no "UNESCO". */
static bool begins_large(redline_bytes word)
{
	unsigned size, next;
	if (!word.len)
		return false;
	uint32_t const first = utf8_at(word, 0, &size);
	return uc_tolower(first) != first &&
	       (size == word.len || uc_is_lower(utf8_at(word, size, &next)));
}

/* The word with its first letter small or large. */
static redline_bytes with_first(struct landing *n, redline_bytes word, bool large)
{
	char first[4];
	unsigned size;
	uint32_t const cp = utf8_at(word, 0, &size);
	unsigned const len = utf8_put(first, large ? uc_toupper(cp) : uc_tolower(cp));
	return landing_join3(n, (redline_bytes){first, len},
	                     (redline_bytes){word.ptr + size, word.len - size}, LANDING_NOTHING);
}

/* "The", which the draft has as "the", too: not a name. */
static bool is_common(struct landing *n, redline_bytes word)
{
	struct matches found;
	redline_bytes const small = with_first(n, word, false);
	return small.len &&
	       finder_search(&n->l->finder, small, places_document(&n->l->places).range, 1,
	                     &found) &&
	       found.count && !found.at[0].capital;
}

/* What stays stands first now, or no longer: the words that go, and those that are meant if
 * it is to begin with a large letter, or a small one. */
static void warn_moved(struct landing *n, redline_range gone, redline_bytes next,
                       redline_bytes words, const char *told, bool large)
{
	uint32_t const at = (uint32_t)(next.ptr - n->l->text.ptr);
	redline_range const whole = {gone.begin, at + (uint32_t)next.len};
	redline_bytes const meant = with_first(n, next, large);
	report_add(n->l->report, REDLINE_WARNING, "capital-moved",
	           landing_in_draft((redline_range){at, whole.end}),
	           "%s; if it should not, write: replace \"%.*s\" with \"%.*s%s%.*s\"", told,
	           SHOWN(bytes_in(n->l->text, whole)), SHOWN(words), words.len ? " " : "",
	           SHOWN(meant));
}

void landing_warn_capitals(struct landing *n, redline_range gone, redline_bytes words)
{
	redline_range const body = landing_body_of(n, gone.begin);
	redline_bytes const text = n->l->text;
	redline_bytes const old = bytes_in(text, gone);
	uint32_t const before = last_sign(bytes_in(text, (redline_range){body.begin, gone.begin}));
	bool const starts = !before || ends_sentence(before);
	uint32_t const old_end = last_sign(old), new_end = last_sign(words);
	bool const started = old_end ? ends_sentence(old_end) : starts;
	bool const will_start = new_end ? ends_sentence(new_end) : starts;
	redline_bytes const next = first_word(bytes_in(text, (redline_range){gone.end, body.end}));
	redline_bytes const was = old_end ? first_word(old) : next, is = first_word(words);
	bool const asked = is.len && bytes_equal(with_first(n, is, true), was);
	if (asked)
		return; /* "To" becomes "to": that is what the change is for */
	if (starts && new_end && begins_large(was) && begins_small(is))
		report_add(n->l->report, REDLINE_WARNING, "capital-moved",
		           landing_at_words(n, &n->m->new_words),
		           "the sentence begins with a small letter now, \"%.*s\"; if it should "
		           "not, give the new words with a capital",
		           SHOWN(is));
	else if (will_start && !started && begins_small(next) && (new_end || begins_large(was)))
		/* "In this context, the Group", without its first words */
		warn_moved(n, gone, next, words, "the sentence begins with a small letter now",
		           true);
	else if (started && !will_start && begins_large(next) && is_common(n, next))
		/* "In this regard, The Group", with new ones */
		warn_moved(n, gone, next, words, "this keeps its capital inside of the sentence",
		           false);
}
