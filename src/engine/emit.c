/*
 * emit.c -- operations, byte for byte.  See emit.h.
 *
 * A hunk is what lies between two kept tokens: tokens that go and tokens that
 * come, with white space around them.  Where nothing but white space stands
 * beside it, one of the two gaps of the longer side is the other side's gap; which
 * one, its bytes say.  So a word added between "a b" takes one blank with it, and
 * rejecting it gives "a b" back.
 */
#include "engine/emit.h"

#include <assert.h>

#include "engine/fold.h"

enum { OLD, NEW, SIDES };

/* Unmatched tokens of one side, and the gap that ends at `end`. */
struct hunk_side {
	redline_bytes text;
	uint32_t begin, end;   /* of the hunk with its gaps */
	redline_range core;    /* from the first token to the last; empty: none */
};

struct hunk {
	struct hunk_side side[SIDES];
	const struct words_side *words[SIDES];
	uint32_t first[SIDES], count[SIDES]; /* tokens */
};

/* ---- operations ---- */

static void put(struct emitter *e, redline_op_kind kind, redline_aspect aspect, uint32_t old_end,
                uint32_t now_end)
{
	assert(old_end >= e->old_at && now_end >= e->now_at);
	uint32_t const old = old_end - e->old_at, now = now_end - e->now_at;
	if (e->move == REDLINE_NONE)
		script_pass(e->script, kind, aspect, old, now);
	else
		script_edit(e->script, e->move, kind, aspect, old, now);
	e->old_at = old_end;
	e->now_at = now_end;
}

static void note(struct emitted *emitted, redline_aspect aspect)
{
	switch (aspect) {
	case REDLINE_ASPECT_WORDS:
		emitted->words = true;
		break;
	case REDLINE_ASPECT_NUMBER:
		emitted->number = true;
		break;
	case REDLINE_ASPECT_REFERENCE:
		emitted->reference = true;
		break;
	case REDLINE_ASPECT_BREAK:
		emitted->breaks = true;
		break;
	case REDLINE_ASPECT_SPACING:
		emitted->spacing = true;
		break;
	}
}

void emit_change(struct emitter *e, redline_aspect aspect, uint32_t old_end, uint32_t now_end)
{
	if (old_end == e->old_at && now_end == e->now_at)
		return;
	if (aspect == REDLINE_ASPECT_REFERENCE && e->options->ignore_numbering) {
		emit_alike(e, old_end, now_end);
		return;
	}
	note(&e->emitted, aspect);
	put(e, REDLINE_CHANGE, aspect, old_end, now_end);
}

void emit_keep(struct emitter *e, uint32_t old_end, uint32_t now_end)
{
	put(e, REDLINE_KEEP, REDLINE_ASPECT_WORDS, old_end, now_end);
}

void emit_alike(struct emitter *e, uint32_t old_end, uint32_t now_end)
{
	if (old_end > e->old_at || now_end > e->now_at)
		put(e, REDLINE_ALIKE, REDLINE_ASPECT_WORDS, old_end, now_end);
}

/* ---- white space ---- */

/* What a gap does to the words beside it. */
enum gap { NO_GAP, BLANK_GAP, BREAK_GAP };

static enum gap gap_class(redline_bytes gap)
{
	uint32_t line_ends = 0;
	if (!gap.len)
		return NO_GAP;
	for (size_t i = 0; i < gap.len && line_ends < 2; i++)
		line_ends += gap.ptr[i] == '\n';
	return line_ends > 1 ? BREAK_GAP : BLANK_GAP;
}

static redline_bytes between(redline_bytes text, uint32_t begin, uint32_t end)
{
	return bytes_in(text, (redline_range){begin, end});
}

/* What a line may end behind with no blank in between. */
static bool ends_line(uint32_t cp)
{
	return is_unspaced_char(cp) || cp == '-' || cp == '/' || (cp >= 0x2010 && cp <= 0x2015);
}

/* A line may end between two characters of a script without blanks, or at a dash. */
static bool may_wrap_at(redline_bytes text, uint32_t begin, uint32_t end)
{
	unsigned size;
	if (begin == 0 || end >= text.len || !memchr(text.ptr + begin, '\n', end - begin))
		return false;
	return ends_line(utf8_before(text, begin, &size)) ||
	       is_unspaced_char(utf8_at(text, end, &size));
}

