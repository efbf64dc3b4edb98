/*
 * rows.c -- see rows.h.
 *
 * What is remembered are beginnings of what was looked up, each with the rows
 * that have a chance there: the first word; the first two words, asked of what is left;
 * of those met often ("in the"), the first three.  A partial match of PCRE2 tells: a row
 * that mismatches before the beginning's end does so whatever follows, and one that matches
 * before its end, too.  If that leaves nothing to ask, the answer is known; else the rest
 * is matched in earnest.
 *
 * Beginnings are a tree, one word a step.  Words have numbers (a word counts with the
 * byte behind it, so that words tile the text), and the word at a place of the text is
 * looked up once, though three beginnings may have it: met_at remembers the last ones.
 * So a beginning known before is found by numbers alone, without another look at the text.
 *
 * Before a row is asked what it makes of a beginning, its first characters are compared
 * (opening.h).  That is enough for most rows, which then need not be compiled: a row is
 * when it is first asked, since to compile all takes longer than to read a short text.
 * Two threads may both compile one; the first to finish has its result kept.
 *
 * A row that is tried often is compiled just in time.  That takes as long as
 * some hundred matches, so short texts never wait for it.
 */
#include "rows.h"

#include <assert.h>
#include <stdatomic.h>
#include <stdlib.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include "base/buf.h"
#include "base/bytes.h"
#include "base/vec.h"
#include "opening.h"

#define MATCH_LIMIT 20000u /* steps that a row may take at one place */
#define WORD_MAX    40u    /* bytes of a word */
#define KNOWN_MAX   16384u /* beginnings; all are forgotten when there are more */
#define SLOT_BITS   15u    /* twice as many slots */
#define SLOTS       (1u << SLOT_BITS)
#define MET_MAX     64u /* places of the text whose word is remembered */
#define TRIED_OFTEN 200u
#define MET_OFTEN   3u /* then it pays to remember what follows */

struct rows {
	const struct lang *lang;
	struct opening *openings;    /* one a row */
	_Atomic(pcre2_code *) *codes; /* likewise; NULL until it is asked for */
};

/* How a word is written, with the byte behind it. */
struct spelling {
	uint64_t head, tail; /* its first eight bytes and its last eight, which may overlap; of
	                        one that has no more than eight, all and nothing */
	uint32_t len;
};

struct known_word {
	struct spelling spelling;
	uint32_t letters; /* all of them, in letters, if the spelling lacks some */
	uint16_t chance;  /* what is known of it as a beginning, + 1; 0 if nothing */
};

/* A beginning, and the rows that have a chance there, in the table's order. */
struct chance {
	uint32_t path;  /* its last word, behind the beginning before that */
	uint32_t rows;  /* in candidates */
	uint16_t count; /* of rows */
	uint16_t row;   /* that surely matches, unless one of those does */
	uint16_t end;   /* where it does; 0: there is none */
	uint16_t met;   /* how often, up to MET_OFTEN */
};

/* What stands at a place of the text. */
struct met {
	const char *at;
	uint32_t turn; /* when: row_finder_begin */
	uint32_t len;
	uint32_t word; /* in words, + 1 */
};

struct row_finder {
	const struct rows *rows;
	pcre2_match_data *match;
	pcre2_match_context *limits;
	pcre2_code **fast; /* one a row; NULL as long as it isn't tried often */
	uint32_t *tries;
	uint16_t *word_slots; /* hash table: one of the words, + 1 */
	uint16_t *path_slots; /* likewise of the chances, by their paths */
	VEC(struct known_word) words;
	VEC(char) letters;
	VEC(struct chance) chances;
	VEC(uint16_t) candidates;
	bool many;               /* beginnings or words are known: all are to be forgotten */
	struct met met[MET_MAX]; /* by the place, modulo MET_MAX */
	uint32_t turn;
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
	assert(lang->row_count <= UINT16_MAX);
	rows->openings = calloc(lang->row_count, sizeof *rows->openings);
	rows->codes = malloc(lang->row_count * sizeof *rows->codes);
	if (!rows->openings || !rows->codes) {
		free(rows->openings);
		free(rows->codes);
		free(rows);
		return NULL;
	}
	for (size_t i = 0; i < lang->row_count; i++) {
		rows->openings[i] = opening_of_row(lang->rows[i].pattern, lang->solid);
		atomic_init(&rows->codes[i], NULL);
	}
	return rows;
}

