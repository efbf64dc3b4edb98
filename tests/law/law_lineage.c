/*
 * law_lineage.c -- the laws of who wrote what, on random histories:
 *
 *   - a revision that is equal to its parent, wrapped anew, numbered anew or in
 *     capitals has every word from where its parent has it;
 *   - what was deleted and is put back has its first origins, and says so;
 *   - what was split and is merged again has its origins;
 *   - every word is credited to a revision that wrote that very word, whatever
 *     hashes collide;
 *   - of a unit that was one unit, no more words are new than an exact comparison
 *     of the two finds.
 *
 * The seed is printed; REDLINE_SEED sets it.
 */
#include <criterion/criterion.h>
#include <criterion/logging.h>
#include <string.h>

#include "engine/token_fold.h"
#include "support/pairs.h"
#include "support/prose.h"
#include "unit/revisions.h"

enum { ROUNDS = 150, CHAIN = 6 };

static uint32_t newest(const struct revisions *r)
{
	return (uint32_t)r->at.len - 1;
}

/* ---- form ---- */

/* Have the two newest revisions the same words in the same units? */
static bool same_words(struct revisions *r)
{
	struct units *a = &r->at.at[newest(r) - 1]->units, *b = &r->at.at[newest(r)]->units;
	bool same = a->count == b->count;
	for (uint32_t u = 0; same && u < a->count; u++) {
		units_read(a, u);
		units_read(b, u);
		same = a->at[u].count == b->at[u].count && a->at[u].class == b->at[u].class &&
		       (!a->at[u].count || !memcmp(unit_hashes(a, u), unit_hashes(b, u),
		                                   a->at[u].count * sizeof(uint64_t)));
	}
	return same;
}

/* Nobody can tell which of two units is which if they say the same. */
static bool is_single(const struct units *u, uint32_t unit)
{
	for (uint32_t i = 0; i < u->count; i++)
		if (i != unit && u->at[i].folded == u->at[unit].folded)
			return false;
	return true;
}

/* The newest revision has the words of the one before: with the same origins? */
static const char *fault_of_form(struct revisions *r)
{
	uint32_t const now = newest(r);
	for (uint32_t u = 0; u < r->at.at[now]->units.count; u++) {
		const struct lineage_strand *a = revisions_strand(r, now - 1, u);
		const struct lineage_strand *b = revisions_strand(r, now, u);
		for (uint32_t i = 0; is_single(&r->at.at[now]->units, u) && i < a->count; i++)
			if (a->origins[i] != b->origins[i])
				return "another origin";
	}
	return NULL;
}

/* A chain of random edits, a few revisions long. */
static void random_chain(struct revisions *r, struct pairs *p, uint32_t length)
{
	struct text text = {0};
	pairs_draft(p, &text, 12);
	revisions_next(r, text_view(&text));
	for (uint32_t i = 1; i < length; i++) {
		struct text now = {0};
		text_put(&now, "");
		pairs_edit(p, &now, text_view(&text));
		text_release(&text);
		text = now;
		if (redline_text_check(text_view(&text), NULL) == REDLINE_OK)
			revisions_next(r, text_view(&text));
	}
	text_release(&text);
}

Test(law_lineage, an_equal_or_wrapped_revision_changes_nothing, .timeout = 120)
{
	struct pairs p;
	int checked = 0;
	pairs_begin(&p, pairs_seed());
	cr_log_info("seed %llu", (unsigned long long)p.state);
	for (int round = 0; round < ROUNDS; round++) {
		struct revisions r;
		struct text wrapped = {0};
		uint64_t const seed = p.state;
		revisions_begin(&r, 0);
		random_chain(&r, &p, CHAIN / 2);
		revisions_next(&r, text_view(&r.at.at[newest(&r)]->text));
		const char *fault = fault_of_form(&r);
		cr_assert(!fault, "equal: %s; seed %llu", fault, (unsigned long long)seed);
		for (int i = 0; i < 4; i++) {
			wrapped.len = 0;
			text_put(&wrapped, "");
			pairs_wrap(&p, &wrapped, text_view(&r.at.at[newest(&r)]->text));
			revisions_next(&r, text_view(&wrapped));
			bool const checks = same_words(&r); /* else it is another structure now */
			fault = checks ? fault_of_form(&r) : NULL;
			checked += checks;
			cr_assert(!fault, "wrapped: %s; seed %llu", fault, (unsigned long long)seed);
		}
		text_release(&wrapped);
		revisions_end(&r);
	}
	cr_assert_gt(checked, ROUNDS);
	pairs_end(&p);
}

