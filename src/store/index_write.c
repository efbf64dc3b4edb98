/*
 * index_write.c -- a revision written down.  See index_write.h.
 *
 * Each unit is compared with what it was in each parent.  What of its state is the
 * same is named by the ref it has there; if all of it is, so is the state.
 */
#include "index_write.h"

#include <string.h>
#include <xxhash.h>

enum { LABEL_BYTES = 512, TITLE_BYTES = 200 };

struct writing {
	struct index_image *im;
	const struct index_job *job;
	struct index_writer w;
	uint32_t *unit_at;       /* by block, one more: units before it */
	bool *steady;            /* by unit: what its label path is made of is as it was */
	struct tokens tokens;
	VEC(struct index_struck_run) struck_runs;
	VEC(struct lineage_struck) listed;
	redline_bytes text;
	const redline_block *blocks;
};

/* ---- records ---- */

static index_ref put_string(struct writing *w, redline_bytes text)
{
	index_ref ref = 0;
	if (!text.len)
		return 0;
	struct index_string *s = writer_add(&w->w, sizeof *s + text.len, &ref);
	if (s) {
		s->length = (uint32_t)text.len;
		memcpy(s->bytes, text.ptr, text.len);
	}
	return ref;
}

static redline_bytes string_at(const struct writing *w, index_ref ref)
{
	return image_string(w->im, ref);
}

static uint32_t count_lines(redline_bytes text)
{
	uint32_t lines = 0;
	for (const char *p = text.ptr, *end = p + text.len; (p = memchr(p, '\n', (size_t)(end - p)));
	     p++)
		lines++;
	return lines;
}

/* What the words of a body are, whatever white space is between them. */
static uint64_t hash_words(struct writing *w, const struct unit *unit)
{
	struct token_rules const rules = {.quoted = w->blocks[unit->block].quoted > 0};
	tokens_clear(&w->tokens);
	tokens_add(&w->tokens, w->text, unit->body, &rules);
	w->w.failed |= w->tokens.failed;
	return XXH3_64bits(w->tokens.hash, w->tokens.count * sizeof *w->tokens.hash);
}

/* Where in its piece a unit's text and body are. */
struct shape {
	uint32_t text_begin, text_end, body_begin;
};

static struct shape shape_of(const struct writing *w, uint32_t u)
{
	const struct unit *unit = &w->job->side->units.at[u];
	uint32_t const begin = w->blocks[unit->block].bytes.begin;
	return (struct shape){unit->text.begin - begin, unit->text.end - begin,
	                      unit->body.begin - begin};
}

/* A unit's body, what follows it and the byte before it: as piece_cut has it. */
static redline_bytes rest_of(const struct side *side, uint32_t u)
{
	redline_bytes const bytes = side_piece(side, u);
	const struct unit *unit = &side->units.at[u];
	uint32_t const body = unit->body.begin - side->units.blocks[unit->block].bytes.begin;
	return bytes_in(bytes, (redline_range){body ? body - 1 : 0, (uint32_t)bytes.len});
}

/* A piece; `like` has the same body and what follows it, or is NULL. */
static index_ref put_piece(struct writing *w, uint32_t u, const struct index_piece *like)
{
	index_ref ref;
	struct shape const shape = shape_of(w, u);
	redline_bytes const bytes = side_piece(w->job->side, u);
	uint64_t const words = like ? like->words : hash_words(w, &w->job->side->units.at[u]);
	index_ref const rest = like ? like->rest : put_string(w, rest_of(w->job->side, u));
	struct index_piece *p = writer_add(&w->w, sizeof *p + shape.body_begin, &ref);
	if (!p)
		return 0;
	p->words = words;
	p->length = (uint32_t)bytes.len;
	p->lines = count_lines(bytes);
	p->text_begin = shape.text_begin;
	p->text_end = shape.text_end;
	p->body_begin = shape.body_begin;
	p->rest = rest;
	memcpy(p->bytes, bytes.ptr, shape.body_begin);
	return ref;
}

static uint32_t count_spans(const struct lineage_strand *s)
{
	uint32_t spans = s->count > 0;
	for (uint32_t i = 1; i < s->count; i++)
		spans += s->origins[i] != s->origins[i - 1];
	return spans;
}

