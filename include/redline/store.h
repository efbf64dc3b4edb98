/*
 * redline/store.h -- the store: revisions of drafts, in a plain git repository.
 *
 * A draft is one file of the repository, its bytes as received; a revision of
 * it is a commit.  Whoever proposed it is the author, whoever recorded it the
 * committer; the rest stands in trailers of the message.  Any git client can
 * read, push and fetch what is written here, and what any git client wrote can
 * be read here.
 *
 * Promised: a revision that was acknowledged (REDLINE_OK) is on the disk and
 * stays there; a save is there whole or not at all; of two writers neither
 * loses the other's work; every object is read back after writing, and a
 * corrupt one is named, never used.  Other files of the repository, of its
 * index and of its work tree are not touched.
 *
 * Not promised: network file systems without working locks; that a save
 * survives a drive that lies about flushing.
 *
 * Names of revisions are those of git (HEAD, a branch, a tag, an id or its
 * beginning, "HEAD~2") and tags by the name they were given (redline_store_tag).
 *
 * Every function that can fail takes a `why`, which may be NULL: on any
 * status but REDLINE_OK it holds a sentence that says what failed and on what.
 */
#ifndef REDLINE_STORE_H
#define REDLINE_STORE_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What went wrong, for a person: one line without a full stop, terminated. */
typedef struct redline_trouble {
	char text[512];
} redline_trouble;

#define REDLINE_PATH_MAX 4096

/* A path, terminated.  Inside a repository: from its top, with slashes. */
typedef struct redline_path {
	char text[REDLINE_PATH_MAX];
} redline_path;

/*
 * Before anything else of this header, once in a program; costs some
 * milliseconds.  libgit2 does not survive a failing malloc, so the store
 * can't answer REDLINE_NO_MEMORY: it calls no_memory, which must not return
 * (NULL: abort).  Says REDLINE_OK or REDLINE_SYSTEM.
 */
REDLINE_API redline_status redline_store_start(void (*no_memory)(void));
REDLINE_API void redline_store_stop(void);

typedef struct redline_store redline_store;

/*
 * Opens the repository that holds `from` (a file, which need not exist, or a
 * folder), looking upwards from there.  Bare ones and linked work trees too.
 * Says REDLINE_OK, REDLINE_NO_STORE, REDLINE_DECLINED (it belongs to somebody
 * else), REDLINE_DAMAGED or REDLINE_SYSTEM.
 */
REDLINE_API redline_status redline_store_open(redline_store **out, const char *from,
                                              redline_trouble *why);

/*
 * Makes a repository in a folder, and the folder if it is not there.  Its first
 * branch is "main".  Says REDLINE_OK, REDLINE_DECLINED (there is one already) or
 * REDLINE_SYSTEM.
 */
REDLINE_API redline_status redline_store_init(redline_store **out, const char *folder,
                                              redline_trouble *why);

REDLINE_API void redline_store_free(redline_store *store); /* NULL is fine */

/* The work tree's folder, or the git folder of a bare one; ends with a slash. */
REDLINE_API const char *redline_store_folder(const redline_store *store);

/* ---- people and revisions ---- */

typedef struct redline_person {
	redline_bytes name;   /* "Japan" */
	redline_bytes email;  /* may be empty */
	int64_t time;         /* seconds since 1970, UTC; may be negative */
	int32_t offset;       /* of the person's clock from UTC, in minutes */
} redline_person;

/*
 * "Japan <mission@example.org>" or "Japan" as a name and an address; both are
 * views of text.  False if there is no name.
 */
REDLINE_API bool redline_person_parse(redline_person *out, redline_bytes text);

/*
 * A date as people write it, and git: "2020-11-18", "2020-11-18 10:30",
 * "2020-11-18T10:30:00+09:00", "@1605661200 +0900".  Without a time of day:
 * noon UTC, so that the day is the same nearly everywhere; without an offset:
 * UTC.  Dates before 1970 are kept by git from 2.42 on only; they are refused.
 */
REDLINE_API bool redline_person_date(redline_person *out, redline_bytes text);

#define REDLINE_ID_TEXT 41 /* 40 hex digits and a NUL */

typedef struct redline_id {
	char text[REDLINE_ID_TEXT];
} redline_id;

typedef struct redline_trailer {
	redline_bytes key;    /* "Proposed-by" */
	redline_bytes value;  /* one line */
} redline_trailer;

