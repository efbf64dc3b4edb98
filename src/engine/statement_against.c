/*
 * statement_against.c -- what the next sentence makes of an amendment (statement_run.h).
 *
 * "Delete paragraph 7. (Withdrawn)" asks for nothing, and "Japan proposes to delete
 * paragraph 7.  We oppose it." in a statement of Kenya's is a report.  Of Japan's own it
 * is the reason: what Japan opposes is the paragraph.
 */
#include "listed.h"
#include "statement_run.h"

bool is_organ(redline_bytes party)
{
	for (size_t i = 0; i < lang_party_count; i++)
		if (bytes_equal(bytes_of(lang_parties[i].name), party))
			return lang_parties[i].kind == PARTY_ORGAN;
	return false;
}

/* Whose statement it is by what stands above it; nobody's if an organ compiled it, or
 * several speak, each in lines behind a "Japan:". */
static const struct speakers *holder(const struct reading_run *r)
{
	const struct speakers *s = r->heading.count ? &r->heading : &r->title;
	bool const speaks = s->count && !r->line.count && !speakers_now(r)->stranger;
	return speaks && !is_organ(s->party[0]) ? s : NULL;
}

static bool is_among(const struct reading *reading, const struct speakers *s)
{
	for (unsigned i = 0; i < s->count; i++)
		for (unsigned k = 0; k < reading->proposer_count; k++)
			if (bytes_equal(s->party[i], reading->proposers[k]))
				return true;
	return false;
}

void note_report(struct reading_run *r, const struct reading *reading, redline_range range)
{
	const struct speakers *s = holder(r);
	r->reported = reading->kind == REDLINE_INSTRUCTION && reading->proposer_count && s &&
	              !is_among(reading, s);
	if (r->reported)
		report_add(&r->s->report, REDLINE_WARNING, "proposer-differs", spot_at(r, range),
		           "this is in a statement of %.*s, and counts as a proposal of %.*s",
		           SHOWN(s->party[0]), SHOWN(reading->proposers[0]));
}

/* A heading with nothing below it: what it says is of what stands above. */
static bool heads_nothing(const struct reading_run *r, uint32_t i)
{
	return r->blocks[i].kind == REDLINE_HEADING &&
	       next_text_block(r, i + 1) >= r->blocks[i].subtree_end;
}

/* In another paragraph "Rejected amendments" is a heading, not a sentence about the one
 * before it. */
static bool is_said_of_last(const struct reading_run *r, redline_range last, redline_range range)
{
	uint32_t const block = block_of(r, range.end);
	if (block_of(r, last.end) == block || heads_nothing(r, block))
		return true;
	redline_bytes const text = bytes_in(r->s->text, range_trim(r->s->text, range));
	char const end = text.len ? text.ptr[text.len - 1] : ':';
	bool const word = !memchr(text.ptr, ' ', text.len);
	return end != ':' && (word || end == '.' || end == ')' || end == ']' ||
	                      memchr(text.ptr, ':', text.len));
}

/* The amendments of sentences from `first` on go. */
static void take_back(struct reading_run *r, size_t first)
{
	redline_sentence *at = r->s->sentences.at;
	for (size_t i = first; i < r->s->sentences.len; i++) {
		if (at[i].kind != REDLINE_INSTRUCTION || !at[i].amendment_count)
			continue;
		if (at[i].first_amendment < r->s->amendments.len)
			r->s->amendments.len = at[i].first_amendment;
		at[i].kind = REDLINE_PUZZLE;
		at[i].amendment_count = 0;
	}
	if (first == r->reversed_to)
		r->reversed_to = r->s->sentences.len;
	r->last_count = 0;
}

/* Is it not known who speaks?  "The EU wishes to ..." may be said by another, too. */
static bool nobody_is_named(const struct reading_run *r)
{
	return !r->line.count && !r->heading.count && !r->title.count;
}

/* "Nous ne pouvons accepter cela.": does a position against point at what stands before it? */
static bool points_back(const struct reading_run *r, const struct reading *reading,
                        redline_range range)
{
	return reading->kind == REDLINE_POSITION && reading->position_count &&
	       reading->positions[0].stance == REDLINE_OPPOSES &&
	       listed_words_within(&lexer_lists(r->lexer)->pointing_back,
	                           bytes_in(r->s->text, range), false);
}

/* "We do not agree with this.", "These changes are not acceptable.": where nobody is named, that
 * may be said of another's amendment. */
static bool opposes_last(struct reading_run *r, const struct reading *reading, redline_range range)
{
	if (!r->s->sentences.len) /* memory is out */
		return false;
	bool const before = /* in a cell to the left of it: why it is proposed */
		range.begin < r->s->sentences.at[r->s->sentences.len - 1].source.begin;
	if (before || !nobody_is_named(r) || reading->kind == REDLINE_INSTRUCTION ||
	    reading->kind == REDLINE_PUZZLE || reading->proposer_count || reading->has_places)
		return false;
	return reading->reversal == REVERSAL_OPPOSES || points_back(r, reading, range) ||
	       ((reading->reversal == REVERSAL_NONE || reading->reversal == REVERSAL_UNSURE) &&
	        reading->kind == REDLINE_OTHER && says_refusal(r, range));
}

