/*
 * statement_restated.c -- passages restated with their change shown in them: by marks, or
 * in brackets that name who asks (statement_run.h).
 */
#include "attributed.h"
#include "marked.h"
#include "statement_run.h"

bool lead_takes_back(struct reading_run *r, redline_range lead)
{
	struct lexed lexed;
	unsigned tongue = r->tongue, rival;
	if (!range_len(lead))
		return false;
	if (!speech_lex(r->speech, &r->s->arena, r->s->text, lead, &r->quotes, &tongue, &rival,
	                &lexed))
		return true;
	for (uint32_t i = 0; i < lexed.count; i++)
		switch (lexed.at[i].cls) {
		case LEX_HISTORY:
		case LEX_STANCE:
		case LEX_NEGATION:
		case LEX_DOUBT:
		case LEX_HEDGE:
		case LEX_REASON:
		case LEX_OR:
			return true;
		default:
			break;
		}
	return false;
}

/* The sentence before that one, if it leads up to what follows with a colon. */
static redline_range lead_before(const struct reading_run *r, size_t index)
{
	const redline_sentence *s = index ? &r->s->sentences.at[index - 1] : NULL;
	return s && leads_on(r->s->text, s->source) ? s->source : (redline_range){0, 0};
}

/* The places that the words before the passage name; false if they rule it out. */
static bool restated_scope(struct reading_run *r, struct restated *found, struct reading *lead,
                           struct scope *scope)
{
	*scope = r->base;
	lead->proposer_count = 0;
	if (lead_takes_back(r, lead_before(r, r->s->sentences.len)))
		return false;
	if (!range_len(found->lead) || (found->labelled && !found->bare))
		return true;
	if (!read_sentence(r, found->lead, lead))
		return false;
	bool const rewrites = lead->kind == REDLINE_INSTRUCTION && lead->wants_wording &&
	                      lead->count == 1 &&
	                      lead->amendments[0].action == REDLINE_REWRITE;
	if (!rewrites && !lead->has_places) /* the colon is the passage's own */
		return lead->kind == REDLINE_OTHER;
	if (lead_takes_back(r, found->lead) || (!rewrites && lead->kind != REDLINE_SCOPE))
		return false;
	found->labelled = false;
	found->passage = found->led;
	*scope = rewrites ? (struct scope){.places = lead->amendments[0].places,
	                                   .count = lead->amendments[0].place_count}
	                  : keep_places(r, &lead->places);
	return true;
}

static void restated_puzzle(struct reading *out, redline_range where)
{
	refuse_reading(out, "marked-unclear",
	               "a change is marked here, but it is not clear that it is proposed, or for "
	               "which provision; put \"Paragraph ... should read:\" before it",
	               where);
}

/* Does nobody speak here, or one of these, or somebody who compiles what others propose? */
static bool may_show(const struct reading_run *r, const struct attributed_change *change)
{
	const struct speakers *now = speakers_now(r);
	bool may = !now->count;
	for (unsigned i = 0; i < now->count; i++) {
		for (unsigned k = 0; k < change->party_count; k++)
			may |= bytes_equal(now->party[i], change->parties[k]);
		for (size_t k = 0; !may && k < lang_party_count; k++)
			may = lang_parties[k].kind == PARTY_ORGAN &&
			      bytes_equal(bytes_of(lang_parties[k].name), now->party[i]);
	}
	return may;
}

/* "[establishing] [Japan: enhancing]": one amendment for each bracket of a party. */
static bool take_attributed(struct reading_run *r, const redline_amendment *model,
                            struct reading *out)
{
	struct attributed found;
	/* the words may be of another language; the first table is that of compilations */
	struct lexer *const lexers[2] = {speech_lexer(r->speech, r->tongue),
	                                 speech_lexer(r->speech, 0)};
	if (!lexers[0] || !lexers[1] ||
	    !attributed_read(&r->s->arena, lexers, r->s->text, model->new_words.source,
	                               &r->quotes, &found))
		return false;
	if (found.unclear) {
		refuse_reading(out, "marked-unclear", found.unclear, found.where);
		return true;
	}
	out->count = 0;
	for (unsigned i = 0; i < found.count; i++) {
		struct attributed_change *change = &found.at[i];
		if (!may_show(r, change)) {
			refuse_reading(out, "marked-unclear",
			               "this bracket names another party than who speaks here, "
			               "so it is not clear that it is proposed",
			               change->source);
			return true;
		}
		redline_amendment *m = &out->amendments[out->count++];
		*m = *model;
		m->new_words.words = change->words;
		m->new_words.source = change->source;
		m->proposers = change->parties;
		m->proposer_count = change->party_count;
	}
	return true;
}

/* The quotation around a place, or NULL. */
static const struct quotation *quotation_at(const struct reading_run *r, uint32_t at)
{
	uint32_t const q = quotes_from(&r->quotes, at);
	return q < r->quotes.count && r->quotes.at[q].outer.begin <= at ? &r->quotes.at[q] : NULL;
}

