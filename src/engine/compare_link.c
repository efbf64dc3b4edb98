/*
 * compare_link.c -- the words of units that belong together.  See comparing.h.
 *
 * First what stands in front of the first bodies, marks and labels; then the bodies,
 * of several units as one text.
 */
#include "engine/comparing.h"

static struct words_side side_of(const struct units *u, uint32_t unit)
{
	return (struct words_side){u->text, unit_tokens(u, unit), unit_hashes(u, unit),
	                           u->at[unit].count};
}

static void append(struct tokens *to, const struct tokens *from, uint32_t first, uint32_t count)
{
	if (!count || !tokens_reserve(to, count))
		return;
	memcpy(to->at + to->count, from->at + first, count * sizeof *to->at);
	memcpy(to->hash + to->count, from->hash + first, count * sizeof *to->hash);
	to->count += count;
}

/* The body of the first unit and the whole of the others, as one. */
static struct words_side join_units(struct comparing *c, int side, uint32_t begin, uint32_t end)
{
	struct units *u = &c->units[side];
	struct tokens *to = &c->joined[side];
	tokens_clear(to);
	c->labels[side].len = 0;
	for (uint32_t i = begin; i < end; i++) {
		units_read(u, i);
		if (u->tokens.failed)
			break;
		const struct unit *it = &u->at[i];
		uint32_t const skip = i == begin ? it->prefix : 0;
		append(to, &u->tokens, it->tokens + skip, it->prefix + it->count - skip);
		redline_range *label = i > begin ? VEC_PUSH(&c->labels[side]) : NULL;
		if (label)
			*label = (redline_range){it->text.begin, it->body.begin};
	}
	c->failed |= u->tokens.failed || to->failed || c->labels[side].failed;
	return (struct words_side){u->text, to->at, to->hash, to->count};
}

/* Words kept, always comparing the same side first; then turned to old and new. */
static bool find_words(struct comparing *c, struct words *w, const struct words_side sides[SIDES],
                       bool cells)
{
	int const a = c->flipped ? NEW : OLD;
	if (c->failed || !(cells ? words_find_cells(w, &sides[a], &sides[!a])
	                         : words_find(w, &sides[a], &sides[!a])))
		return false;
	for (size_t i = 0; c->flipped && i < w->runs.len; i++) {
		struct diff_run *run = &w->runs.at[i];
		*run = (struct diff_run){run->b, run->a, run->len};
	}
	return true;
}

static uint64_t count_kept(const struct words *w)
{
	uint64_t n = 0;
	for (size_t i = 0; i < w->runs.len; i++)
		n += w->runs.at[i].len;
	return n;
}

static bool has_numbers(const struct words_side *side)
{
	for (uint32_t i = 0; i < side->count; i++)
		if (side->tokens[i].kind == TOKEN_NUMBER || side->tokens[i].kind == TOKEN_NOTE)
			return true;
	return false;
}

/*
 * The same with references taken for what they refer to, if that keeps more: in
 * "paragraphs 21 and 22" that became "paragraphs 22 and 23" nothing but the
 * numbering changed, and 22 is not the same word.
 */
static const struct words *find_resolved(struct comparing *c, const struct words_side sides[SIDES],
                                         bool cells)
{
	struct words_side resolved[SIDES] = {sides[OLD], sides[NEW]};
	bool some = true;
	if (!c->references.some || c->emitter.in_label || !has_numbers(&sides[OLD]))
		return &c->words;
	for (int i = OLD; i < SIDES; i++) {
		struct tokens *room = &c->resolved[i];
		tokens_clear(room);
		if (!tokens_reserve(room, sides[i].count)) {
			c->failed = true;
			return &c->words;
		}
		some &= references_resolve(&c->references, &sides[i], i == NEW, room->hash);
		resolved[i].hashes = room->hash;
	}
	if (!some)
		return &c->words;
	c->failed |= !find_words(c, &c->resolved_words, resolved, cells);
	return count_kept(&c->resolved_words) > count_kept(&c->words) ? &c->resolved_words
	                                                              : &c->words;
}

/* ---- the labels of parts ---- */

