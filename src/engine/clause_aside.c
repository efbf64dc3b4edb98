/*
 * clause_aside.c -- reasons and what stands in parentheses (clause_parts.h).
 */
#define _GNU_SOURCE /* memmem */

#include "clause_parts.h"
#include "listed.h"
#include "numeral.h"

static const char unclear_reason[] =
	"it is not clear whether this belongs to the reason before it; say it in a sentence of its "
	"own: ";

/* Does lexeme k begin what a verb changes: wording, or a place? */
static bool is_matter(const struct lexeme *x)
{
	return x->cls == LEX_QUOTE || x->cls == LEX_UNIT || x->cls == LEX_NUMERAL ||
	       x->cls == LEX_NEW || x->cls == LEX_ANOTHER || x->cls == LEX_MARK;
}

/* "by striking “a” where it is read, and inserting “b”": the form of the verb before. */
static bool goes_on_in_gerund(const struct grammar *g, uint32_t k)
{
	const struct lexeme *all = g->cursor.lexed->at;
	uint32_t i = g->cursor.at;
	if (all[k - 1].cls != LEX_AND)
		return false;
	while (i > 0 && all[i - 1].cls != LEX_ACTION)
		i--;
	return i > 0 && FORM_OF(all[i - 1].value) == FORM_ACTIVE && !is_base_form(g, &all[i - 1]);
}

/*
 * The first lexeme of a further instruction that follows a reason, from the
 * comma, "and" or semicolon in front of it: "to be clear, and in paragraph 9
 * replace “a” with “b”".  The count of lexemes if there is none.
 */
static uint32_t order_after_reason(const struct grammar *g)
{
	const struct lexed *l = g->cursor.lexed;
	bool tells = false; /* "as they wanted to delete “a” and insert “b”" */
	for (uint32_t k = g->cursor.at + 1; k < l->count; k++) {
		const struct lexeme *x = &l->at[k];
		tells = !is_punct(x, ';') && (tells || l->at[k - 1].cls == LEX_ACTION);
		if (tells || x->cls != LEX_ACTION || FORM_OF(x->value) != FORM_ACTIVE ||
		    (!is_base_form(g, x) && !goes_on_in_gerund(g, k)) || VERB_OF(x->value) == VERB_KEEP ||
		    VERB_OF(x->value) == VERB_USE || VERB_OF(x->value) == VERB_READ)
			continue;
		uint32_t next = k + 1, from = k;
		while (l->at[next].cls == LEX_FILLER || l->at[next].cls == LEX_TEXT ||
		       l->at[next].cls == LEX_POSITION)
			next++;
		while (from > g->cursor.at && !is_separator(&l->at[from - 1]) &&
		       (l->at[from - 1].cls == LEX_FILLER || l->at[from - 1].cls == LEX_IN ||
		        l->at[from - 1].cls == LEX_OF || l->at[from - 1].cls == LEX_UNIT ||
		        l->at[from - 1].cls == LEX_NUMERAL))
			from--;
		if (is_matter(&l->at[next]) && from > g->cursor.at &&
		    is_separator(&l->at[from - 1]))
			return from - 1;
	}
	return l->count;
}

/* Past the place at lexeme i, or i itself; *numbered: it has a number. */
static uint32_t past_place(const struct grammar *g, uint32_t i, bool *numbered)
{
	const struct lexeme *all = g->cursor.lexed->at;
	uint32_t to = i;
	while (all[to].cls == LEX_UNIT || all[to].cls == LEX_NUMERAL || all[to].cls == LEX_ORDINAL ||
	       (to > i && all[to].cls == LEX_OF) ||
	       (to > i && is_article(&all[to]))) {
		*numbered |= all[to].cls == LEX_NUMERAL;
		to++;
	}
	return to;
}

/* What may stand between a comma and the change that is asked for behind it. */
static bool leads_on(const struct lexeme *x)
{
	return is_separator(x) || x->cls == LEX_FILLER || x->cls == LEX_IN || x->cls == LEX_OF ||
	       x->cls == LEX_TO || x->cls == LEX_WE || x->cls == LEX_PROPOSE || x->cls == LEX_TEXT ||
	       x->cls == LEX_NAME || x->cls == LEX_SAME || x->cls == LEX_POSITION ||
	       x->cls == LEX_REPEAT || x->cls == LEX_FROM;
}