/* A revision's particulars.  All views live until it is freed. */
typedef struct redline_revision {
	redline_id id;
	redline_bytes label;  /* the name of a tag on it, as given ("L.3/Rev.1"),
	                         the shortest of several; or empty */
	redline_person author, committer;
	redline_bytes subject; /* the message's first paragraph, on one line */
	redline_bytes body;    /* what follows, without the trailers; trimmed */
	const redline_trailer *trailers;
	uint32_t trailer_count;
	uint32_t parent_count;
} redline_revision;

/* The first trailer of that key, any case; or empty. */
REDLINE_API redline_bytes redline_revision_trailer(const redline_revision *revision,
                                                   const char *key);

/*
 * Finds the revision that a name means.  Says REDLINE_OK, REDLINE_NOT_FOUND
 * (also for HEAD where nothing has been saved), REDLINE_AMBIGUOUS or
 * REDLINE_DAMAGED.
 */
REDLINE_API redline_status redline_store_resolve(redline_store *store, const char *name,
                                                 redline_id *out, redline_trouble *why);

/* Reads a revision's particulars.  REDLINE_OK, REDLINE_NOT_FOUND, REDLINE_DAMAGED. */
REDLINE_API redline_status redline_store_revision(redline_store *store, const redline_id *id,
                                                  redline_revision **out,
                                                  redline_trouble *why);
REDLINE_API void redline_revision_free(redline_revision *revision);

/* ---- drafts ---- */

/*
 * The path in the repository of a file as a person names it, from the current
 * folder or absolute; it need not exist.  In a bare repository the name is the
 * path.  Says REDLINE_OK or REDLINE_DECLINED (outside, or in the git folder).
 */
REDLINE_API redline_status redline_store_path(const redline_store *store, const char *file,
                                              redline_path *out, redline_trouble *why);

/*
 * The draft of a revision that holds only one: a file whose name ends in .md,
 * .markdown or .txt, hidden ones and READMEs aside.  Says REDLINE_OK,
 * REDLINE_NOT_FOUND, REDLINE_AMBIGUOUS (`why` lists them) or REDLINE_DAMAGED.
 */
REDLINE_API redline_status redline_store_only_draft(redline_store *store,
                                                    const redline_id *revision,
                                                    redline_path *out,
                                                    redline_trouble *why);

/*
 * A draft's bytes as they were in a revision, in memory from malloc that is
 * the caller's (free; never NULL on REDLINE_OK).  Says REDLINE_OK,
 * REDLINE_NOT_FOUND, REDLINE_TOO_LARGE or REDLINE_DAMAGED.
 */
REDLINE_API redline_status redline_store_read(redline_store *store,
                                              const redline_id *revision, const char *path,
                                              char **text, size_t *len,
                                              redline_trouble *why);

/*
 * A text as the store keeps it under a path: the same bytes, unless git's attributes
 * or core.autocrlf tell to convert line ends; then as `git add` converts them.  In
 * memory from malloc that is the caller's (free; never NULL on REDLINE_OK).  Says
 * REDLINE_OK, REDLINE_DECLINED (git runs a program over such files, a filter, which
 * is not run here) or REDLINE_SYSTEM.
 */
REDLINE_API redline_status redline_store_kept(redline_store *store, const char *path,
                                              redline_bytes text, char **kept, size_t *len,
                                              redline_trouble *why);

/*
 * The id by which git knows these bytes as a file, whether or not they are in a
 * store: what `git hash-object` prints.  Says REDLINE_OK or REDLINE_SYSTEM.
 */
REDLINE_API redline_status redline_store_file_id(redline_bytes text, redline_id *out);

/* ---- saving ---- */

/* A file as it shall be. */
typedef struct redline_file {
	const char *path;      /* in the repository */
	redline_bytes text;        /* as it stands in the work tree: its line ends are
	                              converted if the repository's attributes or
	                              core.autocrlf say so, as by git; else not a byte */
} redline_file;

/* One revision to be made. */
typedef struct redline_change {
	const redline_file *files; /* the others stay as they are */
	uint32_t file_count;
	redline_bytes message;     /* a subject; perhaps an empty line and more */
	const redline_trailer *trailers;
	uint32_t trailer_count;
	redline_person author;     /* without a name: as git finds it, in
	                              GIT_AUTHOR_NAME and so on, else the recorder;
	                              time 0: GIT_AUTHOR_DATE, else now */
} redline_change;

