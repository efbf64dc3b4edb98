/*
 * seams.c -- see seams.h.  Looks at the last word before a seam and the first behind it.
 */
#include "seams.h"

#include <stdio.h>

#include <unicase.h>

#include "base/bytes.h"
#include "lang/lang.h"
#include "tongue.h"

enum { SIDE = 64 }; /* bytes on either side of a seam that are looked at */

/* Both sides of a seam, without the blanks between them. */
struct seam {
	char left[2 * SIDE], right[2 * SIDE];
	size_t left_len, right_len;
	bool blank; /* parts them */
};

static bool is_apostrophe(uint32_t cp)
{
	return cp == '\'' || cp == 0x2019;
}

/* The word at the end of the text, with the apostrophe that it may end with. */
static redline_bytes last_word(redline_bytes text)
{
	unsigned size = 0;
	size_t begin = text.len;
	if (begin && is_apostrophe(utf8_before(text, (uint32_t)begin, &size)))
		begin -= size;
	while (begin && is_word_char(utf8_before(text, (uint32_t)begin, &size)))
		begin -= size;
	return (redline_bytes){text.ptr + begin, text.len - begin};
}

static redline_bytes first_word(redline_bytes text)
{
	unsigned size;
	size_t end = 0;
	while (end < text.len && is_word_char(utf8_at(text, end, &size)))
		end += size;
	return (redline_bytes){text.ptr, end};
}

/* Is the word the row's, but for capitals and the kind of apostrophe? */
static bool is_left(redline_bytes word, const char *left)
{
	redline_bytes const want = bytes_of(left);
	size_t k = 0;
	unsigned size, other;
	for (size_t i = 0; i < word.len; i += size, k += other) {
		uint32_t const cp = utf8_at(word, i, &size);
		if (k >= want.len)
			return false;
		uint32_t const due = utf8_at(want, k, &other);
		bool const mark = is_apostrophe(cp) && is_apostrophe(due);
		if (!mark && uc_tolower(cp) != due)
			return false;
	}
	return word.len > 0 && k == want.len;
}

/* Is one of the words of the list, parted by blanks, this one? */
static bool is_in(const char *list, redline_bytes word)
{
	for (const char *at = list; at && *at; at += strspn(at, " ")) {
		size_t const len = strcspn(at, " ");
		if (len == word.len && bytes_equal_nocase((redline_bytes){at, len}, word))
			return true;
		at += len;
	}
	return false;
}

static bool has_letter(const char *letters, uint32_t cp)
{
	redline_bytes const set = bytes_of(letters);
	unsigned size;
	for (size_t i = 0; i < set.len; i += size)
		if (utf8_at(set, i, &size) == cp)
			return true;
	return false;
}

/* May the row's word not stand before what comes here? */
static bool meets(const struct lang_seam *row, const struct seam *s)
{
	redline_bytes const right = {s->right, s->right_len};
	unsigned size;
	uint32_t const first = right.len ? uc_tolower(utf8_at(right, 0, &size)) : '.';
	bool const closes = first == '.' || first == ',' || first == ';' || first == ':' ||
	                    first == ')' || first == ']';
	if (closes) /* "d'." */
		return row->before[0] == '!';
	if (!is_word_char(first) || (first >= '0' && first <= '9') ||
	    is_in(row->unless, first_word(right)))
		return false;
	if (row->before[0] == '=')
		return s->blank && is_in(row->before + 1, first_word(right));
	if (row->before[0] == '!')
		return s->blank || !has_letter(row->before + 1, first);
	return s->blank && has_letter(row->before, first);
}

static const struct lang_seam *find_row(const struct lang *lang, const struct seam *s)
{
	redline_bytes const word = last_word((redline_bytes){s->left, s->left_len});
	for (const struct lang_seam *row = lang->seams; row && row->left; row++)
		if (is_left(word, row->left) && meets(row, s))
			return row;
	return NULL;
}

/* Adds the end of a text to the left side, whose older half goes. */
static void add_left(struct seam *s, redline_bytes text)
{
	size_t const keep = text.len < SIDE ? text.len : SIDE;
	if (!keep) /* no words need no memory either, and memcpy takes no NULL */
		return;
	if (s->left_len > SIDE) {
		memmove(s->left, s->left + s->left_len - SIDE, SIDE);
		s->left_len = SIDE;
	}
	memcpy(s->left + s->left_len, text.ptr + text.len - keep, keep);
	s->left_len += keep;
}

static void add_right(struct seam *s, redline_bytes text)
{
	size_t const room = sizeof s->right - s->right_len;
	size_t const most = text.len < room ? text.len : room;
	if (!most)
		return;
	memcpy(s->right + s->right_len, text.ptr, most);
	s->right_len += most;
}

/* Takes the blanks off both sides. */
static void close_up(struct seam *s)
{
	size_t skip = 0;
	while (s->left_len && is_space(s->left[s->left_len - 1])) {
		s->left_len--;
		s->blank = true;
	}
	while (skip < s->right_len && is_space(s->right[skip]))
		skip++;
	s->blank |= skip > 0;
	memmove(s->right, s->right + skip, s->right_len - skip);
	s->right_len -= skip;
	while (s->left_len && ((unsigned char)s->left[0] & 0xC0) == 0x80) { /* a character that was cut */
		memmove(s->left, s->left + 1, s->left_len - 1);
		s->left_len--;
	}
}

