/*
 * lex.c -- see lex.h.
 *
 * The rows of a language become one alternation, "(?:row 0(*MARK:0)|row
 * 1(*MARK:1)|...)" with a guard that a word ends there; it is tried where a
 * word begins, and the mark tells which row matched.  Compiling costs a few
 * milliseconds; the just-in-time compiler ten more, so that one is for long
 * texts.  Match limits bound what any sentence can cost.
 *
 * Parties are found through a sorted table of their forms: the longest form
 * that the text begins with, by binary search on its first word.
 */
#include "lex.h"

#include <stdlib.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <unictype.h>

#include "base/buf.h"
#include "base/bytes.h"
#include "base/vec.h"

#define MATCH_LIMIT  100000u
#define GROUP_MAX    600u
#define CORE_MAX     60u   /* bytes of one part of a numeral; place.c keeps 64 */
#define NUMERALS_MAX 4096u /* in a sentence; each takes some hundred bytes */

struct party_form {
	redline_bytes form; /* lower case */
	uint32_t party;
};

struct lexer {
	const struct lang *lang;
	pcre2_code *code;
	VEC(struct party_form) forms; /* sorted */
};

/* ---- making one ---- */

/*
 * A row's blank matches any white space, however much of it, and gives nothing
 * back: else a long run of it would cost its square, and the match limits.
 */
static void add_pattern(struct buf *b, const char *pattern)
{
	bool in_class = false;
	for (const char *p = pattern; *p; p++) {
		if (*p == '[')
			in_class = true;
		else if (*p == ']')
			in_class = false;
		if (*p != ' ' || in_class) {
			buf_char(b, *p);
		} else if (p[1] == '?') {
			buf_text(b, "\\s*+");
			p++;
		} else {
			buf_text(b, "\\s++");
		}
	}
}

static pcre2_code *compile_rows(const struct lang *lang)
{
	struct buf b = {0};
	buf_text(&b, "(?:");
	for (size_t i = 0; i < lang->row_count; i++) {
		buf_text(&b, i ? "|(?:" : "(?:");
		add_pattern(&b, lang->rows[i].pattern);
		buf_printf(&b, ")(*MARK:%zu)", i);
	}
	buf_text(&b, ")(?![\\p{L}\\p{N}])");
	pcre2_code *code = NULL;
	if (!b.failed) {
		int error;
		PCRE2_SIZE where;
		code = pcre2_compile((PCRE2_SPTR)b.ptr, b.len,
		                     PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS | PCRE2_ANCHORED |
		                             PCRE2_NO_AUTO_CAPTURE | PCRE2_NO_UTF_CHECK,
		                     &error, &where, NULL);
	}
	buf_release(&b);
	return code;
}

static int compare_forms(const void *a, const void *b)
{
	const struct party_form *x = a, *y = b;
	int const order = bytes_compare(x->form, y->form);
	return order ? order : (x->party > y->party) - (x->party < y->party);
}

static bool list_forms(struct lexer *lexer)
{
	for (size_t i = 0; i < lang_party_count; i++) {
		const char *form = lang_parties[i].forms;
		while (*form) {
			size_t const len = strcspn(form, "|");
			struct party_form *slot = VEC_PUSH(&lexer->forms);
			if (!slot)
				return false;
			*slot = (struct party_form){{form, len}, (uint32_t)i};
			form += len + (form[len] == '|');
		}
	}
	qsort(lexer->forms.at, lexer->forms.len, sizeof *lexer->forms.at, compare_forms);
	return true;
}

struct lexer *lexer_new(const struct lang *lang)
{
	struct lexer *lexer = calloc(1, sizeof *lexer);
	if (!lexer)
		return NULL;
	lexer->lang = lang;
	lexer->code = compile_rows(lang);
	if (lexer->code && list_forms(lexer))
		return lexer;
	lexer_free(lexer);
	return NULL;
}

void lexer_free(struct lexer *lexer)
{
	if (!lexer)
		return;
	pcre2_code_free(lexer->code);
	VEC_RELEASE(&lexer->forms);
	free(lexer);
}

struct lexer *lexer_for_long_texts(const struct lexer *lexer)
{
	struct lexer *fast = calloc(1, sizeof *fast);
	if (!fast)
		return NULL;
	fast->lang = lexer->lang;
	fast->code = pcre2_code_copy(lexer->code);
	if (!fast->code || !list_forms(fast)) {
		lexer_free(fast);
		return NULL;
	}
	(void)pcre2_jit_compile(fast->code, PCRE2_JIT_COMPLETE); /* else interpreted, as before */
	return fast;
}

