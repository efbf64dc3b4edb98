/*
 * quote.c -- pairing quotation marks.  See quote.h.
 *
 * Two passes.  The first lists every mark with its family and whether its
 * neighbours let it open or close.  The second pairs them with a stack; when
 * a block of the layout begins inside an open quotation, the next mark of
 * the same family decides: a closing one means that the quotation runs on,
 * an opening one that it was never closed.
 */
#include "quote.h"

#include "base/bytes.h"
#include "base/vec.h"

enum family { CURLY, LOW, ANGLE, CORNER, STRAIGHT, DITTO, SINGLE_CURLY, SINGLE, TICK, NO_FAMILY };

struct mark {
	uint32_t begin, end;
	uint8_t family;
	bool opens, closes;
	bool block_start; /* first word of a block, or number of a line: may only open again */
};

#define DEPTH_MAX 16

typedef VEC(struct mark) mark_list;

static enum family family_of(uint32_t cp)
{
	switch (cp) {
	case 0x201C:
	case 0x201D:
	case 0x201F:
		return CURLY;
	case 0x201E:
		return LOW;
	case 0xAB:
	case 0xBB:
		return ANGLE;
	case 0x300C:
	case 0x300D:
	case 0x300E:
	case 0x300F:
		return CORNER;
	case '"':
	case 0xFF02:
		return STRAIGHT;
	case 0x2018:
	case 0x2019:
	case 0x201B:
		return SINGLE_CURLY;
	case '\'':
		return SINGLE;
	case '`':
		return TICK;
	default:
		return NO_FAMILY;
	}
}

/* What stands to the left and right of a mark. */
struct flanks {
	bool left_space, left_bracket, left_open, left_word;
	bool right_space, right_word;
};

static struct flanks flanks_at(redline_bytes text, uint32_t begin, uint32_t end)
{
	struct flanks f = {.left_space = true, .right_space = true};
	unsigned size;
	if (begin > 0) {
		uint32_t const cp = utf8_before(text, begin, &size);
		f.left_space = is_space_char(cp);
		f.left_word = is_word_char(cp);
		f.left_bracket = cp == '(' || cp == '[' || cp == '{';
		f.left_open = f.left_bracket || cp == 0x2014 || cp == '/' ||
		              family_of(cp) != NO_FAMILY;
	}
	if (end < text.len) {
		uint32_t const cp = utf8_at(text, end, &size);
		f.right_space = is_space_char(cp);
		f.right_word = is_word_char(cp);
	}
	return f;
}

/*
 * Marks with two shapes say themselves what they are; straight ones are told
 * by their neighbours, and apostrophes kept out.
 */
static bool classify(struct mark *m, uint32_t cp, redline_bytes text)
{
	struct flanks const f = flanks_at(text, m->begin, m->end);
	switch (m->family) {
	case CURLY:
		/* Arabic texts have them the other way round; and 201C closes after a
		 * low one, see closes() */
		m->opens = cp != 0x201D || (f.left_space && f.right_word);
		m->closes = cp == 0x201D || (cp == 0x201C && f.left_word && !f.right_word);
		return true;
	case LOW:
		m->opens = true;
		return true;
	case ANGLE:
		/* "»as German books have them«" */
		m->opens = cp == 0xAB ? !f.left_word || f.right_word
		                      : f.left_space && f.right_word;
		m->closes = !m->opens;
		return true;
	case CORNER:
		m->opens = cp == 0x300C || cp == 0x300E;
		m->closes = !m->opens;
		return true;
	case DITTO:
		m->opens = cp == '`' || cp == 0x2018;
		m->closes = !m->opens;
		return true;
	case STRAIGHT:
	case TICK:
		m->opens = !f.right_space && (f.left_space || f.left_open || f.right_word);
		/* ("term") inside a quotation opens one of its own */
		m->closes = !f.left_space && !(f.left_bracket && f.right_word);
		if (!m->opens && !m->closes)
			m->opens = m->closes = true;
		return true;
	case SINGLE_CURLY:
		m->opens = cp != 0x2019;
		m->closes = cp == 0x2019 && !f.right_word;
		return m->opens || m->closes;
	case SINGLE:
		m->opens = (f.left_space || f.left_open) && !f.right_space;
		m->closes = !f.left_space && !f.right_word;
		return m->opens || m->closes;
	default:
		return false;
	}
}