/* What the lexemes behind a separator in a reason may be. */
enum more { MORE_REASON, MORE_UNSURE, MORE_CHANGE };

/* "as well", "ebenfalls": nothing but words that point back, from lexeme i to the end? */
static bool closes_with_echo(const struct grammar *g, uint32_t i)
{
	const struct lexed *l = g->cursor.lexed;
	const struct word_lists *lists = lexer_lists(g->cursor.lexer);
	uint32_t end = l->count;
	if (end > i && is_punct(&l->at[end - 1], '.'))
		end--;
	if (end <= i)
		return false;
	redline_bytes const rest = bytes_in(
		g->cursor.text, (redline_range){l->at[i].range.begin, l->at[end - 1].range.end});
	return listed_words_are(&lists->echoes, rest) || listed_words_are(&lists->also, rest);
}

/* A word that points back, before what it adds: "und ebenso in OP4". */
static bool is_echo(const struct grammar *g, const struct lexeme *x)
{
	return x->cls == LEX_WORD &&
	       listed_words_are(&lexer_lists(g->cursor.lexer)->echoes, bytes_in(g->cursor.text, x->range));
}

/* Nothing but words and places from lexeme i on, and nothing said of them: "“a” in OP6." */
static bool says_nothing_of(const struct grammar *g, uint32_t i)
{
	const struct lexed *l = g->cursor.lexed;
	uint32_t const first = i;
	for (; i < l->count && !(i > first && closes_with_echo(g, i)); i++) {
		const struct lexeme *x = &l->at[i];
		bool const article = is_article(x);
		if (x->cls != LEX_QUOTE && x->cls != LEX_UNIT && x->cls != LEX_NUMERAL && !article &&
		    x->cls != LEX_IN && x->cls != LEX_OF && x->cls != LEX_TEXT &&
		    x->cls != LEX_ORDINAL && x->cls != LEX_AND && !is_punct(x, ',') &&
		    !(is_punct(x, '.') && i + 1 == l->count))
			return false;
	}
	return true;
}

/* Is a change asked for from lexeme i on, at a place or of words that begin there? */
static enum more asks_from(const struct grammar *g, uint32_t i, bool placed)
{
	const struct lexed *l = g->cursor.lexed;
	bool quote = false, verb = false, due = false;
	if (l->at[i].cls == LEX_QUOTE && says_nothing_of(g, i))
		return MORE_CHANGE;
	for (uint32_t k = i; k < l->count && !is_punct(&l->at[k], ';'); k++) {
		const struct lexeme *x = &l->at[k];
		if (x->cls == LEX_HISTORY || x->cls == LEX_STANCE || x->cls == LEX_DOUBT ||
		    x->cls == LEX_HEDGE || x->cls == LEX_NEGATION)
			return MORE_REASON;
		quote |= x->cls == LEX_QUOTE;
		placed |= x->cls == LEX_NUMERAL;
		due |= x->cls == LEX_FILLER && x->value == FILLER_DUE;
		verb |= x->cls == LEX_ACTION && VERB_OF(x->value) != VERB_KEEP &&
		        VERB_OF(x->value) != VERB_USE && FORM_OF(x->value) != FORM_THIRD &&
		        FORM_OF(x->value) != FORM_NOUN;
	}
	if ((verb && (quote || placed)) || (due && quote))
		return MORE_CHANGE;
	return quote ? MORE_UNSURE : MORE_REASON;
}

/* What begins at lexeme i, behind a separator: "in OP6 “a” should read “b”", "“a” as well". */
static enum more begins_more(const struct grammar *g, uint32_t i)
{
	const struct lexed *l = g->cursor.lexed;
	uint32_t const first = i;
	bool numbered = false, named = false;
	for (;;) {
		uint32_t const behind = past_place(g, i, &numbered);
		/* ", while in OP6", ", und ebenso in OP6" */
		bool const joins =
			i == first && (l->at[i].cls == LEX_REASON || is_echo(g, &l->at[i]));
		named |= behind > i;
		if (behind == i && !joins && !leads_on(&l->at[i]))
			break;
		i = behind > i ? behind : i + 1;
	}
	const struct lexeme *x = &l->at[i];
	if (numbered && (x->cls == LEX_END || (is_punct(x, '.') && i + 1 == l->count) ||
	                 closes_with_echo(g, i)))
		return i - first <= 6 ? MORE_CHANGE : MORE_UNSURE;
	bool const verb = x->cls == LEX_ACTION && FORM_OF(x->value) != FORM_THIRD &&
	                  FORM_OF(x->value) != FORM_NOUN;
	bool const has = x->cls == LEX_WORD && i > first && l->at[i - 1].cls == LEX_TO; /* "to have" */
	if (x->cls != LEX_QUOTE && !verb && !has && !named)
		return MORE_REASON;
	return asks_from(g, i, numbered);
}

