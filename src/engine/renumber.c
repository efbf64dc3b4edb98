/*
 * renumber.c -- see renumber.h, and redline/renumber.h for a whole draft.
 *
 * New numbers are found on the text as the other amendments leave it: it is
 * written out, read as a draft, and its lists run on without gaps.  A table
 * says what became of each number of the draft as submitted; references in the
 * new text are looked up in it.  Every change found so is then said as an edit
 * of the old text: of its own where the bytes are old, inside of the words
 * that another edit brings in where they are new.
 */
#include "renumber.h"

#include <redline/renumber.h>

#include <stdlib.h>

#include "base/buf.h"
#include "base/bytes.h"
#include "numbering.h"
#include "numeral.h"
#include "references.h"
#include "token.h"
#include "weave.h"

/* ---- where the old text is in the new one ---- */

/* A piece of the new text: kept bytes, or the words of an edit. */
struct stretch {
	uint32_t now;  /* where it begins */
	uint32_t old;  /* of kept bytes: where they begin */
	uint32_t edit; /* the edit, or REDLINE_NONE */
};

typedef VEC(struct stretch) stretch_list;

static void add_stretch(stretch_list *list, struct buf *text, uint32_t old, uint32_t edit,
                        redline_bytes bytes)
{
	struct stretch *s = bytes.len ? VEC_PUSH(list) : NULL;
	if (s)
		*s = (struct stretch){(uint32_t)text->len, old, edit};
	buf_bytes(text, bytes);
}

static bool same_edit(const struct edit *a, const struct edit *b)
{
	return a->core.begin == b->core.begin && a->core.end == b->core.end &&
	       bytes_equal(a->words, b->words);
}

/* Writes the new text out. */
static bool write_out(redline_bytes old, const struct edit *edits, size_t count, struct buf *text,
                      stretch_list *list)
{
	uint32_t at = 0;
	for (size_t i = 0; i < count; i++) {
		const struct edit *e = &edits[i];
		if (i && same_edit(&edits[i - 1], e))
			continue;
		add_stretch(list, text, at, REDLINE_NONE,
		            bytes_in(old, (redline_range){at, e->range.begin}));
		add_stretch(list, text, 0, (uint32_t)i, e->words);
		at = e->range.end;
	}
	add_stretch(list, text, at, REDLINE_NONE,
	            bytes_in(old, (redline_range){at, (uint32_t)old.len}));
	return !text->failed && !list->failed;
}

/* The stretch that a byte of the new text is in. */
static const struct stretch *stretch_at(const stretch_list *list, uint32_t now)
{
	size_t low = 0, high = list->len;
	while (high - low > 1) {
		size_t const mid = low + (high - low) / 2;
		if (list->at[mid].now <= now)
			low = mid;
		else
			high = mid;
	}
	return &list->at[low];
}

/* ---- one run ---- */

/* What became of a number. */
struct fate {
	enum provision_noun noun;
	redline_bytes was, is; /* canonical; is: empty if the provision is gone */
	uint32_t list;         /* of the draft as submitted, or REDLINE_NONE */
	uint32_t cause;
	bool follows;          /* references to it are to be looked at */
};

struct change {
	redline_range range; /* of the new text */
	redline_bytes words;
	uint32_t cause;
};

struct run {
	struct arena *arena;
	struct report *report;
	redline_bytes old_text, text;
	const redline_draft *old_draft, *draft;
	const redline_block *old_blocks, *blocks;
	struct numbering was, is;
	uint32_t *block_of;   /* by item of `was`: its block now, or REDLINE_NONE */
	uint32_t *list_cause; /* by list of `was`: the amendment that renumbers it */
	uint32_t *item_cause; /* by item of `was`: the amendment that gives it a number */
	uint32_t *hints;      /* by block of the new draft: its list of `was` */
	struct fate *fates;
	uint32_t fate_count;
	VEC(struct change) changes;
	bool whole; /* a draft by itself, without amendments */
};

static bool add_change(struct run *r, redline_range range, redline_bytes words, uint32_t cause)
{
	struct change *c = VEC_PUSH(&r->changes);
	if (c)
		*c = (struct change){range, words, cause};
	return c != NULL;
}

/* A number as the one at `core` is written: "五条" for "四条之二", "٥" for "٤". */
static redline_bytes like_block(struct run *r, const struct numbered *it)
{
	char buf[32];
	redline_bytes const have = bytes_in(r->text, r->blocks[it->block].core);
	redline_bytes const number = it->next;
	enum numeral_script const script = numeral_script_of(have);
	size_t len = script == NUMERAL_ASCII ? 0
	                                     : numeral_write(number, script, buf, sizeof buf);
	if (!len)
		return number;
	for (size_t at = 0; at + 3 <= have.len && script == NUMERAL_CHINESE; at += 3) {
		redline_bytes const unit = {have.ptr + at, 3};
		bool const counted = bytes_equal(unit, BYTES("条")) || bytes_equal(unit, BYTES("條")) ||
		                     bytes_equal(unit, BYTES("章")) || bytes_equal(unit, BYTES("节")) ||
		                     bytes_equal(unit, BYTES("節"));
		if (counted && len + 3 <= sizeof buf) {
			memcpy(buf + len, unit.ptr, 3);
			len += 3;
			break;
		}
	}
	return arena_copy(r->arena, (redline_bytes){buf, len});
}

