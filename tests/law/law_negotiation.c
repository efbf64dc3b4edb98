/*
 * law_negotiation.c -- histories and credits agree with the truth where it is known: on
 * small negotiations, made up and saved with git alone.  `make negotiation` is the same
 * for large ones.
 */
#include <criterion/criterion.h>
#include <stdlib.h>

#include "support/negotiation_score.h"
#include "support/process.h"

enum { SEEDS = 4, PARAGRAPHS = 40, REVISIONS = 60, LEAST = 98 /* of a hundred */ };

static void no_memory(void)
{
	abort();
}

static void expect_share(const char *what, struct share s)
{
	cr_expect(s.right * 100 >= s.of * LEAST, "%s: only %u of %u", what, (unsigned)s.right,
	          (unsigned)s.of);
}

static void ask_all(struct negotiation_score *s, const struct negotiation *n, const char *folder)
{
	redline_store *store;
	redline_trouble why;
	cr_assert_eq(redline_store_open(&store, folder, &why), REDLINE_OK, "%s", why.text);
	for (uint32_t i = 0; i < n->len; i++)
		cr_expect(negotiation_ask(s, store, n, i));
	redline_store_free(store);
}

Test(negotiation, truth_is_told, .timeout = 300)
{
	struct negotiation_score s = {0};
	cr_assert_eq(redline_store_start(no_memory), REDLINE_OK);
	for (uint64_t seed = 1; seed <= SEEDS; seed++) {
		struct negotiation n;
		char folder[256];
		folder_new(folder);
		negotiation_begin(&n, seed, PARAGRAPHS);
		cr_assert(negotiation_import(&n, REVISIONS, folder));
		ask_all(&s, &n, folder);
		negotiation_end(&n);
		folder_remove(folder);
	}
	redline_store_stop();
	cr_expect_geq(s.origins.of, SEEDS * PARAGRAPHS / 2);
	expect_share("words", s.words);
	expect_share("words that returned", s.returned);
	expect_share("origins", s.origins);
	expect_share("last changes", s.last_changes);
}
