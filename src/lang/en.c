/*
 * en.c -- English, as delegations, secretariats and legislators word their
 * amendments.  See lang.h for what a row is.
 */
#include "lang.h"

#include <redline/statement.h>

#define COUNT(a) (sizeof(a) / sizeof(a)[0])

/* Adverbs that may stand inside a verb phrase without changing it. */
#define ADV "(?: (?:also|further|furthermore|now|hereby|simply|instead|therefore|thus|either|then|just|respectfully|kindly|accordingly|again)){0,4}"
/* What makes a passive an instruction ... */
#define BE "(?:(?:(?:should|shall|must|ought to|has to|have to|needs? to|to|will)" ADV " )?be|is|are|being)" ADV " "
/* ... a report ... */
#define WAS "(?:was|were|has(?: already)? been|have(?: already)? been|had(?: already)? been|having been)" ADV " "
/* ... or a thought. */
#define COULD "(?:could|might|may|can|would)(?: perhaps| possibly| maybe)?" ADV "(?: perhaps| possibly| maybe)? be" ADV " "

#define P_REPLACE "(?:replaced|exchanged)"
#define P_SUBSTITUTE "substituted"
#define P_CHANGE "(?:changed|altered|modified)"
#define P_DELETE "(?:deleted|struck(?: out| off| through)?|stricken(?: out)?|removed|omitted|left out|eliminated|dropped|suppressed|taken out|repealed)"
#define P_INSERT "(?:inserted|added|included|appended|incorporated)"
#define P_AMEND "(?:corrected(?= (?:so as )?to read)|(?:amended and )?(?:re-?enacted|restated)(?= (?:in (?:its|their) entirety )?(?:to read|as follows|with the following))|a?mended|revised|reworded|rephrased|redrafted|recast|rewritten|reformulated)"
#define P_MOVE "(?:moved|transferred|relocated|shifted|transposed|placed)"
#define P_RENUMBER "(?:renumbered|re-numbered|redesignated|re-designated|relettered)"
#define P_SPLIT "(?:split|divided)"
#define P_MERGE "(?:merged|combined|consolidated)"
#define P_SWAP "(?:swapped|interchanged|switched|reversed|inverted)"
#define P_ANY "(?:" P_SWAP "|" P_REPLACE "|" P_SUBSTITUTE "|" P_CHANGE "|" P_DELETE "|" P_INSERT "|" P_AMEND "|" P_MOVE "|" P_RENUMBER "|" P_SPLIT "|" P_MERGE "|bracketed)"

/* Which of several like words, and how many. */
#define NTH "(?:very )?(?:first|second|third|fourth|fifth|last|penultimate|final)"
#define NUMBER "(?:two|three|four|five|six|seven|eight|nine|ten)"
/* What a quantifier says of the words, "wherever such term appears". */
#define THEY "(?:it|they|the same|(?:the|this|these|such|that|said) (?:words?|phrases?|terms?|figures?|numbers?|dates?|amounts?|citations?|references?|language|names?))"
#define APPEARS "(?:appears?|occurs?|stands?|is used|are used|is found|are found)"
#define TIMES "(?:occurrences?|instances?|appearances?|times|places|mentions?)\\b"

/* Provisions of which the same is said as of those before. */
#define PLACE "(?:paragraphs?|paras?\\.?|articles?|sections?|items?|sub-?paragraphs?|OP|PP)"
#define REPEATED "(?:para|art|sect|annex|sub|chapt|clause|OP|PP|item|point|sched)[a-z.-]{0,12} ?(?:[\\d(][\\w()]{0,12}|[IVX]{1,9})(?:(?:,| and|, and) [\\d(][\\w()]{0,12}){0,5}(?: ?\\([^()]{1,40}\\))? ?(?:[.;]|$)"

/* What a sentence puts before the verb that counts. */
#define WOULD "(?:would like to|would wish to|wish(?:es)? to|would want to|would prefer to|should like to|beg(?:s)? to|'d like to|’d like to)"

/* What a verb that is said of other things, too, has for its object. */
#define WORDING "(?:the (?:words?|phrases?|terms?|figures?|numbers?|dates?) )?[\"“‘«]"
#define OBJECT "(?= (?:the (?:(?:very )?(?:first|second|third|last) )?(?:words?|phrases?|terms?|sentences?|commas?)\\b|" WORDING "|" PLACE " ?[\\d(]))"
#define QUOTED "(?:the (?:words?|phrases?|terms?) )?(?:\"[^\"]{1,200}\"|“[^”]{1,200}”)"

/* "the substitution in subsection (1) for ...": what it is about comes behind the place. */
#define NOUN_IN \
	"(?= in (?:the )?(?:sub-?)?(?:section|paragraph|article|clause|schedule)s? ?\\(?\\w)"

