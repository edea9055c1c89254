package parley.dialect.xmr;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/// A file of sales: 140 days from 2024-01-01, in two regions. South sells 10 more than North each
/// day; from 2024-05-01 on everything is 50 more.
final class SalesFile {
    static final int DAYS = 140;

    private SalesFile() {}

    static byte[] bytes() {
        StringBuilder file = new StringBuilder("date,sales,region\n");
        for (int day = 0; day < DAYS; day++) {
            file.append(row(day, "North")).append(row(day, "South"));
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String row(int day, String region) {
        return "%s,%d,%s\n".formatted(date(day), sales(day, region), region);
    }

    private static LocalDate date(int day) {
        return LocalDate.of(2024, 1, 1).plusDays(day);
    }

    static long sales(int day, String region) {
        boolean late = !date(day).isBefore(LocalDate.of(2024, 5, 1));
        return 100L + day * 7 % 5 + (region.equals("South") ? 10 : 0) + (late ? 50 : 0);
    }

    static long total(String region) {
        long total = 0;
        for (int day = 0; day < DAYS; day++) {
            total += sales(day, region);
        }
        return total;
    }
}