static bool all_space(redline_bytes gap)
{
	unsigned size;
	for (size_t i = 0; i < gap.len; i += size)
		if (!is_space_char(utf8_at(gap, i, &size)))
			return false;
	return true;
}

void emit_gap(struct emitter *e, uint32_t old_end, uint32_t now_end)
{
	redline_bytes const old = between(e->old, e->old_at, old_end);
	redline_bytes const now = between(e->now, e->now_at, now_end);
	if (bytes_equal(old, now)) {
		emit_keep(e, old_end, now_end);
		return;
	}
	bool const ignored = e->rules.skip_punctuation && !(all_space(old) && all_space(now));
	enum gap const was = gap_class(old), is = gap_class(now);
	if (e->inside && !ignored && (was == BREAK_GAP) != (is == BREAK_GAP))
		emit_change(e, REDLINE_ASPECT_BREAK, old_end, now_end);
	else if (e->options->white_space && !ignored)
		emit_change(e, REDLINE_ASPECT_SPACING, old_end, now_end);
	else if (!e->inside || ignored || e->options->ignore_space || (was && is))
		emit_alike(e, old_end, now_end);
	else if (may_wrap_at(was ? e->old : e->now, was ? e->old_at : e->now_at,
	                     was ? old_end : now_end))
		emit_alike(e, old_end, now_end);
	else
		emit_change(e, REDLINE_ASPECT_SPACING, old_end, now_end);
}

/* ---- hunks ---- */

static bool in_label(const struct emitter *e, int side, redline_range core)
{
	uint32_t low = 0, high = e->label_count[side];
	while (low < high) {
		uint32_t const mid = low + (high - low) / 2;
		if (e->labels[side][mid].end < core.end)
			low = mid + 1;
		else
			high = mid;
	}
	return low < e->label_count[side] && e->labels[side][low].begin <= core.begin;
}

static bool is_empty(redline_range r)
{
	return r.begin == r.end;
}

static bool within(redline_range inner, redline_range outer)
{
	return is_empty(inner) || (inner.begin >= outer.begin && inner.end <= outer.end);
}

/* Nothing comes or goes but labels of paragraphs that come or go with them. */
static bool is_break(const struct emitter *e, const struct hunk *h)
{
	bool some = false;
	for (int i = OLD; i < SIDES; i++) {
		redline_range const core = h->side[i].core;
		if (!is_empty(core) && !in_label(e, i, core))
			return false;
		some |= !is_empty(core);
	}
	return some && is_empty(h->side[OLD].core) != is_empty(h->side[NEW].core);
}

static redline_aspect aspect_of(const struct emitter *e, const struct hunk *h)
{
	redline_range const old = h->side[OLD].core, now = h->side[NEW].core;
	bool const labels = e->number[OLD].end > e->number[OLD].begin ||
	                    e->number[NEW].end > e->number[NEW].begin;
	if (labels && within(old, e->number[OLD]) && within(now, e->number[NEW]))
		return REDLINE_ASPECT_NUMBER;
	if (is_break(e, h))
		return REDLINE_ASPECT_BREAK;
	if (!e->in_label && h->count[OLD] == 1 && h->count[NEW] == 1 &&
	    references_follow(e->references, h->words[OLD], h->first[OLD], h->words[NEW],
	                      h->first[NEW]))
		return REDLINE_ASPECT_REFERENCE;
	return REDLINE_ASPECT_WORDS;
}

/* Words of one side only: which of its two gaps is the gap of the other side? */
static bool takes_gap_behind(redline_bytes other, redline_bytes before, redline_bytes behind)
{
	if (bytes_equal(other, before))
		return true; /* the gap before is kept, so the one behind goes along */
	if (bytes_equal(other, behind))
		return false;
	if (gap_class(other) == gap_class(before) || gap_class(other) == gap_class(behind))
		return gap_class(other) == gap_class(before);
	return before.len > 0; /* a gap becomes a gap, not nothing */
}

