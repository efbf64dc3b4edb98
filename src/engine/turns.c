/*
 * turns.c -- see turns.h.
 *
 * A line that begins with a party, and a colon or a verb behind it, begins a turn only where
 * the line before it doesn't go on: prose that is wrapped may begin any line with a name, "as
 * was proposed by / Japan and Kenya".  So the end of that line is lexed, too: it goes on if it
 * ends with a word that needs another one, or if it is about as wide as the paragraph is and
 * nothing ends there.
 */
#include "turns.h"

#include <unictype.h>

#include "fold.h"
#include "turning.h"

#define WRAP_LEAST 50u /* columns; nobody wraps prose at less */

/* A line of the block at hand, from behind its marks of quotation and its blanks. */
struct turn_line {
	uint32_t begin; /* of the whole line */
	redline_range words;
};

/* The line that begins at `begin`; one block's ends with it. */
static struct turn_line read_line(const struct turn_search *s, uint32_t begin)
{
	uint32_t const limit = s->block->body.end;
	const char *stop = memchr(s->text.ptr + begin, '\n', limit - begin);
	uint32_t at = begin;
	uint32_t const end = stop ? (uint32_t)(stop - s->text.ptr) : limit;
	while (at < end &&
	       (is_space(s->text.ptr[at]) || (s->block->quoted && s->text.ptr[at] == '>')))
		at++;
	return (struct turn_line){begin, range_trim(s->text, (redline_range){at, end})};
}

/* Chinese characters are two wide. */
static uint32_t columns(redline_bytes text, redline_range r)
{
	uint32_t n = 0;
	for (uint32_t at = r.begin; at < r.end;) {
		unsigned size;
		uint32_t const cp = utf8_at(text, at, &size);
		n += cp >= 0x2E80 && cp < 0xFFE0 ? 2 : 1;
		at += size;
	}
	return n;
}

static uint32_t first_word_columns(redline_bytes text, redline_range words)
{
	uint32_t at = words.begin;
	while (at < words.end && !is_space(text.ptr[at]))
		at++;
	return columns(text, (redline_range){words.begin, at});
}

/* Could the line be broken for want of room?  `most`: columns of the widest one. */
static bool may_be_wrapped(const struct turn_search *s, redline_range before, redline_range words,
                           uint32_t most)
{
	uint32_t const wide = columns(s->text, before);
	return wide >= WRAP_LEAST && wide + 1 + first_word_columns(s->text, words) > most;
}

/* What is known of a line and the one before it. */
struct seam {
	enum turn_opening before, here; /* how they begin */
	enum turn_end end;              /* how the one before ends */
	bool wrapped;                   /* it may be broken for want of room */
	bool further;                   /* something comes behind this one */
};

static bool is_name_line(enum turn_opening kind)
{
	return kind == OPENS_BY_NAME || kind == OPENS_TITLE;
}

/* Does a turn begin with the line? */
static bool is_turn(const struct turn_search *s, const struct seam *m)
{
	bool const alike = m->before == m->here; /* two proposals, one under the other */
	switch (m->here) {
	case OPENS_BY_COLON:
	case OPENS_HEAD:
		return m->end > END_ANY || (m->end == END_ANY && !m->wrapped);
	case OPENS_BY_VERB:
		if (m->before == OPENS_TITLE)
			return false; /* "Statement by Kenya / Japan proposes": whose is it? */
		return m->end == END_CLOSES || (m->end == END_FITS && (alike || !m->wrapped));
	case OPENS_BY_NAME:
	case OPENS_TITLE:
		return m->further && m->end > END_ANY && !m->wrapped;
	case OPENS_PLACE:
		if (is_name_line(m->before))
			return true;
		return m->further && s->placed && m->end > END_ANY && !m->wrapped;
	default:
		return false;
	}
}

static uint32_t widest_line(const struct turn_search *s)
{
	uint32_t most = 0;
	for (uint32_t at = s->block->body.begin; at < s->block->body.end;) {
		struct turn_line const line = read_line(s, at);
		uint32_t const wide = columns(s->text, line.words);
		most = wide > most ? wide : most;
		at = line.words.end;
		while (at < s->block->body.end && s->text.ptr[at] != '\n')
			at++;
		at++;
	}
	return most;
}

static bool is_place_line(enum turn_opening kind)
{
	return kind == OPENS_PLACE || kind == OPENS_HEAD;
}

static enum turn_end end_before(struct turn_search *s, enum turn_opening kind, redline_range words)
{
	if (is_place_line(kind) || is_name_line(kind))
		return END_CLOSES;
	enum turn_end const end = turn_end(s, words);
	return end == END_ANY && turn_ends_with_colon(s->text, words) && turn_leads(s, words) ? END_CLOSES
	                                                                               : end;
}

