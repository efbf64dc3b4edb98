/*
 * ar.c -- Arabic, as delegations and the United Nations word their amendments.
 * What is written onto a word ("والفقرة", "للفقرة", "بالفقرة") is a row of its own that
 * ends inside the word, and only before words that a row knows: there is no stemming.
 * Patterns meet any spelling of alif, ya and ta marbuta, with and without vowels
 * (engine/rows.c); a letter in a class, "[أ]ن", is met as it stands.
 *
 * "استبدل" is used both ways round in earnest texts, so it is a verb that can't be
 * carried out.  See lang.h for what a row is.
 */
#include "lang.h"

#include <redline/statement.h>

#define COUNT(a) (sizeof(a) / sizeof(a)[0])

#define DIGIT  "[/(]?[0-9٠-٩۰-۹]"
#define MARK   "[«“”„\"‘]"
#define LIKE   "(?:كما يلي|كالتالي|كالآتي|على النحو التالي|بالصيغة التالية|ما يلي|(?:الآتي|التالي)(?= ?[:«“”„\"]))"
/* "the", alone or in "for the" */
#define THE    "(?:ال|ل)?"
#define FIRSTS "(?:أولى|أول|ثانية|ثاني|ثالثة|ثالث|رابعة|رابع|خامسة|خامس|سادسة|سادس|سابعة|سابع|ثامنة|ثامن|تاسعة|تاسع|عاشرة|عاشر)"
#define PLACES "(?:فقرة|فقرات|فقرتان|فقرتين|مادة|مواد|جملة|بند|بنود|عنوان|مرفق|حاشية|قسم|فرع|فصل|سطر)"
#define WORDS  "(?:كلمة|كلمات|كلمتي|كلمتا|كلمتان|كلمتين|عبارة|عبارات|عبارتي|عبارتا|عبارتان|عبارتين|مصطلح|لفظ|لفظة|رقم|عدد|تاريخ|نص)"
#define ACTS   "(?:[يت]ستعاض|[يتن]حذف|حذف|[يت]لغى|إلغاء|[يت]ضاف|نضيف|إضافة|[يت]درج|إدراج|[يت]نقل|نقل|[يت]عاد|إعادة|[يت]صبح|[يت]عدل|تعديل|[يت]دمج|دمج|[يت]قسم|تقسيم|[يت]وضع|وضع|[يت]حل|إحلال|[يت]قرأ|[يت]كون|[يت]ستبدل|استبدال|الاستعاضة|الإبقاء)"
/* What a particle may be cut off from */
#define KNOWN  "(?:(?:ال|لل)?(?:" PLACES "|" WORDS ")|بال" PLACES "|ب" WORDS "|" ACTS "|ليصبح|[تيأن](?:قترح|ؤيد|عارض|عترض|رفض|وافق|دعم|تحفظ|ود|طلب|سحب|حبذ|رى)|سحبت?|لا |لم |لن |ليس|بعد |قبل |في |من |ال" FIRSTS "|الأخيرة|الأخير|باسم|بتأييد|كذلك|أيضا|ينبغي|يجب|ذلك|نظرا|لأن|لكن|عن |(?:تلك|هذه|هذا|نفس) |ب?ـ?" MARK "| ?" MARK "|" DIGIT ")"

