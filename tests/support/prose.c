/*
 * prose.c -- see prose.h.
 *
 * Weights are whole numbers made by sums and products alone (a twentieth root by
 * Newton's method), since the last bit of pow() differs from machine to machine
 * and one other word makes all that follows another text.
 *
 * A made-up word is the digits of a number in base 22, a syllable each; no
 * syllable begins another, so no two numbers make the same word.
 */
#include "prose.h"

#include <stdlib.h>
#include <string.h>

static const char *const known[] = {
	"the", "of", "and", "to", "in", "for", "on", "with", "that", "by", "as", "is", "be",
	"shall", "or", "their", "its", "a", "at", "from", "this", "which", "all", "such", "it",
	"States", "Parties", "international", "Committee", "United", "Nations", "development",
	"report", "implementation", "rights", "national", "including", "human", "security",
	"Member", "measures", "cooperation", "information", "support", "are", "have", "has",
	"been", "not", "other", "relevant", "efforts", "countries", "General", "Council",
	"regional", "also", "should", "may", "will", "any", "under", "between", "within",
	"through", "these", "those", "against", "upon", "into", "Secretary-General", "Assembly",
	"assistance", "technical", "recommendations", "appropriate", "capacity-building",
	"sustainable", "resolution", "Government", "Convention", "organizations", "system",
	"policies", "programmes", "activities", "women", "children", "economic", "social",
	"protection", "promote", "strengthen", "ensure", "further", "access", "resources",
	"process", "framework", "agreement", "provisions", "community", "civil", "society",
	"effective", "particular", "accordance", "law", "peace", "new",
	/* of the set phrases in rounds.c, too */
	"calls", "urges", "invites", "notes", "decides", "requests", "recalling", "welcomes",
	"appreciation", "thereon", "seized", "matter", "views", "submit", "remain", "item",
	"agenda", "session", "next",
};

static const char *const syllables[] = {
	"ka",  "lo",  "mi",  "ter", "ran", "vel", "ost", "pri", "den", "gul", "tor",
	"mas", "sen", "ber", "lin", "cor", "dan", "fel", "gor", "hab", "ill", "jun",
};

enum {
	KNOWN = sizeof known / sizeof *known,
	MADE = 40000,
	WORDS = KNOWN + MADE,
	BASE = sizeof syllables / sizeof *syllables,
	/* So many of the made ones have two syllables, and three; the rest have four. */
	OF_TWO = 400,
	OF_THREE = 9600,
	SPELLING = 24,
	HEADING_EVERY = 40,
	LEAST_WORDS = 16,
	MOST_WORDS = 210,
	BURST = 5,
	INSERTED_AT = 4, /* the block before which PROSE_INSERTED puts its paragraph */
};

struct prose_vocabulary {
	char spelling[WORDS][SPELLING];
	uint64_t sum[WORDS]; /* of the weights of all words up to this one */
};

/* ---- memory ---- */

/* Room for one more of so many; as in text.h, a test without memory ends. */
static void *grow(void *at, size_t len, size_t *cap, size_t size)
{
	if (len < *cap)
		return at;
	*cap = *cap ? *cap * 2 : 64;
	void *moved = realloc(at, *cap * size);
	if (!moved)
		abort();
	return moved;
}

static void *array(size_t count, size_t size)
{
	void *at = calloc(count ? count : 1, size);
	if (!at)
		abort();
	return at;
}

void prose_add_word(struct prose_words *out, struct prose_word word)
{
	out->at = grow(out->at, out->len, &out->cap, sizeof *out->at);
	out->at[out->len++] = word;
}

void prose_words_release(struct prose_words *words)
{
	free(words->at);
	*words = (struct prose_words){0};
}

void prose_release(struct prose *p)
{
	prose_words_release(&p->words);
	free(p->blocks);
	*p = (struct prose){0};
}

/* ---- chance ---- */

/* xorshift64 */
uint32_t prose_chance(struct prose_source *s, uint32_t below)
{
	s->state ^= s->state << 13;
	s->state ^= s->state >> 7;
	s->state ^= s->state << 17;
	return (uint32_t)((s->state >> 32) * below >> 32);
}

bool prose_happens(struct prose_source *s, uint32_t in_a_thousand)
{
	return prose_chance(s, 1000) < in_a_thousand;
}

