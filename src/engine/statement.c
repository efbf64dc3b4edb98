/*
 * statement.c -- from a statement's bytes to its amendments.
 *
 * A statement has the layout of a draft (headings, lists, paragraphs), so it
 * is read as one: blocks first, then the quotation marks over all of it, then
 * the sentences of each block, each lexed and read by the grammar.  What a
 * sentence leaves open, the surroundings fill in: the place from the item it
 * is listed under or the sentence before, the proposer from the line, the
 * heading or the title.
 *
 * Linear: every byte is lexed once, except wording that stands in a block of
 * its own, which is looked at twice.
 */
#include <stdlib.h>

#include <unictype.h>

#include <redline/statement.h>

#include "base/bytes.h"
#include "base/vec.h"
#include "attributed.h"
#include "envelope.h"
#include "grammar.h"
#include "listed.h"
#include "marked.h"
#include "proposal.h"
#include "report.h"
#include "restated.h"
#include "sentence.h"
#include "tongue.h"

#define SPEAKERS_MAX 8

struct redline_reader {
	struct tongues *tongues;
};

struct redline_statement {
	struct arena arena;
	redline_draft *layout;
	redline_bytes text;
	uint32_t number;
	redline_bytes speaker, date;
	const char *language;
	VEC(redline_sentence) sentences;
	VEC(redline_amendment) amendments;
	VEC(redline_position_taken) positions;
	VEC(struct restated_text) restated;
	struct report report;
};

/* ---- readers ---- */

redline_status redline_reader_new(redline_reader **out, const char *language)
{
	*out = NULL;
	redline_reader *reader = calloc(1, sizeof *reader);
	if (!reader)
		return REDLINE_NO_MEMORY;
	bool known;
	reader->tongues = tongues_new(language, &known);
	if (reader->tongues) {
		*out = reader;
		return REDLINE_OK;
	}
	free(reader);
	return known ? REDLINE_NO_MEMORY : REDLINE_OK;
}

const char *const *redline_languages(void)
{
	return lang_codes;
}

const char *redline_language_name(const char *code)
{
	for (unsigned i = 0; lang_all[i]; i++)
		if (strcmp(lang_all[i]->code, code) == 0)
			return lang_all[i]->name;
	return code;
}

void redline_reader_free(redline_reader *reader)
{
	if (!reader)
		return;
	tongues_free(reader->tongues);
	free(reader);
}

/* ---- reading ---- */

/* The places that a block's sentences named, for what is listed under it. */
struct scope {
	const redline_place *places;
	uint32_t count;
};

struct speakers {
	redline_bytes party[SPEAKERS_MAX];
	unsigned count;
};

struct reading_run {
	redline_statement *s;
	struct speech *speech;
	unsigned sentence_tongue;  /* the sentence read last */
	unsigned tongue;           /* that the block at hand seems to be in */
	const struct lexer *lexer; /* its own */
	struct grammar *grammar;
	struct reading *reading; /* of the sentence at hand */
	struct reading *peeked;  /* of a sentence looked at ahead */
	struct proposal proposal; /* that the sentence at hand is about */
	struct quotes quotes;
	const redline_block *blocks;
	uint32_t block_count;
	struct scope *scopes;    /* one a block */
	struct scope current;    /* named last, in the order of the text */
	struct scope lead;       /* named by the last block that was no list item */
	struct scope base;       /* of the block at hand */
	bool nested;             /* base comes from the block it is listed under */
	struct speakers title;   /* of the whole statement */
	struct speakers heading; /* of the section: "## Japan" */
	struct speakers line;    /* of the paragraphs since "Japan:" */
	struct speakers block;   /* named in a sentence of this block */
	uint32_t last_first;     /* amendments of the last instruction */
	uint32_t last_count;
	bool block_named;  /* the block at hand named a place */
	bool is_act;              /* some sentence has the form of an amending act */
	bool denied_part;         /* a heading takes back what stands under it */
	bool denied_list;         /* a lead-in does what is listed under it */
	bool named_singly; /* proposers stand behind their amendments */
	uint32_t skip_to;  /* blocks before it are done (wording, joined) */
};

static bool is_list_item(const redline_block *b)
{
	return b->kind == REDLINE_BULLET ||
	       (b->kind == REDLINE_PROVISION && b->unit == REDLINE_LABEL_PLAIN);
}

/* ---- who ---- */

static void set_speakers(struct speakers *to, const redline_bytes *party, unsigned count)
{
	to->count = count < SPEAKERS_MAX ? count : SPEAKERS_MAX;
	for (unsigned i = 0; i < to->count; i++)
		to->party[i] = party[i];
}

static const struct speakers *speakers_now(const struct reading_run *r)
{
	if (r->block.count)
		return &r->block;
	if (r->line.count)
		return &r->line;
	return r->heading.count ? &r->heading : &r->title;
}

static void attribute(struct reading_run *r, redline_amendment *m, const struct reading *reading)
{
	const redline_bytes *from = reading->proposers;
	unsigned count = reading->proposer_count;
	if (m->proposer_count) { /* its own */
		from = m->proposers;
		count = m->proposer_count;
	} else if (!count) {
		from = speakers_now(r)->party;
		count = speakers_now(r)->count;
	}
	redline_bytes *list = arena_array(&r->s->arena, count ? count : 1, sizeof *list);
	if (!list)
		return;
	for (unsigned i = 0; i < count; i++)
		list[i] = from[i];
	m->proposers = list;
	m->proposer_count = count;
	m->date = r->s->date;
}

/* ---- reasons ---- */

/* White space folded, without the full stop and comma at its ends. */
static redline_bytes tidy_reason(struct reading_run *r, redline_range range)
{
	redline_bytes const text = r->s->text;
	range = range_trim(text, range);
	while (range.begin < range.end &&
	       (text.ptr[range.begin] == ',' || text.ptr[range.begin] == ':' ||
	        is_space(text.ptr[range.begin])))
		range.begin++;
	while (range.begin < range.end &&
	       (text.ptr[range.end - 1] == '.' || text.ptr[range.end - 1] == ';' ||
	        is_space(text.ptr[range.end - 1])))
		range.end--;
	char *out = arena_alloc(&r->s->arena, range_len(range));
	if (!out)
		return (redline_bytes){0};
	size_t len = 0;
	for (uint32_t i = range.begin; i < range.end; i++) {
		bool const space = is_space(text.ptr[i]);
		if (space && (len == 0 || out[len - 1] == ' '))
			continue;
		out[len++] = space ? ' ' : text.ptr[i];
	}
	return (redline_bytes){out, len};
}

/* ---- scope ---- */

