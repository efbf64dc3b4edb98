/*
 * statement_topic.c -- what several speak of in turn (statement_run.h).
 *
 *     OP1                      ## OP1                   Chair: Let us look at OP1.
 *     Japan: delete ...        ### Japan                Japan: delete ...
 *     Kenya: delete ...        delete ...               Kenya: delete ...
 *
 * A speaker says places of their own, and another's are none of theirs; but one that nobody
 * has named, or whoever is in the chair, holds for all who speak below it.
 */
#include "beside.h"
#include "listed.h"
#include "statement_run.h"

#define BLANKS      " \t\n\r\f\v"

void topic_end(struct reading_run *r, const redline_block *heading)
{
	if (heading->level <= r->topic.level)
		r->topic.place = (struct scope){0};
}

/* How much was asked for or said of provisions so far. */
static size_t said_so_far(const struct reading_run *r)
{
	return r->s->amendments.len + r->s->positions.len;
}

struct scope topic_hear(struct reading_run *r, uint32_t i)
{
	r->topic.speaker = i + 1;
	r->topic.heard = said_so_far(r);
	r->topic.shared = r->topic.place.count > 0;
	return r->topic.place;
}

/* "OP4. Invites all States to support the Fund": a provision as the draft has it, it seems. */
static bool begins_with_label(const redline_block *b, const redline_sentence *first)
{
	return first->kind == REDLINE_SCOPE && range_len(b->label) &&
	       first->source.begin >= b->label.begin && first->source.end <= b->body.begin;
}

/* The words without the blanks and marks of emphasis around them. */
static redline_bytes bare(redline_bytes words)
{
	redline_range const all = {0, (uint32_t)words.len};
	return bytes_in(words, beside_without(words, all, BLANKS "*_#>", BLANKS "*_:."));
}

/* "let us turn to", or nothing: what follows is what is spoken of. */
static bool leads_up(redline_bytes before)
{
	before = bare(before);
	return !before.len || listed(lang_topic_leads, before);
}

#define MORE_WORDS 2u /* behind a comma, which is counted: "OP4, please." */

/* Behind the place: nothing, "now", or what it is about, parted from it. */
static bool leaves_off(redline_bytes after)
{
	after = bare(after);
	unsigned size;
	if (!after.len)
		return true;
	uint32_t const cp = utf8_at(after, 0, &size);
	if (is_word_char(cp))
		return bytes_words(after) == 1 && listed(lang_topic_leads, after);
	return cp == ',' ? bytes_words(after) <= MORE_WORDS : cp != '[';
}

/* Is this sentence, behind who says it, the place and nothing that is said of it? */
static bool is_place_alone(const struct reading_run *r, const redline_sentence *said, bool named)
{
	const struct scope *scope = &r->base;
	redline_bytes const text = r->s->text;
	redline_range const words = said->source;
	redline_range const first = scope->places[0].source;
	redline_range const last = scope->places[scope->count - 1].source;
	if ((named && scope->count > 1) || first.begin < words.begin || last.end > words.end || last.end < first.end)
		return false;
	redline_bytes before = bytes_in(text, (redline_range){words.begin, first.begin});
	const char *colon = named && before.len ? memchr(before.ptr, ':', before.len) : NULL;
	if (colon)
		before = (redline_bytes){colon + 1, (size_t)(before.ptr + before.len - colon - 1)};
	return leads_up(before) && leaves_off(bytes_in(text, (redline_range){last.end, words.end}));
}

/* Does block b, with the sentences from `first` on, name a place and ask for nothing? */
static bool only_names(const struct reading_run *r, const redline_block *b, bool named, size_t first)
{
	const redline_sentence *all = r->s->sentences.at, *scope = NULL;
	size_t const count = r->s->sentences.len;
	if (first >= count || !r->block_named || !r->base.count)
		return false;
	if (begins_with_label(b, &all[first])) {
		for (size_t k = first; k < count; k++)
			if (all[k].kind == REDLINE_INSTRUCTION || all[k].kind == REDLINE_PUZZLE)
				return false;
		return true;
	}
	for (size_t k = first; k < count; k++) {
		if (all[k].kind != REDLINE_SCOPE && all[k].kind != REDLINE_OTHER)
			return false;
		if (all[k].kind == REDLINE_SCOPE && scope)
			return false;
		scope = all[k].kind == REDLINE_SCOPE ? &all[k] : scope;
	}
	return scope && is_place_alone(r, scope, named);
}

/* Is the place said of what all speak of, and not by the one who spoke last? */
static bool is_common(struct reading_run *r, bool titular)
{
	if (!r->line.count && !r->heading.count)
		return true;
	if (!titular || !r->topic.shared)
		return false;
	bool const silent = said_so_far(r) == r->topic.heard; /* "Japan", and below it "OP1" */
	r->topic.shared = !silent;
	return !silent;
}

bool ends_with_aside(const struct reading_run *r, const redline_block *b)
{
	unsigned size;
	redline_range const body = range_trim(r->s->text, b->body);
	uint32_t const last = range_len(body) ? utf8_before(r->s->text, body.end, &size) : 0;
	return range_len(body) <= TITLE_BYTES && (last == ')' || last == ']' || last == 0xFF09);
}

/* "OP4", "Comments on OP4:" */
static bool is_line_of_place(const struct reading_run *r, const redline_block *b)
{
	bool const bare = !range_len(b->body) && range_len(b->label);
	return bare || is_titular(r, b) || ends_with_aside(r, b) ||
	       leads_on(r->s->text, b->body);
}

static bool has_letters(redline_bytes words)
{
	unsigned size;
	for (size_t at = 0; at < words.len; at += size)
		if (is_word_char(utf8_at(words, at, &size)))
			return true;
	return false;
}

/* "Any other matters", "---", "OP3 [agreed]": who speaks below it may speak of something else. */
static bool ends_topic(const struct reading_run *r, const redline_block *b, size_t first)
{
	bool names = false;
	for (size_t k = first; k < r->s->sentences.len; k++)
		names |= r->s->sentences.at[k].kind == REDLINE_SCOPE;
	return names || is_line_of_place(r, b) || !has_letters(bytes_in(r->s->text, b->body));
}

void topic_set(struct reading_run *r, uint32_t i)
{
	const redline_block *b = &r->blocks[i];
	r->topic.place = r->base;
	r->topic.block = i;
	r->topic.level = b->kind == REDLINE_HEADING ? b->level : PLAIN_LEVEL;
}

void topic_heed(struct reading_run *r, uint32_t i, bool named, size_t first)
{
	const redline_block *b = &r->blocks[i];
	bool const chaired = named && r->line.count && is_organ(r->line.party[0]);
	if (is_list_item(b) || (i + 1 == r->topic.speaker && !chaired))
		return;
	if (!only_names(r, b, named, first)) {
		if (chaired || ends_topic(r, b, first))
			r->topic.place = (struct scope){0};
		return;
	}
	if (!named && !is_common(r, is_line_of_place(r, b)))
		return;
	if (!named) {
		no_speakers(&r->line);
		no_speakers(&r->heading);
	}
	topic_set(r, i);
}
