/*
 * place_label.c -- provisions by their labels.  See place.h and placing.h.
 *
 * A label is looked up among the blocks inside the area; of several that fit, only
 * those that stand least deep count, so that "paragraph 5" is the numbered paragraph
 * and not item 5 of some list inside another.  Two at the same depth: ambiguous.
 *
 * A label costs a binary search and time by how often it occurs in the area.
 * Where that is often, and where numbers out of reach are explained, the answer
 * is kept, for the next amendment as a rule asks the same.
 */
#include "placing.h"

#include <stdlib.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/bytes.h"
#include "model/label.h"
#include "numeral.h"

#define MEMO_SLOTS 256u /* a power of two */
#define MEMO_WORTH 32u  /* labels looked at before an answer is kept */

/* What makes an answer worse than any depth does. */
#define INSIDE_CLAUSE (1u << 16)
#define IN_ANNEX      (1u << 17)

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

/* "2-bis" is "2bis", as "2 bis" is; "2-1" and "b-i" are numbers of their own. */
static size_t without_hyphen(char *buf, size_t len)
{
	for (unsigned i = 0; i < LABEL_BIS_COUNT; i++) {
		size_t const bis = strlen(label_bis[i].label);
		if (len > bis + 1 && buf[len - bis - 1] == '-' &&
		    memcmp(buf + len - bis, label_bis[i].label, bis) == 0) {
			memmove(buf + len - bis - 1, buf + len - bis, bis);
			return len - 1;
		}
	}
	return len;
}

/* "1er", "1re": is this the ending that makes the number an ordinal? */
static bool is_ordinal_ending(redline_bytes core, size_t at)
{
	redline_bytes const rest = {core.ptr + at, core.len - at};
	return at > 0 && is_digit(core.ptr[at - 1]) && label_ordinal_sign(rest, true) == 2 &&
	       (rest.len == 2 || !is_alpha(rest.ptr[2]));
}

size_t places_canonical(redline_bytes core, char *buf, size_t size)
{
	size_t len = 0;
	bool suffix = false;
	char plain[CANONICAL_MAX];
	if (!is_ascii(core))
		core = (redline_bytes){plain, numeral_canonical(core, plain, sizeof plain)};
	for (size_t i = 0; i < core.len && len < size; i++) {
		char const c = core.ptr[i];
		if (is_ordinal_ending(core, i)) {
			i++;
			continue;
		}
		if (is_blank(c) || c == '*' || c == '_' || c == ')') {
			suffix = true;
			continue;
		}
		/* "59Bis" and "59 bis" are the same; "(A)" and "(a)", "2C-i" and "2c-i" are not */
		bool const after_digit = len > 0 && is_digit(core.ptr[0]) && core.len - i > 1 &&
		                         core.ptr[i + 1] != '-';
		buf[len++] = suffix || after_digit ? to_lower(c) : c;
	}
	if (len > 1 && buf[len - 1] == '.') /* of "1.o" */
		len--;
	return without_hyphen(buf, len);
}

static uint64_t core_hash(redline_bytes core)
{
	char canonical[CANONICAL_MAX];
	size_t const len = places_canonical(core, canonical, sizeof canonical);
	return XXH3_64bits(canonical, len);
}

bool places_same_label(redline_bytes a, redline_bytes b)
{
	char x[CANONICAL_MAX], y[CANONICAL_MAX];
	size_t const n = places_canonical(a, x, sizeof x), m = places_canonical(b, y, sizeof y);
	return n == m && memcmp(x, y, n) == 0;
}

int placing_compare(const void *a, const void *b)
{
	const struct name_entry *x = a, *y = b;
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
	if (!f->labels || !f->memo || !placing_index_headings(f, arena) ||
	    !placing_index_kinds(f, arena) || !placing_index_act(f, arena))
		return false;
	for (uint32_t i = 0; i < f->count; i++)
		if (range_len(core_of(&f->blocks[i])))
			f->labels[f->label_count++] = (struct name_entry){
				core_hash(bytes_in(f->text, core_of(&f->blocks[i]))), i};
	qsort(f->labels, f->label_count, sizeof *f->labels, placing_compare);
	return true;
}

/* ---- what a unit's name fits ---- */

/* Does a block answer to this unit's name? */
bool placing_unit_fits(const redline_block *b, const redline_step *step)
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
int placing_unit_rank(const redline_block *b, const redline_step *step)
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
unsigned placing_depth(const struct place_finder *f, uint32_t block)
{
	unsigned depth = 0;
	for (uint32_t p = f->blocks[block].parent; p != REDLINE_NONE; p = f->blocks[p].parent)
		depth++;
	return depth;
}

/* ---- one label ---- */

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

