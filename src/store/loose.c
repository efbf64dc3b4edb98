/*
 * loose.c -- see loose.h.
 *
 * A loose object is a zlib stream of "<kind> <size>", a NUL, and that many bytes.
 * It must hold exactly that: what is shorter, longer or broken is damaged.  Its
 * hash is compared afterwards, by libgit2.
 */
#define _XOPEN_SOURCE 700

#include "loose.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include <git2/sys/odb_backend.h>

#include "base/bytes.h"
#include "disk.h"

enum {
	HEAD_MAX = 64,            /* of "<kind> <size>" and its NUL */
	FIRST = 10,               /* before libgit2's own, which have 1 to 3 */
	ALTERNATES_MAX = 32,
	PATH_ROOM = 4096,
};

struct backend {
	git_odb_backend parent;   /* first: libgit2 hands out pointers to it */
	char objects[PATH_ROOM];
};

/* What a loose object says of itself, and where its bytes begin in `head`. */
struct head {
	unsigned char bytes[HEAD_MAX];
	size_t have;              /* bytes inflated so far */
	size_t begin;             /* of the content */
	git_object_t kind;
	size_t size;
};

static int damaged(const char *what)
{
	git_error_set_str(GIT_ERROR_ODB, what);
	return GIT_ERROR;
}

/* The file; GIT_ENOTFOUND if there is none. */
static int read_file(const struct backend *b, const git_oid *id, char **out, size_t *len)
{
	char name[GIT_OID_HEXSZ + 1];
	git_oid_tostr(name, sizeof name, id);
	char *path = disk_path("%s/%.2s/%s", b->objects, name, name + 2);
	*out = disk_read(path, len);
	int code = 0;
	if (!*out && (errno == ENOENT || errno == ENOTDIR)) {
		code = GIT_ENOTFOUND;
	} else if (!*out) {
		char message[256];
		(void)snprintf(message, sizeof message, "reading it: %s", strerror(errno));
		git_error_set_str(GIT_ERROR_OS, message);
		code = GIT_ERROR;
	}
	free(path);
	return code;
}

static bool parse(struct head *head)
{
	const char *text = (const char *)head->bytes;
	const char *end = memchr(text, '\0', head->have);
	const char *space = end ? memchr(text, ' ', (size_t)(end - text)) : NULL;
	size_t size = 0;
	if (!space || space + 1 == end)
		return false;
	char kind[16];
	(void)snprintf(kind, sizeof kind, "%.*s", (int)(space - text), text);
	head->kind = git_object_string2type(kind);
	for (const char *at = space + 1; at < end; at++) {
		if (!is_digit(*at) || size > REDLINE_TEXT_MAX)
			return false;
		size = size * 10 + (size_t)(*at - '0');
	}
	head->size = size;
	head->begin = (size_t)(end - text) + 1;
	return git_object_typeisloose(head->kind) && head->have - head->begin <= size;
}

/* Begins the stream and reads its head; inflateEnd is the caller's if it is 0. */
static int begin(z_stream *stream, struct head *head, char *file, size_t len)
{
	memset(stream, 0, sizeof *stream);
	memset(head, 0, sizeof *head);
	stream->next_in = (unsigned char *)file;
	stream->avail_in = (unsigned)len;
	stream->next_out = head->bytes;
	stream->avail_out = sizeof head->bytes;
	if (len > REDLINE_TEXT_MAX || inflateInit(stream) != Z_OK)
		return damaged("its head can't be read");
	int const result = inflate(stream, Z_SYNC_FLUSH);
	head->have = sizeof head->bytes - stream->avail_out;
	if ((result == Z_OK || result == Z_STREAM_END || result == Z_BUF_ERROR) && parse(head))
		return 0;
	(void)inflateEnd(stream);
	return damaged("its head is wrong");
}

