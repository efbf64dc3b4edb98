/*
 * land_blank.c -- new words that only hold a place for some (landing.h): "____", "[  ]", "xxx",
 * "TBC", "[to be completed]".
 *
 * Where nothing else is given they are none, and it is refused.  As a part of more they come in
 * as they stand, with a warning; so do words that may as well be meant ("to be determined").
 */
#include "landing.h"
#include "listed.h"

enum { BLANK = 2, WORDS_MAX = 5 };

/* Without the number of a provision before it, "6.", and the stop behind it. */
static redline_bytes bare(redline_bytes text)
{
	text = landing_trimmed(text);
	size_t at = 0;
	while (at < text.len && is_digit(text.ptr[at]))
		at++;
	if (at && at < text.len && text.ptr[at] == '.')
		text = landing_trimmed((redline_bytes){text.ptr + at + 1, text.len - at - 1});
	while (text.len && strchr(";.,", text.ptr[text.len - 1]))
		text.len--;
	return text;
}

/* Without one pair of brackets around all of it, and blanks. */
static redline_bytes unwrap(redline_bytes text, bool *brackets)
{
	static const char opening[] = "[(<{", closing[] = "])>}";
	text = bare(text);
	const char *open = text.len > 1 ? strchr(opening, text.ptr[0]) : NULL;
	*brackets = open && *open && text.ptr[text.len - 1] == closing[open - opening];
	return *brackets ? landing_trimmed((redline_bytes){text.ptr + 1, text.len - 2}) : text;
}

/* Of nothing but these, and as many as a blank has? */
static bool is_row_of(redline_bytes text, const char *signs)
{
	size_t i = 0;
	while (i < text.len && strchr(signs, text.ptr[i]) && text.ptr[i])
		i++;
	return i == text.len && i >= BLANK;
}

static bool is_blank_form(redline_bytes text)
{
	bool brackets;
	redline_bytes const inside = unwrap(text, &brackets);
	return (brackets && (!inside.len || is_row_of(inside, "_ -"))) || is_row_of(inside, "_ ") ||
	       is_row_of(inside, "?") || (is_row_of(inside, "x") && inside.len > BLANK) ||
	       listed(lang_blanks, inside) ||
	       (brackets && bytes_words(inside) <= WORDS_MAX &&
	        listed_start(lang_placeholders, inside));
}

/* "____ metres", "[  ] metres", "to be determined" */
static bool may_be_blank(redline_bytes text)
{
	bool brackets;
	redline_bytes const inside = unwrap(text, &brackets);
	bool gap = false;
	for (size_t i = 0; i + 1 < text.len; i++) {
		char const next = text.ptr[i + 1];
		gap |= (text.ptr[i] == '[' && (next == ']' || next == ' ')) ||
		       (text.ptr[i] == '_' && next == '_' && (i == 0 || text.ptr[i - 1] == ' '));
	}
	return gap || (bytes_words(inside) <= WORDS_MAX && listed_start(lang_placeholders, inside)) ||
	       (is_row_of(inside, "X") && brackets);
}

bool landing_has_words(struct landing *n)
{
	const redline_operand *now = &n->m->new_words;
	if (!now->present || !now->words.len)
		return true;
	if (is_blank_form(now->words))
		return landing_refuse(n, "new-words-missing", landing_at_words(n, now),
		                      "this only holds a place for new words; give the words");
	if (may_be_blank(now->words))
		report_add(n->l->report, REDLINE_WARNING, "blank-kept", landing_at_words(n, now),
		           "a blank comes into the text as it stands here; if words are to stand "
		           "there, give them");
	return true;
}