const struct lang *lexer_lang(const struct lexer *lexer)
{
	return lexer->lang;
}

/* ---- parties ---- */

static bool party_written_at(redline_bytes text, redline_range within, redline_bytes form)
{
	if (range_len(within) < form.len)
		return false;
	redline_bytes const have = {text.ptr + within.begin, form.len};
	if (!bytes_equal_nocase(have, form))
		return false;
	for (size_t i = 0; i < form.len; i++) {
		bool const starts = i == 0 || form.ptr[i - 1] == ' ';
		bool const short_form = form.len <= 4 && form.ptr[0] != 'i' && form.ptr[0] != 'm';
		if (is_lower(have.ptr[i]) && (i == 0 || (short_form && starts)))
			return false;
	}
	uint32_t const end = within.begin + (uint32_t)form.len;
	unsigned size;
	return end >= text.len || !is_word_char(utf8_at(text, end, &size));
}

/* Short forms ("US", "EU", "WHO") count only in capitals, unless they are a name. */
static bool capitals_fit(redline_bytes have, const char *name)
{
	if (have.len > 4 || strlen(name) == have.len)
		return true;
	for (size_t i = 0; i < have.len; i++)
		if (is_lower(have.ptr[i]))
			return false;
	return true;
}

int lex_party(const struct lexer *lexer, redline_bytes text, redline_range within, uint32_t *len)
{
	unsigned char const lead = (unsigned char)text.ptr[within.begin];
	if (!is_upper((char)lead) && lead < 0x80)
		return -1;
	char const low_lead = to_lower((char)lead);
	size_t low = 0, high = lexer->forms.len;
	while (low < high) {
		size_t const mid = low + (high - low) / 2;
		if ((unsigned char)lexer->forms.at[mid].form.ptr[0] < (unsigned char)low_lead)
			low = mid + 1;
		else
			high = mid;
	}
	int best = -1;
	for (; low < lexer->forms.len && lexer->forms.at[low].form.ptr[0] == low_lead; low++) {
		const struct party_form *f = &lexer->forms.at[low];
		if (best >= 0 && f->form.len <= *len)
			continue;
		redline_bytes const have = {text.ptr + within.begin, f->form.len};
		if (party_written_at(text, within, f->form) &&
		    capitals_fit(have, lang_parties[f->party].name)) {
			best = (int)f->party;
			*len = (uint32_t)f->form.len;
		}
	}
	return best;
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
	const struct lexer *lexer;
	struct arena *arena;
	redline_bytes text;
	redline_range sentence;
	const struct quotes *quotes;
	uint32_t next_quote;
	uint32_t at;
	pcre2_match_data *match;
	pcre2_match_context *limits;
	bool no_memory;
	bool gave_up; /* a match limit was met */
	VEC(struct lexeme) lexemes;
	VEC(struct numeral) numerals;
	VEC(redline_range) groups;
};

static void push(struct lexing *l, enum lex_class cls, int32_t value, uint32_t end)
{
	struct lexeme *slot = VEC_PUSH(&l->lexemes);
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
	size_t const stop = l->lexemes.len > 64 ? l->lexemes.len - 64 : 0;
	for (size_t i = l->lexemes.len; i > stop; i--) {
		const struct lexeme *x = &l->lexemes.at[i - 1];
		if (x->cls == LEX_UNIT)
			return true;
		if (x->cls == LEX_NUMERAL && i == l->lexemes.len)
			return false; /* "paragraph 1 a new ..." */
		bool const list = x->cls == LEX_NUMERAL || x->cls == LEX_AND || x->cls == LEX_TO ||
		                  x->cls == LEX_OR || x->cls == LEX_THROUGH ||
		                  (x->cls == LEX_PUNCT && x->value == ',');
		if (!list)
			return false;
		if (i < l->lexemes.len && x->cls == LEX_AND)
			return false;
	}
	return false;
}