static const struct lang_row rows[] = {
	/* a question */
	{"(?:[تين]سأل|سألت?|[تين]تساءل|تساءلت?)", LEX_DOUBT, DOUBT_ASKED},
	/* of another version of the text than this draft, perhaps */
	{"(?:النص|النسخة|الصيغة) (?:الإنكليزي|الإنجليزي|الفرنسي|الإسباني|الروسي|الصيني|العربي)ة? فقط", LEX_DOUBT, DOUBT_HELD},
	/* what is not to be done, or only if something else is */
	{"(?:بدلا|عوضا) (?:من|عن)(?= (?:[أ]ن )?(?:ال)?" ACTS ")", LEX_NEGATION, 1},
	{"رهنا(?: ب\\B)?|طالما|ما دام(?:ت)?|ريثما|عندما|متى|(?:ب|في )انتظار|عند(?= (?:اعتماد|الاقتضاء|اللزوم|الضرورة|موافقة|الحاجة))|(?:بعد|قبل)(?= (?:اعتماد|الاتفاق|موافقة|الموافقة|إقرار))|(?:بافتراض|لنفترض)|على أن(?= [تي](?:وافق|قبل))", LEX_DOUBT, 0},
	{"شريطة|بشرط|في حالة?(?! )|في حالة?(?= (?:موافقة|قبول|عدم|الاتفاق|الموافقة))", LEX_DOUBT, DOUBT_HELD},
	{"حسب (?:الاقتضاء|مقتضى الحال|الحاجة|اللزوم)|حسبما (?:يكون )?(?:[يت]قتضي|مناسبا|ملائما|اقتضى)|حيثما (?:كان|يكون)(?: ذلك)?(?: مناسبا| ملائما)?|عند الاقتضاء|(?:ال)?نظر في|على سبيل المثال|مثلا", LEX_DOUBT, DOUBT_HELD},
	{"وإلا(?: ف\\B)?|كبديل(?: عن ذلك)?|بديلا عن ذلك|كخيار(?: ثان| آخر| بديل)?|خلافا لذلك|كحل (?:أخير|بديل)|(?:ال)?(?:خيار|بديل) (?:" DIGIT "|ال" FIRSTS "|آخر)", LEX_DOUBT, DOUBT_HELD},
	{"(?:مرفوضة?|غير متفق عليه(?:ا)?|معلقة?|قيد النظر|مسحوبة?|تحفظات?|اعتراضات?|مثال|بديل|بدائل)(?= ?(?:[:)]|$))", LEX_DOUBT, 0},
	{"قد(?= [تي])", LEX_HEDGE, 0},
	{"في البداية|أصلا|في الأصل", LEX_HISTORY, HISTORY_WHEN},

	{"(?:باستثناء|ما عدا|عدا)(?= (?:في )?(?:(?:ال)?" PLACES "|" BARE_LABEL "|\\(?[٠-٩أ-ي]{1,4}\\)|[٠-٩]{1,4}(?!\\w)))", LEX_EXCEPT, 0},
	/* particles that are written onto what follows */
	{"بالإضافة إلى ذلك|وبالإضافة إلى ذلك|إضافة إلى ذلك|علاوة على ذلك|ولكن|وفقا لذلك|تبعا لذلك|بناء على ذلك", LEX_FILLER, FILLER_PLAIN},
	{"و(?=" KNOWN ")\\B|و", LEX_AND, 0},
	{"ف(?=" ACTS ")\\B", LEX_FILLER, FILLER_PLAIN},
	{"ل(?=ل" PLACES ")\\B", LEX_OF, 0},
	{"[لب](?=(?:حذف|إضافة|إدراج|الاستعاضة|استبدال|نقل|تعديل|إلغاء|دمج|تقسيم)(?: |$))\\B", LEX_FILLER, FILLER_PLAIN},

	/* what takes no amendment back, asks for none, or says where the speaker is */
	{"(?:[تيأن]سحب|سحبت?)(?= [^.؛:،]{0,60}?(?:تحفظ|اعتراض))", LEX_FILLER, FILLER_LIFTED},
	{"(?:[نأيت]ود|[نأيت]رغب في|[نأيت]ريد|اسمحوا لي)(?: [أ]ن)? (?:[نأيت]ضيف|بإضافة|إضافة)(?= أن)", LEX_FILLER, 0},
	{"(?:اعتمدت?|أقرت?|نوقشت?|ووفق على)(?= (?:ال)?(?:فقرة|فقرات|فقرتان|مادة|مواد|جملة|بند))", LEX_HISTORY, HISTORY_TOLD},
	{"وهو (?:ما|أمر) [تي]عارضه(?=[^,;.:]{1,80}[.;]?$)", LEX_STANCE, REDLINE_OPPOSES},
	{"وهو (?:ما|أمر) [تي]ؤيده(?=[^,;.:]{1,80}[.;]?$)", LEX_STANCE, REDLINE_SUPPORTS},
	{"[تين]عترض(?= [^.؛:،]{1,60} على )", LEX_STANCE, REDLINE_OPPOSES},
	{"[تين]ضم(?= [^.؛:،]{1,60}صوت(?:ها|ه|نا|هم) إلى)", LEX_STANCE, REDLINE_SUPPORTS},
	{"صوت(?:ها|ه|نا|هم) إلى", LEX_FILLER, FILLER_PLAIN},
	{"[تين]حتفظ(?= [^.؛:،]{1,60} ?بموقف)|[تين]تحفظ(?= [^.؛:،]{1,60} على )", LEX_STANCE, REDLINE_RESERVES},
	{"بموقف(?:ها|ه|نا|هم)", LEX_FILLER, FILLER_PLAIN},

	/* reports and thoughts, before the verbs they contain */
	{"سحبت?(?= [^.؛:،]{1,60} (?:اقتراح|مقترح|تعديل)(?:ها|ه|نا|هم)?)", LEX_VAGUE, VAGUE_WITHDRAWN},
	{"(?:التي|الذي) (?:كانت? )?(?:قد )?(?:سبق [أ]ن |سبق )?(?:حذفت?|أضيفت?|عدلت?|أدرجت?|ألغيت?|حذفها|حذفه)(?! من)", LEX_FILLER, FILLER_PLAIN},
	{"(?:تم|تمت|جرى|جرت|سبق|لقد|قد|كان|كانت)(?: أن)?|(?:حذفت|أضيفت|أضيف|أدرجت|استعيض|عدلت|نقلت|ألغيت|دمجت|استبدلت)", LEX_HISTORY, HISTORY_TOLD},
	{"(?:بعض|عدد من|عدة|كثير من|العديد من|أحد|إحدى) (?:ال)?(?:وفود|دول|أعضاء|بلدان|ممثلين)(?: (?:[تي]قترح|[تي]طلب|اقترحت?|طلبت?|[تي]ود|[تي]رى))?", LEX_HISTORY, HISTORY_ONCE},
	{"(?:[تين]لاحظ|لاحظت?|[تين]شير إلى|حسب|[تينأ]شكر|شكرا)", LEX_HISTORY, HISTORY_TOLD},
	{"(?:في |خلال |أثناء )?(?:ال)?(?:دورة|جلسة|قراءة|اجتماع|جولة|مرحلة|أسبوع) (?:السابقة|الماضية|السابق|الماضي|ال" FIRSTS ")|أمس|سابقا|في العام الماضي", LEX_HISTORY, HISTORY_WHEN},
	{"(?:لا يمكن|ليس بوسع)(?= [^.؛:،]{1,60} (?:قبول|[أ]ن [تي](?:قبل|ؤيد|وافق|دعم)|الموافقة|تأييد|دعم))|لا [تي]ستطيع(?= [^.؛:،]{1,60} (?:قبول|[أ]ن [تي](?:قبل|ؤيد|وافق|دعم)|الموافقة|تأييد|دعم))", LEX_STANCE, REDLINE_OPPOSES},
	{"يمكن(?= ل[^.؛:،]{1,60} (?:قبول|[أ]ن [تي](?:قبل|ؤيد|وافق|دعم)|الموافقة|تأييد|دعم))", LEX_STANCE, REDLINE_SUPPORTS},
	{"[أ]ن [تي](?:قبل|ؤيد|وافق على|دعم)|(?:ال)?موافقة على|قبول|تأييد", LEX_FILLER, FILLER_PLAIN},
	{"لا [تينأ]عترض(?: على)?|لا [تينأ]عارض|لا (?:مانع|اعتراض)(?: لدي(?:نا|ها|ه))?(?: (?:من|على|في))?|لا [تينأ]مانع(?: (?:في|من))?|ليس (?:لدينا|لديها|لديه|ل[^ .،]{1,20}) (?:أي )?اعتراض(?: على)?", LEX_STANCE, REDLINE_SUPPORTS},
	/* what is only not needed, or not insisted on, is not opposed */
	{"لا [تينأ]صر(?:ون)?(?: على)?|لا (?:داعي|حاجة)(?: إلى| ل\\B)?|لا [يت]لزم|ليس من (?:الضروري|اللازم)(?: [أ]ن)?", LEX_NEGATION, NEGATION_LETS},
	{"(?:لا يمكن(?:نا|ها|ه)?|لا (?:[تين]ستطيع|[تين]مكن)|ليس بوسع(?:نا|ها|ه)|لا يسع(?:نا|ها|ه))(?: أن)?(?: (?:[تينأ]قبل|قبول|[تينأ]ؤيد|تأييد|[تينأ]وافق على|الموافقة على|[تينأ]دعم|دعم))", LEX_STANCE, REDLINE_OPPOSES},
	{"(?:لا|لن|لم) [تينأ]وافق(?= [^.؛:،]{1,40} على)|(?:لا|لن|لم) (?:[تينأ]قبل|[تينأ]ؤيد|[تينأ]وافق على|[تينأ]دعم|[تينأ]حبذ)|[تينأ]عارض|[تينأ]رفض|[تينأ]عترض(?: على)?", LEX_STANCE, REDLINE_OPPOSES},
	{"[تينأ]تحفظ على|(?:لدينا|لديها|لديه) تحفظات(?: على)?", LEX_STANCE, REDLINE_RESERVES},
	{"(?:يمكن(?:نا|ها|ه)?|بوسع(?:نا|ها|ه)) (?:أن [تينأ]قبل|قبول|أن [تينأ]وافق على|الموافقة على)|[تينأ]وافق على|[تينأ]ؤيد(?! ه)|[تينأ]دعم|[تينأ]رحب ب\\B|[تينأ]رحب", LEX_STANCE, REDLINE_SUPPORTS},
	{"(?:قد )?(?:يمكن(?:نا)?|من الممكن|بالإمكان|ربما|لعل)(?: أن)?", LEX_HEDGE, HEDGE_WORD},

	/* proposing */
	{"[تينأ]قترح(?:ون)?(?: [أ]ن)?|[تينأ]طلب(?: [أ]ن)?|[تينأ]وصي(?: ب\\B)?|[تينأ]ود(?: [أ]ن)?(?: [تينأ]قترح)?(?: [أ]ن)?|[تينأ]رغب في(?: [أ]ن)?|[تينأ]فضل(?: [أ]ن)?|[تينأ]دعو إلى", LEX_PROPOSE, 0},
	{"[ا]قترح(?:ت|نا|وا)?(?: [أ]ن)?|طلبت(?: [أ]ن)?", LEX_PROPOSE, 2},
	{"(?:ال)?اقتراح(?:ات)?|(?:ال)?مقترح(?:ات)?", LEX_PROPOSE, 1},

	/* checks */
	{"(?:ل|بحيث )[يت]صبح(?: نص(?:ه|ها| الفقرة| الجملة| المادة)?)?(?: المعدل(?:ة)?)? " LIKE "|(?:ل|بحيث )[يت]صبح نص(?:ه|ها| الفقرة| الجملة| المادة)(?= ?:)|(?:ل|بحيث )[يت]كون نص(?:ه|ها)(?: " LIKE ")?", LEX_CHECK, 0},
	{"(?:ل[يت]صبح|ل[يت]كون)(?= (?:الفقرة|المادة|البند) " DIGIT ")", LEX_REASON, REASON_BECOMES},
	{"(?:ل[يت]صبح|ل[يت]كون)(?= " THE PLACES ")", LEX_FILLER, FILLER_PLAIN},

	/* verbs */
	{"(?:و)?فيما يلي نص(?:ه|ها)|[يت]صبح نص(?:ه|ها)(?: " LIKE ")?|[يت]كون نص(?:ه|ها)(?: " LIKE ")?|نص(?:ه|ها)(?: " LIKE ")?", LEX_ACTION, VERB(VERB_READ, FORM_ACTIVE)},
	{"(?:[يت]صبح|[يت]كون)(?: نص)?(?= " THE PLACES "[^.؛:،]{0,100}? ?" LIKE ")|[يت]عدل(?: نص)?|تعديل(?: نص)?", LEX_ACTION, VERB(VERB_AMEND, FORM_ACTIVE)},
	{"(?:ال)?ما تبقى من(?= الفقرات| المواد)", LEX_REST, 0},
	{"[يت]رقم(?= (?:ما تبقى|الفقرات|المواد))|(?:[يت]غير|تغيير) ترقيم", LEX_ACTION, VERB(VERB_RENUMBER, FORM_PASSIVE)},
	{"[يت]عاد ترقيم|(?:ال)?إعادة ترقيم|[يت]صبح(?= (?:الجملة [^.،«]{1,60} )?(?:الفقرة|المادة|الفقرات|المواد|الفقرتان|المادتان|البند) " DIGIT ")", LEX_ACTION, VERB(VERB_RENUMBER, FORM_PASSIVE)},
	{"(?:ال)?" PLACES " (?:اللاحقة|المتبقية|الباقية)|(?:ال)?فقرات التالية", LEX_REST, 0},
	{"[يت]ستعاض(?: عن)?|استعيضوا(?: عن)?|(?:ال)?استعاضة(?: عن)?", LEX_ACTION, VERB(VERB_REPLACE, FORM_ACTIVE)},
	{"[يت]حل(?= محل(?:ه|ها|هما))", LEX_ACTION, VERB(VERB_INSERT, FORM_ACTIVE)},
	{"(?:[يت]حل|إحلال)(?= [^.؛]{0,300}محل )", LEX_ACTION, VERB(VERB_REPLACE, FORM_ACTIVE)},
	{"[يتن]ستبدل|(?:ال)?استبدال|إبدال|[يت]بدل", LEX_ACTION, VERB(VERB_EXCHANGE, FORM_ACTIVE)},
	{"[يتن]حذف|(?:ال)?حذف|[يت]لغى|إلغاء|[يت]شطب|شطب|احذفوا?|اشطبوا?", LEX_ACTION, VERB(VERB_DELETE, FORM_ACTIVE)},
	{"(?:[يت]رفع|رفع|[يت]زال|إزالة)(?= [^.؛]{0,100}(?:أقواس|قوس|معقوفت))", LEX_ACTION, VERB(VERB_DELETE, FORM_ACTIVE)},
	{"إعادة (?:إدراج|إدخال)|[يت]عاد (?:إدراج|إدخال)|[يت]عاد(?= (?:إلى النص )?(?:ال)?" PLACES ")|[يت]ستعاد|استعادة|إعادة(?= (?:ال)?" PLACES ")", LEX_ACTION, VERB(VERB_RESTORE, FORM_ACTIVE)},
	{"[يتن]ضاف|[ين]ضيف|(?:ال)?إضافة|[أ]ضيفوا|[أ]ضف", LEX_ACTION, VERB(VERB_INSERT, FORM_ACTIVE) | VERB_APPENDS},
	{"[يتن]درج|(?:ال)?إدراج|[يت]دخل|إدخال|[أ]درجوا?", LEX_ACTION, VERB(VERB_INSERT, FORM_ACTIVE)},
	{"[يت]وضع|وضع(?= )", LEX_ACTION, VERB(VERB_PUT, FORM_ACTIVE)},
	{"[يت]نقل|نقل", LEX_ACTION, VERB(VERB_MOVE, FORM_ACTIVE)},
	{"(?:[يت]جري )?(?:[يت]?تبادل|تبديل|[يت]بدل) (?:موضعي|مكاني|موقعي|ترتيب)", LEX_ACTION, VERB(VERB_SWAP, FORM_ACTIVE)},
	{"[يت]قسم|تقسيم", LEX_ACTION, VERB(VERB_SPLIT, FORM_ACTIVE)},
	{"[يت]دمج|دمج", LEX_ACTION, VERB(VERB_MERGE, FORM_ACTIVE)},
	{"(?:ال)?إبقاء على|[يت]بقى", LEX_ACTION, VERB(VERB_KEEP, FORM_ACTIVE)},
	{"[يت]سحب|نسحب|سحب", LEX_ACTION, VERB(VERB_WITHDRAW, FORM_ACTIVE)},
	{"[يت]قرأ|[يت]ستخدم|[يت]ستعمل", LEX_ACTION, VERB(VERB_USE, FORM_ACTIVE)},
	{"(?:[يت]عاد|إعادة) صياغة(?= [^.؛:،]{1,60} " LIKE ")", LEX_ACTION, VERB(VERB_AMEND, FORM_ACTIVE)},
	{THE "خانة|[يت]عاد صياغة|إعادة صياغة|[يت]عاد ترتيب|إعادة ترتيب", LEX_VAGUE, 0},
	{"تبسيط|توضيح|تعزيز|تقوية|تحسين|اختصار", LEX_VAGUE, 0},

	/* links */
	{"(?:بدلا من|عوضا عن|محل|مكان|في مكان)(?:ه|ها|هما|هم)|بدلا منه(?:ا|ما)?", LEX_INSTEAD, 0},
	{"عن(?:ه|ها|هما|هم)", LEX_PRONOUN, 0},
	{"بدلا من|عوضا عن|محل|مكان(?= )", LEX_LINK, LINK_INSTEAD_OF},
	{"بما يلي|بال(?:فقرة|مادة|جملة|عبارة|كلمة|كلمات|نص|صيغة) (?:التالية|التالي|الآتية|الآتي)|ب(?:ال)?" WORDS "|ب(?= ?" MARK ")\\B|ب(?=(?:نقطة|فاصلة|نقطتين))\\B", LEX_LINK, LINK_WITH},
	{"مع(?= )", LEX_LINK, LINK_WITH},
	{LIKE, LEX_LINK, LINK_AS},
	{"إلى(?= (?:فقرتين|جملتين|مادتين))|في(?= فقرة واحدة)", LEX_LINK, LINK_INTO},
	{"(?:هي|بوصفها?|باعتبارها?|بصفتها?)(?= الفقرة| المادة)", LEX_REASON, REASON_BECOMES},

	{"على (?:التوالي|الترتيب)", LEX_RESPECTIVELY, 0},

	/* quantifiers */
	{"في (?:جميع (?:أجزاء|أنحاء)|كل) (?:النص|الوثيقة|مشروع القرار)|في (?:النص|الوثيقة) (?:كله|كلها|بأكمله|بأكملها)", LEX_QUANTIFIER, REDLINE_EACH | QUANTIFIER_WHOLE},
	{"في(?= كامل (?:النص|الوثيقة|مشروع القرار))|أينما (?:وردت?|ظهرت?)|حيثما وردت?|في كل موضع(?: ترد فيه| يرد فيه)?|في (?:جميع|كل) (?:المواضع|الحالات|المرات)(?: التي [تي]رد فيها)?", LEX_QUANTIFIER, REDLINE_EACH},
	{"في (?:كلا )?الموضعين|في المرتين|في الحالتين", LEX_QUANTIFIER, REDLINE_BOTH},
	{"في (?:الموضع|المرة|الحالة)(?= ال(?:" FIRSTS "|أخيرة?))", LEX_OCCURRENCE, 0},

	/* how far it goes */
	{"(?:كل|جميع) (?:ما|النص)(?: الوارد)? (?:يلي|بعد|يأتي بعد)(?= )", LEX_REACH, REACH_REST},
	{"(?:و)?حتى (?:نهاية|آخر)", LEX_POSITION, REDLINE_AT_END | POSITION_REACHES},
	{"(?:ابتداء )?من(?= (?:كلمة |عبارة )?" MARK ")", LEX_FROM, 0},
	{"(?:التي|الذي) [تي]بدأ (?:ب(?:ال)?(?:عبارة|كلمة|كلمات|كلمتي)|ب(?= ?" MARK ")\\B)", LEX_BEGINNING, 0},

	/* positions */
	{"في (?:نهايت|آخر)(?:ها|ه)", LEX_POSITION, REDLINE_AT_END},
	{"في (?:بدايت|مستهل|أول)(?:ها|ه)", LEX_POSITION, REDLINE_AT_START},
	{"(?:ال)?(?:ما )?قبل الأخيرة?|(?:ال)?(?:ما )?قبل الأخير", LEX_ORDINAL, 98},
	{"(?:مباشرة )?(?:ما )?بعد(?: مباشرة)?|عقب", LEX_POSITION, REDLINE_AFTER},
	{"(?:مباشرة )?(?:ما )?قبل(?: مباشرة)?", LEX_POSITION, REDLINE_BEFORE},
	{"(?:بين|داخل)(?= (?:قوسين|أقواس|معقوفتين))", LEX_IN, 0},
	{"(?:ما )?بين", LEX_POSITION, REDLINE_BETWEEN},
	{"(?:في|إلى) (?:بداية|مستهل|مطلع|أول)", LEX_POSITION, REDLINE_AT_START},
	{"(?:في|إلى) (?:نهاية|آخر|ختام)|في (?:ال)?نهاية(?= )|في النهاية", LEX_POSITION, REDLINE_AT_END},

	/* reasons */
	{"(?:عملا|أسوة|اقتداء) ب\\B|وفقا ل\\B|طبقا ل\\B|(?:استنادا إلى|بموجب|تمشيا مع|على غرار)", LEX_REASON, REASON_SAYS},
	{"لأن(?:ه|ها|نا|هما)?|السبب ?:|التعليل ?:|نظرا|بسبب|حيث(?! [يت]صبح)|إذ(?!ا)", LEX_REASON, REASON_OPENS},
	{"بغية|لكي|كي(?= )|من أجل|تفاديا|تجنبا|لضمان|لتفادي|لتجنب|لتوضيح|حرصا|مما", LEX_REASON, REASON_SAYS},

	/* who */
	{"بصفت(?:ها|هم|نا|ه) الوطنية", LEX_FILLER, 0},
	{"باسم|(?:ب?ال)?نيابة عن|متحدث[اة] باسم", LEX_SPEAKER, SPEAKER_BEHALF},
	{"بتأييد من|بدعم من|[تي]ؤيده?ا?(?= (?:وفد|ال))|[تي]ؤيدها?(?= [^.؛:،]{1,60}،)", LEX_SPEAKER, SPEAKER_SUPPORTS},
	{"نحن|وفد (?:بلدي|بلادي|بلدنا)|وفدنا|وفدي|مجموعتنا", LEX_WE, 0},
	{"(?:ال)?وفد|(?:ال)?ممثلة?|(?:ال)?حكومة|(?:ال)?بعثة", LEX_WORD, WORD_SPEAKER},
	{"لكن(?:ها|نا|ه)?(?= [تينأ]قترح)", LEX_AND, 0},
	{"لكن|غير أن|بيد أن|بل", LEX_WORD, WORD_BUT},

	{"بدون|دون", LEX_NEGATION, NEGATION_WITHOUT},
	{"لا|لن|لم|ليس|ليست|غير|(?:ب)?عدم", LEX_NEGATION, 0},
	{"[إ]ن(?= (?:وفد|بلد|مجموعة))", LEX_FILLER, FILLER_PLAIN},
	{"هل|إذا|لو|[إا]ن|ما لم|إلا إذا|في حال|في حالة|ما إذا", LEX_DOUBT, 0},
	{"أو|إما|أم", LEX_OR, 0},

	/* punctuation by name */
	{"(?:ال)?فاصلة (?:ال)?منقوطة", LEX_MARK, 0x61B},
	{"(?:ال)?فاصلة", LEX_MARK, 0x60C},
	{"(?:ال)?نقطت(?:ان|ين)", LEX_MARK, ':'},
	{"(?:ال)?نقطة(?! " DIGIT ")", LEX_MARK, '.'},
	{"(?:ال)?قوس(?:ين|ان) (?:ال)?معقوف(?:ين|ان)|(?:ال)?أقواس (?:ال)?معقوفة|(?:ال)?معقوفتين", LEX_BRACKETS, 0},

	{"(?:فقرة|جملة) واحدة", LEX_ANOTHER, 0},
	/* parts of a text */
	{THE "مادة(?= ال" FIRSTS ")", LEX_VAGUE, 0}, /* of that number, or so many from the first? */
	{"فقرة فرعية(?= (?:جديدة|نصها|إضافية|بعد|قبل)| ?[:(])", LEX_UNIT, REDLINE_SUBPARAGRAPH | UNIT_NEW},
	{THE "فقر(?:ة|تان|تين|ات) (?:ال)?فرعي(?:ة|تان|تين|ات)", LEX_UNIT, REDLINE_SUBPARAGRAPH | UNIT_EXACT},
	{THE "فقرة(?= [^.؛:،]{1,30} من الديباجة)", LEX_UNIT, REDLINE_PREAMBULAR | UNIT_EXACT},
	{"من (?:الديباجة|(?:ال)?منطوق(?: القرار)?)", LEX_FILLER, FILLER_PLAIN},
	{"(?:فقرتين|جملتين|مادتين)(?! ?" DIGIT ")", LEX_COUNT, 2},
	{THE "(?:فقرات|فقرتان|فقرتين|فقرتي)(?: من(?= " DIGIT "))?(?= ?" DIGIT ")", LEX_UNIT, REDLINE_PARAGRAPH_UNIT | UNIT_PLURAL},
	{"فقرة(?= (?:جديدة|نصها|إضافية|تنص|بعد|قبل|في نهاية|هي|بوصفها)| " DIGIT "{1,3}(?: مكررا)?(?: (?:جديدة|نصها|تنص)| ?:)| ?[:،])", LEX_UNIT, REDLINE_PARAGRAPH_UNIT | UNIT_NEW},
	{"مادة(?= (?:جديدة|نصها|إضافية|تنص|بعد|قبل|هي|بوصفها)| ?[:،])", LEX_UNIT, REDLINE_ARTICLE | UNIT_NEW},
	{"جملة(?= (?:جديدة|نصها|إضافية|بعد|قبل|في نهاية)| ?[:،])", LEX_UNIT, REDLINE_SENTENCE | UNIT_NEW},
	{THE "(?:فقرة|بند)", LEX_UNIT, REDLINE_PARAGRAPH_UNIT},
	{THE "(?:مواد|مادتان|مادتين)(?: من(?= " DIGIT "))?", LEX_UNIT, REDLINE_ARTICLE | UNIT_EXACT | UNIT_PLURAL},
	{THE "مادة", LEX_UNIT, REDLINE_ARTICLE | UNIT_EXACT},
	{THE "(?:قسم|فرع)", LEX_UNIT, REDLINE_SECTION},
	{THE "(?:فصل|باب)", LEX_UNIT, REDLINE_CHAPTER | UNIT_EXACT},
	{THE "(?:مرفق|تذييل)(?:ات)?", LEX_UNIT, REDLINE_ANNEX | UNIT_EXACT},
	{THE "عنوان", LEX_UNIT, REDLINE_HEADING_UNIT},
	{THE "حاشية", LEX_UNIT, REDLINE_FOOTNOTE_UNIT},
	{THE "جدول", LEX_UNIT, REDLINE_TABLE},
	{THE "صف", LEX_UNIT, REDLINE_ROW},
	{THE "عمود", LEX_UNIT, REDLINE_COLUMN},
	{THE "خلية", LEX_UNIT, REDLINE_CELL},
	{"الواردة?(?= في )", LEX_FILLER, FILLER_PLAIN},
	{THE "فاتحة", LEX_UNIT, REDLINE_CHAPEAU},
	{"تعريف(?: (?:مصطلح|عبارة|كلمة))?(?= ?[\"“«])", LEX_UNIT, REDLINE_PARAGRAPH_UNIT | UNIT_DEFINES},
	{THE "جمل(?:ة|تان|تين)", LEX_UNIT, REDLINE_SENTENCE},
	{THE "سطر", LEX_UNIT, REDLINE_LINE},
	{"(?:كامل )?" THE "(?:مشروع (?:القرار|المقرر|الاتفاقية|المعاهدة|الإعلان)|وثيقة|قرار|اتفاقية|معاهدة|إعلان|تقرير)|كامل النص", LEX_UNIT, REDLINE_DOCUMENT},
	{"نص(?= " THE PLACES ")", LEX_FILLER, FILLER_PLAIN},
	{THE "كلمة", LEX_TEXT, TEXT_WORD},
	{THE WORDS, LEX_TEXT, 0},

	/* ordinals */
	{"(?:ال)?أخيرة?", LEX_ORDINAL, 99},
	{"(?:ال)?أول(?:ى)?", LEX_ORDINAL, 101},
	{"(?:ال)?ثانية?", LEX_ORDINAL, 102},
	{"(?:ال)?ثالثة?", LEX_ORDINAL, 103},
	{"(?:ال)?رابعة?", LEX_ORDINAL, 104},
	{"(?:ال)?خامسة?", LEX_ORDINAL, 105},
	{"(?:ال)?سادسة?", LEX_ORDINAL, 106},
	{"(?:ال)?سابعة?", LEX_ORDINAL, 107},
	{"(?:ال)?ثامنة?", LEX_ORDINAL, 108},
	{"(?:ال)?تاسعة?", LEX_ORDINAL, 109},
	{"(?:ال)?عاشرة?", LEX_ORDINAL, 110},

	{"(?:ال)?جديدة?|(?:ال)?تالية?|(?:ال)?آتية?|إضافية?", LEX_NEW, 0},
	{"الحالي(?:ة|تان|تين|ان|ين)?(?= (?:الفقر|الماد|البند|البنود)|[.،]|$)", LEX_FILLER, 0},
	{"نفس|هذه|هذا|تلك|ذات", LEX_SAME, 0},

	/* small words */
	{"ب(?=ال" PLACES ")\\B|في|ضمن|بشأن|فيما يتعلق ب\\B|فيما يخص", LEX_IN, 0},
	{"من|حول", LEX_OF, 0},
	{"إلى", LEX_TO, 0},
	{"حتى", LEX_THROUGH, 0},
	{"ينبغي(?: [أ]ن)?|يجب(?: [أ]ن)?|يتعين(?: [أ]ن)?", LEX_FILLER, FILLER_DUE},
	{"يرجى|الرجاء", LEX_FILLER, FILLER_PLEASE},
	{"[أ]ن|عن|على|أيضا|كذلك|ثم|هي|هو|السيد|السيدة|(?:ال)?واردة?|أولا|ثانيا|ثالثا|أخيرا", LEX_FILLER, FILLER_PLAIN},
};

