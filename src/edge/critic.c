/*
 * critic.c -- CriticMarkup, written (critic_marks.h).
 *
 * Texts that hold an opening mark are refused beforehand; in all others no opening can arise
 * by accident, since what stands before a mark is followed by its "{", and openings have their
 * only "{" in front.  A closing mark inside the words that come or go is cut apart: "a++}b" is
 * written as {++a+++}{+++}b++}.  So reading (critic_read.c) gives back both texts, byte for
 * byte; the law tests hold the two against each other.  (What counts as the same and yet
 * differs, in a comparison, is printed as it is in the new text, and so comes back in both.)
 *
 * CriticMarkup has no mark for what moves: it goes in one place and comes in another, and
 * comments say so; comments also tell what its own edits changed.
 *
 * Linear in the texts.
 */
#include <redline/write.h>

#include "base/buf.h"
#include "base/bytes.h"
#include "edge/critic_marks.h"
#include "edge/out.h"
#include "edge/page.h"
#include "edge/phrase.h"
#include "model/script.h"

/* The byte after the blank line that ends the paragraph at `at`, or the text's end. */
static size_t paragraph_end(redline_bytes text, size_t at)
{
	while (at < text.len && is_space(text.ptr[at]))
		at++; /* line ends in front go with the paragraph */
	while (at < text.len) {
		const char *nl = memchr(text.ptr + at, '\n', text.len - at);
		if (!nl)
			return text.len;
		size_t const after = (size_t)(nl - text.ptr) + 1;
		size_t next = after, line = after;
		while (next < text.len && is_space(text.ptr[next]))
			if (text.ptr[next++] == '\n')
				line = next; /* the indentation belongs to what follows */
		if (line > after)
			return next == text.len ? text.len : line;
		at = after;
	}
	return text.len;
}

static bool has_blank_line(redline_bytes text)
{
	const char *first = memchr(text.ptr, '\n', text.len);
	bool line_end = false;
	for (size_t at = first ? (size_t)(first - text.ptr) : text.len; at < text.len; at++) {
		if (text.ptr[at] == '\n' && line_end)
			return true;
		line_end = text.ptr[at] == '\n' || (line_end && is_space(text.ptr[at]));
	}
	return false;
}

/* A script being written, and the comments that go with it. */
struct writing {
	struct out out;
	const redline_view *view;
	redline_bytes old, now;
	const redline_op *ops, *edits;
	const redline_move *moves;
	const uint32_t *causes;
	uint32_t op_count;
	const redline_pair *pairs;      /* of a comparison with both its drafts ... */
	uint32_t pair_count, next_pair; /* ... and the first that isn't left behind */
	struct buf said;    /* of what has just been marked */
	struct buf waiting; /* goes behind the next mark */
};

static void put_open(struct out *o, enum mark mark)
{
	out_add(o, critic_marks[mark].open, MARK_BYTES);
}

static void put_close(struct out *o, enum mark mark)
{
	out_add(o, critic_marks[mark].close, MARK_BYTES);
}

/* Words inside a comment: on one line, and nothing in them that reads as a mark. */
static void put_said(struct out *o, redline_bytes words)
{
	size_t done = 0;
	for (size_t at = 0; at < words.len; at++) {
		char const c = words.ptr[at];
		bool const line_end = c == '\n' || c == '\r';
		bool const opens = c == '{' && critic_opening_at(words, at) != MARKS;
		bool const closes = c == '}' && at >= 2 && words.ptr[at - 1] == '<' &&
		                    words.ptr[at - 2] == '<';
		if (!line_end && !opens && !closes)
			continue;
		size_t const end = opens ? at + 1 : at;
		out_add(o, words.ptr + done, end - done);
		out_char(o, ' ');
		done = line_end ? at + 1 : end;
	}
	out_add(o, words.ptr + done, words.len - done);
}

/* {>>...<<}, if there is something to say; then it is said. */
static void put_comment(struct out *o, struct buf *said)
{
	if (!said->len)
		return;
	put_open(o, SAID);
	put_said(o, buf_view(said));
	put_close(o, SAID);
	buf_clear(said);
}

