/* letter.c -- see letter.h. */
#include "letter.h"

#include <string.h>

#include "base/bytes.h"
#include "listed.h"

#define KEY_BYTES   40u /* of "From" and the like, at most */
#define LINE_BYTES  160u /* of a line that says who writes */
#define SIGNED_MOST 6u  /* lines from the signature's first to the text's last */

struct letter_search {
	struct arena *arena;
	struct speech *speech;
	redline_bytes text;
	const struct quotes *quotes;
	const struct word_lists *lists; /* NULL where only a head is read */
	bool failed;
};

/* Parties that a line names as who writes. */
struct signers {
	redline_bytes party[LETTER_PARTIES];
	unsigned count;
};

static redline_range line_at(redline_bytes text, uint32_t at)
{
	const char *stop = memchr(text.ptr + at, '\n', text.len - at);
	return (redline_range){at, stop ? (uint32_t)(stop - text.ptr) : (uint32_t)text.len};
}

/* ---- a line that names who writes ---- */

/* What of the line stands before "<mission@example.org>"; nothing of one with a bare address. */
static redline_range without_address(redline_bytes text, redline_range line)
{
	for (uint32_t at = line.begin; at < line.end; at++)
		if (text.ptr[at] == '<' || text.ptr[at] == '@')
			line.end = text.ptr[at] == '<' ? at : line.begin; /* a bare address */
	return range_trim(text, line);
}

static bool is_bare_part(const struct lexeme *x)
{
	return x->cls == LEX_NAME || x->cls == LEX_AND || is_article(x) || is_punct(x, ',') ||
	       is_punct(x, '.') || is_punct(x, '/') || is_punct(x, '"') || is_punct(x, '*') ||
	       is_punct(x, '_') || is_dash(x);
}

/* What may stand in "Jane Doe, Permanent Mission of Kenya to the United Nations". */
static bool is_office_part(const struct lexeme *x)
{
	return is_bare_part(x) || x->cls == LEX_WORD || x->cls == LEX_FILLER || x->cls == LEX_OF ||
	       x->cls == LEX_TO || x->cls == LEX_IN || x->cls == LEX_FOR || x->cls == LEX_GROUP ||
	       x->cls == LEX_WE ||
	       (x->cls == LEX_SPEAKER && x->value == SPEAKER_BEHALF);
}

/* "delegation"; "La délégation" may be one's own. */
static bool is_office(const struct lexeme *x)
{
	return (x->cls == LEX_WORD && x->value == WORD_SPEAKER) || x->cls == LEX_WE;
}

/* "Permanent Mission of Kenya", "Mission permanente du Japon", "肯尼亚常驻代表团": is the name at
 * lexeme i that of an office's party?  "Office of Jordan Smith" is none. */
static bool has_office(const struct lang *lang, redline_bytes text, const struct lexed *l,
                       uint32_t i)
{
	const struct lexeme *all = l->at;
	uint32_t k = i, behind = i + 1;
	bool const person = all[behind].cls == LEX_WORD && !is_office(&all[behind]) &&
	                    utf8_large_at(text, all[behind].range.begin);
	while (all[behind].cls == LEX_WORD && !is_office(&all[behind]))
		behind++;
	while (k > 0 && (all[k - 1].cls == LEX_FILLER || all[k - 1].cls == LEX_OF ||
	                 all[k - 1].cls == LEX_FROM))
		k--;
	bool const of = k < i;
	for (uint32_t j = k; j < i; j++) /* "la délégation du Kenya": one small word to the grammar */
		if (all[j].cls == LEX_FILLER &&
		    listed_within(lang->headings, bytes_in(text, all[j].range)))
			return !person;
	while (k > 1 && all[k - 1].cls == LEX_WORD && !is_office(&all[k - 1]) &&
	       (of || !utf8_large_at(text, all[k - 1].range.begin)))
		k--;
	return is_office(&all[behind]) ||
	       (!person && k > 0 && (is_office(&all[k - 1]) || all[k - 1].cls == LEX_SPEAKER));
}