static const struct lang_month months[] = {
	{"كانون الثاني/يناير", 1}, {"يناير", 1}, {"كانون الثاني", 1},
	{"شباط/فبراير", 2}, {"فبراير", 2}, {"شباط", 2},
	{"آذار/مارس", 3}, {"مارس", 3}, {"آذار", 3},
	{"نيسان/أبريل", 4}, {"أبريل", 4}, {"نيسان", 4},
	{"أيار/مايو", 5}, {"مايو", 5}, {"أيار", 5},
	{"حزيران/يونيه", 6}, {"يونيه", 6}, {"حزيران", 6},
	{"تموز/يوليه", 7}, {"يوليه", 7}, {"تموز", 7},
	{"آب/أغسطس", 8}, {"أغسطس", 8}, {"آب", 8},
	{"أيلول/سبتمبر", 9}, {"سبتمبر", 9}, {"أيلول", 9},
	{"تشرين الأول/أكتوبر", 10}, {"أكتوبر", 10}, {"تشرين الأول", 10},
	{"تشرين الثاني/نوفمبر", 11}, {"نوفمبر", 11}, {"تشرين الثاني", 11},
	{"كانون الأول/ديسمبر", 12}, {"ديسمبر", 12}, {"كانون الأول", 12},
	{"إبريل", 4}, {"يونيو", 6}, {"يوليو", 7},
};

