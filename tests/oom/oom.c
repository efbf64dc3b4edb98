/*
 * oom.c -- a whole small job with every allocation failing in turn.
 *
 * For each N the job is run with its Nth allocation failing, once alone and
 * once with all after it.  Each call must say REDLINE_NO_MEMORY or what it
 * says otherwise, nothing may crash, and nothing may be held at the end.
 * Quadratic in the allocations of the job, which is why it is small.
 */
#include <criterion/criterion.h>
#include <string.h>

#include <redline/apply.h>
#include <redline/compare.h>
#include <redline/share.h>
#include <redline/write.h>

#include "allocator.h"
#include "engine/lineage.h"
#include "support/trial.h"

static const char DRAFT[] =
	"# Ferries\n\n"
	"1. Ferries shall depart at noon.\n\n"
	"2. The captain may refuse:\n\n"
	"   (a) noisy passengers;\n"
	"   (b) goats;\n\n"
	"3. Fares are due at the port of arrival.\n";

static const char STATEMENT[] =
	"Statement by Norland\n\n18 November 2025\n\n"
	"Norland supports paragraph 3.\n\n"
	"In paragraph 1, Norland proposes to replace \"noon\" with \"dawn\" because tides turn.\n\n"
	"In paragraph 2, delete subparagraph (b).\n\n"
	"After paragraph 3, insert a new paragraph 3 bis, to read: \"Children travel free.\"\n\n"
	"In paragraph 3, replace \"harbour\" with \"quay\".\n";

/* Wordings that are read as drafts of their own before they are put in. */
static const char PROVISIONS[] =
	"Replace paragraph 2 with: \"2. The captain may refuse:\n\n(a) noisy passengers;\n\n"
	"(b) sheep.\"\n\n"
	"Replace paragraph 1 with \"1. Ferries shall depart at dawn, so that nobody waits.\"\n\n"
	"After paragraph 3, insert the following new paragraphs: \"4. Children travel free.\n\n"
	"5. The crew may grant:\n\n(a) reductions;\n\n(b) refunds.\"\n\n"
	"In paragraph 3, replace \"arrival\" with \"departure\", so that it reads: \"Fares are due "
	"at the port of departure.\"\n";

static const char MARKED[] = "Depart {~~at noon~>at dawn~~}, {--not--} {++now++}{>>Norland<<}.\n";

static bool swallow(void *context, const char *ptr, size_t len)
{
	(void)context;
	(void)ptr;
	(void)len;
	return true;
}

/* A number, a move, a split, a row and a note that differ, words and white space. */
static const char BEFORE[] =
	"# Ferries\n\n"
	"1. Ferries shall depart at noon, as paragraph 2 says.\n\n"
	"2. The captain may refuse noisy passengers and goats of any kind. Nobody else may do so.\n\n"
	"Dogs travel free of charge on all lines.\n\n"
	"| fare | 5 % |\n\n"
	"[^1]: Since 1998.\n";

static const char AFTER[] =
	"Dogs travel free of charge on most lines.\n\n"
	"# Ferries\n\n"
	"1. Ferries shall depart at\ndawn, as paragraph 3 says.\n\n"
	"2. Tickets are sold on board.\n\n"
	"3. The captain may refuse noisy passengers and goats of any kind.\n\n"
	"Nobody else may do so.\n\n"
	"| fare | 5% |\n\n"
	"[^1]: Since caf\u00e9s.\n";

/* Minutes: lines of several speakers, a title, a table and a sentence of two parties. */
static const char MINUTES[] =
	"Paragraph 1:\nPeru: delete \"of any size\"\nKenya: delete \"in good time\"\n\n"
	"Statement by Japan\n\nIn paragraph 2, delete \"old\".\n\n"
	"Kenya to Peru: In paragraph 2, delete \"a\"; Peru: delete \"with care\".\n\n"
	"| Party | Proposal |\n|---|---|\n| Chile | In paragraph 2, delete \"well\". |\n";

static const char MINUTED[] =
	"1. Ships of any size shall call in good time.\n\n"
	"2. Use a well kept old map with care.\n";

/* True while things go well; false once memory is out.  Nothing else is allowed. */
static bool went_well(redline_status status, const char *what)
{
	cr_assert(status == REDLINE_OK || status == REDLINE_NO_MEMORY, "%s: %s", what,
	          redline_status_text(status));
	cr_assert(status == REDLINE_OK || allocator_failed(), "%s: out of memory for no reason", what);
	return status == REDLINE_OK;
}

static bool write_all(const struct trial *t)
{
	redline_view const view = trial_view(t);
	redline_style const style = {.color = true, .full = true, .width = 60};
	redline_findings const found = redline_outcome_findings(t->outcome);
	return went_well(redline_write_terminal(&view, &style, swallow, NULL), "terminal") &&
	       went_well(redline_write_critic(&view, NULL, NULL, swallow, NULL), "critic") &&
	       went_well(redline_write_json(&view, swallow, NULL), "json") &&
	       went_well(redline_write_explain(&view, &style, swallow, NULL), "explain") &&
	       went_well(redline_write_explain_json(&view, swallow, NULL), "explain json") &&
	       went_well(redline_write_findings(&view, &found, &style, swallow, NULL), "findings");
}

