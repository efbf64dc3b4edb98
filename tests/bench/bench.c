/*
 * bench.c -- reading statements, `redline apply`, `redline diff` and the store, timed
 * beside other programs that do the same work, or the least of it.
 *
 *   BENCH=read, apply, diff or store   that one alone
 *   BENCH_RUNS=9          so many runs of everything
 *   BENCH_SIZES="200k 2m" of diff's sizes (200k 2m 20m hostile) only these
 *   BENCH_ALL=1           of diff, also what takes minutes
 *   BENCH_NEGOTIATION="500 1000"   of the store: paragraphs and revisions
 *
 * With arguments it is one of its own parts; see part.h.
 */
#include <stdlib.h>
#include <string.h>

#include "measure.h"
#include "part.h"

static bool is_wanted(const char *bench)
{
	const char *given = getenv("BENCH");
	return !given || !*given || strstr(given, bench);
}

int main(int argc, char **argv)
{
	bool well = true;
	if (argc > 1)
		return part_run(argc, argv);
	if (is_wanted("read"))
		well = bench_read(argv[0]);
	if (is_wanted("apply"))
		well = bench_apply() && well;
	if (is_wanted("diff"))
		well = bench_diff(argv[0]) && well;
	if (is_wanted("store"))
		well = bench_store(argv[0]) && well;
	return well ? 0 : 1;
}
