package parley.image.operation.upscale.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parley.image.operation.upscale.FilterBank;

final class FilterTrainingTest {
    @Test
    void theFileInTheTreeIsWhatTheCodeLearns() {
        assertThat(FilterTraining.learn().weights()).isEqualTo(FilterBank.learned().weights());
    }

    @Test
    void aSeedMakesTheSamePictureAndAnotherMakesAnother() {
        assertThat(DeadLeaves.of(48, 1).values()).isEqualTo(DeadLeaves.of(48, 1).values());
        assertThat(DeadLeaves.of(48, 1).values()).isNotEqualTo(DeadLeaves.of(48, 2).values());
    }
}
