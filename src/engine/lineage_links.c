/*
 * lineage_links.c -- which unit was which, and which words were kept.  See
 * lineaging.h.
 *
 * A unit of the same bytes as its parent's keeps the parent's strand, and so does
 * one of the same words; its tokens are read only in the second case.  Of the others
 * the words are aligned, those of several units as one text, without their labels.
 * Equal hashes say where words may be the same; token_same says that they are.
 */
#include "engine/lineaging.h"

#include <assert.h>

/* ---- units ---- */

static bool is_quoted(const struct units *u, uint32_t unit)
{
	return u->blocks[u->at[unit].block].quoted > 0;
}

/*
 * The same bytes are the same tokens, unless a ">" in them is white space on the one
 * side only.
 */
static bool same_reading(const struct units *a, uint32_t i, const struct units *b, uint32_t j)
{
	redline_bytes const body = unit_body(b, j);
	return is_quoted(a, i) == is_quoted(b, j) &&
	       (!is_quoted(b, j) || !body.len || body.ptr[0] != '>');
}

enum sameness { OTHER_WORDS, OTHER_CASE, SAME_WORDS };

/* Of two units whose tokens were read. */
static enum sameness compare_words(const struct units *a, uint32_t i, const struct units *b,
                                   uint32_t j, bool *failed)
{
	const struct token *x = unit_tokens(a, i), *y = unit_tokens(b, j);
	uint32_t const count = a->at[i].count;
	struct token_rules folded = b->rules;
	enum sameness is = SAME_WORDS;
	if (count != b->at[j].count ||
	    (count && memcmp(unit_hashes(a, i), unit_hashes(b, j), count * sizeof(uint64_t))))
		return OTHER_WORDS;
	folded.quoted = is_quoted(a, i) || is_quoted(b, j);
	struct token_rules exact = folded;
	exact.fold_case = false;
	for (uint32_t k = 0; k < count; k++) {
		if (token_same(a->text, x[k], b->text, y[k], &exact, failed))
			continue;
		is = OTHER_CASE;
		if (!token_same(a->text, x[k], b->text, y[k], &folded, failed))
			return OTHER_WORDS;
	}
	return is;
}

/* A link of one unit each: what was kept of it as it is? */
static bool note_pair(struct step *s, uint32_t parent, const struct link *link)
{
	const struct lineage_side *from = &s->parents[parent];
	struct units *u = s->side->units;
	bool failed = false;
	enum sameness is = SAME_WORDS;
	if (!link->exact || !same_reading(from->units, link->a, u, link->b)) {
		units_read(from->units, link->a);
		units_read(u, link->b);
		if (from->units->tokens.failed || u->tokens.failed)
			return false;
		is = compare_words(from->units, link->a, u, link->b, &failed);
	}
	s->unit_links[parent][link->b].same = is == SAME_WORDS;
	if (is != OTHER_WORDS)
		kept_of(s, parent)[link->b] = from->strands[link->a];
	return !failed;
}

bool lineage_note_link(struct step *s, uint32_t parent, const struct link *link)
{
	bool const split = link->b_end - link->b > 1, merged = link->a_end - link->a > 1;
	for (uint32_t j = link->b; j < link->b_end; j++)
		s->unit_links[parent][j] = (struct lineage_link){
			.begin = link->a, .end = link->a_end, .moved = link->moved, .split = split};
	return split || merged || note_pair(s, parent, link);
}

static bool link_parent(struct step *s, uint32_t parent)
{
	struct units *u = s->side->units;
	s->unit_links[parent] = arena_array(s->arena, u->count, sizeof **s->unit_links);
	if (!s->unit_links[parent] ||
	    !align_units(&s->links[parent], s->parents[parent].units, u))
		return false;
	for (uint32_t i = 0; i < s->links[parent].count; i++)
		if (!lineage_note_link(s, parent, &s->links[parent].at[i]))
			return false;
	return true;
}

bool lineage_link_units(struct step *s)
{
	for (uint32_t p = 0; p < s->parent_count; p++)
		if (!link_parent(s, p))
			return false;
	return true;
}

/* ---- what is settled, and what must be looked at ---- */

static bool is_linked(const struct step *s, uint32_t parent, uint32_t unit)
{
	const struct lineage_link *link = &s->unit_links[parent][unit];
	return link->begin < link->end;
}

bool strand_equal(const struct lineage_strand *a, const struct lineage_strand *b)
{
	if (a == b)
		return true;
	if (a->count != b->count || a->struck_count != b->struck_count ||
	    (a->count && memcmp(a->origins, b->origins, a->count * sizeof *a->origins)))
		return false;
	for (uint32_t i = 0; i < a->struck_count; i++) {
		const struct lineage_struck *x = &a->struck[i], *y = &b->struck[i];
		if (x->hash != y->hash || x->origin != y->origin || x->before != y->before)
			return false;
	}
	return true;
}

/* The strand that all the parents agree on which have the unit, or NULL. */
static const struct lineage_strand *agreed_strand(const struct step *s, uint32_t unit)
{
	const struct lineage_strand *agreed = NULL;
	for (uint32_t p = 0; p < s->parent_count; p++) {
		const struct lineage_strand *kept = kept_of(s, p)[unit];
		if (!is_linked(s, p, unit))
			continue;
		if (!kept || (agreed && !strand_equal(agreed, kept)))
			return NULL;
		agreed = agreed ? agreed : kept;
	}
	return agreed;
}

