/*
 * law_merge.c -- the laws of merging (redline/share.h), on random texts:
 *
 *   - merging with the common text itself gives the other side, byte for byte, and
 *     a text merged with itself is itself: also without the short cuts;
 *   - the two sides may change places, and what comes out is the same;
 *   - without conflicts every word that a side brought is there, as often as it
 *     should be, every word that a side struck is not, and the paragraph breaks are
 *     those that the texts have, but where no words are left;
 *   - edits that are apart are all made, as if one person had made them.
 *
 * The seed is printed with every failure; REDLINE_SEED sets it.
 */
#include <criterion/criterion.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/merge.h"
#include "engine/merging.h"
#include "support/pairs.h"

enum { ROUNDS = 3000 };

static struct pairs p;
static struct text other;

static void begin(void)
{
	pairs_begin(&p, pairs_seed());
}

static void end(void)
{
	pairs_end(&p);
	text_release(&other);
}

TestSuite(law_merge, .init = begin, .fini = end, .timeout = 300);

/* The next three texts: p.old, and p.now and `other` made of it. */
static void next_three(void)
{
	pairs_next(&p);
	other.len = 0;
	pairs_edit(&p, &other, text_view(&p.old));
}

#define SAY "(REDLINE_SEED=%" PRIu64 ")\nbase:\n%s\nours:\n%s\ntheirs:\n%s"
#define SAID p.seed, p.old.ptr, p.now.ptr, other.ptr ? other.ptr : ""

static redline_merge *merge(redline_bytes base, redline_bytes ours, redline_bytes theirs)
{
	redline_merge *out;
	redline_status const status = merge_fully(&out, base, ours, theirs);
	cr_assert_eq(status, REDLINE_OK, "%s " SAY, redline_status_text(status), SAID);
	return out;
}

static uint32_t conflicts(const redline_merge *merged)
{
	uint32_t count;
	redline_merge_conflicts(merged, &count);
	return count;
}

/* ---- one side alone ---- */

static void expect(redline_bytes base, redline_bytes ours, redline_bytes theirs,
                   redline_bytes want, const char *law)
{
	redline_merge *m = merge(base, ours, theirs);
	redline_bytes const got = redline_merge_text(m);
	cr_assert_eq(conflicts(m), 0, "%s: a conflict " SAY, law, SAID);
	cr_assert(got.len == want.len && (!got.len || !memcmp(got.ptr, want.ptr, got.len)),
	          "%s " SAY "\ngot:\n%.*s", law, SAID, (int)got.len, got.ptr);
	redline_merge_free(m);
}

Test(law_merge, one_side_alone_is_what_comes_out)
{
	cr_assert_gt(p.real_count, 0, "no drafts in fixtures/");
	for (int i = 0; i < ROUNDS; i++) {
		next_three();
		redline_bytes const base = text_view(&p.old), side = text_view(&p.now);
		expect(base, base, side, side, "nothing against a change");
		expect(base, side, base, side, "a change against nothing");
		expect(base, side, side, side, "a change twice");
	}
}

/* ---- two sides ---- */

static bool same_bytes(redline_bytes a, redline_bytes b)
{
	return a.len == b.len && (!a.len || !memcmp(a.ptr, b.ptr, a.len));
}

Test(law_merge, sides_may_change_places)
{
	for (int i = 0; i < ROUNDS; i++) {
		next_three();
		redline_bytes const base = text_view(&p.old);
		redline_merge *one = merge(base, text_view(&p.now), text_view(&other));
		redline_merge *two = merge(base, text_view(&other), text_view(&p.now));
		cr_assert_eq(!conflicts(one), !conflicts(two), "conflicts " SAY, SAID);
		redline_bytes const a = redline_merge_text(one), b = redline_merge_text(two);
		cr_assert(conflicts(one) || same_bytes(a, b), "result " SAY "\none:\n%.*s\ntwo:\n%.*s",
		          SAID, (int)a.len, a.ptr, (int)b.len, b.ptr);
		redline_merge_free(one);
		redline_merge_free(two);
	}
}

/* ---- every word ---- */

/*
 * How often a character may, and must, be in the result.  Characters, because words
 * that come to stand side by side may be read as one ("and/" "or").
 */
enum { KEYS = 4096, BREAK_KEY = KEYS - 1 };

struct tally {
	int kept, either, ours, theirs, result;
};

static struct tally tallies[KEYS];

static uint32_t key_of(uint32_t character)
{
	return character * 2654435761u % BREAK_KEY;
}

static redline_bytes word_at(const struct row *row, uint32_t token)
{
	return (redline_bytes){row->text.ptr + row->tokens.at[token].begin,
	                       row->tokens.at[token].length};
}

