/*
 * remarks.c -- see remarks.h.
 *
 * Two kinds of words: those that are a remark if nothing else stands there ("no",
 * "compromise"), and those that short remarks begin with, too ("keep as is", "not needed").
 * A wording that is taken for a remark can be given in quotation marks, so what is in doubt
 * is in the lists.
 */
#include "lang/remarks.h"
#include "lang/lang.h"

#include <unicase.h>
#include <unictype.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define SHORT_WORDS  5u   /* longer texts that begin like a remark may be wording */
#define SHORT_BYTES  128u /* nor is a text of more bytes looked at */

/* Alone as it is. */
static const char *const alone[] = {
	/* en */
	"x", "ok", "okay", "yes", "no", "none", "nil", "n/a", "hold", "parked", "question",
	"query", "comment", "comments", "support", "supports", "source", "why", "which", "typo",
	"plural", "singular", "original", "same", "idem", "ditto", "likewise", "duplicate",
	"duplication", "duplicative", "redundant", "repetition", "repetitive", "superfluous",
	"streamline", "streamlined", "move", "moved", "merge", "merged", "reword", "reworded",
	"rephrase", "rephrased", "revised", "updated", "simplified", "amended", "alt",
	"alternative", "option", "compromise", "flexible", "prefer", "preferred", "preference",
	"bracket", "brackets", "redline", "placeholder", "noted", "against", "oppose", "opposes",
	"opposed", "objection", "retained", "kept", "good", "thanks", "important", "as above",
	"as is", "as drafted", "spelling", "grammar", "unclear",
	/* fr */
	"non", "oui", "contre", "pour", "accord", "pourquoi", "coquille", "pluriel", "singulier",
	"majuscule", "minuscule", "redondant", "redondante", "inutile", "superflu", "superflue",
	"compromis", "réserve", "réservé", "opposé", "opposée", "favorable", "défavorable",
	/* es */
	"sí", "si", "contra", "errata", "mayúscula", "minúscula", "redundante", "innecesario",
	"innecesaria", "superfluo", "compromiso", "pendiente", "reserva", "ídem", "igual",
	"porqué",
	/* de */
	"nein", "ja", "dagegen", "dafür", "warum", "wieso", "weshalb", "einverstanden", "offen",
	"unklar", "überflüssig", "entbehrlich", "tippfehler", "kompromiss", "ebenso", "dito",
	"abgelehnt", "zustimmung", "ablehnung", "mehrzahl", "einzahl", "rückfrage", "frage",
	/* ru */
	"нет", "да", "против", "за", "почему", "зачем", "обсудить", "уточнить", "проверить",
	"оставить", "опечатка", "согласен", "согласна", "согласны", "согласовано", "компромисс",
	"лишнее", "излишне", "повтор", "вопрос", "единственное число", "множественное число",
	"то же", "там же", "поддерживаем", "возражаем", "возражение", "согласие",
	/* zh */
	"否", "反对", "反對", "同意", "不同意", "赞成", "贊成", "支持", "同上", "保留", "讨论", "討論", "为什么", "為什麼", "为何",
	"為何", "多余", "多餘", "重复", "重複", "折中", "错字", "錯字", "澄清", "疑问", "疑問", "复数", "单数", "恢复", "备选",
	/* ar */
	"لا", "نعم", "ضد", "موافق", "موافقة", "غير موافق", "معارض", "معارضة", "إبقاء", "الإبقاء",
	"يبقى", "تبقى", "للمناقشة", "للنقاش", "لماذا", "مكرر", "زائد", "سؤال", "توضيح", "استفسار",
	"خطأ مطبعي", "حل وسط", "الجمع", "المفرد", "كما هو",
};

