/* speaker_lead.c -- see speaker_lead.h. */
#include "speaker_lead.h"

#include <string.h>

#include "base/bytes.h"
#include "listed.h"
#include "turn_stamp.h"

#define LEAD_BYTES   160u /* before a colon */

/* "the delegation of" */
static bool leads_to_name(const struct lexeme *x)
{
	return (x->cls == LEX_FILLER) || x->cls == LEX_OF || is_punct(x, '*') || is_punct(x, '[') ||
	       (x->cls == LEX_WORD && x->value == WORD_SPEAKER);
}

static bool is_place_part(const struct lexeme *x)
{
	return x->cls == LEX_UNIT || x->cls == LEX_NUMERAL || x->cls == LEX_ORDINAL ||
	       x->cls == LEX_IN || x->cls == LEX_AND || x->cls == LEX_THROUGH || is_punct(x, ',') ||
	       is_article(x);
}

/* What may be said of who speaks, before a colon, and is none of an amendment. */
static bool says_who(const struct lexeme *x)
{
	return x->cls == LEX_NAME || x->cls == LEX_GROUP || x->cls == LEX_WORD ||
	       x->cls == LEX_TO || x->cls == LEX_FOR || x->cls == LEX_SPEAKER ||
	       x->cls == LEX_PUNCT || x->cls == LEX_LINK || x->cls == LEX_EXCEPT ||
	       leads_to_name(x) || is_place_part(x);
}

void speaker_add(struct speaker_lead *out, const struct lexeme *x)
{
	redline_bytes const name = bytes_of(lang_parties[x->value].name);
	for (unsigned i = 0; i < out->count; i++)
		if (bytes_equal(out->parties[i], name))
			return;
	if (out->count < SPEAKERS_LED)
		out->parties[out->count++] = name;
}

/* The names from lexeme i on; where they end. */
static uint32_t take_names(struct speaker_lead *out, const struct lexed *l, uint32_t i)
{
	uint32_t end = i;
	for (; i < l->count && (l->at[i].cls == LEX_NAME || speaker_joint(&l->at[i])); i++)
		if (l->at[i].cls == LEX_NAME) {
			speaker_add(out, &l->at[i]);
			end = i + 1;
		}
	while (end < l->count && is_punct(&l->at[end], '*'))
		end++;
	return end;
}

/* "+ 3", "et al.", "and 12 others" behind the names: more who are not named, up to the colon. */
static bool others_follow(redline_bytes text, redline_range rest)
{
	rest = range_trim(text, rest);
	uint32_t at = rest.begin;
	if (at < rest.end && text.ptr[at] == '+')
		at++;
	else
		at += (uint32_t)listed_start(lang_and_more, bytes_in(text, rest));
	bool const more = at > rest.begin;
	while (at < rest.end && (is_blank(text.ptr[at]) || is_digit(text.ptr[at])))
		at++;
	redline_bytes const last = bytes_in(text, (redline_range){at, rest.end});
	return more && (!last.len || listed(lang_others, last));
}

/* "Japan:", "Japan, para 4:" */
static void read_party(struct speaker_lead *out, redline_bytes text, const struct lexed *l,
                       uint32_t i)
{
	uint32_t end = take_names(out, l, i);
	const struct lexeme *last = &l->at[l->count - 1];
	if (end > i && others_follow(text, (redline_range){l->at[end - 1].range.end, last->range.begin}))
		end = l->count - 1;
	uint32_t colon = end;
	while (colon < l->count && is_place_part(&l->at[colon]))
		colon++;
	if (colon + 1 == l->count) {
		uint32_t const parted = end + is_punct(&l->at[end], ',');
		out->at_place = parted < colon;
		out->after = parted == colon ? l->at[colon].range.end : l->at[parted].range.begin;
		return;
	}
	out->count = 0;
	out->unclear = true;
	for (; i < l->count; i++)
		out->unclear &= says_who(&l->at[i]);
}

