/* speaker_title.c -- titles that say whose a statement is (speaker_lead.h). */
#include "speaker_lead.h"

#include "base/bytes.h"
#include "listed.h"

#define TITLE_BYTES    160u
#define COURTESY_BYTES 3u /* "Ms", "Sra" */

static bool tells(const struct lexeme *x)
{
	return x->cls == LEX_PROPOSE || x->cls == LEX_STANCE || x->cls == LEX_HEDGE ||
	       x->cls == LEX_ACTION || x->cls == LEX_QUOTE || x->cls == LEX_NEGATION ||
	       x->cls == LEX_DOUBT || x->cls == LEX_WE;
}

/* Is it a sentence?  "Proposal by" alone is none, though it tells of one. */
static bool tells_more(const struct lexed *l, bool heads)
{
	bool more = !heads && lexed_may_have(l, LEX_BIT(LEX_HISTORY));
	for (uint32_t i = 0; i < l->count; i++)
		more |= tells(&l->at[i]) && !(l->at[i].cls == LEX_PROPOSE && l->at[i].value == 1);
	return more;
}

/* "on Kenya", "to the Group", "on the proposal by Kenya": what follows is spoken of, or to. */
static bool turns_away(const struct lexer *lexer, redline_bytes text, const struct lexed *l,
                       uint32_t i)
{
	const struct lexeme *x = &l->at[i];
	if (x->cls != LEX_IN && x->cls != LEX_TO && x->cls != LEX_FOR)
		return false;
	while (++i < l->count && is_article(&l->at[i]))
		;
	x = &l->at[i];
	return x->cls == LEX_NAME || x->cls == LEX_PROPOSE || x->cls == LEX_HISTORY ||
	       (i < l->count && listed(lexer_lang(lexer)->proposals, bytes_in(text, x->range)));
}

/* Reading a title, word by word. */
struct title {
	bool named; /* a party, or somebody whom no table has */
	bool apart; /* something stands between the names and what comes */
};

static bool is_party_of(const struct lexeme *x, enum party_kind kind)
{
	return x->cls == LEX_NAME && lang_parties[x->value].kind == kind;
}

static void heed_title_word(struct speaker_lead *out, struct title *t, const struct lexeme *x)
{
	t->named |= x->cls == LEX_NAME;
	if (x->cls == LEX_SPEAKER && x->value == SPEAKER_BEHALF) {
		out->count = 0;
		t->apart = false;
	} else if (x->cls == LEX_NAME && !(is_party_of(x, PARTY_ORGAN) && out->count)) {
		out->unclear |= t->apart;
		speaker_add(out, x);
	} else if (out->count && !speaker_joint(x)) {
		t->apart = true;
	}
}

/* "Kenya (on behalf of the African Group)", "Kenya (African Group)": the group alone; "(Kenya)"
 * behind other words is who it is, known or not, if the line is a title (`heads`).  False if memory
 * is out. */
static bool heed_title_aside(struct speaker_lead *out, struct title *t, struct lexer *lexer,
                             struct arena *a, redline_bytes text, redline_range inside,
                             const struct quotes *quotes, bool heads)
{
	struct lexed said;
	struct title inner = {.apart = false};
	if (!lex_aside(lexer, a, text, inside, quotes, &said))
		return false;
	bool plain = said.count > 0, group = false;
	for (uint32_t i = 0; i < said.count; i++) {
		plain &= said.at[i].cls == LEX_NAME || speaker_joint(&said.at[i]);
		group |= is_party_of(&said.at[i], PARTY_GROUP);
	}
	t->named |= lexed_may_have(&said, LEX_BIT(LEX_NAME));
	if (heads && !out->count && stranger_inside(lexer, text, inside))
		out->unclear = t->named = true;
	bool const behalf = said.count && said.at[0].cls == LEX_SPEAKER &&
	                    said.at[0].value == SPEAKER_BEHALF;
	if (!behalf && !(plain && (group || !out->count)))
		return true;
	out->count = 0;
	t->apart = false;
	for (uint32_t i = 0; i < said.count; i++)
		heed_title_word(out, &inner, &said.at[i]);
	return true;
}

