/*
 * es.c -- Spanish, as delegations, secretariats and legislators word their
 * amendments.  See lang.h for what a row is.
 */
#include "lang.h"

#include <redline/statement.h>

#define COUNT(a) (sizeof(a) / sizeof(a)[0])

#define ADV "(?: (?:también|además|asimismo|igualmente|por tanto|por consiguiente|en consecuencia|ahora)){0,4}"
#define AGREES "[oa]s?"

/* "reemplazado"; "reemplazar", "reemplácese", "se reemplaza", "se reemplazará" */
#define P_REPLACE "(?:reemplazad|sustituid|substituid|cambiad)" AGREES
#define P_DELETE "(?:suprimid|eliminad|borrad|tachad|derogad|retirad)" AGREES
#define P_INSERT "(?:insertad|añadid|agregad|incluid|incorporad|intercalad|introducid|adicionad)" AGREES
#define P_AMEND "(?:modificad|enmendad|reformulad|redactad)" AGREES
#define P_RESTORE "(?:restablecid|restaurad|reincorporad|reinsertad|reintroducid)" AGREES
#define P_ANY "(?:" P_REPLACE "|" P_DELETE "|" P_INSERT "|" P_AMEND ")"

/* What makes a passive an instruction, a report, or a thought */
#define BE "(?:es|son|sea|sean|ser|será|serán|queda|quedan|quede|queden|quedará|quedarán|debe(?:n|rá|rán|ría|rían)?(?: de)? ser)" ADV " "
#define WAS "(?:fue|fueron|ha sido|han sido|había sido|habían sido|era|eran)" ADV " "
#define COULD "(?:podría|podrían|puede|pueden|sería|serían)(?: tal vez| quizás?)?(?: ser)?" ADV " "

/* "se suprime", "se suprimirá", "se suprimen", "deberá suprimirse" */
#define S_REPLACE "(?:reemplac(?:e|en)|reemplaza(?:n|rá|rán|ra|ran)?|sustituy(?:e|en|a|an|era|eran)|sustituirán?|substituy(?:e|en|a|an)|cambi(?:a|an|e|en|ará|arán))"
#define S_DELETE "(?:suprim(?:e|en|a|an|irá|irán|iera|ieran)|elimin(?:a|an|e|en|ará|arán|ara|aran)|tach(?:a|an|ará|arán)|derog(?:a|an|ará|arán))"
#define S_INSERT "(?:insert(?:a|an|e|en|ará|arán)|añad(?:e|en|a|an|irá|irán)|agreg(?:a|an|ará|arán|ue|uen)|inclu(?:ye|yen|ya|yan|irá|irán)|intercal(?:a|an|e|en|ará|arán)|incorpor(?:a|an|e|en|ará|arán)|adicion(?:a|an|ará|arán)|introduc(?:e|en)|introduzca(?:n)?)"
#define S_AMEND "(?:modific(?:a|an|ará|arán)|modifique|modifiquen|enmiend(?:a|an|e|en)|enmendarán?)"

#define I_REPLACE "(?:reemplazar|sustituir|substituir|cambiar)"
#define I_DELETE "(?:suprimir|eliminar|borrar|tachar|derogar)"
#define I_INSERT "(?:insertar|añadir|agregar|incluir|incorporar|intercalar|introducir|adicionar)"
#define I_AMEND "(?:modificar|enmendar|reformular)"

#define ACTS "(?:suprimir|eliminar|sustituir|substituir|reemplazar|insertar|añadir|agregar|incluir|incorporar|intercalar|modificar|enmendar|trasladar|mover|fusionar|dividir|renumerar|mantener|conservar|poner|colocar|retirar|cambiar|derogar|redactar)(?:se|l[oa]s?)?\\b"
/* Provisions that have a number */
#define PROVISION "(?:párrafos?|apartados?|incisos?|numeral(?:es)?|literal(?:es)?|artículos?|secci[oó]n(?:es)?|capítulos?|anexos?|puntos?)"
#define TENTHS "(?: (?:primer|segund|tercer|cuart|quint|sext|séptim|octav|noven)[oa]?s?)"
/* "se suprimen las palabras", "queda suprimido el párrafo": the subject stands behind */
#define BEHIND "(?=,? (?:el|la|los|las|tod[oa]s?|[«\"“'‘]))"

/* A place comes between a noun and what it is said of: "supresión, en el párrafo 1, de la palabra" */
#define PLACED "(?=,? (?:en|al|después|antes|tras) [^.;:]{1,120}[ ,](?:de|del) )"