static struct scope keep_places(struct reading_run *r, const struct place_set *set)
{
	redline_place *copy = arena_array(&r->s->arena, set->count ? set->count : 1, sizeof *copy);
	if (!copy)
		return (struct scope){0};
	memcpy(copy, set->at, set->count * sizeof *copy);
	return (struct scope){copy, set->count};
}

/* The place that a label itself names: "OP3 bis: ...", "Article 5". */
static bool label_place(const redline_block *b, redline_unit *unit)
{
	switch (b->unit) {
	case REDLINE_LABEL_PP:
		*unit = REDLINE_PREAMBULAR;
		return true;
	case REDLINE_LABEL_OP:
		*unit = REDLINE_OPERATIVE;
		return true;
	case REDLINE_LABEL_ARTICLE:
		*unit = REDLINE_ARTICLE;
		return true;
	case REDLINE_LABEL_SECTION:
		*unit = REDLINE_SECTION;
		return true;
	case REDLINE_LABEL_CHAPTER:
		*unit = REDLINE_CHAPTER;
		return true;
	case REDLINE_LABEL_ANNEX:
		*unit = REDLINE_ANNEX;
		return true;
	case REDLINE_LABEL_PARAGRAPH:
		*unit = REDLINE_PARAGRAPH_UNIT;
		return true;
	default:
		return false;
	}
}

/* What the block at hand stands under. */
static void find_base(struct reading_run *r, uint32_t i)
{
	r->nested = false;
	/* text at the margin between two items is listed under neither */
	const redline_block *b = &r->blocks[i];
	bool const listed = is_list_item(b) ||
	                    (b->parent != REDLINE_NONE && b->indent > r->blocks[b->parent].indent);
	for (uint32_t p = listed ? b->parent : REDLINE_NONE; p != REDLINE_NONE;
	     p = r->blocks[p].parent)
		if (r->scopes[p].count) {
			r->base = r->scopes[p];
			r->nested = true;
			return;
		}
	if (is_list_item(&r->blocks[i]) && r->lead.count) {
		r->base = r->lead;
		r->nested = true;
		return;
	}
	r->base = r->current;
}

/* ---- findings ---- */

static redline_spot spot_at(const struct reading_run *r, redline_range range)
{
	return (redline_spot){REDLINE_IN_STATEMENT(r->s->number), range};
}

static void report_puzzle(struct reading_run *r, const struct puzzle *p, redline_range sentence)
{
	redline_level const level = p->warning ? REDLINE_WARNING : REDLINE_ERROR;
	redline_range const where = range_len(p->range) ? p->range : sentence;
	if (p->quote_words) {
		redline_bytes const words = bytes_in(r->s->text, where);
		report_add(&r->s->report, level, p->code, spot_at(r, where), "%s\"%.*s\"",
		           p->message, SHOWN(words));
	} else {
		report_add(&r->s->report, level, p->code, spot_at(r, where), "%s", p->message);
	}
}

/* ---- one sentence ---- */

static void add_sentence(struct reading_run *r, redline_range range, redline_class kind,
                         uint32_t first, uint32_t count)
{
	redline_sentence *slot = VEC_PUSH(&r->s->sentences);
	if (!slot)
		return;
	*slot = (redline_sentence){range, kind, first, count,
	                           redline_draft_line(r->s->layout, range.begin),
	                           speech_lang(r->speech, r->sentence_tongue)->code};
}

static void take_amendments(struct reading_run *r, const struct reading *reading,
                            redline_range range)
{
	uint32_t const first = (uint32_t)r->s->amendments.len;
	redline_bytes const reason = tidy_reason(r, reading->reason);
	for (unsigned i = 0; i < reading->count; i++) {
		redline_amendment *m = VEC_PUSH(&r->s->amendments);
		if (!m)
			return;
		*m = reading->amendments[i];
		m->sentence = (uint32_t)r->s->sentences.len;
		m->reason = reason;
		m->of_proposal = r->proposal.found;
		m->of_several = r->proposal.several;
		m->of = r->proposal.of;
		if (!range_len(m->source) || m->source.begin < range.begin)
			m->source = range;
		attribute(r, m, reading);
	}
	r->last_first = first;
	r->last_count = reading->count;
}

/* "The same holds for paragraphs 7 and 13": the amendments before, there. */
static void repeat_amendments(struct reading_run *r, const struct reading *reading,
                              redline_range range)
{
	if (!r->last_count || !reading->has_places) {
		struct puzzle const p = {"not-understood",
		                         "it is not clear what is to be repeated, or where", false,
		                         false, range};
		report_puzzle(r, &p, range);
		return;
	}
	struct scope const places = keep_places(r, &reading->places);
	for (uint32_t i = 0; i < r->last_count; i++) {
		redline_amendment const model = r->s->amendments.at[r->last_first + i];
		redline_amendment *m = VEC_PUSH(&r->s->amendments);
		if (!m)
			return;
		*m = model;
		m->places = places.places;
		m->place_count = places.count;
		m->source = range;
		m->sentence = (uint32_t)r->s->sentences.len;
	}
}

static void take_positions(struct reading_run *r, const struct reading *reading)
{
	for (unsigned i = 0; i < reading->position_count; i++) {
		redline_position_taken *p = VEC_PUSH(&r->s->positions);
		if (!p)
			return;
		struct scope const places = keep_places(r, &reading->positions[i].places);
		p->stance = reading->positions[i].stance;
		p->on_act = reading->positions[i].on_act;
		p->action = reading->positions[i].action;
		p->words = reading->positions[i].words;
		p->sentence = (uint32_t)r->s->sentences.len;
		p->places = places.places;
		p->place_count = places.count;
		if (reading->proposer_count)
			p->proposer = reading->proposers[0];
		else if (speakers_now(r)->count)
			p->proposer = speakers_now(r)->party[0];
	}
}

static void attach_check(struct reading_run *r, const struct reading *reading, redline_range range)
{
	if (r->s->amendments.len && r->last_count) {
		r->s->amendments.at[r->s->amendments.len - 1].check = reading->check;
		return;
	}
	struct puzzle const p = {"not-understood",
	                         "there is no amendment before it that this could check", false,
	                         false, range};
	report_puzzle(r, &p, range);
}

static bool ends_with_colon(redline_bytes text, redline_range range)
{
	unsigned size;
	uint32_t const last = range_len(range) ? utf8_before(text, range.end, &size) : 0;
	return last == ':' || last == 0xFF1A;
}

static bool is_question(redline_bytes text, redline_range range)
{
	while (range.end > range.begin) {
		unsigned size;
		uint32_t const cp = utf8_before(text, range.end, &size);
		if (cp == '?' || cp == 0xFF1F || cp == 0x61F)
			return true;
		if (!is_space_char(cp) && cp != '"' && cp != ')' && cp != '*')
			return false;
		range.end -= size;
	}
	return false;
}

