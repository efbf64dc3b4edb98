/*
 * phrase.c -- amendments, positions and totals in words.  See phrase.h.
 *
 * Each amendment costs time by its places and by the little of its words that
 * is quoted.  The totals name at most a dozen proposers and twenty positions,
 * so their cost is linear in what there is to count.
 */
#include "edge/phrase.h"

#include <stdlib.h>

#include "base/bytes.h"
#include "edge/safe.h"
#include "engine/marked.h"

enum {
	QUOTE_COLUMNS = 72, /* what a quotation is cut to */
	NAMES_MAX = 12,     /* proposers named in the totals */
	POSITIONS_MAX = 20,
	PLACES_MAX = 12,    /* places named one by one */
	CHANGES_MAX = 6,    /* marked in one passage, told one by one */
};

const redline_amendment *phrase_cause(const redline_view *view, uint32_t cause)
{
	uint32_t count = 0;
	const redline_result *results =
	    view->outcome ? redline_outcome_results(view->outcome, &count) : NULL;
	return cause < count ? results[cause].amendment : NULL;
}

/* ---- words ---- */

void phrase_words(struct buf *b, redline_bytes words, size_t columns)
{
	size_t used = 0;
	bool blank = false;
	for (size_t at = 0; at < words.len;) {
		if (is_space(words.ptr[at])) {
			blank = used > 0;
			at++;
			continue;
		}
		struct glyph const g = glyph_at(words, at);
		if (used + blank + g.width > columns) {
			buf_text(b, "...");
			return;
		}
		if (blank)
			buf_char(b, ' ');
		buf_add(b, words.ptr + at, g.size);
		used += (size_t)blank + g.width;
		blank = false;
		at += g.size;
	}
}

void phrase_quoted(struct buf *b, redline_bytes words)
{
	buf_char(b, '"');
	phrase_words(b, words, QUOTE_COLUMNS);
	buf_char(b, '"');
}

void phrase_times(struct buf *b, uint32_t count)
{
	if (count == 1)
		buf_text(b, "once");
	else if (count == 2)
		buf_text(b, "twice");
	else
		buf_printf(b, "%u times", (unsigned)count);
}

static void add_ordinal(struct buf *b, int32_t n)
{
	static const char *const words[] = {"", "first", "second", "third", "fourth", "fifth"};
	if (n == -1) {
		buf_text(b, "last");
	} else if (n == -2) {
		buf_text(b, "penultimate");
	} else if (n > 0 && n <= 5) {
		buf_text(b, words[n]);
	} else {
		int32_t const tens = n % 100 < 0 ? -(n % 100) : n % 100;
		int32_t const last = tens >= 11 && tens <= 13 ? 0 : tens % 10;
		static const char *const suffix[] = {"th", "st", "nd", "rd"};
		buf_printf(b, "%d%s%s", (int)(n < 0 ? -n : n), suffix[last <= 3 ? last : 0],
		           n < 0 ? " from the end" : "");
	}
}

/* "a", "a and b", "a, b and c": what stands before item i of count. */
static void add_joint(struct buf *b, uint32_t i, uint32_t count)
{
	if (i > 0)
		buf_text(b, i + 1 == count ? " and " : ", ");
}

/* ---- places ---- */

static void add_place(struct buf *b, const redline_place *place)
{
	char room[256];
	size_t const need = redline_place_text(place, room, sizeof room);
	if (need < sizeof room) {
		buf_text(b, room);
		return;
	}
	char *large = malloc(need + 1);
	if (!large) {
		b->failed = true;
		return;
	}
	(void)redline_place_text(place, large, need + 1);
	buf_text(b, large);
	free(large);
}

void phrase_places(struct buf *b, const redline_place *places, uint32_t count)
{
	uint32_t const shown = count > PLACES_MAX ? PLACES_MAX : count;
	for (uint32_t i = 0; i < shown; i++) {
		add_joint(b, i, count);
		add_place(b, &places[i]);
	}
	if (shown < count)
		buf_printf(b, " and %u more", (unsigned)(count - shown));
}