static const struct lang_row rows[] = {
	/* a question */
	{"(?:asks?|asked|asking|wonders?|wondered|inquires?|enquires?|would (?:also )?like to know)(?: itself| ourselves)? (?:whether|if|why)\\b", LEX_DOUBT, DOUBT_ASKED},
	/* "of the Water Act of 1990, effective May 1, 1990 (9 Stat. 1; Code § 5-101)": the code's
	 * number tells which provision it is, so the act's name is passed over */
	{"of (?:the |an? )?(?-i:[A-Z])[^\";()“]{2,240}?(?=,? ?\\((?:[^()\"“]|\\([^()\"“]{0,80}\\)){0,200}(?:§|\\bcode \\d))", LEX_FILLER, FILLER_ACT},

	/* the act that the draft is, as lang_own_acts */
	{"(?:of|to|in) (?:the|this) (?:said |principal |parent |present ){0,2}(?:act|bill|law|code|agreement|contract|lease|deed)(?=,? (?:is|are|shall|should|must|be|by|to be) |,? (?:in|after|before|for|at) (?:the |sub-?)?(?:section|paragraph|clause|sub|word|phrase|end|\\(|[\"“])|,? (?:delete|strike|omit|insert|replace|substitute|add)\\b|[,:]?$)", LEX_FILLER, FILLER_ACT},
	{"sentence (?:that|which) (?:reads|says|states)(?: as follows)?:?(?= ?[\"“])", LEX_UNIT, REDLINE_SENTENCE},

	/* how far it goes */
	{"(?:(?:everything|all(?: (?:the )?(?:words|text|language|matter))?)(?: (?:that|which))? (?:follows|thereafter|that comes after|after(?: it)?|following)|(?:the )?(?:rest|remainder|remaining (?:part|words|text)) of (?:the|that|this) (?:sub-?)?(?:paragraph|section|article|clause|text|provision|item|bullet)(?: (?:after|following|that follows))?)", LEX_REACH, REACH_REST},
	{"(?:the )?(?:rest|remainder) of(?= (?:paragraph|para\\.?|sub-?paragraph|subsection|section|article|point|item) [\\d(])", LEX_REACH, REACH_REST},
	{"(?:the )?(?:rest|remainder)(?= ?(?:[.;,]|$))", LEX_REACH, REACH_REST},
	{"(?:the )?(?:rest|remainder|remaining (?:part|words|text)) of (?:the|that|this) (?:same )?sentence(?: (?:after|following|that follows))?", LEX_REACH, REACH_SENTENCE},
	{"(?:everything|all(?: the)? (?:words|text)|(?:the )?(?:words|text)) (?:that (?:is|stands) |standing )?(?:in )?between(?= (?:the )?(?:words?|phrases?|terms?)? ?[\"“‘«'])", LEX_REACH, REACH_BETWEEN},
	{"(?:all|everything|all (?:the )?(?:words|text))(?= from )", LEX_TEXT, 0},
	{"(?:and )?ending (?:with|at|in)(?= (?:the )?(?:words?|phrases?|terms?)? ?[\"“‘«'])", LEX_THROUGH, THROUGH_GOES},
	{"as (?:from|of)(?= (?:the )?(?:words?|phrases?|terms?)? ?[\"“‘«'])", LEX_FROM, 0},
	{"(?:all the way )?(?:through to|through|until|up to|to) the (?:very )?end", LEX_POSITION, REDLINE_AT_END | POSITION_REACHES},
	{"(?:except(?:ing)?|with the exception|save|other than|apart from|aside from|excluding|to the exclusion|but not|but(?= for )|not (?:counting|including)|barring)(?: (?:for|where|when|of))?(?: (?:it|they) (?:appears?|occurs?|stands?|is used))?(?= (?:in|within|for|the|under|paragraphs?|paras?|articles?|sections?|clauses?|annex|" NTH ")\\b| sub-?[a-z]| (?:OP|PP|§)s? ?\\d| " BARE_LABEL ")", LEX_EXCEPT, 0},
	{"respectively", LEX_RESPECTIVELY, 0},
	{"second[ -]from[ -](?:the )?last|(?:third|fourth|fifth|sixth)[ -](?:(?:to|from)[ -](?:the )?)?last|antepenultimate|(?:counting |counted )?(?:up(?:wards)? )?(?:from|before) the (?:very )?(?:end|bottom)(?! of)", LEX_VAGUE, 0},
	{"above(?= (?:the )?" PLACE " ?[\\d(])", LEX_POSITION, REDLINE_BEFORE},
	{"below(?= (?:the )?" PLACE " ?[\\d(])", LEX_POSITION, REDLINE_AFTER},

	{"first of all|next(?=,)|last but not least|(?:distinguished|dear|esteemed) (?:colleagues|delegates|delegations|representatives|friends|members)|your excellenc(?:y|ies)|excellencies|ladies and gentlemen|thank you(?: very much)?(?:,? (?:mr\\.?|madam|mister))?", LEX_FILLER, 0},
	{"with (?:a|the) view (?:to|of)|with the (?:aim|intention|goal|objective) of", LEX_REASON, REASON_SAYS},

	/* a new number, of provisions that an earlier instruction gave it to */
	{"(?:as )?newly[- ]designated(?=[,.;)]| (?:is|are|by|should|shall|paragraphs?|sub[\\w-]{1,20}|articles?|sections?|clauses?)\\b|$)", LEX_RENUMBERED, RENUMBERED_TEXT},
	{"(?:as so|so|as newly|newly) (?:re-?)?(?:designated|numbered|lettered)(?: (?:herein|above|in this (?:act|section)|by [\\w() -]{1,40}?))?(?=[,.;)]| (?:is|are|by|should|shall|paragraphs?|sub[\\w-]{1,20}|articles?|sections?|clauses?)\\b|$)|as re-?(?:designated|numbered)(?: (?:herein|above|by [\\w() -]{1,40}?))?(?=[,.;)]|$)|re-?(?:designated|numbered)(?= (?:paragraphs?|sub[\\w-]{1,20}|articles?|sections?|clauses?) ?[\\d(])", LEX_RENUMBERED, 0},
	{"(?:all )?(?:the |of the )?(?:subsequent|remaining|succeeding|later)(?= (?:(?:operative|preambular) )?(?:paragraphs|paras\\.?|sub-?paragraphs|subsections|articles|sections|clauses|chapters|items|points|provisions|ones)(?! \\(?\\d))", LEX_REST, 0},
	{"consequentially|consecutively|sequentially|in sequence", LEX_FILLER, 0},
	{"as well as(?! to\\b)|(?:including|(?:together |along )with)(?= (?:(?:the|its|their|both|any|all|surrounding|preceding|following) ){0,3}(?:commas?|(?:semi-?)?colons?|full stops?|periods?|punctuation)\\b)", LEX_AND, 0},
	{"(?:while|whilst|but) (?:also )?(?:keep|retain|maintain|preserv|leav)ing", LEX_EXCEPT, 0},
	{"(?:while|whilst)(?: also| simultaneously| at the same time){0,2}(?= (?:delet|strik|remov|omitt|replac|substitut|insert|add|mov|chang|amend|renumber)ing\\b| (?:in|at|after|before) (?:the )?(?:para|art|sec|sub|sentence|chapeau|title|heading|annex|OP|PP|first|second|third|last|end|beginning|\\d|[\"“]))", LEX_AND, 0},
	{"where (?:it|the (?:text|draft|paragraph|sentence|document|resolution)) (?:now |currently )?(?:says|reads|states|has)(?= (?:the (?:words?|phrase) )?[\"“])", LEX_FOR, 0},
	{"as (?:appropriate|necessary|needed|required)", LEX_FILLER, FILLER_FITTING},
	{"as (?:should|must|shall)(?= (?:" REPEATED "|" WORDING "))", LEX_AND, 0},
	{"here(?=,? and (?:also )?(?:in|at|on|throughout)\\b)", LEX_WORD, WORD_NOBODY},
	{"it (?:was|has been|had been|is)(?: also| finally| therefore| now){0,2}(?: not| never)? (?:agreed|decided|concluded|resolved)(?: not)? (?:to|that)", LEX_HISTORY, HISTORY_ONCE},
	{"with (?:respect|regard) to|as (?:regards|for|to(?! be\\b))", LEX_IN, IN_TOPIC},
	{"as(?= (?:the )?(?:new )?(?:[a-z-]{1,40}+ ){0,2}(?:\\d|\\([a-z\\d]{1,5}\\)|(?:OP|PP) ?\\d|§|[IVX]{1,9}\\b))", LEX_REASON, REASON_BECOMES},

	/* what takes no amendment back, asks for none, or says where the speaker is */
	{"(?:withdr(?:ew|aws?|awing)|(?:has|have|had)(?: now| since| also| already)? (?:withdrawn|lifted)|lift(?:s|ed|ing)?|is withdrawing|are withdrawing)(?= (?:its|our|their|my|his|her|the|all|any|that|this)(?: [a-z-]{1,40}+){0,3} (?:reservations?|objections?|concerns?)\\b)", LEX_FILLER, FILLER_LIFTED},
	{"(?:(?:we|i) )?(?:(?:would|should)(?: also| just| only| simply)? (?:like|wish|want) to|wish to|want to|'d like to|’d like to)(?: also| just| only| simply){0,4} add(?=,? that (?!(?:paragraph|para\\.?|sentence|word|phrase|text|section|article|wording|line|clause|sub-?paragraph) (?!\\d))|,? how\\b)|(?:let me|allow me to|permit me to|may i|(?-i:I|We)(?: would| should| might)?(?: just| only| also){0,4}) (?:also |just |only |simply ){0,4}add(?=,? that (?!(?:paragraph|para\\.?|sentence|word|phrase|text|section|article|wording|line|clause|sub-?paragraph) (?!\\d)))", LEX_FILLER, 0},
	{"(?:(?:we|i) )?(?:" WOULD " )?(?:add(?:s|ing)?|join(?:s|ing)?) (?:our|my|its|their|his|her) (?:voices?|support|weight|names?)(?: to| with)?", LEX_STANCE, REDLINE_SUPPORTS},
	{"(?:we|i|let us|let's|let’s|may i|can we|could we|shall we)(?: now| then| next)? (?:move|turn|go|come|proceed|pass)(?: now| then)?(?: on| back| ahead| over)? to(?= (?:the |our )?(?:(?:very )?(?:last|first|second|third|next|following|remaining|final|two|three|operative|preambular|other) ){0,3}(?:paragraphs?|paras?\\.?|sub-?paragraphs?|articles?|sections?|annex|chapter|chapeau|preamble|title|PP|OP|items?|clauses?|points?|part|sentences?)\\b)", LEX_FILLER, 0},
	{"(?:(?:should|must|shall|ought to|has to|have to|needs? to|may|can|is to|are to) )(?:also |always |rather |only )?(?:be )?read(?= (?:together|in conjunction|along|alongside|jointly|in (?:the |that )?(?:light|context|connection)|in parallel|as a whole)\\b)|(?:should|must|shall|ought to|has to|have to|needs? to|may|can|is to|are to) (?:also |always |rather |only )?be read(?= (?:with|against)\\b)", LEX_FILLER, 0},
	{"(?:should|must|shall|ought to|has to|have to|needs? to|can|may|could) (?:also |therefore |thus |simply |just |then ){0,4}(?:remain|stay)(?= ?(?:[.;,)]|$)| (?:as|unchanged|in (?:the|its|square|brackets)|intact|where|here|there|untouched|unaltered|unamended)\\b)", LEX_ACTION, VERB(VERB_KEEP, FORM_PASSIVE)},

	/* reports and thoughts, before the verbs they contain */
	{"(?:instead of|rather than|in place of|in lieu of)(?= (?:simply |just |merely |only )?(?:(?:delet|strik|remov|omit|dropp|replac|substitut|chang|alter|modify|insert|add|includ|amend|revis|mov|merg|split|bracket|renumber)[a-z]{0,3}ing|delete|strike|remove|omit|drop|replace|substitute|change|alter|modify|insert|add|include|amend|revise|move|merge|split|bracket|renumber) (?!out\\b|it\\b))", LEX_NEGATION, 0},
	{"(?:" WAS "|been )" P_ANY, LEX_HISTORY, HISTORY_TOLD},
	{"(?:some|others|many|several|certain|a number of)(?: other)?(?: delegations| states| members| speakers| colleagues| of them)? (?:have |had |has )?(?:also )?(?:suggested|proposed|asked|called|recommended|requested|wanted|wished|want|wish|preferred|sought)(?: for| that| to)?", LEX_HISTORY, HISTORY_ONCE},
	{"there (?:was|were|is|are|has been|have been) (?:a |an |some |also )?(?:proposals?|suggestions?|calls?)|it (?:has been|was) (?:also )?(?:suggested|proposed)|(?:was|were|has been|have been|had been) (?:also )?(?:asked|requested|invited|urged|told|encouraged|advised)(?: to| that)?(?= ?:)", LEX_HISTORY, HISTORY_ONCE},
	{"(?:note|notes|noted|noting|understand|understands|hear|heard|recall|recalls|recalled|said|says|mentioned|reported|remember)(?:,? (?:that|how|why|whether))|according to|thank(?:s|ful|ed)?(?: [\\w.]{1,40}+){0,6} for|grateful(?: to [\\w ]{0,30})? for|who (?:proposed|suggested|proposes)", LEX_HISTORY, HISTORY_TOLD},
	{"(?:had|would have|could have|might have|should have|used to)(?: (?:also|already|earlier|previously|[a-z]{1,20}ly)){0,4} (?:propose|suggest|recommend|request|ask|move|call|want)(?:e?d)?(?: for)?(?: that| to)?", LEX_HISTORY, HISTORY_ONCE},
	{"(?:originally|initially|earlier|formerly|once|at first|first|in the past)(?= (?:proposed|suggested|recommended|requested|asked|moved|called|wanted|supported)\\b)", LEX_HISTORY, HISTORY_WHEN},
	{"proposals? (?:of|by|from|made by|put forward by|tabled by)", LEX_HISTORY, HISTORY_TOLD},
	{"(?:at|in|during|since) (?:the |our |its |this )?(?:first|second|third|fourth|fifth|sixth|seventh|last|previous|earlier|past|preceding) (?:session|meeting|round|reading|draft|version|year)s?|last (?:year|week|month|time|session|meeting)|previously|(?:an? |the )?(?:earlier|previous|former|prior) (?:drafts?|versions?|texts?|revisions?)(?= (?:also |had )?(?:proposed|suggested|asked|wanted|recommended|called)\\b)|(?:before|after|during|over) (?:the )?(?:coffee |lunch |tea |summer |winter )?(?:break|lunch|recess|weekend|holidays?)|yesterday|in rev\\.? ?\\d{1,9}", LEX_HISTORY, HISTORY_WHEN},
	{COULD P_ANY, LEX_HEDGE, 0},
	{"(?:could|might|may|can)(?: (?:perhaps|possibly|maybe|then|also)){0,4} (?:become|consider(?:ing)?)", LEX_HEDGE, 0},
	{"the same (?:could|might|may|can|would|should)(?: also| perhaps| then| equally){0,4} (?:apply|hold|go|be (?:done|said|true|changed|made))", LEX_HEDGE, 0},
	{"one (?:would|could|might|may)(?: (?:also|perhaps|then)){0,4}", LEX_HEDGE, 0},

	/* marks of what is no proposal, or not one to be carried out */
	{"(?:not (?:yet )?(?:agreed|accepted)|rejected|withdrawn|opposed(?: by [\\w ]{1,40}?)?|reservations?|objections?|examples?|alternatives?|alt\\.?|fall-?back|pending|on hold)(?=[:).\\]]|$)|for (?:example|instance)|e\\.g\\.|suppos(?:e|ing)|imagine|what if", LEX_DOUBT, 0},
	{"withdrawn|withdrew(?! (?:its|our|their|my|his|her)\\b)|subject to|as an? (?:fall-?back|alternative)(?: (?:option|position|solution))? to", LEX_DOUBT, 1},
	{"(?:where(?:ver)?|when(?:ever)?|as|if) (?:it is |deemed )?(?:appropriate|necessary|needed|required|relevant|applicable|possible|feasible|suitable|warranted)", LEX_DOUBT, 0},
	{"(?:barring|failing|absent|presuming|conditioned on)(?= (?:any |an? |such |the |further |early |other )?(?:objections?|agreements?|consensus|opposition|compromise|progress|clarity|clarifications?|support|views?))|time permitting|if need be", LEX_DOUBT, 0},
	{"(?:only|just|merely|purely|simply|but) (?:an? |for )?(?:illustrations?|examples?|ideas?|thoughts?|options?|possibility|possibilities|hypothes[ie]s|speculation|information|discussion)|for (?:information|discussion|illustration)(?: only)?|by way of (?:example|illustration)|no to|illustrations?|brainstorming|not (?:a proposal|proposed|for (?:adoption|circulation|inclusion))|hypothetical(?:ly)?|note to (?:self|file)|wish[- ]?list|(?:ideas?|minimum|maximum|best case|worst case)(?=:)|fall-?back (?:position|option|proposal|language|text)|worst[- ]case(?: scenario)?|not (?:yet )?(?:been )?cleared|(?:do )?not (?:to be )?(?:share|circulat|distribut)(?:ed?)|for internal use|internal(?= ?[:\u2013\u2014-])|parking lot|(?:the )?(?:French|Spanish|Russian|Chinese|Arabic|German)(?: (?:language )?(?:version|text))?(?=[:)])", LEX_DOUBT, 1},
	{"pending|depend(?:ing|s)? (?:up)?on|hinges? (?:up)?on|contingent (?:up)?on|conditional (?:up)?on|(?:as|so) long as|insofar as|to the extent|ad referendum|until further notice|(?:once|when|as soon as|until|after)(?= (?:the |this |that |our |all )?(?:[\\w()-]{1,40}+ ){0,6}(?:is|are|has been|have been|was|were)(?: \\w{1,40}+)? (?:agreed|adopted|accepted|approved|resolved|settled|confirmed|cleared|decided|received|clarified)\\b)|(?-i:Should|Were|Had)(?= (?:the|this|these|that|any|no|it|they|we|others?|delegations?|colleagues|consensus|agreement|para|sub|art|sec|clause|item|point|op|pp|annex|chapter|footnote|there|(?-i:[A-Z]))[\\w.]{0,40}\\b[^,?]{1,120},)|(?:French|English|Spanish|Russian|Chinese|Arabic|German)(?: (?:version|text|language version))? only", LEX_DOUBT, 0},
	{"perhaps|maybe|possibly|ideally|hopefully|theoretically|in theory|tentatively|provisionally|conceivably|arguably", LEX_HEDGE, HEDGE_WORD},
	{"and so (?:on|forth)|or (?:so|similar|something|words to that effect)", LEX_OR, 0},
	{"as (?:(?:so|previously|last|further|orally|heretofore) )?(?:amended|revised|corrected)(?: (?:herein|above|in this (?:act|section)|by [^,;:()\"“]{1,80}?))?(?=[,;)]| (?:is|are)\\b)", LEX_FILLER, FILLER_ACT},
	{"(?:keep(?:ing)?|retain(?:ing)?) only|only (?:keep|retain)", LEX_VAGUE, 0},

	/* passives */
	{"(?:would|will)(?: then| thus| now| therefore| accordingly){1,4} read(?: as follows)?|(?:as amended|thus)(?: it| the (?:sentence|paragraph))? (?:would|will) read(?: as follows)?", LEX_CHECK, 0},
	{"as (?:so |last |previously |further |heretofore |subsequently )?amended by (?:sections? [\\w().-]{1,20}+ of )?(?:the |an? )?[^,;()\"“]{0,100}?\\b(?:act|law|resolution|decision|directive|regulation)\\b[^,;()\"“]{0,40}?(?=,| ?\\(| is\\b| are\\b)|as (?:so |last |previously |further |heretofore |subsequently )?amended(?=,| ?\\(| is\\b| are\\b)", LEX_FILLER, FILLER_ACT},
	{BE P_REPLACE, LEX_ACTION, VERB(VERB_REPLACE, FORM_PASSIVE)},
	{BE P_SUBSTITUTE, LEX_ACTION, VERB(VERB_SUBSTITUTE, FORM_PASSIVE)},
	{BE P_CHANGE "(?= as follows\\b| ?:)", LEX_ACTION, VERB(VERB_AMEND, FORM_PASSIVE)},
	{"(?:is|are)(?= by (?:delet|strik|remov|replac|substitut|insert|add)ing (?:the|an?|[\"“]))", LEX_ACTION, VERB(VERB_AMEND, FORM_PASSIVE)},
	{BE P_CHANGE, LEX_ACTION, VERB(VERB_CHANGE, FORM_PASSIVE)},
	{BE "(?:hereby )?(?:increased|raised|reduced|lowered|decreased|extended|shortened)(?= (?:from|to) (?:the (?:words?|figures?|sum|amount|term|expression) )?[\"\u201c\u2018'])", LEX_ACTION, VERB(VERB_CHANGE, FORM_PASSIVE)},
	{BE P_DELETE, LEX_ACTION, VERB(VERB_DELETE, FORM_PASSIVE)},
	{BE "(?:added|appended)", LEX_ACTION, VERB(VERB_INSERT, FORM_PASSIVE) | VERB_APPENDS},
	{BE P_INSERT, LEX_ACTION, VERB(VERB_INSERT, FORM_PASSIVE)},
	{BE "(?:amended|supplemented|augmented|completed)(?= by (?:the following |an? )?(?:new|additional) (?:" PLACE "|sub-?sections?|sub-?clauses?|sentences?)\\b)", LEX_ACTION, VERB(VERB_COMPLETE, FORM_PASSIVE)},
	{BE P_AMEND, LEX_ACTION, VERB(VERB_AMEND, FORM_PASSIVE)},
	{BE "(?:placed|put|enclosed)(?= (?:in|within|between|inside)(?: square)? brackets)", LEX_ACTION, VERB(VERB_PUT, FORM_PASSIVE)},
	{BE "(?:square )?bracketed", LEX_ACTION, VERB(VERB_BRACKET, FORM_PASSIVE)},
	{BE "(?:immediately |directly )?preceded by", LEX_ACTION, VERB(VERB_PRECEDE, FORM_PASSIVE)},
	{BE "(?:immediately |directly )?followed by(?! the (?:words|following):)", LEX_ACTION, VERB(VERB_FOLLOW, FORM_PASSIVE)},
	{BE "(?:strengthened|streamlined|clarified|simplified|shortened|corrected|improved|updated|reordered|aligned|softened|elaborated|expanded|adjusted|reconsidered|capitali[sz]ed|italici[sz]ed|underlined|in capitals|lower case|in lower case)", LEX_VAGUE, 0},
	{"(?:" BE "|reads? )?(?:in |made )?(?:the )?singular(?: form)?", LEX_VAGUE, VAGUE_SINGULAR},
	{"(?:" BE "|reads? )?(?:in |made )?(?:the )?plural(?: form)?", LEX_VAGUE, VAGUE_PLURAL},
	{"(?:is|are|seems?|appears?)(?: to be)? (?:too |rather |very |somewhat |quite |also |simply |therefore |clearly )?(?:redundant|unnecessary|superfluous|repetitive|duplicative|unclear|vague|ambiguous|weak|strong|broad|narrow|confusing|misleading|inaccurate|incorrect|wrong|imprecise|inappropriate|problematic|outdated|obsolete)(?: here| in this context)?", LEX_FILLER, FILLER_JUDGED},
	{"(?:is|are|seems?|appears?) (?:no longer|not) (?:really |strictly )?(?:needed|necessary|required|relevant|useful|warranted|valid)(?=(?:,? and|,|;|:)(?: therefore| thus| so| hence| we suggest it)? (?:(?:should|must|shall|can|could|may|ought to|has to|have to|needs? to) (?:therefore |thus |simply |also )?be " P_DELETE "|(?:we |i )?(?:would )?(?:propose|suggest|recommend|request) (?:its|their) (?:deletion|removal)))", LEX_FILLER, FILLER_JUDGED},
	{"(?:should|must|shall|ought to|has to|have to|needs? to)(?: also| therefore| simply| please){0,4} (?:disappear|vanish|go away|be (?:cut|scrapped|crossed out|discarded)|come out)(?= ?(?:[.;,]|$))", LEX_ACTION, VERB(VERB_DELETE, FORM_PASSIVE)},
	{"(?:should|must|ought to|has to|have to|needs? to)(?: also| therefore| simply| please){0,4} go(?= ?(?:[.;]|$|,? please\\b))", LEX_ACTION, VERB(VERB_DELETE, FORM_PASSIVE)},
	{"(?:can|could|may|might)(?: also| therefore| simply){0,4} (?:go|disappear|be dispensed with)(?= ?(?:[.;]|$))", LEX_HEDGE, 0},
	{"(?:(?:the |any |all |its )?(?:corresponding |associated )?references? (?:to (?:it|them)|thereto)|its references?)(?=[.;,]|$)", LEX_NOTE_TOO, NOTE_REFERENCE},
	{"(?:and |with |together with |along with |as well as |including )(?:(?:its|their) (?:own )?|the )(?:section |article )?(?:headings?|titles?|headers?)(?=[.;,]|$| (?:should|shall|must|be|to be|is|are|after|before)\\b)", LEX_NOTE_TOO, NOTE_HEADING},
	{"(?:heading|title|header) and (?:the )?(?:(?:entire |whole )?(?:text|body|contents?)) of(?= (?:section|chapter|article|annex|part)\\b)", LEX_FILLER, 0},
	{"(?:including|(?:and )?(?:with|together with|along with)(?= (?:the|its|their|both)\\b))(?: (?:the|its|their|both))?(?: own| surrounding| enclosing)?(?: square)? brackets(?! (?:removed|deleted|lifted|off|dropped))", LEX_BRACKETS, BRACKETS_TOO},
	{"(?:and |with |together with |along with |including )(?:its|their) foot-?notes?(?=[.;,]|$| (?:should|shall|must|be|to be|is|are)\\b)", LEX_NOTE_TOO, 0},
	{"(?:and |with |together with |along with |including )?(?:the |its |their )?(?:associated|accompanying|corresponding|related) foot-?notes?", LEX_NOTE_TOO, 0},
	{"(?:old|former|formerly|previous|original|earlier)(?= (?:paragraphs?|paras?|articles?|sections?|sub|OP|PP|clause))", LEX_VAGUE, 0},
	{"onwards?|et seq\\.?|ff\\.|and (?:the )?following(?= (?:paragraphs|ones|articles|sections))|(?:and|or) (?:(?:the )?(?:following|subsequent)|below|beneath|up|upwards?|above|beyond|later|higher|all (?:that|those) follow)(?=[.,;]|$)", LEX_VAGUE, 0},
	{"(?:(?:one|an?|another|the (?:first|second|third|other)|first|second|third|possible|alternative|preferred) )?(?:options?|alternatives?|variants?|possibility|possibilities) ?(?:\\d{1,9}|[a-d]|i{1,3}|one|two|three)?(?=:)|(?:alternative|option|variant|version|possibility) (?:\\d|[a-d]|one|two|three)\\b|(?:choose|pick|select|take|adopt) (?:one|either)(?: of)?|(?:one|either|any) of the following(?: (?:options|alternatives|amendments|changes))?|either(?=:)", LEX_OR, 1},
	{"as a (?:fall-?back|second(?:ary)?|third|last|alternative) ?(?:option|resort|alternative|choice|solution|possibility)?|as an alternative|otherwise|failing (?:that|this|which)|plan b|secondarily|subsidiarily|in the alternative", LEX_OR, 0},
	{"chang(?:e|ing) places|put(?:ting)? the (?:(?:first|second|third|last) )?(?:verb|word|phrase|sentence)(?![^.;]{0,200} (?:in|within|between|inside)(?: square)? brackets)", LEX_VAGUE, 0},
	{BE P_SWAP "(?: round| around)?", LEX_ACTION, VERB(VERB_SWAP, FORM_PASSIVE)},
	{"(?:swap(?:ping)?|switch(?:ing)?|trad(?:e|ing)|exchang(?:e|ing))(?: out)?(?= " QUOTED " for " WORDING ")|swap(?:ping)? out(?= " QUOTED " (?:for|with|to) )", LEX_ACTION, VERB(VERB_CHANGE, FORM_ACTIVE)},
	{"(?:swap(?:ping)?|switch(?:ing)?(?! " QUOTED " (?:in)?to\\b)|interchang(?:e|ing)|revers(?:e|ing)|invert(?:ing)?|exchang(?:e|ing))(?: round| around)?(?: the (?:order|sequence|places|positions?) of(?: the)?(?! the )|(?= (?:the (?:words?|phrases?|terms?|first|second|third|last) |paragraphs?|paras?\\b|sub-?para|articles?|sections?|chapters?|annexe?s?|items?|sentences?|clauses?|points?|OPs? ?\\d|PPs? ?\\d|rows?|bullets?|\\(|\\d|[\"“])))", LEX_ACTION, VERB(VERB_SWAP, FORM_ACTIVE)},
	{"the order of(?= (?:the |paragraphs?|paras?\\b|articles?|sections?|items?|sub|OPs? ?\\d|PPs? ?\\d|\\(|[\"“]))", LEX_FILLER, 0},
	{BE "(?:unbracketed|lifted|(?:retained|kept|maintained|preserved),? (?:(?:and|with) the (?:square )?brackets (?:(?:be|should be|to be) )?(?:removed|deleted|lifted|dropped)|without (?:the )?(?:square )?brackets))", LEX_ACTION, VERB(VERB_UNBRACKET, FORM_PASSIVE)},
	{BE P_MOVE, LEX_ACTION, VERB(VERB_MOVE, FORM_PASSIVE)},
	{"(?:should|shall|must|ought to|has to|needs? to|to)(?: then| rather| instead)? (?:come|go|appear)(?= (?:immediately |directly |right )?(?:before|after|at the (?:very )?(?:end|beginning|start))\\b)", LEX_ACTION, VERB(VERB_MOVE, FORM_PASSIVE)},
	{BE P_RENUMBER, LEX_ACTION, VERB(VERB_RENUMBER, FORM_PASSIVE)},
	{BE P_SPLIT, LEX_ACTION, VERB(VERB_SPLIT, FORM_PASSIVE)},
	{BE P_MERGE, LEX_ACTION, VERB(VERB_MERGE, FORM_PASSIVE)},
	{BE "(?:retained|kept|maintained|preserved)", LEX_ACTION, VERB(VERB_KEEP, FORM_PASSIVE)},
	{BE "(?:restored|reinstated|reintroduced)", LEX_ACTION, VERB(VERB_RESTORE, FORM_PASSIVE)},
	{"drop(?:s|ping)?(?= (?:its|our|their|his|her|the|this|that) (?:proposals?|amendments?|suggestions?)\\b)", LEX_ACTION, VERB(VERB_WITHDRAW, FORM_ACTIVE)},
	{BE "withdrawn", LEX_ACTION, VERB(VERB_WITHDRAW, FORM_PASSIVE)},
	{BE "used(?= (?:instead|in place|in lieu|rather))", LEX_ACTION, VERB(VERB_USE, FORM_PASSIVE)},
	{"amended(?= (?:by|striking|as|to read))", LEX_ACTION, VERB(VERB_AMEND, FORM_PASSIVE)},
	{"(?:replaced|exchanged)(?= (?:by|with))", LEX_ACTION, VERB(VERB_REPLACE, FORM_PASSIVE)},
	{"substituted(?= (?:by|for|with))", LEX_ACTION, VERB(VERB_SUBSTITUTE, FORM_PASSIVE)},
	{"changed(?= to)", LEX_ACTION, VERB(VERB_CHANGE, FORM_PASSIVE)},
	{"(?:deleted|removed|omitted|struck out)(?=[.;,]|$)", LEX_ACTION, VERB(VERB_DELETE, FORM_PASSIVE)},
	{"(?:inserted|added)(?= (?:after|before|between|at)\\b)", LEX_ACTION, VERB(VERB_INSERT, FORM_PASSIVE)},
	/* "would like to see “a” deleted in OP4" */
	{"(?:deleted|removed|omitted|struck(?: out)?|stricken|dropped|taken out|left out)(?= (?:in|from|at|throughout)\\b)", LEX_ACTION, VERB(VERB_DELETE, FORM_PASSIVE) | VERB_WISHED},
	{"moved(?= (?:after|before) (?:the )?" PLACE ")", LEX_ACTION, VERB(VERB_MOVE, FORM_PASSIVE) | VERB_WISHED},
	{"placed(?= (?:in|within|between)(?: square)? brackets)", LEX_ACTION, VERB(VERB_PUT, FORM_PASSIVE) | VERB_WISHED},
	{"(?:(?:should|shall|must|ought to|has to|needs to|to|will|would)" ADV " )read" ADV, LEX_ACTION, VERB(VERB_READ, FORM_ACTIVE)},
	{"so (?:that|as) (?:it|they|this|the (?:[a-z-]{1,40}+ )?(?:sentence|paragraph|provision|text|phrase|article|title|heading|subparagraph|sub-paragraph|chapeau|clause))(?: (?:now|then|would|will|should|shall)){0,4} reads?(?: as follows| thus)?", LEX_CHECK, 0},
	{"(?:should|shall|must|ought to|has to|have to|needs? to|to)" ADV " become(?= " WORDING ")", LEX_ACTION, VERB(VERB_READ, FORM_ACTIVE)},
	{"(?:has to|have to|needs? to)" ADV " be(?= " WORDING ")", LEX_ACTION, VERB(VERB_READ, FORM_ACTIVE)},
	{"(?:should|shall|must|ought to)" ADV " be(?= [\"“‘«'])", LEX_ACTION, VERB(VERB_READ, FORM_ACTIVE)},
	{"(?:that |which )?(?:containing|contains?|mentioning|mentions?|dealing with|deals? with|including)(?= (?:the (?:words?|phrases?|terms?) )?[\"“‘«'])", LEX_VAGUE, 0},
	{"reading|worded", LEX_ACTION, VERB(VERB_READ, FORM_ACTIVE) | VERB_WEAK},
	{"(?:so as )?to now read", LEX_ACTION, VERB(VERB_READ, FORM_ACTIVE)},
	{"reads", LEX_ACTION, VERB(VERB_READ, FORM_ACTIVE) | VERB_TELLS},
	{"(?:which reads|that reads|to be worded|to read)", LEX_ACTION, VERB(VERB_READ, FORM_ACTIVE)},
	{"(?-i:The) same(?= (?:in|for|with) (?:the )?(?:para|art|sect|annex|sub|chapt|clause|OP|PP|item|point|sched))", LEX_REPEAT, 0},
	{"the same (?:holds|applies|goes|is true|change(?:s)?(?: should be made| applies)?|amendment applies|applies mutatis mutandis)(?: for| to| in)?", LEX_REPEAT, 0},
	{"make the same changes? (?:in|to)", LEX_REPEAT, 0},
	{"this (?:also applies|applies(?: also| mutatis mutandis| equally)?|is also valid) (?:to|for|in)(?= (?:" REPEATED "))", LEX_REPEAT, 0},
	{"(?:ditto|idem|the same|same(?: changes?| edits?| amendments?| here)?)(?= ?(?:[.]|$))", LEX_REPEAT, 0},
	{"so (?:should|must|shall)(?= (?:" REPEATED "))|(?:likewise|similarly|ditto),?(?= (?:" REPEATED "))", LEX_REPEAT, 0},
	{"(?:likewise|similarly),? (?:for|in)(?= (?:the )?(?:para|art|sect|annex|sub|chapt|clause|OP|PP|item|point|sched))|same (?:(?:changes?|thing|edits?|amendments?|modifications?|corrections?) )?(?:for|in|to|goes for)(?= (?:the )?(?:para|art|sect|annex|sub|chapt|clause|OP|PP|item|point|sched))", LEX_REPEAT, 0},

	/* without a verb */
	{"(?:the )?(?:new|proposed|revised|amended|suggested)(?: new)? (?:text|wording|language|version|formulation)(?=: ?[^ \n\"“«'])|(?:new|now)(?=: ?[^ \n\"“«'])", LEX_SHORT, SHORT_NEW},
	{"(?:the |full |complete |its )?(?:deletion|removal|omission)(?= ?(?:[.;]|$))|to go(?= ?(?:[.;]|$))", LEX_SHORT, SHORT_OUT},

	/* nouns of doing */
	{"(?:by the )?(?:deletions? of|removal of|omission of|elimination of|striking of|(?:deletion|removal|omission|repeal|revocation)" NOUN_IN ")|by the repeal of", LEX_ACTION, VERB(VERB_DELETE, FORM_NOUN)},
	{"(?:by the )?(?:insertion of|addition of|inclusion of|(?:insertion|addition)" NOUN_IN "|insertion(?= (?:immediately )?(?:before|after)\\b))", LEX_ACTION, VERB(VERB_INSERT, FORM_NOUN)},
	{"(?:by the )?(?:replacement of|replacement" NOUN_IN ")", LEX_ACTION, VERB(VERB_REPLACE, FORM_NOUN)},
	{"(?:by the )?(?:substitution of|substitution" NOUN_IN "|substitution(?= for\\b))", LEX_ACTION, VERB(VERB_SUBSTITUTE, FORM_NOUN)},

	/* positions, before the verbs they contain */
	{"with the (?:kind |full )?support of|supported by|co-?sponsored by|seconded by", LEX_SPEAKER, SPEAKER_SUPPORTS},
	{"joined by|together with|jointly with", LEX_SPEAKER, SPEAKER_JOINS},
	{"(?:support(?:s|ed|ing)?|join(?:s|ing)?) (?:the )?calls?(?: to| for)?", LEX_PROPOSE, 0},
	{"(?:is|are|am|was|were|remain(?:s)?) (?:strongly |fully |very much )?in favou?r of", LEX_STANCE, REDLINE_SUPPORTS},
	{"which (?:is|are|was|were|has been|had been) (?:strongly |also |still )?(?:opposed by|not (?:supported|accepted|acceptable|agreed) (?:by|to)|unacceptable to)(?=[^,;.:]{1,80}[.;]?$)", LEX_STANCE, REDLINE_OPPOSES},
	{"which (?:is|are|was|were|has been|had been) (?:strongly |also )?(?:supported by|endorsed by|backed by|acceptable to)(?=[^,;.:]{1,80}[.;]?$)", LEX_STANCE, REDLINE_SUPPORTS},
	{"(?:(?:do|does|did|would|will|could|can)(?: not|n't|n’t)|cannot) (?:wish to |intend to |want to )?(?:object(?: to)?|oppose|stand in the way of|block)|(?:is|are|am) not (?:opposed to|against|averse to)|(?:have|has|had|see|sees|saw|raise|raises) no (?:objections?|problems?|difficulty|difficulties|issues?)(?: to| with| in| on| about| regarding| if)?|no objections? to", LEX_STANCE, REDLINE_SUPPORTS},
	{"(?:have|has) (?:(?:a|some|strong|serious|no) ){0,2}objections? to", LEX_STANCE, REDLINE_OPPOSES},
	{"(?:(?:we|i) (?:also )?(?=ask for))?(?:propose|suggest|recommend|request|call|ask)(?:s|d|ed)?(?: for)? (?:its|their) (?:deletion|removal|omission)(?= ?(?:[.;,]|$)| (?:and|from|for|as|in)\\b)", LEX_ACTION, VERB(VERB_DELETE, FORM_ACTIVE)},
	{"(?:(?:do|does|did|will|would|shall)(?: not|n't|n’t)|won't|won’t) (?:necessarily |now |longer )?(?:insist(?: on)?|propose(?: to| that)?|suggest(?: that)?|press for|seek(?: to)?|call for|ask(?: for| that)?|request(?: that)?)|(?:is|are|am) (?:not|no longer) (?:propos|suggest|insist|ask|seek|request|call|push)ing(?: to| on| that| for)?|need not|needn't|needn’t|(?:do|does)(?: not|n't|n’t) (?:need|have) to|(?:have|has) no (?:strong |particular |fixed |firm )?(?:views?|position|preference|opinion)(?: on| about| regarding)?|(?:is|are|am|remains?) (?:very |quite |also |fully )?(?:flexible|neutral|agnostic|indifferent)(?: on| about| regarding| as to| with regard to)?", LEX_NEGATION, NEGATION_LETS},
	{"(?:cannot|can not|can't|can’t|could not|couldn't|is not able to|are not able to|is unable to|are unable to|is not in a position to|are not in a position to|will not|would not|do not|does not|don't|doesn't|don’t|doesn’t) (?:fully )?(?:accept|support|agree(?: with| to| on)?|endorse|go along with|join(?: consensus on)?|live with|favou?r|see (?:a |the )?(?:need|merit|reason)(?: for| in| to)?)", LEX_STANCE, REDLINE_OPPOSES},
	{"regret(?:s|ted|ting)?|(?:is|are|am|remains?) (?:deeply |very |also |seriously )?concerned(?: about| by| at| over| that)?", LEX_STANCE, REDLINE_OPPOSES},
	{"oppos(?:e|es|ed|ing)|object(?:s|ed|ing)? to|(?:(?:we|i) (?:would |must |do |strongly )?object|objects|objected|objecting)(?= ?(?:[.;,)]|$))|reject(?:s|ed|ing)?|(?:is|are|am) (?:strongly )?(?:against|opposed to)|disagree[sd]?(?: with)?", LEX_STANCE, REDLINE_OPPOSES},
	{"reserv(?:e|es|ed|ing) (?:its|our|my|their|his|her) (?:position|right)(?: on)?|(?:has|have) (?:a |some |strong |serious ){0,4}(?:reservations?|concerns?|difficulty|difficulties|problems?)(?: about| on| with| regarding| in)?", LEX_STANCE, REDLINE_RESERVES},
	{"(?:can|could) (?:accept|support|agree(?: to| with)?|go along with|live with|join)|(?:support(?:s|ed|ing)?|endors(?:e|es|ed|ing)|welcom(?:e|es|ed|ing)|favou?rs?|agree(?:s|d)? (?:with|to|on)|concur(?:s)?(?: with)?|appreciat(?:e|es|ed|ing)|echo(?:es)?|second(?:s)? the|align(?:s)? (?:it|our)sel(?:f|ves) with|associat(?:e|es) (?:it|our)sel(?:f|ves) with)", LEX_STANCE, REDLINE_SUPPORTS},

	/* proposing */
	{"(?:(?:we|i)(?:['’]d)? )?(?:would |should )?prefer(?:s)?(?= (?:the (?:words?|phrase|term) )?(?:\"[^\"]{1,200}\"|“[^”]{1,200}”) to (?:the (?:words?|phrase|term) )?[\"“])", LEX_ACTION, VERB(VERB_SUBSTITUTE, FORM_ACTIVE) | VERB_TO_OLD},
	{"(?:we |i |could |can |may |might |let us ){0,4}(?:" WOULD ADV " )?(?:moves? that|moves? to(?= (?:delete|strike|replace|insert|add|amend)))", LEX_PROPOSE, 0},
	{"(?:we |i |could |can |may |might |let us ){0,4}(?:" WOULD ADV " )?(?:propos(?:e|es|ing)|suggest(?:s|ing)?|recommend(?:s|ing)?|request(?:s|ing)?|encourag(?:e|es)|prefer(?:s)?|call(?:s)? (?:for|on|upon)|ask(?:s)?(?: for| that)?|put(?:s)? forward|seek(?:s)? to|advocat(?:e|es))(?! (?:its|their) (?:deletion|removal|omission)\\b)(?: the following(?: (?:editorial )?(?:amendments?|modifications?|changes?|edits?))?)?(?: instead)?(?: that| to(?: also| further| instead)?(?! read))?", LEX_PROPOSE, 0},
	{"(?:has |have |had )?(?:also )?(?:proposed|suggested|recommended|requested|asked|moved|called)(?: for)?(?: the following(?: (?:amendments?|modifications?|changes?))?)?(?: that| to)?", LEX_PROPOSE, 2},
	{"(?:(?:we|i) )?(?:would )?(?:want|need|like)s?(?: to (?:see|have))?(?= " QUOTED " out(?: of\\b| ?\\.?$))", LEX_ACTION, VERB(VERB_DELETE, FORM_ACTIVE)},
	{WOULD ADV "(?: to)?(?: see| have(?= " WORDING "))?", LEX_PROPOSE, 0},
	{"(?:we|i)['’]d (?:also |just |only |rather ){0,2}(?:like|wish|want|prefer)(?: to)?(?: see)?", LEX_PROPOSE, 0},
	{"(?:we|i)['’]d(?= (?:also |just |only |rather ){0,2}(?:propose|suggest|recommend|request|ask|move|delete|strike|remove|drop|omit|replace|substitute|change|amend|add|insert|merge|split|bracket)\\b)", LEX_WE, 0},
	{"(?:we|i)['’](?:re|m)(?= (?:also |just |only |now ){0,2}(?:propos|suggest|recommend|request|ask)ing\\b)", LEX_WE, 0},
	{"(?:we|i) (?:also |just |only |simply ){0,2}want to", LEX_PROPOSE, 0},
	{"would (?:like|prefer|want|rather(?: have| see)?)", LEX_PROPOSE, 0},
	{"wants?(?: to see)?(?! to\\b)", LEX_PROPOSE, 0},
	{"it (?:(?:would|will) (?:then |therefore |also )?be|is|becomes) (?:then |therefore |also )?necessary to", LEX_PROPOSE, 0},
	{"suggestion(?= to)", LEX_PROPOSE, 0},
	{"(?:is|are|would be|remains) (?:our|my|their|its)(?: clear| strong| first| own)? (?:preference|proposal|suggestion|request)", LEX_PROPOSE, 0},
	{"(?:proposals?|suggestions?|requests?|preference) (?:is|are|would be) to(?! (?:paragraph|para|article|section|the ))", LEX_PROPOSE, 0},
	{"(?:proposals?|suggestions?|requests?|calls|amendments?) to(?! (?:paragraph|para|article|section|the ))", LEX_PROPOSE, 1},
	{"consider(?:s|ing)?(?= (?:deleting|striking|replacing|inserting|adding|removing|including|substituting|changing|amending))", LEX_HEDGE, 0},
	{"(?:could|can|would|will|might) (?:you|the chair|the secretariat)(?: please| kindly)(?= (?:also )?(?:delete|strike|remove|omit|drop|replace|substitute|change|amend|add|insert|move|merge|split|bracket)\\b)", LEX_FILLER, FILLER_PLEASE},

	/* verbs */
	{"strik(?:e|ing)(?: out| off| through)?|delet(?:e|ing)|remov(?:e|ing)|omit(?:ting)?|leav(?:e|ing) out|eliminat(?:e|ing)|drop(?:ping)?|suppress(?:ing)?|tak(?:e|ing) out|cross(?:ing)? out|repeal(?:ing)?", LEX_ACTION, VERB(VERB_DELETE, FORM_ACTIVE)},
	/* "We would lose \"a\"" regrets it as often as it asks for it */
	{"(?:would|could|will|might|may|(?:would|will) (?:also|then|thus|thereby))(?= lose" OBJECT ")", LEX_HEDGE, 0},
	{"(?:lose|losing)" OBJECT, LEX_ACTION, VERB(VERB_DELETE, FORM_ACTIVE) | VERB_PAST},
	{"cut(?:ting)?(?: out)?" OBJECT, LEX_ACTION, VERB(VERB_DELETE, FORM_ACTIVE) | VERB_PAST},
	{"(?:eras(?:e|ing)|expung(?:e|ing)|excis(?:e|ing)|discard(?:ing)?|get(?:ting)? rid of|do(?:ing)? away with|(?:scrap|rub|axe|kill|scrapping|rubbing)(?: out)?)" OBJECT, LEX_ACTION, VERB(VERB_DELETE, FORM_ACTIVE)},
	{"del\\.?:?(?= (?:the )?(?:para|art|sub|sec|OP|PP|point|item|title|\\d|[\"“]))", LEX_ACTION, VERB(VERB_DELETE, FORM_ACTIVE)},
	{"replac(?:e|ing)", LEX_ACTION, VERB(VERB_REPLACE, FORM_ACTIVE)},
	{"substitut(?:e|ing)", LEX_ACTION, VERB(VERB_SUBSTITUTE, FORM_ACTIVE)},
	{"(?:turn|convert|correct|adjust|edit|render|updat|switch|shift(?: from)?)(?:e|ing)?(?= " QUOTED " (?:in)?to " WORDING ")", LEX_ACTION, VERB(VERB_CHANGE, FORM_ACTIVE)},
	{"turn(?:ing)?(?= (?:the (?:words?|phrase) )?[\"“])|chang(?:e|ing)(?: the wording(?: of)?)?|alter(?:ing)?|modify(?:ing)?", LEX_ACTION, VERB(VERB_CHANGE, FORM_ACTIVE)},
	{"add(?:ing)?|append(?:ing)?", LEX_ACTION, VERB(VERB_INSERT, FORM_ACTIVE) | VERB_APPENDS},
	{"insert(?:ing)?|includ(?:e|ing)|incorporat(?:e|ing)|introduc(?:e|ing)(?= (?:a|an|the|new|in|after|before)\\b)", LEX_ACTION, VERB(VERB_INSERT, FORM_ACTIVE)},
	{"(?:us(?:e|ing)|writ(?:e|ing)|say(?:ing)?|referring to|refer to|consider(?:ing)?(?: writing| using| saying)?|read)", LEX_ACTION, VERB(VERB_USE, FORM_ACTIVE)},
	{"amend(?:ing)?|revis(?:e|ing)|reword(?:ing)?|rephras(?:e|ing)|redraft(?:ing)?|recast(?:ing)?|rewrit(?:e|ing)|reformulat(?:e|ing)", LEX_ACTION, VERB(VERB_AMEND, FORM_ACTIVE)},
	{"(?:retain|keep)(?:ing)?(?= (?:[^.;]|\\.(?=\\d)){0,400}? without (?:the )?(?:square )?brackets)", LEX_ACTION, VERB(VERB_UNBRACKET, FORM_ACTIVE)},
	{"(?:plac(?:e|ing)|put(?:ting)?|enclos(?:e|ing)|keep(?:ing)?|retain(?:ing)?)(?= (?:[^.;]|\\.(?=\\d)){0,400}? (?:in|within|between|inside)(?: square)? brackets)", LEX_ACTION, VERB(VERB_PUT, FORM_ACTIVE)},
	{"(?:plac(?:e|ing)|put(?:ting)?)(?= (?:square )?brackets)", LEX_ACTION, VERB(VERB_INSERT, FORM_ACTIVE)},
	{"put(?:ting)?(?= " QUOTED " (?:instead of|in place of|in lieu of|rather than)\\b)", LEX_ACTION, VERB(VERB_USE, FORM_ACTIVE) | VERB_PAST},
	{"(?:put(?:ting)?|stick(?:ing)?|slot(?:ting)?)(?: in)?(?= (?:" QUOTED "|an? (?:comma|semi-?colon|colon|full stop|period)) (?:(?:immediately|directly|right|just) )?(?:before|after|between|at the (?:end|beginning|start))\\b)|tack(?:ing)? on(?= " WORDING ")", LEX_ACTION, VERB(VERB_INSERT, FORM_ACTIVE) | VERB_PAST},
	{"put(?:ting)?(?= (?:the )?(?:whole |entire |new )?(?:" PLACE "|sub-?sections?|sentences?) ?[\\d(][^,;:.\"“]{0,24} (?:(?:immediately|directly|right|just) )?(?:before|after|in front of|ahead of|at the (?:very )?(?:end|beginning|start) of)\\b)", LEX_ACTION, VERB(VERB_MOVE, FORM_ACTIVE) | VERB_PAST},
	{"bracket(?:ing)?(?! (?:around|from))", LEX_ACTION, VERB(VERB_BRACKET, FORM_ACTIVE)},
	{"unbracket(?:ing)?", LEX_ACTION, VERB(VERB_UNBRACKET, FORM_ACTIVE)},
	{"lift(?:ing)?(?= (?:the )?(?:square )?brackets)", LEX_ACTION, VERB(VERB_DELETE, FORM_ACTIVE)},
	{"mak(?:e|ing)(?= (?:" PLACE " ?)(?:\\d|\\()[^ ,;:.\"“]{0,12}(?: (?:bis|ter|quater|alt))? (?:(?:the|a) )?(?:new )?" PLACE " ?(?:\\d|\\())", LEX_ACTION, VERB(VERB_MOVE, FORM_ACTIVE) | VERB_MAKES},
	{"mov(?:e|ing)|transfer(?:ring)?|relocat(?:e|ing)|shift(?:ing)?|transpos(?:e|ing)", LEX_ACTION, VERB(VERB_MOVE, FORM_ACTIVE)},
	{"re-?(?:title|name|titling|naming|head)(?= (?:the )?(?:" PLACE "|chapters?|annex|parts?) )", LEX_ACTION, VERB(VERB_CHANGE, FORM_ACTIVE) | VERB_TITLES},
	{"re-?number(?:ing)?|re-?designat(?:e|ing)|re-?letter(?:ing)?", LEX_ACTION, VERB(VERB_RENUMBER, FORM_ACTIVE)},
	{"split(?:ting)?|divid(?:e|ing)", LEX_ACTION, VERB(VERB_SPLIT, FORM_ACTIVE)},
	{"merg(?:e|ing)|combin(?:e|ing)", LEX_ACTION, VERB(VERB_MERGE, FORM_ACTIVE)},
	{"without (?:the )?(?:square )?brackets", LEX_FILLER, 0},
	{"retain(?:s|ing)?|keep(?:s|ing)?|maintain(?:s|ing)?|preserv(?:e|es|ing)", LEX_ACTION, VERB(VERB_KEEP, FORM_ACTIVE)},
	{"restor(?:e|ing)|reinstat(?:e|ing)|reintroduc(?:e|ing)", LEX_ACTION, VERB(VERB_RESTORE, FORM_ACTIVE)},
	/* what stood there unnumbered becomes the first of several */
	{BE "designated(?= as (?:the )?(?:new )?(?:paragraphs?|sub|articles?|sections?|clauses?|items?|divisions?|\\())", LEX_ACTION, VERB(VERB_RENUMBER, FORM_PASSIVE)},
	{"designat(?:e|ing)(?= (?:all of )?(?:the )?(?:(?:existing|current|present|whole|entire|undesignated|unnumbered) ){0,2}(?:text|language|provisions?|matter|paragraph|sentence)\\b)", LEX_ACTION, VERB(VERB_RENUMBER, FORM_ACTIVE)},
	{"withdrew|(?:has|have|had) (?:now |since |also |already )?withdrawn", LEX_VAGUE, VAGUE_WITHDRAWN},
	{"withdraw(?:s|ing)?", LEX_ACTION, VERB(VERB_WITHDRAW, FORM_ACTIVE)},
	{"deletes|strikes(?: out)?|removes|drops|omits", LEX_ACTION, VERB(VERB_DELETE, FORM_THIRD)},
	{"replaces", LEX_ACTION, VERB(VERB_REPLACE, FORM_THIRD)},
	{"substitutes", LEX_ACTION, VERB(VERB_SUBSTITUTE, FORM_THIRD)},
	{"changes(?= (?:the )?[\"“‘'«])", LEX_ACTION, VERB(VERB_CHANGE, FORM_THIRD)},
	{"inserts|adds", LEX_ACTION, VERB(VERB_INSERT, FORM_THIRD)},
	{"amends|revises", LEX_ACTION, VERB(VERB_AMEND, FORM_THIRD)},
	{"(?:(?:should|shall|must|will|would|to)" ADV " )?(?:then )?becomes?(?= (?:an? |the )?(?:new |separate |additional ){0,2}(?:(?:operative|preambular) )?(?:paragraphs?|paras?|articles?|sections?|chapters?|sub|OP|PP|clauses?|\\(|\\d))", LEX_ACTION, VERB(VERB_RENUMBER, FORM_PASSIVE)},
	{"(?:re-?numbered|re-?designated|re-?lettered)(?= (?:as|accordingly|consecutively)\\b)", LEX_ACTION, VERB(VERB_RENUMBER, FORM_PASSIVE)},
	{"becomes", LEX_ACTION, VERB(VERB_READ, FORM_THIRD)},
	{"streamlin(?:e|ing)|strengthen(?:ing)?|clarify(?:ing)?|simplify(?:ing)?|shorten(?:ing)?|tighten(?:ing)?|reorder(?:ing)?|re-order(?:ing)?|updat(?:e|ing)|soften(?:ing)?|reflect(?:ing)? (?:in|on)|elaborat(?:e|ing)|expand(?:ing)?|improv(?:e|ing)|harmoni[sz](?:e|ing)|align(?:ing)?(?= (?:the|para|it|this))", LEX_VAGUE, 0},

	/* links */
	{"into", LEX_LINK, LINK_INTO},
	{"instead of|rather than|in place of|in lieu of|in the place of|over(?= (?:the (?:words?|phrase|term) )?[\"“])", LEX_LINK, LINK_INSTEAD_OF},
	{"in favou?r of|with|by(?! (?:the )?(?:delegation|representative)s?)|my(?= (?:delet|strik|remov|omitt|replac|substitut|insert|add)ing\\b)", LEX_LINK, LINK_WITH},
	{"(?:as follow(?:s|ed)?|as set out below|the following|thus|so)(?=:)", LEX_LINK, LINK_AS},
	{"as follow(?:s|ed)?|the following (?:words|text|language|wording|terms|phrase)(?=:)", LEX_LINK, LINK_AS},
	{"instead|(?:in|it) (?:its|it['’]s|their|that|the) (?:place|stead)|in (?:place|lieu)(?= ?(?:[.;,]|$))|in lieu thereof|in place thereof|therefor|thereof|in lieu|accordingly", LEX_INSTEAD, 0},

	/* quantifiers */
	{"(?:in |at )?(?:each|every|all)(?: (?:one|place|time|instance|occurrence|occasion)s?)?(?: (?:of|where|that|in which) (?:it|they|the words?|the phrase) ?(?:appears?|occurs?|is used|are used|stands?)?)?,? but(?= (?:for )?the " NTH ")", LEX_QUANTIFIER, REDLINE_EACH | QUANTIFIER_BUT},
	{"(?:(?:which|that) )(?:appears?|occurs?|stands?|is used|are used) (?:there )?twice(?: there)?", LEX_QUANTIFIER, REDLINE_BOTH | QUANTIFIER_TOLD},
	{"(?:(?:which|that) )(?:appears?|occurs?|stands?|is used|are used)(?= " NUMBER " times)", LEX_QUANTIFIER, REDLINE_COUNTED | QUANTIFIER_TOLD},
	{"all(?: of)?(?: the)?(?= " NUMBER " " TIMES ")", LEX_FILLER, 0},
	{"(?:at |in )?(?:each|every|all|any)(?: (?:of the )?(?:place|time|instance|occasion|occurrence)s?)?(?: in which| where| that| when)? ?(?:" THEY ")? ?" APPEARS "(?: therein| there)?", LEX_QUANTIFIER, REDLINE_EACH},
	{"(?:everywhere|whenever)(?: that)? " THEY " " APPEARS "|where " THEY " " APPEARS "(?= ?(?:[.,;]|$)| (?:and|in|within|throughout)\\b)", LEX_QUANTIFIER, REDLINE_EACH},
	{"(?:(?:in |at )?(?:both|(?:each of )?the (?:two|2))|(?:in|at) (?:two|2)) (?:times|places|instances|occurrences)(?: (?:that |where |in which )?" THEY " " APPEARS ")|(?:in |at )?both (?:occurrences|instances|places|times)(?: of)?|in (?:the )?(?:two|2) (?:places|instances)(?= ?(?:[.,;]|$)| and\\b)|twice", LEX_QUANTIFIER, REDLINE_BOTH},
	{"all(?= (?:the )?(?:square )?brackets)|(?:each|every|all(?: of)?(?: the)?)(?= ?[\"“«])", LEX_QUANTIFIER, REDLINE_EACH},
	{"both(?= (?:commas|full stops|periods|semi-?colons|colons)\\b| (?:\"[^\"]{1,100}\"|“[^”]{1,100}”)(?!,? and\\b))", LEX_QUANTIFIER, REDLINE_BOTH},
	{"(?:(?:throughout|everywhere in|across) (?:the )?(?:whole |entire )?|(?:in|through|over) the (?:whole|entire) )(?:text|document)\\b(?! (?:of|in)\\b)", LEX_QUANTIFIER, REDLINE_EACH | QUANTIFIER_WHOLE},
	{"(?:in |at )?(?:each|every) (?:place|time|instance|occurrence|occasion)(?: of)?|wherever(?: that)? " THEY " " APPEARS "|(?:wherever|whenever|each time|every time) (?:occurring|appearing|used)|wherever|(?:all|any) (?:occurrences?|instances?|references?|mentions?)(?: (?:of|to))?|(?:in )?all (?:places|instances)|throughout|across(?= the (?:(?:whole|entire) )?(?:text|document|draft|report|resolution|decision|declaration|treaty)\\b)|(?:in|through|over) the (?:whole|entire) (?:text|document|draft|report|resolution|decision|declaration|treaty|agreement|convention)|everywhere in(?= the (?:whole |entire )?(?:text|document|draft)\\b)|everywhere(?= ?(?:[.,;]|$)| ?[\"“‘«])|passim", LEX_QUANTIFIER, REDLINE_EACH},
	{"places? (?:that |where |in which )?(?:it|they) (?:appears?|occurs?|is used)|occurrences?(?: of)?|instances?(?: of)?|appearances?(?: of)?|times? (?:that )?(?:it|they|the (?:word|phrase|term)) (?:appears?|occurs?)|mentions?(?: of)?|times?", LEX_OCCURRENCE, 0},

	/* positions */
	{"(?:immediately |directly |right |just )?(?:in ?)?between", LEX_POSITION, REDLINE_BETWEEN},
	{"(?:that|which) (?:immediately |directly )?follows(?= (?:it|them|this|the (?:words?|phrase|term))\\b| ?[\"“])", LEX_POSITION, REDLINE_AFTER},
	{"(?:that|which) (?:immediately |directly )?precedes(?= (?:it|them|this|the (?:words?|phrase|term))\\b| ?[\"“])", LEX_POSITION, REDLINE_BEFORE},
	{"(?:immediately |directly |right |just )?(?:after|following(?= (?:the (?:word|phrase|term)|para|[\"“‘'«]))|subsequent to)", LEX_POSITION, REDLINE_AFTER},
	{"(?:immediately |directly |right |just )?(?:before|preceding(?= (?:the (?:word|phrase|term)|para|[\"“‘'«]))|prior to|in front of|ahead of)", LEX_POSITION, REDLINE_BEFORE},
	{"(?:(?:at|to) the |the )(?:very )?(?:beginning|start)(?! with)|(?:beginning|start)(?= of)", LEX_POSITION, REDLINE_AT_START},
	{"(?:(?:at|to) the |the )(?:very )?end|(?:at )?end(?= of)|at end(?=,? (?:insert|add|there (?:is|are|shall be) (?:inserted|added))\\b)", LEX_POSITION, REDLINE_AT_END},

	/* reasons */
	{"because(?! of)|since(?! (?:19|20)\\d\\d)|given that|reason:|rationale:|justification:", LEX_REASON, REASON_OPENS},
	{"because of|as (?:it|this|that|they|these|those|the|we|our|there|such|he|she|already|in our|in the|a|an|is|currently|noted|explained|mentioned|many|some|each|every|all|not|no|well as to|per|States|proposed|discussed|agreed|contained|in)\\b|as(?= [a-z])|in order (?:to|that)|so as to|so that|given(?: that)?|due to|owing to|on the grounds?(?: that)?|for the (?:sake|reason|purpose|reasons|purposes)|for (?:consistency|clarity|coherence|precision|balance|accuracy|brevity|reasons|grammatical|editorial|stylistic|ease|better|greater)|in (?:line|keeping|accordance|conformity|light|view|consistency|recognition) (?:with|of)|in the (?:interests?|light|spirit) of|consistent with|bearing in mind|considering that|taking into account|thereby|whereas|which|who|whose|while|where(?!ver)|the (?:reason|rationale) (?:is|being)|to (?:ensure|avoid|reflect|better|make|be|align|bring|emphasi[sz]e|highlight|clarify|keep|show|give|allow|prevent|underline|underscore|stress|recogni[sz]e|capture|convey|provide|facilitate|maintain|preserve|match|conform|improve|resolve|have|express|indicate|strengthen|correct|address|help|remain|stay|streamline|say that|leave no)", LEX_REASON, REASON_SAYS},

	/* who */
	{"(?:speaking )?in (?:its|their|my|our|his|her) (?:own )?(?:national|personal|individual) capacity", LEX_FILLER, 0},
	{"on behalf of|speaking on behalf of|on behalf|obo\\b|o\\.b\\.o\\.\\B", LEX_SPEAKER, SPEAKER_BEHALF},
	{"we|i|my delegation|our delegation|my country|our group|my group|this delegation|let us|let's|let’s|let me|our", LEX_WE, 0},

	{"refus(?:e|es|ed|ing)(?: to)?|refrain(?:s|ing)? from|avoid(?:s|ing)?|hardly|under no circumstances|by no means|nobody|no one|no delegations?|few delegations?|stops? short of|nor|neither|reluctant to|hesitant to|caution(?:s)? (?:against|in)|(?:a )?mistake to|premature to|too early to|little (?:value|merit|sense) in|fails? to see|rejection of", LEX_NEGATION, 0},
	{"without|minus|less(?= the (?:first|second|third|last|word|phrase|sentence)\\b)", LEX_NEGATION, NEGATION_WITHOUT},
	{"no (?:need|reason|point|merit|objections?|justification|necessity|amendments?|changes?|proposals?|wish|intention)(?: to| of| for)?|not|cannot|can't|can’t|don't|don’t|doesn't|doesn’t|won't|won’t|shouldn't|shouldn’t|never|neither|nor|no longer|against", LEX_NEGATION, 0},
	{"if(?! I may)|unless|whether|in case|in the event|provided that|provided(?= (?:the words? )?[\"“])|on condition that|should the|were the|had the|assuming", LEX_DOUBT, 0},

	/* punctuation by name */
	{"(?:the |a )?(?:full stops?|periods?)(?! of)", LEX_MARK, '.'},
	{"(?:the |a )?semi-?colons?", LEX_MARK, ';'},
	{"(?:the |a )?colons?", LEX_MARK, ':'},
	{"(?:the |a )?commas?", LEX_MARK, ','},

	/* parts of a text */
	{"(?:the )?bracketed (?:text|words?|phrase|language|wording|part|portion|passage|clause)|(?:(?:the )?(?:text|words?|phrase|language|wording)|everything|all)(?: (?:that|which) (?:is|are|stands?|appears?))?(?: placed| enclosed)? (?:in|within|between|inside)(?: the)?(?: square)? brackets|(?:the )?(?:square )?brackets and (?:(?:the |all )?(?:text|words|language|wording)(?: (?:(?:with)?in|inside|between)(?: them)?| (?:that )?they (?:contain|enclose))|(?:their|the|its) contents?)", LEX_BRACKETS, BRACKETS_TEXT},
	{"(?:(?:the )?(?:text|words?|phrase|sentence|language|wording)|everything)(?: (?:that|which) (?:is|are|stands?|appears?))?(?: placed| enclosed)? (?:in|within|between|inside)(?: the)?(?: round)? (?:parenthes[ei]s|round brackets)|(?:the )?parenthe(?:tical|sized) (?:text|words?|phrase|sentence|remark|part)|(?:the )?parentheses and (?:(?:the |all )?(?:text|words|language|wording)(?: (?:(?:with)?in|inside|between)(?: them)?| (?:that )?they (?:contain|enclose))|(?:their|the) contents?)", LEX_BRACKETS, BRACKETS_ROUND},
	{"(?:the )?(?:surrounding |enclosing )?(?:square )?brackets?", LEX_BRACKETS, 0},
	{"(?:section |article |chapter |sub)?headings?|(?:section|article|chapter) (?:titles?|heads?|captions?)|(?:section )?catch-?lines?", LEX_UNIT, REDLINE_HEADING_UNIT},
	{"chapeau|lead[- ]?in(?: language| text| sentence| paragraph| phrase| matter| clause)?|(?:matter|text|language|words) (?:preceding|before|that precedes?) (?:sub-?){0,4}(?:paragraph|clause|section|division|item) (?-i:\\((?:1|A|a|i|I)\\))|introductory (?:part|text|sentence|phrase|words|wording|language|paragraph)|opening (?:words|wording|phrase|clause|part|language|text|matter|sentence)", LEX_UNIT, REDLINE_CHAPEAU},
	{"(?:entitled|titled|headed|called|with the (?:title|heading))(?= ?[\"“])", LEX_TEXT, TEXT_TITLE},
	{"(?:sub-?){2,4}(?:paragraphs?|sections?)|sub-?paragraphs?|subparas?\\.?|sub-?paras?\\.?|sub-?items?|sub-?points?|sub-?clauses?|sub-?divisions?", LEX_UNIT, REDLINE_SUBPARAGRAPH | UNIT_EXACT},
	{"preamble(?! to)|preambular (?:part|section)", LEX_UNIT, REDLINE_PREAMBULAR | UNIT_EXACT | UNIT_ALL},
	{"preambular (?:paragraphs?|paras?\\.?)|preambular clauses?|PPs?(?=[ \\d:])", LEX_UNIT, REDLINE_PREAMBULAR | UNIT_EXACT},
	{"operative (?:paragraphs?|paras?\\.?)|operative clauses?|OPs?(?=[ \\d])", LEX_UNIT, REDLINE_OPERATIVE | UNIT_EXACT},
	{"recitals?", LEX_UNIT, REDLINE_PREAMBULAR | UNIT_EXACT},
	{"clauses(?= \\d)", LEX_UNIT, REDLINE_PARAGRAPH_UNIT | UNIT_EXACT | UNIT_PLURAL | UNIT_KIND},
	{"clause(?= \\d)|cl\\.(?= ?\\d)", LEX_UNIT, REDLINE_PARAGRAPH_UNIT | UNIT_EXACT | UNIT_KIND},
	{"(?:norms|recommendations|principles|rules|regulations)(?= \\d)", LEX_UNIT, REDLINE_PARAGRAPH_UNIT | UNIT_PLURAL | UNIT_KIND},
	{"(?:norm|principle|rule|regulation)(?= \\d)|recommendation(?= [\\d(])|rec\\.(?= ?[\\d(])", LEX_UNIT, REDLINE_PARAGRAPH_UNIT | UNIT_KIND},
	{"definitions? (?:of|for)(?: the (?:term|word|expression|phrase))?(?= ?[\"“‘'«])", LEX_UNIT, REDLINE_PARAGRAPH_UNIT | UNIT_DEFINES},
	{"paragraphs(?! of)|paras\\.?|sub-?sections|points|items|clauses(?= \\d)|¶¶|pars\\.?", LEX_UNIT, REDLINE_PARAGRAPH_UNIT | UNIT_PLURAL},
	{"agenda items? \\d{1,3}(?:\\([a-z]\\))?", LEX_FILLER, 0},
	{"subsection(?= \\d{1,3}[A-Z]?-\\d{3})", LEX_UNIT, REDLINE_SECTION}, /* a number that only sections of a code have */
	{"paragraph|para\\.?|sub-?section|subsec\\.?|point|item|clause(?= [\\d(])|par\\.|(?:pt|cl)\\.(?= ?[\\d(])|¶", LEX_UNIT, REDLINE_PARAGRAPH_UNIT},
	{"articles?|arts?\\.?", LEX_UNIT, REDLINE_ARTICLE | UNIT_EXACT},
	{"sections?|sec\\.|sect\\.|§§?", LEX_UNIT, REDLINE_SECTION},
	{"chapters?|parts?(?= [IVX\\d])", LEX_UNIT, REDLINE_CHAPTER | UNIT_EXACT},
	{"annex(?:es)?|appendix|appendices|schedules?(?= [A-Z\\d])|app\\.(?= (?-i:[A-Z\\d]))", LEX_UNIT, REDLINE_ANNEX | UNIT_EXACT},
	{"title(?= (?:of (?:the )?(?:draft|report|document|resolution|decision|declaration|text|treaty|convention|agreement)|should|be|is|to|shall))|the title(?! of)|title", LEX_UNIT, REDLINE_TITLE},
	{"foot-?notes?|fn\\.(?= ?\\d)", LEX_UNIT, REDLINE_FOOTNOTE_UNIT},
	{"bullet(?:s| points?)?|indents?|dash(?:es)?|list items?", LEX_UNIT, REDLINE_BULLET_UNIT},
	{"sentences?|sen- ?tences?", LEX_UNIT, REDLINE_SENTENCE},
	{"table(?! of contents)|tables(?= (?:in|of|\\d)|[.,;)]|$)|tabular arrays?", LEX_UNIT, REDLINE_TABLE},
	{"(?:table )?rows?", LEX_UNIT, REDLINE_ROW},
	{"columns?", LEX_UNIT, REDLINE_COLUMN},
	{"cells?", LEX_UNIT, REDLINE_CELL},
	{"lines?", LEX_UNIT, REDLINE_LINE},
	{"(?:draft )?(?:documents?|report|resolution|declaration|draft|treaty|agreement|convention|decision|whole text|entire text|main text|text(?= of the (?:draft|report|resolution|declaration|treaty|document)))", LEX_UNIT, REDLINE_DOCUMENT},
	{"(?:current |existing |present )?(?:text|wording|language)(?= (?:of|in) )", LEX_TEXT, TEXT_ALL},
	{"word(?! (?:phrase|or words))", LEX_TEXT, TEXT_WORD},
	{"words?(?: phrase| or words)?|phrases?|(?:phases?|works?)(?= [\"“])|phrasing|terms?|wordings?|language|expressions?|texts?|formulations?|figures?|numbers?|dates?|abbreviations?|acronyms?|symbols?|names?|(?:the )?references? to|reference|letters?|passages?|parts? of the (?:text|sentence)|adjectives?|adverbs?|nouns?|verbs?|clauses?|qualifiers?|portions?|(?:(?:dollar|monetary|statutory|legal|cross|section|penalty|fee|tax|interest|single|zip) )?(?:citations?|cross-?references?|amounts?|sums?|years?|percentages?|per ?cents?|numerals?|digits?|characters?|codes?|rates?|periods?|ages?|figures?|numbers?|addresses|address|references?|fractions?|punctuation(?: marks?)?|ranges?|job titles?|positions?)(?= ?[\"“‘«])", LEX_TEXT, 0},

	/* ordinals */
	{"second[- ]to[- ]last|penultimate|last but one|next to last", LEX_ORDINAL, 98},
	{"very first|first|1st", LEX_ORDINAL, 101},
	{"second|2nd", LEX_ORDINAL, 102},
	{"third|3rd", LEX_ORDINAL, 103},
	{"fourth|4th", LEX_ORDINAL, 104},
	{"fifth|5th", LEX_ORDINAL, 105},
	{"sixth|6th", LEX_ORDINAL, 106},
	{"seventh|7th", LEX_ORDINAL, 107},
	{"eighth|8th", LEX_ORDINAL, 108},
	{"ninth|9th", LEX_ORDINAL, 109},
	{"tenth|10th", LEX_ORDINAL, 110},
	{"very last|last|final", LEX_ORDINAL, 99},

	{"the following(?: (?:text|wording|language))? as(?= (?:an? (?:new |additional |separate )?|the )?(?:new |additional )?(?:(?:operative |preambular )?(?:paragraphs?|paras?\\b)|sub-?para|articles?|sections?|items?|OP ?\\d|PP ?\\d))", LEX_FILLER, 0},
	{"(?:beginning|starting|that begins|that starts|which begins|which starts|begins|starts|commencing)(?: with)?", LEX_BEGINNING, 0},
	{"(?:the )?(?:existing|current|present)(?= (?:" PLACE "|sub-?sections?|sub-?clauses?) ?[\\d(])", LEX_FILLER, FILLER_ARTICLE},
	{"(?:the )?(?:entire|whole|full|complete)(?:ty)?(?: of)?|all of|in (?:its|their) entirety|entirely|altogether|completely", LEX_WHOLE, 0},
	{"(?:the |that |this )?(?:same|said|aforementioned)|this|that(?= (?:paragraph|para|sentence|section|article|sub|line|bullet|footnote|heading|title|item|point))|these|those|the current|the existing", LEX_SAME, 0},
	{"(?:the )?following(?: new)?|(?:the )?(?:new|additional|extra|separate)(?: following)?", LEX_NEW, 0},
	{"two", LEX_COUNT, 2},
	{"three", LEX_COUNT, 3},
	{"four", LEX_COUNT, 4},
	{"five", LEX_COUNT, 5},
	{"six(?= " TIMES ")", LEX_COUNT, 6},
	{"seven(?= " TIMES ")", LEX_COUNT, 7},
	{"eight(?= " TIMES ")", LEX_COUNT, 8},
	{"nine(?= " TIMES ")", LEX_COUNT, 9},
	{"ten(?= " TIMES ")", LEX_COUNT, 10},
	{"an?(?: new| additional| separate| further| extra)?|one(?: new| additional| more)?|another", LEX_ANOTHER, 0},
	{"it|them|its|their", LEX_PRONOUN, 0},

	{"(?:up to|until|to),? but (?:not (?:including)?|excluding)|up to,? (?:not including|excluding)", LEX_THROUGH, THROUGH_STAYS},
	{"to and including|up to and including|until and including|through(?! (?:its|their|the\\b))|through(?= the (?:word|phrase|period|comma|semi|full|end))", LEX_THROUGH, THROUGH_GOES},
	{"up to|until|till", LEX_THROUGH, THROUGH_UNCLEAR},
	{"from(?! the (?:text|draft|document|report|list))", LEX_FROM, 0},
	{"in (?:this|that|the same) (?:regard|context|connection|respect|spirit|sense|light|vein)|to (?:this|that) end|for (?:its|our|my|their) part|with (?:this|that) in mind|in (?:our|my|its|their) (?:view|opinion|understanding|reading)|as a result|in (?:particular|general|addition|conclusion|closing|short|principle(?! \\d)|any case|any event)|in (?:a|the) spirit of [a-z]{1,40}(?: and [a-z]{1,40})?|at (?:the outset|this stage|present)|on (?:this|that|the same|a similar|a related|a final) (?:note|point|matter|issue)|additionally|as a consequence|for now|once more|to begin with|on our (?:side|part)|with your permission|we (?:believe|think|feel|consider)(?: that)?|as such|as well(?! as)|in the text(?! of)|if I may|the (?:first|second|third|fourth|fifth) amendment", LEX_FILLER, 0},
	{"in|within|at|inside", LEX_IN, 0},
	{"under", LEX_IN, IN_UNDER},
	{"on|regarding|concerning", LEX_IN, IN_TOPIC},
	{"of|around|surrounding", LEX_OF, 0},
	{"and(?: also| then| to| instead)?|as well as|plus|&", LEX_AND, 0},
	{"or|alternatively|either", LEX_OR, 0},
	{"to", LEX_TO, 0},
	{"for", LEX_FOR, 0},
	{"should|must|shall|needs?(?: to)?|ought to|has to|have to|could", LEX_FILLER, FILLER_DUE},
	{"namely", LEX_FILLER, FILLER_NAMELY},
	{"please|kindly|pls", LEX_FILLER, FILLER_PLEASE},
	{"the", LEX_FILLER, FILLER_ARTICLE},
	{"(?:up|down)(?= (?:to become|to be|after|before|so as to)\\b)|also|then|hereby|simply|further|furthermore|moreover|firstly|secondly|thirdly|finally|lastly|kindly|therefore|only|again|consequently|that|would|will|be|is|are|from the (?:text|draft|document|report|list)|below|above|above-mentioned|here|there|both|respectfully|mr\\.? chair(?:man|person)?|madam chair(?:woman|person)?|chair|likewise|similarly|quoted|relevant|double|single|quotation marks|up|out|so", LEX_FILLER, 0},

	/* words that only matter for who speaks and where a clause begins */
	{"but", LEX_WORD, WORD_BUT},
	{"(?:delegations?|delegates?|representatives?|ambassadors?|ministers?|embassy|ministry|envoys?|spokes(?:man|woman|person)|observers?|officials|official(?= (?:of|from)\\b)|experts?|authorities|group|government|mission|members|states)(?![-'’]\\w)", LEX_WORD, WORD_SPEAKER},
	{"(?:he|she|(?:(?:some|many|several|a few) )?other (?:delegations|states|members|countries|parties)|some|many|others|what)(?![-'’]\\w)", LEX_WORD, WORD_NOBODY},
};

