package parley.document.answer;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What kind of thing a question asks for, and what a sentence that names one looks like.
enum AnswerKind {
    DATE(
            "\\b(?:when|since when|(?:what|which) (?:year|date|day|month|time|century)|how"
                    + " (?:early|late|recently)|deadline|wann|seit wann|in welche[mr]"
                    + " (?:jahr|monat)|bis wann|quand|(?:en )?quelle (?:année|date)|depuis"
                    + " quand|cuándo|(?:en )?qué (?:año|fecha|día)|quando|in che"
                    + " anno|wanneer|когда|när)\\b",
            "\\b(?:1\\d{3}|20\\d{2}|\\d{1,2}[:.]\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|january|february|march|april|may|june|july"
                    + "|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|\\d{1,2}(?:st|nd|rd|th)|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last)"
                    + " (?:\\w+"
                    + " )?(?:day|week|month|of)|midnight|noon|morning|evening|o'clock|easter|christmas|century|spring|summer|autumn|winter|daily|weekly|monthly|yearly|before|after|until"
                    + "|januar|februar|märz|mai|juni|juli|oktober|dezember|montag|dienstag|mittwoch|donnerstag|freitag"
                    + "|samstag|sonntag|uhr|vor|nach|bis|frühjahr|sommer|herbst|janvier|février|mars|avril|juin|juillet|août"
                    + "|septembre|octobre|novembre|décembre|heures?|enero|febrero|marzo|abril|mayo"
                    + "|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|horas?)\\b"),
    PERSON(
            "\\b(?:who|whom|whose|by whom|wer|wem|wen|wessen|von wem|qui|par"
                    + " qui|quién|quiénes|chi|quem|wiens|кто|vem)\\b",
            "(?:\\p{Lu}\\p{L}+ (?:(?:van|von|de|del|der|da|di|al|el)"
                    + " )*\\p{Lu}\\p{L}+|\\b(?:Mr|Mrs|Ms|Dr|Herr|Frau|Mme|M)\\.? \\p{Lu}"
                    + "|\\b(?i:manager|director|head|officer|engineer|committee|board|council|keeper|team|department|owner|tenant|leader|founder|supervisor"
                    + "|leiter|leiterin|vorstand|direktor|directeur|directrice|director|directora)\\b)"),
    PLACE(
            "\\b(?:where|(?:what|which)"
                    + " (?:place|city|town|country|room|building|street|location)|wo|wohin|woher|in"
                    + " welche[mr] (?:stadt|land|ort|raum)|où|dans quelle (?:ville|salle)|dónde|en qué"
                    + " (?:ciudad|lugar)|dove|onde|waar|где|куда)\\b",
            "\\b(?i:at|near|behind|beside|next to|under(?:neath)?|above|below|beneath|between|inside|outside|opposite|along|across"
                    + "|neben|unter|hinter|über|zwischen|gegenüber|an|sous|près|derrière|entre|devant|chez|junto"
                    + "|sobre|cerca|detrás|bajo|debajo)\\b \\p{L}+"
                    + "|\\b(?i:in|on|to|from|off|into|im|am|auf|bei|beim|aus|nach|à|au|aux|dans|en|sur|de|del|al)\\b"
                    + " (?:(?i:the|an?|its|their|our|de[rmns]|die|das|einem|einer|la|les?|une?|el|los|las|una)"
                    + " (?!(?i:morning|afternoon|evening|night|year|month|week|day|end|start|beginning|case|event|time|summer|winter|spring|autumn"
                    + "|matin|soir|année|fin|mañana|tarde|noche|año|sommer|winter|frühjahr|herbst|jahr|tag|abend|ende)\\b)\\p{L}+"
                    + "|(?!(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|mär|mai|okt|dez"
                    + "|früh|somm|herb|wint|easter|christmas|ostern|weihnacht)\\p{L}*\\b)\\p{Lu}\\p{L}+)"),
    AMOUNT(
            "\\b(?:how"
                    + " (?:many|much|tall|high|long|far|deep|wide|heavy|old|fast|big|large|hot|cold|thick|expensive|strong|loud|small|steep|likely)|(?:what|which)"
                    + " (?:percentage|percent|proportion|share|number|amount|fraction|speed|temperature|height|weight|length|depth|width|size|price|cost|rate|distance|age|capacity|fee|voltage|pressure)"
                    + "|(?:^|\\bthe )(?:\\w+ ){0,2}(?:population|height|weight|length"
                    + "|depth|width|area|size|speed|temperature|age|capacity|percentage|proportion|number|distance"
                    + "|revenue|turnover|profit|budget|duration|diameter|density|rate|share|attendance)(?= (?:of|in|for|per)\\b|\\W*$)"
                    + "|number of|wie ?viele?r?|wie"
                    + " (?:hoch|lang|lange|groß|weit|tief|breit|schwer|alt|schnell|teuer|warm|kalt)|wieviel|combien|quelle?"
                    + " (?:est la )?(?:hauteur|longueur|taille|distance|vitesse|température|durée)|quel"
                    + " (?:est le )?(?:prix|nombre|poids|pourcentage)|cuánt[oa]s?|qué"
                    + " (?:altura|porcentaje|tamaño|velocidad|precio)|quant[oiae]|quantos|quantas|hoeveel|сколько|hur"
                    + " (?:många|mycket|hög|lång))\\b",
            "(?:\\d|\\b(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|half|quarter|third|once|twice|none|double"
                    + "|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|hundert|tausend|deux|trois|quatre|cinq|sept|huit|neuf|dix|vingt|cent|mille"
                    + "|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|veinte|cien|mil|daily|weekly|monthly|yearly|every)\\b)"),
    MONEY(
            "\\b(?:(?:how much|what)"
                    + " (?:does|do|did|is|are|was|were|must|should|will|would|can|money|of)?\\b.*\\b(?:costs?|price|fee|pay|paid|charge|worth|earn|salary|wages?|rent|fare|fine|penalty|budget|dividend|bonus|income)|how"
                    + " expensive|how much money|price of|cost of|was kostete?n?|wie teuer|wie viel"
                    + " (?:kostet|verdient)|combien coûten?t?|quel est le prix|cuánto cuesta|cuánto"
                    + " vale|quanto costa|сколько стоит)\\b",
            "(?:[$€£¥]|\\b(?i:euros?|pounds?|dollars?|cents?|francs?|pence|penny|yen|crowns?|marks?|million|percent|salary|free|gratis|refunded|kostenlos|mark|prozent|gratuite?s?|gratuito)\\b)"),
    FREQUENCY(
            "\\b(?:how often|how frequently|how many times|wie oft|wie häufig|à quelle"
                    + " fréquence|combien de fois|con qué frecuencia|cuántas veces|quanto spesso|hoe"
                    + " vaak|как часто|hur ofta)\\b",
            "\\b(?i:every|each|once|twice|times|daily|weekly|monthly|yearly|annually|hourly|an?"
                    + " (?:day|week|month|year|hour|minute)|per|jede[nrs]?|täglich|wöchentlich|monatlich|jährlich|mal|chaque|fois|tous|toutes|par|cada|veces|vez|diario|al)\\b"),
    REASON(
            "\\b(?:why|what (?:caused|causes|is the reason|was the reason)|how"
                    + " come|warum|wieso|weshalb|pourquoi|por qué|perché|por"
                    + " que|waarom|почему|varför)\\b",
            "\\b(?i:because|since|due to|so that|in order to|as a"
                    + " result|therefore|caused?|reason|owing to|to"
                    + " (?:keep|avoid|prevent|protect|save|reduce|make)|for"
                    + " fear|weil|denn|da|damit|wegen|deshalb|um .* zu|parce que|car|afin|pour|à"
                    + " cause|porque|debido|para que|a causa)\\b"),
    MEANING(
            "^(?:what (?:is|are|was|were) (?:an? )?(?!the |your |this |it\\b)[\\p{L}\\p{N}'"
                    + " -]{2,40}\\??|define\\b.*|what does .{2,60} mean\\??|what is meant"
                    + " by\\b.*|meaning of\\b.*|was (?:ist|sind|bedeutet|heißt)\\b.*|qu'est-ce"
                    + " (?:que|qu')\\b.*|que signifie\\b.*|qué (?:es|son|significa)\\b.*)$",
            "\\b(?i:is|are|was|were|means?|refers to|is called|are"
                    + " called|ist|sind|bedeutet|heißt|bezeichnet|est|sont|signifie|désigne|es|son|significa)\\b");

