/*
 * pair_laws.c -- see pair_laws.h.
 *
 * Linear in the texts and the operations, but for sorting.  Out of memory
 * aborts, as everywhere in tests.
 */
#include "pair_laws.h"

#include <stdlib.h>
#include <string.h>

#include <redline/write.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

#include "text.h"
#include "trial.h"

/* ---- comparing ---- */

redline_status contrast_make(struct contrast *c, redline_bytes old, redline_bytes now,
                             const redline_compare_options *options, comparer *compare)
{
	*c = (struct contrast){0};
	if (options)
		c->options = *options;
	redline_status status = redline_draft_new(&c->old, old, NULL);
	if (status == REDLINE_OK)
		status = redline_draft_new(&c->now, now, NULL);
	if (status == REDLINE_OK)
		status = compare(&c->comparison, c->old, c->now, options);
	return status;
}

void contrast_release(struct contrast *c)
{
	redline_comparison_free(c->comparison);
	redline_draft_free(c->old);
	redline_draft_free(c->now);
	*c = (struct contrast){0};
}

redline_compare_options options_of(uint32_t bits)
{
	return (redline_compare_options){
		.chars = bits & 1,
		.white_space = bits & 2,
		.ignore_space = bits & 4,
		.ignore_case = bits & 8,
		.ignore_punctuation = bits & 16,
		.ignore_numbering = bits & 32,
	};
}

/* Operations, by how many there are. */
struct ops {
	const redline_op *at;
	uint32_t count;
};

static struct ops ops_of(const redline_script *script)
{
	struct ops ops;
	ops.at = redline_script_ops(script, &ops.count);
	return ops;
}

static struct ops edits_of(const redline_script *script)
{
	struct ops ops;
	ops.at = redline_script_edits(script, &ops.count);
	return ops;
}

static redline_bytes part(redline_bytes text, redline_range r)
{
	return (redline_bytes){text.len ? text.ptr + r.begin : "", r.end - r.begin};
}

static bool is_empty(redline_range r)
{
	return r.begin == r.end;
}

/* ---- moves ---- */

static const char *law_of_edit(const redline_script *script, const redline_op *edit,
                               const redline_op *before)
{
	redline_bytes const old = redline_script_old(script), now = redline_script_new_text(script);
	if (edit->kind == REDLINE_MOVE_IN || edit->kind == REDLINE_MOVE_OUT)
		return "a move has a move among its edits";
	if (edit->old.end < edit->old.begin || edit->now.end < edit->now.begin ||
	    edit->old.end > old.len || edit->now.end > now.len)
		return "an edit's range is no range";
	if (is_empty(edit->old) && is_empty(edit->now))
		return "an edit is empty";
	if (edit->kind == REDLINE_KEEP && !text_is(part(old, edit->old), part(now, edit->now)))
		return "what an edit keeps differs";
	if (edit->kind == REDLINE_KEEP && before && before->kind == REDLINE_KEEP)
		return "two keeps stand side by side in a move";
	return NULL;
}

static const char *law_of_move(const redline_script *script, const redline_move *move,
                               uint32_t index)
{
	struct ops const ops = ops_of(script), edits = edits_of(script);
	if (move->out >= ops.count || move->in >= ops.count)
		return "a move's end is no operation";
	const redline_op *out = &ops.at[move->out], *in = &ops.at[move->in];
	if (out->kind != REDLINE_MOVE_OUT || out->move != index || in->kind != REDLINE_MOVE_IN ||
	    in->move != index)
		return "a move and its ends don't know each other";
	if (move->first_edit > edits.count || move->edit_count > edits.count - move->first_edit)
		return "a move's edits lie outside the list";
	uint32_t old = out->old.begin, now = in->now.begin;
	for (uint32_t i = 0; i < move->edit_count; i++) {
		const redline_op *edit = &edits.at[move->first_edit + i];
		const char *broken = law_of_edit(script, edit, i ? edit - 1 : NULL);
		if (broken)
			return broken;
		if (edit->old.begin != old || edit->now.begin != now)
			return "an edit doesn't begin where the one before ends";
		old = edit->old.end;
		now = edit->now.end;
	}
	if (old != out->old.end || now != in->now.end)
		return "a move's edits don't reach both its ends";
	return NULL;
}