void rows_free(struct rows *rows)
{
	if (!rows)
		return;
	for (size_t i = 0; i < rows->lang->row_count; i++)
		pcre2_code_free(atomic_load(&rows->codes[i]));
	free(rows->codes);
	free(rows->openings);
	free(rows);
}

/* NULL if memory is out. */
static const pcre2_code *compiled(const struct rows *rows, uint32_t row)
{
	_Atomic(pcre2_code *) *slot = &rows->codes[row];
	pcre2_code *code = atomic_load(slot);
	if (code)
		return code;
	pcre2_code *fresh = compile_row(rows->lang, rows->lang->rows[row].pattern);
	if (!fresh || atomic_compare_exchange_strong(slot, &code, fresh))
		return fresh;
	pcre2_code_free(fresh);
	return code;
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
	f->word_slots = calloc(SLOTS, sizeof *f->word_slots);
	f->path_slots = calloc(SLOTS, sizeof *f->path_slots);
	if (f->match && f->limits && f->fast && f->tries && f->word_slots && f->path_slots) {
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
	VEC_RELEASE(&f->chances);
	VEC_RELEASE(&f->letters);
	VEC_RELEASE(&f->words);
	free(f->fast);
	free(f->tries);
	free(f->word_slots);
	free(f->path_slots);
	free(f);
}

bool row_finder_failed(const struct row_finder *f)
{
	return f->failed || f->candidates.failed || f->chances.failed || f->letters.failed ||
	       f->words.failed;
}

void row_finder_begin(struct row_finder *f)
{
	f->turn++;
}

bool row_finder_gave_up(struct row_finder *f, uint32_t *at)
{
	bool const gave_up = f->gave_up;
	*at = f->costly;
	f->gave_up = false;
	return gave_up;
}

/* ---- words ---- */

#define HALF 8u /* bytes of a spelling's head or tail */

static inline uint64_t eight_bytes(const char *at)
{
	const unsigned char *p = (const unsigned char *)at;
	return (uint64_t)p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16 |
	       (uint64_t)p[3] << 24 | (uint64_t)p[4] << 32 | (uint64_t)p[5] << 40 |
	       (uint64_t)p[6] << 48 | (uint64_t)p[7] << 56;
}

/* The first `len` bytes of the text, eight at most. */
static inline uint64_t some_bytes(redline_bytes text, uint32_t len)
{
	if (text.len >= HALF)
		return eight_bytes(text.ptr) & UINT64_MAX >> 8 * (HALF - len);
	uint64_t bytes = 0;
	for (uint32_t i = 0; i < len; i++)
		bytes |= (uint64_t)(unsigned char)text.ptr[i] << 8 * i;
	return bytes;
}

static struct spelling spelling_of(redline_bytes text, uint32_t len)
{
	if (len <= HALF)
		return (struct spelling){some_bytes(text, len), 0, len};
	return (struct spelling){eight_bytes(text.ptr), eight_bytes(text.ptr + len - HALF), len};
}

/*
 * How long the word at the text's beginning is, with the byte behind it.  Any cut would
 * do, but such a one is met again.  Of Chinese, two characters.
 */
static uint32_t word_length(redline_bytes text)
{
	unsigned first;
	utf8_at(text, 0, &first);
	uint32_t const most = first > 2 ? 2 * first : WORD_MAX;
	uint32_t const stop = text.len < most ? (uint32_t)text.len : most;
	struct byte_bits const bits = bytes_bits(text);
	uint32_t len = bits_run(bits.plain | bits.beyond);
	while (len >= BYTES_SEEN && len < stop && is_word_byte(text.ptr[len]))
		len++;
	len = len < stop ? len + 1 : stop;
	while (len < text.len && ((unsigned char)text.ptr[len] & 0xC0) == 0x80)
		len--; /* not into a character */
	return len;
}

static bool add_word(struct row_finder *f, redline_bytes written, struct spelling spelling)
{
	uint32_t const letters = (uint32_t)f->letters.len;
	for (size_t i = 0; spelling.len > 2 * HALF && i < written.len; i++) {
		char *c = VEC_PUSH(&f->letters);
		if (!c)
			return false;
		*c = written.ptr[i];
	}
	struct known_word *word = VEC_PUSH(&f->words);
	if (word)
		*word = (struct known_word){spelling, letters, 0};
	f->many |= f->words.len + 4 > KNOWN_MAX;
	return word != NULL;
}

static inline bool is_written(const struct row_finder *f, const struct known_word *w,
                              redline_bytes text, const struct spelling *s)
{
	return w->spelling.head == s->head && w->spelling.tail == s->tail &&
	       w->spelling.len == s->len &&
	       (s->len <= 2 * HALF || memcmp(f->letters.at + w->letters, text.ptr, s->len) == 0);
}

static inline uint32_t slot_of(uint64_t bits)
{
	return (uint32_t)(bits * 0x9E3779B97F4A7C15u >> (64 - SLOT_BITS));
}

/* The number, + 1, of the word that the text's first `len` bytes are; 0 if memory is out. */
static uint32_t number_of(struct row_finder *f, redline_bytes text, uint32_t len)
{
	struct spelling const s = spelling_of(text, len);
	uint32_t i = slot_of(s.head ^ (s.tail ^ s.tail >> 32) * 31);
	for (; f->word_slots[i]; i = (i + 1) % SLOTS)
		if (is_written(f, &f->words.at[f->word_slots[i] - 1], text, &s))
			return f->word_slots[i];
	if (!add_word(f, (redline_bytes){text.ptr, len}, s))
		return 0;
	return f->word_slots[i] = (uint16_t)f->words.len;
}

/* The word that begins the rest of a sentence, which isn't empty; none if memory is out.
 * `again`: this will be asked anew, when that word's turn has come. */
static inline struct met met_at(struct row_finder *f, redline_bytes rest, bool again)
{
	struct met *known = &f->met[(uintptr_t)rest.ptr % MET_MAX];
	if (known->at == rest.ptr && known->turn == f->turn && known->len < rest.len)
		return *known;
	struct met fresh = {.at = rest.ptr, .turn = f->turn, .len = word_length(rest)};
	fresh.word = number_of(f, rest, fresh.len);
	if (fresh.word && again)
		*known = fresh;
	return fresh;
}

static void forget(struct row_finder *f)
{
	f->many = false;
	memset(f->word_slots, 0, SLOTS * sizeof *f->word_slots);
	memset(f->path_slots, 0, SLOTS * sizeof *f->path_slots);
	memset(f->met, 0, sizeof f->met);
	f->candidates.len = f->chances.len = f->letters.len = f->words.len = 0;
}

/* ---- which rows have a chance ---- */

/* Asks the row what it makes of a beginning.  True if it surely matches. */
static bool ask(struct row_finder *f, uint32_t row, redline_bytes word, struct chance *chance)
{
	const pcre2_code *code = compiled(f->rows, row);
	int const rc = code ? pcre2_match(code, (PCRE2_SPTR)word.ptr, word.len, 0,
	                                  PCRE2_PARTIAL_HARD | PCRE2_NO_UTF_CHECK, f->match,
	                                  f->limits)
	                    : PCRE2_ERROR_NOMEMORY;
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

/*
 * A beginning met for the first time, + 1: asks those rows that have a chance after the
 * shorter one, or all of them (0).  0 if memory is out.
 */
static uint32_t find_out(struct row_finder *f, redline_bytes beginning, uint32_t shorter,
                         uint32_t path)
{
	struct chance before = {.count = (uint16_t)f->rows->lang->row_count};
	if (shorter)
		before = f->chances.at[shorter - 1];
	struct chance *chance = VEC_PUSH(&f->chances);
	if (!chance)
		return 0;
	*chance = (struct chance){.path = path, .rows = (uint32_t)f->candidates.len};
	f->many |= f->chances.len + 4 > KNOWN_MAX;
	struct opening const opening = opening_of_text(beginning);
	for (uint32_t i = 0; i < before.count && !chance->end; i++) {
		uint32_t const row = shorter ? f->candidates.at[before.rows + i] : i;
		if (opening_fits(&f->rows->openings[row], &opening))
			ask(f, row, beginning, chance);
	}
	if (!chance->end) {
		chance->row = before.row;
		chance->end = before.end;
	}
	return (uint32_t)f->chances.len;
}

/*
 * What is known of a word (its number, + 1) as a beginning, + 1; 0 if memory is out.  One
 * whose first character rules no row out is asked of those that have a chance there.
 */
static uint32_t find_out_first(struct row_finder *f, redline_bytes written, uint32_t word)
{
	unsigned first;
	utf8_at(written, 0, &first);
	uint32_t shorter = 0;
	struct opening const opening = opening_of_text((redline_bytes){written.ptr, first});
	if (first < written.len && opening.sets[0] == UINT64_MAX) {
		uint32_t const letter = number_of(f, written, first);
		if (letter && !f->words.at[letter - 1].chance)
			find_out_first(f, (redline_bytes){written.ptr, first}, letter);
		shorter = letter ? f->words.at[letter - 1].chance : 0;
		if (!shorter)
			return 0;
	}
	return f->words.at[word - 1].chance = (uint16_t)find_out(f, written, shorter, 0);
}

/* The same of a word behind a known beginning. */
static uint32_t after_more(struct row_finder *f, redline_bytes written, uint32_t shorter,
                           uint32_t word)
{
	uint32_t const path = shorter << 16 | word;
	uint32_t i = slot_of(path);
	for (; f->path_slots[i]; i = (i + 1) % SLOTS)
		if (f->chances.at[f->path_slots[i] - 1].path == path)
			return f->path_slots[i];
	return f->path_slots[i] = (uint16_t)find_out(f, written, shorter, path);
}

/* ---- matching ---- */

/* The row's code, in the fastest form that pays. */
static const pcre2_code *code_of(struct row_finder *f, uint32_t row, bool *jit)
{
	*jit = f->fast[row] != NULL;
	if (*jit)
		return f->fast[row];
	if (f->tries[row]++ == TRIED_OFTEN) {
		pcre2_code *fast = pcre2_code_copy(compiled(f->rows, row));
		if (fast && pcre2_jit_compile(fast, PCRE2_JIT_COMPLETE) == 0) {
			*jit = true;
			return f->fast[row] = fast;
		}
		pcre2_code_free(fast); /* interpreted, as before */
	}
	return compiled(f->rows, row);
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
		rc = pcre2_match(compiled(f->rows, row), (PCRE2_SPTR)text.ptr, limit, at,
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
static const struct chance *look_up(struct row_finder *f, redline_bytes rest)
{
	struct chance *known = NULL;
	redline_bytes beginning = {rest.ptr, 0};
	uint32_t id = 0;
	if (f->many)
		forget(f);
	for (unsigned words = 1; words <= 3 && rest.len; words++) {
		struct met const next = met_at(f, rest, words > 1);
		if (!next.word)
			return NULL;
		rest = (redline_bytes){rest.ptr + next.len, rest.len - next.len};
		beginning.len += next.len;
		if (id)
			id = after_more(f, beginning, id, next.word);
		else if (!(id = f->words.at[next.word - 1].chance))
			id = find_out_first(f, beginning, next.word);
		if (!id)
			return NULL;
		known = &f->chances.at[id - 1];
		if (!known->count)
			break;
		known->met = (uint16_t)(known->met + (known->met < MET_OFTEN));
		if (words == 2 && known->met < MET_OFTEN)
			break;
	}
	return known;
}

uint32_t row_find(struct row_finder *f, redline_bytes text, uint32_t at, uint32_t limit,
                  uint32_t *end)
{
	const struct chance *known = look_up(f, bytes_in(text, (redline_range){at, limit}));
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
