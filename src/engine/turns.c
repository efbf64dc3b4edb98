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

#include "base/bytes.h"
#include "speaker_lead.h"
#include "turn_stamp.h"

#define LEAD_BYTES  240u /* of a line, in which it is told who speaks */
#define NAME_BYTES  48u  /* in which a party is named, if at all */
#define PLACE_BYTES 64u  /* of a line that is but a place */
#define TAIL_BYTES  60u  /* of a line, by which it is told whether it goes on */
#define WRAP_LEAST  50u  /* columns; nobody wraps prose at less */
#define TITLE_WORDS 6u   /* "Mr. Tanaka (Japan):" */

enum opening_kind {
	OPENS_NOTHING,
	OPENS_BY_COLON, /* "Japan: ..." */
	OPENS_BY_NAME,  /* "Japan" and no more */
	OPENS_BY_VERB,  /* "Japan proposes ..." */
	OPENS_PLACE,    /* "OP4" and no more */
	OPENS_HEAD,     /* "OP4:" */
};

struct search {
	redline_bytes text;
	struct arena *arena;
	struct speech *speech;
	const struct quotes *quotes;
	const redline_block *block;
	struct lexer *lexer; /* the block's; NULL until it is known */
	bool failed;
	bool placed;       /* a line before this one was but a place */
	bool list_follows; /* right behind the block */
};

/* A line of the block at hand, from behind its marks of quotation and its blanks. */
struct turn_line {
	uint32_t begin; /* of the whole line */
	redline_range words;
};

/* ---- words ---- */

static struct lexer *block_lexer(struct search *s)
{
	if (!s->lexer) {
		unsigned const tongue = speech_guess(s->speech, s->text, s->block->body,
		                                     s->quotes, s->speech->main);
		s->lexer = speech_lexer(s->speech, tongue);
		s->failed |= !s->lexer;
	}
	return s->lexer;
}

static bool lex_words(struct search *s, redline_range words, struct lexed *out)
{
	struct lexer *lexer = block_lexer(s);
	if (!lexer)
		return false;
	bool const ok = lex_sentence(lexer, s->arena, s->text, words, s->quotes, out);
	s->failed |= !ok;
	return ok && out->count;
}

/* The line that begins at `begin`; one block's ends with it. */
static struct turn_line read_line(const struct search *s, uint32_t begin)
{
	uint32_t const limit = s->block->body.end;
	const char *stop = memchr(s->text.ptr + begin, '\n', limit - begin);
	uint32_t at = begin;
	uint32_t const end = stop ? (uint32_t)(stop - s->text.ptr) : limit;
	while (at < end && (is_space(s->text.ptr[at]) || (s->block->quoted && s->text.ptr[at] == '>')))
		at++;
	return (struct turn_line){begin, range_trim(s->text, (redline_range){at, end})};
}

static uint32_t whole_characters(redline_bytes text, uint32_t at, uint32_t least)
{
	while (at > least && ((unsigned char)text.ptr[at] & 0xC0) == 0x80)
		at--;
	return at;
}

/* Up to where a quotation begins in it, and no more than tells who speaks. */
static redline_range lead_of(const struct search *s, redline_range words)
{
	uint32_t const q = quotes_from(s->quotes, words.begin);
	if (range_len(words) > LEAD_BYTES)
		words.end = whole_characters(s->text, words.begin + LEAD_BYTES, words.begin);
	if (q < s->quotes->count && s->quotes->at[q].outer.begin < words.end)
		words.end = s->quotes->at[q].outer.begin;
	return words;
}

/* Is this byte inside a quotation? */
static bool is_quoted(const struct search *s, uint32_t at)
{
	uint32_t const q = quotes_from(s->quotes, at);
	return q < s->quotes->count && s->quotes->at[q].outer.begin < at;
}

/* ---- how a line begins ---- */

/* Where no party is named early, hardly anybody begins to speak. */
static bool names_early(struct search *s, redline_range words)
{
	uint32_t const end = range_len(words) < NAME_BYTES ? words.end : words.begin + NAME_BYTES;
	bool starts = true;
	for (uint32_t at = words.begin; at < end;) {
		unsigned size;
		uint32_t len;
		uint32_t const cp = utf8_at(s->text, at, &size);
		redline_range const rest = {at, words.end};
		if ((starts || cp >= 0x600) &&
		    lex_party(speech_lexer(s->speech, s->speech->main), s->text, rest, &len) >= 0)
			return true;
		starts = !is_word_char(cp);
		at += size;
	}
	return false;
}

