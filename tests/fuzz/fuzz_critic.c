/*
 * fuzz_critic.c -- any text read as CriticMarkup: the script keeps the laws,
 * and what is written from it reads back to the same two texts.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "support/trial.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void insist(const char *broken)
{
	if (!broken)
		return;
	fprintf(stderr, "law broken: %s\n", broken);
	abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	redline_script *script = NULL;
	redline_bytes const marked = {(const char *)data, size};
	redline_status const status = redline_script_read_critic(&script, marked, NULL);
	if (status == REDLINE_NOT_UTF8 || status == REDLINE_NOT_TEXT)
		return 0;
	if (status != REDLINE_OK)
		insist(redline_status_text(status));
	redline_view const view = {.script = script, .draft_name = "draft.md"};
	insist(law_of_script(script));
	insist(law_of_critic(&view));
	redline_script_free(script);
	return 0;
}
