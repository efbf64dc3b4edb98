/*
 * tongue.c -- see tongue.h.
 *
 * Tables are compiled when a statement first wants them, since most
 * statements are in one language and compiling takes about a millisecond.
 * Two threads may both compile one; the first to finish has its result kept.
 */
#include "tongue.h"

#include <assert.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "base/bytes.h"
#include "listed.h"

#define LOOK_MAX   4000u /* bytes that tell what a statement is in */
#define PART_MAX   160u  /* a part of it, or of a draft */
#define TELL_SLOTS 512u  /* of a hash table, several times as many as there are words */
#define WORD_MAX   24u   /* bytes of a telling word */
#define KNOWN_MANY 2u    /* of five words: enough for a guess to stand */
#define PLAIN_MANY 2u    /* telling words that make it plain */

/* A telling word and the languages (bit i: the ith) that it tells of. */
struct tell {
	redline_bytes word;
	unsigned tongues;
};

struct tongues {
	const struct lang *langs[TONGUES_MAX];
	unsigned count;
	struct tell tells[TELL_SLOTS];
	uint32_t lengths[32][32]; /* [i][j], bit n: one whose first two bytes are i and j modulo
	                             32 has n bytes; j is 0 for one of a single byte */
	_Atomic(struct lexer *) lexers[TONGUES_MAX];
};

/* ---- telling words ---- */

/* That of its lengths, for words that begin as this one does; in small letters or not. */
static const uint32_t *lengths_of(const struct tongues *t, redline_bytes word)
{
	return &t->lengths[word.ptr[0] & 31][word.len > 1 ? word.ptr[1] & 31 : 0];
}

/* Of its length and its first, second and last byte, in small letters or not. */
static uint32_t hash_word(redline_bytes word)
{
	uint32_t const first = word.ptr[0] & 31, last = word.ptr[word.len - 1] & 31;
	uint32_t const second = word.len > 1 ? word.ptr[1] & 31 : 0;
	uint32_t const bits = first | second << 5 | last << 10 | (uint32_t)word.len << 15;
	return (bits * 2654435761u >> 16) % TELL_SLOTS;
}

static void list_telling(struct tongues *t, unsigned tongue)
{
	for (lang_list w = t->langs[tongue]->telling; w && *w; w++) {
		redline_bytes const word = bytes_of(*w);
		uint32_t slot = hash_word(word);
		while (t->tells[slot].word.len && !bytes_equal(t->tells[slot].word, word))
			slot = (slot + 1) % TELL_SLOTS;
		t->tells[slot].word = word;
		t->tells[slot].tongues |= 1u << tongue;
		assert(word.len <= WORD_MAX); /* a table is no input */
		t->lengths[word.ptr[0] & 31][word.len > 1 ? word.ptr[1] & 31 : 0] |= 1u << word.len;
	}
}

static unsigned told_by(const struct tongues *t, redline_bytes word)
{
	if (!(*lengths_of(t, word) >> word.len & 1))
		return 0;
	uint32_t slot = hash_word(word);
	for (; t->tells[slot].word.len; slot = (slot + 1) % TELL_SLOTS)
		if (bytes_equal_nocase(t->tells[slot].word, word))
			return t->tells[slot].tongues;
	return 0;
}

/* ---- making ---- */

struct tongues *tongues_new(const char *code, bool *known)
{
	struct tongues *t = calloc(1, sizeof *t);
	bool const any = strcmp(code, "auto") == 0;
	*known = false;
	for (unsigned i = 0; lang_all[i]; i++)
		*known |= any || strcmp(code, lang_all[i]->code) == 0;
	if (!t || !*known) {
		free(t);
		return NULL;
	}
	for (unsigned i = 0; lang_all[i] && t->count < TONGUES_MAX; i++)
		if (any || strcmp(code, lang_all[i]->code) == 0)
			t->langs[t->count++] = lang_all[i];
	for (unsigned i = 0; i < t->count; i++)
		list_telling(t, i);
	struct lexer *first = lexer_new(t->langs[0]);
	atomic_init(&t->lexers[0], first);
	for (unsigned i = 1; i < TONGUES_MAX; i++)
		atomic_init(&t->lexers[i], NULL);
	if (first)
		return t;
	tongues_free(t);
	return NULL;
}

