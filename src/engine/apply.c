/*
 * apply.c -- amendments onto a draft: land each one by itself (land.c), set
 * aside what clashes, weave the rest into a script (weave.c).
 */
#include <redline/apply.h>

#include <stdlib.h>

#include "base/bytes.h"
#include "renumber.h"
#include "seams.h"
#include "spared.h"
#include "tabled.h"
#include "taken_back.h"
#include "unmarked.h"
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

static bool gives_numbers(const redline_amendment *m)
{
	return (m->action == REDLINE_RENUMBER && m->target_count > 0) ||
	       m->action == REDLINE_DESIGNATE;
}

/* New numbers first, for places may be named by them ("as so redesignated"). */
static bool land_some(struct job *j, bool numbers)
{
	redline_outcome *o = j->out;
	for (uint32_t i = 0; i < o->count; i++) {
		bool landed;
		if (gives_numbers(o->results[i].amendment) != numbers ||
		    o->results[i].fate != REDLINE_APPLIED)
			continue; /* not now, or it is settled already */
		o->report.amendment = i;
		if (!land(&j->lander, &o->results[i].amendment, o->results[i].statement, i,
		          &j->edits, &landed))
			return false;
		o->results[i].fate = landed ? REDLINE_APPLIED : REDLINE_REFUSED;
	}
	o->report.amendment = REDLINE_NONE;
	return true;
}

static bool land_all(struct job *j)
{
	uint32_t *bases;
	if (!tabled_settle(&j->out->report, &j->out->arena, j->out->results, j->out->count, &bases))
		return false;
	j->lander.bases = bases;
	j->lander.results = j->out->results;
	if (!land_some(j, true))
		return false;
	j->lander.places.renumbered = j->lander.renumbered.at;
	j->lander.places.renumbered_count = (uint32_t)j->lander.renumbered.len;
	return land_some(j, false);
}

/* Edits of amendments that are not applied go. */
static void drop_conflicts(struct job *j)
{
	size_t kept = 0;
	for (size_t i = 0; i < j->edits.len; i++)
		if (j->out->results[j->edits.at[i].cause].fate == REDLINE_APPLIED)
			j->edits.at[kept++] = j->edits.at[i];
	j->edits.len = kept;
}

/* Do two results stand for items of one "respectively"? */
static bool are_partners(const redline_result *a, const redline_result *b)
{
	return a->statement == b->statement && a->amendment->in_pairs && b->amendment->in_pairs &&
	       a->amendment->sentence == b->amendment->sentence;
}

/* Half a "respectively" is none: with one item the others go. */
static void refuse_partners(struct job *j)
{
	redline_result *at = j->out->results;
	uint32_t const count = j->out->count;
	bool any = false;
	for (uint32_t begin = 0, end; begin < count; begin = end) {
		redline_fate fate = at[begin].fate;
		for (end = begin + 1; end < count && are_partners(&at[begin], &at[end]); end++)
			fate = fate == REDLINE_APPLIED ? at[end].fate : fate;
		for (uint32_t i = begin; i < end && fate != REDLINE_APPLIED; i++) {
			any |= at[i].fate == REDLINE_APPLIED;
			at[i].fate = at[i].fate == REDLINE_APPLIED ? fate : at[i].fate;
		}
	}
	if (any)
		drop_conflicts(j);
}

/* ---- numbers that are taken ---- */

/* Does another amendment take the provision out, or give it another number? */
static bool gives_way(const struct job *j, uint32_t block)
{
	redline_range const core = j->lander.blocks[block].core;
	for (size_t i = 0; i < j->lander.renumbered.len; i++)
		if (j->lander.renumbered.at[i].block == block &&
		    !j->lander.renumbered.at[i].inside)
			return true;
	for (size_t i = 0; i < j->edits.len; i++) {
		const struct edit *e = &j->edits.at[i];
		if (!e->words.len && e->core.begin <= core.begin && e->core.end >= core.end)
			return true;
	}
	return false;
}

/* Has a part of the text that gets a number the same one, and keeps it? */
static bool is_taken_inside(const struct job *j, const struct renumbered *it)
{
	const redline_block *blocks = j->lander.blocks;
	for (uint32_t i = it->block + 1; i < blocks[it->block].subtree_end; i++)
		if (blocks[i].parent == it->block && range_len(blocks[i].core) &&
		    places_same_label(bytes_in(j->lander.text, blocks[i].core), it->label) &&
		    !gives_way(j, i))
			return true;
	return false;
}

