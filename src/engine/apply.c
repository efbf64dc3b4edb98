/*
 * apply.c -- amendments onto a draft: land each one by itself (land.c), set
 * aside what clashes, weave the rest into a script (weave.c).
 */
#include <redline/apply.h>

#include <stdlib.h>

#include "base/bytes.h"
#include "weave.h"

struct redline_outcome {
	struct arena arena;
	redline_script *script;
	redline_result *results;
	uint32_t count;
	struct report report;
};

/* Everything that lives only while applying. */
struct job {
	redline_outcome *out;
	struct lander lander;
	const redline_statement *const *statements;
	uint32_t statement_count;
	edit_list edits;
	uint32_t *first_edit; /* of each result; count + 1 entries */
};

static uint32_t count_amendments(const struct job *j)
{
	uint32_t total = 0;
	for (uint32_t i = 0; i < j->statement_count; i++) {
		uint32_t n;
		(void)redline_statement_amendments(j->statements[i], &n);
		total += n;
	}
	return total;
}

static bool list_results(struct job *j)
{
	redline_outcome *o = j->out;
	o->count = count_amendments(j);
	o->results = arena_array(&o->arena, (size_t)o->count + 1, sizeof *o->results);
	if (!o->results)
		return false;
	uint32_t at = 0;
	for (uint32_t i = 0; i < j->statement_count; i++) {
		uint32_t n;
		const redline_amendment *m = redline_statement_amendments(j->statements[i], &n);
		for (uint32_t k = 0; k < n; k++)
			o->results[at++] = (redline_result){.statement = i, .amendment = &m[k]};
	}
	return true;
}

static bool land_all(struct job *j)
{
	redline_outcome *o = j->out;
	j->lander.results = o->results;
	for (uint32_t i = 0; i < o->count; i++) {
		bool landed;
		o->report.amendment = i;
		if (!land(&j->lander, &o->results[i].amendment, o->results[i].statement, i,
		          &j->edits, &landed))
			return false;
		o->results[i].fate = landed ? REDLINE_APPLIED : REDLINE_REFUSED;
	}
	o->report.amendment = REDLINE_NONE;
	return true;
}

/* ---- clashes ---- */

static redline_spot instruction_spot(const struct job *j, uint32_t cause)
{
	const redline_result *r = &j->out->results[cause];
	return (redline_spot){REDLINE_IN_STATEMENT(r->statement), r->amendment->source};
}

static redline_bytes proposer_of(const struct job *j, uint32_t cause)
{
	const redline_amendment *m = j->out->results[cause].amendment;
	return m->proposer_count ? m->proposers[0] : BYTES("");
}

static void report_clash(struct job *j, const struct clash *c)
{
	const struct edit *a = &j->edits.at[c->a], *b = &j->edits.at[c->b];
	if (a->cause > b->cause) { /* the later amendment meets the earlier one */
		const struct edit *later = a;
		a = b;
		b = later;
	}
	redline_bytes const by_a = proposer_of(j, a->cause), by_b = proposer_of(j, b->cause);
	j->out->report.amendment = b->cause;
	bool const named = by_a.len && by_b.len;
	if (named && !bytes_equal(by_a, by_b))
		report_add(&j->out->report, REDLINE_ERROR, "conflict",
		           instruction_spot(j, b->cause),
		           "%.*s and %.*s propose different changes to the same words", SHOWN(by_a),
		           SHOWN(by_b));
	else
		report_add(
			&j->out->report, REDLINE_ERROR, "conflict", instruction_spot(j, b->cause),
			"this and another amendment%s%.*s change the same words in different ways",
			named ? " of " : "", SHOWN(by_a));
	redline_range where = b->core;
	if (where.begin == where.end)
		where = a->core;
	report_note(&j->out->report, (redline_spot){REDLINE_IN_DRAFT, where}, "the words at issue");
	if (by_a.len)
		report_note(&j->out->report, instruction_spot(j, a->cause),
		            "the other proposal (%.*s)", SHOWN(by_a));
	else
		report_note(&j->out->report, instruction_spot(j, a->cause), "the other proposal");
	j->out->report.amendment = REDLINE_NONE;
}

/* Edits of amendments in conflict go; returns whether any did. */
static void drop_conflicts(struct job *j)
{
	size_t kept = 0;
	for (size_t i = 0; i < j->edits.len; i++)
		if (j->out->results[j->edits.at[i].cause].fate == REDLINE_APPLIED)
			j->edits.at[kept++] = j->edits.at[i];
	j->edits.len = kept;
}

