package parley.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import parley.analysis.chart.ChartStyle.Format;
import parley.analysis.chart.ChartStyle.Quality;
import parley.analysis.chart.ChartStyle.Theme;
import parley.analysis.xmr.Rule;
import parley.analysis.xmr.RuleProfile;
import parley.analysis.xmr.Xmr;
import parley.analysis.xmr.XmrChart;
import parley.analysis.xmr.XmrOptions;

class ChartsTest {
    /// 300 dots an inch, in dots a metre.
    private static final int DOTS_A_METRE = 11_811;

    private static final String HOSTILE =
            "<script>alert(1)</script> & \"x\" %s \u202Eevil\u0000\u0007\uD800 売上 😀👩\u200D👧 שלום مرحبا "
                    + "long ".repeat(400);

    @Test
    void theDefaultIsTwelveByEightInchesAtThreeHundredDots() throws IOException {
        byte[] file = Charts.main(Samples.outlier(), Samples.TEXT, ChartStyle.DEFAULT);
        BufferedImage image = image(file);
        assertThat(image.getWidth()).isEqualTo(3600);
        assertThat(image.getHeight()).isEqualTo(2400);
        ByteBuffer resolution = ByteBuffer.wrap(PngBytes.chunks(file).get("pHYs"));
        assertThat(resolution.getInt()).isEqualTo(DOTS_A_METRE);
        assertThat(resolution.getInt()).isEqualTo(DOTS_A_METRE);
        assertThat(resolution.get()).as("the unit: metres").isEqualTo((byte) 1);
    }

