/*
 * The laws of a comparison (redline/compare.h), checked from outside: on any two
 * texts, with any options.
 *
 *     struct contrast c;
 *     if (contrast_make(&c, old, now, &options) == REDLINE_OK)
 *         ... law_of_contrast(&c) ...
 *     contrast_release(&c);   // whatever contrast_make said
 *
 * What counts as alike is judged here anew, by Unicode's own normal forms.
 */
#ifndef RL_SUPPORT_PAIR_LAWS_H
#define RL_SUPPORT_PAIR_LAWS_H

#include <redline/compare.h>

struct contrast {
	redline_draft *old, *now;
	redline_compare_options options;
	redline_comparison *comparison;
};

/* redline_compare, or whatever else compares two drafts. */
typedef redline_status comparer(redline_comparison **out, const redline_draft *old,
                                const redline_draft *now,
                                const redline_compare_options *options);

/* Both texts are borrowed. */
redline_status contrast_make(struct contrast *c, redline_bytes old, redline_bytes now,
                             const redline_compare_options *options, comparer *compare);
void contrast_release(struct contrast *c);

/* Each says NULL if the law holds, else which one is broken (static). */
const char *law_of_moves(const redline_script *script);
const char *law_of_both_ways(const redline_script *script);
const char *law_of_alike(const struct contrast *c);
const char *law_of_pairs(const struct contrast *c);
const char *law_of_marks(const struct contrast *c);
const char *law_of_mirror(const struct contrast *c, const struct contrast *back);
const char *law_of_nothing(const struct contrast *c); /* of a text and itself */

/* All but the last two, and the laws of scripts. */
const char *law_of_contrast(const struct contrast *c);

/*
 * Compares both ways round and each text with itself, and checks all laws.  Says
 * which one is broken, or NULL.
 */
const char *law_of_pair(redline_bytes old, redline_bytes now,
                        const redline_compare_options *options, comparer *compare);

/* Options by their bits: 64 ways. */
redline_compare_options options_of(uint32_t bits);

#endif
