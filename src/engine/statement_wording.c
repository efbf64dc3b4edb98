/*
 * statement_wording.c -- wording that stands in blocks of its own, behind the sentence that
 * asks for it (statement_run.h).
 */
#include <unictype.h>

#include "envelope.h"
#include "listed.h"
#include "sentence.h"
#include "model/label.h"
#include "statement_run.h"

#define PROMISE_BYTES 60u /* longer wording is no mere "see annex" */

uint32_t next_text_block(const struct reading_run *r, uint32_t i)
{
	while (i < r->block_count && r->blocks[i].kind == REDLINE_BLANK)
		i++;
	return i;
}

/* Courtesy ends a wording as surely as an instruction does. */
static bool starts_as_written(lang_list openings, redline_bytes line)
{
	for (; openings && *openings; openings++)
		if (bytes_start(line, bytes_of(*openings)))
			return true;
	return false;
}

bool ends_wording(struct reading_run *r, uint32_t owner, uint32_t i)
{
	if (i >= r->block_count || r->blocks[i].kind == REDLINE_HEADING)
		return true;
	const redline_block *b = &r->blocks[i];
	if (is_list_item(&r->blocks[owner]) && is_list_item(b) &&
	    b->parent == r->blocks[owner].parent && b->dress == r->blocks[owner].dress &&
	    b->numeral == r->blocks[owner].numeral)
		return true;
	redline_bytes const line = bytes_in(r->s->text, b->body);
	if (starts_as_written(lexer_lang(r->lexer)->courtesies, line))
		return true;
	redline_bytes parties[2];
	uint32_t after;
	if (envelope_parties_of(r->lexer, r->s->text, b->body, parties, 2, &after))
		return true;
	redline_range const body = b->body;
	redline_range const first = first_sentence(r, body);
	struct reading *peeked = r->peeked;
	if (!read_sentence(r, first, peeked))
		return true;
	return peeked->kind == REDLINE_INSTRUCTION || peeked->kind == REDLINE_PUZZLE ||
	       peeked->kind == REDLINE_POSITION || peeked->proposer_count > 0;
}

/* "Kenya's proposal.", "Text to follow.": of few words, it may only say where others are. */
static bool may_promise(const struct reading_run *r, redline_bytes words)
{
	const struct lang *lang = lexer_lang(r->lexer);
	return words.len <= PROMISE_BYTES &&
	       (listed_within(lang->proposals, words) || listed_within(lang->promises, words) ||
	        listed_start(lang->no_wordings, words) + 1 >= words.len);
}

/* The bytes of blocks [from, to) as one text, block-quote marks left out. */
static redline_bytes unquoted_text(struct reading_run *r, uint32_t from, uint32_t to)
{
	redline_range all = {r->blocks[from].bytes.begin, r->blocks[to - 1].bytes.end};
	all = range_trim(r->s->text, all);
	if (!r->blocks[from].quoted)
		return bytes_in(r->s->text, all);
	char *out = arena_alloc(&r->s->arena, range_len(all));
	if (!out)
		return (redline_bytes){0};
	size_t len = 0;
	bool line_start = true;
	for (uint32_t at = all.begin; at < all.end; at++) {
		char const c = r->s->text.ptr[at];
		if (line_start && (c == '>' || is_blank(c)))
			continue;
		line_start = c == '\n';
		out[len++] = c;
	}
	return (redline_bytes){out, len};
}

/* How far the wording that begins at block n goes: to the block returned. */
static uint32_t wording_end(const struct reading_run *r, uint32_t n)
{
	uint32_t end = r->blocks[n].subtree_end;
	if (r->blocks[n].kind == REDLINE_HEADING)
		end = n + 1;
	if (r->blocks[n].quoted) {
		end = n;
		while (end < r->block_count &&
		       (r->blocks[end].quoted || r->blocks[end].kind == REDLINE_BLANK))
			end++;
	}
	while (end > n + 1 && r->blocks[end - 1].kind == REDLINE_BLANK)
		end--;
	return end;
}

/* Does block n ask for a change itself, so that it can hardly be the new wording? */
static bool orders(struct reading_run *r, uint32_t n)
{
	redline_range const body = r->blocks[n].body;
	redline_range const first = first_sentence(r, body);
	return !r->blocks[n].quoted && range_len(body) && read_sentence(r, first, r->peeked) &&
	       r->peeked->kind == REDLINE_INSTRUCTION;
}

