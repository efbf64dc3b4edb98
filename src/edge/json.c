/*
 * json.c -- a view as one JSON object, for programs.
 *
 * The object is built whole (memory in proportion to what is reported, not to
 * the draft) and then written.  Its members are in the order they are put here,
 * which is the order of their description in redline-apply(1).  Byte ranges are
 * [begin, end]; an operand or a name that is not there is left out, a list that
 * is empty is [].
 *
 * A comparison makes an object of its own, see json_compare.c.
 *
 * Invisible characters and controls in strings are written as \u escapes, so
 * that what a terminal shows of the JSON is all there is.
 */
#include "edge/json.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/bytes.h"
#include "edge/out.h"
#include "edge/phrase.h"
#include "edge/safe.h"

/* ---- values ---- */

/* The text that a phrase function has put into a buf, which is emptied. */
static json_t *phrase_value(struct buf *b)
{
	json_t *value = b->failed ? NULL : text_value(buf_view(b));
	buf_release(b);
	return value;
}

/* A range without the line ends around it, which tell nothing of where it is. */
static redline_range shown_range(const struct writer *w, uint32_t source, redline_range r)
{
	redline_range const trimmed = range_trim(sources_text(&w->sources, source), r);
	return range_len(trimmed) ? trimmed : r;
}

static json_t *lines_value(struct writer *w, uint32_t source, redline_range r)
{
	uint32_t const last = r.end > r.begin ? r.end - 1 : r.begin;
	return pair(sources_line(&w->sources, source, r.begin),
	            sources_line(&w->sources, source, last));
}

static void put_given(struct writer *w, json_t *object, const char *key, redline_bytes text)
{
	if (text.len)
		put_text(w, object, key, text);
}

/* ---- places ---- */

static json_t *step_value(struct writer *w, const redline_step *s)
{
	json_t *it = json_object();
	put_name(w, it, "unit", redline_unit_name(s->unit));
	if (s->ordinal)
		put_number(w, it, "ordinal", s->ordinal);
	if (s->ordinal_to)
		put_number(w, it, "ordinal_to", s->ordinal_to);
	put_given(w, it, "label", s->label);
	put_given(w, it, "label_to", s->label_to);
	put_given(w, it, "words", s->words);
	put(w, it, "source", range_value(s->source));
	return it;
}

static json_t *place_value(struct writer *w, const redline_place *p)
{
	json_t *it = json_object(), *steps = json_array();
	struct buf text = {0};
	phrase_places(&text, p, 1);
	put(w, it, "text", phrase_value(&text));
	put_number(w, it, "inherited", p->inherited);
	put(w, it, "source", range_value(p->source));
	for (uint32_t i = 0; i < p->count; i++)
		push(w, steps, step_value(w, &p->steps[i]));
	put(w, it, "steps", steps);
	return it;
}

static void put_places(struct writer *w, json_t *object, const redline_place *places,
                       uint32_t count)
{
	struct buf text = {0};
	json_t *list = json_array();
	phrase_places(&text, places, count);
	if (count)
		put(w, object, "place", phrase_value(&text));
	else
		buf_release(&text);
	for (uint32_t i = 0; i < count; i++)
		push(w, list, place_value(w, &places[i]));
	put(w, object, "places", list);
}

/* ---- amendments ---- */

static void put_operand(struct writer *w, json_t *object, const char *key,
                        const redline_operand *o)
{
	if (o->present)
		put_text(w, object, key, o->words);
}

/* Which of several are meant, or are not. */
static void put_nths(struct writer *w, json_t *it, const redline_amendment *a)
{
	if (!a->nth_count)
		return;
	json_t *nths = json_array();
	for (uint32_t i = 0; i < a->nth_count; i++)
		push(w, nths, json_integer(a->nths[i]));
	put(w, it, "nths", nths);
}

