/*
 * negotiation.c -- a draft through its revisions, and who wrote what.  See
 * negotiation.h.
 *
 * The truth is kept by doing: a word is an object that knows who wrote it, and all
 * edits move such objects about.  A phrase is restored only where the words around
 * it are still those it was struck from between.
 */
#include "negotiation.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	WORDS_LEAST = 16, WORDS_MOST = 140, /* of a paragraph */
	EDITS_MOST = 4,                     /* of a revision */
	PHRASE_MOST = 8,
	SECTION = 25,                       /* paragraphs under a heading */
	FIRST_DAY = 1577880000,             /* 1 January 2020, noon */
	DAY = 86400,
};

/* ---- words ---- */

static void *grow(void *at, size_t len, size_t *cap, size_t size)
{
	if (len < *cap)
		return at;
	*cap = *cap ? *cap * 2 : 16;
	void *moved = realloc(at, *cap * size);
	if (!moved)
		abort();
	return moved;
}

static void add_word(struct spoken_words *w, struct spoken word)
{
	w->at = grow(w->at, w->len, &w->cap, sizeof *w->at);
	w->at[w->len++] = word;
}

static void insert_words(struct spoken_words *w, size_t at, const struct spoken *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		add_word(w, words[i]);
	memmove(w->at + at + count, w->at + at, (w->len - count - at) * sizeof *w->at);
	memcpy(w->at + at, words, count * sizeof *words);
}

static void remove_words(struct spoken_words *w, size_t at, size_t count)
{
	memmove(w->at + at, w->at + at + count, (w->len - at - count) * sizeof *w->at);
	w->len -= count;
}

static uint32_t between(struct negotiation *n, uint32_t least, uint32_t most)
{
	return least + prose_chance(&n->source, most - least + 1);
}

/* A run of new words, without signs; none is one of the two it comes between. */
static void speak(struct negotiation *n, struct spoken_words *out, uint32_t count, uint32_t left,
                  uint32_t right)
{
	for (uint32_t i = 0; i < count; i++) {
		uint32_t word;
		do
			word = prose_pick(&n->source);
		while (word == left || word == right);
		add_word(out, (struct spoken){{word, 0}, n->revision, false});
		left = word;
	}
}

/* ---- paragraphs ---- */

static void add_paragraph(struct negotiation *n, size_t at, struct clause paragraph)
{
	n->paragraphs = grow(n->paragraphs, n->len, &n->cap, sizeof *n->paragraphs);
	memmove(n->paragraphs + at + 1, n->paragraphs + at, (n->len - at) * sizeof *n->paragraphs);
	n->paragraphs[at] = paragraph;
	n->len++;
}

static struct clause take_paragraph(struct negotiation *n, size_t at)
{
	struct clause const taken = n->paragraphs[at];
	memmove(n->paragraphs + at, n->paragraphs + at + 1, (n->len - at - 1) * sizeof taken);
	n->len--;
	return taken;
}

static struct clause new_paragraph(struct negotiation *n)
{
	struct prose_words words = {0};
	struct clause c = {.id = n->next_id++, .born = n->revision, .also_born = n->revision,
	                   .touched = n->revision};
	prose_add_sentences(&words, &n->source, between(n, WORDS_LEAST, WORDS_MOST));
	for (size_t i = 0; i < words.len; i++)
		add_word(&c.words, (struct spoken){words.at[i], n->revision, false});
	prose_words_release(&words);
	return c;
}

static struct clause *find_paragraph(struct negotiation *n, uint32_t id, size_t *at)
{
	for (*at = 0; *at < n->len; ++*at)
		if (n->paragraphs[*at].id == id)
			return &n->paragraphs[*at];
	return NULL;
}

static struct clause *any_paragraph(struct negotiation *n, size_t *at)
{
	*at = prose_chance(&n->source, (uint32_t)n->len);
	return &n->paragraphs[*at];
}

/* ---- edits of words ---- */

/* What stands next to a place; no word if nothing does. */
static uint32_t word_at(const struct clause *c, size_t at)
{
	return at < c->words.len ? c->words.at[at].word.word : UINT32_MAX;
}

static void replace_words_in(struct negotiation *n, struct clause *c)
{
	struct spoken_words come = {0};
	uint32_t const count = between(n, 1, 4);
	if (c->words.len < count + 8)
		return;
	size_t const from = between(n, 1, (uint32_t)c->words.len - count - 1);
	char const sign = c->words.at[from + count - 1].word.after;
	speak(n, &come, between(n, 1, 4), word_at(c, from), word_at(c, from + count - 1));
	come.at[come.len - 1].word.after = sign;
	remove_words(&c->words, from, count);
	insert_words(&c->words, from, come.at, come.len);
	c->touched = n->revision;
	free(come.at);
}

static void replace_words(struct negotiation *n)
{
	size_t at;
	replace_words_in(n, any_paragraph(n, &at));
}

/* Half of what is moved, split off, merged or put back is edited on the way. */
static void perhaps_edit(struct negotiation *n, struct clause *c)
{
	for (uint32_t left = 2 * prose_chance(&n->source, 2); left > 0; left--)
		replace_words_in(n, c);
}

