package parley.document.answer;

import java.util.regex.Pattern;

/// The words by which wishes are recognised, in lower case.
final class WishWords {
    private static final String DOCUMENT =
            "(?:the |this |that |my |our |your |das |dieses |diese |der |die |den |dieser |diesem"
                    + " |dem |le |la |les |ce |cet |cette |el |este |esta |il |questo |o |het |dit"
                    + " |first |second |third |last |whole |entire |uploaded |attached )*"
                    + "(?:documents?|pdfs?|files?|text|paper|report|book|article|attachments?|manual|handbook"
                    + "|dokumente?s?|datei(?:en)?|buch|bericht|documento?s?|fichiers?|texte|rapport|livre|archivos?"
                    + "|texto|libro|informe|arquivo|testo|bestand|документ[а-я]*|файл[а-я]*)";
    private static final String IT =
            "(?:it|this|that|es|das|dies|ce|ça|cela|esto|eso|" + DOCUMENT + ")";

    static final Pattern POLITE =
            words(
                    "^(?:please|could you|can you|would you|will you|i want you to|i would like you"
                            + " to|i'd like|kannst du|könntest du|können"
                            + " sie|bitte|peux-tu|pouvez-vous|s'il te plaît|s'il vous"
                            + " plaît|puedes|podrías|por favor|per"
                            + " favore|hi|hello|hey|hallo|and|now|so|ok|okay|und|et|y)\\b[ ,!]+|["
                            + " ,]+(?:please|bitte|s'il te plaît|s'il vous plaît|por favor)[.!?]*$");

    static final Pattern SUMMARY =
            words(
                    "\\b(?:summari[sz]e[ds]?|summari[sz]ing|summary|sum (?:\\w+"
                            + " ){0,4}up|tl;?dr|(?:key|main|most important|central)"
                            + " (?:points|ideas?|findings|messages?|takeaways)|gist|condense|boil"
                            + " (?:\\w+ )?down|overview|recap"
                            + "|fass[et]?\\b.*\\bzusammen|zusammen(?:fassung|fassen|gefasst)\\w*|überblick|kernaussagen?|das"
                            + " wichtigste|wichtigste[nr]? punkte|résume[rz]?|résumé|synthèse|points"
                            + " clés|l'essentiel|resumen|resumir|resúme\\w*|resuma|puntos"
                            + " (?:clave|principales)"
                            + "|riassum\\w*|riassunto|resumo|samenvatting|vat\\b.*\\bsamen"
                            + "|сводк[аиу]|кратко|резюмируй)\\b|^resume\\b");

    static final Pattern ASKS_A_FACT =
            words(
                    "^(?:who|when|where|how (?:many|much|long|old|tall|high)|which"
                            + " (?:year|person|page)|why|does|do|did|is|are|was|were|wer|wann|wo|warum|wie"
                            + " ?viele?|qui|quand|où"
                            + "|pourquoi|combien|quién|cuándo|dónde|cuánt[oa]s?)\\b");

    static final Pattern ABOUT_SOMETHING =
            words(
                    "\\b(?:about|regarding|concerning|on the (?:subject|topic) of|says?"
                            + " on|über|bezüglich|au sujet de|à propos d|concernant|sobre|acerca"
                            + " de)\\b(?! "
                            + IT
                            + "\\b)");

    static final Pattern LENGTH_ONLY =
            words(
                    "(?:(?:make it|now|again|noch|même chose|lo mismo)"
                            + " )?(?:(?:in|with|into|to|en|mit) (?:about |exactly |at most |only |nur"
                            + " )?\\w{1,10} (?:short )?(?:sentences?|words|(?:bullet"
                            + " )?points?|bullets|sätzen?|worten|wörtern|stichpunkten|phrases?|mots|frases?|palabras)|(?:even"
                            + " |much |a bit |noch |plus |más )?(?:shorter|bullet points|as (?:a"
                            + " list|bullets|bullet points)|stichpunkte|points clés|puntos"
                            + " clave|briefer|longer|kürzer|länger|court|long|corto|largo))[.!?]*");