static bool same_struck(const struct lineage_struck *a, const struct lineage_struck *b)
{
	return a->hash == b->hash && a->origin == b->origin;
}

/* How many struck words at `a` are those at `b`, all moved by as much. */
static uint32_t run_length(const struct lineage_strand *s, uint32_t a,
                           const struct lineage_strand *base, uint32_t b)
{
	uint32_t n = 0;
	uint32_t const shift = s->struck[a].before - base->struck[b].before;
	while (a + n < s->struck_count && b + n < base->struck_count &&
	       same_struck(&s->struck[a + n], &base->struck[b + n]) &&
	       s->struck[a + n].before - base->struck[b + n].before == shift)
		n++;
	return n;
}

/* Where in the base it goes on, looking some words ahead. */
static uint32_t find_struck(const struct lineage_strand *s, uint32_t a,
                            const struct lineage_strand *base, uint32_t b)
{
	enum { AHEAD = 64 };
	for (uint32_t i = b; i < base->struck_count && i - b < AHEAD; i++)
		if (same_struck(&s->struck[a], &base->struck[i]))
			return i;
	return base->struck_count;
}

static void add_listed(struct writing *w, const struct lineage_struck *word)
{
	struct index_struck_run *last = w->struck_runs.len
	        ? &w->struck_runs.at[w->struck_runs.len - 1] : NULL;
	struct lineage_struck *listed = VEC_PUSH(&w->listed);
	if (listed)
		*listed = *word;
	if (last && last->from == STRUCK_LISTED) {
		last->count++;
		return;
	}
	struct index_struck_run *run = VEC_PUSH(&w->struck_runs);
	if (run)
		*run = (struct index_struck_run){.from = STRUCK_LISTED, .count = 1};
}

/* The struck words as runs of a base's and words listed; false if that is no gain. */
static bool split_struck(struct writing *w, const struct lineage_strand *s,
                         const struct lineage_strand *base)
{
	uint32_t b = 0;
	w->struck_runs.len = w->listed.len = 0;
	for (uint32_t a = 0; a < s->struck_count;) {
		uint32_t const at = find_struck(s, a, base, b);
		if (at == base->struck_count) {
			add_listed(w, &s->struck[a++]);
			continue;
		}
		uint32_t const n = run_length(s, a, base, at);
		struct index_struck_run *run = VEC_PUSH(&w->struck_runs);
		if (run)
			*run = (struct index_struck_run){
			        .from = at, .count = n,
			        .shift = s->struck[a].before - base->struck[at].before};
		a += n;
		b = at + n;
	}
	w->w.failed |= w->struck_runs.failed || w->listed.failed;
	return w->struck_runs.len + w->listed.len < s->struck_count / 2;
}

/* A strand that a new one of this unit can be told from; NULL if there is none. */
static const struct strand *base_for(const struct writing *w, uint32_t u)
{
	const struct index_job *job = w->job;
	for (uint32_t p = 0; p < job->step_parents; p++) {
		const struct lineage_link *link = &job->step->links[p][u];
		for (uint32_t o = link->begin; o < link->end; o++) {
			const struct strand *base = job->parents[p]->strands[o];
			if (base->strand.struck_count && base->depth < STRAND_DEPTH)
				return base;
		}
	}
	return NULL;
}

static void put_spans(const struct lineage_strand *s, struct index_span *span)
{
	for (uint32_t i = 0; i < s->count; i++)
		if (i + 1 == s->count || s->origins[i] != s->origins[i + 1])
			*span++ = (struct index_span){i + 1, s->origins[i]};
}

