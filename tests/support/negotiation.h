/*
 * A negotiation with known truth: a draft in as many revisions as are asked for,
 * and for every word of every paragraph the revision that brought it in.
 *
 * Each revision makes a few edits: words replaced, phrases put in, struck and
 * restored, paragraphs moved, added, deleted, restored, split and merged, all lines
 * wrapped anew; half of what is moved, split off, merged or restored is edited in the same
 * revision, too.  Then the paragraphs are counted from 1.  A paragraph that comes new
 * has new words, whatever its number.  Same seed, same bytes, same truth.
 *
 *     struct negotiation n;
 *     negotiation_begin(&n, seed, 500);         // revision 0
 *     while (n.revision < 1000) {
 *         ... n.text, n.author, n.paragraphs[i] ...
 *         negotiation_next(&n);
 *     }
 *     negotiation_end(&n);
 */
#ifndef RL_SUPPORT_NEGOTIATION_H
#define RL_SUPPORT_NEGOTIATION_H

#include "prose.h"

/* A word as somebody wrote it. */
struct spoken {
	struct prose_word word;
	uint32_t origin;         /* the revision that brought it in */
	bool returned;           /* it was struck in between */
};

struct spoken_words {
	struct spoken *at;
	size_t len, cap;
};

struct clause {
	uint32_t id;
	uint32_t born;           /* the revision in which its text first stood ... */
	uint32_t also_born;      /* ... or, of a merged one, the other's */
	uint32_t touched;        /* the last revision that changed its words or its extent */
	struct spoken_words words;
};

/* A phrase that was struck, or a paragraph that was deleted. */
struct struck {
	uint32_t clause;         /* id */
	uint32_t at;             /* words before it; of a paragraph: the paragraph before */
	struct clause whole;     /* a paragraph, or a phrase in its words */
	bool is_phrase;
	uint32_t revision;       /* that struck it */
};

struct negotiation {
	struct prose_source source;
	uint32_t revision;       /* the one in `text`, from 0 */
	unsigned author;         /* of this revision, 0 to NEGOTIATION_AUTHORS - 1 */
	struct text text;
	struct clause *paragraphs; /* in their order: the i-th has the number i + 1 */
	size_t len, cap;
	struct struck *struck;
	size_t struck_len, struck_cap;
	uint32_t next_id;
	unsigned width;          /* columns that lines are wrapped at */
};

enum { NEGOTIATION_AUTHORS = 8 };

void negotiation_begin(struct negotiation *n, uint64_t seed, uint32_t paragraphs);
void negotiation_next(struct negotiation *n);
void negotiation_end(struct negotiation *n);

/* "Japan", ...; static. */
const char *negotiation_author(unsigned author);

/*
 * The whole history as a stream for `git fast-import`, into refs/heads/main, the
 * draft being draft.md: revision after revision, a day between two of them.
 * Gives back what the negotiation is in the end.
 */
bool negotiation_export(struct negotiation *n, uint32_t revisions,
                        bool (*put)(void *context, const char *ptr, size_t len),
                        void *context);

#endif
