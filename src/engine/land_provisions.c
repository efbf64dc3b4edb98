/*
 * land_provisions.c -- whole provisions: rewritten, deleted, added.  What is
 * new takes its layout (indent, label, empty lines) from its neighbours.
 */
#include "landing.h"

#include <stdio.h>

#include "base/buf.h"
#include "base/bytes.h"
#include "marked.h"
#include "model/label.h"
#include "numeral.h"

/* ---- whole provisions ---- */

/* Leading label of a wording: "59 bis. States ..." has "59bis" and the rest. */
static bool landing_own_label(struct landing *n, redline_bytes words, redline_bytes *core,
                              redline_bytes *rest)
{
	redline_draft *mini = NULL;
	if (redline_draft_new(&mini, words, NULL) != REDLINE_OK)
		return false;
	bool found = false;
	if (redline_draft_count(mini)) {
		const redline_block *b = redline_draft_blocks(mini);
		if (b->kind == REDLINE_PROVISION && range_len(b->core) &&
		    b->body.begin > b->label.begin) {
			*core = arena_copy(n->l->arena, bytes_in(words, b->core));
			*rest = (redline_bytes){words.ptr + b->body.begin,
			                        words.len - b->body.begin};
			found = true;
		}
	}
	redline_draft_free(mini);
	return found;
}

bool landing_labels_equal(redline_bytes a, redline_bytes b)
{
	char x[64], y[64];
	size_t const i = places_canonical(a, x, sizeof x), j = places_canonical(b, y, sizeof y);
	return i == j && memcmp(x, y, i) == 0;
}

/* Does a wording of several lines hold provisions of its own? */
static bool has_parts(redline_bytes words)
{
	redline_draft *mini = NULL;
	if (redline_draft_new(&mini, words, NULL) != REDLINE_OK)
		return false;
	uint32_t texts = 0;
	for (uint32_t i = 0; i < redline_draft_count(mini); i++)
		texts += redline_draft_blocks(mini)[i].kind != REDLINE_BLANK;
	redline_draft_free(mini);
	return texts > 1;
}

/* The old text's closing mark, if the new words have none of their own. */
static redline_bytes keep_closing(struct landing *n, redline_range old, redline_bytes words)
{
	if (!words.len)
		return words;
	unsigned size;
	uint32_t const last = utf8_before(words, words.len, &size);
	if (!is_word_char(last) && last != ')' && last != 0x201D && last != '"' && last != ']')
		return words;
	uint32_t const end = range_trim(n->l->text, old).end;
	bool stop;
	uint32_t const closing = landing_closing_begin(n, old, &stop);
	if (closing >= end)
		return words;
	redline_bytes const mark = bytes_in(n->l->text, (redline_range){closing, end});
	report_add(n->l->report, REDLINE_NOTE, "closing-mark",
	           landing_in_draft((redline_range){closing, end}),
	           "the new words have no closing mark, so this one is kept");
	return landing_join3(n, words, mark, LANDING_NOTHING);
}

static bool rewrite_text(struct landing *n, const struct area *area)
{
	redline_range const r = range_trim(n->l->text, area->range);
	redline_bytes words = landing_trimmed(landing_with_eol(n, n->m->new_words.words));
	bool const heading = n->l->blocks[area->block].kind == REDLINE_HEADING;
	if (heading) {
		while (words.len && (words.ptr[0] == '#' || is_blank(words.ptr[0])))
			words = (redline_bytes){words.ptr + 1, words.len - 1};
		if (n->m->new_words.ends_sentence && words.len && words.ptr[words.len - 1] == '.' &&
		    n->l->text.ptr[r.end - 1] != '.')
			words.len--;
		if (memchr(words.ptr, '\n', words.len))
			return landing_refuse(n, "not-understood",
			                      landing_at_words(n, &n->m->new_words),
			                      "a heading is one line");
	} else {
		words = keep_closing(n, r, words);
	}
	landing_add_plain(n, r, words);
	return true;
}

/* New parts take the indent of the old ones, if they came without any. */
static redline_bytes indented(struct landing *n, uint32_t block, redline_bytes words)
{
	uint32_t child = block + 1;
	while (child < n->l->blocks[block].subtree_end && n->l->blocks[child].kind == REDLINE_BLANK)
		child++;
	const redline_block *c = &n->l->blocks[child];
	uint32_t stop = c->bytes.begin;
	while (stop < c->bytes.end && is_blank(n->l->text.ptr[stop]))
		stop++;
	redline_bytes const indent = bytes_in(n->l->text, (redline_range){c->bytes.begin, stop});
	struct buf out = {0};
	size_t at = 0;
	while (at < words.len) {
		const char *nl = memchr(words.ptr + at, '\n', words.len - at);
		size_t const end = nl ? (size_t)(nl - words.ptr) + 1 : words.len;
		bool const bare = at > 0 && !is_space(words.ptr[at]);
		if (bare)
			buf_bytes(&out, indent);
		buf_add(&out, words.ptr + at, end - at);
		at = end;
	}
	redline_bytes const copy = arena_copy(n->l->arena, out.failed ? words : buf_view(&out));
	buf_release(&out);
	return copy;
}

