/*
 * explain.c -- what was understood of each sentence, and where it lands.
 *
 *     statement.txt:36  instruction  in paragraph 59 replace "a" with "b"
 *                       place        paragraph 59, named on line 35    draft.md:44
 *                       found        once, "benefit from establishing national"
 *                       proposer     Japan, 18 November 2020
 *                       reason       each country probably will ...
 *
 * Sentences are gone through in order, each with its amendments, its position
 * and the findings about it.  The findings are first sorted to the sentence or
 * the amendment they belong to.  Linear but for that sort.
 */
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/bytes.h"

#include "edge/flow.h"
#include "edge/phrase.h"
#include "edge/sources.h"

enum {
	NAME_COLUMNS = 24,  /* a longer name loses its folders in the left column */
	CLASS_COLUMNS = 13, /* "instruction" and two blanks */
	CONTEXT_WORDS = 2,  /* shown on either side of what was found */
	CONTEXT_BYTES = 120, /* at most, on either side */
	FOUND_MAX = 3,      /* places where it was found, shown one by one */
	EXCERPT_LEAST = 24,
};

/* A finding and the sentence it is about. */
struct about {
	uint32_t sentence;
	uint32_t index;
};

struct explainer {
	struct out out;
	const redline_view *view;
	const redline_style *style;
	struct sources sources;
	uint32_t location_columns;
	uint32_t statement;      /* the one being explained */
	uint32_t first_id;       /* its first amendment, in the outcome */
	struct about *about;     /* its own findings, by sentence */
	size_t about_count, about_next;
	uint32_t *said_first;    /* by amendment: its first finding in the outcome's, or NONE */
	uint32_t *said_next;     /* by finding: the next of the same amendment */
	struct buf line;         /* the text of one row */
	struct flow flow;
	bool failed;
};

/* ---- rows ---- */

/* Columns at which a row's text begins. */
static uint32_t text_column(const struct explainer *x)
{
	return x->location_columns + 2 + CLASS_COLUMNS;
}

static void put_key(struct explainer *x, const char *key, enum ink ink)
{
	size_t const len = strlen(key);
	ink_on(&x->out, ink, x->style->color);
	out_text(&x->out, key);
	ink_off(&x->out, ink, x->style->color);
	out_repeat(&x->out, ' ', len + 1 < CLASS_COLUMNS ? CLASS_COLUMNS - len : 2);
}

/* A source's name for the column at the left: of a long path its last part. */
static redline_bytes short_name(const struct explainer *x, uint32_t source)
{
	const char *name = sources_name(&x->sources, source);
	const char *slash = strrchr(name, '/');
	return bytes_of(slash && slash[1] && strlen(name) > NAME_COLUMNS ? slash + 1 : name);
}

static void put_location(struct explainer *x, uint32_t line)
{
	redline_bytes const name = short_name(x, REDLINE_IN_STATEMENT(x->statement));
	struct buf digits = {0};
	buf_printf(&digits, ":%u", (unsigned)line);
	x->failed |= digits.failed;
	ink_on(&x->out, INK_DIM, x->style->color);
	out_safe(&x->out, name, x->style->color);
	out_bytes(&x->out, buf_view(&digits));
	ink_off(&x->out, INK_DIM, x->style->color);
	size_t const used = safe_width(name) + digits.len;
	out_repeat(&x->out, ' ', used < x->location_columns ? x->location_columns - used + 2 : 2);
	buf_release(&digits);
}

/* Goes on with x->line, wrapped, and empties it; `used` columns are taken. */
static void begin_line(struct explainer *x, uint32_t used, enum ink ink)
{
	flow_resume(&x->flow, &x->out, x->style, used, text_column(x));
	flow_bytes(&x->flow, ink, buf_view(&x->line));
	x->failed |= x->line.failed;
	buf_clear(&x->line);
}

static void put_line(struct explainer *x, uint32_t used, enum ink ink)
{
	begin_line(x, used, ink);
	flow_end(&x->flow);
}

