/*
 * A language is a const table and nothing else: patterns of words, and what
 * class of lexeme each is.  The grammar (engine/) knows only classes and
 * values; adding a language is adding a table and its fixtures.
 *
 * Patterns
 * --------
 * A pattern is one of PCRE2 (pcre2pattern(3)), matched where a word begins and
 * only up to where a word ends, in either case and without captures.  The first row
 * of the table that matches wins; within a row the first alternative does, so the
 * longer one stands before the shorter that it begins with.  Two things are read
 * otherwise than PCRE2 does:
 *
 *     a blank    any white space, however much of it; "a ?b": or none
 *     \B         the wording ends here, whatever follows, as after "l'"
 *
 * Every repeat has an upper bound ("{0,40}", never "*" or "+"), or gives nothing back
 * ("*+"): no pattern may try without end.  What one costs is bounded besides (rows.h), but
 * keep counted repeats and look-aheads short: a sentence where one gives up is refused.
 *
 * How a table is written
 * ----------------------
 * In this order, since the first row wins:
 *
 *  1. what only looks like an order: reports (LEX_HISTORY: "was replaced"),
 *     thoughts (LEX_HEDGE: "could be replaced"), who supports whom
 *     (LEX_SPEAKER), positions (LEX_STANCE), all longer than the verbs in them;
 *  2. verbs.  The form says where the object stands: FORM_ACTIVE behind,
 *     FORM_PASSIVE before, FORM_FREE either.  A particle apart from its verb
 *     ("wird ... ersetzt", "将...") is a LEX_FILLER;
 *  3. words of proposing;
 *  4. links.  Which operand comes is the link's affair, never the order of
 *     words: LINK_WITH brings in the new words, LINK_INSTEAD_OF and LEX_FOR
 *     the old ones, and so does LEX_TO after a verb with VERB_TO_OLD.  A
 *     case that does a preposition's work is a link: Russian "словом" is
 *     LINK_WITH.  Verbs of completing take LINK_WITH for what they add;
 *  5. ordinals and other words that shorter ones would cut off ("avant-dernier"
 *     and "avant"), quantifiers, positions (POSITION_BEHIND if it follows what
 *     it is about), reasons, negations, conditions;
 *  6. units of a text, the words for words (LEX_TEXT), ordinals;
 *  7. small words, fillers last.
 *
 * Rather have no row than a wrong one: words that no row knows are refused once
 * something is asked for, and that is as it should be.  An article or a
 * preposition that is left out makes good sentences refused, a loose row for
 * negation or support makes bad ones pass.
 *
 * What can't be a row is in struct lang: endings, abbreviations, months, and the
 * words by which a text's language is told.  Those must be common in the language,
 * and in no other one that has a table.
 *
 * fixtures/lang/CODE.txt has an example for every row.  Write the sentences, let
 * `make accept` fill in what is understood, and read all of it: a row that no
 * sentence can reach is hidden by an earlier one.  fixtures/phrases shows what is
 * then done with a draft.
 */
#ifndef RL_LANG_LANG_H
#define RL_LANG_LANG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <redline/base.h>

/* Classes of lexemes; the comment says what `value` holds. */
enum lex_class {
	LEX_WORD,    /* a word no row knows; or enum word */
	LEX_PUNCT,   /* the code point; wide and Arabic marks as the ASCII ones */
	LEX_QUOTE,   /* index of the quotation */
	LEX_NUMERAL, /* index of the numeral */
	LEX_GROUP,   /* (...) that is no label; index of the group */
	LEX_NAME,    /* index of the party */

	LEX_ACTION,  /* VERB(verb, form), and VERB_WEAK and the like */
	LEX_HISTORY, /* "was replaced": what happened, not what to do; enum history;
	                   HISTORY_WISHED */
	LEX_HEDGE,   /* "could be replaced"; enum hedge */
	LEX_PROPOSE, /* "proposes", "would like to suggest"; 1: a noun that
	                   others may hold ("the proposal to"), 2: past */
	LEX_STANCE,  /* redline_stance */
	LEX_NEGATION, /* 1: what it goes with is not done, but something else:
	                   "instead of"; NEGATION_WITHOUT: "without", "minus";
	                   NEGATION_LETS: "does not insist on", "need not": it is
	                   not asked for, and not spoken against */
	LEX_DOUBT,    /* "if", "unless", "whether"; enum doubt */

