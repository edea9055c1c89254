package parley.llm.builtin.skill;

import java.util.List;
import parley.llm.builtin.language.Sentences;

/// Shortens the engine's own sentences to the length somebody wants.
final class Length {
    private Length() {}

    static String fit(String text, Wishes wishes) {
        if (wishes.sentences().isEmpty() || wishes.sentences().getAsInt() == 0) {
            return text;
        }
        int most = wishes.sentences().getAsInt();
        List<String> sentences = Sentences.of(text);
        return sentences.size() <= most ? text : String.join(" ", sentences.subList(0, most));
    }
}
