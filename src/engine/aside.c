/*
 * aside.c -- what is said of words besides the change itself: that they are found
 * wanting ("“a” is redundant: delete"), that their footnote goes along, that their
 * form should be another.
 */
#define _GNU_SOURCE /* memmem */

#include "clause.h"

#include <stdio.h>

/* ---- the words found wanting ---- */

/* Does the verb come right behind what was said of the words: "...: delete", "...; replace it"? */
static bool is_about_subject(const struct frame *f)
{
	return f->subject.present && (f->pronoun || f->judged) && !f->object_count &&
	       !f->units.count && !f->from.present && !f->instead.present && !f->for_.present;
}

/* "Cooperation and assistance ...": the quotation leaves words out. */
static bool is_cut_short(redline_bytes words)
{
	return memmem(words.ptr, words.len, "...", 3) || memmem(words.ptr, words.len, "\u2026", 3);
}

void settle_subject_words(struct grammar *g, struct frame *f)
{
	bool const changes = f->verb == VERB_DELETE || f->verb == VERB_REPLACE ||
	                     f->verb == VERB_SUBSTITUTE || f->verb == VERB_CHANGE ||
	                     f->verb == VERB_BRACKET || f->verb == VERB_PUT;
	bool const beside = f->object_count || f->instead.present || f->for_.present ||
	                    f->anchor.present;
	(void)g;
	/* "Paragraph 5: “as it reads now”: delete “a”": it must read so */
	if ((changes || f->verb == VERB_INSERT) && f->subject.present && !f->judged && beside &&
	    !f->context.present && !is_cut_short(f->subject.words)) {
		f->context = f->subject;
		return;
	}
	if (!changes || !is_about_subject(f))
		return;
	f->object[0] = f->subject;
	f->object_count = 1;
	f->text_noun = false;
}

/* ---- the footnote that goes along ---- */

bool mean_note(struct grammar *g, const struct frame *f)
{
	struct reading *out = g->out;
	if (!f->note_too || f->object_count || f->units.count || f->from.present || !out->count)
		return false;
	redline_amendment *last = &out->amendments[out->count - 1];
	if (last->action != REDLINE_DELETE || !last->old_words.present)
		return false;
	last->with_footnote = true;
	return true;
}

/* ---- another form ---- */

/* The word with one ending for another; false if it doesn't end so. */
static bool change_ending(redline_bytes word, const char *from, const char *to, char *buf,
                          size_t size)
{
	size_t const cut = strlen(from);
	if (word.len <= cut || memcmp(word.ptr + word.len - cut, from, cut) != 0)
		return false;
	(void)snprintf(buf, size, "%.*s%s", (int)(word.len - cut), word.ptr, to);
	return true;
}

/* Both forms of a word; which of them was written can't be known. */
static bool both_numbers(const struct lang *lang, redline_bytes word, char *singular, char *plural,
                         size_t size)
{
	if (!lang->numbers || word.len == 0 || word.len > 40 || memchr(word.ptr, ' ', word.len))
		return false;
	(void)snprintf(singular, size, "%.*s", (int)word.len, word.ptr);
	(void)snprintf(plural, size, "%.*s", (int)word.len, word.ptr);
	for (lang_list p = lang->numbers; p[0]; p += 2)
		if (change_ending(word, p[0], p[1], singular, size))
			return true;
	for (lang_list p = lang->numbers; p[0]; p += 2)
		if (change_ending(word, p[1], p[0], plural, size))
			return true;
	return false;
}

/* The only quotation of the sentence; absent if there is none or more. */
static redline_bytes only_quotation(const struct grammar *g)
{
	redline_bytes found = {0};
	uint32_t count = 0;
	for (uint32_t i = 0; i < g->cursor.lexed->count; i++) {
		const struct lexeme *x = &g->cursor.lexed->at[i];
		if (x->cls != LEX_QUOTE)
			continue;
		found = quotation_words(&g->cursor.quotes->at[x->value], g->cursor.text,
		                        g->cursor.arena);
		count++;
	}
	return count == 1 ? found : (redline_bytes){0};
}

/* The amendment to write instead, from the words and their place. */
static const char *propose_number(struct grammar *g, enum vague which, const struct place_set *at)
{
	char singular[64], plural[64], place[160] = "", text[400];
	redline_bytes const word = only_quotation(g);
	if (!word.len || !both_numbers(cursor_lang(&g->cursor), word, singular, plural,
	                               sizeof singular))
		return NULL;
	if (at->count == 1)
		(void)redline_place_text(&at->at[0], place, sizeof place);
	bool const one = which == VAGUE_SINGULAR;
	(void)snprintf(text, sizeof text,
	               "the form of a word is not changed by itself; write: %s%s%sreplace \"%s\" with "
	               "\"%s\"",
	               place[0] ? "in " : "", place, place[0] ? ", " : "", one ? plural : singular,
	               one ? singular : plural);
	char *copy = arena_alloc(g->cursor.arena, strlen(text) + 1);
	if (copy)
		memcpy(copy, text, strlen(text) + 1);
	return copy;
}

const char *vague_message(struct grammar *g, const struct place_set *places)
{
	const struct lexed *l = g->cursor.lexed;
	const char *message = NULL;
	for (uint32_t i = 0; i < l->count && !message; i++)
		if (l->at[i].cls == LEX_VAGUE && l->at[i].value != VAGUE_PLAIN)
			message = propose_number(g, (enum vague)l->at[i].value, places);
	return message ? message : "no change of words can be read off this";
}

void refuse_vague(struct grammar *g)
{
	const struct frame *f = g->f;
	puzzle(g, "not-understood", vague_message(g, f->places.count ? &f->places : &f->units),
	       peek(g, 0)->range, false);
}