	LEX_LINK,     /* enum link */
	LEX_POSITION, /* redline_where, and POSITION_BEHIND */
	LEX_IN,       /* "in": a place follows; or enum in */
	LEX_OF,
	LEX_AND,     /* AND_EACH: and two lists belong together item by item */
	LEX_OR,      /* 1: of whole amendments ("one of the following") */
	LEX_TO,      /* "to": link, range or infinitive, by its neighbours */
	LEX_THROUGH, /* "through", "up to", "to and including"; enum through */
	LEX_FROM,
	LEX_FOR,

	LEX_UNIT,       /* redline_unit, and UNIT_PLURAL, UNIT_EXACT, UNIT_NEW */
	LEX_TEXT,       /* "the words", "the phrase": introduces wording; enum wording_noun */
	LEX_BRACKETS,   /* "square brackets" */
	LEX_MARK,       /* punctuation by name; the code point, and MARK_NEW */
	LEX_ORDINAL,    /* 1, 2, ... or -1 last, -2 penultimate, as value + 100 */
	LEX_QUANTIFIER, /* redline_occurrence, and QUANTIFIER_BUT and the like */
	LEX_COUNT,      /* "two": the number */
	LEX_OCCURRENCE, /* "occurrence", "time": after an ordinal */
	LEX_NEW,        /* "new", "additional", "following": brings in */
	LEX_ANOTHER,    /* "a", "an", "one": of a unit, a new one */
	LEX_SAME,       /* "the same", "this", "that", "the said" */
	LEX_WHOLE,      /* "entire", "whole", "full" */
	LEX_BEGINNING,  /* "beginning with", "starting with" */
	LEX_INSTEAD,    /* "instead", "in its place": closes a replacement */
	LEX_PRONOUN,    /* "it", "them": points at what was named before */
	LEX_REASON,     /* from here on it is why; enum reason */
	LEX_CHECK,      /* "so that it reads" */
	LEX_SPEAKER,    /* "on behalf of", "supported by": names follow */
	LEX_WE,         /* "we", "my delegation": the statement's speaker */
	LEX_REPEAT,     /* "the same holds for" */
	LEX_FILLER,     /* says nothing: "also", "then"; or enum filler */
	LEX_VAGUE,      /* "streamline", "strengthen": no change can be read off; or
	                   enum vague */
	LEX_REST,       /* "the subsequent", "the remaining", before a unit */
	LEX_NOTE_TOO,   /* "and the associated footnote"; NOTE_REFERENCE: "and the
	                   reference to it", of a footnote that was named;
	                   NOTE_HEADING: "and its heading", of a section */
	LEX_REACH,      /* "all that follows": enum reach */
	LEX_EXCEPT,     /* "except in": places that are left as they are follow */
	LEX_RESPECTIVELY, /* two lists belong together item by item */
	LEX_RENUMBERED, /* "as so redesignated": the place has this number only now */
	LEX_SHORT,      /* of forms without a verb: enum short_form */
	LEX_END,        /* after the last lexeme */
};

enum verb {
	VERB_REPLACE,    /* OLD with NEW */
	VERB_SUBSTITUTE, /* NEW for OLD, or OLD with NEW */
	VERB_CHANGE,     /* OLD to NEW */
	VERB_DELETE,
	VERB_INSERT,
	VERB_USE,   /* NEW, instead of OLD */
	VERB_READ,  /* "should read" */
	VERB_AMEND, /* "is amended by", "amend to read" */
	VERB_PUT,   /* "place ... in brackets" */
	VERB_BRACKET,
	VERB_UNBRACKET,
	VERB_MOVE,
	VERB_RENUMBER,
	VERB_SPLIT,
	VERB_MERGE,
	VERB_KEEP,    /* "retain": a position */
	VERB_RESTORE, /* "reinstate": needs a text that is not here */
	VERB_WITHDRAW,
	VERB_PRECEDE, /* ANCHOR "should be preceded by" NEW */
	VERB_FOLLOW,
	VERB_EXCHANGE, /* said both of OLD with NEW and of NEW with OLD: Arabic "استبدل" */
	VERB_REWRITE,  /* UNIT as the wording that comes next: "rédiger ainsi" */
	VERB_SWAP,     /* two wordings or provisions, each for the other */
	VERB_COMPLETE, /* UNIT with NEW, which LINK_WITH brings in: "compléter par" */
};