static void put_operands(struct writer *w, json_t *it, const redline_amendment *a)
{
	put_operand(w, it, "old", &a->old_words);
	put_operand(w, it, "new", &a->new_words);
	put_operand(w, it, "through", &a->through);
	if (a->extent != REDLINE_JUST_WORDS)
		put_name(w, it, "extent", redline_extent_name(a->extent));
	if (a->old_stays)
		put(w, it, "old_stays", json_true());
	if (a->with_footnote)
		put(w, it, "with_footnote", json_true());
	put_operand(w, it, "context", &a->context);
	put_operand(w, it, "anchor", &a->anchor);
	put_operand(w, it, "anchor_to", &a->anchor_to);
	put_operand(w, it, "check", &a->check);
	if (a->where != REDLINE_NOWHERE)
		put_name(w, it, "where", redline_where_name(a->where));
	put_name(w, it, "occurrence", redline_occurrence_name(a->occurrence));
	if (a->occurrence == REDLINE_NTH || a->occurrence == REDLINE_COUNTED)
		put_number(w, it, "nth", a->nth);
	put_nths(w, it, a);
	if (a->action == REDLINE_ADD)
		put_name(w, it, "new_unit", redline_unit_name(a->new_unit));
	put_given(w, it, "label", a->label);
}

/* Whose proposal made before this is about. */
static void put_proposal(struct writer *w, json_t *it, const redline_amendment *a)
{
	if (!a->of_proposal)
		return;
	json_t *proposal = json_object();
	put_given(w, proposal, "of", a->of);
	put(w, proposal, "several", a->of_several ? json_true() : json_false());
	put(w, it, "proposal", proposal);
}

static void put_credit(struct writer *w, json_t *it, const redline_amendment *a)
{
	json_t *proposers = json_array();
	for (uint32_t i = 0; i < a->proposer_count; i++)
		push(w, proposers, text_value(a->proposers[i]));
	put(w, it, "proposers", proposers);
	put_given(w, it, "date", a->date);
	put_given(w, it, "reason", a->reason);
}

static void put_list(struct writer *w, json_t *object, const char *key,
                     const redline_place *places, uint32_t count)
{
	if (!count)
		return;
	json_t *list = json_array();
	for (uint32_t i = 0; i < count; i++)
		push(w, list, place_value(w, &places[i]));
	put(w, object, key, list);
}

/* Where what moves goes, what is renumbered becomes, ...; and where nothing changes */
static void put_targets(struct writer *w, json_t *object, const redline_amendment *a)
{
	put_list(w, object, "targets", a->targets, a->target_count);
	put_list(w, object, "excepted", a->excepted, a->apart ? 0 : a->excepted_count);
}

static json_t *amendment_value(struct writer *w, const redline_amendment *a, uint32_t id,
                               uint32_t statement)
{
	uint32_t const source = REDLINE_IN_STATEMENT(statement);
	json_t *it = json_object();
	struct buf text = {0};
	put_number(w, it, "id", (int64_t)id + 1);
	put_number(w, it, "statement", (int64_t)statement + 1);
	put(w, it, "lines", lines_value(w, source, a->source));
	put(w, it, "source", range_value(a->source));
	put_text(w, it, "text", bytes_in(sources_text(&w->sources, source), a->source));
	phrase_amendment(&text, a);
	put(w, it, "understood", phrase_value(&text));
	put_name(w, it, "action", redline_action_name(a->action));
	put_places(w, it, a->places, a->place_count);
	put_targets(w, it, a);
	put_operands(w, it, a);
	put_proposal(w, it, a);
	put_credit(w, it, a);
	return it;
}

/* ---- where it lands ---- */

static void put_path(struct writer *w, json_t *it, uint32_t block)
{
	const redline_draft *draft = w->view->draft;
	if (draft && block < redline_draft_count(draft))
		put_path_in(w, it, draft, block);
}

static const redline_op *op_of(const redline_view *v, uint32_t index)
{
	uint32_t count = 0;
	const redline_op *ops = v->script ? redline_script_ops(v->script, &count) : NULL;
	return index < count ? &ops[index] : NULL;
}

static json_t *landing_value(struct writer *w, const redline_landing *l)
{
	json_t *it = json_object();
	const redline_op *op = op_of(w->view, l->op);
	put_number(w, it, "block", l->block);
	put_path(w, it, l->block);
	put(w, it, "lines", lines_value(w, REDLINE_IN_DRAFT,
	                                shown_range(w, REDLINE_IN_DRAFT, l->range)));
	put(w, it, "old", range_value(l->range));
	put(w, it, "new", op ? range_value(op->now) : json_null());
	put_text(w, it, "old_text",
	         bytes_in(sources_text(&w->sources, REDLINE_IN_DRAFT), l->range));
	put_text(w, it, "new_text", l->words);
	return it;
}

