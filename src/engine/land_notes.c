/*
 * land_notes.c -- footnotes, which stand in two places: "[^3]" behind the words, and
 * "[^3]: ..." where the notes are.  What adds or deletes one sees to both.  See
 * landing.h.
 */
#include "landing.h"

#include <stdio.h>
#include <stdlib.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/bytes.h"

/* ---- references ---- */

static uint64_t hash_of(redline_bytes label)
{
	return XXH3_64bits(label.ptr, label.len);
}

/* By label, then in the order of the text. */
static int compare_references(const void *a, const void *b)
{
	const struct note_reference *x = a, *y = b;
	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return (x->range.begin > y->range.begin) - (x->range.begin < y->range.begin);
}

/* Lists all references "[^...]" of the draft, once. */
static void list_references(struct lander *l)
{
	redline_bytes const t = l->text;
	size_t close = 0; /* the first "]" behind the reference at hand */
	for (size_t at = 0; !l->references_listed && at + 3 <= t.len; at++) {
		const char *open = memchr(t.ptr + at, '[', t.len - at);
		at = open ? (size_t)(open - t.ptr) : t.len;
		if (at + 3 > t.len || open[1] != '^')
			continue;
		if (close < at) {
			const char *next = memchr(open, ']', t.len - at);
			close = next ? (size_t)(next - t.ptr) : t.len;
		}
		if (close == t.len)
			break;
		struct note_reference *slot = VEC_PUSH(&l->references);
		if (slot)
			*slot = (struct note_reference){
				hash_of((redline_bytes){open + 2, close - at - 2}),
				{(uint32_t)at, (uint32_t)close + 1}};
	}
	if (!l->references_listed && l->references.len)
		qsort(l->references.at, l->references.len, sizeof *l->references.at,
		      compare_references);
	l->references_listed = true;
	l->arena->failed |= l->references.failed;
}

/* The next reference to the note from the ith on; NULL if there is none. */
static const struct note_reference *next_reference(const struct lander *l, redline_bytes label,
                                                   uint64_t hash, size_t *i)
{
	for (; *i < l->references.len && l->references.at[*i].hash == hash; ++*i) {
		const struct note_reference *r = &l->references.at[*i];
		redline_range const inside = {r->range.begin + 2, r->range.end - 1};
		if (bytes_equal(bytes_in(l->text, inside), label)) {
			++*i;
			return r;
		}
	}
	return NULL;
}

