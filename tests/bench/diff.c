/*
 * diff.c -- `redline diff` beside git, wdiff and dwdiff, on the same pairs of
 * texts in the same run, and beside the floor: reading both texts and hashing
 * their words.
 *
 * For each pair a block of rows; see HELP below for the columns.  Output goes to
 * /dev/null while the clock runs; words are counted in one more run.  A program
 * that is not installed has a row that says so, and fails nothing.
 */
#define _DEFAULT_SOURCE 1 /* realpath */

#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "measure.h"
#include "part.h"

#define GIT(output, algorithm) \
	{"git", "diff", "--no-index", "--no-ext-diff", output, "--diff-algorithm=" algorithm}

enum { OPTIONS = 6, SECONDS = 60, ALL_SECONDS = 1800 };

/* From here on minutes are spent, by what grows with the square of the changes. */
static const size_t LARGE = 2000000;

static const char HELP[] =
    "words: that are marked as changed, gone and come, without the numbers of paragraphs in\n"
    "redline's; x redline: wall time over redline's; growth: over that of the size before.\n";

struct tool {
	const char *name;
	const char *argv[OPTIONS];     /* while the clock runs, before the two texts */
	const char *counting[OPTIONS]; /* when words are counted */
	enum form form;
};

enum { REDLINE, FLOOR = 5, TOOLS };

static const struct tool tools[TOOLS] = {
	{"redline diff", {NULL, "diff", "-f", "criticmarkup"},
	 {NULL, "diff", "-f", "criticmarkup"}, FORM_CRITIC},
	{"git, myers", GIT("--word-diff", "myers"), GIT("--word-diff=porcelain", "myers"),
	 FORM_PORCELAIN},
	{"git, histogram", GIT("--word-diff", "histogram"),
	 GIT("--word-diff=porcelain", "histogram"), FORM_PORCELAIN},
	{"wdiff", {"wdiff"}, {"wdiff", "-123", "-s"}, FORM_STATISTICS},
	{"dwdiff", {"dwdiff"}, {"dwdiff", "-123", "-s"}, FORM_STATISTICS},
	{"floor", {NULL, "floor"}, {NULL}, FORMS},
};

static const char *const case_names[CASES] = {
	[CASE_SUBSTITUTED] = "(a) 1 % of the words substituted",
	[CASE_BURSTS] = "(b) one word in five, in bursts of 1 to 5",
	[CASE_MOVED] = "(c) 5 % of the paragraphs moved, 5 % new, 5 % gone",
	[CASE_WRAPPED] = "(d) wrapped at 72 columns, then at 80",
	[CASE_INSERTED] = "(e) a paragraph inserted near the top",
	[CASE_UNRELATED] = "(f) another text of the same vocabulary",
	[CASE_RENUMBERED] = "(g) renumbered and nothing else",
	[CASE_ONE_WORD] = "one word over and over, 2 MB and 1.8 MB",
	[CASE_ALTERNATING] = "two words by turns, one of them replaced throughout",
	[CASE_ONE_PARAGRAPH] = "a single paragraph, with bursts of edits",
};

struct bench {
	char folder[256], output[300], self[4096];
	bool installed[TOOLS];
	bool all;                    /* what takes minutes, too */
	double before[CASES][TOOLS]; /* wall time at the size before, or 0 */
	bool well;
};

/* One pair of texts. */
struct pair {
	enum pair_case which;
	const char *size_name;
	size_t bytes;
	double redline; /* its wall time, or 0 */
};

/* ---- jobs ---- */

static struct job tool_job(const struct bench *b, const char *const options[OPTIONS])
{
	struct job job = {.folder = b->folder, .seconds = b->all ? ALL_SECONDS : SECONDS};
	size_t n = 0;
	for (; n < OPTIONS && (options[n] || n == 0); n++)
		job.argv[n] = options[n];
	if (!options[0])
		job.argv[0] = strcmp(options[1], "floor") == 0 ? b->self : redline_program();
	job.argv[n++] = "old.md";
	job.argv[n] = "new.md";
	return job;
}

/* Runs a part of this program; what it printed, to be released. */
static struct done run_part(const struct bench *b, const char *part, const char *one,
                            const char *other)
{
	struct done done;
	job_run(&done, &(struct job){
		.argv = {b->self, part, one, other}, .folder = b->folder, .seconds = ALL_SECONDS});
	return done;
}