void tongues_free(struct tongues *t)
{
	if (!t)
		return;
	for (unsigned i = t->count; i > 0; i--) /* the others borrow from the first */
		lexer_free(atomic_load(&t->lexers[i - 1]));
	free(t);
}

static const struct lexer *compiled(const struct tongues *t, unsigned tongue)
{
	_Atomic(struct lexer *) *slot = (_Atomic(struct lexer *) *)&t->lexers[tongue];
	struct lexer *lexer = atomic_load(slot);
	if (lexer)
		return lexer;
	struct lexer *fresh = lexer_beside(atomic_load(&t->lexers[0]), t->langs[tongue]);
	if (!fresh)
		return NULL;
	if (atomic_compare_exchange_strong(slot, &lexer, fresh))
		return fresh;
	lexer_free(fresh);
	return lexer;
}

/* ---- what a text is in ---- */

struct census {
	uint32_t letters[SCRIPT_HAN + 1];
	uint32_t words[TONGUES_MAX]; /* telling ones */
};

static enum lang_script script_of(uint32_t cp)
{
	if (cp >= 0x0400 && cp <= 0x052F)
		return SCRIPT_CYRILLIC;
	if ((cp >= 0x0600 && cp <= 0x06FF) || (cp >= 0xFB50 && cp <= 0xFDFF))
		return SCRIPT_ARABIC;
	if (cp >= 0x2E80 && cp <= 0x9FFF)
		return SCRIPT_HAN;
	return SCRIPT_LATIN;
}

/* Words of the range, but for what is quoted; as a rule only its beginning. */
static void take_census(struct census *c, const struct tongues *t, redline_bytes text,
                        redline_range range, const struct quotes *quotes)
{
	uint32_t quote = quotes_from(quotes, range.begin);
	uint32_t word = range.begin;
	for (uint32_t at = range.begin; at < range.end;) {
		unsigned size;
		uint32_t const run = at;
		while (at < range.end && is_alpha(text.ptr[at]))
			at++;
		c->letters[SCRIPT_LATIN] += at - run;
		if (at == range.end)
			break;
		uint32_t const cp = utf8_at(text, at, &size);
		if (cp != ' ' && is_word_char(cp)) {
			c->letters[script_of(cp)] += !(cp < 0x80 && is_digit((char)cp));
			at += size;
			continue;
		}
		if (at > word && at - word <= WORD_MAX) {
			unsigned told = told_by(t, bytes_in(text, (redline_range){word, at}));
			for (unsigned i = 0; told; told >>= 1)
				c->words[i++] += told & 1;
		}
		if (cp == ' ') {
			word = ++at;
			continue;
		}
		while (quote < quotes->count && quotes->at[quote].outer.end <= at)
			quote++;
		bool const quoted =
			quote < quotes->count && quotes->at[quote].outer.begin == at;
		word = at = quoted ? quotes->at[quote].outer.end : at + size;
	}
}

/* The script that most letters are of; a Chinese one says as much as three others. */
static enum lang_script main_script(const struct census *c, enum lang_script prior)
{
	enum lang_script best = prior;
	for (unsigned i = 0; i <= SCRIPT_HAN; i++) {
		uint32_t const weight = i == SCRIPT_HAN ? 3 : 1;
		uint32_t const best_weight = best == SCRIPT_HAN ? 3 : 1;
		if (c->letters[i] * weight > c->letters[best] * best_weight)
			best = (enum lang_script)i;
	}
	return best;
}

/* The language that the census is for. */
static unsigned elect(const struct tongues *t, const struct census *c, unsigned prior)
{
	enum lang_script const script = main_script(c, t->langs[prior]->script);
	unsigned best = prior;
	for (unsigned i = 0; i < t->count; i++) {
		bool const better =
			t->langs[best]->script != script || c->words[i] > c->words[best];
		if (t->langs[i]->script == script && better)
			best = i;
	}
	return t->langs[best]->script == script ? best : prior;
}