static bool rewrite_blocks(struct landing *n, const struct area *area)
{
	const redline_block *b = &n->l->blocks[area->block];
	redline_bytes words = landing_trimmed(landing_with_eol(n, n->m->new_words.words)), core,
		      rest;
	if (b->kind == REDLINE_TABLE_ROW)
		return landing_refuse(
			n, "unsupported", landing_at_instruction(n),
			"replacing a table, row or column is not done; replace its words");
	if (b->kind == REDLINE_HEADING)
		return landing_rewrite_section(n, area);
	if (range_len(b->core) && landing_own_label(n, words, &core, &rest)) {
		if (!landing_labels_equal(core, bytes_in(n->l->text, b->core)))
			return landing_refuse(n, "label-differs",
			                      landing_at_words(n, &n->m->new_words),
			                      "the new wording carries another number than the "
			                      "provision it replaces");
		words = landing_trimmed(rest);
	}
	uint32_t last = area->end_block;
	while (last > area->block + 1 && n->l->blocks[last - 1].kind == REDLINE_BLANK)
		last--;
	bool const old_parts = last > area->block + 1;
	if (old_parts && !has_parts(words))
		return landing_refuse(n, "parts-missing", landing_at_instruction(n),
		                      "this provision has sub-paragraphs, and the new wording has "
		                      "none; say \"chapeau\" if only its "
		                      "opening words are meant");
	redline_range const r = {b->body.begin,
	                         old_parts ? n->l->blocks[last - 1].body.end : b->body.end};
	if (old_parts)
		words = indented(n, area->block, words);
	if (!old_parts && !has_parts(words))
		words = keep_closing(n, r, words);
	landing_add_plain(n, r, words);
	return true;
}

/* A passage with its change shown in it, without the number before it. */
static bool rewrite_as_marked(struct landing *n, const struct area *area)
{
	redline_bytes words = landing_trimmed(n->m->new_words.words), core, rest;
	if (area->kind == AREA_BLOCKS && range_len(n->l->blocks[area->block].core) &&
	    landing_own_label(n, words, &core, &rest)) {
		if (!landing_labels_equal(
			    core, bytes_in(n->l->text, n->l->blocks[area->block].core)))
			return landing_refuse(n, "label-differs",
			                      landing_at_words(n, &n->m->new_words),
			                      "the marked text carries another number than the "
			                      "provision named");
		words = landing_trimmed(rest);
	}
	return landing_marked(n, area, words);
}

bool landing_rewrite_in(struct landing *n, const struct area *area)
{
	if (marked_shows(n->m->new_words.words)) {
		landing_warn_hidden(n, n->m->new_words.words,
		                    landing_at_words(n, &n->m->new_words));
		return rewrite_as_marked(n, area);
	}
	if (area->kind == AREA_DOCUMENT)
		return landing_refuse(n, "place-unknown", landing_at_instruction(n),
		                      "it is not said what is to be replaced");
	landing_warn_hidden(n, n->m->new_words.words, landing_at_words(n, &n->m->new_words));
	if (!landing_trimmed(n->m->new_words.words).len)
		return landing_refuse(n, "new-words-missing", landing_at_instruction(n),
		                      "the new words are missing");
	return area->kind == AREA_TEXT ? rewrite_text(n, area) : rewrite_blocks(n, area);
}

/* References "[^3]" to a footnote go with it. */
static void landing_delete_references(struct landing *n, const redline_block *note)
{
	redline_bytes const t = n->l->text, core = bytes_in(t, note->core);
	for (size_t at = 0; at + core.len + 3 <= t.len; at++) {
		const char *open = memchr(t.ptr + at, '[', t.len - at);
		if (!open)
			return;
		at = (size_t)(open - t.ptr);
		redline_bytes const rest = {open, t.len - at};
		if (rest.len < core.len + 3 || open[1] != '^' ||
		    memcmp(open + 2, core.ptr, core.len) != 0 || open[2 + core.len] != ']')
			continue;
		uint32_t const begin = (uint32_t)at;
		if (begin >= note->bytes.begin && begin < note->bytes.end)
			continue;
		landing_add_plain(n, (redline_range){begin, begin + (uint32_t)core.len + 3},
		                  LANDING_NOTHING);
	}
}

/* How often the footnote of this reference is referred to. */
static uint32_t count_references(const struct landing *n, redline_bytes reference)
{
	redline_bytes const t = n->l->text;
	uint32_t count = 0;
	for (size_t at = 0; at + reference.len <= t.len; at++)
		if (memcmp(t.ptr + at, reference.ptr, reference.len) == 0)
			count += at + reference.len == t.len || t.ptr[at + reference.len] != ':';
	return count;
}

/* The one reference in the words or right behind them; empty if there is none or more. */
static redline_range find_reference(const struct landing *n, redline_range r)
{
	redline_range found = {0, 0};
	redline_bytes const t = n->l->text;
	uint32_t const end = landing_body_of(n, r.begin).end;
	for (uint32_t at = r.begin; at + 3 < end && at <= r.end; at++) {
		if (t.ptr[at] != '[' || t.ptr[at + 1] != '^')
			continue;
		const char *close = memchr(t.ptr + at, ']', end - at);
		if (!close || range_len(found))
			return (redline_range){0, 0};
		found = (redline_range){at, (uint32_t)(close - t.ptr) + 1};
	}
	return found;
}

bool landing_delete_note(struct landing *n, redline_range *words)
{
	redline_range const ref = find_reference(n, *words);
	redline_bytes const label =
		range_len(ref) ? bytes_in(n->l->text, (redline_range){ref.begin + 2, ref.end - 1})
			       : LANDING_NOTHING;
	uint32_t note = 0;
	while (note < n->l->count && (n->l->blocks[note].kind != REDLINE_FOOTNOTE ||
	                              !bytes_equal(bytes_in(n->l->text, n->l->blocks[note].core),
	                                           label)))
		note++;
	if (!label.len || note == n->l->count)
		return landing_refuse(
			n, "place-absent", landing_at_instruction(n),
			"no footnote, or more than one, hangs on these words; name it by "
			"its number");
	if (count_references(n, bytes_in(n->l->text, ref)) != 1)
		return landing_refuse(n, "place-ambiguous", landing_in_draft(ref),
		                      "this footnote is referred to elsewhere, too");
	redline_range const line = n->l->blocks[note].bytes;
	landing_add_plain(n, line, LANDING_NOTHING);
	words->end = ref.end > words->end ? ref.end : words->end;
	return true;
}

