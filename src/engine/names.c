/* names.c -- names of the enumerations, and a place in words. */
#include <redline/statement.h>

#include "base/bytes.h"
#include "lang/lang.h"

#include <stdio.h>

const char *redline_action_name(redline_action action)
{
	switch (action) {
	case REDLINE_SUBSTITUTE:
		return "substitute";
	case REDLINE_DELETE:
		return "delete";
	case REDLINE_INSERT:
		return "insert";
	case REDLINE_REWRITE:
		return "rewrite";
	case REDLINE_ADD:
		return "add";
	case REDLINE_ALTERNATIVE:
		return "alternative";
	case REDLINE_BRACKET:
		return "bracket";
	case REDLINE_UNBRACKET:
		return "unbracket";
	case REDLINE_MOVE:
		return "move";
	case REDLINE_RENUMBER:
		return "renumber";
	case REDLINE_SPLIT:
		return "split";
	case REDLINE_MERGE:
		return "merge";
	case REDLINE_WITHDRAW:
		return "withdraw";
	case REDLINE_DESIGNATE:
		return "designate";
	}
	return "unknown";
}

const char *redline_unit_name(redline_unit unit)
{
	switch (unit) {
	case REDLINE_DOCUMENT:
		return "document";
	case REDLINE_TITLE:
		return "title";
	case REDLINE_ANNEX:
		return "annex";
	case REDLINE_CHAPTER:
		return "chapter";
	case REDLINE_SECTION:
		return "section";
	case REDLINE_ARTICLE:
		return "article";
	case REDLINE_PREAMBULAR:
		return "preambular paragraph";
	case REDLINE_OPERATIVE:
		return "operative paragraph";
	case REDLINE_PARAGRAPH_UNIT:
		return "paragraph";
	case REDLINE_SUBPARAGRAPH:
		return "sub-paragraph";
	case REDLINE_CHAPEAU:
		return "chapeau";
	case REDLINE_HEADING_UNIT:
		return "heading";
	case REDLINE_FOOTNOTE_UNIT:
		return "footnote";
	case REDLINE_TABLE:
		return "table";
	case REDLINE_ROW:
		return "row";
	case REDLINE_COLUMN:
		return "column";
	case REDLINE_CELL:
		return "cell";
	case REDLINE_BULLET_UNIT:
		return "bullet";
	case REDLINE_SENTENCE:
		return "sentence";
	case REDLINE_LINE:
		return "line";
	case REDLINE_WORDS:
		return "words";
	}
	return "unknown";
}

const char *redline_extent_name(redline_extent extent)
{
	switch (extent) {
	case REDLINE_JUST_WORDS:
		return "just words";
	case REDLINE_THROUGH:
		return "through";
	case REDLINE_UP_TO:
		return "up to";
	case REDLINE_TO_SENTENCE_END:
		return "to sentence end";
	case REDLINE_TO_PLACE_END:
		return "to place end";
	}
	return "";
}

const char *redline_where_name(redline_where where)
{
	switch (where) {
	case REDLINE_NOWHERE:
		return "nowhere";
	case REDLINE_BEFORE:
		return "before";
	case REDLINE_AFTER:
		return "after";
	case REDLINE_BETWEEN:
		return "between";
	case REDLINE_AT_START:
		return "at the start";
	case REDLINE_AT_END:
		return "at the end";
	}
	return "unknown";
}

const char *redline_occurrence_name(redline_occurrence occurrence)
{
	switch (occurrence) {
	case REDLINE_ONCE:
		return "once";
	case REDLINE_NTH:
		return "nth";
	case REDLINE_BOTH:
		return "both";
	case REDLINE_EACH:
		return "each";
	case REDLINE_SOME:
		return "some";
	case REDLINE_ALL_BUT:
		return "all but";
	case REDLINE_COUNTED:
		return "counted";
	}
	return "unknown";
}