/* "Suprimir el punto 3", which could be of two languages, and not mean the same. */
static void note_rival(struct reading_run *r, redline_range range, unsigned rival,
                       struct reading *reading)
{
	if (rival == r->sentence_tongue || reading->kind != REDLINE_INSTRUCTION)
		return;
	reading->kind = REDLINE_PUZZLE;
	reading->count = 0;
	reading->puzzle = (struct puzzle){"language-unclear",
	                                  "this may be in more than one language; say which "
	                                  "with --lang",
	                                  false, false, range};
}

static void proposal_puzzle(struct reading *reading, const char *code, const char *message,
                            redline_range range)
{
	reading->kind = REDLINE_PUZZLE;
	reading->count = reading->position_count = 0;
	reading->puzzle = (struct puzzle){code, message, false, false, range};
}

/* A sentence that asks for nothing itself, and says more of a proposal than that it is
 * for or against it. */
static void note_talk(redline_range range, struct reading *reading)
{
	if (reading->kind == REDLINE_POSITION || reading->kind == REDLINE_SCOPE ||
	    (reading->kind == REDLINE_OTHER && !reading->puzzle.code))
		proposal_puzzle(reading, "proposal-unclear",
		                "it is not clear whether this changes or takes back a proposal "
		                "made before; say \"in the proposal of ... on paragraph ..., "
		                "replace ...\" or \"... withdraws its proposal on ...\"",
		                range);
}

/* A sentence about a proposal is about nothing else. */
static void note_proposal(const struct reading_run *r, redline_range range,
                          struct reading *reading)
{
	const struct proposal *p = &r->proposal;
	bool clear = reading->kind == REDLINE_INSTRUCTION && !reading->wants_wording &&
	             !reading->check.present && !reading->repeat && reading->count > 0;
	for (unsigned i = 0; clear && i < reading->count; i++)
		clear = (reading->amendments[i].action == REDLINE_WITHDRAW) == p->withdraws;
	if (p->withdraws && p->by.len && !reading->proposer_count) {
		reading->proposers[0] = p->by;
		reading->proposer_count = 1;
	}
	if (p->withdraws && reading->kind == REDLINE_POSITION) {
		/* "does not withdraw": that the proposal stands is no position on its place */
		reading->kind = REDLINE_OTHER;
		reading->position_count = 0;
		return;
	}
	if (clear && p->unsure)
		proposal_puzzle(reading, "withdrawal-unclear",
		                "this does not say that the proposal is withdrawn now; if it is, "
		                "say \"... withdraws its proposal on ...\"",
		                range);
	if (clear || reading->kind == REDLINE_PUZZLE || reading->kind == REDLINE_POSITION ||
	    (reading->kind == REDLINE_OTHER && reading->puzzle.code))
		return;
	proposal_puzzle(reading, "proposal-unclear",
	                "this speaks of a proposal made before, but it is not clear what is to "
	                "become of it; say it in a sentence of its own",
	                range);
}

/* Reads the sentence at `range` in its surroundings; the record is the caller's. */
static bool read_sentence(struct reading_run *r, redline_range range, struct reading *out)
{
	struct lexed lexed;
	unsigned rival;
	r->sentence_tongue = r->tongue;
	if (!speech_lex(r->speech, &r->s->arena, r->s->text, range, &r->quotes,
	                &r->sentence_tongue, &rival, &lexed))
		return false;
	struct lexer *lexer = speech_lexer(r->speech, r->sentence_tongue);
	if (!proposal_take(&r->s->arena, r->s->text, lexer, &lexed, &r->proposal))
		return false;
	struct surroundings const around = {
		.scope = r->base.places,
		.scope_count = r->base.count,
		.nested = r->nested,
		.question = is_question(r->s->text, range),
		.withdraws = r->proposal.withdraws,
	};
	bool const ok = grammar_read(r->grammar, &r->s->arena, r->s->text, &r->quotes, lexer,
	                             &lexed, &around, out);
	note_rival(r, range, rival, out);
	if (r->proposal.found)
		note_proposal(r, range, out);
	else if (r->proposal.talk)
		note_talk(range, out);
	return ok;
}

static void note_unbalanced(struct reading_run *r, redline_range range, struct reading *reading)
{
	uint32_t where;
	bool const matters =
		reading->kind == REDLINE_INSTRUCTION || reading->kind == REDLINE_PUZZLE;
	if (!matters || !quotes_stray_in(&r->quotes, range, &where))
		return;
	unsigned size;
	(void)utf8_at(r->s->text, where, &size);
	reading->kind = REDLINE_PUZZLE;
	reading->count = 0;
	reading->puzzle = (struct puzzle){"unbalanced-quotes",
	                                  "this quotation mark has no partner",
	                                  false,
	                                  false,
	                                  {where, where + size}};
}

/* "(Lebanon)" after an amendment says whose it is. */
static void name_last(struct reading_run *r, const struct reading *reading)
{
	r->named_singly = true;
	for (uint32_t i = 0; i < r->last_count; i++)
		attribute(r, &r->s->amendments.at[r->last_first + i], reading);
}

static uint32_t block_of(const struct reading_run *r, uint32_t offset)
{
	return redline_draft_block_at(r->s->layout, offset ? offset - 1 : 0);
}

/* "Rejected amendments", and then they are listed. */
static void heed_denial(struct reading_run *r, redline_range range, struct reading *reading)
{
	bool const quoted = r->blocks[block_of(r, range.end)].quoted;
	if (reading->kind != REDLINE_INSTRUCTION || (!r->denied_part && !r->denied_list && !quoted))
		return;
	reading->kind = REDLINE_PUZZLE;
	reading->count = 0;
	reading->puzzle = (struct puzzle){
		"not-understood",
		quoted ? "this is quoted, with \"> \" before it; say outside of the quotation what "
			 "is proposed"
		       : "what stands above it does not ask for this; say elsewhere what is "
	                 "proposed",
		false, false, range};
}