/* The indented name of a field. */
static void put_label(struct explainer *x, const char *key)
{
	out_repeat(&x->out, ' ', (size_t)x->location_columns + 2);
	put_key(x, key, INK_DIM);
}

/* A whole row: "key  text", the text from x->line. */
static void put_field(struct explainer *x, const char *key)
{
	put_label(x, key);
	put_line(x, text_column(x), INK_PLAIN);
}

/* ---- where it lands ---- */

/* A limit no further than CONTEXT_BYTES from `at`, where a character begins. */
static uint32_t nearer(redline_bytes text, uint32_t at, uint32_t limit)
{
	if (limit < at && at - limit > CONTEXT_BYTES)
		limit = at - CONTEXT_BYTES;
	else if (limit > at && limit - at > CONTEXT_BYTES)
		limit = at + CONTEXT_BYTES;
	while (limit < text.len && ((unsigned char)text.ptr[limit] & 0xC0) == 0x80)
		limit++;
	return limit;
}

/* Where the few words before `at` begin, not before `limit`. */
static uint32_t words_back(redline_bytes text, uint32_t at, uint32_t limit)
{
	limit = nearer(text, at, limit);
	for (int n = 0; n < CONTEXT_WORDS && at > limit; n++) {
		while (at > limit && is_space(text.ptr[at - 1]))
			at--;
		while (at > limit && !is_space(text.ptr[at - 1]))
			at--;
	}
	return at;
}

/* Where the few words after `at` end, not after `limit`. */
static uint32_t words_on(redline_bytes text, uint32_t at, uint32_t limit)
{
	limit = nearer(text, at, limit);
	for (int n = 0; n < CONTEXT_WORDS && at < limit; n++) {
		while (at < limit && is_space(text.ptr[at]))
			at++;
		while (at < limit && !is_space(text.ptr[at]))
			at++;
	}
	return at;
}

/* What was found, with its neighbours; for an insertion, what it stands beside. */
static void add_context(struct explainer *x, const redline_landing *l)
{
	redline_bytes const text = redline_draft_text(x->view->draft);
	const redline_block *b = &redline_draft_blocks(x->view->draft)[l->block];
	uint32_t const low = b->body.begin < l->range.begin ? b->body.begin : l->range.begin;
	uint32_t const high = b->body.end > l->range.end ? b->body.end : l->range.end;
	uint32_t const begin = words_back(text, l->range.begin, low);
	uint32_t const end = words_on(text, l->range.end, high);
	if (l->range.begin < l->range.end) {
		phrase_quoted(&x->line, bytes_in(text, (redline_range){begin, end}));
	} else if (begin < l->range.begin) {
		buf_text(&x->line, "after ");
		phrase_quoted(&x->line, bytes_in(text, (redline_range){begin, l->range.begin}));
	} else {
		buf_text(&x->line, "before ");
		phrase_quoted(&x->line, bytes_in(text, (redline_range){l->range.end, end}));
	}
}

static void put_found(struct explainer *x, const redline_result *r)
{
	uint32_t const shown = r->landing_count < FOUND_MAX ? r->landing_count : FOUND_MAX;
	if (!shown)
		return;
	phrase_times(&x->line, r->landing_count);
	for (uint32_t i = 0; i < shown; i++) {
		if (r->landings[i].block >= redline_draft_count(x->view->draft))
			continue;
		buf_text(&x->line, ", ");
		add_context(x, &r->landings[i]);
	}
	if (shown < r->landing_count)
		buf_text(&x->line, ", ...");
	put_field(x, "found");
}

