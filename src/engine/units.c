/*
 * units.c -- the units of a draft.  See units.h.
 *
 * Finding them hashes every body once, as bytes; that is one quick pass over
 * the text.  Tokens are read only where the hashes leave a question.
 */
#include "engine/units.h"

#include <stdlib.h>
#include <xxhash.h>

#include "base/pages.h"

static enum unit_class class_of(const redline_block *b)
{
	switch (b->kind) {
	case REDLINE_HEADING:
		return UNIT_HEADING;
	case REDLINE_FOOTNOTE:
		return UNIT_NOTE;
	case REDLINE_TABLE_ROW:
		return UNIT_ROW;
	case REDLINE_VERBATIM:
		return UNIT_VERBATIM;
	default:
		return UNIT_TEXT;
	}
}

/* A body reaches to the end of the text: a heading's closing marks count. */
static redline_range body_of(const redline_block *b, redline_range text)
{
	uint32_t begin = b->body.begin > b->label.end ? b->body.begin : b->label.end;
	if (begin < text.begin)
		begin = text.begin;
	if (begin > text.end)
		begin = text.end; /* a label alone */
	return (redline_range){begin, text.end};
}

static uint64_t masked(uint64_t hash, const struct token_rules *rules)
{
	return rules->hash_mask ? hash & rules->hash_mask : hash;
}

static void add_unit(struct units *u, uint32_t block)
{
	const redline_block *b = &u->blocks[block];
	redline_range text = range_trim(u->text, b->bytes);
	if (b->kind == REDLINE_BLANK)
		return;
	if (text.begin == text.end)
		text = b->bytes; /* a form feed alone */
	struct unit *unit = &u->at[u->count++];
	*unit = (struct unit){.block = block, .text = text, .body = body_of(b, text),
	                      .class = (uint8_t)class_of(b)};
	redline_bytes const body = bytes_in(u->text, unit->body);
	unit->exact = masked(XXH3_64bits(body.ptr, body.len), &u->rules);
}

/* "Article 2" alone on its line is the heading of what follows, and known by that. */
static void name_bare_units(struct units *u)
{
	for (uint32_t i = u->count; i-- > 0;) {
		struct unit *it = &u->at[i];
		it->bare = it->body.begin == it->body.end;
		uint64_t const next = i + 1 < u->count ? u->at[i + 1].exact : 0;
		if (it->bare)
			it->exact = masked(XXH3_64bits(&next, sizeof next), &u->rules);
	}
}

enum { BYTES_A_TOKEN = 5, LARGE_TEXT = 1 << 20 };

/*
 * Room for the tokens of a whole large text, so that they need not be moved again
 * and again.  What is not used of it costs nothing.
 */
static void make_room(struct units *u)
{
	if (u->text.len < LARGE_TEXT)
		return;
	if (tokens_reserve(&u->tokens, (uint32_t)(u->text.len / BYTES_A_TOKEN))) {
		pages_prefer_large(u->tokens.at, u->tokens.cap * sizeof *u->tokens.at);
		pages_prefer_large(u->tokens.hash, u->tokens.cap * sizeof *u->tokens.hash);
	} else {
		u->tokens.failed = false; /* perhaps there is room for those we need */
	}
}

bool units_find(struct units *u, const redline_draft *draft, const struct token_rules *rules)
{
	uint32_t const blocks = redline_draft_count(draft);
	*u = (struct units){.draft = draft, .blocks = redline_draft_blocks(draft),
	                    .text = redline_draft_text(draft), .rules = *rules};
	u->at = malloc((blocks ? blocks : 1) * sizeof *u->at);
	if (!u->at)
		return false;
	make_room(u);
	for (uint32_t i = 0; i < blocks; i++)
		add_unit(u, i);
	name_bare_units(u);
	return true;
}

void units_release(struct units *u)
{
	tokens_release(&u->tokens);
	free(u->at);
	u->at = NULL;
}

void units_read(struct units *u, uint32_t index)
{
	struct unit *it = &u->at[index];
	if (it->read || u->tokens.failed)
		return;
	struct token_rules rules = u->rules;
	rules.quoted = u->blocks[it->block].quoted > 0;
	it->tokens = u->tokens.count;
	tokens_add(&u->tokens, u->text, (redline_range){it->text.begin, it->body.begin}, &rules);
	it->prefix = u->tokens.count - it->tokens;
	tokens_add(&u->tokens, u->text, it->body, &rules);
	it->count = u->tokens.count - it->tokens - it->prefix;
	it->read = !u->tokens.failed;
	if (it->read)
		it->folded = masked(XXH3_64bits(unit_hashes(u, index),
		                                it->count * sizeof(uint64_t)), &rules);
}