static void take_reading(struct reading_run *r, struct reading *reading, redline_range range)
{
	note_unbalanced(r, range, reading);
	heed_denial(r, range, reading);
	r->is_act |= reading->amends;
	bool const leads = ends_with_colon(r->s->text, range);
	if (reading->proposer_count && leads)
		set_speakers(&r->line, reading->proposers, reading->proposer_count);
	else if (reading->proposer_count && reading->kind != REDLINE_OTHER &&
	         reading->kind != REDLINE_SCOPE)
		set_speakers(&r->block, reading->proposers, reading->proposer_count);
	if (reading->only_parties)
		name_last(r, reading);
	uint32_t const first = (uint32_t)r->s->amendments.len;
	if (reading->kind == REDLINE_INSTRUCTION && reading->repeat)
		repeat_amendments(r, reading, range);
	else if (reading->kind == REDLINE_INSTRUCTION && reading->check.present)
		attach_check(r, reading, range);
	else if (reading->kind == REDLINE_INSTRUCTION)
		take_amendments(r, reading, range);
	else if (reading->kind == REDLINE_REASON && r->s->amendments.len &&
	         !r->s->amendments.at[r->s->amendments.len - 1].reason.len && r->last_count)
		for (uint32_t i = 0; i < r->last_count; i++)
			r->s->amendments.at[r->last_first + i].reason = tidy_reason(r, range);
	take_positions(r, reading);
	if (reading->puzzle.code)
		report_puzzle(r, &reading->puzzle, range);
	add_sentence(r, range, reading->kind, first, (uint32_t)r->s->amendments.len - first);
	if (reading->has_places && !reading->repeat) {
		r->block_named = true;
		r->current = keep_places(r, &reading->places);
		r->base = r->current;
		r->nested = false;
	}
}

/* ---- wording in blocks of its own ---- */

static uint32_t next_text_block(const struct reading_run *r, uint32_t i)
{
	while (i < r->block_count && r->blocks[i].kind == REDLINE_BLANK)
		i++;
	return i;
}

/* Courtesy ends a wording as surely as an instruction does. */
static bool starts_as_written(lang_list openings, redline_bytes line)
{
	for (; openings && *openings; openings++)
		if (bytes_start(line, bytes_of(*openings)))
			return true;
	return false;
}

/* Is it clear that block i does not belong to the wording before it? */
static bool ends_wording(struct reading_run *r, uint32_t owner, uint32_t i)
{
	if (i >= r->block_count || r->blocks[i].kind == REDLINE_HEADING)
		return true;
	const redline_block *b = &r->blocks[i];
	if (is_list_item(&r->blocks[owner]) && is_list_item(b) &&
	    b->parent == r->blocks[owner].parent && b->dress == r->blocks[owner].dress &&
	    b->numeral == r->blocks[owner].numeral)
		return true;
	redline_bytes const line = bytes_in(r->s->text, b->body);
	if (starts_as_written(lexer_lang(r->lexer)->courtesies, line))
		return true;
	redline_bytes parties[2];
	uint32_t after;
	if (envelope_parties_of(r->lexer, r->s->text, b->body, parties, 2, &after))
		return true;
	redline_range const body = b->body;
	redline_range const first = {
		body.begin, sentence_end(r->s->text, body, &r->quotes, lexer_lang(r->lexer))};
	struct reading *peeked = r->peeked;
	if (!read_sentence(r, first, peeked))
		return true;
	return peeked->kind == REDLINE_INSTRUCTION || peeked->kind == REDLINE_PUZZLE ||
	       peeked->kind == REDLINE_POSITION || peeked->proposer_count > 0;
}

/* The bytes of blocks [from, to) as one text, block-quote marks left out. */
static redline_bytes unquoted_text(struct reading_run *r, uint32_t from, uint32_t to)
{
	redline_range all = {r->blocks[from].bytes.begin, r->blocks[to - 1].bytes.end};
	all = range_trim(r->s->text, all);
	if (!r->blocks[from].quoted)
		return bytes_in(r->s->text, all);
	char *out = arena_alloc(&r->s->arena, range_len(all));
	if (!out)
		return (redline_bytes){0};
	size_t len = 0;
	bool line_start = true;
	for (uint32_t at = all.begin; at < all.end; at++) {
		char const c = r->s->text.ptr[at];
		if (line_start && (c == '>' || is_blank(c)))
			continue;
		line_start = c == '\n';
		out[len++] = c;
	}
	return (redline_bytes){out, len};
}

/* How far the wording that begins at block n goes: to the block returned. */
static uint32_t wording_end(const struct reading_run *r, uint32_t n)
{
	uint32_t end = r->blocks[n].subtree_end;
	if (r->blocks[n].kind == REDLINE_HEADING)
		end = n + 1;
	if (r->blocks[n].quoted) {
		end = n;
		while (end < r->block_count &&
		       (r->blocks[end].quoted || r->blocks[end].kind == REDLINE_BLANK))
			end++;
	}
	while (end > n + 1 && r->blocks[end - 1].kind == REDLINE_BLANK)
		end--;
	return end;
}

/* "... to read as follows:" and the new words in the block after it. */
static void take_wording(struct reading_run *r, struct reading *reading, uint32_t owner)
{
	redline_amendment *m = &reading->amendments[reading->count - 1];
	uint32_t const n = next_text_block(r, owner + 1);
	if (n >= r->block_count || r->blocks[n].kind == REDLINE_TABLE_ROW) {
		reading->puzzle = (struct puzzle){"new-words-missing", "the new words are missing",
		                                  false, false, m->source};
	} else {
		uint32_t const end = wording_end(r, n);
		m->new_words = (redline_operand){
			.words = unquoted_text(r, n, end),
			.source = range_trim(r->s->text,
		                             (redline_range){r->blocks[n].bytes.begin,
		                                             r->blocks[end - 1].bytes.end}),
			.present = true,
		};
		r->skip_to = end;
		uint32_t const next = next_text_block(r, end);
		if (!r->blocks[n].quoted && !ends_wording(r, owner, next))
			reading->puzzle =
				(struct puzzle){"wording-unclear",
			                        "it is not clear where the new wording ends; put "
			                        "it in quotation marks, or \"> \" before its lines",
			                        false, false, r->blocks[next].body};
	}
	if (reading->puzzle.code) {
		reading->kind = REDLINE_PUZZLE;
		reading->count = 0;
	}
}

/* ---- one block ---- */

/* Does a paragraph break off in the middle of a sentence? */
static bool breaks_off(redline_bytes text, redline_range body)
{
	if (!range_len(body))
		return false;
	unsigned size;
	uint32_t const last = utf8_before(text, body.end, &size);
	return is_word_char(last) || last == ',' || last == '-';
}

static bool goes_on(redline_bytes text, redline_range body)
{
	unsigned size;
	return range_len(body) && uc_is_lower(utf8_at(text, body.begin, &size));
}

/*
 * The block's words, with those of paragraphs that go on in mid-sentence and
 * of quotations that follow a colon in blocks of their own; *glued is the
 * byte of that colon, whose sentence goes to the end of the words.
 */
