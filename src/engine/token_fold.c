/*
 * token_fold.c -- see token_fold.h.
 *
 * ASCII, and case in the commonest letters beyond it, are done by hand;
 * everything else is libunistring's.
 */
#include "engine/token_fold.h"

#include <errno.h>
#include <stdlib.h>

#include <unicase.h>
#include <uninorm.h>

static bool is_ascii(redline_bytes b)
{
	unsigned char any = 0;
	for (size_t i = 0; i < b.len; i++)
		any |= (unsigned char)b.ptr[i];
	return any < 0x80;
}

/* ---- the white space of a date, or of a word that was wrapped ---- */

static bool has_space(redline_bytes b)
{
	for (size_t at = 0; at < b.len;) {
		unsigned size;
		if (is_space_char(utf8_at(b, at, &size)))
			return true;
		at += size;
	}
	return false;
}

/* Where the white space at b[at] ends; marks of quotation after a line end are in it. */
static size_t skip_space(redline_bytes b, size_t at, bool quoted)
{
	bool line_began = false;
	while (at < b.len) {
		unsigned size;
		uint32_t const cp = utf8_at(b, at, &size);
		if (!is_space_char(cp) && !(cp == '>' && quoted && line_began))
			break;
		line_began |= cp == '\n' || cp == '\r';
		at += size;
	}
	return at;
}

/* Does the text end with a hyphen or a slash, where a word may be wrapped? */
static bool ends_with_joint(const char *text, size_t len)
{
	return len && (text[len - 1] == '-' || text[len - 1] == '/' ||
	               (len > 2 && memcmp(text + len - 3, "\xE2\x80\x90", 3) == 0));
}

/*
 * Each white space becomes one blank, or nothing behind a hyphen; out has room for
 * b.len bytes.
 */
static redline_bytes fold_spaces(char *out, redline_bytes b, bool quoted)
{
	size_t len = 0;
	for (size_t at = 0; at < b.len;) {
		size_t const past = skip_space(b, at, quoted);
		bool const nothing = past > at && ends_with_joint(out, len);
		if (!nothing)
			out[len++] = past > at ? ' ' : b.ptr[at];
		at = past > at ? past : at + 1;
	}
	return (redline_bytes){out, len};
}

/* ---- case ---- */

/*
 * The small letter of a character of two bytes, if that is known here and no
 * larger; 0 if libunistring must say.
 */
static uint32_t small_of_two(uint32_t cp)
{
	if (cp >= 0x430 && cp <= 0x45F)
		return cp;
	if (cp >= 0x410 && cp <= 0x42F)
		return cp + 0x20;
	if (cp >= 0x400 && cp <= 0x40F)
		return cp + 0x50;
	if (cp >= 0xE0 && cp <= 0xFF)
		return cp;
	if (cp >= 0xC0 && cp <= 0xDE && cp != 0xD7)
		return cp + 0x20;
	return cp >= 0x620 && cp <= 0x64A ? cp : 0; /* Arabic letters */
}

/* Han and kana have no case; nor do they compose, but for kana's voicing marks. */
static bool is_caseless(uint32_t cp)
{
	return (cp >= 0x4E00 && cp <= 0x9FFF) ||
	       (cp >= 0x3041 && cp <= 0x30FF && cp != 0x3099 && cp != 0x309A);
}

/* Characters that fold to one of the same size and compose with nothing here. */
static bool fold_case_simply(char *out, redline_bytes b)
{
	for (size_t at = 0; at < b.len;) {
		unsigned size;
		uint32_t const cp = utf8_at(b, at, &size);
		uint32_t small = 0;
		if (cp < 0x80)
			small = (unsigned char)to_lower((char)cp);
		else if (size == 2)
			small = small_of_two(cp);
		else if (size == 3 && is_caseless(cp))
			small = cp;
		if (small == 0)
			return false;
		utf8_put(out + at, small);
		at += size;
	}
	return true;
}

/* ---- libunistring ---- */

/* Takes what libunistring made; text that isn't UTF-8 stands for itself. */
static bool take(struct token_form *f, redline_bytes b, uint8_t *made, size_t len)
{
	f->bytes = b;
	if (!made)
		return errno == EILSEQ;
	f->bytes = (redline_bytes){(char *)made, len};
	if ((char *)made != f->room)
		f->heap = (char *)made;
	return true;
}

static bool compose(struct token_form *f, redline_bytes b)
{
	size_t len = FOLD_ROOM;
	uint8_t *made = u8_normalize(UNINORM_NFC, (const uint8_t *)b.ptr, b.len,
	                             (uint8_t *)f->room, &len);
	return take(f, b, made, len);
}

static bool fold_case(struct token_form *f, redline_bytes b)
{
	if (b.len <= FOLD_ROOM && fold_case_simply(f->room, b)) {
		f->bytes = (redline_bytes){f->room, b.len};
		return true;
	}
	size_t len = FOLD_ROOM;
	uint8_t *made = u8_casefold((const uint8_t *)b.ptr, b.len, NULL, UNINORM_NFC,
	                            (uint8_t *)f->room, &len);
	return take(f, b, made, len);
}

/* ---- all of it ---- */

bool token_form_make(struct token_form *f, redline_bytes token, const struct token_rules *rules)
{
	char spaced[FOLD_ROOM]; /* no date is longer */
	f->bytes = token;
	f->heap = NULL;
	bool const is_date = !rules->characters && token.len <= FOLD_ROOM && has_space(token);
	if (is_date)
		token = fold_spaces(spaced, token, rules->quoted);
	bool ok = true;
	if (rules->fold_case)
		ok = fold_case(f, token);
	else if (!is_ascii(token))
		ok = compose(f, token);
	else
		f->bytes = token;
	if (ok && f->bytes.ptr == spaced) {
		memcpy(f->room, spaced, token.len);
		f->bytes.ptr = f->room;
	}
	return ok;
}

void token_form_release(struct token_form *f)
{
	free(f->heap);
	f->heap = NULL;
}
