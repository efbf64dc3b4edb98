/*
 * Inside the grammar: the working state of reading one sentence, shared by
 * its parts and nobody else.
 *
 *     grammar   one sentence, by way of the others
 *     mood      is something asked for, where does that begin, who asks
 *     clause    the lexemes from there on, as frames with filled slots (frame.h,
 *               clause_*.c, reach.c)
 *     parallel  lists that belong together item by item, as frames
 *     meaning   each frame as amendments (meaning_*.c, also aside.c)
 *     terse     amendments that no verb governs
 *     echo      what may repeat the amendment before it
 *     quiet     what asks for nothing, and what of it is in doubt (quiet_doubt.c)
 *     silence   signs of an amendment in what was understood as nothing
 */
#ifndef RL_ENGINE_CLAUSE_H
#define RL_ENGINE_CLAUSE_H

#include "base/bytes.h"
#include "grammar.h"

#define FRAMES_MAX  40
#define OBJECTS_MAX 8
#define NTHS_MAX    8
#define FURTHER_MAX 8

enum role {
	ROLE_OBJECT,
	ROLE_WITH,
	ROLE_INSTEAD,
	ROLE_FOR,
	ROLE_TO,
	ROLE_READ,
	ROLE_ANCHOR,
	ROLE_ANCHOR_TO,
	ROLE_FROM,
	ROLE_THROUGH,
	ROLE_PLACE,
	ROLE_EDGE,
	ROLE_CHECK,
	ROLE_EXCEPT, /* where nothing is changed */
	ROLE_TARGET, /* what a provision becomes, or where it goes */
};

struct frame {
	bool has_verb;
	enum verb verb;
	enum verb_form form;
	redline_range span;

	redline_operand object[OBJECTS_MAX];
	unsigned object_count;
	redline_operand with, instead, for_, to, read, from, through, anchor, anchor_to, check;

	bool adds_unit; /* "a new paragraph" */
	redline_unit new_unit;
	int32_t new_nth; /* "a new second sentence": 2 */
	redline_bytes label;
	redline_bytes further[FURTHER_MAX]; /* "new paragraphs (4), (5) and (6)": 5 and 6 */
	unsigned further_count;
	redline_bytes further_to; /* "new paragraphs (4) through (6)": 6 */

	redline_where where;
	bool has_occurrence;
	redline_occurrence occurrence;
	int32_t nths[NTHS_MAX]; /* which, or how many */
	unsigned nth_count;
	bool told;              /* "which appears twice": said of the words, not asked */
	enum reach reach;       /* "all that follows" */
	enum through through_is;
	bool old_stays;         /* "all that follows “a”" */
	bool to_end;            /* "to the end of" */
	bool brackets; /* "square brackets" is the object */
	bool in_brackets;
	bool instead_word; /* "in its place", "instead" */
	bool after_and;    /* joined to the frame before by "and" */
	bool taken_verb;   /* the verb is the frame before's */
	bool taken_places; /* and so are the places */
	bool by_name;      /* a heading by its words: "under the heading “a”" */
	bool place_behind; /* words without a verb as yet, and then their place */
	bool for_old; /* "for subsection (2)", "for the words from": what goes stood before the verb */
	bool to_old; /* after this verb "to" brings in the old words */
	bool appends; /* a sentence, at the end of the paragraph that it is added to */
	bool titles; /* the heading of what is named is meant: "rename section A" */
	bool makes;  /* the second object is what the first becomes */
	bool pronoun;
	redline_operand context; /* "in the phrase “a b c”": the words stand in these */
	redline_operand subject; /* stood before an active verb: "“a” is redundant: delete" */
	bool in_pairs;           /* an item of "respectively" */
	bool apart;              /* the words must not stand in `excepted`, either */
	bool judged;             /* the object is only found wanting so far */
	bool note_too;           /* "and the associated footnote" */
	bool heading_too;        /* "section C and its heading" */
	bool tells;          /* "Paragraph 5 reads": perhaps as it stands */
	bool rest;           /* "the subsequent paragraphs" */
	int32_t parts;       /* "into two paragraphs" */
	bool text_noun;      /* "the words", "the reference to": a part of the
	                              text is meant, never the provision itself */
	bool whole_text;     /* "the text of paragraph 5": what it says, or the provision */
	bool units_last;     /* the places read last are among units */
	bool by_subject;     /* "OP3: delete": the places stood before the verb */
	bool led_by_colon;   /* "OP3: delete", with a colon or a dash */
	redline_range stray; /* behind the verb, and no operand: "OP3: delete (equally)" */
	uint32_t places_end; /* lexeme after the last place */

