/*
 * renumber_text.c -- from the old text to the new one, and back.  See renumbering.h.
 *
 * The new text is a row of stretches, each kept bytes of the old one or the words of an
 * edit.  By them numbers of the old draft are found in the new one, and changes of the new
 * text become edits of the old one.
 */
#include "renumbering.h"

#include <stdlib.h>

#include "base/bytes.h"

/* ---- where the old text is in the new one ---- */

static void add_stretch(stretch_list *list, struct buf *text, uint32_t old, uint32_t edit,
                        redline_bytes bytes)
{
	struct stretch *s = bytes.len ? VEC_PUSH(list) : NULL;
	if (s)
		*s = (struct stretch){(uint32_t)text->len, old, edit};
	buf_bytes(text, bytes);
}

static bool same_edit(const struct edit *a, const struct edit *b)
{
	return a->core.begin == b->core.begin && a->core.end == b->core.end &&
	       bytes_equal(a->words, b->words);
}

bool renumber_write_out(redline_bytes old, const struct edit *edits, size_t count, struct buf *text,
                        stretch_list *list)
{
	uint32_t at = 0;
	for (size_t i = 0; i < count; i++) {
		const struct edit *e = &edits[i];
		if (i && same_edit(&edits[i - 1], e))
			continue;
		add_stretch(list, text, at, REDLINE_NONE,
		            bytes_in(old, (redline_range){at, e->range.begin}));
		add_stretch(list, text, 0, (uint32_t)i, e->words);
		at = e->range.end;
	}
	add_stretch(list, text, at, REDLINE_NONE,
	            bytes_in(old, (redline_range){at, (uint32_t)old.len}));
	return !text->failed && !list->failed;
}

/* The stretch that a byte of the new text is in. */
static const struct stretch *stretch_at(const stretch_list *list, uint32_t now)
{
	size_t low = 0, high = list->len;
	while (high - low > 1) {
		size_t const mid = low + (high - low) / 2;
		if (list->at[mid].now <= now)
			low = mid;
		else
			high = mid;
	}
	return &list->at[low];
}

redline_range renumber_place_in_old(const struct renumber_run *r, const stretch_list *list,
                                    const struct edit *edits, redline_range now)
{
	const struct stretch *s = stretch_at(list, now.begin);
	if (s->edit != REDLINE_NONE)
		return edits[s->edit].core;
	uint32_t const begin = s->old + now.begin - s->now;
	uint32_t const end = begin + range_len(now);
	return (redline_range){begin, end < r->old_text.len ? end : (uint32_t)r->old_text.len};
}

/* ---- from the old blocks to the new ones ---- */

