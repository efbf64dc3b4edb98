/*
 * statement_denied.c -- what stands under "We cannot accept the following:", or in a part
 * with the heading "Rejected amendments", is not asked for (statement_run.h).
 *
 * A lead-in takes back all that follows it, in tables, lists and paragraphs, up to a heading,
 * another speaker, or a sentence that proposes something.  Text in between ends nothing: who
 * goes on to propose can say so.  A heading takes back its part.  What is taken back is an
 * error, since it stands in a file of amendments.  So is what is quoted of another mail.
 */

#include <unictype.h>

#include "envelope.h"
#include "listed.h"
#include "statement_run.h"

#define OF_ANOTHER_TEXT \
	"what stands above it is a place of another text; name the paragraph of the draft"

#define LEAD_BYTES 240u /* a longer sentence without a colon leads to nothing */

/* Lists that are looked for in leads: large, and made ready when the first one needs them. */
struct denial_words {
	struct listed_words refusals, assents, ahead, here, idle, idle_proposals;
};

static const struct denial_words *words_for(struct reading_run *r)
{
	if (!r->denial_words && (r->denial_words = arena_alloc(&r->s->arena,
	                                                       sizeof *r->denial_words))) {
		listed_prepare(&r->denial_words->refusals, lang_refusals);
		listed_prepare(&r->denial_words->assents, lang_assents);
		listed_prepare(&r->denial_words->ahead, lang_ahead);
		listed_prepare(&r->denial_words->here, lang_here);
		listed_prepare(&r->denial_words->idle, lang_idle);
		listed_prepare(&r->denial_words->idle_proposals, lang_idle_proposals);
	}
	return r->denial_words;
}

static bool says(const struct reading_run *r, const struct listed_words *words, redline_range range)
{
	return listed_words_within(words, bytes_in(r->s->text, range), lexer_lang(r->lexer)->solid);
}

bool says_refusal(struct reading_run *r, redline_range range)
{
	const struct denial_words *words = words_for(r);
	return words && says(r, &words->refusals, range) && !says(r, &words->assents, range);
}

bool is_titular(const struct reading_run *r, const redline_block *b)
{
	if (b->kind == REDLINE_HEADING)
		return true;
	if (is_list_item(b) || b->kind == REDLINE_TABLE_ROW || !range_len(b->body) ||
	    range_len(b->body) > TITLE_BYTES)
		return false;
	unsigned size;
	return is_word_char(utf8_before(r->s->text, b->body.end, &size));
}

/* ---- where a denial ends ---- */

const struct denial *denial_now(const struct reading_run *r)
{
	return r->denied_list.holds   ? &r->denied_list
	       : r->denied_part.holds ? &r->denied_part
	                              : NULL;
}

/* Does such a line begin something else?  "Paragraph 5" and "Delete paragraph 6" do not. */
static bool begins_part(struct reading_run *r, const redline_block *b)
{
	redline_range const body = b->body;
	redline_bytes const words = bytes_in(r->s->text, body);
	bool const labels = b->kind != REDLINE_HEADING && /* "Current text: ..." */
	                    (memchr(words.ptr, '\n', words.len) || memchr(words.ptr, ':', words.len));
	if (!words.len || labels || !read_sentence(r, body, r->peeked))
		return false;
	return r->peeked->kind == REDLINE_OTHER || r->peeked->kind == REDLINE_POSITION ||
	       r->peeked->proposer_count;
}

void end_denials(struct reading_run *r, uint32_t i)
{
	const redline_block *b = &r->blocks[i];
	r->denied_here = false;
	if (!denial_now(r))
		return;
	r->denied_part.holds &= i < r->denied_part.until;
	r->denied_list.holds &= i < r->denied_list.until;
	if (!is_titular(r, b) || !begins_part(r, b))
		return;
	r->denied_list.holds = false;
	r->denied_part.holds &= b->kind == REDLINE_HEADING; /* one below it */
}

void end_denial_by(struct reading_run *r, uint32_t i, bool alone)
{
	struct denial *d = &r->denied_list;
	if (!d->holds || is_list_item(&r->blocks[i]))
		return;
	bool const first = i <= d->first;
	d->of_parties |= first && !alone; /* "We oppose the following:", and whose they are */
	if (!first && !d->of_parties)
		d->holds = false;
}

/* "We propose", "Japan proposes" in its own statement: not what another one does. */
static bool is_own(const struct reading_run *r, const struct reading *reading)
{
	const struct speakers *s = speakers_now(r);
	bool own = !reading->proposer_count;
	for (unsigned i = 0; i < s->count; i++)
		for (unsigned k = 0; k < reading->proposer_count; k++)
			own |= bytes_equal(s->party[i], reading->proposers[k]);
	return own;
}

