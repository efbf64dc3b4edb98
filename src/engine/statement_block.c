/*
 * statement_block.c -- one block of a statement after the other: what it stands under, its
 * words as sentences or as texts set beside each other, and what it means for those behind it
 * (statement_run.h).
 */
#include "statement_run.h"

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
	bool const heads = leads_on(r->s->text, words) || b->kind == REDLINE_HEADING ||
	                   label_place(b, &(redline_unit){0}) || goes_on_in_line(r, i);
	r->lead = heads && r->block_named ? r->base : (struct scope){0};
}

/* Whoever speaks there, and what. */
static bool read_text(struct reading_run *r, uint32_t i, uint32_t *last_block)
{
	uint32_t glued, after;
	const redline_block *b = &r->blocks[i];
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
	bool beside = false;
	if (!in_mail_head(r, b) && !read_beside(r, i, words, last_block, &beside))
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
	under_block(r, i, !named && (is_titular(r, b) || leads_on(r->s->text, words)), first);
	return true;
}

/* Reads block i and those whose words belong to it, up to *last. */
static bool read_block(struct reading_run *r, uint32_t i, uint32_t *last_block)
{
	const redline_block *b = &r->blocks[i];
	*last_block = r->at_block = i;
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
	return read_text(r, i, last_block);
}

bool read_blocks(struct reading_run *r)
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
