/*
 * phrases.c -- every case of every file in fixtures/phrases, in this process.
 *
 * A file holds many small cases, written so that a lawyer could add one:
 *
 *   Anything before the first case is a comment, save that
 *   --- draft
 *   here is the draft that the file's cases share.
 *
 *   === what the case shows
 *   --- draft            its own draft, instead of the shared one
 *   --- amendments       a statement; given again, a further statement
 *   --- found            optional, see `expectations` below
 *   then one of
 *   --- change           what becomes of the draft's lines: "-old line" goes,
 *                        "+new line" comes in its place; or after " a line"
 *                        that stays.  Each old line must stand once in the
 *                        draft, or right after the one before it here.
 *   --- clean            the whole text that comes out
 *   --- same             no amendment stands, and no error is found
 *   --- refused CODE...  an error is found, and these findings say why; below
 *                        it, as the program prints them, the errors and notes:
 *                        said:1:26: error: the words "x" do not stand in ...
 *                        draft:20:32: note: paragraph 6 has "y"
 *                        where "said" is the statement, "said2" the next one.
 *                        If there are any, each error must be among them.
 *
 * In the folder of refusals every refused case has such lines, no two cases
 * are alike, nothing of a case is applied unless it says "applied: N" under
 * `found`, and there is no case that changes the draft.
 *
 * Empty lines at the end of a section don't belong to it.  Every application
 * also passes the laws (support/trial.h).  One pass over each file; one test
 * for all of them.
 */
#define _GNU_SOURCE /* memmem */

#include <criterion/criterion.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/bytes.h"
#include "base/vec.h"
#include "support/text.h"
#include "support/trial.h"

#define PHRASES  "fixtures/phrases"
#define REFUSALS "fixtures/refuse"

enum { REFUSALS_LEAST = 300 };

typedef enum ending { NO_ENDING, CHANGE, CLEAN, SAME, REFUSED } ending;

struct phrase {
	const char *path;
	size_t line; /* of its title, from 1 */
	redline_bytes title;
	redline_bytes draft;
	redline_bytes amendments[TRIAL_STATEMENTS];
	uint32_t count;
	redline_bytes found;
	ending ending;
	redline_bytes want;  /* the ending's section; for REFUSED the codes */
	redline_bytes lines; /* for REFUSED: what is printed */
	const char *malformed;
};

static redline_bytes cut_line(redline_bytes *rest)
{
	const char *end = rest->len ? memchr(rest->ptr, '\n', rest->len) : NULL;
	size_t const len = end ? (size_t)(end - rest->ptr) : rest->len;
	redline_bytes const line = {rest->ptr, len};
	size_t const used = len + (end != NULL);
	rest->ptr += used;
	rest->len -= used;
	return line;
}

static redline_bytes trimmed(redline_bytes text)
{
	return bytes_in(text, range_trim(text, (redline_range){0, (uint32_t)text.len}));
}

/* The first word; the rest of the line stays behind. */
static redline_bytes cut_word(redline_bytes *line)
{
	redline_bytes word = trimmed(*line);
	size_t len = 0;
	while (len < word.len && !is_space(word.ptr[len]))
		len++;
	*line = (redline_bytes){word.ptr + len, word.len - len};
	word.len = len;
	return word;
}

static bool is_marker(redline_bytes line)
{
	return bytes_start(line, BYTES("--- ")) || bytes_start(line, BYTES("=== "));
}

static void fail_phrase(const struct phrase *p, const char *why, redline_bytes detail)
{
	cr_expect(false, "%s:%zu: %.*s\n  %s%.*s", p->path, p->line, (int)p->title.len,
	          p->title.ptr, why, (int)detail.len, detail.len ? detail.ptr : "");
}

/* --- Reading a file --- */

/* The section's lines, up to the next marker, without the empty ones at its end. */
static redline_bytes cut_section(redline_bytes *rest, size_t *line)
{
	redline_bytes const from = *rest;
	size_t len = 0;
	while (rest->len) {
		redline_bytes ahead = *rest;
		redline_bytes const next = cut_line(&ahead);
		if (is_marker(next))
			break;
		*rest = ahead;
		++*line;
		if (trimmed(next).len)
			len = (size_t)(ahead.ptr - from.ptr);
	}
	return (redline_bytes){from.ptr, len};
}

