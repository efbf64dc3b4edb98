/*
 * proposer_names.c -- the parties that a sentence names before its verb or colon, one by one
 * (clause.h).
 */
#include "clause.h"
#include "listed.h"

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
	return asked || (lang_parties[x->value].kind == PARTY_ORGAN && !article);
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

/* "Peru + 2:", "Peru et al.:" */
static bool others_join(const struct grammar *g, uint32_t i)
{
	const struct lexed *l = g->cursor.lexed;
	redline_range const rest = {l->at[i + 1].range.begin, l->at[l->count].range.end};
	return is_punct(&l->at[i + 1], '+') ||
	       listed_start(lang_and_more, bytes_in(g->cursor.text, rest));
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

/* Going through the names of a sentence, up to `stop`. */
struct naming {
	uint32_t stop;
	uint32_t subject;  /* begins there, behind others */
	bool behalf;       /* and only speaks for those */
	uint32_t named;    /* nothing but names before it */
	uint32_t spoken;   /* up to the colon, names from here on are of others ... */
	bool addressed;    /* ... and the colon is still to come */
	uint32_t own;      /* the subject begins here, behind whom it is likened to or a mail is
	                      about; or 0 */
	unsigned at_colon; /* who was named before the last colon */
	uint32_t passed;   /* lexemes before it were read with a name */
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
	if (!n.own)
		n.own = behind_subject_line(g, stop);
	g->out->proposers_apart |= unclear;
	return n;
}

/* Is the party at lexeme i told to speak by what stands behind it? */
static bool is_named_as_speaker(const struct grammar *g, const struct naming *n, uint32_t i)
{
	const struct lexed *l = g->cursor.lexed;
	const struct lexeme *next = &l->at[i + 1];
	while (next->cls == LEX_FILLER && next->value == FILLER_PLAIN)
		next++; /* "in its national capacity" */
	bool const by_verb = n->stop < l->count && l->at[n->stop].cls != LEX_ACTION;
	return by_verb || is_punct(next, ':') || is_punct(next, ',') || next->cls == LEX_AND ||
	       next->cls == LEX_SPEAKER || joins_next(g, i) || others_join(g, i) ||
	       (i < n->named && leads_by_dash(l->at, i)) || owns_what_follows(g, i) ||
	       (n->addressed && i < n->spoken);
}

/* The party at lexeme i, and those in the aside behind it. */
static void take_name(struct grammar *g, struct naming *n, uint32_t i)
{
	struct named_others others;
	bool const aside = read_named_aside(g, i, &others);
	redline_bytes const name =
		is_longer_name(g, i)
			? whole_name(g, i, n->stop)
			: bytes_of(lang_parties[g->cursor.lexed->at[i].value].name);
	if ((aside || is_named_as_speaker(g, n, i)) && !is_spoken_to(g, i) && name.len)
		add_subject(g, &n->crowd, name, n->broken);
	if (others.instead)
		g->out->proposer_count = 0;
	for (unsigned k = 0; k < others.count; k++)
		add_proposer(g->out, others.party[k]);
	n->passed = others.end;
	n->broken = false;
}

/* "Ms. Odhiambo (Kenya) and Mr. Vargas (Peru) proposed": the parties in the group at lexeme i. */
static void take_person(struct grammar *g, const struct naming *n, uint32_t i)
{
	const struct lexed *l = g->cursor.lexed;
	redline_bytes party[PROPOSERS_MAX];
	if (n->stop == l->count || l->at[n->stop].cls == LEX_ACTION)
		return;
	unsigned const count = read_person_aside(g, i, party);
	for (unsigned k = 0; k < count; k++)
		add_proposer(g->out, party[k]);
}

/* "Kenya, for Peru:": does lexeme i, behind a party, lead to whom it speaks for? */
static bool speaks_for_others(const struct grammar *g, uint32_t i)
{
	const struct lexeme *all = g->cursor.lexed->at;
	uint32_t next = i + 1, last = i;
	while (is_article(&all[next]))
		next++;
	while (last > 0 && is_punct(&all[last - 1], ','))
		last--;
	return last > 0 && all[last - 1].cls == LEX_NAME && all[next].cls == LEX_NAME &&
	       speaks_for_next(g, &all[i]);
}

/* Parties follow, and this is how they go with who speaks: "not on behalf of", "supported by". */
static void heed_speaker_word(struct grammar *g, struct naming *n, uint32_t i)
{
	const struct lexeme *x = &g->cursor.lexed->at[i];
	bool const denied = i && x[-1].cls == LEX_NEGATION;
	n->supporters = denied || x->value == SPEAKER_SUPPORTS;
	n->broken &= x->value != SPEAKER_JOINS; /* "Kenya: together with Peru, we propose" */
	if (x->value == SPEAKER_BEHALF && !denied)
		g->out->proposer_count = 0;
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
		heed_speaker_word(g, n, i);
	} else if (speaks_for_others(g, i)) {
		g->out->proposer_count = 0;
	} else if (is_punct(x, ',') && cursor_lang(&g->cursor)->solid) {
		n->supporters = false; /* Chinese "在日本的支持下，法国建议" */
	} else if (x->cls == LEX_NAME && !n->supporters && !others) {
		take_name(g, n, i);
	} else if (x->cls == LEX_GROUP && !n->supporters && !n->turned.holds) {
		take_person(g, n, i);
	}
}

void read_names(struct grammar *g, uint32_t stop)
{
	const struct lexed *l = g->cursor.lexed;
	bool const behind = g->out->proposer_count && opens_beside(g, stop);
	struct naming n = begin_naming(g, stop);
	if (behind) /* the subject stands behind the verb */
		n.own = stop;
	for (uint32_t i = 0; i < stop; i++) {
		const struct lexeme *x = &l->at[i];
		if ((i == n.subject && n.behalf) || (x->cls == LEX_REASON && i >= n.own) ||
		    x->cls == LEX_QUOTE)
			break;
		n.supporters &= i != n.subject;
		n.addressed &= !is_punct(x, ':');
		if (i >= n.own && i >= n.passed && !(n.addressed && i >= n.spoken))
			heed_naming(g, &n, i);
	}
	g->out->proposers_apart |= is_apart(g, &n.crowd) ||
	                           (g->out->proposer_count > n.at_colon && is_answered(g, stop));
}
