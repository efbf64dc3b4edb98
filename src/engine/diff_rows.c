/*
 * diff_rows.c -- the longest common subsequence of a larger box, exactly, by
 * rows of bits as in diff_small.c but in little memory and with little work for
 * rare tokens.
 *
 * There is one row, and it is changed in place.  A token's matches are kept in
 * groups, a group being those in one word.  For a rare token only the words with
 * a group are looked at, and those that a carry reaches.  A frequent one has a
 * group for every word, empty or not, and changes the whole row in one sweep.
 *
 * A journal keeps what each word was before, so the trace, which goes back,
 * restores the rows one by one.  When the journal is full, a mark (a copy of the
 * row) is set and the journal begins anew; a trace that comes to a mark takes up
 * the one before and goes forward from there once more.  So no row is computed
 * more than twice.
 */
#include "diffing.h"

#define JOURNAL_MOST ((size_t)1 << 20) /* entries */
/* A token with groups in one of so many words is frequent.  Measured. */
#define FREQUENT 4u

struct sweep {
	struct diff_job *job;
	struct table *table;
	struct row_memory *m;
	const uint64_t *bits, *rows; /* the tokens, the shorter side in the bits */
	uint32_t bit_count, row_count;
	uint32_t a, b;  /* where the box begins */
	bool swapped;   /* the bits are b's */
	uint32_t width; /* words in a row */
	uint32_t from;  /* the row after which the journal begins */
	size_t entries; /* in the journal */
	size_t most;    /* there may be */
};

/* ---- groups ---- */

/* Numbers the tokens and counts their groups; begin.at is the last word meanwhile. */
static void count_groups(struct sweep *s)
{
	struct row_memory *m = s->m;
	for (uint32_t i = 0; i < s->bit_count; i++) {
		uint32_t const known = s->table->count;
		uint32_t const number = table_add(s->table, s->bits[i]);
		bool const more = number > known || m->begin.at[number] != i / 64;
		m->count.at[number] = number > known ? 1 : m->count.at[number] + more;
		m->begin.at[number] = i / 64;
		m->number.at[i] = number;
	}
}

/* Lays the groups out; returns how many there are, those of frequent tokens all. */
static size_t place_groups(struct sweep *s)
{
	struct row_memory *m = s->m;
	size_t used = 0;
	m->begin.at[0] = m->count.at[0] = 0;
	for (uint32_t number = 1; number <= s->table->count; number++) {
		m->begin.at[number] = (uint32_t)used;
		if (m->count.at[number] * FREQUENT > s->width)
			m->count.at[number] = s->width;
		used += m->count.at[number];
	}
	return used;
}

/* Counts the groups of rare tokens once more, as they are filled. */
static void fill_groups(struct sweep *s, size_t used)
{
	struct row_memory *m = s->m;
	memset(m->mask.at, 0, used * sizeof *m->mask.at);
	for (uint32_t number = 1; number <= s->table->count; number++)
		if (m->count.at[number] < s->width)
			m->count.at[number] = 0;
	for (uint32_t i = 0; i < s->bit_count; i++) {
		uint32_t const number = m->number.at[i], begin = m->begin.at[number];
		uint32_t group = begin + i / 64;
		if (m->count.at[number] < s->width) {
			uint32_t const count = m->count.at[number];
			bool const more = count == 0 || m->word.at[begin + count - 1] != i / 64;
			m->count.at[number] = count + more;
			group = begin + count + more - 1;
			m->word.at[group] = i / 64;
		}
		m->mask.at[group] |= (uint64_t)1 << i % 64;
	}
}

static bool make_groups(struct sweep *s)
{
	struct row_memory *m = s->m;
	size_t const numbers = (size_t)s->bit_count + 1;
	if (!table_begin(s->table, s->bit_count, 2 * (uint64_t)s->bit_count) ||
	    !numbers_room(&m->number, numbers) || !numbers_room(&m->begin, numbers) ||
	    !numbers_room(&m->count, numbers))
		return false;
	count_groups(s);
	size_t const used = place_groups(s);
	if (!words_room(&m->mask, used) || !numbers_room(&m->word, used))
		return false;
	fill_groups(s, used);
	return true;
}

/* ---- rows ---- */

/* One word of a row; the carry comes, and goes on. */
static inline uint64_t change_word(uint64_t *word, uint64_t mask, uint64_t carry)
{
	uint64_t const old = *word;
	uint64_t const part = old + (old & mask);
	uint64_t const sum = part + carry;
	*word = sum | (old & ~mask);
	return (part < old) | (sum < part);
}

static void change_all(struct sweep *s, const uint64_t *mask)
{
	uint64_t *row = s->m->state.at;
	uint64_t carry = 0;
	memcpy(s->m->old.at + s->entries, row, s->width * sizeof *row);
	for (uint32_t w = 0; w < s->width; w++)
		carry = change_word(&row[w], mask[w], carry);
	s->entries += s->width;
}

static inline uint64_t change_noted(struct sweep *s, uint32_t w, uint64_t mask, uint64_t carry)
{
	uint64_t *word = &s->m->state.at[w];
	uint64_t const old = *word;
	carry = change_word(word, mask, carry);
	s->m->old.at[s->entries] = old;
	s->m->touched.at[s->entries] = w;
	s->entries += *word != old;
	return carry;
}

