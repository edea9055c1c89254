package parley.image.intent;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How messages begin: with courtesies, as polite requests, as questions, as orders not to do
/// something.
final class Openings {
    private static final Pattern COURTESY =
            Pattern.compile(
                    "^(?:[\\s,.!:;…¡¿(-]|(?:please|pls|plz|hey|hi|hello|ok|okay|okey|alright|all right|good (?:morning|evening|afternoon|day)|guten (?:morgen|tag|abend)|buen[oa]s (?:dias|tardes|noches)|great|nice|nice one|cool|perfect|thanks(?: a lot)?|thank you|lovely|awesome|beautiful|"
                            + "excellent|wow|good(?! night)|super|yes|yeah|yep|now|next|so|well|hmm+|um|uh|oh|and|also|then|first(?= (?!one|picture|image|pic|photo))|finally|lastly|just|maybe|actually|kindly|only|rather|instead|parley|let'?s|lets|let us|"
                            + "go ahead and|how about|what about|why not|why don't you|i(?:'d| would) (?:really |also )?(?:like|love)(?: (?:you |for you )?to)?|i (?:also |really |just )?(?:want|need|wish)(?: (?:you )?to)?|"
                            + "we need(?: to)?|i want you to|i'd like you to|feel free to|try to|try and|try|you (?:can|could|should|may)|it would be (?:nice|great) to|time to|quickly|again,|instead|would you mind|do me a favou?r and|be so kind and|"
                            + "bitte|jetzt|dann|nun|gut|danke|hallo|und|ich (?:mochte|will|hatte gern(?:e)?|brauche)|"
                            + "s'il te plait|s'il vous plait|stp|svp|maintenant|puis|ensuite|et|merci|bonjour|salut|je (?:veux|voudrais)|j'aimerais|il me faut|"
                            + "por favor|ahora|luego|despues|hola|gracias|y|quiero|quisiera|me gustaria|necesito)(?![\\p{L}\\p{N}'-]))+");
    private static final Pattern POLITE =
            Pattern.compile(
                    "^(?:(?:can|could|may|might) (?:i|we) (?:please )?(?:have|get)|(?:can|could|would|will|can't|couldn't|won't) (?:you|u|we|i)|(?:is|would) it (?:be )?possible (?:for you )?to|are you able to|do you think you (?:can|could)|any chance you (?:can|could)|may i have|could i (?:get|have)|can i (?:get|have)|"
                            + "kannst du|konntest du|konnen sie|konnten sie|wurdest du|peux-tu|peux tu|pourrais-tu|pourrais tu|pouvez-vous|pourriez-vous|tu peux|tu pourrais|est-ce que tu peux|puedes|podrias|puede|me puedes|me podrias)(?= )");
    private static final Pattern QUESTION =
            Pattern.compile(
                    "^(?:what|what's|whats|how|how's|why|when|where|who|whose|which|do you|does|did|is|isn't|are|aren't|was|were|am i|has|have you|have i|should|shall|explain|tell (?:me|us)|describe|define|teach|"
                            + "wie|warum|wieso|wann|wer|wo|welche[rsnm]?|was|ist|sind|hast du|gibt es|erklar\\w*|"
                            + "comment|pourquoi|quand|qui|quel\\w*|qu'est|que (?:fait|signifie|veut)|c'est (?:quoi|qui|ou|quand|comment|combien|lequel|laquelle)|est-ce que (?!tu peux)|explique\\w*|"
                            + "como|cual\\w*|por que|cuando|donde|quien|que (?:es|hace|significa|puedes)|explica\\w*)(?![\\p{L}\\p{N}-])");
    private static final Pattern NEGATED =
            Pattern.compile(
                    "^(?:(?:but |and )?(?:don't|dont|do not|never|no need to|you needn't|you don't (?:have|need) to|please don't|not|stop|without|rather than|instead of|nicht|kein\\w*|ne |n'|pas |no (?=\\w+es\\b|hagas|quites|cambies)|i don't want|i do not want)(?![\\p{L}'])).*");
    private static final Pattern NEGATED_VERB =
            Pattern.compile(
                    "^(?:ne |n')\\w+.* pas\\b.*|^\\w+e? (?:das|den|die|es|bitte)\\b.* nicht(?: .*)?$|.*\\bnicht (?:entfern\\w+|vergro\\w+|freistell\\w+)$");

    private Openings() {}

    private static final Pattern ASKS =
            Pattern.compile(
                    "^(?:do|does|did) (?:they|we|i|people|some|most|all|your|my|\\p{L}[\\p{L}-]*(?<!thi)s) .*\\?\\s*$|(?<![\\p{L}])(?:what|where|which|who|why|how|should|is it|is that|are they|worth|better)(?![\\p{L}]).*\\?\\s*$|.* (?:or|oder|ou|o) (?!so\\b|an?\\b|the\\b)\\p{L}+(?: \\p{L}+)?\\?\\s*$");

    /// "I want it brighter": an order, but for its verb.
    private static final Pattern WANTED =
            Pattern.compile(
                    ".*(?:want|need|like|love|mochte|brauche|will|veux|voudrais|faut|quiero|quisiera|necesito)[\\s,]*$");

    private static final Pattern WANTED_THING =
            Pattern.compile(
                    "^(?:it|this|that|the|a|an|my|him|her|es|das|die|den|dem|ein\\w*|la|le|l'|une?|el|los|una) ?.*");

    /// Sentences whose verb is at their end, in German.
    private static final Pattern VERB_LAST =
            Pattern.compile(
                    "^(.*\\S) ((?:zeichn|mal|skizzier|vergro|vergros|hochskalier|skalier|entfern|freistell|erweiter|verbreiter|aufhell|abdunkel|beleucht|generier|erstell|erzeug|losch|verwandel|umwandel|mach|variier|stilisier|weichzeichn)\\w*(?:en|ern|eln))[\\s?.!]*$");

    /// What is left behind the courtesies.
    static Utterance withoutCourtesy(Utterance text) {
        Matcher matcher = text.matcher(COURTESY);
        if (!matcher.find() || matcher.end() >= text.folded().length()) {
            return text;
        }
        Utterance rest = text.from(matcher.end());
        boolean wanted = WANTED.matcher(matcher.group()).matches();
        return wanted && WANTED_THING.matcher(rest.folded()).matches() ? rest.after("make ") : rest;
    }

    /// A message without its courtesies, and whether it was put as a request.
    record Opened(Utterance rest, boolean polite) {}

    static Opened open(Utterance text) {
        Utterance rest = withoutCourtesy(text);
        Matcher polite = rest.matcher(POLITE);
        if (!polite.find()) {
            return new Opened(rest, false);
        }
        return new Opened(verbFirst(withoutCourtesy(rest.from(polite.end()))), true);
    }

    /// German requests with the verb where rules look for it.
    static Utterance verbFirst(Utterance text) {
        Matcher last = text.matcher(VERB_LAST);
        if (!last.matches()) {
            return text;
        }
        String verb = text.original().substring(last.start(2), last.end(2));
        return text.part(0, last.end(1)).after(verb + " ");
    }

    /// "White or black, which is better?": a question, though it does not begin as one.
    static boolean asks(Utterance text) {
        return text.has(ASKS);
    }

    static boolean isQuestion(Utterance text) {
        return text.has(QUESTION);
    }

    static boolean isNegated(Utterance text) {
        return text.matcher(NEGATED).matches() || text.matcher(NEGATED_VERB).matches();
    }
}
