package parley.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.analysis.chart.ChartStyle.Theme;
import parley.analysis.chart.canvas.Marker;
import parley.analysis.xmr.Rule;

class PaletteTest {
    /// WCAG 2.2, 1.4.3, for text.
    private static final double READABLE = 4.5;

    /// CIE76; about 2 is just noticeable.
    private static final double PLAINLY_DIFFERENT = 14;

    @ParameterizedTest
    @EnumSource(Theme.class)
    void textsAreReadable(Theme theme) {
        Palette palette = Palette.of(theme);
        for (int text : new int[] {palette.text(), palette.mutedText()}) {
            for (int below :
                    new int[] {palette.background(), palette.band(), palette.baselineArea()}) {
                assertThat(Vision.contrast(text, below)).isGreaterThan(READABLE);
            }
        }
        assertThat(Vision.contrast(palette.text(), palette.baseline())).isGreaterThan(READABLE);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theColourBlindTellRulesFromEachOtherAndFromLines(Theme theme) {
        Palette palette = Palette.of(theme);
        int[] others = {palette.series(), palette.limit(), palette.centre(), palette.background()};
        for (Vision vision : Vision.values()) {
            for (int rule : palette.rules()) {
                for (int other :
                        IntStream.concat(Arrays.stream(others), Arrays.stream(palette.rules()))
                                .filter(other -> other != rule)
                                .toArray()) {
                    assertThat(vision.difference(rule, other))
                            .as("%s: %06x and %06x", vision, rule, other)
                            .isGreaterThan(PLAINLY_DIFFERENT);
                }
            }
        }
    }

    @Test
    void eachRuleHasAShapeOfItsOwn() {
        Set<Marker> markers = new HashSet<>();
        for (Rule rule : Rule.values()) {
            assertThat(markers.add(Palette.marker(rule))).isTrue();
        }
        assertThat(markers).doesNotContain(Marker.DISC);
    }
}