static json_t *result_value(struct writer *w, const redline_result *r, uint32_t id)
{
	static const char *const fates[] = {
		[REDLINE_APPLIED] = "applied",
		[REDLINE_REFUSED] = "refused",
		[REDLINE_CONFLICT] = "conflict",
		[REDLINE_WITHDRAWN] = "withdrawn",
	};
	json_t *it = amendment_value(w, r->amendment, id, r->statement);
	json_t *landings = json_array();
	put_name(w, it, "status", fates[r->fate]);
	for (uint32_t i = 0; i < r->landing_count; i++)
		push(w, landings, landing_value(w, &r->landings[i]));
	put(w, it, "landings", landings);
	return it;
}

static json_t *amendments_value(struct writer *w)
{
	json_t *list = json_array();
	uint32_t count = 0;
	const redline_result *r =
	    w->view->outcome ? redline_outcome_results(w->view->outcome, &count) : NULL;
	for (uint32_t i = 0; i < count && !w->failed; i++)
		push(w, list, result_value(w, &r[i], i));
	return list;
}

static json_t *change_value(struct writer *w, const redline_op *op, const uint32_t *causes)
{
	json_t *it = json_object(), *ids = json_array();
	uint32_t const at = shown_range(w, REDLINE_IN_DRAFT, op->old).begin;
	put(w, it, "old", range_value(op->old));
	put(w, it, "new", range_value(op->now));
	put_text(w, it, "old_text", bytes_in(redline_script_old(w->view->script), op->old));
	put_text(w, it, "new_text", bytes_in(redline_script_new_text(w->view->script), op->now));
	if (w->view->draft)
		put_path(w, it, redline_draft_block_at(w->view->draft, at));
	put_number(w, it, "line", sources_line(&w->sources, REDLINE_IN_DRAFT, at));
	for (uint32_t i = 0; i < op->cause_count; i++)
		push(w, ids, json_integer((json_int_t)causes[op->first_cause + i] + 1));
	put(w, it, "amendments", ids);
	return it;
}

static json_t *changes_value(struct writer *w)
{
	json_t *list = json_array();
	uint32_t count = 0, cause_count;
	if (!w->view->script)
		return list;
	const redline_op *ops = redline_script_ops(w->view->script, &count);
	const uint32_t *causes = redline_script_causes(w->view->script, &cause_count);
	for (uint32_t i = 0; i < count && !w->failed; i++)
		if (ops[i].kind == REDLINE_CHANGE)
			push(w, list, change_value(w, &ops[i], causes));
	return list;
}

/* ---- statements, positions, findings ---- */

static void put_file(struct writer *w, json_t *it, uint32_t source)
{
	put_name(w, it, "file", sources_name(&w->sources, source));
}

static json_t *draft_value(struct writer *w)
{
	json_t *it = json_object();
	put_file(w, it, REDLINE_IN_DRAFT);
	put_number(w, it, "bytes", (int64_t)sources_text(&w->sources, REDLINE_IN_DRAFT).len);
	if (w->view->draft)
		put_number(w, it, "blocks", redline_draft_count(w->view->draft));
	return it;
}

static json_t *statement_value(struct writer *w, uint32_t i)
{
	json_t *it = json_object();
	put_file(w, it, REDLINE_IN_STATEMENT(i));
	put_given(w, it, "speaker", redline_statement_speaker(w->view->statements[i]));
	put_given(w, it, "date", redline_statement_date(w->view->statements[i]));
	return it;
}

static json_t *position_value(struct writer *w, const redline_position_taken *p,
                              uint32_t statement)
{
	uint32_t count;
	const redline_sentence *sentences =
	    redline_statement_sentences(w->view->statements[statement], &count);
	json_t *it = json_object();
	put_name(w, it, "stance", redline_stance_name(p->stance));
	put_given(w, it, "proposer", p->proposer);
	if (p->on_act)
		put_name(w, it, "action", redline_action_name(p->action));
	put_given(w, it, "words", p->words);
	put_places(w, it, p->places, p->place_count);
	put_number(w, it, "statement", (int64_t)statement + 1);
	if (p->sentence < count) {
		redline_range const source = sentences[p->sentence].source;
		put(w, it, "source", range_value(source));
		put(w, it, "lines", lines_value(w, REDLINE_IN_STATEMENT(statement), source));
	}
	return it;
}

