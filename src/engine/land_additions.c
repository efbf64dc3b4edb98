/*
 * land_additions.c -- new provisions and headings: their text with the layout (indent, label,
 * empty lines) of the neighbours that land_spot.c finds.  See landing.h.
 */
#include "landing.h"

#include "base/bytes.h"

/* ---- how it is written there ---- */

bool landing_ends_line(const struct landing *n, uint32_t at)
{
	return at > 0 && n->l->text.ptr[at - 1] == '\n';
}

/* Do neighbours of this kind stand apart by an empty line? */
bool landing_stands_apart(const struct landing *n, uint32_t block, uint32_t end)
{
	bool const after = end < n->l->count && n->l->blocks[end].kind == REDLINE_BLANK;
	bool const before = block > 0 && n->l->blocks[block - 1].kind == REDLINE_BLANK;
	return block > 0 ? before : after;
}

void landing_touch(struct landing *n, uint32_t block)
{
	struct touched *t = VEC_PUSH(&n->l->touched);
	if (t)
		*t = (struct touched){block, n->cause};
}

void landing_put_lines(struct landing *n, const struct addition *a, redline_bytes lines)
{
	redline_bytes const eol = bytes_of(n->l->eol);
	landing_touch(n, a->model);
	if (a->before != REDLINE_NONE) {
		bool const apart =
			landing_stands_apart(n, a->before, n->l->blocks[a->before].subtree_end);
		uint32_t const at = n->l->blocks[a->before].bytes.begin;
		landing_add_plain(n, (redline_range){at, at},
		                  landing_join3(n, lines, eol, apart ? eol : LANDING_NOTHING));
		return;
	}
	uint32_t const end = landing_end_of(n, a->after);
	bool const apart = landing_stands_apart(n, a->after, end);
	uint32_t const at = n->l->blocks[end - 1].bytes.end;
	bool const newline = landing_ends_line(n, at);
	redline_bytes const head = landing_join3(n, newline ? LANDING_NOTHING : eol,
	                                         apart ? eol : LANDING_NOTHING, LANDING_NOTHING);
	landing_add_plain(n, (redline_range){at, at},
	                  landing_join3(n, head, lines, newline ? eol : LANDING_NOTHING));
}

/* The number and the words of one new provision. */
static redline_bytes with_number(struct landing *n, const struct addition *a, redline_bytes words)
{
	const redline_block *model = &n->l->blocks[a->model];
	redline_bytes prefix = a->dressed ? landing_inner_prefix(n, a->indent, a->label)
	                                        : landing_prefix_with(n, model, a->label);
	uint32_t const indent = a->dressed ? a->indent : model->indent;
	words = landing_laid_out(n, a->model, indent, prefix, words);
	while (landing_begins_line(words) && is_blank(prefix.ptr[prefix.len - 1]))
		prefix.len--; /* nothing comes behind the number on its line */
	return landing_join3(n, prefix, words, LANDING_NOTHING);
}

/* ---- the whole ---- */

/* "59 alt" stands in for 59. */
static bool add_alternative(struct landing *n, const struct area *area, redline_bytes label,
                            redline_bytes words)
{
	redline_bytes base;
	(void)landing_split_suffix(label, &base);
	struct area found = *area;
	redline_step step = {.unit = n->m->new_unit, .label = base};
	redline_place const place = {.steps = &step, .count = 1};
	bool const here = area->block != REDLINE_NONE && landing_has_label(n, area->block, base);
	redline_place held;
	if (!here && !places_resolve(&n->l->places, &place, landing_at_instruction(n),
	                             n->l->report, &found, &held))
		return !(n->refused = true);
	const redline_block *b = &n->l->blocks[found.block];
	uint32_t const end = landing_blanks_begin(n, found.end_block, found.block + 1);
	redline_range const r = {b->core.begin, n->l->blocks[end - 1].body.end};
	uint32_t label_end;
	redline_bytes const printed = landing_label_like(n, b, label, &label_end);
	redline_bytes const after =
		bytes_in(n->l->text, (redline_range){label_end, b->body.begin});
	landing_add_plain(n, r, landing_join3(n, printed, after, words));
	return true;
}

/* The heading whose looks a new one takes over: that of its section, or any. */
static uint32_t model_heading(const struct landing *n, uint32_t block)
{
	uint32_t model =
		n->l->blocks[block].kind == REDLINE_HEADING ? block : n->l->blocks[block].section;
	for (uint32_t i = 0; model == REDLINE_NONE && i < n->l->count; i++)
		if (n->l->blocks[i].kind == REDLINE_HEADING && i > 0)
			model = i;
	return model;
}

