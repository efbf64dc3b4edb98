/* dates.c -- tables of the words of dates.  See dates.h. */
#include "dates.h"

#define COUNT(a) (sizeof(a) / sizeof(a)[0])

#define MONTH_MAX 20u /* bytes of the longest name */

/*
 * English, French, Spanish, German and (in the genitive, as dates have them)
 * Russian; sorted bytewise, so a name with its accent apart stands before the
 * one that is composed.
 */
static const char *const months[] = {
	"abril", "agosto", "aou\u0302t", "ao\u00FBt", "apr", "april", "aug", "august", "avril",
	"dec", "december", "decembre", "dezember", "de\u0301cembre", "diciembre", "d\u00E9cembre",
	"enero", "feb", "feber", "febrero", "februar", "february", "fevrier", "fe\u0301vrier",
	"f\u00E9vrier", "jan", "januar", "january", "janvier", "ja\u0308nner", "juillet", "juin",
	"jul", "juli", "julio", "july", "jun", "june", "juni", "junio", "j\u00E4nner",
	"mai", "mar", "march", "mars", "marzo", "may", "mayo", "ma\u0308rz", "m\u00E4rz",
	"nov", "november", "novembre", "noviembre",
	"oct", "october", "octobre", "octubre", "oktober",
	"sep", "sept", "september", "septembre", "septiembre", "setiembre",
	"\u0430\u0432\u0433\u0443\u0441\u0442\u0430", /* avgusta */
	"\u0430\u043F\u0440\u0435\u043B\u044F", /* aprelya */
	"\u0434\u0435\u043A\u0430\u0431\u0440\u044F", /* dekabrya */
	"\u0438\u044E\u043B\u044F", /* iyulya */
	"\u0438\u044E\u043D\u044F", /* iyunya */
	"\u043C\u0430\u0440\u0442\u0430", /* marta */
	"\u043C\u0430\u044F", /* maya */
	"\u043D\u043E\u044F\u0431\u0440\u044F", /* noyabrya */
	"\u043E\u043A\u0442\u044F\u0431\u0440\u044F", /* oktyabrya */
	"\u0441\u0435\u043D\u0442\u044F\u0431\u0440\u044F", /* sentyabrya */
	"\u0444\u0435\u0432\u0440\u0430\u043B\u044F", /* fevralya */
	"\u044F\u043D\u0432\u0430\u0440\u044F", /* yanvarya */
};

static const char *const links[] = {"de", "del", "of"};
static const char *const day_ends[] = {"st", "nd", "rd", "th", "er"};

/* The second byte of a letter with an accent, U+00C0 to U+00FF, made that of a small one. */
static char lower_latin(char c)
{
	return (unsigned char)c <= 0x9E ? (char)(c | 0x20) : c;
}

bool date_is_month(redline_bytes word)
{
	char lower[MONTH_MAX];
	if (word.len > sizeof lower)
		return false;
	for (size_t i = 0; i < word.len; i++)
		lower[i] = i > 0 && word.ptr[i - 1] == '\xC3' ? lower_latin(word.ptr[i])
		                                             : to_lower(word.ptr[i]);
	size_t low = 0, high = COUNT(months);
	while (low < high) {
		size_t const mid = low + (high - low) / 2;
		int const order =
			bytes_compare((redline_bytes){lower, word.len}, bytes_of(months[mid]));
		if (order == 0)
			return true;
		if (order < 0)
			high = mid;
		else
			low = mid + 1;
	}
	return false;
}

static bool is_among(redline_bytes word, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (bytes_equal_nocase(word, bytes_of(list[i])))
			return true;
	return false;
}

bool date_links(redline_bytes word)
{
	return is_among(word, links, COUNT(links));
}

bool date_ends_day(redline_bytes word)
{
	return is_among(word, day_ends, COUNT(day_ends));
}
