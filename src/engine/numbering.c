/*
 * numbering.c -- see numbering.h.
 *
 * One pass over the blocks; the list that is open for a parent and style is
 * found by hash.  Linear.
 */
#include "numbering.h"

#include <stdio.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "place.h"

/* A list that provisions may still be added to. */
struct open_list {
	uint32_t parent;
	uint8_t unit, dress, numeral, kind, level, quoted;
	bool used;
	uint32_t list, hint, last; /* last: its latest number */
	uint32_t last_block;
};

/* ---- reading a number ---- */

static uint32_t roman_value(redline_bytes s)
{
	static const char letters[] = "ivxlcdm";
	static const uint32_t values[] = {1, 5, 10, 50, 100, 500, 1000};
	uint32_t total = 0, before = 0;
	for (size_t i = s.len; i-- > 0;) {
		const char *at = strchr(letters, to_lower(s.ptr[i]));
		if (!at || !s.ptr[i])
			return 0;
		uint32_t const value = values[at - letters];
		total = value < before ? total - value : total + value;
		before = value;
	}
	return total;
}

static size_t count_same(redline_bytes s)
{
	size_t n = 0;
	while (n < s.len && s.ptr[n] == s.ptr[0])
		n++;
	return n;
}

bool numbering_value(redline_bytes s, redline_numeral numeral, uint32_t *value, bool *plain)
{
	size_t n = 0;
	*value = 0;
	*plain = true;
	if (!s.len)
		return false;
	switch (numeral) {
	case REDLINE_ARABIC:
		for (; n < s.len && n < 7 && is_digit(s.ptr[n]); n++)
			*value = *value * 10 + (uint32_t)(s.ptr[n] - '0');
		*plain = n == s.len;
		return n > 0 && (*plain || is_alpha(s.ptr[n]));
	case REDLINE_LOWER_ALPHA:
	case REDLINE_UPPER_ALPHA:
		if (!is_alpha(s.ptr[0]))
			return false;
		n = count_same(s);
		*plain = n == s.len;
		*value = (uint32_t)(to_lower(s.ptr[0]) - 'a' + 1) +
		         26 * (uint32_t)(*plain ? n - 1 : 0);
		return true;
	case REDLINE_LOWER_ROMAN:
	case REDLINE_UPPER_ROMAN:
		*value = roman_value(s);
		if (!*value && s.len > 3) { /* "ii bis" */
			*plain = false;
			*value = roman_value((redline_bytes){s.ptr, s.len - 3});
		}
		return *value > 0;
	case REDLINE_NO_NUMERAL:
		return false;
	}
	return false;
}

/* ---- writing one ---- */

