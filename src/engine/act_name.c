/* act_name.c -- see act_name.h. */
#include "act_name.h"

#include <string.h>

#include "base/bytes.h"

#define NAME_LEXEMES 16u /* of a name, with its year */
#define YEAR_BYTES   4u

static bool is_year(redline_bytes text, const struct lexeme *x)
{
	redline_bytes const digits = bytes_in(text, x->range);
	for (size_t i = 0; i < digits.len; i++)
		if (!is_digit(digits.ptr[i]))
			return false;
	return x->cls == LEX_NUMERAL && digits.len == YEAR_BYTES;
}

/* A word with a capital, whatever else it may mean: "Climate", "Change", "Act". */
static bool is_large_word(redline_bytes text, const struct lexeme *x)
{
	return x->cls != LEX_NUMERAL && x->cls != LEX_QUOTE && x->cls != LEX_PUNCT &&
	       x->cls != LEX_END && utf8_large_at(text, x->range.begin);
}

/* "of the" within a name, or "(Fees)". */
static bool joins_words(redline_bytes text, const struct lexeme *x)
{
	if (x->cls == LEX_GROUP)
		return utf8_large_at(text, x->range.begin + 1);
	return x->cls == LEX_OF || x->cls == LEX_AND || x->cls == LEX_FOR || x->cls == LEX_IN ||
	       x->cls == LEX_TO || is_article(x);
}

/* Behind the year of a name that begins at lexeme x; NULL if none does. */
static const struct lexeme *name_end(redline_bytes text, const struct lexeme *x)
{
	const struct lexeme *const first = x;
	if (!is_large_word(text, x))
		return NULL;
	while (x - first < NAME_LEXEMES && (is_large_word(text, x) || joins_words(text, x)))
		x++;
	/* "Water Act of 1990" */
	const struct lexeme *noun = x[-1].cls == LEX_OF ? x - 2 : x - 1;
	bool const named = noun > first && noun->cls == LEX_WORD && noun->value == WORD_UNKNOWN &&
	                   is_large_word(text, noun);
	return named && is_year(text, x) ? x + 1 : NULL;
}

/* The first lexeme behind "of the" and a name, where one begins at x; else x. */
static const struct lexeme *pass_name(redline_bytes text, const struct lexeme *x)
{
	const struct lexeme *name = x;
	if (x->cls != LEX_OF && x->cls != LEX_TO)
		return x;
	for (name++; is_article(name); name++)
		;
	const struct lexeme *end = name_end(text, name);
	return end ? end : x;
}

/* Is it the number of a provision, or its last part in parentheses? */
static bool is_number(const struct lexeme *x)
{
	return x->cls == LEX_NUMERAL || x->cls == LEX_GROUP;
}

bool act_names_take(struct arena *a, redline_bytes text, struct lexed *lexed)
{
	struct lexeme *copy = NULL;
	uint32_t kept = 0;
	if (!lexed_may_have(lexed, LEX_BIT(LEX_NUMERAL)) ||
	    !lexed_may_have(lexed, LEX_BIT(LEX_OF) | LEX_BIT(LEX_TO)))
		return true;
	for (uint32_t i = 0; i <= lexed->count; i++) {
		const struct lexeme *x = &lexed->at[i];
		const struct lexeme *end = i > 0 && is_number(x - 1) ? pass_name(text, x) : x;
		if (end != x && !copy) {
			copy = arena_array(a, (size_t)lexed->count + 1, sizeof *copy);
			if (!copy)
				return false;
			memcpy(copy, lexed->at, i * sizeof *copy);
		}
		if (copy)
			copy[kept] = end == x ? *x
			                      : (struct lexeme){LEX_FILLER,
			                                        FILLER_NAME,
			                                        {x->range.begin, end[-1].range.end},
			                                        NO_ROW};
		kept++;
		i += end == x ? 0 : (uint32_t)(end - x) - 1;
	}
	if (copy) {
		lexed->at = copy;
		lexed->count = kept - 1; /* without the LEX_END */
		lexed->classes |= LEX_BIT(LEX_FILLER);
	}
	return true;
}

redline_range act_name_of(redline_bytes text, redline_range lexeme)
{
	while (lexeme.begin < lexeme.end && !utf8_large_at(text, lexeme.begin))
		lexeme.begin++;
	return lexeme;
}