static json_t *positions_value(struct writer *w)
{
	json_t *list = json_array();
	for (uint32_t s = 0; s < w->view->statement_count; s++) {
		uint32_t count;
		const redline_position_taken *p =
		    redline_statement_positions(w->view->statements[s], &count);
		for (uint32_t i = 0; i < count && !w->failed; i++)
			push(w, list, position_value(w, &p[i], s));
	}
	return list;
}

static json_t *finding_value(struct writer *w, const redline_finding *f)
{
	static const char *const levels[] = {
		[REDLINE_NOTE] = "note",
		[REDLINE_WARNING] = "warning",
		[REDLINE_ERROR] = "error",
	};
	json_t *it = json_object();
	put_name(w, it, "level", levels[f->level]);
	put_name(w, it, "code", f->code ? f->code : "");
	put_file(w, it, f->spot.source);
	if (!f->placeless) {
		redline_position const at =
		    sources_position(&w->sources, f->spot.source, f->spot.range.begin);
		put_number(w, it, "line", at.line);
		put_number(w, it, "column", at.column);
		put(w, it, "range", range_value(f->spot.range));
	}
	put_text(w, it, "message", f->message);
	if (f->amendment != REDLINE_NONE)
		put_number(w, it, "amendment", (int64_t)f->amendment + 1);
	if (!f->attached)
		put(w, it, "notes", json_array());
	return it;
}

/* Attached notes go into the finding they belong to. */
static void push_findings(struct writer *w, json_t *list, redline_findings findings)
{
	json_t *notes = NULL; /* of the finding before; borrowed */
	for (size_t i = 0; i < findings.count && !w->failed; i++) {
		json_t *it = finding_value(w, &findings.items[i]);
		bool const attached = findings.items[i].attached && notes;
		push(w, attached ? notes : list, it);
		if (!attached && !w->failed)
			notes = json_object_get(it, "notes");
	}
}

static json_t *findings_value(struct writer *w)
{
	json_t *list = json_array();
	for (uint32_t i = 0; i < w->view->statement_count; i++)
		push_findings(w, list, redline_statement_findings(w->view->statements[i]));
	if (w->view->outcome)
		push_findings(w, list, redline_outcome_findings(w->view->outcome));
	return list;
}

/* ---- what was understood ---- */

static json_t *sentence_value(struct writer *w, uint32_t statement, const redline_sentence *s,
                              uint32_t first_id)
{
	uint32_t const source = REDLINE_IN_STATEMENT(statement);
	json_t *it = json_object(), *ids = json_array();
	put_name(w, it, "class", redline_class_name(s->kind));
	put_name(w, it, "language", s->language);
	put(w, it, "lines", lines_value(w, source, s->source));
	put(w, it, "source", range_value(s->source));
	put_text(w, it, "text", bytes_in(sources_text(&w->sources, source), s->source));
	for (uint32_t i = 0; i < s->amendment_count; i++)
		push(w, ids, json_integer((json_int_t)first_id + s->first_amendment + i + 1));
	put(w, it, "amendments", ids);
	return it;
}

static json_t *sentences_value(struct writer *w, uint32_t statement, uint32_t first_id)
{
	uint32_t count;
	const redline_sentence *s =
	    redline_statement_sentences(w->view->statements[statement], &count);
	json_t *list = json_array();
	for (uint32_t i = 0; i < count && !w->failed; i++)
		push(w, list, sentence_value(w, statement, &s[i], first_id));
	return list;
}

/* Without an outcome: the amendments as read. */
static json_t *readings_value(struct writer *w)
{
	json_t *list = json_array();
	uint32_t id = 0;
	for (uint32_t s = 0; s < w->view->statement_count; s++) {
		uint32_t count;
		const redline_amendment *a =
		    redline_statement_amendments(w->view->statements[s], &count);
		for (uint32_t i = 0; i < count && !w->failed; i++)
			push(w, list, amendment_value(w, &a[i], id++, s));
	}
	return list;
}

/* ---- writing ---- */

