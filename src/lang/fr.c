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
#define P_MOVE "(?:déplacé|transféré|reporté)" AGREES
#define P_RENUMBER "(?:renuméroté|renommé)" AGREES
#define P_RESTORE "(?:rétabli|réintroduit|réinséré|restauré|réinstauré)" AGREES
#define P_ANY "(?:" P_REPLACE "|" P_SUBSTITUTE "|" P_DELETE "|" P_INSERT "|" P_COMPLETE "|" P_AMEND "|" P_MOVE "|" P_RENUMBER "|scindé" AGREES "|fusionné" AGREES "|levé" AGREES ")"

/* "sont insérés les mots", "il est inséré un article": the subject stands behind */
#define BEHIND "(?=,? (?:le|la|les|un|une|l['’])[ « ]?(?:mots?|termes?|expression|phrase|signe|paragraphes?|alinéas?|articles?|sous-|sections?|annexes?|nouve))"
#define ACTS "(?:supprimer|remplacer|insérer|ajouter|modifier|amender|déplacer|fusionner|scinder|renuméroter|compléter|substituer|maintenir|conserver|garder|mettre|placer|rédiger|lire|utiliser|retirer|changer|abroger|éliminer|inclure|introduire|lever)"
/* Provisions that have a number */
#define PROVISION "(?:paragraphes?|par\\.|alinéas?|sous-alinéas?|sous-paragraphes?|articles?|sections?|chapitres?|annexes?|points?|§§?)"
/* The word or its quotation comes next: what "à" brings in is no place. */
#define WORDING "(?:mots?|termes?|expressions?|chiffres?|nombres?|dates?|membres? de phrase|passages?|formules?|mentions?|années?|montants?|sommes?|taux|[«\"“])"

/* A place comes between a noun and what it is said of: "suppression, au paragraphe 1, du mot" */
#define PLACED "(?=,? (?:au|aux|à l|à la|dans|après|avant)[ '’][^.;:]{1,120}[ ,](?:du|de|des|d)[ '’])"

