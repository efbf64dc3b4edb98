/*
 * blame.c -- redline blame PARA [DRAFT]
 */
#include "store.h"

static int show(const redline_blame *blame, const struct settings *s)
{
	struct print p;
	if (!print_open(&p, s))
		return TROUBLE;
	p.status = p.out.format == FORMAT_JSON
	               ? redline_write_blame_json(blame, output_sink, &p.out)
	               : redline_write_blame(blame, &p.out.style, output_sink, &p.out);
	return print_close(&p, DONE);
}

static int run(const struct settings *s)
{
	struct question q;
	redline_trouble why = {{0}};
	redline_blame *blame = NULL;
	if (question_open(&q, &blame_command, s) != DONE)
		return TROUBLE;
	redline_status const status = redline_blame_find(&blame, q.store, &q.query, &why);
	question_close(&q);
	if (status != REDLINE_OK)
		return say_trouble(NULL, status, &why);
	int const shown = show(blame, s);
	redline_blame_free(blame);
	return shown;
}

const struct command blame_command = {
	.name = "blame",
	.operands = "PARA [DRAFT]",
	.about = "Shows who brought in each word of the paragraph PARA (59, '43 (b)', 'Article 5',\n"
	         "'line 44'), and in which revision: the one in which the word first stood, not one\n"
	         "that moved, renumbered or re-wrapped it.  DRAFT may be left out if there is only\n"
	         "one; it may be REVISION:PATH.\n",
	.statuses = "0 done, 2 trouble",
	.terminal = "the words, run by run, in the colours of those who brought them in",
	.bit = FOR_BLAME,
	.formats = 1u << FORMAT_TERMINAL | 1u << FORMAT_JSON,
	.run = run,
};