static bool settle_clashes(struct job *j)
{
	clash_list clashes = {0};
	bool const ok = weave_clashes(j->edits.at, j->edits.len, &clashes);
	for (size_t i = 0; ok && i < clashes.len; i++) {
		uint32_t const a = j->edits.at[clashes.at[i].a].cause,
			       b = j->edits.at[clashes.at[i].b].cause;
		report_clash(j, &clashes.at[i]);
		j->out->results[a].fate = j->out->results[b].fate = REDLINE_CONFLICT;
	}
	VEC_RELEASE(&clashes);
	return ok && !report_failed(&j->out->report);
}

/* ---- results ---- */

/* Landings of each amendment, in the order of the draft. */
static bool record_landings(struct job *j)
{
	redline_outcome *o = j->out;
	for (size_t i = 0; i < j->edits.len; i++)
		o->results[j->edits.at[i].cause].landing_count++;
	redline_landing **at = arena_array(&o->arena, (size_t)o->count + 1, sizeof *at);
	if (!at)
		return false;
	for (uint32_t i = 0; i < o->count; i++) {
		at[i] = arena_array(&o->arena, (size_t)o->results[i].landing_count + 1,
		                    sizeof **at);
		if (!at[i])
			return false;
		o->results[i].landings = at[i];
	}
	for (size_t i = 0; i < j->edits.len; i++) {
		const struct edit *e = &j->edits.at[i];
		*at[e->cause]++ = (redline_landing){e->block, e->range, e->words, REDLINE_NONE};
	}
	return true;
}

/* After weaving: which operation did it. */
static void link_landings(struct job *j, const uint32_t *ops)
{
	redline_outcome *o = j->out;
	for (uint32_t i = 0; i < o->count; i++)
		j->first_edit[i] = 0;
	for (size_t i = 0; i < j->edits.len; i++) {
		uint32_t const cause = j->edits.at[i].cause;
		redline_landing *l = (redline_landing *)o->results[cause].landings;
		l[j->first_edit[cause]].range = j->edits.at[i].range;
		l[j->first_edit[cause]++].op = ops[i];
	}
}

static redline_status weave(struct job *j)
{
	drop_conflicts(j);
	uint32_t *ops = arena_array(&j->out->arena, j->edits.len + 1, sizeof *ops);
	j->first_edit =
		arena_array(&j->out->arena, (size_t)j->out->count + 1, sizeof *j->first_edit);
	if (!ops || !j->first_edit)
		return REDLINE_NO_MEMORY;
	redline_status const status =
		weave_script(j->lander.text, j->edits.at, j->edits.len, ops, &j->out->script);
	if (status == REDLINE_OK)
		link_landings(j, ops);
	return status;
}

static redline_status run(struct job *j)
{
	if (!list_results(j) || !places_begin(&j->lander.places, j->lander.draft, &j->out->arena) ||
	    !land_all(j))
		return REDLINE_NO_MEMORY;
	weave_sort(j->edits.at, j->edits.len);
	if (!settle_clashes(j) || !record_landings(j))
		return REDLINE_NO_MEMORY;
	return weave(j);
}

redline_status redline_apply(redline_outcome **out, const redline_draft *draft,
                             const redline_statement *const *statements, uint32_t count)
{
	*out = NULL;
	redline_outcome *o = calloc(1, sizeof *o);
	if (!o)
		return REDLINE_NO_MEMORY;
	report_begin(&o->report, &o->arena);
	struct job j = {.out = o, .statements = statements, .statement_count = count};
	j.lander = (struct lander){
		.draft = draft,
		.text = redline_draft_text(draft),
		.blocks = redline_draft_blocks(draft),
		.count = redline_draft_count(draft),
		.arena = &o->arena,
		.report = &o->report,
		.eol = redline_draft_eol(draft) == REDLINE_EOL_CRLF ? "\r\n" : "\n",
	};
	finder_begin(&j.lander.finder, draft, &o->arena);
	redline_status status = run(&j);
	finder_end(&j.lander.finder);
	VEC_RELEASE(&j.edits);
	if (status == REDLINE_OK && (report_failed(&o->report) || o->arena.failed))
		status = REDLINE_NO_MEMORY;
	if (status != REDLINE_OK) {
		redline_outcome_free(o);
		return status;
	}
	*out = o;
	return REDLINE_OK;
}

void redline_outcome_free(redline_outcome *o)
{
	if (!o)
		return;
	redline_script_free(o->script);
	report_release(&o->report);
	arena_release(&o->arena);
	free(o);
}

const redline_script *redline_outcome_script(const redline_outcome *o)
{
	return o->script;
}

const redline_result *redline_outcome_results(const redline_outcome *o, uint32_t *count)
{
	*count = o->count;
	return o->results;
}

redline_findings redline_outcome_findings(const redline_outcome *o)
{
	return report_view(&o->report);
}
