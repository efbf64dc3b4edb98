/*
 * land.c -- one amendment onto the draft: its places (place.c), then what its
 * action does there (land_words.c, land_provisions.c), then the check of the
 * result.
 */
#include "landing.h"

#include "base/buf.h"
#include "base/bytes.h"

/* ---- "so that it reads ..." ---- */

static bool check_result(struct landing *n, size_t first_edit)
{
	if (!n->m->check.present || n->refused)
		return true;
	struct buf after = {0};
	const struct area *area = &n->areas[0];
	redline_range r = area->range;
	if (area->kind == AREA_DOCUMENT && n->edits->len > first_edit)
		r = landing_body_of(n, n->edits->at[first_edit].core.begin);
	uint32_t at = r.begin;
	for (size_t i = first_edit; i < n->edits->len; i++) {
		const struct edit *e = &n->edits->at[i];
		if (e->range.begin < at || e->range.end > r.end)
			continue;
		buf_bytes(&after, bytes_in(n->l->text, (redline_range){at, e->range.begin}));
		buf_bytes(&after, e->words);
		at = e->range.end;
	}
	buf_bytes(&after, bytes_in(n->l->text, (redline_range){at, r.end}));
	bool ok = !after.failed;
	if (ok) {
		redline_draft *result = landing_read(n, buf_view(&after));
		struct matches found = {0};
		if (result) {
			struct finder f;
			finder_begin(&f, result, n->l->arena);
			struct area const all = {.range = {0, (uint32_t)after.len}};
			redline_operand const check = n->m->check;
			ok = finder_search(&f, check.words, all.range, 2, &found);
			if (ok && found.count == 0 && landing_ends_with_stop(check.words))
				ok = finder_search(&f, landing_without_stop(check.words), all.range,
				                   2, &found);
			finder_end(&f);
		}
		redline_draft_free(result);
		if (ok && found.count == 0)
			(void)landing_refuse(n, "check-failed", landing_at_words(n, &n->m->check),
			                     "with this amendment the text does not read so");
	}
	buf_release(&after);
	return ok;
}

/* ---- the whole amendment ---- */

/* From here on the amendment says the places as they held. */
static bool keep_places(struct landing *n, const redline_place *held)
{
	const redline_amendment *m = n->m;
	bool changed = false;
	for (uint32_t i = 0; i < n->area_count; i++)
		changed |= held[i].count != m->places[i].count;
	if (!changed)
		return true;
	redline_amendment *own = arena_alloc(n->l->arena, sizeof *own);
	redline_place *places = arena_array(n->l->arena, m->place_count, sizeof *places);
	if (!own || !places)
		return false;
	memcpy(places, m->places, m->place_count * sizeof *places);
	memcpy(places, held, n->area_count * sizeof *places);
	*own = *m;
	own->places = places;
	n->m = own;
	return true;
}

static bool resolve_areas(struct landing *n)
{
	if (!landing_goes_below(n))
		return false;
	const redline_amendment *m = n->m;
	if (m->place_count == 0) {
		n->areas[0] = places_document(&n->l->places);
		n->area_count = 1;
		return true;
	}
	if (m->place_count > AREAS_MAX)
		return landing_refuse(n, "not-understood", landing_at_instruction(n),
		                      "too many places");
	redline_place held[AREAS_MAX];
	for (uint32_t i = 0; i < m->place_count && !n->refused; i++) {
		redline_spot where = {REDLINE_IN_STATEMENT(n->statement), m->places[i].source};
		if (!range_len(where.range))
			where = landing_at_instruction(n);
		n->refused = !places_resolve(&n->l->places, &m->places[i], where, n->l->report,
		                             &n->areas[i], &held[i]);
		n->area_count++;
	}
	return keep_places(n, held) && !n->refused;
}

/* One of two rows of a table will do for words that stand in just one of them. */
static bool is_sure(struct landing *n)
{
	const redline_amendment *m = n->m;
	bool const words = m->old_words.present || m->anchor.present;
	for (uint32_t i = 0; i < n->area_count; i++)
		if (n->areas[i].unsure && !(words && m->occurrence == REDLINE_ONCE))
			return landing_refuse(n, "place-ambiguous", landing_at_instruction(n),
			                      "it is not clear whether the header counts as a row; say "
			                      "\"the row beginning with ...\"");
	return true;
}

/*
 * Where the draft's lines end is not where the speaker's did.  So a line may point at
 * words that stand once; a whole line, its end, or each of the words in it is no place.
 */
