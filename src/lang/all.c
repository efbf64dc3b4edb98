/* all.c -- the languages that there are tables for, and what they have in common. */
#include "lang.h"

const struct lang *const lang_all[] = {&lang_en, &lang_fr, &lang_es, &lang_de, &lang_ru,
                                       &lang_zh, &lang_ar, NULL};
const char *const lang_codes[] = {"en", "fr", "es", "de", "ru", "zh", "ar", NULL};

const struct lang_suffix lang_suffixes[] = {
	{"quinquies", "quinquies"}, {"quarter", "quarter"}, {"quater", "quater"},
	{"septies", "septies"},     {"sexies", "sexies"},   {"octies", "octies"},
	{"quat", "quat"},           {"bis", "bis"},         {"ter", "ter"},
	{"alt", "alt"},             {"бис", "bis"},         {"тер", "ter"},
	{"кватер", "quater"},       {"альт", "alt"},        {"مكرراً ثانياً", "ter"},
	{"مكررا ثانيا", "ter"},     {"مكررا ثالثا", "quater"}, {"مكرراً", "bis"},
	{"مكرر ثانيا", "ter"},      {"مكررا", "bis"},       {"مكرر", "bis"},
	{"之二", "bis"},            {"之三", "ter"},        {"之四", "quater"},
	{NULL, NULL},
};
