/*
 * references.c -- cross-references that followed a renumbering.  See references.h.
 *
 * The digits of two tokens are compared number by number, so that "58-60",
 * "41(b)" and "[^3]" are read alike.  Looking a number up is a binary search;
 * looking back for the word that names provisions goes over at most LOOK_BACK
 * tokens.
 */
#include "engine/references.h"

#include <stdlib.h>
#include <xxhash.h>

#include "lang/common.h"

enum { LOOK_BACK = 8 };

struct renumbering {
	redline_bytes old, now;
	enum provision_noun noun;
};

void references_add(struct references *r, redline_bytes old, redline_bytes now,
                    enum provision_noun noun)
{
	if (r->failed)
		return;
	if (r->count == r->cap) {
		uint32_t const cap = r->cap ? r->cap * 2 : 64;
		struct renumbering *moved = realloc(r->at, cap * sizeof *moved);
		if (!moved) {
			r->failed = true;
			return;
		}
		r->at = moved;
		r->cap = cap;
	}
	r->some |= !bytes_equal(old, now);
	r->at[r->count++] = (struct renumbering){old, now, noun};
}

static int by_old(const void *x, const void *y)
{
	const struct renumbering *p = x, *q = y;
	int const kind = (int)p->noun - (int)q->noun;
	int const old = kind ? kind : bytes_compare(p->old, q->old);
	return old ? old : bytes_compare(p->now, q->now);
}

static int by_new(const void *x, const void *y)
{
	const struct renumbering *p = x, *q = y;
	int const kind = (int)p->noun - (int)q->noun;
	int const now = kind ? kind : bytes_compare(p->now, q->now);
	return now ? now : bytes_compare(p->old, q->old);
}

static void drop_repeated(struct references *r)
{
	uint32_t kept = 0;
	for (uint32_t i = 0; i < r->count; i++)
		if (!kept || by_old(&r->at[kept - 1], &r->at[i]) != 0)
			r->at[kept++] = r->at[i];
	r->count = kept;
}

void references_sort(struct references *r)
{
	if (!r->some || r->failed)
		return; /* nothing will be looked up */
	qsort(r->at, r->count, sizeof *r->at, by_old);
	drop_repeated(r);
	r->back = malloc(r->count * sizeof *r->back);
	if (!r->back) {
		r->failed = true;
		return;
	}
	memcpy(r->back, r->at, r->count * sizeof *r->back);
	qsort(r->back, r->count, sizeof *r->back, by_new);
}

void references_release(struct references *r)
{
	free(r->at);
	free(r->back);
	*r = (struct references){0};
}

static redline_bytes key_of(const struct renumbering *it, bool is_new)
{
	return is_new ? it->now : it->old;
}

