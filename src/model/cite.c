/*
 * cite.c -- citations.  See cite.h.
 */
#include "cite.h"

#include <stdlib.h>
#include <unicase.h>

#include "base/arena.h"
#include "base/bytes.h"

/* ---- keys: a citation as a sequence ---- */

#define BETWEEN ' '

static void key_put(struct cite_key *k, const char *bytes, size_t length)
{
	if (k->cut || length > CITE_KEY_BYTES - k->length) {
		k->cut = true;
		return;
	}
	memcpy(k->text + k->length, bytes, length);
	k->length += length;
}

static bool is_number_char(uint32_t cp)
{
	return cp >= '0' && cp <= '9';
}

/* "4.2", "38-841.03": what holds a number together, if more of it follows. */
static bool joins(redline_bytes text, size_t at, uint32_t cp)
{
	return (cp == '.' || cp == '-') && at < text.len && is_digit(text.ptr[at]);
}

static size_t skip_between(redline_bytes text, size_t at)
{
	unsigned size;
	while (at < text.len) {
		uint32_t const cp = utf8_at(text, at, &size);
		if (is_word_char(cp) || cp == 0xA7)
			break;
		at += size;
	}
	return at;
}

/* Puts the word or number at `at`; returns where it ends. */
static size_t key_word(struct cite_key *k, redline_bytes text, size_t at)
{
	unsigned size;
	uint32_t cp = utf8_at(text, at, &size);
	if (cp == 0xA7) {
		key_put(k, "section", 7);
		return at + size;
	}
	bool const number = is_number_char(cp);
	while (at < text.len) {
		cp = utf8_at(text, at, &size);
		if (is_word_char(cp) ? is_number_char(cp) != number
		                     : !number || !joins(text, at + size, cp))
			break;
		char lower[4];
		key_put(k, lower, utf8_put(lower, (uint32_t)uc_tolower(cp)));
		at += size;
	}
	return at;
}

/* "Streams {#streams}": what kramdown calls a heading by is no part of its words. */
static redline_bytes without_attributes(redline_bytes text)
{
	for (size_t i = 1; i + 1 < text.len; i++)
		if (text.ptr[i] == '{' && (text.ptr[i + 1] == '#' || text.ptr[i + 1] == ':'))
			text.len = i;
	return text;
}

void cite_key_make(struct cite_key *k, redline_bytes text)
{
	k->length = 0;
	k->cut = false;
	text = without_attributes(text);
	for (size_t at = skip_between(text, 0); at < text.len; at = skip_between(text, at)) {
		at = key_word(k, text, at);
		key_put(k, " ", 1);
	}
}

static bool is_unit_word(redline_bytes word)
{
	static const char *const words[] = {
	        "para", "paras", "par", "paragraph", "paragraphs", "subparagraph", "sub",
	        "article", "art", "section", "sec", "clause", "item", "no", "number",
	        "paragraphe", "alin\xC3\xA9" "a",                         /* French */
	        "p\xC3\xA1rrafo", "art\xC3\xAD" "culo", "apartado",       /* Spanish */
	        "\xD0\xBF\xD1\x83\xD0\xBD\xD0\xBA\xD1\x82",             /* Russian */
	        "\xD1\x81\xD1\x82\xD0\xB0\xD1\x82\xD1\x8C\xD1\x8F",
	};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (bytes_equal(word, bytes_of(words[i])))
			return true;
	return false;
}

/* Without the words that say what kind of provision it is; as it is if no other is left. */
static void key_strip(struct cite_key *out, const struct cite_key *from)
{
	out->length = 0;
	out->cut = from->cut;
	for (size_t at = 0, end; at < from->length; at = end + 1) {
		const char *blank = memchr(from->text + at, BETWEEN, from->length - at);
		end = blank ? (size_t)(blank - from->text) : from->length;
		if (!is_unit_word((redline_bytes){from->text + at, end - at}))
			key_put(out, from->text + at, end + 1 - at);
	}
	if (!out->length)
		*out = *from;
}

bool cite_key_equal(const struct cite_key *a, const struct cite_key *b)
{
	return a->length && !a->cut && !b->cut && a->length == b->length &&
	       !memcmp(a->text, b->text, a->length);
}

