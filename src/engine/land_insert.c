/*
 * land_insert.c -- words in: beside words, between them, at an edge of a place, beside a
 * sentence.  See landing.h.
 *
 * Words that come get the space they need, and nothing else is touched.
 */
#include "landing.h"

#include "base/bytes.h"
#include "fold.h"
#include "lang/common.h"
#include "seams.h"

bool landing_wants_space_before(redline_bytes words)
{
	unsigned size;
	uint32_t const first = utf8_at(words, 0, &size);
	return !landing_is_closing_mark(first) && first != '-' && first != '/' &&
	       !is_unspaced_char(first) && !is_space_char(first) && first != 0x2014;
}

bool landing_wants_space_after(redline_bytes words)
{
	unsigned size;
	uint32_t const last = utf8_before(words, words.len, &size);
	return !landing_is_opening_mark(last) && last != '-' && last != '/' &&
	       !is_unspaced_char(last) && !is_space_char(last);
}

/* Is the run of marks at `at` followed by a word? */
static bool opens_emphasis(const struct landing *n, uint32_t at, uint32_t end)
{
	uint32_t const next = at + landing_marks_after(n, at, end);
	return next < end && !is_space_char(landing_char_at(n, next, end)) &&
	       !landing_is_closing_mark(landing_char_at(n, next, end));
}

/* A straight quotation mark does not say what it is: what stands on its other side does. */
static bool opens_quote(const struct landing *n, uint32_t at, redline_range body)
{
	uint32_t const mark = landing_char_before(n, at, body.begin);
	uint32_t const before = mark ? landing_char_before(n, at - 1, body.begin) : 0;
	return (mark == '"' || mark == '\'') &&
	       (!before || is_space_char(before) || landing_is_opening_mark(before));
}

static bool closes_quote(const struct landing *n, uint32_t at, redline_range body)
{
	uint32_t const mark = landing_char_at(n, at, body.end);
	uint32_t const after = mark ? landing_char_at(n, at + 1, body.end) : 0;
	return mark == '"' &&
	       (!after || is_space_char(after) || landing_is_closing_mark(after)) &&
	       at > body.begin && !is_space(n->l->text.ptr[at - 1]);
}

/* Words at a point: with the space they need on either side. */
static void insert_at(struct landing *n, uint32_t at, redline_range body, redline_bytes words)
{
	uint32_t const before = landing_char_before(n, at, body.begin),
		       after = landing_char_at(n, at, body.end);
	/* behind "d'", and behind Arabic "and" that is written onto its word */
	bool const glued =
		(is_word_char(before) && is_word_char(after)) ||
		seam_elided(bytes_in(n->l->text, (redline_range){body.begin, at}));
	bool const left = before && !is_space_char(before) && !landing_is_opening_mark(before) &&
	                  !opens_quote(n, at, body) && !is_unspaced_char(before) && !glued &&
	                  landing_wants_space_before(words);
	bool const closes = (after == '*' || after == '_') && !opens_emphasis(n, at, body.end);
	bool const right = after && !is_space_char(after) && !landing_is_closing_mark(after) &&
	                   !closes && !closes_quote(n, at, body) && !is_unspaced_char(after) &&
	                   !seam_elided(words) &&
	                   landing_wants_space_after(words);
	redline_bytes const text = landing_join3(n, left ? LANDING_BLANK : LANDING_NOTHING, words,
	                                         right ? LANDING_BLANK : LANDING_NOTHING);
	landing_warn_capitals(n, (redline_range){at, at}, words);
	landing_add_plain(n, (redline_range){at, at}, text);
}

static const char *name_of(uint32_t mark)
{
	switch (plain_mark(mark)) {
	case '.':
		return "full stop";
	case ',':
		return "comma";
	case ';':
		return "semicolon";
	default:
		return "colon";
	}
}

/*
 * "add a semicolon at the end", and a full stop stands there; "; and" before a semicolon: is
 * the mark to come beside the other, or for it?
 */
