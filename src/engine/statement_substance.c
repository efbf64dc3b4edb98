/*
 * statement_substance.c -- does a sentence behind an amendment speak of what is changed
 * (statement_run.h)?
 *
 * "In paragraph 6, delete “voluntary”.  Contributions are never voluntary." has one of the words
 * that go, so it is about the text; a verdict is about the proposal, and has words of its own.
 */
#include <unicase.h>
#include <unictype.h>

#include "listed.h"
#include "statement_run.h"

enum {
	STEM = 6,      /* letters that two forms of one word have in common, at least */
	WORDS_MAX = 64 /* of a sentence that are looked at */
};

/* The next word of the text from *at on; empty at its end. */
static redline_bytes next_word(redline_bytes text, size_t *at)
{
	unsigned size;
	while (*at < text.len && !uc_is_alpha(utf8_at(text, *at, &size)))
		*at += size;
	size_t const begin = *at;
	while (*at < text.len && uc_is_alpha(utf8_at(text, *at, &size)))
		*at += size;
	return (redline_bytes){text.ptr + begin, *at - begin};
}

/* Are they forms of one word: "voluntary", "voluntarily"?  Most of the longer one is the same. */
static bool are_akin(redline_bytes a, redline_bytes b)
{
	size_t i = 0, k = 0;
	unsigned letters = 0, size_a, size_b;
	for (; i < a.len && k < b.len; i += size_a, k += size_b, letters++)
		if (uc_tolower(utf8_at(a, i, &size_a)) != uc_tolower(utf8_at(b, k, &size_b)))
			break;
	return letters >= STEM && 2 * i > a.len && 2 * k > b.len;
}

/* Does the text begin with a word that verdicts have: "support", "rejected"? */
static bool is_of_verdicts(const struct lang *lang, redline_bytes text)
{
	return listed_start(lang_agreements, text) || listed_start(lang_refusals, text) ||
	       listed_start(lang_idle, text) || listed_start(lang->approvals, text) ||
	       listed_start(lang->retractions, text) || listed_start(lang->proposals, text);
}

/* Has the operand a word akin to one of these? */
static bool has_akin(const redline_operand *o, const redline_bytes *words, unsigned count)
{
	if (!o->present)
		return false;
	redline_bytes word;
	for (size_t at = 0; (word = next_word(o->words, &at)).len;)
		for (unsigned i = 0; i < count; i++)
			if (are_akin(word, words[i]))
				return true;
	return false;
}

bool speaks_of_substance(const struct reading_run *r, redline_range range)
{
	redline_bytes const text = bytes_in(r->s->text, range);
	redline_bytes words[WORDS_MAX], word;
	unsigned count = 0;
	for (size_t at = 0; count < WORDS_MAX && (word = next_word(text, &at)).len;) {
		redline_bytes const rest = {word.ptr, (size_t)(text.ptr + text.len - word.ptr)};
		if (word.len >= STEM && !is_of_verdicts(lexer_lang(r->lexer), rest))
			words[count++] = word;
	}
	for (uint32_t i = 0; i < r->last_count && count; i++) {
		const redline_amendment *m = &r->s->amendments.at[r->last_first + i];
		if (has_akin(&m->old_words, words, count) ||
		    has_akin(&m->new_words, words, count) || has_akin(&m->anchor, words, count))
			return true;
	}
	return false;
}
