/*
 * common.c -- see common.h.  The tables are short and asked for little.
 */
#include "lang/common.h"

enum { LONGEST = 32 }; /* bytes of the longest word of all tables */

/* Asked for often: by their first letter, each between blanks. */
#define BY(letter) [(letter) - 'a']
static const char *const common_latin[26] = {
	BY('a') = " a al an and are as at au auf aux ",
	BY('b') = " be been by ",
	BY('c') = " con ",
	BY('d') = " d das de dem den der des die du ",
	BY('e') = " e ein eine el en es est et ",
	BY('f') = " for from für ",
	BY('i') = " ihr ihre il im in into is ist it its ",
	BY('l') = " l la las le les leur leurs los ",
	BY('m') = " mit ",
	BY('o') = " o of on or ou ",
	BY('p') = " para par por pour ",
	BY('q') = " que qui ",
	BY('s') = " s sa se sein ser ses sido sind son sont su sur sus ",
	BY('t') = " that the their to ",
	BY('u') = " u un una und une upon ",
	BY('v') = " von ",
	BY('w') = " was were which with ",
	BY('y') = " y ",
	BY('z') = " zu zum zur ",
};

static const char *const common_others[] = {
	"été", "être",
	"был", "быть", "в", "для", "его", "её", "и", "из", "их", "к", "на", "о", "об", "от",
	"по", "с", "со",
	"إلى", "على", "عن", "في", "من", "هو", "هي", "و",
	"与", "了", "以", "其", "及", "和", "在", "对", "是", "的",
};

/* By what they name. */
static const char *const paragraphs[] = {
	"absatz", "absatzes", "absätze", "absätzen", "alinéa", "alinéas", "apartado",
	"apartados", "clause", "clauses", "item", "items", "nummer", "nummern", "number", "op",
	"operative", "para", "paragraph", "paragraphe", "paragraphen", "paragraphes",
	"paragraphs", "paras", "paragrafo", "point", "points", "pp", "preambular", "párrafo",
	"párrafos", "recital", "recitals", "rule", "rules", "subparagraph", "subparagraphs",
	"sub-paragraph", "sub-paragraphs", "subsection", "subsections", "ziffer", "ziffern",
	"пункт", "пункта", "пунктам", "пунктами", "пунктах", "пункте", "пунктов", "пунктом",
	"пункту", "пункты", "الفقرات", "الفقرة", "فقرة", "للفقرة", "段", "款",
};

static const char *const articles[] = {
	"art", "article", "articles", "artikel", "artikeln", "artikels", "artículo", "artículos",
	"regulation", "regulations", "статье", "статьей", "статьи", "статью", "статья",
	"статьях", "المادة", "المواد", "مادة", "条", "第",
};

static const char *const sections[] = {
	"section", "sections", "sec", "раздел", "раздела", "разделе", "§", "§§",
};

static const char *const chapters[] = {
	"chapter", "chapters", "chapitre", "chapitres", "capítulo", "capítulos", "kapitel",
	"part", "parts", "title", "titles",
};

static const char *const annexes[] = {
	"anexo", "anexos", "annex", "annexe", "annexes", "anhang", "appendix", "schedule",
	"schedules",
};

static const char *const notes[] = {"footnote", "footnotes", "note", "notes"};

/* Of a number: in another text, unless it is "of this", "of the present". */
static const char *const ofs[] = {"de", "del", "der", "des", "du", "of", "من"};
static const char *const thises[] = {
	"diese", "dieser", "dieses", "este", "esta", "present", "presente", "présent",
	"présente", "that", "these", "this", "ce", "cet", "cette", "هذا", "هذه",
};

/* What has provisions of its own, as it is said of another text: "resolution 75/240". */
static const char *const texts[] = {
	"agreement", "charter", "convention", "covenant", "decision", "declaration", "directive",
	"document", "law", "pact", "protocol", "report", "resolution", "statute", "treaty",
	"accord", "charte", "décision", "déclaration", "loi", "pacte", "rapport", "résolution",
	"statut", "traité",
	"acuerdo", "carta", "convenio", "convención", "decisión", "declaración", "documento",
	"informe", "ley", "pacto", "protocolo", "resolución", "tratado",
	"abkommen", "abkommens", "beschluss", "bericht", "charta", "gesetz", "gesetzes",
	"richtlinie", "übereinkommen", "vertrag", "vertrags",
};

/* The same in the Russian case that stands right behind the number. */
static const char *const texts_behind[] = {
	"декларации", "доклада", "документа", "договора", "закона", "конвенции", "пакта",
	"протокола", "резолюции", "решения", "соглашения", "устава",
};