const char *law_of_moves(const redline_script *script)
{
	struct ops const ops = ops_of(script);
	uint32_t count, edits = 0, before = 0;
	const redline_move *moves = redline_script_moves(script, &count);
	uint32_t ends[2] = {0, 0};
	for (uint32_t i = 0; i < ops.count; i++) {
		const redline_op *op = &ops.at[i];
		ends[0] += op->kind == REDLINE_MOVE_OUT;
		ends[1] += op->kind == REDLINE_MOVE_IN;
		if ((op->kind == REDLINE_MOVE_OUT && !is_empty(op->now)) ||
		    (op->kind == REDLINE_MOVE_IN && !is_empty(op->old)))
			return "an end of a move has text on both sides";
	}
	if (ends[0] != count || ends[1] != count)
		return "not every end of a move has another";
	for (uint32_t i = 0; i < count; i++) {
		const char *broken = law_of_move(script, &moves[i], i);
		if (broken)
			return broken;
		if (i && moves[i].in < before)
			return "moves are not in the order of where they went";
		before = moves[i].in;
		edits += moves[i].edit_count;
	}
	return edits == edits_of(script).count ? NULL : "an edit belongs to no move";
}

/* ---- accepting and rejecting ---- */

/* What operations make of the other text; those of a move are its edits. */
static void accept(struct text *out, const redline_script *script, struct ops ops)
{
	uint32_t count;
	redline_bytes const old = redline_script_old(script), now = redline_script_new_text(script);
	const redline_move *moves = redline_script_moves(script, &count);
	for (uint32_t i = 0; i < ops.count; i++) {
		const redline_op *op = &ops.at[i];
		if (op->kind == REDLINE_MOVE_IN) {
			const redline_move *m = &moves[op->move];
			accept(out, script, (struct ops){edits_of(script).at + m->first_edit, m->edit_count});
		} else {
			bool const keeps = op->kind == REDLINE_KEEP;
			redline_bytes const words = keeps ? part(old, op->old) : part(now, op->now);
			text_add(out, words.ptr, words.len);
		}
	}
}

static void reject(struct text *out, const redline_script *script, struct ops ops)
{
	uint32_t count;
	redline_bytes const old = redline_script_old(script), now = redline_script_new_text(script);
	const redline_move *moves = redline_script_moves(script, &count);
	for (uint32_t i = 0; i < ops.count; i++) {
		const redline_op *op = &ops.at[i];
		if (op->kind == REDLINE_MOVE_OUT) {
			const redline_move *m = &moves[op->move];
			reject(out, script, (struct ops){edits_of(script).at + m->first_edit, m->edit_count});
		} else {
			bool const keeps = op->kind == REDLINE_KEEP;
			redline_bytes const words = keeps ? part(now, op->now) : part(old, op->old);
			text_add(out, words.ptr, words.len);
		}
	}
}

const char *law_of_both_ways(const redline_script *script)
{
	struct text accepted = {0}, rejected = {0};
	accept(&accepted, script, ops_of(script));
	reject(&rejected, script, ops_of(script));
	const char *broken = NULL;
	if (!text_is(text_view(&accepted), redline_script_new_text(script)))
		broken = "accepting all doesn't give the new text";
	else if (!text_is(text_view(&rejected), redline_script_old(script)))
		broken = "rejecting all doesn't give the old text";
	text_release(&accepted);
	text_release(&rejected);
	return broken;
}

/* ---- what is alike ---- */

/* White space, of all kinds there are; a byte order mark is none the less. */
static bool is_white(ucs4_t c)
{
	return uc_is_property_white_space(c) || c == 0xFEFF;
}

/* A mark that stood alone behind white space may have come to a letter without it. */
static void compose(struct text *t)
{
	size_t len = 0;
	uint8_t *form = u8_normalize(UNINORM_NFC, (const uint8_t *)t->ptr, t->len, NULL, &len);
	if (!form && t->len)
		abort();
	t->len = 0;
	text_add(t, (const char *)form, len);
	free(form);
}

/*
 * What is left of a text when all is taken away that may differ between texts
 * that count as the same: white space, marks of quotation after it, the form and,
 * if the options say so, the case of letters and all punctuation.
 */
