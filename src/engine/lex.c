/*
 * lex.c -- see lex.h.
 *
 * At each place of the sentence, in this order: a quotation, a numeral, an
 * aside, a party, a row of the table, else a word that nobody knows.
 */
#include "lex.h"

#include <stdlib.h>

#include "base/bytes.h"
#include "base/vec.h"
#include "party.h"

#define GROUP_MAX    600u
#define CORE_MAX     60u   /* bytes of one part of a numeral; place.c keeps 64 */
#define NUMERALS_MAX 4096u /* in a sentence; each takes some hundred bytes */

struct lexer {
	const struct lang *lang;
	/* compiled, and not changed by use; borrowed ones of what is NULL here */
	struct rows *own_rows;
	struct parties *own_parties;
	const struct rows *rows;
	const struct parties *parties;

	struct row_finder *finder;
	/* of the sentence lexed last */
	VEC(struct lexeme) lexemes;
	VEC(struct numeral) numerals;
	VEC(redline_range) groups;
};

/* ---- making one ---- */

/* Takes what isn't NULL from others, and makes the rest. */
static struct lexer *make(const struct lang *lang, const struct rows *rows,
                          const struct parties *parties)
{
	struct lexer *lexer = calloc(1, sizeof *lexer);
	if (!lexer)
		return NULL;
	lexer->lang = lang;
	if (!parties)
		parties = lexer->own_parties = parties_new();
	lexer->parties = parties;
	if (!rows)
		rows = lexer->own_rows = rows_new(lang);
	lexer->rows = rows;
	if (parties && rows)
		lexer->finder = row_finder_new(rows);
	if (lexer->finder)
		return lexer;
	lexer_free(lexer);
	return NULL;
}

struct lexer *lexer_new(const struct lang *lang)
{
	return make(lang, NULL, NULL);
}

struct lexer *lexer_twin(const struct lexer *lexer)
{
	return make(lexer->lang, lexer->rows, lexer->parties);
}

void lexer_free(struct lexer *lexer)
{
	if (!lexer)
		return;
	row_finder_free(lexer->finder);
	VEC_RELEASE(&lexer->lexemes);
	VEC_RELEASE(&lexer->numerals);
	VEC_RELEASE(&lexer->groups);
	rows_free(lexer->own_rows);
	parties_free(lexer->own_parties);
	free(lexer);
}

int lex_party(const struct lexer *lexer, redline_bytes text, redline_range within, uint32_t *len)
{
	return parties_at(lexer->parties, text, within, len);
}

const struct lang *lexer_lang(const struct lexer *lexer)
{
	return lexer->lang;
}

/* ---- numerals ---- */

struct numeral_scan {
	struct arena *arena;
	redline_bytes text;
	uint32_t at, end;
	struct numeral out;
	bool too_deep; /* more parts than a numeral can hold */
};

static char char_at(const struct numeral_scan *s, uint32_t ahead)
{
	return s->at + ahead < s->end ? s->text.ptr[s->at + ahead] : '\0';
}

static bool word_follows(const struct numeral_scan *s, uint32_t at)
{
	unsigned size;
	return at < s->end && is_word_char(utf8_at(s->text, at, &size));
}

/* Length of "bis", "ter", ... at offset `at`, or 0. */
static uint32_t ordinal_suffix(const struct numeral_scan *s, uint32_t at)
{
	static const char *const suffixes[] = {"quinquies", "quarter", "quater", "septies",
	                                       "sexies",    "octies",  "quat",   "bis",
	                                       "ter",       "alt",     NULL};
	for (unsigned i = 0; suffixes[i]; i++) {
		redline_bytes const want = bytes_of(suffixes[i]);
		if (s->end - at < want.len)
			continue;
		redline_bytes const have = {s->text.ptr + at, want.len};
		if (bytes_equal_nocase(have, want) && !word_follows(s, at + (uint32_t)want.len))
			return (uint32_t)want.len;
	}
	return 0;
}

static uint32_t skip_blanks(const struct numeral_scan *s, uint32_t at)
{
	while (at < s->end && is_blank(s->text.ptr[at]))
		at++;
	return at;
}

