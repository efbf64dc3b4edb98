/*
 * negotiation.c -- how well histories and credits agree with the truth, where it is
 * known: a negotiation is made up, saved with git alone, and every paragraph of its
 * last revision is asked about.
 *
 *   negotiation [PARAGRAPHS [REVISIONS [SEED]]]    the scores
 *   negotiation PARAGRAPHS REVISIONS SEED export   the stream for git fast-import
 */
#define _POSIX_C_SOURCE 200809L

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "support/negotiation_score.h"
#include "support/process.h"

enum { PARAGRAPHS = 500, REVISIONS = 1000, USAGE = 2, WORST_SHOWN = 5 };

static double now(void)
{
	struct timespec t;
	(void)clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static bool put_file(void *file, const char *ptr, size_t len)
{
	return fwrite(ptr, 1, len, file) == len;
}

static void no_memory(void)
{
	fputs("out of memory\n", stderr);
	abort();
}

static void print_share(const char *what, struct share s)
{
	printf("%-44s %6.2f %%  (%llu of %llu)\n", what,
	       s.of ? 100.0 * (double)s.right / (double)s.of : 100.0, (unsigned long long)s.right,
	       (unsigned long long)s.of);
}

/* Seconds: the first answer, for which the index is made, and all the others. */
struct times {
	double first, rest;
};

static void print_scores(const struct negotiation_score *s, const struct times *t, size_t asked)
{
	print_share("words credited to who wrote them", s->words);
	print_share("returned words marked as such", s->returned);
	print_share("paragraphs followed to their origin", s->origins);
	print_share("last change of a paragraph found", s->last_changes);
	printf("%-44s %8.0f ms\n", "first answer, the index made for it", 1e3 * t->first);
	printf("%-44s %8.2f ms\n", "history and credits of a paragraph after that",
	       asked > 1 ? 1e3 * t->rest / (double)(asked - 1) : 0);
}

static bool ask_all(const struct negotiation *n, redline_store *store)
{
	struct negotiation_score s = {.to_show = WORST_SHOWN};
	struct times t = {0};
	bool ok = true;
	for (uint32_t i = 0; i < n->len; i++) {
		double const begin = now();
		ok &= negotiation_ask(&s, store, n, i);
		*(i ? &t.rest : &t.first) += now() - begin;
	}
	print_scores(&s, &t, n->len);
	return ok;
}

static bool score(const struct negotiation *n, const char *folder)
{
	redline_trouble why;
	redline_store *store;
	bool ok = redline_store_start(no_memory) == REDLINE_OK;
	if (!ok || redline_store_open(&store, folder, &why) != REDLINE_OK) {
		fprintf(stderr, "%s\n", ok ? why.text : "no libgit2");
		return false;
	}
	ok = ask_all(n, store);
	redline_store_free(store);
	redline_store_stop();
	return ok;
}

static uint32_t argument(int argc, char **argv, int i, uint32_t otherwise)
{
	return argc > i ? (uint32_t)strtoul(argv[i], NULL, 10) : otherwise;
}

int main(int argc, char **argv)
{
	struct negotiation n;
	char folder[256];
	uint32_t const paragraphs = argument(argc, argv, 1, PARAGRAPHS);
	uint32_t const revisions = argument(argc, argv, 2, REVISIONS);
	bool const exports = argc > 4 && strcmp(argv[4], "export") == 0;
	if (argc > 5 || (argc > 4 && !exports) || paragraphs < 4 || revisions < 1) {
		fputs("usage: negotiation [PARAGRAPHS [REVISIONS [SEED [export]]]]\n", stderr);
		return USAGE;
	}
	negotiation_begin(&n, argument(argc, argv, 3, 1), paragraphs);
	bool ok;
	if (exports) {
		ok = negotiation_export(&n, revisions, put_file, stdout);
	} else {
		folder_new(folder);
		ok = negotiation_import(&n, revisions, folder) && score(&n, folder);
		folder_remove(folder);
	}
	negotiation_end(&n);
	return ok ? 0 : 1;
}
