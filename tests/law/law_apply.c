/*
 * law_apply.c -- the laws of applying, on random drafts and on amendments of
 * which the test knows what they must do, because it knows where each word of
 * the draft stands:
 *
 *   - every amendment lands, and outside its words (and the white space and
 *     emphasis marks next to them) the draft stays byte for byte;
 *   - the order of the amendments, and the statement each stands in, change
 *     nothing;
 *   - CriticMarkup of the outcome, read back, is the old and the new text;
 *   - an amendment that can't be meant is refused, and the others are applied
 *     as if it were not there;
 *   - hard wraps, CRLF and emphasis change nothing but themselves;
 *   - each stage is the draft with the first amendments applied, and no other;
 *   - the same call gives the same answer.
 *
 * A sheet is a draft: what it says (paragraphs of words, no word twice in one
 * but for an echo) and, once set, where each word stands.  A wish is an
 * amendment; wishes in one sheet touch different words.  The seed is printed
 * with every failure; REDLINE_SEED sets it.
 */
#include <criterion/criterion.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <redline/apply.h>

#include "support/text.h"
#include "support/trial.h"

enum { ROUNDS = 300, PARAGRAPHS = 18, WORDS = 24, WISHES = 12, CHANGES = 2 * WISHES };

/* ---- chance ---- */

static uint64_t seed, state;

/* xorshift64 */
static unsigned chance(unsigned below)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (unsigned)(state >> 32) % below;
}

static void begin_chance(void)
{
	const char *given = getenv("REDLINE_SEED");
	seed = given ? strtoull(given, NULL, 10) : 20201118;
	state = seed ? seed : 1;
}

/* ---- what a draft says ---- */

static const char *const vocabulary[] = {
	"states", "national", "bodies", "capacity", "building", "measures", "effective", "programmes",
	"region", "regional", "norms", "voluntary", "within", "shared", "resources", "cooperation",
	"transparent", "stable", "accessible", "threats", "dialogue", "training", "needs", "gender",
	"digital", "divide", "incidents", "response", "points", "contact", "critical", "health",
	"\u00E9lections", "co-ordinate", "rights", "duties", "lawful", "peaceful", "open", "secure",
	"forum", "mandate", "consensus", "experts", "\u00FCber", "na\u00EFve", "outcome", "mechanism",
};
enum { VOCABULARY = sizeof vocabulary / sizeof *vocabulary };

/* None of these stands in any draft. */
static const char *const fresh[] = {
	"enhancing", "\u00E9largi", "where appropriate", "and, as needed, robust", "timely",
	"on a mutually agreed basis", "inclusive", "(as revised)", "strengthened", "A/79/214",
};
enum { FRESH = sizeof fresh / sizeof *fresh };

struct paragraph {
	char place[40];  /* "paragraph 59 (a)" */
	char label[12];  /* "59.", "(a)" */
	unsigned number;
	bool child, parent;
	unsigned count;  /* of words */
	const char *word[WORDS];
	bool opens[WORDS];  /* a sentence: a capital */
	char after[WORDS];  /* punctuation, or 0 */
	unsigned echo[2];   /* the same word, twice; equal if there is none */
	unsigned bold[2];   /* first and last word in emphasis; none if last is 0 */
	const char *marks;
	bool taken[WORDS];
	bool whole;         /* a wish takes it whole */
	/* once set: */
	redline_range lines, body, at[WORDS];
};

struct layout {
	unsigned width; /* 0: one line a paragraph */
	const char *indent, *eol;
	bool emphasis;
};

struct sheet {
	struct paragraph at[PARAGRAPHS];
	unsigned count;
	struct text text;
};

static void choose_words(struct paragraph *p)
{
	const char *pool[VOCABULARY];
	memcpy(pool, vocabulary, sizeof pool);
	for (unsigned i = 0; i < p->count; i++) {
		unsigned const k = i + chance(VOCABULARY - i);
		p->word[i] = pool[k];
		pool[k] = pool[i];
	}
}

/* Sentences of four words and more; the last one ends as the paragraph does. */
static void punctuate(struct paragraph *p, char closing)
{
	unsigned begun = 0;
	for (unsigned i = 0; i < p->count; i++) {
		p->opens[i] = i == begun && (p->word[i][0] & 0x80) == 0;
		bool const stop = i - begun >= 4 && p->count - i > 5 && chance(6) == 0;
		p->after[i] = (char)(stop ? '.' : i > begun && chance(7) == 0 ? ',' : 0);
		begun = stop ? i + 1 : begun;
		if (i + 1 == p->count)
			p->after[i] = closing;
	}
}

/* A word of the middle stands once more, with another word between. */
static void add_echo(struct paragraph *p)
{
	unsigned const a = 1 + chance(p->count - 3), b = a + 2 + chance(p->count - a - 2);
	if (chance(2) || b >= p->count || p->opens[a] || p->opens[b])
		return;
	p->word[b] = p->word[a];
	p->echo[0] = a;
	p->echo[1] = b;
}

