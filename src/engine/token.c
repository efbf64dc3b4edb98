/*
 * token.c -- see token.h.
 *
 * Most of a text is words between blanks, of ASCII letters or of those that UTF-8
 * writes with two bytes.  It is walked in windows of 64 bytes that begin where a
 * token may begin.  Bit masks tell what the bytes are (token_scan.h), and a few
 * operations on whole masks tell up to where every token is plain: a word of such
 * letters that nothing can join to what follows, or a mark alone.  Those are hashed
 * one after the other with no further question.  At the first token that is not
 * plain, token_shape.c takes one token by all the rules, and the walk goes on
 * behind it.
 *
 * What reaches the end of the window and might go on is not decided: the next
 * window begins there.  The last one is a copy with blanks behind it, so nothing
 * past the range is read.
 *
 * Linear: every window takes one token at least, whatever its bytes are, and the
 * careful way looks at each byte a bounded number of times.
 */
#include "engine/token.h"

#include <stdlib.h>

#include <unictype.h>
#include <unigbrk.h>

#include "base/pages.h"
#include "engine/token_fold.h"
#include "engine/token_scan.h"
#include "engine/token_shape.h"
#include "engine/token_sign.h"

#define CLUSTER_MAX 64u /* bytes */
#define WINDOW_ROOM (SCAN_WINDOW + HASH_SHORT)
#define LENGTH_MASK ((1u << 29) - 1)

/* ---- room ---- */

static bool grow(struct tokens *t, size_t more)
{
	size_t const need = t->count + more, twice = (size_t)t->cap * 2;
	size_t const cap = need > twice || twice > UINT32_MAX ? need : twice;
	if (cap > UINT32_MAX || cap > SIZE_MAX / sizeof *t->at || t->failed) {
		t->failed = true;
		return false;
	}
	size_t size = cap * sizeof *t->at, hash_size = cap * sizeof *t->hash;
	struct token *at = pages_grow(t->at, t->count * sizeof *at, &size);
	if (at)
		t->at = at;
	uint64_t *hash = at ? pages_grow(t->hash, t->count * sizeof *hash, &hash_size) : NULL;
	if (hash)
		t->hash = hash;
	t->failed = !at || !hash;
	if (!t->failed)
		t->cap = (uint32_t)cap;
	return !t->failed;
}

static inline bool make_room(struct tokens *t, size_t more)
{
	return (more <= t->cap - t->count && !t->failed) || grow(t, more);
}

bool tokens_reserve(struct tokens *t, uint32_t more)
{
	return make_room(t, more);
}

void tokens_clear(struct tokens *t)
{
	t->count = 0;
	t->failed = false;
}

void tokens_release(struct tokens *t)
{
	free(t->at);
	free(t->hash);
	*t = (struct tokens){0};
}

static struct token make_token(redline_range r, enum token_kind kind)
{
	return (struct token){.begin = r.begin,
	                      .length = range_len(r) & LENGTH_MASK,
	                      .kind = (unsigned)kind & 7u};
}

/* ---- the walk ---- */

struct walk {
	struct tokens *out;
	const struct token_rules *rules;
	struct shape_source source; /* its text ends where the range ends */
	uint32_t end;               /* of the range */
	uint32_t first;             /* number of tokens before those of this range */
};

/* The token's hash; false if memory is out. */
static bool hash_token(const struct walk *w, redline_range range, bool stable, uint64_t *hash)
{
	redline_bytes const token = bytes_in(w->source.text, range);
	if (stable && !w->rules->fold_case) {
		*hash = token.len <= HASH_SHORT && w->end - range.begin >= HASH_SHORT
		                ? hash_short(token.ptr, token.len)
		                : hash_bytes(token.ptr, token.len);
		return true;
	}
	if (stable && token.len == 1) {
		*hash = hash_byte(to_lower(token.ptr[0]));
		return true;
	}
	struct token_form form;
	if (!token_form_make(&form, token, w->rules))
		return false;
	*hash = hash_bytes(form.bytes.ptr, form.bytes.len);
	token_form_release(&form);
	return true;
}

/* A stable token is its own folded form, case aside. */
static void push(struct walk *w, redline_range range, enum token_kind kind, bool stable)
{
	if (kind == TOKEN_PUNCTUATION && w->rules->skip_punctuation)
		return;
	struct tokens *t = w->out;
	uint64_t hash;
	if (!make_room(t, 1))
		return;
	if (!hash_token(w, range, stable, &hash)) {
		t->failed = true;
		return;
	}
	t->at[t->count] = make_token(range, kind);
	t->hash[t->count] = hash;
	t->count++;
}

