/*
 * diff_small.c -- the longest common subsequence of a small box, exactly.
 *
 * First, few differences are tried: Myers's greedy rows, all of them kept, as
 * far as that is cheaper than what follows.  A cell is how far along the first
 * sequence one comes with d differences of which i are tokens that go.
 *
 * Then bits: one bit for each token of the shorter side, a row for each of the
 * longer.  In a row a bit is 0 where the length of the common subsequence grows
 * by one.  All rows are kept; the trace goes back through them from the end and
 * takes every match that it meets, which is always right and keeps runs whole.
 */
#include "diffing.h"

/* ---- few differences ---- */

#define DEAD (INT32_MIN / 4) /* a cell that can't be reached */

struct few {
	const uint64_t *a, *b;
	int32_t a_len, b_len;
	int32_t go, come; /* at most so many tokens of a go, of b come */
	int32_t *cells;
};

/* Row d has cells 0 to d, and a dead one on either side. */
static int32_t *few_row(const struct few *f, int32_t d)
{
	return f->cells + d * (d + 5) / 2 + 1;
}

static int32_t slide(const struct few *f, int32_t x, int32_t y)
{
	int32_t const a_left = f->a_len - x, b_left = f->b_len - y;
	return x + (int32_t)common_head(f->a + x, f->b + y,
	                                (uint32_t)(a_left < b_left ? a_left : b_left));
}

/* The cells of row d from which the end can still be reached. */
static int32_t few_from(const struct few *f, int32_t d)
{
	return d > f->come ? d - f->come : 0;
}

static int32_t few_to(const struct few *f, int32_t d)
{
	return d < f->go ? d : f->go;
}

static void few_step(const struct few *f, int32_t d)
{
	const int32_t *last = few_row(f, d - 1);
	int32_t *row = few_row(f, d);
	int32_t const from = few_from(f, d), to = few_to(f, d);
	row[from - 1] = row[to + 1] = DEAD;
	for (int32_t i = from; i <= to; i++) {
		int32_t const x = last[i - 1] + 1 > last[i] ? last[i - 1] + 1 : last[i];
		int32_t const y = x - (2 * i - d);
		bool const inside = x >= 0 && x <= f->a_len && y <= f->b_len;
		row[i] = inside ? slide(f, x, y) : DEAD;
	}
}

static void few_trace(struct diff_job *job, const struct box *box, const struct few *f,
                      int32_t d)
{
	int32_t i = (d + f->a_len - f->b_len) / 2;
	int32_t x = f->a_len;
	for (; d > 0; d--) {
		const int32_t *last = few_row(f, d - 1);
		bool const gone = last[i - 1] + 1 > last[i];
		int32_t const start = gone ? last[i - 1] + 1 : last[i];
		int32_t const y = start - (2 * i - d);
		if (x > start)
			job_put_back(job, box->a + (uint32_t)start, box->b + (uint32_t)y,
			             (uint32_t)(x - start));
		i -= gone;
		x = start - gone;
	}
	if (x > 0)
		job_put_back(job, box->a, box->b, (uint32_t)x);
}

/*
 * If the rest goes as it went up to row d, will there be more than `most`?  The
 * longest way that any cell has come, on both sides together, says how it went.
 */
static bool is_hopeless(const struct few *f, int32_t d)
{
	const int32_t *row = few_row(f, d);
	int32_t way = 1;
	for (int32_t i = few_from(f, d); i <= few_to(f, d); i++) {
		int32_t const cell = 2 * row[i] - (2 * i - d);
		way = cell > way ? cell : way;
	}
	int32_t const most = f->go + f->come;
	return (int64_t)d * (f->a_len + f->b_len) > (int64_t)most * way;
}

/* False if there are more than `most` differences (which are at most FEW_MOST). */
static bool solve_few(struct diff_job *job, const struct box *box, int32_t most)
{
	int32_t const skew = (int32_t)box->a_len - (int32_t)box->b_len;
	struct few const f = {job->a + box->a, job->b + box->b, (int32_t)box->a_len,
	                      (int32_t)box->b_len, (most + skew) / 2, (most - skew) / 2,
	                      job->d->memory->few};
	if (skew > most || -skew > most)
		return false;
	int32_t *row = few_row(&f, 0);
	row[-1] = row[1] = DEAD;
	row[0] = slide(&f, 0, 0);
	for (int32_t d = 1; d <= most; d++) {
		few_step(&f, d);
		if (((d ^ skew) & 1) == 0 && d >= skew && d >= -skew &&
		    few_row(&f, d)[(d + skew) / 2] == f.a_len) {
			few_trace(job, box, &f, d);
			return true;
		}
		if ((d == most / 4 || d == most / 2) && is_hopeless(&f, d))
			return false;
	}
	return false;
}

/* ---- rows of bits ---- */

/* The box with its shorter side in the bits. */
struct grid {
	const uint64_t *bits, *rows; /* the tokens */
	uint32_t bit_count, row_count;
	uint32_t width; /* words in a row */
	bool swapped;   /* the bits are b's */
};

