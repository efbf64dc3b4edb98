/*
 * land_spot.c -- where a new provision goes: next to what is named, or where its number puts
 * it.  See landing.h.
 */
#include "landing.h"

#include "base/bytes.h"

redline_label_unit landing_label_unit_of(redline_unit unit)
{
	switch (unit) {
	case REDLINE_ARTICLE:
		return REDLINE_LABEL_ARTICLE;
	case REDLINE_SECTION:
		return REDLINE_LABEL_SECTION;
	case REDLINE_CHAPTER:
		return REDLINE_LABEL_CHAPTER;
	case REDLINE_ANNEX:
		return REDLINE_LABEL_ANNEX;
	default:
		return REDLINE_LABEL_PLAIN;
	}
}

/* What may stand next to the new one: where the draft has articles, an article comes among
 * them, headings or not, and a paragraph never does.  Plain: any provision but those that
 * are called so. */
static redline_label_unit kin_of(const struct landing *n)
{
	redline_label_unit const unit = landing_label_unit_of(n->m->new_unit);
	for (uint32_t i = 0; unit != REDLINE_LABEL_PLAIN && i < n->l->count; i++)
		if (n->l->blocks[i].unit == unit)
			return unit;
	return REDLINE_LABEL_PLAIN;
}

static bool is_kin(redline_label_unit kin, const redline_block *b)
{
	if (kin != REDLINE_LABEL_PLAIN)
		return b->unit == kin;
	return b->kind == REDLINE_PROVISION && b->unit != REDLINE_LABEL_ARTICLE &&
	       b->unit != REDLINE_LABEL_CHAPTER && b->unit != REDLINE_LABEL_ANNEX;
}

/* The last part that a provision or section encloses directly. */
static uint32_t last_child(const struct landing *n, const struct area *area)
{
	uint32_t last = REDLINE_NONE;
	uint32_t i = area_begin(area);
	redline_label_unit const kin = kin_of(n);
	while (i < area->end_block) {
		const redline_block *b = &n->l->blocks[i];
		if (is_kin(kin, b) || b->kind == REDLINE_BULLET)
			last = i;
		i = b->subtree_end > i && b->kind != REDLINE_HEADING ? b->subtree_end : i + 1;
	}
	return last;
}

/* The last paragraph of the preamble. */
static uint32_t last_paragraph(const struct landing *n, const struct area *area)
{
	return landing_blanks_begin(n, area->end_block, area->block + 1) - 1;
}

static uint32_t first_child(const struct landing *n, const struct area *area)
{
	redline_label_unit const kin = kin_of(n);
	for (uint32_t i = area_begin(area); i < area->end_block; i++)
		if (is_kin(kin, &n->l->blocks[i]) || n->l->blocks[i].kind == REDLINE_BULLET)
			return i;
	return REDLINE_NONE;
}

uint32_t landing_past_inserted(const struct landing *n, uint32_t block, redline_bytes label)
{
	redline_bytes const base = bytes_in(n->l->text, n->l->blocks[block].core);
	uint32_t const parent = n->l->blocks[block].parent;
	uint32_t last = block;
	for (uint32_t i = n->l->blocks[block].subtree_end; i < n->l->count;) {
		const redline_block *b = &n->l->blocks[i];
		redline_bytes const core = bytes_in(n->l->text, b->core);
		if (b->kind == REDLINE_BLANK) {
			i++;
			continue;
		}
		if (b->kind != REDLINE_PROVISION || b->parent != parent || !core.len ||
		    places_same_label(core, base) || !landing_is_inserted_under(core, base) ||
		    (landing_is_inserted_under(label, base) && !landing_comes_before(core, label)))
			break;
		last = i;
		i = b->subtree_end;
	}
	return last;
}

/* Are the parts of this one numbered after it, "2.1" in "2"? */
static bool holds_numbers_of(const struct landing *n, uint32_t block)
{
	const redline_block *b = &n->l->blocks[block];
	uint32_t const first = landing_blanks_end(n, block + 1, b->subtree_end);
	if (first >= b->subtree_end)
		return false;
	redline_bytes const core = bytes_in(n->l->text, n->l->blocks[first].core);
	return core.len > 0 && landing_is_inserted_under(core, bytes_in(n->l->text, b->core)) &&
	       !places_same_label(core, bytes_in(n->l->text, b->core));
}

/* The last of these parts that comes before `label`. */
static uint32_t part_before(const struct landing *n, uint32_t block, redline_bytes label)
{
	uint32_t last = REDLINE_NONE;
	for (uint32_t i = block + 1; i < n->l->blocks[block].subtree_end;) {
		const redline_block *b = &n->l->blocks[i];
		redline_bytes const core = bytes_in(n->l->text, b->core);
		if (core.len && landing_comes_before(core, label))
			last = i;
		i = b->subtree_end > i ? b->subtree_end : i + 1;
	}
	return last;
}

