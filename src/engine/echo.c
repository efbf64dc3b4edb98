/*
 * echo.c -- "Same change in OP9.", "OP7 too.": what may repeat the amendment before it
 * (clause.h).
 *
 * The forms that surely do are rows of the language (LEX_REPEAT).  Of all others there is no
 * end, so they are told by a word that points back, in a short sentence that names a number
 * or quotes words ("“a” as well.") and in which nothing else was seen.  Nothing is repeated by
 * them: they are refused, or warned of where narrative may have them, too.
 */
#include "clause.h"

#include "listed.h"

enum { ECHO_MAX = 16, ECHO_SHORT = 10 };

/* Is the sentence one that tells, judges or denies? */
static bool is_told(const struct lexed *l)
{
	return lexed_may_have(l, LEX_BIT(LEX_HISTORY) | LEX_BIT(LEX_STANCE) | LEX_BIT(LEX_NEGATION) |
	                                 LEX_BIT(LEX_DOUBT) | LEX_BIT(LEX_SPEAKER));
}

/* "Likewise, paragraph 6 is too long": a word that does not point back. */
static bool has_strange_word(const struct grammar *g)
{
	const struct lexed *l = g->cursor.lexed;
	const struct lang *lang = cursor_lang(&g->cursor);
	const struct listed_words *echoes = &lexer_lists(g->cursor.lexer)->echoes;
	for (uint32_t i = 0; i < l->count; i++)
		if (l->at[i].cls == LEX_WORD && l->at[i].value == WORD_UNKNOWN && !lang->solid &&
		    !listed_words_whole(echoes, bytes_in(g->cursor.text, l->at[i].range), false))
			return true;
	return false;
}

/* May it be words of the draft, or of somebody, that are like others? */
static bool may_tell(const struct grammar *g)
{
	const struct lexed *l = g->cursor.lexed;
	return has_strange_word(g) || l->count > ECHO_SHORT ||
	       lexed_may_have(l, LEX_BIT(LEX_TEXT) | LEX_BIT(LEX_WE) | LEX_BIT(LEX_HEDGE));
}

void heed_echo(struct grammar *g)
{
	const struct lexed *l = g->cursor.lexed;
	const struct word_lists *lists = lexer_lists(g->cursor.lexer);
	bool const solid = cursor_lang(&g->cursor)->solid;
	if (!g->around->follows || l->count < 2 || l->count > ECHO_MAX ||
	    !lexed_may_have(l, LEX_BIT(LEX_NUMERAL) | LEX_BIT(LEX_QUOTE)) || is_told(l) ||
	    is_punct(&l->at[l->count - 1], ':'))
		return;
	redline_range const all = {l->at[0].range.begin, l->at[l->count - 1].range.end};
	redline_bytes const text = bytes_in(g->cursor.text, all);
	bool const sure = listed_words_whole(&lists->echoes, text, solid) ||
	                  (l->at[0].cls == LEX_AND && !may_tell(g));
	if (!sure && !listed_words_whole(&lists->also, text, solid))
		return;
	bool const warns = !sure || may_tell(g);
	g->out->puzzle = (struct puzzle){
		"not-understood",
		warns ? "nothing is changed by this; if the change before it is to be made here, "
		        "too, say it in full"
		      : "it is not clear whether the change before this is to be made here, too; "
		        "say it in full",
		false, warns, all};
	if (!warns)
		g->out->kind = REDLINE_PUZZLE;
}
