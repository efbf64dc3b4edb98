/*
 * store.c -- the history of a paragraph and who wrote its words, in a negotiation of
 * 500 paragraphs and 1,000 revisions that is made up (tests/support/negotiation.h) and
 * imported by git alone; beside what git has for it, in the same repository and run:
 * `git log -L` for the same paragraph, and `git blame -M -C -w`, which is about the
 * whole draft, as git follows no paragraph.
 *
 * Everything is a whole process, with what it needs in the file cache.  Save is
 * measured on a draft with one more paragraph each time.
 *
 *   BENCH_NEGOTIATION="200 300"   so many paragraphs and revisions instead
 */
#define _DEFAULT_SOURCE 1 /* realpath */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "measure.h"

enum { PARAGRAPHS = 500, REVISIONS = 1000, SECONDS = 1800 };

struct store_bench {
	char folder[256], self[4096];
	char number[16], lines[64]; /* of the paragraph: for redline, for git log -L */
	bool well;
};

/* A line of the shell; $0 is redline, $1 this program, $2 the paragraph. */
static struct job shell_job(const struct store_bench *b, const char *line)
{
	return (struct job){
		.argv = {"sh", "-c", line, redline_program(), b->self, b->number},
		.folder = b->folder, .out_path = "/dev/null", .seconds = SECONDS,
		.set = {"GIT_CONFIG_GLOBAL", "/dev/null"},
	};
}

/* Prints what went wrong. */
static bool does(const struct store_bench *b, const char *line)
{
	struct job job = shell_job(b, line);
	struct done done;
	job_run(&done, &job);
	bool const ok = done.status == 0;
	if (!ok)
		fprintf(stderr, "status %d of: %s\n%s\n", done.status, line, done.err.ptr);
	done_release(&done);
	return ok;
}

static bool make(struct store_bench *b)
{
	uint32_t paragraphs = PARAGRAPHS, revisions = REVISIONS;
	char line[300];
	const char *given = getenv("BENCH_NEGOTIATION");
	if (given && *given) {
		char *rest;
		paragraphs = (uint32_t)strtoul(given, &rest, 10);
		revisions = (uint32_t)strtoul(rest, NULL, 10);
	}
	uint32_t const middle = paragraphs / 2;
	snprintf(b->number, sizeof b->number, "%u", (unsigned)middle);
	snprintf(b->lines, sizeof b->lines, "/^%u\\. /,/^%u\\. /:draft.md", (unsigned)middle,
	         (unsigned)middle + 1);
	printf("store: %u paragraphs, %u revisions; paragraph %s\n", (unsigned)paragraphs,
	       (unsigned)revisions, b->number);
	fflush(stdout);
	snprintf(line, sizeof line, "git init -q -b main . && git config user.name Bench && "
	         "git config user.email bench@example.org && "
	         "\"$1\" negotiation %u %u | git fast-import --quiet && git reset -q --hard",
	         (unsigned)paragraphs, (unsigned)revisions);
	return does(b, line);
}

static struct figure row(struct store_bench *b, const char *what, const char *line)
{
	struct job const job = shell_job(b, line);
	struct figure const f = measure(&job);
	printf("  %-44s %10.1f %10.1f %9.1f", what, f.wall * 1e3, f.cpu * 1e3, (double)f.peak / 1024);
	if (f.status)
		printf("   status %d", f.status);
	b->well &= f.status == 0;
	return f;
}

static void end_row(const struct figure *f, const struct figure *ours)
{
	if (ours)
		printf(" %10.1f", f->wall / ours->wall);
	printf("\n");
	fflush(stdout);
}

static void print_size(const struct store_bench *b, const char *what, const char *folder)
{
	struct done done;
	job_run(&done, &(struct job){.argv = {"du", "-sk", folder}, .folder = b->folder});
	printf("  %-44s %10s %10s %9.1f\n", what, "", "", strtod(done.out.ptr, NULL) / 1024);
	done_release(&done);
}

#define NEXT "n=$(git rev-list --count HEAD) && " \
	"printf '\\n%s. Another paragraph, the work of revision %s.\\n' \"$n\" \"$n\" >>draft.md && "

static void bench_all(struct store_bench *b)
{
	char git[160];
	struct figure f = row(b, "the start of any command of the store", "exec \"$0\" log -n 1");
	end_row(&f, NULL);
	f = row(b, "the first answer, its index made", "rm -rf .git/redline && exec \"$0\" blame $2");
	end_row(&f, NULL);
	struct figure const history = row(b, "redline history", "exec \"$0\" history $2");
	end_row(&history, NULL);
	struct figure const blame = row(b, "redline blame", "exec \"$0\" blame $2");
	end_row(&blame, NULL);
	snprintf(git, sizeof git, "exec git log -L '%s'", b->lines);
	f = row(b, "git log -L, the same paragraph", git);
	end_row(&f, &history);
	f = row(b, "git blame -M -C -w, the draft", "exec git blame -M -C -w draft.md");
	end_row(&f, &blame);
	f = row(b, "(what the rows below add to a draft)", NEXT "true");
	end_row(&f, NULL);
	f = row(b, "redline save", NEXT "exec \"$0\" save -q draft.md -m Next");
	end_row(&f, NULL);
	f = row(b, "redline save, then blame: the index follows",
	        NEXT "\"$0\" save -q draft.md -m Next && exec \"$0\" blame $2");
	end_row(&f, NULL);
	print_size(b, "the index (MiB)", ".git/redline/index");
	print_size(b, "git's objects (MiB)", ".git/objects");
}

bool bench_store(const char *bench)
{
	struct store_bench b = {.well = true};
	char rule[96];
	if (!realpath(bench, b.self))
		abort();
	folder_new(b.folder);
	b.well = make(&b);
	if (b.well) {
		printf("%s\n%-46s %10s %10s %9s %10s\n", measure_rule(rule), "", "wall ms", "cpu ms",
		       "peak MiB", "x redline");
		bench_all(&b);
	}
	folder_remove(b.folder);
	return b.well;
}
