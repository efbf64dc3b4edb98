/*
 * statement_under.c -- the headings that an amendment is made under (statement_run.h).
 *
 * People list their amendments under the headings of the draft: "Foreword", and below it
 * "replace ...".  Whether a line, or the words before a colon, are a heading of the draft
 * only the draft can tell, so every line that might be one is kept with what stands under
 * it.  Places that were named before the line then hold only if it is none.
 */
#include "beside.h"
#include "named.h"
#include "statement_run.h"

#define PLAIN_LEVEL 7u /* of a line without marks, below all marked headings */
#define LEAD_LEVEL  8u /* of words before a colon */
#define UNDER_BYTES 120u
#define LABEL_WORD  12u  /* bytes of the word of a label */

/* The scope's places come from before a line that may be a heading. */
static struct scope aged(struct reading_run *r, struct scope scope)
{
	redline_place *copy = scope.count ? arena_array(&r->s->arena, scope.count, sizeof *copy) : NULL;
	if (!copy)
		return scope;
	for (uint32_t i = 0; i < scope.count; i++) {
		copy[i] = scope.places[i];
		copy[i].older = copy[i].count;
	}
	return (struct scope){copy, scope.count};
}

static void leave(struct reading_run *r, uint8_t level)
{
	while (r->unders.count && r->unders.level[r->unders.count - 1] >= level)
		r->unders.count--;
	r->unders.kept = NULL;
}

static void enter(struct reading_run *r, redline_range words, uint8_t level)
{
	struct unders *u = &r->unders;
	leave(r, level);
	if (u->count == UNDERS_MAX)
		return;
	u->words[u->count] = bytes_in(r->s->text, words);
	u->level[u->count++] = level;
	r->current = aged(r, r->current);
	r->lead = aged(r, r->lead);
}

/* "Cl 5", "OP-9", "P. 5": a word, a number and no more. */
static bool is_like_label(redline_bytes lead)
{
	size_t word = 0, at;
	while (word < lead.len && (is_alpha(lead.ptr[word]) || lead.ptr[word] == '.'))
		word++;
	for (at = word; at < lead.len && (is_blank(lead.ptr[at]) || lead.ptr[at] == '-');)
		at++;
	size_t const number = at;
	while (at < lead.len && (is_digit(lead.ptr[at]) || lead.ptr[at] == '.'))
		at++;
	redline_bytes const name = {lead.ptr, word};
	return word && word <= LABEL_WORD && at > number && at == lead.len &&
	       !listed(lang_item_heads, name) && !listed(lang_text_words, name) &&
	       !listed(lang_number_heads, name);
}

/* Does the sentence name a place by its unit: "paragraph 5", "OP5"? */
static bool names_unit(const struct lexed *l)
{
	for (uint32_t i = 0; i < l->count; i++)
		if (l->at[i].cls == LEX_UNIT ||
		    (l->at[i].cls == LEX_NUMERAL &&
		     l->numerals[l->at[i].value].unit != REDLINE_DOCUMENT))
			return true;
	return false;
}

static void refuse_lead(struct reading *out, const char *message, redline_range lead)
{
	out->kind = REDLINE_PUZZLE;
	out->count = 0;
	out->puzzle = (struct puzzle){"place-unknown", message, true, false, lead};
}

/* "Throughout, replace ...", where a place was named before. */
static bool begins_everywhere(const struct lexed *l)
{
	return l->count > 1 && l->at[0].cls == LEX_QUANTIFIER && is_punct(&l->at[1], ',');
}

void under_label(const struct reading_run *r, const struct lexed *lexed, struct reading *out)
{
	if (out->kind != REDLINE_INSTRUCTION || out->repeat || out->check.present)
		return;
	bool const everywhere = r->base.count && begins_everywhere(lexed);
	redline_range const lead = everywhere ? lexed->at[0].range : named_lead(lexed);
	if (!range_len(lead) ||
	    (!everywhere && !is_like_label(bytes_in(r->s->text, lead))) || names_unit(lexed))
		return;
	refuse_lead(out,
	            everywhere ? "it is not clear whether this means the place named before or all "
	                         "of the text; name the place, or say \"throughout the text\": "
	                       : "it is not clear which place this is; name its paragraph: ",
	            lead);
}

void under_lead(struct reading_run *r, const struct lexed *lexed)
{
	redline_range const lead = named_lead(lexed);
	if (!range_len(lead) || beside_field(bytes_in(r->s->text, lead)) != FIELD_NONE)
		return;
	enter(r, lead, LEAD_LEVEL);
	r->base = aged(r, r->base);
}

void under_block(struct reading_run *r, uint32_t i, bool titular, size_t first)
{
	const redline_block *b = &r->blocks[i];
	redline_range words = {range_len(b->label) ? b->label.begin : b->body.begin, b->body.end};
	words = beside_label(r->s->text, words);
	if (!titular || !range_len(words) || range_len(words) > UNDER_BYTES ||
	    beside_field(bytes_in(r->s->text, words)) != FIELD_NONE)
		return;
	for (size_t k = first; k < r->s->sentences.len; k++)
		if (r->s->sentences.at[k].kind != REDLINE_OTHER)
			return;
	enter(r, words, b->kind == REDLINE_HEADING ? b->level : PLAIN_LEVEL);
}

void under_speaker(struct reading_run *r, bool alone)
{
	leave(r, alone ? 0 : PLAIN_LEVEL);
}

const redline_bytes *under_now(struct reading_run *r)
{
	struct unders *u = &r->unders;
	if (!u->count || u->kept)
		return u->kept;
	redline_bytes *copy = arena_array(&r->s->arena, u->count, sizeof *copy);
	if (copy)
		memcpy(copy, u->words, u->count * sizeof *copy);
	return u->kept = copy;
}
