/*
 * speakers.c -- what stands between parties, before them or after them, and says how they go with
 * what is proposed, in all languages (lang.h).
 */
#include "lang.h"

const char *const lang_jointly[] = {
	"with", "jointly", "together", "along", "alongside", "plus", "also", "well",
	"avec", "ainsi", "conjointement", "ensemble", "con", "junto", "junta", "conjunta", "así",
	"además", "mit", "gemeinsam", "zusammen", "sowie", "nebst", "с", "со", "совместно", "вместе",
	"также", "共同", "一道", "连同", "會同", "会同", "以及", "同", "وكذلك", "بالاشتراك", "مع", "معا",
	NULL};

const char *const lang_credited[] = {
	"proposed", "suggested", "submitted", "tabled", "introduced", "requested", "added",
	"proposé", "proposée", "suggéré", "suggérée", "présenté", "présentée", "soumis", "soumise",
	"propuesto", "propuesta", "sugerido", "sugerida", "presentado", "presentada",
	"vorgeschlagen", "eingereicht", "eingebracht", "beantragt", "предложено", "предложена",
	"предложен", "представлено", "представлена", "внесено", "внесена", "提出", "提议", "提議",
	"提交", "建议", "建議", "مقترح", "مقدم", "مقدمة", NULL};

const char *const lang_credits_by[] = {
	"by", "s", "par", "por", "von", "durch", "由", "的", "من", "من قبل", NULL};

const char *const lang_and_more[] = {
	"and ", "& ", "et ", "y ", "e ", "und ", "u. ", "u.", "и ", "等", "و", "plus ", NULL};

const char *const lang_others[] = {
	"others", "other delegations", "other states", "other countries", "al", "al.", "more",
	"co-sponsors", "cosponsors", "the co-sponsors", "autres", "d'autres", "d’autres",
	"autres délégations", "otros", "otras", "otras delegaciones", "otros países", "a.", "andere",
	"weitere", "др.", "другие", "другие делегации", "国", "國", "国家", "國家", "آخرون", "غيرها",
	"غيرهم", NULL};

const char *const lang_speaks_for[] = {
	"for", "pour", "por", "para", "für", "за", "代表", "代", "عن", NULL};

const char *const lang_relatives[] = {
	"which", "to which", "with which", "against which", "something", "something that",
	"something which", "whereas", "while", "although", "though", "a proposal", "a proposal that",
	"a proposal which", "a change that", "a change which", "a view that", "an idea that",
	"ce que", "ce à quoi", "ce qu'", "ce qu’", "ce qui", "alors que", "tandis que", "bien que",
	"lo que", "a lo que", "con lo que", "lo cual", "a lo cual", "con lo cual", "mientras que",
	"aunque", "was", "wogegen", "dem", "während", "wobei", "obwohl", "что", "чему", "с чем",
	"против чего", "тогда как", "хотя", "而", "但", "对此", "وهو ما", "وهو أمر", "الأمر الذي",
	"بينما", "في حين", "مما", NULL};

const char *const lang_mail_senders[] = {
	"from", "sender", "de", "de la part de", "expéditeur", "remitente", "von", "absender", "от",
	"от кого", "отправитель", "发件人", "發件人", "寄件人", "من", "المرسل", NULL};

const char *const lang_mail_receivers[] = {
	"to", "à", "destinataire", "destinataires", "para", "destinatario", "an", "empfänger", "кому",
	"收件人", "إلى", NULL};

const char *const lang_mail_keys[] = {
	"cc", "bcc", "copy", "date", "sent", "subject", "re", "reply-to", "importance", "attachments",
	"copie", "objet", "envoyé", "copia", "fecha", "enviado", "enviado el", "asunto", "kopie",
	"datum", "gesendet", "betreff", "копия", "дата", "отправлено", "тема", "抄送", "日期",
	"发送时间", "主题", "主題", "نسخة", "التاريخ", "الموضوع", NULL};

const char *const lang_closings[] = {
	"best regards", "kind regards", "warm regards", "with best regards", "with kind regards",
	"regards", "sincerely", "yours sincerely", "sincerely yours", "yours faithfully",
	"yours truly", "best wishes", "best", "cheers", "respectfully", "respectfully submitted",
	"(signed)", "signed", "/s/",
	"cordialement", "bien cordialement", "bien à vous", "sincères salutations",
	"meilleures salutations", "salutations distinguées", "(signé)", "signé",
	"atentamente", "saludos", "saludos cordiales", "un saludo", "un cordial saludo",
	"cordialmente", "(firmado)", "firmado",
	"mit freundlichen grüßen", "mit freundlichem gruß", "mit besten grüßen", "beste grüße",
	"viele grüße", "freundliche grüße", "hochachtungsvoll",
	"(gezeichnet)", "gez.", "с уважением", "с наилучшими пожеланиями", "искренне ваш",
	"(подпись)", "(подписано)", "此致", "敬礼", "敬禮", "顺颂商祺", "谨上", "（签名）",
	"مع التقدير", "مع أطيب التحيات", "مع خالص التحية", "تحياتي", "(توقيع)",
	NULL};

const char *const lang_thanks[] = {
	"thanks", "many thanks", "thank you", "with thanks", "merci", "gracias", "muchas gracias",
	"danke", "vielen dank", "спасибо", "谢谢", "مع الشكر", "وشكرا", NULL};

const char *const lang_persons[] = {"Georgia", "Jordan", "Chad", "Israel", "India", NULL};