static const char *const abbreviations[] = {"no"};

const char *const lang_ar_joined[] = {
	"من", "في", "عن", "على", "أن", "إن", "مع", "لا", "لم", "لن", "ما", "هو", "هي", "أو",
	"بين", "هذا", "هذه", "ذلك", "تلك", "التي", "الذي", "إلى", "كل", NULL};
static const char *const telling[] = {"في",     "من",     "عن",    "إلى",  "على",  "أن",
                                      "الفقرة", "المادة", "كلمة", "عبارة", "تحذف", NULL};
static const char *const plurals[] = {"فقرات", "فقرتان", "فقرتين", "فقرتي", "مواد", "مادتان", "مادتين", NULL};
static const char *const joints[] = {"و", "، ", NULL};
static const char *const courtesies[] = {"أشكر", "نشكر", "شكرا", NULL};
static const char *const headings[] = {"بيان", "اقتراح", "مقترح", "تعديل", "تعديلات", "وفد", "مقدم", "ملاحظات", NULL};
static const char *const no_titles[] = {"تعارض", "نعارض", "لا نؤيد", "لا نقبل", "لا نوافق", "نرفض", "ترفض", NULL};
static const char *const list_asks[] = {
	"تقترح", "نقترح", NULL};
static const char *const list_topics[] = {"في", "بشأن", "الفقرة", "المادة", NULL};
static const char *const orders[] = {
	"حذف", "تحذف", "يستعاض", "تضاف", "يضاف", NULL};