/* Where the words of a paragraph end, in front of the line ends behind them. */
static size_t words_end(redline_bytes words, size_t at, size_t end)
{
	size_t last = end;
	while (last > at && is_space(words.ptr[last - 1]))
		last--;
	return last > at && memchr(words.ptr + last, '\n', end - last) ? last : end;
}

/*
 * One mark around each paragraph, cut inside every closing mark it holds, and where
 * a comment waits to stand right behind the words.
 */
static void put_marks(struct writing *w, enum mark mark, redline_bytes words)
{
	struct critic_finder close = {0};
	size_t paragraph = 0; /* where the one at hand ends */
	for (size_t at = 0; at < words.len;) {
		if (at >= paragraph)
			paragraph = paragraph_end(words, at);
		size_t end = paragraph;
		if (w->waiting.len)
			end = words_end(words, at, end);
		size_t const hit = critic_find_again(&close, words, at, critic_marks[mark].close);
		if (hit != ABSENT && hit + 3 <= end)
			end = hit + 1;
		put_open(&w->out, mark);
		out_bytes(&w->out, critic_part(words, at, end));
		put_close(&w->out, mark);
		put_comment(&w->out, &w->waiting);
		at = end;
	}
}

static bool has_tilde(redline_bytes text)
{
	return memchr(text.ptr, '~', text.len);
}

/* Can this replacement be one {~~ ~> ~~}?  Hardly any has a tilde of its own. */
static bool fits_swap(redline_bytes gone, redline_bytes come)
{
	if (!gone.len || !come.len || has_blank_line(gone) || has_blank_line(come))
		return false;
	if (!has_tilde(gone) && !has_tilde(come))
		return true;
	return critic_find(gone, 0, ARROW) == ABSENT && critic_find(gone, 0, critic_marks[SWAP].close) == ABSENT &&
	       critic_find(come, 0, critic_marks[SWAP].close) == ABSENT;
}

static void put_change(struct writing *w, redline_bytes gone, redline_bytes come)
{
	struct out *o = &w->out;
	if (!fits_swap(gone, come)) {
		put_marks(w, GONE, gone);
		put_marks(w, COME, come);
		return;
	}
	put_open(o, SWAP);
	out_bytes(o, gone);
	out_text(o, ARROW);
	out_bytes(o, come);
	put_close(o, SWAP);
}

/* ---- writing: what a comparison knows ---- */

/* Does a break come, or does it go?  Whichever side has more lines, or more. */
static bool splits(redline_bytes gone, redline_bytes come)
{
	size_t lines[2] = {0, 0};
	for (size_t at = 0; at < gone.len; at++)
		lines[0] += gone.ptr[at] == '\n';
	for (size_t at = 0; at < come.len; at++)
		lines[1] += come.ptr[at] == '\n';
	return lines[0] != lines[1] ? lines[0] < lines[1] : gone.len < come.len;
}

/* Does one of the blocks, but the first, begin in the range or right behind it? */
static bool holds_break(const redline_draft *draft, redline_range blocks, redline_range critic_part)
{
	const redline_block *b = redline_draft_blocks(draft);
	uint32_t i = critic_part.end > critic_part.begin ? redline_draft_block_at(draft, critic_part.end) : 0;
	if (i > blocks.begin && b[i].kind == REDLINE_BLANK)
		i--;
	return i > blocks.begin && i < blocks.end && b[i].bytes.begin > critic_part.begin;
}

static bool is_behind(const struct writing *w, const redline_pair *p, const redline_op *op)
{
	if (p->moved || !range_len(p->old) || !range_len(p->now))
		return true;
	return redline_draft_blocks(w->view->draft)[p->old.end - 1].bytes.end <= op->old.begin &&
	       redline_draft_blocks(w->view->after)[p->now.end - 1].bytes.end <= op->now.begin;
}