static struct grid grid_of(struct diff_job *job, const struct box *box)
{
	bool const swapped = box->a_len > box->b_len;
	const uint64_t *a = job->a + box->a;
	const uint64_t *b = job->b + box->b;
	uint32_t const bits = swapped ? box->b_len : box->a_len;
	return (struct grid){swapped ? b : a, swapped ? a : b, bits,
	                     swapped ? box->a_len : box->b_len, (bits + 63) / 64, swapped};
}

/* Bit i of a token's mask: it is the token at i.  The mask of number 0 is empty. */
static bool fill_masks(struct diff_memory *memory, const struct grid *g)
{
	struct table *t = &memory->table;
	uint32_t const width = g->width;
	if (!table_begin(t, g->bit_count, 4 * (uint64_t)g->bit_count))
		return false;
	memset(memory->masks, 0, ((size_t)g->bit_count + 1) * width * sizeof *memory->masks);
	for (uint32_t i = 0; i < g->bit_count; i++) {
		uint64_t *mask = memory->masks + (size_t)table_add(t, g->bits[i]) * width;
		mask[i / 64] |= (uint64_t)1 << i % 64;
	}
	return true;
}

static void fill_rows_of_one(struct diff_memory *memory, const struct grid *g)
{
	uint64_t row = ~(uint64_t)0;
	memory->rows[0] = row;
	for (uint32_t j = 0; j < g->row_count; j++) {
		uint64_t const mask = memory->masks[table_find(&memory->table, g->rows[j])];
		row = (row + (row & mask)) | (row & ~mask);
		memory->rows[j + 1] = row;
	}
}

/* Two words stay in registers, which spares more than half of the time. */
static void fill_rows_of_two(struct diff_memory *memory, const struct grid *g)
{
	uint64_t low = ~(uint64_t)0, high = low;
	uint64_t *row = memory->rows;
	row[0] = row[1] = low;
	for (uint32_t j = 0; j < g->row_count; j++) {
		uint32_t const number = table_find(&memory->table, g->rows[j]);
		const uint64_t *mask = memory->masks + (size_t)number * 2;
		uint64_t const sum = low + (low & mask[0]);
		high = (high + (high & mask[1]) + (sum < low)) | (high & ~mask[1]);
		low = sum | (low & ~mask[0]);
		row += 2;
		row[0] = low;
		row[1] = high;
	}
}

static void fill_rows(struct diff_memory *memory, const struct grid *g)
{
	uint32_t const width = g->width;
	uint64_t *row = memory->rows;
	memset(row, 0xFF, width * sizeof *row);
	for (uint32_t j = 0; j < g->row_count; j++, row += width) {
		uint32_t const number = table_find(&memory->table, g->rows[j]);
		const uint64_t *mask = memory->masks + (size_t)number * width;
		uint64_t carry = 0;
		for (uint32_t w = 0; w < width; w++) {
			uint64_t const part = row[w] + (row[w] & mask[w]);
			uint64_t const sum = part + carry;
			carry = (part < row[w]) | (sum < part);
			row[width + w] = sum | (row[w] & ~mask[w]);
		}
	}
}

static void trace(struct diff_job *job, const struct box *box, const struct grid *g)
{
	const uint64_t *rows = job->d->memory->rows;
	const uint64_t *x = g->bits, *y = g->rows;
	uint32_t i = g->bit_count, j = g->row_count;
	while (i && j) {
		if (x[i - 1] == y[j - 1]) {
			uint32_t const end = i;
			do {
				i--;
				j--;
			} while (i && j && x[i - 1] == y[j - 1]);
			job_put_back(job, box->a + (g->swapped ? j : i), box->b + (g->swapped ? i : j),
			             end - i);
		} else {
			uint64_t const row = rows[(size_t)j * g->width + (i - 1) / 64];
			uint32_t const same = row >> (i - 1) % 64 & 1;
			i -= same;
			j -= 1 - same;
		}
	}
}

static bool solve_bits(struct diff_job *job, const struct box *box)
{
	struct grid const g = grid_of(job, box);
	struct diff_memory *memory = job->d->memory;
	if (!fill_masks(memory, &g))
		return false;
	if (g.width == 1)
		fill_rows_of_one(memory, &g);
	else if (g.width == 2)
		fill_rows_of_two(memory, &g);
	else
		fill_rows(memory, &g);
	trace(job, box, &g);
	return true;
}

/* ---- which of them ---- */

/*
 * As many differences as make the greedy rows as dear as bits.  Measured: that
 * is a tenth of the tokens, whatever the size.
 */
static int32_t few_limit(const struct box *box)
{
	uint32_t const tenth = (box->a_len + box->b_len) / 10;
	return tenth < 4 ? 4 : tenth > FEW_MOST ? FEW_MOST : (int32_t)tenth & ~1;
}

bool diff_small(struct diff_job *job, const struct box *box)
{
	int32_t const even = few_limit(box);
	int32_t const most = even - (int32_t)((box->a_len ^ box->b_len) & 1);
	if (!solve_few(job, box, most) && !solve_bits(job, box))
		return false;
	job_put_collected(job);
	return true;
}
