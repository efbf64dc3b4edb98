/*
 * json_compare.c -- a comparison as one JSON object, schema "redline-diff/1".
 *
 * The two texts, the totals, the pairs of paragraphs that changed, the changes
 * of words in the order of the script, and the moves with their own changes.
 * The two ends of a move stand among the changes, with the aspect "move" and
 * the move's number, so that the changes are all that has to be carried out.
 *
 * There may be a million changes, so each is built, printed on a line of its own
 * and let go.  Time is in proportion to what changed (the totals, which count
 * words, apart), memory to the largest change.  What a view lacks (a draft, for
 * paths and lines) is left out.
 */
#include "edge/json.h"

/* One of the two texts. */
struct side {
	const char *name;
	const redline_draft *draft; /* or NULL */
	redline_bytes text;
};

struct sides {
	struct side old, now;
	const redline_op *ops, *edits;
	const redline_move *moves;
	uint32_t op_count, edit_count, move_count;
};

/* ---- members and lists, as they come ---- */

struct printing {
	struct writer *w;
	struct out *out;
	bool first; /* nothing stands before it in its list or object */
};

static void print_key(struct printing *p, const char *key)
{
	out_text(p->out, p->first ? "  \"" : ",\n  \"");
	out_text(p->out, key);
	out_text(p->out, "\": ");
	p->first = false;
}

static void print_member(struct printing *p, const char *key, json_t *value)
{
	print_key(p, key);
	json_print(p->w, p->out, value);
}

static void print_list(struct printing *p, const char *key)
{
	print_key(p, key);
	out_char(p->out, '[');
	p->first = true;
}

/* NULL: there is nothing to say. */
static void print_item(struct printing *p, json_t *value)
{
	if (!value)
		return;
	out_text(p->out, p->first ? "\n    " : ",\n    ");
	json_print(p->w, p->out, value);
	p->first = false;
}

static void print_list_end(struct printing *p)
{
	out_text(p->out, p->first ? "]" : "\n  ]");
	p->first = false;
}

/* ---- the two texts and the totals ---- */

static struct sides sides_of(const redline_view *v)
{
	const redline_script *script = redline_comparison_script(v->comparison);
	struct sides s = {
		.old = {v->draft_name ? v->draft_name : "old", v->draft, redline_script_old(script)},
		.now = {v->after_name ? v->after_name : "new", v->after,
		        redline_script_new_text(script)},
	};
	s.ops = redline_script_ops(script, &s.op_count);
	s.moves = redline_script_moves(script, &s.move_count);
	s.edits = redline_script_edits(script, &s.edit_count);
	return s;
}

static json_t *side_value(struct writer *w, const struct side *side)
{
	json_t *it = json_object();
	put_name(w, it, "file", side->name);
	put_number(w, it, "bytes", (int64_t)side->text.len);
	if (side->draft)
		put_number(w, it, "blocks", redline_draft_count(side->draft));
	return it;
}

static json_t *totals_value(struct writer *w)
{
	redline_tally t;
	if (redline_comparison_tally(w->view->comparison, &t) != REDLINE_OK)
		w->failed = true;
	uint32_t old_words, new_words;
	if (redline_comparison_sizes(w->view->comparison, &old_words, &new_words) != REDLINE_OK)
		w->failed = true;
	struct {
		const char *name;
		uint32_t count;
	} const counts[] = {
		{"old_words", old_words}, {"new_words", new_words},
		{"deleted", t.deleted},     {"inserted", t.inserted},
		{"moved_words", t.moved_words},
		{"edited", t.edited},       {"added", t.added},
		{"dropped", t.dropped},     {"moved", t.moved},
		{"renumbered", t.renumbered}, {"split", t.split},
		{"merged", t.merged},       {"references", t.references},
		{"spacings", t.spacings},
	};
	json_t *it = json_object();
	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
		put_number(w, it, counts[i].name, counts[i].count);
	put(w, it, "bounded", json_boolean(t.bounded));
	return it;
}

/* ---- pairs ---- */

enum { KINDS_MAX = 5 };

/* What became of a pair, the weightiest first; nothing if it is as it was. */
static uint32_t kinds_of(const redline_pair *p, const char *kinds[KINDS_MAX])
{
	uint32_t count = 0;
	uint32_t const old = range_len(p->old), now = range_len(p->now);
	if (!old || !now) {
		kinds[count++] = old ? "deleted" : "added";
		return count;
	}
	if (old != now)
		kinds[count++] = old < now ? "split" : "merged";
	if (p->moved)
		kinds[count++] = "moved";
	if (p->edited)
		kinds[count++] = "edited";
	if (p->renumbered)
		kinds[count++] = "renumbered";
	if (p->followed)
		kinds[count++] = "followed";
	return count;
}

/* Blocks of one text: their number, lines and bytes. */
static void put_blocks(struct writer *w, json_t *it, const char *key, const struct side *side,
                       redline_range range)
{
	if (!side->draft || range.begin == range.end)
		return;
	const redline_block *blocks = redline_draft_blocks(side->draft);
	const redline_block *first = &blocks[range.begin], *last = &blocks[range.end - 1];
	json_t *value = json_object();
	put_path_in(w, value, side->draft, range.begin);
	put(w, value, "lines",
	    pair(first->line, (json_int_t)last->line + (last->lines ? last->lines - 1 : 0)));
	put(w, value, "bytes", pair(first->bytes.begin, last->bytes.end));
	put(w, it, key, value);
}

