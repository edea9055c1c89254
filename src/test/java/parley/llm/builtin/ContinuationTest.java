package parley.llm.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ContinuationTest {
    private static final String ANSWER =
            "Today is Sunday. The weather is not known to me. Ask me something else.";

    @Test
    void theAnswersOwnBeginningIsCompleted() {
        assertThat(Continuation.complete(ANSWER, "Today is Sun")).isEqualTo(ANSWER);
        assertThat(Continuation.complete(ANSWER, "")).isEqualTo(ANSWER);
        assertThat(Continuation.complete(ANSWER, ANSWER)).isEqualTo(ANSWER);
    }

    @Test
    void aTextThatBeganOtherwiseGoesOnWhereItsEndIsFound() {
        String soFar = "Today is Saturday. The weather is not kno";
        assertThat(Continuation.complete(ANSWER, soFar))
                .isEqualTo(
                        "Today is Saturday. The weather is not known to me. Ask me something else.");
    }

    @Test
    void aForeignTextThatEndsWithASentenceIsTakenForComplete() {
        assertThat(Continuation.complete(ANSWER, "Paris is large.")).isEqualTo("Paris is large.");
    }

    @Test
    void aForeignTextThatBreaksOffIsFollowedByTheWholeAnswer() {
        assertThat(Continuation.complete(ANSWER, "Paris is la"))
                .isEqualTo("Paris is la…\n\n" + ANSWER);
        assertThat(Continuation.complete(ANSWER, "Paris is la\n"))
                .isEqualTo("Paris is la\n" + ANSWER);
    }

    @Test
    void aTextOfSpacesIsNotTakenForComplete() {
        assertThat(Continuation.complete(ANSWER, " \n")).isEqualTo(" \n" + ANSWER);
    }

    @Test
    void theRunSendsOnlyWhatFollows() throws InterruptedException {
        Recorded run =
                Engine.run(
                        Engine.plain(),
                        Engine.continued("What day is it?", "Today is Friday, 20 No"));
        assertThat(run.text()).isEqualTo("…\n\nToday is Saturday, 21 November 2026 (UTC).");

        Recorded complete =
                Engine.run(
                        Engine.plain(),
                        Engine.continued(
                                "What day is it?", "Today is Friday, 20 November 2026 (UTC)."));
        assertThat(complete.deltas()).isEmpty();
        assertThat(complete.ends()).isEqualTo(1);
    }
}
