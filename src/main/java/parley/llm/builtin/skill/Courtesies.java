package parley.llm.builtin.skill;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parley.llm.builtin.language.BundledText;
import parley.llm.builtin.language.Language;

/// The courtesies people exchange, from `courtesies.txt`.
final class Courtesies {
    private static final int LONGEST = 120;
    private static final int MOST_WORDS = 7;
    private static final Courtesies BUNDLED = new Courtesies(BundledText.lines("courtesies.txt"));

    /// What a courtesy is for. The earlier goes before the later where both are said.
    enum Kind {
        FOREIGN,
        HELLO,
        WHO,
        HOW,
        SPEAK,
        SAD,
        PING,
        COMPLAINT,
        THANKS,
        PRAISE,
        BYE,
        SORRY,
        YES,
        NO,
        OK,
        /// Words that say nothing by themselves: "there", "my friend".
        FILLER;

        /// The name of the phrase that answers it.
        String phrase() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What was said.
    ///
    /// @param foreignGreeting the greeting of a language the engine does not speak; may be empty
    record Said(Set<Kind> kinds, Language language, String foreignGreeting) {}

    private record Entry(Kind kind, Language language, String foreignGreeting) {}

    private final Map<String, Entry> entries = new HashMap<>();

    private Courtesies(List<String> lines) {
        lines.forEach(this::add);
    }

    /// The courtesies in a text that holds nothing but courtesies.
    static Optional<Said> in(String text) {
        return text.length() > LONGEST ? Optional.empty() : BUNDLED.read(words(text));
    }

    private void add(String line) {
        List<String> parts = new ArrayList<>();
        for (String part : line.split("\\|", -1)) {
            parts.add(part.strip());
        }
        Kind kind = Kind.valueOf(parts.get(0).toUpperCase(Locale.ROOT));
        Language language = Language.ofCode(parts.get(1));
        String reply = kind == Kind.FOREIGN ? parts.get(2) : "";
        Entry entry = new Entry(kind, language, reply);
        for (String phrase : parts.getLast().split(",", -1)) {
            entries.put(String.join(" ", words(phrase)), entry);
        }
    }

    private Optional<Said> read(List<String> words) {
        EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
        Language language = Language.ENGLISH;
        String foreignGreeting = "";
        int index = 0;
        while (index < words.size()) {
            int length = longest(words, index);
            if (length == 0) {
                return Optional.empty();
            }
            Entry entry = entry(words, index, length);
            kinds.add(entry.kind());
            language = entry.language() == Language.ENGLISH ? language : entry.language();
            foreignGreeting =
                    entry.foreignGreeting().isEmpty() ? foreignGreeting : entry.foreignGreeting();
            index += length;
        }
        kinds.remove(Kind.FILLER);
        return kinds.isEmpty()
                ? Optional.empty()
                : Optional.of(new Said(kinds, language, foreignGreeting));
    }

    private int longest(List<String> words, int start) {
        for (int length = Math.min(MOST_WORDS, words.size() - start); length > 0; length--) {
            if (entries.containsKey(String.join(" ", words.subList(start, start + length)))) {
                return length;
            }
        }
        return 0;
    }

    private Entry entry(List<String> words, int start, int length) {
        Entry entry = entries.get(String.join(" ", words.subList(start, start + length)));
        return entry == null ? new Entry(Kind.FILLER, Language.ENGLISH, "") : entry;
    }

    /// In lower case, without marks.
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        String lower = text.toLowerCase(Locale.ROOT).replace('’', '\'');
        for (int index = 0; index <= lower.length(); index++) {
            char letter = index < lower.length() ? lower.charAt(index) : ' ';
            if (Character.isLetterOrDigit(letter)
                    || Character.isSurrogate(letter)
                    || letter == '\''
                    || Character.getType(letter) == Character.NON_SPACING_MARK
                    || Character.getType(letter) == Character.COMBINING_SPACING_MARK) {
                word.append(letter);
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return words;
    }
}
