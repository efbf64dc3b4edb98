/*
 * walk.c -- which commits are revisions of a draft.  See walk.h.
 *
 * A state is a commit and the path of the draft in it, with what stands there.
 * In this order:
 *   1. from the commit asked for backwards, each state finds the states before
 *      it that matter, its sources;
 *   2. forwards again, each state is resolved: it is a revision of its own, or it
 *      has the draft of the one revision its sources have, or there is none;
 *   3. the revisions that the last one comes from are put in order.
 */
#include "walk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xxhash.h>

#include "base/vec.h"
#include "trouble.h"
#include "walk_rename.h"

enum { STATES_A_BEAT = 256 };

/* A revision's number while its place is not known yet, or one that is known. */
#define KNOWN 0x80000000u

struct state {
	git_oid commit, tree, entry; /* entry: zero if there is no file */
	int64_t time;
	const char *path;
	uint32_t first_parent, parent_count;  /* of the commit; in walking.oids */
	uint32_t first_source, source_count;  /* in walking.sources */
	uint32_t revision;   /* once resolved: an index in walking.found, or KNOWN and
	                        its number, or WALK_NONE */
	bool queued, resolved;
	bool change;         /* its draft is in none of its parents as it is here */
};

/* A revision found, not yet in order. */
struct found {
	uint32_t state;
	uint32_t first, count; /* its parents, in walking.parents */
	uint32_t waiting;      /* parents that are not in order yet */
	uint32_t place;        /* in the result */
	bool wanted, same;
};

struct walking {
	struct walk *out;
	git_repository *repo;
	const struct walk_known *known;
	const struct walk_pulse *pulse;
	redline_trouble *why;
	redline_status status;
	struct walk_border border;
	VEC(struct state) states;
	VEC(git_oid) oids;
	VEC(uint32_t) sources;
	VEC(uint32_t) queue;
	VEC(struct found) found;
	VEC(uint32_t) parents;
	uint32_t *slots;       /* of a hash table of states; index + 1 */
	size_t slot_count;
};

static bool fail(struct walking *w, redline_status status)
{
	if (w->status == REDLINE_OK)
		w->status = status;
	return false;
}

/* What VEC_PUSH said. */
static bool got(struct walking *w, const void *slot)
{
	return slot || fail(w, REDLINE_NO_MEMORY);
}

/* ---- where a shallow clone ends ---- */

static int by_oid(const void *a, const void *b)
{
	return git_oid_cmp(a, b);
}

static bool read_file(FILE *file, struct walk_border *out)
{
	VEC(git_oid) oids = {0};
	char line[GIT_OID_HEXSZ + 2];
	while (fgets(line, sizeof line, file)) {
		git_oid id;
		line[strcspn(line, "\r\n")] = '\0';
		if (strlen(line) != GIT_OID_HEXSZ || git_oid_fromstr(&id, line) < 0)
			continue;
		git_oid *slot = VEC_PUSH(&oids);
		if (slot)
			*slot = id;
	}
	bool const failed = oids.failed;
	out->at = oids.at;
	out->count = oids.len;
	return !failed;
}

bool walk_border_read(struct walk_border *out, git_repository *repo)
{
	*out = (struct walk_border){0};
	const char *folder = git_repository_commondir(repo);
	size_t const len = strlen(folder);
	char *path = malloc(len + sizeof "shallow");
	if (!path)
		return false;
	memcpy(path, folder, len);
	memcpy(path + len, "shallow", sizeof "shallow");
	FILE *file = fopen(path, "r");
	free(path);
	if (!file)
		return true;
	bool const ok = read_file(file, out);
	fclose(file);
	if (out->count) {
		qsort(out->at, out->count, sizeof *out->at, by_oid);
		out->hash = XXH3_64bits(out->at, out->count * sizeof *out->at) | 1;
	}
	if (!ok)
		walk_border_release(out);
	return ok;
}

void walk_border_release(struct walk_border *border)
{
	free(border->at);
	*border = (struct walk_border){0};
}

static bool at_border(const struct walking *w, const git_oid *commit)
{
	return w->border.count &&
	       bsearch(commit, w->border.at, w->border.count, sizeof *commit, by_oid);
}

/* ---- 1. states ---- */

static uint64_t hash_of(const git_oid *commit, const char *path)
{
	return XXH3_64bits_withSeed(commit->id, sizeof commit->id, XXH3_64bits(path, strlen(path)));
}