static bool is_installed(const char *program)
{
	struct done done;
	job_run(&done, &(struct job){.argv = {program, "--version"}});
	bool const installed = done.status == 0;
	done_release(&done);
	return installed;
}

/* ---- counting ---- */

/* Counts in the file that the last run wrote; false if it is of another form. */
static bool count_output(const struct bench *b, enum form form, uint64_t *count)
{
	char number[16];
	snprintf(number, sizeof number, "%d", (int)form);
	struct done done = run_part(b, "count", number, b->output);
	bool const known = done.status == 0;
	if (known)
		*count = strtoull(done.out.ptr, NULL, 10);
	done_release(&done);
	return known;
}

/* The statistics of the one are on standard output, of the other on standard error. */
static bool count_words(const struct bench *b, const struct tool *tool, uint64_t *count)
{
	struct job job = tool_job(b, tool->counting);
	struct done done;
	*count = 0;
	if (tool->form != FORM_STATISTICS)
		job.out_path = b->output;
	job_run(&done, &job);
	bool known = done.status <= 1;
	if (known && tool->form == FORM_STATISTICS) {
		text_add(&done.out, done.err.ptr, done.err.len);
		known = form_count(tool->form, text_view(&done.out), count);
	} else if (known) {
		known = count_output(b, tool->form, count);
	}
	done_release(&done);
	return known;
}

/* ---- rows ---- */

static void print_head(const char *title)
{
	printf("\n%-24s %10s %10s %9s %12s %10s %8s\n", title, "wall ms", "cpu ms", "peak MiB",
	       "words", "x redline", "growth");
}

static void print_words(const char *name, const char *words, const char *note)
{
	printf("  %-22s %10s %10s %9s %12s%s%s\n", name, "", "", "", words, *note ? "   " : "", note);
}

static void print_status(const struct bench *b, int status)
{
	if (status == 128 + SIGXCPU || status == 128 + SIGALRM)
		printf("   over %d s", b->all ? ALL_SECONDS : SECONDS);
	else if (status > 1)
		printf("   status %d", status);
	printf("\n");
}

/* Two or three digits that count, or a dash where one of the two is not known. */
static void print_ratio(int width, double over, double under)
{
	double const ratio = under > 0 ? over / under : 0;
	int const decimals = ratio < 0.1 ? 3 : ratio < 10 ? 2 : 1;
	if (ratio > 0)
		printf(" %*.*f", width, decimals, ratio);
	else
		printf(" %*s", width, "-");
}

/* Words are not counted for what took too long to be run once more. */
static void bench_tool(struct bench *b, struct pair *p, size_t index)
{
	const struct tool *tool = &tools[index];
	struct job job = tool_job(b, tool->argv);
	job.out_path = "/dev/null";
	struct figure const f = measure(&job);
	bool const done = f.status <= 1;
	uint64_t words;
	char room[32];
	if (index == REDLINE) {
		p->redline = done ? f.wall : 0;
		b->well &= done;
	}
	bool const known = done && (b->all || f.wall < SECONDS / 2) && tool->form != FORMS &&
	                   count_words(b, tool, &words);
	printf("  %-22s %10.1f %10.1f %9.1f %12s", tool->name, f.wall * 1e3, f.cpu * 1e3,
	       (double)f.peak / 1024, known ? measure_count(room, words) : "-");
	print_ratio(10, done ? f.wall : 0, p->redline);
	print_ratio(8, done ? f.wall : 0, b->before[p->which][index]);
	print_status(b, f.status);
	b->before[p->which][index] = done ? f.wall : 0;
}

/* What redline itself says changed, in words without punctuation. */
static void bench_totals(struct bench *b)
{
	static const struct tool json = {
		"redline's own count", {NULL}, {NULL, "diff", "-f", "json"}, FORM_TOTALS};
	uint64_t words, moved;
	char room[32], other[32], note[64];
	if (!count_words(b, &json, &words) || !count_output(b, FORM_MOVED, &moved)) {
		print_words(json.name, "-", "");
		return;
	}
	snprintf(note, sizeof note, "and %s moved", measure_count(other, moved));
	print_words(json.name, measure_count(room, words), moved ? note : "");
}