static bool is_dash_mark(const struct lexeme *x)
{
	return x->cls == LEX_PUNCT &&
	       (x->value == '-' || x->value == 0x2013 || x->value == 0x2014);
}

static bool is_place_word(const struct lexeme *x)
{
	return x->cls == LEX_UNIT || x->cls == LEX_NUMERAL || x->cls == LEX_ORDINAL;
}

/* Between parties of a list. */
static bool joins(const struct lexeme *x)
{
	return x->cls == LEX_AND || is_dash_mark(x) || is_punct(x, ',') || is_punct(x, '/') ||
	       is_punct(x, '+') || is_punct(x, '&') || is_punct(x, ';') || x->cls == LEX_GROUP ||
	       x->cls == LEX_SPEAKER || x->cls == LEX_FILLER || x->cls == LEX_OF ||
	       (x->cls == LEX_LINK && x->value == LINK_WITH);
}

/* "Japan, para 4:", "Japan (4) on OP3:" */
static bool may_stand_before_colon(const struct lexeme *x)
{
	return is_place_word(x) || joins(x) || x->cls == LEX_IN || x->cls == LEX_NAME ||
	       x->cls == LEX_THROUGH || x->cls == LEX_TO || x->cls == LEX_FOR;
}

static bool tells(const struct lexeme *x)
{
	return x->cls == LEX_PROPOSE || x->cls == LEX_STANCE || x->cls == LEX_HISTORY ||
	       x->cls == LEX_HEDGE || x->cls == LEX_NEGATION || x->cls == LEX_ACTION;
}

/* What comes at lexeme i, behind the parties. */
static enum opening_kind behind_names(const struct lexed *l, uint32_t i, bool whole)
{
	if (i == l->count)
		return whole ? OPENS_BY_NAME : OPENS_NOTHING;
	if (is_punct(&l->at[i], ':'))
		return OPENS_BY_COLON;
	if (tells(&l->at[i]))
		return OPENS_BY_VERB;
	while (i < l->count && may_stand_before_colon(&l->at[i]))
		i++;
	return i < l->count && is_punct(&l->at[i], ':') ? OPENS_BY_COLON : OPENS_NOTHING;
}

/* "Mr. Tanaka (Japan):": the party stands in an aside, and a colon behind it. */
static bool is_titled(struct search *s, const struct lexed *l)
{
	uint32_t i = 0, len;
	while (i < l->count && i < TITLE_WORDS &&
	       (l->at[i].cls == LEX_WORD || l->at[i].cls == LEX_FILLER || is_punct(&l->at[i], '.') ||
	        l->at[i].cls == LEX_NUMERAL))
		i++;
	return i > 0 && i + 1 < l->count && l->at[i].cls == LEX_GROUP && is_punct(&l->at[i + 1], ':') &&
	       lex_party(s->lexer, s->text, l->groups[l->at[i].value], &len) >= 0;
}

/* "Proposer: Japan and Kenya" */
static bool is_field(struct search *s, const struct lexed *l)
{
	uint32_t colon = 0;
	while (colon < l->count && l->at[colon].cls != LEX_NAME && !is_punct(&l->at[colon], ':'))
		colon++;
	if (!colon || colon + 1 >= l->count || !is_punct(&l->at[colon], ':'))
		return false;
	for (uint32_t i = colon + 1; i < l->count; i++)
		if (l->at[i].cls != LEX_NAME && !joins(&l->at[i]))
			return false;
	redline_range const key = {l->at[0].range.begin, l->at[colon].range.begin};
	return speaker_key(lexer_lang(s->lexer), bytes_in(s->text, key));
}

