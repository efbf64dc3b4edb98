/*
 * law_marked.c -- a paragraph restated with marks, in every notation: what
 * comes out is its new reading, and all other paragraphs stay byte for byte.
 *
 * The test knows both readings, because it made the marks from them.  White
 * space is compared as one blank: the draft's lines are wrapped at random.
 */
#include <criterion/criterion.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/bytes.h"
#include "support/text.h"
#include "support/trial.h"

enum { ROUNDS = 200, PARAGRAPHS = 8, WORDS = 20 };

static uint64_t state;

static unsigned chance(unsigned below)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (unsigned)(state >> 32) % below;
}

static const char *const old_words[] = {
	"states", "na\u00EFve", "co-ordinate", "bodies,", "capacity", "(shared)", "the", "of",
	"measures", "\u201Cnorms\u201D", "threat", "threats", "in", "A/79/214", "dialogue;", "needs",
};
static const char *const new_words[] = {"enhancing", "on an equal footing,", "\u00E9largi", "timely"};

enum notation { CRITIC, STRIKE_BOLD, HTML, TERMINAL, BRACKETS, NOTATIONS };

static const struct {
	const char *gone, *gone_end, *between, *come, *come_end;
} notations[NOTATIONS] = {
	[CRITIC] = {"{--", "--}", "", "{++", "++}"},
	[STRIKE_BOLD] = {"~~", "~~", " ", "**", "**"},
	[HTML] = {"<del>", "</del>", "", "<ins>", "</ins>"},
	[TERMINAL] = {"[-", "-]", "", "{+", "+}"},
	[BRACKETS] = {"[", "]", " ", "[Japan: ", "]"},
};

/* A paragraph in three versions. */
struct versions {
	struct text draft, restated, now;
};

static void put_blank(struct text *out, bool wraps)
{
	if (out->len)
		text_put(out, wraps && chance(6) == 0 ? "\n" : " ");
}

static void put_marked(struct text *out, const char *old, const char *now, enum notation how)
{
	put_blank(out, false);
	if (old) {
		text_put(out, notations[how].gone);
		text_put(out, old);
		text_put(out, notations[how].gone_end);
	}
	if (old && (now || how == BRACKETS))
		text_put(out, notations[how].between);
	if (how == BRACKETS && !(old && now)) {
		text_put(out, old ? "[Japan: delete]" : "[Japan: add ");
		text_put(out, old ? "" : now);
		text_put(out, old ? "" : "]");
		return;
	}
	if (now) {
		text_put(out, notations[how].come);
		text_put(out, now);
		text_put(out, notations[how].come_end);
	}
}

static void put_word(struct text *out, const char *word, bool wraps)
{
	put_blank(out, wraps);
	text_put(out, word);
}

/* The paragraph's own number makes its words stand once. */
static void make(struct versions *v, unsigned number, enum notation how)
{
	char head[32];
	(void)snprintf(head, sizeof head, "Provision %u", number);
	v->draft.len = v->restated.len = v->now.len = 0;
	text_put(&v->draft, head);
	text_put(&v->restated, head);
	text_put(&v->now, head);
	bool changed = false, beside = false;
	for (unsigned i = 0; i < WORDS; i++) {
		const char *old = old_words[chance(sizeof old_words / sizeof *old_words)];
		const char *now = new_words[chance(sizeof new_words / sizeof *new_words)];
		unsigned const what = i + 1 == WORDS && !changed ? 1
		                      : how == BRACKETS && beside ? 9
		                                                   : chance(9);
		/* changes side by side are one to the reader; the law is the same, save that
		   two brackets are two amendments of the same spot */
		bool const goes = what == 0 || what == 1, comes = what == 1 || what == 2;
		beside = goes || comes;
		changed |= goes; /* bold alone is no mark */
		if (goes || !comes)
			put_word(&v->draft, old, true);
		if (goes || comes)
			put_marked(&v->restated, goes ? old : NULL, comes ? now : NULL, how);
		else
			put_word(&v->restated, old, false);
		if (comes || !goes)
			put_word(&v->now, comes ? now : old, false);
	}
	put_word(&v->draft, "end.", true);
	put_word(&v->restated, "end.", false);
	put_word(&v->now, "end.", false);
}

/* out: a copy with each run of white space as one blank. */
static void fold_blanks(struct text *out, redline_bytes from)
{
	out->len = 0;
	for (size_t i = 0; i < from.len; i++) {
		bool const space = is_space(from.ptr[i]);
		if (!space)
			text_add(out, from.ptr + i, 1);
		else if (out->len && out->ptr[out->len - 1] != ' ')
			text_put(out, " ");
	}
	text_put(out, "");
}

static void check_round(const redline_reader *reader, unsigned round)
{
	struct text draft = {0}, want = {0}, said = {0}, left = {0}, right = {0};
	struct versions v = {{0}, {0}, {0}};
	char label[32];
	for (unsigned i = 1; i <= PARAGRAPHS; i++) {
		enum notation const how = (enum notation)chance(NOTATIONS);
		make(&v, i, how);
		bool const amended = chance(2) == 0 || i == 1;
		(void)snprintf(label, sizeof label, "%u. ", i);
		text_put(&draft, label);
		text_add(&draft, v.draft.ptr, v.draft.len);
		text_put(&draft, "\n\n");
		text_put(&want, label);
		text_add(&want, amended ? v.now.ptr : v.draft.ptr, amended ? v.now.len : v.draft.len);
		text_put(&want, "\n\n");
		if (!amended)
			continue;
		text_put(&said, "Japan: ");
		text_put(&said, label);
		text_add(&said, v.restated.ptr, v.restated.len);
		text_put(&said, "\n\n");
	}
	struct trial t;
	redline_bytes const statement = {said.ptr, said.len};
	cr_assert_eq(trial_run(&t, reader, (redline_bytes){draft.ptr, draft.len}, &statement, 1),
	             REDLINE_OK);
	cr_expect_neq(trial_worst(&t), REDLINE_ERROR, "round %u:\n%s\n%s", round, draft.ptr,
	              said.ptr);
	const char *broken = law_of_trial(&t);
	cr_expect_null(broken, "round %u: %s", round, broken);
	fold_blanks(&left, redline_script_new_text(redline_outcome_script(t.outcome)));
	fold_blanks(&right, (redline_bytes){want.ptr, want.len});
	cr_expect_str_eq(left.ptr, right.ptr, "round %u:\n%s\n%s\n%s\n%s", round, draft.ptr,
	                 said.ptr, left.ptr, right.ptr);
	trial_release(&t);
	text_release(&draft), text_release(&want), text_release(&said);
	text_release(&left), text_release(&right);
	text_release(&v.draft), text_release(&v.restated), text_release(&v.now);
}

Test(law_marked, accepting_a_marked_paragraph_gives_its_new_reading, .timeout = 60)
{
	const char *given = getenv("REDLINE_SEED");
	state = given ? strtoull(given, NULL, 10) : 20201118;
	state = state ? state : 1;
	redline_reader *reader;
	cr_assert_eq(redline_reader_new(&reader, "auto"), REDLINE_OK);
	for (unsigned round = 0; round < ROUNDS; round++)
		check_round(reader, round);
	redline_reader_free(reader);
}
