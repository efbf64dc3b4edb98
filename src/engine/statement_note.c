/*
 * statement_note.c -- what else is noted of a sentence once the grammar has read it
 * (statement_run.h): that it may be of another language, cost too much, speaks of a proposal
 * made before, or has words whose ends are not clear.  Such a sentence is not carried out.
 */
#include <unictype.h>

#include "statement_run.h"

/* "Suprimir el punto 3", which could be of two languages, and not mean the same. */
static void note_rival_tongue(struct reading_run *r, redline_range range, unsigned rival,
                              struct reading *reading)
{
	if (rival == r->sentence_tongue || reading->kind != REDLINE_INSTRUCTION)
		return;
	refuse_reading(reading, "language-unclear",
	               "this may be in more than one language; say which with --lang", range);
}

/* What could not be looked up within bounds may have been the word that matters. */
static void note_costly(struct reading_run *r, redline_range range, struct reading *reading)
{
	uint32_t at;
	if (!speech_gave_up(r->speech, &at))
		return;
	reading->position_count = 0;
	refuse_reading(
		reading, "too-intricate",
		"this is too long or too intricate to be read; say it in shorter sentences",
		(redline_range){at > range.begin && at < range.end ? at : range.begin, range.end});
}

static void proposal_puzzle(struct reading *reading, const char *code, const char *message,
                            redline_range range)
{
	reading->position_count = 0;
	refuse_reading(reading, code, message, range);
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

void note_reading(struct reading_run *r, redline_range range, unsigned rival,
                  struct reading *reading)
{
	note_rival_tongue(r, range, rival, reading);
	if (r->proposal.found)
		note_proposal(r, range, reading);
	else if (r->proposal.talk)
		note_talk(range, reading);
	note_costly(r, range, reading);
}

/* ---- once it is heeded ---- */

static void note_unbalanced(struct reading_run *r, redline_range range, struct reading *reading)
{
	uint32_t where;
	bool const matters =
		reading->kind == REDLINE_INSTRUCTION || reading->kind == REDLINE_PUZZLE;
	if (!matters || !quotes_stray_in(&r->quotes, range, &where))
		return;
	unsigned size;
	(void)utf8_at(r->s->text, where, &size);
	refuse_reading(reading, "unbalanced-quotes", "this quotation mark has no partner",
	               (redline_range){where, where + size});
}

/* "is-" and "sue" on the next line: a word that the line's end broke, or one with a hyphen? */
static bool breaks_word(redline_bytes words)
{
	for (size_t at = 1; at + 1 < words.len; at++) {
		unsigned size;
		if (words.ptr[at] != '-' || !uc_is_alpha(utf8_before(words, at, &size)))
			continue;
		size_t next = at + 1;
		bool line = false;
		while (next < words.len && is_space(words.ptr[next]))
			line |= words.ptr[next++] == '\n';
		if (line && next < words.len && uc_is_lower(utf8_at(words, next, &size)))
			return true;
	}
	return false;
}

static void note_broken_word(struct reading *reading)
{
	if (reading->kind != REDLINE_INSTRUCTION)
		return;
	for (unsigned i = 0; i < reading->count; i++) {
		const redline_operand *now = &reading->amendments[i].new_words;
		if (!now->present || !breaks_word(now->words))
			continue;
		refuse_reading(reading, "not-understood",
		               "a line of the new words ends with a hyphen, which may be the "
		               "word's own or not; write the word on one line",
		               now->source);
		return;
	}
}

/* A wording that goes on behind its closing mark: the mark stays in it, as in the act. */
static void warn_early_marks(struct reading_run *r, redline_range range,
                             const struct reading *reading)
{
	for (uint32_t i = quotes_from(&r->quotes, range.begin);
	     reading->kind == REDLINE_INSTRUCTION && i < r->quotes.count &&
	     r->quotes.at[i].outer.begin < range.end;
	     i++) {
		uint32_t const early = r->quotes.at[i].early;
		if (early)
			report_add(&r->s->report, REDLINE_WARNING, "early-quote",
			           spot_at(r, (redline_range){early, early + 1}),
			           "the new wording goes on behind this mark, which is kept in "
			           "it; take it out if it is a slip");
	}
}

/* In a list whose items are in doubt a label may be taken for a place. */
static void note_doubtful_list(struct reading_run *r, redline_range range, struct reading *reading)
{
	const struct items *items = &r->items;
	while (r->doubts_done < items->doubts.len &&
	       items->doubts.at[r->doubts_done].end <= range.begin)
		r->doubts_done++;
	if (r->doubts_done == items->doubts.len ||
	    items->doubts.at[r->doubts_done].begin >= range.end ||
	    reading->kind != REDLINE_INSTRUCTION)
		return;
	refuse_reading(reading, "not-understood",
	               "it is not clear where the items of this list begin, since their numbers do "
	               "not go on one by one; put each on a line of its own",
	               range);
}

void note_words(struct reading_run *r, redline_range range, struct reading *reading)
{
	note_unbalanced(r, range, reading);
	note_broken_word(reading);
	warn_early_marks(r, range, reading);
	note_doubtful_list(r, range, reading);
}
