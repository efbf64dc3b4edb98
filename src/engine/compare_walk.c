/*
 * compare_walk.c -- over both texts, from one unit that stayed to the next.  See
 * comparing.h.
 *
 * What lies between has gone, come or moved: an operation for each unit, with the
 * white space in front of it or behind it, whichever leaves the same white space on
 * both sides.
 */
#include "engine/comparing.h"

#include <assert.h>

/* ---- the books ---- */

static redline_range blocks_of(const struct units *u, uint32_t begin, uint32_t end)
{
	return (redline_range){u->at[begin].block, u->at[end - 1].block + 1};
}

static redline_pair *add_pair(struct comparing *c)
{
	redline_pair *pair = VEC_PUSH(&c->out->pairs);
	c->failed |= !pair;
	return pair;
}

static void add_link_pair(struct comparing *c, struct turned *it)
{
	redline_pair *pair = add_pair(c);
	if (!pair)
		return;
	it->pair = (uint32_t)c->out->pairs.len - 1;
	pair->old = blocks_of(&c->units[OLD], it->begin[OLD], it->end[OLD]);
	pair->now = blocks_of(&c->units[NEW], it->begin[NEW], it->end[NEW]);
	pair->moved = it->move != NONE;
	pair->renumbered = it->renumbered && !c->out->options.ignore_numbering;
}

/* A unit that has gone stands in the list where it stood; one that came likewise. */
static void add_lone_pair(struct comparing *c, int side, uint32_t unit)
{
	redline_pair *pair = add_pair(c);
	if (!pair)
		return;
	redline_range *blocks = side == OLD ? &pair->old : &pair->now;
	*blocks = blocks_of(&c->units[side], unit, unit + 1);
	if (side == OLD)
		c->out->tally.dropped++;
	else
		c->out->tally.added++;
}

/* After a link has been emitted. */
static void book_link(struct comparing *c, const struct turned *it)
{
	redline_tally *t = &c->out->tally;
	const struct emitted *e = &c->emitter.emitted;
	redline_pair *pair = &c->out->pairs.at[it->pair];
	pair->edited = e->words || e->breaks;
	pair->followed = e->reference;
	t->edited += e->words;
	t->split += it->end[NEW] - it->begin[NEW] > 1;
	t->merged += it->end[OLD] - it->begin[OLD] > 1;
	t->renumbered += pair->renumbered;
	t->moved += pair->moved;
}

/* ---- between links ---- */

/* Units that have gone, come or moved, between one that stayed and the next. */
struct lane {
	int side;
	uint32_t first, count;  /* units */
	uint32_t begin, end;    /* of the text between, with the gaps at both ends */
};

static uint32_t lane_gap_end(const struct comparing *c, const struct lane *l)
{
	return l->count ? c->units[l->side].at[l->first].text.begin : l->end;
}

static uint32_t lane_tail(const struct comparing *c, const struct lane *l)
{
	return l->count ? c->units[l->side].at[l->first + l->count - 1].text.end : l->begin;
}

static struct turned *link_at(struct comparing *c, int side, uint32_t unit)
{
	uint32_t const link = c->link_of[side][unit];
	return link == NONE ? NULL : &c->links[link];
}

/* A moved unit, of which the other end may not be known yet, or all that goes. */
static void emit_lone(struct comparing *c, int side, uint32_t unit, uint32_t end)
{
	struct emitter *e = &c->emitter;
	struct turned *it = link_at(c, side, unit);
	uint32_t *at = side == OLD ? &e->old_at : &e->now_at;
	if (!it) {
		add_lone_pair(c, side, unit);
		emit_change(e, REDLINE_ASPECT_WORDS, side == OLD ? end : e->old_at,
		            side == NEW ? end : e->now_at);
		return;
	}
	it->ends[side] = (redline_range){*at, end};
	if (side == OLD) {
		script_move_out(&c->script, it->move, end - *at);
	} else {
		script_move_in(&c->script, it->move, end - *at);
		add_link_pair(c, it);
	}
	*at = end;
}

/*
 * The units of a lane, one operation each: with the gap behind it, up to the lane's
 * end, or with the gap before it.  A moved group of several units is one.
 */
