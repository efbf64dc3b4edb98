/*
 * silence.c -- the last look at a sentence that was understood as nothing (clause.h).
 *
 * A sentence that names a place, or is listed under one, and in which neither an
 * amendment nor anything else was seen is passed over without a word, unless it has a
 * sign of an amendment.  The signs are looked for one after the other, the surest first.
 * What has one is refused with the amendment to write, or warned of where narrative may
 * have it, too.  Nothing is ever carried out here.
 *
 * Here are all of them in their order, and those that announce or wish; the rest is told by
 * hushing.h.
 */
#include "hushing.h"
#include "listed.h"

/* ---- what stands there ---- */

bool hush_is_order(const struct grammar *g, const struct lexeme *x)
{
	return x->cls == LEX_ACTION && IS_ACTIVE(x->value) && is_base_form(g, x) &&
	       VERB_OF(x->value) != VERB_KEEP;
}

bool hush_has(const struct terse *t, enum lex_class cls, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		if (t->all[i].cls == cls)
			return true;
	return false;
}

/* Does somebody speak, tell or judge: is it what is said of the place? */
bool hush_is_told(const struct terse *t, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		switch (t->all[i].cls) {
		case LEX_WE:
		case LEX_HISTORY:
		case LEX_REASON:
		case LEX_SPEAKER:
		case LEX_HEDGE:
			return true;
		default:
			break;
		}
	return false;
}

redline_bytes hush_words(const struct terse *t, uint32_t i)
{
	if (i >= t->end)
		return (redline_bytes){"", 0};
	return bytes_in(t->g->cursor.text,
	                (redline_range){t->all[i].range.begin, t->all[t->end - 1].range.end});
}

/* ---- announced, listed or ordered ---- */

/* "Amendment: paragraph 7, plan for programme." */
static bool announces(struct hush *h)
{
	struct terse *t = &h->t;
	const struct lang *lang = cursor_lang(&t->g->cursor);
	uint32_t i = 0;
	while (t->all[i].cls == LEX_WE || t->all[i].cls == LEX_PRONOUN ||
	       t->all[i].cls == LEX_NAME || (i > 0 && is_punct(&t->all[i], ':')))
		i++;
	redline_bytes const word = bytes_in(t->g->cursor.text, t->all[i].range);
	bool const noun =
		i < t->end &&
		listed_words_may_start(&lexer_lists(t->g->cursor.lexer)->proposals, word) &&
		listed(lang->proposals, word);
	i++;
	while (i < t->end && (t->all[i].cls == LEX_NUMERAL || t->all[i].cls == LEX_COUNT))
		i++;
	uint32_t colon = i;
	while (colon < t->end && !is_punct(&t->all[colon], ':'))
		colon++;
	if (!noun || colon >= t->end || colon > i + 4 || !hush_has(t, LEX_UNIT, i, t->end) ||
	    colon + 2 >= t->end || hush_is_told(t, 0, t->end) || h->position)
		return false;
	return true;
}

/* Listed under a place: "fully after shall", "+ “a”" */
static bool adds_in_list(struct hush *h)
{
	struct terse *t = &h->t;
	bool const duty = t->end == 3 && terse_is_due(&t->all[2]) && h->t.at.count > 0;
	if ((!h->listed && !duty) || t->end - t->begin > 6 || t->end - t->begin < 3 ||
	    h->position || !hush_has(t, LEX_POSITION, t->begin + 1, t->end) ||
	    hush_is_told(t, 0, t->end))
		return false;
	return true;
}

/* "Paragraph 7, last word: priority" */
static bool names_word(struct hush *h)
{
	struct terse *t = &h->t;
	uint32_t const i = t->begin;
	if (!t->named || h->position || i + 2 >= t->end || t->all[i].cls != LEX_ORDINAL ||
	    t->all[i + 1].cls != LEX_TEXT || !is_punct(&t->all[i + 2], ':'))
		return false;
	return true;
}

