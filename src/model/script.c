/*
 * script.c -- scripts and how they are built.  See model/script.h.
 *
 * The builder gathers operations, their causes and the new text (and, for
 * marked-up input, the old text) in growing buffers; finish hands those very
 * buffers to the script.  Each byte is copied once.  Offsets are 32 bits wide,
 * so a text that passes REDLINE_TEXT_MAX stops the building at once: `at`
 * takes a value that no text reaches, and finish says REDLINE_TOO_LARGE.  Of
 * two texts that are there already nothing is copied.
 */
#include "model/script.h"

#include <assert.h>

#include "base/bytes.h"

#define OVERFLOWED UINT32_MAX /* of script_builder.at */

struct redline_script {
	redline_bytes old; /* borrowed, or old_owned */
	redline_bytes now; /* borrowed, or now_owned */
	char *old_owned, *now_owned;
	redline_op *ops, *edits;
	uint32_t op_count, edit_count;
	redline_move *moves;
	uint32_t move_count;
	uint32_t *causes;
	uint32_t cause_count;
};

void script_begin(struct script_builder *b, redline_bytes old)
{
	*b = (struct script_builder){.old = old};
	if (old.len > REDLINE_TEXT_MAX)
		b->at = OVERFLOWED;
}

void script_begin_owned(struct script_builder *b)
{
	*b = (struct script_builder){.owned = true};
}

/* May the old text go on by `gone` bytes and the new one by `come`? */
static bool within_limits(struct script_builder *b, size_t gone, size_t come)
{
	if (b->at == OVERFLOWED)
		return false;
	if (gone <= REDLINE_TEXT_MAX - b->at && come <= REDLINE_TEXT_MAX - b->now.len)
		return true;
	b->at = OVERFLOWED;
	return false;
}

/* Adds an operation; the bytes that come are in `now` already, from `from` on. */
static redline_op *push_op(struct script_builder *b, redline_op_kind kind, size_t n, size_t from)
{
	redline_op *op = VEC_PUSH(&b->ops);
	if (op) {
		op->kind = kind;
		op->old = (redline_range){b->at, b->at + (uint32_t)n};
		op->now = (redline_range){(uint32_t)from, (uint32_t)b->now.len};
		op->first_cause = (uint32_t)b->causes.len;
	}
	return op;
}

/* A keep right after a keep: the first one grows. */
static bool grow_keep(struct script_builder *b, size_t n)
{
	redline_op *last = b->ops.len ? &b->ops.at[b->ops.len - 1] : NULL;
	if (!last || last->kind != REDLINE_KEEP)
		return false;
	last->old.end += (uint32_t)n;
	last->now.end += (uint32_t)n;
	return true;
}

static void add_keep(struct script_builder *b, redline_bytes bytes)
{
	if (!bytes.len || !within_limits(b, bytes.len, bytes.len))
		return;
	size_t const from = b->now.len;
	buf_bytes(&b->now, bytes);
	if (b->owned)
		buf_bytes(&b->gathered, bytes);
	if (!grow_keep(b, bytes.len))
		push_op(b, REDLINE_KEEP, bytes.len, from);
	b->at += (uint32_t)bytes.len;
}

static void add_change(struct script_builder *b, size_t gone, redline_bytes come,
                       const uint32_t *causes, uint32_t count)
{
	size_t const from = b->now.len;
	buf_bytes(&b->now, come);
	redline_op *op = push_op(b, REDLINE_CHANGE, gone, from);
	for (uint32_t i = 0; op && i < count; i++) {
		uint32_t *cause = VEC_PUSH(&b->causes);
		if (cause) {
			*cause = causes[i];
			op->cause_count++;
		}
	}
	b->at += (uint32_t)gone;
}

void script_keep(struct script_builder *b, size_t n)
{
	assert(!b->owned);
	if (b->at == OVERFLOWED)
		return;
	assert(n <= b->old.len - b->at);
	if (n)
		add_keep(b, (redline_bytes){b->old.ptr + b->at, n});
}

void script_change(struct script_builder *b, size_t n, redline_bytes words,
                   const uint32_t *causes, uint32_t count)
{
	assert(!b->owned);
	if (b->at == OVERFLOWED)
		return;
	assert(n <= b->old.len - b->at);
	if ((n || words.len) && within_limits(b, n, words.len))
		add_change(b, n, words, causes, count);
}

void script_keep_bytes(struct script_builder *b, redline_bytes bytes)
{
	assert(b->owned);
	add_keep(b, bytes);
}

void script_change_bytes(struct script_builder *b, redline_bytes gone, redline_bytes come)
{
	assert(b->owned);
	if ((!gone.len && !come.len) || !within_limits(b, gone.len, come.len))
		return;
	buf_bytes(&b->gathered, gone);
	add_change(b, gone.len, come, NULL, 0);
}

/* ---- of two texts ---- */

void script_begin_pair(struct script_builder *b, redline_bytes old, redline_bytes now,
                       uint32_t moves)
{
	assert(old.len <= REDLINE_TEXT_MAX && now.len <= REDLINE_TEXT_MAX);
	*b = (struct script_builder){.paired = true, .old = old, .both = now};
	for (uint32_t i = 0; i < moves && !b->moves.failed; i++) {
		redline_move *move = VEC_PUSH(&b->moves);
		if (move)
			move->out = move->in = UINT32_MAX;
	}
}

/* One more operation in a list; a keep right after a keep makes that one longer. */
static void add_op(struct script_ops *list, const redline_op *op, bool joins)
{
	redline_op *last = joins && list->len ? &list->at[list->len - 1] : NULL;
	if (last && op->kind == REDLINE_KEEP && last->kind == REDLINE_KEEP &&
	    last->old.end == op->old.begin && last->now.end == op->now.begin) {
		last->old.end = op->old.end;
		last->now.end = op->now.end;
		return;
	}
	redline_op *added = VEC_PUSH(list);
	if (added)
		*added = *op;
}

