/*
 * The laws of a draft's blocks, on random texts put together from the pieces
 * that decide how a draft is read, and on drafts with their lines shuffled.
 *
 * REDLINE_SEED sets the seed; it is printed with every failure.
 */
#include <criterion/criterion.h>

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include <redline/draft.h>

#include "support/text.h"

#define ROUNDS 3000
#define PIECES_MAX 60

static uint64_t next_random(uint64_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return *state;
}

static uint64_t start_seed(void)
{
	const char *given = getenv("REDLINE_SEED");
	uint64_t const seed = given ? strtoull(given, NULL, 10) : 20201118;
	return seed ? seed : 1;
}

static bool ordered(redline_range inner, redline_range outer)
{
	return inner.begin <= inner.end && inner.begin >= outer.begin && inner.end <= outer.end;
}

/* Ranges and lines: NULL, or what is wrong with block i. */
static const char *fault_of_ranges(const redline_draft *draft, uint32_t i)
{
	const redline_block *blocks = redline_draft_blocks(draft), *b = &blocks[i];
	uint32_t const begin = i ? blocks[i - 1].bytes.end : 0;
	redline_position const first = redline_draft_position(draft, b->bytes.begin);
	redline_position const last = redline_draft_position(draft, b->bytes.end - 1);
	if (b->bytes.begin != begin || b->bytes.end <= begin)
		return "does not tile";
	if (!ordered(b->body, b->bytes) || !ordered(b->label, b->bytes) || !ordered(b->core, b->bytes))
		return "has a range outside itself";
	bool const labelled = b->label.begin < b->label.end;
	if (labelled && (b->label.end > b->body.begin || !ordered(b->core, b->label)))
		return "has a label inside its body, or a core outside its label";
	if (b->line != first.line || b->line + b->lines - 1 != last.line)
		return "counts its lines wrong";
	if (redline_draft_block_at(draft, b->bytes.begin) != i ||
	    redline_draft_block_at(draft, b->bytes.end - 1) != i)
		return "is not found by its bytes";
	return NULL;
}

/* Parents, subtrees, levels: NULL, or what is wrong with block i. */
static const char *fault_of_nesting(const redline_draft *draft, uint32_t i)
{
	const redline_block *blocks = redline_draft_blocks(draft), *b = &blocks[i];
	if (b->subtree_end <= i || b->subtree_end > redline_draft_count(draft))
		return "has no proper end of its subtree";
	if (b->kind == REDLINE_HEADING)
		return b->parent == REDLINE_NONE && b->level >= 1 && b->level <= 6
		               ? NULL : "is a heading inside a provision, or of no level";
	if (b->parent == REDLINE_NONE)
		return b->level == 0 ? NULL : "is outermost but not at level 0";
	const redline_block *p = &blocks[b->parent];
	if (b->parent >= i || b->level != p->level + 1 || b->level > 63)
		return "is not one level inside an earlier block";
	if (p->kind != REDLINE_PROVISION && p->kind != REDLINE_BULLET && p->kind != REDLINE_FOOTNOTE)
		return "is inside a block that encloses nothing";
	return b->subtree_end <= p->subtree_end ? NULL : "reaches beyond its parent";
}

/* Every block within a subtree has the subtree's root above it. */
static const char *fault_of_subtree(const redline_draft *draft, uint32_t root)
{
	const redline_block *blocks = redline_draft_blocks(draft);
	if (blocks[root].kind == REDLINE_HEADING)
		return NULL;
	for (uint32_t i = root + 1; i < blocks[root].subtree_end; i++) {
		uint32_t above = blocks[i].parent;
		while (above != REDLINE_NONE && above > root)
			above = blocks[above].parent;
		if (above != root)
			return "has a stranger in its subtree";
	}
	return NULL;
}

static const char *fault_of_section(const redline_draft *draft, uint32_t i)
{
	const redline_block *blocks = redline_draft_blocks(draft), *b = &blocks[i];
	if (b->section == REDLINE_NONE)
		return NULL;
	const redline_block *s = &blocks[b->section];
	if (b->section >= i || s->kind != REDLINE_HEADING || s->subtree_end <= i)
		return "is not in its section";
	return b->kind != REDLINE_HEADING || s->level < b->level ? NULL : "is over its section";
}

static const char *fault_of_path(const redline_draft *draft, uint32_t i)
{
	char path[2000];
	size_t const n = redline_draft_path(draft, i, path, sizeof path);
	return n < sizeof path && strlen(path) == n ? NULL : "has a path of the wrong length";
}