    static final Pattern SENTENCES =
            words(
                    "\\b(?:in|with|into|to|of|most|only|exactly|about|mit|en|avec|con)?"
                            + " ?\\b(\\w{1,10}) (?:short |brief |key |main |bullet |kurzen"
                            + " )?(?:sentences?|points?|bullets"
                            + "|sätzen?|satz|punkten?|stichpunkten?|phrases?|frases?|oraciones|frasi|puntos"
                            + "|zinnen)\\b");
    static final Pattern WORDS =
            words("\\b(\\w{1,9}) (?:words|worten?|wörtern?|mots|palabras|parole|palavras)\\b");
    static final Pattern SHORT =
            words(
                    "\\b(?:short(?:er|ly)?|brief(?:er|ly)?|concise(?:ly)?|quick|tl;?dr|kurz(?:e|en|er)?|kürzer"
                            + "|knapp|court|courte?|brièvement|brève|corto|breve(?:mente)?)\\b");
    static final Pattern LONG =
            words(
                    "\\b(?:longer|long|detailed|in"
                            + " detail|thorough(?:ly)?|extensive|ausführlich\\w*|länger|détaillée?|plus"
                            + " long|detallad[oa]|largo|extens[oa])\\b");
    static final Pattern POINTS =
            words(
                    "\\b(?:bullets?|bullet points?|(?:key|main) (?:points|takeaways)|as a"
                            + " list|stichpunkte?n?|liste|puntos clave|points clés|lista)\\b");

    static final Pattern OUTLINE =
            words(
                    "\\b(?:outline|tables? of contents|toc|(?:structure|chapters|headings|sections)"
                            + " (?:of|in|are|does)\\b.*|(?:what|which|list|show)(?: me)?(?: all)?(?:"
                            + " the)?(?: are the)? (?:chapters|sections|headings|parts)\\b(?!"
                            + " (?:on|about|cover|mention|deal|say|discuss)).*|how is "
                            + IT
                            + " (?:structured|organi[sz]ed)|gliederung|inhaltsverzeichnis|kapitelübersicht|welche"
                            + " kapitel|table des matières|sommaire|plan du document|quels"
                            + " chapitres|índice|esquema|tabla de contenidos?|qué"
                            + " capítulos|indice|sommario|inhoudsopgave|оглавление|содержание)\\b");

    static final Pattern KEY_TERMS =
            words(
                    "\\b(?:key ?(?:terms?|words?|phrases?)|keywords?|important"
                            + " (?:terms|words|terminology)|main"
                            + " (?:terms|topics|themes|subjects)|topics|tags|schlüssel(?:wörter|begriffe)\\w*|stich(?:wörter|worte)|schlagw(?:ö|o)rte\\w*|wichtigste[n]?"
                            + " begriffe|themen|mots[- ]clés?|termes clés|thèmes|palabras"
                            + " clave|términos clave|temas|parole"
                            + " chiave|palavras-chave|trefwoorden|ключевые слова)\\b");

    static final Pattern PAGE_COUNT =
            words(
                    "\\b(?:(?:how many|number of|count of|total) pages(?!"
                            + " (?:can|may|must|should|per|a day))|page count|pages (?:are there|does "
                            + IT
                            + " have)|how (?:long|big) is "
                            + DOCUMENT
                            + "|wie ?viele seiten|seitenzahl|anzahl der seiten|wie lang ist "
                            + DOCUMENT
                            + "|combien de pages|nombre de pages|cuántas páginas|número de páginas"
                            + "|quante pagine|quantas páginas|hoeveel pagina|сколько страниц)");

    static final Pattern AUTHOR =
            words(
                    "(?:^|\\b)(?:who (?:wrote|authored|has written|created|made|is the"
                            + " (?:author|writer) of|are the authors of) "
                            + IT
                            + "|who(?:'s| is| are) the (?:authors?|writers?)|who (?:was )?"
                            + IT
                            + " (?:was )?(?:written|made) by|author of "
                            + IT
                            + "|by whom was "
                            + IT
                            + " written|wer"
                            + " (?:hat|ist)\\b.*(?:geschrieben|verfasst|autor(?:in)?|verfasser(?:in)?)|wer"
                            + " schrieb "
                            + IT
                            + "|qui (?:a écrit|a rédigé) "
                            + IT
                            + "|qui est l'auteure?|qui l'a écrit|quién (?:escribió "
                            + IT
                            + "|lo escribió|es el autor|es la autora)|chi (?:l'ha scritto|è"
                            + " l'autore)|wie heeft (?:het|dit) geschreven)\\s*[.?!]*$");

    static final Pattern TITLE =
            words(
                    "^(?:what(?:'s| is) the (?:title|name)(?: of "
                            + IT
                            + ")?|what is "
                            + DOCUMENT
                            + " called|wie (?:heißt|lautet) (?:der titel\\b.*|"
                            + DOCUMENT
                            + ")|quel est le titre\\b.*|cuál es el título\\b.*)\\s*[.?!]*$");

