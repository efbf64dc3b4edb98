/*
 * place.c -- see place.h.
 *
 * Steps are taken outermost first; each narrows the area.  A label is looked
 * up among the blocks inside the area; of several that fit, only those that
 * stand least deep count, so that "paragraph 5" is the numbered paragraph and
 * not item 5 of some list inside another.  Two at the same depth: ambiguous.
 *
 * A label costs a binary search and time by how often it occurs in the area.
 * Where that is often, and where numbers out of reach are explained, the answer
 * is kept, for the next amendment as a rule asks the same.
 */
#include "place.h"

#include <stdlib.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/bytes.h"
#include "fold.h"
#include "lang/common.h"
#include "numeral.h"
#include "place_table.h"
#include "sentence.h"
#include "tongue.h"

#define CORE_MAX         64u
#define SHOWN_CANDIDATES 5u

#define MEMO_SLOTS 256u /* a power of two */
#define MEMO_WORTH 32u  /* labels looked at before an answer is kept */

struct label_entry {
	uint64_t hash;
	uint32_t block;
};

struct candidates {
	uint32_t at[SHOWN_CANDIDATES];
	uint32_t count; /* of all, shown or not */
};

/* What was asked: a step in an area. */
struct question {
	uint64_t label; /* hash of its label; 0 where that is of no matter */
	uint32_t block, end_block;
	redline_unit unit;
	bool exact;
	bool asked; /* else the slot is empty */
};

struct label_memo {
	struct question question;
	redline_bytes label;
	struct candidates answer;
};

struct place_memo {
	struct label_memo labels[MEMO_SLOTS];
	struct question neighbours;
	uint32_t first, last; /* the neighbours */
};

static bool is_ascii(redline_bytes core)
{
	for (size_t i = 0; i < core.len; i++)
		if ((unsigned char)core.ptr[i] >= 0x80)
			return false;
	return true;
}

size_t places_canonical(redline_bytes core, char *buf, size_t size)
{
	size_t len = 0;
	bool suffix = false;
	char plain[CORE_MAX];
	if (!is_ascii(core))
		core = (redline_bytes){plain, numeral_canonical(core, plain, sizeof plain)};
	for (size_t i = 0; i < core.len && len < size; i++) {
		char const c = core.ptr[i];
		if (is_blank(c) || c == '*' || c == '_' || c == ')') {
			suffix = true;
			continue;
		}
		/* "59Bis" and "59 bis" are the same; "(A)" and "(a)" are not */
		bool const after_digit = len > 0 && is_digit(core.ptr[0]) && core.len - i > 1;
		buf[len++] = suffix || after_digit ? to_lower(c) : c;
	}
	return len;
}

static uint64_t core_hash(redline_bytes core)
{
	char canonical[CORE_MAX];
	size_t const len = places_canonical(core, canonical, sizeof canonical);
	return XXH3_64bits(canonical, len);
}

static bool same_core(redline_bytes a, redline_bytes b)
{
	char x[CORE_MAX], y[CORE_MAX];
	size_t const n = places_canonical(a, x, sizeof x), m = places_canonical(b, y, sizeof y);
	return n == m && memcmp(x, y, n) == 0;
}

static int compare_entries(const void *a, const void *b)
{
	const struct label_entry *x = a, *y = b;
	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return (x->block > y->block) - (x->block < y->block);
}

/* A label's numeral; a heading that is but "A" or "II" is its own. */
static redline_range core_of(const redline_block *b)
{
	bool const bare =
		b->kind == REDLINE_HEADING && !range_len(b->core) && range_len(b->body) <= 4;
	return bare ? b->body : b->core;
}

bool places_begin(struct place_finder *f, const redline_draft *draft, struct arena *arena)
{
	*f = (struct place_finder){.draft = draft,
	                           .text = redline_draft_text(draft),
	                           .blocks = redline_draft_blocks(draft),
	                           .count = redline_draft_count(draft)};
	uint32_t labelled = 0;
	for (uint32_t i = 0; i < f->count; i++)
		labelled += range_len(core_of(&f->blocks[i])) > 0;
	f->labels = arena_array(arena, (size_t)labelled + 1, sizeof *f->labels);
	f->memo = arena_alloc(arena, sizeof *f->memo);
	if (!f->labels || !f->memo)
		return false;
	for (uint32_t i = 0; i < f->count; i++)
		if (range_len(core_of(&f->blocks[i])))
			f->labels[f->label_count++] = (struct label_entry){
				core_hash(bytes_in(f->text, core_of(&f->blocks[i]))), i};
	qsort(f->labels, f->label_count, sizeof *f->labels, compare_entries);
	return true;
}

struct area places_document(const struct place_finder *f)
{
	return (struct area){.kind = AREA_DOCUMENT,
	                     .range = {0, (uint32_t)f->text.len},
	                     .block = REDLINE_NONE,
	                     .end_block = f->count,
	                     .unit = REDLINE_DOCUMENT};
}

/* ---- labels ---- */

/* Does a block answer to this unit's name? */
static bool unit_fits(const redline_block *b, const redline_step *step)
{
	bool const plain = b->unit == REDLINE_LABEL_PLAIN;
	bool const heading = b->kind == REDLINE_HEADING;
	switch (step->unit) {
	case REDLINE_ANNEX:
		return b->unit == REDLINE_LABEL_ANNEX;
	case REDLINE_CHAPTER:
		return b->unit == REDLINE_LABEL_CHAPTER;
	case REDLINE_SECTION:
		/* "section 4.2" of a contract is a numbered provision */
		return b->unit == REDLINE_LABEL_SECTION ||
		       (plain && !step->exact &&
		        (heading || (b->dress != REDLINE_PARENS && b->dress != REDLINE_PAREN)));
	case REDLINE_ARTICLE:
		return b->unit == REDLINE_LABEL_ARTICLE;
	case REDLINE_PREAMBULAR:
		return b->unit == REDLINE_LABEL_PP;
	case REDLINE_OPERATIVE:
		return b->unit == REDLINE_LABEL_OP || (plain && !heading);
	case REDLINE_PARAGRAPH_UNIT:
		return b->unit == REDLINE_LABEL_PARAGRAPH || b->unit == REDLINE_LABEL_OP || plain;
	case REDLINE_SUBPARAGRAPH:
	case REDLINE_BULLET_UNIT:
		return plain && !heading;
	case REDLINE_FOOTNOTE_UNIT:
		return b->kind == REDLINE_FOOTNOTE;
	default:
		return false;
	}
}