/* "and to have OP7 deleted": right behind the joint, without a word why. */
static bool begins_with_to(const struct grammar *g, uint32_t at)
{
	const struct lexed *l = g->cursor.lexed;
	bool numbered = false;
	uint32_t i = at + 1;
	while (l->at[i].cls == LEX_FILLER)
		i++;
	return l->at[i].cls == LEX_QUOTE || past_place(g, i, &numbered) > i;
}

/*
 * "..., which is superfluous, as well as, in paragraph 2, the words “a”": a further change may
 * be meant by what follows a reason.  From where on, or the count of lexemes.
 */
static uint32_t more_after_reason(const struct grammar *g, enum more *what)
{
	const struct lexed *l = g->cursor.lexed;
	uint32_t const at = g->cursor.at;
	*what = MORE_REASON;
	bool const opens = l->at[at].cls == LEX_REASON; /* "to have", or but "to" before it */
	uint32_t const lead = at ? before_fillers(l->at, opens ? at : at - 1) : 0;
	if (lead && l->at[lead - 1].cls == LEX_AND && begins_with_to(g, at) &&
	    asks_from(g, at, false) == MORE_CHANGE) {
		*what = MORE_CHANGE; /* "delete “a”, and to have OP7 deleted" */
		return at;
	}
	bool tells = false; /* "as they wanted to delete “a” and insert “b”" */
	for (uint32_t k = at + 2; k < l->count; k++) {
		tells |= l->at[k - 1].cls == LEX_ACTION;
		if (!is_separator(&l->at[k - 1]) || is_separator(&l->at[k]))
			continue;
		uint32_t last = k - 1;
		while (is_separator(&l->at[last - 1]))
			last--;
		/* a list of what it speaks of: "to align with “a” and “b”", "with OP3 and OP7" */
		bool const more = l->at[last - 1].cls == LEX_QUOTE || l->at[last - 1].cls == LEX_NUMERAL;
		bool const matter = l->at[k].cls == LEX_UNIT || l->at[k].cls == LEX_QUOTE ||
		                    l->at[k].cls == LEX_NUMERAL;
		if (last == k - 1 && !is_punct(&l->at[last], ';') && ((more && matter) || tells))
			continue;
		*what = begins_more(g, k);
		if (more && *what == MORE_CHANGE && says_nothing_of(g, k))
			*what = MORE_UNSURE;
		if (*what != MORE_REASON)
			return k;
	}
	return l->count;
}

/* Refuses what may be a further change, or notes it, to be told of. */
static void look_for_more(struct grammar *g)
{
	enum more what;
	const struct lexed *l = g->cursor.lexed;
	uint32_t const from = more_after_reason(g, &what);
	if (from >= l->count)
		return;
	redline_range const rest = {l->at[from].range.begin, l->at[l->count].range.end};
	if (what == MORE_CHANGE)
		puzzle(g, "not-understood", unclear_reason, rest, true);
	else
		g->unsure = rest;
}

void take_reason(struct grammar *g)
{
	const struct lexeme *x = peek(g, 0);
	uint32_t const order = order_after_reason(g);
	const struct lexeme *stop = &g->cursor.lexed->at[order];
	bool const goes_on = order < g->cursor.lexed->count && is_punct(stop, ';');
	uint32_t const end =
		goes_on ? stop->range.begin : g->cursor.lexed->at[g->cursor.lexed->count].range.end;
	if (order < g->cursor.lexed->count && !goes_on)
		puzzle(g, "not-understood", unclear_reason,
		       (redline_range){stop[1].range.begin, end}, true);
	else if (!goes_on)
		look_for_more(g);
	/* "because it is": keep the words after the opening word when it only opens */
	bool const bare = x->cls == LEX_REASON && x->value == REASON_OPENS;
	if (!closes_with_echo(g, g->cursor.at)) /* "in OP3 and in OP4 as well" */
		g->out->reason = (redline_range){bare ? x->range.end : x->range.begin, end};
	g->cursor.at = order;
	g->reason = false;
}