static const struct lang_month months[] = {
	{"january", 1}, {"february", 2}, {"march", 3}, {"april", 4}, {"may", 5},
	{"june", 6}, {"july", 7}, {"august", 8}, {"september", 9}, {"october", 10},
	{"november", 11}, {"december", 12}, {"jan", 1}, {"feb", 2}, {"mar", 3},
	{"apr", 4}, {"jun", 6}, {"jul", 7}, {"aug", 8}, {"sep", 9}, {"sept", 9},
	{"oct", 10}, {"nov", 11}, {"dec", 12},
};

static const char *const abbreviations[] = {
	"add", "amb", "app", "art", "arts", "c.f", "cf", "ch", "chap", "cl", "co", "corp", "corr",
	"d.c", "dr", "e.g", "ed", "eds", "etc", "fig", "fn", "h.e", "i.e", "inc", "l", "ll", "ltd", "messrs",
	"mr", "mrs", "ms", "no", "nos", "op", "ops", "p", "par", "para", "paras", "pars", "pp",
	"prof", "pt", "rec", "rev", "sec", "secs",
	"sect", "st", "stat", "sub-para", "sub-paras", "subpara", "subparas", "subsec", "u.k", "u.n", "u.s",
	"v", "viz", "vol", "vs",
};

static const char *const telling[] = {
	"the", "of", "and", "that", "should", "with", "this", "be", "would", "paragraph", "by",
	"for", "is", "we", "to", "which", "from", NULL};
