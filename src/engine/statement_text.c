/*
 * statement_text.c -- the text that a statement says it is about (statement_run.h).
 *
 *     Amendments to the Convention on Lakes        On the Convention on Lakes: in article 4, ...
 *
 * A title, or a lead, says so of all that stands below it, until another one does; what an
 * amendment begins with says so of that one alone.  Whether the draft is that text only the
 * draft can tell (land_text_named.c).
 */
#include "lang/lang.h"
#include "listed.h"
#include "statement_run.h"
#include "text_name.h"

#define LEAD_BYTES  240u /* a longer sentence is no title */
#define OPENING_MAX 100u /* of a sentence, up to its first comma or colon */

/* From `begin` on amendments are of the text that these words name, or of the draft. */
static void name_from(struct reading_run *r, uint32_t begin, const struct text_named *named)
{
	struct text_named *slot = VEC_PUSH(&r->texts);
	if (!slot)
		return;
	*slot = *named;
	slot->begin = begin;
}

static struct text_named named_now(const struct reading_run *r)
{
	return r->texts.len ? r->texts.at[r->texts.len - 1] : (struct text_named){.level = 0};
}

/* Up to where words are quoted, or the first mark that ends a lead. */
static redline_range opening_of(redline_bytes text, redline_range sentence)
{
	static const char marks[] = ",:\"\xEF\xE2\xC2"; /* or the first bytes of one */
	redline_bytes const few = {marks, sizeof marks - 1};
	uint32_t most =
		range_len(sentence) < OPENING_MAX ? sentence.end : sentence.begin + OPENING_MAX;
	unsigned size;
	while (most < sentence.end && ((unsigned char)text.ptr[most] & 0xC0) == 0x80)
		most++; /* not into a character */
	for (uint32_t at = sentence.begin; at < most; at += size) {
		at = bytes_find_any(text, at, most, few);
		uint32_t const cp = at < most ? utf8_at(text, at, &size) : ',';
		if (cp == ',' || cp == ':' || cp == 0xFF1A || cp == 0xFF0C || cp == '"' ||
		    cp == 0x201C || cp == 0xAB)
			return (redline_range){sentence.begin, at};
	}
	return (redline_range){sentence.begin, sentence.begin};
}

/* Is the lead nothing but the name: "Convention on Lakes", "Harbours Act 1998 (c. 2)"? */
static bool is_name_alone(redline_bytes text, redline_range lead, const struct text_name *name)
{
	redline_range const before = {lead.begin, name->range.begin};
	redline_range const after = {name->range.end, lead.end};
	unsigned size, depth = 0;
	for (uint32_t at = after.begin; at < after.end; at += size) {
		uint32_t const cp = utf8_at(text, at, &size);
		depth = cp == '(' ? depth + 1 : depth - (cp == ')' && depth);
		if (!depth && is_word_char(cp))
			return false;
	}
	return text_name_leads(text, before, name);
}

#define COMPOUND_BYTES 10u /* of "Wassergesetz", at least */

/* May a text be called by its name there?  Most sentences have no noun for one: none of
 * those that any language has, nor a long word with a capital or one beyond ASCII, which may
 * end in one. */
static bool may_name(const struct reading_run *r, redline_range lead)
{
	redline_bytes const words = bytes_in(r->s->text, lead);
	for (size_t at = 0; at < words.len;) {
		redline_bytes const rest = {words.ptr + at, words.len - at};
		struct byte_bits const bits = bytes_bits(rest);
		uint32_t const run = bits_run(bits.plain);
		if (bits.beyond || (run >= COMPOUND_BYTES && is_upper(rest.ptr[0])))
			return true;
		at += run + 1;
	}
	return listed_words_within(&lexer_lists(r->lexer)->text_nouns, words, false);
}

/* "On the Convention on Lakes, ...": what this one sentence is about. */
static void heed_opening(struct reading_run *r, redline_range sentence)
{
	redline_bytes const text = r->s->text;
	redline_range const lead = opening_of(text, sentence);
	struct text_name name;
	if (!may_name(r, lead) || !text_name_find(text, lead, &name) ||
	    !text_name_leads(text, (redline_range){lead.begin, name.range.begin}, &name) ||
	    !(utf8_large_at(text, name.range.begin) || name.lang->solid || name.lang->name_behind))
		return;
	struct text_named const outer = named_now(r);
	struct text_named const own = {.words = bytes_in(text, lead), .level = outer.level};
	name_from(r, sentence.begin, &own);
	name_from(r, sentence.end, &outer);
}

/* A heading, or a line in which no sentence ends. */
static bool is_title_line(const struct reading_run *r, const redline_block *b)
{
	unsigned size;
	if (b->kind == REDLINE_HEADING)
		return true;
	if (is_list_item(b) || b->kind == REDLINE_TABLE_ROW || !range_len(b->body))
		return false;
	uint32_t const last = utf8_before(r->s->text, b->body.end, &size);
	return last == ')' || is_word_char(last);
}

void heed_text(struct reading_run *r, const struct reading *reading, redline_range sentence)
{
	redline_bytes const text = r->s->text;
	if (reading->kind == REDLINE_INSTRUCTION) {
		heed_opening(r, sentence);
		return;
	}
	const redline_block *b = &r->blocks[block_of(r, sentence.end)];
	bool const heading = b->kind == REDLINE_HEADING;
	uint8_t const level = heading ? b->level : PLAIN_LEVEL;
	struct text_named const none = {.level = 0};
	struct text_name name;
	bool noun;
	if (heading && level <= named_now(r).level)
		name_from(r, sentence.begin, &none);
	if (range_len(sentence) > LEAD_BYTES ||
	    (!is_title_line(r, b) && !leads_on(text, sentence)))
		return;
	bool const amends = text_name_amends(text, sentence, &noun);
	bool const found = text_name_find(text, sentence, &name);
	if (found && (amends || is_name_alone(text, sentence, &name)))
		name_from(r, sentence.begin,
		          &(struct text_named){.words = bytes_in(text, sentence),
		                               .loose = !amends,
		                               .level = level});
	else if (amends && noun) /* "Amendments to the draft resolution" */
		name_from(r, sentence.begin, &none);
}

void give_texts(struct reading_run *r)
{
	size_t next = 0;
	struct text_named now = {.level = 0};
	for (size_t i = 0; r->texts.len && i < r->s->amendments.len; i++) {
		redline_amendment *m = &r->s->amendments.at[i];
		while (next < r->texts.len && r->texts.at[next].begin <= m->source.begin)
			now = r->texts.at[next++];
		m->text_named = now.words;
		m->text_loosely = now.loose;
	}
}
