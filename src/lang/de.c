/*
 * de.c -- German, as delegations and legislators word their amendments.  The
 * verb stands at the end, as a participle or infinitive, and what is said of
 * it before: "wird" or "soll" is but a filler.  See lang.h for what a row is.
 */
#include "lang.h"

#include <redline/statement.h>

#define COUNT(a) (sizeof(a) / sizeof(a)[0])

#define P_ANY "(?:ersetzt|gestrichen|eingefügt|angefügt|hinzugefügt|ergänzt|geändert|aufgehoben|gefasst)"
/* The endings of an adjective */
#define ENDS "(?:e|er|en|em|es)"
/* Provisions that have a number */
#define PROVISION "(?:Absatz|Absätzen?|Nummern?|Sätze|Satz|Buchstaben?|Artikel|§§?|Unterabsatz|Unterabsätze|Ziffern?|Punkte?|Abschnitte?|Kapitel|Anlagen?|Anhang|Anhänge)"
/* "4", "4a", "b", "4 und 5", "4 bis 6" */
#define NUMBER  "\\(?(?:\\d{1,9}[a-z]?|[a-z]{1,2})\\)?"
#define NUMBERS NUMBER "(?: (?:bis|und) " NUMBER ")?"
/* A clause without a comma of its own, and that it is the last one */
#define CLAUSE "(?:[^.,;:„]|„[^“]{0,200}“){0,120}"
#define LAST   CLAUSE "(?:[.;]|$)"
/* What an ordinal in figures may count: "2. Absatz" */
#define COUNTED "(?= (?:Satz(?:es)?|Sätzen?|Absatz(?:es)?|Absätzen?|Unterabsatz|Spiegelstrich|Gedankenstrich|Zeile|Halbsatz|Wort|Vorkommen))"

/* A place comes between a noun and what it is said of: "Streichung in Absatz 1 des Wortes" */
#define PLACED "(?=,? (?:in|im|nach) [^.,;:„]{1,60}(?:,? (?:des|der|von|eine[rs]) ))"

