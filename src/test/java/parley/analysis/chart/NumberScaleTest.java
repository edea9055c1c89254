package parley.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberScaleTest {
    @Test
    void ticksAreRoundNumbers() {
        NumberScale scale = new NumberScale(763, 1_270, 0, 100);
        assertThat(scale.ticks(6)).containsExactly(800.0, 900.0, 1000.0, 1100.0, 1200.0);
        assertThat(scale.form(scale.ticks(6)).write(1_000)).isEqualTo("1,000");
    }

    @ParameterizedTest
    @CsvSource({
        "10, 10",
        "0, 0",
        "-5, -5",
        "1e15, 1000000000000000.125",
        "1e-300, 2e-300",
        "-1.7e308, 1.7e308",
        "4.9e-324, 4.9e-324",
        "-1, 1e9"
    })
    void anyNumbersHaveAScale(double least, double greatest) {
        NumberScale scale = NumberScale.around(least, greatest, 0, 100);
        assertThat(scale.at(least)).isBetween(0.0, 100.0);
        assertThat(scale.at(greatest)).isBetween(0.0, 100.0);
        assertThat(scale.ticks(8)).hasSizeLessThanOrEqualTo(40).doesNotHaveDuplicates();
        assertThat(scale.at(scale.high())).isCloseTo(100, within(1e-6));
    }
}