static void emit_one_sided(struct emitter *e, const struct hunk *h, int side,
                           redline_aspect aspect)
{
	const struct hunk_side *full = &h->side[side], *bare = &h->side[!side];
	redline_bytes const other = between(bare->text, bare->begin, bare->end);
	redline_bytes const before = between(full->text, full->begin, full->core.begin);
	redline_bytes const behind = between(full->text, full->core.end, full->end);
	uint32_t ends[SIDES];
	if (!other.len && before.len && behind.len) {
		emit_change(e, aspect, h->side[OLD].end, h->side[NEW].end);
	} else if (takes_gap_behind(other, before, behind)) {
		ends[side] = full->core.begin;
		ends[!side] = bare->end;
		emit_gap(e, ends[OLD], ends[NEW]);
		emit_change(e, aspect, h->side[OLD].end, h->side[NEW].end);
	} else {
		ends[side] = full->core.end;
		ends[!side] = bare->begin;
		emit_change(e, aspect, ends[OLD], ends[NEW]);
		emit_gap(e, h->side[OLD].end, h->side[NEW].end);
	}
}

static void emit_characters(struct emitter *e, const struct hunk *h);

static void emit_two_sided(struct emitter *e, const struct hunk *h, redline_aspect aspect)
{
	const struct hunk_side *old = &h->side[OLD], *now = &h->side[NEW];
	bool const even_before = (old->core.begin == old->begin) == (now->core.begin == now->begin);
	bool const even_behind = (old->core.end == old->end) == (now->core.end == now->end);
	if (even_before)
		emit_gap(e, old->core.begin, now->core.begin);
	if (e->options->chars && aspect == REDLINE_ASPECT_WORDS && even_before && even_behind &&
	    !e->in_characters && h->count[OLD] == h->count[NEW])
		emit_characters(e, h);
	else
		emit_change(e, aspect, even_behind ? old->core.end : old->end,
		            even_behind ? now->core.end : now->end);
	if (even_behind)
		emit_gap(e, old->end, now->end);
}

/* Two numbers that refer to other things than before, and are written the same. */
static bool says_the_same(const struct hunk *h)
{
	const struct hunk_side *old = &h->side[OLD], *now = &h->side[NEW];
	return !is_empty(old->core) &&
	       bytes_equal(bytes_in(old->text, old->core), bytes_in(now->text, now->core));
}

static void emit_same(struct emitter *e, const struct hunk *h)
{
	emit_gap(e, h->side[OLD].core.begin, h->side[NEW].core.begin);
	emit_keep(e, h->side[OLD].core.end, h->side[NEW].core.end);
	emit_gap(e, h->side[OLD].end, h->side[NEW].end);
}

static void emit_hunk(struct emitter *e, const struct hunk *h)
{
	bool const goes = !is_empty(h->side[OLD].core), comes = !is_empty(h->side[NEW].core);
	if (bytes_equal(between(e->old, e->old_at, h->side[OLD].end),
	                between(e->now, e->now_at, h->side[NEW].end))) {
		emit_keep(e, h->side[OLD].end, h->side[NEW].end); /* read otherwise, but the same */
		return;
	}
	if (!goes && !comes) {
		emit_gap(e, h->side[OLD].end, h->side[NEW].end);
		return;
	}
	if (says_the_same(h)) {
		emit_same(e, h);
		return;
	}
	redline_aspect const aspect = aspect_of(e, h);
	if (aspect == REDLINE_ASPECT_BREAK) /* the break and the label are one change */
		emit_change(e, aspect, h->side[OLD].end, h->side[NEW].end);
	else if (goes && comes)
		emit_two_sided(e, h, aspect);
	else
		emit_one_sided(e, h, goes ? OLD : NEW, aspect);
}

static struct hunk_side hunk_side_of(const struct words_side *w, uint32_t begin, uint32_t first,
                                     uint32_t count, uint32_t end)
{
	struct hunk_side s = {w->text, begin, end, {end, end}};
	if (count) {
		const struct token *last = &w->tokens[first + count - 1];
		s.core = (redline_range){w->tokens[first].begin, last->begin + last->length};
	}
	return s;
}

/* ---- kept tokens ---- */

static uint32_t token_end(const struct words_side *s, uint32_t i)
{
	return s->tokens[i].begin + s->tokens[i].length;
}

/* A ">" behind a line end in a token is a quotation's: nothing else has it there. */
static bool is_same(struct emitter *e, const struct words_side *old, uint32_t i,
                    const struct words_side *now, uint32_t j)
{
	struct token_rules rules = e->rules;
	rules.quoted = true;
	return token_same(old->text, old->tokens[i], now->text, now->tokens[j], &rules,
	                  &e->failed);
}

