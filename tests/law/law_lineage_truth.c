/*
 * law_lineage_truth.c -- who wrote each word, where that is known: a text of
 * paragraphs goes through a hundred revisions or so, and each of its words carries
 * its origin along.
 *
 * In each revision a few things happen: words are replaced, inserted and struck; what
 * was struck is put back where it stood; a phrase changes places; a paragraph
 * moves, is split, merged, deleted, reinstated, or new; and moves while it is edited.
 * New words follow Zipf's law, so that some of them stood there before by chance.
 */
#include <criterion/criterion.h>
#include <criterion/logging.h>
#include <string.h>

#include "support/pairs.h"
#include "support/prose.h"
#include "unit/revisions.h"

struct word {
	struct prose_word is;
	lineage_origin origin;
};

enum { LONGEST = 400, MOST = 200, REVISIONS = 60 };

/* A run of words that was struck, and where: behind so many words; and when. */
struct cut {
	struct word words[8];
	uint32_t count, at;
	uint32_t revision;
};

struct paragraph {
	struct word words[LONGEST];
	uint32_t count;
	struct cut cut; /* the last one */
};

struct truth {
	struct prose_source source;
	struct paragraph *paragraphs[MOST];
	uint32_t count;
	struct paragraph *deleted; /* the last one, with its place */
	uint32_t deleted_at, deleted_in;
	uint32_t revision;
};

static struct paragraph *any_paragraph(struct truth *t)
{
	return t->paragraphs[prose_chance(&t->source, t->count)];
}

static struct word new_word(struct truth *t)
{
	return (struct word){{prose_pick(&t->source), 0}, LINEAGE_ORIGIN(t->revision, 0)};
}

static void insert_words(struct paragraph *p, uint32_t at, const struct word *words,
                         uint32_t count)
{
	if (p->count + count > LONGEST)
		return;
	memmove(p->words + at + count, p->words + at, (p->count - at) * sizeof *words);
	memcpy(p->words + at, words, count * sizeof *words);
	p->count += count;
}

static void remove_words(struct paragraph *p, uint32_t at, uint32_t count)
{
	p->count -= count;
	memmove(p->words + at, p->words + at + count, (p->count - at) * sizeof *p->words);
}

/* ---- what happens to words ---- */

static void substitute(struct truth *t, struct paragraph *p)
{
	uint32_t const at = prose_chance(&t->source, p->count);
	uint32_t const before = p->words[at].is.word;
	p->words[at] = new_word(t);
	if (p->words[at].is.word == before) /* the same again: nothing happened */
		p->words[at].is.word = (before + 7) % 1000;
}

static void insert_run(struct truth *t, struct paragraph *p)
{
	struct word words[5];
	uint32_t const count = 1 + prose_chance(&t->source, 5);
	for (uint32_t i = 0; i < count; i++)
		words[i] = new_word(t);
	insert_words(p, prose_chance(&t->source, p->count + 1), words, count);
}

static void strike_run(struct truth *t, struct paragraph *p)
{
	uint32_t const count = 1 + prose_chance(&t->source, 6);
	if (p->count < 20)
		return;
	p->cut.at = prose_chance(&t->source, p->count - count);
	p->cut.count = count;
	p->cut.revision = t->revision;
	memcpy(p->cut.words, p->words + p->cut.at, count * sizeof *p->words);
	remove_words(p, p->cut.at, count);
}

static void put_back(struct truth *t, struct paragraph *p)
{
	if (!p->cut.count || p->cut.at > p->count)
		return;
	for (uint32_t i = 0; i < p->cut.count; i++)
		p->cut.words[i].origin |= p->cut.revision < t->revision;
	insert_words(p, p->cut.at, p->cut.words, p->cut.count);
	p->cut.count = 0;
}

static void move_phrase(struct truth *t, struct paragraph *p)
{
	struct word words[6];
	uint32_t const count = 2 + prose_chance(&t->source, 4);
	if (p->count < 20)
		return;
	uint32_t const from = prose_chance(&t->source, p->count - count);
	memcpy(words, p->words + from, count * sizeof *words);
	remove_words(p, from, count);
	insert_words(p, prose_chance(&t->source, p->count + 1), words, count);
}

