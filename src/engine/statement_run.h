/*
 * One statement while it is read: what its parts (statement*.c) know of it.
 *
 * A sentence is read by the grammar and then heeded: its amendments go into the
 * statement, with the place and the proposer that hold there.
 */
#ifndef RL_ENGINE_STATEMENT_RUN_H
#define RL_ENGINE_STATEMENT_RUN_H

#include <redline/statement.h>

#include "base/bytes.h"
#include "base/vec.h"
#include "grammar.h"
#include "items.h"
#include "letter.h"
#include "proposal.h"
#include "relative.h"
#include "report.h"
#include "restated.h"
#include "spoken_of.h"
#include "tongue.h"

#define SPEAKERS_MAX 8
#define TITLE_BYTES  80u /* "Amendments not moved"; what is longer says more */

struct redline_statement {
	struct arena arena;
	redline_draft *layout;
	redline_bytes text;
	uint32_t number;
	redline_bytes speaker, date;
	const char *language;
	VEC(redline_sentence) sentences;
	VEC(redline_amendment) amendments;
	VEC(redline_position_taken) positions;
	VEC(struct restated_text) restated;
	VEC(struct spoken_of) spoken_of;
	struct report report;
};

/* The places that a block's sentences named, for what is listed under it. */
struct scope {
	const redline_place *places;
	uint32_t count;
	bool amends; /* they are amended by what is listed there */

	/* They were only spoken of, where these held, if any did. */
	bool spoken_of;
	const redline_place *rival;
	uint32_t rival_count;
};

/* Lines that may be headings of the draft, and levels that rise. */
#define UNDERS_MAX 6u
struct unders {
	redline_bytes words[UNDERS_MAX];
	uint8_t level[UNDERS_MAX];
	uint32_t count;
	const redline_bytes *kept; /* the words for the amendments of now; NULL: not copied yet */
};

struct speakers {
	redline_bytes party[SPEAKERS_MAX];
	unsigned count;
	bool stranger; /* somebody speaks whom no table has */
};

/* What several speak of in turn. */
struct topic {
	struct scope place;
	uint8_t level;    /* of the heading that names it */
	bool shared;      /* somebody spoke below it */
	uint32_t block;   /* that names it */
	uint32_t speaker; /* the block that names who spoke last, + 1 */
	size_t heard;     /* amendments and positions there were when somebody began to speak */
};

/* A list that an item is in: its first item, which knows whether it leaves a choice. */
struct choice_list {
	uint32_t first;
	bool choice;
};

/* From here on amendments are of the text that these words name; none: of the draft. */
struct text_named {
	uint32_t begin;
	redline_bytes words;
	bool loose;    /* they do nothing but name it */
	uint8_t level; /* of the heading that they are */
};

/* What follows is not asked for. */
struct denial {
	bool holds;
	bool of_parties;  /* proposals of several are what is denied */
	const char *why;  /* NULL: the words say it */
	uint32_t until;   /* this block */
	uint32_t first;   /* block that may be meant */
	redline_range by; /* the words that say so */
};

