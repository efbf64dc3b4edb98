/*
 * land_move.c -- provisions that move, and words and sentences (landing.h).
 *
 * What moves goes away at one place and comes at another: two edits of one
 * cause.  It keeps its bytes, and its number unless the list it comes to has
 * that already or is another one.
 */
#include "landing.h"

#include "base/buf.h"
#include "base/bytes.h"

/* ---- words and sentences ---- */

/* Remembers where in the edit pushed last text of the draft stands now. */
static void note_moved(struct landing *n, redline_range from, uint32_t at)
{
	struct moved *m = VEC_PUSH(&n->l->moved);
	if (m)
		*m = (struct moved){from, n->cause, at};
}

static uint32_t offset_in(redline_bytes words, redline_bytes part)
{
	for (size_t i = 0; i + part.len <= words.len; i++)
		if (memcmp(words.ptr + i, part.ptr, part.len) == 0)
			return (uint32_t)i;
	return 0;
}

/* The insertion of text[from] where the amendment says. */
static bool insert_moved(struct landing *n, redline_range from, bool sentence)
{
	redline_amendment put = *n->m;
	const redline_amendment *whole = n->m;
	redline_bytes const words = arena_copy(n->l->arena, bytes_in(n->l->text, from));
	put.action = REDLINE_INSERT;
	put.new_words = (redline_operand){.words = words, .present = true};
	put.old_words = (redline_operand){.present = false};
	put.occurrence = REDLINE_ONCE;
	put.whole_sentence = sentence;
	struct area const *to = n->has_target ? &n->target : &n->areas[0];
	struct area within = *to;
	if (!n->has_target && within.kind == AREA_TEXT) {
		/* the sentence's own paragraph */
		within.range = landing_body_of(n, within.range.begin);
		within.unit = REDLINE_PARAGRAPH_UNIT;
	}
	n->m = &put;
	bool const ok = landing_insert_in(n, &within);
	n->m = whole;
	if (!ok || n->edits->failed)
		return false;
	note_moved(n, from, offset_in(n->edits->at[n->edits->len - 1].words, words));
	return true;
}

/* The edits from the first-th on are a move: what goes, and last what comes in. */
static void tie_halves(struct landing *n, size_t first)
{
	size_t const last = n->edits->len - 1;
	for (size_t i = first; i < last; i++)
		n->edits->at[i].moves_to = n->edits->at[last].core.begin + 1;
}

static bool move_text(struct landing *n, redline_range r, bool sentence)
{
	redline_range const body =
		places_behind_run_in(n->l->text, landing_body_of(n, r.begin));
	if (r.begin <= body.begin && r.end >= body.end)
		return landing_refuse(n, "whole-provision", landing_at_instruction(n),
		                      "this is all that the provision says; move the provision "
		                      "itself if that is meant");
	redline_range const gone = landing_tidy_deletion(n, r);
	size_t const first = n->edits->len;
	landing_add_edit(n, r, gone, LANDING_NOTHING);
	if (!insert_moved(n, r, sentence))
		return false;
	tie_halves(n, first);
	uint32_t const at = n->edits->at[n->edits->len - 1].core.begin;
	if (at >= gone.begin && at <= gone.end)
		return landing_say_not_there(n, "it stands there already");
	return true;
}

static bool move_words(struct landing *n)
{
	struct matches found;
	if (n->area_count > 1)
		return landing_refuse(n, "place-ambiguous", landing_at_instruction(n),
		                      "words can be moved from one place only");
	if (!landing_pick_words(n, &n->m->old_words, &n->areas[0], n->m->occurrence, &found))
		return false;
	if (found.count > 1)
		return landing_say_repeated(n, &n->m->old_words, &n->areas[0], &found);
	return move_text(n, landing_whole_emphasis(n, found.at[0].range, true), false);
}

/* ---- provisions ---- */