/* And whatever comes behind them, if it isn't much. */
static const char *const leads[] = {
	/* en */
	"see", "cf", "cf.", "cfr", "tbc", "tbd", "tba", "to be", "to check", "to discuss",
	"to follow", "keep", "retain", "stet", "reserve", "reserves", "reserved", "reservation",
	"scrutiny", "study reservation", "general reservation", "position reserved", "on hold",
	"pending", "check", "clarify", "clarification", "please", "pls", "in brackets",
	"square brackets", "agree", "agreed", "disagree", "object", "no objection", "no comment",
	"no change", "no need", "no longer needed", "not agreed", "not needed", "not necessary",
	"not required", "not clear", "not acceptable", "needs discussion", "under discussion",
	"red line", "original text", "new text", "new language", "new wording", "language from",
	"language to", "text from", "text to", "wording from", "wording to", "agreed language",
	"will", "for later", "for now", "still", "too", "align", "maybe", "fine", "per",
	"bring back", "put back", "come back", "linked to", "link to", "linked with", "move to",
	"moved to", "same as", "as in para", "awaiting", "consulting", "capital", "lower case",
	"lowercase", "upper case", "uppercase", "restore", "reinstate", "revert", "unchanged",
	"reserve position", "cannot accept", "can't accept", "can accept", "could accept",
	"flexible on",
	/* fr */
	"voir", "cf", "à discuter", "à revoir", "à voir", "à vérifier", "à confirmer",
	"à préciser", "à déterminer", "à compléter", "à garder", "à conserver", "à maintenir",
	"à clarifier", "garder", "conserver", "maintenir", "réserve", "d'accord", "d’accord",
	"pas d'accord", "pas d’accord", "pas nécessaire", "en attente", "en suspens",
	"sans changement", "sans objet", "idem", "vérifier", "préciser", "clarifier", "discuter",
	"rétablir", "opposition", "majuscule à", "lié à", "liée à",
	/* es */
	"véase", "ver", "en contra", "a favor", "de acuerdo", "no es necesario", "no es necesaria",
	"por discutir", "por confirmar", "por determinar", "por definir", "por revisar", "por qué",
	"mantener", "conservar", "reserva", "reservamos", "sin cambios", "revisar", "verificar",
	"aclarar", "discutir", "restablecer", "pendiente de", "se mantiene",
	/* de */
	"siehe", "vgl", "vgl.", "behalten", "beibehalten", "belassen", "prüfen", "zu prüfen",
	"klären", "zu klären", "besprechen", "zu besprechen", "vorbehalt", "prüfvorbehalt",
	"nicht nötig", "nicht erforderlich", "nicht einverstanden", "wie oben", "bitte",
	"unverändert", "noch offen", "kein kommentar", "keine änderung", "kein einwand", "noch zu",
	"wie in",
	/* ru */
	"см", "см.", "оговорка", "сохранить", "не нужно", "не требуется", "не согласен",
	"не согласны", "без изменений", "на рассмотрении", "уточняется", "просьба", "просим",
	"восстановить", "как в", "подлежит", "ожидается",
	/* zh */
	"见第", "見第", "见上", "见下", "参见", "參見", "待定", "待商", "待议", "待確認", "待确认", "待讨论", "待討論", "待核",
	"请澄清", "请说明", "不需要", "无需", "無需", "没有必要",
	/* ar */
	"انظر", "تحفظ", "متحفظ", "الإبقاء على", "الإبقاء عليها", "الإبقاء عليه", "إبقاء النص",
	"غير ضروري", "غير ضرورية", "لا لزوم", "لا حاجة", "دون تغيير", "بدون تغيير", "قيد النظر",
	"يرجى", "نرجو", "لم يحسم", "ننتظر",
};

static const char *const deletes[] = {
	"del", "dele", "delete", "deleted", "strike", "remove", "omit", "supprimer", "supprimé",
	"suprimir", "eliminar", "streichen", "löschen", "исключить", "удалить", "снять", "删除",
	"刪除", "حذف", "يحذف", "تحذف",
};

static const char *const drops[] = {
	"out", "out please", "out, please", "cut", "cut it", "scrap", "scrap it", "gone",
	"take out", "take it out", "take this out", "leave out", "cross out", "drop", "drop it",
	"à supprimer", "à biffer", "à enlever", "fuera", "a suprimir", "raus", "weg", "entfällt",
	"убрать", "снимаем", "去掉", "拿掉", "不要", "يلغى", "تلغى",
};