/* A heading with its line, or a part of what a provision says. */
static bool delete_text(struct landing *n, const struct area *area)
{
	if (n->l->blocks[area->block].kind == REDLINE_HEADING) {
		redline_range const line = n->l->blocks[area->block].bytes;
		landing_add_edit(n, line, line, LANDING_NOTHING);
		return true;
	}
	redline_range const r = range_trim(n->l->text, area->range);
	redline_range const body = landing_body_of(n, r.begin);
	if (r.begin == body.begin && r.end == body.end)
		return landing_refuse(n, "whole-provision", landing_at_instruction(n),
		                      "this is all that the provision says; delete the "
		                      "provision itself if that is meant");
	landing_add_edit(n, r, landing_tidy_deletion(n, r), LANDING_NOTHING);
	return true;
}

static void delete_blocks(struct landing *n, const struct area *area)
{
	uint32_t first = area->block, end = area->end_block;
	if (n->l->blocks[first].kind == REDLINE_HEADING &&
	    end == n->l->blocks[first].subtree_end)
		end = landing_end_of(n, first); /* the notes at the end of the draft are its own */
	while (end > first + 1 && n->l->blocks[end - 1].kind == REDLINE_BLANK)
		end--;
	redline_range const core = {n->l->blocks[first].bytes.begin,
	                            n->l->blocks[end - 1].bytes.end};
	redline_range range = core;
	/* the empty line that set it apart goes with it, where there was one on either side */
	bool const apart = first == 0 || n->l->blocks[first - 1].kind == REDLINE_BLANK;
	if (end < n->l->count && n->l->blocks[end].kind == REDLINE_BLANK && apart)
		range.end = n->l->blocks[end].bytes.end;
	else if (first > 0 && end == n->l->count && n->l->blocks[first - 1].kind == REDLINE_BLANK)
		range.begin = n->l->blocks[first - 1].bytes.begin;
	landing_add_edit(n, core, range, LANDING_NOTHING);
	landing_touch(n, first);
	if (n->l->blocks[first].kind == REDLINE_FOOTNOTE)
		landing_delete_references(n, &n->l->blocks[first]);
}

bool landing_delete_unit(struct landing *n, const struct area *area)
{
	if (area->kind == AREA_DOCUMENT)
		return landing_refuse(n, "place-unknown", landing_at_instruction(n),
		                      "it is not said what is to be deleted");
	if (area->unit == REDLINE_ROW || area->unit == REDLINE_COLUMN)
		return landing_delete_table_part(n, area);
	if (area->unit == REDLINE_CELL)
		return landing_refuse(n, "unsupported", landing_at_instruction(n),
		                      "a cell can only be emptied; delete its words, quoted");
	if (area->kind == AREA_TEXT)
		return delete_text(n, area);
	delete_blocks(n, area);
	return true;
}

/* ---- new provisions ---- */

static const char *const suffixes[] = {"bis",    "ter",     "quater", "quinquies",
                                       "sexies", "septies", "octies"};
#define SUFFIXES (sizeof suffixes / sizeof suffixes[0])

/* "59bis" -> "59" and 0; "59" -> "59" and -1; "59 alt" -> -2. */
static int landing_split_suffix(redline_bytes label, redline_bytes *base)
{
	*base = label;
	for (unsigned i = 0; i < SUFFIXES; i++) {
		size_t const len = strlen(suffixes[i]);
		if (label.len > len && memcmp(label.ptr + label.len - len, suffixes[i], len) == 0 &&
		    (label.len - len <= 2 || !is_alpha(label.ptr[label.len - len - 1]))) {
			base->len = label.len - len;
			return (int)i;
		}
	}
	if (label.len > 3 && memcmp(label.ptr + label.len - 3, "alt", 3) == 0) {
		base->len = label.len - 3;
		return -2;
	}
	return -1;
}

/* The label with the suffix of that number: "59ter" of "59" and 1. */
static redline_bytes landing_suffixed(struct landing *n, redline_bytes base, unsigned suffix)
{
	return landing_join3(n, base, bytes_of(suffixes[suffix]), LANDING_NOTHING);
}

/* A canonical label as printed: "59 bis". */
redline_bytes landing_printed_label(struct landing *n, redline_bytes canonical)
{
	redline_bytes base;
	int const suffix = landing_split_suffix(canonical, &base);
	if (suffix == -1)
		return canonical;
	redline_bytes const tail = {canonical.ptr + base.len, canonical.len - base.len};
	return landing_join3(n, base, LANDING_BLANK, tail);
}

static redline_bytes landing_canonical_label(struct landing *n, redline_bytes core)
{
	char buf[64];
	size_t const len = places_canonical(core, buf, sizeof buf);
	return arena_copy(n->l->arena, (redline_bytes){buf, len});
}

static redline_bytes canonical_core(struct landing *n, const redline_block *b)
{
	return landing_canonical_label(n, bytes_in(n->l->text, b->core));
}

/* The first of "59 bis", "59 ter", ... that nobody has yet. */
static redline_bytes free_label(struct landing *n, uint32_t anchor)
{
	redline_bytes base;
	(void)landing_split_suffix(canonical_core(n, &n->l->blocks[anchor]), &base);
	for (unsigned i = 0; i < SUFFIXES; i++) {
		redline_bytes const label = landing_suffixed(n, base, i);
		if (!places_has_sibling(&n->l->places, anchor, label))
			return label;
	}
	return LANDING_NOTHING;
}

/* Is the next provision a bis or ter of this one? */
static bool family_follows(struct landing *n, uint32_t anchor)
{
	uint32_t next = n->l->blocks[anchor].subtree_end;
	while (next < n->l->count && n->l->blocks[next].kind == REDLINE_BLANK)
		next++;
	if (next >= n->l->count || !range_len(n->l->blocks[next].core))
		return false;
	redline_bytes base, next_base;
	(void)landing_split_suffix(canonical_core(n, &n->l->blocks[anchor]), &base);
	int const suffix = landing_split_suffix(canonical_core(n, &n->l->blocks[next]), &next_base);
	return suffix >= 0 && bytes_equal(base, next_base);
}