bool take_parties(struct grammar *g, redline_range inside)
{
	redline_bytes const text = g->cursor.text;
	redline_bytes found[PROPOSERS_MAX];
	unsigned count = 0;
	for (uint32_t at = inside.begin; at < inside.end;) {
		uint32_t len = 0;
		char const c = text.ptr[at];
		if (is_space(c) || c == ',' || c == '/' || c == '&') {
			at++;
			continue;
		}
		redline_bytes const rest = bytes_in(text, (redline_range){at, inside.end});
		uint32_t const joint =
			(uint32_t)listed_start(cursor_lang(&g->cursor)->joints, rest);
		if (joint) {
			at += joint;
			continue;
		}
		int const party =
			lex_party(g->cursor.lexer, text, (redline_range){at, inside.end}, &len);
		if (party < 0 && count && names_supporters(g, (redline_range){at, inside.end}))
			break;
		if (party < 0 || count == PROPOSERS_MAX)
			return take_credited(g, inside);
		found[count++] = bytes_of(lang_parties[party].name);
		at += len;
	}
	if (!count)
		return false;
	memcpy(g->out->proposers, found, sizeof found);
	g->out->proposer_count = count;
	return true;
}

/* "(In paragraph 4, delete “big”.)": a whole amendment, with its place or words and its verb? */
static bool asks_in_full(const struct lexed *l)
{
	bool asks = false, matter = false;
	if (!lexed_may_have(l, LEX_BIT(LEX_ACTION)))
		return false;
	for (uint32_t i = 0; i < l->count; i++) {
		const struct lexeme *x = &l->at[i];
		if (x->cls == LEX_HISTORY || x->cls == LEX_STANCE || x->cls == LEX_REASON ||
		    x->cls == LEX_NEGATION || x->cls == LEX_DOUBT)
			return false;
		asks |= x->cls == LEX_ACTION && FORM_OF(x->value) != FORM_THIRD &&
		        FORM_OF(x->value) != FORM_NOUN && VERB_OF(x->value) != VERB_KEEP;
		matter |= x->cls == LEX_QUOTE || (x->cls == LEX_UNIT && x[1].cls == LEX_NUMERAL);
	}
	return asks && matter;
}

bool aside_holds(const struct grammar *g, redline_range inside, enum aside what)
{
	struct lexed lexed;
	if (!lex_aside(g->cursor.lexer, g->cursor.arena, g->cursor.text, inside,
	               g->cursor.quotes, &lexed) ||
	    !lexed.count)
		return false;
	if (what == ASIDE_ORDER)
		return (lexed.at[0].cls == LEX_ACTION && is_base_form(g, &lexed.at[0])) ||
		       asks_in_full(&lexed);
	struct lexer *lexer = g->cursor.lexer;
	if (has_one_of(lexer, &lexer_lists(lexer)->retractions, bytes_in(g->cursor.text, inside)) ||
	    has_one_of(lexer, &lexer_lists(lexer)->against, bytes_in(g->cursor.text, inside)))
		return true;
	bool const party = lexed.at[0].cls == LEX_NAME && is_punct(&lexed.at[1], ':');
	redline_range const said = {lexed.at[party ? 2 : 0].range.begin, inside.end};
	if (is_verdict(lexer, bytes_in(g->cursor.text, said)))
		return true; /* "(EU: no)" */
	for (uint32_t i = 0; i < lexed.count; i++) {
		enum lex_class const c = lexed.at[i].cls;
		if (is_punct(&lexed.at[i], '?'))
			return true;
		if (c == LEX_STANCE && lexed.at[i].value != REDLINE_SUPPORTS)
			return true;
		if (c == LEX_NEGATION || c == LEX_DOUBT || c == LEX_HEDGE || c == LEX_REPEAT ||
		    c == LEX_OR || c == LEX_EXCEPT || c == LEX_BRACKETS ||
		    (c == LEX_ACTION && VERB_OF(lexed.at[i].value) == VERB_WITHDRAW))
			return true;
	}
	return false;
}

