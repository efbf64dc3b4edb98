/* letter_head.c -- "From: ..." and what stands with it above a mail (lettering.h). */
#include "lettering.h"

#define KEY_BYTES 40u /* of "From" and the like, at most */

/* The bytes of "From:" and its blanks, if the line begins with one of the keys; else 0. */
static uint32_t key_len(redline_bytes text, redline_range line,
                        const struct listed_words *keys)
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
	return listed_words_are(keys, bytes_in(text, key)) ? colon + size - line.begin : 0;
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

struct head_line letter_head_line(struct letter_search *s, redline_range line)
{
	struct head_line h = {.is = false};
	uint32_t const sender = key_len(s->text, line, &s->lists->mail_senders);
	uint32_t const receiver = sender ? 0 : key_len(s->text, line, &s->lists->mail_receivers);
	bool const other = !sender && !receiver && key_len(s->text, line, &s->lists->mail_keys);
	h.is = sender || receiver || other;
	h.sender = sender > 0;
	if (sender || receiver)
		h.named = letter_signers(
			s, (redline_range){line.begin + sender + receiver, line.end});
	h.sure = other || h.named.count || has_address(s->text, line);
	return h;
}

redline_range letter_head(struct letter_search *s, struct signers *from, unsigned *senders)
{
	uint32_t const begin = first_text(s->text);
	uint32_t end = begin;
	bool sure = false;
	*from = (struct signers){.count = 0};
	for (uint32_t at = begin; at < s->text.len;) {
		redline_range const line = letter_line(s->text, at);
		struct head_line const h = letter_head_line(s, line);
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

bool letter_is_sent(const struct letter_search *s, redline_range line)
{
	return key_len(s->text, line, &s->lists->mail_senders) > 0;
}