/* A break that other words came or went with: the paragraphs tell of it. */
static void say_break_in_words(struct writing *w, const redline_op *op)
{
	while (w->next_pair < w->pair_count && is_behind(w, &w->pairs[w->next_pair], op))
		w->next_pair++;
	if (w->next_pair == w->pair_count)
		return;
	const redline_pair *p = &w->pairs[w->next_pair];
	if (holds_break(w->view->after, p->now, op->now))
		buf_text(&w->said, "paragraph split");
	else if (holds_break(w->view->draft, p->old, op->old))
		buf_text(&w->said, "paragraphs merged");
}

/* A number speaks for itself; of a break one sees nothing but line ends. */
static void say_aspect(struct writing *w, const redline_op *op)
{
	if (op->aspect == REDLINE_ASPECT_WORDS)
		say_break_in_words(w, op);
	if (op->aspect != REDLINE_ASPECT_BREAK)
		return;
	bool const split = splits(bytes_in(w->old, op->old), bytes_in(w->now, op->now));
	buf_text(&w->said, split ? "paragraph split" : "paragraphs merged");
}

/* Japan, 2020-11-18: reason; Norway -- nothing if nothing is known. */
static void say_causes(struct writing *w, const redline_op *op)
{
	for (uint32_t i = 0; i < op->cause_count; i++) {
		const redline_amendment *a = phrase_cause(w->view, w->causes[op->first_cause + i]);
		if (!a)
			continue;
		if (w->said.len && phrase_has_credit(a))
			buf_text(&w->said, "; ");
		phrase_credit(&w->said, a);
	}
}

/*
 * The label path of a block, nothing if it has none.  A heading without a
 * label of its own says nothing of where it stands.
 */
static void say_path(struct buf *b, const redline_draft *draft, uint32_t block)
{
	char path[256];
	const redline_block *it = &redline_draft_blocks(draft)[block];
	if (it->kind == REDLINE_HEADING && it->label.begin == it->label.end)
		return;
	size_t const whole = redline_draft_path(draft, block, path, sizeof path);
	redline_bytes shown = bytes_of(path);
	while (whole > shown.len && shown.len && (shown.ptr[shown.len - 1] & 0x80))
		shown.len--; /* a path cut short ends with a whole character */
	buf_bytes(b, shown);
}

/* The block that one end of a move begins with, and the byte. */
static uint32_t moved_block(const redline_draft *draft, redline_range range, uint32_t *at)
{
	*at = range_trim(redline_draft_text(draft), range).begin;
	return redline_draft_block_at(draft, *at);
}

/*
 * moved to 43 (b); moved to Article 4, line 14, if no label of its own tells where,
 * or the same one on both sides.
 */
static void say_moved(struct buf *b, const char *where, const redline_draft *far,
                      redline_range far_end, const redline_draft *near, redline_range near_end)
{
	uint32_t at;
	struct buf name = {0}, other = {0};
	buf_text(b, "moved");
	if (!far)
		return;
	buf_text(b, where);
	if (near)
		say_path(&other, near, moved_block(near, near_end, &at));
	uint32_t const block = moved_block(far, far_end, &at);
	say_path(&name, far, block);
	if (!name.len || bytes_equal(buf_view(&name), buf_view(&other)))
		page_line(b, far, block, redline_draft_line(far, at));
	else
		buf_bytes(b, buf_view(&name));
	b->failed |= name.failed || other.failed;
	buf_release(&name);
	buf_release(&other);
}

static void put_move_out(struct writing *w, const redline_op *op)
{
	const redline_op *in = &w->ops[w->moves[op->move].in];
	say_moved(&w->waiting, " to ", w->view->after, in->now, w->view->draft, op->old);
	put_marks(w, GONE, bytes_in(w->old, op->old));
}

/*
 * Not worth a comment of its own: white space, and the number, of which "moved
 * from 3" tells.
 */
static bool is_quiet(const redline_op *edit)
{
	return edit->kind != REDLINE_CHANGE || edit->aspect == REDLINE_ASPECT_SPACING ||
	       edit->aspect == REDLINE_ASPECT_NUMBER;
}