/* "（第5段）": in languages whose asides aren't told by words of English law. */
static bool may_name_place(const struct grammar *g, redline_bytes aside)
{
	enum lang_script const script = cursor_lang(&g->cursor)->script;
	unsigned size;
	bool number = false;
	for (size_t at = 0; at < aside.len; at += size) {
		uint32_t const cp = utf8_at(aside, at, &size);
		redline_bytes const rest = {aside.ptr + at, aside.len - at};
		number |= (cp < 0x80 && is_digit((char)cp)) || is_foreign_digit(cp) ||
		          numeral_script_of(rest) != NUMERAL_ASCII;
	}
	return number && (script == SCRIPT_HAN || script == SCRIPT_ARABIC);
}

/* "Norway (paragraph 7): delete ..." */
static bool is_place_alone(const struct grammar *g, redline_range inside)
{
	struct lexed l;
	return lex_aside(g->cursor.lexer, g->cursor.arena, g->cursor.text, inside,
	                 g->cursor.quotes, &l) &&
	       l.count > 1 && l.at[0].cls == LEX_UNIT && l.at[1].cls == LEX_NUMERAL;
}

static bool holds(redline_bytes text, const char *mark)
{
	return memmem(text.ptr, text.len, mark, strlen(mark)) != NULL;
}

/* "... and (5%) with (6%)": an aside stands beside words, not in their stead. */
static bool words_are_due(const struct grammar *g)
{
	const struct lexeme *before = before_cursor(g);
	if (!before || !g->f->has_verb)
		return false;
	return before->cls == LEX_AND || before->cls == LEX_TO || before->cls == LEX_POSITION ||
	       (before->cls == LEX_LINK && before->value != LINK_AS);
}

/* "(OP4)" */
static bool is_numbered_place(const struct lexed *said)
{
	return said->count == 1 && said->at[0].cls == LEX_NUMERAL &&
	       said->numerals[said->at[0].value].unit != REDLINE_DOCUMENT;
}

/* Does the aside at hand stand behind all of a change that has named no place? */
static bool closes_placeless(const struct grammar *g)
{
	const struct frame *f = g->f;
	bool const last = peek(g, 1)->cls == LEX_END ||
	                  (is_punct(peek(g, 1), '.') && peek(g, 2)->cls == LEX_END);
	bool const placeless = !f->places.count && !f->units.count && !f->anchors.count &&
	                       !f->edges.count && !f->targets.count && !g->out->has_places;
	return last && placeless && g->frame_count == 1 && frame_is_whole(f) && f->object_count;
}

/* "Delete “a” (OP4).": the place, and nothing else. */
static bool take_final_place(struct grammar *g, const struct lexed *said)
{
	struct place_set set;
	struct cursor c = g->cursor;
	c.lexed = said;
	c.at = said->count && said->at[0].cls == LEX_IN;
	if (!noun_places(&c, &set) || c.at != said->count || set.count != 1)
		return false;
	take_places(g, g->f, &set, false);
	return true;
}

/* The aside as a place: that of the change before it, if that has none; refused where it is not
 * clear how it goes with it. */
static bool read_place_aside(struct grammar *g, redline_range inside)
{
	struct lexed said;
	bool const closes = closes_placeless(g);
	if ((!closes && !g->f->has_verb) ||
	    !lex_aside(g->cursor.lexer, g->cursor.arena, g->cursor.text, inside, g->cursor.quotes,
	               &said))
		return false;
	if (closes && take_final_place(g, &said))
		return true;
	if (g->f->has_verb && is_numbered_place(&said))
		puzzle(g, "place-unknown",
		       "it is not clear how this place goes with the change; say it in the sentence: ",
		       peek(g, 0)->range, true);
	return false;
}