static const struct lang_row rows[] = {
	/* a question */
	{"(?:se |nous )?demand(?:e|ent|ons|ait|aient) (?:si|pourquoi|s(?=['’]ils?\\b)['’]\\B)|(?:a|ont) demandé (?:si|pourquoi)", LEX_DOUBT, DOUBT_ASKED},
	/* of another version of the text than this draft, perhaps */
	{"(?:dans (?:la |le )?|pour (?:la |le )?)?(?:(?:version|texte|langue) )?(?:anglaise?|française?|espagnole?|russe|chinoise?|arabe|allemande?) (?:seulement|uniquement|exclusivement)|(?:seulement|uniquement) (?:dans |en )?(?:la |le )?(?:(?:version|texte|langue) )?(?:anglaise?|française?|espagnole?|russe|chinoise?|arabe|allemande?)|ne concerne (?:que|pas) (?:la |le )?(?:version|texte)(?: en)? (?:anglaise?|française?|espagnole?|russe|chinoise?|arabe|allemande?)", LEX_DOUBT, DOUBT_HELD},
	/* without a verb */
	{"(?:sa |la )?suppression(?= ?(?:[.;]|$))", LEX_SHORT, SHORT_OUT},

	{"(?:par|paragr)\\.(?= ?\\d)", LEX_UNIT, REDLINE_PARAGRAPH_UNIT | UNIT_PLURAL},
	{"points? \\d{1,3} (?:de l['’]ordre du jour)", LEX_FILLER, 0},
	/* parts that no place can name: "au A du II" */
	{"(?:au|aux|du|des|le|les) (?-i:[A-H])(?=,|;| (?:de|du|des|et|à|bis|ter|est|sont)\\b)", LEX_VAGUE, 0},
	{"tout (?:ce|le texte) (?:qui (?:suit|vient après|figure après|se trouve après)|(?:figurant |situé )?après)|tous les mots (?:qui suivent|après)", LEX_REACH, REACH_REST},
	{"(?:le reste|la (?:fin|suite)|toute la fin) de (?:la|cette) phrase(?:,? après| qui suit|,? à la suite de)", LEX_REACH, REACH_SENTENCE},
	{"(?:le texte|les mots|tout ce qui (?:se trouve|est|figure)) (?:compris |situés? |figurant |placés? )?entre(?= (?:les? (?:mots?|termes?) )?[«“\"])", LEX_REACH, REACH_BETWEEN},
	{"jusqu['’]à la fin|jusqu['’]au bout", LEX_POSITION, REDLINE_AT_END | POSITION_REACHES},
	{"(?:et|avec|ainsi que|y compris) (?:(?:son|sa|leurs?) (?:titres?|intitulés?|rubriques?)|l['’]intitulé|le titre)(?=[.;,]|$| (?:sont|est|doivent|devraient|soient)\\b)", LEX_NOTE_TOO, NOTE_HEADING},
	{"(?:(?:,? (?:et|ainsi que) )?(?:l['’]appel de note et )?(?:(?:la|sa|l['’]) ?)?notes? (?:de bas de page )?(?:correspondante|afférente|associée|y afférente|qui s['’]y rapporte))", LEX_NOTE_TOO, 0},
	{"respectivement", LEX_RESPECTIVELY, 0},
	{"(?:sauf|hormis|hors|excepté|exception faite|mais (?:pas|non)|à l['’](?:exception|exclusion))(?= (?:(?:au|aux|à|dans|en|du|des|de|pour) ?)?(?:les? |la |l['’])?(?:" PROVISION "|" BARE_LABEL "))", LEX_EXCEPT, 0},
	{"(?:un |le |du |au |les |des )?tableaux?", LEX_UNIT, REDLINE_TABLE},
	{"lignes?(?= (?:du |de ce |des )tableau|(?: intitulée| relative à| concernant| pour)?,? ?[«“\"]| commençant par)|rangées?", LEX_UNIT, REDLINE_ROW},
	{"colonnes?", LEX_UNIT, REDLINE_COLUMN},
	{"cellules?|cases?", LEX_UNIT, REDLINE_CELL},
	{"tout ce qui|(?:toute )?la (?:suite|fin)(?= (?:de|du|des) )|(?:le )?reste (?:de|du)|à l['’](?:exception|exclusion)|sauf|hormis|mutatis mutandis|et (?:les )?suivant(?:e?s)(?! ?:)", LEX_VAGUE, 0},
	{"(?:au|en) (?:singulier|pluriel|majuscules?|minuscules?|italiques?|gras)", LEX_VAGUE, 0},
	{"(?:ancien(?:s|ne|nes)?|ex-)(?= " PROVISION ")", LEX_VAGUE, 0},

	/* what is not to be done, or only if something else is; of these words the
	   longer ones begin like others that have a row */
	{"(?:au lieu|plutôt que|à la place|loin)(?= (?:de |d['’])?(?:la |une |un |le |l['’])?(?:suppression|insertion|ajout|adjonction|remplacement|modification|fusion|scission)\\b)", LEX_NEGATION, 1},
	{"pourvu (?:que|qu['’]\\B)|dès lors (?:que|qu['’]\\B)|tant (?:que|qu['’]\\B)|pour autant (?:que|qu['’]\\B)|une fois(?! (?:que|qu['’]) ?(?:il|elle) (?:apparaît|figure))|lorsque|lorsqu['’]\\B|quand|moyennant|en cas (?:de|d['’]\\B)|en l['’]absence|en attendant|dans l['’]hypothèse|dans la mesure où|selon (?:l['’]issue|les? résultats?)|s(?=['’]ils? )['’]\\B|à supposer|supposons|imaginons|si (?:nécessaire|besoin)", LEX_DOUBT, 0},
	{"le cas échéant|selon (?:le cas|les besoins|que de besoin)|selon qu['’]il convient(?:dra)?|au besoin|là où (?:il|cela|c['’]est)|éventuellement|peut-être|(?:envisager|étudier|examiner)(?= (?:de |d['’]|la (?:suppression|possibilité)|l['’](?:ajout|insertion)))|par exemple", LEX_DOUBT, DOUBT_HELD},
	{"à défaut(?! (?:de|d['’]) ?" ACTS ")|sinon|à titre subsidiaire|subsidiairement|faute de quoi|autrement|dans le cas contraire|en dernier recours|comme (?:alternative|solution de rechange|variante)|autre (?:possibilité|option|solution|variante)|(?:variante|option) (?:\\d{1,9}|[A-D])\\b", LEX_DOUBT, DOUBT_HELD},
	{"(?:proposition|amendement|suggestion|demande)s? (?:est|sont|était|étaient) retiré" AGREES, LEX_HISTORY, HISTORY_TOLD},
	{"(?:rejeté|non (?:accepté|convenu|approuvé|agréé)|réservé|retiré)" AGREES "(?= ?(?:[:)]|$))|(?:en suspens|en attente|à l['’]examen|réserves?|objections?|exemples?|alternatives?|variantes?)(?= ?(?:[:)]|$))", LEX_DOUBT, 0},
	{"(?:au lieu|plutôt que|avant|loin|faute|à défaut) (?:de(?= " ACTS ")|d['’](?=" ACTS ")\\B)|plutôt que(?= " ACTS ")", LEX_NEGATION, 1},
	{"après avoir", LEX_HISTORY, HISTORY_TOLD},

	/* provisions whose number only follows from the others */
	{"(?:les |des )?(?:paragraphes|alinéas|articles|sections|points|notes) (?:suivant|subséquent|restant|ultérieur)e?s(?= (?:en conséquence|sont|seront|devraient)\\b|[.,;]|$)", LEX_REST, 0},

	/* what takes no amendment back, asks for none, or says where the speaker is */
	{"(?:(?:a|ont|avons|ai)(?: (?:également|aussi|déjà|depuis|donc))? (?:retiré|levé)|retir(?:e|ent|ons|er)|lèv(?:e|ent)|levons|lever)(?= (?:(?:sa|ses|son|notre|nos|leurs?|ma|mes|la|les|toutes ses|toutes nos) |l['’])(?:[a-zé]{1,40}+ ){0,2}(?:réserves?|objections?)\\b)", LEX_FILLER, FILLER_LIFTED},
	{"(?:(?:nous|je|j['’]) ?)?(?:voudr(?:ais|ions|ait|aient)|aimer(?:ais|ions|ait|aient)|souhait(?:e|ons|ent|erais|erions)|tien(?:s|t)|tenons|désir(?:e|ons))(?: également| aussi)?(?: à)? ajouter(?=,? qu)|(?:permettez-moi|permettez-nous) d['’] ?ajouter(?=,? qu)|(?:j['’]ajoute|nous ajoutons)(?=,? qu)", LEX_FILLER, 0},
	{"(?:doi(?:t|vent)|devrai(?:t|ent))(?: donc| également| aussi){0,4} (?:rester|demeurer)(?= ?(?:[.;,)]|$)| (?:tels?|telles?|inchangé|en l['’]état|comme|entre crochets|dans|sans)(?![a-z]))", LEX_ACTION, VERB(VERB_KEEP, FORM_PASSIVE)},
	{"(?:doi(?:t|vent)|devrai(?:t|ent)|peu(?:t|vent)|est à|sont à) (?:toujours |également )?(?:être lue?s?|se lire)(?= (?:avec|conjointement|en (?:parallèle|liaison|relation|lien|combinaison)|à la lumière|au regard|dans|ensemble)\\b)", LEX_FILLER, 0},

	/* reports and thoughts, before the verbs they contain */
	{"(?:a|ont|avons|avait|avaient)(?: (?:déjà|depuis))? retiré(?= (?:sa|ses|notre|nos|leurs?|son|la proposition|les propositions|l['’]amendement)\\b)", LEX_VAGUE, VAGUE_WITHDRAWN},
	{"(?:avait|avaient|avions|avais)(?: (?:également|déjà|d['’]abord|initialement|auparavant))? (?:proposé|suggéré|demandé|recommandé|souhaité)(?: de| d['’]\\B| que| qu['’]\\B)?", LEX_HISTORY, HISTORY_ONCE},
	{"initialement|à l['’]origine|dans un premier temps|auparavant", LEX_HISTORY, HISTORY_WHEN},
	{"il a été (?:proposé|suggéré|demandé)(?: de| d['’]\\B| que| qu['’]\\B)?", LEX_HISTORY, HISTORY_ONCE},
	{"(?:" WAS "|(?:a|ont|avons|avai(?:t|ent))(?: déjà)? )" P_ANY "", LEX_HISTORY, HISTORY_TOLD},
	{"(?:not(?:e|ent|ons|ant) (?:que|qu['’])|d['’]après|selon|remerci(?:e|ent|ons)(?: [\\w.]{1,40}+){0,6} (?:pour|de))", LEX_HISTORY, HISTORY_TOLD},
	{"propositions? (?:de la|du|des|de l['’]\\B)", LEX_HISTORY, HISTORY_TOLD},
	{"(?:certain(?:e?s)|plusieurs|d['’]autres|quelques)(?: délégations?| membres| états)? (?:(?:ont|avaient) (?:proposé|suggéré|demandé)|propos(?:ent|aient)|suggèrent|demandent)(?: de| d['’]\\B| que| qu['’]\\B)?", LEX_HISTORY, HISTORY_ONCE},
	{"(?:(?:à|lors de|pendant|durant|dans) (?:la|le|l['’]) ?|lors du |au )(?:session|réunion|séance|lecture|tour|cycle|série|semaine|phase)(?: de \\w{1,20})? (?:précédente?|dernière?|passée?)|(?:à|lors de|pendant|durant|dans) (?:la|le) (?:précédente?|dernière?|première?|deuxième|troisième) (?:session|réunion|séance|lecture|tour|cycle|série|phase)|l['’]an dernier|précédemment|hier|dans (?:la |le )?(?:rev\\. ?\\d{1,9}|version précédente|projet précédent)", LEX_HISTORY, HISTORY_WHEN},
	{COULD P_ANY, LEX_HEDGE, 0},

	/* a reservation is no amendment, whatever is done to it */
	{"ce (?:à quoi s['’]oppose(?:nt)?|que (?:n['’]accepte(?:nt)?|ne soutien(?:t|nent)) pas|qui n['’]est pas acceptable pour)(?=[^,;.:]{1,80}[.;]?$)", LEX_STANCE, REDLINE_OPPOSES},
	{"ce que (?:appuie(?:nt)?|soutien(?:t|nent))(?=[^,;.:]{1,80}[.;]?$)", LEX_STANCE, REDLINE_SUPPORTS},
	{"(?:maintien(?:t|nent)|maintenons|conserve(?:nt)?|émet(?:tent)?|émettons|formule(?:nt)?|exprime(?:nt)?) (?:sa|ses|une|des|leurs?|notre|nos) réserves?(?: (?:sur|à|quant à))?", LEX_STANCE, REDLINE_RESERVES},

	/* verbs */
	{"(?:de sorte|de manière|de façon) (?:que|à ce que) (?:le |la |l['’])?(?:paragraphe|phrase|alinéa|article|texte|titre) se lise(?: comme suit| ainsi)?|(?:de sorte|de manière|de façon) qu['’](?:il|elle|ils|elles) se lis(?:e|ent)(?: comme suit| ainsi)?|(?:qui|et|le (?:paragraphe|texte|libellé)|la phrase|l['’]alinéa) se li(?:ra|rait|ront|raient) (?:alors|donc|désormais|dès lors|ainsi|par conséquent)(?: comme suit)?", LEX_CHECK, 0},
	{"(?:est|sont|sera|seront)? ?ainsi (?:rédigé|libellé|conçu|formulé)" AGREES "|(?:est|sont) (?:rédigé|libellé)" AGREES " comme suit|(?:devrai(?:t|ent)|doi(?:t|vent)) (?:se lire|être (?:ainsi )?(?:rédigé|libellé)" AGREES ")(?: comme suit| ainsi)?|(?:qui )?se (?:lit|lisent|lira|liront)(?: comme suit| ainsi)?|se lise(?:nt)?(?: comme suit| ainsi)?(?= ?: ?[«“\"])|(?:qui )?se lirai(?:t|ent) (?:comme suit|ainsi)|dont (?:le texte|le libellé|la teneur) (?:est|serait) (?:le|la) suivante?|(?:rédigé|libellé)" AGREES " comme suit|(?:lire|lisez)(?= comme suit)", LEX_ACTION, VERB(VERB_READ, FORM_ACTIVE)},
	{"(?:rédiger|libeller) (?:ainsi|comme suit)|(?:modifier|amender|reformuler|remplacer) (?:comme suit|ainsi)(?= (?:le|la|les|l['’]) ?[^«“:;.]{1,80}: ?[«“\"])", LEX_ACTION, VERB(VERB_REWRITE, FORM_ACTIVE)},
	{"lire|lisez|utiliser|employer|écrire", LEX_ACTION, VERB(VERB_USE, FORM_ACTIVE)},
	{"(?:est|sont) (?:ainsi )?modifié" AGREES "|" BE P_AMEND, LEX_ACTION, VERB(VERB_AMEND, FORM_PASSIVE)},
	{"(?:il )?(?:est|sont|soit|soient|sera|seront) (?:remplacé" AGREES ")" BEHIND, LEX_ACTION, VERB(VERB_REPLACE, FORM_FREE)},
	{"(?:il )?(?:est|sont|soit|soient|sera|seront) (?:supprimé|abrogé)" AGREES BEHIND, LEX_ACTION, VERB(VERB_DELETE, FORM_FREE)},
	{BE P_REPLACE "|" BE P_DELETE " et (?:est |sont |soit |soient )?" P_REPLACE "(?= par\\b)", LEX_ACTION, VERB(VERB_REPLACE, FORM_PASSIVE)},
	{BE P_RESTORE, LEX_ACTION, VERB(VERB_RESTORE, FORM_PASSIVE)},
	/* "voudrait voir supprimé le paragraphe 7" */
	{"voir " P_REPLACE, LEX_ACTION, VERB(VERB_REPLACE, FORM_FREE)},
	{"voir " P_DELETE, LEX_ACTION, VERB(VERB_DELETE, FORM_FREE)},
	{"voir " P_INSERT, LEX_ACTION, VERB(VERB_INSERT, FORM_FREE)},
	{"voir " P_RESTORE, LEX_ACTION, VERB(VERB_RESTORE, FORM_FREE)},
	{BE P_SUBSTITUTE, LEX_ACTION, VERB(VERB_SUBSTITUTE, FORM_PASSIVE) | VERB_TO_OLD},
	{BE P_DELETE, LEX_ACTION, VERB(VERB_DELETE, FORM_PASSIVE)},
	{"(?:il )?" BE "ajouté" AGREES, LEX_ACTION, VERB(VERB_INSERT, FORM_FREE) | VERB_APPENDS},
	{"(?:il )?" BE P_INSERT, LEX_ACTION, VERB(VERB_INSERT, FORM_FREE)},
	{BE P_COMPLETE, LEX_ACTION, VERB(VERB_COMPLETE, FORM_PASSIVE)},
	{BE "changé" AGREES "(?= en)", LEX_ACTION, VERB(VERB_CHANGE, FORM_PASSIVE)},
	{"(?:" BE "(?:porté|relevé|ramené|réduit|abaissé)" AGREES "|passe(?:nt|ra|ront)?)(?= à ?:? ?[«\u201c\"])", LEX_ACTION, VERB(VERB_CHANGE, FORM_PASSIVE)},
	{BE "levé" AGREES, LEX_ACTION, VERB(VERB_UNBRACKET, FORM_PASSIVE)},
	{BE P_MOVE, LEX_ACTION, VERB(VERB_MOVE, FORM_PASSIVE)},
	{BE P_RENUMBER, LEX_ACTION, VERB(VERB_RENUMBER, FORM_PASSIVE)},
	{BE "(?:scindé|divisé)" AGREES, LEX_ACTION, VERB(VERB_SPLIT, FORM_PASSIVE)},
	{BE "(?:fusionné|regroupé)" AGREES, LEX_ACTION, VERB(VERB_MERGE, FORM_PASSIVE)},
	{"(?:devien(?:t|nent|dra|dront)|devenir|devenant)(?=,? (?:respectivement,? )?(?:le |la |les |l['’])?(?:nouve(?:au|l|lle|aux|lles) )?(?:" PROVISION "|\\d))", LEX_ACTION, VERB(VERB_RENUMBER, FORM_PASSIVE)},
	{"devien(?:t|nent|ne|nent|dra|dront)", LEX_ACTION, VERB(VERB_READ, FORM_THIRD)},
	{BE "(?:placé|mis)" AGREES "(?= entre crochets)", LEX_ACTION, VERB(VERB_PUT, FORM_PASSIVE)},
	{BE "(?:placé|mis|inséré)" AGREES "(?= (?:immédiatement |juste )?(?:après|avant|à la suite|à la fin|au début)\\b[^«“\":;]{0,120}(?:[.;]|$))", LEX_ACTION, VERB(VERB_MOVE, FORM_PASSIVE)},
	{"(?:intervertir|permuter|inverser|échanger)(?: l['’]ordre (?:de|du|des|d['’])\\B)?|interverti(?:ssez|ssons)|permutez|inversez", LEX_ACTION, VERB(VERB_SWAP, FORM_ACTIVE)},
	{BE "(?:interverti|permuté|inversé|échangé)" AGREES, LEX_ACTION, VERB(VERB_SWAP, FORM_PASSIVE)},
	{BE "(?:conservé|maintenu|gardé)" AGREES, LEX_ACTION, VERB(VERB_KEEP, FORM_PASSIVE)},
	{"(?:placer|mettre)(?= (?:les? |la |l['’])?(?:dernier |dernière )?(?:" PROVISION "|phrases?)\\b[^.;«“\"]{0,80} (?:après|avant|à la suite|à la fin|au début))", LEX_ACTION, VERB(VERB_MOVE, FORM_ACTIVE)},
	{"(?:placer|mettre|apposer)(?= (?:des |les )?crochets)", LEX_ACTION, VERB(VERB_INSERT, FORM_ACTIVE)},
	{"(?:lever|levez|levant)(?= (?:les |tous les )?crochets)", LEX_ACTION, VERB(VERB_DELETE, FORM_ACTIVE)},
	{"faire (?:du|de la|de l['’]\\B)(?= ?" PROVISION " [^ ,;:.«]{1,12}(?: (?:bis|ter|quater))? (?:le |la |l['’]|un |une )(?:nouve(?:au|l|lle) )?(?:" PROVISION " )?\\d)", LEX_ACTION, VERB(VERB_MOVE, FORM_ACTIVE) | VERB_MAKES},
	{"faire(?= (?:du|de la|des|de l['’]) ?(?:[a-zéè]{1,20} )?(?:" PROVISION "|phrases?) )|reprendre(?= [^.;:«“\"]{1,80} comme )", LEX_VAGUE, 0},
	{"faire précéder", LEX_ACTION, VERB(VERB_PRECEDE, FORM_ACTIVE)},
	{"faire suivre", LEX_ACTION, VERB(VERB_FOLLOW, FORM_ACTIVE)},
	{"changer|changez|transformer", LEX_ACTION, VERB(VERB_CHANGE, FORM_ACTIVE)},
	{"à (?:supprimer|biffer)", LEX_ACTION, VERB(VERB_DELETE, FORM_FREE)},
	{"supprimé" AGREES "(?=[.;,]|$)", LEX_ACTION, VERB(VERB_DELETE, FORM_PASSIVE)},
	{"à remplacer(?= par)", LEX_ACTION, VERB(VERB_REPLACE, FORM_FREE)},
	{"mettre(?= [^.;]{0,200}(?:à la place|au lieu) (?:d|«))", LEX_ACTION, VERB(VERB_USE, FORM_ACTIVE)},
	{"rétablir|réintroduire|réinsérer", LEX_ACTION, VERB(VERB_RESTORE, FORM_ACTIVE)},
	{"remplacer|remplacez|remplaçant", LEX_ACTION, VERB(VERB_REPLACE, FORM_ACTIVE)},
	{"substituer|substituez|substituant", LEX_ACTION, VERB(VERB_SUBSTITUTE, FORM_ACTIVE) | VERB_TO_OLD},
	{"supprimer|supprimez|supprimant|biffer|rayer|effacer|enlever|ôter|omettre|retirer(?! (?:sa|notre|la) proposition)|éliminer|abroger", LEX_ACTION, VERB(VERB_DELETE, FORM_ACTIVE)},
	{"ajouter|ajoutez|ajoutant", LEX_ACTION, VERB(VERB_INSERT, FORM_ACTIVE) | VERB_APPENDS},
	{"insérer|insérez|insérant|introduire|inclure|intercaler", LEX_ACTION, VERB(VERB_INSERT, FORM_ACTIVE)},
	{"compléter|complétez|complétant", LEX_ACTION, VERB(VERB_COMPLETE, FORM_ACTIVE)},
	{"modifier|modifiez|modifiant|amender|reformuler|remanier", LEX_ACTION, VERB(VERB_AMEND, FORM_ACTIVE)},
	{"(?:placer|mettre)(?= [^.;]{0,400}entre crochets)", LEX_ACTION, VERB(VERB_PUT, FORM_ACTIVE)},
	{"conserver|maintenir|garder|conserve|maintient", LEX_ACTION, VERB(VERB_KEEP, FORM_ACTIVE)},
	{"renonce(?:r|nt|ons)? à(?= (?:sa|son|ses|leurs?|notre|nos) )", LEX_ACTION, VERB(VERB_WITHDRAW, FORM_ACTIVE)},
	{"retirer|retire|retirons", LEX_ACTION, VERB(VERB_WITHDRAW, FORM_ACTIVE)},
	{"renuméroter|renumérotez|renumérotation (?:de|du|des)", LEX_ACTION, VERB(VERB_RENUMBER, FORM_ACTIVE)},
	{"déplacer|déplacez|transférer|transposer|reporter", LEX_ACTION, VERB(VERB_MOVE, FORM_ACTIVE)},
	{"scinder|diviser|subdiviser", LEX_ACTION, VERB(VERB_SPLIT, FORM_ACTIVE)},
	{"fusionner|regrouper", LEX_ACTION, VERB(VERB_MERGE, FORM_ACTIVE)},
	{"en une? seule? " PROVISION "|en une seule phrase", LEX_FILLER, FILLER_PLAIN},
	{"(?:l['’])?on supprime", LEX_ACTION, VERB(VERB_DELETE, FORM_ACTIVE)},
	{"(?:l['’])?on remplace", LEX_ACTION, VERB(VERB_REPLACE, FORM_ACTIVE)},
	{"(?:l['’])?on (?:insère|ajoute)", LEX_ACTION, VERB(VERB_INSERT, FORM_ACTIVE)},
	{"supprime(?:nt)?", LEX_ACTION, VERB(VERB_DELETE, FORM_THIRD)},
	{"remplace(?:nt)?", LEX_ACTION, VERB(VERB_REPLACE, FORM_THIRD)},
	{"insère(?:nt)?|ajoute(?:nt)?", LEX_ACTION, VERB(VERB_INSERT, FORM_THIRD)},
	{"suppression(?: pure et simple)?(?: (?:de|du|des)| d['’]\\B|" PLACED ")|retrait (?:de|du|des)(?= (?:l['’]|la |les )?(?:mots?|termes?|expression|phrase|" PROVISION ")\\b)", LEX_ACTION, VERB(VERB_DELETE, FORM_NOUN)},
	{"(?:insertion|ajout|adjonction)(?: (?:de|du|des)| d['’]\\B|" PLACED ")", LEX_ACTION, VERB(VERB_INSERT, FORM_NOUN)},
	{"remplacement(?: (?:de|du|des)| d['’]\\B|" PLACED ")", LEX_ACTION, VERB(VERB_REPLACE, FORM_NOUN)},
	{"(?:rétablissement|réintroduction|réinsertion) (?:de|du|des)", LEX_ACTION, VERB(VERB_RESTORE, FORM_NOUN)},
	{"clarifier|préciser|renforcer|simplifier|améliorer|harmoniser|raccourcir", LEX_VAGUE, 0},

	{"maintien (?:de|du|des)", LEX_ACTION, VERB(VERB_KEEP, FORM_NOUN)},
	{"(?:nous |je )?préfér(?:ons|erions|erai(?:t|ent|s))(?= (?:les? (?:mots?|termes?) )?[«“\"][^»”\"]{1,200}[»”\"] (?:à|aux?) (?:mots? |termes? )?[«“\"])|préfère(?:nt)?(?= (?:les? (?:mots?|termes?) )?[«“\"][^»”\"]{1,200}[»”\"] (?:à|aux?) (?:mots? |termes? )?[«“\"])", LEX_ACTION, VERB(VERB_SUBSTITUTE, FORM_ACTIVE) | VERB_TO_OLD},

	/* what is only not needed, or not insisted on, is not opposed */
	{"n['’](?:a|ont|avons) (?:pas|nul|nullement) besoin (?:de |d['’]\\B)|(?:il )?n['’](?:est|y a) pas (?:nécessaire|indispensable|besoin) (?:de|d['’]\\B|que|qu['’]\\B)|n['’]insist(?:e|ent|ons)(?: pas)?(?: (?:pour|sur))?(?: que| qu['’]\\B)?", LEX_NEGATION, NEGATION_LETS},

	/* positions */
	{"(?:ne |n['’])?(?:s['’]oppos(?:e|ent)|nous opposons) pas(?: à)?|(?:n['’](?:est|es)|ne (?:sont|sommes|suis)) pas (?:opposé" AGREES "(?: (?:à|au|aux))?|contre)|ne (?:voi(?:t|ent|yons)|voyons) (?:pas d['’]|aucune? )(?:objection|inconvénient)s?(?: à)?", LEX_STANCE, REDLINE_SUPPORTS},
	{"n['’](?:a|ont|avons|ai) (?:pas d['’]|aucune )(?:objection|opposition)s?(?: à)?|n['’](?:élèv(?:e|ent)|élevons|émet(?:tent)?) (?:pas d['’]|aucune )objections?(?: à)?", LEX_STANCE, REDLINE_SUPPORTS},
	{"(?:nous )?(?:s['’]|nous )y oppos(?:e|ent|ons)|(?:y est|y sont|est|sont|sommes) (?:résolument |fermement )?(?:opposé" AGREES "(?: à)?|contre)", LEX_STANCE, REDLINE_OPPOSES},
	{"(?:ne |n['’])(?:peu(?:t|vent)|pouvons|saurai(?:t|ent)|appui(?:e|ent)|appuyons|soutien(?:t|nent)|soutenons|accept(?:e|ent|ons)|souscri(?:t|vent)|souscrivons|est|sont|sommes)(?: pas)?(?: (?:accepter|appuyer|soutenir|souscrire à|favorables?(?: à)?|d['’]accord(?: avec)?|en mesure (?:de|d['’]) ?(?:accepter|appuyer|soutenir|souscrire à)|convaincue?s?(?: par)?))?", LEX_STANCE, REDLINE_OPPOSES},
	{"s['’]oppos(?:e|ent)(?: à)?|nous opposons(?: à)?|rejett(?:e|ent)|rejetons|(?:est|sont) opposé" AGREES "(?: à)?", LEX_STANCE, REDLINE_OPPOSES},
	{"(?:réserve(?:nt)?|réservons) (?:sa|notre|leur) position(?: sur)?|(?:a|ont|avons|émet|émettent) des réserves(?: sur| quant à)?", LEX_STANCE, REDLINE_RESERVES},
	{"appui(?:e|ent)|appuyons|soutien(?:t|nent)|soutenons|souscri(?:t|vent)(?: à)?|souscrivons(?: à)?|approuv(?:e|ent|ons)|accept(?:e|ent|ons)|se félicit(?:e|ent) de|salu(?:e|ent|ons)|peu(?:t|vent) accepter|(?:est|sont) favorables? à", LEX_STANCE, REDLINE_SUPPORTS},

	/* proposing */
	{"(?:il )?est (?:également )?(?:proposé|suggéré|demandé)(?: de| d['’]\\B| que| qu['’]\\B)?", LEX_PROPOSE, 0},
	{"(?:a|ont|avons|avait|avaient) (?:également )?(?:proposé|suggéré|demandé|recommandé)(?: de| d['’]| que| qu['’])?", LEX_PROPOSE, 2},
	{"(?:propos(?:e|ent|ons|ant)|suggèr(?:e|ent)|suggérons|recommand(?:e|ent|ons)|demand(?:e|ent|ons)|souhait(?:e|ent|ons)|souhaiterai(?:t|ent|s)|souhaiterions|voudrai(?:t|ent|s)|voudrions|aimerai(?:t|ent|s)|aimerions|préfèr(?:e|ent)|préférons|préférerai(?:t|ent))(?: (?:également|aussi))?(?: (?:proposer|suggérer|voir(?! (?:" P_REPLACE "|" P_DELETE "|" P_INSERT "|" P_RESTORE ")\\b)))?(?: de| que| d['’]\\B| qu['’]\\B)?", LEX_PROPOSE, 0},
	{"propositions?|suggestions?", LEX_PROPOSE, 1},

	/* links */
	{"et non(?: pas)?(?= (?:les? |la |l['’])?(?:mots?|termes?|expression|[«\"“]))|à la place (?:de|du|des)|à la place d['’]\\B|en remplacement (?:de|du|des)|au lieu (?:de|du|des)|au lieu d['’]\\B|plutôt (?:que|qu['’])|en lieu et place (?:de|du|des)", LEX_LINK, LINK_INSTEAD_OF},
	{"par(?! (?:la|les) (?:délégations?|représentants?))|avec(?! (?:l['’] ?appui|le soutien) d)", LEX_LINK, LINK_WITH},
	{"en(?= (?:un|deux|trois)\\b)", LEX_LINK, LINK_INTO},
	{"(?:le (?:texte|libellé)|la formulation|celui|celle) (?:suivante?|qui suit)(?= ?:)|(?:le|la) suivante?(?= ?:)|les (?:mots|termes|dispositions|phrases|alinéas|paragraphes) suivante?s(?= ?:)", LEX_LINK, LINK_AS},
	{"comme suit|ce qui suit|ainsi(?= ?:)", LEX_LINK, LINK_AS},
	{"à (?:la|sa|leur) place|en remplacement|en conséquence(?= ?[.;]|$)", LEX_INSTEAD, 0},

	/* quantifiers */
	{"dans (?:toute la|l['’]ensemble de la) (?:présente )?(?:loi|ordonnance|directive|convention|résolution)|dans (?:tout le|l['’]ensemble du) (?:présent )?(?:code|règlement|décret|traité)", LEX_QUANTIFIER, REDLINE_EACH},
	{"(?:partout dans (?:tout )?le|dans tout le|dans l['’]ensemble du|dans la totalité du) (?:texte|document|projet)\\b(?! (?:du|des?|d['’])\\b)", LEX_QUANTIFIER, REDLINE_EACH | QUANTIFIER_WHOLE},
	{"dans (?:tout le|l['’]ensemble du|la totalité du)(?= (?:texte|document|projet)\\b)", LEX_QUANTIFIER, REDLINE_EACH},
	{"(?:à )?chaque fois (?:que|qu['’]) ?(?:il|elle|ils|elles|ce mot|le mot|ces mots|ce terme|l['’]expression|cette expression)? ?(?:apparaît|apparaissent|figure|figurent|est employé" AGREES "|se présente)?|partout où (?:il|elle|ils|elles|ce mot|le mot) (?:apparaît|apparaissent|figure|figurent)|à chaque occurrence(?: de)?|partout dans(?= le (?:texte|document|projet)\\b)|partout|(?:dans )?toutes les occurrences(?: de| du| des)?", LEX_QUANTIFIER, REDLINE_EACH},
	{"(?:les |aux |dans les )?deux occurrences(?: de| du| des)?|dans les deux cas|les deux fois(?: (?:où|qu['’])(?: ?(?:il|elle|ils|elles)) (?:apparaît|apparaissent|figure|figurent))?|à deux reprises", LEX_QUANTIFIER, REDLINE_BOTH},
	{"occurrences?(?: de| du| des)?|fois (?:où|qu['’]) ?(?:il|elle|ils|elles|ce mot|le mot) (?:apparaît|apparaissent|figure|figurent|est employé" AGREES ")", LEX_OCCURRENCE, 0},

	/* positions in a text */
	{"avant-dernier|avant-dernière", LEX_ORDINAL, 98},
	{"entre(?= crochets)", LEX_IN, 0},
	{"entre", LEX_POSITION, REDLINE_BETWEEN},
	{"(?:immédiatement |juste )?après|à la suite (?:de|du|des)", LEX_POSITION, REDLINE_AFTER},
	{"(?:immédiatement |juste )?(?:avant|devant(?= (?:les? (?:mots?|termes?)|l['’]expression|[«“\"])))", LEX_POSITION, REDLINE_BEFORE},
	{"(?:tout )?(?:au (?:tout )?début|en tête|au commencement)", LEX_POSITION, REDLINE_AT_START},
	{"(?:tout )?à la (?:toute )?fin|in fine|en fin(?= de)", LEX_POSITION, REDLINE_AT_END},

	{"(?:commençant|débutant) par|qui (?:commence|débute) par", LEX_BEGINNING, 0},

	/* reasons */
	{"à savoir", LEX_FILLER, FILLER_NAMELY},
	{"qui entour(?:e|ent)|entourant|qui encadrent|encadrant", LEX_OF, 0},
	{"déjà (?:contenu|couvert|mentionné|repris|énoncé|traité|prévu|visé|inclus)" AGREES "|faisant (?:double emploi|doublon)|redondante?s?|(?:par souci|pour raison) (?:de|d['’]) ?|vu (?:que|qu['’]\\B)", LEX_REASON, REASON_SAYS},
	{"procéder à la même|apporter la même modification|de même(?=,? (?:à|au|aux|dans)\\b)", LEX_REPEAT, 0},
	{"car|parce que|puisque|justification ?:|motif ?:|étant donné que", LEX_REASON, REASON_OPENS},
	{"(?:parce|puis)qu['’]\\B|étant donné|afin (?:de|que)|afin (?:d|qu)['’]\\B|pour (?:que|des raisons|plus de|assurer|éviter|tenir|mieux|garantir|refléter)|dans un souci|compte tenu|en raison|du fait|ce qui|qui|dont|tandis que|conformément", LEX_REASON, REASON_SAYS},

	/* who */
	{"(?:s['’]exprimant )?à titre (?:national|personnel|individuel)|en (?:sa|leur|notre|ma) qualité nationale", LEX_FILLER, 0},
	{"au nom (?:de|du|des)|s['’]exprimant au nom (?:de|du|des)", LEX_SPEAKER, SPEAKER_BEHALF},
	{"(?:appuyé|soutenu)" AGREES " par|avec (?:l['’]appui|le soutien) (?:de|du|des|d['’]\\B)", LEX_SPEAKER, SPEAKER_SUPPORTS},
	{"conjointement avec|de concert avec", LEX_SPEAKER, SPEAKER_JOINS},
	{"nous|je|j['’]\\B|(?:ma|notre) délégation|notre groupe|mon pays", LEX_WE, 0},
	{"(?:la|les) délégations?(?= (?:de|du|des|d['’]))", LEX_FILLER, FILLER_PLAIN},

	{"et non(?: pas)?", LEX_NEGATION, 0},
	{"sans|moins(?= [\"«“])", LEX_NEGATION, NEGATION_WITHOUT},
	{"ne|n['’]\\B|pas|non(?= )|aucune?|ni|jamais|nullement|contre|éviter de|se garder de|inutile de|prématuré de", LEX_NEGATION, 0},
	{"si|à moins que|à condition que|au cas où|sous réserve", LEX_DOUBT, 0},

	/* punctuation by name */
	{"point[- ]virgule", LEX_MARK, ';'},
	{"deux[- ]points", LEX_MARK, ':'},
	{"virgule", LEX_MARK, ','},
	{"(?:un |le )?point final|un point(?![- ](?:virgule|\\d|d))|le point(?= (?:par (?:un|une) (?:point|virgule|deux)|à la fin))", LEX_MARK, '.'},

	/* parts of a text */
	{"y compris (?:les|ses|leurs) crochets", LEX_BRACKETS, BRACKETS_TOO},
	{"(?:d|l)es crochets(?! (?:aux?|du|de la|dans|à) )|crochets?", LEX_BRACKETS, 0},
	{"chapeau|partie introductive|phrase introductive", LEX_UNIT, REDLINE_CHAPEAU},
	{"(?:(?:sous-)?alinéas?|points?|lettres?|sous-points?)(?= (?:\\(?[a-z]{1,3}(?: (?:bis|ter))?\\)|[a-h]\\b))|points?(?= suivant)|sous-(?:paragraphes?|alinéas?)", LEX_UNIT, REDLINE_SUBPARAGRAPH},
	{"(?:alinéas?|paragraphes?) du préambule|considérants?", LEX_UNIT, REDLINE_PREAMBULAR | UNIT_EXACT},
	{"préambule", LEX_UNIT, REDLINE_PREAMBULAR | UNIT_EXACT | UNIT_ALL},
	{"(?:amendement |proposition )?n[°ᵒº](?= ?\\d)", LEX_FILLER, FILLER_PLAIN},
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
	{"définition (?:de|du)(?: (?:l['’]expression|mot|terme))?(?= ?[\"“«])", LEX_UNIT, REDLINE_PARAGRAPH_UNIT | UNIT_DEFINES},
	{"phrases?", LEX_UNIT, REDLINE_SENTENCE},
	{"lignes?", LEX_UNIT, REDLINE_LINE},
	{"(?:toute la|l['’]ensemble de la|(?:dans )?la présente) (?:présente )?(?:loi|ordonnance|directive|résolution|convention)|(?:tout le|l['’]ensemble du|le présent) (?:présent )?(?:règlement|code|décret|traité|dispositif)|projet de (?:résolution|rapport|décision|déclaration|traité)|(?:projet|document|rapport|résolution|déclaration|traité|accord|convention|décision)s?|(?:l['’])?ensemble du (?:texte|document|projet)|tout le (?:texte|document|projet)", LEX_UNIT, REDLINE_DOCUMENT},
	{"(?:texte|libellé)(?: actuel| existant)?(?= (?:de|du|des) )", LEX_TEXT, TEXT_ALL},
	{"(?:intitulé|dénommé)e?s?(?= ?[«“\"])", LEX_TEXT, TEXT_TITLE},
	{"mot|terme", LEX_TEXT, TEXT_WORD},
	{"mots?|termes?|expressions?|membres? de phrase|passages?|textes?|chiffres?|(?:années?|montants?|taux|sommes?|références?)(?= ?:? ?[«“\"])|nombres?|formules?|mentions?|références? à|dates?|libellé|formulation", LEX_TEXT, 0},

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

	{"onzièmes?|11e|11ème", LEX_ORDINAL, 111},
	{"douzièmes?|12e|12ème", LEX_ORDINAL, 112},
	{"treizièmes?|13e|13ème", LEX_ORDINAL, 113},
	{"quatorzièmes?|14e|14ème", LEX_ORDINAL, 114},
	{"quinzièmes?|15e|15ème", LEX_ORDINAL, 115},
	{"seizièmes?|16e|16ème", LEX_ORDINAL, 116},
	{"dix-septièmes?|17e|17ème", LEX_ORDINAL, 117},
	{"dix-huitièmes?|18e|18ème", LEX_ORDINAL, 118},
	{"dix-neuvièmes?|19e|19ème", LEX_ORDINAL, 119},
	{"vingtièmes?|20e|20ème", LEX_ORDINAL, 120},
	{"vingt et unièmes?|21e|21ème", LEX_ORDINAL, 121},
	{"vingt-deuxièmes?|22e|22ème", LEX_ORDINAL, 122},
	{"(?:vingt|trent|quarant|cinquant|soixant|cent)[\\w-]{0,40}ièmes?|(?:trente|quarante|cinquante|soixante) et unièmes?|\\d{1,9}(?:e|ème)", LEX_VAGUE, 0},
	{"tout(?:e|es)?(?: le| la| les)?|tous(?: les)?|entier|entière|intégralement|en entier", LEX_WHOLE, 0},
	{"(?:l['’])?actuel(?:le)?s?(?= " PROVISION " ?[\\d(])|(?:actuel(?:le)?s?|existant(?:e)?s?)(?= (?:devien|est|sont|soit|serai|sera)|[.;,]|$)", LEX_FILLER, 0},
	{"mêmes?|cet?|cette|ces|ledit|ladite|lesdits", LEX_SAME, 0},
	{"nouveau|nouvel|nouvelles?|nouveaux|suivant" AGREES "|supplémentaires?|additionnel(?:le)?s?|ci-après", LEX_NEW, 0},
	{"deux", LEX_COUNT, 2},
	{"trois", LEX_COUNT, 3},
	{"quatre", LEX_COUNT, 4},
	{"cinq", LEX_COUNT, 5},
	{"une?", LEX_ANOTHER, 0},
	{"devrai(?:t|ent)|doi(?:t|vent)|il (?:convient|faut|y a lieu|faudrait|conviendrait|y aurait lieu)(?: de| que| (?:d|qu)['’]\\B)?", LEX_FILLER, FILLER_DUE},
	{"ils?|elles?|celui-ci|celle-ci", LEX_PRONOUN, 0},

	/* small words */
	{"en (?:conséquence|outre|effet|particulier|général|ce sens|ce cas|premier lieu|second lieu|dernier lieu)|à cet égard|à cette fin|dans (?:ce|le même) (?:contexte|esprit|sens)|par (?:conséquent|ailleurs)|à notre avis|selon nous|de même", LEX_FILLER, FILLER_PLAIN},
	{"(?:à|au|aux|à la)(?= " WORDING ")", LEX_TO, 0},
	{"à l['’]\\B(?=expression|année)", LEX_TO, 0},
	{"en(?= (?:mots?\\b|[«\"“]))|en(?= (?:le |la |les |l['’])?(?:nouve(?:au|l|lle|aux|lles) )?" PROVISION " ?\\d)", LEX_TO, 0},
	{"(?:comme|en tant que)(?= (?:le |la |les |l['’])?(?:nouve(?:au|l|lle|aux|lles) )?" PROVISION " ?\\d)", LEX_REASON, REASON_BECOMES},
	{"jusqu['’](?:à|au|aux)(?: la)?", LEX_THROUGH, 0},
	{"allant de|de(?= [«“\"][^»”\"]{1,120}[»”\"] (?:à|jusqu['’]à) (?:les? mots? )?[«“\"])", LEX_FROM, 0},
	{"depuis|à partir (?:de|du|des)", LEX_FROM, 0},
	{"sous", LEX_IN, IN_UNDER},
	{"au|aux|à la|à l['’]\\B|dans|en ce qui concerne|concernant|s['’]agissant (?:de|du|des)|sur|en", LEX_IN, 0},
	{"à", LEX_TO, 0},
	{"(?:autour )?(?:de l['’]\\B|d['’]\\B|de la|du|des|de)", LEX_OF, 0},
	{"et|ainsi que|ainsi qu['’]\\B(?=(?:aux?|en|à) )", LEX_AND, 0},
	{"ou|soit(?= (?:de |d['’] ?)?[a-zéè]{2,20}(?:er|ir|re) )", LEX_OR, 0},
	{"veuillez|prière (?:de|d['’])|bien vouloir|s['’]il vous plaît|merci de(?= (?:bien|supprimer|remplacer|insérer|ajouter|modifier))", LEX_FILLER, FILLER_PLEASE},
	{"les?|la|l['’]\\B", LEX_FILLER, FILLER_ARTICLE},
	{"en conséquence|à cet égard|à cet effet|dans cet esprit|par conséquent|pour (?:sa|notre|ma) part|tout d['’]abord|premièrement|deuxièmement|que|qu['’]\\B|est|sont|soit|soient|être|également|aussi|puis|ensuite|enfin|en outre|par ailleurs|donc|alors|y|il|ci-dessous|ci-dessus|seulement|monsieur le président|madame la présidente", LEX_FILLER, FILLER_PLAIN},

	/* words that only matter for who speaks and where a clause begins */
	{"mais", LEX_WORD, WORD_BUT},
	{"délégations? (?:française|allemande|japonaise|chinoise|russe|américaine|britannique|suisse|belge|canadienne|italienne|espagnole|portugaise|mexicaine|brésilienne|indienne|algérienne|marocaine|tunisienne|égyptienne|sénégalaise|ivoirienne|camerounaise|turque|iranienne|néerlandaise|suédoise|norvégienne|danoise|finlandaise|polonaise|autrichienne|australienne|argentine|chilienne|péruvienne|cubaine)s?|délégations?|représentante?s?|groupe|gouvernement|mission|membres|états", LEX_WORD, WORD_SPEAKER},
	{"certaine?s?|plusieurs|beaucoup|d['’]autres|quelques", LEX_WORD, WORD_NOBODY},
};