static const struct lang_row rows[] = {
	/* "Para 8:", as in English */
	{"paras?(?=\\.? \\d{1,3}[a-z]?(?: (?:bis|ter))? ?:)", LEX_UNIT, REDLINE_PARAGRAPH_UNIT},
	/* a question */
	{"(?:se |nos )?pregunt(?:a|an|amos|ó|aron) (?:si|por qué)", LEX_DOUBT, DOUBT_ASKED},
	/* of another version of the text than this draft, perhaps */
	{"(?:solo|sólo|solamente|únicamente) (?:en |para )?(?:la |el )?(?:(?:versión|texto|idioma) (?:en )?)?(?:ingles[a]?|inglés|frances[a]?|francés|española?|español|rus[ao]|chin[ao]|árabe|aleman[a]?|alemán)|(?:versión|texto|idioma) (?:en )?(?:ingles[a]?|inglés|frances[a]?|francés|española?|español|rus[ao]|chin[ao]|árabe|aleman[a]?|alemán) (?:solamente|únicamente|solo|sólo)", LEX_DOUBT, DOUBT_HELD},
	/* without a verb */
	{"(?:su |la |de )?(?:supresión|eliminación)(?= ?(?:[.;]|$))", LEX_SHORT, SHORT_OUT},

	/* parts that no place can name */
	{"todo (?:lo|el texto) que sigue(?: al?(?= (?:las? palabras?|los términos|la expresión|[«“\"])))?", LEX_REACH, REACH_REST},
	{"(?:el )?resto de (?:la|esta|dicha) (?:oración|frase)(?:,? (?:después|a continuación) de|,? tras| que sigue(?: al?)?)", LEX_REACH, REACH_SENTENCE},
	{"(?:el texto|las palabras|todo lo) (?:que (?:está|figura|se encuentra) |comprendid[oa]s? |situad[oa]s? )?entre(?= (?:las? palabras? )?[«“\"])", LEX_REACH, REACH_BETWEEN},
	{"hasta el (?:final|fin)", LEX_POSITION, REDLINE_AT_END | POSITION_REACHES},
	{"(?:y|con|junto con|incluido|incluidos) (?:su|sus|el) (?:títulos?|encabezamientos?|epígrafes?)(?=[.;,]|$| (?:se|deben|deberían|debería|quedan)\\b)", LEX_NOTE_TOO, NOTE_HEADING},
	{"(?:,? y |junto con |así como )?(?:la|su) (?:correspondiente )?(?:nota|llamada)(?: (?:a|de|al) pie(?: de página)?)? (?:correspondiente|asociada|conexa)|(?:,? y |junto con )?la correspondiente nota(?: (?:a|de|al) pie(?: de página)?)?", LEX_NOTE_TOO, 0},
	{"respectivamente", LEX_RESPECTIVELY, 0},
	{"cuadros?|tablas?", LEX_UNIT, REDLINE_TABLE},
	{"filas?", LEX_UNIT, REDLINE_ROW},
	{"columnas?", LEX_UNIT, REDLINE_COLUMN},
	{"celdas?|casillas?", LEX_UNIT, REDLINE_CELL},
	{"(?:salvo|excepto|exceptuando|pero no|menos(?= en )|a excepción|con(?: la)? excepción|con exclusión)(?= (?:(?:en|de|del|para) )?(?:(?:el|la|los|las) )?(?:" PROVISION "|" BARE_LABEL "))", LEX_EXCEPT, 0},
	{"todo lo que|todo el (?:resto|texto que)|(?:el )?resto (?:de|del)|salvo(?! que)|excepto|a excepción (?:de|del)|con excepción (?:de|del)|mutatis mutandis|y (?:l[oa]s )?siguientes(?! ?:)", LEX_VAGUE, 0},
	{"en (?:singular|plural|mayúsculas?|minúsculas?|cursivas?|negritas?)", LEX_VAGUE, 0},
	{"antigu[oa]s?(?= " PROVISION ")", LEX_VAGUE, 0},
	{"(?:décim|vigésim|trigésim|cuadragésim|quincuagésim)[oa]s?" TENTHS "|(?:trigésim|cuadragésim|quincuagésim|sexagésim)[oa]s?", LEX_VAGUE, 0},

	/* what is not to be done, or only if something else is; of these words the
	   longer ones begin like others that have a row */
	{"(?:en lugar|en vez|lejos) de(?= (?:la |una )?(?:supresión|eliminación|inserción|adición|inclusión|incorporación|sustitución|substitución|modificación|fusión|división)\\b)|más (?:bien )?que(?= " ACTS ")", LEX_NEGATION, 1},
	{"a reserva de(?:l| que)?|a condición de(?: que)?|siempre y cuando|con tal de que|mientras(?! que)|una vez(?! que aparece)|cuando|en (?:el )?caso de(?:l| que)?|de(?= (?:aceptar|aprobar|adoptar|haber)(?:l[oa]s?|se)?\\b)|(?:en|a la) espera de(?:l| que)?|según (?:el|los) resultados?|supongamos|suponiendo", LEX_DOUBT, 0},
	{"según (?:proceda|corresponda|convenga|sea (?:necesario|apropiado))|donde (?:sea|resulte|proceda|corresponda)|en su caso|de ser (?:necesario|posible)|quizás?|tal vez|eventualmente|posiblemente|acaso|(?:considérense?|considérese|considerar|consideramos|estudiar|examinar)(?= (?:la (?:supresión|posibilidad|inclusión|inserción)|" ACTS "))|por ejemplo", LEX_DOUBT, DOUBT_HELD},
	{"de lo contrario|en su defecto|en caso contrario|de no ser así|alternativamente|como (?:(?:segunda|otra) opción|alternativa)|subsidiariamente|con carácter subsidiario|en última instancia|otra (?:opción|posibilidad|alternativa)|(?:opción|variante|alternativa) (?:\\d{1,9}|[A-D])\\b", LEX_DOUBT, DOUBT_HELD},
	{"(?:rechazad|retirad|reservad|no (?:acordad|aceptad|aprobad|convenid))" AGREES "(?= ?(?:[:)]|$))|(?:pendientes?|en suspenso|reservas?|objeci(?:ón|ones)|ejemplos?|alternativas?|variantes?)(?= ?(?:[:)]|$))", LEX_DOUBT, 0},
	{"(?:en lugar|en vez|antes|después|lejos) de(?= " ACTS ")|(?:tras|al)(?= " ACTS ")", LEX_NEGATION, 1},
	{"de(?= (?:suprimir|eliminar|sustituir|reemplazar|insertar|añadir|mantener|modificar)se\\b)", LEX_DOUBT, 0},

	/* provisions whose number only follows from the others */
	{"(?:(?:los|las) )?(?:párrafos|apartados|artículos|incisos|secciones|puntos|notas) (?:siguientes|subsiguientes|restantes|posteriores) según (?:proceda|corresponda)|(?:(?:los|las) )?(?:párrafos|apartados|artículos|incisos|secciones|puntos|notas) (?:siguientes|subsiguientes|restantes|posteriores)(?= en consecuencia\\b|[.,;]|$)", LEX_REST, 0},

	/* what takes no amendment back, asks for none, or says where the speaker is */
	{"(?:retir(?:ó|a|an|aron|amos)|levant(?:ó|a|an|aron|amos)|(?:ha|han|hemos)(?: (?:ya|también))? (?:retirado|levantado))(?= (?:su|sus|nuestra|nuestras|mi|la|las)(?: [a-zé]{1,40}+){0,2} (?:reservas?|objeci[oó]n(?:es)?)\\b)", LEX_FILLER, FILLER_LIFTED},
	{"(?:quisi[eé]ra(?:n|mos)?|quiero|queremos|dese(?:o|a|amos|aría|aríamos)|(?:me|nos) gustaría|permítan(?:me|nos)|permítase(?:me|nos)|cabe|debo|debemos)(?: también| asimismo)? (?:añadir|agregar)(?=,? que\\b)|(?:añado|agrego|añadimos|agregamos)(?=,? que\\b)", LEX_FILLER, 0},
	{"(?:debe(?:n|ría|rían|rá|rán)?|ha de|han de)(?: también)? (?:permanecer|quedar(?:se)?|mantenerse|conservarse)(?= ?(?:[.;,)]|$)| (?:como|tal|igual|sin|inalterad[oa]s?|intact[oa]s?|entre|en)\\b)", LEX_ACTION, VERB(VERB_KEEP, FORM_PASSIVE)},
	{"(?:debe(?:n|ría|rían|rá|rán)?|ha de|han de|puede(?:n)?) (?:leerse|ser leíd[oa]s?|interpretarse|entenderse)(?= (?:junto|juntos|juntas|conjuntamente|en (?:conjunto|conjunción|relación|paralelo|el contexto)|a la luz|con)\\b)", LEX_FILLER, 0},

	/* reports and thoughts, before the verbs they contain */
	{"(?:(?:ha|han|hemos|había|habían)(?: ya)? retirado|retiró|retiraron)(?= (?:su|sus|nuestras?|la propuesta|las propuestas|la enmienda)\\b)", LEX_VAGUE, VAGUE_WITHDRAWN},
	{"(?:había|habían|habíamos) (?:también |ya )?(?:propuesto|sugerido|pedido|solicitado|recomendado)(?: que)?", LEX_HISTORY, HISTORY_ONCE},
	{"inicialmente|originalmente|en un principio|en su momento", LEX_HISTORY, HISTORY_WHEN},
	{"se (?:ha|han|había|habían) (?:propuesto|sugerido|pedido)(?: que)?|se (?:propuso|sugirió|pidió)(?: que)?", LEX_HISTORY, HISTORY_ONCE},
	{"(?:" WAS "|ha |han |hemos )" P_ANY "|ha (?:suprimido|sustituido|reemplazado|añadido)|se (?:ha|han|había|habían) (?:suprimido|sustituido|reemplazado|añadido|insertado)(?: que)?|se (?:suprimió|suprimieron|sustituyó|sustituyeron|reemplazó|añadió)(?: que)?", LEX_HISTORY, HISTORY_TOLD},
	{"(?:observ|not)(?:a|an|amos) (?:que)|según|de acuerdo con|agradec(?:e|en|emos)(?: [\\w.]{1,40}+){0,6} (?:por|a)", LEX_HISTORY, HISTORY_TOLD},
	{"propuestas? (?:de la|de los|de las|del|de)(?= (?-i:[A-ZÁÉÍÓÚÑ]))|propuestas? presentadas? por", LEX_HISTORY, HISTORY_TOLD},
	{"(?:algun[oa]s|vari[oa]s|much[oa]s|otr[oa]s)(?: delegaciones| miembros| estados)? (?:han (?:propuesto|sugerido|pedido)|habían (?:propuesto|sugerido|pedido)|propusieron|sugirieron|pidieron|proponen|sugieren|piden)(?: que)?", LEX_HISTORY, HISTORY_ONCE},
	{"(?:en|durante) (?:la|el) (?:sesión|reunión|lectura|ronda|fase|semana|período de sesiones|proyecto|versión) (?:anterior|pasad[ao]|precedente)|(?:en|durante) (?:la|el) (?:anterior|última|último|primera|primer|segunda|segundo) (?:sesión|reunión|lectura|ronda|fase|período de sesiones)|el año pasado|anteriormente|ayer|en la rev\\. ?\\d{1,9}", LEX_HISTORY, HISTORY_WHEN},
	{COULD P_ANY "|podrían? (?:suprimirse|reemplazarse|sustituirse|eliminarse|insertarse|añadirse|incluirse|modificarse)|se podrían? " I_DELETE "|se podrían? " I_REPLACE "|se podrían? " I_INSERT, LEX_HEDGE, 0},

	/* a reservation is no amendment, whatever is done to it */
	{"a lo (?:que|cual) se (?:opone|oponen|opuso|opusieron)(?=[^,;.:]{1,80}[.;]?$)", LEX_STANCE, REDLINE_OPPOSES},
	{"lo (?:que|cual) (?:apoya|apoyan|apoyó|apoyaron)(?=[^,;.:]{1,80}[.;]?$)", LEX_STANCE, REDLINE_SUPPORTS},
	{"(?:mantiene|mantienen|mantenemos|formula|formulan|formulamos|expresa|expresan|presenta|presentan) (?:su|sus|una|nuestras?) reservas?(?: (?:sobre|al|a|respecto (?:de|del)))?", LEX_STANCE, REDLINE_RESERVES},
	{"(?:prefier(?:e|en)|preferimos|preferiría(?:n|mos)?)(?= (?:las? palabras? )?[«“\"][^»”\"]{1,200}[»”\"] a (?:las? palabras? )?[«“\"])", LEX_ACTION, VERB(VERB_SUBSTITUTE, FORM_ACTIVE) | VERB_TO_OLD},

	/* verbs */
	{"de (?:modo|manera|forma) que (?:el |la )?(?:párrafo|frase|oración|artículo|apartado|inciso|texto|título)? ?(?:diga|quede redactad" AGREES "|rece)(?: (?:lo siguiente|así|como sigue|de la siguiente manera))?|para que (?:el |la )?(?:párrafo|frase|oración|artículo|apartado|texto)? ?(?:diga|quede redactad" AGREES ")(?: (?:lo siguiente|así|como sigue))?", LEX_CHECK, 0},
	{"donde dice", LEX_FOR, 0},
	{"en lugar de|en vez de|y no(?= (?:el |la |los |las )?(?:palabras?|términos?|expresión|[«\"“]))", LEX_LINK, LINK_INSTEAD_OF},
	{"(?:debe(?:rá|ría)? (?:leerse|decirse?|decir))(?= [«“\"][^»”\"]{1,200}[»”\"] (?:en (?:lugar|vez) de|y no) )|léase|dígase|utilícese|úsese|empléese", LEX_ACTION, VERB(VERB_USE, FORM_ACTIVE)},
	{"(?:que )?(?:queda|quedan|quede|queden|quedará|quedarán|quedaría|quedarían|debe(?:rá|ría|n|rán)? quedar|estará|será) redactad" AGREES "(?: (?:como sigue|así|de la siguiente (?:manera|forma)|en los (?:siguientes términos|términos siguientes)|del siguiente modo))?|(?:dirá|rezará|debe(?:rá|ría)? (?:decir|leerse))(?: (?:como sigue|así|lo siguiente))?|que diga(?: lo siguiente| así)?|digan?(?: lo siguiente| así)?(?= ?: ?[«“\"])|(?:con el|del) (?:siguiente tenor|tenor siguiente)(?: literal)?|(?:que )?queda(?:n|rá|rán)? redactad" AGREES " en los términos siguientes|con (?:el siguiente texto|la siguiente redacción|el texto siguiente)|(?:(?:pasa a|que) )?tend(?:rá|ría|er) (?:la siguiente redacción|el siguiente (?:texto|tenor)|el tenor siguiente)|pasa a tener (?:la siguiente redacción|el siguiente (?:texto|tenor))|con (?:el siguiente tenor|el tenor siguiente|la redacción siguiente)|cuyo (?:texto|tenor) (?:es|será|sería) el siguiente|quedar(?:á|ía) (?:así|como sigue)|(?:que )?(?:diría|dirá|rezaría) (?:como sigue|así|lo siguiente)|que se lea|redactad" AGREES " (?:como sigue|así|de la siguiente (?:manera|forma))", LEX_ACTION, VERB(VERB_READ, FORM_ACTIVE)},
	{"ver (?:suprimid|eliminad)" AGREES, LEX_ACTION, VERB(VERB_DELETE, FORM_FREE)},
	{"(?:redáctese|redáctense|redactar)(?: así)?", LEX_ACTION, VERB(VERB_REWRITE, FORM_ACTIVE)},
	{"(?:" BE P_REPLACE "|se " S_REPLACE ")" BEHIND, LEX_ACTION, VERB(VERB_REPLACE, FORM_FREE)},
	{"(?:" BE P_DELETE "|se " S_DELETE ")" BEHIND, LEX_ACTION, VERB(VERB_DELETE, FORM_FREE)},
	{"(?:se (?:eleva|reduce|rebaja|incrementa|amplía)n?|pasa(?:n|rá|rán)?)(?= a [«\u201c\"])", LEX_ACTION, VERB(VERB_CHANGE, FORM_PASSIVE)},
	{BE P_REPLACE "|se " S_REPLACE, LEX_ACTION, VERB(VERB_REPLACE, FORM_PASSIVE)},
	{BE P_DELETE "|se " S_DELETE, LEX_ACTION, VERB(VERB_DELETE, FORM_PASSIVE)},
	{BE P_INSERT "|se " S_INSERT, LEX_ACTION, VERB(VERB_INSERT, FORM_FREE)},
	{"se " S_AMEND "(?= (?:el|la|los|las) )", LEX_ACTION, VERB(VERB_AMEND, FORM_ACTIVE)},
	{BE P_AMEND "|se " S_AMEND, LEX_ACTION, VERB(VERB_AMEND, FORM_PASSIVE)},
	{"(?:reemplácense|reemplácese|reemplázase|reemplázanse|sustitúyese|sustitúyense|sustitúyase|sustitúyanse|substitúyase|substitúyanse|cámbiese|cámbiense|" I_REPLACE "(?:se)?|reemplazando|sustituyendo|cambiando)", LEX_ACTION, VERB(VERB_REPLACE, FORM_FREE)},
	{"(?:suprímase|suprímanse|suprímense|elimínese|elimínense|elimínase|elimínanse|suprímese|bórrese|táchese|táchense|retírese|retírense|omítase|omítanse|derógase|deróganse|derógese|deróguese|" I_DELETE "(?:se)?|suprimiendo|eliminando)", LEX_ACTION, VERB(VERB_DELETE, FORM_FREE)},
	{"(?:suprimid|eliminad)" AGREES "(?=[.;,]|$)", LEX_ACTION, VERB(VERB_DELETE, FORM_PASSIVE)},
	{"añádase|añádanse|agréguese|agréguense|agrégase|agréganse|(?:añadir|agregar)(?:se|les?)?|añadiendo|agregando", LEX_ACTION, VERB(VERB_INSERT, FORM_FREE) | VERB_APPENDS},
	{"(?:insértese|insértense|inclúyase|inclúyanse|incorpórese|incorpórense|incorpórase|incorpóranse|intercálese|intercálense|intercálase|intercálanse|introdúzcase|introdúzcanse|adiciónese|adiciónense|adiciónase|adiciónanse|" I_INSERT "(?:se)?|insertando|incluyendo(?= [«\"“]))", LEX_ACTION, VERB(VERB_INSERT, FORM_FREE)},
	{"(?:modifícase|modifícanse|modifíquese|modifíquense|enmiéndese|enmiéndense|refórmase|refórmanse|" I_AMEND "(?:se)?)", LEX_ACTION, VERB(VERB_AMEND, FORM_ACTIVE)},
	{"(?:pónganse|póngase|poner|colocar|colóquese|colóquense)(?= (?:los )?corchetes)", LEX_ACTION, VERB(VERB_INSERT, FORM_ACTIVE)},
	{"(?:levantar|levántense|retirar|quitar|quítense)(?= (?:los |todos los )?corchetes)", LEX_ACTION, VERB(VERB_DELETE, FORM_ACTIVE)},
	{BE "(?:puest|colocad)" AGREES "(?= entre corchetes)|(?:debe(?:n|ría|rían|rá|rán)?|ha de|han de) ir(?= entre corchetes)", LEX_ACTION, VERB(VERB_PUT, FORM_PASSIVE)},
	{BE P_RESTORE "|(?:se )?(?:restablezcan?|reincorporen?|reinserten?)|restablecer(?:se)?|restablézcase|reinsertar(?:se)?|reincorporar(?:se)?|reincorpórese|(?:restablecimiento|reincorporación|reinserción) (?:de|del)", LEX_ACTION, VERB(VERB_RESTORE, FORM_ACTIVE)},
	{"(?:se )?(?:intercámbien?se|intercambiar(?:se)?|intercambi(?:a|an|en)|inviértan?se|invertir(?:se)?|permúten?se|permutar(?:se)?)(?: (?:el orden|la posición|el lugar) de)?", LEX_ACTION, VERB(VERB_SWAP, FORM_FREE)},
	{"(?:pónganse|póngase|poner|colocar|colóquese|colóquense)(?= [^.;]{0,200}entre corchetes)", LEX_ACTION, VERB(VERB_PUT, FORM_ACTIVE)},
	{"(?:" BE "|se )(?:mantenid|conservad)" AGREES "|se (?:mantenga|mantengan|conserve|conserven)|mantener|conservar|mantiene|manténgase", LEX_ACTION, VERB(VERB_KEEP, FORM_ACTIVE)},
	{"desist(?:e|en|imos|ir) de(?= (?:sus?|nuestr[ao]s?) )", LEX_ACTION, VERB(VERB_WITHDRAW, FORM_ACTIVE)},
	{"retirar?|retiramos|retiran", LEX_ACTION, VERB(VERB_WITHDRAW, FORM_ACTIVE)},
	{"renumerar(?:se)?|reenumerar(?:se)?|renumérese|renumérense|reenumérense|reenumérese|se (?:renumerarán?|renumeren?|renumeran?|reenumerarán?)", LEX_ACTION, VERB(VERB_RENUMBER, FORM_FREE)},
	{"(?:" BE ")?(?:trasladad|movid|desplazad)" AGREES, LEX_ACTION, VERB(VERB_MOVE, FORM_PASSIVE)},
	{BE "renumerad" AGREES, LEX_ACTION, VERB(VERB_RENUMBER, FORM_PASSIVE)},
	{BE "(?:dividid|escindid)" AGREES, LEX_ACTION, VERB(VERB_SPLIT, FORM_PASSIVE)},
	{BE "(?:fusionad|refundid)" AGREES, LEX_ACTION, VERB(VERB_MERGE, FORM_PASSIVE)},
	{"pas(?:a|an|ará|arán|e|en|aría|arían) a ser|se convierten? en|se convertir(?:á|án|ía|ían) en", LEX_ACTION, VERB(VERB_RENUMBER, FORM_PASSIVE)},
	{"se (?:coloc(?:a|an|ará|arán|que|quen)|ubic(?:a|an|ará|arán)|pon(?:e|en|drá|drán|ga|gan))(?= (?:inmediatamente )?(?:después|antes|a continuación|al final|al comienzo|tras)\\b[^«“\":;]{0,120}(?:[.;]|$))", LEX_ACTION, VERB(VERB_MOVE, FORM_FREE)},
	{"complét(?:e|en)se|completar|se complet(?:a|an|e|en|ará|arán)", LEX_ACTION, VERB(VERB_COMPLETE, FORM_FREE)},
	{"(?:colóquese|colóquense|colocar|ubíquese|póngase)(?= (?:el|la|los|las) (?:últim[oa] )?(?:" PROVISION "|oraci[oó]n|frase)\\b[^.;«“\"]{0,80} (?:después|antes|a continuación|al final|al comienzo|tras)\\b)", LEX_ACTION, VERB(VERB_MOVE, FORM_FREE)},
	{"para que (?:figure|aparezca|quede)(?= (?:después|antes|a continuación|al final|tras)\\b)", LEX_FILLER, FILLER_PLAIN},
	{"trasladar(?:se)?|trasládese|trasládense|mover|muévase|muévanse|transferir|transfiérase|se (?:traslada|traslade|trasladará)|desplazar", LEX_ACTION, VERB(VERB_MOVE, FORM_FREE)},
	{"dividir(?:se)?|divídase|divídanse|desdóblese|desdoblar|se divid(?:e|a|irá)", LEX_ACTION, VERB(VERB_SPLIT, FORM_FREE)},
	{"fusionar(?:se)?|fusiónense|fusiónese|unir|refundir|refúndanse|combinar|se fusion(?:a|an|en|arán)", LEX_ACTION, VERB(VERB_MERGE, FORM_FREE)},
	{"(?:supresión|eliminación)(?: (?:de|del)|" PLACED ")", LEX_ACTION, VERB(VERB_DELETE, FORM_NOUN)},
	{"(?:inserción|adición|inclusión|incorporación)(?: (?:de|del)|" PLACED ")", LEX_ACTION, VERB(VERB_INSERT, FORM_NOUN)},
	{"(?:sustitución|substitución|reemplazo)(?: (?:de|del)|" PLACED ")", LEX_ACTION, VERB(VERB_REPLACE, FORM_NOUN)},
	{"aclarar|precisar|reforzar|fortalecer|simplificar|mejorar|armonizar|acortar|abreviar|racionalizar", LEX_VAGUE, 0},

	/* what is only not needed, or not insisted on, is not opposed */
	{"no (?:es|resulta) (?:necesari[oa]|preciso|indispensable|imprescindible)(?: que)?|no hace falta(?: que)?|no (?:necesitan?|requieren?)(?: ser)?|no hay necesidad de(?: que)?|no insist(?:e|en|imos|iría|iríamos)(?: en)?(?: que)?", LEX_NEGATION, NEGATION_LETS},

	/* positions */
	{"no (?:se opon(?:e|en|dría|drían)|nos oponemos|nos opondríamos|objet(?:a|an|amos))(?: a)?|no (?:ve|ven|vemos) (?:ningun[ao]? )?(?:objeci[oó]n(?:es)?|inconveniente)s?(?: (?:a|en))?|no (?:está|están|estamos) en contra(?: de)?|no formul(?:a|an|amos) objeci[oó]n(?:es)?(?: a)?", LEX_STANCE, REDLINE_SUPPORTS},
	{"no (?:tiene|tienen|tenemos) (?:ninguna )?(?:objeci[oó]n(?:es)?|inconveniente)(?: (?:a|en))?", LEX_STANCE, REDLINE_SUPPORTS},
	{"no (?:puede|pueden|podemos|podría|apoya|apoyan|apoyamos|acepta|aceptan|aceptamos|está|están|estamos)(?: (?:aceptar|apoyar|respaldar|sumarse a|de acuerdo(?: con)?|a favor(?: de)?))?", LEX_STANCE, REDLINE_OPPOSES},
	{"(?:está|están|estamos) en contra(?: de)?|se opon(?:e|en)(?: a)?|nos oponemos(?: a)?|rechaz(?:a|an|amos)|objet(?:a|an|amos)", LEX_STANCE, REDLINE_OPPOSES},
	{"(?:reserva|reservan|reservamos) su posición(?: sobre)?|(?:tiene|tienen|tenemos) reservas(?: sobre| respecto (?:de|del))?", LEX_STANCE, REDLINE_RESERVES},
	{"secund(?:a|an|amos)|se (?:suman?|adhieren?) a|nos (?:sumamos|adherimos) a|apoy(?:a|an|amos|aría|arían)|respald(?:a|an|amos)|acept(?:a|an|amos)|acog(?:e|en|emos)(?: con (?:beneplácito|satisfacción))?|hac(?:e|en) suy[oa]|puede(?:n)? aceptar|est(?:á|án|amos|oy) a favor de|coincid(?:e|en|imos) con|celebr(?:a|an|amos)", LEX_STANCE, REDLINE_SUPPORTS},

	/* proposing */
	{"(?:ha|han|hemos) (?:propuesto|sugerido|pedido|solicitado|recomendado)(?: que)?", LEX_PROPOSE, 2},
	{"(?:propon(?:e|en|emos|iendo)|propondría(?:mos)?|suger(?:imos)|sugier(?:e|en)|sugeriría(?:mos)?|recomiend(?:a|an)|recomendamos|solicit(?:a|an|amos)|pid(?:e|en)|pedimos|dese(?:a|an|amos|aría|aríamos|arían)|quisiera(?:n|mos)?|prefier(?:e|en)|preferimos|preferiría(?:mos)?|desearía(?:mos)?|(?:le|les|nos) gustaría)(?: (?:también|asimismo|además))?(?: (?:proponer|sugerir|ver(?! (?:suprimid|eliminad))))?(?: que)?", LEX_PROPOSE, 0},
	{"propuestas?|sugerencias?", LEX_PROPOSE, 1},

	/* links */
	{"por (?:estar|ser|haber|considerar|tratarse|resultar)|que ya (?:figura|está|se|aparece)|que(?= (?:propone|sugiere|pide|solicita|recomienda)n?\\b)", LEX_REASON, REASON_SAYS},
	{"en(?= (?:un|una|dos|tres) )", LEX_LINK, LINK_INTO},
	{"por(?! (?:la|las|el) (?:delegaci[oó]n(?:es)?|representantes?))|con(?! el apoyo)", LEX_LINK, LINK_WITH},
	{"lo siguiente|(?:el|la) siguiente(?= ?:)|como sigue|de la siguiente (?:manera|forma)|así(?= ?:)|(?:el|la) siguiente (?:texto|redacción)|(?:el texto|la redacción) siguiente(?= ?:)|(?:el|la) que sigue|(?:el|la) siguiente(?= ?:)|las (?:palabras )?siguientes(?: palabras)?(?= ?:)", LEX_LINK, LINK_AS},
	{"en su lugar|en sustitución|en consecuencia(?= ?[.;]|$)", LEX_INSTEAD, 0},

	/* quantifiers */
	{"en (?:todo el|la totalidad del) (?:texto|documento|proyecto)\\b(?! del?\\b)", LEX_QUANTIFIER, REDLINE_EACH | QUANTIFIER_WHOLE},
	{"cada vez que (?:apare(?:ce|cen|zca|zcan)|figur(?:a|an|e|en)|se (?:menciona|mencione|utiliza|utilice))|(?:dondequiera|siempre) que (?:aparezcan?|figuren?|aparecen?|figuran?)|en todos los casos|en cada caso|todas las (?:veces|menciones)(?: (?:en )?que (?:aparec(?:e|en)|aparezcan?|figur(?:e|en|a|an)))?(?: (?:de|del))?|en (?:todo el|la totalidad del)(?= (?:texto|documento|proyecto))|en (?:toda la|el conjunto de la) (?:presente )?(?:ley|norma|directiva|convención|resolución)|en todo el (?:presente )?(?:reglamento|código|decreto)", LEX_QUANTIFIER, REDLINE_EACH},
	{"(?:las |en las |en )?(?:dos|ambas) (?:veces|menciones|ocasiones)(?: que aparec(?:e|en))?(?: (?:de|del))?|en ambos casos", LEX_QUANTIFIER, REDLINE_BOTH},
	{"vez(?: que aparece)?|mención(?: (?:de|del))?|aparición(?: (?:de|del))?", LEX_OCCURRENCE, 0},

	/* positions in a text */
	{"penúltim" AGREES, LEX_ORDINAL, 98},
	{"entre(?= corchetes)", LEX_IN, 0},
	{"entre", LEX_POSITION, REDLINE_BETWEEN},
	{"(?:inmediatamente )?después (?:de|del)|a continuación (?:de|del)|tras", LEX_POSITION, REDLINE_AFTER},
	{"(?:inmediatamente )?antes (?:de|del)", LEX_POSITION, REDLINE_BEFORE},
	{"al (?:comienzo|principio|inicio)", LEX_POSITION, REDLINE_AT_START},
	{"al final|in fine", LEX_POSITION, REDLINE_AT_END},

	/* reasons */
	{"que duplica(?:n)?|que repite(?:n)?|que reitera(?:n)?", LEX_REASON, REASON_SAYS},
	{"a saber", LEX_FILLER, FILLER_NAMELY},
	{"porque|ya que|puesto que|dado que|justificación ?:|motivo ?:", LEX_REASON, REASON_OPENS},
	{"a fin de(?: que)?|con el fin de(?: que)?|para(?: que)?|debido a(?:l)?|en aras de|por (?:razones|motivos|coherencia)|habida cuenta|teniendo en cuenta|lo (?:que|cual)|mientras que|de conformidad con|en consonancia con|pues", LEX_REASON, REASON_SAYS},

	/* who */
	{"a título (?:nacional|personal|individual)|en su (?:propia )?capacidad nacional", LEX_FILLER, 0},
	{"(?:(?:hablando|interviniendo) )?en nombre (?:de|del)", LEX_SPEAKER, SPEAKER_BEHALF},
	{"(?:apoyad|respaldad)" AGREES " por|con el apoyo (?:de|del)", LEX_SPEAKER, SPEAKER_SUPPORTS},
	{"nosotros|yo|(?:mi|nuestra) delegación|nuestro grupo|mi país", LEX_WE, 0},
	{"(?:la|las) delegaci[oó]n(?:es)?(?= (?:de|del))|(?:el|la) (?:representante|delegad[oa])(?= (?:de|del))", LEX_FILLER, FILLER_PLAIN},

	{"sin|menos(?= [\"«“])", LEX_NEGATION, NEGATION_WITHOUT},
	{"no|ningun[oa]?|ningún|ni|jamás|nunca|tampoco|contra", LEX_NEGATION, 0},
	{"si|a menos que|siempre que|con sujeción a|en caso de que|salvo que", LEX_DOUBT, 0},

	/* punctuation by name */
	{"punto y coma", LEX_MARK, ';'},
	{"dos puntos", LEX_MARK, ':'},
	{"coma", LEX_MARK, ','},
	{"punto final|punto(?! \\d)", LEX_MARK, '.'},

	/* parts of a text */
	{"(?:con|junto con|incluidos|incluso) (?:los|sus) corchetes", LEX_BRACKETS, BRACKETS_TOO},
	{"corchetes?", LEX_BRACKETS, 0},
	{"encabezamiento|parte introductoria|frase introductoria|encabezado(?= del (?:párrafo|artículo))", LEX_UNIT, REDLINE_CHAPEAU},
	{"letras?(?= (?:siguientes?|nuevas?)\\b| ?:)|(?:incisos?|apartados?|literal(?:es)?|letras?)(?= [a-z]\\))|subpárrafos?|incisos?|literal(?:es)?|subincisos?|apartados?(?= \\()", LEX_UNIT, REDLINE_SUBPARAGRAPH},
	{"párrafos? (?:del preámbulo|preambulares?)|considerandos?", LEX_UNIT, REDLINE_PREAMBULAR | UNIT_EXACT},
	{"preámbulo", LEX_UNIT, REDLINE_PREAMBULAR | UNIT_EXACT | UNIT_ALL},
	{"de la parte dispositiva", LEX_FILLER, FILLER_PLAIN},
	{"párrafos|apartados|numerales|párr?s\\.|aps\\.|puntos(?= \\d)", LEX_UNIT, REDLINE_PARAGRAPH_UNIT | UNIT_PLURAL},
	{"párrafo|apartado|numeral|párr?\\.|ap\\.|apdo\\.|ordinal(?= \\d)|punto(?= \\d)", LEX_UNIT, REDLINE_PARAGRAPH_UNIT},
	{"artículos?|art\\.|arts\\.", LEX_UNIT, REDLINE_ARTICLE | UNIT_EXACT},
	{"secci[oó]n(?:es)?", LEX_UNIT, REDLINE_SECTION},
	{"capítulos?|títulos?(?= [IVX\\d])", LEX_UNIT, REDLINE_CHAPTER | UNIT_EXACT},
	{"anexos?", LEX_UNIT, REDLINE_ANNEX | UNIT_EXACT},
	{"epígrafe|rúbrica|título(?= (?:de la |del )(?:sección|capítulo|artículo|parte))", LEX_UNIT, REDLINE_HEADING_UNIT},
	{"título", LEX_UNIT, REDLINE_TITLE},
	{"notas? (?:a|de) pie de página|notas?(?= \\d)", LEX_UNIT, REDLINE_FOOTNOTE_UNIT},
	{"guion(?:es)?|viñetas?", LEX_UNIT, REDLINE_BULLET_UNIT},
	{"definición (?:de|del)(?: (?:la expresión|término|vocablo))?(?= ?[\"“«])", LEX_UNIT, REDLINE_PARAGRAPH_UNIT | UNIT_DEFINES},
	{"oraci[oó]n(?:es)?|frases?(?! [«\"“'‘])", LEX_UNIT, REDLINE_SENTENCE},
	{"líneas?|rengl[oó]n(?:es)?", LEX_UNIT, REDLINE_LINE},
	{"proyecto de (?:resolución|informe|decisión|declaración|tratado)|(?:toda la|la presente) (?:presente )?(?:ley|norma|directiva|resolución|convención)|(?:todo el|el presente) (?:presente )?(?:reglamento|código|decreto|real decreto)|(?:proyecto|documento|informe|resolución|declaración|tratado|acuerdo|convención|decisión)|todo el texto", LEX_UNIT, REDLINE_DOCUMENT},
	{"(?:texto|redacción)(?: actual| vigente)?(?= (?:del?|de la|de los) )", LEX_TEXT, TEXT_ALL},
	{"(?:titulad|denominad)[oa]s?(?= ?[«“\"])", LEX_TEXT, TEXT_TITLE},
	{"palabra|término", LEX_TEXT, TEXT_WORD},
	{"palabras?|términos?|expresi[oó]n(?:es)?|frases?|textos?|cifras?|números?|fórmulas?|referencias? a|fechas?|redacción|vocablos?", LEX_TEXT, 0},

	/* ordinals */
	{"últim" AGREES, LEX_ORDINAL, 99},
	{"primer|primer" AGREES "|1\\.?[ºª]|1o|1er", LEX_ORDINAL, 101},
	{"segund" AGREES "|2\\.?[ºª]", LEX_ORDINAL, 102},
	{"tercer|tercer" AGREES "|3\\.?[ºª]", LEX_ORDINAL, 103},
	{"cuart" AGREES "|4\\.?[ºª]", LEX_ORDINAL, 104},
	{"quint" AGREES "|5\\.?[ºª]", LEX_ORDINAL, 105},
	{"sext" AGREES "|6\\.?[ºª]", LEX_ORDINAL, 106},
	{"séptim" AGREES "|7\\.?[ºª]", LEX_ORDINAL, 107},
	{"octav" AGREES "|8\\.?[ºª]", LEX_ORDINAL, 108},
	{"noven" AGREES "|9\\.?[ºª]", LEX_ORDINAL, 109},
	{"décim" AGREES "|10\\.?[ºª]", LEX_ORDINAL, 110},

	{"(?:undécim|decimoprimer)[oa]?s?|11\\.?[ºª]", LEX_ORDINAL, 111},
	{"(?:duodécim|decimosegund)[oa]s?|12\\.?[ºª]", LEX_ORDINAL, 112},
	{"decimotercer[oa]?s?|13\\.?[ºª]", LEX_ORDINAL, 113},
	{"decimocuart[oa]s?|14\\.?[ºª]", LEX_ORDINAL, 114},
	{"decimoquint[oa]s?|15\\.?[ºª]", LEX_ORDINAL, 115},
	{"decimosext[oa]s?|16\\.?[ºª]", LEX_ORDINAL, 116},
	{"decimos[eé]ptim[oa]s?|17\\.?[ºª]", LEX_ORDINAL, 117},
	{"decim(?:o)?octav[oa]s?|18\\.?[ºª]", LEX_ORDINAL, 118},
	{"decimonoven[oa]s?|19\\.?[ºª]", LEX_ORDINAL, 119},
	{"vigésim[oa]s?|20\\.?[ºª]", LEX_ORDINAL, 120},
	{"\\d{1,9}\\.?[ºª]", LEX_VAGUE, 0},
	{"que (?:comienza|empieza|comience|empiece) (?:por|con)", LEX_BEGINNING, 0},
	{"tod" AGREES "(?: el| la| los| las)?|enter" AGREES "|íntegr" AGREES "|en su totalidad", LEX_WHOLE, 0},
	{"mism" AGREES "|este|esta|estos|estas|ese|esa|dicho|dicha|dichos|dichas", LEX_SAME, 0},
	{"nuev" AGREES "|siguientes?|adicional(?:es)?", LEX_NEW, 0},
	{"dos", LEX_COUNT, 2},
	{"tres", LEX_COUNT, 3},
	{"cuatro", LEX_COUNT, 4},
	{"cinco", LEX_COUNT, 5},
	{"un|una", LEX_ANOTHER, 0},
	{"debe(?:n|ría|rían|rá|rán)?|ha de|han de|hay que|conviene|corresponde|habría que|convendría", LEX_FILLER, FILLER_DUE},
	{"ellos?|ellas?|éste|ésta", LEX_PRONOUN, 0},

	/* small words */
	{"en (?:consecuencia|particular|general|este sentido|ese sentido|este contexto|este caso|primer lugar|segundo lugar|último lugar|nuestra opinión)|a (?:este respecto|tal fin|nuestro juicio)|por (?:consiguiente|lo tanto|otra parte)|a este fin", LEX_FILLER, FILLER_PLAIN},
	{"hasta(?: el| la)?", LEX_THROUGH, 0},
	{"desde|a partir (?:de|del)", LEX_FROM, 0},
	{"en el|en la|en los|en las|en|al(?= (?:párrafo|artículo|apartado|inciso|texto|título|anexo))|respecto (?:de|del)|con respecto a(?:l)?|sobre|relativo a(?:l)?", LEX_IN, 0},
	{"como(?= (?:el |la |los |las )?(?:nuev[oa]s? )?" PROVISION " ?\\d)", LEX_REASON, REASON_BECOMES},
	{"al?", LEX_TO, 0},
	{"que sigue a(?:l)?(?= [«“\"])", LEX_POSITION, REDLINE_AFTER},
	{"alrededor (?:de|del)|que encierran?|que rodean?|del?", LEX_OF, 0},
	{"y|e|así como", LEX_AND, 0},
	{"o|u|o bien", LEX_OR, 0},
	{"sírvanse|sírvase|tengan? a bien|por favor", LEX_FILLER, FILLER_PLEASE},
	{"el|la|los|las|lo", LEX_FILLER, FILLER_ARTICLE},
	{"en consecuencia|a este respecto|en particular(?= ?,)|por (?:su|nuestra) parte|en primer lugar|en segundo lugar|actual(?:es)?(?= " PROVISION ")|que|se|es|son|sea|sean|ser|también|además|asimismo|luego|después|finalmente|por último|entonces|infra|supra|solamente|sólo|solo|señor presidente|señora presidenta|simples?|dobles?|comillas|entre comillas", LEX_FILLER, FILLER_PLAIN},

	/* words that only matter for who speaks and where a clause begins */
	{"pero|sino", LEX_WORD, WORD_BUT},
	{"delegaci[oó]n(?:es)? (?:mexicana|argentina|chilena|colombiana|peruana|cubana|española|brasileña|uruguaya|paraguaya|venezolana|boliviana|ecuatoriana|panameña|costarricense|salvadoreña|hondureña|nicaragüense|guatemalteca|dominicana|francesa|alemana|japonesa|china|rusa|estadounidense|británica|italiana|portuguesa|suiza|noruega|sueca)s?|delegaci[oó]n(?:es)?|representantes?|grupo|gobierno|misión|miembros|estados", LEX_WORD, WORD_SPEAKER},
	{"algun[oa]s?|vari[oa]s|much[oa]s|otr[oa]s", LEX_WORD, WORD_NOBODY},
};

