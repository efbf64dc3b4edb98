/*
 * proposers.c -- whose amendment it is, by its sentence (clause.h).
 */
#include "clause.h"
#include "listed.h"

bool starts_large(const struct grammar *g, const struct lexeme *x)
{
	return utf8_large_at(g->cursor.text, x->range.begin);
}

static void add_proposer(struct reading *out, redline_bytes name)
{
	for (unsigned i = 0; i < out->proposer_count; i++)
		if (bytes_equal(out->proposers[i], name))
			return;
	if (out->proposer_count < PROPOSERS_MAX)
		out->proposers[out->proposer_count++] = name;
}

/* "The Nordic Institute proposes ...": a capitalised subject no table knows; of several,
 * no more than `most`, the last ones. */
static void find_unknown_party(struct grammar *g, uint32_t stop, unsigned most)
{
	const struct lexeme *all = g->cursor.lexed->at;
	uint32_t i = stop;
	while (i > 0 && all[i - 1].cls == LEX_FILLER)
		i--;
	uint32_t const end = i;
	while (i > 0 && end - i < 6 && all[i - 1].cls == LEX_WORD &&
	       starts_large(g, &all[i - 1]))
		i--;
	if (i == end || all[i].value == WORD_NOBODY)
		return;
	while (i > 0 && all[i - 1].cls == LEX_FILLER)
		i--;
	bool const starts = i == 0 || is_separator(&all[i - 1]);
	if (!starts)
		return;
	if (most > 1 && i > 1 && (all[i - 1].cls == LEX_AND || is_punct(&all[i - 1], ',')))
		find_unknown_party(g, i - 1, most - 1); /* "Party A and Party B" */
	while (all[i].cls == LEX_FILLER)
		i++;
	add_proposer(g->out, bytes_in(g->cursor.text,
	                              (redline_range){all[i].range.begin, all[end - 1].range.end}));
}

/* "تقترح اليابان ومصر حذف ...": the parties right behind the verb. */
static void find_subjects(struct grammar *g, uint32_t verb)
{
	const struct lexed *l = g->cursor.lexed;
	for (uint32_t i = verb + 1; i < l->count; i++) {
		const struct lexeme *x = &l->at[i];
		bool const passed = x->cls == LEX_AND || x->cls == LEX_FILLER ||
		                    (x->cls == LEX_WORD && x->value == WORD_SPEAKER) ||
		                    (is_punct(x, ',') && l->at[i + 1].cls == LEX_SPEAKER);
		if (x->cls == LEX_NAME)
			add_proposer(g->out, bytes_of(lang_parties[x->value].name));
		else if (x->cls == LEX_SPEAKER && x->value == SPEAKER_BEHALF)
			g->out->proposer_count = 0; /* "on behalf of": who follows */
		else if (!passed)
			return;
	}
}

/* A name in front of the verb, where `broken` after those found so far. */
struct crowd {
	unsigned before;   /* how many stood before the last break */
	unsigned repeated; /* of those, how many were named again behind it */
};

static void add_subject(struct grammar *g, struct crowd *c, redline_bytes name, bool broken)
{
	unsigned const count = g->out->proposer_count;
	if (broken && count)
		*c = (struct crowd){count, 0};
	add_proposer(g->out, name);
	c->repeated += c->before && g->out->proposer_count == count;
}

/* "Mr. President, Japan proposes", "Kenya, please delete": it is spoken to; "The Chair, for
 * clarity, proposes". */
static bool is_spoken_to(const struct grammar *g, uint32_t i)
{
	const struct lexeme *x = &g->cursor.lexed->at[i];
	bool const article = i && is_article(&x[-1]);
	if (!is_punct(x + 1, ','))
		return false;
	bool const asked = x[2].cls == LEX_FILLER && x[2].value == FILLER_PLEASE;
	return asked || (lang_parties[x->value].organ && !article);
}

