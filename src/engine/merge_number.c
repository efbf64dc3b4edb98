/*
 * merge_number.c -- numbers that a merge would give twice.  See merging.h.
 *
 * If each side put in a paragraph of its own and counted on from there, what stands
 * behind both has one number too few, and where the counts meet a number stands twice.
 * Nobody meant that, and what the right number is can't be known from the words: it is
 * a conflict.  Looked for only among paragraphs that were renumbered; a list that
 * counts from 1 again is no concern.
 */
#include <stdlib.h>
#include <xxhash.h>

#include "engine/merging.h"

/* A provision by its number, in its section. */
struct numbered {
	uint64_t key;
	uint32_t unit;
};

typedef VEC(struct numbered) numbered_list;

enum { PATH_ROOM = 256 };

/* "4 (b)" under a heading of these words; 0 if it has no number of its own. */
static uint64_t key_of(const struct row *row, uint32_t unit)
{
	char path[PATH_ROOM];
	const struct units *u = &row->units;
	const redline_block *b = &u->blocks[u->at[unit].block];
	if (b->kind != REDLINE_PROVISION || b->core.begin == b->core.end)
		return 0;
	size_t const len = redline_draft_path(row->draft, u->at[unit].block, path, sizeof path);
	uint64_t section = 1;
	if (b->section != REDLINE_NONE) {
		redline_bytes const title = bytes_in(row->text, u->blocks[b->section].body);
		section = XXH3_64bits(title.ptr, title.len);
	}
	uint64_t const key = XXH3_64bits_withSeed(path, len < PATH_ROOM ? len : PATH_ROOM - 1, section);
	return key ? key : 1;
}

static int by_key(const void *x, const void *y)
{
	const struct numbered *p = x, *q = y;
	if (p->key != q->key)
		return p->key < q->key ? -1 : 1;
	return p->unit < q->unit ? -1 : p->unit > q->unit;
}

static void list_numbers(numbered_list *out, const struct row *row)
{
	for (uint32_t i = 0; i < row->units.count; i++) {
		uint64_t const key = key_of(row, i);
		struct numbered *it = key ? VEC_PUSH(out) : NULL;
		if (it)
			*it = (struct numbered){key, i};
	}
	if (out->len)
		qsort(out->at, out->len, sizeof *out->at, by_key);
}

/* Where a number stands in a list, and how often. */
static size_t find(const numbered_list *list, uint64_t key, size_t *first)
{
	size_t low = 0, high = list->len, end;
	while (low < high) {
		size_t const middle = low + (high - low) / 2;
		if (list->at[middle].key < key)
			low = middle + 1;
		else
			high = middle;
	}
	for (end = low; end < list->len && list->at[end].key == key; end++)
		;
	*first = low;
	return end - low;
}

static redline_range text_of(const struct row *row, const numbered_list *list, uint64_t key)
{
	size_t first;
	return find(list, key, &first) ? row->units.at[list->at[first].unit].text
	                               : (redline_range){0, 0};
}

/* The unit of the common text that a token belongs to. */
static redline_range unit_text(const struct row *row, uint32_t token)
{
	uint32_t low = 0, high = row->units.count;
	while (low + 1 < high) {
		uint32_t const middle = low + (high - low) / 2;
		if (row->first[middle] <= token)
			low = middle;
		else
			high = middle;
	}
	return row->units.at[low].text;
}

static void add_conflict(struct merging *m, const struct renumbered *it, uint64_t key,
                         const numbered_list lists[TEXTS])
{
	redline_merge_conflict *c = VEC_PUSH(&m->conflicts);
	if (c)
		*c = (redline_merge_conflict){unit_text(&m->rows[BASE], it->base_token),
		                              text_of(&m->rows[OURS], &lists[OURS], key),
		                              text_of(&m->rows[THEIRS], &lists[THEIRS], key)};
}

static void check(struct merging *m, const struct row *result, const struct renumbered *at,
                  size_t count, const numbered_list *made, const numbered_list lists[TEXTS])
{
	size_t first;
	uint64_t last = 0;
	for (size_t i = 0; i < count; i++) {
		uint64_t const key = key_of(result, at[i].unit);
		size_t most = 0;
		for (int text = BASE; text < TEXTS; text++) {
			size_t const n = find(&lists[text], key, &first);
			most = n > most ? n : most;
		}
		if (key && key != last && find(made, key, &first) > (most ? most : 1))
			add_conflict(m, &at[i], key, lists);
		last = key;
	}
}

void merge_check_numbers(struct merging *m, const struct row *result,
                         const struct renumbered *at, size_t count)
{
	numbered_list made = {0}, lists[TEXTS] = {{0}};
	if (!count)
		return;
	list_numbers(&made, result);
	m->failed |= made.failed;
	for (int text = BASE; text < TEXTS; text++) {
		list_numbers(&lists[text], &m->rows[text]);
		m->failed |= lists[text].failed;
	}
	if (!m->failed)
		check(m, result, at, count, &made, lists);
	m->failed |= m->conflicts.failed;
	VEC_RELEASE(&made);
	for (int text = BASE; text < TEXTS; text++)
		VEC_RELEASE(&lists[text]);
}