static void end_with(struct phrase *p, ending how, redline_bytes want)
{
	if (p->ending != NO_ENDING)
		p->malformed = "more than one of change, clean, same, refused";
	p->ending = how;
	p->want = want;
}

static void add_section(struct phrase *p, redline_bytes head, redline_bytes body)
{
	redline_bytes const name = cut_word(&head);
	if (bytes_equal(name, BYTES("draft")))
		p->draft = body;
	else if (bytes_equal(name, BYTES("amendments")) && p->count < TRIAL_STATEMENTS)
		p->amendments[p->count++] = body;
	else if (bytes_equal(name, BYTES("found")))
		p->found = body;
	else if (bytes_equal(name, BYTES("change")))
		end_with(p, CHANGE, body);
	else if (bytes_equal(name, BYTES("clean")))
		end_with(p, CLEAN, body);
	else if (bytes_equal(name, BYTES("same")))
		end_with(p, SAME, body);
	else if (bytes_equal(name, BYTES("refused"))) {
		end_with(p, REFUSED, head);
		p->lines = body;
	} else
		p->malformed = "no such section, or too many amendments";
}

/* --- What is wanted --- */

typedef VEC(redline_bytes) line_list;

static void push_line(line_list *lines, redline_bytes line)
{
	redline_bytes *slot = VEC_PUSH(lines);
	cr_assert(slot);
	*slot = line;
}

static line_list lines_of(redline_bytes text)
{
	line_list lines = {0};
	while (text.len)
		push_line(&lines, cut_line(&text));
	return lines;
}

/* The line meant: the one at `next`, or else the only one; SIZE_MAX if none. */
static size_t find_line(const line_list *lines, redline_bytes line, size_t next)
{
	size_t at = SIZE_MAX;
	if (next < lines->len && bytes_equal(lines->at[next], line))
		return next;
	for (size_t i = 0; i < lines->len; i++) {
		if (!bytes_equal(lines->at[i], line))
			continue;
		if (at != SIZE_MAX)
			return SIZE_MAX;
		at = i;
	}
	return at;
}

static void copy_lines(struct text *out, const line_list *lines, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		text_add(out, lines->at[i].ptr, lines->at[i].len);
		text_put(out, "\n");
	}
}

/* The draft with the change's lines; false, and a message, if they don't fit. */
static bool changed(struct text *out, const struct phrase *p)
{
	line_list lines = lines_of(p->draft);
	redline_bytes rest = p->want, line = {0};
	size_t done = 0; /* lines of the draft dealt with */
	bool fits = true;
	while (fits && rest.len) {
		line = cut_line(&rest);
		if (line.len == 0)
			continue;
		redline_bytes const words = {line.ptr + 1, line.len - 1};
		if (line.ptr[0] == '+') {
			text_add(out, words.ptr, words.len);
			text_put(out, "\n");
			continue;
		}
		size_t const at = find_line(&lines, words, done);
		fits = (line.ptr[0] == '-' || line.ptr[0] == ' ') && at != SIZE_MAX && at >= done;
		if (!fits)
			break;
		copy_lines(out, &lines, done, at + (line.ptr[0] == ' '));
		done = at + 1;
	}
	copy_lines(out, &lines, done, lines.len);
	VEC_RELEASE(&lines);
	if (!fits)
		fail_phrase(p, "the draft doesn't have exactly once, here: ", line);
	return fits;
}

static void list_findings(struct text *out, redline_findings found)
{
	static const char *const levels[] = {"note", "warning", "error"};
	for (size_t i = 0; i < found.count; i++) {
		const redline_finding *f = &found.items[i];
		text_format(out, "    %s %s: %.*s\n", levels[f->level], f->code,
		            (int)f->message.len, f->message.ptr);
	}
}

static void list_all_findings(struct text *out, const struct trial *t)
{
	for (uint32_t i = 0; i < t->count; i++)
		list_findings(out, redline_statement_findings(t->statements[i]));
	list_findings(out, redline_outcome_findings(t->outcome));
}

static void fail_with_findings(const struct phrase *p, const struct trial *t, const char *why)
{
	struct text shown = {0};
	text_format(&shown, "%s; findings:\n", why);
	list_all_findings(&shown, t);
	fail_phrase(p, shown.ptr, (redline_bytes){0});
	text_release(&shown);
}

