/*
 * Lexing: a sentence as a row of lexemes (lang/lang.h says of which
 * classes).  Quotations, numerals of places, bracketed asides and the names
 * of parties are told by hand; everything else by the language's table,
 * whose rows are looked up through PCRE2 (rows.h).
 */
#ifndef RL_ENGINE_LEX_H
#define RL_ENGINE_LEX_H

#include "rows.h"
#include "base/arena.h"
#include "lang/lang.h"
#include "listed.h"
#include "numeral.h"
#include "quote.h"

#include <redline/statement.h>

struct lexeme {
	enum lex_class cls;
	int32_t value;
	redline_range range;
	uint32_t row; /* of the table; NO_ROW: told by hand, or unknown */
};

static inline bool is_punct(const struct lexeme *x, uint32_t cp)
{
	return x->cls == LEX_PUNCT && x->value == (int32_t)cp;
}

static inline bool is_dash(const struct lexeme *x)
{
	return is_punct(x, '-') || is_punct(x, 0x2013) || is_punct(x, 0x2014);
}

/* "the" */
static inline bool is_article(const struct lexeme *x)
{
	return x->cls == LEX_FILLER && x->value == FILLER_ARTICLE;
}

/* Past the fillers that end right before lexeme `at` of a row. */
static inline uint32_t before_fillers(const struct lexeme *row, uint32_t at)
{
	while (at > 0 && row[at - 1].cls == LEX_FILLER)
		at--;
	return at;
}

/* Classes of lexemes: bit c is class c's. */
typedef uint64_t lex_classes;
_Static_assert(LEX_END < 64, "classes have a bit each");
#define LEX_BIT(cls) ((lex_classes)1 << (cls))

struct lexed {
	const struct lexeme *at; /* ends with a LEX_END */
	uint32_t count;          /* without it */
	const struct numeral *numerals;
	const redline_range *groups; /* inside the parentheses */

	/* What need not be looked for one by one: no class stands there that isn't among
	 * these, and no arrow, be it "->" or one sign, unless that is true. */
	lex_classes classes;
	bool arrows;
};

static inline bool lexed_may_have(const struct lexed *l, lex_classes any)
{
	return (l->classes & any) != 0;
}

/* "paragraph 5", "OP5": does a provision's number begin at this lexeme? */
static inline bool names_provision_at(const struct lexed *l, const struct lexeme *x)
{
	return (x->cls == LEX_UNIT && x[1].cls == LEX_NUMERAL) ||
	       (x->cls == LEX_NUMERAL && l->numerals[x->value].unit != REDLINE_DOCUMENT);
}

/* A language in compiled form; changed by use, save through lexer_twin. */
struct lexer;

/* NULL if memory is out. */
struct lexer *lexer_new(const struct lang *lang);
/*
 * One for another language, which borrows what is common to all languages from the
 * first; that must outlive it.  NULL if memory is out.
 */
struct lexer *lexer_beside(const struct lexer *first, const struct lang *lang);
/*
 * One for another text, or another thread: cheap, since it borrows what was
 * compiled from the first, which must outlive it.  NULL if memory is out.
 */
struct lexer *lexer_twin(const struct lexer *lexer);
void lexer_free(struct lexer *lexer);
const struct lang *lexer_lang(const struct lexer *lexer);

/* Lists of words that many sentences are searched for, made ready: the language's own, and
 * those of all languages. */
struct word_lists {
	struct listed_words retractions, against, proposals, supposing, plain, approvals;
	struct listed_words verdicts, numbering, gratitude, idle, choices, exempting;
	struct listed_words fates, fallbacks, references, unwanted;
	struct listed_words pointing_back, topic_leads, section_names, echoes, also, noes;
	struct listed_words relatives, closings, thanks, quoted_mail, text_nouns;
	struct listed_words mail_senders, mail_receivers, mail_keys;
	const char *nouns[LISTED_MAX + 1]; /* that texts are called by, of all languages */
};
const struct word_lists *lexer_lists(const struct lexer *lexer);

/*
 * Lexes one sentence.  Linear in it.  What comes out is the lexer's until the
 * next sentence, but for the numerals' parts, which are the arena's.  False if
 * memory is out.
 */
bool lex_sentence(struct lexer *lexer, struct arena *a, redline_bytes text,
                  redline_range sentence, const struct quotes *quotes, struct lexed *out);

/*
 * Lexes an aside of the sentence lexed last, which stays as it is.  Groups
 * of the aside are not told.  False if memory is out.
 */
bool lex_aside(struct lexer *lexer, struct arena *a, redline_bytes text, redline_range inside,
               const struct quotes *quotes, struct lexed *out);

/* As row_finder_gave_up, for all that was lexed. */
bool lexer_gave_up(struct lexer *lexer, uint32_t *at);

/*
 * The party that is named at text[at], its printed name; its length in bytes
 * in *len.  -1 if there is none.  Capitals count: "US" is a party, "us" not.
 */
int lex_party(const struct lexer *lexer, redline_bytes text, redline_range within, uint32_t *len);

#endif
