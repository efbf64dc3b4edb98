/*
 * blame.c -- who brought in each word.  See redline/history.h.
 *
 * Where the words come from stands in the index; here the words of the paragraph are
 * found in its bytes, and words in a row that have one origin become a run.  A label goes
 * with the first word behind it, white space with the word before.
 */
#include <stdlib.h>

#include "engine/lineage.h"
#include "paragraph.h"
#include "trouble.h"

struct blame {
	redline_blame open;        /* first: what the caller sees */
	struct arena arena;
	redline_revision **revisions;
};

struct blaming {
	struct blame *b;
	const struct paragraph *p;
	struct extent extent;
	VEC(redline_blame_run) runs; /* with nodes for revisions, at first */
};

/* Words of the whole text: where each begins, and its origin. */
static bool add_word(struct blaming *x, uint32_t begin, uint32_t origin)
{
	uint32_t const node = LINEAGE_REVISION(origin);
	bool const returned = LINEAGE_RETURNED(origin);
	redline_blame_run *last = x->runs.len ? &x->runs.at[x->runs.len - 1] : NULL;
	if (last && last->revision == node && last->returned == returned)
		return true;
	if (last)
		last->range.end = begin;
	redline_blame_run *run = VEC_PUSH(&x->runs);
	if (run)
		*run = (redline_blame_run){{last ? begin : 0, 0}, node, returned};
	return run;
}

/* The words of one unit, whose piece begins at `at` in the text (below 0 by `cut`). */
static bool add_unit(struct blaming *x, uint32_t unit, uint32_t at, struct tokens *tokens)
{
	const struct index_image *im = &x->p->index.image;
	const struct index_state *s = unit_state(im, x->extent.node, unit);
	const struct index_piece *p = s ? image_piece(im, s->piece) : NULL;
	struct index_strand_view v;
	if (!p || !image_strand(im, s->strand, &v))
		return false;
	struct token_rules const rules = {.quoted = s->flags & STATE_QUOTED};
	uint32_t const cut = piece_cut(p);
	tokens_clear(tokens);
	tokens_add(tokens, image_rest(im, p), (redline_range){p->body_begin - cut, p->text_end - cut},
	           &rules);
	if (tokens->failed || tokens->count != v.count)
		return false;
	uint32_t token = 0;
	for (uint32_t i = 0; i < v.span_count; i++)
		for (; token < v.spans[i].end && token < v.count; token++) {
			uint32_t const begin = token ? tokens->at[token].begin + cut : p->text_begin;
			if (!add_word(x, at + begin, v.spans[i].origin))
				return false;
		}
	return token == v.count;
}

static bool add_units(struct blaming *x)
{
	const struct index_image *im = &x->p->index.image;
	struct tokens tokens = {0};
	uint32_t at = 0;
	bool ok = true;
	for (uint32_t u = x->extent.begin; u < x->extent.end && ok; u++) {
		const struct index_state *s = unit_state(im, x->extent.node, u);
		const struct index_piece *p = s ? image_piece(im, s->piece) : NULL;
		if (u == x->extent.begin && p)
			at = 0u - p->text_begin; /* unsigned, and right again once added to */
		ok = p && add_unit(x, u, at, &tokens);
		at += p ? p->length : 0;
	}
	tokens_release(&tokens);
	return ok;
}

static int by_number(const void *a, const void *b)
{
	uint32_t const x = *(const uint32_t *)a, y = *(const uint32_t *)b;
	return x < y ? -1 : x > y;
}

/* The nodes that the runs name, ascending, each once. */
static uint32_t list_nodes(const struct blaming *x, uint32_t *nodes)
{
	uint32_t count = 0;
	for (size_t i = 0; i < x->runs.len; i++)
		nodes[i] = x->runs.at[i].revision;
	if (x->runs.len)
		qsort(nodes, x->runs.len, sizeof *nodes, by_number);
	for (size_t i = 0; i < x->runs.len; i++)
		if (!count || nodes[count - 1] != nodes[i])
			nodes[count++] = nodes[i];
	return count;
}

static redline_status read_revisions(struct blaming *x, redline_store *store,
                                     const uint32_t *nodes, uint32_t count, redline_trouble *why)
{
	struct blame *b = x->b;
	redline_status status = REDLINE_OK;
	b->revisions = arena_array(&b->arena, count, sizeof *b->revisions);
	for (uint32_t i = 0; i < count && b->revisions && status == REDLINE_OK; i++) {
		status = paragraph_revision(x->p, store, nodes[i], &b->revisions[i], why);
		b->open.revision_count += status == REDLINE_OK;
	}
	b->open.revisions = (const redline_revision *const *)b->revisions;
	return status;
}

static redline_status finish(struct blaming *x, redline_store *store, redline_trouble *why)
{
	struct blame *b = x->b;
	const struct index_image *im = &x->p->index.image;
	const struct index_state *s = unit_state(im, x->extent.node, x->extent.begin);
	uint32_t *nodes = arena_array(&b->arena, x->runs.len, sizeof *nodes);
	redline_blame_run *runs = arena_array(&b->arena, x->runs.len, sizeof *runs);
	b->open.text = extent_text(im, x->extent, &b->arena);
	b->open.number = arena_copy(&b->arena, x->p->label);
	b->open.section = arena_copy(&b->arena, image_string(im, s->section));
	if (b->arena.failed)
		return REDLINE_NO_MEMORY;
	uint32_t const count = list_nodes(x, nodes);
	if (x->runs.len)
		x->runs.at[x->runs.len - 1].range.end = (uint32_t)b->open.text.len;
	for (size_t i = 0; i < x->runs.len; i++) {
		runs[i] = x->runs.at[i];
		const uint32_t *at = bsearch(&runs[i].revision, nodes, count, sizeof *nodes, by_number);
		runs[i].revision = (uint32_t)(at - nodes);
	}
	b->open.runs = runs;
	b->open.count = (uint32_t)x->runs.len;
	redline_status const status = read_revisions(x, store, nodes, count, why);
	return status == REDLINE_OK && b->arena.failed ? REDLINE_NO_MEMORY : status;
}

redline_status redline_blame_find(redline_blame **out, redline_store *store,
                                  const redline_history_query *query, redline_trouble *why)
{
	struct paragraph p;
	redline_history_query asked = *query;
	*out = NULL;
	asked.by_number = false;
	redline_status status = paragraph_open(&p, store, &asked, why);
	if (status == REDLINE_NO_MEMORY)
		return trouble_say(why, status, "out of memory");
	if (status != REDLINE_OK)
		return status;
	struct blaming x = {.b = calloc(1, sizeof *x.b), .p = &p};
	x.extent = extent_of(&p.index.image, p.node, p.unit);
	status = x.b && x.extent.begin < x.extent.end && add_units(&x) ? finish(&x, store, why)
	                                                              : REDLINE_NO_MEMORY;
	VEC_RELEASE(&x.runs);
	paragraph_release(&p);
	if (status == REDLINE_OK)
		*out = &x.b->open;
	else if (x.b)
		redline_blame_free(&x.b->open);
	return status == REDLINE_NO_MEMORY ? trouble_say(why, status, "out of memory") : status;
}

void redline_blame_free(redline_blame *blame)
{
	struct blame *b = (struct blame *)blame;
	if (!b)
		return;
	for (uint32_t i = 0; i < b->open.revision_count; i++)
		redline_revision_free(b->revisions[i]);
	arena_release(&b->arena);
	free(b);
}
