/* fold.c -- see fold.h.  Constant memory; amortised linear. */
#include "fold.h"

#include <stdlib.h>

#include <unictype.h>
#include <uninorm.h>

#define EMPHASIS_MAX 3u /* "***" */

/* One code point for each kind of mark; 0 for what is left out. */
static uint32_t fold_char(uint32_t cp)
{
	if (cp < 0x80)
		return cp == '`' || cp == '"' ? '\'' : cp;
	switch (cp) {
	case 0xAB:
	case 0xBB:
	case 0x201C:
	case 0x201D:
	case 0x201E:
	case 0x201F:
	case 0x2033:
	case 0xFF02:
	case 0x2018:
	case 0x2019:
	case 0x201A:
	case 0x201B:
	case 0x2032:
	case 0xB4:
	case 0x2BC:
	case 0xFF07:
		return '\'';
	case 0x2010:
	case 0x2011:
	case 0x2012:
	case 0x2013:
	case 0x2212:
	case 0xFE63:
	case 0xFF0D:
		return '-';
	case 0x2014:
	case 0x2015:
		return 0x2014;
	case 0xAD:
	case 0x200B:
	case 0x2060:
	case 0xFEFF:
		return 0;
	case 0x2026:
		return 0x2026;
	default:
		break;
	}
	/* a number is the same in the digits of either script, a letter in either width */
	if (cp >= 0x660 && cp <= 0x669)
		return '0' + cp - 0x660;
	if (cp >= 0x6F0 && cp <= 0x6F9)
		return '0' + cp - 0x6F0;
	bool const wide = (cp >= 0xFF10 && cp <= 0xFF19) || (cp >= 0xFF21 && cp <= 0xFF3A) ||
	                  (cp >= 0xFF41 && cp <= 0xFF5A);
	return wide ? cp - 0xFEE0 : cp;
}

bool is_unspaced_char(uint32_t cp)
{
	return (cp >= 0x3040 && cp <= 0x30FF) || (cp >= 0x3400 && cp <= 0x4DBF) ||
	       (cp >= 0x4E00 && cp <= 0x9FFF) || (cp >= 0xF900 && cp <= 0xFAFF) ||
	       (cp >= 0x20000 && cp <= 0x3FFFF) || (cp >= 0xE00 && cp <= 0xEFF) ||
	       (cp >= 0x1780 && cp <= 0x17FF) || (cp >= 0x1000 && cp <= 0x109F);
}

uint32_t plain_mark(uint32_t cp)
{
	switch (cp) {
	case 0x60C:
	case 0x3001:
	case 0xFF0C:
		return ',';
	case 0x61B:
	case 0xFF1B:
		return ';';
	case 0xFF1A:
		return ':';
	case 0x6D4:
	case 0x3002:
		return '.';
	case 0x61F:
	case 0xFF1F:
	case 0xBF: /* as the other one of its pair */
		return '?';
	case 0xA1:
	case 0xFF01:
		return '!';
	default:
		return cp;
	}
}

static bool space_at(redline_bytes text, size_t at)
{
	unsigned size;
	return at >= text.len || is_space_char(utf8_at(text, at, &size));
}

static bool space_before(redline_bytes text, size_t at)
{
	unsigned size;
	return at == 0 || is_space_char(utf8_before(text, at, &size));
}

static bool word_at(redline_bytes text, size_t at)
{
	unsigned size;
	return at < text.len && is_word_char(utf8_at(text, at, &size));
}

static bool word_before(redline_bytes text, size_t at)
{
	unsigned size;
	return at > 0 && is_word_char(utf8_before(text, at, &size));
}

/*
 * Length of the emphasis mark at `at` (a run of * or _), or 0.  No more of a run
 * is looked at than shows that it is too long for one.
 */
static uint32_t emphasis_at(redline_bytes text, uint32_t at, uint32_t end)
{
	char const c = text.ptr[at];
	uint32_t begin = at, stop = at;
	while (begin > 0 && at - begin < EMPHASIS_MAX && text.ptr[begin - 1] == c)
		begin--;
	while (stop < text.len && stop - begin <= EMPHASIS_MAX && text.ptr[stop] == c)
		stop++;
	if (stop - begin > EMPHASIS_MAX || (space_before(text, begin) && space_at(text, stop)))
		return 0;
	if (c == '_' && word_before(text, begin) && word_at(text, stop))
		return 0;
	return (stop < end ? stop : end) - at;
}

