/*
 * critic.c -- CriticMarkup, read and written.
 *
 * Five marks: {++come++} {--gone--} {~~gone~>come~~} {==shown==} {>>said<<}.
 *
 * Reading: at each "{" that opens a mark, the mark ends at the *first* closing
 * mark after it; a {~~ needs a ~> before that.  Without, the "{" is text.
 * Where the next closing mark of a kind stands is remembered, so a megabyte of
 * unclosed openings costs one search, not a million.
 *
 * Writing: texts that hold an opening mark are refused beforehand; in all
 * others no opening can arise by accident, since what stands before a mark is
 * followed by its "{", and openings have their only "{" in front.  A closing
 * mark inside the words that come or go is cut apart: "a++}b" is written as
 * {++a+++}{+++}b++}.  So reading gives back both texts, byte for byte; the law
 * tests hold the two against each other.
 *
 * Both are linear in the texts.
 */
#include <redline/write.h>

#include "base/buf.h"
#include "base/bytes.h"
#include "edge/out.h"
#include "edge/phrase.h"
#include "model/script.h"

enum mark { COME, GONE, SWAP, SHOWN, SAID, MARKS };

static const struct {
	const char *open, *close;
} marks[MARKS] = {
	[COME] = {"{++", "++}"},  [GONE] = {"{--", "--}"}, [SWAP] = {"{~~", "~~}"},
	[SHOWN] = {"{==", "==}"}, [SAID] = {"{>>", "<<}"},
};

#define ARROW "~>"
#define ABSENT SIZE_MAX

/* ---- finding marks ---- */

/* Where `needle` (two or three bytes) next stands at or after `from`, or ABSENT. */
static size_t find(redline_bytes text, size_t from, const char *needle)
{
	size_t const tail = strlen(needle) - 1; /* its last byte is its rarest */
	for (size_t at = from + tail; at < text.len; at++) {
		const char *hit = memchr(text.ptr + at, needle[tail], text.len - at);
		if (!hit)
			return ABSENT;
		at = (size_t)(hit - text.ptr);
		if (memcmp(hit - tail, needle, tail) == 0)
			return at - tail;
	}
	return ABSENT;
}

/* A place looked up before, good until the search has passed it. */
struct finder {
	size_t at;
	bool known;
};

static size_t find_again(struct finder *f, redline_bytes text, size_t from, const char *needle)
{
	if (!f->known || f->at < from)
		*f = (struct finder){find(text, from, needle), true};
	return f->at;
}

/* The mark that opens at text[at], or MARKS. */
static enum mark opening_at(redline_bytes text, size_t at)
{
	if (text.len - at < 3 || text.ptr[at + 1] != text.ptr[at + 2])
		return MARKS;
	for (unsigned m = 0; m < MARKS; m++)
		if (text.ptr[at + 1] == marks[m].open[1])
			return (enum mark)m;
	return MARKS;
}

/* The first opening mark at or after `from`, or ABSENT. */
static size_t find_opening(redline_bytes text, size_t from)
{
	while (from < text.len) {
		const char *brace = memchr(text.ptr + from, '{', text.len - from);
		if (!brace)
			return ABSENT;
		size_t const at = (size_t)(brace - text.ptr);
		if (opening_at(text, at) != MARKS)
			return at;
		from = at + 1;
	}
	return ABSENT;
}

static redline_bytes part(redline_bytes text, size_t begin, size_t end)
{
	return end > begin ? (redline_bytes){text.ptr + begin, end - begin} : (redline_bytes){"", 0};
}

/* ---- reading ---- */

struct reading {
	redline_bytes text;
	struct finder close[MARKS], arrow;
	struct script_builder script;
};

/* Where a mark's inside ends, and its arrow stands. */
struct span {
	size_t arrow, close;
};

/* Does a mark open at `at`, or is it text? */
static bool span_mark(struct reading *r, size_t at, enum mark mark, struct span *out)
{
	size_t const begin = at + 3;
	out->close = find_again(&r->close[mark], r->text, begin, marks[mark].close);
	if (out->close == ABSENT || mark != SWAP)
		return out->close != ABSENT;
	out->arrow = find_again(&r->arrow, r->text, begin, ARROW);
	return out->arrow != ABSENT && out->arrow + 2 <= out->close;
}

static void take_mark(struct reading *r, size_t at, enum mark mark, struct span span)
{
	size_t const begin = at + 3;
	redline_bytes const nothing = {NULL, 0};
	switch (mark) {
	case COME:
		script_change_bytes(&r->script, nothing, part(r->text, begin, span.close));
		break;
	case GONE:
		script_change_bytes(&r->script, part(r->text, begin, span.close), nothing);
		break;
	case SWAP:
		script_change_bytes(&r->script, part(r->text, begin, span.arrow),
		                    part(r->text, span.arrow + 2, span.close));
		break;
	case SHOWN:
		script_keep_bytes(&r->script, part(r->text, begin, span.close));
		break;
	case SAID:
	case MARKS:
		break;
	}
}

