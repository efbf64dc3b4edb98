/*
 * land_marked.c -- a passage with its change shown in it, onto the draft.
 *
 * The passage's old reading (marked.h) must be the draft's own text: it must stand
 * exactly once in the place named, as any quotation must, whether it is the whole
 * paragraph or a stretch of it.  Then old reading and draft are walked side by
 * side, folded, and each change lands on the bytes that it shows and no others.
 *
 * Where bold words may be new or mere emphasis, each way is tried; if more
 * than one fits, the passage is refused.
 *
 * Costs a search for each way, and one walk over the passage.
 */
#include "landing.h"

#include "base/bytes.h"
#include "fold.h"
#include "marked.h"

#define ELLIPSIS 0x2026u

/* ---- what is looked for ---- */

/* "... benefit from": dots at the ends only say that this is not all. */
static redline_bytes without_dots(redline_bytes w)
{
	for (;;) {
		w = landing_trimmed(w);
		unsigned size = 0, end_size = 0;
		uint32_t const first = w.len ? utf8_at(w, 0, &size) : 0;
		uint32_t const last = w.len ? utf8_before(w, w.len, &end_size) : 0;
		if (bytes_start(w, BYTES("...")))
			size = 3;
		else if (bytes_start(w, BYTES("[...]")))
			size = 5;
		else if (first != ELLIPSIS)
			size = 0;
		if (size) {
			w.ptr += size;
			w.len -= size;
			continue;
		}
		if (w.len >= 5 && memcmp(w.ptr + w.len - 5, "[...]", 5) == 0)
			end_size = 5;
		else if (w.len >= 3 && memcmp(w.ptr + w.len - 3, "...", 3) == 0)
			end_size = 3;
		else if (last != ELLIPSIS)
			end_size = 0;
		if (!end_size)
			return w;
		w.len -= end_size;
	}
}

/* ---- changes onto the draft ---- */

/* Where a change stands in the draft. */
struct spot {
	redline_range gone;    /* what goes; empty: a point */
	uint32_t left, right;  /* ends of the characters before and after a point */
	bool has_left, has_right;
};

/* Past the marks of emphasis at `at`: a word that no blank parts from it? */
static bool word_meets(const struct landing *n, uint32_t at, redline_range body, bool before)
{
	uint32_t const next =
		before ? landing_char_before(n, at - landing_marks_before(n, at, body.begin),
	                                     body.begin)
		       : landing_char_at(n, at + landing_marks_after(n, at, body.end), body.end);
	return next && !is_space_char(next) &&
	       !(before ? landing_is_opening_mark(next) : landing_is_closing_mark(next));
}

/* Space around what comes, as the passage shows it and no more. */
static void put_replacement(struct landing *n, const struct marked_change *c, redline_range r,
                            redline_bytes words)
{
	redline_range const body = landing_body_of(n, r.begin);
	r = landing_whole_emphasis(n, r, false);
	uint32_t const left = landing_space_begin(n, r.begin, body.begin);
	uint32_t const right = landing_space_end(n, r.end, body.end);
	unsigned size;
	uint32_t const first = utf8_at(words, 0, &size);
	bool const stop = first == ',' || first == '.' || first == ';' || first == ':';
	redline_range range = r;
	if ((!c->blank_before || stop) && left > body.begin)
		range.begin = left;
	if (!c->blank_after && right < body.end)
		range.end = right;
	bool const blank_left = c->blank_before && !stop && left == r.begin &&
	                        word_meets(n, r.begin, body, true);
	bool const blank_right =
		c->blank_after && right == r.end && word_meets(n, r.end, body, false);
	landing_add_edit(n, r, range,
	                 landing_join3(n, blank_left ? LANDING_BLANK : LANDING_NOTHING, words,
	                               blank_right ? LANDING_BLANK : LANDING_NOTHING));
}

