/*
 * What went wrong, as a status and a sentence.  Every function of the store
 * that can fail ends in one of these, so that a failure is said once, by the
 * one who knows what was being done:
 *
 *     if ((code = git_reference_lookup(&ref, repo, name)) < 0)
 *             return trouble_git(why, code, "the branch %s", name);
 *
 * `why` may be NULL everywhere.  Names in a sentence come from repositories:
 * controls and broken UTF-8 in it are shown as "?", and it is cut to fit.
 */
#ifndef RL_STORE_TROUBLE_H
#define RL_STORE_TROUBLE_H

#include <git2.h>
#include <redline/store.h>

#if defined(__GNUC__)
#define TROUBLE_FORMAT __attribute__((format(printf, 3, 4)))
#else
#define TROUBLE_FORMAT
#endif

/* A status and its sentence; returns the status. */
TROUBLE_FORMAT redline_status trouble_say(redline_trouble *why, redline_status status,
                                          const char *format, ...);

/*
 * After a libgit2 function returned `code` (negative): its last message, if it
 * left one, behind ours and a colon; and the status that fits.  What it could
 * not find is REDLINE_NOT_FOUND: for an object that must be there, use
 * trouble_object.
 */
TROUBLE_FORMAT redline_status trouble_git(redline_trouble *why, int code,
                                          const char *format, ...);

/* After a system call: strerror(errno) behind ours; REDLINE_SYSTEM. */
#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
redline_status trouble_system(redline_trouble *why, const char *format, ...);

/*
 * After reading an object that must be there: names it.  REDLINE_DAMAGED,
 * unless the system kept us from reading.  `what` is what it was to be: "the
 * tree of revision 9f2c1e7".
 */
redline_status trouble_object(redline_trouble *why, int code, const git_oid *id,
                              const char *what);

#endif