static bool meets_mark(struct landing *n, uint32_t at, redline_range body, redline_bytes words)
{
	redline_bytes const w = landing_trimmed(words);
	redline_bytes const mark = {w.ptr, w.len - common_item_joint(w)};
	uint32_t const next =
		landing_char_at(n, landing_space_end(n, at, body.end), body.end);
	if (n->m->to_the_letter || !landing_is_mark(mark) || !landing_is_stop(next))
		return false;
	report_add(n->l->report, REDLINE_ERROR, "not-understood",
	           landing_at_words(n, &n->m->new_words),
	           "a %s stands there already; if the new mark comes in its place, write: replace "
	           "the %s%s with \"%.*s\"; else quote the words that it comes after",
	           name_of(next), name_of(next), n->m->anchor.present ? "" : " at the end",
	           SHOWN(w));
	return n->refused = true;
}

/* Past footnote references that stand at `at`. */
static uint32_t after_reference(const struct landing *n, uint32_t at, uint32_t end)
{
	while (at + 1 < end && n->l->text.ptr[at] == '[' && n->l->text.ptr[at + 1] == '^') {
		uint32_t const skip = fold_skips(n->l->text, at, end);
		if (!skip)
			break;
		at += skip;
	}
	return at;
}

/* Do the words stand right before or after the point where they are to come in? */
static bool stand_there(const struct landing *n, uint32_t at, redline_range body,
                        redline_bytes words)
{
	redline_bytes const text = n->l->text;
	unsigned size;
	if (!words.len)
		return false;
	uint32_t const next = landing_space_end(n, at, body.end);
	if (body.end - next >= words.len && memcmp(text.ptr + next, words.ptr, words.len) == 0) {
		uint32_t const end = next + (uint32_t)words.len;
		if (end == body.end || !is_word_char(utf8_before(words, words.len, &size)) ||
		    !is_word_char(utf8_at(text, end, &size)))
			return true;
	}
	uint32_t const last = landing_space_begin(n, at, body.begin);
	if (last - body.begin < words.len ||
	    memcmp(text.ptr + last - words.len, words.ptr, words.len) != 0)
		return false;
	uint32_t const begin = last - (uint32_t)words.len;
	return begin == body.begin || !is_word_char(utf8_at(words, 0, &size)) ||
	       !is_word_char(utf8_before(text, begin, &size));
}

static bool insert_by_anchor(struct landing *n, const struct area *area, redline_bytes words)
{
	struct matches found;
	if (!landing_pick_words(n, &n->m->anchor, area, n->m->occurrence, &found))
		return false;
	bool const final = landing_is_named_mark(&n->m->anchor) && n->m->nth == -1 &&
	                   n->m->occurrence == REDLINE_NTH && n->m->anchor.words.ptr[0] != ',';
	if (final && !landing_is_last_stop(n, area, found.at[0].range))
		return landing_refuse(n, "words-absent", landing_at_words(n, &n->m->anchor),
		                      "no such mark stands at the end of this place");
	for (uint32_t i = 0; i < found.count; i++) {
		redline_range const r = found.at[i].range;
		redline_range const body = landing_body_of(n, r.begin);
		if (n->m->where == REDLINE_AFTER) {
			uint32_t const at = after_reference(
				n, r.end + landing_marks_after(n, r.end, body.end), body.end);
			if (stand_there(n, at, body, words))
				return landing_say_stand_there(n);
			if (meets_mark(n, at, body, words))
				return false;
			landing_warn_doubled(n, at, body, words);
			insert_at(n, at, body, words);
			continue;
		}
		uint32_t at = r.begin - landing_marks_before(n, r.begin, body.begin);
		if (stand_there(n, at, body, words))
			return landing_say_stand_there(n);
		at = landing_without_blank(n, (redline_range){at, at}, words).begin;
		insert_at(n, at, body, words);
	}
	return true;
}

