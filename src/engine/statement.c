/*
 * statement.c -- from a statement's bytes to its amendments.
 *
 * A statement has the layout of a draft (headings, lists, paragraphs), so it
 * is read as one: blocks first, then the quotation marks over all of it, then
 * the sentences of each block (statement_block.c), each lexed and read by the
 * grammar.  What a sentence leaves open, the surroundings fill in: the place from
 * the item it is listed under or the sentence before, the proposer from the line,
 * the heading or the title.
 *
 * Linear: every byte is lexed once, except wording that stands in a block of
 * its own, which is looked at twice.
 */
#include <stdlib.h>

#include "envelope.h"
#include "model/cut.h"
#include "statement_run.h"
#include "turns.h"

/* Of a text that is full of them; it says how much room there is at first. */
#define BYTES_A_SENTENCE 64u
#define BYTES_AN_AMENDMENT 200u
#define BYTES_A_POSITION 256u

struct redline_reader {
	struct tongues *tongues;
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

/* Items of an act that stand in one line become blocks, and so do lines at which somebody
 * else begins to speak. */
static bool cut_layout(struct reading_run *r, const struct turns *turns)
{
	redline_statement *s = r->s;
	redline_draft *cut;
	struct cuts const cuts = {r->items.labels.at, (uint32_t)r->items.labels.len,
	                          turns->lines.at, (uint32_t)turns->lines.len};
	if (!cuts.label_count && !cuts.line_count)
		return true;
	if (draft_cut(&cut, s->text, &cuts) != REDLINE_OK)
		return false;
	redline_draft_free(s->layout);
	s->layout = cut;
	return quotes_find(&r->quotes, &s->arena, cut);
}

/* Finds the quotations and the languages, and then the blocks for good. */
static bool lay_out(struct reading_run *r, const redline_reader *reader)
{
	redline_statement *s = r->s;
	struct turns turns;
	if (!quotes_find(&r->quotes, &s->arena, s->layout) ||
	    !items_find(&r->items, s->text, &r->quotes, s->layout))
		return false;
	speech_begin(r->speech, reader->tongues, s->text, &r->quotes);
	r->lexer = speech_lexer(r->speech, r->speech->main);
	r->tongue = r->sentence_tongue = r->speech->main;
	if (!r->lexer)
		return false;
	bool const ok = turns_find(&turns, &s->arena, r->speech, s->text, &r->quotes, s->layout) &&
	                cut_layout(r, &turns);
	turns_release(&turns);
	return ok;
}

static bool read_run(struct reading_run *r, const redline_reader *reader)
{
	redline_statement *s = r->s;
	if (!lay_out(r, reader))
		return false;
	r->blocks = redline_draft_blocks(s->layout);
	r->block_count = redline_draft_count(s->layout);
	r->scopes = arena_array(&s->arena, (size_t)r->block_count + 1, sizeof *r->scopes);
	r->grammar = grammar_new(&s->arena);
	r->reading = arena_alloc(&s->arena, sizeof *r->reading);
	r->peeked = arena_alloc(&s->arena, sizeof *r->peeked);
	if (!r->scopes || !r->grammar || !r->reading || !r->peeked || !find_choices(r))
		return false;
	s->language = speech_lang(r->speech, r->speech->main)->code;
	struct envelope envelope;
	if (!letter_read(&r->letter, &s->arena, r->speech, s->text, &r->quotes) ||
	    !envelope_read(&envelope, &s->arena, speech_lexer(r->speech, r->tongue), s->layout,
	                   &r->quotes, &r->letter))
		return false;
	set_speakers(&r->title, envelope.parties, envelope.party_count);
	r->title_block = envelope.title;
	s->date = envelope.date;
	s->speaker = joined_names(&s->arena, &r->title);
	VEC_EXPECT(&s->sentences, s->text.len / BYTES_A_SENTENCE);
	VEC_EXPECT(&s->amendments, s->text.len / BYTES_AN_AMENDMENT);
	VEC_EXPECT(&s->positions, s->text.len / BYTES_A_POSITION);
	if (!read_blocks(r))
		return false;
	give_texts(r);
	if (!r->named_singly && !r->strangers)
		attribute_orphans(r);
	for (size_t i = 0; !r->is_act && i < s->amendments.len; i++)
		s->amendments.at[i].to_the_letter = false;
	note_no_amendment(r);
	return !s->arena.failed && !s->sentences.failed && !s->amendments.failed &&
	       !s->positions.failed && !s->restated.failed && !s->spoken_of.failed &&
	       !report_failed(&s->report);
}

static bool read_statement(redline_statement *s, const redline_reader *reader,
                           struct speech *speech)
{
	struct reading_run *r = arena_alloc(&s->arena, sizeof *r);
	if (!r)
		return false;
	r->s = s;
	r->speech = speech;
	bool const ok = read_run(r, reader);
	bool const whole = ok && !r->texts.failed;
	items_release(&r->items);
	VEC_RELEASE(&r->texts);
	return whole;
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
	arena_expect(&s->arena, text.len);
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

const struct spoken_of *statement_spoken_of(const redline_statement *s, uint32_t *count)
{
	*count = (uint32_t)s->spoken_of.len;
	return s->spoken_of.at;
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
	VEC_RELEASE(&s->spoken_of);
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
