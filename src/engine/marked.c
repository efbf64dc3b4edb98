/*
 * marked.c -- see marked.h.
 *
 * A mark ends at the first closing mark after it; without one its opening is
 * text.  Where each kind of closing mark next stands is remembered, so many
 * unclosed openings cost one search.
 *
 * Changes that only white space parts are one: "~~old~~ **new**" puts NEW in
 * the place of OLD, and the blank between them belongs to neither reading.
 * The white space around what comes is told by the new reading, save that no
 * blank stands in the old reading just before a comma or stop, or just after
 * an opening bracket, only because new words stand between: "from **here**, and".
 *
 * All is linear in the words.
 */
#include "marked.h"

#include <string.h>

#include "base/bytes.h"

#define ROWS 17

struct mark_row {
	const char *open, *middle, *close;
	enum marked_kind first, second; /* before and after the middle */
	bool sure;  /* can't be anything else */
	bool tight; /* no white space next to the marks */
};

/* Longer marks before those that they begin with. */
static const struct mark_row rows[ROWS] = {
	{"{~~", "~>", "~~}", MARKED_GONE, MARKED_COME, true, false},
	{"{--", NULL, "--}", MARKED_GONE, MARKED_GONE, true, false},
	{"{++", NULL, "++}", MARKED_COME, MARKED_COME, true, false},
	{"{==", NULL, "==}", MARKED_KEPT, MARKED_KEPT, false, false},
	{"{>>", NULL, "<<}", MARKED_SAID, MARKED_SAID, false, false},
	{"{+", NULL, "+}", MARKED_COME, MARKED_COME, true, true},
	{"[-", NULL, "-]", MARKED_GONE, MARKED_GONE, true, true},
	{"~~", NULL, "~~", MARKED_GONE, MARKED_GONE, true, true},
	{"~", NULL, "~", MARKED_GONE, MARKED_GONE, true, true},
	{"**", NULL, "**", MARKED_BOLD, MARKED_BOLD, false, true},
	{"<del>", NULL, "</del>", MARKED_GONE, MARKED_GONE, true, false},
	{"<ins>", NULL, "</ins>", MARKED_COME, MARKED_COME, true, false},
	{"<s>", NULL, "</s>", MARKED_GONE, MARKED_GONE, true, false},
	{"<strike>", NULL, "</strike>", MARKED_GONE, MARKED_GONE, true, false},
	{"<b>", NULL, "</b>", MARKED_BOLD, MARKED_BOLD, false, false},
	{"<strong>", NULL, "</strong>", MARKED_BOLD, MARKED_BOLD, false, false},
	{"<u>", NULL, "</u>", MARKED_BOLD, MARKED_BOLD, false, false},
};

/* Where a row's closing mark was last found, good until the search has passed it. */
struct memo {
	uint32_t at[ROWS + 1]; /* the last one is the middle's */
	bool known[ROWS + 1];
};

/* Where the needle next stands at or after `from`, or text.len. */
static uint32_t find(redline_bytes text, uint32_t from, const char *needle)
{
	size_t const len = strlen(needle);
	for (size_t at = from; at + len <= text.len; at++) {
		const char *hit = memchr(text.ptr + at, needle[0], text.len - at);
		if (!hit)
			break;
		at = (size_t)(hit - text.ptr);
		if (at + len <= text.len && memcmp(hit, needle, len) == 0)
			return (uint32_t)at;
	}
	return (uint32_t)text.len;
}

static uint32_t find_again(struct memo *m, unsigned i, redline_bytes text, uint32_t from,
                           const char *needle)
{
	if (!m->known[i] || m->at[i] < from) {
		m->at[i] = find(text, from, needle);
		m->known[i] = true;
	}
	return m->at[i];
}

/* A mark at its place. */
struct mark {
	const struct mark_row *row;
	uint32_t inner, middle, close, end; /* middle == close if it has none */
};

static bool opens_with(redline_bytes text, uint32_t at, const char *open)
{
	size_t const len = strlen(open);
	return text.len - at >= len && memcmp(text.ptr + at, open, len) == 0;
}

static bool mark_at(redline_bytes text, uint32_t at, struct memo *memo, struct mark *out)
{
	for (unsigned i = 0; i < ROWS; i++) {
		const struct mark_row *row = &rows[i];
		if (!opens_with(text, at, row->open))
			continue;
		uint32_t const inner = at + (uint32_t)strlen(row->open);
		uint32_t const close = find_again(memo, i, text, inner, row->close);
		if (close >= text.len || close == inner)
			continue;
		bool const loose = is_space(text.ptr[inner]) || is_space(text.ptr[close - 1]);
		if (row->tight && (loose || text.ptr[inner] == row->open[0]))
			continue;
		uint32_t middle = close;
		if (row->middle)
			middle = find_again(memo, ROWS, text, inner, row->middle);
		if (row->middle && middle + 2 > close)
			continue;
		*out = (struct mark){row, inner, middle, close,
		                     close + (uint32_t)strlen(row->close)};
		return true;
	}
	return false;
}

