/*
 * plan.c -- which revisions an outcome becomes, and what they hold.  See plan.h.
 *
 * Each holds the draft with the amendments up to its own, and the statements behind
 * it that the store has not got yet.  A statement that is behind none (it takes
 * positions only) gets a revision of its own, which changes no draft.
 */
#include "plan.h"

#include <stdlib.h>
#include <string.h>

/* ---- memory ---- */

static void *hold(struct plan *plan, void *piece)
{
	if (piece && plan->piece_count == plan->piece_room) {
		size_t const room = plan->piece_room ? 2 * plan->piece_room : 64;
		void **moved = realloc(plan->pieces, room * sizeof *moved);
		if (moved) {
			plan->pieces = moved;
			plan->piece_room = room;
		} else {
			free(piece);
			piece = NULL;
		}
	}
	if (piece)
		plan->pieces[plan->piece_count++] = piece;
	else
		plan->failed = true;
	return piece;
}

void *plan_room(struct plan *plan, size_t count, size_t size)
{
	return hold(plan, calloc(count + 1, size));
}

redline_bytes plan_copy(struct plan *plan, redline_bytes text)
{
	char *copy = plan_room(plan, text.len, 1);
	if (copy && text.len)
		memcpy(copy, text.ptr, text.len);
	return (redline_bytes){copy ? copy : "", copy ? text.len : 0};
}

/* ---- which amendments make a revision together ---- */

static uint32_t first_cause(const redline_op *op, const uint32_t *causes)
{
	uint32_t first = REDLINE_NONE;
	for (uint32_t i = 0; i < op->cause_count; i++)
		if (causes[op->first_cause + i] < first)
			first = causes[op->first_cause + i];
	return first;
}

/* Whose revision an amendment is in: its own, if an operation belongs to it. */
static uint32_t home_of(const redline_result *result, uint32_t amendment, const redline_op *ops,
                        const uint32_t *causes)
{
	uint32_t home = REDLINE_NONE;
	for (uint32_t i = 0; i < result->landing_count; i++) {
		uint32_t const op = result->landings[i].op;
		uint32_t const owner = op == REDLINE_NONE ? REDLINE_NONE
		                                          : first_cause(&ops[op], causes);
		if (owner == amendment)
			return amendment;
		home = owner < home ? owner : home;
	}
	return home;
}

static int by_revision(const void *x, const void *y)
{
	const struct part *a = x, *b = y;
	if (a->revision != b->revision)
		return a->revision < b->revision ? -1 : 1;
	return (a->amendment > b->amendment) - (a->amendment < b->amendment);
}

static void sort_parts(struct plan *plan)
{
	size_t kept = 0;
	if (plan->part_count)
		qsort(plan->parts, plan->part_count, sizeof *plan->parts, by_revision);
	for (size_t i = 0; i < plan->part_count; i++)
		if (!kept || by_revision(&plan->parts[kept - 1], &plan->parts[i]) != 0)
			plan->parts[kept++] = plan->parts[i];
	plan->part_count = kept;
}

static void find_parts(struct plan *plan)
{
	uint32_t op_count, cause_count;
	const redline_script *script = redline_outcome_script(plan->job->outcome);
	const redline_op *ops = redline_script_ops(script, &op_count);
	const uint32_t *causes = redline_script_causes(script, &cause_count);
	plan->parts = plan_room(plan, (size_t)cause_count + plan->result_count, sizeof *plan->parts);
	if (!plan->parts)
		return;
	for (uint32_t i = 0; i < op_count; i++) {
		uint32_t const owner = first_cause(&ops[i], causes);
		for (uint32_t k = 0; k < ops[i].cause_count; k++)
			plan->parts[plan->part_count++] =
			    (struct part){owner, causes[ops[i].first_cause + k]};
	}
	for (uint32_t i = 0; i < plan->result_count; i++) {
		uint32_t const home = home_of(&plan->results[i], i, ops, causes);
		if (home != REDLINE_NONE)
			plan->parts[plan->part_count++] = (struct part){home, i};
	}
	sort_parts(plan);
}

/* ---- what a revision holds ---- */

