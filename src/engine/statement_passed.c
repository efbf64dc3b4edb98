/*
 * statement_passed.c -- what of a statement is not read, and says so (statement_run.h): blocks
 * of code and HTML, and lines of a diff, in which a change may be meant.
 */
#include "statement_run.h"

static uint32_t line_begin(redline_bytes text, uint32_t at)
{
	while (at > 0 && text.ptr[at - 1] != '\n')
		at--;
	return at;
}

/* ---- diffs ---- */

/* The sign that a line begins with, and how far in; 0 if it begins with something else. */
static char sign_of(redline_bytes text, uint32_t line, uint32_t *indent)
{
	uint32_t at = line;
	while (at < text.len && is_blank(text.ptr[at]))
		at++;
	*indent = at - line;
	bool const sign = at + 1 < text.len && (text.ptr[at] == '-' || text.ptr[at] == '+');
	return sign && text.ptr[at + 1] != '-' && text.ptr[at + 1] != '\n' ? text.ptr[at] : 0;
}

/* The first line with a plus right under one with a minus, as far in; range.end if none. */
static uint32_t diff_within(redline_bytes text, redline_range range)
{
	for (uint32_t line = range.begin; line < range.end;) {
		uint32_t in, above;
		if (line > 0 && text.ptr[line - 1] == '\n' && sign_of(text, line, &in) == '+' &&
		    sign_of(text, line_begin(text, line - 1), &above) == '-' && in == above)
			return line;
		const char *end = memchr(text.ptr + line, '\n', text.len - line);
		line = end ? (uint32_t)(end - text.ptr) + 1 : range.end;
	}
	return range.end;
}

bool refuse_diff(struct reading_run *r, uint32_t i)
{
	const redline_block *b = &r->blocks[i];
	redline_range const body = b->body;
	uint32_t const line = diff_within(r->s->text, (redline_range){b->bytes.begin, body.end});
	if (!range_len(body) || line >= body.end)
		return false;
	struct puzzle const p = {"marked-unclear",
	                         "this looks like lines of a diff, which are not read; mark the "
	                         "change as {~~old~>new~~}, or write: replace \"...\" with \"...\"",
	                         false, false,
	                         range_trim(r->s->text, (redline_range){line, body.end})};
	report_puzzle(r, &p, body);
	add_sentence(r, body, REDLINE_PUZZLE, (uint32_t)r->s->amendments.len, 0);
	return true;
}

/* ---- code and HTML ---- */

/* A rule across the page? */
static bool says_nothing(redline_bytes words)
{
	for (size_t i = 0; i < words.len; i++)
		if (is_alpha(words.ptr[i]) || (words.ptr[i] & 0x80))
			return false;
	return true;
}

/* Is something asked for in there, or does it look so? */
static bool asks_within(struct reading_run *r, redline_range range)
{
	while (range_len(range = range_trim(r->s->text, range))) {
		redline_range const sentence = first_sentence(r, range);
		if (!read_sentence(r, sentence, r->peeked))
			return false;
		if (r->peeked->kind == REDLINE_INSTRUCTION || r->peeked->kind == REDLINE_PUZZLE)
			return true;
		range.begin = sentence.end;
	}
	return false;
}

bool note_verbatim(struct reading_run *r, uint32_t i)
{
	redline_range const all = range_trim(r->s->text, r->blocks[i].bytes);
	redline_bytes const words = bytes_in(r->s->text, all);
	if (says_nothing(words))
		return true;
	bool const comment = bytes_start(words, BYTES("<!--"));
	bool const code = words.ptr[0] == '`' || words.ptr[0] == '~';
	const char *line = code ? memchr(words.ptr, '\n', words.len) : words.ptr;
	redline_range text = {line ? (uint32_t)(line - r->s->text.ptr) : all.end, all.end};
	while (code && text.end > text.begin &&
	       (r->s->text.ptr[text.end - 1] == '`' || r->s->text.ptr[text.end - 1] == '~'))
		text.end--; /* the fence below it */
	if (comment) {      /* "<!-- ... -->", and what may stand behind it */
		text.begin += 4;
		while (text.end > text.begin && strchr("->", r->s->text.ptr[text.end - 1]))
			text.end--;
	}
	text = range_trim(r->s->text, text);
	if (!range_len(text))
		return true;
	bool const diff = diff_within(r->s->text, text) < text.end;
	bool const asks = diff || asks_within(r, text);
	if (comment && !asks)
		return true;
	struct puzzle const p = {
		"not-understood",
		comment ? "this is a comment, which is not read; if the change is proposed, write "
	                  "it "
			  "as plain text"
			: "this is a block of code or HTML, which is not read; if it asks for a "
			  "change, write it as plain text",
		false, comment || !asks, text};
	report_puzzle(r, &p, text);
	add_sentence(r, text, p.warning ? REDLINE_OTHER : REDLINE_PUZZLE,
	             (uint32_t)r->s->amendments.len, 0);
	return !r->s->arena.failed;
}