typedef struct redline_saving {
	const char *branch;        /* "main"; NULL: the one HEAD names.  Made, at
	                              `base`, if it is not there */
	const redline_id *base;    /* the branch must still be at this revision;
	                              NULL: wherever it is (for a new one: HEAD) */
	const redline_change *changes; /* one revision each, in this order */
	uint32_t change_count;
	redline_person recorder;   /* without a name: as git finds it, in
	                              GIT_COMMITTER_NAME and so on, user.name;
	                              time 0: GIT_COMMITTER_DATE, else now */
	bool write_files;          /* also into the work tree, if the branch is
	                              the one checked out there and the file is
	                              there as the branch had it */
} redline_saving;

typedef struct redline_saved {
	redline_id tip;            /* where the branch is now */
	uint32_t made;             /* revisions made; changes that change nothing
	                              make none */
} redline_saved;

/*
 * Makes revisions on a branch: all of them or none; the branch moves once.
 * If the branch is checked out, the files' entries in git's index follow, so
 * that `git status` finds nothing to do.
 *
 * Says REDLINE_OK once all is on the disk; REDLINE_DECLINED (a path or branch
 * name that git forbids; the branch has moved from `base`; a file would have
 * been overwritten), REDLINE_BUSY, REDLINE_DAMAGED, REDLINE_SYSTEM: nothing
 * has changed; REDLINE_UNCERTAIN: it may have been done, and doing it again
 * does no harm.
 */
REDLINE_API redline_status redline_store_save(redline_store *store,
                                              const redline_saving *saving,
                                              redline_saved *out, redline_trouble *why);

/* ---- names ---- */

/*
 * Names a revision, for good: an annotated tag.  Any name of 1 to 200 bytes
 * of UTF-8 without controls will do, "A/AC.290/2021/L.1/Rev.1" beside
 * "A/AC.290/2021/L.1" too: it is encoded so that git takes any set of them.
 * message may be empty.  Says REDLINE_OK, REDLINE_DECLINED (no such name; there
 * is one already), or what redline_store_save says.
 */
REDLINE_API redline_status redline_store_tag(redline_store *store, const char *name,
                                             const redline_id *revision,
                                             redline_bytes message,
                                             const redline_person *tagger,
                                             redline_trouble *why);

/* Names, in their order ("Rev.2" before "Rev.10"), each called with context. */
typedef bool redline_each_tag(void *context, const char *name, const redline_id *revision);
REDLINE_API redline_status redline_store_tags(redline_store *store, redline_each_tag *each,
                                              void *context, redline_trouble *why);

/*
 * A name as git stores it, below refs/tags/, and back.  Into buf, terminated,
 * as snprintf; 0 if that can't be a name.
 */
REDLINE_API size_t redline_tag_encode(const char *name, char *buf, size_t size);
REDLINE_API size_t redline_tag_decode(const char *stored, char *buf, size_t size);

/* ---- looking around ---- */

/*
 * Revisions newest first, from one on; with a path only those in which that
 * draft changed (a merge that took one side's draft as it was is not among
 * them), also under the names that it had before.
 */
typedef struct redline_log redline_log;
REDLINE_API redline_status redline_log_begin(redline_log **out, redline_store *store,
                                             const redline_id *from, const char *path,
                                             redline_trouble *why);
/* The next one; *out is the caller's; NULL at the end. */
REDLINE_API redline_status redline_log_next(redline_log *log, redline_revision **out,
                                            redline_trouble *why);
REDLINE_API void redline_log_free(redline_log *log);

typedef enum redline_draft_state {
	REDLINE_DRAFT_SAVED,    /* the file is as in the branch's last revision */
	REDLINE_DRAFT_CHANGED,
	REDLINE_DRAFT_NEW,      /* there, and in no revision of the branch */
	REDLINE_DRAFT_MISSING,  /* in the last revision, and not there */
} redline_draft_state;

/* Where a store stands. */
typedef struct redline_standing {
	char branch[256];          /* "main"; empty if HEAD names none */
	bool empty;                /* nothing has been saved on it yet */
	redline_id head;
	bool bare;
	bool tracks;               /* it has a branch elsewhere to push to ... */
	char remote_branch[256];   /* ... "origin/main" */
	uint32_t ahead, behind;    /* revisions, as of the last contact */
} redline_standing;

REDLINE_API redline_status redline_store_standing(redline_store *store, redline_standing *out,
                                                  redline_trouble *why);

/* Drafts of the last revision and of the work tree, and how each stands. */
typedef bool redline_each_draft(void *context, const char *path, redline_draft_state state);
REDLINE_API redline_status redline_store_drafts(redline_store *store,
                                                redline_each_draft *each, void *context,
                                                redline_trouble *why);

#ifdef __cplusplus
}
#endif
#endif