static redline_range block_words(struct reading_run *r, uint32_t i, uint32_t *last, uint32_t *glued)
{
	const redline_block *b = &r->blocks[i];
	redline_range words = b->body;
	redline_unit unit;
	if (range_len(b->label) && b->label.begin < words.begin && label_place(b, &unit))
		words.begin = b->label.begin;
	bool quoted_blocks = false;
	*last = i;
	*glued = UINT32_MAX;
	for (;;) {
		uint32_t const q = quotes_from(&r->quotes, words.end);
		if (q < r->quotes.count && r->quotes.at[q].outer.begin < words.end) {
			/* a quotation that runs on into further blocks */
			uint32_t const owner = block_of(r, r->quotes.at[q].outer.end);
			*last = owner > *last ? owner : *last;
			words.end = r->blocks[*last].body.end > r->quotes.at[q].outer.end
			                    ? r->blocks[*last].body.end
			                    : r->quotes.at[q].outer.end;
			continue;
		}
		uint32_t const n = next_text_block(r, *last + 1);
		if (n < r->block_count && b->kind != REDLINE_HEADING &&
		    r->blocks[n].kind == REDLINE_PARAGRAPH && breaks_off(r->s->text, words) &&
		    goes_on(r->s->text, r->blocks[n].body)) {
			*last = n;
			words.end = r->blocks[n].body.end;
			continue;
		}
		/* a quotation alone in the block after a colon */
		bool const colon = ends_with_colon(r->s->text, words);
		if ((colon || quoted_blocks) && n < r->block_count &&
		    !is_list_item(&r->blocks[n])) {
			const redline_block *next = &r->blocks[n];
			uint32_t const at = quotes_from(&r->quotes, next->body.begin);
			if (at < r->quotes.count &&
			    r->quotes.at[at].outer.begin <= next->body.begin &&
			    r->quotes.at[at].outer.begin >= next->bytes.begin) {
				uint32_t const owner = block_of(r, r->quotes.at[at].outer.end);
				redline_range const rest = range_trim(
					r->s->text, (redline_range){r->quotes.at[at].outer.end,
				                                    r->blocks[owner].body.end});
				bool const alone =
					r->quotes.at[at].outer.end >= r->blocks[owner].body.end ||
					range_len(rest) <= 1 || r->s->text.ptr[rest.begin] == '(';
				if (alone) {
					if (!quoted_blocks)
						*glued = words.end - 1;
					quoted_blocks = true;
					*last = owner;
					words.end = r->blocks[owner].body.end >
					                            r->quotes.at[at].outer.end
					                    ? r->blocks[owner].body.end
					                    : r->quotes.at[at].outer.end;
					continue;
				}
			}
		}
		return words;
	}
}

static void read_heading(struct reading_run *r, uint32_t i)
{
	redline_bytes parties[SPEAKERS_MAX];
	uint32_t after;
	r->current = r->lead = (struct scope){0};
	r->line = (struct speakers){.count = 0};
	const redline_block *b = &r->blocks[i];
	unsigned const count =
		envelope_parties_of(r->lexer, r->s->text, b->body, parties, SPEAKERS_MAX, &after);
	if (count && after >= b->body.end)
		set_speakers(&r->heading, parties, count);
}

static bool read_words(struct reading_run *r, redline_range words, uint32_t last, uint32_t glued)
{
	struct reading *reading = r->reading;
	while (range_len(words = range_trim(r->s->text, words)) > 0) {
		redline_range sentence = {words.begin, sentence_end(r->s->text, words, &r->quotes,
		                                                    lexer_lang(r->lexer))};
		if (sentence.end > glued)
			sentence.end = words.end;
		if (!read_sentence(r, sentence, reading))
			return false;
		if (reading->wants_wording && reading->kind == REDLINE_INSTRUCTION &&
		    !reading->puzzle.code) {
			r->skip_to = 0;
			take_wording(r, reading, last);
		}
		take_reading(r, reading, sentence);
		words.begin = sentence.end;
	}
	return true;
}

/* A heading, or a line like one: no sentence ends in it. */
static bool is_titular(const struct reading_run *r, const redline_block *b)
{
	if (b->kind == REDLINE_HEADING)
		return true;
	if (is_list_item(b) || !range_len(b->body) || range_len(b->body) > 80)
		return false;
	char const last = r->s->text.ptr[b->body.end - 1];
	return is_alpha(last) || is_digit(last);
}

/* Before block b: a denial ends where another part or list begins. */
static void end_denials(struct reading_run *r, const redline_block *b)
{
	if (!is_list_item(b))
		r->denied_list = false;
	if (is_titular(r, b))
		r->denied_part = false;
}

/* Behind block b: what it read last may take back what follows. */
static void begin_denials(struct reading_run *r, const redline_block *b, redline_range words)
{
	bool const leads = range_len(words) && r->s->text.ptr[words.end - 1] == ':';
	if (!r->reading->denies || !range_len(words) || is_list_item(b))
		return;
	r->denied_list |= leads;
	r->denied_part |= is_titular(r, b);
}

/* Has a label a bis, ter or alt? */
static bool is_inserted_label(redline_bytes core)
{
	for (const struct lang_suffix *x = lang_suffixes; x->written; x++) {
		const char *const one[] = {x->written, NULL};
		if (listed_end(one, core))
			return true;
	}
	return false;
}

/* "59 bis. States should ..." standing there by itself asks for something. */
static void report_bare_wording(struct reading_run *r, uint32_t i, size_t first)
{
	const redline_block *b = &r->blocks[i];
	if (b->kind == REDLINE_HEADING || !is_inserted_label(bytes_in(r->s->text, b->core)) ||
	    !range_len(b->body))
		return;
	for (size_t k = first; k < r->s->sentences.len; k++)
		if (r->s->sentences.at[k].kind != REDLINE_OTHER &&
		    r->s->sentences.at[k].kind != REDLINE_SCOPE)
			return;
	struct puzzle const p = {"not-understood",
	                         "this looks like a new provision; say where it goes: \"insert a "
	                         "new paragraph ...: ...\"",
	                         false, false, b->label};
	report_puzzle(r, &p, b->body);
	if (r->s->sentences.len > first)
		r->s->sentences.at[first].kind = REDLINE_PUZZLE;
}

/* ---- a passage restated with its change marked in it ---- */

/* Is what leads up to a passage said of another time, in doubt, or against it? */
static bool lead_takes_back(struct reading_run *r, redline_range lead)
{
	struct lexed lexed;
	unsigned tongue = r->tongue, rival;
	if (!range_len(lead))
		return false;
	if (!speech_lex(r->speech, &r->s->arena, r->s->text, lead, &r->quotes, &tongue, &rival,
	                &lexed))
		return true;
	for (uint32_t i = 0; i < lexed.count; i++)
		switch (lexed.at[i].cls) {
		case LEX_HISTORY:
		case LEX_STANCE:
		case LEX_NEGATION:
		case LEX_DOUBT:
		case LEX_HEDGE:
		case LEX_REASON:
		case LEX_OR:
			return true;
		default:
			break;
		}
	return false;
}

/* The sentence before that one, if it leads up to what follows with a colon. */
static redline_range lead_before(const struct reading_run *r, size_t index)
{
	const redline_sentence *s = index ? &r->s->sentences.at[index - 1] : NULL;
	return s && ends_with_colon(r->s->text, s->source) ? s->source : (redline_range){0, 0};
}

