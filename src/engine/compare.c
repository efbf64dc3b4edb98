/*
 * compare.c -- what changed between two drafts.  See redline/compare.h.
 *
 * In this order:
 *   1. the units of both drafts are aligned (align.h), always the same draft
 *      first, whichever is the old one, so that the comparison the other way
 *      round is the mirror image;
 *   2. the links are turned to old and new, and the numbers that changed noted;
 *   3. both texts are passed over once, from one unit that stayed to the next:
 *      what lies between has gone, come or moved; inside a link words are
 *      compared (words.h) and emitted (emit.h);
 *   4. the moves' own edits are added.
 */
#include "engine/compare.h"

#include <stdlib.h>

#include "engine/align.h"
#include "engine/comparing.h"
#include "engine/count.h"
#include "engine/fold.h"

/* ---- 1. aligning ---- */

/* Is the new text the first of the two in an order that no one has a say in? */
static bool is_flipped(redline_bytes old, redline_bytes now)
{
	return old.len != now.len ? old.len > now.len : bytes_compare(old, now) > 0;
}

static redline_bytes label_of(const struct units *u, uint32_t unit)
{
	return bytes_in(u->text, u->blocks[u->at[unit].block].core);
}

/* White space at *at, of any kind and length, becomes one blank. */
static uint32_t next_of_label(redline_bytes label, size_t *at, bool fold_case)
{
	char const c = label.ptr[*at];
	unsigned size;
	if ((unsigned char)c < 0x80 && !is_space(c)) {
		++*at;
		return (unsigned char)(fold_case ? to_lower(c) : c);
	}
	uint32_t const cp = utf8_at(label, *at, &size);
	*at += size;
	if (!is_space_char(cp))
		return cp;
	while (*at < label.len && is_space_char(utf8_at(label, *at, &size)))
		*at += size;
	return ' ';
}

static bool same_label(redline_bytes was, redline_bytes is, bool fold_case)
{
	size_t i = 0, j = 0;
	if (bytes_equal(was, is))
		return true;
	while (i < was.len && j < is.len)
		if (next_of_label(was, &i, fold_case) != next_of_label(is, &j, fold_case))
			return false;
	return i == was.len && j == is.len;
}

static void turn_link(struct comparing *c, const struct link *link, struct turned *out)
{
	int const a = c->flipped ? NEW : OLD;
	*out = (struct turned){.move = NONE, .exact = link->exact};
	out->begin[a] = link->a;
	out->end[a] = link->a_end;
	out->begin[!a] = link->b;
	out->end[!a] = link->b_end;
	redline_bytes const was = label_of(&c->units[OLD], out->begin[OLD]);
	redline_bytes const is = label_of(&c->units[NEW], out->begin[NEW]);
	out->renumbered = !same_label(was, is, c->out->options.ignore_case);
	if (link->moved)
		out->move = 0; /* numbered when they are in order */
}

static int by_new(const void *x, const void *y)
{
	const struct turned *p = x, *q = y;
	return p->begin[NEW] < q->begin[NEW] ? -1 : p->begin[NEW] > q->begin[NEW];
}

static void note_links(struct comparing *c)
{
	for (int side = OLD; side < SIDES; side++)
		memset(c->link_of[side], 0xFF, c->units[side].count * sizeof(uint32_t));
	for (uint32_t i = 0; i < c->link_count; i++) {
		struct turned *it = &c->links[i];
		if (it->move != NONE)
			it->move = c->move_count++;
		for (int side = OLD; side < SIDES; side++)
			for (uint32_t u = it->begin[side]; u < it->end[side]; u++)
				c->link_of[side][u] = i;
	}
}

static bool turn_links(struct comparing *c, const struct links *links)
{
	c->links = malloc(((size_t)links->count + 1) * sizeof *c->links);
	for (int side = OLD; side < SIDES; side++)
		c->link_of[side] = malloc(((size_t)c->units[side].count + 1) * sizeof(uint32_t));
	if (!c->links || !c->link_of[OLD] || !c->link_of[NEW])
		return false;
	c->link_count = links->count;
	for (uint32_t i = 0; i < links->count; i++)
		turn_link(c, &links->at[i], &c->links[i]);
	if (c->flipped && c->link_count)
		qsort(c->links, c->link_count, sizeof *c->links, by_new);
	note_links(c);
	return true;
}

static bool align(struct comparing *c)
{
	struct links links;
	int const a = c->flipped ? NEW : OLD;
	if (!align_units(&links, &c->units[a], &c->units[!a]))
		return false;
	c->out->tally.bounded |= links.bounded;
	bool const ok = turn_links(c, &links);
	links_release(&links);
	return ok;
}

/* ---- 2. numbers ---- */