static void essence(struct text *out, redline_bytes text, const redline_compare_options *options)
{
	size_t len = 0;
	const uint8_t *bytes = (const uint8_t *)text.ptr;
	uint8_t *form = options->ignore_case
	                        ? u8_casefold(bytes, text.len, NULL, UNINORM_NFC, NULL, &len)
	                        : u8_normalize(UNINORM_NFC, bytes, text.len, NULL, &len);
	if (!form && text.len)
		abort();
	bool after_white = true, after_point = false;
	text_put(out, "");
	for (size_t i = 0; i < len;) {
		ucs4_t c;
		int const size = u8_mbtouc(&c, form + i, len - i);
		bool const white = is_white(c) || (c == '>' && after_white);
		bool const mark = uc_is_general_category_withtable(c, UC_CATEGORY_MASK_M);
		bool const word = uc_is_general_category_withtable(
			c, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N);
		after_point = mark ? after_point || after_white : !word && !white;
		if (!white && !(options->ignore_punctuation && after_point))
			text_add(out, (const char *)form + i, (size_t)size);
		after_white = white;
		i += (size_t)size;
	}
	free(form);
	compose(out);
}

/* Takes some characters away, wherever they stand. */
static void drop(struct text *t, const char *characters)
{
	size_t len = 0;
	for (size_t i = 0; i < t->len; i++)
		if (!t->ptr[i] || !strchr(characters, t->ptr[i]))
			t->ptr[len++] = t->ptr[i];
	t->len = len;
}

static bool alike(redline_bytes old, redline_bytes now, const redline_compare_options *options,
                  bool whole)
{
	struct text a = {0}, b = {0};
	essence(&a, old, options);
	essence(&b, now, options);
	if (whole) { /* the marks of quotations, the rules of tables */
		drop(&a, ">-");
		drop(&b, ">-");
	}
	bool const same = text_is(text_view(&a), text_view(&b));
	text_release(&a);
	text_release(&b);
	return same;
}

/* Alike but for some characters, of which both have some. */
static bool alike_without(redline_bytes old, redline_bytes now, const char *characters,
                          const redline_compare_options *options)
{
	struct text a = {0}, b = {0};
	essence(&a, old, options);
	essence(&b, now, options);
	size_t const was = a.len, is = b.len;
	drop(&a, characters);
	drop(&b, characters);
	bool const same = a.len < was && b.len < is && text_is(text_view(&a), text_view(&b));
	text_release(&a);
	text_release(&b);
	return same;
}

/* Rules of two tables, "|---|:-|", with the same columns. */
static bool alike_rules(redline_bytes old, redline_bytes now)
{
	static const redline_compare_options none;
	struct text left = {0};
	essence(&left, old, &none);
	drop(&left, "|:-");
	bool const rule = left.len == 0;
	text_release(&left);
	return rule && alike_without(old, now, "-", &none);
}

/* Does a range lie in what stands before the words of a block? */
static bool is_prefix(const redline_draft *draft, redline_range r)
{
	uint32_t const at = redline_draft_block_at(draft, r.begin);
	if (at == REDLINE_NONE || is_empty(r))
		return true;
	const redline_block *b = &redline_draft_blocks(draft)[at];
	redline_bytes const text = redline_draft_text(draft);
	uint32_t words = b->body.begin;
	while (words < b->bytes.end && strchr(" \t\r\n\f\v", text.ptr[words]))
		words++;
	return r.end <= words;
}

static bool is_all_white(redline_bytes text)
{
	static const redline_compare_options none;
	struct text left = {0};
	essence(&left, text, &none);
	bool const white = left.len == 0;
	text_release(&left);
	return white;
}

/* Blanks and line ends, which no word can be made of. */
static bool is_all_blank(redline_bytes text)
{
	for (size_t i = 0; i < text.len; i++)
		if (!strchr(" \t\r\n", text.ptr[i]))
			return false;
	return true;
}

