/*
 * fr.c -- French, as delegations, secretariats and legislators word their
 * amendments.  See lang.h for what a row is.
 */
#include "lang.h"

#include <redline/statement.h>

#define COUNT(a) (sizeof(a) / sizeof(a)[0])

#define ADV "(?: (?:également|aussi|en outre|donc|ainsi|désormais|en conséquence)){0,4}"
/* What makes a passive an instruction, a report, or a thought */
#define BE "(?:est|sont|soit|soient|sera|seront|être|doi(?:t|vent) être|devrai(?:t|ent) être)" ADV " "
#define WAS "(?:a|ont|avai(?:t|ent)) été" ADV " |(?:fut|furent|était|étaient) "
#define COULD "(?:pourrai(?:t|ent) être|peu(?:t|vent) être|serai(?:t|ent))" ADV " "

#define AGREES "(?:e|s|es)?"
#define P_REPLACE "remplacé" AGREES
#define P_SUBSTITUTE "substitué" AGREES
#define P_DELETE "(?:supprimé|abrogé|éliminé|retiré|omis)" AGREES
#define P_INSERT "(?:inséré|ajouté|introduit|inclus|incorporé|intercalé)" AGREES
#define P_COMPLETE "complété" AGREES
#define P_AMEND "(?:modifié|amendé|reformulé|remanié)" AGREES
#define P_ANY "(?:" P_REPLACE "|" P_SUBSTITUTE "|" P_DELETE "|" P_INSERT "|" P_COMPLETE "|" P_AMEND ")"

/* The word or its quotation comes next: what "à" brings in is no place. */
#define WORDING "(?:mots?|termes?|expressions?|chiffres?|nombres?|dates?|membres? de phrase|passages?|formules?|mentions?|[«\"“])"

