/* turn_stamp.c -- see turn_stamp.h. */
#include "turn_stamp.h"

#include <string.h>

#include "base/bytes.h"

#define STAMP_MAX 32u /* bytes */

/* "10:42", "9:05:33": the bytes of a time of day at `at`, or 0. */
static uint32_t clock_len(redline_bytes text, uint32_t at, uint32_t end)
{
	uint32_t i = at;
	while (i < end && i - at < 2 && is_digit(text.ptr[i]))
		i++;
	if (i == at)
		return 0;
	uint32_t parts = 0;
	while (i + 3 <= end && text.ptr[i] == ':' && is_digit(text.ptr[i + 1]) &&
	       is_digit(text.ptr[i + 2]) && parts < 2) {
		i += 3;
		parts++;
	}
	return parts && (i == end || !is_word_byte(text.ptr[i])) ? i - at : 0;
}

/* " pm" behind it, or nothing. */
static uint32_t half_len(redline_bytes text, uint32_t at, uint32_t end)
{
	uint32_t const blank = at < end && is_blank(text.ptr[at]);
	uint32_t const half = at + blank;
	bool const is = half + 3 <= end && strchr("apAP", text.ptr[half]) &&
	                to_lower(text.ptr[half + 1]) == 'm' && is_blank(text.ptr[half + 2]);
	return is ? blank + 2 : 0;
}

/* A time of day, and nothing but what dates and times are written with. */
static bool is_stamp(redline_bytes text, redline_range inside)
{
	bool clock = false, starts = true;
	for (uint32_t at = inside.begin; at < inside.end; at++) {
		char const c = text.ptr[at];
		if (!is_digit(c) && !strchr("/.,:- TZAPMapm", c))
			return false;
		clock |= starts && clock_len(text, at, inside.end) > 0;
		starts = !is_digit(c);
	}
	return clock;
}

/* Behind the bracket that closes the time; 0 if none opens one. */
static uint32_t bracketed_end(redline_bytes text, redline_range words)
{
	char const open = range_len(words) ? text.ptr[words.begin] : '\0';
	if (open != '[' && open != '(')
		return 0;
	uint32_t const most = range_len(words) < STAMP_MAX ? words.end : words.begin + STAMP_MAX;
	const char *close =
		memchr(text.ptr + words.begin, open == '[' ? ']' : ')', most - words.begin);
	if (!close)
		return 0;
	redline_range const inside = {words.begin + 1, (uint32_t)(close - text.ptr)};
	return is_stamp(text, inside) ? inside.end + 1 : 0;
}

uint32_t turn_stamp_end(redline_bytes text, redline_range words)
{
	uint32_t end = bracketed_end(text, words);
	if (!end) {
		uint32_t len = clock_len(text, words.begin, words.end);
		len += len ? half_len(text, words.begin + len, words.end) : 0;
		end = len && words.begin + len < words.end && is_blank(text.ptr[words.begin + len])
		              ? words.begin + len
		              : words.begin;
	}
	while (end > words.begin && end < words.end && is_blank(text.ptr[end]))
		end++;
	return end;
}
