/*
 * What the reading of a letter (letter.h) is made of: a line that names who writes
 * (letter_signers.c), the head (letter_head.c) and the signature (letter_signature.c).
 */
#ifndef RL_ENGINE_LETTERING_H
#define RL_ENGINE_LETTERING_H

#include <string.h>

#include "base/bytes.h"
#include "letter.h"
#include "listed.h"

#define LETTER_LINE 160u /* bytes of a line that says who writes */

struct letter_search {
	struct arena *arena;
	struct speech *speech;
	redline_bytes text;
	const struct quotes *quotes;
	const struct word_lists *lists;
	bool failed;
};

/* Parties that a line names as who writes. */
struct signers {
	redline_bytes party[LETTER_PARTIES];
	unsigned count;
};

static inline redline_range letter_line(redline_bytes text, uint32_t at)
{
	const char *stop = memchr(text.ptr + at, '\n', text.len - at);
	return (redline_range){at, stop ? (uint32_t)(stop - text.ptr) : (uint32_t)text.len};
}

/* ---- letter_signers.c ---- */

/* Nobody, unless the line says no more than who it is: "Georgia Smith" is no country. */
struct signers letter_signers(struct letter_search *s, redline_range line);

/* ---- letter_head.c ---- */

/* A line of a head; sure: no pair of old and new words, "From: ..." and "To: ...", has it. */
struct head_line {
	bool is, sender, sure;
	struct signers named;
};

struct head_line letter_head_line(struct letter_search *s, redline_range line);

/* The lines at the top with such keys; *from is who is named as the sender. */
redline_range letter_head(struct letter_search *s, struct signers *from, unsigned *senders);

/* Does the line begin as one that says who sends a mail? */
bool letter_is_sent(const struct letter_search *s, redline_range line);

/* ---- letter_signature.c ---- */

/* "Best regards,": what is left of the line behind it; empty if nothing, the whole line if it
 * begins otherwise.  "Thank you, Kenya." is said to Kenya. */
redline_range letter_behind_closing(const struct letter_search *s, redline_range line, bool *closes);

/* Who signs, at the end of the text. */
struct signers letter_signature(struct letter_search *s, redline_range head);

#endif
