/*
 * noun_alias.c -- the number that a place has in a code, in parentheses behind the number that
 * it has in its act.  See noun.h and nouning.h.
 *
 * "Section 4(b) of the Water Act (D.C. Official Code § 3-343.02(a))": the code's number becomes
 * steps of the place by another name (redline_place.also), which is tried beside the first one.
 * Behind a list, "section 7(c)(1) and (2) (§ 31-5406(c)(1) and (2))", it names the section of
 * all, if it goes through the same numbers.
 */
#include "nouning.h"

#include "base/bytes.h"
#include "lang/lang.h"
#include "listed.h"

/* "Code 3-1201.01(a)": a number behind a word for a code, where the sign was left out. */
static bool begins_code(redline_bytes text, size_t at)
{
	redline_bytes const rest = {text.ptr + at, text.len - at};
	size_t const word = listed_start(lang_law_codes, rest);
	return word && rest.len > word + 1 && is_blank(rest.ptr[word]) &&
	       is_digit(rest.ptr[word + 1]) && (at == 0 || !is_alpha(text.ptr[at - 1]));
}

/* Where the last number of a code begins in an aside; its length if there is none. */
static size_t code_number(redline_bytes text)
{
	for (size_t i = text.len; i-- > 0;) {
		if (bytes_start((redline_bytes){text.ptr + i, text.len - i}, BYTES("\xC2\xA7")))
			return i;
		if (begins_code(text, i))
			return i + listed_start(lang_law_codes,
			                        (redline_bytes){text.ptr + i, text.len - i}) +
			       1;
	}
	return text.len;
}

uint32_t noun_read_alias(const struct cursor *c, struct steps *out)
{
	redline_range const inside = c->lexed->groups[cursor_peek(c, 0)->value];
	size_t const at = code_number(bytes_in(c->text, inside));
	redline_range const from = {inside.begin + (uint32_t)at, inside.end};
	uint32_t end = inside.end;
	if (!range_len(from))
		return end;
	struct numeral const n = lex_numeral(c->arena, c->text, from, true, &end);
	noun_add_numeral(out, &n, REDLINE_SECTION, true, false, 0);
	return end;
}

/* The step that is the section, the inner one of "section 2-104 of section 4"; their count if
 * there is none. */
static unsigned section_of(const redline_step *at, unsigned count)
{
	for (unsigned i = count; i-- > 0;)
		if (at[i].unit == REDLINE_SECTION)
			return i;
	return count;
}

unsigned noun_complete_alias(redline_step *alias, unsigned known, const redline_step *at,
                             unsigned count)
{
	unsigned const section = section_of(at, count);
	for (unsigned i = section + known; known && i < count && known < STEPS_MAX; i++)
		alias[known++] = at[i];
	return known;
}

static void add_alias(struct arena *a, const redline_step *alias, unsigned known,
                      redline_place *place)
{
	redline_step *also = arena_array(a, STEPS_MAX, sizeof *also);
	if (!also)
		return;
	memcpy(also, alias, known * sizeof *also);
	place->also = also;
	place->also_count = noun_complete_alias(also, known, place->steps, place->count);
}

void noun_alias(const struct cursor *c, redline_place *place)
{
	struct steps alias = {.count = 0};
	(void)noun_read_alias(c, &alias);
	if (alias.count)
		add_alias(c->arena, alias.at, alias.count, place);
}

/* ---- of a list ---- */

/* Do both go on with the same labels behind their sections? */
static bool same_inside(const struct steps *alias, const redline_place *place)
{
	unsigned const section = section_of(place->steps, place->count);
	if (section == place->count || place->count - section != alias->count)
		return false;
	for (unsigned i = 1; i < alias->count; i++)
		if (!bytes_equal(alias->at[i].label, place->steps[section + i].label))
			return false;
	return true;
}

/* How many bytes at the start of the text are the label in parentheses, or 0. */
static size_t label_start(redline_bytes text, redline_bytes label)
{
	return text.len >= label.len + 2 && text.ptr[0] == '(' &&
	                       bytes_start((redline_bytes){text.ptr + 1, text.len - 1}, label) &&
	                       text.ptr[label.len + 1] == ')'
	               ? label.len + 2
	               : 0;
}

/* "(b)(2)": how many bytes at the start of the text are the last labels of the place, or 0. */
static size_t labels_start(redline_bytes text, const redline_place *place)
{
	for (uint32_t first = 1; first < place->count; first++) {
		size_t at = 0, len = 1;
		for (uint32_t i = first; i < place->count && len; i++) {
			redline_bytes const rest = {text.ptr + at, text.len - at};
			len = label_start(rest, place->steps[i].label);
			at += len;
		}
		if (len)
			return at;
	}
	return 0;
}

/* ", (e), and (f)": the places from the second one on, and nothing else? */
static bool repeats_rest(redline_bytes text, const struct place_set *set)
{
	size_t at = 0;
	for (unsigned i = 1; i < set->count; i++) {
		while (at < text.len && (is_space(text.ptr[at]) || text.ptr[at] == ',' ||
		                         is_alpha(text.ptr[at])))
			at++;
		size_t const len =
			labels_start((redline_bytes){text.ptr + at, text.len - at}, &set->at[i]);
		if (!len)
			return false;
		at += len;
	}
	return at == text.len;
}

/* Is it one section that all places of the list are parts of? */
static bool share_section(const struct place_set *set)
{
	for (unsigned i = 0; i < set->count; i++) {
		const redline_place *p = &set->at[i], *first = &set->at[0];
		unsigned const section = section_of(p->steps, p->count);
		if (section >= p->count || section_of(first->steps, first->count) != section ||
		    !bytes_equal(p->steps[section].label, first->steps[section].label) ||
		    p->also_count)
			return false;
	}
	return true;
}

void noun_share_alias(struct cursor *c, struct place_set *set)
{
	struct cursor next = *c;
	if (set->count < 2)
		return;
	noun_skip_act(&next);
	if (cursor_peek(&next, 0)->cls != LEX_GROUP || !share_section(set))
		return;
	struct steps alias;
	steps_clear(&alias);
	uint32_t const end = noun_read_alias(&next, &alias);
	redline_range const inside = next.lexed->groups[cursor_peek(&next, 0)->value];
	if (!alias.count || !same_inside(&alias, &set->at[0]) ||
	    !repeats_rest(bytes_in(c->text, (redline_range){end, inside.end}), set))
		return;
	for (unsigned i = 0; i < set->count; i++)
		add_alias(c->arena, alias.at, 1, &set->at[i]);
	next.at++;
	*c = next;
}