/* A canonical label as it is written: "59 bis". */
static redline_bytes written(struct run *r, redline_bytes label)
{
	size_t digits = 0;
	while (digits < label.len && is_digit(label.ptr[digits]))
		digits++;
	if (!digits || label.len - digits < 3)
		return label;
	char *out = arena_alloc(r->arena, label.len + 1);
	if (!out)
		return label;
	memcpy(out, label.ptr, digits);
	out[digits] = ' ';
	memcpy(out + digits + 1, label.ptr + digits, label.len - digits);
	return (redline_bytes){out, label.len + 1};
}

/* ---- what became of the numbers ---- */

static enum provision_noun noun_of(const redline_block *b)
{
	switch (b->unit) {
	case REDLINE_LABEL_ARTICLE:
		return NOUN_ARTICLE;
	case REDLINE_LABEL_SECTION:
		return NOUN_SECTION;
	case REDLINE_LABEL_CHAPTER:
		return NOUN_CHAPTER;
	case REDLINE_LABEL_ANNEX:
		return NOUN_ANNEX;
	case REDLINE_LABEL_NOTE:
		return NO_NOUN;
	default:
		break;
	}
	if (b->kind == REDLINE_HEADING)
		return NOUN_SECTION;
	return b->parent == REDLINE_NONE ? NOUN_PARAGRAPH : NO_NOUN;
}

/* The number that an item of the new draft will have. */
static redline_bytes final_label(const struct run *r, uint32_t block)
{
	uint32_t const i = r->is.of_block[block];
	if (i == REDLINE_NONE)
		return (redline_bytes){0};
	return r->is.at[i].next.len ? r->is.at[i].next : r->is.at[i].label;
}

static int compare_fates(const void *x, const void *y)
{
	const struct fate *a = x, *b = y;
	int const noun = (int)a->noun - (int)b->noun;
	int const was = noun ? noun : bytes_compare(a->was, b->was);
	return was ? was : (a->list > b->list) - (a->list < b->list);
}

static bool list_fates(struct run *r)
{
	r->fates = arena_array(r->arena, (size_t)r->was.count + 1, sizeof *r->fates);
	if (!r->fates)
		return false;
	bool some = false;
	for (uint32_t i = 0; i < r->was.count; i++) {
		const struct numbered *it = &r->was.at[i];
		struct fate *f = &r->fates[r->fate_count];
		*f = (struct fate){.noun = noun_of(&r->old_blocks[it->block]),
		                   .was = it->label,
		                   .list = it->list,
		                   .cause = r->list_cause[it->list]};
		if (f->noun == NO_NOUN)
			continue;
		if (r->block_of[i] != REDLINE_NONE)
			f->is = final_label(r, r->block_of[i]);
		f->follows = f->is.len ? !bytes_equal(f->is, f->was) : f->cause != REDLINE_NONE;
		if (r->item_cause[i] != REDLINE_NONE)
			f->cause = r->item_cause[i];
		some |= f->follows;
		r->fate_count++;
	}
	if (some)
		qsort(r->fates, r->fate_count, sizeof *r->fates, compare_fates);
	else
		r->fate_count = 0;
	return true;
}

/* ---- references ---- */

/* The list of the draft as submitted that the numbered provision around a block is in. */
static uint32_t list_around(const struct run *r, uint32_t block)
{
	while (r->blocks[block].parent != REDLINE_NONE)
		block = r->blocks[block].parent;
	return r->hints[block];
}

/* The one that a number in `block` means; NULL if none, or if it is not clear which
 * (*unclear, and one of them was renumbered). */
