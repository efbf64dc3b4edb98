/*
 * Tokens: the words of a text as a reader of a redline sees them, each with a
 * 64-bit hash of its folded form.  White space is between tokens, never in
 * one (but in a date, and behind a hyphen at the end of a line).
 *
 * A token is
 *   - a word: letters, digits and marks of any script, with apostrophes and
 *     hyphens inside ("don't", "capacity-building"), also where a line ends behind
 *     the hyphen, unless "and" or the like goes on; full stops, slashes and
 *     other joints inside symbols, numbers and addresses ("A/79/214",
 *     "Rev.1", "1,000.5", "12:30", "2020-11-18"); sub-paragraphs that follow
 *     a number at once ("41(b)", "9(1)(ii)"); soft hyphens and other characters
 *     that can't be seen, where they are inside;
 *   - a date in words, with its white space ("18 November 2020", "November 18,
 *     2020", "18 de noviembre de 2020"), and "2020年11月18日";
 *   - one character of a script without spaces (Han, kana, Thai, ...) with
 *     its marks; katakana stay together;
 *   - a footnote reference ("[^3]");
 *   - a run of one punctuation character or symbol ("...", "**", "##"), with
 *     its marks; but brackets, quotation marks and "|" one by one; an emoji with
 *     all that is tied to it; a flag.
 * A combining mark is never apart from its base; one that has none is a token by
 * itself.  No token is longer than TOKEN_MAX bytes; a longer one is cut there.
 *
 * Tokens depend on nothing behind the range, nor before it, but for what
 * token_rules.quoted says.
 *
 * Folding: canonically equivalent words have the same hash (NFC); so have
 * words that differ in case only, if asked for; so have dates that differ in
 * their white space only.  Different tokens with the same hash are possible:
 * whoever needs certainty calls token_same.
 */
#ifndef RL_ENGINE_TOKEN_H
#define RL_ENGINE_TOKEN_H

#include "base/bytes.h"

#define TOKEN_MAX (1u << 20)

enum token_kind {
	TOKEN_WORD,
	TOKEN_NUMBER,      /* a word with a digit in it; a date */
	TOKEN_CHARACTER,   /* of a script without spaces */
	TOKEN_NOTE,        /* [^3] */
	TOKEN_PUNCTUATION, /* of characters, all that are no letter, digit or mark */
};

struct token {
	uint32_t begin;    /* byte, in the text */
	uint32_t length : 29;
	uint32_t kind : 3; /* enum token_kind */
};

/*
 * Hashes apart from ranges, so that diff_find can take them as they are.
 * Zeroed: empty.  Kept from call to call.
 */
struct tokens {
	struct token *at;
	uint64_t *hash;
	uint32_t count, cap;
	bool failed;       /* memory was out; remembered */
};

struct token_rules {
	bool fold_case;
	bool skip_punctuation; /* punctuation tokens are left out */
	bool characters;       /* every grapheme cluster is a token; one of more than 64
	                          bytes is cut there */
	bool quoted;           /* ">" at the start of a line, after blanks and others
	                          of its kind, is white space.  The range begins a
	                          line if a line end, or nothing, is before it */
	uint64_t hash_mask;    /* 0: whole hashes; else only these bits, for tests */
};

/*
 * Appends the tokens of text[range).  If memory is out, t->failed; what was there
 * stays, and perhaps some of the new ones.
 */
void tokens_add(struct tokens *t, redline_bytes text, redline_range range,
                const struct token_rules *rules);
/* Room for so many more; false, and t->failed, if memory is out. */
bool tokens_reserve(struct tokens *t, uint32_t more);

/* Takes all tokens out, and a failure; the memory is kept. */
void tokens_clear(struct tokens *t);
void tokens_release(struct tokens *t);

/*
 * Are two tokens the same, by their bytes or, if those differ, folded?  If memory is
 * out for that, false, and *failed becomes true.
 */
bool token_same(redline_bytes a_text, struct token a, redline_bytes b_text, struct token b,
                const struct token_rules *rules, bool *failed);

/* Would a reader count it: is it not punctuation? */
static inline bool token_counts(struct token t)
{
	return t.kind != TOKEN_PUNCTUATION;
}

#endif
