/*
 * fields.c -- what stands above or before a text that is set beside another one: heads of
 * columns, and labels of lines, of all languages (lang.h).
 */
#include "lang.h"

const char *const lang_present_texts[] = {
	"text", "current", "existing", "original", "old", "draft", "zero draft",
	"current text", "current wording", "current language", "current version",
	"existing text", "existing wording", "existing language", "original text",
	"original wording", "present text", "present wording", "old text", "old wording",
	"draft text", "text of the draft", "text in the draft", "text as drafted",
	"text as it stands", "zero draft text", "chair's text", "text proposed by the commission",
	"commission proposal", "currently", "currently reads", "now reads", "text as is",
	"deleted text", "text to be deleted",

	"texte actuel", "libellé actuel", "rédaction actuelle", "texte original",
	"texte existant", "texte initial", "texte en vigueur", "texte du projet", "ancien texte",
	"texte proposé par la commission",

	"texto actual", "redacción actual", "texto original", "texto existente",
	"texto vigente", "texto del proyecto", "texto de la comisión",

	"derzeitiger text", "aktueller text", "bisheriger text", "ursprünglicher text",
	"alter text", "bisherige fassung", "geltende fassung", "derzeitige fassung",
	"vorschlag der kommission",

	"действующая редакция", "текущая редакция", "действующий текст", "текущий текст",
	"нынешний текст", "существующий текст", "первоначальный текст", "исходный текст",

	"现有案文", "现行案文", "原案文", "原文", "现行条文", "修改前", "现有文本", "原文本",

	"النص الحالي", "النص الأصلي", "النص القائم", "الصيغة الحالية", NULL};

const char *const lang_proposed_texts[] = {
	"proposed", "proposal", "new", "change", "replacement", "amendment", "amendments",
	"suggestion", "proposed text", "proposed wording", "proposed language",
	"proposed change", "proposed changes", "proposed amendment", "proposed amendments",
	"proposed revision", "proposed new text", "suggested text", "suggested wording",
	"suggested language", "suggested change", "suggested changes", "suggested amendment",
	"suggested revision", "recommended text", "recommended change", "new text",
	"new wording", "new language", "revised text", "revised wording", "amended text",
	"amended wording", "replacement text", "should read", "to read", "amended", "revised",
	"replace with", "replaced with", "replace by", "replaced by", "to be replaced with",
	"to be replaced by", "change to", "inserted text", "text to be inserted",

	"texte proposé", "libellé proposé", "rédaction proposée", "modification proposée",
	"amendement", "amendement proposé", "proposition", "nouveau texte",
	"nouvelle rédaction", "nouveau libellé", "texte modifié", "texte amendé",
	"remplacer par", "à remplacer par", "remplacé par", "doit se lire",

	"texto propuesto", "redacción propuesta", "modificación propuesta",
	"cambio propuesto", "enmienda", "enmienda propuesta", "propuesta", "nuevo texto",
	"nueva redacción", "texto modificado", "texto enmendado", "sustituir por",
	"reemplazar por", "sustituido por", "debe decir",

	"vorgeschlagener text", "vorgeschlagene fassung", "änderungsvorschlag", "änderung",
	"geänderter text", "geänderte fassung", "neuer text", "neue fassung", "vorschlag",
	"ersetzen durch", "zu ersetzen durch", "ersetzt durch",

	"предлагаемый текст", "предлагаемая редакция", "предлагаемое изменение", "поправка",
	"предложение", "новый текст", "новая редакция", "заменить на", "изложить так",

	"拟议案文", "建议案文", "修改后", "修正案", "新案文", "建议修改", "拟议修改", "修订条文",
	"建议文本", "修改建议", "改为", "替换为", "修改为",

	"النص المقترح", "الصيغة المقترحة", "التعديل", "التعديل المقترح", "النص الجديد", "يستعاض عنه بما يلي",
	NULL};

