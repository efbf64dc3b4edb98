/*
 * other_subject.c -- a second party that proposes something in the same sentence (clause.h).
 *
 *     Japan proposes to delete "a" and Kenya proposes to delete "b".
 *     Japan: delete "a"; Kenya: delete "b".          Delete "a" (Japan), delete "b" (Kenya).
 *
 * Read as one, all would be Japan's.  Where the second part can stand alone, the sentence ends
 * before it; "Japan proposes to delete "a" and Kenya "b"" can't be parted so, and is refused.
 */
#include "clause.h"

/* The first lexeme of what leads to the name at lexeme i: "the delegation of". */
static uint32_t name_lead(const struct lexeme *all, uint32_t i)
{
	while (i > 0 && (all[i - 1].cls == LEX_FILLER || all[i - 1].cls == LEX_OF ||
	                 (all[i - 1].cls == LEX_WORD && all[i - 1].value == WORD_SPEAKER)))
		i--;
	return i;
}

/* Behind the names that begin at lexeme i. */
static uint32_t behind_names(const struct lexed *l, uint32_t i)
{
	uint32_t end = i;
	for (; i < l->count; i++) {
		const struct lexeme *x = &l->at[i];
		if (x->cls == LEX_NAME)
			end = i + 1;
		else if (x->cls != LEX_AND && x->cls != LEX_FILLER && !is_punct(x, ',') &&
		         !is_punct(x, '/') && !is_punct(x, '+'))
			break;
	}
	return end;
}

static bool is_break(const struct lexeme *x)
{
	return x->cls == LEX_AND || is_punct(x, ',') || is_punct(x, ';') || is_punct(x, '.') ||
	       (x->cls == LEX_WORD && x->value == WORD_BUT);
}

/* What an amendment may end with. */
static bool may_end(const struct lexeme *x)
{
	return x->cls == LEX_QUOTE || x->cls == LEX_GROUP || x->cls == LEX_NUMERAL ||
	       x->cls == LEX_UNIT || x->cls == LEX_ACTION || x->cls == LEX_QUANTIFIER;
}

/* "...; Japan proposes to retain it": what is said of the same change is read with it. */
static bool keeps(const struct lexed *l, uint32_t i)
{
	while (i < l->count && l->at[i].cls != LEX_ACTION)
		i++;
	return i < l->count && VERB_OF(l->at[i].value) == VERB_KEEP;
}

redline_range turn_between(const struct grammar *g, uint32_t joint, uint32_t next)
{
	const struct lexeme *all = g->cursor.lexed->at;
	uint32_t end = all[joint].range.begin; /* not that of the lexeme before it: "第7段" */
	while (end > all[0].range.begin && is_space(g->cursor.text.ptr[end - 1]))
		end--;
	return (redline_range){end, all[next].range.begin};
}

/* The sentence ends before lexeme i, without what joins the two. */
static void end_before(struct grammar *g, uint32_t i)
{
	const struct lexeme *all = g->cursor.lexed->at;
	uint32_t last = i;
	if (keeps(g->cursor.lexed, i))
		return;
	while (last > 1 && is_break(&all[last - 1]))
		last--;
	g->out->turn = turn_between(g, last, i);
}

/* Does the group name parties, and nothing before them? */
static bool names_parties(const struct grammar *g, const struct lexeme *x)
{
	uint32_t len;
	redline_range const inside = g->cursor.lexed->groups[x->value];
	return lex_party(g->cursor.lexer, g->cursor.text, range_trim(g->cursor.text, inside),
	                 &len) >= 0;
}

/* What has been passed on the way. */
struct passed {
	bool asked;    /* a verb of change */
	bool proposed; /* a verb of proposing ... */
	bool proposes; /* ... behind which nothing is named yet */
	bool stood;    /* a position */
	bool reason;   /* from here on, why */
	uint32_t said; /* the group behind an amendment that says whose it is, + 1; or 0 */

	/* What is still ahead, found once. */
	uint32_t last_act, last_quote; /* lexemes; 0 if none */
	uint32_t turn;                 /* the next verb of change or reason, as far as asked for */
};

/* "delete “a” (Japan), delete “b” (Kenya)" */
static bool heed_group(struct grammar *g, struct passed *p, uint32_t i)
{
	const struct lexed *l = g->cursor.lexed;
	if (!p->asked || p->reason || !may_end(&l->at[i - 1]) || !names_parties(g, &l->at[i]))
		return false;
	g->out->crowded |= p->said > 0;
	p->said = i + 1;
	uint32_t next = i + 1;
	while (next < l->count && is_break(&l->at[next]))
		next++;
	if (next == i + 1)
		return false;
	p->turn = p->turn > next ? p->turn : next;
	while (p->turn < l->count && l->at[p->turn].cls != LEX_ACTION &&
	       l->at[p->turn].cls != LEX_REASON)
		p->turn++;
	if (p->turn < l->count && l->at[p->turn].cls == LEX_ACTION) {
		end_before(g, next);
		return true;
	}
	return false;
}

/* "…, Kenya to delete “b”", "... and Kenya “b”" */
static bool lacks_verb(const struct lexeme *behind)
{
	return behind->cls == LEX_TO || behind->cls == LEX_QUOTE ||
	       (behind->cls == LEX_ACTION && IS_ACTIVE(behind->value));
}

