/*
 * land_text.c -- how text stays well written where something comes or goes: the marks and
 * blanks around a place in the draft, the emphasis and white space that go with a deletion,
 * and the stops, capitals and line ends of words that come.  See landing.h.
 *
 * Nothing here looks for words, and nothing refuses.
 */
#include "landing.h"

#include <unicase.h>

#include "base/bytes.h"
#include "fold.h"

/* ---- characters around a place ---- */

uint32_t landing_char_before(const struct landing *n, uint32_t at, uint32_t from)
{
	unsigned size;
	return at > from ? utf8_before(n->l->text, at, &size) : 0;
}

uint32_t landing_char_at(const struct landing *n, uint32_t at, uint32_t end)
{
	unsigned size;
	return at < end ? utf8_at(n->l->text, at, &size) : 0;
}

/* What ends a sentence or parts it, of any script */
static bool is_stop_mark(uint32_t cp)
{
	uint32_t const mark = plain_mark(cp);
	return mark == ',' || mark == '.' || mark == ';' || mark == ':' || mark == '!' ||
	       mark == '?';
}

bool landing_is_closing_mark(uint32_t cp)
{
	return is_stop_mark(cp) || cp == ')' || cp == ']' || cp == 0x201D || cp == 0xBB ||
	       cp == 0x2019 || cp == '%' || cp == 0x66A || cp == 0x3009 || cp == 0x300B ||
	       cp == 0x300D || cp == 0x300F || cp == 0x3011 || cp == 0xFF09 || cp == 0xFF3D;
}

bool landing_is_opening_mark(uint32_t cp)
{
	return cp == '(' || cp == '[' || cp == 0x201C || cp == 0xAB || cp == 0x2018 ||
	       cp == 0x3008 || cp == 0x300A || cp == 0x300C || cp == 0x300E || cp == 0x3010 ||
	       cp == 0xFF08 || cp == 0xFF3B;
}

redline_range landing_body_of(const struct landing *n, uint32_t at)
{
	uint32_t const block = redline_draft_block_at(n->l->draft, at);
	return n->l->blocks[block].body;
}

/* ---- emphasis ---- */

/* Length of the run of * or _ just before `at` (after `from`). */
uint32_t landing_marks_before(const struct landing *n, uint32_t at, uint32_t from)
{
	uint32_t i = at;
	while (i > from && (n->l->text.ptr[i - 1] == '*' || n->l->text.ptr[i - 1] == '_'))
		i--;
	return at - i;
}

uint32_t landing_marks_after(const struct landing *n, uint32_t at, uint32_t end)
{
	uint32_t i = at;
	while (i < end && (n->l->text.ptr[i] == '*' || n->l->text.ptr[i] == '_'))
		i++;
	return i - at;
}

/*
 * Length of the one run of emphasis marks inside the range that has no
 * partner there; 0 if all are paired.
 */
static uint32_t marks_open(const struct landing *n, redline_range r)
{
	uint32_t open[8], depth = 0;
	for (uint32_t at = r.begin; at < r.end;) {
		char const c = n->l->text.ptr[at];
		uint32_t const run = c == '*' || c == '_' ? fold_skips(n->l->text, at, r.end) : 0;
		if (run && depth > 0 && open[depth - 1] == run)
			depth--;
		else if (run && depth < 8)
			open[depth++] = run;
		at += run ? run : 1;
	}
	return depth == 1 ? open[0] : 0;
}

/*
 * A range that goes away takes the emphasis marks that stood around just it,
 * or the partner of one that stands inside it.
 */
redline_range landing_whole_emphasis(const struct landing *n, redline_range r, bool goes)
{
	redline_range const body = landing_body_of(n, r.begin);
	uint32_t const before = landing_marks_before(n, r.begin, body.begin);
	uint32_t const after = landing_marks_after(n, r.end, body.end);
	uint32_t const inside = marks_open(n, r);
	if (inside == 0) {
		if (goes && before && before == after)
			return (redline_range){r.begin - before, r.end + after};
		return r;
	}
	/* an opening or closing mark of its own inside */
	if (before && before == inside)
		return (redline_range){r.begin - before, r.end};
	if (after && after == inside)
		return (redline_range){r.begin, r.end + after};
	return r;
}

/* ---- tidying after a deletion ---- */

