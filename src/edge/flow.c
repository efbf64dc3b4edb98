/*
 * flow.c -- running text set in lines.  See flow.h.
 *
 * Glyphs gather in a word until white space, a place between wide characters
 * or the word's size says where it ends; then flush_word decides whether it
 * still fits, counting the marks that opening and closing its inks print.
 * One pass, and memory for one word.
 */
#include "edge/flow.h"

#include <unictype.h>

#include "base/bytes.h"

static const struct {
	const char *sgr, *open, *close;
} inks[] = {
	[INK_PLAIN] = {"", "", ""},          [INK_GONE] = {"\033[31;9m", "[-", "-]"},
	[INK_COME] = {"\033[32;4m", "{+", "+}"}, [INK_BOLD] = {"\033[1m", "", ""},
	[INK_DIM] = {"\033[2m", "", ""},     [INK_ERROR] = {"\033[1;31m", "", ""},
	[INK_WARNING] = {"\033[1;35m", "", ""},  [INK_NOTE] = {"\033[1;36m", "", ""},
	[INK_CARET] = {"\033[1;32m", "", ""},
	[INK_GONE_QUIET] = {"\033[2;31;9m", "[-", "-]"},
	[INK_COME_QUIET] = {"\033[2;32;4m", "{+", "+}"},
	[INK_MOVED] = {"\033[34m", "", ""},
	[INK_WHO] = {"\033[36m", "", ""},   [INK_WHO + 1] = {"\033[33m", "", ""},
	[INK_WHO + 2] = {"\033[35m", "", ""}, [INK_WHO + 3] = {"\033[32m", "", ""},
	[INK_WHO + 4] = {"\033[34m", "", ""}, [INK_WHO_LAST] = {"\033[31m", "", ""},
};

void ink_on(struct out *o, enum ink ink, bool color)
{
	if (color)
		out_text(o, inks[ink].sgr);
}

void ink_off(struct out *o, enum ink ink, bool color)
{
	if (color && ink != INK_PLAIN)
		out_text(o, "\033[0m");
}

/* Columns that going from one ink to another prints. */
static uint32_t turn_width(const struct flow *f, enum ink from, enum ink to)
{
	if (f->color || from == to)
		return 0;
	return (ink_is_change(from) ? 2u : 0u) + (ink_is_change(to) ? 2u : 0u);
}

static void turn(struct flow *f, enum ink to)
{
	enum ink const from = f->shown;
	if (from == to)
		return;
	if (f->color) {
		ink_off(f->out, from, true);
		ink_on(f->out, to, true);
	} else {
		out_text(f->out, inks[from].close);
		out_text(f->out, inks[to].open);
	}
	f->column += turn_width(f, from, to);
	f->shown = to;
}

void flow_resume(struct flow *f, struct out *out, const redline_style *style, uint32_t column,
                 uint32_t indent)
{
	f->out = out;
	f->color = style->color;
	f->width = style->width;
	f->indent = indent;
	f->fill = 0;
	f->column = column;
	f->fresh = true;
	f->blank = false;
	f->shown = INK_PLAIN;
	f->len = 0;
	f->word_width = 0;
}

void flow_begin(struct flow *f, struct out *out, const redline_style *style, uint32_t first,
                uint32_t indent)
{
	out_repeat(out, ' ', first);
	flow_resume(f, out, style, first, indent);
}

static void end_line(struct flow *f)
{
	turn(f, INK_PLAIN);
	if (f->column < f->fill)
		out_repeat(f->out, ' ', f->fill - f->column);
	out_char(f->out, '\n');
}

static void new_line(struct flow *f)
{
	end_line(f);
	out_repeat(f->out, ' ', f->indent);
	f->column = f->indent;
	f->fresh = true;
}

/*
 * A blank that is the whole of a change must be seen even at a line's end; next
 * is the ink of the word behind it, or plain.
 */
static bool blank_matters(const struct flow *f, enum ink next)
{
	return f->blank && ink_is_change(f->blank_ink) && f->shown != f->blank_ink &&
	       next != f->blank_ink;
}

