/*
 * quiet.c -- a sentence that asks for nothing (clause.h): the places and positions it names.
 * What it has that may be an amendment after all is looked for in quiet_doubt.c.
 */
#include "clause.h"

/* The places named by lexemes [from, to), but for those in a reason. */
void collect_places(struct grammar *g, struct place_set *into, uint32_t from, uint32_t to)
{
	place_set_clear(into);
	struct cursor c = g->cursor;
	redline_place said = {.count = 0}; /* the only one so far, without its surroundings */
	for (c.at = from; c.at < to;) {
		struct place_set set;
		if (c.lexed->at[c.at].cls == LEX_REASON && c.at > from)
			break;
		if (noun_is_place(&c) && noun_places(&c, &set)) {
			struct place_set composed;
			bool const ok = !set.at[0].relative || g->around->scope_count == 1;
			/* "section B, ... paragraph 5" is one place, "paragraphs 5 ... 7" are two */
			redline_place const nested =
				into->count == 1 && set.count == 1
					? noun_nest(g->cursor.arena, &said, &set.at[0])
					: (redline_place){.count = 0};
			if (nested.count)
				set.at[0] = nested;
			if (ok && compose_set(g, &set, g->around->scope, g->around->scope_count,
			                      &composed)) {
				into->count = nested.count ? 0 : into->count;
				set_places(into, &composed);
			}
			said = set.at[0];
		} else {
			c.at++;
		}
	}
	g->out->puzzle = (struct puzzle){0};
}

bool names_a_label(const struct place_set *set)
{
	for (unsigned i = 0; i < set->count; i++)
		for (uint32_t k = 0; k < set->at[i].count; k++)
			if (set->at[i].steps[k].label.len || set->at[i].steps[k].ordinal ||
			    set->at[i].steps[k].unit == REDLINE_TITLE ||
			    set->at[i].steps[k].unit == REDLINE_CHAPEAU ||
			    set->at[i].steps[k].unit == REDLINE_HEADING_UNIT)
				return true;
	return false;
}

/* What the first verb would do: "supports the deletion of paragraph 7". */
static redline_action action_of(enum verb verb)
{
	switch (verb) {
	case VERB_DELETE:
		return REDLINE_DELETE;
	case VERB_INSERT:
	case VERB_COMPLETE:
		return REDLINE_INSERT;
	case VERB_BRACKET:
	case VERB_PUT:
		return REDLINE_BRACKET;
	case VERB_UNBRACKET:
		return REDLINE_UNBRACKET;
	case VERB_MOVE:
	case VERB_SWAP:
		return REDLINE_MOVE;
	case VERB_RENUMBER:
		return REDLINE_RENUMBER;
	case VERB_SPLIT:
		return REDLINE_SPLIT;
	case VERB_MERGE:
		return REDLINE_MERGE;
	default:
		return REDLINE_SUBSTITUTE;
	}
}

/* The act that a position is about, with its first wording, among lexemes [from, to). */
static void note_act(const struct grammar *g, struct stand *s, uint32_t from, uint32_t to)
{
	const struct lexeme *all = g->cursor.lexed->at;
	s->on_act = s->keeps = false;
	s->words = (redline_bytes){0};
	for (uint32_t i = from; i < to && all[i].cls != LEX_REASON; i++) {
		if (all[i].cls == LEX_ACTION && !s->on_act && VERB_OF(all[i].value) != VERB_KEEP) {
			s->on_act = true;
			s->action = action_of(VERB_OF(all[i].value));
		}
		if (all[i].cls == LEX_QUOTE && !s->words.len)
			s->words = quotation_words(&g->cursor.quotes->at[all[i].value],
			                           g->cursor.text, g->cursor.arena);
	}
}

/* Where "the deletion of paragraph 4" begins, that stands before its stance; else the stance. */
static uint32_t act_before(const struct grammar *g, uint32_t stance)
{
	const struct lexeme *all = g->cursor.lexed->at;
	for (uint32_t i = stance; i > 0 && !is_separator(&all[i - 1]); i--)
		if (all[i - 1].cls == LEX_ACTION && FORM_OF(all[i - 1].value) == FORM_NOUN)
			return i - 1;
	return stance;
}

