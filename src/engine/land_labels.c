/*
 * land_labels.c -- labels in their canonical form, "59bis", and those that new wording begins
 * with (landing.h).
 *
 * Labels are compared and chosen in this form (land_next_label.c); only the last step makes
 * "59 bis" of it, or "第五十九条之二" (land_printed.c).
 */
#include "landing.h"

#include "base/bytes.h"
#include "fold.h"
#include "model/label.h"

#define LABELS_MAX 6 /* "(a)(1)(A)(i)(I)(aa)" */
#define LETTERS_MAX 2u

/* "59", "b", "40b": what a bis may stand behind. */
static bool may_be_base(redline_bytes label)
{
	return label.len <= 2 || !is_alpha(label.ptr[label.len - 1]) ||
	       is_digit(label.ptr[label.len - 2]);
}

/* "59bis" -> "59" and 0; "59" -> "59" and -1; "59 alt" -> -2. */
int landing_split_suffix(redline_bytes label, redline_bytes *base)
{
	*base = label;
	for (unsigned i = 0; i < LABEL_BIS_COUNT; i++) {
		const char *suffix = label_bis[i].label;
		size_t const len = strlen(suffix);
		if (label.len > len && memcmp(label.ptr + label.len - len, suffix, len) == 0 &&
		    may_be_base((redline_bytes){label.ptr, label.len - len})) {
			base->len = label.len - len;
			return (int)i;
		}
	}
	if (label.len > 3 && memcmp(label.ptr + label.len - 3, "alt", 3) == 0) {
		base->len = label.len - 3;
		return -2;
	}
	return -1;
}

/* The label with the suffix of that number: "59ter" of "59" and 1. */
redline_bytes landing_suffixed(struct landing *n, redline_bytes base, unsigned suffix)
{
	return landing_join3(n, base, bytes_of(label_bis[suffix].label), LANDING_NOTHING);
}

redline_bytes landing_canonical_label(struct landing *n, redline_bytes core)
{
	char buf[CANONICAL_MAX];
	size_t const len = places_canonical(core, buf, sizeof buf);
	return arena_copy(n->l->arena, (redline_bytes){buf, len});
}

bool landing_has_label(const struct landing *n, uint32_t block, redline_bytes label)
{
	redline_range const core = n->l->blocks[block].core;
	return range_len(core) && places_same_label(bytes_in(n->l->text, core), label);
}

redline_draft *landing_read(struct landing *n, redline_bytes words)
{
	redline_draft *mini = NULL;
	if (redline_draft_new(&mini, words, NULL) == REDLINE_NO_MEMORY)
		n->l->arena->failed = true;
	return mini;
}

/* "(ba) rockets;": two letters number a provision that came between (b) and (c); in a draft
 * they would be a label only where a list goes on. */
static bool takes_inserted_label(redline_bytes words, redline_bytes *core, redline_bytes *rest)
{
	struct label l;
	const char *feed = words.len ? memchr(words.ptr, '\n', words.len) : NULL;
	uint32_t const end = (uint32_t)(feed ? (size_t)(feed - words.ptr) : words.len);
	if (!end || words.ptr[0] != '(' || !label_scan(&l, words, 0, end, false) ||
	    l.dress != REDLINE_PARENS || l.strength != LABEL_WEAK)
		return false;
	*core = bytes_in(words, l.core);
	*rest = (redline_bytes){words.ptr + l.body, words.len - l.body};
	return true;
}

static size_t large_letters_at_end(redline_bytes number)
{
	size_t letters = 0;
	while (letters < number.len && is_upper(number.ptr[number.len - 1 - letters]))
		letters++;
	return letters;
}

bool landing_is_lettered(redline_bytes number, redline_bytes other)
{
	size_t const letters = large_letters_at_end(number);
	size_t const digits = number.len - letters;
	return digits && letters && letters <= LETTERS_MAX && is_digit(number.ptr[digits - 1]) &&
	       digits == other.len - large_letters_at_end(other) &&
	       memcmp(number.ptr, other.ptr, digits) == 0;
}

bool landing_lettered_label(redline_bytes words, redline_bytes other, redline_bytes *core,
                            redline_bytes *rest)
{
	size_t end = 0;
	while (end < words.len && !is_space(words.ptr[end]))
		end++;
	*core = (redline_bytes){words.ptr, end};
	*rest = landing_trimmed((redline_bytes){words.ptr + end, words.len - end});
	return rest->len && !is_lower(rest->ptr[0]) && landing_is_lettered(*core, other);
}

bool landing_own_label(struct landing *n, redline_bytes words, redline_bytes *core,
                       redline_bytes *rest)
{
	redline_draft *mini = landing_read(n, words);
	if (!mini)
		return false;
	bool found = false;
	if (redline_draft_count(mini)) {
		const redline_block *b = redline_draft_blocks(mini);
		if (b->kind == REDLINE_PROVISION && range_len(b->core) &&
		    b->body.begin > b->label.begin) {
			*core = arena_copy(n->l->arena, bytes_in(words, b->core));
			*rest = (redline_bytes){words.ptr + b->body.begin,
			                        words.len - b->body.begin};
			found = true;
		}
	}
	redline_draft_free(mini);
	return found || takes_inserted_label(words, core, rest);
}

/* The bytes of a dash and the blank behind it that the words begin with; 0 if they don't. */
static size_t leading_dash(redline_bytes words)
{
	static const char *const dashes[] = {"- ", "\xE2\x80\x93 ", "\xE2\x80\x94 "};
	for (unsigned i = 0; i < sizeof dashes / sizeof *dashes; i++)
		if (bytes_start(words, bytes_of(dashes[i])))
			return strlen(dashes[i]);
	return 0;
}

redline_bytes landing_without_dash(const struct landing *n, uint32_t model, redline_bytes rest)
{
	size_t const dash = leading_dash(rest);
	if (!dash || leading_dash(bytes_in(n->l->text, n->l->blocks[model].body)))
		return rest;
	return landing_trimmed((redline_bytes){rest.ptr + dash, rest.len - dash});
}

/* Does a block carry the last of these labels, what encloses it the one before, and so on? */
static bool stands_under(const struct landing *n, uint32_t block, const redline_bytes *cores,
                         unsigned count)
{
	while (count > 0 && block != REDLINE_NONE &&
	       landing_has_label(n, block, cores[count - 1])) {
		block = n->l->blocks[block].parent;
		count--;
	}
	return count == 0;
}

bool landing_without_labels(struct landing *n, uint32_t block, redline_bytes words,
                            redline_bytes *rest)
{
	redline_bytes cores[LABELS_MAX], rests[LABELS_MAX];
	unsigned count = 0;
	*rest = words;
	while (count < LABELS_MAX && landing_own_label(n, words, &cores[count], &rests[count]))
		words = rests[count++];
	for (unsigned k = count; k > 0; k--) {
		if (stands_under(n, block, cores, k)) {
			*rest = rests[k - 1];
			return true;
		}
	}
	return count == 0;
}