static bool add_heading(struct landing *n, const struct area *area)
{
	bool const placed = area->kind == AREA_BLOCKS &&
	                    (n->m->where == REDLINE_BEFORE || n->m->where == REDLINE_AFTER);
	if (!placed)
		return landing_refuse(n, "place-unknown", landing_at_instruction(n),
		                      "it is not said before which provision the heading comes");
	uint32_t const model = model_heading(n, area->block);
	redline_bytes const words = landing_new_words(n, LANDING_NOTHING);
	if (model == REDLINE_NONE || memchr(words.ptr, '\n', words.len))
		return landing_refuse(n, "unsupported", landing_at_instruction(n),
		                      "the draft has no heading whose form a new one could take");
	const redline_block *h = &n->l->blocks[model];
	redline_bytes const eol = bytes_of(n->l->eol);
	redline_bytes heading = words, before = bytes_in(
		n->l->text, (redline_range){h->bytes.begin, h->body.begin});
	if (range_len(h->label) &&
	    !landing_numbered_heading(n, model, words, &before, &heading))
		return false;
	redline_bytes const after =
		bytes_in(n->l->text, (redline_range){h->body.end, h->bytes.end});
	redline_bytes const line = landing_join3(n, before, heading, after.len ? after : eol);
	if (n->m->where == REDLINE_BEFORE) {
		uint32_t const at = n->l->blocks[area->block].bytes.begin;
		landing_add_plain(n, (redline_range){at, at},
		                  landing_join3(n, line, eol, LANDING_NOTHING));
		return true;
	}
	uint32_t const at = area->range.end;
	bool const newline = landing_ends_line(n, at);
	landing_add_plain(n, (redline_range){at, at},
	                  landing_join3(n, newline ? LANDING_NOTHING : eol, eol, line));
	return true;
}

/* Does the one provision come right before the other: "between 3 and 4"? */
static bool is_followed_by(const struct landing *n, const struct area *area,
                           const struct area *next)
{
	return next->kind == AREA_BLOCKS &&
	       next->block == landing_blanks_end(n, area->end_block, n->l->count);
}

/* Where only their numbers say where they go: does this one come before what follows? */
static bool comes_before_next(const struct landing *n, const struct addition *a,
                              redline_bytes label)
{
	if (n->m->where != REDLINE_NOWHERE || a->after == REDLINE_NONE || a->dressed)
		return true;
	uint32_t const next =
		landing_blanks_end(n, n->l->blocks[a->after].subtree_end, n->l->count);
	if (next >= n->l->count || n->l->blocks[next].parent != n->l->blocks[a->after].parent)
		return true;
	redline_bytes const core = bytes_in(n->l->text, n->l->blocks[next].core);
	return !core.len || !landing_comes_before(core, label);
}

/* The further ones of several that were quoted, each with a number of its own. */
static bool add_parts(struct landing *n, struct addition *a, redline_bytes *last)
{
	const redline_block *model = &n->l->blocks[a->model];
	struct addition one = *a;
	a->words = with_number(n, a, a->words);
	bool const apart = landing_stands_apart(n, a->model, landing_end_of(n, a->model));
	redline_bytes const eol = bytes_of(n->l->eol);
	redline_bytes const gap = apart ? landing_join3(n, eol, eol, LANDING_NOTHING) : eol;
	for (uint32_t i = 1; i < n->m->part_count; i++) {
		redline_bytes words = landing_trimmed(landing_with_eol(n, n->m->parts[i])), core,
			      rest;
		bool const own = landing_own_label(n, words, &core, &rest) ||
		                 landing_lettered_label(words, bytes_in(n->l->text, model->core),
		                                        &core, &rest);
		if (own) {
			one.label = landing_canonical_label(n, core);
			words = landing_without_dash(n, a->model, landing_trimmed(rest));
		} else if (range_len(model->core) && !a->dressed) {
			one.label = landing_label_after_new(n, one.label, model);
		}
		if (a->dressed ? !own : range_len(model->core) && !one.label.len)
			return landing_refuse(
				n, "label-missing", landing_at_instruction(n),
				"the further new provisions need numbers of their own; "
				"write them before their words");
		if (!landing_label_is_free(n, &one))
			return false;
		a->words = landing_join3(n, a->words, gap, with_number(n, &one, words));
	}
	*last = one.label;
	return true;
}

