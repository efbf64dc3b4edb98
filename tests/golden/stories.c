/*
 * stories.c -- every folder of fixtures/stories: a shell script that makes a
 * repository, with git and redline, and asks about it; and the transcript that must
 * come out.
 *
 *   story   the script; it runs in an empty folder, after fixtures/stories/stage.sh,
 *           which see
 *   want    what it prints, to the last byte
 *
 * With REDLINE_ACCEPT set the transcripts are written instead.
 */
#define _XOPEN_SOURCE 700

#include <criterion/criterion.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/process.h"

#define STORIES "fixtures/stories"

enum { PATH_SIZE = 4200 };

static int is_story(const struct dirent *entry)
{
	return entry->d_name[0] != '.' && !strchr(entry->d_name, '.');
}

static void tell(struct done *out, const char *stories, const char *name)
{
	char folder[256];
	folder_new(folder);
	job_run(out, &(struct job){
		.argv = {"sh", "-c", ". \"$0/stage.sh\" && . \"$0/$1/story\"", stories, name},
		.folder = folder,
		.set = {"redline", redline_program()},
	});
	folder_remove(folder);
}

static void judge(const char *path, const struct done *done)
{
	struct text want = {0}, shown = {0};
	(void)text_read(&want, path);
	text_difference(&shown, text_view(&want), text_view(&done->out));
	cr_expect(text_is(text_view(&want), text_view(&done->out)),
	          "%s: not what is wanted\n%s\n%s", path, shown.ptr, done->err.ptr);
	text_release(&want);
	text_release(&shown);
}

Test(golden, stories, .timeout = 120)
{
	struct dirent **stories;
	char path[PATH_SIZE];
	char *folder = realpath(STORIES, NULL);
	int const count = scandir(STORIES, &stories, is_story, alphasort);
	bool const accept = getenv("REDLINE_ACCEPT") != NULL;
	cr_assert(folder && count > 0, "no stories in " STORIES);
	for (int i = 0; i < count; i++) {
		struct done done;
		tell(&done, folder, stories[i]->d_name);
		snprintf(path, sizeof path, "%s/%s/want", folder, stories[i]->d_name);
		if (accept)
			cr_expect(text_write(path, text_view(&done.out)), "%s: can't be written", path);
		else
			judge(path, &done);
		done_release(&done);
		free(stories[i]);
	}
	free(stories);
	free(folder);
}