static void say_edit(struct writing *w, const redline_op *edit)
{
	redline_bytes const gone = bytes_in(w->old, edit->old);
	if (edit->aspect == REDLINE_ASPECT_BREAK) {
		say_aspect(w, edit);
	} else if (!gone.len) {
		buf_text(&w->said, "new in the move");
	} else {
		bool const deleted = edit->now.begin == edit->now.end;
		buf_text(&w->said, deleted ? "deleted in the move: " : "in the move, was ");
		phrase_quoted(&w->said, gone);
	}
}

/*
 * All of it comes, as far as the marks go; what its edits brought in stands in
 * marks of its own.
 */
static void put_move_in(struct writing *w, const redline_op *op)
{
	const redline_move *move = &w->moves[op->move];
	say_moved(&w->waiting, " from ", w->view->draft, w->ops[move->out].old, w->view->after,
	          op->now);
	uint32_t kept = op->now.begin;
	for (uint32_t i = 0; i < move->edit_count; i++) {
		const redline_op *edit = &w->edits[move->first_edit + i];
		if (is_quiet(edit))
			continue;
		put_marks(w, COME, critic_part(w->now, kept, edit->now.begin));
		put_marks(w, COME, bytes_in(w->now, edit->now));
		say_edit(w, edit);
		put_comment(&w->out, &w->said);
		kept = edit->now.end;
	}
	put_marks(w, COME, critic_part(w->now, kept, op->now.end));
}

/* ---- writing: the whole ---- */

static void put_op(struct writing *w, const redline_op *op)
{
	switch (op->kind) {
	case REDLINE_KEEP:
	case REDLINE_ALIKE:
		out_bytes(&w->out, bytes_in(w->now, op->now));
		break;
	case REDLINE_CHANGE:
		put_change(w, bytes_in(w->old, op->old), bytes_in(w->now, op->now));
		say_aspect(w, op);
		say_causes(w, op);
		put_comment(&w->out, &w->said);
		break;
	case REDLINE_MOVE_OUT:
		put_move_out(w, op);
		break;
	case REDLINE_MOVE_IN:
		put_move_in(w, op);
		break;
	}
}

static redline_status refuse(size_t at, bool is_new, size_t *where, bool *in_new)
{
	if (where)
		*where = at;
	if (in_new)
		*in_new = is_new;
	return REDLINE_UNMARKABLE;
}

static bool has_memory(const struct writing *w)
{
	return !w->said.failed && !w->waiting.failed;
}

static void open_script(struct writing *w, const redline_view *view)
{
	uint32_t count;
	w->view = view;
	w->old = redline_script_old(view->script);
	w->now = redline_script_new_text(view->script);
	w->ops = redline_script_ops(view->script, &w->op_count);
	w->moves = redline_script_moves(view->script, &count);
	w->edits = redline_script_edits(view->script, &count);
	w->causes = redline_script_causes(view->script, &count);
	if (view->comparison && view->draft && view->after)
		w->pairs = redline_comparison_pairs(view->comparison, &w->pair_count);
}

redline_status redline_write_critic(const redline_view *view, size_t *where, bool *in_new,
                                    redline_sink *sink, void *context)
{
	struct writing w = {.view = view};
	open_script(&w, view);
	size_t hit = critic_find_opening(w.old, 0);
	if (hit != ABSENT)
		return refuse(hit, false, where, in_new);
	hit = critic_find_opening(w.now, 0);
	if (hit != ABSENT)
		return refuse(hit, true, where, in_new);

	out_begin(&w.out, sink, context);
	for (uint32_t i = 0; i < w.op_count && !w.out.failed && has_memory(&w); i++)
		put_op(&w, &w.ops[i]);
	bool const memory = has_memory(&w);
	buf_release(&w.said);
	buf_release(&w.waiting);
	redline_status const written = out_finish(&w.out);
	return memory ? written : REDLINE_NO_MEMORY;
}
