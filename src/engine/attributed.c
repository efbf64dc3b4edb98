/*
 * attributed.c -- see attributed.h.
 *
 * The passage is cut at its brackets.  For each bracket that names a party the
 * passage is written anew: this change as CriticMarkup, the others left out or put
 * back as they were.  What comes out then lands as any marked-up wording does
 * (land_marked.c): only on the text that it restates.
 */
#define _GNU_SOURCE /* memmem */
#include "attributed.h"

#include <string.h>

#include <unictype.h>

#include "base/buf.h"
#include "base/bytes.h"
#include "envelope.h"
#include "lang/remarks.h"

#define PASSAGE_MAX (64u << 10)
#define LEAD_MAX    1000u /* bytes in which a bracket names its parties */
#define NAME_MAX    200u  /* bytes of one */
#define NOTHING     UINT32_MAX

#define UNCLEAR_TASK                                                                       \
	"it is not clear what this bracket asks for; write [...: add words], [words] [...: " \
	"replace with words] or [words] [...: delete]"

enum task {
	TASK_TEXT,    /* new words, in the place of those in the bracket before, if any */
	TASK_ADD,     /* "add ...": new words, whatever stands before */
	TASK_REPLACE, /* "replace with ..." */
	TASK_DELETE,
};

struct bracket {
	redline_range outer, inner;
	redline_bytes parties[ATTRIBUTED_PARTIES_MAX];
	unsigned party_count; /* 0: names nobody */
	enum task task;
	redline_range words; /* that come */
	uint32_t about;      /* the bracket whose words go; NOTHING */
	bool changed;        /* others are about it: no bracket of the draft's */
	bool behind;         /* names a party behind the words */
};

struct cut {
	redline_bytes text;
	redline_range passage;
	struct bracket at[ATTRIBUTED_MAX];
	uint32_t count;
	struct attributed *out;
};

static bool unclear(struct cut *c, redline_range where, const char *why)
{
	c->out->unclear = why;
	c->out->where = where;
	return false;
}

/* ---- finding brackets ---- */

static uint32_t find_char(redline_bytes text, redline_range within, char wanted)
{
	const char *hit = within.begin < within.end
	                          ? memchr(text.ptr + within.begin, wanted, range_len(within))
	                          : NULL;
	return hit ? (uint32_t)(hit - text.ptr) : within.end;
}

/* The first colon, a full-width one as Chinese has it, too; *after is behind it. */
static uint32_t find_colon(redline_bytes text, redline_range within, uint32_t *after)
{
	uint32_t const plain = find_char(text, within, ':');
	const char *wide = memmem(text.ptr + within.begin, range_len(within), "\xEF\xBC\x9A", 3);
	uint32_t const at = wide ? (uint32_t)(wide - text.ptr) : within.end;
	*after = at < plain ? at + 3 : plain + 1;
	return at < plain ? at : plain;
}

/* The parties that a bracket begins with; *after is behind the colon. */
static unsigned parties_of(const struct lexer *lexer, redline_bytes text, redline_range inner,
                           redline_bytes parties[], uint32_t *after)
{
	uint32_t len, end;
	uint32_t const most = range_len(inner) > LEAD_MAX ? inner.begin + LEAD_MAX : inner.end;
	uint32_t const colon = find_colon(text, (redline_range){inner.begin, most}, after);
	if (colon >= most || lex_party(lexer, text, inner, &len) < 0)
		return 0;
	return envelope_parties_of(lexer, text, inner, parties, ATTRIBUTED_PARTIES_MAX, &end);
}

/* Where the last dash between blanks ends, a name's length before the end at most; `end` if
 * there is none. */
static uint32_t behind_dash(redline_bytes text, redline_range inner)
{
	static const char *const dashes[] = {" - ", " \xE2\x80\x93 ", " \xE2\x80\x94 "};
	uint32_t const least =
		range_len(inner) > NAME_MAX ? inner.end - NAME_MAX : inner.begin;
	for (uint32_t at = inner.end; at-- > least;)
		for (unsigned i = 0; i < 3; i++) {
			uint32_t const len = (uint32_t)strlen(dashes[i]);
			if (inner.end - at > len && memcmp(text.ptr + at, dashes[i], len) == 0)
				return at + len;
		}
	return inner.end;
}

