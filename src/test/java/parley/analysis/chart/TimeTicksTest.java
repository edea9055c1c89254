package parley.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTicksTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2022-01-01T00:00 | 2023-12-01T00:00 | Jan 2022,Apr,Jul,Oct,Jan 2023,Apr,Jul,Oct
                    1960-01-01T00:00 | 2019-01-01T00:00 | 1960,1970,1980,1990,2000,2010
                    2024-01-03T00:00 | 2024-02-10T00:00 | 8 Jan 2024,15 Jan,22 Jan,29 Jan,5 Feb
                    2024-03-01T22:30 | 2024-03-02T04:00 | 23:00 1 Mar 2024,00:00 2 Mar 2024,01:00,02:00,03:00,04:00
                    2024-03-01T22:30 | 2024-03-01T22:31 | 22:30:00 1 Mar 2024,22:30:15,22:30:30,22:30:45,22:31:00
                    """)
    void timesAreRoundAndSaySoOnceWhatTheyArePartOf(
            LocalDateTime first, LocalDateTime last, String expected) {
        List<String> texts =
                TimeTicks.between(first, last, 8, false).stream()
                        .map(tick -> (tick.text() + " " + tick.whole()).strip())
                        .toList();
        assertThat(String.join(",", texts)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2024-01-01T00:00, 2024-01-03T00:00", "0001-01-01T00:00, 9999-12-31T00:00"})
    void daysAreNotCutIntoHours(LocalDateTime first, LocalDateTime last) {
        assertThat(TimeTicks.between(first, last, 15, true))
                .hasSizeBetween(2, 16)
                .allSatisfy(tick -> assertThat(tick.text()).doesNotContain(":"));
    }
}