static void emit_lane(struct comparing *c, const struct lane *l, bool gap_behind)
{
	const struct unit *units = c->units[l->side].at;
	for (uint32_t i = l->first, last; i < l->first + l->count; i = last + 1) {
		const struct turned *it = link_at(c, l->side, i);
		last = it ? it->end[l->side] - 1 : i;
		bool const is_last = last + 1 == l->first + l->count;
		uint32_t const next = is_last ? l->end : units[last + 1].text.begin;
		emit_lone(c, l->side, i, gap_behind ? next : units[last].text.end);
	}
}

/*
 * Which of the gaps at the two ends is kept?  Where one text ends and the other goes
 * on, the last one: the first, which may be no line end at all in the text that ends,
 * would leave what went without one in front.
 */
static bool keeps_first_gap(const struct comparing *c, const struct lane lanes[SIDES])
{
	redline_bytes first[SIDES], last[SIDES];
	bool one_ends = !lanes[OLD].count || !lanes[NEW].count;
	for (int i = OLD; i < SIDES; i++) {
		const struct lane *l = &lanes[i];
		redline_bytes const text = c->units[i].text;
		first[i] = bytes_in(text, (redline_range){l->begin, lane_gap_end(c, l)});
		last[i] = bytes_in(text, (redline_range){lane_tail(c, l), l->end});
		one_ends &= l->end == text.len;
	}
	return bytes_equal(first[OLD], first[NEW]) ||
	       (!one_ends && !bytes_equal(last[OLD], last[NEW]));
}

static void emit_between(struct comparing *c, const struct lane lanes[SIDES])
{
	struct emitter *e = &c->emitter;
	if (!lanes[OLD].count && !lanes[NEW].count) {
		emit_gap(e, lanes[OLD].end, lanes[NEW].end);
		return;
	}
	bool const first = keeps_first_gap(c, lanes);
	if (first)
		emit_gap(e, lane_gap_end(c, &lanes[OLD]), lane_gap_end(c, &lanes[NEW]));
	emit_lane(c, &lanes[OLD], first);
	emit_lane(c, &lanes[NEW], first);
	if (!first)
		emit_gap(e, lanes[OLD].end, lanes[NEW].end);
}

/* The next link that stayed, from `unit` of the new text on; or the count. */
static uint32_t next_stayed(const struct comparing *c, uint32_t link)
{
	while (link < c->link_count && c->links[link].move != NONE)
		link++;
	return link;
}

static void emit_all(struct comparing *c)
{
	struct emitter *e = &c->emitter;
	uint32_t at[SIDES] = {0, 0};
	for (uint32_t link = next_stayed(c, 0); !c->failed; link = next_stayed(c, link + 1)) {
		bool const end = link == c->link_count;
		struct lane lanes[SIDES];
		for (int i = OLD; i < SIDES; i++) {
			uint32_t const to = end ? c->units[i].count : c->links[link].begin[i];
			assert(to >= at[i]);
			lanes[i] = (struct lane){i, at[i], to - at[i], i == OLD ? e->old_at : e->now_at,
			                         end ? (uint32_t)c->units[i].text.len
			                             : c->units[i].at[to].text.begin};
			at[i] = end ? to : c->links[link].end[i];
		}
		emit_between(c, lanes);
		if (end)
			return;
		add_link_pair(c, &c->links[link]);
		if (c->failed)
			return;
		compare_link(c, &c->links[link]);
		book_link(c, &c->links[link]);
	}
}

/* ---- moves ---- */

static void emit_moves(struct comparing *c)
{
	struct emitter *e = &c->emitter;
	for (uint32_t i = 0; i < c->link_count && !c->failed; i++) {
		const struct turned *it = &c->links[i];
		if (it->move == NONE)
			continue;
		e->move = it->move;
		e->old_at = it->ends[OLD].begin;
		e->now_at = it->ends[NEW].begin;
		emit_gap(e, c->units[OLD].at[it->begin[OLD]].text.begin,
		         c->units[NEW].at[it->begin[NEW]].text.begin);
		compare_link(c, it);
		if (c->failed)
			return;
		book_link(c, it);
		emit_gap(e, it->ends[OLD].end, it->ends[NEW].end);
	}
}

void compare_walk(struct comparing *c)
{
	emit_all(c);
	emit_moves(c);
}