/* The first word whose sum lies above a number that chance takes. */
uint32_t prose_pick(struct prose_source *s)
{
	const uint64_t *sum = s->vocabulary->sum;
	uint64_t const high = prose_chance(s, UINT32_MAX), low = prose_chance(s, UINT32_MAX);
	uint64_t const at = (high << 32 | low) % sum[WORDS - 1];
	uint32_t begin = 0, end = WORDS - 1;
	while (begin < end) {
		uint32_t const middle = begin + (end - begin) / 2;
		if (sum[middle] > at)
			end = middle;
		else
			begin = middle + 1;
	}
	return begin;
}

/* ---- the vocabulary ---- */

static double power(double x, unsigned n)
{
	double product = 1;
	while (n--)
		product *= x;
	return product;
}

/* Improves a root of the number just below: two steps are enough to the last bits. */
static double twentieth_root(double n, double near)
{
	for (int step = 0; step < 3; step++)
		near -= (power(near, 20) - n) / (20 * power(near, 19));
	return near;
}

/* The weight of the n-th word is n to the power of -1.05. */
static void weigh(struct prose_vocabulary *v)
{
	double const unit = 1 << 30;
	double root = 1;
	uint64_t sum = 0;
	for (uint32_t i = 0; i < WORDS; i++) {
		double const n = i + 1;
		root = twentieth_root(n, root);
		sum += (uint64_t)(unit / (n * root));
		v->sum[i] = sum;
	}
}

static void spell(char out[SPELLING], uint32_t number, unsigned length)
{
	out[0] = '\0';
	while (length--) {
		strcat(out, syllables[number % BASE]);
		number /= BASE;
	}
}

/* The i-th made-up word; a step that shares no factor with 22 meets no number twice. */
static void make_word(char out[SPELLING], uint32_t i)
{
	if (i < OF_TWO)
		spell(out, i * 195 % (BASE * BASE), 2);
	else if (i < OF_TWO + OF_THREE)
		spell(out, i * 4327 % (BASE * BASE * BASE), 3);
	else
		spell(out, i * 95651 % (BASE * BASE * BASE * BASE), 4);
}

void prose_begin(struct prose_source *s, uint64_t seed)
{
	struct prose_vocabulary *v = array(1, sizeof *v);
	for (uint32_t i = 0; i < KNOWN; i++)
		strcpy(v->spelling[i], known[i]);
	for (uint32_t i = 0; i < MADE; i++)
		make_word(v->spelling[KNOWN + i], i);
	weigh(v);
	*s = (struct prose_source){v, seed * 0x9E3779B97F4A7C15u | 1};
	for (int i = 0; i < 20; i++) /* seeds that differ little end up far apart */
		prose_chance(s, 2);
}

void prose_end(struct prose_source *s)
{
	free(s->vocabulary);
	s->vocabulary = NULL;
}

/* ---- paragraphs ---- */

void prose_add_sentences(struct prose_words *out, struct prose_source *s, uint32_t count)
{
	uint32_t since = 0; /* words in this sentence */
	for (uint32_t i = 0; i < count; i++) {
		struct prose_word word = {prose_pick(s), 0};
		since++;
		if (since > 8 && count - i > 4 && prose_happens(s, 100)) {
			word.after = '.';
			since = 0;
		} else if (prose_happens(s, 60)) {
			word.after = ',';
		}
		prose_add_word(out, word);
	}
	if (count)
		out->at[out->len - 1].after = '.';
}

static uint32_t known_word(const struct prose_source *s, const char *spelling, size_t len)
{
	for (uint32_t i = 0; i < KNOWN; i++) {
		const char *it = s->vocabulary->spelling[i];
		if (strlen(it) == len && memcmp(it, spelling, len) == 0)
			return i;
	}
	abort();
}

void prose_add_phrase(struct prose_words *out, const struct prose_source *s, const char *phrase)
{
	while (*phrase) {
		size_t const len = strcspn(phrase, " ,.:");
		struct prose_word word = {known_word(s, phrase, len), 0};
		phrase += len;
		if (*phrase && *phrase != ' ')
			word.after = *phrase++;
		phrase += *phrase == ' ';
		prose_add_word(out, word);
	}
}

static void add_block(struct prose *out, size_t first, uint32_t heading)
{
	out->blocks = grow(out->blocks, out->count, &out->room, sizeof *out->blocks);
	out->blocks[out->count++] = (struct prose_block){
		(uint32_t)first, (uint32_t)(out->words.len - first), heading,
	};
}

static void add_paragraph(struct prose *out, struct prose_source *s)
{
	size_t const first = out->words.len;
	uint32_t const count = LEAST_WORDS + prose_chance(s, MOST_WORDS - LEAST_WORDS + 1);
	prose_add_sentences(&out->words, s, count);
	add_block(out, first, 0);
}