static const struct lang_month months[] = {
	{"enero", 1},  {"febrero", 2}, {"marzo", 3},       {"abril", 4},   {"mayo", 5},
	{"junio", 6},  {"julio", 7},   {"agosto", 8},      {"septiembre", 9}, {"setiembre", 9},
	{"octubre", 10}, {"noviembre", 11}, {"diciembre", 12},
};

static const struct lang_seam seams[] = {
	{"de", "=el", NULL, "del"},
	{"a", "=el", NULL, "al"},
	{"y", "ií", "ion iones", "e "},
	{"o", "oó", NULL, "u "},
	{NULL, NULL, NULL, NULL},
};

static const char *const abbreviations[] = {
	"ap", "art", "arts", "cap", "cf", "dr", "dra", "etc", "l", "ll", "no", "núm", "p", "pp", "pág", "págs",
	"pár", "párr", "párrs",
	"sr", "sra", "vol",
};

static const char *const telling[] = {
	"el", "los", "las", "del", "con", "una", "por", "párrafo", "párrafos", "palabra",
	"palabras", "artículo", "suprímase", "sustitúyase", "suprimir", "sustituir", "añadir",
	"propone", "debe", "donde", "apartado", "frase", NULL};
/* What leads to the list of an amending act. */
static const char *const place_words[] = {"en", NULL};
static const char *const list_leads[] = {
	"modifica como sigue", "modifican como sigue", "modificado como sigue",
	"modificada como sigue", "modificados como sigue", "modificadas como sigue",
	"modifica de la siguiente manera", "modifican de la siguiente manera",
	"modifica del siguiente modo", "modifican del siguiente modo",
	"modifica en los siguientes términos", "siguientes modificaciones",
	"modificaciones siguientes", "siguientes enmiendas", "enmiendas siguientes", NULL};