static enum opening_kind opens_by_party(struct search *s, redline_range words)
{
	struct lexed l;
	redline_range const lead = lead_of(s, words);
	if (!lex_words(s, lead, &l))
		return OPENS_NOTHING;
	if (is_titled(s, &l))
		return OPENS_BY_COLON;
	if (is_field(s, &l) && lead.end == words.end)
		return OPENS_BY_NAME;
	uint32_t i = 0;
	while (i < l.count && is_place_word(&l.at[i]))
		i++; /* "OP4 – Japan:" */
	if (i && i < l.count && (is_dash_mark(&l.at[i]) || is_punct(&l.at[i], ',') || is_punct(&l.at[i], ':')))
		i++;
	else if (i)
		return OPENS_NOTHING;
	bool const verb_first = i < l.count && l.at[i].cls == LEX_PROPOSE && lexer_lang(s->lexer)->subject_behind;
	i += verb_first;
	while (i < l.count && (l.at[i].cls == LEX_FILLER || l.at[i].cls == LEX_OF ||
	                       (l.at[i].cls == LEX_WORD && l.at[i].value == WORD_SPEAKER)))
		i++; /* "the delegation of" */
	if (i == l.count || l.at[i].cls != LEX_NAME)
		return OPENS_NOTHING;
	if (verb_first)
		return OPENS_BY_VERB;
	uint32_t end = i;
	for (; i < l.count && (l.at[i].cls == LEX_NAME || joins(&l.at[i])); i++)
		end = l.at[i].cls == LEX_NAME || l.at[i].cls == LEX_GROUP ? i + 1 : end;
	return behind_names(&l, end, lead.end == words.end);
}

/* "OP4", "Paragraph 4 (b):": a place, and nothing else in the line. */
static enum opening_kind opens_place(struct search *s, redline_range words)
{
	struct lexed l;
	bool digits = false, unit = false;
	if (range_len(words) > PLACE_BYTES)
		return OPENS_NOTHING;
	for (uint32_t i = words.begin; i < words.end; i++)
		digits |= is_digit(s->text.ptr[i]) || ((unsigned char)s->text.ptr[i] >= 0x80);
	if (!digits || !lex_words(s, words, &l))
		return OPENS_NOTHING;
	uint32_t i = 0;
	for (; i < l.count; i++) {
		const struct lexeme *x = &l.at[i];
		unit |= x->cls == LEX_UNIT || (x->cls == LEX_NUMERAL &&
		                               l.numerals[x->value].unit != REDLINE_DOCUMENT);
		if (!is_place_word(x) && x->cls != LEX_AND && x->cls != LEX_THROUGH && x->cls != LEX_GROUP)
			break;
	}
	if (!unit)
		return OPENS_NOTHING;
	if (i == l.count)
		return OPENS_PLACE;
	return i + 1 == l.count && (is_punct(&l.at[i], ':') || is_dash_mark(&l.at[i])) ? OPENS_HEAD
	                                                                              : OPENS_NOTHING;
}

static bool is_emphasis(char c)
{
	return c == '*' || c == '_';
}

static enum opening_kind opening_of(struct search *s, redline_range words)
{
	unsigned size;
	if (!range_len(words) || is_quoted(s, words.begin))
		return OPENS_NOTHING;
	words.begin = turn_stamp_end(s->text, words);
	while (words.begin < words.end && is_emphasis(s->text.ptr[words.begin]))
		words.begin++;
	if (!range_len(words) || uc_is_lower(utf8_at(s->text, words.begin, &size)))
		return OPENS_NOTHING;
	if (names_early(s, words)) {
		enum opening_kind const by = opens_by_party(s, words);
		if (by != OPENS_NOTHING)
			return by;
	}
	return opens_place(s, words);
}

/* ---- how the line before it ends ---- */

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

enum line_end {
	END_WAITS,  /* for another word: "of", "and", a comma */
	END_ANY,    /* with some word */
	END_FITS,   /* as an amendment may: with a number, a unit, "throughout" */
	END_CLOSES, /* with a quotation or a mark that ends something */
	END_STOPS,  /* with a full stop */
};