/* "（三）" is an item, and never the paragraph of that number. */
static bool is_chinese_item(const struct place_finder *f, const redline_block *b,
                            const redline_step *step)
{
	return step->unit == REDLINE_PARAGRAPH_UNIT && b->dress == REDLINE_PARENS &&
	       numeral_script_of(bytes_in(f->text, b->core)) == NUMERAL_CHINESE;
}

/* The better answers to a name, where worse ones also answer. */
static int unit_rank_of(const redline_block *b, const redline_step *step)
{
	if (step->unit == REDLINE_PARAGRAPH_UNIT)
		return b->kind == REDLINE_HEADING ? 2 : b->unit == REDLINE_LABEL_OP ? 1 : 0;
	if (step->unit == REDLINE_OPERATIVE)
		return b->unit == REDLINE_LABEL_OP ? 0 : 1;
	if (step->unit == REDLINE_SECTION)
		return b->unit == REDLINE_LABEL_SECTION ? 0 : b->kind == REDLINE_HEADING ? 1 : 2;
	return 0;
}

/* How deep a block lies: labelled ancestors that enclose it. */
static unsigned depth_of(const struct place_finder *f, uint32_t block)
{
	unsigned depth = 0;
	for (uint32_t p = f->blocks[block].parent; p != REDLINE_NONE; p = f->blocks[p].parent)
		depth++;
	return depth;
}

static struct question question_of(const struct area *area, const redline_step *step,
                                   uint64_t label)
{
	return (struct question){label,      area->block, area->end_block,
	                         step->unit, step->exact, true};
}

static bool same_question(const struct question *a, const struct question *b)
{
	return a->asked && b->asked && a->label == b->label && a->block == b->block &&
	       a->end_block == b->end_block && a->unit == b->unit && a->exact == b->exact;
}