/* Length of the footnote reference "[^...]" at `at`, or 0. */
static uint32_t reference_at(redline_bytes text, uint32_t at, uint32_t end)
{
	if (at + 3 >= end || text.ptr[at + 1] != '^')
		return 0;
	for (uint32_t i = at + 2; i < end && i < at + 40; i++) {
		if (text.ptr[i] == ']')
			return i > at + 2 ? i + 1 - at : 0;
		if (is_space(text.ptr[i]))
			return 0;
	}
	return 0;
}

static bool is_ascii_punct(char c)
{
	return c > ' ' && c < 0x7F && !is_alpha(c) && !is_digit(c);
}

uint32_t fold_skips(redline_bytes text, uint32_t at, uint32_t end)
{
	char const c = text.ptr[at];
	if (c == '*' || c == '_')
		return emphasis_at(text, at, end);
	if (c == '[')
		return reference_at(text, at, end);
	if (c == '\\' && at + 1 < end && is_ascii_punct(text.ptr[at + 1]))
		return 1;
	if ((unsigned char)c < 0x80)
		return 0;
	unsigned size;
	return fold_char(utf8_at(text, at, &size)) == 0 ? size : 0;
}

void fold_begin(struct fold *f, redline_bytes text, redline_range range)
{
	*f = (struct fold){.text = text, .at = range.begin, .end = range.end};
}

static void fold_space(struct fold *f)
{
	uint32_t const begin = f->at;
	while (f->at < f->end) {
		unsigned size;
		if (!is_space_char(utf8_at(f->text, f->at, &size)))
			break;
		f->at += size;
	}
	f->source = (redline_range){begin, f->at};
	f->pending[0] = ' ';
	f->count = 1;
}

/* A character beyond ASCII with the combining marks after it, in NFD. */
static void fold_cluster(struct fold *f, uint32_t first, unsigned size)
{
	uint32_t cluster[8] = {first};
	size_t n = 1;
	uint32_t const begin = f->at;
	f->at += size;
	while (n < 8 && f->at < f->end) {
		uint32_t const cp = utf8_at(f->text, f->at, &size);
		if (cp < 0x300 || uc_combining_class(cp) == UC_CCC_NR)
			break;
		cluster[n++] = cp;
		f->at += size;
	}
	f->source = (redline_range){begin, f->at};
	size_t len = FOLD_PENDING;
	uint32_t *nfd = u32_normalize(UNINORM_NFD, cluster, n, f->pending, &len);
	if (nfd != f->pending) { /* longer than any real cluster, or no memory */
		free(nfd);
		memcpy(f->pending, cluster, n * sizeof *cluster);
		len = n;
	}
	f->count = (uint8_t)len;
}

static void refill(struct fold *f)
{
	f->next = 0;
	f->count = 0;
	while (f->at < f->end) {
		uint32_t const skip = fold_skips(f->text, f->at, f->end);
		if (skip && f->text.ptr[f->at] != '\\') {
			f->at += skip;
			continue;
		}
		uint32_t const begin = f->at;
		f->at += skip;
		unsigned size;
		uint32_t const cp = utf8_at(f->text, f->at, &size);
		if (is_space_char(cp)) {
			fold_space(f);
		} else if (cp < 0x80 || fold_char(cp) != cp) {
			f->at += size;
			f->source = (redline_range){begin, f->at};
			f->pending[0] = fold_char(cp);
			f->count = 1;
		} else {
			fold_cluster(f, cp, size);
		}
		return;
	}
}

/* Most characters are letters and digits of ASCII, which stand for themselves. */
static bool take_plain(struct fold *f, uint32_t *cp, redline_range *source)
{
	char const c = f->at < f->end ? f->text.ptr[f->at] : '\0';
	if (!is_alpha(c) && !is_digit(c))
		return false;
	*cp = (unsigned char)c;
	*source = (redline_range){f->at, f->at + 1};
	f->at++;
	return true;
}

bool fold_next(struct fold *f, uint32_t *cp, redline_range *source)
{
	if (f->next == f->count) {
		if (take_plain(f, cp, source))
			return true;
		refill(f);
	}
	if (f->next == f->count)
		return false;
	*cp = f->pending[f->next++];
	*source = f->source;
	return true;
}
