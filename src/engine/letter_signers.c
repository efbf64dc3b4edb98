/* letter_signers.c -- a line that names who writes a letter (lettering.h). */
#include "lettering.h"

/* What of the line stands before "<mission@example.org>"; nothing of one with a bare address. */
static redline_range without_address(redline_bytes text, redline_range line)
{
	for (uint32_t at = line.begin; at < line.end; at++)
		if (text.ptr[at] == '<' || text.ptr[at] == '@')
			line.end = text.ptr[at] == '<' ? at : line.begin; /* a bare address */
	return range_trim(text, line);
}

static bool is_bare_part(const struct lexeme *x)
{
	return x->cls == LEX_NAME || x->cls == LEX_AND || is_article(x) || is_punct(x, ',') ||
	       is_punct(x, '.') || is_punct(x, '/') || is_punct(x, '"') || is_punct(x, '*') ||
	       is_punct(x, '_') || is_dash(x);
}

/* What may stand in "Jane Doe, Permanent Mission of Kenya to the United Nations". */
static bool is_office_part(const struct lexeme *x)
{
	return is_bare_part(x) || x->cls == LEX_WORD || x->cls == LEX_FILLER || x->cls == LEX_OF ||
	       x->cls == LEX_TO || x->cls == LEX_IN || x->cls == LEX_FOR || x->cls == LEX_GROUP ||
	       x->cls == LEX_WE ||
	       (x->cls == LEX_SPEAKER && x->value == SPEAKER_BEHALF);
}

/* "delegation"; "La délégation" may be one's own. */
static bool is_office(const struct lexeme *x)
{
	return (x->cls == LEX_WORD && x->value == WORD_SPEAKER) || x->cls == LEX_WE;
}

/* "Permanent Mission of Kenya", "Mission permanente du Japon", "肯尼亚常驻代表团": is the name at
 * lexeme i that of an office's party?  "Office of Jordan Smith" is none. */
static bool has_office(const struct lang *lang, redline_bytes text, const struct lexed *l,
                       uint32_t i)
{
	const struct lexeme *all = l->at;
	uint32_t k = i, behind = i + 1;
	bool const person = all[behind].cls == LEX_WORD && !is_office(&all[behind]) &&
	                    utf8_large_at(text, all[behind].range.begin);
	while (all[behind].cls == LEX_WORD && !is_office(&all[behind]))
		behind++;
	while (k > 0 && (all[k - 1].cls == LEX_FILLER || all[k - 1].cls == LEX_OF ||
	                 all[k - 1].cls == LEX_FROM))
		k--;
	bool const of = k < i;
	for (uint32_t j = k; j < i; j++) /* "la délégation du Kenya": one small word to the grammar */
		if (all[j].cls == LEX_FILLER &&
		    listed_within(lang->headings, bytes_in(text, all[j].range)))
			return !person;
	while (k > 1 && all[k - 1].cls == LEX_WORD && !is_office(&all[k - 1]) &&
	       (of || !utf8_large_at(text, all[k - 1].range.begin)))
		k--;
	return is_office(&all[behind]) ||
	       (!person && k > 0 && (is_office(&all[k - 1]) || all[k - 1].cls == LEX_SPEAKER));
}

static void add_signer(struct signers *s, int32_t party)
{
	redline_bytes const name = bytes_of(lang_parties[party].name);
	for (unsigned i = 0; i < s->count; i++)
		if (bytes_equal(s->party[i], name))
			return;
	if (lang_parties[party].kind != PARTY_ORGAN && s->count < LETTER_PARTIES)
		s->party[s->count++] = name;
}

/* "Delegates of Kenya were present": does more than a place or an office stand behind the name? */
static bool tells_more(redline_bytes text, const struct lexed *l, uint32_t name)
{
	for (uint32_t i = name + 1; i < l->count; i++)
		if (l->at[i].cls == LEX_WORD && !is_office(&l->at[i]) &&
		    !utf8_large_at(text, l->at[i].range.begin) &&
		    (unsigned char)text.ptr[l->at[i].range.begin] < 0x80)
			return true;
	return false;
}

struct signers letter_signers(struct letter_search *s, redline_range line)
{
	struct signers who = {.count = 0};
	struct lexed l;
	unsigned tongue = s->speech->main, rival;
	bool bare = true, office = true;
	line = without_address(s->text, line);
	if (!range_len(line) || range_len(line) > LETTER_LINE)
		return who;
	if (!speech_lex(s->speech, s->arena, s->text, line, s->quotes, &tongue, &rival, &l)) {
		s->failed = true;
		return who;
	}
	if (!lexed_may_have(&l, LEX_BIT(LEX_NAME) | LEX_BIT(LEX_GROUP)))
		return who;
	for (uint32_t i = 0; i < l.count; i++) {
		bare &= is_bare_part(&l.at[i]);
		office &= is_office_part(&l.at[i]);
	}
	for (uint32_t i = 0; i < l.count && office; i++) {
		uint32_t len;
		redline_range const inside =
			l.at[i].cls == LEX_GROUP ? l.groups[l.at[i].value] : (redline_range){0, 0};
		bool const name = l.at[i].cls == LEX_NAME;
		if (name && !bare && tells_more(s->text, &l, i))
			return (struct signers){.count = 0};
		if (name && ((bare && !listed(lang_persons, bytes_in(s->text, l.at[i].range))) ||
		             has_office(speech_lang(s->speech, tongue), s->text, &l, i)))
			add_signer(&who, l.at[i].value);
		int const party = range_len(inside) && !bare /* "Jane Doe (Kenya)" */
		                          ? lex_party(speech_lexer(s->speech, tongue), s->text,
		                                      range_trim(s->text, inside), &len)
		                          : -1;
		if (party >= 0 && len == range_len(range_trim(s->text, inside)))
			add_signer(&who, party);
	}
	return who;
}
