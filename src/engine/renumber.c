/*
 * renumber.c -- "renumber accordingly"; see renumber.h and renumbering.h.
 *
 * New numbers are found on the text as the other amendments leave it: it is
 * written out, read as a draft, and its lists run on without gaps.  A table
 * says what became of each number of the draft as submitted; references in the
 * new text are looked up in it.  Every change found so is then said as an edit
 * of the old text: of its own where the bytes are old, inside of the words
 * that another edit brings in where they are new.
 */
#include "renumbering.h"

#include "base/bytes.h"
#include "numeral.h"
#include "weave.h"

/* ---- changes, and how numbers are written ---- */

bool renumber_add_change(struct renumber_run *r, redline_range range, redline_bytes words,
                         uint32_t cause)
{
	struct change *c = VEC_PUSH(&r->changes);
	if (c)
		*c = (struct change){range, words, cause};
	return c != NULL;
}

redline_bytes renumber_like_block(struct renumber_run *r, const struct numbered *it)
{
	char buf[32];
	redline_bytes const have = bytes_in(r->text, r->blocks[it->block].core);
	redline_bytes const number = it->next;
	enum numeral_script const script = numeral_script_of(have);
	size_t len = script == NUMERAL_ASCII ? 0 : numeral_write(number, script, buf, sizeof buf);
	if (!len)
		return number;
	for (size_t at = 0; at + 3 <= have.len && script == NUMERAL_CHINESE; at += 3) {
		redline_bytes const unit = {have.ptr + at, 3};
		bool const counted =
			bytes_equal(unit, BYTES("条")) || bytes_equal(unit, BYTES("條")) ||
			bytes_equal(unit, BYTES("章")) || bytes_equal(unit, BYTES("节")) ||
			bytes_equal(unit, BYTES("節"));
		if (counted && len + 3 <= sizeof buf) {
			memcpy(buf + len, unit.ptr, 3);
			len += 3;
			break;
		}
	}
	return arena_copy(r->arena, (redline_bytes){buf, len});
}

redline_bytes renumber_written(struct renumber_run *r, redline_bytes label)
{
	size_t digits = 0;
	while (digits < label.len && is_digit(label.ptr[digits]))
		digits++;
	if (!digits || label.len - digits < 3)
		return label;
	char *out = arena_alloc(r->arena, label.len + 1);
	if (!out)
		return label;
	memcpy(out, label.ptr, digits);
	out[digits] = ' ';
	memcpy(out + digits + 1, label.ptr + digits, label.len - digits);
	return (redline_bytes){out, label.len + 1};
}

/* ---- "renumber accordingly" ---- */

/* The amendment of a statement that asks for what is needed; REDLINE_NONE. */
static bool find_askers(const struct renumber_run *r, const redline_result *results, uint32_t count,
                        uint32_t **by_statement, bool *any)
{
	uint32_t statements = 0;
	for (uint32_t i = 0; i < count; i++)
		if (results[i].statement >= statements)
			statements = results[i].statement + 1;
	*by_statement = arena_array(r->arena, (size_t)statements + 1, sizeof **by_statement);
	if (!*by_statement)
		return false;
	for (uint32_t i = 0; i < statements; i++)
		(*by_statement)[i] = REDLINE_NONE;
	*any = false;
	for (uint32_t i = 0; i < count; i++) {
		const redline_amendment *m = results[i].amendment;
		if (m->action != REDLINE_RENUMBER || results[i].fate != REDLINE_APPLIED)
			continue;
		*any = true;
		if (!m->target_count)
			(*by_statement)[results[i].statement] = i;
	}
	return true;
}

/* Which lists of the draft as submitted run on anew, and by which amendment. */
static bool mark_lists(struct renumber_run *r, const struct lander *l,
                       const redline_result *results, const uint32_t *askers)
{
	r->list_cause = arena_array(r->arena, (size_t)r->was.lists + 1, sizeof *r->list_cause);
	if (!r->list_cause)
		return false;
	for (uint32_t i = 0; i < r->was.lists; i++)
		r->list_cause[i] = REDLINE_NONE;
	for (size_t i = 0; i < l->touched.len; i++) {
		const struct touched *t = &l->touched.at[i];
		uint32_t const item = r->was.of_block[t->block];
		uint32_t const asker = askers[results[t->cause].statement];
		if (results[t->cause].fate == REDLINE_APPLIED && item != REDLINE_NONE &&
		    asker != REDLINE_NONE)
			r->list_cause[r->was.at[item].list] = asker;
	}
	return true;
}

/* "4.1" */
static bool has_parts(redline_bytes label)
{
	return label.len > 2 && memchr(label.ptr, '.', label.len - 1);
}

