package parley.analysis.csv;

import java.time.DateTimeException;
import java.time.LocalDate;

/// Dates of eight digits without marks: `20240131`.
final class CompactDate {
    static final int NONE = Integer.MIN_VALUE;

    private CompactDate() {}

    /// [#NONE] if the number is no date from 1900 to 2199.
    static int epochDay(long number) {
        if (number < 1900_01_01 || number > 2199_12_31) {
            return NONE;
        }
        int month = (int) (number / 100 % 100);
        int day = (int) (number % 100);
        if (month < 1 || month > 12 || day < 1 || day > 31) {
            return NONE;
        }
        try {
            return (int) LocalDate.of((int) (number / 10_000), month, day).toEpochDay();
        } catch (DateTimeException e) {
            return NONE;
        }
    }
}
