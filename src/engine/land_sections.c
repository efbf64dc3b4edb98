/*
 * land_sections.c -- whole sections: a heading with all that stands under it, put by
 * another wording or added, and headings that carry a number.
 *
 * A wording of a section begins with its heading: with "#" before it, with its number, or
 * as a line of its own without a full stop.  What follows is taken as written.
 */
#include "landing.h"

#include "base/buf.h"
#include "base/bytes.h"
#include "model/numbered.h"

/* The heading of a wording and the rest. */
struct section_words {
	redline_bytes label; /* canonical; or empty */
	redline_bytes heading;
	redline_bytes rest;
	bool has_heading;
};

/* The block after a section, without the empty lines and the notes of the whole draft at
 * its end. */
uint32_t landing_end_of(const struct landing *n, uint32_t block)
{
	uint32_t end = n->l->blocks[block].subtree_end;
	bool const heading = n->l->blocks[block].kind == REDLINE_HEADING;
	while (end > block + 1 && (n->l->blocks[end - 1].kind == REDLINE_BLANK ||
	                           (heading && n->l->blocks[end - 1].kind == REDLINE_FOOTNOTE)))
		end--;
	return end;
}

/* Does the line say something, rather than head it? */
static bool is_sentence(redline_bytes line)
{
	char const last = line.len ? line.ptr[line.len - 1] : '\0';
	return last == '.' || last == ';' || last == ',' || last == ':';
}

/* "SEC. 3A. LOANS.": a heading, though a full stop ends it. */
static bool is_in_capitals(redline_bytes line)
{
	size_t large = 0;
	for (size_t i = 0; i < line.len; i++) {
		if (is_lower(line.ptr[i]) || (unsigned char)line.ptr[i] >= 0x80)
			return false;
		large += is_upper(line.ptr[i]);
	}
	return large > 1;
}

/* "§ 3b Fees" on a line of its own, without "#": as a heading it has a label, in prose none. */
static void split_label(struct landing *n, redline_bytes line, struct section_words *out)
{
	redline_bytes const heading = landing_join3(n, BYTES("# "), line, LANDING_NOTHING);
	redline_draft *mini = landing_read(n, heading);
	if (mini && redline_draft_count(mini)) {
		const redline_block *b = redline_draft_blocks(mini);
		if (range_len(b->core) && b->unit != REDLINE_LABEL_PLAIN) {
			out->label = landing_canonical_label(n, bytes_in(heading, b->core));
			out->heading = arena_copy(n->l->arena, bytes_in(heading, b->body));
		}
	}
	redline_draft_free(mini);
}

/* "2A Index", where the headings have their numbers without a full stop, too, or where its
 * neighbour is "2."; and "2 Index" in the stead of "2. Register". */
static void split_number(struct landing *n, const redline_block *model, struct section_words *out)
{
	struct label l;
	redline_bytes const line = out->heading, other = bytes_in(n->l->text, model->core);
	if (out->label.len || !other.len || model->unit != REDLINE_LABEL_PLAIN ||
	    !numbered_scan_title(&l, line, (redline_range){0, (uint32_t)line.len}) ||
	    (model->dress != REDLINE_BARE && !landing_is_lettered(bytes_in(line, l.core), other) &&
	     !(n->m->action == REDLINE_REWRITE && bytes_equal(bytes_in(line, l.core), other))))
		return;
	out->label = landing_canonical_label(n, bytes_in(line, l.core));
	out->heading = (redline_bytes){line.ptr + l.body, line.len - l.body};
}

bool landing_heading_without_label(struct landing *n, uint32_t block, redline_bytes *words)
{
	struct section_words w = {.heading = *words};
	split_label(n, *words, &w);
	split_number(n, &n->l->blocks[block], &w);
	if (w.label.len && !landing_has_label(n, block, w.label))
		return false;
	*words = w.heading;
	return true;
}

static uint32_t end_of_line(redline_bytes words, uint32_t at)
{
	const char *end = memchr(words.ptr + at, '\n', words.len - at);
	return end ? (uint32_t)(end - words.ptr) : (uint32_t)words.len;
}

/* `titled`: beside their number the headings here have words, which may come a line after
 * it: "§ 3b", "Fees". */
static void split_words(struct landing *n, redline_bytes words, const redline_block *model,
                        bool titled, struct section_words *out)
{
	redline_draft *mini = landing_read(n, words);
	*out = (struct section_words){.rest = words};
	if (!mini || !words.len || !redline_draft_count(mini)) {
		redline_draft_free(mini);
		return;
	}
	const redline_block *b = redline_draft_blocks(mini);
	uint32_t begin = b->body.begin, end = end_of_line(words, begin);
	if (range_len(b->core))
		out->label = landing_canonical_label(n, bytes_in(words, b->core));
	while (titled && out->label.len && end < words.len &&
	       !landing_trimmed(bytes_in(words, (redline_range){begin, end})).len) {
		begin = end + 1;
		end = end_of_line(words, begin);
	}
	redline_bytes const line = landing_trimmed(bytes_in(words, (redline_range){begin, end}));
	bool const capitals = is_in_capitals(line);
	out->has_heading = b->kind == REDLINE_HEADING || !is_sentence(line) || capitals;
	if (out->has_heading) {
		out->heading = capitals ? landing_without_stop(line) : line;
		out->rest = landing_trimmed(bytes_in(words, (redline_range){end, (uint32_t)words.len}));
		if (!out->label.len && b->kind != REDLINE_HEADING)
			split_label(n, out->heading, out);
		split_number(n, model, out);
	}
	redline_draft_free(mini);
}

