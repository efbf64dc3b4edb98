/*
 * critic_read.c -- CriticMarkup, read (critic_marks.h).
 *
 * At each "{" that opens a mark, the mark ends at the *first* closing mark after it; a {~~
 * needs a ~> before that.  Without, the "{" is text.  Where the next closing mark of a kind
 * stands is remembered, so a megabyte of unclosed openings costs one search, not a million.
 */
#include <redline/write.h>

#include "edge/critic_marks.h"
#include "model/script.h"

struct reading {
	redline_bytes text;
	struct critic_finder close[MARKS], arrow;
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
	out->close = critic_find_again(&r->close[mark], r->text, begin, critic_marks[mark].close);
	if (out->close == ABSENT || mark != SWAP)
		return out->close != ABSENT;
	out->arrow = critic_find_again(&r->arrow, r->text, begin, ARROW);
	return out->arrow != ABSENT && out->arrow + 2 <= out->close;
}

static void take_mark(struct reading *r, size_t at, enum mark mark, struct span span)
{
	size_t const begin = at + 3;
	redline_bytes const nothing = {NULL, 0};
	switch (mark) {
	case COME:
		script_change_bytes(&r->script, nothing, critic_part(r->text, begin, span.close));
		break;
	case GONE:
		script_change_bytes(&r->script, critic_part(r->text, begin, span.close), nothing);
		break;
	case SWAP:
		script_change_bytes(&r->script, critic_part(r->text, begin, span.arrow),
		                    critic_part(r->text, span.arrow + 2, span.close));
		break;
	case SHOWN:
		script_keep_bytes(&r->script, critic_part(r->text, begin, span.close));
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
	while ((at = critic_find_opening(marked, at)) != ABSENT) {
		enum mark const mark = critic_opening_at(marked, at);
		struct span span;
		if (!span_mark(&r, at, mark, &span)) {
			at++;
			continue;
		}
		script_keep_bytes(&r.script, critic_part(marked, kept, at));
		take_mark(&r, at, mark, span);
		kept = at = span.close + 3;
	}
	script_keep_bytes(&r.script, critic_part(marked, kept, marked.len));
	return script_finish(&r.script, out);
}
