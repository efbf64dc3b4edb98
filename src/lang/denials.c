/*
 * denials.c -- what says of changes that they are not asked for, and what points at those that
 * follow, of all languages (lang.h).
 */
#include "lang.h"

const char *const lang_refusals[] = {
	"not acceptable", "unacceptable", "not supported", "not accepted", "not agreed",
	"not adopted", "not retained", "not approved", "not endorsed", "not incorporated",
	"not favoured", "not favored", "cannot be accepted", "cannot be supported", "rejected",
	"rejection", "opposed", "opposition", "objection", "objected", "declined", "refused",
	"dismissed", "not enjoy consensus", "not find consensus", "without consensus",
	"not our proposal", "disagree", "examples of", "difficulties with", "difficulty with",
	"votes against",

	"inacceptable", "pas acceptable", "non accepté", "pas accepté", "pas été accepté",
	"non retenu", "pas retenu", "pas été retenu", "pas été adopté", "non adopté", "rejeté",
	"rejet ", "rejet:", "objection", "opposition", "opposé", "non appuyé", "pas appuyé",
	"écarté", "refusé", "n'est pas accepté", "exemples de", "ne peuvent être accept", "ne peut être accept",

	"inaceptable", "no son aceptables", "no es aceptable", "no aceptable", "no aceptad",
	"no fueron aceptad", "no fue aceptad", "no fueron aprobad", "no fue aprobad",
	"no aprobad", "no apoyad", "rechazad", "rechazo", "objeción", "objeciones", "oposición",
	"no se acept", "no se aprueb", "ejemplos de", "no pueden aceptarse", "no puede aceptarse", "desestimad", "descartad",

	"nicht annehmbar", "unannehmbar", "nicht akzeptabel", "inakzeptabel",
	"nicht angenommen", "nicht unterstützt", "nicht mitgetragen", "abgelehnt", "ablehnung",
	"einwand", "einwänd", "einspruch", "widerspruch", "verworfen", "zurückgewiesen",
	"beispiele für",

	"неприемлем", "не приемлем", "отклонен", "отклонён", "не принят", "не поддержан",
	"возражени", "отвергнут", "не одобрен", "против следующ",
	"не поддержано", "примеры",

	"不可接受", "不能接受", "无法接受", "不接受", "未被接受", "未获通过", "未被采纳", "被否决",
	"被拒绝", "反对", "异议", "不同意", "不支持", "不赞成",
	"不予采纳", "未采纳", "示例",

	"غير مقبول", "مرفوض", "المرفوض", "اعتراض", "الاعتراض", "لم تقبل", "لم تعتمد", "رفضت",
	"لا يمكن قبول", "لم يقبل", "لم يعتمد", "أمثلة", NULL};

const char *const lang_idle[] = {
	"for later", "parked", "parking lot", "out of order", "inadmissible", "no consensus",
	"no agreement", "not for discussion", "not pursued", "not proposed", "no action", "discarded", "lapsed",
	"superseded", "negatived", "fallen", "gave up", "given up", "for information", "for the record", "not taken on board",
	"not selected", "not moved", "not taken up", "with which we do not agree",
	"with which we disagree", "not our", "red line", "wrong to", "no sense to", "already done",
	"already made", "already carried", "already included", "done already",
	"still under discussion", "still being discussed", "still discussing", "still open",
	"on hold", "to be decided",

	"pour information", "pour mémoire", "à titre d'information", "à titre d’information",
	"irrecevable", "sans suite", "pas de consensus", "pour plus tard", "ne pas faire",
	"ne pas apporter", "à ne pas faire", "ligne rouge", "lignes rouges", "déjà fait",
	"toujours en discussion", "encore en discussion", "en suspens",

	"a título informativo", "a titulo informativo", "para información", "inadmisible",
	"sin consenso", "para más adelante", "descartad", "desestimad", "no hacer",
	"línea roja", "líneas rojas", "ya hecho", "ya se hizo", "ya realizad", "todavía en discusión",
	"aún en discusión",

	"zur information", "zur kenntnis", "nachrichtlich", "unzulässig", "kein konsens",
	"für später", "zurückgestellt", "nicht übernommen", "nicht berücksichtigt",
	"nicht weiterverfolgt", "rote linie", "bereits erledigt", "bereits umgesetzt",
	"schon erledigt", "noch offen", "noch in diskussion",

	"для информации", "для сведения", "справочно", "неучтен", "неучтён", "недопустим",
	"нет консенсуса", "не учтен", "не учтён", "не вносить", "отложен", "неприняты",
	"красные линии", "красная линия", "уже сделано", "уже внесен", "все еще обсужда",
	"всё ещё обсужда",

	"供参考", "仅供参考", "不予受理", "未被采用", "未采用", "搁置", "没有共识", "无共识", "未提出",
	"红线", "已完成", "已经完成", "仍在讨论",

	"للعلم", "للإحاطة", "غير مقبول", "مؤجل", "لم تؤخذ", "لا توافق",
	"خط أحمر", "خطوط حمراء", "تم بالفعل", "لا يزال قيد", "لا تزال قيد", NULL};

