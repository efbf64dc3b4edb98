/*
 * land_words.c -- words for words, and words away.  See landing.h.
 *
 * Nothing outside the named words is touched but the white space that a deletion would
 * leave doubled.
 */
#define _GNU_SOURCE /* memmem */

#include "landing.h"

#include <unictype.h>

#include "base/bytes.h"
#include "fold.h"

#define ASIDE_LEAST 8 /* bytes up to the closing mark: no label is as long */

static void note_capital(struct landing *n, redline_range where)
{
	report_add(n->l->report, REDLINE_NOTE, "capital", landing_in_draft(where),
	           "the word stands at the start of a sentence, so the new one takes the capital");
}

bool landing_is_stop(uint32_t cp)
{
	uint32_t const mark = plain_mark(cp);
	return mark == ',' || mark == '.' || mark == ';' || mark == ':';
}

/* A blank that stays before a comma or stop, because an act is carried out to
 * the letter. */
static void warn_left(struct landing *n, redline_range r, uint32_t stop)
{
	redline_range const body = landing_body_of(n, r.begin);
	uint32_t const before = landing_char_before(n, r.begin, body.begin);
	if (landing_keeps_blank(n) && landing_is_stop(stop) && is_space_char(before))
		report_add(n->l->report, REDLINE_WARNING, "space-before-comma", landing_in_draft(r),
		           "a blank is left before the \"%c\"; the act does not take it out",
		           (char)plain_mark(stop));
}

static uint32_t first_of(redline_bytes words)
{
	unsigned size;
	return words.len ? utf8_at(words, 0, &size) : 0;
}

/* New words that begin with a comma take the blank before them away. */
redline_range landing_without_blank(const struct landing *n, redline_range r, redline_bytes words)
{
	redline_range const body = landing_body_of(n, r.begin);
	if (n->m->to_the_letter || !words.len || !landing_is_stop(first_of(words)))
		return r;
	return (redline_range){landing_space_begin(n, r.begin, body.begin), r.end};
}

/* What comes behind words that stay may need a blank. */
static redline_bytes after_old(struct landing *n, redline_range r, redline_bytes words)
{
	uint32_t const before = landing_char_before(n, r.begin, landing_body_of(n, r.begin).begin);
	bool const joined = n->m->old_stays && before && !is_space_char(before) &&
	                    !landing_is_opening_mark(before) && landing_wants_space_before(words);
	return joined ? landing_join3(n, LANDING_BLANK, words, LANDING_NOTHING) : words;
}

/* A reference to a footnote, "[^2]", inside the range, if the quotation has none. */
static bool holds_reference(const struct landing *n, redline_range r, redline_range *reference)
{
	redline_bytes const old = n->m->old_words.words, text = n->l->text;
	if (old.len && memmem(old.ptr, old.len, "[^", 2))
		return false;
	const char *at = memmem(text.ptr + r.begin, range_len(r), "[^", 2);
	const char *end = at ? memchr(at, ']', (size_t)(text.ptr + r.end - at)) : NULL;
	if (!end)
		return false;
	*reference = (redline_range){(uint32_t)(at - text.ptr), (uint32_t)(end + 1 - text.ptr)};
	return true;
}

static bool say_reference(struct landing *n, redline_range reference)
{
	report_add(n->l->report, REDLINE_ERROR, "footnote-inside",
	           landing_at_words(n, &n->m->old_words),
	           "the reference %.*s stands inside of these words, and it is not said what "
	           "becomes of it; quote it too",
	           SHOWN(bytes_in(n->l->text, reference)));
	report_note(n->l->report, landing_in_draft(reference), "here");
	n->refused = true;
	return false;
}

/* "(as amended)", "(“RRB”)" and no "(a)", which goes right behind the number that it belongs
 * to. */
static bool opens_aside(redline_bytes words)
{
	if (!words.len || words.ptr[0] != '(')
		return false;
	const char *close = memchr(words.ptr, ')', words.len);
	return !close || close - words.ptr > ASIDE_LEAST ||
	       !is_word_char(utf8_at(words, 1, &(unsigned){0}));
}

/* A word that comes for a mark wants the blank before it that the mark had not, even to the
 * letter: no act makes "Directoror" of "Director" and "or". */
