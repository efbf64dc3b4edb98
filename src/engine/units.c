/*
 * units.c -- the units of a draft.  See units.h.
 *
 * Finding them hashes every body once, as bytes; that is one quick pass over
 * the text.  Tokens are read only where the hashes leave a question.
 */
#include "engine/units.h"

#include <stdlib.h>
#include <xxhash.h>

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
static redline_range body_of(redline_bytes all, const redline_block *b, redline_range text)
{
	uint32_t begin = b->body.begin > b->label.end ? b->body.begin : b->label.end;
	if (begin < text.begin)
		begin = text.begin;
	if (begin > text.end)
		begin = text.end; /* a label alone */
	while (begin < text.end && is_space(all.ptr[begin]))
		begin++; /* a line that ends behind the label */
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
	*unit = (struct unit){.block = block, .text = text, .body = body_of(u->text, b, text),
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

bool units_find(struct units *u, const redline_draft *draft, const struct token_rules *rules)
{
	uint32_t const blocks = redline_draft_count(draft);
	*u = (struct units){.draft = draft, .blocks = redline_draft_blocks(draft),
	                    .text = redline_draft_text(draft), .rules = *rules};
	u->at = malloc((blocks ? blocks : 1) * sizeof *u->at);
	if (!u->at)
		return false;
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

/* ---- many at once ---- */

enum { SAMPLE = 1 << 17 }; /* bytes whose tokens tell how many the rest has */

void units_want(struct units *u, uint32_t index)
{
	u->at[index].wanted = true;
	u->wanted += range_len(u->at[index].text);
}

/*
 * Room for the tokens of so many bytes more, by what `read` bytes had and a little
 * beyond, so that they need not be moved again and again.
 */
static void make_room(struct units *u, uint64_t read, uint64_t bytes)
{
	struct tokens *t = &u->tokens;
	uint64_t const more = bytes * t->count / read;
	if (t->failed || more > UINT32_MAX / 2)
		return;
	if (!tokens_reserve(t, (uint32_t)(more + more / 32 + SAMPLE / 16)))
		t->failed = false; /* perhaps there is room for those we need */
}

void units_read_wanted(struct units *u)
{
	uint64_t read = 0;
	for (uint32_t i = 0; i < u->count; i++) {
		if (!u->at[i].wanted)
			continue;
		uint64_t const before = read;
		units_read(u, i);
		read += range_len(u->at[i].text);
		if (before < SAMPLE && read >= SAMPLE)
			make_room(u, read, u->wanted - read);
	}
}
