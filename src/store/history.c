/*
 * history.c -- the history of a paragraph.  See redline/history.h.
 *
 * The paragraph is found in the index (paragraph.h), its way traced back (trace.h), and
 * each step made an entry: text and numbers from the index, the particulars of the
 * revision from the repository.  No draft is read.
 */
#include <stdlib.h>
#include <xxhash.h>

#include "trace.h"
#include "trouble.h"

struct history {
	redline_history open;      /* first: what the caller sees */
	struct arena arena;
	redline_revision **revisions; /* by step, and of those who struck; shared */
	uint32_t revision_count;
};

enum { TEXTS_AT_HAND = 4 };

/* A text that has been put together lately. */
struct text_at_hand {
	uint64_t key;
	redline_bytes text;
};

struct reading {
	struct history *h;
	const struct paragraph *p;
	redline_store *store;
	redline_trouble *why;
	uint32_t *nodes;           /* by revision: whose it is */
	struct text_at_hand texts[TEXTS_AT_HAND];
	uint32_t next_text;
};

static redline_status read_revision(struct reading *r, uint32_t node,
                                    const redline_revision **out)
{
	struct history *h = r->h;
	for (uint32_t i = 0; i < h->revision_count; i++) {
		if (r->nodes[i] == node) {
			*out = h->revisions[i];
			return REDLINE_OK;
		}
	}
	redline_revision *revision;
	redline_status const status = paragraph_revision(r->p, r->store, node, &revision, r->why);
	if (status != REDLINE_OK)
		return status;
	r->nodes[h->revision_count] = node;
	h->revisions[h->revision_count++] = revision;
	*out = revision;
	return REDLINE_OK;
}

static redline_bytes label_of(const struct reading *r, struct extent e)
{
	const struct index_state *s = e.begin < e.end
	        ? unit_state(&r->p->index.image, e.node, e.begin) : NULL;
	redline_bytes const label = s ? image_string(&r->p->index.image, s->label)
	                              : (redline_bytes){"", 0};
	return arena_copy(&r->h->arena, label);
}

static redline_bytes section_of(const struct reading *r, struct extent e)
{
	const struct index_state *s = e.begin < e.end
	        ? unit_state(&r->p->index.image, e.node, e.begin) : NULL;
	redline_bytes const section = s ? image_string(&r->p->index.image, s->section)
	                                : (redline_bytes){"", 0};
	return arena_copy(&r->h->arena, section);
}

/* What an extent is put together from: different texts have different keys. */
static uint64_t key_of(const struct index_image *im, struct extent e)
{
	uint64_t key = e.end - e.begin;
	for (uint32_t u = e.begin; u < e.end; u++) {
		const struct index_state *s = unit_state(im, e.node, u);
		index_ref const piece = s ? s->piece : 0;
		key = XXH3_64bits_withSeed(&piece, sizeof piece, key);
	}
	return key;
}

/* What one entry ends with, the next one mostly begins with: that text is kept once. */
static redline_bytes text_of(struct reading *r, struct extent e)
{
	const struct index_image *im = &r->p->index.image;
	if (e.begin >= e.end)
		return (redline_bytes){"", 0};
	uint64_t const key = key_of(im, e);
	for (uint32_t i = 0; i < TEXTS_AT_HAND; i++)
		if (r->texts[i].text.len && r->texts[i].key == key)
			return r->texts[i].text;
	struct text_at_hand *slot = &r->texts[r->next_text++ % TEXTS_AT_HAND];
	*slot = (struct text_at_hand){key, extent_text(im, e, &r->h->arena)};
	return slot->text;
}

static redline_status make_entry(struct reading *r, const struct trace_step *s,
                                 redline_history_entry *e)
{
	const struct index_image *im = &r->p->index.image;
	const struct index_node *n = image_node(im, s->node);
	struct arena *arena = &r->h->arena;
	*e = (redline_history_entry){.kind = s->kind, .edited = s->edited,
	                             .renumbered = s->renumbered, .returned = s->returned};
	e->number = label_of(r, s->now);
	struct extent const was = {s->old.node, s->was, s->was + (s->old.begin < s->old.end)};
	e->old_number = label_of(r, was);
	e->section = section_of(r, s->now);
	e->old_section = section_of(r, was);
	e->path = arena_copy(arena, n ? image_string(im, n->path) : (redline_bytes){"", 0});
	e->text = text_of(r, s->now);
	e->old_text = text_of(r, s->old);
	redline_status status = read_revision(r, s->node, &e->revision);
	if (status == REDLINE_OK && s->struck != INDEX_NONE)
		status = read_revision(r, s->struck, &e->struck);
	return status;
}

static redline_status make_entries(struct reading *r, const struct trace *trace)
{
	struct history *h = r->h;
	size_t const count = trace->steps.len;
	redline_history_entry *entries = arena_array(&h->arena, count, sizeof *entries);
	r->nodes = arena_array(&h->arena, count * 2, sizeof *r->nodes);
	h->revisions = arena_array(&h->arena, count * 2, sizeof(redline_revision *));
	redline_status status = h->arena.failed ? REDLINE_NO_MEMORY : REDLINE_OK;
	for (size_t i = 0; i < count && status == REDLINE_OK; i++)
		status = make_entry(r, &trace->steps.at[i], &entries[i]);
	h->open.entries = entries;
	h->open.count = (uint32_t)count;
	return status == REDLINE_OK && h->arena.failed ? REDLINE_NO_MEMORY : status;
}

redline_status redline_history_find(redline_history **out, redline_store *store,
                                    const redline_history_query *query, redline_trouble *why)
{
	struct paragraph p;
	struct trace trace;
	*out = NULL;
	redline_status status = paragraph_open(&p, store, query, why);
	if (status == REDLINE_NO_MEMORY)
		return trouble_say(why, status, "out of memory");
	if (status != REDLINE_OK)
		return status;
	if (query->by_number)
		trace_number(&trace, &p);
	else
		trace_text(&trace, &p);
	struct history *h = calloc(1, sizeof *h);
	struct reading r = {.h = h, .p = &p, .store = store, .why = why};
	status = !h || trace.failed ? REDLINE_NO_MEMORY : make_entries(&r, &trace);
	trace_release(&trace);
	paragraph_release(&p);
	if (status == REDLINE_OK)
		*out = &h->open;
	else if (h)
		redline_history_free(&h->open);
	return status == REDLINE_NO_MEMORY ? trouble_say(why, status, "out of memory") : status;
}

void redline_history_free(redline_history *history)
{
	struct history *h = (struct history *)history;
	if (!h)
		return;
	for (uint32_t i = 0; i < h->revision_count; i++)
		redline_revision_free(h->revisions[i]);
	arena_release(&h->arena);
	free(h);
}
