/*
 * index_image.c -- the bytes of an index.  See index_image.h.
 */
#include "index_image.h"

#include <stddef.h>
#include <string.h>
#include <xxhash.h>

static const char magic[8] = {'r', 'e', 'd', 'l', 'i', 'n', 'e', 'X'};

enum { BYTE_ORDER_MARK = 0x01020304 };

_Static_assert(sizeof(struct index_header) == 128, "no padding of the compiler's");
_Static_assert(sizeof(struct index_slot) == 48, "nor here");
_Static_assert(sizeof(struct index_node) % INDEX_UNIT == 0, "what follows is aligned");
_Static_assert(sizeof(struct index_state) == 32 && sizeof(struct index_piece) == 32, "nor here");

static uint64_t round_up(uint64_t n)
{
	return (n + INDEX_UNIT - 1) / INDEX_UNIT * INDEX_UNIT;
}

/* ---- checksums ---- */

static uint64_t slot_checksum(const struct index_slot *slot)
{
	return XXH3_64bits(&slot->border, sizeof *slot - offsetof(struct index_slot, border));
}

static uint64_t header_checksum(const struct index_header *h, redline_bytes path)
{
	uint64_t const of_path = XXH3_64bits(path.ptr, path.len);
	return XXH3_64bits_withSeed(h, offsetof(struct index_header, checksum), of_path);
}

static uint64_t chunk_checksum(const unsigned char *chunk, size_t length, uint64_t begin)
{
	return XXH3_64bits_withSeed(chunk + sizeof(uint64_t), length - sizeof(uint64_t), begin);
}

/* ---- making and taking images ---- */

bool image_begin(struct index_image *im, uint32_t lineage, redline_bytes path)
{
	*im = (struct index_image){0};
	size_t const length = sizeof(struct index_header) + (size_t)round_up(path.len);
	struct index_chunk *chunk = VEC_PUSH(&im->chunks);
	struct index_header *h = calloc(1, length);
	if (!chunk || !h) {
		free(h);
		VEC_RELEASE(&im->chunks);
		return false;
	}
	memcpy(h->magic, magic, sizeof magic);
	h->format = INDEX_FORMAT;
	h->lineage = lineage;
	h->order = BYTE_ORDER_MARK;
	h->path_length = (uint32_t)path.len;
	memcpy(h + 1, path.ptr, path.len);
	h->checksum = header_checksum(h, path);
	*chunk = (struct index_chunk){.bytes = (unsigned char *)h, .length = length};
	im->length = length;
	return true;
}

static bool is_header(const struct index_header *h, size_t size, uint32_t lineage,
                      redline_bytes path)
{
	static const uint8_t nothing[sizeof h->reserved];
	return size >= sizeof *h && !memcmp(h->magic, magic, sizeof magic) &&
	       h->format == INDEX_FORMAT && h->lineage == lineage && h->order == BYTE_ORDER_MARK &&
	       h->path_length == path.len && size - sizeof *h >= round_up(path.len) &&
	       !memcmp(h + 1, path.ptr, path.len) && h->checksum == header_checksum(h, path) &&
	       h->slot.checksum == slot_checksum(&h->slot) &&
	       !memcmp(h->reserved, nothing, sizeof nothing) &&
	       (uint64_t)h->slot.length * INDEX_UNIT <= size;
}

/* The padding behind the path is the only thing that no checksum covers. */
static bool is_padded(const struct index_header *h, size_t end)
{
	const char *p = (const char *)(h + 1);
	for (size_t i = h->path_length; i < end - sizeof *h; i++)
		if (p[i])
			return false;
	return true;
}

static bool read_chunks(struct index_image *im, size_t at)
{
	while (at < im->map_length) {
		struct index_node node;
		if (im->map_length - at < sizeof node)
			return false;
		memcpy(&node, im->map + at, sizeof node);
		uint64_t const length = (uint64_t)node.size * INDEX_UNIT;
		if (length < sizeof node || length > im->map_length - at ||
		    node.number != im->nodes.len ||
		    node.checksum != chunk_checksum(im->map + at, (size_t)length, at))
			return false;
		index_ref *slot = VEC_PUSH(&im->nodes);
		if (!slot)
			return false;
		*slot = (index_ref)(at / INDEX_UNIT);
		at += (size_t)length;
	}
	return im->nodes.len == im->slot.node_count &&
	       (im->slot.tip_node < im->nodes.len || im->slot.tip_node == INDEX_NONE);
}

