/*
 * test_party.c -- names of parties: every form of every table is found for what
 * it is, no two parties share one, and what only looks like a name is none.
 */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

#include "base/bytes.h"
#include "engine/party.h"
#include "support/text.h"

static struct parties *parties;

static void begin(void)
{
	cr_assert_not_null(parties = parties_new());
}

static void end(void)
{
	parties_free(parties);
}

/* ---- every form of every table ---- */

/* A form that is being shown, and whose it is. */
struct shown {
	const char *name; /* LANG_NOBODY: nobody's */
	const char *code; /* of the table that has it */
	bool first;       /* only where no word stands before it */
	redline_bytes form;
};

typedef void visitor(const struct shown *, void *context);

static void each_form_of(const char *name, const char *code, const char *forms, visitor *visit,
                         void *context)
{
	while (*forms) {
		size_t const len = strcspn(forms, "|");
		bool const first = *forms == '^';
		bool const marked = first || *forms == '~';
		struct shown const it = {name, code, first, {forms + marked, len - marked}};
		visit(&it, context);
		forms += len + (forms[len] == '|');
	}
}

static void each_form(visitor *visit, void *context)
{
	for (size_t i = 0; i < lang_party_count; i++)
		each_form_of(lang_parties[i].name, "en", lang_parties[i].forms, visit, context);
	for (const struct lang_party_table *t = lang_party_tables; t->code; t++)
		for (const struct lang_party_forms *row = t->rows; row->name; row++)
			each_form_of(row->name, t->code, row->forms, visit, context);
}

/* With a capital, as names are written. */
static void put_name(struct text *out, redline_bytes form)
{
	unsigned size;
	uint8_t large[6];
	uint32_t const cp = utf8_at(form, 0, &size);
	int const len = u8_uctomb(large, uc_toupper(cp), sizeof large);
	text_add(out, (const char *)large, (size_t)len);
	text_add(out, form.ptr + size, form.len - size);
}

static const char *found_at(const char *code, redline_bytes text, uint32_t at, uint32_t *len)
{
	struct lang const lang = {.code = code};
	int const party =
		parties_at(parties, &lang, text, (redline_range){at, (uint32_t)text.len}, len);
	return party < 0 ? LANG_NOBODY : lang_parties[party].name;
}

#define BEHIND_A_WORD 1
static const char *const before[] = {"", "On behalf of ", "(", "« "};
static const char *const after[] = {"",  " proposes", ", ",  ":",  ".", ")",
                                    ";", "\n",        "、", "،", "’s", " »"};

static void expect_found(const struct shown *it, void *context)
{
	size_t *count = context;
	struct text name = {0};
	put_name(&name, it->form);
	for (size_t b = 0; b < sizeof before / sizeof *before; b++) {
		for (size_t a = 0; a < sizeof after / sizeof *after; a++) {
			struct text t = {0};
			uint32_t len;
			text_format(&t, "%s%s%s", before[b], name.ptr, after[a]);
			const char *got = found_at(it->code, text_view(&t), (uint32_t)strlen(before[b]), &len);
			const char *want = it->first && b == BEHIND_A_WORD ? LANG_NOBODY : it->name;
			if (strcmp(got, want) != 0 || len != (*want ? name.len : 0))
				cr_expect(false, "\"%s\" (%s): %s, not %s", t.ptr, it->code, got, want);
			text_release(&t);
		}
	}
	text_release(&name);
	++*count;
}

Test(party, every_form_is_found_wherever_it_stands, .init = begin, .fini = end)
{
	size_t count = 0;
	each_form(expect_found, &count);
	cr_expect_gt(count, lang_party_count * 7);
}

Test(party, every_party_is_found_by_the_name_that_is_printed, .init = begin, .fini = end)
{
	for (size_t i = 0; i < lang_party_count; i++) {
		redline_bytes const name = bytes_of(lang_parties[i].name);
		uint32_t len;
		const char *got = found_at("en", name, 0, &len);
		cr_expect_str_eq(got, name.ptr);
		cr_expect_eq(len, name.len, "%s", name.ptr);
	}
}

static void expect_small_is_none(const struct shown *it, void *context)
{
	size_t *count = context;
	unsigned size;
	uint32_t const first = utf8_at(it->form, 0, &size);
	uint32_t len;
	if (uc_toupper(first) == first)
		return;
	const char *got = found_at(it->code, it->form, 0, &len);
	if (*got || len)
		cr_expect(false, "\"%.*s\": %s", (int)it->form.len, it->form.ptr, got);
	++*count;
}

