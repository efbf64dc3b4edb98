/* text_name.c -- see text_name.h. */
#include "text_name.h"

#include <unicase.h>

#include "listed.h"

#define WORD_BYTES   3u /* of a word that tells something */
#define ENDING_CHARS 3u /* in which two forms of a word may differ: "lake", "lakes" */
#define SOLID_BYTES  6u /* two characters of Chinese */

/* ---- words ---- */

struct name_word {
	redline_range range;
	bool apart;  /* a mark stands before it that no name goes across ... */
	bool parens; /* ... but for those of "Harbours (Safety) Act" */
};

static bool joins_words(uint32_t cp)
{
	return is_space_char(cp) || cp == '-' || cp == '\'' || cp == 0x2019 || cp == '*' ||
	       cp == '_' || cp == 0x2011;
}

/* The next word from *at on; false at the end. */
static bool next_word(redline_bytes text, uint32_t *at, uint32_t end, struct name_word *out)
{
	unsigned size;
	out->apart = out->parens = false;
	bool marks = false;
	for (; *at < end; *at += size) {
		uint32_t const cp = utf8_at(text, *at, &size);
		if (is_word_char(cp))
			break;
		bool const paren = cp == '(' || cp == ')';
		out->parens |= paren;
		marks |= !paren && !joins_words(cp);
	}
	out->apart = out->parens || marks;
	out->parens &= !marks;
	out->range.begin = *at;
	for (; *at < end && is_word_char(utf8_at(text, *at, &size)); *at += size)
		;
	out->range.end = *at;
	return range_len(out->range) > 0;
}

static redline_bytes bytes_of_word(redline_bytes text, const struct name_word *w)
{
	return bytes_in(text, w->range);
}

/* "Chair's" */
static bool is_possessive(redline_bytes text, const struct name_word *w)
{
	unsigned size;
	uint32_t const cp = w->range.end < text.len ? utf8_at(text, w->range.end, &size) : 0;
	return (cp == '\'' || cp == 0x2019) && w->range.end + size < text.len &&
	       to_lower(text.ptr[w->range.end + size]) == 's';
}

/* Does the word say what a text is about? */
static bool tells(const struct lang_texts *lang, redline_bytes word)
{
	return word.len >= WORD_BYTES && !is_digit(word.ptr[0]) && !listed(lang->small, word) &&
	       !listed(lang->plain, word) && !listed(lang->papers, word) &&
	       !listed(lang->laws, word) && !listed(lang->topics, word) &&
	       !listed_start(lang->amendments, word);
}

/* The same word, but for its ending. */
static bool is_same_word(redline_bytes a, redline_bytes b)
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
	if (!next_word(text, &at, end, &w) || w.apart)
		return;
	redline_bytes const first = bytes_of_word(text, &w);
	bool const joins = listed(lang->topics, first) || (law && listed(lang->of, first));
	bool const direct = lang->name_behind && !listed(lang->ends, first) && tells(lang, first);
	if (!joins && !direct)
		return;
	if (direct)
		add_word(out, w.range);
	while (next_word(text, &at, end, &w) && !w.apart) {
		redline_bytes const word = bytes_of_word(text, &w);
		if (listed(lang->ends, word) || listed_start(lang->amendments, word))
			return;
		if (tells(lang, word))
			add_word(out, w.range);
	}
}

#define BEFORE_MAX 4u

/* "Clean Water" before "Act": words with capitals, of which `count` are known. */
static void take_before(redline_bytes text, const struct name_word *before, unsigned count,
                        struct text_name *out)
{
	for (unsigned i = count; i-- > 0;) {
		redline_bytes const word = bytes_of_word(text, &before[i]);
		if (!utf8_large_at(text, before[i].range.begin) ||
		    is_possessive(text, &before[i]) || !tells(out->lang, word))
			return;
		add_word(out, before[i].range);
		if (before[i].apart && !before[i].parens)
			return;
	}
}