enum verb_form {
	FORM_ACTIVE,  /* imperative, infinitive, gerund: the object stands behind */
	FORM_PASSIVE, /* "be replaced": the object stands before */
	FORM_NOUN,    /* "deletion of" */
	FORM_THIRD,   /* "replaces": narrative unless it parses */
	FORM_FREE,    /* imperative or infinitive, but the object may stand before:
	                 Russian and German infinitives */
};

#define VERB(verb, form) ((int32_t)((verb) << 3 | (form)))
#define VERB_OF(value)   ((enum verb)((value) >> 3 & 255))
#define FORM_OF(value)   ((enum verb_form)((value)&7))
#define IS_ACTIVE(value) (FORM_OF(value) == FORM_ACTIVE || FORM_OF(value) == FORM_FREE)

/* What tells of the past, and does not ask. */
enum history {
	HISTORY_TOLD, /* what was done: "was replaced" */
	HISTORY_WHEN, /* when it was: "at the last session" */
	HISTORY_ONCE  /* what was asked for, once or by nobody in particular, so that what it leads
	                 to is not asked for here: "some delegations suggested", "had proposed" */
};

/* Of LEX_HISTORY, with a VERB: behind "asks that" it is what is asked for, as Russian has
 * one form for "was deleted" and "be deleted". */
#define HISTORY_WISHED (1 << 20)
#define VERB_WEAK        (1 << 11) /* asks only together with another verb: "reading" */
#define VERB_TELLS       (1 << 13) /* may tell how a text reads as it stands: "reads" */
#define VERB_DEPENDS     (1 << 14) /* on what stands before its comma: "zu streichen" */
#define VERB_TO_OLD      (1 << 12) /* LEX_TO brings in OLD: "substituer à OLD NEW" */

#define VERB_APPENDS (1 << 16) /* a sentence added "to" a paragraph comes at its end */
#define VERB_MAKES   (1 << 15) /* its second object is what the first becomes: "make 7 8" */
#define VERB_TITLES  (1 << 19) /* the heading of what is named: "rename section A" */
#define VERB_WISHED  (1 << 18) /* only behind a word of proposing: "would like to see it deleted" */
#define VERB_PAST    (1 << 17) /* may tell what was done, behind who did it: "Peru put" */

/* Words that matter in one respect only; to the grammar they are unknown. */
enum word {
	WORD_UNKNOWN,
	WORD_BUT,     /* a clause begins after it */
	WORD_SPEAKER, /* may stand in the name of who speaks: "delegation" */
	WORD_NOBODY,  /* never does, though it may have a capital: "Some", "He" */
};

enum wording_noun {
	TEXT_PART,
	TEXT_TITLE, /* "entitled", of something new: its heading follows */
	TEXT_ALL,  /* may be all of it: "the text of paragraph 5" */
	TEXT_WORD, /* just one: "the word" */
};

/* How the parties that follow go with who speaks. */
enum speaker {
	SPEAKER_BEHALF,   /* it is theirs: "on behalf of" */
	SPEAKER_SUPPORTS, /* they only support it: "supported by" */
	SPEAKER_JOINS,    /* it is theirs, too: "together with" */
};

/* What a condition does to what it goes with. */
enum doubt {
	DOUBT_IF,
	DOUBT_WITHIN, /* holds of what a colon leads to, wherever it stands before it */
	DOUBT_HELD,   /* likewise, and a change is asked for, though not here and now, so that
	                 passing it over would be to drop it: "otherwise", "perhaps" */
	DOUBT_ASKED, /* what follows is a question: "asks whether" */
};

/* LEX_RENUMBERED: what had another number, or perhaps none ("newly designated"). */
enum renumbering { RENUMBERED_PLAIN, RENUMBERED_TEXT };

/* What no change can be read off: a change of form, which is never made silently; what is
 * said to have been withdrawn; a text that gets a number. */
enum vague { VAGUE_PLAIN, VAGUE_SINGULAR, VAGUE_PLURAL, VAGUE_WITHDRAWN };