struct reading_run {
	redline_statement *s;
	uint32_t mail; /* where a mail begins that is quoted, once it was sought; UINT32_MAX */
	bool mail_sought;
	struct speech *speech;
	unsigned sentence_tongue;  /* the sentence read last */
	unsigned tongue;           /* that the block at hand seems to be in */
	const struct lexer *lexer; /* its own */
	struct grammar *grammar;
	struct reading *reading; /* of the sentence at hand */
	struct reading *peeked;  /* of a sentence looked at ahead */
	struct reading *opening; /* of words before a colon; NULL until there are some */
	struct proposal proposal; /* that the sentence at hand is about */
	struct quotes quotes;
	struct items items; /* of acts that are written in one line */
	size_t doubts_done; /* those of the lists in doubt that the reading is past */
	const redline_block *blocks;
	uint32_t block_count;
	uint32_t at_block; /* that is being read */
	struct scope *scopes;    /* one a block */
	struct scope current;    /* named last, in the order of the text */
	struct scope lead;       /* named by the last block that was no list item */
	struct scope base;       /* of the block at hand */
	struct topic topic;
	VEC(struct text_named) texts;
	struct unders unders;    /* what the block at hand stands below */
	bool nested;             /* base comes from the block it is listed under */
	bool amending;           /* which says that it is amended */
	struct letter letter;    /* that it is, if it is one */
	struct speakers title;   /* of the whole statement */
	uint32_t title_block;    /* its last */
	struct speakers heading; /* of the section: "## Japan" */
	uint8_t heading_level;   /* of that, if it is a heading and no line; else 0 */
	bool line_listed;        /* whose line it is, is named in an item of a list */
	bool line_placed;        /* ... with a place beside it: "OP4 – Japan:" */
	bool strangers;          /* somebody spoke whom no table has */
	unsigned alone;          /* lines so far that are the name of a party, and no more */
	unsigned party_column;   /* of the table at hand, + 1; 0: no column is of parties */
	uint32_t placed_lead;    /* the block, + 1, that has a place before who speaks */
	uint32_t unclear;        /* the block, + 1, whose first words name whom it may be */
	struct speakers line;    /* of the paragraphs since "Japan:" */
	struct speakers block;   /* named in a sentence of this block */
	size_t reversed_to;      /* no sentence before it has amendments that may be taken back */
	uint32_t last_first;     /* amendments of the last instruction */
	uint32_t last_count;
	bool reported;     /* it was another's than whose statement it is */
	bool block_named;  /* the block at hand named a place */
	bool alternative;  /* the block at hand is an item of a list that leaves a choice */
	struct choice_list *choices; /* one a block */
	bool is_act;              /* some sentence has the form of an amending act */
	struct denial denied_part; /* a heading takes back what stands under it */
	struct denial denied_list; /* a lead-in does what follows it */
	bool denied_here;          /* a sentence does the rest of its block */
	struct denial_words *denial_words; /* NULL until they are asked for */
	struct lead_words *lead_words;     /* likewise */
	uint32_t stance_at; /* where another's position begins that closed the sentence before */
	bool named_singly; /* proposers stand behind their amendments */
	uint32_t skip_to;  /* blocks before it are done (wording, joined) */
};

static inline bool is_list_item(const redline_block *b)
{
	return b->kind == REDLINE_BULLET ||
	       (b->kind == REDLINE_PROVISION && b->unit == REDLINE_LABEL_PLAIN);
}

/* ---- statement_block.c ---- */

/* Reads all blocks.  False if memory is out. */
bool read_blocks(struct reading_run *r);

/* ---- statement_words.c ---- */

/* The place that a label itself names: "OP3 bis: ...", "Article 5". */
bool label_place(const redline_block *b, redline_unit *unit);

/*
 * The words of block i, with those of paragraphs that go on in mid-sentence and of quotations
 * that follow a colon in blocks of their own, up to block *last; *glued is the byte of that
 * colon, whose sentence goes to the end of the words.
 */
redline_range block_words(const struct reading_run *r, uint32_t i, uint32_t *last,
                          uint32_t *glued);

/* "From: ...", "To: ..." above a mail. */
static inline bool in_mail_head(const struct reading_run *r, const redline_block *b)
{
	return b->body.begin < r->letter.head.end;
}

/* ---- statement_bare.c ---- */

/* Do the sentences from `first` on tell, or name a place, and no more? */
bool sentences_only_tell(const struct reading_run *r, size_t first);

/* Block i, whose sentences are those from `first` on, may be a new provision. */
void report_bare_wording(struct reading_run *r, uint32_t i, size_t first);

/* Likewise, up to block `last`: an item of an act that was understood as nothing. */
void report_empty_item(struct reading_run *r, uint32_t i, uint32_t last, size_t first);

/* ---- statement_turn.c ---- */

/*
 * The sentence that was read last may hold two parties' proposals: then *sentence is the first
 * one's alone, which is read again, and *next is where the other begins; else its end.  False
 * if memory is out.
 */
bool part_turns(struct reading_run *r, redline_range *sentence, uint32_t *next);

/* ---- statement_speaker.c ---- */

/* Block i is a heading: whose part begins there, if it says so. */
void heed_heading(struct reading_run *r, uint32_t i);

