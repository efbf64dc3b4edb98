/*
 * line.c -- see line.h.
 *
 * First the reading of a line (quote marks, indentation, the white space at its
 * end), then the lines with a meaning of their own, last how a line ends.
 * Nothing is kept between calls; each looks at one line once, from its
 * beginning or from its end.
 */
#include "model/line.h"

#define TAB_COLUMNS 4u

static uint16_t add_columns(uint32_t columns, uint32_t more)
{
	return columns + more < UINT16_MAX ? (uint16_t)(columns + more) : UINT16_MAX;
}

unsigned line_wide_blank_at(redline_bytes text, uint32_t at, uint32_t end)
{
	const unsigned char *p = (const unsigned char *)text.ptr + at;
	uint32_t const left = end - at;
	if (left >= 2 && p[0] == 0xC2 && p[1] == 0xA0) /* U+00A0 */
		return 2;
	if (left >= 3 && p[0] == 0xE3 && p[1] == 0x80 && p[2] == 0x80) /* U+3000 */
		return 3;
	/* U+2000 to U+200A and U+202F: spaces of all widths. */
	if (left >= 3 && p[0] == 0xE2 && p[1] == 0x80 && (p[2] <= 0x8A || p[2] == 0xAF))
		return 3;
	return 0;
}

uint32_t line_skip_blanks(redline_bytes text, uint32_t at, uint32_t end)
{
	for (unsigned size; (size = line_blank_at(text, at, end)) != 0;)
		at += size;
	return at;
}

/* Bytes of the blank, or the CR, that [at, end) ends with; 0 if it does with none. */
static unsigned blank_before(redline_bytes text, uint32_t at, uint32_t end)
{
	if (at >= end)
		return 0;
	char const last = text.ptr[end - 1];
	if ((unsigned char)last < 0x80)
		return is_blank(last) || last == '\r';
	for (unsigned size = 2; size <= 3 && size <= end - at; size++) {
		if (line_blank_at(text, end - size, end) == size)
			return size;
	}
	return 0;
}

/* Behind the last byte of [at, end) that is no blank. */
static uint32_t trim_end(redline_bytes text, uint32_t at, uint32_t end)
{
	for (unsigned size; (size = blank_before(text, at, end)) != 0;)
		end -= size;
	return end;
}

/* Behind the indentation at `at`; *columns: how many it takes up. */
static uint32_t read_indent(redline_bytes text, uint32_t at, uint32_t end, uint16_t *columns)
{
	*columns = 0;
	for (unsigned size; (size = line_blank_at(text, at, end)) != 0; at += size) {
		uint32_t const wide = size == 3 && (unsigned char)text.ptr[at] == 0xE3 ? 2 : 1;
		if (text.ptr[at] == '\t')
			*columns = add_columns(*columns, TAB_COLUMNS - *columns % TAB_COLUMNS);
		else
			*columns = add_columns(*columns, wide);
	}
	return at;
}

struct line line_read(const struct lines *lines, redline_bytes text, uint32_t i, uint32_t from)
{
	redline_range const r = lines_text(lines, text, i);
	uint32_t const begin = r.begin > from ? r.begin : from;
	uint32_t const end = r.end > begin ? r.end : begin;
	uint16_t indent;
	uint8_t quoted = 0;
	uint32_t at = begin;
	while ((at = read_indent(text, at, end, &indent)) < end && text.ptr[at] == '>') {
		quoted = quoted < UINT8_MAX ? (uint8_t)(quoted + 1) : UINT8_MAX;
		at++;
		if (at < end && text.ptr[at] == ' ')
			at++;
	}
	return (struct line){
		.begin = begin,
		.at = at,
		.end = trim_end(text, at, end),
		.next = i + 1 < lines->count ? lines->begin[i + 1] : (uint32_t)text.len,
		.indent = indent,
		.quoted = quoted,
	};
}

