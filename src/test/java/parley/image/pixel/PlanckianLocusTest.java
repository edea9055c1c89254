package parley.image.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanckianLocusTest {
    @ParameterizedTest
    @ValueSource(doubles = {2200, 2856, 4000, 5500, 6504, 8000, 11_000})
    void aTemperatureIsFoundAgainInItsColour(double kelvin) {
        float[] light = PlanckianLocus.light(kelvin);
        double found = PlanckianLocus.kelvin(light[0], light[1], light[2]);
        assertThat(1e6 / found).isCloseTo(1e6 / kelvin, within(12.0));
    }

    @Test
    void daylightLeavesWhiteWhite() {
        assertThat(PlanckianLocus.light(6504)).containsExactly(1, 1, 1);
    }

    @Test
    void candlesAreRedAndSkiesAreBlue() {
        float[] candle = PlanckianLocus.light(1900);
        float[] sky = PlanckianLocus.light(15_000);
        assertThat(candle[0]).isGreaterThan(candle[1]).isGreaterThan(10 * candle[2]);
        assertThat(sky[2]).isGreaterThan(sky[1]).isGreaterThan(sky[0]);
    }
}