/* The core [begin, at), with the bis after it, as one canonical part. */
static uint32_t suffix_begin(const struct numeral_scan *s, uint32_t at)
{
	uint32_t const limit = s->end - at > 4 ? at + 4 : s->end;
	uint32_t i = at;
	while (i < limit && (is_blank(s->text.ptr[i]) || strchr("-.,*_(", s->text.ptr[i])))
		i++;
	if (i + 1 < s->end && (unsigned char)s->text.ptr[i] == 0xC2 &&
	    (unsigned char)s->text.ptr[i + 1] == 0xA0)
		i += 2;
	return i;
}

static void add_part(struct numeral_scan *s, uint32_t begin, uint32_t core_end, bool with_suffix)
{
	uint32_t const suffix_at = suffix_begin(s, core_end);
	uint32_t const suffix = with_suffix ? ordinal_suffix(s, suffix_at) : 0;
	s->too_deep |= s->out.count == NUMERAL_PARTS;
	char *canonical = s->too_deep ? NULL : arena_alloc(s->arena, core_end - begin + suffix);
	if (!canonical)
		return;
	memcpy(canonical, s->text.ptr + begin, core_end - begin);
	for (uint32_t i = 0; i < suffix; i++)
		canonical[core_end - begin + i] = to_lower(s->text.ptr[suffix_at + i]);
	uint32_t const stop = suffix ? suffix_at + suffix : core_end;
	s->out.part[s->out.count] = (redline_bytes){canonical, core_end - begin + suffix};
	s->out.source[s->out.count++] = (redline_range){begin, stop};
	s->at = stop;
}

static uint32_t skip_digits(const struct numeral_scan *s, uint32_t n)
{
	while (n <= CORE_MAX && is_digit(char_at(s, n)))
		n++;
	return n;
}

/* "59", "4.2", "38-841.03", "9A", "47-1809.05a": how long?  0 if it is longer
 * than any label, which is found out without reading on. */
static uint32_t arabic_length(const struct numeral_scan *s)
{
	uint32_t n = skip_digits(s, 0);
	for (;;) {
		char const c = char_at(s, n);
		if (n > CORE_MAX) {
			return 0;
		} else if ((c == '.' || c == '-') && is_digit(char_at(s, n + 1))) {
			n = skip_digits(s, n + 1);
		} else if (is_alpha(c) && !is_alpha(char_at(s, n + 1)) &&
		           !is_digit(char_at(s, n + 1))) {
			n++;
		} else if (c == '-' && is_lower(char_at(s, n + 1)) &&
		           !is_alpha(char_at(s, n + 2))) {
			n += 2;
		} else {
			return n;
		}
	}
}

static bool is_roman_char(char c)
{
	return c && strchr("ivxlcIVXLC", c);
}

/* "V", "iii", "E": a letter or a roman numeral where a unit's word stood. */
static uint32_t letters_length(const struct numeral_scan *s)
{
	uint32_t n = 0;
	while (n <= CORE_MAX && is_roman_char(char_at(s, n)))
		n++;
	if (n > 0 && n <= CORE_MAX && !is_alpha(char_at(s, n)))
		return n;
	return is_alpha(char_at(s, 0)) && !is_alpha(char_at(s, 1)) && char_at(s, 1) != '\'' ? 1 : 0;
}

/* "(b)", "(ii)", "(3A)", "(c-1)": the inside's length, or 0. */
static uint32_t parens_length(const struct numeral_scan *s, uint32_t open)
{
	uint32_t n = 0;
	while (n < 12) {
		uint32_t const at = open + 1 + n;
		char const c = at < s->end ? s->text.ptr[at] : '\0';
		if (c == ')')
			break;
		if (!is_alpha(c) && !is_digit(c) && c != '-' && c != '.')
			return 0;
		n++;
	}
	if (n == 0 || n == 12)
		return 0;
	uint32_t letters = 0;
	for (uint32_t i = 0; i < n; i++)
		letters += is_alpha(s->text.ptr[open + 1 + i]);
	/* a word in parentheses is no label; "viii" and "aaaa" are */
	if (letters > 3)
		for (uint32_t i = 0; i < n; i++) {
			char const c = s->text.ptr[open + 1 + i];
			if (is_alpha(c) && !is_roman_char(c) && c != s->text.ptr[open + 1])
				return 0;
		}
	return n;
}

