/*
 * party.c -- see party.h.
 *
 * A hash table of the first characters of every name, so that a text is
 * compared with the few names that begin as it does.  Texts and names are read
 * alike, a sign at a time (`read_sign`): small letters without accents, one
 * kind of apostrophe, one blank for any run of blanks and hyphens.  Most words
 * are no name, and three signs tell that: a bitmap has the beginnings of three, six, ...
 * signs that longer names have.
 */
#include "party.h"

#include <assert.h>
#include <stdlib.h>

#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

#include "base/bytes.h"
#include "base/vec.h"

#define LEAD       14u /* signs that are hashed; of shorter names, all */
#define GATE       3u  /* so many signs more tell whether to go on */
#define GATE_BITS  16u
#define NOBODY     UINT32_MAX
#define HASH_START 2166136261u

struct form {
	redline_bytes words;
	const char *only_in; /* code of the one language that has it; or NULL */
	bool first;          /* only where no word stands before it */
	uint32_t party;      /* or NOBODY: it only begins like a name */
	uint32_t hash;       /* of its first signs */
	uint32_t next;       /* one that begins alike, + 1 */
};

struct parties {
	VEC(struct form) forms;
	uint32_t *heads; /* form + 1 */
	uint32_t mask;
	uint64_t gate[(1u << GATE_BITS) / 64];
};

/* ---- signs ---- */

static bool is_hyphen(uint32_t cp)
{
	return cp == '-' || (cp >= 0x2010 && cp <= 0x2014);
}

static bool is_apostrophe(uint32_t cp)
{
	return cp == 0x2018 || cp == 0x2019 || cp == 0x02BC || cp == 0x2032 || cp == 0xB4;
}

/* Of scripts whose words aren't parted by blanks. */
static bool is_han(uint32_t cp)
{
	return cp >= 0x2E80 && cp < 0xA000;
}

/* Accents of Latin and Cyrillic, vowel signs of Arabic and the stroke that
 * stretches a word: no sign of their own. */
static bool is_mark(uint32_t cp)
{
	return (cp >= 0x300 && cp <= 0x36F) || (cp >= 0x64B && cp <= 0x65F) || cp == 0x670 ||
	       cp == 0x640;
}

/* Could a mark begin with this byte of UTF-8? */
static bool may_begin_mark(char c)
{
	unsigned char const byte = (unsigned char)c;
	return byte == 0xCC || byte == 0xCD || byte == 0xD9;
}

/* Most letters of names in Cyrillic, Arabic and Chinese, which are as they should be. */
static bool is_bare(uint32_t cp)
{
	return (cp >= 0x430 && cp < 0x450 && cp != 0x439) || (cp >= 0x627 && cp < 0x6D4) ||
	       is_han(cp);
}

/* The letter under its accents, small. */
static uint32_t bare_letter(uint32_t cp)
{
	ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
	bool const accented = (cp >= 0xC0 && cp < 0x250) || (cp >= 0x400 && cp < 0x460) ||
	                      (cp >= 0x622 && cp <= 0x626) || (cp >= 0x1E00 && cp < 0x1F00);
	while (accented && uc_canonical_decomposition(cp, parts) > 0)
		cp = parts[0];
	return cp < 0x590 || (cp >= 0x1E00 && cp < 0x2000) ? uc_tolower(cp) : cp;
}

static uint32_t plain_sign(uint32_t cp)
{
	if (cp < 0x80)
		return cp == '-' || is_space((char)cp) ? ' ' : (unsigned char)to_lower((char)cp);
	if (is_bare(cp))
		return cp;
	if (is_apostrophe(cp))
		return '\'';
	if (is_hyphen(cp) || is_space_char(cp))
		return ' ';
	if (cp == 0xFF08 || cp == 0xFF09)
		return cp - 0xFEE0;
	return bare_letter(cp);
}

static void skip_blanks(redline_bytes text, size_t at, unsigned *size)
{
	unsigned more;
	while (at + *size < text.len && plain_sign(utf8_at(text, at + *size, &more)) == ' ')
		*size += more;
}