static const char *const requests[] = {"حذف", "يستعاض", "تضاف", "يضاف", "تدرج", "يدرج", "تقترح", "نقترح", "تؤيد", NULL};
static const char *const asides[] = {"تحذف", "حذف", "يستعاض", "تضاف", "محذوف", NULL};
static const char *const newly[] = {
	"جديد", NULL};
static const char *const remarks[] = {
	"لا ", "ليس", "موافق", "متفق", "انظر", "معلق", "هذه ", "هذا ", "جيد", "شكرا",
	"تعليق", "مقبول", NULL};

static const char *const proposals[] = {"اقتراح", "اقتراحها", "اقتراحه", "اقتراحنا", "مقترح", "مقترحها", "مقترحه", "مقترحنا", "تعديلها", "تعديلنا", NULL};
static const char *const own[] = {"اقتراحها", "اقتراحه", "اقتراحنا", "مقترحها", "مقترحه", "مقترحنا", "تعديلها", "تعديلنا", NULL};
static const char *const owned_by[] = {"", NULL};

static const char *const against[] = {
	"اعتراض", "تحفظ",
	"للمناقشة", "اختياري", "قيد المناقشة", "قيد النظر", "للتأكيد", NULL};
static const char *const promises[] = {
	"النص", "نص", "صياغة", "الصياغة", "انظر", "ستقدم", "سيقدم", NULL};
