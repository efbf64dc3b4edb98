/*
 * Numbered prose of any length, and texts derived from it, for timing and for
 * rounds of negotiation.  Same seed, same bytes, on every machine.
 *
 * Words follow Zipf's law with s = 1.05: some 110 words of English and of UN
 * documents, then 40,000 made of syllables, short ones first.  A paragraph is
 * one line of 16 to 210 of them in sentences, with commas, and has a number;
 * a heading stands before every 40th.
 *
 *     struct prose_source s;
 *     struct prose base = {0}, now = {0};
 *     prose_begin(&s, seed);
 *     prose_make(&base, &s, 200000);
 *     prose_derive(&now, &base, PROSE_BURSTS, &s);
 *     ... prose_print(&text, &now, &s, prose_layout(PROSE_BURSTS, true)) ...
 *     prose_release(&now), prose_release(&base);
 *     prose_end(&s);
 */
#ifndef RL_SUPPORT_PROSE_H
#define RL_SUPPORT_PROSE_H

#include <stdint.h>

#include "text.h"

/* A word, and the sign after it: 0, ',', '.', ':'. */
struct prose_word {
	uint32_t word;
	char after;
};

/* Words on the heap; a zeroed one is empty. */
struct prose_words {
	struct prose_word *at;
	size_t len, cap;
};

/* What words come from: a vocabulary and a state of chance. */
struct prose_source {
	struct prose_vocabulary *vocabulary;
	uint64_t state;
};

/* Paragraphs and headings, each a piece of the words; a zeroed one is empty. */
struct prose {
	struct prose_words words;
	struct prose_block {
		uint32_t first, count; /* a heading has no words, but its number */
		uint32_t heading;      /* 0: a paragraph */
	} *blocks;
	size_t count, room;
};

/* What becomes of a text. */
enum prose_kind {
	PROSE_SUBSTITUTED, /* one word in a hundred is another one */
	PROSE_BURSTS,      /* one in five: runs of 1 to 5 come, go, or are replaced */
	PROSE_MOVED,       /* 5 % of the paragraphs move, 5 % come, 5 % go */
	PROSE_WRAPPED,     /* the same text, wrapped at 72 columns and then at 80 */
	PROSE_INSERTED,    /* one paragraph near the top, so all later numbers rise */
	PROSE_UNRELATED,   /* another text of as many words */
	PROSE_RENUMBERED,  /* nothing but the numbers, which all rise by one */
	PROSE_KINDS,
};

void prose_begin(struct prose_source *s, uint64_t seed);
void prose_end(struct prose_source *s);

/* Evenly from 0 to below - 1. */
uint32_t prose_chance(struct prose_source *s, uint32_t below);
/* True so many times in a thousand. */
bool prose_happens(struct prose_source *s, uint32_t in_a_thousand);
/* A word by Zipf's law, without a sign. */
uint32_t prose_pick(struct prose_source *s);
/* Adds a paragraph's words: sentences, the last one closed. */
void prose_add_sentences(struct prose_words *out, struct prose_source *s, uint32_t count);
void prose_add_word(struct prose_words *out, struct prose_word word);

/* Adds the words of a phrase, which must be known ones; a sign may stand after each. */
void prose_add_phrase(struct prose_words *out, const struct prose_source *s, const char *phrase);

/* Adds what prose_derive of these kinds makes of one paragraph, never nothing.  Bursts
   say how many words they left. */
void prose_add_substituted(struct prose_words *out, const struct prose_word *words,
                           uint32_t count, uint32_t in_a_thousand, struct prose_source *s);
uint32_t prose_add_bursts(struct prose_words *out, const struct prose_word *words,
                          uint32_t count, uint32_t in_a_thousand, struct prose_source *s);

/* Prints words with blanks between them, sentences with a capital. */
void prose_print_words(struct text *out, const struct prose_word *words, uint32_t count,
                       const struct prose_source *s);

/* Paragraphs of so many bytes in all, a little more. */
void prose_make(struct prose *out, struct prose_source *s, size_t bytes);
void prose_derive(struct prose *out, const struct prose *from, enum prose_kind kind,
                  struct prose_source *s);

struct prose_layout {
	unsigned first;  /* the first paragraph's number */
	unsigned width;  /* columns to wrap at; 0: a paragraph is one line */
};

/* How the old text of a pair is printed, or the new one. */
struct prose_layout prose_layout(enum prose_kind kind, bool now);
void prose_print(struct text *out, const struct prose *p, const struct prose_source *s,
                 struct prose_layout layout);

/* Wraps out[from, end) at so many columns, between words. */
void prose_wrap(struct text *out, size_t from, unsigned width);

void prose_release(struct prose *p);
void prose_words_release(struct prose_words *words);

#endif