static void copy_block(struct prose *out, const struct prose *from, size_t index)
{
	const struct prose_block *b = &from->blocks[index];
	size_t const first = out->words.len;
	for (uint32_t i = 0; i < b->count; i++)
		prose_add_word(&out->words, from->words.at[b->first + i]);
	add_block(out, first, b->heading);
}

/* Bytes of the words from `first` on, and of a blank after each. */
static size_t printed_size(const struct prose *p, size_t first, const struct prose_source *s)
{
	size_t bytes = 0;
	for (size_t i = first; i < p->words.len; i++)
		bytes += strlen(s->vocabulary->spelling[p->words.at[i].word]) + 1 +
		         (p->words.at[i].after != 0);
	return bytes;
}

void prose_make(struct prose *out, struct prose_source *s, size_t bytes)
{
	uint32_t paragraphs = 0;
	for (size_t size = 0; size < bytes; paragraphs++) {
		size_t const first = out->words.len;
		if (paragraphs % HEADING_EVERY == 0)
			add_block(out, first, paragraphs / HEADING_EVERY + 1);
		add_paragraph(out, s);
		size += printed_size(out, first, s) + 6; /* its number and line ends */
	}
}

/* ---- derived paragraphs ---- */

static uint32_t another_word(struct prose_source *s, uint32_t than)
{
	uint32_t word;
	do
		word = prose_pick(s);
	while (word == than);
	return word;
}

void prose_add_substituted(struct prose_words *out, const struct prose_word *words,
                           uint32_t count, uint32_t in_a_thousand, struct prose_source *s)
{
	for (uint32_t i = 0; i < count; i++) {
		struct prose_word word = words[i];
		if (prose_happens(s, in_a_thousand))
			word.word = another_word(s, word.word);
		prose_add_word(out, word);
	}
}

static void add_burst(struct prose_words *out, struct prose_source *s, const struct prose_word *not)
{
	for (uint32_t n = 1 + prose_chance(s, BURST); n > 0; n--)
		prose_add_word(out, (struct prose_word){another_word(s, not->word), 0});
}

uint32_t prose_add_bursts(struct prose_words *out, const struct prose_word *words,
                          uint32_t count, uint32_t in_a_thousand, struct prose_source *s)
{
	size_t const first = out->len;
	uint32_t kept = 0;
	for (uint32_t i = 0; i < count;) {
		/* a burst touches three words on average */
		if (prose_chance(s, 3000) >= in_a_thousand) {
			prose_add_word(out, words[i++]);
			kept++;
			continue;
		}
		uint32_t const what = prose_chance(s, 3);
		if (what != 0)
			add_burst(out, s, &words[i]);
		if (what != 1)
			i += 1 + prose_chance(s, BURST);
	}
	if (out->len == first)
		add_burst(out, s, &words[0]);
	out->at[out->len - 1].after = '.';
	return kept;
}

/* ---- derived texts ---- */

static void derive_words(struct prose *out, const struct prose *from, enum prose_kind kind,
                         struct prose_source *s)
{
	for (size_t i = 0; i < from->count; i++) {
		const struct prose_block *b = &from->blocks[i];
		const struct prose_word *words = from->words.at + b->first;
		size_t const first = out->words.len;
		if (b->heading)
			;
		else if (kind == PROSE_SUBSTITUTED)
			prose_add_substituted(&out->words, words, b->count, 10, s);
		else
			prose_add_bursts(&out->words, words, b->count, 200, s);
		add_block(out, first, b->heading);
	}
}

/* A block that is put before another one of the old text. */
struct arrival {
	size_t before;
	size_t block; /* SIZE_MAX: a new paragraph */
	size_t order; /* between the same two, in the order they were drawn */
};

static int by_place(const void *a, const void *b)
{
	const struct arrival *x = a, *y = b;
	if (x->before != y->before)
		return x->before < y->before ? -1 : 1;
	return (x->order > y->order) - (x->order < y->order);
}

static struct arrival draw_arrival(const struct prose *from, size_t block, size_t order,
                                   struct prose_source *s)
{
	uint32_t const count = (uint32_t)from->count;
	return (struct arrival){1 + prose_chance(s, count), block, order};
}

/* Any paragraph that still stays. */
static size_t draw_leaver(const struct prose *from, const bool *leaves, struct prose_source *s)
{
	size_t block;
	do
		block = prose_chance(s, (uint32_t)from->count);
	while (leaves[block] || from->blocks[block].heading);
	return block;
}