static const struct lang_month months[] = {
	{"janvier", 1}, {"février", 2}, {"mars", 3},      {"avril", 4},    {"mai", 5},
	{"juin", 6},    {"juillet", 7}, {"août", 8},      {"septembre", 9}, {"octobre", 10},
	{"novembre", 11}, {"décembre", 12},
};

/* Before h and y some words lose their vowel and some don't. */
#define VOWELS "aàâäeéèêëiîïoôöœuùûü"
#define UNSURE VOWELS "hy"
#define KEPT   "onze onzième oui ouistiti ouate un"
static const struct lang_seam seams[] = {
	{"d'", "!" UNSURE, NULL, "de "},         {"l'", "!" UNSURE, NULL, "le (la) "},
	{"qu'", "!" UNSURE, NULL, "que "},       {"n'", "!" UNSURE, NULL, "ne "},
	{"s'", "!" UNSURE, NULL, "se "},         {"j'", "!" UNSURE, NULL, "je "},
	{"m'", "!" UNSURE, NULL, "me "},         {"c'", "!" UNSURE, NULL, "ce "},
	{"jusqu'", "!" UNSURE, NULL, "jusque "}, {"lorsqu'", "!" UNSURE, NULL, "lorsque "},
	{"puisqu'", "!" UNSURE, NULL, "puisque "},
	{"de", VOWELS, KEPT, "d'"},              {"le", VOWELS, KEPT, "l'"},
	{"la", VOWELS, KEPT, "l'"},              {"que", VOWELS, KEPT, "qu'"},
	{"ne", VOWELS, KEPT, "n'"},              {"se", VOWELS, KEPT, "s'"},
	{"jusque", VOWELS, KEPT, "jusqu'"},      {"lorsque", VOWELS, KEPT, "lorsqu'"},
	{"puisque", VOWELS, KEPT, "puisqu'"},    {"si", "=il", NULL, "s'il"},
	{"si", "=ils", NULL, "s'ils"},
	{NULL, NULL, NULL, NULL},
};