/* In Chinese a text's name ends with one of these, right before the number: 公约第4条. */
static const char *const text_ends[] = {"约", "宪章", "协定", "议定书", "决议", "决定",
                                        "文件", "报告", "法", "宣言", "规约"};
static const char *const own_texts[] = {"本", "该", "此"};

static const char *const joints[] = {
	"a", "al", "and", "bis", "e", "et", "hasta", "o", "or", "ou", "oder", "through",
	"to", "und", "y", "à", "и", "или", "по", "до", "إلى", "و", "和", "至", "与",
};

/* А to Я, of two bytes each, as small letters. */
static void lower_cyrillic(char *word, size_t len)
{
	for (size_t i = 0; i + 1 < len; i++) {
		unsigned char const second = (unsigned char)word[i + 1];
		if ((unsigned char)word[i] != 0xD0 || second < 0x90 || second > 0xAF)
			continue;
		word[i] = (char)(second < 0xA0 ? 0xD0 : 0xD1);
		word[i + 1] = (char)(second < 0xA0 ? second + 0x20 : second - 0x20);
	}
}

static bool find(const char *const *table, size_t count, redline_bytes word)
{
	char lower[LONGEST];
	if (!word.len || word.len > sizeof lower)
		return false;
	for (size_t i = 0; i < word.len; i++)
		lower[i] = to_lower(word.ptr[i]);
	lower_cyrillic(lower, word.len);
	redline_bytes const it = {lower, word.len};
	for (size_t i = 0; i < count; i++)
		if (table[i][0] == lower[0] && bytes_equal(it, bytes_of(table[i])))
			return true;
	return false;
}

/* Is the word, in small letters, one of those between blanks? */
static bool is_among(const char *list, redline_bytes word)
{
	for (; list && list[1]; list = strchr(list + 1, ' '))
		if (strncmp(list + 1, word.ptr, word.len) == 0 && list[1 + word.len] == ' ')
			return true;
	return false;
}

bool common_word(redline_bytes word)
{
	enum { LONGEST_COMMON = 8 }; /* bytes */
	char lower[LONGEST_COMMON];
	if (!word.len || word.len > sizeof lower)
		return false;
	if (!is_alpha(word.ptr[0]))
		return find(common_others, sizeof common_others / sizeof *common_others, word);
	for (size_t i = 0; i < word.len; i++)
		lower[i] = to_lower(word.ptr[i]);
	return !memchr(lower, ' ', word.len) &&
	       is_among(common_latin[lower[0] - 'a'], (redline_bytes){lower, word.len});
}

#define COUNT(table) (sizeof(table) / sizeof *(table))

enum provision_noun common_provision_noun(redline_bytes word)
{
	static const struct {
		const char *const *table;
		size_t count;
		enum provision_noun noun;
	} tables[] = {
		{paragraphs, COUNT(paragraphs), NOUN_PARAGRAPH},
		{articles, COUNT(articles), NOUN_ARTICLE},
		{sections, COUNT(sections), NOUN_SECTION},
		{chapters, COUNT(chapters), NOUN_CHAPTER},
		{annexes, COUNT(annexes), NOUN_ANNEX},
		{notes, COUNT(notes), NOUN_NOTE},
	};
	for (size_t i = 0; i < COUNT(tables); i++)
		if (find(tables[i].table, tables[i].count, word))
			return tables[i].noun;
	return NO_NOUN;
}

enum provision_noun common_label_noun(redline_label_unit unit)
{
	switch (unit) {
	case REDLINE_LABEL_ARTICLE:
		return NOUN_ARTICLE;
	case REDLINE_LABEL_SECTION:
		return NOUN_SECTION;
	case REDLINE_LABEL_CHAPTER:
		return NOUN_CHAPTER;
	case REDLINE_LABEL_ANNEX:
		return NOUN_ANNEX;
	default:
		return NO_NOUN;
	}
}

bool common_of(redline_bytes word)
{
	return find(ofs, COUNT(ofs), word);
}

bool common_organ(redline_bytes text)
{
	static const char *const openings[] = {
		"The ", "La ", "Le ", "Les ", "L'", "L\u2019", "El ", "Los ", "Las ", "Die ", "Der ",
		"Das ", "Генеральная Ассамблея", "Совет ", "Экономический и Социальный Совет",
		"Конференция", "Комиссия", "Комитет", "Ассамблея", "Государства", "Стороны",
		"大会", "安全理事会", "理事会", "缔约", "الجمعية", "إن ",
	};
	while (text.len && (text.ptr[0] == '*' || text.ptr[0] == '_'))
		text = (redline_bytes){text.ptr + 1, text.len - 1};
	for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
		if (bytes_start(text, bytes_of(openings[i])))
			return true;
	return false;
}