/* "in paragraph 59 ", or nothing if the quoted words are the place. */
static void add_scope(struct buf *b, const redline_amendment *a)
{
	if (a->place_count) {
		buf_text(b, "in ");
		phrase_places(b, a->places, a->place_count);
		buf_char(b, ' ');
	}
	if (a->context.present) {
		buf_text(b, a->place_count ? "inside of " : "in ");
		phrase_quoted(b, a->context.words);
		buf_char(b, ' ');
	}
}

static void add_places_or(struct buf *b, const redline_amendment *a, const char *otherwise)
{
	if (a->place_count)
		phrase_places(b, a->places, a->place_count);
	else
		buf_text(b, otherwise);
}

/* ---- amendments ---- */

/* "first and third" */
static void add_ordinals(struct buf *b, const redline_amendment *a)
{
	for (uint32_t i = 0; i < a->nth_count; i++) {
		add_joint(b, i, a->nth_count);
		add_ordinal(b, a->nths[i]);
	}
}

static void add_occurrence(struct buf *b, const redline_amendment *a)
{
	switch (a->occurrence) {
	case REDLINE_ONCE:
		break;
	case REDLINE_NTH:
		buf_text(b, ", the ");
		add_ordinal(b, a->nth);
		buf_text(b, " time it stands there");
		break;
	case REDLINE_BOTH:
		buf_text(b, ", both times");
		break;
	case REDLINE_EACH:
		buf_text(b, ", each time");
		break;
	case REDLINE_SOME:
		buf_text(b, ", the ");
		add_ordinals(b, a);
		buf_text(b, " time it stands there");
		break;
	case REDLINE_ALL_BUT:
		buf_text(b, ", each time but the ");
		add_ordinals(b, a);
		break;
	case REDLINE_COUNTED:
		buf_printf(b, ", all %d times", (int)a->nth);
		break;
	}
}

/* "OLD", "from OLD through THIS", "all that follows OLD in the sentence", ... */
static void add_old(struct buf *b, const redline_amendment *a)
{
	bool const two = a->extent == REDLINE_THROUGH || a->extent == REDLINE_UP_TO;
	if (a->old_stays)
		buf_text(b, two ? "what stands after " : "all that follows ");
	else if (a->extent != REDLINE_JUST_WORDS)
		buf_text(b, "from ");
	phrase_quoted(b, a->old_words.words);
	switch (a->extent) {
	case REDLINE_JUST_WORDS:
		return;
	case REDLINE_THROUGH:
	case REDLINE_UP_TO:
		buf_text(b, a->extent == REDLINE_THROUGH ? " through " : " up to but not including ");
		phrase_quoted(b, a->through.words);
		return;
	case REDLINE_TO_SENTENCE_END:
		buf_text(b, a->old_stays ? " in its sentence" : " to the end of the sentence");
		return;
	case REDLINE_TO_PLACE_END:
		buf_text(b, a->old_stays ? " there" : " to the end");
		return;
	}
}

static void add_exceptions(struct buf *b, const redline_amendment *a)
{
	if (!a->excepted_count || a->apart)
		return;
	buf_text(b, ", except in ");
	phrase_places(b, a->excepted, a->excepted_count);
}

/* " after "X"", " at the end", ... */
static void add_where(struct buf *b, const redline_amendment *a)
{
	switch (a->where) {
	case REDLINE_NOWHERE:
		return;
	case REDLINE_BEFORE:
		buf_text(b, " before");
		break;
	case REDLINE_AFTER:
		buf_text(b, " after");
		break;
	case REDLINE_BETWEEN:
		buf_text(b, " between");
		break;
	case REDLINE_AT_START:
		buf_text(b, " at the start");
		return;
	case REDLINE_AT_END:
		buf_text(b, " at the end");
		return;
	}
	if (a->anchor.present) {
		buf_char(b, ' ');
		phrase_quoted(b, a->anchor.words);
	} else {
		buf_text(b, " it");
	}
	if (a->anchor_to.present) {
		buf_text(b, " and ");
		phrase_quoted(b, a->anchor_to.words);
	}
}

