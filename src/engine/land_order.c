/*
 * land_order.c -- where the number of a new provision puts it though the one before it is not
 * there.  See landing.h.
 *
 * "Section 2(f) is amended by adding a new paragraph (65)", and (f) ends with (54): an act
 * counts with what others have added meanwhile.  In a list that ascends there is one point for
 * each number; and where a provision has no list yet, "a new paragraph (2)" goes to its end,
 * as its text is what would be (1).  Either is said in a warning.  The place must have been
 * named: somewhere in a whole draft a number that is missing is more often a slip.
 */
#include "landing.h"

#include "base/bytes.h"
#include "numbering.h"

/* ---- a list with a gap ---- */

struct row {
	uint32_t first;  /* of the provisions that the place encloses directly; or REDLINE_NONE */
	uint32_t before; /* the last of them that comes before the new one; likewise */
	uint32_t after;  /* the first that comes after it */
	uint32_t value;  /* of the new number, in the numerals of the list */
	uint32_t reached, last; /* the values of `before` and of the last one */
};

static bool is_upper_numeral(redline_numeral numeral)
{
	return numeral == REDLINE_UPPER_ALPHA || numeral == REDLINE_UPPER_ROMAN;
}

/* Its value in these numerals; 0 if it is no plain number of them. */
static uint32_t value_of(redline_bytes label, redline_numeral numeral)
{
	uint32_t value;
	bool plain;
	bool const letters = numeral != REDLINE_ARABIC && label.len && is_alpha(label.ptr[0]);
	if (letters && (is_upper(label.ptr[0]) != 0) != is_upper_numeral(numeral))
		return 0;
	return numbering_value(label, numeral, &value, &plain) && plain ? value : 0;
}

/* "(c)" is a hundred among roman numbers, and "(v)" the 22nd letter: either may be a slip. */
static bool reads_otherwise(redline_bytes label, redline_numeral numeral)
{
	if (label.len != 1)
		return false;
	switch (numeral) {
	case REDLINE_LOWER_ROMAN:
	case REDLINE_UPPER_ROMAN:
		return memchr("cdlmCDLM", label.ptr[0], 8) != NULL;
	case REDLINE_LOWER_ALPHA:
	case REDLINE_UPPER_ALPHA:
		return memchr("ivxIVX", label.ptr[0], 6) != NULL;
	default:
		return false;
	}
}

/* "(bb)" comes after "(ba)" in some lists, and after "(z)" and "(aa)" in others. */
static bool is_doubled(redline_bytes label, redline_numeral numeral)
{
	bool const letters = numeral == REDLINE_LOWER_ALPHA || numeral == REDLINE_UPPER_ALPHA;
	return letters && label.len > 1;
}

static bool is_like(const redline_block *a, const redline_block *b)
{
	return a->numeral == b->numeral && a->dress == b->dress && a->unit == b->unit;
}

/* False if what stands there is no list that ascends, or the number is none of its. */
static bool read_row(const struct landing *n, const struct area *area, redline_bytes label,
                     struct row *row)
{
	*row = (struct row){.first = REDLINE_NONE, .before = REDLINE_NONE, .after = REDLINE_NONE};
	for (uint32_t i = area_begin(area); i < area->end_block;) {
		const redline_block *b = &n->l->blocks[i];
		uint32_t const here = i;
		if (b->kind == REDLINE_HEADING)
			return false;
		i = b->subtree_end > i ? b->subtree_end : i + 1;
		if (b->kind != REDLINE_PROVISION || !range_len(b->core))
			continue;
		redline_numeral const numeral = (redline_numeral)b->numeral;
		uint32_t value;
		bool plain;
		if (row->first == REDLINE_NONE) {
			row->first = here;
			row->value = value_of(label, numeral);
		}
		char canonical[CANONICAL_MAX];
		size_t const len = places_canonical(bytes_in(n->l->text, b->core), canonical,
		                                    sizeof canonical);
		if (!row->value || !is_like(&n->l->blocks[row->first], b) ||
		    !numbering_value((redline_bytes){canonical, len}, numeral, &value, &plain) ||
		    value == row->value || value < row->last)
			return false;
		row->last = value;
		if (value < row->value) {
			row->before = here;
			row->reached = value;
		} else if (row->after == REDLINE_NONE) {
			row->after = here;
		}
	}
	return row->first != REDLINE_NONE;
}

/* The value that the next or the last provision of the same form outside of a section has. */
static uint32_t value_beside(const struct landing *n, const struct area *area, uint32_t first,
                             bool behind)
{
	const redline_block *like = &n->l->blocks[first];
	uint32_t const count = behind ? n->l->count - area->end_block : area->block;
	for (uint32_t k = 0; k < count; k++) {
		const redline_block *b =
			&n->l->blocks[behind ? area->end_block + k : area->block - 1 - k];
		uint32_t value;
		bool plain;
		if (b->kind == REDLINE_PROVISION && b->parent == like->parent && is_like(like, b))
			return numbering_value(bytes_in(n->l->text, b->core),
			                       (redline_numeral)b->numeral, &value, &plain)
			               ? value
			               : 0;
	}
	return 0;
}

