package parley.llm.builtin.skill;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import parley.llm.builtin.language.Passages;
import parley.llm.builtin.language.Sentences;
import parley.llm.builtin.language.Whitespace;
import parley.llm.builtin.language.Words;

/// Answers a question about a text that stands in the same message, by quoting the sentences of the
/// text that speak of it.
final class QuoteSkill implements Skill {
    private static final int LEAST_TEXT = 80;
    private static final int MOST_SENTENCES = 5_000;
    private static final int QUOTES = 2;

    @Override
    public Optional<Answer> answer(Question question) throws InterruptedException {
        if (question.text().length() < LEAST_TEXT) {
            return Optional.empty();
        }
        for (Reading reading : question.readings()) {
            if (reading.body().length() >= LEAST_TEXT && isQuestion(question, reading)) {
                return quote(reading);
            }
        }
        return Optional.empty();
    }

    /// Whether the instruction is a question, by its mark or its first word.
    private static boolean isQuestion(Question question, Reading reading) {
        boolean asksWord =
                reading.instruction()
                        .matches(
                                "(?:who|what|when|where|which|why|how|whose|does|did|is|are|was"
                                        + "|were|according"
                                        + "|find|wer|was|wann|wo|wie|warum|qui|que|quand|où"
                                        + "|comment|pourquoi|quién"
                                        + "|qué|cuándo|dónde|cómo|based on)\\b.*");
        return asksWord
                && !Words.contentStems(reading.instruction()).isEmpty()
                && !reading.instruction().equals(Courtesy.strip(question.text()));
    }

    private static Optional<Answer> quote(Reading reading) throws InterruptedException {
        List<String> sentences =
                Sentences.of(Whitespace.head(reading.body(), 1_500_000), MOST_SENTENCES);
        List<String> found = new Passages(sentences).about(reading.instruction(), QUOTES);
        return found.isEmpty()
                ? Answer.prose(
                        "I find no sentence in the text that speaks of that. I can only look"
                                + " for the"
                                + " words of your question; try it with words that stand in the"
                                + " text.")
                : Answer.exact(
                        "The text says: "
                                + found.stream()
                                        .map(sentence -> "“" + sentence + "”")
                                        .collect(Collectors.joining(" … ")));
    }
}
