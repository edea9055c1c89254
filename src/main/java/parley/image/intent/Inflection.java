package parley.image.intent;

import java.util.Optional;

/// How a colour stands with a thing in German, French and Spanish, by the article that the thing
/// was named with: "das Dach rot" is "mit rotem Dach", "le ciel rose" is "avec un ciel rose".
enum Inflection {
    MASCULINE_GERMAN("er", "em", " mit "),
    FEMININE_GERMAN("e", "er", " mit "),
    NEUTER_GERMAN("es", "em", " mit "),
    MASCULINE_FRENCH("", "", " avec un "),
    FEMININE_FRENCH("", "", " avec une "),
    MANY_FRENCH("", "", " avec des "),
    MASCULINE_SPANISH("", "", " con un "),
    FEMININE_SPANISH("", "", " con una "),
    MANY_SPANISH("", "", " con ");

    private final String ending;
    private final String endingBehindWith;
    private final String with;

    Inflection(String ending, String endingBehindWith, String with) {
        this.ending = ending;
        this.endingBehindWith = endingBehindWith;
        this.with = with;
    }

    /// Empty for English.
    static Optional<Inflection> of(String article) {
        return switch (article.strip()) {
            case "den", "der" -> Optional.of(MASCULINE_GERMAN);
            case "die" -> Optional.of(FEMININE_GERMAN);
            case "das" -> Optional.of(NEUTER_GERMAN);
            case "le", "l'" -> Optional.of(MASCULINE_FRENCH);
            case "la" -> Optional.of(FEMININE_FRENCH);
            case "les" -> Optional.of(MANY_FRENCH);
            case "el" -> Optional.of(MASCULINE_SPANISH);
            case "los", "las" -> Optional.of(MANY_SPANISH);
            case String _ -> Optional.empty();
        };
    }

    /// The same article in another language: "la" is French and Spanish.
    Inflection spokenBy(String prompt) {
        boolean spanish =
                Utterance.fold(prompt).matches(".*(?<![\\p{L}])(?:una?|el|con|del) .*")
                        && !Utterance.fold(prompt).matches(".*(?<![\\p{L}])(?:une|avec|du|au) .*");
        return this == FEMININE_FRENCH && spanish ? FEMININE_SPANISH : this;
    }

    /// Behind the words of a picture.
    String with(String thing, String how) {
        return with
                + (isGerman()
                        ? inflected(how, endingBehindWith) + " " + thing
                        : thing + " " + plain(how));
    }

    /// Where the words of a picture name the thing already.
    ///
    /// @param before what they say before it
    String named(String before, String thing, String how) {
        if (!isGerman()) {
            return thing + " " + plain(how);
        }
        boolean weak = before.matches("(?i).*(?<![\\p{L}])(?:(?:ein|d|dies|mein)e[nmr]|den) $");
        return inflected(how, weak ? "en" : ending) + " " + thing;
    }

    private boolean isGerman() {
        return this == MASCULINE_GERMAN || this == FEMININE_GERMAN || this == NEUTER_GERMAN;
    }

    private static String inflected(String how, String ending) {
        String folded = Utterance.fold(how);
        String stem =
                switch (folded) {
                    case "dunkler" -> "dunkl";
                    case "heller" -> "hell";
                    case String _ -> how;
                };
        return folded.matches(".*(?:rosa|lila|orange|beige)") ? how : stem + ending;
    }

    private static String plain(String how) {
        return how.replaceFirst("(?iu)^(?:plus|más|mas) ", "");
    }
}
