/*
 * place_count.c -- places that are counted: "the third bullet", "the first two
 * sub-paragraphs", "the second preambular paragraph".  See place.h and placing.h.
 */
#include "placing.h"

#include "base/bytes.h"
#include "fold.h"
#include "lang/common.h"

#define TITLE_WORDS 12u /* that the title of an article may have */

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
		unsigned const depth = placing_depth(f, i);
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
		if (kind_fits(&f->blocks[i], unit) && placing_depth(f, i) == c.depth &&
		    ++seen == want)
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

/*
 * "In article 2, delete the first paragraph", and a line without a number stands before
 * paragraph 1: does such a one count?  Not where only numbered ones are passed over, as
 * from the end.
 */
static bool counts_unnumbered(const struct place_finder *f, const struct area *area,
                              redline_unit unit, struct counted c, const redline_step *step,
                              uint32_t first, uint32_t last)
{
	bool numbered = false, passed = false;
	for (uint32_t i = area_begin(area); i < area->end_block; i++) {
		if (!kind_fits(&f->blocks[i], unit) || placing_depth(f, i) != c.depth)
			continue;
		bool const bare = f->blocks[i].kind == REDLINE_PARAGRAPH;
		numbered |= !bare;
		passed |= bare && (step->ordinal > 0 ? i <= last : i >= first);
	}
	return numbered && passed;
}

/* "Article 2: the last sub-paragraph", and what stands there is paragraph 2, which is none. */
static bool counts_paragraphs(const struct place_finder *f, const struct area *area, uint32_t first)
{
	const redline_block *b = &f->blocks[first];
	bool const whole = area->block == REDLINE_NONE ||
	                   f->blocks[area->block].kind == REDLINE_HEADING ||
	                   f->blocks[area->block].unit == REDLINE_LABEL_ARTICLE;
	bool const article = area->block != REDLINE_NONE &&
	                     f->blocks[area->block].unit == REDLINE_LABEL_ARTICLE;
	if (!whole || b->kind != REDLINE_PROVISION || b->numeral != REDLINE_ARABIC)
		return false;
	if (article && b->dress == REDLINE_DOT)
		return true;
	for (uint32_t i = area_begin(area); i < area->end_block; i++)
		if (f->blocks[i].kind == REDLINE_PROVISION && f->blocks[i].parent != REDLINE_NONE &&
		    f->blocks[f->blocks[i].parent].kind == REDLINE_PROVISION &&
		    f->blocks[f->blocks[i].parent].numeral == REDLINE_ARABIC)
			return true;
	return false;
}

/*
 * "In Article 1(2), the second subparagraph": acts call so the lines without a number in a
 * paragraph of an article, and where it has but points (a), (b), one of these is not it.  The
 * last sub-paragraph is the last point: none of the lines that are counted is so called.
 */
static bool counts_points(const struct place_finder *f, const struct area *area)
{
	const redline_block *b = area->block != REDLINE_NONE ? &f->blocks[area->block] : NULL;
	if (!b || b->kind != REDLINE_PROVISION)
		return false;
	uint32_t const over = b->parent != REDLINE_NONE ? b->parent : b->section;
	return over != REDLINE_NONE && f->blocks[over].unit == REDLINE_LABEL_ARTICLE;
}

/* The first heading of an annex; the count of blocks if there is none. */
static uint32_t first_annex(const struct place_finder *f)
{
	uint32_t i = 0;
	while (i < f->count && !(f->blocks[i].kind == REDLINE_HEADING &&
	                         f->blocks[i].unit == REDLINE_LABEL_ANNEX))
		i++;
	return i;
}

/* "the last paragraph" of a draft with an annex: of which of the two? */
static bool counts_annex(const struct place_finder *f, const struct area *area, struct counted c,
                         uint32_t first, uint32_t last)
{
	uint32_t const annex = area->block == REDLINE_NONE ? first_annex(f) : f->count;
	if (annex == f->count || (last < annex && first < annex))
		return false;
	for (uint32_t i = area_begin(area); i < annex; i++)
		if (kind_fits(&f->blocks[i], REDLINE_PARAGRAPH_UNIT) && placing_depth(f, i) == c.depth)
			return true;
	return false;
}

int32_t placing_number_of(redline_bytes label)
{
	int32_t n = 0;
	for (size_t i = 0; i < label.len && n < 10000; i++)
		n = is_digit(label.ptr[i]) ? n * 10 + (label.ptr[i] - '0') : 10000;
	return n;
}

/* ---- paragraphs of an article, that have no numbers ---- */