/* ---- the careful way ---- */

/* The last token of this range, or an empty range. */
static redline_range last_token(const struct walk *w)
{
	const struct tokens *t = w->out;
	if (t->count == w->first)
		return (redline_range){0, 0};
	struct token const last = t->at[t->count - 1];
	return (redline_range){last.begin, last.begin + last.length};
}

/* Is the next token surely one that needs care: does it begin beyond ASCII or with a digit? */
static bool needs_care(const struct walk *w, uint32_t at)
{
	char const c = at < w->end ? w->source.text.ptr[at] : 'a';
	return is_digit(c) || (unsigned char)c >= 0x80;
}

/*
 * Han and hiragana in a row, as far as no mark can belong to them: each is a token.
 * Such text has no blanks, so this is what most of it goes through.
 */
static uint32_t walk_unspaced(struct walk *w, uint32_t at)
{
	const unsigned char *p = (const unsigned char *)w->source.text.ptr;
	struct tokens *t = w->out;
	while (w->end - at >= HASH_SHORT && (sign_is_han(p + at) || sign_is_hiragana(p + at)) &&
	       sign_is_no_mark(p + at + 3) && make_room(t, 1)) {
		t->at[t->count] = make_token((redline_range){at, at + 3}, TOKEN_CHARACTER);
		t->hash[t->count] = hash_short((const char *)p + at, 3);
		t->count++;
		at += 3;
	}
	return at;
}

/* Takes at least one token at or after `at`, if there is any; returns where it ends. */
static uint32_t walk_carefully(struct walk *w, uint32_t at)
{
	do {
		at = shape_skip_space(&w->source, at);
		if (at >= w->end)
			break;
		struct shape const shape = shape_at(&w->source, at, last_token(w));
		if (shape.range.begin < at)
			w->out->count--; /* the month becomes part of the date */
		push(w, shape.range, shape.kind, shape.stable);
		at = walk_unspaced(w, shape.range.end);
		if (at < w->end && w->source.text.ptr[at] == ' ')
			at++;
	} while (needs_care(w, at) && !w->out->failed);
	return at;
}

/* ---- the fast way ---- */

struct window {
	const char *bytes;      /* WINDOW_ROOM of them can be read */
	struct byte_masks is;
	uint64_t care;          /* bytes that are always for the careful way */
	bool last;              /* nothing stands behind it */
	char copy[WINDOW_ROOM];
};

static uint64_t bits_below(unsigned bit)
{
	return bit < 64 ? ((uint64_t)1 << bit) - 1 : ~(uint64_t)0;
}

/* Where the run of set bits begins that ends before `end`; end if there is none. */
static unsigned run_begin(uint64_t mask, unsigned end)
{
	uint64_t const gaps = ~mask & bits_below(end);
	return gaps ? 64u - (unsigned)__builtin_clzll(gaps) : 0;
}

/* Capitals of ASCII made small; with no branch, so that many are done at once. */
static void lower_copy(char to[WINDOW_ROOM], const char *from)
{
	for (unsigned i = 0; i < WINDOW_ROOM; i++) {
		unsigned char const c = (unsigned char)from[i];
		unsigned char const capital = (unsigned char)(c - 'A') < 26;
		to[i] = (char)(c | capital << 5);
	}
}

static void open_window(const struct walk *w, uint32_t at, struct window *v)
{
	uint32_t const left = w->end - at;
	v->bytes = w->source.text.ptr + at;
	v->last = left <= SCAN_WINDOW;
	if (left < WINDOW_ROOM) {
		memset(v->copy, ' ', sizeof v->copy);
		memcpy(v->copy, v->bytes, left);
		v->bytes = v->copy;
	}
	v->is = scan_bytes(v->bytes);
	if (v->is.wide && !w->rules->fold_case) {
		uint64_t const pairs = scan_pairs(v->bytes);
		v->is.letter |= pairs;
		v->is.other &= ~pairs;
	}
	v->care = v->is.other;
	uint64_t const joints = scan_equal(v->bytes, '-') | scan_equal(v->bytes, '/');
	if (joints) /* before white space, or where the next window may begin with it */
		v->care |= joints & ((v->is.space >> 1) | (uint64_t)1 << 63);
	if (w->rules->quoted)
		v->care |= scan_equal(v->bytes, '>');
	if (w->rules->fold_case) {
		lower_copy(v->copy, v->bytes);
		v->bytes = v->copy;
	}
}