Test(party, no_name_begins_with_a_small_letter, .init = begin, .fini = end)
{
	size_t count = 0;
	each_form(expect_small_is_none, &count);
	cr_expect_gt(count, lang_party_count * 5);
}

/* ---- whose a form is ---- */

struct key {
	char *folded;
	const char *name;
};

struct keys {
	struct key *at;
	size_t count, cap;
};

/* Case, accents, hyphens and apostrophes don't tell names apart. */
static char *fold(redline_bytes form)
{
	struct text out = {0};
	size_t len;
	uint8_t *all = u8_casefold((const uint8_t *)form.ptr, form.len, NULL, UNINORM_NFKD, NULL,
	                           &len);
	cr_assert_not_null(all);
	redline_bytes const t = {(const char *)all, len};
	unsigned size;
	for (size_t i = 0; i < len; i += size) {
		uint32_t const cp = utf8_at(t, i, &size);
		if (cp == '-' || is_space_char(cp)) {
			if (out.len && out.ptr[out.len - 1] != ' ')
				text_put(&out, " ");
		} else if (uc_combining_class(cp) == UC_CCC_NR) {
			text_add(&out, t.ptr + i, size);
		}
	}
	free(all);
	return out.ptr;
}

static void add_key(const struct shown *it, void *context)
{
	struct keys *keys = context;
	if (keys->count == keys->cap) {
		keys->cap = keys->cap ? keys->cap * 2 : 1024;
		keys->at = realloc(keys->at, keys->cap * sizeof *keys->at);
		cr_assert_not_null(keys->at);
	}
	keys->at[keys->count++] = (struct key){fold(it->form), it->name};
}

static int by_key(const void *a, const void *b)
{
	const struct key *x = a, *y = b;
	return strcmp(x->folded, y->folded);
}

Test(party, no_two_parties_share_a_form)
{
	struct keys keys = {0};
	each_form(add_key, &keys);
	qsort(keys.at, keys.count, sizeof *keys.at, by_key);
	for (size_t i = 1; i < keys.count; i++) {
		const struct key *k = &keys.at[i];
		if (strcmp(k[0].folded, k[-1].folded) == 0)
			cr_expect_str_eq(k[0].name, k[-1].name, "both are \"%s\"", k->folded);
	}
	for (size_t i = 0; i < keys.count; i++)
		free(keys.at[i].folded);
	free(keys.at);
}

/* The first table and the last row say as much as the others: all have the same order. */
Test(party, tables_are_in_one_order)
{
	for (const struct lang_party_table *t = lang_party_tables; t->code; t++) {
		size_t party = 0;
		for (const struct lang_party_forms *row = t->rows; row->name; row++) {
			if (!*row->name)
				continue;
			while (party < lang_party_count && strcmp(lang_parties[party].name, row->name) != 0)
				party++;
			cr_expect_lt(party++, lang_party_count, "%s: %s", t->code, row->name);
		}
	}
}

/* Who is a member of the United Nations or observes has a name in each language. */
Test(party, states_have_a_name_in_every_script, .init = begin, .fini = end)
{
	static const char *const codes[] = {"ru", "zh", "ar"};
	size_t states = 0;
	while (strcmp(lang_parties[states].name, "European Union") != 0)
		states++;
	cr_assert_gt(states, 195u);
	for (const struct lang_party_table *t = lang_party_tables; t->code; t++) {
		size_t rows = 0;
		for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
			rows += strcmp(codes[i], t->code) == 0 ? states : 0;
		for (size_t i = 0; i < rows; i++)
			cr_expect_str_eq(t->rows[i].name, lang_parties[i].name, "%s", t->code);
	}
}

/* ---- what is a name and what isn't ---- */

struct example {
	const char *code, *text;
	const char *name; /* LANG_NOBODY: none */
	uint32_t len;
};

static void expect_each(const struct example *e, size_t count)
{
	for (; count; e++, count--) {
		uint32_t len;
		const char *got = found_at(e->code, bytes_of(e->text), 0, &len);
		cr_expect_str_eq(got, e->name, "\"%s\": %s", e->text, got);
		cr_expect_eq(len, e->len, "\"%s\": %u bytes", e->text, len);
	}
}

#define EXPECT_EACH(examples) expect_each(examples, sizeof(examples) / sizeof *(examples))

