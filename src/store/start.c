/*
 * start.c -- libgit2 switched on and off, the way the store needs it.
 *
 * The order matters.  The allocator must be in place before libgit2 allocates
 * anything: 1.5 recurses without end when malloc fails.  Flushing to the disk
 * is asked for before any repository is opened, for references read that
 * option when their store is opened.  Without it, a power cut takes every
 * revision of the last half minute.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <git2/sys/alloc.h>

#include "store.h"

/* libgit2's allocator is one for the process, and so is this. */
static void (*on_no_memory)(void);

enum {
	CACHE_BYTES = 16 << 20,
	LOOSE_FIRST = 3, /* packs have 2: a damaged packed object is healed by a loose one */
};

static void *sure(void *piece)
{
	if (piece)
		return piece;
	if (on_no_memory)
		on_no_memory();
	abort();
}

static void *take(size_t size, const char *file, int line)
{
	(void)file, (void)line;
	return sure(malloc(size ? size : 1));
}

static void *take_zeroed(size_t count, size_t size, const char *file, int line)
{
	(void)file, (void)line;
	return sure(calloc(count ? count : 1, size ? size : 1));
}

static char *copy_exactly(const char *text, size_t len, const char *file, int line)
{
	char *copy = take(len < SIZE_MAX ? len + 1 : len, file, line);
	memcpy(copy, text, len);
	copy[len] = '\0';
	return copy;
}

static char *copy(const char *text, const char *file, int line)
{
	return copy_exactly(text, strlen(text), file, line);
}

static char *copy_up_to(const char *text, size_t len, const char *file, int line)
{
	const char *end = memchr(text, '\0', len);
	return copy_exactly(text, end ? (size_t)(end - text) : len, file, line);
}

static void *resize(void *old, size_t size, const char *file, int line)
{
	(void)file, (void)line;
	return sure(realloc(old, size ? size : 1));
}

static void *resize_array(void *old, size_t count, size_t size, const char *file, int line)
{
	if (size && count > SIZE_MAX / size)
		return sure(NULL);
	return resize(old, count * size, file, line);
}

static void *take_array(size_t count, size_t size, const char *file, int line)
{
	return resize_array(NULL, count, size, file, line);
}

static git_allocator allocator = {
	.gmalloc = take,
	.gcalloc = take_zeroed,
	.gstrdup = copy,
	.gstrndup = copy_up_to,
	.gsubstrdup = copy_exactly,
	.grealloc = resize,
	.greallocarray = resize_array,
	.gmallocarray = take_array,
	.gfree = free,
};

/*
 * Extensions of the format that change nothing for us, which libgit2 would
 * refuse.  Of a partial clone, what is missing is noticed when it is needed.
 */
static const char *extensions[] = {"noop", "worktreeconfig", "partialclone",
                                   "preciousobjects", "relativeworktrees"};

static bool set_options(void)
{
	return git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, 1) == 0 &&
	       git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 1) == 0 &&
	       git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 1) == 0 &&
	       git_libgit2_opts(GIT_OPT_SET_CACHE_MAX_SIZE, (ssize_t)CACHE_BYTES) == 0 &&
	       git_libgit2_opts(GIT_OPT_SET_ODB_LOOSE_PRIORITY, LOOSE_FIRST) == 0 &&
	       git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, extensions,
	                        sizeof extensions / sizeof *extensions) == 0;
}

redline_status redline_store_start(void (*no_memory)(void))
{
	on_no_memory = no_memory;
	if (git_libgit2_opts(GIT_OPT_SET_ALLOCATOR, &allocator) < 0 || git_libgit2_init() < 0)
		return REDLINE_SYSTEM;
	if (set_options())
		return REDLINE_OK;
	git_libgit2_shutdown();
	return REDLINE_SYSTEM;
}

void redline_store_stop(void)
{
	git_libgit2_shutdown();
}