/*
 * A break that ends a paragraph with words.  A form feed alone is a paragraph of
 * nothing but white space, and comes or goes with that.
 */
static bool ends_words(const struct row *row, uint32_t token)
{
	return is_break(row, token) && token > 0 && !is_break(row, token - 1);
}

/* Adds to one of the counts, given by its place in a tally. */
static void count(const struct row *row, uint32_t token, size_t member)
{
	redline_bytes const word = word_at(row, token);
	unsigned size = 1;
	if (ends_words(row, token))
		++*(int *)(void *)((char *)&tallies[BREAK_KEY] + member);
	for (size_t i = 0; i < word.len; i += size) {
		uint32_t const character = utf8_at(word, i, &size);
		if (!is_space_char(character))
			++*(int *)(void *)((char *)&tallies[key_of(character)] + member);
	}
}

#define COUNT(row, token, member) count(row, token, offsetof(struct tally, member))

/* A paragraph of one side, ended by this break, whose words the other side all struck. */
static bool was_emptied(const struct merging *m, int which, uint32_t token)
{
	const struct side *side = &m->sides[which];
	const struct side *beside = &m->sides[which == OURS ? THEIRS : OURS];
	if (!is_break(&m->rows[which], token))
		return false;
	for (uint32_t i = token; i > 0 && !is_break(&m->rows[which], i - 1); i--)
		if (side->from[i - 1] == NONE || beside->to[side->from[i - 1]] != NONE)
			return false;
	return true;
}

/*
 * A word that both kept, but one wrote another way, may stand in either.  Where no
 * words are left in a paragraph, there is none.
 */
static void count_kept(const struct merging *m, uint32_t token)
{
	const struct row *rows = m->rows;
	uint32_t const ours = m->sides[OURS].to[token], theirs = m->sides[THEIRS].to[token];
	redline_bytes const word = word_at(&rows[BASE], token);
	bool const words = ends_words(&rows[BASE], token);
	if (bytes_equal(word, word_at(&rows[OURS], ours)) &&
	    bytes_equal(word, word_at(&rows[THEIRS], theirs)) &&
	    words == ends_words(&rows[OURS], ours) && words == ends_words(&rows[THEIRS], theirs) &&
	    !was_emptied(m, OURS, ours) && !was_emptied(m, THEIRS, theirs)) {
		COUNT(&rows[BASE], token, kept);
	} else {
		COUNT(&rows[OURS], ours, either);
		COUNT(&rows[THEIRS], theirs, either);
	}
}

/* Tokens [begin, end) of the common text, none of them kept by both. */
static void count_one_sided(const struct merging *m, uint32_t begin, uint32_t end)
{
	const uint32_t *ours = m->sides[OURS].to, *theirs = m->sides[THEIRS].to;
	const uint64_t *hash = m->rows[BASE].tokens.hash;
	for (uint32_t i = begin; i < end; i++)
		for (uint32_t j = begin; j < end && ours[i] != NONE; j++)
			if (theirs[j] != NONE && hash[i] == hash[j]) {
				COUNT(&m->rows[BASE], i, either);
				break;
			}
}

/*
 * What both kept.  Of the same word standing twice, with none between that both kept,
 * each side may have kept another; then both may have meant the same.
 */
static void count_common(const struct merging *m)
{
	uint32_t const count = m->rows[BASE].tokens.count;
	uint32_t begin = 0;
	for (uint32_t i = 0; i < count; i++) {
		if (m->sides[OURS].to[i] == NONE || m->sides[THEIRS].to[i] == NONE)
			continue;
		count_one_sided(m, begin, i);
		count_kept(m, i);
		begin = i + 1;
	}
	count_one_sided(m, begin, count);
}

/* Did both bring a word, perhaps the same one, but each wrote it another way? */
static bool has_other_spelling(const struct merging *m, int which, uint32_t token)
{
	int const beside = which == OURS ? THEIRS : OURS;
	const struct row *row = &m->rows[which], *other_row = &m->rows[beside];
	for (uint32_t i = 0; i < other_row->tokens.count; i++)
		if (other_row->tokens.hash[i] == row->tokens.hash[token] &&
		    m->sides[beside].from[i] == NONE &&
		    !bytes_equal(word_at(row, token), word_at(other_row, i)))
			return true;
	return false;
}

static void count_new(const struct merging *m, int which, size_t member)
{
	const struct row *row = &m->rows[which];
	for (uint32_t i = 0; i < row->tokens.count; i++) {
		if (m->sides[which].from[i] != NONE)
			continue;
		bool const may = was_emptied(m, which, i) || has_other_spelling(m, which, i);
		count(row, i, may ? offsetof(struct tally, either) : member);
	}
}

