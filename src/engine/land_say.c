/*
 * land_say.c -- what is said of words that are not clear: that they stand nowhere in their
 * place, with the nearest wording there and where else they stand; or more often than was asked
 * for, and where (landing.h).
 */
#include "landing.h"

#include <stdio.h>

#include "base/bytes.h"

/* "paragraph 59", or "the draft". */
static void area_name(const struct landing *n, const struct area *area, char *buf, size_t size)
{
	if (area->kind == AREA_DOCUMENT) {
		(void)snprintf(buf, size, "the draft");
		return;
	}
	if (area->kind == AREA_TEXT && area->unit == REDLINE_WORDS) {
		(void)snprintf(buf, size, "\"%.*s\"", SHOWN(bytes_in(n->l->text, area->range)));
		return;
	}
	for (uint32_t i = 0; i < n->area_count && i < n->m->place_count; i++)
		if (area == &n->areas[i]) {
			(void)redline_place_text(&n->m->places[i], buf, size);
			return;
		}
	(void)redline_draft_path(n->l->draft, area->block, buf, size);
}

void landing_note_matches(struct landing *n, const struct matches *found)
{
	for (uint32_t i = 0; i < found->count && i < SHOWN_MATCHES; i++) {
		char path[100];
		uint32_t const block =
			redline_draft_block_at(n->l->draft, found->at[i].range.begin);
		(void)redline_draft_path(n->l->draft, block, path, sizeof path);
		report_note(n->l->report, landing_in_draft(found->at[i].range), "here%s%s",
		            path[0] ? ", in " : "", path);
	}
}

/* Absent: the nearest wording there, and where else the words stand. */
bool landing_say_absent(struct landing *n, const redline_operand *o, const struct area *area)
{
	char place[200];
	area_name(n, area, place, sizeof place);
	report_add(n->l->report, REDLINE_ERROR, "words-absent", landing_at_words(n, o),
	           "the words \"%.*s\" do not stand in %s", SHOWN(o->words), place);
	n->refused = true;
	/* hints cost a look at the whole place, so there is a limit to them */
	uint32_t const looked_at = range_len(area->range);
	redline_range near = {0, 0};
	if (n->l->hint_bytes + looked_at <= HINT_BYTES_MAX) {
		n->l->hint_bytes += looked_at;
		near = finder_near(&n->l->finder, o->words, landing_search_range(n, area));
	}
	redline_bytes const words = bytes_in(n->l->text, near);
	if (words.len && !bytes_equal(words, o->words)) /* it may be in another cell of the row */
		report_note(n->l->report, landing_in_draft(near), "%s has \"%.*s\"", place,
		            SHOWN(words));
	struct matches elsewhere;
	if (area->kind == AREA_DOCUMENT)
		return false;
	if (!finder_search(&n->l->finder, o->words, places_document(&n->l->places).range,
	                   SHOWN_MATCHES, &elsewhere))
		return false;
	for (uint32_t i = 0; i < elsewhere.count && i < 3; i++) {
		char path[100];
		uint32_t const block =
			redline_draft_block_at(n->l->draft, elsewhere.at[i].range.begin);
		(void)redline_draft_path(n->l->draft, block, path, sizeof path);
		report_note(n->l->report, landing_in_draft(elsewhere.at[i].range),
		            path[0] ? "the words stand in %s" : "the words stand here%s", path);
	}
	return false;
}

bool landing_say_not_after(struct landing *n, const redline_operand *o, const struct area *area)
{
	char place[200];
	area_name(n, area, place, sizeof place);
	report_add(n->l->report, REDLINE_ERROR, "words-absent", landing_at_words(n, o),
	           "the words \"%.*s\" do not stand after \"%.*s\" in %s", SHOWN(o->words),
	           SHOWN(n->m->old_words.words), place);
	n->refused = true;
	return false;
}

/* "once", "twice", "3 times" */
static const char *times(const struct matches *found, char *buf, size_t size)
{
	if (found->count <= 2 && !found->more)
		return found->count == 1 ? "once" : "twice";
	(void)snprintf(buf, size, "%s%u times", found->more ? "more than " : "",
	               (unsigned)found->count);
	return buf;
}

bool landing_say_repeated(struct landing *n, const redline_operand *o, const struct area *area,
                          const struct matches *found)
{
	char place[200], count[40];
	area_name(n, area, place, sizeof place);
	report_add(n->l->report, REDLINE_ERROR, "words-repeated", landing_at_words(n, o),
	           "the words \"%.*s\" stand %s in %s; say which (first, second, each place ...)",
	           SHOWN(o->words), times(found, count, sizeof count), place);
	landing_note_matches(n, found);
	n->refused = true;
	return false;
}

bool landing_say_count(struct landing *n, const redline_operand *o, const struct area *area,
                       const struct matches *found, const char *want)
{
	char place[200], count[40];
	area_name(n, area, place, sizeof place);
	report_add(n->l->report, REDLINE_ERROR, "count-mismatch", landing_at_words(n, o),
	           "%s is asked for, but the words \"%.*s\" stand %s in %s", want, SHOWN(o->words),
	           times(found, count, sizeof count), place);
	landing_note_matches(n, found);
	n->refused = true;
	return false;
}
