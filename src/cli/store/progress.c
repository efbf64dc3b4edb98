/* progress.c -- see progress.h. */
#define _POSIX_C_SOURCE 200809L

#include "progress.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "cli.h"

enum { PATIENCE = 500 /* milliseconds */, WIDTH = 30 };

static int64_t milliseconds(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

void progress_begin(struct progress *bar, const char *what, const struct settings *s)
{
	*bar = (struct progress){what, milliseconds(), !s->quiet && isatty(STDERR_FILENO), false};
}

static void draw_bar(uint32_t done, uint32_t of)
{
	char cells[WIDTH + 1];
	uint32_t const full = (uint32_t)((uint64_t)done * WIDTH / of);
	for (uint32_t i = 0; i < WIDTH; i++)
		cells[i] = i < full ? '=' : i == full ? '>' : ' ';
	cells[WIDTH] = '\0';
	fprintf(stderr, " [%s] %3u %%", cells, (unsigned)((uint64_t)done * 100 / of));
}

bool progress_step(void *context, uint32_t done, uint32_t of, uint64_t bytes)
{
	struct progress *bar = context;
	if (!bar->wanted || (!bar->shown && milliseconds() - bar->begun < PATIENCE))
		return true;
	bar->shown = true;
	fprintf(stderr, "\r%s", bar->what);
	if (of)
		draw_bar(done < of ? done : of, of);
	else if (done)
		fprintf(stderr, " %u", (unsigned)done);
	if (bytes)
		fprintf(stderr, " %.1f MB", (double)bytes / 1e6);
	fputs("\033[K", stderr);
	fflush(stderr);
	return true;
}

void progress_end(struct progress *bar)
{
	if (bar->shown)
		fputs("\r\033[K", stderr);
	bar->shown = false;
}
