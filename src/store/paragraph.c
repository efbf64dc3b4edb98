/*
 * paragraph.c -- a paragraph in an index.  See paragraph.h.
 */
#include "paragraph.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/lineage.h"
#include "model/cite.h"
#include "trouble.h"

/* ---- units, extents, text ---- */

const struct index_state *unit_state(const struct index_image *im, uint32_t node, uint32_t unit)
{
	return image_state(im, image_state_of(im, node, unit));
}

struct extent extent_of(const struct index_image *im, uint32_t node, uint32_t unit)
{
	const struct index_node *n = image_node(im, node);
	const struct index_state *s = unit_state(im, node, unit);
	if (!n || !s || s->enclosed > n->unit_count - unit - 1)
		return (struct extent){node, unit, unit};
	return (struct extent){node, unit, unit + 1 + s->enclosed};
}

static const struct index_piece *piece_of(const struct index_image *im, uint32_t node,
                                          uint32_t unit)
{
	const struct index_state *s = unit_state(im, node, unit);
	return s ? image_piece(im, s->piece) : NULL;
}

redline_bytes extent_text(const struct index_image *im, struct extent e, struct arena *arena)
{
	uint64_t size = 0;
	redline_bytes const none = {"", 0};
	for (uint32_t u = e.begin; u < e.end; u++) {
		const struct index_piece *p = piece_of(im, e.node, u);
		if (!p)
			return none;
		size += p->length;
	}
	char *text = size && size <= REDLINE_TEXT_MAX ? arena_alloc(arena, (size_t)size) : NULL;
	if (!text)
		return none;
	size_t length = 0;
	for (uint32_t u = e.begin; u < e.end; u++) {
		const struct index_piece *p = piece_of(im, e.node, u);
		uint32_t const from = u == e.begin ? p->text_begin : 0;
		uint32_t const to = u + 1 == e.end ? p->text_end : p->length;
		image_piece_copy(im, p, from, to, text + length);
		length += to - from;
	}
	return (redline_bytes){text, length};
}

/* ---- words ---- */

static void note_tokens(struct wording *w, redline_bytes piece, uint32_t from, uint32_t origin)
{
	for (uint32_t i = from; i < w->tokens.count; i++) {
		uint32_t *slot = VEC_PUSH(&w->origins);
		redline_bytes *in = VEC_PUSH(&w->pieces);
		if (!slot || !in) {
			w->failed = true;
			return;
		}
		*slot = origin;
		*in = piece;
	}
}

static void note_origins(struct wording *w, const struct index_image *im, index_ref strand,
                         uint32_t from)
{
	struct index_strand_view v;
	uint32_t const count = w->tokens.count - from;
	if (!image_strand(im, strand, &v) || v.count != count || w->failed) {
		w->failed = true;
		return;
	}
	uint32_t at = 0;
	for (uint32_t i = 0; i < v.span_count; i++)
		for (; at < v.spans[i].end && at < count; at++)
			w->origins.at[from + at] = v.spans[i].origin;
}

static void add_unit(struct wording *w, const struct index_image *im,
                     const struct index_state *s, bool first, bool fold)
{
	const struct index_piece *p = s ? image_piece(im, s->piece) : NULL;
	struct token_rules const rules = {.fold_case = fold,
	                                  .quoted = s && (s->flags & STATE_QUOTED)};
	if (!p) {
		w->failed = true;
		return;
	}
	redline_bytes const head = {p->bytes, p->body_begin}, rest = image_rest(im, p);
	uint32_t const cut = piece_cut(p);
	uint32_t begin = w->tokens.count;
	if (!first) {
		tokens_add(&w->tokens, head, (redline_range){p->text_begin, p->body_begin}, &rules);
		note_tokens(w, head, begin, NO_ORIGIN);
		begin = w->tokens.count;
	}
	tokens_add(&w->tokens, rest, (redline_range){p->body_begin - cut, p->text_end - cut}, &rules);
	w->failed |= w->tokens.failed;
	note_tokens(w, rest, begin, NO_ORIGIN);
	note_origins(w, im, s->strand, begin);
}