/* An area's blocks without the empty lines at its end. */
static uint32_t last_block(const struct landing *n, const struct area *area)
{
	const redline_block *b = &n->l->blocks[area->block];
	if (b->kind == REDLINE_HEADING && area->end_block == b->subtree_end)
		return landing_end_of(n, area->block) - 1; /* the notes of the draft stay */
	return landing_blanks_begin(n, area->end_block, area->block + 1) - 1;
}

static redline_range lines_of(const struct landing *n, const struct area *area)
{
	return (redline_range){n->l->blocks[area->block].bytes.begin,
	                       n->l->blocks[last_block(n, area)].bytes.end};
}

/* Can a provision stand in the other's list as it is? */
static bool same_kind(const redline_block *a, const redline_block *b)
{
	return a->kind == b->kind && a->unit == b->unit && a->indent == b->indent &&
	       a->quoted == b->quoted && a->dress == b->dress &&
	       (a->numeral == b->numeral || !range_len(a->core) || !range_len(b->core)) &&
	       (a->kind != REDLINE_HEADING || a->level == b->level);
}

static bool is_inside(const struct landing *n, uint32_t block)
{
	for (uint32_t i = 0; i < n->area_count; i++)
		if (block >= n->areas[i].block && block < n->areas[i].end_block)
			return true;
	return false;
}

/* Where it goes, and that this is another place than where it is. */
static bool spot_for_move(struct landing *n, struct addition *a)
{
	struct area const all = places_document(&n->l->places);
	const struct area *to = n->has_target ? &n->target : &all;
	if (n->has_target && n->m->where != REDLINE_AT_END && n->m->where != REDLINE_AT_START &&
	    is_inside(n, n->target.block))
		return landing_say_not_there(n, "it cannot be moved next to itself");
	if (n->has_target && n->target.kind == AREA_TEXT)
		return landing_say_not_there(n, "a provision can't be moved next to a sentence");
	if (!landing_find_spot(n, to, a))
		return false;
	bool const renamed = n->m->label.len && !n->has_target && n->area_count == 1;
	if (!renamed && is_inside(n, a->after != REDLINE_NONE ? a->after : a->before))
		return landing_say_not_there(
			n, "it cannot be moved into itself, or stands there already");
	for (uint32_t i = 0; i < n->area_count; i++)
		if (!same_kind(&n->l->blocks[n->areas[i].block], &n->l->blocks[a->model]))
			return landing_refuse(
				n, "unsupported", landing_at_instruction(n),
				"the provisions there are of another kind, so this one would need "
				"another form; delete it here and insert it there");
	return true;
}

/* Is the number it has good where it goes? */
static bool keeps_label(struct landing *n, const struct addition *a)
{
	const redline_block *from = &n->l->blocks[n->areas[0].block];
	const redline_block *model = &n->l->blocks[a->model];
	redline_bytes const label = bytes_in(n->l->text, from->core);
	if (!label.len || from->kind == REDLINE_HEADING)
		return true;
	if (from->parent != model->parent)
		return false;
	return from->section == model->section ||
	       !places_has_sibling(&n->l->places, a->model, label);
}

/* The lines of all that moves, one below the other. */
static redline_bytes gather_lines(struct landing *n, const struct addition *a,
                                  redline_range *moved, uint32_t *at)
{
	struct buf out = {0};
	const redline_block *first = &n->l->blocks[n->areas[0].block];
	bool const apart = landing_stands_apart(n, a->model, n->l->blocks[a->model].subtree_end);
	for (uint32_t i = 0; i < n->area_count; i++) {
		redline_range r = lines_of(n, &n->areas[i]);
		if (i)
			buf_text(&out, n->l->eol);
		if (i && apart)
			buf_text(&out, n->l->eol);
		if (a->label.len) {
			buf_bytes(&out, landing_prefix_with(n, first, a->label));
			r.begin = first->body.begin;
		}
		while (r.end > r.begin && (n->l->text.ptr[r.end - 1] == '\n' ||
		                           n->l->text.ptr[r.end - 1] == '\r'))
			r.end--;
		at[i] = (uint32_t)out.len;
		moved[i] = r;
		buf_bytes(&out, bytes_in(n->l->text, r));
	}
	redline_bytes const lines =
		out.failed ? LANDING_NOTHING : arena_copy(n->l->arena, buf_view(&out));
	n->edits->failed |= out.failed;
	buf_release(&out);
	return lines;
}