static void insert_phrase(struct negotiation *n)
{
	size_t at;
	struct clause *c = any_paragraph(n, &at);
	struct spoken_words come = {0};
	size_t const from = between(n, 1, (uint32_t)c->words.len - 1);
	speak(n, &come, between(n, 1, PHRASE_MOST), word_at(c, from - 1), word_at(c, from));
	insert_words(&c->words, from, come.at, come.len);
	c->touched = n->revision;
	free(come.at);
}

static void note_struck(struct negotiation *n, struct struck it)
{
	n->struck = grow(n->struck, n->struck_len, &n->struck_cap, sizeof *n->struck);
	it.revision = n->revision;
	n->struck[n->struck_len++] = it;
}

static struct struck take_struck(struct negotiation *n, size_t at)
{
	struct struck const taken = n->struck[at];
	n->struck[at] = n->struck[--n->struck_len];
	return taken;
}

static bool has_sign(const struct spoken *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (words[i].word.after)
			return true;
	return false;
}

static void strike_phrase(struct negotiation *n)
{
	size_t at;
	struct clause *c = any_paragraph(n, &at);
	uint32_t const count = between(n, 1, PHRASE_MOST);
	if (c->words.len < count + WORDS_LEAST)
		return;
	size_t const from = between(n, 1, (uint32_t)c->words.len - count - 1);
	if (has_sign(c->words.at + from, count))
		return;
	struct struck it = {.clause = c->id, .at = (uint32_t)from, .is_phrase = true};
	for (size_t i = from - 1; i < from + count + 1; i++)
		add_word(&it.whole.words, c->words.at[i]); /* with its neighbours */
	remove_words(&c->words, from, count);
	c->touched = n->revision;
	note_struck(n, it);
}

static bool same_word(const struct spoken *a, const struct spoken *b)
{
	return a->word.word == b->word.word && a->origin == b->origin;
}

/* Where the two neighbours of a struck phrase still stand side by side; 0: nowhere. */
static size_t find_gap(const struct clause *c, const struct struck *it)
{
	const struct spoken *before = &it->whole.words.at[0];
	const struct spoken *after = &it->whole.words.at[it->whole.words.len - 1];
	for (size_t i = 1; i < c->words.len; i++)
		if (same_word(&c->words.at[i - 1], before) && same_word(&c->words.at[i], after))
			return i;
	return 0;
}

static void mark_returned(struct spoken_words *w)
{
	for (size_t i = 0; i < w->len; i++)
		w->at[i].returned = true;
}

static void restore_phrase(struct negotiation *n, struct struck it)
{
	size_t at;
	struct clause *c = find_paragraph(n, it.clause, &at);
	size_t const gap = c ? find_gap(c, &it) : 0;
	if (gap) {
		mark_returned(&it.whole.words);
		insert_words(&c->words, gap, it.whole.words.at + 1, it.whole.words.len - 2);
		c->touched = n->revision;
	}
	free(it.whole.words.at);
}

/* ---- edits of paragraphs ---- */

static void move_paragraph(struct negotiation *n)
{
	size_t const from = prose_chance(&n->source, (uint32_t)n->len);
	struct clause c = take_paragraph(n, from);
	perhaps_edit(n, &c);
	add_paragraph(n, prose_chance(&n->source, (uint32_t)n->len + 1), c);
}

static void insert_paragraph(struct negotiation *n)
{
	add_paragraph(n, prose_chance(&n->source, (uint32_t)n->len + 1), new_paragraph(n));
}

static void delete_paragraph(struct negotiation *n)
{
	if (n->len < 4)
		return;
	size_t const at = prose_chance(&n->source, (uint32_t)n->len);
	struct struck it = {.clause = n->paragraphs[at].id};
	it.at = at ? n->paragraphs[at - 1].id : UINT32_MAX;
	it.whole = take_paragraph(n, at);
	note_struck(n, it);
}

/* Behind the one it stood behind, or anywhere. */
static void restore_paragraph(struct negotiation *n, struct struck it)
{
	size_t at;
	if (!find_paragraph(n, it.at, &at))
		at = prose_chance(&n->source, (uint32_t)n->len);
	mark_returned(&it.whole.words);
	it.whole.touched = n->revision;
	perhaps_edit(n, &it.whole);
	add_paragraph(n, at + 1 < n->len ? at + 1 : n->len, it.whole);
}

/* What was struck in this revision does not come back in it. */
static void restore_something(struct negotiation *n)
{
	if (!n->struck_len)
		return;
	size_t const at = prose_chance(&n->source, (uint32_t)n->struck_len);
	if (n->struck[at].revision == n->revision)
		return;
	struct struck const it = take_struck(n, at);
	if (it.is_phrase)
		restore_phrase(n, it);
	else
		restore_paragraph(n, it);
}

