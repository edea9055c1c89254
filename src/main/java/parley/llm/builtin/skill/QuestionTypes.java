package parley.llm.builtin.skill;

import java.util.List;
import parley.llm.builtin.language.Language;
import parley.llm.builtin.language.Phrases;

/// Tells what kind of thing is asked for, by the patterns `type.…` of each language's phrases.
final class QuestionTypes {
    private static final List<String> IN_ORDER =
            List.of(
                    "image",
                    "data",
                    "file",
                    "translate",
                    "code",
                    "write",
                    "news",
                    "action",
                    "self",
                    "opinion",
                    "how",
                    "why",
                    "fact");

    private QuestionTypes() {}

    /// The type's name: `fact`, `how`, … or `statement`.
    ///
    /// @param line in lower case
    static String of(String line, Language language) {
        Phrases phrases = Phrases.of(language);
        return IN_ORDER.stream()
                .filter(type -> phrases.pattern("type." + type).matcher(line).find())
                .findFirst()
                .orElse("statement");
    }
}