/* Prose, edited once, then printed in three other ways. */
Test(law_lineage, numbers_width_and_capitals_change_nothing, .timeout = 60)
{
	struct prose_source s;
	struct prose base = {0}, now = {0};
	struct revisions r;
	prose_begin(&s, pairs_seed());
	prose_make(&base, &s, 20000);
	prose_derive(&now, &base, PROSE_BURSTS, &s);
	revisions_begin(&r, 0);
	const struct prose *const texts[] = {&base, &now, &now, &now, &now};
	struct prose_layout const layouts[] = {{1, 0}, {1, 0}, {2, 0}, {2, 66}, {2, 66}};
	for (int i = 0; i < 5; i++) {
		struct text text = {0};
		prose_print(&text, texts[i], &s, layouts[i]);
		for (size_t k = 0; i == 4 && k < text.len; k++)
			if (text.ptr[k] >= 'a' && text.ptr[k] <= 'z')
				text.ptr[k] = (char)(text.ptr[k] - 'a' + 'A');
		revisions_next(&r, text_view(&text));
		text_release(&text);
		cr_assert(i < 2 || same_words(&r));
		const char *fault = i < 2 ? NULL : fault_of_form(&r);
		cr_assert(!fault, "revision %d: %s", i, fault);
	}
	revisions_end(&r);
	prose_release(&base);
	prose_release(&now);
	prose_end(&s);
}

/* ---- coming and going ---- */

/* Paragraphs that are unlike one another. */
static void print_paragraphs(struct text *out, const struct prose *p, struct prose_source *s,
                             size_t first, size_t end)
{
	struct prose const part = {p->words, p->blocks + first, end - first, p->room};
	prose_print(out, &part, s, (struct prose_layout){1, 0});
}

static bool has_words(const struct units *u, uint32_t unit)
{
	for (uint32_t i = 0; i < u->at[unit].count; i++)
		if (token_counts(unit_tokens(u, unit)[i]))
			return true;
	return false;
}

Test(law_lineage, what_was_deleted_and_is_back_has_its_origins, .timeout = 120)
{
	struct prose_source s;
	prose_begin(&s, pairs_seed());
	for (int round = 0; round < 20; round++) {
		struct prose base = {0}, now = {0};
		struct text texts[4] = {0};
		struct revisions r;
		prose_make(&base, &s, 6000);
		prose_derive(&now, &base, PROSE_BURSTS, &s);
		size_t const first = prose_chance(&s, (uint32_t)now.count);
		print_paragraphs(&texts[0], &base, &s, 0, base.count);
		print_paragraphs(&texts[1], &now, &s, 0, now.count);
		print_paragraphs(&texts[2], &now, &s, 0, first);
		print_paragraphs(&texts[3], &now, &s, 0, now.count);
		revisions_begin(&r, 0);
		for (int i = 0; i < 4; i++) {
			text_put(&texts[i], "");
			revisions_next(&r, text_view(&texts[i]));
			text_release(&texts[i]);
		}
		uint32_t returned = 0;
		for (uint32_t u = 0; u < r.at.at[3]->units.count; u++) {
			const struct lineage_strand *was = revisions_strand(&r, 1, u);
			const struct lineage_strand *is = revisions_strand(&r, 3, u);
			cr_assert_eq(was->count, is->count);
			returned += u >= first && has_words(&r.at.at[3]->units, u);
			for (uint32_t i = 0; i < was->count; i++)
				cr_assert_eq(is->origins[i], was->origins[i] | (u >= first),
				             "round %d, unit %u, word %u: %u, was %u", round, (unsigned)u,
				             (unsigned)i, (unsigned)is->origins[i], (unsigned)was->origins[i]);
		}
		cr_assert_eq(r.at.at[3]->step.return_count, returned);
		revisions_end(&r);
		prose_release(&base);
		prose_release(&now);
	}
	prose_end(&s);
}

/* Sentences of a text: behind "." and a blank a new paragraph begins. */
static void split_sentences(struct text *t)
{
	for (size_t i = 3; i + 1 < t->len; i++)
		if (t->ptr[i - 1] == '.' && t->ptr[i] == ' ' && t->ptr[i - 2] >= 'a')
			text_format(t, "%s", ""), t->ptr[i] = '\v';
}