bool read_restated(struct reading_run *r, redline_range words, uint32_t mark, bool brackets)
{
	struct reading *out = r->reading;
	struct restated found;
	struct scope scope;
	if (!restated_find(&r->s->arena, r->s->text, words, mark, &found))
		return false;
	reading_clear(out);
	r->proposal.found = false;
	if (!restated_scope(r, &found, out, &scope) || scope.count > 1) {
		restated_puzzle(out, words);
		take_reading(r, out, words);
		return !r->s->arena.failed;
	}
	const struct quotation *q = quotation_at(r, found.passage.begin);
	if (q && q->outer.begin == found.passage.begin)
		found.passage = q->inner; /* it is all that there is, or else a mere text */
	redline_place place = scope.count ? scope.places[0] : (redline_place){0};
	if (found.labelled)
		place = restated_place(&r->s->arena, &found.step, scope.count ? &place : NULL);
	out->places.count = place.count > 0;
	out->places.at[0] = place;
	struct scope const kept = keep_places(r, &out->places);
	out->kind = REDLINE_INSTRUCTION;
	out->count = 1;
	out->has_places = kept.count > 0;
	out->wants_wording = false;
	redline_amendment const model = {
		.action = REDLINE_REWRITE,
		.source = words,
		.places = kept.places,
		.place_count = kept.count,
		.new_words = {.words = bytes_in(r->s->text, found.passage),
	                      .source = found.passage,
	                      .present = true},
	};
	out->amendments[0] = model;
	if (brackets && !take_attributed(r, &model, out))
		return false;
	take_reading(r, out, words);
	return !r->s->arena.failed;
}

/* Is nothing asked for, and no position taken, since that sentence? */
static bool is_talk(const struct reading_run *r, size_t first)
{
	return r->s->sentences.len > first && sentences_only_tell(r, first);
}

bool note_restated(struct reading_run *r, redline_range words, size_t first)
{
	if (!is_talk(r, first) || range_len(words) < RESTATED_LEAST)
		return true;
	redline_range const before = lead_before(r, first);
	struct restated found;
	if (!restated_find(&r->s->arena, r->s->text, words, words.end, &found))
		return false;
	bool const led = r->base.count == 1 && (range_len(before) || range_len(found.lead));
	if ((!found.labelled && !led) || denial_now(r) || lead_takes_back(r, before))
		return true;
	struct restated_text *slot = VEC_PUSH(&r->s->restated);
	if (!slot)
		return false;
	slot->message = NULL;
	slot->text = found.labelled ? found.passage : found.led;
	slot->place = r->base.count == 1 ? r->base.places[0] : (redline_place){0};
	if (found.labelled)
		slot->place = restated_place(&r->s->arena, &found.step,
		                             r->base.count == 1 ? &slot->place : NULL);
	return !r->s->arena.failed;
}

bool warn_bold(struct reading_run *r, redline_range words, size_t first)
{
	if (!is_talk(r, first))
		return true;
	uint32_t at = words.begin;
	while (at + 1 < words.end &&
	       (r->s->text.ptr[at] != '*' || r->s->text.ptr[at + 1] != '*'))
		at++;
	struct restated found;
	if (at + 1 >= words.end)
		return true;
	if (!restated_find(&r->s->arena, r->s->text, words, words.end, &found))
		return false;
	if (!found.labelled || at <= found.passage.begin)
		return true;
	struct puzzle const p = {"bold-alone",
	                         "words in bold alone change nothing; if they are new, mark them "
	                         "as {++new++}",
	                         false, true, found.passage};
	report_puzzle(r, &p, words);
	return true;
}

bool marks_tell(struct reading_run *r, redline_range *words, uint32_t mark, bool *told)
{
	const struct quotation *q = quotation_at(r, mark);
	*told = !q;
	if (!q)
		return true;
	redline_range const rest = {q->outer.end, words->end};
	redline_range const lead =
		range_trim(r->s->text, (redline_range){words->begin, q->outer.begin});
	if (range_len(rest) && !bytes_equal(bytes_in(r->s->text, rest), BYTES(".")))
		return true;
	if (!range_len(lead)) {
		*told = true;
		*words = q->inner;
		return true;
	}
	if (r->s->text.ptr[lead.end - 1] != ':')
		return true;
	if (!read_sentence(r, lead, r->peeked))
		return false;
	*told = r->peeked->kind == REDLINE_SCOPE && r->peeked->has_places;
	return true;
}

uint32_t first_mark(const struct reading_run *r, redline_range words)
{
	redline_bytes const text = {r->s->text.ptr, words.end};
	uint32_t const mark = marked_first(text, words.begin);
	return mark < words.end ? mark : UINT32_MAX;
}

uint32_t bare_bracket(const struct reading_run *r, redline_range words)
{
	uint32_t const at = attributed_first(r->lexer, r->s->text, words);
	return at < words.end && !quotation_at(r, at) ? at : UINT32_MAX;
}
