/*
 * law_script.c -- the laws of scripts, on random scripts over random texts
 * made of words, line ends, and pieces of marks:
 *
 *   - keeps and deletions tile the old text, keeps and insertions the new;
 *   - written as CriticMarkup and read back, both texts are the same to the
 *     last byte, or the text is refused and does hold an opening mark.
 *
 * The seed is printed; REDLINE_SEED sets it.
 */
#include <criterion/criterion.h>
#include <criterion/logging.h>
#include <stdlib.h>
#include <string.h>

#include <redline/write.h>

#include "model/script.h"
#include "support/text.h"
#include "support/trial.h"

enum { ROUNDS = 20000, PIECES = 12, CHANGES = 4 };

/* ---- chance ---- */

static uint64_t state;

/* xorshift64 */
static uint32_t chance(uint32_t below)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (uint32_t)(state >> 32) % below;
}

static void begin_chance(void)
{
	const char *seed = getenv("REDLINE_SEED");
	state = seed ? strtoull(seed, NULL, 10) : 20201118;
	cr_log_info("seed %llu", (unsigned long long)state);
	state = state ? state : 1;
}

static const char *const pieces[] = {
	"word", " ", "a", "\n", "\n\n", "\r\n", "\r\n\r\n", " \n \n", "\xe5\x9b\xbd", "\xc3\xa9",
	"{", "}", "+", "-", "~", ">", "<", "=", "{+", "{-", "{~", "+}", "-}", "~}", "++}", "--}",
	"~~}", "==}", "<<}", "~>", "~", "-", "+", "{++", "{--", "{~~", "{==", "{>>",
};

/* The openings, last in the list, are rare: a text that holds one is refused. */
static const char *piece(void)
{
	uint32_t const count = sizeof pieces / sizeof *pieces;
	return pieces[chance(40) ? chance(count - 5) : chance(count)];
}

static void random_text(struct text *out)
{
	out->len = 0;
	text_put(out, "");
	for (uint32_t n = chance(PIECES); n > 0; n--)
		text_put(out, piece());
}

/* ---- scripts ---- */

/* A cut of the text at or after `at`, not inside a character. */
static size_t random_cut(redline_bytes text, size_t at)
{
	size_t cut = at + chance((uint32_t)(text.len - at) + 1);
	while (cut < text.len && ((unsigned char)text.ptr[cut] & 0xC0) == 0x80)
		cut++;
	return cut;
}

static redline_script *random_script(redline_bytes old)
{
	struct script_builder b;
	struct text words = {0};
	redline_script *script;
	size_t at = 0;
	script_begin(&b, old);
	for (uint32_t n = chance(CHANGES); n > 0; n--) {
		size_t const begin = random_cut(old, at), end = random_cut(old, begin);
		random_text(&words);
		script_keep(&b, begin - at);
		script_change(&b, chance(4) ? end - begin : 0, text_view(&words), &n, chance(2));
		at = b.at;
	}
	script_keep(&b, old.len - at);
	cr_assert_eq(script_finish(&b, &script), REDLINE_OK);
	text_release(&words);
	return script;
}

static bool holds_opening(redline_bytes text)
{
	static const char *const openings[] = {"{++", "{--", "{~~", "{==", "{>>"};
	for (size_t i = 0; i < 5; i++)
		if (text_holds(text, openings[i]))
			return true;
	return false;
}

static const char *law_of_writing(const redline_view *view)
{
	struct text marked = {0};
	bool const refused =
	    redline_write_critic(view, NULL, NULL, text_sink, &marked) == REDLINE_UNMARKABLE;
	text_release(&marked);
	if (refused != (holds_opening(redline_script_old(view->script)) ||
	                holds_opening(redline_script_new_text(view->script))))
		return "what is refused is not what holds an opening mark";
	return law_of_critic(view);
}

Test(law_script, scripts_keep_the_laws_and_read_back, .timeout = 300)
{
	struct text old = {0};
	begin_chance();
	for (int i = 0; i < ROUNDS; i++) {
		uint64_t const seed = state;
		random_text(&old);
		redline_script *script = random_script(text_view(&old));
		redline_view const view = {.script = script};
		const char *broken = law_of_script(script);
		if (!broken)
			broken = law_of_writing(&view);
		redline_script_free(script);
		cr_assert(!broken, "%s (round %d, state %llu)\n%s", broken, i,
		          (unsigned long long)seed, old.ptr);
	}
	text_release(&old);
}

Test(law_script, whatever_is_read_keeps_the_laws, .timeout = 300)
{
	struct text marked = {0};
	begin_chance();
	for (int i = 0; i < ROUNDS; i++) {
		redline_script *script;
		marked.len = 0;
		text_put(&marked, "");
		for (uint32_t n = chance(3 * PIECES); n > 0; n--)
			text_put(&marked, pieces[chance(sizeof pieces / sizeof *pieces)]);
		cr_assert_eq(redline_script_read_critic(&script, text_view(&marked), NULL),
		             REDLINE_OK);
		redline_view const view = {.script = script};
		const char *broken = law_of_script(script);
		if (!broken)
			broken = law_of_writing(&view);
		redline_script_free(script);
		cr_assert(!broken, "%s (round %d)\n%s", broken, i, marked.ptr);
	}
	text_release(&marked);
}

Test(law_script, keeps_join_and_nothing_is_empty)
{
	struct script_builder b;
	redline_script *script;
	uint32_t count, who[] = {3, 5};
	redline_bytes const old = {"abcdef", 6};
	script_begin(&b, old);
	script_keep(&b, 0);
	script_keep(&b, 1);
	script_keep(&b, 1);
	script_change(&b, 0, (redline_bytes){NULL, 0}, who, 2);
	script_keep(&b, 1);
	script_change(&b, 1, (redline_bytes){"x", 1}, who, 2);
	script_change(&b, 1, (redline_bytes){NULL, 0}, who, 1);
	script_keep(&b, 1);
	cr_assert_eq(script_finish(&b, &script), REDLINE_OK);
	const redline_op *ops = redline_script_ops(script, &count);
	cr_assert_eq(count, 4);
	cr_expect_eq(ops[0].old.end, 3);
	cr_expect_eq(ops[1].cause_count, 2);
	cr_expect_eq(ops[2].first_cause, 2);
	cr_expect(text_is(redline_script_new_text(script), (redline_bytes){"abcxf", 5}));
	cr_expect_eq(redline_script_old(script).ptr, old.ptr, "the old text is borrowed");
	redline_script_free(script);
}
