/*
 * part.c -- see part.h.
 *
 * The floor is what every comparison of words must do at least: read both
 * texts, find where words begin and end, and hash them, byte by byte (FNV-1a).
 * Its digest is printed so that no compiler leaves the work out.
 */
#define _DEFAULT_SOURCE 1 /* MAP_POPULATE */
#include "part.h"

#include <fcntl.h>
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <redline/statement.h>

#include "support/negotiation.h"

static const uint64_t SEED = 20251118;

enum { FAILED = 3 };

/* ---- writing pairs ---- */

static bool write_texts(const struct text *old, const struct text *now)
{
	return text_write("old.md", text_view(old)) && text_write("new.md", text_view(now));
}

static void write_prose(struct text *old, struct text *now, enum prose_kind kind, size_t bytes,
                        struct prose_source *s)
{
	struct prose before = {0}, after = {0};
	prose_make(&before, s, bytes);
	prose_derive(&after, &before, kind, s);
	prose_print(old, &before, s, prose_layout(kind, false));
	prose_print(now, &after, s, prose_layout(kind, true));
	prose_release(&before);
	prose_release(&after);
}

/* The two words by turns; the same word twice is one word over and over. */
static void write_turns(struct text *out, const char *one, const char *other, size_t bytes)
{
	text_put(out, "1. Text");
	for (bool turn = true; out->len + 8 < bytes; turn = !turn) {
		text_put(out, " ");
		text_put(out, turn ? one : other);
	}
	text_put(out, ".\n");
}

static void write_paragraph(struct text *old, struct text *now, size_t bytes,
                            struct prose_source *s)
{
	struct prose_words before = {0}, after = {0};
	text_put(old, "1. ");
	text_put(now, "1. ");
	while (old->len < bytes) {
		before.len = after.len = 0;
		prose_add_sentences(&before, s, 40);
		prose_add_bursts(&after, before.at, (uint32_t)before.len, 200, s);
		prose_print_words(old, before.at, (uint32_t)before.len, s);
		prose_print_words(now, after.at, (uint32_t)after.len, s);
		text_put(old, " ");
		text_put(now, " ");
	}
	old->ptr[old->len - 1] = now->ptr[now->len - 1] = '\n';
	prose_words_release(&before);
	prose_words_release(&after);
}

static bool write_pair(enum pair_case which, size_t bytes)
{
	struct prose_source s;
	struct text old = {0}, now = {0};
	prose_begin(&s, SEED);
	if (which <= CASE_RENUMBERED) {
		write_prose(&old, &now, (enum prose_kind)which, bytes, &s);
	} else if (which == CASE_ONE_WORD) {
		write_turns(&old, "word", "word", bytes);
		write_turns(&now, "word", "word", bytes - bytes / 10);
	} else if (which == CASE_ALTERNATING) {
		write_turns(&old, "one", "two", bytes);
		write_turns(&now, "one", "six", bytes);
	} else {
		write_paragraph(&old, &now, bytes, &s);
	}
	bool const written = write_texts(&old, &now);
	text_release(&old);
	text_release(&now);
	prose_end(&s);
	return written;
}

/* ---- words ---- */

