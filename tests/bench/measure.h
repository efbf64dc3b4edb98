/*
 * What the benches share: a program run some times over, and the run whose wall
 * time is the median.
 */
#ifndef RL_BENCH_MEASURE_H
#define RL_BENCH_MEASURE_H

#include "support/process.h"

struct figure {
	double wall, cpu; /* seconds */
	long peak;        /* KiB */
	int status;       /* the highest of all runs */
};

/*
 * BENCH_RUNS of them; without it 5, or 3 if the first takes over a second, or 1 if
 * it takes over ten.
 */
struct figure measure(const struct job *job);

/* How many runs there are, in words for the heading of a table. */
const char *measure_rule(char room[96]);

/* 1,234,567 */
const char *measure_count(char room[32], uint64_t n);

/* xorshift64: the next number, from a state that is not 0. */
uint64_t measure_random(uint64_t *state);

/* The benches: each prints its tables and says whether redline did its work. */
bool bench_apply(void);
bool bench_diff(const char *bench); /* argv[0] of this program */
bool bench_read(const char *bench);
bool bench_store(const char *bench);

#endif