/* After a sentence, if both parts are long enough. */
static void split_paragraph(struct negotiation *n)
{
	size_t at;
	struct clause *c = any_paragraph(n, &at);
	for (size_t i = WORDS_LEAST; i + WORDS_LEAST < c->words.len; i++) {
		if (c->words.at[i - 1].word.after != '.')
			continue;
		struct clause rest = {.id = n->next_id++, .born = c->born, .also_born = c->also_born,
		                      .touched = n->revision};
		insert_words(&rest.words, 0, c->words.at + i, c->words.len - i);
		c->words.len = i;
		c->touched = n->revision;
		perhaps_edit(n, &rest);
		add_paragraph(n, at + 1, rest);
		return;
	}
}

static void merge_paragraphs(struct negotiation *n)
{
	size_t const at = prose_chance(&n->source, (uint32_t)n->len - 1);
	if (n->len < 4 || n->paragraphs[at].words.len + n->paragraphs[at + 1].words.len > 2 * WORDS_MOST)
		return;
	struct clause second = take_paragraph(n, at + 1);
	struct clause *first = &n->paragraphs[at];
	insert_words(&first->words, first->words.len, second.words.at, second.words.len);
	first->also_born = second.born;
	first->touched = n->revision;
	perhaps_edit(n, first);
	free(second.words.at);
}

/* Each with so many in a hundred. */
static void edit(struct negotiation *n)
{
	static const struct {
		unsigned weight;
		void (*act)(struct negotiation *n);
	} acts[] = {
		{30, replace_words}, {22, insert_phrase}, {14, strike_phrase}, {10, restore_something},
		{6, move_paragraph}, {6, insert_paragraph}, {4, delete_paragraph}, {4, split_paragraph},
		{4, merge_paragraphs},
	};
	uint32_t left = prose_chance(&n->source, 100);
	for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
		if (left < acts[i].weight) {
			acts[i].act(n);
			return;
		}
		left -= acts[i].weight;
	}
}

/* ---- printing ---- */

static void print(struct negotiation *n)
{
	struct prose_words words = {0};
	n->text.len = 0;
	text_put(&n->text, "# Draft report\n");
	for (size_t i = 0; i < n->len; i++) {
		const struct clause *c = &n->paragraphs[i];
		if (i % SECTION == 0)
			text_format(&n->text, "\n## Part %zu\n", i / SECTION + 1);
		words.len = 0;
		for (size_t k = 0; k < c->words.len; k++)
			prose_add_word(&words, c->words.at[k].word);
		text_put(&n->text, "\n");
		size_t const begin = n->text.len;
		text_format(&n->text, "%zu. ", i + 1);
		prose_print_words(&n->text, words.at, (uint32_t)words.len, &n->source);
		prose_wrap(&n->text, begin, n->width);
		text_put(&n->text, "\n");
	}
	prose_words_release(&words);
}

/* ---- the whole ---- */

void negotiation_begin(struct negotiation *n, uint64_t seed, uint32_t paragraphs)
{
	*n = (struct negotiation){.width = 80};
	prose_begin(&n->source, seed);
	for (uint32_t i = 0; i < paragraphs; i++)
		add_paragraph(n, n->len, new_paragraph(n));
	print(n);
}

void negotiation_next(struct negotiation *n)
{
	n->revision++;
	n->author = prose_chance(&n->source, NEGOTIATION_AUTHORS);
	if (prose_chance(&n->source, 50) == 0)
		n->width = n->width == 80 ? 72 : 80;
	for (uint32_t i = between(n, 1, EDITS_MOST); i > 0; i--)
		edit(n);
	print(n);
}

void negotiation_end(struct negotiation *n)
{
	for (size_t i = 0; i < n->len; i++)
		free(n->paragraphs[i].words.at);
	for (size_t i = 0; i < n->struck_len; i++)
		free(n->struck[i].whole.words.at);
	free(n->paragraphs);
	free(n->struck);
	text_release(&n->text);
	prose_end(&n->source);
}

const char *negotiation_author(unsigned author)
{
	static const char *const names[NEGOTIATION_AUTHORS] = {
		"Japan", "Norway", "Brazil", "Kenya", "European Union", "China", "Chair", "Mexico",
	};
	return names[author % NEGOTIATION_AUTHORS];
}

bool negotiation_export(struct negotiation *n, uint32_t revisions,
                        bool (*put)(void *context, const char *ptr, size_t len), void *context)
{
	struct text head = {0};
	bool ok = true;
	for (uint32_t i = 0; ok && i < revisions; i++) {
		if (i)
			negotiation_next(n);
		int64_t const when = FIRST_DAY + (int64_t)i * DAY;
		const char *who = negotiation_author(n->author);
		head.len = 0;
		text_format(&head, "commit refs/heads/main\n"
		            "author %s <> %" PRId64 " +0000\ncommitter Secretariat <> %" PRId64 " +0000\n"
		            "data <<END\nRevision %u\nEND\nM 100644 inline draft.md\ndata %zu\n",
		            who, when, when, (unsigned)i, n->text.len);
		ok = put(context, head.ptr, head.len) && put(context, n->text.ptr, n->text.len) &&
		     put(context, "\n", 1);
	}
	text_release(&head);
	return ok;
}