/* Whose statement it is by its title; unclear if it names others, too.  False if memory is out. */
static bool read_title(struct speaker_lead *out, struct lexer *lexer, struct arena *a,
                       redline_bytes text, const struct lexed *l, const struct quotes *quotes,
                       bool heads, bool *named)
{
	struct title t = {.apart = false};
	heads &= !lexed_may_have(l, LEX_BIT(LEX_UNIT)); /* "Article 4 (Meetings)" */
	*named = lexed_may_have(l, LEX_BIT(LEX_NAME));
	for (uint32_t i = 0; i < l->count; i++) {
		const struct lexeme *x = &l->at[i];
		bool const speaker = x->cls == LEX_SPEAKER;
		if (speaker && x->value == SPEAKER_JOINS)
			continue;
		if ((speaker && x->value != SPEAKER_BEHALF) || turns_away(lexer, text, l, i)) {
			out->unclear |= !out->count;
			return true;
		}
		if (x->cls == LEX_GROUP &&
		    !heed_title_aside(out, &t, lexer, a, text, l->groups[x->value], quotes, heads))
			return false;
		if (x->cls != LEX_GROUP)
			heed_title_word(out, &t, x);
	}
	*named |= t.named;
	return true;
}

/* Behind "Ms. Odhiambo", "H.E. Mr. Vargas"; lexeme i itself if that is none, as "Nairobi" is. */
static uint32_t behind_person(const struct lexed *l, uint32_t i)
{
	uint32_t const first = i;
	bool courtesy = range_len(l->at[i].range) <= COURTESY_BYTES;
	for (; i < l->count && i < PERSON_WORDS && is_of_person(&l->at[i]); i++)
		courtesy |= is_punct(&l->at[i], '.');
	return courtesy && i > first + 1 ? i : first;
}

/* "Kenya (African Group)", "Ms. Odhiambo (Kenya)": a party or a person, and an aside behind it that
 * says for whom they speak. */
static bool is_speaker_with_aside(const struct lexed *l)
{
	uint32_t i = 0;
	while (i < l->count && (is_article(&l->at[i]) || is_punct(&l->at[i], '*')))
		i++;
	uint32_t const end = l->at[i].cls == LEX_NAME ? i + 1 : behind_person(l, i);
	return end > i && l->at[end].cls == LEX_GROUP && end + 1 == l->count;
}

bool speaker_heads(const struct lang *lang, redline_bytes line)
{
	return lang->solid ? listed_whole(lang->headings, line, true)
	                   : listed_within(lang->headings, line);
}

bool speaker_title_read(struct speaker_lead *out, struct lexer *lexer, struct arena *a,
                        redline_bytes text, redline_range body, const struct quotes *quotes)
{
	struct lexed l;
	*out = (struct speaker_lead){.after = body.end};
	redline_bytes const words = bytes_in(text, body);
	const struct lang *lang = lexer_lang(lexer);
	if (range_len(body) > TITLE_BYTES || listed_within(lang->requests, words) ||
	    listed_within(lang->no_titles, words))
		return true;
	bool heads = speaker_heads(lang, words) || listed_within(lang->proposals, words);
	if (!lex_sentence(lexer, a, text, body, quotes, &l))
		return false;
	heads |= is_speaker_with_aside(&l);
	if (!lexed_may_have(&l, LEX_BIT(LEX_NAME) | LEX_BIT(LEX_GROUP)) || tells_more(&l, heads))
		return true;
	bool named;
	if (!read_title(out, lexer, a, text, &l, quotes, heads, &named))
		return false;
	out->unclear = named && (out->unclear || !heads);
	out->count = out->unclear ? 0 : out->count;
	return true;
}