/* "Could be deleted" is a thought of a change, "perhaps" alone none. */
enum hedge { HEDGE_ACT, HEDGE_WORD };

enum in {
	IN_TOPIC = 1, /* "on": what is spoken of may follow */
	IN_UNDER,     /* "under": a heading may follow */
};

enum filler {
	FILLER_PLAIN,
	FILLER_DUE,     /* something is due: "should" */
	FILLER_NAMELY,  /* wording follows */
	FILLER_PLEASE,  /* something is asked for */
	FILLER_ARTICLE, /* a noun follows: "the" */
	FILLER_THAT,    /* what follows depends on what stands before: "dass" */
	FILLER_FITTING, /* "as necessary": said of numbers it is nothing, else a condition */
	FILLER_ACT,     /* the act that a place is in, or that changed it: "of the Water Act
	                   of 1990", "as amended by ..." */
	FILLER_JUDGED,  /* what was named before is found wanting: "is redundant" */
	FILLER_LIFTED,  /* a reservation is withdrawn, and no amendment */
	FILLER_NAME,    /* of no row: "of the Water Act 1990", by its name (engine/act_name.h) */
};

enum reason {
	REASON_SAYS,    /* and the word is a part of it: "in order to" */
	REASON_OPENS,   /* the word only opens it: "because", "reason:" */
	REASON_BECOMES, /* unless it is what a provision becomes: "as paragraph 10" */
};

enum link {
	LINK_WITH,       /* NEW follows: "with", "by", "in favour of" */
	LINK_INSTEAD_OF, /* OLD follows */
	LINK_AS,         /* "as", "as follows" before a wording */
	LINK_INTO,       /* what comes out follows: "into two paragraphs"; else "in" */
};

/* Does what "through" names go, too? */
enum through {
	THROUGH_GOES,
	THROUGH_STAYS,   /* "up to but not including" */
	THROUGH_UNCLEAR, /* "up to", of words; of numbers it is THROUGH_GOES */
};

/* What stands for a verb where there is none. */
enum short_form {
	SHORT_NEW, /* "new text:": and then the wording */
	SHORT_OUT, /* "deletion", at the end of a line */
};

/* How much of a text goes, by its end. */
enum reach {
	REACH_NONE,
	REACH_REST,     /* "all that follows": the words named before it go, those
	                   named behind it ("... follows “a”") stay */
	REACH_SENTENCE, /* "the rest of the sentence", likewise */
	REACH_BETWEEN,  /* "everything between": both wordings stay */
};

#define QUANTIFIER_BUT  16 /* what is left out follows: "all but" */
#define QUANTIFIER_TOLD 32 /* only said of the words: "which appears twice" */
#define QUANTIFIER_WHOLE 64 /* of all the draft, whatever the scope is: "throughout the text" */
#define QUANTIFIER_OF(value) ((value)&15)

#define NOTE_REFERENCE   1
#define NOTE_HEADING     2
#define AND_EACH         1
#define NEGATION_WITHOUT 2
#define NEGATION_LETS    3

#define BRACKETS_TEXT    1 /* and all that stands between them */
#define BRACKETS_ROUND   2 /* the same, of "(" and ")" */
#define BRACKETS_TOO     3 /* with the words just named: "with their brackets" */

#define MARK_NEW     (1 << 24) /* by its case the new wording: "точкой" */
#define MARK_OF(value) ((value) & (MARK_NEW - 1))
#define UNIT_PLURAL    64
#define UNIT_EXACT     128
#define UNIT_NEW       256 /* by its case a new one: Russian "пунктом" */
#define UNIT_ALL       512 /* all of them together: "the preamble" */
#define UNIT_NAMED     1024 /* by the words of its heading, which the lexeme's range is */
#define UNIT_KIND      2048 /* only texts of some kinds have it: "rule", "principle" */
#define UNIT_DEFINES   4096 /* the term that it defines comes next: "the definition of" */
#define UNIT_OF(value) ((redline_unit)((value)&63))

/* The position is named behind what it is about: Chinese "在“a”之后". */
#define POSITION_BEHIND 16
/* What is done reaches to there: "to the end of". */
#define POSITION_REACHES 32
#define WHERE_OF(value) ((redline_where)((value)&15))

