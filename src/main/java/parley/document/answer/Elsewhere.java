package parley.document.answer;

import java.util.regex.Pattern;
import parley.llm.builtin.language.Words;

/// What is said beside documents and not about them: greetings, thanks, questions about the server,
/// wishes for pictures and poems, sums.
final class Elsewhere {
    private static final int LONGEST_COURTESY = 200;

    private static final Pattern COURTESY =
            words(
                    "(?:(?:hi|hello|hey|hallo|moin|servus|bonjour|salut|coucou|hola|buenos"
                            + " días|buenas|ciao|olá|hoi|привет|good"
                            + " (?:morning|afternoon|evening|night|day)|guten"
                            + " (?:morgen|tag|abend)|bonsoir|thanks?(?: you)?(?: very much| so much| a"
                            + " lot)?|thx|many thanks|cheers|danke(?: schön| sehr)?|vielen"
                            + " dank|merci(?: beaucoup)?|(?:muchas"
                            + " )?gracias|grazie|obrigad[oa]|bedankt|спасибо|bye|goodbye|see"
                            + " you|tschüss|au"
                            + " revoir|adiós|yes|no|ja|nein|oui|non|sí|ok|okay|great|cool|nice|perfect|super|wow|well"
                            + " done|good job|there|all|everyone|again|friend|parley|how are you(?:"
                            + " today| doing)?|how's it going|wie geht(?:'s| es dir| es ihnen)|ça"
                            + " va|comment (?:ça va|vas-tu)|qué tal|cómo estás|you're welcome|i see|got"
                            + " it|understood|that's (?:great|good|all|it|helpful)|very helpful)["
                            + " ,.!?;:)]*)+");
    private static final Pattern GRATITUDE =
            words(
                    "^(?:thanks?|thank you|thx|danke|vielen dank|merci|gracias|muchas"
                            + " gracias|grazie)\\b[^?]{0,60}$");
    private static final Pattern ABOUT_SERVER =
            words(
                    "^(?:what (?:can|could|do) you (?:do|help|offer|know)\\b.*|what are you(?: able"
                            + " to do)?|who (?:are|made|built|created) you|what(?:'s| is) your name|are"
                            + " you (?:an? )?(?:ai|bot|human|robot|model|real)\\b.*|(?:which|what)"
                            + " (?:model|version|llm)\\b.*\\byou\\b.*|help(?: me)?|how do (?:i|you)"
                            + " (?:connect|add|use|install|upload|configure)\\b.*(?:model|key|parley|you|ollama|openai)\\b.*|what(?:'s|"
                            + " is) (?:the (?:time|date|weather)(?: today| now)?|today'?s date)|what"
                            + " (?:time|day) is it\\b.*|was kannst du\\b.*|wer bist du|wie heißt du|wie"
                            + " spät ist es|hilfe|que (?:peux-tu|sais-tu) faire|qui es-tu|comment"
                            + " t'appelles-tu|quelle heure est-il|aide|qué puedes hacer|quién eres|cómo"
                            + " te llamas|qué hora es|ayuda)[ ?.!]*$");
    private static final Pattern MAKING =
            words(
                    "^(?:(?:draw|paint|sketch|render|illustrate|generate|design|create|make|write|compose|invent)(?:"
                            + " me| us)? (?:an?|some|another|two|three|the|my|\\d+)"
                            + " ?(?!(?:summary|outline|list|overview|table of|index|quote))|tell"
                            + " (?:me|us) (?:a|another|some)"
                            + " (?:joke|story|riddle|fairy|poem|fun)|sing\\b|play\\b|roll\\b|flip"
                            + " a|toss a|zeichne?|male? (?:mir |ein)|schreib(?:e)? (?:mir"
                            + " )?ein|erzähl(?:e)?(?: mir)? einen?"
                            + " (?:witz|geschichte)|dessine|peins|écris(?:-moi)? une?|raconte(?:-moi)?"
                            + " une? (?:blague|histoire)|dibuja|pinta|escribe(?:me)? una?|cuéntame un"
                            + " (?:chiste|cuento)|upscale|remove (?:the )?background|edit"
                            + " (?:the|my|this) (?:image|picture|photo)|translate [\"“']|remind me"
                            + " to|set (?:a|an) (?:timer|alarm))");
    private static final Pattern SUM =
            words(
                    "^(?:what(?:'s| is)|how much is|calculate|compute|was ist|wie viel ist|combien"
                            + " font|cuánto es)?[ ]*[-+(]*\\d[\\d .,]*(?:[-+*/x×÷^%:()"
                            + " ]|plus|minus|times|divided by|mal|geteilt"
                            + " durch|fois|por)+\\s*\\d[-+*/x×÷^%() \\d.,]*[=? ]*$");

    private Elsewhere() {}

    /// @param plain on one line, in lower case
    static boolean isMeant(String plain) {
        return Words.of(plain).isEmpty()
                || (plain.length() <= LONGEST_COURTESY && COURTESY.matcher(plain).matches())
                || GRATITUDE.matcher(plain).matches()
                || ABOUT_SERVER.matcher(plain).find()
                || MAKING.matcher(plain).find()
                || SUM.matcher(plain).find();
    }

    private static Pattern words(String expression) {
        return Pattern.compile(expression, Pattern.UNICODE_CHARACTER_CLASS);
    }
}