/* Numbers that run on from section to section: is this one that of another section? */
static bool belongs_elsewhere(const struct landing *n, const struct area *area,
                              const struct row *row)
{
	if (n->l->blocks[area->block].kind != REDLINE_HEADING)
		return false;
	uint32_t const next = value_beside(n, area, row->first, true);
	uint32_t const earlier = value_beside(n, area, row->first, false);
	uint32_t begin = 0;
	bool plain;
	(void)numbering_value(bytes_in(n->l->text, n->l->blocks[row->first].core),
	                      (redline_numeral)n->l->blocks[row->first].numeral, &begin, &plain);
	return (next > row->last && row->value >= next) ||
	       (earlier && earlier < begin && row->value <= earlier);
}

static void warn_gap(struct landing *n, redline_bytes label, redline_bytes before)
{
	report_add(n->l->report, REDLINE_WARNING, "number-gap", landing_at_instruction(n),
	           "the new provision %.*s comes right behind %.*s, as none between them is there",
	           SHOWN(label), SHOWN(before));
}

static bool put_in_row(struct landing *n, const struct area *area, struct addition *a)
{
	struct row row;
	if (!read_row(n, area, a->label, &row) || belongs_elsewhere(n, area, &row))
		return false;
	const redline_block *first = &n->l->blocks[row.first];
	bool const in_section = n->l->blocks[area->block].kind == REDLINE_HEADING;
	bool const near = row.value <= row.reached + 2;
	redline_numeral const numeral = (redline_numeral)first->numeral;
	if (!near && ((is_doubled(a->label, numeral) && row.reached <= 26) ||
	              (reads_otherwise(a->label, numeral) && !in_section)))
		return false;
	if (row.before == REDLINE_NONE) {
		a->model = a->before = row.first;
		a->after = REDLINE_NONE;
		return landing_ends_line(n, first->bytes.begin);
	}
	a->model = a->after = row.before;
	if (row.value > row.reached + 1)
		warn_gap(n, a->label, bytes_in(n->l->text, n->l->blocks[row.before].core));
	return true;
}

/* ---- no list yet ---- */

/* Do lists of such numbers stand in the draft in other marks than "(b)"? */
static bool marked_otherwise(const struct landing *n, redline_bytes label)
{
	for (uint32_t i = 0; i < n->l->count; i++) {
		const redline_block *b = &n->l->blocks[i];
		if (b->kind == REDLINE_PROVISION && b->parent != REDLINE_NONE &&
		    b->dress != REDLINE_PARENS && value_of(label, (redline_numeral)b->numeral))
			return true;
	}
	return false;
}

/* Is there a text that what is new can follow, and no list, heading or bullet? */
static bool has_but_text(const struct landing *n, const struct area *area)
{
	const redline_block *b = &n->l->blocks[area->block];
	bool text = b->kind == REDLINE_HEADING
	                    ? range_len(places_behind_title(&n->l->places, area->block)) > 0
	                    : range_len(range_trim(n->l->text, b->body)) > 0;
	for (uint32_t i = area->block + 1; i < area->end_block; i++) {
		uint8_t const kind = n->l->blocks[i].kind;
		if (kind != REDLINE_BLANK && kind != REDLINE_PARAGRAPH && kind != REDLINE_TABLE_ROW)
			return false;
		text |= kind == REDLINE_PARAGRAPH;
	}
	return text;
}

/* "A new subsection (b)" of a section that is one sentence with items, "shall: (1) ...". */
static bool has_items_only(const struct landing *n, const struct area *area, redline_bytes label)
{
	const redline_block *b = &n->l->blocks[area->block];
	uint32_t const first = landing_blanks_end(n, area->block + 1, area->end_block);
	if (n->m->new_unit == REDLINE_SUBPARAGRAPH || b->kind != REDLINE_HEADING ||
	    first >= area->end_block)
		return false;
	bool const text = n->l->blocks[first].kind == REDLINE_PARAGRAPH ||
	                  range_len(places_behind_title(&n->l->places, area->block));
	bool items = false;
	for (uint32_t i = first; i < area->end_block;) {
		const redline_block *item = &n->l->blocks[i];
		if (item->kind == REDLINE_HEADING ||
		    (range_len(item->core) && value_of(label, (redline_numeral)item->numeral)))
			return false;
		items |= item->kind == REDLINE_PROVISION;
		i = item->subtree_end > i ? item->subtree_end : i + 1;
	}
	return text && items;
}

