package parley.analysis.xmr;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Writes the numbers of a chart for people: lines to four significant digits of the average range,
/// values as they came.
public final class Figures {
    private static final int MOST_DECIMALS = 12;
    private static final int SIGNIFICANT = 4;

    private final int decimals;

    private Figures(int decimals) {
        this.decimals = decimals;
    }

    public static Figures of(XmrChart chart) {
        double range =
                chart.phases().stream()
                        .mapToDouble(phase -> phase.limits().averageRange())
                        .filter(each -> each > 0)
                        .min()
                        .orElse(1);
        int magnitude = (int) Math.floor(Math.log10(range));
        return new Figures(Math.clamp(SIGNIFICANT - 1L - magnitude, 0, MOST_DECIMALS));
    }

    /// A line of the chart, such as a limit; `–` where there is none.
    public String line(double number) {
        return Double.isFinite(number) ? written(number, decimals) : "–";
    }

    /// A value of the data.
    public String value(double number) {
        return written(number, Math.max(decimals, 6));
    }

    private static String written(double number, int decimals) {
        BigDecimal rounded =
                BigDecimal.valueOf(number)
                        .setScale(decimals, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
        String plain = rounded.toPlainString();
        // Beyond that nobody reads the digits, and there may be 300 of them.
        return plain.length() > 24 ? Double.toString(number) : plain;
    }
}
