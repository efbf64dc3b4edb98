/*
 * label_worded.c -- labels that a unit's word makes: "Article 5", "§ 38-841.03", "第五条"
 * (labelling.h).
 *
 * Most lines begin with some word, so what is none of these is told by its first letters.
 */
#include "model/labelling.h"

#include "base/digits.h"

#define TITLE_MAX 100u  /* bytes of a title behind a label */

/* A title behind a label: short, with a capital, without the stop of a sentence. */
static bool is_title(const struct cursor *c)
{
	char const first = peek(c, 0), last = c->text.ptr[c->end - 1];
	if (c->end - c->at > TITLE_MAX || is_lower(first) || first == '(' || first == ',')
		return false;
	return last != '.' && last != ';' && last != ',' && last != ':';
}

/* A dash between a label and its title, with a blank before it. */
static bool take_dash(struct cursor *c)
{
	struct cursor ahead = *c;
	skip_blanks(&ahead);
	bool const spaced = ahead.at > c->at;
	if (!take(&ahead, "\xE2\x80\x94") && !take(&ahead, "\xE2\x80\x93") &&
	    !(spaced && take(&ahead, "-")))
		return false;
	if (!at_blank_or_end(&ahead))
		return false;
	*c = ahead;
	return true;
}

/* Behind "Article 5": its punctuation, and how far that makes it a label. */
static bool end_worded(struct cursor *c, struct label *out)
{
	bool firm = label_take_dress(c, out, true);
	if (firm && out->dress == REDLINE_PAREN)
		return false;
	if (!firm) {
		out->dress = REDLINE_BARE;
		label_close_emphasis(c);
		label_close_brackets(c);
		firm = take_dash(c);
	}
	if (!label_end(c, out))
		return false;
	if (c->at >= c->end)
		out->strength = LABEL_ALONE;
	else if (c->heading || firm)
		out->strength = LABEL_FIRM;
	else
		out->strength = is_title(c) ? LABEL_TITLE : LABEL_PROSE;
	return true;
}

struct unit_word {
	redline_bytes word;
	uint8_t unit;
};

/* Words that stand before a number; upper and lower case of ASCII are the same. */
static const struct unit_word unit_words[] = {
	{WORD("article"), REDLINE_LABEL_ARTICLE},
	{WORD("art."), REDLINE_LABEL_ARTICLE},
	{WORD("art\xC3\xAD" "culo"), REDLINE_LABEL_ARTICLE},
	{WORD("artikel"), REDLINE_LABEL_ARTICLE},
	/* Stat'ya */
	{WORD("\xD0\xA1\xD1\x82\xD0\xB0\xD1\x82\xD1\x8C\xD1\x8F"), REDLINE_LABEL_ARTICLE},
	{WORD("\xD8\xA7\xD9\x84\xD9\x85\xD8\xA7\xD8\xAF\xD8\xA9"), REDLINE_LABEL_ARTICLE}, /* al-madda */
	{WORD("\xE9\x99\x84\xE4\xBB\xB6"), REDLINE_LABEL_ANNEX}, /* fujian */
	{WORD("section"), REDLINE_LABEL_SECTION},
	{WORD("sec."), REDLINE_LABEL_SECTION},
	{WORD("secci\xC3\xB3n"), REDLINE_LABEL_SECTION},
	{WORD("\xC2\xA7"), REDLINE_LABEL_SECTION},
	{WORD("chapter"), REDLINE_LABEL_CHAPTER},
	{WORD("chapitre"), REDLINE_LABEL_CHAPTER},
	{WORD("cap\xC3\xAD" "tulo"), REDLINE_LABEL_CHAPTER},
	{WORD("part"), REDLINE_LABEL_CHAPTER},
	{WORD("partie"), REDLINE_LABEL_CHAPTER},
	{WORD("title"), REDLINE_LABEL_CHAPTER},
	{WORD("titre"), REDLINE_LABEL_CHAPTER},
	{WORD("annexe"), REDLINE_LABEL_ANNEX},
	{WORD("annex"), REDLINE_LABEL_ANNEX},
	{WORD("anexo"), REDLINE_LABEL_ANNEX},
	{WORD("anhang"), REDLINE_LABEL_ANNEX},
	{WORD("anlage"), REDLINE_LABEL_ANNEX},
	{WORD("Приложение"), REDLINE_LABEL_ANNEX},
	{WORD("ПРИЛОЖЕНИЕ"), REDLINE_LABEL_ANNEX},
	{WORD("المرفق"), REDLINE_LABEL_ANNEX},
	{WORD("appendix"), REDLINE_LABEL_ANNEX},
	{WORD("schedule"), REDLINE_LABEL_ANNEX},
	{WORD("paragraph"), REDLINE_LABEL_PARAGRAPH},
	{WORD("para."), REDLINE_LABEL_PARAGRAPH},
	{WORD("para"), REDLINE_LABEL_PARAGRAPH},
};

#define BIT(letter) (1u << ((letter) - 'a'))

/*
 * What may come second in one of these words, a bit for each letter, by the
 * letter it begins with; a word added above needs its own here.  Most lines of
 * a draft come by, and their first two letters send them on.
 */