static const struct lang_row rows[] = {
	/* a question */
	{"frag(?:t|en|te|ten)(?: (?:sich|uns))?,? (?:ob|warum|weshalb)", LEX_DOUBT, DOUBT_ASKED},
	/* of another version of the text than this draft, perhaps */
	{"(?:nur|lediglich|ausschließlich) (?:in der |im |für die |die |den )?(?:englische|französische|spanische|russische|chinesische|arabische|deutsche)[nrs]? (?:Sprachfassung|Fassung|Version|Text)", LEX_DOUBT, DOUBT_HELD},
	{"(?:und|sowie) (?:die |der )?(?:nach)?folgenden?(?= (?:wird|werden|ist|sind)\\b|[.,;]|$)", LEX_VAGUE, 0},
	/* without a verb */
	{"(?:die )?Streichung(?= ?(?:[.;]|$))", LEX_SHORT, SHORT_OUT},
	/* what is not to be done, or only if something else is */
	{"(?:an)?statt(?: dass|(?= [^,.;:]{1,200} (?:zu [a-zäöüß]{1,40}|(?:ein|an|auf|hinzu|um|weg)zu[a-zäöüß]{1,40}),))|(?:anstelle|an Stelle|anstatt|statt)(?= (?:von |der |einer )?(?:Streichung|Einfügung|Aufnahme|Ersetzung|Änderung|Ergänzung))", LEX_NEGATION, 1},
	{"vorausgesetzt|unter der (?:Voraussetzung|Bedingung)|vorbehaltlich|im Falle?(?= )|für den Fall", LEX_DOUBT, DOUBT_HELD},
	{"solange|sobald|nachdem|bevor|(?-i:Würden?|Wird|Werden)(?= [^,.;:]{1,80} (?:gestrichen|ersetzt|eingefügt|aufgehoben|geändert|beibehalten), )|sollten?(?= [^,.;:]{1,80}, (?:so |dann )?(?:wird|werden|ist|sind))|(?-i:Stimmt|Stimmen|Akzeptiert|Akzeptieren|Unterstützt|Unterstützen)(?= [^,.;:]{1,80}, (?:so |dann )?(?:wird|werden|ist|sind))|angenommen,? dass", LEX_DOUBT, 0},
	{"gegebenenfalls|ggf\\.|bei Bedarf|wo (?:angebracht|nötig|erforderlich|es|dies)|je nach(?:dem)?|wenn nötig|womöglich|sinngemäß|zu (?:überlegen|erwägen|prüfen)|erwäg(?:en|t)|zum Beispiel|beispielsweise|z\\. ?B\\.", LEX_DOUBT, DOUBT_HELD},
	{"ander(?:e)?nfalls|ansonsten|sonst|hilfsweise|ersatzweise|alternativ|notfalls|allenfalls|als (?:Alternative|zweite Möglichkeit|Ausweg)|(?:Variante|Option|Alternative) (?:\\d{1,9}|[A-D])\\b", LEX_DOUBT, DOUBT_HELD},
	{"(?:abgelehnt|zurückgezogen|offen|strittig|nicht (?:vereinbart|angenommen|abgestimmt)|Vorbehalte?|Einwände|Beispiele?|Alternativen?|Varianten?)(?= ?(?:[:)]|$))", LEX_DOUBT, 0},

	/* other forms of a word, and parts that no place can name */
	{"(?:im|in den|in der) (?:Singular|Einzahl)", LEX_VAGUE, VAGUE_SINGULAR},
	{"(?:im|in den|in der) (?:Plural|Mehrzahl)", LEX_VAGUE, VAGUE_PLURAL},
	{"(?:mit|in) (?:Groß|Klein)buchstaben|(?:groß|klein)geschrieben|Halbs(?:atz|atzes|ätze|ätzen)|Inhaltsübersicht|Inhaltsverzeichnis(?:ses)?|ff?\\.|(?:und|sowie) (?:die )?(?:nachfolgenden?|folgenden?)(?! (?:Wörter|Sätze|Absätze|W|A|S|N)|[:„])", LEX_VAGUE, 0},

	/* provisions whose numbers follow from the others */
	{"(?:die )?(?:übrigen|nachfolgenden|weiteren|restlichen|anschließenden|darauffolgenden)(?= (?:Absätze|Artikel|Nummern|Ziffern|Abschnitte|Paragrafen|Paragraphen)(?! \\d))|(?:die )?folgenden(?= (?:Absätze|Artikel|Nummern|Ziffern|Abschnitte) (?:werden |sind )?(?:entsprechend |neu |um)(?:neu |um)?(?:zu )?nummer)", LEX_REST, 0},
	{"(?:und|sowie) (?:ihrer|seiner|deren) Mitgliedstaaten|(?:bisherige|gestrichene|weggefallene)[nrms]?", LEX_FILLER, FILLER_PLAIN},
	{"(?:wird|werden)(?= (?:der|die|das) bisherigen? " PROVISION " " NUMBERS " (?:(?:der|die|das) )?(?:neuen? )?" PROVISION " " NUMBERS "(?:[.;,]|$| und ))", LEX_ACTION, VERB(VERB_RENUMBER, FORM_ACTIVE) | VERB_MAKES},
	{"(?:wird|werden)(?= (?:der|die|das) bisherigen? " PROVISION " \\(?(?:\\d{1,9}[a-z]?|[a-z]{1,2})\\)? " PROVISION ")", LEX_VAGUE, 0},
	{"(?:wird|werden)(?: zu(?:m|r)?)?(?= (?:die |der |das |dem |den )?(?:neue[nrm]? )?" PROVISION " \\(?(?:\\d{1,9}[a-z]?|[a-z]{1,2})\\)?(?: (?:bis|und) \\(?(?:\\d{1,9}[a-z]?|[a-z]{1,2})\\)?)?(?:[.;]|$|, (?:die|der|das|und|in|nach) ))", LEX_ACTION, VERB(VERB_RENUMBER, FORM_PASSIVE)},

	{"durch (?:den |die |das )?(?:nach)?folgende[nrs]? (?:Absatz|Absätze|Satz|Sätze|Artikel|Text|Wortlaut|Wörter|Worte|Fassung|Nummern?|Buchstaben?)(?= ersetzt ?:)", LEX_LINK, LINK_WITH},
	{"als(?= (?:neue[rns]? )?" PROVISION " \\d)", LEX_REASON, REASON_BECOMES},

	/* how far it goes */
	{"(?:alles|der (?:gesamte |ganze )?(?:Text|Wortlaut)|den (?:gesamten|ganzen) (?:Text|Wortlaut)|der Rest)(?:,? was)? (?:nach|hinter)", LEX_REACH, REACH_REST},
	{"(?:der |den )?(?:Rest|Schluss) (?:des|dieses) (?:Satzes|Halbsatzes)(?:,? (?:nach|hinter))", LEX_REACH, REACH_SENTENCE},
	{"bis (?:zum|zu dem) (?:Ende|Schluss)(?= (?:des|der|von)\\b)|bis (?:zum|zu dem) (?:Ende|Schluss)", LEX_POSITION, REDLINE_AT_END | POSITION_REACHES},
	{"bis einschließlich(?: zu)?(?= (?:dem Wort|den Wörtern|[„\"»«]))", LEX_THROUGH, THROUGH_GOES},
	{"bis(?= [„\"»«])", LEX_THROUGH, THROUGH_GOES}, /* „a“ bis „b“: as laws say it */
	{"bis(?: zu| zum)?(?= (?:dem Wort|den Wörtern|[„\"»«]))", LEX_THROUGH, THROUGH_UNCLEAR},
	{"von(?= (?:dem Wort |den Wörtern )?[„\"»«][^“\"»«]{1,200}[“\"»«] bis)|(?:beginnend )?(?:ab|mit)(?= (?:dem Wort |den Wörtern )[„\"»«][^“\"»«]{1,200}[“\"»«] bis)", LEX_FROM, 0},
	{"(?:außer|ausgenommen|abgesehen von|bis auf|nicht (?:jedoch|aber)|(?:jedoch|aber) nicht|mit Ausnahme (?:von|des|der))(?= (?:in|im|den|dem|" PROVISION "|" BARE_LABEL "))", LEX_EXCEPT, 0},
	{"(?:und|mit|einschließlich|samt|nebst|mitsamt) (?:(?:ihre|seine|deren|dessen|der|die)[rsnm]? )?(?:Überschrift|Titel)(?=[.;,]|$| (?:streichen|zu streichen|wird|werden|ist|sind|gestrichen))", LEX_NOTE_TOO, NOTE_HEADING},
	{"(?:und |einschließlich |nebst )?(?:die |der |dem )?(?:zugehörigen?|dazugehörigen?|entsprechenden?) Fußnote", LEX_NOTE_TOO, 0},

	/* what takes no amendment back, asks for none, or says where the speaker is */
	{"(?:zieh(?:t|en)|zog(?:en)?|hat|haben)(?= (?:(?:seinen?|ihren?|unseren?|den|die|das|seine|ihre) )(?:[a-zäöüß]{1,40}+ )?(?:Vorbehalte?|Einwand|Einwände|Bedenken)\\b[^.;„]{0,120} zurück)", LEX_FILLER, FILLER_LIFTED},
	{"(?:möchten?|will|wollen|darf|dürfen|lassen Sie (?:mich|uns))(?: (?:auch|noch|ferner|nur|ebenfalls))? hinzufügen(?=,? dass)|füg(?:e|en) hinzu(?=,? dass)", LEX_FILLER, 0},
	{"(?:sollten?|soll(?:en)?|muss|müssen)(?: (?:daher|also|auch|so|hier)){0,4}(?: bestehen| erhalten| stehen)? bleiben", LEX_ACTION, VERB(VERB_KEEP, FORM_PASSIVE)},
	{"(?:sollten?|soll(?:en)?|muss|müssen|ist|sind|kann|können)(?= (?:auch |stets )?(?:zusammen mit|gemeinsam mit|in Verbindung mit|im (?:Zusammenhang|Lichte?|Kontext))\\b[^.;„]{1,80} (?:gelesen|zu lesen|lesen))", LEX_FILLER, 0},
	{"(?:gehen|kommen|kehren|wenden) wir(?: nun| jetzt| uns){0,4}(?: weiter| zurück)?(?= zu(?:m|r)?\\b)", LEX_FILLER, 0},

	/* reports and thoughts, before the verbs they contain */
	{"(?:der|die|das|welche[rs]?)(?= [^.,;:„]{1,80} (?:wurden?|war(?:en)?|worden (?:war(?:en)?|ist|sind)),)", LEX_REASON, REASON_SAYS},
	{"(?:ist|sind) " P_ANY " worden|wurden?|worden|war(?:en)?(?= )", LEX_HISTORY, HISTORY_TOLD},
	{"(?:stell(?:t|en) fest|nimmt zur Kenntnis|nehmen zur Kenntnis),? dass|laut|nach Angaben|dank(?:t|en)", LEX_HISTORY, HISTORY_TOLD},
	{"(?:hatte|hatten|hatten wir)(?= [^.;]{0,400}vorgeschlagen)", LEX_HISTORY, HISTORY_ONCE},
	{"ursprünglich|anfangs", LEX_HISTORY, HISTORY_WHEN},
	{"(?:hält|halten) (?:seinen|ihren|unseren|seine|ihre|unsere) Vorbehalte?|(?:legt|legen) (?:einen )?Vorbehalt", LEX_STANCE, REDLINE_RESERVES},
	{"kann(?= [^.;:]{0,120}(?:gestrichen|ersetzt|eingefügt|aufgehoben|geändert|angefügt|ergänzt) werden)|können(?= [^.;:]{0,120}(?:gestrichen|ersetzt|eingefügt|aufgehoben|geändert|angefügt|ergänzt) werden)", LEX_HEDGE, 0},
	{"(?:auf|in|bei|während) der (?:letzten|vorigen|vorherigen|vergangenen|früheren|ersten|zweiten) (?:Sitzung|Tagung|Lesung|Runde|Woche|Verhandlungsrunde|Beratung|Fassung)|(?:im|beim) (?:letzten|vorigen|vorherigen|früheren) (?:Treffen|Entwurf)|letzte Woche|im vergangenen Jahr|gestern|bereits", LEX_HISTORY, HISTORY_WHEN},
	{"könnten?|dürften?|würden?(?! (?:wir |ich )?(?:gern|vorschlagen))|wäre(?:n)?|vielleicht|eventuell|möglicherweise|(?:es )?(?:lässt|ließe) sich", LEX_HEDGE, HEDGE_WORD},
	{"(?:einige|manche|mehrere|andere|viele)(?: Delegationen| Staaten| Mitglieder)? (?:schlugen|schlagen|haben|hatten|wollten|baten|bitten)(?:[^,.;:„]{0,60} vorgeschlagen)?|(?:wurden?|ist|sind|worden)[^,.;:„]{0,40} vorgeschlagen(?: worden)?", LEX_HISTORY, HISTORY_ONCE},
	{"(?:der|dem|den|des|die) (?:Vorschlag|Vorschlags|Antrag|Antrags|Anregung) (?:von|der|des|Japans)(?! Streichung)", LEX_HISTORY, HISTORY_TOLD},

	/* verbs */
	{"(?:so ?dass|damit) (?:er|sie|es|der Absatz|der Satz|der Text|die Bestimmung) (?:wie folgt |dann |nun ){0,4}(?:lautet|zu lesen ist)", LEX_CHECK, 0},
	{"(?:wird |werden )?wie folgt (?:neu )?gefasst|erh(?:ält|alten) folgenden Wortlaut|erh(?:ält|alten) folgende Fassung|(?:soll(?:te)?|muss) (?:wie folgt )?lauten|lautet (?:nun|nunmehr|künftig|neu)(?: wie folgt)?|ist wie folgt zu fassen|wie folgt zu fassen|wie folgt lauten", LEX_ACTION, VERB(VERB_READ, FORM_ACTIVE)},
	{"lautet(?: wie folgt)?", LEX_ACTION, VERB(VERB_READ, FORM_ACTIVE) | VERB_TELLS},
	{"(?:neu )?zu fassen", LEX_ACTION, VERB(VERB_REWRITE, FORM_FREE) | VERB_DEPENDS},
	{"(?:neu )?gefasst", LEX_ACTION, VERB(VERB_REWRITE, FORM_FREE)},
	{"geändert|zu ändern", LEX_ACTION, VERB(VERB_AMEND, FORM_PASSIVE)},
	{"ersetzt", LEX_ACTION, VERB(VERB_REPLACE, FORM_PASSIVE)},
	{"gestrichen|aufgehoben|gelöscht", LEX_ACTION, VERB(VERB_DELETE, FORM_PASSIVE)},
	/* "In Absatz 3 entfällt das Wort „a“": with no comma behind it, which makes a condition */
	{"entf(?:ällt|allen)(?= (?:das|die|der|den|„|" PROVISION ")" LAST ")", LEX_ACTION, VERB(VERB_DELETE, FORM_FREE)},
	{"entf(?:ällt|allen)", LEX_ACTION, VERB(VERB_DELETE, FORM_PASSIVE)},
	{"f(?:ällt|allen)(?=" CLAUSE " ?weg ?(?:[.;]|$))", LEX_FILLER, FILLER_DUE},
	{"weg(?= ?(?:[.;]|$))|wegfallen|wegzufallen", LEX_ACTION, VERB(VERB_DELETE, FORM_PASSIVE)},
	{"tr(?:itt|eten)(?= (?:[^.,;:„]|„[^“]{0,200}“){0,80}an die Stelle (?:des|der|von))|tr(?:itt|eten)(?= (?:künftig |jeweils )?(?:(?:das Wort|die Wörter|die Angabe|der Begriff|die Zahl) )?„[^“]{1,200}“ ?(?:[.;]|$))", LEX_ACTION, VERB(VERB_USE, FORM_FREE)},
	{"wieder (?:aufgenommen|aufzunehmen|eingefügt|einzufügen|eingesetzt|einzusetzen|hergestellt|herzustellen)|wiederhergestellt|wiederherzustellen|(?:die )?(?:Wiederaufnahme|Wiedereinfügung|Wiederherstellung) (?:von|des|der)", LEX_ACTION, VERB(VERB_RESTORE, FORM_FREE)},
	{"eingefügt|hinzugefügt|aufgenommen|vorangestellt", LEX_ACTION, VERB(VERB_INSERT, FORM_PASSIVE)},
	{"angefügt|ergänzt", LEX_ACTION, VERB(VERB_COMPLETE, FORM_PASSIVE)},
	{"beibehalten", LEX_ACTION, VERB(VERB_KEEP, FORM_PASSIVE)},
	{"zu ersetzen", LEX_ACTION, VERB(VERB_REPLACE, FORM_FREE) | VERB_DEPENDS},
	{"zu (?:streichen|löschen)|aufzuheben|wegzulassen", LEX_ACTION, VERB(VERB_DELETE, FORM_FREE) | VERB_DEPENDS},
	{"(?:ein|hinzu)zufügen|aufzunehmen", LEX_ACTION, VERB(VERB_INSERT, FORM_FREE) | VERB_DEPENDS},
	{"anzufügen|zu ergänzen", LEX_ACTION, VERB(VERB_COMPLETE, FORM_FREE) | VERB_DEPENDS},
	{"ersetzen(?: Sie)?", LEX_ACTION, VERB(VERB_REPLACE, FORM_FREE)},
	{"(?:streichen|löschen)(?: Sie)?", LEX_ACTION, VERB(VERB_DELETE, FORM_FREE)},
	{"(?:ein|hinzu)fügen", LEX_ACTION, VERB(VERB_INSERT, FORM_FREE)},
	{"anfügen|ergänzen", LEX_ACTION, VERB(VERB_COMPLETE, FORM_FREE)},
	{"zu verschieben|umzustellen", LEX_ACTION, VERB(VERB_MOVE, FORM_FREE) | VERB_DEPENDS},
	{"verschieben|verschoben|umgestellt", LEX_ACTION, VERB(VERB_MOVE, FORM_FREE)},
	{"(?:entsprechend )?(?:neu zu nummerieren|umzunummerieren|neu nummeriert|umnummeriert|neu nummerieren)", LEX_ACTION, VERB(VERB_RENUMBER, FORM_FREE)},
	{"(?:auf)?(?:ge|zu )?teil(?:t|en)(?=[.,;]|$)|aufgeteilt|aufzuteilen|unterteilt|zu unterteilen", LEX_ACTION, VERB(VERB_SPLIT, FORM_FREE)},
	{"in zwei (?:Absätze|Sätze|Nummern|Teile)|zu einem (?:einzigen |gemeinsamen )?(?:Absatz|Satz|Artikel|Buchstaben)(?= zusammen)", LEX_FILLER, FILLER_PLAIN},
	{"(?:ver)?tauschen(?: (?:ihre Plätze|die Plätze|die Reihenfolge))?|vertauscht|zu (?:ver)?tauschen|umzukehren", LEX_ACTION, VERB(VERB_SWAP, FORM_FREE)},
	/* "wird die Absätze 3 und 4 zusammenfassen": to merge them, or to sum them up? */
	{"(?:wird|werden)(?= [^.;:„]{1,80} zusammenfassen\\b)", LEX_VAGUE, 0},
	{"zusammen(?:ge|zu)?(?:fass|führ|leg)(?:t|en)", LEX_ACTION, VERB(VERB_MERGE, FORM_FREE)},
	{"in eckige Klammern (?:gesetzt|zu setzen|setzen|eingeschlossen|einzuschließen|gestellt)", LEX_ACTION, VERB(VERB_BRACKET, FORM_FREE)},
	{"verzichte(?:t|n) auf(?= (?:seine|ihre|unsere)[nm]? )|h(?:ä|a)lt(?:en)?(?= [^.;]{1,200} nicht aufrecht)", LEX_ACTION, VERB(VERB_WITHDRAW, FORM_ACTIVE)},
	{"zieh(?:t|en)(?= [^.;]{1,200} zurück)|zurückziehen|zurückzuziehen", LEX_ACTION, VERB(VERB_WITHDRAW, FORM_ACTIVE)},
	{"zurück(?=[.,;]|$)", LEX_FILLER, FILLER_PLAIN},
	{"zurückgezogen|zog(?:en)?(?= [^.;]{1,200} zurück)", LEX_VAGUE, VAGUE_WITHDRAWN},
	{"heißen|lauten(?=[.,;]|$)|lies|zu lesen|bevorzug(?:t|en)(?= [^.;]{0,120}(?:gegenüber|statt) )", LEX_ACTION, VERB(VERB_USE, FORM_FREE)},
	{"verwendet|zu verwenden", LEX_ACTION, VERB(VERB_USE, FORM_PASSIVE)},
	{"fügen Sie|füge(?= )", LEX_ACTION, VERB(VERB_INSERT, FORM_ACTIVE)},
	{"ersetze(?= )", LEX_ACTION, VERB(VERB_REPLACE, FORM_ACTIVE)},
	{"streiche(?= )", LEX_ACTION, VERB(VERB_DELETE, FORM_ACTIVE)},
	{"(?:ein|an|hinzu)(?=[.,;]|$| und )", LEX_FILLER, FILLER_PLAIN},
	{"fügt|fügen(?= )", LEX_ACTION, VERB(VERB_INSERT, FORM_THIRD)},
	{"streicht", LEX_ACTION, VERB(VERB_DELETE, FORM_THIRD)},
	{"(?:die )?Streichung(?: (?:von|des|der)|" PLACED ")", LEX_ACTION, VERB(VERB_DELETE, FORM_NOUN)},
	{"(?:die )?(?:Einfügung|Aufnahme|Hinzufügung|Anfügung)(?: (?:von|des|der)|(?= eine[rs]\\b)|" PLACED ")", LEX_ACTION, VERB(VERB_INSERT, FORM_NOUN)},
	{"(?:die )?Ersetzung(?: (?:von|des|der)|" PLACED ")", LEX_ACTION, VERB(VERB_REPLACE, FORM_NOUN)},
	{"(?:zu )?(?:verdeutlichen|präzisieren|straffen|verstärken|kürzen|vereinfachen|verbessern)", LEX_VAGUE, 0},

	{"(?:ist|sind|erscheint|wirkt|scheint) (?:zu |sehr |recht )?(?:überflüssig|unnötig|entbehrlich|unklar|missverständlich|ungenau|falsch|unpassend|schwach|stark|vage)", LEX_FILLER, FILLER_JUDGED},
	{"(?:das Gleiche|dasselbe|Gleiches|Entsprechendes) gilt für|entsprechend(?= in Absatz)", LEX_REPEAT, 0},

	/* what is only not needed, or not insisted on, is not opposed */
	{"(?:muss|müssen|brauch(?:t|en)) nicht(?: unbedingt)?|(?:ist|sind) nicht (?:nötig|notwendig|erforderlich)|besteh(?:t|en) nicht (?:auf|darauf)|nicht darauf bestehen", LEX_NEGATION, NEGATION_LETS},

	/* positions */
	{"(?:hat|haben|erheb(?:t|en)) (?:keine (?:Einwände|Bedenken|Einwendungen)|nichts) (?:gegen|dagegen)|(?:ist|sind|bin) nicht (?:gegen|dagegen)|widersetz(?:t|en) (?:sich|uns) nicht|widerspr(?:icht|echen) nicht|(?:wende(?:t|n)|spr(?:icht|echen)) (?:sich|uns) nicht gegen", LEX_STANCE, REDLINE_SUPPORTS},
	{"nicht einverstanden|(?:ist|sind|bin) (?:strikt |klar |entschieden )?(?:dagegen(?= ?(?:[.;,]|$))|gegen)|widersetz(?:t|en) (?:sich|uns)|dagegen(?= aus)", LEX_STANCE, REDLINE_OPPOSES},
	{"(?:ist|sind|bin)(?: damit)? einverstanden(?= ?(?:[.;,]|$))", LEX_STANCE, REDLINE_SUPPORTS},
	{"(?:sieht|sehen) (?:keine|keinen) (?:Notwendigkeit|Grund|Anlass|Bedarf)(?: für)?|ablehnt|ablehnen|abgelehnt|abzulehnen|spr(?:icht|echen) (?:sich|uns) gegen", LEX_STANCE, REDLINE_OPPOSES},
	{"zustimmen|unterstützen|begrüßen|spr(?:icht|echen) (?:sich|uns) für", LEX_STANCE, REDLINE_SUPPORTS},
	{"unterstützt (?:von|durch)|mit (?:der )?Unterstützung(?: von| des| der)?", LEX_SPEAKER, SPEAKER_SUPPORTS},
	{"nicht (?:zustimmen|akzeptieren|unterstützen|hinnehmen)|lehn(?:t|en)|widersprech(?:en)|widerspricht|ist gegen|sind gegen|wende(?:t|n) sich gegen", LEX_STANCE, REDLINE_OPPOSES},
	{"(?:behält sich|behalten (?:sich|uns))(?= [^.;]{1,60} vor ?(?:[.;]|$))|behält sich [^.;,]{0,20}Stellungnahme vor|hat Vorbehalte(?: gegen)?|haben Vorbehalte(?: gegen)?", LEX_STANCE, REDLINE_RESERVES},
	{"unterstütz(?:t|en)|befürworte(?:t|n)|begrüß(?:t|en)|stimm(?:t|en)|akzeptier(?:t|en)|schließ(?:t|en) sich", LEX_STANCE, REDLINE_SUPPORTS},

	/* proposing */
	{"(?:hat|haben)(?= [^.;]{0,400}vorgeschlagen)|vorgeschlagen", LEX_PROPOSE, 2},
	{"bitte(?:t|n) um(?= (?:die )?(?:Streichung|Einfügung|Ersetzung|Aufnahme) )|ersuch(?:t|en)(?: darum)?", LEX_PROPOSE, 0},
	{"schl(?:ägt|agen)(?: (?:auch|ferner|ebenfalls))?(?: vor)?|möchten?|beantrag(?:t|en)|reg(?:t|en)(?: an)?|empfiehlt|empfehlen|bitte(?:t|n)(?: darum)?", LEX_PROPOSE, 0},
	{"Vorschlag|Vorschläge|Anregung", LEX_PROPOSE, 1},
	{"würde(?:n)? (?:wir |ich )?(?:gern|vorschlagen)", LEX_PROPOSE, 0},
	{"hat|haben|hatten?", LEX_HISTORY, HISTORY_TOLD},

	/* links */
	{"an die Stelle (?:von|des|der)|anstelle (?:von|des|der)|an Stelle (?:von|des|der)|(?:an)?statt|gegenüber(?= (?:dem Wort |den Wörtern )?[„\"»«])", LEX_LINK, LINK_INSTEAD_OF},
	{"(?:mit|in) (?:folgendem|dem folgenden) Wortlaut", LEX_LINK, LINK_AS},
	{"durch|mit(?= (?:dem Wort|den Wörtern|[„\"»«]))|um(?= (?:das Wort|die W|den |folgend|einen |eine ))", LEX_LINK, LINK_WITH},
	{"wie folgt|Folgendes", LEX_LINK, LINK_AS},
	{"stattdessen|an (?:seiner|ihrer|deren|dessen) Stelle", LEX_INSTEAD, 0},

	/* quantifiers */
	{"im(?= gesamten (?:Text|Dokument|Entwurf|Gesetz|Vertrag|Übereinkommen)\\b)|jeweils|überall|an (?:allen|sämtlichen) Stellen|an jeder Stelle", LEX_QUANTIFIER, REDLINE_EACH},
	{"an beiden Stellen|beide Male|beides?mal", LEX_QUANTIFIER, REDLINE_BOTH},
	{"(?:Vorkommen|Mal|Nennung)(?: von| des| der)?", LEX_OCCURRENCE, 0},

	/* positions in a text */
	{"vor(?=,)", LEX_FILLER, FILLER_PLAIN}, /* "schlägt im Namen von ... vor, ..." */
	{"zwischen", LEX_POSITION, REDLINE_BETWEEN},
	{"(?:unmittelbar |direkt )?(?:nach|hinter)", LEX_POSITION, REDLINE_AFTER},
	{"(?:unmittelbar |direkt )?vor", LEX_POSITION, REDLINE_BEFORE},
	{"a(?:m|n den) (?:Anfang|Beginn)|zu Beginn", LEX_POSITION, REDLINE_AT_START},
	{"(?:am|ans|an das|an den) (?:Ende|Schluss)", LEX_POSITION, REDLINE_AT_END},

	/* reasons */
	{"weil|denn|Begründung:|Grund:", LEX_REASON, REASON_OPENS},
	{"da(?= (?:" PROVISION "|dies|das|die|der|es|sie|er|in|im|hier|sonst|ein))|damit|um(?= [^.;]{0,200} zu )|wegen|aufgrund|zwecks|im Hinblick auf|im Interesse|zur (?:Klarstellung|Vermeidung|Vereinheitlichung)|sodass|so dass", LEX_REASON, REASON_SAYS},

	/* who */
	{"in (?:seiner|ihrer|unserer|eigener) (?:nationalen )?Eigenschaft|in nationaler Eigenschaft", LEX_FILLER, 0},
	{"im Namen (?:von|des|der)|namens", LEX_SPEAKER, SPEAKER_BEHALF},
	{"wir|ich|(?:unsere|meine) Delegation|unsere Gruppe", LEX_WE, 0},

	{"(?:ist|sind|wird|werden) (?:daher |somit |also )?beizubehalten|unverändert (?:bleiben|bleibt)", LEX_STANCE, REDLINE_SUPPORTS},
	{"ohne", LEX_NEGATION, NEGATION_WITHOUT},
	{"nicht|keine?[nmrs]?|weder|noch(?= )|niemals|gegen|dagegen|davon (?:ab|absehen)|abgesehen", LEX_NEGATION, 0},
	{"falls|wenn|sofern|ob|es sei denn|soweit", LEX_DOUBT, 0},

	/* punctuation by name */
	{"(?:(?:der|den|einen|ein|dem) )?(?:Schluss)?punkt(?! \\d)", LEX_MARK, '.'},
	{"(?:(?:das|ein|dem) )?Semikolon|(?:(?:der|den|einen|ein|dem) )?Strichpunkt", LEX_MARK, ';'},
	{"(?:(?:der|den|einen|ein|dem) )?Doppelpunkt", LEX_MARK, ':'},
	{"(?:(?:das|ein|dem) )?Komma", LEX_MARK, ','},

	/* parts of a text */
	{"(?:mit|samt|nebst|einschlie(?:ß|ss)lich|inklusive)(?: (?:den|der|ihren|ihrer|seinen))?(?: eckigen)? Klammern(?! um)", LEX_BRACKETS, BRACKETS_TOO},
	{"(?:eckigen? )?Klammern?(?: um)?", LEX_BRACKETS, 0},
	{"Tabellen?", LEX_UNIT, REDLINE_TABLE},
	{"(?:Tabellenz|Z)eilen?(?= (?:\\d{1,9} |[„\"»«][^“\"»«]{1,80}[“\"»«] )?(?:der Tabelle|[„\"»«]))|(?:Tabellenz|Z)eilen?(?= [„\"»«])", LEX_UNIT, REDLINE_ROW},
	{"Spalten?", LEX_UNIT, REDLINE_COLUMN},
	{"Zellen?", LEX_UNIT, REDLINE_CELL},
	{"Überschrift", LEX_UNIT, REDLINE_HEADING_UNIT},
	{"Einleitungssatz(?:es)?|einleitenden? Satzteils?|Eingangssatz|Satzteil vor Nummer 1", LEX_UNIT, REDLINE_CHAPEAU},
	{"(?:Nummern|Nrn\\.|Nummer|Nr\\.)(?= \\d)|Buchst\\.|lit\\.(?= ?[a-z])|(?:Ziffern?|Ziff\\.)(?= [ivx]{1,5}\\b)|(?:Doppel|Dreifach)?[Bb]uchstaben?|Unterabs[aä]tz(?:e|en|es)?|Unterabsatz", LEX_UNIT, REDLINE_SUBPARAGRAPH},
	{"Präambel(?!abs)", LEX_UNIT, REDLINE_PREAMBULAR | UNIT_EXACT | UNIT_ALL},
	{"Präambelabs(?:atz|ätze|ätzen)|Erwägungsgr(?:und|ünde|ünden)|Präambelabsatzes", LEX_UNIT, REDLINE_PREAMBULAR | UNIT_EXACT},
	{"Absätzen?|Ziffern|Punkten?(?= \\d)|(?:Abs|Ziff|Pkt)\\.", LEX_UNIT, REDLINE_PARAGRAPH_UNIT | UNIT_PLURAL},
	{"Absatz(?:es)?|Ziffer|Punkt(?= \\d)", LEX_UNIT, REDLINE_PARAGRAPH_UNIT},
	{"Artikeln?|Artikels|Art\\.", LEX_UNIT, REDLINE_ARTICLE | UNIT_EXACT},
	{"Abschnitt(?:s|e|en)?|Paragraf(?:en)?|Paragraphen|§§?", LEX_UNIT, REDLINE_SECTION},
	{"Kapiteln?|Kapitels|Teil(?:s|e)?(?= [IVX\\d])", LEX_UNIT, REDLINE_CHAPTER | UNIT_EXACT},
	{"Anhang(?:s)?|Anhänge|Anlagen?", LEX_UNIT, REDLINE_ANNEX | UNIT_EXACT},
	{"Titels?", LEX_UNIT, REDLINE_TITLE},
	{"Fußnoten?", LEX_UNIT, REDLINE_FOOTNOTE_UNIT},
	{"(?:Spiegel|Gedanken|Aufzählungs)strich(?:s|e)?", LEX_UNIT, REDLINE_BULLET_UNIT},
	{"(?:Begriffsbestimmung|Definition) (?:von|für|des (?:Begriffs|Wortes|Ausdrucks))(?= ?[\"„«])", LEX_UNIT, REDLINE_PARAGRAPH_UNIT | UNIT_DEFINES},
	{"Satz(?:es)?|Sätzen?|S\\.(?= \\d)", LEX_UNIT, REDLINE_SENTENCE},
	{"Zeilen?", LEX_UNIT, REDLINE_LINE},
	{"(?:Entwurf|Dokument|Bericht|Vertrag|Übereinkommen|Beschluss|Resolution|Gesetz)(?:s|es)?|gesamten (?:Text|Dokument|Entwurf|Gesetz|Vertrag|Übereinkommen)", LEX_UNIT, REDLINE_DOCUMENT},
	{"(?:mit der Überschrift|mit dem Titel)(?= ?[„“»\"])", LEX_TEXT, TEXT_TITLE},
	{"Wort|Wortes", LEX_TEXT, TEXT_WORD},
	{"W(?:ort|ortes|orte|orten|örter|örtern)|Wortlaut|Angaben?|Begriffe?|Zahl|Formulierung|Wendung|Passage|Text|Satzteil|Verweis(?:ung)? auf|Datum|Klammerausdruck|Bezugnahme auf", LEX_TEXT, 0},

	/* ordinals */
	{"vorletzt" ENDS, LEX_ORDINAL, 98},
	{"letzt" ENDS, LEX_ORDINAL, 99},
	{"erst" ENDS "|1\\." COUNTED, LEX_ORDINAL, 101},
	{"zweit" ENDS "|2\\." COUNTED, LEX_ORDINAL, 102},
	{"dritt" ENDS "|3\\." COUNTED, LEX_ORDINAL, 103},
	{"viert" ENDS "|4\\." COUNTED, LEX_ORDINAL, 104},
	{"fünft" ENDS "|5\\." COUNTED, LEX_ORDINAL, 105},
	{"sechst" ENDS "|6\\." COUNTED, LEX_ORDINAL, 106},
	{"siebt" ENDS "|siebent" ENDS "|7\\." COUNTED, LEX_ORDINAL, 107},
	{"acht" ENDS "|8\\." COUNTED, LEX_ORDINAL, 108},
	{"neunt" ENDS "|9\\." COUNTED, LEX_ORDINAL, 109},
	{"zehnt" ENDS "|10\\." COUNTED, LEX_ORDINAL, 110},

	{"(?:beginnend mit|der mit|der beginnt mit)(?= (?:den Wörtern|den Worten|dem Wort|[„\"»«]))", LEX_BEGINNING, 0},
	{"gesamt" ENDS "|ganz" ENDS "|vollständig", LEX_WHOLE, 0},
	{"(?:der|die|das|dem|den|des)selben?|dies" ENDS "|jen" ENDS "|genannt" ENDS, LEX_SAME, 0},
	{"folgend" ENDS "|neu" ENDS "|weiter" ENDS "|zusätzlich" ENDS, LEX_NEW, 0},
	{"zwei", LEX_COUNT, 2},
	{"drei", LEX_COUNT, 3},
	{"ein" ENDS "?", LEX_ANOTHER, 0},
	{"er|sie|es|ihn|ihm", LEX_PRONOUN, 0},

	/* small words */
	{"bis(?: zu| zum| zur)?", LEX_TO, 0},
	{"in (?:der|dem|den)|an(?= (?:den |dem |die |das )?" PROVISION "\\b)", LEX_IN, 0},
	{"der(?= (?:Tabelle|Anlage|Nummer|Ziffer|Überschrift|Fußnote|Spalte|Präambel|[a-zäöü]{1,40}en (?:Zeile|Spalte|Zelle))\\b)", LEX_OF, 0},
	{"ab", LEX_FROM, 0},
	{"unter", LEX_IN, IN_UNDER},
	{"in|im|bei|beim|innerhalb|zu|zum|zur|hinsichtlich|betreffend|aus", LEX_IN, 0},
	{"des|von|vom|um(?= [„\"»«])", LEX_OF, 0},
	{"und|sowie", LEX_AND, 0},
	/* behind the last of the new words: "„a“ und „b“ durch „c“ beziehungsweise „d“" */
	{"(?:beziehungsweise|bzw\\.)(?= (?:durch )?(?:das Wort |die Wörter |die Angabe )?„[^“]{1,200}“ (?:zu )?ersetz)", LEX_AND, AND_EACH},
	{"oder|beziehungsweise|bzw\\.", LEX_OR, 0},
	{"soll(?:en|te|ten)?|muss|müssen|sind zu|ist zu|wird|werden?|(?:wissen|sehen)(?=[.;]|$)", LEX_FILLER, FILLER_DUE},
	{"dass", LEX_FILLER, FILLER_THAT},
	{"nämlich", LEX_FILLER, FILLER_NAMELY},
	{"bitte", LEX_FILLER, FILLER_PLEASE},
	{"der|die|das|dem|den", LEX_FILLER, FILLER_ARTICLE},
	{"ersatzlos", LEX_FILLER, FILLER_PLAIN},
	{"ist|sind|kann|können|auch|ferner|außerdem|dann|daher|schließlich|darüber hinaus|weiterhin|zudem|hier|Frau Vorsitzende|Herr Vorsitzender", LEX_FILLER, FILLER_PLAIN},

	/* words that only matter for who speaks and where a clause begins */
	{"aber|jedoch|sondern", LEX_WORD, WORD_BUT},
	{"Delegation(?:en)?|Delegierten?|(?:ständige )?Vertretung|Vertreter(?:in)?|Botschaft(?:er(?:in)?)?|Gruppe|Regierung|Mission|Mitglieder|Staaten", LEX_WORD, WORD_SPEAKER},
	{"einige|manche|viele|andere|mehrere", LEX_WORD, WORD_NOBODY},
};

