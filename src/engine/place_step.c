/*
 * place_step.c -- a step by a label (placing.h).
 *
 * The label is looked for as it is.  Where no provision has it, it may be one that the
 * statement gives anew ("the newly designated paragraph (1)"), or another way of writing what
 * the draft has: "40b" for 40 (b), "article 2.2" for paragraph 2 of article 2, "section 3503"
 * for 47-3503.  Each of these is taken only if it leads to one place, and whatever is not plain
 * is told of in a warning.
 */
#include "placing.h"

#include "base/bytes.h"

/* The provision that the statement gives this label to, in the area. */
static uint32_t renumbered_to(struct resolving *r, const struct area *area,
                              const redline_step *step)
{
	for (uint32_t i = 0; r->place->renumbered && i < r->f->renumbered_count; i++) {
		const struct renumbered *it = &r->f->renumbered[i];
		if (REDLINE_IN_STATEMENT(it->statement) == r->where.source && !it->inside &&
		    it->block >= area_begin(area) && it->block < area->end_block &&
		    placing_unit_fits(&r->f->blocks[it->block], step) &&
		    places_same_label(it->label, step->label))
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
	placing_find_label(r->f, area, step, base, &found);
	if (found.count)
		return false;
	placing_find_label(r->f, area, &outer, outer.label, &found);
	if (found.count != 1)
		return false;
	struct area const number = placing_block_area(r->f, found.at[0], found.at[0], outer.unit);
	inner.unit = REDLINE_SUBPARAGRAPH;
	inner.exact = false;
	placing_find_label(r->f, &number, &inner, inner.label, &found);
	if (found.count != 1 || r->f->blocks[found.at[0]].parent != number.block)
		return false;
	*area = placing_block_area(r->f, found.at[0], found.at[0], inner.unit);
	if (r->report) {
		char path[120], words[200];
		placing_words(r, words, sizeof words);
		(void)redline_draft_path(r->f->draft, found.at[0], path, sizeof path);
		report_add(r->report, REDLINE_WARNING, "label-read", r->where,
		           "there is no %s, so %s is taken", words, path);
	}
	return true;
}

/*
 * "Section 47–2829" is no range where that is one label of the draft, "§ 47-2829", and
 * no provision has the number that the range would end with.
 */
static bool step_dashed(struct resolving *r, struct area *area, const redline_step *step)
{
	struct candidates found;
	if (!step->label_to.len)
		return false;
	placing_find_label(r->f, area, step, step->label_to, &found);
	if (found.count)
		return false;
	placing_find_dashed(r->f, area, step, &found);
	if (found.count != 1)
		return false;
	*area = placing_block_area(r->f, found.at[0], found.at[0], step->unit);
	return true;
}

bool places_is_first_label(redline_bytes label)
{
	static const char *const firsts[] = {"1", "a", "A", "i", "I", NULL};
	for (const char *const *f = firsts; *f; f++)
		if (bytes_equal(label, bytes_of(*f)))
			return true;
	return false;
}

/* Does the statement give the text of the provision named so far this number inside of it? */
static bool step_inside(struct resolving *r, const struct area *area, const redline_step *step)
{
	for (uint32_t i = 0; i < r->f->renumbered_count; i++) {
		const struct renumbered *it = &r->f->renumbered[i];
		if (it->inside && area->kind == AREA_BLOCKS && it->block == area->block &&
		    REDLINE_IN_STATEMENT(it->statement) == r->where.source &&
		    !step->label_to.len && places_same_label(it->label, step->label))
			return r->by_new_number = true;
	}
	return false;
}

/*
 * "The newly designated paragraph (1)" of a subsection without paragraphs: its text, to which
 * an act has given that number and the draft has not.
 */
static bool step_undivided(struct resolving *r, const struct area *area, const redline_step *step)
{
	if (!r->place->designated || !places_is_first_label(step->label) || step->label_to.len ||
	    area->kind != AREA_BLOCKS || r->f->blocks[area->block].kind != REDLINE_PROVISION)
		return false;
	for (uint32_t i = area_begin(area); i < area->end_block; i++)
		if (r->f->blocks[i].kind != REDLINE_BLANK)
			return false;
	r->by_new_number = true;
	if (r->report) {
		char path[120];
		(void)redline_draft_path(r->f->draft, area->block, path, sizeof path);
		report_add(r->report, REDLINE_WARNING, "label-read", r->where,
		           "%s has no number of this kind in it, so its text is taken", path);
	}
	return true;
}

/* Is "3503" what the label "47-3503" ends with, and long enough to be no coincidence? */
static bool is_in_title(redline_bytes label, redline_bytes core)
{
	bool digits = label.len >= 4 && core.len > label.len + 1;
	for (size_t i = 0; i < label.len; i++)
		digits &= is_digit(label.ptr[i]);
	return digits && core.ptr[core.len - label.len - 1] == '-' &&
	       memcmp(core.ptr + core.len - label.len, label.ptr, label.len) == 0;
}

/*
 * "Section 3503" of a title whose sections are numbered 47-3503: acts that amend a title
 * leave its number out.  Only where the draft has no other section.
 */
static bool step_in_title(struct resolving *r, struct area *area, const redline_step *step)
{
	uint32_t sole = REDLINE_NONE, sections = 0;
	if (step->unit != REDLINE_SECTION || step->label_to.len || r->place->also_count ||
	    area->kind != AREA_DOCUMENT)
		return false;
	for (uint32_t i = 0; i < r->f->count && sections < 2; i++)
		if (r->f->blocks[i].unit == REDLINE_LABEL_SECTION && range_len(r->f->blocks[i].core)) {
			sole = i;
			sections++;
		}
	if (sections != 1 ||
	    !is_in_title(step->label, bytes_in(r->f->text, r->f->blocks[sole].core)))
		return false;
	*area = placing_block_area(r->f, sole, sole, step->unit);
	if (r->report) {
		char path[120];
		(void)redline_draft_path(r->f->draft, sole, path, sizeof path);
		report_add(r->report, REDLINE_WARNING, "label-read", r->where,
		           "section %.*s is taken for %s, the only section here",
		           (int)step->label.len, step->label.ptr, path);
	}
	return true;
}

/* "第二条第二款", "paragraph 2 of article 7", where the paragraphs have no numbers. */
static bool step_uncounted(struct resolving *r, struct area *area, const redline_step *step)
{
	struct resolving quiet = *r;
	quiet.report = NULL;
	if (step->unit != REDLINE_PARAGRAPH_UNIT || !placing_counts_paragraphs(r->f, area))
		return false;
	int32_t const first = placing_number_of(step->label);
	int32_t const last = step->label_to.len ? placing_number_of(step->label_to) : first;
	return first > 0 && placing_step_counted(&quiet, area, step, first, last);
}

/* "Article 3.3", in article 3: its paragraph 3.3. */
static bool step_whole(const struct resolving *r, struct area *area, const redline_step *step)
{
	redline_step inner = *step;
	struct candidates at;
	inner.unit = REDLINE_PARAGRAPH_UNIT;
	inner.exact = false;
	placing_find_label(r->f, area, &inner, inner.label, &at);
	if (at.count == 1)
		*area = placing_block_area(r->f, at.at[0], at.at[0], inner.unit);
	return at.count == 1;
}

/* "Article 2.2" where there is none with that number: paragraph 2 of article 2; so with
 * "paragraph A.1", 1 in the part A. */
static bool step_dotted(struct resolving *r, struct area *area, const redline_step *step)
{
	redline_step outer = *step, inner = *step;
	struct area found = *area;
	struct candidates at;
	struct resolving quiet = *r;
	const char *dot = step->label.len ? memchr(step->label.ptr, '.', step->label.len) : NULL;
	size_t const head = dot ? (size_t)(dot - step->label.ptr) : 0;
	bool const lettered =
		step->unit == REDLINE_PARAGRAPH_UNIT && head == 1 && is_upper(step->label.ptr[0]);
	if ((step->unit != REDLINE_ARTICLE && !lettered) || !head || head + 1 == step->label.len ||
	    step->label_to.len)
		return false;
	outer.label.len = head;
	inner.label = (redline_bytes){dot + 1, step->label.len - head - 1};
	inner.unit = REDLINE_PARAGRAPH_UNIT;
	inner.exact = false;
	placing_find_label(r->f, area, &outer, outer.label, &at);
	if (at.count != 1)
		return false;
	found = placing_block_area(r->f, at.at[0], at.at[0], outer.unit);
	quiet.report = NULL;
	bool const whole = step_whole(r, &found, step);
	if (!whole && !placing_step_label(&quiet, &found, &inner))
		return false;
	*area = found;
	return true;
}

bool placing_step_label(struct resolving *r, struct area *area, const redline_step *step)
{
	struct candidates from, to;
	uint32_t const now = renumbered_to(r, area, step);
	if (now != REDLINE_NONE) {
		r->by_new_number = true;
		*area = placing_block_area(r->f, now, now, step->unit);
		return true;
	}
	if (r->place->renumbered && step_inside(r, area, step))
		return true;
	if (step_dashed(r, area, step))
		return true;
	placing_find_label(r->f, area, step, step->label, &from);
	if (from.count == 0 && (step_inside(r, area, step) || step_dotted(r, area, step)))
		return true;
	if (from.count == 0 && (step_lettered(r, area, step) || step_undivided(r, area, step) ||
	                        step_uncounted(r, area, step) || step_in_title(r, area, step)))
		return true;
	if (from.count == 0)
		return placing_say_absent(r, area, step);
	if (from.count > 1)
		return placing_say_ambiguous(r, &from);
	uint32_t last = from.at[0];
	if (step->label_to.len) {
		placing_find_label(r->f, area, step, step->label_to, &to);
		if (to.count == 0)
			return placing_say_absent(r, area, step);
		if (to.count > 1)
			return placing_say_ambiguous(r, &to);
		last = to.at[0];
		if (last < from.at[0] ||
		    r->f->blocks[last].parent != r->f->blocks[from.at[0]].parent)
			return placing_say(
				r, "place-absent",
				"this range does not run from an earlier to a later provision");
	}
	*area = placing_block_area(r->f, from.at[0], last, step->unit);
	return true;
}
