/*
 * fuzz_apply.c -- any draft, any amendments: an answer, and the laws hold.
 *
 * Input: the draft, a byte FF (which no text holds), the amendments, and so
 * on for further statements.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/trial.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static redline_reader *reader; /* the only one, made at the first input */

static redline_bytes cut(redline_bytes *rest)
{
	const char *mark = rest->len ? memchr(rest->ptr, 0xFF, rest->len) : NULL;
	redline_bytes const piece = {rest->ptr, mark ? (size_t)(mark - rest->ptr) : rest->len};
	size_t const used = piece.len + (mark != NULL);
	rest->ptr += used;
	rest->len -= used;
	return piece;
}

static void insist(const char *broken)
{
	if (!broken)
		return;
	fprintf(stderr, "law broken: %s\n", broken);
	abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	redline_bytes rest = {(const char *)data, size};
	redline_bytes const draft = cut(&rest);
	redline_bytes amendments[3];
	uint32_t count = 0;
	struct trial t;
	if (!reader && redline_reader_new(&reader, "auto") != REDLINE_OK)
		abort();
	while (count < 3 && (count == 0 || rest.len))
		amendments[count++] = cut(&rest);
	redline_status const status = trial_run(&t, reader, draft, amendments, count);
	if (status == REDLINE_OK)
		insist(law_of_trial(&t));
	else if (status != REDLINE_NOT_UTF8 && status != REDLINE_NOT_TEXT)
		insist(redline_status_text(status));
	trial_release(&t);
	return 0;
}