/* NULL if nothing became of it. */
static json_t *pair_value(struct writer *w, const struct sides *s, const redline_pair *p)
{
	const char *kinds[KINDS_MAX];
	uint32_t const count = kinds_of(p, kinds);
	if (!count)
		return NULL;
	json_t *it = json_object(), *names = count > 1 ? json_array() : NULL;
	put_name(w, it, "kind", kinds[0]);
	for (uint32_t i = 0; i < count && count > 1; i++)
		push(w, names, json_string(kinds[i]));
	if (count > 1)
		put(w, it, "kinds", names);
	put_blocks(w, it, "old", &s->old, p->old);
	put_blocks(w, it, "new", &s->now, p->now);
	return it;
}

static void print_pairs(struct printing *p, const struct sides *s)
{
	uint32_t count;
	const redline_pair *pairs = redline_comparison_pairs(p->w->view->comparison, &count);
	print_list(p, "pairs");
	for (uint32_t i = 0; i < count && !p->w->failed && !p->out->failed; i++)
		print_item(p, pair_value(p->w, s, &pairs[i]));
	print_list_end(p);
}

/* ---- changes and moves ---- */

static const char *aspect_name(const redline_op *op)
{
	static const char *const names[] = {
		[REDLINE_ASPECT_WORDS] = "words",
		[REDLINE_ASPECT_NUMBER] = "number",
		[REDLINE_ASPECT_REFERENCE] = "reference",
		[REDLINE_ASPECT_BREAK] = "break",
		[REDLINE_ASPECT_SPACING] = "spacing",
	};
	return op->kind == REDLINE_CHANGE ? names[op->aspect] : "move";
}

/* The words of a range, without the white space around them; as it is if it has none. */
static redline_range words_of(const struct side *side, redline_range range)
{
	redline_range const words = range_trim(side->text, range);
	return words.begin < words.end ? words : range;
}

static void put_line(struct writer *w, json_t *it, const struct side *side, redline_range range)
{
	uint32_t const at = words_of(side, range).begin;
	if (!side->draft || !redline_draft_count(side->draft))
		return;
	put_path_in(w, it, side->draft, redline_draft_block_at(side->draft, at));
	put_number(w, it, "line", redline_draft_line(side->draft, at));
}

static json_t *change_value(struct writer *w, const struct sides *s, const redline_op *op)
{
	bool const deleted = op->now.begin == op->now.end;
	json_t *it = json_object();
	put_name(w, it, "aspect", aspect_name(op));
	put(w, it, "old", range_value(op->old));
	put(w, it, "new", range_value(op->now));
	put_text(w, it, "old_text", bytes_in(s->old.text, op->old));
	put_text(w, it, "new_text", bytes_in(s->now.text, op->now));
	put_line(w, it, deleted ? &s->old : &s->now, deleted ? op->old : op->now);
	if (op->kind != REDLINE_CHANGE)
		put_number(w, it, "move", (int64_t)op->move + 1);
	return it;
}

static json_t *changes_value(struct writer *w, const struct sides *s, const redline_op *ops,
                             uint32_t count)
{
	json_t *list = json_array();
	for (uint32_t i = 0; i < count && !w->failed; i++)
		if (ops[i].kind != REDLINE_KEEP && ops[i].kind != REDLINE_ALIKE)
			push(w, list, change_value(w, s, &ops[i]));
	return list;
}

/* One end of a move. */
static json_t *end_value(struct writer *w, const struct side *side, redline_range range)
{
	json_t *it = json_object();
	redline_range const words = words_of(side, range);
	if (side->draft) {
		put_path_in(w, it, side->draft, redline_draft_block_at(side->draft, words.begin));
		put(w, it, "lines", pair(redline_draft_line(side->draft, words.begin),
		                         redline_draft_line(side->draft, words.end - 1)));
	}
	put(w, it, "bytes", range_value(range));
	return it;
}

static json_t *move_value(struct writer *w, const struct sides *s, const redline_move *m)
{
	json_t *it = json_object();
	put(w, it, "from", end_value(w, &s->old, s->ops[m->out].old));
	put(w, it, "to", end_value(w, &s->now, s->ops[m->in].now));
	put(w, it, "changes", changes_value(w, s, s->edits + m->first_edit, m->edit_count));
	return it;
}

static void print_changes(struct printing *p, const struct sides *s)
{
	print_list(p, "changes");
	for (uint32_t i = 0; i < s->op_count && !p->w->failed && !p->out->failed; i++)
		if (s->ops[i].kind != REDLINE_KEEP && s->ops[i].kind != REDLINE_ALIKE)
			print_item(p, change_value(p->w, s, &s->ops[i]));
	print_list_end(p);
}

static void print_moves(struct printing *p, const struct sides *s)
{
	print_list(p, "moves");
	for (uint32_t i = 0; i < s->move_count && !p->w->failed && !p->out->failed; i++)
		print_item(p, move_value(p->w, s, &s->moves[i]));
	print_list_end(p);
}

void json_print_comparison(struct writer *w, struct out *out)
{
	struct sides const s = sides_of(w->view);
	struct printing p = {w, out, true};
	out_text(out, "{\n");
	print_member(&p, "schema", json_string("redline-diff/1"));
	print_member(&p, "old", side_value(w, &s.old));
	print_member(&p, "new", side_value(w, &s.now));
	print_member(&p, "totals", totals_value(w));
	print_pairs(&p, &s);
	print_changes(&p, &s);
	print_moves(&p, &s);
	out_text(out, "\n}");
}
