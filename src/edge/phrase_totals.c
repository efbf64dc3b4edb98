/*
 * phrase_totals.c -- positions, and how many amendments were applied (phrase.h).
 *
 * The totals name at most a dozen proposers and twenty positions, so their cost is linear in
 * what there is to count.
 */
#include "edge/phrase.h"

#include "base/bytes.h"

enum {
	NAMES_MAX = 12,     /* proposers named in the totals */
	POSITIONS_MAX = 20,
};

/* " deleting", " inserting "always"" */
static void add_act(struct buf *b, const redline_position_taken *p)
{
	static const char *const acts[] = {
		[REDLINE_SUBSTITUTE] = "changing", [REDLINE_DELETE] = "deleting",
		[REDLINE_INSERT] = "inserting",    [REDLINE_REWRITE] = "changing",
		[REDLINE_ADD] = "inserting",       [REDLINE_ALTERNATIVE] = "inserting",
		[REDLINE_BRACKET] = "bracketing",  [REDLINE_UNBRACKET] = "unbracketing",
		[REDLINE_MOVE] = "moving",         [REDLINE_RENUMBER] = "renumbering",
		[REDLINE_SPLIT] = "splitting",     [REDLINE_MERGE] = "merging",
	};
	if (p->on_act)
		buf_printf(b, " %s", acts[p->action]);
	if (p->words.len) {
		buf_char(b, ' ');
		phrase_quoted(b, p->words);
	}
}

void phrase_position(struct buf *b, const redline_position_taken *p)
{
	static const char *const stances[] = {
		[REDLINE_SUPPORTS] = "supports",
		[REDLINE_OPPOSES] = "opposes",
		[REDLINE_RESERVES] = "reserves its position on",
		[REDLINE_WAIVES] = "does not ask for",
	};
	if (p->proposer.len)
		buf_bytes(b, p->proposer);
	else
		buf_text(b, "the speaker");
	buf_printf(b, " %s", stances[p->stance]);
	add_act(b, p);
	if (p->place_count) {
		buf_text(b, p->words.len ? " in " : " ");
		phrase_places(b, p->places, p->place_count);
	}
}

void phrase_positions(struct buf *b, const redline_view *view)
{
	uint32_t shown = 0, left = 0;
	for (uint32_t s = 0; s < view->statement_count; s++) {
		uint32_t count;
		const redline_position_taken *p =
		    redline_statement_positions(view->statements[s], &count);
		for (uint32_t i = 0; i < count; i++) {
			if (!p[i].place_count)
				continue; /* not on any one place of the draft */
			if (shown == POSITIONS_MAX) {
				left++;
				continue;
			}
			buf_text(b, shown++ ? "; " : "Positions: ");
			phrase_position(b, &p[i]);
		}
	}
	if (left)
		buf_printf(b, "; and %u more", (unsigned)left);
	if (shown)
		buf_char(b, '.');
}

struct totals {
	uint32_t applied, refused, withdrawn;
	redline_bytes names[NAMES_MAX];
	uint32_t named;
	bool more;
};

static void note_name(struct totals *t, redline_bytes name)
{
	for (uint32_t i = 0; i < t->named; i++)
		if (bytes_equal(t->names[i], name))
			return;
	if (t->named == NAMES_MAX)
		t->more = true;
	else
		t->names[t->named++] = name;
}

static void count_results(struct totals *t, const redline_view *view)
{
	uint32_t count = 0;
	const redline_result *r =
	    view->outcome ? redline_outcome_results(view->outcome, &count) : NULL;
	for (uint32_t i = 0; i < count; i++) {
		if (r[i].fate == REDLINE_WITHDRAWN) {
			t->withdrawn++;
			continue;
		}
		if (r[i].fate != REDLINE_APPLIED) {
			t->refused++;
			continue;
		}
		if (r[i].amendment->action == REDLINE_WITHDRAW)
			continue; /* what it takes back is counted */
		t->applied++;
		for (uint32_t k = 0; k < r[i].amendment->proposer_count; k++)
			note_name(t, r[i].amendment->proposers[k]);
	}
}

static void add_counts(struct buf *b, const struct totals *t)
{
	if (!t->applied && !t->refused && !t->withdrawn) {
		buf_text(b, "No amendments.");
		return;
	}
	buf_printf(b, "%u amendment%s applied", (unsigned)t->applied, t->applied == 1 ? "" : "s");
	for (uint32_t i = 0; i < t->named; i++) {
		buf_text(b, i ? ", " : " (");
		buf_bytes(b, t->names[i]);
	}
	if (t->named)
		buf_text(b, t->more ? " and others)" : ")");
	if (t->refused)
		buf_printf(b, ", %u not applied", (unsigned)t->refused);
	if (t->withdrawn)
		buf_printf(b, ", %u withdrawn", (unsigned)t->withdrawn);
	buf_char(b, '.');
}

void phrase_totals(struct buf *b, const redline_view *view)
{
	struct totals t = {0};
	count_results(&t, view);
	add_counts(b, &t);
}