static void put_at_point(struct landing *n, const struct marked_change *c, const struct spot *s,
                         redline_bytes words)
{
	if (s->has_left && s->has_right && !c->blank_before && !c->blank_after &&
	    landing_space_end(n, s->left, s->right) == s->right) {
		/* "well known" to "well-known", and words joined */
		redline_range const gap = {s->left, s->right};
		if (range_len(gap) || words.len)
			landing_add_plain(n, gap, words);
		return;
	}
	if (!words.len)
		return;
	uint32_t const at0 = s->has_left ? s->left : s->right;
	redline_range const body = landing_body_of(n, at0);
	bool const after = s->has_left && (!c->blank_before || !s->has_right);
	uint32_t at;
	if (after && !c->blank_before)
		at = s->left;
	else if (after)
		at = s->left + landing_marks_after(n, s->left, body.end);
	else
		at = s->right - landing_marks_before(n, s->right,
		                                     s->has_left ? s->left : body.begin);
	bool const space_left = landing_space_begin(n, at, body.begin) < at;
	bool const space_right = landing_space_end(n, at, body.end) > at;
	bool const left = c->blank_before && s->has_left && !space_left;
	bool const right = c->blank_after && s->has_right && !space_right;
	landing_add_plain(n, (redline_range){at, at},
	                  landing_join3(n, left ? LANDING_BLANK : LANDING_NOTHING, words,
	                                right ? LANDING_BLANK : LANDING_NOTHING));
}

static bool put_change(struct landing *n, const struct marked_change *c, const struct spot *s,
                       redline_bytes come)
{
	redline_bytes const words =
		landing_with_eol(n, arena_copy(n->l->arena, bytes_in(come, c->come)));
	if (!range_len(s->gone)) {
		put_at_point(n, c, s, words);
		return true;
	}
	landing_warn_hidden(n, bytes_in(n->l->text, s->gone), landing_in_draft(s->gone));
	if (range_len(c->come)) {
		put_replacement(n, c, s->gone, words);
		return true;
	}
	if (landing_delete_quoted(n, s->gone))
		return true;
	if (landing_leaves_no_word(n, s->gone))
		return landing_refuse(n, "whole-provision", landing_at_words(n, &n->m->new_words),
		                      "these are all the words of the provision; delete the "
		                      "provision itself if that is meant");
	redline_range const r = landing_whole_emphasis(n, s->gone, true);
	redline_range const tidy = landing_tidy_deletion(n, r);
	redline_range const body = landing_body_of(n, r.begin);
	bool const apart = landing_space_begin(n, r.begin, body.begin) < r.begin ||
	                   landing_space_end(n, r.end, body.end) > r.end;
	/* "well-known" to "well known" */
	bool const blank = (c->blank_before || c->blank_after) && !apart;
	landing_add_edit(n, r, tidy, blank ? LANDING_BLANK : LANDING_NOTHING);
	return true;
}

/* One folded character of the old reading, and of the draft beside it. */
struct pair {
	redline_range old, draft;
	bool blank;
};

/* Takes one character into the spots of the changes that it bears on. */
static void note_pair(struct spot *spots, const struct marked_change *changes, size_t count,
                      size_t *open, const struct pair *p)
{
	while (*open < count && spots[*open].has_right &&
	       p->old.begin >= changes[*open].gone.end)
		++*open;
	for (size_t i = *open; i < count; i++) {
		struct spot *s = &spots[i];
		redline_range const gone = changes[i].gone;
		if (p->old.begin >= gone.begin && p->old.end <= gone.end && range_len(gone)) {
			if (!range_len(s->gone))
				s->gone.begin = p->draft.begin;
			s->gone.end = p->draft.end;
		} else if (p->old.begin >= gone.end && !p->blank && !s->has_right) {
			s->right = p->draft.begin;
			s->has_right = true;
		}
		if (p->old.begin < gone.end)
			return; /* it stands before all others, too */
	}
}

