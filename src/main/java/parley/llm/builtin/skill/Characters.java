package parley.llm.builtin.skill;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Characters as readers see them: a letter with its accents is one, so is a family emoji.
final class Characters {
    private Characters() {}

    static List<String> of(String text) {
        BreakIterator iterator = BreakIterator.getCharacterInstance(Locale.ROOT);
        iterator.setText(text);
        List<String> characters = new ArrayList<>();
        int start = 0;
        for (int end = iterator.next(); end != BreakIterator.DONE; end = iterator.next()) {
            characters.add(text.substring(start, end));
            start = end;
        }
        return characters;
    }
}
