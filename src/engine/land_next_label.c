/*
 * land_next_label.c -- the label that comes after another one, and the one that a new provision
 * gets where none was given (landing.h).
 */
#include "landing.h"

#include "base/bytes.h"
#include "model/label.h"
#include "next_label.h"

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

redline_bytes landing_label_after(struct landing *n, redline_bytes core, redline_numeral numeral)
{
	char out[NEXT_LABEL_MAX];
	size_t const len = next_label(core, numeral, out);
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
	/* "(ba)" after "(b)", but neither "(bb)", which some lists have after "(z)", nor "(iv)" */
	bool const pair = len == 2 && is_lower(label.ptr[0]) && is_lower(label.ptr[1]) &&
	                  label.ptr[0] != label.ptr[1];
	if (pair && !(memchr("ivxlcdm", label.ptr[0], 7) && memchr("ivxlcdm", label.ptr[1], 7)))
		return (redline_bytes){label.ptr, 1};
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