/* Bytes of the character that Chinese writes behind an article's number, or 0. */
static uint32_t counted_unit(redline_bytes text, uint32_t at)
{
	unsigned size;
	if (at >= text.len || label_counter_unit(utf8_at(text, at, &size)) == REDLINE_LABEL_PLAIN)
		return 0;
	return size;
}

static redline_bytes written_number(struct landing *n, redline_bytes base, redline_bytes like)
{
	char buf[24];
	size_t const len = numeral_write(base, numeral_script_of(like), buf, sizeof buf);
	return len ? arena_copy(n->l->arena, (redline_bytes){buf, len}) : base;
}

/*
 * The label of Chinese numerals: "三" of "第三条" as "第四条", "第三条之二".  `after` is
 * where the text of the model goes on behind it; false where that can't be said.
 */
static bool chinese_label(struct landing *n, const redline_block *model, redline_bytes label,
                          redline_bytes *out, uint32_t *after)
{
	static const char *const ordinals[] = {"之二", "之三", "之四", "之五",
	                                       "之六", "之七", "之八"};
	redline_bytes const t = n->l->text;
	redline_bytes base;
	uint32_t number_end = model->core.begin;
	unsigned size;
	int const suffix = landing_split_suffix(label, &base);
	while (number_end < model->core.end &&
	       numeral_script_of(bytes_in(t, (redline_range){number_end, model->core.end})) ==
	               NUMERAL_CHINESE) {
		(void)utf8_at(t, number_end, &size);
		number_end += size;
	}
	redline_bytes const number = written_number(n, base, bytes_in(t, model->core));
	if (suffix == -2 || (base.len && number.ptr == base.ptr))
		return false;
	uint32_t const unit = counted_unit(t, number_end);
	redline_bytes const unit_word = {t.ptr + number_end, unit};
	redline_bytes const bis = suffix < 0 ? LANDING_NOTHING : bytes_of(ordinals[suffix]);
	*after = model->core.end;
	if (suffix < 0 && number_end == model->core.end) { /* the unit stays where it is */
		*out = number;
		return true;
	}
	if (number_end + unit > *after)
		*after = number_end + unit;
	*out = landing_join3(n, number, unit_word, bis);
	return true;
}

static bool begins_in_arabic(const struct landing *n, const redline_block *b)
{
	unsigned char const c =
		range_len(b->body) ? (unsigned char)n->l->text.ptr[b->body.begin] : 0;
	return c >= 0xD8 && c <= 0xDB;
}

/* "5 مكررا" */
static redline_bytes arabic_label(struct landing *n, const redline_block *model,
                                  redline_bytes label)
{
	static const char *const words[] = {"مكررا", "مكررا ثانيا", "مكررا ثالثا"};
	redline_bytes base;
	int const suffix = landing_split_suffix(label, &base);
	redline_bytes const number =
		written_number(n, base, bytes_in(n->l->text, model->core));
	if (suffix == -1)
		return number;
	if (suffix < 0 || suffix > 2)
		return landing_printed_label(n, label);
	return landing_join3(n, number, LANDING_BLANK, bytes_of(words[suffix]));
}

redline_bytes landing_label_like(struct landing *n, const redline_block *model,
                                 redline_bytes label, uint32_t *after)
{
	redline_bytes printed;
	*after = model->core.end;
	if (numeral_script_of(bytes_in(n->l->text, model->core)) == NUMERAL_CHINESE &&
	    chinese_label(n, model, label, &printed, after))
		return printed;
	return begins_in_arabic(n, model) ? arabic_label(n, model, label)
	                                  : landing_printed_label(n, label);
}

/* What stands before a block's body, with another numeral in its label. */
redline_bytes landing_prefix_with(struct landing *n, const redline_block *model,
                                  redline_bytes label)
{
	redline_bytes const t = n->l->text;
	if (model->kind == REDLINE_PARAGRAPH) {
		uint32_t indent = model->bytes.begin;
		while (indent < model->body.begin && is_blank(t.ptr[indent]))
			indent++;
		return bytes_in(t, (redline_range){model->bytes.begin, indent});
	}
	if (!range_len(model->core))
		return bytes_in(t, (redline_range){model->bytes.begin, model->body.begin});
	redline_bytes const before =
		bytes_in(t, (redline_range){model->bytes.begin, model->core.begin});
	uint32_t after;
	redline_bytes const printed = landing_label_like(n, model, label, &after);
	return landing_join3(n, before, printed,
	                     bytes_in(t, (redline_range){after, model->body.begin}));
}

static bool landing_ends_line(const struct landing *n, uint32_t at)
{
	return at > 0 && n->l->text.ptr[at - 1] == '\n';
}

/* Do neighbours of this kind stand apart by an empty line? */
bool landing_stands_apart(const struct landing *n, uint32_t block, uint32_t end)
{
	bool const after = end < n->l->count && n->l->blocks[end].kind == REDLINE_BLANK;
	bool const before = block > 0 && n->l->blocks[block - 1].kind == REDLINE_BLANK;
	return block > 0 ? before : after;
}

void landing_touch(struct landing *n, uint32_t block)
{
	struct touched *t = VEC_PUSH(&n->l->touched);
	if (t)
		*t = (struct touched){block, n->cause};
}

void landing_put_lines(struct landing *n, const struct addition *a, redline_bytes lines)
{
	redline_bytes const eol = bytes_of(n->l->eol);
	landing_touch(n, a->model);
	if (a->before != REDLINE_NONE) {
		bool const apart =
			landing_stands_apart(n, a->before, n->l->blocks[a->before].subtree_end);
		uint32_t const at = n->l->blocks[a->before].bytes.begin;
		landing_add_plain(n, (redline_range){at, at},
		                  landing_join3(n, lines, eol, apart ? eol : LANDING_NOTHING));
		return;
	}
	uint32_t const end = landing_end_of(n, a->after);
	bool const apart = landing_stands_apart(n, a->after, end);
	uint32_t const at = n->l->blocks[end - 1].bytes.end;
	bool const newline = landing_ends_line(n, at);
	redline_bytes const head = landing_join3(n, newline ? LANDING_NOTHING : eol,
	                                         apart ? eol : LANDING_NOTHING, LANDING_NOTHING);
	landing_add_plain(n, (redline_range){at, at},
	                  landing_join3(n, head, lines, newline ? eol : LANDING_NOTHING));
}