/* The places that the words before the passage name; false if they rule it out. */
static bool restated_scope(struct reading_run *r, struct restated *found, struct reading *lead,
                           struct scope *scope)
{
	*scope = r->base;
	lead->proposer_count = 0;
	if (lead_takes_back(r, lead_before(r, r->s->sentences.len)))
		return false;
	if (!range_len(found->lead) || (found->labelled && !found->bare))
		return true;
	if (!read_sentence(r, found->lead, lead))
		return false;
	bool const rewrites = lead->kind == REDLINE_INSTRUCTION && lead->wants_wording &&
	                      lead->count == 1 &&
	                      lead->amendments[0].action == REDLINE_REWRITE;
	if (!rewrites && !lead->has_places) /* the colon is the passage's own */
		return lead->kind == REDLINE_OTHER;
	if (lead_takes_back(r, found->lead) || (!rewrites && lead->kind != REDLINE_SCOPE))
		return false;
	found->labelled = false;
	found->passage = found->led;
	*scope = rewrites ? (struct scope){lead->amendments[0].places,
	                                   lead->amendments[0].place_count}
	                  : keep_places(r, &lead->places);
	return true;
}

static void restated_puzzle(struct reading *out, redline_range where)
{
	out->kind = REDLINE_PUZZLE;
	out->count = 0;
	out->puzzle = (struct puzzle){"marked-unclear",
	                              "a change is marked here, but it is not clear that it is "
	                              "proposed, or for which provision; put \"Paragraph ... should "
	                              "read:\" before it",
	                              false, false, where};
}

/* Does nobody speak here, or one of these, or somebody who compiles what others propose? */
static bool may_show(const struct reading_run *r, const struct attributed_change *change)
{
	const struct speakers *now = speakers_now(r);
	bool may = !now->count;
	for (unsigned i = 0; i < now->count; i++) {
		for (unsigned k = 0; k < change->party_count; k++)
			may |= bytes_equal(now->party[i], change->parties[k]);
		for (size_t k = 0; !may && k < lang_party_count; k++)
			may = lang_parties[k].organ &&
			      bytes_equal(bytes_of(lang_parties[k].name), now->party[i]);
	}
	return may;
}

static void attributed_puzzle(struct reading *out, const char *message, redline_range where)
{
	out->kind = REDLINE_PUZZLE;
	out->count = 0;
	out->puzzle = (struct puzzle){"marked-unclear", message, false, false, where};
}

/* "[establishing] [Japan: enhancing]": one amendment for each bracket of a party. */
static bool take_attributed(struct reading_run *r, const redline_amendment *model,
                            struct reading *out)
{
	struct attributed found;
	/* the words may be of another language; the first table is that of compilations */
	struct lexer *const lexers[2] = {speech_lexer(r->speech, r->tongue),
	                                 speech_lexer(r->speech, 0)};
	if (!lexers[0] || !lexers[1] ||
	    !attributed_read(&r->s->arena, lexers, r->s->text, model->new_words.source,
	                               &r->quotes, &found))
		return false;
	if (found.unclear) {
		attributed_puzzle(out, found.unclear, found.where);
		return true;
	}
	out->count = 0;
	for (unsigned i = 0; i < found.count; i++) {
		struct attributed_change *change = &found.at[i];
		if (!may_show(r, change)) {
			attributed_puzzle(out,
			                  "this bracket names another party than who speaks here, "
			                  "so it is not clear that it is proposed",
			                  change->source);
			return true;
		}
		redline_amendment *m = &out->amendments[out->count++];
		*m = *model;
		m->new_words.words = change->words;
		m->new_words.source = change->source;
		m->proposers = change->parties;
		m->proposer_count = change->party_count;
	}
	return true;
}

/* The quotation around a place, or NULL. */
static const struct quotation *quotation_at(const struct reading_run *r, uint32_t at)
{
	uint32_t const q = quotes_from(&r->quotes, at);
	return q < r->quotes.count && r->quotes.at[q].outer.begin <= at ? &r->quotes.at[q] : NULL;
}

/*
 * "59. States could benefit from ~~establishing~~ **enhancing** ..."; `brackets`: it is
 * brackets that show the change.
 */
static bool read_restated(struct reading_run *r, redline_range words, uint32_t mark, bool brackets)
{
	struct reading *out = r->reading;
	struct restated found;
	struct scope scope;
	if (!restated_find(&r->s->arena, r->s->text, words, mark, &found))
		return false;
	memset(out, 0, offsetof(struct reading, amendments));
	r->proposal.found = false;
	if (!restated_scope(r, &found, out, &scope) || scope.count > 1) {
		restated_puzzle(out, words);
		take_reading(r, out, words);
		return !r->s->arena.failed;
	}
	const struct quotation *q = quotation_at(r, found.passage.begin);
	if (q && q->outer.begin == found.passage.begin)
		found.passage = q->inner; /* it is all that there is, or else a mere text */
	redline_place place = scope.count ? scope.places[0] : (redline_place){0};
	if (found.labelled)
		place = restated_place(&r->s->arena, &found.step, scope.count ? &place : NULL);
	out->places.count = place.count > 0;
	out->places.at[0] = place;
	struct scope const kept = keep_places(r, &out->places);
	out->kind = REDLINE_INSTRUCTION;
	out->count = 1;
	out->has_places = kept.count > 0;
	out->wants_wording = false;
	redline_amendment const model = {
		.action = REDLINE_REWRITE,
		.source = words,
		.places = kept.places,
		.place_count = kept.count,
		.new_words = {.words = bytes_in(r->s->text, found.passage),
	                      .source = found.passage,
	                      .present = true},
	};
	out->amendments[0] = model;
	if (brackets && !take_attributed(r, &model, out))
		return false;
	take_reading(r, out, words);
	return !r->s->arena.failed;
}

/* Is nothing asked for, and no position taken, since that sentence? */
static bool is_talk(const struct reading_run *r, size_t first)
{
	for (size_t k = first; k < r->s->sentences.len; k++)
		if (r->s->sentences.at[k].kind != REDLINE_OTHER &&
		    r->s->sentences.at[k].kind != REDLINE_SCOPE)
			return false;
	return r->s->sentences.len > first;
}

/*
 * "Japan: 59. States could benefit from establishing enhancing ...": a provision's text,
 * it seems, and no mark in it.  What to make of it only the draft can tell.
 */
