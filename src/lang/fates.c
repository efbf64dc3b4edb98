/*
 * fates.c -- what a sentence has that speaks of an amendment before it, and says that it does not
 * stand as it is: left, kept, held, of last year; of all languages (lang.h).
 */
#include "lang.h"

const char *const lang_fates[] = {
	"subject to", "pending", "our capital", "tentative", "tentatively",
	"provisional", "provisionally", "let it", "let them", "leave it", "left as",
	"keep it as", "keep the text", "keep the paragraph", "leave the text",
	"leave the paragraph", "approval by", "approval of our", "stay", "stays", "as is", "as it is", "as it stands", "only if",
	"unless", "provided that", "our position", "checking", "to check", "being checked",
	"consulting", "considering", "discussing", "under discussion", "under review", "last year's",
	"last year’s", "hypothetical", "not recommend", "reconsider", "reconsidering", "premature",
	"on hold", "no longer", "moot", "conditional", "conditionally", 

	"sous réserve", "en attente", "laissons", "laisser le", "laisser la", "gardons", "garder le",
	"conservons", "maintenons", "à moins", "jusqu'à ce", "pourvu que", "seulement si",
	"de l'an dernier", "de l'année dernière", "de l’année dernière", "à vérifier", "vérifions",
	"consultons", "notre capitale", "provisoire", "tel quel", "telle quelle", "en l'état",
	"en l’état", "dépend",

	"sujeto a", "sujeta a", "pendiente", "dejémoslo", "dejarlo", "dejar el", "mantener el",
	"mantengamos", "tal cual", "tal como está", "a menos", "hasta que", "siempre que", "solo si",
	"sólo si", "del año pasado", "verificando", "consultando", "nuestra capital", "provisional",
	"depende",

	"vorbehaltlich", "unter vorbehalt", "bleiben lassen", "stehen lassen", "belassen",
	"lassen wir", "beibehalten", "es sei denn", "bis auf weiteres", "nur wenn", "nur falls",
	"vom letzten jahr", "aus dem letzten jahr", "vom vorjahr", "prüfen wir", "wird geprüft",
	"wird noch geprüft", "hauptstadt", "vorläufig", "hängt",

	"при условии", "оставим", "оставить", "оставляем", "сохраним", "сохранить", "если только",
	"до тех пор", "только если", "прошлого года", "проверяем", "уточняем", "согласовываем",
	"столицей", "столице", "столицы", "предварительно", "предварительное", "как есть", "зависит",

	"有待", "尚待", "取决于", "除非", "直到", "去年的", "保持原", "保留原", "维持原", "核实", "仍在",
	"还在", "暂定", "首都",

	"رهنا", "رهن", "شريطة", "ما لم", "إلى أن", "نبقي", "نبقيه", "كما هو", "كما هي",
	"العام الماضي", "قيد", "مؤقت", "عاصمتنا", "يتوقف", NULL};

const char *const lang_noes_counted[] = {
	"against", "contre", "en contra", "dagegen", "gegen", "против", "反对", "反對", "ضد",
	"معارضة", "noes", "nays", NULL};

const char *const lang_thats[] = {
	"that ", "those ", "cela ", "ceci ", "ça ", "eso ", "esto ", "ello ", "das ", "dies ", "это ",
	"то ", "这", "此", "那", "هذا ", "هذه ", "ذلك ", "تلك ", NULL};