/* The number that others refer to a provision by; empty if by none. */
static redline_bytes number_of(const struct units *u, uint32_t unit)
{
	const redline_block *b = &u->blocks[u->at[unit].block];
	bool const named = b->numeral == REDLINE_ARABIC || b->unit != REDLINE_LABEL_PLAIN;
	redline_bytes label = named ? bytes_in(u->text, b->core) : (redline_bytes){"", 0};
	while (label.len && !is_digit(label.ptr[0])) {
		label.ptr++;
		label.len--;
	}
	size_t digits = 0;
	while (digits < label.len && is_digit(label.ptr[digits]))
		digits++;
	label.len = digits;
	return label;
}

static enum provision_noun noun_of(const struct units *u, uint32_t unit)
{
	if (u->at[unit].class == UNIT_NOTE)
		return NOUN_NOTE;
	const redline_block *b = &u->blocks[u->at[unit].block];
	enum provision_noun const noun = common_label_noun((redline_label_unit)b->unit);
	return noun == NO_NOUN ? NOUN_PARAGRAPH : noun;
}

/* A sub-paragraph is not what "paragraph 3" names. */
static bool is_nested(const struct units *u, uint32_t unit)
{
	uint32_t const parent = u->blocks[u->at[unit].block].parent;
	return parent != NONE && u->blocks[parent].kind == REDLINE_PROVISION &&
	       u->blocks[parent].unit != REDLINE_LABEL_ARTICLE;
}

static void note_references(struct comparing *c)
{
	for (uint32_t i = 0; i < c->link_count; i++) {
		const struct turned *it = &c->links[i];
		uint32_t const old = it->begin[OLD], now = it->begin[NEW];
		redline_bytes const was = number_of(&c->units[OLD], old);
		redline_bytes const is = number_of(&c->units[NEW], now);
		if (was.len && is.len && !is_nested(&c->units[OLD], old))
			references_add(&c->references, was, is, noun_of(&c->units[OLD], old));
	}
	references_sort(&c->references);
	c->failed |= c->references.failed;
}

/* ---- the whole ---- */

static struct token_rules rules_of(const redline_compare_options *options, uint64_t hash_mask)
{
	return (struct token_rules){.fold_case = options->ignore_case,
	                            .skip_punctuation = options->ignore_punctuation,
	                            .hash_mask = hash_mask};
}

static bool differs(const redline_script *script)
{
	uint32_t count;
	const redline_op *ops = redline_script_ops(script, &count);
	for (uint32_t i = 0; i < count; i++)
		if (ops[i].kind != REDLINE_KEEP && ops[i].kind != REDLINE_ALIKE)
			return true;
	return false;
}

static void count_aspects(redline_tally *t, const redline_op *ops, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		t->references += ops[i].aspect == REDLINE_ASPECT_REFERENCE;
		t->spacings += ops[i].aspect == REDLINE_ASPECT_SPACING;
	}
}

static redline_status finish(struct comparing *c)
{
	redline_comparison *out = c->out;
	uint32_t count;
	redline_status const status = script_finish(&c->script, &out->script);
	if (status != REDLINE_OK)
		return status;
	out->differs = differs(out->script);
	out->tally.bounded |= c->emitter.bounded || c->words.bounded || c->resolved_words.bounded;
	const redline_op *ops = redline_script_ops(out->script, &count);
	count_aspects(&out->tally, ops, count);
	ops = redline_script_edits(out->script, &count);
	count_aspects(&out->tally, ops, count);
	return REDLINE_OK;
}

static redline_status run(struct comparing *c, const struct token_rules *rules)
{
	redline_comparison *out = c->out;
	redline_bytes const old = redline_draft_text(out->drafts[OLD]);
	redline_bytes const now = redline_draft_text(out->drafts[NEW]);
	c->flipped = is_flipped(old, now);
	if (!units_find(&c->units[OLD], out->drafts[OLD], rules) ||
	    !units_find(&c->units[NEW], out->drafts[NEW], rules) || !align(c))
		return REDLINE_NO_MEMORY;
	note_references(c);
	script_begin_pair(&c->script, old, now, c->move_count);
	c->emitter = (struct emitter){.options = &out->options, .rules = *rules, .old = old,
	                              .now = now, .flipped = c->flipped,
	                              .script = &c->script, .move = NONE,
	                              .references = &c->references};
	compare_walk(c);
	if (c->failed || c->emitter.failed || c->out->pairs.failed) {
		script_abandon(&c->script);
		return REDLINE_NO_MEMORY;
	}
	return finish(c);
}

static void release(struct comparing *c)
{
	for (int i = OLD; i < SIDES; i++) {
		units_release(&c->units[i]);
		free(c->link_of[i]);
		tokens_release(&c->joined[i]);
		tokens_release(&c->resolved[i]);
		VEC_RELEASE(&c->labels[i]);
	}
	free(c->links);
	references_release(&c->references);
	emitter_release(&c->emitter);
	words_release(&c->words);
	words_release(&c->resolved_words);
}

