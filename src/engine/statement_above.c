/*
 * statement_above.c -- whether the sentence above a list asks for its items
 * (statement_run.h).
 *
 * The items look like orders of their own, but what stands above them says what they are:
 * "Kenya proposes:", "OP4:", "Editorial changes:".  Above others only one of them is meant
 * ("Alternatives:"), or they are somebody else's ("Kenya supports:"), or it is not known what
 * they are ("Tomorrow Kenya will think about:"); so of what is more than a title words are
 * wanted that speak of amendments or of what a speaker has to say.
 */
#include "listed.h"
#include "statement_run.h"

#define TITLE_WORDS 3u  /* "Day two:", "For Kenya:", but not "Kenya will think about:" */
#define SOLID_BYTES 24u /* where words are not parted */

/* Large lists, made ready when the first such sentence needs them. */
struct lead_words {
	struct listed_words clear[LANG_CLEAR_LEADS];
};

static const struct lead_words *words_for(struct reading_run *r)
{
	if (r->lead_words || !(r->lead_words = arena_alloc(&r->s->arena, sizeof *r->lead_words)))
		return r->lead_words;
	for (unsigned i = 0; i < LANG_CLEAR_LEADS; i++)
		listed_prepare(&r->lead_words->clear[i], lang_clear_leads[i]);
	return r->lead_words;
}

static bool is_clear(const struct lead_words *words, redline_bytes lead, bool solid)
{
	bool clear = false;
	for (unsigned i = 0; i < LANG_CLEAR_LEADS && !clear; i++)
		clear = listed_words_within(&words->clear[i], lead, solid);
	return clear;
}

/* "Kenya supports the following:", whosever that is; not "supports the text with ...". */
static bool only_takes_position(const struct reading_run *r, redline_bytes lead)
{
	const struct reading *reading = r->reading;
	if (reading->kind != REDLINE_POSITION || reading->proposes ||
	    listed_whole(lang_provisos, lead, lexer_lang(r->lexer)->solid))
		return false;
	for (unsigned i = 0; i < reading->position_count; i++)
		if (reading->positions[i].places.count ||
		    reading->positions[i].stance == REDLINE_OPPOSES) /* "the text as it stands" */
			return false;
	return true;
}

static redline_bytes without_colon(redline_bytes text, redline_range sentence)
{
	unsigned size;
	(void)utf8_before(text, sentence.end, &size);
	sentence.end -= size;
	return bytes_in(text, range_trim(text, sentence));
}

static bool is_title(redline_bytes lead, bool solid)
{
	return solid ? lead.len <= SOLID_BYTES : bytes_words(lead) <= TITLE_WORDS;
}

const char *doubt_above(struct reading_run *r, redline_range sentence, uint32_t last)
{
	const struct reading *reading = r->reading;
	if (reading->kind == REDLINE_INSTRUCTION || !leads_on(r->s->text, sentence))
		return NULL;
	redline_bytes const lead = without_colon(r->s->text, sentence);
	bool const solid = lexer_lang(r->lexer)->solid;
	if (listed_words_within(&lexer_lists(r->lexer)->choices, lead, solid))
		return "only one of these is asked for, as what stands above them says; say which";
	const struct lead_words *words = is_laid_out(r, last) ? words_for(r) : NULL;
	if (!words)
		return NULL;
	if (reading->kind == REDLINE_PUZZLE)
		return "what stands above it is not understood";
	if (only_takes_position(r, lead))
		return "what stands above it is a position, and no proposal; say elsewhere what is "
		       "proposed";
	if (reading->kind == REDLINE_OTHER && !reading->proposes && !reading->has_places &&
	    !is_title(lead, solid) && !is_clear(words, lead, solid))
		return "it is not clear whether what stands above it asks for this; write \"we "
		       "propose:\" if it does";
	return NULL;
}