static void add_emphasis(struct paragraph *p)
{
	static const char *const marks[] = {"*", "**", "_", "***"};
	if (chance(3))
		return;
	p->marks = marks[chance(4)];
	p->bold[0] = chance(p->count - 1);
	p->bold[1] = p->bold[0] + 1 + chance(p->count - p->bold[0] - 1 < 3 ? 1 : 3);
}

static struct paragraph *add_paragraph(struct sheet *s, unsigned number, char closing)
{
	cr_assert_lt(s->count, PARAGRAPHS);
	struct paragraph *p = &s->at[s->count++];
	*p = (struct paragraph){.number = number, .count = 8 + chance(WORDS - 8)};
	choose_words(p);
	punctuate(p, closing);
	add_echo(p);
	add_emphasis(p);
	return p;
}

static void add_family(struct sheet *s, unsigned number)
{
	struct paragraph *top = add_paragraph(s, number, ':');
	top->parent = true;
	snprintf(top->place, sizeof top->place, "the chapeau of paragraph %u", number);
	snprintf(top->label, sizeof top->label, "%u.", number);
	for (unsigned i = 0; i < 2; i++) {
		struct paragraph *p = add_paragraph(s, number, i ? '.' : ';');
		p->child = true;
		snprintf(p->place, sizeof p->place, "paragraph %u (%c)", number, "ab"[i]);
		snprintf(p->label, sizeof p->label, "(%c)", "ab"[i]);
	}
}

static void compose(struct sheet *s)
{
	struct text text = s->text;
	*s = (struct sheet){.text = text};
	unsigned number = 1 + chance(90);
	for (unsigned n = 2 + chance(5); n > 0; n--, number++) {
		if (chance(4) == 0) {
			add_family(s, number);
			continue;
		}
		struct paragraph *p = add_paragraph(s, number, '.');
		snprintf(p->place, sizeof p->place, "paragraph %u", number);
		snprintf(p->label, sizeof p->label, "%u.", number);
	}
}

/* ---- where it stands ---- */

/* A word in the draft or in a quotation: capital and punctuation as they are. */
static void put_word(struct text *out, const struct paragraph *p, unsigned i)
{
	const char *word = p->word[i];
	char const first = (char)(p->opens[i] ? word[0] - 'a' + 'A' : word[0]);
	text_add(out, &first, 1);
	text_put(out, word + 1);
}

/* A blank, or a line end if the next word would stand out too far. */
static void put_gap(struct text *out, const struct layout *l, size_t line, size_t next)
{
	if (!l->width || out->len + 1 + next - line <= l->width) {
		text_put(out, " ");
		return;
	}
	text_put(out, l->eol);
	text_put(out, l->indent);
}

static size_t line_begin(const struct text *t)
{
	size_t at = t->len;
	while (at > 0 && t->ptr[at - 1] != '\n')
		at--;
	return at;
}

static void set_words(struct text *out, struct paragraph *p, const struct layout *l)
{
	bool const bold = l->emphasis && p->bold[1];
	for (unsigned i = 0; i < p->count; i++) {
		if (i)
			put_gap(out, l, line_begin(out), strlen(p->word[i]));
		if (bold && i == p->bold[0])
			text_put(out, p->marks);
		p->at[i].begin = (uint32_t)out->len;
		put_word(out, p, i);
		p->at[i].end = (uint32_t)out->len;
		if (bold && i == p->bold[1])
			text_put(out, p->marks);
		if (p->after[i])
			text_add(out, &p->after[i], 1);
	}
}

static void set_paragraph(struct text *out, struct paragraph *p, const struct layout *l)
{
	p->lines.begin = (uint32_t)out->len;
	text_put(out, p->child ? "   " : "");
	text_put(out, p->label);
	text_put(out, " ");
	p->body.begin = (uint32_t)out->len;
	set_words(out, p, l);
	p->body.end = (uint32_t)out->len;
	text_put(out, l->eol);
	p->lines.end = (uint32_t)out->len;
}

static void set_sheet(struct sheet *s, const struct layout *l)
{
	s->text.len = 0;
	text_format(&s->text, "# Draft report%s", l->eol);
	for (unsigned i = 0; i < s->count; i++) {
		if (!s->at[i].child)
			text_put(&s->text, l->eol);
		set_paragraph(&s->text, &s->at[i], l);
	}
}

static struct layout random_layout(void)
{
	static const char *const indents[] = {"", "    ", "  "};
	return (struct layout){
		.width = chance(2) ? 30 + chance(50) : 0,
		.indent = indents[chance(3)],
		.eol = chance(2) ? "\n" : "\r\n",
		.emphasis = chance(2),
	};
}

/* ---- wishes ---- */