/* What leads to the list of an amending act. */
static const char *const place_words[] = {"in", "at", NULL};
static const char *const list_leads[] = {
	"amended as follows", "further as follows", "modified as follows",
	"revised as follows", "changed as follows", "amended by", "amended",
	"following amendments", "following changes", "following modifications",
	"these amendments", "these changes", NULL};
static const char *const list_words[] = {
	"amended by", "amended", ") by", "), by", NULL};
static const char *const item_words[] = {"by", NULL};
static const char *const gerunds[] = {"ing", NULL};
static const char *const adverbs[] = {"ly", NULL};
static const char *const plurals[] = {"s", ".", NULL};
static const char *const not_verbs[] = {"ing", "ed", "ly", "s", "tion", "ment", NULL};
static const char *const no_orders[] = {
	"see", "cf",   "compare", "unlike", "both", "yes",  "nothing", "what", "why",
	"how", "when", "today",   "let",    "such", "more", "most",    "find", "refer",
	"accept", "allow", "contact", "circulate", "send", "inform", "confirm", "bear", NULL};
static const char *const joints[] = {"and ", "the ", NULL};
static const char *const courtesies[] = {"I thank",       "Thank",   "We thank",
                                         "In conclusion", "Finally", NULL};
static const char *const headings[] = {
	"statement",  "intervention",      "submission",    "comments", "remarks", "proposal",
	"proposals",  "amendments",        "delegation",    "proposer", "author",  "submitted",
	"from:",      "speaker",           "on behalf of",  "delivered", "ambassador",
	"permanent mission", "written input", NULL};