static void count_all(const struct merging *m, const struct row *result)
{
	memset(tallies, 0, sizeof tallies);
	count_common(m);
	count_new(m, OURS, offsetof(struct tally, ours));
	count_new(m, THEIRS, offsetof(struct tally, theirs));
	for (uint32_t i = 0; i < result->tokens.count; i++)
		COUNT(result, i, result);
}

static const char *broken_tally(void)
{
	static char said[160];
	for (size_t i = 0; i < KEYS; i++) {
		const struct tally *it = &tallies[i];
		int const least = it->kept + (it->ours > it->theirs ? it->ours : it->theirs);
		int const most = it->kept + it->either + it->ours + it->theirs;
		if (it->result < least || it->result > most) {
			snprintf(said, sizeof said, "%s stands %d times, of %d to %d",
			         i == BREAK_KEY ? "a break" : "a character", it->result, least, most);
			return said;
		}
	}
	return NULL;
}

static void read_row(struct row *row, redline_bytes text)
{
	redline_draft *draft;
	cr_assert_eq(redline_draft_new(&draft, text, NULL), REDLINE_OK);
	cr_assert(row_read(row, draft));
}

static void check_words(redline_bytes text)
{
	struct merging m = {0};
	struct row result;
	redline_bytes const texts[TEXTS] = {text_view(&p.old), text_view(&p.now), text_view(&other)};
	for (int i = BASE; i < TEXTS; i++)
		read_row(&m.rows[i], texts[i]);
	read_row(&result, text);
	side_find(&m, OURS);
	side_find(&m, THEIRS);
	count_all(&m, &result);
	const char *broken = broken_tally();
	cr_assert(!broken, "%s " SAY "\nresult:\n%.*s", broken, SAID, (int)text.len, text.ptr);
	for (int i = BASE; i < TEXTS; i++) {
		row_release(&m.rows[i]);
		side_release(&m.sides[i]);
	}
	row_release(&result);
}

Test(law_merge, every_word_is_accounted_for)
{
	int clean = 0;
	for (int i = 0; i < ROUNDS; i++) {
		next_three();
		redline_merge *m = merge(text_view(&p.old), text_view(&p.now), text_view(&other));
		if (!conflicts(m)) {
			check_words(redline_merge_text(m));
			clean++;
		}
		redline_merge_free(m);
	}
	cr_assert_gt(clean, ROUNDS / 20, "%d", clean);
}

/* ---- edits that are apart ---- */

/*
 * A draft of numbered paragraphs, and what each side does to it, here to words and
 * there to paragraphs, never to neighbours.  Printed with the edits of one side, of
 * the other, or of both: that is what a merge must give.
 */
enum { PARAGRAPHS = 14, WORDS_MOST = 40, WORD_ROOM = 12 };

enum act { NOTHING, REPLACED, DELETED, FOLLOWED /* by another word or paragraph */, MOVED };

struct deed {
	enum act act;
	unsigned side; /* 1: ours, 2: theirs */
	int from;      /* of a paragraph that is followed by one that moved: which */
};

struct paragraph {
	char words[WORDS_MOST][WORD_ROOM], fresh[WORDS_MOST][WORD_ROOM];
	struct deed deeds[WORDS_MOST];
	int count;
	struct deed deed;
};

static struct paragraph paragraphs[PARAGRAPHS];

static void make_word(char *out)
{
	static const char heads[] = "bcdfglmnprst", vowels[] = "aeiou";
	int const syllables = 2 + (int)pairs_chance(&p, 3);
	for (int i = 0; i < syllables; i++) {
		*out++ = heads[pairs_chance(&p, sizeof heads - 1)];
		*out++ = vowels[pairs_chance(&p, sizeof vowels - 1)];
	}
	*out = '\0';
}

/* Deeds on words, with two left alone between each two. */
static void edit_words(struct paragraph *it)
{
	for (int w = 1; w + 3 < it->count; w++) {
		if (pairs_chance(&p, 8))
			continue;
		it->deeds[w].act = REPLACED + pairs_chance(&p, 3);
		it->deeds[w].side = 1 + pairs_chance(&p, 2);
		w += 2;
	}
}

static void make_paragraph(struct paragraph *it)
{
	*it = (struct paragraph){.count = 16 + (int)pairs_chance(&p, WORDS_MOST - 16)};
	for (int w = 0; w < it->count; w++) {
		make_word(it->words[w]);
		make_word(it->fresh[w]);
	}
}