/* The item that begins at or behind a byte of the old text. */
static uint32_t item_from(const struct renumber_run *r, uint32_t at)
{
	uint32_t low = 0, high = r->was.count;
	while (low < high) {
		uint32_t const mid = low + (high - low) / 2;
		if (r->old_blocks[r->was.at[mid].block].core.begin < at)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* The item's number stands at `now` in the new text. */
static void set_block(struct renumber_run *r, uint32_t item, uint32_t now)
{
	uint32_t const block = redline_draft_block_at(r->draft, now);
	if (block != REDLINE_NONE && r->blocks[block].core.begin == now)
		r->block_of[item] = block;
}

void renumber_map_kept(struct renumber_run *r, const stretch_list *list)
{
	for (size_t i = 0; i < list->len; i++) {
		const struct stretch *s = &list->at[i];
		uint32_t const end =
			i + 1 < list->len ? list->at[i + 1].now : (uint32_t)r->text.len;
		if (s->edit != REDLINE_NONE)
			continue;
		for (uint32_t k = item_from(r, s->old); k < r->was.count; k++) {
			uint32_t const at = r->old_blocks[r->was.at[k].block].core.begin;
			if (at - s->old >= end - s->now)
				break;
			set_block(r, k, s->now + at - s->old);
		}
	}
	for (uint32_t k = 0; k < r->was.count; k++)
		if (r->block_of[k] != REDLINE_NONE)
			r->hints[r->block_of[k]] = r->was.at[k].list;
}

bool renumber_map_edited(struct renumber_run *r, const struct lander *l, const edit_list *edits,
                         const stretch_list *list, uint32_t results)
{
	uint32_t *put = arena_array(r->arena, (size_t)results + 1, sizeof *put);
	if (!put)
		return false;
	for (uint32_t i = 0; i < results; i++)
		put[i] = REDLINE_NONE;
	for (size_t i = 0; i < list->len; i++) {
		const struct stretch *s = &list->at[i];
		if (s->edit == REDLINE_NONE)
			continue;
		const struct edit *e = &edits->at[s->edit];
		for (size_t k = s->edit; k < edits->len && same_edit(e, &edits->at[k]); k++)
			if (e->core.begin == e->core.end)
				put[edits->at[k].cause] = s->now;
		uint32_t const item = item_from(r, e->core.begin);
		if (item < r->was.count && range_len(e->core) &&
		    r->old_blocks[r->was.at[item].block].core.begin == e->core.begin &&
		    r->old_blocks[r->was.at[item].block].core.end == e->core.end) {
			set_block(r, item, s->now);
			if (r->block_of[item] != REDLINE_NONE)
				r->hints[r->block_of[item]] = r->was.at[item].list;
		}
	}
	for (size_t i = 0; i < l->moved.len; i++) {
		const struct moved *m = &l->moved.at[i];
		if (put[m->cause] == REDLINE_NONE)
			continue; /* refused after all */
		for (uint32_t k = item_from(r, m->from.begin); k < r->was.count; k++) {
			uint32_t const at = r->old_blocks[r->was.at[k].block].core.begin;
			if (at >= m->from.end)
				break;
			set_block(r, k, put[m->cause] + m->at + at - m->from.begin);
		}
	}
	return true;
}

/* ---- changes of the new text as edits of the old one ---- */

static int compare_changes(const void *x, const void *y)
{
	const struct change *a = x, *b = y;
	return (a->range.begin > b->range.begin) - (a->range.begin < b->range.begin);
}

/* The words of an edit with the changes [from, to) made in them. */
static redline_bytes spliced(struct renumber_run *r, redline_bytes words, uint32_t now, size_t from,
                             size_t to)
{
	struct buf out = {0};
	uint32_t at = 0;
	for (size_t i = from; i < to; i++) {
		const struct change *c = &r->changes.at[i];
		uint32_t const begin = c->range.begin - now;
		buf_bytes(&out, bytes_in(words, (redline_range){at, begin}));
		buf_bytes(&out, c->words);
		at = begin + range_len(c->range);
	}
	buf_bytes(&out, bytes_in(words, (redline_range){at, (uint32_t)words.len}));
	redline_bytes const copy = out.failed ? words : arena_copy(r->arena, buf_view(&out));
	r->arena->failed |= out.failed;
	buf_release(&out);
	return copy;
}

static bool add_edit(edit_list *edits, struct edit edit)
{
	struct edit *e = VEC_PUSH(edits);
	if (e)
		*e = edit;
	return e != NULL;
}

/* Changes [from, to) stand in the words of one edit, and of those that are the same. */
static bool change_in_edit(struct renumber_run *r, edit_list *edits, size_t count, edit_list *more,
                           const struct stretch *s, size_t from, size_t to)
{
	struct edit const model = edits->at[s->edit];
	redline_bytes const words = spliced(r, model.words, s->now, from, to);
	size_t end = s->edit;
	while (end < count && same_edit(&model, &edits->at[end]))
		end++;
	for (size_t i = s->edit; i < end; i++)
		edits->at[i].words = words;
	for (size_t i = from; i < to; i++) {
		struct edit twin = model;
		twin.words = words;
		twin.cause = r->changes.at[i].cause;
		bool told = i > from && r->changes.at[i - 1].cause == twin.cause;
		for (size_t k = s->edit; k < end; k++)
			told |= edits->at[k].cause == twin.cause;
		if (!told && !add_edit(more, twin))
			return false;
	}
	return true;
}

/* A change of kept bytes is an edit of its own. */
static bool change_of_old(struct renumber_run *r, edit_list *more, const struct stretch *s,
                          const struct change *c)
{
	uint32_t const at = s->old + c->range.begin - s->now;
	redline_range const range = {at, at + range_len(c->range)};
	return add_edit(more, (struct edit){.core = range,
	                                    .range = range,
	                                    .words = c->words,
	                                    .cause = c->cause,
	                                    .block = redline_draft_block_at(r->old_draft, at)});
}

bool renumber_say_as_edits(struct renumber_run *r, edit_list *edits, const stretch_list *list)
{
	if (r->changes.len)
		qsort(r->changes.at, r->changes.len, sizeof *r->changes.at, compare_changes);
	size_t const count = edits->len;
	edit_list more = {0};
	bool ok = true;
	for (size_t i = 0, end; ok && i < r->changes.len; i = end) {
		const struct change *c = &r->changes.at[i];
		const struct stretch *s = stretch_at(list, c->range.begin);
		uint32_t const limit = s + 1 < list->at + list->len ? s[1].now : UINT32_MAX;
		end = i + 1;
		if (c->range.end > limit)
			continue; /* half of it is new, so nobody wrote it as a number */
		if (s->edit == REDLINE_NONE) {
			ok = change_of_old(r, &more, s, c);
			continue;
		}
		while (end < r->changes.len && r->changes.at[end].range.end <= limit)
			end++;
		ok = change_in_edit(r, edits, count, &more, s, i, end) && !r->arena->failed;
	}
	for (size_t i = 0; ok && i < more.len; i++)
		ok = add_edit(edits, more.at[i]);
	VEC_RELEASE(&more);
	return ok;
}