static const char *const abbreviations[] = {
	"al", "art", "arts", "cf", "chap", "doc", "etc", "l", "ll", "m", "mm", "mme", "no", "p", "par",
	"paras", "pp", "sect", "vol",
};

static const char *const telling[] = {
	"le", "les", "du", "et", "dans", "par", "une", "au", "aux", "est", "sont", "qui", "pour",
	"cette", "être", "paragraphe", "alinéa", "mot", "mots", "supprimer", "remplacer", "ajouter",
	"insérer", "propose", NULL};
/* What leads to the list of an amending act. */
static const char *const place_words[] = {"au", "aux", "à", "dans", "en", NULL};
static const char *const list_leads[] = {
	"ainsi modifié", "ainsi modifiée", "ainsi modifiés", "ainsi modifiées",
	"modifié comme suit", "modifiée comme suit", "modifiés comme suit",
	"modifiées comme suit", "modifié ainsi qu'il suit", "modifiée ainsi qu'il suit",
	"modifié ainsi qu’il suit", "modifiée ainsi qu’il suit", "modifications suivantes",
	"amendements suivants", NULL};
static const char *const gerunds[] = {"ant", NULL};
static const char *const adverbs[] = {"ment", NULL};
static const char *const plurals[] = {"s", ".", NULL};
static const char *const not_verbs[] = {"ant", "é", "ée", "és", "ées", "ment", "tion", "s", "e", "t",
                                        "n", "l", "u", "x", "i", "a", "d", "p", "c", "m", "o",
                                        "f", "g", NULL};
