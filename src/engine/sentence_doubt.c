/* sentence_doubt.c -- see sentence_doubt.h.  One pass forward; looks back one word. */
#include "sentence_doubt.h"

#include <unictype.h>

#include "base/bytes.h"
#include "listed.h"
#include "sentence.h"

#define SHORT_WORD 3u  /* letters of "Res. 5", and one more */
#define WORD_MAX   24u /* bytes of a word that is looked up */

/* The letters and inner full stops that end at `at`. */
static redline_range word_before(redline_bytes text, uint32_t from, uint32_t at)
{
	uint32_t begin = at;
	while (begin > from && at - begin < WORD_MAX) {
		unsigned size;
		uint32_t const cp = utf8_before(text, begin, &size);
		if (!is_word_char(cp) && cp != '.')
			break;
		begin -= size;
	}
	return (redline_range){begin, at};
}

static bool is_number(redline_bytes word, size_t most)
{
	for (size_t i = 0; i < word.len; i++)
		if (!is_digit(word.ptr[i]))
			return false;
	return word.len > 0 && word.len <= most;
}

/* May the full stop at `stop`, with a word at `next` behind it, be that of an abbreviation? */
static bool may_abbreviate(redline_bytes text, uint32_t from, uint32_t stop, uint32_t next,
                           const struct lang *lang)
{
	redline_range const r = word_before(text, from, stop);
	redline_bytes const word = bytes_in(text, r);
	unsigned size = 0;
	uint32_t const first = word.len ? utf8_at(word, 0, &size) : 0;
	bool const small_letter = word.len == size && size && uc_is_lower(first);
	if (listed(lang_doubtful_stops, word))
		return true;
	if (sentence_abbreviates(text, from, stop, lang)) /* "Dr. Roe", "No. 5" */
		return false;
	if (small_letter)
		return true;
	if (r.begin > from && is_number(word, 2))
		return lang->counted != NULL; /* "am 1. Januar" */
	return r.begin > from && word.len > 0 && word.len <= SHORT_WORD + 1 &&
	       is_digit(text.ptr[next]) && is_alpha(word.ptr[0]);
}

/* The quotations that are open. */
struct open_quotes {
	bool straight;
	bool low; /* a German one, which 0x201C closes */
	int depth;
};

/* How a character changes how deep inside quotations the text is. */
static int quote_step(uint32_t cp, struct open_quotes *q)
{
	switch (cp) {
	case '"':
		q->straight = !q->straight;
		return 0;
	case 0x201E:
		q->low = true;
		return 1;
	case 0x201C: {
		int const step = q->low ? -1 : 1;
		q->low = false;
		return step;
	}
	case 0xAB:
	case 0x300C:
		return 1;
	case 0x201D:
	case 0xBB:
	case 0x300D:
		return -1;
	default:
		return 0;
	}
}

static bool is_stop(uint32_t cp)
{
	return cp == '.' || cp == '!' || cp == '?' || cp == 0x61F || cp == 0x3002 || cp == 0xFF01 ||
	       cp == 0xFF1F;
}

/* The word behind the stop that ends at `at`; `at` itself if none is due there. */
static uint32_t next_word(redline_bytes text, uint32_t at, uint32_t end)
{
	while (at < end && is_space(text.ptr[at]))
		at++;
	return at;
}

bool sentence_is_doubtful(redline_bytes text, redline_range body, redline_range part,
                          const struct lang *lang)
{
	struct open_quotes q = {0};
	for (uint32_t at = body.begin; at < part.end;) {
		unsigned size;
		uint32_t const cp = utf8_at(text, at, &size), stop = at;
		q.depth += quote_step(cp, &q);
		at += size;
		if (!is_stop(cp) || stop < part.begin)
			continue;
		if (q.straight || q.depth > 0)
			return true;
		uint32_t const next = next_word(text, at, body.end);
		if (cp != '.' || next == at || next == body.end)
			continue;
		bool const goes_on = uc_is_lower(utf8_at(text, next, &size));
		if (!goes_on && may_abbreviate(text, body.begin, stop, next, lang))
			return true;
	}
	return part.end < body.end && (q.straight || q.depth > 0);
}
