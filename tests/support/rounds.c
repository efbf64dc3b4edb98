/*
 * rounds.c -- making rounds.  See rounds.h; how they are scored is in
 * rounds_score.c.
 *
 * In this order:
 *   1. the old draft: sections of units, a unit being a provision or a plain
 *      paragraph with the sub-paragraphs or bullets under it;
 *   2. a plan: whole units that leave or move, single items under them that do,
 *      neighbours that merge, and what else becomes of single items; nothing
 *      has two fates but what moves, which may be edited lightly;
 *   3. the new draft, item by item in the order of the old, with what is
 *      inserted and what has moved there put in between;
 *   4. numbers, and both texts;
 *   5. which of the moves are ones: what passed nothing that is still there has
 *      stayed.
 *
 * The truth asks for nothing a careful reader couldn't find: what is edited
 * heavily keeps half its words, rewritten text is long enough to be told from an
 * edit, and what comes again and again neither moves nor is edited.
 */
#include "rounds.h"

#include <stdlib.h>
#include <string.h>

enum {
	MOVES = 64,        /* at most */
	SHORT_LEAST = 5,
	SHORT_MOST = 15,
	EDIT_LEAST = 12,   /* words, of what moves and is edited, and of what is edited */
	HEAVY_LEAST = 16,
	REWRITE_LEAST = 20,
	SPLIT_LEAST = 30,
	PART_LEAST = 8,
	LIGHT = 50,        /* words touched, in a thousand */
	HEAVY = 400,
	LETTERS = 26,
};

/* Items of the old draft that move together. */
struct passage {
	size_t begin, end;
	size_t after; /* they stand behind this old item now, or where it was */
};

/* In a thousand. */
struct rates {
	uint32_t light, heavy, split, merge, rewrite;
	uint32_t move, leave, insert;
};

struct making {
	struct round *round;
	struct rates rates;
	struct passage passages[MOVES]; /* group g is the one at g - 1 */
	struct prose_words scratch;
};

/* ---- lists ---- */

static void *grow(void *at, size_t len, size_t *cap, size_t size)
{
	if (len < *cap)
		return at;
	*cap = *cap ? *cap * 2 : 64;
	void *moved = realloc(at, *cap * size);
	if (!moved)
		abort();
	return moved;
}

void round_add_link(struct round_links *links, uint32_t old, uint32_t now, bool moved)
{
	links->at = grow(links->at, links->len, &links->cap, sizeof *links->at);
	links->at[links->len++] = (struct round_link){old, now, moved};
}

void round_links_release(struct round_links *links)
{
	free(links->at);
	*links = (struct round_links){0};
}

static void release_side(struct round_side *side)
{
	prose_words_release(&side->words);
	free(side->items);
	text_release(&side->text);
}

void round_release(struct round *round)
{
	release_side(&round->old);
	release_side(&round->now);
	round_links_release(&round->truth);
	prose_end(&round->source);
	*round = (struct round){0};
}

/* The item whose words are those from `first` on. */
static struct round_item *add_item(struct round_side *side, size_t first, enum round_kind kind,
                                   enum round_fate fate)
{
	side->items = grow(side->items, side->len, &side->cap, sizeof *side->items);
	struct round_item *item = &side->items[side->len++];
	*item = (struct round_item){
		.first = (uint32_t)first,
		.count = (uint32_t)(side->words.len - first),
		.kind = kind,
		.fate = fate,
	};
	return item;
}

static bool is_under(enum round_kind kind)
{
	return kind == ROUND_SUB || kind == ROUND_BULLET;
}

/* Nothing stands under it. */
static bool is_leaf(const struct round_side *side, size_t i)
{
	return is_under(side->items[i].kind) || i + 1 == side->len ||
	       !is_under(side->items[i + 1].kind);
}

/* Behind an item and all that stands under it. */
static size_t unit_end(const struct round_side *side, size_t i)
{
	if (is_under(side->items[i].kind))
		return i + 1;
	for (i++; i < side->len && is_under(side->items[i].kind); i++)
		;
	return i;
}

/* ---- 1. the old draft ---- */

static const char *const openings[] = {
	"calls upon all Member States to", "urges States Parties to", "notes with appreciation the",
	"recalling its resolution on the", "welcomes the efforts of the", "decides that the",
	"requests the Committee to",
};

static const char *const commons[] = {
	"requests the Secretary-General to report thereon.",
	"decides to remain seized of the matter.",
	"invites Member States to submit their views on this matter.",
	"the Committee shall report to the General Assembly at its next session.",
};