/* A number or letter that names a provision by itself: "4.3.2", "6 (a)", "(b)", "b)". */
#define BARE_LABEL "(?:\\(?\\d{1,4}(?:\\.\\d{1,4}){0,5}\\)?(?!\\w)|\\(?[a-z]{1,4}\\))"

struct lang_row {
	const char *pattern;
	enum lex_class cls;
	int32_t value;
};

/* A month: the words a date is written with. */
struct lang_month {
	const char *name; /* lower case */
	int number;
};

/*
 * Two words that aren't written side by side, so that an amendment which brings them
 * together is told of: "de" before a vowel.
 */
struct lang_seam {
	const char *left;    /* in small letters; "d'" with its apostrophe */
	const char *before;  /* the letters that the next word may not begin with; behind '!'
	                        those alone that it may; behind '=' the words it may not be */
	const char *unless;  /* words that it may be after all, parted by blanks, or NULL */
	const char *instead; /* of the left word, with its blank; behind '=' of both */
};

/* Which letters a language is written with. */
enum lang_script { SCRIPT_LATIN, SCRIPT_CYRILLIC, SCRIPT_ARABIC, SCRIPT_HAN };

/* Words or endings, NULL at the end; lower case unless something else is said. */
typedef const char *const *lang_list;

struct lang {
	const char *code; /* ISO 639-1 */
	const char *name; /* in English: "French" */
	enum lang_script script;
	bool solid; /* words aren't parted by blanks */

	/* Common in this language, and words of no other that has a table: they
	 * tell at a glance what a text is written in. */
	lang_list telling;

	const struct lang_row *rows;
	size_t row_count;
	const struct lang_month *months;
	size_t month_count;
	const struct lang_seam *seams; /* up to one without `left`; NULL: none are known */
	const char *const *abbreviations; /* lower case, without the full stop;
	                                     sorted bytewise */
	size_t abbreviation_count;

	/* What a number with a full stop may stand before, that is then no end of a
	 * sentence: German "2. Absatz" */
	lang_list counted;
	/* Ordinals and "new" may stand behind their unit: "párrafo segundo", "la phrase
	 * suivante" */
	bool adjectives_behind;
	/* Of these only ordinals may: "предложение второе" */
	bool ordinals_behind;
	/* What someone withdraws is their own, and no word need say so: Chinese "撤回提案" */
	bool withdraws_own;
	/* Who proposes stands behind the verb: Arabic "تقترح اليابان" */
	bool subject_behind;
	/* "§" is a paragraph of an article, not a section */
	bool sign_of_paragraphs;
	/* A part with a Roman number is called by it alone: "au II de l'article 2" */
	bool roman_parts;
	/* All nouns have a capital: German */
	bool large_nouns;
	/* A unit stands right before the one it is in: "второе предложение пункта 5" */
	bool genitives;
	/* Codifiers carry out acts in this language on the very characters named: a blank that
	 * a deletion leaves before a stop stays there */
	bool acts_to_letter;

	/* What ends the words that lead to the list of an amending act: before a colon ("is
	 * amended as follows:"), and right before the first label ("is amended by (1)"); what
	 * an item begins with that names its place ("in"), and what else one may begin with
	 * besides gerunds ("by") */
	lang_list list_leads, list_words, place_words, item_words;
	/* Likewise of a list that a speaker makes: what ends the words that lead to it ("we propose
	 * to") or stands before a number alone there ("on", "paragraph"), and what the first item
	 * begins with, as an order ("delete") */
	lang_list list_asks, list_topics, orders;

	/* How words end */
	lang_list gerunds;   /* of verbs that are no orders: "-ing" */
	lang_list adverbs;   /* "-ly" */
	lang_list plurals;   /* of units before a list of numbers: "paragraphs" */
	lang_list orders_end; /* of verbs that ask, where they stand behind their object */
	lang_list not_verbs; /* no verb in its base form ends so */
	/* Words that begin a sentence, and are no verb in its base form, though they look
	 * like one */
	lang_list no_orders;

	/* How a plural ends and its singular, by turns; to propose the other form of a
	 * word in a message */
	lang_list numbers;