static const char *const no_wordings[] = {
	"شيء", "فراغ", "محذوف", "محذوفة", NULL};

static const char *const plain[] = {
	"شكر", "تحيات", "تحرير", "مطبعي", "نحو", "إملائ", "لغو", "لغة", "اتساق", "وضوح", "توضيح",
	"واضح", "تقني", "فني", "مصدر", "انظر", "من ", "نقلا", "وفق", "حسب", "نص", "مواءمة", "أسلوب",
	"تكرار", "مكرر", "زائد", "وقائع", "دقة", "دقيق", "تحديث", "تبسيط", "ترجمة", "تصحيح", "تصويب",
	"خطأ", "كلمة", "صياغة", "تعليل", "سبب", "شرح", "مهم", "هام", "أساسي", "ضرور", "لازم", "أفضل",
	"اختصار", "إيجاز", "قراءة", "تبعا", "تماشيا", "توازن", "منطق", "محايد", "سياق", "ملاحظة",
	"تعليق", "باقي", "بقية", "فاصلة", "ترقيم", "جمع", "مفرد", "إضافة", "تغيير", "يغير", "معنى",
	"جوهر", "بديهي", "صلة", "نفس", "ذات", "مصطلح", "اقتباس", "سبق", "مرتين", "كل", "جديد",
	"سابقا", "أي", "أيضا",
	"أخرى", "عام", "انتهى", "نهاية", "أقوى", "أوسع", "يجب", "مرون", "جيد", NULL};
