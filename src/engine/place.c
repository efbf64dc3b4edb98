/*
 * place.c -- see place.h.
 *
 * Steps are taken outermost first; each narrows the area: by a label
 * (place_label.c), by the words of a heading (place_heading.c), by counting
 * (place_count.c), into the text of a provision (place_text.c) or into a table
 * (place_table.c).
 */
#include "placing.h"

#include "base/bytes.h"
#include "place_table.h"

struct area places_document(const struct place_finder *f)
{
	return (struct area){.kind = AREA_DOCUMENT,
	                     .range = {0, (uint32_t)f->text.len},
	                     .block = REDLINE_NONE,
	                     .end_block = f->count,
	                     .unit = REDLINE_DOCUMENT};
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

/* "the draft has paragraphs 1 to 62" when a number is out of reach. */
static void note_neighbours(const struct place_finder *f, const struct area *area,
                            const redline_step *step, struct report *report)
{
	uint32_t first, last;
	placing_neighbours(f, area, step, &first, &last);
	if (first == REDLINE_NONE)
		return;
	char a[80], b[80];
	(void)redline_draft_path(f->draft, first, a, sizeof a);
	(void)redline_draft_path(f->draft, last, b, sizeof b);
	if (first == last)
		report_note(report, draft_spot(f, first), "there is only %s", a);
	else
		report_note(report, draft_spot(f, first), "here they run from %s to %s", a, b);
}

/* "Section 6" where 6 is a paragraph: says so, and that it can be had by that name. */
static bool note_namesake(const struct place_finder *f, const struct area *area,
                          const redline_step *step, struct report *report)
{
	redline_step other = *step;
	struct candidates at;
	if (!step->label.len || step->label_to.len || !placing_is_kind(step))
		return false;
	other.unit = REDLINE_PARAGRAPH_UNIT;
	other.exact = false;
	other.kind = (redline_bytes){0};
	placing_find_label(f, area, &other, other.label, &at);
	if (at.count != 1)
		return false;
	report_note(report, draft_spot(f, at.at[0]),
	            "this has the number, but nothing shows that it is called so; if it is meant, "
	            "say \"paragraph %.*s\"",
	            (int)step->label.len, step->label.ptr);
	return true;
}

/* The place as far as it was followed: "section III" of "section III, paragraph 2". */
static redline_place place_so_far(const struct resolving *r)
{
	redline_place p = *r->place;
	if (r->at && r->at >= p.steps && r->at < p.steps + p.count)
		p.count = (uint32_t)(r->at - p.steps) + 1;
	return p;
}

bool placing_say_absent(struct resolving *r, const struct area *area, const redline_step *step)
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
	if (!note_namesake(r->f, area, step, r->report))
		note_neighbours(r->f, area, step, r->report);
	return false;
}

bool placing_say_ambiguous(struct resolving *r, const struct candidates *c)
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

bool placing_say(struct resolving *r, const char *code, const char *message)
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
		redline_place const p = place_so_far(r);
		place_words(&p, words, sizeof words);
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

static bool step_label(struct resolving *r, struct area *area, const redline_step *step);

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
	if (!whole && !step_label(&quiet, &found, &inner))
		return false;
	*area = found;
	return true;
}

static bool step_label(struct resolving *r, struct area *area, const redline_step *step)
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

redline_range places_sole_reference(redline_bytes text, redline_range within, bool *several)
{
	redline_range found = {0, 0};
	*several = false;
	for (uint32_t at = within.begin; at + 3 < within.end && !*several; at++) {
		if (text.ptr[at] != '[' || text.ptr[at + 1] != '^')
			continue;
		const char *close = memchr(text.ptr + at, ']', within.end - at);
		*several = !close || range_len(found);
		if (close)
			found = (redline_range){at, (uint32_t)(close - text.ptr) + 1};
	}
	return found;
}

uint32_t places_footnote(const struct place_finder *f, redline_bytes label)
{
	uint32_t i = 0;
	while (i < f->count && (f->blocks[i].kind != REDLINE_FOOTNOTE ||
	                        !bytes_equal(bytes_in(f->text, f->blocks[i].core), label)))
		i++;
	return i;
}

/* "the footnote" of a provision: the one that it refers to. */
static bool step_own_note(struct resolving *r, struct area *area, const redline_step *step)
{
	bool several;
	redline_range const ref = places_sole_reference(r->f->text, area->range, &several);
	if (several)
		return placing_say(r, "place-unknown",
		                   "more than one footnote hangs there; name it by its number");
	redline_range const label = {ref.begin + 2, range_len(ref) ? ref.end - 1 : ref.begin + 2};
	uint32_t const note = places_footnote(r->f, bytes_in(r->f->text, label));
	if (!range_len(label) || note == r->f->count)
		return placing_say(r, "place-absent", "no footnote hangs there");
	*area = placing_block_area(r->f, note, note, step->unit);
	return true;
}

/* "the section" where there is only one. */
static bool step_sole(struct resolving *r, struct area *area, const redline_step *step)
{
	uint32_t sole = REDLINE_NONE, n = 0;
	for (uint32_t i = area_begin(area); i < area->end_block && n < 2; i++)
		if ((range_len(r->f->blocks[i].core) || r->f->blocks[i].kind == REDLINE_HEADING) &&
		    placing_unit_fits(&r->f->blocks[i], step) &&
		    placing_unit_rank(&r->f->blocks[i], step) == 0) {
			sole = i;
			n++;
		}
	if (n != 1)
		return placing_say(r, "place-unknown", "it is not said which one is meant");
	*area = placing_block_area(r->f, sole, sole, step->unit);
	return true;
}

