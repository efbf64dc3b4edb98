/*
 * statement_lead.c -- how a sentence begins that may name a place which is not understood
 * (statement_run.h).
 *
 * "Cl 5: delete ..." and "Pargraph 5: ..." begin with a word and a number, as labels do; what
 * is not understood of a place must not be passed over, since the change would be made
 * wherever its words stand.  "Throughout, ..." may mean the place named before or all of
 * the text.
 */
#include "listed.h"
#include "named.h"
#include "statement_run.h"

#define WORD_BYTES 12u /* of the word of a label */

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
	return word && word <= WORD_BYTES && at > number && at == lead.len &&
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

/* "Throughout, replace ...", where a place was named before. */
static bool begins_everywhere(const struct lexed *l)
{
	return l->count > 1 && l->at[0].cls == LEX_QUANTIFIER && is_punct(&l->at[1], ',');
}

void heed_lead(const struct reading_run *r, const struct lexed *lexed, struct reading *out)
{
	if (out->kind != REDLINE_INSTRUCTION || out->repeat || out->check.present)
		return;
	bool const everywhere = r->base.count && begins_everywhere(lexed);
	redline_range const lead = everywhere ? lexed->at[0].range : named_lead(lexed);
	bool const label = !everywhere && is_like_label(bytes_in(r->s->text, lead));
	if ((!everywhere && !label) || names_unit(lexed))
		return;
	refuse_reading(out, "place-unknown",
	               label ? "it is not clear which place this is; name its paragraph: "
	                     : "it is not clear whether this means the place named before or all "
	                       "of the text; name the place, or say \"throughout the text\": ",
	               lead);
	out->puzzle.quote_words = true;
}