/* Ends the row with "draft.md:44": at the right edge if there is room, else after two blanks. */
static void put_landing_line(struct explainer *x, const redline_result *r)
{
	struct buf where = {0};
	redline_range const all = r->landings[0].range;
	redline_range const text = range_trim(sources_text(&x->sources, REDLINE_IN_DRAFT), all);
	uint32_t const at = range_len(text) ? text.begin : all.begin;
	buf_printf(&where, "%s:%u", sources_name(&x->sources, REDLINE_IN_DRAFT),
	           (unsigned)sources_line(&x->sources, REDLINE_IN_DRAFT, at));
	size_t const need = safe_width(buf_view(&where));
	size_t const width = x->style->width;
	flow_gap(&x->flow, 0);
	size_t const used = x->flow.column;
	flow_gap(&x->flow, used + 2 + need < width ? (uint32_t)(width - used - need) : 2);
	flow_bytes(&x->flow, INK_DIM, buf_view(&where));
	x->failed |= where.failed;
	buf_release(&where);
}

/* Of an amendment that names no place. */
static const char *unplaced(const redline_amendment *a)
{
	if (a->action == REDLINE_RENUMBER)
		return "the lists in which a provision came, went or moved";
	if (a->occurrence == REDLINE_EACH)
		return "wherever the words stand";
	return "where the words stand";
}

static void put_place(struct explainer *x, const redline_amendment *a, const redline_result *r)
{
	uint32_t const source = REDLINE_IN_STATEMENT(x->statement);
	if (a->place_count)
		phrase_places(&x->line, a->places, a->place_count);
	else
		buf_text(&x->line, unplaced(a));
	if (a->place_count && a->places[0].inherited && a->places[0].count)
		buf_printf(&x->line, ", named on line %u",
		           (unsigned)sources_line(&x->sources, source,
		                                  a->places[0].steps[0].source.begin));
	put_label(x, "place");
	begin_line(x, text_column(x), INK_PLAIN);
	if (r && r->landing_count)
		put_landing_line(x, r);
	flow_end(&x->flow);
}

/* ---- amendments ---- */

static void put_credit(struct explainer *x, const redline_amendment *a)
{
	phrase_who(&x->line, a);
	if (a->proposer_count && a->date.len)
		buf_text(&x->line, ", ");
	phrase_date(&x->line, a->date);
	if (x->line.len)
		put_field(x, a->proposer_count ? "proposer" : "date");
	buf_bytes(&x->line, a->reason);
	if (a->reason.len)
		put_field(x, "reason");
}

/* A finding and the notes attached to it, as fields. */
static void put_said(struct explainer *x, redline_findings findings, size_t index,
                     const char *error_key)
{
	const char *const keys[] = {"note", "warning", error_key};
	buf_bytes(&x->line, findings.items[index].message);
	put_field(x, keys[findings.items[index].level]);
	for (size_t i = index + 1; i < findings.count && findings.items[i].attached; i++) {
		buf_bytes(&x->line, findings.items[i].message);
		put_field(x, "note");
	}
}

static void put_amendment(struct explainer *x, uint32_t line, const redline_amendment *a,
                          uint32_t id)
{
	uint32_t count = 0;
	const redline_result *results =
	    x->view->outcome ? redline_outcome_results(x->view->outcome, &count) : NULL;
	const redline_result *r = id < count ? &results[id] : NULL;
	a = r ? r->amendment : a; /* with its places as they held */
	put_location(x, line);
	put_key(x, redline_class_name(REDLINE_INSTRUCTION), INK_BOLD);
	phrase_amendment(&x->line, a);
	put_line(x, text_column(x), INK_BOLD);
	put_place(x, a, r);
	if (r && r->fate == REDLINE_APPLIED && x->view->draft)
		put_found(x, r);
	put_credit(x, a);
	for (uint32_t i = r ? x->said_first[id] : REDLINE_NONE; i != REDLINE_NONE;
	     i = x->said_next[i])
		put_said(x, redline_outcome_findings(x->view->outcome), i, "refused");
}

/* ---- sentences ---- */

static enum ink ink_of(redline_class kind)
{
	return kind == REDLINE_PUZZLE ? INK_ERROR
	       : kind == REDLINE_POSITION ? INK_PLAIN
	                                  : INK_DIM;
}