/* Where each change stands, by walking the old reading beside the draft. */
static bool find_spots(const struct landing *n, const struct marked *m, redline_range old,
                       redline_range here, struct spot *spots)
{
	struct fold want, have;
	redline_bytes const text = buf_view(&m->old);
	fold_begin(&want, text, old);
	fold_begin(&have, n->l->text,
	           (redline_range){here.begin, landing_body_of(n, here.begin).end});
	size_t open = 0, reached = 0;
	uint32_t w, h, left = here.begin;
	bool any = false;
	struct pair p;
	while (fold_next(&want, &w, &p.old)) {
		if (!fold_next(&have, &h, &p.draft) || w != h)
			return false;
		p.blank = w == ' ';
		/* the last character before each change that begins here */
		while (reached < m->changes.len && m->changes.at[reached].gone.begin <= p.old.begin) {
			spots[reached].left = left;
			spots[reached++].has_left = any;
		}
		note_pair(spots, m->changes.at, m->changes.len, &open, &p);
		if (!p.blank) {
			left = p.draft.end;
			any = true;
		}
	}
	for (; reached < m->changes.len; reached++) {
		spots[reached].left = left;
		spots[reached].has_left = any;
	}
	return true;
}

/* What stands around the stretch that was found, for points at its ends. */
static void look_beyond(const struct landing *n, redline_range here, struct spot *s)
{
	redline_range const body = landing_body_of(n, here.begin);
	if (!s->has_left && here.begin > body.begin) {
		s->left = landing_space_begin(n, here.begin, body.begin);
		s->has_left = s->left > body.begin;
	}
	if (!s->has_right && here.end < body.end) {
		s->right = landing_space_end(n, here.end, body.end);
		s->has_right = s->right < body.end;
	}
}

/* At an end of the passage the blanks are the draft's: "data" as "information" alone. */
static struct marked_change with_draft_blanks(const struct landing *n,
                                              const struct marked_change *change,
                                              redline_range old, const struct spot *s)
{
	struct marked_change c = *change;
	bool const point = !range_len(s->gone);
	uint32_t const begin = point ? s->right : s->gone.begin;
	uint32_t const end = point ? s->left : s->gone.end;
	redline_range const body = landing_body_of(n, s->has_left ? s->left : begin);
	if (c.gone.begin <= old.begin && (!point || (s->has_left && s->has_right)))
		c.blank_before |= landing_space_begin(n, begin, body.begin) < begin;
	if (c.gone.end >= old.end && (!point || (s->has_left && s->has_right)))
		c.blank_after |= landing_space_end(n, end, body.end) > end;
	return c;
}

static bool put_changes(struct landing *n, const struct marked *m, redline_range old,
                        redline_range here)
{
	struct spot *spots = arena_array(n->l->arena, m->changes.len + 1, sizeof *spots);
	if (!spots)
		return false;
	memset(spots, 0, (m->changes.len + 1) * sizeof *spots);
	if (!find_spots(n, m, old, here, spots))
		return landing_refuse(n, "marked-differs",
		                      landing_at_words(n, &n->m->new_words),
		                      "the marked text and the draft could not be matched");
	for (size_t i = 0; i < m->changes.len; i++) {
		const struct marked_change *c = &m->changes.at[i];
		if (range_len(c->gone) && !range_len(spots[i].gone))
			return landing_refuse(n, "marked-unclear",
			                      landing_at_words(n, &n->m->new_words),
			                      "what is struck out here is no text of the draft");
		look_beyond(n, here, &spots[i]);
		struct marked_change const own = with_draft_blanks(n, c, old, &spots[i]);
		if (!put_change(n, &own, &spots[i], buf_view(&m->come)))
			return false;
	}
	return true;
}

/* ---- refusals ---- */