/* The first block from `at` on that is not blank. */
static uint32_t skip_blank(const struct place_finder *f, uint32_t at, uint32_t end)
{
	while (at < end && f->blocks[at].kind == REDLINE_BLANK)
		at++;
	return at;
}

/* "Definitions", in a line of its own below "Article 5" and above its text: its title. */
static bool is_title_line(const struct place_finder *f, uint32_t article, uint32_t block)
{
	const redline_block *a = &f->blocks[article], *b = &f->blocks[block];
	redline_bytes const body = bytes_in(f->text, range_trim(f->text, b->body));
	unsigned size;
	uint32_t const last = body.len ? utf8_before(body, body.len, &size) : 0;
	bool const bare = !range_len(a->body) ||
	                  (a->kind == REDLINE_HEADING && a->body.begin <= a->core.begin);
	return bare && b->kind == REDLINE_PARAGRAPH && b->lines == 1 &&
	       skip_blank(f, article + 1, a->subtree_end) == block && is_word_char(last) &&
	       bytes_words(body) <= TITLE_WORDS && utf8_large_at(body, 0) &&
	       skip_blank(f, block + 1, a->subtree_end) < a->subtree_end;
}

/* Does the block begin one: the article's own line, or a line without a label in it? */
static bool begins_paragraph(const struct place_finder *f, uint32_t article, uint32_t block)
{
	const redline_block *a = &f->blocks[article], *b = &f->blocks[block];
	if (block == article)
		return a->kind == REDLINE_PROVISION && range_len(range_trim(f->text, b->body)) > 0;
	bool const directly = a->kind == REDLINE_HEADING ? b->parent == REDLINE_NONE
	                                                 : b->parent == article;
	return directly && b->kind == REDLINE_PARAGRAPH && !is_title_line(f, article, block);
}

/* "1. The Party" or "(1) ...", with its number, rather than "(a)" or "（一）", an item. */
static bool has_number(const struct place_finder *f, uint32_t article, uint32_t block)
{
	const redline_block *a = &f->blocks[article], *b = &f->blocks[block];
	bool const directly = a->kind == REDLINE_HEADING ? b->parent == REDLINE_NONE
	                                                 : b->parent == article;
	bool const han = range_len(b->core) > 0 &&
	                 (unsigned char)f->text.ptr[b->core.begin] >= 0xE3;
	return directly && b->kind == REDLINE_PROVISION && !han &&
	       ((b->dress != REDLINE_PARENS && b->dress != REDLINE_PAREN) ||
	        b->numeral == REDLINE_ARABIC);
}

bool placing_counts_paragraphs(const struct place_finder *f, const struct area *area)
{
	if (area->kind != AREA_BLOCKS || area->block == REDLINE_NONE ||
	    f->blocks[area->block].unit != REDLINE_LABEL_ARTICLE ||
	    area->end_block > f->blocks[area->block].subtree_end)
		return false;
	for (uint32_t i = area->block + 1; i < area->end_block; i++)
		if (has_number(f, area->block, i) || f->blocks[i].kind == REDLINE_HEADING)
			return false;
	return true;
}

/* Where the nth of them begins, from 1; past the end if there are fewer.  *count: of all. */
static uint32_t nth_paragraph(const struct place_finder *f, const struct area *area, uint32_t n,
                              uint32_t *count)
{
	uint32_t found = area->end_block;
	*count = 0;
	for (uint32_t i = area->block; i < area->end_block; i++)
		if (begins_paragraph(f, area->block, i) && ++*count == n)
			found = i;
	return found;
}

bool places_counted(const struct place_finder *f, const struct area *article, uint32_t nth,
                    struct area *out, uint32_t *count)
{
	*count = 0;
	if (!placing_counts_paragraphs(f, article))
		return false;
	uint32_t const begin = nth_paragraph(f, article, nth, count);
	if (nth < 1 || nth > *count)
		return false;
	uint32_t end = nth_paragraph(f, article, nth + 1, count);
	while (end > begin + 1 && f->blocks[end - 1].kind == REDLINE_BLANK)
		end--;
	*out = (struct area){
		.kind = AREA_BLOCKS,
		.range = {f->blocks[begin].bytes.begin, f->blocks[end - 1].bytes.end},
		.block = begin,
		.end_block = end,
		.unit = REDLINE_PARAGRAPH_UNIT};
	return true;
}

static uint32_t from_start(int32_t n, uint32_t count)
{
	return n > 0 ? (uint32_t)n : (uint32_t)-n <= count ? count + 1 - (uint32_t)-n : 0;
}