static const char *const gerunds[] = {"ando", "iendo", NULL};
static const char *const adverbs[] = {"mente", NULL};
static const char *const plurals[] = {"s", ".", NULL};
static const char *const not_verbs[] = {"ando", "iendo", "mente", "ción", "s", "a", "o",
                                        "í", "á", "é", "ó", "l", "n", "d", "z", "y", "u", "i", NULL};
static const char *const no_orders[] = {"véase", "que", "fue", "dice", "tiene", "parece", "este", "puede",
                                        "debe", "contiene", "propone", "pone",
                                        NULL};
static const char *const joints[] = {"y ", "e ", "la ", "el ", "los ", "las ", NULL};
static const char *const courtesies[] = {"Agradezco", "Gracias", "Agradecemos", "En conclusión",
                                         "Finalmente", "Por último", NULL};
static const char *const headings[] = {
	"declaración", "intervención", "observaciones", "propuesta", "propuestas", "enmienda",
	"enmiendas", "delegación", "autor", "presentado", "presentada", "en nombre de", "embajador",
	"misión permanente", NULL};
static const char *const no_titles[] = {"no estamos", "no podemos", "opone", "oponemos", "rechaza", NULL};
static const char *const list_asks[] = {
	"propone", "proponemos", NULL};
static const char *const list_topics[] = {"sobre", "párrafo", "artículo", NULL};
static const char *const orders[] = {
	"suprim", "elimin", "sustit", "reempla", "insert", "añad", "agreg", "suprím", "sustitú", "añád", "agrég", "insért",
	NULL};
