/*
 * rows.c -- see rows.h.
 *
 * What is remembered are beginnings of what was looked up, each with the rows
 * that have a chance there: its first character, asked of all rows; the first
 * word, asked of those; the first two words, asked of what is left; of those met often
 * ("in the"), the first three.  A partial match of PCRE2 tells: a row that mismatches
 * before the beginning's end does so whatever follows, and one that matches before its
 * end, too.  If that leaves nothing to ask, the answer is known; else the rest is matched
 * in earnest.
 *
 * A row that is tried often is compiled just in time.  That takes as long as
 * some hundred matches, so short texts never wait for it.
 */
#include "rows.h"

#include <assert.h>
#include <stdlib.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/buf.h"
#include "base/bytes.h"
#include "base/vec.h"

#define MATCH_LIMIT 20000u /* steps that a row may take at one place */
#define WORD_MAX    40u    /* bytes of a beginning */
#define WORDS_MAX   16384u /* remembered; all are forgotten when there are more */
#define SLOTS       32768u /* twice as many */
#define TRIED_OFTEN 200u
#define MET_OFTEN   3u /* then it pays to remember what follows */

struct rows {
	const struct lang *lang;
	pcre2_code **codes; /* one a row */
};

/* A beginning, and the rows that have a chance there, in the table's order. */
struct chance {
	uint32_t hash;
	uint32_t word;  /* in words */
	uint16_t len;   /* of it */
	uint16_t count; /* of rows */
	uint32_t rows;  /* in candidates */
	uint16_t row;   /* that surely matches, unless one of those does */
	uint16_t end;   /* where it does; 0: there is none */
	uint16_t met;   /* how often, up to MET_OFTEN */
};

struct row_finder {
	const struct rows *rows;
	pcre2_match_data *match;
	pcre2_match_context *limits;
	pcre2_code **fast; /* one a row; NULL as long as it isn't tried often */
	uint32_t *tries;
	uint16_t *slots; /* hash table: one of the chances, + 1 */
	VEC(struct chance) chances;
	VEC(char) words;
	VEC(uint16_t) candidates;
	bool failed;
	bool gave_up;
	uint32_t costly; /* where */
};

/* ---- compiling ---- */

/* Vowels and the like, and the stroke that only makes a word longer. */
#define ARABIC_MARKS "[\\x{64B}-\\x{652}\\x{670}\\x{640}]*+"

static bool is_arabic_letter(const char *p, unsigned *size)
{
	if ((unsigned char)*p < 0xD8 || (unsigned char)*p > 0xD9)
		return false;
	uint32_t const cp = utf8_at((redline_bytes){p, 2}, 0, size);
	return cp >= 0x620 && cp <= 0x64A;
}

/* A letter of Arabic as it is spelt in one text or another, with its vowels. */
static unsigned add_arabic(struct buf *b, const char *p)
{
	static const char *const alike[] = {"اأإآٱ", "يى", "ةه"};
	unsigned size = 0;
	if (!is_arabic_letter(p, &size))
		return 0;
	char letter[8] = {0};
	memcpy(letter, p, size);
	const char *set = letter;
	for (size_t i = 0; i < sizeof alike / sizeof *alike; i++)
		if (strstr(alike[i], letter))
			set = alike[i];
	buf_text(b, "(?:[");
	buf_text(b, set);
	buf_text(b, "]" ARABIC_MARKS ")");
	return size;
}

/*
 * A row's blank is any white space, however much of it, and gives nothing
 * back: else a long run of it would cost its square, and the match limit.  "\B" ends the
 * wording there, whatever follows.
 */
