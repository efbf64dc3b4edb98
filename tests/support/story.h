/*
 * Histories in tests: a repository that a shell script makes with plain git, and what
 * the library says of it, in a line each.
 *
 * In the script:
 *     save NAME DAY SUBJECT      everything there is, committed by NAME on 2020-01-DAY
 *     as NAME DAY COMMAND...     a git command with that author and those dates
 */
#ifndef RL_SUPPORT_STORY_H
#define RL_SUPPORT_STORY_H

#include <redline/history.h>

#include "repository.h"

struct story {
	struct repository r;
	redline_store *store;
	struct text said;
};

/* Runs the script in a new repository with the branch "main", and opens it. */
void story_begin(struct story *s, const char *script);
void story_end(struct story *s);

/* Runs more of it; the store is opened anew. */
void story_go_on(struct story *s, const char *script);

/* Opens another folder, from the repository's. */
void story_open(struct story *s, const char *folder);

/*
 * The history of a paragraph of draft.md, valid until the next question.  A line an
 * entry:
 *     NUMBER KIND[+edited][+renumbered] DAY NAME[ from OLD NUMBER][ returned N[ struck DAY]]
 * +edited is left out of an edited, created, replaced or deleted one, +renumbered of a
 * renumbered one, the old number if it is the same.  What can't be told is "status: why".
 */
const char *story_history(struct story *s, const char *paragraph, const char *at);
const char *story_number(struct story *s, const char *paragraph, const char *at);
/* With another draft's path. */
const char *story_ask(struct story *s, const redline_history_query *query, const char *at);

/*
 * Who brought in which words, a run as "NAME DAY[*]|words|"; * for returned.  Runs are
 * checked to tile the text.
 */
const char *story_blame(struct story *s, const char *paragraph, const char *at);
const char *story_blame_of(struct story *s, const char *draft, const char *paragraph,
                           const char *at);

/* What the newest entry's texts are: "old\n=>\nnew". */
const char *story_newest(struct story *s, const char *paragraph);

#endif
