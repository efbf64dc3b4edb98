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

/* A block without a number, before all that have one. */
static bool is_in_head(const struct place_finder *f, uint32_t block)
{
	return block < f->count && block < HEAD_BLOCKS && !range_len(f->blocks[block].core);
}

static bool block_names(const struct place_finder *f, uint32_t block, const struct cite_key *name)
{
	struct cite_key key;
	cite_key_make(&key, bytes_in(f->text, f->blocks[block].body));
	return cite_key_holds(&key, name);
}

void placing_index_act(struct place_finder *f)
{
	static const char cited[] = "cited as";
	const char *at = memmem(f->text.ptr, f->text.len, cited, sizeof cited - 1);
	size_t const rest = at ? f->text.len - (size_t)(at - f->text.ptr) : 0;
	f->short_title = (redline_bytes){at, rest < SHORT_TITLE ? rest : SHORT_TITLE};
}

static bool short_title_names(const struct place_finder *f, const struct cite_key *name)
{
	struct cite_key key;
	cite_key_make(&key, f->short_title);
	return cite_key_holds(&key, name);
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

static bool is_named(const struct place_finder *f, redline_bytes act, bool *said)
{
	struct cite_key name;
	bool named = false;
	cite_key_make(&name, without_year(act));
	*said = false;
	for (uint32_t i = 0; is_in_head(f, i) && !named; i++) {
		*said |= range_len(f->blocks[i].body) > 0;
		named = block_names(f, i, &name);
	}
	return named || short_title_names(f, &name);
}

bool placing_is_of_act(const struct place_finder *f, redline_bytes act)
{
	bool said;
	return listed(lang_own_acts, act) || is_named(f, act, &said) || !said;
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