/* Does a label that only tells its own place come before the one that stands before it? */
static bool goes_back(struct landing *n, const struct addition *a, redline_bytes before,
                      redline_bytes label)
{
	return n->m->where == REDLINE_NOWHERE && landing_comes_before(label, before) &&
	       !places_same_label(
		       landing_label_after_new(n, before, &n->l->blocks[a->model]), label);
}

/* "New paragraphs (3A) and (7A)": does one of them belong behind what follows the first, or
 * before the one named before it? */
static bool parts_go_apart(struct landing *n, const struct addition *a)
{
	redline_bytes core, rest, before = a->label;
	for (uint32_t i = 1; i < n->m->part_count; i++) {
		if (!landing_own_label(n, landing_trimmed(landing_with_eol(n, n->m->parts[i])), &core,
		                       &rest))
			continue;
		redline_bytes const label = landing_canonical_label(n, core);
		if (!comes_before_next(n, a, label) || goes_back(n, a, before, label))
			return true;
		before = label;
	}
	return false;
}

/* "A new clause 3.1A: “3.1A The ...”": a number that would be none in a draft, but is given. */
static bool takes_given_label(struct landing *n, struct addition *a)
{
	redline_bytes const printed =
		a->label.len ? landing_printed_label(n, a->label) : LANDING_NOTHING;
	if (!printed.len || !bytes_start(a->words, printed))
		return false;
	size_t end = printed.len;
	while (end < a->words.len && a->words.ptr[end] == '.')
		end++;
	if (end == a->words.len || !is_blank(a->words.ptr[end]))
		return false;
	a->words = landing_trimmed((redline_bytes){a->words.ptr + end, a->words.len - end});
	return true;
}

/* The number that the wording itself begins with, if it does, and what is left of it. */
static bool take_own_label(struct landing *n, struct addition *a)
{
	redline_bytes core, rest;
	if (!landing_own_label(n, a->words, &core, &rest)) {
		a->own_label = takes_given_label(n, a);
		return true;
	}
	a->own_label = true;
	redline_bytes const given = landing_canonical_label(n, core);
	if (a->label.len && !places_same_label(given, a->label))
		return landing_refuse(n, "label-differs", landing_at_words(n, &n->m->new_words),
		                      "the new wording carries another number than the "
		                      "instruction gives it");
	a->label = given;
	a->words = landing_trimmed(rest);
	return true;
}

/* "1A The test ...", behind "1." */
static void take_lettered_label(struct landing *n, struct addition *a)
{
	redline_bytes core, rest;
	redline_bytes const other = bytes_in(n->l->text, n->l->blocks[a->model].core);
	if (a->label.len || !landing_lettered_label(a->words, other, &core, &rest))
		return;
	a->own_label = true;
	a->label = landing_canonical_label(n, core);
	a->words = rest;
}

/* "Article 6" on a line of its own, at the beginning of a wording that keeps it. */
static void take_heading_label(struct landing *n, struct addition *a)
{
	redline_label_unit const unit = landing_label_unit_of(n->m->new_unit);
	if (a->label.len || unit == REDLINE_LABEL_PLAIN || n->m->where != REDLINE_NOWHERE)
		return;
	redline_draft *mini = landing_read(n, a->words);
	const redline_block *b =
		mini && redline_draft_count(mini) ? redline_draft_blocks(mini) : NULL;
	if (b && b->unit == unit && range_len(b->core))
		a->label = landing_canonical_label(n, bytes_in(a->words, b->core));
	redline_draft_free(mini);
}

/* ---- paragraphs that are counted ---- */

/* A paragraph of an article whose paragraphs have no numbers: "增加一款，作为第三款". */
static bool adds_counted(const struct landing *n, const struct area *area, const struct addition *a)
{
	struct area first;
	uint32_t count;
	if (n->m->new_unit != REDLINE_PARAGRAPH_UNIT || n->m->part_count > 1 ||
	    (n->m->where != REDLINE_NOWHERE && n->m->where != REDLINE_AT_END))
		return false;
	return places_counted(&n->l->places, area, 1, &first, &count) &&
	       (a->label.len || n->m->where == REDLINE_AT_END);
}

static uint32_t number_in(redline_bytes label)
{
	uint32_t value = 0;
	for (size_t i = 0; i < label.len && value < 10000; i++)
		value = is_digit(label.ptr[i]) ? value * 10 + (uint32_t)(label.ptr[i] - '0') : 10000;
	return value;
}

