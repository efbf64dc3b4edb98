/*
 * The image of an index: its bytes, and how they are read.
 *
 * An index belongs to one draft and one commit, its tip.  It holds a chunk for
 * each revision of the draft (walk.h), in their order, behind a header:
 *
 *     header   what it is, which path; then the slot: which tip is covered, how many
 *              revisions, how many bytes
 *     chunk    a node, which is a revision, and the records that are new in it
 *     chunk    ...
 *
 * Everything lies on multiples of 8 bytes, in the order of the machine's bytes
 * (another machine's index is made anew), and is named by its place: a ref, in
 * units of 8 bytes; 0 is nothing.  A record is never changed, so an index is made
 * longer by putting chunks behind the others and writing the slot anew.
 *
 * A revision's snapshot is one state for each of its units (engine/units.h): a piece
 * of text, a strand (engine/lineage.h), a label path, a section.  Pieces tile the
 * text behind `lead`.  A unit that is in no way different has the very state that it
 * had in a parent; so a snapshot is stored as runs of the first parent's and what is
 * between them, and whole every SNAPSHOT_EVERY revisions.
 *
 * Nothing in an image is trusted: each function stays inside its bytes, and says
 * false or NULL where they make no sense.
 */
#ifndef RL_STORE_INDEX_IMAGE_H
#define RL_STORE_INDEX_IMAGE_H

#include <stdbool.h>
#include <stdint.h>

#include <redline/base.h>

#include "base/vec.h"

enum {
	INDEX_FORMAT = 2,
	INDEX_UNIT = 8,        /* bytes a ref counts */
	SNAPSHOT_EVERY = 16,
	STRAND_DEPTH = 12,     /* bases below a strand, at most */
	INDEX_ID = 20,         /* bytes of a commit's id */
};

#define INDEX_NONE UINT32_MAX

typedef uint32_t index_ref;

/* ---- the file's beginning ---- */

struct index_slot {
	uint64_t checksum;       /* of what follows in the slot */
	uint64_t border;         /* walk_border.hash when it was made */
	uint32_t node_count;
	uint32_t tip_node;       /* INDEX_NONE: there never was such a draft */
	uint32_t length;         /* of the whole image, in units */
	uint8_t tip[INDEX_ID];
};

struct index_header {
	char magic[8];
	uint32_t format;
	uint32_t lineage;        /* LINEAGE_VERSION */
	uint32_t order;          /* tells the machine's byte order */
	uint32_t path_length;    /* the path follows the header, padded */
	uint64_t checksum;       /* of the header before this, and of the path */
	struct index_slot slot;
	uint8_t reserved[48];
};

/* ---- records ---- */

enum {
	NODE_CLOSED = 1,     /* it comes from all the nodes before it */
	NODE_SAME = 2,       /* see walk_node.same */
	NODE_UNSEEN = 4,     /* its bytes are no text: taken to be as in its first parent */
	NODE_GONE = 8,       /* the draft was deleted */
};

/* Begins a chunk. */
struct index_node {
	uint64_t checksum;       /* of what follows in the chunk, and its place */
	uint32_t size;           /* of the chunk, in units */
	uint32_t number;
	int64_t time;
	uint8_t commit[INDEX_ID];
	uint32_t flags;
	index_ref path;          /* index_string */
	index_ref lead;          /* index_string: the text before the first unit */
	uint32_t unit_count;
	uint32_t depth;          /* since the last whole snapshot */
	index_ref states;        /* refs of states: of all units if depth is 0, else of
	                            those in no run of the first parent */
	uint32_t parent_count;
	index_ref parents;       /* index_parent */
	uint32_t burial_count;
	index_ref burials;       /* index_burial */
	uint32_t return_count;
	index_ref returns;       /* index_return */
};

/* How the units were in one parent. */
struct index_parent {
	uint32_t node;
	uint32_t run_count;
	index_ref runs;          /* index_run, ascending */
	uint32_t link_count;
	index_ref links;         /* index_link, ascending */
	uint32_t reserved;
};

/* Units [now, now + count) have the states that units from `old` on had. */
struct index_run {
	uint32_t now, count, old;
	uint32_t before;         /* units before `now` that are in no run; top bit: moved */
};

#define RUN_MOVED 0x80000000u

enum {
	LINK_SAME = 1, LINK_MOVED = 2, LINK_SPLIT = 4, /* as in lineage_link */
};

struct index_link {
	uint32_t now;
	uint32_t old, old_end;
	uint32_t flags;
};

enum {
	STATE_NAMED = 1,     /* it has a label of its own, or is a heading */
	STATE_QUOTED = 2,    /* "> " begins its lines */
};

struct index_state {
	index_ref piece, strand;
	index_ref label;         /* index_string: its label path */
	index_ref section;       /* index_string: the title of the heading above; or 0 */
	index_ref title;         /* index_string: its own, of a heading; or 0 */
	uint32_t enclosed;       /* units after it that it encloses */
	uint8_t kind, level, flags, reserved;
	uint32_t reserved2;
};

struct index_string {
	uint32_t length;
	char bytes[];
};

/*
 * A unit and the white space behind it, up to the next one.  What stands before the
 * body, its label above all, is in the piece; the body and what follows it are in a
 * record that pieces share, so that a paragraph which was only renumbered is not
 * stored again.  That record begins with the byte before the body, if there is one,
 * since it decides whether the body begins a line.
 */
struct index_piece {
	uint64_t words;          /* hash of its body's tokens, case and all */
	uint32_t length, lines;  /* bytes; line ends among them */
	uint32_t text_begin, text_end; /* without white space around it */
	uint32_t body_begin;     /* the body ends with the text */
	index_ref rest;          /* index_string: from piece_cut on */
	char bytes[];            /* up to body_begin */
};

