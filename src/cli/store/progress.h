/*
 * A bar on the terminal, on standard error, while long work goes on.
 *
 *     struct progress bar;
 *     progress_begin(&bar, "fetching", settings);
 *     ... progress_step is called back with &bar ...
 *     progress_end(&bar);
 *
 * Nothing is shown if standard error is no terminal, or the work takes less than half
 * a second.
 */
#ifndef RL_CLI_STORE_PROGRESS_H
#define RL_CLI_STORE_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

struct settings;

struct progress {
	const char *what;
	int64_t begun;    /* milliseconds */
	bool wanted, shown;
};

void progress_begin(struct progress *bar, const char *what, const struct settings *s);

/* Things done, and of how many (0: not known); bytes (0: not known).  Always true. */
bool progress_step(void *bar, uint32_t done, uint32_t of, uint64_t bytes);

void progress_end(struct progress *bar); /* wipes it */

#endif