void read_group(struct grammar *g)
{
	redline_range const inside = g->cursor.lexed->groups[peek(g, 0)->value];
	struct frame *f = g->f;
	struct place_set *named = f->units.count ? &f->units : &f->places;
	redline_bytes const aside = bytes_in(g->cursor.text, inside);
	if (aside.len && (memchr(aside.ptr, '"', aside.len) || holds(aside, "\xE2\x80\x9C") ||
	                  holds(aside, "\xE2\x80\x9E") || holds(aside, "\xC2\xAB")))
		puzzle(g, "not-understood", "an aside with wording in it is not clear",
		       peek(g, 0)->range, false);
	/* "Kenya (Chair): delete", "Ms. Odhiambo (Kenya) proposes": read with what is before it */
	const struct lexeme *before = before_cursor(g);
	bool const of_name = before && g->out->proposer_count &&
	                     (before->cls == LEX_NAME ||
	                      (before->cls == LEX_WORD && g->cursor.at < g->named_to));
	redline_bytes known[PROPOSERS_MAX];
	unsigned const count = g->out->proposer_count;
	memcpy(known, g->out->proposers, sizeof known);
	bool const parties = take_parties(g, inside);
	if (!parties && read_place_aside(g, inside)) {
		g->cursor.at++;
		return;
	}
	if (parties && of_name) {
		memcpy(g->out->proposers, known, sizeof known);
		g->out->proposer_count = count;
	}
	if (!parties && words_are_due(g))
		puzzle(g, "not-understood",
		       "if these are words of the text, put them in quotation marks: ",
		       peek(g, 0)->range, true);
	bool const lost = !parties && !named->count &&
	                  (may_name_place(g, aside) || (!f->has_verb && is_place_alone(g, inside)));
	if (lost)
		puzzle(g, "not-understood", "this aside may name a place; say it in the sentence",
		       peek(g, 0)->range, false);
	if (!parties && !f->has_verb && named->count == 1 &&
	    !named->at[0].also_count)
		noun_alias(&g->cursor, &named->at[0]);
	if (!parties)
		read_aside_count(g, inside);
	g->cursor.at++; /* any other aside changes nothing */
}

/* "Als neuer Absatz 2a wird eingefügt": is that the next verb? */
static bool insert_follows(const struct grammar *g)
{
	uint32_t i = 1;
	while (peek(g, i)->cls != LEX_ACTION && peek(g, i)->cls != LEX_END &&
	       !is_punct(peek(g, i), ':') && !is_punct(peek(g, i), ';'))
		i++;
	return peek(g, i)->cls == LEX_ACTION && VERB_OF(peek(g, i)->value) == VERB_INSERT;
}

/* "insert as new paragraph 2 bis: “...”": all that is said of what comes. */
static bool adds_by_label(struct grammar *g, struct cursor next)
{
	struct place_set set;
	struct frame *f = g->f;
	bool const inserts = is_verb(f, VERB_INSERT) || (!f->has_verb && insert_follows(g));
	if (!inserts || f->adds_unit || f->object_count || f->units.count ||
	    f->where != REDLINE_NOWHERE || !noun_places(&next, &set) || set.count != 1 ||
	    set.at[0].count != 1 || set.at[0].steps[0].label_to.len)
		return false;
	const redline_step *step = &set.at[0].steps[0];
	if (!step->label.len)
		return false;
	f->adds_unit = true;
	f->new_unit = step->unit;
	f->label = step->label;
	g->cursor.at = next.at;
	return true;
}

/* "insert a new paragraph, as paragraph 6": its label. */
static bool takes_label(struct grammar *g)
{
	struct cursor next = g->cursor;
	struct place_set set;
	next.at++;
	while (cursor_peek(&next, 0)->cls == LEX_NEW || cursor_peek(&next, 0)->cls == LEX_FILLER)
		next.at++;
	if (adds_by_label(g, next))
		return true;
	if (!g->f->adds_unit || g->f->label.len || !noun_places(&next, &set) || set.count != 1 ||
	    set.at[0].count != 1 || set.at[0].steps[0].unit != g->f->new_unit ||
	    set.at[0].steps[0].label_to.len)
		return false;
	g->f->label = set.at[0].steps[0].label;
	g->cursor.at = next.at;
	return g->f->label.len > 0;
}

void read_reason(struct grammar *g)
{
	const struct lexeme *x = peek(g, 0);
	if (x->value == REASON_BECOMES && takes_label(g))
		return;
	bool const becomes = x->value == REASON_BECOMES && !g->f->targets.count &&
	                     (is_verb(g->f, VERB_RENUMBER) || is_verb(g->f, VERB_MOVE));
	if (!becomes) {
		g->reason = true;
		return;
	}
	g->role = ROLE_TARGET;
	g->cursor.at++;
}
