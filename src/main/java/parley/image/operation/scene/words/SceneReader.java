package parley.image.operation.scene.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a prompt: its quotations first, then its words from left to right, the longest expression
/// that means something at each place.
public final class SceneReader {
    private static final Pattern QUOTED =
            Pattern.compile(
                    "\"([^\"]{1,200})\"|“([^”]{1,200})”|„([^“”]{1,200})[“”]|«([^»]{1,200})»|(?<=^|\\s)'([^']{1,200})'(?=$|[\\s.,;:!?])");
    private static final Pattern WORD =
            Pattern.compile("#[0-9a-fA-F]{6}|[\\p{L}\\p{N}]+(?:['’\\-][\\p{L}\\p{N}]+)*|[,.;:]");
    private static final int LONGEST_EXPRESSION = 4;
    private static final int MOST_WORDS = 400;

    private SceneReader() {}

    /// Never fails, whatever the text is.
    public static SceneWish read(String prompt) {
        List<String> texts = new ArrayList<>();
        Matcher quoted = QUOTED.matcher(visible(prompt));
        StringBuilder rest = new StringBuilder();
        while (quoted.find()) {
            for (int group = 1; group <= quoted.groupCount(); group++) {
                Optional.ofNullable(quoted.group(group))
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .ifPresent(texts::add);
            }
            quoted.appendReplacement(rest, " , ");
        }
        quoted.appendTail(rest);
        List<String> words = words(rest.toString());
        WishBuilder wish = new WishBuilder(texts);
        int at = 0;
        while (at < words.size()) {
            at += take(words, at, wish);
        }
        return wish.build();
    }

    private static int take(List<String> words, int at, WishBuilder wish) {
        String first = words.get(at);
        if (",.;:".contains(first)) {
            wish.pause();
            return 1;
        }
        if (first.startsWith("#")) {
            wish.take(
                    first,
                    new Lexicon.Entry(
                            new Meaning.OfColour(Integer.parseInt(first.substring(1), 16)), false));
            return 1;
        }
        for (int length = Math.min(LONGEST_EXPRESSION, words.size() - at); length > 0; length--) {
            String expression = String.join(" ", words.subList(at, at + length));
            Optional<Lexicon.Entry> entry = Lexicon.find(expression);
            if (entry.isPresent()) {
                wish.take(expression, entry.get());
                return length;
            }
        }
        return parts(first, wish);
    }

    private static int parts(String word, WishBuilder wish) {
        List<String> parts = Arrays.asList(word.split("-"));
        if (parts.size() > 1 && parts.stream().allMatch(part -> Lexicon.find(part).isPresent())) {
            parts.forEach(part -> Lexicon.find(part).ifPresent(entry -> wish.take(part, entry)));
        } else if (word.chars().allMatch(Character::isDigit)) {
            wish.number(word);
        } else {
            wish.unknown(word);
        }
        return 1;
    }

    private static List<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT).replace('’', '\''))
                .results()
                .limit(MOST_WORDS)
                .map(match -> match.group())
                .map(word -> word.endsWith("'s") ? word.substring(0, word.length() - 2) : word)
                .toList();
    }

    /// Without control characters, marks that turn the direction, and halves of surrogates.
    private static String visible(String text) {
        StringBuilder visible = new StringBuilder();
        text.codePoints()
                .forEach(letter -> {
                    switch (Character.getType(letter)) {
                        case Character.CONTROL,
                                Character.LINE_SEPARATOR,
                                Character.PARAGRAPH_SEPARATOR ->
                                visible.append(' ');
                        case Character.FORMAT, Character.SURROGATE -> {}
                        default -> visible.appendCodePoint(letter);
                    }
                });
        return visible.toString();
    }
}