static void add_pattern(struct buf *b, const char *pattern)
{
	bool in_class = false, of_arabic = false;
	for (const char *p = pattern; *p; p++) {
		if (*p == '[') {
			in_class = true;
			of_arabic = is_arabic_letter(p + 1, &(unsigned){0});
			buf_text(b, of_arabic ? "(?:" : "");
		} else if (*p == ']') {
			in_class = false;
			buf_text(b, of_arabic ? "]" ARABIC_MARKS ")" : "]");
			of_arabic = false;
			continue;
		}
		unsigned const letter = in_class ? 0 : add_arabic(b, p);
		if (letter) {
			p += letter - 1;
		} else if (p[0] == '\\' && p[1] == 'B') {
			buf_text(b, "(*ACCEPT)");
			p++;
		} else if (p[0] == '\\') {
			buf_bytes(b, (redline_bytes){p, 2});
			p++;
		} else if (*p != ' ' || in_class) {
			buf_char(b, *p);
		} else if (p[1] == '?') {
			buf_text(b, "\\s*+");
			p++;
		} else {
			buf_text(b, "\\s++");
		}
	}
}

/* Where words have no blanks between them, only Latin ones end as words do. */
static const char *word_end(const struct lang *lang)
{
	return lang->solid ? ")(?!(?<=[A-Za-z0-9])[A-Za-z0-9])" : ")(?![\\p{L}\\p{N}])";
}

static pcre2_code *compile_row(const struct lang *lang, const char *pattern)
{
	struct buf b = {0};
	buf_text(&b, "(?:");
	add_pattern(&b, pattern);
	buf_text(&b, word_end(lang));
	pcre2_code *code = NULL;
	int error = PCRE2_ERROR_HEAP_FAILED;
	PCRE2_SIZE where;
	if (!b.failed)
		code = pcre2_compile((PCRE2_SPTR)b.ptr, b.len,
		                     PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS | PCRE2_ANCHORED |
		                             PCRE2_NO_AUTO_CAPTURE | PCRE2_NO_UTF_CHECK |
		                             PCRE2_DOLLAR_ENDONLY,
		                     &error, &where, NULL);
	assert(code || error == PCRE2_ERROR_HEAP_FAILED); /* a table is no input */
	buf_release(&b);
	return code;
}

struct rows *rows_new(const struct lang *lang)
{
	struct rows *rows = calloc(1, sizeof *rows);
	if (!rows)
		return NULL;
	rows->lang = lang;
	rows->codes = calloc(lang->row_count, sizeof *rows->codes);
	bool ok = rows->codes != NULL;
	assert(lang->row_count <= UINT16_MAX);
	for (size_t i = 0; ok && i < lang->row_count; i++)
		ok = (rows->codes[i] = compile_row(lang, lang->rows[i].pattern)) != NULL;
	if (ok)
		return rows;
	rows_free(rows);
	return NULL;
}

void rows_free(struct rows *rows)
{
	if (!rows)
		return;
	for (size_t i = 0; rows->codes && i < rows->lang->row_count; i++)
		pcre2_code_free(rows->codes[i]);
	free(rows->codes);
	free(rows);
}

/* ---- a text ---- */

struct row_finder *row_finder_new(const struct rows *rows)
{
	struct row_finder *f = calloc(1, sizeof *f);
	if (!f)
		return NULL;
	f->rows = rows;
	f->match = pcre2_match_data_create(1, NULL);
	f->limits = pcre2_match_context_create(NULL);
	f->fast = calloc(rows->lang->row_count, sizeof *f->fast);
	f->tries = calloc(rows->lang->row_count, sizeof *f->tries);
	f->slots = calloc(SLOTS, sizeof *f->slots);
	if (f->match && f->limits && f->fast && f->tries && f->slots) {
		pcre2_set_match_limit(f->limits, MATCH_LIMIT);
		return f;
	}
	row_finder_free(f);
	return NULL;
}

void row_finder_free(struct row_finder *f)
{
	if (!f)
		return;
	for (size_t i = 0; f->fast && i < f->rows->lang->row_count; i++)
		pcre2_code_free(f->fast[i]);
	pcre2_match_data_free(f->match);
	pcre2_match_context_free(f->limits);
	VEC_RELEASE(&f->candidates);
	VEC_RELEASE(&f->words);
	VEC_RELEASE(&f->chances);
	free(f->fast);
	free(f->tries);
	free(f->slots);
	free(f);
}

bool row_finder_failed(const struct row_finder *f)
{
	return f->failed || f->candidates.failed || f->words.failed || f->chances.failed;
}

