/*
 * Running text set in lines: words wrapped at a width counted in display
 * columns, in inks that a change shows through, everything safe for a terminal.
 *
 *     struct flow f;
 *     flow_begin(&f, out, style, 4, 4);       // 4 blanks, later lines 4 too
 *     flow_text(&f, INK_PLAIN, text, range);
 *     flow_text(&f, INK_GONE, text, range);
 *     flow_end(&f);                           // and the line end
 *
 * Runs of white space are one blank.  With colour an ink is SGR codes; without,
 * what goes and comes stands in [-...-] and {+...+}.  An ink is closed at the
 * end of every line and opened again on the next.  A word longer than a line is
 * broken; between wide characters a line may end without a blank.
 */
#ifndef RL_EDGE_FLOW_H
#define RL_EDGE_FLOW_H

#include <redline/write.h>

#include "edge/out.h"
#include "edge/safe.h"

enum ink {
	INK_PLAIN,
	INK_GONE,
	INK_COME,
	INK_BOLD,
	INK_DIM,
	INK_ERROR,
	INK_WARNING,
	INK_NOTE,
	INK_CARET,
	INK_GONE_QUIET, /* a number that followed: there, but not to look at */
	INK_COME_QUIET,
	INK_MOVED,
	INK_WHO,        /* a proposer's own: this one and those up to ... */
	INK_WHO_LAST = INK_WHO + 5,
};

/* What goes or comes: set in marks where there is no colour. */
static inline bool ink_is_change(enum ink ink)
{
	return ink == INK_GONE || ink == INK_COME || ink == INK_GONE_QUIET ||
	       ink == INK_COME_QUIET;
}

/* A word is held back until it is known where it goes; longer ones in pieces. */
enum { FLOW_WORD = 256 };

struct flow {
	struct out *out;
	bool color;
	uint32_t width;    /* 0: never wrap */
	uint32_t indent;   /* of later lines */
	uint32_t fill;     /* lines are filled with blanks up to here; 0 at first */
	uint32_t column;   /* taken so far on this line */
	bool fresh;        /* no word on this line yet */
	bool blank;        /* white space seen, not yet printed, in ... */
	enum ink blank_ink;
	enum ink shown;    /* the ink now open in the output */
	uint32_t len;      /* glyphs of the word held back */
	uint32_t word_width;
	struct flow_glyph {
		struct glyph glyph;
		enum ink ink;
	} word[FLOW_WORD];
};

/* Prints `first` blanks and is ready for words. */
void flow_begin(struct flow *f, struct out *out, const redline_style *style, uint32_t first,
                uint32_t indent);
/* The caller has printed `column` columns of the line itself. */
void flow_resume(struct flow *f, struct out *out, const redline_style *style, uint32_t column,
                 uint32_t indent);

void flow_text(struct flow *f, enum ink ink, redline_bytes text, redline_range range);
void flow_bytes(struct flow *f, enum ink ink, redline_bytes text);

/* Characters that can't be seen, as their codes: "U+00A0". */
void flow_codes(struct flow *f, enum ink ink, redline_bytes text, redline_range range);

/* A blank that words don't part at. */
void flow_blank(struct flow *f, enum ink ink);

/* A line may end here, though there is no blank. */
void flow_part(struct flow *f);

/* Blanks that are not folded, after the last word. */
void flow_gap(struct flow *f, uint32_t columns);

/* Ends the line now; the text goes on in the next one, indented. */
void flow_break(struct flow *f);
void flow_end(struct flow *f);

/* Ink outside a flow; nothing without colour. */
void ink_on(struct out *o, enum ink ink, bool color);
void ink_off(struct out *o, enum ink ink, bool color);

#endif