/* Stands the provision where it is to go already, so that only its number is another? */
static bool is_in_place(const struct landing *n, const struct addition *a)
{
	uint32_t const own = n->areas[0].block;
	if (n->area_count != 1 || a->after == own || a->before == own)
		return n->area_count == 1;
	return a->after != REDLINE_NONE &&
	       landing_blanks_end(n, n->l->blocks[a->after].subtree_end, n->l->count) == own;
}

static bool move_provisions(struct landing *n)
{
	struct addition a = {.model = REDLINE_NONE,
	                     .after = REDLINE_NONE,
	                     .before = REDLINE_NONE,
	                     .label = n->m->label};
	redline_range moved[AREAS_MAX];
	uint32_t at[AREAS_MAX];
	if (!spot_for_move(n, &a))
		return false;
	bool const given = n->m->label.len > 0;
	if (!given && keeps_label(n, &a))
		a.label = LANDING_NOTHING;
	else if (!a.label.len && !landing_choose_label(n, &a))
		return false;
	if (a.label.len && (n->area_count > 1 || !range_len(n->l->blocks[n->areas[0].block].core)))
		return landing_refuse(n, "label-missing", landing_at_instruction(n),
		                      "these need other numbers there; move them one by one");
	if (!landing_label_is_free(n, &a))
		return false;
	if (given && is_in_place(n, &a))
		return landing_give_number(n, n->areas[0].block, a.label);
	size_t const first = n->edits->len;
	for (uint32_t i = 0; i < n->area_count; i++)
		if (!landing_delete_unit(n, &n->areas[i]))
			return false;
	redline_bytes const lines = gather_lines(n, &a, moved, at);
	landing_put_lines(n, &a, lines);
	if (n->edits->failed)
		return false;
	tie_halves(n, first);
	const struct edit *put = &n->edits->at[n->edits->len - 1];
	uint32_t const head = offset_in(put->words, lines);
	for (uint32_t i = 0; i < n->area_count; i++) {
		const struct edit *gone = &n->edits->at[n->edits->len - 2 - i];
		if (put->core.begin >= gone->range.begin && put->core.begin <= gone->range.end)
			return landing_say_not_there(n, "it stands there already");
		note_moved(n, moved[i], head + at[i]);
	}
	return true;
}

/*
 * One half of "swap paragraphs 5 and 6": this one goes to the other's far side.  Where they
 * stand next to each other, both halves are one and the same move.
 */
static bool swap_provisions(struct landing *n)
{
	struct area const own = n->areas[0], other = n->target;
	const redline_block *a = &n->l->blocks[own.block], *b = &n->l->blocks[other.block];
	if (n->area_count != 1 || other.kind != AREA_BLOCKS || a->parent != b->parent ||
	    a->section != b->section)
		return landing_refuse(n, "unsupported", landing_at_instruction(n),
		                      "these do not stand in one list; move each by itself");
	bool before = own.block < other.block;
	const struct area *first = before ? &own : &other, *second = before ? &other : &own;
	uint32_t const next = landing_blanks_end(n, last_block(n, first) + 1, n->l->count);
	redline_amendment put = *n->m;
	const redline_amendment *whole = n->m;
	if (next == second->block && n->m->where == REDLINE_AFTER) {
		n->areas[0] = other;
		n->target = own;
		before = !before;
	}
	put.where = before ? REDLINE_AFTER : REDLINE_BEFORE;
	n->m = &put;
	bool const ok = move_provisions(n);
	n->m = whole;
	n->areas[0] = own;
	n->target = other;
	return ok;
}

