package parley.image.intent.learned.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import parley.image.intent.learned.IntentModel;

final class IntentTrainingTest {
    @Test
    void theFileInTheTreeIsWhatTheCodeLearns() {
        IntentModel learned = IntentTraining.learn();
        IntentModel kept = IntentModel.learned();

        assertThat(learned.weights()).isEqualTo(kept.weights());
        assertThat(learned.unit()).isEqualTo(kept.unit());
        assertThat(learned.temperature()).isEqualTo(kept.temperature());
        assertThat(learned.wanted()).isEqualTo(kept.wanted());
        assertThat(learned.known()).isEqualTo(kept.known());
    }

    @Test
    void sentencesAreMadeOfTheirChoicesAndNothingElse() {
        Phrases phrases = new Phrases("/parley/image/intent/phrases.txt");
        Random random = new Random(1);

        assertThat(phrases.all())
                .allSatisfy(phrase ->
                        assertThat(phrases.expand(phrase.text(), random))
                                .isNotBlank()
                                .doesNotContain("{", "}", "|", "(", "  "));
        assertThat(phrases.expand("{n} (a|a) b", new Random(1)))
                .matches("(2|3|4|two|three|four) a b");
    }

    @Test
    void aSlipChangesOneWordByALetterOrTwo() {
        Random random = new Random(7);
        for (int i = 0; i < 100; i++) {
            String slipped = Slips.in("background", random);
            assertThat(slipped.length()).isBetween(9, 11);
        }
    }
}