static const char *const no_orders[] = {"voir", "hier", "premier", "dernier", NULL};
static const char *const joints[] = {"et ", "la ", "le ", "les ", "l'", NULL};
static const char *const courtesies[] = {"Je remercie", "Merci", "Nous remercions",
                                         "En conclusion", "Enfin", NULL};
static const char *const headings[] = {
	"déclaration", "intervention", "observations", "proposition", "propositions",
	"amendement", "amendements", "délégation", "auteur", "présenté", "soumis",
	"au nom de", "ambassadeur", "mission permanente", NULL};
static const char *const no_titles[] = {"ne sommes pas", "ne pouvons", "opposons", "s'oppose", "s’oppose", "rejett", "rejeton", NULL};
static const char *const list_asks[] = {
	"propose de", "proposons de", "souhaite", "propose", "proposons", NULL};
static const char *const list_topics[] = {"sur", "paragraphe", "article", NULL};
static const char *const orders[] = {
	"supprimer", "remplacer", "substituer", "insérer", "ajouter", "déplacer", NULL};
static const char *const requests[] = {"remplacer", "suppr", "insérer", "ajouter", "propose",
                                       "suggère", "substituer", "appuie", NULL};
static const char *const asides[] = {"supprim", "remplac", "insér", "ajout", NULL};
static const char *const newly[] = {
	"nouveau", "nouvel", NULL};