static const struct lang_month months[] = {
	{"januar", 1}, {"februar", 2}, {"märz", 3},      {"april", 4},    {"mai", 5},
	{"juni", 6},   {"juli", 7},    {"august", 8},    {"september", 9}, {"oktober", 10},
	{"november", 11}, {"dezember", 12},
};

static const char *const abbreviations[] = {
	"abs", "anm", "art", "bzgl", "bzw", "ca", "d.h", "dr", "etc", "evtl", "ggf", "lit", "nr", "pkt", "rn", "s",
	"sog", "u.a", "usw", "vgl", "z", "z.b", "ziff",
};

static const char *const telling[] = {
	"der", "die", "das", "und", "den", "dem", "wird", "werden", "durch", "im", "wort",
	"wörter", "absatz", "satz", "nach", "mit", "ist", "sind", "nicht", "eine", "zu",
	"ersetzt", "gestrichen", "streichen", NULL};
static const char *const counted[] = {"Satz", "Sätze", "Satzes", "Absatz", "Absatzes", "Absätze",
                                      "Unterabsatz", "Spiegelstrich", "Gedankenstrich", "Zeile",
                                      "Halbsatz", "Januar", "Februar", "März", "April", "Mai",
                                      "Juni", "Juli", "August", "September", "Oktober",
                                      "November", "Dezember", NULL};
