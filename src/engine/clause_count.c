/*
 * clause_count.c -- which of several like words are meant (clause_parts.h).
 *
 * "the second", "the first and third", "the last two", "all but the first", "all three
 * occurrences"; in an aside, too: "“a” (twice)".  A second count for the same words
 * must say the same, or narrow "each": nothing here overwrites what was said before.
 */
#include "clause_parts.h"

/* Positions among like words, from 1, or from -1 backwards. */
struct counts {
	int32_t at[NTHS_MAX];
	unsigned count;
	bool overflow;
};

static const struct lexeme *past_fillers(const struct lexeme *x)
{
	while (x->cls == LEX_FILLER)
		x++;
	return x;
}

static bool begins_count(const struct lexeme *x)
{
	return x->cls == LEX_ORDINAL || (x->cls == LEX_COUNT && x[1].cls == LEX_ORDINAL);
}

/* "third", "last two", "deux premières"; the lexeme behind it. */
static const struct lexeme *take_count(const struct lexeme *x, struct counts *out)
{
	int32_t many = 1;
	if (x->cls == LEX_COUNT)
		many = x++->value;
	int32_t const nth = x++->value - 100;
	if (x->cls == LEX_COUNT && many == 1)
		many = x++->value;
	for (int32_t k = 0; k < many; k++) {
		if (out->count == NTHS_MAX) {
			out->overflow = true;
			break;
		}
		out->at[out->count++] = nth > 0 ? nth + k : nth - k;
	}
	return x;
}

/* "the first, second and last"; the lexeme behind it, or NULL if there is none. */
static const struct lexeme *take_counts(const struct lexeme *x, struct counts *out)
{
	*out = (struct counts){.count = 0};
	x = past_fillers(x);
	if (!begins_count(x))
		return NULL;
	for (;;) {
		x = take_count(x, out);
		const struct lexeme *next = x;
		next += is_punct(next, ',');
		next += next->cls == LEX_AND;
		if (next == x)
			return x;
		next = past_fillers(next);
		if (!begins_count(next))
			return x;
		x = next;
	}
}

/* ---- into the frame ---- */

static bool is_same_count(const struct frame *f, redline_occurrence occurrence,
                          const struct counts *c)
{
	if (f->occurrence != occurrence || f->nth_count != c->count)
		return false;
	for (unsigned i = 0; i < c->count; i++)
		if (f->nths[i] != c->at[i])
			return false;
	return true;
}

/* "each of the two", "both ... in each place", "each but the last" */
static bool narrows_each(redline_occurrence occurrence)
{
	return occurrence == REDLINE_ALL_BUT || occurrence == REDLINE_BOTH ||
	       occurrence == REDLINE_COUNTED;
}

static void set_counts(struct grammar *g, redline_occurrence occurrence, const struct counts *c)
{
	struct frame *f = g->f;
	bool const narrows = narrows_each(occurrence) && f->occurrence == REDLINE_EACH;
	bool const narrowed = occurrence == REDLINE_EACH && narrows_each(f->occurrence);
	if (f->has_occurrence && narrowed)
		return;
	bool const clash = f->has_occurrence && !narrows && !is_same_count(f, occurrence, c);
	if (clash || c->overflow) {
		puzzle(g, "not-understood",
		       clash ? "it is said in two ways which of these words are meant: "
		             : "too many are counted here: ",
		       peek(g, 0)->range, true);
		return;
	}
	f->has_occurrence = true;
	f->occurrence = occurrence;
	f->nth_count = c->count;
	memcpy(f->nths, c->at, sizeof f->nths);
}

static void set_these(struct grammar *g, const struct counts *c)
{
	set_counts(g, c->count == 1 ? REDLINE_NTH : REDLINE_SOME, c);
}

void count_last(struct grammar *g)
{
	struct counts const last = {.at = {-1}, .count = 1};
	set_these(g, &last);
}

/* "all three": two are both. */
static void set_number(struct grammar *g, int32_t number)
{
	struct counts const c = {.at = {number}, .count = number == 2 ? 0 : 1};
	set_counts(g, number == 2 ? REDLINE_BOTH : REDLINE_COUNTED, &c);
}

static void set_quantity(struct grammar *g, const struct lexeme *x)
{
	static const struct counts none = {.count = 0};
	g->f->told |= (x->value & QUANTIFIER_TOLD) != 0;
	if (x->value & QUANTIFIER_WHOLE) {
		struct place_set draft;
		noun_draft(&g->cursor, &draft);
		take_places(g, g->f, &draft, false);
	}
	if (QUANTIFIER_OF(x->value) != REDLINE_COUNTED) /* that its number does, which follows */
		set_counts(g, (redline_occurrence)QUANTIFIER_OF(x->value), &none);
}

/* ---- what is left out ---- */