/* A few words of a text from where they begin to differ from another. */
static redline_bytes some_words(redline_bytes text, uint32_t at, uint32_t from, uint32_t end)
{
	while (at > from && !is_space(text.ptr[at - 1]))
		at--;
	uint32_t stop = at;
	for (unsigned words = 0; stop < end && words < 5; words++) {
		while (stop < end && is_space(text.ptr[stop]))
			stop++;
		while (stop < end && !is_space(text.ptr[stop]))
			stop++;
	}
	return landing_trimmed(bytes_in(text, (redline_range){at, stop}));
}

/* The first byte of each at which old reading and draft part. */
static void first_difference(redline_bytes a, redline_range in_a, redline_bytes b,
                             redline_range in_b, uint32_t *at_a, uint32_t *at_b)
{
	struct fold left, right;
	fold_begin(&left, a, in_a);
	fold_begin(&right, b, in_b);
	uint32_t x, y;
	redline_range from_a, from_b;
	*at_a = in_a.begin;
	*at_b = in_b.begin;
	for (;;) {
		bool const more_a = fold_next(&left, &x, &from_a);
		bool const more_b = fold_next(&right, &y, &from_b);
		*at_a = more_a ? from_a.begin : in_a.end;
		*at_b = more_b ? from_b.begin : in_b.end;
		if (!more_a || !more_b || x != y)
			return;
	}
}

/* Do the draft's words go on in the passage, after one word more or a few? */
static bool holds_more(redline_bytes old, uint32_t at, redline_bytes draft)
{
	redline_bytes rest = bytes_in(old, (redline_range){at, (uint32_t)old.len});
	rest.len = rest.len > 200 ? 200 : rest.len;
	for (size_t i = 1; draft.len && i + draft.len <= rest.len; i++)
		if (memcmp(rest.ptr + i, draft.ptr, draft.len) == 0 && is_space(rest.ptr[i - 1]))
			return true;
	return false;
}

static bool in_first_word(redline_bytes text, uint32_t begin, uint32_t at)
{
	while (at > begin && !is_space(text.ptr[at - 1]))
		at--;
	return at == begin;
}

/* The first difference from the paragraph named, the draft's words first. */
static bool say_differs(struct landing *n, const struct area *area, const struct marked *m,
                        redline_range old)
{
	redline_bytes const text = buf_view(&m->old);
	redline_bytes const passage = bytes_in(text, old);
	if (area->kind == AREA_DOCUMENT) {
		report_add(n->l->report, REDLINE_ERROR, "marked-differs",
		           landing_at_words(n, &n->m->new_words),
		           "without its marks, this text does not stand in the draft: \"%.*s\"",
		           SHOWN(passage));
		return !(n->refused = true);
	}
	redline_range body = area->kind == AREA_TEXT ? area->range
	                                             : n->l->blocks[area->block].body;
	uint32_t at, there;
	first_difference(text, old, n->l->text, body, &at, &there);
	if (in_first_word(text, old.begin, at)) {
		/* a stretch that begins within the paragraph */
		redline_range const near = finder_near(&n->l->finder, passage, body);
		body.begin = range_len(near) ? near.begin : body.begin;
		first_difference(text, old, n->l->text, body, &at, &there);
	}
	redline_bytes const said = some_words(text, at, old.begin, old.end);
	redline_bytes const has = some_words(n->l->text, there, body.begin, body.end);
	report_add(n->l->report, REDLINE_ERROR, "marked-differs",
	           landing_at_words(n, &n->m->new_words),
	           "what is not marked must be the draft's own words: the draft has \"%.*s\" where "
	           "this has \"%.*s\"",
	           SHOWN(has), SHOWN(said));
	n->refused = true;
	report_note(n->l->report, landing_in_draft((redline_range){there, body.end}),
	            "the draft reads differently from here on");
	if (holds_more(text, at, has))
		report_note(n->l->report, landing_at_words(n, &n->m->new_words),
		            "the draft's words follow after others; maybe a strike-through was lost there");
	return false;
}

/* ---- the whole ---- */