static const char *const plurals[] = {"ätze", "ätzen", "ern", "te", "ten", ".", "§§", NULL};
static const char *const orders_end[] = {"en", "ern", "eln", NULL};
static const char *const not_verbs[] = {"ung", "heit", "keit", "t", "e", "er", "es", "em", NULL};
static const char *const no_orders[] = {"siehe", "neben", "gegen", "diesen", "jeden", NULL};
/* What leads to the list of an amending act. */
static const char *const place_words[] = {"in", "im", NULL};
static const char *const list_leads[] = {
	"wie folgt geändert", "folgendermaßen geändert", "wie folgt zu ändern",
	"folgende änderungen", "folgenden änderungen", NULL};
static const char *const joints[] = {"und ", "die ", "der ", "das ", NULL};
static const char *const courtesies[] = {"Ich danke", "Wir danken", "Danke", "Abschließend", NULL};
static const char *const headings[] = {
	"erklärung", "stellungnahme", "statement", "bemerkungen", "vorschlag", "vorschläge", "antrag",
	"änderungsantrag", "änderungsanträge", "delegation", "antragsteller", "eingereicht",
	"im namen", "botschafter", "ständige vertretung", NULL};
static const char *const no_titles[] = {"lehn", "ablehn", "nicht zustimm", "widersetz", NULL};
static const char *const list_asks[] = {
	"schlägt vor", "schlagen vor", "beantragt", NULL};