void wording_add(struct wording *w, const struct index_image *im, struct extent e, bool fold)
{
	for (uint32_t u = e.begin; u < e.end && !w->failed; u++)
		add_unit(w, im, unit_state(im, e.node, u), u == e.begin, fold);
}

void wording_clear(struct wording *w)
{
	tokens_clear(&w->tokens);
	w->origins.len = w->pieces.len = 0;
	w->failed = false;
}

void wording_release(struct wording *w)
{
	tokens_release(&w->tokens);
	VEC_RELEASE(&w->origins);
	VEC_RELEASE(&w->pieces);
}

/* By the hashes that the index has: true if it is plain that they are the same. */
static bool plainly_same(const struct index_image *im, struct extent a, struct extent b)
{
	if (a.end - a.begin != b.end - b.begin)
		return false;
	for (uint32_t i = 0; i < a.end - a.begin; i++) {
		const struct index_piece *p = piece_of(im, a.node, a.begin + i);
		const struct index_piece *q = piece_of(im, b.node, b.begin + i);
		if (!p || !q || p->words != q->words)
			return false;
		uint32_t const length = p->body_begin - p->text_begin;
		if (i && (length != q->body_begin - q->text_begin ||
		          memcmp(p->bytes + p->text_begin, q->bytes + q->text_begin, length)))
			return false;
	}
	return true;
}

bool same_words(const struct index_image *im, struct extent a, struct extent b,
                struct wording scratch[2])
{
	if (plainly_same(im, a, b))
		return true;
	wording_clear(&scratch[0]);
	wording_clear(&scratch[1]);
	wording_add(&scratch[0], im, a, false);
	wording_add(&scratch[1], im, b, false);
	const struct tokens *x = &scratch[0].tokens, *y = &scratch[1].tokens;
	return x->count == y->count && !memcmp(x->hash, y->hash, x->count * sizeof *x->hash);
}

/* ---- finding ---- */

struct finding {
	const struct index_image *im;
	uint32_t node;
	index_ref *states;
	uint32_t count;
	struct cite_place *places;
	uint32_t place_count;
	struct arena arena;
};

static redline_bytes title_of(const struct index_image *im, const struct index_state *s)
{
	return image_string(im, s->title);
}

static bool find_places(struct finding *f)
{
	const struct index_node *n = image_node(f->im, f->node);
	if (!n)
		return false;
	f->count = n->unit_count;
	f->states = arena_array(&f->arena, f->count, sizeof *f->states);
	f->places = arena_array(&f->arena, f->count, sizeof *f->places);
	if (f->arena.failed || !image_snapshot(f->im, f->node, f->states))
		return false;
	for (uint32_t u = 0; u < f->count; u++) {
		const struct index_state *s = image_state(f->im, f->states[u]);
		if (!s)
			return false;
		if (s->flags & STATE_NAMED)
			f->places[f->place_count++] = (struct cite_place){
			        .path = image_string(f->im, s->label), .title = title_of(f->im, s),
			        .id = u};
	}
	return true;
}

static uint32_t count_lines(redline_bytes text)
{
	uint32_t lines = 0;
	for (size_t i = 0; i < text.len; i++)
		lines += text.ptr[i] == '\n';
	return lines;
}

/* The line that a unit's text begins on, from 1. */
static uint32_t line_of(const struct finding *f, uint32_t unit)
{
	uint32_t line = 1 + count_lines(image_string(f->im, image_node(f->im, f->node)->lead));
	for (uint32_t u = 0; u < unit; u++)
		line += image_piece(f->im, image_state(f->im, f->states[u])->piece)->lines;
	return line;
}

static bool pieces_are_there(const struct finding *f)
{
	for (uint32_t u = 0; u < f->count; u++)
		if (!image_piece(f->im, image_state(f->im, f->states[u])->piece))
			return false;
	return true;
}