static void add_substitute(struct buf *b, const redline_amendment *a)
{
	add_scope(b, a);
	buf_text(b, "replace ");
	add_old(b, a);
	add_occurrence(b, a);
	buf_text(b, " with ");
	phrase_quoted(b, a->new_words.words);
}

/* delete, bracket, unbracket: words, or the whole place */
static void add_removal(struct buf *b, const redline_amendment *a, const char *verb)
{
	if (a->old_words.present) {
		add_scope(b, a);
		buf_printf(b, "%s ", verb);
		add_old(b, a);
		add_occurrence(b, a);
	} else {
		buf_printf(b, "%s ", verb);
		add_places_or(b, a, "what was named before");
	}
}

static void add_insertion(struct buf *b, const redline_amendment *a)
{
	add_scope(b, a);
	buf_text(b, a->whole_sentence ? "insert the sentence " : "insert ");
	phrase_quoted(b, a->new_words.words);
	add_where(b, a);
	add_occurrence(b, a);
}

static void add_marked_change(struct buf *b, const struct marked *m, size_t i)
{
	const struct marked_change *c = &m->changes.at[i];
	redline_bytes const gone = bytes_in(buf_view(&m->old), c->gone);
	redline_bytes const come = bytes_in(buf_view(&m->come), c->come);
	buf_text(b, gone.len && come.len ? "replace " : gone.len ? "delete " : "insert ");
	if (gone.len)
		phrase_quoted(b, gone);
	buf_text(b, gone.len && come.len ? " with " : "");
	if (come.len)
		phrase_quoted(b, come);
	if (gone.len || !come.len)
		return;
	/* where: behind the word before it */
	redline_bytes const old = buf_view(&m->old);
	redline_range before = range_trim(old, (redline_range){0, c->gone.begin});
	uint32_t begin = before.end;
	while (begin > before.begin && !is_space(old.ptr[begin - 1]))
		begin--;
	before.begin = begin;
	buf_text(b, range_len(before) ? " after " : " at the beginning");
	if (range_len(before))
		phrase_quoted(b, bytes_in(old, before));
}

/*
 * "in paragraph 59, as marked, replace "establishing" with "enhancing"".  What is bold
 * and not beside words struck out may be the draft's own, so it is only mentioned.
 */
static bool add_marked(struct buf *b, const redline_amendment *a)
{
	marked_parts parts = {0};
	struct marked sure = {0}, most = {0};
	redline_bytes const words = a->new_words.words;
	bool ok = marked_shows(words) && marked_cut(words, &parts) &&
	          marked_read(words, &parts, BOLD_REPLACES, &sure) &&
	          marked_read(words, &parts, BOLD_COMES, &most) && sure.changes.len;
	if (ok) {
		size_t const count = sure.changes.len;
		size_t const shown = count > CHANGES_MAX ? CHANGES_MAX : count;
		buf_text(b, a->place_count ? "in " : "");
		phrase_places(b, a->places, a->place_count);
		buf_text(b, a->place_count ? ", as marked, " : "as marked, ");
		for (size_t i = 0; i < shown; i++) {
			add_joint(b, (uint32_t)i, (uint32_t)(shown < count ? shown + 1 : shown));
			add_marked_change(b, &sure, i);
		}
		if (shown < count)
			buf_printf(b, " and make %zu more changes", count - shown);
		if (most.changes.len > count)
			buf_text(b, "; what else is bold is new if the draft does not have it");
	}
	marked_release(&sure);
	marked_release(&most);
	VEC_RELEASE(&parts);
	return ok;
}

static void add_rewriting(struct buf *b, const redline_amendment *a)
{
	if (add_marked(b, a))
		return;
	buf_text(b, "let ");
	add_places_or(b, a, "the text");
	buf_text(b, " read ");
	phrase_quoted(b, a->new_words.words);
}

/* A canonical label as people write it: "59bis" is "59 bis". */
static void add_label(struct buf *b, redline_bytes label)
{
	for (size_t i = 0; i < label.len; i++) {
		bool const word = label.len - i >= 3 && is_lower(label.ptr[i]);
		if (i > 0 && word && is_digit(label.ptr[i - 1]))
			buf_char(b, ' ');
		buf_char(b, label.ptr[i]);
	}
}