/* Of what several may be counted at once: "the first two paragraphs". */
static bool counts_runs(redline_unit unit)
{
	return unit == REDLINE_SENTENCE || unit == REDLINE_PARAGRAPH_UNIT ||
	       unit == REDLINE_SUBPARAGRAPH || unit == REDLINE_BULLET_UNIT ||
	       unit == REDLINE_PREAMBULAR;
}

static bool take_table_step(struct resolving *r, struct area *area, const redline_step *step)
{
	const char *code;
	const char *why = table_step(r->f, area, step, &code);
	return why ? placing_say(r, code, why) : true;
}

static bool take_row(struct resolving *r, struct area *area, const redline_step *line)
{
	redline_step row = *line;
	row.unit = REDLINE_ROW;
	return take_table_step(r, area, &row);
}

static bool take_step(struct resolving *r, struct area *area, const redline_step *step)
{
	if (step->ordinal_to && !counts_runs(step->unit))
		return placing_say(
			r, "place-unknown",
			"only sentences, paragraphs and bullets can be counted several at a "
			"time; name each of these");
	if (area->kind == AREA_TEXT && step->unit != REDLINE_SENTENCE && step->unit != REDLINE_LINE)
		return placing_say(r, "place-absent",
		                   "a part of a sentence or heading holds no such place");
	switch (step->unit) {
	case REDLINE_DOCUMENT:
		return true;
	case REDLINE_SENTENCE:
		return placing_step_sentence(r, area, step);
	case REDLINE_LINE:
		if (area->unit == REDLINE_TABLE) /* "la deuxième ligne du tableau" */
			return take_row(r, area, step);
		area->line = placing_line_number(step);
		area->by_line = true; /* where a line ends is a matter of print */
		return true;
	case REDLINE_TABLE:
	case REDLINE_ROW:
	case REDLINE_COLUMN:
	case REDLINE_CELL:
		return take_table_step(r, area, step);
	case REDLINE_CHAPEAU:
		return placing_step_chapeau(r, area);
	case REDLINE_TITLE:
	case REDLINE_HEADING_UNIT:
		return placing_step_heading(r, area, step->unit);
	default:
		break;
	}
	if (placing_is_by_heading(step))
		return placing_step_by_heading(r, area, step);
	if (placing_is_by_kind(r->f, step))
		return placing_step_by_kind(r, area, step);
	if (step->words.len)
		return placing_step_words(r, area, step);
	if (step->unit == REDLINE_FOOTNOTE_UNIT && !step->label.len && !step->ordinal &&
	    area->kind != AREA_DOCUMENT)
		return step_own_note(r, area, step);
	/* "Recital B" of a contract is a paragraph with that letter */
	bool const lettered = step->label.len && !is_digit(step->label.ptr[0]);
	if (step->unit == REDLINE_PREAMBULAR && !lettered) {
		struct candidates c;
		if (step->label.len)
			placing_find_label(r->f, area, step, step->label, &c);
		if (!step->label.len || c.count == 0)
			return placing_step_preamble(r, area, step);
	}
	if (step->label.len)
		return step_label(r, area, step);
	if (step->ordinal)
		return placing_step_ordinal(r, area, step);
	return step_sole(r, area, step);
}

/*
 * "The newly designated paragraph (1)" where no instruction gives that number: an act may
 * have done so before.  Only for a first number, which nothing else can have had until then.
 */
static bool is_designated(struct resolving *r)
{
	bool here = false; /* numbers of this statement are another matter */
	for (uint32_t i = 0; i < r->f->renumbered_count; i++)
		here |= REDLINE_IN_STATEMENT(r->f->renumbered[i].statement) == r->where.source;
	if (here || !r->place->designated || !places_is_first_label(r->at->label))
		return false;
	if (r->report)
		report_add(r->report, REDLINE_WARNING, "label-read", r->where,
		           "nothing before gives a provision this number anew; the one that has it "
		           "is taken");
	return true;
}

static bool is_preamble(const redline_step *step)
{
	return step->unit == REDLINE_PREAMBULAR && step->ordinal == 1 && step->ordinal_to == -1;
}

static bool counts_in_preamble(const redline_step *step)
{
	return step->unit == REDLINE_PARAGRAPH_UNIT && (step->ordinal || step->label.len);
}

static bool take_steps(struct resolving *r, const redline_step *steps, uint32_t count,
                       struct area *out)
{
	*out = places_document(r->f);
	for (uint32_t i = 0; i < count; i++) {
		redline_step step = steps[i];
		r->at = &steps[i];
		if (i + 1 < count && is_preamble(&step) && counts_in_preamble(&steps[i + 1]))
			continue; /* "In the preamble, ... the second paragraph" */
		if (i > 0 && is_preamble(&steps[i - 1]) && counts_in_preamble(&step))
			step.unit = REDLINE_PREAMBULAR;
		if (!take_step(r, out, &step))
			return false;
	}
	if (r->place->renumbered && !r->by_new_number && !is_designated(r))
		return placing_say(r, "place-absent",
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
		return placing_say(r, "place-ambiguous",
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
	if (place->act.len && !placing_is_of_act(f, place))
		return placing_say_of_act(&r);
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
