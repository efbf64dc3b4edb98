/*
 * How well the answers to questions agree with a negotiation's truth.
 *
 *     struct negotiation_score s = {0};
 *     negotiation_begin(&n, seed, 60);
 *     negotiation_import(&n, 80, folder);        // a repository, made by git alone
 *     ... redline_store_open ...
 *     for (uint32_t i = 0; i < n.len; i++)
 *         negotiation_ask(&s, store, &n, i);
 *     ... s.words.right of s.words.of ...
 */
#ifndef RL_SUPPORT_NEGOTIATION_SCORE_H
#define RL_SUPPORT_NEGOTIATION_SCORE_H

#include <redline/history.h>

#include "negotiation.h"

/* Of so many, so many are right. */
struct share {
	uint64_t right, of;
};

struct negotiation_score {
	struct share words;        /* credited to the revision that brought them in */
	struct share returned;     /* words that were struck in between, marked as such */
	struct share origins;      /* paragraphs followed to where they first stood */
	struct share last_changes; /* paragraphs whose last change was found */
	unsigned to_show;          /* so many that are followed wrongly are printed; then 0 */
};

/* Makes a bare repository in an empty folder, with so many revisions of draft.md. */
bool negotiation_import(struct negotiation *n, uint32_t revisions, const char *folder);

/* The history and the credits of a paragraph, by its place; false after a message. */
bool negotiation_ask(struct negotiation_score *s, redline_store *store,
                     const struct negotiation *n, uint32_t i);

#endif
