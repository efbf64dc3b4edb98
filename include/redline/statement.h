/*
 * redline/statement.h -- a statement, and the amendments in it.
 *
 * A statement is any text in which somebody proposes changes: read out in
 * the room, sent by mail, or an amending act.  It is cut into sentences;
 * each is an instruction, a position, a reason or something else; an
 * instruction holds one amendment or more.  What the wording may be is told
 * in redline-amendments(5).
 */
#ifndef REDLINE_STATEMENT_H
#define REDLINE_STATEMENT_H

#include "base.h"
#include "draft.h"
#include "finding.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum redline_action {
	REDLINE_SUBSTITUTE,  /* words for words */
	REDLINE_DELETE,      /* words, or a whole provision, sentence, ... */
	REDLINE_INSERT,      /* words or a sentence */
	REDLINE_REWRITE,     /* a whole provision, sentence, heading: "to read" */
	REDLINE_ADD,         /* a new provision, heading, footnote */
	REDLINE_ALTERNATIVE, /* "59 alt": stands in for 59 */
	REDLINE_BRACKET,     /* square brackets on */
	REDLINE_UNBRACKET,   /* and off; the words stay */
	REDLINE_MOVE,        /* provisions, sentences or words, to another place */
	REDLINE_RENUMBER,    /* other numbers for provisions; references follow */
	REDLINE_SPLIT,       /* one provision in two */
	REDLINE_MERGE,       /* provisions that stand next to one another, in one */
	REDLINE_WITHDRAW,    /* an amendment made before is taken back */
	REDLINE_DESIGNATE,   /* the text of a provision gets a number of its own inside
	                        of it: "(c) Fees ..." to "(c)(1) Fees ..." */
} redline_action;

typedef enum redline_unit {
	REDLINE_DOCUMENT,
	REDLINE_TITLE,       /* of the draft */
	REDLINE_ANNEX,
	REDLINE_CHAPTER,     /* chapter, part, title of a code */
	REDLINE_SECTION,
	REDLINE_ARTICLE,
	REDLINE_PREAMBULAR,  /* PP2, preambular paragraph 2 */
	REDLINE_OPERATIVE,   /* OP3 */
	REDLINE_PARAGRAPH_UNIT, /* paragraph, subsection, recital, point, ... */
	REDLINE_SUBPARAGRAPH,
	REDLINE_CHAPEAU,     /* lead-in, introductory part: up to the first
	                        sub-paragraph */
	REDLINE_HEADING_UNIT,/* the heading of the unit before it */
	REDLINE_FOOTNOTE_UNIT,
	REDLINE_BULLET_UNIT,
	REDLINE_SENTENCE,
	REDLINE_LINE,
	REDLINE_WORDS,       /* quoted words that pick the place: "the sentence
	                        beginning ..." */
	REDLINE_TABLE,       /* in the provision, or right after it */
	REDLINE_ROW,         /* by its first cell, or counted */
	REDLINE_COLUMN,
	REDLINE_CELL,
} redline_unit;

/*
 * One step of a place, outermost first: "the second sentence of paragraph
 * 43 (b)" is [paragraph 43] [sub-paragraph b] [sentence 2].
 */
typedef struct redline_step {
	redline_unit unit;
	bool exact;           /* the unit's own word was written ("Article 5"),
	                         so a mere number 5 elsewhere is no match; of a
	                         paragraph: it is a clause, which annexes have
	                         none of */
	int32_t ordinal;      /* 1 first, 2 second, -1 last, -2 penultimate,
	                         0 when the label or the words pick it */
	int32_t ordinal_to;   /* last of a run ("the first two sentences"), or 0 */
	redline_bytes kind;   /* with a label: the word it was called by, if only texts of some
	                         kinds have such provisions ("rule", "principle"); or empty */
	redline_bytes label;  /* canonical: "59bis", "b", "38-841.03"; or empty */
	redline_bytes label_to; /* last of a range ("paragraphs 2 to 6") */
	redline_bytes words;  /* "... beginning with the words"; of a section, chapter, article
	                         or annex without a label the words of its heading */
	redline_range source; /* in the statement */
} redline_step;