static void add_addition(struct buf *b, const redline_amendment *a)
{
	static const char *const relation[] = {
		[REDLINE_NOWHERE] = "to",   [REDLINE_BEFORE] = "before",
		[REDLINE_AFTER] = "after",  [REDLINE_BETWEEN] = "between",
		[REDLINE_AT_START] = "at the start of", [REDLINE_AT_END] = "at the end of",
	};
	buf_printf(b, "%s ", relation[a->where]);
	add_places_or(b, a, "the text");
	buf_printf(b, " add a new %s", redline_unit_name(a->new_unit));
	if (a->label.len) {
		buf_char(b, ' ');
		add_label(b, a->label);
	}
	buf_text(b, ": ");
	phrase_quoted(b, a->new_words.words);
}

static void add_alternative(struct buf *b, const redline_amendment *a)
{
	buf_text(b, "as an alternative to ");
	add_places_or(b, a, "the text");
	buf_text(b, ": ");
	phrase_quoted(b, a->new_words.words);
}

/* " after paragraph 7", " to the end of section B": the place that an act names. */
static void add_target(struct buf *b, const redline_amendment *a)
{
	static const char *const relation[] = {
		[REDLINE_NOWHERE] = "",   [REDLINE_BEFORE] = " before",
		[REDLINE_AFTER] = " after",  [REDLINE_BETWEEN] = " between",
		[REDLINE_AT_START] = " to the start", [REDLINE_AT_END] = " to the end",
	};
	bool const edge = a->where == REDLINE_AT_START || a->where == REDLINE_AT_END;
	buf_text(b, relation[a->where]);
	if (a->anchor.present) {
		buf_char(b, ' ');
		phrase_quoted(b, a->anchor.words);
	} else if (a->target_count) {
		buf_text(b, edge ? " of " : " ");
		phrase_places(b, a->targets, a->target_count);
	}
}

static void add_move(struct buf *b, const redline_amendment *a)
{
	add_removal(b, a, "move");
	add_target(b, a);
	if (a->label.len) {
		buf_printf(b, " to become %s ", redline_unit_name(a->new_unit));
		add_label(b, a->label);
	}
}

static void add_renumbering(struct buf *b, const redline_amendment *a)
{
	if (!a->target_count) {
		buf_text(b, "renumber whatever the other changes make necessary");
		return;
	}
	add_removal(b, a, "renumber");
	buf_text(b, " as ");
	phrase_places(b, a->targets, a->target_count);
}

static void add_designation(struct buf *b, const redline_amendment *a)
{
	buf_text(b, "designate the text of ");
	add_places_or(b, a, "the draft");
	buf_printf(b, " as %s ", redline_unit_name(a->new_unit));
	add_label(b, a->label);
}

static void add_split(struct buf *b, const redline_amendment *a)
{
	add_removal(b, a, "split");
	add_target(b, a);
	if (a->label.len) {
		buf_text(b, ", the second part to be ");
		add_label(b, a->label);
	}
}

/* "Japan's proposal", "its own proposals" */
static void add_whose(struct buf *b, const redline_amendment *a)
{
	redline_bytes const owner = a->of.len         ? a->of
	                            : a->proposer_count ? a->proposers[0]
	                                                : (redline_bytes){"its", 3};
	buf_bytes(b, owner);
	buf_text(b, a->of.len || a->proposer_count ? "'s proposal" : " own proposal");
	buf_text(b, a->of_several ? "s" : "");
}

static void add_withdrawal(struct buf *b, const redline_amendment *a)
{
	buf_text(b, "withdraw ");
	add_whose(b, a);
	if (a->place_count) {
		buf_text(b, " on ");
		phrase_places(b, a->places, a->place_count);
	}
}