/* An operation that says that nothing has changed. */
static const char *law_of_alike_op(const struct contrast *c, const redline_op *op)
{
	redline_bytes const old = part(redline_draft_text(c->old), op->old);
	redline_bytes const now = part(redline_draft_text(c->now), op->now);
	if (op->kind != REDLINE_ALIKE)
		return NULL;
	if (text_is(old, now))
		return "what is called alike is the very same";
	bool const label = c->options.ignore_numbering &&
	                   ((is_prefix(c->old, op->old) && is_prefix(c->now, op->now)) ||
	                    alike_without(old, now, "0123456789", &c->options));
	if (!label && !alike_rules(old, now) && !alike(old, now, &c->options, false))
		return "what is called alike is not";
	if (c->options.white_space && !label && !c->options.ignore_punctuation &&
	    is_all_white(old) && is_all_white(now))
		return "white space is ignored though every change of it was asked for";
	if (c->options.white_space && !c->options.ignore_space && !c->options.ignore_case &&
	    !c->options.ignore_punctuation && !c->options.ignore_numbering)
		return "something is alike though the old text was to come back exactly";
	return NULL;
}

static const char *law_of_change(const struct contrast *c, const redline_op *op)
{
	redline_bytes const old = part(redline_draft_text(c->old), op->old);
	redline_bytes const now = part(redline_draft_text(c->now), op->now);
	if (op->kind != REDLINE_CHANGE)
		return NULL;
	if (text_is(old, now))
		return "a change changes nothing";
	if (op->aspect == REDLINE_ASPECT_SPACING && !alike(old, now, &c->options, false))
		return "a change of white space changes words";
	if (op->aspect == REDLINE_ASPECT_WORDS && is_all_blank(old) && is_all_blank(now))
		return "a change of words changes white space only";
	return NULL;
}

static const char *law_of_changes(const struct contrast *c, struct ops ops)
{
	const char *broken = NULL;
	for (uint32_t i = 0; i < ops.count && !broken; i++) {
		broken = law_of_alike_op(c, &ops.at[i]);
		if (!broken)
			broken = law_of_change(c, &ops.at[i]);
	}
	return broken;
}

const char *law_of_alike(const struct contrast *c)
{
	const redline_script *script = redline_comparison_script(c->comparison);
	const char *broken = law_of_changes(c, ops_of(script));
	return broken ? broken : law_of_changes(c, edits_of(script));
}

/* ---- pairs ---- */

static bool is_valid(redline_range r, uint32_t count)
{
	return r.begin <= r.end && r.end <= count;
}

/* How many pairs each block is in; on the heap. */
static const char *law_of_cover(const struct contrast *c, bool in_new)
{
	const redline_draft *draft = in_new ? c->now : c->old;
	const redline_block *blocks = redline_draft_blocks(draft);
	uint32_t const count = redline_draft_count(draft);
	uint32_t pair_count, *pairs_of = calloc((size_t)count + 1, sizeof *pairs_of);
	const redline_pair *pairs = redline_comparison_pairs(c->comparison, &pair_count);
	const char *broken = NULL;
	if (!pairs_of)
		abort();
	for (uint32_t i = 0; i < pair_count && !broken; i++) {
		redline_range const r = in_new ? pairs[i].now : pairs[i].old;
		if (!is_valid(r, count))
			broken = "a pair's blocks are none of the draft's";
		for (uint32_t k = r.begin; k < r.end && !broken; k++)
			pairs_of[k]++;
	}
	for (uint32_t k = 0; k < count && !broken; k++)
		if (pairs_of[k] > 1 || (pairs_of[k] == 0 && blocks[k].kind != REDLINE_BLANK))
			broken = "a block is not in exactly one pair";
	free(pairs_of);
	return broken;
}

static const char *law_of_order(const redline_pair *pairs, uint32_t count)
{
	uint32_t old = 0, now = 0;
	for (uint32_t i = 0; i < count; i++) {
		const redline_pair *p = &pairs[i];
		if (is_empty(p->old) && is_empty(p->now))
			return "a pair is empty";
		if (!is_empty(p->now) && p->now.begin < now)
			return "pairs are not in the order of the new text";
		if (!is_empty(p->old) && !p->moved && p->old.begin < old)
			return "what stayed or went is not in the order of the old text";
		if (!is_empty(p->now))
			now = p->now.end;
		if (!is_empty(p->old) && !p->moved)
			old = p->old.end;
		if ((is_empty(p->old) || is_empty(p->now)) && (p->moved || p->renumbered || p->edited || p->followed))
			return "a pair of one side has changed";
	}
	return NULL;
}

