package parley.analysis.chart.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.analysis.chart.canvas.Canvas.Face;

class TypefaceTest {
    private static final Face FACE = new Face(10, 0);

    @ParameterizedTest
    @ValueSource(strings = {"Grüße, čeština", "Ελληνικά", "Кириллица", "1.2×10⁻⁹ ± σ − … · € °C"})
    void theFontHasTheLettersOfCharts(String text) {
        assertThat(text.codePoints()).allMatch(Typeface::has);
    }

    @Test
    void whatSteersALineIsNotOnIt() {
        assertThat(Typeface.oneLine("a\u0000b\u0007c")).isEqualTo("a b c");
        assertThat(Typeface.oneLine("  a \t\n b ")).isEqualTo("a b");
        assertThat(Typeface.oneLine("\u202Eevil\u2066")).isEqualTo("evil");
        assertThat(Typeface.oneLine("👩\u200D👧\uFE0F")).isEqualTo("👩👧");
    }

    @Test
    void halfALetterIsLeftOut() {
        assertThat(Typeface.oneLine("a\uD800b\uDC00")).isEqualTo("ab");
    }

    @Test
    void textIsCutWhereTheRoomEnds() {
        String fitted = Typeface.fitted("a rather long label", FACE, 40);
        assertThat(fitted).startsWith("a ra").endsWith("…");
        assertThat(Typeface.width(fitted, FACE)).isLessThanOrEqualTo(40);
        assertThat(Typeface.fitted("short", FACE, 40)).isEqualTo("short");
        assertThat(Typeface.fitted("short", FACE, 1)).isEmpty();
        assertThat(Typeface.fitted("😀".repeat(9), FACE, 25)).isEqualTo("😀…");
    }
}