static void write_addition(struct landing *n, const struct addition *a)
{
	const redline_block *model = &n->l->blocks[a->model];
	landing_put_lines(n, a,
	                  landing_join3(n, landing_prefix_with(n, model, a->label), a->words,
	                                LANDING_NOTHING));
}

redline_bytes landing_label_after(struct landing *n, redline_bytes core, redline_numeral numeral)
{
	char out[16];
	if (numeral == REDLINE_ARABIC && core.len < 9) {
		unsigned long value = 0;
		for (size_t i = 0; i < core.len; i++) {
			if (!is_digit(core.ptr[i]))
				return LANDING_NOTHING;
			value = value * 10 + (unsigned long)(core.ptr[i] - '0');
		}
		int const len = snprintf(out, sizeof out, "%lu", value + 1);
		return arena_copy(n->l->arena, (redline_bytes){out, (size_t)len});
	}
	bool const alpha = numeral == REDLINE_LOWER_ALPHA || numeral == REDLINE_UPPER_ALPHA;
	if (alpha && core.len == 1 && core.ptr[0] != 'z' && core.ptr[0] != 'Z') {
		out[0] = (char)(core.ptr[0] + 1);
		return arena_copy(n->l->arena, (redline_bytes){out, 1});
	}
	/* "в" after "б"; which letters lists pass over begins to differ after "ж" */
	unsigned size;
	uint32_t const cp = alpha && core.len == 2 ? utf8_at(core, 0, &size) : 0;
	if ((cp >= 0x430 && cp < 0x436) || (cp >= 0x410 && cp < 0x416))
		return arena_copy(n->l->arena, (redline_bytes){out, utf8_put(out, cp + 1)});
	static const char *const romans[] = {"i",   "ii",   "iii", "iv", "v",  "vi",
	                                     "vii", "viii", "ix",  "x",  "xi", "xii"};
	if (numeral == REDLINE_LOWER_ROMAN)
		for (unsigned i = 0; i + 1 < sizeof romans / sizeof romans[0]; i++)
			if (bytes_equal(core, bytes_of(romans[i])))
				return bytes_of(romans[i + 1]);
	return LANDING_NOTHING;
}

/* The label that comes after a block's own: "(d)" after "(c)". */
static redline_bytes landing_next_label(struct landing *n, uint32_t block)
{
	const redline_block *b = &n->l->blocks[block];
	return landing_label_after(n, canonical_core(n, b), (redline_numeral)b->numeral);
}

/* The last part that a provision or section encloses directly. */
static uint32_t last_child(const struct landing *n, const struct area *area)
{
	uint32_t last = REDLINE_NONE;
	uint32_t i = area->block == REDLINE_NONE ? 0 : area->block + 1;
	while (i < area->end_block) {
		const redline_block *b = &n->l->blocks[i];
		if (b->kind == REDLINE_PROVISION || b->kind == REDLINE_BULLET)
			last = i;
		i = b->subtree_end > i && b->kind != REDLINE_HEADING ? b->subtree_end : i + 1;
	}
	return last;
}

static uint32_t first_child(const struct landing *n, const struct area *area)
{
	for (uint32_t i = area->block == REDLINE_NONE ? 0 : area->block + 1; i < area->end_block;
	     i++)
		if (n->l->blocks[i].kind == REDLINE_PROVISION ||
		    n->l->blocks[i].kind == REDLINE_BULLET)
			return i;
	return REDLINE_NONE;
}

/* Is `label` what is expected after the sibling `block`? */
static bool landing_label_follows(struct landing *n, uint32_t block, redline_bytes label)
{
	return landing_labels_equal(landing_next_label(n, block), label);
}

/* "(b-1)" comes after "(b)", "(3A)" after "(3)": the base of such a label. */
static redline_bytes landing_inserted_base(redline_bytes label)
{
	size_t len = label.len;
	while (len > 0 && is_digit(label.ptr[len - 1]))
		len--;
	if (len < label.len && len > 1 && label.ptr[len - 1] == '-')
		return (redline_bytes){label.ptr, len - 1};
	len = label.len;
	if (len > 1 && is_upper(label.ptr[len - 1]) && is_digit(label.ptr[len - 2]))
		return (redline_bytes){label.ptr, len - 1};
	return (redline_bytes){0};
}

/* The provision that such a new one follows: its base, and what was inserted
 * after that with an earlier label. */
static uint32_t inserted_after(const struct landing *n, const struct area *area,
                               redline_bytes label)
{
	redline_bytes const base = landing_inserted_base(label);
	uint32_t found = REDLINE_NONE;
	if (!base.len)
		return found;
	for (uint32_t i = area->block == REDLINE_NONE ? 0 : area->block + 1; i < area->end_block;
	     i++) {
		const redline_block *b = &n->l->blocks[i];
		redline_bytes const core = bytes_in(n->l->text, b->core);
		if (!core.len)
			continue;
		bool const family = landing_labels_equal(landing_inserted_base(core), base) &&
		                    bytes_compare(core, label) < 0;
		if (landing_labels_equal(core, base) && found != REDLINE_NONE)
			return REDLINE_NONE; /* fits twice */
		if (landing_labels_equal(core, base) ||
		    (family && found != REDLINE_NONE && b->parent == n->l->blocks[found].parent))
			found = i;
	}
	return found;
}

/* The one provision of an area, at its own level, that `label` comes next after. */
static uint32_t predecessor(struct landing *n, const struct area *area, redline_bytes label)
{
	uint32_t found = REDLINE_NONE, i = area->block == REDLINE_NONE ? 0 : area->block + 1;
	while (i < area->end_block) {
		const redline_block *b = &n->l->blocks[i];
		if (b->kind == REDLINE_PROVISION && range_len(b->core) &&
		    landing_label_follows(n, i, label)) {
			if (found != REDLINE_NONE)
				return REDLINE_NONE;
			found = i;
		}
		i = b->kind == REDLINE_HEADING || b->subtree_end <= i ? i + 1 : b->subtree_end;
	}
	return found;
}

