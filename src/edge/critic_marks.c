/*
 * critic_marks.c -- where marks of CriticMarkup stand (critic_marks.h).
 */
#include "edge/critic_marks.h"

#include <string.h>

const struct critic_mark critic_marks[MARKS] = {
	[COME] = {"{++", "++}"},  [GONE] = {"{--", "--}"}, [SWAP] = {"{~~", "~~}"},
	[SHOWN] = {"{==", "==}"}, [SAID] = {"{>>", "<<}"},
};

size_t critic_find(redline_bytes text, size_t from, const char *needle)
{
	size_t const tail = strlen(needle) - 1; /* its last byte is its rarest */
	for (size_t at = from + tail; at < text.len; at++) {
		const char *hit = memchr(text.ptr + at, needle[tail], text.len - at);
		if (!hit)
			return ABSENT;
		at = (size_t)(hit - text.ptr);
		if (memcmp(hit - tail, needle, tail) == 0)
			return at - tail;
	}
	return ABSENT;
}

size_t critic_find_again(struct critic_finder *f, redline_bytes text, size_t from,
                         const char *needle)
{
	if (!f->known || f->at < from)
		*f = (struct critic_finder){critic_find(text, from, needle), true};
	return f->at;
}

enum mark critic_opening_at(redline_bytes text, size_t at)
{
	if (text.len - at < 3 || text.ptr[at + 1] != text.ptr[at + 2])
		return MARKS;
	for (unsigned m = 0; m < MARKS; m++)
		if (text.ptr[at + 1] == critic_marks[m].open[1])
			return (enum mark)m;
	return MARKS;
}

size_t critic_find_opening(redline_bytes text, size_t from)
{
	while (from < text.len) {
		const char *brace = memchr(text.ptr + from, '{', text.len - from);
		if (!brace)
			return ABSENT;
		size_t const at = (size_t)(brace - text.ptr);
		if (critic_opening_at(text, at) != MARKS)
			return at;
		from = at + 1;
	}
	return ABSENT;
}