/* "Delete paragraph 7. We cannot accept it.": the deletion, or the paragraph? */
static bool may_be_of_text(const struct reading_run *r, const struct reading *reading,
                           redline_range range)
{
	const redline_amendment *m = &r->s->amendments.at[r->last_first];
	bool const on_act = (reading->position_count && reading->positions[0].on_act) ||
	                    listed_within(lang_deletions, bytes_in(r->s->text, range));
	return r->last_count == 1 && m->action == REDLINE_DELETE && !on_act;
}

static void warn_of_stance(struct reading_run *r, redline_range range, redline_range last)
{
	report_add(&r->s->report, REDLINE_WARNING, "opposed", spot_at(r, range),
	           "this may speak against a change that is applied");
	report_note(&r->s->report, spot_at(r, last), "the change");
}

/* "Fell.": in the same paragraph, or with a full stop in the next, where a heading has none. */
static bool is_remark_on_last(const struct reading_run *r, redline_range last, redline_range range)
{
	const redline_block *b = &r->blocks[block_of(r, range.end)];
	redline_bytes const text = bytes_in(r->s->text, range_trim(r->s->text, range));
	unsigned size;
	uint32_t const end = text.len ? utf8_before(text, (uint32_t)text.len, &size) : 0;
	if (b->kind == REDLINE_TABLE_ROW || !r->last_count)
		return false;
	if (block_of(r, last.end) == block_of(r, range.end))
		return true;
	return !is_list_item(b) && b->kind != REDLINE_HEADING &&
	       (end == '.' || end == ']' || end == ')' || end == 0x3002);
}

#define REACH 3u /* sentences that may stand between an amendment and what became of it */

/* "### Outcome": a heading over what became of the amendment above it. */
static bool heads_outcome(const struct reading_run *r, redline_range range)
{
	return listed_within(lang_assent_heads, bytes_in(r->s->text, range));
}

redline_sentence *amended_before(const struct reading_run *r, unsigned between, bool outcomes)
{
	size_t const n = r->s->sentences.len;
	for (size_t i = 0; i < n && i <= between; i++) {
		redline_sentence *s = &r->s->sentences.at[n - 1 - i];
		if (s->kind == REDLINE_INSTRUCTION)
			return s->first_amendment == r->last_first ? s : NULL;
		bool const heads = r->blocks[block_of(r, s->source.end)].kind == REDLINE_HEADING;
		if (s->kind == REDLINE_PUZZLE || (heads && !(outcomes && heads_outcome(r, s->source))))
			return NULL;
	}
	return NULL;
}

/*
 * The sentence with the amendment that is spoken of: the one before, or, of a verdict, one with
 * a few sentences between that ask for nothing: "Delete paragraph 4.  This was discussed at
 * length.  The group did not agree."  NULL if there is none.
 */
static redline_sentence *said_of(const struct reading_run *r, bool verdict)
{
	return amended_before(r, verdict ? REACH : 0, true);
}

static const char *why_taken_back(bool unsure)
{
	return unsure ? "what comes next may say that this is not asked for; leave it out, or, "
	                "if it is a reason, begin it with \"because\""
	              : "what comes next seems to take this back; leave out what is not proposed";
}

bool take_back_last(struct reading_run *r, redline_range range, const char *code,
                    const char *message)
{
	redline_sentence *last = r->last_count ? said_of(r, false) : NULL;
	if (!last)
		return false;
	take_back(r, (size_t)(last - r->s->sentences.at));
	report_add(&r->s->report, REDLINE_ERROR, code, spot_at(r, last->source), "%s", message);
	report_note(&r->s->report, spot_at(r, range), "here");
	return true;
}

void heed_reversal(struct reading_run *r, const struct reading *reading, redline_range range)
{
	if (!r->last_count)
		return;
	bool const unnamed = opposes_last(r, reading, range);
	bool const opposed = (reading->reversal == REVERSAL_OPPOSES && r->reported) || unnamed;
	bool const retracted = reading->reversal == REVERSAL_RETRACTS;
	bool const unsure = reading->reversal == REVERSAL_UNSURE && !opposed;
	if (reading->reversal != REVERSAL_DENIES && !opposed && !retracted && !unsure)
		return;
	bool const told = retracted || reading->reversal == REVERSAL_DENIES;
	redline_sentence *last = said_of(r, told && !unnamed);
	if (!last)
		return;
	bool const heads = leads_on(r->s->text, range_trim(r->s->text, range)) &&
	                   block_of(r, last->source.end) != block_of(r, range.end);
	bool const far = last != &r->s->sentences.at[r->s->sentences.len - 1];
	if (heads || ((retracted || far) && !is_said_of_last(r, last->source, range)) ||
	    (unsure && (!is_remark_on_last(r, last->source, range) ||
	                speaks_of_substance(r, range))))
		return;
	if (unnamed && !retracted && may_be_of_text(r, reading, range)) {
		warn_of_stance(r, range, last->source);
		return;
	}
	bool const all = reading->reverses_all || heads_nothing(r, block_of(r, range.end)) ||
	                 (unnamed && block_of(r, last->source.end) != block_of(r, range.end));
	take_back(r, all ? r->reversed_to : (size_t)(last - r->s->sentences.at));
	report_add(&r->s->report, REDLINE_ERROR, "taken-back", spot_at(r, last->source), "%s",
	           why_taken_back(unsure));
	report_note(&r->s->report, spot_at(r, range), "here");
}