/* The provision of its list that stands right before this one, or behind it. */
static uint32_t neighbour(const struct landing *n, uint32_t block, bool behind)
{
	const redline_block *all = n->l->blocks;
	uint32_t i = block;
	if (behind) {
		i = landing_blanks_end(n, all[block].subtree_end, n->l->count);
	} else {
		while (i > 0 && all[i - 1].kind != REDLINE_HEADING &&
		       (all[i - 1].kind != REDLINE_PROVISION ||
		        all[i - 1].parent != all[block].parent))
			i--;
		i = i > 0 ? i - 1 : n->l->count;
	}
	bool const found = i < n->l->count && all[i].kind == REDLINE_PROVISION &&
	                   all[i].parent == all[block].parent && range_len(all[i].core);
	return found ? i : REDLINE_NONE;
}

/*
 * "Move OP7 up to become OP6", where there is a sixth: if the two stand next to each other
 * the sixth can only become the seventh.  REDLINE_NONE: that is not so.
 */
static uint32_t neighbour_to_be(const struct landing *n, bool *behind)
{
	if (n->area_count != 1 || !n->m->label.len || n->has_target ||
	    n->m->where != REDLINE_NOWHERE)
		return REDLINE_NONE;
	for (unsigned i = 0; i < 2; i++) {
		uint32_t const b = neighbour(n, n->areas[0].block, i == 1);
		*behind = i == 1;
		if (b != REDLINE_NONE &&
		    places_same_label(bytes_in(n->l->text, n->l->blocks[b].core), n->m->label))
			return b;
	}
	return REDLINE_NONE;
}

/* Each gets the other's number, and the one that was named the other's place. */
static bool change_numbers(struct landing *n, uint32_t other, bool behind)
{
	const redline_amendment *whole = n->m;
	redline_amendment put = *whole;
	const redline_block *own = &n->l->blocks[n->areas[0].block];
	if (!range_len(own->core) ||
	    !landing_give_number(n, other, bytes_in(n->l->text, own->core)))
		return false;
	put.where = behind ? REDLINE_AFTER : REDLINE_BEFORE;
	n->target = (struct area){.kind = AREA_BLOCKS,
	                          .block = other,
	                          .end_block = n->l->blocks[other].subtree_end};
	n->has_target = true;
	n->m = &put;
	bool const ok = move_provisions(n);
	n->m = whole;
	n->has_target = false;
	return ok;
}

static bool move_blocks(struct landing *n)
{
	bool behind;
	if (n->m->in_pairs && n->has_target)
		return swap_provisions(n);
	uint32_t const other = neighbour_to_be(n, &behind);
	return other == REDLINE_NONE ? move_provisions(n) : change_numbers(n, other, behind);
}

bool landing_move(struct landing *n)
{
	if (n->m->old_words.present)
		return move_words(n);
	for (uint32_t i = 0; i < n->area_count; i++)
		if (n->areas[i].kind != n->areas[0].kind)
			return landing_refuse(n, "not-understood", landing_at_instruction(n),
			                      "provisions and sentences can't be moved together");
	if (n->area_count == 0 || n->areas[0].kind == AREA_DOCUMENT)
		return landing_refuse(n, "place-unknown", landing_at_instruction(n),
		                      "it is not said what is to be moved");
	if (n->areas[0].kind == AREA_BLOCKS)
		return move_blocks(n);
	if (n->area_count > 1)
		return landing_refuse(n, "unsupported", landing_at_instruction(n),
		                      "sentences can be moved one by one only");
	if (n->l->blocks[n->areas[0].block].kind == REDLINE_HEADING)
		return landing_refuse(n, "unsupported", landing_at_instruction(n),
		                      "moving a heading alone is not done");
	return move_text(n, range_trim(n->l->text, n->areas[0].range), true);
}
