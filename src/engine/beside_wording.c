/*
 * beside_wording.c -- is a text without quotation marks new wording, and nothing else
 * (beside.h)?
 *
 * People write "every year (as agreed)", "Keep", "two / three?" where a new text should be.
 * Where the texts begin, or end, with the same words, nothing else can stand there.  At the
 * other ends whatever is no plain wording, and is not in the old text, is in doubt.
 */
#include <unictype.h>

#include "beside.h"
#include "lang/remarks.h"

#define WORD_LEAST      3u  /* bytes; shorter ones tell nothing */
#define WORDS_MAX       64u /* of the new text, looked for in the old one */
#define ALIKE_LEAST     40u /* of a hundred words, that provisions share */
#define PROVISION_LEAST 8u  /* words of one */
#define TELLING_LEAST   4u  /* words of an old text that a new one must share some with */

/* A letter, or a sign of a script without any? */
static bool is_text(uint32_t cp)
{
	return uc_is_alpha(cp) || uc_is_digit(cp);
}

/* Bytes that both begin with, up to the end of a word in both; 0 if it is no word. */
static size_t same_start(redline_bytes a, redline_bytes b)
{
	size_t n = bytes_common(a, b);
	unsigned size;
	bool word = false;
	while (n &&
	       ((n < a.len && is_word_char(utf8_at(a, n, &size))) ||
	        (n < b.len && is_word_char(utf8_at(b, n, &size)))) &&
	       is_word_char(utf8_before(a, n, &size)))
		n -= size;
	for (size_t at = 0; at < n && !word; at += size)
		word = is_text(utf8_at(a, at, &size));
	return word ? n : 0;
}

/* Likewise that both end with. */
static size_t same_end(redline_bytes a, redline_bytes b)
{
	size_t n = 0;
	unsigned size;
	bool word = false;
	while (n < a.len && n < b.len && a.ptr[a.len - 1 - n] == b.ptr[b.len - 1 - n])
		n++;
	while (n && (a.ptr[a.len - n] & 0xC0) == 0x80) /* inside of a character */
		n--;
	while (n &&
	       ((n < a.len && is_word_char(utf8_before(a, a.len - n, &size))) ||
	        (n < b.len && is_word_char(utf8_before(b, b.len - n, &size)))) &&
	       is_word_char(utf8_at(a, a.len - n, &size)))
		n -= size;
	for (size_t at = a.len - n; at < a.len && !word; at += size)
		word = is_text(utf8_at(a, at, &size));
	return word ? n : 0;
}

static bool has_kind(redline_bytes words, bool (*kind)(ucs4_t))
{
	unsigned size;
	for (size_t at = 0; at < words.len; at += size)
		if (kind(utf8_at(words, at, &size)))
			return true;
	return false;
}

/* "---", or "3" for words: is it nothing that could stand there? */
static bool is_no_text(redline_bytes now, redline_bytes old)
{
	return !has_kind(now, uc_is_alpha) &&
	       (!has_kind(now, uc_is_digit) ||
	        (!has_kind(old, uc_is_digit) && has_kind(old, uc_is_alpha)));
}

/* Signs that part a remark from a text, or one text from another. */
static bool has_sign(redline_bytes part, redline_bytes old)
{
	static const char *const signs[] = {"?",   "/",   "|",  "\\", "->", "=>", " - ", " – ",
	                                    " — ", "→",   "?",  ";",  ": ", "：", "(",   "[",
	                                    "…",   "...", "\"", "“",  "«",  NULL};
	for (const char *const *sign = signs; *sign; sign++)
		if (beside_has(part, bytes_of(*sign)) && !beside_has(old, bytes_of(*sign)))
			return true;
	return false;
}

/* How much counts as talk: what only a speaker says, or what stands in no short text, too;
 * and what no text begins with. */
enum talk { TALK_OURS, TALK_ANY, TALK_OPENING };

