/*
 * measure.c -- see measure.h.
 */
#include "measure.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

enum { RUNS = 5, SLOW_RUNS = 3, MOST_RUNS = 101 };

static const double SLOW = 1, VERY_SLOW = 10; /* seconds */

/* What BENCH_RUNS says, or 0. */
static int wanted_runs(void)
{
	const char *given = getenv("BENCH_RUNS");
	long const runs = given ? strtol(given, NULL, 10) : 0;
	return runs < 1 ? 0 : runs > MOST_RUNS ? MOST_RUNS : (int)runs;
}

static int runs_for(double first_wall)
{
	if (wanted_runs())
		return wanted_runs();
	return first_wall > VERY_SLOW ? 1 : first_wall > SLOW ? SLOW_RUNS : RUNS;
}

static int by_wall(const void *a, const void *b)
{
	double const x = ((const struct figure *)a)->wall;
	double const y = ((const struct figure *)b)->wall;
	return (x > y) - (x < y);
}

struct figure measure(const struct job *job)
{
	struct figure runs[MOST_RUNS];
	int status = 0, count = 1;
	for (int i = 0; i < count; i++) {
		struct done done;
		job_run(&done, job);
		runs[i] = (struct figure){done.wall, done.cpu, done.peak, 0};
		status = done.status > status ? done.status : status;
		if (i == 0)
			count = runs_for(done.wall);
		done_release(&done);
	}
	qsort(runs, (size_t)count, sizeof *runs, by_wall);
	runs[count / 2].status = status;
	return runs[count / 2];
}

const char *measure_rule(char room[96])
{
	int const wanted = wanted_runs();
	if (wanted)
		snprintf(room, 96, wanted == 1 ? "one run" : "median of %d runs", wanted);
	else
		snprintf(room, 96, "median of %d runs, of %d over a second, 1 over %.0f seconds",
		         RUNS, SLOW_RUNS, VERY_SLOW);
	return room;
}

const char *measure_count(char room[32], uint64_t n)
{
	char digits[32];
	int const len = snprintf(digits, sizeof digits, "%" PRIu64, n);
	size_t at = 0;
	for (int i = 0; i < len; i++) {
		if (i && (len - i) % 3 == 0)
			room[at++] = ',';
		room[at++] = digits[i];
	}
	room[at] = '\0';
	return room;
}

uint64_t measure_random(uint64_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return *state;
}
