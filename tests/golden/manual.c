/*
 * manual.c -- every example of redline-amendments(5), carried out on the draft that
 * the page has for them; what the program says to each is in fixtures/manual.
 *
 * The page's source tells how in a comment before each display:
 *
 *   .\" try draft    the draft of the examples that follow
 *   .\" try each     each line is a statement; one that is indented goes on
 *   .\" try whole    the display is one statement
 *
 * All of it must be applied; with "refused" behind, there must be an error, and with
 * "nothing" neither a change nor an error.  A display without such a comment fails.
 * With REDLINE_ACCEPT set the transcript is written instead; read it.
 */
#define _POSIX_C_SOURCE 200809L

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/process.h"

#define PAGE  "man/redline-amendments.5"
#define WANT  "fixtures/manual/redline-amendments"
#define TRY   ".\\\" try "
#define NO_AMENDMENTS "No amendments."

enum { LEAST = 100 };

struct page {
	const char *rest;
	char section[80];
	char how[40]; /* what the last comment said; empty once it is used */
	unsigned line, count;
	char folder[256];
	struct text out;
};

static bool starts(const char *line, const char *with)
{
	return strncmp(line, with, strlen(with)) == 0;
}

/* The next line, as a text; false at the end. */
static bool next_line(struct page *p, struct text *line)
{
	line->len = 0;
	if (!*p->rest)
		return false;
	size_t const len = strcspn(p->rest, "\n");
	text_add(line, p->rest, len);
	p->rest += len + (p->rest[len] == '\n');
	p->line++;
	return true;
}

/* A line of the source as a reader sees it. */
static void put_shown(struct text *out, const char *line)
{
	for (; *line; line++) {
		if (starts(line, "\\&")) {
			line++;
		} else if (starts(line, "\\(dq")) {
			text_put(out, "\"");
			line += 3;
		} else if (starts(line, "\\e")) {
			text_put(out, "\\");
			line++;
		} else {
			text_add(out, line, 1);
		}
	}
	text_put(out, "\n");
}

/* ---- one example ---- */

static void put_indented(struct text *out, const struct text *said)
{
	for (size_t at = 0; at < said->len;) {
		size_t const len = strcspn(said->ptr + at, "\n");
		if (len)
			text_put(out, "    ");
		text_add(out, said->ptr + at, len);
		text_put(out, "\n");
		at += len + 1;
	}
}

static const char *what_is_wrong(const char *how, const struct done *done)
{
	bool const none = done->out.ptr && strstr(done->out.ptr, NO_AMENDMENTS);
	if (strstr(how, " refused"))
		return done->status == 1 && !done->out.len ? NULL : "is not refused";
	if (strstr(how, " nothing"))
		return done->status == 0 && none ? NULL : "does something";
	return done->status == 0 && !none ? NULL : "is not applied";
}

static void try(struct page *p, const struct text *said)
{
	struct done done;
	folder_write(p->folder, "said", text_view(said));
	job_run(&done, &(struct job){
		.argv = {redline_program(), "apply", "-f", "terminal", "said", "draft"},
		.folder = p->folder,
	});
	const char *wrong = what_is_wrong(p->how, &done);
	cr_expect(!wrong, PAGE ":%u: this %s:\n%s%s", p->line, wrong, said->ptr, done.err.ptr);
	text_add(&p->out, said->ptr, said->len);
	put_indented(&p->out, &done.err);
	put_indented(&p->out, &done.out);
	text_put(&p->out, "\n");
	done_release(&done);
	p->count++;
}

/* ---- the page ---- */

static void try_display(struct page *p, struct text *line)
{
	struct text said = {0};
	bool const each = starts(p->how, "each"), draft = starts(p->how, "draft");
	cr_expect(*p->how, PAGE ":%u: it is not said how this display is to be tried", p->line);
	while (next_line(p, line) && !starts(line->ptr, ".Ed")) {
		if (each && said.len && line->ptr[0] != ' ') {
			try(p, &said);
			said.len = 0;
		}
		put_shown(&said, line->len ? line->ptr : "");
	}
	if (draft)
		folder_write(p->folder, "draft", text_view(&said));
	else
		try(p, &said);
	p->how[0] = '\0';
	text_release(&said);
}

static void read_page(struct page *p)
{
	struct text line = {0};
	while (next_line(p, &line)) {
		if (!line.len)
			continue;
		if (starts(line.ptr, ".Sh ")) {
			snprintf(p->section, sizeof p->section, "%s", line.ptr + 4);
			text_format(&p->out, "# %s\n\n", p->section);
		} else if (starts(line.ptr, TRY)) {
			snprintf(p->how, sizeof p->how, "%s", line.ptr + strlen(TRY));
		} else if (starts(line.ptr, ".Bd -literal")) {
			try_display(p, &line);
		}
	}
	text_release(&line);
}

Test(golden, manual, .timeout = 120)
{
	struct text source = {0}, want = {0}, shown = {0};
	cr_assert(text_read(&source, PAGE), PAGE " can't be read");
	struct page p = {.rest = source.ptr};
	folder_new(p.folder);
	read_page(&p);
	folder_remove(p.folder);
	cr_expect(p.count >= LEAST, "only %u examples", p.count);
	(void)text_read(&want, WANT);
	if (getenv("REDLINE_ACCEPT")) {
		cr_expect(text_write(WANT, text_view(&p.out)), WANT " can't be written");
	} else if (!text_is(text_view(&want), text_view(&p.out))) {
		text_difference(&shown, text_view(&want), text_view(&p.out));
		cr_expect(false, WANT ": not what is wanted\n%s", shown.ptr);
	}
	text_release(&source);
	text_release(&want);
	text_release(&p.out);
	text_release(&shown);
}