/* "between X and Y": they must stand next to each other, once. */
static bool insert_between(struct landing *n, const struct area *area, redline_bytes words)
{
	struct matches left, right;
	if (!landing_search_words(n, &n->m->anchor, area, UINT32_MAX, &left) ||
	    !landing_search_words(n, &n->m->anchor_to, area, UINT32_MAX, &right))
		return false;
	if (left.count == 0)
		return landing_say_absent(n, &n->m->anchor, area);
	if (right.count == 0)
		return landing_say_absent(n, &n->m->anchor_to, area);
	uint32_t hits = 0, hit = 0, gap_end = 0, k = 0;
	for (uint32_t i = 0; i < left.count; i++) {
		while (k < right.count && right.at[k].range.begin < left.at[i].range.end)
			k++;
		if (k == right.count)
			break;
		redline_range const gap = {left.at[i].range.end, right.at[k].range.begin};
		bool adjacent = range_len(gap) <= 12;
		for (uint32_t at = gap.begin; adjacent && at < gap.end; at++)
			adjacent = is_space(n->l->text.ptr[at]) || n->l->text.ptr[at] == ',' ||
			           n->l->text.ptr[at] == '*' || n->l->text.ptr[at] == ';';
		if (adjacent) {
			hits++;
			hit = i;
			gap_end = gap.end;
		}
	}
	if (hits == 0)
		return landing_refuse(n, "words-absent", landing_at_words(n, &n->m->anchor),
		                      "these words do not stand next to each other there");
	if (hits > 1)
		return landing_say_repeated(n, &n->m->anchor, area, &left);
	uint32_t const begin = left.at[hit].range.end;
	redline_range const body = landing_body_of(n, begin);
	const char *comma = memchr(n->l->text.ptr + begin, ',', gap_end - begin);
	if (!comma)
		comma = memchr(n->l->text.ptr + begin, ';', gap_end - begin);
	if (!comma) {
		insert_at(n, begin + landing_marks_after(n, begin, gap_end), body, words);
		return true;
	}
	/* one more item of a list: the separator is repeated */
	redline_bytes const mark = {comma, 1};
	bool const has_own = landing_ends_with_mark(words);
	landing_add_plain(n, (redline_range){gap_end, gap_end},
	                  landing_join3(n, words, has_own ? LANDING_NOTHING : mark, LANDING_BLANK));
	return true;
}

/* Where the closing punctuation of a text begins: "...", "; and", ".[^3]". */
uint32_t landing_closing_begin(const struct landing *n, redline_range r, bool *stop)
{
	redline_bytes const t = n->l->text;
	uint32_t end = range_trim(t, r).end;
	*stop = false;
	size_t const joint = common_item_joint(bytes_in(t, (redline_range){r.begin, end}));
	uint32_t const item = landing_space_begin(n, end - (uint32_t)joint, r.begin);
	if (joint && item > r.begin) {
		unsigned size;
		uint32_t const mark = plain_mark(utf8_before(t, item, &size));
		if (mark == ';' || mark == ',')
			return item - size;
	}
	for (;;) {
		uint32_t const cp = landing_char_before(n, end, r.begin);
		unsigned size = 1;
		if (cp)
			(void)utf8_before(t, end, &size);
		if (cp == ']' && end > r.begin + 3) { /* a footnote reference */
			uint32_t open = end - 1;
			while (open > r.begin && t.ptr[open] != '[' && end - open < 40)
				open--;
			if (t.ptr[open] != '[' || t.ptr[open + 1] != '^')
				return end;
			end = open;
			continue;
		}
		if (cp == '*' || cp == '_') {
			end -= 1;
			continue;
		}
		uint32_t const mark = plain_mark(cp);
		if (landing_is_stop(cp) || mark == '!' || mark == '?') {
			*stop = mark == '.' || mark == '!' || mark == '?';
			/* with the blank that French has before it */
			return landing_space_begin(n, end - size, r.begin);
		}
		break;
	}
	return range_trim(t, r).end;
}

/* The text that "at the end of" means: a provision's own words, if it has
 * no provisions of its own inside. */
