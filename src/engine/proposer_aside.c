/*
 * proposer_aside.c -- what stands in parentheses or brackets behind a party's name and tells who
 * proposes (clause.h): "Kenya (on behalf of the African Group):", "Chair (EU):", "EU (with UK)",
 * "Kenya [supported by Peru]".
 *
 * One party speaks for a group, whichever of the two stands in parentheses.
 */
#include "clause.h"
#include "listed.h"

#define BRACKETED 12u /* lexemes between the brackets, at most */

static bool lex_inside(const struct grammar *g, redline_range inside, struct lexed *out)
{
	return lex_aside(g->cursor.lexer, g->cursor.arena, g->cursor.text, inside,
	                 g->cursor.quotes, out) &&
	       out->count;
}

bool names_supporters(const struct grammar *g, redline_range rest)
{
	struct lexed said;
	if (!lex_inside(g, rest, &said))
		return false;
	uint32_t i = 0;
	while (said.at[i].cls == LEX_PUNCT || said.at[i].cls == LEX_AND)
		i++;
	return said.at[i].cls == LEX_SPEAKER && said.at[i].value == SPEAKER_SUPPORTS;
}

/* How the parties of an aside go with the one before it. */
enum relation {
	RELATION_NONE,   /* not understood: "(in reply to Peru)" */
	RELATION_PLAIN,  /* nothing but their names */
	RELATION_BEHALF, /* it speaks for them */
	RELATION_JOINS,  /* they speak with it */
};

struct named_aside {
	enum relation relation;
	redline_bytes party[PROPOSERS_MAX];
	unsigned count;
	enum party_kind kind; /* of the last of them: "Kenya (Chair)" */
};

bool speaks_for_next(const struct grammar *g, const struct lexeme *x)
{
	return x->cls == LEX_FOR || listed(lang_speaks_for, bytes_in(g->cursor.text, x->range));
}

/* What stands before the first name of an aside, at lexeme `first`. */
static enum relation relation_of(const struct grammar *g, const struct lexed *said, uint32_t first)
{
	bool behalf = false, joins = false, other = false;
	uint32_t const lead = before_fillers(said->at, first);
	for (uint32_t i = 0; i < first; i++) {
		const struct lexeme *x = &said->at[i];
		redline_bytes const word = bytes_in(g->cursor.text, x->range);
		if (x->cls == LEX_SPEAKER && x->value == SPEAKER_SUPPORTS)
			return RELATION_NONE;
		joins |= x->cls == LEX_AND || (x->cls == LEX_FILLER && !is_article(x)) ||
		         is_punct(x, '+') || is_punct(x, '&');
		if (x->cls == LEX_SPEAKER && x->value == SPEAKER_BEHALF)
			behalf = true;
		else if (i + 1 == lead && speaks_for_next(g, x))
			return joins ? RELATION_JOINS : RELATION_BEHALF; /* "speaking for" */
		else if (x->cls == LEX_SPEAKER || listed_start(lang_jointly, word))
			joins = true;
		else
			other |= x->cls != LEX_FILLER && x->cls != LEX_PUNCT &&
			         x->cls != LEX_OF && x->cls != LEX_WE && x->cls != LEX_AND;
	}
	if (other)
		return RELATION_NONE;
	/* "also on behalf of" */
	return joins ? RELATION_JOINS : behalf ? RELATION_BEHALF : RELATION_PLAIN;
}

static struct named_aside aside_of(const struct grammar *g, const struct lexed *said)
{
	struct named_aside a = {.relation = RELATION_NONE};
	uint32_t i = 0;
	while (i < said->count && said->at[i].cls != LEX_NAME)
		i++;
	if (i < said->count)
		a.relation = relation_of(g, said, i);
	for (; i < said->count && a.relation != RELATION_NONE; i++) {
		const struct lexeme *x = &said->at[i];
		if (x->cls == LEX_SPEAKER && x->value == SPEAKER_SUPPORTS)
			break;
		if (x->cls == LEX_NAME && a.count < PROPOSERS_MAX) {
			a.party[a.count++] = bytes_of(lang_parties[x->value].name);
			a.kind = lang_parties[x->value].kind;
		} else if (x->cls != LEX_AND && x->cls != LEX_FILLER && x->cls != LEX_PUNCT &&
		           x->cls != LEX_OF && x->cls != LEX_NAME) {
			a.relation = RELATION_NONE; /* "(Peru agrees)" */
		}
	}
	return a;
}