static unsigned guess(const struct tongues *t, redline_bytes text, redline_range range,
                      const struct quotes *quotes, unsigned prior)
{
	struct census c = {{0}, {0}};
	if (t->count == 1)
		return 0;
	take_census(&c, t, text, range, quotes);
	return elect(t, &c, prior);
}

unsigned speech_guess(const struct speech *s, redline_bytes text, redline_range range,
                      const struct quotes *quotes, unsigned prior)
{
	if (range_len(range) > PART_MAX)
		range.end = range.begin + PART_MAX;
	return guess(s->tongues, text, range, quotes, prior);
}

/*
 * Do the sentence's own words say what it is in: several telling ones, and hardly
 * any of another language?  Then no other table need be asked, nor compiled.
 */
static bool is_plain(const struct tongues *t, redline_bytes text, redline_range range,
                     const struct quotes *quotes, unsigned tongue)
{
	struct census c = {{0}, {0}};
	if (range_len(range) > PART_MAX)
		range.end = range.begin + PART_MAX;
	take_census(&c, t, text, range, quotes);
	bool plain = c.words[tongue] >= PLAIN_MANY;
	for (unsigned i = 0; i < t->count; i++)
		plain &= i == tongue || c.words[i] * 4 <= c.words[tongue];
	return plain;
}

/* How many words of the range tell of the language. */
static uint32_t telling_words(const struct lang *lang, redline_bytes text, redline_range range)
{
	uint32_t count = 0;
	uint32_t word = range.begin;
	for (uint32_t at = range.begin; at < range.end;) {
		unsigned size;
		bool const in_word = is_word_char(utf8_at(text, at, &size));
		if (!in_word && at > word)
			count += listed(lang->telling, bytes_in(text, (redline_range){word, at}));
		at += size;
		if (!in_word)
			word = at;
	}
	return count;
}

/* A draft has no reader, so its part is told by letters and telling words alone. */
const struct lang *tongue_of_draft(redline_bytes text, redline_range range)
{
	struct census c = {{0}, {0}};
	uint32_t const end =
		range_len(range) > PART_MAX ? range.begin + PART_MAX : range.end;
	for (uint32_t at = range.begin; at < end;) {
		unsigned size;
		uint32_t const cp = utf8_at(text, at, &size);
		c.letters[script_of(cp)] += is_word_char(cp);
		at += size;
	}
	enum lang_script const script = main_script(&c, SCRIPT_LATIN);
	const struct lang *best = NULL;
	uint32_t most = 0;
	for (unsigned i = 0; lang_all[i]; i++) {
		if (lang_all[i]->script != script)
			continue;
		bool const several = script == SCRIPT_LATIN; /* the others have one language each */
		uint32_t const words =
			several ? telling_words(lang_all[i], text, (redline_range){range.begin, end})
				: 0;
		if (!best || words > most) {
			best = lang_all[i];
			most = words;
		}
	}
	return best ? best : lang_all[0];
}

/* ---- one statement ---- */

void speech_begin(struct speech *s, const struct tongues *t, redline_bytes text,
                  const struct quotes *quotes)
{
	*s = (struct speech){.tongues = t};
	uint32_t const end = (uint32_t)(text.len < LOOK_MAX ? text.len : LOOK_MAX);
	struct census c = {{0}, {0}};
	if (t->count == 1)
		return;
	take_census(&c, t, text, (redline_range){0, end}, quotes);
	s->main = elect(t, &c, 0);
	s->sure = c.words[s->main] > PLAIN_MANY;
}

void speech_end(struct speech *s)
{
	for (unsigned i = 0; i < TONGUES_MAX; i++)
		lexer_free(s->lexers[i]);
}

const struct lang *speech_lang(const struct speech *s, unsigned tongue)
{
	return s->tongues->langs[tongue];
}

struct lexer *speech_lexer(struct speech *s, unsigned tongue)
{
	if (!s->lexers[tongue]) {
		const struct lexer *whole = compiled(s->tongues, tongue);
		s->lexers[tongue] = whole ? lexer_twin(whole) : NULL;
	}
	return s->lexers[tongue];
}

/* ---- one sentence ---- */

/* How well a table knows a sentence. */
struct fit {
	uint32_t known, unknown; /* words */
	uint32_t weight;         /* of the known ones */
	bool asks;               /* a verb of change among them */
};