const char *const lang_idle_proposals[] = {
	"lost", "failed", "unsuccessful", "old ", "deleted", "previous", "former", "dropped",
	"abandoned", "defeated", "obsolete", "outdated", "withdrawn", "postponed", "deferred",
	"void", "not ", "never", "considered but",

	"abandonn", "ancien", "retiré", "caduc", "obsol", "antérieur", "report", "irrecev", "non ",
	"pas ", "ne ",

	"retirad", "anterior", "antigu", "caducad", "aplazad", "abandonad", "no ",

	"alte", "zurückgezogen", "früher", "hinfällig", "überholt", "erledigt", "gescheitert",
	"verworfen", "vertagt", "nicht ",

	"снят", "отозван", "прежн", "стары", "устаревш", "не ", "непринят",

	"旧", "撤回", "先前", "以前", "未", "不",

	"المسحوب", "السابق", "القديم", "المؤجل", "غير ", "لم ", NULL};

const char *const lang_gratitude[] = {
	"grateful", "appreciat", "thank", "oblige", "pleased", "reconnaissant", "remerci", "gré de",
	"agradec", "dankbar", "verbunden", "благодар", "признательн", "感谢", "感謝", "ممتن", "شاكر",
	NULL};

const char *const lang_agreements[] = {
	"agree", "accept", "adopt", "approv", "endors", "support", "retain", "carr", "pass",
	"prevail", "succeed", "insist", "pursu", "consensus", "majority", "taken up", "on board",
	"adopt", "approuv", "appuy", "soutenu", "retenu", "majorité", "accord", "abouti", "recueilli",
	"acept", "aprob", "apoy", "respald", "consenso", "mayoría", "acuerdo", "prosper",
	"angenommen", "einverstanden", "unterstütz", "zustimm", "zugestimmt", "stimmte", "akzeptier",
	"einig", "konsens", "mehrheit", "gebilligt", "übernommen",
	"принят", "принял", "одобр", "поддерж", "согла", "консенсус", "большинств", "утвержд",
	"настаива", "прошл",
	"一致", "同意", "通过", "通過", "接受", "采纳", "採納", "支持", "共识", "共識", "坚持", "多数", "多數",
	"واف", "قبل", "اعتمد", "أيد", "توافق", "إجماع", "أغلبية", "اتفق", "نصر", "توافر",
	NULL};

const char *const lang_blanks[] = {
	"tbc", "tbd", "tba", "t.b.c.", "t.b.d.", "xxx", "xxxx", "lorem ipsum",
	"待定", "待补", "待補", NULL};

const char *const lang_placeholders[] = {
	"to be completed", "to be determined", "to be confirmed", "to be decided", "to be added",
	"to be inserted", "to be provided", "to be drafted", "to be agreed", "to come",
	"insert ", "blank", "text to", "word to", "words to", "wording to", "tbc", "tbd",
	"à compléter", "à déterminer", "à préciser", "à insérer", "à définir", "à confirmer",
	"por completar", "por determinar", "por definir", "por confirmar", "a completar", "insertar ",
	"noch zu ", "zu ergänzen", "wird ergänzt", "wird noch", "einfügen",
	"будет дополн", "будет уточн", "подлежит", "уточняется", "вставить ", "дополнить",
	"待", "يحدد", "تحدد", "يستكمل", "تستكمل", NULL};

const char *const lang_half_assents[] = {
	"partial", "partly", "in part", "accepted with", "agreed with", "agree with",
	"accept with", "in principle", "with modif", "with change", "with amendment", "modified",
	"as amended", "as modified", "subject to", "en partie", "partiel", "accepté avec",
	"sous réserve", "avec modif", "parcial", "en parte", "aceptado con", "aceptada con",
	"con modif", "con cambios", "teilweise", "mit änderung", "modifiziert", "частично",
	"с изменени", "с поправк", "部分", "经修改", "修改后", "جزئي", "مع تعديل", NULL};

const char *const lang_assents[] = {
	"no objection", "any objection", "without objection", "sans objection", "pas d'objection",
	"aucune objection", "sin objeción", "sin objeciones", "ninguna objeción",
	"no tiene objeci", "no tenemos objeci", "keine einwände", "kein einwand", "ohne einwand",
	"keinen einwand", "нет возражений", "без возражений", "не возража", "无异议", "没有异议",
	"不反对", "没有反对", "لا اعتراض", "دون اعتراض", "عدم الاعتراض", NULL};