/* All that it points to lives as long as the statement. */
typedef struct redline_place {
	const redline_step *steps;
	uint32_t count;
	uint32_t inherited;   /* that many steps come from the surroundings ... */
	uint32_t older;       /* of the steps, how many were named before the innermost of the
	                         amendment's `under`; if that is a heading of the draft they
	                         count no more */
	bool firm;            /* ... and hold for sure: the provision that this
	                         one is listed under */
	bool relative;        /* "the same paragraph": all from the surroundings */
	bool renumbered;      /* "paragraph 5, as so redesignated": by the number that
	                         an instruction of the same statement gives it */
	bool designated;      /* likewise "newly designated": by a number that a text without
	                         one was given, if need be by another statement */
	redline_range source; /* in the statement */
	redline_bytes act;    /* what it is said to be a place of, by its name: "Water Act"; or
	                         empty */
	bool act_alone;       /* and nothing is quoted of it that would tell whether the draft is
	                         that act */
	const redline_step *also; /* the same place by another name, as in
	                             "Section 4 (Code § 38-841.03)"; or NULL */
	uint32_t also_count;
} redline_place;

typedef struct redline_operand {
	redline_bytes words;  /* what is to be found or to be written */
	redline_range source; /* in the statement, inside the marks */
	bool present;
	bool quoted;          /* false: taken from running text or a block */
	bool ends_sentence;   /* its closing mark ended the sentence, so a full
	                         stop inside it may be the sentence's own */
} redline_operand;

typedef enum redline_where {
	REDLINE_NOWHERE,      /* the action says it all */
	REDLINE_BEFORE,
	REDLINE_AFTER,
	REDLINE_BETWEEN,
	REDLINE_AT_START,
	REDLINE_AT_END,
} redline_where;

typedef enum redline_occurrence {
	REDLINE_ONCE,         /* must stand exactly once */
	REDLINE_NTH,          /* the first, second, last one */
	REDLINE_BOTH,         /* must stand exactly twice */
	REDLINE_EACH,         /* every one, at least one */
	REDLINE_SOME,         /* those that `nths` lists: "the first and third" */
	REDLINE_ALL_BUT,      /* every one but those that `nths` lists, at least one */
	REDLINE_COUNTED,      /* must stand exactly `nth` times: "all three" */
} redline_occurrence;

/* How far the old words go; in words of the place, and never into another provision. */
typedef enum redline_extent {
	REDLINE_JUST_WORDS,
	REDLINE_THROUGH,      /* through `through`, which goes, too */
	REDLINE_UP_TO,        /* up to `through`, which stays */
	REDLINE_TO_SENTENCE_END, /* its full stop stays, unless all of it goes */
	REDLINE_TO_PLACE_END, /* likewise of the place */
} redline_extent;