static uint32_t *slot_of(struct walking *w, const git_oid *commit, const char *path)
{
	size_t at = hash_of(commit, path) & (w->slot_count - 1);
	for (; w->slots[at]; at = (at + 1) & (w->slot_count - 1)) {
		const struct state *s = &w->states.at[w->slots[at] - 1];
		if (git_oid_equal(&s->commit, commit) && !strcmp(s->path, path))
			break;
	}
	return &w->slots[at];
}

static bool grow_table(struct walking *w)
{
	if (w->states.len * 2 < w->slot_count)
		return true;
	size_t const count = w->slot_count ? w->slot_count * 2 : 256;
	uint32_t *slots = calloc(count, sizeof *slots);
	if (!slots)
		return fail(w, REDLINE_NO_MEMORY);
	free(w->slots);
	w->slots = slots;
	w->slot_count = count;
	for (size_t i = 0; i < w->states.len; i++)
		*slot_of(w, &w->states.at[i].commit, w->states.at[i].path) = (uint32_t)i + 1;
	return true;
}

static bool read_entry(struct walking *w, struct state *s, git_commit *commit)
{
	git_tree *tree;
	git_tree_entry *entry;
	int code = git_commit_tree(&tree, commit);
	if (code)
		return fail(w, trouble_object(w->why, code, git_commit_tree_id(commit),
		                              "a revision's files"));
	code = git_tree_entry_bypath(&entry, tree, s->path);
	git_tree_free(tree);
	if (code == GIT_ENOTFOUND) {
		git_error_clear();
		return true;
	}
	if (code)
		return fail(w, trouble_git(w->why, code, "looking for %s", s->path));
	git_filemode_t const mode = git_tree_entry_filemode(entry);
	if (mode == GIT_FILEMODE_BLOB || mode == GIT_FILEMODE_BLOB_EXECUTABLE)
		git_oid_cpy(&s->entry, git_tree_entry_id(entry));
	git_tree_entry_free(entry);
	return true;
}

static bool read_commit(struct walking *w, struct state *s)
{
	git_commit *commit;
	int const code = git_commit_lookup(&commit, w->repo, &s->commit);
	if (code)
		return fail(w, trouble_object(w->why, code, &s->commit, "a revision"));
	s->time = git_commit_time(commit);
	s->tree = *git_commit_tree_id(commit);
	s->first_parent = (uint32_t)w->oids.len;
	unsigned const parents = at_border(w, &s->commit) ? 0 : git_commit_parentcount(commit);
	bool ok = true;
	for (unsigned i = 0; i < parents && ok; i++) {
		git_oid *oid = VEC_PUSH(&w->oids);
		ok = got(w, oid);
		if (ok)
			*oid = *git_commit_parent_id(commit, i);
	}
	s->parent_count = parents;
	ok = ok && read_entry(w, s, commit);
	git_commit_free(commit);
	return ok;
}

/* The state of a commit at a path, made if it is new; WALK_NONE on failure. */
static uint32_t state_at(struct walking *w, const git_oid *commit, const char *path)
{
	if (!grow_table(w))
		return WALK_NONE;
	uint32_t *slot = slot_of(w, commit, path);
	if (*slot)
		return *slot - 1;
	struct state s = {.commit = *commit, .path = path, .revision = WALK_NONE};
	uint32_t number;
	if (w->known && w->known->find(w->known->context, commit, path, &number)) {
		s.revision = KNOWN | number;
		s.resolved = s.queued = true;
		w->out->from_known |= git_oid_equal(commit, w->known->tip);
	}
	/* A known one's bytes are compared with, too. */
	if (!read_commit(w, &s))
		return WALK_NONE;
	struct state *made = VEC_PUSH(&w->states);
	if (!got(w, made))
		return WALK_NONE;
	*made = s;
	*slot = (uint32_t)w->states.len;
	return *slot - 1;
}

static bool enqueue(struct walking *w, uint32_t state)
{
	struct state *s = &w->states.at[state];
	if (s->queued)
		return true;
	uint32_t *slot = VEC_PUSH(&w->queue);
	if (!got(w, slot))
		return false;
	s->queued = true;
	*slot = state;
	return true;
}

static bool add_source(struct walking *w, uint32_t state, uint32_t source)
{
	uint32_t *slot = VEC_PUSH(&w->sources);
	if (!got(w, slot))
		return false;
	*slot = source;
	w->states.at[state].source_count++;
	return enqueue(w, source);
}