bool row_finder_gave_up(struct row_finder *f, uint32_t *at)
{
	bool const gave_up = f->gave_up;
	*at = f->costly;
	f->gave_up = false;
	return gave_up;
}

/* ---- which rows have a chance ---- */

static uint32_t hash_of(redline_bytes word)
{
	return (uint32_t)XXH3_64bits(word.ptr, word.len);
}

/* The word's slot; 0 in it if the word is new. */
static uint16_t *slot_of(struct row_finder *f, redline_bytes word, uint32_t hash)
{
	uint32_t i = hash % SLOTS;
	for (; f->slots[i]; i = (i + 1) % SLOTS) {
		const struct chance *c = &f->chances.at[f->slots[i] - 1];
		if (c->hash == hash && c->len == word.len &&
		    memcmp(f->words.at + c->word, word.ptr, word.len) == 0)
			break;
	}
	return &f->slots[i];
}

/* NULL if memory is out. */
static struct chance *add_chance(struct row_finder *f, redline_bytes word, uint32_t hash)
{
	uint32_t const begin = (uint32_t)f->words.len;
	for (size_t i = 0; i < word.len; i++) {
		char *c = VEC_PUSH(&f->words);
		if (!c)
			return NULL;
		*c = word.ptr[i];
	}
	struct chance *chance = VEC_PUSH(&f->chances);
	if (chance)
		*chance = (struct chance){.hash = hash,
		                          .word = begin,
		                          .len = (uint16_t)word.len,
		                          .rows = (uint32_t)f->candidates.len};
	return chance;
}

/* Asks the row what it makes of a beginning.  True if it surely matches. */
static bool ask(struct row_finder *f, uint32_t row, redline_bytes word, struct chance *chance)
{
	int const rc = pcre2_match(f->rows->codes[row], (PCRE2_SPTR)word.ptr, word.len, 0,
	                           PCRE2_PARTIAL_HARD | PCRE2_NO_UTF_CHECK, f->match, f->limits);
	f->failed |= rc == PCRE2_ERROR_NOMEMORY;
	if (rc > 0) {
		chance->row = (uint16_t)row;
		chance->end = (uint16_t)pcre2_get_ovector_pointer(f->match)[1];
		return chance->end > 0;
	}
	if (rc == PCRE2_ERROR_NOMATCH)
		return false;
	uint16_t *at = VEC_PUSH(&f->candidates);
	if (at) {
		*at = (uint16_t)row;
		chance->count++;
	}
	return false;
}

/* Asks those rows that have a chance after the shorter beginning, or all of them (0). */
static uint32_t find_out(struct row_finder *f, redline_bytes word, uint32_t hash,
                         uint32_t shorter)
{
	uint16_t *slot = slot_of(f, word, hash);
	struct chance *chance = *slot ? NULL : add_chance(f, word, hash);
	if (!chance)
		return *slot;
	*slot = (uint16_t)f->chances.len;
	struct chance const before =
		shorter ? f->chances.at[shorter - 1]
			: (struct chance){.count = (uint16_t)f->rows->lang->row_count};
	for (uint32_t i = 0; i < before.count && !chance->end; i++)
		ask(f, shorter ? f->candidates.at[before.rows + i] : i, word, chance);
	if (!chance->end) {
		chance->row = before.row;
		chance->end = before.end;
	}
	return *slot;
}

/*
 * What is known of a beginning, as one of the chances, + 1; `shorter` is of one of it, 0 if
 * only its first character, of so many bytes, may be.  0 if memory is out.
 */
static uint32_t chance_of(struct row_finder *f, redline_bytes word, unsigned first,
                          uint32_t shorter)
{
	uint32_t const hash = hash_of(word);
	uint32_t const known = *slot_of(f, word, hash);
	if (known)
		return known;
	redline_bytes const letter = {word.ptr, first};
	if (!shorter)
		shorter = find_out(f, letter, hash_of(letter), 0);
	return shorter ? find_out(f, word, hash, shorter) : 0;
}

