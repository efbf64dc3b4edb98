/*
 * The grammar: what one sentence asks for.
 *
 * A sentence is read once, left to right.  Verbs open frames; prepositions
 * say which slot of the frame the next wording or place fills; conjunctions
 * close a frame and open the next.  What the verb does with its filled slots
 * is decided at the end, so that "substitute NEW for OLD", "OLD to be
 * replaced by NEW" and "NEW instead of OLD" meet in one place.
 *
 * Strict where it matters: after an instruction's first verb every lexeme
 * must have been understood, until a word that opens a reason.
 */
#ifndef RL_ENGINE_GRAMMAR_H
#define RL_ENGINE_GRAMMAR_H

#include "noun.h"

/* What the surroundings contribute. */
struct surroundings {
	const redline_place *scope; /* places named before; may be none */
	uint32_t scope_count;
	bool nested;           /* scope is the parent's own */
	bool amending;         /* and it is said to be amended: "Section 5 is amended--" */
	bool question;         /* the sentence ends with a question mark */
	redline_bytes speaker; /* of "we" */
	bool follows;          /* the sentence before it is an amendment */
	bool withdraws;        /* a proposal that was named is taken back */
};

/* Why a sentence that looks like an amendment was not understood. */
struct puzzle {
	const char *code;    /* NULL: none */
	const char *message; /* static; "%.*s" of the words at range follows it */
	bool quote_words;    /* append those words */
	bool warning;        /* only a warning */
	redline_range range;
};

#define AMENDMENTS_MAX 64
#define PROPOSERS_MAX  16

/* "supports paragraph 1", "cannot accept the deletion of paragraph 2" */
#define POSITIONS_MAX 4
struct stand {
	redline_stance stance;
	struct place_set places;
	bool on_act; /* "the deletion of paragraph 7": this act there */
	redline_action action;
	redline_bytes words; /* the first that are quoted, or empty */
	bool keeps;          /* "keep paragraph 9" */
};

/* What a sentence may make of the amendment right before it. */
enum reversal {
	REVERSAL_NONE,
	REVERSAL_DENIES,   /* "unless Kenya objects", "(Withdrawn)" */
	REVERSAL_RETRACTS, /* "This was rejected.": not if it leads to something else */
	REVERSAL_OPPOSES,  /* "We oppose it." */
	REVERSAL_UNSURE,   /* "Fell.": a few words, and it is not clear what they say */
};

/* "Paragraph 7: important, not urgent": an amendment if “urgent” stands in that place. */
struct denied_words {
	redline_range range;
	const char *message; /* that it is one, and how to word it; NULL: there are none */
};

struct reading {
	redline_class kind;
	unsigned count;          /* of amendments, which stand below */
	bool has_places;
	redline_bytes proposers[PROPOSERS_MAX];
	unsigned proposer_count;
	bool proposers_apart;    /* one of them may report the other's */
	bool crowded;            /* two propose something in it, and it can't be parted */
	bool at_odds;            /* one proposes it, another takes a position on it */
	redline_range turn;      /* from the end of the first one's part to the next one's; or empty */
	bool turns_to_stance;    /* that next one's is but a position on the first */
	bool by_others;          /* a position of some whom it doesn't name: "others oppose" */
	bool credited;           /* an aside says in words whose it is: "(proposed by Kenya)" */
	bool only_parties;       /* the sentence is but "(Lebanon)" */
	redline_range reason;    /* empty if none */
	unsigned position_count; /* an instruction may hold some, too */
	bool amends;             /* "is amended by", "is amended as follows": an act's form */
	bool may_list;           /* "Amend section 5 as follows:": changes or new words follow */
	bool wants_wording;      /* the last amendment's new words are to follow */
	redline_operand check;   /* "so that it reads ...", for the amendment before */
	bool repeat;             /* "the same holds for ...": places */
	enum reversal reversal;  /* of the amendment right before it */
	bool reverses_all;       /* or of others before that, too: "Amendments 1 and 2 ..." */
	bool denies;             /* "We cannot accept the following:": not to be done */
	bool negates;            /* "Please do not": not to be done what it leads to, if anything */
	bool wonders;            /* "Should we:": what it leads to is but a question */
	bool denies_ahead;       /* that holds for the sentences that follow, too */
	bool elsewhere;          /* it is a place of another text, and denies for that */
	bool mentions;           /* it speaks of its places, and does not lead to them */
	bool sets_apart;         /* it asks for nothing, and may leave a place as it is */
	bool proposes;           /* it has a word of proposing, now and not denied */
	struct denied_words denied_words;
	struct puzzle puzzle;
	/* last, since large and not cleared for the next sentence: reading_clear */
	struct place_set places; /* named in the sentence: the scope of what follows */
	redline_amendment amendments[AMENDMENTS_MAX];
	struct stand positions[POSITIONS_MAX];
};

static inline void reading_clear(struct reading *r)
{
	memset(r, 0, offsetof(struct reading, places));
	place_set_clear(&r->places);
}

/* Working memory for reading sentences, large; one a statement. */
struct grammar;
struct grammar *grammar_new(struct arena *a); /* NULL if memory is out */

/*
 * Reads a lexed sentence.  Everything in out borrows from the arena and the
 * text.  False if memory is out.
 */
bool grammar_read(struct grammar *g, struct arena *a, redline_bytes text,
                  const struct quotes *quotes, struct lexer *lexer, const struct lexed *lexed,
                  const struct surroundings *around, struct reading *out);

#endif