/* The rest of the content, exactly as much as the head says, and no more after it. */
static bool inflate_rest(z_stream *stream, unsigned char *at, size_t left)
{
	unsigned char beyond;
	stream->next_out = at;
	stream->avail_out = (unsigned)left;
	if (left && inflate(stream, Z_FINISH) == Z_STREAM_END)
		return stream->avail_out == 0;
	if (stream->avail_out)
		return false;
	stream->next_out = &beyond;
	stream->avail_out = 1;
	return inflate(stream, Z_FINISH) == Z_STREAM_END && stream->avail_out == 1;
}

static int read_content(struct backend *b, z_stream *stream, const struct head *head, void **out)
{
	size_t const have = head->have - head->begin;
	unsigned char *content = git_odb_backend_data_alloc(&b->parent, head->size + 1);
	if (!content)
		return GIT_ERROR;
	memcpy(content, head->bytes + head->begin, have);
	content[head->size] = '\0';
	if (!inflate_rest(stream, content + have, head->size - have)) {
		git_odb_backend_data_free(&b->parent, content);
		return damaged("its bytes are wrong");
	}
	*out = content;
	return 0;
}

static int read_object(void **out, size_t *size, git_object_t *kind, git_odb_backend *backend,
                       const git_oid *id)
{
	struct backend *b = (struct backend *)backend;
	struct head head;
	z_stream stream;
	size_t len;
	char *file;
	int code = read_file(b, id, &file, &len);
	if (code < 0)
		return code;
	code = begin(&stream, &head, file, len);
	if (code == 0) {
		code = read_content(b, &stream, &head, out);
		(void)inflateEnd(&stream);
	}
	free(file);
	*size = head.size;
	*kind = head.kind;
	return code;
}

static int read_head(size_t *size, git_object_t *kind, git_odb_backend *backend, const git_oid *id)
{
	struct head head;
	z_stream stream;
	size_t len;
	char *file;
	int code = read_file((struct backend *)backend, id, &file, &len);
	if (code < 0)
		return code;
	code = begin(&stream, &head, file, len);
	if (code == 0)
		(void)inflateEnd(&stream);
	free(file);
	*size = head.size;
	*kind = head.kind;
	return code;
}

static void free_backend(git_odb_backend *backend)
{
	free(backend);
}

int loose_backend(git_odb_backend **out, const char *objects)
{
	struct backend *b = calloc(1, sizeof *b);
	*out = NULL;
	if (!b || strlen(objects) >= sizeof b->objects ||
	    git_odb_init_backend(&b->parent, GIT_ODB_BACKEND_VERSION) < 0) {
		free(b);
		return GIT_ERROR;
	}
	strcpy(b->objects, objects);
	b->parent.read = read_object;
	b->parent.read_header = read_head;
	b->parent.free = free_backend;
	*out = &b->parent;
	return 0;
}

static int guard(git_odb *odb, const char *objects, bool alternate)
{
	git_odb_backend *backend;
	int code = loose_backend(&backend, objects);
	if (code < 0)
		return code;
	code = alternate ? git_odb_add_alternate(odb, backend, FIRST - 1)
	                 : git_odb_add_backend(odb, backend, FIRST);
	if (code < 0)
		free_backend(backend);
	return code;
}

/* Folders from which objects are borrowed; libgit2 reads them the same way. */
static int guard_alternates(git_odb *odb, const char *objects, unsigned depth)
{
	size_t len;
	char *path = disk_path("%s/info/alternates", objects);
	char *text = depth < 5 ? disk_read(path, &len) : NULL;
	int code = 0, count = 0;
	free(path);
	for (char *line = text, *next; code == 0 && line && *line && count < ALTERNATES_MAX;
	     line = next, count++) {
		size_t const end = strcspn(line, "\n");
		next = line + end + (line[end] == '\n');
		line[end] = '\0';
		if (!*line || *line == '#')
			continue;
		char *folder = *line == '/' ? disk_path("%s", line) : disk_path("%s/%s", objects, line);
		code = guard(odb, folder, true);
		if (code == 0)
			code = guard_alternates(odb, folder, depth + 1);
		free(folder);
	}
	free(text);
	return code;
}

int loose_guard(git_odb *odb, const char *objects)
{
	int const code = guard(odb, objects, false);
	return code < 0 ? code : guard_alternates(odb, objects, 0);
}