/* "Amend section 5 as follows:", and then changes: the place of all that is listed. */
static void make_scope(struct reading *reading)
{
	const redline_amendment *m = &reading->amendments[0];
	place_set_clear(&reading->places);
	for (uint32_t i = 0; i < m->place_count && i < PLACES_MAX; i++)
		reading->places.at[reading->places.count++] = m->places[i];
	reading->has_places = true;
	reading->amends = true;
	reading->kind = REDLINE_SCOPE;
	reading->count = 0;
}

/* ""(4) Motor vehicle" means ...": a mark before the number of a wording whose other marks are
 * its own opens it, or a word of it, and nothing tells where that ends. */
static bool opens_at_label(const struct reading_run *r, uint32_t n)
{
	uint32_t const i = quotes_from(&r->quotes, r->blocks[n].body.begin);
	const struct quotation *q = i < r->quotes.count ? &r->quotes.at[i] : NULL;
	struct label label;
	return q && q->outer.begin == r->blocks[n].body.begin &&
	       label_scan(&label, r->s->text, q->inner.begin, q->inner.end, false) &&
	       label.unit == REDLINE_LABEL_PLAIN && label.dress != REDLINE_BARE;
}

/* What makes new wording in blocks [n, end) doubtful, if anything does. */
static struct puzzle doubt_of_wording(struct reading_run *r, const redline_operand *now,
                                      uint32_t owner, uint32_t n, uint32_t end)
{
	uint32_t const next = next_text_block(r, end);
	if (r->blocks[n].quoted)
		return (struct puzzle){0};
	if (opens_at_label(r, n))
		return (struct puzzle){"unbalanced-quotes",
		                       "it is not clear where the words that this quotation mark "
		                       "opens end",
		                       false, false, r->blocks[n].body};
	if (may_promise(r, now->words))
		return (struct puzzle){"wording-unclear",
		                       "this may only say what the new wording will be; put it in "
		                       "quotation marks, or \"> \" before its lines",
		                       false, false, now->source};
	if (!ends_wording(r, owner, next))
		return (struct puzzle){"wording-unclear",
		                       "it is not clear where the new wording ends; put it in "
		                       "quotation marks, or \"> \" before its lines",
		                       false, false, r->blocks[next].body};
	return (struct puzzle){0};
}

/* The new words of an amendment that stand in the blocks from n on; why not, if they don't. */
static struct puzzle take_blocks(struct reading_run *r, redline_amendment *m, uint32_t owner,
                                 uint32_t n)
{
	if (n >= r->block_count || r->blocks[n].kind == REDLINE_TABLE_ROW)
		return (struct puzzle){"new-words-missing", "the new words are missing", false,
		                       false, m->source};
	uint32_t const end = wording_end(r, n);
	redline_range const all = {r->blocks[n].bytes.begin, r->blocks[end - 1].bytes.end};
	m->new_words = (redline_operand){
		.words = unquoted_text(r, n, end),
		.source = range_trim(r->s->text, all),
		.present = true,
	};
	r->skip_to = end;
	return doubt_of_wording(r, &m->new_words, owner, n, end);
}

void take_wording(struct reading_run *r, struct reading *reading, uint32_t owner)
{
	uint32_t const n = next_text_block(r, owner + 1);
	bool const changes = n < r->block_count && orders(r, n);
	if (changes && reading->may_list && reading->count == 1) {
		make_scope(reading);
		return;
	}
	if (changes)
		reading->puzzle = (struct puzzle){
			"wording-unclear",
			"this asks for a change itself; if it is the new wording, put it in "
			"quotation marks, or \"> \" before its lines",
			false, false, r->blocks[n].body};
	else
		reading->puzzle =
			take_blocks(r, &reading->amendments[reading->count - 1], owner, n);
	if (reading->puzzle.code) {
		reading->kind = REDLINE_PUZZLE;
		reading->count = 0;
	}
}

/* ---- on the rest of the line ---- */

/* The first colon that a blank and further words follow; range.end if there is none. */
static uint32_t colon_within(const struct reading_run *r, redline_range range)
{
	redline_bytes const text = r->s->text;
	for (uint32_t at = range.begin; at + 2 < range.end; at++) {
		const char *colon = memchr(text.ptr + at, ':', range.end - 2 - at);
		if (!colon)
			break;
		at = (uint32_t)(colon - text.ptr);
		if (is_space(colon[1]))
			return at;
	}
	return range.end;
}

