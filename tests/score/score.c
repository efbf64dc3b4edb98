/*
 * score.c -- how many real amendments come out exactly right, how many are refused and
 * how many are wrong, and why those were refused.
 *
 *     score CORPUS.jsonl...
 *
 * A corpus is one JSON object a line: "draft", "amendments", "expected", and an "id" to
 * name it by.  Exact is the expected text, white space and the kinds of quotation marks
 * folded; refused is any error, for then nothing is applied; everything else is wrong, and
 * named.  Says 2 if a corpus can't be read.
 */
#define _POSIX_C_SOURCE 200809L

#include <ctype.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <redline/script.h>

#include "support/trial.h"

enum { REASONS = 64, NAME = 160, USAGE = 2 };

struct reason {
	char name[NAME]; /* the code and the message without what it quotes */
	unsigned count;
};

struct score {
	unsigned exact, refused, wrong;
	struct reason reasons[REASONS];
	unsigned reason_count;
};

/* ---- folding ---- */

static const char *const folded[][2] = {{"\xE2\x80\x9C", "\""}, {"\xE2\x80\x9D", "\""},
                                        {"\xE2\x80\x99", "'"},  {"\xE2\x80\x98", "'"},
                                        {"\xC2\xA0", " "}};

/* In place: white space as single blanks, none at the ends, plain quotation marks. */
static void fold(char *text)
{
	char *to = text;
	bool blank = false;
	for (const char *from = text; *from;) {
		size_t step = 1;
		char c = *from;
		for (size_t i = 0; i < sizeof folded / sizeof folded[0]; i++)
			if (strncmp(from, folded[i][0], strlen(folded[i][0])) == 0) {
				step = strlen(folded[i][0]);
				c = folded[i][1][0];
			}
		from += step;
		if (isspace((unsigned char)c)) {
			blank = to > text;
			continue;
		}
		if (blank)
			*to++ = ' ';
		blank = false;
		*to++ = c;
	}
	*to = '\0';
}

/* ---- why ---- */

/* "words-absent: the words ... do not stand in ..." */
static void name_reason(char *out, const redline_finding *f)
{
	size_t len = (size_t)snprintf(out, NAME, "%s: ", f->code);
	bool inside = false;
	for (size_t i = 0; i < f->message.len && len + 4 < NAME; i++) {
		char const c = f->message.ptr[i];
		if (c == '"') {
			inside = !inside;
			if (inside)
				len += (size_t)snprintf(out + len, NAME - len, "...");
			continue;
		}
		if (!inside)
			out[len++] = isdigit((unsigned char)c) ? '#' : c;
	}
	out[len] = '\0';
}

static bool note_error(struct score *s, redline_findings findings)
{
	for (size_t i = 0; i < findings.count; i++) {
		if (findings.items[i].level != REDLINE_ERROR)
			continue;
		char name[NAME];
		name_reason(name, &findings.items[i]);
		unsigned k = 0;
		while (k < s->reason_count && strcmp(s->reasons[k].name, name) != 0)
			k++;
		if (k == REASONS)
			return true;
		if (k == s->reason_count)
			memcpy(s->reasons[s->reason_count++].name, name, NAME);
		s->reasons[k].count++;
		return true;
	}
	return false;
}

/* The first error of the case is its reason. */
static void note_reason(struct score *s, const struct trial *t)
{
	for (uint32_t i = 0; i < t->count; i++)
		if (note_error(s, redline_statement_findings(t->statements[i])))
			return;
	if (t->outcome)
		(void)note_error(s, redline_outcome_findings(t->outcome));
}

static int by_count(const void *a, const void *b)
{
	const struct reason *x = a, *y = b;
	return (x->count < y->count) - (x->count > y->count);
}

/* ---- one case, one corpus ---- */

static bool comes_out(const struct trial *t, const char *expected)
{
	redline_bytes const text = redline_script_new_text(redline_outcome_script(t->outcome));
	char *now = strndup(text.ptr, text.len), *want = strdup(expected);
	bool same = now && want;
	if (same) {
		fold(now);
		fold(want);
		same = strcmp(now, want) == 0;
	}
	free(now);
	free(want);
	return same;
}

static bool score_case(struct score *s, const redline_reader *reader, const json_t *it)
{
	const char *draft = json_string_value(json_object_get(it, "draft"));
	const char *amendments = json_string_value(json_object_get(it, "amendments"));
	const char *expected = json_string_value(json_object_get(it, "expected"));
	const char *id = json_string_value(json_object_get(it, "id"));
	struct trial t;
	if (!draft || !amendments || !expected)
		return false;
	redline_bytes const statement = {amendments, strlen(amendments)};
	redline_status const status =
		trial_run(&t, reader, (redline_bytes){draft, strlen(draft)}, &statement, 1);
	if (status == REDLINE_OK && trial_worst(&t) == REDLINE_ERROR) {
		s->refused++;
		note_reason(s, &t);
	} else if (status == REDLINE_OK && comes_out(&t, expected)) {
		s->exact++;
	} else {
		s->wrong++;
		printf("  wrong: %s\n", id ? id : "?");
	}
	trial_release(&t);
	return true;
}

static void print_score(struct score *s, const char *name)
{
	double const all = s->exact + s->refused + s->wrong ? s->exact + s->refused + s->wrong : 1;
	printf("%s: %u cases, exact %u (%.1f %%), refused %u (%.1f %%), wrong %u (%.2f %%)\n", name,
	       s->exact + s->refused + s->wrong, s->exact, 100 * s->exact / all, s->refused,
	       100 * s->refused / all, s->wrong, 100 * s->wrong / all);
	qsort(s->reasons, s->reason_count, sizeof s->reasons[0], by_count);
	for (unsigned i = 0; i < s->reason_count; i++)
		printf("  %4u  %s\n", s->reasons[i].count, s->reasons[i].name);
}

static bool score_file(const redline_reader *reader, const char *path, struct score *s)
{
	FILE *in = fopen(path, "r");
	bool ok = in != NULL;
	char *line = NULL;
	size_t room = 0;
	while (ok && getline(&line, &room, in) >= 0) {
		json_t *it = json_loads(line, 0, NULL);
		ok = it && score_case(s, reader, it);
		json_decref(it);
	}
	free(line);
	if (in)
		ok = fclose(in) == 0 && ok;
	if (!ok)
		fprintf(stderr, "score: can't read %s\n", path);
	return ok;
}

int main(int argc, char **argv)
{
	redline_reader *reader = NULL;
	if (argc < 2) {
		fputs("usage: score CORPUS.jsonl...\n", stderr);
		return USAGE;
	}
	if (redline_reader_new(&reader, "auto") != REDLINE_OK)
		return USAGE;
	int code = 0;
	for (int i = 1; i < argc && code != USAGE; i++) {
		struct score s = {0};
		if (!score_file(reader, argv[i], &s))
			code = USAGE;
		print_score(&s, strrchr(argv[i], '/') ? strrchr(argv[i], '/') + 1 : argv[i]);
	}
	redline_reader_free(reader);
	return code;
}