static enum ink next_ink(const struct flow *f)
{
	return f->len ? f->word[0].ink : INK_PLAIN;
}

/* Columns the line would grow by, its last ink closed again. */
static uint32_t cost(const struct flow *f)
{
	enum ink ink = f->shown;
	uint32_t columns = f->word_width;
	if (f->blank) {
		columns += turn_width(f, ink, f->blank_ink) + 1;
		ink = f->blank_ink;
	}
	for (uint32_t i = 0; i < f->len; i++) {
		columns += turn_width(f, ink, f->word[i].ink);
		ink = f->word[i].ink;
	}
	return columns + turn_width(f, ink, INK_PLAIN);
}

static void put_blank(struct flow *f)
{
	turn(f, f->blank_ink);
	out_char(f->out, ' ');
	f->column++;
	f->blank = false;
}

/* The blank before a word that costs so many columns; or the end of the line. */
static void part_words(struct flow *f, uint32_t columns, enum ink next, bool word)
{
	if (f->width && !f->fresh && f->column + columns > f->width) {
		if (blank_matters(f, next))
			put_blank(f);
		f->blank = false;
		if (word)
			new_line(f);
	}
	if (f->blank && (!f->fresh || blank_matters(f, next)))
		put_blank(f);
	f->blank = false;
}

/* Prints the word held back, on this line or the next. */
static void flush_word(struct flow *f)
{
	if (!f->len && !f->blank)
		return;
	part_words(f, cost(f), next_ink(f), f->len > 0);
	for (uint32_t i = 0; i < f->len; i++) {
		turn(f, f->word[i].ink);
		out_glyph(f->out, f->word[i].glyph, f->color);
		f->column += f->word[i].glyph.width;
	}
	if (f->len)
		f->fresh = false;
	f->len = 0;
	f->word_width = 0;
}

static void add_space(struct flow *f, enum ink ink)
{
	if (f->len || (f->blank && f->blank_ink != ink))
		flush_word(f);
	f->blank = true;
	f->blank_ink = ink;
}

/* Is an emoji made of both: by a joiner, or by a colour of skin? */
static bool are_joined(struct glyph a, struct glyph b)
{
	return a.cp == 0x200D || (b.cp >= 0x1F3FB && b.cp <= 0x1F3FF);
}

/* May a line end between two characters with no blank there? */
static bool may_part(struct glyph a, struct glyph b)
{
	if ((a.width < 2 && b.width < 2) || a.hidden || b.hidden || b.width == 0 ||
	    are_joined(a, b))
		return false;
	uint32_t const no_start = UC_CATEGORY_MASK_Pe | UC_CATEGORY_MASK_Pf | UC_CATEGORY_MASK_Po;
	uint32_t const no_end = UC_CATEGORY_MASK_Ps | UC_CATEGORY_MASK_Pi;
	return !uc_is_general_category_withtable(b.cp, no_start) &&
	       !uc_is_general_category_withtable(a.cp, no_end);
}

/* How wide a word may be that isn't broken. */
static uint32_t word_room(const struct flow *f)
{
	uint32_t const around = 8; /* room for the marks of two inks */
	uint32_t const line = f->width > f->indent + 2 * around ? f->width - f->indent : 2 * around;
	return f->width ? line - around : UINT32_MAX;
}

/* Would the word, with this glyph, be too long for any line? */
static bool too_long(const struct flow *f, struct glyph g)
{
	return f->len == FLOW_WORD || f->word_width + g.width > word_room(f);
}

static void add_glyph(struct flow *f, struct glyph g, enum ink ink)
{
	if (f->len && (may_part(f->word[f->len - 1].glyph, g) || (too_long(f, g) && g.width)))
		flush_word(f);
	if (f->len == FLOW_WORD)
		flush_word(f);
	f->word[f->len++] = (struct flow_glyph){g, ink};
	f->word_width += g.width;
}