/* What white space a token has in it: none, blanks, line ends. */
static enum gap space_in(redline_bytes token)
{
	enum gap most = NO_GAP;
	for (size_t i = 0; i < token.len; i++) {
		if (token.ptr[i] == '\n')
			return BREAK_GAP;
		if (is_space(token.ptr[i]))
			most = BLANK_GAP;
	}
	return most;
}

/*
 * The white space in a date, or behind a hyphen, is judged as any other.  If all
 * of it counts, so does how letters are composed: the old text comes back exactly.
 */
static void emit_same_token(struct emitter *e, uint32_t old_end, uint32_t now_end)
{
	enum gap const was = space_in(between(e->old, e->old_at, old_end));
	enum gap const is = space_in(between(e->now, e->now_at, now_end));
	bool const wrapped = was == BREAK_GAP || is == BREAK_GAP;
	bool const changed = e->options->white_space ? was || is || !e->options->ignore_case
	                                             : !was != !is && !wrapped;
	if (changed && !e->options->ignore_space)
		emit_change(e, REDLINE_ASPECT_SPACING, old_end, now_end);
	else
		emit_alike(e, old_end, now_end);
}

/*
 * The tokens have one hash; whether they are the same, their bytes say.  Where they
 * are not, they are a reference resolved, or the hashes collided.
 */
static void emit_token(struct emitter *e, const struct words_side *old, uint32_t i,
                       const struct words_side *now, uint32_t j)
{
	uint32_t const old_end = token_end(old, i), now_end = token_end(now, j);
	if (bytes_equal(between(e->old, e->old_at, old_end), between(e->now, e->now_at, now_end)))
		emit_keep(e, old_end, now_end);
	else if (is_same(e, old, i, now, j))
		emit_same_token(e, old_end, now_end);
	else if (!e->in_label && references_follow(e->references, old, i, now, j))
		emit_change(e, REDLINE_ASPECT_REFERENCE, old_end, now_end);
	else
		emit_change(e, REDLINE_ASPECT_WORDS, old_end, now_end);
}

enum { LOOK = 1024 }; /* bytes compared ahead of a token, at most */

/*
 * From token k of a run on: how many are the same, with the gaps before them?  The
 * texts are compared once, up to where they differ, and tokens counted up to there.
 */
static uint32_t count_same(const struct emitter *e, const struct words_side *old,
                           const struct words_side *now, struct diff_run run, uint32_t k)
{
	uint32_t const old_end = token_end(old, run.a + run.len - 1);
	uint32_t const now_end = token_end(now, run.b + run.len - 1);
	uint32_t const most = token_end(old, run.a + k) - e->old_at + LOOK;
	redline_bytes const ahead = between(e->old, e->old_at, old_end);
	redline_bytes const looked = {ahead.ptr, ahead.len < most ? ahead.len : most};
	size_t const common = bytes_common(looked, between(e->now, e->now_at, now_end));
	uint32_t n = 0;
	for (; k + n < run.len; n++) {
		uint32_t const was = token_end(old, run.a + k + n) - e->old_at;
		if (was > common || was != token_end(now, run.b + k + n) - e->now_at)
			break;
	}
	return n;
}

static void emit_run(struct emitter *e, const struct words_side *old,
                     const struct words_side *now, struct diff_run run)
{
	uint32_t const old_end = token_end(old, run.a + run.len - 1);
	uint32_t const now_end = token_end(now, run.b + run.len - 1);
	if (bytes_equal(between(e->old, e->old_at, old_end), between(e->now, e->now_at, now_end))) {
		emit_keep(e, old_end, now_end);
		return;
	}
	for (uint32_t k = 0; k < run.len; k++) {
		uint32_t const same = count_same(e, old, now, run, k);
		if (same) {
			k += same - 1;
			emit_keep(e, token_end(old, run.a + k), token_end(now, run.b + k));
			continue;
		}
		emit_gap(e, old->tokens[run.a + k].begin, now->tokens[run.b + k].begin);
		emit_token(e, old, run.a + k, now, run.b + k);
	}
}