/*
 * Who speaks in block i, if it names somebody: "Japan: ...", or "Japan" alone.  *named: words
 * follow the name, from *after on.  False if memory is out.
 */
bool heed_speaker(struct reading_run *r, uint32_t i, uint32_t *after, bool *named);

/* Block i was read: what it says of who speaks below it, or goes on to. */
void heed_spoken(struct reading_run *r, uint32_t i);

/* Nobody is named any more. */
void no_speakers(struct speakers *who);

/* ---- statement_sentence.c ---- */

/* These parties, of which at most SPEAKERS_MAX are kept. */
void set_speakers(struct speakers *to, const redline_bytes *party, unsigned count);

/* Whoever spoke last, from the inside out: the block, the line, the heading, the title. */
const struct speakers *speakers_now(const struct reading_run *r);

/* A copy of the set that lasts as long as the statement. */
struct scope keep_places(struct reading_run *r, const struct place_set *set);

/* Bytes of the statement, for a finding. */
redline_spot spot_at(const struct reading_run *r, redline_range range);

/* A finding about what was not understood of a sentence. */
void report_puzzle(struct reading_run *r, const struct puzzle *p, redline_range sentence);

/* The sentence asks for something that is not carried out, and why it is not. */
void refuse_reading(struct reading *reading, const char *code, const char *message,
                    redline_range where);

/* Notes a sentence and what it was taken for. */
void add_sentence(struct reading_run *r, redline_range range, redline_class kind,
                  uint32_t first, uint32_t count);

/* Does it lead to what comes next: "... as follows:", with a dash as American bills have it, or
 * with a stop behind those words? */
bool leads_on(redline_bytes text, redline_range range);

/* The first sentence of the words, up to where the next one begins. */
redline_range first_sentence(const struct reading_run *r, redline_range words);

/* Lexes and reads a sentence, without heeding it yet.  False if memory is out. */
bool read_sentence(struct reading_run *r, redline_range range, struct reading *out);

/* The block that the byte before `offset` is in. */
uint32_t block_of(const struct reading_run *r, uint32_t offset);

/* What was read of a sentence, into the statement. */
void take_reading(struct reading_run *r, struct reading *reading, redline_range range);

/* ---- statement_note.c ---- */

/* Notes what may be wrong with a sentence as it was read; `rival` is another language that it
 * may be in. */
void note_reading(struct reading_run *r, redline_range range, unsigned rival,
                  struct reading *reading);

/* The same of its words and marks, once it is heeded. */
void note_words(struct reading_run *r, redline_range range, struct reading *reading);

/* ---- statement_denied.c ---- */

/* The denial that holds for the block at hand; NULL if none does. */
const struct denial *denial_now(const struct reading_run *r);

/* "Not acceptable", "objections", in any language. */
bool says_refusal(struct reading_run *r, redline_range range);

/* A heading, or a line like one: no sentence ends in it. */
bool is_titular(const struct reading_run *r, const redline_block *b);

/* "Article 4 (Meetings)": no sentence ends so. */
bool ends_with_aside(const struct reading_run *r, const redline_block *b);

/* Before block i: does what is denied end there? */
void end_denials(struct reading_run *r, uint32_t i);

/* Somebody speaks in block i; `alone`: it has nothing but the name. */
void end_denial_by(struct reading_run *r, uint32_t i, bool alone);

/* A sentence in which something is proposed ends a denial before it. */
void end_denial_by_proposal(struct reading_run *r, const struct reading *reading,
                            redline_range range);

/* Behind blocks i to last with these words: what was read last may take back what follows. */
void begin_denials(struct reading_run *r, uint32_t i, redline_range words, uint32_t last);

/* Does a list or a table stand below block `last`, which is in none itself? */
bool is_laid_out(const struct reading_run *r, uint32_t last);

/* Why it is denied, for a finding. */
const char *denial_message(const struct reading_run *r);

/* An instruction that is denied becomes a puzzle; true then, but for a quoted one. */
bool heed_denial(struct reading_run *r, redline_range range, struct reading *reading);

/* ---- statement_asked.c ---- */

/* The block behind the list or table that begins with block i. */
uint32_t list_end(const struct reading_run *r, uint32_t i);

