package parley.image.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Against pairs of the table that Sharma, Wu and Dalal published with the formula.
final class DeltaETest {
    @ParameterizedTest
    @CsvSource({
        "50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425",
        "50, 3.1571, -77.2803, 50, 0, -82.7485, 2.8615",
        "50, 2.5, 0, 50, 0, -2.5, 4.3065",
        "50, 2.5, 0, 73, 25, -18, 27.1492",
        "50, 2.5, 0, 58, 24, 15, 19.4535",
        "60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644",
        "2.0776, 0.0795, -1.135, 0.9033, -0.0636, -0.5514, 0.9082"
    })
    void thePublishedPairsHaveThePublishedDifferences(
            float l1, float a1, float b1, float l2, float a2, float b2, double difference) {
        assertThat(DeltaE.of(new Lab(l1, a1, b1), new Lab(l2, a2, b2)))
                .isCloseTo(difference, within(1e-3));
    }
}