bool image_read(struct index_image *im, const unsigned char *map, size_t size, uint32_t lineage,
                redline_bytes path)
{
	const struct index_header *h = (const void *)map;
	*im = (struct index_image){0};
	if (!is_header(h, size, lineage, path))
		return false;
	size_t const begin = sizeof *h + (size_t)round_up(path.len);
	im->map = map;
	im->slot = h->slot;
	im->map_length = (size_t)h->slot.length * INDEX_UNIT;
	im->length = im->map_length;
	if (begin <= im->map_length && is_padded(h, begin) && read_chunks(im, begin))
		return true;
	image_release(im);
	return false;
}

bool image_prefix(struct index_image *im, const struct index_image *other, uint32_t nodes)
{
	*im = (struct index_image){.map = other->map};
	const struct index_node *last = nodes ? image_node(other, nodes - 1) : NULL;
	if (last)
		im->length = ((uint64_t)other->nodes.at[nodes - 1] + last->size) * INDEX_UNIT;
	im->map_length = (size_t)im->length;
	for (uint32_t i = 0; last && i < nodes; i++) {
		index_ref *slot = VEC_PUSH(&im->nodes);
		if (!slot)
			break;
		*slot = other->nodes.at[i];
	}
	return last && !im->nodes.failed;
}

void image_release(struct index_image *im)
{
	for (size_t i = 0; i < im->chunks.len; i++)
		free(im->chunks.at[i].bytes);
	VEC_RELEASE(&im->chunks);
	VEC_RELEASE(&im->nodes);
	*im = (struct index_image){0};
}

void image_cover(struct index_image *im, const uint8_t tip[INDEX_ID], uint32_t tip_node,
                 uint64_t border)
{
	im->slot = (struct index_slot){.border = border, .node_count = (uint32_t)im->nodes.len,
	                               .tip_node = tip_node,
	                               .length = (uint32_t)(im->length / INDEX_UNIT)};
	memcpy(im->slot.tip, tip, INDEX_ID);
	im->slot.checksum = slot_checksum(&im->slot);
}

/* ---- reading ---- */

static const unsigned char *in_chunks(const struct index_image *im, uint64_t at, uint64_t length)
{
	size_t low = 0, high = im->chunks.len;
	if (!high || at < im->chunks.at[0].begin)
		return NULL;
	while (high - low > 1) {
		size_t const mid = low + (high - low) / 2;
		if (im->chunks.at[mid].begin <= at)
			low = mid;
		else
			high = mid;
	}
	const struct index_chunk *c = &im->chunks.at[low];
	uint64_t const offset = at - c->begin;
	return offset <= c->length && length <= c->length - offset ? c->bytes + offset : NULL;
}

const void *image_at(const struct index_image *im, index_ref ref, uint64_t count, size_t size)
{
	uint64_t const at = (uint64_t)ref * INDEX_UNIT;
	uint64_t const length = count * size; /* both far below 2^32 */
	if (!ref)
		return NULL;
	if (at < im->map_length)
		return length <= im->map_length - at ? im->map + at : NULL;
	return in_chunks(im, at, length);
}

const struct index_node *image_node(const struct index_image *im, uint32_t node)
{
	return node < im->nodes.len ? image_at(im, im->nodes.at[node], 1, sizeof(struct index_node))
	                            : NULL;
}

const struct index_parent *image_parents(const struct index_image *im,
                                         const struct index_node *node)
{
	return image_at(im, node->parents, node->parent_count, sizeof(struct index_parent));
}

redline_bytes image_string(const struct index_image *im, index_ref ref)
{
	const struct index_string *s = image_at(im, ref, 1, sizeof *s);
	if (s && image_at(im, ref, 1, sizeof *s + s->length))
		return (redline_bytes){s->bytes, s->length};
	return (redline_bytes){"", 0};
}

const struct index_piece *image_piece(const struct index_image *im, index_ref ref)
{
	const struct index_piece *p = image_at(im, ref, 1, sizeof *p);
	if (!p || p->text_begin > p->body_begin || p->body_begin > p->text_end ||
	    p->text_end > p->length || image_rest(im, p).len != p->length - piece_cut(p))
		return NULL;
	return image_at(im, ref, 1, sizeof *p + (size_t)p->body_begin);
}

redline_bytes image_rest(const struct index_image *im, const struct index_piece *p)
{
	return image_string(im, p->rest);
}

void image_piece_copy(const struct index_image *im, const struct index_piece *p, uint32_t from,
                      uint32_t to, char *out)
{
	uint32_t const cut = piece_cut(p);
	uint32_t const turn = from > cut ? from : to < cut ? to : cut;
	if (from < turn)
		memcpy(out, p->bytes + from, turn - from);
	if (turn < to)
		memcpy(out + (turn - from), image_rest(im, p).ptr + (turn - cut), to - turn);
}

const struct index_state *image_state(const struct index_image *im, index_ref ref)
{
	return image_at(im, ref, 1, sizeof(struct index_state));
}