static const char *const numbers[] = {"ies", "y", "sses", "ss", "xes", "x", "ches", "ch", "shes", "sh", "s", "", NULL};
static const char *const no_titles[] = {"we oppose", "opposes", "are opposed", "cannot accept", "cannot support", "not in favour", "not in favor", "do not favour", "do not support", NULL};
static const char *const list_asks[] = {
	"propose to", "proposes to", "suggest to", "suggests to", "like to", "wish to", "wishes to",
	"propose", "proposes", "suggest", "suggests", "propose the following", "proposes the following",
	"suggest the following", "suggests the following", NULL};
static const char *const list_topics[] = {"on", "under", "for", "paragraph", "para", "para.", "article", "section", NULL};
static const char *const orders[] = {
	"delete", "strike", "remove", "omit", "replace", "substitute", "insert", "add ", "change",
	"leave out", "move", "merge", "bracket", NULL};
static const char *const requests[] = {
	"replace",  "delete",     "insert",  "strike",   "proposes", "propose",
	"suggests", "substitute", "amended", "supports", "withdraw", NULL};
static const char *const asides[] = {"delete",  "replace", "insert", "remove",
                                     "amended", "revised", "reworded", NULL};
static const char *const newly[] = {
	"new", NULL};
static const char *const remarks[] = {
	"no comment", "no change", "no objection", "no problem", "none", "ok", "agreed",
	"agree", "fine", "good", "see ", "pending", "under ", "same ", "noted", "thank",
	"this ", "these ", "there ", "still ", "awaiting", "acceptable", "not ", "it ",
	"very ", "important", "comment", NULL};

