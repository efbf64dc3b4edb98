/* revisions.c -- see revisions.h. */
#include "revisions.h"

#include <criterion/criterion.h>

enum { PARENTS = 8 };

void revisions_begin(struct revisions *r, uint64_t hash_mask)
{
	*r = (struct revisions){.lineage = lineage_new(), .rules = lineage_rules};
	r->rules.hash_mask = hash_mask;
	cr_assert(r->lineage);
}

static void bury(struct revisions *r, const struct revision *it, const uint32_t *parents)
{
	for (uint32_t i = 0; i < it->step.burial_count; i++) {
		const struct lineage_burial *b = &it->step.burials[i];
		cr_assert(lineage_bury(r->lineage, parents[b->parent], b->unit, b->whole, b->hashes,
		                       b->origins, b->count));
	}
}

uint32_t revisions_add(struct revisions *r, redline_bytes text, const uint32_t *parents,
                       uint32_t count)
{
	struct lineage_side sides[PARENTS];
	struct revision *it = calloc(1, sizeof *it);
	struct revision **slot = VEC_PUSH(&r->at);
	cr_assert(it && slot && count <= PARENTS);
	*slot = it;
	text_put(&it->text, "");
	text_add(&it->text, text.ptr, text.len);
	cr_assert_eq(redline_draft_new(&it->draft, text_view(&it->text), NULL), REDLINE_OK);
	cr_assert(units_find(&it->units, it->draft, &r->rules));
	it->side = (struct lineage_side){&it->units, NULL, (uint32_t)r->at.len - 1};
	for (uint32_t i = 0; i < count; i++)
		sides[i] = r->at.at[parents[i]]->side;
	cr_assert(lineage_step(r->lineage, &it->step, &r->arena, sides, count, &it->side));
	it->side.strands = it->step.strands;
	bury(r, it, parents);
	return it->side.revision;
}

uint32_t revisions_next(struct revisions *r, redline_bytes text)
{
	uint32_t const parent = (uint32_t)r->at.len - 1;
	return revisions_add(r, text, &parent, r->at.len > 0);
}

void revisions_end(struct revisions *r)
{
	for (size_t i = 0; i < r->at.len; i++) {
		struct revision *it = r->at.at[i];
		units_release(&it->units);
		redline_draft_free(it->draft);
		text_release(&it->text);
		free(it);
	}
	VEC_RELEASE(&r->at);
	arena_release(&r->arena);
	lineage_free(r->lineage);
}

const struct lineage_strand *revisions_strand(struct revisions *r, uint32_t revision,
                                              uint32_t unit)
{
	struct revision *it = r->at.at[revision];
	units_read(&it->units, unit);
	const struct lineage_strand *strand = it->step.strands[unit];
	cr_assert(strand);
	cr_assert_eq(strand->count, it->units.at[unit].count);
	return strand;
}

redline_bytes revisions_word(struct revisions *r, uint32_t revision, uint32_t unit,
                             uint32_t token)
{
	struct revision *it = r->at.at[revision];
	struct token const t = unit_tokens(&it->units, unit)[token];
	return (redline_bytes){it->text.ptr + t.begin, t.length};
}

void revisions_put(struct text *out, struct revisions *r, uint32_t revision)
{
	for (uint32_t u = 0; u < r->at.at[revision]->units.count; u++) {
		const struct lineage_strand *strand = revisions_strand(r, revision, u);
		text_put(out, u ? " / " : "");
		for (uint32_t i = 0; i < strand->count; i++) {
			lineage_origin const origin = strand->origins[i];
			redline_bytes const word = revisions_word(r, revision, u, i);
			if (!i || origin != strand->origins[i - 1])
				text_format(out, "%s%u%s(", i ? ") " : "", (unsigned)LINEAGE_REVISION(origin),
				            LINEAGE_RETURNED(origin) ? "*" : "");
			else
				text_put(out, " ");
			text_add(out, word.ptr, word.len);
		}
		text_put(out, strand->count ? ")" : "");
	}
}