/* A sink for jansson that escapes what can hide. */
static int dump(const char *ptr, size_t len, void *context)
{
	struct out *o = context;
	redline_bytes const text = {ptr, len};
	size_t plain = 0;
	for (size_t at = 0; at < len;) {
		if ((unsigned char)ptr[at] < 0x7F) { /* jansson escapes these itself */
			at++;
			continue;
		}
		struct glyph const g = glyph_at(text, at);
		if (g.hidden && g.size > 1) {
			char code[16];
			out_add(o, ptr + plain, at - plain);
			uint32_t const high = g.cp - 0x10000;
			if (g.cp > 0xFFFF)
				(void)snprintf(code, sizeof code, "\\u%04x\\u%04x",
				               0xD800u + (unsigned)(high >> 10),
				               0xDC00u + (unsigned)(high & 0x3FF));
			else
				(void)snprintf(code, sizeof code, "\\u%04x", (unsigned)g.cp);
			out_text(o, code);
			plain = at + g.size;
		} else if (g.cp == 0x7F) {
			out_add(o, ptr + plain, at - plain);
			out_text(o, "\\u007f");
			plain = at + 1;
		}
		at += g.size;
	}
	out_add(o, ptr + plain, len - plain);
	return o->failed ? -1 : 0;
}

void json_print(struct writer *w, struct out *out, json_t *value)
{
	int const dumped = value ? json_dump_callback(value, dump, out, JSON_ENCODE_ANY) : -1;
	if (dumped != 0 && !out->failed)
		w->failed = true;
	json_decref(value);
}

static redline_status write_out(struct writer *w, json_t *root, redline_sink *sink, void *context)
{
	struct out o;
	out_begin(&o, sink, context);
	bool const failed = w->failed || w->sources.arena.failed;
	int const dumped = failed ? -1 : json_dump_callback(root, dump, &o, JSON_INDENT(2));
	json_decref(root);
	sources_end(&w->sources);
	if (failed || (dumped != 0 && !o.failed))
		return REDLINE_NO_MEMORY;
	out_char(&o, '\n');
	return out_finish(&o);
}

static void put_application(struct writer *w, json_t *root)
{
	const redline_view *view = w->view;
	json_t *statements = json_array();
	put_name(w, root, "schema", "redline/1");
	put(w, root, "draft", draft_value(w));
	for (uint32_t i = 0; i < view->statement_count; i++)
		push(w, statements, statement_value(w, i));
	put(w, root, "statements", statements);
	put(w, root, "amendments", amendments_value(w));
	put(w, root, "changes", changes_value(w));
	put(w, root, "positions", positions_value(w));
	put(w, root, "findings", findings_value(w));
}

static redline_status write_comparison(const redline_view *view, redline_sink *sink,
                                       void *context)
{
	struct writer w = {.view = view};
	struct out out;
	out_begin(&out, sink, context);
	json_print_comparison(&w, &out);
	out_char(&out, '\n');
	redline_status const written = out_finish(&out);
	return w.failed ? REDLINE_NO_MEMORY : written;
}

redline_status redline_write_json_string(redline_bytes text, redline_sink *sink, void *context)
{
	struct writer w = {.failed = false};
	struct out out;
	out_begin(&out, sink, context);
	json_print(&w, &out, text_value(text));
	redline_status const written = out_finish(&out);
	return w.failed ? REDLINE_NO_MEMORY : written;
}

redline_status redline_write_json(const redline_view *view, redline_sink *sink, void *context)
{
	if (view->comparison)
		return write_comparison(view, sink, context);
	struct writer w = {.view = view};
	json_t *root = json_object();
	sources_begin(&w.sources, view);
	put_application(&w, root);
	return write_out(&w, root, sink, context);
}

redline_status redline_write_explain_json(const redline_view *view, redline_sink *sink,
                                          void *context)
{
	struct writer w = {.view = view};
	json_t *root = json_object(), *statements = json_array();
	uint32_t id = 0;
	sources_begin(&w.sources, view);
	put_name(&w, root, "schema", "redline-explain/1");
	if (view->draft)
		put(&w, root, "draft", draft_value(&w));
	for (uint32_t i = 0; i < view->statement_count; i++) {
		json_t *it = statement_value(&w, i);
		uint32_t count;
		put(&w, it, "sentences", sentences_value(&w, i, id));
		push(&w, statements, it);
		(void)redline_statement_amendments(view->statements[i], &count);
		id += count;
	}
	put(&w, root, "statements", statements);
	put(&w, root, "amendments", view->outcome ? amendments_value(&w) : readings_value(&w));
	put(&w, root, "positions", positions_value(&w));
	put(&w, root, "findings", findings_value(&w));
	return write_out(&w, root, sink, context);
}