/* The words in "(...)" or "[...]" from lexeme i on, and the lexeme behind. */
static bool find_aside(const struct grammar *g, uint32_t i, redline_range *inside, uint32_t *end)
{
	const struct lexed *l = g->cursor.lexed;
	const struct lexeme *x = &l->at[i];
	if (x->cls == LEX_GROUP) {
		*inside = l->groups[x->value];
		*end = i + 1;
		return true;
	}
	if (!is_punct(x, '['))
		return false;
	uint32_t close = i + 1;
	while (close < l->count && close - i < BRACKETED && !is_punct(&l->at[close], ']'))
		close++;
	*inside = (redline_range){x->range.end, l->at[close].range.begin};
	*end = close + 1;
	return is_punct(&l->at[close], ']');
}

/* "Kenya (...):", "Kenya (...), para 4:" only with a colon; "Kenya (...) proposes" */
static bool leads_on(const struct lexeme *x, bool *verb)
{
	*verb = x->cls == LEX_PROPOSE || (is_punct(x, ',') && x[1].cls == LEX_PROPOSE);
	return *verb || is_punct(x, ':') || is_dash(x);
}

/* Do the parties of the aside stand for the one before it, and it only speaks for them? */
static bool stands_instead(const struct named_aside *a, enum party_kind outer)
{
	if (a->relation == RELATION_BEHALF)
		return true;
	return a->relation == RELATION_PLAIN &&
	       (outer == PARTY_ORGAN || (outer == PARTY_ALONE && a->kind == PARTY_GROUP));
}

bool read_named_aside(const struct grammar *g, uint32_t name, struct named_others *out)
{
	const struct lexeme *all = g->cursor.lexed->at;
	enum party_kind const outer = lang_parties[all[name].value].kind;
	struct lexed said;
	redline_range inside;
	bool verb;
	*out = (struct named_others){.end = name + 1};
	uint32_t end;
	if (!find_aside(g, name + 1, &inside, &end) || !leads_on(&all[end], &verb))
		return false;
	out->end = end;
	if (!lex_inside(g, inside, &said))
		return true;
	struct named_aside const a = aside_of(g, &said);
	bool const organ = a.kind == PARTY_ORGAN && a.relation != RELATION_BEHALF;
	bool const spokesman = outer == PARTY_GROUP && a.kind == PARTY_ALONE; /* "EU (Germany)" */
	bool const plain = a.relation == RELATION_PLAIN;
	if (a.relation == RELATION_NONE || (organ && outer != PARTY_ORGAN) ||
	    (plain && (spokesman || (verb && !stands_instead(&a, outer)))))
		return true; /* "Kenya (Chair)", "Kenya (written comments)" */
	memcpy(out->party, a.party, a.count * sizeof *a.party);
	out->count = a.count;
	out->instead = stands_instead(&a, outer);
	return true;
}

unsigned read_person_aside(const struct grammar *g, uint32_t group,
                           redline_bytes party[PROPOSERS_MAX])
{
	const struct lexed *l = g->cursor.lexed;
	struct lexed said;
	if (!group || l->at[group - 1].cls != LEX_WORD ||
	    !lex_inside(g, l->groups[l->at[group].value], &said))
		return 0;
	struct named_aside const a = aside_of(g, &said);
	if (a.relation != RELATION_PLAIN)
		return 0;
	memcpy(party, a.party, a.count * sizeof *a.party);
	return a.count;
}
