package parley.image.intent;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts a colour into the words that a picture is drawn by.
final class Recoloured {
    private static final String COLOUR =
            "(?:(?:bright|light|dark|deep|pale) )?(?:red|orange|yellow|green|blue|purple|violet|pink|brown|black|white|gr[ae]y|golden|silver|turquoise|teal|navy|beige|crimson|scarlet|magenta|lilac|lavender)";
    private static final Pattern BEFORE =
            Pattern.compile("(?iu)(?<![\\p{L}])(?:" + COLOUR + "|dark|bright|light|pale) $");
    private static final Pattern BARE =
            Pattern.compile(
                    "(?iu)(?:in |make it |all )?("
                            + COLOUR
                            + ")(?: (?:instead|this time|please|now))*[.!]?");
    private static final Pattern DETERMINER =
            Pattern.compile(
                    "(?iu)^(?:an?|the|one|two|three|four|five|six|some|many|ein\\w*|une?|una?|\\d+) ");
    private static final List<String> STEPS = List.of("dark", "bright", "light", "pale");

    private Recoloured() {}

    /// @param article what the thing was named with: it tells the language
    /// @param thing what is to have the colour; empty for what the prompt names first
    /// @param how a colour, or a step such as "darker"
    static String prompt(String prompt, String article, String thing, String how) {
        Optional<Inflection> other =
                thing.isEmpty()
                        ? Optional.empty()
                        : Inflection.of(article).map(form -> form.spokenBy(prompt));
        return other.isPresent()
                ? elsewhere(prompt, thing, how, other.get())
                : english(prompt, thing, how);
    }

    /// What is said where it is nothing but a colour; empty where it is more.
    static Optional<String> recoloured(String prompt, String said) {
        Matcher bare = BARE.matcher(said.strip());
        return bare.matches() ? Optional.of(english(prompt, "", bare.group(1))) : Optional.empty();
    }

    private static String elsewhere(String prompt, String thing, String how, Inflection form) {
        Optional<Place> place = place(prompt, thing);
        if (place.isEmpty()) {
            return prompt + form.with(thing, how);
        }
        int at = place.get().start();
        int end = place.get().end();
        return prompt.substring(0, at)
                + form.named(prompt.substring(0, at), prompt.substring(at, end), how)
                + prompt.substring(end);
    }

    private static String english(String prompt, String thing, String how) {
        String word = plain(how);
        int at =
                thing.isEmpty() ? first(prompt) : place(prompt, thing).map(Place::start).orElse(-1);
        if (at < 0) {
            return prompt + (hasWith(prompt) ? " and " : " with ") + described(thing, word) + thing;
        }
        String before = prompt.substring(0, at);
        Matcher old = BEFORE.matcher(before);
        if (old.find()) {
            String was = before.substring(old.start()).strip();
            before = before.substring(0, old.start());
            word = STEPS.contains(word) ? word + kept(was) : word;
        }
        return agreed(before, word) + word + " " + prompt.substring(at);
    }

    /// The colour that a step leaves: "light blue", made darker, is "dark blue".
    private static String kept(String was) {
        String colour = was.replaceFirst("(?i)^(?:bright|light|dark|deep|pale) ?", "");
        return colour.isEmpty() ? "" : " " + colour;
    }

    private static String plain(String how) {
        return switch (Utterance.fold(how)) {
            case "darker" -> "dark";
            case "brighter", "lighter" -> "bright";
            case "paler" -> "pale";
            case "redder" -> "red";
            case "greener" -> "green";
            case "bluer" -> "blue";
            case "yellower" -> "yellow";
            case String _ -> how;
        };
    }

    private static int first(String prompt) {
        Matcher determiner = DETERMINER.matcher(prompt);
        int at = determiner.find() ? determiner.end() : 0;
        Matcher colour =
                Pattern.compile("(?iu)" + COLOUR + " ").matcher(prompt).region(at, prompt.length());
        return colour.lookingAt() ? colour.end() : at;
    }

    private record Place(int start, int end) {}

    /// Where the thing is named: whole, or by its last word, in one or in many.
    private static Optional<Place> place(String prompt, String thing) {
        String folded = Utterance.fold(prompt);
        String name = Utterance.fold(thing);
        String last = name.substring(name.lastIndexOf(' ') + 1);
        for (String each : List.of(name, last)) {
            String stem = each.length() > 3 ? each.replaceFirst("e?s$", "") : each;
            Matcher found =
                    Pattern.compile("(?<![\\p{L}])" + Pattern.quote(stem) + "(?:e?s)?(?![\\p{L}])")
                            .matcher(folded);
            if (found.find()) {
                return Optional.of(new Place(found.start(), found.end()));
            }
        }
        return Optional.empty();
    }

    private static boolean hasWith(String prompt) {
        return Utterance.fold(prompt).matches(".*(?<![\\p{L}])with(?![\\p{L}]).*");
    }

    private static String described(String thing, String word) {
        boolean many = thing.matches("(?i).*[^s]s|water|grass|snow|sand|hair|fur|.* (?:hair|fur)");
        return many ? word + " " : (isVowel(word) ? "an " : "a ") + word + " ";
    }

    /// "A" before a vowel is "an", and the other way round.
    private static String agreed(String before, String word) {
        Matcher article = Pattern.compile("(?i)(?<![\\p{L}])(an?) $").matcher(before);
        if (!article.find()) {
            return before;
        }
        String kept = article.group(1).substring(0, 1) + (isVowel(word) ? "n" : "");
        return before.substring(0, article.start()) + kept + " ";
    }

    private static boolean isVowel(String word) {
        return word.matches("(?i)[aeiou].*");
    }
}
