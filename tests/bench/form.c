/*
 * form.c -- how many words an output marks as changed.  A word is what stands
 * between blanks; one that is replaced counts twice, for going and for coming.
 *
 *   CriticMarkup      words inside marks, but for those that changed nothing but a
 *                     paragraph's own number: {~~58~>59~~}. at the start of a
 *                     line, or any with the comment "renumbered";
 *   totals            of redline's JSON: words inserted and deleted; or, apart
 *                     from them, words that moved;
 *   porcelain         of git diff --word-diff: lines that begin with + or -;
 *   statistics        of wdiff and dwdiff: deleted, inserted and changed words.
 */
#include <stdlib.h>
#include <string.h>

#include "part.h"

static bool is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static uint64_t words_of(redline_bytes text)
{
	uint64_t count = 0;
	for (size_t i = 0; i < text.len; i++)
		count += !is_blank(text.ptr[i]) && (i == 0 || is_blank(text.ptr[i - 1]));
	return count;
}

static bool starts(redline_bytes text, size_t at, const char *words)
{
	size_t const n = strlen(words);
	return at <= text.len && n <= text.len - at && memcmp(text.ptr + at, words, n) == 0;
}

/* Where words next stand from `at` on, or the text's end. */
static size_t find(redline_bytes text, size_t at, const char *words)
{
	for (; at < text.len; at++) {
		const char *hit = memchr(text.ptr + at, words[0], text.len - at);
		if (!hit)
			return text.len;
		at = (size_t)(hit - text.ptr);
		if (starts(text, at, words))
			return at;
	}
	return text.len;
}

/* ---- CriticMarkup ---- */

static const struct {
	const char *open, *close;
} marks[] = {{"{++", "++}"}, {"{--", "--}"}, {"{~~", "~~}"}, {"{>>", "<<}"}};

enum { MARKS = sizeof marks / sizeof *marks, SWAP = 2, COMMENT = 3, MARK_LEN = 3 };

static unsigned mark_at(redline_bytes text, size_t at)
{
	unsigned mark = 0;
	while (mark < MARKS && !starts(text, at, marks[mark].open))
		mark++;
	return mark;
}

static uint64_t marked_words(redline_bytes text, unsigned mark, size_t begin, size_t end)
{
	size_t const arrow = mark == SWAP ? find(text, begin, "~>") : end;
	redline_bytes const gone = {text.ptr + begin, (arrow < end ? arrow : end) - begin};
	uint64_t count = words_of(gone);
	if (arrow < end)
		count += words_of((redline_bytes){text.ptr + arrow + 2, end - arrow - 2});
	return count;
}

static size_t skip_digits(redline_bytes text, size_t at)
{
	while (at < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9')
		at++;
	return at;
}

/* Is the mark that opens at text[at] and ends before text[end] a paragraph's number? */
static bool is_number(redline_bytes text, size_t at, size_t end)
{
	if (starts(text, end, "{>>renumbered"))
		return true;
	if (at > 0 && text.ptr[at - 1] != '\n' && text.ptr[at - 1] != '}')
		return false;
	size_t const arrow = skip_digits(text, at + MARK_LEN);
	if (!starts(text, at, marks[SWAP].open) || !starts(text, arrow, "~>"))
		return false;
	return skip_digits(text, arrow + 2) + MARK_LEN == end && starts(text, end, ".");
}

static uint64_t count_critic(redline_bytes text)
{
	uint64_t count = 0;
	for (size_t at = find(text, 0, "{"); at < text.len; at = find(text, at, "{")) {
		unsigned const mark = mark_at(text, at);
		if (mark == MARKS) {
			at++;
			continue;
		}
		size_t const begin = at + MARK_LEN;
		size_t const end = find(text, begin, marks[mark].close);
		size_t const next = end < text.len ? end + MARK_LEN : text.len;
		if (mark != COMMENT && !is_number(text, at, next))
			count += marked_words(text, mark, begin, end);
		at = next;
	}
	return count;
}

/* ---- the others ---- */

/* Adds the number of a member of "totals". */
static bool count_member(redline_bytes text, const char *name, uint64_t *count)
{
	size_t const at = find(text, find(text, 0, "\"totals\""), name);
	if (at == text.len)
		return false;
	*count += strtoull(text.ptr + at + strlen(name), NULL, 10);
	return true;
}

static bool count_totals(redline_bytes text, uint64_t *count)
{
	return count_member(text, "\"deleted\":", count) &&
	       count_member(text, "\"inserted\":", count);
}

/* A hunk's lines begin with what they are; the header of a file has none of it. */
static uint64_t count_porcelain(redline_bytes text)
{
	uint64_t count = 0;
	bool in_hunk = false;
	for (size_t at = 0, end; at < text.len; at = end + 1) {
		char const first = text.ptr[at];
		end = find(text, at, "\n");
		if (first == '@')
			in_hunk = true;
		else if (first == 'd')
			in_hunk = false;
		else if (in_hunk && (first == '+' || first == '-'))
			count += words_of((redline_bytes){text.ptr + at + 1, end - at - 1});
	}
	return count;
}

/* "old: 6 words  5 83% common  0 0% deleted  1 17% changed": what stands behind two
   blanks, after what is common. */
static uint64_t count_line(redline_bytes line)
{
	uint64_t count = 0;
	size_t at = find(line, find(line, 0, "% common"), "  ");
	for (; at < line.len; at = find(line, at + 2, "  "))
		count += strtoull(line.ptr + at, NULL, 10);
	return count;
}

static bool count_statistics(redline_bytes text, uint64_t *count)
{
	unsigned lines = 0;
	for (size_t at = 0, end; at < text.len; at = end + 1) {
		end = find(text, at, "\n");
		redline_bytes const line = {text.ptr + at, end - at};
		if (find(line, 0, "% common") == line.len)
			continue;
		*count += count_line(line);
		lines++;
	}
	return lines == 2;
}

bool form_count(enum form form, redline_bytes output, uint64_t *count)
{
	switch (form) {
	case FORM_CRITIC:
		*count = count_critic(output);
		return true;
	case FORM_TOTALS:
		return count_totals(output, count);
	case FORM_MOVED:
		return count_member(output, "\"moved_words\":", count);
	case FORM_PORCELAIN:
		*count = count_porcelain(output);
		return true;
	case FORM_STATISTICS:
		return count_statistics(output, count);
	case FORMS:
		break;
	}
	return false;
}