const char *const lang_verdicts[] = {
	"later", "to be discussed", "to be confirmed", "tbc", "tbd", "à discuter", "à confirmer",
	"à valider", "pour plus tard", "por discutir", "por confirmar", "más tarde", "zu diskutieren",
	"zu klären", "später", "обсудить", "позже", "待讨论", "待定", "稍后", "للمناقشة", "لاحقا",
	"no", "nay", "lost", "failed", "tabled", "postponed", "deferred", "denied", "no consensus",
	"no support", "no agreement", "no change", "no thank you", "no, thank you", "actually no",
	"actually, no", "on reflection no", "on reflection, no", "disregard", "ignore",
	"disagree", "disagrees", "against", "opposed",
	"non", "pas de consensus", "aucun consensus", "finalement non", "finalement, non",
	"reporté", "perdu", "sans suite", "sin consenso", "no hay consenso", "no prosperó",
	"aplazado", "aplazada", "nein", "kein konsens", "doch nicht", "vertagt", "verschoben",
	"нет", "нет консенсуса", "отложено", "не прошло", "否", "没有共识", "无共识", "推迟",
	"搁置", "لا", "لا توافق", "لا يوجد توافق", "مؤجل", NULL};

const char *const lang_quoted_mail[] = {
	"original message", "forwarded message", "message d'origine", "message transféré",
	"mensaje original", "mensaje reenviado", "ursprüngliche nachricht",
	"weitergeleitete nachricht", "исходное сообщение", "пересылаемое сообщение", "原始邮件",
	"转发的邮件", "الرسالة الأصلية", NULL};

const char *const lang_pointing_back[] = {
	"cela", "ceci", "esto", "eso", "dies", "это", "этим", "этого", "этому", "هذا", "ذلك", "هذه", NULL};

const char *const lang_references[] = {
	"see ", "see also ", "cf. ", "cf ", "compare ", "voir ", "cf.", "véase ", "véanse ", "ver ",
	"siehe ", "vgl. ", "vgl ", "см. ", "см ", "ср. ", "参见", "參見", "见第", "見第", "انظر ", NULL};

const char *const lang_exempting[] = {
	"except", "exempt", "exclu", "unaffected", "untouched", "unchanged", "unamended", "alone",
	"spared", "aside", "inchang", "excepté", "exclu", "exonér", "dispens", "tel quel",
	"telle quelle", "intact", "excep", "exent", "salvo", "sin cambio", "tal cual", "intact",
	"igual", "ausnahm", "ausgenommen", "ausgeschlossen", "unberührt", "unverändert",
	"unangetastet", "исключени", "исключает", "изъят", "без изменени", "не затраг",
	"не распростран", "не относ", "не кас", "例外", "除外", "不变", "不變", "不适用", "不適用", "不包括",
	"不涉及", "استثن", "الاستثن", "مستثن", "يستثن", "تستثن", "دون تغيير", "كما هي", "كما هو",
	NULL};

const char *const lang_past_leads[] = {
	" wrote", " a écrit", " escribió", " schrieb", " написал", " написала",
	" may", " might", " accept", " consider",
	" accepter", " envisager", " aceptar", " considerar", " akzeptieren", " annehmen", " erwägen",
	" принять", " рассмотреть", "接受", "考虑", " قبول", " النظر في",
	" was", " were", " had been", " was as follows", " were as follows", " was this",
	" était", " étaient", " fut", " furent", " avait été", " avaient été",
	" était la suivante", " était le suivant", " étaient les suivantes",
	" étaient les suivants", " était libellée comme suit", " era", " eran", " fue",
	" fueron", " había sido", " habían sido", " era la siguiente", " era el siguiente",
	" eran las siguientes", " eran los siguientes", " fue la siguiente", " war", " waren",
	" lautete", " lauteten", " lautete wie folgt", " lauteten wie folgt",
	" war wie folgt", " war folgender", " war folgende", " было", " была", " были",
	" был", " гласило", " было следующим", " было таким", " состояло в следующем",
	" заключалось в следующем", "曾是", "曾为", "原为", "原先是", "原来是", " كان", " كانت",
	" كان كالتالي", " كان كما يلي", " كانت كما يلي", NULL};

const char *const lang_ahead[] = {
	"following", "below", "hereunder", "hereafter", "hereinafter", "underneath", "overleaf",
	"as follows", "suivant", "ci-après", "ci-dessous", "siguiente", "a continuación",
	"abajo", "folgend", "nachstehend", "nachfolgend", "unten", "следующ", "нижеследующ",
	"ниже", "下列", "以下", "下述", "下面", "如下", "التالي", "الآتي", "أدناه", "فيما يلي",
	NULL};

const char *const lang_here[] = {
	"table", "list", "these", "this", "tableau", "liste", "ces ", "cuadro", "tabla", "lista",
	"estos", "estas", "tabelle", "diese", "таблиц", "перечен", "эти", "表", "清单", "这些",
	"الجدول", "القائمة", "هذه", NULL};