/* Where a mark may begin next, or `end`. */
static uint32_t next_opener(redline_bytes text, uint32_t at, uint32_t end)
{
	return bytes_find_any(text, at, end, BYTES("{[~*<"));
}

uint32_t marked_first(redline_bytes text, uint32_t from)
{
	struct memo memo = {.known = {false}};
	uint32_t const end = (uint32_t)text.len;
	for (uint32_t at = from; (at = next_opener(text, at, end)) < end;) {
		struct mark mark;
		if (!mark_at(text, at, &memo, &mark)) {
			at++;
			continue;
		}
		if (mark.row->sure)
			return at;
		at = mark.end;
	}
	return (uint32_t)text.len;
}

bool marked_shows(redline_bytes words)
{
	return marked_first(words, 0) < words.len;
}

/* ---- cutting ---- */

static void add_part(marked_parts *out, enum marked_kind kind, uint32_t begin, uint32_t end,
                     redline_range whole)
{
	struct marked_part *slot = begin < end ? VEC_PUSH(out) : NULL;
	if (slot)
		*slot = (struct marked_part){kind, {begin, end}, whole};
}

static void add_kept(marked_parts *out, uint32_t begin, uint32_t end)
{
	add_part(out, MARKED_KEPT, begin, end, (redline_range){begin, end});
}

bool marked_cut(redline_bytes words, marked_parts *out)
{
	struct memo memo = {.known = {false}};
	uint32_t const len = (uint32_t)words.len;
	uint32_t kept = 0;
	for (uint32_t at = 0; (at = next_opener(words, at, len)) < len;) {
		struct mark mark;
		if (!mark_at(words, at, &memo, &mark)) {
			at++;
			continue;
		}
		add_kept(out, kept, at);
		redline_range const whole = {at, mark.end};
		add_part(out, mark.row->first, mark.inner, mark.middle, whole);
		if (mark.middle < mark.close)
			add_part(out, mark.row->second, mark.middle + 2, mark.close, whole);
		kept = at = mark.end;
	}
	add_kept(out, kept, len);
	return !out->failed;
}

/* ---- reading ---- */

static bool is_white(redline_bytes words)
{
	for (size_t i = 0; i < words.len; i++)
		if (!is_space(words.ptr[i]))
			return false;
	return true;
}

static bool begins_white(redline_bytes words)
{
	return words.len && is_space(words.ptr[0]);
}

static bool ends_white(redline_bytes words)
{
	return words.len && is_space(words.ptr[words.len - 1]);
}

struct passage {
	redline_bytes words;
	const struct marked_part *at;
	size_t count;
	enum marked_bold bold;
};

static redline_bytes words_of(const struct passage *p, size_t i)
{
	return bytes_in(p->words, p->at[i].range);
}

static bool is_gap(const struct passage *p, size_t i)
{
	return p->at[i].kind == MARKED_SAID ||
	       (p->at[i].kind == MARKED_KEPT && is_white(words_of(p, i)));
}

/* Does what is struck out stand beside part i, white space aside? */
static bool beside_gone(const struct passage *p, size_t i)
{
	size_t left = i, right = i + 1;
	while (left > 0 && is_gap(p, left - 1))
		left--;
	while (right < p->count && is_gap(p, right))
		right++;
	return (left > 0 && p->at[left - 1].kind == MARKED_GONE) ||
	       (right < p->count && p->at[right].kind == MARKED_GONE);
}

/* What a part is in this reading. */
static enum marked_kind kind_of(const struct passage *p, size_t i)
{
	if (p->at[i].kind != MARKED_BOLD)
		return p->at[i].kind;
	bool const comes = p->bold == BOLD_COMES ||
	                   (p->bold == BOLD_REPLACES && beside_gone(p, i));
	return comes ? MARKED_COME : MARKED_KEPT;
}

static bool is_change(const struct passage *p, size_t i)
{
	enum marked_kind const kind = kind_of(p, i);
	return kind == MARKED_GONE || kind == MARKED_COME;
}

/* The first part after the change that begins at part i. */
static size_t change_end(const struct passage *p, size_t i)
{
	size_t end = i + 1;
	for (size_t k = end; k < p->count; k++) {
		if (is_change(p, k))
			end = k + 1;
		else if (!is_gap(p, k))
			break;
	}
	return end;
}

/* The words of one kind in parts [from, to), a blank where white space parts them. */
static redline_range gather(const struct passage *p, size_t from, size_t to,
                            enum marked_kind kind, struct buf *into)
{
	size_t const begin = into->len;
	bool blank = false;
	for (size_t i = from; i < to; i++) {
		redline_bytes const words = words_of(p, i);
		if (kind_of(p, i) == kind) {
			if (blank && into->len > begin)
				buf_char(into, ' ');
			buf_bytes(into, words);
			blank = false;
		} else if (p->at[i].kind == MARKED_KEPT) {
			blank = true;
		}
	}
	redline_range const all = {(uint32_t)begin, (uint32_t)into->len};
	return into->failed ? (redline_range){0, 0} : range_trim(buf_view(into), all);
}