bool placing_step_counted(struct resolving *r, struct area *area, const redline_step *step,
                          int32_t first, int32_t last)
{
	struct area head, tail;
	uint32_t count;
	(void)places_counted(r->f, area, 0, &head, &count);
	uint32_t const from = from_start(first, count), to = from_start(last, count);
	if (!from || from > to || !places_counted(r->f, area, from, &head, &count) ||
	    !places_counted(r->f, area, to, &tail, &count))
		return placing_say_absent(r, area, step);
	*area = head;
	area->end_block = tail.end_block;
	area->range.end = tail.range.end;
	area->unit = step->unit;
	return true;
}

/*
 * "Article 5(2), second subparagraph": the lines without a number in a paragraph that has no
 * items, the first of which is its own.  Its number is not the first one's, so that is text.
 */
static bool step_flush(const struct place_finder *f, struct area *area, redline_unit unit,
                       int32_t ordinal)
{
	const redline_block *b = area->block != REDLINE_NONE ? &f->blocks[area->block] : NULL;
	if (area->kind != AREA_BLOCKS || !b || b->kind != REDLINE_PROVISION ||
	    b->unit == REDLINE_LABEL_ARTICLE || area->end_block > b->subtree_end ||
	    !range_len(range_trim(f->text, b->body)))
		return false;
	uint32_t count = 1;
	for (uint32_t i = area->block + 1; i < area->end_block; i++) {
		if (f->blocks[i].kind != REDLINE_BLANK && f->blocks[i].kind != REDLINE_PARAGRAPH)
			return false;
		count += f->blocks[i].kind == REDLINE_PARAGRAPH;
	}
	uint32_t const want = from_start(ordinal, count);
	if (count < 2 || !want || want > count)
		return false;
	if (want == 1) {
		*area = (struct area){.kind = AREA_TEXT, .range = b->body, .block = area->block};
		return true;
	}
	uint32_t i = area->block;
	for (uint32_t n = 1; n < want; n += f->blocks[i].kind == REDLINE_PARAGRAPH)
		i++;
	*area = placing_block_area(f, i, i, unit);
	return true;
}

/*
 * "Article 5(2), second subparagraph", and below the text of that paragraph there are lines without
 * a number as well as items: by such a name some count the ones, and some the others.
 */
static bool counts_either(const struct place_finder *f, const struct area *area)
{
	const redline_block *b = area->block != REDLINE_NONE ? &f->blocks[area->block] : NULL;
	if (area->kind != AREA_BLOCKS || !b || b->kind != REDLINE_PROVISION)
		return false;
	bool item = false, flush = false;
	for (uint32_t i = area->block + 1; i < area->end_block && i < b->subtree_end; i++) {
		bool const directly = f->blocks[i].parent == area->block;
		item |= directly && f->blocks[i].kind == REDLINE_PROVISION;
		flush |= directly && !item && f->blocks[i].kind == REDLINE_PARAGRAPH;
	}
	return item && flush;
}

/* "the third bullet", "the last sub-paragraph", "the first two paragraphs" */
bool placing_step_ordinal(struct resolving *r, struct area *area, const redline_step *step)
{
	const struct place_finder *f = r->f;
	struct counted const c = count_units(f, area, step->unit);
	/* "the second sub-paragraph of article 6", which has no paragraphs with numbers */
	bool const subs = step->unit == REDLINE_SUBPARAGRAPH && !c.count;
	if ((step->unit == REDLINE_PARAGRAPH_UNIT || subs) && placing_counts_paragraphs(f, area))
		return placing_step_counted(r, area, step, step->ordinal,
		                            step->ordinal_to ? step->ordinal_to : step->ordinal);
	if ((subs || step->unit == REDLINE_PARAGRAPH_UNIT) && !step->ordinal_to &&
	    step_flush(f, area, step->unit, step->ordinal))
		return true;
	if (step->unit == REDLINE_SUBPARAGRAPH && counts_either(f, area))
		return placing_say(r, "place-unknown",
		                   "items and lines without a number stand there, and it is not clear "
		                   "which of them count; name this one by its letter or words");
	if (!c.count && step->unit == REDLINE_BULLET_UNIT)
		return step_bullet(r, area, step);
	uint32_t const first = nth_unit(f, area, step->unit, c, step->ordinal);
	uint32_t const last =
		step->ordinal_to ? nth_unit(f, area, step->unit, c, step->ordinal_to) : first;
	if (first == REDLINE_NONE || last == REDLINE_NONE)
		return placing_say_absent(r, area, step);
	if (step->unit == REDLINE_SUBPARAGRAPH && counts_paragraphs(f, area, first))
		return placing_say(r, "place-unknown",
		                   "the provisions there are paragraphs; say in which of them this is, "
		                   "or name one by its number");
	if (step->unit == REDLINE_SUBPARAGRAPH && step->ordinal > 0 && counts_points(f, area))
		return placing_say(r, "place-unknown",
		                   "there are points with letters or numbers there, and no other "
		                   "subparagraphs; name the one that is meant by its letter");
	if (step->unit == REDLINE_PARAGRAPH_UNIT && counts_annex(f, area, c, first, last))
		return placing_say(r, "place-unknown",
		                   "there is an annex, and it is not clear whether its paragraphs "
		                   "count; name this one by its number, and the annex if it is there");
	if (counts_unnumbered(f, area, step->unit, c, step, first, last))
		return placing_say(r, "place-unknown",
		                   "paragraphs with and without a number stand there, and it is not "
		                   "clear which of them count; name this one by its number or words");
	if (!is_unbroken(f, first, last, step->unit))
		return placing_say(r, "place-unknown",
		                   "something else stands between these; name each by its number");
	*area = placing_block_area(f, first, last, step->unit);
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
	if (!listed || !placing_step_ordinal(&quiet, &found, &item))
		return placing_say_absent(r, area, step);
	if (r->report) {
		char path[120];
		(void)redline_draft_path(r->f->draft, found.block, path, sizeof path);
		report_add(r->report, REDLINE_WARNING, "label-read", r->where,
		           "there are no bullets there, so the item %s is taken", path);
	}
	*area = found;
	return true;
}