void phrase_amendment(struct buf *b, const redline_amendment *a)
{
	if (a->of_proposal && a->action != REDLINE_WITHDRAW) {
		buf_text(b, "in ");
		add_whose(b, a);
		buf_text(b, ": ");
	}
	switch (a->action) {
	case REDLINE_SUBSTITUTE:
		add_substitute(b, a);
		break;
	case REDLINE_DELETE:
		add_removal(b, a, "delete");
		break;
	case REDLINE_INSERT:
		add_insertion(b, a);
		break;
	case REDLINE_REWRITE:
		add_rewriting(b, a);
		break;
	case REDLINE_ADD:
		add_addition(b, a);
		break;
	case REDLINE_ALTERNATIVE:
		add_alternative(b, a);
		break;
	case REDLINE_BRACKET:
		add_removal(b, a, "put square brackets around");
		break;
	case REDLINE_UNBRACKET:
		add_removal(b, a, "remove the square brackets around");
		break;
	case REDLINE_MOVE:
		add_move(b, a);
		break;
	case REDLINE_RENUMBER:
		add_renumbering(b, a);
		break;
	case REDLINE_SPLIT:
		add_split(b, a);
		break;
	case REDLINE_MERGE:
		add_removal(b, a, "merge");
		break;
	case REDLINE_WITHDRAW:
		add_withdrawal(b, a);
		break;
	case REDLINE_DESIGNATE:
		add_designation(b, a);
		break;
	}
	if (a->with_footnote)
		buf_text(b, " and its footnote");
	add_exceptions(b, a);
	if (a->check.present) {
		buf_text(b, ", so that it reads ");
		phrase_quoted(b, a->check.words);
	}
}

/* ---- who, when, why ---- */

void phrase_who(struct buf *b, const redline_amendment *a)
{
	for (uint32_t i = 0; i < a->proposer_count; i++) {
		add_joint(b, i, a->proposer_count);
		buf_bytes(b, a->proposers[i]);
	}
}

void phrase_date(struct buf *b, redline_bytes date)
{
	static const char *const months[] = {
		"January", "February", "March",     "April",   "May",      "June",
		"July",    "August",   "September", "October", "November", "December",
	};
	const char *p = date.ptr;
	bool const iso = date.len == 10 && p[4] == '-' && p[7] == '-' && is_digit(p[5]) &&
	                 is_digit(p[6]) && is_digit(p[8]) && is_digit(p[9]);
	int const month = iso ? (p[5] - '0') * 10 + (p[6] - '0') : 0;
	int const day = iso ? (p[8] - '0') * 10 + (p[9] - '0') : 0;
	if (month < 1 || month > 12) {
		buf_bytes(b, date);
		return;
	}
	buf_printf(b, "%d %s %.4s", day, months[month - 1], p);
}

bool phrase_has_credit(const redline_amendment *a)
{
	return a->proposer_count || a->date.len || a->reason.len;
}

void phrase_credit(struct buf *b, const redline_amendment *a)
{
	phrase_who(b, a);
	if (a->proposer_count && a->date.len)
		buf_text(b, ", ");
	buf_bytes(b, a->date);
	if ((a->proposer_count || a->date.len) && a->reason.len)
		buf_text(b, ": ");
	buf_bytes(b, a->reason);
}

/* " deleting", " inserting "always"" */
static void add_act(struct buf *b, const redline_position_taken *p)
{
	static const char *const acts[] = {
		[REDLINE_SUBSTITUTE] = "changing", [REDLINE_DELETE] = "deleting",
		[REDLINE_INSERT] = "inserting",    [REDLINE_REWRITE] = "changing",
		[REDLINE_ADD] = "inserting",       [REDLINE_ALTERNATIVE] = "inserting",
		[REDLINE_BRACKET] = "bracketing",  [REDLINE_UNBRACKET] = "unbracketing",
		[REDLINE_MOVE] = "moving",         [REDLINE_RENUMBER] = "renumbering",
		[REDLINE_SPLIT] = "splitting",     [REDLINE_MERGE] = "merging",
	};
	if (p->on_act)
		buf_printf(b, " %s", acts[p->action]);
	if (p->words.len) {
		buf_char(b, ' ');
		phrase_quoted(b, p->words);
	}
}