/* What a window holds from a given bit on. */
struct stretch {
	uint64_t letter;
	uint64_t mark;    /* single marks */
	unsigned plain;   /* every token before this bit is plain */
	bool open;        /* the next window begins there; else a careful token */
};

static struct stretch plain_stretch(const struct window *v, unsigned from)
{
	uint64_t const here = ~bits_below(from);
	uint64_t const letter = v->is.letter & here, other = v->is.other & here;
	uint64_t const mark = ~(v->is.letter | v->is.space | v->is.other) & here;
	/* after a word: a digit, or what may be a joint with what it joins */
	uint64_t const joined = (other | (mark & (letter | other) >> 1)) & letter << 1;
	/* a mark may be one of a run, or have a mark of its own */
	uint64_t const doubtful = mark & (mark | other) >> 1;
	uint64_t const care = (v->care & here) | joined | doubtful;

	struct stretch s = {letter, mark, v->last ? 64 : run_begin(letter | mark, 64), true};
	if (care) {
		unsigned const plain = run_begin(letter, (unsigned)__builtin_ctzll(care));
		s.open = plain > s.plain;
		s.plain = s.open ? s.plain : plain;
	}
	/* a window full of one run is for the careful way */
	s.open &= s.plain > 0;
	return s;
}

/* Emits the plain tokens; there is room for them. */
static void take_plain(struct walk *w, const struct window *v, const struct stretch *s,
                       uint32_t at)
{
	uint64_t const inner = s->letter & s->letter << 1, after = inner >> 1;
	uint64_t const marks = w->rules->skip_punctuation ? 0 : s->mark;
	uint64_t begins = ((s->letter & ~inner) | marks) & bits_below(s->plain);
	struct token *const tokens = w->out->at;
	uint64_t *const hashes = w->out->hash;
	const char *const bytes = v->bytes;
	size_t count = w->out->count;
	for (; begins; begins &= begins - 1, count++) {
		size_t const bit = (size_t)__builtin_ctzll(begins);
		size_t const length = 1 + (size_t)__builtin_ctzll(~(after >> bit));
		tokens[count] = (struct token){
			.begin = at + (uint32_t)bit,
			.length = length & LENGTH_MASK,
			.kind = (marks >> bit & 1) * TOKEN_PUNCTUATION,
		};
		hashes[count] = length <= HASH_SHORT ? hash_short(bytes + bit, length)
		                                     : XXH3_64bits(bytes + bit, length);
	}
	w->out->count = (uint32_t)count;
}

/* One window from `at` on; returns where the next begins. */
static uint32_t walk_window(struct walk *w, uint32_t at)
{
	struct window v;
	open_window(w, at, &v);
	for (unsigned from = 0; from < SCAN_WINDOW && make_room(w->out, SCAN_WINDOW);) {
		struct stretch const s = plain_stretch(&v, from);
		take_plain(w, &v, &s, at);
		if (s.open)
			return at + s.plain;
		uint32_t const next = walk_carefully(w, at + s.plain);
		if (next - at >= SCAN_WINDOW)
			return next;
		from = next - at;
	}
	return at + SCAN_WINDOW;
}

static void walk_windows(struct walk *w, uint32_t at)
{
	while (at < w->end && !w->out->failed)
		at = walk_window(w, at);
}

/* ---- character by character ---- */

/* The text up to where a cluster that begins at `at` must end, no character cut in two. */
static redline_bytes cluster_room(redline_bytes t, uint32_t at)
{
	size_t end = t.len;
	if (end - at > CLUSTER_MAX) {
		end = at + CLUSTER_MAX;
		for (unsigned i = 0; i < 3 && ((unsigned char)t.ptr[end] & 0xC0) == 0x80; i++)
			end--;
	}
	return (redline_bytes){t.ptr, end};
}

static uint32_t next_break(redline_bytes t, uint32_t at)
{
	const uint8_t *begin = (const uint8_t *)t.ptr;
	const uint8_t *next = u8_grapheme_next(begin + at, begin + t.len);
	return next ? (uint32_t)(next - begin) : (uint32_t)t.len;
}

/*
 * The end of the grapheme cluster at `at`.  libunistring sees two characters at a
 * time, so flags and what joiners tie together are put together here.
 */