/*
 * Two straight marks side by side, as ““Board”” is typed: before a word both open, behind
 * one both close.  An empty pair has a blank or a stop on either side.
 */
static void classify_twins(struct mark *m, redline_bytes text)
{
	char const c = text.ptr[m->begin];
	uint32_t begin = m->begin, end = m->end;
	if (m->family != STRAIGHT || m->end - m->begin != 1)
		return;
	if (begin > 0 && text.ptr[begin - 1] == c)
		begin--;
	else if (end < text.len && text.ptr[end] == c)
		end++;
	struct flanks const f = flanks_at(text, begin, end);
	if (end - begin != 2)
		return;
	if ((f.left_space || f.left_bracket) && f.right_word) {
		m->opens = true;
		m->closes = false;
	} else if (f.left_word && !f.right_word) {
		m->opens = false;
		m->closes = true;
	}
}

/* What a quotation mark may begin with. */
#define MARK_BYTES "\"'`\xC2\xE2\xE3\xEF"

/* The first thing in a block that is neither white space nor a block-quote mark. */
static uint32_t words_begin(redline_bytes text, const redline_block *b)
{
	uint32_t at = b->bytes.begin;
	while (at < b->bytes.end && (is_space(text.ptr[at]) || text.ptr[at] == '>'))
		at++;
	return at;
}

/* "(2) ..." on a line of its own, with a mark before it: a provision in a longer quotation,
 * whether or not an empty line stands before. */
static bool begins_numbered_line(redline_bytes text, const struct mark *m)
{
	uint32_t at = m->begin;
	while (at > 0 && is_blank(text.ptr[at - 1]))
		at--;
	if ((at > 0 && text.ptr[at - 1] != '\n') || m->end >= text.len || text.ptr[m->end] != '(')
		return false;
	at = m->end + 1;
	while (at < text.len && at < m->end + 8 && (is_word_byte(text.ptr[at]) || text.ptr[at] == '-'))
		at++;
	return at > m->end + 1 && at < text.len && text.ptr[at] == ')';
}

/*
 * ``As in American bills'', ‘‘or so’’.  Of three that close, the first ends the
 * quotation inside: "‘‘the term ‘a’’’".
 */
static bool is_doubled(redline_bytes text, uint32_t at, uint32_t cp, unsigned size)
{
	bool const may_be = cp == '`' || cp == '\'' || cp == 0x2018 || cp == 0x2019;
	unsigned run = 1;
	while (may_be && run < 3 && at + (run + 1) * size <= text.len &&
	       memcmp(text.ptr + at, text.ptr + at + run * size, size) == 0)
		run++;
	return run == 2 || (run == 3 && (cp == '`' || cp == 0x2018));
}

static bool list_marks(mark_list *marks, const redline_draft *layout)
{
	redline_bytes const text = redline_draft_text(layout);
	const redline_block *blocks = redline_draft_blocks(layout);
	uint32_t const count = redline_draft_count(layout);
	uint32_t block = 0;
	uint32_t first = text.len ? words_begin(text, &blocks[0]) : 0; /* of the block's words */
	uint32_t const end = (uint32_t)text.len;
	for (uint32_t at = 0; (at = bytes_find_any(text, at, end, BYTES(MARK_BYTES))) < end;) {
		unsigned size;
		uint32_t const cp = utf8_at(text, at, &size);
		struct mark m = {.begin = at, .end = at + size, .family = (uint8_t)family_of(cp)};
		if (is_doubled(text, at, cp, size)) {
			m.family = DITTO;
			m.end += size;
		}
		at = m.end;
		if (m.family == NO_FAMILY || !classify(&m, cp, text))
			continue;
		classify_twins(&m, text);
		if (blocks[block].bytes.end <= m.begin) {
			while (block + 1 < count && blocks[block + 1].bytes.begin <= m.begin)
				block++;
			first = words_begin(text, &blocks[block]);
		}
		m.block_start = m.begin == first || begins_numbered_line(text, &m);
		struct mark *slot = VEC_PUSH(marks);
		if (!slot)
			return false;
		*slot = m;
	}
	return true;
}

