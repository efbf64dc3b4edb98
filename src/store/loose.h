/*
 * A reader of loose objects that survives what it reads.
 *
 * libgit2 1.5 writes past its memory, or never ends, on a loose object in which
 * a bit was flipped.  So a backend of ours stands before its own: it reads
 * loose objects, bounded, and says what is wrong with them; what is not there, and
 * everything else, is left to the backends behind it.
 */
#ifndef RL_STORE_LOOSE_H
#define RL_STORE_LOOSE_H

#include <git2.h>

/* A backend that reads the loose objects in a folder ("...objects"). */
int loose_backend(git_odb_backend **out, const char *objects);

/* Puts one before the backends of an object database, for its folder and those that
   its file "info/alternates" names.  A libgit2 code. */
int loose_guard(git_odb *odb, const char *objects);

#endif