/* What the first run of a job, in which nothing fails, made of its draft. */
struct result {
	char text[4096];
	size_t len;
};

/* Memory that ran out may stop a job, but never change what comes of it. */
static void check_result(struct result *first, const redline_outcome *outcome)
{
	redline_bytes const text = redline_script_new_text(redline_outcome_script(outcome));
	if (!first->len) {
		cr_assert(text.len && text.len <= sizeof first->text);
		memcpy(first->text, text.ptr, text.len);
		first->len = text.len;
	}
	cr_assert(text.len == first->len && memcmp(text.ptr, first->text, text.len) == 0,
	          "all went well, and yet the draft became:\n%.*s", (int)text.len, text.ptr);
}

static bool apply_to(redline_bytes draft, redline_bytes statement, struct result *first)
{
	redline_reader *reader = NULL;
	struct trial t = {0};
	bool well = went_well(redline_reader_new(&reader, "auto"), "reader") &&
	            went_well(trial_run(&t, reader, draft, &statement, 1), "apply");
	if (well)
		check_result(first, t.outcome);
	well = well && write_all(&t);
	trial_release(&t);
	redline_reader_free(reader);
	return well;
}

static bool apply_job(void)
{
	static struct result first;
	return apply_to((redline_bytes){DRAFT, sizeof DRAFT - 1},
	                (redline_bytes){STATEMENT, sizeof STATEMENT - 1}, &first);
}

static bool minutes_job(void)
{
	static struct result first;
	return apply_to((redline_bytes){MINUTED, sizeof MINUTED - 1},
	                (redline_bytes){MINUTES, sizeof MINUTES - 1}, &first);
}

static bool provisions_job(void)
{
	static struct result first;
	return apply_to((redline_bytes){DRAFT, sizeof DRAFT - 1},
	                (redline_bytes){PROVISIONS, sizeof PROVISIONS - 1}, &first);
}

static bool critic_job(void)
{
	redline_script *script = NULL;
	redline_bytes const marked = {MARKED, sizeof MARKED - 1};
	bool const well = went_well(redline_script_read_critic(&script, marked, NULL), "read critic");
	redline_script_free(script);
	return well;
}

static bool write_comparison(const redline_view *view)
{
	redline_style const style = {.color = true, .full = true, .width = 60};
	redline_tally tally;
	uint32_t old_words, new_words;
	return went_well(redline_comparison_tally(view->comparison, &tally), "counting") &&
	       went_well(redline_comparison_sizes(view->comparison, &old_words, &new_words),
	                 "sizes") &&
	       went_well(redline_write_terminal(view, &style, swallow, NULL), "terminal") &&
	       went_well(redline_write_sides(view, &style, swallow, NULL), "side by side") &&
	       went_well(redline_write_critic(view, NULL, NULL, swallow, NULL), "critic") &&
	       went_well(redline_write_json(view, swallow, NULL), "json") &&
	       went_well(redline_write_tally(view, &style, swallow, NULL), "tally");
}

static bool compare_with(const redline_compare_options *options)
{
	redline_draft *before = NULL, *after = NULL;
	redline_comparison *comparison = NULL;
	bool well = went_well(redline_draft_new(&before, (redline_bytes){BEFORE, sizeof BEFORE - 1},
	                                        NULL), "old draft") &&
	            went_well(redline_draft_new(&after, (redline_bytes){AFTER, sizeof AFTER - 1},
	                                        NULL), "new draft") &&
	            went_well(redline_compare(&comparison, before, after, options), "compare");
	if (well) {
		redline_view const view = {
			.script = redline_comparison_script(comparison),
			.draft = before,
			.comparison = comparison,
			.after = after,
		};
		well = write_comparison(&view);
	}
	redline_comparison_free(comparison);
	redline_draft_free(after);
	redline_draft_free(before);
	return well;
}

static bool compare_job(void)
{
	return compare_with(NULL);
}

static bool compare_closely_job(void)
{
	return compare_with(&(redline_compare_options){
		.chars = true, .white_space = true, .ignore_case = true, .ignore_punctuation = true});
}

/* What the other side made of BEFORE: words changed, one paragraph gone. */
static const char BESIDE[] =
	"# Ferries\n\n"
	"1. Ferries shall always depart at noon, as paragraph 2 says.\n\n"
	"2. The captain may refuse noisy passengers and goats of any kind. Nobody else may.\n\n"
	"Dogs travel free of charge on all lines in winter.\n\n"
	"[^1]: Since 1998.\n";

static bool merge_texts(const char *theirs)
{
	redline_merge *merge = NULL;
	bool const well = went_well(
	    redline_merge_texts(&merge, (redline_bytes){BEFORE, sizeof BEFORE - 1},
	                        (redline_bytes){AFTER, sizeof AFTER - 1},
	                        (redline_bytes){theirs, strlen(theirs)}),
	    "merge");
	redline_merge_free(merge);
	return well;
}