enum wish_kind {
	WISH_REPLACE,
	WISH_DELETE,
	WISH_AFTER,
	WISH_BEFORE,
	WISH_AT_END,
	WISH_EACH,
	WISH_REWRITE,
	WISH_BIS,
	WISH_DROP,
	WISH_KINDS,
};

struct wish {
	enum wish_kind kind;
	unsigned paragraph, first, last; /* words of it */
	const char *come;
	const char *who;
	unsigned wording;
};

static bool is_free(const struct paragraph *p, unsigned first, unsigned last)
{
	if (p->whole || last >= p->count)
		return false;
	for (unsigned i = first ? first - 1 : 0; i <= last + 1 && i < p->count; i++)
		if (p->taken[i])
			return false;
	return true;
}

static bool is_untouched(const struct paragraph *p)
{
	return is_free(p, 0, p->count - 1);
}

/* The quoted words may not be, or end in, the paragraph's echo alone. */
static bool is_single(const struct paragraph *p, unsigned first, unsigned last)
{
	bool const has_echo = p->echo[0] != p->echo[1];
	return !has_echo || first != last || (first != p->echo[0] && first != p->echo[1]);
}

/* The words go with both ends of the emphasis or with neither. */
static bool keeps_emphasis(const struct paragraph *p, unsigned first, unsigned last)
{
	bool const begins = first <= p->bold[0] && last >= p->bold[0];
	bool const ends = first <= p->bold[1] && last >= p->bold[1];
	bool const around = begins && ends && (first < p->bold[0] || last > p->bold[1]);
	return !p->bold[1] || (begins == ends && !(around && p->marks[0] == '_'));
}

/* What is left of a sentence when words go must still be one. */
static bool may_go(const struct paragraph *p, unsigned first, unsigned last)
{
	return !p->opens[first] && first > 0 && p->after[first - 1] != '.' && !p->after[last] &&
	       keeps_emphasis(p, first, last);
}

/* Words are put before emphasis by naming the word before it. */
static bool leads_emphasis(const struct paragraph *p, unsigned first)
{
	return p->bold[1] && first == p->bold[0];
}

static bool fits_words(const struct paragraph *p, const struct wish *w)
{
	return is_free(p, w->first, w->last) && is_single(p, w->first, w->last) &&
	       (w->kind != WISH_BEFORE || !leads_emphasis(p, w->first)) &&
	       (w->kind != WISH_DELETE || may_go(p, w->first, w->last));
}

static bool fits_paragraph(const struct sheet *s, const struct wish *w)
{
	const struct paragraph *p = &s->at[w->paragraph];
	switch (w->kind) {
	case WISH_AT_END:
		return !p->parent && is_free(p, p->count - 1, p->count - 1);
	case WISH_EACH:
		return p->echo[0] != p->echo[1] && is_free(p, p->echo[0], p->echo[0]) &&
		       is_free(p, p->echo[1], p->echo[1]);
	case WISH_REWRITE:
		return !p->parent && is_untouched(p);
	case WISH_DROP: /* a list that begins with (b) is read as running text */
		return !p->parent && p->label[1] != 'a' && is_untouched(p) && s->count > 2;
	case WISH_BIS:
		return !p->parent && !p->child && is_untouched(p);
	default:
		return fits_words(p, w);
	}
}

static void take(struct paragraph *p, const struct wish *w)
{
	if (w->kind >= WISH_REWRITE)
		p->whole = true;
	else if (w->kind == WISH_AT_END)
		p->taken[p->count - 1] = true;
	else if (w->kind == WISH_EACH)
		p->taken[p->echo[0]] = p->taken[p->echo[1]] = true;
	else
		for (unsigned i = w->first; i <= w->last; i++)
			p->taken[i] = true;
}

static struct wish random_wish(const struct sheet *s)
{
	static const char *const who[] = {"", "Japan", "Norway", "Kenya"};
	struct wish w = {
		.kind = (enum wish_kind)chance(WISH_KINDS),
		.paragraph = chance(s->count),
		.come = fresh[chance(FRESH)],
		.who = who[chance(4)],
		.wording = chance(4),
	};
	w.first = chance(s->at[w.paragraph].count);
	w.last = w.first + chance(3);
	return w;
}

static unsigned choose_wishes(struct sheet *s, struct wish wishes[WISHES])
{
	unsigned count = 0, want = 1 + chance(WISHES);
	for (unsigned tries = 0; count < want && tries < 200; tries++) {
		struct wish const w = random_wish(s);
		if (!fits_paragraph(s, &w))
			continue;
		take(&s->at[w.paragraph], &w);
		wishes[count++] = w;
	}
	return count;
}

/* ---- how a wish is worded ---- */