static void forget_if_many(struct row_finder *f)
{
	if (f->chances.len + 4 <= WORDS_MAX)
		return;
	memset(f->slots, 0, SLOTS * sizeof *f->slots);
	f->candidates.len = f->words.len = f->chances.len = 0;
}

/*
 * How long the text's beginning of `len` bytes is with one word more and what follows
 * that, but `most` bytes at most.  Any beginning would do; such a one is met again, and
 * tells enough.
 */
static uint32_t with_a_word(redline_bytes text, uint32_t len, uint32_t most)
{
	uint32_t const stop = text.len < most ? (uint32_t)text.len : most;
	while (len < stop && is_word_byte(text.ptr[len]))
		len++;
	len += len < stop;
	while (len < text.len && ((unsigned char)text.ptr[len] & 0xC0) == 0x80)
		len--; /* not into a character */
	return len;
}

/* ---- matching ---- */

/* The row's code, in the fastest form that pays. */
static const pcre2_code *code_of(struct row_finder *f, uint32_t row, bool *jit)
{
	*jit = f->fast[row] != NULL;
	if (*jit)
		return f->fast[row];
	if (f->tries[row]++ == TRIED_OFTEN) {
		pcre2_code *fast = pcre2_code_copy(f->rows->codes[row]);
		if (fast && pcre2_jit_compile(fast, PCRE2_JIT_COMPLETE) == 0) {
			*jit = true;
			return f->fast[row] = fast;
		}
		pcre2_code_free(fast); /* interpreted, as before */
	}
	return f->rows->codes[row];
}

static bool matches(struct row_finder *f, uint32_t row, redline_bytes text, uint32_t at,
                    uint32_t limit)
{
	bool jit;
	const pcre2_code *code = code_of(f, row, &jit);
	int rc = jit ? pcre2_jit_match(code, (PCRE2_SPTR)text.ptr, limit, at,
	                               PCRE2_NO_UTF_CHECK, f->match, f->limits)
	             : PCRE2_ERROR_JIT_STACKLIMIT;
	if (rc == PCRE2_ERROR_JIT_STACKLIMIT)
		rc = pcre2_match(f->rows->codes[row], (PCRE2_SPTR)text.ptr, limit, at,
		                 PCRE2_NO_UTF_CHECK, f->match, f->limits);
	if (rc == PCRE2_ERROR_NOMEMORY) {
		f->failed = true;
	} else if (rc < 0 && rc != PCRE2_ERROR_NOMATCH) {
		f->gave_up = true;
		f->costly = at;
	}
	return rc > 0;
}

/* What is known after as few words as will do; NULL if memory is out. */
static const struct chance *look_up(struct row_finder *f, redline_bytes text, uint32_t at,
                                    uint32_t limit)
{
	redline_bytes const rest = bytes_in(text, (redline_range){at, limit});
	unsigned first;
	utf8_at(rest, 0, &first);
	forget_if_many(f);
	uint32_t const most = first > 2 ? 2 * first : WORD_MAX; /* of Chinese two characters */
	redline_bytes word = {rest.ptr, first};
	struct chance *known = NULL;
	uint32_t id = 0;
	for (unsigned words = 1; words <= 3; words++) {
		word.len = with_a_word(rest, (uint32_t)word.len, most * words);
		id = chance_of(f, word, first, id);
		if (!id)
			return NULL;
		known = &f->chances.at[id - 1];
		known->met = (uint16_t)(known->met + (known->met < MET_OFTEN));
		if (!known->count || (words == 2 && known->met < MET_OFTEN))
			break;
	}
	return known;
}

uint32_t row_find(struct row_finder *f, redline_bytes text, uint32_t at, uint32_t limit,
                  uint32_t *end)
{
	const struct chance *known = look_up(f, text, at, limit);
	for (uint32_t i = 0; known && i < known->count && !row_finder_failed(f); i++) {
		uint32_t const row = f->candidates.at[known->rows + i];
		if (!matches(f, row, text, at, limit))
			continue;
		*end = (uint32_t)pcre2_get_ovector_pointer(f->match)[1];
		if (*end > at)
			return row;
	}
	*end = at + (known ? known->end : 0);
	return known && known->end ? known->row : NO_ROW;
}