static const struct lang_row rows[] = {
	/* reports and thoughts, before the verbs they contain */
	{"(?:" WAS ")" P_ANY, LEX_HISTORY, 0},
	{"(?:not(?:e|ent|ons|ant) (?:que|qu['’])|d['’]après|selon|remerci(?:e|ent|ons)(?: [\\w.]+){0,6} (?:pour|de))", LEX_HISTORY, 0},
	{"propositions? (?:de la|du|des|de l['’]\\B)", LEX_HISTORY, 0},
	{"(?:certain(?:e?s)|plusieurs|d['’]autres|quelques)(?: délégations?| membres| états)? (?:(?:ont|avaient) (?:proposé|suggéré|demandé)|propos(?:ent|aient)|suggèrent|demandent)(?: de| d['’]\\B| que| qu['’]\\B)?", LEX_HISTORY, 0},
	{"(?:à|lors de) la (?:session|réunion|séance|lecture) (?:précédente|dernière)|l['’]an dernier|précédemment|hier", LEX_HISTORY, 1},
	{COULD P_ANY, LEX_HEDGE, 0},

	/* verbs */
	{"(?:de sorte|de manière|de façon) (?:que|à ce que) (?:le |la |l['’])?(?:paragraphe|phrase|alinéa|article|texte|titre) se lise(?: comme suit| ainsi)?|(?:de sorte|de manière|de façon) qu['’](?:il|elle) se lise(?: comme suit| ainsi)?", LEX_CHECK, 0},
	{"(?:est|sont|sera|seront)? ?ainsi (?:rédigé|libellé|conçu|formulé)" AGREES "|(?:est|sont) (?:rédigé|libellé)" AGREES " comme suit|(?:devrai(?:t|ent)|doi(?:t|vent)) se lire(?: comme suit| ainsi)?|se (?:lit|lisent|lira|liront)(?: comme suit| ainsi)?|(?:lire|lisez)(?= comme suit)", LEX_ACTION, VERB(VERB_READ, FORM_ACTIVE)},
	{"lire|lisez|utiliser|employer|écrire", LEX_ACTION, VERB(VERB_USE, FORM_ACTIVE)},
	{"(?:est|sont) (?:ainsi )?modifié" AGREES "|" BE P_AMEND, LEX_ACTION, VERB(VERB_AMEND, FORM_PASSIVE)},
	{BE P_REPLACE, LEX_ACTION, VERB(VERB_REPLACE, FORM_PASSIVE)},
	{BE P_SUBSTITUTE, LEX_ACTION, VERB(VERB_SUBSTITUTE, FORM_PASSIVE) | VERB_TO_OLD},
	{BE P_DELETE, LEX_ACTION, VERB(VERB_DELETE, FORM_PASSIVE)},
	{BE P_INSERT, LEX_ACTION, VERB(VERB_INSERT, FORM_PASSIVE)},
	{BE P_COMPLETE, LEX_ACTION, VERB(VERB_COMPLETE, FORM_PASSIVE)},
	{BE "(?:placé|mis)" AGREES "(?= entre crochets)", LEX_ACTION, VERB(VERB_PUT, FORM_PASSIVE)},
	{BE "(?:conservé|maintenu|gardé)" AGREES, LEX_ACTION, VERB(VERB_KEEP, FORM_PASSIVE)},
	{"remplacer|remplacez|remplaçant", LEX_ACTION, VERB(VERB_REPLACE, FORM_ACTIVE)},
	{"substituer|substituez|substituant", LEX_ACTION, VERB(VERB_SUBSTITUTE, FORM_ACTIVE) | VERB_TO_OLD},
	{"supprimer|supprimez|supprimant|biffer|retirer(?! (?:sa|notre|la) proposition)|éliminer|abroger", LEX_ACTION, VERB(VERB_DELETE, FORM_ACTIVE)},
	{"insérer|insérez|insérant|ajouter|ajoutez|ajoutant|introduire|inclure|intercaler", LEX_ACTION, VERB(VERB_INSERT, FORM_ACTIVE)},
	{"compléter|complétez|complétant", LEX_ACTION, VERB(VERB_COMPLETE, FORM_ACTIVE)},
	{"modifier|modifiez|modifiant|amender|reformuler|remanier", LEX_ACTION, VERB(VERB_AMEND, FORM_ACTIVE)},
	{"(?:placer|mettre)(?= [^.;]{0,400}entre crochets)", LEX_ACTION, VERB(VERB_PUT, FORM_ACTIVE)},
	{"conserver|maintenir|garder|conserve|maintient", LEX_ACTION, VERB(VERB_KEEP, FORM_ACTIVE)},
	{"retirer|retire|retirons", LEX_ACTION, VERB(VERB_WITHDRAW, FORM_ACTIVE)},
	{"renuméroter|renumérotez", LEX_ACTION, VERB(VERB_RENUMBER, FORM_ACTIVE)},
	{"déplacer|transférer", LEX_ACTION, VERB(VERB_MOVE, FORM_ACTIVE)},
	{"scinder|diviser", LEX_ACTION, VERB(VERB_SPLIT, FORM_ACTIVE)},
	{"fusionner|regrouper", LEX_ACTION, VERB(VERB_MERGE, FORM_ACTIVE)},
	{"supprime(?:nt)?", LEX_ACTION, VERB(VERB_DELETE, FORM_THIRD)},
	{"remplace(?:nt)?", LEX_ACTION, VERB(VERB_REPLACE, FORM_THIRD)},
	{"insère(?:nt)?|ajoute(?:nt)?", LEX_ACTION, VERB(VERB_INSERT, FORM_THIRD)},
	{"suppression (?:de|du|des|d['’])", LEX_ACTION, VERB(VERB_DELETE, FORM_NOUN)},
	{"(?:insertion|ajout|adjonction) (?:de|du|des|d['’])", LEX_ACTION, VERB(VERB_INSERT, FORM_NOUN)},
	{"remplacement (?:de|du|des|d['’])", LEX_ACTION, VERB(VERB_REPLACE, FORM_NOUN)},
	{"clarifier|préciser|renforcer|simplifier|améliorer|harmoniser|raccourcir", LEX_VAGUE, 0},

	/* positions */
	{"(?:ne |n['’])(?:peu(?:t|vent)|pouvons|saurai(?:t|ent)|appui(?:e|ent)|appuyons|soutien(?:t|nent)|soutenons|accept(?:e|ent|ons)|souscri(?:t|vent)|souscrivons|est|sont|sommes)(?: pas)?(?: (?:accepter|appuyer|soutenir|souscrire à|favorables?(?: à)?|d['’]accord(?: avec)?))?", LEX_STANCE, REDLINE_OPPOSES},
	{"s['’]oppos(?:e|ent)(?: à)?|nous opposons(?: à)?|rejett(?:e|ent)|rejetons|(?:est|sont) opposé" AGREES "(?: à)?", LEX_STANCE, REDLINE_OPPOSES},
	{"(?:réserve(?:nt)?|réservons) (?:sa|notre|leur) position(?: sur)?|(?:a|ont|avons|émet|émettent) des réserves(?: sur| quant à)?", LEX_STANCE, REDLINE_RESERVES},
	{"appui(?:e|ent)|appuyons|soutien(?:t|nent)|soutenons|souscri(?:t|vent)(?: à)?|souscrivons(?: à)?|approuv(?:e|ent|ons)|accept(?:e|ent|ons)|se félicit(?:e|ent) de|salu(?:e|ent|ons)|peu(?:t|vent) accepter|(?:est|sont) favorables? à", LEX_STANCE, REDLINE_SUPPORTS},

	/* proposing */
	{"(?:a|ont|avons|avait|avaient) (?:également )?(?:proposé|suggéré|demandé|recommandé)(?: de| d['’]| que| qu['’])?", LEX_PROPOSE, 2},
	{"(?:propos(?:e|ent|ons|ant)|suggèr(?:e|ent)|suggérons|recommand(?:e|ent|ons)|demand(?:e|ent|ons)|souhait(?:e|ent|ons)|souhaiterai(?:t|ent|s)|souhaiterions|voudrai(?:t|ent|s)|voudrions|aimerai(?:t|ent|s)|aimerions|préfèr(?:e|ent)|préférons|préférerai(?:t|ent))(?: (?:également|aussi))?(?: (?:proposer|suggérer))?(?: de| que| d['’]\\B| qu['’]\\B)?", LEX_PROPOSE, 0},
	{"propositions?|suggestions?", LEX_PROPOSE, 1},

	/* links */
	{"au lieu (?:de|du|des)|au lieu d['’]\\B|plutôt (?:que|qu['’])|en lieu et place (?:de|du|des)", LEX_LINK, LINK_INSTEAD_OF},
	{"par(?! (?:la|les) (?:délégations?|représentants?))|avec", LEX_LINK, LINK_WITH},
	{"comme suit|ce qui suit|ainsi(?= ?:)", LEX_LINK, LINK_AS},
	{"à (?:la|sa|leur) place|en remplacement", LEX_INSTEAD, 0},

	/* quantifiers */
	{"(?:à )?chaque fois (?:que|qu['’])(?:il|elle|ils|elles|ce mot|le mot|l['’]expression)? ?(?:apparaît|apparaissent|figure|figurent|est employé" AGREES "|se présente)?|partout où (?:il|elle|ils|elles|ce mot|le mot) (?:apparaît|apparaissent|figure|figurent)|à chaque occurrence(?: de)?|(?:dans )?toutes les occurrences(?: de)?|partout", LEX_QUANTIFIER, REDLINE_EACH},
	{"(?:les |aux |dans les )?deux occurrences(?: de)?|les deux fois|à deux reprises", LEX_QUANTIFIER, REDLINE_BOTH},
	{"occurrences?(?: de| du| des)?", LEX_OCCURRENCE, 0},

	/* positions in a text */
	{"avant-dernier|avant-dernière", LEX_ORDINAL, 98},
	{"entre(?= crochets)", LEX_IN, 0},
	{"entre", LEX_POSITION, REDLINE_BETWEEN},
	{"(?:immédiatement |juste )?après|à la suite (?:de|du|des)", LEX_POSITION, REDLINE_AFTER},
	{"(?:immédiatement |juste )?avant", LEX_POSITION, REDLINE_BEFORE},
	{"(?:tout )?(?:au (?:tout )?début|en tête|au commencement)", LEX_POSITION, REDLINE_AT_START},
	{"(?:tout )?à la (?:toute )?fin|in fine|en fin(?= de)", LEX_POSITION, REDLINE_AT_END},

	/* reasons */
	{"à savoir", LEX_FILLER, FILLER_NAMELY},
	{"car|parce que|puisque|justification ?:|motif ?:|étant donné que", LEX_REASON, REASON_OPENS},
	{"(?:parce|puis)qu['’]\\B|étant donné|afin (?:de|que)|afin (?:d|qu)['’]\\B|pour (?:que|des raisons|plus de|assurer|éviter|tenir|mieux|garantir|refléter)|dans un souci|compte tenu|en raison|du fait|ce qui|qui|dont|tandis que|conformément", LEX_REASON, REASON_SAYS},

	/* who */
	{"au nom (?:de|du|des)|s['’]exprimant au nom (?:de|du|des)", LEX_SPEAKER, 0},
	{"(?:appuyé|soutenu)" AGREES " par|avec l['’]appui (?:de|du|des)", LEX_SPEAKER, 1},
	{"nous|je|j['’]\\B|(?:ma|notre) délégation|notre groupe|mon pays", LEX_WE, 0},
	{"(?:la|les) délégations?(?= (?:de|du|des|d['’]))", LEX_FILLER, FILLER_PLAIN},

	{"ne|n['’]\\B|pas|sans|aucune?|ni|jamais|nullement|contre", LEX_NEGATION, 0},
	{"si|à moins que|à condition que|au cas où|sous réserve", LEX_DOUBT, 0},

	/* punctuation by name */
	{"point[- ]virgule", LEX_MARK, ';'},
	{"deux[- ]points", LEX_MARK, ':'},
	{"virgule", LEX_MARK, ','},
	{"(?:un )?point final|un point(?! \\d)", LEX_MARK, '.'},

	/* parts of a text */
	{"crochets?", LEX_BRACKETS, 0},
	{"chapeau|partie introductive|phrase introductive", LEX_UNIT, REDLINE_CHAPEAU},
	{"(?:sous-)?alinéas?(?= [a-z]\\))|sous-(?:paragraphes?|alinéas?)", LEX_UNIT, REDLINE_SUBPARAGRAPH},
	{"(?:alinéas?|paragraphes?) du préambule|considérants?", LEX_UNIT, REDLINE_PREAMBULAR | UNIT_EXACT},
	{"du dispositif", LEX_FILLER, FILLER_PLAIN}, /* its paragraphs need no other name */
	{"paragraphes|alinéas|points(?= \\d)|par\\.", LEX_UNIT, REDLINE_PARAGRAPH_UNIT | UNIT_PLURAL},
	{"paragraphe|alinéa|point(?= \\d)", LEX_UNIT, REDLINE_PARAGRAPH_UNIT},
	{"articles?|art\\.", LEX_UNIT, REDLINE_ARTICLE | UNIT_EXACT},
	{"sections?", LEX_UNIT, REDLINE_SECTION},
	{"chapitres?|titres?(?= [IVX\\d])", LEX_UNIT, REDLINE_CHAPTER | UNIT_EXACT},
	{"annexes?", LEX_UNIT, REDLINE_ANNEX | UNIT_EXACT},
	{"intitulé|titre(?= (?:de la |du |de l['’])(?:section|chapitre|article|partie))", LEX_UNIT, REDLINE_HEADING_UNIT},
	{"titre", LEX_UNIT, REDLINE_TITLE},
	{"notes? de bas de page|notes?(?= \\d)", LEX_UNIT, REDLINE_FOOTNOTE_UNIT},
	{"tirets?|puces?", LEX_UNIT, REDLINE_BULLET_UNIT},
	{"phrases?", LEX_UNIT, REDLINE_SENTENCE},
	{"lignes?", LEX_UNIT, REDLINE_LINE},
	{"projet de (?:résolution|rapport|décision|déclaration|traité)|(?:projet|document|rapport|résolution|déclaration|traité|accord|convention|décision)s?|ensemble du texte", LEX_UNIT, REDLINE_DOCUMENT},
	{"texte(?= (?:de|du|des) )", LEX_TEXT, 1},
	{"mots?|termes?|expressions?|membres? de phrase|passages?|textes?|chiffres?|nombres?|formules?|mentions?|références? à|dates?|libellé|formulation", LEX_TEXT, 0},

	/* ordinals */
	{"derni(?:er|ère)s?", LEX_ORDINAL, 99},
	{"premi(?:er|ère)s?|1er|1re|1ère", LEX_ORDINAL, 101},
	{"deuxièmes?|seconde?s?|2e|2ème", LEX_ORDINAL, 102},
	{"troisièmes?|3e|3ème", LEX_ORDINAL, 103},
	{"quatrièmes?|4e|4ème", LEX_ORDINAL, 104},
	{"cinquièmes?|5e|5ème", LEX_ORDINAL, 105},
	{"sixièmes?|6e|6ème", LEX_ORDINAL, 106},
	{"septièmes?|7e|7ème", LEX_ORDINAL, 107},
	{"huitièmes?|8e|8ème", LEX_ORDINAL, 108},
	{"neuvièmes?|9e|9ème", LEX_ORDINAL, 109},
	{"dixièmes?|10e|10ème", LEX_ORDINAL, 110},

	{"(?:commençant|débutant) par|qui (?:commence|débute) par", LEX_BEGINNING, 0},
	{"tout(?:e|es)?(?: le| la| les)?|tous(?: les)?|entier|entière|intégralement|en entier", LEX_WHOLE, 0},
	{"mêmes?|cet?|cette|ces|ledit|ladite|lesdits", LEX_SAME, 0},
	{"nouveau|nouvel|nouvelles?|nouveaux|suivant" AGREES "|supplémentaires?|additionnel(?:le)?s?|ci-après", LEX_NEW, 0},
	{"deux", LEX_COUNT, 2},
	{"trois", LEX_COUNT, 3},
	{"une?", LEX_ANOTHER, 0},
	{"devrai(?:t|ent)|doi(?:t|vent)|il (?:convient|faut|y a lieu)(?: de| d['’])?", LEX_FILLER, FILLER_DUE},
	{"ils?|elles?|celui-ci|celle-ci", LEX_PRONOUN, 0},

	/* small words */
	{"(?:à|au|aux|à la)(?= " WORDING ")", LEX_TO, 0},
	{"à l['’]\\B(?=expression)", LEX_TO, 0},
	{"jusqu['’](?:à|au|aux)(?: la)?", LEX_THROUGH, 0},
	{"depuis|à partir (?:de|du|des)", LEX_FROM, 0},
	{"au|aux|à la|à l['’]\\B|dans|sous|en ce qui concerne|concernant|s['’]agissant (?:de|du|des)|sur|en", LEX_IN, 0},
	{"à", LEX_TO, 0},
	{"(?:autour )?(?:de l['’]\\B|d['’]\\B|de la|du|des|de)", LEX_OF, 0},
	{"et|ainsi que", LEX_AND, 0},
	{"ou", LEX_OR, 0},
	{"veuillez|prière (?:de|d['’])", LEX_FILLER, FILLER_PLEASE},
	{"les?|la|l['’]\\B", LEX_FILLER, FILLER_ARTICLE},
	{"que|qu['’]\\B|est|sont|soit|soient|être|également|aussi|puis|ensuite|enfin|en outre|par ailleurs|donc|alors|y|il|ci-dessous|ci-dessus|seulement|monsieur le président|madame la présidente", LEX_FILLER, FILLER_PLAIN},

	/* words that only matter for who speaks and where a clause begins */
	{"mais", LEX_WORD, WORD_BUT},
	{"délégations?|représentante?s?|groupe|gouvernement|mission|membres|états", LEX_WORD, WORD_SPEAKER},
	{"certaine?s?|plusieurs|beaucoup|d['’]autres|quelques", LEX_WORD, WORD_NOBODY},
};

