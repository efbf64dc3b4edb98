/*
 * diff_large.c -- common subsequences of boxes that are too large for
 * diff_small.c.
 *
 * A short walk comes first, because most large texts differ little.  Then the
 * tokens that the other side doesn't have are left out (nearly all of them), which
 * changes nothing in the result.  What remains is solved exactly if rows of bits are
 * worth it or a walk comes through.
 *
 * Else, a bounded answer: anchors, which are groups of four tokens in a row, then
 * of two, then single ones, that stand exactly once on either side of the box;
 * the longest chain of them that ascends on both sides is kept, each is
 * extended both ways, and the boxes between them are solved in the same manner.
 * A box that has no anchors is solved window by window.
 *
 * A box that isn't much smaller than the one it comes from goes on with shorter
 * groups, so boxes are nested at most SIZES times as often as a length can be
 * halved, and all on one level are together no longer than the whole.
 */
#include "diffing.h"

#define SIZES         3u         /* of groups */
#define WINDOW        3072u      /* tokens on the longer side */
#define MANY          UINT32_MAX /* a group that stands there more than once */
#define SAMPLES       (1u << 16) /* groups of a box that are looked at, about */
#define SAMPLE_BIT    0x100000u  /* of a hash: not one that chooses a slot */
#define PRESENCE_BITS 8u         /* at least, for a token */
/* What things may cost.  Rows: words for each token of a box, and beyond that in a
 * whole job.  Walks: steps for each token of a job, and beyond that.  Measured: a
 * step is about three words, and anchors lose so little that more isn't worth it. */
#define ROW_SHARE  32u
#define ROW_SPARE  ((uint64_t)1 << 21)
#define WALK_SHARE 2u
#define WALK_SPARE ((uint64_t)1 << 18)

static const uint32_t group_sizes[SIZES] = {4, 2, 1};

static uint64_t box_size(const struct box *box)
{
	return (uint64_t)box->a_len + box->b_len;
}

/* ---- anchors ---- */

/* The box with its shorter side, whose groups are in the table, first. */
struct sides {
	const uint64_t *table, *other; /* the tokens */
	uint32_t table_len, other_len;
	bool swapped; /* the shorter one is b */
};

static struct sides sides_of(struct diff_job *job, const struct box *box)
{
	const uint64_t *a = job->a + box->a;
	const uint64_t *b = job->b + box->b;
	if (box->a_len > box->b_len)
		return (struct sides){b, a, box->b_len, box->a_len, true};
	return (struct sides){a, b, box->a_len, box->b_len, false};
}

static inline uint64_t group_hash(const uint64_t *group, uint32_t size)
{
	uint64_t hash = 0;
	for (uint32_t i = 0; i < size; i++)
		hash = scatter(hash ^ group[i]);
	return hash;
}

static bool same_group(const uint64_t *x, const uint64_t *y, uint32_t size)
{
	for (uint32_t i = 0; i < size; i++)
		if (x[i] != y[i])
			return false;
	return true;
}

/*
 * The slot where the table's group that equals this one is, or belongs.  A
 * number counts the groups of the table; where[number - 1] is where it stands.
 */
static uint32_t *group_slot(const struct diff_memory *memory, const struct sides *s,
                            const uint64_t *group, uint32_t size, uint64_t hash, uint32_t *number)
{
	const struct table *t = &memory->table;
	for (uint32_t at = (uint32_t)(hash >> t->shift);; at = (at + 1) & t->mask) {
		*number = longer(t->slots.at[at], t->base) - t->base;
		if (*number == 0 || same_group(s->table + memory->where.at[*number - 1], group, size))
			return &t->slots.at[at];
	}
}

/* Of a long box only some groups are looked at: on both sides the same ones. */
static uint64_t sample_mask(uint32_t count)
{
	uint64_t mask = 0;
	while (count > SAMPLES) {
		mask = mask << 1 | SAMPLE_BIT;
		count /= 2;
	}
	return mask;
}

static void number_groups(struct diff_memory *memory, const struct sides *s, uint32_t size,
                          uint64_t skipped)
{
	struct table *t = &memory->table;
	uint32_t *partner = memory->partner.at;
	uint32_t number;
	for (uint32_t i = 0; i + size <= s->table_len; i++) {
		uint64_t const hash = group_hash(s->table + i, size);
		if (hash & skipped)
			continue;
		uint32_t *slot = group_slot(memory, s, s->table + i, size, hash, &number);
		if (number) {
			partner[number - 1] = MANY;
		} else if (t->count < 2 * SAMPLES) {
			memory->where.at[t->count] = i;
			partner[t->count++] = 0;
			*slot = t->base + t->count;
		}
	}
}

