/* text_name.c -- see text_name.h. */
#include "text_name.h"

#include <unicase.h>

#include "listed.h"
#include "text_naming.h"

#define WORD_BYTES   3u /* of a word that tells something */
#define ENDING_CHARS 3u /* in which two forms of a word may differ: "lake", "lakes" */

/* ---- words ---- */

static bool joins_words(uint32_t cp)
{
	return is_space_char(cp) || cp == '-' || cp == '\'' || cp == 0x2019 || cp == '*' ||
	       cp == '_' || cp == 0x2011;
}

bool name_next_word(redline_bytes text, uint32_t *at, uint32_t end, struct name_word *out)
{
	unsigned size;
	bool parens = false, other = false;
	for (; *at < end; *at += size) {
		uint32_t const cp = utf8_at(text, *at, &size);
		if (is_word_char(cp))
			break;
		parens |= cp == '(' || cp == ')';
		other |= !joins_words(cp) && cp != '(' && cp != ')';
	}
	out->apart = parens || other;
	out->aside = parens && !other;
	out->range.begin = *at;
	for (; *at < end && is_word_char(utf8_at(text, *at, &size)); *at += size)
		;
	out->range.end = *at;
	return range_len(out->range) > 0;
}

/* "Chair's" */
static bool is_possessive(redline_bytes text, const struct name_word *w)
{
	unsigned size;
	uint32_t const cp = w->range.end < text.len ? utf8_at(text, w->range.end, &size) : 0;
	return (cp == '\'' || cp == 0x2019) && w->range.end + size < text.len &&
	       to_lower(text.ptr[w->range.end + size]) == 's';
}

bool name_word_tells(const struct lang_texts *lang, redline_bytes word)
{
	return word.len >= WORD_BYTES && !is_digit(word.ptr[0]) && !listed(lang->small, word) &&
	       !listed(lang->plain, word) && !listed(lang->papers, word) &&
	       !listed(lang->laws, word) && !listed(lang->topics, word) &&
	       !listed_start(lang->amendments, word);
}

bool name_same_word(redline_bytes a, redline_bytes b)
{
	size_t i = 0, k = 0;
	unsigned common = 0, rest_a = 0, rest_b = 0, size_a, size_b;
	for (; i < a.len && k < b.len; i += size_a, k += size_b, common++)
		if (uc_tolower(utf8_at(a, i, &size_a)) != uc_tolower(utf8_at(b, k, &size_b)))
			break;
	for (; i < a.len; i += size_a, rest_a++)
		(void)utf8_at(a, i, &size_a);
	for (; k < b.len; k += size_b, rest_b++)
		(void)utf8_at(b, k, &size_b);
	return rest_a + rest_b == 0 ||
	       (common >= ENDING_CHARS && rest_a <= ENDING_CHARS && rest_b <= ENDING_CHARS &&
	        rest_a + rest_b <= ENDING_CHARS + 1);
}

/* ---- a name ---- */

static void add_word(struct text_name *out, redline_range word)
{
	if (out->count == TEXT_NAME_WORDS)
		return;
	out->words[out->count++] = word;
	out->range.begin = word.begin < out->range.begin ? word.begin : out->range.begin;
	out->range.end = word.end > out->range.end ? word.end : out->range.end;
}

/* "on the protection of rivers" behind the noun, up to where it ends. */
static void take_behind(redline_bytes text, uint32_t at, uint32_t end, bool law,
                        struct text_name *out)
{
	const struct lang_texts *lang = out->lang;
	struct name_word w;
	if (!name_next_word(text, &at, end, &w) || w.apart)
		return;
	redline_bytes const first = name_word_bytes(text, &w);
	bool const joins = listed(lang->topics, first) || (law && listed(lang->of, first));
	bool const direct = lang->name_behind && !listed(lang->ends, first) &&
	                    name_word_tells(lang, first);
	if (!joins && !direct)
		return;
	if (direct)
		add_word(out, w.range);
	while (name_next_word(text, &at, end, &w) && !w.apart) {
		redline_bytes const word = name_word_bytes(text, &w);
		if (listed(lang->ends, word) || listed_start(lang->amendments, word))
			return;
		if (name_word_tells(lang, word))
			add_word(out, w.range);
	}
}

#define BEFORE_MAX 4u

