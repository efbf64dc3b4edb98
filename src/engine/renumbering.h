/*
 * Inside of new numbers: what the parts of renumber.c share, and nobody else uses.
 *
 * renumber.c        what amendments that renumber ask for, on the draft as they leave it
 * renumber_draft.c  a whole draft by itself (redline/renumber.h)
 * renumber_fates.c  what became of each number, and the references that follow
 * renumber_text.c   from the old text to the new one, and back: where blocks and changes are
 *
 * Each function says false if memory is out.
 */
#ifndef RL_ENGINE_RENUMBERING_H
#define RL_ENGINE_RENUMBERING_H

#include "renumber.h"

#include "base/buf.h"
#include "lang/common.h"
#include "numbering.h"

/* A piece of the new text: kept bytes, or the words of an edit. */
struct stretch {
	uint32_t now;  /* where it begins */
	uint32_t old;  /* of kept bytes: where they begin */
	uint32_t edit; /* the edit, or REDLINE_NONE */
};

typedef VEC(struct stretch) stretch_list;

/* What became of a number. */
struct fate {
	enum provision_noun noun;
	redline_bytes was, is; /* canonical; is: empty if the provision is gone */
	uint32_t list;         /* of the draft as submitted, or REDLINE_NONE */
	uint32_t cause;
	bool follows; /* references to it are to be looked at */
};

/* What is to stand in the stead of bytes of the new text, and which amendment says so. */
struct change {
	redline_range range; /* of the new text */
	redline_bytes words;
	uint32_t cause;
};

/* One renumbering, from the draft as submitted to the new one. */
struct renumber_run {
	struct arena *arena;
	struct report *report;
	redline_bytes old_text, text;
	const redline_draft *old_draft, *draft;
	const redline_block *old_blocks, *blocks;
	struct numbering was, is;
	uint32_t *block_of;   /* by item of `was`: its block now, or REDLINE_NONE */
	uint32_t *list_cause; /* by list of `was`: the amendment that renumbers it */
	uint32_t *item_cause; /* by item of `was`: the amendment that gives it a number */
	uint32_t *hints;      /* by block of the new draft: its list of `was` */
	struct fate *fates;
	uint32_t fate_count;
	VEC(struct change) changes;
	size_t range_work; /* done on ranges of numbers so far */
	bool whole; /* a draft by itself, without amendments */
};

/* ---- renumber.c ---- */

/* Room by block and by item, for what is known of none yet. */
bool renumber_set_up(struct renumber_run *r);

/* Which amendment gave an item its number; `l` is NULL where none did. */
bool renumber_set_causes(struct renumber_run *r, const struct lander *l,
                         const redline_result *results);

bool renumber_add_change(struct renumber_run *r, redline_range range, redline_bytes words,
                         uint32_t cause);

/* The item's next number as its present one is written: "五条" for "四条之二", "٥" for "٤". */
redline_bytes renumber_like_block(struct renumber_run *r, const struct numbered *it);

/* A canonical label as it is written: "59 bis". */
redline_bytes renumber_written(struct renumber_run *r, redline_bytes label);

/* ---- renumber_fates.c ---- */

/* Lists the numbers of the draft as submitted with what became of them; none if all stay. */
bool renumber_list_fates(struct renumber_run *r);

/* Adds a change for each reference in the new text to a number that is another now, and
 * warns of those that mean nothing any more, or two things. */
bool renumber_references(struct renumber_run *r, const stretch_list *list,
                         const struct edit *edits);

/* ---- renumber_text.c ---- */

/* Writes the new text out: the old one with sorted edits made, each told once. */
bool renumber_write_out(redline_bytes old, const struct edit *edits, size_t count, struct buf *text,
                        stretch_list *list);

/* Where a range of the new text stood, or what is nearest to it. */
redline_range renumber_place_in_old(const struct renumber_run *r, const stretch_list *list,
                                    const struct edit *edits, redline_range now);

/* Finds the block that each item of the old draft is now. */
void renumber_map_kept(struct renumber_run *r, const stretch_list *list);

/* The same of numbers that amendments changed, and of those in what was moved. */
bool renumber_map_edited(struct renumber_run *r, const struct lander *l, const edit_list *edits,
                         const stretch_list *list, uint32_t results);

/* Says the changes of the new text as edits of the old one. */
bool renumber_say_as_edits(struct renumber_run *r, edit_list *edits, const stretch_list *list);

#endif
