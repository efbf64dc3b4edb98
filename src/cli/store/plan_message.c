/*
 * plan_message.c -- what a revision says of itself: a subject in redline's own words,
 * its author, and the trailers
 *
 *   Proposed-by: Japan
 *   Supported-by: Norway
 *   Amends: para 59
 *   Reason: each country probably will conduct assessments
 *   Source: .redline/statements/japan.txt:9 (blob 3b18e512dba79e4c8300dd08aeb37f8e728b8dad)
 *
 * Support is named only where it is beyond doubt: the sentence that takes the position
 * speaks of a proposal or amendment, names its proposer, and names the paragraph, or
 * the proposer has no other revision here.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "plan.h"

enum { SUBJECT_LONGEST = 100, AMENDS_MOST = 12 };

static redline_bytes bytes_of(const char *text)
{
	return (redline_bytes){text, strlen(text)};
}

static bool is_same(redline_bytes a, redline_bytes b)
{
	return a.len == b.len && (!a.len || memcmp(a.ptr, b.ptr, a.len) == 0);
}

static const redline_amendment *amendment_of(const struct plan *plan, const struct part *part)
{
	return plan->results[part->amendment].amendment;
}

/* ---- trailers ---- */

struct trailers {
	struct plan *plan;
	redline_trailer *at;
	uint32_t count, room;
};

/* Once each, and only what is known. */
static void add(struct trailers *t, const char *key, redline_bytes value)
{
	redline_bytes const name = bytes_of(key);
	if (!value.len)
		return;
	for (uint32_t i = 0; i < t->count; i++)
		if (is_same(t->at[i].key, name) && is_same(t->at[i].value, value))
			return;
	if (t->count == t->room) {
		uint32_t const room = t->room ? 2 * t->room : 8;
		redline_trailer *more = plan_room(t->plan, room, sizeof *more);
		if (!more)
			return;
		if (t->count)
			memcpy(more, t->at, t->count * sizeof *more);
		t->at = more;
		t->room = room;
	}
	t->at[t->count++] = (redline_trailer){name, plan_copy(t->plan, value)};
}

static uint32_t count_of(const struct trailers *t, const char *key)
{
	uint32_t count = 0;
	for (uint32_t i = 0; i < t->count; i++)
		count += is_same(t->at[i].key, bytes_of(key));
	return count;
}

static void add_proposers(struct trailers *t, const struct part *parts, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const redline_amendment *a = amendment_of(t->plan, &parts[i]);
		for (uint32_t k = 0; k < a->proposer_count; k++)
			add(t, "Proposed-by", a->proposers[k]);
	}
}

/* ---- where ---- */

/* The block of the new text that an operation brings in whole; or REDLINE_NONE. */
static uint32_t new_block(const redline_draft *after, redline_range now)
{
	redline_bytes const text = redline_draft_text(after);
	while (now.begin < now.end && strchr(" \t\r\n", text.ptr[now.begin]))
		now.begin++;
	if (now.begin == now.end)
		return REDLINE_NONE;
	uint32_t const block = redline_draft_block_at(after, now.begin);
	const redline_block *b = &redline_draft_blocks(after)[block];
	return b->label.begin >= now.begin && b->label.end <= now.end && b->label.end > b->label.begin
	           ? block
	           : REDLINE_NONE;
}

/* "para 59", "Article 5", "annex I, 3"; a block without a number is on "line 12". */
static void put_place(char *out, size_t size, const redline_draft *draft, uint32_t block)
{
	char path[256];
	size_t const len = redline_draft_path(draft, block, path, sizeof path);
	if (!len)
		(void)snprintf(out, size, "line %u",
		               (unsigned)redline_draft_blocks(draft)[block].line);
	else
		(void)snprintf(out, size, "%s%s", path[0] >= '0' && path[0] <= '9' ? "para " : "",
		               path);
}

static void add_place(struct trailers *t, const redline_landing *landing)
{
	char place[300];
	uint32_t count;
	const struct job *job = t->plan->job;
	const redline_op *ops = redline_script_ops(redline_outcome_script(job->outcome), &count);
	uint32_t const block = landing->op == REDLINE_NONE
	                           ? REDLINE_NONE
	                           : new_block(t->plan->after, ops[landing->op].now);
	if (block != REDLINE_NONE)
		put_place(place, sizeof place, t->plan->after, block);
	else if (landing->block != REDLINE_NONE && redline_draft_count(job->draft))
		put_place(place, sizeof place, job->draft, landing->block);
	else
		return;
	add(t, "Amends", bytes_of(place));
}