static bool has_code(redline_findings found, redline_bytes code)
{
	for (size_t i = 0; i < found.count; i++)
		if (bytes_equal(bytes_of(found.items[i].code), code))
			return true;
	return false;
}

static bool says(const struct trial *t, redline_bytes code)
{
	bool said = has_code(redline_outcome_findings(t->outcome), code);
	for (uint32_t i = 0; i < t->count; i++)
		said = said || has_code(redline_statement_findings(t->statements[i]), code);
	return said;
}

/* How many amendments stand, and how many of them were applied; not what was taken back. */
static uint32_t count_applied(const struct trial *t, uint32_t *count)
{
	uint32_t applied = 0, total;
	const redline_result *results = redline_outcome_results(t->outcome, &total);
	*count = total;
	for (uint32_t i = 0; i < total; i++) {
		bool const back = results[i].amendment->action == REDLINE_WITHDRAW &&
		                  results[i].fate == REDLINE_APPLIED;
		if (back || results[i].fate == REDLINE_WITHDRAWN) {
			--*count;
			continue;
		}
		applied += results[i].fate == REDLINE_APPLIED;
	}
	return applied;
}

static void expect_text(const struct phrase *p, const struct trial *t, redline_bytes want)
{
	redline_bytes const got = redline_script_new_text(redline_outcome_script(t->outcome));
	struct text shown = {0};
	if (text_is(got, want))
		return;
	text_put(&shown, "another text comes out (- wanted, + got)\n");
	text_difference(&shown, want, got);
	list_all_findings(&shown, t);
	fail_phrase(p, shown.ptr, (redline_bytes){0});
	text_release(&shown);
}

static void expect_applied(const struct phrase *p, const struct trial *t)
{
	uint32_t count;
	uint32_t const applied = count_applied(t, &count);
	struct text want = {0};
	if (count == 0 || applied < count || trial_worst(t) == REDLINE_ERROR)
		fail_with_findings(p, t, count ? "not everything is applied" : "no amendment is found");
	else if (p->ending == CLEAN)
		expect_text(p, t, p->want);
	else if (changed(&want, p))
		expect_text(p, t, text_view(&want));
	text_release(&want);
}

static void expect_same(const struct phrase *p, const struct trial *t)
{
	uint32_t count;
	count_applied(t, &count);
	if (count || trial_worst(t) == REDLINE_ERROR)
		fail_with_findings(p, t, "an amendment or an error is found where there is none");
	else
		expect_text(p, t, p->draft);
}

/* The findings of a trial as the program prints them. */
static void print_findings(struct text *out, const struct trial *t)
{
	static const char *const names[TRIAL_STATEMENTS] = {"said",  "said2", "said3", "said4",
	                                                    "said5", "said6", "said7", "said8"};
	redline_style const style = {.width = 0};
	redline_view view = trial_view(t);
	view.draft_name = "draft";
	view.statement_names = names;
	for (uint32_t i = 0; i < t->count; i++) {
		redline_findings const own = redline_statement_findings(t->statements[i]);
		cr_assert(redline_write_findings(&view, &own, &style, text_sink, out) ==
		          REDLINE_OK);
	}
	redline_findings const found = redline_outcome_findings(t->outcome);
	cr_assert(redline_write_findings(&view, &found, &style, text_sink, out) == REDLINE_OK);
}

static bool has_line(const line_list *lines, redline_bytes line)
{
	for (size_t i = 0; i < lines->len; i++)
		if (bytes_equal(lines->at[i], line))
			return true;
	return false;
}

static bool is_error_line(redline_bytes line)
{
	return line.len && memmem(line.ptr, line.len, ": error: ", 9) &&
	       bytes_start(line, BYTES("said"));
}

/* Each line that is wanted is printed, and no error that isn't wanted. */
static void expect_lines(const struct phrase *p, const struct trial *t)
{
	struct text printed = {0};
	print_findings(&printed, t);
	line_list got = lines_of(text_view(&printed));
	line_list want = lines_of(p->lines);
	for (size_t i = 0; i < want.len; i++)
		if (want.at[i].len && !has_line(&got, want.at[i])) {
			fail_phrase(p, "not printed: ", want.at[i]);
			fail_with_findings(p, t, "instead");
		}
	for (size_t i = 0; i < got.len; i++)
		if (is_error_line(got.at[i]) && !has_line(&want, got.at[i]))
			fail_phrase(p, "not wanted: ", got.at[i]);
	VEC_RELEASE(&got);
	VEC_RELEASE(&want);
	text_release(&printed);
}