const char *redline_class_name(redline_class kind)
{
	switch (kind) {
	case REDLINE_OTHER:
		return "other";
	case REDLINE_INSTRUCTION:
		return "instruction";
	case REDLINE_POSITION:
		return "position";
	case REDLINE_REASON:
		return "reason";
	case REDLINE_SCOPE:
		return "place";
	case REDLINE_WORDING:
		return "wording";
	case REDLINE_PUZZLE:
		return "not understood";
	}
	return "unknown";
}

const char *redline_stance_name(redline_stance stance)
{
	switch (stance) {
	case REDLINE_SUPPORTS:
		return "supports";
	case REDLINE_OPPOSES:
		return "opposes";
	case REDLINE_RESERVES:
		return "reserves";
	case REDLINE_WAIVES:
		return "waives";
	}
	return "unknown";
}

/* snprintf that goes on where the last one ended. */
struct printer {
	char *buf;
	size_t size, len;
};

static void print(struct printer *p, redline_bytes bytes)
{
	for (size_t i = 0; i < bytes.len; i++, p->len++)
		if (p->len + 1 < p->size)
			p->buf[p->len] = bytes.ptr[i];
}

static void print_text(struct printer *p, const char *text)
{
	print(p, bytes_of(text));
}

static void print_ordinal(struct printer *p, int32_t n)
{
	static const char *const words[] = {"first", "second",  "third",  "fourth", "fifth",
	                                    "sixth", "seventh", "eighth", "ninth",  "tenth"};
	static const char *const back[] = {"last", "penultimate", "third to last",
	                                   "fourth to last", "fifth to last"};
	char figures[16];
	if (n >= 1 && n <= 10) {
		print_text(p, words[n - 1]);
	} else if (n <= -1 && n >= -5) {
		print_text(p, back[-n - 1]);
	} else {
		int32_t const last = n > 10 && n < 14 ? 0 : n % 10;
		static const char *const ends[] = {"th", "st", "nd", "rd"};
		snprintf(figures, sizeof figures, "%d%s", (int)n,
		         ends[last > 0 && last < 4 ? last : 0]);
		print_text(p, figures);
	}
}

/* Does a "bis" begin at byte `at` of a label? */
static bool is_bis(redline_bytes label, size_t at)
{
	redline_bytes const rest = {label.ptr + at, label.len - at};
	for (const struct lang_suffix *x = lang_suffixes; x->written; x++)
		if (bytes_equal(rest, bytes_of(x->label)))
			return true;
	return false;
}

/* Where the bis of a label begins, behind its number or its letter; or its end. */
static size_t before_bis(redline_bytes label)
{
	size_t digits = 0;
	while (digits < label.len && (is_digit(label.ptr[digits]) || label.ptr[digits] == '.' ||
	                              label.ptr[digits] == '-'))
		digits++;
	if (digits && label.len - digits > 2 && !is_bis(label, digits + 1))
		return digits;
	return digits < label.len && is_bis(label, digits + 1) ? digits + 1 : label.len;
}

/* The label with a blank before its bis, which begins at byte `bis`. */
static void print_parted(struct printer *p, redline_bytes label, size_t bis)
{
	print(p, (redline_bytes){label.ptr, bis});
	if (bis < label.len)
		print_text(p, " ");
	print(p, (redline_bytes){label.ptr + bis, label.len - bis});
}

/* "59bis" as people write it: "59 bis". */
static void print_label(struct printer *p, redline_bytes label)
{
	print_parted(p, label, before_bis(label));
}

/* "bbis", "iiter": the same for what begins with a letter, "b bis". */
static void print_letter(struct printer *p, redline_bytes label)
{
	size_t bis = label.len > 0;
	while (bis < label.len && !is_bis(label, bis))
		bis++;
	print_parted(p, label, bis);
}

static bool is_sub(const redline_step *s)
{
	return s->unit == REDLINE_SUBPARAGRAPH && s->label.len;
}

/* "the first two" sentences; false if they are no run from an end. */
static bool print_run(struct printer *p, const redline_step *s)
{
	static const char *const counts[] = {"two",   "three", "four", "five", "six",
	                                     "seven", "eight", "nine", "ten"};
	bool const first = s->ordinal == 1 && s->ordinal_to > 1;
	bool const last = s->ordinal < -1 && s->ordinal_to == -1;
	int32_t const count = first ? s->ordinal_to : -s->ordinal;
	if ((!first && !last) || count > 10)
		return false;
	print_text(p, first ? "the first " : "the last ");
	print_text(p, counts[count - 2]);
	return true;
}