static const struct fate *find_fate(const struct run *r, enum provision_noun noun,
                                    redline_bytes label, uint32_t block, bool *unclear)
{
	struct fate const key = {.noun = noun, .was = label, .list = 0};
	uint32_t low = 0, high = r->fate_count;
	*unclear = false;
	while (low < high) {
		uint32_t const mid = low + (high - low) / 2;
		if (compare_fates(&r->fates[mid], &key) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	uint32_t const list = list_around(r, block);
	uint32_t n = 0, own = 0;
	const struct fate *found = NULL, *in_own = NULL;
	bool follows = false;
	for (uint32_t i = low; i < r->fate_count && r->fates[i].noun == noun &&
	                       bytes_equal(r->fates[i].was, label) && n < 64;
	     i++, n++) {
		found = &r->fates[i];
		follows |= found->follows;
		if (found->list == list) {
			in_own = found;
			own++;
		}
	}
	if (own == 1)
		return in_own;
	*unclear = n > 1 && follows;
	return n == 1 ? found : NULL;
}

static void say_reference(struct run *r, redline_range range, const char *code,
                          redline_level level, const char *message, redline_bytes label,
                          uint32_t cause)
{
	r->report->amendment = r->whole ? REDLINE_NONE : cause;
	report_add(r->report, level, code, (redline_spot){REDLINE_IN_DRAFT, range}, message,
	           SHOWN(label));
	r->report->amendment = REDLINE_NONE;
}

/* Where a range of the new text stood, or what is nearest to it. */
static redline_range place_in_old(const struct run *r, const stretch_list *list,
                                  const struct edit *edits, redline_range now)
{
	const struct stretch *s = stretch_at(list, now.begin);
	if (s->edit != REDLINE_NONE)
		return edits[s->edit].core;
	uint32_t const begin = s->old + now.begin - s->now;
	uint32_t const end = begin + range_len(now);
	return (redline_range){begin, end < r->old_text.len ? end : (uint32_t)r->old_text.len};
}

static bool is_suffix(redline_bytes word)
{
	static const char *const words[] = {"bis", "ter", "quater", "quinquies", "sexies",
	                                    "septies", "octies", "alt", NULL};
	for (unsigned i = 0; words[i]; i++)
		if (bytes_equal_nocase(word, bytes_of(words[i])))
			return true;
	return false;
}

struct scan {
	struct run *r;
	const stretch_list *list;
	const struct edit *edits;
	uint32_t block;
	struct words_side side;
};

/* One number of a token, with its bis, at range. */
static bool look_up(struct scan *s, redline_range range, enum provision_noun noun, bool elsewhere)
{
	struct run *r = s->r;
	char core[CANONICAL_MAX];
	redline_bytes const label = {
		core, places_canonical(bytes_in(r->text, range), core, sizeof core)};
	bool unclear;
	const struct fate *f = find_fate(r, noun, label, s->block, &unclear);
	redline_range const shown = place_in_old(r, s->list, s->edits, range);
	if (unclear && !elsewhere)
		say_reference(r, shown, "reference-unclear", REDLINE_WARNING,
		              "it is not clear which %.*s is meant, and one of them is renumbered; "
		              "this reference stays as it is",
		              label, 0);
	if (!f || !f->follows || unclear)
		return true;
	if (elsewhere)
		return true;
	if (!f->is.len) {
		say_reference(r, shown, "reference-lost", REDLINE_WARNING,
		              "this refers to %.*s, which is gone, and the numbers have changed; "
		              "the reference stays as it is",
		              label, f->cause);
		return true;
	}
	return add_change(r, range, written(r, f->is), f->cause);
}

/* The numbers of token i: "58", "58-60", "3(b)", each with a bis that follows. */
static bool look_at_token(struct scan *s, uint32_t i)
{
	bool elsewhere;
	enum provision_noun const noun = references_noun(&s->side, i, &elsewhere);
	if (noun == NO_NOUN)
		return true;
	const struct token *t = &s->side.tokens[i];
	redline_bytes const word = {s->side.text.ptr + t->begin, t->length};
	if (t->kind == TOKEN_WORD) /* "section C" */
		return look_up(s, (redline_range){t->begin, t->begin + t->length}, noun,
		               elsewhere);
	for (size_t at = 0; at < word.len;) {
		size_t n = 0;
		while (at + n < word.len && is_digit(word.ptr[at + n]))
			n++;
		char const before = at ? word.ptr[at - 1] : ' ';
		char const after = at + n < word.len ? word.ptr[at + n] : ' ';
		bool const whole = n && before != '(' && before != '.' && before != '/' &&
		                   after != '.' && after != '/' && !is_alpha(after);
		redline_range range = {t->begin + (uint32_t)at, t->begin + (uint32_t)(at + n)};
		bool const last = at + n == word.len;
		if (whole && last && i + 1 < s->side.count) {
			const struct token *next = &s->side.tokens[i + 1];
			redline_bytes const bis = {s->side.text.ptr + next->begin, next->length};
			if (is_suffix(bis))
				range.end = next->begin + next->length;
		}
		if (whole && !look_up(s, range, noun, elsewhere))
			return false;
		at += n ? n : 1;
	}
	return true;
}

static bool follow_references(struct run *r, const stretch_list *list, const struct edit *edits)
{
	struct token_rules const rules = {0};
	struct tokens tokens = {0};
	bool ok = true;
	uint32_t const count = redline_draft_count(r->draft);
	for (uint32_t i = 0; ok && r->fate_count && i < count; i++) {
		const redline_block *b = &r->blocks[i];
		if (b->kind == REDLINE_VERBATIM || !range_len(b->body))
			continue;
		tokens_clear(&tokens);
		tokens_add(&tokens, r->text, b->body, &rules);
		struct scan s = {r, list, edits, i,
		                 {r->text, tokens.at, tokens.hash, tokens.count}};
		for (uint32_t k = 0; ok && !tokens.failed && k < tokens.count; k++)
			ok = look_at_token(&s, k);
		ok = ok && !tokens.failed;
	}
	tokens_release(&tokens);
	return ok;
}

/* ---- changes of the new text as edits of the old one ---- */

static int compare_changes(const void *x, const void *y)
{
	const struct change *a = x, *b = y;
	return (a->range.begin > b->range.begin) - (a->range.begin < b->range.begin);
}

/* The words of an edit with the changes [from, to) made in them. */
static redline_bytes spliced(struct run *r, redline_bytes words, uint32_t now, size_t from,
                             size_t to)
{
	struct buf out = {0};
	uint32_t at = 0;
	for (size_t i = from; i < to; i++) {
		const struct change *c = &r->changes.at[i];
		uint32_t const begin = c->range.begin - now;
		buf_bytes(&out, bytes_in(words, (redline_range){at, begin}));
		buf_bytes(&out, c->words);
		at = begin + range_len(c->range);
	}
	buf_bytes(&out, bytes_in(words, (redline_range){at, (uint32_t)words.len}));
	redline_bytes const copy =
		out.failed ? words : arena_copy(r->arena, buf_view(&out));
	buf_release(&out);
	return copy;
}

static bool add_edit(edit_list *edits, struct edit edit)
{
	struct edit *e = VEC_PUSH(edits);
	if (e)
		*e = edit;
	return e != NULL;
}

/* Changes [from, to) stand in the words of one edit, and of those that are the same. */
static bool change_in_edit(struct run *r, edit_list *edits, size_t count, edit_list *more,
                           const struct stretch *s, size_t from, size_t to)
{
	struct edit const model = edits->at[s->edit];
	redline_bytes const words = spliced(r, model.words, s->now, from, to);
	size_t end = s->edit;
	while (end < count && same_edit(&model, &edits->at[end]))
		end++;
	for (size_t i = s->edit; i < end; i++)
		edits->at[i].words = words;
	for (size_t i = from; i < to; i++) {
		struct edit twin = model;
		twin.words = words;
		twin.cause = r->changes.at[i].cause;
		bool told = i > from && r->changes.at[i - 1].cause == twin.cause;
		for (size_t k = s->edit; k < end; k++)
			told |= edits->at[k].cause == twin.cause;
		if (!told && !add_edit(more, twin))
			return false;
	}
	return true;
}

/* A change of kept bytes is an edit of its own. */
static bool change_of_old(struct run *r, edit_list *more, const struct stretch *s,
                          const struct change *c)
{
	uint32_t const at = s->old + c->range.begin - s->now;
	redline_range const range = {at, at + range_len(c->range)};
	return add_edit(more, (struct edit){range, range, c->words, c->cause,
	                                    redline_draft_block_at(r->old_draft, at), false, 0});
}

static bool say_as_edits(struct run *r, edit_list *edits, const stretch_list *list)
{
	if (r->changes.len)
		qsort(r->changes.at, r->changes.len, sizeof *r->changes.at, compare_changes);
	size_t const count = edits->len;
	edit_list more = {0};
	bool ok = true;
	for (size_t i = 0, end; ok && i < r->changes.len; i = end) {
		const struct change *c = &r->changes.at[i];
		const struct stretch *s = stretch_at(list, c->range.begin);
		uint32_t const limit = s + 1 < list->at + list->len ? s[1].now : UINT32_MAX;
		end = i + 1;
		if (c->range.end > limit)
			continue; /* half of it is new, so nobody wrote it as a number */
		if (s->edit == REDLINE_NONE) {
			ok = change_of_old(r, &more, s, c);
			continue;
		}
		while (end < r->changes.len && r->changes.at[end].range.end <= limit)
			end++;
		ok = change_in_edit(r, edits, count, &more, s, i, end);
	}
	for (size_t i = 0; ok && i < more.len; i++)
		ok = add_edit(edits, more.at[i]);
	VEC_RELEASE(&more);
	return ok;
}

/* ---- from the old blocks to the new ones ---- */

/* The item that begins at or behind a byte of the old text. */
static uint32_t item_from(const struct run *r, uint32_t at)
{
	uint32_t low = 0, high = r->was.count;
	while (low < high) {
		uint32_t const mid = low + (high - low) / 2;
		if (r->old_blocks[r->was.at[mid].block].core.begin < at)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* The item's number stands at `now` in the new text. */
static void set_block(struct run *r, uint32_t item, uint32_t now)
{
	uint32_t const block = redline_draft_block_at(r->draft, now);
	if (block != REDLINE_NONE && r->blocks[block].core.begin == now)
		r->block_of[item] = block;
}

static void map_kept(struct run *r, const stretch_list *list)
{
	for (size_t i = 0; i < list->len; i++) {
		const struct stretch *s = &list->at[i];
		uint32_t const end =
			i + 1 < list->len ? list->at[i + 1].now : (uint32_t)r->text.len;
		if (s->edit != REDLINE_NONE)
			continue;
		for (uint32_t k = item_from(r, s->old); k < r->was.count; k++) {
			uint32_t const at = r->old_blocks[r->was.at[k].block].core.begin;
			if (at - s->old >= end - s->now)
				break;
			set_block(r, k, s->now + at - s->old);
		}
	}
	for (uint32_t k = 0; k < r->was.count; k++)
		if (r->block_of[k] != REDLINE_NONE)
			r->hints[r->block_of[k]] = r->was.at[k].list;
}

/* Numbers that amendments changed, and those in what was moved. */
static bool map_edited(struct run *r, const struct lander *l, const edit_list *edits,
                       const stretch_list *list, uint32_t results)
{
	uint32_t *put = arena_array(r->arena, (size_t)results + 1, sizeof *put);
	if (!put)
		return false;
	for (uint32_t i = 0; i < results; i++)
		put[i] = REDLINE_NONE;
	for (size_t i = 0; i < list->len; i++) {
		const struct stretch *s = &list->at[i];
		if (s->edit == REDLINE_NONE)
			continue;
		const struct edit *e = &edits->at[s->edit];
		for (size_t k = s->edit; k < edits->len && same_edit(e, &edits->at[k]); k++)
			if (e->core.begin == e->core.end)
				put[edits->at[k].cause] = s->now;
		uint32_t const item = item_from(r, e->core.begin);
		if (item < r->was.count && range_len(e->core) &&
		    r->old_blocks[r->was.at[item].block].core.begin == e->core.begin &&
		    r->old_blocks[r->was.at[item].block].core.end == e->core.end) {
			set_block(r, item, s->now);
			if (r->block_of[item] != REDLINE_NONE)
				r->hints[r->block_of[item]] = r->was.at[item].list;
		}
	}
	for (size_t i = 0; i < l->moved.len; i++) {
		const struct moved *m = &l->moved.at[i];
		if (put[m->cause] == REDLINE_NONE)
			continue; /* refused after all */
		for (uint32_t k = item_from(r, m->from.begin); k < r->was.count; k++) {
			uint32_t const at = r->old_blocks[r->was.at[k].block].core.begin;
			if (at >= m->from.end)
				break;
			set_block(r, k, put[m->cause] + m->at + at - m->from.begin);
		}
	}
	return true;
}

/* ---- "renumber accordingly" ---- */

/* The amendment of a statement that asks for what is needed; REDLINE_NONE. */
static bool find_askers(const struct run *r, const redline_result *results, uint32_t count,
                        uint32_t **by_statement, bool *any)
{
	uint32_t statements = 0;
	for (uint32_t i = 0; i < count; i++)
		if (results[i].statement >= statements)
			statements = results[i].statement + 1;
	*by_statement = arena_array(r->arena, (size_t)statements + 1, sizeof **by_statement);
	if (!*by_statement)
		return false;
	for (uint32_t i = 0; i < statements; i++)
		(*by_statement)[i] = REDLINE_NONE;
	*any = false;
	for (uint32_t i = 0; i < count; i++) {
		const redline_amendment *m = results[i].amendment;
		if (m->action != REDLINE_RENUMBER || results[i].fate != REDLINE_APPLIED)
			continue;
		*any = true;
		if (!m->target_count)
			(*by_statement)[results[i].statement] = i;
	}
	return true;
}

/* Which lists of the draft as submitted run on anew, and by which amendment. */
static bool mark_lists(struct run *r, const struct lander *l, const redline_result *results,
                       const uint32_t *askers)
{
	r->list_cause = arena_array(r->arena, (size_t)r->was.lists + 1, sizeof *r->list_cause);
	if (!r->list_cause)
		return false;
	for (uint32_t i = 0; i < r->was.lists; i++)
		r->list_cause[i] = REDLINE_NONE;
	for (size_t i = 0; i < l->touched.len; i++) {
		const struct touched *t = &l->touched.at[i];
		uint32_t const item = r->was.of_block[t->block];
		uint32_t const asker = askers[results[t->cause].statement];
		if (results[t->cause].fate == REDLINE_APPLIED && item != REDLINE_NONE &&
		    asker != REDLINE_NONE)
			r->list_cause[r->was.at[item].list] = asker;
	}
	return true;
}

/* The place of each item of `was` in its list, from 1. */
static uint32_t *count_in_lists(struct run *r)
{
	uint32_t *seen = arena_array(r->arena, (size_t)r->was.lists + 1, sizeof *seen);
	uint32_t *nth = arena_array(r->arena, (size_t)r->was.count + 1, sizeof *nth);
	if (!seen || !nth)
		return NULL;
	memset(seen, 0, ((size_t)r->was.lists + 1) * sizeof *seen);
	for (uint32_t i = 0; i < r->was.count; i++)
		nth[i] = ++seen[r->was.at[i].list];
	return nth;
}

/* By block of the new draft: the item of `was` that it is, or REDLINE_NONE. */
static uint32_t *items_by_block(struct run *r)
{
	uint32_t const count = redline_draft_count(r->draft);
	uint32_t *item = arena_array(r->arena, (size_t)count + 1, sizeof *item);
	for (uint32_t i = 0; item && i < count; i++)
		item[i] = REDLINE_NONE;
	for (uint32_t i = 0; item && i < r->was.count; i++)
		if (r->block_of[i] != REDLINE_NONE && r->hints[r->block_of[i]] != REDLINE_NONE)
			item[r->block_of[i]] = i;
	return item;
}

/*
 * Lists run on from the first place where something came, went or moved; what stands
 * before it keeps its numbers.
 */
static bool run_lists_on(struct run *r)
{
	struct { uint32_t nth, value; } *before; /* by list: the item before */
	before = arena_array(r->arena, (size_t)r->is.lists + 1, sizeof *before);
	struct run_on *lists = arena_array(r->arena, (size_t)r->is.lists + 1, sizeof *lists);
	uint32_t *causes = arena_array(r->arena, (size_t)r->is.lists + 1, sizeof *causes);
	uint32_t *nth = count_in_lists(r), *item = items_by_block(r);
	uint32_t *first = arena_array(r->arena, (size_t)r->was.lists + 1, sizeof *first);
	if (!before || !lists || !causes || !nth || !item || !first)
		return false;
	memset(before, 0, ((size_t)r->is.lists + 1) * sizeof *before);
	memset(lists, 0, ((size_t)r->is.lists + 1) * sizeof *lists);
	for (uint32_t i = 0; i < r->is.lists; i++)
		causes[i] = REDLINE_NONE;
	for (uint32_t i = r->was.count; i-- > 0;)
		first[r->was.at[i].list] = r->was.at[i].value ? r->was.at[i].value : 1;
	for (uint32_t i = 0; i < r->is.count; i++) {
		const struct numbered *it = &r->is.at[i];
		uint32_t const hint = r->hints[it->block];
		if (hint != REDLINE_NONE && causes[it->list] == REDLINE_NONE) {
			causes[it->list] = r->list_cause[hint];
			lists[it->list].from = first[hint]; /* for now: the list's first number */
		}
	}
	for (uint32_t i = 0; i < r->is.count; i++) {
		const struct numbered *it = &r->is.at[i];
		uint32_t const known = item[it->block];
		uint32_t const place = known != REDLINE_NONE ? nth[known] : 0;
		bool const stays = place && place == before[it->list].nth + 1;
		if (causes[it->list] != REDLINE_NONE && !stays && !lists[it->list].value) {
			uint32_t const value = before[it->list].nth ? before[it->list].value + 1
								    : lists[it->list].from;
			lists[it->list] = (struct run_on){i, value};
		}
		before[it->list].nth = place;
		before[it->list].value = it->value;
	}
	if (!numbering_run_on(&r->is, r->draft, lists, r->arena))
		return false;
	for (uint32_t i = 0; i < r->is.count; i++) {
		const struct numbered *it = &r->is.at[i];
		if (it->next.len &&
		    !add_change(r, r->blocks[it->block].core, like_block(r, it), causes[it->list]))
			return false;
	}
	return true;
}

/* ---- all of it ---- */

static bool set_up(struct run *r)
{
	uint32_t const count = redline_draft_count(r->draft);
	r->blocks = redline_draft_blocks(r->draft);
	r->hints = arena_array(r->arena, (size_t)count + 1, sizeof *r->hints);
	r->block_of = arena_array(r->arena, (size_t)r->was.count + 1, sizeof *r->block_of);
	if (!r->hints || !r->block_of)
		return false;
	for (uint32_t i = 0; i < count; i++)
		r->hints[i] = REDLINE_NONE;
	for (uint32_t i = 0; i < r->was.count; i++)
		r->block_of[i] = REDLINE_NONE;
	return true;
}

static bool set_causes(struct run *r, const struct lander *l, const redline_result *results)
{
	r->item_cause = arena_array(r->arena, (size_t)r->was.count + 1, sizeof *r->item_cause);
	if (!r->item_cause)
		return false;
	for (uint32_t i = 0; i < r->was.count; i++)
		r->item_cause[i] = REDLINE_NONE;
	for (size_t i = 0; l && i < l->renumbered.len; i++) {
		const struct renumbered *it = &l->renumbered.at[i];
		uint32_t const item = r->was.of_block[it->block];
		if (item != REDLINE_NONE && results[it->cause].fate == REDLINE_APPLIED)
			r->item_cause[item] = it->cause;
	}
	return true;
}

static bool follow(struct run *r, struct lander *l, edit_list *edits, const stretch_list *list,
                   const redline_result *results, uint32_t count, const uint32_t *askers)
{
	if (!numbering_find(&r->was, r->old_draft, NULL, r->arena) || !set_up(r) ||
	    !mark_lists(r, l, results, askers) || !set_causes(r, l, results))
		return false;
	map_kept(r, list);
	return map_edited(r, l, edits, list, count) &&
	       numbering_find(&r->is, r->draft, r->hints, r->arena) && run_lists_on(r) &&
	       list_fates(r) && follow_references(r, list, edits->at) &&
	       say_as_edits(r, edits, list);
}

bool renumber_follow(struct lander *l, edit_list *edits, const redline_result *results,
                     uint32_t count)
{
	struct run r = {.arena = l->arena,
	                .report = l->report,
	                .old_text = l->text,
	                .old_draft = l->draft,
	                .old_blocks = l->blocks};
	uint32_t *askers;
	bool any;
	if (!find_askers(&r, results, count, &askers, &any))
		return false;
	if (!any)
		return true;
	struct buf text = {0};
	stretch_list list = {0};
	redline_draft *draft = NULL;
	weave_trim(edits->at, edits->len);
	bool ok = write_out(l->text, edits->at, edits->len, &text, &list);
	r.text = buf_view(&text);
	redline_status const status = ok ? redline_draft_new(&draft, r.text, NULL) : REDLINE_OK;
	r.draft = draft;
	/* what can't be read as a text any more is refused where it is woven */
	if (ok && status == REDLINE_OK)
		ok = follow(&r, l, edits, &list, results, count, askers);
	ok = ok && status != REDLINE_NO_MEMORY && !r.changes.failed;
	if (ok)
		weave_sort(edits->at, edits->len);
	VEC_RELEASE(&r.changes);
	VEC_RELEASE(&list);
	redline_draft_free(draft);
	buf_release(&text);
	return ok;
}

/* ---- a whole draft ---- */

struct redline_renumbering {
	struct arena arena;
	struct report report;
	redline_script *script;
	redline_new_number *numbers;
	uint32_t count;
};

static bool same_style(const redline_block *a, const redline_block *b)
{
	return a->unit == b->unit && a->dress == b->dress && a->numeral == b->numeral &&
	       a->kind == b->kind && (a->kind != REDLINE_HEADING || a->level == b->level);
}

/* The number that the first list at the margin of a style begins with in `before`. */
static uint32_t first_value(const struct numbering *n, const redline_draft *before,
                            const redline_block *style)
{
	const redline_block *blocks = redline_draft_blocks(before);
	for (uint32_t i = 0; i < n->count; i++)
		if (blocks[n->at[i].block].parent == REDLINE_NONE &&
		    same_style(&blocks[n->at[i].block], style))
			return n->at[i].value;
	return UINT32_MAX;
}

#define STYLES_MAX 32u

/* Where each list begins; only the first of its style at the margin may do so late. */
static bool start_lists(struct run *r, struct run_on *lists, const redline_draft *before)
{
	const redline_block *seen[STYLES_MAX];
	unsigned styles = 0;
	struct numbering was = {0};
	if (before && !numbering_find(&was, before, NULL, r->arena))
		return false;
	for (uint32_t i = 0; i < r->is.count; i++) {
		const struct numbered *it = &r->is.at[i];
		const redline_block *b = &r->blocks[it->block];
		if (lists[it->list].value)
			continue;
		lists[it->list] = (struct run_on){i, 1};
		if (b->parent != REDLINE_NONE)
			continue;
		unsigned k = 0;
		while (k < styles && !same_style(seen[k], b))
			k++;
		if (k < styles)
			continue;
		if (styles < STYLES_MAX)
			seen[styles++] = b;
		uint32_t const known = before ? first_value(&was, before, b) : UINT32_MAX;
		uint32_t const own = it->value ? it->value : 1;
		lists[it->list].value = known && known < own ? known : own;
	}
	return true;
}

/* "59 alt" that stands beside 59 becomes a provision of its own: that is worth a word. */
static void warn_alternative(struct run *r, uint32_t item)
{
	const struct numbered *it = &r->is.at[item];
	size_t const len = it->label.len;
	if (len < 4 || memcmp(it->label.ptr + len - 3, "alt", 3) != 0 || !item)
		return;
	const struct numbered *other = &r->is.at[item - 1];
	if (other->list == it->list && other->value == it->value)
		report_add(r->report, REDLINE_WARNING, "alternative-kept",
		           (redline_spot){REDLINE_IN_DRAFT, r->blocks[it->block].core},
		           "this alternative stands beside what it is one to, and now both have a "
		           "number");
}

static bool take_numbers(struct run *r, redline_renumbering *out)
{
	out->numbers = arena_array(r->arena, (size_t)r->is.count + 1, sizeof *out->numbers);
	if (!out->numbers)
		return false;
	for (uint32_t i = 0; i < r->is.count; i++) {
		const struct numbered *it = &r->is.at[i];
		warn_alternative(r, i);
		if (!it->next.len)
			continue;
		out->numbers[out->count++] = (redline_new_number){it->block, written(r, it->label),
		                                                   it->next};
		if (!add_change(r, r->blocks[it->block].core, like_block(r, it), 0))
			return false;
	}
	if (r->is.some_parted)
		report_add(r->report, REDLINE_WARNING, "numbers-of-parts",
		           (redline_spot){REDLINE_IN_DRAFT, {0, 0}},
		           "numbers of several parts (4.2, 38-841.03) are left as they are");
	return true;
}

static bool number_anew(struct run *r, redline_renumbering *out, const redline_draft *before,
                        edit_list *edits)
{
	stretch_list list = {0};
	struct stretch *all = VEC_PUSH(&list);
	bool ok = all && numbering_find(&r->was, r->draft, NULL, r->arena) &&
	          numbering_find(&r->is, r->draft, NULL, r->arena) && set_up(r) &&
	          set_causes(r, NULL, NULL);
	struct run_on *lists = arena_array(r->arena, (size_t)r->is.lists + 1, sizeof *lists);
	r->list_cause = arena_array(r->arena, (size_t)r->is.lists + 1, sizeof *r->list_cause);
	ok = ok && lists && r->list_cause;
	if (ok) {
		*all = (struct stretch){0, 0, REDLINE_NONE};
		memset(lists, 0, ((size_t)r->is.lists + 1) * sizeof *lists);
		memset(r->list_cause, 0, ((size_t)r->is.lists + 1) * sizeof *r->list_cause);
		for (uint32_t i = 0; i < r->was.count; i++) {
			r->block_of[i] = r->was.at[i].block;
			r->hints[r->was.at[i].block] = r->was.at[i].list;
		}
		ok = start_lists(r, lists, before) &&
		     numbering_run_on(&r->is, r->draft, lists, r->arena) &&
		     take_numbers(r, out) && list_fates(r) &&
		     follow_references(r, &list, NULL) && say_as_edits(r, edits, &list);
	}
	VEC_RELEASE(&list);
	return ok && !r->changes.failed;
}

redline_status redline_renumber(redline_renumbering **out, const redline_draft *draft,
                                const redline_draft *before)
{
	*out = NULL;
	redline_renumbering *own = calloc(1, sizeof *own);
	if (!own)
		return REDLINE_NO_MEMORY;
	report_begin(&own->report, &own->arena);
	edit_list edits = {0};
	struct run r = {.arena = &own->arena,
	                .report = &own->report,
	                .old_text = redline_draft_text(draft),
	                .text = redline_draft_text(draft),
	                .old_draft = draft,
	                .draft = draft,
	                .old_blocks = redline_draft_blocks(draft),
	                .whole = true};
	redline_status status =
		number_anew(&r, own, before, &edits) ? REDLINE_OK : REDLINE_NO_MEMORY;
	uint32_t *ops = arena_array(&own->arena, edits.len + 1, sizeof *ops);
	weave_sort(edits.at, edits.len);
	if (status == REDLINE_OK)
		status = ops ? weave_script(r.text, edits.at, edits.len, ops, &own->script)
			     : REDLINE_NO_MEMORY;
	if (status == REDLINE_OK && (report_failed(&own->report) || own->arena.failed))
		status = REDLINE_NO_MEMORY;
	VEC_RELEASE(&r.changes);
	VEC_RELEASE(&edits);
	if (status == REDLINE_OK)
		*out = own;
	else
		redline_renumbering_free(own);
	return status;
}

void redline_renumbering_free(redline_renumbering *renumbering)
{
	if (!renumbering)
		return;
	redline_script_free(renumbering->script);
	report_release(&renumbering->report);
	arena_release(&renumbering->arena);
	free(renumbering);
}

const redline_script *redline_renumbering_script(const redline_renumbering *renumbering)
{
	return renumbering->script;
}

const redline_new_number *redline_renumbering_numbers(const redline_renumbering *renumbering,
                                                      uint32_t *count)
{
	*count = renumbering->count;
	return renumbering->numbers;
}

redline_findings redline_renumbering_findings(const redline_renumbering *renumbering)
{
	return report_view(&renumbering->report);
}
