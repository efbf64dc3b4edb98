/*
 * trial.c -- see trial.h.
 *
 * The laws are checked from outside, on what the public interface shows:
 * linear in the texts, the blocks and the operations.
 */
#include "trial.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "text.h"

/* --- A trial --- */

redline_status trial_run(struct trial *out, const redline_reader *reader,
                         redline_bytes draft, const redline_bytes *amendments,
                         uint32_t count)
{
	*out = (struct trial){0};
	redline_status status = redline_draft_new(&out->draft, draft, NULL);
	for (uint32_t i = 0; status == REDLINE_OK && i < count && i < TRIAL_STATEMENTS; i++) {
		status = redline_statement_new(&out->statements[i], reader, amendments[i], i, NULL);
		out->count += status == REDLINE_OK;
	}
	if (status != REDLINE_OK)
		return status;
	return redline_apply(&out->outcome, out->draft,
	                     (const redline_statement *const *)out->statements, out->count);
}

void trial_release(struct trial *t)
{
	redline_outcome_free(t->outcome);
	redline_draft_free(t->draft);
	for (uint32_t i = 0; i < t->count; i++)
		redline_statement_free(t->statements[i]);
	*t = (struct trial){0};
}

redline_view trial_view(const struct trial *t)
{
	static const char *const names[TRIAL_STATEMENTS] = {
		"first.txt", "second.txt", "third.txt", "fourth.txt",
		"fifth.txt", "sixth.txt", "seventh.txt", "eighth.txt",
	};
	return (redline_view){
		.script = redline_outcome_script(t->outcome),
		.draft = t->draft,
		.outcome = t->outcome,
		.statements = (const redline_statement *const *)t->statements,
		.statement_count = t->count,
		.draft_name = "draft.md",
		.statement_names = names,
	};
}

redline_level trial_worst(const struct trial *t)
{
	redline_level worst = redline_outcome_findings(t->outcome).worst;
	for (uint32_t i = 0; i < t->count; i++) {
		redline_level const level = redline_statement_findings(t->statements[i]).worst;
		worst = level > worst ? level : worst;
	}
	return worst;
}

/* --- Blocks --- */

static bool inside(redline_range part, redline_range whole)
{
	return part.begin <= part.end &&
	       (part.begin == part.end ||
	        (part.begin >= whole.begin && part.end <= whole.end));
}

static const char *law_of_block(const redline_block *blocks, uint32_t i, uint32_t count)
{
	const redline_block *b = &blocks[i];
	if (b->bytes.begin >= b->bytes.end)
		return "a block is empty";
	if (!inside(b->label, b->bytes) || !inside(b->core, b->label) || !inside(b->body, b->bytes))
		return "a block's label, core or body lies outside it";
	if (b->parent != REDLINE_NONE && b->parent >= i)
		return "a block's parent comes after it";
	if (b->section != REDLINE_NONE &&
	    (b->section >= i || blocks[b->section].kind != REDLINE_HEADING))
		return "a block's section is no heading before it";
	if (b->subtree_end <= i || b->subtree_end > count)
		return "a block's subtree ends before it or past the last block";
	if (b->line == 0 || b->lines == 0)
		return "a block touches no line";
	return NULL;
}

const char *law_of_blocks(const redline_draft *draft)
{
	const redline_block *blocks = redline_draft_blocks(draft);
	uint32_t const count = redline_draft_count(draft);
	uint32_t at = 0;
	for (uint32_t i = 0; i < count; i++) {
		if (blocks[i].bytes.begin != at)
			return "a block doesn't begin where the one before ends";
		at = blocks[i].bytes.end;
		const char *broken = law_of_block(blocks, i, count);
		if (broken)
			return broken;
	}
	return at == redline_draft_text(draft).len ? NULL : "the blocks don't reach the text's end";
}

/* --- Scripts --- */

static bool same_bytes(redline_bytes a, redline_range in_a, redline_bytes b, redline_range in_b)
{
	size_t const len = in_a.end - in_a.begin;
	return len == (size_t)(in_b.end - in_b.begin) &&
	       (len == 0 || memcmp(a.ptr + in_a.begin, b.ptr + in_b.begin, len) == 0);
}

