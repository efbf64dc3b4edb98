/*
 * job.c -- what apply and explain begin with: the reader, the draft, the
 * statements, and what comes of applying them.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"

static void say_languages(const char *asked)
{
	char what[200] = "amendments in this language are not understood; --lang is auto";
	size_t len = strlen(what);
	for (const char *const *code = redline_languages(); *code && len < sizeof what; code++)
		len += (size_t)snprintf(what + len, sizeof what - len, code[1] ? ", %s" : " or %s",
		                        *code);
	say(asked, what);
}

static int make_reader(struct job *job, const struct settings *s)
{
	const char *language = s->language ? s->language : "auto";
	redline_status const status = redline_reader_new(&job->reader, language);
	if (status != REDLINE_OK)
		return say_status(NULL, status);
	if (job->reader)
		return DONE;
	say_languages(language);
	return TROUBLE;
}

static int make_draft(struct job *job, const char *path)
{
	redline_text_fault fault = {0};
	if (!draft_read(&job->draft_file, path, NULL))
		return TROUBLE;
	redline_status const status = redline_draft_new(&job->draft, job->draft_file.text, &fault);
	return status == REDLINE_OK ? DONE : file_refuse(&job->draft_file, status, fault);
}

static int make_statement(struct job *job, const char *path)
{
	redline_text_fault fault = {0};
	uint32_t const i = job->count;
	if (!file_read(&job->files[i], path))
		return TROUBLE;
	job->names[i] = job->files[i].name;
	redline_status const status = redline_statement_new(&job->statements[i], job->reader,
	                                                    job->files[i].text, i, &fault);
	if (status != REDLINE_OK) {
		int const refused = file_refuse(&job->files[i], status, fault);
		file_release(&job->files[i]);
		return refused;
	}
	job->count++;
	return DONE;
}

static int make_statements(struct job *job, char **paths, int count)
{
	size_t const room = (size_t)count + 1;
	job->files = calloc(room, sizeof *job->files);
	job->statements = calloc(room, sizeof *job->statements);
	job->names = calloc(room, sizeof *job->names);
	if (!job->files || !job->statements || !job->names)
		return say_status(NULL, REDLINE_NO_MEMORY);
	int status = DONE;
	for (int i = 0; i < count && status == DONE; i++)
		status = make_statement(job, paths[i]);
	return status;
}

/* Standard input can be read once. */
static bool input_twice(char **paths, int count, const char *draft)
{
	int times = draft && strcmp(draft, "-") == 0;
	for (int i = 0; i < count; i++)
		times += strcmp(paths[i], "-") == 0;
	return times > 1;
}

int job_open(struct job *job, const struct settings *s, char **statement_paths, int count,
             const char *draft_path)
{
	memset(job, 0, sizeof *job);
	if (input_twice(statement_paths, count, draft_path)) {
		say(NULL, "standard input can stand for one file only");
		return TROUBLE;
	}
	int status = make_reader(job, s);
	if (status == DONE && draft_path)
		status = make_draft(job, draft_path);
	if (status == DONE)
		status = make_statements(job, statement_paths, count);
	if (status != DONE || !job->draft)
		return status;
	redline_status const applied =
	    redline_apply(&job->outcome, job->draft,
	                  (const redline_statement *const *)job->statements, job->count);
	return applied == REDLINE_OK ? DONE : say_status(NULL, applied);
}

redline_view job_view(const struct job *job)
{
	return (redline_view){
		.script = job->outcome ? redline_outcome_script(job->outcome) : NULL,
		.draft = job->draft,
		.outcome = job->outcome,
		.statements = (const redline_statement *const *)job->statements,
		.statement_count = job->count,
		.draft_name = job->draft_file.name,
		.statement_names = job->names,
	};
}

void job_release(struct job *job)
{
	redline_outcome_free(job->outcome);
	for (uint32_t i = 0; i < job->count; i++) {
		redline_statement_free(job->statements[i]);
		file_release(&job->files[i]);
	}
	free(job->statements);
	free(job->names);
	free(job->files);
	redline_draft_free(job->draft);
	file_release(&job->draft_file);
	redline_reader_free(job->reader);
}