static void add_places(struct trailers *t, const struct part *parts, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const redline_result *r = &t->plan->results[parts[i].amendment];
		for (uint32_t k = 0; k < r->landing_count; k++) {
			if (count_of(t, "Amends") == AMENDS_MOST) {
				add(t, "Amends", bytes_of("and more"));
				return;
			}
			add_place(t, &r->landings[k]);
		}
	}
}

/* ---- support ---- */

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

/* Do these words stand in a text, as words?  In any case of letters. */
static bool speaks_of(redline_bytes text, redline_bytes words, bool whole)
{
	for (size_t i = 0; words.len && i + words.len <= text.len; i++) {
		if (strncasecmp(text.ptr + i, words.ptr, words.len) != 0 ||
		    (i && is_letter(text.ptr[i - 1])))
			continue;
		if (!whole || i + words.len == text.len || !is_letter(text.ptr[i + words.len]))
			return true;
	}
	return false;
}

static redline_bytes sentence_of(const redline_statement *s, const redline_position_taken *p)
{
	uint32_t count;
	redline_range const r = redline_statement_sentences(s, &count)[p->sentence].source;
	return (redline_bytes){redline_statement_text(s).ptr + r.begin, r.end - r.begin};
}

static bool names_place(const redline_position_taken *p, const redline_amendment *a)
{
	for (uint32_t i = 0; i < p->place_count; i++)
		for (uint32_t k = 0; k < a->place_count; k++)
			if (p->places[i].count && a->places[k].count &&
			    is_same(p->places[i].steps[0].label, a->places[k].steps[0].label) &&
			    p->places[i].steps[0].label.len)
				return true;
	return false;
}

/* Has this proposer no other revision here? */
static bool is_only_one(const struct plan *plan, uint32_t revision, redline_bytes proposer)
{
	for (size_t i = 0; i < plan->part_count; i++) {
		const redline_amendment *a = amendment_of(plan, &plan->parts[i]);
		for (uint32_t k = 0; plan->parts[i].revision != revision && k < a->proposer_count; k++)
			if (is_same(a->proposers[k], proposer))
				return false;
	}
	return true;
}

static bool supports(const struct plan *plan, const struct part *part, redline_bytes sentence,
                     const redline_position_taken *p)
{
	const redline_amendment *a = amendment_of(plan, part);
	for (uint32_t i = 0; i < a->proposer_count; i++)
		if (speaks_of(sentence, a->proposers[i], true) &&
		    (p->place_count ? names_place(p, a)
		                    : is_only_one(plan, part->revision, a->proposers[i])))
			return true;
	return false;
}

static bool is_proposer(const struct trailers *t, redline_bytes name)
{
	for (uint32_t i = 0; i < t->count; i++)
		if (is_same(t->at[i].key, bytes_of("Proposed-by")) && is_same(t->at[i].value, name))
			return true;
	return false;
}

static void add_support(struct trailers *t, const struct part *parts, size_t count,
                        const redline_statement *statement)
{
	uint32_t positions;
	const redline_position_taken *p = redline_statement_positions(statement, &positions);
	for (uint32_t i = 0; i < positions; i++) {
		redline_bytes const sentence = sentence_of(statement, &p[i]);
		if (p[i].stance != REDLINE_SUPPORTS || !p[i].proposer.len ||
		    is_proposer(t, p[i].proposer) ||
		    (!speaks_of(sentence, bytes_of("propos"), false) &&
		     !speaks_of(sentence, bytes_of("amendment"), false)))
			continue;
		for (size_t k = 0; k < count; k++)
			if (supports(t->plan, &parts[k], sentence, &p[i]))
				add(t, "Supported-by", p[i].proposer);
	}
}

/* ---- why, and whence ---- */

static void add_source(struct trailers *t, uint32_t statement, uint32_t line)
{
	char source[512], at[16] = "";
	const struct keeping *it = &t->plan->statements[statement];
	if (line)
		(void)snprintf(at, sizeof at, ":%u", (unsigned)line);
	(void)snprintf(source, sizeof source, "%s%s (blob %s)", it->path, at, it->id.text);
	add(t, "Source", bytes_of(source));
}

static void add_sources(struct trailers *t, const struct part *parts, size_t count)
{
	for (size_t i = 0; i < count; i++)
		add(t, "Reason", amendment_of(t->plan, &parts[i])->reason);
	for (size_t i = 0; i < count; i++) {
		const redline_result *r = &t->plan->results[parts[i].amendment];
		const redline_statement *s = t->plan->job->statements[r->statement];
		add_source(t, r->statement,
		           redline_statement_position(s, r->amendment->source.begin).line);
	}
}

/* ---- the message ---- */

/* A terminated text that grows. */
struct message {
	char *ptr;
	size_t len;
	bool failed;
};