/* As redline_draft_find: the first unit that begins on the line, else the one it is in. */
static redline_status find_line(const struct finding *f, uint32_t wanted, uint32_t *unit)
{
	uint32_t line = 1 + count_lines(image_string(f->im, image_node(f->im, f->node)->lead));
	uint32_t past = line, begins = 0; /* the first line that is not there; *unit's */
	*unit = INDEX_NONE;
	for (uint32_t u = 0; u < f->count && line <= wanted; u++) {
		const struct index_piece *p = image_piece(f->im, image_state(f->im,
		                                          f->states[u])->piece);
		if (*unit == INDEX_NONE || begins < wanted) {
			*unit = u;
			begins = line;
		}
		line += p->lines;
		redline_bytes const rest = image_rest(f->im, p);
		past = line + (rest.len && rest.ptr[rest.len - 1] != '\n');
	}
	return *unit != INDEX_NONE && wanted < past ? REDLINE_OK : REDLINE_NOT_FOUND;
}

/* "3" (line 80, under "Annex I") */
static int show(const struct finding *f, uint32_t unit, char *buf, size_t size)
{
	const struct index_state *s = image_state(f->im, f->states[unit]);
	redline_bytes const label = image_string(f->im, s->label);
	redline_bytes const section = image_string(f->im, s->section);
	int const shown = label.len < 60 ? (int)label.len : 60;
	int const under = section.len < 60 ? (int)section.len : 60;
	if (!under)
		return snprintf(buf, size, "\"%.*s\" (line %u)", shown, label.ptr,
		                (unsigned)line_of(f, unit));
	return snprintf(buf, size, "\"%.*s\" (line %u, under \"%.*s\")", shown, label.ptr,
	                (unsigned)line_of(f, unit), under, section.ptr);
}

static redline_status refuse(const struct finding *f, const redline_history_query *query,
                             redline_status status, const uint32_t found[2],
                             redline_trouble *why)
{
	char first[200], second[200];
	int const cited = query->paragraph.len < 80 ? (int)query->paragraph.len : 80;
	if (found[0] != REDLINE_NONE)
		(void)show(f, found[0], first, sizeof first);
	if (status == REDLINE_AMBIGUOUS) {
		(void)show(f, found[1], second, sizeof second);
		return trouble_say(why, status, "\"%.*s\" fits more than once: %s and %s", cited,
		                   query->paragraph.ptr, first, second);
	}
	if (found[0] == REDLINE_NONE)
		return trouble_say(why, status, "there is no \"%.*s\" in %s", cited,
		                   query->paragraph.ptr, query->draft);
	return trouble_say(why, status, "there is no \"%.*s\" in %s; the nearest is %s", cited,
	                   query->paragraph.ptr, query->draft, first);
}

static redline_status find(struct finding *f, const redline_history_query *query,
                           uint32_t found[2])
{
	uint32_t line;
	found[0] = found[1] = REDLINE_NONE;
	f->place_count = 0;
	if (!find_places(f) || !pieces_are_there(f))
		return REDLINE_NO_MEMORY;
	if (cite_line(query->paragraph, &line))
		return find_line(f, line, &found[0]);
	return cite_find(query->paragraph, f->places, f->place_count, found);
}

/* The label that is meant, among the states that a revision lists itself; or empty. */
static redline_bytes label_among(const struct index_image *im, uint32_t node,
                                 redline_bytes cited)
{
	struct arena arena = {0};
	uint32_t count, n = 0, found[2];
	redline_bytes label = {"", 0};
	const index_ref *states = image_own_states(im, node, &count);
	struct cite_place *places = arena_array(&arena, count, sizeof *places);
	for (uint32_t i = 0; states && places && i < count; i++) {
		const struct index_state *s = image_state(im, states[i]);
		if (s && (s->flags & STATE_NAMED))
			places[n++] = (struct cite_place){.path = image_string(im, s->label),
			                                  .title = title_of(im, s), .id = i};
	}
	if (places && cite_find(cited, places, n, found) == REDLINE_OK)
		label = image_string(im, image_state(im, states[found[0]])->label);
	arena_release(&arena);
	return label;
}

