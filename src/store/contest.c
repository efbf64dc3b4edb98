/*
 * contest.c -- who disagrees with whom, and on what.  See combine.h.
 *
 * Who last changed words on one side is found by going back from its tip: from a
 * revision to the parent that has the same draft, or else to the first, comparing the
 * two.  If the words in question stand in what changed, it was that revision; if not,
 * they are found in the older draft, and so on.
 */
#include <stdlib.h>
#include <string.h>

#include <redline/compare.h>

#include "base/bytes.h"
#include "combine.h"
#include "disk.h"

enum { BASE, OURS, THEIRS, REVISIONS_MOST = 2000 };

/* ---- words, one revision further back ---- */

/* Do words of `now` that came, or the place where some went, touch these? */
static bool touches(const redline_op *op, redline_range words)
{
	if (op->kind != REDLINE_CHANGE)
		return false;
	bool const empty = words.begin == words.end || op->now.begin == op->now.end;
	return empty ? op->now.begin <= words.end && op->now.end >= words.begin
	             : op->now.begin < words.end && op->now.end > words.begin;
}

/* Of a move: its edits, which tile its new place. */
static bool move_touches(const redline_script *script, const redline_op *op, redline_range words)
{
	uint32_t count;
	const redline_move *move = &redline_script_moves(script, &count)[op->move];
	const redline_op *edits = redline_script_edits(script, &count);
	for (uint32_t i = 0; i < move->edit_count; i++)
		if (touches(&edits[move->first_edit + i], words))
			return true;
	return false;
}

static bool find_in(const redline_op *ops, uint32_t count, uint32_t place, uint32_t *out)
{
	for (uint32_t i = 0; i < count; i++) {
		uint32_t const into = place - ops[i].now.begin;
		bool const holds = ops[i].now.begin <= place && place <= ops[i].now.end;
		if (!holds || (ops[i].kind != REDLINE_KEEP && ops[i].kind != REDLINE_ALIKE))
			continue;
		uint32_t const len = range_len(ops[i].old);
		*out = ops[i].old.begin + (into < len ? into : len);
		return true;
	}
	return false;
}

/* A place in the new text, in the old one. */
static bool find_place(const redline_script *script, uint32_t place, uint32_t *out)
{
	uint32_t count, edits;
	const redline_op *ops = redline_script_ops(script, &count);
	const redline_op *edit = redline_script_edits(script, &edits);
	return find_in(ops, count, place, out) || find_in(edit, edits, place, out);
}

/* True if the words changed; else *words is where they stood before. */
static bool has_changed(const redline_script *script, redline_range *words)
{
	uint32_t count, begin, end;
	const redline_op *ops = redline_script_ops(script, &count);
	for (uint32_t i = 0; i < count; i++) {
		bool const here = ops[i].now.begin <= words->end && ops[i].now.end >= words->begin;
		if (here && (touches(&ops[i], *words) ||
		             (ops[i].kind == REDLINE_MOVE_IN && move_touches(script, &ops[i], *words))))
			return true;
	}
	if (!find_place(script, words->begin, &begin) || !find_place(script, words->end, &end))
		return true;
	*words = (redline_range){begin, end > begin ? end : begin};
	return false;
}

static bool changed_between(redline_bytes old, redline_bytes now, redline_range *words)
{
	redline_draft *before = NULL, *after = NULL;
	redline_comparison *comparison = NULL;
	bool const compared = redline_draft_new(&before, old, NULL) == REDLINE_OK &&
	                      redline_draft_new(&after, now, NULL) == REDLINE_OK &&
	                      redline_compare(&comparison, before, after, NULL) == REDLINE_OK;
	bool const changed =
	        !compared || has_changed(redline_comparison_script(comparison), words);
	redline_comparison_free(comparison);
	redline_draft_free(before);
	redline_draft_free(after);
	return changed;
}

/* ---- from revision to revision ---- */

/* A revision, and what it has at the draft's path. */
struct version {
	git_commit *commit;
	struct store_entry entry;
};

static bool read_version(redline_store *store, const git_oid *id, const char *path,
                         struct version *out)
{
	*out = (struct version){.commit = NULL};
	if (store_commit(store, id, &out->commit, NULL))
		return false;
	return store_entry(store, git_commit_tree_id(out->commit), path, &out->entry, NULL) ==
	       REDLINE_OK;
}

static bool is_base(const struct fork *fork, const git_oid *id)
{
	for (size_t i = 0; i < fork->base_count; i++)
		if (git_oid_equal(id, &fork->bases[i]))
			return true;
	return false;
}

