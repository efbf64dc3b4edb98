/*
 * zh.c -- Chinese, simplified and traditional, as delegations, the United
 * Nations and legislators word their amendments.  Words aren't parted by blanks, so
 * a row matches inside any longer word: longer words stand first, and a particle
 * that is a part of many words ("为", "以", "如") has a look-ahead.
 *
 * The object stands before its verb ("将“甲”改为“乙”") or behind it ("删去“甲”"), so
 * most verbs are FORM_FREE; "为" and "成" after a verb bring in the new words.
 * See lang.h for what a row is.
 */
#include "lang.h"

#include <redline/statement.h>

#define COUNT(a) (sizeof(a) / sizeof(a)[0])

/* Numbers, and what they may count */
#define DIGIT "[0-9０-９一二三四五六七八九十百零〇]"
#define NUMBER DIGIT "{1,6}"
#define UNIT "(?:序言部分|执行部分|執行部分)?[款项項目章节節编編条條段]"
/* An opening quotation mark */
#define MARK "[“\"‘「『＂]"
/* What may stand before the wording itself */
#define WORDING "(?:(?:下列|以下|如下|下述)?(?:一词|一詞|词语|詞語|词|詞|短语|短語|字样|字樣|字|文字|案文|内容|內容|措辞|措辭|表述)?[：:]? ?" MARK ")"
#define BRACKETS "(?:方括号|方括號)"
#define ANY "(?:删去|删除|刪去|刪除|改为|改為|修改为|修改為|替换|替換|取代|增加|插入|加入|移至|合并|合併)"

