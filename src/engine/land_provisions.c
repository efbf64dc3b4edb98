/*
 * land_provisions.c -- whole provisions, rewritten and deleted.  See landing.h.
 */
#define _GNU_SOURCE /* memmem */

#include "landing.h"

#include "base/buf.h"
#include "base/bytes.h"
#include "marked.h"

/* Does a wording of several lines hold provisions of its own? */
static bool has_parts(struct landing *n, redline_bytes words)
{
	redline_draft *mini = landing_read(n, words);
	if (!mini)
		return false;
	uint32_t texts = 0;
	for (uint32_t i = 0; i < redline_draft_count(mini); i++)
		texts += redline_draft_blocks(mini)[i].kind != REDLINE_BLANK;
	redline_draft_free(mini);
	return texts > 1;
}

/* "... every year.[^1]": with a reference there, all of the end has been given. */
static bool ends_with_reference(redline_bytes words)
{
	size_t at = words.len;
	if (!at || words.ptr[at - 1] != ']')
		return false;
	while (at > 0 && words.ptr[at - 1] != '[')
		at--;
	return at > 0 && words.ptr[at] == '^';
}

/* "...; and", "..., or": what joins an item of a list to the next closes it. */
static bool ends_as_item(redline_bytes words)
{
	static const char *const joiners[] = {"and", "or"};
	for (unsigned i = 0; i < 2; i++) {
		size_t const len = strlen(joiners[i]);
		if (words.len <= len || memcmp(words.ptr + words.len - len, joiners[i], len) != 0)
			continue;
		size_t at = words.len - len;
		while (at > 0 && is_space(words.ptr[at - 1]))
			at--;
		if (at > 0 && at < words.len - len &&
		    (words.ptr[at - 1] == ';' || words.ptr[at - 1] == ','))
			return true;
	}
	return false;
}

/* The old text's closing mark, if the new words have none of their own. */
static redline_bytes keep_closing(struct landing *n, redline_range old, redline_bytes words)
{
	if (!words.len || ends_with_reference(words))
		return words;
	unsigned size;
	uint32_t const last = utf8_before(words, words.len, &size);
	if (ends_as_item(words) ||
	    (!is_word_char(last) && last != ')' && last != 0x201D && last != '"' && last != ']'))
		return words;
	uint32_t const end = range_trim(n->l->text, old).end;
	bool stop;
	uint32_t const closing = landing_closing_begin(n, old, &stop);
	if (closing >= end)
		return words;
	redline_bytes const mark = bytes_in(n->l->text, (redline_range){closing, end});
	report_add(n->l->report, REDLINE_NOTE, "closing-mark",
	           landing_in_draft((redline_range){closing, end}),
	           "the new words have no closing mark, so this one is kept");
	return landing_join3(n, words, mark, LANDING_NOTHING);
}

static bool refuse_other_label(struct landing *n)
{
	return landing_refuse(n, "label-differs", landing_at_words(n, &n->m->new_words),
	                      "the new wording carries another number than the provision it "
	                      "replaces");
}

static bool rewrite_text(struct landing *n, const struct area *area)
{
	redline_range const r = range_trim(n->l->text, area->range);
	redline_bytes words = landing_trimmed(landing_with_eol(n, n->m->new_words.words));
	bool const heading = n->l->blocks[area->block].kind == REDLINE_HEADING;
	if (heading) {
		while (words.len && (words.ptr[0] == '#' || is_blank(words.ptr[0])))
			words = (redline_bytes){words.ptr + 1, words.len - 1};
		if (n->m->new_words.ends_sentence && words.len && words.ptr[words.len - 1] == '.' &&
		    n->l->text.ptr[r.end - 1] != '.')
			words.len--;
		if (memchr(words.ptr, '\n', words.len))
			return landing_refuse(n, "not-understood",
			                      landing_at_words(n, &n->m->new_words),
			                      "a heading is one line");
		if (!landing_heading_without_label(n, area->block, &words))
			return refuse_other_label(n);
	} else {
		/* the lead-in of (2) may be given with its number, "(2) The fee is:" */
		if (area->unit == REDLINE_CHAPEAU && range_len(n->l->blocks[area->block].core) &&
		    !landing_without_labels(n, area->block, words, &words))
			return refuse_other_label(n);
		words = keep_closing(n, r, landing_trimmed(words));
	}
	landing_add_plain(n, r, words);
	return true;
}