    @Test
    void aPngTellsWhatItShowsAndNotWhenItWasMade() {
        Map<String, byte[]> chunks =
                PngBytes.chunks(Charts.main(Samples.outlier(), Samples.TEXT, Samples.SMALL));
        assertThat(chunks).doesNotContainKey("tIME");
        assertThat(new String(chunks.get("iTXt"), StandardCharsets.UTF_8))
                .contains("XmR control chart of sales over week: 24 points");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void theSameChartIsTheSameFile(Format format) {
        ChartStyle style = Samples.small(format);
        assertThat(Charts.main(Samples.outlier(), Samples.TEXT, style))
                .isEqualTo(Charts.main(Samples.outlier(), Samples.TEXT, style));
        assertThat(Charts.summary(Samples.outlier(), Samples.TEXT, style))
                .isEqualTo(Charts.summary(Samples.outlier(), Samples.TEXT, style));
    }

    @Test
    void aJpegSaysItsResolution() throws IOException {
        byte[] file = Charts.main(Samples.outlier(), Samples.TEXT, Samples.small(Format.JPEG));
        assertThat(image(file).getWidth()).isEqualTo(720);
        assertThat(Arrays.copyOfRange(file, 13, 18))
                .as("dots an inch, 60 by 60")
                .containsExactly(1, 0, 60, 0, 60);
    }

    @Test
    void qualityIsTheSizeOfAJpegAndNothingOfAPng() throws IOException {
        byte[] high = style(Format.JPEG, Quality.HIGH);
        assertThat(high.length).isGreaterThan(style(Format.JPEG, Quality.LOW).length);
        assertThat(pixels(image(style(Format.PNG, Quality.HIGH))))
                .isEqualTo(pixels(image(style(Format.PNG, Quality.LOW))));
    }

    private static byte[] style(Format format, Quality quality) {
        return Charts.main(
                Samples.outlier(), Samples.TEXT, new ChartStyle(format, 60, quality, Theme.LIGHT));
    }

    static Stream<XmrChart> allSorts() {
        return Stream.of(
                Samples.daily(),
                Samples.daily(5),
                Samples.daily(5, 6),
                Samples.daily(5, 6, 4, 5, 7),
                Samples.daily(Samples.values(12, ignored -> 10)),
                Samples.daily(Samples.values(12, ignored -> 0)),
                Samples.daily(Samples.noise(30, 4.3e-9, 3e-10)),
                Samples.daily(Samples.noise(30, 1e-310, 1e-311)),
                Samples.daily(Samples.noise(30, 3e12, 2e11)),
                Samples.daily(Samples.noise(30, 1e300, 1e299)),
                Samples.daily(Samples.values(10, i -> (i % 2 == 0 ? 1 : -1) * Double.MAX_VALUE)),
                Samples.daily(Samples.values(30, i -> 1e15 + i % 3 * 1e-3)),
                Samples.daily(Samples.noise(30, -40, 9)),
                Samples.daily(Samples.values(30, i -> i % 7 == 3 ? Double.NaN : i)),
                Samples.daily(Samples.values(30, i -> i == 20 ? 4e6 : i % 3)),
                Samples.with(Samples.noise(40, 5, 1), RuleProfile.NELSON, 12),
                Samples.with(Samples.noise(40, 5, 1), RuleProfile.NHS, 0, 1, 2, 15, 39),
                Samples.daily(Samples.noise(10_000, 5, 1)),
                Xmr.chart(
                        Samples.labelled(Samples.noise(30, 5, 1), i -> i + HOSTILE),
                        XmrOptions.DEFAULT));
    }

    @ParameterizedTest
    @MethodSource("allSorts")
    void anyChartWithAnyTextIsDrawn(XmrChart chart) throws Exception {
        ChartText hostile = new ChartText(HOSTILE, HOSTILE, HOSTILE, HOSTILE);
        assertThat(image(Charts.main(chart, hostile, Samples.SMALL)).getWidth()).isEqualTo(720);
        assertThat(image(Charts.summary(chart, hostile, Samples.SMALL)).getWidth()).isEqualTo(720);
        for (byte[] svg :
                new byte[][] {
                    Charts.main(chart, hostile, Samples.small(Format.SVG)),
                    Charts.summary(chart, hostile, Samples.small(Format.SVG))
                }) {
            assertThat(xml(svg).getElementsByTagName("script").getLength()).isZero();
            assertThat(new String(svg, StandardCharsets.UTF_8)).doesNotContain("NaN", "Infinity");
        }
    }

    @Test
    void svgHasATitleADescriptionAndTheTextsThemselves() throws Exception {
        ChartText text = new ChartText("A < B & \"C\"", "価格", "day", "");
        byte[] svg = Charts.main(Samples.outlier(), text, Samples.small(Format.SVG));
        Element root = xml(svg).getDocumentElement();
        assertThat(root.getAttribute("viewBox")).isEqualTo("0 0 864 576");
        assertThat(first(root, "title")).isEqualTo("A < B & \"C\"");
        assertThat(first(root, "desc")).startsWith("XmR control chart of 価格 over day");
        assertThat(root.getTextContent()).contains("upper limit", "beyond a limit", "価格");
    }

    @Test
    void onlyRulesThatOccurAreExplained() throws Exception {
        String words =
                xml(Charts.main(Samples.outlier(), Samples.TEXT, Samples.small(Format.SVG)))
                        .getDocumentElement()
                        .getTextContent();
        assertThat(words).contains("beyond a limit", "moving range above its limit");
        assertThat(words).doesNotContain("run of 8", "nearer a limit");
    }

    @Test
    void everySignalOfALongSeriesHasItsMark() throws IOException {
        double[] values = Samples.noise(50_000, 100, 1);
        values[31_000] = 130;
        values[44_000] = 70;
        XmrChart chart = Samples.daily(values);
        BufferedImage image =
                image(
                        Charts.main(
                                chart,
                                Samples.TEXT,
                                new ChartStyle(Format.PNG, 100, Quality.LOW, Theme.LIGHT)));
        int colour = Palette.of(Theme.LIGHT).rule(Rule.OUTSIDE_LIMITS);
        // The two far ones are in the upper and in the lower half of the upper chart.
        assertThat(hasColour(image, colour, 620, 780, 90, 200)).isTrue();
        assertThat(hasColour(image, colour, 840, 1040, 400, 560)).isTrue();
    }

    private static boolean hasColour(
            BufferedImage image, int colour, int left, int right, int top, int bottom) {
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                if ((image.getRGB(x, y) & 0xFFFFFF) == colour) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void trialLimitsAreCalledThat() throws Exception {
        String words =
                xml(Charts.main(
                                Samples.daily(5, 6, 4, 5, 7, 5, 6),
                                Samples.TEXT,
                                Samples.small(Format.SVG)))
                        .getDocumentElement()
                        .getTextContent();
        assertThat(words).contains("Trial limits", "7 values", "A note.");
    }

    @Test
    void altTextTellsTheLinesAndTheSignalsByRule() {
        assertThat(Charts.altText(Samples.outlier(), Samples.TEXT))
                .startsWith("XmR control chart of sales over week: 24 points from 2024-01-01 to")
                .contains("natural process limits", "Beyond a limit: 1 (2024-01-18).");
        assertThat(Charts.altText(Samples.daily(), Samples.TEXT)).endsWith("There are no points.");
    }

    @Test
    void warmingUpDrawsForReal() {
        Charts.warmUp();
        assertThat(WarmUp.charts()).allSatisfy(chart -> assertThat(chart.signals()).isNotEmpty());
    }

    private static BufferedImage image(byte[] file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file));
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static Document xml(byte[] file) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(file));
    }

    private static String first(Element root, String name) {
        return root.getElementsByTagName(name).item(0).getTextContent();
    }
}