static bool landing_has_label(const struct landing *n, uint32_t block, redline_bytes label)
{
	redline_range const core = n->l->blocks[block].core;
	return range_len(core) && landing_labels_equal(bytes_in(n->l->text, core), label);
}

/* The provision whose number is `base`: in the whole draft, or the place or a part of it. */
static bool find_base(struct landing *n, const struct area *area, redline_bytes base,
                      struct addition *a)
{
	if (area->kind == AREA_DOCUMENT || area->block == REDLINE_NONE) {
		redline_step step = {.unit = n->m->new_unit, .label = base};
		redline_place const place = {.steps = &step, .count = 1};
		redline_place held;
		struct area found;
		if (!places_resolve(&n->l->places, &place, landing_at_instruction(n),
		                    n->l->report, &found, &held))
			return !(n->refused = true);
		a->model = a->after = found.block;
		return true;
	}
	uint32_t block = area->block;
	while (block < area->end_block && !landing_has_label(n, block, base))
		block++;
	if (block >= area->end_block)
		return landing_refuse(n, "place-absent", landing_at_instruction(n),
		                      "there is no provision with that number to follow");
	a->model = a->after = block;
	return true;
}

/* After 59, and after those of its kind that come before the new one. */
static bool place_in_family(struct landing *n, const struct area *area, redline_bytes base,
                            int suffix, struct addition *a)
{
	if (!find_base(n, area, base, a))
		return false;
	for (unsigned s = 0; s < (unsigned)suffix; s++) {
		uint32_t const next = n->l->blocks[a->after].subtree_end;
		redline_bytes const earlier = landing_suffixed(n, base, s);
		if (next < n->l->count && landing_has_label(n, next, earlier))
			a->after = next;
	}
	return true;
}

/* "a new paragraph 59 bis", "a new paragraph 60": where its number puts it. */
static bool place_by_label(struct landing *n, const struct area *area, struct addition *a)
{
	redline_bytes base;
	int const suffix = landing_split_suffix(a->label, &base);
	if (suffix >= 0)
		return place_in_family(n, area, base, suffix, a);
	uint32_t const base_block = inserted_after(n, area, a->label);
	if (base_block != REDLINE_NONE) {
		a->model = a->after = base_block;
		return true;
	}
	uint32_t const last = predecessor(n, area, a->label);
	if (last != REDLINE_NONE) {
		a->model = a->after = last;
		return true;
	}
	return landing_refuse(
		n, "place-unknown", landing_at_instruction(n),
		"it is not said where the new provision goes, and its number does not tell");
}

/* Does the statement itself give the provision that has this label another one? */
static bool gives_label_up(const struct landing *n, const struct addition *a)
{
	const redline_block *model = &n->l->blocks[a->model];
	for (size_t i = 0; i < n->l->renumbered.len; i++) {
		const struct renumbered *it = &n->l->renumbered.at[i];
		const redline_block *b = &n->l->blocks[it->block];
		if (it->statement == n->statement && b->parent == model->parent &&
		    b->section == model->section &&
		    landing_labels_equal(bytes_in(n->l->text, b->core), a->label))
			return true;
	}
	return false;
}

bool landing_label_is_free(struct landing *n, const struct addition *a)
{
	if (!a->label.len || !places_has_sibling(&n->l->places, a->model, a->label) ||
	    gives_label_up(n, a))
		return true;
	report_add(n->l->report, REDLINE_ERROR, "label-taken", landing_at_instruction(n),
	           "there already is a provision with the number %.*s", SHOWN(a->label));
	n->refused = true;
	return false;
}

/* "59 alt" stands in for 59. */
static bool add_alternative(struct landing *n, const struct area *area, redline_bytes label,
                            redline_bytes words)
{
	redline_bytes base;
	(void)landing_split_suffix(label, &base);
	struct area found = *area;
	redline_step step = {.unit = n->m->new_unit, .label = base};
	redline_place const place = {.steps = &step, .count = 1};
	bool const here = area->block != REDLINE_NONE && landing_has_label(n, area->block, base);
	redline_place held;
	if (!here && !places_resolve(&n->l->places, &place, landing_at_instruction(n),
	                             n->l->report, &found, &held))
		return !(n->refused = true);
	const redline_block *b = &n->l->blocks[found.block];
	uint32_t end = found.end_block;
	while (end > found.block + 1 && n->l->blocks[end - 1].kind == REDLINE_BLANK)
		end--;
	redline_range const r = {b->core.begin, n->l->blocks[end - 1].body.end};
	uint32_t label_end;
	redline_bytes const printed = landing_label_like(n, b, label, &label_end);
	redline_bytes const after =
		bytes_in(n->l->text, (redline_range){label_end, b->body.begin});
	landing_add_plain(n, r, landing_join3(n, printed, after, words));
	return true;
}

bool landing_find_spot(struct landing *n, const struct area *area, struct addition *a)
{
	switch (n->m->where) {
	case REDLINE_AFTER:
	case REDLINE_BETWEEN:
		if (area->kind != AREA_BLOCKS)
			return landing_refuse(n, "place-unknown", landing_at_instruction(n),
			                      "it is not said after which provision");
		a->model = a->after = area->block;
		return true;
	case REDLINE_BEFORE:
		if (area->kind != AREA_BLOCKS)
			return landing_refuse(n, "place-unknown", landing_at_instruction(n),
			                      "it is not said before which provision");
		a->model = a->before = area->block;
		a->after = REDLINE_NONE;
		return true;
	case REDLINE_AT_END:
		a->model = a->after = last_child(n, area);
		if (a->after == REDLINE_NONE)
			return landing_refuse(n, "place-absent", landing_at_instruction(n),
			                      "there is no list of provisions here to add to");
		if (!a->label.len)
			a->label = landing_next_label(n, a->after);
		return true;
	case REDLINE_AT_START:
		a->model = a->before = first_child(n, area);
		a->after = REDLINE_NONE;
		if (a->before == REDLINE_NONE)
			return landing_refuse(n, "place-absent", landing_at_instruction(n),
			                      "there is no list of provisions here to add to");
		return true;
	default:
		if (a->label.len)
			return place_by_label(n, area, a);
		return landing_refuse(n, "place-unknown", landing_at_instruction(n),
		                      "it is not said after which provision the new one comes");
	}
}