/* "Norway's proposal: delete ...", "EU proposal: delete ..." */
static bool owns_what_follows(const struct grammar *g, uint32_t i)
{
	const struct lexed *l = g->cursor.lexed;
	const struct lang *lang = cursor_lang(&g->cursor);
	uint32_t const end = l->at[i].range.end;
	redline_bytes const rest =
		bytes_in(g->cursor.text, (redline_range){end, l->at[i + 1].range.end});
	if (!listed_start(lang->possessives, rest) &&
	    !listed(lang->proposals, bytes_in(g->cursor.text, l->at[i + 1].range)))
		return false;
	uint32_t k = i + 1;
	while (k < l->count && k < i + 6 && l->at[k].cls != LEX_ACTION && !is_punct(&l->at[k], ':'))
		k++;
	return k < l->count && is_punct(&l->at[k], ':');
}

/* "Not EU: ...", "All except EU: ...": a word before the name that turns it round. */
static bool is_left_out(const struct grammar *g, uint32_t i)
{
	const struct lexeme *all = g->cursor.lexed->at;
	if (!is_punct(&all[i + 1], ':'))
		return false;
	while (i > 0 && all[i - 1].cls == LEX_FILLER)
		i--;
	if (i == 0)
		return false;
	const struct lexeme *x = &all[i - 1];
	return x->cls == LEX_NEGATION || x->cls == LEX_EXCEPT ||
	       (x->cls == LEX_WORD && x->value == WORD_UNKNOWN && !starts_large(g, x));
}

/* Does the speaker take the word at lexeme i: "we", "we propose"? */
static bool is_own_voice(const struct grammar *g, uint32_t i)
{
	const struct lexeme *x = &g->cursor.lexed->at[i];
	return x->cls == LEX_WE ||
	       (x->cls == LEX_PROPOSE && listed_start(cursor_lang(&g->cursor)->subjects,
	                                              bytes_in(g->cursor.text, x->range)));
}

/* "Like Norway, we propose": who is named before the comma is not who speaks, unless it is
 * "on behalf of Norway" or "for Norway". */
static bool is_beside_speaker(const struct grammar *g, uint32_t comma)
{
	const struct lexeme *all = g->cursor.lexed->at;
	if (!is_punct(&all[comma], ',') || !is_own_voice(g, comma + 1))
		return false;
	uint32_t i = comma;
	for (; i > 0 && !is_punct(&all[i - 1], ':'); i--)
		if (all[i - 1].cls == LEX_SPEAKER || all[i - 1].cls == LEX_FOR)
			return false;
	while (i < comma && all[i].cls == LEX_FILLER)
		i++;
	return all[i].cls != LEX_NAME; /* "Norway and Kenya, we propose" */
}

/* "Further to the EU's suggestion to replace ..., we suggest to add ...", from lexeme `from` on:
 * do two propose? */
static bool is_answered(const struct grammar *g, uint32_t from)
{
	const struct lexeme *all = g->cursor.lexed->at;
	for (uint32_t i = from; i + 2 < g->cursor.lexed->count; i++)
		if (is_punct(&all[i], ',') && is_own_voice(g, i + 1) &&
		    (all[i + 1].cls == LEX_PROPOSE || all[i + 2].cls == LEX_PROPOSE))
			return true;
	return false;
}

/*
 * "Kenya: Japan proposes to delete ...": is it Kenya's, or does Kenya report it?  "Kenya:
 * Kenya and Japan propose" is clear.
 */
static bool is_apart(const struct grammar *g, const struct crowd *c)
{
	return c->before && g->out->proposer_count > c->before && c->repeated < c->before;
}

/* Is the noun of doing at i what a stance behind it is about: "Der Streichung von
 * Absatz 4 kann Japan nicht zustimmen"? */
