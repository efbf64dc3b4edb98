/*
 * named.c -- see named.h.
 *
 * A name stands behind the word "section", with or without marks; before it, likewise; or
 * alone behind "in", where a capital or the language's list tells it from a phrase ("in the
 * spirit of compromise").  It ends where the place ends, with a comma or the sentence: what
 * goes on otherwise is no name.
 */
#include "named.h"

#include "base/bytes.h"

#define NAME_LEXEMES 10u /* of the words of a heading */
#define LEAD_LEXEMES 12u
#define LEAD_BYTES   100u

/* A sentence in which names are looked for. */
struct search {
	redline_bytes text;
	const struct lang *lang;
	const struct listed_words *section_names;
	const struct quotes *quotes;
	const struct lexeme *at;
	uint32_t count;
};

/* What was found: lexemes, and the words of the heading. */
struct name {
	uint32_t end;
	int32_t unit;
	redline_range words;
};

static bool is_title_word(const struct lexeme *x)
{
	return x->cls == LEX_TEXT && x->value == TEXT_TITLE;
}

/* A section, chapter, article or annex of which no number is said. */
static bool is_bare_unit(const struct search *s, uint32_t i)
{
	const struct lexeme *x = &s->at[i];
	bool const fresh = i && (x[-1].cls == LEX_NEW || x[-1].cls == LEX_ANOTHER);
	if (i >= s->count || x->cls != LEX_UNIT || fresh ||
	    (x->value & (UNIT_PLURAL | UNIT_ALL | UNIT_NEW)))
		return false;
	redline_unit const unit = UNIT_OF(x->value);
	bool const titled = unit == REDLINE_SECTION || unit == REDLINE_CHAPTER ||
	                    unit == REDLINE_ARTICLE || unit == REDLINE_ANNEX;
	return titled && x[1].cls != LEX_NUMERAL && x[1].cls != LEX_ORDINAL;
}

/* Does a place begin with lexeme i: is "in", "of" or an article before it? */
static bool opens_place(const struct search *s, uint32_t i)
{
	if (i && is_article(&s->at[i - 1]))
		i--;
	return i && (s->at[i - 1].cls == LEX_IN || s->at[i - 1].cls == LEX_OF);
}

static bool ends_place(const struct search *s, uint32_t i)
{
	const struct lexeme *x = &s->at[i];
	if (x->cls == LEX_AND)
		return x[1].cls == LEX_IN || x[1].cls == LEX_UNIT || x[1].cls == LEX_NUMERAL;
	if (x->cls == LEX_ACTION)
		return IS_ACTIVE(x->value);
	if (x->cls == LEX_FILLER)
		return x->value == FILLER_DUE; /* "should", "wird" */
	return i >= s->count || is_punct(x, ',') || is_punct(x, ':') || is_punct(x, '.') ||
	       is_punct(x, ';');
}

/* Behind the words from lexeme i on that a heading may have; i if there are none. */
static uint32_t name_end(const struct search *s, uint32_t i)
{
	uint32_t end = i;
	for (uint32_t k = i; k < s->count && k < i + NAME_LEXEMES; k++) {
		switch (s->at[k].cls) {
		case LEX_WORD:
			end = k + 1;
			break;
		case LEX_TEXT: /* "terms" */
			if (s->at[k + 1].cls == LEX_QUOTE)
				return end;
			end = k + 1;
			break;
		case LEX_AND:
			if (s->at[k + 1].cls == LEX_IN)
				return end;
			break;
		case LEX_OF:
		case LEX_FOR:
		case LEX_IN:
		case LEX_TO:
		case LEX_FILLER:
			break;
		default:
			return end;
		}
	}
	return end;
}

static redline_range words_of(const struct search *s, uint32_t begin, uint32_t end)
{
	return (redline_range){s->at[begin].range.begin, s->at[end - 1].range.end};
}

static redline_range quoted(const struct search *s, const struct lexeme *quote)
{
	return s->quotes->at[quote->value].inner;
}

/* Do the old words and the new stand behind lexeme i? */
static bool words_follow(const struct search *s, uint32_t i)
{
	unsigned quotes = 0;
	for (; i < s->count && quotes < 2; i++)
		quotes += s->at[i].cls == LEX_QUOTE;
	return quotes == 2;
}

