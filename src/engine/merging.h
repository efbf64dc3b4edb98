/*
 * A merge in the making.  See merge.c for its steps.
 *
 * Each text is one row of tokens: the tokens of its units in order, and behind
 * those of each unit a break, a token of no length.  White space is no token; it
 * is found again when the result is written (merge_gap.c).
 *
 * Places in the common text are counted so that all that can happen there has a
 * number of its own, ascending.  Of token i:
 *     3 i       before the unit that begins with it: where whole units come
 *     3 i + 1   before the token, inside its unit: where words come
 *     3 i + 2   the token
 */
#ifndef RL_ENGINE_MERGING_H
#define RL_ENGINE_MERGING_H

#include <redline/share.h>

#include "base/buf.h"
#include "base/vec.h"
#include "engine/units.h"

#define NONE REDLINE_NONE

enum { BASE, OURS, THEIRS, TEXTS };

#define PLACE_UNIT(token) (3 * (token))
#define PLACE_WORD(token) (3 * (token) + 1)
#define PLACE_TOKEN(token) (3 * (token) + 2)

struct row {
	redline_draft *draft;
	struct units units;
	redline_bytes text;
	struct tokens tokens;
	uint32_t *first; /* by unit: its first token; one more: the end */
};

static inline bool is_break(const struct row *row, uint32_t token)
{
	return row->tokens.at[token].length == 0;
}

static inline uint32_t token_end(const struct row *row, uint32_t token)
{
	return row->tokens.at[token].begin + row->tokens.at[token].length;
}

/*
 * What a side does at a place: tokens [begin, end) of the common text go, and
 * [now_begin, now_end) of the side come, among which there may be units that moved
 * here.  It touches the places lo to hi, both included.
 */
struct hunk {
	uint32_t lo, hi;
	uint32_t begin, end;
	uint32_t now_begin, now_end;
	bool units;    /* nothing but whole units go and come */
	bool dropped;  /* it does not happen */
	uint32_t twin; /* ours: the other side's hunk that is the same; or NONE */
};

/* Units that stand elsewhere on a side: tokens there and tokens here. */
struct group {
	uint32_t begin, end;
	uint32_t now_begin, now_end;
	uint32_t arrived; /* so many groups of the side stand before it here */
	uint32_t arrival; /* the hunk they come with: first its lo, then its index */
	bool dropped;     /* they stay, or the other side moves them just so */
	bool open, done;  /* while writing */
};

typedef VEC(struct hunk) hunk_list;
typedef VEC(struct group) group_list;

struct side {
	uint32_t *to;      /* by token of the common text: the token it is here; or NONE */
	uint32_t *from;    /* by token here: the other way round */
	hunk_list hunks;   /* ascending and apart */
	group_list groups; /* ascending in `begin`, and apart */
	uint32_t *arrived; /* indices of groups, ascending in `now_begin` */
};

struct merging {
	struct row rows[TEXTS];
	struct side sides[TEXTS]; /* that of BASE stays empty */
	unsigned char *gone;      /* by token of the common text */
	VEC(redline_merge_conflict) conflicts;
	struct buf result;
	int layout;               /* the side whose white space is taken; 0: the one that changed it */
	bool unwritable;          /* units that moved into one another, or a white space
	                             that makes other paragraphs of the words */
	bool failed;
};

/* Where either side would do: the same one, whichever of the two is called ours. */
static inline int either_side(const struct merging *m)
{
	return bytes_compare(m->rows[OURS].text, m->rows[THEIRS].text) > 0 ? OURS : THEIRS;
}

/* ---- merge_side.c: what one side has made of the common text ---- */

/* Reads a draft as a row, which owns it; false if memory is out. */
bool row_read(struct row *row, redline_draft *draft);
void row_release(struct row *row);

/* Aligns a side with the common text, and finds its hunks and groups. */
void side_find(struct merging *m, int which);
void side_release(struct side *side);

/* The first hunk, or group, that is not before a place, or a token. */
uint32_t hunk_from(const struct side *side, uint32_t place);
uint32_t group_from(const struct side *side, uint32_t token);

/* The group that a token of the side belongs to, or NULL. */
struct group *group_here(const struct side *side, uint32_t now);

/* ---- merge_judge.c: what happens of what both sides do ---- */

/* Drops hunks and groups, fills `gone` and the conflicts. */
void merge_judge(struct merging *m);

/* ---- merge_write.c: the result ---- */

/* Writes what was not dropped into m->result, or sets m->unwritable. */
void merge_write(struct merging *m);

/* ---- merge_number.c: numbers that stand twice ---- */

/* A unit of the result that was there before, under another number. */
struct renumbered {
	uint32_t unit;       /* of the result */
	uint32_t base_token; /* one of its words in the common text */
};

void merge_check_numbers(struct merging *m, const struct row *result,
                         const struct renumbered *at, size_t count);

/* ---- merge_gap.c: the white space between words ---- */

/* A token of the result: what it is in each text, or NONE. */
struct placed {
	uint32_t at[TEXTS];
};

/* Two places in the result that follow each other, as the texts have them. */
struct seam {
	const struct placed *before, *behind; /* NULL: the text's beginning, end */
	bool breaks;      /* a paragraph ends between */
};

redline_bytes merge_gap(const struct merging *m, const struct seam *s);

/* No word is left: what a side without words has. */
redline_bytes merge_blank(const struct merging *m);

/* What one of two changed wins; changed by both, the longer, or by its bytes. */
redline_bytes merge_choose(const struct merging *m, redline_bytes base, bool has_base,
                           redline_bytes ours, redline_bytes theirs);

#endif
