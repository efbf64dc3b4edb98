/*
 * Inside of texts set beside each other: what statement_beside.c (what is made of a pair),
 * beside_table.c (tables; beside_cells.h) and beside_lines.c (lines with labels) share.
 *
 * A function that says false is out of memory, unless it says otherwise.
 */
#ifndef RL_ENGINE_BESIDE_H
#define RL_ENGINE_BESIDE_H

#include <string.h>

#include "statement_run.h"

#define LABEL_BYTES 64u /* longer ones are no label */

/* What stands in a column, or behind a label. */
enum field {
	FIELD_REMARK, /* whatever else: read as any text */
	FIELD_PLACE,
	FIELD_PRESENT,
	FIELD_PROPOSED,
	FIELD_PARTY,
	FIELD_NUMBER, /* which row it is */
	FIELD_STRANGE,
	FIELD_RIVAL, /* some other text */
	FIELD_SUPPORT,
	FIELD_AGAINST, /* who is */
	FIELD_FATE,    /* what became of it */
	FIELD_NONE,
};

/* A pair of texts; either range is empty if there is no such text. */
struct pair {
	redline_range present, proposed;
	bool alone;   /* neither a present text nor a remark stands beside it */
	bool fresh;   /* the place is said to be new: "12 (new)" */
	bool bounded; /* it is clear where they end, as in cells of a table */
};

/* The label of a text in a line: "Current text (paragraph 5):". */
struct label {
	enum field field;
	redline_bytes words;
	redline_range aside; /* "paragraph 5", or empty */
	uint32_t begin, end; /* with the colon */
	bool on_line;        /* it begins one */
	bool one_word;       /* "Old": it may be a word like any other */
	bool dashed;         /* a dash parts it from its text, or emphasis does */
	bool weak;           /* "from": it is one only beside another */
};

/* ---- statement_beside.c ---- */

static inline redline_bytes words_of(const struct reading_run *r, redline_range range)
{
	return bytes_in(r->s->text, range);
}

/* Is it one of these characters? */
static inline bool beside_among(const char *set, char c)
{
	return c && strchr(set, c);
}

/* The range without such characters at its ends. */
redline_range beside_without(redline_bytes text, redline_range range, const char *before,
                             const char *behind);

/* The line feed before the first line that begins anew, and is no rest of the one above it;
 * range.end if there is none. */
uint32_t beside_line_end(redline_bytes text, redline_range range);

/* A label or head without marks of emphasis, blanks and its colon. */
redline_range beside_label(redline_bytes text, redline_range range);

/* What a label or head says; FIELD_NONE if no list has it. */
enum field beside_field(redline_bytes label);

/* A dash, or nothing? */
bool beside_is_void(const struct reading_run *r, redline_range range);

/* An error about these bytes, which are a sentence that is not understood. */
bool beside_refuse(struct reading_run *r, redline_range range, const char *code,
                   const char *message, redline_range where);

/* The one text in the place of the other, at that place; or why not. */
bool beside_take(struct reading_run *r, const struct pair *pair, const struct scope *scope);

/* Are both texts but figures, of which it is not known where they stand?  That is said then. */
bool beside_passes_figures(struct reading_run *r, const struct pair *pair, redline_range range);

/* Does the sentence before this take it back, as "We oppose the following:"?  That is said
 * then. */
bool beside_denied(struct reading_run *r, redline_range body);

/* Does a sentence of that text ask for a change, take a position or give a reason, or is not
 * understood? */
bool beside_speaks(struct reading_run *r, redline_range range);

/* Does a sentence of that text ask for a change? */
bool beside_asks(struct reading_run *r, redline_range range, bool *asks);

/* Reads a text as any other, where the scope is; `firm`: and nowhere else. */
bool beside_read(struct reading_run *r, redline_range range, const struct scope *scope, bool firm);

/* Do these words, of bounded length, stand in the text? */
bool beside_has(redline_bytes all, redline_bytes words);

/* ---- beside_wording.c ---- */

/* Is a text without quotation marks, of that many sentences, new wording as a whole? */
bool beside_is_wording(struct reading_run *r, const redline_operand *old,
                       const redline_operand *now, unsigned sentences, bool bounded);

/* ---- beside_label.c ---- */

/* The first label of a text in these words, if `weak` with those of pairs; false if there is
 * none. */
bool beside_next_label(const struct reading_run *r, redline_range words, bool weak,
                       struct label *out);

/* "Paragraph 5 Old: ... New: ...": have the words labels of both texts, if in the midst of
 * others? */
bool beside_hides_pair(const struct reading_run *r, redline_range words);

/* Do two words make a pair of labels: "from" and "to"? */
bool beside_is_pair(redline_bytes present, redline_bytes proposed);

/* ---- beside_marks.c ---- */

/* Leaves out the marks of emphasis and the line breaks of cells that surely say nothing. */
void beside_unmark(struct reading_run *r, redline_operand *old, redline_operand *now);

/* ---- beside_table.c ---- */

/* As read_beside, of a table. */
bool beside_table(struct reading_run *r, uint32_t i, uint32_t *last, bool *taken);

/* ---- beside_fate.c ---- */

/* Does a cell say that its row is not accepted? */
bool beside_is_refused(struct reading_run *r, redline_range cell, bool answers);

/*
 * The positions on a row's amendments of the parties in a cell: those from `first` on.  False
 * if memory is out.
 */
bool beside_take_sides(struct reading_run *r, redline_range cell, redline_stance stance,
                       uint32_t first);

/* ---- beside_lines.c ---- */

/* As read_beside, of lines with labels. */
bool beside_lines(struct reading_run *r, uint32_t i, redline_range words, uint32_t *last,
                  bool *taken);

#endif
