/*
 * land_labels.c -- the labels of provisions that are new: which one a provision gets
 * where none was given, whether a given one is free, and how it is written in the
 * numerals of its neighbours.  See landing.h.
 *
 * Labels are compared and chosen in their canonical form, "59bis"; only the last step
 * makes "59 bis" of it, or "第五十九条之二".
 */
#include "landing.h"

#include <stdio.h>

#include "base/bytes.h"
#include "fold.h"
#include "model/label.h"
#include "numeral.h"

#define LABELS_MAX 6 /* "(a)(1)(A)(i)(I)(aa)" */

/* "59", "b", "40b": what a bis may stand behind. */
static bool may_be_base(redline_bytes label)
{
	return label.len <= 2 || !is_alpha(label.ptr[label.len - 1]) ||
	       is_digit(label.ptr[label.len - 2]);
}

/* "59bis" -> "59" and 0; "59" -> "59" and -1; "59 alt" -> -2. */
int landing_split_suffix(redline_bytes label, redline_bytes *base)
{
	*base = label;
	for (unsigned i = 0; i < LABEL_BIS_COUNT; i++) {
		const char *suffix = label_bis[i].label;
		size_t const len = strlen(suffix);
		if (label.len > len && memcmp(label.ptr + label.len - len, suffix, len) == 0 &&
		    may_be_base((redline_bytes){label.ptr, label.len - len})) {
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
redline_bytes landing_suffixed(struct landing *n, redline_bytes base, unsigned suffix)
{
	return landing_join3(n, base, bytes_of(label_bis[suffix].label), LANDING_NOTHING);
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

redline_bytes landing_canonical_label(struct landing *n, redline_bytes core)
{
	char buf[CANONICAL_MAX];
	size_t const len = places_canonical(core, buf, sizeof buf);
	return arena_copy(n->l->arena, (redline_bytes){buf, len});
}

bool landing_has_label(const struct landing *n, uint32_t block, redline_bytes label)
{
	redline_range const core = n->l->blocks[block].core;
	return range_len(core) && places_same_label(bytes_in(n->l->text, core), label);
}

redline_draft *landing_read(struct landing *n, redline_bytes words)
{
	redline_draft *mini = NULL;
	if (redline_draft_new(&mini, words, NULL) == REDLINE_NO_MEMORY)
		n->l->arena->failed = true;
	return mini;
}

/* "(ba) rockets;": two letters number a provision that came between (b) and (c); in a draft
 * they would be a label only where a list goes on. */
static bool takes_inserted_label(redline_bytes words, redline_bytes *core, redline_bytes *rest)
{
	struct label l;
	const char *feed = words.len ? memchr(words.ptr, '\n', words.len) : NULL;
	uint32_t const end = (uint32_t)(feed ? (size_t)(feed - words.ptr) : words.len);
	if (!end || words.ptr[0] != '(' || !label_scan(&l, words, 0, end, false) ||
	    l.dress != REDLINE_PARENS || l.strength != LABEL_WEAK)
		return false;
	*core = bytes_in(words, l.core);
	*rest = (redline_bytes){words.ptr + l.body, words.len - l.body};
	return true;
}

bool landing_own_label(struct landing *n, redline_bytes words, redline_bytes *core,
                       redline_bytes *rest)
{
	redline_draft *mini = landing_read(n, words);
	if (!mini)
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
	return found || takes_inserted_label(words, core, rest);
}

/* The bytes of a dash and the blank behind it that the words begin with; 0 if they don't. */
static size_t leading_dash(redline_bytes words)
{
	static const char *const dashes[] = {"- ", "\xE2\x80\x93 ", "\xE2\x80\x94 "};
	for (unsigned i = 0; i < sizeof dashes / sizeof *dashes; i++)
		if (bytes_start(words, bytes_of(dashes[i])))
			return strlen(dashes[i]);
	return 0;
}

redline_bytes landing_without_dash(const struct landing *n, uint32_t model, redline_bytes rest)
{
	size_t const dash = leading_dash(rest);
	if (!dash || leading_dash(bytes_in(n->l->text, n->l->blocks[model].body)))
		return rest;
	return landing_trimmed((redline_bytes){rest.ptr + dash, rest.len - dash});
}

/* Does a block carry the last of these labels, what encloses it the one before, and so on? */
static bool stands_under(const struct landing *n, uint32_t block, const redline_bytes *cores,
                         unsigned count)
{
	while (count > 0 && block != REDLINE_NONE &&
	       landing_has_label(n, block, cores[count - 1])) {
		block = n->l->blocks[block].parent;
		count--;
	}
	return count == 0;
}

bool landing_without_labels(struct landing *n, uint32_t block, redline_bytes words,
                            redline_bytes *rest)
{
	redline_bytes cores[LABELS_MAX], rests[LABELS_MAX];
	unsigned count = 0;
	*rest = words;
	while (count < LABELS_MAX && landing_own_label(n, words, &cores[count], &rests[count]))
		words = rests[count++];
	for (unsigned k = count; k > 0; k--) {
		if (stands_under(n, block, cores, k)) {
			*rest = rests[k - 1];
			return true;
		}
	}
	return count == 0;
}

/* ---- which label a new provision gets ---- */

static redline_bytes canonical_core(struct landing *n, const redline_block *b)
{
	return landing_canonical_label(n, bytes_in(n->l->text, b->core));
}

/* The first of "59 bis", "59 ter", ... that nobody has yet. */
static redline_bytes free_label(struct landing *n, uint32_t anchor)
{
	redline_bytes base;
	(void)landing_split_suffix(canonical_core(n, &n->l->blocks[anchor]), &base);
	for (unsigned i = 0; i < LABEL_BIS_COUNT; i++) {
		redline_bytes const label = landing_suffixed(n, base, i);
		if (!places_has_sibling(&n->l->places, anchor, label))
			return label;
	}
	return LANDING_NOTHING;
}

/* Is the next provision a bis or ter of this one? */
static bool family_follows(struct landing *n, uint32_t anchor)
{
	uint32_t const next = landing_blanks_end(n, n->l->blocks[anchor].subtree_end, n->l->count);
	if (next >= n->l->count || !range_len(n->l->blocks[next].core))
		return false;
	redline_bytes base, next_base;
	(void)landing_split_suffix(canonical_core(n, &n->l->blocks[anchor]), &base);
	int const suffix = landing_split_suffix(canonical_core(n, &n->l->blocks[next]), &next_base);
	return suffix >= 0 && bytes_equal(base, next_base);
}

/* Arabic letters as numbers: alif, ba, jim, dal, ha, ... */
static uint32_t next_abjad(uint32_t cp)
{
	static const uint16_t letters[] = {
		0x627, 0x628, 0x62C, 0x62F, 0x647, 0x648, 0x632, 0x62D,
		0x637, 0x64A, 0x643, 0x644, 0x645, 0x646,
	};
	for (size_t i = 0; i + 1 < sizeof letters / sizeof *letters; i++)
		if (letters[i] == cp)
			return letters[i + 1];
	return 0;
}

/* "iv" after "iii", "IV" after "III"; its length, or 0. */
static size_t next_roman(redline_bytes core, redline_numeral numeral, char out[NEXT_LABEL_MAX])
{
	static const char *const small[] = {"i",   "ii",   "iii", "iv", "v",  "vi",
	                                    "vii", "viii", "ix",  "x",  "xi", "xii"};
	static const char *const large[] = {"I",   "II",   "III", "IV", "V",  "VI",
	                                    "VII", "VIII", "IX",  "X",  "XI", "XII"};
	if (numeral != REDLINE_LOWER_ROMAN && numeral != REDLINE_UPPER_ROMAN)
		return 0;
	const char *const *romans = numeral == REDLINE_LOWER_ROMAN ? small : large;
	for (unsigned i = 0; i + 1 < sizeof small / sizeof *small; i++)
		if (bytes_equal(core, bytes_of(romans[i])))
			return (size_t)snprintf(out, NEXT_LABEL_MAX, "%s", romans[i + 1]);
	return 0;
}

size_t landing_next_label_to(redline_bytes core, redline_numeral numeral, char *out)
{
	if (numeral == REDLINE_ARABIC && core.len < 9) {
		unsigned long value = 0;
		for (size_t i = 0; i < core.len; i++) {
			if (!is_digit(core.ptr[i]))
				return 0;
			value = value * 10 + (unsigned long)(core.ptr[i] - '0');
		}
		return (size_t)snprintf(out, NEXT_LABEL_MAX, "%lu", value + 1);
	}
	bool const alpha = numeral == REDLINE_LOWER_ALPHA || numeral == REDLINE_UPPER_ALPHA;
	if (alpha && core.len == 1 && core.ptr[0] != 'z' && core.ptr[0] != 'Z') {
		out[0] = (char)(core.ptr[0] + 1);
		return 1;
	}
	/* "в" after "б"; which letters lists pass over begins to differ after "ж" */
	unsigned size;
	uint32_t const cp = alpha && core.len == 2 ? utf8_at(core, 0, &size) : 0;
	if ((cp >= 0x430 && cp < 0x436) || (cp >= 0x410 && cp < 0x416))
		return utf8_put(out, cp + 1);
	uint32_t const next = alpha && core.len == 2 ? next_abjad(cp) : 0;
	if (next)
		return utf8_put(out, next);
	return next_roman(core, numeral, out);
}

redline_bytes landing_label_after(struct landing *n, redline_bytes core, redline_numeral numeral)
{
	char out[NEXT_LABEL_MAX];
	size_t const len = landing_next_label_to(core, numeral, out);
	return len ? arena_copy(n->l->arena, (redline_bytes){out, len}) : LANDING_NOTHING;
}

/* The label that comes after a block's own: "(d)" after "(c)". */
redline_bytes landing_next_label(struct landing *n, uint32_t block)
{
	const redline_block *b = &n->l->blocks[block];
	return landing_label_after(n, canonical_core(n, b), (redline_numeral)b->numeral);
}

/* Is `label` what is expected after the sibling `block`? */
bool landing_label_follows(struct landing *n, uint32_t block, redline_bytes label)
{
	return places_same_label(landing_next_label(n, block), label);
}

/* "59 ter" after "59 bis", "61" after "60". */
redline_bytes landing_label_after_new(struct landing *n, redline_bytes label,
                                      const redline_block *model)
{
	redline_bytes base;
	int const suffix = landing_split_suffix(label, &base);
	if (suffix >= 0 && suffix + 1 < LABEL_BIS_COUNT)
		return landing_suffixed(n, base, (unsigned)suffix + 1);
	return suffix == -1 ? landing_label_after(n, label, (redline_numeral)model->numeral)
	                    : LANDING_NOTHING;
}

/* The "-1" or "-ii" at the end of a label, without its base: its length, or 0. */
static size_t dashed_tail(redline_bytes label)
{
	size_t len = label.len;
	while (len > 0 && is_digit(label.ptr[len - 1]))
		len--;
	if (len == label.len)
		while (len > 0 && memchr("ivx", label.ptr[len - 1], 3))
			len--;
	return len < label.len && len > 1 && label.ptr[len - 1] == '-' ? label.len - len + 1 : 0;
}

/* The ".1" at the end of "3.1": its length, or 0. */
static size_t dotted_tail(redline_bytes label)
{
	size_t len = label.len;
	while (len > 0 && is_digit(label.ptr[len - 1]))
		len--;
	bool const dotted = len < label.len && len > 1 && label.ptr[len - 1] == '.';
	return dotted && is_digit(label.ptr[len - 2]) ? label.len - len + 1 : 0;
}

redline_bytes landing_inserted_base(redline_bytes label)
{
	size_t const dots = dotted_tail(label);
	size_t const tail = dots ? dots : dashed_tail(label), len = label.len;
	if (tail)
		return (redline_bytes){label.ptr, len - tail};
	if (len > 1 && is_alpha(label.ptr[len - 1]) && is_digit(label.ptr[len - 2]))
		return (redline_bytes){label.ptr, len - 1};
	return (redline_bytes){0};
}

bool landing_is_inserted_under(redline_bytes label, redline_bytes base)
{
	while (label.len > base.len)
		label = landing_inserted_base(label);
	return label.len > 0 && places_same_label(label, base);
}

/* The number at the start of what is left of a label: digits, or "ii" after a dash. */
static unsigned long take_number(redline_bytes *label, bool dashed)
{
	unsigned long value = 0, last = 0;
	size_t i = 0;
	while (i < label->len && is_digit(label->ptr[i]) && i < 9)
		value = value * 10 + (unsigned long)(label->ptr[i++] - '0');
	for (; dashed && i < label->len && memchr("ivx", label->ptr[i], 3); i++) {
		char const c = label->ptr[i];
		unsigned long const sign = c == 'i' ? 1 : c == 'v' ? 5 : 10;
		value += sign > last ? sign - 2 * last : sign;
		last = sign;
	}
	*label = (redline_bytes){label->ptr + i, label->len - i};
	return value;
}

bool landing_comes_before(redline_bytes a, redline_bytes b)
{
	while (a.len && b.len) {
		bool const dashed = a.ptr[0] == '-' && b.ptr[0] == '-';
		if (dashed) {
			a = (redline_bytes){a.ptr + 1, a.len - 1};
			b = (redline_bytes){b.ptr + 1, b.len - 1};
		}
		unsigned long const x = take_number(&a, dashed), y = take_number(&b, dashed);
		if (x != y)
			return x < y;
		if (x)
			continue;
		if (!a.len || !b.len)
			break;
		if (a.ptr[0] != b.ptr[0]) /* "3-1" before "3A", as "-" before "A" */
			return (unsigned char)a.ptr[0] < (unsigned char)b.ptr[0];
		a = (redline_bytes){a.ptr + 1, a.len - 1};
		b = (redline_bytes){b.ptr + 1, b.len - 1};
	}
	return a.len < b.len;
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

/* Does the statement itself give the provision that has this label another one? */
static bool gives_label_up(const struct landing *n, const struct addition *a)
{
	const redline_block *model = &n->l->blocks[a->model];
	for (size_t i = 0; i < n->l->renumbered.len; i++) {
		const struct renumbered *it = &n->l->renumbered.at[i];
		const redline_block *b = &n->l->blocks[it->block];
		if (it->statement == n->statement && !it->inside && b->parent == model->parent &&
		    b->section == model->section &&
		    places_same_label(bytes_in(n->l->text, b->core), a->label))
			return true;
	}
	return false;
}

bool landing_label_is_free(struct landing *n, const struct addition *a)
{
	if (!a->label.len || a->inside || !places_has_sibling(&n->l->places, a->model, a->label) ||
	    gives_label_up(n, a))
		return true;
	report_add(n->l->report, REDLINE_ERROR, "label-taken", landing_at_instruction(n),
	           "there already is a provision with the number %.*s", SHOWN(a->label));
	n->refused = true;
	return false;
}

/* ---- how it is written ---- */

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
	redline_bytes const bis = suffix < 0 ? LANDING_NOTHING : bytes_of(label_bis[suffix].chinese);
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
	redline_bytes base;
	int const suffix = landing_split_suffix(label, &base);
	redline_bytes const number = written_number(n, base, bytes_in(n->l->text, model->core));
	if (suffix == -1)
		return number;
	if (suffix < 0 || !label_bis[suffix].arabic)
		return landing_printed_label(n, label);
	return landing_join3(n, number, LANDING_BLANK, bytes_of(label_bis[suffix].arabic));
}

/* "40b)ter" beside "40b)bis": with the parenthesis that the model has before its bis. */
static bool parted_label(struct landing *n, const redline_block *model, redline_bytes label,
                         redline_bytes *out)
{
	redline_bytes const core = bytes_in(n->l->text, model->core);
	redline_bytes base;
	const char *mark = memchr(core.ptr, ')', core.len);
	int const suffix = landing_split_suffix(label, &base);
	if (!mark || suffix == -1)
		return false;
	size_t gap = 1;
	while (mark + gap < core.ptr + core.len && is_blank(mark[gap]))
		gap++;
	*out = landing_join3(n, base, (redline_bytes){mark, gap},
	                     (redline_bytes){label.ptr + base.len, label.len - base.len});
	return true;
}

/* The bis of a label in the script of the text, as "2之二" and "2 бис"; NULL: as in labels. */
static const char *native_bis(struct landing *n, const redline_block *model, int suffix,
                              bool *joined)
{
	unsigned size;
	uint32_t const cp = range_len(model->body) ? utf8_at(n->l->text, model->body.begin, &size) : 0;
	redline_bytes core, rest;
	*joined = is_unspaced_char(cp);
	if (*joined)
		return label_bis[suffix].chinese;
	bool const cyrillic = cp >= 0x400 && cp < 0x530;
	if (!cyrillic || !landing_own_label(n, landing_trimmed(n->m->new_words.words), &core, &rest))
		return NULL;
	(void)utf8_before(core, core.len, &size);
	return size > 1 ? label_bis[suffix].russian : NULL;
}

/* A label that is neither Chinese nor Arabic in its number. */
static redline_bytes plain_label(struct landing *n, const redline_block *model, redline_bytes label)
{
	redline_bytes base;
	bool joined = false;
	int const suffix = landing_split_suffix(label, &base);
	const char *bis = suffix >= 0 ? native_bis(n, model, suffix, &joined) : NULL;
	if (!bis)
		return landing_printed_label(n, label);
	return landing_join3(n, base, joined ? LANDING_NOTHING : LANDING_BLANK, bytes_of(bis));
}

redline_bytes landing_label_like(struct landing *n, const redline_block *model, redline_bytes label,
                                 uint32_t *after)
{
	redline_bytes printed;
	*after = model->core.end;
	if (numeral_script_of(bytes_in(n->l->text, model->core)) == NUMERAL_CHINESE &&
	    chinese_label(n, model, label, &printed, after))
		return printed;
	if (parted_label(n, model, label, &printed))
		return printed;
	return begins_in_arabic(n, model) ? arabic_label(n, model, label)
	                                  : plain_label(n, model, label);
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
	redline_bytes gap = bytes_in(t, (redline_range){after, model->body.begin});
	/* behind a number that stands alone on its line, nothing shows what parts it from text */
	if (!range_len(range_trim(t, model->body)) && gap.len && !is_space(gap.ptr[gap.len - 1]))
		gap = landing_join3(n, gap, LANDING_BLANK, LANDING_NOTHING);
	return landing_join3(n, before, printed, gap);
}