/* New parts take the indent of the old ones, if they came without any. */
static redline_bytes indented(struct landing *n, uint32_t block, redline_bytes words)
{
	uint32_t const child =
		landing_blanks_end(n, block + 1, n->l->blocks[block].subtree_end);
	const redline_block *c = &n->l->blocks[child];
	uint32_t stop = c->bytes.begin;
	while (stop < c->bytes.end && is_blank(n->l->text.ptr[stop]))
		stop++;
	redline_bytes const indent = bytes_in(n->l->text, (redline_range){c->bytes.begin, stop});
	struct buf out = {0};
	size_t at = 0;
	while (at < words.len) {
		const char *nl = memchr(words.ptr + at, '\n', words.len - at);
		size_t const end = nl ? (size_t)(nl - words.ptr) + 1 : words.len;
		bool const bare = at > 0 && !is_space(words.ptr[at]);
		if (bare)
			buf_bytes(&out, indent);
		buf_add(&out, words.ptr + at, end - at);
		at = end;
	}
	redline_bytes const copy =
		out.failed ? LANDING_NOTHING : arena_copy(n->l->arena, buf_view(&out));
	n->edits->failed |= out.failed;
	buf_release(&out);
	return copy;
}

static redline_bytes laid_out(struct landing *n, const struct area *area, redline_bytes words,
                              bool old_parts)
{
	const redline_block *b = &n->l->blocks[area->block];
	redline_bytes const prefix =
		bytes_in(n->l->text, (redline_range){b->bytes.begin, b->body.begin});
	redline_bytes const laid = landing_laid_out(n, area->block, b->indent, prefix, words);
	return laid.ptr == words.ptr && old_parts ? indented(n, area->block, words) : laid;
}

/* Behind a bare number, as "(b)" on its own line: would text touch it?  "(b)(1) ..." may. */
static bool runs_into(struct landing *n, uint32_t at, redline_bytes words)
{
	redline_bytes core, rest;
	return words.len && !is_space(words.ptr[0]) && !is_space(n->l->text.ptr[at - 1]) &&
	       !landing_own_label(n, words, &core, &rest);
}

/* What a provision's own text ends with; 0 if it has none. */
static uint32_t last_mark(const struct landing *n, const redline_block *b)
{
	redline_range const own = range_trim(n->l->text, b->body);
	unsigned size;
	return range_len(own) ? utf8_before(n->l->text, own.end, &size) : 0;
}

static bool is_colon(uint32_t cp)
{
	return cp == ':' || cp == 0xFF1A;
}

/*
 * What ends with a stop or semicolon can't introduce the sub-paragraphs that the old text
 * led in with a colon or a dash, or with its mere number: given with that number, it stands for all
 * of them.
 */
static bool cannot_lead_in(const struct landing *n, const redline_block *b, redline_bytes words)
{
	char const last = words.len ? words.ptr[words.len - 1] : 0;
	uint32_t const mark = last_mark(n, b);
	return (last == '.' || last == ';') && (!mark || is_colon(mark) || mark == 0x2014);
}

#define FEW_WORDS 3u

/* "Paragraph 7 should be “must”": a few words in small letters, for a whole sentence. */
static bool is_fragment(const struct landing *n, redline_range old, redline_bytes words)
{
	uint32_t const count = bytes_words(words);
	return count && count <= FEW_WORDS && is_lower(words.ptr[0]) &&
	       !landing_ends_with_stop(words) &&
	       bytes_words(bytes_in(n->l->text, old)) > 2 * FEW_WORDS;
}

/* Does the provision end with a colon, and nothing that is a part of it stands behind that? */
static bool leads_on(const struct landing *n, const struct area *area)
{
	return is_colon(last_mark(n, &n->l->blocks[area->block])) &&
	       landing_blanks_begin(n, area->end_block, area->block + 1) == area->block + 1;
}