	/* What stands between or before parties of a list, with the blank: "and " */
	lang_list joints;
	/* What a courtesy begins with, which no new wording does; case counts */
	lang_list courtesies;
	/* What the line has that says whose statement it is: "submitted" */
	lang_list headings;
	/* What begins a word of a line that asks for something, so is no heading */
	lang_list requests;
	/* What begins a word of a line that takes a position, so is no heading either */
	lang_list no_titles;
	/* What an aside begins with that may ask for something: "(deleted)" */
	lang_list asides;
	/* "new", in an aside right behind a number: "7 bis (new)" */
	lang_list newly;
	/* What a remark on a place begins with, that is no wording of it: "no comment" */
	lang_list remarks;
	/* What begins a word of a short remark on an amendment that takes nothing from it: why it
	 * is made, whence its words are, thanks; and, where no "not" is, that it was accepted */
	lang_list plain, approvals;

	/* What points back at the amendment before, that may be meant for a further place:
	 * "same", "ditto"; and what may but add something: "also" */
	lang_list echoes, also;

	/* What new wording without marks may be but a promise of: "text", "see" */
	lang_list promises;

	/* What is said in the stead of new words, and is none of them: "nothing", "TBD" */
	lang_list no_wordings;

	/* What takes back the amendment before it, in an aside or a sentence without a place
	 * or wording of its own: "retracted", "not accepted" */
	lang_list retractions;

	/* What a question begins with ("should "); how a verb ends that has its subject behind it
	 * ("-on"); and what only supposes what it leads to, where nothing is proposed ("one
	 * option") */
	lang_list questions, inverted, supposing;

	/* What holds an amendment up in an aside, where no sentence says more: "objection" */
	lang_list against;

	/* With what a word of proposing begins that says who speaks: "we " */
	lang_list subjects;

	/* What a proposal is called ("amendment"), whose it may be ("its"; "'s" behind a
	 * name; "of" before one, or "" where a case says it), and what says that it was made
	 * before; NULL: nothing is done to proposals in this language */
	lang_list proposals, own, possessives, owned_by, earlier;
};

/*
 * Short Arabic words that "و" and "ف" are written onto and that are never the end of another
 * word then.  Longer ones need no list.
 */
extern const char *const lang_ar_joined[];

extern const struct lang lang_en, lang_fr, lang_es, lang_de, lang_ru, lang_zh, lang_ar;

/*
 * Words of all languages whose full stop may end a sentence or not, if what follows could
 * begin one: in lower case, without the full stop, NULL at the end.
 */
extern const char *const lang_doubtful_stops[];

/* The tables, and their codes, NULL at the end. */
extern const struct lang *const lang_all[];
extern const char *const lang_codes[];

/*
 * Texts set beside each other, the present one and the one that is to come: what may stand
 * above a column or before a line of either, in all languages ("current text", "proposed
 * text"); above columns of places, of parties and of running numbers; what begins a word of any
 * other head of texts; what stands before a remark on both; and what a new text says that is
 * to go, or to stay as it is.
 */
extern const char *const lang_present_texts[], *const lang_proposed_texts[];
extern const char *const lang_place_heads[], *const lang_party_heads[];
extern const char *const lang_number_heads[], *const lang_text_words[];
extern const char *const lang_remark_heads[];
extern const char *const lang_deletions[], *const lang_unchanged[];

/* Words that are such labels only beside each other: "from" and "to". */
struct lang_label_pair {
	const char *present, *proposed; /* NULL after the last */
};
extern const struct lang_label_pair lang_label_pairs[];

/*
 * Likewise above columns of who supports a proposal and of who is against it; what stands in
 * the head of a column that says what became of it ("accepted?", "response"); and a "no" in any.
 */
extern const char *const lang_support_heads[], *const lang_against_heads[];
extern const char *const lang_assent_heads[], *const lang_noes[];

/*
 * Of all languages: what says of changes that they are not asked for ("not acceptable"), what
 * only seems to ("no objection"), and what takes a part ("accepted with modification"); what is
 * a verdict if a sentence is nothing else, but for a count of votes ("lost").
 */
extern const char *const lang_refusals[], *const lang_assents[], *const lang_half_assents[];
extern const char *const lang_verdicts[];

