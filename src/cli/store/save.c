/*
 * save.c -- redline save DRAFT... -m MESSAGE
 *
 * The drafts as they are on the disk become one revision.  Each must be a text: a
 * store that holds one that can't be read is of no use later.
 */
#include <stdlib.h>
#include <string.h>

#include "store.h"

/* What is to be saved. */
struct load {
	struct file *files;
	redline_path *paths;
	redline_file *changed;
	uint32_t count;
};

static void release(struct load *load)
{
	for (uint32_t i = 0; i < load->count; i++)
		file_release(&load->files[i]);
	free(load->files);
	free(load->paths);
	free(load->changed);
}

static int read_one(struct load *load, const redline_store *store, const char *name)
{
	redline_trouble why = {{0}};
	redline_text_fault fault = {0};
	struct file *file = &load->files[load->count];
	redline_path *path = &load->paths[load->count];
	if (!file_read(file, name))
		return TROUBLE;
	load->count++;
	redline_status const status = redline_text_check(file->text, &fault);
	if (status != REDLINE_OK)
		return file_refuse(file, status, fault);
	redline_status const placed = redline_store_path(store, name, path, &why);
	if (placed != REDLINE_OK)
		return say_trouble(NULL, placed, &why);
	load->changed[load->count - 1] = (redline_file){path->text, file->text};
	return DONE;
}

static int read_all(struct load *load, const redline_store *store, const struct settings *s)
{
	size_t const room = (size_t)s->file_count;
	load->files = calloc(room, sizeof *load->files);
	load->paths = calloc(room, sizeof *load->paths);
	load->changed = calloc(room, sizeof *load->changed);
	if (!load->files || !load->paths || !load->changed)
		return say_status(NULL, REDLINE_NO_MEMORY);
	int status = DONE;
	for (int i = 0; i < s->file_count && status == DONE; i++)
		status = read_one(load, store, s->files[i]);
	return status;
}

/* ---- what is said ---- */

static int say_saved(const struct settings *s, const char *branch, const redline_saved *saved)
{
	struct print p;
	print_open_line(&p, s);
	if (saved->made) {
		print_text(&p, "saved as ");
		print_colored(&p, PRINT_ID, (redline_bytes){saved->tip.text, ID_SHORT});
		print_text(&p, " on ");
	} else {
		print_text(&p, s->file_count == 1 ? "nothing to save: the draft is as it is in "
		                                  : "nothing to save: the drafts are as they are in ");
		print_colored(&p, PRINT_ID, (redline_bytes){saved->tip.text, ID_SHORT});
		print_text(&p, ", on ");
	}
	print_name(&p, branch[0] ? branch : "no branch");
	print_text(&p, "\n");
	return print_close(&p, DONE);
}

static int save(redline_store *store, const struct load *load, const struct settings *s)
{
	redline_trouble why = {{0}};
	redline_standing standing;
	redline_saved saved;
	redline_change change = {
		.files = load->changed,
		.file_count = load->count,
		.message = {s->message, strlen(s->message)},
	};
	if (person_read(&change.author, &save_command, s) != DONE)
		return TROUBLE;
	redline_saving const saving = {
		.branch = s->branch,
		.changes = &change,
		.change_count = 1,
	};
	redline_status status = redline_store_standing(store, &standing, &why);
	if (status == REDLINE_OK)
		status = redline_store_save(store, &saving, &saved, &why);
	if (status != REDLINE_OK)
		return say_trouble(NULL, status, &why);
	return s->quiet ? DONE : say_saved(s, s->branch ? s->branch : standing.branch, &saved);
}

/* ---- being called ---- */

static bool is_blank(const char *text)
{
	return text[strspn(text, " \t\r\n")] == '\0';
}

static int check(const struct settings *s)
{
	if (!s->file_count)
		return say_usage(&save_command, "a draft is needed", NULL);
	for (int i = 0; i < s->file_count; i++)
		if (strcmp(s->files[i], "-") == 0)
			return say_usage(&save_command, "standard input has no name to save it under", NULL);
	if (!s->message)
		return say_usage(&save_command, "-m MESSAGE is needed: what the revision is about",
		                 NULL);
	if (is_blank(s->message))
		return say_usage(&save_command, "the message after -m is empty", NULL);
	return DONE;
}

static int run(const struct settings *s)
{
	struct load load = {0};
	int status = check(s);
	certificates_skip();
	redline_store *store = status == DONE ? store_open(s->files[0]) : NULL;
	if (!store)
		return TROUBLE;
	status = read_all(&load, store, s);
	if (status == DONE)
		status = save(store, &load, s);
	release(&load);
	redline_store_free(store);
	return status;
}

const struct command save_command = {
	.name = "save",
	.operands = "DRAFT... -m MESSAGE",
	.about = "Saves the draft as it is now: a revision, which is a commit of the repository\n"
	         "that holds it.  Nothing else in the repository is touched.  A draft that has\n"
	         "not changed makes no revision.\n",
	.statuses = "0 done, or nothing had changed; 2 trouble",
	.bit = FOR_SAVE,
	.run = run,
};
