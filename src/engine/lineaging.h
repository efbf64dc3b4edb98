/*
 * A step of a lineage in the making.  See lineage.h for what it is, lineage.c for
 * its parts; each has a file of its own.
 *
 * All that a step looks at are two strips of tokens: of the parents' units that
 * are not the same in this revision ("gone"; each of its tokens may have a mate),
 * and of this revision's units that are not the same in a parent ("come"; each of
 * its tokens gets an origin).  A source is a piece of the first, a target a piece
 * of the second.
 */
#ifndef RL_ENGINE_LINEAGING_H
#define RL_ENGINE_LINEAGING_H

#include "base/vec.h"
#include "engine/lineage.h"
#include "engine/recall.h"
#include "engine/words.h"

#define NONE REDLINE_NONE

#define NOBODY UINT32_MAX /* an origin that isn't known yet */

/* Mates that are none. */
#define MATE_NONE  UINT32_MAX       /* the word was struck */
#define MATE_MOVED (UINT32_MAX - 1) /* it stands elsewhere now */

/* Tokens of several units, one after the other. */
struct strip {
	struct tokens tokens;
	uint64_t *memos;         /* what is remembered of each: lineage_struck.hash */
	lineage_origin *origins;
	uint32_t *mates;         /* of gone tokens: the one that has come, or MATE_... */
	uint32_t cap;
	bool failed;
};

/* A word that was struck before, in a source. */
struct ghost {
	uint64_t hash;
	lineage_origin origin;
	uint32_t before;         /* the source's token, from 0 */
	bool back;               /* lives again */
};

/* Units of a parent, or a buried passage, that may have become units of this revision. */
struct source {
	uint32_t parent;         /* or NONE: it was buried before */
	uint32_t begin, end;     /* units of the parent */
	uint32_t to, to_end;     /* units of this revision; empty: none */
	uint32_t first, count;   /* gone tokens */
	uint32_t come, come_end; /* tokens that have come: those of [to, to_end) */
	uint32_t ghosts, ghost_count;
};

struct target {
	uint32_t unit;
	uint32_t first, count;   /* come tokens */
};

/* A struck word on its way into a strand. */
struct struck_item {
	uint32_t unit, before;
	uint32_t order;          /* of those at one place */
	uint32_t parent;
	uint64_t hash;
	lineage_origin origin;
	bool fresh;              /* struck in this step */
};

/* Words of a source that were found elsewhere in one target. */
struct finding {
	uint32_t source, words;
};

/* What a passage's words are, and so what becomes of them if it comes (passage.kind). */
enum passage_kind {
	PASSAGE_GONE,   /* gone tokens, from passage.first on, of a parent; */
	PASSAGE_BACK,   /* of a buried unit that is back */
	PASSAGE_GHOST,  /* ghosts */
	PASSAGE_BURIED,
};

struct lineage {
	struct recall buried;         /* from step to step */
	uint32_t steps;
	/* Of one step: */
	struct recall here, near;     /* what is struck in it; and what in one source */
	VEC(uint32_t) run;            /* come words in a row that are nobody's */
	VEC(uint64_t) ghost_memos;    /* by ghost */
	VEC(uint32_t) ghost_origins;
	struct diff diff;
	struct words words;
	struct strip gone, come;
	VEC(struct source) sources;
	VEC(struct target) targets;   /* ascending in units */
	VEC(struct finding) found;    /* in the target that is looked at */
	VEC(struct ghost) ghosts;     /* of the sources, each ascending in `before` */
	VEC(struct struck_item) items;
	VEC(struct lineage_burial) burials;
	VEC(struct lineage_return) returns;
};

struct step {
	struct lineage *l;
	struct lineage_step *out;
	struct arena *arena;
	const struct lineage_side *parents;
	uint32_t parent_count;
	const struct lineage_side *side;
	struct links *links;                     /* by parent */
	struct lineage_link **unit_links;        /* by parent, then unit; the arena's */
	const struct lineage_strand **strands;   /* by unit; NULL: not known; the arena's */
	const struct lineage_strand **kept;      /* by parent, then unit: the parent's strand
	                                            if the unit is the same there, or NULL */
	uint32_t *target_of;                     /* by unit: its target, or NONE */
	uint32_t number;                         /* of the lineage's steps, from 1 */
	uint32_t searches;                       /* of the parents' texts; see lineage_passage.c */
	bool failed;                             /* memory was out on the way */
};

