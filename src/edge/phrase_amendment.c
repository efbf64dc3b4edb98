/*
 * phrase_amendment.c -- one amendment in words (phrase.h), from its fields alone.
 *
 * Each amendment costs time by its places and by the little of its words that is quoted.
 */
#include "edge/phrase.h"

#include "base/bytes.h"
#include "engine/marked.h"

#define CHANGES_MAX 6u /* marked in one passage, told one by one */

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

/* "first and third" */
static void add_ordinals(struct buf *b, const redline_amendment *a)
{
	for (uint32_t i = 0; i < a->nth_count; i++) {
		phrase_joint(b, i, a->nth_count);
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
			phrase_joint(b, (uint32_t)i, (uint32_t)(shown < count ? shown + 1 : shown));
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

/* What is done, and to what. */
static void add_act(struct buf *b, const redline_amendment *a)
{
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
}

void phrase_amendment(struct buf *b, const redline_amendment *a)
{
	if (a->of_proposal && a->action != REDLINE_WITHDRAW) {
		buf_text(b, "in ");
		add_whose(b, a);
		buf_text(b, ": ");
	}
	add_act(b, a);
	if (a->with_footnote)
		buf_text(b, " and its footnote");
	add_exceptions(b, a);
	if (a->check.present) {
		buf_text(b, ", so that it reads ");
		phrase_quoted(b, a->check.words);
	}
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