static bool note_restated(struct reading_run *r, redline_range words, size_t first)
{
	if (!is_talk(r, first) || range_len(words) < RESTATED_LEAST)
		return true;
	redline_range const before = lead_before(r, first);
	struct restated found;
	if (!restated_find(&r->s->arena, r->s->text, words, words.end, &found))
		return false;
	bool const led = r->base.count == 1 && (range_len(before) || range_len(found.lead));
	if ((!found.labelled && !led) || lead_takes_back(r, before))
		return true;
	struct restated_text *slot = VEC_PUSH(&r->s->restated);
	if (!slot)
		return false;
	slot->text = found.labelled ? found.passage : found.led;
	slot->place = r->base.count == 1 ? r->base.places[0] : (redline_place){0};
	if (found.labelled)
		slot->place = restated_place(&r->s->arena, &found.step,
		                             r->base.count == 1 ? &slot->place : NULL);
	return !r->s->arena.failed;
}

/*
 * "Japan: 59. States could **greatly** benefit ...", in which nothing is struck out:
 * bold may be mere emphasis, so nothing is changed, but not without a word.
 */
static bool warn_bold(struct reading_run *r, redline_range words, size_t first)
{
	if (!is_talk(r, first))
		return true;
	uint32_t at = words.begin;
	while (at + 1 < words.end &&
	       (r->s->text.ptr[at] != '*' || r->s->text.ptr[at + 1] != '*'))
		at++;
	struct restated found;
	if (at + 1 >= words.end)
		return true;
	if (!restated_find(&r->s->arena, r->s->text, words, words.end, &found))
		return false;
	if (!found.labelled || at <= found.passage.begin)
		return true;
	struct puzzle const p = {"bold-alone",
	                         "words in bold alone change nothing; if they are new, mark them "
	                         "as {++new++}",
	                         false, true, found.passage};
	report_puzzle(r, &p, words);
	return true;
}

/*
 * "In paragraph 59: "benefit from ~~establishing~~ **enhancing** ..."", or the quotation
 * alone, where nothing says what is to be done but the marks.  *told is false if
 * something else does.  A quotation alone becomes its words.  False if memory is out.
 */
static bool marks_tell(struct reading_run *r, redline_range *words, uint32_t mark, bool *told)
{
	const struct quotation *q = quotation_at(r, mark);
	*told = !q;
	if (!q)
		return true;
	redline_range const rest = {q->outer.end, words->end};
	redline_range const lead =
		range_trim(r->s->text, (redline_range){words->begin, q->outer.begin});
	if (range_len(rest) && !bytes_equal(bytes_in(r->s->text, rest), BYTES(".")))
		return true;
	if (!range_len(lead)) {
		*told = true;
		*words = q->inner;
		return true;
	}
	if (r->s->text.ptr[lead.end - 1] != ':')
		return true;
	if (!read_sentence(r, lead, r->peeked))
		return false;
	*told = r->peeked->kind == REDLINE_SCOPE && r->peeked->has_places;
	return true;
}

/* The first mark of a change, or UINT32_MAX. */
static uint32_t first_mark(const struct reading_run *r, redline_range words)
{
	redline_bytes const text = {r->s->text.ptr, words.end};
	uint32_t const mark = marked_first(text, words.begin);
	return mark < words.end ? mark : UINT32_MAX;
}

/* The first bracket that names a party and no quotation holds, or UINT32_MAX. */
static uint32_t bare_bracket(const struct reading_run *r, redline_range words)
{
	uint32_t const at = attributed_first(r->lexer, r->s->text, words);
	return at < words.end && !quotation_at(r, at) ? at : UINT32_MAX;
}

/* The words seem to be in this language. */
static bool enter_tongue(struct reading_run *r, redline_range words)
{
	r->tongue = speech_guess(r->speech, r->s->text, words, &r->quotes, r->speech->main);
	r->lexer = speech_lexer(r->speech, r->tongue);
	return r->lexer != NULL;
}

/* Reads block i and those whose words belong to it, up to *last. */
static bool read_block(struct reading_run *r, uint32_t i, uint32_t *last_block)
{
	const redline_block *b = &r->blocks[i];
	*last_block = i;
	r->skip_to = i + 1;
	if (b->kind == REDLINE_BLANK || b->kind == REDLINE_VERBATIM)
		return true;
	if (!enter_tongue(r, b->body))
		return false;
	if (b->kind == REDLINE_HEADING)
		read_heading(r, i);
	uint32_t glued;
	redline_range words = block_words(r, i, last_block, &glued);
	uint32_t const last = *last_block;
	r->skip_to = last + 1;
	r->block = (struct speakers){.count = 0};
	r->block_named = false;
	redline_bytes parties[SPEAKERS_MAX];
	uint32_t after;
	unsigned const count =
		envelope_parties_of(r->lexer, r->s->text, b->body, parties, SPEAKERS_MAX, &after);
	if (count && (after < b->body.end || b->kind != REDLINE_HEADING)) {
		/* somebody else speaks, of places of their own */
		set_speakers(&r->line, parties, count);
		r->current = r->lead = (struct scope){0};
	}
	find_base(r, i);
	end_denials(r, b);
	r->reading->denies = false;
	size_t const first = r->s->sentences.len;
	uint32_t const done = r->skip_to;
	uint32_t mark = first_mark(r, words);
	bool const named = count && after < b->body.end;
	redline_range restated =
		range_trim(r->s->text, (redline_range){named                ? after
	                                               : range_len(b->core) ? b->label.begin
	                                                                    : words.begin,
	                                               words.end});
	bool const brackets = mark == UINT32_MAX;
	bool told = true;
	if (brackets)
		mark = bare_bracket(r, restated);
	else if (!marks_tell(r, &restated, mark, &told))
		return false;
	if (!told)
		mark = UINT32_MAX;
	if (mark != UINT32_MAX && b->kind != REDLINE_HEADING) {
		if (!read_restated(r, restated, mark, brackets))
			return false;
	} else if (!read_words(r, words, last, glued) ||
	           (speakers_now(r)->count && b->kind != REDLINE_HEADING &&
	            !warn_bold(r, restated, first)) ||
	           (b->kind != REDLINE_HEADING && !note_restated(r, restated, first))) {
		return false;
	}
	if (r->skip_to < done)
		r->skip_to = done;
	r->scopes[i] = r->block_named ? r->base : (struct scope){0};
	report_bare_wording(r, i, first);
	begin_denials(r, b, words);
	if (!is_list_item(b)) {
		bool const leads = ends_with_colon(r->s->text, words);
		bool const heads =
			leads || b->kind == REDLINE_HEADING || label_place(b, &(redline_unit){0});
		r->lead = heads && r->block_named ? r->base : (struct scope){0};
	}
	return true;
}

/* The wording that a block brings in is recorded as such. */
static void record_wording(struct reading_run *r, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to && i < r->block_count; i++)
		if (r->blocks[i].kind != REDLINE_BLANK)
			add_sentence(r, r->blocks[i].body, REDLINE_WORDING, 0, 0);
}