/*
 * partner[n]: where group n of the table stands on the other side, plus one; 0
 * or MANY if it doesn't stand once on either side.
 */
static bool find_partners(struct diff_memory *memory, const struct sides *s, uint32_t size)
{
	uint32_t *partner;
	uint32_t number;
	uint64_t const skipped = sample_mask(s->table_len);
	uint32_t const most = shorter(s->table_len, 2 * SAMPLES);
	if (!table_begin(&memory->table, most, 2 * (uint64_t)most) ||
	    !numbers_room(&memory->where, most) || !numbers_room(&memory->partner, most))
		return false;
	number_groups(memory, s, size, skipped);
	partner = memory->partner.at;
	for (uint32_t j = 0; j + size <= s->other_len; j++) {
		uint64_t const hash = group_hash(s->other + j, size);
		if (hash & skipped)
			continue;
		(void)group_slot(memory, s, s->other + j, size, hash, &number);
		if (number)
			partner[number - 1] = partner[number - 1] ? MANY : j + 1;
	}
	return true;
}

/* How many of end[0 .. len) have their partner before `at`. */
static uint32_t count_before(const uint32_t *end, const uint32_t *partner, uint32_t len,
                             uint32_t at)
{
	uint32_t from = 0;
	if (len && partner[end[len - 1]] < at)
		return len;
	while (from < len) {
		uint32_t const middle = from + (len - from) / 2;
		if (partner[end[middle]] < at)
			from = middle + 1;
		else
			len = middle;
	}
	return from;
}

/*
 * The longest chain that ascends on both sides, into end[0 .. *len): patience.
 * Until it is complete, end[n] is where the best chain of n + 1 ends.  Groups that
 * meet by chance make a chain of about twice the root of their number, so one that
 * isn't much longer says nothing and is dropped.
 */
static bool find_chain(struct diff_memory *memory, uint32_t *len)
{
	const uint32_t *partner = memory->partner.at;
	uint32_t const count = memory->table.count;
	uint64_t met = 0;
	*len = 0;
	if (!numbers_room(&memory->link, count) || !numbers_room(&memory->end, count))
		return false;
	uint32_t *link = memory->link.at, *end = memory->end.at;
	for (uint32_t i = 0; i < count; i++) {
		if (partner[i] == 0 || partner[i] == MANY)
			continue;
		uint32_t const before = count_before(end, partner, *len, partner[i]);
		link[i] = before ? end[before - 1] : 0;
		end[before] = i;
		*len += before == *len;
		met++;
	}
	if ((uint64_t)*len * *len < 9 * met)
		*len = 0;
	for (uint32_t n = *len; n > 1; n--)
		end[n - 2] = link[end[n - 1]];
	return true;
}

/* A group that both sides have, extended; never before `from`. */
static struct diff_run extend(struct diff_job *job, const struct box *box,
                              struct diff_run run, const struct diff_run *from)
{
	uint32_t const a_end = box->a + box->a_len, b_end = box->b + box->b_len;
	while (run.a > from->a && run.b > from->b && job->a[run.a - 1] == job->b[run.b - 1]) {
		run.a--;
		run.b--;
		run.len++;
	}
	while (run.a + run.len < a_end && run.b + run.len < b_end &&
	       job->a[run.a + run.len] == job->b[run.b + run.len])
		run.len++;
	return run;
}

/* The chain's groups become runs behind those in memory->chain. */
static bool add_chain(struct diff_job *job, const struct box *box, uint32_t size, uint32_t len)
{
	struct diff_memory *memory = job->d->memory;
	bool const swapped = box->a_len > box->b_len;
	struct diff_run from = {box->a, box->b, 0}; /* how far the runs have come */
	for (uint32_t n = 0; n < len; n++) {
		uint32_t const number = memory->end.at[n];
		uint32_t const i = memory->where.at[number], j = memory->partner.at[number] - 1;
		struct diff_run run = {box->a + (swapped ? j : i), box->b + (swapped ? i : j), size};
		if (run.a < from.a || run.b < from.b)
			continue;
		run = extend(job, box, run, &from);
		struct diff_run *slot = VEC_PUSH(&memory->chain);
		if (!slot)
			return false;
		*slot = run;
		from.a = run.a + run.len;
		from.b = run.b + run.len;
	}
	return true;
}