/* "[shall - Japan]": a party behind the words, where it can't be told from them. */
static bool party_behind(const struct lexer *lexer, redline_bytes text, redline_range inner)
{
	uint32_t len;
	redline_range const rest = {behind_dash(text, inner), inner.end};
	return rest.begin < rest.end && lex_party(lexer, text, rest, &len) >= 0 &&
	       rest.begin + len == rest.end;
}

static redline_range inside_of(redline_bytes text, uint32_t open, uint32_t end)
{
	return (redline_range){open + 1, find_char(text, (redline_range){open + 1, end}, ']')};
}

uint32_t attributed_first(const struct lexer *lexer, redline_bytes text, redline_range within)
{
	uint32_t at = find_char(text, within, '[');
	redline_range inner = {at, at};
	while (at < within.end) {
		redline_bytes parties[ATTRIBUTED_PARTIES_MAX];
		uint32_t after, len;
		redline_range const rest = {at + 1, within.end};
		if (inner.end <= at) /* else the same "]" ends this one, too */
			inner = inside_of(text, at, within.end);
		inner.begin = at + 1;
		if (at > within.begin && inner.end < within.end && party_behind(lexer, text, inner))
			return at;
		if (lex_party(lexer, text, rest, &len) >= 0) {
			if (inner.end < within.end &&
			    parties_of(lexer, text, inner, parties, &after))
				return at;
		}
		at = find_char(text, rest, '[');
	}
	return within.end;
}

static bool find_brackets(struct cut *c, const struct lexer *lexer, uint32_t *nested)
{
	*nested = NOTHING;
	uint32_t const end = c->passage.end;
	for (uint32_t at = find_char(c->text, c->passage, '['); at < end;) {
		redline_range const inner = inside_of(c->text, at, end);
		if (inner.end >= end)
			break;
		uint32_t const next = find_char(c->text, inner, '[');
		if (next < inner.end && *nested == NOTHING)
			*nested = next;
		if (c->count == ATTRIBUTED_MAX)
			return unclear(c, (redline_range){at, inner.end + 1},
			               "there are too many brackets in this passage");
		struct bracket *b = &c->at[c->count++];
		uint32_t after = inner.begin;
		*b = (struct bracket){.outer = {at, inner.end + 1}, .about = NOTHING};
		b->party_count = parties_of(lexer, c->text, inner, b->parties, &after);
		b->behind = party_behind(lexer, c->text, inner);
		b->inner = range_trim(c->text, (redline_range){b->party_count ? after : inner.begin,
		                                               inner.end});
		b->words = b->inner;
		at = find_char(c->text, (redline_range){inner.end + 1, end}, '[');
	}
	return true;
}

/* ---- what a bracket asks for ---- */

/* Words behind "add" or "replace with": without a colon, and out of their quotes. */
static redline_range operand(const struct cut *c, const struct quotes *quotes, redline_range r)
{
	if (r.begin < r.end && c->text.ptr[r.begin] == ':')
		r.begin++;
	r = range_trim(c->text, r);
	uint32_t const q = quotes_from(quotes, r.begin);
	if (q < quotes->count && quotes->at[q].outer.begin == r.begin &&
	    quotes->at[q].outer.end == r.end)
		return quotes->at[q].inner;
	return r;
}

/* Not words of a text: a stance, a doubt, or another act. */
static bool is_remark(const struct lexed *l)
{
	enum lex_class const first = l->at[0].cls;
	bool remark = first == LEX_ACTION;
	for (uint32_t i = 0; i < l->count; i++)
		remark |= l->at[i].cls == LEX_STANCE || l->at[i].cls == LEX_DOUBT ||
		          l->at[i].cls == LEX_HISTORY || l->at[i].cls == LEX_REASON ||
		          l->at[i].cls == LEX_PROPOSE || l->at[i].cls == LEX_WE;
	return remark;
}

