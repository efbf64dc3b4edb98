/* letter.c -- see letter.h. */
#include "lettering.h"

/* Does anything else in the text say who writes or speaks: another head, a second closing? */
static bool is_one(struct letter_search *s, redline_range head)
{
	unsigned closings = 0;
	bool closed = false; /* by the line before: "此致", "敬礼" */
	for (uint32_t at = head.end; at < s->text.len;) {
		redline_range const line = letter_line(s->text, at);
		redline_range const words = range_trim(s->text, line);
		bool closes = false;
		if (range_len(words))
			closes = !range_len(letter_behind_closing(s, words, &closes)) && closes;
		closings += closes && !closed;
		closed = closes;
		if (closings > 1 || letter_is_sent(s, line) ||
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

/* False if memory is out. */
static bool begin_search(struct letter_search *s, struct arena *a, struct speech *speech,
                         redline_bytes text, const struct quotes *quotes)
{
	const struct lexer *lexer = speech_lexer(speech, speech->main);
	*s = (struct letter_search){.arena = a, .speech = speech, .text = text, .quotes = quotes};
	s->lists = lexer ? lexer_lists(lexer) : NULL;
	return lexer != NULL;
}

bool letter_read(struct letter *out, struct arena *a, struct speech *speech, redline_bytes text,
                 const struct quotes *quotes)
{
	struct letter_search s;
	if (!begin_search(&s, a, speech, text, quotes))
		return false;
	struct signers from;
	unsigned senders = 0;
	*out = (struct letter){.count = 0};
	out->head = letter_head(&s, &from, &senders);
	struct signers const under = letter_signature(&s, out->head);
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

bool letter_sender(struct letter *out, struct arena *a, struct speech *speech, redline_bytes text,
                   redline_range body, const struct quotes *quotes, bool *found)
{
	struct letter_search s;
	if (!begin_search(&s, a, speech, text, quotes))
		return false;
	redline_range line = letter_line(text, body.begin);
	line.end = line.end < body.end ? line.end : body.end;
	struct head_line const h = letter_head_line(&s, line);
	*out = (struct letter){.count = 0};
	*found = h.sender && h.sure;
	memcpy(out->parties, h.named.party, sizeof out->parties);
	out->count = h.named.count;
	return !s.failed;
}