bool cite_key_holds(const struct cite_key *whole, const struct cite_key *part)
{
	for (size_t at = 0; part->length && !part->cut && at + part->length <= whole->length; at++)
		if ((at == 0 || whole->text[at - 1] == BETWEEN) &&
		    !memcmp(whole->text + at, part->text, part->length))
			return true;
	return false;
}

/* ---- lines ---- */

bool cite_line(redline_bytes cited, uint32_t *line)
{
	struct cite_key k;
	cite_key_make(&k, cited);
	if (k.cut || k.length < 7 || memcmp(k.text, "line ", 5))
		return false;
	uint64_t number = 0;
	for (size_t i = 5; i + 1 < k.length; i++) {
		if (!is_digit(k.text[i]))
			return false;
		if (number <= UINT32_MAX)
			number = number * 10 + (uint64_t)(k.text[i] - '0');
	}
	*line = number > UINT32_MAX ? UINT32_MAX : (uint32_t)number;
	return true;
}

/* ---- what fits ---- */

struct search {
	redline_bytes cited;
	struct cite_key key, stripped;
};

typedef bool fits(const struct search *s, const struct cite_place *p);

static bool fits_as_written(const struct search *s, const struct cite_place *p)
{
	return bytes_equal(s->cited, p->path);
}

/* Who writes "(a)" does not mean section A. */
static bool fits_brackets(const struct search *s, const struct cite_place *p)
{
	return !memchr(s->cited.ptr, ')', s->cited.len) ||
	       (p->path.len && memchr(p->path.ptr, ')', p->path.len));
}

static bool fits_as_sequence(const struct search *s, const struct cite_place *p)
{
	struct cite_key k;
	cite_key_make(&k, p->path);
	return cite_key_equal(&s->key, &k) && fits_brackets(s, p);
}

static bool fits_stripped(const struct search *s, const struct cite_place *p)
{
	struct cite_key k, stripped;
	cite_key_make(&k, p->path);
	key_strip(&stripped, &k);
	return cite_key_equal(&s->stripped, &stripped) && fits_brackets(s, p);
}

static bool fits_title(const struct search *s, const struct cite_place *p)
{
	struct cite_key title, k;
	if (!p->title.len)
		return false;
	cite_key_make(&title, p->title);
	if (cite_key_equal(&s->key, &title))
		return true;
	cite_key_make(&k, p->path);
	key_put(&k, s->key.text, s->key.length);
	return cite_key_equal(&k, &title);
}

static bool fits_tail(const struct search *s, const struct cite_place *p)
{
	struct cite_key k, stripped;
	size_t at = p->path.len;
	while (at && p->path.ptr[at - 1] != ',')
		at--;
	if (!at)
		return false;
	cite_key_make(&k, (redline_bytes){p->path.ptr + at, p->path.len - at});
	key_strip(&stripped, &k);
	return cite_key_equal(&s->stripped, &stripped);
}

/* ---- what is near ---- */

static uint64_t number_in(const struct cite_key *k, size_t at)
{
	uint64_t n = 0;
	for (; at < k->length && is_digit(k->text[at]) && n < UINT32_MAX; at++)
		n = n * 10 + (uint64_t)(k->text[at] - '0');
	return n;
}

/* Higher is nearer: words in common at the start, then how far the numbers are apart. */
static uint64_t nearness(const struct cite_key *a, const struct cite_key *b)
{
	size_t i = 0, start = 0, words = 0;
	for (; i < a->length && i < b->length && a->text[i] == b->text[i]; i++) {
		if (a->text[i] == BETWEEN) {
			words++;
			start = i + 1;
		}
	}
	uint64_t near = (uint64_t)words << 50;
	bool const numbers = start < a->length && start < b->length &&
	                     is_digit(a->text[start]) && is_digit(b->text[start]);
	if (numbers) {
		uint64_t const x = number_in(a, start), y = number_in(b, start);
		near += (((uint64_t)1 << 33) - (x > y ? x - y : y - x)) * CITE_KEY_BYTES;
	}
	return near ? near - b->length / 2 : 0; /* of equal ones the shortest */
}