static bool add_anchors(struct diff_job *job, const struct box *box, uint32_t size)
{
	struct sides const s = sides_of(job, box);
	uint32_t len;
	if (s.table_len < size)
		return true;
	return find_partners(job->d->memory, &s, size) &&
	       find_chain(job->d->memory, &len) &&
	       add_chain(job, box, size, len);
}

/* ---- a box of any size ---- */

static bool solve_box(struct diff_job *job, struct box box, uint32_t first_size);

/* Solves what is between the anchors memory->chain.at[first ..), which are taken. */
static bool solve_between(struct diff_job *job, const struct box *box, size_t first, uint32_t size)
{
	struct diff_memory *memory = job->d->memory;
	size_t const count = memory->chain.len;
	uint32_t const a_end = box->a + box->a_len, b_end = box->b + box->b_len;
	uint32_t a = box->a, b = box->b;
	for (size_t n = first; n <= count; n++) {
		struct diff_run const run =
			n < count ? memory->chain.at[n] : (struct diff_run){a_end, b_end, 0};
		struct box const gap = {a, run.a - a, b, run.b - b};
		if (!solve_box(job, gap, 2 * box_size(&gap) <= box_size(box) ? 0 : size + 1))
			return false;
		if (run.len)
			job_put(job, run.a, run.b, run.len);
		a = run.a + run.len;
		b = run.b + run.len;
	}
	memory->chain.len = first;
	return true;
}

/* Enough for every box of at most WINDOW tokens a side. */
static uint64_t row_share(const struct box *box)
{
	return ROW_SHARE * box_size(box) + WINDOW;
}

/* May rows of bits be used?  What goes beyond the box's share is taken from the job's. */
static bool afford_rows(struct diff_job *job, const struct box *box)
{
	uint64_t const words = box_words(box), share = row_share(box);
	if (words <= share)
		return true;
	if (words - share > job->spare)
		return false;
	job->spare -= words - share;
	return true;
}

/* A trimmed box, exactly, whatever it costs; a walk is tried as far as it may be
 * cheaper than rows. */
static bool solve_exactly(struct diff_job *job, const struct box *box)
{
	if (box_is_empty(box))
		return true;
	if (box_words(box) <= SMALL_WORDS)
		return diff_small(job, box);
	enum walk const walked = diff_walk(job, box, box_words(box) / 6);
	return walked == WALK_DONE || (walked == WALK_LEFT && diff_rows(job, box));
}

/* The next window onto a box: as much of either side, in proportion, as makes a box
 * whose own share pays for it. */
static struct box window(const struct box *box)
{
	uint64_t const longest = longer(box->a_len, box->b_len);
	if (box_words(box) <= row_share(box))
		return *box;
	uint32_t const a_len = (uint32_t)((uint64_t)box->a_len * WINDOW / longest);
	uint32_t const b_len = (uint32_t)((uint64_t)box->b_len * WINDOW / longest);
	return (struct box){box->a, longer(a_len, 1), box->b, longer(b_len, 1)};
}

/*
 * Window by window.  Each is solved exactly, but only the first part of what is
 * found is kept, because its end is where nothing but the size put it; the next
 * window begins where the kept part ends.  So it follows when one side drifts.
 */
static bool solve_by_windows(struct diff_job *job, struct box rest)
{
	while (!box_is_empty(&rest)) {
		struct box view = window(&rest);
		bool const last = view.a_len == rest.a_len && view.b_len == rest.b_len;
		uint32_t const kept = last ? view.a_len : longer(view.a_len / 3 * 2, 1);
		job->stop = last ? UINT32_MAX : rest.a + kept;
		job->b_end = rest.b;
		uint32_t const tail = box_trim(job, &view);
		if (!solve_exactly(job, &view))
			return false;
		box_put_tail(job, &view, tail);
		uint32_t const come = job->b_end - rest.b;
		rest = (struct box){rest.a + kept, rest.a_len - kept, rest.b + come, rest.b_len - come};
	}
	job->stop = UINT32_MAX;
	return true;
}