static void put_split(struct text *out, redline_bytes text)
{
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] == '\v')
			text_put(out, "\n\n");
		else
			text_add(out, text.ptr + i, 1);
	}
}

Test(law_lineage, what_was_split_and_merged_has_its_origins, .timeout = 120)
{
	struct prose_source s;
	prose_begin(&s, pairs_seed());
	for (int round = 0; round < 20; round++) {
		struct prose base = {0}, now = {0};
		struct text old = {0}, text = {0}, split = {0};
		struct revisions r;
		prose_make(&base, &s, 3000);
		prose_derive(&now, &base, PROSE_BURSTS, &s);
		prose_print(&old, &base, &s, (struct prose_layout){1, 0});
		prose_print(&text, &now, &s, (struct prose_layout){1, 0});
		revisions_begin(&r, 0);
		revisions_next(&r, text_view(&old));
		revisions_next(&r, text_view(&text));
		split_sentences(&text);
		put_split(&split, text_view(&text));
		revisions_next(&r, text_view(&split));
		revisions_next(&r, text_view(&r.at.at[1]->text));
		for (uint32_t u = 0; u < r.at.at[3]->units.count; u++) {
			const struct lineage_strand *was = revisions_strand(&r, 1, u);
			const struct lineage_strand *is = revisions_strand(&r, 3, u);
			cr_assert_eq(was->count, is->count);
			for (uint32_t i = 0; i < was->count; i++)
				cr_assert_eq(LINEAGE_REVISION(is->origins[i]), LINEAGE_REVISION(was->origins[i]),
				             "round %d, unit %u, word %u", round, (unsigned)u, (unsigned)i);
		}
		revisions_end(&r);
		text_release(&old);
		text_release(&text);
		text_release(&split);
		prose_release(&base);
		prose_release(&now);
	}
	prose_end(&s);
}

/* ---- truth ---- */

/* The whole hash of a word, folded. */
static uint64_t word_hash(struct revisions *r, uint32_t revision, uint32_t unit, uint32_t token)
{
	struct token_form form;
	struct token_rules rules = lineage_rules;
	const struct units *u = &r->at.at[revision]->units;
	rules.quoted = u->blocks[u->at[unit].block].quoted > 0;
	cr_assert(token_form_make(&form, revisions_word(r, revision, unit, token), &rules));
	uint64_t const hash = hash_bytes(form.bytes.ptr, form.bytes.len);
	token_form_release(&form);
	return hash;
}

typedef VEC(uint64_t) hashes;

static int by_value(const void *x, const void *y)
{
	uint64_t const a = *(const uint64_t *)x, b = *(const uint64_t *)y;
	return a < b ? -1 : a > b;
}

/* The words that a revision wrote. */
static void list_written(hashes *out, struct revisions *r, uint32_t revision)
{
	for (uint32_t u = 0; u < r->at.at[revision]->units.count; u++) {
		const struct lineage_strand *strand = revisions_strand(r, revision, u);
		for (uint32_t i = 0; i < strand->count; i++) {
			if (strand->origins[i] != LINEAGE_ORIGIN(revision, 0))
				continue;
			uint64_t *hash = VEC_PUSH(out);
			cr_assert(hash);
			*hash = word_hash(r, revision, u, i);
		}
	}
	if (out->len)
		qsort(out->at, out->len, sizeof *out->at, by_value);
}

static const char *fault_of_origins(struct revisions *r, const hashes *written, uint32_t revision)
{
	for (uint32_t u = 0; u < r->at.at[revision]->units.count; u++) {
		const struct lineage_strand *strand = revisions_strand(r, revision, u);
		for (uint32_t i = 0; i < strand->count; i++) {
			uint32_t const by = LINEAGE_REVISION(strand->origins[i]);
			uint64_t const hash = word_hash(r, revision, u, i);
			if (by > revision || (by == revision && LINEAGE_RETURNED(strand->origins[i])))
				return "a word comes from what wasn't there yet";
			if (!written[by].len || !bsearch(&hash, written[by].at, written[by].len, sizeof hash,
			                                 by_value))
				return "a word is credited to who didn't write it";
		}
		for (uint32_t i = 0; i < strand->struck_count; i++) {
			const struct lineage_struck *it = &strand->struck[i];
			if (it->before > strand->count || (i && it->before < strand->struck[i - 1].before))
				return "a struck word is out of place";
			if (LINEAGE_REVISION(it->origin) >= revision)
				return "a word was struck before it was written";
		}
	}
	return NULL;
}