bool landing_edge_text(struct landing *n, const struct area *area, redline_range *r)
{
	if (area->kind == AREA_TEXT) {
		*r = area->range;
		return true;
	}
	if (area->kind == AREA_DOCUMENT)
		return landing_refuse(n, "place-unknown", landing_at_instruction(n),
		                      "it is not said at the end or start of which paragraph");
	const redline_block *b = &n->l->blocks[area->block];
	uint32_t only = b->kind == REDLINE_HEADING ? REDLINE_NONE : area->block, texts = 0;
	for (uint32_t i = area->block + 1; i < area->end_block; i++) {
		if (n->l->blocks[i].kind == REDLINE_BLANK)
			continue;
		texts++;
		only = only == REDLINE_NONE ? i : only;
	}
	bool const single = b->kind == REDLINE_HEADING ? texts == 1 : texts == 0;
	if (!single && n->m->where == REDLINE_AT_END)
		return landing_refuse(n, "place-ambiguous", landing_at_instruction(n),
		                      "this provision has parts; say at the end of which of them, "
		                      "or of its chapeau");
	if (only == REDLINE_NONE)
		return landing_say_not_there(n, "there is no text in this place");
	*r = n->l->blocks[only].body;
	return true;
}

/* The last of the provisions right in this one, by itself or behind a list's last number. */
static bool follows_last_part(struct landing *n, const struct area *area, redline_bytes label)
{
	uint32_t last = REDLINE_NONE;
	bool const section = n->l->blocks[area->block].kind == REDLINE_HEADING;
	for (uint32_t i = area->block + 1; i < area->end_block; i++) {
		const redline_block *b = &n->l->blocks[i];
		if (section && b->kind == REDLINE_HEADING)
			return false;
		bool const direct = b->parent == area->block ||
		                    (section && b->parent == REDLINE_NONE);
		if (direct && range_len(b->core))
			last = i;
	}
	return last != REDLINE_NONE && landing_label_follows(n, last, label);
}

/*
 * "by adding at the end the following: “(4) ...”": what begins with the number after that
 * of the last part is the next one.
 */
static bool adds_part(struct landing *n, const struct area *area)
{
	redline_bytes core, rest;
	return n->m->where == REDLINE_AT_END && area->kind == AREA_BLOCKS &&
	       landing_own_label(n, landing_trimmed(n->m->new_words.words), &core, &rest) &&
	       follows_last_part(n, area, core);
}

static bool add_part(struct landing *n, const struct area *area)
{
	redline_amendment *own = arena_alloc(n->l->arena, sizeof *own);
	if (!own)
		return false;
	*own = *n->m;
	own->new_unit = REDLINE_PARAGRAPH_UNIT;
	n->m = own;
	return landing_add_in(n, area);
}

#define ITEM_BYTES 8u /* of a label in parentheses */

/* "; and (d) the lakes" for the end of (c): is what comes next numbered within the words? */
static bool carries_next_item(struct landing *n, uint32_t block, redline_bytes words)
{
	const redline_block *b = &n->l->blocks[block];
	if (!range_len(b->core) || b->dress != REDLINE_PARENS)
		return false;
	for (size_t at = 1; at < words.len; at++) {
		redline_bytes const rest = {words.ptr + at, words.len - at};
		size_t const most = rest.len < ITEM_BYTES + 2 ? rest.len : ITEM_BYTES + 2;
		const char *close = rest.ptr[0] == '(' && is_space(rest.ptr[-1])
		                            ? memchr(rest.ptr, ')', most)
		                            : NULL;
		size_t const inside = close ? (size_t)(close - rest.ptr) - 1 : 0;
		if (inside &&
		    landing_label_follows(n, block,
		                          landing_canonical_label(
						  n, (redline_bytes){rest.ptr + 1, inside})))
			return true;
	}
	return false;
}