/* The words of the draft on one line, without emphasis. */
static void put_quoted(struct text *out, const struct paragraph *p, unsigned first, unsigned last,
                       unsigned wording)
{
	text_put(out, wording & 1 ? "\"" : "\u201C");
	for (unsigned i = first; i <= last; i++) {
		put_word(out, p, i);
		if (i < last && p->after[i])
			text_add(out, &p->after[i], 1);
		text_put(out, i < last ? " " : "");
	}
	text_put(out, wording & 1 ? "\"" : "\u201D");
}

/* "Replace", "Japan proposes to replace", "In paragraph 59, replace". */
static void put_lead(struct text *out, const struct wish *w, const char *place, const char *verb)
{
	char const capital = (char)(verb[0] - 'a' + 'A');
	if (place)
		text_format(out, "In %s, ", place);
	if (w->who[0])
		text_format(out, "%s proposes to ", w->who);
	text_add(out, w->who[0] || place ? verb : &capital, 1);
	text_put(out, verb + 1);
}

static void say_words(struct text *out, const struct wish *w, const char *place, const char *old)
{
	static const char *const verbs[] = {"replace", "delete", "insert", "insert", "", "replace"};
	bool const place_first = w->wording & 2;
	put_lead(out, w, place_first ? place : NULL, verbs[w->kind]);
	if (w->kind == WISH_AFTER || w->kind == WISH_BEFORE)
		text_format(out, " \"%s\" %s", w->come, w->kind == WISH_AFTER ? "after" : "before");
	text_format(out, " %s", old);
	if (w->kind == WISH_REPLACE || w->kind == WISH_EACH)
		text_format(out, " with \"%s\"", w->come);
	text_put(out, w->kind == WISH_EACH ? " each place it appears" : "");
	if (!place_first)
		text_format(out, " in %s", place);
	text_put(out, ".");
}

static void say_paragraph(struct text *out, const struct wish *w, const struct paragraph *p)
{
	switch (w->kind) {
	case WISH_AT_END:
		put_lead(out, w, NULL, "add");
		text_format(out, " \"%s\" at the end of %s.", w->come, p->place);
		return;
	case WISH_REWRITE:
		put_lead(out, w, NULL, "replace");
		text_format(out, " %s with \"Let us be %s.\"", p->place, w->come);
		return;
	case WISH_BIS:
		put_lead(out, w, NULL, "insert");
		text_format(out, " a new paragraph %u bis after %s, reading: \"Let us be %s.\"",
		            p->number, p->place, w->come);
		return;
	default:
		put_lead(out, w, NULL, "delete");
		text_format(out, " %s.", p->place);
	}
}

static bool is_of_words(const struct wish *w)
{
	return w->kind < WISH_REWRITE && w->kind != WISH_AT_END;
}

static void say(struct text *out, const struct sheet *s, const struct wish *w)
{
	const struct paragraph *p = &s->at[w->paragraph];
	if (is_of_words(w)) {
		struct text old = {0};
		bool const each = w->kind == WISH_EACH;
		put_quoted(&old, p, each ? p->echo[0] : w->first, each ? p->echo[0] : w->last, w->wording);
		say_words(out, w, p->place, old.ptr);
		text_release(&old);
	} else {
		say_paragraph(out, w, p);
	}
	text_put(out, "\n\n");
}

/* ---- what a wish must do ---- */

struct change {
	redline_range range;
	char come[80];
};

static unsigned add_change(struct change out[], unsigned n, redline_range range, const char *come)
{
	out[n].range = range;
	snprintf(out[n].come, sizeof out[n].come, "%s", come);
	return n + 1;
}

static unsigned expect_whole(const struct paragraph *p, const struct wish *w, struct change out[],
                             unsigned n)
{
	char words[80];
	bool const bis = w->kind == WISH_BIS;
	snprintf(words, sizeof words, "Let us be %s.", w->come);
	if (w->kind == WISH_DROP)
		return add_change(out, n, p->lines, "");
	if (!bis)
		return add_change(out, n, p->body, words);
	snprintf(words, sizeof words, "%u bis. Let us be %s.", p->number, w->come);
	return add_change(out, n, (redline_range){p->lines.end, p->lines.end}, words);
}

/* Of the words first to last; for a wish that names no words they may lie beyond. */
static redline_range span(const struct paragraph *p, unsigned first, unsigned last)
{
	return (redline_range){p->at[first].begin, p->at[last < p->count ? last : p->count - 1].end};
}

static unsigned expect_one(const struct sheet *s, const struct wish *w, struct change out[],
                           unsigned n)
{
	const struct paragraph *p = &s->at[w->paragraph];
	redline_range const words = span(p, w->first, w->last);
	uint32_t const end = span(p, p->count - 1, p->count - 1).end;
	switch (w->kind) {
	case WISH_REPLACE:
		return add_change(out, n, words, w->come);
	case WISH_DELETE:
		return add_change(out, n, words, "");
	case WISH_AFTER:
		return add_change(out, n, (redline_range){words.end, words.end}, w->come);
	case WISH_BEFORE:
		return add_change(out, n, (redline_range){words.begin, words.begin}, w->come);
	case WISH_AT_END:
		return add_change(out, n, (redline_range){end, end}, w->come);
	case WISH_EACH:
		n = add_change(out, n, p->at[p->echo[0]], w->come);
		return add_change(out, n, p->at[p->echo[1]], w->come);
	default:
		return expect_whole(p, w, out, n);
	}
}