static const struct lang_row rows[] = {
	/* a question */
	{"(?:询问|詢問|问|問)(?=(?:是否|能否|可否|应否|為什麼|为什么|为何|為何))", LEX_DOUBT, DOUBT_ASKED},
	/* of another version of the text than this draft, perhaps */
	{"(?:仅限|仅涉及|仅适用于|仅在|仅|僅|只涉及|只适用于|只)(?:英文|法文|西班牙文|西文|俄文|中文|阿拉伯文|阿文|德文)(?:文本|本|版)?", LEX_DOUBT, DOUBT_HELD},
	/* how an amending act ends */
	{"本(?:决定|決定|法|修正案)(?:自|于|於)[^，。；“「]{1,30}(?:施行|生效|实施|實施)|根据本(?:决定|修正案)(?:对|的)?[^，。；“「]{0,20}作(?:出)?相应(?:的)?(?:修改|修正|调整)?(?:，(?:并对条文顺序作相应调整，)?重新公布)?", LEX_FILLER, FILLER_PLAIN},
	/* an item of the amending act: "一、将..." */
	{"[一二三四五六七八九十]{1,3}(?=、(?:将|將|把|在|对|對|删|刪|增|第|本|标|標|全|原|建))", LEX_FILLER, FILLER_PLAIN},
	/* what is not to be done, or only if something else is */
	{"(?:与其|與其)|(?:代替|取代|而不是|而非|不是)(?=(?:删|刪|增加|插入|加入|修改|改|替换|替換))", LEX_NEGATION, 1},
	{"如(?!果)(?=[^，。；“「]{1,20}(?:同意|支持|赞成|贊成|接受|反对|反對|可行|适用|適用))|倘若?|一旦|待(?=[^，。；“「]{1,30}(?:后|後|时|時))|(?:在)?[^，。；“「第]{1,20}的?(?:前提|条件|條件)下|经(?=[^，。；“「]{1,20}(?:同意|批准))|經(?=[^，。；“「]{1,20}(?:同意|批准))|视(?=[^为，。；“「]{1,20}(?:结果|情况|進展|进展))|視(?=[^為，。；“「]{1,20}(?:結果|情況|進展))|取决于|取決於|当(?=[^，。；“「]{1,30}(?:时|後|后))|當(?=[^，。；“「]{1,30}(?:時|後))|假设|假設|假定", LEX_DOUBT, 0},
	{"(?:在)?必要时|(?:在)?必要時|如有(?:必要|需要)|如需要?|如(?:适用|適用|适当|適當)|酌情|(?:在)?(?:适当|適當)(?:时|時|情况下|情況下|的地方)|可能的话|可能的話|考虑(?=删|刪|增|插|加|修|改|将|將|把)|考慮(?=刪|增|插|加|修|改|將|把)|例如|比如|譬如", LEX_DOUBT, DOUBT_HELD},
	{"否则|否則|不然(?:的话|的話)?|作为备选|作為備選|作为(?:替代|备用)方案|作為(?:替代|備用)方案|(?:备选|備選|替代)(?:案文|方案|办法|辦法)?|另一(?:种|種|个|個)?(?:办法|辦法|方案|选择|選擇|可能)|(?:方案|备选|选项|選項)" DIGIT "|退而求其次", LEX_DOUBT, DOUBT_HELD},
	{"(?:未|没有|尚未)(?:商定|通过|同意|达成一致)(?=[：:）)]|$)|(?:已)?(?:否决|否決|撤回|搁置|擱置|拒绝)(?=[：:）)]|$)|(?:保留意见|保留意見|例|示例)(?=[：:）)]|$)", LEX_DOUBT, 0},
	{"(?:原|原先|原本|最初|起初|本来|本來|早先|曾经|曾)(?:也)?(?:建议|建議|提议|提議|主张|主張|要求)", LEX_HISTORY, HISTORY_ONCE},

	/* what takes no amendment back, asks for none, or says where the speaker is */
	{"(?:撤回|撤销|撤銷|取消|收回)(?:了)?(?:其|我们的?|我国|该国)?(?:对[^。；，“]{0,30}|對[^。；，“]{0,30})?的?(?:保留|反对|反對|异议|異議)", LEX_FILLER, FILLER_LIFTED},
	{"(?:应|應|应当|應當|须|須|必须|必須)(?:继续|繼續)?(?:保持不变|保持不變|维持不变|維持不變|维持原样|維持原樣|保持原样|保持原樣)", LEX_ACTION, VERB(VERB_KEEP, FORM_FREE)},
	{"(?:应|應|应当|應當|须|須|可)(?=(?:与|與|同|和|结合|結合)第?[^。；，“]{1,20}(?:解读|解讀|理解|阅读|閱讀|解释|解釋|考虑|考慮))", LEX_FILLER, 0},
	{"(?:通过|通過|审议|審議|讨论|討論|核准|批准)了(?=第)", LEX_HISTORY, HISTORY_TOLD},

	/* reports and thoughts, before the verbs they contain */
	{"(?:已经|已經|业已|業已|已)(?:撤回|收回|撤销|撤銷)了?|(?:撤回|收回)了", LEX_VAGUE, VAGUE_WITHDRAWN},
	{"(?:曾经|曾經|曾|已经|已經|业已|業已|已)(?:被|经|經|由|在|于|於)?", LEX_HISTORY, HISTORY_TOLD},
	{"(?:一些|部分|有些|有的|若干|某些|许多|許多|几个|幾個|其他)(?:代表团|代表團|代表|国家|國家|成员国|會員國|会员国)(?:(?:也|还|還)?(?:曾|要求|建议|建議|提议|提議|主张|主張|认为|認為))?", LEX_HISTORY, HISTORY_ONCE},
	{"注意到|获悉|獲悉|据悉|据(?:说|报|报告)|根据[^，。；]{0,20}的(?:建议|建議|提议|提議|提案)|按照[^，。；]{0,20}的(?:建议|建議|提议|提議|提案)|感谢|感謝", LEX_HISTORY, HISTORY_TOLD},
	{"(?:在)?(?:上|前)(?:一|两|兩)?(?:轮|輪|次|届|屆)(?=我|各|有|，|[^，。；“]{0,8}曾)|(?:在)?(?:上(?:一|次|届|屆)(?:届|屆|次|轮|輪)?|第" NUMBER "(?:届|屆|次|轮|輪))(?:会议|會議|会|會|谈判|談判)(?:上|期间|期間)?|(?:去年|昨天|此前|先前|之前已)", LEX_HISTORY, HISTORY_WHEN},
	{"愿意|願意|乐意|樂意", LEX_HEDGE, 0},
	{"可以考虑|可以考慮|可考虑|可考慮|不妨|或许(?:可以|可|应)?|或許(?:可以|可|應)?|也许(?:可以|可)?|也許(?:可以|可)?|可能|可以|可(?=改|删|刪|将|將|把|加|增|替|移|合|修)|或可", LEX_HEDGE, HEDGE_WORD},
	{"是否|能否|可否|应否|應否|要不要", LEX_DOUBT, 0},

	/* who supports whom, and positions */
	{"(?:在|得到|并得到)(?=[^，。；：]{1,60}(?:的支持下|支持下))", LEX_SPEAKER, SPEAKER_SUPPORTS},
	{"(?:的)?支持下", LEX_FILLER, FILLER_PLAIN},
	{"(?:不|并不|並不|没有|沒有|未)(?:表示|提出)?(?:反对|反對)|(?:没有|沒有|无|無|不持|未提出)(?:任何)?(?:异议|異議|反对意见|反對意見)", LEX_STANCE, REDLINE_SUPPORTS},
	/* what is only not needed, or not insisted on, is not opposed */
	{"除(?:了|去)?(?=(?:第|附|序|\\(|（|[一二三四五六七八九十\\d])[^，。；“”]{0,30}?(?:以|之)?外)", LEX_EXCEPT, 0},
	{"(?:以|之)?外(?=[，,])", LEX_FILLER, FILLER_PLAIN},
	{"(?:并|並)?不(?:再)?(?:坚持|堅持)(?:要求)?|(?:没有|沒有|无|無|没|沒)必要|(?:无|無|毋)(?:需|须|須)|不必|不需要?", LEX_NEGATION, NEGATION_LETS},
	{"(?:不能|无法|無法|难以|難以|不)(?:予以|再)?(?:接受|支持|同意|赞成|贊成|赞同|贊同)|反对|反對", LEX_STANCE, REDLINE_OPPOSES},
	{"(?:持|有|表示)?保留(?:意见|意見|立场|立場|态度|態度)|保留(?=其?(?:对|對)[^，。；]{1,40}的?(?:立场|立場|意见|意見))", LEX_STANCE, REDLINE_RESERVES},
	{"(?:完全|坚决|堅決|强烈|強烈)?(?:支持|赞成|贊成|赞同|贊同|同意|欢迎|歡迎|附议|附議|可以接受|能够接受)", LEX_STANCE, REDLINE_SUPPORTS},

	/* proposing */
	{"(?:但是?|并且?|並且?|同时|同時|而)(?=建议|建議|提议|提議|要求|希望|主张|主張|拟|擬)", LEX_AND, 0},
	{"(?:建议|建議|提议|提議|主张|主張|要求)[了过過]", LEX_PROPOSE, 2},
	{"(?:其|自己的?|我们的?|我們的?|我国的?|我國的?)?(?:的)?(?:提案|修正案|修正)(?=[。，；]|$)|其(?:的)?(?:建议|建議|提议|提議)(?=[。，；]|$)", LEX_PROPOSE, 1},
	{"其(?=关于|關於|对|對|就|有关|有關)", LEX_FILLER, FILLER_PLAIN},
	{"的(?:建议|建議|提议|提議|提案|主张|主張|修正案|修正)", LEX_PROPOSE, 1},
	{"(?:认为|認為)(?=[^，。；]{0,60}(?:应|應|须|須|宜))", LEX_PROPOSE, 0},
	{"认为|認為|以为|以為|称为|稱為|视为|視為", LEX_WORD, WORD_NOBODY},
	{"(?:谨|謹|还|還|也|因此|故)?(?:建议|建議|提议|提議|主张|主張|要求|希望|请求|請求|提出|愿意|願意|想要|拟|擬)", LEX_PROPOSE, 0},

	/* checks */
	{"(?:从而|從而)?(?:使|使得)(?:该|該|本|这|這)?(?:段|句|条|條|款|项|項|案文|文字|标题|標題|其)(?:的)?(?:案文|内容|內容|文字)?(?:改为|改為|成为|成為|读作|讀作|如下|为|為)(?=[：:“「『\"])", LEX_CHECK, 0},

	/* verbs */
	{"第(?=[（(](?:[一二三四五六七八九十]{1,3}|[a-z\\d]{1,3})[）)][项項])|原(?=第" NUMBER "(?:之" DIGIT ")?" UNIT "(?:改|变|變|顺|順|重新))", LEX_FILLER, FILLER_PLAIN},
	{"(?:(?:改|修改|修正|更改|变更|變更|改编|改列|重新编号|重新編號)(?:为|為|成|作)|成为|成為)(?=(?:第" NUMBER "(?:之" DIGIT ")?" UNIT "|第[（(][一二三四五六七八九十\\d]{1,3}[）)]项))", LEX_ACTION, VERB(VERB_RENUMBER, FORM_PASSIVE)},
	{"(?:作相应调整|作相應調整|相应调整|相應調整|依次顺延|依次順延|依序顺延|順延|顺延|(?:依次|依序)?(?:重新编号|重新編號)|重新排序|相应重新编号|相應重新編號)", LEX_ACTION, VERB(VERB_RENUMBER, FORM_FREE)},
	{"(?:其余|其餘|后续|後續|其后|其後|以后|以後|以下|之后|之後)(?:的)?(?:各)?(?=[段条條款项項])|(?:此后|此後|其后|其後)?(?:的)?(?:各)?(?:条文|條文|段落|条款|條款)(?:的)?(?:顺序|順序|序号|序號|编号|編號)", LEX_REST, 0},
	{"(?:作|作出)?(?:如下|下列|以下)(?:修改|修正|更改|改动|改動)(?=[：:。]|$)", LEX_ACTION, VERB(VERB_AMEND, FORM_PASSIVE)},
	{"(?:应|應)(?:为|為|作|读作|讀作|改为|改為)(?=[：:]? ?" MARK "|(?:如下|以下))|(?:内容|內容|案文|文字)?(?:如下|读作|讀作)(?=[：:]? ?" MARK ")|(?:规定|規定|写明|寫明|表述)(?:为|為)(?=[：:]? ?" MARK ")", LEX_ACTION, VERB(VERB_READ, FORM_ACTIVE)},
	{"(?:改写|改寫|改|修改|修正|修订|修訂|更改|更正|订正|訂正|变更|變更|调整|調整)(?=(?:为|為|成|作|至)(?!第" NUMBER "(?:之" DIGIT ")?" UNIT "))", LEX_ACTION, VERB(VERB_CHANGE, FORM_PASSIVE)},
	{"(?:替换|替換|代替|取代|更换|更換|置换|置換)(?=(?:为|為|成))", LEX_ACTION, VERB(VERB_REPLACE, FORM_PASSIVE)},
	{"(?:改|修改|更正)(?= ?" MARK ")", LEX_ACTION, VERB(VERB_CHANGE, FORM_ACTIVE)},
	{"(?:修改|修正|修订|修訂|改写|改寫)(?=如下)", LEX_ACTION, VERB(VERB_AMEND, FORM_PASSIVE)},
	{"(?:修改|修正|修订|修訂)(?=第|本|该|該|标|標)", LEX_ACTION, VERB(VERB_AMEND, FORM_ACTIVE)},
	{"(?:替换|替換|代替|取代|更换|更換|替代)(?!的)", LEX_ACTION, VERB(VERB_REPLACE, FORM_FREE)},
	{"(?:应|應)?(?:当|當)?予(?:以)?(?:删去|删除|刪去|刪除|取消)|(?:删去|删除|刪去|刪除|删掉|刪掉|去掉|取消|略去|去除|废止|廢止|废除|廢除|作废|作廢)(?!的)", LEX_ACTION, VERB(VERB_DELETE, FORM_FREE)},
	{"(?:加上|加注|增加|加)(?=(?:一对|一對)?" BRACKETS ")|用" BRACKETS "括起(?:来|來)?|放(?:入|在|进)" BRACKETS "(?:内|內|中|里|裡)?|置于" BRACKETS "(?:内|內|中|之内|之中)?|置於" BRACKETS "(?:内|內|中|之内|之中)?", LEX_ACTION, VERB(VERB_BRACKET, FORM_FREE)},
	{"(?:解除|移除)(?=[^。；]{0,60}" BRACKETS ")", LEX_ACTION, VERB(VERB_DELETE, FORM_FREE)},
	{"(?:增加|增添|增列|增写|增寫|增补|增補|增设|增設|插入|加入|添加|补充|補充|加上|新增|列入|加插|增订|增訂)(?!的)", LEX_ACTION, VERB(VERB_INSERT, FORM_FREE)},
	{"加(?=[一两兩][个個]?[段条條款项項句]|一?[个個]?(?:句|分|逗|冒|顿|頓)[号號]| ?" MARK ")", LEX_ACTION, VERB(VERB_INSERT, FORM_FREE)},
	{"(?:移动|移動|移|调整|調整|转移|轉移|挪)(?=(?:到|至))", LEX_ACTION, VERB(VERB_MOVE, FORM_PASSIVE)},
	{"(?:拆分|分拆|分割|划分|劃分|拆|分)(?=(?:为|為|成))", LEX_ACTION, VERB(VERB_SPLIT, FORM_PASSIVE)},
	{"(?:予以)?(?:合并|合併)", LEX_ACTION, VERB(VERB_MERGE, FORM_FREE)},
	{"(?:予以)?(?:保留|维持|維持)(?!意)", LEX_ACTION, VERB(VERB_KEEP, FORM_FREE)},
	{"恢复|恢復", LEX_ACTION, VERB(VERB_RESTORE, FORM_FREE)},
	{"放弃(?=[^。；]{0,20}(?:提案|修正案|提议|建议))|放棄(?=[^。；]{0,20}(?:提案|修正案|提議|建議))", LEX_ACTION, VERB(VERB_WITHDRAW, FORM_FREE)},
	{"撤回|收回", LEX_ACTION, VERB(VERB_WITHDRAW, FORM_FREE)},
	{"(?:及|和|与|與|以及)(?:其)?(?:以后|以後|以下|之后|之後|后面|後面|后续|後續|其后|其後)(?:的)?(?:各|所有)?[段条條款项項](?![^。；]{0,20}(?:顺延|順延|编号|編號|序号|序號|调整|調整|改为|改為))", LEX_VAGUE, 0},
	{"(?:互换|互換|对调|對調|调换|調換|交换|交換)(?:位置|顺序|順序|次序)?", LEX_ACTION, VERB(VERB_SWAP, FORM_FREE)},
	{"(?:并|，)?(?:代之以|以代之)(?=" WORDING ")", LEX_LINK, LINK_WITH},
	{"(?:两边|兩邊|两侧|兩側|前后|前後|周围|周圍|外)的?(?=" BRACKETS ")", LEX_FILLER, FILLER_PLAIN},
	{"前后|前後|表格|单元格|單元格|表(?=[0-9一二三四五六七八九十第中])", LEX_VAGUE, 0},
	{"精简|精簡|加强|加強|澄清|简化|簡化|完善|改进|改進|缩短|縮短|强化|強化|润色|理顺", LEX_VAGUE, 0},

	/* reasons, before the particles in them */
	{"根据|根據|依据|依據|依照|按照|遵照|参照|參照|比照", LEX_REASON, REASON_SAYS},
	{"由于|由於|因为|因為|鉴于|鑒於|鑑於|考虑到|考慮到|理由是|理由为|理由[：:]|理由(?=[，。])|说明[：:]|說明[：:]|原因是|原因[：:]|因(?!此)", LEX_REASON, REASON_OPENS},
	{"(?:从而|從而|以便|以免|以避免|以确保|以確保|以体现|以體現|以反映|以符合|以保持|以强调|以強調|以明确|以明確|以与|以與|以使|旨在|目的是|这样|這樣|为了|為了|为(?=避免|确保|明确|了|便于)|為(?=避免|確保|明確|了))", LEX_REASON, REASON_SAYS},
	{"因此|所以|故(?=建)", LEX_FILLER, FILLER_PLAIN},

	/* links */
	{"(?:而不是|而非|而不用|代替原来的)(?=" WORDING ")", LEX_LINK, LINK_INSTEAD_OF},
	{"(?:使用|采用|採用|改用|写作|寫作)(?=" WORDING ")", LEX_ACTION, VERB(VERB_USE, FORM_ACTIVE)},
	{"(?:用|以|由)(?=" WORDING "[^，。；]{0,200}?(?:代替|取代|替换|替換|替代))", LEX_LINK, LINK_WITH},
	{"(?:为|為|成|作)(?:两|兩|二)(?:个|個)?(?=段|条|條|款|项|項|句)", LEX_LINK, LINK_INTO},
	{"(?:为|為|成|作)(?:一)(?:个|個)?(?=段|条|條|款|项|項|句)", LEX_LINK, LINK_INTO},
	{"(?:为|為|成|作)(?=" WORDING "|[：:]|(?:下列|以下|如下)(?:案文|内容|內容|文字)?[：:]| ?(?:句号|句號|分号|分號|逗号|逗號|冒号|冒號))", LEX_LINK, LINK_WITH},
	{"(?:内容|內容|案文|文字|全文|行文|措辞|措辭)?(?:如下|如下文)", LEX_LINK, LINK_AS},
	{"(?:直至|至|到)(?:该|該|本)?[段句条條款项項文]?(?:末尾|结尾|結尾|末|尾)(?:处|處)?(?:为止|為止)?(?:的)?(?:所有|全部)?(?:文字|内容|內容|案文)?", LEX_POSITION, REDLINE_AT_END | POSITION_REACHES},
	{"至(?= ?" MARK "[^”」\"]{1,200}[”」\"](?!的?(?:之|以)?[后後前]))", LEX_THROUGH, THROUGH_GOES},
	{"(?:自|从|從)(?= ?" MARK ")", LEX_FROM, 0},
	{"起(?=至|到|直)", LEX_FILLER, FILLER_PLAIN},
	{"(?:至|到)", LEX_TO, 0},
	{"作为(?=(?:新的)?第)|作為(?=(?:新的)?第)", LEX_REASON, REASON_BECOMES},

	{"(?:分别|分別)", LEX_RESPECTIVELY, 0},
	{"及其(?:成员国|会员国|成員國|會員國)(?=[建提主要支反])", LEX_FILLER, FILLER_PLAIN},

	/* quantifiers */
	{"(?:中|内|內)?(?:所有(?:的)?|各处(?:的)?|各處(?:的)?|每处(?:的)?|每處(?:的)?|每一处(?:的)?|凡出现(?:的)?|通篇(?:的)?|一律|(?:均|统一|統一)(?=改|替|删|刪|修))", LEX_QUANTIFIER, REDLINE_EACH},
	{"全(?=文(?:中|内|內|的|各|所|一|凡|将|將|把|删|刪|改|，| ?" MARK "))", LEX_QUANTIFIER, REDLINE_EACH},
	{"(?:这)?(?:两处|兩處|二处|两次出现(?:的)?)(?:的)?", LEX_QUANTIFIER, REDLINE_BOTH},

	/* ordinals that no unit follows */
	{"倒数第二|倒數第二", LEX_ORDINAL, 98},
	{"最后(?=[两兩二三](?:[个個])?[句段条條款项項])|最后(?:一)?(?=[个個处處次句段条條款项項行])|最後(?:一)?(?=[个個处處次句段条條款项項行])|末(?=[句段条條款项項])", LEX_ORDINAL, 99},
	{"第一(?=[个個处處次])|首(?=[句段个個次])", LEX_ORDINAL, 101},
	{"第二(?=[个個处處次])", LEX_ORDINAL, 102},
	{"第三(?=[个個处處次])", LEX_ORDINAL, 103},
	{"第四(?=[个個处處次])", LEX_ORDINAL, 104},
	{"第五(?=[个個处處次])", LEX_ORDINAL, 105},
	{"第六(?=[个個处處次])", LEX_ORDINAL, 106},
	{"(?:次)?出现的|(?:次)?出現的|[处處](?=的| ?" MARK ")|[个個次](?= ?(?:" MARK "|(?:句|分|逗|冒|顿|頓)[号號]))", LEX_OCCURRENCE, 0},

	{"(?:起首部分|导语|導語|前导语|引言部分|起首语|起首語)", LEX_UNIT, REDLINE_CHAPEAU},
	/* positions: named behind what they are about */
	{"(?:的)?(?:之)?间(?!接|隔)|(?:的)?(?:之)?間(?!接|隔)|中间|中間", LEX_POSITION, REDLINE_BETWEEN | POSITION_BEHIND},
	{"(?:的)?(?:开头|開頭|开始|開始|起首|首(?=增|加|插|添)|之首|最前面)(?:处|處)?", LEX_POSITION, REDLINE_AT_START | POSITION_BEHIND},
	{"(?:的)?(?:末尾|结尾|結尾|最后|最後|之末|尾部|句末(?=的)|末(?=的?(?:句|分|逗|冒|顿|頓)[号號])|末(?=增|加|插|添))(?:处|處)?", LEX_POSITION, REDLINE_AT_END | POSITION_BEHIND},
	{"(?:的)?(?:之后|之後|以后|以後|后面|後面|后(?!续|者)|後(?!續|者))(?:紧接着|緊接著)?", LEX_POSITION, REDLINE_AFTER | POSITION_BEHIND},
	{"(?:的)?(?:之前|以前|前面|前(?!者|述|款|项|项|条))", LEX_POSITION, REDLINE_BEFORE | POSITION_BEHIND},

	/* who */
	{"代表团|代表團|代表(?=建|提|主|要|希|说|說|支|反|不)|观察员|觀察員", LEX_WORD, WORD_SPEAKER},
	{"以(?:本国|本國|国家|國家|个人|個人)(?:名义|名義|身份)", LEX_FILLER, 0},
	{"(?:我(?:国|國)?)?(?:谨|謹)?(?:代表)(?!团|團|们|們|的)|以(?=[^，。；]{1,30}(?:的)?名义)|以(?=[^，。；]{1,30}(?:的)?名義)", LEX_SPEAKER, SPEAKER_BEHALF},
	{"的名义|的名義|名义|名義|发言时|發言時|发言|發言", LEX_FILLER, FILLER_PLAIN},
	{"我(?:们|們|方|国代表团|國代表團|国|國|代表团|代表團)?|本代表团|本代表團", LEX_WE, 0},
	{"但是?|然而|不过|不過|而是", LEX_WORD, WORD_BUT},

	{"不(?:应|應|要|得|宜|必|需)?|没有|沒有|无须|無須|毋须|勿|未(?:曾|经|經)?|无(?=需)", LEX_NEGATION, 0},
	{"如果[^，。；]{1,40}(?:同意|支持|赞成|贊成|接受|反对|反對)|如果|假如|倘若|若(?!干)|除非|只要|只有|如(?=第|将|將|把|删|刪|不|能|各)|在[^，。；“”]{1,30}的情况下|在[^，。；“”]{1,30}的情況下", LEX_DOUBT, 0},
	{"或者?|抑或|要么|要麼", LEX_OR, 0},

	/* punctuation by name */
	{"一[个個]?(?=(?:句|分|逗|冒|顿|頓)[号號])", LEX_FILLER, FILLER_PLAIN},
	{"句号|句號", LEX_MARK, 0x3002},
	{"分号|分號", LEX_MARK, 0xFF1B},
	{"逗号|逗號", LEX_MARK, 0xFF0C},
	{"顿号|頓號", LEX_MARK, 0x3001},
	{"冒号|冒號", LEX_MARK, 0xFF1A},
	{"(?:连同|連同|包括)(?:其|该|該)?" BRACKETS, LEX_BRACKETS, BRACKETS_TOO},
	{BRACKETS, LEX_BRACKETS, 0},

	/* parts of a text */
	{"序言(?:部分)?(?=第" NUMBER "段)", LEX_UNIT, REDLINE_PREAMBULAR | UNIT_EXACT},
	{"(?:执行|執行)(?:部分|段落|段)(?:的)?(?=第|最后|最後|倒|末|首)", LEX_FILLER, FILLER_PLAIN},
	{"序言(?:部分)?(?:段落|段)", LEX_UNIT, REDLINE_PREAMBULAR | UNIT_EXACT},
	{"序言(?:部分)?", LEX_UNIT, REDLINE_PREAMBULAR | UNIT_EXACT | UNIT_ALL},
	{"(?:分段|项|項|目|小段)(?!前|录)", LEX_UNIT, REDLINE_SUBPARAGRAPH},
	{"段落|自然段|段|款", LEX_UNIT, REDLINE_PARAGRAPH_UNIT},
	{"[条條](?!文|款|件|约|約|例)", LEX_UNIT, REDLINE_ARTICLE | UNIT_EXACT},
	{"(?:小)?[节節](?!名)", LEX_UNIT, REDLINE_SECTION},
	{"章(?!名)|[编編](?!号|號|名)", LEX_UNIT, REDLINE_CHAPTER | UNIT_EXACT},
	{"附件|附录|附錄", LEX_UNIT, REDLINE_ANNEX | UNIT_EXACT},
	{"(?:的)?(?:标题|標題|章名|节名|節名|编名|編名)", LEX_UNIT, REDLINE_HEADING_UNIT},
	{"(?:脚注|腳注|腳註|注释|註釋)", LEX_UNIT, REDLINE_FOOTNOTE_UNIT},
	{"句子?|句话|句話", LEX_UNIT, REDLINE_SENTENCE},
	{"行(?!文|动|動|使|为|政)", LEX_UNIT, REDLINE_LINE},
	{"(?:决议|決議|公约|公約|条约|條約|宣言|报告|報告|决定|決定|宪法|憲法|本法|本公约|本条约|本条例|条例|章程)(?:草案|草稿)?|草案|文件", LEX_UNIT, REDLINE_DOCUMENT},
	{"文(?=(?:中|内|內|的|各|所|一|凡|将|將|把|删|刪|改|，| ?" MARK "))", LEX_UNIT, REDLINE_DOCUMENT},
	{"(?:一|等|两|兩|二|三|四|五|六|七|八)?(?:个|個)?(?:词语|詞語|词|詞|短语|短語|字样|字樣|字|用语|用語|表述|术语|術語|提法)", LEX_TEXT, 0},
	{"(?:案文|文字|措辞|措辭|内容|內容|语句|語句|文本|规定|規定)", LEX_TEXT, 0},

	/* new ones */
	{"[一1](?:个|個)?(?:新的?)?(?=[（(](?:[一二三四五六七八九十]{1,3}|[a-z\\d]{1,3})[）)]|(?:序言部分|执行部分|序言|执行)?(?:段落|段|条|條|款|项|項|目|句|章|节|節|行|脚注|附件|分段))", LEX_ANOTHER, 0},
	{"新(?:增|设|設)?的?(?=[（(](?:[一二三四五六七八九十]{1,3}|[a-z\\d]{1,3})[）)]|第|段|条|條|款|项|項|一|句)|下列|以下|下述", LEX_NEW, 0},
	{"[两兩](?:个|個)?(?=段|条|條|款|项|項|句)", LEX_COUNT, 2},
	{"[三](?:个|個)?(?=段|条|條|款|项|項|句)", LEX_COUNT, 3},
	{"(?:该|該|本|这一|這一|此|这|這|同一|上述|所述)(?=[段条條款项項句节節章]|标题|標題|脚注|草案)", LEX_SAME, 0},
	{"(?:整个|整個|整)(?=[段条條款项項句节節章])|全部(?:内容|內容)?", LEX_WHOLE, 0},

	/* small words */
	{"和|与|與|及(?!其)|以及|并(?!将)|並(?!將)", LEX_AND, 0},
	{"(?:有关|有關)(?=第)|在|于|於|对(?=第|“|「)|對(?=第|“|「)|关于|關於|就(?=第|“|「)|对于|對於", LEX_IN, 0},
	{"请|請", LEX_FILLER, FILLER_PLEASE},
	{"(?:将|將|把)(?=第|该|該|本[段条條款]|标|標|附件|全文| ?" MARK ")", LEX_FILLER, FILLER_DUE},
	{"应当|應當|应该|應該|应|應|须|須|需要|必须|必須|宜", LEX_FILLER, FILLER_DUE},
	{"即(?=[：:“「])", LEX_FILLER, FILLER_NAMELY},
	{"(?:将|將|把|给|給)(?:其|它)?|(?:的|中的?|里的?|裡的?|内的?|內的?|上的?|予以|下(?=增|加|插|添|新)|等|并将|並將|并把|也|还|還|另外?|此外|其中|现有|現有|原有|现|現|则|則|先生|女士|首先|其次|再次|最后(?=，)|同时|同時|一并|修正案|谢谢|謝謝)", LEX_FILLER, FILLER_PLAIN},
};