/* "ii" is a roman number, and no letter that came after "z". */
static bool is_long_roman(redline_bytes label, redline_numeral numeral)
{
	bool const letters = numeral == REDLINE_LOWER_ALPHA || numeral == REDLINE_UPPER_ALPHA;
	return letters && label.len > 1 && memchr("ivxIVX", label.ptr[0], 6);
}

/* Is the number one that the place itself or what encloses it could have, as paragraph 8 is
 * none of paragraph 5? */
static bool is_of_outer_list(const struct landing *n, const struct area *area, redline_bytes label)
{
	for (uint32_t i = area->block; i != REDLINE_NONE; i = n->l->blocks[i].parent) {
		const redline_block *b = &n->l->blocks[i];
		redline_numeral const numeral = (redline_numeral)b->numeral;
		if (b->kind == REDLINE_PROVISION && value_of(label, numeral) &&
		    !is_long_roman(label, numeral))
			return true;
	}
	return false;
}

/* Are all provisions with a number in this section, so that no list of another one goes on? */
static bool stands_alone(const struct landing *n, const struct area *area)
{
	if (n->l->blocks[area->block].kind != REDLINE_HEADING)
		return true;
	for (uint32_t i = 0; i < n->l->count; i++) {
		if (i == area->block)
			i = area->end_block;
		if (i < n->l->count && n->l->blocks[i].kind == REDLINE_PROVISION &&
		    n->l->blocks[i].parent == REDLINE_NONE)
			return false;
	}
	return true;
}

static bool put_behind_text(struct landing *n, const struct area *area, struct addition *a)
{
	const redline_block *b = &n->l->blocks[area->block];
	bool const section = b->kind == REDLINE_HEADING;
	bool const items = has_items_only(n, area, a->label);
	bool const part = n->m->new_unit == REDLINE_PARAGRAPH_UNIT ||
	                  n->m->new_unit == REDLINE_SUBPARAGRAPH;
	if (!part || places_is_first_label(a->label) || is_of_outer_list(n, area, a->label) ||
	    marked_otherwise(n, a->label) ||
	    (!items && !has_but_text(n, area)) || !stands_alone(n, area))
		return false;
	uint32_t const next = landing_blanks_end(n, area->block + 1, area->end_block);
	a->model = a->after = area->block;
	a->dressed = a->inside = true;
	a->indent = b->indent + (section ? 0 : landing_step(n, area->block));
	if (section && next < area->end_block)
		a->indent = n->l->blocks[next].indent;
	report_add(n->l->report, REDLINE_WARNING, "number-gap", landing_at_instruction(n),
	           "the new provision %.*s comes behind a text without a number, as there is no "
	           "list of its kind", SHOWN(a->label));
	return true;
}

/* ---- one provision more between the section and its list ---- */

/* "Section 5 ... new paragraph (6)", and all of section 5 is in its subsection (a). */
static bool put_in_only_part(struct landing *n, const struct area *area, struct addition *a)
{
	uint32_t only = REDLINE_NONE;
	if (n->l->blocks[area->block].kind != REDLINE_HEADING || !value_of(a->label, REDLINE_ARABIC))
		return false;
	for (uint32_t i = area->block + 1; i < area->end_block; i = n->l->blocks[i].subtree_end) {
		if (n->l->blocks[i].kind == REDLINE_BLANK)
			continue;
		if (only != REDLINE_NONE || n->l->blocks[i].kind != REDLINE_PROVISION ||
		    n->l->blocks[i].numeral == REDLINE_ARABIC)
			return false;
		only = i;
	}
	if (only == REDLINE_NONE)
		return false;
	struct area const part = {.kind = AREA_BLOCKS,
	                          .range = n->l->blocks[only].bytes,
	                          .block = only,
	                          .end_block = n->l->blocks[only].subtree_end,
	                          .unit = REDLINE_PARAGRAPH_UNIT};
	return put_in_row(n, &part, a);
}

/* Was the place said for this, and not only for something before it? */
static bool is_named(const struct landing *n)
{
	const redline_place *place = &n->m->places[0];
	return n->m->place_count == 1 && (place->firm || place->inherited < place->count);
}

/* "7", "c" and "II", but not "7A" or "7 bis", which name what they follow. */
static bool is_plain(redline_bytes label)
{
	for (redline_numeral k = REDLINE_ARABIC; k <= REDLINE_UPPER_ROMAN; k++)
		if (value_of(label, k))
			return true;
	return false;
}

bool landing_spot_in_order(struct landing *n, const struct area *area, struct addition *a)
{
	if (area->kind != AREA_BLOCKS || area->block == REDLINE_NONE || !is_named(n) ||
	    !is_plain(a->label))
		return false;
	return put_in_row(n, area, a) || put_in_only_part(n, area, a) ||
	       put_behind_text(n, area, a);
}