static bool needs_no_line(struct landing *n)
{
	const redline_amendment *m = n->m;
	bool const found = m->old_words.present || m->anchor.present;
	bool const bounded = m->extent != REDLINE_TO_PLACE_END;
	for (uint32_t i = 0; i < n->area_count; i++)
		if (n->areas[i].by_line && !(found && bounded && m->occurrence == REDLINE_ONCE))
			return landing_refuse(n, "place-unknown", landing_at_instruction(n),
			                      "lines are a matter of print, so it is not clear what is "
			                      "meant; quote the words");
	return true;
}

/* What is excepted must be there, and the change one of words. */
static bool resolve_exceptions(struct landing *n)
{
	const redline_amendment *m = n->m;
	if (!m->excepted_count)
		return true;
	if ((!m->old_words.present && !m->anchor.present) || m->excepted_count > AREAS_MAX)
		return landing_refuse(n, "not-understood", landing_at_instruction(n),
		                      "an exception can be made for words only; name the provisions "
		                      "that are to change");
	redline_place held;
	for (uint32_t i = 0; i < m->excepted_count; i++)
		if (!places_resolve(&n->l->places, &m->excepted[i], landing_at_instruction(n),
		                    n->l->report, &n->excepted[n->excepted_count++], &held))
			return !(n->refused = true);
	return true;
}

/* "in the phrase “a third conference”": from here on, that is the place. */
static bool resolve_context(struct landing *n)
{
	const redline_amendment *m = n->m;
	struct matches found;
	if (!m->context.present)
		return true;
	for (uint32_t i = 0; i < n->area_count; i++) {
		struct area *area = &n->areas[i];
		if (!landing_pick_words(n, &m->context, area, REDLINE_ONCE, &found))
			return false;
		redline_range const r = found.at[0].range;
		*area = (struct area){.kind = AREA_TEXT,
		                      .range = r,
		                      .block = redline_draft_block_at(n->l->draft, r.begin),
		                      .unit = REDLINE_WORDS};
		area->end_block = area->block + 1;
	}
	return true;
}

/* The one place that what moves goes to, or that a split stands at. */
static bool resolve_target(struct landing *n)
{
	const redline_amendment *m = n->m;
	redline_place held;
	n->has_target = m->action != REDLINE_RENUMBER && m->target_count == 1;
	if (!n->has_target)
		return true;
	if (places_resolve(&n->l->places, &m->targets[0], landing_at_instruction(n), n->l->report,
	                   &n->target, &held))
		return true;
	return !(n->refused = true);
}

static bool carry_out(struct landing *n, const struct area *area)
{
	bool const words = n->m->old_words.present;
	bool done;
	if (!landing_amend_earlier(n, area, &done) || done)
		return done;
	switch (n->m->action) {
	case REDLINE_SUBSTITUTE:
		return landing_substitute_in(n, area);
	case REDLINE_DELETE:
		return words ? landing_delete_in(n, area) : landing_delete_unit(n, area);
	case REDLINE_INSERT:
		return landing_insert_in(n, area);
	case REDLINE_REWRITE:
		return landing_rewrite_in(n, area);
	case REDLINE_ADD:
	case REDLINE_ALTERNATIVE:
		return landing_add_in(n, area);
	case REDLINE_BRACKET:
		return landing_bracket_in(n, area);
	case REDLINE_UNBRACKET:
		return landing_unbracket_in(n, area);
	case REDLINE_MOVE:
		return landing_move(n);
	case REDLINE_RENUMBER:
		return landing_renumber(n);
	case REDLINE_SPLIT:
		return landing_split(n);
	case REDLINE_MERGE:
		return landing_merge(n);
	case REDLINE_DESIGNATE:
		return landing_designate(n, area);
	case REDLINE_WITHDRAW:
		break; /* settled before anything lands */
	}
	return false;
}

/* Is the action one on all its places together? */
static bool takes_all_at_once(redline_action action)
{
	return action == REDLINE_MOVE || action == REDLINE_RENUMBER || action == REDLINE_MERGE ||
	       action == REDLINE_SPLIT;
}

static bool covers_pair(const struct landing *n)
{
	return n->m->where == REDLINE_BETWEEN && !n->m->anchor.present && n->area_count == 2;
}

/* "Page 5, line 12: delete ..." names nothing but lines, so nothing of the place was looked at. */
static void say_line_not_used(const struct landing *n, uint32_t i)
{
	if (n->m->place_count && n->m->places[i].count > 1)
		report_add(n->l->report, REDLINE_NOTE, "line-not-used", landing_at_instruction(n),
		           "lines are a matter of print, so the words were found by themselves");
	else
		report_add(n->l->report, REDLINE_WARNING, "line-not-used", landing_at_instruction(n),
		           "pages and lines are a matter of print, so the words were looked for in "
		           "all of the draft; look whether this is the place");
}