static const char *const abbreviations[] = {"no"};

/* Its characters alone tell. */
static const char *const telling[] = {NULL};
static const char *const plurals[] = {NULL};
/* What leads to the list of an amending act. */
static const char *const list_leads[] = {
	"作如下修改", "作以下修改", "作出如下修改", "作出以下修改", "修改如下", "修正如下", NULL};
static const char *const joints[] = {"和", "与", "及", "、", "，", NULL};
static const char *const courtesies[] = {"感谢", "谢谢", "感謝", "謝謝", NULL};
static const char *const headings[] = {"发言", "發言", "声明", "聲明", "提案", "修正案", "代表团", "代表團",
                                       "提交", "意见", "意見", "评论", NULL};
static const char *const no_titles[] = {"反对", "反對", "不能接受", "不支持", "不赞成", "不贊成", NULL};
static const char *const list_asks[] = {
	"建议", "建議", "提议", NULL};
static const char *const list_topics[] = {"在", "关于", NULL};
static const char *const orders[] = {
	"删", "刪", "将“", "將「", "在“", "改", NULL};
static const char *const requests[] = {"建议", "建議", "删", "刪", "改为", "改為", "增加", "插入", "支持", NULL};
static const char *const asides[] = {"删去", "删除", "刪去", "刪除", "改为", "改為", "增加", "插入", NULL};
static const char *const newly[] = {
	"新", NULL};