/* Does what was read last, up to block `last`, lead to no more than a question? */
bool lead_asks(const struct reading_run *r, uint32_t last);

/* ---- statement_enumerated.c ---- */

/* The number of the list item that the sentence stands in, if that may as well be an item of the
 * place that it is listed under; else empty. */
redline_bytes number_as_item(const struct reading_run *r, const redline_amendment *m,
                             redline_range range);

/* ---- statement_above.c ---- */

/* Why what stands behind block `last` may not be asked for, if the sentence read last, which leads
 * to it, doesn't make that clear; NULL if it does, or denies it. */
const char *doubt_above(struct reading_run *r, redline_range sentence, uint32_t last);

/* ---- statement_text.c ---- */

#define PLAIN_LEVEL 7u /* of a line without marks, below all marked headings */

/* The sentence may say which text is to be amended. */
void heed_text(struct reading_run *r, const struct reading *reading, redline_range sentence);

/* All has been read: every amendment gets the words that say so of it. */
void give_texts(struct reading_run *r);

/* ---- statement_choice.c ---- */

#define SEVERAL_ASKED "two alternatives are proposed, and only one can be applied"

/* Finds the lists of which only one item is asked for.  False if memory is out. */
bool find_choices(struct reading_run *r);

/* Is block i an item of such a list? */
bool in_choice(const struct reading_run *r, uint32_t i);

/* An instruction that is but an alternative becomes a puzzle, as does the one before it if this
 * sentence begins with "failing that". */
void heed_choice(struct reading_run *r, redline_range range, struct reading *reading);

/* ---- statement_lead.c ---- */

/* An instruction that begins with what may be a place that is not understood is refused. */
void heed_lead(const struct reading_run *r, const struct lexed *lexed, struct reading *out);

/* ---- statement_topic.c ---- */

/* A heading begins, which ends the topic unless it stands below it. */
void topic_end(struct reading_run *r, const redline_block *heading);

/* Somebody begins to speak in block i; returns the place that holds for them, if there is one. */
struct scope topic_hear(struct reading_run *r, uint32_t i);

/* What block i named holds for whoever speaks below it: "OP4 – Japan: ..." */
void topic_set(struct reading_run *r, uint32_t i);

/* Block i has been read, its sentences from `first` on; `named`: it begins with who speaks. */
void topic_heed(struct reading_run *r, uint32_t i, bool named, size_t first);

/* ---- statement_under.c ---- */

/* The sentence may begin with a heading: "Foreword: delete ...". */
void under_lead(struct reading_run *r, const struct lexed *lexed);

/*
 * Block i has been read, its sentences from `first` on: if it is like a heading and asks for
 * nothing, what comes may stand under it.
 */
void under_block(struct reading_run *r, uint32_t i, bool titular, size_t first);

/* Somebody else speaks, be it in a line or from a line `alone` on. */
void under_speaker(struct reading_run *r, bool alone);

/* What amendments now stand under, unders.count of it; NULL if nothing. */
const redline_bytes *under_now(struct reading_run *r);

/* ---- statement_against.c ---- */

/* "Chair", "Secretariat" */
bool is_organ(redline_bytes party);

/* An instruction in another party's statement: that is said. */
void note_report(struct reading_run *r, const struct reading *reading, redline_range range);

/* Does the sentence at `range` take back the amendments right before it?  Then they go,
 * with an error. */
void heed_reversal(struct reading_run *r, const struct reading *reading, redline_range range);

/* Refuses the amendments of the sentence right before the one at `range`; false if it has none. */
bool take_back_last(struct reading_run *r, redline_range range, const char *code,
                    const char *message);

/*
 * The sentence of the amendments before, with no more than so many sentences between, of which
 * none asks for anything, was not understood or is a heading, unless `outcomes`, over what became
 * of them.  NULL if there is none.
 */
redline_sentence *amended_before(const struct reading_run *r, unsigned between, bool outcomes);

/* ---- statement_spoken.c ---- */

/* A sentence that asks for nothing may speak of a place that the amendment before it changes:
 * that is noted, for the draft to tell. */
void note_spoken_of(struct reading_run *r, const struct reading *reading, redline_range range);

