/* turn_end.c -- how the line before a turn ends (turning.h). */
#include "fold.h"
#include "turning.h"

static enum turn_end end_by_lexeme(const struct lexeme *x)
{
	switch (x->cls) {
	case LEX_OF:
	case LEX_IN:
	case LEX_AND:
	case LEX_OR:
	case LEX_TO:
	case LEX_THROUGH:
	case LEX_FROM:
	case LEX_FOR:
	case LEX_LINK:
	case LEX_POSITION:
	case LEX_SPEAKER:
	case LEX_EXCEPT:
	case LEX_REASON:
	case LEX_DOUBT:
		return END_WAITS;
	case LEX_FILLER:
		return x->value == FILLER_ARTICLE || x->value == FILLER_THAT ? END_WAITS : END_ANY;
	case LEX_WORD:
		return x->value == WORD_SPEAKER ? END_WAITS : END_ANY;
	case LEX_QUOTE:
	case LEX_GROUP:
		return END_CLOSES;
	case LEX_NUMERAL:
	case LEX_UNIT:
	case LEX_QUANTIFIER:
	case LEX_ACTION: /* where it stands behind what it is done to */
		return END_FITS;
	default:
		return END_ANY;
	}
}

/* Marks that may stand at a line's end. */
static enum turn_end end_by_mark(uint32_t cp)
{
	switch (plain_mark(cp)) {
	case '.':
	case '!':
	case '?':
		return END_STOPS;
	case ';':
	case ']':
	case ')':
	case '|':
	case 0xFF09:
		return END_CLOSES;
	case ',':
	case '-':
	case '(':
	case '/':
	case 0x2013:
	case 0x2014:
		return END_WAITS;
	default:
		return END_ANY;
	}
}

enum turn_end turn_end(struct turn_search *s, redline_range words)
{
	unsigned size;
	struct lexed l;
	if (!range_len(words))
		return END_CLOSES;
	uint32_t const q = quotes_from(s->quotes, words.end - 1);
	if (q < s->quotes->count && s->quotes->at[q].outer.begin < words.end)
		return s->quotes->at[q].outer.end == words.end ? END_CLOSES : END_WAITS;
	enum turn_end const mark = end_by_mark(utf8_before(s->text, words.end, &size));
	if (mark != END_ANY)
		return mark;
	redline_range tail = words;
	if (range_len(tail) > TURN_TAIL) {
		tail.begin = tail.end - TURN_TAIL;
		while (tail.begin < tail.end && !is_space(s->text.ptr[tail.begin]))
			tail.begin++;
		if (tail.begin == tail.end) /* Chinese */
			tail.begin = turn_character(s->text, tail.end - TURN_TAIL, words.begin);
	}
	return turn_lex(s, tail, &l) ? end_by_lexeme(&l.at[l.count - 1]) : END_ANY;
}

bool turn_leads(struct turn_search *s, redline_range words)
{
	struct lexed l;
	if (!turn_lex(s, turn_lead(s, words), &l))
		return false;
	for (uint32_t i = 0; i < l.count; i++)
		if (l.at[i].cls == LEX_ACTION || l.at[i].cls == LEX_TEXT ||
		    l.at[i].cls == LEX_NEW || l.at[i].cls == LEX_LINK || l.at[i].cls == LEX_SHORT)
			return false;
	return true;
}

bool turn_ends_with_party(struct turn_search *s, redline_range words)
{
	uint32_t len;
	while (range_len(words) &&
	       (s->text.ptr[words.end - 1] == '.' || s->text.ptr[words.end - 1] == ';'))
		words.end--;
	if (!range_len(words) || s->text.ptr[words.end - 1] != ')')
		return false;
	uint32_t const most = range_len(words) > TURN_TAIL ? words.end - TURN_TAIL : words.begin;
	uint32_t open = words.end;
	while (open > most && s->text.ptr[open - 1] != '(')
		open--;
	if (open == most || !turn_lexer(s) ||
	    lex_party(s->lexer, s->text, (redline_range){open, words.end - 1}, &len) < 0)
		return false;
	redline_range const before = range_trim(s->text, (redline_range){words.begin, open - 1});
	enum turn_end const end = turn_end(s, before);
	return end == END_CLOSES || end == END_FITS;
}

bool turn_ends_with_colon(redline_bytes text, redline_range words)
{
	unsigned size;
	return range_len(words) && plain_mark(utf8_before(text, words.end, &size)) == ':';
}