/* "section entitled “Scope”", "the section “Scope”,", "the section on finance," */
static bool name_behind(const struct search *s, uint32_t i, struct name *out)
{
	if (!is_bare_unit(s, i))
		return false;
	uint32_t k = i + 1;
	out->unit = s->at[i].value;
	while (s->at[k].cls == LEX_FILLER ||
	       (is_punct(&s->at[k], ',') && is_title_word(&s->at[k + 1])))
		k++;
	bool const entitled = is_title_word(&s->at[k]);
	bool const about = s->at[k].cls == LEX_IN && s->at[k].value == IN_TOPIC;
	k += entitled || about;
	if (s->at[k].cls == LEX_QUOTE) {
		out->words = quoted(s, &s->at[k]);
		out->end = k + 1;
		bool const opens = opens_place(s, i);
		bool const comes = opens && is_punct(&s->at[k + 1], ',');
		if (entitled || about || (opens && words_follow(s, k + 1)))
			return true;
		return k == i + 1 && ends_place(s, k + 1) &&
		       (comes || utf8_large_at(s->text, out->words.begin));
	}
	while (about && is_article(&s->at[k]))
		k++;
	bool const by_name = k == i + 1 && s->at[k].cls == LEX_WORD && !s->lang->large_nouns &&
	                     utf8_large_at(s->text, s->at[k].range.begin); /* "section Scope," */
	uint32_t const end = about || by_name ? name_end(s, k) : k;
	if (end == k || !ends_place(s, end))
		return false;
	out->words = words_of(s, k, end);
	out->end = end;
	return true;
}

/* "in the “Scope” section", "in the Capacity-building section" */
static bool name_before(const struct search *s, uint32_t i, struct name *out)
{
	if (!opens_place(s, i))
		return false;
	bool const quote = s->at[i].cls == LEX_QUOTE;
	uint32_t const end = quote ? i + 1 : name_end(s, i);
	if (end == i || !is_bare_unit(s, end) || (!quote && !utf8_large_at(s->text, s->at[i].range.begin)))
		return false;
	out->words = quote ? quoted(s, &s->at[i]) : words_of(s, i, end);
	out->unit = s->at[end].value;
	out->end = end + 1;
	return true;
}

/* "the second sentence of", "at the end of": what a part stands in follows. */
static bool part_comes(const struct lexeme *of)
{
	return of[-1].cls == LEX_POSITION ||
	       (of[-1].cls == LEX_UNIT && UNIT_OF(of[-1].value) != REDLINE_DOCUMENT);
}

/* "in the Foreword,", "in the introduction:", "delete the foreword." */
static bool name_alone(const struct search *s, uint32_t i, struct name *out)
{
	uint32_t const lead = i && is_article(&s->at[i - 1]) ? i - 1 : i;
	if (!lead)
		return false;
	const struct lexeme *before = &s->at[lead - 1];
	bool const in = (before->cls == LEX_IN && before->value != IN_TOPIC) ||
	                (before->cls == LEX_OF && lead > 1 && part_comes(before));
	bool const acted_on = before->cls == LEX_POSITION ||
	                      (before->cls == LEX_ACTION && IS_ACTIVE(before->value));
	uint32_t const end = in || acted_on ? name_end(s, i) : i;
	if (end == i || !ends_place(s, end))
		return false;
	out->words = words_of(s, i, end);
	out->unit = REDLINE_SECTION;
	out->end = end;
	if (in && !s->lang->large_nouns && utf8_large_at(s->text, out->words.begin))
		return true;
	return (in || acted_on) && listed_words_are(s->section_names, bytes_in(s->text, out->words));
}

/* Is a place said by its number or kind, too? */
static bool has_other_place(const struct search *s)
{
	for (uint32_t i = 0; i < s->count; i++)
		if (s->at[i].cls == LEX_UNIT || s->at[i].cls == LEX_NUMERAL)
			return true;
	return false;
}

