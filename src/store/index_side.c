/*
 * index_side.c -- revisions on their way into an index.  See index_side.h.
 *
 * A strand is copied out of the step's arena once and then shared from revision
 * to revision by counting its uses, so that what is held is one text's strands
 * and not a history's.
 */
#include "index_side.h"

#include <stdlib.h>
#include <string.h>

/* ---- strands ---- */

static struct strand *strand_new(uint32_t count, uint32_t struck_count)
{
	size_t const struck = struck_count * sizeof(struct lineage_struck);
	struct strand *s = malloc(sizeof *s + struck + count * sizeof(lineage_origin) + 1);
	if (!s)
		return NULL;
	struct lineage_struck *words = (void *)(s + 1);
	*s = (struct strand){.strand = {.struck = words, .count = count,
	                                .origins = (void *)(words + struck_count),
	                                .struck_count = struck_count},
	                     .uses = 1};
	return s;
}

/* What strand_new made room for, to be filled. */
static lineage_origin *origins_of(struct strand *s)
{
	return (void *)((struct lineage_struck *)(void *)(s + 1) + s->strand.struck_count);
}

struct strand *strand_copy(const struct lineage_strand *from)
{
	struct strand *s = strand_new(from->count, from->struck_count);
	if (!s)
		return NULL;
	if (from->struck_count)
		memcpy(s + 1, from->struck, from->struck_count * sizeof *from->struck);
	if (from->count)
		memcpy(origins_of(s), from->origins, from->count * sizeof *from->origins);
	return s;
}

/* Fills in the struck words; `words` has room for count of them. */
static bool load_struck(const struct index_image *im, index_ref ref,
                        struct lineage_struck *words, uint32_t count, uint32_t depth)
{
	struct index_strand_view v;
	if (!image_strand(im, ref, &v) || v.struck_count != count || v.depth != depth)
		return false;
	const struct lineage_struck *listed = v.listed;
	if (!v.run_count) {
		if (v.listed_count == count && count)
			memcpy(words, listed, count * sizeof *words);
		return v.listed_count == count;
	}
	struct index_strand_view base = {0};
	bool ok = depth && image_strand(im, v.base, &base) && base.struck_count < REDLINE_TEXT_MAX;
	struct lineage_struck *of_base = ok ? malloc(((size_t)base.struck_count + 1) *
	                                             sizeof *of_base) : NULL;
	ok = of_base && load_struck(im, v.base, of_base, base.struck_count, depth - 1);
	uint32_t at = 0, next = 0;
	for (uint32_t i = 0; i < v.run_count && ok; i++) {
		struct index_struck_run const r = v.runs[i];
		bool const is_listed = r.from == STRUCK_LISTED;
		uint32_t const from = is_listed ? next : r.from;
		uint32_t const there = is_listed ? v.listed_count : base.struck_count;
		ok = r.count <= count - at && from <= there && r.count <= there - from;
		if (!ok)
			break;
		memcpy(words + at, (is_listed ? listed : of_base) + from, r.count * sizeof *words);
		for (uint32_t k = 0; k < r.count; k++)
			words[at + k].before += r.shift;
		at += r.count;
		next += is_listed ? r.count : 0;
	}
	free(of_base);
	return ok && at == count;
}

static struct strand *strand_load(const struct index_image *im, index_ref ref)
{
	struct index_strand_view v;
	if (!image_strand(im, ref, &v) || v.count > REDLINE_TEXT_MAX ||
	    v.struck_count > REDLINE_TEXT_MAX || v.depth > STRAND_DEPTH)
		return NULL;
	struct strand *s = strand_new(v.count, v.struck_count);
	if (!s)
		return NULL;
	s->ref = ref;
	s->depth = v.depth;
	lineage_origin *origins = origins_of(s);
	uint32_t at = 0;
	for (uint32_t i = 0; i < v.span_count; i++)
		while (at < v.spans[i].end && at < v.count)
			origins[at++] = v.spans[i].origin;
	if (at == v.count &&
	    load_struck(im, ref, (struct lineage_struck *)(void *)(s + 1), v.struck_count, v.depth))
		return s;
	free(s);
	return NULL;
}

void strand_drop(struct strand *s)
{
	if (s && --s->uses == 0)
		free(s);
}