static uint32_t nearest(const struct search *s, const struct cite_place *places, uint32_t count)
{
	uint32_t best = REDLINE_NONE;
	uint64_t most = 0;
	for (uint32_t i = 0; i < count; i++) {
		struct cite_key k, stripped;
		cite_key_make(&k, places[i].path);
		key_strip(&stripped, &k);
		uint64_t const near = nearness(&s->stripped, &stripped);
		if (near > most) {
			most = near;
			best = places[i].id;
		}
	}
	return best;
}

redline_status cite_find(redline_bytes cited, const struct cite_place *places, uint32_t count,
                         uint32_t found[2])
{
	static fits *const rules[] = {fits_as_written, fits_as_sequence, fits_stripped,
	                              fits_title, fits_tail};
	struct search s;
	redline_range const inner =
	        range_trim(cited, (redline_range){0, cited.len < UINT32_MAX ? (uint32_t)cited.len : 0});
	s.cited = bytes_in(cited, inner);
	cite_key_make(&s.key, s.cited);
	key_strip(&s.stripped, &s.key);
	found[0] = REDLINE_NONE;
	if (!s.key.length || s.key.cut)
		return REDLINE_NOT_FOUND;
	for (size_t r = 0; r < sizeof rules / sizeof *rules; r++) {
		uint32_t fit = 0;
		for (uint32_t i = 0; i < count; i++) {
			if (!rules[r](&s, &places[i]))
				continue;
			found[fit++] = places[i].id;
			if (fit == 2)
				return REDLINE_AMBIGUOUS;
		}
		if (fit)
			return REDLINE_OK;
	}
	found[0] = nearest(&s, places, count);
	return REDLINE_NOT_FOUND;
}

/* ---- in a draft ---- */

static redline_bytes path_of(const redline_draft *draft, uint32_t block, struct arena *arena)
{
	size_t const length = redline_draft_path(draft, block, NULL, 0);
	char *path = arena_array(arena, length + 1, 1);
	if (!path)
		return (redline_bytes){"", 0};
	(void)redline_draft_path(draft, block, path, length + 1);
	return (redline_bytes){path, length};
}

static redline_bytes title_of(const redline_draft *draft, const redline_block *b)
{
	redline_range r = b->body;
	if (b->label.begin < b->label.end) {
		r.begin = b->label.begin;
		if (r.end < b->label.end)
			r.end = b->label.end;
	}
	return bytes_in(redline_draft_text(draft), r);
}

/* The block on a line, or if it is blank the one before. */
static redline_status find_line(const redline_draft *draft, uint32_t line, uint32_t *block)
{
	const redline_block *blocks = redline_draft_blocks(draft);
	uint32_t const count = redline_draft_count(draft);
	*block = REDLINE_NONE;
	uint32_t last = 0;
	for (uint32_t i = 0; i < count && blocks[i].line <= line; i++) {
		last = blocks[i].line + blocks[i].lines - 1;
		if (blocks[i].kind == REDLINE_BLANK)
			continue;
		/* Of several that begin on the line, the first. */
		if (*block == REDLINE_NONE || blocks[*block].line < line)
			*block = i;
	}
	return *block != REDLINE_NONE && line <= last ? REDLINE_OK : REDLINE_NOT_FOUND;
}

redline_status redline_draft_find(const redline_draft *draft, redline_bytes cited,
                                  uint32_t *block, uint32_t *other)
{
	uint32_t const count = redline_draft_count(draft);
	const redline_block *blocks = redline_draft_blocks(draft);
	struct arena arena = {0};
	uint32_t line, n = 0, found[2] = {REDLINE_NONE, REDLINE_NONE};
	*block = *other = REDLINE_NONE;
	if (cite_line(cited, &line))
		return find_line(draft, line, block);
	struct cite_place *places = arena_array(&arena, count, sizeof *places);
	for (uint32_t i = 0; i < count && !arena.failed; i++) {
		bool const heading = blocks[i].kind == REDLINE_HEADING;
		if (!heading && blocks[i].label.begin == blocks[i].label.end)
			continue;
		places[n++] = (struct cite_place){
		        .path = path_of(draft, i, &arena), .id = i,
		        .title = heading ? title_of(draft, &blocks[i]) : (redline_bytes){"", 0}};
	}
	redline_status status = REDLINE_NO_MEMORY;
	if (!arena.failed)
		status = cite_find(cited, places, n, found);
	arena_release(&arena);
	*block = found[0];
	*other = found[1];
	return status;
}