static index_ref put_strand(struct writing *w, uint32_t u)
{
	struct strand *box = w->job->side->strands[u];
	const struct lineage_strand *s = &box->strand;
	if (box->ref)
		return box->ref;
	const struct strand *base = s->struck_count ? base_for(w, u) : NULL;
	if (base && !split_struck(w, s, &base->strand))
		base = NULL;
	uint32_t const spans = count_spans(s);
	uint32_t const listed = base ? (uint32_t)w->listed.len : s->struck_count;
	uint32_t const runs = base ? (uint32_t)w->struck_runs.len : 0;
	size_t const listed_size = listed * sizeof *s->struck;
	size_t const runs_size = runs * sizeof *w->struck_runs.at;
	struct index_strand *record = writer_add(&w->w, sizeof *record + listed_size + runs_size +
	                                         spans * sizeof(struct index_span), &box->ref);
	if (!record)
		return 0;
	box->depth = base ? base->depth + 1 : 0;
	*record = (struct index_strand){.count = s->count, .span_count = spans,
	                                .struck_count = s->struck_count, .listed_count = listed,
	                                .run_count = runs, .depth = box->depth,
	                                .base = base ? base->ref : 0};
	unsigned char *at = (unsigned char *)(record + 1);
	if (listed)
		memcpy(at, base ? w->listed.at : s->struck, listed_size);
	if (runs)
		memcpy(at + listed_size, w->struck_runs.at, runs_size);
	put_spans(s, (struct index_span *)(void *)(at + listed_size + runs_size));
	return box->ref;
}

/* ---- states ---- */

/* A heading's words on one line: "E. Capacity-building". */
static size_t title_of(const struct writing *w, const redline_block *b, char title[TITLE_BYTES])
{
	uint32_t at = b->label.begin < b->label.end ? b->label.begin : b->body.begin;
	uint32_t const end = b->body.end > b->label.end ? b->body.end : b->label.end;
	size_t length = 0;
	for (; at < end && length < TITLE_BYTES; at++) {
		char const c = w->text.ptr[at];
		if (!is_space(c))
			title[length++] = c;
		else if (length && title[length - 1] != ' ')
			title[length++] = ' ';
	}
	if (at < end)
		while (length && ((unsigned char)w->text.ptr[at] & 0xC0) == 0x80) {
			at--;
			length--;
		}
	while (length && title[length - 1] == ' ')
		length--;
	return length;
}

/* A unit on its way to a state, and what it was in the parent it is compared with. */
struct stating {
	uint32_t unit;
	const redline_block *block;
	struct index_state state; /* 0 for what is not known to be the same */
	const struct side *parent;
	uint32_t old;             /* its unit there */
	bool same_piece, steady;
	const struct index_piece *like; /* of the same body and what follows it, or NULL */
};

static void begin_state(const struct writing *w, uint32_t u, const index_ref *titles,
                        struct stating *s)
{
	const redline_block *b = &w->blocks[w->job->side->units.at[u].block];
	bool const named = b->kind == REDLINE_HEADING || b->label.begin < b->label.end;
	*s = (struct stating){.unit = u, .block = b};
	s->state.section = b->section != REDLINE_NONE ? titles[w->unit_at[b->section]] : 0;
	s->state.enclosed = w->unit_at[b->subtree_end] - u - 1;
	s->state.kind = b->kind;
	s->state.level = b->level;
	s->state.flags = (uint8_t)((named ? STATE_NAMED : 0) | (b->quoted ? STATE_QUOTED : 0));
}

static bool same_range(redline_range a, uint32_t a_from, redline_range b, uint32_t b_from)
{
	return a.begin - a_from == b.begin - b_from && a.end - a_from == b.end - b_from;
}

/* The same bytes, read in the same way. */
static bool is_same_piece(const struct side *x, uint32_t u, const struct side *y, uint32_t v)
{
	const struct unit *a = &x->units.at[u], *b = &y->units.at[v];
	const redline_block *p = &x->units.blocks[a->block], *q = &y->units.blocks[b->block];
	uint32_t const from = p->bytes.begin, to = q->bytes.begin;
	redline_bytes const m = side_piece(x, u), n = side_piece(y, v);
	return m.len == n.len && a->exact == b->exact && p->kind == q->kind && p->unit == q->unit &&
	       p->numeral == q->numeral && p->dress == q->dress &&
	       same_range(a->text, from, b->text, to) && same_range(a->body, from, b->body, to) &&
	       same_range(p->label, from, q->label, to) &&
	       same_range(p->core, from, q->core, to) &&
	       same_range(p->body, from, q->body, to) && !memcmp(m.ptr, n.ptr, m.len);
}

/* The same body, read in the same way, and the same behind it; the label may differ. */
static bool is_same_rest(const struct side *x, uint32_t u, const struct side *y, uint32_t v)
{
	const struct unit *a = &x->units.at[u], *b = &y->units.at[v];
	const redline_block *p = &x->units.blocks[a->block], *q = &y->units.blocks[b->block];
	return p->kind == q->kind && p->quoted == q->quoted &&
	       (a->body.begin == p->bytes.begin) == (b->body.begin == q->bytes.begin) &&
	       range_len(a->body) == range_len(b->body) &&
	       bytes_equal(rest_of(x, u), rest_of(y, v));
}

