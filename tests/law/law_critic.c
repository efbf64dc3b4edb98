/*
 * law_critic.c -- CriticMarkup of comparisons, on random scripts of every kind
 * of operation over random texts of words, line ends and pieces of marks:
 *
 *   - what is written and read back is the new text when accepted, and the old
 *     one when rejected, but for what is alike, which is as in the new;
 *   - it is refused if and only if a text holds an opening mark;
 *   - all this with the drafts at hand and without.
 *
 * The seed is printed; REDLINE_SEED sets it.
 */
#include <criterion/criterion.h>
#include <criterion/logging.h>
#include <stdlib.h>
#include <string.h>

#include <redline/write.h>

#include "model/script.h"
#include "support/text.h"

enum { ROUNDS = 20000, STEPS = 8, MOVES = 3, EDITS = 4, PIECES = 4 };

/* ---- chance ---- */

static uint64_t state;

/* xorshift64 */
static uint32_t chance(uint32_t below)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (uint32_t)(state >> 32) % below;
}

static void begin_chance(void)
{
	const char *seed = getenv("REDLINE_SEED");
	state = seed ? strtoull(seed, NULL, 10) : 20201118;
	cr_log_info("seed %llu", (unsigned long long)state);
	state = state ? state : 1;
}

/* The openings, last in the list, are rare: a text that holds one is refused. */
static void add_words(struct text *out)
{
	static const char *const pieces[] = {
		"word", " ", "3. ", "(a) ", "\n", "\n\n", "\r\n", "\n## ", "\xc3\xa9",
		"{", "}", "+", "-", "~", ">", "<", "=", "++}", "--}", "~~}", "<<}", "~>",
		"{++", "{--", "{~~", "{==", "{>>",
	};
	uint32_t const count = sizeof pieces / sizeof *pieces;
	for (uint32_t n = 1 + chance(PIECES); n > 0; n--)
		text_put(out, pieces[chance(60) ? chance(count - 5) : chance(count)]);
}

/* ---- scripts ---- */

/* An operation or an edit, by how many bytes it takes of what is written here. */
struct step {
	redline_op_kind kind;
	redline_aspect aspect;
	size_t old, now;
	uint32_t move;
};

/* Texts that grow by steps; `as_rejected`: the old one as it comes back. */
struct growing {
	struct text old, now, as_rejected;
	struct step steps[STEPS + 2 * MOVES];
	size_t count;
};

struct moved {
	struct growing ends;
	bool out, in; /* placed */
};

struct pair {
	struct growing all;
	struct moved moves[MOVES];
	uint32_t move_count;
};

static void clear(struct growing *g)
{
	g->old.len = g->now.len = g->as_rejected.len = 0;
	text_put(&g->old, "");
	text_put(&g->now, "");
	text_put(&g->as_rejected, "");
	g->count = 0;
}

static void add_step(struct growing *g)
{
	static const redline_op_kind kinds[] = {REDLINE_KEEP, REDLINE_CHANGE, REDLINE_ALIKE};
	struct step *s = &g->steps[g->count++];
	size_t const old = g->old.len, now = g->now.len;
	*s = (struct step){.kind = kinds[chance(3)]};
	bool const deleted = s->kind != REDLINE_KEEP && chance(3) == 0;
	bool const inserted = s->kind != REDLINE_KEEP && !deleted && chance(3) == 0;
	if (s->kind == REDLINE_CHANGE)
		s->aspect = (redline_aspect)chance(REDLINE_ASPECT_SPACING + 1);
	if (!inserted)
		add_words(&g->old);
	if (s->kind == REDLINE_KEEP)
		text_add(&g->now, g->old.ptr + old, g->old.len - old);
	else if (!deleted)
		add_words(&g->now);
	s->old = g->old.len - old;
	s->now = g->now.len - now;
	if (s->kind == REDLINE_ALIKE)
		text_add(&g->as_rejected, g->now.ptr + now, s->now);
	else
		text_add(&g->as_rejected, g->old.ptr + old, s->old);
}

/* One end of a move, with its words. */
static void add_end(struct growing *g, struct moved *m, uint32_t index, redline_op_kind kind)
{
	bool const out = kind == REDLINE_MOVE_OUT;
	*(out ? &m->out : &m->in) = true;
	struct text *words = out ? &m->ends.old : &m->ends.now;
	text_add(out ? &g->old : &g->now, words->ptr, words->len);
	if (out)
		text_add(&g->as_rejected, words->ptr, words->len);
	g->steps[g->count++] = (struct step){kind, REDLINE_ASPECT_WORDS, out ? words->len : 0,
	                                     out ? 0 : words->len, index};
}

static void make_moves(struct pair *p)
{
	p->move_count = chance(MOVES + 1);
	for (uint32_t i = 0; i < p->move_count; i++) {
		struct growing *ends = &p->moves[i].ends;
		p->moves[i].out = p->moves[i].in = false;
		do {
			clear(ends);
			for (uint32_t n = 1 + chance(EDITS); n > 0; n--)
				add_step(ends);
		} while (!ends->old.len || !ends->now.len);
	}
}