static const char *const proposals[] = {
	"proposal",   "proposals",   "amendment",  "amendments", "suggestion",
	"suggestions", "sub-amendment", "sub-amendments", NULL};
static const char *const own[] = {"its", "our", "their", "my", "his", "her", NULL};
static const char *const possessives[] = {"'s", "\u2019s", "'", "\u2019", NULL};
static const char *const owned_by[] = {
	"of", "by", "from", "made by", "put forward by", "tabled by", NULL};
static const char *const earlier[] = {
	"earlier", "previous", "own", "original", "written", "proposed", NULL};

static const char *const against[] = {
	"objection", "reservation", "opposition", "no consensus", "no agreement",
	"under discussion", "not consensus", "obsolete", "void", "lapsed", "todo", "to do", "outdated",
	"alternative to", "alternatively", "optional", "for later", "to be discussed",
	"for discussion", "under review", "not for now", NULL};
static const char *const promises[] = {
	"text", "wording", "language", "formulation", "will provide", "will submit",
	"will propose", "to be provided", "to follow", "to be drafted", "to be agreed",
	"to be determined", "to be discussed", "to be considered", "to be reviewed",
	"under consideration", "under discussion", "under review", "pending", "please ",
	"as proposed", "as in ", "see ", "same as", "as is", NULL};
