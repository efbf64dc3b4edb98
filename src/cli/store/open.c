/*
 * open.c -- the store opened, and what is said if it can't be.
 */
#define _POSIX_C_SOURCE 200809L

#include <stdio.h>
#include <unistd.h>

#include "store.h"

/* libgit2 does not live on without memory.  Nothing of a result has been written
   when the store is at work. */
static void end_without_memory(void)
{
	(void)say_status(NULL, REDLINE_NO_MEMORY);
	_exit(TROUBLE);
}

static redline_status begin(redline_trouble *why)
{
	static bool begun;
	if (begun)
		return REDLINE_OK;
	redline_status const status = redline_store_start(end_without_memory);
	begun = status == REDLINE_OK;
	if (!begun)
		(void)snprintf(why->text, sizeof why->text, "libgit2 can't be started");
	return status;
}

redline_status store_try(redline_store **out, const char *from, redline_trouble *why)
{
	*out = NULL;
	*why = (redline_trouble){{0}};
	redline_status const status = begin(why);
	return status == REDLINE_OK ? redline_store_open(out, from, why) : status;
}

redline_status store_make(redline_store **out, const char *folder, redline_trouble *why)
{
	*out = NULL;
	*why = (redline_trouble){{0}};
	redline_status const status = begin(why);
	return status == REDLINE_OK ? redline_store_init(out, folder, why) : status;
}

redline_status store_copy(redline_store **out, const char *address, const char *folder,
                          const redline_sharing *sharing, redline_trouble *why)
{
	*out = NULL;
	*why = (redline_trouble){{0}};
	redline_status const status = begin(why);
	return status == REDLINE_OK ? redline_store_clone(out, address, folder, sharing, why)
	                            : status;
}

redline_store *store_open(const char *from)
{
	redline_store *store;
	redline_trouble why;
	redline_status const status = store_try(&store, from, &why);
	if (status != REDLINE_OK)
		(void)say_trouble(NULL, status, &why);
	return store;
}

int say_trouble(const char *name, redline_status status, const redline_trouble *why)
{
	say(name, why->text[0] ? why->text : redline_status_text(status));
	return TROUBLE;
}