/* So many words from `least` to `most`. */
static uint32_t between(struct prose_source *s, uint32_t least, uint32_t most)
{
	return least + prose_chance(s, most - least + 1);
}

static uint32_t draw_length(struct prose_source *s, enum round_kind kind)
{
	if (is_under(kind))
		return between(s, SHORT_LEAST, 40);
	if (prose_happens(s, 300))
		return between(s, SHORT_LEAST, SHORT_MOST);
	return prose_happens(s, 700) ? between(s, SHORT_MOST, 90) : between(s, 90, 210);
}

static void add_prose(struct prose_words *out, struct prose_source *s, uint32_t count)
{
	if (count > SHORT_MOST && prose_happens(s, 300))
		prose_add_phrase(out, s, openings[prose_chance(s, sizeof openings / sizeof *openings)]);
	prose_add_sentences(out, s, count);
}

static void add_new(struct round_side *side, struct prose_source *s, enum round_kind kind,
                    enum round_fate fate)
{
	size_t const first = side->words.len;
	add_prose(&side->words, s, draw_length(s, kind));
	(void)add_item(side, first, kind, fate);
}

static void add_common(struct round_side *side, struct prose_source *s)
{
	size_t const first = side->words.len;
	prose_add_phrase(&side->words, s, commons[prose_chance(s, sizeof commons / sizeof *commons)]);
	add_item(side, first, ROUND_PROVISION, ROUND_KEPT)->common = true;
}

/* Three words at least, so that no two headings are the same by chance. */
static void add_heading(struct round_side *side, struct prose_source *s, enum round_fate fate)
{
	size_t const first = side->words.len;
	for (uint32_t n = between(s, 4, 7); n > 0; n--)
		prose_add_word(&side->words, (struct prose_word){prose_pick(s), 0});
	(void)add_item(side, first, ROUND_HEADING, fate);
}

/* What stands above a list ends with a colon. */
static void add_list(struct round_side *side, struct prose_source *s, enum round_kind kind)
{
	side->words.at[side->words.len - 1].after = ':';
	for (uint32_t n = between(s, 2, 5); n > 0; n--)
		add_new(side, s, kind, ROUND_KEPT);
}

static void add_unit(struct round_side *side, struct prose_source *s)
{
	if (prose_happens(s, 120)) {
		add_common(side, s);
		return;
	}
	bool const plain = prose_happens(s, 150);
	add_new(side, s, plain ? ROUND_PLAIN : ROUND_PROVISION, ROUND_KEPT);
	if (prose_happens(s, 250))
		add_list(side, s, plain || prose_happens(s, 200) ? ROUND_BULLET : ROUND_SUB);
}

static void make_old(struct round_side *side, struct prose_source *s)
{
	for (uint32_t sections = between(s, 4, 14); sections > 0; sections--) {
		add_heading(side, s, ROUND_KEPT);
		for (uint32_t units = between(s, 3, 12); units > 0; units--)
			add_unit(side, s);
	}
}

/* ---- 2. the plan ---- */

static void draw_rates(struct rates *r, struct prose_source *s)
{
	*r = (struct rates){
		.light = prose_chance(s, 300),   .heavy = prose_chance(s, 200),
		.split = prose_chance(s, 150),   .merge = prose_chance(s, 150),
		.rewrite = prose_chance(s, 120), .move = prose_chance(s, 120),
		.leave = prose_chance(s, 120),   .insert = prose_chance(s, 150),
	};
}

static bool is_open(const struct round_item *item)
{
	return item->fate == ROUND_KEPT && item->group == 0 && item->kind != ROUND_HEADING;
}

static bool is_open_unit(const struct round_side *old, size_t i, size_t end)
{
	for (; i < end; i++)
		if (!is_open(&old->items[i]))
			return false;
	return true;
}

/* A common sentence that moved could be any of them. */
static bool holds_common(const struct round_side *old, size_t i, size_t end)
{
	for (; i < end; i++)
		if (old->items[i].common)
			return true;
	return false;
}

/* May what is of this kind stand behind the old item? */
static bool is_place(const struct round_side *old, enum round_kind kind, size_t after)
{
	bool const list = after + 1 < old->len && is_under(old->items[after + 1].kind);
	return is_under(kind) ? old->items[after].kind == kind : !list;
}

/* A place that isn't their own; one in five near by.  SIZE_MAX if none is found. */
static size_t draw_place(const struct round_side *old, size_t begin, size_t end,
                         struct prose_source *s)
{
	bool const near = prose_happens(s, 200);
	for (int tries = 0; tries < 200; tries++) {
		size_t at = prose_chance(s, (uint32_t)old->len);
		if (near && (at + 12 < begin || at > end + 12))
			continue;
		if ((at + 1 < begin || at >= end) && is_place(old, old->items[begin].kind, at))
			return at;
	}
	return SIZE_MAX;
}

