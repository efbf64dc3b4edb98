/*
 * statement_sentence.c -- a sentence, read and heeded: whose it is, where it holds, why, and
 * what of the statement before it it speaks of (statement_run.h).
 */
#include "act_name.h"
#include "fold.h"
#include "named.h"
#include "sentence.h"
#include "statement_run.h"

/* ---- who ---- */

void set_speakers(struct speakers *to, const redline_bytes *party, unsigned count)
{
	to->stranger = false;
	to->count = count < SPEAKERS_MAX ? count : SPEAKERS_MAX;
	for (unsigned i = 0; i < to->count; i++)
		to->party[i] = party[i];
}

const struct speakers *speakers_now(const struct reading_run *r)
{
	if (r->block.count || r->block.stranger)
		return &r->block;
	if (r->line.count || r->line.stranger)
		return &r->line;
	return r->heading.count || r->heading.stranger ? &r->heading : &r->title;
}

static void attribute(struct reading_run *r, redline_amendment *m, const struct reading *reading)
{
	const redline_bytes *from = reading->proposers;
	unsigned count = reading->proposer_count;
	if (m->proposer_count) { /* its own */
		from = m->proposers;
		count = m->proposer_count;
	} else if (!count) {
		from = speakers_now(r)->party;
		count = speakers_now(r)->count;
	}
	redline_bytes *list = arena_array(&r->s->arena, count ? count : 1, sizeof *list);
	if (!list)
		return;
	for (unsigned i = 0; i < count; i++)
		list[i] = from[i];
	m->proposers = list;
	m->proposer_count = count;
	m->date = r->s->date;
}

/* ---- reasons ---- */

/* White space folded, without the full stop and comma at its ends. */
static redline_bytes tidy_reason(struct reading_run *r, redline_range range)
{
	redline_bytes const text = r->s->text;
	range = range_trim(text, range);
	while (range.begin < range.end &&
	       (text.ptr[range.begin] == ',' || text.ptr[range.begin] == ':' ||
	        is_space(text.ptr[range.begin])))
		range.begin++;
	while (range.begin < range.end &&
	       (text.ptr[range.end - 1] == '.' || text.ptr[range.end - 1] == ';' ||
	        is_space(text.ptr[range.end - 1])))
		range.end--;
	char *out = arena_alloc(&r->s->arena, range_len(range));
	if (!out)
		return (redline_bytes){0};
	size_t len = 0;
	for (uint32_t i = range.begin; i < range.end; i++) {
		bool const space = is_space(text.ptr[i]);
		if (space && (len == 0 || out[len - 1] == ' '))
			continue;
		out[len++] = space ? ' ' : text.ptr[i];
	}
	return (redline_bytes){out, len};
}

/* "This is redundant.": why the amendments right before it are made. */
static void give_reason(struct reading_run *r, redline_range range)
{
	redline_bytes const reason = tidy_reason(r, range);
	for (uint32_t i = 0; i < r->last_count; i++)
		r->s->amendments.at[r->last_first + i].reason = reason;
}

/* ---- scope ---- */

struct scope keep_places(struct reading_run *r, const struct place_set *set)
{
	redline_place *copy = arena_array(&r->s->arena, set->count ? set->count : 1, sizeof *copy);
	if (!copy)
		return (struct scope){0};
	memcpy(copy, set->at, set->count * sizeof *copy);
	return (struct scope){.places = copy, .count = set->count};
}

/* ---- findings ---- */

redline_spot spot_at(const struct reading_run *r, redline_range range)
{
	return (redline_spot){REDLINE_IN_STATEMENT(r->s->number), range};
}

void report_puzzle(struct reading_run *r, const struct puzzle *p, redline_range sentence)
{
	redline_level const level = p->warning ? REDLINE_WARNING : REDLINE_ERROR;
	redline_range const where = range_len(p->range) ? p->range : sentence;
	if (p->quote_words) {
		redline_bytes const words = bytes_in(r->s->text, where);
		report_add(&r->s->report, level, p->code, spot_at(r, where), "%s\"%.*s\"",
		           p->message, SHOWN(words));
	} else {
		report_add(&r->s->report, level, p->code, spot_at(r, where), "%s", p->message);
	}
}

