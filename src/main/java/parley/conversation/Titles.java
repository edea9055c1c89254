package parley.conversation;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import parley.llm.Role;

/// Makes the title of a conversation from its first message.
final class Titles {
    /// The longest title made, in characters as people count them.
    private static final int LONGEST = 60;

    /// The most of a message that is looked at.
    private static final int LOOKED_AT = 1000;

    private Titles() {}

    /// A title from the first of the user's messages; empty if there is none that could be one.
    static String from(List<NewMessage> messages) {
        return messages.stream()
                .filter(message -> message.role() == Role.USER)
                .map(message -> from(message.content()))
                .findFirst()
                .orElse("");
    }

    static String from(String text) {
        String beginning = text.substring(0, Math.min(text.length(), LOOKED_AT)).strip();
        String line = beginning.lines().findFirst().orElse("").strip().replaceAll("\\s+", " ");
        if (line.length() <= LONGEST) {
            return line;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(line);
        int end = characters.next(LONGEST - 1);
        if (end == BreakIterator.DONE) {
            return line;
        }
        int lastSpace = line.lastIndexOf(' ', end);
        return line.substring(0, lastSpace > end / 2 ? lastSpace : end).strip() + "…";
    }
}