static const char *const list_topics[] = {"zu", "unter", "absatz", "artikel", "nummer", NULL};
static const char *const orders[] = {
	"streich", "ersetz", "das wort", "die wörter", "die worte", NULL};
static const char *const requests[] = {"ersetz", "streich", "gestrichen", "einfüg", "eingefügt",
                                       "schlägt", "beantragt", "unterstützt", NULL};
static const char *const asides[] = {"streich", "gestrichen", "ersetz", "einfüg", "entfällt", NULL};
static const char *const newly[] = {
	"neu", NULL};
static const char *const remarks[] = {
	"kein", "einverstanden", "vereinbart", "siehe", "offen", "dies", "es ", "hier ",
	"sehr ", "gut", "danke", "kommentar", "annehmbar", "in ordnung", NULL};

static const char *const proposals[] = {"Vorschlag", "Vorschlags", "Vorschläge", "Antrag", "Antrags", "Anträge", "Änderungsantrag", "Änderungsanträge", "Änderungsvorschlag", "Änderungsvorschläge", "der Vorschlag", "den Vorschlag", "dem Vorschlag", "die Vorschläge", "der Antrag", "den Antrag", "dem Antrag", NULL};
static const char *const own[] = {"seinen", "seinem", "seine", "sein", "ihren", "ihrem", "ihre", "ihr", "unseren", "unserem", "unsere", "unser", "meinen", "mein", NULL};
static const char *const owned_by[] = {"von", "der", "des", "von der", NULL};
static const char *const earlier[] = {"früheren", "eigenen", "ursprünglichen", NULL};