static void add_signer(struct signers *s, int32_t party)
{
	redline_bytes const name = bytes_of(lang_parties[party].name);
	for (unsigned i = 0; i < s->count; i++)
		if (bytes_equal(s->party[i], name))
			return;
	if (lang_parties[party].kind != PARTY_ORGAN && s->count < LETTER_PARTIES)
		s->party[s->count++] = name;
}

/* "Delegates of Kenya were present": does more than a place or an office stand behind the name? */
static bool tells_more(redline_bytes text, const struct lexed *l, uint32_t name)
{
	for (uint32_t i = name + 1; i < l->count; i++)
		if (l->at[i].cls == LEX_WORD && !is_office(&l->at[i]) &&
		    !utf8_large_at(text, l->at[i].range.begin) &&
		    (unsigned char)text.ptr[l->at[i].range.begin] < 0x80)
			return true;
	return false;
}

/* Nobody, unless the line says no more than who it is: "Georgia Smith" is no country. */
static struct signers read_signers(struct letter_search *s, redline_range line)
{
	struct signers who = {.count = 0};
	struct lexed l;
	unsigned tongue = s->speech->main, rival;
	bool bare = true, office = true;
	line = without_address(s->text, line);
	if (!range_len(line) || range_len(line) > LINE_BYTES)
		return who;
	if (!speech_lex(s->speech, s->arena, s->text, line, s->quotes, &tongue, &rival, &l)) {
		s->failed = true;
		return who;
	}
	if (!lexed_may_have(&l, LEX_BIT(LEX_NAME) | LEX_BIT(LEX_GROUP)))
		return who;
	for (uint32_t i = 0; i < l.count; i++) {
		bare &= is_bare_part(&l.at[i]);
		office &= is_office_part(&l.at[i]);
	}
	for (uint32_t i = 0; i < l.count && office; i++) {
		uint32_t len;
		redline_range const inside =
			l.at[i].cls == LEX_GROUP ? l.groups[l.at[i].value] : (redline_range){0, 0};
		bool const name = l.at[i].cls == LEX_NAME;
		if (name && !bare && tells_more(s->text, &l, i))
			return (struct signers){.count = 0};
		if (name && ((bare && !listed(lang_persons, bytes_in(s->text, l.at[i].range))) ||
		             has_office(speech_lang(s->speech, tongue), s->text, &l, i)))
			add_signer(&who, l.at[i].value);
		int const party = range_len(inside) && !bare /* "Jane Doe (Kenya)" */
		                          ? lex_party(speech_lexer(s->speech, tongue), s->text,
		                                      range_trim(s->text, inside), &len)
		                          : -1;
		if (party >= 0 && len == range_len(range_trim(s->text, inside)))
			add_signer(&who, party);
	}
	return who;
}

/* ---- the head ---- */

/* The bytes of "From:" and its blanks, if the line begins with one of the keys; else 0. */
static uint32_t key_len(redline_bytes text, redline_range line, lang_list keys)
{
	uint32_t colon = line.begin, size = 0;
	uint32_t const most = range_len(line) < KEY_BYTES ? line.end : line.begin + KEY_BYTES;
	if (!memchr(text.ptr + line.begin, ':', most - line.begin) &&
	    !memchr(text.ptr + line.begin, 0xEF, most - line.begin)) /* of the wide one */
		return 0;
	while (colon < most && !(size = bytes_colon(text, colon, line.end)))
		colon++;
	if (!size)
		return 0;
	redline_range key = range_trim(text, (redline_range){line.begin, colon});
	while (range_len(key) && strchr("*_ ", text.ptr[key.begin]))
		key.begin++;
	while (range_len(key) && strchr("*_ ", text.ptr[key.end - 1]))
		key.end--;
	return listed(keys, bytes_in(text, key)) ? colon + size - line.begin : 0;
}

static uint32_t first_text(redline_bytes text)
{
	uint32_t at = 0;
	while (at < text.len && is_space(text.ptr[at]))
		at++;
	return at;
}

