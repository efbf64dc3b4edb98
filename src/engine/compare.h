/*
 * What other parts of the library may ask of a comparison, and comparing with
 * poorer hashes than redline_compare takes, so that tests can see
 * what collisions do: only the bits of hash_mask are used, 0 means all.
 */
#ifndef RL_ENGINE_COMPARE_H
#define RL_ENGINE_COMPARE_H

#include <redline/compare.h>

redline_status compare_drafts(redline_comparison **out, const redline_draft *old,
                              const redline_draft *now, const redline_compare_options *options,
                              uint64_t hash_mask);

/* The script that words are counted in: by whole words, whatever the options. */
const redline_script *compare_counted(const redline_comparison *comparison);

#endif