/* "Wasser" of "Wassergesetz"; other words as they are. */
static redline_range without_noun(const struct lang_texts *lang, redline_bytes text,
                                  redline_range word)
{
	for (lang_list law = lang->laws; lang->compounds && *law; law++) {
		const char *const one[] = {*law, NULL};
		if (listed_end(one, bytes_in(text, word)))
			return (redline_range){word.begin, word.end - (uint32_t)strlen(*law)};
	}
	return word;
}

#define YEAR_BYTES 4u

/* "1998" or "of 1998" behind the noun; empty if there is none. */
static redline_range year_behind(redline_bytes text, uint32_t at, uint32_t end,
                                 const struct lang_texts *lang)
{
	struct name_word w;
	bool any = next_word(text, &at, end, &w) && !w.apart;
	if (any && listed(lang->of, bytes_of_word(text, &w)))
		any = next_word(text, &at, end, &w) && !w.apart;
	redline_bytes const year = any ? bytes_of_word(text, &w) : (redline_bytes){0};
	for (size_t i = 0; i < year.len; i++)
		if (!is_digit(year.ptr[i]))
			return (redline_range){0};
	return year.len == YEAR_BYTES ? w.range : (redline_range){0};
}

static bool find_parted(redline_bytes text, redline_range within, struct text_name *out)
{
	const struct lang_texts *lang = out->lang;
	struct name_word w, before[BEFORE_MAX];
	unsigned known = 0;
	for (uint32_t at = within.begin; next_word(text, &at, within.end, &w);) {
		redline_bytes const word = bytes_of_word(text, &w);
		bool const compound = lang->compounds && listed_end(lang->laws, word);
		bool const law = compound || listed(lang->laws, word);
		if (law || listed(lang->papers, word)) {
			out->noun = out->range = w.range;
			if (compound)
				add_word(out, without_noun(lang, text, w.range));
			take_behind(text, w.range.end, within.end, law, out);
			if (!out->count && law && lang->name_before && (!w.apart || w.parens))
				take_before(text, before, known, out);
			out->year = year_behind(text, w.range.end, within.end, lang);
			if (out->count && out->range.end == w.range.end && range_len(out->year))
				out->range.end = out->year.end;
			if (out->count)
				return true;
		}
		if (w.apart && !w.parens)
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

bool text_name_find(redline_bytes text, redline_range within, struct text_name *out)
{
	for (const struct lang_texts *lang = lang_texts; lang->code; lang++) {
		*out = (struct text_name){.lang = lang};
		if (lang->solid ? find_solid(text, within, out) : find_parted(text, within, out))
			return true;
	}
	return false;
}

/* ---- what is said of texts ---- */

static bool has_noun(const struct lang_texts *lang, redline_bytes text, redline_range within,
                     redline_bytes noun)
{
	struct name_word w;
	if (lang->solid)
		return listed_whole(lang->laws, bytes_in(text, within), true) ||
		       listed_whole(lang->papers, bytes_in(text, within), true);
	for (uint32_t at = within.begin; next_word(text, &at, within.end, &w);) {
		redline_bytes const word = bytes_of_word(text, &w);
		bool const any = listed(lang->laws, word) || listed(lang->papers, word) ||
		                 (lang->compounds && listed_end(lang->laws, word));
		if (any && (!noun.len || is_same_word(word, noun) || lang->compounds))
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
		*noun |= has_noun(lang, text, within, (redline_bytes){0});
	}
	return amends;
}

bool text_name_leads(redline_bytes text, redline_range before, const struct text_name *name)
{
	const struct lang_texts *lang = name->lang;
	struct name_word w;
	for (uint32_t at = before.begin; next_word(text, &at, before.end, &w);) {
		redline_bytes const word = bytes_of_word(text, &w);
		if (!listed(lang->small, word) && !listed(lang->plain, word) &&
		    !listed(lang->leads, word))
			return false;
	}
	return true;
}

/* ---- against a title ---- */

bool text_name_speaks(const struct text_name *name, redline_bytes beginning)
{
	unsigned own = 0, most = 0;
	redline_range const all = {0, (uint32_t)beginning.len};
	for (const struct lang_texts *lang = lang_texts; lang->code; lang++) {
		unsigned hits = 0;
		struct name_word w;
		for (uint32_t at = 0; !lang->solid && next_word(beginning, &at, all.end, &w);)
			hits += listed(lang->small, bytes_of_word(beginning, &w));
		own = lang == name->lang ? hits : own;
		most = hits > most ? hits : most;
	}
	return own == most || name->lang->solid;
}

/* How many of the pairs of characters of a name stand in the title. */
static enum text_match match_solid(redline_bytes name, redline_bytes title)
{
	unsigned pairs = 0, found = 0;
	for (size_t at = 0; at + SOLID_BYTES <= name.len; at += 3, pairs++)
		for (size_t k = 0; k + SOLID_BYTES <= title.len; k++)
			if (memcmp(name.ptr + at, title.ptr + k, SOLID_BYTES) == 0) {
				found++;
				break;
			}
	return found == pairs ? TEXT_SAME : found ? TEXT_PARTLY : TEXT_OTHER;
}

static bool has_word(redline_bytes text, const struct text_name *name, redline_bytes word)
{
	for (unsigned i = 0; i < name->count; i++)
		if (is_same_word(bytes_in(text, name->words[i]), word))
			return true;
	return false;
}

static enum text_match match_words(redline_bytes text, const struct text_name *name,
                                   redline_bytes title)
{
	unsigned words = 0, common = 0, found = 0;
	struct name_word w;
	for (uint32_t at = 0; next_word(title, &at, (uint32_t)title.len, &w);) {
		if (!tells(name->lang, bytes_of_word(title, &w)))
			continue;
		words++;
		common += has_word(text, name,
		                   bytes_in(title, without_noun(name->lang, title, w.range)));
	}
	for (unsigned i = 0; i < name->count; i++) {
		bool there = false;
		for (uint32_t at = 0; !there && next_word(title, &at, (uint32_t)title.len, &w);)
			there = is_same_word(
				bytes_in(title, without_noun(name->lang, title, w.range)),
				bytes_in(text, name->words[i]));
		found += there;
	}
	if (!words)
		return TEXT_UNKNOWN;
	return found == name->count || common == words ? TEXT_SAME
	       : found || common                       ? TEXT_PARTLY
	                                               : TEXT_OTHER;
}

/* Has the title a noun with a year, and that of the name is another? */
static bool differs_in_year(redline_bytes text, const struct text_name *name, redline_bytes title)
{
	const struct lang_texts *lang = name->lang;
	struct name_word w;
	bool differs = false;
	for (uint32_t at = 0; range_len(name->year) &&
	                      next_word(title, &at, (uint32_t)title.len, &w);) {
		redline_range const year = year_behind(title, w.range.end, (uint32_t)title.len, lang);
		if (!range_len(year) || !listed(lang->laws, bytes_of_word(title, &w)))
			continue;
		if (bytes_equal(bytes_in(title, year), bytes_in(text, name->year)))
			return false;
		differs = true;
	}
	return differs;
}

enum text_match text_name_match(redline_bytes text, const struct text_name *name,
                                redline_bytes title, bool same_noun)
{
	redline_range const all = {0, (uint32_t)title.len};
	redline_bytes const noun = same_noun ? bytes_in(text, name->noun) : (redline_bytes){0};
	if (!has_noun(name->lang, title, all, noun))
		return TEXT_UNKNOWN;
	if (differs_in_year(text, name, title))
		return TEXT_OTHER;
	return name->lang->solid ? match_solid(bytes_in(text, name->words[0]), title)
	                         : match_words(text, name, title);
}
