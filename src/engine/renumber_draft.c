/*
 * renumber_draft.c -- a whole draft numbered anew; see redline/renumber.h.
 *
 * As with amendments that renumber (renumber.c), but nothing else has changed: the old text
 * is the new one.
 */
#include "renumbering.h"

#include <redline/renumber.h>

#include <stdlib.h>

#include "base/bytes.h"
#include "weave.h"

struct redline_renumbering {
	struct arena arena;
	struct report report;
	redline_script *script;
	redline_new_number *numbers;
	uint32_t count;
};

static bool same_style(const redline_block *a, const redline_block *b)
{
	return a->unit == b->unit && a->dress == b->dress && a->numeral == b->numeral &&
	       a->kind == b->kind && (a->kind != REDLINE_HEADING || a->level == b->level);
}

/* The number that the first list at the margin of a style begins with in `before`. */
static uint32_t first_value(const struct numbering *n, const redline_draft *before,
                            const redline_block *style)
{
	const redline_block *blocks = redline_draft_blocks(before);
	for (uint32_t i = 0; i < n->count; i++)
		if (blocks[n->at[i].block].parent == REDLINE_NONE &&
		    same_style(&blocks[n->at[i].block], style))
			return n->at[i].value;
	return UINT32_MAX;
}

#define STYLES_MAX 32u

/* Where each list begins; only the first of its style at the margin may do so late. */
static bool start_lists(struct renumber_run *r, struct run_on *lists, const redline_draft *before)
{
	const redline_block *seen[STYLES_MAX];
	unsigned styles = 0;
	struct numbering was = {0};
	if (before && !numbering_find(&was, before, NULL, r->arena))
		return false;
	for (uint32_t i = 0; i < r->is.count; i++) {
		const struct numbered *it = &r->is.at[i];
		const redline_block *b = &r->blocks[it->block];
		if (lists[it->list].value)
			continue;
		lists[it->list] = (struct run_on){i, 1};
		if (b->parent != REDLINE_NONE)
			continue;
		unsigned k = 0;
		while (k < styles && !same_style(seen[k], b))
			k++;
		if (k < styles)
			continue;
		if (styles < STYLES_MAX)
			seen[styles++] = b;
		uint32_t const known = before ? first_value(&was, before, b) : UINT32_MAX;
		uint32_t const own = it->value ? it->value : 1;
		lists[it->list].value = known && known < own ? known : own;
	}
	return true;
}

/* "59 alt" that stands beside 59 becomes a provision of its own: that is worth a word. */
static void warn_alternative(struct renumber_run *r, uint32_t item)
{
	const struct numbered *it = &r->is.at[item];
	size_t const len = it->label.len;
	if (len < 4 || memcmp(it->label.ptr + len - 3, "alt", 3) != 0 || !item)
		return;
	const struct numbered *other = &r->is.at[item - 1];
	if (other->list == it->list && other->value == it->value)
		report_add(r->report, REDLINE_WARNING, "alternative-kept",
		           (redline_spot){REDLINE_IN_DRAFT, r->blocks[it->block].core},
		           "this alternative stands beside what it is one to, and now both have a "
		           "number");
}

static bool take_numbers(struct renumber_run *r, redline_renumbering *out)
{
	out->numbers = arena_array(r->arena, (size_t)r->is.count + 1, sizeof *out->numbers);
	if (!out->numbers)
		return false;
	for (uint32_t i = 0; i < r->is.count; i++) {
		const struct numbered *it = &r->is.at[i];
		warn_alternative(r, i);
		if (!it->next.len)
			continue;
		out->numbers[out->count++] =
			(redline_new_number){it->block, renumber_written(r, it->label), it->next};
		if (!renumber_add_change(r, r->blocks[it->block].core, renumber_like_block(r, it),
		                         0))
			return false;
	}
	if (r->is.some_parted)
		report_add(r->report, REDLINE_WARNING, "numbers-of-parts",
		           (redline_spot){REDLINE_IN_DRAFT, {0, 0}},
		           "numbers of several parts (4.2, 38-841.03) are left as they are");
	return true;
}