/* Where the amendment gives its new words, or else all of it. */
static redline_spot wording_spot(const redline_result *result)
{
	const redline_amendment *m = result->amendment;
	redline_range const source =
		m->new_words.present && range_len(m->new_words.source) ? m->new_words.source
	                                                               : m->source;
	return (redline_spot){REDLINE_IN_STATEMENT(result->statement), source};
}

static void warn(const struct lander *l, const struct edit *e, const redline_result *result,
                 const struct seam *s, const struct lang_seam *row)
{
	redline_bytes const word = last_word((redline_bytes){s->left, s->left_len});
	redline_bytes const next = first_word((redline_bytes){s->right, s->right_len});
	redline_spot const spot = wording_spot(result);
	bool const joins = row->before[0] == '=';
	l->report->amendment = e->cause;
	if (next.len)
		report_add(l->report, REDLINE_WARNING, "words-meet", spot,
		           "this leaves \"%.*s%s%.*s\"; if \"%s%.*s\" is meant, quote the word "
		           "before it, too, and write both anew",
		           SHOWN(word), s->blank ? " " : "", SHOWN(next), row->instead,
		           joins ? 0 : (int)next.len, next.ptr);
	else
		report_add(l->report, REDLINE_WARNING, "words-meet", spot,
		           "this leaves \"%.*s\" with no word behind it; quote it, too, if it goes",
		           SHOWN(word));
	report_note(l->report, (redline_spot){REDLINE_IN_DRAFT, e->range}, "here");
	l->report->amendment = REDLINE_NONE;
}

static bool same_word(redline_bytes a, redline_bytes b)
{
	size_t i = 0, k = 0;
	while (i < a.len && k < b.len) {
		unsigned x, y;
		if (uc_tolower(utf8_at(a, i, &x)) != uc_tolower(utf8_at(b, k, &y)))
			return false;
		i += x;
		k += y;
	}
	return i == a.len && k == b.len;
}

/* Does the same word stand on both sides, with a blank between? */
static bool is_doubled(const struct seam *s)
{
	redline_bytes const left = last_word((redline_bytes){s->left, s->left_len});
	redline_bytes const right = first_word((redline_bytes){s->right, s->right_len});
	unsigned size;
	if (!s->blank || !left.len || !same_word(left, right))
		return false;
	uint32_t const first = utf8_at(left, 0, &size);
	return first >= 0x80 || is_alpha((char)first); /* "5 5" may be a table's */
}

/* "leased to to a person": most often the new words hold one that the draft has already. */
static void warn_doubled(const struct lander *l, const struct edit *e, const redline_result *result,
                         const struct seam *s)
{
	redline_bytes const word = last_word((redline_bytes){s->left, s->left_len});
	redline_bytes const next = first_word((redline_bytes){s->right, s->right_len});
	l->report->amendment = e->cause;
	report_add(
		l->report, REDLINE_WARNING, "word-doubled", wording_spot(result),
		"this leaves \"%.*s %.*s\"; if the word is to stand once, quote it among the old "
		"words, too",
		SHOWN(word), SHOWN(next));
	report_note(l->report, (redline_spot){REDLINE_IN_DRAFT, e->range}, "here");
	l->report->amendment = REDLINE_NONE;
}

/* Looks at one seam; the language is asked for only where some language has a row. */
static bool check(const struct lander *l, const struct edit *e, const redline_result *result,
                  struct seam *s)
{
	close_up(s);
	if (is_doubled(s)) {
		warn_doubled(l, e, result, s);
		return true;
	}
	bool any = false;
	for (unsigned i = 0; lang_all[i] && !any; i++)
		any = find_row(lang_all[i], s) != NULL;
	if (!any)
		return false;
	/* a short passage may have no word that tells its language: then that of the draft */
	const struct lang_seam *row =
		find_row(tongue_of_draft(l->text, l->blocks[e->block].body), s);
	if (!row)
		row = find_row(tongue_of_draft(l->text, (redline_range){0, (uint32_t)l->text.len}),
		               s);
	if (row)
		warn(l, e, result, s, row);
	return row != NULL;
}

void seams_warn(const struct lander *l, const edit_list *edits, const redline_result *results)
{
	for (size_t i = 0; i < edits->len; i++) {
		const struct edit *e = &edits->at[i];
		redline_range const body = l->blocks[e->block].body;
		if (e->range.begin < body.begin || e->range.end > body.end || e->moves_to)
			continue; /* whole lines */
		if (i > 0 && edits->at[i - 1].range.begin == e->range.begin)
			continue; /* the same change by somebody else */
		redline_bytes const before =
			bytes_in(l->text, (redline_range){body.begin, e->range.begin});
		redline_bytes const after =
			bytes_in(l->text, (redline_range){e->range.end, body.end});
		struct seam s = {.left_len = 0};
		add_left(&s, before);
		add_right(&s, e->words);
		add_right(&s, after);
		if (check(l, e, &results[e->cause], &s) || !e->words.len)
			continue;
		s = (struct seam){.left_len = 0};
		add_left(&s, before);
		add_left(&s, e->words);
		add_right(&s, after);
		(void)check(l, e, &results[e->cause], &s);
	}
}

bool seam_elided(redline_bytes before)
{
	redline_bytes const word = last_word(before);
	unsigned size;
	if (!word.len || !is_apostrophe(utf8_before(word, (uint32_t)word.len, &size)))
		return false;
	for (unsigned i = 0; lang_all[i]; i++)
		for (const struct lang_seam *row = lang_all[i]->seams; row && row->left; row++)
			if (row->before[0] == '!' && is_left(word, row->left))
				return true;
	return false;
}
