/*
 * place_say.c -- what is said of a place that can't be had (placing.h): that there is none, and
 * what there is instead; or which of several it may be.
 */
#include "placing.h"

#include <string.h>

#include "base/bytes.h"

static redline_spot draft_spot(const struct place_finder *f, uint32_t block)
{
	const redline_block *b = &f->blocks[block];
	redline_range const r = range_len(b->label) ? b->label : b->body;
	return (redline_spot){REDLINE_IN_DRAFT, r};
}

/* "the draft has paragraphs 1 to 62" when a number is out of reach. */
static void note_neighbours(const struct place_finder *f, const struct area *area,
                            const redline_step *step, struct report *report)
{
	uint32_t first, last;
	placing_neighbours(f, area, step, &first, &last);
	if (first == REDLINE_NONE)
		return;
	char a[80], b[80];
	(void)redline_draft_path(f->draft, first, a, sizeof a);
	(void)redline_draft_path(f->draft, last, b, sizeof b);
	if (first == last)
		report_note(report, draft_spot(f, first), "there is only %s", a);
	else
		report_note(report, draft_spot(f, first), "here they run from %s to %s", a, b);
}

/* "Section 6" where 6 is a paragraph: says so, and that it can be had by that name. */
static bool note_namesake(const struct place_finder *f, const struct area *area,
                          const redline_step *step, struct report *report)
{
	redline_step other = *step;
	struct candidates at;
	if (!step->label.len || step->label_to.len || !placing_is_kind(step))
		return false;
	other.unit = REDLINE_PARAGRAPH_UNIT;
	other.exact = false;
	other.kind = (redline_bytes){0};
	placing_find_label(f, area, &other, other.label, &at);
	if (at.count != 1)
		return false;
	report_note(report, draft_spot(f, at.at[0]),
	            "this has the number, but nothing shows that it is called so; if it is meant, "
	            "say \"paragraph %.*s\"",
	            (int)step->label.len, step->label.ptr);
	return true;
}

void placing_words(const struct resolving *r, char *buf, size_t size)
{
	redline_place p = *r->place;
	if (r->at && r->at >= p.steps && r->at < p.steps + p.count)
		p.count = (uint32_t)(r->at - p.steps) + 1;
	(void)redline_place_text(&p, buf, size);
}

bool placing_say_absent(struct resolving *r, const struct area *area, const redline_step *step)
{
	if (!r->report)
		return false;
	char words[200];
	placing_words(r, words, sizeof words);
	bool const article = strncmp(words, "the ", 4) == 0;
	size_t const unit = strcspn(words, " ");
	bool const plural = step->label_to.len && unit && words[unit - 1] == 's';
	report_add(r->report, REDLINE_ERROR, "place-absent", r->where, "there %s no %s",
	           plural ? "are" : "is", words + (article ? 4 : 0));
	if (!note_namesake(r->f, area, step, r->report))
		note_neighbours(r->f, area, step, r->report);
	return false;
}

bool placing_say_ambiguous(struct resolving *r, const struct candidates *c)
{
	r->ambiguous = true;
	if (!r->report)
		return false;
	char words[200], path[120];
	(void)redline_place_text(r->place, words, sizeof words);
	report_add(r->report, REDLINE_ERROR, "place-ambiguous", r->where,
	           "%s fits %u places of the draft", words, (unsigned)c->count);
	for (uint32_t i = 0; i < c->count && i < SHOWN_CANDIDATES; i++) {
		(void)redline_draft_path(r->f->draft, c->at[i], path, sizeof path);
		uint32_t const section = r->f->blocks[c->at[i]].section;
		char under[80] = "";
		if (section != REDLINE_NONE)
			(void)redline_draft_path(r->f->draft, section, under, sizeof under);
		report_note(r->report, draft_spot(r->f, c->at[i]), "%s%s%s", path,
		            under[0] ? ", under " : "", under);
	}
	return false;
}

bool placing_say(struct resolving *r, const char *code, const char *message)
{
	if (r->report)
		report_add(r->report, REDLINE_ERROR, code, r->where, "%s", message);
	return false;
}
