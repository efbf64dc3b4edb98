/*
 * items_spoken.c -- see items_spoken.h.
 *
 * Nothing is decided here but where the text is cut: an item that says nothing by itself, or a
 * lead that names no place of the draft, is refused like any other sentence.
 */
#include "items_spoken.h"

#include "fold.h"
#include "listed.h"

#define PLACE_MAX 240u /* bytes of a place before its comma */

uint32_t spoken_lead(redline_bytes text, uint32_t from, uint32_t end)
{
	for (uint32_t at = end; at > from + 1; at--)
		if (is_space(text.ptr[at - 1]) && (text.ptr[at - 2] == '.' || text.ptr[at - 2] == '!'))
			return at;
	return from;
}

static bool begins_quotation(redline_bytes text, uint32_t at)
{
	unsigned size;
	switch (utf8_at(text, at, &size)) {
	case '"':
	case 0xAB:
	case 0x201C:
	case 0x201E:
		return true;
	default:
		return false;
	}
}

static uint32_t past_blanks(redline_bytes text, redline_range words)
{
	uint32_t at = words.begin;
	while (at < words.end && is_space(text.ptr[at]))
		at++;
	return at;
}

bool spoken_order(const struct lang *lang, redline_bytes text, redline_range words)
{
	uint32_t const at = past_blanks(text, words);
	redline_bytes const rest = bytes_in(text, (redline_range){at, words.end});
	return rest.len && (listed_start(lang->orders, rest) || begins_quotation(text, at));
}

/* "in paragraph 4, delete": a place, and an order behind its comma. */
static bool order_in_place(const struct lang *lang, redline_bytes text, redline_range words)
{
	redline_bytes const rest = bytes_in(text, words);
	size_t const n = listed_start(lang->place_words, rest);
	const char *comma = n && n < rest.len && is_space(rest.ptr[n])
	                            ? memchr(rest.ptr, ',', rest.len < PLACE_MAX ? rest.len : PLACE_MAX)
	                            : NULL;
	uint32_t const at = comma ? words.begin + (uint32_t)(comma - rest.ptr) + 1 : 0;
	return comma && spoken_order(lang, text, (redline_range){at, words.end});
}

/*
 * Does it say where and nothing else, as far as can be told?  Its last word has a number, and
 * is alone, right behind words such as "on" or "paragraph", or behind a preposition of place.
 */
static bool names_place(const struct lang *lang, redline_bytes lead)
{
	size_t last = 0; /* where the last word begins */
	bool number = false;
	for (size_t i = 0; i < lead.len; i++) {
		bool const blank = is_space(lead.ptr[i]);
		last = blank ? i + 1 : last;
		number = !blank && (number || is_digit(lead.ptr[i]));
	}
	size_t const in = listed_start(lang->place_words, lead);
	size_t const on = listed_start(lang->list_topics, lead);
	return number && (!last || (in && in < lead.len && is_space(lead.ptr[in])) ||
	                  (on && on + 1 == last));
}

bool spoken_asks(redline_bytes text, uint32_t end)
{
	unsigned size;
	while (end && is_space(text.ptr[end - 1]))
		end--;
	return end && plain_mark(utf8_before(text, end, &size)) == '?';
}

const struct lang *spoken_list(redline_bytes text, redline_range lead, redline_range words)
{
	redline_bytes const said = bytes_in(text, range_trim(text, lead));
	for (unsigned i = 0; said.len && lang_all[i]; i++) {
		const struct lang *lang = lang_all[i];
		bool const order = spoken_order(lang, text, words);
		bool const asks = listed_end(lang->list_asks, said);
		if ((order && (asks || names_place(lang, said))) ||
		    (asks && order_in_place(lang, text, words)))
			return lang;
	}
	return NULL;
}