static const char *const remarks[] = {
	"aucun", "pas de", "sans objet", "accord", "d'accord", "d’accord", "convenu",
	"voir ", "en attente", "idem", "ce ", "cette ", "cet ", "ces ", "il ", "très ",
	"bien ", "bon", "merci", "commentaire", "acceptable", NULL};

static const char *const proposals[] = {"proposition", "propositions", "amendement", "amendements", "suggestion", "suggestions", NULL};
static const char *const own[] = {"sa", "ses", "notre", "nos", "leur", "leurs", "ma", "mes", "son", NULL};
static const char *const owned_by[] = {"de", "du", "des", "de la", "de l'", "de l’", "d'", "d’", "par", "présentée par", "présenté par", "faite par", "soumise par", NULL};
static const char *const earlier[] = {"précédente", "propre", "première", NULL};

static const char *const against[] = {
	"objection", "réserve", "opposition", "s'y oppose", "s’y oppose", "y est opposé", "en suspens", "pas de consensus", "obsolète", "périmé",
	"à discuter", "à valider", "à confirmer", "à vérifier", "à revoir", "facultati",
	"pour plus tard", "à débattre", NULL};
static const char *const promises[] = {
	"texte", "libellé", "formulation", "voir ", "à fournir", "à venir", "à convenir",
	"à déterminer", "fournira", "présentera", "tel que proposé", "comme dans", NULL};