static const char *const requests[] = {"sustit", "suprim", "insert", "añad", "agreg", "propone",
                                       "sugiere", "apoya", "reempla", "elimin", NULL};
static const char *const asides[] = {"suprim", "elimin", "reempla", "sustit", "añad", NULL};
static const char *const newly[] = {
	"nuevo", "nueva", NULL};
static const char *const remarks[] = {
	"ningun", "ningún", "sin ", "no hay", "de acuerdo", "convenido", "acordado",
	"véase", "ver ", "pendiente", "ídem", "este ", "esta ", "estos ", "hay ", "muy ",
	"bien", "bueno", "gracias", "comentario", "aceptable", NULL};

static const char *const proposals[] = {"propuesta", "propuestas", "enmienda", "enmiendas", "sugerencia", "sugerencias", NULL};
static const char *const own[] = {"su", "sus", "nuestra", "nuestras", "mi", "mis", NULL};
static const char *const owned_by[] = {"de", "del", "de la", "de los", "de las", "por", "presentada por", "presentadas por", NULL};
static const char *const earlier[] = {"anterior", "propia", "primera", NULL};

static const char *const against[] = {
	"objeción", "objeciones", "reserva", "oposición", "sin consenso", "obsolet", "caducad",
	"por discutir", "por confirmar", "por validar", "por debatir", "opcional", "facultativ",
	"más adelante", NULL};