/*
 * Is its label path, too, made of the same parts: what it stands in is what it stood in,
 * and that is steady?
 */
static bool stands_in_same(const struct writing *w, uint32_t block, const struct side *parent,
                           uint32_t old_block)
{
	if (block == REDLINE_NONE || old_block == REDLINE_NONE)
		return block == old_block;
	uint32_t const unit = w->unit_at[block];
	const struct lineage_link *link = &w->job->step->links[0][unit];
	return w->steady[unit] && parent->units.at[link->begin].block == old_block;
}

static bool is_steady(const struct writing *w, const struct stating *s, uint32_t p)
{
	const redline_block *old = &s->parent->units.blocks[s->parent->units.at[s->old].block];
	return p == 0 && s->same_piece &&
	       stands_in_same(w, s->block->parent, s->parent, old->parent) &&
	       stands_in_same(w, s->block->section, s->parent, old->section);
}

static redline_bytes path_of(const struct writing *w, uint32_t u, char path[LABEL_BYTES])
{
	size_t const length = redline_draft_path(w->job->side->draft,
	                                         w->job->side->units.at[u].block, path, LABEL_BYTES);
	return (redline_bytes){path, length < LABEL_BYTES ? length : LABEL_BYTES - 1};
}

/* Takes over the refs of what is the same in a parent; true if all of it is. */
static bool take_over(struct writing *w, struct stating *s, uint32_t p)
{
	const struct index_state *was = &s->parent->known[s->old];
	struct index_state *is = &s->state;
	char bytes[LABEL_BYTES];
	s->same_piece = is_same_piece(w->job->side, s->unit, s->parent, s->old);
	s->steady = is_steady(w, s, p);
	if (s->same_piece && !is->piece)
		is->piece = was->piece;
	if (!is->piece && !s->like && is_same_rest(w->job->side, s->unit, s->parent, s->old))
		s->like = image_piece(w->im, was->piece);
	if (s->same_piece && !is->title)
		is->title = was->title;
	if (!is->title && was->title && s->block->kind == REDLINE_HEADING &&
	    bytes_equal((redline_bytes){bytes, title_of(w, s->block, bytes)},
	                string_at(w, was->title)))
		is->title = was->title;
	if (s->steady || (!is->label && was->label &&
	                  bytes_equal(path_of(w, s->unit, bytes), string_at(w, was->label))))
		is->label = was->label;
	is->strand = w->job->side->strands[s->unit]->ref;
	return is->piece == was->piece && is->title == was->title && is->strand == was->strand &&
	       is->section == was->section && is->enclosed == was->enclosed &&
	       is->kind == was->kind && is->level == was->level && is->flags == was->flags &&
	       is->label == was->label &&
	       (is->label || s->steady || !path_of(w, s->unit, bytes).len);
}

static index_ref put_state(struct writing *w, struct stating *s)
{
	index_ref ref;
	char bytes[LABEL_BYTES];
	struct index_state *is = &s->state;
	if (!is->piece)
		is->piece = put_piece(w, s->unit, s->like);
	if (!is->title && s->block->kind == REDLINE_HEADING)
		is->title = put_string(w, (redline_bytes){bytes, title_of(w, s->block, bytes)});
	if (!is->label)
		is->label = put_string(w, path_of(w, s->unit, bytes));
	is->strand = put_strand(w, s->unit);
	struct index_state *record = writer_add(&w->w, sizeof *record, &ref);
	if (record)
		*record = *is;
	return ref;
}

static void put_states(struct writing *w, index_ref *titles)
{
	const struct index_job *job = w->job;
	struct stating s;
	for (uint32_t u = 0; u < job->side->units.count && !w->w.failed; u++) {
		index_ref ref = 0;
		begin_state(w, u, titles, &s);
		for (uint32_t p = 0; p < job->step_parents && !ref; p++) {
			const struct lineage_link *link = &job->step->links[p][u];
			if (link->end - link->begin != 1)
				continue;
			s.parent = job->parents[p];
			s.old = link->begin;
			if (take_over(w, &s, p))
				ref = s.parent->states[s.old];
			w->steady[u] |= s.steady;
		}
		if (!ref)
			ref = put_state(w, &s);
		titles[u] = s.state.title;
		job->side->states[u] = ref;
		job->side->known[u] = s.state;
	}
}