static void expect_refused(const struct phrase *p, const struct trial *t)
{
	/* `redline apply` is all or nothing, so one error refuses the statement */
	redline_bytes codes = p->want;
	if (trial_worst(t) != REDLINE_ERROR)
		fail_with_findings(p, t, "no error is found");
	if (p->lines.len)
		expect_lines(p, t);
	for (redline_bytes code; (code = cut_word(&codes)).len;)
		if (!says(t, code)) {
			fail_phrase(p, "no finding ", code);
			fail_with_findings(p, t, "instead");
		}
}

/* --- What was understood ---
 *
 * A line of `found` is "key: value".  It holds if any amendment (position,
 * statement) has that value, and at the end of a value "..." stands for
 * whatever follows.  "proposers" are those of all amendments in their order,
 * "Japan; Kenya, Peru; nobody", "stances" what is said of other proposals and by
 * whom, "Kenya opposes; nobody supports", and "reasons" how many amendments have one.
 */

static bool matches(redline_bytes want, redline_bytes got)
{
	bool const open = want.len >= 3 && memcmp(want.ptr + want.len - 3, "...", 3) == 0;
	if (!open)
		return bytes_equal(want, got);
	want.len -= 3;
	return bytes_start(got, trimmed(want));
}

static bool is_number(redline_bytes want, uint32_t got)
{
	char digits[16];
	snprintf(digits, sizeof digits, "%u", (unsigned)got);
	return bytes_equal(want, bytes_of(digits));
}

static bool amendment_has(const redline_amendment *a, redline_bytes key, redline_bytes want)
{
	char place[512];
	bool found = false;
	if (bytes_equal(key, BYTES("date")))
		return matches(want, a->date);
	if (bytes_equal(key, BYTES("reason")))
		return matches(want, a->reason);
	if (bytes_equal(key, BYTES("action")))
		return matches(want, bytes_of(redline_action_name(a->action)));
	for (uint32_t i = 0; bytes_equal(key, BYTES("proposer")) && i < a->proposer_count; i++)
		found = found || matches(want, a->proposers[i]);
	for (uint32_t i = 0; bytes_equal(key, BYTES("place")) && i < a->place_count; i++) {
		redline_place_text(&a->places[i], place, sizeof place);
		found = found || matches(want, bytes_of(place));
	}
	return found;
}

static bool position_has(const redline_position_taken *p, redline_bytes key, redline_bytes want)
{
	if (bytes_equal(key, BYTES("proposer")))
		return matches(want, p->proposer);
	return bytes_equal(key, BYTES("stance")) &&
	       matches(want, bytes_of(redline_stance_name(p->stance)));
}

static bool statement_has(const redline_statement *s, redline_bytes key, redline_bytes want)
{
	uint32_t count;
	const redline_amendment *amendments = redline_statement_amendments(s, &count);
	for (uint32_t i = 0; i < count; i++)
		if (amendment_has(&amendments[i], key, want))
			return true;
	const redline_position_taken *positions = redline_statement_positions(s, &count);
	for (uint32_t i = 0; i < count; i++)
		if (position_has(&positions[i], key, want))
			return true;
	return bytes_equal(key, BYTES("speaker")) ? matches(want, redline_statement_speaker(s))
	                                          : bytes_equal(key, BYTES("date")) &&
	                                                    matches(want, redline_statement_date(s));
}

static void put_proposers(struct text *out, const redline_amendment *a)
{
	for (uint32_t i = 0; i < a->proposer_count; i++) {
		redline_bytes const name = a->proposers[i];
		text_put(out, i ? ", " : "");
		text_add(out, name.ptr, name.len);
	}
	text_put(out, a->proposer_count ? "" : "nobody");
}

/* Whose the amendments are, one after the other. */
static bool are_proposers(const struct trial *t, redline_bytes want)
{
	struct text got = {0};
	bool more = false;
	text_put(&got, "");
	for (uint32_t i = 0; i < t->count; i++) {
		uint32_t count;
		const redline_amendment *all = redline_statement_amendments(t->statements[i], &count);
		for (uint32_t k = 0; k < count; k++, more = true) {
			text_put(&got, more ? "; " : "");
			put_proposers(&got, &all[k]);
		}
	}
	bool const are = bytes_equal(want, bytes_of(got.ptr));
	text_release(&got);
	return are;
}

