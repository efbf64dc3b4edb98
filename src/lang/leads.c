/*
 * leads.c -- what the sentence above a list, or before an item, says of what follows, of all
 * languages (lang.h).
 */
#include "lang.h"

/* Of what is listed only one is meant. */
const char *const lang_choices[] = {
	"alternatives", "options", "possibilities", "one of the", "one of these",
	"one of those", "one of two", "either", "any of these", "any of the following",
	"any one of", "choose", "choice", "whichever", "one or the other", "two ways",
	"variants",

	"possibilités", "l'une des", "l’une des", "l'un des", "l’un des", "une des", "un des",
	"soit l", "au choix", "choisir", "variantes", "l'une ou l'autre", "l’une ou l’autre",

	"alternativas", "opciones", "posibilidades", "uno de", "una de", "cualquiera de",
	"elegir", "a elegir",

	"alternativen", "optionen", "möglichkeiten", "eine der", "einer der", "eines der",
	"eine von", "eines von", "entweder", "wahlweise", "varianten", "zur wahl",
	"zur auswahl",

	"варианты", "один из", "одно из", "одну из", "одна из", "альтернатив", "либо",
	"на выбор", "любое из", "любой из", "любую из",

	"之一", "任选", "二选一", "备选", "選項", "选项", "择一", "擇一",

	"أحد ", "إحدى", "بدائل", "البدائل", "خيارات", "الخيارات", "خياران", "إما", NULL};

/* What a colon would stand behind, where another mark is. */
#define ENDING(words) {words, sizeof(words) - 1}

const struct lang_ending lang_as_follows[] = {
	ENDING("as follows"), ENDING("to read as followed"), ENDING("comme suit"),
	ENDING("ainsi rédigé"), ENDING("ainsi rédigée"), ENDING("ainsi rédigés"),
	ENDING("ainsi rédigées"), ENDING("como sigue"), ENDING("lo siguiente"),
	ENDING("de la siguiente manera"), ENDING("wie folgt"), ENDING("следующим образом"),
	ENDING("следующего содержания"), ENDING("в следующей редакции"), ENDING("如下"),
	ENDING("كما يلي"), ENDING("على النحو التالي"), ENDING("ما يلي"), {NULL, 0},
};
#define LETTER(c) ((uint32_t)1 << ((c)&31))
const uint32_t lang_as_follows_ends[32] = {
	['a' & 31] = LETTER('r'),
	['d' & 31] = LETTER('e'),
	['e' & 31] = LETTER('t') | LETTER('u') | LETTER(0xA9), /* "é" ends with that byte */
	['s' & 31] = LETTER('e') | LETTER('w') | LETTER(0xA9),
	['t' & 31] = LETTER('g') | LETTER('i'),
};

/* What an alternative begins with, or an item before it ends with. */
const char *const lang_fallbacks[] = {
	"or", "failing", "as a fallback", "as a fall-back", "as a second best",
	"as second best", "as a next best", "as a last resort", "as an alternative",
	"in the alternative", "otherwise", "alternatively", "if not", "if that", "if this",
	"else", "second best", "ou", "soit", "à défaut", "sinon", "faute de", "subsidiairement",
	"à titre subsidiaire", "autrement", "si cela", "si ce n", "o", "o bien",
	"en su defecto", "de no ser", "de lo contrario", "si no", "subsidiariamente",
	"como alternativa", "alternativamente", "como segunda", "en subsidio", "oder",
	"ersatzweise", "hilfsweise", "andernfalls", "sonst", "ansonsten", "alternativ",
	"falls das", "falls dies", "falls nicht", "wenn nicht", "wenn das nicht", "notfalls",
	"или", "либо", "в противном случае", "как вариант", "альтернативно", "иначе",
	"если нет", "если это не", "если не", "в качестве альтернативы", "в крайнем случае",
	"或", "否则", "否則", "要么", "退而求其次", "如不", "若不", "如果不", "不然",
	"作为替代", "أو", "وإلا", "كبديل", "بديلا", "وبخلاف ذلك", "إن لم", "إذا لم",
	"في حال عدم", NULL};

/* ---- it speaks of amendments, or of what a speaker has to say ---- */

static const char *const en[] = {
	"amend", "change", "propos", "suggest", "edit", "modif", "alter", "correct", "corrig",
	"revis", "comment", "remark", "observation", "word", "text", "draft", "language",
	"input", "submi", "point", "request", "ask", "want", "wish", "would like", "d like",
	"like to", "need", "prefer", "insert", "delet", "replac", "add", "strik", "follow",
	"below", "specific", "technical", "minor", "detail", "namely", "typo", "consisten",
	"please", "instruct", "recommend", "improve", "streamline", "clean", "fix", "position",
	"view", "statement", "intervention", "contribution", "feedback", "list", "item",
	"title", "preamb", "operative", "general", "annex", "here", "first", "second", "third",
	"then", "next", "also", "further", "moreover", "finally", "therefore", "thus", "hence",
	"accordingly", "this means", "in particular", "consequent", "adjust", "housekeeping",
	"linguistic", "grammar", "spelling", "format", "structur", "priorit", "seek", "move",
	"thank", "dear", "colleagues", "to that end", "to this end", "in this regard",
	"in this respect", "in short", "in sum", "remove", "behalf", "grateful", "issue",
	"concern", "matter", "section", "article", "part", "chapter", "paragraph", NULL};