typedef void word_edit(struct truth *t, struct paragraph *p);

/* ---- what happens to paragraphs ---- */

static void put_paragraph(struct truth *t, struct paragraph *p, uint32_t at)
{
	cr_assert_lt(t->count, MOST);
	memmove(t->paragraphs + at + 1, t->paragraphs + at, (t->count++ - at) * sizeof p);
	t->paragraphs[at] = p;
}

static struct paragraph *take_paragraph(struct truth *t, uint32_t at)
{
	struct paragraph *p = t->paragraphs[at];
	memmove(t->paragraphs + at, t->paragraphs + at + 1, (--t->count - at) * sizeof p);
	return p;
}

static void add_paragraph(struct truth *t)
{
	struct paragraph *p = t->count + 2 > MOST ? NULL : calloc(1, sizeof *p);
	if (!p)
		return;
	for (uint32_t n = 20 + prose_chance(&t->source, 60); n > 0; n--)
		p->words[p->count++] = new_word(t);
	put_paragraph(t, p, prose_chance(&t->source, t->count + 1));
}

static void move_paragraph(struct truth *t)
{
	struct paragraph *p = take_paragraph(t, prose_chance(&t->source, t->count));
	put_paragraph(t, p, prose_chance(&t->source, t->count + 1));
}

/* One word in twelve is replaced on the way. */
static void move_and_edit(struct truth *t)
{
	struct paragraph *p = take_paragraph(t, prose_chance(&t->source, t->count));
	for (uint32_t n = p->count / 12; n > 0; n--)
		substitute(t, p);
	put_paragraph(t, p, prose_chance(&t->source, t->count + 1));
}

static void split_paragraph(struct truth *t)
{
	uint32_t const at = prose_chance(&t->source, t->count);
	struct paragraph *p = t->paragraphs[at];
	struct paragraph *behind = p->count < 16 || t->count + 2 > MOST ? NULL
	                                                                : calloc(1, sizeof *behind);
	if (!behind)
		return;
	uint32_t const place = 4 + prose_chance(&t->source, p->count - 8);
	insert_words(behind, 0, p->words + place, p->count - place);
	p->count = place;
	p->cut.count = 0;
	put_paragraph(t, behind, at + 1);
}

static void merge_paragraphs(struct truth *t)
{
	uint32_t const at = prose_chance(&t->source, t->count - 1);
	struct paragraph *p = t->paragraphs[at], *behind = t->paragraphs[at + 1];
	if (p->count + behind->count > LONGEST)
		return;
	insert_words(p, p->count, behind->words, behind->count);
	free(take_paragraph(t, at + 1));
}

static void delete_paragraph(struct truth *t)
{
	if (t->count < 10)
		return;
	free(t->deleted);
	t->deleted_in = t->revision;
	t->deleted_at = prose_chance(&t->source, t->count);
	t->deleted = take_paragraph(t, t->deleted_at);
}

static void reinstate(struct truth *t)
{
	if (!t->deleted || t->deleted_at > t->count || t->count + 2 > MOST)
		return;
	for (uint32_t i = 0; i < t->deleted->count; i++)
		t->deleted->words[i].origin |= t->deleted_in < t->revision;
	put_paragraph(t, t->deleted, t->deleted_at);
	t->deleted = NULL;
}

typedef void paragraph_edit(struct truth *t);

static void edit(struct truth *t)
{
	static word_edit *const words[] = {substitute, substitute, insert_run, insert_run, strike_run,
	                                   strike_run, put_back, put_back, move_phrase};
	static paragraph_edit *const paragraphs[] = {
		add_paragraph, move_paragraph, move_and_edit, split_paragraph, merge_paragraphs,
		delete_paragraph, reinstate, reinstate,
	};
	for (uint32_t n = 1 + prose_chance(&t->source, 6); n > 0; n--)
		words[prose_chance(&t->source, sizeof words / sizeof *words)](t, any_paragraph(t));
	for (uint32_t n = prose_chance(&t->source, 3); n > 0; n--)
		paragraphs[prose_chance(&t->source, sizeof paragraphs / sizeof *paragraphs)](t);
}

