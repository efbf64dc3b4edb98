/*
 * redline/draft.h -- a draft: its bytes, and blocks whose ranges tile them.
 *
 * A draft is Markdown or plain text, read for what negotiators call it by:
 * headings, numbered paragraphs, sub-paragraphs, bullets, footnotes, table
 * rows.  It is a reading, not a parse tree: nothing is rendered, nothing is
 * copied, and what is no structure to a negotiator (emphasis, links) is
 * text.
 *
 * The law: blocks are in the order of the text, the first begins at 0, each
 * begins where the one before ends, the last ends at the text's length.
 */
#ifndef REDLINE_DRAFT_H
#define REDLINE_DRAFT_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct redline_draft redline_draft;

#define REDLINE_NONE UINT32_MAX /* "no block", "no amendment", ... */

typedef enum redline_block_kind {
	REDLINE_BLANK,     /* one or more empty lines, or a byte order mark */
	REDLINE_HEADING,   /* "## E. Capacity-building", "E.\n---", "ANNEX I" */
	REDLINE_PARAGRAPH, /* running text without a label */
	REDLINE_PROVISION, /* running text with a label: 59., PP2, (a), Article 5 */
	REDLINE_BULLET,    /* "- ", "* ", "+ ", a bullet or dash character */
	REDLINE_FOOTNOTE,  /* "[^3]: ..." */
	REDLINE_TABLE_ROW, /* "| a | b |", the delimiter row too */
	REDLINE_VERBATIM,  /* a fenced code block, a thematic break, an HTML block */
} redline_block_kind;

/*
 * What a label's numeral is, decided by its shape and, where the shape leaves
 * it open ("(i)", "(v)", "(cc)"), by the sequence it stands in: (i) after (h)
 * is a letter, (i) first in its list is a roman numeral.
 */
typedef enum redline_numeral {
	REDLINE_NO_NUMERAL,
	REDLINE_ARABIC,      /* 59, 59 bis, 4.2, 38-841.03 */
	REDLINE_LOWER_ALPHA, /* a, aa, b-1 */
	REDLINE_UPPER_ALPHA,
	REDLINE_LOWER_ROMAN,
	REDLINE_UPPER_ROMAN,
} redline_numeral;

/* How a label is dressed; with the numeral, the style of a list level. */
typedef enum redline_dress {
	REDLINE_BARE,     /* 4.2, PP2, Article 5 */
	REDLINE_DOT,      /* 59. */
	REDLINE_PAREN,    /* a)  */
	REDLINE_PARENS,   /* (a) */
	REDLINE_COLON,    /* PP2: */
} redline_dress;

/* What the label itself says the provision is called. */
typedef enum redline_label_unit {
	REDLINE_LABEL_PLAIN,     /* a numeral alone */
	REDLINE_LABEL_PP,        /* PP2, preambular paragraph */
	REDLINE_LABEL_OP,        /* OP3 bis, operative paragraph */
	REDLINE_LABEL_ARTICLE,   /* Article 5, Art. 5 */
	REDLINE_LABEL_SECTION,   /* Section 4, Sec. 4, § 38-841.03 */
	REDLINE_LABEL_CHAPTER,   /* Chapter II, Part II, Title II */
	REDLINE_LABEL_ANNEX,     /* Annex I, Appendix A, Schedule 2 */
	REDLINE_LABEL_PARAGRAPH, /* Paragraph 5, Para. 5 */
	REDLINE_LABEL_NOTE,      /* [^3] */
} redline_label_unit;

/*
 * One block.  Ranges are in the draft's text.  A block may begin in the
 * middle of a line: "(a)(1) The Mayor" is a block "(a)" and, inside it, a
 * block "(1) The Mayor".
 */
