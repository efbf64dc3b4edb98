/*
 * merge_side.c -- what one side of a merge has made of the common text.  See
 * merging.h.
 *
 * Units are aligned, words in each link compared exactly, labels and bodies
 * apart; what is kept gives the two maps `to` and `from`.  Then the side is passed
 * over once, from one unit that stayed to the next: what lies between is a hunk of
 * whole units, what differs inside a link are hunks of words.
 */
#include "engine/merging.h"

#include "engine/align.h"
#include "engine/words.h"

static const struct token_rules plain_rules;

/* ---- rows ---- */

static const uint64_t BREAK_HASH = 0x6272656B62726561u;

static void row_add(struct row *row, uint32_t unit)
{
	struct units *u = &row->units;
	units_read(u, unit);
	const struct unit *it = &u->at[unit];
	struct tokens *to = &row->tokens;
	uint32_t const count = it->prefix + it->count;
	row->first[unit] = to->count;
	if (u->tokens.failed || !tokens_reserve(to, count + 1))
		return;
	if (count) {
		memcpy(to->at + to->count, u->tokens.at + it->tokens, count * sizeof *to->at);
		memcpy(to->hash + to->count, u->tokens.hash + it->tokens, count * sizeof *to->hash);
	}
	to->count += count;
	to->at[to->count] = (struct token){.begin = it->text.end, .kind = TOKEN_CHARACTER};
	to->hash[to->count++] = BREAK_HASH;
}

bool row_read(struct row *row, redline_draft *draft)
{
	*row = (struct row){.draft = draft, .text = redline_draft_text(draft)};
	if (!units_find(&row->units, draft, &plain_rules))
		return false;
	row->first = malloc(((size_t)row->units.count + 1) * sizeof *row->first);
	if (!row->first)
		return false;
	for (uint32_t i = 0; i < row->units.count; i++)
		row_add(row, i);
	row->first[row->units.count] = row->tokens.count;
	return !row->units.tokens.failed && !row->tokens.failed;
}

void row_release(struct row *row)
{
	units_release(&row->units);
	tokens_release(&row->tokens);
	free(row->first);
	redline_draft_free(row->draft);
	*row = (struct row){0};
}

/* ---- which tokens are kept ---- */

struct finder {
	struct merging *m;
	const struct row *base, *now;
	struct side *side;
	struct words words;
	uint32_t *link_of;      /* by unit of the base: its link, or NONE */
	uint32_t *now_link_of;  /* by unit of the side */
	struct links links;
};

static struct words_side slice(const struct row *row, uint32_t begin, uint32_t end)
{
	return (struct words_side){row->text, row->tokens.at + begin, row->tokens.hash + begin,
	                           end - begin};
}

/* Equal hashes are not enough to say that a word was kept. */
static void keep(struct finder *f, uint32_t base, uint32_t now)
{
	const struct row *a = f->base, *b = f->now;
	bool const same = is_break(a, base) || is_break(b, now)
	                      ? is_break(a, base) && is_break(b, now)
	                      : token_same(a->text, a->tokens.at[base], b->text,
	                                   b->tokens.at[now], &plain_rules, &f->m->failed);
	if (!same)
		return;
	f->side->to[base] = now;
	f->side->from[now] = base;
}

static void keep_words(struct finder *f, uint32_t a, uint32_t a_end, uint32_t b, uint32_t b_end,
                       bool cells)
{
	struct words_side const old = slice(f->base, a, a_end), now = slice(f->now, b, b_end);
	if (!(cells ? words_find_cells(&f->words, &old, &now)
	            : words_find(&f->words, &old, &now))) {
		f->m->failed = true;
		return;
	}
	for (size_t r = 0; r < f->words.runs.len; r++) {
		struct diff_run const run = f->words.runs.at[r];
		for (uint32_t k = 0; k < run.len; k++)
			keep(f, a + run.a + k, b + run.b + k);
	}
}

/* Labels against labels, the rest against the rest; the last break stays. */
static void keep_link(struct finder *f, const struct link *it)
{
	const struct row *base = f->base, *now = f->now;
	uint32_t const a = base->first[it->a], b = now->first[it->b];
	uint32_t const a_end = base->first[it->a_end] - 1, b_end = now->first[it->b_end] - 1;
	uint32_t const a_body = a + base->units.at[it->a].prefix;
	uint32_t const b_body = b + now->units.at[it->b].prefix;
	bool const single = it->a_end - it->a == 1 && it->b_end - it->b == 1;
	bool const cells = single && base->units.at[it->a].class == UNIT_ROW &&
	                   now->units.at[it->b].class == UNIT_ROW;
	keep_words(f, a, a_body, b, b_body, false);
	keep_words(f, a_body, a_end, b_body, b_end, cells);
	keep(f, a_end, b_end);
}

/* ---- hunks ---- */

static struct hunk *add_hunk(struct finder *f, struct hunk hunk)
{
	struct hunk *it = VEC_PUSH(&f->side->hunks);
	hunk.twin = NONE;
	if (it)
		*it = hunk;
	return it;
}