static bool read_blocks(struct reading_run *r)
{
	for (uint32_t i = 0; i < r->block_count;) {
		uint32_t last;
		if (!read_block(r, i, &last))
			return false;
		uint32_t const next = r->skip_to > i ? r->skip_to : i + 1;
		if (next > last + 1)
			record_wording(r, last + 1, next);
		i = next;
	}
	return true;
}

/* ---- the whole ---- */

static redline_bytes joined_names(struct arena *a, const struct speakers *speakers)
{
	size_t len = 0;
	for (unsigned i = 0; i < speakers->count; i++)
		len += speakers->party[i].len + 5;
	char *out = arena_alloc(a, len + 1);
	if (!out)
		return (redline_bytes){0};
	size_t at = 0;
	for (unsigned i = 0; i < speakers->count; i++) {
		const char *between = i == 0 ? "" : i + 1 == speakers->count ? " and " : ", ";
		memcpy(out + at, between, strlen(between));
		at += strlen(between);
		memcpy(out + at, speakers->party[i].ptr, speakers->party[i].len);
		at += speakers->party[i].len;
	}
	return (redline_bytes){out, at};
}

/* If only one party ever proposes, what nobody is named for is its, too. */
static void attribute_orphans(struct reading_run *r)
{
	redline_statement *s = r->s;
	const redline_amendment *named = NULL;
	for (size_t i = 0; i < s->amendments.len; i++) {
		const redline_amendment *m = &s->amendments.at[i];
		if (!m->proposer_count)
			continue;
		if (named && (named->proposer_count != m->proposer_count ||
		              !bytes_equal(named->proposers[0], m->proposers[0])))
			return;
		named = m;
	}
	if (!named)
		return;
	for (size_t i = 0; i < s->amendments.len; i++) {
		redline_amendment *m = &s->amendments.at[i];
		if (m->proposer_count || m->of.len) /* of its own it would say "our proposal" */
			continue;
		m->proposers = named->proposers;
		m->proposer_count = named->proposer_count;
	}
	if (!s->speaker.len)
		s->speaker = named->proposers[0];
}

static void note_no_amendment(struct reading_run *r)
{
	redline_statement *s = r->s;
	if (s->amendments.len || s->report.worst == REDLINE_ERROR)
		return;
	report_add(&s->report, REDLINE_NOTE, "no-amendment", spot_at(r, (redline_range){0, 0}),
	           "no amendment in this statement");
	report_placeless(&s->report);
}

static bool read_statement(redline_statement *s, const redline_reader *reader,
                           struct speech *speech)
{
	struct reading_run *r = arena_alloc(&s->arena, sizeof *r);
	if (!r)
		return false;
	r->s = s;
	r->speech = speech;
	r->blocks = redline_draft_blocks(s->layout);
	r->block_count = redline_draft_count(s->layout);
	r->scopes = arena_array(&s->arena, (size_t)r->block_count + 1, sizeof *r->scopes);
	r->grammar = grammar_new(&s->arena);
	r->reading = arena_alloc(&s->arena, sizeof *r->reading);
	r->peeked = arena_alloc(&s->arena, sizeof *r->peeked);
	if (!r->scopes || !r->grammar || !r->reading || !r->peeked ||
	    !quotes_find(&r->quotes, &s->arena, s->layout))
		return false;
	speech_begin(speech, reader->tongues, s->text, &r->quotes);
	s->language = speech_lang(speech, speech->main)->code;
	r->lexer = speech_lexer(speech, speech->main);
	r->tongue = r->sentence_tongue = speech->main;
	if (!r->lexer)
		return false;
	struct envelope envelope;
	envelope_read(&envelope, &s->arena, r->lexer, s->layout);
	set_speakers(&r->title, envelope.parties, envelope.party_count);
	s->date = envelope.date;
	s->speaker = joined_names(&s->arena, &r->title);
	if (!read_blocks(r))
		return false;
	if (!r->named_singly)
		attribute_orphans(r);
	for (size_t i = 0; r->is_act && i < s->amendments.len; i++)
		s->amendments.at[i].to_the_letter = true;
	note_no_amendment(r);
	return !s->arena.failed && !s->sentences.failed && !s->amendments.failed &&
	       !s->positions.failed && !report_failed(&s->report);
}

redline_status redline_statement_new(redline_statement **out, const redline_reader *reader,
                                     redline_bytes text, uint32_t number, redline_text_fault *fault)
{
	*out = NULL;
	redline_statement *s = calloc(1, sizeof *s);
	if (!s)
		return REDLINE_NO_MEMORY;
	s->text = text;
	s->number = number;
	report_begin(&s->report, &s->arena);
	redline_status status = redline_draft_new(&s->layout, text, fault);
	if (status == REDLINE_OK) {
		struct speech speech = {.tongues = NULL};
		if (!read_statement(s, reader, &speech))
			status = REDLINE_NO_MEMORY;
		speech_end(&speech);
	}
	if (status != REDLINE_OK) {
		redline_statement_free(s);
		return status;
	}
	*out = s;
	return REDLINE_OK;
}

const struct restated_text *statement_restated(const redline_statement *s, uint32_t *count)
{
	*count = (uint32_t)s->restated.len;
	return s->restated.at;
}

void redline_statement_free(redline_statement *s)
{
	if (!s)
		return;
	redline_draft_free(s->layout);
	VEC_RELEASE(&s->sentences);
	VEC_RELEASE(&s->amendments);
	VEC_RELEASE(&s->positions);
	VEC_RELEASE(&s->restated);
	report_release(&s->report);
	arena_release(&s->arena);
	free(s);
}

redline_bytes redline_statement_text(const redline_statement *s)
{
	return s->text;
}

redline_position redline_statement_position(const redline_statement *s, uint32_t offset)
{
	return redline_draft_position(s->layout, offset);
}

const redline_sentence *redline_statement_sentences(const redline_statement *s, uint32_t *count)
{
	*count = (uint32_t)s->sentences.len;
	return s->sentences.at;
}

const redline_amendment *redline_statement_amendments(const redline_statement *s, uint32_t *count)
{
	*count = (uint32_t)s->amendments.len;
	return s->amendments.at;
}

const redline_position_taken *redline_statement_positions(const redline_statement *s,
                                                          uint32_t *count)
{
	*count = (uint32_t)s->positions.len;
	return s->positions.at;
}

redline_bytes redline_statement_speaker(const redline_statement *s)
{
	return s->speaker;
}

redline_bytes redline_statement_date(const redline_statement *s)
{
	return s->date;
}

const char *redline_statement_language(const redline_statement *s)
{
	return s->language;
}

redline_findings redline_statement_findings(const redline_statement *s)
{
	return report_view(&s->report);
}
