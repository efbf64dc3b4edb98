/*
 * What a character looks like on a terminal: how many columns it takes, and
 * whether it must be spelt out ("U+202E") because it could hide or deceive.
 * Line breaks count among those here: whoever lays out lines deals with them
 * before asking.  A tab is a blank.
 */
#ifndef RL_EDGE_SAFE_H
#define RL_EDGE_SAFE_H

#include <redline/base.h>

#include "edge/out.h"

struct glyph {
	uint32_t cp;
	uint8_t size;  /* bytes in the text */
	uint8_t width; /* columns as printed */
	bool hidden;   /* printed as its code */
};

/* The glyph at text[at] (at < text.len); its neighbours decide on joiners. */
struct glyph glyph_at(redline_bytes text, size_t at);

/* The same, printed as its code whatever it is. */
struct glyph glyph_code(redline_bytes text, size_t at);

/* With colour, codes stand out in reverse video. */
void out_glyph(struct out *o, struct glyph g, bool color);
void out_safe(struct out *o, redline_bytes text, bool color);

/* Columns that out_safe will take. */
size_t safe_width(redline_bytes text);

/* How many bytes of text fit into so many columns. */
size_t safe_fit(redline_bytes text, size_t columns);

/* As out_safe, shortened to so many columns with "..." at its end. */
void out_safe_cut(struct out *o, redline_bytes text, size_t columns, bool color);

#endif
