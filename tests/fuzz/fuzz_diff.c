/*
 * fuzz_diff.c -- any two texts compared: the laws of comparisons hold
 * (support/pair_laws.h), whatever the options.
 *
 * Input: a byte of options, the old text, a byte FF (which no text holds), and the
 * new one.  Half of all mutations are libFuzzer's own; the others do to a text what
 * people do to drafts (support/pairs.h), since two texts that change at random
 * soon have nothing in common, and there is little to find in those.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/pair_laws.h"
#include "support/pairs.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned seed);

static void insist(const char *broken)
{
	if (!broken)
		return;
	fprintf(stderr, "law broken: %s\n", broken);
	abort();
}

struct input {
	uint8_t bits;
	redline_bytes old, now;
};

static struct input read_input(const uint8_t *data, size_t size)
{
	struct input in = {0};
	if (!size)
		return in;
	const char *text = (const char *)data + 1;
	const char *mark = memchr(text, 0xFF, size - 1);
	in.bits = data[0] & 63;
	in.old = (redline_bytes){text, mark ? (size_t)(mark - text) : size - 1};
	if (mark)
		in.now = (redline_bytes){mark + 1, size - 2 - in.old.len};
	return in;
}

static bool is_text(redline_bytes text)
{
	return redline_text_check(text, NULL) == REDLINE_OK;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct input const in = read_input(data, size);
	redline_compare_options const options = options_of(in.bits);
	if (is_text(in.old) && is_text(in.now))
		insist(law_of_pair(in.old, in.now, &options, redline_compare));
	return 0;
}

/* Writes an input if it fits, and says how long it is; else 0. */
static size_t write_input(uint8_t *data, size_t max_size, uint8_t bits, const struct text *old,
                          const struct text *now)
{
	size_t const size = 2 + old->len + now->len;
	if (size > max_size)
		return 0;
	data[0] = bits;
	memcpy(data + 1, old->ptr, old->len);
	data[1 + old->len] = 0xFF;
	memcpy(data + 2 + old->len, now->ptr, now->len);
	return size;
}

/* Of one of the two texts, a new one: in place of the other, or in its own. */
static size_t edit_input(uint8_t *data, size_t size, size_t max_size, struct pairs *chance)
{
	struct input const in = read_input(data, size);
	uint32_t const what = pairs_chance(chance, 4);
	struct text kept = {0}, edited = {0};
	redline_bytes const from = what & 1 ? in.old : in.now;
	redline_bytes const stays = what & 2 ? in.old : in.now;
	if (!is_text(from) || !is_text(stays))
		return 0;
	text_put(&kept, "");
	text_add(&kept, stays.ptr, stays.len);
	pairs_edit(chance, &edited, from);
	size_t const made = what & 2 ? write_input(data, max_size, in.bits, &kept, &edited)
	                             : write_input(data, max_size, in.bits, &edited, &kept);
	text_release(&kept);
	text_release(&edited);
	return made;
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned seed)
{
	struct pairs chance = {.state = (uint64_t)seed * 2654435761u + 1};
	size_t const made = pairs_chance(&chance, 2) && size > 2
	                            ? edit_input(data, size, max_size, &chance)
	                            : 0;
	return made ? made : LLVMFuzzerMutate(data, size, max_size);
}