/*
 * "Delete paragraph 5", and a paragraph without a number stands behind it: it may be a part of
 * 5, as second paragraphs at the margin are, and it stays.  If 5 leads on to it with a colon
 * and the new words don't, there is nothing that it could stay with.
 */
static bool may_leave_rest(struct landing *n, const struct area *area)
{
	const redline_block *b = &n->l->blocks[area->block];
	uint32_t const next = landing_blanks_end(n, area->end_block, n->l->count);
	if (b->kind != REDLINE_PROVISION || !range_len(b->core) || next >= n->l->count)
		return true;
	const redline_block *left = &n->l->blocks[next];
	if (left->kind != REDLINE_PARAGRAPH || left->section != b->section)
		return true;
	redline_bytes const words = landing_trimmed(n->m->new_words.words);
	if (leads_on(n, area) && !(words.len && words.ptr[words.len - 1] == ':')) {
		(void)landing_refuse(n, "parts-missing", landing_at_instruction(n),
		                     "this leads on to text that has no number of its own; say what "
		                     "becomes of that, too, in its own words");
		report_add(n->l->report, REDLINE_NOTE, "parts-missing",
		           landing_in_draft(left->body), "it leads on to this");
		return false;
	}
	if (left->parent == b->parent)
		report_add(n->l->report, REDLINE_WARNING, "text-stays",
		           landing_in_draft(left->body),
		           "this has no number of its own, and stays; if it belongs to what stands "
		           "before it, change it, too");
	return true;
}

static bool rewrite_blocks(struct landing *n, const struct area *area)
{
	const redline_block *b = &n->l->blocks[area->block];
	redline_bytes words = landing_trimmed(landing_with_eol(n, n->m->new_words.words));
	if (b->kind == REDLINE_TABLE_ROW)
		return landing_refuse(
			n, "unsupported", landing_at_instruction(n),
			"replacing a table, row or column is not done; replace its words");
	if (b->kind == REDLINE_HEADING)
		return landing_rewrite_section(n, area);
	redline_bytes const given = words;
	if (range_len(b->core) && !landing_without_labels(n, area->block, words, &words))
		return refuse_other_label(n);
	bool const numbered = words.len < given.len;
	words = landing_trimmed(words);
	if (numbered)
		words = landing_without_dash(n, area->block, words);
	uint32_t const last = landing_blanks_begin(n, area->end_block, area->block + 1);
	bool const old_parts = last > area->block + 1;
	if (old_parts && !has_parts(n, words) && !(numbered && cannot_lead_in(n, b, words)))
		return landing_refuse(n, "parts-missing", landing_at_instruction(n),
		                      "this provision has sub-paragraphs, and the new wording has "
		                      "none; say \"chapeau\" if only its "
		                      "opening words are meant");
	redline_range r = {b->body.begin, old_parts ? n->l->blocks[last - 1].body.end : b->body.end};
	if (old_parts && !has_parts(n, words))
		report_add(n->l->report, REDLINE_WARNING, "parts-go",
		           landing_in_draft((redline_range){b->body.begin, r.end}),
		           "the sub-paragraphs go with the text that they belonged to");
	else if (has_parts(n, words))
		words = laid_out(n, area, words, old_parts);
	else if (is_fragment(n, r, words))
		return landing_refuse(n, "not-understood",
		                      landing_at_words(n, &n->m->new_words),
		                      "these are too few words for all that the provision says; "
		                      "quote the words that they stand in for");
	else
		words = keep_closing(n, r, words);
	if (!range_len(range_trim(n->l->text, b->body)) && runs_into(n, r.begin, words))
		words = landing_join3(n, LANDING_BLANK, words, LANDING_NOTHING);
	while (landing_begins_line(words) && is_blank(n->l->text.ptr[r.begin - 1]))
		r.begin--; /* nothing comes behind the number on its line */
	if (!may_leave_rest(n, area))
		return false;
	landing_add_plain(n, r, words);
	return true;
}

