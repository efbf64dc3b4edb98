/* credit.c -- who, when and why of a revision.  See credit.h. */
#include "edge/credit.h"

#include "base/bytes.h"

enum { SHORT_ID = 7, DAY = 24 * 60 * 60 };

struct day {
	int64_t year;
	unsigned month, day;
	int64_t seconds; /* since midnight */
};

/* Rounds down, before 1970, too. */
static int64_t divide(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

/*
 * The civil date of a moment.  Years are counted from March on, so that the leap day
 * is the last of its year (Hinnant, "chrono-compatible low-level date algorithms").
 */
static struct day day_of(const redline_person *person)
{
	int64_t const local = person->time + (int64_t)person->offset * 60;
	int64_t const days = divide(local, DAY) + 719468;
	int64_t const era = divide(days, 146097);
	int64_t const in_era = days - era * 146097;
	int64_t const year = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) / 365;
	int64_t const in_year = in_era - (365 * year + year / 4 - year / 100);
	int64_t const month = (5 * in_year + 2) / 153;
	return (struct day){
		.year = year + era * 400 + (month >= 10),
		.month = (unsigned)(month < 10 ? month + 3 : month - 9),
		.day = (unsigned)(in_year - (153 * month + 2) / 5 + 1),
		.seconds = local - divide(local, DAY) * DAY,
	};
}

void credit_day(struct buf *b, const redline_person *person)
{
	struct day const d = day_of(person);
	buf_printf(b, "%04lld-%02u-%02u", (long long)d.year, d.month, d.day);
}

void credit_time(struct buf *b, const redline_person *person)
{
	struct day const d = day_of(person);
	int const off = person->offset < 0 ? -person->offset : person->offset;
	credit_day(b, person);
	buf_printf(b, "T%02d:%02d:%02d", (int)(d.seconds / 3600), (int)(d.seconds / 60 % 60),
	           (int)(d.seconds % 60));
	if (off)
		buf_printf(b, "%c%02d:%02d", person->offset < 0 ? '-' : '+', off / 60, off % 60);
	else
		buf_char(b, 'Z');
}

void credit_id(struct buf *b, const redline_revision *revision)
{
	buf_add(b, revision->id.text, SHORT_ID);
	if (!revision->label.len)
		return;
	buf_char(b, ' ');
	buf_bytes(b, revision->label);
}

redline_bytes credit_who(const redline_revision *revision)
{
	return revision->author.name.len ? revision->author.name : BYTES("nobody");
}

redline_bytes credit_why(const redline_revision *revision)
{
	for (uint32_t i = 0; i < revision->trailer_count; i++)
		if (bytes_equal_nocase(revision->trailers[i].key, BYTES("Reason")))
			return revision->trailers[i].value;
	return revision->subject;
}