/* One way to read the passage, and where its old reading stands. */
struct attempt {
	struct marked m;
	redline_range old; /* of m.old, what is looked for */
	struct matches found;
};

static bool attempt(struct landing *n, const struct area *area, redline_bytes words,
                    const marked_parts *parts, enum marked_bold bold, struct attempt *a)
{
	*a = (struct attempt){.old = {0, 0}};
	if (!marked_read(words, parts, bold, &a->m))
		return !(n->l->arena->failed = true);
	redline_bytes const text = buf_view(&a->m.old);
	redline_bytes const shown = without_dots(text);
	if (shown.len) {
		uint32_t const begin = (uint32_t)(shown.ptr - text.ptr);
		a->old = (redline_range){begin, begin + (uint32_t)shown.len};
	}
	if (!finder_has_words(shown))
		return true;
	if (!finder_search(&n->l->finder, shown, landing_search_range(n, area), SHOWN_MATCHES,
	                   &a->found))
		return false;
	uint32_t kept = 0;
	for (uint32_t i = 0; i < a->found.count; i++)
		if (!a->found.at[i].capital)
			a->found.at[kept++] = a->found.at[i];
	a->found.count = kept;
	return true;
}

static bool is_unclear(const struct marked *m)
{
	for (size_t i = 0; i < m->changes.len; i++)
		if (m->changes.at[i].unclear)
			return true;
	return false;
}

static bool land_attempt(struct landing *n, const struct area *area, const struct attempt *a)
{
	redline_operand const passage = {
		.words = bytes_in(buf_view(&a->m.old), a->old),
		.source = n->m->new_words.source,
		.present = true,
	};
	if (a->found.count > 1 || a->found.more)
		return landing_say_repeated(n, &passage, area, &a->found);
	if (!a->found.count)
		return say_differs(n, area, &a->m, a->old);
	if (is_unclear(&a->m))
		return landing_refuse(n, "marked-unclear", landing_at_words(n, &n->m->new_words),
		                      "part of a word is struck out, and it is not clear what the "
		                      "new words join; strike out whole words");
	return put_changes(n, &a->m, a->old, a->found.at[0].range);
}

/* Tries each way to take bold words; false if memory is out. */
static bool try_all(struct landing *n, const struct area *area, redline_bytes words,
                    const marked_parts *parts, struct attempt *ways, unsigned *fits,
                    unsigned *first)
{
	*fits = 0;
	*first = 0;
	for (unsigned i = 0; i < MARKED_BOLDS; i++) {
		if (!attempt(n, area, words, parts, (enum marked_bold)i, &ways[i]))
			return false;
		bool same = false;
		for (unsigned k = 0; k < i; k++)
			same |= bytes_equal(buf_view(&ways[k].m.old), buf_view(&ways[i].m.old));
		if (same || !ways[i].found.count)
			continue;
		*first = *fits ? *first : i;
		++*fits;
	}
	return true;
}

bool landing_marked(struct landing *n, const struct area *area, redline_bytes words)
{
	marked_parts parts = {0};
	struct attempt ways[MARKED_BOLDS] = {{.old = {0, 0}}};
	unsigned fits, first;
	bool ok = marked_cut(words, &parts);
	n->l->arena->failed |= !ok;
	ok = ok && try_all(n, area, words, &parts, ways, &fits, &first);
	if (ok && fits > 1)
		ok = landing_refuse(n, "marked-unclear", landing_at_words(n, &n->m->new_words),
		                    "the words in bold may be new or the draft's own; mark them as "
		                    "{++new++} if they are new");
	else if (ok && !ways[first].m.changes.len)
		ok = landing_refuse(n, "marked-unclear", landing_at_words(n, &n->m->new_words),
		                    "no change is marked here");
	else if (ok)
		ok = land_attempt(n, area, &ways[first]);
	for (unsigned i = 0; i < MARKED_BOLDS; i++)
		marked_release(&ways[i].m);
	VEC_RELEASE(&parts);
	return ok;
}