/* What is said of others' proposals, one position after the other. */
static bool are_stances(const struct trial *t, redline_bytes want)
{
	struct text got = {0};
	bool more = false;
	text_put(&got, "");
	for (uint32_t i = 0; i < t->count; i++) {
		uint32_t count;
		const redline_position_taken *all =
			redline_statement_positions(t->statements[i], &count);
		for (uint32_t k = 0; k < count; k++, more = true) {
			bool const named = all[k].proposer.len > 0;
			text_format(&got, "%s%.*s %s", more ? "; " : "",
			            named ? (int)all[k].proposer.len : 6,
			            named ? all[k].proposer.ptr : "nobody",
			            redline_stance_name(all[k].stance));
		}
	}
	bool const are = bytes_equal(want, bytes_of(got.ptr));
	text_release(&got);
	return are;
}

static uint32_t count_reasons(const redline_statement *s)
{
	uint32_t count, reasons = 0;
	const redline_amendment *all = redline_statement_amendments(s, &count);
	for (uint32_t i = 0; i < count; i++)
		reasons += all[i].reason.len > 0;
	return reasons;
}

static bool expectation_holds(const struct trial *t, redline_bytes key, redline_bytes want)
{
	uint32_t amendments = 0, positions = 0, reasons = 0, count;
	bool has = false;
	for (uint32_t i = 0; i < t->count; i++) {
		reasons += count_reasons(t->statements[i]);
		redline_statement_amendments(t->statements[i], &count);
		amendments += count;
		redline_statement_positions(t->statements[i], &count);
		positions += count;
		has = has || statement_has(t->statements[i], key, want);
	}
	if (bytes_equal(key, BYTES("amendments")))
		return is_number(want, amendments);
	if (bytes_equal(key, BYTES("positions")))
		return is_number(want, positions);
	if (bytes_equal(key, BYTES("reasons")))
		return is_number(want, reasons);
	if (bytes_equal(key, BYTES("proposers")))
		return are_proposers(t, want);
	if (bytes_equal(key, BYTES("stances")))
		return are_stances(t, want);
	if (bytes_equal(key, BYTES("applied")))
		return is_number(want, count_applied(t, &count));
	if (bytes_equal(key, BYTES("finding")))
		return says(t, want);
	return has;
}

static void expect_found(const struct phrase *p, const struct trial *t)
{
	redline_bytes rest = p->found;
	while (rest.len) {
		redline_bytes const line = cut_line(&rest);
		const char *colon = line.len ? memchr(line.ptr, ':', line.len) : NULL;
		if (!colon) {
			if (line.len)
				fail_phrase(p, "no \"key: value\": ", line);
			continue;
		}
		redline_bytes const key = {line.ptr, (size_t)(colon - line.ptr)};
		redline_bytes const want = {colon + 1, line.len - key.len - 1};
		if (!expectation_holds(t, trimmed(key), trimmed(want)))
			fail_phrase(p, "not found: ", line);
	}
}

/* --- Running --- */

static void expect_nothing_applied(const struct phrase *p, const struct trial *t)
{
	uint32_t count;
	uint32_t const applied = count_applied(t, &count);
	bool const said = p->found.len && memmem(p->found.ptr, p->found.len, "applied:", 8);
	if (applied && !said)
		fail_with_findings(p, t, "something is applied");
}

static void run_phrase(const struct phrase *p, const redline_reader *reader)
{
	struct trial t;
	redline_status const status = trial_run(&t, reader, p->draft, p->amendments, p->count);
	const char *broken = status == REDLINE_OK ? law_of_trial(&t) : redline_status_text(status);
	if (broken)
		fail_phrase(p, "breaks a law: ", bytes_of(broken));
	if (status == REDLINE_OK) {
		expect_found(p, &t);
		if (p->ending == REFUSED && p->lines.len)
			expect_nothing_applied(p, &t);
		if (p->ending == REFUSED)
			expect_refused(p, &t);
		else if (p->ending == SAME)
			expect_same(p, &t);
		else
			expect_applied(p, &t);
	}
	trial_release(&t);
}

/* --- The folder of refusals --- */

static bool same_statements(const struct phrase *a, const struct phrase *b)
{
	bool same = a->count == b->count && bytes_equal(a->draft, b->draft);
	for (uint32_t i = 0; same && i < a->count; i++)
		same = bytes_equal(trimmed(a->amendments[i]), trimmed(b->amendments[i]));
	return same;
}