static bool solve_roughly(struct diff_job *job, const struct box *box, uint32_t size)
{
	struct diff_memory *memory = job->d->memory;
	size_t const first = memory->chain.len;
	job->d->bounded = true;
	for (; size < SIZES; size++) {
		if (!add_anchors(job, box, group_sizes[size]))
			return false;
		if (memory->chain.len > first)
			return solve_between(job, box, first, size);
	}
	return solve_by_windows(job, *box);
}

static bool solve_trimmed(struct diff_job *job, const struct box *box, uint32_t first_size)
{
	if (box_words(box) <= SMALL_WORDS || afford_rows(job, box))
		return solve_exactly(job, box);
	enum walk const walked = diff_walk(job, box, UINT64_MAX);
	return walked == WALK_DONE || (walked == WALK_LEFT && solve_roughly(job, box, first_size));
}

static bool solve_box(struct diff_job *job, struct box box, uint32_t first_size)
{
	uint32_t const tail = box_trim(job, &box);
	if (!solve_trimmed(job, &box, first_size))
		return false;
	box_put_tail(job, &box, tail);
	return true;
}

/* ---- leaving out ---- */

/*
 * Which tokens a side has, as one bit for each hash.  Two tokens may share a bit,
 * so a few are kept that the other side doesn't have: that costs a little time
 * and no exactness.
 */
struct presence {
	uint64_t *bits;
	unsigned shift; /* of a hash, to its bit */
};

static bool presence_room(struct words *words, struct presence *p, uint32_t len)
{
	unsigned log = 6;
	while ((uint64_t)1 << log < PRESENCE_BITS * (uint64_t)len)
		log++;
	size_t const count = (size_t)1 << (log - 6);
	if (!words_room(words, count))
		return false;
	*p = (struct presence){words->at, 64 - log};
	memset(p->bits, 0, count * sizeof *p->bits);
	return true;
}

static void note_tokens(const struct presence *p, const uint64_t *tokens, uint32_t len)
{
	for (uint32_t i = 0; i < len; i++) {
		uint64_t const bit = scatter(tokens[i]) >> p->shift;
		p->bits[bit / 64] |= (uint64_t)1 << bit % 64;
	}
}

/* Keeps what is present on the other side, and where it stood; returns how much. */
static uint32_t keep_tokens(const struct presence *other, const uint64_t *tokens, uint32_t begin,
                            uint32_t len, uint64_t *kept, uint32_t *place)
{
	uint32_t count = 0;
	for (uint32_t i = begin; i < begin + len; i++) {
		uint64_t const bit = scatter(tokens[i]) >> other->shift;
		kept[count] = tokens[i];
		place[count] = i;
		count += other->bits[bit / 64] >> bit % 64 & 1;
	}
	return count;
}

/* A job of its own, in which hardly any token stands that one side doesn't have. */
static bool leave_out(struct diff_job *job, const struct box *box, struct diff_job *common,
                      struct box *all)
{
	struct diff_memory *memory = job->d->memory;
	struct words *left = memory->left;
	struct numbers *place = memory->place;
	struct presence a, b;
	if (!presence_room(&memory->presence[0], &a, box->a_len) ||
	    !presence_room(&memory->presence[1], &b, box->b_len) ||
	    !words_room(&left[0], box->a_len) || !numbers_room(&place[0], box->a_len) ||
	    !words_room(&left[1], box->b_len) || !numbers_room(&place[1], box->b_len))
		return false;
	note_tokens(&a, job->a + box->a, box->a_len);
	note_tokens(&b, job->b + box->b, box->b_len);
	*common = *job;
	common->a = left[0].at;
	common->b = left[1].at;
	common->a_place = place[0].at;
	common->b_place = place[1].at;
	*all = (struct box){
		0, keep_tokens(&b, job->a, box->a, box->a_len, left[0].at, place[0].at),
		0, keep_tokens(&a, job->b, box->b, box->b_len, left[1].at, place[1].at),
	};
	return true;
}

bool diff_large(struct diff_job *job, const struct box *box)
{
	struct diff_job common;
	struct box all;
	job->steps = WALK_SHARE * box_size(box) + WALK_SPARE;
	job->spare = ROW_SPARE;
	job->d->memory->chain.len = 0;
	job->d->memory->chain.failed = false;
	enum walk const walked = diff_walk(job, box, box_size(box));
	if (walked != WALK_LEFT)
		return walked == WALK_DONE;
	return leave_out(job, box, &common, &all) && solve_box(&common, all, 0);
}