redline_status redline_script_read_critic(redline_script **out, redline_bytes marked,
                                          redline_text_fault *fault)
{
	*out = NULL;
	redline_status const checked = redline_text_check(marked, fault);
	if (checked != REDLINE_OK)
		return checked;
	struct reading r = {.text = marked};
	script_begin_owned(&r.script);
	size_t kept = 0, at = 0;
	while ((at = find_opening(marked, at)) != ABSENT) {
		enum mark const mark = opening_at(marked, at);
		struct span span;
		if (!span_mark(&r, at, mark, &span)) {
			at++;
			continue;
		}
		script_keep_bytes(&r.script, part(marked, kept, at));
		take_mark(&r, at, mark, span);
		kept = at = span.close + 3;
	}
	script_keep_bytes(&r.script, part(marked, kept, marked.len));
	return script_finish(&r.script, out);
}

/* ---- writing ---- */

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
	bool line_end = false;
	for (size_t at = 0; at < text.len; at++) {
		if (text.ptr[at] == '\n' && line_end)
			return true;
		line_end = text.ptr[at] == '\n' || (line_end && is_space(text.ptr[at]));
	}
	return false;
}

/* One mark around each paragraph, cut inside every closing mark it holds. */
static void put_marks(struct out *o, enum mark mark, redline_bytes words)
{
	struct finder close = {0};
	for (size_t at = 0; at < words.len;) {
		size_t end = paragraph_end(words, at);
		size_t const hit = find_again(&close, words, at, marks[mark].close);
		if (hit != ABSENT && hit + 3 <= end)
			end = hit + 1;
		out_text(o, marks[mark].open);
		out_bytes(o, part(words, at, end));
		out_text(o, marks[mark].close);
		at = end;
	}
}

/* Can this replacement be one {~~ ~> ~~}? */
static bool fits_swap(redline_bytes gone, redline_bytes come)
{
	return gone.len && come.len && !has_blank_line(gone) && !has_blank_line(come) &&
	       find(gone, 0, ARROW) == ABSENT && find(gone, 0, marks[SWAP].close) == ABSENT &&
	       find(come, 0, marks[SWAP].close) == ABSENT;
}

static void put_change(struct out *o, redline_bytes gone, redline_bytes come)
{
	if (!fits_swap(gone, come)) {
		put_marks(o, GONE, gone);
		put_marks(o, COME, come);
		return;
	}
	out_text(o, marks[SWAP].open);
	out_bytes(o, gone);
	out_text(o, ARROW);
	out_bytes(o, come);
	out_text(o, marks[SWAP].close);
}

/* Words inside a comment: on one line, and nothing in them that reads as a mark. */
static void put_said(struct out *o, redline_bytes words)
{
	for (size_t at = 0; at < words.len; at++) {
		char const c = words.ptr[at];
		bool const closes = c == '}' && at >= 2 && words.ptr[at - 1] == '<' &&
		                    words.ptr[at - 2] == '<';
		if (closes)
			out_char(o, ' ');
		out_char(o, c == '\n' || c == '\r' ? ' ' : c);
		if (c == '{' && opening_at(words, at) != MARKS)
			out_char(o, ' ');
	}
}

/* {>>Japan, 2020-11-18: reason; Norway<<}, or nothing if nothing is known. */
static bool put_comment(struct out *o, const redline_view *view, const redline_op *op)
{
	struct buf said = {0};
	uint32_t count;
	const uint32_t *causes = redline_script_causes(view->script, &count);
	for (uint32_t i = 0; i < op->cause_count; i++) {
		const redline_amendment *a = phrase_cause(view, causes[op->first_cause + i]);
		if (!a)
			continue;
		if (said.len && phrase_has_credit(a))
			buf_text(&said, "; ");
		phrase_credit(&said, a);
	}
	if (said.len) {
		out_text(o, marks[SAID].open);
		put_said(o, buf_view(&said));
		out_text(o, marks[SAID].close);
	}
	bool const ok = !said.failed;
	buf_release(&said);
	return ok;
}

static redline_status refuse(size_t at, bool is_new, size_t *where, bool *in_new)
{
	if (where)
		*where = at;
	if (in_new)
		*in_new = is_new;
	return REDLINE_UNMARKABLE;
}

redline_status redline_write_critic(const redline_view *view, size_t *where, bool *in_new,
                                    redline_sink *sink, void *context)
{
	redline_bytes const old = redline_script_old(view->script);
	redline_bytes const now = redline_script_new_text(view->script);
	size_t hit = find_opening(old, 0);
	if (hit != ABSENT)
		return refuse(hit, false, where, in_new);
	hit = find_opening(now, 0);
	if (hit != ABSENT)
		return refuse(hit, true, where, in_new);

	struct out o;
	out_begin(&o, sink, context);
	bool memory = true;
	uint32_t count;
	const redline_op *ops = redline_script_ops(view->script, &count);
	for (uint32_t i = 0; i < count && memory && !o.failed; i++) {
		if (ops[i].kind == REDLINE_KEEP) {
			out_bytes(&o, bytes_in(old, ops[i].old));
			continue;
		}
		put_change(&o, bytes_in(old, ops[i].old), bytes_in(now, ops[i].now));
		memory = put_comment(&o, view, &ops[i]);
	}
	redline_status const written = out_finish(&o);
	return memory ? written : REDLINE_NO_MEMORY;
}