const char *const lang_unwanted[] = {
	"not needed", "not necessary", "not required", "no longer needed", "no longer necessary",
	"unnecessary", "no need for", "no value in", "no merit in", "no use for", "don't need",
	"don’t need", "do not need", "do away with", "get rid of", "lose para", "lose art",
	"lose sub", "lose op", "lose pp", "red line", "ceases to have effect",
	"cease to have effect", "belongs in", "inutile", "superflu", "pas nécessaire", "pas utile",
	"passerions", "se passer d", "faire disparaître", "está de más", "sobra", "innecesari",
	"no es necesari", "se tache", "prescindir", "tachen", "entbehrlich", "unnötig",
	"überflüssig", "verzichten", "не нуж", "не требуется", "излишн", "опустили", "没有必要", "不需要",
	"多余", "无需", "لا حاجة", "لا لزوم", "غير ضروري",
	NULL,
};

/* Without a full stop, "!" or the like behind it; "..." stays. */
static redline_bytes without_stop(redline_bytes said)
{
	bool const dot =
		said.len > 1 && said.ptr[said.len - 1] == '.' && said.ptr[said.len - 2] != '.';
	bool const cry = said.len > 1 && said.ptr[said.len - 1] == '!';
	return (redline_bytes){said.ptr, said.len - (dot || cry)};
}

static bool is_one_of(const char *const *row, size_t count, redline_bytes said)
{
	for (size_t i = 0; i < count; i++)
		if (bytes_equal(said, bytes_of(row[i])))
			return true;
	return false;
}

/* Are Chinese characters written without blanks, so that no word ends visibly? */
static bool is_solid(redline_bytes words)
{
	unsigned size;
	uint32_t const cp = utf8_at(words, 0, &size);
	return cp >= 0x3400 && cp < 0xA000;
}

static bool starts_with_lead(redline_bytes said)
{
	if (bytes_words(said) > SHORT_WORDS || (is_solid(said) && said.len > 24))
		return false;
	for (size_t i = 0; i < COUNT(leads); i++) {
		redline_bytes const lead = bytes_of(leads[i]);
		if (!bytes_start(said, lead))
			continue;
		unsigned size;
		if (said.len == lead.len || is_solid(lead) ||
		    !is_word_char(utf8_at(said, lead.len, &size)))
			return true;
	}
	return false;
}

/* "align with OP3": so a provision is called where texts are talked of, and not in them. */
static bool names_op(redline_bytes words)
{
	for (size_t at = 0; at + 2 < words.len; at++) {
		bool const begins = at == 0 || words.ptr[at - 1] == ' ' || words.ptr[at - 1] == '(';
		bool const label =
			words.ptr[at + 1] == 'p' && (words.ptr[at] == 'o' || words.ptr[at] == 'p');
		size_t const number = at + 2 + (words.ptr[at + 2] == ' ');
		if (begins && label && number < words.len && is_digit(words.ptr[number]))
			return true;
	}
	return false;
}

/* "why?", "...", "—": a question, or no word at all. */
static bool asks_or_is_empty(redline_bytes said)
{
	unsigned size;
	bool word = false;
	for (size_t at = 0; at < said.len; at += size) {
		uint32_t const cp = utf8_at(said, at, &size);
		if (cp == '?' || cp == 0xBF || cp == 0x61F || cp == 0xFF1F)
			return true;
		word |= uc_is_alpha(cp) || uc_is_digit(cp);
	}
	return !word;
}

/* The text in small letters, in at most SHORT_BYTES; absent if it is longer. */
static redline_bytes in_small_letters(redline_bytes said, char out[SHORT_BYTES + 8])
{
	size_t len = 0;
	unsigned size;
	for (size_t at = 0; at < said.len; at += size) {
		len += utf8_put(out + len, uc_tolower(utf8_at(said, at, &size)));
		if (len > SHORT_BYTES)
			return (redline_bytes){NULL, 0};
	}
	return (redline_bytes){out, len};
}

bool remark_is(redline_bytes said)
{
	char small[SHORT_BYTES + 8];
	if (asks_or_is_empty(said))
		return true;
	redline_bytes const words = without_stop(in_small_letters(said, small));
	return words.len && (is_one_of(alone, COUNT(alone), words) || starts_with_lead(words) ||
	                     names_op(words));
}

static bool is_whole(const char *const *row, size_t count, redline_bytes said)
{
	char small[SHORT_BYTES + 8];
	return is_one_of(row, count, without_stop(in_small_letters(said, small)));
}

bool remark_deletes(redline_bytes said)
{
	return is_whole(deletes, COUNT(deletes), said);
}

bool remark_drops(redline_bytes said)
{
	return is_whole(drops, COUNT(drops), said);
}
