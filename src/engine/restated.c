/*
 * restated.c -- see restated.h.
 *
 * "59. States could ...", "(b) ...", "Article 5. ..." name their provision by the
 * label they begin with, read as a draft's labels are.  "Paragraph 59, marked
 * up: ..." has a lead, which the grammar reads.
 */
#include "restated.h"

#include <string.h>

#include "base/bytes.h"
#include "place.h"

static redline_unit unit_of(const redline_block *b, bool *exact)
{
	*exact = true;
	switch (b->unit) {
	case REDLINE_LABEL_PP:
		return REDLINE_PREAMBULAR;
	case REDLINE_LABEL_OP:
		return REDLINE_OPERATIVE;
	case REDLINE_LABEL_ARTICLE:
		return REDLINE_ARTICLE;
	case REDLINE_LABEL_SECTION:
		return REDLINE_SECTION;
	default:
		break;
	}
	*exact = false;
	return b->numeral == REDLINE_ARABIC && b->dress != REDLINE_PARENS ? REDLINE_PARAGRAPH_UNIT
	                                                                  : REDLINE_SUBPARAGRAPH;
}

static redline_range moved_by(redline_range r, uint32_t offset)
{
	return (redline_range){r.begin + offset, r.end + offset};
}

/* The label that the words begin with, if that is what it is. */
static void take_label(struct arena *a, redline_bytes words, uint32_t offset,
                       const redline_block *b, struct restated *out)
{
	char label[CANONICAL_MAX];
	size_t const len = places_canonical(bytes_in(words, b->core), label, sizeof label);
	out->step = (redline_step){
		.label = arena_copy(a, (redline_bytes){label, len}),
		.source = moved_by(b->label, offset),
	};
	out->step.unit = unit_of(b, &out->step.exact);
	out->labelled = true;
	out->bare = b->dress == REDLINE_BARE;
	out->passage = moved_by((redline_range){b->body.begin, (uint32_t)words.len}, offset);
}

bool restated_find(struct arena *a, redline_bytes text, redline_range words, uint32_t mark,
                   struct restated *out)
{
	*out = (struct restated){.passage = words, .led = words};
	const char *colon = memchr(text.ptr + words.begin, ':', mark - words.begin);
	if (colon) {
		uint32_t const after = (uint32_t)(colon - text.ptr) + 1;
		out->lead = (redline_range){words.begin, after};
		out->led = range_trim(text, (redline_range){after, words.end});
	}
	redline_draft *mini = NULL;
	redline_bytes const all = bytes_in(text, words);
	redline_status const status = redline_draft_new(&mini, all, NULL);
	if (status == REDLINE_NO_MEMORY)
		return false;
	if (status == REDLINE_OK && redline_draft_count(mini)) {
		const redline_block *b = redline_draft_blocks(mini);
		bool const before_mark =
			range_len(b->core) && b->body.begin + words.begin <= mark;
		if (b->kind == REDLINE_PROVISION && before_mark)
			take_label(a, all, words.begin, b, out);
	}
	redline_draft_free(mini);
	return !a->failed;
}

/* How far out a unit stands; preambular, operative and other paragraphs alike. */
static int depth_of(redline_unit unit)
{
	bool const paragraph = unit == REDLINE_PREAMBULAR || unit == REDLINE_OPERATIVE;
	return (int)(paragraph ? REDLINE_PARAGRAPH_UNIT : unit);
}

redline_place restated_place(struct arena *a, const redline_step *step,
                             const redline_place *around)
{
	uint32_t outer = 0;
	while (around && outer < around->count &&
	       depth_of(around->steps[outer].unit) < depth_of(step->unit))
		outer++;
	redline_step *steps = arena_array(a, (size_t)outer + 1, sizeof *steps);
	if (!steps)
		return (redline_place){0};
	if (outer)
		memcpy(steps, around->steps, outer * sizeof *steps);
	steps[outer] = *step;
	return (redline_place){
		.steps = steps, .count = outer + 1, .inherited = outer, .source = step->source};
}
