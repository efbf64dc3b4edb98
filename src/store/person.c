/*
 * person.c -- names with addresses, and dates, as people write them.
 *
 * Days are counted by the Gregorian calendar, by hand: mktime would bring in
 * the machine's time zone.
 */
#include <string.h>

#include <redline/store.h>

#include "base/bytes.h"

static redline_bytes trim(redline_bytes text)
{
	return bytes_in(text, range_trim(text, (redline_range){0, (uint32_t)text.len}));
}

bool redline_person_parse(redline_person *out, redline_bytes text)
{
	redline_bytes name = text, email = {"", 0};
	if (text.len > REDLINE_TEXT_MAX)
		return false;
	const char *open = text.len ? memchr(text.ptr, '<', text.len) : NULL;
	if (open) {
		const char *close = text.ptr + text.len;
		const char *inside = open + 1;
		const char *end = memchr(inside, '>', (size_t)(close - inside));
		name.len = (size_t)(open - text.ptr);
		email = trim((redline_bytes){inside, (size_t)((end ? end : close) - inside)});
	}
	out->name = trim(name);
	out->email = email;
	return out->name.len > 0;
}

/* ---- dates ---- */

enum { YEAR_LAST = 9999, OFFSET_HOURS_MAX = 14 };

/* What is still to be read. */
struct cursor {
	const char *at, *end;
};

static bool skip(struct cursor *c, char want)
{
	if (c->at == c->end || *c->at != want)
		return false;
	c->at++;
	return true;
}

/* Exactly `digits` digits, of a number from low to high. */
static bool number(struct cursor *c, int digits, int low, int high, int *out)
{
	*out = 0;
	for (int i = 0; i < digits; i++) {
		if (c->at == c->end || !is_digit(*c->at))
			return false;
		*out = *out * 10 + (*c->at++ - '0');
	}
	return *out >= low && *out <= high;
}

static bool is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int days_in(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

static int64_t days_since_1970(int year, int month, int day)
{
	int64_t days = day - 1;
	for (int y = 1970; y < year; y++)
		days += is_leap(y) ? 366 : 365;
	for (int m = 1; m < month; m++)
		days += days_in(year, m);
	return days;
}

/* "Z", "+09:00", "+0900", "+09", perhaps after a blank; nothing: UTC. */
static bool read_offset(struct cursor *c, int32_t *out)
{
	int hours, minutes = 0;
	*out = 0;
	while (c->at < c->end && *c->at == ' ')
		c->at++;
	if (c->at == c->end || skip(c, 'Z') || skip(c, 'z'))
		return true;
	bool const west = *c->at == '-';
	if (!skip(c, west ? '-' : '+') || !number(c, 2, 0, OFFSET_HOURS_MAX, &hours))
		return false;
	bool const colon = skip(c, ':');
	if ((colon || c->at < c->end) && !number(c, 2, 0, 59, &minutes))
		return false;
	*out = (hours * 60 + minutes) * (west ? -1 : 1);
	return true;
}

/* "10:30", "10:30:00", "10:30:00.123" */
static bool read_clock(struct cursor *c, int64_t *seconds)
{
	int hour, minute, second = 0;
	if (!number(c, 2, 0, 23, &hour) || !skip(c, ':') || !number(c, 2, 0, 59, &minute))
		return false;
	if (skip(c, ':')) {
		if (!number(c, 2, 0, 60, &second))
			return false;
		if (skip(c, '.'))
			while (c->at < c->end && is_digit(*c->at))
				c->at++;
	}
	*seconds = hour * 3600 + minute * 60 + second;
	return true;
}

static bool read_calendar(struct cursor *c, int64_t *time, int32_t *offset)
{
	int year, month, day;
	int64_t seconds = 12 * 3600;
	*offset = 0;
	if (!number(c, 4, 1970, YEAR_LAST, &year) || !skip(c, '-') ||
	    !number(c, 2, 1, 12, &month) || !skip(c, '-') ||
	    !number(c, 2, 1, days_in(year, month), &day))
		return false;
	if (c->at < c->end) {
		if (!skip(c, 'T') && !skip(c, 't') && !skip(c, ' '))
			return false;
		if (!read_clock(c, &seconds) || !read_offset(c, offset))
			return false;
	}
	*time = days_since_1970(year, month, day) * 86400 + seconds - *offset * 60;
	return true;
}

/* "@1605661200 +0900", and without the "@" if it is too long for a year. */
static bool read_seconds(struct cursor *c, int64_t *time, int32_t *offset)
{
	const char *begin = c->at;
	*time = 0;
	while (c->at < c->end && is_digit(*c->at) && c->at - begin < 12)
		*time = *time * 10 + (*c->at++ - '0');
	return c->at > begin && read_offset(c, offset);
}

bool redline_person_date(redline_person *out, redline_bytes text)
{
	int64_t time = 0;
	int32_t offset = 0;
	if (text.len == 0 || text.len > 64)
		return false;
	redline_bytes const words = trim(text);
	struct cursor c = {words.ptr, words.ptr + words.len};
	bool const bare = words.len >= 9 && !memchr(words.ptr, '-', 9) && is_digit(words.ptr[8]);
	bool const read = skip(&c, '@') || bare ? read_seconds(&c, &time, &offset)
	                                        : read_calendar(&c, &time, &offset);
	if (!read || c.at != c.end || time < 0)
		return false;
	out->time = time;
	out->offset = offset;
	return true;
}