static void plan_move(struct making *m, size_t begin, size_t end)
{
	struct round_side *old = &m->round->old;
	size_t const after = draw_place(old, begin, end, &m->round->source);
	if (after == SIZE_MAX || m->round->groups == MOVES || holds_common(old, begin, end))
		return;
	m->passages[m->round->groups++] = (struct passage){begin, end, after};
	for (size_t i = begin; i < end; i++)
		old->items[i].group = m->round->groups;
}

static void plan_units(struct making *m)
{
	struct round_side *old = &m->round->old;
	struct prose_source *s = &m->round->source;
	for (size_t i = 0; i < old->len; i++) {
		size_t const end = unit_end(old, i);
		if (!is_open_unit(old, i, end))
			continue;
		if (prose_happens(s, m->rates.move))
			plan_move(m, i, end);
		else if (prose_happens(s, m->rates.leave))
			for (size_t k = i; k < end; k++)
				old->items[k].fate = ROUND_DELETED;
	}
}

static bool can_merge(const struct round_side *old, size_t i)
{
	if (i + 1 >= old->len)
		return false;
	const struct round_item *a = &old->items[i], *b = a + 1;
	return a->kind == b->kind && is_open(a) && is_open(b) && is_leaf(old, i) &&
	       is_leaf(old, i + 1) && !a->common && !b->common && a->count >= PART_LEAST &&
	       b->count >= PART_LEAST;
}

static enum round_fate draw_fate(const struct making *m, const struct round_item *item, bool leaf)
{
	struct prose_source *s = &m->round->source;
	const struct rates *r = &m->rates;
	if (leaf && item->count >= SPLIT_LEAST && prose_happens(s, r->split))
		return ROUND_SPLIT;
	if (leaf && item->count >= REWRITE_LEAST && prose_happens(s, r->rewrite))
		return ROUND_REWRITTEN;
	if (item->count >= EDIT_LEAST && prose_happens(s, r->light + r->heavy))
		return ROUND_EDITED;
	return ROUND_KEPT;
}

static void plan_items(struct making *m)
{
	struct round_side *old = &m->round->old;
	for (size_t i = 0; i < old->len; i++) {
		struct round_item *item = &old->items[i];
		if (!is_open(item) || item->common)
			continue;
		if (can_merge(old, i) && prose_happens(&m->round->source, m->rates.merge))
			item[0].fate = item[1].fate = ROUND_MERGED;
		else
			item->fate = draw_fate(m, item, is_leaf(old, i));
	}
}

/* ---- 3. the new draft ---- */

static const struct prose_word *words_of(const struct round_side *side, size_t i)
{
	return side->words.at + side->items[i].first;
}

static void add_words(struct prose_words *out, const struct prose_word *words, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		prose_add_word(out, words[i]);
}

static bool same_words(const struct prose_word *a, uint32_t a_count, const struct prose_words *b)
{
	if (a_count != b->len)
		return false;
	for (uint32_t i = 0; i < a_count; i++)
		if (a[i].word != b->at[i].word)
			return false;
	return true;
}

/*
 * An edit that changes something and leaves enough: nine words in ten, or half.
 * The last word keeps its sign.
 */
static void add_edited(struct making *m, size_t i, bool heavy)
{
	const struct round_item *item = &m->round->old.items[i];
	const struct prose_word *words = words_of(&m->round->old, i);
	uint32_t const least = heavy ? item->count / 2 : item->count - item->count / 10 - 1;
	uint32_t kept;
	do {
		m->scratch.len = 0;
		kept = prose_add_bursts(&m->scratch, words, item->count, heavy ? HEAVY : LIGHT,
		                        &m->round->source);
	} while (kept < least || m->scratch.len > 2 * (size_t)item->count ||
	         same_words(words, item->count, &m->scratch));
	m->scratch.at[m->scratch.len - 1].after = words[item->count - 1].after;
	add_words(&m->round->now.words, m->scratch.at, (uint32_t)m->scratch.len);
}

/* A new item that was made of an old one, its words being those from `first` on. */
static void put_item(struct making *m, size_t i, size_t first, enum round_fate fate)
{
	const struct round_item *from = &m->round->old.items[i];
	struct round_item *item = add_item(&m->round->now, first, from->kind, fate);
	item->group = from->group;
	item->common = from->common;
	round_add_link(&m->round->truth, (uint32_t)i, (uint32_t)m->round->now.len - 1,
	               from->group != 0);
}

