/*
 * Somebody whom no table has, where a line says who speaks in it:
 *
 *     Wakanda: ...      OP4 – Wakanda: ...      Wakanda and Green Rivers, para 4: ...
 *
 * What follows is not that of whoever spoke before.
 */
#ifndef RL_ENGINE_STRANGER_H
#define RL_ENGINE_STRANGER_H

#include "lex.h"

enum stranger {
	STRANGER_NONE,
	STRANGER_NAMED,  /* "Wakanda:" */
	STRANGER_PLACED, /* with a place before or behind the name */
	STRANGER_ASIDE,  /* in parentheses behind a place: "OP4 (Wakanda):" */
};

/* Whom the lexemes before the one at `colon` name. */
enum stranger stranger_before(const struct lexer *lexer, redline_bytes text, const struct lexed *l,
                              uint32_t colon);

/* "Wakanda": nothing but such names, in a language whose names are told by their capitals. */
bool stranger_alone(const struct lexer *lexer, redline_bytes text, const struct lexed *l);

/* "(Wakanda)": does the aside have nothing but one name in it, which is no party's? */
bool stranger_inside(const struct lexer *lexer, redline_bytes text, redline_range inside);

/* The lexeme behind "OP4 –", "Para 4,"; 0 if the lexemes begin otherwise. */
uint32_t behind_placed(const struct lexed *l);

/* "New Kenya:", "Bank of Kenya:": do the lexemes name somebody of whom a known party is but the
 * end, and a colon behind it? */
bool stranger_by_party(const struct lexer *lexer, redline_bytes text, const struct lexed *l);

#endif