void phrase_position(struct buf *b, const redline_position_taken *p)
{
	static const char *const stances[] = {
		[REDLINE_SUPPORTS] = "supports",
		[REDLINE_OPPOSES] = "opposes",
		[REDLINE_RESERVES] = "reserves its position on",
		[REDLINE_WAIVES] = "does not ask for",
	};
	if (p->proposer.len)
		buf_bytes(b, p->proposer);
	else
		buf_text(b, "the speaker");
	buf_printf(b, " %s", stances[p->stance]);
	add_act(b, p);
	if (p->place_count) {
		buf_text(b, p->words.len ? " in " : " ");
		phrase_places(b, p->places, p->place_count);
	}
}

/* ---- totals ---- */

struct totals {
	uint32_t applied, refused, withdrawn;
	redline_bytes names[NAMES_MAX];
	uint32_t named;
	bool more;
};

static void note_name(struct totals *t, redline_bytes name)
{
	for (uint32_t i = 0; i < t->named; i++)
		if (bytes_equal(t->names[i], name))
			return;
	if (t->named == NAMES_MAX)
		t->more = true;
	else
		t->names[t->named++] = name;
}

static void count_results(struct totals *t, const redline_view *view)
{
	uint32_t count = 0;
	const redline_result *r =
	    view->outcome ? redline_outcome_results(view->outcome, &count) : NULL;
	for (uint32_t i = 0; i < count; i++) {
		if (r[i].fate == REDLINE_WITHDRAWN) {
			t->withdrawn++;
			continue;
		}
		if (r[i].fate != REDLINE_APPLIED) {
			t->refused++;
			continue;
		}
		if (r[i].amendment->action == REDLINE_WITHDRAW)
			continue; /* what it takes back is counted */
		t->applied++;
		for (uint32_t k = 0; k < r[i].amendment->proposer_count; k++)
			note_name(t, r[i].amendment->proposers[k]);
	}
}

static void add_counts(struct buf *b, const struct totals *t)
{
	if (!t->applied && !t->refused && !t->withdrawn) {
		buf_text(b, "No amendments.");
		return;
	}
	buf_printf(b, "%u amendment%s applied", (unsigned)t->applied, t->applied == 1 ? "" : "s");
	for (uint32_t i = 0; i < t->named; i++) {
		buf_text(b, i ? ", " : " (");
		buf_bytes(b, t->names[i]);
	}
	if (t->named)
		buf_text(b, t->more ? " and others)" : ")");
	if (t->refused)
		buf_printf(b, ", %u not applied", (unsigned)t->refused);
	if (t->withdrawn)
		buf_printf(b, ", %u withdrawn", (unsigned)t->withdrawn);
	buf_char(b, '.');
}

void phrase_positions(struct buf *b, const redline_view *view)
{
	uint32_t shown = 0, left = 0;
	for (uint32_t s = 0; s < view->statement_count; s++) {
		uint32_t count;
		const redline_position_taken *p =
		    redline_statement_positions(view->statements[s], &count);
		for (uint32_t i = 0; i < count; i++) {
			if (!p[i].place_count)
				continue; /* not on any one place of the draft */
			if (shown == POSITIONS_MAX) {
				left++;
				continue;
			}
			buf_text(b, shown++ ? "; " : "Positions: ");
			phrase_position(b, &p[i]);
		}
	}
	if (left)
		buf_printf(b, "; and %u more", (unsigned)left);
	if (shown)
		buf_char(b, '.');
}

void phrase_totals(struct buf *b, const redline_view *view)
{
	struct totals t = {0};
	count_results(&t, view);
	add_counts(b, &t);
}

redline_status redline_write_amendment(const redline_amendment *amendment, redline_sink *sink,
                                       void *context)
{
	struct buf b = {0};
	phrase_amendment(&b, amendment);
	redline_status status = b.failed ? REDLINE_NO_MEMORY : REDLINE_OK;
	if (status == REDLINE_OK && b.len && !sink(context, b.ptr, b.len))
		status = REDLINE_WRITE_FAILED;
	buf_release(&b);
	return status;
}