/* ---- preambular paragraphs ---- */

#define PREAMBLE_MAX 256

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
	unsigned size;
	return end > b->body.begin && plain_mark(utf8_before(f->text, end, &size)) == ',' &&
	       !common_organ(bytes_in(f->text, b->body));
}

/* "(1) The market is open.", and then an article: does the area begin with recitals? */
static bool begins_recitals(const struct place_finder *f, const struct area *area, uint32_t block)
{
	if (f->blocks[block].dress != REDLINE_PARENS)
		return false;
	while (block < area->end_block && f->blocks[block].unit != REDLINE_LABEL_ARTICLE)
		block++;
	return block < area->end_block;
}

/* Which of these has the label, from 1; 0: none. */
static int32_t with_label(const struct place_finder *f, const uint32_t *found, int32_t n,
                          redline_bytes label)
{
	for (int32_t i = 0; i < n && i < PREAMBLE_MAX; i++)
		if (places_same_label(bytes_in(f->text, f->blocks[found[i]].core), label))
			return i + 1;
	return 0;
}

/*
 * Preambular paragraphs as a rule carry no number: they end with a comma and stand before
 * the first numbered paragraph.  Recitals before an article have numbers in parentheses.
 */
bool placing_step_preamble(struct resolving *r, struct area *area, const redline_step *step)
{
	const struct place_finder *f = r->f;
	int32_t want = step->ordinal;
	if (!want)
		want = placing_number_of(step->label);
	uint32_t found[PREAMBLE_MAX];
	int32_t n = 0;
	bool labelled = false, recitals = false;
	for (uint32_t i = area_begin(area); i < area->end_block; i++) {
		const redline_block *b = &f->blocks[i];
		bool const pp = b->kind == REDLINE_PROVISION;
		if (b->unit == REDLINE_LABEL_ARTICLE)
			break;
		if (pp && b->unit == REDLINE_LABEL_PLAIN && !labelled)
			recitals = begins_recitals(f, area, i);
		if (pp && b->unit != REDLINE_LABEL_PP &&
		    !(recitals && b->unit == REDLINE_LABEL_PLAIN && b->dress == REDLINE_PARENS))
			break;
		if (pp && !labelled)
			n = 0; /* those without a number are none of them */
		labelled |= pp;
		if (pp || (!labelled && is_preambular(f, b))) {
			if (n < PREAMBLE_MAX)
				found[n] = i;
			n++;
		}
	}
	if (recitals && step->label.len)
		want = with_label(f, found, n, step->label);
	int32_t to = step->ordinal_to ? step->ordinal_to : want;
	if (step->label_to.len)
		to = recitals ? with_label(f, found, n, step->label_to)
		              : placing_number_of(step->label_to);
	want = want < 0 ? n + 1 + want : want;
	to = to < 0 ? n + 1 + to : to;
	if (want < 1 || to < want || to > n || to > PREAMBLE_MAX)
		return placing_say_absent(r, area, step);
	*area = placing_block_area(f, found[want - 1], found[to - 1], step->unit);
	return true;
}

/* "the third line", "line 3" */
int32_t placing_line_number(const redline_step *step)
{
	return step->ordinal ? step->ordinal : placing_number_of(step->label);
}