static redline_range next_range(uint32_t at, size_t n)
{
	return (redline_range){at, at + (uint32_t)n};
}

void script_pass(struct script_builder *b, redline_op_kind kind, redline_aspect aspect,
                 size_t n_old, size_t n_new)
{
	assert(b->paired && n_old <= b->old.len - b->at && n_new <= b->both.len - b->now_at);
	assert(kind != REDLINE_KEEP || n_old == n_new);
	redline_op const op = {.kind = kind, .aspect = aspect, .old = next_range(b->at, n_old),
	                       .now = next_range(b->now_at, n_new)};
	if (n_old || n_new)
		add_op(&b->ops, &op, true);
	b->at += (uint32_t)n_old;
	b->now_at += (uint32_t)n_new;
}

static void add_move_end(struct script_builder *b, uint32_t move, bool in, size_t n)
{
	if (b->moves.failed)
		return;
	assert(move < b->moves.len && n > 0);
	uint32_t *end = in ? &b->moves.at[move].in : &b->moves.at[move].out;
	assert(*end == UINT32_MAX);
	*end = (uint32_t)b->ops.len;
	redline_op_kind const kind = in ? REDLINE_MOVE_IN : REDLINE_MOVE_OUT;
	script_pass(b, kind, REDLINE_ASPECT_WORDS, in ? 0 : n, in ? n : 0);
	if (!b->ops.failed)
		b->ops.at[b->ops.len - 1].move = move;
}

void script_move_out(struct script_builder *b, uint32_t move, size_t n)
{
	add_move_end(b, move, false, n);
}

void script_move_in(struct script_builder *b, uint32_t move, size_t n)
{
	add_move_end(b, move, true, n);
}

void script_edit(struct script_builder *b, uint32_t move, redline_op_kind kind,
                 redline_aspect aspect, size_t n_old, size_t n_new)
{
	if (b->moves.failed || b->ops.failed || (!n_old && !n_new))
		return;
	redline_move *it = &b->moves.at[move];
	if (!it->edit_count) {
		it->first_edit = (uint32_t)b->edits.len;
		b->edit_old = b->ops.at[it->out].old.begin;
		b->edit_now = b->ops.at[it->in].now.begin;
	}
	redline_op const op = {.kind = kind, .aspect = aspect,
	                       .old = next_range(b->edit_old, n_old),
	                       .now = next_range(b->edit_now, n_new)};
	add_op(&b->edits, &op, it->edit_count > 0);
	it->edit_count = (uint32_t)b->edits.len - it->first_edit;
	b->edit_old += (uint32_t)n_old;
	b->edit_now += (uint32_t)n_new;
}

/* ---- the end ---- */
static void drop_all(struct script_builder *b)
{
	buf_release(&b->gathered);
	buf_release(&b->now);
	VEC_RELEASE(&b->edits);
	VEC_RELEASE(&b->moves);
	VEC_RELEASE(&b->ops);
	VEC_RELEASE(&b->causes);
}

void script_abandon(struct script_builder *b)
{
	drop_all(b);
	*b = (struct script_builder){0};
}

/* The script takes over the builder's buffers. */
static void hand_over(redline_script *s, const struct script_builder *b)
{
	*s = (redline_script){
		.old = b->owned ? buf_view(&b->gathered) : b->old,
		.now = b->paired ? b->both : buf_view(&b->now),
		.old_owned = b->gathered.ptr,
		.now_owned = b->now.ptr,
		.ops = b->ops.at,
		.op_count = (uint32_t)b->ops.len,
		.edits = b->edits.at,
		.edit_count = (uint32_t)b->edits.len,
		.moves = b->moves.at,
		.move_count = (uint32_t)b->moves.len,
		.causes = b->causes.at,
		.cause_count = (uint32_t)b->causes.len,
	};
}

redline_status script_finish(struct script_builder *b, redline_script **out)
{
	bool const too_large = b->at == OVERFLOWED || b->causes.len > UINT32_MAX;
	bool const failed = b->gathered.failed || b->now.failed || b->ops.failed ||
	                    b->causes.failed || b->edits.failed || b->moves.failed;
	*out = too_large || failed ? NULL : malloc(sizeof **out);
	if (*out) {
		assert(b->at == (b->owned ? b->gathered.len : b->old.len));
		assert(!b->paired || b->now_at == b->both.len);
		hand_over(*out, b);
	} else {
		drop_all(b);
	}
	*b = (struct script_builder){0};
	if (*out)
		return REDLINE_OK;
	return too_large ? REDLINE_TOO_LARGE : REDLINE_NO_MEMORY;
}

void redline_script_free(redline_script *script)
{
	if (!script)
		return;
	free(script->old_owned);
	free(script->now_owned);
	free(script->ops);
	free(script->edits);
	free(script->moves);
	free(script->causes);
	free(script);
}

redline_bytes redline_script_old(const redline_script *script)
{
	return script->old;
}

redline_bytes redline_script_new_text(const redline_script *script)
{
	return script->now;
}

const redline_op *redline_script_ops(const redline_script *script, uint32_t *count)
{
	*count = script->op_count;
	return script->ops;
}

const redline_move *redline_script_moves(const redline_script *script, uint32_t *count)
{
	*count = script->move_count;
	return script->moves;
}

const redline_op *redline_script_edits(const redline_script *script, uint32_t *count)
{
	*count = script->edit_count;
	return script->edits;
}

const uint32_t *redline_script_causes(const redline_script *script, uint32_t *count)
{
	*count = script->cause_count;
	return script->causes;
}