static const struct lang_month months[] = {
	{"janvier", 1}, {"février", 2}, {"mars", 3},      {"avril", 4},    {"mai", 5},
	{"juin", 6},    {"juillet", 7}, {"août", 8},      {"septembre", 9}, {"octobre", 10},
	{"novembre", 11}, {"décembre", 12},
};

static const char *const abbreviations[] = {
	"al", "art", "arts", "cf", "chap", "doc", "etc", "m", "mm", "mme", "no", "p", "par",
	"paras", "pp", "sect", "vol",
};

static const char *const telling[] = {
	"le", "les", "des", "du", "et", "dans", "par", "une", "au", "aux", "est", "sont", "que",
	"qui", "pour", "sur", "paragraphe", "mots", "supprimer", "remplacer", "ajouter", NULL};
static const char *const gerunds[] = {"ant", NULL};
static const char *const adverbs[] = {"ment", NULL};
static const char *const plurals[] = {"s", ".", NULL};
static const char *const not_verbs[] = {"ant", "é", "ée", "és", "ées", "ment", "tion", "s", "e", NULL};
static const char *const no_orders[] = {"voir", "hier", "premier", "dernier", NULL};
static const char *const joints[] = {"et ", "la ", "le ", "les ", "l'", NULL};
static const char *const courtesies[] = {"Je remercie", "Merci", "Nous remercions",
                                         "En conclusion", "Enfin", NULL};
static const char *const headings[] = {
	"déclaration", "intervention", "observations", "proposition", "propositions",
	"amendement", "amendements", "délégation", "auteur", "présenté", "soumis",
	"au nom de", "ambassadeur", "mission permanente", NULL};
static const char *const requests[] = {"remplacer", "supprimer", "insérer", "ajouter", "propose",
                                       "suggère", "substituer", "appuie", NULL};
static const char *const asides[] = {"supprim", "remplac", "insér", "ajout", NULL};

const struct lang lang_fr = {
	.code = "fr",
	.name = "French",
	.script = SCRIPT_LATIN,
	.telling = telling,
	.rows = rows,
	.row_count = COUNT(rows),
	.months = months,
	.month_count = COUNT(months),
	.abbreviations = abbreviations,
	.abbreviation_count = COUNT(abbreviations),
	.adjectives_behind = true,
	.gerunds = gerunds,
	.adverbs = adverbs,
	.plurals = plurals,
	.not_verbs = not_verbs,
	.no_orders = no_orders,
	.joints = joints,
	.courtesies = courtesies,
	.headings = headings,
	.requests = requests,
	.asides = asides,
};