/* Kept words before part i, or after it: white space or words, no comment. */
static redline_bytes neighbour(const struct passage *p, size_t i, bool before)
{
	while (before ? i > 0 : i < p->count) {
		size_t const k = before ? --i : i++;
		if (p->at[k].kind != MARKED_SAID)
			return words_of(p, k);
	}
	return (redline_bytes){"", 0};
}

static bool opens_closing(redline_bytes words)
{
	unsigned size;
	uint32_t const cp = words.len ? utf8_at(words, 0, &size) : '.';
	return cp == ',' || cp == '.' || cp == ';' || cp == ':' || cp == '!' || cp == '?' ||
	       cp == ')' || cp == ']' || cp == 0x201D || cp == 0xBB || cp == 0x2019;
}

static bool ends_opening(redline_bytes words)
{
	unsigned size;
	uint32_t const cp = words.len ? utf8_before(words, words.len, &size) : '(';
	return cp == '(' || cp == '[' || cp == 0x201C || cp == 0xAB || cp == 0x2018;
}

/* White space between the pieces of a change, where one end joins a word. */
static bool joins_apart(const struct passage *p, size_t from, size_t to, redline_bytes left,
                        redline_bytes right)
{
	bool apart = false, both[2] = {false, false};
	for (size_t i = from; i < to; i++) {
		apart |= p->at[i].kind == MARKED_KEPT;
		both[0] |= kind_of(p, i) == MARKED_GONE;
		both[1] |= kind_of(p, i) == MARKED_COME;
	}
	unsigned size;
	bool const joined_left =
		left.len && is_word_char(utf8_before(left, left.len, &size)) &&
		!begins_white(words_of(p, from));
	bool const joined_right = right.len && is_word_char(utf8_at(right, 0, &size)) &&
	                          !ends_white(words_of(p, to - 1));
	return apart && both[0] && both[1] && (joined_left || joined_right);
}

/* Takes the white space at the end of the old reading away again. */
static void drop_blank(struct buf *old)
{
	while (old->len && is_space(old->ptr[old->len - 1]))
		old->len--;
}

static bool read_change(const struct passage *p, size_t from, size_t to, struct marked *out)
{
	redline_bytes const left = neighbour(p, from, true), right = neighbour(p, to, false);
	bool const white_left = ends_white(left), white_right = begins_white(right);
	size_t const before = out->come.len;
	redline_range const come = gather(p, from, to, MARKED_COME, &out->come);
	redline_bytes const raw = {out->come.ptr ? out->come.ptr + before : "",
	                           out->come.len - before};
	struct marked_change change = {
		.come = come,
		.blank_before = white_left || begins_white(raw),
		.blank_after = white_right || ends_white(raw),
		.unclear = joins_apart(p, from, to, left, right),
	};
	size_t const at = out->old.len;
	change.gone = gather(p, from, to, MARKED_GONE, &out->old);
	bool const blank_goes = out->old.len > at && !range_len(change.gone);
	if (out->old.len == at && white_left && opens_closing(right))
		drop_blank(&out->old);
	if (!range_len(change.gone)) {
		uint32_t const point = (uint32_t)(blank_goes ? at : out->old.len);
		change.gone = (redline_range){point, point};
	}
	change.blanks_go = blank_goes && !range_len(come);
	struct marked_change *slot = VEC_PUSH(&out->changes);
	if (slot)
		*slot = change;
	return slot != NULL;
}

/* Kept words; after new words that follow an opening bracket without their blank. */
static void read_kept(const struct passage *p, size_t i, struct marked *out)
{
	redline_bytes words = words_of(p, i);
	size_t const last = out->changes.len;
	bool const after_point = last && !range_len(out->changes.at[last - 1].gone) &&
	                         out->changes.at[last - 1].gone.begin == out->old.len;
	while (after_point && begins_white(words) && ends_opening(buf_view(&out->old))) {
		words.ptr++;
		words.len--;
	}
	buf_bytes(&out->old, words);
}

bool marked_read(redline_bytes words, const marked_parts *parts, enum marked_bold bold,
                 struct marked *out)
{
	struct passage const p = {words, parts->at, parts->len, bold};
	for (size_t i = 0; i < p.count;) {
		if (is_change(&p, i)) {
			size_t const end = change_end(&p, i);
			if (!read_change(&p, i, end, out))
				return false;
			i = end;
			continue;
		}
		if (kind_of(&p, i) == MARKED_KEPT)
			read_kept(&p, i, out);
		i++;
	}
	return !out->old.failed && !out->come.failed && !out->changes.failed;
}

void marked_release(struct marked *m)
{
	buf_release(&m->old);
	buf_release(&m->come);
	VEC_RELEASE(&m->changes);
}