/* Lines without a number, behind all of a counted paragraph, in the article's form. */
static bool put_behind(struct landing *n, const struct area *article, const struct area *before,
                       const struct addition *a)
{
	uint32_t model = before->block; /* a line without a label lends its indent */
	for (uint32_t i = article->block; i < article->end_block; i++)
		if (n->l->blocks[i].kind == REDLINE_PARAGRAPH)
			model = i;
	redline_bytes const prefix = n->l->blocks[model].kind == REDLINE_PARAGRAPH
	                                     ? landing_prefix_with(n, &n->l->blocks[model], a->label)
	                                     : LANDING_NOTHING;
	redline_bytes const eol = bytes_of(n->l->eol);
	bool const apart = landing_stands_apart(n, article->block, before->end_block);
	bool const newline = landing_ends_line(n, before->range.end);
	redline_bytes const head = landing_join3(n, newline ? LANDING_NOTHING : eol,
	                                         apart ? eol : LANDING_NOTHING, prefix);
	landing_touch(n, before->block);
	landing_add_plain(n, (redline_range){before->range.end, before->range.end},
	                  landing_join3(n, head, a->words, newline ? eol : LANDING_NOTHING));
	return true;
}

/* After or before a counted paragraph that is more than its own line, or the article's. */
static bool is_beside_counted(const struct landing *n, const struct area *area)
{
	const redline_block *b = area->block < n->l->count ? &n->l->blocks[area->block] : NULL;
	return b && area->kind == AREA_BLOCKS && area->unit == REDLINE_PARAGRAPH_UNIT &&
	       (n->m->where == REDLINE_AFTER || n->m->where == REDLINE_BEFORE) &&
	       (b->unit == REDLINE_LABEL_ARTICLE ||
	        (b->kind == REDLINE_PARAGRAPH && area->end_block > b->subtree_end));
}

static bool add_beside_counted(struct landing *n, const struct area *area,
                               const struct addition *a)
{
	if (n->m->where == REDLINE_AFTER)
		return put_behind(n, area, area, a);
	return landing_refuse(n, "place-unknown", landing_at_instruction(n),
	                      "say after which paragraph the new one comes, or give the article as "
	                      "it is to read");
}

/* As its third, behind the second; the ones behind it count one more by themselves. */
static bool add_counted(struct landing *n, const struct area *area, const struct addition *a)
{
	struct area before;
	uint32_t count;
	(void)places_counted(&n->l->places, area, 1, &before, &count);
	uint32_t const nth = a->label.len ? number_in(a->label) : count + 1;
	if (n->m->where == REDLINE_AT_END && nth != count + 1)
		return landing_refuse(n, "place-unknown", landing_at_instruction(n),
		                      "with that number the new paragraph is not the last one");
	if (nth < 2 || !places_counted(&n->l->places, area, nth - 1, &before, &count))
		return landing_refuse(n, "place-unknown", landing_at_instruction(n),
		                      "counted as they stand, the paragraphs of this article leave "
		                      "no place for one with that number");
	return put_behind(n, area, &before, a);
}

/*
 * "after the words “a”, insert a new paragraph": behind the provision that these words end,
 * or before the one that they begin.
 */
static bool find_by_words(struct landing *n, const struct area *area, struct area *found)
{
	struct matches at;
	bool stop;
	*found = *area;
	if (!n->m->anchor.present)
		return true;
	if (!landing_pick_words(n, &n->m->anchor, area, n->m->occurrence, &at))
		return false;
	redline_range const r = at.at[0].range;
	uint32_t const block = redline_draft_block_at(n->l->draft, r.begin);
	redline_range const body = n->l->blocks[block].body;
	bool const ends = r.end >= landing_closing_begin(n, body, &stop);
	bool const item = n->l->blocks[block].parent != REDLINE_NONE &&
	                  n->m->new_unit != REDLINE_SUBPARAGRAPH;
	if (at.count > 1 || item || (n->m->where == REDLINE_AFTER && !ends) ||
	    (n->m->where == REDLINE_BEFORE && r.begin > body.begin))
		return landing_refuse(n, "place-unknown", landing_at_words(n, &n->m->anchor),
		                      "these words stand inside of a paragraph; say after which "
		                      "paragraph the new one comes");
	*found = (struct area){.kind = AREA_BLOCKS,
	                       .range = n->l->blocks[block].bytes,
	                       .block = block,
	                       .end_block = n->l->blocks[block].subtree_end,
	                       .unit = REDLINE_PARAGRAPH_UNIT};
	return true;
}