    private final Pattern question;
    private final Pattern evidence;

    AnswerKind(String question, String evidence) {
        this.question = Pattern.compile(question, Pattern.UNICODE_CHARACTER_CLASS);
        this.evidence =
                Pattern.compile(
                        evidence,
                        evidence.contains("\\p{Lu}") || evidence.contains("(?i")
                                ? Pattern.UNICODE_CHARACTER_CLASS
                                : Pattern.UNICODE_CHARACTER_CLASS
                                        | Pattern.CASE_INSENSITIVE
                                        | Pattern.UNICODE_CASE);
    }

    /// What a question asks for; empty if it can be anything.
    ///
    /// @param plain on one line, in lower case
    static Set<AnswerKind> askedBy(String plain) {
        String line = plain.toLowerCase(Locale.ROOT);
        Set<AnswerKind> kinds = EnumSet.noneOf(AnswerKind.class);
        for (AnswerKind kind : values()) {
            if (kind.question.matcher(line).find()) {
                kinds.add(kind);
            }
        }
        if (kinds.contains(MONEY)) {
            // A price, and not just any number.
            kinds.remove(AMOUNT);
        }
        return kinds;
    }

    /// Whether a sentence may name one.
    boolean isIn(String sentence) {
        return evidence.matcher(sentence).find();
    }
}
