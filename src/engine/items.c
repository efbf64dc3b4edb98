/*
 * items.c -- see items.h.
 *
 * An opener is what leads up to a list, with the label of a first item right behind it:
 * "is amended as follows: (1)", "is amended by (1) striking", "in section 4-- (1) by".  From
 * there on, labels are looked for behind whatever ends an item: a full stop, a semicolon, and
 * a comma if no reference can be meant.  One that is the next of a list that is open begins
 * an item; one that is not, though it looks like it, makes all of this doubtful.  Quotations
 * are passed over whole.
 */
#include "items.h"

#include <unictype.h>

#include "base/bytes.h"
#include "items_spoken.h"
#include "lang/common.h"
#include "listed.h"
#include "model/label.h"
#include "sentence.h"

#define DEPTH_MAX  8
#define LEAD_MAX   60u /* bytes before a colon that are looked at */
#define LABEL_MAX  16u /* bytes of a label, no more than which a line end is looked for in */

/* A list that is open, innermost last. */
struct level {
	struct ordinal last;
	redline_numeral numeral;
	uint8_t dress;
};

/* What stands before a label. */
enum ahead {
	AHEAD_NOTHING,
	AHEAD_STOP,  /* . ; */
	AHEAD_COMMA, /* before the first item, of speakers only: "in paragraph 4," */
	AHEAD_COLON,
	AHEAD_DASH,  /* of American bills: "is amended--" */
	AHEAD_WORD,  /* "is amended by" */
};

struct search {
	redline_bytes text;
	const struct quotes *quotes;
	const redline_draft *layout;
	struct items *out;
	const struct lang *lang; /* of the list at hand */
	struct level levels[DEPTH_MAX];
	unsigned depth;
	uint32_t item; /* where the one at hand begins */
	uint32_t past; /* what has been looked at */
	bool spoken;   /* the list at hand is a delegation's, not an act's */
	bool choice;   /* "or" stands before an item of it */
	unsigned outer; /* how many lists the block is in that it began in */
};

/* ---- labels ---- */

static uint32_t skip_space(redline_bytes text, uint32_t at, uint32_t end)
{
	unsigned size;
	while (at < end && is_space_char(utf8_at(text, at, &size)))
		at += size;
	return at;
}

/* Reads the label at `at`, behind which the line may end, though not what it labels. */
static bool scan(const struct search *s, uint32_t at, uint32_t end, struct label *label)
{
	if (at >= end)
		return false;
	uint32_t const near = end - at > LABEL_MAX ? at + LABEL_MAX : end;
	const char *feed = memchr(s->text.ptr + at, '\n', near - at);
	return label_scan(label, s->text, at, feed ? (uint32_t)(feed - s->text.ptr) : end, false);
}

/* The label of an item at `at`, with words behind it. */
static bool item_label(const struct search *s, uint32_t at, uint32_t end, struct label *label)
{
	if (!scan(s, at, end, label) || label->unit != REDLINE_LABEL_PLAIN ||
	    label->dress == REDLINE_BARE || label->dress == REDLINE_COLON ||
	    label_refers(s->text, label, end))
		return false;
	unsigned size;
	uint32_t const words = skip_space(s->text, label->body, end);
	uint32_t const cp = words < end ? utf8_at(s->text, words, &size) : 0;
	bool const parted = words > label->range.end || cp >= 0x2E80;
	return parted && (uc_is_alpha(cp) || cp == 0xA7 || cp == '"' || cp == '(' || cp == 0x201E ||
	                  cp == 0x201C || cp == 0xAB);
}

static bool first_of_list(const struct label *label, redline_numeral *numeral)
{
	*numeral = ordinal_choose(NULL, &label->ordinal);
	return ordinal_first(&label->ordinal, *numeral);
}

/* Lower-case words that begin an item and follow no reference: "by", "in", "striking". */
static bool begins_clause(redline_bytes text, const struct lang *lang, const struct label *label,
                          uint32_t end)
{
	redline_range word = {label->body, label->body};
	while (word.end < end && is_lower(text.ptr[word.end]))
		word.end++;
	redline_bytes const first = bytes_in(text, word);
	return first.len && (listed(lang->place_words, first) || listed(lang->item_words, first) ||
	                     listed_end(lang->gerunds, first));
}

/* ---- what leads to a list ---- */