/* "Kenya (on behalf of the Group), para 7:" */
static bool leads_by_colon(const struct lexed *l, uint32_t i)
{
	while (l->at[i].cls == LEX_GROUP || is_punct(&l->at[i], ',') || l->at[i].cls == LEX_UNIT ||
	       l->at[i].cls == LEX_NUMERAL)
		i++;
	return is_punct(&l->at[i], ':');
}

/* A verb of proposing at lexeme i, and a change of words. */
static bool proposes_change(const struct lexed *l, const struct passed *p, uint32_t i)
{
	return l->at[i].cls == LEX_PROPOSE && l->at[i].value != 1 && p->last_act > i &&
	       p->last_quote > i;
}

/* A name at lexeme i. */
static bool heed_name(struct grammar *g, const struct passed *p, uint32_t i)
{
	const struct lexed *l = g->cursor.lexed;
	uint32_t const lead = name_lead(l->at, i);
	if (!lead || !p->asked)
		return false;
	uint32_t const end = behind_names(l, i);
	const struct lexeme *before = &l->at[lead - 1], *behind = &l->at[end];
	bool const parted = is_break(before);
	bool const closed = is_punct(before, ';') || is_punct(before, '.');
	bool const colon = leads_by_colon(l, end);
	bool const owned = g->out->proposer_count || (closed && colon);
	if (p->reason && !closed) /* "while Kenya proposes to delete “b”" */
		g->out->crowded |= before->cls == LEX_REASON && proposes_change(l, p, end);
	if (!owned || (p->reason ? !closed : !parted && !may_end(before)))
		return false;
	if (colon || (behind->cls == LEX_PROPOSE && behind->value != 1)) {
		end_before(g, lead);
		return true;
	}
	g->out->crowded |= parted && lacks_verb(behind);
	return false;
}

/* "تقترح اليابان حذف “a” وتقترح كينيا حذف “b”": the verb of lexeme i has its subject behind it. */
static bool heed_verb(struct grammar *g, const struct passed *p, uint32_t i)
{
	const struct lexed *l = g->cursor.lexed;
	if (!p->asked || p->reason || !cursor_lang(&g->cursor)->subject_behind ||
	    l->at[i + 1].cls != LEX_NAME || (!is_break(&l->at[i - 1]) && !may_end(&l->at[i - 1])))
		return false;
	end_before(g, i);
	return true;
}

/* "Japan proposes, and Kenya opposes, deleting “a”", "..., but we oppose, ...": before anything is
 * asked for. */
static void heed_odds(struct grammar *g, const struct passed *p, uint32_t i)
{
	const struct lexed *l = g->cursor.lexed;
	bool const ours = l->at[i].cls == LEX_WE;
	const struct lexeme *behind = &l->at[ours ? i + 1 : behind_names(l, i)];
	uint32_t const lead = name_lead(l->at, i);
	if (p->asked || !lead || !is_break(&l->at[lead - 1]))
		return;
	/* not "Japan proposes paragraph 5, and we support it" */
	bool const proposed = ours ? p->proposes : p->proposed;
	g->out->at_odds |= (proposed && behind->cls == LEX_STANCE) ||
	                   (p->stood && !ours && behind->cls == LEX_PROPOSE && behind->value == 0);
}

/* The lexeme is behind. */
static void pass(struct passed *p, const struct lexeme *x)
{
	p->asked |= x->cls == LEX_ACTION;
	p->stood |= x->cls == LEX_STANCE;
	if (x->cls == LEX_UNIT || x->cls == LEX_QUOTE || x->cls == LEX_NEGATION)
		p->proposes = false;
	if (x->cls == LEX_PROPOSE && x->value == 0)
		p->proposed = p->proposes = true;
}

/* "Japan supports Kenya: delete “a”": whose is it? */
static bool is_supported_name(const struct lexed *l, uint32_t i)
{
	uint32_t const lead = name_lead(l->at, i);
	return lead > 1 && l->at[lead - 1].cls == LEX_STANCE &&
	       is_punct(&l->at[behind_names(l, i)], ':') && l->at[lead - 2].cls == LEX_NAME;
}

void find_other_subject(struct grammar *g)
{
	const struct lexed *l = g->cursor.lexed;
	struct passed p = {.asked = false};
	if (!lexed_may_have(l, LEX_BIT(LEX_NAME) | LEX_BIT(LEX_GROUP)))
		return;
	for (uint32_t i = 1; i < l->count; i++) {
		p.last_act = l->at[i].cls == LEX_ACTION ? i : p.last_act;
		p.last_quote = l->at[i].cls == LEX_QUOTE ? i : p.last_quote;
	}
	for (uint32_t i = 1; i < l->count; i++) {
		const struct lexeme *x = &l->at[i];
		pass(&p, &l->at[i - 1]);
		p.reason |= x->cls == LEX_REASON;
		if (x->cls == LEX_NAME) {
			if (heed_name(g, &p, i))
				return;
			g->out->crowded |= is_supported_name(l, i);
			heed_odds(g, &p, i);
			i = behind_names(l, i) - 1;
		} else if (x->cls == LEX_WE) {
			heed_odds(g, &p, i);
		} else if ((x->cls == LEX_GROUP && heed_group(g, &p, i)) ||
		           (x->cls == LEX_PROPOSE && heed_verb(g, &p, i))) {
			return;
		}
	}
}