static const char *const against[] = {
	"einwand", "einwänd", "vorbehalt", "widerspruch", "kein konsens", "veraltet", "überholt",
	"zu diskutieren", "zu erörtern", "zu klären", "zu prüfen", "noch offen", "optional",
	"fakultativ", "ebenso", "erledigt", "für später", "zu bestätigen", NULL};
static const char *const promises[] = {
	"text", "wortlaut", "formulierung", "siehe", "folgt", "wird vorlegen", "vorlegen",
	"nachgereicht", "wie in ", "wie vorgeschlagen", NULL};
static const char *const no_wordings[] = {
	"nichts", "keines", "leer", "unverändert", "dito", "ok", "gestrichen", "entfällt",
	"weg", "bleibt", "offen", "tbd", NULL};

static const char *const plain[] = {
	"dank", "grüße", "gruß", "redaktion", "editorisch", "tippfehler", "schreibfehler", "grammati",
	"rechtschreib", "kohär", "konsisten", "einheitlich", "klar", "verständlich", "technisch",
	"fachlich", "sprach", "quelle", "siehe", "s.", "vgl", "gemäß", "laut", "nach", "aus", "text",
	"angleich", "anpass", "stil", "redundan", "doppel", "doppl", "wiederhol", "sachlich", "genau",
	"aktualis", "präzis", "einfach", "vereinfach", "übersetz", "korrektur", "korrekt", "richtig",
	"fehler", "wort", "formulier", "begründ", "grund", "erläuter", "wichtig", "wesentlich",
	"entscheidend", "notwendig", "nötig", "erforderlich", "besser", "kürzer", "kurz", "knapp",
	"lesbar", "liest", "folge", "entsprech", "ausgewogen", "logisch", "neutral", "inklusiv",
	"kontext", "hinweis", "anmerkung", "rest", "groß", "klein", "komma", "satzzeichen", "plural",
	"mehrzahl", "singular", "einzahl", "ergänz", "änder", "sinn", "inhalt", "offensichtlich",
	"relevan", "überflüssig", "entbehrlich", "selbe", "gleich", "begriff", "zitat", "zitier",
	"bereits", "schon", "zwei", "beide", "je", "auch", "bisher", "d.h",
	"d. h", "einigung",
	"neuer", "neue ",
	"ander", "alle", "allgemein", "ende", "stärk", "schwäch", "weiter", "enger", "muss",
	"müssen", "flexib", "es gilt das gesprochene", "gut", NULL};