static bool has_stance_behind(const struct grammar *g, uint32_t i)
{
	const struct lexed *l = g->cursor.lexed;
	if (FORM_OF(l->at[i].value) != FORM_NOUN)
		return false;
	for (uint32_t k = i + 1; k < l->count && !is_separator(&l->at[k]); k++) {
		if (l->at[k].cls == LEX_STANCE)
			return true;
		if (l->at[k].cls == LEX_ACTION || l->at[k].cls == LEX_PROPOSE)
			return false;
	}
	return false;
}

/* "proposes, on behalf of the Group, to ...", "schlägt im Namen der Gruppe vor": right behind
 * the verb, and in the stead of who speaks. */
static void find_behalf(struct grammar *g, uint32_t verb)
{
	const struct lexed *l = g->cursor.lexed;
	uint32_t i = verb + 1;
	while (is_punct(&l->at[i], ',') || l->at[i].cls == LEX_FILLER)
		i++;
	if (l->at[i].cls != LEX_SPEAKER || l->at[i].value != SPEAKER_BEHALF)
		return;
	bool found = false;
	for (i++; i < l->count; i++) {
		const struct lexeme *x = &l->at[i];
		if (x->cls == LEX_NAME && !found)
			g->out->proposer_count = 0;
		if (x->cls == LEX_NAME)
			add_proposer(g->out, bytes_of(lang_parties[x->value].name));
		else if (x->cls != LEX_FILLER && x->cls != LEX_AND && x->cls != LEX_OF)
			return;
		found |= x->cls == LEX_NAME;
	}
}

/*
 * Where the subject begins behind what the sentence opens with of others: "On behalf of the
 * Group, Pakistan proposes", "With the support of Norway, Canada proposes"; Russian writes
 * no comma.  `stop`: it has no such opening, or no subject of its own.
 */
static uint32_t subject_behind(const struct lexeme *all, uint32_t stop, bool *behalf)
{
	uint32_t lead = 0;
	while (lead < stop && all[lead].cls != LEX_SPEAKER && all[lead].cls != LEX_NAME)
		lead++;
	if (lead == stop || all[lead].cls != LEX_SPEAKER)
		return stop;
	*behalf = all[lead].value == SPEAKER_BEHALF;
	uint32_t begin = stop;
	while (begin > lead + 1 && !is_punct(&all[begin - 1], ','))
		begin--;
	if (begin > lead + 1)
		return names_party(all, lead, begin) && names_party(all, begin, stop) &&
		                       all[begin].cls != LEX_AND
		               ? begin
		               : stop;
	for (uint32_t i = stop; i > lead + 2; i--)
		if (all[i - 1].cls == LEX_NAME && all[i - 2].cls == LEX_NAME)
			return i - 1;
	return stop;
}

/* "EU/UK:", "Kenya + Peru:", "Kenya with Peru:": does the name at lexeme i go on in another? */
static bool joins_next(const struct grammar *g, uint32_t i)
{
	const struct lexeme *all = g->cursor.lexed->at, *next = &all[i + 1];
	if (is_joined_name(g, next))
		return true;
	bool const joint = is_punct(next, '/') || is_punct(next, '+') || is_punct(next, ';') ||
	                   is_punct(next, '&') || is_dash(next) ||
	                   (next->cls == LEX_LINK && next->value == LINK_WITH);
	return joint && all[i + 2].cls == LEX_NAME;
}

/* The first lexeme that is no name and stands between none, or `stop`. */
static uint32_t names_end(const struct lexeme *all, uint32_t stop)
{
	uint32_t i = 0;
	while (i < stop && (all[i].cls == LEX_NAME || all[i].cls == LEX_AND ||
	                    all[i].cls == LEX_PUNCT || all[i].cls == LEX_FILLER))
		i++;
	return i;
}

/* "EU and UK – delete": does a dash stand behind the name at lexeme i, and a blank? */
static bool leads_by_dash(const struct lexeme *all, uint32_t i)
{
	return is_dash(&all[i + 1]) && all[i + 1].range.begin != all[i].range.end;
}