/* The words that end at `end`, as far as they matter, on one line; into buf. */
static redline_bytes words_before(const struct search *s, uint32_t end, char buf[LEAD_MAX])
{
	uint32_t from = end - s->item > LEAD_MAX ? end - LEAD_MAX : s->item;
	while (end > from && is_space(s->text.ptr[end - 1]))
		end--;
	size_t len = 0;
	for (; from < end; from++) {
		bool const space = is_space(s->text.ptr[from]);
		if (!space || (len && buf[len - 1] != ' '))
			buf[len++] = space ? ' ' : s->text.ptr[from];
	}
	return (redline_bytes){buf, len};
}

static const struct lang *lead_before_colon(redline_bytes words)
{
	for (unsigned i = 0; lang_all[i]; i++)
		if (listed_end(lang_all[i]->list_leads, words))
			return lang_all[i];
	return NULL;
}

static const struct lang *lead_before_label(redline_bytes words)
{
	for (unsigned i = 0; lang_all[i]; i++)
		if (listed_end(lang_all[i]->list_words, words))
			return lang_all[i];
	return NULL;
}

/* "(1) In subsection (c): (A) ...": does the item at hand but name a place so far? */
static bool names_place(const struct search *s, uint32_t end)
{
	struct label label;
	if (!s->depth || !s->lang || !scan(s, s->item, end, &label) ||
	    end - label.body > LEAD_MAX)
		return false;
	redline_bytes const words = bytes_in(s->text, (redline_range){label.body, end});
	size_t const n = listed_start(s->lang->place_words, words);
	uint32_t const q = quotes_from(s->quotes, label.body);
	return n && n < words.len && is_space(words.ptr[n]) &&
	       (q == s->quotes->count || s->quotes->at[q].outer.begin > end) &&
	       !memchr(words.ptr, ';', words.len) && !memchr(words.ptr, '.', words.len);
}

/* The language whose acts open a list so, with this label; NULL if nothing is opened. */
static const struct lang *act_opener(const struct search *s, enum ahead ahead, uint32_t lead_end,
                                     const struct label *label, uint32_t end)
{
	char buf[LEAD_MAX];
	redline_bytes const words = words_before(s, lead_end, buf);
	if (ahead == AHEAD_COLON)
		return names_place(s, lead_end) ? s->lang : lead_before_colon(words);
	const struct lang *lang = ahead == AHEAD_DASH ? &lang_en : lead_before_label(words);
	return lang && begins_clause(s->text, lang, label, end) ? lang : NULL;
}

/* The same of whoever speaks: "in paragraph 4, (a) delete", "we propose to (a) delete". */
static const struct lang *spoken_opener(const struct search *s, uint32_t lead_end,
                                        const struct label *label, uint32_t end)
{
	uint32_t const near = lead_end - s->item > LEAD_MAX ? lead_end - LEAD_MAX : s->item;
	redline_range const lead = {spoken_lead(s->text, near, lead_end), lead_end};
	uint32_t const q = quotes_from(s->quotes, lead.begin);
	if ((near != s->item && lead.begin == near) ||
	    (q < s->quotes->count && s->quotes->at[q].outer.begin < lead_end))
		return NULL;
	return spoken_list(s->text, lead, (redline_range){label->body, end});
}

/* ---- from item to item ---- */

static bool push_cut(struct search *s, const struct label *label)
{
	uint32_t *cut = VEC_PUSH(&s->out->labels);
	if (cut)
		*cut = s->item = label->range.begin;
	uint32_t *spoken = s->spoken ? VEC_PUSH(&s->out->spoken) : cut;
	if (s->spoken && spoken)
		*spoken = label->range.begin;
	return cut && spoken;
}

static void open_level(struct search *s, const struct label *label, redline_numeral numeral)
{
	s->levels[s->depth++] = (struct level){label->ordinal, numeral, label->dress};
}

/* Is it the next item of a list that is open? Those inside of it are closed then. */
static bool goes_on(struct search *s, const struct label *label)
{
	for (unsigned k = s->depth; k-- > 0;) {
		struct level *l = &s->levels[k];
		if (l->dress != label->dress ||
		    !ordinal_follows(&l->last, &label->ordinal, l->numeral))
			continue;
		l->last = label->ordinal;
		s->depth = k + 1;
		return true;
	}
	return false;
}

/* It looks like an item of a list that is open, and its number is not the next. */
static bool breaks_order(const struct search *s, const struct label *label)
{
	for (unsigned k = 0; k < s->depth; k++)
		if (s->levels[k].dress == label->dress &&
		    ordinal_reads(&label->ordinal, s->levels[k].numeral))
			return true;
	return false;
}

