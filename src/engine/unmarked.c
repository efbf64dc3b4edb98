/*
 * unmarked.c -- see unmarked.h.
 *
 * A text is held against the provision that its number or the words before it
 * name.  If it is the provision's own text, it is a quotation.  If most of its words
 * are the provision's, it is that text with a change in it.  If none of the words
 * between the first and the last that both share is missing, then there are but words
 * more: so it looks when what was struck out is printed like the rest.
 */
#include "unmarked.h"

#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/bytes.h"
#include "base/vec.h"
#include "restated.h"

#define WORDS_LEAST 5u
#define BODY_MAX    (64u << 10) /* bytes of a provision that is compared */
/* Six words in ten are the provision's. */
#define SHARE_NUM 3u
#define SHARE_DEN 5u

struct word {
	uint64_t hash;
	redline_range range;
};

typedef VEC(struct word) word_list;

struct comparison {
	word_list said, draft;
	uint32_t *next; /* by word of the draft: the next one in its bucket, + 1 */
	uint32_t *heads;
	uint32_t mask;
};

static bool cut_words(redline_bytes text, redline_range within, word_list *out)
{
	for (uint32_t at = within.begin; at < within.end;) {
		if (!is_word_byte(text.ptr[at])) {
			at++;
			continue;
		}
		uint32_t const begin = at;
		while (at < within.end && is_word_byte(text.ptr[at]))
			at++;
		struct word *slot = VEC_PUSH(out);
		if (slot)
			*slot = (struct word){XXH3_64bits(text.ptr + begin, at - begin),
			                      {begin, at}};
	}
	return !out->failed;
}

/* ---- how much is shared ---- */

static bool index_draft(struct comparison *c, struct arena *a)
{
	uint32_t size = 16;
	while (size < c->draft.len)
		size *= 2;
	c->mask = size - 1;
	c->heads = arena_array(a, size, sizeof *c->heads);
	c->next = arena_array(a, c->draft.len + 1, sizeof *c->next);
	if (!c->heads || !c->next)
		return false;
	memset(c->heads, 0, size * sizeof *c->heads);
	for (uint32_t i = 0; i < c->draft.len; i++) {
		uint32_t *head = &c->heads[c->draft.at[i].hash & c->mask];
		c->next[i] = *head;
		*head = i + 1;
	}
	return true;
}

/* Takes the word out of its bucket; true if it was there. */
static bool take_word(struct comparison *c, uint64_t hash)
{
	uint32_t *link = &c->heads[hash & c->mask];
	while (*link && c->draft.at[*link - 1].hash != hash)
		link = &c->next[*link - 1];
	if (!*link)
		return false;
	*link = c->next[*link - 1];
	return true;
}

static bool is_alike(struct comparison *c)
{
	size_t shared = 0;
	for (size_t i = 0; i < c->said.len; i++)
		shared += take_word(c, c->said.at[i].hash);
	return shared >= WORDS_LEAST && shared * SHARE_DEN >= c->said.len * SHARE_NUM;
}

/* ---- what differs ---- */

/* The draft's word that the text begins with, for it may be a stretch. */
static size_t stretch_begin(const struct comparison *c)
{
	for (size_t i = 0; i < c->draft.len; i++)
		if (c->draft.at[i].hash == c->said.at[0].hash)
			return i;
	return 0;
}

/* The first words that part: numbers of both; *only_more: the rest of the draft's
 * words follow in order, with words more between. */
static void find_difference(const struct comparison *c, size_t *said, size_t *draft,
                            bool *only_more)
{
	size_t i = 0, k = stretch_begin(c);
	while (i < c->said.len && k < c->draft.len && c->said.at[i].hash == c->draft.at[k].hash) {
		i++;
		k++;
	}
	*said = i;
	*draft = k;
	size_t const from = k;
	for (; i < c->said.len && k < c->draft.len; i++)
		k += c->said.at[i].hash == c->draft.at[k].hash;
	*only_more = from < k && k == c->draft.len;
}

static redline_range some_words(const word_list *words, size_t from)
{
	size_t const last = from + 3 < words->len ? from + 3 : words->len - 1;
	return (redline_range){words->at[from].range.begin, words->at[last].range.end};
}