/*
 * The hashes of a side with those of its parts' labels made unlike all others; how
 * many there are.
 */
static uint32_t hide_labels(struct comparing *c, int side, const struct words_side *words)
{
	struct tokens *room = &c->resolved[side];
	const redline_range *labels = c->emitter.labels[side];
	uint32_t const count = c->emitter.label_count[side];
	uint32_t hidden = 0, label = 0;
	tokens_clear(room);
	if (!tokens_reserve(room, words->count)) {
		c->failed = true;
		return 0;
	}
	for (uint32_t i = 0; i < words->count; i++) {
		uint32_t const at = words->tokens[i].begin;
		while (label < count && labels[label].end <= at)
			label++;
		bool const is_label = label < count && at >= labels[label].begin;
		hidden += is_label;
		room->hash[i] = is_label ? ~(words->hashes[i] ^ ((uint64_t)at << 1 | (uint64_t)side))
		                         : words->hashes[i];
	}
	return hidden;
}

static uint32_t count_kept_labels(const struct comparing *c, const struct words_side sides[SIDES])
{
	uint32_t n = 0;
	for (size_t r = 0; r < c->words.runs.len; r++) {
		struct diff_run const run = c->words.runs.at[r];
		for (uint32_t k = 0; k < run.len; k++)
			n += c->resolved[OLD].hash[run.a + k] != sides[OLD].hashes[run.a + k] ||
			     c->resolved[NEW].hash[run.b + k] != sides[NEW].hashes[run.b + k];
	}
	return n;
}

/*
 * The label of a part that was split off came with the break: it is not taken for
 * words that were there before.  Unless all labels are there, too: then a line that
 * only begins like a paragraph was wrapped.
 */
static const struct words *find_parted(struct comparing *c, const struct words_side sides[SIDES])
{
	struct words_side hidden[SIDES] = {sides[OLD], sides[NEW]};
	uint32_t labels = 0;
	for (int i = OLD; i < SIDES; i++) {
		labels += hide_labels(c, i, &sides[i]);
		hidden[i].hashes = c->resolved[i].hash;
	}
	if (c->failed || !labels || count_kept_labels(c, sides) == labels)
		return &c->words;
	c->resolved_words.exact = true; /* the full stop before a break stays */
	c->failed |= !find_words(c, &c->resolved_words, hidden, false);
	c->resolved_words.exact = false;
	return &c->resolved_words;
}

/* Compares words and emits up to the two ends. */
static void emit_words(struct comparing *c, const struct words_side sides[SIDES], bool cells,
                       uint32_t old_end, uint32_t now_end)
{
	if (!find_words(c, &c->words, sides, cells)) {
		c->failed = true;
		return;
	}
	bool const parted = c->emitter.label_count[OLD] || c->emitter.label_count[NEW];
	const struct words *kept = parted ? find_parted(c, sides) : find_resolved(c, sides, cells);
	if (!c->failed)
		emit_runs(&c->emitter, &sides[OLD], &sides[NEW], kept->runs.at, kept->runs.len,
		          old_end, now_end);
}

static redline_range label_range(const struct units *u, uint32_t unit)
{
	const redline_block *b = &u->blocks[u->at[unit].block];
	return b->label;
}

/* Marks and label in front of the first units' bodies. */
static void emit_prefix(struct comparing *c, const struct turned *it)
{
	struct emitter *e = &c->emitter;
	uint32_t ends[SIDES];
	struct words_side sides[SIDES];
	redline_bytes prefix[SIDES];
	for (int i = OLD; i < SIDES; i++) {
		const struct unit *unit = &c->units[i].at[it->begin[i]];
		ends[i] = unit->body.begin;
		prefix[i] = bytes_in(c->units[i].text, (redline_range){unit->text.begin, ends[i]});
	}
	if (bytes_equal(prefix[OLD], prefix[NEW])) {
		emit_keep(e, ends[OLD], ends[NEW]);
		return;
	}
	if (c->out->options.ignore_numbering && it->renumbered) {
		emit_alike(e, ends[OLD], ends[NEW]);
		return;
	}
	for (int i = OLD; i < SIDES; i++) {
		tokens_clear(&c->joined[i]);
		tokens_add(&c->joined[i], c->units[i].text,
		           (redline_range){ends[i] - (uint32_t)prefix[i].len, ends[i]}, &e->rules);
		c->failed |= c->joined[i].failed;
		sides[i] = (struct words_side){c->units[i].text, c->joined[i].at, c->joined[i].hash,
		                               c->joined[i].count};
		e->number[i] = it->renumbered ? label_range(&c->units[i], it->begin[i])
		                              : (redline_range){0, 0};
	}
	e->in_label = true; /* what names itself refers to nothing */
	emit_words(c, sides, false, ends[OLD], ends[NEW]);
	e->in_label = false;
	e->number[OLD] = e->number[NEW] = (redline_range){0, 0};
}

