package parley.document.answer;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The words by which questions go on from the one before, in lower case, in English, German,
/// French and Spanish.
final class FollowUpWords {
    /// On which page?
    static final Pattern WHERE_IT_STANDS =
            words(
                    "^(?:and |und |et |y )?(?:(?:on|in|from|at) )?(?:which|what) page(?: (?:is|was|does|did)"
                            + " (?:that|it|this|he|she|they)(?: (?:on|from|stand|say|written|found|said))?)?$"
                            + "|^(?:and )?where (?:does it say (?:that|so|this)|is (?:that|this|it)"
                            + " (?:written|said|stated)|did you (?:find|get|read|see) (?:that|it|this))$"
                            + "|^(?:und )?(?:auf )?welcher seite(?: (?:steht|ist) (?:das|es|dies))?$"
                            + "|^(?:und )?wo (?:steht|hast du) (?:das|es|dies)(?: (?:geschrieben|gefunden|her))?$"
                            + "|^(?:et )?(?:(?:à|sur) )?quelle page(?: est-ce| c'est)?$"
                            + "|^(?:et )?où (?:est-ce (?:écrit|dit)|c'est écrit|as-tu (?:trouvé|lu) (?:ça|cela))$"
                            + "|^(?:y )?(?:en )?qué página(?: está| lo dice| es)?$"
                            + "|^(?:y )?dónde (?:lo dice|dice eso|está escrito|lo has (?:leído|encontrado))$");

    /// And …, what about …
    static final Pattern OPENER =
            words(
                    "^(?:(?:and|but|or|also|then) )?(?:what about|how about|what of)\\b ?|^(?:and|but) (?:also )?"
                            + "|^(?:und |aber )?(?:was ist mit|wie (?:ist|steht|sieht) es"
                            + " (?:mit|bei|für|in|im)|wie war es (?:mit|bei|in|im))\\b ?|^(?:und|aber) (?:auch )?"
                            + "|^(?:et )?(?:qu'en est-il (?:de la |de l'|du |des |de |d')|qu'en est-il"
                            + " |quid (?:de la |de l'|du |des |de |d'))|^(?:et|mais) (?:aussi )?"
                            + "|^(?:y )?(?:qué (?:hay|pasa|tal) (?:de|con|del)\\b ?)|^(?:y|e|pero) (?!a-t-)(?:también )?");

    /// A question word, or a verb that begins a question: what is opened so asks something new.
    static final Pattern ASKS =
            words(
                    "^(?:(?:by|to|for|from|with|in|at|since|until|on|of) )?(?:who|whom|whose|when|where|why|how|what|which)\\b"
                            + "|^(?:is|are|was|were|do|does|did|can|could|may|must|has|have|had|will|would|should)\\b"
                            + "|^(?:(?:von|für|mit|seit|bis|in|an|zu|aus) )?(?:wer|wen|wem|wessen|wann|wo|wohin|woher|warum|wieso"
                            + "|weshalb|wie|wieviel|was|welche[mnrs]?|womit|wofür)\\b"
                            + "|^(?:ist|sind|war|waren|hat|haben|kann|darf|muss|gibt|wird|wurde)\\b"
                            + "|^(?:(?:par|pour|avec|depuis|de|en|dans|à) )?(?:qui|quand|où|pourquoi|comment|combien|quels?"
                            + "|quelles?|que|qu'|est-ce|peut-on|faut-il|y a-t-il)"
                            + "|^(?:(?:por|para|con|desde|de|en|a) )?(?:quién(?:es)?|cuándo|dónde|cómo|cuánt[oa]s?|cuál(?:es)?|qué)\\b"
                            + "|^(?:es|son|fue|hay|puedo|tiene|está)\\b");

    /// The second one.
    static final Pattern ORDINAL =
            words(
                    "^(?:the |der |die |das |den |dem |le |la |les |el |los )?"
                            + "(?:(?:document|file|pdf|dokument|datei|documento|archivo) )?(\\p{L}+)"
                            + "(?: (?:one|ones|document|documents|file|pdf|report|dokument|datei|bericht|documento|archivo|fichier"
                            + "|rapport|informe))?$");

