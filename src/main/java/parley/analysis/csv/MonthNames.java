package parley.analysis.csv;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Names of months and days in English, German, French and Spanish, whole and short.
final class MonthNames {
    private static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.of("es"));
    private static final List<TextStyle> STYLES =
            List.of(
                    TextStyle.FULL,
                    TextStyle.FULL_STANDALONE,
                    TextStyle.SHORT,
                    TextStyle.SHORT_STANDALONE);
    private static final Map<String, Integer> MONTHS = new HashMap<>();
    private static final Set<String> WEEKDAYS = new HashSet<>();
    private static final int LONGEST = 12;

    static {
        for (Locale language : LANGUAGES) {
            for (TextStyle style : STYLES) {
                for (Month month : Month.values()) {
                    add(month, month.getDisplayName(style, language));
                }
                for (DayOfWeek day : DayOfWeek.values()) {
                    WEEKDAYS.add(plain(day.getDisplayName(style, language)));
                }
            }
        }
        add(Month.SEPTEMBER, "sept");
        add(Month.MARCH, "mrz");
        add(Month.MARCH, "mär");
        add(Month.JUNE, "jun");
        add(Month.JULY, "jul");
    }

    private MonthNames() {}

    /// @return -1 if it is no month
    static int number(CharSequence text, int start, int end) {
        if (end - start < 3 || end - start > LONGEST) {
            return -1;
        }
        return MONTHS.getOrDefault(plain(text.subSequence(start, end).toString()), -1);
    }

    static boolean isWeekday(String word) {
        return word.length() >= 2 && WEEKDAYS.contains(plain(word));
    }

    private static void add(Month month, String name) {
        String plain = plain(name);
        if (plain.length() >= 3) {
            MONTHS.putIfAbsent(plain, month.getValue());
        }
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace(".", "");
    }
}