/* The state before, under another name if the file has been renamed. */
static bool add_changed_source(struct walking *w, uint32_t state, uint32_t parent)
{
	const struct state *s = &w->states.at[state], *p = &w->states.at[parent];
	if (git_oid_is_zero(&p->entry) && !git_oid_is_zero(&s->entry)) {
		const char *name;
		int const code = walk_rename(w->repo, &p->tree, &s->tree, s->path, &s->entry,
		                             &w->out->arena, &name);
		if (code)
			return fail(w, trouble_git(w->why, code, "looking for what %s was called",
			                           s->path));
		if (w->out->arena.failed)
			return fail(w, REDLINE_NO_MEMORY);
		if (name) {
			git_oid const commit = p->commit;
			parent = state_at(w, &commit, name);
		}
	}
	return parent != WALK_NONE && add_source(w, state, parent);
}

static bool find_sources(struct walking *w, uint32_t state)
{
	uint32_t const first = w->states.at[state].first_parent;
	uint32_t const count = w->states.at[state].parent_count;
	uint32_t same = 0;
	w->states.at[state].first_source = (uint32_t)w->sources.len;
	for (uint32_t i = 0; i < count; i++) {
		git_oid const commit = w->oids.at[first + i];
		uint32_t const parent = state_at(w, &commit, w->states.at[state].path);
		if (parent == WALK_NONE)
			return false;
		if (!git_oid_equal(&w->states.at[parent].entry, &w->states.at[state].entry))
			continue;
		same++;
		if (!add_source(w, state, parent))
			return false;
	}
	w->states.at[state].change = !same && (count || !git_oid_is_zero(&w->states.at[state].entry));
	for (uint32_t i = 0; i < count && !same; i++) {
		git_oid const commit = w->oids.at[first + i];
		uint32_t const parent = state_at(w, &commit, w->states.at[state].path);
		if (parent == WALK_NONE || !add_changed_source(w, state, parent))
			return false;
	}
	return true;
}

static bool find_states(struct walking *w, const git_oid *from, const char *path)
{
	uint32_t const start = state_at(w, from, path);
	if (start == WALK_NONE || !enqueue(w, start))
		return false;
	for (size_t done = 0; w->queue.len > 0; done++) {
		if (w->pulse && done % STATES_A_BEAT == 0 && !w->pulse->beat(w->pulse->context))
			return fail(w, REDLINE_DECLINED);
		if (!find_sources(w, w->queue.at[--w->queue.len]))
			return false;
	}
	return true;
}

/* ---- 2. resolving ---- */

static bool is_among(const struct walking *w, size_t first, uint32_t revision)
{
	for (size_t i = first; i < w->parents.len; i++)
		if (w->parents.at[i] == revision)
			return true;
	return false;
}

/* What a state is, now that all its sources are resolved. */
static bool resolve(struct walking *w, uint32_t state)
{
	struct state *s = &w->states.at[state];
	size_t const first = w->parents.len;
	for (uint32_t i = 0; i < s->source_count; i++) {
		uint32_t const r = w->states.at[w->sources.at[s->first_source + i]].revision;
		if (r == WALK_NONE || is_among(w, first, r))
			continue;
		uint32_t *slot = VEC_PUSH(&w->parents);
		if (!got(w, slot))
			return false;
		*slot = r;
	}
	s->resolved = true;
	if (!s->change && w->parents.len - first <= 1) {
		s->revision = w->parents.len > first ? w->parents.at[first] : WALK_NONE;
		w->parents.len = first;
		return true;
	}
	if (git_oid_is_zero(&s->entry) && w->parents.len == first)
		return true; /* there never was one */
	struct found *f = VEC_PUSH(&w->found);
	if (!got(w, f))
		return false;
	*f = (struct found){.state = state, .first = (uint32_t)first,
	                    .count = (uint32_t)(w->parents.len - first), .same = !s->change};
	s->revision = (uint32_t)w->found.len - 1;
	return true;
}

struct frame {
	uint32_t state, next; /* next: the source to look at */
};

typedef VEC(struct frame) frame_vec;

static bool descend(struct walking *w, frame_vec *stack, uint32_t state)
{
	struct frame *frame = VEC_PUSH(stack);
	if (!got(w, frame))
		return false;
	frame->state = state;
	return true;
}