/* "Mr. Tanaka (Japan):" */
static bool read_person(struct speaker_lead *out, const struct lexer *lexer, redline_bytes text,
                        const struct lexed *l)
{
	uint32_t i = 0, len;
	while (i < l->count && i < PERSON_WORDS &&
	       (is_of_person(&l->at[i]) || is_punct(&l->at[i], '*')))
		i++;
	if (!i || i + 2 != l->count || l->at[i].cls != LEX_GROUP)
		return false;
	redline_range const inside = range_trim(text, l->groups[l->at[i].value]);
	int const party = lex_party(lexer, text, inside, &len);
	if (party < 0 || inside.begin + len != inside.end)
		return false;
	out->parties[out->count++] = bytes_of(lang_parties[party].name);
	out->after = l->at[i + 1].range.end;
	return true;
}

bool speaker_key(const struct lang *lang, redline_bytes words)
{
	words = bytes_in(words, range_trim(words, (redline_range){0, (uint32_t)words.len}));
	return listed(lang_party_heads, words) || listed(lang->headings, words);
}

/* "Proposer: Kenya": the name stands behind the colon, and nothing else in the line. */
static void read_field(struct speaker_lead *out, const struct lexer *lexer, redline_bytes text,
                       redline_range key, redline_range rest)
{
	if (!speaker_key(lexer_lang(lexer), bytes_in(text, key)))
		return;
	const char *stop = memchr(text.ptr + rest.begin, '\n', range_len(rest));
	redline_range const line = range_trim(
		text, (redline_range){rest.begin, stop ? (uint32_t)(stop - text.ptr) : rest.end});
	uint32_t at = line.begin;
	for (uint32_t len; at < line.end; at += len) {
		int const party = lex_party(lexer, text, (redline_range){at, line.end}, &len);
		if (party >= 0 && out->count < SPEAKERS_LED)
			out->parties[out->count++] = bytes_of(lang_parties[party].name);
		else if (is_blank(text.ptr[at]) || strchr(",;/&*", text.ptr[at]))
			len = 1;
		else if (!(len = (uint32_t)listed_start(
				   lexer_lang(lexer)->joints,
				   bytes_in(text, (redline_range){at, line.end}))))
			break;
	}
	out->count = at < line.end ? 0 : out->count;
	out->after = out->count ? line.end : out->after;
}

bool speaker_lead_read(struct speaker_lead *out, struct lexer *lexer, struct arena *a,
                       redline_bytes text, redline_range body, const struct quotes *quotes)
{
	struct lexed l;
	*out = (struct speaker_lead){.after = body.begin};
	redline_range lead = {turn_stamp_end(text, body), body.end};
	uint32_t const most = range_len(lead) < LEAD_BYTES ? lead.end : lead.begin + LEAD_BYTES;
	uint32_t size = 0;
	const char *line = memchr(text.ptr + lead.begin, '\n', most - lead.begin);
	uint32_t const stop = line ? (uint32_t)(line - text.ptr) : most;
	for (lead.end = lead.begin;
	     (lead.end = bytes_find_any(text, lead.end, stop, BYTES(":\xEF"))) < stop; lead.end++)
		if ((size = bytes_colon(text, lead.end, body.end)) > 0)
			break;
	uint32_t const q = quotes_from(quotes, lead.begin);
	if (!size || (q < quotes->count && quotes->at[q].outer.begin < lead.end))
		return true;
	read_field(out, lexer, text, lead, (redline_range){lead.end + size, body.end});
	if (out->count)
		return true;
	lead.end += size;
	if (!lex_sentence(lexer, a, text, lead, quotes, &l))
		return false;
	if (l.count < 2 || !is_punct(&l.at[l.count - 1], ':') || read_person(out, lexer, text, &l))
		return true;
	uint32_t const placed = behind_placed(&l);
	uint32_t i = placed;
	while (i < l.count && (leads_to_name(&l.at[i]) || (!i && is_dash(&l.at[i]))))
		i++;
	out->placed = out->at_place = placed > 0 && l.at[i].cls == LEX_NAME;
	if (l.at[i].cls == LEX_NAME)
		read_party(out, text, &l, i);
	else if (stranger_by_party(lexer, text, &l))
		out->unclear = true;
	else if ((out->stranger = stranger_before(lexer, text, &l, l.count - 1)) != STRANGER_NONE)
		out->after = l.at[l.count - 1].range.end;
	return true;
}
