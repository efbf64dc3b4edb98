/*
 * redline/history.h -- how a paragraph came to read as it does, and who brought
 * in each word.
 *
 * What is followed is the text, through renumbering, moves, rewording, splits
 * and merges, and through renaming of the draft; or, if asked for, the number.
 * Both are answered from an index beside the repository (its folder "redline"),
 * which is made and brought up to date as needed from the revisions alone and
 * may be deleted at any time.
 *
 * A paragraph is the block that is named with all that it encloses: its
 * sub-paragraphs, the section of a heading.
 *
 * Promised: a revision is in a history only if the words or the number of the
 * paragraph changed in it, or it moved; re-wrapping is no change.  A merge is in
 * it only if it brought in words that none of its parents had.  A word is
 * credited to the first revision in which it stood, also if it was struck and
 * came back.  The answer does not depend on what was asked before.
 *
 * A revision whose draft is no text (not UTF-8, NUL bytes) counts as one that
 * changed nothing; what it changed is credited to the next that can be read.  A
 * link or a submodule in the draft's place is no draft: it was deleted then.  A
 * history ends where a shallow clone does.
 *
 * Not promised: that a text which was rewritten beyond recognition is followed.
 */
#ifndef REDLINE_HISTORY_H
#define REDLINE_HISTORY_H

#include "base.h"
#include "store.h"
#include "write.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum redline_event {
	REDLINE_CREATED,      /* the text first stands here */
	REDLINE_EDITED,
	REDLINE_RENUMBERED,   /* the number alone */
	REDLINE_MOVED,        /* stands elsewhere; perhaps edited and renumbered */
	REDLINE_SPLIT_OFF,    /* it was one with another paragraph before */
	REDLINE_MERGED_IN,    /* it was several paragraphs before */
	REDLINE_REINTRODUCED, /* it had been deleted, and is back; by number: the
	                         number had been no one's */
	REDLINE_REPLACED,     /* the number was another text's before, which this
	                         one has taken the place of; a text begins here */
	REDLINE_DELETED,      /* it was deleted, and came back later; by number:
	                         the number is no one's any more */
} redline_event;

/* "created", "edited", "renumbered", "moved", "split", "merged", ...; static. */
REDLINE_API const char *redline_event_name(redline_event event);

/* One revision of a paragraph's history. */
typedef struct redline_history_entry {
	redline_event kind;
	const redline_revision *revision;
	bool edited;              /* words changed, whatever the kind is */
	bool renumbered;          /* the label changed, whatever the kind is */
	redline_bytes number;     /* its label path since then: "59", "43 (b)" */
	redline_bytes old_number; /* before; empty if it was not there; what was
	                             deleted, as it last stood */
	redline_bytes section;    /* the heading it stands under since then */
	redline_bytes old_section;
	redline_bytes path;       /* the draft's name in this revision */
	redline_bytes text;       /* its bytes since then, as in the draft, its
	                             sub-paragraphs too; of the deleted: empty */
	redline_bytes old_text;   /* before; several paragraphs if it was merged; of
	                             the reintroduced: as it last stood */
	uint32_t returned;        /* words that had been struck earlier and are back */
	const redline_revision *struck; /* who struck them; NULL if that is not one
	                             of this history */
} redline_history_entry;

/* Freed as a whole; all views and pointers live until then. */
typedef struct redline_history {
	const redline_history_entry *entries; /* newest first */
	uint32_t count;
} redline_history;

typedef struct redline_history_query {
	const char *draft;        /* path in the repository at that revision */
	const redline_id *at;     /* the revision to start from; NULL: HEAD */
	redline_bytes paragraph;  /* as people cite it: "59", "para 43 (b)",
	                             "Article 5", "annex I, 3", "line 44" */
	bool by_number;           /* follow the number, not the text */
	/* Called now and then while the index is made: revisions done, of how
	   many (0: not known yet).  False ends the work.  May be NULL. */
	bool (*progress)(void *context, uint32_t done, uint32_t of);
	void *context;
} redline_history_query;

/*
 * Says REDLINE_OK; REDLINE_NOT_FOUND (`why` names the nearest that there is);
 * REDLINE_AMBIGUOUS (the paragraph fits twice; `why` shows both); REDLINE_DECLINED
 * (`progress` ended it); REDLINE_DAMAGED.
 */
REDLINE_API redline_status redline_history_find(redline_history **out, redline_store *store,
                                                const redline_history_query *query,
                                                redline_trouble *why);
REDLINE_API void redline_history_free(redline_history *history);

/* A run of words that one revision brought in. */
typedef struct redline_blame_run {
	redline_range range;      /* of redline_blame.text; the runs tile it */
	uint32_t revision;        /* in redline_blame.revisions */
	bool returned;            /* struck in between */
} redline_blame_run;

typedef struct redline_blame {
	redline_bytes number;     /* the paragraph's label path */
	redline_bytes section;
	redline_bytes text;       /* its bytes as in the draft, label included,
	                             its sub-paragraphs too */
	const redline_blame_run *runs;
	uint32_t count;
	const redline_revision *const *revisions; /* oldest first */
	uint32_t revision_count;
} redline_blame;

/* by_number is ignored.  Says what redline_history_find says. */
REDLINE_API redline_status redline_blame_find(redline_blame **out, redline_store *store,
                                              const redline_history_query *query,
                                              redline_trouble *why);
REDLINE_API void redline_blame_free(redline_blame *blame);

/*
 * Showing them: for a person at a terminal, or as the JSON that the manual
 * describes.  `stat`: only which revisions and how many words.  Say REDLINE_OK,
 * REDLINE_NO_MEMORY or REDLINE_WRITE_FAILED.
 */
REDLINE_API redline_status redline_write_history(const redline_history *history, bool stat,
                                                 const redline_style *style,
                                                 redline_sink *sink, void *context);
REDLINE_API redline_status redline_write_history_json(const redline_history *history,
                                                      redline_sink *sink, void *context);
REDLINE_API redline_status redline_write_blame(const redline_blame *blame,
                                               const redline_style *style,
                                               redline_sink *sink, void *context);
REDLINE_API redline_status redline_write_blame_json(const redline_blame *blame,
                                                    redline_sink *sink, void *context);

#ifdef __cplusplus
}
#endif
#endif
