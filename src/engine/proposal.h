/*
 * What is said of a proposal, not of the draft: "Japan withdraws its proposal on
 * paragraph 59", "In the EU's proposal for paragraph 7, replace ...".
 *
 * The phrase that names the proposal is taken out of the sentence's lexemes, so
 * that the grammar reads the rest as it reads any sentence; whose proposal it is
 * stays behind here.
 */
#ifndef RL_ENGINE_PROPOSAL_H
#define RL_ENGINE_PROPOSAL_H

#include "lex.h"

struct proposal {
	bool found;
	bool withdraws;
	bool several;     /* "its proposals" */
	bool unsure;      /* not withdrawn here and now: "could withdraw" */
	bool talk;        /* not found, but what is said of a proposal is no mere talk */
	redline_bytes of; /* whose it is; empty: the speaker's own */
	redline_bytes by; /* who is named as withdrawing it; or empty */
};

/*
 * Looks for the phrase; if it is there, *lexed becomes a copy without it.  Linear
 * in the sentence.  False if memory is out.
 */
bool proposal_take(struct arena *a, redline_bytes text, const struct lexer *lexer,
                   struct lexed *lexed, struct proposal *out);

#endif
