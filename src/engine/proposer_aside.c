/*
 * proposer_aside.c -- what stands in parentheses behind a party's name and tells who proposes
 * (clause.h): "Kenya (on behalf of the African Group):", "Chair (EU):", "Kenya (supported by
 * Peru)".
 */
#include "clause.h"

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

/* What an aside says of the name before it. */
struct named_aside {
	bool behalf, supporters, adds, other;
	redline_bytes party[PROPOSERS_MAX];
	unsigned count;
	bool organ; /* the last of them is one: "Kenya (Chair)" */
};

static struct named_aside aside_of(const struct lexed *said)
{
	struct named_aside a = {.count = 0};
	a.adds = said->at[0].cls == LEX_AND || said->at[0].cls == LEX_FILLER; /* "also" */
	for (uint32_t i = 0; i < said->count; i++) {
		const struct lexeme *x = &said->at[i];
		if (x->cls == LEX_SPEAKER) {
			a.behalf |= x->value == SPEAKER_BEHALF;
			a.supporters |= x->value == SPEAKER_SUPPORTS;
			a.adds |= x->value == SPEAKER_JOINS;
		} else if (x->cls == LEX_NAME && !a.supporters && a.count < PROPOSERS_MAX) {
			a.party[a.count++] = bytes_of(lang_parties[x->value].name);
			a.organ = lang_parties[x->value].organ;
		} else if (x->cls != LEX_AND && x->cls != LEX_FILLER && x->cls != LEX_PUNCT &&
		           x->cls != LEX_FOR && x->cls != LEX_OF && x->cls != LEX_WE &&
		           x->cls != LEX_NAME) {
			a.other = true;
		}
	}
	return a;
}

bool read_named_aside(const struct grammar *g, uint32_t name, redline_bytes party[PROPOSERS_MAX],
                      unsigned *count, bool *instead)
{
	const struct lexeme *all = g->cursor.lexed->at;
	struct lexed said;
	*count = 0;
	*instead = false;
	if (all[name + 1].cls != LEX_GROUP ||
	    (!is_punct(&all[name + 2], ':') && !is_dash(&all[name + 2])))
		return false;
	if (!lex_inside(g, g->cursor.lexed->groups[all[name + 1].value], &said))
		return true;
	struct named_aside const a = aside_of(&said);
	bool const organ = lang_parties[all[name].value].organ;
	if (a.other || !a.count || (a.organ && !a.behalf && !organ))
		return true; /* "Kenya (Chair)", "Kenya (written comments)" */
	memcpy(party, a.party, a.count * sizeof *party);
	*count = a.count;
	*instead = (a.behalf && !a.adds) || (organ && !a.behalf);
	return true;
}