/* Steps with the ends of the moves strewn among them; what comes in in order. */
static void make_pair(struct pair *p)
{
	clear(&p->all);
	make_moves(p);
	uint32_t in = 0, left = chance(STEPS);
	for (uint32_t open = 2 * p->move_count; left > 0 || open > 0;) {
		uint32_t const i = p->move_count ? chance(p->move_count) : 0;
		uint32_t const what = chance(3);
		if (open && what == 0 && !p->moves[i].out) {
			add_end(&p->all, &p->moves[i], i, REDLINE_MOVE_OUT);
			open--;
		} else if (open && what == 1 && in < p->move_count) {
			add_end(&p->all, &p->moves[in], in, REDLINE_MOVE_IN);
			in++;
			open--;
		} else if (left) {
			add_step(&p->all);
			left--;
		}
	}
}

static redline_script *script_of(const struct pair *p)
{
	struct script_builder b;
	redline_script *script;
	script_begin_pair(&b, text_view(&p->all.old), text_view(&p->all.now), p->move_count);
	for (size_t i = 0; i < p->all.count; i++) {
		const struct step *s = &p->all.steps[i];
		if (s->kind == REDLINE_MOVE_OUT)
			script_move_out(&b, s->move, s->old);
		else if (s->kind == REDLINE_MOVE_IN)
			script_move_in(&b, s->move, s->now);
		else
			script_pass(&b, s->kind, s->aspect, s->old, s->now);
	}
	for (uint32_t m = 0; m < p->move_count; m++)
		for (size_t i = 0; i < p->moves[m].ends.count; i++) {
			const struct step *s = &p->moves[m].ends.steps[i];
			script_edit(&b, m, s->kind, s->aspect, s->old, s->now);
		}
	cr_assert_eq(script_finish(&b, &script), REDLINE_OK);
	return script;
}

/* ---- the laws ---- */

static bool holds_opening(const struct text *text)
{
	static const char *const openings[] = {"{++", "{--", "{~~", "{==", "{>>"};
	for (size_t i = 0; i < 5; i++)
		if (text_holds(text_view(text), openings[i]))
			return true;
	return false;
}

static const char *law_of_reading(const struct pair *p, const struct text *marked)
{
	redline_script *again;
	if (redline_script_read_critic(&again, text_view(marked), NULL) != REDLINE_OK)
		return "what was written can't be read";
	bool const accepted = text_is(redline_script_new_text(again), text_view(&p->all.now));
	bool const rejected = text_is(redline_script_old(again), text_view(&p->all.as_rejected));
	redline_script_free(again);
	if (!accepted)
		return "accepting doesn't give the new text";
	return rejected ? NULL : "rejecting doesn't give the old text";
}

static const char *law_of_view(const struct pair *p, const redline_view *view,
                               struct text *marked)
{
	marked->len = 0;
	text_put(marked, "");
	redline_status const status = redline_write_critic(view, NULL, NULL, text_sink, marked);
	bool const holds = holds_opening(&p->all.old) || holds_opening(&p->all.now);
	if (status != (holds ? REDLINE_UNMARKABLE : REDLINE_OK))
		return "what is refused is not what holds an opening mark";
	return holds ? NULL : law_of_reading(p, marked);
}

static const char *law_of_pair(const struct pair *p, struct text *marked)
{
	redline_script *script = script_of(p);
	redline_draft *before, *after;
	cr_assert_eq(redline_draft_new(&before, text_view(&p->all.old), NULL), REDLINE_OK);
	cr_assert_eq(redline_draft_new(&after, text_view(&p->all.now), NULL), REDLINE_OK);
	redline_view const bare = {.script = script};
	redline_view const full = {.script = script, .draft = before, .after = after};
	const char *broken = law_of_view(p, &bare, marked);
	if (!broken)
		broken = law_of_view(p, &full, marked);
	redline_draft_free(before);
	redline_draft_free(after);
	redline_script_free(script);
	return broken;
}

static void release(struct growing *g)
{
	text_release(&g->old);
	text_release(&g->now);
	text_release(&g->as_rejected);
}

Test(law_critic, comparisons_read_back, .timeout = 300)
{
	static struct pair p;
	struct text marked = {0};
	begin_chance();
	for (int i = 0; i < ROUNDS; i++) {
		uint64_t const seed = state;
		make_pair(&p);
		const char *broken = law_of_pair(&p, &marked);
		cr_assert(!broken, "%s (round %d, state %llu)\n--- old\n%s\n--- new\n%s\n--- marked\n%s",
		          broken, i, (unsigned long long)seed, p.all.old.ptr, p.all.now.ptr,
		          marked.ptr);
	}
	release(&p.all);
	for (int m = 0; m < MOVES; m++)
		release(&p.moves[m].ends);
	text_release(&marked);
}