/* "Our amendments:" */
static bool heads_own(const struct reading_run *r, redline_range range)
{
	const struct lang *lang = lexer_lang(r->lexer);
	redline_bytes const words = bytes_in(r->s->text, range);
	return leads_on(r->s->text, range) && listed_within(lang->own, words) &&
	       listed_within(lang->proposals, words);
}

void end_denial_by_proposal(struct reading_run *r, const struct reading *reading,
                            redline_range range)
{
	if (!r->denied_list.holds || is_list_item(&r->blocks[block_of(r, range.end)]))
		return;
	if (is_own(r, reading) && (reading->proposes || (!reading->denies && heads_own(r, range))))
		r->denied_list.holds = false;
}

/* ---- where one begins ---- */

/* "..., our amendments are:" */
static bool tail_proposes(const struct reading_run *r, redline_range words)
{
	const struct lang *lang = lexer_lang(r->lexer);
	redline_bytes const all = bytes_in(r->s->text, words);
	size_t comma = all.len;
	while (comma && all.ptr[comma - 1] != ',' && all.ptr[comma - 1] != ';')
		comma--;
	redline_bytes const tail = {all.ptr + comma, all.len - comma};
	return comma && listed_within(lang->own, tail) && listed_within(lang->proposals, tail);
}

/* "..., but propose the following:" */
static bool proposes_after_all(const struct reading_run *r, redline_range words)
{
	return r->reading->proposes || tail_proposes(r, words);
}

/* Does the place say which provision: "paragraph 5", but not "the table"? */
static bool names_provision(const struct place_set *set)
{
	for (unsigned i = 0; i < set->count; i++)
		for (uint32_t k = 0; k < set->at[i].count; k++)
			if (set->at[i].steps[k].label.len || set->at[i].steps[k].ordinal)
				return true;
	return false;
}

/* Was the sentence read last a position against what it does not name, or a proposal on it? */
static bool is_against(const struct reading *reading, bool of_proposal)
{
	bool against = false;
	for (unsigned i = 0; reading->kind == REDLINE_POSITION && i < reading->position_count; i++)
		against |= reading->positions[i].stance == REDLINE_OPPOSES &&
		           (of_proposal || !names_provision(&reading->positions[i].places));
	return against;
}

bool is_laid_out(const struct reading_run *r, uint32_t last)
{
	uint32_t const n = next_text_block(r, last + 1);
	return n < r->block_count && !is_list_item(&r->blocks[last]) &&
	       (r->blocks[n].kind == REDLINE_TABLE_ROW || is_list_item(&r->blocks[n]));
}

/* "We do not wish", and no full stop: the sentence goes on in what stands below it. */
static bool runs_on(redline_bytes text)
{
	unsigned size;
	return text.len && uc_is_alpha(utf8_before(text, (uint32_t)text.len, &size));
}

/* Does the sentence point at what follows block `last`: with a colon, with "the following", or
 * with "this table", where one does follow? */
static bool points_ahead(struct reading_run *r, redline_range sentence, uint32_t last)
{
	const struct denial_words *words = words_for(r);
	if (leads_on(r->s->text, sentence))
		return true;
	redline_bytes const text = bytes_in(r->s->text, sentence);
	if (!words || text.len > LEAD_BYTES || memchr(text.ptr, ':', text.len))
		return false; /* "We cannot accept the following paragraphs: 8 and 9." */
	return says(r, &words->ahead, sentence) ||
	       (is_laid_out(r, last) && (says(r, &words->here, sentence) || runs_on(text)));
}

/* "Kenya's proposal was as follows:" */
static bool tells_of_past(const struct reading_run *r, redline_range sentence)
{
	redline_bytes const text = r->s->text;
	if (!leads_on(text, sentence))
		return false;
	unsigned size;
	(void)utf8_before(text, sentence.end, &size);
	redline_range const lead = {sentence.begin, sentence.end - size};
	return listed_end(lang_past_leads, bytes_in(text, range_trim(text, lead)));
}

/* "For information", "Amendments not moved" */
static bool leads_to_idle(struct reading_run *r, redline_range sentence, bool of_proposal)
{
	const struct denial_words *words = words_for(r);
	redline_bytes const text = bytes_in(r->s->text, sentence);
	if (!words || text.len > LEAD_BYTES || says(r, &words->refusals, sentence) ||
	    says(r, &words->assents, sentence))
		return false; /* "not opposed to" */
	return (says(r, &words->idle, sentence) ||
	        (of_proposal && r->reading->kind == REDLINE_OTHER && text.len <= TITLE_BYTES &&
	         !listed_within(lexer_lang(r->lexer)->own, text) &&
	         says(r, &words->idle_proposals, sentence)));
}

