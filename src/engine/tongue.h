/*
 * Languages of a statement: which one a sentence is in, and its lexer.
 *
 * A statement may be in several, and each sentence is read in one.  What a
 * text is written in is guessed from its letters and commonest words (the
 * text at large first, then each block, then the sentence), and the guess
 * stands if the language's table knows enough of the sentence's words; else
 * the language that knows most of them is taken.
 */
#ifndef RL_ENGINE_TONGUE_H
#define RL_ENGINE_TONGUE_H

#include "lex.h"

#define TONGUES_MAX 8

/* The languages that statements may be in.  May be used by several threads. */
struct tongues;

/* Every language that has a table, or the one of that code; NULL if memory is
 * out, or (*known is false) there is none. */
struct tongues *tongues_new(const char *code, bool *known);
void tongues_free(struct tongues *t);

/* Those languages while one statement is read. */
struct speech {
	const struct tongues *tongues;
	struct lexer *lexers[TONGUES_MAX]; /* made when first wanted */
	unsigned main;                     /* of the statement at large */
	bool sure;                         /* which its words say plainly */
};

/* quotes: what is quoted may be in any language, and tells nothing. */
void speech_begin(struct speech *s, const struct tongues *t, redline_bytes text,
                  const struct quotes *quotes);
void speech_end(struct speech *s);

/* What a part of the text seems to be in; `prior` if nothing tells. */
unsigned speech_guess(const struct speech *s, redline_bytes text, redline_range range,
                      const struct quotes *quotes, unsigned prior);

const struct lang *speech_lang(const struct speech *s, unsigned tongue);

/* NULL if memory is out. */
struct lexer *speech_lexer(struct speech *s, unsigned tongue);

/*
 * Lexes a sentence in the language it is in; *tongue is the guess for what is
 * around it, and becomes that language.  *rival is another language that fits just as
 * well and in which something is asked for, too; else *tongue.
 * False if memory is out.
 */
bool speech_lex(struct speech *s, struct arena *a, redline_bytes text, redline_range sentence,
                const struct quotes *quotes, unsigned *tongue, unsigned *rival,
                struct lexed *out);

/* As row_finder_gave_up, in whichever language a sentence was tried. */
bool speech_gave_up(struct speech *s, uint32_t *at);

/*
 * What the text of a draft is written in, as far as ends of sentences and
 * units go: a draft has no reader.
 */
const struct lang *tongue_of_draft(redline_bytes text, redline_range range);

#endif