const char *law_of_script(const redline_script *script)
{
	redline_bytes const old = redline_script_old(script);
	redline_bytes const new_text = redline_script_new_text(script);
	uint32_t count, causes, at_old = 0, at_new = 0;
	const redline_op *ops = redline_script_ops(script, &count);
	redline_script_causes(script, &causes);
	for (uint32_t i = 0; i < count; i++) {
		const redline_op *op = &ops[i];
		if (op->old.begin != at_old || op->now.begin != at_new ||
		    op->old.end < at_old || op->now.end < at_new)
			return "an operation doesn't begin where the one before ends";
		at_old = op->old.end;
		at_new = op->now.end;
		if (at_old > old.len || at_new > new_text.len)
			return "an operation reaches past a text";
		if (op->old.begin == at_old && op->now.begin == at_new)
			return "an operation is empty";
		if (op->kind == REDLINE_KEEP && !same_bytes(old, op->old, new_text, op->now))
			return "what is kept differs";
		if (op->kind == REDLINE_KEEP && i && ops[i - 1].kind == REDLINE_KEEP)
			return "two keeps stand side by side";
		if (op->cause_count > causes || op->first_cause > causes - op->cause_count)
			return "an operation's causes lie outside the list";
	}
	return at_old == old.len && at_new == new_text.len ? NULL
	                                                   : "the script doesn't reach both ends";
}

/* --- Results --- */

static const char *law_of_landing(const redline_result *result, const redline_landing *l,
                                  const redline_script *script)
{
	uint32_t count;
	const redline_op *ops = redline_script_ops(script, &count);
	if (result->fate != REDLINE_APPLIED)
		return l->op == REDLINE_NONE ? NULL : "a refused amendment has an operation";
	if (l->op >= count || ops[l->op].kind != REDLINE_CHANGE)
		return "a landing's operation is no change";
	return NULL;
}

const char *law_of_results(const redline_outcome *outcome)
{
	uint32_t count;
	const redline_result *results = redline_outcome_results(outcome, &count);
	const redline_script *script = redline_outcome_script(outcome);
	redline_level const worst = redline_outcome_findings(outcome).worst;
	for (uint32_t i = 0; i < count; i++) {
		if (results[i].fate != REDLINE_APPLIED && results[i].fate != REDLINE_WITHDRAWN &&
		    worst != REDLINE_ERROR)
			return "an amendment is refused and no error says why";
		/* "renumber accordingly" where the numbers run on already */
		bool const may_idle = results[i].amendment->action == REDLINE_RENUMBER ||
		                      results[i].amendment->action == REDLINE_WITHDRAW;
		if (results[i].fate == REDLINE_APPLIED && results[i].landing_count == 0 && !may_idle)
			return "an amendment is applied nowhere";
		for (uint32_t k = 0; k < results[i].landing_count; k++) {
			const char *broken = law_of_landing(&results[i], &results[i].landings[k], script);
			if (broken)
				return broken;
		}
	}
	return NULL;
}

/* --- Stages --- */

enum { STAGES = 24 }; /* looked at, at most */

/* How many of the results must be carried out for an operation to be. */
static uint32_t stage_of(const redline_script *script, const redline_op *op, uint32_t all)
{
	uint32_t count, stage = all;
	const uint32_t *causes = redline_script_causes(script, &count);
	for (uint32_t i = op->first_cause; i < op->first_cause + op->cause_count; i++)
		if (causes[i] + 1 < stage)
			stage = causes[i] + 1;
	return stage;
}

/* Operation by operation: its new bytes once its first cause is there, else its old ones. */
static const char *law_of_stage(const redline_script *script, redline_bytes text, uint32_t stage,
                                uint32_t all)
{
	uint32_t count;
	size_t at = 0;
	const redline_op *ops = redline_script_ops(script, &count);
	if (redline_text_check(text, NULL) != REDLINE_OK)
		return "a stage is no text";
	for (uint32_t i = 0; i < count; i++) {
		bool const done = stage_of(script, &ops[i], all) <= stage;
		redline_range const r = done ? ops[i].now : ops[i].old;
		redline_range const here = {(uint32_t)at, (uint32_t)(at + (r.end - r.begin))};
		if (here.end > text.len ||
		    !same_bytes(text, here, done ? redline_script_new_text(script)
		                                 : redline_script_old(script), r))
			return "a stage lacks a change, or has one too early";
		at = here.end;
	}
	return at == text.len ? NULL : "a stage has bytes of its own";
}