/* "Title: Food security for all": new, or the statement's own? */
static bool may_retitle(struct hush *h)
{
	const struct terse *t = &h->t;
	uint32_t i = t->all[0].cls == LEX_FILLER;
	return t->all[i].cls == LEX_UNIT && UNIT_OF(t->all[i].value) == REDLINE_TITLE &&
	       is_punct(&t->all[i + 1], ':') && i + 2 < t->end &&
	       !listed_within(cursor_lang(&t->g->cursor)->headings, hush_words(t, i + 2)) &&
	       !hush_has(t, LEX_WE, i, t->end) && !hush_has(t, LEX_ACTION, i, t->end);
}

/* "In paragraph 7, programme should be plan.", "Paragraph 5 to start with “a”" */
static bool wishes(struct hush *h)
{
	struct terse *t = &h->t;
	uint32_t const i = t->begin;
	if (!t->named || h->position || i + 2 >= t->end || t->end - i > 6)
		return false;
	bool const one = t->in && t->all[i].cls == LEX_WORD && terse_is_due(&t->all[i + 1]) &&
	                 t->end - i <= 4;
	bool const quoted = t->all[t->end - 1].cls == LEX_QUOTE &&
	                    (t->all[i].cls == LEX_TO ||
	                     (t->all[i].cls == LEX_QUOTE && t->all[i + 1].cls == LEX_TO));
	bool const both = t->all[i].cls == LEX_QUOTE && t->all[t->end - 1].cls == LEX_QUOTE &&
	                  (t->in || t->cut) && !hush_has(t, LEX_AND, i, t->end) &&
	                  !hush_has(t, LEX_PUNCT, i, t->end) && !hush_is_told(t, i, t->end);
	return one || quoted || both;
}

/* "In Article 4, the date should be 1 January 2029." */
static bool wants_figure(struct hush *h)
{
	const struct terse *t = &h->t;
	uint32_t i = t->begin;
	while (i < t->end && t->all[i].cls == LEX_FILLER && !terse_is_due(&t->all[i]))
		i++;
	return t->named && t->in && !h->position && i + 2 < t->end && t->end - i <= 10 &&
	       t->all[i].cls == LEX_TEXT && terse_is_due(&t->all[i + 1]);
}

/* ---- what is only warned of ---- */

/* "Paragraph 7: Donors are invited.": a remark, or its new wording? */
static bool may_be_wording(struct hush *h)
{
	struct terse *t = &h->t;
	uint32_t const i = t->begin;
	bool const colon = t->named && i > 0 && is_punct(&t->all[i - 1], ':');
	bool const ends = is_punct(&t->all[t->g->cursor.lexed->count - 1], '.') ||
	                  (t->all[0].cls == LEX_UNIT && UNIT_OF(t->all[0].value) == REDLINE_TITLE &&
	                   !listed_within(cursor_lang(&t->g->cursor)->headings, hush_words(t, i)));
	if (!colon || !ends || t->end - i < 3 || !hush_leads_to_wording(h, i - 1) ||
	    t->all[i].cls == LEX_SAME || t->all[i].cls == LEX_NEGATION ||
	    hush_has(t, LEX_WE, i, t->end))
		return false;
	return true;
}

/* A question changes nothing: what looks like an amendment in one is only warned of. */
static void soften(struct reading *out, redline_class kind)
{
	if (!out->puzzle.code)
		return;
	out->kind = kind;
	out->puzzle.code = "question";
	out->puzzle.message = "a question changes nothing; word it as a proposal";
	out->puzzle.warning = true;
}

/* ---- all signs ---- */

struct sign {
	bool (*shows)(struct hush *h);
	const char *code;    /* NULL: it has refused the sentence itself, with the words in it */
	const char *message;
	bool warns;          /* narrative may have it, too */
	lex_classes needs;   /* no sentence without one of these has it; 0: not known */
};

#define QUOTES_WORDS                                                                          \
	"words of a provision are quoted, but what is to become of them was not understood; " \
	"write: replace \"...\" with \"...\", delete \"...\", or insert \"...\" after \"...\""
#define QUOTES_BESIDE                                                                          \
	"nothing is changed by this, though it quotes words of a provision; if it asks for a " \
	"change, write: in paragraph ..., replace \"...\" with \"...\""