static bool has_address(redline_bytes text, redline_range line)
{
	return memchr(text.ptr + line.begin, '@', range_len(line)) != NULL;
}

/* A line of a head; sure: no pair of old and new words, "From: ..." and "To: ...", has it. */
struct head_line {
	bool is, sender, sure;
	struct signers named;
};

static struct head_line read_head_line(struct letter_search *s, redline_range line)
{
	struct head_line h = {.is = false};
	uint32_t const sender = key_len(s->text, line, lang_mail_senders);
	uint32_t const receiver = sender ? 0 : key_len(s->text, line, lang_mail_receivers);
	bool const other = !sender && !receiver && key_len(s->text, line, lang_mail_keys);
	h.is = sender || receiver || other;
	h.sender = sender > 0;
	if (sender || receiver)
		h.named = read_signers(
			s, (redline_range){line.begin + sender + receiver, line.end});
	h.sure = other || h.named.count || has_address(s->text, line);
	return h;
}

/* The lines at the top with such keys; *from is who is named as the sender. */
static redline_range read_head(struct letter_search *s, struct signers *from, unsigned *senders)
{
	uint32_t const begin = first_text(s->text);
	uint32_t end = begin;
	bool sure = false;
	*from = (struct signers){.count = 0};
	for (uint32_t at = begin; at < s->text.len;) {
		redline_range const line = line_at(s->text, at);
		struct head_line const h = read_head_line(s, line);
		if (!h.is)
			break;
		if (h.sender && !(*senders)++)
			*from = h.named;
		sure |= h.sure;
		end = line.end;
		at = line.end + 1;
	}
	return (redline_range){begin, sure ? end : begin};
}

bool letter_sender(struct letter *out, struct arena *a, struct speech *speech, redline_bytes text,
                   redline_range body, const struct quotes *quotes, bool *found)
{
	struct letter_search s = {.arena = a, .speech = speech, .text = text, .quotes = quotes};
	redline_range line = line_at(text, body.begin);
	line.end = line.end < body.end ? line.end : body.end;
	struct head_line const h = read_head_line(&s, line);
	*out = (struct letter){.count = 0};
	*found = h.sender && h.sure;
	memcpy(out->parties, h.named.party, sizeof out->parties);
	out->count = h.named.count;
	return !s.failed;
}

/* ---- the signature ---- */

/* "Best regards,": what is left of the line behind it; empty if nothing, the whole line if it
 * begins otherwise.  "Thank you, Kenya." is said to Kenya. */
static redline_range behind_closing(const struct letter_search *s, redline_range line, bool *closes)
{
	redline_bytes const text = s->text;
	size_t len = listed_words_start(&s->lists->closings, bytes_in(text, line));
	size_t const thanks =
		len ? 0 : listed_words_start(&s->lists->thanks, bytes_in(text, line));
	if (thanks && thanks + 1 >= range_len(line))
		len = thanks;
	redline_range rest = {line.begin + (uint32_t)len, line.end};
	while (len && range_len(rest) && strchr(" \t,.!:;", text.ptr[rest.begin]))
		rest.begin++;
	*closes = len > 0;
	return len ? rest : line;
}

/* "– Japan", "-- Japan" */
static redline_range behind_dash(redline_bytes text, redline_range line, bool *dash)
{
	uint32_t at = line.begin;
	unsigned size;
	while (at < line.end) {
		uint32_t const cp = utf8_at(text, at, &size);
		if (cp != '-' && cp != 0x2013 && cp != 0x2014 && !is_blank(text.ptr[at]))
			break;
		at += size;
	}
	*dash = at > line.begin;
	return (redline_range){at, line.end};
}

/* The line before the one that begins at `at`, past empty ones; *parted: some were empty. */
static bool line_before(redline_bytes text, uint32_t at, redline_range *line, bool *parted)
{
	for (*parted = false; at > 0; *parted = true) {
		uint32_t begin = --at;
		while (begin > 0 && text.ptr[begin - 1] != '\n')
			begin--;
		*line = range_trim(text, (redline_range){begin, at});
		if (range_len(*line))
			return true;
		at = begin;
	}
	return false;
}

