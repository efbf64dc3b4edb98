/*
 * Words that a comparison must know, in all seven languages at once: which ones
 * are so common that, alone between two changes, they keep nothing together;
 * and which ones stand before the number of a provision.
 */
#ifndef RL_LANG_COMMON_H
#define RL_LANG_COMMON_H

#include <redline/draft.h>

#include "base/bytes.h"

/*
 * An article, a short preposition or conjunction, a form of "to be", a pronoun that
 * only points back: "the", "de", "и", "的", "is", "its".  ASCII case is ignored.
 * Never a word that carries a rule: no "not", "may", "all".
 */
bool common_word(redline_bytes word);

/* What kind of provision a word names. */
enum provision_noun {
	NO_NOUN,
	NOUN_PARAGRAPH,
	NOUN_ARTICLE,
	NOUN_SECTION,
	NOUN_CHAPTER,
	NOUN_ANNEX,
	NOUN_NOTE,
};

/* "paragraph", "articles", "пункте", "§", ...: case of ASCII and Cyrillic letters is ignored. */
enum provision_noun common_provision_noun(redline_bytes word);

/* What a label's own word says: "Article 5"; NO_NOUN if it has none, or none of these. */
enum provision_noun common_label_noun(redline_label_unit unit);

/* "of", "du", ...: what stands between a provision and the text that has it. */
bool common_of(redline_bytes word);
/* "resolution", "Charta", ...: what has provisions of its own; and «договора», as it stands
 * right behind a provision's number. */
bool common_text_noun(redline_bytes word);
bool common_text_behind(redline_bytes word);
/* Does the name of another text end at this byte, as Chinese has it before the number:
 * "公约", but not "本公约"? */
bool common_text_end(redline_bytes text, uint32_t at);
/* "this", "present", ...: it is the text at hand. */
bool common_this(redline_bytes word);

/* "The General Assembly,": does it open with the organ that speaks, and not with what moves
 * it ("Recalling ...")? */
bool common_organ(redline_bytes text);

/* Bytes of the word at the end of a list's item that joins the next to it, "..., and":
 * "and", "or", "и", "ou", "或", ...; 0 if there is none. */
size_t common_item_joint(redline_bytes text);

/* Does it leave a choice: "or", "или", "ou", "或", ...? */
bool common_item_choice(redline_bytes joint);

/* What joins numbers: "and", "or", "to", "through", "et", "und", ... */
bool common_number_joint(redline_bytes word);

/* Bytes of what the text begins with that makes a range of the numbers before and behind it:
 * "to", "–", "bis", "по", "至", ...; 0 if nothing does. */
size_t common_range_joint(redline_bytes text);

#endif