static int by_place(const void *a, const void *b)
{
	const struct change *x = a, *y = b;
	if (x->range.begin != y->range.begin)
		return x->range.begin < y->range.begin ? -1 : 1;
	return (x->range.end > y->range.end) - (x->range.end < y->range.end);
}

/* ---- is that what came out ---- */

static bool is_loose(char c)
{
	return c == ' ' || c == '\r' || c == '\n' || c == '*' || c == '_';
}

/* Passes what is loose in got, then exactly these bytes. */
static bool pass(redline_bytes got, size_t *at, bool loose, const char *ptr, size_t len)
{
	while (len && loose && *at < got.len && is_loose(got.ptr[*at]))
		++*at;
	if (got.len - *at < len || (len && memcmp(got.ptr + *at, ptr, len) != 0))
		return false;
	*at += len;
	return true;
}

/* Is got the old text with these changes, but for what is loose right beside them? */
static bool has_changes(redline_bytes old, const struct change *c, unsigned count,
                        redline_bytes got)
{
	size_t from = 0, at = 0;
	for (unsigned i = 0; i <= count; i++) {
		size_t begin = from, end = i < count ? c[i].range.begin : old.len;
		while (i > 0 && begin < end && is_loose(old.ptr[begin]))
			begin++;
		while (i < count && end > begin && is_loose(old.ptr[end - 1]))
			end--;
		if (!pass(got, &at, i > 0, old.ptr + begin, end - begin))
			return false;
		if (i < count && !pass(got, &at, true, c[i].come, strlen(c[i].come)))
			return false;
		from = i < count ? c[i].range.end : from;
	}
	while (at < got.len && is_loose(got.ptr[at]))
		at++;
	return at == got.len;
}