/* Are there numbers that begin with this one: "4.1", "4.2" under "4"? */
static bool parts_begin_with(const struct renumber_run *r, redline_bytes label)
{
	uint32_t const count = redline_draft_count(r->old_draft);
	for (uint32_t i = 0; label.len && i < count; i++) {
		redline_bytes const other = bytes_in(r->old_text, r->old_blocks[i].core);
		if (other.len > label.len + 1 && other.ptr[label.len] == '.' &&
		    memcmp(other.ptr, label.ptr, label.len) == 0)
			return true;
	}
	return false;
}

/* Numbers of several parts do not run on: told of once, where that matters. */
static void warn_of_parts(struct renumber_run *r, const struct lander *l,
                          const redline_result *results, const uint32_t *askers)
{
	for (size_t i = 0; r->was.some_parted && i < l->touched.len; i++) {
		const struct touched *t = &l->touched.at[i];
		const redline_block *b = &r->old_blocks[t->block];
		redline_bytes const number = bytes_in(r->old_text, b->core);
		if (results[t->cause].fate != REDLINE_APPLIED ||
		    askers[results[t->cause].statement] == REDLINE_NONE ||
		    !(has_parts(number) || parts_begin_with(r, number)))
			continue;
		report_add(r->report, REDLINE_WARNING, "numbers-of-parts",
		           (redline_spot){REDLINE_IN_DRAFT, b->core},
		           "numbers of several parts (4.2, 38-841.03) are left as they are, and so "
		           "are references to them; write the new ones out: renumber clause 4.2 as "
		           "clause 4.1");
		return;
	}
}

/* The place of each item of `was` in its list, from 1. */
static uint32_t *count_in_lists(struct renumber_run *r)
{
	uint32_t *seen = arena_array(r->arena, (size_t)r->was.lists + 1, sizeof *seen);
	uint32_t *nth = arena_array(r->arena, (size_t)r->was.count + 1, sizeof *nth);
	if (!seen || !nth)
		return NULL;
	memset(seen, 0, ((size_t)r->was.lists + 1) * sizeof *seen);
	for (uint32_t i = 0; i < r->was.count; i++)
		nth[i] = ++seen[r->was.at[i].list];
	return nth;
}

/* By block of the new draft: the item of `was` that it is, or REDLINE_NONE. */
static uint32_t *items_by_block(struct renumber_run *r)
{
	uint32_t const count = redline_draft_count(r->draft);
	uint32_t *item = arena_array(r->arena, (size_t)count + 1, sizeof *item);
	for (uint32_t i = 0; item && i < count; i++)
		item[i] = REDLINE_NONE;
	for (uint32_t i = 0; item && i < r->was.count; i++)
		if (r->block_of[i] != REDLINE_NONE && r->hints[r->block_of[i]] != REDLINE_NONE)
			item[r->block_of[i]] = i;
	return item;
}

/*
 * Lists run on from the first place where something came, went or moved; what stands
 * before it keeps its numbers.
 */
static bool run_lists_on(struct renumber_run *r)
{
	struct {
		uint32_t nth, value;
	} * before; /* by list: the item before */
	before = arena_array(r->arena, (size_t)r->is.lists + 1, sizeof *before);
	struct run_on *lists = arena_array(r->arena, (size_t)r->is.lists + 1, sizeof *lists);
	uint32_t *causes = arena_array(r->arena, (size_t)r->is.lists + 1, sizeof *causes);
	uint32_t *nth = count_in_lists(r), *item = items_by_block(r);
	uint32_t *first = arena_array(r->arena, (size_t)r->was.lists + 1, sizeof *first);
	if (!before || !lists || !causes || !nth || !item || !first)
		return false;
	memset(before, 0, ((size_t)r->is.lists + 1) * sizeof *before);
	memset(lists, 0, ((size_t)r->is.lists + 1) * sizeof *lists);
	for (uint32_t i = 0; i < r->is.lists; i++)
		causes[i] = REDLINE_NONE;
	for (uint32_t i = r->was.count; i-- > 0;)
		first[r->was.at[i].list] = r->was.at[i].value ? r->was.at[i].value : 1;
	for (uint32_t i = 0; i < r->is.count; i++) {
		const struct numbered *it = &r->is.at[i];
		uint32_t const hint = r->hints[it->block];
		if (hint != REDLINE_NONE && causes[it->list] == REDLINE_NONE) {
			causes[it->list] = r->list_cause[hint];
			lists[it->list].from = first[hint]; /* for now: the list's first number */
		}
	}
	for (uint32_t i = 0; i < r->is.count; i++) {
		const struct numbered *it = &r->is.at[i];
		uint32_t const known = item[it->block];
		uint32_t const place = known != REDLINE_NONE ? nth[known] : 0;
		bool const stays = place && place == before[it->list].nth + 1;
		if (causes[it->list] != REDLINE_NONE && !stays && !lists[it->list].value) {
			uint32_t const value = before[it->list].nth ? before[it->list].value + 1
			                                            : lists[it->list].from;
			lists[it->list] = (struct run_on){i, value};
		}
		before[it->list].nth = place;
		before[it->list].value = it->value;
	}
	if (!numbering_run_on(&r->is, r->draft, lists, r->arena))
		return false;
	for (uint32_t i = 0; i < r->is.count; i++) {
		const struct numbered *it = &r->is.at[i];
		if (it->next.len &&
		    !renumber_add_change(r, r->blocks[it->block].core, renumber_like_block(r, it),
		                         causes[it->list]))
			return false;
	}
	return true;
}

