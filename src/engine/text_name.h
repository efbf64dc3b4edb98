/*
 * Texts by their names: "Amendments to the Convention on Lakes" says which text is to be
 * amended, and a draft that is headed "Convention on Rivers" is another one.
 *
 * Names are seldom written out as the text itself has them, so they are held against its title
 * word by word, and only a name that has no word of the title is another text's for sure, or
 * one that has another year or number.
 */
#ifndef RL_ENGINE_TEXT_NAME_H
#define RL_ENGINE_TEXT_NAME_H

#include "base/bytes.h"

struct lang_texts; /* lang/lang.h */

#define TEXT_NAME_WORDS 12u

/* A name: what the text is called, and what it is about. */
struct text_name {
	const struct lang_texts *lang;
	redline_range range; /* all of it */
	redline_range noun;  /* "Convention" */
	redline_range words[TEXT_NAME_WORDS]; /* "Lakes" */
	unsigned count;
	redline_range number; /* "2016/679" of "Regulation (EU) 2016/679"; then words may be none */
};

/* The first name that any language has there; false if there is none. */
bool text_name_find(redline_bytes text, redline_range within, struct text_name *out);

/* Do words there speak of amendments, proposals or comments?  Then *noun says whether some text
 * is called by its noun, be it by a name or not. */
bool text_name_amends(redline_bytes text, redline_range within, bool *noun);

/* Is there nothing before the name but words such as "in the" and "draft"? */
bool text_name_leads(redline_bytes text, redline_range before, const struct text_name *name);

/* How the name goes with the title of a text. */
enum text_match {
	TEXT_UNKNOWN, /* the title is in another language, or says nothing */
	TEXT_SAME,    /* one has all the words of the other */
	TEXT_PARTLY,
	TEXT_OTHER,   /* not one of them, or of another year or number */
};

/* `same_noun`: it is unknown, too, if the title does not have the name's noun. */
enum text_match text_name_match(redline_bytes text, const struct text_name *name,
                                redline_bytes title, bool same_noun);

/* May a text that begins so be in the name's language?  Some words are of several. */
bool text_name_speaks(const struct text_name *name, redline_bytes beginning);

#endif