static bool merge_job(void)
{
	return merge_texts(BESIDE) && merge_texts(BEFORE);
}

/* ---- lineage ---- */

/* One unit each: kept, edited, moved, split, merged, deleted; then all of it is back. */
static const char *const HISTORY[] = {
	"Ferries shall depart at noon on every day.\n\nDogs and goats travel free of charge on "
	"every line. Sheep do not.\n\nFares are due on board of any ferry and are paid in cash.\n\n"
	"Children may travel alone with the consent of a parent or guardian in writing.\n",
	"Dogs and goats travel free on every line.\n\nSheep do not.\n\nFares are due on board of "
	"any ferry, and children may travel alone with the consent of a parent.\n",
	"Fares are due on board.\n\nFerries shall depart at noon on every second day.\n\n"
	"Dogs and goats travel free of charge on every line. Sheep do not.\n",
	"Fares are due on board of any ferry and are paid in cash.\n\nChildren may travel alone "
	"with the consent of a parent or guardian in writing.\n",
};

enum { REVISIONS = sizeof HISTORY / sizeof *HISTORY };

struct revision {
	redline_draft *draft;
	struct units units;
	struct lineage_step step;
};

static bool lineage_well(bool ok, const char *what)
{
	return went_well(ok ? REDLINE_OK : REDLINE_NO_MEMORY, what);
}

/* Revision `at`, with the one before as its parent; the last is a merge of three. */
static bool step_job(struct lineage *lineage, struct arena *arena, struct revision *all,
                     uint32_t at)
{
	struct lineage_side sides[REVISIONS];
	struct revision *it = &all[at];
	uint32_t const count = at + 1 == REVISIONS ? at : at > 0;
	if (!went_well(redline_draft_new(&it->draft, (redline_bytes){HISTORY[at], strlen(HISTORY[at])},
	                                 NULL), "draft") ||
	    !lineage_well(units_find(&it->units, it->draft, &lineage_rules), "units"))
		return false;
	for (uint32_t i = 0; i < count; i++) {
		struct revision *parent = &all[at - 1 - i];
		sides[i] = (struct lineage_side){&parent->units, parent->step.strands, at - 1 - i};
	}
	if (!lineage_well(lineage_step(lineage, &it->step, arena, sides, count,
	                               &(struct lineage_side){&it->units, NULL, at}), "step"))
		return false;
	bool well = true;
	for (uint32_t i = 0; well && i < it->step.burial_count; i++) {
		const struct lineage_burial *b = &it->step.burials[i];
		well = lineage_well(lineage_bury(lineage, at - 1 - b->parent, b->unit, b->whole,
		                                 b->hashes, b->origins, b->count), "burial");
	}
	return well;
}

static bool lineage_job(void)
{
	struct revision all[REVISIONS] = {0};
	struct arena arena = {0};
	struct lineage *lineage = lineage_new();
	bool well = lineage_well(lineage, "lineage");
	for (uint32_t i = 0; well && i < REVISIONS; i++)
		well = step_job(lineage, &arena, all, i);
	for (uint32_t i = 0; i < REVISIONS; i++) {
		units_release(&all[i].units);
		redline_draft_free(all[i].draft);
	}
	arena_release(&arena);
	lineage_free(lineage);
	return well;
}

static void run(bool (*job)(void), size_t at, bool onwards)
{
	allocator_begin(at, onwards);
	bool const well = job();
	allocator_end();
	cr_assert(well || allocator_failed());
	cr_assert(allocator_live() == 0, "%zu pieces are held after allocation %zu failed%s",
	          allocator_live(), at, onwards ? ", and all after it" : "");
}

static void fail_everywhere(bool (*job)(void))
{
	allocator_begin(0, false);
	bool const well = job();
	size_t const count = allocator_end();
	cr_assert(well);
	cr_assert(count > 0, "the allocator isn't wrapped");
	cr_assert(allocator_live() == 0, "%zu pieces are held", allocator_live());
	for (size_t at = 1; at <= count; at++) {
		run(job, at, false);
		run(job, at, true);
	}
	cr_log_info("out of memory at each of %zu allocations", count);
}

Test(oom, apply, .timeout = 600)
{
	fail_everywhere(apply_job);
}

Test(oom, minutes, .timeout = 600)
{
	fail_everywhere(minutes_job);
}

Test(oom, provisions, .timeout = 600)
{
	fail_everywhere(provisions_job);
}

Test(oom, critic, .timeout = 60)
{
	fail_everywhere(critic_job);
}

Test(oom, compare, .timeout = 600)
{
	fail_everywhere(compare_job);
}

Test(oom, compare_closely, .timeout = 600)
{
	fail_everywhere(compare_closely_job);
}

Test(oom, merge, .timeout = 60)
{
	fail_everywhere(merge_job);
}

Test(oom, lineage, .timeout = 600)
{
	fail_everywhere(lineage_job);
}