static redline_bytes with_blank(struct landing *n, redline_range r, redline_bytes words)
{
	redline_range const body = landing_body_of(n, r.begin);
	bool const mark = landing_is_stop(landing_char_at(n, r.begin, body.end));
	bool const glued = is_word_char(landing_char_before(n, r.begin, body.begin)) &&
	                   ((is_word_char(utf8_at(words, 0, &(unsigned){0})) &&
	                     landing_wants_space_before(words)) ||
	                    opens_aside(words));
	if (!mark || !glued)
		return words;
	return landing_join3(n, LANDING_BLANK, words, LANDING_NOTHING);
}

/* "replace “The programme” with “The plan.”": in mid-sentence the stop is the statement's. */
static redline_bytes without_own_stop(const struct landing *n, redline_range r, redline_bytes words)
{
	const redline_operand *now = &n->m->new_words;
	redline_bytes const old = landing_trimmed(n->m->old_words.words);
	redline_range const body = landing_body_of(n, r.begin);
	uint32_t const next = landing_char_at(n, landing_space_end(n, r.end, body.end), body.end);
	bool const own = now->quoted && now->ends_sentence && landing_ends_with_stop(words) &&
	                 old.len && !landing_ends_with_stop(old);
	return own && words.len > 1 && uc_is_lower(next) ? landing_without_stop(words) : words;
}

bool landing_say_stand_there(struct landing *n)
{
	return landing_refuse(n, "nothing-changes", landing_at_words(n, &n->m->new_words),
	                      "these words stand there already");
}

/* With the old words `at` bytes into the new: do the new ones stand around `r` as a whole? */
static bool stand_around(const struct landing *n, redline_range r, redline_bytes words, size_t at)
{
	redline_range const body = landing_body_of(n, r.begin);
	if (r.begin - body.begin < at || body.end - (r.begin - at) < words.len)
		return false;
	redline_range const whole = {r.begin - (uint32_t)at,
	                             r.begin - (uint32_t)at + (uint32_t)words.len};
	unsigned size;
	return memcmp(n->l->text.ptr + whole.begin, words.ptr, words.len) == 0 &&
	       (whole.end == body.end || !is_word_char(utf8_before(words, words.len, &size)) ||
	        !is_word_char(utf8_at(n->l->text, whole.end, &size))) &&
	       (whole.begin == body.begin || !is_word_char(utf8_at(words, 0, &size)) ||
	        !is_word_char(utf8_before(n->l->text, whole.begin, &size)));
}

/* "strike “a” and insert “a or b”" where "a or b" stands: it would become "a or b or b". */
static bool was_done(const struct landing *n, redline_range r, redline_bytes words)
{
	redline_bytes const old = bytes_in(n->l->text, r);
	if (!old.len || words.len <= old.len)
		return false;
	const char *first = memmem(words.ptr, words.len, old.ptr, old.len);
	return first && (stand_around(n, r, words, (size_t)(first - words.ptr)) ||
	                 (memcmp(words.ptr + words.len - old.len, old.ptr, old.len) == 0 &&
	                  stand_around(n, r, words, words.len - old.len)));
}

void landing_warn_doubled(struct landing *n, uint32_t at, redline_range body, redline_bytes words)
{
	unsigned size;
	uint32_t const next = plain_mark(
		landing_char_at(n, landing_space_end(n, at, body.end), body.end));
	char const last = (char)plain_mark(utf8_before(words, words.len, &size));
	if ((last == ',' || last == ';' || last == '.') &&
	    (next == ',' || next == ';' || next == '.'))
		report_add(n->l->report, REDLINE_WARNING, "doubled-mark",
		           landing_at_words(n, &n->m->new_words),
		           "the new words end with \"%c\", and a \"%c\" follows", last, (char)next);
}

bool landing_substitute_in(struct landing *n, const struct area *area)
{
	struct matches found;
	if (!landing_pick_target(n, area, &found))
		return false;
	for (uint32_t i = 0; i < found.count; i++) {
		redline_range r = found.at[i].range;
		redline_range reference;
		redline_bytes words = landing_new_words(n, landing_trimmed(n->m->old_words.words));
		if (!landing_extend(n, area, words, &r))
			return false;
		if (holds_reference(n, r, &reference))
			return say_reference(n, reference);
		if (found.at[i].capital && !n->m->old_stays) {
			words = landing_capitalized(n, words);
			note_capital(n, r);
		}
		if (!n->m->old_stays && was_done(n, r, words))
			return landing_say_stand_there(n);
		if (!words.len) {
			r = landing_whole_emphasis(n, r, true);
			landing_add_edit(n, r, landing_tidy_deletion(n, r), words);
			continue;
		}
		words = after_old(n, r, without_own_stop(n, r, words));
		warn_left(n, r, first_of(words));
		landing_warn_hidden(n, bytes_in(n->l->text, r), landing_in_draft(r));
		r = landing_whole_emphasis(n, r, false);
		words = with_blank(n, r, words);
		landing_warn_capitals(n, r, words);
		landing_warn_doubled(n, r.end, landing_body_of(n, r.begin), words);
		landing_add_edit(n, r, landing_without_blank(n, r, words), words);
	}
	return true;
}

