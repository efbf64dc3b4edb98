/*
 * What the search for turns (turns.h) is made of: how a line begins (turn_opening.c), and how
 * the one before it ends (turn_end.c).
 */
#ifndef RL_ENGINE_TURNING_H
#define RL_ENGINE_TURNING_H

#include "base/bytes.h"
#include "tongue.h"

#define TURN_LEAD 240u /* bytes of a line, in which it is told who speaks */
#define TURN_TAIL 60u  /* likewise, by which it is told whether it goes on */

enum turn_opening {
	OPENS_NOTHING,
	OPENS_BY_COLON, /* "Japan: ..." */
	OPENS_BY_NAME,  /* "Japan" and no more */
	OPENS_TITLE,    /* "Proposal by Japan" and no more */
	OPENS_BY_VERB,  /* "Japan proposes ..." */
	OPENS_PLACE,    /* "OP4" and no more */
	OPENS_HEAD,     /* "OP4:" */
};

enum turn_end {
	END_WAITS,  /* for another word: "of", "and", a comma */
	END_ANY,    /* with some word */
	END_FITS,   /* as an amendment may: with a number, a unit, "throughout" */
	END_CLOSES, /* with a quotation or a mark that ends something */
	END_STOPS,  /* with a full stop */
};

/* How the last line of the block that is a party's by its colon has what is said. */
enum turn_spoken { SPOKEN_NOT, SPOKEN_BEHIND, SPOKEN_BELOW };

struct turn_search {
	redline_bytes text;
	struct arena *arena;
	struct speech *speech;
	const struct quotes *quotes;
	const redline_block *block;
	struct lexer *lexer; /* the block's; NULL until it is known */
	bool failed;
	enum turn_spoken spoken;
	bool placed;       /* a line before this one was but a place */
	bool list_follows; /* right behind the block */
};

/* ---- turn_opening.c ---- */

/* How the line with these words begins. */
enum turn_opening turn_opening(struct turn_search *s, redline_range words);

/* A unit of a text, or its number. */
bool turn_place_word(const struct lexeme *x);

/* Is this byte inside a quotation? */
bool turn_quoted(const struct turn_search *s, uint32_t at);

/* The words up to where a quotation begins in them, and no more than tells who speaks. */
redline_range turn_lead(const struct turn_search *s, redline_range words);

/* In the block's language.  False if nothing is there, or memory is out, as s->failed says. */
bool turn_lex(struct turn_search *s, redline_range words, struct lexed *out);

/* The block's; NULL if memory is out. */
struct lexer *turn_lexer(struct turn_search *s);

/* `at`, or where the character begins that it is in. */
uint32_t turn_character(redline_bytes text, uint32_t at, uint32_t least);

/* ---- turn_end.c ---- */

enum turn_end turn_end(struct turn_search *s, redline_range words);

/* "OP4:", "Comments on OP4:", and not "insert the following text:", behind which some comes. */
bool turn_leads(struct turn_search *s, redline_range words);

bool turn_ends_with_colon(redline_bytes text, redline_range words);

/* "... delete “large” (Kenya)": said of one amendment, behind which the next one begins. */
bool turn_ends_with_party(struct turn_search *s, redline_range words);

#endif
