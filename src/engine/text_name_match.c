/*
 * text_name_match.c -- the name of a text against the title of one.  See text_name.h.
 */
#include "listed.h"
#include "text_naming.h"

bool text_name_speaks(const struct text_name *name, redline_bytes beginning)
{
	unsigned own = 0, most = 0;
	redline_range const all = {0, (uint32_t)beginning.len};
	for (const struct lang_texts *lang = lang_texts; lang->code; lang++) {
		unsigned hits = 0;
		struct name_word w;
		for (uint32_t at = 0; !lang->solid && name_next_word(beginning, &at, all.end, &w);)
			hits += listed(lang->small, name_word_bytes(beginning, &w));
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
		if (name_same_word(bytes_in(text, name->words[i]), word))
			return true;
	return false;
}

static enum text_match match_words(redline_bytes text, const struct text_name *name,
                                   redline_bytes title)
{
	unsigned words = 0, common = 0, found = 0;
	struct name_word w;
	for (uint32_t at = 0; name_next_word(title, &at, (uint32_t)title.len, &w);) {
		if (!name_word_tells(name->lang, name_word_bytes(title, &w)))
			continue;
		words++;
		common += has_word(text, name,
		                   bytes_in(title, name_without_noun(name->lang, title, w.range)));
	}
	for (unsigned i = 0; i < name->count; i++) {
		bool there = false;
		for (uint32_t at = 0; !there && name_next_word(title, &at, (uint32_t)title.len, &w);)
			there = name_same_word(
				bytes_in(title, name_without_noun(name->lang, title, w.range)),
				bytes_in(text, name->words[i]));
		found += there;
	}
	if (!words)
		return TEXT_UNKNOWN;
	return found == name->count || common == words ? TEXT_SAME
	       : found || common                       ? TEXT_PARTLY
	                                               : TEXT_OTHER;
}

/* "Harbours Act 2005" where the title has "Harbours Act 1998": both have years, and none is
 * the same. */
static bool is_of_other_year(redline_bytes text, const struct text_name *name, redline_bytes title)
{
	redline_bytes own, other;
	bool differs = false;
	for (uint32_t at = name->range.begin; name_next_year(text, &at, name->range.end, &own);)
		for (uint32_t k = 0; name_next_year(title, &k, (uint32_t)title.len, &other);) {
			if (bytes_equal(own, other))
				return false;
			differs = true;
		}
	return differs;
}

/* What a law with a number is to a title that has one, or none. */
static enum text_match match_number(redline_bytes text, const struct text_name *name,
                                    redline_bytes title)
{
	uint32_t const end = (uint32_t)title.len;
	struct name_word w;
	for (uint32_t at = 0; range_len(name->number) && name_next_word(title, &at, end, &w);) {
		redline_range const number = listed(name->lang->laws, name_word_bytes(title, &w))
		                                     ? name_number_behind(title, w.range.end, end)
		                                     : (redline_range){0, 0};
		if (range_len(number))
			return bytes_equal(bytes_in(title, number), bytes_in(text, name->number))
			               ? TEXT_SAME
			               : TEXT_OTHER;
	}
	return TEXT_UNKNOWN;
}

enum text_match text_name_match(redline_bytes text, const struct text_name *name,
                                redline_bytes title, bool same_noun)
{
	redline_range const all = {0, (uint32_t)title.len};
	redline_bytes const noun = same_noun ? bytes_in(text, name->noun) : (redline_bytes){0};
	if (!name_has_noun(name->lang, title, all, noun))
		return TEXT_UNKNOWN;
	enum text_match const by_number = match_number(text, name, title);
	if (by_number != TEXT_UNKNOWN || !name->count)
		return by_number;
	if (is_of_other_year(text, name, title))
		return TEXT_OTHER;
	return name->lang->solid ? match_solid(bytes_in(text, name->words[0]), title)
	                         : match_words(text, name, title);
}
