/*
 * statement_bare.c -- a block that asks for nothing where something must be asked for
 * (statement_run.h): a new provision that stands there by itself, an item of an act.
 */
#include "listed.h"
#include "statement_run.h"

bool sentences_only_tell(const struct reading_run *r, size_t first)
{
	for (size_t k = first; k < r->s->sentences.len; k++)
		if (r->s->sentences.at[k].kind != REDLINE_OTHER &&
		    r->s->sentences.at[k].kind != REDLINE_SCOPE)
			return false;
	return true;
}

/* Has a label a bis, ter or alt? */
static bool is_inserted_label(redline_bytes core)
{
	for (const struct lang_suffix *x = lang_suffixes; x->written; x++) {
		const char *const one[] = {x->written, NULL};
		if (listed_end(one, core))
			return true;
	}
	return false;
}

/* "59 bis. States should ..." standing there by itself asks for something. */
void report_bare_wording(struct reading_run *r, uint32_t i, size_t first)
{
	const redline_block *b = &r->blocks[i];
	if (b->kind == REDLINE_HEADING || !range_len(b->core) || !range_len(b->body) ||
	    !is_inserted_label(bytes_in(r->s->text, b->core)) || !sentences_only_tell(r, first))
		return;
	struct puzzle const p = {"not-understood",
	                         "this looks like a new provision; say where it goes: \"insert a "
	                         "new paragraph ...: ...\"",
	                         false, false, b->label};
	report_puzzle(r, &p, b->body);
	if (r->s->sentences.len > first)
		r->s->sentences.at[first].kind = REDLINE_PUZZLE;
}

/* Is something listed under block i? */
static bool has_items(const struct reading_run *r, uint32_t i)
{
	uint32_t const next = next_text_block(r, i + 1);
	return next < r->block_count && r->blocks[next].parent == i;
}

/*
 * "Section 12 is amended— (a) ...; (b) subsection (3).": each item of an act asks for
 * something, so one that was understood as nothing is an error.
 */
void report_empty_item(struct reading_run *r, uint32_t i, uint32_t last, size_t first)
{
	const redline_block *b = &r->blocks[i];
	if (!r->amending || !is_list_item(b) || has_items(r, last) ||
	    r->s->sentences.len == first || !sentences_only_tell(r, first))
		return;
	struct puzzle const p = {"not-understood",
	                         "this stands among amendments, but what it asks for was not "
	                         "understood; write: by deleting ..., by replacing \"...\" with "
	                         "\"...\", or by inserting \"...\" after \"...\"",
	                         false, false, b->body};
	report_puzzle(r, &p, b->body);
	r->s->sentences.at[first].kind = REDLINE_PUZZLE;
}