/* May the exception end before this? */
static bool ends_exception(const struct lexeme *x)
{
	switch (x->cls) {
	case LEX_END:
	case LEX_PUNCT:
	case LEX_LINK:
	case LEX_TO:
	case LEX_IN:
	case LEX_AND:
	case LEX_GROUP:
	case LEX_REASON:
	case LEX_INSTEAD:
		return true;
	default:
		return false;
	}
}

/* "all “a” but the last", "all but the last “a”": its words follow or stood before. */
static const struct lexeme *past_excepted(const struct frame *f, const struct lexeme *x)
{
	x += x->cls == LEX_OCCURRENCE || x->cls == LEX_ANOTHER;
	const struct lexeme *words = past_fillers(x);
	words += words->cls == LEX_TEXT;
	return !f->object_count && words->cls == LEX_QUOTE ? words : x;
}

static void except_counts(struct grammar *g, const struct counts *c, const struct lexeme *end)
{
	const struct lexeme *next = past_excepted(g->f, end);
	if ((next->cls != LEX_QUOTE && !ends_exception(next)) || g->f->excepted.count)
		puzzle(g, "not-understood", "it is not clear what is to be left as it is: ",
		       peek(g, 0)->range, true);
	else
		set_counts(g, REDLINE_ALL_BUT, c);
	g->role = ROLE_OBJECT;
	g->cursor.at += (uint32_t)(next - peek(g, 0));
}

/* ---- one lexeme ---- */

/* "insert a new sentence after the first" */
static void anchor_to_sentence(struct grammar *g, int32_t nth)
{
	redline_step *step = arena_array(g->cursor.arena, 1, sizeof *step);
	if (!step)
		return;
	*step = (redline_step){
		.unit = REDLINE_SENTENCE, .ordinal = nth, .source = peek(g, 0)->range};
	g->f->anchors.at[0] =
		(redline_place){.steps = step, .count = 1, .source = peek(g, 0)->range};
	g->f->anchors.count = 1;
	g->role = ROLE_OBJECT;
}

/* "كلمة «البلدان» الثانية": behind its words, where a language puts it there. */
static bool counts_words_before(const struct grammar *g, const struct lexeme *end)
{
	const struct lang *lang = cursor_lang(&g->cursor);
	const struct lexeme *x = before_cursor(g);
	return (lang->adjectives_behind || lang->ordinals_behind) && x &&
	       (x->cls == LEX_QUOTE || x->cls == LEX_MARK || x->cls == LEX_OCCURRENCE) &&
	       g->role != ROLE_WITH && g->role != ROLE_TO && end->cls != LEX_UNIT && end->cls != LEX_TEXT;
}

void read_ordinal(struct grammar *g)
{
	struct counts c;
	if (noun_is_place(&g->cursor)) {
		read_places(g);
		return;
	}
	const struct lexeme *first = peek(g, 0), *end = take_counts(first, &c);
	if (g->role == ROLE_EXCEPT) {
		except_counts(g, &c, end);
		return;
	}
	if (g->role == ROLE_ANCHOR && g->f->adds_unit && c.count == 1 && !g->f->anchors.count &&
	    g->f->new_unit == REDLINE_SENTENCE && ends_exception(end)) {
		anchor_to_sentence(g, c.at[0]);
		g->cursor.at += (uint32_t)(end - first);
		return;
	}
	const struct lexeme *words = end;
	words += words->cls == LEX_OCCURRENCE || words->cls == LEX_TEXT;
	bool const wording = words->cls == LEX_QUOTE || words->cls == LEX_MARK;
	/* "the last “a” with “b” and the first “a” with “c”" */
	if (wording && g->f->has_occurrence && frame_is_whole(g->f) &&
	    is_replacing(g->f->verb) && after_separator(g))
		continue_verb(g);
	if (end->cls == LEX_OCCURRENCE || wording || counts_words_before(g, end))
		set_these(g, &c);
	else if (g->f->has_verb && !is_punct(end, ',') && end->cls != LEX_ACTION)
		puzzle(g, "not-understood",
		       end->cls == LEX_TEXT || end->cls == LEX_WORD
		               ? "a part of the text is meant here; quote its words: "
		               : "it is not clear what this counts: ",
		       first->range, true);
	g->cursor.at += (uint32_t)(end - first) + (end->cls == LEX_OCCURRENCE);
}

/* "one of the two", "two of the three": it is not said which. */
static bool is_some_of(const struct grammar *g)
{
	const struct lexeme *all = g->cursor.lexed->at;
	uint32_t const at = before_fillers(all, g->cursor.at);
	if (at < 2 || (all[at - 1].cls != LEX_OF && all[at - 1].cls != LEX_IN))
		return false;
	bool const number = all[at - 2].cls == LEX_ANOTHER || all[at - 2].cls == LEX_COUNT;
	return number || (all[at - 1].cls == LEX_OF && (all[at - 2].cls == LEX_WORD ||
	                                                all[at - 2].cls == LEX_NUMERAL));
}