static void skip_marks(redline_bytes text, size_t at, unsigned *size)
{
	unsigned more;
	while (at + *size < text.len && may_begin_mark(text.ptr[at + *size]) &&
	       is_mark(utf8_at(text, at + *size, &more)))
		*size += more;
}

static uint32_t read_long_sign(redline_bytes text, size_t at, unsigned *size)
{
	uint32_t const sign = plain_sign(utf8_at(text, at, size));
	if (sign == ' ')
		skip_blanks(text, at, size);
	else
		skip_marks(text, at, size);
	return sign;
}

/* The sign at `at`, with what of the text belongs to it. */
static inline uint32_t read_sign(redline_bytes text, size_t at, unsigned *size)
{
	unsigned char const c = (unsigned char)text.ptr[at];
	unsigned char const next = at + 1 < text.len ? (unsigned char)text.ptr[at + 1] : 'x';
	/* as most texts are: a letter alone, or a blank */
	if (c < 0x80 && next < 0x80 && (c > '-' || (c == ' ' && next > '-'))) {
		*size = 1;
		return (unsigned char)to_lower((char)c);
	}
	return read_long_sign(text, at, size);
}

static uint32_t mix(uint32_t hash, uint32_t sign)
{
	return (hash ^ sign) * 16777619u;
}

static uint32_t spread(uint32_t hash)
{
	return hash ^ hash >> 15;
}

/* ---- the table ---- */

static bool add_form(struct parties *p, redline_bytes words, const char *code, uint32_t party)
{
	struct form *slot = VEC_PUSH(&p->forms);
	if (!slot)
		return false;
	bool const own = words.ptr[0] == '~';
	bool const first = words.ptr[0] == '^';
	redline_bytes const name = {words.ptr + (own || first), words.len - (own || first)};
	*slot = (struct form){
		.words = name, .only_in = own ? code : NULL, .first = first, .party = party};
	return true;
}

static bool add_forms(struct parties *p, const char *form, const char *code, uint32_t party)
{
	while (*form) {
		size_t const len = strcspn(form, "|");
		if (!add_form(p, (redline_bytes){form, len}, code, party))
			return false;
		form += len + (form[len] == '|');
	}
	return true;
}

/* The rows have the order of lang_parties, so each party is found soon. */
static bool add_table(struct parties *p, const struct lang_party_table *table)
{
	uint32_t party = 0;
	for (const struct lang_party_forms *row = table->rows; row->name; row++) {
		bool const nobody = !*row->name;
		while (!nobody && party < lang_party_count &&
		       strcmp(lang_parties[party].name, row->name) != 0)
			party++;
		assert(party < lang_party_count); /* a table is no input */
		if (!add_forms(p, row->forms, table->code, nobody ? NOBODY : party))
			return false;
	}
	return true;
}

static bool add_all(struct parties *p)
{
	for (uint32_t i = 0; i < lang_party_count; i++) {
		if (!add_forms(p, lang_parties[i].forms, "en", i))
			return false;
	}
	for (const struct lang_party_table *table = lang_party_tables; table->code; table++) {
		if (!add_table(p, table))
			return false;
	}
	return true;
}

static uint32_t gate_bit(uint32_t hash)
{
	return spread(hash) & ((1u << GATE_BITS) - 1);
}

static void open_gate(struct parties *p, uint32_t hash)
{
	uint32_t const bit = gate_bit(hash);
	p->gate[bit / 64] |= (uint64_t)1 << bit % 64;
}

static bool gate_is_open(const struct parties *p, uint32_t hash)
{
	uint32_t const bit = gate_bit(hash);
	return p->gate[bit / 64] >> bit % 64 & 1;
}

static void file_form(struct parties *p, uint32_t index)
{
	struct form *form = &p->forms.at[index];
	uint32_t hash = HASH_START;
	size_t at = 0;
	for (unsigned n = 1; n <= LEAD && at < form->words.len; n++) {
		unsigned size;
		hash = mix(hash, read_sign(form->words, at, &size));
		at += size;
		if (n % GATE == 0 && at < form->words.len)
			open_gate(p, hash);
	}
	uint32_t *head = &p->heads[spread(hash) & p->mask];
	form->hash = hash;
	form->next = *head;
	*head = index + 1;
}