/*
 * Takes the next bar or colon of a rule of a table, "|---|:--|", from *at on: '\0' at
 * its end, '?' if it is no rule.  Between two bars there is a dash.
 */
static char next_of_rule(redline_bytes row, size_t *at, bool *dashed)
{
	while (*at < row.len) {
		char const c = row.ptr[(*at)++];
		bool const ends_cell = c == '|' && *at > 1;
		if (!strchr("|:-", c) ? !is_space(c) : ends_cell && !*dashed)
			return '?';
		*dashed = c == '-' || (*dashed && c != '|');
		if (c == '|' || c == ':')
			return c;
	}
	return '\0';
}

/* Two rules with the same columns, if of other widths. */
static bool same_rules(redline_bytes a, redline_bytes b)
{
	size_t i = 0, j = 0;
	bool a_dashed = false, b_dashed = false;
	if (!memchr(a.ptr, '-', a.len) || !memchr(b.ptr, '-', b.len))
		return false;
	for (;;) {
		char const x = next_of_rule(a, &i, &a_dashed), y = next_of_rule(b, &j, &b_dashed);
		if (x != y || x == '?')
			return false;
		if (!x)
			return true;
	}
}

static bool is_row(const struct comparing *c, const struct turned *it)
{
	return c->units[OLD].at[it->begin[OLD]].class == UNIT_ROW &&
	       c->units[NEW].at[it->begin[NEW]].class == UNIT_ROW;
}

static void emit_bodies(struct comparing *c, const struct turned *it)
{
	struct emitter *e = &c->emitter;
	struct words_side sides[SIDES];
	uint32_t ends[SIDES];
	bool const single = it->end[OLD] - it->begin[OLD] == 1 && it->end[NEW] - it->begin[NEW] == 1;
	for (int i = OLD; i < SIDES; i++)
		ends[i] = c->units[i].at[it->end[i] - 1].text.end;
	if (it->exact) {
		emit_keep(e, ends[OLD], ends[NEW]);
		return;
	}
	bool const cells = single && is_row(c, it);
	if (cells && !c->out->options.white_space &&
	    same_rules(unit_body(&c->units[OLD], it->begin[OLD]),
	               unit_body(&c->units[NEW], it->begin[NEW]))) {
		emit_alike(e, ends[OLD], ends[NEW]);
		return;
	}
	for (int i = OLD; i < SIDES; i++) {
		if (single) {
			units_read(&c->units[i], it->begin[i]);
			c->failed |= c->units[i].tokens.failed;
		}
		sides[i] = single ? side_of(&c->units[i], it->begin[i])
		                  : join_units(c, i, it->begin[i], it->end[i]);
		e->labels[i] = c->labels[i].at;
		e->label_count[i] = single ? 0 : (uint32_t)c->labels[i].len;
	}
	emit_words(c, sides, cells, ends[OLD], ends[NEW]);
	e->label_count[OLD] = e->label_count[NEW] = 0;
}

void compare_link(struct comparing *c, const struct turned *it)
{
	c->emitter.inside = true;
	c->emitter.emitted = (struct emitted){0};
	if (!c->failed)
		emit_prefix(c, it);
	if (!c->failed)
		emit_bodies(c, it);
	c->emitter.inside = false;
}
