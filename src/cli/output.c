/*
 * output.c -- where a result goes, and in what form: the choice of format,
 * colour and width; the pager; and what keeps raw text from a terminal.
 *
 * To a pipe or a file a result is passed on as it is made, in pieces of PIECE
 * bytes or more, straight to the descriptor.  For a terminal all of it is
 * gathered first: raw formats (criticmarkup, clean, json) hold a draft's own
 * bytes, of which controls must not reach a terminal, and the pager's failure
 * must not lose the result.
 */
#define _XOPEN_SOURCE 700

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli.h"

enum { WIDTH = 80, WIDTH_LEAST = 40, WIDTH_MOST = 100, WIDTH_MOST_SIDES = 200 };
enum { PIECE = 64 * 1024 };

/* ---- the choice ---- */

static bool is_set(const char *name)
{
	const char *value = getenv(name);
	return value && *value;
}

static bool wants_color(const struct settings *s, bool is_terminal)
{
	if (s->color != COLOR_AUTO)
		return s->color == COLOR_ALWAYS;
	if (is_set("NO_COLOR"))
		return false;
	const char *force = getenv("CLICOLOR_FORCE");
	if (force && *force && strcmp(force, "0") != 0)
		return true;
	const char *term = getenv("TERM");
	return is_terminal && term && strcmp(term, "dumb") != 0;
}