/* How many of `mark` stand at the beginning of the line. */
static uint32_t count_mark(redline_bytes text, const struct line *l, char mark)
{
	uint32_t n = 0;
	while (l->at + n < l->end && text.ptr[l->at + n] == mark)
		n++;
	return n;
}

uint32_t line_fence(redline_bytes text, const struct line *l, char *mark, bool *bare)
{
	char const c = line_blank(l) ? '\0' : text.ptr[l->at];
	if (c != '`' && c != '~')
		return 0;
	uint32_t const n = count_mark(text, l, c);
	uint32_t const rest = l->at + n;
	if (n < 3 || (c == '`' && rest < l->end && memchr(text.ptr + rest, '`', l->end - rest)))
		return 0;
	*mark = c;
	*bare = rest == l->end;
	return n;
}

bool line_rule(redline_bytes text, const struct line *l)
{
	char const c = line_blank(l) ? '\0' : text.ptr[l->at];
	if (c != '-' && c != '*' && c != '_' && c != '=')
		return false;
	uint32_t n = 0;
	for (uint32_t at = l->at; at < l->end; at++) {
		if (text.ptr[at] == c)
			n++;
		else if (!is_blank(text.ptr[at]))
			return false;
	}
	return n >= 3;
}

char line_underline(redline_bytes text, const struct line *l)
{
	char const c = line_blank(l) ? '\0' : text.ptr[l->at];
	if (c != '=' && c != '-')
		return '\0';
	uint32_t const n = count_mark(text, l, c);
	return n >= 2 && l->at + n == l->end ? c : '\0';
}

bool line_table_rule(redline_bytes text, const struct line *l)
{
	bool bar = false, dash = false;
	for (uint32_t at = l->at; at < l->end; at++) {
		char const c = text.ptr[at];
		bar = bar || c == '|';
		dash = dash || c == '-';
		if (c != '|' && c != '-' && c != ':' && !is_blank(c))
			return false;
	}
	return bar && dash;
}

bool line_html(redline_bytes text, const struct line *l)
{
	static const char *const tags[] = {
		"address", "article", "aside", "blockquote", "br", "center", "details", "div", "dl",
		"figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "img",
		"li", "main", "nav", "ol", "p", "pre", "script", "section", "style", "summary", "table",
		"tbody", "td", "tfoot", "th", "thead", "tr", "ul",
	};
	uint32_t at = l->at;
	if (at >= l->end || text.ptr[at++] != '<')
		return false;
	if (at < l->end && text.ptr[at] == '/')
		at++;
	uint32_t const begin = at;
	while (at < l->end && (is_alpha(text.ptr[at]) || is_digit(text.ptr[at])))
		at++;
	if (at < l->end && text.ptr[at] != '>' && text.ptr[at] != '/' && !is_blank(text.ptr[at]))
		return false;
	redline_bytes const name = {text.ptr + begin, at - begin};
	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
		if (bytes_equal_nocase(name, bytes_of(tags[i])))
			return true;
	}
	return false;
}

unsigned line_bullet(redline_bytes text, const struct line *l, bool *dash)
{
	if (line_blank(l))
		return 0;
	unsigned size;
	uint32_t const cp = utf8_at(text, l->at, &size);
	switch (cp) {
	case '-':
	case 0x2013: /* en dash */
	case 0x2014: /* em dash */
	case 0x2212: /* minus */
		*dash = true;
		break;
	case '*':
	case '+':
	case 0x00B7: /* middle dot */
	case 0x2022: /* bullet */
	case 0x2023: /* triangular bullet */
	case 0x2043: /* hyphen bullet */
	case 0x25A0: /* squares */
	case 0x25AA:
	case 0x25CB: /* circles */
	case 0x25CF:
	case 0x25E6:
	case 0x27A2: /* arrowhead */
		*dash = false;
		break;
	default:
		return 0;
	}
	uint32_t const behind = l->at + size;
	return behind == l->end || line_blank_at(text, behind, l->end) ? size : 0;
}