/* Paragraph 3 may move behind 8 or the other way round; others may go, or come. */
static void edit_paragraphs(void)
{
	unsigned const mover = pairs_chance(&p, 3);
	bool const down = pairs_chance(&p, 2);
	if (mover) {
		paragraphs[down ? 3 : 9].deed = (struct deed){MOVED, mover, 0};
		paragraphs[down ? 8 : 4].deed = (struct deed){FOLLOWED, mover, down ? 3 : 9};
	}
	for (int i = 0; i < PARAGRAPHS; i += 6)
		if (!pairs_chance(&p, 2))
			paragraphs[i].deed = (struct deed){pairs_chance(&p, 2) ? DELETED : FOLLOWED,
			                                   1 + pairs_chance(&p, 2), -1};
}

static void make_draft(void)
{
	for (int i = 0; i < PARAGRAPHS; i++)
		make_paragraph(&paragraphs[i]);
	edit_paragraphs();
	for (int i = 0; i < PARAGRAPHS; i++)
		if (paragraphs[i].deed.act != DELETED)
			edit_words(&paragraphs[i]);
}

static void print_word(struct text *out, const char *word, int *column, int width)
{
	if (*column && width && *column + (int)strlen(word) > width) {
		text_put(out, "\n    ");
		*column = 0;
	} else {
		text_put(out, " ");
	}
	text_put(out, word);
	*column += (int)strlen(word) + 1;
}

static void print_paragraph(struct text *out, const struct paragraph *it, int number,
                            unsigned sides, int width)
{
	int column = 4;
	text_format(out, "%d.", number);
	for (int w = 0; w < it->count; w++) {
		enum act const act = it->deeds[w].side & sides ? it->deeds[w].act : NOTHING;
		if (act == NOTHING || act == FOLLOWED)
			print_word(out, it->words[w], &column, width);
		if (act == REPLACED || act == FOLLOWED)
			print_word(out, it->fresh[w], &column, width);
	}
	text_put(out, ".\n\n");
}

static void print_draft(struct text *out, unsigned sides, int width)
{
	out->len = 0;
	text_put(out, "# Draft\n\n");
	for (int i = 0; i < PARAGRAPHS; i++) {
		const struct paragraph *it = &paragraphs[i];
		enum act const act = it->deed.side & sides ? it->deed.act : NOTHING;
		if (act == NOTHING || act == FOLLOWED)
			print_paragraph(out, it, i + 1, sides, width);
		if (act == FOLLOWED && it->deed.from >= 0)
			print_paragraph(out, &paragraphs[it->deed.from], it->deed.from + 1, sides, width);
		else if (act == FOLLOWED)
			text_format(out, "%d bis. %s %s %s and %s.\n\n", i + 1, it->fresh[0], it->fresh[1],
			            it->fresh[2], it->fresh[3]);
	}
}

static void print_three(int width)
{
	print_draft(&p.old, 0, 0);
	print_draft(&p.now, 1, 0);
	print_draft(&other, 2, width);
}

Test(law_merge, edits_apart_are_all_made)
{
	struct text both = {0};
	for (int i = 0; i < ROUNDS / 4; i++) {
		p.seed = p.state;
		make_draft();
		print_three(0);
		print_draft(&both, 3, 0);
		expect(text_view(&p.old), text_view(&p.now), text_view(&other), text_view(&both),
		       "edits apart");
	}
	text_release(&both);
}

static void squeeze(struct text *t)
{
	size_t kept = 0;
	bool space = false;
	for (size_t i = 0; i < t->len; i++) {
		bool const is = is_space(t->ptr[i]);
		if (!is || !space)
			t->ptr[kept++] = is ? ' ' : t->ptr[i];
		space = is;
	}
	t->len = kept;
}

Test(law_merge, nor_does_it_matter_where_lines_break)
{
	struct text both = {0}, got = {0};
	for (int i = 0; i < ROUNDS / 4; i++) {
		p.seed = p.state;
		make_draft();
		print_three(40 + (int)pairs_chance(&p, 40));
		print_draft(&both, 3, 0);
		redline_merge *m = merge(text_view(&p.old), text_view(&p.now), text_view(&other));
		cr_assert_eq(conflicts(m), 0, "a conflict " SAY, SAID);
		got.len = 0;
		text_add(&got, redline_merge_text(m).ptr, redline_merge_text(m).len);
		squeeze(&got);
		squeeze(&both);
		cr_assert(text_is(text_view(&got), text_view(&both)), "other words " SAY "\ngot:\n%s",
		          SAID, got.ptr);
		redline_merge_free(m);
	}
	text_release(&both);
	text_release(&got);
}