static const char *const fr[] = {
	"modification", "changement", "suggestion", "rédaction", "texte", "libellé", "remarque",
	"demand", "souhait", "voudr", "suivant", "ci-après", "ci-dessous", "comme suit",
	"notamment", "à savoir", "précis", "détail", "retouche", "contribution", "ajout",
	"supprim", "remplac", "merci", "en particulier", "par conséquent", "voici", "puis",
	"ensuite", "enfin", "premi", "deuxi", "titre", "amélior", "au nom d", "reconnaissant",
	"question", "préoccup", NULL};

static const char *const es[] = {
	"enmiend", "cambio", "propuest", "proponer", "propone", "sugeren", "sugerir",
	"observaci", "comentari", "redacci", "texto", "pedi", "solicit", "dese", "quisier",
	"quisiéra", "querr", "siguiente", "continuaci", "a saber", "precis", "detalle",
	"correcci", "ajuste", "suprim", "sustitu", "añad", "gracias", "en particular",
	"por tanto", "aportaci", "punto", "primer", "segund", "luego", "título", "mejora",
	"así", "en nombre de", "agradec", "cuestion", "preocupaci", NULL};

static const char *const de[] = {
	"änder", "vorschl", "antrag", "anträg", "anmerk", "kommentar", "bemerk", "hinweis",
	"redaktion", "formulier", "wortlaut", "bitte", "wünsch", "möcht", "wollen", "folgend",
	"nachstehend", "wie folgt", "nämlich", "konkret", "einzeln", "korrektur", "berichtig",
	"ergänz", "streich", "ersetz", "dank", "insbesondere", "daher", "beitrag", "punkt",
	"zunächst", "erstens", "zweitens", "dann", "ferner", "titel", "verbesser", "hier",
	"im namen", "dankbar", "anliegen", "bedenken", NULL};

static const char *const ru[] = {
	"поправк", "изменен", "изменить", "предложен", "предлага", "замечан", "комментари",
	"редакц", "текст", "формулировк", "прос", "хотел", "хотим", "желает", "следующ", "ниже",
	"а именно", "уточнен", "исправлен", "дополнен", "исключить", "заменить", "спасибо",
	"в частности", "поэтому", "пункт", "во-первых", "во-вторых", "далее", "затем",
	"название", "конкретн", "технич", "от имени", "вопрос", "благодар", NULL};

static const char *const zh[] = {
	"修改", "修正", "建议", "提议", "提出", "意见", "改动", "更改", "编辑", "措辞", "案文",
	"文本", "请", "希望", "要求", "如下", "以下", "下列", "即", "具体", "更正", "增加",
	"删", "改", "谢谢", "因此", "首先", "其次", "标题", "修订", "想", "代表", "问题",
	"关切", NULL};

static const char *const ar[] = {
	"تعديل", "التعديل", "تغيير", "التغيير", "اقتراح", "الاقتراح", "مقترح", "المقترح",
	"نقترح", "تقترح", "يقترح", "ملاحظ", "الملاحظ", "تعليق", "التعليق", "صياغ", "الصياغ",
	"نص", "النص", "طلب", "نطلب", "تطلب", "يطلب", "نود", "تود", "يود", "نرغب", "ترغب",
	"يرغب", "التالي", "ما يلي", "كما يلي", "الآتي", "أدناه", "وهي", "تحديد", "تصويب",
	"إضافة", "حذف", "استبدال", "شكر", "يرجى", "لذلك", "أولا", "ثانيا", "ثم", "عنوان",
	"باسم", "نيابة", "ممتن", "مسائل", "شواغل", NULL};

const lang_list lang_clear_leads[LANG_CLEAR_LEADS] = {en, fr, es, de, ru, zh, ar};

/* What makes of support a proposal: "Kenya supports the text with ...". */
const char *const lang_provisos[] = {
	"with", "subject", "but", "however", "if", "provided", "once", "as amended", "after",
	"avec", "sous réserve", "mais", "toutefois", "si", "moyennant", "con", "pero",
	"a reserva", "siempre que", "mit", "vorbehaltlich", "aber", "wenn", "sofern", "jedoch",
	"с", "при условии", "но", "если", "однако", "但", "如果", "前提", "مع", "بشرط", "لكن",
	"إذا", "شريطة", NULL};
