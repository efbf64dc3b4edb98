/*
 * party.c -- see party.h.
 *
 * A hash table of the first few characters of every name, small letters all
 * of them; names that begin alike are tried one after the other.
 */
#include "party.h"

#include <assert.h>
#include <stdlib.h>

#include <unicase.h>

#include "base/bytes.h"
#include "base/vec.h"

#define LEAD 4u /* characters that are hashed; of shorter names, all */

struct form {
	redline_bytes words;
	uint32_t party;
	uint32_t next; /* one that begins alike, + 1 */
};

struct parties {
	VEC(struct form) forms;
	uint32_t *heads; /* form + 1 */
	uint32_t mask;
};

/* The character at `at`, as one of a name: small, its blank and apostrophe plain. */
static uint32_t plain_char(redline_bytes text, size_t at, unsigned *size)
{
	unsigned char const c = (unsigned char)text.ptr[at];
	*size = 1;
	if (c < 0x80)
		return (unsigned char)to_lower((char)c);
	uint32_t const cp = utf8_at(text, at, size);
	if (cp == 0x2019)
		return '\'';
	return is_space_char(cp) ? ' ' : uc_tolower(cp);
}

static uint32_t mix(uint32_t hash, uint32_t cp)
{
	return (hash ^ cp) * 16777619u;
}

static uint32_t hash_lead(redline_bytes words)
{
	uint32_t hash = 2166136261u;
	size_t at = 0;
	for (unsigned n = 0; n < LEAD && at < words.len; n++) {
		unsigned size;
		hash = mix(hash, plain_char(words, at, &size));
		at += size;
	}
	return hash ^ hash >> 15;
}

static bool list_forms_of(struct parties *p, const char *form, size_t party)
{
	while (*form) {
		size_t const len = strcspn(form, "|");
		struct form *slot = VEC_PUSH(&p->forms);
		if (!slot)
			return false;
		*slot = (struct form){{form, len}, (uint32_t)party, 0};
		form += len + (form[len] == '|');
	}
	return true;
}

/* Those of another table, which has them in about the same order, so that each is found soon. */
static bool list_more(struct parties *p, const struct lang_party_forms *more)
{
	size_t party = 0;
	for (; more->name; more++) {
		for (size_t n = 0; n < lang_party_count &&
		                   strcmp(lang_parties[party].name, more->name) != 0; n++)
			party = (party + 1) % lang_party_count;
		assert(strcmp(lang_parties[party].name, more->name) == 0); /* a table is no input */
		if (!list_forms_of(p, more->forms, party))
			return false;
	}
	return true;
}

static bool list_forms(struct parties *p)
{
	for (size_t i = 0; i < lang_party_count; i++)
		if (!list_forms_of(p, lang_parties[i].forms, i))
			return false;
	return list_more(p, lang_party_forms_fr_es) && list_more(p, lang_party_forms_zh_ar);
}

struct parties *parties_new(void)
{
	struct parties *p = calloc(1, sizeof *p);
	if (!p)
		return NULL;
	bool const listed = list_forms(p);
	uint32_t size = 64;
	while (size < p->forms.len * 2)
		size *= 2;
	p->mask = size - 1;
	p->heads = calloc(size, sizeof *p->heads);
	if (!listed || !p->heads) {
		parties_free(p);
		return NULL;
	}
	for (size_t i = 0; i < p->forms.len; i++) {
		uint32_t *head = &p->heads[hash_lead(p->forms.at[i].words) & p->mask];
		p->forms.at[i].next = *head;
		*head = (uint32_t)i + 1;
	}
	return p;
}

void parties_free(struct parties *p)
{
	if (!p)
		return;
	VEC_RELEASE(&p->forms);
	free(p->heads);
	free(p);
}

/* How many bytes of the text are this name; 0 if it is another. */
static uint32_t written_as(redline_bytes text, redline_range within, redline_bytes words)
{
	uint32_t at = within.begin;
	for (size_t i = 0; i < words.len;) {
		unsigned have, want;
		if (at >= within.end || plain_char(text, at, &have) != plain_char(words, i, &want))
			return 0;
		/* capitals in the table: only capitals will do */
		if (is_upper(words.ptr[i]) && !is_upper(text.ptr[at]))
			return 0;
		at += have;
		i += want;
	}
	return at - within.begin;
}

static bool ends_at(redline_bytes text, uint32_t at)
{
	unsigned size;
	if (at >= text.len)
		return true;
	uint32_t const cp = utf8_at(text, at, &size);
	if (!is_word_char(cp))
		return true;
	uint32_t const before = utf8_before(text, at, &size);
	return before >= 0x2E80 && before < 0xA000; /* Chinese, where words aren't parted */
}

static bool starts_small(redline_bytes text, uint32_t at)
{
	char const c = text.ptr[at];
	unsigned size;
	if ((unsigned char)c < 0x80)
		return !is_upper(c);
	uint32_t const cp = utf8_at(text, at, &size);
	return uc_toupper(cp) != cp;
}

int parties_at(const struct parties *p, redline_bytes text, redline_range within, uint32_t *len)
{
	if (starts_small(text, within.begin))
		return -1;
	int best = -1;
	uint32_t best_len = 0;
	uint32_t hash = 2166136261u;
	uint32_t at = within.begin;
	for (unsigned n = 0; n < LEAD && at < within.end; n++) {
		unsigned size;
		hash = mix(hash, plain_char(text, at, &size));
		at += size;
		uint32_t i = p->heads[(hash ^ hash >> 15) & p->mask];
		for (; i; i = p->forms.at[i - 1].next) {
			uint32_t const have = written_as(text, within, p->forms.at[i - 1].words);
			if (have > best_len && ends_at(text, within.begin + have)) {
				best = (int)p->forms.at[i - 1].party;
				best_len = have;
			}
		}
	}
	*len = best_len;
	return best;
}