/* ---- all of it ---- */

bool renumber_set_up(struct renumber_run *r)
{
	uint32_t const count = redline_draft_count(r->draft);
	r->blocks = redline_draft_blocks(r->draft);
	r->hints = arena_array(r->arena, (size_t)count + 1, sizeof *r->hints);
	r->block_of = arena_array(r->arena, (size_t)r->was.count + 1, sizeof *r->block_of);
	if (!r->hints || !r->block_of)
		return false;
	for (uint32_t i = 0; i < count; i++)
		r->hints[i] = REDLINE_NONE;
	for (uint32_t i = 0; i < r->was.count; i++)
		r->block_of[i] = REDLINE_NONE;
	return true;
}

bool renumber_set_causes(struct renumber_run *r, const struct lander *l,
                         const redline_result *results)
{
	r->item_cause = arena_array(r->arena, (size_t)r->was.count + 1, sizeof *r->item_cause);
	if (!r->item_cause)
		return false;
	for (uint32_t i = 0; i < r->was.count; i++)
		r->item_cause[i] = REDLINE_NONE;
	for (size_t i = 0; l && i < l->renumbered.len; i++) {
		const struct renumbered *it = &l->renumbered.at[i];
		uint32_t const item = r->was.of_block[it->block];
		if (item != REDLINE_NONE && !it->inside &&
		    results[it->cause].fate == REDLINE_APPLIED)
			r->item_cause[item] = it->cause;
	}
	return true;
}

static bool follow(struct renumber_run *r, struct lander *l, edit_list *edits,
                   const stretch_list *list, const redline_result *results, uint32_t count,
                   const uint32_t *askers)
{
	if (!numbering_find(&r->was, r->old_draft, NULL, r->arena) || !renumber_set_up(r) ||
	    !mark_lists(r, l, results, askers) || !renumber_set_causes(r, l, results))
		return false;
	warn_of_parts(r, l, results, askers);
	renumber_map_kept(r, list);
	return renumber_map_edited(r, l, edits, list, count) &&
	       numbering_find(&r->is, r->draft, r->hints, r->arena) && run_lists_on(r) &&
	       renumber_list_fates(r) && renumber_references(r, list, edits->at) &&
	       renumber_say_as_edits(r, edits, list);
}

bool renumber_follow(struct lander *l, edit_list *edits, const redline_result *results,
                     uint32_t count)
{
	struct renumber_run r = {.arena = l->arena,
	                         .report = l->report,
	                         .old_text = l->text,
	                         .old_draft = l->draft,
	                         .old_blocks = l->blocks};
	uint32_t *askers;
	bool any;
	if (!find_askers(&r, results, count, &askers, &any))
		return false;
	if (!any)
		return true;
	struct buf text = {0};
	stretch_list list = {0};
	redline_draft *draft = NULL;
	weave_trim(edits->at, edits->len);
	bool ok = renumber_write_out(l->text, edits->at, edits->len, &text, &list);
	r.text = buf_view(&text);
	redline_status const status = ok ? redline_draft_new(&draft, r.text, NULL) : REDLINE_OK;
	r.draft = draft;
	/* what can't be read as a text any more is refused where it is woven */
	if (ok && status == REDLINE_OK)
		ok = follow(&r, l, edits, &list, results, count, askers);
	ok = ok && status != REDLINE_NO_MEMORY && !r.changes.failed;
	if (ok)
		weave_sort(edits->at, edits->len);
	VEC_RELEASE(&r.changes);
	VEC_RELEASE(&list);
	redline_draft_free(draft);
	buf_release(&text);
	return ok;
}