static inline const struct lineage_strand **kept_of(const struct step *s, uint32_t parent)
{
	return s->kept + (size_t)parent * s->side->units->count;
}

static inline bool is_punctuation(uint64_t memo)
{
	return memo & MEMO_PUNCTUATION;
}

/* Is there a unit of this revision that the source became? */
static inline bool source_lives(const struct source *source)
{
	return source->to < source->to_end;
}

static inline struct ghost *ghosts_of(const struct lineage *l, const struct source *source)
{
	return source->ghost_count ? l->ghosts.at + source->ghosts : NULL;
}

static inline redline_bytes come_bytes(const struct step *s, uint32_t token)
{
	struct token const t = s->l->come.tokens.at[token];
	return (redline_bytes){s->side->units->text.ptr + t.begin, t.length};
}

/* ---- lineage_strip.c ---- */

void strip_clear(struct strip *strip);
void strip_release(struct strip *strip);
/* Adds the tokens of a unit's body, reading them; without a strand nobody's. */
bool strip_add(struct strip *strip, struct units *u, uint32_t unit,
               const struct lineage_strand *strand);
/* Adds those of a buried passage that hadn't been struck before. */
bool strip_add_buried(struct strip *strip, const uint64_t *hashes,
                      const lineage_origin *origins, uint32_t count);

/* ---- lineage_links.c: which unit was which, and which words were kept ---- */

/* Fills links and kept. */
bool lineage_link_units(struct step *s);
/* Settles the units that are a parent's as they are; makes targets of the others. */
bool lineage_settle(struct step *s);
/* Makes the sources, finds their mates, and gives those their origins. */
bool lineage_match(struct step *s);
/* Notes in links and kept what a link says. */
bool lineage_note_link(struct step *s, uint32_t parent, const struct link *link);
/* Finds the mates of a source that has a target. */
bool lineage_match_source(struct step *s, const struct source *source);

/* Do two strands say the same? */
bool strand_equal(const struct lineage_strand *a, const struct lineage_strand *b);

/* A gone token is one that has come; of several origins the earliest counts. */
void lineage_keep(struct lineage *l, uint32_t gone, uint32_t come);

/* ---- lineage_parts.c: short parts of splits and merges ---- */

bool lineage_grow_parts(struct step *s);

/* ---- lineage_return.c: units that come with no parent, but were there ---- */

/* Units that were deleted elsewhere in this step. */
bool lineage_move_units(struct step *s);
/* Units that were buried. */
bool lineage_return_units(struct step *s);

/* ---- lineage_revive.c: words that moved inside a unit, or are back in it ---- */

bool lineage_revive(struct step *s);
/* The same for one source that was added since. */
bool lineage_revive_source(struct step *s, uint32_t source);

/* ---- lineage_passage.c: words that come, and stood in a row elsewhere or before ---- */

/* Passages that were struck in this step. */
bool lineage_move_passages(struct step *s);
/* Parts beside what they were split off from, most of whose words were struck there. */
bool lineage_take_edited_parts(struct step *s);
/* Passages that were buried. */
bool lineage_return_passages(struct step *s);

/* Halves of words: two for a word, one for a character of a script without spaces. */
struct weight {
	uint32_t halves;
	uint32_t heavy;  /* of those that are not "the", "of", ... */
};

/* Adds a come token that is no punctuation. */
void weight_add(struct weight *w, const struct step *s, uint32_t come);

/* Adds the passages of a source that were struck, of so many tokens at least. */
bool passage_add_struck(struct lineage *l, struct recall *r, uint32_t source, uint32_t least);

/* What words of the run must be to be taken for those of a passage. */
typedef bool passage_test(struct step *s, const struct passage *passage,
                          const struct recall_match *match);

/* The test of what moved, or is back, elsewhere in its unit. */
bool passage_is_near(struct step *s, const struct passage *passage,
                     const struct recall_match *match);

/*
 * Gives a target's words that are nobody's the origins they have in a passage of r that
 * they pass the test for, and the punctuation between them likewise.
 */
bool passage_take(struct step *s, struct recall *r, const struct target *target,
                  passage_test *test);

/* ---- lineage_strand.c: what comes out ---- */

/* Makes a strand for each target; what is nobody's is the revision's own. */
bool lineage_make_strands(struct step *s);
bool lineage_make_burials(struct step *s);

#endif