/* The positions that lexemes [from, to) take, each with the places after it. */
void collect_positions(struct grammar *g, uint32_t from, uint32_t to)
{
	const struct lexeme *all = g->cursor.lexed->at;
	for (uint32_t i = from; i < to && g->out->position_count < POSITIONS_MAX; i++) {
		if (all[i].cls != LEX_STANCE || is_supposed(g, i))
			continue;
		uint32_t next = i + 1;
		while (next < to && all[next].cls != LEX_STANCE &&
		       (all[next].cls != LEX_DOUBT || next == i + 1))
			next++; /* what it depends on is not what it is about */
		struct stand *s = &g->out->positions[g->out->position_count++];
		s->stance = (redline_stance)all[i].value;
		note_act(g, s, i + 1, next);
		if (!s->on_act && act_before(g, i) < i)
			note_act(g, s, act_before(g, i), i);
		collect_places(g, &s->places, i + 1, next);
	}
}

/* Where "..., if paragraph 4 is kept" begins, behind the stance; the end if nowhere. */
static uint32_t condition_behind(const struct grammar *g)
{
	const struct lexed *l = g->cursor.lexed;
	uint32_t i = 0;
	while (i < l->count && l->at[i].cls != LEX_STANCE)
		i++;
	for (i += 2; i < l->count; i++)
		if (l->at[i].cls == LEX_DOUBT)
			return i;
	return l->count;
}

/* "Paragraph 5 of the Charter:", and nothing said of it. */
static bool is_place_elsewhere(struct grammar *g)
{
	const struct lexed *l = g->cursor.lexed;
	if (l->count > 12 ||
	    lexed_may_have(l, LEX_BIT(LEX_ACTION) | LEX_BIT(LEX_STANCE) | LEX_BIT(LEX_WE) |
	                              LEX_BIT(LEX_HISTORY) | LEX_BIT(LEX_REASON) |
	                              LEX_BIT(LEX_PROPOSE) | LEX_BIT(LEX_QUOTE)))
		return false;
	return noun_names_elsewhere(&g->cursor, l->count);
}

void read_quiet(struct grammar *g, const struct mood *mood)
{
	struct place_set set;
	uint32_t const end = g->cursor.lexed->count;
	collect_places(g, &set, 0, end);
	/* with nothing named before, "See paragraph 4." says least that it holds */
	bool const refers = refers_only(g);
	if (set.count && names_a_label(&set) && !(refers && !g->around->scope_count)) {
		place_set_copy(&g->out->places, &set);
		g->out->has_places = true;
		g->out->mentions = refers || merely_mentions(g);
	}
	if (mood->takes_position || mood->keeps) {
		g->out->kind = REDLINE_POSITION;
		collect_positions(g, 0, end);
		if (g->out->position_count == 1) { /* "Paragraph 53 has our support" */
			uint32_t const until = condition_behind(g);
			if (until < end)
				collect_places(g, &set, 0, until);
			place_set_copy(&g->out->positions[0].places, &set);
		}
		if (g->out->position_count == 0) {
			g->out->positions[0] = (struct stand){
				mood->takes_position ? mood->stance : REDLINE_SUPPORTS, set,
				false, REDLINE_DELETE, {0}, mood->keeps && !mood->takes_position};
			note_act(g, &g->out->positions[0], 0, end);
			g->out->positions[0].on_act &= mood->takes_position;
			g->out->positions[0].keeps = mood->keeps && !mood->takes_position;
			g->out->position_count = 1;
		}
		return;
	}
	/* "Para 7: ...", which may be taken for Spanish */
	if (g->cursor.lexed->count && g->cursor.lexed->at[0].cls == LEX_REASON &&
	    g->cursor.lexed->at[1].cls != LEX_NUMERAL)
		g->out->kind = REDLINE_REASON;
	else
		g->out->kind = g->out->has_places ? REDLINE_SCOPE : REDLINE_OTHER;
	if (g->out->kind == REDLINE_SCOPE && is_place_elsewhere(g))
		g->out->denies = g->out->denies_ahead = g->out->elsewhere = true;
}