/* ---- sides ---- */

static bool make_room(struct side *s)
{
	size_t const count = s->units.count ? s->units.count : 1;
	s->states = calloc(count, sizeof *s->states);
	s->known = calloc(count, sizeof *s->known);
	s->strands = calloc(count, sizeof *s->strands);
	s->views = calloc(count, sizeof *s->views);
	return s->states && s->known && s->strands && s->views;
}

redline_status side_new(struct side **out, char *text, size_t length)
{
	struct side *s = calloc(1, sizeof *s);
	*out = NULL;
	if (!s) {
		free(text);
		return REDLINE_NO_MEMORY;
	}
	s->text = text;
	redline_status status = redline_draft_new(&s->draft, (redline_bytes){text, length}, NULL);
	if (status == REDLINE_OK &&
	    (!units_find(&s->units, s->draft, &lineage_rules) || !make_room(s)))
		status = REDLINE_NO_MEMORY;
	if (status == REDLINE_OK)
		*out = s;
	else
		side_free(s);
	return status;
}

char *side_text(const struct index_image *im, uint32_t node, const index_ref *states,
                size_t *length)
{
	const struct index_node *n = image_node(im, node);
	redline_bytes const lead = n ? image_string(im, n->lead) : (redline_bytes){"", 0};
	*length = lead.len;
	for (uint32_t i = 0; n && i < n->unit_count; i++) {
		const struct index_state *s = image_state(im, states[i]);
		const struct index_piece *p = s ? image_piece(im, s->piece) : NULL;
		if (!p)
			return NULL;
		*length += p->length;
	}
	char *text = n && *length <= REDLINE_TEXT_MAX ? malloc(*length + 1) : NULL;
	if (!text)
		return NULL;
	memcpy(text, lead.ptr, lead.len);
	size_t at = lead.len;
	for (uint32_t i = 0; i < n->unit_count; i++) {
		const struct index_piece *p = image_piece(im, image_state(im, states[i])->piece);
		image_piece_copy(im, p, 0, p->length, text + at);
		at += p->length;
	}
	text[at] = '\0';
	return text;
}

/* Units in a row often share a strand that is new to all of them: the same origin. */
static bool load_strands(struct side *s, const struct index_image *im)
{
	for (uint32_t i = 0; i < s->units.count; i++) {
		const struct index_state *state = image_state(im, s->states[i]);
		if (!state)
			return false;
		struct strand *before = i ? s->strands[i - 1] : NULL;
		if (before && before->ref == state->strand) {
			before->uses++;
			s->strands[i] = before;
		} else {
			s->strands[i] = strand_load(im, state->strand);
		}
		if (!s->strands[i])
			return false;
		s->known[i] = *state;
		s->views[i] = &s->strands[i]->strand;
	}
	return true;
}

struct side *side_load(const struct index_image *im, uint32_t node)
{
	const struct index_node *n = image_node(im, node);
	index_ref *states = n ? malloc(((size_t)n->unit_count + 1) * sizeof *states) : NULL;
	struct side *s = NULL;
	size_t length;
	if (states && image_snapshot(im, node, states)) {
		char *text = side_text(im, node, states, &length);
		if (text && side_new(&s, text, length) == REDLINE_OK &&
		    s->units.count == n->unit_count) {
			s->node = node;
			memcpy(s->states, states, n->unit_count * sizeof *states);
			if (load_strands(s, im)) {
				free(states);
				return s;
			}
		}
	}
	free(states);
	side_free(s);
	return NULL;
}

void side_free(struct side *s)
{
	if (!s)
		return;
	for (uint32_t i = 0; s->strands && i < s->units.count; i++)
		strand_drop(s->strands[i]);
	free(s->strands);
	free(s->views);
	free(s->states);
	free(s->known);
	units_release(&s->units);
	redline_draft_free(s->draft);
	free(s->text);
	free(s);
}

size_t side_size(const struct side *s)
{
	size_t const tokens = (size_t)s->units.tokens.cap * (sizeof(struct token) + 8);
	return redline_draft_text(s->draft).len * 2 + tokens +
	       (size_t)redline_draft_count(s->draft) * sizeof(redline_block) +
	       (size_t)s->units.count * (sizeof(struct unit) + 96);
}
