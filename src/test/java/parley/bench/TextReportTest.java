package parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TextReportTest {
    @Test
    void columnsAreAligned() {
        Findings findings = new Findings();
        findings.add(Row.of("alone", "ms", 4));
        findings.group("64 clients");
        findings.add(
                Row.of("turns", "turns/s", Samples.of(5100, 5300, 5210.4))
                        .beside("HTTP alone", Samples.of(38_000))
                        .aiming(Aim.atLeast(5000)));
        findings.add(Row.of("time of one, p99", "ms", 12.345));
        findings.note("The machine was busy.");

        assertThat(String.join("\n", TextReport.lines(new TurnsBenchmark(), findings)))
                .isEqualTo(
                        """
                        turns: Durable turns a second with the built-in engine, each answered after its commit
                                              median  unit      least – most  beside                ratio      aim
                          alone                    4  ms
                          64 clients
                            turns              5,210  turns/s  5,100 – 5,300  38,000  HTTP alone  0.137 ×  ≥ 5,000  met
                            time of one, p99    12.3  ms
                          Note: The machine was busy.\
                        """);
    }

    @Test
    void aFigureBeyondItsAimIsMissed() {
        Findings findings = new Findings();
        findings.add(Row.of("one", "ms", 6).aiming(Aim.atMost(5)));
        assertThat(TextReport.lines(new TurnsBenchmark(), findings).getLast())
                .endsWith("≤ 5  missed");
    }

    @Test
    void numbersShowTheDigitsThatCount() {
        assertThat(TextReport.number(1_234_567.8)).isEqualTo("1,234,568");
        assertThat(TextReport.number(123.4)).isEqualTo("123");
        assertThat(TextReport.number(12.345)).isEqualTo("12.3");
        assertThat(TextReport.number(1.2345)).isEqualTo("1.23");
        assertThat(TextReport.number(0.01234)).isEqualTo("0.012");
        assertThat(TextReport.number(-45.67)).isEqualTo("-45.7");
        assertThat(TextReport.number(7)).isEqualTo("7");
        assertThat(TextReport.number(0)).isEqualTo("0");
    }

    @Test
    void nothingBesideNothingHasNoRatio() {
        Findings findings = new Findings();
        findings.add(Row.of("late", "events", 3).beside("bare", Samples.of(0)));
        assertThat(TextReport.lines(new TurnsBenchmark(), findings).getLast()).endsWith("bare");
    }
}
