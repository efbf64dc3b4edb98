/*
 * land_acts.c -- provisions as wholes: moved, split, merged, given another
 * number.  Words and sentences that move are here, too.
 *
 * What moves goes away at one place and comes at another: two edits of one
 * cause.  It keeps its bytes, and its number unless the list it comes to has
 * that already or is another one.
 */
#include "landing.h"

#include "base/buf.h"
#include "base/bytes.h"

static bool say_not_there(struct landing *n, const char *message)
{
	return landing_refuse(n, "place-absent", landing_at_instruction(n), message);
}

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
	redline_range const body = landing_body_of(n, r.begin);
	if (r.begin == body.begin && r.end == body.end)
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
		return say_not_there(n, "it stands there already");
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
		return say_not_there(n, "it cannot be moved next to itself");
	if (n->has_target && n->target.kind == AREA_TEXT)
		return say_not_there(n, "a provision can't be moved next to a sentence");
	if (!landing_find_spot(n, to, a))
		return false;
	bool const renamed = n->m->label.len && !n->has_target && n->area_count == 1;
	if (!renamed && is_inside(n, a->after != REDLINE_NONE ? a->after : a->before))
		return say_not_there(n, "it cannot be moved into itself, or stands there already");
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

static bool give_number(struct landing *n, uint32_t block, redline_bytes label);

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
		return give_number(n, n->areas[0].block, a.label);
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
			return say_not_there(n, "it stands there already");
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
	if (!range_len(own->core) || !give_number(n, other, bytes_in(n->l->text, own->core)))
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

/* ---- splitting ---- */

/* Where the second part begins to be one. */
static bool split_point(struct landing *n, const struct area *area, uint32_t *point)
{
	redline_range const body = n->l->blocks[area->block].body;
	bool const after = n->m->where == REDLINE_AFTER;
	redline_range r;
	if (n->has_target) {
		r = range_trim(n->l->text, n->target.range);
		if (n->target.kind != AREA_TEXT || r.begin < body.begin || r.end > body.end)
			return say_not_there(n, "this is no sentence of the provision");
	} else {
		struct area const own = {.kind = AREA_TEXT, .range = body, .block = area->block};
		struct matches found;
		if (!landing_pick_words(n, &n->m->anchor, &own, n->m->occurrence, &found))
			return false;
		if (found.count > 1)
			return landing_say_repeated(n, &n->m->anchor, &own, &found);
		r = found.at[0].range;
	}
	*point = after ? r.end : r.begin;
	while (after && *point < body.end &&
	       landing_is_closing_mark(landing_char_at(n, *point, body.end))) {
		unsigned size;
		(void)utf8_at(n->l->text, *point, &size);
		*point += size;
	}
	return true;
}

bool landing_split(struct landing *n)
{
	const struct area *area = &n->areas[0];
	if (area->kind != AREA_BLOCKS || n->l->blocks[area->block].kind == REDLINE_HEADING)
		return landing_refuse(n, "unsupported", landing_at_instruction(n),
		                      "only a provision can be split");
	const redline_block *b = &n->l->blocks[area->block];
	uint32_t point = 0;
	if (!split_point(n, area, &point))
		return false;
	redline_range const gap = {landing_space_begin(n, point, b->body.begin),
	                           landing_space_end(n, point, b->body.end)};
	if (gap.begin == b->body.begin || gap.end == b->body.end)
		return say_not_there(n, "nothing would be left of one of the two parts");
	if (gap.begin == gap.end)
		return say_not_there(n, "the provision can't be split inside a word");
	struct addition a = {.model = area->block,
	                     .after = area->block,
	                     .before = REDLINE_NONE,
	                     .label = n->m->label};
	if (range_len(b->core) && !a.label.len && !landing_choose_label(n, &a))
		return false;
	if (!landing_label_is_free(n, &a))
		return false;
	bool stop;
	(void)landing_closing_begin(n, (redline_range){b->body.begin, gap.begin}, &stop);
	if (!stop)
		report_add(n->l->report, REDLINE_WARNING, "no-full-stop",
		           landing_in_draft((redline_range){gap.begin - 1, gap.begin}),
		           "the first part does not end with a full stop, and none is added");
	bool const apart = landing_stands_apart(n, area->block, b->subtree_end);
	redline_bytes const eol = bytes_of(n->l->eol);
	landing_add_plain(n, gap,
	                  landing_join3(n, eol, apart ? eol : LANDING_NOTHING,
	                                landing_prefix_with(n, b, a.label)));
	landing_touch(n, area->block);
	return true;
}

/* ---- merging ---- */

#define MERGED_MAX 64u

/* The provisions that the places name, in the order of the draft. */
static bool list_merged(struct landing *n, uint32_t *blocks, uint32_t *count)
{
	*count = 0;
	for (uint32_t i = 0; i < n->area_count; i++) {
		const struct area *area = &n->areas[i];
		if (area->kind != AREA_BLOCKS || n->l->blocks[area->block].kind == REDLINE_HEADING)
			return landing_refuse(n, "unsupported", landing_at_instruction(n),
			                      "only provisions can be merged");
		for (uint32_t b = area->block; b < area->end_block;
		     b = n->l->blocks[b].subtree_end) {
			if (n->l->blocks[b].kind == REDLINE_BLANK)
				continue;
			if (*count == MERGED_MAX)
				return landing_refuse(n, "not-understood",
				                      landing_at_instruction(n),
				                      "too many provisions");
			uint32_t k = (*count)++;
			for (; k > 0 && blocks[k - 1] > b; k--)
				blocks[k] = blocks[k - 1];
			blocks[k] = b;
		}
	}
	return true;
}

