/*
 * Seams: where words that stay in a draft meet words that come.
 *
 * What an amendment quotes comes as it is quoted, whatever stands beside it.  So
 * "d'urgence" with "toute urgence" for "urgence" becomes "d'toute urgence".  That is
 * what was asked for and is done, but it is told.
 */
#ifndef RL_ENGINE_SEAMS_H
#define RL_ENGINE_SEAMS_H

#include "land.h"

/*
 * Warns of two words that meet for the first time, and that the language of the passage
 * doesn't write side by side (lang_seam), or that are the same one.  `edits` are sorted and
 * those of `results`.
 */
void seams_warn(const struct lander *l, const edit_list *edits, const redline_result *results);

/* Does this end with a word that lost its vowel, as "d'", in any language?  No blank comes
 * behind that. */
bool seam_elided(redline_bytes before);

#endif