/* Does this full stop end no sentence? */
static bool abbreviates(const struct search *s, uint32_t mark)
{
	return s->text.ptr[mark] == '.' && sentence_abbreviates(s->text, s->item, mark, s->lang);
}

/* What is to be made of a label. */
enum step { STEP_PASS, STEP_TAKEN, STEP_DOUBT };

/* A list that opens, with its first label. */
struct opening {
	const struct lang *lang;
	struct label label;
	redline_numeral numeral;
};

static enum step open_list(struct search *s, const struct opening *o)
{
	s->lang = o->lang;
	if (s->depth == DEPTH_MAX || goes_on(s, &o->label))
		return STEP_DOUBT;
	open_level(s, &o->label, o->numeral);
	return push_cut(s, &o->label) ? STEP_TAKEN : STEP_DOUBT;
}

/* In a list that is spoken: does another sentence make one of the same numbers? */
static bool begins_anew(const struct search *s, uint32_t mark, const struct label *label,
                        uint32_t end)
{
	redline_numeral numeral;
	if (!s->spoken || s->depth <= s->outer)
		return false;
	const struct level *l = &s->levels[s->outer];
	return l->dress == label->dress && first_of_list(label, &numeral) &&
	       l->numeral == numeral && spoken_opener(s, mark, label, end);
}

static enum step step(struct search *s, enum ahead ahead, uint32_t mark, uint32_t at, uint32_t end)
{
	struct opening o;
	if (!item_label(s, at, end, &o.label))
		return STEP_PASS;
	if (begins_anew(s, mark, &o.label, end))
		return STEP_DOUBT;
	if (ahead == AHEAD_STOP || ahead == AHEAD_COMMA) {
		bool const ordered =
			s->spoken && spoken_order(s->lang, s->text, (redline_range){o.label.body, end});
		if ((ahead == AHEAD_COMMA && !ordered &&
		     !begins_clause(s->text, s->lang, &o.label, end)) ||
		    abbreviates(s, mark))
			return STEP_PASS;
		if (goes_on(s, &o.label))
			return push_cut(s, &o.label) ? STEP_TAKEN : STEP_DOUBT;
		return ahead == AHEAD_STOP && breaks_order(s, &o.label) ? STEP_DOUBT : STEP_PASS;
	}
	if (!first_of_list(&o.label, &o.numeral))
		return STEP_PASS;
	o.lang = act_opener(s, ahead, mark, &o.label, end);
	if (!o.lang)
		return ahead == AHEAD_COLON && s->depth ? STEP_DOUBT : STEP_PASS;
	return open_list(s, &o);
}

static enum ahead ahead_of(uint32_t cp)
{
	switch (cp) {
	case '.':
	case ';':
	case 0xFF1B:
	case 0x3002:
		return AHEAD_STOP;
	case ',':
		return AHEAD_COMMA;
	case ':':
	case 0xFF1A:
		return AHEAD_COLON;
	case 0x2014:
	case 0x2013:
		return AHEAD_DASH;
	default:
		return AHEAD_NOTHING;
	}
}

/* What this character means to a label behind it; *size: its bytes. */
static enum ahead mark_at(redline_bytes text, uint32_t at, unsigned *size)
{
	uint32_t const cp = utf8_at(text, at, size);
	if (cp == '-' && at + 1 < text.len && text.ptr[at + 1] == '-') {
		*size = 2;
		return AHEAD_DASH;
	}
	if (cp == '(' && at && is_space(text.ptr[at - 1])) {
		*size = 0; /* the label itself */
		return AHEAD_WORD;
	}
	return ahead_of(cp);
}

/* Past blanks, and "and" before the last item. */
static uint32_t past_joint(redline_bytes text, uint32_t at, uint32_t end, bool *choice)
{
	unsigned size;
	at = skip_space(text, at, end);
	redline_range word = {at, at};
	while (word.end < end && (uc_is_alpha(utf8_at(text, word.end, &size)) ||
	                          (word.end > at && text.ptr[word.end] == '/')))
		word.end += size; /* "and/or" */
	size_t const len = range_len(word);
	bool const joint = len && common_item_joint(bytes_in(text, word)) == len;
	*choice = joint && common_item_choice(bytes_in(text, word));
	return joint ? skip_space(text, word.end, end) : at;
}

/* Do the last words of the quotation end a sentence or an item? */
static bool ends_item(redline_bytes text, const struct quotation *q)
{
	unsigned size;
	return range_len(q->inner) &&
	       ahead_of(utf8_before(text, q->inner.end, &size)) == AHEAD_STOP;
}