bool landing_leaves_no_word(const struct landing *n, redline_range r)
{
	redline_range const body = landing_body_of(n, r.begin);
	for (uint32_t at = body.begin; at < body.end;) {
		unsigned size;
		uint32_t const skip = fold_skips(n->l->text, at, body.end);
		if (at == r.begin && range_len(r)) {
			at = r.end;
			continue;
		}
		if (!skip && is_word_char(utf8_at(n->l->text, at, &size)))
			return false;
		at += skip ? skip : size;
	}
	return true;
}

bool landing_delete_quoted(struct landing *n, redline_range r)
{
	uint32_t const block = redline_draft_block_at(n->l->draft, r.begin);
	const redline_block *b = &n->l->blocks[block];
	redline_range const body = range_trim(n->l->text, b->body);
	bool const paragraph = b->kind == REDLINE_PARAGRAPH && !range_len(b->label);
	if ((!paragraph && !n->m->may_be_whole) || r.begin > body.begin || r.end < body.end ||
	    b->subtree_end != block + 1)
		return false;
	landing_delete_blocks(n, block, block + 1);
	return true;
}

/* "[regularly]": the brackets were not named, so they stay. */
static void warn_emptied(struct landing *n, redline_range r)
{
	redline_range const body = landing_body_of(n, r.begin);
	uint32_t const begin = landing_space_begin(n, r.begin, body.begin),
		       end = landing_space_end(n, r.end, body.end);
	uint32_t const open = landing_char_before(n, begin, body.begin),
		       close = landing_char_at(n, end, body.end);
	if ((open == '[' && close == ']') || (open == '(' && close == ')'))
		report_add(n->l->report, REDLINE_WARNING, "brackets-emptied",
		           landing_in_draft((redline_range){begin - 1, end + 1}),
		           "nothing is left between these brackets; quote them too, if they go");
}

/* "shall, respectively, inform" without its word: the commas were not named, so they stay. */
static void warn_marks(struct landing *n, redline_range gone)
{
	redline_range const body = landing_body_of(n, gone.begin);
	uint32_t const before = landing_char_before(
		n, landing_space_begin(n, gone.begin, body.begin), body.begin);
	uint32_t const after =
		landing_char_at(n, landing_space_end(n, gone.end, body.end), body.end);
	if (!before && landing_is_stop(after))
		report_add(n->l->report, REDLINE_WARNING, "marks-left", landing_in_draft(gone),
		           "the text begins with a \"%c\" now; quote that, too, if it goes",
		           (int)plain_mark(after));
	if (landing_is_stop(before) && landing_is_stop(after))
		report_add(n->l->report, REDLINE_WARNING, "marks-left", landing_in_draft(gone),
		           "a \"%c\" and a \"%c\" stand next to each other now; quote the one that "
		           "goes, too",
		           (int)before, (int)after);
}

bool landing_delete_in(struct landing *n, const struct area *area)
{
	struct matches found;
	if (!landing_pick_target(n, area, &found))
		return false;
	for (uint32_t i = 0; i < found.count; i++) {
		redline_range r = found.at[i].range;
		if (!landing_extend(n, area, LANDING_NOTHING, &r))
			return false;
		if (n->m->with_footnote && !landing_delete_note(n, &r))
			return false;
		if (landing_delete_quoted(n, r))
			continue;
		if (landing_leaves_no_word(n, r))
			return landing_refuse(
				n, "whole-provision", landing_at_words(n, &n->m->old_words),
				"these are all the words of the provision; delete the "
				"provision itself if that is meant");
		landing_warn_hidden(n, bytes_in(n->l->text, r), landing_in_draft(r));
		r = landing_whole_emphasis(n, r, true);
		warn_emptied(n, r);
		warn_left(n, r, landing_char_at(n, r.end, landing_body_of(n, r.begin).end));
		warn_marks(n, r);
		landing_warn_capitals(n, r, LANDING_NOTHING);
		landing_add_edit(n, r, landing_tidy_deletion(n, r), (redline_bytes){0});
	}
	return true;
}