void refuse_reading(struct reading *reading, const char *code, const char *message,
                    redline_range where)
{
	reading->kind = REDLINE_PUZZLE;
	reading->count = 0;
	reading->puzzle = (struct puzzle){code, message, false, false, where};
}

/* ---- one sentence ---- */

void add_sentence(struct reading_run *r, redline_range range, redline_class kind,
                         uint32_t first, uint32_t count)
{
	redline_sentence *slot = VEC_PUSH(&r->s->sentences);
	if (!slot)
		return;
	*slot = (redline_sentence){range, kind, first, count,
	                           redline_draft_line(r->s->layout, range.begin),
	                           speech_lang(r->speech, r->sentence_tongue)->code};
}

static void take_amendments(struct reading_run *r, const struct reading *reading,
                            redline_range range)
{
	uint32_t const first = (uint32_t)r->s->amendments.len;
	redline_bytes const reason = tidy_reason(r, reading->reason);
	for (unsigned i = 0; i < reading->count; i++) {
		if (!VEC_ROOM(&r->s->amendments))
			return;
		redline_amendment *m = &r->s->amendments.at[r->s->amendments.len++];
		*m = reading->amendments[i];
		m->sentence = (uint32_t)r->s->sentences.len;
		m->reason = reason;
		if (!m->item.len)
			m->item = number_as_item(r, m, range);
		heed_rival(r, m);
		m->under = under_now(r);
		m->under_count = m->under ? r->unders.count : 0;
		m->of_proposal = r->proposal.found;
		m->of_several = r->proposal.several;
		m->of = r->proposal.of;
		if (!range_len(m->source) || m->source.begin < range.begin)
			m->source = range;
		attribute(r, m, reading);
	}
	r->last_first = first;
	r->last_count = (uint32_t)(r->s->amendments.len - first);
	forget_lead_in(r);
}

/* "The same holds for paragraphs 7 and 13": the amendments before, there. */
static void repeat_amendments(struct reading_run *r, const struct reading *reading,
                              redline_range range)
{
	if (!r->last_count || !reading->has_places) {
		struct puzzle const p = {"not-understood",
		                         "it is not clear what is to be repeated, or where", false,
		                         false, range};
		report_puzzle(r, &p, range);
		return;
	}
	struct scope const places = keep_places(r, &reading->places);
	for (uint32_t i = 0; i < r->last_count; i++) {
		redline_amendment const model = r->s->amendments.at[r->last_first + i];
		redline_amendment *m = VEC_PUSH(&r->s->amendments);
		if (!m)
			return;
		*m = model;
		m->places = places.places;
		m->place_count = places.count;
		m->source = range;
		m->sentence = (uint32_t)r->s->sentences.len;
	}
}

static void take_positions(struct reading_run *r, const struct reading *reading)
{
	for (unsigned i = 0; i < reading->position_count; i++) {
		redline_position_taken *p = VEC_PUSH(&r->s->positions);
		if (!p)
			return;
		struct scope const places = keep_places(r, &reading->positions[i].places);
		p->stance = reading->positions[i].stance;
		p->on_act = reading->positions[i].on_act;
		p->action = reading->positions[i].action;
		p->words = reading->positions[i].words;
		p->keeps = reading->positions[i].keeps;
		p->sentence = (uint32_t)r->s->sentences.len;
		p->places = places.places;
		p->place_count = places.count;
		if (reading->proposer_count)
			p->proposer = reading->proposers[0];
		else if (!reading->by_others && speakers_now(r)->count)
			p->proposer = speakers_now(r)->party[0];
	}
}

static void attach_check(struct reading_run *r, const struct reading *reading, redline_range range)
{
	if (r->s->amendments.len && r->last_count) {
		r->s->amendments.at[r->s->amendments.len - 1].check = reading->check;
		return;
	}
	struct puzzle const p = {"not-understood",
	                         "there is no amendment before it that this could check", false,
	                         false, range};
	report_puzzle(r, &p, range);
}

