package parley.image.operation.matte.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parley.image.operation.matte.BoostedTrees;
import parley.image.operation.matte.LearnedRegions;
import parley.image.pixel.Mixing;

final class RegionTrainingTest {
    @Test
    void theFileInTheTreeIsWhatTheCodeLearns() {
        assertThat(RegionTraining.learn().bytes()).isEqualTo(LearnedRegions.learned().bytes());
    }

    @Test
    void aSeedMakesTheSameSceneAndAnotherMakesAnother() {
        int[] once = Scene.of(7).picture().argb();

        assertThat(Scene.of(7).picture().argb()).isEqualTo(once);
        assertThat(Scene.of(27).picture().argb()).isNotEqualTo(once);
    }

    @Test
    void everyBackdropComesUpAndEverySubjectTakesAPart() {
        Set<Backdrop> seen = new HashSet<>();
        for (int seed = 100; seed < 120; seed++) {
            Scene scene = Scene.of(seed);
            seen.add(scene.backdrop());
            double sum = 0;
            for (float share : scene.alpha().values()) {
                assertThat(share).isBetween(0f, 1f);
                sum += share;
            }

            assertThat(sum / scene.alpha().values().length).isBetween(0.01, 0.66);
        }
        assertThat(seen).containsExactlyInAnyOrder(Backdrop.values());
    }

    @Test
    void treesLearnWhatNoSingleFeatureTells() {
        int count = 4_000;
        float[][] examples = new float[count][3];
        float[] targets = new float[count];
        float[] weights = new float[count];
        Arrays.fill(weights, 1);
        for (int i = 0; i < count; i++) {
            for (int feature = 0; feature < 3; feature++) {
                examples[i][feature] = Mixing.unit(5, i, feature);
            }
            targets[i] = examples[i][0] > 0.4f == examples[i][2] > 0.6f ? 1 : 0;
        }

        BoostedTrees trees = new Boosting(examples, targets, weights, 3).learn(60);

        assertThat(trees.likely(new float[] {0.9f, 0.5f, 0.9f})).isGreaterThan(0.9);
        assertThat(trees.likely(new float[] {0.1f, 0.5f, 0.1f})).isGreaterThan(0.9);
        assertThat(trees.likely(new float[] {0.9f, 0.5f, 0.1f})).isLessThan(0.1);
        assertThat(trees.likely(new float[] {0.1f, 0.5f, 0.9f})).isLessThan(0.1);
    }
}
