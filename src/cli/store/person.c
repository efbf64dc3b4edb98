/*
 * person.c -- who made a revision, and when: --author and --date.
 */
#include <string.h>

#include "store.h"

int person_read(redline_person *out, const struct command *command, const struct settings *s)
{
	*out = (redline_person){0};
	if (s->author &&
	    !redline_person_parse(out, (redline_bytes){s->author, strlen(s->author)}))
		return say_usage(command, "--author is a name, perhaps with an address in <>, not",
		                 s->author);
	if (s->date && !redline_person_date(out, (redline_bytes){s->date, strlen(s->date)}))
		return say_usage(command, "--date is a day since 1970, as 2020-11-18, perhaps with a "
		                 "time, as 10:30 or 10:30+09:00, not", s->date);
	return DONE;
}
