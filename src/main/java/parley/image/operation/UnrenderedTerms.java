package parley.image.operation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The words of a prompt that name something to be drawn, for operations that draw nothing new.
final class UnrenderedTerms {
    private static final Set<String> SAID_OTHERWISE =
            Set.of(
                    "a",
                    "an",
                    "and",
                    "any",
                    "around",
                    "as",
                    "at",
                    "be",
                    "beyond",
                    "by",
                    "continue",
                    "expand",
                    "extend",
                    "for",
                    "from",
                    "go",
                    "image",
                    "in",
                    "into",
                    "is",
                    "it",
                    "its",
                    "keep",
                    "like",
                    "make",
                    "more",
                    "my",
                    "natural",
                    "naturally",
                    "of",
                    "on",
                    "or",
                    "out",
                    "outpaint",
                    "photo",
                    "picture",
                    "please",
                    "same",
                    "scene",
                    "seamless",
                    "seamlessly",
                    "side",
                    "sides",
                    "some",
                    "the",
                    "their",
                    "this",
                    "to",
                    "up",
                    "wide",
                    "wider",
                    "with");

    private UnrenderedTerms() {}

    /// In the order they come in, each once.
    static List<String> of(String prompt) {
        return Arrays.stream(prompt.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}'-]+"))
                .filter(word -> word.length() > 1 && !SAID_OTHERWISE.contains(word))
                .distinct()
                .limit(40)
                .toList();
    }
}