/* The words' blocks in a range of blocks. */
static uint32_t full_blocks(const redline_draft *draft, redline_range r)
{
	uint32_t n = 0;
	for (uint32_t i = r.begin; i < r.end; i++)
		n += redline_draft_blocks(draft)[i].kind != REDLINE_BLANK;
	return n;
}

static uint32_t count_aspect(const redline_script *script, redline_aspect aspect)
{
	struct ops const lists[] = {ops_of(script), edits_of(script)};
	uint32_t n = 0;
	for (int k = 0; k < 2; k++)
		for (uint32_t i = 0; i < lists[k].count; i++)
			n += lists[k].at[i].kind == REDLINE_CHANGE && lists[k].at[i].aspect == aspect;
	return n;
}

static const char *law_of_tally(const struct contrast *c)
{
	uint32_t count, moves, moved = 0, renumbered = 0, edited = 0, added = 0, dropped = 0;
	uint32_t split = 0, merged = 0;
	const redline_script *script = redline_comparison_script(c->comparison);
	const redline_pair *pairs = redline_comparison_pairs(c->comparison, &count);
	redline_tally t;
	(void)redline_comparison_tally(c->comparison, &t);
	redline_script_moves(script, &moves);
	for (uint32_t i = 0; i < count; i++) {
		const redline_pair *p = &pairs[i];
		moved += p->moved;
		renumbered += p->renumbered;
		edited += p->edited;
		added += is_empty(p->old);
		dropped += is_empty(p->now);
		split += full_blocks(c->now, p->now) > 1;
		merged += full_blocks(c->old, p->old) > 1;
	}
	if (t.moved != moved || moves != moved || t.renumbered != renumbered || t.edited > edited)
		return "the tally of moved, renumbered or edited paragraphs is wrong";
	if (t.added != added || t.dropped != dropped || t.split != split || t.merged != merged)
		return "the tally of paragraphs that came, went, were split or merged is wrong";
	if (t.references != count_aspect(script, REDLINE_ASPECT_REFERENCE) ||
	    t.spacings != count_aspect(script, REDLINE_ASPECT_SPACING))
		return "the tally of references or of white space is wrong";
	uint32_t old_words = 0, new_words = 0;
	(void)redline_comparison_sizes(c->comparison, &old_words, &new_words);
	if (t.deleted > old_words || t.inserted > new_words)
		return "more words changed than there are";
	return NULL;
}

/* Is there a pair, or a change of white space, to show for a difference? */
static const char *law_of_difference(const struct contrast *c)
{
	uint32_t count;
	const redline_script *script = redline_comparison_script(c->comparison);
	const redline_pair *pairs = redline_comparison_pairs(c->comparison, &count);
	struct ops const ops = ops_of(script);
	bool const differs = redline_comparison_differs(c->comparison);
	bool changes = false, shown = count_aspect(script, REDLINE_ASPECT_SPACING) > 0;
	for (uint32_t i = 0; i < ops.count; i++)
		changes |= ops.at[i].kind != REDLINE_KEEP && ops.at[i].kind != REDLINE_ALIKE;
	for (uint32_t i = 0; i < count; i++)
		shown |= pairs[i].moved || pairs[i].renumbered || pairs[i].edited ||
		         pairs[i].followed || is_empty(pairs[i].old) || is_empty(pairs[i].now);
	if (differs != changes)
		return "the operations say otherwise than whether texts differ";
	/* A label that has come, "i)", may be a word and a point that is ignored. */
	if (differs ? !shown : shown && !c->options.ignore_punctuation)
		return "the pairs say otherwise than whether texts differ";
	return NULL;
}

const char *law_of_pairs(const struct contrast *c)
{
	uint32_t count;
	const redline_pair *pairs = redline_comparison_pairs(c->comparison, &count);
	const char *broken = law_of_cover(c, false);
	if (!broken)
		broken = law_of_cover(c, true);
	if (!broken)
		broken = law_of_order(pairs, count);
	if (!broken)
		broken = law_of_tally(c);
	return broken ? broken : law_of_difference(c);
}

/* ---- CriticMarkup ---- */

