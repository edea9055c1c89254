package parley.cli.xmr;

import java.time.LocalDateTime;
import java.util.stream.IntStream;
import parley.analysis.xmr.XmrChart;
import parley.error.AppException;

/// Where a new phase starts.
public final class SplitPoint {
    private SplitPoint() {}

    /// The point a phase starts at, 0-based: the first at a date or after it, or the one of this
    /// number, counted from 1.
    ///
    /// @throws AppException (400) there is no such point
    public static int in(XmrChart chart, String place) {
        if (place.matches("\\d{1,9}")) {
            return Integer.parseInt(place) - 1;
        }
        LocalDateTime time =
                Cells.time(place)
                        .orElseThrow(() ->
                                AppException.invalid(
                                        "split",
                                        "A phase starts at a date such as 2024-06-01 or at a point's"
                                                + " number, not at "
                                                + place
                                                + "."));
        return IntStream.range(0, chart.size())
                .filter(i -> chart.time(i).map(each -> !each.isBefore(time)).orElse(false))
                .findFirst()
                .orElseThrow(() ->
                        AppException.invalid("split", "No point is at " + place + " or after it."));
    }
}
