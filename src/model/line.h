/*
 * What a single line of a draft looks like: where its words begin, behind
 * quotation marks (">") and indentation, and whether it is one of the lines
 * that Markdown gives a meaning of their own.
 *
 * Every question costs at most the length of the line.
 */
#ifndef RL_MODEL_LINE_H
#define RL_MODEL_LINE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/bytes.h"
#include "base/lines.h"

struct line {
	uint32_t begin;  /* first byte */
	uint32_t at;     /* first byte that is neither quote mark nor indentation */
	uint32_t end;    /* behind its last byte that is no white space; at or more */
	uint32_t next;   /* behind its line end */
	uint16_t indent; /* columns of white space before `at`, tabs to 4 */
	uint8_t quoted;  /* how many ">" */
};

/* Line i, of which the bytes before `from` are already spoken for. */
struct line line_read(const struct lines *lines, redline_bytes text, uint32_t i, uint32_t from);

static inline bool line_blank(const struct line *l)
{
	return l->at == l->end;
}

/* Bytes of the blank of more than one byte at `at` (at < end), 0 if it is none. */
unsigned line_wide_blank_at(redline_bytes text, uint32_t at, uint32_t end);

/* Bytes of the blank at `at` (no-break and ideographic ones too), 0 if it is none. */
static inline unsigned line_blank_at(redline_bytes text, uint32_t at, uint32_t end)
{
	if (at >= end)
		return 0;
	if ((unsigned char)text.ptr[at] < 0x80)
		return is_blank(text.ptr[at]);
	return line_wide_blank_at(text, at, end);
}

/* The first byte in [at, end) that is no blank. */
uint32_t line_skip_blanks(redline_bytes text, uint32_t at, uint32_t end);

/*
 * A fence of code, ``` or ~~~: how many of the mark, which is put into *mark;
 * 0 if the line is none.  *bare: nothing stands behind it, so it may close one.
 */
uint32_t line_fence(redline_bytes text, const struct line *l, char *mark, bool *bare);

/* "---", "* * *", "=====": three or more of one mark and nothing else. */
bool line_rule(redline_bytes text, const struct line *l);

/* '=' or '-' if the line can underline a heading, else 0. */
char line_underline(redline_bytes text, const struct line *l);

/* "---|:---": what stands under the head of a table. */
bool line_table_rule(redline_bytes text, const struct line *l);

/* An HTML tag that begins a block of its own; a comment is not meant. */
bool line_html(redline_bytes text, const struct line *l);

/*
 * The bytes of the bullet the line begins with, 0 if there is none.  *dash: it
 * is one that running text uses too.
 */
unsigned line_bullet(redline_bytes text, const struct line *l, bool *dash);

/* How a line of running text ends. */
enum line_ending {
	LINE_AWAITS,  /* something must follow: "see paragraph", "the report of", "No." */
	LINE_RUNS_ON, /* as it may in the middle of a sentence */
	LINE_PAUSES,  /* with a comma, "and", "or", a dash */
	LINE_ENDS,    /* with the end of a sentence or an item */
	LINE_INTRODUCES, /* with a colon */
};

enum line_ending line_ending(redline_bytes text, uint32_t begin, uint32_t end);

#endif