/* Is this said about a text, rather than in one? */
static bool is_talk(const struct lexeme *x, enum talk talk)
{
	if (talk == TALK_OURS)
		return x->cls == LEX_WE;
	switch (x->cls) {
	case LEX_WE:
	case LEX_NAME:
	case LEX_PROPOSE:
	case LEX_HISTORY:
	case LEX_STANCE:
	case LEX_SPEAKER:
	case LEX_DOUBT:
	case LEX_VAGUE:
	case LEX_OR:
		return true;
	case LEX_REASON:
		return x->value == REASON_OPENS;
	case LEX_ACTION:
	case LEX_NEGATION:
	case LEX_HEDGE:
	case LEX_NEW:
	case LEX_SAME:
		return talk == TALK_OPENING;
	default:
		return false;
	}
}

/* Does some word of the part, which the old text does not have, speak about texts? */
static bool has_talk(struct reading_run *r, redline_range part, redline_bytes old, enum talk talk)
{
	struct lexed lexed;
	unsigned tongue = r->tongue, rival;
	if (!speech_lex(r->speech, &r->s->arena, r->s->text, part, &r->quotes, &tongue, &rival,
	                &lexed))
		return true;
	for (uint32_t i = 0; i < lexed.count; i++)
		if (is_talk(&lexed.at[i], talk == TALK_OPENING && i ? TALK_ANY : talk) &&
		    !beside_has(old, words_of(r, lexed.at[i].range)))
			return true;
	return false;
}

/* "every year" and "Keep": does one begin with a capital, and the other one not? */
static bool differs_in_case(redline_bytes a, redline_bytes b)
{
	unsigned size;
	uint32_t const x = utf8_at(a, 0, &size), y = utf8_at(b, 0, &size);
	return (uc_is_upper(x) && uc_is_lower(y)) || (uc_is_lower(x) && uc_is_upper(y));
}

/* Of a hundred longer words that the new text begins with, how many does the old one have? */
static unsigned shared_words(redline_bytes now, redline_bytes old)
{
	unsigned words = 0, shared = 0;
	for (size_t at = 0; words < WORDS_MAX && at < now.len;) {
		while (at < now.len && is_space(now.ptr[at]))
			at++;
		size_t const begin = at;
		while (at < now.len && !is_space(now.ptr[at]))
			at++;
		if (at - begin < WORD_LEAST)
			continue;
		words++;
		shared += beside_has(old, (redline_bytes){now.ptr + begin, at - begin});
	}
	return words ? 100 * shared / words : 0;
}

static uint32_t sentences_of(const struct reading_run *r, redline_range range)
{
	uint32_t n = 0;
	while (range_len(range = range_trim(r->s->text, range))) {
		range.begin = first_sentence(r, range).end;
		n++;
	}
	return n;
}

/* Do both say much, and much of it alike, as whole provisions do? */
static bool are_provisions(redline_bytes now, redline_bytes old, unsigned sentences)
{
	char const last = old.ptr[old.len - 1];
	bool const ends = beside_among(".;:,", last) && last == now.ptr[now.len - 1];
	return (ends || sentences <= 1) && bytes_words(old) >= PROVISION_LEAST &&
	       shared_words(now, old) >= ALIKE_LEAST;
}

bool beside_is_wording(struct reading_run *r, const redline_operand *old,
                       const redline_operand *now, unsigned sentences, bool bounded)
{
	if (!old->words.len || !now->words.len || is_no_text(now->words, old->words) ||
	    remark_is(now->words))
		return false;
	uint32_t const start = (uint32_t)same_start(now->words, old->words);
	uint32_t const end = (uint32_t)same_end(now->words, old->words);
	if (start + end >= now->words.len)
		return true;
	if (bounded && are_provisions(now->words, old->words, sentences))
		return !has_talk(r, now->source, old->words, TALK_OURS);
	redline_range const part = {now->source.begin + start, now->source.end - end};
	redline_bytes const words = words_of(r, part);
	if (!start && (differs_in_case(now->words, old->words)))
		return false;
	if (!start && !end && bytes_words(old->words) >= TELLING_LEAST &&
	    !shared_words(now->words, old->words))
		return false;
	if (!end &&
	    (beside_line_end(r->s->text, part) < part.end || (sentences > 1 && sentences > sentences_of(r, old->source))))
		return false;
	return (start && end) || (!has_sign(words, old->words) &&
	                          !has_talk(r, part, old->words, start ? TALK_ANY : TALK_OPENING));
}