/* Depth first, on a stack of our own: a history is longer than the program's. */
static bool resolve_all(struct walking *w)
{
	frame_vec stack = {0};
	bool ok = descend(w, &stack, 0);
	while (ok && stack.len) {
		struct frame *top = &stack.at[stack.len - 1];
		const struct state *s = &w->states.at[top->state];
		if (s->resolved) {
			stack.len--;
		} else if (top->next == s->source_count) {
			ok = resolve(w, top->state);
		} else {
			uint32_t const source = w->sources.at[s->first_source + top->next++];
			if (!w->states.at[source].resolved)
				ok = descend(w, &stack, source);
		}
	}
	VEC_RELEASE(&stack);
	return ok;
}

/* ---- 3. order ---- */

/* Marks the new ones that a revision comes from and counts them, itself too. */
static bool mark_wanted(struct walking *w, uint32_t tip, uint32_t *count)
{
	uint32_t *slot;
	*count = 0;
	if (tip & KNOWN)
		return true;
	w->queue.len = 0;
	slot = VEC_PUSH(&w->queue);
	if (!got(w, slot))
		return false;
	*slot = tip;
	w->found.at[tip].wanted = true;
	while (w->queue.len) {
		struct found *f = &w->found.at[w->queue.at[--w->queue.len]];
		++*count;
		for (uint32_t i = 0; i < f->count; i++) {
			uint32_t const p = w->parents.at[f->first + i];
			if (p & KNOWN)
				continue;
			f->waiting++;
			if (w->found.at[p].wanted)
				continue;
			slot = VEC_PUSH(&w->queue);
			if (!got(w, slot))
				return false;
			*slot = p;
			w->found.at[p].wanted = true;
		}
	}
	return true;
}

static bool comes_before(const struct walking *w, uint32_t a, uint32_t b)
{
	const struct state *x = &w->states.at[w->found.at[a].state];
	const struct state *y = &w->states.at[w->found.at[b].state];
	if (x->time != y->time)
		return x->time < y->time;
	int const by_commit = git_oid_cmp(&x->commit, &y->commit);
	return by_commit ? by_commit < 0 : strcmp(x->path, y->path) < 0;
}

/* A heap of revisions whose parents are all in order. */
struct heap {
	uint32_t *at;
	uint32_t count;
};

static void heap_add(const struct walking *w, struct heap *h, uint32_t revision)
{
	uint32_t at = h->count++;
	for (; at && comes_before(w, revision, h->at[(at - 1) / 2]); at = (at - 1) / 2)
		h->at[at] = h->at[(at - 1) / 2];
	h->at[at] = revision;
}

static uint32_t heap_take(const struct walking *w, struct heap *h)
{
	uint32_t const first = h->at[0], last = h->at[--h->count];
	uint32_t at = 0;
	for (;;) {
		uint32_t child = at * 2 + 1;
		if (child >= h->count)
			break;
		if (child + 1 < h->count && comes_before(w, h->at[child + 1], h->at[child]))
			child++;
		if (!comes_before(w, h->at[child], last))
			break;
		h->at[at] = h->at[child];
		at = child;
	}
	h->at[at] = last;
	return first;
}

static void put(struct walking *w, uint32_t revision)
{
	struct found *f = &w->found.at[revision];
	const struct state *s = &w->states.at[f->state];
	struct walk *out = w->out;
	uint32_t *parents = arena_array(&out->arena, f->count, sizeof *parents);
	f->place = out->first + out->count;
	for (uint32_t i = 0; i < f->count && parents; i++) {
		uint32_t const p = w->parents.at[f->first + i];
		parents[i] = p & KNOWN ? p & ~KNOWN : w->found.at[p].place;
	}
	out->at[out->count++] = (struct walk_node){.commit = s->commit, .blob = s->entry,
	                                           .time = s->time, .path = s->path,
	                                           .parents = parents, .parent_count = f->count,
	                                           .same = f->same};
}

/* Of each revision, those that have it as a parent: at[first[r] .. first[r + 1]). */
struct children {
	uint32_t *first, *filled;
	uint32_t *at;
};