static void check_laws(const struct text *t, const char *origin, uint64_t seed)
{
	redline_draft *draft;
	cr_assert_eq(redline_draft_new(&draft, text_view(t), NULL), REDLINE_OK);
	uint32_t const count = redline_draft_count(draft);
	const redline_block *blocks = redline_draft_blocks(draft);
	const char *fault = NULL;
	if (t->len && (!count || blocks[count - 1].bytes.end != t->len))
		fault = "does not reach the end";
	uint32_t i = 0;
	for (; i < count && !fault; i++) {
		fault = fault_of_ranges(draft, i);
		fault = fault ? fault : fault_of_nesting(draft, i);
		fault = fault ? fault : fault_of_subtree(draft, i);
		fault = fault ? fault : fault_of_section(draft, i);
		fault = fault ? fault : fault_of_path(draft, i);
	}
	redline_draft_free(draft);
	cr_assert(!fault, "%s, seed %" PRIu64 ": block %u %s in\n%s", origin, seed, i - 1, fault,
	          t->ptr);
}

static const char *const pieces[] = {
	"1. ", "2. ", "3. ", "59. ", "59 bis. ", "60. ", "4.1 ", "4.2 ", "4.2.1 ", "PP1 ", "OP2: ",
	"Article 5", "Article 6. ", "\u00A7 12 ", "(a) ", "(b) ", "(c) ", "(h) ", "(i) ", "(ii) ",
	"(iii) ", "(j) ", "(A) ", "(I) ", "(II) ", "(aa) ", "(bb) ", "(1) ", "(2) ", "(a)(1) ",
	"(b)(2)(A) ", "a) ", "b) ", "A. ", "B. ", "II. ", "[59. ", "**59.** ", "# ", "## E. ", "===\n",
	"---\n", "ANNEX I", "**Bold**", "- ", "* ", "\u2022 ", "[^3]: ", "| a | b |", "a | b\n--|--\n",
	"```\n", "<!-- ", "-->", "<div>", "> ", ">> ", "text", "The words", "ends.", "ends;",
	"says:", " and", "1990. ", "\n", "\n", "\n", "\n\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\t",
	"  ", "    ", "      ", "\u00A0", "\u3000", "\u7B2C\u4E94\u6761",
	"\xEF\xBB\xBF", "]", "*", "\u201C", "\u00E9",
};

Test(draft_law, random_texts)
{
	uint64_t const seed = start_seed();
	uint64_t state = seed;
	for (unsigned round = 0; round < ROUNDS; round++) {
		struct text t = {0};
		uint64_t const n = next_random(&state) % PIECES_MAX;
		for (uint64_t i = 0; i < n; i++)
			text_put(&t, pieces[next_random(&state) % (sizeof pieces / sizeof *pieces)]);
		check_laws(&t, "pieces", seed);
		text_release(&t);
	}
}

static const char *const lines[] = {
	"# Draft report", "", "", "", "## E. Capacity-building", "59. States could benefit from",
	"establishing national coordination bodies to assess", "needs:", "(a) first;", "(b) second:",
	"(i) one; and", "(ii) two.", "60. States", "  (a) first", "    (i) inner", "    (ii) inner",
	"  (b) second", "    A paragraph of its own.", "An unindented paragraph.", "- bullet",
	"  - inner bullet", "[^1]: A note,", "    and more of it.", "| a | b |", "ANNEX I",
	"Article 5", "> 61. quoted", "> (a) quoted", "PP1 Recalling", "(h) eight", "(i) nine",
	"(j) ten", "4.1 Scope", "4.1.1 Terms",
};

Test(draft_law, shuffled_lines)
{
	uint64_t const seed = start_seed();
	uint64_t state = seed ^ 0x9E3779B97F4A7C15u;
	for (unsigned round = 0; round < ROUNDS; round++) {
		struct text t = {0};
		const char *const end = next_random(&state) % 2 ? "\n" : "\r\n";
		uint64_t const n = 1 + next_random(&state) % PIECES_MAX;
		for (uint64_t i = 0; i < n; i++) {
			text_put(&t, lines[next_random(&state) % (sizeof lines / sizeof *lines)]);
			if (i + 1 < n || next_random(&state) % 2)
				text_put(&t, end);
		}
		check_laws(&t, "lines", seed);
		text_release(&t);
	}
}
