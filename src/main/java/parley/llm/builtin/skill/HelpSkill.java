package parley.llm.builtin.skill;

import java.util.Optional;
import java.util.regex.Pattern;
import parley.llm.builtin.language.Language;
import parley.llm.builtin.language.Phrases;

/// Explains Parley. In other languages than English it knows what it can do and how a model is
/// connected.
final class HelpSkill implements Skill {
    private static final int LONGEST_LINE = 160;
    private static final Pattern ABILITIES =
            Pattern.compile(
                    "hilfe|hilf mir|(?:sie )?mir helfen|was kannst du(?: alles)?(?: tun|"
                            + " machen)?|wobei kannst du (?:mir )?helfen|wie kannst du mir helfen"
                            + "|aide|aide-moi|aidez-moi|m'aider|que sais-tu faire|que peux-tu"
                            + " faire|qu'est-ce que tu (?:peux|sais) faire|comment peux-tu m'aider"
                            + "|ayuda|ayudarme|ayúdame|me ayudas|me puedes ayudar|qué puedes"
                            + " hacer|que puedes hacer|qué sabes hacer|en qué puedes ayudarme"
                            + "|cómo puedes ayudarme");
    private static final Pattern CONNECT =
            Pattern.compile(
                    "wie (?:verbinde|benutze|nutze|füge) ich .{0,30}\\b(?:modell|ollama"
                            + "|openai)\\b.{0,20}"
                            + "|comment (?:connecter|utiliser|ajouter) .{0,30}\\b(?:modèle"
                            + "|ollama|openai)\\b.{0,20}"
                            + "|cómo (?:conecto|uso|conectar|agrego) .{0,30}\\b(?:modelo|ollama"
                            + "|openai)\\b.{0,20}",
                    Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern PICTURES =
            Pattern.compile(
                    "(?:(?:kannst du|könntest du|kann man|kann parley|können sie) )?(?:auch |mir |hier"
                            + " |denn |eigentlich )*(?:(?:ein |eigene )?(?:bild(?:er)?|fotos?"
                            + "|zeichnungen|logos?) )?(?:auch )?(?:malen|zeichnen)|(?:(?:kannst du"
                            + "|könntest du|kann man|kann parley) )?(?:auch |mir )*(?:ein )?(?:bild(?:er)?"
                            + "|fotos?|zeichnungen|logos?) (?:machen|erstellen|erzeugen|generieren"
                            + "|bearbeiten|verändern)"
                            + "|(?:que |qu'est-ce que )?(?:tu peux|sais-tu|peux-tu|tu sais) dessiner(?: quoi| des \\w+)?"
                            + "|(?:qué )?(?:sabes|puedes) (?:dibujar|pintar)(?: \\w+s)?"
                            + "|(?:(?:tu peux|sais-tu|tu sais|est-ce que tu (?:peux|sais)|savez-vous)"
                            + " )?(?:aussi )?(?:dessiner|peindre|(?:créer|faire|générer|modifier"
                            + "|agrandir|retoucher) des (?:images|dessins|photos))(?: des (?:images"
                            + "|dessins))?(?: aussi)?"
                            + "|dessiner des \\w+|dibujar \\w+s|was kannst du (?:alles )?(?:zeichnen|malen)"
                            + "|(?:(?:sabes|podrías|puede usted|se puede|también puedes) )?(?:también"
                            + " )?(?:dibujar|pintar|(?:crear|hacer|generar|editar|modificar) "
                            + "(?:imágenes|dibujos|fotos|ilustraciones))(?: imágenes| dibujos)?(?: también)?",
                    Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern ABOUT_PARLEY =
            Pattern.compile(
                    "^(?:what|how|where|when|why|who|does|can|is|are|do|which|tell"
                            + "|explain)\\b.*\\bparley\\b");

    private final HelpTopics topics = new HelpTopics();

    @Override
    public Optional<Answer> answer(Question question) {
        String line = question.line();
        if (question.pictured()
                || question.text().length() > 2 * LONGEST_LINE
                || line.length() > LONGEST_LINE) {
            return Optional.empty();
        }
        boolean abilities = ABILITIES.matcher(line).matches();
        boolean connect = CONNECT.matcher(line).matches();
        if (PICTURES.matcher(line).matches()) {
            return Answer.prose(Phrases.of(pictureLanguage(line)).text("pictures"));
        }
        if (abilities || connect) {
            return said(topics.named(abilities ? "abilities" : "connect"), languageOf(question));
        }
        Language wished = question.wishes().language().orElse(Language.ENGLISH);
        Optional<HelpTopic> topic = topics.find(line);
        if (topic.isEmpty() && ABOUT_PARLEY.matcher(line).find()) {
            topic = Optional.of(topics.named("index"));
        }
        return topic.flatMap(found -> said(found, wished));
    }

    private static Language pictureLanguage(String line) {
        if (line.matches(
                ".*(?:malen|zeichnen|machen|erstellen|erzeugen|generieren|bearbeiten|verändern)")) {
            return Language.GERMAN;
        }
        return line.matches(".*(?:dibujar|pintar |pintar$|imágenes|dibujos|fotos|ilustraciones).*")
                ? Language.SPANISH
                : Language.FRENCH;
    }

    private static Optional<Answer> said(HelpTopic topic, Language language) {
        boolean translated = topic.id().equals("abilities") || topic.id().equals("connect");
        return translated && language != Language.ENGLISH
                ? Answer.prose(Phrases.of(language).text(topic.id()))
                : Answer.prose(topic.text());
    }

    /// Such short questions tell their language by a word, which the guess may not be sure of.
    private static Language languageOf(Question question) {
        Optional<Language> wished = question.wishes().language();
        String line = question.line();
        if (wished.isPresent()) {
            return wished.get();
        }
        if (line.startsWith("hilf") || line.endsWith("helfen") || line.startsWith("w")) {
            return Language.GERMAN;
        }
        boolean spanish =
                line.startsWith("ay")
                        || line.startsWith("me ")
                        || line.matches("(?:qué|que pued|en qué|cómo).*");
        return spanish ? Language.SPANISH : Language.FRENCH;
    }
}