/* A passage with its change shown in it, without the number before it. */
static bool rewrite_as_marked(struct landing *n, const struct area *area)
{
	redline_bytes words = landing_trimmed(n->m->new_words.words), core, rest;
	if (area->kind == AREA_BLOCKS && range_len(n->l->blocks[area->block].core) &&
	    landing_own_label(n, words, &core, &rest)) {
		if (!places_same_label(
			    core, bytes_in(n->l->text, n->l->blocks[area->block].core)))
			return landing_refuse(n, "label-differs",
			                      landing_at_words(n, &n->m->new_words),
			                      "the marked text carries another number than the "
			                      "provision named");
		words = landing_trimmed(rest);
	}
	return landing_marked(n, area, words);
}

/* References to footnotes of the old wording that the new one has not. */
static void warn_references(struct landing *n, redline_range old, redline_bytes words)
{
	redline_bytes const text = n->l->text;
	for (uint32_t at = old.begin; at < old.end;) {
		const char *open = memmem(text.ptr + at, old.end - at, "[^", 2);
		const char *end =
			open ? memchr(open, ']', (size_t)(text.ptr + old.end - open)) : NULL;
		if (!end)
			return;
		redline_range const r = {(uint32_t)(open - text.ptr),
		                         (uint32_t)(end + 1 - text.ptr)};
		at = r.end;
		bool const definition = at < old.end && text.ptr[at] == ':';
		if (!definition && !memmem(words.ptr, words.len, open, range_len(r)))
			report_add(n->l->report, REDLINE_WARNING, "footnote-left",
			           landing_in_draft(r),
			           "the new wording has no %.*s, which the old one refers to",
			           SHOWN(bytes_in(text, r)));
	}
}

/* "Paragraph 5 should read: “The Group ... the matter.”" gives only a part of the text. */
static bool gives_all(struct landing *n, const struct area *area)
{
	if (!landing_leaves_out(n->m->new_words.words) ||
	    landing_leaves_out(bytes_in(n->l->text, area->range)))
		return true;
	return landing_refuse(n, "not-understood", landing_at_words(n, &n->m->new_words),
	                      "the dots leave out words of the new wording; give it in full, or say "
	                      "only which words change (\"replace “...” with “...”\")");
}

/* "the preamble", of more than one paragraph? */
static bool spans_preamble(const struct landing *n, const struct area *area)
{
	return area->unit == REDLINE_PREAMBULAR && area->kind == AREA_BLOCKS &&
	       landing_blanks_end(n, n->l->blocks[area->block].subtree_end, area->end_block) <
		       area->end_block;
}

bool landing_rewrite_in(struct landing *n, const struct area *area)
{
	if (marked_shows(n->m->new_words.words)) {
		landing_warn_hidden(n, n->m->new_words.words,
		                    landing_at_words(n, &n->m->new_words));
		return rewrite_as_marked(n, area);
	}
	if (area->kind == AREA_DOCUMENT)
		return landing_refuse(n, "place-unknown", landing_at_instruction(n),
		                      "it is not said what is to be replaced");
	landing_warn_hidden(n, n->m->new_words.words, landing_at_words(n, &n->m->new_words));
	if (!landing_trimmed(n->m->new_words.words).len)
		return landing_refuse(n, "new-words-missing", landing_at_instruction(n),
		                      "the new words are missing");
	if (!gives_all(n, area))
		return false;
	if (spans_preamble(n, area))
		return landing_refuse(n, "place-unknown", landing_at_instruction(n),
		                      "the preamble has several paragraphs; name the one that is "
		                      "replaced");
	warn_references(n, area->range, n->m->new_words.words);
	return area->kind == AREA_TEXT ? rewrite_text(n, area) : rewrite_blocks(n, area);
}