/* ---- new footnotes and headings ---- */

/* One more than the highest number that a footnote has. */
static redline_bytes next_note(struct landing *n, uint32_t *last)
{
	unsigned long most = 0;
	*last = REDLINE_NONE;
	for (uint32_t i = 0; i < n->l->count; i++) {
		const redline_block *b = &n->l->blocks[i];
		if (b->kind != REDLINE_FOOTNOTE)
			continue;
		*last = i;
		unsigned long value = 0;
		for (uint32_t at = b->core.begin;
		     at < b->core.end && is_digit(n->l->text.ptr[at]) && value < 100000; at++)
			value = value * 10 + (unsigned long)(n->l->text.ptr[at] - '0');
		most = value > most ? value : most;
	}
	char out[24];
	int const len = snprintf(out, sizeof out, "%lu", most + 1 + n->l->notes_added++);
	return arena_copy(n->l->arena, (redline_bytes){out, (size_t)len});
}

/* Where the reference goes: after the words named, or at the end of the text. */
static bool note_spot(struct landing *n, const struct area *area, uint32_t *at)
{
	if (n->m->anchor.present) {
		struct matches found;
		if (!landing_pick_words(n, &n->m->anchor, area, REDLINE_ONCE, &found))
			return false;
		*at = found.at[0].range.end;
		return true;
	}
	redline_range r;
	if (n->m->where != REDLINE_AT_END)
		return landing_refuse(n, "place-unknown", landing_at_instruction(n),
		                      "it is not said after which words the footnote comes");
	if (!landing_edge_text(n, area, &r))
		return false;
	*at = range_trim(n->l->text, r).end;
	return true;
}

static bool landing_add_note(struct landing *n, const struct area *area)
{
	uint32_t at = 0, last = REDLINE_NONE;
	if (!note_spot(n, area, &at))
		return false;
	redline_bytes const number = next_note(n, &last), eol = bytes_of(n->l->eol);
	redline_bytes const words = landing_trimmed(landing_with_eol(n, n->m->new_words.words));
	landing_add_plain(n, (redline_range){at, at},
	                  landing_join3(n, BYTES("[^"), number, BYTES("]")));
	redline_bytes const label = landing_join3(n, BYTES("[^"), number, BYTES("]: "));
	uint32_t end = last != REDLINE_NONE ? n->l->blocks[last].subtree_end : n->l->count;
	while (end > 0 && n->l->blocks[end - 1].kind == REDLINE_BLANK)
		end--;
	uint32_t const to = end ? n->l->blocks[end - 1].bytes.end : 0;
	bool const apart = last == REDLINE_NONE || landing_stands_apart(n, last, end);
	bool const newline = landing_ends_line(n, to);
	redline_bytes const head = landing_join3(n, newline ? LANDING_NOTHING : eol,
	                                         apart ? eol : LANDING_NOTHING, label);
	landing_add_plain(n, (redline_range){to, to},
	                  landing_join3(n, head, words, newline ? eol : LANDING_NOTHING));
	if (!n->edits->failed)
		n->edits->at[n->edits->len - 1].stacks = true;
	return true;
}

/* The heading whose looks a new one takes over: that of its section, or any. */
static uint32_t model_heading(const struct landing *n, uint32_t block)
{
	uint32_t model =
		n->l->blocks[block].kind == REDLINE_HEADING ? block : n->l->blocks[block].section;
	for (uint32_t i = 0; model == REDLINE_NONE && i < n->l->count; i++)
		if (n->l->blocks[i].kind == REDLINE_HEADING && i > 0)
			model = i;
	return model;
}

static bool add_heading(struct landing *n, const struct area *area)
{
	bool const placed = area->kind == AREA_BLOCKS &&
	                    (n->m->where == REDLINE_BEFORE || n->m->where == REDLINE_AFTER);
	if (!placed)
		return landing_refuse(n, "place-unknown", landing_at_instruction(n),
		                      "it is not said before which provision the heading comes");
	uint32_t const model = model_heading(n, area->block);
	redline_bytes const words = landing_new_words(n, LANDING_NOTHING);
	if (model == REDLINE_NONE || memchr(words.ptr, '\n', words.len))
		return landing_refuse(n, "unsupported", landing_at_instruction(n),
		                      "the draft has no heading whose form a new one could take");
	const redline_block *h = &n->l->blocks[model];
	redline_bytes const eol = bytes_of(n->l->eol);
	redline_bytes heading = words, before = bytes_in(
		n->l->text, (redline_range){h->bytes.begin, h->body.begin});
	if (range_len(h->label) &&
	    !landing_numbered_heading(n, model, words, &before, &heading))
		return false;
	redline_bytes const after =
		bytes_in(n->l->text, (redline_range){h->body.end, h->bytes.end});
	redline_bytes const line = landing_join3(n, before, heading, after.len ? after : eol);
	if (n->m->where == REDLINE_BEFORE) {
		uint32_t const at = n->l->blocks[area->block].bytes.begin;
		landing_add_plain(n, (redline_range){at, at},
		                  landing_join3(n, line, eol, LANDING_NOTHING));
		return true;
	}
	uint32_t const at = area->range.end;
	bool const newline = landing_ends_line(n, at);
	landing_add_plain(n, (redline_range){at, at},
	                  landing_join3(n, newline ? LANDING_NOTHING : eol, eol, line));
	return true;
}