const char *law_of_stages(const redline_outcome *outcome)
{
	const redline_script *script = redline_outcome_script(outcome);
	const char *broken = NULL;
	uint32_t all;
	(void)redline_outcome_results(outcome, &all);
	uint32_t const step = all / STAGES + 1;
	for (uint32_t stage = 0; !broken && stage <= all; stage += step) {
		char *text;
		size_t len;
		if (redline_outcome_stage(outcome, stage, &text, &len) != REDLINE_OK)
			return "a stage can't be made";
		redline_bytes const got = {text, len};
		broken = law_of_stage(script, got, stage, all);
		if (!broken && stage == 0 && !text_is(got, redline_script_old(script)))
			broken = "stage 0 is not the old text";
		if (!broken && stage == all && !text_is(got, redline_script_new_text(script)))
			broken = "the last stage is not the new text";
		free(text);
	}
	return broken;
}

/* --- Output --- */

static const char *read_back(const redline_view *view, redline_bytes marked)
{
	redline_script *again = NULL;
	if (redline_script_read_critic(&again, marked, NULL) != REDLINE_OK)
		return "its own CriticMarkup can't be read back";
	bool const same = text_is(redline_script_old(again), redline_script_old(view->script)) &&
	                  text_is(redline_script_new_text(again), redline_script_new_text(view->script));
	redline_script_free(again);
	return same ? NULL : "CriticMarkup read back gives other texts";
}

const char *law_of_critic(const redline_view *view)
{
	struct text marked = {0};
	size_t where;
	bool in_new;
	redline_status const status = redline_write_critic(view, &where, &in_new, text_sink, &marked);
	const char *broken = NULL;
	if (status == REDLINE_OK)
		broken = read_back(view, text_view(&marked));
	else if (status != REDLINE_UNMARKABLE)
		broken = "CriticMarkup can't be written";
	text_release(&marked);
	return broken;
}

typedef redline_status shower(const redline_view *, const redline_style *, redline_sink *, void *);

static const char *law_of_shower(shower *show, const redline_view *view)
{
	redline_style const style = {.full = true, .width = 72};
	struct text shown = {0};
	bool const written = show(view, &style, text_sink, &shown) == REDLINE_OK;
	const char *broken = written ? text_harm(text_view(&shown)) : "a writer fails";
	text_release(&shown);
	return broken;
}

static redline_status show_findings(const redline_view *view, const redline_style *style,
                                    redline_sink *sink, void *context)
{
	redline_status status = REDLINE_OK;
	for (uint32_t i = 0; status == REDLINE_OK && i < view->statement_count; i++) {
		redline_findings const own = redline_statement_findings(view->statements[i]);
		status = redline_write_findings(view, &own, style, sink, context);
	}
	if (status != REDLINE_OK)
		return status;
	redline_findings const found = redline_outcome_findings(view->outcome);
	return redline_write_findings(view, &found, style, sink, context);
}

/* A program reads JSON, so a control in it is no harm; but it must come. */
static const char *law_of_json(const redline_view *view)
{
	struct text shown = {0};
	bool const written = redline_write_json(view, text_sink, &shown) == REDLINE_OK &&
	                     redline_write_explain_json(view, text_sink, &shown) == REDLINE_OK;
	text_release(&shown);
	return written ? NULL : "JSON can't be written";
}

const char *law_of_trial(const struct trial *t)
{
	static shower *const showers[] = {
		redline_write_terminal, redline_write_explain, show_findings,
	};
	redline_view const view = trial_view(t);
	const char *broken = law_of_blocks(t->draft);
	if (!broken)
		broken = law_of_script(view.script);
	if (!broken)
		broken = law_of_results(t->outcome);
	if (!broken)
		broken = law_of_stages(t->outcome);
	if (!broken)
		broken = law_of_critic(&view);
	if (!broken)
		broken = law_of_json(&view);
	for (size_t i = 0; !broken && i < sizeof showers / sizeof *showers; i++)
		broken = law_of_shower(showers[i], &view);
	return broken;
}