/* How many bytes of white space stand at text[at]; a lone CR is none. */
static size_t space_at(redline_bytes text, size_t at)
{
	char const c = text.ptr[at];
	if (c == ' ' || c == '\t' || c == '\n')
		return 1;
	return c == '\r' && at + 1 < text.len && text.ptr[at + 1] == '\n' ? 2 : 0;
}

/* ---- words of plain ASCII ---- */

/*
 * The length of the word at text[at], if it is printable ASCII, white space
 * ends it before `end`, and it needn't be broken; else 0.
 */
static size_t plain_word(redline_bytes text, size_t at, size_t end, size_t most)
{
	size_t i = at;
	while (i < end && text.ptr[i] > ' ' && text.ptr[i] < 0x7F)
		i++;
	bool const ends = i < end && (text.ptr[i] == ' ' || text.ptr[i] == '\n');
	return ends && i - at <= most ? i - at : 0;
}

/*
 * The word at text[at] and those behind it, with one blank between each two, as
 * far as the line goes: what most text is, printed in one piece.  Says how
 * many bytes it was; 0, and nothing is done, if the word is none of the kind.
 */
static size_t put_plain_words(struct flow *f, enum ink ink, redline_bytes text, size_t at,
                              size_t end)
{
	size_t const most = word_room(f);
	size_t size = plain_word(text, at, end, most);
	if (!size)
		return 0;
	uint32_t const after = turn_width(f, ink, INK_PLAIN);
	uint32_t const before = f->blank ? turn_width(f, f->shown, f->blank_ink) + 1 : 0;
	enum ink const last = f->blank ? f->blank_ink : f->shown;
	part_words(f, before + turn_width(f, last, ink) + (uint32_t)size + after, ink, true);
	turn(f, ink);
	while (text.ptr[at + size] == ' ') {
		size_t const next = plain_word(text, at + size + 1, end, most);
		if (!next || (f->width && f->column + size + 1 + next + after > f->width))
			break;
		size += 1 + next;
	}
	out_add(f->out, text.ptr + at, size);
	f->column += (uint32_t)size;
	f->fresh = false;
	return size;
}

void flow_text(struct flow *f, enum ink ink, redline_bytes text, redline_range range)
{
	for (size_t at = range.begin; at < range.end;) {
		size_t const plain = f->len ? 0 : put_plain_words(f, ink, text, at, range.end);
		if (plain) {
			at += plain;
			continue;
		}
		size_t const space = space_at(text, at);
		if (space) {
			add_space(f, ink);
			at += space;
			continue;
		}
		struct glyph const g = glyph_at(text, at);
		add_glyph(f, g, ink);
		at += g.size;
	}
}

void flow_codes(struct flow *f, enum ink ink, redline_bytes text, redline_range range)
{
	for (size_t at = range.begin; at < range.end;) {
		struct glyph const g = glyph_code(text, at);
		add_glyph(f, g, ink);
		at += g.size;
	}
}

void flow_blank(struct flow *f, enum ink ink)
{
	add_glyph(f, (struct glyph){' ', 1, 1, false}, ink);
}

void flow_part(struct flow *f)
{
	if (f->len)
		flush_word(f);
}

void flow_bytes(struct flow *f, enum ink ink, redline_bytes text)
{
	flow_text(f, ink, text, (redline_range){0, (uint32_t)text.len});
}

/* The last word, and a last blank if it is a change by itself. */
static void finish_line(struct flow *f)
{
	if (f->len)
		flush_word(f);
	if (blank_matters(f, INK_PLAIN))
		put_blank(f);
	f->blank = false;
	turn(f, INK_PLAIN);
}

void flow_gap(struct flow *f, uint32_t columns)
{
	finish_line(f);
	out_repeat(f->out, ' ', columns);
	f->column += columns;
	f->fresh = true; /* no further blank before the next word */
}

void flow_break(struct flow *f)
{
	finish_line(f);
	new_line(f);
}

void flow_end(struct flow *f)
{
	finish_line(f);
	end_line(f);
}