/* Quotation marks, brackets and emphasis that may close behind a full stop. */
static bool closes(uint32_t cp)
{
	return cp == '"' || cp == '\'' || cp == ')' || cp == ']' || cp == '*' || cp == '_' ||
	       cp == 0x00BB || cp == 0x2019 || cp == 0x201C || cp == 0x201D || cp == 0x300D ||
	       cp == 0x300F || cp == 0xFF09;
}

/* The word that ends at `end`, letters of ASCII only. */
static redline_bytes last_word(redline_bytes text, uint32_t begin, uint32_t end)
{
	uint32_t at = end;
	while (at > begin && end - at < 16 && is_alpha(text.ptr[at - 1]))
		at--;
	return (redline_bytes){text.ptr + at, end - at};
}

static bool one_of(redline_bytes word, const char *const *words)
{
	if (!word.len)
		return false;
	char const first = to_lower(word.ptr[0]);
	for (; *words; words++) {
		if (**words == first && bytes_equal_nocase(word, bytes_of(*words)))
			return true;
	}
	return false;
}

/* A full stop behind one of these announces a number and ends nothing. */
static bool is_abbreviation(redline_bytes word)
{
	static const char *const words[] = {
		"no", "nos", "para", "paras", "art", "arts", "sec", "secs", "p", "pp", "ch", "vol",
		"fig", "cf", "par", "add", "rev", "corr", "dr", "mr", "mrs", "ms", NULL,
	};
	return one_of(word, words);
}

/* No item of a list ends with one of these. */
static bool is_expectant(redline_bytes word)
{
	static const char *const words[] = {
		"an", "the", "of", "in", "on", "to", "by", "for", "from", "with", "under", "see",
		"article", "articles", "section", "sections", "subsection", "paragraph", "paragraphs",
		"subparagraph", "subparagraphs", "annex", "chapter", "part", "item", "items", "since",
		"until", "than", NULL,
	};
	return one_of(word, words);
}

/* A comma or "and" behind a number or a bracket goes on with a list of references. */
static enum line_ending pause_behind(redline_bytes text, uint32_t begin, uint32_t end)
{
	end = trim_end(text, begin, end);
	if (end > begin && text.ptr[end - 1] == ',')
		end--;
	char const last = end > begin ? text.ptr[end - 1] : '\0';
	return last == ')' || is_digit(last) ? LINE_AWAITS : LINE_PAUSES;
}

enum line_ending line_ending(redline_bytes text, uint32_t begin, uint32_t end)
{
	static const char *const links[] = {"and", "or", "plus", "nor", "but", "et", "ou", "y", "o",
	                                    NULL};
	redline_bytes word;
	unsigned size = 0;
	uint32_t cp = 0;
	end = trim_end(text, begin, end);
	while (end > begin && closes(cp = utf8_before(text, end, &size)))
		end -= size;
	if (end <= begin)
		return LINE_RUNS_ON;
	switch (cp) {
	case ':':
	case 0xFF1A:
		return LINE_INTRODUCES;
	case '.':
		return is_abbreviation(last_word(text, begin, end - 1)) ? LINE_AWAITS : LINE_ENDS;
	case ';':
	case '!':
	case '?':
	case 0x061B: /* Arabic semicolon and question mark */
	case 0x061F:
	case 0x3002: /* and those of full width */
	case 0xFF01:
	case 0xFF1B:
	case 0xFF1F:
		return LINE_ENDS;
	case ',':
		return pause_behind(text, begin, end);
	case 0x060C:
	case 0x2013:
	case 0x2014:
	case 0xFF0C:
		return LINE_PAUSES;
	default:
		word = last_word(text, begin, end);
		if (!one_of(word, links))
			return is_expectant(word) ? LINE_AWAITS : LINE_RUNS_ON;
		return pause_behind(text, begin, end - (uint32_t)word.len);
	}
}
