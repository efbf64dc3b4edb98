/*
 * How a line of a statement begins that says who speaks in it, where that is more than names
 * and a colon:
 *
 *     Japan, para 4: ...     Mr. Tanaka (Japan): ...     Statement by Japan
 *
 * A name that no table has, or one with more said of it than is understood, speaks as well,
 * and what follows is not that of whoever spoke before.
 */
#ifndef RL_ENGINE_SPEAKER_LEAD_H
#define RL_ENGINE_SPEAKER_LEAD_H

#include "stranger.h"

#define SPEAKERS_LED 8u
#define PERSON_WORDS 8u /* "H.E. Ms. Amina Odhiambo (Kenya):" */

struct speaker_lead {
	redline_bytes parties[SPEAKERS_LED];
	unsigned count;
	bool unclear;   /* somebody speaks, and it is not clear who */
	enum stranger stranger; /* likewise, if this is a name at all */
	bool placed;    /* a place stands before the names: "OP4 – Japan:" */
	bool at_place;  /* before or behind them */
	uint32_t after; /* where the words begin */
};

/* "H.E. Ms. Amina Odhiambo": what may stand in a person's name, with titles before it? */
static inline bool is_of_person(const struct lexeme *x)
{
	return x->cls == LEX_WORD || x->cls == LEX_FILLER || x->cls == LEX_NUMERAL ||
	       is_punct(x, '.');
}

/* What parts the parties of any list? */
static inline bool joins_parties(const struct lexeme *x)
{
	return x->cls == LEX_AND || is_punct(x, ',') || is_punct(x, '/') || is_punct(x, '+') ||
	       is_punct(x, '&');
}

/* What may stand among the names of who speaks. */
static inline bool speaker_joint(const struct lexeme *x)
{
	return joins_parties(x) || is_punct(x, '*') || is_article(x);
}

/* The name at a lexeme speaks, too. */
void speaker_add(struct speaker_lead *out, const struct lexeme *x);

/* Reads the line as far as it leads up to its first colon.  False if memory is out. */
bool speaker_lead_read(struct speaker_lead *out, struct lexer *lexer, struct arena *a,
                       redline_bytes text, redline_range body, const struct quotes *quotes);

/* Does the line have a word of titles: "statement", "submitted by"? */
bool speaker_heads(const struct lang *lang, redline_bytes line);

/* Does a line say who speaks that has these words before its colon: "proposer"? */
bool speaker_key(const struct lang *lang, redline_bytes words);

/* Likewise a title: "Statement by Japan". */
bool speaker_title_read(struct speaker_lead *out, struct lexer *lexer, struct arena *a,
                        redline_bytes text, redline_range body, const struct quotes *quotes);

#endif