static void bench_minimum(const struct bench *b)
{
	static const char *const notes[] = {"", "paragraphs' numbers apart", "signs apart, too"};
	struct done done = run_part(b, "minimum", "old.md", "new.md");
	char *rest = done.out.ptr;
	char room[32];
	for (size_t i = 0; done.status == 0 && i < sizeof notes / sizeof *notes; i++)
		print_words(i ? "" : "exact minimum", measure_count(room, strtoull(rest, &rest, 10)),
		            notes[i]);
	done_release(&done);
}

/* ---- pairs ---- */

/* Why a tool is left out, or NULL. */
static const char *reason_to_skip(const struct bench *b, const struct pair *p, size_t index)
{
	const char *name = tools[index].name;
	bool const hostile = p->which >= CASE_ONE_WORD;
	bool const far = p->which == CASE_BURSTS || p->which == CASE_MOVED ||
	                 p->which == CASE_UNRELATED;
	if (!b->installed[index])
		return "not installed";
	if (b->all || (p->bytes <= LARGE && !hostile))
		return NULL;
	if (strcmp(name, "dwdiff") == 0 || (strcmp(name, "wdiff") == 0 && (far || hostile)))
		return "may take minutes: BENCH_ALL=1";
	return NULL;
}

static bool write_pair(const struct bench *b, const struct pair *p)
{
	char which[16], bytes[32];
	snprintf(which, sizeof which, "%d", (int)p->which);
	snprintf(bytes, sizeof bytes, "%zu", p->bytes);
	struct done done = run_part(b, "write", which, bytes);
	bool const written = done.status == 0;
	done_release(&done);
	return written;
}

static void bench_pair(struct bench *b, struct pair p)
{
	if (!write_pair(b, &p)) {
		fprintf(stderr, "no room for a pair of texts in %s\n", b->folder);
		b->well = false;
		return;
	}
	printf("\n%s %s\n", p.size_name, case_names[p.which]);
	for (size_t i = 0; i < TOOLS; i++) {
		const char *reason = reason_to_skip(b, &p, i);
		if (reason)
			print_words(tools[i].name, "-", reason);
		else
			bench_tool(b, &p, i);
		if (i == REDLINE)
			bench_totals(b);
	}
	if (p.bytes < LARGE || (b->all && p.bytes == LARGE))
		bench_minimum(b);
	fflush(stdout);
}

/* ---- sizes ---- */

/* Is it among BENCH_SIZES, words between blanks? */
static bool is_wanted(const char *size)
{
	const char *at = getenv("BENCH_SIZES");
	if (!at || !*at)
		return true;
	while (*at) {
		size_t const len = strcspn(at, " ,");
		if (len == strlen(size) && strncmp(at, size, len) == 0)
			return true;
		at += len + (at[len] != '\0');
	}
	return false;
}

static void bench_sizes(struct bench *b)
{
	static const struct {
		const char *wanted, *name;
		size_t bytes;
	} sizes[] = {
		{"200k", "200 kB", 200000}, {"2m", "2 MB", 2000000}, {"20m", "20 MB", 20000000}};
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		if (!is_wanted(sizes[i].wanted))
			continue;
		print_head(sizes[i].name);
		for (int which = 0; which <= CASE_RENUMBERED; which++)
			bench_pair(b, (struct pair){(enum pair_case)which, sizes[i].name,
			                            sizes[i].bytes, 0});
	}
}

static void bench_hostile(struct bench *b)
{
	static const struct pair pairs[] = {
		{CASE_UNRELATED, "10 MB", 10000000, 0},
		{CASE_ONE_WORD, "2 MB", 2000000, 0},
		{CASE_ALTERNATING, "2 MB", 2000000, 0},
		{CASE_ONE_PARAGRAPH, "1 MB", 1000000, 0},
	};
	if (!is_wanted("hostile"))
		return;
	memset(b->before, 0, sizeof b->before);
	print_head("hostile");
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		bench_pair(b, pairs[i]);
}

bool bench_diff(const char *bench)
{
	struct bench b = {.well = true, .all = getenv("BENCH_ALL") != NULL};
	char rule[96];
	if (!realpath(bench, b.self))
		abort();
	folder_new(b.folder);
	snprintf(b.output, sizeof b.output, "%s/output", b.folder);
	for (size_t i = 0; i < TOOLS; i++)
		b.installed[i] = !tools[i].argv[0] || is_installed(tools[i].argv[0]);
	printf("diff: %s\n%s", measure_rule(rule), HELP);
	bench_sizes(&b);
	bench_hostile(&b);
	folder_remove(b.folder);
	return b.well;
}
