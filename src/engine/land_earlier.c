/*
 * land_earlier.c -- words that another amendment brought in (landing.h).
 *
 * An amendment is of the draft as it stood, with two exceptions: it may name a proposal that it
 * changes, or its words may stand nowhere in the place but in what the same proposer's earlier
 * amendment brings in there.  Either way the words must stand there once.  The edit changes,
 * and both amendments are its causes.
 */
#include "landing.h"

#include "base/bytes.h"

#define EARLIER_MAX 256u

static bool same_proposer(const redline_amendment *a, const redline_amendment *b)
{
	if (!a->proposer_count || !b->proposer_count)
		return a->proposer_count == b->proposer_count;
	return bytes_equal(a->proposers[0], b->proposers[0]);
}

/* Where `words` stand in an edit's new words, once and as words; or SIZE_MAX. */
static size_t find_once(redline_bytes in, redline_bytes words)
{
	size_t found = SIZE_MAX;
	for (size_t i = 0; words.len && i + words.len <= in.len; i++) {
		if (memcmp(in.ptr + i, words.ptr, words.len) != 0)
			continue;
		unsigned size;
		bool const begins = i == 0 || !is_word_char(utf8_before(in, i, &size));
		bool const ends =
			i + words.len == in.len || !is_word_char(utf8_at(in, i + words.len, &size));
		if (begins && ends && found != SIZE_MAX)
			return SIZE_MAX;
		if (begins && ends)
			found = i;
	}
	return found;
}

/* The words of an earlier edit with this amendment carried out on them. */
static redline_bytes amended_words(struct landing *n, redline_bytes words, size_t at, size_t len)
{
	redline_bytes const head = {words.ptr, at}, old = {words.ptr + at, len};
	redline_bytes const tail = {words.ptr + at + len, words.len - at - len};
	redline_bytes const now = landing_new_words(n, old);
	switch (n->m->action) {
	case REDLINE_SUBSTITUTE:
		return landing_join3(n, head, now, tail);
	case REDLINE_DELETE:
		if (head.len && head.ptr[head.len - 1] == ' ')
			return landing_join3(n, (redline_bytes){head.ptr, head.len - 1},
			                     LANDING_NOTHING, tail);
		return landing_join3(n, head, LANDING_NOTHING, landing_trimmed(tail));
	default:
		break;
	}
	if (n->m->where == REDLINE_BEFORE)
		return landing_join3(n, head,
		                     landing_join3(n, now,
		                                   landing_wants_space_after(now) ? LANDING_BLANK
		                                                                  : LANDING_NOTHING,
		                                   old),
		                     tail);
	return landing_join3(
		n, head,
		landing_join3(n, old,
	                      landing_wants_space_before(now) ? LANDING_BLANK : LANDING_NOTHING,
	                      now),
		tail);
}

/* The words that an amendment changes, or that it inserts beside; NULL if it does neither. */
static const redline_operand *words_meant(const redline_amendment *m)
{
	bool const inserts = m->action == REDLINE_INSERT && m->anchor.present &&
	                     (m->where == REDLINE_BEFORE || m->where == REDLINE_AFTER);
	bool const changes = (m->action == REDLINE_SUBSTITUTE || m->action == REDLINE_DELETE) &&
	                     m->old_words.present && !m->anchor.present;
	return inserts ? &m->anchor : changes ? &m->old_words : NULL;
}

/* Gives an edit these words, and this amendment as one more cause.  False if memory is out. */
static bool share_edit(struct landing *n, size_t at, redline_bytes words)
{
	n->edits->at[at].words = words;
	struct edit both = n->edits->at[at];
	both.cause = n->cause;
	struct edit *slot = VEC_PUSH(n->edits);
	if (slot)
		*slot = both;
	return slot != NULL;
}

/* ---- an earlier amendment ---- */

/* The one edit of the same proposer's in the area that brings the words in, once; SIZE_MAX if
 * none or more do. */
static size_t find_earlier(const struct landing *n, const struct area *area, redline_bytes words,
                           size_t *at)
{
	size_t hit = SIZE_MAX,
	       first = n->edits->len > EARLIER_MAX ? n->edits->len - EARLIER_MAX : 0;
	for (size_t i = first; i < n->edits->len; i++) {
		const struct edit *e = &n->edits->at[i];
		const redline_amendment *earlier = n->l->results[e->cause].amendment;
		size_t const found = find_once(e->words, words);
		bool const inside =
			e->core.begin >= area->range.begin && e->core.end <= area->range.end;
		if (found == SIZE_MAX || !inside || earlier->action == REDLINE_RENUMBER ||
		    earlier->action == REDLINE_MOVE || !same_proposer(n->m, earlier))
			continue;
		if (hit != SIZE_MAX)
			return SIZE_MAX;
		hit = i;
		*at = found;
	}
	return hit;
}

