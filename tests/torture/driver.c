/*
 * driver.c -- a program that saves, for the tests to kill, starve and trace.
 *
 *   driver save FOLDER PATH COUNT NAME   COUNT revisions, each a line more in PATH
 *   driver put FOLDER PATH FILE MESSAGE  one revision: PATH is as FILE
 *   driver grow FOLDER PATH COUNT BYTES  COUNT revisions of a draft of BYTES
 *   driver read FOLDER REVISION PATH     the draft, on standard output
 *   driver tag FOLDER NAME REVISION
 *
 * Each acknowledged revision is a line of standard output, its id, written by one
 * write(2) after the save has said REDLINE_OK.  Ends with 0 if all went well; 10
 * and the status otherwise, and a line on standard error.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <redline/store.h>

#include "support/text.h"

static void no_memory(void)
{
	_exit(71);
}

static int fail(redline_status status, const redline_trouble *why)
{
	fprintf(stderr, "%s: %s\n", redline_status_text(status), why->text);
	return 10 + (int)status;
}

static void acknowledge(const redline_id *id)
{
	char line[REDLINE_ID_TEXT + 1];
	int const len = snprintf(line, sizeof line, "%s\n", id->text);
	if (write(STDOUT_FILENO, line, (size_t)len) != len)
		_exit(3);
}

static redline_person person(const char *name)
{
	return (redline_person){.name = {name, strlen(name)}, .email = {"test@example.org", 16}};
}

static redline_status put(redline_store *store, const char *path, redline_bytes text,
                          const char *name, const char *message, redline_trouble *why)
{
	redline_file const file = {path, text};
	redline_change const change = {.files = &file,
	                               .file_count = 1,
	                               .message = {message, strlen(message)},
	                               .author = person(name)};
	redline_saving const saving = {
		.changes = &change, .change_count = 1, .recorder = person("Recorder")};
	redline_saved saved;
	redline_status const status = redline_store_save(store, &saving, &saved, why);
	if (status == REDLINE_OK && saved.made)
		acknowledge(&saved.tip);
	return status;
}

/* Each writer has a file of its own, or all have one: then the last text wins. */
static redline_status save_lines(redline_store *store, const char *path, int count,
                                 const char *name, redline_trouble *why)
{
	struct text text = {0};
	redline_status status = REDLINE_OK;
	for (int i = 0; status == REDLINE_OK && i < count; i++) {
		char message[200];
		text_format(&text, "%s says %d of %ld.\n", name, i, (long)getpid());
		snprintf(message, sizeof message, "%s: revision %d", name, i);
		status = put(store, path, text_view(&text), name, message, why);
	}
	text_release(&text);
	return status;
}

/* Words from a small vocabulary, a few of them changed from revision to revision. */
static redline_status grow(redline_store *store, const char *path, int count, size_t size,
                           redline_trouble *why)
{
	char *text = malloc(size + 16);
	unsigned seed = 1;
	redline_status status = text ? REDLINE_OK : REDLINE_NO_MEMORY;
	for (size_t at = 0; text && at < size; at += 8) {
		seed = seed * 1103515245u + 12345u;
		snprintf(text + at, 9, "w%05u%s", (seed >> 12) % 9000 * ((seed >> 8) % 11) % 99991,
		         at % 720 == 0 ? ".\n" : "  ");
	}
	for (int i = 0; status == REDLINE_OK && i < count; i++) {
		char message[64];
		for (int k = 0; k < 5; k++) {
			seed = seed * 1103515245u + 12345u;
			memcpy(text + (seed >> 6) % (size / 8) * 8, "change", 6);
			text[(seed >> 6) % (size / 8) * 8 + 5] = (char)('a' + i % 26);
		}
		snprintf(message, sizeof message, "revision %d", i);
		status = put(store, path, (redline_bytes){text, size}, "Chair", message, why);
	}
	free(text);
	return status;
}

static redline_status put_file(redline_store *store, char **argv, redline_trouble *why)
{
	struct text text = {0};
	if (!text_read(&text, argv[4]))
		return REDLINE_SYSTEM;
	redline_status const status = put(store, argv[3], text_view(&text), "Chair", argv[5], why);
	text_release(&text);
	return status;
}

static redline_status read_out(redline_store *store, char **argv, redline_trouble *why)
{
	redline_id id;
	char *text;
	size_t len;
	redline_status status = redline_store_resolve(store, argv[3], &id, why);
	if (status == REDLINE_OK)
		status = redline_store_read(store, &id, argv[4], &text, &len, why);
	if (status != REDLINE_OK)
		return status;
	fwrite(text, 1, len, stdout);
	free(text);
	return fflush(stdout) == 0 ? REDLINE_OK : REDLINE_WRITE_FAILED;
}

static redline_status tag(redline_store *store, char **argv, redline_trouble *why)
{
	redline_id id;
	redline_person const who = person("Secretariat");
	redline_status const status = redline_store_resolve(store, argv[4], &id, why);
	return status != REDLINE_OK ? status
	                            : redline_store_tag(store, argv[3], &id,
	                                                (redline_bytes){"issued", 6}, &who, why);
}

static redline_status run(redline_store *store, int argc, char **argv, redline_trouble *why)
{
	const char *what = argv[1];
	if (strcmp(what, "save") == 0 && argc == 6)
		return save_lines(store, argv[3], atoi(argv[4]), argv[5], why);
	if (strcmp(what, "put") == 0 && argc == 6)
		return put_file(store, argv, why);
	if (strcmp(what, "grow") == 0 && argc == 6)
		return grow(store, argv[3], atoi(argv[4]), (size_t)atol(argv[5]), why);
	if (strcmp(what, "read") == 0 && argc == 5)
		return read_out(store, argv, why);
	if (strcmp(what, "tag") == 0 && argc == 5)
		return tag(store, argv, why);
	_exit(2);
}

int main(int argc, char **argv)
{
	redline_trouble why = {""};
	redline_store *store;
	if (argc < 3)
		return 2;
	redline_status status = redline_store_start(no_memory);
	if (status == REDLINE_OK)
		status = redline_store_open(&store, argv[2], &why);
	if (status != REDLINE_OK)
		return fail(status, &why);
	status = run(store, argc, argv, &why);
	redline_store_free(store);
	redline_store_stop();
	return status == REDLINE_OK ? 0 : fail(status, &why);
}