static uint32_t count_own(struct revisions *r, uint32_t revision, uint32_t unit)
{
	const struct lineage_strand *strand = revisions_strand(r, revision, unit);
	uint32_t n = 0;
	for (uint32_t i = 0; i < strand->count; i++)
		n += strand->origins[i] == LINEAGE_ORIGIN(revision, 0);
	return n;
}

/* More than an exact comparison finds? */
static const char *fault_of_count(struct revisions *r, const uint32_t *parents, uint32_t count,
                                  uint32_t revision)
{
	struct diff diff = {0};
	const char *fault = NULL;
	struct revision *it = r->at.at[revision];
	for (uint32_t p = 0; p < count; p++) {
		for (uint32_t u = 0; u < it->units.count; u++) {
			const struct lineage_link *link = &it->step.links[p][u];
			if (link->end - link->begin != 1 || link->split)
				continue;
			struct units *old = &r->at.at[parents[p]]->units;
			uint32_t const own = count_own(r, revision, u);
			units_read(old, link->begin);
			cr_assert(diff_find(&diff, unit_hashes(old, link->begin), old->at[link->begin].count,
			                    unit_hashes(&it->units, u), it->units.at[u].count));
			uint32_t come = it->units.at[u].count;
			for (uint32_t i = 0; i < diff.run_count; i++)
				come -= diff.runs[i].len;
			if (own > come)
				fault = "more words are new than came";
		}
	}
	diff_release(&diff);
	return fault;
}

/* A revision made of one of the last few, or of two of them. */
static void add_random(struct revisions *r, struct pairs *p, bool whole_hashes)
{
	uint32_t const count = (uint32_t)r->at.len, reach = count < 4 ? count : 4;
	uint32_t parents[] = {count - 1 - pairs_chance(p, reach), count - 1 - pairs_chance(p, reach)};
	uint32_t const parent_count = parents[0] != parents[1] && pairs_chance(p, 3) == 0 ? 2 : 1;
	struct text now = {0};
	text_put(&now, "");
	/* now and then what was there before is there again */
	if (pairs_chance(p, 4) == 0)
		text_add(&now, r->at.at[pairs_chance(p, count)]->text.ptr, 0),
		pairs_edit(p, &now, text_view(&r->at.at[pairs_chance(p, count)]->text));
	else
		pairs_edit(p, &now, text_view(&r->at.at[parents[0]]->text));
	if (redline_text_check(text_view(&now), NULL) == REDLINE_OK) {
		uint32_t const it = revisions_add(r, text_view(&now), parents, parent_count);
		const char *fault = whole_hashes ? fault_of_count(r, parents, parent_count, it) : NULL;
		cr_assert(!fault, "revision %u: %s", (unsigned)it, fault);
	}
	text_release(&now);
}

static void check_history(struct pairs *p, uint64_t hash_mask)
{
	struct revisions r;
	hashes written[3 * CHAIN] = {0};
	struct text first = {0};
	uint64_t const seed = p->state;
	revisions_begin(&r, hash_mask);
	text_put(&first, "");
	pairs_draft(p, &first, 12);
	revisions_next(&r, text_view(&first));
	text_release(&first);
	for (int i = 1; i < 3 * CHAIN; i++)
		add_random(&r, p, !hash_mask);
	for (uint32_t i = 0; i < r.at.len; i++)
		list_written(&written[i], &r, i);
	for (uint32_t i = 0; i < r.at.len; i++) {
		const char *fault = fault_of_origins(&r, written, i);
		cr_assert(!fault, "revision %u: %s; seed %llu", (unsigned)i, fault,
		          (unsigned long long)seed);
	}
	for (uint32_t i = 0; i < 3 * CHAIN; i++)
		VEC_RELEASE(&written[i]);
	revisions_end(&r);
}

Test(law_lineage, who_is_credited_wrote_it, .timeout = 300)
{
	struct pairs p;
	pairs_begin(&p, pairs_seed());
	cr_log_info("seed %llu", (unsigned long long)p.state);
	for (int round = 0; round < ROUNDS; round++)
		check_history(&p, round % 3 ? 0 : round % 2 ? 0xF0F : 0x1C0);
	pairs_end(&p);
}
