package parley.analysis.chart;

import parley.analysis.chart.ChartStyle.Theme;
import parley.analysis.chart.canvas.Marker;
import parley.analysis.xmr.Rule;

/// The colours of a chart, `0xRRGGBB`. Only signals have colours: all else is shades of one grey
/// blue, so that what is drawn in colour is what has to be looked at. The colours of the rules
/// differ from each other and from the lines for the colour-blind too, and each rule has a shape of
/// its own as well.
///
/// @param band between the natural process limits
/// @param baseline the name of the points whose values set locked limits
/// @param baselineArea where these points are
/// @param series the line through the points
/// @param denseSeries the same where points are so many that it fills areas
/// @param limit the natural process limits, and the upper range limit
/// @param faint quartile lines, bars
/// @param calm says that there are no signals
/// @param rules in the order of [Rule]
@SuppressWarnings("ArrayRecordComponent") // They are compared nowhere.
record Palette(
        int background,
        int band,
        int baseline,
        int baselineArea,
        int grid,
        int text,
        int mutedText,
        int series,
        int denseSeries,
        int centre,
        int limit,
        int faint,
        int calm,
        int... rules) {
    private static final Palette LIGHT =
            new Palette(
                    0xFFFFFF, 0xF1F5FA, 0xFFEFC4, 0xFFFAEB, 0xE3E8EF, 0x17212E, 0x55616F, 0x22324A,
                    0xA3B0C1, 0x5B6B80, 0x5B6B80, 0xB3BFCD, 0x00855C, 0xBE2A2D, 0xDB5FB2, 0xCE9700,
                    0x00A674, 0x4C7BFA, 0x4A1FE0, 0x9E6D01, 0x581921);
    private static final Palette DARK =
            new Palette(
                    0x151B24, 0x1D2632, 0x4A3F22, 0x26231E, 0x2A3442, 0xF0F4F9, 0xA9B5C4, 0xDCE5F0,
                    0x56667A, 0x8FA0B5, 0x8FA0B5, 0x566475, 0x3CD39A, 0xF27A58, 0xEFABE6, 0xF7A52A,
                    0x1EE89E, 0x7186E1, 0x835AFF, 0xFAFE28, 0x9E6E65);

    static Palette of(Theme theme) {
        return switch (theme) {
            case LIGHT -> LIGHT;
            case DARK -> DARK;
        };
    }

    int rule(Rule rule) {
        int place =
                switch (rule) {
                    case OUTSIDE_LIMITS -> 0;
                    case RANGE -> 1;
                    case NEAR_LIMIT -> 2;
                    case RUN -> 3;
                    case TREND -> 4;
                    case ALTERNATING -> 5;
                    case WITHIN_ONE_SIGMA -> 6;
                    case BEYOND_ONE_SIGMA -> 7;
                };
        return rules[place];
    }

    static Marker marker(Rule rule) {
        return switch (rule) {
            case OUTSIDE_LIMITS -> Marker.DIAMOND;
            case RANGE -> Marker.TRIANGLE;
            case NEAR_LIMIT -> Marker.SQUARE;
            case RUN -> Marker.RING;
            case TREND -> Marker.STAR;
            case ALTERNATING -> Marker.CROSS;
            case WITHIN_ONE_SIGMA -> Marker.PLUS;
            case BEYOND_ONE_SIGMA -> Marker.HOURGLASS;
        };
    }
}
