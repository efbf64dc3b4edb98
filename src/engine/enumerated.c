/*
 * enumerated.c -- "On paragraph 2: (a) delete the paragraph": the (a) may number the change, or
 * be the item of paragraph 2 (clause.h).
 *
 * Words that are quoted tell which, since they must stand there.  Where all of a provision is
 * to go, nothing does: if the (a) was read as a place, it is refused; if not, the draft tells
 * whether paragraph 2 has such an item at all.
 */
#include "clause.h"

/* "(a)", "a)", "(iv)" or "2)" at the start of the text, and a blank behind it; where it ends. */
static size_t enumerator(redline_bytes text, redline_bytes *number)
{
	enum { LONGEST = 4 };
	size_t at = 0;
	while (at < text.len && is_blank(text.ptr[at]))
		at++;
	at += at < text.len && text.ptr[at] == '(';
	size_t const begin = at;
	while (at < text.len && at - begin < LONGEST &&
	       (is_alpha(text.ptr[at]) || is_digit(text.ptr[at])))
		at++;
	if (at == begin || at >= text.len || text.ptr[at] != ')')
		return 0;
	*number = (redline_bytes){text.ptr + begin, at - begin};
	return at + 1;
}

/* Is what comes at lexeme i, past small words, a verb whose subject stands before it: "(a) is
 * deleted"? */
static bool is_subject_of(const struct grammar *g, uint32_t i)
{
	const struct lexeme *all = g->cursor.lexed->at;
	while (all[i].cls == LEX_FILLER && all[i].value != FILLER_ARTICLE)
		i++;
	return (all[i].cls == LEX_ACTION && FORM_OF(all[i].value) == FORM_PASSIVE) ||
	       all[i].cls == LEX_END || all[i].cls == LEX_IN || all[i].cls == LEX_OF;
}

/* The enumerator behind a place and a colon or dash; false if there is none. */
static bool find_enumerator(const struct grammar *g, redline_range *where, redline_bytes *number)
{
	const struct lexeme *all = g->cursor.lexed->at;
	redline_bytes const text = g->cursor.text;
	uint32_t k = 1, i;
	while (all[k].cls != LEX_END && all[k].cls != LEX_ACTION && all[k].cls != LEX_PUNCT)
		k++;
	if (!is_punct(&all[k], ':') && !is_punct(&all[k], ',') && !is_dash(&all[k]))
		return false;
	if (all[k - 1].cls != LEX_NUMERAL && all[k - 1].cls != LEX_UNIT)
		return false;
	uint32_t const begin = all[k].range.end;
	uint32_t const end = all[g->cursor.lexed->count].range.begin;
	size_t const len =
		enumerator(bytes_in(text, (redline_range){begin, end > begin ? end : begin}), number);
	*where = range_trim(text, (redline_range){begin, begin + (uint32_t)len});
	for (i = k + 1; all[i].cls != LEX_END && all[i].range.begin < where->end; i++)
		continue;
	/* "in paragraph 2, (a) delete", but "in paragraph 2, (a) and (b)" */
	bool const order = all[i].cls == LEX_ACTION && IS_ACTIVE(all[i].value);
	return len && (order || (!is_punct(&all[k], ',') && !is_subject_of(g, i)));
}

void heed_enumerator(struct grammar *g)
{
	struct reading *out = g->out;
	redline_range where;
	redline_bytes number;
	if (!out->count || !g->cursor.lexed->count || !find_enumerator(g, &where, &number))
		return;
	redline_amendment *m = &out->amendments[0];
	if (m->old_words.present || m->anchor.present || m->place_count != 1 || !m->places[0].count)
		return;
	redline_range const last = m->places[0].steps[m->places[0].count - 1].source;
	if (last.begin < where.end && where.begin < last.end)
		puzzle(g, "place-unknown",
		       "it is not clear whether this numbers the changes or is an item of the place; "
		       "leave it out, or name the item: ",
		       where, true);
	else if (m->action == REDLINE_DELETE || m->action == REDLINE_REWRITE)
		m->item = number;
}