static const struct sign signs[] = {
	{hush_shows_arrow, NULL, NULL, false, 0},
	{hush_leaves_out, NULL, NULL, false, LEX_BIT(LEX_QUOTE)},
	{hush_sets_beside, NULL, NULL, false, LEX_BIT(LEX_NEGATION) | LEX_BIT(LEX_LINK)},
	{hush_denies_first, NULL, NULL, false, LEX_BIT(LEX_NEGATION)},
	{hush_renames, "not-understood",
	 "this may ask for other words; if it does, put the words of the text and the new ones in "
	 "quotation marks", false, 0},
	{hush_wants_mark, "not-understood",
	 "this speaks of a mark, but it is not clear what is to change; write: replace the comma "
	 "with a semicolon, or: insert a semicolon at the end of paragraph ...", false,
	 LEX_BIT(LEX_MARK)},
	{hush_loses_place, "place-unknown",
	 "this asks for a change, but it is not clear where; name the paragraph by its number, and "
	 "quote the words", false, LEX_BIT(LEX_ACTION)},
	{hush_orders_late, "not-understood",
	 "this looks like an amendment; put the words of the text in quotation marks, and begin "
	 "with the verb", false, LEX_BIT(LEX_ACTION)},
	{hush_corrects, NULL, NULL, false,
	 LEX_BIT(LEX_FOR) | LEX_BIT(LEX_LINK) | LEX_BIT(LEX_ACTION)},
	{hush_mentions_duty, NULL, NULL, false, 0},
	{hush_prefers, NULL, NULL, false, LEX_BIT(LEX_LINK)},
	{hush_shows_minus, NULL, NULL, false, 0},
	{hush_brings_new, "not-understood",
	 "this looks like something new, but it is not said what is to be done; write: insert after "
	 "paragraph ... a new paragraph ...: \"...\", or: at the end of paragraph ..., add \"...\"",
	 false, LEX_BIT(LEX_NEW) | LEX_BIT(LEX_NUMERAL) | LEX_BIT(LEX_GROUP)},
	{announces, "not-understood",
	 "this announces an amendment, but it is not clear what is to change; write: in paragraph "
	 "..., replace \"...\" with \"...\"", false, LEX_BIT(LEX_UNIT)},
	{adds_in_list, "not-understood",
	 "this looks like an insertion; if it is one, write: insert \"...\" after \"...\"", false,
	 LEX_BIT(LEX_POSITION)},
	{hush_orders_in_place, "not-understood",
	 "this looks like an amendment, but it is not clear what is to change; say it in a "
	 "sentence, and quote the words", false, 0},
	{hush_orders_strangely, "not-understood",
	 "this may ask for a change, but the verb is not understood", false, 0},
	{hush_orders_number, "not-understood",
	 "this may ask for a change, but the verb is not understood", false, 0},
	{names_word, "not-understood",
	 "this looks like an amendment, but it is not clear what is to change; quote the old words "
	 "and the new", false, 0},
	{wishes, "not-understood",
	 "this looks like an amendment, but it is not clear what is to change; quote the old words "
	 "and the new", false, 0},
	{wants_figure, "not-understood",
	 "this asks something of a provision, but no change of words can be read off it; write: "
	 "replace \"...\" with \"...\"", false, 0},
	{hush_asks_politely, "not-understood",
	 "this may ask for a change, but the verb is not understood", false, 0},
	{hush_leads_to_quote, "not-understood",
	 "this may ask for a change, but the verb is not understood; write: replace \"...\" with "
	 "\"...\", or: the heading of ... should read: \"...\"", false, 0},
	{hush_leaves_part, "not-understood",
	 "it is not clear whether this part is to go; if it is, write: in paragraph ..., delete "
	 "\"...\"", false, 0},
	{hush_renames_numbers, "not-understood",
	 "this may ask for a change, but the verb is not understood; to give a provision another "
	 "number, write: renumber paragraph ... as paragraph ...", false, 0},
	{hush_lists_places, "not-understood",
	 "it is not clear whether this is to be done with these provisions; write: delete "
	 "paragraph ... and paragraph ...", false, LEX_BIT(LEX_ACTION)},
	{hush_quotes_in_place, "not-understood", QUOTES_WORDS, false, LEX_BIT(LEX_QUOTE)},
	{may_retitle, "not-understood",
	 "this is passed over, since nothing in it asks for a change; if it is the draft's new "
	 "title, say: the title should read: \"...\"", true, 0},
	{may_be_wording, "not-understood",
	 "this is passed over, since nothing in it asks for a change; if it is new wording, say: "
	 "\"paragraph ... should read: ...\"", true, 0},
	{hush_reports_wish, "not-understood",
	 "nothing is changed by this, which tells what somebody said; if it is proposed, write: ... "
	 "proposes to ...", true, LEX_BIT(LEX_HISTORY)},
	{hush_says_little, "not-understood",
	 "nothing is changed by this; if it asks for a change, say it in a sentence", true, 0},
	{hush_finds_unwanted, "not-understood",
	 "this provision is found wanting, but nothing is asked for; if it is to go, say "
	 "\"delete\"", true, 0},
	{hush_may_be_words, "not-understood",
	 "this is passed over, since it is not clear that it asks for a change; if it does, say: "
	 "\"replace ... with ...\" or \"delete ...\", and quote the words", true,
	 LEX_BIT(LEX_QUOTE) | LEX_BIT(LEX_ACTION)},
	{hush_speaks_of_numbers, "not-understood",
	 "no number is changed by this; if provisions are to be numbered anew, say: \"renumber "
	 "accordingly\"", true, 0},
	{hush_wants_something, "not-understood",
	 "nothing is changed by this, though it may ask something of a provision; if it does, quote "
	 "the words and say what is to become of them", true, 0},
	{hush_quotes_beside, "not-understood", QUOTES_BESIDE, true,
	 LEX_BIT(LEX_QUOTE) | LEX_BIT(LEX_GROUP)},
	{hush_sets_due_beside, "not-understood", QUOTES_BESIDE, true, LEX_BIT(LEX_QUOTE)},
	{hush_wants_text_changed, "place-unknown",
	 "this asks for a change, but it is not clear of which text; name the paragraphs by their "
	 "numbers, or quote the words", false, LEX_BIT(LEX_ACTION)},
	{hush_quotes_order, "not-understood",
	 "an order is quoted here, and not carried out; if it is proposed, write it without the "
	 "quotation marks", true, LEX_BIT(LEX_QUOTE)},
	{hush_speaks_of_change, "not-understood",
	 "nothing is changed by this, though it speaks of a change; if it is proposed, write: ... "
	 "proposes to ...", true, LEX_BIT(LEX_ACTION)},
};