bool image_strand(const struct index_image *im, index_ref ref, struct index_strand_view *out)
{
	enum { STRUCK = 16 }; /* bytes of a lineage_struck */
	const struct index_strand *s = image_at(im, ref, 1, sizeof *s);
	if (!s)
		return false;
	uint64_t const listed = (uint64_t)s->listed_count * STRUCK;
	uint64_t const runs = (uint64_t)s->run_count * sizeof(struct index_struck_run);
	uint64_t const spans = (uint64_t)s->span_count * sizeof(struct index_span);
	if (!image_at(im, ref, 1, (size_t)(sizeof *s + listed + runs + spans)))
		return false;
	const unsigned char *at = (const unsigned char *)(s + 1);
	*out = (struct index_strand_view){
	        .count = s->count, .span_count = s->span_count, .struck_count = s->struck_count,
	        .listed_count = s->listed_count, .run_count = s->run_count, .depth = s->depth,
	        .base = s->base, .listed = at, .runs = (const void *)(at + listed),
	        .spans = (const void *)(at + listed + runs)};
	return true;
}

/* ---- runs ---- */

/* The last run that begins at the unit or before it; NULL if there is none. */
static const struct index_run *run_at(const struct index_image *im,
                                      const struct index_parent *parent, uint32_t unit)
{
	const struct index_run *runs = image_at(im, parent->runs, parent->run_count, sizeof *runs);
	uint32_t low = 0, high = parent->run_count;
	if (!runs || !high || runs[0].now > unit)
		return NULL;
	while (high - low > 1) {
		uint32_t const mid = low + (high - low) / 2;
		if (runs[mid].now <= unit)
			low = mid;
		else
			high = mid;
	}
	return &runs[low];
}

uint32_t image_run(const struct index_image *im, const struct index_parent *parent,
                   uint32_t unit, uint32_t count, uint32_t *old, bool *moved)
{
	const struct index_run *run = run_at(im, parent, unit);
	if (!run || unit - run->now >= run->count)
		return 0;
	uint32_t const left = run->count - (unit - run->now);
	*old = run->old + (unit - run->now);
	*moved = run->before & RUN_MOVED;
	return left < count ? left : count;
}

struct index_link image_link(const struct index_image *im, const struct index_parent *parent,
                             uint32_t unit)
{
	uint32_t old;
	bool moved;
	struct index_link none = {.now = unit};
	if (image_run(im, parent, unit, 1, &old, &moved))
		return (struct index_link){.now = unit, .old = old, .old_end = old + 1,
		                           .flags = LINK_SAME | (moved ? LINK_MOVED : 0)};
	const struct index_link *links = image_at(im, parent->links, parent->link_count,
	                                          sizeof *links);
	uint32_t low = 0, high = links ? parent->link_count : 0;
	while (low < high) {
		uint32_t const mid = low + (high - low) / 2;
		if (links[mid].now == unit)
			return links[mid];
		if (links[mid].now < unit)
			low = mid + 1;
		else
			high = mid;
	}
	return none;
}

/* ---- snapshots ---- */

index_ref image_state_of(const struct index_image *im, uint32_t node, uint32_t unit)
{
	for (;;) {
		const struct index_node *n = image_node(im, node);
		if (!n || unit >= n->unit_count)
			return 0;
		if (!n->depth) {
			const index_ref *all = image_at(im, n->states, n->unit_count, sizeof *all);
			return all ? all[unit] : 0;
		}
		const struct index_parent *parent = image_parents(im, n);
		if (!parent || parent->node >= node)
			return 0;
		const struct index_run *run = run_at(im, parent, unit);
		if (!run || unit - run->now >= run->count) {
			/* Those before it that are in no run come first. */
			uint32_t const at = run ? unit - run->now - run->count +
			                                  (run->before & ~RUN_MOVED) : unit;
			const index_ref *some = image_at(im, n->states, (uint64_t)at + 1, sizeof *some);
			return some ? some[at] : 0;
		}
		unit = run->old + (unit - run->now);
		node = parent->node;
	}
}

const index_ref *image_own_states(const struct index_image *im, uint32_t node, uint32_t *count)
{
	const struct index_node *n = image_node(im, node);
	const struct index_parent *parent = n && n->depth ? image_parents(im, n) : NULL;
	uint64_t kept = 0;
	*count = 0;
	if (!n || (n->depth && !parent))
		return NULL;
	if (parent) {
		const struct index_run *runs = image_at(im, parent->runs, parent->run_count,
		                                        sizeof *runs);
		for (uint32_t i = 0; runs && i < parent->run_count; i++)
			kept += runs[i].count;
	}
	*count = kept < n->unit_count ? n->unit_count - (uint32_t)kept : 0;
	return image_at(im, n->states, *count, sizeof(index_ref));
}