/* "In Absatz 4 schlägt Japan vor", "propone Kenya suprimir": nobody is named before the verb at
 * lexeme `verb`, and a party right behind it. */
static bool names_subject_behind(const struct grammar *g, uint32_t verb)
{
	const struct lexed *l = g->cursor.lexed;
	uint32_t i = verb + 1;
	if (verb >= l->count || l->at[verb].cls != LEX_PROPOSE || l->at[verb].value == 1 ||
	    is_own_voice(g, verb) || (names_party(l->at, 0, verb) && !opens_beside(g, verb)))
		return false;
	while (i < l->count && is_article(&l->at[i]))
		i++;
	return l->at[i].cls == LEX_NAME && !is_punct(&l->at[i + 1], '\'') &&
	       !is_punct(&l->at[i + 1], 0x2019);
}

/* The first lexeme that says what becomes of the text: up to it the sentence says who speaks. */
static uint32_t end_of_names(const struct grammar *g)
{
	const struct lexed *l = g->cursor.lexed;
	uint32_t stop = 0;
	while (stop < l->count && l->at[stop].cls != LEX_PROPOSE && l->at[stop].cls != LEX_STANCE &&
	       (l->at[stop].cls != LEX_ACTION || has_stance_behind(g, stop)) &&
	       l->at[stop].cls != LEX_HEDGE &&
	       (l->at[stop].cls != LEX_NEGATION || l->at[stop].value != NEGATION_LETS))
		stop++;
	return stop;
}

/* Going through the names of a sentence, up to `stop`. */
struct naming {
	uint32_t stop;
	uint32_t subject;  /* begins there, behind others */
	bool behalf;       /* and only speaks for those */
	uint32_t named;    /* nothing but names before it */
	uint32_t spoken;   /* up to the colon, names from here on are of others ... */
	bool addressed;    /* ... and the colon is still to come */
	uint32_t own;      /* the subject begins here, behind whom it is likened to; or 0 */
	unsigned at_colon; /* who was named before the last colon */
	bool supporters, broken;
	struct turned turned;
	struct crowd crowd;
};

static struct naming begin_naming(struct grammar *g, uint32_t stop)
{
	const struct lexeme *all = g->cursor.lexed->at;
	struct naming n = {.stop = stop};
	bool unclear;
	n.subject = subject_behind(all, stop, &n.behalf);
	n.named = names_end(all, stop);
	n.spoken = spoken_from(g, stop);
	n.addressed = n.spoken < stop;
	n.own = behind_aside(g, stop, &unclear);
	g->out->proposers_apart |= unclear;
	return n;
}

/* Is the party at lexeme i told to speak by what stands behind it? */
static bool is_named_as_speaker(const struct grammar *g, const struct naming *n, uint32_t i)
{
	const struct lexed *l = g->cursor.lexed;
	const struct lexeme *next = &l->at[i + 1];
	bool const by_verb = n->stop < l->count && l->at[n->stop].cls != LEX_ACTION;
	return by_verb || is_punct(next, ':') || is_punct(next, ',') || next->cls == LEX_AND ||
	       next->cls == LEX_SPEAKER || joins_next(g, i) ||
	       (i < n->named && leads_by_dash(l->at, i)) || owns_what_follows(g, i) ||
	       (n->addressed && i < n->spoken);
}

/* The party at lexeme i, and those in the aside behind it. */
static void take_name(struct grammar *g, struct naming *n, uint32_t i)
{
	redline_bytes further[PROPOSERS_MAX];
	unsigned count;
	bool instead;
	bool const aside = read_named_aside(g, i, further, &count, &instead);
	redline_bytes const name =
		is_longer_name(g, i)
			? whole_name(g, i, n->stop)
			: bytes_of(lang_parties[g->cursor.lexed->at[i].value].name);
	if ((aside || is_named_as_speaker(g, n, i)) && !is_spoken_to(g, i) && name.len)
		add_subject(g, &n->crowd, name, n->broken);
	if (instead)
		g->out->proposer_count = 0;
	for (unsigned k = 0; k < count; k++)
		add_proposer(g->out, further[k]);
	n->broken = false;
}

