/*
 * The marks of CriticMarkup, for what writes them (critic.c) and what reads them
 * (critic_read.c): {++come++} {--gone--} {~~gone~>come~~} {==shown==} {>>said<<}.
 */
#ifndef RL_EDGE_CRITIC_MARKS_H
#define RL_EDGE_CRITIC_MARKS_H

#include <stdbool.h>
#include <stdint.h>

#include <redline/base.h>

enum mark { COME, GONE, SWAP, SHOWN, SAID, MARKS };

struct critic_mark {
	const char *open, *close;
};

extern const struct critic_mark critic_marks[MARKS];

#define ARROW "~>"
#define ABSENT SIZE_MAX
#define MARK_BYTES 3 /* of every opening and closing mark */

/* Where `needle` (two or three bytes) next stands at or after `from`, or ABSENT. */
size_t critic_find(redline_bytes text, size_t from, const char *needle);

/* A place looked up before, good until the search has passed it. */
struct critic_finder {
	size_t at;
	bool known;
};

size_t critic_find_again(struct critic_finder *f, redline_bytes text, size_t from,
                         const char *needle);

/* The mark that opens at text[at], or MARKS. */
enum mark critic_opening_at(redline_bytes text, size_t at);

/* The first opening mark at or after `from`, or ABSENT. */
size_t critic_find_opening(redline_bytes text, size_t from);

static inline redline_bytes critic_part(redline_bytes text, size_t begin, size_t end)
{
	return end > begin ? (redline_bytes){text.ptr + begin, end - begin} : (redline_bytes){"", 0};
}

#endif