/* "40b" where 40 has an (a): that is a part of it, and nothing that comes after it. */
static bool is_lettered_part(const struct landing *n, uint32_t base, redline_bytes label)
{
	const redline_block *b = &n->l->blocks[base];
	uint32_t const first = landing_blanks_end(n, base + 1, b->subtree_end);
	return is_lower(label.ptr[label.len - 1]) && first < b->subtree_end &&
	       n->l->blocks[first].numeral == REDLINE_LOWER_ALPHA;
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
	redline_label_unit const kin = kin_of(n);
	bool within = false, twice = false; /* directly in the place that was named */
	for (uint32_t i = area_begin(area); i < area->end_block; i++) {
		redline_bytes const core = bytes_in(n->l->text, n->l->blocks[i].core);
		bool const direct =
			area->kind == AREA_BLOCKS &&
			(n->l->blocks[i].parent == area->block ||
		         (n->l->blocks[area->block].kind == REDLINE_HEADING &&
		          n->l->blocks[i].parent == REDLINE_NONE));
		if (!core.len || !places_same_label(core, base) || (within && !direct) ||
		    !is_kin(kin, &n->l->blocks[i]))
			continue;
		twice = found != REDLINE_NONE && direct == within;
		within = direct;
		found = i;
		if (twice && direct)
			break;
	}
	if (found == REDLINE_NONE || twice || is_lettered_part(n, found, label))
		return REDLINE_NONE;
	return holds_numbers_of(n, found) ? part_before(n, found, label)
	                                  : landing_past_inserted(n, found, label);
}

/* The one provision of an area, at its own level, that `label` comes next after. */
static uint32_t predecessor(struct landing *n, const struct area *area, redline_bytes label)
{
	uint32_t found = REDLINE_NONE, i = area_begin(area);
	redline_label_unit const kin = kin_of(n);
	while (i < area->end_block) {
		const redline_block *b = &n->l->blocks[i];
		if (is_kin(kin, b) && range_len(b->core) &&
		    landing_label_follows(n, i, label) && !landing_gives_up(n, i)) {
			if (found != REDLINE_NONE)
				return REDLINE_NONE;
			found = i;
		}
		i = b->kind == REDLINE_HEADING || b->subtree_end <= i ? i + 1 : b->subtree_end;
	}
	return found;
}

/* "Section 5(d)(3) is amended by ..., and a new paragraph (4) is added": right after the place
 * itself, since nothing inside of it is numbered so. */
static bool follows_place(struct landing *n, const struct area *area, redline_bytes label)
{
	const redline_block *b = &n->l->blocks[area->block == REDLINE_NONE ? 0 : area->block];
	return area->kind == AREA_BLOCKS && area->block != REDLINE_NONE &&
	       b->kind == REDLINE_PROVISION && range_len(b->core) && is_kin(kin_of(n), b) &&
	       landing_label_follows(n, area->block, label) && !landing_gives_up(n, area->block);
}

/* "Paragraphs (1) and (2) are redesignated as (2) and (3). A new paragraph (1) is added": it
 * comes before the one that had its number. */
static bool takes_first_number(struct landing *n, const struct area *area, struct addition *a)
{
	uint32_t const first = area->kind == AREA_BLOCKS ? first_child(n, area) : REDLINE_NONE;
	if (first == REDLINE_NONE || !landing_has_label(n, first, a->label) ||
	    !landing_gives_up(n, first) || !landing_ends_line(n, n->l->blocks[first].bytes.begin))
		return false;
	a->model = a->before = first;
	a->after = REDLINE_NONE;
	return true;
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
		return landing_say_not_there(n, "there is no provision with that number to follow");
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
		uint32_t const next = landing_blanks_end(n, n->l->blocks[a->after].subtree_end,
		                                         n->l->count);
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
	if (landing_follow_given(n, area, a))
		return true;
	uint32_t last = predecessor(n, area, a->label);
	if (last == REDLINE_NONE && follows_place(n, area, a->label))
		last = area->block;
	if (last != REDLINE_NONE) {
		a->model = a->after = landing_past_inserted(n, last, a->label);
		return true;
	}
	if (takes_first_number(n, area, a) || landing_spot_in_order(n, area, a))
		return true;
	return landing_refuse(
		n, "place-unknown", landing_at_instruction(n),
		"it is not said where the new provision goes, and its number does not tell");
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
		if (area->unit == REDLINE_PREAMBULAR && area->kind == AREA_BLOCKS) {
			a->model = a->after = last_paragraph(n, area);
			return true;
		}
		if (a->label.len && landing_follow_given(n, area, a))
			return true;
		a->model = a->after = last_child(n, area);
		if (a->after == REDLINE_NONE)
			return landing_say_not_there(
				n, "there is no list of provisions here to add to");
		if (!a->label.len)
			a->label = landing_next_label(n, a->after);
		return true;
	case REDLINE_AT_START:
		if (area->unit == REDLINE_PREAMBULAR && area->kind == AREA_BLOCKS) {
			a->model = a->before = area->block;
			a->after = REDLINE_NONE;
			return true;
		}
		a->model = a->before = first_child(n, area);
		a->after = REDLINE_NONE;
		if (a->before == REDLINE_NONE)
			return landing_say_not_there(
				n, "there is no list of provisions here to add to");
		return true;
	default:
		if (a->label.len)
			return place_by_label(n, area, a);
		return landing_refuse(n, "place-unknown", landing_at_instruction(n),
		                      "it is not said after which provision the new one comes");
	}
}