/* "Foreword: delete ...": a part that drafts have, which this one may lack. */
static bool name_ahead(const struct search *s, uint32_t i, struct name *out)
{
	uint32_t const end = i ? i : name_end(s, i);
	if (end == i || !is_punct(&s->at[end], ':') || has_other_place(s))
		return false;
	*out = (struct name){end, REDLINE_SECTION, words_of(s, i, end)};
	return listed_words_are(s->section_names, bytes_in(s->text, out->words));
}

/* "under the heading “Scope”": what stands below it */
static bool name_above(const struct search *s, uint32_t i, struct name *out)
{
	redline_unit const unit = UNIT_OF(s->at[i].value);
	uint32_t lead = before_fillers(s->at, i);
	lead -= lead && s->at[lead - 1].cls == LEX_OF; /* "unter der" */
	if ((unit != REDLINE_HEADING_UNIT && unit != REDLINE_TITLE) || !lead ||
	    s->at[lead - 1].cls != LEX_IN || s->at[lead - 1].value != IN_UNDER ||
	    s->at[i + 1].cls != LEX_QUOTE)
		return false;
	*out = (struct name){i + 2, REDLINE_SECTION, quoted(s, &s->at[i + 1])};
	return true;
}

static bool find_name(const struct search *s, uint32_t i, struct name *out)
{
	switch (s->at[i].cls) {
	case LEX_UNIT:
		return name_behind(s, i, out) || name_above(s, i, out);
	case LEX_QUOTE:
		return name_before(s, i, out);
	case LEX_WORD:
		return name_before(s, i, out) || name_alone(s, i, out) || name_ahead(s, i, out);
	default:
		return false;
	}
}

bool named_take(struct arena *a, redline_bytes text, const struct lexer *lexer,
                const struct quotes *quotes, struct lexed *lexed)
{
	struct search const s = {
		text, lexer_lang(lexer), &lexer_lists(lexer)->section_names, quotes, lexed->at,
		lexed->count};
	struct lexeme *copy = NULL;
	uint32_t len = 0;
	if (!lexed_may_have(lexed, LEX_BIT(LEX_ACTION)))
		return true;
	for (uint32_t i = 0; i < s.count; i++) {
		struct name name;
		if (!find_name(&s, i, &name)) {
			if (copy)
				copy[len] = s.at[i];
			len++;
			continue;
		}
		if (!copy) {
			copy = arena_array(a, (size_t)s.count + 1, sizeof *copy);
			if (!copy)
				return false;
			memcpy(copy, s.at, len * sizeof *copy);
		}
		copy[len++] = (struct lexeme){LEX_UNIT, UNIT_OF(name.unit) | UNIT_NAMED, name.words,
		                              NO_ROW};
		i = name.end - 1;
	}
	if (!copy)
		return true;
	copy[len] = s.at[s.count];
	lexed->at = copy;
	lexed->count = len;
	lexed->classes |= LEX_BIT(LEX_UNIT);
	return true;
}

redline_range named_lead(const struct lexed *lexed)
{
	const struct lexeme *x = lexed->at;
	uint32_t i = 0, comma = 0;
	for (; i < lexed->count && i < LEAD_LEXEMES; i++) {
		bool const stops = is_punct(&x[i], ':') || is_punct(&x[i], 0xFF1A) ||
		                   is_punct(&x[i], 0x2013) || is_punct(&x[i], 0x2014);
		if (stops && i)
			break;
		if (is_punct(&x[i], ',') && !comma)
			comma = i;
		if (x[i].cls == LEX_NAME || x[i].cls == LEX_WE || x[i].cls == LEX_QUOTE ||
		    x[i].cls == LEX_ACTION || x[i].cls == LEX_PROPOSE || stops)
			return (redline_range){0, 0};
	}
	bool const finer = comma && (x[comma + 1].cls == LEX_UNIT || x[comma + 1].cls == LEX_ORDINAL);
	uint32_t const end = finer ? comma : i;
	if (i == lexed->count || i == LEAD_LEXEMES || !end ||
	    x[end].range.begin - x[0].range.begin > LEAD_BYTES)
		return (redline_range){0, 0};
	return (redline_range){x[0].range.begin, x[end - 1].range.end};
}