/*
 * Likewise what a sentence has, as whole words, that speaks of an amendment before it and says
 * that it does not stand as it is ("subject to", "let it stay"); and what votes are called that
 * were cast against it.
 */
extern const char *const lang_fates[], *const lang_noes_counted[];

/* Likewise what such a sentence begins with, where no row says that it points back. */
extern const char *const lang_thats[];

/* Likewise what says, with a "not", that a proposal came to nothing: "the group did not agree". */
extern const char *const lang_agreements[];

/* Likewise what is no wording though it stands in quotation marks ("TBC"), and what words begin
 * with that hold a place for some ("to be completed"). */
extern const char *const lang_blanks[], *const lang_placeholders[];

/* Likewise what a lead has that asks for the favour of what it leads to: "grateful". */
extern const char *const lang_gratitude[];

/*
 * Likewise what a short sentence on a provision has that says, in words that may be no more
 * than an opinion, that it is not needed or should be gone: "we see no need for".
 */
extern const char *const lang_unwanted[];

/*
 * Likewise what titles and leads have that lead to what is not proposed ("for information"), and
 * what they have so if they speak of proposals ("old amendments", "amendments not moved").
 */
extern const char *const lang_idle[], *const lang_idle_proposals[];

/*
 * Likewise what the sentence above a list has if only one of its items is meant ("one of the
 * following"); what it has if it speaks of amendments, or of what a speaker has to say
 * ("comments"); what makes a proposal of support ("subject to"); and what an alternative
 * begins with, or an item before it ends with ("failing that").
 */
/* What leads to what comes next, at the end of a sentence: "as follows".  Ends with a NULL. */
struct lang_ending {
	const char *words; /* in small letters */
	uint8_t bytes;     /* of them */
};
extern const struct lang_ending lang_as_follows[];
/* [b], bit a: a byte a stands before one's last, b, of ASCII; each modulo 32. */
extern const uint32_t lang_as_follows_ends[32];
extern const char *const lang_choices[], *const lang_provisos[], *const lang_fallbacks[];
#define LANG_CLEAR_LEADS 7u /* lists, one a language */
extern const lang_list lang_clear_leads[LANG_CLEAR_LEADS];

/*
 * Likewise what points at text that follows ("below"), and what does so if a table or list comes
 * next ("this table"); at text before it, where no row says so ("cela"); what a lead ends with
 * that tells of another time ("Kenya's proposal was:") or of what may be taken ("we may accept:"); and what a mail has above another that
 * it quotes ("original message").
 */
extern const char *const lang_ahead[], *const lang_here[], *const lang_pointing_back[];
extern const char *const lang_past_leads[], *const lang_quoted_mail[];

/* What begins a word between parties that propose together: "jointly with". */
extern const char *const lang_jointly[];

/* What opens a clause that says what others think of what stands before it: "which". */
extern const char *const lang_relatives[];

/* What an aside says of an amendment that names whose it is ("submitted"), and what may stand
 * there beside the name where no row says so ("by", the "s" of "Kenya's"). */
extern const char *const lang_credited[], *const lang_credits_by[];

/* What leads to more parties that are not named ("and ", and then perhaps how many), and what they
 * are called: "others". */
extern const char *const lang_and_more[], *const lang_others[];

/* What stands right before a party that somebody speaks for: "for". */
extern const char *const lang_speaks_for[];

/*
 * Before the colons in the head of a mail: who sends it ("from"), to whom, and the rest
 * ("subject"), that no pair of old and new words begins with; what a letter closes with ("best regards"), and what does where it stands alone
 * ("thanks"); and parties that persons are called, too.
 */
extern const char *const lang_mail_senders[], *const lang_mail_receivers[];
extern const char *const lang_mail_keys[], *const lang_closings[], *const lang_thanks[];
extern const char *const lang_persons[];

/* What points the reader to another place: "see", "cf." */
extern const char *const lang_references[];

/* What leaves something as it is: "an exception", "exempt from this", "ausgenommen". */
extern const char *const lang_exempting[];

/*
 * What sections are called that have no number, in all languages: "introduction".  In small
 * letters, and only such words as name nothing else behind an "in".
 */
extern const char *const lang_section_names[];

/* What items of a statement are called before their number, and no place is: "comment 5:" */
extern const char *const lang_item_heads[];

