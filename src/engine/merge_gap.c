/*
 * merge_gap.c -- the white space between the words of a merge (merging.h).
 *
 * No token has it.  Where two words stand side by side in a text, that text has what is between
 * them; what one side changed wins over the common text.  Words that stand side by side in none
 * get what stands beside either of them, of the kind that the place asks for.
 */
#include "engine/merging.h"

#include "base/bytes.h"

static redline_bytes gap_between(const struct row *row, uint32_t from, uint32_t to)
{
	uint32_t const begin = from == NONE ? 0 : token_end(row, from);
	uint32_t const end = to == NONE ? (uint32_t)row->text.len : row->tokens.at[to].begin;
	return bytes_in(row->text, (redline_range){begin, end});
}

/* The next word behind a token (NONE: from the beginning on); NONE: there is none. */
static uint32_t next_word(const struct row *row, uint32_t token, bool *breaks)
{
	uint32_t at = token == NONE ? 0 : token + 1;
	*breaks = false;
	while (at < row->tokens.count && is_break(row, at)) {
		*breaks = true;
		at++;
	}
	return at < row->tokens.count ? at : NONE;
}

static uint32_t last_word(const struct row *row, uint32_t token, bool *breaks)
{
	uint32_t at = token == NONE ? row->tokens.count : token;
	*breaks = false;
	while (at > 0 && is_break(row, at - 1)) {
		*breaks = true;
		at--;
	}
	return at > 0 ? at - 1 : NONE;
}

/* What a text has between just these two, if it has them side by side. */
static bool gap_in(const struct merging *m, int text, const struct seam *s, redline_bytes *out)
{
	const struct row *row = &m->rows[text];
	uint32_t const from = s->before ? s->before->at[text] : NONE;
	uint32_t const to = s->behind ? s->behind->at[text] : NONE;
	bool breaks;
	if ((s->before && from == NONE) || (s->behind && to == NONE) ||
	    next_word(row, from, &breaks) != to)
		return false;
	if (s->before && s->behind && breaks != s->breaks)
		return false;
	*out = gap_between(row, from, to);
	return true;
}

redline_bytes merge_choose(const struct merging *m, redline_bytes base, bool has_base,
                           redline_bytes ours, redline_bytes theirs)
{
	if (m->layout)
		return m->layout == OURS ? ours : theirs;
	if (has_base && bytes_equal(ours, base))
		return theirs;
	if (has_base && bytes_equal(theirs, base))
		return ours;
	if (ours.len != theirs.len)
		return ours.len > theirs.len ? ours : theirs;
	return bytes_compare(ours, theirs) > 0 ? ours : theirs;
}

/* The white space before a token, or behind it, in the text that brought it. */
static bool gap_beside(const struct merging *m, const struct placed *token, bool behind,
                       bool want_break, redline_bytes *out)
{
	static const int order[] = {OURS, THEIRS, BASE};
	redline_bytes found[TEXTS];
	bool has[TEXTS] = {false};
	for (int k = 0; k < TEXTS; k++) {
		int const text = order[k];
		const struct row *row = &m->rows[text];
		uint32_t const at = token->at[text];
		bool breaks;
		if (at == NONE)
			continue;
		uint32_t const other = behind ? next_word(row, at, &breaks) : last_word(row, at, &breaks);
		has[text] = breaks == want_break && other != NONE;
		if (has[text])
			found[text] = behind ? gap_between(row, at, other) : gap_between(row, other, at);
	}
	if (has[OURS] && has[THEIRS])
		*out = merge_choose(m, found[BASE], has[BASE], found[OURS], found[THEIRS]);
	else if (has[OURS] || has[THEIRS] || has[BASE])
		*out = found[has[OURS] ? OURS : has[THEIRS] ? THEIRS : BASE];
	return has[OURS] || has[THEIRS] || has[BASE];
}

static enum token_kind kind_of(const struct merging *m, const struct placed *token)
{
	for (int text = BASE; text < TEXTS; text++)
		if (token->at[text] != NONE)
			return m->rows[text].tokens.at[token->at[text]].kind;
	return TOKEN_WORD;
}