/* White space before `at`, not before `from`. */
uint32_t landing_space_begin(const struct landing *n, uint32_t at, uint32_t from)
{
	while (at > from && is_space(n->l->text.ptr[at - 1]))
		at--;
	return at;
}

uint32_t landing_space_end(const struct landing *n, uint32_t at, uint32_t end)
{
	while (at < end && is_space(n->l->text.ptr[at]))
		at++;
	return at;
}

uint32_t landing_blanks_begin(const struct landing *n, uint32_t at, uint32_t from)
{
	while (at > from && n->l->blocks[at - 1].kind == REDLINE_BLANK)
		at--;
	return at;
}

uint32_t landing_blanks_end(const struct landing *n, uint32_t at, uint32_t end)
{
	while (at < end && n->l->blocks[at].kind == REDLINE_BLANK)
		at++;
	return at;
}

static bool has_line_end(const struct landing *n, uint32_t begin, uint32_t end)
{
	return end > begin && memchr(n->l->text.ptr + begin, '\n', end - begin) != NULL;
}

bool landing_keeps_blank(const struct landing *n)
{
	redline_bytes const old = n->m->old_words.words;
	bool const quoted = n->m->old_words.present && old.len && is_space(*old.ptr);
	return n->m->to_the_letter && !quoted;
}

/* The range with the white space that would be left doubled or stranded. */
redline_range landing_tidy_deletion(const struct landing *n, redline_range r)
{
	redline_range const body = landing_body_of(n, r.begin);
	uint32_t const left = landing_space_begin(n, r.begin, body.begin);
	uint32_t const right = landing_space_end(n, r.end, body.end);
	bool const space_left = left<r.begin, space_right = right> r.end;
	bool const first = left == body.begin ||
	                   r.begin == places_behind_run_in(n->l->text, body).begin;
	if (first && !space_left)
		return (redline_range){r.begin, right};
	if (r.end >= body.end || right >= body.end)
		return (redline_range){left, r.end};
	uint32_t const next = landing_char_at(n, r.end, body.end);
	bool const stops = is_stop_mark(next) || next == ')' || next == 0xFF09;
	if (space_left && stops && landing_keeps_blank(n))
		return r;
	if (space_left && stops)
		return (redline_range){left, r.end};
	if (space_right && landing_is_opening_mark(landing_char_before(n, r.begin, body.begin)))
		return (redline_range){r.begin, right};
	/* inside an emphasis, the space by its mark goes, or it would not be one */
	uint32_t const mark_left = landing_char_before(n, r.begin, body.begin);
	if (!space_left && space_right && (mark_left == '*' || mark_left == '_'))
		return (redline_range){r.begin, right};
	if (space_left && !space_right && (next == '*' || next == '_'))
		return (redline_range){left, r.end};
	/* Arabic "and" goes on with the next word, where its own goes: "وينبغي أن" */
	bool const joined = (mark_left == 0x648 || mark_left == 0x641) && /* "و", "ف" */
	                    is_word_char(landing_char_at(n, r.begin, r.end));
	if (!space_left && space_right && joined)
		return (redline_range){r.begin, right};
	if (!space_left || !space_right)
		return r;
	/* one of the two goes: the one that is no line end, if they differ */
	if (has_line_end(n, left, r.begin))
		return (redline_range){r.begin, right};
	return (redline_range){left, r.end};
}

/* ---- words that come ---- */

redline_bytes landing_trimmed(redline_bytes words)
{
	return bytes_in(words, range_trim(words, (redline_range){0, (uint32_t)words.len}));
}

/* The words with the draft's line ends. */
redline_bytes landing_with_eol(struct landing *n, redline_bytes words)
{
	if (!words.len || !memchr(words.ptr, '\n', words.len))
		return words;
	bool const crlf = n->l->eol[0] == '\r';
	char *out = arena_alloc(n->l->arena, words.len * 2);
	if (!out)
		return (redline_bytes){0};
	size_t len = 0;
	for (size_t i = 0; i < words.len; i++) {
		if (words.ptr[i] == '\r' && i + 1 < words.len && words.ptr[i + 1] == '\n')
			continue;
		if (words.ptr[i] == '\n' && crlf)
			out[len++] = '\r';
		out[len++] = words.ptr[i];
	}
	return (redline_bytes){out, len};
}