/* Is it of no name that stands before it, nor "(Safety)" in it? */
static bool is_cut_off(const struct name_word *w)
{
	return w->apart && !w->aside;
}

/* "Clean Water" before "Act": words with capitals, of which `count` are known. */
static void take_before(redline_bytes text, const struct name_word *before, unsigned count,
                        struct text_name *out)
{
	for (unsigned i = count; i-- > 0;) {
		redline_bytes const word = name_word_bytes(text, &before[i]);
		if (!utf8_large_at(text, before[i].range.begin) ||
		    is_possessive(text, &before[i]) || !name_word_tells(out->lang, word))
			return;
		add_word(out, before[i].range);
		if (is_cut_off(&before[i]))
			return;
	}
}

redline_range name_without_noun(const struct lang_texts *lang, redline_bytes text,
                                  redline_range word)
{
	for (lang_list law = lang->laws; lang->compounds && *law; law++) {
		const char *const one[] = {*law, NULL};
		if (listed_end(one, bytes_in(text, word)))
			return (redline_range){word.begin, word.end - (uint32_t)strlen(*law)};
	}
	return word;
}

/* "2016/679" or "2006/42" from there on, without what follows; empty if there is none. */
static redline_range number_at(redline_bytes text, uint32_t at, uint32_t end)
{
	uint32_t const begin = at;
	while (at < end && is_digit(text.ptr[at]))
		at++;
	uint32_t const slash = at;
	if (slash == begin || slash == end || text.ptr[slash] != '/')
		return (redline_range){begin, begin};
	for (at = slash + 1; at < end && is_digit(text.ptr[at]); at++)
		;
	return (redline_range){begin, at > slash + 1 ? at : begin};
}

#define BEFORE_NUMBER 2u /* words: "(EU) No 2016/679" */
#define SIGN_BYTES    3u /* of such a word */

redline_range name_number_behind(redline_bytes text, uint32_t at, uint32_t end)
{
	struct name_word w;
	for (unsigned i = 0; i <= BEFORE_NUMBER && name_next_word(text, &at, end, &w); i++) {
		redline_range const number = number_at(text, w.range.begin, end);
		if (range_len(number) || range_len(w.range) > SIGN_BYTES)
			return number;
	}
	return (redline_range){at, at};
}

static bool find_parted(redline_bytes text, redline_range within, struct text_name *out)
{
	const struct lang_texts *lang = out->lang;
	struct name_word w, before[BEFORE_MAX];
	unsigned known = 0;
	for (uint32_t at = within.begin; name_next_word(text, &at, within.end, &w);) {
		redline_bytes const word = name_word_bytes(text, &w);
		bool const compound = lang->compounds && listed_end(lang->laws, word);
		bool const law = compound || listed(lang->laws, word);
		if (law || listed(lang->papers, word)) {
			out->noun = out->range = w.range;
			if (compound)
				add_word(out, name_without_noun(lang, text, w.range));
			take_behind(text, w.range.end, within.end, law, out);
			if (!out->count && law && lang->name_before && !is_cut_off(&w))
				take_before(text, before, known, out);
			if (law)
				out->number = name_number_behind(text, w.range.end, within.end);
			if (out->count || range_len(out->number))
				return true;
		}
		if (is_cut_off(&w))
			known = 0;
		if (known == BEFORE_MAX)
			memmove(before, before + 1, --known * sizeof *before);
		before[known++] = w;
	}
	return false;
}

/* No name of a text goes across it: "关于湖泊公约" */
static bool bounds_solid(uint32_t cp)
{
	static const uint32_t bounds[] = {0x5BF9, 0x5C0D, 0x5173, 0x95DC, 0x4E8E, 0x65BC,
	                                  0x5C31, 0x7684, 0x5C06, 0x5C07, 0x628A, 0x5728,
	                                  0x548C, 0x4E0E, 0x8207, 0x53CA};
	for (unsigned i = 0; i < sizeof bounds / sizeof *bounds; i++)
		if (bounds[i] == cp)
			return true;
	return !is_word_char(cp) || cp < 0x2E80;
}