/* The sentence itself, in what is left of the line. */
static void put_excerpt(struct explainer *x, const redline_sentence *s)
{
	const char *class = redline_class_name(s->kind);
	uint32_t column = text_column(x);
	if (strlen(class) + 1 >= CLASS_COLUMNS)
		column = x->location_columns + 2 + (uint32_t)strlen(class) + 2;
	put_location(x, s->line);
	put_key(x, class, ink_of(s->kind));
	redline_bytes const text = redline_statement_text(x->view->statements[x->statement]);
	size_t const width = x->style->width ? x->style->width : 200;
	size_t const room = width > column + EXCERPT_LEAST ? width - column - 3 : EXCERPT_LEAST;
	phrase_words(&x->line, bytes_in(text, s->source), room);
	put_line(x, column, s->kind == REDLINE_PUZZLE ? INK_PLAIN : ink_of(s->kind));
}

/* The positions of a sentence; false if it has none with a place. */
static bool put_positions(struct explainer *x, const redline_sentence *s, uint32_t index,
                          uint32_t *next)
{
	uint32_t count;
	const redline_position_taken *p =
	    redline_statement_positions(x->view->statements[x->statement], &count);
	bool any = false;
	for (; *next < count && p[*next].sentence <= index; ++*next) {
		if (p[*next].sentence < index || !p[*next].place_count)
			continue;
		put_location(x, s->line);
		put_key(x, redline_class_name(REDLINE_POSITION), INK_PLAIN);
		phrase_position(&x->line, &p[*next]);
		put_line(x, text_column(x), INK_PLAIN);
		any = true;
	}
	return any;
}

/* In what language a sentence was read, unless that goes without saying. */
static void put_language(struct explainer *x, const redline_sentence *s)
{
	const char *usual = redline_statement_language(x->view->statements[x->statement]);
	if (strcmp(s->language, "en") == 0 && strcmp(s->language, usual) == 0)
		return;
	buf_text(&x->line, redline_language_name(s->language));
	put_field(x, "language");
}

static void put_sentence(struct explainer *x, const redline_sentence *s, uint32_t index,
                         uint32_t *next_position)
{
	uint32_t count;
	redline_statement const *statement = x->view->statements[x->statement];
	const redline_amendment *a = redline_statement_amendments(statement, &count);
	for (uint32_t i = 0; i < s->amendment_count && s->first_amendment + i < count; i++)
		put_amendment(x, s->line, &a[s->first_amendment + i],
		              x->first_id + s->first_amendment + i);
	bool const taken = put_positions(x, s, index, next_position);
	if (!taken && !s->amendment_count)
		put_excerpt(x, s);
	if (taken || s->amendment_count || s->kind == REDLINE_PUZZLE)
		put_language(x, s);
	redline_findings const findings = redline_statement_findings(statement);
	for (; x->about_next < x->about_count && x->about[x->about_next].sentence <= index;
	     x->about_next++)
		put_said(x, findings, x->about[x->about_next].index, "because");
}

/* ---- findings, sorted to what they are about ---- */

static int by_sentence(const void *left, const void *right)
{
	const struct about *a = left, *b = right;
	if (a->sentence != b->sentence)
		return a->sentence < b->sentence ? -1 : 1;
	return (a->index > b->index) - (a->index < b->index);
}

/* The last sentence that begins at or before a byte. */
static uint32_t sentence_at(const redline_sentence *s, uint32_t count, uint32_t offset)
{
	uint32_t low = 0, high = count;
	while (high - low > 1 && low < high) {
		uint32_t const mid = low + (high - low) / 2;
		if (s[mid].source.begin <= offset)
			low = mid;
		else
			high = mid;
	}
	return low;
}

