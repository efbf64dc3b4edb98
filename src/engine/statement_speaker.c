/*
 * statement_speaker.c -- who speaks from a block of the statement on (statement_run.h).
 *
 * "Japan: ..." speaks up to the next such line; "Japan" alone, or a title ("Statement by
 * Japan"), is a heading.  Somebody who isn't known by name speaks, too: what stands below
 * "Wakanda: ..." is not that of the one before, so it is nobody's.
 */
#include <string.h>

#include "beside.h"
#include "envelope.h"
#include "listed.h"
#include "place_table.h"
#include "speaker_lead.h"
#include "statement_run.h"

void no_speakers(struct speakers *who)
{
	*who = (struct speakers){.count = 0};
}

/* Somebody else speaks in block i, of places of their own; `alone`: below it, as below a
 * heading. */
static void begin_speech(struct reading_run *r, uint32_t i, bool alone,
                         const redline_bytes parties[], unsigned count)
{
	end_denial_by(r, i, alone);
	set_speakers(alone ? &r->heading : &r->line, parties, count);
	(alone ? &r->heading : &r->line)->stranger = !count;
	r->strangers |= !count;
	r->line_listed = is_list_item(&r->blocks[i]);
	r->line_placed = false;
	under_speaker(r, alone);
	if (alone) {
		no_speakers(&r->line);
		r->heading_level = 0;
		r->alone += count > 0;
	}
	r->current = topic_hear(r, i);
	r->lead = (struct scope){0};
}

void heed_heading(struct reading_run *r, uint32_t i)
{
	redline_bytes parties[SPEAKERS_MAX];
	uint32_t after;
	const redline_block *b = &r->blocks[i];
	topic_end(r, b);
	r->current = r->lead = (struct scope){0};
	no_speakers(&r->line);
	unsigned const count =
		envelope_parties_of(r->lexer, r->s->text, b->body, parties, SPEAKERS_MAX, &after);
	if (!count || after < b->body.end)
		return;
	set_speakers(&r->heading, parties, count);
	r->heading_level = b->level;
	r->current = topic_hear(r, i);
}

static bool is_title_again(const struct reading_run *r, const struct speaker_lead *lead)
{
	bool again = !r->line.count && !r->heading.count && r->title.count == lead->count;
	for (unsigned i = 0; again && i < lead->count; i++)
		again = bytes_equal(r->title.party[i], lead->parties[i]);
	return again;
}

/* "Statement by Kenya", below what was Japan's. */
static bool heed_title(struct reading_run *r, uint32_t i, bool *heard)
{
	struct speaker_lead lead;
	if (!speaker_title_read(&lead, speech_lexer(r->speech, r->tongue), &r->s->arena, r->s->text,
	                        r->blocks[i].body, &r->quotes))
		return false;
	bool const spoken = r->title.count || r->heading.count || r->line.count;
	*heard = lead.count || (lead.unclear && spoken);
	if (!*heard)
		return true;
	if (is_title_again(r, &lead)) {
		(void)topic_hear(r, i);
		return true;
	}
	if (r->title.count && r->topic.block > r->title_block)
		r->topic.place = (struct scope){0}; /* the one before named it */
	begin_speech(r, i, true, lead.parties, lead.count);
	no_speakers(&r->title);
	r->heading_level = r->blocks[i].kind == REDLINE_HEADING ? r->blocks[i].level : 0;
	return true;
}

#define ALONE_MANY 2u

/* May a line alone be the name of somebody whom no table has?  In the statement of one party it is
 * a heading: "Finance". */
static bool names_come_alone(const struct reading_run *r)
{
	return r->heading.count && !r->heading_level && r->alone >= ALONE_MANY;
}

/* "Wakanda:" in block b, below the line of a party that is led in so: a place in the one goes with a
 * place in the other, for "OP4 – Funding:" may be what it is about. */