struct parties *parties_new(void)
{
	struct parties *p = calloc(1, sizeof *p);
	if (!p)
		return NULL;
	bool const listed = add_all(p);
	uint32_t size = 64;
	while (size < p->forms.len * 2)
		size *= 2;
	p->mask = size - 1;
	p->heads = calloc(size, sizeof *p->heads);
	if (!listed || !p->heads) {
		parties_free(p);
		return NULL;
	}
	for (uint32_t i = 0; i < p->forms.len; i++)
		file_form(p, i);
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

/* ---- a text ---- */

static bool is_large(redline_bytes text, size_t at)
{
	unsigned size;
	char const c = text.ptr[at];
	return (unsigned char)c < 0x80 ? is_upper(c) : uc_is_upper(utf8_at(text, at, &size));
}

/* How many bytes of the text are this name; 0 if it is another. */
static uint32_t written_as(redline_bytes text, redline_range within, redline_bytes words)
{
	uint32_t at = within.begin;
	for (size_t i = 0; i < words.len;) {
		unsigned have, want;
		if (at >= within.end || read_sign(text, at, &have) != read_sign(words, i, &want))
			return 0;
		/* capitals in the table: only capitals will do */
		if (is_large(words, i) && !is_large(text, at))
			return 0;
		at += have;
		i += want;
	}
	return at <= within.end ? at - within.begin : 0;
}

static bool ends_at(redline_bytes text, uint32_t at)
{
	unsigned size;
	if (at >= text.len)
		return true;
	uint32_t const cp = utf8_at(text, at, &size);
	return !is_word_char(cp) || is_han(cp) || is_han(utf8_before(text, at, &size));
}

static bool starts_small(redline_bytes text, uint32_t at)
{
	char const c = text.ptr[at];
	unsigned size;
	if ((unsigned char)c < 0x80)
		return is_alpha(c) && !is_upper(c);
	uint32_t const cp = utf8_at(text, at, &size);
	return uc_toupper(cp) != cp;
}

static bool stands_first(redline_bytes text, uint32_t at)
{
	unsigned size;
	while (at > 0 && is_blank(text.ptr[at - 1]))
		at--;
	return at == 0 || text.ptr[at - 1] == '\n' || !is_word_char(utf8_before(text, at, &size));
}

struct found {
	uint32_t party, len;
};

/* Tries those names that begin with what has this hash. */
static void try_forms(const struct parties *p, uint32_t hash, const struct lang *lang,
                      redline_bytes text, redline_range within, struct found *best)
{
	for (uint32_t i = p->heads[spread(hash) & p->mask]; i; i = p->forms.at[i - 1].next) {
		const struct form *form = &p->forms.at[i - 1];
		if (form->hash != hash ||
		    (form->only_in && strcmp(form->only_in, lang->code) != 0))
			continue;
		uint32_t const len = written_as(text, within, form->words);
		if (form->first && len && !stands_first(text, within.begin))
			continue;
		if (len > best->len && ends_at(text, within.begin + len))
			*best = (struct found){form->party, len};
	}
}

static struct found longest_at(const struct parties *p, const struct lang *lang,
                               redline_bytes text, redline_range within)
{
	struct found best = {NOBODY, 0};
	redline_bytes const looked_at = {text.ptr, within.end}; /* a run of blanks ends with it */
	uint32_t at = within.begin;
	uint32_t hash = HASH_START;
	for (unsigned n = 1; n <= LEAD && at < within.end; n++) {
		unsigned size;
		hash = mix(hash, read_sign(looked_at, at, &size));
		at += size;
		try_forms(p, hash, lang, text, within, &best);
		if (n % GATE == 0 && !gate_is_open(p, hash))
			break;
	}
	return best;
}

int parties_at(const struct parties *p, const struct lang *lang, redline_bytes text,
               redline_range within, uint32_t *len)
{
	*len = 0;
	if (within.begin >= within.end || starts_small(text, within.begin))
		return -1;
	struct found const best = longest_at(p, lang, text, within);
	if (best.party == NOBODY)
		return -1;
	*len = best.len;
	return (int)best.party;
}
