package parley.analysis.xmr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ConformanceTest {
    private static final ConformanceReport REPORT = Conformance.run();

    @TestFactory
    Stream<DynamicTest> everyPublishedFigureAndSignalIsReproduced() {
        return REPORT.cases().stream()
                .map(each ->
                        dynamicTest(
                                each.id(),
                                () -> {
                                    assertThat(each.figures())
                                            .allMatch(ConformanceReport.Figure::passed);
                                    assertThat(each.signals())
                                            .allMatch(ConformanceReport.Signals::passed);
                                }));
    }

    @Test
    void nothingIsLeftOut() {
        assertThat(REPORT.passed()).isTrue();
        assertThat(REPORT.failed()).isZero();
        assertThat(REPORT.cases()).hasSize(16).noneMatch(each -> each.checks() == 0);
        assertThat(REPORT.checks()).isGreaterThan(200);
        assertThat(REPORT.cases())
                .extracting(ConformanceReport.Case::source)
                .anyMatch(source -> source.contains("NIST"))
                .anyMatch(source -> source.contains("Wheeler"))
                .anyMatch(source -> source.contains("Minitab"))
                .anyMatch(source -> source.contains("Montgomery"))
                .anyMatch(source -> source.contains("NHS"));
    }

    @Test
    void whereASourceContradictsTheFormulaTheReportSaysWhy() {
        List<ConformanceReport.Figure> contradicting =
                REPORT.cases().stream()
                        .flatMap(each -> each.figures().stream())
                        .filter(figure -> figure.contradiction().isPresent())
                        .toList();

        assertThat(contradicting)
                .extracting(ConformanceReport.Figure::expected)
                .containsExactlyInAnyOrder("5.65", "0.87", "14.072");
        assertThat(contradicting).allMatch(figure -> figure.deviation() != 0);
    }

    @Test
    void theConstantsDecideTheThirdDigit() {
        double[] flow = {49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1};

        assertThat(upperLimit(flow, Constants.NIST)).isEqualTo("55.8041");
        assertThat(upperLimit(flow, Constants.WHEELER)).isEqualTo("55.8049");
        assertThat(upperLimit(flow, Constants.EXACT)).isEqualTo("55.8024");
    }

    private static String upperLimit(double[] values, Constants constants) {
        XmrOptions options = XmrOptions.DEFAULT.withConstants(constants);
        double upper = Xmr.chart(values, options).limitsAt(0).upper();
        return String.format(java.util.Locale.ROOT, "%.4f", upper);
    }
}