static uint32_t weight_of(enum lex_class cls)
{
	switch (cls) {
	case LEX_ACTION:
		return 8;
	case LEX_UNIT:
	case LEX_LINK:
	case LEX_PROPOSE:
	case LEX_STANCE:
		return 4;
	case LEX_POSITION:
	case LEX_TEXT:
	case LEX_ORDINAL:
	case LEX_QUANTIFIER:
	case LEX_REASON:
		return 3;
	default:
		return 1;
	}
}

static struct fit fit_of(const struct lexed *l)
{
	struct fit f = {0, 0, 0, false};
	for (uint32_t i = 0; i < l->count; i++) {
		enum lex_class const cls = l->at[i].cls;
		if (cls == LEX_PUNCT || cls == LEX_QUOTE || cls == LEX_NUMERAL ||
		    cls == LEX_GROUP || cls == LEX_NAME)
			continue;
		if (cls == LEX_WORD && l->at[i].value == WORD_UNKNOWN) {
			f.unknown++;
			continue;
		}
		f.known++;
		f.weight += weight_of(cls);
		f.asks |= cls == LEX_ACTION;
	}
	return f;
}

static bool fits_well(const struct fit *f)
{
	return f->known * 5 >= (f->known + f->unknown) * KNOWN_MANY;
}

static int compare_fits(const struct fit *a, const struct fit *b)
{
	int64_t const x = (int64_t)a->weight - 2 * (int64_t)a->unknown;
	int64_t const y = (int64_t)b->weight - 2 * (int64_t)b->unknown;
	return (x > y) - (x < y);
}

/* The languages that share the letters of `first`, each tried. */
static bool try_others(struct speech *s, struct arena *a, redline_bytes text,
                       redline_range sentence, const struct quotes *quotes, unsigned first,
                       unsigned *tongue, unsigned *rival, struct lexed *out)
{
	struct fit best = fit_of(out);
	for (unsigned i = 0; i < s->tongues->count; i++) {
		struct lexed other;
		if (i == first || speech_lang(s, i)->script != speech_lang(s, first)->script)
			continue;
		struct lexer *lexer = speech_lexer(s, i);
		if (!lexer || !lex_sentence(lexer, a, text, sentence, quotes, &other))
			return false;
		struct fit const fit = fit_of(&other);
		int const order = compare_fits(&fit, &best);
		if (order > 0) {
			best = fit;
			*out = other;
			*tongue = *rival = i;
		} else if (order == 0 && *tongue != first && fit.asks && best.asks) {
			*rival = i;
		}
	}
	return true;
}

bool speech_lex(struct speech *s, struct arena *a, redline_bytes text, redline_range sentence,
                const struct quotes *quotes, unsigned *tongue, unsigned *rival,
                struct lexed *out)
{
	unsigned first = *tongue;
	*rival = first;
	struct lexer *lexer = speech_lexer(s, first);
	if (!lexer || !lex_sentence(lexer, a, text, sentence, quotes, out))
		return false;
	struct fit const fit = fit_of(out);
	/* "Par. 1: delete “a”": one word of two is French, and one asks in English */
	bool const settled = fit.asks || !fit.unknown || (s->sure && s->main == first);
	if (s->tongues->count == 1 || (fits_well(&fit) && settled))
		return true;
	unsigned const guessed = speech_guess(s, text, sentence, quotes, first);
	if (guessed != first) {
		first = *tongue = *rival = guessed;
		lexer = speech_lexer(s, first);
		if (!lexer || !lex_sentence(lexer, a, text, sentence, quotes, out))
			return false;
	}
	return is_plain(s->tongues, text, sentence, quotes, first) ||
	       try_others(s, a, text, sentence, quotes, first, tongue, rival, out);
}

bool speech_gave_up(struct speech *s, uint32_t *at)
{
	bool gave_up = false;
	for (unsigned i = 0; i < s->tongues->count; i++) {
		uint32_t where;
		if (s->lexers[i] && lexer_gave_up(s->lexers[i], &where)) {
			*at = where;
			gave_up = true;
		}
	}
	return gave_up;
}
