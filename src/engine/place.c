/*
 * place.c -- see place.h.
 *
 * Steps are taken outermost first; each narrows the area: by a label (place_label.c,
 * place_step.c), by the words of a heading (place_heading.c), by counting (place_count.c),
 * into the text of a provision (place_text.c) or into a table (place_table.c).  What is said
 * of a step that leads nowhere is place_say.c.
 */
#include "placing.h"

#include "base/bytes.h"
#include "place_table.h"

#define NAME_STEPS 14u /* more than any place has */

struct area places_document(const struct place_finder *f)
{
	return (struct area){.kind = AREA_DOCUMENT,
	                     .range = {0, (uint32_t)f->text.len},
	                     .block = REDLINE_NONE,
	                     .end_block = f->count,
	                     .unit = REDLINE_DOCUMENT};
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

/* A provision or heading: by what it is called, by its number, or as the only one. */
static bool take_provision(struct resolving *r, struct area *area, const redline_step *step)
{
	if (placing_is_by_heading(step))
		return placing_step_by_heading(r, area, step);
	if (placing_is_by_kind(r->f, step))
		return placing_step_by_kind(r, area, step);
	if (placing_is_defined(step))
		return placing_step_defined(r, area, step);
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
		return placing_step_label(r, area, step);
	if (step->ordinal)
		return placing_step_ordinal(r, area, step);
	return step_sole(r, area, step);
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
		return take_provision(r, area, step);
	}
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

/*
 * "Section 31(10) (Code § 1-620.31(1))": both numbers are in the section of the code, and one
 * of the two is a slip.
 */
static bool names_differ(const struct resolving *r, const struct area *also)
{
	const redline_place *p = r->place;
	redline_step crossed[NAME_STEPS];
	struct resolving quiet = *r;
	struct area other;
	uint32_t const inner = p->count - p->also_count;
	if (p->also_count > p->count || p->also_count < 2 || p->also_count > NAME_STEPS)
		return false;
	crossed[0] = p->also[0];
	for (uint32_t i = 1; i < p->also_count; i++)
		crossed[i] = p->steps[inner + i];
	return take_steps(&quiet, crossed, p->also_count, &other) &&
	       (other.range.begin != also->range.begin || other.range.end != also->range.end);
}

/* Both names of "Section 4 (Code § 38-841.03)": whichever the draft knows. */
static bool resolve_alias(struct resolving *r, struct area *out)
{
	struct area main, also;
	struct resolving quiet = *r;
	quiet.report = NULL;
	bool const by_main = take_steps(&quiet, r->place->steps, r->place->count, &main);
	bool const by_alias = take_steps(&quiet, r->place->also, r->place->also_count, &also);
	if (by_alias && (by_main ? main.range.begin != also.range.begin ||
	                                   main.range.end != also.range.end
	                         : names_differ(&quiet, &also)))
		return placing_say(r, "place-ambiguous",
		                   "the two names of this place are two places of the draft");
	if (by_alias || by_main) {
		*out = by_alias ? also : main;
		return true;
	}
	return take_steps(r, r->place->also, r->place->also_count, out);
}

/* Is the block inside a provision or under a heading of this kind? */
static bool is_under(const struct place_finder *f, uint32_t block, redline_label_unit unit)
{
	for (uint32_t p = f->blocks[block].parent; p != REDLINE_NONE; p = f->blocks[p].parent)
		if (f->blocks[p].unit == unit)
			return true;
	for (uint32_t s = f->blocks[block].section; s != REDLINE_NONE; s = f->blocks[s].section)
		if (f->blocks[s].unit == unit)
			return true;
	return false;
}

/* Do several provisions have the number that the list of this block begins with? */
static bool numbers_begin_again(const struct place_finder *f, uint32_t block,
                                const redline_step *step)
{
	redline_bytes const core = bytes_in(f->text, f->blocks[block].core);
	const char *const one = !core.len              ? ""
	                        : is_digit(core.ptr[0]) ? "1"
	                        : is_lower(core.ptr[0]) ? "a"
	                                                : "A";
	struct area const all = places_document(f);
	struct candidates at;
	placing_find_label(f, &all, step, bytes_of(one), &at);
	return at.count > 1;
}

/* Does the draft have what the surroundings name?  "Section A" may be the statement's own. */
static bool surroundings_are_there(const struct resolving *r)
{
	struct resolving quiet = {r->f, r->place, r->where, NULL, false, false, NULL};
	struct area there;
	return take_steps(&quiet, r->place->steps, r->place->inherited, &there);
}

/*
 * "Article 4", and below it "delete paragraph 3", which that article has not and article 3 has:
 * numbers begin again in each article, and letters in each paragraph, so that what has this one
 * elsewhere is none that was asked for.
 */
static bool is_anothers(const struct resolving *r, const struct area *found)
{
	const redline_step *outer = &r->place->steps[r->place->inherited - 1], *own = outer + 1;
	if (found->kind != AREA_BLOCKS || found->block == REDLINE_NONE || !own->label.len)
		return false;
	const redline_block *b = &r->f->blocks[found->block];
	if (b->kind != REDLINE_PROVISION)
		return false;
	switch (outer->unit) {
	case REDLINE_ARTICLE:
		return is_under(r->f, found->block, REDLINE_LABEL_ARTICLE);
	case REDLINE_SECTION:
	case REDLINE_ANNEX:
		return surroundings_are_there(r) && numbers_begin_again(r->f, found->block, own);
	case REDLINE_PARAGRAPH_UNIT:
	case REDLINE_OPERATIVE:
		return own->unit == REDLINE_SUBPARAGRAPH && b->parent != REDLINE_NONE;
	default:
		return false;
	}
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
			if (is_anothers(&r, out))
				return take_steps(&r, place->steps, place->count, out);
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