/* The statement's findings by sentence; placeless ones last. */
static bool sort_findings(struct explainer *x, const redline_sentence *s, uint32_t count)
{
	redline_findings const f = redline_statement_findings(x->view->statements[x->statement]);
	x->about = f.count ? malloc(f.count * sizeof *x->about) : NULL;
	x->about_count = x->about_next = 0;
	if (f.count && !x->about)
		return false;
	for (size_t i = 0; i < f.count; i++) {
		if (f.items[i].attached)
			continue;
		bool const placed = !f.items[i].placeless && count;
		x->about[x->about_count++] = (struct about){
			placed ? sentence_at(s, count, f.items[i].spot.range.begin) : REDLINE_NONE,
			(uint32_t)i,
		};
	}
	if (x->about_count)
		qsort(x->about, x->about_count, sizeof *x->about, by_sentence);
	return true;
}

/* Chains the outcome's findings by amendment, in their order. */
static bool chain_findings(struct explainer *x)
{
	if (!x->view->outcome)
		return true;
	uint32_t count;
	(void)redline_outcome_results(x->view->outcome, &count);
	redline_findings const f = redline_outcome_findings(x->view->outcome);
	x->said_first = malloc(((size_t)count + 1) * sizeof *x->said_first);
	x->said_next = malloc((f.count + 1) * sizeof *x->said_next);
	if (!x->said_first || !x->said_next)
		return false;
	for (uint32_t i = 0; i < count; i++)
		x->said_first[i] = REDLINE_NONE;
	for (size_t i = f.count; i-- > 0;) {
		uint32_t const id = f.items[i].amendment;
		if (id >= count || f.items[i].attached)
			continue;
		x->said_next[i] = x->said_first[id];
		x->said_first[id] = (uint32_t)i;
	}
	return true;
}

/* ---- the whole ---- */

static void measure_locations(struct explainer *x)
{
	for (uint32_t i = 0; i < x->view->statement_count; i++) {
		uint32_t count;
		const redline_sentence *s =
		    redline_statement_sentences(x->view->statements[i], &count);
		size_t columns = safe_width(short_name(x, REDLINE_IN_STATEMENT(i))) + 2;
		for (uint32_t last = count ? s[count - 1].line : 0; last >= 10; last /= 10)
			columns++;
		if (columns > x->location_columns)
			x->location_columns = (uint32_t)columns;
	}
}

static bool put_statement(struct explainer *x)
{
	uint32_t count, amendments, position = 0;
	const redline_statement *statement = x->view->statements[x->statement];
	const redline_sentence *s = redline_statement_sentences(statement, &count);
	if (x->statement > 0)
		out_char(&x->out, '\n');
	if (!sort_findings(x, s, count))
		return false;
	for (uint32_t i = 0; i < count && !x->out.failed && !x->failed; i++)
		put_sentence(x, &s[i], i, &position);
	for (; x->about_next < x->about_count; x->about_next++)
		put_said(x, redline_statement_findings(statement), x->about[x->about_next].index,
		         "error");
	free(x->about);
	x->about = NULL;
	(void)redline_statement_amendments(statement, &amendments);
	x->first_id += amendments;
	return true;
}

redline_status redline_write_explain(const redline_view *view, const redline_style *style,
                                     redline_sink *sink, void *context)
{
	struct explainer *x = calloc(1, sizeof *x);
	if (!x)
		return REDLINE_NO_MEMORY;
	x->view = view;
	x->style = style;
	out_begin(&x->out, sink, context);
	sources_begin(&x->sources, view);
	measure_locations(x);
	bool memory = chain_findings(x);
	for (; x->statement < view->statement_count && memory && !x->out.failed; x->statement++)
		memory = put_statement(x);
	memory = memory && !x->failed && !x->sources.arena.failed;
	redline_status const written = out_finish(&x->out);
	sources_end(&x->sources);
	buf_release(&x->line);
	free(x->said_first);
	free(x->said_next);
	free(x);
	return memory ? written : REDLINE_NO_MEMORY;
}