/*
 * "after paragraph (c), insert “, or (d) ...”": the comma and the "or" belong to (c), and (d) is
 * the new provision; put behind (c) as they stand they would be neither.
 */
static bool begins_provision(struct landing *n, redline_bytes words)
{
	unsigned size;
	uint32_t const first = utf8_at(words, 0, &size);
	if (!landing_is_stop(first) && first != ')')
		return true;
	return landing_refuse(n, "wording-unclear", landing_at_words(n, &n->m->new_words),
	                      "no provision begins with such a mark; say what is added at the end of "
	                      "the provision before it, and then what comes as a new one");
}

static bool add_provision(struct landing *n, const struct area *named);

/* Each of several where its own number puts it. */
static bool add_each(struct landing *n, const struct area *named)
{
	const redline_amendment *all = n->m;
	bool added = true;
	for (uint32_t i = 0; i < all->part_count && added; i++) {
		redline_amendment *own = arena_alloc(n->l->arena, sizeof *own);
		redline_bytes core, rest;
		if (!own)
			return false;
		*own = *all;
		own->new_words.words = all->parts[i];
		own->parts = NULL;
		own->part_count = 0;
		own->label = LANDING_NOTHING;
		n->m = own;
		added = landing_own_label(n, landing_trimmed(all->parts[i]), &core, &rest)
		                ? add_provision(n, named)
		                : landing_refuse(n, "label-missing", landing_at_instruction(n),
		                                 "these new provisions do not go to one place; give "
		                                 "each of them its number");
	}
	n->m = all;
	return added;
}

static bool add_provision(struct landing *n, const struct area *named)
{
	struct area within;
	const struct area *area = &within;
	if (!find_by_words(n, named, &within))
		return false;
	struct addition a = {.model = REDLINE_NONE,
	                     .after = REDLINE_NONE,
	                     .before = REDLINE_NONE,
	                     .label = n->m->label};
	a.words = landing_trimmed(landing_with_eol(
		n, n->m->part_count ? n->m->parts[0] : n->m->new_words.words));
	if (!take_own_label(n, &a))
		return false;
	take_heading_label(n, &a);
	if (!a.words.len)
		return landing_refuse(n, "new-words-missing", landing_at_instruction(n),
		                      "the new words are missing");
	if (!begins_provision(n, a.words))
		return false;
	landing_warn_hidden(n, a.words, landing_at_words(n, &n->m->new_words));
	redline_bytes base;
	if (is_beside_counted(n, area))
		return add_beside_counted(n, area, &a);
	if (adds_counted(n, area, &a))
		return add_counted(n, area, &a);
	if (landing_split_suffix(a.label, &base) == -2)
		return add_alternative(n, area, a.label, a.words);
	if (n->has_target && !is_followed_by(n, area, &n->target))
		return landing_say_not_there(
			n, "the two provisions do not stand next to each other");
	if (!landing_find_spot(n, area, &a))
		return false;
	if (parts_go_apart(n, &a))
		return add_each(n, named);
	const redline_block *model = &n->l->blocks[a.model];
	if (model->kind != REDLINE_HEADING)
		take_lettered_label(n, &a);
	if (a.own_label)
		a.words = landing_without_dash(n, a.model, a.words);
	if (model->kind == REDLINE_HEADING && !a.dressed)
		return landing_add_section(n, &a);
	if (!a.label.len && range_len(model->core) && !landing_choose_label(n, &a))
		return false;
	redline_bytes last;
	if (!landing_label_is_free(n, &a) || !add_parts(n, &a, &last))
		return false;
	landing_put_lines(n, &a, a.words);
	landing_stack(n, &a, last);
	return true;
}

static bool add_provisions(struct landing *n, const struct area *area)
{
	const redline_amendment *whole = n->m;
	n->m = landing_taken_apart(n);
	bool const added = add_provision(n, area);
	n->m = whole;
	return added;
}

bool landing_add_in(struct landing *n, const struct area *area)
{
	switch (n->m->new_unit) {
	case REDLINE_FOOTNOTE_UNIT:
		return landing_add_note(n, area);
	case REDLINE_ROW:
		return landing_add_row(n, area);
	case REDLINE_TABLE:
	case REDLINE_COLUMN:
	case REDLINE_CELL:
		return landing_refuse(
			n, "unsupported", landing_at_instruction(n),
			"a new table or column is not written; mark it up in the draft");
	case REDLINE_HEADING_UNIT:
	case REDLINE_TITLE:
		return add_heading(n, area);
	default:
		return add_provisions(n, area);
	}
}