    /// What stands for something that was named before. "It is forbidden to …" stands for nothing.
    static final Pattern PRONOUN =
            words(
                    "\\b(?:its?|they|them|their|theirs|he|she|him|his|hers?|there|that one|this one|these|those)\\b"
                            + "|\\b(?:er|ihn|ihm|ihr|ihre[mnrs]?|sein|seine[mnrs]?|sie|es|davon|darin|damit|dafür|dort|dessen|deren)\\b"
                            + "|(?<![\\p{L}])-?(?:t-)?(?:il|elle|ils|elles)\\b|\\b(?:lui|leur|celui-ci|celle-ci)\\b"
                            + "|\\b(?:él|ella|ellos|ellas|lo|su|sus|allí|ahí)\\b");

    static final Pattern EMPTY_PRONOUN =
            words(
                    "\\bit (?:(?:takes?|took|costs?|is|was) )?(?:\\p{L}+ )?to \\p{L}+|\\bis there\\b|\\bare there\\b"
                            + "|\\bwas there\\b|\\bwere there\\b|\\bthere (?:is|are|was|were)\\b|\\bgibt es\\b|\\bgab es\\b"
                            + "|\\by a-t-il\\b|\\bil y a\\b|\\bil faut\\b|\\bfaut-il\\b|\\best-il\\b|\\bcómo se\\b|\\bkönnen sie\\b|\\bhaben sie\\b");

    /// He or she: somebody whom the answer named.
    static final Pattern PERSON =
            words(
                    "\\b(?:he|she|him|his|her|hers|er|ihn|ihm|seine?[mnrs]?|lui|él|ella|su)\\b|-(?:t-)?(?:il|elle)\\b");

    static final Pattern YEAR = words("\\b(?:1\\d{3}|20\\d{2})\\b");

    static final Pattern PREPOSITION =
            words(
                    "^(for|in|at|on|to|from|with|by|per|of|during|für|im|am|an|mit|von|vom|nach|bei|beim|zu|zum|zur|auf|aus|pour|en|à"
                            + "|au|aux|dans|avec|sur|chez|para|con|por|a|al|desde|durante)\\b");

    private static final Set<String> DETERMINERS =
            Set.of(
                    "the", "a", "an", "this", "that", "these", "those", "my", "our", "your",
                    "their", "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen",
                    "einem", "einer", "eines", "dieser", "diese", "dieses", "le", "la", "les", "un",
                    "une", "du", "au", "aux", "ce", "cet", "cette", "ces", "el", "los", "las",
                    "una", "del", "al", "este", "esta", "esos");

    static final Set<String> JOINTS = Set.of("of", "de", "du", "des", "del", "von", "vom", "d'");

    /// What ends the name of a thing: verbs that often follow it in a question.
    static final Pattern VERB =
            words(
                    "\\p{Ll}{2,}ed|built|made|found|held|kept|lost|put|set|sent|sold|taken|took|born|written|wrote|drawn|given"
                            + "|paid|bought|begun|began|known|cost|costs|weigh|weighs|open|opens|close|closes|start|starts|begin"
                            + "|begins|end|ends|last|lasts|work|works|live|lives|run|runs|mean|means|come|comes|contain|contains"
                            + "|have|has|need|needs|look|looks|happen|carry|carries|take|takes|stand|stands"
                            + "|wurde|wurden|hat|ist|war|fut|furent|est|sont|a|ont|était|fue|es|era|tiene|está"
                            + "|\\p{L}+-(?:t-)?(?:il|elle|on|ils|elles)");

    private FollowUpWords() {}

    /// Whether a word in lower case is an article or the like, which begins a thing's name.
    ///
    /// @param language ISO 639-1
    static boolean isDeterminer(String word, Optional<String> language) {
        // Elsewhere than in English "a" is a verb or a preposition.
        return DETERMINERS.contains(word)
                && (!word.equals("a") || language.filter("en"::equals).isPresent());
    }

    private static Pattern words(String expression) {
        return Pattern.compile(expression, Pattern.UNICODE_CHARACTER_CLASS);
    }
}