static bool same_family(const struct mark *open, const struct mark *m)
{
	return open->family == m->family || (open->family == LOW && m->family == CURLY);
}

static bool closes(const struct mark *open, const struct mark *m)
{
	return same_family(open, m) && (m->closes || open->family == LOW);
}

struct pairing {
	const redline_draft *layout;
	const struct mark *marks;
	size_t count;
	size_t stack[DEPTH_MAX];
	unsigned depth;
	uint32_t block; /* that the last mark was in */
	bool reopened;
	VEC(struct quotation) found;
	VEC(uint32_t) strays;
};

static void add_stray(struct pairing *p, const struct mark *m)
{
	if (m->family >= SINGLE_CURLY)
		return; /* as a rule an apostrophe */
	uint32_t *slot = VEC_PUSH(&p->strays);
	if (slot)
		*slot = m->begin;
}

/* Everything open was opened in vain. */
static void drop_open(struct pairing *p)
{
	for (unsigned i = 0; i < p->depth; i++)
		add_stray(p, &p->marks[p->stack[i]]);
	p->depth = 0;
	p->reopened = false;
}

/*
 * A block begins inside an open quotation.  Does it run on?  The next marks
 * of its family tell; a few of other families may stand between.
 */
static bool runs_on(const struct pairing *p, size_t next)
{
	const struct mark *open = &p->marks[p->stack[0]];
	if (open->family >= SINGLE_CURLY)
		return false;
	for (size_t i = next; i < p->count && i < next + 64; i++) {
		const struct mark *m = &p->marks[i];
		if (!same_family(open, m))
			continue;
		return closes(open, m) || m->block_start;
	}
	return false;
}

static void enter_block(struct pairing *p, size_t i)
{
	const redline_block *blocks = redline_draft_blocks(p->layout);
	uint32_t const before = p->block;
	while (blocks[p->block].bytes.end <= p->marks[i].begin)
		p->block++;
	if (p->block != before && p->depth > 0 && !runs_on(p, i))
		drop_open(p);
}

/* "« so »": the blanks are the marks', not the words'. */
static redline_range without_blanks(redline_bytes text, redline_range r)
{
	unsigned size;
	while (r.begin < r.end && is_space_char(utf8_at(text, r.begin, &size)))
		r.begin += size;
	while (r.begin < r.end && is_space_char(utf8_before(text, r.end, &size)))
		r.end -= size;
	return r;
}

static void record(struct pairing *p, const struct mark *open, const struct mark *close)
{
	struct quotation *q = VEC_PUSH(&p->found);
	if (!q)
		return;
	q->outer = (redline_range){open->begin, close->end};
	q->inner = (redline_range){open->end, close->begin};
	if (open->family == ANGLE)
		q->inner = without_blanks(redline_draft_text(p->layout), q->inner);
	q->reopened = p->reopened;
	q->early = 0;
	p->reopened = false;
}

/* The stack level that this mark closes, or -1. */
static int closing_level(const struct pairing *p, const struct mark *m)
{
	for (int level = (int)p->depth - 1; level >= 0; level--) {
		const struct mark *open = &p->marks[p->stack[level]];
		if (closes(open, m))
			return level;
		if (open->family < SINGLE_CURLY && m->family >= SINGLE_CURLY)
			break; /* an apostrophe can't reach through a double mark */
	}
	return -1;
}

static void pair_one(struct pairing *p, size_t i)
{
	const struct mark *m = &p->marks[i];
	enter_block(p, i);
	const struct mark *top = p->depth ? &p->marks[p->stack[p->depth - 1]] : NULL;
	if (top && m->block_start && m->opens && p->depth == 1 && same_family(top, m) &&
	    m->family != SINGLE && m->family != SINGLE_CURLY) {
		p->reopened = true;
		return;
	}
	int const level = closing_level(p, m);
	if (level >= 0) {
		p->depth = (unsigned)level;
		if (level == 0)
			record(p, &p->marks[p->stack[0]], m);
		return;
	}
	bool const inner_single = m->family >= SINGLE_CURLY && p->depth > 0;
	if (m->opens && !inner_single) {
		if (p->depth < DEPTH_MAX)
			p->stack[p->depth++] = i;
		else
			add_stray(p, m);
	} else if (!inner_single) {
		add_stray(p, m);
	}
}