static bool is_word(char c)
{
	return (c & 0x80) || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Emphasis marks join two words, or stand for themselves. */
static const char *fault_of_marks(redline_bytes t)
{
	for (size_t i = 1; i < t.len; i++) {
		size_t end = i;
		while (end < t.len && (t.ptr[end] == '*' || t.ptr[end] == '_'))
			end++;
		if (end == i || end == t.len || t.ptr[i - 1] == '*' || t.ptr[i - 1] == '_')
			continue;
		char const before = t.ptr[i - 1], next = t.ptr[end];
		if (is_word(before) && is_word(next))
			return "an emphasis mark joins two words";
		if (is_loose(before) && is_loose(next))
			return "an emphasis mark is left with space on either side";
	}
	return NULL;
}

/* No draft of ours has such things, so no change may leave them behind. */
static const char *fault_of_tidiness(redline_bytes t)
{
	for (size_t i = 1; i + 1 < t.len; i++) {
		char const before = t.ptr[i - 1], next = t.ptr[i + 1];
		if (t.ptr[i] == ' ' && next == ' ' && before != ' ' && before != '\n')
			return "a doubled space is left";
		if (t.ptr[i] == ' ' && (next == ',' || next == '.' || next == ';' || next == ':'))
			return "a space before punctuation is left";
		if (t.ptr[i] == ' ' && (next == '\n' || next == '\r'))
			return "a space at the end of a line is left";
	}
	if (text_holds(t, "\n\n\n") || text_holds(t, "\r\n\r\n\r\n"))
		return "two empty lines are left";
	return fault_of_marks(t);
}

static unsigned count_provisions(redline_bytes text)
{
	redline_draft *draft;
	unsigned n = 0;
	if (redline_draft_new(&draft, text, NULL) != REDLINE_OK)
		return 0;
	for (uint32_t i = 0; i < redline_draft_count(draft); i++)
		n += redline_draft_blocks(draft)[i].kind == REDLINE_PROVISION;
	redline_draft_free(draft);
	return n;
}

static unsigned provisions_wanted(const struct sheet *s, const struct wish *w, unsigned count)
{
	unsigned n = s->count;
	for (unsigned i = 0; i < count; i++)
		n = n + (w[i].kind == WISH_BIS) - (w[i].kind == WISH_DROP);
	return n;
}

/* Everything known about the new text that these wishes make of the sheet. */
static const char *fault_of_text(const struct sheet *s, const struct wish *w, unsigned count,
                                 redline_bytes got)
{
	struct change changes[CHANGES];
	unsigned n = 0;
	for (unsigned i = 0; i < count; i++)
		n = expect_one(s, &w[i], changes, n);
	qsort(changes, n, sizeof *changes, by_place);
	if (!has_changes(text_view(&s->text), changes, n, got))
		return "the new text is not the old one with these changes";
	if (count_provisions(got) != provisions_wanted(s, w, count))
		return "the provisions are not as many as they should be";
	return fault_of_tidiness(got);
}

/* ---- statements ---- */

struct speech {
	struct text at[TRIAL_STATEMENTS];
	unsigned count;
};

static void shuffle(struct wish *w, unsigned count)
{
	for (unsigned i = count; i > 1; i--) {
		unsigned const k = chance(i);
		struct wish const other = w[k];
		w[k] = w[i - 1];
		w[i - 1] = other;
	}
}

/* The wishes, in their order, each in one of so many statements. */
static void speak(struct speech *out, const struct sheet *s, const struct wish *w, unsigned count,
                  unsigned statements)
{
	out->count = statements;
	for (unsigned i = 0; i < statements; i++) {
		out->at[i].len = 0;
		text_put(&out->at[i], "");
	}
	for (unsigned i = 0; i < count; i++)
		say(&out->at[chance(statements)], s, &w[i]);
}

static void speech_release(struct speech *speech)
{
	for (unsigned i = 0; i < TRIAL_STATEMENTS; i++)
		text_release(&speech->at[i]);
}

/* ---- a round ---- */

static redline_reader *reader;
static struct sheet sheet;
static struct speech speech;
static struct trial trial;

static void begin(void)
{
	begin_chance();
	cr_assert_eq(redline_reader_new(&reader, "en"), REDLINE_OK);
}

static void end(void)
{
	trial_release(&trial);
	speech_release(&speech);
	text_release(&sheet.text);
	redline_reader_free(reader);
}

static redline_bytes new_text(const struct trial *t)
{
	return redline_script_new_text(redline_outcome_script(t->outcome));
}

/* Fails, if there is a fault, with all that is needed to see why. */
static void demand(const char *fault)
{
	struct text said = {0};
	if (!fault)
		return;
	redline_view const view = trial_view(&trial);
	redline_style const style = {.width = 0};
	redline_findings const findings = redline_outcome_findings(trial.outcome);
	text_format(&said, "%s (seed %" PRIu64 ")\n--- draft\n", fault, seed);
	text_add(&said, sheet.text.ptr, sheet.text.len);
	for (unsigned i = 0; i < speech.count; i++) {
		text_put(&said, "--- statement\n");
		text_add(&said, speech.at[i].ptr, speech.at[i].len);
	}
	text_put(&said, "--- new text\n");
	text_add(&said, new_text(&trial).ptr, new_text(&trial).len);
	text_put(&said, "--- findings\n");
	(void)redline_write_findings(&view, &findings, &style, text_sink, &said);
	cr_assert_fail("%s", said.ptr);
}

static void run(void)
{
	redline_bytes texts[TRIAL_STATEMENTS];
	for (unsigned i = 0; i < speech.count; i++)
		texts[i] = text_view(&speech.at[i]);
	trial_release(&trial);
	cr_assert_eq(trial_run(&trial, reader, text_view(&sheet.text), texts, speech.count),
	             REDLINE_OK);
}

static const char *fault_of_fates(void)
{
	uint32_t count;
	const redline_result *results = redline_outcome_results(trial.outcome, &count);
	for (uint32_t i = 0; i < count; i++)
		if (results[i].fate != REDLINE_APPLIED)
			return "an amendment is not applied";
	return trial_worst(&trial) == REDLINE_ERROR ? "there is an error" : NULL;
}

static const char *fault_of_count(unsigned want)
{
	uint32_t count;
	(void)redline_outcome_results(trial.outcome, &count);
	return count == want ? NULL : "the amendments are not as many as were made";
}

/* A draft, wishes, and what comes of them in one statement. */
static unsigned begin_round(struct wish wishes[WISHES])
{
	struct layout const layout = random_layout();
	compose(&sheet);
	set_sheet(&sheet, &layout);
	unsigned const count = choose_wishes(&sheet, wishes);
	speak(&speech, &sheet, wishes, count, 1);
	run();
	return count;
}

/* ---- the laws ---- */

Test(law_apply, amendments_do_what_they_say_and_nothing_else, .init = begin, .fini = end,
     .timeout = 300)
{
	struct wish wishes[WISHES];
	for (int i = 0; i < ROUNDS; i++) {
		unsigned const count = begin_round(wishes);
		demand(fault_of_count(count));
		demand(fault_of_fates());
		demand(fault_of_text(&sheet, wishes, count, new_text(&trial)));
		demand(law_of_trial(&trial));
	}
}

Test(law_apply, order_and_statement_do_not_matter, .init = begin, .fini = end, .timeout = 300)
{
	struct wish wishes[WISHES];
	struct text first = {0};
	for (int i = 0; i < ROUNDS; i++) {
		unsigned const count = begin_round(wishes);
		first.len = 0;
		text_add(&first, new_text(&trial).ptr, new_text(&trial).len);
		for (unsigned k = 0; k < 3; k++) {
			shuffle(wishes, count);
			speak(&speech, &sheet, wishes, count, 1 + k * chance(4));
			run();
			demand(fault_of_fates());
			demand(text_is(text_view(&first), new_text(&trial)) ? NULL
			       : "another order of the same amendments gives another text");
		}
	}
	text_release(&first);
}

/* Written as CriticMarkup; the old text is what `clean --original` gives. */
Test(law_apply, critic_markup_gives_back_both_texts, .init = begin, .fini = end, .timeout = 300)
{
	struct wish wishes[WISHES];
	struct text marked = {0};
	for (int i = 0; i < ROUNDS; i++) {
		redline_script *again;
		begin_round(wishes);
		redline_view const view = trial_view(&trial);
		marked.len = 0;
		cr_assert_eq(redline_write_critic(&view, NULL, NULL, text_sink, &marked), REDLINE_OK);
		cr_assert_eq(redline_script_read_critic(&again, text_view(&marked), NULL), REDLINE_OK);
		bool const old = text_is(redline_script_old(again), text_view(&sheet.text));
		bool const now = text_is(redline_script_new_text(again), new_text(&trial));
		redline_script_free(again);
		demand(old ? NULL : "rejecting every change doesn't give the draft");
		demand(now ? NULL : "accepting every change doesn't give the new text");
	}
	text_release(&marked);
}

/* ---- what can't be meant ---- */

enum bad_kind { BAD_ECHO, BAD_ABSENT, BAD_ELSEWHERE, BAD_PART, BAD_PLACE, BAD_KINDS };

static bool stands_in(const struct paragraph *p, const char *word)
{
	for (unsigned i = 0; i < p->count; i++)
		if (strcmp(p->word[i], word) == 0)
			return true;
	return false;
}

/* A word of another paragraph that this one doesn't have; NULL if there is none. */
static const char *word_elsewhere(const struct sheet *s, unsigned paragraph)
{
	const struct paragraph *other = &s->at[(paragraph + 1) % s->count];
	for (unsigned i = 0; i < other->count; i++)
		if (!other->opens[i] && !stands_in(&s->at[paragraph], other->word[i]))
			return other->word[i];
	return NULL;
}

/* The first half of a compound, else of some word, if it is no word of the paragraph. */
static bool part_of_word(const struct paragraph *p, char part[40])
{
	const char *word = p->word[1];
	for (unsigned i = 0; i < p->count; i++)
		word = strchr(p->word[i], '-') ? p->word[i] : word;
	const char *hyphen = strchr(word, '-');
	int const len = hyphen ? (int)(hyphen - word) : (int)strlen(word) - 2;
	snprintf(part, 40, "%.*s", len, word);
	return !stands_in(p, part);
}

/* An amendment to be refused; false if this paragraph has none of that kind. */
static bool say_bad(struct text *out, const struct sheet *s, enum bad_kind kind)
{
	unsigned const paragraph = chance(s->count);
	const struct paragraph *p = &s->at[paragraph];
	char word[40];
	const char *quoted = "unheard-of";
	if (kind == BAD_ECHO) {
		if (p->echo[0] == p->echo[1])
			return false;
		quoted = p->word[p->echo[0]];
	} else if (kind == BAD_ELSEWHERE) {
		quoted = word_elsewhere(s, paragraph);
	} else if (kind == BAD_PART) {
		quoted = part_of_word(p, word) ? word : NULL;
	}
	if (!quoted)
		return false;
	const char *place = kind == BAD_PLACE ? "paragraph 777" : p->place;
	if (chance(2))
		text_format(out, "In %s, replace \"%s\" with \"better\".\n\n", place, quoted);
	else
		text_format(out, "Kenya proposes to delete \"%s\" in %s.\n\n", quoted, place);
	return true;
}

/* All were applied but the one at `bad`, which an error speaks of. */
static const char *fault_of_refusal(uint32_t bad)
{
	uint32_t count;
	const redline_result *results = redline_outcome_results(trial.outcome, &count);
	redline_findings const found = redline_outcome_findings(trial.outcome);
	bool told = false;
	for (uint32_t i = 0; i < count; i++)
		if (results[i].fate != (i == bad ? REDLINE_REFUSED : REDLINE_APPLIED))
			return i == bad ? "what can't be meant is applied" : "a good amendment is refused";
	for (size_t i = 0; i < found.count; i++)
		told |= found.items[i].level == REDLINE_ERROR && found.items[i].amendment == bad;
	return told ? NULL : "no error speaks of what was refused";
}

static void check_bad_alone(const struct text *bad)
{
	speech.count = 1;
	speech.at[0].len = 0;
	text_add(&speech.at[0], bad->ptr, bad->len);
	run();
	demand(fault_of_count(1));
	demand(fault_of_refusal(0));
	demand(text_is(text_view(&sheet.text), new_text(&trial)) ? NULL
	       : "what is refused changes the draft");
}

static void check_bad_among(const struct text *bad, const struct wish *wishes, unsigned count)
{
	unsigned const at = chance(count + 1);
	struct text without = {0};
	text_add(&without, new_text(&trial).ptr, new_text(&trial).len);
	speech.count = 1;
	speech.at[0].len = 0;
	for (unsigned i = 0; i <= count; i++) {
		if (i == at)
			text_add(&speech.at[0], bad->ptr, bad->len);
		if (i < count)
			say(&speech.at[0], &sheet, &wishes[i]);
	}
	run();
	demand(fault_of_count(count + 1));
	demand(fault_of_refusal(at));
	demand(text_is(text_view(&without), new_text(&trial)) ? NULL
	       : "a refused amendment changes what the others do");
	text_release(&without);
}

Test(law_apply, what_cannot_be_meant_is_refused_alone, .init = begin, .fini = end, .timeout = 300)
{
	struct wish wishes[WISHES];
	struct text bad = {0};
	unsigned seen[BAD_KINDS] = {0};
	for (int i = 0; i < ROUNDS; i++) {
		enum bad_kind const kind = (enum bad_kind)chance(BAD_KINDS);
		unsigned const count = begin_round(wishes);
		bad.len = 0;
		if (!say_bad(&bad, &sheet, kind))
			continue;
		seen[kind]++;
		check_bad_among(&bad, wishes, count);
		check_bad_alone(&bad);
	}
	for (unsigned kind = 0; kind < BAD_KINDS; kind++)
		cr_expect_gt(seen[kind], 0, "kind %u never came up", kind);
	text_release(&bad);
}

/* ---- layout ---- */

/* The text without white space and emphasis: what is said, however it is set. */
static void squeeze(struct text *out, redline_bytes text)
{
	out->len = 0;
	text_put(out, "");
	for (size_t i = 0; i < text.len; i++)
		if (!is_loose(text.ptr[i]))
			text_add(out, &text.ptr[i], 1);
}

Test(law_apply, layout_does_not_matter, .init = begin, .fini = end, .timeout = 300)
{
	struct layout const plain = {.width = 0, .indent = "", .eol = "\n"};
	struct wish wishes[WISHES];
	struct text first = {0}, other = {0};
	for (int i = 0; i < ROUNDS; i++) {
		unsigned const count = begin_round(wishes);
		squeeze(&first, new_text(&trial));
		set_sheet(&sheet, &plain);
		run();
		squeeze(&other, new_text(&trial));
		demand(fault_of_fates());
		demand(fault_of_text(&sheet, wishes, count, new_text(&trial)));
		demand(text_is(text_view(&first), text_view(&other)) ? NULL
		       : "the draft in long lines comes to say something else");
	}
	text_release(&first);
	text_release(&other);
}

/* ---- stages ---- */

static void stage(struct text *out, uint32_t amendments)
{
	char *text;
	size_t len;
	cr_assert_eq(redline_outcome_stage(trial.outcome, amendments, &text, &len), REDLINE_OK);
	squeeze(out, (redline_bytes){text, len});
	free(text);
}

Test(law_apply, a_stage_is_the_first_amendments, .init = begin, .fini = end, .timeout = 300)
{
	struct wish wishes[WISHES];
	struct text staged = {0}, alone = {0};
	for (int i = 0; i < ROUNDS; i++) {
		unsigned const count = begin_round(wishes), first = chance(count + 1);
		stage(&staged, first);
		speak(&speech, &sheet, wishes, first, 1);
		run();
		squeeze(&alone, new_text(&trial));
		demand(text_is(text_view(&staged), text_view(&alone)) ? NULL
		       : "a stage is not what its amendments make of the draft");
	}
	text_release(&staged);
	text_release(&alone);
}

/* ---- determinism ---- */

static const char *fault_of_twin(const struct trial *a, const struct trial *b)
{
	struct text x = {0}, y = {0};
	redline_view const first = trial_view(a), second = trial_view(b);
	(void)redline_write_json(&first, text_sink, &x);
	(void)redline_write_json(&second, text_sink, &y);
	bool const same = text_is(text_view(&x), text_view(&y)) && text_is(new_text(a), new_text(b));
	text_release(&x);
	text_release(&y);
	return same ? NULL : "the same call gives another answer";
}

Test(law_apply, applying_is_deterministic, .init = begin, .fini = end, .timeout = 300)
{
	struct wish wishes[WISHES];
	for (int i = 0; i < ROUNDS; i++) {
		begin_round(wishes);
		struct trial const before = trial;
		trial = (struct trial){0};
		run();
		const char *fault = fault_of_twin(&before, &trial);
		struct trial gone = before;
		trial_release(&gone);
		demand(fault);
	}
}