/* What became of a number, if it is the number of just one provision of its kind. */
static const struct renumbering *find_only(const struct references *r, redline_bytes number,
                                           enum provision_noun noun, bool is_new)
{
	const struct renumbering *list = is_new ? r->back : r->at;
	uint32_t low = 0, high = r->count;
	while (low < high) {
		uint32_t const mid = low + (high - low) / 2;
		int const kind = (int)list[mid].noun - (int)noun;
		if ((kind ? kind : bytes_compare(key_of(&list[mid], is_new), number)) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	bool const found = low < r->count && list[low].noun == noun &&
	                   bytes_equal(key_of(&list[low], is_new), number);
	bool const again = low + 1 < r->count && list[low + 1].noun == noun &&
	                   bytes_equal(key_of(&list[low + 1], is_new), number);
	return found && !again ? &list[low] : NULL;
}

static bool was_renumbered(const struct references *r, redline_bytes old, redline_bytes now,
                           enum provision_noun noun)
{
	const struct renumbering *was = find_only(r, old, noun, false);
	const struct renumbering *is = find_only(r, now, noun, true);
	return was && is && bytes_equal(was->now, now) && bytes_equal(is->old, old);
}

static redline_bytes bytes_of_token(const struct words_side *s, uint32_t i)
{
	return (redline_bytes){s->text.ptr + s->tokens[i].begin, s->tokens[i].length};
}

static size_t digits_at(redline_bytes text, size_t at)
{
	size_t n = 0;
	while (at + n < text.len && is_digit(text.ptr[at + n]))
		n++;
	return n;
}

/* All but the numbers is the same, and each number is or was renumbered just so. */
static bool numbers_follow(const struct references *r, redline_bytes old, redline_bytes now,
                           enum provision_noun noun)
{
	size_t i = 0, j = 0;
	while (i < old.len && j < now.len) {
		size_t const n = digits_at(old, i), m = digits_at(now, j);
		redline_bytes const was = {old.ptr + i, n}, is = {now.ptr + j, m};
		bool const stays = n && bytes_equal(was, is);
		if ((!n != !m) || (n && !stays && !was_renumbered(r, was, is, noun)) ||
		    (!n && old.ptr[i] != now.ptr[j]))
			return false;
		i += n ? n : 1;
		j += m ? m : 1;
	}
	return i == old.len && j == now.len;
}

/* ---- numbers of other texts ---- */

/* "A/80/12", "75/240", "L.3/Rev.1": the symbol of a document. */
static bool is_symbol(redline_bytes word)
{
	bool digit = false;
	for (size_t i = 0; i < word.len; i++)
		digit |= is_digit(word.ptr[i]);
	return digit && memchr(word.ptr, '/', word.len);
}

static bool is_mark(const struct words_side *s, uint32_t i, const char *marks)
{
	return s->tokens[i].kind == TOKEN_PUNCTUATION &&
	       strchr(marks, s->text.ptr[s->tokens[i].begin]);
}

/* A word with a capital that does not begin the sentence, and names no provision. */
static bool is_name(const struct words_side *s, uint32_t i)
{
	return s->tokens[i].kind == TOKEN_WORD && s->tokens[i].length > 1 &&
	       is_upper(s->text.ptr[s->tokens[i].begin]) && i > 0 && !is_mark(s, i - 1, ".!?") &&
	       common_provision_noun(bytes_of_token(s, i)) == NO_NOUN;
}

/* May this token stand in "resolution 60/1 and Corr.1, annex II, para. 4"? */
static bool is_of_citation(const struct words_side *s, uint32_t i)
{
	redline_bytes const word = bytes_of_token(s, i);
	return s->tokens[i].kind == TOKEN_NUMBER ||
	       (s->tokens[i].kind == TOKEN_PUNCTUATION && word.ptr[0] != ';') ||
	       common_number_joint(word) || common_provision_noun(word) != NO_NOUN ||
	       is_upper(word.ptr[0]) ||
	       (i + 1 < s->count && word.len < 6 && is_mark(s, i + 1, "."));
}

/*
 * What stands before the noun at `noun`, with a comma between: "document A/80/12, paragraph
 * 4" names another text for sure, "the Vienna Convention, article 31" may.
 */
static enum elsewhere text_before(const struct words_side *s, uint32_t noun)
{
	enum { FAR = 24 };
	if (noun == 0)
		return HERE;
	if (is_symbol(bytes_of_token(s, noun - 1)) || common_text_end(s->text, s->tokens[noun].begin))
		return ELSEWHERE;
	if (noun < 2 || !is_mark(s, noun - 1, ",(:"))
		return HERE;
	bool perhaps = common_text_noun(bytes_of_token(s, noun - 2));
	for (uint32_t k = noun - 1; k > 0 && noun - k < FAR; k--) {
		if (is_symbol(bytes_of_token(s, k - 1)))
			return ELSEWHERE;
		perhaps |= is_name(s, k - 1);
		if (!is_of_citation(s, k - 1))
			break;
	}
	return perhaps ? PERHAPS_ELSEWHERE : HERE;
}

enum behind { NOTHING, THIS_ONE, ANOTHER };

/* "paragraph 1 of resolution 75/240", «пункт 1 резолюции», but not "of this Agreement". */
static enum behind text_behind(const struct words_side *s, uint32_t i)
{
	enum { ARTICLE_AND_WORD = 3 };
	uint32_t of = i + 1; /* behind the whole list of numbers */
	while (of < s->count && of <= i + LOOK_BACK &&
	       (s->tokens[of].kind == TOKEN_NUMBER || s->tokens[of].kind == TOKEN_PUNCTUATION ||
	        common_number_joint(bytes_of_token(s, of))))
		of++;
	if (of < s->count && common_text_behind(bytes_of_token(s, of)))
		return ANOTHER;
	if (of >= s->count || !common_of(bytes_of_token(s, of)))
		return NOTHING;
	for (uint32_t k = of + 1; k < s->count && k <= of + ARTICLE_AND_WORD; k++)
		if (common_this(bytes_of_token(s, k)))
			return THIS_ONE;
	return ANOTHER;
}

/*
 * What a number names: "paragraph 58", "paras. 3, 17 and 58".  Not "Article 9 (58)",
 * which is a part of Article 9.
 */
static enum provision_noun noun_before(const struct words_side *s, uint32_t i, uint32_t *at)
{
	for (uint32_t back = 1; back <= LOOK_BACK && back <= i; back++) {
		redline_bytes const word = bytes_of_token(s, i - back);
		enum provision_noun const noun = common_provision_noun(word);
		*at = i - back;
		if (noun != NO_NOUN)
			return noun;
		uint8_t const kind = (uint8_t)s->tokens[i - back].kind;
		bool const opens = kind == TOKEN_PUNCTUATION && word.ptr[0] == '(';
		if (opens || (kind != TOKEN_NUMBER && kind != TOKEN_PUNCTUATION &&
		              !common_number_joint(word)))
			return NO_NOUN;
	}
	return NO_NOUN;
}

static enum elsewhere where_is(const struct words_side *s, uint32_t noun, uint32_t i)
{
	enum behind const behind = text_behind(s, i);
	return behind == NOTHING ? text_before(s, noun) : behind == ANOTHER ? ELSEWHERE : HERE;
}

static enum provision_noun named_by(const struct words_side *s, uint32_t i)
{
	uint32_t at = 0;
	if (s->tokens[i].kind == TOKEN_NOTE)
		return NOUN_NOTE;
	enum provision_noun const noun =
		s->tokens[i].kind == TOKEN_NUMBER ? noun_before(s, i, &at) : NO_NOUN;
	return noun == NO_NOUN || where_is(s, at, i) != HERE ? NO_NOUN : noun;
}

/* "section C", "chapter IV": a letter or roman number right behind its noun. */
static bool is_letter(const struct words_side *s, uint32_t i)
{
	redline_bytes const word = bytes_of_token(s, i);
	if (s->tokens[i].kind != TOKEN_WORD || i == 0 || word.len > 5 ||
	    common_provision_noun(bytes_of_token(s, i - 1)) == NO_NOUN)
		return false;
	size_t upper = 0;
	while (upper < word.len && is_upper(word.ptr[upper]) &&
	       (word.len == 1 || strchr("IVXLC", word.ptr[upper])))
		upper++;
	return upper == word.len;
}

enum provision_noun references_noun(const struct words_side *s, uint32_t i,
                                    enum elsewhere *elsewhere)
{
	uint32_t at = 0;
	bool const named = s->tokens[i].kind == TOKEN_NUMBER || is_letter(s, i);
	enum provision_noun const noun = named ? noun_before(s, i, &at) : NO_NOUN;
	*elsewhere = noun != NO_NOUN ? where_is(s, at, i) : HERE;
	return noun;
}

bool references_follow(const struct references *r, const struct words_side *old, uint32_t i,
                       const struct words_side *now, uint32_t j)
{
	if (!r || !r->some)
		return false;
	enum provision_noun const noun = named_by(old, i);
	return noun != NO_NOUN && noun == named_by(now, j) &&
	       numbers_follow(r, bytes_of_token(old, i), bytes_of_token(now, j), noun);
}

/* ---- one and the same on both sides ---- */

static uint64_t mix(uint64_t hash, redline_bytes bytes)
{
	return XXH3_64bits_withSeed(bytes.ptr, bytes.len, hash);
}

/* The hash of a token in which numbers that were renumbered stand for both. */
static bool resolve(const struct references *r, redline_bytes token, enum provision_noun noun,
                    bool is_new, uint64_t *out)
{
	uint64_t hash = 1;
	bool some = false;
	for (size_t i = 0, n; i < token.len; i += n) {
		n = digits_at(token, i);
		redline_bytes const number = {token.ptr + i, n};
		const struct renumbering *it = n ? find_only(r, number, noun, is_new) : NULL;
		some |= it != NULL;
		n += n == 0;
		if (it)
			hash = mix(mix(hash, it->old), it->now);
		else
			hash = mix(hash, (redline_bytes){token.ptr + i, n});
	}
	if (some)
		*out = hash;
	return some;
}

bool references_resolve(const struct references *r, const struct words_side *side, bool is_new,
                        uint64_t *out)
{
	bool some = false;
	for (uint32_t i = 0; i < side->count; i++) {
		enum provision_noun const noun = named_by(side, i);
		out[i] = side->hashes[i];
		if (noun != NO_NOUN)
			some |= resolve(r, bytes_of_token(side, i), noun, is_new, &out[i]);
	}
	return some;
}