static const char *const promises[] = {
	"texto", "redacción", "formulación", "véase", "ver ", "por determinar",
	"por convenir", "se facilitará", "presentará", "facilitará", "como en ",
	"según lo propuesto", NULL};
static const char *const no_wordings[] = {
	"nada", "ninguno", "ninguna", "vacío", "idem", "ídem", "ok", "igual", "suprimido",
	"suprimida", "eliminado", "pendiente", "corchetes", "tbd", NULL};

static const char *const plain[] = {
	"gracias", "agradec", "atentamente", "saludos", "redacción", "editorial", "errata", "gramat",
	"ortogr", "sintax", "coheren", "clar", "técnic", "lenguaje", "lengua", "lingüíst", "fuente",
	"véase", "ver", "cf", "según", "tomado", "texto", "armoni", "alinea", "estilo", "redundan",
	"duplic", "repetit", "repetic", "repite", "fáctic", "hecho", "exact", "actualiz", "precis",
	"simpl", "traduc", "correc", "error", "palabra", "formul", "justif", "motivo", "razón",
	"explic", "important", "esencial", "crucial", "necesari", "necesid", "falta", "mejor",
	"concis", "brev", "lectura", "lee", "consecuen", "conform", "concord", "equilibr", "lógic",
	"neutr", "inclusiv", "contexto", "nota", "coment", "resto", "mayúscula", "minúscula",
	"puntuación", "coma", "plural", "singular", "añad", "cambi", "modific", "sentido", "fondo",
	"evident", "obvi", "pertinen", "superflu", "sobra", "mism", "término", "cita", "ya", "dos",
	"ambos", "cada", "nuevo", "nueva", "también", "es decir", "acuerdo",
	"otr", "todo", "general", "fin", "fuerte", "refuerz", "ampli", "debe", "flexib", "cotejar",
	"bien", "buen", NULL};