	/* last, since large and never cleared as a whole */
	struct place_set units;      /* places that are the object: "delete paragraph 5" */
	struct place_set anchors;    /* "after paragraph 5" */
	struct place_set places;     /* "in paragraph 5" */
	struct place_set edges;      /* "at the end of the first sentence" */
	struct place_set with_units; /* "with paragraph 6" */
	struct place_set excepted;   /* "except in paragraph 6" */
	struct place_set targets;    /* "as paragraph 7", "into paragraphs 5 and 5 bis" */
};

struct grammar {
	struct cursor cursor;
	const struct surroundings *around;
	struct reading *out;
	struct frame frames[FRAMES_MAX];
	unsigned frame_count;
	const struct frame *placed; /* whose places are out->places; NULL: none's */
	const redline_step *placed_by; /* the first of its own places, as it was read */
	struct frame *f; /* the open one: frames[frame_count - 1] */
	enum role role;
	uint32_t start;     /* first lexeme of the instruction */
	bool amended;       /* "is amended as follows / by" was read */
	bool respectively;  /* two lists belong together item by item */
	bool reason;        /* the rest is why */
	redline_range unsure; /* part of the reason, which may ask for a change, too */
	uint32_t stance_at; /* lexeme that a position begins at, after the instruction */
	uint32_t named_to;  /* who proposes is named before this lexeme */
};

static inline const struct lexeme *peek(const struct grammar *g, uint32_t ahead)
{
	return cursor_peek(&g->cursor, ahead);
}

static inline bool is_separator(const struct lexeme *x)
{
	return x->cls == LEX_AND || is_punct(x, ',') || is_punct(x, ';') || is_punct(x, ':');
}

static inline void puzzle(struct grammar *g, const char *code, const char *message,
                          redline_range range, bool quote_words)
{
	if (!g->out->puzzle.code)
		g->out->puzzle = (struct puzzle){code, message, quote_words, false, range};
}

/* ---- mood.c (also mood_shade.c) ---- */

struct mood {
	bool asks;     /* an operative verb, or a wording with "instead of" */
	uint32_t from; /* first lexeme of the instruction's own clause */
	bool takes_position;
	redline_stance stance;
	bool hypothetical; /* the verbs stand under an "if" of their own clause */
	bool conditional;  /* "if ..., X should be deleted" */
	bool unclear;      /* words before the verb may take it back */
	bool placeless;    /* or say where, in words that are not understood */
	bool history, hedge, keeps, vague, due;
	bool proposes;
	bool third_only;   /* no verb but "strikes", "adds" */
	bool gerund_first; /* "Deleting paragraph 8 would ..." */
	bool adds;         /* no verb, but "New paragraph 7 bis:" */
	redline_range where;
	uint32_t quotes, places, verbs;
};

struct mood find_mood(struct grammar *g);

/* Does a clause begin at lexeme i? */
bool starts_clause(const struct grammar *g, uint32_t i);

/* Does the stance at lexeme i stand under an "if" of its own: "if all agree, ..."? */
bool is_supposed(const struct grammar *g, uint32_t i);

/* Base form ("delete"), which can be an imperative; not "deleting". */
bool is_base_form(const struct grammar *g, const struct lexeme *x);

/* Nothing but names, places and quotations, to the first quotation or throughout? */
bool is_terse(const struct grammar *g, bool throughout);

/* ---- proposer_aside.c ---- */

/* ", supported by Peru": does the rest of an aside name who only supports? */
bool names_supporters(const struct grammar *g, redline_range rest);

/* Parties in an aside behind a name, that propose, too, or `instead` of those named so far. */
struct named_others {
	redline_bytes party[PROPOSERS_MAX];
	unsigned count;
	bool instead;
	uint32_t end; /* the lexeme behind the name and its aside */
};

/* Does the name at this lexeme have an aside, and then a colon, a dash or a verb? */
bool read_named_aside(const struct grammar *g, uint32_t name, struct named_others *out);