/* The old text, but as the new one has it wherever that counts as the same. */
static bool add_shown_old(struct text *out, const redline_script *script)
{
	redline_bytes const old = redline_script_old(script), now = redline_script_new_text(script);
	struct ops const ops = ops_of(script);
	bool exact = true;
	text_put(out, "");
	for (uint32_t i = 0; i < ops.count; i++) {
		bool const is_alike = ops.at[i].kind == REDLINE_ALIKE;
		redline_bytes const words = is_alike ? part(now, ops.at[i].now) : part(old, ops.at[i].old);
		text_add(out, words.ptr, words.len);
		exact &= !is_alike;
	}
	return exact;
}

static const char *law_of_reading(const struct contrast *c, const redline_script *again)
{
	const redline_script *script = redline_comparison_script(c->comparison);
	redline_bytes const was = redline_script_old(again);
	struct text shown = {0};
	bool const exact = add_shown_old(&shown, script);
	const char *broken = NULL;
	if (!text_is(redline_script_new_text(again), redline_script_new_text(script)))
		broken = "accepting the marks doesn't give the new text";
	else if (!text_is(was, text_view(&shown)))
		broken = "rejecting the marks gives something else than the script says";
	else if (exact && !text_is(was, redline_script_old(script)))
		broken = "rejecting the marks doesn't give the old text";
	else if (!c->options.ignore_numbering && !c->options.ignore_punctuation &&
	         !alike(was, redline_script_old(script), &c->options, true))
		broken = "rejecting the marks gives other words than the old text's";
	text_release(&shown);
	return broken;
}

const char *law_of_marks(const struct contrast *c)
{
	redline_view const view = {
		.script = redline_comparison_script(c->comparison),
		.draft = c->old,
		.draft_name = "old.md",
		.comparison = c->comparison,
		.after = c->now,
		.after_name = "new.md",
	};
	struct text marked = {0};
	redline_script *again = NULL;
	const char *broken = NULL;
	redline_status const status = redline_write_critic(&view, NULL, NULL, text_sink, &marked);
	if (status != REDLINE_OK && status != REDLINE_UNMARKABLE)
		broken = "CriticMarkup can't be written";
	else if (status == REDLINE_OK &&
	         redline_script_read_critic(&again, text_view(&marked), NULL) != REDLINE_OK)
		broken = "CriticMarkup can't be read back";
	else if (status == REDLINE_OK)
		broken = law_of_reading(c, again);
	redline_script_free(again);
	text_release(&marked);
	return broken;
}

/* ---- the mirror ---- */

/* What an operation says, whichever way round; where nothing stands is no matter. */
struct fact {
	uint32_t kind, aspect;
	redline_range old, now;
};

static redline_range place_of(redline_range r)
{
	return is_empty(r) ? (redline_range){0, 0} : r;
}

static uint32_t kind_of(redline_op_kind kind, bool swap)
{
	if (swap && kind == REDLINE_MOVE_IN)
		return REDLINE_MOVE_OUT;
	if (swap && kind == REDLINE_MOVE_OUT)
		return REDLINE_MOVE_IN;
	return kind;
}

static int by_fact(const void *x, const void *y)
{
	return memcmp(x, y, sizeof(struct fact)); /* no padding */
}

static struct fact *facts_of_ops(struct ops ops, bool swap)
{
	struct fact *facts = calloc((size_t)ops.count + 1, sizeof *facts);
	if (!facts)
		abort();
	for (uint32_t i = 0; i < ops.count; i++) {
		const redline_op *op = &ops.at[i];
		redline_range const old = place_of(op->old), now = place_of(op->now);
		facts[i] = (struct fact){kind_of(op->kind, swap), op->aspect, swap ? now : old,
		                         swap ? old : now};
	}
	qsort(facts, ops.count, sizeof *facts, by_fact);
	return facts;
}

static struct fact *facts_of_pairs(const struct contrast *c, uint32_t *count, bool swap)
{
	const redline_pair *pairs = redline_comparison_pairs(c->comparison, count);
	struct fact *facts = calloc((size_t)*count + 1, sizeof *facts);
	if (!facts)
		abort();
	for (uint32_t i = 0; i < *count; i++) {
		const redline_pair *p = &pairs[i];
		redline_range const old = place_of(p->old), now = place_of(p->now);
		facts[i] = (struct fact){p->moved, p->followed * 4u + p->renumbered * 2u + p->edited,
		                         swap ? now : old, swap ? old : now};
	}
	qsort(facts, *count, sizeof *facts, by_fact);
	return facts;
}

