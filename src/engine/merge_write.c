/*
 * merge_write.c -- the result of a merge.  See merging.h.
 *
 * First the tokens in their order (placing): a walk over the common text that
 * leaves out what has gone, puts in what came, and follows what moved.  Then their
 * bytes, and the white space between each two (merge_gap.c).  In the end the result is
 * read again: its paragraphs must be those that were meant.
 */
#include "engine/merging.h"

#include "engine/token.h"

enum { DEPTH = 64 }; /* of moves inside moves */

/* Tokens that come at a place. */
struct coming {
	uint32_t place;
	int side;
	const struct hunk *hunk;
};

/* A paragraph begins in the result. */
struct start {
	uint32_t at;       /* byte */
	uint32_t placed;   /* its first token */
};

struct writer {
	struct merging *m;
	VEC(struct placed) placed;
	VEC(struct coming) coming; /* ascending in place */
	VEC(struct start) starts;
	VEC(struct renumbered) renumbered;
	unsigned depth;
};

/* ---- what comes ---- */

static uint32_t place_of(const struct hunk *hunk)
{
	return hunk->begin < hunk->end ? PLACE_TOKEN(hunk->begin) : hunk->lo;
}

static void add_coming(struct writer *w, int side, const struct hunk *hunk)
{
	struct coming *it = VEC_PUSH(&w->coming);
	if (it)
		*it = (struct coming){place_of(hunk), side, hunk};
}

/* Both sides' hunks are in order; so is what they bring. */
static void gather_coming(struct writer *w)
{
	const hunk_list *ours = &w->m->sides[OURS].hunks, *theirs = &w->m->sides[THEIRS].hunks;
	size_t i = 0, j = 0;
	while (i < ours->len || j < theirs->len) {
		bool const first = j == theirs->len ||
		                   (i < ours->len && place_of(&ours->at[i]) <= place_of(&theirs->at[j]));
		const struct hunk *it = first ? &ours->at[i++] : &theirs->at[j++];
		if (!it->dropped && it->now_begin < it->now_end)
			add_coming(w, first ? OURS : THEIRS, it);
	}
}