/* ---- what the units were in a parent ---- */

typedef VEC(struct index_run) run_vec;
typedef VEC(struct index_link) link_vec;

static void add_run(run_vec *runs, uint32_t now, uint32_t old, bool moved, uint32_t *others)
{
	struct index_run *last = runs->len ? &runs->at[runs->len - 1] : NULL;
	if (last && last->now + last->count == now && last->old + last->count == old &&
	    ((last->before & RUN_MOVED) != 0) == moved) {
		last->count++;
		return;
	}
	struct index_run *run = VEC_PUSH(runs);
	if (run)
		*run = (struct index_run){now, 1, old, *others | (moved ? RUN_MOVED : 0)};
}

static void add_link(link_vec *links, uint32_t now, const struct lineage_link *from)
{
	struct index_link *link = VEC_PUSH(links);
	if (link)
		*link = (struct index_link){.now = now, .old = from->begin, .old_end = from->end,
		                            .flags = (from->same ? LINK_SAME : 0u) |
		                                     (from->moved ? LINK_MOVED : 0u) |
		                                     (from->split ? LINK_SPLIT : 0u)};
}

/* Fills in `parent`; of the units in no run, the states into *others. */
static void put_parent(struct writing *w, uint32_t p, struct index_parent *parent,
                       index_ref *others, uint32_t *other_count)
{
	const struct index_job *job = w->job;
	run_vec runs = {0};
	link_vec links = {0};
	*other_count = 0;
	for (uint32_t u = 0; u < job->side->units.count; u++) {
		const struct lineage_link *link = &job->step->links[p][u];
		bool const single = link->end - link->begin == 1;
		if (single && !link->split &&
		    job->side->states[u] == job->parents[p]->states[link->begin]) {
			add_run(&runs, u, link->begin, link->moved, other_count);
			continue;
		}
		others[(*other_count)++] = job->side->states[u];
		if (link->begin < link->end)
			add_link(&links, u, link);
	}
	w->w.failed |= runs.failed || links.failed;
	parent->run_count = (uint32_t)runs.len;
	parent->runs = writer_copy(&w->w, runs.at, runs.len, sizeof *runs.at);
	parent->link_count = (uint32_t)links.len;
	parent->links = writer_copy(&w->w, links.at, links.len, sizeof *links.at);
	VEC_RELEASE(&runs);
	VEC_RELEASE(&links);
}

/* ---- burials and returns ---- */

static void put_burials(struct writing *w, struct index_node *node)
{
	const struct lineage_step *step = w->job->step;
	VEC(struct index_burial) burials = {0};
	for (uint32_t i = 0; i < step->burial_count; i++) {
		const struct lineage_burial *from = &step->burials[i];
		struct index_burial *b = VEC_PUSH(&burials);
		if (!b)
			break;
		*b = (struct index_burial){.unit = from->unit, .whole = from->whole,
		                           .node = w->job->node->parents[from->parent],
		                           .count = from->count};
		b->hashes = writer_copy(&w->w, from->hashes, from->count, sizeof *from->hashes);
		b->origins = writer_copy(&w->w, from->origins, from->count, sizeof *from->origins);
	}
	w->w.failed |= burials.failed;
	node->burial_count = (uint32_t)burials.len;
	node->burials = writer_copy(&w->w, burials.at, burials.len, sizeof *burials.at);
	VEC_RELEASE(&burials);
}

static void put_returns(struct writing *w, struct index_node *node)
{
	const struct lineage_step *step = w->job->step;
	VEC(struct index_return) returns = {0};
	for (uint32_t i = 0; i < step->return_count; i++) {
		const struct lineage_return *from = &step->returns[i];
		struct index_return *r = VEC_PUSH(&returns);
		if (r)
			*r = (struct index_return){.unit = from->unit, .node = from->revision,
			                           .old_unit = from->old_unit};
	}
	w->w.failed |= returns.failed;
	node->return_count = (uint32_t)returns.len;
	node->returns = writer_copy(&w->w, returns.at, returns.len, sizeof *returns.at);
	VEC_RELEASE(&returns);
}