/* What begins a word of numbers that are given anew: "renumbering". */
extern const char *const lang_numbering[];

/* All that stands before a place of which everybody is to speak now: "let us turn to". */
extern const char *const lang_topic_leads[];

/* What the text that a place is in may be called without naming it: "of the Act". */
extern const char *const lang_own_acts[];

/* What stands before the number that a provision has in a code, if no "§" does. */
extern const char *const lang_law_codes[];

/*
 * What texts are called by, and how a name goes on that says what they are about: "Convention
 * on Lakes", "Water Act".  Words in small letters; a list that is not there has none.
 */
struct lang_texts {
	const char *code; /* of the language; NULL after the last */
	lang_list laws;   /* "convention", "act": what has a name of its own */
	lang_list papers; /* "report", "resolution": what anybody calls so */
	lang_list topics; /* what a text is about comes behind it: "on" */
	lang_list of;     /* likewise, behind laws only: "of" */
	lang_list small;  /* words that tell no text from another: "the" */
	lang_list plain;  /* nor do these: "draft", "revised" */
	lang_list ends;   /* no name goes on with it: "is", "submitted" */
	lang_list amendments; /* what begins a word for what is said of a text: "comment" */
	lang_list leads;  /* what a text may be named behind that a sentence is about: "in" */
	bool name_before; /* the name may stand before the noun: "Water Act" */
	bool name_behind; /* right behind it: Arabic */
	bool compounds;   /* in one word with it: "Wassergesetz" */
	bool solid;       /* before it, without a blank */
};
extern const struct lang_texts lang_texts[];

/* What stands before the term that a paragraph defines, "the term", and behind it, "means", in
 * all languages. */
extern const char *const lang_term_nouns[], *const lang_defining[];

/* What a provision is called that stands beside the one named before, "the next paragraph",
 * in all languages; and what leads to a place without naming one: "elsewhere:". */
extern const char *const lang_neighbours[], *const lang_other_leads[];

/*
 * What numbers of provisions are written with, in all languages: digits and
 * the word for "bis" are turned into those that labels have.
 */
struct lang_suffix {
	const char *written; /* lower case */
	const char *label;   /* "bis" */
};
extern const struct lang_suffix lang_suffixes[]; /* longer ones first; NULL at the end */

/*
 * Parties: states, observers, territories, groups, organizations and organs that
 * speak.  `name` is what is printed; `forms` are the ways English writes it,
 * separated by '|'.  Other languages have a table each, whose rows begin with
 * the same `name`, in the same order.
 *
 * A form in small letters is a name when its first letter is a capital, or of
 * a script without; a capital in it is met by a capital only: "WHO" is a party,
 * "who" and "Who" are not.  Accents, kinds of apostrophe and the difference
 * between hyphen and blank don't matter ("Cote d’Ivoire", "Guinea Bissau").  A
 * form is a name in texts of every language, except behind '~': then in those
 * of its own table alone, since to others it is an ordinary word (German "Island");
 * and behind '^' only where no word stands before it: Arabic “مالي” is Mali or
 * "financial", which follows its noun.
 *
 * No two parties share a form.  Where forms begin alike the longest one counts,
 * so rows of LANG_NOBODY list wordings that only begin like a name: “中国家”, as in
 * “发展中国家”.
 */
enum party_kind {
	PARTY_ALONE,
	PARTY_GROUP, /* of states, for which one of them may speak */
	PARTY_ORGAN, /* "Chair", "Secretariat": is thanked more often than it speaks */
};

struct lang_party {
	const char *name;
	const char *forms;
	enum party_kind kind;
};
extern const struct lang_party lang_parties[];
extern const size_t lang_party_count;

#define LANG_NOBODY ""

struct lang_party_forms {
	const char *name; /* of lang_parties, or LANG_NOBODY; NULL after the last */
	const char *forms;
};
extern const struct lang_party_forms lang_party_forms_fr[], lang_party_forms_es[],
	lang_party_forms_de[], lang_party_forms_ru[], lang_party_forms_zh[],
	lang_party_forms_ar[];

struct lang_party_table {
	const char *code; /* of the language; NULL after the last */
	const struct lang_party_forms *rows;
};
extern const struct lang_party_table lang_party_tables[];

#endif