/* The first reference whose label may be that; the number of references if there is none. */
static size_t references_from(const struct lander *l, uint64_t hash)
{
	size_t low = 0;
	for (size_t high = l->references.len; low < high;) {
		size_t const mid = low + (high - low) / 2;
		if (l->references.at[mid].hash < hash)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* References "[^3]" to a footnote go with it. */
void landing_delete_references(struct landing *n, const redline_block *note)
{
	redline_bytes const label = bytes_in(n->l->text, note->core);
	uint64_t const hash = hash_of(label);
	list_references(n->l);
	const struct note_reference *r;
	for (size_t i = references_from(n->l, hash); (r = next_reference(n->l, label, hash, &i));)
		if (r->range.begin < note->bytes.begin || r->range.begin >= note->bytes.end) {
			landing_add_plain(n, r->range, LANDING_NOTHING);
			if (n->edits->len)
				n->edits->at[n->edits->len - 1].reference = true;
		}
}

/* How often the footnote of that label is referred to. */
static uint32_t count_references(const struct landing *n, redline_bytes label)
{
	redline_bytes const t = n->l->text;
	uint64_t const hash = hash_of(label);
	uint32_t count = 0;
	list_references(n->l);
	const struct note_reference *r;
	for (size_t i = references_from(n->l, hash); (r = next_reference(n->l, label, hash, &i));)
		count += r->range.end == t.len || t.ptr[r->range.end] != ':';
	return count;
}

/* "feasible.[^1]": the only one behind the stop that the words end before. */
static redline_range reference_behind_stop(const struct landing *n, redline_range r, uint32_t end)
{
	redline_bytes const t = n->l->text;
	uint32_t const at = r.end + 1;
	const char *close = at + 2 < end && landing_is_closing_mark((unsigned char)t.ptr[r.end]) &&
	                                    t.ptr[at] == '[' && t.ptr[at + 1] == '^'
	                            ? memchr(t.ptr + at, ']', end - at)
	                            : NULL;
	uint32_t const stop = close ? (uint32_t)(close - t.ptr) + 1 : 0;
	bool const more = stop && stop + 1 < end && t.ptr[stop] == '[' && t.ptr[stop + 1] == '^';
	return stop && !more ? (redline_range){at, stop} : (redline_range){0, 0};
}

/* The one reference in the words or right behind them; empty if there is none or more. */
static redline_range find_reference(const struct landing *n, redline_range r)
{
	redline_range found = {0, 0};
	redline_bytes const t = n->l->text;
	uint32_t const end = landing_body_of(n, r.begin).end;
	for (uint32_t at = r.begin; at + 3 < end && at <= r.end; at++) {
		if (t.ptr[at] != '[' || t.ptr[at + 1] != '^')
			continue;
		const char *close = memchr(t.ptr + at, ']', end - at);
		if (!close || range_len(found))
			return (redline_range){0, 0};
		found = (redline_range){at, (uint32_t)(close - t.ptr) + 1};
	}
	return range_len(found) ? found : reference_behind_stop(n, r, end);
}

/* The footnote that a reference names goes; `absent` is said if there is none. */
static bool delete_referred(struct landing *n, redline_range ref, const char *absent)
{
	redline_bytes const label =
		range_len(ref) ? bytes_in(n->l->text, (redline_range){ref.begin + 2, ref.end - 1})
			       : LANDING_NOTHING;
	uint32_t const note = places_footnote(&n->l->places, label);
	if (!label.len || note == n->l->count)
		return landing_say_not_there(n, absent);
	if (count_references(n, label) != 1)
		return landing_refuse(n, "place-ambiguous", landing_in_draft(ref),
		                      "this footnote is referred to elsewhere, too");
	landing_delete_blocks(n, note, note + 1);
	return true;
}

bool landing_delete_note(struct landing *n, redline_range *words)
{
	redline_range const ref = find_reference(n, *words);
	if (!delete_referred(n, ref,
	                     "no footnote, or more than one, hangs on these words; name it by "
	                     "its number"))
		return false;
	if (ref.begin <= words->end) /* behind a stop the reference goes alone, and the stop stays */
		words->end = ref.end > words->end ? ref.end : words->end;
	return true;
}

bool landing_delete_note_of(struct landing *n, redline_range gone)
{
	bool several;
	redline_range const ref = places_sole_reference(n->l->text, gone, &several);
	return delete_referred(n, several ? (redline_range){0, 0} : ref,
	                       "no footnote, or more than one, hangs on this; delete each by its "
	                       "number, in a sentence of its own");
}

/* One more than the highest number that a footnote has. */
static redline_bytes next_note(struct landing *n, uint32_t *last)
{
	unsigned long most = 0;
	*last = REDLINE_NONE;
	for (uint32_t i = 0; i < n->l->count; i++) {
		const redline_block *b = &n->l->blocks[i];
		if (b->kind != REDLINE_FOOTNOTE)
			continue;
		*last = i;
		unsigned long value = 0;
		for (uint32_t at = b->core.begin;
		     at < b->core.end && is_digit(n->l->text.ptr[at]) && value < 100000; at++)
			value = value * 10 + (unsigned long)(n->l->text.ptr[at] - '0');
		most = value > most ? value : most;
	}
	char out[24];
	int const len = snprintf(out, sizeof out, "%lu", most + 1 + n->l->notes_added++);
	return arena_copy(n->l->arena, (redline_bytes){out, (size_t)len});
}

/* Where the reference goes: after the words named, or at the end of the text. */
static bool note_spot(struct landing *n, const struct area *area, uint32_t *at)
{
	if (n->m->anchor.present) {
		struct matches found;
		if (!landing_pick_words(n, &n->m->anchor, area, REDLINE_ONCE, &found))
			return false;
		*at = found.at[0].range.end;
		return true;
	}
	redline_range r;
	if (n->m->where != REDLINE_AT_END)
		return landing_refuse(n, "place-unknown", landing_at_instruction(n),
		                      "it is not said after which words the footnote comes");
	if (!landing_edge_text(n, area, &r))
		return false;
	*at = range_trim(n->l->text, r).end;
	return true;
}

bool landing_add_note(struct landing *n, const struct area *area)
{
	uint32_t at = 0, last = REDLINE_NONE;
	if (!note_spot(n, area, &at))
		return false;
	redline_bytes const number = next_note(n, &last), eol = bytes_of(n->l->eol);
	redline_bytes const words = landing_trimmed(landing_with_eol(n, n->m->new_words.words));
	landing_add_plain(n, (redline_range){at, at},
	                  landing_join3(n, BYTES("[^"), number, BYTES("]")));
	redline_bytes const label = landing_join3(n, BYTES("[^"), number, BYTES("]: "));
	uint32_t const end = landing_blanks_begin(
		n, last != REDLINE_NONE ? n->l->blocks[last].subtree_end : n->l->count, 0);
	uint32_t const to = end ? n->l->blocks[end - 1].bytes.end : 0;
	bool const apart = last == REDLINE_NONE || landing_stands_apart(n, last, end);
	bool const newline = landing_ends_line(n, to);
	redline_bytes const head = landing_join3(n, newline ? LANDING_NOTHING : eol,
	                                         apart ? eol : LANDING_NOTHING, label);
	landing_add_plain(n, (redline_range){to, to},
	                  landing_join3(n, head, words, newline ? eol : LANDING_NOTHING));
	if (!n->edits->failed)
		n->edits->at[n->edits->len - 1].stack = STACK_NOTES;
	return true;
}