static size_t write_roman(char *out, size_t size, uint32_t value, bool upper)
{
	static const struct { uint32_t value; const char *text; } parts[] = {
		{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"},
		{50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"},
	};
	size_t len = 0;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		for (; value >= parts[i].value; value -= parts[i].value)
			for (const char *c = parts[i].text; *c && len < size; c++)
				out[len++] = upper ? (char)(*c - 'a' + 'A') : *c;
	return len;
}

static redline_bytes write_label(struct arena *arena, uint32_t value, redline_numeral numeral)
{
	char out[CANONICAL_MAX];
	size_t len = 0;
	bool const upper = numeral == REDLINE_UPPER_ALPHA || numeral == REDLINE_UPPER_ROMAN;
	if (numeral == REDLINE_ARABIC) {
		len = (size_t)snprintf(out, sizeof out, "%u", (unsigned)value);
	} else if (numeral == REDLINE_LOWER_ROMAN || numeral == REDLINE_UPPER_ROMAN) {
		len = write_roman(out, sizeof out, value % 4000, upper);
	} else {
		char const letter = (char)((upper ? 'A' : 'a') + (value - 1) % 26);
		for (uint32_t i = 0; i <= (value - 1) / 26 && len < sizeof out; i++)
			out[len++] = letter;
	}
	return arena_copy(arena, (redline_bytes){out, len});
}

/* ---- lists ---- */

static bool same_list(const struct open_list *l, const redline_block *b)
{
	return l->parent == b->parent && l->unit == b->unit && l->dress == b->dress &&
	       l->numeral == b->numeral && l->kind == b->kind && l->quoted == b->quoted &&
	       (b->kind != REDLINE_HEADING || l->level == b->level);
}

static struct open_list *find_open(struct open_list *table, uint32_t mask, const redline_block *b)
{
	uint64_t const key = (uint64_t)b->parent << 32 ^ (uint64_t)b->unit << 24 ^
	                     (uint64_t)b->dress << 16 ^ (uint64_t)b->numeral << 8 ^ b->kind;
	uint32_t i = (uint32_t)XXH3_64bits(&key, sizeof key) & mask;
	while (table[i].used && !same_list(&table[i], b))
		i = (i + 1) & mask;
	return &table[i];
}

static bool heading_between(const redline_block *blocks, uint32_t from, uint32_t to)
{
	return blocks[to].kind != REDLINE_HEADING && blocks[to].section != blocks[from].section;
}

/* Does the numbering begin anew with this one? */
static bool begins_anew(const struct open_list *l, const redline_block *blocks,
                        const struct numbered *it, uint32_t hint)
{
	if (!l->used)
		return true;
	if (hint != REDLINE_NONE && l->hint != REDLINE_NONE)
		return hint != l->hint;
	if (hint == REDLINE_NONE && l->hint != REDLINE_NONE)
		return false;
	return (it->plain && it->value == 1) ||
	       (it->value < l->last && heading_between(blocks, l->last_block, it->block));
}

static void enter(struct numbering *n, struct open_list *l, const redline_block *blocks,
                  struct numbered *it, uint32_t hint)
{
	if (begins_anew(l, blocks, it, hint)) {
		const redline_block *b = &blocks[it->block];
		*l = (struct open_list){b->parent, b->unit, b->dress, b->numeral, b->kind, b->level,
		                        b->quoted, true, n->lists++, hint, 0, it->block};
	}
	l->hint = l->hint == REDLINE_NONE ? hint : l->hint;
	l->last = it->value;
	l->last_block = it->block;
	it->list = l->list;
}

bool numbering_find(struct numbering *n, const redline_draft *draft, const uint32_t *hints,
                    struct arena *arena)
{
	uint32_t const count = redline_draft_count(draft);
	const redline_block *blocks = redline_draft_blocks(draft);
	uint32_t size = 16;
	while (size < count * 2)
		size *= 2;
	*n = (struct numbering){.at = arena_array(arena, (size_t)count + 1, sizeof *n->at),
	                        .of_block = arena_array(arena, (size_t)count + 1, sizeof(uint32_t))};
	struct open_list *table = arena_array(arena, size, sizeof *table);
	if (!n->at || !n->of_block || !table)
		return false;
	memset(table, 0, size * sizeof *table);
	for (uint32_t i = 0; i < count; i++) {
		const redline_block *b = &blocks[i];
		char core[CANONICAL_MAX];
		struct numbered it = {.block = i};
		n->of_block[i] = REDLINE_NONE;
		if (!range_len(b->core) || b->unit == REDLINE_LABEL_NOTE ||
		    (b->kind != REDLINE_PROVISION && b->kind != REDLINE_HEADING))
			continue;
		redline_bytes const text = bytes_in(redline_draft_text(draft), b->core);
		redline_bytes const label = {core, places_canonical(text, core, sizeof core)};
		if (!numbering_value(label, (redline_numeral)b->numeral, &it.value, &it.plain)) {
			n->some_parted = true;
			continue;
		}
		it.label = arena_copy(arena, label);
		n->of_block[i] = n->count;
		n->at[n->count] = it;
		enter(n, find_open(table, size - 1, b), blocks, &n->at[n->count],
		      hints ? hints[i] : REDLINE_NONE);
		n->count++;
	}
	return !arena->failed;
}

bool numbering_run_on(struct numbering *n, const redline_draft *draft, struct run_on *lists,
                      struct arena *arena)
{
	const redline_block *blocks = redline_draft_blocks(draft);
	for (uint32_t i = 0; i < n->count; i++) {
		struct numbered *it = &n->at[i];
		if (!lists[it->list].value || i < lists[it->list].from)
			continue;
		redline_bytes const label =
			write_label(arena, lists[it->list].value++,
		                    (redline_numeral)blocks[it->block].numeral);
		if (!bytes_equal(label, it->label))
			it->next = label;
	}
	return !arena->failed;
}