/* "Japan" alone, and below it what is asked for: not "Japan / proposes". */
static bool is_asked_below_name(struct turn_search *s, redline_range words)
{
	struct lexed l;
	redline_range const lead = turn_lead(s, words);
	if (!range_len(lead)) /* a quotation */
		return true;
	return turn_lex(s, lead, &l) && (turn_place_word(&l.at[0]) || l.at[0].cls == LEX_IN ||
	                                 (l.at[0].cls == LEX_ACTION && IS_ACTIVE(l.at[0].value)));
}

static bool begins_large(const struct turn_search *s, redline_range words)
{
	unsigned size;
	return range_len(words) && !turn_quoted(s, words.begin) &&
	       !uc_is_lower(utf8_at(s->text, words.begin, &size));
}

static void add_turn(struct turn_search *s, struct turns *out, uint32_t line)
{
	uint32_t *slot = VEC_PUSH(&out->lines);
	s->failed |= !slot;
	if (slot)
		*slot = line;
}

/* A line of the block, and the one before it, which begins so; returns how this one does. */
static enum turn_opening search_line(struct turn_search *s, struct turns *out,
                                     struct turn_line before, enum turn_opening kind,
                                     struct turn_line line, uint32_t *widest)
{
	struct seam m = {.before = kind, .here = turn_opening(s, line.words)};
	if (m.here == OPENS_NOTHING) {
		if ((is_name_line(kind) && is_asked_below_name(s, line.words)) ||
		    (turn_ends_with_party(s, before.words) && begins_large(s, line.words)))
			add_turn(s, out, line.begin);
		return OPENS_NOTHING;
	}
	if (!*widest)
		*widest = widest_line(s);
	m.further = line.words.end < s->block->body.end || s->list_follows;
	m.end = end_before(s, kind, before.words);
	m.wrapped = may_be_wrapped(s, before.words, line.words, *widest);
	if (!is_turn(s, &m))
		return OPENS_NOTHING;
	add_turn(s, out, line.begin);
	s->placed |= is_place_line(m.here);
	return m.here;
}

static void search_block(struct turn_search *s, struct turns *out)
{
	const redline_block *b = s->block;
	/* "OP4. Japan: ..."; "1. Japan" only counts the speakers */
	bool const labelled = range_len(b->label) && b->label.begin < b->body.begin &&
	                      b->unit != REDLINE_LABEL_PLAIN;
	uint32_t widest = 0;
	s->lexer = NULL;
	s->spoken = SPOKEN_NOT;
	struct turn_line before = read_line(s, labelled ? b->label.begin : b->body.begin);
	enum turn_opening kind = turn_opening(s, before.words);
	s->placed |= is_place_line(kind);
	for (uint32_t at = before.words.end; !s->failed && at < b->body.end;) {
		const char *stop = memchr(s->text.ptr + at, '\n', b->body.end - at);
		if (!stop)
			return;
		struct turn_line const line = read_line(s, (uint32_t)(stop - s->text.ptr) + 1);
		kind = search_line(s, out, before, kind, line, &widest);
		at = line.words.end;
		before = line;
	}
}

/* "OP3", "Paragraph 4" */
static bool is_label_alone(const redline_block *b)
{
	return range_len(b->label) && b->lines == 1 && !range_len(b->body) &&
	       b->unit != REDLINE_LABEL_PLAIN;
}

bool turns_find(struct turns *out, struct arena *a, struct speech *speech, redline_bytes text,
                const struct quotes *quotes, const redline_draft *layout)
{
	struct turn_search s = {.text = text, .arena = a, .speech = speech, .quotes = quotes};
	const redline_block *blocks = redline_draft_blocks(layout);
	uint32_t const count = redline_draft_count(layout);
	*out = (struct turns){.lines = {0}};
	for (uint32_t i = 0; i < count && !s.failed; i++) {
		redline_block_kind const kind = (redline_block_kind)blocks[i].kind;
		s.placed |= is_label_alone(&blocks[i]);
		if (blocks[i].lines < 2 || (kind != REDLINE_PARAGRAPH && kind != REDLINE_BULLET &&
		                            kind != REDLINE_PROVISION))
			continue;
		s.block = &blocks[i];
		s.list_follows = i + 1 < count && blocks[i + 1].kind == REDLINE_BULLET;
		search_block(&s, out);
	}
	return !s.failed;
}

void turns_release(struct turns *turns)
{
	VEC_RELEASE(&turns->lines);
}