static void put_kept(struct making *m, size_t i)
{
	size_t const first = m->round->now.words.len;
	const struct round_item *item = &m->round->old.items[i];
	add_words(&m->round->now.words, words_of(&m->round->old, i), item->count);
	put_item(m, i, first, ROUND_KEPT);
}

static void put_edited(struct making *m, size_t i, bool may_be_heavy)
{
	size_t const first = m->round->now.words.len;
	uint32_t const all = m->rates.light + m->rates.heavy;
	bool const heavy = may_be_heavy && m->round->old.items[i].count >= HEAVY_LEAST && all &&
	                   prose_chance(&m->round->source, all) < m->rates.heavy;
	add_edited(m, i, heavy);
	put_item(m, i, first, ROUND_EDITED);
}

/* Where to cut near a place: behind a sentence if one ends in reach. */
static uint32_t find_cut(const struct prose_word *words, uint32_t begin, uint32_t near,
                         uint32_t end)
{
	for (uint32_t away = 0; away < end - begin; away++) {
		if (near + away + PART_LEAST <= end && words[near + away - 1].after == '.')
			return near + away;
		if (near >= begin + PART_LEAST + away && words[near - away - 1].after == '.')
			return near - away;
	}
	return near;
}

static void put_split(struct making *m, size_t i)
{
	struct prose_words *out = &m->round->now.words;
	const struct prose_word *words = words_of(&m->round->old, i);
	uint32_t const count = m->round->old.items[i].count;
	uint32_t const parts = count >= 2 * SPLIT_LEAST && prose_happens(&m->round->source, 400) ? 3 : 2;
	for (uint32_t part = 1, begin = 0; part <= parts; part++) {
		size_t const first = out->len;
		uint32_t end = begin + (count - begin) / (parts - part + 1);
		if (part < parts)
			end = find_cut(words, begin, end, count - (parts - part - 1) * PART_LEAST);
		add_words(out, words + begin, end - begin);
		if (part < parts)
			out->at[out->len - 1].after = '.';
		put_item(m, i, first, ROUND_SPLIT);
		begin = end;
	}
}

static void put_merged(struct making *m, size_t i)
{
	size_t const first = m->round->now.words.len;
	const struct round_item *item = &m->round->old.items[i];
	add_words(&m->round->now.words, words_of(&m->round->old, i), item[0].count);
	add_words(&m->round->now.words, words_of(&m->round->old, i + 1), item[1].count);
	put_item(m, i, first, ROUND_MERGED);
	round_add_link(&m->round->truth, (uint32_t)i + 1, (uint32_t)m->round->now.len - 1, false);
}

static void put_rewritten(struct making *m, size_t i)
{
	struct round_side *now = &m->round->now;
	const struct round_item *item = &m->round->old.items[i];
	size_t const first = now->words.len;
	uint32_t const least = item->count > 2 * REWRITE_LEAST ? item->count / 2 : REWRITE_LEAST;
	prose_add_sentences(&now->words, &m->round->source,
	                    between(&m->round->source, least, item->count + REWRITE_LEAST));
	(void)add_item(now, first, item->kind, ROUND_REWRITTEN);
}

/* Says how many old items that took. */
static size_t put_old(struct making *m, size_t i)
{
	switch (m->round->old.items[i].fate) {
	case ROUND_KEPT:
	case ROUND_INSERTED:
		put_kept(m, i);
		break;
	case ROUND_EDITED:
		put_edited(m, i, true);
		break;
	case ROUND_SPLIT:
		put_split(m, i);
		break;
	case ROUND_MERGED:
		put_merged(m, i);
		return 2;
	case ROUND_REWRITTEN:
		put_rewritten(m, i);
		break;
	case ROUND_DELETED:
		break;
	}
	return 1;
}

static void put_passage(struct making *m, const struct passage *p)
{
	bool const edits = prose_happens(&m->round->source, 400);
	for (size_t i = p->begin; i < p->end; i++) {
		if (edits && m->round->old.items[i].count >= EDIT_LEAST)
			put_edited(m, i, false);
		else
			put_kept(m, i);
	}
}

/* What is new, and what has moved, behind the place of an old item. */
static void put_arrivals(struct making *m, size_t after)
{
	struct prose_source *s = &m->round->source;
	const struct round_side *old = &m->round->old;
	for (uint32_t g = 0; g < m->round->groups; g++)
		if (m->passages[g].after == after)
			put_passage(m, &m->passages[g]);
	if (!prose_happens(s, m->rates.insert))
		return;
	if (!is_place(old, ROUND_PROVISION, after))
		add_new(&m->round->now, s, old->items[after + 1].kind, ROUND_INSERTED);
	else if (prose_happens(s, 50))
		add_heading(&m->round->now, s, ROUND_INSERTED);
	else
		add_new(&m->round->now, s, prose_happens(s, 150) ? ROUND_PLAIN : ROUND_PROVISION,
		        ROUND_INSERTED);
}