static bool is_word_byte(unsigned char c)
{
	return c >= 0x80 || (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

static uint64_t hash_byte(uint64_t hash, unsigned char c)
{
	return (hash ^ c) * 0x100000001B3u;
}

static uint64_t const FNV = 0xCBF29CE484222325u;

/* Letters and digits; adds to the digest of all and says how many there are. */
static uint64_t hash_words(redline_bytes text, uint64_t *digest)
{
	const unsigned char *p = (const unsigned char *)text.ptr;
	uint64_t count = 0;
	for (size_t i = 0; i < text.len; i++) {
		uint64_t hash = FNV;
		if (!is_word_byte(p[i]))
			continue;
		while (i < text.len && is_word_byte(p[i]))
			hash = hash_byte(hash, p[i++]);
		*digest = *digest * 31 + hash;
		count++;
	}
	return count;
}

static void add_hash(struct word_list *list, uint64_t hash)
{
	if (list->len == list->cap) {
		list->cap = list->cap ? list->cap * 2 : 1024;
		list->hash = realloc(list->hash, list->cap * sizeof *list->hash);
		if (!list->hash)
			abort();
	}
	list->hash[list->len++] = hash;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* "12." */
static bool is_number(redline_bytes word)
{
	for (size_t i = 0; i + 1 < word.len; i++)
		if (word.ptr[i] < '0' || word.ptr[i] > '9')
			return false;
	return word.len > 1 && word.ptr[word.len - 1] == '.';
}

/* Without the signs at its ends. */
static redline_bytes bare(redline_bytes word)
{
	while (word.len && !is_word_byte((unsigned char)word.ptr[word.len - 1]))
		word.len--;
	for (; word.len && !is_word_byte((unsigned char)word.ptr[0]); word.len--)
		word.ptr++;
	return word;
}

/* What counts as a word: all that stands between blanks, or less of it. */
enum counted { ALL, BUT_NUMBERS, BUT_NUMBERS_AND_SIGNS, COUNTED };

static void add_word(struct word_list *list, redline_bytes word, enum counted what)
{
	uint64_t hash = FNV;
	if (what == BUT_NUMBERS_AND_SIGNS)
		word = bare(word);
	for (size_t i = 0; i < word.len; i++)
		hash = hash_byte(hash, (unsigned char)word.ptr[i]);
	if (word.len)
		add_hash(list, hash);
}

static struct word_list list_words(redline_bytes text, enum counted what)
{
	struct word_list list = {0};
	bool line_begins = true;
	for (size_t i = 0; i < text.len;) {
		size_t const begin = i;
		if (is_blank(text.ptr[i])) {
			line_begins |= text.ptr[i++] == '\n';
			continue;
		}
		while (i < text.len && !is_blank(text.ptr[i]))
			i++;
		redline_bytes const word = {text.ptr + begin, i - begin};
		if (what == ALL || !line_begins || !is_number(word))
			add_word(&list, word, what);
		line_begins = false;
	}
	return list;
}

/* ---- parts ---- */

static int run_write(char **argv)
{
	long const which = strtol(argv[2], NULL, 10);
	size_t const bytes = (size_t)strtoull(argv[3], NULL, 10);
	if (which < 0 || which >= CASES)
		return FAILED;
	return write_pair((enum pair_case)which, bytes) ? 0 : FAILED;
}

static int with_both(char **argv, int (*run)(redline_bytes old, redline_bytes now))
{
	struct text old = {0}, now = {0};
	int status = FAILED;
	if (text_read(&old, argv[2]) && text_read(&now, argv[3]))
		status = run(text_view(&old), text_view(&now));
	text_release(&old);
	text_release(&now);
	return status;
}

static int run_floor(redline_bytes old, redline_bytes now)
{
	uint64_t digest = 0;
	uint64_t const old_count = hash_words(old, &digest);
	uint64_t const new_count = hash_words(now, &digest);
	printf("%" PRIu64 " %" PRIu64 " %016" PRIx64 "\n", old_count, new_count, digest);
	return 0;
}

static int run_minimum(redline_bytes old, redline_bytes now)
{
	for (enum counted what = ALL; what < COUNTED; what++) {
		struct word_list a = list_words(old, what), b = list_words(now, what);
		printf("%" PRIu64 "\n", minimum_changes(&a, &b));
		free(a.hash);
		free(b.hash);
	}
	return 0;
}

static int run_count(char **argv)
{
	struct text output = {0};
	long const form = strtol(argv[2], NULL, 10);
	uint64_t count = 0;
	bool const known = form >= 0 && form < FORMS && text_read(&output, argv[3]) &&
	                   form_count((enum form)form, text_view(&output), &count);
	text_release(&output);
	if (known)
		printf("%" PRIu64 "\n", count);
	return known ? 0 : FAILED;
}

static bool print(void *context, const char *ptr, size_t len)
{
	(void)context;
	return fwrite(ptr, 1, len, stdout) == len;
}

/* A file that nobody changes meanwhile, mapped; what is timed is what is made of it. */
static redline_bytes map_file(const char *path)
{
	int const fd = open(path, O_RDONLY);
	struct stat st;
	void *at = MAP_FAILED;
	if (fd >= 0 && fstat(fd, &st) == 0 && st.st_size > 0)
		at = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, fd, 0);
	if (fd >= 0)
		close(fd);
	return at == MAP_FAILED ? (redline_bytes){0} : (redline_bytes){at, (size_t)st.st_size};
}

/* Nothing but what every command does with a statement first. */
static int run_read(char **argv)
{
	redline_bytes const text = map_file(argv[2]);
	redline_reader *reader = NULL;
	redline_statement *statement = NULL;
	uint32_t count = 0;
	bool const read = text.len && redline_reader_new(&reader, "auto") == REDLINE_OK &&
	                  redline_statement_new(&statement, reader, text, 0, NULL) == REDLINE_OK;
	if (read) {
		redline_statement_amendments(statement, &count);
		printf("%" PRIu32 "\n", count);
	}
	redline_statement_free(statement);
	redline_reader_free(reader);
	if (text.len)
		munmap((void *)(uintptr_t)text.ptr, text.len);
	return count ? 0 : FAILED;
}

static int run_negotiation(char **argv)
{
	struct negotiation n;
	unsigned long const paragraphs = strtoul(argv[2], NULL, 10);
	unsigned long const revisions = strtoul(argv[3], NULL, 10);
	if (paragraphs < 4 || paragraphs > 100000 || revisions < 1 || revisions > 1000000)
		return FAILED;
	negotiation_begin(&n, SEED, (uint32_t)paragraphs);
	bool const ok = negotiation_export(&n, (uint32_t)revisions, print, NULL);
	negotiation_end(&n);
	return ok && fflush(stdout) == 0 ? 0 : FAILED;
}

int part_run(int argc, char **argv)
{
	int status = FAILED;
	if (argc == 3 && strcmp(argv[1], "read") == 0)
		status = run_read(argv);
	else if (argc != 4)
		fprintf(stderr, "bench takes no arguments\n");
	else if (strcmp(argv[1], "write") == 0)
		status = run_write(argv);
	else if (strcmp(argv[1], "floor") == 0)
		status = with_both(argv, run_floor);
	else if (strcmp(argv[1], "minimum") == 0)
		status = with_both(argv, run_minimum);
	else if (strcmp(argv[1], "count") == 0)
		status = run_count(argv);
	else if (strcmp(argv[1], "negotiation") == 0)
		status = run_negotiation(argv);
	return status;
}