static const char *const approvals[] = {
	"قبل", "قبول", "مقبول", "اعتمد", "اعتماد", "معتمد", "أيد", "تأييد", "مؤيد", "وافق", "موافق",
	"إجماع", "توافق", "نعم", "متفق", "اتفق", "مقترح من", "قدم", NULL};

static const char *const retractions[] = {
	"سحب", "تسحب", "وسحب", "وتسحب", "ملغى", "ملغاة", "رفض", "مرفوض", "لم يقبل", "لم تقبل", "ألغي", 
	"ولم يقبل", "ولم تقبل", "لا تصر", "لا يصر", "ولا تصر", "ولا يصر", "المسحوب", "المرفوض", "الملغ",
	"لم يعتمد", "لم تعتمد", "لم يؤيد", "لم يحظ", "لم تحظ", "لا تغيير", "يبقى النص", "تخلت",
	"تتخلى", "يتخلى",
	"لم نعد نصر", "لم يعد يصر", "لم تعد تصر", "نسحب ذلك", "نسحبه", NULL};

static const char *const echoes[] = {
	"نفس", "ذات", "ذاته", "نفسه", "نفسها", "بالمثل", "كذلك", "وكذلك", "مماثل", "ينطبق",
	"وينطبق", "المثل", NULL};
static const char *const also[] = {
	"أيضا", "أيضاً", NULL};