/* The first entry with this hash and a block at or after `block`. */
static uint32_t first_entry(const struct place_finder *f, uint64_t hash, uint32_t block)
{
	uint32_t low = 0, high = f->label_count;
	while (low < high) {
		uint32_t const mid = low + (high - low) / 2;
		const struct label_entry *e = &f->labels[mid];
		if (e->hash < hash || (e->hash == hash && e->block < block))
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static bool is_in_annex(const struct place_finder *f, uint32_t block)
{
	for (uint32_t s = block; s != REDLINE_NONE; s = f->blocks[s].section)
		if (f->blocks[s].unit == REDLINE_LABEL_ANNEX)
			return true;
	return false;
}

/*
 * "Clause 2" is the paragraph 2 rather than the heading "2. Services"; but where
 * the paragraph is one of an annex and the heading is not, nobody can tell.
 */
static void doubt_annexes(const struct place_finder *f, uint32_t heading, struct candidates *out)
{
	if (heading == REDLINE_NONE || !out->count)
		return;
	for (uint32_t i = 0; i < out->count && i < SHOWN_CANDIDATES; i++)
		if (!is_in_annex(f, out->at[i]))
			return;
	if (out->count < SHOWN_CANDIDATES)
		out->at[out->count] = heading;
	out->count++;
}

/* Goes through the label's entries in the area; says how many there are. */
static uint32_t scan_label(const struct place_finder *f, const struct area *area,
                           const redline_step *step, redline_bytes label, uint64_t hash,
                           struct candidates *out)
{
	unsigned best = UINT32_MAX;
	uint32_t const from = first_entry(f, hash, area_begin(area));
	uint32_t i = from, heading = REDLINE_NONE;
	bool const anywhere = area->kind == AREA_DOCUMENT && step->unit == REDLINE_PARAGRAPH_UNIT;
	*out = (struct candidates){.count = 0};
	for (; i < f->label_count && f->labels[i].hash == hash &&
	       f->labels[i].block < area->end_block;
	     i++) {
		uint32_t const block = f->labels[i].block;
		const redline_block *b = &f->blocks[block];
		if (!unit_fits(b, step) || is_chinese_item(f, b, step) || !same_core(bytes_in(f->text, core_of(b)), label))
			continue;
		unsigned const score = depth_of(f, block) * 4 + (unsigned)unit_rank_of(b, step);
		if (anywhere && b->kind == REDLINE_HEADING && !is_in_annex(f, block))
			heading = block;
		if (score > best)
			continue;
		if (score < best)
			out->count = 0;
		best = score;
		if (out->count < SHOWN_CANDIDATES)
			out->at[out->count] = block;
		out->count++;
	}
	if (heading != REDLINE_NONE && out->count && f->blocks[out->at[0]].kind != REDLINE_HEADING)
		doubt_annexes(f, heading, out);
	return i - from;
}

static void find_label(const struct place_finder *f, const struct area *area,
                       const redline_step *step, redline_bytes label, struct candidates *out)
{
	uint64_t const hash = core_hash(label);
	struct question const question = question_of(area, step, hash);
	struct label_memo *memo =
		&f->memo->labels[(hash ^ area->end_block ^ step->unit) % MEMO_SLOTS];
	if (same_question(&memo->question, &question) && bytes_equal(memo->label, label)) {
		*out = memo->answer;
		return;
	}
	if (scan_label(f, area, step, label, hash, out) >= MEMO_WORTH)
		*memo = (struct label_memo){question, label, *out};
	char twin[2];
	size_t const len = out->count ? 0 : numeral_twin(label, twin);
	redline_bytes const other = {twin, len};
	if (len)
		(void)scan_label(f, area, step, other, core_hash(other), out);
}

static struct area block_area(const struct place_finder *f, uint32_t first, uint32_t last,
                              redline_unit unit)
{
	uint32_t const end = f->blocks[last].subtree_end;
	return (struct area){.kind = AREA_BLOCKS,
	                     .range = {f->blocks[first].bytes.begin, f->blocks[end - 1].bytes.end},
	                     .block = first,
	                     .end_block = end,
	                     .unit = unit};
}

/* ---- messages ---- */

static void place_words(const redline_place *place, char *buf, size_t size)
{
	(void)redline_place_text(place, buf, size);
}

static redline_spot draft_spot(const struct place_finder *f, uint32_t block)
{
	const redline_block *b = &f->blocks[block];
	redline_range const r = range_len(b->label) ? b->label : b->body;
	return (redline_spot){REDLINE_IN_DRAFT, r};
}

/* The first and last of what stands least deep in an area and answers to a step's unit. */
static void find_neighbours(const struct place_finder *f, const struct area *area,
                            const redline_step *step, uint32_t *first, uint32_t *last)
{
	unsigned best = UINT32_MAX;
	*first = *last = REDLINE_NONE;
	for (uint32_t i = area_begin(area); i < area->end_block; i++) {
		const redline_block *b = &f->blocks[i];
		if (!range_len(b->core) || !unit_fits(b, step) || unit_rank_of(b, step) > 0)
			continue;
		unsigned const depth = depth_of(f, i);
		if (depth < best)
			*first = *last = REDLINE_NONE;
		if (*first != REDLINE_NONE && depth == best && i != *first &&
		    same_core(bytes_in(f->text, b->core),
		              bytes_in(f->text, f->blocks[*first].core)))
			break; /* the numbers begin anew, in an annex */
		if (depth <= best) {
			best = depth;
			*first = *first == REDLINE_NONE ? i : *first;
			*last = i;
		}
	}
}

/* "the draft has paragraphs 1 to 62" when a number is out of reach. */
static void note_neighbours(const struct place_finder *f, const struct area *area,
                            const redline_step *step, struct report *report)
{
	struct place_memo *memo = f->memo;
	struct question const question = question_of(area, step, 0);
	if (!same_question(&memo->neighbours, &question)) {
		find_neighbours(f, area, step, &memo->first, &memo->last);
		memo->neighbours = question;
	}
	if (memo->first == REDLINE_NONE)
		return;
	char a[80], b[80];
	(void)redline_draft_path(f->draft, memo->first, a, sizeof a);
	(void)redline_draft_path(f->draft, memo->last, b, sizeof b);
	if (memo->first == memo->last)
		report_note(report, draft_spot(f, memo->first), "there is only %s", a);
	else
		report_note(report, draft_spot(f, memo->first), "here they run from %s to %s", a,
		            b);
}

struct resolving {
	const struct place_finder *f;
	const redline_place *place;
	redline_spot where;
	struct report *report; /* NULL: just say whether it fits */
	bool ambiguous;
	bool by_new_number; /* some step was */
	const redline_step *at; /* the step being taken */
};

/* The place as far as it was followed: "section III" of "section III, paragraph 2". */
static redline_place place_so_far(const struct resolving *r)
{
	redline_place p = *r->place;
	if (r->at && r->at >= p.steps && r->at < p.steps + p.count)
		p.count = (uint32_t)(r->at - p.steps) + 1;
	return p;
}

static bool say_absent(struct resolving *r, const struct area *area, const redline_step *step)
{
	if (!r->report)
		return false;
	char words[200];
	redline_place const p = place_so_far(r);
	place_words(&p, words, sizeof words);
	bool const article = strncmp(words, "the ", 4) == 0;
	size_t const unit = strcspn(words, " ");
	bool const plural = step->label_to.len && unit && words[unit - 1] == 's';
	report_add(r->report, REDLINE_ERROR, "place-absent", r->where, "there %s no %s",
	           plural ? "are" : "is", words + (article ? 4 : 0));
	note_neighbours(r->f, area, step, r->report);
	return false;
}

static bool say_ambiguous(struct resolving *r, const struct candidates *c)
{
	r->ambiguous = true;
	if (!r->report)
		return false;
	char words[200], path[120];
	place_words(r->place, words, sizeof words);
	report_add(r->report, REDLINE_ERROR, "place-ambiguous", r->where,
	           "%s fits %u places of the draft", words, (unsigned)c->count);
	for (uint32_t i = 0; i < c->count && i < SHOWN_CANDIDATES; i++) {
		(void)redline_draft_path(r->f->draft, c->at[i], path, sizeof path);
		uint32_t const section = r->f->blocks[c->at[i]].section;
		char under[80] = "";
		if (section != REDLINE_NONE)
			(void)redline_draft_path(r->f->draft, section, under, sizeof under);
		report_note(r->report, draft_spot(r->f, c->at[i]), "%s%s%s", path,
		            under[0] ? ", under " : "", under);
	}
	return false;
}

static bool say(struct resolving *r, const char *code, const char *message)
{
	if (r->report)
		report_add(r->report, REDLINE_ERROR, code, r->where, "%s", message);
	return false;
}

/* ---- steps ---- */

/* The provision that the statement gives this label to, in the area. */
static uint32_t renumbered_to(struct resolving *r, const struct area *area,
                              const redline_step *step)
{
	for (uint32_t i = 0; r->place->renumbered && i < r->f->renumbered_count; i++) {
		const struct renumbered *it = &r->f->renumbered[i];
		if (REDLINE_IN_STATEMENT(it->statement) == r->where.source &&
		    it->block >= area_begin(area) && it->block < area->end_block &&
		    unit_fits(&r->f->blocks[it->block], step) && same_core(it->label, step->label))
			return it->block;
	}
	return REDLINE_NONE;
}

/* "40b" as "40" and "b", "40bbis" as "40" and "bbis"; false if it is no such label. */
static bool split_label(redline_bytes label, redline_bytes *number, redline_bytes *letter)
{
	size_t digits = 0;
	while (digits < label.len && is_digit(label.ptr[digits]))
		digits++;
	*number = (redline_bytes){label.ptr, digits};
	*letter = (redline_bytes){label.ptr + digits, label.len - digits};
	bool const plain = letter->len == 1;
	return digits && letter->len && is_lower(letter->ptr[0]) &&
	       (plain || (letter->len > 3 && is_alpha(letter->ptr[1])));
}

/*
 * "paragraph 40b" where nothing has that label, but 40 has a (b): that, with a warning.
 * False if it is no such case; then the area is as it was.
 */
static bool step_lettered(struct resolving *r, struct area *area, const redline_step *step)
{
	redline_step outer = *step, inner = *step;
	struct candidates found;
	if (step->label_to.len || !split_label(step->label, &outer.label, &inner.label))
		return false;
	/* where a 40b stands, "40b bis" is one behind it */
	redline_bytes const base = {step->label.ptr, outer.label.len + 1};
	find_label(r->f, area, step, base, &found);
	if (found.count)
		return false;
	find_label(r->f, area, &outer, outer.label, &found);
	if (found.count != 1)
		return false;
	struct area const number = block_area(r->f, found.at[0], found.at[0], outer.unit);
	inner.unit = REDLINE_SUBPARAGRAPH;
	inner.exact = false;
	find_label(r->f, &number, &inner, inner.label, &found);
	if (found.count != 1 || r->f->blocks[found.at[0]].parent != number.block)
		return false;
	*area = block_area(r->f, found.at[0], found.at[0], inner.unit);
	if (r->report) {
		char path[120], words[200];
		redline_place const p = place_so_far(r);
		place_words(&p, words, sizeof words);
		(void)redline_draft_path(r->f->draft, found.at[0], path, sizeof path);
		report_add(r->report, REDLINE_WARNING, "label-read", r->where,
		           "there is no %s, so %s is taken", words, path);
	}
	return true;
}

static bool step_label(struct resolving *r, struct area *area, const redline_step *step)
{
	struct candidates from, to;
	uint32_t const now = renumbered_to(r, area, step);
	if (now != REDLINE_NONE) {
		r->by_new_number = true;
		*area = block_area(r->f, now, now, step->unit);
		return true;
	}
	find_label(r->f, area, step, step->label, &from);
	if (from.count == 0 && step_lettered(r, area, step))
		return true;
	if (from.count == 0)
		return say_absent(r, area, step);
	if (from.count > 1)
		return say_ambiguous(r, &from);
	uint32_t last = from.at[0];
	if (step->label_to.len) {
		find_label(r->f, area, step, step->label_to, &to);
		if (to.count == 0)
			return say_absent(r, area, step);
		if (to.count > 1)
			return say_ambiguous(r, &to);
		last = to.at[0];
		if (last < from.at[0] ||
		    r->f->blocks[last].parent != r->f->blocks[from.at[0]].parent)
			return say(r, "place-absent",
			           "this range does not run from an earlier to a later provision");
	}
	*area = block_area(r->f, from.at[0], last, step->unit);
	return true;
}

static uint32_t next_sentence_end(redline_bytes text, redline_range rest)
{
	return sentence_end(text, rest, NULL, tongue_of_draft(text, rest));
}

/* Sentences of a body, by the splitter. */
redline_range places_sentence(redline_bytes text, redline_range within, int32_t ordinal)
{
	redline_range found[64];
	int32_t n = 0;
	redline_range rest = range_trim(text, within);
	while (range_len(rest)) {
		redline_range const one = {rest.begin, next_sentence_end(text, rest)};
		if (ordinal > 0 && ++n == ordinal)
			return one;
		if (ordinal < 0)
			found[n++ % 64] = one;
		rest.begin = one.end;
		rest = range_trim(text, rest);
	}
	if (ordinal < 0 && -ordinal <= n && -ordinal <= 64)
		return found[(n + ordinal) % 64];
	return (redline_range){0, 0};
}

/* Letters and digits of ASCII are what they are, folded or not. */
static bool surely_differ(char a, char b)
{
	return a != b && (is_alpha(a) || is_digit(a)) && (is_alpha(b) || is_digit(b));
}

/* Does folded text[within] begin with the folded words? */
static bool begins_with(redline_bytes text, redline_range within, redline_bytes words)
{
	struct fold have, want;
	redline_range const all = range_trim(words, (redline_range){0, (uint32_t)words.len});
	if (range_len(within) && range_len(all) &&
	    surely_differ(text.ptr[within.begin], words.ptr[all.begin]))
		return false;
	fold_begin(&have, text, within);
	fold_begin(&want, words, all);
	uint32_t a = 0, b = 0;
	redline_range source;
	while (fold_next(&want, &b, &source)) {
		if (b == 0x2026 || (b == '.' && source.begin + 1 >= all.end))
			return true; /* "beginning with “States recall ...”" */
		if (!fold_next(&have, &a, &source) || a != b)
			return false;
	}
	/* "State" does not begin "States recall" */
	bool const goes_on =
		is_word_char(b) && !is_unspaced_char(b) && fold_next(&have, &a, &source);
	return !goes_on || !is_word_char(a) || is_unspaced_char(a);
}

/* Could a sentence in text[within] begin with the words?  Much cheaper to ask
 * than where the sentences begin. */
static bool may_hold(redline_bytes text, redline_range within, redline_bytes words)
{
	redline_range const all = range_trim(words, (redline_range){0, (uint32_t)words.len});
	char const first = range_len(all) ? words.ptr[all.begin] : '\0';
	if (!is_alpha(first) && !is_digit(first))
		return true;
	while (within.begin < within.end) {
		const char *at = memchr(text.ptr + within.begin, first, range_len(within));
		if (!at)
			return false;
		within.begin = (uint32_t)(at - text.ptr);
		bool const fits =
			range_len(all) < 2 || range_len(within) < 2 ||
			!surely_differ(text.ptr[within.begin + 1], words.ptr[all.begin + 1]);
		if (fits && begins_with(text, within, words))
			return true;
		within.begin++;
	}
	return false;
}

/* How many sentences of a body begin with the words; the last of them in *found. */
static uint32_t sentences_with(redline_bytes text, redline_range body, redline_bytes words,
                               redline_range *found)
{
	uint32_t n = 0;
	redline_range rest = range_trim(text, body);
	if (!may_hold(text, rest, words))
		return 0;
	while (range_len(rest)) {
		redline_range const one = {rest.begin, next_sentence_end(text, rest)};
		if (begins_with(text, one, words)) {
			n++;
			*found = one;
		}
		rest.begin = one.end;
		rest = range_trim(text, rest);
	}
	return n;
}

static redline_range text_of(const struct place_finder *f, const struct area *area)
{
	if (area->kind == AREA_BLOCKS && area->block != REDLINE_NONE &&
	    f->blocks[area->block].kind != REDLINE_HEADING)
		return f->blocks[area->block].body;
	return area->range;
}

static bool say_no_sentence(struct resolving *r, const redline_step *step, redline_range within)
{
	if (!r->report)
		return false;
	if (!step->ordinal)
		return say(r, "place-absent", "no sentence of this place begins with these words");
	unsigned n = 0;
	while (n < 100 && range_len(places_sentence(r->f->text, within, (int32_t)n + 1)))
		n++;
	report_add(r->report, REDLINE_ERROR, "place-absent", r->where,
	           "there is no such sentence in this place; it has %s%u sentence%s",
	           n == 100 ? "more than " : "", n, n == 1 ? "" : "s");
	return false;
}

static bool step_sentence(struct resolving *r, struct area *area, const redline_step *step)
{
	const struct place_finder *f = r->f;
	redline_range within = text_of(f, area);
	if (area->kind == AREA_DOCUMENT && !step->words.len)
		return say(r, "place-unknown",
		           "it is not said in which paragraph this sentence is");
	if (area->kind == AREA_BLOCKS && f->blocks[area->block].kind == REDLINE_HEADING) {
		/* a section whose text is one unnumbered paragraph */
		uint32_t only = REDLINE_NONE, n = 0;
		for (uint32_t i = area->block + 1; i < area->end_block; i++)
			if (f->blocks[i].kind != REDLINE_BLANK) {
				n++;
				only = i;
			}
		if (n != 1 && !step->words.len)
			return say(r, "place-unknown",
			           "it is not said in which paragraph this sentence is");
		if (n == 1)
			within = f->blocks[only].body;
	}
	redline_range found = {0, 0};
	if (step->ordinal) {
		found = places_sentence(f->text, within, step->ordinal);
		redline_range const to =
			step->ordinal_to ? places_sentence(f->text, within, step->ordinal_to)
					 : found;
		found = range_len(to) ? (redline_range){found.begin, to.end} : to;
	} else {
		uint32_t n = 0;
		uint32_t const first = area->block == REDLINE_NONE ? 0 : area->block;
		for (uint32_t i = first; i < area->end_block; i++)
			n += sentences_with(f->text, f->blocks[i].body, step->words, &found);
		if (n > 1)
			return say(r, "place-ambiguous",
			           "more than one sentence begins with these words");
	}
	if (!range_len(found))
		return say_no_sentence(r, step, within);
	*area = (struct area){.kind = AREA_TEXT,
	                      .range = found,
	                      .block = redline_draft_block_at(f->draft, found.begin),
	                      .unit = REDLINE_SENTENCE,
	                      .by_line = area->by_line};
	area->end_block = area->block + 1;
	return true;
}

/* Does the provision's own text lead to something: a list, or lines of a table? */
static bool leads_in(const struct place_finder *f, const struct area *area)
{
	redline_range const body = f->blocks[area->block].body;
	for (uint32_t i = area->block + 1; i < area->end_block; i++)
		if (f->blocks[i].kind != REDLINE_BLANK)
			return true;
	return range_len(body) && f->text.ptr[body.end - 1] == ':';
}

/* The lead-in: a provision's own words; under a heading what stands before
 * its first labelled provision. */
static bool step_chapeau(struct resolving *r, struct area *area)
{
	const struct place_finder *f = r->f;
	if (area->kind == AREA_BLOCKS && f->blocks[area->block].kind != REDLINE_HEADING) {
		uint32_t const b = area->block;
		if (!leads_in(f, area))
			return say(r, "place-absent",
			           "this provision leads to no list, so it has no lead-in");
		*area = (struct area){.kind = AREA_TEXT,
		                      .range = f->blocks[b].body,
		                      .block = b,
		                      .end_block = b + 1,
		                      .unit = REDLINE_CHAPEAU};
		return true;
	}
	uint32_t const first = area_begin(area);
	redline_range range = {0, 0};
	uint32_t block = REDLINE_NONE;
	for (uint32_t i = first; i < area->end_block; i++) {
		const redline_block *b = &f->blocks[i];
		if (b->kind == REDLINE_PROVISION ||
		    (b->kind == REDLINE_HEADING && block != REDLINE_NONE))
			break;
		if (b->kind != REDLINE_PARAGRAPH)
			continue;
		range = range_len(range) ? (redline_range){range.begin, b->body.end} : b->body;
		block = block == REDLINE_NONE ? i : block;
	}
	if (block == REDLINE_NONE && area->block != REDLINE_NONE) {
		/* "§ 5 Definitions. In this chapter:" runs into its heading */
		block = area->block;
		range = f->blocks[block].body;
		if (!range_len(range) || f->text.ptr[range.end - 1] != ':')
			block = REDLINE_NONE;
	}
	if (block == REDLINE_NONE)
		return say(r, "place-absent", "there is no lead-in here");
	*area = (struct area){.kind = AREA_TEXT,
	                      .range = range,
	                      .block = block,
	                      .end_block = block + 1,
	                      .unit = REDLINE_CHAPEAU};
	return true;
}

/*
 * The heading of "## Article 4" is the "### Dams" right below it, if that has no number
 * and no like follows, as where the article is cut into parts; else the heading itself.
 */
static uint32_t heading_below(const struct place_finder *f, uint32_t heading)
{
	uint32_t below = heading + 1;
	uint32_t const end = f->blocks[heading].subtree_end;
	while (below < end && f->blocks[below].kind == REDLINE_BLANK)
		below++;
	if (range_len(f->blocks[heading].body) || below >= end)
		return heading;
	const redline_block *b = &f->blocks[below];
	if (b->kind != REDLINE_HEADING || b->level <= f->blocks[heading].level ||
	    range_len(b->core))
		return heading;
	for (uint32_t i = below + 1; i < end; i++)
		if (f->blocks[i].kind == REDLINE_HEADING && f->blocks[i].level <= b->level)
			return heading;
	return below;
}

static bool heading_area(struct resolving *r, struct area *area, uint32_t heading,
                         redline_unit unit)
{
	if (heading == REDLINE_NONE)
		return say(r, "place-absent", "this provision has no heading of its own");
	heading = heading_below(r->f, heading);
	if (!range_len(r->f->blocks[heading].body))
		return say(r, "place-absent", "this heading is but a number, without words");
	/* where text runs on from a heading in one line, its first sentence is the heading */
	redline_range range = r->f->blocks[heading].body;
	range = (redline_range){range.begin, next_sentence_end(r->f->text, range)};
	*area = (struct area){.kind = AREA_TEXT,
	                      .range = range,
	                      .block = heading,
	                      .end_block = heading + 1,
	                      .unit = unit};
	return true;
}

static bool step_heading(struct resolving *r, struct area *area, redline_unit unit)
{
	const struct place_finder *f = r->f;
	if (area->block != REDLINE_NONE) {
		uint32_t const b = area->block;
		return heading_area(r, area,
		                    f->blocks[b].kind == REDLINE_HEADING ? b : REDLINE_NONE, unit);
	}
	uint32_t first = REDLINE_NONE, headings = 0, top = 0;
	for (uint32_t i = 0; i < f->count; i++) {
		if (f->blocks[i].kind != REDLINE_HEADING)
			continue;
		headings++;
		if (first == REDLINE_NONE)
			first = i;
		top += f->blocks[i].level == f->blocks[first].level;
	}
	if (unit == REDLINE_HEADING_UNIT && headings > 1)
		return say(r, "place-ambiguous", "it is not said which heading");
	if (unit == REDLINE_TITLE && top > 1 && f->blocks[first].level > 1)
		return say(r, "place-ambiguous",
		           "it is not clear which of the headings is the title");
	return heading_area(r, area, first, unit);
}

static bool kind_fits(const redline_block *b, redline_unit unit)
{
	switch (unit) {
	case REDLINE_BULLET_UNIT:
		return b->kind == REDLINE_BULLET;
	case REDLINE_FOOTNOTE_UNIT:
		return b->kind == REDLINE_FOOTNOTE;
	case REDLINE_SUBPARAGRAPH:
		return b->kind == REDLINE_PROVISION;
	case REDLINE_PARAGRAPH_UNIT:
		return b->kind == REDLINE_PROVISION || b->kind == REDLINE_PARAGRAPH;
	default:
		return false;
	}
}

/* Provisions or bullets of an area that ordinals count: those that stand least deep. */
struct counted {
	unsigned depth;
	uint32_t count;
};

static struct counted count_units(const struct place_finder *f, const struct area *area,
                                  redline_unit unit)
{
	struct counted c = {UINT32_MAX, 0};
	for (uint32_t i = area_begin(area); i < area->end_block; i++) {
		if (!kind_fits(&f->blocks[i], unit))
			continue;
		unsigned const depth = depth_of(f, i);
		if (depth < c.depth)
			c = (struct counted){depth, 0};
		c.count += depth == c.depth;
	}
	return c;
}

/* Their nth, from 1, backwards if n is negative; REDLINE_NONE if there is none. */
static uint32_t nth_unit(const struct place_finder *f, const struct area *area, redline_unit unit,
                         struct counted c, int32_t n)
{
	uint32_t const want = n > 0 ? (uint32_t)n : c.count + 1 - (uint32_t)-n;
	uint32_t seen = 0;
	for (uint32_t i = area_begin(area); want <= c.count && i < area->end_block; i++)
		if (kind_fits(&f->blocks[i], unit) && depth_of(f, i) == c.depth && ++seen == want)
			return i;
	return REDLINE_NONE;
}

/* Does nothing stand from the one to the other but their like? */
static bool is_unbroken(const struct place_finder *f, uint32_t first, uint32_t last,
                        redline_unit unit)
{
	for (uint32_t i = first; i < last; i = f->blocks[i].subtree_end)
		if (f->blocks[i].kind != REDLINE_BLANK &&
		    (!kind_fits(&f->blocks[i], unit) ||
		     f->blocks[i].parent != f->blocks[last].parent))
			return false;
	return true;
}

static bool step_bullet(struct resolving *r, struct area *area, const redline_step *step);

/* "the third bullet", "the last sub-paragraph", "the first two paragraphs" */
static bool step_ordinal(struct resolving *r, struct area *area, const redline_step *step)
{
	const struct place_finder *f = r->f;
	struct counted const c = count_units(f, area, step->unit);
	if (!c.count && step->unit == REDLINE_BULLET_UNIT)
		return step_bullet(r, area, step);
	uint32_t const first = nth_unit(f, area, step->unit, c, step->ordinal);
	uint32_t const last =
		step->ordinal_to ? nth_unit(f, area, step->unit, c, step->ordinal_to) : first;
	if (first == REDLINE_NONE || last == REDLINE_NONE)
		return say_absent(r, area, step);
	if (!is_unbroken(f, first, last, step->unit))
		return say(r, "place-unknown",
		           "something else stands between these; name each by its number");
	*area = block_area(f, first, last, step->unit);
	return true;
}

/* "the first bullet" of a paragraph whose list is (a), (b), (c), with a warning. */
static bool step_bullet(struct resolving *r, struct area *area, const redline_step *step)
{
	redline_step item = *step;
	item.unit = REDLINE_SUBPARAGRAPH;
	bool const listed = area->kind == AREA_BLOCKS && area->block != REDLINE_NONE &&
	                    r->f->blocks[area->block].kind != REDLINE_HEADING;
	struct resolving quiet = *r;
	struct area found = *area;
	quiet.report = NULL;
	if (!listed || !step_ordinal(&quiet, &found, &item))
		return say_absent(r, area, step);
	if (r->report) {
		char path[120];
		(void)redline_draft_path(r->f->draft, found.block, path, sizeof path);
		report_add(r->report, REDLINE_WARNING, "label-read", r->where,
		           "there are no bullets there, so the item %s is taken", path);
	}
	*area = found;
	return true;
}

/* Where a body ends before its references to footnotes and its emphasis. */
static uint32_t end_of_words(redline_bytes text, redline_range body)
{
	uint32_t end = body.end;
	for (;;) {
		uint32_t const before = end;
		while (end > body.begin && (text.ptr[end - 1] == '*' || text.ptr[end - 1] == '_' ||
		                            is_space(text.ptr[end - 1])))
			end--;
		uint32_t mark = end;
		if (mark > body.begin && text.ptr[mark - 1] == ']')
			while (mark > body.begin && text.ptr[mark - 1] != '[')
				mark--;
		if (mark < end && mark > body.begin && text.ptr[mark] == '^')
			end = mark - 1;
		if (end == before)
			return end;
	}
}

/* "Recalling its resolution 70/1,", but not "The General Assembly,". */
static bool is_preambular(const struct place_finder *f, const redline_block *b)
{
	if (b->kind != REDLINE_PARAGRAPH)
		return false;
	uint32_t const end = end_of_words(f->text, b->body);
	return end > b->body.begin && f->text.ptr[end - 1] == ',' &&
	       !common_organ(bytes_in(f->text, b->body));
}

/* What a label of digits counts; past all paragraphs if it is none. */
static int32_t number_of(redline_bytes label)
{
	int32_t n = 0;
	for (size_t i = 0; i < label.len && n < 10000; i++)
		n = is_digit(label.ptr[i]) ? n * 10 + (label.ptr[i] - '0') : 10000;
	return n;
}

/* Preambular paragraphs as a rule carry no number: they end with a comma and
 * stand before the first numbered paragraph. */
static bool step_preamble(struct resolving *r, struct area *area, const redline_step *step)
{
	const struct place_finder *f = r->f;
	int32_t want = step->ordinal;
	if (!want)
		want = number_of(step->label);
	uint32_t found[256];
	int32_t n = 0;
	bool labelled = false;
	for (uint32_t i = area_begin(area); i < area->end_block; i++) {
		const redline_block *b = &f->blocks[i];
		bool const pp = b->kind == REDLINE_PROVISION;
		if (pp && b->unit != REDLINE_LABEL_PP)
			break;
		if (pp && !labelled)
			n = 0; /* those without a number are none of them */
		labelled |= pp;
		if (pp || (!labelled && is_preambular(f, b))) {
			if (n < 256)
				found[n] = i;
			n++;
		}
	}
	if (want < 0)
		want = n + 1 + want;
	if (want < 1 || want > n || want > 256)
		return say_absent(r, area, step);
	*area = block_area(f, found[want - 1], found[want - 1], step->unit);
	return true;
}

static bool step_words(struct resolving *r, struct area *area, const redline_step *step)
{
	const struct place_finder *f = r->f;
	uint32_t found = REDLINE_NONE, n = 0;
	for (uint32_t i = area->block == REDLINE_NONE ? 0 : area->block; i < area->end_block; i++)
		if (range_len(f->blocks[i].body) &&
		    begins_with(f->text, f->blocks[i].body, step->words)) {
			found = i;
			n++;
		}
	if (n > 1)
		return say(r, "place-ambiguous", "more than one paragraph begins with these words");
	if (n == 0)
		return say(r, "place-absent", "no paragraph here begins with these words");
	*area = block_area(f, found, found, step->unit);
	return true;
}

/* "the section" where there is only one. */
static bool step_sole(struct resolving *r, struct area *area, const redline_step *step)
{
	uint32_t sole = REDLINE_NONE, n = 0;
	for (uint32_t i = area_begin(area); i < area->end_block && n < 2; i++)
		if ((range_len(r->f->blocks[i].core) || r->f->blocks[i].kind == REDLINE_HEADING) &&
		    unit_fits(&r->f->blocks[i], step) &&
		    unit_rank_of(&r->f->blocks[i], step) == 0) {
			sole = i;
			n++;
		}
	if (n != 1)
		return say(r, "place-unknown", "it is not said which one is meant");
	*area = block_area(r->f, sole, sole, step->unit);
	return true;
}

/* "the third line", "line 3" */
static int32_t line_number(const redline_step *step)
{
	return step->ordinal ? step->ordinal : number_of(step->label);
}

/* Of what several may be counted at once: "the first two paragraphs". */
static bool counts_runs(redline_unit unit)
{
	return unit == REDLINE_SENTENCE || unit == REDLINE_PARAGRAPH_UNIT ||
	       unit == REDLINE_SUBPARAGRAPH || unit == REDLINE_BULLET_UNIT;
}

static bool take_step(struct resolving *r, struct area *area, const redline_step *step)
{
	if (step->ordinal_to && !counts_runs(step->unit))
		return say(r, "place-unknown",
		           "only sentences, paragraphs and bullets can be counted several at a "
		           "time; name each of these");
	if (area->kind == AREA_TEXT && step->unit != REDLINE_SENTENCE && step->unit != REDLINE_LINE)
		return say(r, "place-absent",
		           "a part of a sentence or heading holds no such place");
	switch (step->unit) {
	case REDLINE_DOCUMENT:
		return true;
	case REDLINE_SENTENCE:
		return step_sentence(r, area, step);
	case REDLINE_LINE:
		area->line = line_number(step);
		area->by_line = true; /* where a line ends is a matter of print */
		return true;
	case REDLINE_TABLE:
	case REDLINE_ROW:
	case REDLINE_COLUMN:
	case REDLINE_CELL: {
		const char *code;
		const char *why = table_step(r->f, area, step, &code);
		return why ? say(r, code, why) : true;
	}
	case REDLINE_CHAPEAU:
		return step_chapeau(r, area);
	case REDLINE_TITLE:
	case REDLINE_HEADING_UNIT:
		return step_heading(r, area, step->unit);
	default:
		break;
	}
	if (step->words.len)
		return step_words(r, area, step);
	if (step->unit == REDLINE_PREAMBULAR) {
		struct candidates c;
		if (step->label.len)
			find_label(r->f, area, step, step->label, &c);
		if (!step->label.len || c.count == 0)
			return step_preamble(r, area, step);
	}
	if (step->label.len)
		return step_label(r, area, step);
	if (step->ordinal)
		return step_ordinal(r, area, step);
	return step_sole(r, area, step);
}

static bool take_steps(struct resolving *r, const redline_step *steps, uint32_t count,
                       struct area *out)
{
	*out = places_document(r->f);
	for (uint32_t i = 0; i < count; i++) {
		r->at = &steps[i];
		if (!take_step(r, out, &steps[i]))
			return false;
	}
	if (r->place->renumbered && !r->by_new_number)
		return say(r, "place-absent",
		           "nothing before gives a provision this number anew");
	return true;
}

/* Both names of "Section 4 (Code § 38-841.03)": whichever the draft knows. */
static bool resolve_alias(struct resolving *r, struct area *out)
{
	struct area main, also;
	struct resolving quiet = *r;
	quiet.report = NULL;
	bool const by_main = take_steps(&quiet, r->place->steps, r->place->count, &main);
	bool const by_alias = take_steps(&quiet, r->place->also, r->place->also_count, &also);
	if (by_main && by_alias &&
	    (main.range.begin != also.range.begin || main.range.end != also.range.end))
		return say(r, "place-ambiguous",
		           "the two names of this place are two places of the draft");
	if (by_alias || by_main) {
		*out = by_alias ? also : main;
		return true;
	}
	return take_steps(r, r->place->also, r->place->also_count, out);
}

/* The place without what the surroundings added to it. */
static redline_place without_scope(const redline_place *place)
{
	redline_place bare = *place;
	bare.steps += place->inherited;
	bare.count -= place->inherited;
	bare.inherited = 0;
	return bare;
}

bool places_resolve(const struct place_finder *f, const redline_place *place, redline_spot where,
                    struct report *report, struct area *out, redline_place *held)
{
	struct resolving r = {f, place, where, report, false, false, NULL};
	*held = *place;
	if (place->also_count)
		return resolve_alias(&r, out);
	if (!place->firm && place->inherited > 0 && place->inherited < place->count) {
		/* what the surroundings add is a guess at first: drop it if it leads nowhere */
		redline_place const bare = without_scope(place);
		struct resolving quiet = {f, place, where, NULL, false, false, NULL};
		if (take_steps(&quiet, place->steps, place->count, out))
			return true;
		bool const scope_fits_twice = quiet.ambiguous;
		quiet.ambiguous = false;
		if (!scope_fits_twice && take_steps(&quiet, bare.steps, bare.count, out)) {
			*held = bare;
			return true;
		}
		/* nowhere with it and nowhere without: it is no part of what is missing */
		if (!scope_fits_twice && !quiet.ambiguous) {
			*held = bare;
			r.place = held;
		}
	}
	return take_steps(&r, r.place->steps, r.place->count, out);
}

uint32_t places_sibling(const struct place_finder *f, uint32_t block, redline_bytes label)
{
	uint64_t const hash = core_hash(label);
	for (uint32_t i = first_entry(f, hash, 0); i < f->label_count && f->labels[i].hash == hash;
	     i++) {
		const redline_block *b = &f->blocks[f->labels[i].block];
		if (b->parent == f->blocks[block].parent &&
		    b->section == f->blocks[block].section &&
		    same_core(bytes_in(f->text, b->core), label))
			return f->labels[i].block;
	}
	return REDLINE_NONE;
}

bool places_has_sibling(const struct place_finder *f, uint32_t block, redline_bytes label)
{
	return places_sibling(f, block, label) != REDLINE_NONE;
}
