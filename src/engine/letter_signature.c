/* letter_signature.c -- "Best regards, Kenya" at the end of a letter (lettering.h). */
#include "lettering.h"

#define SIGNED_MOST 6u /* lines from the signature's first to the text's last */

redline_range letter_behind_closing(const struct letter_search *s, redline_range line, bool *closes)
{
	redline_bytes const text = s->text;
	size_t len = listed_words_start(&s->lists->closings, bytes_in(text, line));
	size_t const thanks =
		len ? 0 : listed_words_start(&s->lists->thanks, bytes_in(text, line));
	if (thanks && thanks + 1 >= range_len(line))
		len = thanks;
	redline_range rest = {line.begin + (uint32_t)len, line.end};
	while (len && range_len(rest) && strchr(" \t,.!:;", text.ptr[rest.begin]))
		rest.begin++;
	*closes = len > 0;
	return len ? rest : line;
}

/* "– Japan", "-- Japan" */
static redline_range behind_dash(redline_bytes text, redline_range line, bool *dash)
{
	uint32_t at = line.begin;
	unsigned size;
	while (at < line.end) {
		uint32_t const cp = utf8_at(text, at, &size);
		if (cp != '-' && cp != 0x2013 && cp != 0x2014 && !is_blank(text.ptr[at]))
			break;
		at += size;
	}
	*dash = at > line.begin;
	return (redline_range){at, line.end};
}

/* The line before the one that begins at `at`, past empty ones; *parted: some were empty. */
static bool line_before(redline_bytes text, uint32_t at, redline_range *line, bool *parted)
{
	for (*parted = false; at > 0; *parted = true) {
		uint32_t begin = --at;
		while (begin > 0 && text.ptr[begin - 1] != '\n')
			begin--;
		*line = range_trim(text, (redline_range){begin, at});
		if (range_len(*line))
			return true;
		at = begin;
	}
	return false;
}

/* Does a closing stand in the lines before, which say no more than who signs and what he is? */
static bool closed_above(const struct letter_search *s, redline_range line)
{
	redline_bytes const text = s->text;
	bool parted;
	for (unsigned i = 0; i < SIGNED_MOST && line_before(text, line.begin, &line, &parted); i++) {
		bool closes;
		redline_range const rest = letter_behind_closing(s, line, &closes);
		if (closes)
			return !range_len(rest);
		if (range_len(line) > LETTER_LINE || strchr(".?!;:", text.ptr[line.end - 1]))
			return false;
	}
	return false;
}

struct signers letter_signature(struct letter_search *s, redline_range head)
{
	struct signers who = {.count = 0};
	redline_range line = {(uint32_t)s->text.len, (uint32_t)s->text.len};
	bool parted = false;
	for (unsigned i = 0; i < 2 && !who.count; i++) {
		redline_range next;
		bool closes, dash;
		if (!line_before(s->text, line.begin, &next, &parted) || next.begin < head.end ||
		    (i && line.end - next.begin > LETTER_LINE) || s->text.ptr[next.begin] == '>')
			return who;
		line = next;
		redline_range const name =
			behind_dash(s->text, letter_behind_closing(s, line, &closes), &dash);
		who = letter_signers(s, name);
		redline_range before;
		bool const first = !line_before(s->text, line.begin, &before, &parted);
		bool ruled = false; /* a line of dashes above it */
		if (!first && !range_len(behind_dash(s->text, before, &ruled)))
			parted = true;
		bool const alone = parted && i == 0;
		if (first || !(closes || (dash && i == 0) || alone || closed_above(s, line)))
			who.count = 0;
	}
	return who;
}