/* All that it points to lives as long as the statement. */
typedef struct redline_amendment {
	redline_action action;
	redline_range source;    /* of the instruction in its statement */
	uint32_t sentence;       /* index in the statement */

	const redline_place *places; /* none: the quoted words are the place */
	uint32_t place_count;

	/*
	 * If the places come from a sentence that only spoke of them ("Paragraph 4 already covers
	 * this."): those that held before it, in which the change may be meant to be made.  Else
	 * NULL and 0.
	 */
	const redline_place *rival;
	uint32_t rival_count;

	/*
	 * Lines of the statement that stand above it and name no place, outermost first:
	 * "Foreword", "Comments by Norland".  If the draft has a heading that reads like the
	 * innermost one, or else the next, the places are first looked for below that.  NULL
	 * and 0 if there are none; they live as long as the statement.
	 */
	const redline_bytes *under;
	uint32_t under_count;

	/*
	 * The words of the statement that name the text which is to be amended ("Amendments to the
	 * Convention on Lakes"), borrowed from its text; empty if none do.  `text_loosely`: they
	 * may name something else, such as who publishes the draft.  Whether the draft is that
	 * text is not told here, but found when the amendment is applied.
	 */
	redline_bytes text_named;
	bool text_loosely;

	/*
	 * The number that the statement gives to the change itself, "a" in "On paragraph 2:
	 * (a) delete the paragraph", as it is written there, where it could be one of the place's
	 * own items; else empty.  If the place has such an item, quoted words must stand in it, and
	 * where there are none it is not clear which of the two goes.
	 */
	redline_bytes item;

	/*
	 * With REDLINE_MOVE the one place that `where` is said of (none: the anchor
	 * says it, or it is in the place itself); with REDLINE_SPLIT the sentence that
	 * the split comes before or after (none: the anchor); with REDLINE_RENUMBER
	 * what the places become, one by one (none: whatever the other changes of the
	 * statement ask for, "renumber accordingly"); with REDLINE_MERGE, in "merge 6
	 * into 5", the 5, which is one of the places, too; with REDLINE_ADD, in
	 * "between 3 and 4", the 4, and the place is the 3.
	 */
	const redline_place *targets;
	uint32_t target_count;

	redline_operand old_words; /* absent: the unit at the place is meant */
	redline_operand new_words;
	redline_operand through;   /* "from OLD through THIS" */
	redline_extent extent;
	bool old_stays;            /* "all that follows OLD": it stays itself */
	bool may_be_whole;         /* with REDLINE_DELETE: if the old words are all that a
	                              provision says, it goes itself, with its number */
	const redline_place *excepted; /* nothing is changed there: "throughout,
	                                  except in paragraph 7" */
	uint32_t excepted_count;
	bool apart;                /* those are the places of other items of "respectively",
	                              and the words must not stand there */
	bool in_pairs;             /* an item of "respectively", which is carried out with all
	                              others of its sentence, or not at all */
	redline_operand context;   /* "in the phrase ...": stands there once, and the
	                              other words are looked for inside of it */
	redline_operand anchor;    /* after / before / between THIS ... */
	redline_operand anchor_to; /* ... and THIS */
	redline_operand check;     /* "so that it reads ..." */

	redline_where where;
	redline_occurrence occurrence;
	int32_t nth;             /* with REDLINE_NTH which one, from 1, negative from the
	                            end; with REDLINE_COUNTED how many */
	const int32_t *nths;     /* with REDLINE_SOME and REDLINE_ALL_BUT which ones,
	                            likewise; else NULL */
	uint32_t nth_count;
	bool with_footnote;      /* "and the associated footnote": it goes with the words */
	bool whole_sentence;     /* "add the following sentence" */
	bool to_the_letter;      /* of an amending act ("is amended by striking
	                            ..."): codifiers carry these out on the very
	                            characters named, so a blank that is left
	                            before a comma or stop stays, with a warning */
	redline_unit new_unit;   /* with REDLINE_ADD: what is added */
	const redline_bytes *parts; /* with REDLINE_ADD: where several were quoted, each;
	                            new_words has them all */
	uint32_t part_count;
	redline_bytes label;     /* of the new provision, if one was given; of one
	                            that is moved, if it gets another; with
	                            REDLINE_DESIGNATE the text's, and new_unit is what
	                            it becomes */

	/*
	 * Set for an amendment of a proposal made before in the same input, which the
	 * places are those of, and always with REDLINE_WITHDRAW.
	 */
	bool of_proposal;
	bool of_several;         /* "its proposals": all that fit */
	redline_bytes of;        /* whose proposal; empty: the proposer's own */

	const redline_bytes *proposers;
	uint32_t proposer_count; /* 0 when nobody is named */
	redline_bytes date;      /* "2020-11-18", or empty */
	redline_bytes reason;    /* white space folded; or empty */
} redline_amendment;

typedef enum redline_class {
	REDLINE_OTHER,        /* courtesy, narrative, title */
	REDLINE_INSTRUCTION,
	REDLINE_POSITION,     /* support, opposition, reservation */
	REDLINE_REASON,       /* why, said in a sentence of its own */
	REDLINE_SCOPE,        /* names the place for what follows */
	REDLINE_WORDING,      /* text that an instruction before it brings in */
	REDLINE_PUZZLE,       /* looks like an amendment, is not understood */
} redline_class;

typedef struct redline_sentence {
	redline_range source;
	redline_class kind;
	uint32_t first_amendment; /* in the statement */
	uint32_t amendment_count;
	uint32_t line;            /* that it begins in, from 1 */
	const char *language;     /* that it was read in: an ISO 639-1 code, static */
} redline_sentence;

typedef enum redline_stance {
	REDLINE_SUPPORTS,
	REDLINE_OPPOSES,
	REDLINE_RESERVES,
	REDLINE_WAIVES, /* neither asks for it nor opposes it: "does not insist on" */
} redline_stance;

/*
 * A position: it changes nothing, and is kept.  Its places and bytes live as long as the
 * statement.
 */
