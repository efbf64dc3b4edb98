/*
 * place_act.c -- whether the draft is the act that a place is said to be in: "section 2 of the
 * Companies Act 2006".  See place.h and placing.h.
 *
 * Drafts say what they are in what stands before their first provision, or in a short title
 * ("may be cited as").  One that says nothing there is taken for what it is called; one that
 * says something else is another text, and its section 2 another section.
 */
#define _GNU_SOURCE /* memmem */

#include "placing.h"

#include <string.h>

#include "base/bytes.h"
#include "lang/lang.h"
#include "listed.h"
#include "model/cite.h"

#define HEAD_BLOCKS 12u /* before the first provision that are looked at */
#define SHORT_TITLE 120u /* bytes behind "cited as" that may be one */
#define SHOWN_BYTES 80u

/* What the draft says that it is. */
struct place_act {
	struct cite_key name[HEAD_BLOCKS + 1]; /* its head, block by block, and its short title */
	bool dated[HEAD_BLOCKS + 1]; /* which of these end with a year */
	uint32_t count;
	bool said; /* the head has words */
};

/* A block without a number, before all that have one. */
static bool is_in_head(const struct place_finder *f, uint32_t block)
{
	return block < f->count && block < HEAD_BLOCKS && !range_len(f->blocks[block].core);
}

/* What the draft says it may be cited as, and what follows. */
static redline_bytes short_title(redline_bytes text)
{
	static const char cited[] = "cited as";
	const char *at = text.len ? memmem(text.ptr, text.len, cited, sizeof cited - 1) : NULL;
	size_t const rest = at ? text.len - (size_t)(at - text.ptr) : 0;
	return (redline_bytes){at, rest < SHORT_TITLE ? rest : SHORT_TITLE};
}

/* "Companies Act" of "Companies Act 2006". */
static redline_bytes without_year(redline_bytes act)
{
	size_t len = act.len;
	while (len > 0 && is_digit(act.ptr[len - 1]))
		len--;
	return act.len - len == 4 && len > 1 && act.ptr[len - 1] == ' '
	               ? (redline_bytes){act.ptr, len - 1}
	               : act;
}

/* What a place may call the draft; with the year, if the draft has one: the Act of another year
 * is another. */
static void add_act_name(struct place_act *a, redline_bytes name)
{
	a->dated[a->count] = without_year(name).len < name.len;
	cite_key_make(&a->name[a->count++], name);
}

bool placing_index_act(struct place_finder *f, struct arena *arena)
{
	struct place_act *a = f->act = arena_alloc(arena, sizeof *a);
	if (!a)
		return false;
	for (uint32_t i = 0; is_in_head(f, i); i++) {
		redline_bytes const body = bytes_in(f->text, f->blocks[i].body);
		a->said |= body.len > 0;
		add_act_name(a, body);
	}
	add_act_name(a, short_title(f->text));
	return true;
}

/* "§ 47-392": a number that no other text is likely to have, too. */
static bool is_number_of_code(redline_bytes label)
{
	return label.len && is_digit(label.ptr[0]) && memchr(label.ptr, '-', label.len);
}

/* A draft that says of itself nothing is the act, if what the place says is enough. */
static bool may_be_of_act(const redline_place *place)
{
	bool by_number = !place->act_alone;
	for (uint32_t i = 0; i < place->count; i++)
		by_number |= is_number_of_code(place->steps[i].label);
	return by_number;
}

bool placing_is_of_act(const struct place_finder *f, const redline_place *place)
{
	struct cite_key name, bare;
	if (listed(lang_own_acts, place->act))
		return true;
	if (!f->act->said)
		return may_be_of_act(place);
	cite_key_make(&name, place->act);
	cite_key_make(&bare, without_year(place->act));
	for (uint32_t i = 0; i < f->act->count; i++)
		if (cite_key_holds(&f->act->name[i], f->act->dated[i] ? &name : &bare))
			return true;
	return false;
}

bool placing_say_of_act(struct resolving *r)
{
	redline_bytes const act = r->place->act;
	if (!r->report)
		return false;
	report_add(r->report, REDLINE_ERROR, "place-absent", r->where,
	           "this is a place of \"%.*s\", and the draft is not headed so; leave the name out "
	           "if the draft is meant",
	           (int)(act.len < SHOWN_BYTES ? act.len : SHOWN_BYTES), act.ptr);
	return false;
}

/* ---- the title as a whole ---- */

#define BEGINNING 2000u /* bytes of the draft that tell what it is in */

enum text_match places_match_title(const struct place_finder *f, redline_bytes text,
                                   const struct text_name *name, bool same_noun)
{
	redline_range const beginning = {0, f->text.len < BEGINNING ? (uint32_t)f->text.len : BEGINNING};
	enum text_match best = TEXT_UNKNOWN;
	bool first = true;
	for (uint32_t i = 0; is_in_head(f, i); i++) {
		redline_bytes const title = bytes_in(f->text, f->blocks[i].body);
		bool const titles = title.len && (first || f->blocks[i].kind == REDLINE_HEADING);
		first &= !title.len;
		enum text_match const m =
			titles ? text_name_match(text, name, title, same_noun) : TEXT_UNKNOWN;
		if (m != TEXT_UNKNOWN && (best == TEXT_UNKNOWN || m < best))
			best = m;
	}
	enum text_match const cited =
		text_name_match(text, name, short_title(f->text), false);
	if (cited == TEXT_SAME || best == TEXT_UNKNOWN)
		return cited == TEXT_SAME ? cited : TEXT_UNKNOWN;
	return text_name_speaks(name, bytes_in(f->text, beginning)) ? best : TEXT_UNKNOWN;
}