static int by_offset(const void *a, const void *b)
{
	uint32_t const x = *(const uint32_t *)a, y = *(const uint32_t *)b;
	return (x > y) - (x < y);
}

/* Where in the list each piece of the text begins. */
static bool list_pieces(struct quotes *q, struct arena *a, size_t len)
{
	q->pieces = (uint32_t)(len / QUOTES_PIECE) + 1;
	uint32_t *from = arena_array(a, (size_t)q->pieces + 1, sizeof *from);
	if (!from)
		return false;
	uint32_t next = 0;
	for (uint32_t k = 0; k < q->pieces; k++) {
		while (next < q->count && q->at[next].outer.end <= k * QUOTES_PIECE)
			next++;
		from[k] = next;
	}
	from[q->pieces] = q->count;
	q->from = from;
	return true;
}

static bool hand_over(struct quotes *out, struct arena *a, struct pairing *p)
{
	struct quotation *at = arena_array(a, p->found.len, sizeof *at);
	uint32_t *strays = arena_array(a, p->strays.len, sizeof *strays);
	if (!at || !strays || p->found.failed || p->strays.failed)
		return false;
	if (p->found.len)
		memcpy(at, p->found.at, p->found.len * sizeof *at);
	if (p->strays.len) {
		memcpy(strays, p->strays.at, p->strays.len * sizeof *strays);
		qsort(strays, p->strays.len, sizeof *strays, by_offset);
	}
	*out = (struct quotes){.at = at,
	                       .count = quotes_join(at, (uint32_t)p->found.len, p->layout),
	                       .strays = strays,
	                       .stray_count = (uint32_t)p->strays.len};
	return list_pieces(out, a, redline_draft_text(p->layout).len);
}

bool quotes_find(struct quotes *out, struct arena *a, const redline_draft *layout)
{
	mark_list marks = {0};
	bool ok = list_marks(&marks, layout);
	struct pairing p = {.layout = layout, .marks = marks.at, .count = marks.len};
	for (size_t i = 0; ok && i < marks.len; i++)
		pair_one(&p, i);
	if (ok) {
		drop_open(&p);
		ok = hand_over(out, a, &p);
	}
	VEC_RELEASE(&p.found);
	VEC_RELEASE(&p.strays);
	VEC_RELEASE(&marks);
	return ok;
}

uint32_t quotes_from(const struct quotes *q, uint32_t offset)
{
	uint32_t const k = offset / QUOTES_PIECE;
	uint32_t low = k < q->pieces ? q->from[k] : q->count;
	uint32_t high = k < q->pieces ? q->from[k + 1] : q->count;
	while (low < high) {
		uint32_t const mid = low + (high - low) / 2;
		if (q->at[mid].outer.end <= offset)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

bool quotes_stray_in(const struct quotes *q, redline_range range, uint32_t *where)
{
	uint32_t low = 0, high = q->stray_count;
	while (low < high) {
		uint32_t const mid = low + (high - low) / 2;
		if (q->strays[mid] < range.begin)
			low = mid + 1;
		else
			high = mid;
	}
	if (low == q->stray_count || q->strays[low] >= range.end)
		return false;
	*where = q->strays[low];
	return true;
}

/* Is the mark at `at` the first thing after an empty line or line end? */
static bool opens_paragraph(redline_bytes text, uint32_t from, uint32_t at)
{
	while (at > from && is_blank(text.ptr[at - 1]))
		at--;
	return at > from && text.ptr[at - 1] == '\n';
}

redline_bytes quotation_words(const struct quotation *q, redline_bytes text, struct arena *a)
{
	redline_bytes const raw = bytes_in(text, q->inner);
	if (!q->reopened)
		return raw;
	unsigned size;
	uint32_t const mark = utf8_at(text, q->outer.begin, &size);
	char *out = arena_alloc(a, raw.len);
	if (!out)
		return (redline_bytes){0};
	size_t len = 0;
	for (uint32_t at = q->inner.begin; at < q->inner.end;) {
		uint32_t const cp = utf8_at(text, at, &size);
		if (cp != mark || !opens_paragraph(text, q->inner.begin, at)) {
			memcpy(out + len, text.ptr + at, size);
			len += size;
		}
		at += size;
	}
	return (redline_bytes){out, len};
}