bool landing_rewrite_section(struct landing *n, const struct area *area)
{
	const redline_block *b = &n->l->blocks[area->block];
	struct section_words w;
	split_words(n, landing_trimmed(landing_with_eol(n, n->m->new_words.words)), b,
	            range_len(b->body) > 0, &w);
	redline_bytes const have = bytes_in(n->l->text, b->core);
	if (!w.has_heading || !w.rest.len)
		return landing_refuse(n, "parts-missing", landing_at_words(n, &n->m->new_words),
		                      "a whole section is to be replaced; give its heading and its "
		                      "paragraphs, or say which paragraph of it, or \"the heading of\" it, "
		                      "is meant");
	if (w.label.len && !places_same_label(w.label, have))
		return landing_refuse(n, "label-differs", landing_at_words(n, &n->m->new_words),
		                      "the new wording carries another number than the section it "
		                      "replaces");
	uint32_t const end = landing_end_of(n, area->block);
	redline_bytes const eol = bytes_of(n->l->eol);
	landing_add_plain(n, (redline_range){b->body.begin, n->l->blocks[end - 1].body.end},
	                  landing_join3(n, w.heading, landing_join3(n, eol, eol, LANDING_NOTHING),
	                                w.rest));
	return true;
}

/* The section of the same level before this one; NULL if there is none. */
static const redline_block *section_before(const struct landing *n, uint32_t block)
{
	const redline_block *b = &n->l->blocks[block];
	for (uint32_t i = block; i > 0; i--) {
		const redline_block *other = &n->l->blocks[i - 1];
		if (other->kind == REDLINE_HEADING && other->level <= b->level)
			return other->level == b->level && range_len(other->core) ? other : NULL;
	}
	return NULL;
}

static bool need_label(struct landing *n, const struct addition *a)
{
	if (a->label.len || !range_len(n->l->blocks[a->model].core))
		return true;
	return landing_refuse(n, "label-missing", landing_at_instruction(n),
	                      "the headings here are numbered, and it is not clear which number the "
	                      "new one gets; write it before its words");
}

/* "3B Costs" on a line of its own, behind the section 3A: *label and its heading. */
static bool begins_section(struct landing *n, redline_bytes line, redline_bytes other,
                           redline_bytes *label, redline_bytes *heading)
{
	redline_bytes core;
	if (is_sentence(line) || !landing_lettered_label(line, other, &core, heading))
		return false;
	*label = landing_canonical_label(n, core);
	return true;
}

/* The text of a section, in which further ones of the same number may begin.  False if one of
 * them can't have its number. */
static bool put_further_sections(struct landing *n, const struct addition *a, redline_bytes *text)
{
	const redline_block *model = &n->l->blocks[a->model];
	redline_bytes const other = bytes_in(n->l->text, model->core);
	struct addition one = *a;
	struct buf out = {0};
	bool any = false;
	for (uint32_t at = 0, end; at < text->len; at = end) {
		end = end_of_line(*text, at);
		end += end < text->len;
		redline_bytes const line = bytes_in(*text, (redline_range){at, end});
		redline_bytes heading;
		if (!begins_section(n, landing_trimmed(line), other, &one.label, &heading)) {
			buf_bytes(&out, line);
			continue;
		}
		if (!landing_label_is_free(n, &one)) {
			buf_release(&out);
			return false;
		}
		any = true;
		buf_bytes(&out, landing_prefix_with(n, model, one.label));
		buf_bytes(&out, heading);
		buf_bytes(&out, bytes_of(n->l->eol));
	}
	n->l->arena->failed |= out.failed;
	if (any && !out.failed)
		*text = arena_copy(n->l->arena, (redline_bytes){out.ptr, out.len});
	buf_release(&out);
	return !n->l->arena->failed;
}

bool landing_add_section(struct landing *n, struct addition *a)
{
	const redline_block *model = &n->l->blocks[a->model];
	struct section_words w;
	bool const bare = !range_len(model->body); /* "Article 5", and its text below */
	split_words(n, a->words, model, !bare, &w);
	const redline_block *before = section_before(n, a->model);
	if (!a->label.len && !w.label.len && before) /* "1A Renewal" before "2." */
		split_words(n, a->words, before, !bare, &w);
	if (!a->label.len)
		a->label = w.label;
	if (!bare && !w.has_heading)
		return landing_refuse(n, "parts-missing", landing_at_words(n, &n->m->new_words),
		                      "the sections here have headings; give the new one's, too");
	if (!need_label(n, a) || !landing_label_is_free(n, a))
		return false;
	redline_bytes const eol = bytes_of(n->l->eol);
	redline_bytes const gap = landing_join3(n, eol, eol, LANDING_NOTHING);
	redline_bytes text = bare && !w.label.len ? a->words : w.rest;
	if (!bare && !put_further_sections(n, a, &text))
		return false;
	redline_bytes prefix = landing_prefix_with(n, model, a->label);
	if (bare)
		while (prefix.len && is_space(prefix.ptr[prefix.len - 1]))
			prefix.len--;
	landing_put_lines(n, a,
	                  landing_join3(n, prefix, bare ? LANDING_NOTHING : w.heading,
	                                text.len ? landing_join3(n, gap, text, LANDING_NOTHING)
	                                         : LANDING_NOTHING));
	landing_stack(n, a, a->label);
	return true;
}

bool landing_numbered_heading(struct landing *n, uint32_t model, redline_bytes words,
                              redline_bytes *prefix, redline_bytes *heading)
{
	struct section_words w;
	split_words(n, words, &n->l->blocks[model], true, &w);
	struct addition a = {.model = model, .after = model, .before = REDLINE_NONE,
	                     .label = w.label.len ? w.label : n->m->label};
	if (!need_label(n, &a) || !landing_label_is_free(n, &a))
		return false;
	*prefix = landing_prefix_with(n, &n->l->blocks[model], a.label);
	*heading = w.has_heading ? w.heading : words;
	return true;
}
