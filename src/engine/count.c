/* count.c -- counting words.  See count.h. */
#include "engine/count.h"

static const struct token_rules words_only = {.skip_punctuation = true};

void count_release(struct word_count *c)
{
	tokens_release(&c->gone);
	tokens_release(&c->come);
	diff_release(&c->diff);
}

static void read_words(struct word_count *c, struct tokens *out, redline_bytes text,
                       redline_range range)
{
	tokens_clear(out);
	if (range.begin < range.end)
		tokens_add(out, text, range, &words_only);
	c->failed |= out->failed;
}

/* Leaves out the tokens that are in the runs; `b`: in their second part. */
static void leave_out(struct tokens *t, const struct diff *d, bool b)
{
	uint32_t kept = 0, at = 0;
	for (uint32_t r = 0; r <= d->run_count; r++) {
		bool const last = r == d->run_count;
		uint32_t const to = last ? t->count : b ? d->runs[r].b : d->runs[r].a;
		for (; at < to; at++) {
			t->at[kept] = t->at[at];
			t->hash[kept++] = t->hash[at];
		}
		at += last ? 0 : d->runs[r].len;
	}
	t->count = kept;
}

static void count_change(struct word_count *c, const redline_script *script,
                         const redline_op *op)
{
	redline_bytes const old = redline_script_old(script), now = redline_script_new_text(script);
	read_words(c, &c->gone, old, op->old);
	read_words(c, &c->come, now, op->now);
	if (!c->gone.count || !c->come.count || c->failed)
		return;
	c->failed = !diff_find(&c->diff, c->gone.hash, c->gone.count, c->come.hash, c->come.count);
	if (c->failed)
		return;
	leave_out(&c->gone, &c->diff, false);
	leave_out(&c->come, &c->diff, true);
}

void count_op(struct word_count *c, const redline_script *script, const redline_op *op)
{
	tokens_clear(&c->gone);
	tokens_clear(&c->come);
	if (op->kind == REDLINE_CHANGE && op->aspect == REDLINE_ASPECT_WORDS)
		count_change(c, script, op);
}

void count_edit(struct word_count *c, const redline_script *script, const redline_op *op)
{
	count_op(c, script, op);
	if (op->kind == REDLINE_CHANGE)
		return;
	read_words(c, &c->come, redline_script_new_text(script), op->now);
}