/* Further parts: "(b)(ii)", "43 (b)", "40b)", "A.1". */
static void add_nested(struct numeral_scan *s)
{
	while (!s->too_deep) {
		uint32_t const at = skip_blanks(s, s->at);
		uint32_t const inside =
			at < s->end && s->text.ptr[at] == '(' ? parens_length(s, at) : 0;
		if (inside) {
			add_part(s, at + 1, at + 1 + inside, false);
			s->at = at + inside + 2;
			uint32_t const suffix_at = skip_blanks(s, s->at);
			uint32_t const suffix = ordinal_suffix(s, suffix_at);
			if (suffix && s->out.count > 0) {
				struct numeral *n = &s->out;
				redline_bytes *last = &n->part[n->count - 1];
				char *joined = arena_alloc(s->arena, last->len + suffix);
				if (joined) {
					memcpy(joined, last->ptr, last->len);
					for (uint32_t i = 0; i < suffix; i++)
						joined[last->len + i] =
							to_lower(s->text.ptr[suffix_at + i]);
					*last = (redline_bytes){joined, last->len + suffix};
				}
				s->at = suffix_at + suffix;
			}
			continue;
		}
		if (char_at(s, 0) == '.' && is_digit(char_at(s, 1))) {
			s->at++;
			uint32_t const n = arabic_length(s);
			s->too_deep |= n == 0;
			add_part(s, s->at, s->at + n, true);
			continue;
		}
		return;
	}
}

static uint32_t unit_prefix(const struct numeral_scan *s, redline_unit *unit)
{
	char const a = char_at(s, 0), b = char_at(s, 1);
	uint32_t n = 0;
	if ((a == 'P' && b == 'P') || (a == 'O' && b == 'P')) {
		*unit = a == 'P' ? REDLINE_PREAMBULAR : REDLINE_OPERATIVE;
		n = 2;
		if (char_at(s, n) == ' ' || char_at(s, n) == '.')
			n++;
	} else if ((unsigned char)a == 0xC2 && (unsigned char)b == 0xA7) {
		*unit = REDLINE_SECTION;
		n = 2;
		if ((unsigned char)char_at(s, 2) == 0xC2 && (unsigned char)char_at(s, 3) == 0xA7)
			n = 4;
		while (char_at(s, n) == ' ')
			n++;
		if ((unsigned char)char_at(s, n) == 0xC2 &&
		    (unsigned char)char_at(s, n + 1) == 0xA0)
			n += 2;
	}
	return n && is_digit(char_at(s, n)) ? n : 0;
}

struct numeral lex_numeral(struct arena *a, redline_bytes text, redline_range within, bool named,
                           uint32_t *end)
{
	struct numeral_scan s = {.arena = a, .text = text, .at = within.begin, .end = within.end};
	s.out.unit = REDLINE_DOCUMENT;
	uint32_t const prefix = unit_prefix(&s, &s.out.unit);
	if (prefix == 0)
		s.out.unit = REDLINE_DOCUMENT;
	s.at += prefix;
	if (is_digit(char_at(&s, 0))) {
		uint32_t const n = arabic_length(&s);
		if (n && (!word_follows(&s, s.at + n) || ordinal_suffix(&s, s.at + n)))
			add_part(&s, s.at, s.at + n, true);
	} else if (char_at(&s, 0) == '(') {
		uint32_t const n = parens_length(&s, s.at);
		s.out.parens = n > 0;
		/* add_nested takes it from here */
	} else if (named) {
		uint32_t const n = letters_length(&s);
		if (n && !word_follows(&s, s.at + n))
			add_part(&s, s.at, s.at + n, true);
	}
	if (s.out.count || s.out.parens)
		add_nested(&s);
	/* "40b)", "a)" */
	if (s.out.count && char_at(&s, 0) == ')' && named && !s.out.parens)
		s.at++;
	if (s.too_deep)
		s.out.count = 0; /* not the place that its first parts name */
	*end = s.out.count ? s.at : within.begin;
	return s.out;
}