static void make_now(struct making *m)
{
	const struct round_side *old = &m->round->old;
	for (size_t i = 0, next; i < old->len; i = next) {
		next = i + 1;
		if (!old->items[i].group)
			next = i + put_old(m, i);
		for (size_t after = i; after < next; after++)
			put_arrivals(m, after);
	}
}

/* ---- 4. numbers and texts ---- */

static void count_items(struct round_side *side)
{
	uint32_t provision = 0, letter = 0;
	for (size_t i = 0; i < side->len; i++) {
		struct round_item *item = &side->items[i];
		letter = item->kind == ROUND_SUB ? letter % LETTERS + 1 : 0;
		if (item->kind == ROUND_PROVISION)
			item->number = ++provision;
		else
			item->number = letter;
	}
}

static void print_label(struct text *out, const struct round_item *item)
{
	if (item->kind == ROUND_HEADING)
		text_put(out, "## ");
	else if (item->kind == ROUND_PROVISION)
		text_format(out, "%u. ", (unsigned)item->number);
	else if (item->kind == ROUND_SUB)
		text_format(out, "(%c) ", (char)('a' + (item->number - 1)));
	else if (item->kind == ROUND_BULLET)
		text_put(out, "- ");
}

/* FNV-1a */
static uint64_t hash_text(const char *ptr, size_t len)
{
	uint64_t hash = 0xCBF29CE484222325u;
	for (size_t i = 0; i < len; i++)
		hash = (hash ^ (unsigned char)ptr[i]) * 0x100000001B3u;
	return hash;
}

static void print_side(struct round_side *side, const struct prose_source *s, unsigned width)
{
	struct text *out = &side->text;
	count_items(side);
	for (size_t i = 0; i < side->len; i++) {
		struct round_item *item = &side->items[i];
		size_t const begin = out->len;
		print_label(out, item);
		size_t const body = out->len;
		prose_print_words(out, words_of(side, i), item->count, s);
		item->bytes = (uint32_t)(out->len - body);
		item->says = hash_text(out->ptr + body, out->len - body);
		if (width && item->kind != ROUND_HEADING)
			prose_wrap(out, begin, width);
		text_put(out, i + 1 < side->len ? "\n\n" : "\n");
	}
}

/* Lines as long as they are, or wrapped; now and then differently on either side. */
static void print_both(struct round *round)
{
	static const unsigned widths[] = {0, 0, 72, 80, 96};
	struct prose_source *s = &round->source;
	unsigned const width = widths[prose_chance(s, sizeof widths / sizeof *widths)];
	bool const again = prose_happens(s, 250);
	print_side(&round->old, s, width);
	print_side(&round->now, s, again ? 66 : width);
}

/* ---- 5. which moves are ones ---- */

/* Does it stand in another order than something that isn't of its group? */
static bool has_passed(const struct round *round, const struct round_link *link)
{
	const struct round_item *now = round->now.items;
	for (size_t i = 0; i < round->truth.len; i++) {
		const struct round_link *other = &round->truth.at[i];
		if (now[other->now].group != now[link->now].group &&
		    round_in_another_order(link, other))
			return true;
	}
	return false;
}

static bool has_moved(const struct round *round, uint32_t group)
{
	for (size_t i = 0; i < round->truth.len; i++) {
		const struct round_link *link = &round->truth.at[i];
		if (round->now.items[link->now].group == group && has_passed(round, link))
			return true;
	}
	return false;
}

static void ungroup(struct round *round, uint32_t group)
{
	for (size_t i = 0; i < round->truth.len; i++) {
		struct round_link *link = &round->truth.at[i];
		if (round->now.items[link->now].group != group)
			continue;
		round->now.items[link->now].group = round->old.items[link->old].group = 0;
		link->moved = false;
	}
}

void round_make(struct round *out, uint64_t seed)
{
	struct making m = {.round = out};
	*out = (struct round){0};
	prose_begin(&out->source, seed);
	draw_rates(&m.rates, &out->source);
	make_old(&out->old, &out->source);
	plan_units(&m);
	plan_items(&m);
	make_now(&m);
	print_both(out);
	for (uint32_t group = 1; group <= out->groups; group++)
		if (!has_moved(out, group))
			ungroup(out, group);
	prose_words_release(&m.scratch);
}