static bool lex_place_numeral(struct lexing *l)
{
	char const c = l->text.ptr[l->at];
	if (!is_digit(c) && !is_alpha(c) && c != '(' && (unsigned char)c != 0xC2)
		return false;
	if (l->numerals.len == NUMERALS_MAX)
		return false; /* then words nobody knows, so that no instruction is made of them */
	bool const named = is_named(l);
	if (is_alpha(c) && !named && c != 'P' && c != 'O')
		return false;
	uint32_t end;
	struct numeral const n = lex_numeral(l->arena, l->text,
	                                     (redline_range){l->at, l->sentence.end}, named, &end);
	if (n.count == 0)
		return false;
	struct numeral *slot = VEC_PUSH(&l->numerals);
	if (!slot)
		return false;
	*slot = n;
	push(l, LEX_NUMERAL, (int32_t)(l->numerals.len - 1), end);
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
		redline_range *slot = VEC_PUSH(&l->groups);
		if (!slot)
			return false;
		*slot = (redline_range){l->at + 1, i};
		push(l, LEX_GROUP, (int32_t)(l->groups.len - 1), i + 1);
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
	int const rc = pcre2_match(l->lexer->code, (PCRE2_SPTR)l->text.ptr, l->sentence.end, l->at,
	                           PCRE2_NO_UTF_CHECK, l->match, l->limits);
	l->no_memory |= rc == PCRE2_ERROR_NOMEMORY;
	l->gave_up |= rc < 0 && rc != PCRE2_ERROR_NOMATCH;
	if (rc < 0)
		return false;
	PCRE2_SPTR const mark = pcre2_get_mark(l->match);
	uint32_t const end = (uint32_t)pcre2_get_ovector_pointer(l->match)[1];
	if (!mark || end <= l->at)
		return false;
	const struct lang_row *row = &l->lexer->lang->rows[strtoul((const char *)mark, NULL, 10)];
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

static bool lexing_begin(struct lexing *l)
{
	l->match = pcre2_match_data_create(1, NULL);
	l->limits = pcre2_match_context_create(NULL);
	if (!l->match || !l->limits)
		return false;
	(void)pcre2_set_match_limit(l->limits, MATCH_LIMIT);
	(void)pcre2_set_depth_limit(l->limits, 1000);
	(void)pcre2_set_heap_limit(l->limits, 1024);
	l->next_quote = quotes_from(l->quotes, l->sentence.begin);
	l->at = l->sentence.begin;
	return true;
}

static bool lexing_finish(struct lexing *l, struct lexed *out)
{
	push(l, LEX_END, 0, l->at);
	struct lexeme *lexemes = arena_array(l->arena, l->lexemes.len, sizeof *lexemes);
	struct numeral *numerals = arena_array(l->arena, l->numerals.len, sizeof *numerals);
	redline_range *groups = arena_array(l->arena, l->groups.len, sizeof *groups);
	if (!lexemes || !numerals || !groups || l->lexemes.failed || l->numerals.failed ||
	    l->groups.failed)
		return false;
	memcpy(lexemes, l->lexemes.at, l->lexemes.len * sizeof *lexemes);
	if (l->numerals.len)
		memcpy(numerals, l->numerals.at, l->numerals.len * sizeof *numerals);
	if (l->groups.len)
		memcpy(groups, l->groups.at, l->groups.len * sizeof *groups);
	*out = (struct lexed){lexemes, (uint32_t)l->lexemes.len - 1, numerals, groups, l->gave_up};
	return true;
}

static bool is_skipped(uint32_t cp)
{
	return is_space_char(cp) || cp == '*' || cp == '_' || cp == '>' || cp == 0xFEFF;
}

bool lex_sentence(const struct lexer *lexer, struct arena *a, redline_bytes text,
                  redline_range sentence, const struct quotes *quotes, struct lexed *out)
{
	struct lexing l = {
		.lexer = lexer, .arena = a, .text = text, .sentence = sentence, .quotes = quotes};
	bool ok = lexing_begin(&l);
	while (ok && l.at < sentence.end && !l.lexemes.failed && !l.no_memory) {
		unsigned size;
		if (is_skipped(utf8_at(text, l.at, &size)))
			l.at += size;
		else
			lex_one(&l);
	}
	ok = ok && !l.no_memory && lexing_finish(&l, out);
	VEC_RELEASE(&l.lexemes);
	VEC_RELEASE(&l.numerals);
	VEC_RELEASE(&l.groups);
	pcre2_match_data_free(l.match);
	pcre2_match_context_free(l.limits);
	return ok;
}