Test(party, words_that_begin_like_names_are_none, .init = begin, .fini = end)
{
	static const struct example near[] = {
		{"en", "Indianapolis", LANG_NOBODY, 0},
		{"en", "Indian", LANG_NOBODY, 0},
		{"en", "Nigerien", LANG_NOBODY, 0},
		{"en", "Japanese", LANG_NOBODY, 0},
		{"en", "Jap", LANG_NOBODY, 0},
		{"en", "Malicious", LANG_NOBODY, 0},
		{"en", "Omanis", LANG_NOBODY, 0},
		{"en", "Chairs", LANG_NOBODY, 0},
		{"en", "Presidential", LANG_NOBODY, 0},
		{"en", "EUR 5", LANG_NOBODY, 0},
		{"en", "G770", LANG_NOBODY, 0},
		{"en", "Group of 775", LANG_NOBODY, 0},
		{"en", "nigerian", LANG_NOBODY, 0},
		{"en", "chad", LANG_NOBODY, 0},
		{"en", "Nowhereland", LANG_NOBODY, 0},
		{"en", "US dollars", LANG_NOBODY, 0},
		{"en", "Niger Delta", LANG_NOBODY, 0},
		{"ru", "Индийский", LANG_NOBODY, 0},
		{"ru", "Канадец", LANG_NOBODY, 0},
		{"ru", "чад", LANG_NOBODY, 0},
		{"ru", "Чадить", LANG_NOBODY, 0},
		{"de", "Chinesisch", LANG_NOBODY, 0},
		{"fr", "Indemnité", LANG_NOBODY, 0},
		{"es", "Chileno", LANG_NOBODY, 0},
		{"ar", "الهندسة", LANG_NOBODY, 0},
		{"ar", "الصينية", LANG_NOBODY, 0},
		{"ar", "ومالي", LANG_NOBODY, 0},
		{"ar", "المقرر أن", LANG_NOBODY, 0},
	};
	EXPECT_EACH(near);
}

Test(party, a_name_goes_on_as_far_as_it_can, .init = begin, .fini = end)
{
	static const struct example longest[] = {
		{"en", "Democratic Republic of the Congo", "Democratic Republic of the Congo", 32},
		{"en", "Congo", "Congo", 5},
		{"en", "Guinea-Bissau", "Guinea-Bissau", 13},
		{"en", "Guinea and Bissau", "Guinea", 6},
		{"en", "Dominican Republic", "Dominican Republic", 18},
		{"en", "Group of 77 and China", "Group of 77 and China", 21},
		{"en", "Antigua and Barbuda, ", "Antigua and Barbuda", 19},
		{"en", "United States Virgin Islands", "United States Virgin Islands", 28},
		{"en", "Niger, Nigeria", "Niger", 5},
		{"zh", "印度尼西亚提议", "Indonesia", 15},
		{"zh", "印度提议", "India", 6},
		{"zh", "几内亚比绍", "Guinea-Bissau", 15},
		{"zh", "几内亚", "Guinea", 9},
		{"zh", "尼日利亚", "Nigeria", 12},
		{"zh", "中国台北", "Taiwan", 12},
		{"zh", "中国代表", "China", 6},
		{"zh", "主席团", "Bureau", 9},
		{"ru", "Гвинея-Бисау", "Guinea-Bissau", 23},
		{"ar", "جنوب السودان", "South Sudan", 23},
		{"ar", "غينيا الاستوائية", "Equatorial Guinea", 31},
	};
	EXPECT_EACH(longest);
}

Test(party, what_chinese_only_seems_to_name_is_none, .init = begin, .fini = end)
{
	static const struct example seeming[] = {
		{"zh", "中国家", LANG_NOBODY, 0},   /* 发展中国家 */
		{"zh", "中国际组织", LANG_NOBODY, 0}, /* 其中国际组织 */
		{"zh", "印度洋", LANG_NOBODY, 0},
		{"zh", "海地区", LANG_NOBODY, 0},   /* 地中海地区 */
		{"zh", "日本公约", LANG_NOBODY, 0}, /* 生效之日本公约 */
		{"zh", "中国和日本", "China", 6},
	};
	EXPECT_EACH(seeming);
}