static bool is_stranger(const struct reading_run *r, const redline_block *b, enum stranger name,
                        bool alone)
{
	if (!r->line.count && alone && name == STRANGER_NAMED)
		return names_come_alone(r);
	if (!r->line.count) /* no line to be taken for this one's, but perhaps the only party named */
		return name == STRANGER_ASIDE && !r->heading.count && !r->title.count;
	return name != STRANGER_NONE && r->line_listed == is_list_item(b) &&
	       (name == STRANGER_NAMED || r->line_placed);
}

/* "Japan, para 4: ...", "Wakanda: ..." */
static bool heed_lead_of(struct reading_run *r, uint32_t i, uint32_t *after, bool *named)
{
	struct speaker_lead lead;
	const redline_block *b = &r->blocks[i];
	if (!speaker_lead_read(&lead, speech_lexer(r->speech, r->tongue), &r->s->arena, r->s->text,
	                       b->body, &r->quotes))
		return false;
	bool const alone = lead.after == b->body.end && !is_list_item(b);
	bool const stranger = lead.unclear || is_stranger(r, b, lead.stranger, alone);
	if (!lead.count && !stranger)
		return true;
	lead.placed |= lead.count && range_len(b->label) && b->unit != REDLINE_LABEL_PLAIN;
	*named = lead.count && !lead.placed && lead.after < b->body.end;
	*after = *named ? lead.after : b->body.begin;
	begin_speech(r, i, alone, lead.parties, lead.count);
	r->line_placed = lead.placed || lead.at_place || lead.unclear;
	r->placed_lead = lead.placed ? i + 1 : 0;
	r->unclear = lead.unclear ? i + 1 : 0;
	return true;
}

/* "Wakanda" alone in block i, below what was said under the name of a party alone. */
static bool heed_strange_line(struct reading_run *r, uint32_t i, bool *heard)
{
	struct lexed l;
	const redline_block *b = &r->blocks[i];
	struct lexer *lexer = speech_lexer(r->speech, r->tongue);
	if (!names_come_alone(r) || b->kind == REDLINE_HEADING || b->lines != 1)
		return true;
	if (!lexer || !lex_sentence(lexer, &r->s->arena, r->s->text, b->body, &r->quotes, &l))
		return false;
	*heard = stranger_alone(lexer, r->s->text, &l);
	if (*heard)
		begin_speech(r, i, true, NULL, 0);
	return true;
}

/* "2. Statement by Kenya" */
static bool is_listed_title(const struct reading_run *r, const redline_block *b)
{
	unsigned size;
	return is_list_item(b) && range_len(b->body) && range_len(b->body) <= TITLE_BYTES &&
	       is_word_char(utf8_before(r->s->text, b->body.end, &size)) &&
	       listed_start(lexer_lang(r->lexer)->headings, bytes_in(r->s->text, b->body));
}

/* The column of a table's head that says whose the rows are, + 1; 0 if none or several do. */
static unsigned party_column(const struct reading_run *r, uint32_t head)
{
	struct cells cells;
	unsigned column = 0;
	table_cells(r->s->text, r->blocks[head].body, &cells);
	for (uint32_t i = 0; i < cells.count && i < CELLS_MAX; i++) {
		redline_range const cell = beside_without(r->s->text, cells.at[i], "*_ ", "*_: ");
		if (!listed(lang_party_heads, bytes_in(r->s->text, cell)))
			continue;
		if (column)
			return 0;
		column = i + 1;
	}
	return column;
}

/* Row i of a table, which may say whose it is, for itself alone. */
static void heed_row(struct reading_run *r, uint32_t i)
{
	struct cells cells;
	uint32_t after;
	if (i == 0 || r->blocks[i - 1].kind != REDLINE_TABLE_ROW)
		r->party_column = party_column(r, i);
	if (!r->party_column)
		return;
	table_cells(r->s->text, r->blocks[i].body, &cells);
	if (cells.count < r->party_column)
		return;
	redline_range const cell = cells.at[r->party_column - 1];
	unsigned const count = envelope_parties_of(r->lexer, r->s->text, cell, r->block.party,
	                                           SPEAKERS_MAX, &after);
	r->block.count = after == cell.end ? count : 0;
	r->block.stranger = !r->block.count && range_len(cell);
	r->strangers |= r->block.stranger;
}