static inline uint32_t piece_cut(const struct index_piece *p)
{
	return p->body_begin ? p->body_begin - 1 : 0;
}

struct index_span {
	uint32_t end;            /* token behind it */
	uint32_t origin;         /* lineage_origin */
};

/*
 * The struck words grow with every edit, and few are new in one: they are runs of those
 * of another strand, its base, with the places moved by `shift`, and words that are
 * listed (lineage_struck), in the order of the runs.
 */
struct index_struck_run {
	uint32_t from;           /* in the base; STRUCK_LISTED: the next ones listed */
	uint32_t count;
	uint32_t shift;          /* added to `before`, round 2^32 */
	uint32_t reserved;
};

#define STRUCK_LISTED UINT32_MAX

/* Behind it: the words listed, the struck runs (none: all are listed), the spans. */
struct index_strand {
	uint32_t count, span_count;
	uint32_t struck_count, listed_count, run_count;
	uint32_t depth;          /* bases below it */
	index_ref base;
	uint32_t reserved;
};

/* Hashes (8 bytes) and origins (4 bytes) of the words, each by a ref. */
struct index_burial {
	uint32_t unit, node;     /* where it last stood */
	uint32_t whole, count;
	index_ref hashes, origins;
};

struct index_return {
	uint32_t unit, node, old_unit, reserved;
};

/* ---- the image ---- */

struct index_chunk {
	uint64_t begin;          /* in bytes of the image */
	unsigned char *bytes;    /* from malloc */
	size_t length;
};

struct index_image {
	const unsigned char *map; /* the file, or NULL */
	size_t map_length;        /* of it, that belong to the image */
	VEC(struct index_chunk) chunks; /* behind it, not yet in the file */
	uint64_t length;
	VEC(index_ref) nodes;     /* where each begins */
	struct index_slot slot;
};

/*
 * Takes a file's bytes for an image, if they are one of this version, of this
 * path, whole and undamaged.  What was taken out of the map stays the caller's.
 */
bool image_read(struct index_image *im, const unsigned char *map, size_t size, uint32_t lineage,
                redline_bytes path);
/* An empty one: a header and no nodes.  False if memory is out. */
bool image_begin(struct index_image *im, uint32_t lineage, redline_bytes path);
/*
 * The first `nodes` nodes of another image, whose bytes are borrowed.  False if
 * memory is out.
 */
bool image_prefix(struct index_image *im, const struct index_image *other, uint32_t nodes);
void image_release(struct index_image *im);

/* Sets the slot; its checksum, too. */
void image_cover(struct index_image *im, const uint8_t tip[INDEX_ID], uint32_t tip_node,
                 uint64_t border);

/* count records of a size at a ref, or NULL if they are not all inside. */
const void *image_at(const struct index_image *im, index_ref ref, uint64_t count, size_t size);

const struct index_node *image_node(const struct index_image *im, uint32_t node);
const struct index_parent *image_parents(const struct index_image *im,
                                         const struct index_node *node);
redline_bytes image_string(const struct index_image *im, index_ref ref); /* empty if damaged */
const struct index_piece *image_piece(const struct index_image *im, index_ref ref);
/* Of a piece that image_piece gave: its bytes from piece_cut on; bytes [from, to) into out. */
redline_bytes image_rest(const struct index_image *im, const struct index_piece *p);
void image_piece_copy(const struct index_image *im, const struct index_piece *p, uint32_t from,
                      uint32_t to, char *out);
const struct index_state *image_state(const struct index_image *im, index_ref ref);

/* The state of a unit: its ref; 0 if the image makes no sense. */
index_ref image_state_of(const struct index_image *im, uint32_t node, uint32_t unit);

/* The states of all units into an array; false if the image makes no sense. */
bool image_snapshot(const struct index_image *im, uint32_t node, index_ref *states);

/* The states that are listed in a node itself; *count of them.  NULL as above. */
const index_ref *image_own_states(const struct index_image *im, uint32_t node, uint32_t *count);

/* What a unit was in a parent, as lineage_link says it; old == old_end: nothing. */
struct index_link image_link(const struct index_image *im, const struct index_parent *parent,
                             uint32_t unit);

/*
 * How many units from `unit` on, at most `count`, have the states they had in the
 * parent, side by side there from *old on.
 */
uint32_t image_run(const struct index_image *im, const struct index_parent *parent,
                   uint32_t unit, uint32_t count, uint32_t *old, bool *moved);

struct index_strand_view {
	uint32_t count, span_count, struck_count, listed_count, run_count, depth;
	index_ref base;
	const struct index_span *spans;
	const void *listed;      /* lineage_struck */
	const struct index_struck_run *runs;
};
bool image_strand(const struct index_image *im, index_ref ref, struct index_strand_view *out);

/* ---- chunks in the making ---- */

struct index_writer {
	uint64_t begin;
	unsigned char *bytes;
	size_t length, cap;
	bool failed;
};

/* A chunk that begins where the image ends. */
void writer_begin(struct index_writer *w, const struct index_image *im);
/* A zeroed record; *ref is its place.  Valid until the next; NULL if memory is out. */
void *writer_add(struct index_writer *w, size_t size, index_ref *ref);
/* A copy of an array, or 0 if it is empty or memory is out. */
index_ref writer_copy(struct index_writer *w, const void *from, size_t count, size_t size);
/* Into the image, as its next node.  False if memory is out. */
bool writer_end(struct index_writer *w, struct index_image *im);
void writer_release(struct index_writer *w);

#endif