#define LEAD_BYTES 80u /* the end of a sentence that leads to what follows is within these */

/* Most texts end otherwise, as their last two bytes tell. */
static bool may_end_as_follows(redline_bytes said)
{
	if (said.len < 2)
		return false;
	unsigned char const last = (unsigned char)said.ptr[said.len - 1];
	return lang_as_follows_ends[last & 31] >> (said.ptr[said.len - 2] & 31) & 1 || last >= 0x80;
}

/* "is amended as follows;" and "as follows.": the mark does a colon's work. */
static bool ends_as_follows(redline_bytes text, redline_range range)
{
	char const mark = range_len(range) ? text.ptr[range.end - 1] : ' ';
	if (mark != ';' && mark != '.')
		return false;
	redline_bytes const said = bytes_in(text, (redline_range){range.begin, range.end - 1});
	if (!may_end_as_follows(said))
		return false;
	for (const struct lang_ending *e = lang_as_follows; e->words; e++)
		if (e->bytes < said.len &&
		    starts_with((redline_bytes){said.ptr + said.len - e->bytes, e->bytes},
		                e->words) == e->bytes)
			return true;
	return false;
}

bool leads_on(redline_bytes text, redline_range range)
{
	unsigned size;
	uint32_t const last = range_len(range) ? utf8_before(text, range.end, &size) : 0;
	bool const dashes = last == '-' && range_len(range) > 1 && text.ptr[range.end - 2] == '-';
	return last == ':' || last == 0xFF1A || last == 0x2014 || dashes || ends_as_follows(text, range);
}

static bool is_question(redline_bytes text, redline_range range)
{
	while (range.end > range.begin) {
		unsigned size;
		uint32_t const cp = utf8_before(text, range.end, &size);
		if (plain_mark(cp) == '?')
			return true;
		if (!is_space_char(cp) && cp != '"' && cp != ')' && cp != '*')
			return false;
		range.end -= size;
	}
	return false;
}

redline_range first_sentence(const struct reading_run *r, redline_range words)
{
	return (redline_range){words.begin, sentence_end(r->s->text, words, &r->quotes,
	                                                 lexer_lang(r->lexer))};
}

bool read_sentence(struct reading_run *r, redline_range range, struct reading *out)
{
	struct lexed lexed;
	unsigned rival;
	r->sentence_tongue = r->tongue;
	if (!speech_lex(r->speech, &r->s->arena, r->s->text, range, &r->quotes,
	                &r->sentence_tongue, &rival, &lexed))
		return false;
	struct lexer *lexer = speech_lexer(r->speech, r->sentence_tongue);
	if (!relatives_take(&r->s->arena, &lexed) ||
	    !act_names_take(&r->s->arena, r->s->text, &lexed) ||
	    !proposal_take(&r->s->arena, r->s->text, lexer, &lexed, &r->proposal))
		return false;
	if (!named_take(&r->s->arena, r->s->text, lexer, &r->quotes, &lexed))
		return false;
	if (out == r->reading)
		under_lead(r, &lexed);
	struct surroundings const around = {
		.scope = r->base.places,
		.scope_count = r->base.count,
		.nested = r->nested,
		.amending = r->nested && r->amending,
		.question = is_question(r->s->text, range),
		.follows = r->last_count > 0 && r->s->sentences.len > 0 &&
	                   r->s->sentences.at[r->s->sentences.len - 1].kind == REDLINE_INSTRUCTION,
		.withdraws = r->proposal.withdraws,
	};
	bool const ok = grammar_read(r->grammar, &r->s->arena, r->s->text, &r->quotes, lexer,
	                             &lexed, &around, out);
	heed_lead(r, &lexed, out);
	note_reading(r, range, rival, out);
	return ok;
}