static bool find_solid(redline_bytes text, redline_range within, struct text_name *out)
{
	uint32_t begin = within.begin;
	unsigned size;
	for (uint32_t at = within.begin; at < within.end; at += size) {
		uint32_t const cp = utf8_at(text, at, &size);
		redline_bytes const rest = {text.ptr + at, within.end - at};
		size_t const law = listed_start(out->lang->laws, rest);
		size_t const noun = law ? law : listed_start(out->lang->papers, rest);
		bool const closed =
			noun > 3 ||
			(rest.len > 3 &&
		         listed_start((const char *const[]){"》", NULL},
		                      (redline_bytes){rest.ptr + noun, rest.len - noun}));
		if (noun && closed && at - begin >= SOLID_BYTES) {
			out->noun = (redline_range){at, at + (uint32_t)noun};
			out->range = out->noun;
			add_word(out, (redline_range){begin, at});
			return true;
		}
		if (bounds_solid(cp))
			begin = at + size;
	}
	return false;
}

#define YEAR_DIGITS 4u

/* A year: four digits, or "1998年". */
static bool is_year(redline_bytes word)
{
	unsigned digits = 0;
	while (digits < word.len && is_digit(word.ptr[digits]))
		digits++;
	return digits == YEAR_DIGITS &&
	       (word.len == digits || (unsigned char)word.ptr[digits] >= 0x80);
}

bool name_next_year(redline_bytes text, uint32_t *at, uint32_t end, redline_bytes *year)
{
	struct name_word w;
	while (name_next_word(text, at, end, &w)) {
		*year = name_word_bytes(text, &w);
		if (is_year(*year)) {
			year->len = YEAR_DIGITS;
			return true;
		}
	}
	return false;
}

/* The year behind a name, "1998" or "of 1998", and the number of a law are of the name. */
static void take_number(redline_bytes text, uint32_t end, struct text_name *out)
{
	uint32_t at = out->range.end > out->noun.end ? out->range.end : out->noun.end;
	struct name_word w;
	if (range_len(out->number) && out->number.end > out->range.end)
		out->range.end = out->number.end;
	if (!name_next_word(text, &at, end, &w) ||
	    (listed(out->lang->small, name_word_bytes(text, &w)) && !name_next_word(text, &at, end, &w)))
		return;
	if (is_cut_off(&w) || !is_year(name_word_bytes(text, &w)))
		return;
	out->range.end = w.range.end > out->range.end ? w.range.end : out->range.end;
}

bool text_name_find(redline_bytes text, redline_range within, struct text_name *out)
{
	for (const struct lang_texts *lang = lang_texts; lang->code; lang++) {
		*out = (struct text_name){.lang = lang};
		if (lang->solid ? find_solid(text, within, out) : find_parted(text, within, out)) {
			take_number(text, within.end, out);
			return true;
		}
	}
	return false;
}

/* ---- what is said of texts ---- */

bool name_has_noun(const struct lang_texts *lang, redline_bytes text, redline_range within,
                     redline_bytes noun)
{
	struct name_word w;
	if (lang->solid)
		return listed_whole(lang->laws, bytes_in(text, within), true) ||
		       listed_whole(lang->papers, bytes_in(text, within), true);
	for (uint32_t at = within.begin; name_next_word(text, &at, within.end, &w);) {
		redline_bytes const word = name_word_bytes(text, &w);
		bool const any = listed(lang->laws, word) || listed(lang->papers, word) ||
		                 (lang->compounds && listed_end(lang->laws, word));
		if (any && (!noun.len || name_same_word(word, noun) || lang->compounds))
			return true;
	}
	return false;
}

bool text_name_amends(redline_bytes text, redline_range within, bool *noun)
{
	redline_bytes const words = bytes_in(text, within);
	bool amends = false;
	*noun = false;
	for (const struct lang_texts *lang = lang_texts; lang->code; lang++) {
		if (lang->solid ? !listed_whole(lang->amendments, words, true)
		                : !listed_within(lang->amendments, words))
			continue;
		amends = true;
		*noun |= name_has_noun(lang, text, within, (redline_bytes){0});
	}
	return amends;
}

bool text_name_leads(redline_bytes text, redline_range before, const struct text_name *name)
{
	const struct lang_texts *lang = name->lang;
	struct name_word w;
	for (uint32_t at = before.begin; name_next_word(text, &at, before.end, &w);) {
		redline_bytes const word = name_word_bytes(text, &w);
		if (!listed(lang->small, word) && !listed(lang->plain, word) &&
		    !listed(lang->leads, word))
			return false;
	}
	return true;
}