/* ---- the whole ---- */

/* The path of the draft, which seldom differs from the parent's. */
static index_ref put_path(struct writing *w)
{
	const struct walk_node *node = w->job->node;
	redline_bytes const path = bytes_of(node->path);
	const struct index_node *parent =
	        node->parent_count ? image_node(w->im, node->parents[0]) : NULL;
	if (parent && bytes_equal(string_at(w, parent->path), path))
		return parent->path;
	return put_string(w, path);
}

static index_ref put_lead(struct writing *w)
{
	const struct units *units = &w->job->side->units;
	uint32_t const end = units->count ? w->blocks[units->at[0].block].bytes.begin
	                                  : (uint32_t)w->text.len;
	return put_string(w, bytes_in(w->text, (redline_range){0, end}));
}

static void put_parents(struct writing *w, struct index_node *node, struct arena *scratch)
{
	const struct index_job *job = w->job;
	uint32_t const count = job->node->parent_count, units = job->side->units.count;
	struct index_parent *parents = arena_array(scratch, count, sizeof *parents);
	index_ref *others = arena_array(scratch, units, sizeof *others);
	index_ref *literals = arena_array(scratch, units, sizeof *literals);
	uint32_t other_count = 0, literal_count = units;
	if (scratch->failed)
		return;
	const struct index_node *first = count ? image_node(w->im, job->node->parents[0]) : NULL;
	for (uint32_t p = 0; p < count; p++) {
		parents[p].node = job->node->parents[p];
		if (p < job->step_parents)
			put_parent(w, p, &parents[p], p ? others : literals, &other_count);
		if (p == 0)
			literal_count = other_count;
	}
	node->depth = first && first->depth + 1 < SNAPSHOT_EVERY && literal_count < units / 2
	                      ? first->depth + 1 : 0;
	node->states = node->depth ? writer_copy(&w->w, literals, literal_count, sizeof *literals)
	                           : writer_copy(&w->w, job->side->states, units, sizeof *literals);
	node->parent_count = count;
	node->parents = writer_copy(&w->w, parents, count, sizeof *parents);
}

static bool number_blocks(struct writing *w, struct arena *scratch)
{
	const struct units *units = &w->job->side->units;
	uint32_t const blocks = redline_draft_count(w->job->side->draft);
	w->unit_at = arena_array(scratch, (size_t)blocks + 1, sizeof *w->unit_at);
	uint32_t u = 0;
	for (uint32_t b = 0; w->unit_at && b <= blocks; b++) {
		w->unit_at[b] = u;
		u += u < units->count && units->at[u].block == b;
	}
	return w->unit_at;
}

static void write_node(struct writing *w, struct arena *scratch)
{
	const struct walk_node *from = w->job->node;
	index_ref place;
	(void)writer_add(&w->w, sizeof(struct index_node), &place);
	index_ref *titles = arena_array(scratch, w->job->side->units.count, sizeof *titles);
	w->steady = arena_array(scratch, w->job->side->units.count, sizeof *w->steady);
	if (scratch->failed || !number_blocks(w, scratch))
		return;
	struct index_node node = {.time = from->time, .flags = w->job->flags,
	                          .unit_count = w->job->side->units.count};
	memcpy(node.commit, from->commit.id, INDEX_ID);
	node.path = put_path(w);
	node.lead = put_lead(w);
	put_states(w, titles);
	put_parents(w, &node, scratch);
	put_burials(w, &node);
	put_returns(w, &node);
	if (!w->w.failed)
		memcpy(w->w.bytes, &node, sizeof node);
}

bool index_write(struct index_image *im, const struct index_job *job)
{
	struct arena scratch = {0};
	struct writing w = {.im = im, .job = job, .text = redline_draft_text(job->side->draft),
	                    .blocks = redline_draft_blocks(job->side->draft)};
	writer_begin(&w.w, im);
	write_node(&w, &scratch);
	w.w.failed |= scratch.failed;
	bool const ok = writer_end(&w.w, im);
	writer_release(&w.w);
	tokens_release(&w.tokens);
	VEC_RELEASE(&w.struck_runs);
	VEC_RELEASE(&w.listed);
	arena_release(&scratch);
	return ok;
}