static const char *const questions[] = {
	"هل ", "لماذا", "ماذا لو", "أليس", "ألا ", "أيمكن", "أينبغي", "من ", NULL};
static const char *const supposing[] = {
	"يمكن", "قد ", "ربما", "من الممكن", "بالإمكان", "أحد الخيارات", "خيار", "احتمال",
	"لعل", NULL};

const struct lang lang_ar = {
	.code = "ar",
	.name = "Arabic",
	.script = SCRIPT_ARABIC,
	.telling = telling,
	.promises = promises,
	.no_wordings = no_wordings,
	.against = against,
	.retractions = retractions,
	.questions = questions,
	.supposing = supposing,
	.echoes = echoes,
	.also = also,
	.rows = rows,
	.row_count = COUNT(rows),
	.months = months,
	.month_count = COUNT(months),
	.abbreviations = abbreviations,
	.abbreviation_count = COUNT(abbreviations),
	.adjectives_behind = true,
	.subject_behind = true,
	.plurals = plurals,
	.joints = joints,
	.courtesies = courtesies,
	.headings = headings,
	.list_asks = list_asks,
	.list_topics = list_topics,
	.orders = orders,
	.requests = requests,
	.no_titles = no_titles,
	.asides = asides,
	.newly = newly,
	.remarks = remarks,
	.plain = plain,
	.approvals = approvals,
	.proposals = proposals,
	.own = own,
	.owned_by = owned_by,
};
