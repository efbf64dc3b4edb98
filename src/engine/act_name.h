/*
 * Acts by their names and years: "section 5 of the Water (Fees) Act 1990".
 *
 * To the grammar such words are unknown, and an order behind unknown words is not obeyed, nor is a
 * place that is followed by any.  So the name becomes one lexeme, which the place before it takes
 * as the act that it is in (noun_aside.c).
 */
#ifndef RL_ENGINE_ACT_NAME_H
#define RL_ENGINE_ACT_NAME_H

#include "lex.h"

/* If the sentence has such names right behind places, *lexed becomes a copy in which each is one
 * LEX_FILLER of value FILLER_NAME, with the "of the" before it.  Linear in the sentence.  False if
 * memory is out. */
bool act_names_take(struct arena *a, redline_bytes text, struct lexed *lexed);

/* The name in that lexeme's range: "Water (Fees) Act 1990". */
redline_range act_name_of(redline_bytes text, redline_range lexeme);

#endif