/* The same by whole words, since words are what is counted. */
static redline_status add_counted(redline_comparison *out, uint64_t hash_mask)
{
	redline_comparison *other;
	redline_compare_options options = out->options;
	options.chars = false;
	redline_status const status =
	    compare_drafts(&other, out->drafts[OLD], out->drafts[NEW], &options, hash_mask);
	if (status != REDLINE_OK)
		return status;
	out->counted = other->script;
	other->script = NULL;
	redline_comparison_free(other);
	return REDLINE_OK;
}

redline_status compare_drafts(redline_comparison **out, const redline_draft *old,
                              const redline_draft *now, const redline_compare_options *options,
                              uint64_t hash_mask)
{
	*out = calloc(1, sizeof **out);
	if (!*out)
		return REDLINE_NO_MEMORY;
	(*out)->drafts[OLD] = old;
	(*out)->drafts[NEW] = now;
	(*out)->options = options ? *options : (redline_compare_options){0};
	struct comparing c = {.out = *out};
	struct token_rules const rules = rules_of(&(*out)->options, hash_mask);
	redline_status status = run(&c, &rules);
	release(&c);
	if (status == REDLINE_OK && (*out)->options.chars)
		status = add_counted(*out, hash_mask);
	if (status != REDLINE_OK) {
		redline_comparison_free(*out);
		*out = NULL;
	}
	return status;
}

redline_status redline_compare(redline_comparison **out, const redline_draft *old,
                               const redline_draft *now, const redline_compare_options *options)
{
	return compare_drafts(out, old, now, options, 0);
}

void redline_comparison_free(redline_comparison *comparison)
{
	if (!comparison)
		return;
	redline_script_free(comparison->script);
	redline_script_free(comparison->counted);
	VEC_RELEASE(&comparison->pairs);
	free(comparison);
}

const redline_script *redline_comparison_script(const redline_comparison *comparison)
{
	return comparison->script;
}

const redline_pair *redline_comparison_pairs(const redline_comparison *comparison,
                                             uint32_t *count)
{
	*count = (uint32_t)comparison->pairs.len;
	return comparison->pairs.at;
}

bool redline_comparison_differs(const redline_comparison *comparison)
{
	return comparison->differs;
}

/* ---- counting words ---- */

static void count_ops(redline_tally *t, struct word_count *c, const redline_script *script)
{
	uint32_t count;
	const redline_op *ops = redline_script_ops(script, &count);
	for (uint32_t i = 0; i < count && !c->failed; i++) {
		count_op(c, script, &ops[i]);
		t->deleted += c->gone.count;
		t->inserted += c->come.count;
	}
	ops = redline_script_edits(script, &count);
	for (uint32_t i = 0; i < count && !c->failed; i++) {
		bool const changes = ops[i].kind == REDLINE_CHANGE;
		count_edit(c, script, &ops[i]);
		t->deleted += c->gone.count;
		t->inserted += changes ? c->come.count : 0;
		t->moved_words += changes ? 0 : c->come.count;
	}
}

/*
 * A text's words, piece by piece, so that not all of its tokens are held at once.  The
 * label is a piece: in "7. November 2020 was ..." it is no day.
 */
static uint32_t count_text(struct word_count *c, const redline_draft *draft)
{
	static const struct token_rules words_only = {.skip_punctuation = true};
	uint32_t const blocks = redline_draft_count(draft);
	const redline_block *block = redline_draft_blocks(draft);
	uint32_t n = 0;
	for (uint32_t i = 0; i < blocks && !c->failed; i++) {
		redline_range const label = {block[i].bytes.begin, block[i].body.begin};
		redline_range const body = {block[i].body.begin, block[i].bytes.end};
		tokens_clear(&c->come);
		tokens_add(&c->come, redline_draft_text(draft), label, &words_only);
		tokens_add(&c->come, redline_draft_text(draft), body, &words_only);
		c->failed |= c->come.failed;
		n += c->come.count;
	}
	return n;
}

redline_status redline_comparison_tally(const redline_comparison *comparison,
                                        redline_tally *out)
{
	struct word_count c = {0};
	*out = comparison->tally;
	count_ops(out, &c, compare_counted(comparison));
	bool const failed = c.failed;
	count_release(&c);
	return failed ? REDLINE_NO_MEMORY : REDLINE_OK;
}

redline_status redline_comparison_sizes(const redline_comparison *comparison,
                                        uint32_t *old_words, uint32_t *new_words)
{
	struct word_count c = {0};
	*old_words = count_text(&c, comparison->drafts[OLD]);
	*new_words = count_text(&c, comparison->drafts[NEW]);
	bool const failed = c.failed;
	count_release(&c);
	return failed ? REDLINE_NO_MEMORY : REDLINE_OK;
}

const redline_script *compare_counted(const redline_comparison *comparison)
{
	return comparison->counted ? comparison->counted : comparison->script;
}