typedef struct redline_block {
	redline_range bytes;  /* all of it, line ends included; these tile */
	redline_range label;  /* "59 bis.", "(a)", "Article 5"; empty if none */
	redline_range core;   /* the numeral with its bis: "59 bis", "a", "5" */
	redline_range body;   /* the words, after label and markup, without the
	                         white space and line end after them; for a
	                         heading "## X ##" just X */
	uint32_t parent;      /* enclosing provision, bullet or footnote, or
	                         REDLINE_NONE; always a smaller index */
	uint32_t section;     /* the heading it stands under, itself a heading's
	                         own *enclosing* heading, or REDLINE_NONE */
	uint32_t subtree_end; /* first block after it and all that it encloses;
	                         for a heading, after its whole section */
	uint32_t line;        /* first line, from 1 */
	uint32_t lines;       /* how many lines it touches, at least 1 */
	uint16_t indent;      /* columns before its label or text, tabs to 4 */
	uint8_t level;        /* heading: 1 to 6; else nesting depth from 0 */
	uint8_t kind;         /* redline_block_kind */
	uint8_t numeral;      /* redline_numeral */
	uint8_t dress;        /* redline_dress */
	uint8_t unit;         /* redline_label_unit */
	uint8_t quoted;       /* block-quote depth ("> ") */
} redline_block;

/*
 * Reads a draft.  The text is borrowed and must outlive the draft.  One
 * linear pass over the text; memory is one redline_block a block.  Nesting
 * deeper than 64 is flattened onto the 64th.
 *
 * Says REDLINE_OK, REDLINE_NO_MEMORY, or what redline_text_check says of the
 * text (fault, which may be NULL, then tells where).  *out is NULL unless OK.
 * An empty text is a draft of no blocks.
 */
REDLINE_API redline_status redline_draft_new(redline_draft **out,
                                             redline_bytes text,
                                             redline_text_fault *fault);

REDLINE_API void redline_draft_free(redline_draft *draft); /* NULL is fine */

REDLINE_API redline_bytes redline_draft_text(const redline_draft *draft);

/* How many blocks, and the first of them (NULL if there are none). */
REDLINE_API uint32_t redline_draft_count(const redline_draft *draft);
REDLINE_API const redline_block *redline_draft_blocks(const redline_draft *draft);

/*
 * The block that byte `offset` lies in; the last block for the offset just
 * past the end; REDLINE_NONE in an empty draft.  Binary search.
 */
REDLINE_API uint32_t redline_draft_block_at(const redline_draft *draft,
                                            uint32_t offset);

/*
 * Line and column (both from 1) of a byte; offset may be the text's length.
 * Costs a binary search and the length of that line.
 */
typedef struct redline_position {
	uint32_t line;
	uint32_t column;
	redline_range line_bytes; /* the line, without its line end */
} redline_position;

REDLINE_API redline_position redline_draft_position(const redline_draft *draft,
                                                    uint32_t offset);

/*
 * Writes a block's label path, as people cite it, into buf: "43 (b) (ii)",
 * "Article 5", "PP2", "annex I, 3".  A block without a label of its own gets
 * its parent's; a heading its own label, else its text; else an empty
 * string.  Always terminated; returns the length it would have had, as
 * snprintf does.
 */
REDLINE_API size_t redline_draft_path(const redline_draft *draft, uint32_t block,
                                      char *buf, size_t size);

/*
 * Finds the block that is cited: "59", "para 43(b)", "article 5", "annex I, 3", the
 * words of a heading, "line 44".  Blanks, brackets, case and words such as "paragraph"
 * or "section" don't count; the whole path goes first.  What is found with several is
 * not guessed at.
 *
 * Says REDLINE_OK, and *block; REDLINE_AMBIGUOUS, and *block and *other are the first
 * two that fit; REDLINE_NOT_FOUND, and *block is the nearest there is, or
 * REDLINE_NONE; or REDLINE_NO_MEMORY.  One pass over the labels, memory in proportion
 * to them.
 */
REDLINE_API redline_status redline_draft_find(const redline_draft *draft,
                                              redline_bytes cited, uint32_t *block,
                                              uint32_t *other);

/* Just the line, from 1: a binary search, however long the line is. */
REDLINE_API uint32_t redline_draft_line(const redline_draft *draft, uint32_t offset);

/* Line ends of the whole text; a lone CR is never a line end. */
typedef enum redline_eol {
	REDLINE_EOL_LF,
	REDLINE_EOL_CRLF,
	REDLINE_EOL_MIXED,
} redline_eol;

REDLINE_API redline_eol redline_draft_eol(const redline_draft *draft);

#ifdef __cplusplus
}
#endif
#endif