static bool read_task(struct cut *c, struct bracket *b, const struct lexed *l,
                      const struct quotes *quotes)
{
	const struct lexeme *x = &l->at[0];
	enum verb const verb = x->cls == LEX_ACTION ? VERB_OF(x->value) : VERB_KEEP;
	uint32_t behind = NOTHING;
	redline_bytes const said = bytes_in(c->text, b->inner);
	redline_range const words = operand(c, quotes, b->inner);
	if (words.begin > b->inner.begin) { /* in quotation marks: surely wording */
		b->words = words;
		return true;
	}
	if ((verb == VERB_DELETE && l->count == 1) || remark_deletes(said)) {
		b->task = TASK_DELETE;
		b->words.end = b->words.begin;
		return true;
	}
	if (verb == VERB_INSERT && IS_ACTIVE(x->value)) {
		b->task = TASK_ADD;
		behind = x->range.end;
	} else if ((verb == VERB_REPLACE || verb == VERB_SUBSTITUTE) && l->count > 1 &&
	           l->at[1].cls == LEX_LINK && l->at[1].value == LINK_WITH) {
		b->task = TASK_REPLACE;
		behind = l->at[1].range.end;
	} else if (is_remark(l) || remark_is(said)) {
		return unclear(c, b->outer, UNCLEAR_TASK);
	}
	if (behind != NOTHING)
		b->words = operand(c, quotes, (redline_range){behind, b->inner.end});
	return true;
}

/* The words must survive as CriticMarkup. */
static bool is_plain(const struct cut *c, redline_range r)
{
	for (uint32_t i = r.begin; i < r.end; i++)
		if (strchr("{}~", c->text.ptr[i]))
			return false;
	return true;
}

static bool read_bracket(struct cut *c, struct arena *a, struct lexer *const lexers[2],
                         const struct quotes *quotes, struct bracket *b)
{
	struct lexed lexed;
	if (!range_len(b->inner))
		return unclear(c, b->outer, "there is nothing in this bracket");
	for (unsigned i = 0; i < 2 && b->task == TASK_TEXT; i++) {
		if (!lex_sentence(lexers[i], a, c->text, b->inner, quotes, &lexed)) {
			a->failed = true;
			return false;
		}
		if (lexed.count && !read_task(c, b, &lexed, quotes))
			return false;
	}
	if (b->task != TASK_DELETE && !range_len(b->words))
		return unclear(c, b->outer, "it is not said which words come");
	return is_plain(c, b->words) ||
	       unclear(c, b->outer, "braces and tildes can't be read in such a bracket");
}

/* The bracket that bracket i speaks of: the one before it, or that one's. */
static uint32_t spoken_of(const struct cut *c, uint32_t i)
{
	if (!i || c->at[i].task == TASK_ADD)
		return NOTHING;
	redline_range const between = {c->at[i - 1].outer.end, c->at[i].outer.begin};
	if (range_len(range_trim(c->text, between)))
		return NOTHING;
	return c->at[i - 1].party_count ? c->at[i - 1].about : i - 1;
}

/* "[voluntary] [Peru: Agreed]": a capital that no words in the middle of a sentence have. */
static bool begins_apart(const struct cut *c, const struct bracket *old, const struct bracket *b)
{
	unsigned size;
	return b->task == TASK_TEXT && range_len(b->words) && range_len(old->inner) &&
	       uc_is_lower(utf8_at(c->text, old->inner.begin, &size)) &&
	       uc_is_upper(utf8_at(c->text, b->words.begin, &size)) &&
	       b->words.begin == b->inner.begin;
}

static bool link_bracket(struct cut *c, uint32_t i)
{
	struct bracket *b = &c->at[i];
	b->about = spoken_of(c, i);
	if (b->about == NOTHING)
		return b->task == TASK_TEXT || b->task == TASK_ADD ||
		       unclear(c, b->outer,
		               "it is not said which words go; put them into brackets just "
		               "before this one");
	struct bracket *old = &c->at[b->about];
	old->changed = true;
	if (begins_apart(c, old, b))
		return unclear(c, b->outer, UNCLEAR_TASK);
	if (!range_len(old->inner))
		return unclear(c, old->outer, "there is nothing in this bracket");
	return is_plain(c, old->inner) ||
	       unclear(c, old->outer, "braces and tildes can't be read in such a bracket");
}

/* ---- writing the passage with one change ---- */

static bool ends_blank(const struct buf *b)
{
	return b->len && is_space(b->ptr[b->len - 1]);
}

static void drop_blanks(struct buf *b)
{
	while (ends_blank(b))
		b->len--;
}