static enum line_end end_by_lexeme(const struct lexeme *x)
{
	switch (x->cls) {
	case LEX_OF:
	case LEX_IN:
	case LEX_AND:
	case LEX_OR:
	case LEX_TO:
	case LEX_THROUGH:
	case LEX_FROM:
	case LEX_FOR:
	case LEX_LINK:
	case LEX_POSITION:
	case LEX_SPEAKER:
	case LEX_EXCEPT:
	case LEX_REASON:
	case LEX_DOUBT:
		return END_WAITS;
	case LEX_FILLER:
		return x->value == FILLER_ARTICLE || x->value == FILLER_THAT ? END_WAITS : END_ANY;
	case LEX_WORD:
		return x->value == WORD_SPEAKER ? END_WAITS : END_ANY;
	case LEX_QUOTE:
	case LEX_GROUP:
		return END_CLOSES;
	case LEX_NUMERAL:
	case LEX_UNIT:
	case LEX_QUANTIFIER:
	case LEX_ACTION: /* where it stands behind what it is done to */
		return END_FITS;
	default:
		return END_ANY;
	}
}

/* Marks that may stand at a line's end. */
static enum line_end end_by_mark(uint32_t cp)
{
	switch (cp) {
	case '.':
	case '!':
	case '?':
	case 0x3002:
	case 0xFF01:
	case 0xFF1F:
	case 0x061F:
		return END_STOPS;
	case ';':
	case ']':
	case ')':
	case '|':
	case 0xFF1B:
	case 0x061B:
	case 0xFF09:
		return END_CLOSES;
	case ',':
	case '-':
	case '(':
	case '/':
	case 0x2013:
	case 0x2014:
	case 0xFF0C:
	case 0x060C:
	case 0x3001:
		return END_WAITS;
	default:
		return END_ANY;
	}
}

static enum line_end end_of_line(struct search *s, redline_range words)
{
	unsigned size;
	struct lexed l;
	if (!range_len(words))
		return END_CLOSES;
	uint32_t const q = quotes_from(s->quotes, words.end - 1);
	if (q < s->quotes->count && s->quotes->at[q].outer.begin < words.end)
		return s->quotes->at[q].outer.end == words.end ? END_CLOSES : END_WAITS;
	enum line_end const mark = end_by_mark(utf8_before(s->text, words.end, &size));
	if (mark != END_ANY)
		return mark;
	redline_range tail = words;
	if (range_len(tail) > TAIL_BYTES) {
		tail.begin = tail.end - TAIL_BYTES;
		while (tail.begin < tail.end && !is_space(s->text.ptr[tail.begin]))
			tail.begin++;
		if (tail.begin == tail.end) /* Chinese */
			tail.begin = whole_characters(s->text, tail.end - TAIL_BYTES, words.begin);
	}
	return lex_words(s, tail, &l) ? end_by_lexeme(&l.at[l.count - 1]) : END_ANY;
}

/* "OP4:", "Comments on OP4:", and not "insert the following text:", behind which some comes. */
static bool leads_to_turns(struct search *s, redline_range words)
{
	struct lexed l;
	if (!lex_words(s, lead_of(s, words), &l))
		return false;
	for (uint32_t i = 0; i < l.count; i++)
		if (l.at[i].cls == LEX_ACTION || l.at[i].cls == LEX_TEXT || l.at[i].cls == LEX_NEW ||
		    l.at[i].cls == LEX_LINK || l.at[i].cls == LEX_SHORT)
			return false;
	return true;
}

/* ---- a block ---- */

/* Could the line be broken for want of room?  `most`: columns of the widest one. */
static bool may_be_wrapped(const struct search *s, redline_range before, redline_range words, uint32_t most)
{
	uint32_t const wide = columns(s->text, before);
	return wide >= WRAP_LEAST && wide + 1 + first_word_columns(s->text, words) > most;
}

/* What is known of a line and the one before it. */
struct seam {
	enum opening_kind before, here; /* how they begin */
	enum line_end end;              /* how the one before ends */
	bool wrapped;                   /* it may be broken for want of room */
	bool further;                   /* something comes behind this one */
};