static const char *const no_wordings[] = {
	"nothing", "none", "nil", "blank", "empty", "tbd", "tbc", "tba", "unchanged",
	"stays", "stay", "remains", "idem", "ibid", "ditto", "ok", "okay", "agreed", "out",
	"off", "gone", "deleted", "removed", "omitted", "bracketed", "brackets", "same",
	"n/a", NULL};

static const char *const plain[] = {
	"thank", "regards", "sincerely", "respectfully", "welcome", "editorial", "typo", "typing",
	"grammar", "grammatical", "spelling", "syntax", "consisten", "coheren", "clar", "technical",
	"language", "linguistic", "source", "see", "cf", "from", "based", "text", "align",
	"style", "styl", "redundan", "duplicat", "repetit", "repeat", "factual", "fact", "accura",
	"updat", "precis", "specific", "simpl", "streamlin", "translat", "correct", "error",
	"mistake", "word", "draft", "rational", "reason", "explan", "justif", "important",
	"essential", "crucial", "key", "necess", "need", "require", "better", "best", "clean",
	"brev", "concis", "read", "consequen", "conform", "harmoni", "balanc", "flow",
	"logic", "neutral", "inclusive", "emphas", "context", "note", "comment", "hope", "continu",
	"rest", "standard", "usual", "common", "format", "capital", "lower", "upper", 
	"punctuat", "comma", "hyphen", "plural", "singular", "added", "adds", "adding", "change",
	"alter", "affect", "meaning", "substan", "evident", "obvious", "relevan", "clear", "same",
	"quot", "cite", "citation", "please", "self", "enough", "right", "mandate",
	"scope", "title", "name", "also", "already", "formal", "legal", "twice", "once", "both",
	"each", "two", "ibid", "italic", "bold", "new", "i.e", "e.g", "viz", "namely",
	"including", "in line", "in the context", "renumber",
	"other", "else", "matter", "general", "check against", "strong", "weak",
	"wide", "narrow", "broad", "must", "flexib", "listen", "good", "fine", "great", "nice",
	"end of", "that is all", "terms", "terminolog", "shorter", NULL};