static bool add_target(struct step *s, uint32_t unit)
{
	struct lineage *l = s->l;
	struct target *target = VEC_PUSH(&l->targets);
	if (!target)
		return false;
	*target = (struct target){.unit = unit, .first = l->come.tokens.count};
	s->target_of[unit] = (uint32_t)l->targets.len - 1;
	if (!strip_add(&l->come, s->side->units, unit, NULL))
		return false;
	target->count = l->come.tokens.count - target->first;
	return true;
}

bool lineage_settle(struct step *s)
{
	for (uint32_t i = 0; i < s->side->units->count; i++) {
		s->strands[i] = agreed_strand(s, i);
		if (!s->strands[i] && !add_target(s, i))
			return false;
	}
	return true;
}

/* ---- sources ---- */

static bool add_ghosts(struct lineage *l, const struct lineage_strand *strand, uint32_t before)
{
	for (uint32_t i = 0; i < strand->struck_count; i++) {
		struct ghost *ghost = VEC_PUSH(&l->ghosts);
		if (!ghost)
			return false;
		*ghost = (struct ghost){strand->struck[i].hash, strand->struck[i].origin,
		                        before + strand->struck[i].before, false};
	}
	return true;
}

/* Units [begin, end) of a parent and what they became. */
static bool add_source(struct step *s, uint32_t parent, const struct link *link)
{
	struct lineage *l = s->l;
	const struct lineage_side *from = &s->parents[parent];
	struct source *source = VEC_PUSH(&l->sources);
	if (!source)
		return false;
	*source = (struct source){.parent = parent, .begin = link->a, .end = link->a_end,
	                          .to = link->b, .to_end = link->b_end,
	                          .first = l->gone.tokens.count, .ghosts = (uint32_t)l->ghosts.len};
	for (uint32_t i = link->a; i < link->a_end; i++) {
		uint32_t const before = l->gone.tokens.count - source->first;
		if (!strip_add(&l->gone, from->units, i, from->strands[i]) ||
		    !add_ghosts(l, from->strands[i], before))
			return false;
	}
	source->count = l->gone.tokens.count - source->first;
	source->ghost_count = (uint32_t)l->ghosts.len - source->ghosts;
	if (source_lives(source)) {
		const struct target *first = &l->targets.at[s->target_of[source->to]];
		const struct target *last = &l->targets.at[s->target_of[source->to_end - 1]];
		source->come = first->first;
		source->come_end = last->first + last->count;
	}
	return true;
}

void lineage_keep(struct lineage *l, uint32_t gone, uint32_t come)
{
	l->gone.mates[gone] = come;
	if (l->gone.origins[gone] < l->come.origins[come])
		l->come.origins[come] = l->gone.origins[gone];
}

/* Tokens without a hash of the come strip have no address. */
static struct words_side side_of(const struct strip *strip, redline_bytes text, uint32_t first,
                                 uint32_t count)
{
	return (struct words_side){text, count ? strip->tokens.at + first : NULL,
	                           count ? strip->tokens.hash + first : NULL, count};
}

bool lineage_match_source(struct step *s, const struct source *source)
{
	struct lineage *l = s->l;
	const struct units *from = s->parents[source->parent].units, *to = s->side->units;
	struct words_side const a = side_of(&l->gone, from->text, source->first, source->count);
	struct words_side const b =
	    side_of(&l->come, to->text, source->come, source->come_end - source->come);
	struct token_rules rules = to->rules;
	bool failed = false;
	rules.quoted = is_quoted(from, source->begin) || is_quoted(to, source->to);
	if (!words_find(&l->words, &a, &b))
		return false;
	for (size_t r = 0; r < l->words.runs.len; r++) {
		struct diff_run const run = l->words.runs.at[r];
		for (uint32_t k = 0; k < run.len; k++)
			if (token_same(from->text, a.tokens[run.a + k], to->text, b.tokens[run.b + k], &rules,
			               &failed))
				lineage_keep(l, source->first + run.a + k, source->come + run.b + k);
	}
	return !failed;
}

/* Those of a parent's units that no link has, between one that has and the next. */
static bool add_deleted(struct step *s, uint32_t parent, const bool *linked)
{
	for (uint32_t i = 0; i < s->parents[parent].units->count; i++)
		if (!linked[i] && !add_source(s, parent, &(struct link){.a = i, .a_end = i + 1}))
			return false;
	return true;
}

static bool match_parent(struct step *s, uint32_t parent)
{
	const struct links *links = &s->links[parent];
	uint32_t const count = s->parents[parent].units->count;
	bool *linked = calloc((size_t)count + 1, sizeof *linked);
	bool ok = linked;
	for (uint32_t i = 0; ok && i < links->count; i++) {
		const struct link *it = &links->at[i];
		memset(linked + it->a, true, it->a_end - it->a);
		if (s->strands[it->b])
			continue;
		ok = add_source(s, parent, it) &&
		     lineage_match_source(s, &s->l->sources.at[s->l->sources.len - 1]);
	}
	ok = ok && add_deleted(s, parent, linked);
	free(linked);
	return ok;
}

bool lineage_match(struct step *s)
{
	for (uint32_t p = 0; p < s->parent_count; p++)
		if (!match_parent(s, p))
			return false;
	return true;
}
