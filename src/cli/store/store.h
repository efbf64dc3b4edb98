/*
 * What the commands of the store share: opening it, finding a draft by the name
 * that a person gives it, and what they print of revisions.
 */
#ifndef RL_CLI_STORE_STORE_H
#define RL_CLI_STORE_STORE_H

#include <redline/history.h>
#include <redline/share.h>
#include <redline/store.h>

#include "cli.h"
#include "progress.h"

/* ---- open.c ---- */

/* Opens the store that holds `from`, a file or a folder; starts libgit2 if need be. */
redline_status store_try(redline_store **out, const char *from, redline_trouble *why);
redline_store *store_open(const char *from); /* NULL after a message */
/* What redline_store_init does. */
redline_status store_make(redline_store **out, const char *folder, redline_trouble *why);
/* What redline_store_clone does. */
redline_status store_copy(redline_store **out, const char *address, const char *folder,
                          const redline_sharing *sharing, redline_trouble *why);

/* Says what went wrong, with `name` before it unless that is NULL; gives TROUBLE. */
int say_trouble(const char *name, redline_status status, const redline_trouble *why);

/* ---- certificates.c ---- */

/* This command talks to nobody.  Before the store is first opened. */
void certificates_skip(void);

/* ---- revision.c ---- */

/* A draft in a store: which, and in which revision. */
struct place {
	redline_id revision;
	redline_path path;
};

/*
 * What `operand` names in a store: REVISION:PATH, REVISION: or REVISION; for
 * `beside` see draft_read.  Also reads it: file->text is then the caller's.  Says
 * what the store says; REDLINE_NOT_FOUND if it names nothing there.
 */
redline_status place_read(struct place *out, struct file *file, redline_store *store,
                          const char *operand, const char *beside, redline_trouble *why);

/* The same for a path as it was typed, in place->revision; of `file` only the text is set. */
redline_status place_read_path(struct place *place, struct file *file, redline_store *store,
                               const char *path, redline_trouble *why);

/* Is there a file of that name, which is no folder? */
bool is_file(const char *name);

/* ---- person.c ---- */

/*
 * Whom --author and --date name; what they leave open (no name, time 0) the store
 * fills in, as git does.  DONE, or TROUBLE after a message.
 */
int person_read(redline_person *out, const struct command *command, const struct settings *s);

/* ---- statement.c: statements kept in the store ---- */

#define STATEMENT_FOLDER ".redline/statements/"

/* Where amendments are to be kept. */
struct ground {
	redline_store *store;
	redline_id base;       /* the revision whose draft was amended */
	const char *path;      /* of the draft */
};

/* A statement, and where it is kept. */
struct keeping {
	const char *name;      /* of its file, as given */
	redline_bytes text;
	char *path;            /* in the store; from malloc */
	redline_id id;         /* of its bytes, as they are kept */
	bool kept;             /* the store has it, or one of the changes brings it */
};

/*
 * Decides where statements are kept: in STATEMENT_FOLDER, by their files' names, with
 * a number where another text has that name.  Name and text must be set, and the
 * rest zeroed.
 */
redline_status statements_place(struct keeping *all, uint32_t count, const struct ground *ground,
                                redline_trouble *why);

/* ---- question.c: what history and blame are asked, PARA [DRAFT] ---- */

struct question {
	redline_store *store;
	struct place place;
	struct progress progress;
	redline_history_query query;
};

/* DONE, or TROUBLE after a message.  It must not be moved; close it if DONE. */
int question_open(struct question *q, const struct command *command, const struct settings *s);
void question_close(struct question *q);

/* ---- print.c: a report, line by line ---- */

/* Remembers its own failure: print on, and end with print_close. */
struct print {
	struct output out;
	redline_status status;
};

/* In the format asked for, or by -o's suffix, else for a person; false after a message. */
bool print_open(struct print *p, const struct settings *s);
/* The same for a line or two, of a command that has no formats; never through a pager. */
void print_open_line(struct print *p, const struct settings *s);
int print_close(struct print *p, int exit_status);

void print_text(struct print *p, const char *terminated);
void print_safe(struct print *p, redline_bytes text); /* of the user's: no controls */
void print_name(struct print *p, const char *terminated); /* the same */
/* A line of four blanks, `lead` and the text, wrapped to the width with six blanks. */
void print_wrapped(struct print *p, const char *lead, redline_bytes text);
void print_colored(struct print *p, const char *color, redline_bytes text);
#define PRINT_ID "33"
#define PRINT_LABEL "1;32"

void print_json(struct print *p, redline_bytes text); /* a string with its quotes */
/* "key": "value", after a comma unless it is the first. */
void print_member(struct print *p, const char *key, redline_bytes text, bool first);

/* The head of a revision: "2020-11-18  Japan  9f2c1e7  Rev.1". */
void print_revision(struct print *p, const redline_revision *r);

/* "2020-11-18", by the person's own clock; or with the time, for programs. */
void print_day(struct print *p, const redline_person *person);
void print_member_date(struct print *p, const char *key, const redline_person *person);

#define ID_SHORT 7

#endif
