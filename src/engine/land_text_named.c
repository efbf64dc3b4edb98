/*
 * land_text_named.c -- an amendment of a text that the statement names, where the draft may be
 * another one (landing.h).
 *
 * The name is held against what the draft says that it is: the headings before its first
 * provision, or else its first line, and what it may be cited as (place_act.c).
 */
#include "landing.h"

#define SHOWN_BYTES 80u

/* The best that one of the names there does. */
static enum text_match match_of(const struct landing *n, struct text_name *shown)
{
	redline_bytes const words = n->m->text_named;
	enum text_match best = TEXT_OTHER;
	struct text_name name;
	bool any = false;
	for (uint32_t at = 0;
	     text_name_find(words, (redline_range){at, (uint32_t)words.len}, &name);
	     at = name.range.end > name.noun.end ? name.range.end : name.noun.end) {
		enum text_match const m =
			places_match_title(&n->l->places, words, &name, n->m->text_loosely);
		if (!any || m < best) {
			best = m;
			*shown = name;
		}
		any = true;
	}
	return any ? best : TEXT_UNKNOWN;
}

static void say(const struct landing *n, redline_level level, const struct text_name *name,
                const char *what)
{
	redline_bytes const shown = bytes_in(n->m->text_named, name->range);
	report_add(n->l->report, level, "other-text", landing_at_instruction(n), what,
	           (int)(shown.len < SHOWN_BYTES ? shown.len : SHOWN_BYTES), shown.ptr);
}

bool landing_is_of_text(struct landing *n)
{
	struct lander *l = n->l;
	struct text_name name;
	if (!n->m->text_named.len)
		return true;
	for (uint32_t i = 0; i < n->m->place_count; i++)
		if (n->m->places[i].act.len) /* it says so itself */
			return true;
	bool const known =
		l->named.ptr == n->m->text_named.ptr && l->named.len == n->m->text_named.len;
	enum text_match const match =
		known && l->named_match != TEXT_OTHER ? l->named_match : match_of(n, &name);
	if (match == TEXT_PARTLY && !known)
		say(n, REDLINE_WARNING, &name,
		    "this is said of \"%.*s\", and the draft is headed otherwise; look whether it "
		    "is "
		    "the right one");
	l->named = n->m->text_named;
	l->named_match = match;
	if (match != TEXT_OTHER)
		return true;
	say(n, REDLINE_ERROR, &name,
	    "this is said of \"%.*s\", and the draft is headed otherwise; leave the name out if "
	    "the draft is meant");
	return !(n->refused = true);
}