/* What lexeme i says of who speaks. */
static void heed_naming(struct grammar *g, struct naming *n, uint32_t i)
{
	const struct lexeme *x = &g->cursor.lexed->at[i];
	bool const others = turned_away(&n->turned, g, i, n->stop);
	if (is_punct(x, ':'))
		n->at_colon = g->out->proposer_count;
	if (is_beside_speaker(g, i)) {
		g->out->proposer_count = n->at_colon;
		n->crowd = (struct crowd){0, 0};
		n->broken = false;
	}
	g->out->proposers_apart |= x->cls == LEX_NAME && is_left_out(g, i);
	n->broken |= is_punct(x, ':') ||
	             (i && x->cls == LEX_NAME && x[-1].cls == LEX_NAME && !is_joined_name(g, x));
	if (x->cls == LEX_SPEAKER) {
		n->supporters = x->value == SPEAKER_SUPPORTS;
		if (x->value == SPEAKER_BEHALF)
			g->out->proposer_count = 0;
	} else if (is_punct(x, ',') && cursor_lang(&g->cursor)->solid) {
		n->supporters = false; /* Chinese "在日本的支持下，法国建议" */
	} else if (x->cls == LEX_NAME && !n->supporters && !others) {
		take_name(g, n, i);
	}
}

/* "Paragraph 7 (Norway): delete ...", where nobody else is named. */
static void take_aside_of_number(struct grammar *g, uint32_t stop)
{
	const struct lexed *l = g->cursor.lexed;
	for (uint32_t i = 1; i < stop && !g->out->proposer_count; i++)
		if (l->at[i].cls == LEX_GROUP && l->at[i - 1].cls == LEX_NUMERAL)
			(void)take_parties(g, l->groups[l->at[i].value]);
}

/*
 * The parties named before the first proposing or supporting word; after "on
 * behalf of" the group replaces the speaker, and supporters do not count.
 */
void find_proposers(struct grammar *g)
{
	const struct lexed *l = g->cursor.lexed;
	uint32_t const stop = end_of_names(g);
	bool const verb = stop < l->count;
	bool const tells = verb && (l->at[stop].cls == LEX_PROPOSE || l->at[stop].cls == LEX_STANCE);
	if (!verb && l->count <= 1)
		return;
	if (verb && l->at[stop].cls != LEX_ACTION)
		find_unknown_party(g, stop, PROPOSERS_MAX);
	if ((tells && cursor_lang(&g->cursor)->subject_behind) || names_subject_behind(g, stop))
		find_subjects(g, stop);
	if (!lexed_may_have(l, LEX_BIT(LEX_NAME) | LEX_BIT(LEX_SPEAKER) | LEX_BIT(LEX_GROUP)))
		return;
	bool const behind = g->out->proposer_count && opens_beside(g, stop);
	struct naming n = begin_naming(g, stop);
	if (behind)
		n.own = stop;
	for (uint32_t i = 0; i < stop; i++) {
		const struct lexeme *x = &l->at[i];
		if ((i == n.subject && n.behalf) || (x->cls == LEX_REASON && i >= n.own) ||
		    x->cls == LEX_QUOTE)
			break;
		n.supporters &= i != n.subject;
		n.addressed &= !is_punct(x, ':');
		if (i >= n.own && !(n.addressed && i >= n.spoken))
			heed_naming(g, &n, i);
	}
	g->out->proposers_apart |= is_apart(g, &n.crowd) ||
	                           (g->out->proposer_count > n.at_colon && is_answered(g, stop));
	if (verb && l->at[stop].cls == LEX_PROPOSE && g->out->proposer_count)
		find_behalf(g, stop);
	take_aside_of_number(g, stop);
}