/* Refuses the sentence, or warns of it, by the first sign that it shows. */
static void tell_sign(struct hush *h)
{
	const struct sign *s = signs, *end = signs + sizeof signs / sizeof *signs;
	const struct lexed *l = h->t.g->cursor.lexed;
	while (s < end && ((s->needs && !lexed_may_have(l, s->needs)) || !s->shows(h)))
		s++;
	if (s == end || !s->code)
		return;
	struct reading *out = h->t.g->out;
	if (!s->warns)
		terse_refuse(&h->t, s->code, s->message);
	else
		out->puzzle = (struct puzzle){s->code, s->message, false, true, terse_sentence(&h->t)};
}

void break_silence(struct grammar *g, const struct mood *mood)
{
	redline_class const kind = g->out->kind;
	bool const reason = g->cursor.lexed->count && g->cursor.lexed->at[0].cls == LEX_REASON &&
	                    g->cursor.lexed->at[1].cls != LEX_NUMERAL; /* "Para 7: ..." */
	if (!g->cursor.lexed->count || reason)
		return;
	struct hush room, *h = &room; /* large: not cleared as a whole */
	terse_begin(&h->t, g);
	h->mood = mood;
	if (!h->t.at.count && g->out->has_places)
		place_set_copy(&h->t.at, &g->out->places);
	h->position = kind == REDLINE_POSITION;
	h->listed = g->around->nested && g->around->scope_count > 0 && !h->t.named;
	h->placed = h->listed || h->t.named || h->t.aside || mood->places > 0;
	struct puzzle const warned = g->out->puzzle;
	tell_sign(h);
	if (warned.code && (!g->out->puzzle.code || g->out->puzzle.warning))
		g->out->puzzle = warned;
	if (g->around->question)
		soften(g->out, kind);
}