/* Frees both. */
static bool same_facts(struct fact *a, uint32_t a_count, struct fact *b, uint32_t b_count)
{
	bool const same = a_count == b_count &&
	                  (a_count == 0 || memcmp(a, b, a_count * sizeof *a) == 0);
	free(a);
	free(b);
	return same;
}

static bool same_ops(struct ops a, struct ops b)
{
	return same_facts(facts_of_ops(a, false), a.count, facts_of_ops(b, true), b.count);
}

static bool same_pairs(const struct contrast *c, const struct contrast *back)
{
	uint32_t a_count, b_count;
	struct fact *a = facts_of_pairs(c, &a_count, false);
	struct fact *b = facts_of_pairs(back, &b_count, true);
	return same_facts(a, a_count, b, b_count);
}

static bool same_tally(const redline_comparison *one, const redline_comparison *other)
{
	redline_tally a, b;
	(void)redline_comparison_tally(one, &a);
	(void)redline_comparison_tally(other, &b);
	return a.deleted == b.inserted && a.inserted == b.deleted && a.edited == b.edited &&
	       a.added == b.dropped && a.dropped == b.added && a.moved == b.moved &&
	       a.renumbered == b.renumbered && a.split == b.merged && a.merged == b.split &&
	       a.references == b.references && a.spacings == b.spacings && a.bounded == b.bounded;
}

const char *law_of_mirror(const struct contrast *c, const struct contrast *back)
{
	const redline_script *one = redline_comparison_script(c->comparison);
	const redline_script *other = redline_comparison_script(back->comparison);
	if (!same_pairs(c, back))
		return "the other way round has other pairs";
	if (!same_ops(ops_of(one), ops_of(other)))
		return "the other way round has other operations";
	if (!same_ops(edits_of(one), edits_of(other)))
		return "the other way round has other edits of moves";
	if (!same_tally(c->comparison, back->comparison))
		return "the other way round has another tally";
	return NULL;
}

/* ---- all of them ---- */

const char *law_of_nothing(const struct contrast *c)
{
	struct ops const ops = ops_of(redline_comparison_script(c->comparison));
	if (redline_comparison_differs(c->comparison))
		return "a text differs from itself";
	if (ops.count > 1 || (ops.count == 1 && ops.at[0].kind != REDLINE_KEEP))
		return "a text compared with itself is not kept as one";
	return NULL;
}

const char *law_of_contrast(const struct contrast *c)
{
	const redline_script *script = redline_comparison_script(c->comparison);
	const char *broken = law_of_script(script);
	if (!broken)
		broken = law_of_moves(script);
	if (!broken)
		broken = law_of_both_ways(script);
	if (!broken)
		broken = law_of_alike(c);
	if (!broken)
		broken = law_of_pairs(c);
	return broken ? broken : law_of_marks(c);
}

static const char *law_of_self(redline_bytes text, const redline_compare_options *options,
                               comparer *compare)
{
	struct contrast c;
	const char *broken = NULL;
	if (contrast_make(&c, text, text, options, compare) == REDLINE_OK)
		broken = law_of_nothing(&c);
	if (c.comparison && !broken)
		broken = law_of_contrast(&c);
	contrast_release(&c);
	return broken;
}

const char *law_of_pair(redline_bytes old, redline_bytes now,
                        const redline_compare_options *options, comparer *compare)
{
	struct contrast c, back;
	const char *broken = NULL;
	redline_status const one = contrast_make(&c, old, now, options, compare);
	redline_status const other = contrast_make(&back, now, old, options, compare);
	if (one != other)
		broken = "one way round works, the other doesn't";
	if (one == REDLINE_OK && !broken)
		broken = law_of_contrast(&c);
	if (one == REDLINE_OK && !broken)
		broken = law_of_mirror(&c, &back);
	contrast_release(&c);
	contrast_release(&back);
	if (one == REDLINE_OK && !broken)
		broken = law_of_self(old, options, compare);
	if (one == REDLINE_OK && !broken)
		broken = law_of_self(now, options, compare);
	return broken;
}