typedef struct redline_position_taken {
	redline_stance stance;
	uint32_t sentence;           /* index in the statement */
	const redline_place *places; /* may be none */
	uint32_t place_count;
	bool on_act;                 /* it is about doing this there: "supports
	                                the deletion of paragraph 7"; else about
	                                the places themselves */
	redline_action action;       /* REDLINE_SUBSTITUTE: any change of words */
	redline_bytes words;         /* the first that are quoted, or empty */
	bool keeps;                  /* it asks that they stay: "keep paragraph 9" */
	redline_bytes proposer;      /* or empty */
} redline_position_taken;

/*
 * A reader holds the language tables in compiled form.  Costs some five
 * milliseconds to make, and one or two more for each further language when a statement
 * first has it; make one and read many statements with it.  Statements may be
 * read with it in several threads at once; it must outlive them.
 */
typedef struct redline_reader redline_reader;

/*
 * language: "auto", where each sentence may be in any language that there is a
 * table for, or an ISO 639-1 code.  *out is NULL and the status
 * REDLINE_OK when there is no table for that language.
 *
 * Says REDLINE_OK or REDLINE_NO_MEMORY.
 */
REDLINE_API redline_status redline_reader_new(redline_reader **out,
                                              const char *language);
/* NULL is nothing to free. */
REDLINE_API void redline_reader_free(redline_reader *reader);

/* The codes of all languages that there is a table for; static, NULL at the end. */
REDLINE_API const char *const *redline_languages(void);
/* The language's name in English; of an unknown code, the code. */
REDLINE_API const char *redline_language_name(const char *code);

typedef struct redline_statement redline_statement;

/*
 * Reads a statement.  text is borrowed and must outlive the statement.
 * `number` is the statement's place in the later call of redline_apply,
 * from 0; it only marks the findings.  Linear in the text.
 *
 * Says REDLINE_OK, REDLINE_NO_MEMORY, or what redline_text_check says.
 * What could not be understood is a finding, not a status.
 */
REDLINE_API redline_status redline_statement_new(redline_statement **out,
                                                 const redline_reader *reader,
                                                 redline_bytes text,
                                                 uint32_t number,
                                                 redline_text_fault *fault);
/* NULL is nothing to free. */
REDLINE_API void redline_statement_free(redline_statement *statement);

/* What follows belongs to the statement and lives as long. */

/* As it was given. */
REDLINE_API redline_bytes redline_statement_text(const redline_statement *s);

/* As redline_draft_position, for the statement's text. */
REDLINE_API redline_position
redline_statement_position(const redline_statement *s, uint32_t offset);

/* Each in the order of the text; may be NULL if there are none. */
REDLINE_API const redline_sentence *
redline_statement_sentences(const redline_statement *s, uint32_t *count);
REDLINE_API const redline_amendment *
redline_statement_amendments(const redline_statement *s, uint32_t *count);
REDLINE_API const redline_position_taken *
redline_statement_positions(const redline_statement *s, uint32_t *count);

/* Who speaks ("Japan"), when no sentence says otherwise; or empty. */
REDLINE_API redline_bytes redline_statement_speaker(const redline_statement *s);
/* "2020-11-18", or empty. */
REDLINE_API redline_bytes redline_statement_date(const redline_statement *s);

/*
 * What most of the statement is in: an ISO 639-1 code, static.  A guess, which each
 * sentence may contradict.
 */
REDLINE_API const char *redline_statement_language(const redline_statement *s);

/* What was not understood, and what is worth knowing. */
REDLINE_API redline_findings redline_statement_findings(const redline_statement *s);

/*
 * A place in words: "the second sentence of paragraph 43 (b)".  Into buf, of size
 * bytes, terminated if size is not 0; returns the length that all of it has.
 */
REDLINE_API size_t redline_place_text(const redline_place *place, char *buf,
                                      size_t size);

/* Static names for programs: "substitute", "paragraph", "after", ... */
REDLINE_API const char *redline_action_name(redline_action action);
REDLINE_API const char *redline_unit_name(redline_unit unit);
REDLINE_API const char *redline_extent_name(redline_extent extent);
REDLINE_API const char *redline_where_name(redline_where where);
REDLINE_API const char *redline_occurrence_name(redline_occurrence occurrence);
REDLINE_API const char *redline_class_name(redline_class kind);
REDLINE_API const char *redline_stance_name(redline_stance stance);

#ifdef __cplusplus
}
#endif
#endif