/* "Ms. Odhiambo (Kenya)": how many parties the group behind a word names, and nothing else. */
unsigned read_person_aside(const struct grammar *g, uint32_t group,
                           redline_bytes party[PROPOSERS_MAX]);

/* "for Peru": does the word say that somebody speaks for whom it leads to? */
bool speaks_for_next(const struct grammar *g, const struct lexeme *x);

/* ---- enumerated.c ---- */

/* "On paragraph 2: (a) delete the paragraph": is the (a) a place?  Refused, or noted. */
void heed_enumerator(struct grammar *g);

/* ---- permission.c ---- */

enum permission {
	PERMITTED,
	REPORTED,  /* somebody else's act, or one taken back */
	HEDGED,    /* only said to be possible; that is noted elsewhere */
	UNCLEAR,
	PLACELESS, /* "In the row for Norway, delete ...": where is that? */
};

/* Is all that stands before the verb at this lexeme understood, and lets it act? */
enum permission verb_permission(const struct grammar *g, uint32_t verb);

/* Does the sentence begin with a place, after "Sec. 12." and the like? */
bool names_place_first(const struct grammar *g);

/* "Section 5 of the Water Act, is repealed": is nothing but a place and the name of its act
 * before the verb? */
bool is_said_of_act(const struct grammar *g, uint32_t verb);

/*
 * Do lexemes [0, to) lead to what is not to be done: "We cannot accept the
 * following", "Rejected amendments", "Subject to approval"?
 */
bool lead_denies(const struct grammar *g, uint32_t to);

/* "Peru does not propose:", "Please do not": deny lexemes [0, to) what they lead to, if
 * anything? */
bool lead_negates(const struct grammar *g, uint32_t to);

/* "The group did not agree.", "There was no consensus.": few words, a "not" and one of assent. */
bool denies_assent(const struct grammar *g);

/* "Should we:", "One option would be to:": do lexemes [0, to) only ask, or suppose, what they
 * lead to? (wonder.c) */
bool lead_wonders(const struct grammar *g, uint32_t to);

/* Does a question begin with lexemes [0, to): "Should we", "Is it necessary to", "Faut-il"? */
bool opens_question(const struct grammar *g, uint32_t to);

/* "We propose", "Japan suggests": is there such a word, and no "not" before it? */
bool proposes_now(const struct grammar *g);

/* "The following is only an idea" */
bool speaks_of_following(const struct grammar *g);

/* The words of the first place that mood.placeless speaks of. */
redline_range find_lost_place(const struct grammar *g);

/* ---- preface.c ---- */

/* A place that lexemes [0, to) name, before the instruction: it holds, or is refused. */
void heed_preface(struct grammar *g, uint32_t to);

/* ---- proposer_others.c ---- */

/* Does one of lexemes [from, to) name a party? */
bool names_party(const struct lexeme *all, uint32_t from, uint32_t to);

/* Arabic "كينيا وبيرو": a name that is written onto the "and" before it. */
bool is_joined_name(const struct grammar *g, const struct lexeme *x);

/* "New Kenya:", "Kenya Red Cross proposes", "Bank of Kenya:": is the party at lexeme i but a
 * part of a longer name, which no table has? */
bool is_longer_name(const struct grammar *g, uint32_t i);

/* All of that name, if the verb at lexeme `verb` stands right behind it; else empty. */
redline_bytes whole_name(const struct grammar *g, uint32_t i, uint32_t verb);

/*
 * "Kenya to Peru:", "Kenya → Peru:", "Kenya's reply to Peru:", "Reply to Peru:": up to which
 * lexeme, before the first colon, the names are of those who speak; `stop` if nobody is spoken
 * to.
 */
uint32_t spoken_from(const struct grammar *g, uint32_t stop);

/* "RE: Kenya: delete ...": the lexeme behind what the subject of a mail is; 0 if there is none. */
uint32_t behind_subject_line(const struct grammar *g, uint32_t stop);

/* ---- proposer_credited.c ---- */

/* "(proposed by Kenya)", where the sentence names nobody else. */
bool take_credited(struct grammar *g, redline_range inside);

/* ---- proposer_beside.c ---- */

/*
 * "Unlike Kenya, Japan proposes": the lexeme at which the subject begins behind what the
 * sentence opens with of another; 0 if it doesn't.  Of several behind the comma the first may
 * go with the one before it ("Today Kenya, Japan and Peru"): then *unclear.
 */