static const char *const approvals[] = {
	"angenommen", "annahme", "vereinbart", "einverstanden", "unterstütz", "zustimm", "zugestimmt",
	"beschlossen", "übernommen", "gebilligt", "einstimmig", "konsens", "ja", "bestätigt",
	"vorgeschlagen", "vorschlag von", "eingebracht", NULL};

static const char *const retractions[] = {
	"zurückgezogen", "zieht diesen", "zieht den vorschlag", "abgelehnt", "hinfällig",
	"entfällt", "nicht angenommen", "verworfen", "aufgehoben", "gegenstandslos",
	"noch zu bestätigen", 
	"näherer überlegung", "doch nicht", "besteht nicht", "bestehen nicht",
	"keine mehrheit", "nicht mehrheit", "nicht übernommen", "nicht berücksichtigt",
	"unzulässig", "text bleibt", "bleibt unverändert", "fallen gelassen", "fallengelassen",
	"nicht weiterverfolgt", "hält nicht aufrecht",
	"nicht aufrecht", "verzichtet auf", "verzichten auf",
	"dies zurück", "das zurück", "ihn zurück", "es zurück", "sie zurück", "vorschlag zurück", "antrag zurück", NULL};

static const char *const echoes[] = {
	"gleiche", "gleichen", "gleiches", "dasselbe", "dieselbe", "ebenso", "ebenfalls",
	"desgleichen", "dito", "ditto", "idem", "analog", "sinngemäß", "gilt",
	"entsprechend", "entsprechende", NULL};
static const char *const also[] = {
	"auch", NULL};

static const char *const questions[] = {
	"sollte ", "sollten ", "könnte ", "könnten ", "kann ", "können ", "muss ", "müssen ",
	"soll ", "sollen ", "darf ", "dürfen ", "dürfte ", "würde ", "würden ", "wäre ",
	"wären ", "ist es ", "gibt es ", "warum", "weshalb", "wieso", "wer ", "was wäre",
	"wie wäre", "braucht es", NULL};
static const char *const supposing[] = {
	"könnte", "könnten", "wäre", "möglich", "möglichkeit", "eine option", "andere option",
	"vielleicht", "eventuell", "denkbar", "vorstellbar", "ob ", NULL};

const struct lang lang_de = {
	.code = "de",
	.large_nouns = true,
	.name = "German",
	.script = SCRIPT_LATIN,
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
	.counted = counted,
	.plurals = plurals,
	.orders_end = orders_end,
	.not_verbs = not_verbs,
	.no_orders = no_orders,
	.list_leads = list_leads,
	.place_words = place_words,
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
	.earlier = earlier,
};