const struct lang_label_pair lang_label_pairs[] = {
	{"from", "to"}, {"for", "read"}, {"is", "should be"}, {"instead of", "read"},
	{"is", "should read"}, {"au lieu de", "lire"}, {"donde dice", "debe decir"},
	{"statt", "lies"}, {"вместо", "читать"},  {"before", "after"}, {"was", "now"}, {"as is", "to be"},
	{"avant", "après"}, {"ancien", "nouveau"}, {"ancienne version", "nouvelle version"},
	{"dice", "debe decir"}, {"antes", "después"}, {"alt", "neu"}, {"bisher", "neu"},
	{"bisher", "künftig"}, {"vorher", "nachher"}, {"было", "стало"}, {"原", "改为"},
	{"原为", "改为"}, {"原", "现"}, {"قبل", "بعد"}, {NULL, NULL}};

const char *const lang_remark_heads[] = {
	"rationale", "justification", "reason", "reasons", "reasoning", "explanation",
	"comment", "comments", "remark", "remarks", "note", "notes", "explanatory note",
	"or. en", "or. fr", "or. de", "or. es", /* which language an amendment was written in */
	"raison", "raisons", "motif", "motifs", "exposé des motifs", "observations",
	"commentaire", "commentaires", "justificación", "motivo", "motivos", "observaciones",
	"comentario", "comentarios", "begründung", "grund", "anmerkung", "anmerkungen",
	"kommentar", "обоснование", "причина", "комментарий", "комментарии", "примечание",
	"замечания", "理由", "说明", "评论", "备注", "意见", "المبرر", "السبب", "التعليق",
	"ملاحظات", "التعليقات", NULL};

const char *const lang_place_heads[] = {
	"place", "location", "reference", "ref", "where", "provision", "provisions",
	"provision no", "disposition", "disposición", "vorschrift", "bestimmung", "положение",
	"条款", "الحكم",
	"emplacement", "référence", "ubicación", "referencia", "stelle", "fundstelle",
	"место", "ссылка", "位置", "الموضع", "المرجع", NULL};

const char *const lang_number_heads[] = {
	"no", "no.", "nr", "nr.", "n°", "n.º", "#", "№", "number", "num", "núm.", "id",
	"comment no", "comment no.", "序号", "编号", "الرقم", NULL};

const char *const lang_text_words[] = {
	"text", "wording", "language", "formulation", "proposal", "proposed", "version",
	"alternative", "option", "amendment", "compromise", "suggest", "texte", "libellé",
	"proposition", "texto", "redacción", "propuesta", "wortlaut", "fassung", "vorschlag",
	"текст", "редакция", "предложение", "案文", "建议", "النص", NULL};

const char *const lang_party_heads[] = {
	"country", "countries", "source", "sources", "origin", "suggested by", "raised by",
	"origine", "proposée par", "fuente", "origen", "quelle", "источник", "来源", "المصدر",
	"delegation", "delegations", "proposer", "proposed by",
	"proposing party", "party", "parties", "member", "member state", "submitted by",
	"organization", "organisation", "author", "mb/nc", "member body",
	"pays", "délégation", "auteur", "proposé par", "país", "delegación", "autor",
	"propuesto por", "land", "antragsteller", "страна", "делегация", "автор",
	"国家", "代表团", "提案方", "提案国", "البلد", "الوفد", "مقدم الاقتراح", NULL};

const char *const lang_support_heads[] = {
	"supported by", "support", "supporters", "supporting parties", "supporting delegations",
	"co-sponsors", "cosponsors", "sponsors", "co-sponsored by", "seconded by", "endorsed by",
	"in favour", "in favor", "votes in favour", "for", "appuyé par", "soutenu par", "soutien",
	"appui", "pour", "coauteurs", "apoyado por", "apoyo", "a favor", "copatrocinadores",
	"unterstützt von", "unterstützung", "unterstützer", "dafür", "поддержка", "поддержали",
	"поддержано", "поддерживают", "за", "соавторы", "支持方", "支持", "赞成", "共同提案国",
	"المؤيدون", "مؤيدون", "التأييد", "بتأييد من", NULL};