/* Finds the items from `at` on; false if they are doubtful. */
static bool walk(struct search *s, uint32_t at, uint32_t end)
{
	uint32_t q = quotes_from(s->quotes, at);
	while (at < end) {
		unsigned size;
		uint32_t const mark = at;
		enum ahead ahead = mark_at(s->text, at, &size);
		at += size;
		if (q < s->quotes->count && mark == s->quotes->at[q].outer.begin) {
			const struct quotation *quoted = &s->quotes->at[q++];
			ahead = ends_item(s->text, quoted) ? AHEAD_STOP : AHEAD_NOTHING;
			at = quoted->outer.end;
		}
		if (ahead == AHEAD_NOTHING)
			continue;
		bool choice = false;
		uint32_t const label =
			ahead == AHEAD_WORD ? at : past_joint(s->text, at, end, &choice);
		enum step const done = step(s, ahead, mark, label, end);
		s->choice |= choice && done == STEP_TAKEN;
		if (done == STEP_DOUBT)
			return false;
		at = done == STEP_TAKEN || ahead == AHEAD_WORD ? label + 1 : at;
	}
	s->past = at;
	return true;
}

/* ---- from list to list ---- */

static bool is_quoted(const struct search *s, uint32_t at)
{
	uint32_t const q = quotes_from(s->quotes, at);
	return q < s->quotes->count && s->quotes->at[q].outer.begin <= at;
}

/* The lists that block i is in, as those that are open; false if they are too many. */
static bool seed(struct search *s, uint32_t i)
{
	const redline_block *blocks = redline_draft_blocks(s->layout);
	uint32_t chain[DEPTH_MAX];
	unsigned n = 0;
	for (uint32_t p = i; p != REDLINE_NONE; p = blocks[p].parent) {
		if (blocks[p].kind != REDLINE_PROVISION || blocks[p].unit != REDLINE_LABEL_PLAIN)
			continue;
		if (n == DEPTH_MAX)
			return false;
		chain[n++] = p;
	}
	while (n-- > 0) {
		const redline_block *b = &blocks[chain[n]];
		struct label label;
		if (label_scan(&label, s->text, b->label.begin, b->body.end, false))
			open_level(s, &label, (redline_numeral)b->numeral);
	}
	s->item = blocks[i].body.begin;
	return true;
}

/* Does the list go on in the block behind block i, on the next line? */
static bool goes_on_below(struct search *s, uint32_t i)
{
	const redline_block *b = redline_draft_blocks(s->layout) + i + 1;
	struct label label;
	redline_numeral numeral;
	if (i + 1 >= redline_draft_count(s->layout) || b->kind != REDLINE_PROVISION ||
	    is_quoted(s, b->label.begin) ||
	    !label_scan(&label, s->text, b->label.begin, b->body.end, false))
		return false;
	char buf[LEAD_MAX];
	uint32_t const colon = b[-1].body.end - 1;
	bool const leads = s->text.ptr[colon] == ':' && s->depth < DEPTH_MAX &&
	                   lead_before_colon(words_before(s, colon, buf)) &&
	                   first_of_list(&label, &numeral);
	if (leads)
		open_level(s, &label, numeral);
	else if (!goes_on(s, &label))
		return false;
	s->item = b->body.begin;
	return true;
}

/* Does a list open here, whatever block it is in? */
static bool opens(struct search *s, enum ahead ahead, uint32_t mark, uint32_t at, uint32_t end,
                  struct opening *out)
{
	s->depth = 0;
	s->lang = NULL;
	s->choice = false;
	if (!item_label(s, at, end, &out->label) || !first_of_list(&out->label, &out->numeral))
		return false;
	out->lang = ahead == AHEAD_COMMA ? NULL : act_opener(s, ahead, mark, &out->label, end);
	s->spoken = !out->lang;
	if (s->spoken)
		out->lang = spoken_opener(s, mark, &out->label, end);
	return out->lang != NULL;
}

/* Goes through the list that opens in block i; *end: where that ends, and then the list.  False
 * if it is doubtful. */
static bool follow(struct search *s, const struct opening *o, uint32_t i, uint32_t *end)
{
	s->outer = s->depth;
	s->past = o->label.range.begin + 1;
	bool sure = open_list(s, o) == STEP_TAKEN && walk(s, s->past, *end);
	while (sure) {
		bool const runs_on = s->past > *end; /* a quotation, into another block */
		if (!runs_on && (!goes_on_below(s, i) || (s->spoken && s->depth <= s->outer)))
			break;
		i = runs_on ? redline_draft_block_at(s->layout, s->past - 1) : i + 1;
		*end = redline_draft_blocks(s->layout)[i].body.end;
		*end = runs_on && s->past > *end ? s->past : *end;
		sure = walk(s, runs_on ? s->past : s->item, *end);
	}
	return sure;
}

