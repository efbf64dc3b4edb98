/*
 * safe.c -- characters as a terminal may see them.  See safe.h.
 *
 * Constant time a character.  What counts as hidden is base's list, and more:
 * here a line break or a lone carriage return is hidden too (it would move the
 * cursor), and a joiner unless it stands where writing needs it: between
 * letters of a joining script, or between pictographs.
 */
#include "edge/safe.h"

#include <inttypes.h>
#include <stdio.h>
#include <uniwidth.h>

#include <redline/write.h>

#include "base/bytes.h"

#define ZWNJ 0x200Cu
#define ZWJ 0x200Du

/* Scripts whose letters join or stack: Arabic to Malayalam, Sinhala, Myanmar, ... */
static bool is_joining_script(uint32_t cp)
{
	return (cp >= 0x0600 && cp <= 0x0DFF) || (cp >= 0x1000 && cp <= 0x109F) ||
	       (cp >= 0x1780 && cp <= 0x18AF) || (cp >= 0xA800 && cp <= 0xABFF) ||
	       (cp >= 0xFB50 && cp <= 0xFDFF) || (cp >= 0xFE70 && cp <= 0xFEFC) ||
	       (cp >= 0x10A00 && cp <= 0x11FFF);
}

static bool is_pictograph(uint32_t cp)
{
	return (cp >= 0x2600 && cp <= 0x27BF) || cp == 0xFE0F || (cp >= 0x1F000 && cp <= 0x1FAFF);
}

static bool joiner_needed(redline_bytes text, size_t at, uint32_t cp)
{
	unsigned size;
	if (at == 0 || at + 3 >= text.len)
		return false;
	uint32_t const before = utf8_before(text, at, &size);
	uint32_t const after = utf8_at(text, at + 3, &size);
	if (is_joining_script(before) && is_joining_script(after))
		return true;
	return cp == ZWJ && is_pictograph(before) && is_pictograph(after);
}

static bool is_unsafe(redline_bytes text, size_t at, uint32_t cp)
{
	if (cp == ZWNJ || cp == ZWJ)
		return !joiner_needed(text, at, cp);
	return cp == '\n' || cp == '\r' || cp == 0x85 || cp == 0x2028 || cp == 0x2029 ||
	       is_hidden_char(cp);
}

static uint8_t code_width(uint32_t cp)
{
	return cp > 0xFFFFF ? 8 : cp > 0xFFFF ? 7 : 6;
}

/* Latin and Cyrillic letters, U+00C0 to U+02FF and U+0400 to U+047F. */
static bool is_plain_lead(unsigned char c)
{
	return (c >= 0xC3 && c <= 0xCB) || c == 0xD0 || c == 0xD1;
}

struct glyph glyph_at(redline_bytes text, size_t at)
{
	unsigned char const c = (unsigned char)text.ptr[at];
	if (c >= 0x20 && c < 0x7F)
		return (struct glyph){c, 1, 1, false};
	if (c == '\t')
		return (struct glyph){' ', 1, 1, false};
	unsigned size;
	uint32_t const cp = utf8_at(text, at, &size);
	if (size == 2 && is_plain_lead(c))
		return (struct glyph){cp, 2, 1, false};
	if (is_unsafe(text, at, cp))
		return (struct glyph){cp, (uint8_t)size, code_width(cp), true};
	int const width = uc_width(cp, "UTF-8");
	return (struct glyph){cp, (uint8_t)size, (uint8_t)(width > 0 ? width : 0), false};
}

struct glyph glyph_code(redline_bytes text, size_t at)
{
	unsigned size;
	uint32_t const cp = utf8_at(text, at, &size);
	return (struct glyph){cp, (uint8_t)size, code_width(cp), true};
}

static void out_code(struct out *o, uint32_t cp, bool color)
{
	char code[16];
	(void)snprintf(code, sizeof code, "U+%04" PRIX32, cp);
	if (color)
		out_text(o, "\033[7m");
	out_text(o, code);
	if (color)
		out_text(o, "\033[27m");
}

void out_glyph(struct out *o, struct glyph g, bool color)
{
	if (g.hidden) {
		out_code(o, g.cp, color);
		return;
	}
	char utf8[4];
	out_add(o, utf8, utf8_put(utf8, g.cp));
}

void out_safe(struct out *o, redline_bytes text, bool color)
{
	for (size_t at = 0; at < text.len;) {
		struct glyph const g = glyph_at(text, at);
		out_glyph(o, g, color);
		at += g.size;
	}
}

size_t safe_width(redline_bytes text)
{
	size_t columns = 0;
	for (size_t at = 0; at < text.len;) {
		struct glyph const g = glyph_at(text, at);
		columns += g.width;
		at += g.size;
	}
	return columns;
}

size_t safe_fit(redline_bytes text, size_t columns)
{
	size_t at = 0;
	while (at < text.len) {
		struct glyph const g = glyph_at(text, at);
		if (g.width > columns)
			break;
		columns -= g.width;
		at += g.size;
	}
	return at;
}

void out_safe_cut(struct out *o, redline_bytes text, size_t columns, bool color)
{
	if (safe_fit(text, columns) == text.len) {
		out_safe(o, text, color);
		return;
	}
	size_t const dots = columns < 3 ? columns : 3;
	redline_bytes head = {text.ptr, safe_fit(text, columns - dots)};
	while (head.len && is_space(head.ptr[head.len - 1]))
		head.len--;
	out_safe(o, head, color);
	out_repeat(o, '.', dots);
}

redline_status redline_write_safe(redline_bytes text, redline_sink *sink, void *context)
{
	struct out o;
	out_begin(&o, sink, context);
	out_safe(&o, text, false);
	return out_finish(&o);
}