static void derive_moved(struct prose *out, const struct prose *from, struct prose_source *s)
{
	size_t const share = from->count / 20;
	struct arrival *arrivals = array(2 * share, sizeof *arrivals);
	bool *leaves = array(from->count, sizeof *leaves);
	for (size_t i = 0; i < share; i++) {
		size_t const block = draw_leaver(from, leaves, s);
		leaves[block] = true;
		arrivals[2 * i] = draw_arrival(from, block, 2 * i, s);
		arrivals[2 * i + 1] = draw_arrival(from, SIZE_MAX, 2 * i + 1, s);
		leaves[draw_leaver(from, leaves, s)] = true;
	}
	qsort(arrivals, 2 * share, sizeof *arrivals, by_place);
	size_t next = 0;
	for (size_t i = 0; i <= from->count; i++) {
		for (; next < 2 * share && arrivals[next].before == i; next++) {
			if (arrivals[next].block == SIZE_MAX)
				add_paragraph(out, s);
			else
				copy_block(out, from, arrivals[next].block);
		}
		if (i < from->count && !leaves[i])
			copy_block(out, from, i);
	}
	free(arrivals);
	free(leaves);
}

static void copy_blocks(struct prose *out, const struct prose *from, size_t begin, size_t end)
{
	for (size_t i = begin; i < end; i++)
		copy_block(out, from, i);
}

void prose_derive(struct prose *out, const struct prose *from, enum prose_kind kind,
                  struct prose_source *s)
{
	size_t const cut = from->count < INSERTED_AT ? from->count : INSERTED_AT;
	switch (kind) {
	case PROSE_SUBSTITUTED:
	case PROSE_BURSTS:
		derive_words(out, from, kind, s);
		break;
	case PROSE_MOVED:
		derive_moved(out, from, s);
		break;
	case PROSE_INSERTED:
		copy_blocks(out, from, 0, cut);
		add_paragraph(out, s);
		copy_blocks(out, from, cut, from->count);
		break;
	case PROSE_UNRELATED:
		prose_make(out, s, printed_size(from, 0, s) + 6 * from->count);
		break;
	case PROSE_WRAPPED:
	case PROSE_RENUMBERED:
	case PROSE_KINDS:
		copy_blocks(out, from, 0, from->count);
		break;
	}
}

/* ---- printing ---- */

static void print_word(struct text *out, struct prose_word word, bool capital,
                       const struct prose_source *s)
{
	const char *spelling = s->vocabulary->spelling[word.word];
	size_t const begin = out->len;
	text_put(out, spelling);
	if (capital && spelling[0] >= 'a' && spelling[0] <= 'z')
		out->ptr[begin] = (char)(spelling[0] - 'a' + 'A');
	if (word.after)
		text_add(out, &word.after, 1);
}

void prose_print_words(struct text *out, const struct prose_word *words, uint32_t count,
                       const struct prose_source *s)
{
	bool capital = true;
	for (uint32_t i = 0; i < count; i++) {
		if (i)
			text_put(out, " ");
		print_word(out, words[i], capital, s);
		capital = words[i].after == '.';
	}
}

void prose_wrap(struct text *out, size_t from, unsigned width)
{
	size_t line = from, blank = from; /* where the line begins, and its last blank */
	for (size_t i = from; i < out->len; i++) {
		if (out->ptr[i] == ' ' && i - line <= width)
			blank = i;
		if (i - line >= width && blank > line) {
			out->ptr[blank] = '\n';
			line = blank + 1;
		}
	}
}

struct prose_layout prose_layout(enum prose_kind kind, bool now)
{
	struct prose_layout layout = {.first = 1, .width = 0};
	if (kind == PROSE_WRAPPED)
		layout.width = now ? 80 : 72;
	if (kind == PROSE_RENUMBERED && now)
		layout.first = 2;
	return layout;
}

void prose_print(struct text *out, const struct prose *p, const struct prose_source *s,
                 struct prose_layout layout)
{
	unsigned number = layout.first;
	for (size_t i = 0; i < p->count; i++) {
		const struct prose_block *b = &p->blocks[i];
		size_t const begin = out->len;
		if (b->heading) {
			text_format(out, "## Section %u", (unsigned)b->heading);
		} else {
			text_format(out, "%u. ", number++);
			prose_print_words(out, p->words.at + b->first, b->count, s);
		}
		if (layout.width)
			prose_wrap(out, begin, layout.width);
		text_put(out, i + 1 < p->count ? "\n\n" : "\n");
	}
}