/* A heading with its line, or a part of what a provision says, which may stand in that line. */
static bool delete_text(struct landing *n, const struct area *area)
{
	if (n->l->blocks[area->block].kind == REDLINE_HEADING && area->unit != REDLINE_SENTENCE) {
		redline_range const line = n->l->blocks[area->block].bytes;
		landing_add_edit(n, line, line, LANDING_NOTHING);
		return true;
	}
	redline_range const r = range_trim(n->l->text, area->range);
	redline_range const body =
		places_behind_run_in(n->l->text, landing_body_of(n, r.begin));
	if (r.begin <= body.begin && r.end >= body.end)
		return landing_refuse(n, "whole-provision", landing_at_instruction(n),
		                      "this is all that the provision says; delete the "
		                      "provision itself if that is meant");
	landing_add_edit(n, r, landing_tidy_deletion(n, r), LANDING_NOTHING);
	return true;
}

void landing_delete_blocks(struct landing *n, uint32_t first, uint32_t end)
{
	if (n->l->blocks[first].kind == REDLINE_HEADING &&
	    end == n->l->blocks[first].subtree_end)
		end = landing_end_of(n, first); /* the notes at the end of the draft are its own */
	end = landing_blanks_begin(n, end, first + 1);
	redline_range const core = {n->l->blocks[first].bytes.begin,
	                            n->l->blocks[end - 1].bytes.end};
	redline_range range = core;
	/* the empty line that set it apart goes with it, where there was one on either side */
	bool const apart = first == 0 || n->l->blocks[first - 1].kind == REDLINE_BLANK;
	if (end < n->l->count && n->l->blocks[end].kind == REDLINE_BLANK && apart)
		range.end = n->l->blocks[end].bytes.end;
	else if (first > 0 && end == n->l->count && n->l->blocks[first - 1].kind == REDLINE_BLANK)
		range.begin = n->l->blocks[first - 1].bytes.begin;
	landing_add_edit(n, core, range, LANDING_NOTHING);
	landing_touch(n, first);
	if (n->l->blocks[first].kind == REDLINE_FOOTNOTE)
		landing_delete_references(n, &n->l->blocks[first]);
}

/* "Delete articles 3 to 5", and a new chapter begins with 4. */
static bool holds_heading(const struct landing *n, const struct area *area)
{
	const redline_block *first = &n->l->blocks[area->block];
	for (uint32_t i = area->block + 1; i < area->end_block; i++) {
		const redline_block *b = &n->l->blocks[i];
		if (b->kind == REDLINE_HEADING &&
		    (first->kind != REDLINE_HEADING || b->level < first->level))
			return true;
	}
	return false;
}

/* Its first paragraph, of those that are counted: all of it has the article's number. */
static bool begins_article(const struct landing *n, const struct area *area)
{
	return area->unit == REDLINE_PARAGRAPH_UNIT &&
	       n->l->blocks[area->block].unit == REDLINE_LABEL_ARTICLE &&
	       n->l->blocks[area->block].kind == REDLINE_PROVISION;
}

bool landing_delete_unit(struct landing *n, const struct area *area)
{
	if (area->kind == AREA_DOCUMENT)
		return landing_refuse(n, "place-unknown", landing_at_instruction(n),
		                      "it is not said what is to be deleted");
	if (area->unit == REDLINE_ROW || area->unit == REDLINE_COLUMN)
		return landing_delete_table_part(n, area);
	if (area->unit == REDLINE_CELL)
		return landing_refuse(n, "unsupported", landing_at_instruction(n),
		                      "a cell can only be emptied; delete its words, quoted");
	if (n->m->with_footnote && !landing_delete_note_of(n, area->range))
		return false;
	if (area->kind == AREA_TEXT)
		return delete_text(n, area);
	if (spans_preamble(n, area))
		return landing_refuse(n, "place-unknown", landing_at_instruction(n),
		                      "the preamble has several paragraphs; name those that go");
	if (holds_heading(n, area))
		return landing_refuse(n, "place-ambiguous", landing_at_instruction(n),
		                      "a heading stands between these, and it is not said whether "
		                      "it goes, too; name what goes on either side of it");
	if (begins_article(n, area))
		return landing_refuse(n, "unsupported", landing_at_instruction(n),
		                      "the number of the article stands on this line; give the "
		                      "article as it is to read, or delete all of it");
	if (!may_leave_rest(n, area))
		return false;
	landing_delete_blocks(n, area->block, area->end_block);
	return true;
}