/* Does a turn begin with the line? */
static bool is_turn(const struct search *s, const struct seam *m)
{
	bool const alike = m->before == m->here; /* two proposals, one under the other */
	switch (m->here) {
	case OPENS_BY_COLON:
	case OPENS_HEAD:
		return m->end > END_ANY || (m->end == END_ANY && !m->wrapped);
	case OPENS_BY_VERB:
		return m->end == END_CLOSES || (m->end == END_FITS && (alike || !m->wrapped));
	case OPENS_BY_NAME:
		return m->further && m->end > END_ANY && !m->wrapped;
	case OPENS_PLACE:
		if (m->before == OPENS_BY_NAME)
			return true;
		return m->further && s->placed && m->end > END_ANY && !m->wrapped;
	default:
		return false;
	}
}

static uint32_t widest_line(const struct search *s)
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

static bool has_colon_end(redline_bytes text, redline_range words)
{
	unsigned size;
	uint32_t const last = range_len(words) ? utf8_before(text, words.end, &size) : 0;
	return last == ':' || last == 0xFF1A;
}

static bool is_place_line(enum opening_kind kind)
{
	return kind == OPENS_PLACE || kind == OPENS_HEAD;
}

static enum line_end end_before(struct search *s, enum opening_kind kind, redline_range words)
{
	if (is_place_line(kind) || kind == OPENS_BY_NAME)
		return END_CLOSES;
	enum line_end const end = end_of_line(s, words);
	return end == END_ANY && has_colon_end(s->text, words) && leads_to_turns(s, words)
	               ? END_CLOSES
	               : end;
}

/* "Japan" alone, and below it what is asked for: not "Japan / proposes". */
static bool is_asked_below_name(struct search *s, redline_range words)
{
	struct lexed l;
	redline_range const lead = lead_of(s, words);
	if (!range_len(lead)) /* a quotation */
		return true;
	return lex_words(s, lead, &l) && (is_place_word(&l.at[0]) || l.at[0].cls == LEX_IN ||
	       (l.at[0].cls == LEX_ACTION && IS_ACTIVE(l.at[0].value)));
}

/* "... delete “large” (Kenya)": said of one amendment, behind which the next one begins. */
static bool ends_with_party(struct search *s, redline_range words)
{
	uint32_t len;
	while (range_len(words) && (s->text.ptr[words.end - 1] == '.' || s->text.ptr[words.end - 1] == ';'))
		words.end--;
	if (!range_len(words) || s->text.ptr[words.end - 1] != ')')
		return false;
	uint32_t const most = range_len(words) > TAIL_BYTES ? words.end - TAIL_BYTES : words.begin;
	uint32_t open = words.end;
	while (open > most && s->text.ptr[open - 1] != '(')
		open--;
	if (open == most || lex_party(block_lexer(s), s->text, (redline_range){open, words.end - 1}, &len) < 0)
		return false;
	redline_range const before = range_trim(s->text, (redline_range){words.begin, open - 1});
	enum line_end const end = end_of_line(s, before);
	return end == END_CLOSES || end == END_FITS;
}

static bool begins_large(const struct search *s, redline_range words)
{
	unsigned size;
	return range_len(words) && !is_quoted(s, words.begin) &&
	       !uc_is_lower(utf8_at(s->text, words.begin, &size));
}

static void add_turn(struct search *s, struct turns *out, uint32_t line)
{
	uint32_t *slot = VEC_PUSH(&out->lines);
	s->failed |= !slot;
	if (slot)
		*slot = line;
}

/* A line of the block, and the one before it, which begins so; returns how this one does. */
static enum opening_kind search_line(struct search *s, struct turns *out, struct turn_line before,
                                     enum opening_kind kind, struct turn_line line, uint32_t *widest)
{
	struct seam m = {.before = kind, .here = opening_of(s, line.words)};
	if (m.here == OPENS_NOTHING) {
		if ((kind == OPENS_BY_NAME && is_asked_below_name(s, line.words)) ||
		    (ends_with_party(s, before.words) && begins_large(s, line.words)))
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

static void search_block(struct search *s, struct turns *out)
{
	const redline_block *b = s->block;
	bool const labelled = range_len(b->label) && b->label.begin < b->body.begin;
	uint32_t widest = 0;
	s->lexer = NULL;
	struct turn_line before = read_line(s, labelled ? b->label.begin : b->body.begin);
	enum opening_kind kind = opening_of(s, before.words);
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
	struct search s = {.text = text, .arena = a, .speech = speech, .quotes = quotes};
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