bool landing_merge(struct landing *n)
{
	uint32_t blocks[MERGED_MAX] = {0}, count;
	if (!list_merged(n, blocks, &count))
		return false;
	if (n->has_target && n->target.block != blocks[0])
		return landing_refuse(n, "unsupported", landing_at_instruction(n),
		                      "what is merged gets the number of the first; merge the "
		                      "later provision into the earlier one");
	for (uint32_t i = 0; i + 1 < count; i++) {
		const redline_block *a = &n->l->blocks[blocks[i]];
		const redline_block *b = &n->l->blocks[blocks[i + 1]];
		uint32_t const next = landing_blanks_end(n, a->subtree_end, n->l->count);
		if (next != blocks[i + 1] || a->parent != b->parent || a->kind != b->kind)
			return say_not_there(n, "these do not stand next to each other");
		if (landing_blanks_end(n, blocks[i] + 1, a->subtree_end) < a->subtree_end)
			return landing_refuse(n, "unsupported", landing_at_instruction(n),
			                      "this provision has parts, so it can't be told how "
			                      "another one is to go on from it");
		redline_range const gap = {a->body.end, b->body.begin};
		landing_add_plain(n, gap, landing_gap(bytes_in(n->l->text, a->body)));
		landing_touch(n, blocks[i]);
	}
	return true;
}

/* ---- numbers ---- */

#define NUMBERS_MAX 1000u

/* The blocks that a place's range runs over, one by one. */
static uint32_t next_in_range(const struct landing *n, const struct area *area, uint32_t block)
{
	uint32_t next = n->l->blocks[block].subtree_end;
	while (next < area->end_block &&
	       (n->l->blocks[next].kind == REDLINE_BLANK || !range_len(n->l->blocks[next].core) ||
	        n->l->blocks[next].parent != n->l->blocks[area->block].parent))
		next++;
	return next;
}

static bool give_number(struct landing *n, uint32_t block, redline_bytes label)
{
	const redline_block *b = &n->l->blocks[block];
	if (!range_len(b->core))
		return landing_refuse(n, "unsupported", landing_at_instruction(n),
		                      "this provision has no number");
	if (places_same_label(bytes_in(n->l->text, b->core), label))
		return landing_refuse(n, "nothing-changes", landing_at_instruction(n),
		                      "it has this number already, so nothing would change");
	uint32_t end;
	redline_bytes const printed = landing_label_like(n, b, label, &end);
	landing_add_plain(n, (redline_range){b->core.begin, end}, printed);
	landing_touch(n, block);
	struct renumbered *it = VEC_PUSH(&n->l->renumbered);
	if (it)
		*it = (struct renumbered){n->statement, n->cause, block, label, false};
	return it != NULL;
}

/* The labels that come after what was given, in step with the provisions. */
struct labels {
	uint32_t target;     /* of the amendment's */
	redline_bytes label; /* the next one to give; empty: the target's first */
	redline_numeral numeral; /* that the target counts in */
};

static bool leads_to(struct landing *n, redline_bytes from, redline_bytes to,
                     redline_numeral numeral)
{
	for (unsigned i = 0; i < NUMBERS_MAX && from.len; i++) {
		if (places_same_label(from, to))
			return true;
		from = landing_label_after(n, from, numeral);
	}
	return false;
}

/* What "(1) through (3)" and "(A) through (C)" count in: `own` if that leads from the one to
 * the other, for "(i) through (v)" may be letters. */
static redline_numeral numeral_between(struct landing *n, const redline_step *step,
                                       redline_numeral own)
{
	redline_numeral const numerals[] = {own, REDLINE_ARABIC, REDLINE_LOWER_ROMAN,
	                                    REDLINE_LOWER_ALPHA, REDLINE_UPPER_ALPHA};
	for (unsigned i = 0; i < sizeof numerals / sizeof *numerals; i++)
		if (leads_to(n, step->label, step->label_to, numerals[i]))
			return numerals[i];
	return own;
}

static bool next_number(struct landing *n, struct labels *l, redline_numeral numeral,
                        redline_bytes *out)
{
	if (l->target >= n->m->target_count)
		return false;
	const redline_place *p = &n->m->targets[l->target];
	const redline_step *step = &p->steps[p->count - 1];
	if (!l->label.len && step->label_to.len)
		l->numeral = numeral_between(n, step, numeral);
	*out = l->label.len ? l->label : step->label;
	if (!step->label_to.len || places_same_label(*out, step->label_to)) {
		l->target++;
		l->label = LANDING_NOTHING;
	} else {
		l->label = landing_label_after(n, *out, l->numeral);
		if (!l->label.len)
			return false;
	}
	return out->len > 0;
}

static bool say_counts(struct landing *n)
{
	return landing_refuse(n, "count-mismatch", landing_at_instruction(n),
	                      "there are not as many new numbers as provisions");
}

bool landing_renumber(struct landing *n)
{
	struct labels l = {0, LANDING_NOTHING, REDLINE_NO_NUMERAL};
	uint32_t given = 0;
	for (uint32_t i = 0; i < n->area_count; i++) {
		const struct area *area = &n->areas[i];
		if (area->kind != AREA_BLOCKS)
			return landing_refuse(n, "unsupported", landing_at_instruction(n),
			                      "only a provision can get another number");
		for (uint32_t b = area->block; b < area->end_block; b = next_in_range(n, area, b)) {
			redline_bytes label;
			redline_numeral const numeral = (redline_numeral)n->l->blocks[b].numeral;
			if (given++ == NUMBERS_MAX || !next_number(n, &l, numeral, &label))
				return say_counts(n);
			if (!give_number(n, b, label))
				return false;
			if (n->l->blocks[b].kind == REDLINE_HEADING && area->end_block == n->l->blocks[b].subtree_end)
				break;
		}
	}
	return l.target == n->m->target_count && !l.label.len ? true : say_counts(n);
}