/* Does this ask for something itself, or quote? */
static bool is_more_than_words(struct reading_run *r, redline_range rest)
{
	uint32_t const q = quotes_from(&r->quotes, rest.begin);
	redline_range const first = first_sentence(r, rest);
	if (q < r->quotes.count && r->quotes.at[q].outer.begin < rest.end)
		return true;
	return !read_sentence(r, first, r->peeked) || r->peeked->puzzle.code ||
	       (r->peeked->kind != REDLINE_OTHER && r->peeked->kind != REDLINE_SCOPE);
}

/* One whole sentence, that begins and ends as such? */
static bool is_one_sentence(const struct reading_run *r, redline_range rest)
{
	redline_bytes const text = r->s->text;
	unsigned size;
	return text.ptr[rest.end - 1] == '.' && !uc_is_lower(utf8_at(text, rest.begin, &size)) &&
	       sentence_end(text, rest, &r->quotes, lexer_lang(r->lexer)) == rest.end;
}

#define MAY_WANT (LEX_BIT(LEX_ACTION) | LEX_BIT(LEX_PROPOSE) | LEX_BIT(LEX_NEW) | \
                  LEX_BIT(LEX_ANOTHER) | LEX_BIT(LEX_UNIT))

/* Has it a verb, or something new, that may want wording?  Most words before a colon have
 * none, and reading them would take as long as reading the sentence. */
static bool may_want_wording(const struct reading_run *r, redline_range lead)
{
	struct lexed lexed;
	unsigned tongue = r->tongue, rival;
	return speech_lex(r->speech, &r->s->arena, r->s->text, lead, &r->quotes, &tongue, &rival,
	                  &lexed) &&
	       lexed_may_have(&lexed, MAY_WANT);
}

/* Reads the words before the colon; true if they want those behind it. */
static bool lead_wants_wording(struct reading_run *r, redline_range lead)
{
	struct proposal const proposal = r->proposal;
	unsigned const tongue = r->sentence_tongue;
	bool const wants = read_sentence(r, lead, r->peeked) &&
	                   r->peeked->kind == REDLINE_INSTRUCTION && r->peeked->wants_wording &&
	                   r->peeked->count == 1 && !r->peeked->puzzle.code && !r->proposal.found;
	if (!wants) {
		r->proposal = proposal;
		r->sentence_tongue = tongue;
	}
	return wants;
}

bool read_on_line(struct reading_run *r, redline_range words, uint32_t owner,
                  redline_range *sentence, struct reading *reading)
{
	uint32_t const colon = colon_within(r, *sentence);
	if (colon == sentence->end)
		return false;
	redline_range const rest =
		range_trim(r->s->text, (redline_range){colon + 1, words.end});
	redline_range const lead = {words.begin, colon + 1};
	if (!range_len(rest) || !may_want_wording(r, lead) || !lead_wants_wording(r, lead))
		return false;
	if (!r->opening) /* large: one for all */
		r->opening = arena_alloc(&r->s->arena, sizeof *r->opening);
	if (!r->opening)
		return false;
	*r->opening = *r->peeked;
	struct proposal const proposal = r->proposal;
	unsigned const tongue = r->sentence_tongue;
	bool const more = is_more_than_words(r, rest);
	bool const clear = !more && is_one_sentence(r, rest) &&
	                   !may_promise(r, bytes_in(r->s->text, rest)) &&
	                   ends_wording(r, owner, next_text_block(r, owner + 1));
	r->proposal = proposal;
	r->sentence_tongue = tongue;
	if (more)
		return false;
	*reading = *r->opening;
	reading->wants_wording = false;
	if (clear) {
		reading->amendments[0].new_words = (redline_operand){
			.words = bytes_in(r->s->text, rest), .source = rest, .present = true};
		sentence->end = rest.end;
		return true;
	}
	refuse_reading(
		reading, "wording-unclear",
		"it is not clear where the new wording begins and ends; put it in quotation marks",
		rest);
	return true;
}

void record_wording(struct reading_run *r, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to && i < r->block_count; i++)
		if (r->blocks[i].kind != REDLINE_BLANK)
			add_sentence(r, r->blocks[i].body, REDLINE_WORDING, 0, 0);
}