redline_bytes landing_gap(redline_bytes before)
{
	unsigned size;
	uint32_t const cp = before.len ? utf8_before(before, before.len, &size) : 0;
	bool const solid = is_unspaced_char(cp) || (cp >= 0x3000 && cp <= 0x303F) ||
	                   (cp >= 0xFF01 && cp <= 0xFF60);
	return solid ? LANDING_NOTHING : LANDING_BLANK;
}

bool landing_looks_like_sentence(redline_bytes words)
{
	redline_bytes const w = landing_trimmed(words);
	if (w.len < 2)
		return false;
	unsigned size;
	uint32_t const first = utf8_at(w, 0, &size);
	uint32_t const last = plain_mark(utf8_before(w, w.len, &size));
	bool const opens = uc_tolower(first) != first || is_unspaced_char(first);
	return opens && (last == '.' || last == '!' || last == '?');
}

/* The last character of a wording of more than that, as a plain mark. */
static uint32_t last_mark(redline_bytes words)
{
	redline_bytes const w = landing_trimmed(words);
	unsigned size = 0;
	uint32_t const last = w.len ? utf8_before(w, w.len, &size) : 0;
	return w.len > size ? plain_mark(last) : 0;
}

bool landing_is_mark(redline_bytes words)
{
	redline_bytes const w = landing_trimmed(words);
	unsigned size = 0;
	return w.len && is_stop_mark(utf8_at(w, 0, &size)) && size == w.len;
}

bool landing_ends_with_stop(redline_bytes words)
{
	return last_mark(words) == '.';
}

bool landing_ends_with_mark(redline_bytes words)
{
	uint32_t const mark = last_mark(words);
	return mark == '.' || mark == ',' || mark == ';';
}

/* A stop that stands inside the closing mark only because the sentence ends. */
redline_bytes landing_without_stop(redline_bytes words)
{
	redline_bytes w = landing_trimmed(words);
	unsigned size;
	if (landing_ends_with_mark(w)) {
		(void)utf8_before(w, w.len, &size);
		w.len -= size;
	}
	return w;
}

/* Dots that stand by themselves, and so for words left out: "The Group ... the matter." */
bool landing_leaves_out(redline_bytes words)
{
	for (size_t at = 0; at + 3 <= words.len; at++) {
		bool const sign = bytes_start((redline_bytes){words.ptr + at, words.len - at},
		                              BYTES("…"));
		if (!sign && memcmp(words.ptr + at, "...", 3) != 0)
			continue;
		bool const open = at == 0 || memchr(" \t\n[(", words.ptr[at - 1], 5);
		size_t end = at + 3;
		while (end < words.len && words.ptr[end] == '.')
			end++;
		if (open && (end == words.len || memchr(" \t\r\n,;])", words.ptr[end], 8)))
			return true;
		at = end;
	}
	return false;
}

redline_bytes landing_new_words(struct landing *n, redline_bytes old)
{
	const redline_operand *o = &n->m->new_words;
	redline_bytes const words = landing_with_eol(n, landing_trimmed(o->words));
	bool const same_end =
		old.len && words.len && old.ptr[old.len - 1] == words.ptr[words.len - 1];
	if (o->quoted && o->ends_sentence && landing_ends_with_stop(words) && !same_end &&
	    !landing_looks_like_sentence(words) && words.len > 1)
		return landing_without_stop(words);
	return words;
}

redline_bytes landing_capitalized(struct landing *n, redline_bytes words)
{
	if (!words.len)
		return words;
	unsigned size;
	char first[4];
	unsigned const len = utf8_put(first, uc_toupper(utf8_at(words, 0, &size)));
	return landing_join3(n, (redline_bytes){first, len},
	                     (redline_bytes){words.ptr + size, words.len - size},
	                     (redline_bytes){0});
}

void landing_warn_hidden(struct landing *n, redline_bytes words, redline_spot spot)
{
	for (size_t at = 0; at < words.len;) {
		unsigned size;
		uint32_t const cp = utf8_at(words, at, &size);
		if (is_hidden_char(cp)) {
			report_add(n->l->report, REDLINE_WARNING, "hidden-character", spot,
			           "these words hold an invisible character, U+%04X", (unsigned)cp);
			return;
		}
		at += size;
	}
}