/* The states of a node, of which those of its first parent are known. */
static bool apply_runs(const struct index_image *im, const struct index_node *n,
                       const index_ref *old, uint32_t old_count, index_ref *states)
{
	const struct index_parent *parent = image_parents(im, n);
	const struct index_run *runs = image_at(im, parent->runs, parent->run_count, sizeof *runs);
	uint32_t at = 0, literal = 0, others;
	const index_ref *some = image_own_states(im, n->number, &others);
	if (others && !some)
		return false;
	for (uint32_t i = 0; i < (runs ? parent->run_count : 0); i++) {
		const struct index_run *r = &runs[i];
		if (r->now < at || r->now - at > others - literal || r->old > old_count ||
		    r->count > old_count - r->old ||
		    r->count > n->unit_count - others - (at - literal))
			return false;
		while (at < r->now)
			states[at++] = some[literal++];
		memcpy(states + at, old + r->old, r->count * sizeof *states);
		at += r->count;
	}
	while (literal < others)
		states[at++] = some[literal++];
	return at == n->unit_count;
}

bool image_snapshot(const struct index_image *im, uint32_t node, index_ref *states)
{
	uint32_t chain[SNAPSHOT_EVERY + 1], length = 0;
	const struct index_node *n = image_node(im, node);
	for (; n && n->depth; n = image_node(im, node)) {
		const struct index_parent *parent = image_parents(im, n);
		if (!parent || parent->node >= node || length == SNAPSHOT_EVERY)
			return false;
		chain[length++] = node;
		node = parent->node;
	}
	const index_ref *all = n ? image_at(im, n->states, n->unit_count, sizeof *all) : NULL;
	if (!n || (n->unit_count && !all))
		return false;
	index_ref *old = NULL;
	bool ok = true;
	while (ok && length) {
		const struct index_node *next = image_node(im, chain[--length]);
		index_ref *made = malloc(((size_t)next->unit_count + 1) * sizeof *made);
		ok = made && apply_runs(im, next, old ? old : all, n->unit_count, made);
		free(old);
		old = made;
		n = next;
	}
	if (ok && n->unit_count)
		memcpy(states, old ? old : all, n->unit_count * sizeof *states);
	free(old);
	return ok;
}

/* ---- chunks in the making ---- */

void writer_begin(struct index_writer *w, const struct index_image *im)
{
	*w = (struct index_writer){.begin = im->length};
}

static bool writer_room(struct index_writer *w, size_t size)
{
	if (w->failed || size <= w->cap - w->length)
		return !w->failed;
	size_t cap = w->cap ? w->cap * 2 : 4096;
	while (cap - w->length < size)
		cap *= 2;
	/* A place must fit a ref. */
	unsigned char *bytes = (w->begin + cap) / INDEX_UNIT < UINT32_MAX ? realloc(w->bytes, cap)
	                                                                  : NULL;
	if (!bytes) {
		w->failed = true;
		return false;
	}
	w->bytes = bytes;
	w->cap = cap;
	return true;
}

void *writer_add(struct index_writer *w, size_t size, index_ref *ref)
{
	size_t const padded = (size_t)round_up(size);
	*ref = 0;
	if (!writer_room(w, padded))
		return NULL;
	unsigned char *record = w->bytes + w->length;
	memset(record, 0, padded);
	*ref = (index_ref)((w->begin + w->length) / INDEX_UNIT);
	w->length += padded;
	return record;
}

index_ref writer_copy(struct index_writer *w, const void *from, size_t count, size_t size)
{
	index_ref ref = 0;
	if (!count)
		return 0;
	void *to = writer_add(w, count * size, &ref);
	if (to)
		memcpy(to, from, count * size);
	return ref;
}

bool writer_end(struct index_writer *w, struct index_image *im)
{
	struct index_chunk *chunk = w->failed ? NULL : VEC_PUSH(&im->chunks);
	index_ref *node = chunk ? VEC_PUSH(&im->nodes) : NULL;
	if (!node) {
		if (chunk)
			im->chunks.len--;
		return false;
	}
	struct index_node *n = (struct index_node *)(void *)w->bytes;
	unsigned char *fitted = realloc(w->bytes, w->length);
	if (fitted)
		n = (struct index_node *)(void *)(w->bytes = fitted);
	n->size = (uint32_t)(w->length / INDEX_UNIT);
	n->number = (uint32_t)im->nodes.len - 1;
	n->checksum = chunk_checksum(w->bytes, w->length, w->begin);
	*node = (index_ref)(w->begin / INDEX_UNIT);
	*chunk = (struct index_chunk){w->begin, w->bytes, w->length};
	im->length += w->length;
	*w = (struct index_writer){0};
	return true;
}

void writer_release(struct index_writer *w)
{
	free(w->bytes);
	*w = (struct index_writer){0};
}