/* Does the text go on with a blank, a closing mark, Chinese, or not at all? */
static bool goes_on_apart(redline_bytes text, uint32_t at, uint32_t end)
{
	unsigned size;
	uint32_t const cp = at < end ? utf8_at(text, at, &size) : 0;
	if ((cp >= 0x3000 && cp < 0xA000) || (cp >= 0xFF00 && cp < 0xFFF0))
		return true;
	return at >= end || is_space(text.ptr[at]) || strchr(",.;:!?)", text.ptr[at]);
}

static void put_around(struct buf *b, const char *open, redline_bytes words, const char *close)
{
	buf_text(b, open);
	buf_bytes(b, words);
	buf_text(b, close);
}

static void put_bracket(const struct cut *c, struct buf *b, uint32_t i, uint32_t chosen)
{
	const struct bracket *x = &c->at[i], *one = &c->at[chosen];
	redline_bytes const inner = bytes_in(c->text, x->inner);
	redline_bytes const come = bytes_in(c->text, one->words);
	if (!x->party_count && one->about == i && one->task == TASK_DELETE) {
		put_around(b, "{--", inner, "--}");
	} else if (!x->party_count && one->about == i) {
		put_around(b, "{~~", inner, "~>");
		put_around(b, "", come, "~~}");
	} else if (!x->party_count) {
		buf_bytes(b, x->changed ? inner : bytes_in(c->text, x->outer));
	} else if (i == chosen && one->about == NOTHING) {
		if (goes_on_apart(come, 0, (uint32_t)come.len))
			drop_blanks(b);
		put_around(b, "{++", come, "++}");
	} else if (goes_on_apart(c->text, x->outer.end, c->passage.end)) {
		drop_blanks(b);
	}
}

static redline_bytes passage_with(const struct cut *c, struct arena *a, uint32_t chosen)
{
	struct buf b = {0};
	uint32_t at = c->passage.begin;
	for (uint32_t i = 0; i < c->count; i++) {
		buf_bytes(&b, bytes_in(c->text, (redline_range){at, c->at[i].outer.begin}));
		put_bracket(c, &b, i, chosen);
		at = c->at[i].outer.end;
	}
	buf_bytes(&b, bytes_in(c->text, (redline_range){at, c->passage.end}));
	redline_bytes const words = arena_copy(a, buf_view(&b));
	a->failed |= b.failed;
	buf_release(&b);
	return words;
}

static void write_changes(struct cut *c, struct arena *a)
{
	struct attributed *out = c->out;
	out->at = arena_array(a, c->count + 1u, sizeof *out->at);
	for (uint32_t i = 0; out->at && i < c->count; i++) {
		const struct bracket *b = &c->at[i];
		if (!b->party_count)
			continue;
		uint32_t const from = b->about == NOTHING ? i : b->about;
		struct attributed_change *change = &out->at[out->count++];
		*change = (struct attributed_change){
			.words = passage_with(c, a, i),
			.source = {c->at[from].outer.begin, b->outer.end},
			.party_count = b->party_count,
		};
		memcpy(change->parties, b->parties, sizeof b->parties);
	}
}

bool attributed_read(struct arena *a, struct lexer *const lexers[2], redline_bytes text,
                     redline_range passage, const struct quotes *quotes,
                     struct attributed *out)
{
	*out = (struct attributed){.count = 0};
	struct cut *c = arena_alloc(a, sizeof *c);
	if (!c)
		return false;
	*c = (struct cut){.text = text, .passage = passage, .out = out};
	uint32_t nested;
	bool ok = range_len(passage) <= PASSAGE_MAX ||
	          unclear(c, passage, "this passage is too long for changes in brackets");
	ok = ok && find_brackets(c, lexers[0], &nested);
	if (ok && nested != NOTHING)
		ok = unclear(c, (redline_range){nested, nested + 1},
		             "a bracket inside another can't be read where brackets show changes");
	for (uint32_t i = 0; ok && i < c->count; i++)
		if (c->at[i].behind)
			ok = unclear(c, c->at[i].outer,
			             "it is not clear what this bracket asks for; write the party "
			             "before the words: [...: words]");
	for (uint32_t i = 0; ok && i < c->count; i++)
		if (c->at[i].party_count)
			ok = read_bracket(c, a, lexers, quotes, &c->at[i]) && link_bracket(c, i);
	if (ok)
		write_changes(c, a);
	return !a->failed;
}