/* Is the block's last sentence, which leads to what follows, against that? */
static bool denies(struct reading_run *r, redline_range sentence, uint32_t last, bool titular)
{
	const struct reading *reading = r->reading;
	bool const leads = !titular || is_laid_out(r, last);
	if (reading->denies || (reading->negates && leads && !tail_proposes(r, sentence)) ||
	    tells_of_past(r, sentence))
		return true;
	bool const of_proposal =
		listed_within(lexer_lang(r->lexer)->proposals, bytes_in(r->s->text, sentence));
	bool const says_so = (of_proposal || !reading->has_places) &&
	                     reading->kind != REDLINE_PUZZLE &&
	                     (says_refusal(r, sentence) || leads_to_idle(r, sentence, of_proposal));
	return (is_against(reading, of_proposal) || says_so) && !proposes_after_all(r, sentence);
}

/* How far a denial in block i goes: a list item's over what is listed under it. */
static uint32_t denial_end(const struct reading_run *r, uint32_t i, uint32_t first)
{
	const redline_block *b = &r->blocks[i];
	if (!is_list_item(b))
		return b->kind == REDLINE_HEADING ? b->subtree_end : r->block_count;
	return b->subtree_end > first + 1 ? b->subtree_end : first + 1;
}

void begin_denials(struct reading_run *r, uint32_t i, redline_range words, uint32_t last)
{
	const redline_block *b = &r->blocks[i];
	bool const titular = is_titular(r, b);
	size_t const n = r->s->sentences.len;
	if (!range_len(words) || !n)
		return;
	redline_range const sentence = r->s->sentences.at[n - 1].source;
	if (sentence.begin < words.begin || sentence.end > words.end ||
	    r->reading->kind == REDLINE_INSTRUCTION ||
	    (!titular && !points_ahead(r, sentence, last)))
		return;
	bool const asks = lead_asks(r, last);
	bool const against = (!asks || !r->reading->wonders) && denies(r, sentence, last, titular);
	const char *doubt = asks || against ? NULL : doubt_above(r, sentence, last);
	if (!asks && !against && !doubt)
		return;
	uint32_t const first = next_text_block(r, last + 1);
	bool const listed = !against && is_laid_out(r, last); /* no more than the list is */
	struct denial const denial = {
		.holds = true,
		.until = listed ? list_end(r, first) : denial_end(r, i, first),
		.first = first,
		.why = r->reading->elsewhere ? OF_ANOTHER_TEXT : doubt,
		.by = sentence,
	};
	if (titular)
		r->denied_part = denial;
	else
		r->denied_list = denial;
}

/* ---- what it does ---- */

const char *denial_message(const struct reading_run *r)
{
	const struct denial *d = denial_now(r);
	return d && d->why ? d->why
	                   : "what stands above it does not ask for this; say elsewhere what is "
	                     "proposed";
}

/* "-----Original Message-----": where the mail begins that this one quotes; UINT32_MAX. */
static uint32_t find_quoted_mail(redline_bytes text)
{
	const char *at = text.ptr, *end = text.ptr + text.len;
	while (at < end && (at = memchr(at, '-', (size_t)(end - at)))) {
		uint32_t dashes = 0;
		bool rule = false;
		for (; at < end && (*at == '-' || *at == ' '); at++) {
			dashes = *at == '-' ? dashes + 1 : 0;
			rule |= dashes == 3;
		}
		redline_bytes const rest = {at, (size_t)(end - at)};
		if (rule && rest.len && listed_start(lang_quoted_mail, rest))
			return (uint32_t)(at - text.ptr);
	}
	return UINT32_MAX;
}

static bool is_quoted(struct reading_run *r, redline_range range)
{
	if (!r->mail_sought)
		r->mail = find_quoted_mail(r->s->text);
	r->mail_sought = true;
	return range.begin >= r->mail || r->blocks[block_of(r, range.end)].quoted;
}

static const char *why_refused(const struct reading_run *r, redline_range range, bool quoted)
{
	if (range.begin >= r->mail)
		return "this stands in a mail that is quoted; say above it what is proposed";
	if (quoted)
		return "this is quoted, with \"> \" before it; say outside of the quotation what "
		       "is proposed";
	return denial_message(r);
}

bool heed_denial(struct reading_run *r, redline_range range, struct reading *reading)
{
	if (reading->kind != REDLINE_INSTRUCTION)
		return false;
	bool const quoted = is_quoted(r, range);
	if (!denial_now(r) && !r->denied_here && !quoted)
		return false;
	refuse_reading(reading, "not-understood", why_refused(r, range, quoted), range);
	return !quoted;
}
