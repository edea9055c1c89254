package parley.image.operation.matte;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.EOFException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class BoostedTreesTest {
    private static final BoostedTrees TREES =
            new BoostedTrees(
                    2,
                    0.5f,
                    new int[] {0, 1},
                    new float[] {3, -1},
                    new float[] {-2, -0.25f, 0.25f, 2});

    @Test
    void answersAddUpByTheQuestionsOfATree() {
        assertThat(TREES.logit(new float[] {3, -1})).isEqualTo(-1.5);
        assertThat(TREES.logit(new float[] {3, 0})).isEqualTo(0.25);
        assertThat(TREES.logit(new float[] {4, -1})).isEqualTo(0.75);
        assertThat(TREES.logit(new float[] {4, 0})).isEqualTo(2.5);
        assertThat(TREES.likely(new float[] {4, 0})).isCloseTo(0.924, within(1e-3));
    }

    @Test
    void whatWasWrittenIsReadAgain() throws Exception {
        byte[] bytes = new LearnedRegions(TREES, TREES).bytes();
        LearnedRegions read = LearnedRegions.of(bytes);

        assertThat(read.bytes()).isEqualTo(bytes);
        assertThat(read.second().logit(new float[] {4, -1})).isEqualTo(0.75);
    }

    @Test
    void halfAFileIsRefused() {
        byte[] bytes = new LearnedRegions(TREES, TREES).bytes();

        assertThatThrownBy(() -> LearnedRegions.of(Arrays.copyOf(bytes, bytes.length / 2)))
                .isInstanceOf(EOFException.class);
    }

    @Test
    void treesThatDoNotFitTogetherAreRefused() {
        assertThatThrownBy(() ->
                        new BoostedTrees(2, 0, new int[] {0, 1}, new float[] {3}, new float[4]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 questions, 1 bounds");
    }
}
