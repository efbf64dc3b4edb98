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

#include "envelope.h"
#include "listed.h"
#include "model/cut.h"
#include "statement_run.h"
#include "turn_stamp.h"
#include "turns.h"

/* Of a text that is full of them; it says how much room there is at first. */
#define BYTES_A_SENTENCE 64u
#define BYTES_AN_AMENDMENT 200u

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
	r->nested = r->amending = false;
	/* text at the margin between two items is listed under neither */
	const redline_block *b = &r->blocks[i];
	bool const listed = is_list_item(b) ||
	                    (b->parent != REDLINE_NONE && b->indent > r->blocks[b->parent].indent);
	for (uint32_t p = listed ? b->parent : REDLINE_NONE; p != REDLINE_NONE;
	     p = r->blocks[p].parent)
		if (r->scopes[p].count) {
			r->base = r->scopes[p];
			r->nested = true;
			r->amending = r->base.amends;
			return;
		}
	if (is_list_item(&r->blocks[i]) && r->lead.count) {
		r->base = r->lead;
		r->nested = true;
		r->amending = r->base.amends;
		return;
	}
	r->base = r->current;
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
	redline_range words = {turn_stamp_end(r->s->text, b->body), b->body.end};
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

static bool read_words(struct reading_run *r, redline_range words, uint32_t last, uint32_t glued)
{
	struct reading *reading = r->reading;
	while (range_len(words = range_trim(r->s->text, words)) > 0) {
		redline_range sentence = first_sentence(r, words);
		if (sentence.end > glued)
			sentence.end = words.end;
		uint32_t next;
		if (!read_sentence(r, sentence, reading) || !part_turns(r, &sentence, &next))
			return false;
		if (next == sentence.end && reading->kind != REDLINE_INSTRUCTION &&
		    reading->kind != REDLINE_POSITION)
			(void)read_on_line(r, words, last, &sentence, reading);
		if (reading->wants_wording && reading->kind == REDLINE_INSTRUCTION &&
		    !reading->puzzle.code) {
			r->skip_to = 0;
			take_wording(r, reading, last);
		}
		take_reading(r, reading, sentence);
		words.begin = next > sentence.end ? next : sentence.end;
	}
	return true;
}

/* The words seem to be in this language. */
static bool enter_tongue(struct reading_run *r, redline_range words)
{
	r->tongue = speech_guess(r->speech, r->s->text, words, &r->quotes, r->speech->main);
	r->lexer = speech_lexer(r->speech, r->tongue);
	return r->lexer != NULL;
}

/* A passage restated with its change shown in it, which `restated` may be, or sentences. */
static bool read_body(struct reading_run *r, const redline_block *b, redline_range restated,
                      redline_range words, uint32_t last, uint32_t glued)
{
	size_t const first = r->s->sentences.len;
	bool const heading = b->kind == REDLINE_HEADING;
	uint32_t mark = first_mark(r, words);
	bool const brackets = mark == UINT32_MAX;
	bool told = true;
	if (brackets)
		mark = bare_bracket(r, restated);
	else if (!marks_tell(r, &restated, mark, &told))
		return false;
	if (told && mark != UINT32_MAX && !heading)
		return read_restated(r, restated, mark, brackets);
	return read_words(r, words, last, glued) &&
	       (!speakers_now(r)->count || heading || warn_bold(r, restated, first)) &&
	       (heading || note_restated(r, restated, first));
}

/* Does the block behind block i begin in the same line, as "(1) striking" behind "by" may? */
static bool goes_on_in_line(const struct reading_run *r, uint32_t i)
{
	return i + 1 < r->block_count && r->blocks[i + 1].line == r->blocks[i].line;
}

/* What block b, read now, means for those that follow it. */
static void lead_on(struct reading_run *r, uint32_t i, redline_range words, uint32_t last)
{
	const redline_block *b = &r->blocks[i];
	r->scopes[i] = r->block_named ? r->base : (struct scope){0};
	begin_denials(r, i, words, last);
	if (is_list_item(b))
		return;
	bool const heads = ends_with_colon(r->s->text, words) || b->kind == REDLINE_HEADING ||
	                   label_place(b, &(redline_unit){0}) || goes_on_in_line(r, i);
	r->lead = heads && r->block_named ? r->base : (struct scope){0};
}

/* Reads block i and those whose words belong to it, up to *last. */
static bool read_block(struct reading_run *r, uint32_t i, uint32_t *last_block)
{
	const redline_block *b = &r->blocks[i];
	*last_block = i;
	r->skip_to = i + 1;
	if (b->kind == REDLINE_BLANK)
		return true;
	if (!enter_tongue(r, b->body))
		return false;
	if (b->kind == REDLINE_VERBATIM)
		return note_verbatim(r, i);
	if (refuse_diff(r, i))
		return true;
	if (b->kind == REDLINE_HEADING && !labels_present_text(r, i))
		heed_heading(r, i);
	uint32_t glued, after;
	redline_range const words = block_words(r, i, last_block, &glued);
	uint32_t const last = *last_block, done = last + 1;
	r->skip_to = done;
	r->block = (struct speakers){.count = 0};
	r->block_named = false;
	r->alternative = in_choice(r, i);
	bool named;
	if (!heed_speaker(r, i, &after, &named))
		return false;
	find_base(r, i);
	end_denials(r, i);
	r->reading->denies = false;
	bool beside;
	if (!read_beside(r, i, words, last_block, &beside))
		return false;
	if (beside) {
		r->skip_to = *last_block + 1;
		r->scopes[i] = (struct scope){0};
		return true;
	}
	size_t const first = r->s->sentences.len;
	uint32_t const begin = named                 ? after
	                       : range_len(b->core) ? b->label.begin
	                                            : words.begin;
	redline_range const restated =
		range_trim(r->s->text, (redline_range){begin, words.end});
	if (!read_body(r, b, restated, words, last, glued))
		return false;
	if (r->skip_to < done)
		r->skip_to = done;
	report_bare_wording(r, i, first);
	report_empty_item(r, i, last, first);
	lead_on(r, i, words, last);
	topic_heed(r, i, named, first);
	heed_spoken(r, i);
	under_block(r, i, !named && (is_titular(r, b) || ends_with_colon(r->s->text, words)), first);
	return true;
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
	if (!envelope_read(&envelope, &s->arena, speech_lexer(r->speech, r->tongue), s->layout,
	                   &r->quotes))
		return false;
	set_speakers(&r->title, envelope.parties, envelope.party_count);
	r->title_block = envelope.title;
	s->date = envelope.date;
	s->speaker = joined_names(&s->arena, &r->title);
	VEC_EXPECT(&s->sentences, s->text.len / BYTES_A_SENTENCE);
	VEC_EXPECT(&s->amendments, s->text.len / BYTES_AN_AMENDMENT);
	if (!read_blocks(r))
		return false;
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
	items_release(&r->items);
	return ok;
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
