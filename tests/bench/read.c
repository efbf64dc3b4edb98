/*
 * read.c -- reading statements, from a few amendments to very many, beside wc on the
 * same text in the same run.
 *
 * Statements are amendments as delegations word them, each with a sentence or
 * a clause of prose, about 300 bytes together.  Same seed, same bytes, every time.
 */
#define _DEFAULT_SOURCE 1 /* realpath */

#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "measure.h"

static const uint64_t SEED = 20251118;

static const char *const SPEAKERS[] = {
	"Japan", "France", "Brazil", "The European Union", "India", "Mexico", "Kenya", "Norway",
};
static const char *const WORDS[] = {
	"enhancing", "national", "coordination", "bodies", "programmes", "strengthening",
	"capacity", "cooperation", "secure", "stable", "accessible", "obligations", "measures",
};
static const char *const REASONS[] = {
	"each country will probably make its assessments through the institutions that it has",
	"the present wording goes further than what was agreed at the last session in 2019",
	"capacity-building plays an enabling part in promoting adherence to international law",
	"partnership and ownership are principles that all delegations have supported so far",
	"the words do not add anything to what paragraph 34 of the report already contains",
};
#define COUNT(a) (sizeof(a) / sizeof(a)[0])

static const char *word(uint64_t *state)
{
	return WORDS[measure_random(state) % COUNT(WORDS)];
}

/* One amendment, and the prose around it. */
static void put_amendment(struct text *t, uint64_t *state)
{
	const char *who = SPEAKERS[measure_random(state) % COUNT(SPEAKERS)];
	const char *why = REASONS[measure_random(state) % COUNT(REASONS)];
	unsigned const paragraph = (unsigned)(measure_random(state) % 120) + 1;
	switch (measure_random(state) % 4) {
	case 0:
		text_format(t, "%s has one comment on paragraph %u. It supports the direction of the "
		               "text as it stands. In paragraph %u, %s proposes to replace the words "
		               "\"%s %s\" with the word \"%s\", because %s.\n\n",
		            who, paragraph, paragraph, who, word(state), word(state), word(state), why);
		break;
	case 1:
		text_format(t, "%s thanks the Chair for the new draft and supports much of it. On para "
		               "%u, %s proposes to strike out the word \"%s\" and instead use the word "
		               "\"%s\", as %s.\n\n",
		            who, paragraph, who, word(state), word(state), why);
		break;
	case 2:
		text_format(t, "Delete the word \"%s\" in the second sentence of paragraph %u (%s). The "
		               "reason for this is simple. In the view of the delegation, which it has "
		               "explained before, %s.\n\n",
		            word(state), paragraph, who, why);
		break;
	default:
		text_format(t, "%s supports paragraph %u. After the word \"%s\" in paragraph %u, insert "
		               "\"and %s %s\". This follows from what was said in the informal meetings: "
		               "%s.\n\n",
		            who, paragraph, word(state), paragraph, word(state), word(state), why);
	}
}

static size_t make_statement(const char *folder, unsigned amendments)
{
	struct text statement = {0};
	uint64_t state = SEED;
	for (unsigned i = 0; i < amendments; i++)
		put_amendment(&statement, &state);
	size_t const size = statement.len;
	folder_write(folder, "statement.txt", text_view(&statement));
	text_release(&statement);
	return size;
}

static bool bench_count(const char *folder, const char *bench, unsigned amendments)
{
	size_t const size = make_statement(folder, amendments);
	struct job job = {.folder = folder, .out_path = "/dev/null", .seconds = 600};
	job.argv[0] = "wc";
	job.argv[1] = "statement.txt";
	struct figure const wc = measure(&job);
	job.argv[0] = bench;
	job.argv[1] = "read";
	job.argv[2] = "statement.txt";
	struct figure const read = measure(&job);
	printf("%7u %8.2f %9.1f %9.1f %9.1f %9.1f %9.1f\n", amendments, (double)size / 1e6,
	       wc.cpu * 1e3, read.cpu * 1e3, (double)read.peak / 1024, read.cpu / wc.cpu,
	       (double)size / 1e6 / read.cpu);
	return read.status == 0;
}

bool bench_read(const char *bench)
{
	static const unsigned amendments[] = {10, 100, 1000, 10000, 100000};
	char folder[256], rule[96], *program = realpath(bench, NULL);
	bool well = program != NULL;
	folder_new(folder);
	printf("read: seed %" PRIu64 ", processor time in ms, %s\n", SEED, measure_rule(rule));
	printf("%7s %8s %9s %9s %9s %9s %9s\n", "amend.", "MB", "wc", "read", "peak MiB", "x wc",
	       "MB/s");
	for (size_t i = 0; well && i < COUNT(amendments); i++)
		well = bench_count(folder, program, amendments[i]);
	folder_remove(folder);
	free(program);
	return well;
}