/* Two that no text has side by side. */
static redline_bytes gap_composed(const struct merging *m, const struct seam *s)
{
	redline_bytes behind = {"", 0}, before = {"", 0};
	bool const has_before = gap_beside(m, s->behind, false, s->breaks, &before);
	bool const has_behind = gap_beside(m, s->before, true, s->breaks, &behind);
	if (s->breaks)
		return has_before ? before : has_behind ? behind : BYTES("\n\n");
	bool const point = kind_of(m, s->behind) == TOKEN_PUNCTUATION;
	bool const after_point = kind_of(m, s->before) == TOKEN_PUNCTUATION;
	if (point && has_before)
		return before;
	if (after_point && has_behind)
		return behind;
	if (has_before && before.len)
		return before;
	if (has_behind && behind.len)
		return behind;
	bool const tight = point || after_point || (kind_of(m, s->before) == TOKEN_CHARACTER &&
	                                            kind_of(m, s->behind) == TOKEN_CHARACTER);
	return tight ? BYTES("") : BYTES(" ");
}

/* The white space on one side of a kept word in a text, within its paragraph. */
static bool gap_at_kept(const struct merging *m, int text, const struct placed *kept, bool behind,
                        redline_bytes *out)
{
	const struct row *row = &m->rows[text];
	uint32_t const at = kept->at[text];
	bool breaks;
	if (at == NONE)
		return false;
	uint32_t const other = behind ? next_word(row, at, &breaks) : last_word(row, at, &breaks);
	*out = behind ? gap_between(row, at, other) : gap_between(row, other, at);
	return other != NONE && !breaks;
}

/* Where the common text goes on behind a kept word with another that is kept. */
static bool goes_on(const struct merging *m, const struct placed *kept)
{
	bool breaks;
	uint32_t const next = next_word(&m->rows[BASE], kept->at[BASE], &breaks);
	return next != NONE && !m->gone[next];
}

/*
 * A word that only one side has, beside one that was kept: the white space between
 * them is that side's, unless the other side alone wrapped its line anew.
 */
static redline_bytes gap_beside_new(const struct merging *m, int side, const struct seam *s,
                                    redline_bytes own)
{
	bool const behind = s->behind->at[BASE] == NONE; /* the new word is the second */
	const struct placed *kept = behind ? s->before : s->behind;
	redline_bytes base, other;
	bool const one_new = (s->before->at[BASE] == NONE) != behind;
	if (s->breaks || !one_new || (behind && goes_on(m, kept)))
		return own;
	if (!gap_at_kept(m, BASE, kept, behind, &base) || !bytes_equal(base, own) ||
	    !gap_at_kept(m, side == OURS ? THEIRS : OURS, kept, behind, &other))
		return own;
	return other;
}

/* The texts' own beginnings, or ends, whatever words stand there. */
static redline_bytes gap_at_edge(const struct merging *m, bool begin)
{
	redline_bytes gap[TEXTS];
	for (int text = BASE; text < TEXTS; text++) {
		const struct row *row = &m->rows[text];
		bool breaks;
		gap[text] = begin ? gap_between(row, NONE, next_word(row, NONE, &breaks))
		                  : gap_between(row, last_word(row, NONE, &breaks), NONE);
	}
	return merge_choose(m, gap[BASE], true, gap[OURS], gap[THEIRS]);
}

redline_bytes merge_gap(const struct merging *m, const struct seam *s)
{
	redline_bytes base = {"", 0}, ours = {"", 0}, theirs = {"", 0};
	if (!s->before || !s->behind)
		return gap_at_edge(m, !s->before);
	bool const in_base = gap_in(m, BASE, s, &base);
	bool const in_ours = gap_in(m, OURS, s, &ours), in_theirs = gap_in(m, THEIRS, s, &theirs);
	if (in_ours && in_theirs)
		return merge_choose(m, base, in_base, ours, theirs);
	if (in_ours || in_theirs)
		return gap_beside_new(m, in_ours ? OURS : THEIRS, s, in_ours ? ours : theirs);
	return in_base ? base : gap_composed(m, s);
}

redline_bytes merge_blank(const struct merging *m)
{
	redline_bytes blank[TEXTS];
	bool has[TEXTS];
	for (int text = BASE; text < TEXTS; text++) {
		bool breaks;
		has[text] = next_word(&m->rows[text], NONE, &breaks) == NONE;
		blank[text] = has[text] ? m->rows[text].text : (redline_bytes){"", 0};
	}
	if (has[OURS] && has[THEIRS])
		return merge_choose(m, blank[BASE], has[BASE], blank[OURS], blank[THEIRS]);
	return blank[has[OURS] ? OURS : THEIRS];
}