static const char *const no_wordings[] = {
	"rien", "néant", "vide", "idem", "inchangé", "inchangée", "inchangés",
	"inchangées", "ok", "supprimé", "supprimée", "reste", "aucun", "aucune",
	"crochets", "tbd", NULL};

static const char *const plain[] = {
	"merci", "remerci", "cordialement", "rédaction", "éditorial", "coquille", "gramm",
	"orthograph", "syntax", "cohéren", "clair", "clar", "technique", "langage", "langue",
	"linguisti", "source", "voir", "cf", "d'après", "tiré", "issu", "selon", "texte", "harmoni",
	"aligne", "style", "redondan", "doublon", "répétit", "répète", "factuel", "exact", "actualis",
	"mise à jour", "précis", "simpl", "traduc", "correc", "erreur", "mot", "libellé", "formul",
	"justif", "motif", "raison", "explic", "important", "essentiel", "crucial", "nécess",
	"besoin", "mieux", "meilleur", "concis", "bref", "lis", "lecture", "conséquen", "conform",
	"équilibr", "logique", "neutre", "inclusi", "context", "note", "comment", "reste", "standard",
	"usuel", "majuscule", "minuscule", "ponctuation", "virgule", "pluriel", "singulier", "ajout",
	"chang", "modifi", "sens", "fond", "évident", "pertinen", "superflu", "utile", "même",
	"terme", "cit", "déjà", "deux", "chaque", "nouveau", "nouvelle", "idem", "aussi",
	"également", "accord", "c'est-à-dire",
	"autre", "tout", "général", "fin", "renforc", "fort", "large", "doit", "doivent", "souple",
	"vérifier au prononcé", "bon", "bien", NULL};
