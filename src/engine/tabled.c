/* tabled.c -- see tabled.h. */
#include "tabled.h"

#include "base/bytes.h"

#define SHOWN_MAX 5u

struct table {
	struct report *report;
	redline_result *results;
	uint32_t count;
	uint32_t *bases;
};

static redline_spot spot_of(const redline_result *r)
{
	return (redline_spot){REDLINE_IN_STATEMENT(r->statement), r->amendment->source};
}

static bool is_by(const redline_amendment *m, redline_bytes who)
{
	for (uint32_t i = 0; i < m->proposer_count; i++)
		if (bytes_equal(m->proposers[i], who))
			return true;
	return false;
}

/* Whose proposal is addressed; empty if nobody is named. */
static redline_bytes owner_of(const redline_amendment *m)
{
	if (m->of.len)
		return m->of;
	return m->proposer_count ? m->proposers[0] : BYTES("");
}

static bool same_step(const redline_step *a, const redline_step *b)
{
	bool const unit = a->unit == b->unit || (a->label.len && (!a->exact || !b->exact));
	return unit && bytes_equal(a->label, b->label) && a->ordinal == b->ordinal &&
	       bytes_equal(a->words, b->words);
}

/* Is the place the one named, or inside it?  What was only carried over does not count. */
static bool is_inside(const redline_place *named, const redline_place *place)
{
	uint32_t const own = named->count - named->inherited;
	const redline_step *steps = named->steps + (own ? named->inherited : 0);
	uint32_t const wanted = own ? own : named->count;
	for (uint32_t at = 0; at + wanted <= place->count; at++) {
		uint32_t k = 0;
		while (k < wanted && same_step(&steps[k], &place->steps[at + k]))
			k++;
		if (k == wanted)
			return true;
	}
	return false;
}

/* Is the amendment's own new provision the one named? */
static bool adds_it(const redline_place *named, const redline_amendment *m)
{
	const redline_step *last = named->count ? &named->steps[named->count - 1] : NULL;
	return last && m->action == REDLINE_ADD && m->label.len &&
	       bytes_equal(last->label, m->label);
}

static bool is_at(const redline_amendment *m, const redline_amendment *earlier)
{
	for (uint32_t i = 0; i < m->place_count; i++) {
		if (adds_it(&m->places[i], earlier))
			return true;
		for (uint32_t k = 0; k < earlier->place_count; k++)
			if (is_inside(&m->places[i], &earlier->places[k]))
				return true;
	}
	return !m->place_count;
}

/* Is result i a proposal of the owner that stands and was made before result k? */
static bool is_tabled(const struct table *t, uint32_t i, uint32_t k)
{
	const redline_result *r = &t->results[i];
	return i < k && r->fate == REDLINE_APPLIED && !r->amendment->of_proposal &&
	       is_by(r->amendment, owner_of(t->results[k].amendment));
}

static bool same_sentence(const redline_result *a, const redline_result *b)
{
	return a->statement == b->statement && a->amendment->sentence == b->amendment->sentence;
}

/* The first result that fits, and how many proposals (sentences) do. */
static uint32_t find_fits(const struct table *t, uint32_t k, uint32_t *first)
{
	uint32_t fits = 0, last = 0;
	*first = REDLINE_NONE;
	for (uint32_t i = 0; i < k; i++) {
		if (!is_tabled(t, i, k) ||
		    !is_at(t->results[k].amendment, t->results[i].amendment))
			continue;
		if (!fits || !same_sentence(&t->results[i], &t->results[last]))
			fits++;
		*first = *first == REDLINE_NONE ? i : *first;
		last = i;
	}
	return fits;
}

/* Shows the owner's proposals that there are: all of them, or those that fit. */
static void show_tabled(const struct table *t, uint32_t k, bool fitting)
{
	uint32_t shown = 0;
	for (uint32_t i = 0; i < k && shown < SHOWN_MAX; i++) {
		if (!is_tabled(t, i, k) ||
		    (fitting && !is_at(t->results[k].amendment, t->results[i].amendment)))
			continue;
		report_note(t->report, spot_of(&t->results[i]), "a proposal of %.*s",
		            SHOWN(owner_of(t->results[k].amendment)));
		shown++;
	}
}

static void refuse(struct table *t, uint32_t k)
{
	t->results[k].fate = REDLINE_REFUSED;
}

/* The message names the owner. */
static void say(struct table *t, uint32_t k, const char *code, const char *message)
{
	report_add(t->report, REDLINE_ERROR, code, spot_of(&t->results[k]), message,
	           SHOWN(owner_of(t->results[k].amendment)));
	refuse(t, k);
}

