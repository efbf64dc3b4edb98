/*
 * script.c -- scripts and how they are built.  See model/script.h.
 *
 * The builder gathers operations, their causes and the new text (and, for
 * marked-up input, the old text) in growing buffers; finish hands those very
 * buffers to the script.  Each byte is copied once.  Offsets are 32 bits wide,
 * so a text that passes REDLINE_TEXT_MAX stops the building at once: `at`
 * takes a value that no text reaches, and finish says REDLINE_TOO_LARGE.
 */
#include "model/script.h"

#include <assert.h>

#include "base/bytes.h"

#define OVERFLOWED UINT32_MAX /* of script_builder.at */

struct redline_script {
	redline_bytes old; /* borrowed, or old_owned */
	char *old_owned;
	char *now;
	size_t now_len;
	redline_op *ops;
	uint32_t op_count;
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

static void drop_all(struct script_builder *b)
{
	buf_release(&b->gathered);
	buf_release(&b->now);
	VEC_RELEASE(&b->ops);
	VEC_RELEASE(&b->causes);
}

/* The script takes over the builder's buffers. */
static void hand_over(redline_script *s, const struct script_builder *b)
{
	*s = (redline_script){
		.old = b->owned ? buf_view(&b->gathered) : b->old,
		.old_owned = b->gathered.ptr,
		.now = b->now.ptr,
		.now_len = b->now.len,
		.ops = b->ops.at,
		.op_count = (uint32_t)b->ops.len,
		.causes = b->causes.at,
		.cause_count = (uint32_t)b->causes.len,
	};
}

redline_status script_finish(struct script_builder *b, redline_script **out)
{
	bool const too_large = b->at == OVERFLOWED || b->causes.len > UINT32_MAX;
	bool const failed = b->gathered.failed || b->now.failed || b->ops.failed || b->causes.failed;
	*out = too_large || failed ? NULL : malloc(sizeof **out);
	if (*out) {
		assert(b->at == (b->owned ? b->gathered.len : b->old.len));
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
	free(script->now);
	free(script->ops);
	free(script->causes);
	free(script);
}

redline_bytes redline_script_old(const redline_script *script)
{
	return script->old;
}

redline_bytes redline_script_new_text(const redline_script *script)
{
	return (redline_bytes){script->now, script->now_len};
}

const redline_op *redline_script_ops(const redline_script *script, uint32_t *count)
{
	*count = script->op_count;
	return script->ops;
}

const uint32_t *redline_script_causes(const redline_script *script, uint32_t *count)
{
	*count = script->cause_count;
	return script->causes;
}
