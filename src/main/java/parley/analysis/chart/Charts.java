package parley.analysis.chart;

import parley.analysis.chart.ChartStyle.Format;
import parley.analysis.chart.ChartStyle.Quality;
import parley.analysis.chart.ChartStyle.Theme;
import parley.analysis.xmr.XmrChart;

/// Draws charts as files. The same chart, words and style give the same bytes.
///
/// Two are drawn at once, others wait: one of 3600 × 2400 pixels takes some 40 MB while it is
/// drawn.
public final class Charts {
    private static final ChartStyle SMALL =
            new ChartStyle(Format.PNG, 60, Quality.LOW, Theme.LIGHT);

    private Charts() {}

    /// The chart of values over that of their moving ranges.
    ///
    /// @throws parley.error.AppException (503) too many charts wait to be drawn, or the thread was
    ///   interrupted
    public static byte[] main(XmrChart chart, ChartText text, ChartStyle style) {
        Palette palette = Palette.of(style.theme());
        Picture picture =
                new Picture(
                        text.title(),
                        altText(chart, text),
                        canvas -> new MainPicture(chart, text, palette).draw(canvas));
        return RenderPool.run(() -> picture.file(style));
    }

    /// Four panels: the values over time, how they are distributed, their statistics, and whether
    /// the process is stable.
    ///
    /// @throws parley.error.AppException as [#main]
    public static byte[] summary(XmrChart chart, ChartText text, ChartStyle style) {
        Palette palette = Palette.of(style.theme());
        Picture picture =
                new Picture(
                        text.title(),
                        altText(chart, text),
                        canvas -> new SummaryPicture(chart, text, palette).draw(canvas));
        return RenderPool.run(() -> picture.file(style));
    }

    /// What a chart shows, for those who do not see it: the lines, and the signals by rule.
    public static String altText(XmrChart chart, ChartText text) {
        return new Verdict(chart).altText(text);
    }

    /// Draws some small charts, so that the first one somebody waits for takes no longer than the
    /// others. It takes about a second, and nothing waits for it.
    public static void warmUp() {
        for (XmrChart chart : WarmUp.charts()) {
            main(chart, WarmUp.TEXT, SMALL);
            summary(chart, WarmUp.TEXT, SMALL);
        }
    }
}