/* Behind a separator only, so words that are much else besides may stand here. */
static const char *const item_joints[] = {
	"and", "or", "and/or", "et", "ou", "et/ou", "y", "e", "o", "u", "y/o", "und", "oder",
	"und/oder", "и", "или", "либо", "и/или",
	"و", "أو", "以及", "和", "或者", "或", "及", "并",
};

static const char *const choices[] = {"and/or", "et/ou", "y/o", "und/oder", "и/или", "or", "ou", "o", "u", "oder", "или", "либо", "أو", "或者", "或"};

size_t common_item_joint(redline_bytes text)
{
	size_t best = 0;
	for (size_t i = 0; i < sizeof item_joints / sizeof *item_joints; i++) {
		size_t const len = strlen(item_joints[i]);
		if (len > best && len <= text.len &&
		    memcmp(text.ptr + text.len - len, item_joints[i], len) == 0)
			best = len;
	}
	return best;
}

bool common_item_choice(redline_bytes joint)
{
	return find(choices, COUNT(choices), joint);
}

bool common_this(redline_bytes word)
{
	return find(thises, COUNT(thises), word);
}

bool common_number_joint(redline_bytes word)
{
	return find(joints, sizeof joints / sizeof *joints, word);
}

/* A dash is looked for at the start of the text, since no blank parts it from the number. */
static const char *const range_signs[] = {"-", "\u2013", "\u2014", "\u2011", "\u81F3", "\u5230"};
static const char *const range_words[] = {
	"to", "through", "thru", "until", "\u00E0", "au", "jusqu", "al", "a", "hasta", "bis",
	"\u043F\u043E", "\u0434\u043E", "\u0625\u0644\u0649", "\u062D\u062A\u0649"};

size_t common_range_joint(redline_bytes text)
{
	for (size_t i = 0; i < sizeof range_signs / sizeof *range_signs; i++) {
		size_t const len = strlen(range_signs[i]);
		if (len <= text.len && memcmp(text.ptr, range_signs[i], len) == 0)
			return len;
	}
	size_t len = 0;
	while (len < text.len && !is_space(text.ptr[len]) && len < 16)
		len++;
	for (size_t i = 0; i < sizeof range_words / sizeof *range_words; i++)
		if (bytes_equal((redline_bytes){text.ptr, len}, bytes_of(range_words[i])))
			return len;
	return 0;
}

bool common_text_behind(redline_bytes word)
{
	return find(texts_behind, COUNT(texts_behind), word);
}

bool common_text_noun(redline_bytes word)
{
	return find(texts, COUNT(texts), word);
}

bool common_text_end(redline_bytes text, uint32_t at)
{
	enum { NAME_BYTES = 18 };
	redline_bytes const before = {text.ptr, at};
	for (size_t i = 0; i < COUNT(text_ends); i++) {
		size_t const len = strlen(text_ends[i]);
		if (len > at || memcmp(before.ptr + at - len, text_ends[i], len) != 0)
			continue;
		uint32_t const from = at > NAME_BYTES ? at - NAME_BYTES : 0;
		for (size_t k = 0; k < COUNT(own_texts); k++)
			for (uint32_t j = from; j + 3 <= at; j++)
				if (memcmp(before.ptr + j, own_texts[k], 3) == 0)
					return false;
		return true;
	}
	return false;
}

const char *const lang_doubtful_stops[] = {
	"etc", "al", "inc", "ltd", "co", "corp", "b.c", "a.d", "ph.d", "jr", "sr", "approx", "ca",
	"est", "incl", "excl", "max", "min", "avg", "tel", "ext", "resp", "ibid", "cit", "temp",
	"eq", "tab", "reg", "ref", "doc", "res", "dec", "dept", "univ", "gov", "gen", "lt", "col",
	"capt", "sen", "hon", "dir", "mt", "ft", "sts", "mme", "jan", "feb", "mar", "apr", "aug",
	"sept", "sep", "oct", "nov",
	/* French, Spanish */
	"env", "janv", "févr", "juil", "déc", "cie", "aprox", "ee.uu", "ud", "uds", "cía",
	/* German */
	"usw", "u.a", "z", "v", "h", "jh", "mio", "mrd", "okt", "dez",
	/* Russian */
	"д", "т.д", "т.п", "др", "пр", "г", "гг", "вв", "руб", "коп", "тыс", "млн", "млрд", NULL,
};
