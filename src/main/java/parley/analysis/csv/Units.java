package parley.analysis.csv;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What stands beside a number and says what it counts.
final class Units {
    static final String PERCENT = "%";

    // Longer ones first: "US$" before "$".
    private static final List<String> KNOWN =
            List.of(
                    "US$", "EUR", "USD", "GBP", "CHF", "JPY", "SEK", "NOK", "DKK", "PLN", "CZK",
                    "CAD", "AUD", "INR", "CNY", "BRL", "R$", "zł", "kr", "%", "€", "$", "£", "¥",
                    "₹", "₩", "₽", "₺", "₴", "₫", "฿", "₦", "₱", "₪", "¢");

    private Units() {}

    static boolean mayBegin(char letter) {
        return "UEGCJSNDPACIBRzk%€$£¥₹₩₽₺₴₫฿₦₱₪¢uegcjsndpacibr".indexOf(letter) >= 0;
    }

    /// The unit that begins here, as it is written.
    static @Nullable String at(CharSequence text, int start, int end) {
        if (!mayBegin(text.charAt(start))) {
            return null;
        }
        for (String unit : KNOWN) {
            if (unit.length() <= end - start && matches(text, start, unit)) {
                return text.subSequence(start, start + unit.length()).toString();
            }
        }
        return null;
    }

    private static boolean matches(CharSequence text, int start, String unit) {
        for (int index = 0; index < unit.length(); index++) {
            char letter = text.charAt(start + index);
            if (letter != unit.charAt(index)
                    && Character.toUpperCase(letter) != Character.toUpperCase(unit.charAt(index))) {
                return false;
            }
        }
        return true;
    }

    /// The same currency is written in several ways.
    static String normal(String unit) {
        return Optional.of(unit.toUpperCase(Locale.ROOT))
                .map(upper ->
                        switch (upper) {
                            case "EUR" -> "€";
                            case "US$", "USD" -> "$";
                            case "GBP" -> "£";
                            default -> upper;
                        })
                .get();
    }
}