static bool begins_unit(const struct row *row, uint32_t token)
{
	return token == 0 || is_break(row, token - 1);
}

/*
 * Words go and come inside a link.  If all words of a unit go, so does the place
 * before them.  If two units became one, nothing can come between, and the second
 * can't go whole, since the break behind it is now the break of both.
 */
static void add_words_hunk(struct finder *f, uint32_t a, uint32_t a_end, uint32_t b,
                           uint32_t b_end)
{
	struct hunk h = {PLACE_WORD(a), PLACE_WORD(a), a, a_end, b, b_end, false, false, NONE};
	if (a < a_end) {
		bool const joins = is_break(f->base, a_end - 1);
		h.lo = PLACE_TOKEN(a);
		if (joins && begins_unit(f->base, a))
			h.lo = PLACE_WORD(a);
		h.hi = joins ? PLACE_WORD(a_end) : PLACE_TOKEN(a_end - 1);
	}
	add_hunk(f, h);
}

static void find_link_hunks(struct finder *f, const struct link *it)
{
	const uint32_t *to = f->side->to, *from = f->side->from;
	uint32_t a = f->base->first[it->a], b = f->now->first[it->b];
	uint32_t const a_end = f->base->first[it->a_end], b_end = f->now->first[it->b_end];
	while (a < a_end || b < b_end) {
		if (a < a_end && b < b_end && to[a] == b) {
			a++;
			b++;
			continue;
		}
		uint32_t const a_begin = a, b_begin = b;
		while (a < a_end && to[a] == NONE)
			a++;
		while (b < b_end && from[b] == NONE)
			b++;
		add_words_hunk(f, a_begin, a, b_begin, b);
	}
}

/*
 * Units [a, a_end) and [b, b_end) lie between two that stayed.  Those that went and
 * those that came in their stead are one hunk, other runs that went one each.
 */
static void find_lane_hunks(struct finder *f, uint32_t a, uint32_t a_end, uint32_t b,
                            uint32_t b_end)
{
	const uint32_t *a_first = f->base->first, *b_first = f->now->first;
	uint32_t const come = b_first[b], come_end = b_first[b_end];
	bool placed = come == come_end;
	for (uint32_t i = a, end; i < a_end; i = end) {
		for (end = i; end < a_end && f->link_of[end] == NONE; end++)
			;
		if (end == i) { /* moved away */
			end++;
			continue;
		}
		struct hunk h = {PLACE_WORD(a_first[i]), PLACE_UNIT(a_first[end]) - 1, a_first[i],
		                 a_first[end], come_end, come_end, true, false, NONE};
		if (!placed) {
			h.lo = PLACE_UNIT(a_first[i]);
			h.hi = PLACE_UNIT(a_first[end]);
			h.now_begin = come;
			placed = true;
		}
		add_hunk(f, h);
	}
	uint32_t const place = PLACE_UNIT(a_first[a_end]);
	if (!placed)
		add_hunk(f, (struct hunk){place, place, a_first[a_end], a_first[a_end], come, come_end,
		                          true, false, NONE});
}

static int by_place(const void *x, const void *y)
{
	const struct hunk *p = x, *q = y;
	if (p->lo != q->lo)
		return p->lo < q->lo ? -1 : 1;
	return p->hi < q->hi ? -1 : p->hi > q->hi;
}

/* ---- groups ---- */

static int by_begin(const void *x, const void *y)
{
	const struct group *p = x, *q = y;
	return p->begin < q->begin ? -1 : p->begin > q->begin;
}

/* A unit that moved along with the one before it is of its group. */
static void add_moved(struct finder *f, const struct link *it, bool same_lane)
{
	group_list *groups = &f->side->groups;
	uint32_t const begin = f->base->first[it->a], end = f->base->first[it->a_end];
	uint32_t const now = f->now->first[it->b], now_end = f->now->first[it->b_end];
	struct group *last = same_lane && groups->len ? &groups->at[groups->len - 1] : NULL;
	if (last && last->end == begin && last->now_end == now) {
		last->end = end;
		last->now_end = now_end;
		return;
	}
	struct group *added = VEC_PUSH(groups);
	if (added)
		*added = (struct group){.begin = begin, .end = end, .now_begin = now,
		                        .now_end = now_end};
}

