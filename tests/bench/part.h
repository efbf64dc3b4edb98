/*
 * What the bench does in processes of its own, started as itself with
 * arguments: what a child has at its peak counts what its parent had when it
 * was started, so the one that measures stays small.
 *
 *   bench write CASE BYTES      writes old.md and new.md
 *   bench floor OLD NEW         reads both texts, finds and hashes their words
 *   bench minimum OLD NEW       prints how many words must go and come at least; then,
 *                               if paragraphs had no numbers; then, nor words signs
 *   bench count FORM FILE       prints how many words are marked as changed
 *   bench read STATEMENT        reads it, and prints how many amendments it has
 *   bench negotiation PARAGRAPHS REVISIONS   prints a stream for git fast-import
 */
#ifndef RL_BENCH_PART_H
#define RL_BENCH_PART_H

#include "support/text.h"

/* The pairs of texts; those from HOSTILE on are made to be hard. */
enum pair_case {
	CASE_SUBSTITUTED, /* these as in prose.h */
	CASE_BURSTS,
	CASE_MOVED,
	CASE_WRAPPED,
	CASE_INSERTED,
	CASE_UNRELATED,
	CASE_RENUMBERED,
	CASE_ONE_WORD,    /* a word over and over, and a tenth less of it */
	CASE_ALTERNATING, /* two words by turns; one of them becomes a third */
	CASE_ONE_PARAGRAPH, /* a single one, with bursts of edits */
	CASES,
};

/* Runs the part that the arguments name; gives back the exit status. */
int part_run(int argc, char **argv);

/* Every word a 64-bit hash; *hash grows as needed. */
struct word_list {
	uint64_t *hash;
	size_t len, cap;
};

/* How many words must go and come at least, to make one list the other. */
uint64_t minimum_changes(const struct word_list *old, const struct word_list *now);

/* Forms of output, and how many changed words one holds. */
enum form {
	FORM_CRITIC,
	FORM_TOTALS,
	FORM_MOVED,
	FORM_PORCELAIN,
	FORM_STATISTICS,
	FORMS,
};
bool form_count(enum form form, redline_bytes output, uint64_t *count);

#endif