const char *const lang_against_heads[] = {
	"opposed by", "opposition", "opponents", "opposing parties", "opposing delegations",
	"objection", "objections", "objections by", "objections from", "objected to by",
	"objecting parties", "not supported by", "not accepted by", "not agreed by",
	"rejected by", "against", "votes against", "reservations", "reservations by",
	"opposé", "opposés", "opposants", "objections de", "objection de", "rejeté par",
	"non appuyé par", "contre", "réserves", "réserves de", "objeción", "objeciones",
	"objeciones de", "oposición", "rechazado por", "no apoyado por", "en contra", "reservas",
	"abgelehnt von", "ablehnung", "ablehnung durch", "einwände", "einwände von", "dagegen",
	"nicht unterstützt von", "vorbehalte", "возражения", "возражает", "возражают",
	"возражения со стороны", "против", "отклонено", "оговорки", "反对方", "反对", "反对国",
	"异议", "保留", "المعارضون", "المعترضون", "اعتراضات", "الاعتراضات", "التحفظات", NULL};

const char *const lang_assent_heads[] = {
	"agree", "accept", "support", "approv", "adopt", "decision", "outcome",
	"status", "result", "response", "reply", "secretariat", "accepté", "adopté", "approuvé",
	"d'accord", "décision", "statut", "réponse", "suite donnée", "aceptad", "aprobad",
	"de acuerdo", "decisión", "estado", "respuesta", "angenommen", "zustimm", "akzeptiert",
	"entscheidung", "beschluss", "antwort", "принят", "согласован", "решение", "статус",
	"ответ", "接受", "同意", "采纳", "决定", "状态", "答复", "مقبول", "القرار", "الحالة",
	"الرد", NULL};

const char *const lang_noes[] = {
	"no", "n", "not", "none", "nil", "nobody", "non", "aucun", "aucune", "ninguno", "ninguna",
	"nein", "kein", "keine", "keiner", "niemand", "нет", "никто", "否", "不", "无", "لا",
	"لا أحد", "لا يوجد", "n/a", "0", "x", "✗", "✘", "❌", NULL};

const char *const lang_deletions[] = {
	"delete", "deleted", "deletion", "to be deleted", "remove", "removed", "strike", "omit",
	"omitted", "supprimer", "supprimé", "à supprimer", "suppression", "suprimir",
	"suprimido", "suprímase", "eliminar", "eliminado", "streichen", "gestrichen",
	"zu streichen", "entfällt", "исключить", "исключено", "исключен", "удалить",
	"удалено", "删除", "删去", "刪除", "تحذف", "يحذف", "حذف", NULL};

const char *const lang_unchanged[] = {
	"no change", "no changes", "unchanged", "no comment", "no comments", "agreed", "agree",
	"ok", "as is", "inchangé", "sans changement", "pas de changement", "sin cambios",
	"sin modificaciones", "unverändert", "keine änderung", "без изменений", "不变",
	"无修改", "无变化", "دون تغيير", "بدون تغيير", NULL};

const char *const lang_section_names[] = {
	"introduction", "foreword", "preface", "background", "executive summary", "summary",
	"conclusion", "conclusions", "bibliography", "glossary", "concluding remarks",
	"scope", "definitions", "terms and definitions", "normative references",

	"avant-propos", "préface", "résumé", "bibliographie", "glossaire", "champ d'application",
	"champ d’application", "définitions",

	"introducción", "prólogo", "prefacio", "resumen", "conclusión", "conclusiones",
	"bibliografía", "glosario",

	"einleitung", "vorwort", "zusammenfassung", "schlussfolgerungen", "literaturhinweise",
	"anwendungsbereich", "begriffsbestimmungen",

	"введение", "введении", "предисловие", "предисловии", "резюме", "заключение", "заключении",

	"المقدمة", "التمهيد", "الخاتمة", "الموجز", NULL};

const char *const lang_item_heads[] = {
	"amendment", "amdt", "amdt.", "comment", "suggestion", "change", "edit", "request", "issue",
	"step", "option", "proposal", "item", "session", "day", "group", "correction", "remark",
	"question", "answer", "reason", "version", "round", "motion", "commentaire",
	"amendement", "proposition", "remarque", "demande", "modification", "enmienda",
	"propuesta", "comentario", "solicitud", "anmerkung", "vorschlag", "antrag", "kommentar",
	"nummer", "поправка", "замечание", "предложение", "комментарий", "изменение",
	"修正案", "修正", "意见", "建议", "提案", "تعديل", "التعديل", "ملاحظة", "مقترح", "اقتراح", NULL};