/* "From: Kenya" where several mails stand one below the other. */
static bool heed_mail(struct reading_run *r, uint32_t i, bool *mail)
{
	struct letter from;
	*mail = false;
	if (!r->letter.several || r->blocks[i].quoted)
		return true;
	if (!letter_sender(&from, &r->s->arena, r->speech, r->s->text, r->blocks[i].body, &r->quotes,
	                   mail))
		return false;
	if (*mail)
		begin_speech(r, i, true, from.parties, from.count);
	return true;
}

bool heed_speaker(struct reading_run *r, uint32_t i, uint32_t *after, bool *named)
{
	redline_bytes parties[SPEAKERS_MAX];
	const redline_block *b = &r->blocks[i];
	*named = false;
	*after = b->body.begin;
	bool mail;
	if (!heed_mail(r, i, &mail))
		return false;
	if (mail || in_mail_head(r, b)) /* "To: Permanent Mission of Kenya" */
		return true;
	if (b->kind == REDLINE_TABLE_ROW) {
		heed_row(r, i);
		return true;
	}
	unsigned const count =
		envelope_parties_of(r->lexer, r->s->text, b->body, parties, SPEAKERS_MAX, after);
	bool const heading = b->kind == REDLINE_HEADING;
	*named = count && *after < b->body.end;
	if (count && (*named || !heading))
		begin_speech(r, i, !*named && !is_list_item(b), parties, count);
	if (count || b->quoted)
		return true;
	bool heard = heading;
	bool const titular = is_titular(r, b) || is_listed_title(r, b) || ends_with_aside(r, b) ||
	                     (!is_list_item(b) && leads_on(r->s->text, b->body));
	if (titular && !heed_title(r, i, &heard))
		return false;
	if (titular && !heard && !heed_strange_line(r, i, &heard))
		return false;
	return heard || heed_lead_of(r, i, after, named);
}

#define FLOOR_BYTES 60u /* in which the next speaker is named */

/* "Chair: Thank you, Kenya. Japan?": the floor is given, so what follows is not the chair's. */
static bool gives_floor(const struct reading_run *r, const redline_block *b)
{
	redline_bytes const text = r->s->text;
	redline_range words = range_trim(text, b->body);
	while (range_len(words) && memchr("?.!:", text.ptr[words.end - 1], 4))
		words.end--;
	uint32_t const least =
		range_len(words) > FLOOR_BYTES ? words.end - FLOOR_BYTES : words.begin;
	for (uint32_t at = words.end; at > least; at--) {
		uint32_t len;
		bool const starts = at == words.begin || !is_word_byte(text.ptr[at - 1]);
		if (starts && at < words.end &&
		    lex_party(r->lexer, text, (redline_range){at, words.end}, &len) >= 0)
			return at + len == words.end;
	}
	return false;
}

void heed_spoken(struct reading_run *r, uint32_t i)
{
	const redline_block *b = &r->blocks[i];
	if (r->line.count && is_organ(r->line.party[0]) && gives_floor(r, b)) {
		no_speakers(&r->line);
		r->line.stranger = r->strangers = true;
	}
	if (r->placed_lead == i + 1 && r->block_named)
		topic_set(r, i);
	if (r->unclear == i + 1 && r->block.count) /* "Kenya (on behalf of the Group): ..." */
		set_speakers(&r->line, r->block.party, r->block.count);
	if (b->kind == REDLINE_HEADING && r->heading_level && b->level <= r->heading_level &&
	    r->topic.speaker != i + 1 && !r->block_named && !r->title.count) {
		/* another part begins */
		no_speakers(&r->heading);
		r->strangers = true;
	}
}
