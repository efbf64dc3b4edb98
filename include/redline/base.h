/*
 * redline/base.h -- what every other header of the library stands on:
 * views of bytes, ranges, and statuses.
 *
 * Ownership, for the whole interface, in one sentence: an object that you
 * create (redline_..._new, redline_..._read, redline_apply) is yours to free
 * with the function of the same family, and everything you read from it is
 * borrowed until then.
 *
 * Units: all offsets and lengths are bytes.  All ranges are half open.  Lines
 * and columns, where they occur, count from 1; a column counts code points.
 *
 * Threads: there is no global state.  Different objects may be used by
 * different threads; one object by one thread at a time, or by many if none
 * of them changes it.
 */
#ifndef REDLINE_BASE_H
#define REDLINE_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define REDLINE_API __attribute__((visibility("default")))
#else
#define REDLINE_API
#endif

#define REDLINE_VERSION "0.1.0"

/* No text may be longer than this; longer ones get REDLINE_TOO_LARGE. */
#define REDLINE_TEXT_MAX ((size_t)1 << 30)

/* A view of bytes that somebody else owns.  Not terminated by a NUL. */
typedef struct redline_bytes {
	const char *ptr; /* may be NULL only if len is 0 */
	size_t len;
} redline_bytes;

/* The bytes [begin, end) of a text that the context names. */
typedef struct redline_range {
	uint32_t begin;
	uint32_t end;
} redline_range;

/*
 * What a call can answer.  These are about the call; what is wrong with the
 * *user's text* is a finding (redline/finding.h), never a status.
 */
typedef enum redline_status {
	REDLINE_OK = 0,
	REDLINE_NO_MEMORY,    /* nothing was changed; free what you hold */
	REDLINE_TOO_LARGE,    /* a text over REDLINE_TEXT_MAX, or its result */
	REDLINE_NOT_UTF8,     /* the bytes are no UTF-8; see redline_text_fault */
	REDLINE_NOT_TEXT,     /* NUL bytes, UTF-16 or UTF-32 */
	REDLINE_UNMARKABLE,   /* the text already holds this format's own marks */
	REDLINE_WRITE_FAILED, /* the sink said no; it knows why */

	/* Of the store (redline/store.h); a redline_trouble tells the rest. */
	REDLINE_NO_STORE,     /* no git repository here or in a folder above */
	REDLINE_NOT_FOUND,    /* no such revision, draft, paragraph, branch */
	REDLINE_AMBIGUOUS,    /* a name that fits twice */
	REDLINE_DECLINED,     /* can't be done as asked; nothing was changed */
	REDLINE_CONFLICTING,  /* different changes to the same words */
	REDLINE_BUSY,         /* another process kept the store locked */
	REDLINE_DAMAGED,      /* an object is missing or its bytes are wrong */
	REDLINE_SYSTEM,       /* the system said no: disk full, read-only, ... */
	REDLINE_UNCERTAIN,    /* whether it was done can't be known */
	REDLINE_REJECTED,     /* the other side said no */
	REDLINE_UNREACHABLE   /* the other side can't be reached, or fell silent */
} redline_status;

/* A short English name of a status ("out of memory"); static, never NULL. */
REDLINE_API const char *redline_status_text(redline_status status);

/*
 * Why a text was refused, and where: filled by the functions that say
 * REDLINE_NOT_UTF8 or REDLINE_NOT_TEXT.
 */
typedef struct redline_text_fault {
	size_t offset;    /* byte of the first offending byte */
	const char *what; /* static: "UTF-16 (little endian)", "a NUL byte", ... */
} redline_text_fault;

/*
 * Checks that a text can be a draft or a statement: valid UTF-8 (RFC 3629: no
 * surrogates, no overlong forms), no NUL byte, not longer than
 * REDLINE_TEXT_MAX.  A UTF-8 byte order mark at the very start is allowed.
 * One linear pass; fault may be NULL.
 *
 * Says REDLINE_OK, REDLINE_TOO_LARGE, REDLINE_NOT_UTF8 or REDLINE_NOT_TEXT.
 */
REDLINE_API redline_status redline_text_check(redline_bytes text,
                                              redline_text_fault *fault);

/*
 * Where output goes: called with successive pieces, in order.  Returns true
 * if the piece was taken whole.  After a false it is not called again and
 * the writer says REDLINE_WRITE_FAILED.
 */
typedef bool redline_sink(void *context, const char *ptr, size_t len);

#ifdef __cplusplus
}
#endif
#endif