static const char *const approvals[] = {
	"accept", "adopt", "approuv", "appuy", "soutenu", "soutien", "soutient", "retenu",
	"consensus", "unanim", "oui", "convenu", "validé", "confirmé",
	"proposé par", "proposée par", "proposition de", "présenté par", "soumis par", NULL};

static const char *const retractions[] = {
	"retiré", "retirée", "retirées", "retirés", "retire ", "abandonné", "annulé", "rejeté",
	"pas été retenu", "pas été accepté", "pas été adopté", "à confirmer", "non retenu",
	"caduc", "n'insiste", "n’insiste",
	"réflexion faite", "tout bien réfléchi",
	"n'est pas adopté", "n’est pas adopté", "n'a pas été", "n’a pas été", "n'est pas retenu",
	"n’est pas retenu", "n'est pas accept", "n’est pas accept", "mis aux voix et rejeté",
	"irrecevable", "pas soutenu", "non soutenu", "texte inchangé", "garder le texte",
	"conserver le texte", "maintenir le texte", "ne le pouvons", "renonce à son",
	"renonce à sa",
	"renonce à",
	"pas retenu", "pas adopt", "pas accept", "pas approuv", "pas soutenu",
	"n'insist", "n’insist", "le retirons", "la retirons", "les retirons", "retirons cette", "retirons notre", "dépassé", NULL};

static const char *const echoes[] = {
	"idem", "même", "mêmes", "de même", "pareil", "pareillement", "similaire",
	"s'applique", "s’applique", "également valable", "mutatis mutandis", "ditto", NULL};
static const char *const also[] = {
	"aussi", "également", "aligner", "conséquence", NULL};

static const char *const questions[] = {
	"pourquoi", "et si ", "comment ", "qui ", "quid ", "n'y a", "est-ce", NULL};
static const char *const supposing[] = {
	"pourrait", "pourraient", "pourrions", "pourriez", "une option", "une possibilité",
	"autre option", "autre possibilité", "serait possible", "est possible", "possibilité",
	"éventuel", "peut-être", "on peut", "nous pouvons envisager", "envisageable",
	"concevable", "il serait utile", "il serait bon", NULL};
static const char *const inverted[] = {
	"-on", "-il", "-elle", "-ils", "-elles", "-nous", "-vous", "-je", NULL};

const struct lang lang_fr = {
	.code = "fr",
	.name = "French",
	.script = SCRIPT_LATIN,
	.telling = telling,
	.promises = promises,
	.no_wordings = no_wordings,
	.against = against,
	.retractions = retractions,
	.questions = questions,
	.supposing = supposing,
	.inverted = inverted,
	.echoes = echoes,
	.also = also,
	.rows = rows,
	.row_count = COUNT(rows),
	.months = months,
	.month_count = COUNT(months),
	.seams = seams,
	.abbreviations = abbreviations,
	.abbreviation_count = COUNT(abbreviations),
	.adjectives_behind = true,
	.sign_of_paragraphs = true,
	.roman_parts = true,
	.list_leads = list_leads,
	.place_words = place_words,
	.gerunds = gerunds,
	.adverbs = adverbs,
	.plurals = plurals,
	.not_verbs = not_verbs,
	.no_orders = no_orders,
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