bool landing_choose_label(struct landing *n, struct addition *a)
{
	const redline_block *model = &n->l->blocks[a->model];
	if (a->before == REDLINE_NONE) {
		a->label = free_label(n, a->after);
		if (!family_follows(n, a->after))
			return true;
		return landing_refuse(n, "place-ambiguous", landing_at_instruction(n),
		                      "a bis follows this provision already; say after which of "
		                      "them, or give a number");
	}
	/* the one before it lends its number */
	uint32_t before = a->before;
	while (before > 0 && (n->l->blocks[before - 1].kind != REDLINE_PROVISION ||
	                      n->l->blocks[before - 1].parent != model->parent))
		before--;
	if (before == 0 || !landing_label_follows(n, before - 1, bytes_in(n->l->text, model->core)))
		return landing_refuse(n, "label-missing", landing_at_instruction(n),
		                      "the new provision needs a number of its own here");
	a->label = free_label(n, before - 1);
	return true;
}

/* Does the one provision come right before the other: "between 3 and 4"? */
static bool is_followed_by(const struct landing *n, const struct area *area,
                           const struct area *next)
{
	uint32_t b = area->end_block;
	while (b < n->l->count && n->l->blocks[b].kind == REDLINE_BLANK)
		b++;
	return next->kind == AREA_BLOCKS && next->block == b;
}

/* "59 ter" after "59 bis", "61" after "60". */
static redline_bytes landing_label_after_new(struct landing *n, redline_bytes label,
                                             const redline_block *model)
{
	redline_bytes base;
	int const suffix = landing_split_suffix(label, &base);
	if (suffix >= 0 && (size_t)suffix + 1 < SUFFIXES)
		return landing_suffixed(n, base, (unsigned)suffix + 1);
	return suffix == -1 ? landing_label_after(n, label, (redline_numeral)model->numeral)
	                    : LANDING_NOTHING;
}

/* The further ones of several that were quoted, each with a number of its own. */
static bool add_parts(struct landing *n, struct addition *a)
{
	const redline_block *model = &n->l->blocks[a->model];
	struct addition one = *a;
	bool const apart = landing_stands_apart(n, a->model, landing_end_of(n, a->model));
	redline_bytes const eol = bytes_of(n->l->eol);
	redline_bytes const gap = apart ? landing_join3(n, eol, eol, LANDING_NOTHING) : eol;
	for (uint32_t i = 1; i < n->m->part_count; i++) {
		redline_bytes words = landing_trimmed(landing_with_eol(n, n->m->parts[i])), core,
			      rest;
		bool const own = landing_own_label(n, words, &core, &rest);
		if (own) {
			one.label = landing_canonical_label(n, core);
			words = landing_trimmed(rest);
		} else if (range_len(model->core)) {
			one.label = landing_label_after_new(n, one.label, model);
		}
		if (range_len(model->core) && !one.label.len)
			return landing_refuse(
				n, "label-missing", landing_at_instruction(n),
				"the further new provisions need numbers of their own; "
				"write them before their words");
		if (!landing_label_is_free(n, &one))
			return false;
		a->words = landing_join3(n, a->words, gap,
		                         landing_join3(n, landing_prefix_with(n, model, one.label),
		                                       words, LANDING_NOTHING));
	}
	return true;
}

/* The number that the wording itself begins with, if it does, and what is left of it. */
static bool take_own_label(struct landing *n, struct addition *a)
{
	redline_bytes core, rest;
	if (!landing_own_label(n, a->words, &core, &rest))
		return true;
	redline_bytes const given = landing_canonical_label(n, core);
	if (a->label.len && !landing_labels_equal(given, a->label))
		return landing_refuse(n, "label-differs", landing_at_words(n, &n->m->new_words),
		                      "the new wording carries another number than the "
		                      "instruction gives it");
	a->label = given;
	a->words = landing_trimmed(rest);
	return true;
}

static bool add_provision(struct landing *n, const struct area *area)
{
	struct addition a = {.model = REDLINE_NONE,
	                     .after = REDLINE_NONE,
	                     .before = REDLINE_NONE,
	                     .label = n->m->label};
	a.words = landing_trimmed(landing_with_eol(
		n, n->m->part_count ? n->m->parts[0] : n->m->new_words.words));
	if (!take_own_label(n, &a))
		return false;
	if (!a.words.len)
		return landing_refuse(n, "new-words-missing", landing_at_instruction(n),
		                      "the new words are missing");
	landing_warn_hidden(n, a.words, landing_at_words(n, &n->m->new_words));
	redline_bytes base;
	if (landing_split_suffix(a.label, &base) == -2)
		return add_alternative(n, area, a.label, a.words);
	if (n->has_target && !is_followed_by(n, area, &n->target))
		return landing_refuse(n, "place-absent", landing_at_instruction(n),
		                      "the two provisions do not stand next to each other");
	if (!landing_find_spot(n, area, &a))
		return false;
	const redline_block *model = &n->l->blocks[a.model];
	if (model->kind == REDLINE_HEADING)
		return landing_add_section(n, &a);
	if (!a.label.len && range_len(model->core) && !landing_choose_label(n, &a))
		return false;
	if (!landing_label_is_free(n, &a) || !add_parts(n, &a))
		return false;
	write_addition(n, &a);
	return true;
}

bool landing_add_in(struct landing *n, const struct area *area)
{
	switch (n->m->new_unit) {
	case REDLINE_FOOTNOTE_UNIT:
		return landing_add_note(n, area);
	case REDLINE_ROW:
		return landing_add_row(n, area);
	case REDLINE_TABLE:
	case REDLINE_COLUMN:
	case REDLINE_CELL:
		return landing_refuse(
			n, "unsupported", landing_at_instruction(n),
			"a new table or column is not written; mark it up in the draft");
	case REDLINE_HEADING_UNIT:
	case REDLINE_TITLE:
		return add_heading(n, area);
	default:
		return add_provision(n, area);
	}
}