uint32_t placing_first(const struct name_entry *entries, uint32_t count, uint64_t hash,
                       uint32_t block)
{
	uint32_t low = 0, high = count;
	while (low < high) {
		uint32_t const mid = low + (high - low) / 2;
		const struct name_entry *e = &entries[mid];
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

/*
 * "Clause 2" of the whole draft, where "paragraph 2" would leave open which: in no annex,
 * as those have paragraphs, and not the "(2)" inside a clause.
 */
static unsigned clause_rank(const struct place_finder *f, const struct area *area,
                            const redline_step *step, uint32_t block)
{
	bool const clause = step->exact && step->unit == REDLINE_PARAGRAPH_UNIT;
	if (!clause || area->kind != AREA_DOCUMENT)
		return 0;
	return is_in_annex(f, block)                      ? IN_ANNEX
	       : f->blocks[block].dress == REDLINE_PARENS ? INSIDE_CLAUSE
	                                                  : 0;
}

/*
 * "Paragraph 3 of section 2", whose paragraphs are (1) and (2): the "3." of a list inside of one
 * of these is none.
 */
static bool is_in_numbered(const struct place_finder *f, const struct area *area,
                           const redline_step *step, redline_bytes label, uint32_t block)
{
	bool const asked = step->unit == REDLINE_PARAGRAPH_UNIT && area->kind == AREA_BLOCKS;
	if (!asked || f->blocks[block].numeral != REDLINE_ARABIC ||
	    (label.len && memchr(label.ptr, '.', label.len)))
		return false;
	for (uint32_t p = f->blocks[block].parent; p != REDLINE_NONE && p > area->block;
	     p = f->blocks[p].parent)
		if (f->blocks[p].unit == REDLINE_LABEL_PLAIN &&
		    f->blocks[p].numeral == REDLINE_ARABIC)
			return true;
	return false;
}

/* Goes through the label's entries in the area; says how many there are. */
static uint32_t scan_label(const struct place_finder *f, const struct area *area,
                           const redline_step *step, redline_bytes label, uint64_t hash,
                           struct candidates *out)
{
	unsigned best = UINT32_MAX;
	uint32_t const from = placing_first(f->labels, f->label_count, hash, area_begin(area));
	uint32_t i = from, heading = REDLINE_NONE;
	bool const anywhere =
		area->kind == AREA_DOCUMENT && !step->exact && step->unit == REDLINE_PARAGRAPH_UNIT;
	*out = (struct candidates){.count = 0};
	for (; i < f->label_count && f->labels[i].hash == hash &&
	       f->labels[i].block < area->end_block;
	     i++) {
		uint32_t const block = f->labels[i].block;
		const redline_block *b = &f->blocks[block];
		if (!placing_unit_fits(b, step) || !placing_kind_fits(f, area, step, block) ||
		    is_chinese_item(f, b, step) || is_in_numbered(f, area, step, label, block) ||
		    !places_same_label(bytes_in(f->text, core_of(b)), label))
			continue;
		unsigned const score = placing_depth(f, block) * 4 +
		                       (unsigned)placing_unit_rank(b, step) +
		                       clause_rank(f, area, step, block);
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

void placing_find_label(const struct place_finder *f, const struct area *area,
                        const redline_step *step, redline_bytes label, struct candidates *out)
{
	uint64_t const hash = core_hash(label);
	struct question const question =
		question_of(area, step, hash ^ XXH3_64bits(step->kind.ptr, step->kind.len));
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

void placing_find_dashed(const struct place_finder *f, const struct area *area,
                         const redline_step *step, struct candidates *out)
{
	char dashed[CANONICAL_MAX];
	redline_bytes const from = step->label, to = step->label_to;
	redline_bytes const label = {dashed, from.len + 1 + to.len};
	*out = (struct candidates){.count = 0};
	if (label.len > sizeof dashed)
		return;
	memcpy(dashed, from.ptr, from.len);
	dashed[from.len] = '-';
	memcpy(dashed + from.len + 1, to.ptr, to.len);
	(void)scan_label(f, area, step, label, core_hash(label), out);
}

struct area placing_block_area(const struct place_finder *f, uint32_t first, uint32_t last,
                               redline_unit unit)
{
	uint32_t const end = f->blocks[last].subtree_end;
	return (struct area){.kind = AREA_BLOCKS,
	                     .range = {f->blocks[first].bytes.begin, f->blocks[end - 1].bytes.end},
	                     .block = first,
	                     .end_block = end,
	                     .unit = unit};
}

/* ---- what stands there instead ---- */

/* The first and last of what stands least deep in an area and answers to a step's unit. */
static void find_neighbours(const struct place_finder *f, const struct area *area,
                            const redline_step *step, uint32_t *first, uint32_t *last)
{
	unsigned best = UINT32_MAX;
	*first = *last = REDLINE_NONE;
	for (uint32_t i = area_begin(area); i < area->end_block; i++) {
		const redline_block *b = &f->blocks[i];
		if (!range_len(b->core) || !placing_unit_fits(b, step) ||
		    placing_unit_rank(b, step) > 0)
			continue;
		unsigned const depth = placing_depth(f, i);
		if (depth < best)
			*first = *last = REDLINE_NONE;
		if (*first != REDLINE_NONE && depth == best && i != *first &&
		    places_same_label(bytes_in(f->text, b->core),
		                      bytes_in(f->text, f->blocks[*first].core)))
			break; /* the numbers begin anew, in an annex */
		if (depth <= best) {
			best = depth;
			*first = *first == REDLINE_NONE ? i : *first;
			*last = i;
		}
	}
}

void placing_neighbours(const struct place_finder *f, const struct area *area,
                        const redline_step *step, uint32_t *first, uint32_t *last)
{
	struct place_memo *memo = f->memo;
	struct question const question = question_of(area, step, 0);
	if (!same_question(&memo->neighbours, &question)) {
		find_neighbours(f, area, step, &memo->first, &memo->last);
		memo->neighbours = question;
	}
	*first = memo->first;
	*last = memo->last;
}

uint32_t places_sibling(const struct place_finder *f, uint32_t block, redline_bytes label)
{
	uint64_t const hash = core_hash(label);
	for (uint32_t i = placing_first(f->labels, f->label_count, hash, 0); i < f->label_count && f->labels[i].hash == hash;
	     i++) {
		const redline_block *b = &f->blocks[f->labels[i].block];
		if (b->parent == f->blocks[block].parent &&
		    b->section == f->blocks[block].section &&
		    places_same_label(bytes_in(f->text, b->core), label))
			return f->labels[i].block;
	}
	return REDLINE_NONE;
}

bool places_has_sibling(const struct place_finder *f, uint32_t block, redline_bytes label)
{
	return places_sibling(f, block, label) != REDLINE_NONE;
}