static void add_file(redline_change *change, redline_file *files, const char *path,
                     redline_bytes text)
{
	files[change->file_count++] = (redline_file){path, text};
	change->files = files;
}

static void add_statement(struct plan *plan, redline_change *change, redline_file *files,
                          uint32_t statement)
{
	struct keeping *it = &plan->statements[statement];
	if (!it->kept)
		add_file(change, files, it->path, it->text);
	it->kept = true;
}

/* The draft with the amendments up to this one. */
static void add_draft(struct plan *plan, redline_change *change, redline_file *files,
                      uint32_t amendment)
{
	char *text;
	size_t len;
	if (redline_outcome_stage(plan->job->outcome, amendment + 1, &text, &len) != REDLINE_OK ||
	    !hold(plan, text))
		plan->failed = true;
	else
		add_file(change, files, plan->ground->path, (redline_bytes){text, len});
}

static void add_revision(struct plan *plan, const struct part *parts, size_t count)
{
	redline_change *change = &plan->changes[plan->count++];
	redline_file *files = plan_room(plan, count + 1, sizeof *files);
	if (!files)
		return;
	add_draft(plan, change, files, parts[0].revision);
	for (size_t i = 0; i < count; i++)
		add_statement(plan, change, files, plan->results[parts[i].amendment].statement);
	plan_describe(plan, change, parts, count);
}

static void add_revisions(struct plan *plan)
{
	for (size_t i = 0, end; i < plan->part_count && !plan->failed; i = end) {
		for (end = i + 1; end < plan->part_count &&
		                  plan->parts[end].revision == plan->parts[i].revision; end++)
			;
		add_revision(plan, &plan->parts[i], end - i);
	}
}

static bool is_blank(redline_bytes text)
{
	for (size_t i = 0; i < text.len; i++)
		if (!strchr(" \t\r\n", text.ptr[i]))
			return false;
	return true;
}

/* Statements that are behind no revision. */
static void add_leftovers(struct plan *plan)
{
	for (uint32_t i = 0; i < plan->job->count && !plan->failed; i++) {
		if (plan->statements[i].kept || is_blank(plan->statements[i].text))
			continue;
		redline_change *change = &plan->changes[plan->count++];
		redline_file *files = plan_room(plan, 1, sizeof *files);
		if (!files)
			return;
		add_statement(plan, change, files, i);
		plan_describe_statement(plan, change, i);
	}
}

/* ---- all of it ---- */

static redline_status place_statements(struct plan *plan, char *const *names,
                                       redline_trouble *why)
{
	const struct job *job = plan->job;
	plan->statements = plan_room(plan, job->count, sizeof *plan->statements);
	for (uint32_t i = 0; plan->statements && i < job->count; i++) {
		plan->statements[i].name = names[i];
		plan->statements[i].text = job->files[i].text;
	}
	return plan->failed ? REDLINE_NO_MEMORY
	                    : statements_place(plan->statements, job->count, plan->ground, why);
}

redline_status plan_make(struct plan *plan, const struct job *job, char *const *names,
                         const struct ground *ground, redline_trouble *why)
{
	*plan = (struct plan){.job = job, .ground = ground};
	plan->results = redline_outcome_results(job->outcome, &plan->result_count);
	redline_status status = place_statements(plan, names, why);
	if (status == REDLINE_OK)
		status = redline_draft_new(
		    &plan->after, redline_script_new_text(redline_outcome_script(job->outcome)), NULL);
	if (status != REDLINE_OK)
		return status;
	plan->changes = plan_room(plan, (size_t)plan->result_count + job->count,
	                          sizeof *plan->changes);
	if (plan->changes)
		find_parts(plan);
	if (!plan->failed)
		add_revisions(plan);
	if (!plan->failed)
		add_leftovers(plan);
	return plan->failed ? REDLINE_NO_MEMORY : REDLINE_OK;
}

void plan_release(struct plan *plan)
{
	for (uint32_t i = 0; plan->statements && i < plan->job->count; i++)
		free(plan->statements[i].path);
	redline_draft_free(plan->after);
	for (size_t i = 0; i < plan->piece_count; i++)
		free(plan->pieces[i]);
	free(plan->pieces);
}