/* ---- a sentence ---- */

struct lexing {
	struct lexer *lexer;
	struct arena *arena;
	redline_bytes text;
	redline_range sentence;
	const struct quotes *quotes;
	uint32_t next_quote;
	uint32_t at;
};

static void push(struct lexing *l, enum lex_class cls, int32_t value, uint32_t end)
{
	struct lexeme *slot = VEC_PUSH(&l->lexer->lexemes);
	if (slot)
		*slot = (struct lexeme){cls, value, {l->at, end}};
	l->at = end;
}

static bool lex_quote(struct lexing *l)
{
	while (l->next_quote < l->quotes->count && l->quotes->at[l->next_quote].outer.begin < l->at)
		l->next_quote++;
	if (l->next_quote >= l->quotes->count)
		return false;
	const struct quotation *q = &l->quotes->at[l->next_quote];
	if (q->outer.begin != l->at || q->outer.end > l->sentence.end)
		return false;
	push(l, LEX_QUOTE, (int32_t)l->next_quote, q->outer.end);
	return true;
}

/* Does a unit's word stand just before, or a list of its numerals? */
static bool is_named(const struct lexing *l)
{
	size_t const stop = l->lexer->lexemes.len > 64 ? l->lexer->lexemes.len - 64 : 0;
	for (size_t i = l->lexer->lexemes.len; i > stop; i--) {
		const struct lexeme *x = &l->lexer->lexemes.at[i - 1];
		if (x->cls == LEX_UNIT)
			return true;
		if (x->cls == LEX_NUMERAL && i == l->lexer->lexemes.len)
			return false; /* "paragraph 1 a new ..." */
		bool const list = x->cls == LEX_NUMERAL || x->cls == LEX_AND || x->cls == LEX_TO ||
		                  x->cls == LEX_OR || x->cls == LEX_THROUGH ||
		                  (x->cls == LEX_PUNCT && x->value == ',');
		if (!list)
			return false;
		if (i < l->lexer->lexemes.len && x->cls == LEX_AND)
			return false;
	}
	return false;
}

static bool lex_place_numeral(struct lexing *l)
{
	char const c = l->text.ptr[l->at];
	if (!is_digit(c) && !is_alpha(c) && c != '(' && (unsigned char)c != 0xC2)
		return false;
	if (l->lexer->numerals.len == NUMERALS_MAX)
		return false; /* then words nobody knows, so that no instruction is made of them */
	bool const named = is_named(l);
	if (is_alpha(c) && !named && c != 'P' && c != 'O')
		return false;
	uint32_t end;
	struct numeral const n = lex_numeral(l->arena, l->text,
	                                     (redline_range){l->at, l->sentence.end}, named, &end);
	if (n.count == 0)
		return false;
	struct numeral *slot = VEC_PUSH(&l->lexer->numerals);
	if (!slot)
		return false;
	*slot = n;
	push(l, LEX_NUMERAL, (int32_t)(l->lexer->numerals.len - 1), end);
	return true;
}

/* The row whose wording begins at `at`; NULL if there is none. */
static const struct lang_row *row_at(struct lexing *l, uint32_t at, uint32_t *end)
{
	uint32_t const row = row_find(l->lexer->finder, l->text, at, l->sentence.end, end);
	return row == NO_ROW ? NULL : &l->lexer->lang->rows[row];
}

/* "(as so redesignated)" */
static bool lex_renumbered(struct lexing *l, redline_range inside)
{
	uint32_t end;
	if (inside.begin == inside.end)
		return false;
	const struct lang_row *row = row_at(l, inside.begin, &end);
	if (!row || row->cls != LEX_RENUMBERED || end != inside.end)
		return false;
	push(l, row->cls, row->value, inside.end + 1);
	return true;
}