/* The parent whose draft is the same, else the first; false if there is none. */
static bool parent_of(redline_store *store, const struct version *child, const char *path,
                      struct version *out)
{
	unsigned const count = git_commit_parentcount(child->commit);
	for (unsigned i = 0; i < count; i++) {
		if (read_version(store, git_commit_parent_id(child->commit, i), path, out) &&
		    out->entry.mode && git_oid_equal(&out->entry.id, &child->entry.id))
			return true;
		git_commit_free(out->commit);
	}
	*out = (struct version){.commit = NULL};
	return count && read_version(store, git_commit_parent_id(child->commit, 0), path, out);
}

/* Did the words come with this revision?  If not, where they stood in its parent. */
static bool came_with(redline_store *store, const struct version *parent,
                      const struct version *child, redline_range *words)
{
	char *old = NULL, *now = NULL;
	size_t old_len = 0, now_len = 0;
	if (parent->entry.mode && git_oid_equal(&parent->entry.id, &child->entry.id))
		return false;
	bool const read =
	        parent->entry.mode &&
	        store_blob(store, &parent->entry.id, "a draft", &old, &old_len, NULL) == REDLINE_OK &&
	        store_blob(store, &child->entry.id, "a draft", &now, &now_len, NULL) == REDLINE_OK;
	bool const came = !read || changed_between((redline_bytes){old, old_len},
	                                           (redline_bytes){now, now_len}, words);
	free(old);
	free(now);
	return came;
}

/* The author of the revision that last changed these words of a side's draft. */
static redline_bytes find_proposer(redline_store *store, const struct fork *fork,
                                   const git_oid *tip, const char *path, redline_range words,
                                   struct shared *shared)
{
	struct version at, parent = {.commit = NULL};
	redline_bytes name = {"", 0};
	bool found = !path || !read_version(store, tip, path, &at) || !at.entry.mode;
	if (found && path && at.commit)
		name = shared_copy(shared, bytes_of(git_commit_author(at.commit)->name));
	for (int i = 0; !found && i < REVISIONS_MOST; i++) {
		bool const has_parent = parent_of(store, &at, path, &parent);
		found = !has_parent || came_with(store, &parent, &at, &words) ||
		        (parent.commit && is_base(fork, git_commit_id(parent.commit)));
		if (found) {
			name = shared_copy(shared, bytes_of(git_commit_author(at.commit)->name));
			git_commit_free(parent.commit);
		} else {
			git_commit_free(at.commit);
			at = parent;
		}
	}
	if (path)
		git_commit_free(at.commit);
	git_error_clear();
	return name;
}

/* ---- contests ---- */

static redline_contest *add(struct shared *shared, const char *path)
{
	redline_contest *it = VEC_PUSH(&shared->contests);
	if (!it)
		abort();
	it->path = shared_copy(shared, bytes_of(path));
	return it;
}

/* The number of the paragraph at a place; empty if it has none. */
static redline_bytes number_at(redline_bytes text, uint32_t place, struct shared *shared)
{
	redline_draft *draft;
	char number[128] = "";
	if (redline_draft_new(&draft, text, NULL) != REDLINE_OK)
		return (redline_bytes){"", 0};
	uint32_t const block = redline_draft_block_at(draft, place);
	if (block != REDLINE_NONE)
		(void)redline_draft_path(draft, block, number, sizeof number);
	redline_draft_free(draft);
	return shared_copy(shared, bytes_of(number));
}

void contest_words(redline_store *store, const struct fork *fork, const struct contested *draft,
                   const redline_merge_conflict *conflict, struct shared *shared)
{
	redline_contest *it = add(shared, draft->path[OURS]);
	it->number = number_at(draft->text[BASE], conflict->base.begin, shared);
	if (!it->number.len)
		it->number = number_at(draft->text[OURS], conflict->ours.begin, shared);
	it->base = shared_copy(shared, bytes_in(draft->text[BASE], conflict->base));
	it->ours = shared_copy(shared, bytes_in(draft->text[OURS], conflict->ours));
	it->theirs = shared_copy(shared, bytes_in(draft->text[THEIRS], conflict->theirs));
	it->our_proposer = find_proposer(store, fork, &fork->ours, draft->path[OURS],
	                                 conflict->ours, shared);
	it->their_proposer = find_proposer(store, fork, &fork->theirs, draft->path[THEIRS],
	                                   conflict->theirs, shared);
}

/* Of whole files: whoever last touched them. */
void contest_file(redline_store *store, const struct fork *fork, const char *path,
                  const char *our_path, const char *their_path, struct shared *shared)
{
	redline_range const all = {0, UINT32_MAX / 2};
	redline_contest *it = add(shared, path);
	it->our_proposer = find_proposer(store, fork, &fork->ours, our_path, all, shared);
	it->their_proposer = find_proposer(store, fork, &fork->theirs, their_path, all, shared);
}