static void change_some(struct sweep *s, const uint64_t *mask, const uint32_t *word, uint32_t count)
{
	for (uint32_t n = 0; n < count;) {
		uint32_t w = word[n];
		uint64_t carry = change_noted(s, w, mask[n++], 0);
		while (carry && ++w < s->width) {
			bool const more = n < count && word[n] == w;
			carry = change_noted(s, w, more ? mask[n] : 0, 1);
			n += more;
		}
	}
}

/* From one row to the next, by the token that stands there. */
static void change_row(struct sweep *s, uint64_t token)
{
	struct row_memory *m = s->m;
	uint32_t const number = table_find(s->table, token);
	uint32_t const begin = m->begin.at[number], count = m->count.at[number];
	if (count == s->width)
		change_all(s, m->mask.at + begin);
	else
		change_some(s, m->mask.at + begin, m->word.at + begin, count);
}

/* Row j back to row j - 1.  As many entries as a row has words are a whole row. */
static void restore_row(struct sweep *s, uint32_t j)
{
	struct row_memory *m = s->m;
	size_t const begin = m->entry.at[j - 1 - s->from];
	if (s->entries - begin == s->width) {
		memcpy(m->state.at, m->old.at + begin, s->width * sizeof *m->state.at);
		s->entries = begin;
	}
	while (s->entries > begin) {
		s->entries--;
		m->state.at[m->touched.at[s->entries]] = m->old.at[s->entries];
	}
}

/* A mark: the row's number in one word, then the row. */
static bool set_mark(struct sweep *s, uint32_t row)
{
	uint64_t *number = VEC_PUSH(&s->m->marks);
	if (!number)
		return false;
	*number = row;
	for (uint32_t w = 0; w < s->width; w++) {
		uint64_t *word = VEC_PUSH(&s->m->marks);
		if (!word)
			return false;
		*word = s->m->state.at[w];
	}
	s->from = row;
	s->entries = 0;
	return true;
}

/* Takes up the newest mark, which is gone then. */
static void take_mark(struct sweep *s)
{
	s->m->marks.len -= (size_t)s->width + 1;
	const uint64_t *mark = s->m->marks.at + s->m->marks.len;
	s->from = (uint32_t)mark[0];
	s->entries = 0;
	memcpy(s->m->state.at, mark + 1, s->width * sizeof *mark);
}

/* Rows on to row `to`, with a mark wherever the journal has no room for another. */
static bool go_forward(struct sweep *s, uint32_t to)
{
	for (uint32_t j = s->from; j < to; j++) {
		if (s->entries + s->width > s->most && !set_mark(s, j))
			return false;
		s->m->entry.at[j - s->from] = (uint32_t)s->entries;
		change_row(s, s->rows[j]);
	}
	return true;
}

/* ---- the trace ---- */

static void put_back(const struct sweep *s, uint32_t i, uint32_t j, uint32_t len)
{
	job_put_back(s->job, s->a + (s->swapped ? j : i), s->b + (s->swapped ? i : j), len);
}

/* Back from (*i, j) to where the journal begins. */
static void trace_part(struct sweep *s, uint32_t *i, uint32_t j)
{
	while (*i && j > s->from) {
		uint32_t const end = *i;
		while (*i && j > s->from && s->bits[*i - 1] == s->rows[j - 1]) {
			restore_row(s, j--);
			--*i;
		}
		if (end > *i)
			put_back(s, *i, j, end - *i);
		else if (s->m->state.at[(*i - 1) / 64] >> (*i - 1) % 64 & 1)
			--*i;
		else
			restore_row(s, j--);
	}
}

/* Part by part; the newest mark is always where the journal begins. */
static bool trace(struct sweep *s)
{
	uint32_t i = s->bit_count, j = s->row_count;
	for (;;) {
		trace_part(s, &i, j);
		j = s->from;
		take_mark(s);
		if (i == 0 || j == 0)
			return true;
		take_mark(s);
		if (!set_mark(s, s->from) || !go_forward(s, j))
			return false;
	}
}

/* A row that every token changes may take a journal entry for each of its words. */
static bool make_room(struct sweep *s)
{
	struct row_memory *m = s->m;
	uint64_t const words = (uint64_t)s->width * s->row_count;
	s->most = words < JOURNAL_MOST ? (size_t)words : JOURNAL_MOST;
	s->most += s->width;
	return words_room(&m->state, s->width) && words_room(&m->old, s->most + 1) &&
	       numbers_room(&m->touched, s->most + 1) && numbers_room(&m->entry, s->row_count);
}

bool diff_rows(struct diff_job *job, const struct box *box)
{
	bool const swapped = box->a_len > box->b_len;
	const uint64_t *a = job->a + box->a;
	const uint64_t *b = job->b + box->b;
	struct diff_memory *memory = job->d->memory;
	struct sweep s = {
		.job = job, .table = &memory->table, .m = &memory->sparse,
		.bits = swapped ? b : a, .rows = swapped ? a : b,
		.bit_count = swapped ? box->b_len : box->a_len,
		.row_count = swapped ? box->a_len : box->b_len,
		.a = box->a, .b = box->b, .swapped = swapped,
	};
	s.width = (s.bit_count + 63) / 64;
	s.m->marks.len = 0;
	s.m->marks.failed = false;
	if (!make_groups(&s) || !make_room(&s))
		return false;
	memset(s.m->state.at, 0xFF, s.width * sizeof *s.m->state.at);
	if (!set_mark(&s, 0) || !go_forward(&s, s.row_count) || !trace(&s))
		return false;
	job_put_collected(job);
	return true;
}