static bool is_taken(const struct job *j, const struct renumbered *it)
{
	if (it->inside)
		return is_taken_inside(j, it);
	uint32_t const other = places_sibling(&j->lander.places, it->block, it->label);
	if (other != REDLINE_NONE && other != it->block && !gives_way(j, other))
		return true;
	for (size_t i = 0; i < j->lander.renumbered.len; i++) {
		const struct renumbered *b = &j->lander.renumbered.at[i];
		if (b->block != it->block && !b->inside && bytes_equal(b->label, it->label) &&
		    j->lander.blocks[b->block].parent == j->lander.blocks[it->block].parent &&
		    j->lander.blocks[b->block].section == j->lander.blocks[it->block].section)
			return true;
	}
	return false;
}

/* A number that somebody else keeps can't be given. */
static void refuse_taken(struct job *j)
{
	bool any = false;
	for (size_t i = 0; i < j->lander.renumbered.len; i++) {
		const struct renumbered *it = &j->lander.renumbered.at[i];
		redline_result *r = &j->out->results[it->cause];
		if (r->fate != REDLINE_APPLIED || !is_taken(j, it))
			continue;
		j->out->report.amendment = it->cause;
		report_add(&j->out->report, REDLINE_ERROR, "label-taken",
		           (redline_spot){REDLINE_IN_STATEMENT(r->statement), r->amendment->source},
		           "there already is a provision with the number %.*s", SHOWN(it->label));
		r->fate = REDLINE_REFUSED;
		any = true;
	}
	j->out->report.amendment = REDLINE_NONE;
	if (any)
		drop_conflicts(j);
}

/* "Renumber accordingly" where the statement changes no list of provisions. */
static void refuse_aimless(struct job *j)
{
	for (uint32_t i = 0; i < j->out->count; i++) {
		redline_result *r = &j->out->results[i];
		bool asks = r->amendment->action == REDLINE_RENUMBER &&
		            !r->amendment->target_count && r->fate == REDLINE_APPLIED;
		for (size_t k = 0; asks && k < j->lander.touched.len; k++)
			asks = j->out->results[j->lander.touched.at[k].cause].statement !=
			       r->statement;
		if (!asks)
			continue;
		j->out->report.amendment = i;
		report_add(&j->out->report, REDLINE_ERROR, "nothing-to-renumber",
		           (redline_spot){REDLINE_IN_STATEMENT(r->statement), r->amendment->source},
		           "no change of this statement asks for new numbers; say which provisions "
		           "get which");
		r->fate = REDLINE_REFUSED;
	}
	j->out->report.amendment = REDLINE_NONE;
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

/* Landings of the amendments with or without a conflict, in the order of the draft. */
static bool record_landings(struct job *j, bool applied)
{
	redline_outcome *o = j->out;
	redline_landing **at = arena_array(&o->arena, (size_t)o->count + 1, sizeof *at);
	if (!at)
		return false;
	for (size_t i = 0; i < j->edits.len; i++)
		if ((o->results[j->edits.at[i].cause].fate == REDLINE_APPLIED) == applied)
			o->results[j->edits.at[i].cause].landing_count++;
	for (uint32_t i = 0; i < o->count; i++) {
		if ((o->results[i].fate == REDLINE_APPLIED) != applied)
			continue;
		at[i] = arena_array(&o->arena, (size_t)o->results[i].landing_count + 1,
		                    sizeof **at);
		if (!at[i])
			return false;
		o->results[i].landings = at[i];
	}
	for (size_t i = 0; i < j->edits.len; i++) {
		const struct edit *e = &j->edits.at[i];
		if ((o->results[e->cause].fate == REDLINE_APPLIED) == applied)
			*at[e->cause]++ =
				(redline_landing){e->block, e->range, e->words, REDLINE_NONE};
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
	redline_outcome *o = j->out;
	if (!list_results(j) || !places_begin(&j->lander.places, j->lander.draft, &j->out->arena) ||
	    !land_all(j))
		return REDLINE_NO_MEMORY;
	if (!unmarked_report(&j->lander, j->statements, j->statement_count))
		return REDLINE_NO_MEMORY;
	bool taken_back;
	if (!taken_back_settle(&j->lander, j->statements, j->statement_count, o->results, o->count,
	                       &taken_back))
		return REDLINE_NO_MEMORY;
	if (taken_back)
		drop_conflicts(j);
	bool spared;
	if (!spared_settle(&j->lander, j->statements, j->statement_count, o->results, o->count,
	                   &j->edits, &spared))
		return REDLINE_NO_MEMORY;
	if (spared)
		drop_conflicts(j);
	refuse_taken(j);
	refuse_aimless(j);
	refuse_partners(j);
	weave_sort(j->edits.at, j->edits.len);
	if (!settle_clashes(j) || !record_landings(j, false))
		return REDLINE_NO_MEMORY;
	refuse_partners(j);
	drop_conflicts(j);
	j->edits.len = weave_drop_covered(j->edits.at, j->edits.len);
	seams_warn(&j->lander, &j->edits, o->results);
	if (!renumber_follow(&j->lander, &j->edits, o->results, o->count) ||
	    !record_landings(j, true))
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
	lander_end(&j.lander);
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
