/*
 * print.c -- reports on revisions: for a person, or as JSON.
 */
#define _POSIX_C_SOURCE 200809L

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "store.h"

static redline_bytes bytes_of(const char *text)
{
	return (redline_bytes){text, strlen(text)};
}

bool print_open(struct print *p, const struct settings *s)
{
	struct settings report = *s;
	p->status = REDLINE_OK;
	if (report.format == FORMAT_UNSET && !report.output)
		report.format = FORMAT_TERMINAL;
	output_plan(&p->out, &report);
	if (p->out.format != FORMAT_JSON)
		p->out.format = FORMAT_TERMINAL;
	return output_open(&p->out, &report);
}

void print_open_line(struct print *p, const struct settings *s)
{
	struct settings line = *s;
	line.no_pager = true;
	(void)print_open(p, &line); /* to standard output: nothing is opened */
}

int print_close(struct print *p, int exit_status)
{
	return output_close(&p->out, p->status, exit_status);
}

static void print(struct print *p, const char *ptr, size_t len)
{
	if (p->status == REDLINE_OK && len && !output_sink(&p->out, ptr, len))
		p->status = REDLINE_WRITE_FAILED;
}

void print_text(struct print *p, const char *terminated)
{
	print(p, terminated, strlen(terminated));
}

void print_safe(struct print *p, redline_bytes text)
{
	if (p->status == REDLINE_OK)
		p->status = redline_write_safe(text, output_sink, &p->out);
}

void print_name(struct print *p, const char *terminated)
{
	print_safe(p, bytes_of(terminated));
}

static size_t columns_of(redline_bytes text)
{
	size_t count = 0;
	for (size_t i = 0; i < text.len; i++)
		count += ((unsigned char)text.ptr[i] & 0xC0) != 0x80;
	return count;
}

void print_wrapped(struct print *p, const char *lead, redline_bytes text)
{
	size_t column = 4 + strlen(lead);
	bool fresh = true; /* nothing but the lead stands on the line */
	print_text(p, "    ");
	print_text(p, lead);
	while (text.len) {
		const char *blank = memchr(text.ptr, ' ', text.len);
		redline_bytes const word = {text.ptr, blank ? (size_t)(blank - text.ptr) : text.len};
		size_t const columns = columns_of(word);
		if (!fresh && column + 1 + columns > p->out.style.width) {
			print_text(p, "\n      ");
			column = 6;
		} else if (!fresh) {
			print_text(p, " ");
			column++;
		}
		print_safe(p, word);
		column += columns;
		fresh = false;
		text.ptr += word.len + (blank ? 1 : 0);
		text.len -= word.len + (blank ? 1 : 0);
	}
	print_text(p, "\n");
}

void print_colored(struct print *p, const char *color, redline_bytes text)
{
	bool const colored = p->out.style.color;
	if (colored) {
		print_text(p, "\033[");
		print_text(p, color);
		print_text(p, "m");
	}
	print_safe(p, text);
	print_text(p, colored ? "\033[m" : "");
}

void print_json(struct print *p, redline_bytes text)
{
	if (p->status == REDLINE_OK)
		p->status = redline_write_json_string(text, output_sink, &p->out);
}

void print_member(struct print *p, const char *key, redline_bytes text, bool first)
{
	print_text(p, first ? "\"" : ", \"");
	print_text(p, key);
	print_text(p, "\": ");
	print_json(p, text);
}

/* ---- dates ---- */

static struct tm calendar_of(const redline_person *person)
{
	struct tm calendar = {0};
	time_t const there = (time_t)(person->time + (int64_t)person->offset * 60);
	(void)gmtime_r(&there, &calendar);
	return calendar;
}

void print_day(struct print *p, const redline_person *person)
{
	char day[32];
	struct tm const calendar = calendar_of(person);
	print(p, day, strftime(day, sizeof day, "%Y-%m-%d", &calendar));
}

void print_member_date(struct print *p, const char *key, const redline_person *person)
{
	char date[48];
	struct tm const calendar = calendar_of(person);
	size_t const len = strftime(date, sizeof date, "%Y-%m-%dT%H:%M:%S", &calendar);
	unsigned const minutes = (unsigned)(person->offset < 0 ? -person->offset : person->offset);
	(void)snprintf(date + len, sizeof date - len, "%c%02u:%02u",
	               person->offset < 0 ? '-' : '+', minutes / 60, minutes % 60);
	print_member(p, key, bytes_of(date), false);
}

/* ---- revisions ---- */

static bool is_proposer(const redline_trailer *t)
{
	static const char key[] = "Proposed-by";
	return t->key.len == sizeof key - 1 && memcmp(t->key.ptr, key, sizeof key - 1) == 0;
}

/* All who proposed it; else its author. */
static void print_people(struct print *p, const redline_revision *r)
{
	uint32_t shown = 0;
	for (uint32_t i = 0; i < r->trailer_count; i++) {
		if (!is_proposer(&r->trailers[i]))
			continue;
		print_text(p, shown++ ? ", " : "");
		print_safe(p, r->trailers[i].value);
	}
	if (!shown)
		print_safe(p, r->author.name);
}

void print_revision(struct print *p, const redline_revision *r)
{
	print_day(p, &r->author);
	print_text(p, "  ");
	print_people(p, r);
	print_text(p, "  ");
	print_colored(p, PRINT_ID, (redline_bytes){r->id.text, ID_SHORT});
	if (r->label.len) {
		print_text(p, "  ");
		print_colored(p, PRINT_LABEL, r->label);
	}
}