static const char *const approvals[] = {
	"agree", "accept", "adopt", "carried", "carries", "passed", "passes", "approv", "support",
	"endors", "made", "ordered", "so moved", "so ordered", "retained", "incorporated", "included",
	"reflected", "consensus", "unanim", "content", "aye", "yes", "ok", "okay", "done",
	"confirmed", "cosponsor", "co-sponsor", "joined", "seconded", "welcomed", "proposed",
	"proposal by", "tabled by", "submitted", "moved by", NULL};

static const char *const retractions[] = {
	"withdraw", "withdrew", "retract", "leave the text as", "let it stay", "let it stand",
	"not recommend this", "not recommend it", "abandoned", "dropped", "superseded",
	"cancelled", "canceled", "declined", "rejected", "not accepted", "not agreed",
	"not retained", "not proposing", "not insist", "scratch that", "never mind",
	"disregard th", "ignore th", "to be confirmed", "tbc", "correction:",
	"correction :", "not adopted", "not supported", "second thoughts, no", "second thought, no", "that is, in ",
	"rather, in ", "i mean ", "no longer propos", "no longer pursu", "forget that",
	"forget it", "forget this", "defeated", "motion failed", "amendment failed",
	"proposal failed", "motion fails", "amendment fails", "motion lost", "motion was lost",
	"amendment was lost", "did not carry", "not carried", "failed to carry", "voted down",
	"ruled out of order", "scrap that", "scrap this", "scrap it", "please ignore it",
	"please disregard", "on reflection, no", "on reflection no", "actually, no", "actually no",
	"not press", "not pursue this", "not pursue it", "not pursue the", "not pursuing this",
	"not pursuing it", "not be pursu", "no longer press", "not be reflected", "not reflected",
	"did not accept this", "did not accept it", "did not accept the proposal",
	"did not accept the amendment", "not a formal proposal", "no formal proposal",
	"just kidding", "see no consensus", "not enjoy consensus", "not command consensus",
	"did not find consensus", "overtaken by events", "on reflection, we can",
	"on reflection, we could", "on reflection we can", "actually, we can live",
	"actually we can live", "leave as is", "leave it as is", "leave as it is",
	"leave it as it is", "not taken up", "not be taken up", "not taken on board", "sorry, ", "sorry: ",
	"correction to the above", "correction to my", "correction to our", "misspoke",
	"subsequently changed", "since changed",
	"negatived", "noes have it", "the nays have it", "lost on a", "lost by",
	"not-contents have it", "did not command support", "did not command", "no consensus was",
	"no agreement was", "outcome: no", "decision: no", "result: no", "keep the text as it",
	"keep the original", "keep the existing", "retain the original", "retain the existing",
	"left unchanged", "text unchanged", "without amendment", "was not made", "not selected",
	"not moved", "disagreed to", "disagreed", "recedes", "no support for",
	"gave this up", "gave it up", "gave up", "given up", "giving up", "gives up",
	"text remains", "text stays", "text stands", "text kept", "text retained", "passed over",
	"no longer insist", "was no consensus", "was no agreement", "was no support", "out of order", "overtaken", "drop this", "drop our", "inadmissible", "receivable", NULL};

static const char *const subjects[] = {"we ", "i ", NULL};

static const char *const echoes[] = {
	"same", "similar", "ditto", "idem", "ibid", "likewise", "similarly", "corresponding",
	"as well", "too", "applies", "apply", "valid", "mutatis mutandis", "as above",
	"see above", "repeat", "the case", "needs", "needed", NULL};
static const char *const also[] = {
	"also", "accordingly", "align", "aligned", "line", "adapted", "adjusted",
	"consequential", NULL};

static const char *const questions[] = {
	"should ", "could ", "would ", "can ", "may we", "may i", "may the", "might ", "must ",
	"shall ", "will ", "is it ", "is there ", "is anyone", "is anybody", "is the ",
	"are there ", "are we ", "are delegations", "are colleagues", "are you ", "do we ",
	"do you ", "do delegations", "does ", "did ", "has ", "have we ", "have you ", "why ",
	"what if", "what about", "what would", "how about", "how if", "who would", "who could",
	"which of", NULL};
static const char *const supposing[] = {
	"could", "might", "may wish", "may want", "may be", "may need", "may then", "may also",
	"option would", "options would", "option is", "options are", "option could",
	"one option", "another option", "an option", "one possibility", "another possibility",
	"possible", "possibly", "whether", "perhaps", "maybe", "conceivable", "conceivably",
	"imaginable", "thinkable", "would be better", NULL};

const struct lang lang_en = {
	.code = "en",
	.name = "English",
	.script = SCRIPT_LATIN,
	.telling = telling,
	.list_leads = list_leads,
	.place_words = place_words,
	.list_words = list_words,
	.item_words = item_words,
	.gerunds = gerunds,
	.adverbs = adverbs,
	.plurals = plurals,
	.not_verbs = not_verbs,
	.no_orders = no_orders,
	.numbers = numbers,
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
	.possessives = possessives,
	.owned_by = owned_by,
	.earlier = earlier,
	.promises = promises,
	.no_wordings = no_wordings,
	.against = against,
	.retractions = retractions,
	.questions = questions,
	.supposing = supposing,
	.subjects = subjects,
	.echoes = echoes,
	.also = also,
	.rows = rows,
	.row_count = COUNT(rows),
	.months = months,
	.month_count = COUNT(months),
	.abbreviations = abbreviations,
	.abbreviation_count = COUNT(abbreviations),
	.acts_to_letter = true,
};