bool landing_amend_earlier(struct landing *n, const struct area *area, bool *done)
{
	const redline_amendment *m = n->m;
	const redline_operand *o = words_meant(m);
	*done = false;
	/* what may still be refused must not have changed another's edit, and what is said at
	 * once ("respectively", "swap") is said of the text as it stands */
	bool const final = n->area_count == 1 && !m->check.present && !m->in_pairs;
	bool const plain = o != &m->old_words || m->extent == REDLINE_JUST_WORDS;
	if (!o || !plain || !final || m->occurrence != REDLINE_ONCE || !n->edits->len)
		return true;
	struct matches here;
	if (!finder_search(&n->l->finder, o->words, landing_search_range(n, area), 1, &here))
		return false;
	if (here.count)
		return true;
	redline_bytes const words = landing_trimmed(o->words);
	size_t at = 0;
	size_t const hit = find_earlier(n, area, words, &at);
	if (hit == SIZE_MAX)
		return true;
	bool const ok = share_edit(
		n, hit, amended_words(n, n->edits->at[hit].words, at, words.len));
	report_add(
		n->l->report, REDLINE_NOTE, "amends-earlier", landing_at_words(n, o),
		"these words stand in what an earlier amendment brings in, and are changed there");
	*done = true;
	return ok;
}

/* ---- a proposal ---- */

static bool is_of(const struct landing *n, const struct edit *e, uint32_t base)
{
	const redline_result *a = &n->l->results[e->cause], *b = &n->l->results[base];
	/* a passage may show what several parties propose */
	bool const same = a->amendment->proposer_count && b->amendment->proposer_count &&
	                  bytes_equal(a->amendment->proposers[0], b->amendment->proposers[0]);
	return same && a->statement == b->statement &&
	       a->amendment->sentence == b->amendment->sentence;
}

/* The one edit of the proposal in which the words stand once; SIZE_MAX if none or more. */
static size_t find_in_proposal(const struct landing *n, uint32_t base, redline_bytes words,
                               size_t *at)
{
	size_t hit = SIZE_MAX;
	for (size_t i = 0; i < n->edits->len; i++) {
		const struct edit *e = &n->edits->at[i];
		size_t const found =
			is_of(n, e, base) ? find_once(e->words, words) : SIZE_MAX;
		if (found == SIZE_MAX)
			continue;
		if (hit != SIZE_MAX)
			return SIZE_MAX;
		hit = i;
		*at = found;
	}
	return hit;
}

bool landing_amend_proposal(struct landing *n)
{
	const redline_amendment *m = n->m;
	const redline_operand *o = words_meant(m);
	uint32_t const base = n->l->bases[n->cause];
	bool const plain = o != &m->old_words || !m->through.present;
	if (!o || !plain || m->check.present || m->occurrence != REDLINE_ONCE)
		return landing_refuse(n, "unsupported", landing_at_instruction(n),
		                      "of a proposal only words that it brings in can be changed");
	if (n->l->results[base].fate != REDLINE_APPLIED)
		return landing_refuse(n, "proposal-refused", landing_at_instruction(n),
		                      "the proposal that this changes could not be applied");
	redline_bytes const words = landing_trimmed(o->words);
	size_t at = 0;
	size_t const hit = find_in_proposal(n, base, words, &at);
	if (hit == SIZE_MAX) {
		report_add(n->l->report, REDLINE_ERROR, "words-absent", landing_at_words(n, o),
		           "the words \"%.*s\" do not stand exactly once in what this proposal "
		           "brings in",
		           SHOWN(words));
		report_note(n->l->report,
		            (redline_spot){
				    REDLINE_IN_STATEMENT(n->l->results[base].statement),
				    n->l->results[base].amendment->source},
		            "the proposal");
		return !(n->refused = true);
	}
	redline_bytes const now = amended_words(n, n->edits->at[hit].words, at, words.len);
	redline_range const core = n->edits->at[hit].core;
	for (size_t i = 0; i < n->edits->len; i++) {
		/* whoever asks for the same change keeps asking for the same */
		struct edit *e = &n->edits->at[i];
		if (i != hit && e->core.begin == core.begin && e->core.end == core.end &&
		    n->l->bases[e->cause] == base)
			e->words = now;
	}
	return share_edit(n, hit, now);
}