/* "(Lebanon)" after an amendment says whose it is. */
static void name_last(struct reading_run *r, const struct reading *reading)
{
	r->named_singly = true;
	for (uint32_t i = 0; i < r->last_count; i++)
		attribute(r, &r->s->amendments.at[r->last_first + i], reading);
}

uint32_t block_of(const struct reading_run *r, uint32_t offset)
{
	uint32_t const at = offset ? offset - 1 : 0;
	uint32_t const next = r->at_block + 1;
	bool const here = r->at_block < r->block_count && at >= r->blocks[r->at_block].bytes.begin &&
	                  (next == r->block_count || at < r->blocks[next].bytes.begin);
	return here ? r->at_block : redline_draft_block_at(r->s->layout, at); /* here, as a rule */
}

/* Only the draft can tell whether this asks for something. */
static void keep_denied_words(struct reading_run *r, const struct reading *reading)
{
	if (!reading->denied_words.message || reading->places.count != 1)
		return;
	struct scope const place = keep_places(r, &reading->places);
	struct restated_text *slot = place.count ? VEC_PUSH(&r->s->restated) : NULL;
	if (slot)
		*slot = (struct restated_text){place.places[0], reading->denied_words.range,
		                               reading->denied_words.message};
}

/* "Japan: ... (proposed by Kenya)": Japan's, who speaks of it; but the chair only compiles. */
static void heed_credit(const struct reading_run *r, struct reading *reading)
{
	const struct speakers *s = r->line.count ? &r->line : r->heading.count ? &r->heading : &r->title;
	if (!reading->credited || !s->count || is_organ(s->party[0]))
		return;
	reading->proposer_count = 0;
	reading->only_parties = false;
}

void take_reading(struct reading_run *r, struct reading *reading, redline_range range)
{
	heed_credit(r, reading);
	note_words(r, range, reading);
	end_denial_by_proposal(r, reading, range);
	heed_choice(r, range, reading);
	bool const denied = heed_denial(r, range, reading);
	heed_reversal(r, reading, range);
	note_spoken_of(r, reading, range);
	note_report(r, reading, range);
	heed_text(r, reading, range);
	r->denied_here |= reading->denies_ahead;
	r->is_act |= reading->amends;
	bool const leads = leads_on(r->s->text, range);
	bool const aside = r->stance_at && range.begin == r->stance_at;
	if (reading->proposer_count && leads)
		set_speakers(&r->line, reading->proposers, reading->proposer_count);
	else if (reading->proposer_count && reading->kind != REDLINE_OTHER &&
	         reading->kind != REDLINE_SCOPE && !aside && !reading->credited)
		set_speakers(&r->block, reading->proposers, reading->proposer_count);
	if (reading->only_parties)
		name_last(r, reading);
	uint32_t const first = (uint32_t)r->s->amendments.len;
	if (reading->kind == REDLINE_INSTRUCTION && reading->repeat)
		repeat_amendments(r, reading, range);
	else if (reading->kind == REDLINE_INSTRUCTION && reading->check.present)
		attach_check(r, reading, range);
	else if (reading->kind == REDLINE_INSTRUCTION)
		take_amendments(r, reading, range);
	else if (reading->kind == REDLINE_REASON && r->s->amendments.len &&
	         !r->s->amendments.at[r->s->amendments.len - 1].reason.len && r->last_count)
		give_reason(r, range);
	take_positions(r, reading);
	keep_denied_words(r, reading);
	if (reading->puzzle.code)
		report_puzzle(r, &reading->puzzle, range);
	if (denied && denial_now(r))
		report_note(&r->s->report, spot_at(r, denial_now(r)->by), "here");
	add_sentence(r, range, reading->kind, first, (uint32_t)r->s->amendments.len - first);
	if (reading->has_places && !reading->repeat) {
		bool const amends = reading->amends || r->amending;
		r->block_named = true;
		struct scope next = keep_places(r, &reading->places);
		next.amends = amends;
		note_rival(r, reading, &next);
		r->current = r->base = next;
		r->nested = false;
	}
}