static bool insert_at_edge(struct landing *n, const struct area *area, redline_bytes words)
{
	redline_range r;
	redline_bytes core, rest;
	if (adds_part(n, area))
		return add_part(n, area);
	if (!landing_edge_text(n, area, &r))
		return false;
	if (landing_own_label(n, n->m->new_words.words, &core, &rest))
		return landing_refuse(n, "not-understood", landing_at_words(n, &n->m->new_words),
		                      "these words have a number of their own; say after or before "
		                      "which provision they come");
	uint32_t const block = redline_draft_block_at(n->l->draft, r.begin);
	if (n->m->where == REDLINE_AT_END && carries_next_item(n, block, words))
		return landing_refuse(n, "wording-unclear", landing_at_words(n, &n->m->new_words),
		                      "these words hold the provision that comes next; say what is "
		                      "added at the end of this one, and then what comes as a new one");
	redline_range const body = landing_body_of(n, r.begin);
	if (n->m->where == REDLINE_AT_START) {
		if (r.begin == body.begin && r.end >= body.end)
			r.begin = places_behind_run_in(n->l->text, body).begin;
		insert_at(n, r.begin, (redline_range){r.begin, body.end}, words);
		return true;
	}
	bool stop;
	uint32_t const closing = landing_closing_begin(n, r, &stop);
	uint32_t const end = range_trim(n->l->text, r).end;
	if (stand_there(n, closing, r, words) || stand_there(n, end, r, words))
		return landing_say_stand_there(n);
	if (meets_mark(n, closing, body, words))
		return false;
	bool const sentence =
		n->m->whole_sentence || landing_looks_like_sentence(n->m->new_words.words);
	if (sentence && !stop && closing < end && area->unit != REDLINE_CHAPEAU)
		return landing_refuse(
			n, "not-understood", landing_at_words(n, &n->m->new_words),
			"a whole sentence can't follow a text that does not end with a full stop");
	if (sentence) {
		landing_add_plain(
			n, (redline_range){end, end},
			landing_join3(n, landing_gap(bytes_in(n->l->text, body)),
		                      landing_trimmed(landing_with_eol(n, n->m->new_words.words)),
		                      LANDING_NOTHING));
		return true;
	}
	if (common_item_joint(words) == words.len) {
		/* what joins a list item to the next stands after its semicolon */
		landing_add_plain(n, (redline_range){end, end},
		                  landing_join3(n, LANDING_BLANK, words, LANDING_NOTHING));
		return true;
	}
	bool const own_stop =
		n->m->new_words.quoted && landing_ends_with_stop(words) && closing < end;
	insert_at(n, closing, (redline_range){body.begin, closing},
	          own_stop ? landing_without_stop(words) : words);
	return true;
}

/* Before or after a whole sentence, or between two. */
static bool insert_by_sentence(struct landing *n, const struct area *area, redline_bytes words)
{
	redline_range const r = range_trim(n->l->text, area->range);
	if (n->m->where == REDLINE_BEFORE)
		landing_add_plain(n, (redline_range){r.begin, r.begin},
		                  landing_join3(n, words, landing_gap(words), LANDING_NOTHING));
	else
		landing_add_plain(n, (redline_range){r.end, r.end},
		                  landing_join3(n, landing_gap(bytes_in(n->l->text, r)), words, LANDING_NOTHING));
	return true;
}

bool landing_insert_in(struct landing *n, const struct area *area)
{
	redline_bytes words = landing_new_words(n, LANDING_NOTHING);
	if (n->m->whole_sentence || (area->unit == REDLINE_SENTENCE && !n->m->anchor.present))
		words = landing_trimmed(landing_with_eol(n, n->m->new_words.words));
	if (!words.len)
		return landing_refuse(n, "new-words-missing", landing_at_instruction(n),
		                      "the new words are missing");
	landing_warn_hidden(n, words, landing_at_words(n, &n->m->new_words));
	switch (n->m->where) {
	case REDLINE_AFTER:
	case REDLINE_BEFORE:
		if (n->m->anchor.present)
			return insert_by_anchor(n, area, words);
		if (area->kind == AREA_TEXT)
			return insert_by_sentence(n, area, words);
		break;
	case REDLINE_BETWEEN:
		if (n->m->anchor.present && n->m->anchor_to.present)
			return insert_between(n, area, words);
		if (area->unit == REDLINE_SENTENCE && n->area_count == 2 && area == &n->areas[0]) {
			redline_range const gap = {n->areas[0].range.end, n->areas[1].range.begin};
			if (gap.begin <= gap.end &&
			    landing_space_end(n, gap.begin, gap.end) == gap.end)
				return insert_by_sentence(n, area, words);
			return landing_say_not_there(
				n, "these two do not stand next to each other");
		}
		break;
	case REDLINE_AT_START:
	case REDLINE_AT_END:
		return insert_at_edge(n, area, words);
	case REDLINE_NOWHERE:
		break;
	}
	return landing_refuse(n, "not-understood", landing_at_instruction(n),
	                      "it is not clear where the new words go");
}
