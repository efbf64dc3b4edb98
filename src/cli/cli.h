/*
 * What the commands share: their settings, files in, output out, messages.
 * The programs are built on the public headers alone: `redline` from the files of
 * src/cli, `redline-store` from these, but for hand_over.c, and src/cli/store.
 */
#ifndef RL_CLI_CLI_H
#define RL_CLI_CLI_H

#include <redline/apply.h>
#include <redline/compare.h>
#include <redline/write.h>

/* Exit statuses. */
enum { DONE = 0, NOT_ALL_DONE = 1, TROUBLE = 2 };
enum { NO_DIFFERENCE = 0, DIFFERENT = 1 }; /* those of diff */

enum format {
	FORMAT_UNSET,
	FORMAT_TERMINAL,
	FORMAT_CRITIC,
	FORMAT_CLEAN,
	FORMAT_JSON,
};

enum color { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

/* What the options of one run say; zeroed is "nothing said". */
struct settings {
	enum format format;
	enum color color;
	const char *output;    /* NULL or "-": standard output */
	const char *language;  /* NULL: "auto" */
	const char *draft;     /* explain: named by an option */
	redline_compare_options compare;
	uint32_t context;      /* unchanged paragraphs around a change */
	bool quiet, full, partial, original, renumber, no_pager;
	bool stat, side_by_side;
	bool save;             /* apply: into the store */
	bool by_number;        /* history: of the number, not of the text */
	bool tags;             /* push: names, too */
	const char *message, *author, *date, *branch, *at; /* of the store; as given */
	uint32_t limit;        /* log: so many revisions; 0: all */
	bool screen;           /* ends up on a terminal, by another program's pager */
	bool help;             /* was asked for and has been printed */
	char **files;          /* what is left of the arguments */
	int file_count;
};

/* One command; its name and a line about it stand in the table in commands.c, too. */
struct command {
	const char *name;
	const char *operands;  /* "AMENDMENTS... DRAFT" */
	const char *about;     /* the paragraphs of its help, under the usage line */
	const char *statuses;  /* what its exit statuses mean; NULL: as for apply */
	const char *terminal;  /* what it writes for a terminal; NULL: a redline */
	unsigned bit;          /* which rows of the option table are its own */
	unsigned formats;      /* 1u << enum format, those it can write */
	int (*run)(const struct settings *s);
};

enum {
	FOR_APPLY = 1,
	FOR_EXPLAIN = 2,
	FOR_CLEAN = 4,
	FOR_DIFF = 8,
	FOR_GIT = 16,          /* git-diff, which people do not call themselves */
	FOR_INIT = 32,
	FOR_SAVE = 64,
	FOR_LOG = 128,
	FOR_SHOW = 256,
	FOR_TAG = 512,
	FOR_STATUS = 1024,
	FOR_PUSH = 2048,
	FOR_PULL = 4096,
	FOR_CLONE = 8192,
	FOR_HISTORY = 16384,
	FOR_BLAME = 32768,
	FOR_SHARING = FOR_PUSH | FOR_PULL | FOR_CLONE,
	FOR_DRAFTS = FOR_APPLY | FOR_EXPLAIN | FOR_CLEAN | FOR_DIFF, /* in any revision */
	FOR_ANSWERS = FOR_LOG | FOR_SHOW | FOR_TAG | FOR_STATUS | FOR_HISTORY | FOR_BLAME,
	FOR_STORE = FOR_INIT | FOR_SAVE | FOR_ANSWERS | FOR_SHARING,
	FOR_READERS = FOR_DRAFTS | FOR_ANSWERS | FOR_PULL, /* what they print is for reading */
	FOR_FORMATS = FOR_READERS & ~FOR_SHOW,
	FOR_PEOPLE = FOR_DRAFTS | FOR_STORE,
	FOR_ALL = FOR_PEOPLE | FOR_GIT,
};

extern const struct command apply_command, clean_command, diff_command, explain_command,
	git_diff_command;
extern const struct command blame_command, clone_command, history_command, init_command,
	log_command, pull_command, push_command, save_command, show_command, status_command,
	tag_command; /* in redline-store */

/* ---- commands.c ---- */

struct command_row {
	const char *name;
	const char *summary;   /* one line, for the list of commands */
	const struct command *command; /* NULL: in redline-store only */
};

const struct command_row *command_find(const char *name); /* NULL: there is none */
int command_list(void);                 /* on standard output; DONE */
int command_refuse(const char *name);   /* says that there is none; TROUBLE */

/*
 * ---- hand_over.c in redline, store/revision.c in redline-store ----
 */

void hand_over_begin(char **argv);
/*
 * Goes on as redline-store; comes back only if there is none.  Then it says what
 * `command` needs, unless that is NULL, and gives TROUBLE.
 */
int hand_over(const char *command);
/* Is something in the settings no file, but perhaps a revision's draft? */
bool may_need_store(const struct command *command, const struct settings *s);

struct file;
/*
 * Reads a draft as a person names one: a file, which always wins; or, in
 * redline-store, REVISION, REVISION: or REVISION:PATH.  Where a revision alone
 * leaves open which draft is meant it is the one that `beside`, another operand,
 * names (NULL: none), if the revision has it.  False after a message.
 */
bool draft_read(struct file *out, const char *operand, const char *beside);

/* ---- options.c ---- */

/* Reads argv (argv[0] is the command's name) into *out; DONE or TROUBLE. */
int options_read(struct settings *out, const struct command *command, int argc, char **argv);
int options_chdir(const char *folder);

/* ---- message.c: one line on standard error, safe for a terminal ---- */

/* "redline: name: what"; name may be NULL. */
void say(const char *name, const char *what);
/* The same for a status of the library; gives TROUBLE. */
int say_status(const char *name, redline_status status);
/* "redline: what 'named'", and where help is; gives TROUBLE.  command may be NULL. */
int say_usage(const struct command *command, const char *what, const char *named);
bool sink_stderr(void *context, const char *ptr, size_t len);

/* Findings on standard error, at most about half a megabyte of them. */
redline_status say_findings(const redline_view *view, const struct settings *s,
                            redline_findings findings, redline_level least);

/* ---- heap.c ---- */

/* So many bytes of memory, or fewer, will be needed before long.  A hint. */
void heap_expect(size_t bytes);

/* ---- file.c ---- */

struct file {
	const char *name;      /* for messages: "draft.md", "standard input" */
	redline_bytes text;    /* from malloc */
	char *own_name;        /* name, if it had to be made; or NULL */
};

/* Reads the whole file ("-": standard input); false after a message. */
bool file_read(struct file *out, const char *path);
/* Do two names name one file? */
bool file_is_same(const char *a, const char *b);
void file_release(struct file *file);

/* Says why a text can't be read; gives TROUBLE. */
int file_refuse(const struct file *file, redline_status status, redline_text_fault fault);

/*
 * A file being replaced: what is written goes to a temporary file beside it,
 * which file_commit puts in its place.  Devices and pipes are written directly.
 */
struct target {
	const char *name;      /* as given */
	char *path, *temporary; /* resolved; temporary NULL: written directly */
	int fd;
	int error;             /* errno of the first failure */
};

bool target_open(struct target *t, const char *path); /* false after a message */
bool target_sink(void *target, const char *ptr, size_t len);
bool target_commit(struct target *t);                 /* false after a message */
void target_abandon(struct target *t);

/* ---- output.c ---- */

/* Where a command's result goes, and in what form. */
struct output {
	enum format format;
	redline_style style;
	bool paged;            /* gathered whole, then shown through the pager */
	bool guarded;          /* gathered whole, then made safe: raw text for a terminal */
	bool to_target;
	bool may_be_deserted;  /* that nobody reads any more is no end by SIGPIPE */
	struct target target;
	char *gathered;        /* not passed on yet */
	size_t len, room;
	int error;             /* errno of the first failure */
};

/* Decides; opens nothing yet. */
void output_plan(struct output *out, const struct settings *s);
bool output_open(struct output *out, const struct settings *s); /* false after a message */
bool output_sink(void *output, const char *ptr, size_t len);

/*
 * Ends the output: `status` is what the writer said.  Gives `exit_status` if
 * all went well, else TROUBLE after a message; then -o's file is untouched.
 */
int output_close(struct output *out, redline_status status, int exit_status);

/* Ends it before anything was written; -o's file is untouched. */
void output_abandon(struct output *out);

/* Ends the program as SIGPIPE does: nobody reads standard output any more. */
void end_deserted(void);

/* The style for messages on standard error. */
redline_style message_style(const struct settings *s);

/* ---- view.c: a redline in the form that was asked for ---- */

redline_status view_put(const redline_view *view, const struct settings *s,
                        struct output *out);

/*
 * An error at a change mark that a text holds: at byte `offset` of the view's
 * draft, or, if in_new, of its new text.
 */
redline_status say_marked(const redline_view *view, const struct settings *s, size_t offset,
                          bool in_new, const char *message);

/* ---- pair.c: two texts and what changed between them, for diff and git-diff ---- */

struct pair {
	struct file old_file, new_file;
	redline_draft *old, *now;
	redline_comparison *comparison;
};

/* Reads both; DONE or TROUBLE.  Release it either way. */
int pair_read(struct pair *pair, const char *old_path, const char *new_path);
bool pair_is_same(const struct pair *pair); /* byte for byte */
/* Compares what was read; DONE, or TROUBLE after a message. */
int pair_compare(struct pair *pair, const struct settings *s);
redline_view pair_view(const struct pair *pair);
void pair_release(struct pair *pair);

/* ---- job.c: drafts and statements, for apply and explain ---- */

struct job {
	redline_reader *reader;
	struct file draft_file;
	redline_draft *draft;           /* NULL if there is none */
	struct file *files;             /* the statements' */
	redline_statement **statements;
	const char **names;
	uint32_t count;
	redline_outcome *outcome;       /* NULL without a draft */
};

/*
 * Reads everything: statement_paths, and the draft unless draft_path is NULL,
 * and applies.  DONE, or another exit status after messages.
 */
int job_open(struct job *job, const struct settings *s, char **statement_paths, int count,
             const char *draft_path);
redline_view job_view(const struct job *job);

/* Not applied, and nobody took it back. */
static inline bool result_refused(const redline_result *r)
{
	return r->fate == REDLINE_REFUSED || r->fate == REDLINE_CONFLICT;
}
void job_release(struct job *job);

/* ---- store/save_outcome.c in redline-store; hand_over.c has one that says no ---- */

struct saved_note {
	char text[300];        /* "2 revisions saved on main, up to 9f2c1e7" */
};

/* apply --save, after all amendments were applied; DONE, or TROUBLE after a message. */
int outcome_save(struct saved_note *out, const struct job *job, const struct settings *s);

#endif
