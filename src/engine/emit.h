/*
 * Emitting: from what is kept to the operations of a script, byte for byte.
 *
 * An emitter goes over both texts side by side.  Each call takes it on to a pair
 * of ends; the calls together tile both texts.  White space between kept words is
 * judged here: what is only re-wrapped is ALIKE, a paragraph break that comes or
 * goes and a blank that comes or goes are changes.
 */
#ifndef RL_ENGINE_EMIT_H
#define RL_ENGINE_EMIT_H

#include <redline/compare.h>

#include "engine/references.h"
#include "engine/words.h"
#include "model/script.h"

/* What has been emitted since the caller last cleared it. */
struct emitted {
	bool words, number, reference, breaks, spacing;
};

struct emitter {
	const redline_compare_options *options;
	struct token_rules rules;
	redline_bytes old, now;
	uint32_t old_at, now_at;   /* up to where both texts are dealt with */
	struct script_builder *script;
	uint32_t move;             /* emit the edits of this move; or REDLINE_NONE */
	bool flipped;              /* compare characters with the new side first */
	bool in_characters;        /* of a hunk that is being looked into */
	bool in_label;             /* in front of a paragraph's words */
	bool inside;               /* inside a paragraph: its breaks matter */
	const redline_range *labels[2]; /* inside: of the paragraphs' labels but the
	                              first, in the old text and the new one */
	uint32_t label_count[2];
	redline_range number[2];   /* the label that a renumbering changes */
	const struct references *references;
	struct emitted emitted;
	struct tokens scratch[2];  /* characters */
	struct diff diff;
	bool bounded;              /* some characters were compared inexactly */
	bool failed;
};

/* All up to here goes and comes. */
void emit_change(struct emitter *e, redline_aspect aspect, uint32_t old_end, uint32_t now_end);

/* All up to here is the same, byte for byte. */
void emit_keep(struct emitter *e, uint32_t old_end, uint32_t now_end);

/* Nothing but white space up to here, or what is ignored. */
void emit_gap(struct emitter *e, uint32_t old_end, uint32_t now_end);

/* It is ignored that these differ. */
void emit_alike(struct emitter *e, uint32_t old_end, uint32_t now_end);

/*
 * Up to here lie the tokens of two sides, which begin at or behind where the
 * emitter stands, of which the runs are kept.
 */
void emit_runs(struct emitter *e, const struct words_side *old, const struct words_side *now,
               const struct diff_run *runs, size_t count, uint32_t old_end, uint32_t now_end);

void emitter_release(struct emitter *e);

#endif
