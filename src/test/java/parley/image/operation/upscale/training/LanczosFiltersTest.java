package parley.image.operation.upscale.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import parley.image.operation.upscale.FilterBank;

final class LanczosFiltersTest {
    private final double[] weights = LanczosFilters.weights();

    @Test
    void eachFilterKeepsTheMean() {
        for (int phase = 0; phase < FilterBank.PHASES; phase++) {
            int first = phase * FilterBank.TAPS;
            assertThat(Arrays.stream(weights, first, first + FilterBank.TAPS).sum())
                    .isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void theQuartersOfAPixelMirrorEachOther() {
        for (int tap = 0; tap < FilterBank.TAPS; tap++) {
            assertThat(weights[tap])
                    .isCloseTo(
                            weights[3 * FilterBank.TAPS + FilterBank.TAPS - 1 - tap],
                            within(1e-12));
        }
    }

    @Test
    void theNearestPixelCountsMost() {
        int middle = FilterBank.TAPS / 2;
        assertThat(Arrays.stream(weights, 0, FilterBank.TAPS).max()).hasValue(weights[middle]);
    }
}