/* A refused amendment leaves nothing behind. */
static void take_back(struct landing *n, size_t edits)
{
	struct lander *l = n->l;
	n->edits->len = edits;
	while (l->renumbered.len && l->renumbered.at[l->renumbered.len - 1].cause == n->cause)
		l->renumbered.len--;
	while (l->moved.len && l->moved.at[l->moved.len - 1].cause == n->cause)
		l->moved.len--;
	while (l->touched.len && l->touched.at[l->touched.len - 1].cause == n->cause)
		l->touched.len--;
	while (l->added.len && l->added.at[l->added.len - 1].cause == n->cause)
		l->added.len--;
}

/* Does it say that words become what they are? */
static bool changes_nothing(const redline_amendment *m)
{
	return m->action == REDLINE_SUBSTITUTE && m->new_words.present && !m->through.present &&
	       m->old_words.words.len && bytes_equal(m->old_words.words, m->new_words.words);
}

/* What may be no part of the new words. */
static void warn_of_words(struct landing *n)
{
	const redline_amendment *m = n->m;
	if (m->new_words.present && m->action == REDLINE_SUBSTITUTE)
		landing_warn_hidden(n, m->new_words.words, landing_at_words(n, &m->new_words));
	if (m->new_words.present && m->action != REDLINE_REWRITE &&
	    landing_leaves_out(m->new_words.words))
		report_add(n->l->report, REDLINE_WARNING, "dots-kept",
		           landing_at_words(n, &m->new_words),
		           "the dots come into the text as they stand here; if they leave words out, "
		           "give those, too");
}

static bool counts_in_one_place(struct landing *n)
{
	const redline_amendment *m = n->m;
	bool const one_each =
		m->occurrence == REDLINE_COUNTED && n->area_count == (uint32_t)m->nth;
	bool const counted = m->occurrence == REDLINE_NTH ||
	                     (m->occurrence >= REDLINE_SOME && !one_each);
	return !counted || n->area_count <= 1 ||
	       landing_refuse(n, "place-ambiguous", landing_at_instruction(n),
	                      "an occurrence is counted within one place, and several are named");
}

static bool leaves_footnote(struct landing *n)
{
	return !n->m->with_footnote || n->m->action == REDLINE_DELETE ||
	       landing_refuse(n, "unsupported", landing_at_instruction(n),
	                      "say what is done with the footnote in a sentence of its own, "
	                      "by its number");
}

/* The action, in each of the places or on all of them. */
static bool carry_out_all(struct landing *n)
{
	/* "renumber accordingly" waits until all the others have landed */
	bool const later = n->m->action == REDLINE_RENUMBER && !n->m->target_count;
	bool const once = covers_pair(n) || takes_all_at_once(n->m->action);
	uint32_t const count = later ? 0 : once ? 1 : n->area_count;
	bool ok = true;
	for (uint32_t i = 0; ok && i < count; i++) {
		ok = carry_out(n, &n->areas[i]);
		if (ok && n->areas[i].by_line)
			say_line_not_used(n, i);
	}
	return ok;
}

bool land(struct lander *l, const redline_amendment **amendment, uint32_t statement,
          uint32_t cause, edit_list *edits, bool *landed)
{
	const redline_amendment *m = *amendment;
	struct landing n = {.l = l, .m = m, .statement = statement, .cause = cause, .edits = edits};
	size_t const before = edits->len;
	*landed = false;
	if (changes_nothing(m))
		return landing_refuse(&n, "nothing-changes", landing_at_words(&n, &m->new_words),
		                      "the new words are the old ones, so nothing would change") ||
		       !report_failed(l->report);
	warn_of_words(&n);
	if (m->of_proposal) {
		bool const done = m->action == REDLINE_WITHDRAW || landing_amend_proposal(&n);
		*landed = done && !n.refused;
		return !edits->failed && !report_failed(l->report) && !l->arena->failed;
	}
	bool ok = landing_is_of_text(&n) && landing_settles_rival(&n) && landing_is_no_item(&n) && resolve_areas(&n);
	*amendment = n.m;
	ok = ok && counts_in_one_place(&n) && leaves_footnote(&n) && landing_has_words(&n) &&
	     is_sure(&n) && needs_no_line(&n) && resolve_target(&n) && resolve_exceptions(&n) &&
	     resolve_context(&n) && carry_out_all(&n);
	if (ok)
		(void)check_result(&n, before);
	if (n.refused || !ok)
		take_back(&n, before);
	*landed = ok && !n.refused;
	return !edits->failed && !report_failed(l->report) && !l->arena->failed &&
	       !l->renumbered.failed && !l->moved.failed && !l->touched.failed && !l->added.failed;
}

void lander_end(struct lander *l)
{
	VEC_RELEASE(&l->renumbered);
	VEC_RELEASE(&l->moved);
	VEC_RELEASE(&l->touched);
	VEC_RELEASE(&l->added);
	VEC_RELEASE(&l->references);
}
