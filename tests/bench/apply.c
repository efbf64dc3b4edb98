/*
 * apply.c -- `redline apply -f clean` on growing drafts and statements,
 * beside cat and wc on the same draft in the same run.
 *
 * Drafts are numbered paragraphs of about 400 bytes with six words each
 * that stand nowhere else; an amendment replaces one of those, either in a
 * paragraph it names or wherever it stands.  Same seed, same bytes, every
 * time.
 */
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "measure.h"

enum { UNIQUE = 6, PARAGRAPH = 400 };

static const uint64_t SEED = 20251118;

static const char *const WORDS[] = {
	"the", "States", "of", "cooperation", "and", "to", "international", "measures", "in",
	"shall", "development", "capacity", "for", "national", "including", "with", "promote",
	"relevant", "information", "by", "efforts", "a", "implementation", "support", "on",
	"security", "assistance", "as", "appropriate", "sharing", "further", "dialogue",
};

static void add_paragraph(struct text *draft, unsigned number, uint64_t *state)
{
	size_t const begin = draft->len;
	unsigned unique = 0;
	text_format(draft, "%u. States", number);
	while (draft->len - begin < PARAGRAPH) {
		if (draft->len - begin > (unique + 1) * PARAGRAPH / (UNIQUE + 1) && unique < UNIQUE)
			text_format(draft, " item%u%c", number, 'a' + (char)unique++);
		text_format(draft, " %s", WORDS[measure_random(state) % (sizeof WORDS / sizeof *WORDS)]);
	}
	text_put(draft, ".\n\n");
}

/* Returns how many paragraphs it has. */
static unsigned make_draft(const char *folder, size_t size)
{
	struct text draft = {0};
	uint64_t state = SEED;
	unsigned count = 0;
	while (draft.len < size)
		add_paragraph(&draft, ++count, &state);
	folder_write(folder, "draft.md", text_view(&draft));
	text_release(&draft);
	return count;
}

static void make_statement(const char *folder, unsigned paragraphs, unsigned amendments,
                           bool named)
{
	struct text statement = {0};
	uint64_t const slots = (uint64_t)paragraphs * UNIQUE;
	for (unsigned i = 0; i < amendments; i++) {
		uint64_t const slot = slots * i / amendments;
		unsigned const number = (unsigned)(slot / UNIQUE) + 1;
		if (named)
			text_format(&statement, "In paragraph %u, replace", number);
		else
			text_put(&statement, "Replace");
		text_format(&statement, " \"item%u%c\" with \"matter %u\".\n\n", number,
		            'a' + (char)(slot % UNIQUE), i);
	}
	folder_write(folder, "statement.txt", text_view(&statement));
	text_release(&statement);
}

/* The two that every run of apply is put beside. */
struct yardstick {
	struct figure cat, wc;
};

static void print_row(const char *what, struct figure f, const struct yardstick *beside)
{
	printf("%-34s %9.1f %9.1f %9.1f", what, f.wall * 1e3, f.cpu * 1e3, (double)f.peak / 1024);
	if (beside)
		printf(" %8.1f %8.1f", f.wall / beside->cat.wall, f.wall / beside->wc.wall);
	if (f.status)
		printf("   status %d", f.status);
	printf("\n");
}

static bool bench_amendments(const char *folder, unsigned paragraphs, unsigned amendments,
                             bool named, const struct yardstick *beside)
{
	char what[64];
	make_statement(folder, paragraphs, amendments, named);
	struct figure const f = measure(&(struct job){
		.argv = {redline_program(), "apply", "-q", "-f", "clean", "statement.txt", "draft.md"},
		.folder = folder, .out_path = "/dev/null", .seconds = 600,
	});
	snprintf(what, sizeof what, "  apply, %4u %s", amendments,
	         named ? "naming a paragraph" : "naming none");
	print_row(what, f, beside);
	return f.status == 0;
}

static bool bench_size(const char *folder, size_t size)
{
	static const unsigned amendments[] = {10, 100, 1000};
	unsigned const paragraphs = make_draft(folder, size);
	struct job job = {.argv = {"cat", "draft.md"}, .folder = folder, .out_path = "/dev/null"};
	bool well = true;
	printf("%.1f MB, %u paragraphs\n", (double)size / 1e6, paragraphs);
	struct yardstick beside = {.cat = measure(&job)};
	job.argv[0] = "wc";
	beside.wc = measure(&job);
	print_row("  cat", beside.cat, NULL);
	print_row("  wc", beside.wc, NULL);
	for (int named = 1; named >= 0; named--)
		for (size_t i = 0; i < sizeof amendments / sizeof *amendments; i++)
			well &= bench_amendments(folder, paragraphs, amendments[i], named, &beside);
	return well;
}

bool bench_apply(void)
{
	static const size_t sizes[] = {100000, 1000000, 10000000};
	char folder[256], rule[96];
	bool well = true;
	folder_new(folder);
	printf("apply: seed %" PRIu64 ", %s\n", SEED, measure_rule(rule));
	printf("%-34s %9s %9s %9s %8s %8s\n", "", "wall ms", "cpu ms", "peak MiB", "x cat", "x wc");
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
		well = bench_size(folder, sizes[i]) && well;
	folder_remove(folder);
	return well;
}