static void print(struct text *out, const struct truth *t)
{
	struct prose_word words[LONGEST];
	text_put(out, "");
	for (uint32_t i = 0; i < t->count; i++) {
		const struct paragraph *p = t->paragraphs[i];
		for (uint32_t k = 0; k < p->count; k++)
			words[k] = p->words[k].is;
		text_format(out, "%u. ", (unsigned)i + 1);
		prose_print_words(out, words, p->count, &t->source);
		text_put(out, "\n\n");
	}
}

/* ---- how much of it was found ---- */

struct score {
	uint32_t words, right, revision_right;
	uint32_t new_words, blamed; /* what is the revision's own in truth, and found to be */
};

static void add_score(struct score *score, struct revisions *r, const struct truth *t)
{
	cr_assert_eq(r->at.at[t->revision]->units.count, t->count);
	for (uint32_t u = 0; u < t->count; u++) {
		const struct lineage_strand *strand = revisions_strand(r, t->revision, u);
		const struct paragraph *p = t->paragraphs[u];
		cr_assert_eq(strand->count, p->count);
		for (uint32_t i = 0; i < p->count; i++) {
			lineage_origin const is = strand->origins[i], truth = p->words[i].origin;
			score->words++;
			score->right += is == truth;
			score->revision_right += LINEAGE_REVISION(is) == LINEAGE_REVISION(truth);
			score->new_words += truth == LINEAGE_ORIGIN(t->revision, 0);
			score->blamed += is == LINEAGE_ORIGIN(t->revision, 0);
		}
	}
}

static void begin_truth(struct truth *t, uint64_t seed, uint32_t paragraphs)
{
	*t = (struct truth){0};
	prose_begin(&t->source, seed);
	while (t->count < paragraphs)
		add_paragraph(t);
}

static void end_truth(struct truth *t)
{
	for (uint32_t i = 0; i < t->count; i++)
		free(t->paragraphs[i]);
	free(t->deleted);
	prose_end(&t->source);
}

static void add_revision(struct revisions *r, struct truth *t)
{
	struct text text = {0};
	print(&text, t);
	t->revision = revisions_next(r, text_view(&text)) + 1;
	text_release(&text);
}

Test(law_lineage, nearly_every_word_is_credited_right, .timeout = 120)
{
	struct score last = {0};
	for (uint64_t round = 0; round < 8; round++) {
		struct truth t;
		struct revisions r;
		begin_truth(&t, pairs_seed() + round, 40);
		revisions_begin(&r, 0);
		add_revision(&r, &t);
		while (t.revision < REVISIONS) {
			edit(&t);
			add_revision(&r, &t);
		}
		t.revision--;
		add_score(&last, &r, &t);
		revisions_end(&r);
		end_truth(&t);
	}
	cr_log_info("%u words, %u right, %u of the right revision", last.words, last.right,
	            last.revision_right);
	cr_expect_geq(last.revision_right * 1000.0, last.words * 990.0);
	cr_expect_geq(last.right * 1000.0, last.words * 985.0);
}

Test(law_lineage, who_moves_ten_paragraphs_wrote_few_words, .timeout = 60)
{
	struct score score = {0};
	for (uint64_t round = 0; round < 8; round++) {
		struct truth t;
		struct revisions r;
		begin_truth(&t, pairs_seed() + round, 60);
		revisions_begin(&r, 0);
		add_revision(&r, &t);
		for (int i = 0; i < 10; i++)
			move_and_edit(&t);
		add_revision(&r, &t);
		t.revision--;
		add_score(&score, &r, &t);
		revisions_end(&r);
		end_truth(&t);
	}
	cr_log_info("%u words are new, %u are credited to who moved", score.new_words, score.blamed);
	cr_expect_leq(score.blamed, score.new_words * 60 / 52);
}
