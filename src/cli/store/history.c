/*
 * history.c -- redline history PARA [DRAFT]
 */
#include "store.h"

static redline_status write(const redline_history *history, const struct settings *s,
                            struct output *out)
{
	if (out->format == FORMAT_JSON)
		return redline_write_history_json(history, output_sink, out);
	return redline_write_history(history, s->stat, &out->style, output_sink, out);
}

static int show(const redline_history *history, const struct settings *s)
{
	struct print p;
	if (!print_open(&p, s))
		return TROUBLE;
	p.status = write(history, s, &p.out);
	return print_close(&p, DONE);
}

static int run(const struct settings *s)
{
	struct question q;
	redline_trouble why = {{0}};
	redline_history *history = NULL;
	if (question_open(&q, &history_command, s) != DONE)
		return TROUBLE;
	redline_status const status = redline_history_find(&history, q.store, &q.query, &why);
	question_close(&q);
	if (status != REDLINE_OK)
		return say_trouble(NULL, status, &why);
	int const shown = show(history, s);
	redline_history_free(history);
	return shown;
}

const struct command history_command = {
	.name = "history",
	.operands = "PARA [DRAFT]",
	.about = "Shows how the paragraph PARA (59, '43 (b)', 'Article 5', 'line 44') came to read\n"
	         "as it does: newest first, each revision in which its words or its number changed,\n"
	         "under whatever number and wherever it stood.  DRAFT may be left out if there is\n"
	         "only one; it may be REVISION:PATH.\n",
	.statuses = "0 done, 2 trouble",
	.terminal = "a row for each revision, and what changed in it",
	.bit = FOR_HISTORY,
	.formats = 1u << FORMAT_TERMINAL | 1u << FORMAT_JSON,
	.run = run,
};