/* "the two occurrences of", "three times", "les deux “a”" */
void read_count(struct grammar *g)
{
	const struct lexeme *x = peek(g, 0);
	if (noun_is_place(&g->cursor)) {
		read_places(g);
	} else if (begins_count(x)) {
		read_ordinal(g);
	} else if (is_some_of(g)) {
		puzzle(g, "not-understood", "it is not said which of these words are meant: ",
		       x->range, true);
		g->cursor.at++;
	} else if (x[1].cls == LEX_OCCURRENCE || x[1].cls == LEX_QUOTE) {
		set_number(g, x->value);
		g->cursor.at += x[1].cls == LEX_OCCURRENCE ? 2 : 1;
	} else {
		g->cursor.at++;
	}
}

void read_quantifier(struct grammar *g)
{
	const struct lexeme *x = peek(g, 0);
	set_quantity(g, x);
	g->cursor.at++;
	if (x->value & QUANTIFIER_BUT)
		g->role = ROLE_EXCEPT;
	else if (noun_is_place(&g->cursor))
		g->role = ROLE_PLACE;
}

/* ---- asides ---- */

static bool ends_aside(const struct lexeme *x)
{
	x = past_fillers(x);
	return x->cls == LEX_END || (is_punct(x, '.') && x[1].cls == LEX_END);
}

/* Takes the count that is all of an aside; false if it is no such aside. */
static bool take_aside_count(struct grammar *g, const struct lexeme *x)
{
	struct counts c;
	x = past_fillers(x);
	const struct lexeme *end = take_counts(x, &c);
	if (end && ends_aside(end + (end->cls == LEX_OCCURRENCE)))
		set_these(g, &c);
	else if (x->cls == LEX_QUANTIFIER && ends_aside(x + 1))
		set_quantity(g, x);
	else if (x->cls == LEX_COUNT && x[1].cls == LEX_OCCURRENCE && ends_aside(x + 2))
		set_number(g, x->value);
	else
		return false;
	return true;
}

/* Does it narrow the place or the words in a way that is not read? */
static bool aside_narrows(const struct lexed *l)
{
	for (uint32_t i = 0; i < l->count; i++) {
		enum lex_class const c = l->at[i].cls;
		bool const unit = c == LEX_UNIT && UNIT_OF(l->at[i].value) != REDLINE_SECTION;
		if (unit || c == LEX_ORDINAL || c == LEX_QUANTIFIER || c == LEX_EXCEPT ||
		    (c == LEX_COUNT && l->at[i + 1].cls == LEX_OCCURRENCE))
			return true;
	}
	return noun_names_more(l);
}

void read_aside_count(struct grammar *g, redline_range inside)
{
	struct lexed l;
	const struct frame *f = g->f;
	uint32_t const at = g->cursor.at;
	enum lex_class const before = at ? g->cursor.lexed->at[at - 1].cls : LEX_END;
	bool const verb = before == LEX_ACTION && f->object_count; /* "... ersetzen (auch in 2)" */
	if ((before != LEX_QUOTE && !verb) ||
	    !lex_aside(g->cursor.lexer, g->cursor.arena, g->cursor.text, inside, g->cursor.quotes,
	               &l) ||
	    !l.count)
		return;
	bool const comes = is_verb(f, VERB_INSERT) && !f->anchor.present; /* "insert “a” (twice)" */
	if (verb ? noun_names_more(&l)
	    : comes ? aside_narrows(&l) : !take_aside_count(g, l.at) && aside_narrows(&l))
		puzzle(g, "not-understood",
		       "it is not clear what this aside says of the words; say it in the sentence: ",
		       peek(g, 0)->range, true);
}

/* ---- the frame as a whole ---- */

bool counts_fit(struct grammar *g, const struct frame *f)
{
	const char *message = NULL;
	bool const picks = f->has_occurrence && f->occurrence != REDLINE_EACH &&
	                   f->occurrence != REDLINE_BOTH;
	if (picks && f->object_count > 1)
		message = "it is not clear of which of these words this is the count; say each in a "
		          "sentence of its own";
	else if (f->told && !is_replacing(f->verb))
		message = "it is not clear whether all of these words are meant; say \"both\", or which";
	else if (f->excepted.count && f->occurrence == REDLINE_ALL_BUT)
		message = "it is not clear how these exceptions go together";
	if (message)
		puzzle(g, "not-understood", message, f->span, false);
	return !message;
}

void mean_count(struct grammar *g, const struct frame *f, redline_amendment *m)
{
	m->occurrence = f->has_occurrence ? f->occurrence : REDLINE_ONCE;
	if (m->occurrence == REDLINE_NTH || m->occurrence == REDLINE_COUNTED)
		m->nth = f->nths[0];
	if (m->occurrence != REDLINE_SOME && m->occurrence != REDLINE_ALL_BUT)
		return;
	int32_t *nths = arena_array(g->cursor.arena, f->nth_count, sizeof *nths);
	if (!nths)
		return;
	memcpy(nths, f->nths, f->nth_count * sizeof *nths);
	m->nths = nths;
	m->nth_count = f->nth_count;
}