uint32_t behind_aside(const struct grammar *g, uint32_t stop, bool *unclear);

/* "Wie Peru schlägt Kenia vor": are the parties before the verb, whose subject stands behind it,
 * only named in an opening? */
bool opens_beside(const struct grammar *g, uint32_t verb);

/* Has the subject been left for others: "Kenya, responding to Peru"? */
struct turned {
	bool holds;
	bool named; /* one of them */
};

/* Takes lexeme i, in the order of the text up to the verb at `stop`; is it another's name? */
bool turned_away(struct turned *t, const struct grammar *g, uint32_t i, uint32_t stop);

/* ---- proposers.c ---- */

/* The parties that the sentence names as proposing or supporting. */
void find_proposers(struct grammar *g);

/* One more, unless it is among them. */
void add_proposer(struct reading *out, redline_bytes name);

/* Does the speaker take the word at lexeme i: "we", "we propose"? */
bool is_own_voice(const struct grammar *g, uint32_t i);

/* Those named before the verb at lexeme `stop`. (proposer_names.c) */
void read_names(struct grammar *g, uint32_t stop);

/* Where another party's proposal begins in the sentence. (other_subject.c) */
void find_other_subject(struct grammar *g);

/* Between two parts of a sentence: from the lexeme `joint`, which joins them, to `next`, with which
 * the other one begins. */
redline_range turn_between(const struct grammar *g, uint32_t joint, uint32_t next);

/* Where another's position on the amendment begins, which closes the sentence. (other_stance.c) */
void find_other_stance(struct grammar *g);

/* "is opposed by Kenya": the first name of who takes the position at lexeme `stance`; or 0. */
uint32_t holder_behind(const struct grammar *g, uint32_t stance);

/* Has the lexeme a capital, in a script that has them? */
bool starts_large(const struct grammar *g, const struct lexeme *x);

/* ---- clause_aside.c ---- */

/* A group that names parties and nothing else: "(Lebanon)". */
bool take_parties(struct grammar *g, redline_range inside);

/* Does an aside order something, or take back what stands before it, or a part of that? */
enum aside { ASIDE_ORDER, ASIDE_DENIAL };
bool aside_holds(const struct grammar *g, redline_range inside, enum aside what);

/* ---- mention.c ---- */

/* "Paragraph 4 already covers this.": names the sentence a place, and leads to none? */
bool merely_mentions(const struct grammar *g);

/* "See OP3", "cf. OP3": does the sentence begin by pointing the reader somewhere? */
bool refers_only(const struct grammar *g);

/* ---- quiet.c ---- */

/* The places that lexemes [from, to) name. */
void collect_places(struct grammar *g, struct place_set *into, uint32_t from, uint32_t to);

/* Is one of them a provision by its number? */
bool names_a_label(const struct place_set *set);

/* The positions that lexemes [from, to) take, each with the places after it. */
void collect_positions(struct grammar *g, uint32_t from, uint32_t to);

/* A sentence that asks for nothing: its class, places and positions. */
void read_quiet(struct grammar *g, const struct mood *mood);

/* ---- quiet_doubt.c ---- */

/* What such a sentence has that might be taken for an amendment: an error, or a warning. */
void warn_quiet(struct grammar *g, const struct mood *mood);

/* ---- reversal.c ---- */

/* What a sentence that asks for nothing makes of the amendment right before it. */
enum reversal find_reversal(const struct grammar *g, const struct mood *mood);

/* "The above proposals are withdrawn", "Amendment 1 was": not just of the last one. */
bool reverses_several(const struct grammar *g);

/* Has the sentence words that take an amendment back: "This was rejected."? */
bool retracts(const struct grammar *g);

/* Is the text "Lost 12-20." or another verdict on an amendment, and nothing else? */
bool is_verdict(const struct lexer *lexer, redline_bytes text);

/* ---- remark.c ---- */

/* Is the sentence but a few words that may say what became of the amendment before it? */
bool may_tell_fate(const struct grammar *g);

/*
 * Does the sentence speak of the amendment before it ("This is subject to approval.") in words
 * that may take it back?  What else it says of it, and is not understood as a reason, is warned
 * of (fate.c).
 */
bool tells_fate(const struct grammar *g);
void heed_talk(struct grammar *g);

