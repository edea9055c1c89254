package parley.llm.builtin.skill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.llm.builtin.language.BundledText;
import parley.llm.builtin.language.Seed;

/// The stories, poems and jokes of `creative.txt`, and the words that vary them.
final class CreativeTexts {
    private static final String TOPIC = "topic";
    private static final Pattern SLOT = Pattern.compile("\\{([a-z]+)}");

    private final Map<String, List<String>> sections = new HashMap<>();

    CreativeTexts() {
        String section = "";
        StringBuilder piece = new StringBuilder();
        for (String line : BundledText.read("creative.txt").split("\n", -1)) {
            if (line.startsWith("[") && line.endsWith("]")) {
                add(section, piece);
                section = line.substring(1, line.length() - 1);
            } else if (line.equals("---")) {
                add(section, piece);
            } else if (!line.startsWith("#")) {
                piece.append(line).append('\n');
            }
        }
        add(section, piece);
    }

    /// A piece of that section, with its slots filled.
    ///
    /// @param turn how many pieces were told before: the next one is another
    String write(String section, Seed seed, int turn, String topic) {
        List<String> pieces = pieces(section);
        String piece = pieces.get((seed.next(pieces.size()) + turn) % pieces.size());
        Map<String, String> words = new HashMap<>(Map.of(TOPIC, topic));
        return SLOT.matcher(piece)
                .replaceAll(slot ->
                        Matcher.quoteReplacement(
                                words.computeIfAbsent(
                                        slot.group(1), name -> seed.pick(pieces(name)))));
    }

    private List<String> pieces(String section) {
        List<String> pieces = sections.get(section);
        if (pieces == null) {
            throw new IllegalStateException("There is no section " + section + ".");
        }
        return pieces;
    }

    private void add(String section, StringBuilder piece) {
        String text = piece.toString().strip();
        piece.setLength(0);
        if (!text.isEmpty()) {
            sections.computeIfAbsent(section, _ -> new ArrayList<>()).add(text);
        }
    }
}
