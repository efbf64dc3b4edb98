/*
 * question.c -- what history and blame are asked: PARA [DRAFT].
 *
 * DRAFT is a file of the work tree, a path of the revision, or REVISION:PATH; without
 * it the only draft of the revision.  What is answered stands in a revision, so if the
 * file in the work tree is not as it was saved last, that is said.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store.h"

/* ---- the file in the work tree ---- */

static bool file_holds(FILE *in, redline_bytes text)
{
	char piece[16 * 1024];
	size_t at = 0;
	for (size_t len; (len = fread(piece, 1, sizeof piece, in)) > 0; at += len)
		if (len > text.len - at || memcmp(piece, text.ptr + at, len) != 0)
			return false;
	return at == text.len && !ferror(in);
}

/* Is a file with other bytes what would be saved as these, with its line ends converted? */
static bool converts_to(const struct question *q, const char *path, redline_bytes saved)
{
	struct file file;
	char *kept;
	size_t len;
	redline_trouble ignored;
	bool same = false;
	if (!file_read(&file, path))
		return true; /* which it said */
	if (redline_store_kept(q->store, q->place.path.text, file.text, &kept, &len, &ignored) ==
	    REDLINE_OK) {
		same = len == saved.len && memcmp(kept, saved.ptr, len) == 0;
		free(kept);
	}
	file_release(&file);
	return same;
}

/* A file that can't be read is not as it was saved. */
static void note_if_unsaved(const struct question *q, const char *file, const char *name,
                            redline_bytes saved, const struct settings *s)
{
	char what[120];
	FILE *in = s->quiet ? NULL : fopen(file, "rb");
	if (!in)
		return;
	if (!file_holds(in, saved) && !converts_to(q, file, saved)) {
		(void)snprintf(what, sizeof what, "has changed since it was saved; this is about "
		               "revision %.*s", ID_SHORT, q->place.revision.text);
		say(name, what);
	}
	(void)fclose(in);
}

/* Of the draft at q->place, which nobody named. */
static void note_if_only_unsaved(const struct question *q, redline_bytes saved,
                                 const struct settings *s)
{
	const char *folder = redline_store_folder(q->store), *path = q->place.path.text;
	size_t const room = strlen(folder) + strlen(path) + 1;
	char *file = malloc(room);
	if (!file)
		return;
	(void)snprintf(file, room, "%s%s", folder, path);
	if (is_file(file))
		note_if_unsaved(q, file, path, saved, s);
	free(file);
}

/* ---- the draft ---- */

static redline_status find_only(struct question *q, const struct settings *s, redline_trouble *why)
{
	struct place *at = &q->place;
	char *text;
	redline_bytes saved = {NULL, 0};
	redline_status status = redline_store_only_draft(q->store, &at->revision, &at->path, why);
	if (status != REDLINE_OK || s->at)
		return status;
	status = redline_store_read(q->store, &at->revision, at->path.text, &text, &saved.len, why);
	if (status != REDLINE_OK)
		return status;
	saved.ptr = text;
	note_if_only_unsaved(q, saved, s);
	free(text);
	return REDLINE_OK;
}

/* It is not in the revision: perhaps it was never saved, or had another name. */
static void explain_missing(const struct question *q, bool is_unsaved, redline_trouble *why)
{
	redline_path only;
	redline_trouble ignored;
	size_t const len = strlen(why->text);
	if (is_unsaved)
		(void)snprintf(why->text, sizeof why->text,
		               "has not been saved yet, so it has no history; redline save does that");
	else if (redline_store_only_draft(q->store, &q->place.revision, &only, &ignored) == REDLINE_OK)
		(void)snprintf(why->text + len, sizeof why->text - len, "; the draft there is %.200s",
		               only.text);
}

static redline_status find_file(struct question *q, const char *name, const struct settings *s,
                                redline_trouble *why)
{
	struct place *at = &q->place;
	char *text;
	redline_bytes saved = {NULL, 0};
	redline_status status = redline_store_path(q->store, name, &at->path, why);
	if (status != REDLINE_OK)
		return status;
	status = redline_store_read(q->store, &at->revision, at->path.text, &text, &saved.len, why);
	if (status == REDLINE_NOT_FOUND)
		explain_missing(q, !s->at, why);
	if (status != REDLINE_OK)
		return status;
	saved.ptr = text;
	if (!s->at)
		note_if_unsaved(q, name, name, saved, s);
	free(text);
	return REDLINE_OK;
}

/* No file: a path of the revision, or else, unless --at names one, REVISION:PATH. */
static redline_status find_named(struct question *q, const char *name, const struct settings *s,
                                 redline_trouble *why)
{
	struct file file = {.name = name};
	redline_trouble other = {{0}};
	struct place place;
	redline_status status = place_read_path(&q->place, &file, q->store, name, why);
	if (status == REDLINE_NOT_FOUND && s->at)
		explain_missing(q, false, why);
	if (status == REDLINE_NOT_FOUND && !s->at) {
		status = place_read(&place, &file, q->store, name, NULL, &other);
		if (status == REDLINE_OK)
			q->place = place;
		else
			*why = other;
	}
	if (status == REDLINE_OK)
		file_release(&file);
	return status;
}

static redline_status find_draft(struct question *q, const char *name, const struct settings *s,
                                 redline_trouble *why)
{
	redline_status const status =
	    redline_store_resolve(q->store, s->at ? s->at : "HEAD", &q->place.revision, why);
	if (status != REDLINE_OK)
		return status;
	if (!name)
		return find_only(q, s, why);
	return is_file(name) ? find_file(q, name, s, why) : find_named(q, name, s, why);
}

/* ---- the whole ---- */

static bool report_progress(void *bar, uint32_t done, uint32_t of)
{
	return progress_step(bar, done, of, 0);
}

static int check_operands(const struct command *command, const struct settings *s)
{
	if (s->file_count == 0)
		return say_usage(command, "a paragraph is needed, such as 59 or 'Article 5'", NULL);
	if (s->file_count > 2)
		return say_usage(command, "a paragraph (with quotes if it is several words, as in "
		                 "'Article 5') and a draft are enough; there is", s->files[2]);
	return DONE;
}

int question_open(struct question *q, const struct command *command, const struct settings *s)
{
	redline_trouble why = {{0}};
	if (check_operands(command, s) != DONE)
		return TROUBLE;
	certificates_skip();
	const char *name = s->file_count > 1 ? s->files[1] : NULL;
	*q = (struct question){.store = store_open(name && is_file(name) ? name : ".")};
	if (!q->store)
		return TROUBLE;
	redline_status const status = find_draft(q, name, s, &why);
	if (status != REDLINE_OK) {
		redline_store_free(q->store);
		return say_trouble(name, status, &why);
	}
	progress_begin(&q->progress, "reading revisions", s);
	q->query = (redline_history_query){
		.draft = q->place.path.text,
		.at = &q->place.revision,
		.paragraph = {s->files[0], strlen(s->files[0])},
		.by_number = s->by_number,
		.progress = report_progress,
		.context = &q->progress,
	};
	return DONE;
}

void question_close(struct question *q)
{
	progress_end(&q->progress);
	redline_store_free(q->store);
}