static const char *const remarks[] = {
	"无", "無", "没有", "沒有", "同意", "已商定", "已通过", "见", "見", "待", "同上", "这", "這", "该", "該",
	"很", "好", "谢", "謝", "可以", "评论", NULL};

static const char *const against[] = {
	"反对", "反對", "保留", "异议", "異議",
	"待讨论", "待討論", "待定", "待议", "可选", "可選", "选择性", NULL};
static const char *const no_wordings[] = {
	"无", "空", "空白", "待定", "不变", NULL};
static const char *const proposals[] = {
	"的提案", "的提议", "的提議", "的修正案", "的修正", "的建议", "的建議", "其提案", "其提议",
	"其提議", "其修正案", "其建议", "其建議", "提案", "修正案", NULL};

static const char *const plain[] = {
	"谢", "謝", "感", "敬礼", "编辑", "編輯", "笔误", "筆誤", "语法", "語法", "文法", "一致", "明确", "明確", "清楚", "清晰",
	"技术", "技術", "语言", "語言", "措辞", "措辭", "来源", "來源", "参见", "參見", "见", "見", "根据", "根據", "依据", "依據",
	"按照", "依照", "文本", "案文", "风格", "風格", "重复", "重複", "多余", "多餘", "事实", "事實", "准确", "準確", "更新",
	"精确", "精確", "精简", "精簡", "简化", "簡化", "简洁", "簡潔", "翻译", "翻譯", "译文", "譯文", "更正", "错误", "錯誤",
	"订正", "用词", "用詞", "字", "词", "詞", "表述", "理由", "原因", "说明", "說明", "重要", "关键", "關鍵", "必要", "需要",
	"更好", "通顺", "通順", "相应", "相應", "符合", "平衡", "逻辑", "邏輯", "中性", "上下文", "注", "备注", "備註", "评论",
	"評論", "其余", "其餘", "其他", "标点", "標點", "逗号", "复数", "單數", "单数", "增加", "改变", "改變", "意思", "含义",
	"含義", "实质", "實質", "显然", "顯然", "相关", "相關", "同上", "同样", "同樣", "术语", "術語", "引自", "引用", "已经",
	"已經", "两处", "兩處", "各处", "原", "新", "即",
	"其它", "完", "全部", "一般", "加强", "加強", "应当", "應當", "灵活", "靈活", "好", NULL};