static const uint32_t second_letters[26] = {
	['a' - 'a'] = BIT('r') | BIT('n') | BIT('p'),
	['c' - 'a'] = BIT('h') | BIT('a'),
	['p' - 'a'] = BIT('a'),
	['s' - 'a'] = BIT('e') | BIT('c'),
	['t' - 'a'] = BIT('i'),
};

/* Two bytes, in small letters, that one of the words may begin with, if not for sure. */
static bool may_be_unit(char first, char second)
{
	if (!is_alpha(first))
		return true;
	return is_alpha(second) && second_letters[first - 'a'] & BIT(second);
}

static const struct unit_word *find_unit(redline_bytes text, uint32_t at, uint32_t end)
{
	uint32_t const left = end - at;
	char const first = to_lower(text.ptr[at]);
	char const second = left > 1 ? to_lower(text.ptr[at + 1]) : '\0';
	if (!may_be_unit(first, second))
		return NULL;
	for (size_t i = 0; i < sizeof unit_words / sizeof *unit_words; i++) {
		redline_bytes const word = unit_words[i].word;
		if (word.ptr[0] != first || word.ptr[1] != second || word.len > left)
			continue;
		redline_bytes const here = {text.ptr + at, word.len};
		if (bytes_equal_nocase(here, word))
			return &unit_words[i];
	}
	return NULL;
}

bool label_is_unit_at(redline_bytes text, uint32_t at, uint32_t end)
{
	return find_unit(text, at, end) != NULL;
}

/* "Annex" with no number, alone on its line. */
static bool scan_unnumbered(struct cursor *c, struct label *out)
{
	out->core = (redline_range){c->at, c->at};
	out->range.end = c->at;
	out->dress = REDLINE_BARE;
	out->strength = LABEL_ALONE;
	return out->unit == REDLINE_LABEL_ANNEX && label_end(c, out) && c->at == c->end;
}

bool label_scan_worded(struct cursor *c, struct label *out)
{
	const struct unit_word *u = find_unit(c->text, c->at, c->end);
	if (!u)
		return false;
	c->at += (uint32_t)u->word.len;
	out->unit = u->unit;
	struct cursor const behind_word = *c;
	skip_blanks(c);
	bool const sign = u->word.ptr[0] == '\xC2' || u->word.ptr[u->word.len - 1] == '.';
	out->core.begin = c->at;
	bool weak;
	if (is_digit(peek(c, 0)) && (c->at > behind_word.at || sign)) {
		if (!label_read_number(c, &out->ordinal, true))
			return false;
	} else if (label_read_other_number(c, &out->ordinal)) {
		; /* Arabic "article 5", Chinese "annex one" */
	} else if (c->at == behind_word.at || !label_read_letters(c, &out->ordinal, &weak) || weak) {
		*c = behind_word;
		out->ordinal = (struct ordinal){0};
		return scan_unnumbered(c, out);
	}
	(void)label_take_ordinal_sign(c, true);
	label_read_suffix(c, &out->ordinal);
	out->core.end = c->at;
	return !at_letter(c) && end_worded(c, out);
}

redline_label_unit label_counter_unit(uint32_t cp)
{
	switch (cp) {
	case 0x6761: /* tiao */
	case 0x689D:
		return REDLINE_LABEL_ARTICLE;
	case 0x7AE0: /* zhang */
	case 0x7F16: /* bian */
	case 0x7DE8:
		return REDLINE_LABEL_CHAPTER;
	case 0x8282: /* jie */
	case 0x7BC0:
		return REDLINE_LABEL_SECTION;
	default:
		return REDLINE_LABEL_PLAIN;
	}
}

static bool take_counter(struct cursor *c, uint8_t *unit)
{
	unsigned size;
	redline_bytes const line = {c->text.ptr, c->end};
	if (c->at >= c->end)
		return false;
	*unit = (uint8_t)label_counter_unit(utf8_at(line, c->at, &size));
	c->at += *unit == REDLINE_LABEL_PLAIN ? 0 : size;
	return *unit != REDLINE_LABEL_PLAIN;
}

/* Di wu tiao (article five), di 5 tiao, di wu tiao zhi yi (article 5 bis). */
bool label_scan_chinese(struct cursor *c, struct label *out)
{
	struct ordinal *o = &out->ordinal;
	uint32_t inserted;
	set_only(o, REDLINE_ARABIC);
	o->width = 1;
	if (!take(c, "\xE7\xAC\xAC")) /* di, which makes ordinal numbers */
		return false;
	skip_blanks(c);
	out->core.begin = c->at;
	if (!label_read_digits(c, &o->part[0]) && !label_read_chinese_number(c, &o->part[0]))
		return false;
	out->core.end = c->at;
	skip_blanks(c);
	if (!take_counter(c, &out->unit))
		return false;
	if (take(c, "\xE4\xB9\x8B") && label_read_chinese_number(c, &inserted)) { /* zhi */
		o->suffix = inserted;
		out->core.end = c->at;
	}
	out->range.end = c->at;
	out->dress = REDLINE_BARE;
	if (take(c, "\xEF\xBC\x9A")) /* full-width colon */
		out->dress = REDLINE_COLON;
	if (!label_end(c, out) && !c->heading)
		return false;
	out->body = c->at;
	out->strength = c->at == c->end && !c->heading ? LABEL_ALONE : LABEL_FIRM;
	return true;
}
