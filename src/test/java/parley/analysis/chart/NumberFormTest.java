package parley.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberFormTest {
    @ParameterizedTest
    @CsvSource({
        "0.0043, 0.0001, 0.0043",
        "1200000, 100000, 1.2~M",
        "12345, 1, '12,345'",
        "-12.5, 0.1, −12.5",
        "-0.001, 0.1, −0.001",
        "4.3e-9, 1e-10, 4.3×10⁻⁹",
        "1e-5, 1e-6, 1.0×10⁻⁵",
        "0, 0.1, 0",
        "3.5e9, 1e8, 3.5~bn",
        "7e12, 1e12, 7~tn",
        "5000123.4, 0.1, '5,000,123.4'",
        "1.5e300, 1e299, 1.5×10³⁰⁰",
        "NaN, 1, –",
        "250, 50, 250",
    })
    void numbersAreWrittenForPeople(double number, double resolution, String written) {
        assertThat(NumberForm.of(Math.abs(number), resolution).write(number))
                .isEqualTo(written.replace('~', '\u00A0'));
    }

    @Test
    void whatIsRoundedToZeroHasNoSign() {
        assertThat(NumberForm.of(100, 0.1).write(-0.001)).isEqualTo("0.0");
    }
}
