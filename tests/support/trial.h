/*
 * One whole application in this process, through the public interface, and
 * the laws that hold for every one of them.
 *
 *     struct trial t;
 *     redline_status status = trial_run(&t, reader, draft, amendments, count);
 *     ... t.draft, t.statements, t.outcome (NULL from where it failed) ...
 *     trial_release(&t);   // whatever trial_run said
 */
#ifndef RL_SUPPORT_TRIAL_H
#define RL_SUPPORT_TRIAL_H

#include <redline/apply.h>
#include <redline/write.h>

enum { TRIAL_STATEMENTS = 8 };

struct trial {
	redline_statement *statements[TRIAL_STATEMENTS];
	uint32_t count;
	redline_draft *draft;
	redline_outcome *outcome;
};

/* At most TRIAL_STATEMENTS; all texts are borrowed. */
redline_status trial_run(struct trial *out, const redline_reader *reader,
                         redline_bytes draft, const redline_bytes *amendments,
                         uint32_t count);
void trial_release(struct trial *t);

/* What the writers want; it borrows the trial. */
redline_view trial_view(const struct trial *t);

/* The worst level among the findings of the statements and of the outcome. */
redline_level trial_worst(const struct trial *t);

/* Each says NULL if the law holds, else which one is broken (static). */
const char *law_of_blocks(const redline_draft *draft);
const char *law_of_script(const redline_script *script);
const char *law_of_results(const redline_outcome *outcome);
const char *law_of_stages(const redline_outcome *outcome);
const char *law_of_critic(const redline_view *view);

/* All of them, with every writer run once. */
const char *law_of_trial(const struct trial *t);

#endif