Test(party, capitals_count, .init = begin, .fini = end)
{
	static const struct example capitals[] = {
		{"en", "JAPAN", "Japan", 5},
		{"en", "US and", "United States", 2},
		{"en", "Us", LANG_NOBODY, 0},
		{"en", "us", LANG_NOBODY, 0},
		{"en", "WHO", "World Health Organization", 3},
		{"en", "Who", LANG_NOBODY, 0},
		{"ru", "США", "United States", 6},
		{"ru", "Сша", LANG_NOBODY, 0},
		{"ru", "ЕС", "European Union", 4},
		{"ru", "Ес", LANG_NOBODY, 0},
		{"ru", "ЯПОНИЯ", "Japan", 12},
		{"ru", "япония", LANG_NOBODY, 0},
		{"fr", "ÉTATS-UNIS", "United States", 11},
		{"de", "ÖSTERREICH", "Austria", 11},
	};
	EXPECT_EACH(capitals);
}

Test(party, cases_of_names_are_names, .init = begin, .fini = end)
{
	static const struct example cases[] = {
		{"ru", "Японии", "Japan", 12},
		{"ru", "Японией", "Japan", 14},
		{"ru", "Российской Федерацией", "Russian Federation", 41},
		{"ru", "Соединенных Штатов Америки", "United States", 50},
		{"ru", "Группы африканских государств", "African Group", 56},
		{"ru", "Китаем", "China", 12},
		{"de", "Japans", "Japan", 6},
		{"de", "Vereinigten Königreichs", "United Kingdom", 24},
		{"ar", "واليابان", "Japan", 16},
		{"ar", "لليابان", "Japan", 14},
		{"ar", "وفرنسا", "France", 12},
	};
	EXPECT_EACH(cases);
}

Test(party, marks_are_written_in_many_ways, .init = begin, .fini = end)
{
	static const struct example ways[] = {
		{"en", "Côte d'Ivoire", "Côte d'Ivoire", 14},
		{"en", "Côte d’Ivoire", "Côte d'Ivoire", 16},
		{"en", "Cote d'Ivoire", "Côte d'Ivoire", 13},
		{"en", "Co\u0302te d’Ivoire", "Côte d'Ivoire", 17},
		{"en", "Guinea\u2011Bissau", "Guinea-Bissau", 15},
		{"en", "Guinea Bissau", "Guinea-Bissau", 13},
		{"en", "Viet\u00A0Nam", "Viet Nam", 9},
		{"en", "New\n   Zealand", "New Zealand", 14},
		{"en", "Turkiye", "Türkiye", 7},
		{"en", "Lao People’s Democratic Republic", "Lao People's Democratic Republic", 34},
		{"fr", "Etats-Unis d’Amérique", "United States", 24},
		{"fr", "E\u0301gypte", "Egypt", 8},
		{"es", "Peru", "Peru", 4},
		{"ru", "Кот-д’Ивуар", "Côte d'Ivoire", 22},
		{"ru", "Объединённые Арабские Эмираты", "United Arab Emirates", 56},
		{"ar", "الاردن", "Jordan", 12},
		{"ar", "الأُردُن", "Jordan", 16},
		{"ar", "اليابـــان", "Japan", 20},
		{"ar", "غينيا-بيساو", "Guinea-Bissau", 21},
		{"zh", "玻利维亚（多民族国）", "Bolivia", 30},
		{"zh", "玻利维亚(多民族国)", "Bolivia", 26},
	};
	EXPECT_EACH(ways);
}

/* A word of one language is no name in another, where it is one in the first. */
Test(party, some_names_are_names_in_one_language_only, .init = begin, .fini = end)
{
	static const struct example own[] = {
		{"de", "Island schlägt vor", "Iceland", 6},
		{"en", "Island States", LANG_NOBODY, 0},
		{"en", "Islands", LANG_NOBODY, 0},
		{"en", "Small Island Developing States", "Small Island Developing States", 30},
		{"ru", "Того предлагает", "Togo", 8},
		{"ru", "Того же мнения", LANG_NOBODY, 0},
		{"fr", "Japan", "Japan", 5},
	};
	EXPECT_EACH(own);
}

/* A name that goes on behind what may be read isn't found, nor is one cut off there. */
Test(party, nothing_is_read_behind_the_end, .init = begin, .fini = end)
{
	struct lang const en = {.code = "en"};
	redline_bytes const text = bytes_of("New Zealand");
	uint32_t len;
	for (uint32_t stop = 0; stop < text.len; stop++) {
		cr_expect_lt(parties_at(parties, &en, text, (redline_range){0, stop}, &len), 0);
		cr_expect_eq(len, 0u);
	}
}