static const char *const approvals[] = {
	"接受", "通过", "通過", "采纳", "採納", "同意", "支持", "赞成", "贊成", "批准", "协商一致", "協商一致", "一致", "提议", "提議",
	"提出", NULL};

static const char *const retractions[] = {
	"撤回", "撤销", "撤銷", "作废", "作廢", "未获通过", "未獲通過", "未通过", "否决", "否決", "待确认", 
	"再想想", "还是不", "不坚持", "不堅持",
	"未采纳", "未採納", "不予采纳", "不采纳", "不予接受", "不作修改", "不作修訂", "维持原文", "維持原文", "保持不变", "保留原文", "未被接受",
	"未接受", "放弃其", "放棄其",
	"收回", "不再坚持", "不再堅持",
	"未达成", "未達成", "未能达成", "没有达成", NULL};

static const char *const echoes[] = {
	"同样", "同樣", "相同", "亦同", "同上", "也一样", "也一樣", "亦然", "类似", "類似", "相应", "相應", "一样", "一樣",
	"同此", NULL};
static const char *const also[] = {
	"也", "亦", NULL};

static const char *const questions[] = {
	"为什么", "為什麼", "为何", "為何", "何不", "谁", "誰", NULL};
static const char *const supposing[] = {
	"是否", "能否", "可否", "应否", "應否", "要不要", "吗", "嗎", "可以考虑", "可以考慮", "可考虑", "可考慮", "或许",
	"或許", "也许", "也許", "可能", "不妨", "一种选择", "一種選擇", "一个选项", "一個選項", "一种可能", NULL};

const struct lang lang_zh = {
	.code = "zh",
	.name = "Chinese",
	.script = SCRIPT_HAN,
	.solid = true,
	.telling = telling,
	.no_wordings = no_wordings,
	.against = against,
	.retractions = retractions,
	.questions = questions,
	.supposing = supposing,
	.echoes = echoes,
	.also = also,
	.rows = rows,
	.row_count = COUNT(rows),
	.abbreviations = abbreviations,
	.abbreviation_count = COUNT(abbreviations),
	.plurals = plurals,
	.list_leads = list_leads,
	.joints = joints,
	.courtesies = courtesies,
	.withdraws_own = true,
	.proposals = proposals,
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
};
