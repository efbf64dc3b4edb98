/*
 * pathname.c -- see pathname.h.
 *
 * HFS+ passes over certain invisible characters in a name, NTFS over blanks
 * and dots at its end, has a short name for ".git", and takes a colon for the
 * start of a stream.  A tree with such a name is refused by git's fsck and by
 * many hosts, and would write into somebody's git folder when checked out.
 */
#include "pathname.h"

#include <stdbool.h>
#include <string.h>

#include "base/bytes.h"

static bool is_passed_over(uint32_t cp)
{
	return (cp >= 0x200C && cp <= 0x200F) || (cp >= 0x202A && cp <= 0x202E) ||
	       (cp >= 0x206A && cp <= 0x206F) || cp == 0xFEFF;
}

/* A name as the most forgiving file system sees it; the length, at most `room`. */
static size_t fold_name(redline_bytes name, char *out, size_t room)
{
	size_t len = 0;
	for (size_t at = 0; at < name.len && len < room;) {
		unsigned size;
		uint32_t const cp = utf8_at(name, at, &size);
		if (!is_passed_over(cp))
			for (unsigned i = 0; i < size && len < room; i++)
				out[len++] = to_lower(name.ptr[at + i]);
		at += size;
	}
	return len;
}

/* Is it `word`, but for what NTFS passes over behind it? */
static bool reads_as(const char *folded, size_t len, const char *word)
{
	size_t const head = strlen(word);
	if (len < head || memcmp(folded, word, head) != 0)
		return false;
	for (size_t i = head; i < len; i++) {
		if (folded[i] == ':' || folded[i] == '\\')
			return true;
		if (folded[i] != ' ' && folded[i] != '.')
			return false;
	}
	return true;
}

static const char *part_fault(redline_bytes part)
{
	char folded[256];
	if (part.len == 0)
		return "an empty name in a path";
	if (bytes_equal(part, BYTES(".")) || bytes_equal(part, BYTES("..")))
		return "a path can't hold '.' or '..'";
	for (size_t i = 0; i < part.len; i++)
		if ((unsigned char)part.ptr[i] < 0x20 || part.ptr[i] == 0x7F)
			return "a path can't hold a control character";
	size_t const len = fold_name(part, folded, sizeof folded);
	if (reads_as(folded, len, ".git") || reads_as(folded, len, "git~1"))
		return "it lies in the git folder";
	if (reads_as(folded, len, ".gitmodules"))
		return "git gives that file a meaning of its own";
	return NULL;
}

const char *pathname_fault(const char *path)
{
	for (const char *at = path;;) {
		size_t const len = strcspn(at, "/");
		const char *fault = part_fault((redline_bytes){at, len});
		if (fault || !at[len])
			return fault;
		at += len + 1;
	}
}
