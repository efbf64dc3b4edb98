/*
 * statement_choice.c -- items and sentences of which only one is asked for (statement_run.h).
 *
 *     (a) delete "big"; or
 *     (b) delete "small".
 *
 * Of the first the "or" tells; the others look like orders of their own.  What one item says of
 * another holds for all of its list, since it is not known which of them it leaves open.
 */
#include "lang/common.h"
#include "listed.h"
#include "statement_run.h"

/* Do these words end with an "or"? */
static bool ends_with_choice(redline_bytes words)
{
	size_t const n = common_item_joint(words);
	redline_bytes const last = {words.ptr + words.len - n, n};
	unsigned size;
	bool const parted = n < words.len && !is_word_char(utf8_before(words, words.len - n, &size));
	return n && (parted || n == words.len || utf8_at(last, 0, &size) >= 0x2E80) &&
	       common_item_choice(last);
}

/* "Failing that, ...", "Or ..." */
static bool begins_with_choice(const struct reading_run *r, redline_bytes words)
{
	size_t const n = listed_words_start(&lexer_lists(r->lexer)->fallbacks, words);
	unsigned size;
	return n && (n == words.len || !is_word_char(utf8_at(words, n, &size)) ||
	             utf8_at(words, 0, &size) >= 0x2E80);
}

/* "delete “a”; failing that,": does a part of what stands behind the last quotation say so? */
static bool leads_to_choice(const struct reading_run *r, redline_range body)
{
	redline_bytes const text = r->s->text;
	uint32_t const q = quotes_from(&r->quotes, body.end);
	bool const quoted = q && r->quotes.at[q - 1].outer.end > body.begin;
	uint32_t at = quoted ? r->quotes.at[q - 1].outer.end : body.begin;
	if (!range_len(body) || text.ptr[body.end - 1] != ',')
		return false;
	while (at < body.end) {
		while (at < body.end && (is_space(text.ptr[at]) || text.ptr[at] == ',' || text.ptr[at] == ';'))
			at++;
		redline_range const rest = {at, body.end};
		if (range_len(rest) && begins_with_choice(r, bytes_in(text, rest)))
			return true;
		while (at < body.end && text.ptr[at] != ',' && text.ptr[at] != ';')
			at++;
	}
	return false;
}

static bool leaves_choice(const struct reading_run *r, uint32_t i)
{
	redline_range const body = range_trim(r->s->text, r->blocks[i].body);
	redline_bytes const words = bytes_in(r->s->text, body);
	return begins_with_choice(r, words) || ends_with_choice(words) || leads_to_choice(r, body);
}

/* "or" in a paragraph of its own, between two items. */
static bool is_bare_choice(const struct reading_run *r, uint32_t i)
{
	redline_bytes const words =
		bytes_in(r->s->text, range_trim(r->s->text, r->blocks[i].body));
	return r->blocks[i].kind == REDLINE_PARAGRAPH && words.len &&
	       common_item_choice(words);
}

/*
 * Items of one list belong together: each knows the first of them, and that one whether there
 * is a choice.  One pass over all blocks.
 */
bool find_choices(struct reading_run *r)
{
	uint32_t const n = r->block_count;
	struct choice_list *lists = arena_array(&r->s->arena, (size_t)n + 1, sizeof *lists);
	uint32_t *last = arena_array(&r->s->arena, (size_t)n + 1, sizeof *last);
	if (!lists || !last)
		return false;
	for (uint32_t i = 0; i <= n; i++)
		last[i] = REDLINE_NONE;
	uint32_t begin = 0; /* no item before it is in a list that goes on */
	for (uint32_t i = 0; i < n; i++) {
		const redline_block *b = &r->blocks[i];
		if (b->kind == REDLINE_BLANK)
			continue;
		uint32_t *before = &last[b->parent == REDLINE_NONE ? n : b->parent];
		if (!is_list_item(b)) {
			bool const joins = is_bare_choice(r, i) && *before != REDLINE_NONE && *before >= begin;
			if (joins)
				lists[lists[*before].first].choice = true;
			begin = joins ? begin : i + 1;
			continue;
		}
		lists[i].first = *before != REDLINE_NONE && *before >= begin ? lists[*before].first : i;
		*before = i;
		lists[lists[i].first].choice |= leaves_choice(r, i);
	}
	r->choices = lists;
	return true;
}

bool in_choice(const struct reading_run *r, uint32_t i)
{
	return is_list_item(&r->blocks[i]) && r->choices[r->choices[i].first].choice;
}

void heed_choice(struct reading_run *r, redline_range range, struct reading *reading)
{
	bool const asks = reading->kind == REDLINE_INSTRUCTION;
	bool const falls_back = (asks || reading->kind == REDLINE_PUZZLE) &&
	                        begins_with_choice(r, bytes_in(r->s->text, range)) &&
	                        take_back_last(r, range, "alternatives", SEVERAL_ASKED);
	if ((r->alternative && asks) || falls_back)
		refuse_reading(reading, "alternatives", SEVERAL_ASKED, range);
}