static uint32_t cluster_end(redline_bytes text, uint32_t at)
{
	redline_bytes const t = cluster_room(text, at);
	uint32_t const first = sign_at(t, at).cp;
	uint32_t end = next_break(t, at);
	if (sign_is_flag(first) && end < t.len && sign_is_flag(sign_at(t, end).cp))
		end = next_break(t, end);
	while (end < t.len && end - at > 3 && memcmp(t.ptr + end - 3, "\u200D", 3) == 0 &&
	       uc_is_property_extended_pictographic(first) &&
	       uc_is_property_extended_pictographic(sign_at(t, end).cp))
		end = next_break(t, end);
	return end;
}

static enum token_kind kind_of_character(struct sign sign)
{
	if (sign.traits & SIGN_UNSPACED)
		return TOKEN_CHARACTER;
	bool const is_word = (sign.traits & SIGN_WORD) || is_word_char(sign.cp);
	return is_word ? TOKEN_WORD : TOKEN_PUNCTUATION;
}

/* Characters of ASCII, each of which is a cluster, up to white space or what needs care. */
static uint32_t walk_ascii(struct walk *w, uint32_t at)
{
	struct tokens *t = w->out;
	const char *p = w->source.text.ptr;
	bool const skips = w->rules->skip_punctuation, folds = w->rules->fold_case;
	for (; at < w->end && make_room(t, 1); at++) {
		char const c = p[at], next = at + 1 < w->end ? p[at + 1] : ' ';
		if (((unsigned char)c | (unsigned char)next) >= 0x80 || is_space(c) || c == '>')
			break;
		bool const is_word = is_alpha(c) || is_digit(c);
		t->at[t->count] = make_token((redline_range){at, at + 1},
		                             is_word ? TOKEN_WORD : TOKEN_PUNCTUATION);
		t->hash[t->count] = hash_byte(folds ? to_lower(c) : c);
		t->count += is_word || !skips;
	}
	return at;
}

/* A common letter beyond ASCII, next to which there is always a break but before marks? */
static bool is_common(redline_bytes t, uint32_t at)
{
	return sign_at(t, at).traits & SIGN_COMMON;
}

static void walk_characters(struct walk *w, uint32_t at)
{
	redline_bytes const t = w->source.text;
	while ((at = walk_ascii(w, at)) < w->end && !w->out->failed) {
		uint32_t const past = shape_skip_space(&w->source, at);
		if (past > at) {
			at = past;
			continue;
		}
		struct sign const sign = sign_at(t, at);
		uint32_t end = at + sign.size;
		bool const alone = (sign.traits & SIGN_COMMON) &&
		                   (end == w->end || (unsigned char)t.ptr[end] < 0x80 ||
		                    is_common(t, end));
		if (!alone)
			end = cluster_end(t, at);
		push(w, (redline_range){at, end}, kind_of_character(sign), alone);
		at = end;
	}
}

/* ---- the interface ---- */

void tokens_add(struct tokens *t, redline_bytes text, redline_range range,
                const struct token_rules *rules)
{
	struct walk w = {
		.out = t,
		.rules = rules,
		.source = {{text.ptr, range.end}, range.begin, rules->quoted, 0},
		.end = range.end,
		.first = t->count,
	};
	if (range.begin >= range.end || !make_room(t, range_len(range) / 8 + SCAN_WINDOW))
		return;
	if (rules->characters)
		walk_characters(&w, range.begin);
	else
		walk_windows(&w, range.begin);
	for (uint32_t i = w.first; rules->hash_mask && i < t->count; i++)
		t->hash[i] &= rules->hash_mask;
}

bool token_same(redline_bytes a_text, struct token a, redline_bytes b_text, struct token b,
                const struct token_rules *rules, bool *failed)
{
	redline_bytes const x = {a_text.ptr + a.begin, a.length};
	redline_bytes const y = {b_text.ptr + b.begin, b.length};
	if (bytes_equal(x, y))
		return true;
	struct token_form x_form, y_form;
	bool same = false;
	if (!token_form_make(&x_form, x, rules)) {
		*failed = true;
		return false;
	}
	if (token_form_make(&y_form, y, rules)) {
		same = bytes_equal(x_form.bytes, y_form.bytes);
		token_form_release(&y_form);
	} else {
		*failed = true;
	}
	token_form_release(&x_form);
	return same;
}