/* Is it said who acts, and may they? */
static bool may_address(struct table *t, uint32_t k)
{
	const redline_amendment *m = t->results[k].amendment;
	redline_bytes const owner = owner_of(m);
	if (!owner.len) {
		report_add(t->report, REDLINE_ERROR, "proposal-unclear", spot_of(&t->results[k]),
		           "it is not said whose proposal this is");
		refuse(t, k);
		return false;
	}
	if (m->action == REDLINE_WITHDRAW && !is_by(m, owner)) {
		say(t, k, "withdrawal-not-own", "only %.*s can withdraw its own proposal");
		return false;
	}
	return true;
}

/* A proposal made together stands as long as one of its proposers holds on to it. */
static bool is_shared(struct table *t, uint32_t i, uint32_t k)
{
	const redline_amendment *m = t->results[i].amendment;
	for (uint32_t p = 0; p < m->proposer_count; p++) {
		if (is_by(t->results[k].amendment, m->proposers[p]))
			continue;
		report_add(t->report, REDLINE_ERROR, "withdrawal-not-own",
		           spot_of(&t->results[k]), "%.*s made this proposal, too",
		           SHOWN(m->proposers[p]));
		report_note(t->report, spot_of(&t->results[i]), "the proposal");
		refuse(t, k);
		return true;
	}
	return false;
}

static void withdraw(struct table *t, uint32_t i, uint32_t k)
{
	t->results[i].fate = REDLINE_WITHDRAWN;
	t->report->amendment = i;
	report_add(t->report, REDLINE_NOTE, "withdrawn", spot_of(&t->results[i]),
	           "%.*s withdrew this", SHOWN(owner_of(t->results[k].amendment)));
	report_note(t->report, spot_of(&t->results[k]), "here it is withdrawn");
	t->report->amendment = k;
}

static void settle_withdrawal(struct table *t, uint32_t k)
{
	for (uint32_t i = 0; i < k; i++)
		if (is_tabled(t, i, k) &&
		    is_at(t->results[k].amendment, t->results[i].amendment) && is_shared(t, i, k))
			return;
	for (uint32_t i = 0; i < k; i++)
		if (is_tabled(t, i, k) && is_at(t->results[k].amendment, t->results[i].amendment))
			withdraw(t, i, k);
}

static void settle(struct table *t, uint32_t k)
{
	const redline_amendment *m = t->results[k].amendment;
	t->report->amendment = k;
	if (!may_address(t, k))
		return;
	uint32_t first;
	uint32_t const fits = find_fits(t, k, &first);
	bool const all = m->of_several && m->action == REDLINE_WITHDRAW;
	if (!fits) {
		say(t, k, "proposal-absent",
		    m->place_count ? "no proposal of %.*s on this place stands before this"
		                   : "no proposal of %.*s stands before this");
		show_tabled(t, k, false);
	} else if (fits > 1 && !all) {
		say(t, k, "proposal-ambiguous",
		    "more than one proposal of %.*s fits; say on which provision");
		show_tabled(t, k, true);
	} else if (m->action == REDLINE_WITHDRAW) {
		settle_withdrawal(t, k);
	} else {
		t->bases[k] = first;
	}
}

/* What changes a proposal goes with it if it is the proposer's own, else is refused. */
static void settle_orphan(struct table *t, uint32_t k)
{
	const redline_amendment *m = t->results[k].amendment;
	uint32_t const base = t->bases[k];
	if (base == REDLINE_NONE || t->results[base].fate != REDLINE_WITHDRAWN)
		return;
	t->report->amendment = k;
	if (is_by(m, owner_of(m)) && m->proposer_count == 1) {
		report_add(t->report, REDLINE_NOTE, "withdrawn", spot_of(&t->results[k]),
		           "the proposal that this changes was withdrawn");
		t->results[k].fate = REDLINE_WITHDRAWN;
		return;
	}
	say(t, k, "proposal-withdrawn", "%.*s withdrew the proposal that this changes");
}

bool tabled_settle(struct report *report, struct arena *arena, redline_result *results,
                   uint32_t count, uint32_t **bases)
{
	struct table t = {report, results, count, arena_array(arena, (size_t)count + 1,
	                                                      sizeof **bases)};
	*bases = t.bases;
	if (!t.bases)
		return false;
	uint32_t addressing = 0;
	for (uint32_t k = 0; k < count; k++) {
		t.bases[k] = REDLINE_NONE;
		if (!results[k].amendment->of_proposal)
			continue;
		if (addressing++ < TABLED_MAX) {
			settle(&t, k);
			continue;
		}
		report->amendment = k;
		say(&t, k, "unsupported", "too many amendments of proposals, this one of %.*s's");
	}
	for (uint32_t k = 0; addressing && k < count; k++)
		settle_orphan(&t, k);
	report->amendment = REDLINE_NONE;
	return !report_failed(report);
}