/* Tries the mark, seen at `at`, that may open a list; returns where to look on. */
static uint32_t try_opener(struct search *s, uint32_t mark, uint32_t at)
{
	uint32_t const i = redline_draft_block_at(s->layout, mark);
	const redline_block *b = redline_draft_blocks(s->layout) + i;
	uint32_t end = b->body.end;
	size_t const before = s->out->labels.len, spoken_before = s->out->spoken.len;
	unsigned size;
	enum ahead const ahead = mark_at(s->text, mark, &size);
	uint32_t const label = skip_space(s->text, mark + size, end);
	struct opening o;
	s->item = b->body.begin;
	if (mark < b->body.begin || at >= end || b->kind == REDLINE_VERBATIM ||
	    b->kind == REDLINE_HEADING || !opens(s, ahead, mark, label, end, &o) ||
	    is_quoted(s, mark) || !seed(s, i))
		return at + 1;
	bool const sure = follow(s, &o, i, &end);
	bool const alone = s->out->labels.len < before + 2; /* one label alone is a place */
	/* what leaves a choice or asks is one sentence */
	bool const none =
		s->spoken && (alone || s->choice || (sure && spoken_asks(s->text, end)));
	end = s->past > end ? s->past : end;
	if (!sure || none) {
		s->out->labels.len = before;
		s->out->spoken.len = spoken_before;
	}
	if (none)
		return at + 1;
	redline_range *doubt = sure ? NULL : VEC_PUSH(&s->out->doubts);
	if (doubt)
		*doubt = (redline_range){mark, end};
	return end;
}

/* Could the first label of a list begin here? */
static bool may_label(redline_bytes text, uint32_t at)
{
	if (at >= text.len)
		return false;
	char const c = text.ptr[at];
	return c == '(' || c == '1' || c == 'a' || c == 'A' || c == 'i' || c == 'I' || (c & 0x80);
}

/* The mark or the label at `at` that may open a list, as most do not; UINT32_MAX if it can't. */
static uint32_t opening_mark(redline_bytes text, uint32_t at)
{
	unsigned size;
	enum ahead const ahead = ahead_of(utf8_at(text, at, &size));
	if (ahead == AHEAD_COLON)
		return may_label(text, skip_space(text, at + size, (uint32_t)text.len))
		               ? at
		               : UINT32_MAX;
	if (text.ptr[at] == ')') /* ", a)" */
		return at >= 3 && may_label(text, at - 1) && is_space(text.ptr[at - 2]) &&
		                       text.ptr[at - 3] == ','
		               ? at - 3
		               : UINT32_MAX;
	if (text.ptr[at] != '(' || !at || at + 2 >= text.len || text.ptr[at + 2] != ')' ||
	    !may_label(text, at + 1))
		return UINT32_MAX;
	uint32_t before = at;
	while (before && is_space(text.ptr[before - 1]))
		before--;
	if (before >= 2 && text.ptr[before - 1] == '-' && text.ptr[before - 2] == '-')
		return before - 2;
	uint32_t const dash = before ? utf8_before(text, before, &size) : 0;
	if (dash == 0x2014 || dash == 0x2013)
		return before - size;
	if (before < at && before && text.ptr[before - 1] == ',')
		return before - 1;
	return before < at && before && is_alpha(text.ptr[before - 1]) ? at : UINT32_MAX;
}

bool items_find(struct items *out, redline_bytes text, const struct quotes *quotes,
                const redline_draft *layout)
{
	struct search s = {.text = text, .quotes = quotes, .layout = layout, .out = out};
	uint32_t const end = (uint32_t)text.len;
	for (uint32_t at = 0; (at = bytes_past_prose(text, at, end)) < end;) {
		char const c = text.ptr[at];
		bool const may = c == ':' || c == '(' || c == ')' || c == '\xEF'; /* of a wide colon */
		uint32_t const mark = may ? opening_mark(text, at) : UINT32_MAX;
		at = mark == UINT32_MAX ? at + 1 : try_opener(&s, mark, at);
	}
	return !out->labels.failed && !out->spoken.failed && !out->doubts.failed;
}

void items_release(struct items *items)
{
	VEC_RELEASE(&items->labels);
	VEC_RELEASE(&items->spoken);
	VEC_RELEASE(&items->doubts);
}