/* The label, as it was when somebody last had it; or empty. */
static redline_bytes find_past(const struct index_image *im, uint32_t node,
                               redline_bytes cited)
{
	redline_bytes label = {"", 0};
	while (!label.len && node-- > 0)
		label = label_among(im, node, cited);
	return label;
}

static redline_status find_in(struct paragraph *p, const redline_history_query *query,
                              redline_trouble *why)
{
	struct finding f = {.im = &p->index.image, .node = p->node};
	uint32_t found[2];
	redline_status status = find(&f, query, found);
	if (status == REDLINE_OK) {
		p->unit = found[0];
		p->label = image_string(f.im, image_state(f.im, f.states[p->unit])->label);
		if (query->by_number && !p->label.len)
			status = trouble_say(why, REDLINE_NOT_FOUND, "that paragraph has no number");
	} else if (status == REDLINE_NOT_FOUND && query->by_number) {
		p->unit = INDEX_NONE;
		p->label = find_past(f.im, p->node, query->paragraph);
		status = p->label.len ? REDLINE_OK : refuse(&f, query, status, found, why);
	} else if (status != REDLINE_NO_MEMORY) {
		status = refuse(&f, query, status, found, why);
	}
	arena_release(&f.arena);
	return status;
}

/* Why a draft whose text was not seen is no text. */
static redline_status refuse_text(redline_store *store, const redline_id *at, const char *draft,
                                  redline_trouble *why)
{
	char *text;
	size_t length;
	redline_text_fault fault = {0};
	redline_status status = redline_store_read(store, at, draft, &text, &length, why);
	if (status != REDLINE_OK)
		return status;
	status = redline_text_check((redline_bytes){text, length}, &fault);
	free(text);
	return trouble_say(why, status ? status : REDLINE_DAMAGED, "%s of revision %.7s: %s at byte %zu",
	                   draft, at->text, fault.what ? fault.what : "cannot be read", fault.offset);
}

redline_status paragraph_open(struct paragraph *out, redline_store *store,
                              const redline_history_query *query, redline_trouble *why)
{
	redline_id at;
	git_oid oid;
	struct index_progress const progress = {query->progress, query->context};
	redline_status status = REDLINE_OK;
	*out = (struct paragraph){.unit = INDEX_NONE};
	if (query->at)
		at = *query->at;
	else
		status = redline_store_resolve(store, "HEAD", &at, why);
	if (status == REDLINE_OK)
		status = store_oid(&oid, &at, why);
	if (status == REDLINE_OK)
		status = index_open(&out->index, store, &oid, query->draft, &progress, why);
	if (status != REDLINE_OK)
		return status;
	out->node = out->index.node;
	const struct index_node *n = image_node(&out->index.image, out->node);
	if (!n || (n->flags & NODE_GONE))
		status = trouble_say(why, REDLINE_NOT_FOUND, "revision %.7s has no %s", at.text,
		                     query->draft);
	else if (n->flags & NODE_UNSEEN)
		status = refuse_text(store, &at, query->draft, why);
	else
		status = find_in(out, query, why);
	if (status != REDLINE_OK)
		paragraph_release(out);
	return status;
}

void paragraph_release(struct paragraph *p)
{
	index_release(&p->index);
}

redline_status paragraph_revision(const struct paragraph *p, redline_store *store, uint32_t node,
                                  redline_revision **out, redline_trouble *why)
{
	const struct index_node *n = image_node(&p->index.image, node);
	git_oid oid;
	redline_id id;
	if (!n)
		return REDLINE_DAMAGED;
	memcpy(oid.id, n->commit, INDEX_ID);
	store_id(&id, &oid);
	return redline_store_revision(store, &id, out, why);
}