/* Why, whence, thanks, or that it was accepted: does a text say no more of an amendment? */
bool is_harmless(const struct lexer *lexer, redline_bytes text, bool negated);

/* Does group i close a change in a few words that are not understood: "(optional)"? */
bool aside_is_unclear(const struct grammar *g, uint32_t i);

/* ---- words ---- */

/* Has a text of the lexer's language one of the words? */
bool has_one_of(const struct lexer *lexer, const struct listed_words *words, redline_bytes text);

/* ---- governing.c ---- */

/* Is the verb at i about a place: "delete paragraph 5", "paragraph 5 be deleted"? */
bool governs_place(const struct grammar *g, uint32_t i);

/* The lexeme before which "is redundant and" and the like begin, that end at i. */
uint32_t before_judgement(const struct grammar *g, uint32_t i);

/* Does the sentence tell of what it seems to ask for? */
bool is_narrative(const struct grammar *g, const struct mood *mood);

/* ---- instruction.c ---- */

/* A sentence that asks: an instruction, or a puzzle, or after all a tale. */
void read_instruction(struct grammar *g, const struct mood *mood);

/* ---- terse.c ---- */

/* "New paragraph 7 bis:", "After paragraph 7, a new paragraph: “...”", and nothing else. */
bool adds_without_verb(const struct grammar *g);

/* ---- silence.c ---- */

/*
 * A sentence in which nothing was seen, or only a position: refuses or warns of it if it
 * has a sign of an amendment, so that none is passed over in silence.
 */
void break_silence(struct grammar *g, const struct mood *mood);

/* ---- echo.c ---- */

/* Refuses or warns of what may repeat the amendment before it: "OP7 too." */
void heed_echo(struct grammar *g);

/* ---- clause.c ---- */

/* Reads the frames from the cursor on, and joins the pairs among them. */
void read_frames(struct grammar *g);

/* ---- reach.c ---- */

/* "all that follows", "the rest of the sentence", "everything between" */
void read_reach(struct grammar *g);

/* "through", "up to": which of the words named next goes. */
void read_through(struct grammar *g);

/* The extent that a frame asks for, into its amendment. */
void mean_reach(const struct frame *f, redline_amendment *m);

/* "to the end of the sentence" names no place; false, with a puzzle, if unclear. */
bool settle_reach(struct grammar *g, struct frame *f);

/* ---- clause_except.c ---- */

/* What is left out, into the amendment. */
void mean_exceptions(struct grammar *g, const struct frame *f, redline_amendment *m);

/* ---- clause_context.c ---- */

/* False, with a puzzle, if the change is not one inside of the words it is said to be in. */
bool context_fits(struct grammar *g, const struct frame *f);

/* ---- clause_count.c ---- */

/* False, with a puzzle, if it is not clear what the frame's count is of. */
bool counts_fit(struct grammar *g, const struct frame *f);

/* Which of the words are meant, into the amendment. */
void mean_count(struct grammar *g, const struct frame *f, redline_amendment *m);

/* ---- aside.c ---- */

/* "should be in the singular": refused, with the amendment to write. */
void refuse_vague(struct grammar *g);
const char *vague_message(struct grammar *g, const struct place_set *places);

/* What "it" is, or what stood before a bare "delete": the words found wanting. */
void settle_subject_words(struct grammar *g, struct frame *f);

/* "and the associated footnote should be deleted", after the words' own deletion. */
bool mean_note(struct grammar *g, const struct frame *f);

/* ---- parallel.c ---- */

/* "... with “c” and “d”, respectively": a frame for each item of the lists. */
void pair_lists(struct grammar *g);

/* ---- meaning.c ---- */

/* Turns one frame into amendments. */
void mean_frame(struct grammar *g, struct frame *f);

/* ---- meaning_place.c ---- */

/*
 * Places as said where `scope` is what was named before.  False, with a
 * puzzle, if one of them points at nothing.
 */
bool compose_set(struct grammar *g, const struct place_set *set, const redline_place *scope,
                 unsigned scope_count, struct place_set *out);

/* The places that a frame names, said where an earlier frame's or the surroundings' are. */
bool own_places(struct grammar *g, const struct frame *f, struct place_set *out);

/* ---- clause_place.c ---- */

/* Appends places. */
void set_places(struct place_set *into, const struct place_set *more);

#endif