/* Its white space as single blanks, in the arena. */
static redline_bytes on_one_line(struct arena *a, redline_bytes words)
{
	char *out = arena_alloc(a, words.len + 1);
	size_t len = 0;
	for (size_t i = 0; out && i < words.len; i++)
		if (!is_space(words.ptr[i]) || !is_space(words.ptr[i - 1]))
			out[len++] = is_space(words.ptr[i]) ? ' ' : words.ptr[i];
	return (redline_bytes){out ? out : "", len};
}

static void say(struct lander *l, redline_bytes text, uint32_t statement,
                const struct comparison *c)
{
	size_t said, draft;
	bool only_more;
	find_difference(c, &said, &draft, &only_more);
	if (said >= c->said.len)
		said = c->said.len - 1;
	if (draft >= c->draft.len)
		draft = c->draft.len - 1;
	redline_range const here = some_words(&c->said, said);
	redline_range const there = some_words(&c->draft, draft);
	redline_spot const spot = {REDLINE_IN_STATEMENT(statement), here};
	redline_bytes const words = on_one_line(l->arena, bytes_in(text, here));
	redline_bytes const has = on_one_line(l->arena, bytes_in(l->text, there));
	if (only_more)
		report_add(l->report, REDLINE_ERROR, "marks-lost", spot,
		           "this has all the draft's words, and more from \"%.*s\" on, but no marks; "
		           "if a strike-through was lost, mark the change as {~~old~>new~~}",
		           SHOWN(words));
	else
		report_add(l->report, REDLINE_ERROR, "marks-lost", spot,
		           "this is the draft's text with other words from \"%.*s\" on, but no "
		           "change is marked and none is asked for; mark it as {~~old~>new~~}, or "
		           "say \"should read\"",
		           SHOWN(words));
	report_note(l->report, (redline_spot){REDLINE_IN_DRAFT, there}, "the draft has \"%.*s\"",
	            SHOWN(has));
}

/* ---- one text ---- */

/* The provision's own body; empty if the place leads to none. */
static redline_range body_of(struct lander *l, const redline_place *place)
{
	struct area area;
	redline_place held;
	redline_range const none = {0, 0};
	redline_spot const where = {REDLINE_IN_DRAFT, none};
	if (!places_resolve(&l->places, place, where, NULL, &area, &held))
		return none;
	if (area.kind == AREA_BLOCKS && area.block != REDLINE_NONE)
		return l->blocks[area.block].body;
	return area.kind == AREA_TEXT ? area.range : none;
}

static bool compare(struct lander *l, redline_bytes text, uint32_t statement, redline_range said,
                    redline_range body)
{
	struct comparison c = {.mask = 0};
	struct arena scratch = {0};
	bool ok = cut_words(text, said, &c.said) && cut_words(l->text, body, &c.draft);
	ok = ok && index_draft(&c, &scratch);
	if (ok && c.said.len && c.draft.len && is_alike(&c))
		say(l, text, statement, &c);
	VEC_RELEASE(&c.said);
	VEC_RELEASE(&c.draft);
	arena_release(&scratch);
	return ok;
}

/* "important, not urgent", and “urgent” stands in the place, or there is no such place. */
static bool look_for_words(struct lander *l, redline_bytes words, uint32_t statement,
                           const struct restated_text *it, redline_range body)
{
	struct matches found = {.count = 0};
	if (range_len(body) && !finder_search(&l->finder, words, body, 1, &found))
		return false;
	if (!range_len(body) || found.count || found.more)
		report_add(l->report, REDLINE_ERROR, "not-understood",
		           (redline_spot){REDLINE_IN_STATEMENT(statement), it->text}, "%s",
		           it->message);
	return true;
}

static bool look_at(struct lander *l, const redline_statement *s, uint32_t statement,
                    const struct restated_text *it)
{
	redline_bytes const text = redline_statement_text(s);
	redline_bytes const words = bytes_in(text, it->text);
	redline_range const body = body_of(l, &it->place);
	struct matches found;
	if (it->message)
		return look_for_words(l, words, statement, it, body);
	if (!range_len(body) || range_len(body) > BODY_MAX || !finder_has_words(words))
		return true;
	if (!finder_search(&l->finder, words, body, 1, &found))
		return false;
	return found.count || found.more || compare(l, text, statement, it->text, body);
}

bool unmarked_report(struct lander *l, const redline_statement *const *statements,
                     uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		uint32_t n;
		const struct restated_text *at = statement_restated(statements[i], &n);
		for (uint32_t k = 0; k < n; k++)
			if (!look_at(l, statements[i], i, &at[k]))
				return false;
	}
	return !report_failed(l->report);
}