void emit_runs(struct emitter *e, const struct words_side *old, const struct words_side *now,
               const struct diff_run *runs, size_t count, uint32_t old_end, uint32_t now_end)
{
	uint32_t i = 0, j = 0;
	for (size_t r = 0; r <= count; r++) {
		struct diff_run const run = r < count ? runs[r]
		                                      : (struct diff_run){old->count, now->count, 0};
		uint32_t const old_to = run.len ? old->tokens[run.a].begin : old_end;
		uint32_t const now_to = run.len ? now->tokens[run.b].begin : now_end;
		struct hunk const h = {
			.side = {hunk_side_of(old, e->old_at, i, run.a - i, old_to),
			         hunk_side_of(now, e->now_at, j, run.b - j, now_to)},
			.words = {old, now},
			.first = {i, j},
			.count = {run.a - i, run.b - j},
		};
		emit_hunk(e, &h);
		if (run.len)
			emit_run(e, old, now, run);
		i = run.a + run.len;
		j = run.b + run.len;
	}
}

void emitter_release(struct emitter *e)
{
	tokens_release(&e->scratch[OLD]);
	tokens_release(&e->scratch[NEW]);
	diff_release(&e->diff);
}

/* ---- characters ---- */

/* Fewer characters in common in the middle, or at one end, only disturb. */
enum { KEPT_INSIDE = 3, KEPT_AT_END = 2 };

/* One word against another. */
static struct words_side read_characters(struct emitter *e, int side,
                                         const struct words_side *words, uint32_t i)
{
	struct token_rules rules = e->rules;
	struct tokens *t = &e->scratch[side];
	uint32_t const begin = words->tokens[i].begin;
	rules.characters = true;
	rules.quoted = words->tokens[i].kind == TOKEN_NUMBER; /* a date has such marks in it */
	rules.skip_punctuation = false;
	tokens_clear(t);
	tokens_add(t, words->text, (redline_range){begin, begin + words->tokens[i].length}, &rules);
	e->failed |= t->failed;
	return (struct words_side){words->text, t->at, t->hash, t->count};
}

/* Is the run long enough for its place?  Of a word that mostly stayed any end is. */
static bool is_worth_keeping(struct diff_run run, const struct words_side sides[SIDES],
                             bool mostly_kept)
{
	bool const at_begin = run.a == 0 && run.b == 0;
	bool const at_end = run.a + run.len == sides[OLD].count &&
	                    run.b + run.len == sides[NEW].count;
	uint32_t const least = !at_begin && !at_end ? KEPT_INSIDE : mostly_kept ? 1 : KEPT_AT_END;
	return run.len >= least;
}

/* The characters kept in a hunk, the same ones whichever text is the old one. */
static bool find_characters(struct emitter *e, const struct words_side sides[SIDES])
{
	struct diff *diff = &e->diff;
	int const a = e->flipped ? NEW : OLD;
	if (e->failed || !diff_find(diff, sides[a].hashes, sides[a].count, sides[!a].hashes,
	                            sides[!a].count))
		return false;
	e->bounded |= diff->bounded;
	uint32_t kept = 0, total = 0;
	uint32_t const least = sides[OLD].count < sides[NEW].count ? sides[OLD].count
	                                                           : sides[NEW].count;
	for (uint32_t r = 0; r < diff->run_count; r++)
		total += diff->runs[r].len;
	for (uint32_t r = 0; r < diff->run_count; r++) {
		struct diff_run run = diff->runs[r];
		if (e->flipped)
			run = (struct diff_run){run.b, run.a, run.len};
		if (is_worth_keeping(run, sides, total * 2 >= least))
			diff->runs[kept++] = run;
	}
	diff->run_count = kept;
	return true;
}

/*
 * As many words come as go: each takes the place of one, and of each pair the
 * beginning, the end and longer parts may be the same.
 */
static void emit_characters(struct emitter *e, const struct hunk *h)
{
	e->in_characters = true;
	for (uint32_t i = 0; i < h->count[OLD] && !e->failed; i++) {
		uint32_t const a = h->first[OLD] + i, b = h->first[NEW] + i;
		emit_gap(e, h->words[OLD]->tokens[a].begin, h->words[NEW]->tokens[b].begin);
		struct words_side const sides[SIDES] = {
			read_characters(e, OLD, h->words[OLD], a),
			read_characters(e, NEW, h->words[NEW], b),
		};
		if (!find_characters(e, sides)) {
			e->failed = true;
			break;
		}
		emit_runs(e, &sides[OLD], &sides[NEW], e->diff.runs, e->diff.run_count,
		          token_end(h->words[OLD], a), token_end(h->words[NEW], b));
	}
	e->in_characters = false;
}