static const char *const approvals[] = {
	"acept", "aprob", "adopt", "apoy", "respald", "aprueb", "incorpor", "inclui", "consenso",
	"unánim", "unanim", "sí", "convenid", "acordad", "confirmad", "favor",
	"propuesto por", "propuesta por", "propuesta de", "presentado por", "presentada por", NULL};

static const char *const retractions[] = {
	"retirad", "retira ", "retiró", "descartad", "anulad", "rechazad", "no fue aceptad",
	"no ha sido aceptad", "no aceptad", "por confirmar", "sin efecto", "no insist",
	"pensándolo bien", "pensandolo bien",
	"no se acept", "no se aprob", "no se aprueb", "no se adopt", "no fue", "no prosper",
	"sin modificación", "se mantiene el texto", "mantener el texto", "inadmisible",
	"no podemos",
	"desiste",
	"lo retiramos", "la retiramos", "los retiramos", "retiramos es", NULL};

static const char *const echoes[] = {
	"ídem", "idem", "mismo", "misma", "mismos", "lo mismo", "igual", "igualmente",
	"similar", "se aplica", "mutatis mutandis", "asimismo", NULL};
static const char *const also[] = {
	"también", "en consecuencia", NULL};

static const char *const questions[] = {
	"por qué", "y si ", "acaso", "podría", "podríamos", "sería posible",
	"deberíamos", "cabría", NULL};
static const char *const supposing[] = {
	"podría", "podrían", "podríamos", "una opción", "otra opción", "una posibilidad",
	"otra posibilidad", "posibilidad", "sería posible", "es posible", "quizá", "tal vez",
	"eventualmente", "cabría", "se puede", "convendría estudiar", "pudiera", NULL};

const struct lang lang_es = {
	.code = "es",
	.name = "Spanish",
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
	.seams = seams,
	.abbreviations = abbreviations,
	.abbreviation_count = COUNT(abbreviations),
	.adjectives_behind = true,
	.sign_of_paragraphs = true,
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