/* Amendments have been read: if they hold where the sentence right before them says, that only
 * led to them. */
void forget_lead_in(struct reading_run *r);

/* ---- statement_rival.c ---- */

/* `next`, which the reading names, follows the scope of now: what that was may still hold. */
void note_rival(const struct reading_run *r, const struct reading *reading, struct scope *next);

/* The amendment holds where a sentence before it only speaks of: it is told where else it may. */
void heed_rival(struct reading_run *r, redline_amendment *m);

/* ---- statement_substance.c ---- */

/* Has the sentence a word of what the amendments before it change, and none of a verdict's? */
bool speaks_of_substance(const struct reading_run *r, redline_range range);

/* ---- statement_wording.c ---- */

/* The first block from i on that is not blank; block_count if there is none. */
uint32_t next_text_block(const struct reading_run *r, uint32_t i);

/*
 * Is it clear that block i does not belong to the wording before it, which block `owner`
 * leads to?  Its first sentence is in r->peeked then, unless its kind alone tells.
 */
bool ends_wording(struct reading_run *r, uint32_t owner, uint32_t i);

/* "... to read as follows:" and the new words in the block after it. */
void take_wording(struct reading_run *r, struct reading *reading, uint32_t owner);

/*
 * "New paragraph 7 bis: Donors are invited.": the new words without marks, on the rest of
 * the line.  True if the sentence (`words` go on to the end of its block `owner`), which
 * was not understood, begins so; then *reading is what that makes of it, and *sentence ends
 * where the words do.
 */
bool read_on_line(struct reading_run *r, redline_range words, uint32_t owner,
                  redline_range *sentence, struct reading *reading);

/* The wording that a block brings in is recorded as such. */
void record_wording(struct reading_run *r, uint32_t from, uint32_t to);

/* ---- statement_restated.c ---- */

/* Is what leads up to a passage said of another time, in doubt, or against it? */
bool lead_takes_back(struct reading_run *r, redline_range lead);

/*
 * "59. States could benefit from ~~establishing~~ **enhancing** ..."; `brackets`: it is
 * brackets that show the change.
 */
bool read_restated(struct reading_run *r, redline_range words, uint32_t mark, bool brackets);

/*
 * "Japan: 59. States could benefit from establishing enhancing ...": a provision's text,
 * it seems, and no mark in it.  What to make of it only the draft can tell.
 */
bool note_restated(struct reading_run *r, redline_range words, size_t first);

/*
 * "Japan: 59. States could **greatly** benefit ...", in which nothing is struck out:
 * bold may be mere emphasis, so nothing is changed, but not without a word.
 */
bool warn_bold(struct reading_run *r, redline_range words, size_t first);

/*
 * "In paragraph 59: "benefit from ~~establishing~~ **enhancing** ..."", or the quotation
 * alone, where nothing says what is to be done but the marks.  *told is false if
 * something else does.  A quotation alone becomes its words.  False if memory is out.
 */
bool marks_tell(struct reading_run *r, redline_range *words, uint32_t mark, bool *told);

/* The first mark of a change, or UINT32_MAX. */
uint32_t first_mark(const struct reading_run *r, redline_range words);

/* The first bracket that names a party and no quotation holds, or UINT32_MAX. */
uint32_t bare_bracket(const struct reading_run *r, redline_range words);

/* ---- statement_passed.c ---- */

/* Are there lines of a diff in block i?  That is said then. */
bool refuse_diff(struct reading_run *r, uint32_t i);

/* Says that block i, code or HTML, is passed over.  False if memory is out. */
bool note_verbatim(struct reading_run *r, uint32_t i);

/* ---- statement_beside.c ---- */

/* Is block i but a label of present texts, though it may look like a heading? */
bool labels_present_text(const struct reading_run *r, uint32_t i);

/*
 * A table of present and proposed texts whose head is block i, or "Current text: ... Proposed
 * text: ..." in its words.  *taken says whether it is one, and *last is the last block of it
 * then.  False if memory is out.
 */
bool read_beside(struct reading_run *r, uint32_t i, redline_range words, uint32_t *last,
                 bool *taken);

#endif