    static final Pattern CREATED =
            words(
                    "^(?:when was "
                            + IT
                            + " (?:written|created|made|published|produced|last"
                            + " (?:changed|modified))|how old is "
                            + DOCUMENT
                            + "|what is the date of "
                            + IT
                            + "|wann wurde "
                            + IT
                            + " (?:geschrieben|erstellt|verfasst|veröffentlicht)"
                            + "|quand "
                            + IT
                            + " a-t-il été (?:écrit|créé|publié)|cuándo se"
                            + " (?:escribió|creó|publicó) "
                            + IT
                            + ")\\s*[.?!]*$");

    static final Pattern ABOUT =
            words(
                    "\\b(?:what(?:'s| is| are| do| does)? (?:are )?"
                            + IT
                            + "(?: all| is| deal| talk)? (?:about|with)(?: about)?|what is"
                            + " (?:inside|in) "
                            + IT
                            + "|what (?:do|does) "
                            + IT
                            + " (?:say|contain|cover|discuss|describe)\\s*[?.!]*$|(?:describe|explain|tell"
                            + " me about|introduce) "
                            + IT
                            + "|what(?:'s| is) the (?:subject|topic|theme|content|purpose)(?: of "
                            + IT
                            + ")?\\s*[?.!]*$|worum geht(?: e)?'?s|worum geht es|wovon handelt|was"
                            + " steht (?:in|drin)(?: "
                            + IT
                            + ")?\\s*[?.!]*$|de quoi (?:parle|traite|s'agit|est-ce)|de qué"
                            + " (?:trata|habla|va)|di (?:cosa|che) (?:parla|tratta)|do que"
                            + " (?:trata|fala)|waar gaat (?:het|dit)|о чём)");

    static final Pattern LISTING =
            words(
                    "^(?:(?:what|which) (?:documents?|files?|pdfs?|attachments?)"
                            + " (?:are|is|do|did|have|has)\\b.*|(?:list|show)(?: me)?(?: all)?(?: the|"
                            + " my)? (?:documents|files|pdfs|attachments|uploads)\\b|what (?:did i"
                            + " upload|have i uploaded|have i given you)\\b.*|welche"
                            + " (?:dokumente|dateien)\\b.*|quels (?:documents|fichiers)\\b.*|qué"
                            + " (?:documentos|archivos)\\b.*)\\s*[.?!]*$");

    static final Pattern PAGE_TEXT =
            words(
                    "^(?:(?:quote|show|read|give|print|copy|display|open|cite)(?: me)?(?: out)?(?:"
                            + " the)?(?: whole| full| entire| complete)?(?: text| content|"
                            + " contents)?(?: of| on| from)?|what(?:'s| is| stands| is written)?(?:"
                            + " there)? (?:on|in)|what does|text of|contents? of|zitiere?|zeige?(?:"
                            + " mir)?|was steht auf|lies(?: mir)?|montre[- z]*(?:moi)?|cite[rz]?|qu'y"
                            + " a-t-il (?:sur|à)|que dit|muestra|muéstrame|cita|qué (?:hay|dice)(?:"
                            + " en)?)(?: the| die| der| la| las| les?)? ?(?:first |last |erste |letzte"
                            + " |première |dernière |primera |última"
                            + " )?(?:pages?|pg?\\.|seiten?|páginas?|\\d)[ \\d.–-]*(?:to|bis|à|a)?["
                            + " \\d]*(?:say|says|contain|vor)?(?: of "
                            + IT
                            + ")?\\s*[?.!]*$");

    /// In the document, according to the report.
    static final Pattern IN_DOCUMENT =
            words(
                    "\\b(?:in|from|by|according to|does|in dem|im|laut|aus|dans|selon|d'après|en|según|del?|steht in|sagt) "
                            + "(?:the |this |that |my |our |your |dem |der |das |den |diesem |dieser |le |la |ce |cette |el |este |uploaded |attached )*"
                            + "(?:documents?|pdfs?|papers?|articles?|handbook|manual|attachments?|dokumente?s?|handbuch|anhang|documentos?|manuel|archivos? adjuntos?|fichier)\\b");

    static final Pattern EACH =
            words(
                    "\\b(?:compare|comparison|difference|differences|differ|versus|vs\\.?|(?:each|both|all|every|either)(?:"
                            + " of)?(?: the| these)?(?: two| three)?"
                            + " (?:documents?|files?|pdfs?|reports?|papers?)|vergleich\\w*|unterschiede?|unterscheiden|beiden?"
                            + " dokumente\\w*|alle[n]?"
                            + " dokumente\\w*|compare[rz]?|comparaison|différences?|compara\\w*|diferencias?)\\b");

    private WishWords() {}

    private static Pattern words(String expression) {
        return Pattern.compile(expression, Pattern.UNICODE_CHARACTER_CLASS);
    }
}