static size_t coming_from(const struct writer *w, uint32_t place)
{
	size_t low = 0, high = w->coming.len;
	while (low < high) {
		size_t const middle = low + (high - low) / 2;
		if (w->coming.at[middle].place < place)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* ---- placing ---- */

static void place_range(struct writer *w, uint32_t begin, uint32_t end, bool whole);

static void place(struct writer *w, struct placed token)
{
	struct placed *it = VEC_PUSH(&w->placed);
	if (it)
		*it = token;
}

/* The group that a token of the common text belongs to on a side, or NULL. */
static struct group *group_with(struct merging *m, int which, uint32_t token)
{
	struct side *side = &m->sides[which];
	uint32_t const g = group_from(side, token);
	bool const holds = g < side->groups.len && side->groups.at[g].begin <= token;
	return holds ? &side->groups.at[g] : NULL;
}

static void place_group(struct writer *w, struct group *it)
{
	if (it->open || it->done || w->depth == DEPTH) {
		w->m->unwritable = true;
		return;
	}
	it->open = true;
	w->depth++;
	place_range(w, it->begin, it->end, false);
	w->depth--;
	it->open = false;
	it->done = true;
}

/* Of ours, also as the other side wrote it, if that is the same word for word. */
static uint32_t twin_of(const struct merging *m, const struct hunk *hunk, uint32_t token)
{
	if (hunk->twin == NONE)
		return NONE;
	const struct hunk *twin = &m->sides[THEIRS].hunks.at[hunk->twin];
	bool const even = twin->now_end - twin->now_begin == hunk->now_end - hunk->now_begin;
	uint32_t const other = twin->now_begin + (token - hunk->now_begin);
	bool const same = even && m->sides[THEIRS].from[other] == NONE &&
	                  m->rows[OURS].tokens.hash[token] == m->rows[THEIRS].tokens.hash[other];
	return same ? other : NONE;
}

static void place_coming(struct writer *w, const struct coming *it)
{
	struct merging *m = w->m;
	const struct hunk *hunk = it->hunk;
	for (uint32_t k = hunk->now_begin; k < hunk->now_end && !m->unwritable;) {
		struct group *group = hunk->units ? group_here(&m->sides[it->side], k) : NULL;
		if (group) {
			k = group->now_end;
			if (!group->dropped)
				place_group(w, group);
			continue;
		}
		struct placed token = {{NONE, NONE, NONE}};
		token.at[it->side] = k;
		if (it->side == OURS)
			token.at[THEIRS] = twin_of(m, hunk, k);
		place(w, token);
		k++;
	}
}

/* Where the outermost group that begins here, and is not being written, ends; or here. */
static uint32_t skip_group(struct merging *m, uint32_t token)
{
	uint32_t end = token;
	for (int which = OURS; which < TEXTS; which++) {
		const struct group *it = group_with(m, which, token);
		bool const away = it && !it->dropped && !it->open && it->begin == token;
		if (away && it->end > end)
			end = it->end;
	}
	return end;
}

static void place_kept(struct writer *w, uint32_t token)
{
	const struct merging *m = w->m;
	if (!m->gone[token])
		place(w, (struct placed){{token, m->sides[OURS].to[token],
		                          m->sides[THEIRS].to[token]}});
}

/* Tokens [begin, end) of the common text; `whole`: with what comes at both edges. */
static void place_range(struct writer *w, uint32_t begin, uint32_t end, bool whole)
{
	size_t next = coming_from(w, whole ? PLACE_UNIT(begin) : PLACE_WORD(begin));
	for (uint32_t i = begin; i < end && !w->m->unwritable; i++) {
		for (; next < w->coming.len && w->coming.at[next].place == PLACE_UNIT(i); next++)
			place_coming(w, &w->coming.at[next]);
		uint32_t const away = skip_group(w->m, i);
		if (away > i) {
			i = away - 1;
			next = coming_from(w, PLACE_UNIT(away));
			continue;
		}
		for (; next < w->coming.len && w->coming.at[next].place <= PLACE_TOKEN(i); next++)
			place_coming(w, &w->coming.at[next]);
		place_kept(w, i);
	}
	for (; whole && next < w->coming.len && !w->m->unwritable; next++)
		place_coming(w, &w->coming.at[next]);
}

static void check_done(struct merging *m)
{
	for (int which = OURS; which < TEXTS; which++) {
		const group_list *groups = &m->sides[which].groups;
		for (size_t g = 0; g < groups->len; g++)
			m->unwritable |= !groups->at[g].dropped && !groups->at[g].done;
	}
}

/* ---- bytes ---- */

static redline_bytes word_in(const struct merging *m, int text, const struct placed *token)
{
	const struct row *row = &m->rows[text];
	uint32_t const at = token->at[text];
	return (redline_bytes){row->text.ptr + row->tokens.at[at].begin, row->tokens.at[at].length};
}

static redline_bytes word_of(const struct merging *m, const struct placed *token)
{
	bool const in_ours = token->at[OURS] != NONE, in_theirs = token->at[THEIRS] != NONE;
	bool const in_base = token->at[BASE] != NONE;
	if (in_ours && in_theirs)
		return merge_choose(m,
		                    in_base ? word_in(m, BASE, token) : (redline_bytes){"", 0},
		                    in_base, word_in(m, OURS, token), word_in(m, THEIRS, token));
	return word_in(m, in_ours ? OURS : in_theirs ? THEIRS : BASE, token);
}

static bool is_placed_break(const struct merging *m, const struct placed *token)
{
	for (int text = BASE; text < TEXTS; text++)
		if (token->at[text] != NONE)
			return is_break(&m->rows[text], token->at[text]);
	return false;
}

static void add_start(struct writer *w, size_t placed)
{
	struct start *it = VEC_PUSH(&w->starts);
	if (it)
		*it = (struct start){(uint32_t)w->m->result.len, (uint32_t)placed};
}

static void write_bytes(struct writer *w)
{
	struct merging *m = w->m;
	struct seam seam = {0};
	for (size_t i = 0; i < w->placed.len; i++) {
		const struct placed *it = &w->placed.at[i];
		if (is_placed_break(m, it)) {
			seam.breaks = true;
			continue;
		}
		seam.behind = it;
		buf_bytes(&m->result, merge_gap(m, &seam));
		if (seam.breaks || !seam.before)
			add_start(w, i);
		buf_bytes(&m->result, word_of(m, it));
		seam = (struct seam){.before = it};
	}
	seam.behind = NULL;
	buf_bytes(&m->result, seam.before ? merge_gap(m, &seam) : merge_blank(m));
}

/* ---- is it what it was to be? ---- */

/* Are the paragraphs that are read in the result those that were written? */
static bool has_starts(const struct row *row, const struct writer *w)
{
	size_t next = 0;
	for (uint32_t u = 0; u < row->units.count; u++) {
		const struct token *first = &row->tokens.at[row->first[u]];
		if (first->length && (next == w->starts.len || w->starts.at[next++].at != first->begin))
			return false;
	}
	return next == w->starts.len;
}

/* A paragraph that was there before, and whose label is not, or not all, as it was. */
static void note_renumbered(struct writer *w, uint32_t unit, uint32_t prefix, size_t start)
{
	size_t const begin = w->starts.at[start].placed;
	size_t const end = start + 1 < w->starts.len ? w->starts.at[start + 1].placed : w->placed.len;
	uint32_t word = NONE;
	bool changed = false;
	for (size_t i = begin; i < end; i++) {
		uint32_t const base = w->placed.at[i].at[BASE];
		changed |= i < begin + prefix && base == NONE;
		if (i >= begin + prefix && base != NONE && word == NONE)
			word = base;
	}
	struct renumbered *it = changed && word != NONE ? VEC_PUSH(&w->renumbered) : NULL;
	if (it)
		*it = (struct renumbered){unit, word};
}

static void check_numbers(struct writer *w, const struct row *row)
{
	size_t start = 0;
	for (uint32_t u = 0; u < row->units.count; u++)
		if (row->tokens.at[row->first[u]].length)
			note_renumbered(w, u, row->units.at[u].prefix, start++);
	w->m->failed |= w->renumbered.failed;
	if (!w->m->failed && !w->m->conflicts.len)
		merge_check_numbers(w->m, row, w->renumbered.at, w->renumbered.len);
}

static uint32_t count_signs(redline_bytes word)
{
	uint32_t n = 0;
	for (size_t i = 0; i < word.len; i++)
		n += !is_space(word.ptr[i]);
	return n;
}

/* No sign has become white space (as ">" is at the start of a line), or none any more. */
static bool has_signs(const struct row *row, const struct writer *w)
{
	uint32_t meant = 0, read = 0;
	for (size_t i = 0; i < w->placed.len; i++)
		meant += count_signs(word_of(w->m, &w->placed.at[i]));
	for (uint32_t i = 0; i < row->tokens.count; i++)
		read += count_signs((redline_bytes){row->text.ptr + row->tokens.at[i].begin,
		                                    row->tokens.at[i].length});
	return meant == read;
}

/* A text too long to be read is told by whoever takes the result. */
static bool reads_well(struct writer *w)
{
	struct merging *m = w->m;
	struct row row = {0};
	redline_draft *draft;
	if (m->result.failed || w->starts.failed || m->result.len > REDLINE_TEXT_MAX)
		return true;
	redline_status const status = redline_draft_new(&draft, buf_view(&m->result), NULL);
	if (status != REDLINE_OK || !row_read(&row, draft)) {
		m->failed |= status == REDLINE_OK || status == REDLINE_NO_MEMORY;
		row_release(&row);
		return m->failed;
	}
	bool const ok = has_starts(&row, w) && has_signs(&row, w);
	if (ok)
		check_numbers(w, &row);
	row_release(&row);
	return ok;
}

/*
 * Each text's white space is right for its own words; mixed, it may make other
 * paragraphs of them (a quotation that goes on, say).  Then that of one side is taken.
 */
static void write_readably(struct writer *w)
{
	struct merging *m = w->m;
	int const first = either_side(m);
	int const layouts[] = {0, first, first == OURS ? THEIRS : OURS};
	for (size_t i = 0; i < sizeof layouts / sizeof *layouts; i++) {
		m->layout = layouts[i];
		buf_clear(&m->result);
		w->starts.len = 0;
		write_bytes(w);
		if (reads_well(w))
			return;
	}
	m->unwritable = true;
}

void merge_write(struct merging *m)
{
	struct writer w = {.m = m};
	gather_coming(&w);
	place_range(&w, 0, m->rows[BASE].tokens.count, true);
	check_done(m);
	if (!m->unwritable && !w.placed.failed && !w.coming.failed)
		write_readably(&w);
	m->failed |= w.placed.failed || w.coming.failed || w.starts.failed || m->result.failed;
	VEC_RELEASE(&w.placed);
	VEC_RELEASE(&w.coming);
	VEC_RELEASE(&w.starts);
	VEC_RELEASE(&w.renumbered);
}