static bool gather(void *context, const char *ptr, size_t len)
{
	struct message *m = context;
	char *moved = m->failed ? NULL : realloc(m->ptr, m->len + len + 1);
	m->failed = !moved;
	if (!moved)
		return false;
	memcpy(moved + m->len, ptr, len);
	m->ptr = moved;
	m->len += len;
	moved[m->len] = '\0';
	return true;
}

/* 'In paragraph 59 replace "establishing" with "enhancing"' */
static void put_amendment(struct message *m, const redline_amendment *a)
{
	size_t const at = m->len;
	if (redline_write_amendment(a, gather, m) != REDLINE_OK)
		m->failed = true;
	else if (m->len > at && m->ptr[at] >= 'a' && m->ptr[at] <= 'z')
		m->ptr[at] = (char)(m->ptr[at] - 'a' + 'A');
}

/* Shortens a subject between words; true if that was needed. */
static bool shorten(struct message *m)
{
	size_t cut = SUBJECT_LONGEST;
	if (m->failed || m->len <= SUBJECT_LONGEST)
		return false;
	while (cut && m->ptr[cut] != ' ')
		cut--;
	if (!cut) /* a script without blanks */
		for (cut = SUBJECT_LONGEST; ((unsigned char)m->ptr[cut] & 0xC0) == 0x80; cut--)
			;
	m->len = cut;
	return gather(m, " ...", 4);
}

/* The subject of the first; below, whatever else was asked for in other words. */
static void put_message(struct message *m, const struct plan *plan, const struct part *parts,
                        size_t count)
{
	struct message first = {0};
	put_amendment(m, amendment_of(plan, &parts[0]));
	if (shorten(m)) {
		(void)gather(m, "\n\n", 2);
		put_amendment(m, amendment_of(plan, &parts[0]));
	}
	put_amendment(&first, amendment_of(plan, &parts[0]));
	for (size_t i = 1; i < count; i++) {
		struct message other = {0};
		put_amendment(&other, amendment_of(plan, &parts[i]));
		if (!other.failed && !first.failed && strcmp(first.ptr, other.ptr) != 0) {
			(void)gather(m, "\n\n", 2);
			(void)gather(m, other.ptr, other.len);
		}
		m->failed |= other.failed;
		free(other.ptr);
	}
	m->failed |= first.failed;
	free(first.ptr);
}

static void set_author(redline_person *out, redline_bytes name, redline_bytes date,
                       redline_bytes other_date)
{
	*out = (redline_person){.name = name};
	if (!redline_person_date(out, date))
		(void)redline_person_date(out, other_date);
}

static void finish(struct plan *plan, redline_change *out, struct message *m,
                   const struct trailers *t)
{
	plan->failed |= m->failed;
	if (!m->failed)
		out->message = plan_copy(plan, (redline_bytes){m->ptr, m->len});
	free(m->ptr);
	out->trailers = t->at;
	out->trailer_count = t->count;
}

void plan_describe(struct plan *plan, redline_change *out, const struct part *parts, size_t count)
{
	struct message m = {0};
	struct trailers t = {.plan = plan};
	const redline_amendment *first = amendment_of(plan, &parts[0]);
	const struct job *job = plan->job;
	put_message(&m, plan, parts, count);
	add_proposers(&t, parts, count);
	for (uint32_t i = 0; i < job->count; i++)
		add_support(&t, parts, count, job->statements[i]);
	add_places(&t, parts, count);
	add_sources(&t, parts, count);
	set_author(&out->author,
	           first->proposer_count ? first->proposers[0] : (redline_bytes){NULL, 0}, first->date,
	           redline_statement_date(
	               job->statements[plan->results[parts[0].amendment].statement]));
	finish(plan, out, &m, &t);
}

/* Who made a statement: its speaker, or the one who takes all positions in it. */
static redline_bytes speaker_of(const redline_statement *s)
{
	uint32_t count;
	redline_bytes const speaker = redline_statement_speaker(s);
	const redline_position_taken *p = redline_statement_positions(s, &count);
	if (speaker.len || !count)
		return speaker;
	for (uint32_t i = 1; i < count; i++)
		if (!is_same(p[i].proposer, p[0].proposer))
			return speaker;
	return p[0].proposer;
}

void plan_describe_statement(struct plan *plan, redline_change *out, uint32_t statement)
{
	struct message m = {0};
	struct trailers t = {.plan = plan};
	const redline_statement *s = plan->job->statements[statement];
	const char *path = plan->statements[statement].path;
	(void)gather(&m, "Keep the statement ", 19);
	(void)gather(&m, path + strlen(STATEMENT_FOLDER), strlen(path) - strlen(STATEMENT_FOLDER));
	add_source(&t, statement, 0);
	set_author(&out->author, speaker_of(s), redline_statement_date(s), redline_statement_date(s));
	finish(plan, out, &m, &t);
}