/* "(...)" that is no label: an aside. */
static bool lex_group(struct lexing *l)
{
	uint32_t const left = l->sentence.end - l->at;
	uint32_t const end = l->at + (left < GROUP_MAX ? left : GROUP_MAX);
	if (l->text.ptr[l->at] != '(' || !memchr(l->text.ptr + l->at, ')', end - l->at))
		return false;
	unsigned depth = 0;
	for (uint32_t i = l->at; i < end; i++) {
		char const c = l->text.ptr[i];
		depth += c == '(';
		if (c != ')' || --depth > 0)
			continue;
		redline_range const inside = {l->at + 1, i};
		if (lex_renumbered(l, inside))
			return true;
		redline_range *slot = VEC_PUSH(&l->lexer->groups);
		if (!slot)
			return false;
		*slot = inside;
		push(l, LEX_GROUP, (int32_t)(l->lexer->groups.len - 1), i + 1);
		return true;
	}
	return false;
}

static bool lex_name(struct lexing *l)
{
	uint32_t len = 0;
	int const party =
		lex_party(l->lexer, l->text, (redline_range){l->at, l->sentence.end}, &len);
	if (party < 0)
		return false;
	push(l, LEX_NAME, party, l->at + len);
	return true;
}

static bool lex_row(struct lexing *l)
{
	uint32_t end;
	const struct lang_row *row = row_at(l, l->at, &end);
	if (!row)
		return false;
	push(l, row->cls, row->value, end);
	return true;
}

static void lex_word(struct lexing *l)
{
	uint32_t end = l->at;
	unsigned size;
	while (end < l->sentence.end) {
		uint32_t const cp = utf8_at(l->text, end, &size);
		bool const inner = (cp == '-' || cp == '\'' || cp == 0x2019) && end > l->at &&
		                   end + size < l->sentence.end &&
		                   is_word_char(utf8_at(l->text, end + size, &(unsigned){0}));
		if (!is_word_char(cp) && !inner)
			break;
		end += size;
	}
	if (end > l->at) {
		push(l, LEX_WORD, 0, end);
		return;
	}
	uint32_t const cp = utf8_at(l->text, l->at, &size);
	push(l, LEX_PUNCT, (int32_t)cp, l->at + size);
}

static bool at_word_start(const struct lexing *l)
{
	unsigned size;
	uint32_t const cp = utf8_at(l->text, l->at, &size);
	return is_word_char(cp) || cp == '&' || cp == 0xA7 || cp == 0xB6;
}

static void lex_one(struct lexing *l)
{
	if (lex_quote(l) || lex_place_numeral(l) || lex_group(l))
		return;
	if (at_word_start(l) && (lex_name(l) || lex_row(l)))
		return;
	lex_word(l);
}

static bool is_skipped(uint32_t cp)
{
	return is_space_char(cp) || cp == '*' || cp == '_' || cp == '>' || cp == 0xFEFF;
}

bool lex_sentence(struct lexer *lexer, struct arena *a, redline_bytes text,
                  redline_range sentence, const struct quotes *quotes, struct lexed *out)
{
	struct lexing l = {
		.lexer = lexer, .arena = a, .text = text, .sentence = sentence, .quotes = quotes};
	l.next_quote = quotes_from(quotes, sentence.begin);
	l.at = sentence.begin;
	lexer->lexemes.len = lexer->numerals.len = lexer->groups.len = 0;
	while (l.at < sentence.end && !lexer->lexemes.failed) {
		unsigned size;
		if (is_skipped(utf8_at(text, l.at, &size)))
			l.at += size;
		else
			lex_one(&l);
	}
	push(&l, LEX_END, 0, l.at);
	*out = (struct lexed){lexer->lexemes.at, (uint32_t)lexer->lexemes.len - 1,
	                      lexer->numerals.at, lexer->groups.at};
	return !lexer->lexemes.failed && !lexer->numerals.failed && !lexer->groups.failed &&
	       !a->failed && !row_finder_failed(lexer->finder);
}