/* Does a closing stand in the lines before, which say no more than who signs and what he is? */
static bool closed_above(const struct letter_search *s, redline_range line)
{
	redline_bytes const text = s->text;
	bool parted;
	for (unsigned i = 0; i < SIGNED_MOST && line_before(text, line.begin, &line, &parted); i++) {
		bool closes;
		redline_range const rest = behind_closing(s, line, &closes);
		if (closes)
			return !range_len(rest);
		if (range_len(line) > LINE_BYTES || strchr(".?!;:", text.ptr[line.end - 1]))
			return false;
	}
	return false;
}

static struct signers read_signature(struct letter_search *s, redline_range head)
{
	struct signers who = {.count = 0};
	redline_range line = {(uint32_t)s->text.len, (uint32_t)s->text.len};
	bool parted = false;
	for (unsigned i = 0; i < 2 && !who.count; i++) {
		redline_range next;
		bool closes, dash;
		if (!line_before(s->text, line.begin, &next, &parted) || next.begin < head.end ||
		    (i && line.end - next.begin > LINE_BYTES) || s->text.ptr[next.begin] == '>')
			return who;
		line = next;
		redline_range const name =
			behind_dash(s->text, behind_closing(s, line, &closes), &dash);
		who = read_signers(s, name);
		redline_range before;
		bool const first = !line_before(s->text, line.begin, &before, &parted);
		bool ruled = false; /* a line of dashes above it */
		if (!first && !range_len(behind_dash(s->text, before, &ruled)))
			parted = true;
		bool const alone = parted && i == 0;
		if (first || !(closes || (dash && i == 0) || alone || closed_above(s, line)))
			who.count = 0;
	}
	return who;
}

/* ---- one letter ---- */

/* Does anything else in the text say who writes or speaks: another head, a second closing? */
static bool is_one(struct letter_search *s, redline_range head)
{
	unsigned closings = 0;
	bool closed = false; /* by the line before: "此致", "敬礼" */
	for (uint32_t at = head.end; at < s->text.len;) {
		redline_range const line = line_at(s->text, at);
		redline_range const words = range_trim(s->text, line);
		bool closes = false;
		if (range_len(words))
			closes = !range_len(behind_closing(s, words, &closes)) && closes;
		closings += closes && !closed;
		closed = closes;
		if (closings > 1 || key_len(s->text, line, lang_mail_senders) ||
		    (range_len(words) && listed_words_start(&s->lists->quoted_mail, bytes_in(s->text, words))))
			return false;
		at = line.end + 1;
	}
	return true;
}

static bool agree(const struct signers *a, const struct signers *b)
{
	bool same = a->count == b->count;
	for (unsigned i = 0; same && i < a->count; i++)
		same = bytes_equal(a->party[i], b->party[i]);
	return same;
}

bool letter_read(struct letter *out, struct arena *a, struct speech *speech, redline_bytes text,
                 const struct quotes *quotes)
{
	const struct lexer *lexer = speech_lexer(speech, speech->main);
	if (!lexer)
		return false;
	struct letter_search s = {.arena = a,
	                          .speech = speech,
	                          .text = text,
	                          .quotes = quotes,
	                          .lists = lexer_lists(lexer)};
	struct signers from;
	unsigned senders = 0;
	*out = (struct letter){.count = 0};
	out->head = read_head(&s, &from, &senders);
	struct signers const under = read_signature(&s, out->head);
	if (s.failed)
		return false;
	bool const differ = from.count && under.count && !agree(&from, &under);
	const struct signers *who = from.count ? &from : &under;
	out->several = senders > 1 || !is_one(&s, out->head);
	if (out->several || differ || !who->count)
		return true;
	memcpy(out->parties, who->party, sizeof out->parties);
	out->count = who->count;
	return true;
}