const char *const lang_neighbours[] = {
	"next", "previous", "preceding", "subsequent", "following", "above", "below", "adjacent",
	"prochain", "prochaine", "précédent", "précédente", "suivant", "suivante", "ci-dessus",
	"ci-après", "anterior", "precedente", "siguiente", "próximo", "próxima",
	"nächsten", "nächster", "nächste", "vorherigen", "vorherige", "vorigen", "vorige",
	"vorhergehenden", "vorstehenden", "vorangehenden", "nachfolgenden", "folgenden",
	"folgender", "предыдущем", "предыдущий", "следующем", "следующий", "предшествующем",
	"предыдущей", "следующей", "предыдущая", "следующая",
	"上一", "下一", "前一", "后一", "後一", "以下", "السابقة", "التالية", "اللاحقة",
	NULL};

const char *const lang_numbering[] = {
	"renumber", "re-number", "move up", "moves up", "move down", "moves down", "renumér", "numbering", "numbered", "numérot", "renumérot", "numeración",
	"renumer", "nummerier", "neunummerier", "umnummerier", "folgenummerier", "нумерац",
	"перенумер", "нумеров", "编号", "編號", "ترقيم", "الترقيم", NULL};

const char *const lang_topic_leads[] = {
	"comments on", "comments to", "discussion on", "discussion of", "proposals on", "on", "re", "ad",
	"let us look at", "let us turn to", "let us now turn to", "let us move to", "let us move on to",
	"let us go to", "let's look at", "let's turn to", "let's move to", "let's move on to",
	"let's go to", "let’s look at", "let’s turn to", "let’s move on to", "we turn to",
	"we now turn to", "we move to", "we move on to", "we now move to", "we now move on to",
	"we come to", "we now come to", "we discuss", "now", "next", "next is", "turning to",
	"moving to", "moving on to", "commentaires sur", "observations sur", "passons à",
	"passons au", "nous passons à", "nous passons au", "comentarios sobre", "comentarios al",
	"pasemos a", "pasemos al", "pasamos a", "pasamos al", "kommentare zu", "anmerkungen zu", "zu",
	"kommen wir zu", "wir kommen zu", "замечания по", "по", "перейдем к", "перейдём к",
	"переходим к", "关于", "对", "现在讨论", "我们讨论", "تعليقات على", "بشأن", "ننتقل إلى",
	"لننتقل إلى", NULL};

const char *const lang_term_nouns[] = {
	"the term", "term", "the expression", "the word", "the phrase", "le terme", "l'expression",
	"l’expression", "le mot", "el término", "la expresión", "der begriff", "der ausdruck",
	"термин", "понятие", "مصطلح", "عبارة", NULL};

const char *const lang_defining[] = {
	"means", "mean", "includes", "include", "has the meaning", "has the same meaning",
	"shall mean", "shall have the meaning", "refers to", "is defined as", "désigne", "désignent",
	"signifie", "s'entend", "s’entend", "significa", "designa", "se entiende", "bedeutet",
	"bezeichnet", "означает", "指", "是指", "يعني", "تعني", "يقصد به", ":", "–", "—", NULL};

const char *const lang_own_acts[] = {
	"act", "principal act", "bill", "law", "agreement", "contract", "code", "lease", "deed", "charter", "rules",
	"regulations", "by-laws", "gesetz", "gesetzes", "vertrag", "vertrags", "satzung",
	"verordnung", "закона", "договора", "соглашения", NULL};

const char *const lang_law_codes[] = {"code", NULL};

const char *const lang_other_leads[] = {
	"elsewhere", "next", "next one", "the next one", "previous one", "other places", "ailleurs",
	"le suivant", "en otro lugar", "el siguiente", "an anderer stelle", "anderswo",
	"в другом месте", "другое", "其他地方", "في موضع آخر", NULL};
