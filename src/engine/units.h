/*
 * Units: the blocks of a draft that a comparison pairs, each with a hash of its
 * words as they stand, and, once somebody asks for them, its tokens.
 *
 * A unit is a block that is not blank.  Its text goes from its first byte that
 * is no white space to its last; in front of its body stand the marks of its
 * kind ("## ", "- ") and its label, which are no part of what it says.
 */
#ifndef RL_ENGINE_UNITS_H
#define RL_ENGINE_UNITS_H

#include <redline/draft.h>

#include "engine/token.h"

/* Units of different classes are paired only if they say the very same. */
enum unit_class {
	UNIT_TEXT,     /* paragraphs, provisions, bullets */
	UNIT_HEADING,
	UNIT_NOTE,
	UNIT_ROW,
	UNIT_VERBATIM,
};

struct unit {
	uint32_t block;
	redline_range text; /* all of it, without white space around it */
	redline_range body; /* without marks and label; inside text */
	uint64_t exact;     /* hash of the body's bytes, or of the next unit's */
	uint64_t folded;    /* hash of its tokens; 0 until they are read */
	uint32_t tokens;    /* first one, in units.tokens */
	uint32_t prefix;    /* how many stand in front of the body */
	uint32_t count;     /* how many are the body's */
	uint8_t class;      /* enum unit_class */
	bool read;          /* the tokens are there */
	bool wanted;        /* units_read_wanted reads them */
	bool bare;          /* a label and no body */
};

struct units {
	const redline_draft *draft;
	const redline_block *blocks;
	redline_bytes text;
	struct unit *at;
	uint32_t count;
	struct tokens tokens;
	uint64_t wanted;          /* bytes of those wanted */
	struct token_rules rules; /* `quoted` is set for each unit by its block */
};

/* False if memory is out.  The draft is borrowed. */
bool units_find(struct units *u, const redline_draft *draft, const struct token_rules *rules);
void units_release(struct units *u);

/* Reads the tokens of a unit, unless that has been done; tokens.failed remembers. */
void units_read(struct units *u, uint32_t index);

/* Many of them, in room made for all at once: those wanted, each of them once. */
void units_want(struct units *u, uint32_t index);
void units_read_wanted(struct units *u);

static inline redline_bytes unit_body(const struct units *u, uint32_t index)
{
	return bytes_in(u->text, u->at[index].body);
}

/* The hashes of a unit's body; valid until more tokens are read. */
static inline const uint64_t *unit_hashes(const struct units *u, uint32_t index)
{
	const struct unit *it = &u->at[index];
	return u->tokens.hash + it->tokens + it->prefix;
}

static inline const struct token *unit_tokens(const struct units *u, uint32_t index)
{
	const struct unit *it = &u->at[index];
	return u->tokens.at + it->tokens + it->prefix;
}

#endif