/* "the second", "the second to fourth" */
static void print_ordinals(struct printer *p, const redline_step *s)
{
	print_text(p, "the ");
	print_ordinal(p, s->ordinal);
	if (s->ordinal_to) {
		print_text(p, " to ");
		print_ordinal(p, s->ordinal_to);
	}
}

/* Do a step's words say what it is called, rather than what it begins with? */
static bool is_named(redline_unit unit)
{
	switch (unit) {
	case REDLINE_COLUMN:
	case REDLINE_CELL:
	case REDLINE_SECTION:
	case REDLINE_CHAPTER:
	case REDLINE_ARTICLE:
	case REDLINE_ANNEX:
		return true;
	default:
		return false;
	}
}

/* "rule", of "Rules 3 and 4" too; else the unit's name. */
static void print_kind(struct printer *p, const redline_step *s)
{
	redline_bytes const kind = s->kind;
	if (!kind.len || kind.ptr[kind.len - 1] == '.') {
		print_text(p, redline_unit_name(s->unit));
		return;
	}
	size_t const len = kind.len - (kind.ptr[kind.len - 1] == 's');
	for (size_t i = 0; i < len; i++)
		print(p, (redline_bytes){(char[]){to_lower(kind.ptr[i])}, 1});
}

static void print_step(struct printer *p, const redline_step *s)
{
	if (s->unit == REDLINE_DOCUMENT) {
		print_text(p, "the whole text");
		return;
	}
	if (s->unit == REDLINE_PREAMBULAR && s->ordinal == 1 && s->ordinal_to == -1) {
		print_text(p, "the preamble");
		return;
	}
	bool run = false;
	if (s->ordinal) {
		run = print_run(p, s);
		if (!run)
			print_ordinals(p, s);
		print_text(p, " ");
	} else if (!s->label.len) {
		print_text(p, "the ");
	}
	print_kind(p, s);
	if (run)
		print_text(p, "s");
	if (s->label.len) {
		print_text(p, s->label_to.len ? "s " : " ");
		print_label(p, s->label);
	}
	if (s->label_to.len) {
		print_text(p, " to ");
		print_label(p, s->label_to);
	}
	if (s->words.len) {
		print_text(p, is_named(s->unit) ? " \"" : s->kind.len ? " of \"" : " beginning \"");
		print(p, (redline_bytes){s->words.ptr, s->words.len < 60 ? s->words.len : 60});
		print_text(p, "\"");
	}
}

/* A label path "43 (b) (ii)": the step and the sub-paragraphs after it. */
static uint32_t print_path(struct printer *p, const redline_place *place, uint32_t from)
{
	print_step(p, &place->steps[from]);
	uint32_t i = from + 1;
	while (i < place->count && is_sub(&place->steps[i]) && place->steps[from].label.len &&
	       !place->steps[from].label_to.len) {
		print_text(p, " (");
		print_letter(p, place->steps[i].label);
		print_text(p, ")");
		if (place->steps[i].label_to.len) {
			print_text(p, " to (");
			print_letter(p, place->steps[i].label_to);
			print_text(p, ")");
		}
		i++;
	}
	return i;
}

size_t redline_place_text(const redline_place *place, char *buf, size_t size)
{
	struct printer p = {buf, size, 0};
	uint32_t starts[32];
	uint32_t n = 0;
	for (uint32_t i = 0; i < place->count && n < 32;) {
		starts[n++] = i;
		struct printer nowhere = {NULL, 0, 0};
		i = print_path(&nowhere, place, i);
	}
	for (uint32_t k = n; k > 0; k--) {
		(void)print_path(&p, place, starts[k - 1]);
		if (k > 1)
			print_text(&p, " of ");
	}
	if (size)
		buf[p.len < size ? p.len : size - 1] = '\0';
	return p.len;
}