static uint32_t screen_width(long most)
{
	struct winsize size;
	const char *columns = getenv("COLUMNS");
	long width = columns ? strtol(columns, NULL, 10) : 0;
	if (width <= 0 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
		width = size.ws_col;
	if (width <= 0)
		width = WIDTH;
	if (width < WIDTH_LEAST)
		width = WIDTH_LEAST;
	return (uint32_t)(width > most ? most : width);
}

static bool to_stdout(const struct settings *s)
{
	const char *to = s->output;
	return !to || strcmp(to, "-") == 0 || strcmp(to, "/dev/stdout") == 0;
}

/* By the suffix of -o: JSON for .json; a text file gets a text with its marks. */
static enum format format_of(const struct settings *s, bool is_terminal)
{
	if (s->format != FORMAT_UNSET)
		return s->format;
	if (to_stdout(s))
		return is_terminal ? FORMAT_TERMINAL : FORMAT_CRITIC;
	const char *dot = strrchr(s->output, '.');
	return dot && strcmp(dot, ".json") == 0 ? FORMAT_JSON : FORMAT_CRITIC;
}

static const char *pager(void)
{
	const char *name = getenv("REDLINE_PAGER");
	if (!name)
		name = getenv("PAGER");
	if (!name)
		name = "less";
	return *name && strcmp(name, "cat") != 0 ? name : NULL;
}

void output_plan(struct output *out, const struct settings *s)
{
	bool const is_terminal = to_stdout(s) && isatty(STDOUT_FILENO);
	*out = (struct output){.target.fd = -1};
	out->format = format_of(s, is_terminal);
	out->to_target = !to_stdout(s);
	out->paged = is_terminal && !s->no_pager && pager();
	out->guarded = is_terminal && out->format != FORMAT_TERMINAL;
	out->style = (redline_style){
		.color = wants_color(s, is_terminal || s->screen),
		.full = s->full,
		.width = screen_width(s->side_by_side ? WIDTH_MOST_SIDES : WIDTH_MOST),
		.context = s->context,
	};
}

redline_style message_style(const struct settings *s)
{
	bool const is_terminal = isatty(STDERR_FILENO);
	return (redline_style){
		.color = wants_color(s, is_terminal),
		.width = is_terminal ? screen_width(WIDTH_MOST) : 0,
	};
}

/* ---- passing on ---- */

bool output_open(struct output *out, const struct settings *s)
{
	return !out->to_target || target_open(&out->target, s->output);
}

static bool make_room(struct output *out, size_t len)
{
	size_t room = out->room ? out->room : PIECE;
	while (room - out->len < len)
		room *= 2;
	char *moved = room > out->room ? realloc(out->gathered, room) : out->gathered;
	if (!moved) {
		out->error = ENOMEM;
		return false;
	}
	out->gathered = moved;
	out->room = room;
	return true;
}

static bool gather(struct output *out, const char *ptr, size_t len)
{
	if (!make_room(out, len))
		return false;
	memcpy(out->gathered + out->len, ptr, len);
	out->len += len;
	return true;
}

static bool pass_on(struct output *out, const char *ptr, size_t len)
{
	struct target screen = {.fd = STDOUT_FILENO};
	if (out->to_target)
		return target_sink(&out->target, ptr, len);
	if (target_sink(&screen, ptr, len))
		return true;
	out->error = screen.error;
	return false;
}

static bool pass_gathered(struct output *out)
{
	size_t const len = out->len;
	out->len = 0;
	return pass_on(out, out->gathered, len);
}

bool output_sink(void *output, const char *ptr, size_t len)
{
	struct output *out = output;
	bool const whole = out->paged || out->guarded;
	if (!whole && out->len + len > PIECE && !pass_gathered(out))
		return false;
	return whole || len < PIECE ? gather(out, ptr, len) : pass_on(out, ptr, len);
}

/* ---- a terminal ---- */

static bool gather_sink(void *context, const char *ptr, size_t len)
{
	return gather(context, ptr, len);
}

/* Line by line, with its controls spelt out; a CR before a line end is dropped. */
static bool make_safe(struct output *out)
{
	struct output safe = {0};
	bool ok = true;
	for (size_t at = 0; ok && at < out->len;) {
		const char *line = out->gathered + at;
		const char *nl = memchr(line, '\n', out->len - at);
		size_t const full = nl ? (size_t)(nl - line) : out->len - at;
		size_t const len = nl && full && line[full - 1] == '\r' ? full - 1 : full;
		ok = redline_write_safe((redline_bytes){line, len}, gather_sink, &safe) == REDLINE_OK &&
		     (!nl || gather(&safe, "\n", 1));
		at += full + (nl ? 1 : 0);
	}
	if (!ok)
		out->error = ENOMEM;
	free(out->gathered);
	out->gathered = safe.gathered;
	out->len = safe.len;
	out->room = safe.room;
	return ok;
}

static void become_pager(const char *command, int from)
{
	(void)signal(SIGPIPE, SIG_DFL);
	if (dup2(from, STDIN_FILENO) < 0)
		_exit(127);
	(void)setenv("LESS", "FRX", 0);
	(void)setenv("LV", "-c", 0);
	(void)execl("/bin/sh", "sh", "-c", command, (char *)NULL);
	_exit(127);
}

static void feed(int to, const char *ptr, size_t len)
{
	while (len) {
		ssize_t const put = write(to, ptr, len);
		if (put < 0 && errno == EINTR)
			continue;
		if (put <= 0)
			break; /* whoever reads has seen enough */
		ptr += put;
		len -= (size_t)put;
	}
	(void)close(to);
}

/* Shows what was gathered; false if the pager could not be run. */
static bool show_paged(struct output *out)
{
	int ends[2], status = 0;
	if (pipe(ends) != 0)
		return false;
	(void)fflush(stderr);
	pid_t const child = fork();
	if (child == 0) {
		(void)close(ends[1]);
		become_pager(pager(), ends[0]);
	}
	(void)close(ends[0]);
	if (child < 0) {
		(void)close(ends[1]);
		return false;
	}
	(void)signal(SIGINT, SIG_IGN); /* the pager's to handle */
	(void)signal(SIGQUIT, SIG_IGN);
	feed(ends[1], out->gathered, out->len);
	while (waitpid(child, &status, 0) < 0 && errno == EINTR)
		continue;
	return !(WIFEXITED(status) && (WEXITSTATUS(status) == 126 || WEXITSTATUS(status) == 127));
}

static bool show(struct output *out)
{
	if (out->guarded && !make_safe(out))
		return false;
	if (out->len == 0 || (out->paged && show_paged(out)))
		return true;
	return pass_gathered(out);
}

/* ---- the end ---- */

void end_deserted(void)
{
	(void)signal(SIGPIPE, SIG_DFL);
	(void)raise(SIGPIPE);
}

static int report(const struct output *out, redline_status status, int exit_status)
{
	int const error = out->target.error ? out->target.error : out->error;
	const char *name = out->to_target ? out->target.name : "standard output";
	if (status == REDLINE_WRITE_FAILED && error == EPIPE && !out->to_target) {
		if (!out->may_be_deserted)
			end_deserted();
		return exit_status;
	}
	if (status == REDLINE_UNMARKABLE)
		return TROUBLE; /* view_put has said where */
	if (status == REDLINE_WRITE_FAILED && error)
		say(name, strerror(error));
	else
		say(NULL, redline_status_text(status));
	return TROUBLE;
}

int output_close(struct output *out, redline_status status, int exit_status)
{
	if (status == REDLINE_OK && !show(out))
		status = REDLINE_WRITE_FAILED;
	if (status != REDLINE_OK)
		exit_status = report(out, status, exit_status);
	if (out->to_target && status == REDLINE_OK && !target_commit(&out->target))
		exit_status = TROUBLE;
	else if (out->to_target)
		target_abandon(&out->target);
	free(out->gathered);
	return exit_status;
}

void output_abandon(struct output *out)
{
	if (out->to_target)
		target_abandon(&out->target);
	free(out->gathered);
}