uint32_t hunk_from(const struct side *side, uint32_t place)
{
	uint32_t low = 0, high = (uint32_t)side->hunks.len;
	while (low < high) {
		uint32_t const middle = low + (high - low) / 2;
		if (side->hunks.at[middle].hi < place)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

uint32_t group_from(const struct side *side, uint32_t token)
{
	uint32_t low = 0, high = (uint32_t)side->groups.len;
	while (low < high) {
		uint32_t const middle = low + (high - low) / 2;
		if (side->groups.at[middle].end <= token)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

struct group *group_here(const struct side *side, uint32_t now)
{
	uint32_t low = 0, high = (uint32_t)side->groups.len;
	while (low < high) {
		uint32_t const middle = low + (high - low) / 2;
		if (side->groups.at[side->arrived[middle]].now_end <= now)
			low = middle + 1;
		else
			high = middle;
	}
	struct group *it = low < side->groups.len ? &side->groups.at[side->arrived[low]] : NULL;
	return it && it->now_begin <= now ? it : NULL;
}

/* ---- the whole ---- */

static bool make_maps(struct finder *f)
{
	struct side *side = f->side;
	uint32_t const base = f->base->tokens.count, now = f->now->tokens.count;
	uint32_t const base_units = f->base->units.count, now_units = f->now->units.count;
	side->to = malloc(((size_t)base + 1) * sizeof(uint32_t));
	side->from = malloc(((size_t)now + 1) * sizeof(uint32_t));
	f->link_of = malloc(((size_t)base_units + 1) * sizeof(uint32_t));
	f->now_link_of = malloc(((size_t)now_units + 1) * sizeof(uint32_t));
	if (!side->to || !side->from || !f->link_of || !f->now_link_of)
		return false;
	memset(side->to, 0xFF, base * sizeof(uint32_t));
	memset(side->from, 0xFF, now * sizeof(uint32_t));
	memset(f->link_of, 0xFF, base_units * sizeof(uint32_t));
	memset(f->now_link_of, 0xFF, now_units * sizeof(uint32_t));
	return true;
}

static void note_links(struct finder *f)
{
	for (uint32_t i = 0; i < f->links.count; i++) {
		const struct link *it = &f->links.at[i];
		for (uint32_t u = it->a; u < it->a_end; u++)
			f->link_of[u] = i;
		for (uint32_t u = it->b; u < it->b_end; u++)
			f->now_link_of[u] = i;
		keep_link(f, it);
	}
}

/* Of a lane's hunks, the one that comes brings its groups. */
static void note_arrivals(struct finder *f, size_t group, size_t hunk)
{
	const hunk_list *hunks = &f->side->hunks;
	while (hunk < hunks->len && hunks->at[hunk].now_begin == hunks->at[hunk].now_end)
		hunk++;
	for (; group < f->side->groups.len && hunk < hunks->len; group++)
		f->side->groups.at[group].arrival = hunks->at[hunk].lo;
}

/* What lies before the next link that stayed, and what moved to there. */
static void find_lane(struct finder *f, uint32_t a, uint32_t a_end, uint32_t b, uint32_t b_end)
{
	size_t const groups = f->side->groups.len, hunks = f->side->hunks.len;
	for (uint32_t u = b; u < b_end;) {
		uint32_t const link = f->now_link_of[u];
		if (link == NONE) {
			u++;
			continue;
		}
		const struct link *it = &f->links.at[link];
		add_moved(f, it, f->side->groups.len > groups);
		u = it->b_end;
	}
	find_lane_hunks(f, a, a_end, b, b_end);
	note_arrivals(f, groups, hunks);
}

static void find_changes(struct finder *f)
{
	uint32_t a = 0, b = 0;
	for (uint32_t i = 0; i < f->links.count; i++) {
		const struct link *it = &f->links.at[i];
		find_link_hunks(f, it);
		if (it->moved)
			continue;
		find_lane(f, a, it->a, b, it->b);
		a = it->a_end;
		b = it->b_end;
	}
	find_lane(f, a, f->base->units.count, b, f->now->units.count);
}

/* Groups were found in the side's order, which is remembered. */
static bool sort_groups(struct side *side)
{
	size_t const count = side->groups.len;
	side->arrived = malloc((count + 1) * sizeof *side->arrived);
	if (!side->arrived)
		return false;
	for (size_t g = 0; g < count; g++)
		side->groups.at[g].arrived = (uint32_t)g;
	if (count)
		qsort(side->groups.at, count, sizeof *side->groups.at, by_begin);
	for (size_t g = 0; g < count; g++)
		side->arrived[side->groups.at[g].arrived] = (uint32_t)g;
	return true;
}

static bool put_in_order(struct side *side)
{
	if (side->hunks.len)
		qsort(side->hunks.at, side->hunks.len, sizeof *side->hunks.at, by_place);
	if (!sort_groups(side))
		return false;
	for (size_t g = 0; g < side->groups.len; g++)
		side->groups.at[g].arrival = hunk_from(side, side->groups.at[g].arrival);
	return true;
}

void side_find(struct merging *m, int which)
{
	struct finder f = {.m = m, .base = &m->rows[BASE], .now = &m->rows[which],
	                   .side = &m->sides[which], .words = {.exact = true}};
	if (make_maps(&f) &&
	    align_units(&f.links, &m->rows[BASE].units, &m->rows[which].units)) {
		note_links(&f);
		if (!m->failed)
			find_changes(&f);
		m->failed |= f.side->hunks.failed || f.side->groups.failed;
		m->failed = m->failed || !put_in_order(f.side);
		links_release(&f.links);
	} else {
		m->failed = true;
	}
	words_release(&f.words);
	free(f.link_of);
	free(f.now_link_of);
}

void side_release(struct side *side)
{
	free(side->to);
	free(side->from);
	free(side->arrived);
	VEC_RELEASE(&side->hunks);
	VEC_RELEASE(&side->groups);
}