static void list_children(const struct walking *w, struct children *c)
{
	size_t const n = w->found.len;
	for (size_t i = 0; i < n; i++) {
		const struct found *f = &w->found.at[i];
		for (uint32_t k = 0; f->wanted && k < f->count; k++)
			if (!(w->parents.at[f->first + k] & KNOWN))
				c->first[w->parents.at[f->first + k] + 1]++;
	}
	for (size_t i = 0; i < n; i++)
		c->first[i + 1] += c->first[i];
	for (size_t i = 0; i < n; i++) {
		const struct found *f = &w->found.at[i];
		for (uint32_t k = 0; f->wanted && k < f->count; k++) {
			uint32_t const p = w->parents.at[f->first + k];
			if (!(p & KNOWN))
				c->at[c->first[p] + c->filled[p]++] = (uint32_t)i;
		}
	}
}

static void put_in_order(struct walking *w, struct heap *heap, const struct children *c)
{
	for (size_t i = 0; i < w->found.len; i++)
		if (w->found.at[i].wanted && !w->found.at[i].waiting)
			heap_add(w, heap, (uint32_t)i);
	while (heap->count) {
		uint32_t const next = heap_take(w, heap);
		put(w, next);
		for (uint32_t i = c->first[next]; i < c->first[next + 1]; i++)
			if (--w->found.at[c->at[i]].waiting == 0)
				heap_add(w, heap, c->at[i]);
	}
}

static bool order(struct walking *w, uint32_t tip)
{
	uint32_t count;
	w->out->tip = tip == WALK_NONE ? WALK_NONE : tip & ~KNOWN;
	if (tip == WALK_NONE || tip & KNOWN)
		return true;
	if (!mark_wanted(w, tip, &count))
		return false;
	size_t const n = w->found.len;
	struct arena scratch = {0};
	struct heap heap = {.at = arena_array(&scratch, n, sizeof(uint32_t))};
	struct children c = {.first = arena_array(&scratch, n + 1, sizeof(uint32_t)),
	                     .filled = arena_array(&scratch, n, sizeof(uint32_t)),
	                     .at = arena_array(&scratch, w->parents.len, sizeof(uint32_t))};
	w->out->at = arena_array(&w->out->arena, count, sizeof *w->out->at);
	if (!scratch.failed && !w->out->arena.failed) {
		list_children(w, &c);
		put_in_order(w, &heap, &c);
		w->out->tip = w->found.at[tip].place;
	}
	bool const ok = !scratch.failed && !w->out->arena.failed;
	arena_release(&scratch);
	return ok || fail(w, REDLINE_NO_MEMORY);
}

/* ---- the whole ---- */

/* Its absence is no damage, while that of a parent is. */
static bool is_there(struct walking *w, const git_oid *from)
{
	git_commit *commit;
	int const code = git_commit_lookup(&commit, w->repo, from);
	if (code == GIT_ENOTFOUND) {
		git_error_clear();
		return fail(w, trouble_say(w->why, REDLINE_NOT_FOUND, "there is no revision %s",
		                           git_oid_tostr_s(from)));
	}
	if (code)
		return fail(w, trouble_object(w->why, code, from, "a revision"));
	git_commit_free(commit);
	return true;
}

static bool run(struct walking *w, const git_oid *from, const char *path)
{
	const char *own = arena_copy(&w->out->arena, (redline_bytes){path, strlen(path) + 1}).ptr;
	if (w->out->arena.failed || !walk_border_read(&w->border, w->repo))
		return fail(w, REDLINE_NO_MEMORY);
	return is_there(w, from) && find_states(w, from, own) && resolve_all(w) && order(w, w->states.at[0].revision);
}

redline_status walk_draft(struct walk *out, git_repository *repo, const git_oid *from,
                          const char *path, const struct walk_known *known,
                          const struct walk_pulse *pulse, redline_trouble *why)
{
	*out = (struct walk){.first = known ? known->count : 0};
	struct walking w = {.out = out, .repo = repo, .known = known, .pulse = pulse, .why = why};
	(void)run(&w, from, path);
	VEC_RELEASE(&w.states);
	VEC_RELEASE(&w.oids);
	VEC_RELEASE(&w.sources);
	VEC_RELEASE(&w.queue);
	VEC_RELEASE(&w.found);
	VEC_RELEASE(&w.parents);
	free(w.slots);
	walk_border_release(&w.border);
	if (w.status != REDLINE_OK)
		walk_release(out);
	return w.status;
}

void walk_release(struct walk *w)
{
	arena_release(&w->arena);
	*w = (struct walk){0};
}