typedef VEC(struct phrase) phrase_list;

/* What holds of every case in that folder; `before` is those of its file. */
static void expect_plain_refusal(const struct phrase *p, const phrase_list *before)
{
	for (size_t i = 0; i < before->len; i++)
		if (same_statements(p, &before->at[i]))
			fail_phrase(p, "the same as ", before->at[i].title);
	if (p->ending != REFUSED && p->ending != SAME)
		fail_phrase(p, "changes the draft", (redline_bytes){0});
	if (p->ending == REFUSED && !p->lines.len)
		fail_phrase(p, "doesn't say what is printed", (redline_bytes){0});
}

static void check_phrase(struct phrase *p, const redline_reader *reader)
{
	if (!p->malformed && (p->count == 0 || !p->draft.ptr || p->ending == NO_ENDING))
		p->malformed = "needs a draft, amendments, and what becomes of them";
	if (p->malformed)
		fail_phrase(p, p->malformed, (redline_bytes){0});
	else
		run_phrase(p, reader);
}

/* How many cases there were, and how many of them were refused. */
struct tally {
	uint32_t cases, refused;
};

static void end_phrase(struct phrase *p, const redline_reader *reader, struct tally *tally,
                       phrase_list *refusals)
{
	tally->cases++;
	tally->refused += p->ending == REFUSED;
	check_phrase(p, reader);
	if (!refusals)
		return;
	expect_plain_refusal(p, refusals);
	struct phrase *slot = VEC_PUSH(refusals);
	cr_assert(slot);
	*slot = *p;
}

/* With a list for refusals, the file is in their folder. */
static void run_file(const char *path, redline_bytes rest, const redline_reader *reader,
                     struct tally *tally, phrase_list *refusals)
{
	struct phrase p = {.path = path, .line = 1, .title = BYTES("(before the first case)")};
	redline_bytes shared = {0};
	uint32_t cases = 0;
	size_t line = 0;
	cut_section(&rest, &line);
	while (rest.len) {
		redline_bytes head = cut_line(&rest);
		size_t const at = ++line;
		bool const title = head.ptr[0] == '=';
		redline_bytes const body = cut_section(&rest, &line);
		head = trimmed((redline_bytes){head.ptr + 4, head.len - 4});
		if (title) {
			if (cases++)
				end_phrase(&p, reader, tally, refusals);
			else
				shared = p.draft;
			p = (struct phrase){.path = path, .line = at, .title = head, .draft = shared};
		} else {
			add_section(&p, head, body);
		}
	}
	if (cases)
		end_phrase(&p, reader, tally, refusals);
}

static int is_text_file(const struct dirent *entry)
{
	size_t const len = strlen(entry->d_name);
	return len > 4 && strcmp(entry->d_name + len - 4, ".txt") == 0;
}

static struct tally run_folder(const char *folder, bool refusals)
{
	struct dirent **files;
	redline_reader *reader;
	struct tally tally = {0};
	cr_assert(redline_reader_new(&reader, "auto") == REDLINE_OK && reader);
	int const count = scandir(folder, &files, is_text_file, alphasort);
	cr_assert(count > 0, "no files in %s", folder);
	for (int i = 0; i < count; i++) {
		struct text file = {0};
		phrase_list before = {0};
		char path[1024];
		snprintf(path, sizeof path, "%s/%s", folder, files[i]->d_name);
		cr_expect(text_read(&file, path), "%s can't be read", path);
		run_file(path, text_view(&file), reader, &tally, refusals ? &before : NULL);
		VEC_RELEASE(&before);
		text_release(&file);
		free(files[i]);
	}
	free(files);
	redline_reader_free(reader);
	return tally;
}

Test(golden, phrases, .timeout = 120)
{
	struct tally const tally = run_folder(PHRASES, false);
	cr_log_info("phrases: %u cases", (unsigned)tally.cases);
}

Test(golden, refusals, .timeout = 120)
{
	struct tally const tally = run_folder(REFUSALS, true);
	cr_log_info("refusals: %u cases, %u of them errors", (unsigned)tally.cases,
	            (unsigned)tally.refused);
	cr_expect(tally.refused >= REFUSALS_LEAST, "only %u refusals", (unsigned)tally.refused);
}