static bool number_anew(struct renumber_run *r, redline_renumbering *out,
                        const redline_draft *before, edit_list *edits)
{
	stretch_list list = {0};
	struct stretch *all = VEC_PUSH(&list);
	bool ok = all && numbering_find(&r->was, r->draft, NULL, r->arena) &&
	          numbering_find(&r->is, r->draft, NULL, r->arena) && renumber_set_up(r) &&
	          renumber_set_causes(r, NULL, NULL);
	struct run_on *lists = arena_array(r->arena, (size_t)r->is.lists + 1, sizeof *lists);
	r->list_cause = arena_array(r->arena, (size_t)r->is.lists + 1, sizeof *r->list_cause);
	ok = ok && lists && r->list_cause;
	if (ok) {
		*all = (struct stretch){0, 0, REDLINE_NONE};
		memset(lists, 0, ((size_t)r->is.lists + 1) * sizeof *lists);
		memset(r->list_cause, 0, ((size_t)r->is.lists + 1) * sizeof *r->list_cause);
		for (uint32_t i = 0; i < r->was.count; i++) {
			r->block_of[i] = r->was.at[i].block;
			r->hints[r->was.at[i].block] = r->was.at[i].list;
		}
		ok = start_lists(r, lists, before) &&
		     numbering_run_on(&r->is, r->draft, lists, r->arena) && take_numbers(r, out) &&
		     renumber_list_fates(r) && renumber_references(r, &list, NULL) &&
		     renumber_say_as_edits(r, edits, &list);
	}
	VEC_RELEASE(&list);
	return ok && !r->changes.failed;
}

redline_status redline_renumber(redline_renumbering **out, const redline_draft *draft,
                                const redline_draft *before)
{
	*out = NULL;
	redline_renumbering *own = calloc(1, sizeof *own);
	if (!own)
		return REDLINE_NO_MEMORY;
	report_begin(&own->report, &own->arena);
	edit_list edits = {0};
	struct renumber_run r = {.arena = &own->arena,
	                         .report = &own->report,
	                         .old_text = redline_draft_text(draft),
	                         .text = redline_draft_text(draft),
	                         .old_draft = draft,
	                         .draft = draft,
	                         .old_blocks = redline_draft_blocks(draft),
	                         .whole = true};
	redline_status status =
		number_anew(&r, own, before, &edits) ? REDLINE_OK : REDLINE_NO_MEMORY;
	uint32_t *ops = arena_array(&own->arena, edits.len + 1, sizeof *ops);
	weave_sort(edits.at, edits.len);
	if (status == REDLINE_OK)
		status = ops ? weave_script(r.text, edits.at, edits.len, ops, &own->script)
		             : REDLINE_NO_MEMORY;
	if (status == REDLINE_OK && (report_failed(&own->report) || own->arena.failed))
		status = REDLINE_NO_MEMORY;
	VEC_RELEASE(&r.changes);
	VEC_RELEASE(&edits);
	if (status == REDLINE_OK)
		*out = own;
	else
		redline_renumbering_free(own);
	return status;
}

void redline_renumbering_free(redline_renumbering *renumbering)
{
	if (!renumbering)
		return;
	redline_script_free(renumbering->script);
	report_release(&renumbering->report);
	arena_release(&renumbering->arena);
	free(renumbering);
}

const redline_script *redline_renumbering_script(const redline_renumbering *renumbering)
{
	return renumbering->script;
}

const redline_new_number *redline_renumbering_numbers(const redline_renumbering *renumbering,
                                                      uint32_t *count)
{
	*count = renumbering->count;
	return renumbering->numbers;
}

redline_findings redline_renumbering_findings(const redline_renumbering *renumbering)
{
	return report_view(&renumbering->report);
}
