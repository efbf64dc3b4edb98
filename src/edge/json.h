/*
 * JSON in the making: values, and how they are put together.  What fails is
 * remembered in the writer and ends in REDLINE_NO_MEMORY; until then all goes
 * on, since jansson takes a NULL for a value and says no.
 */
#ifndef RL_EDGE_JSON_H
#define RL_EDGE_JSON_H

#include <jansson.h>

#include "base/buf.h"
#include "base/bytes.h"
#include "edge/out.h"
#include "edge/sources.h"

struct writer {
	const redline_view *view;
	struct sources sources;
	bool failed; /* memory was out */
};

/* Adds a member; takes the value over.  NULL is memory that ran out. */
static inline void put(struct writer *w, json_t *object, const char *key, json_t *value)
{
	if (json_object_set_new(object, key, value) != 0)
		w->failed = true;
}

static inline void push(struct writer *w, json_t *array, json_t *value)
{
	if (json_array_append_new(array, value) != 0)
		w->failed = true;
}

/* Bytes that are no UTF-8 (in a file's name, say) with U+FFFD for each bad one. */
static inline json_t *repaired(redline_bytes text)
{
	struct buf b = {0};
	for (size_t at = 0; at < text.len;) {
		unsigned size;
		char utf8[4];
		uint32_t const cp = utf8_at(text, at, &size);
		buf_add(&b, utf8, utf8_put(utf8, cp ? cp : 0xFFFD));
		at += size;
	}
	json_t *value = b.failed ? NULL : json_stringn(b.len ? b.ptr : "", b.len);
	buf_release(&b);
	return value;
}

static inline json_t *text_value(redline_bytes text)
{
	json_t *value = json_stringn(text.len ? text.ptr : "", text.len);
	return value ? value : repaired(text);
}

static inline json_t *pair(json_int_t a, json_int_t b)
{
	return json_pack("[I,I]", a, b);
}

static inline json_t *range_value(redline_range r)
{
	return pair(r.begin, r.end);
}

static inline void put_text(struct writer *w, json_t *object, const char *key, redline_bytes text)
{
	put(w, object, key, text_value(text));
}

static inline void put_name(struct writer *w, json_t *object, const char *key, const char *name)
{
	put(w, object, key, text_value(bytes_of(name)));
}

static inline void put_number(struct writer *w, json_t *object, const char *key, int64_t n)
{
	put(w, object, key, json_integer(n));
}

/* A block's label path; there is such a block. */
static inline void put_path_in(struct writer *w, json_t *it, const redline_draft *draft,
                               uint32_t block)
{
	char path[512];
	size_t const len = redline_draft_path(draft, block, path, sizeof path);
	put_text(w, it, "path", (redline_bytes){path, len < sizeof path ? len : sizeof path - 1});
}

/* Prints a value on one line and lets it go; NULL is memory that ran out. */
void json_print(struct writer *w, struct out *out, json_t *value);

/* The object that tells of a comparison; json_compare.c. */
void json_print_comparison(struct writer *w, struct out *out);

#endif
