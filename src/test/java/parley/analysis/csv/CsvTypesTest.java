package parley.analysis.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.analysis.sql.ColumnType;

/// What the cells of a column mean.
final class CsvTypesTest {
    @TempDir private Path folder;

    /// A file with `k` and a column of these cells, separated by semicolons.
    private Upload column(String header, String... cells) throws IOException, InterruptedException {
        StringBuilder text = new StringBuilder("k\t" + header + "\n");
        for (String cell : cells) {
            text.append("x\t").append(cell).append('\n');
        }
        return Upload.of(folder, text.toString());
    }

    private void assertCells(
            String header, String cells, ColumnType type, @Nullable Object... values)
            throws IOException, InterruptedException {
        try (Upload upload = column(header, cells.split("\\|", -1))) {
            assertThat(upload.column(1).column().type()).as(cells).isEqualTo(type);
            assertThat(upload.cells(1)).as(cells).isEqualTo(Arrays.asList(values));
        }
    }

    @Test
    void wholeNumbersAreIntegers() throws Exception {
        assertCells("n", "1|-2|+3|0", ColumnType.INTEGER, 1L, -2L, 3L, 0L);
    }

    @Test
    void decimalsMayHaveAPointOrAComma() throws Exception {
        assertCells("n", "1.5|-2.25|3|.5", ColumnType.DECIMAL, 1.5, -2.25, 3.0, 0.5);
        assertCells("n", "1,5|-2,25|3", ColumnType.DECIMAL, 1.5, -2.25, 3.0);
    }

    @Test
    void thousandsMayBeSeparatedInManyWays() throws Exception {
        assertCells("n", "1,234.56|12", ColumnType.DECIMAL, 1234.56, 12.0);
        assertCells("n", "1.234,56|12", ColumnType.DECIMAL, 1234.56, 12.0);
        assertCells("n", "1 234|12", ColumnType.INTEGER, 1234L, 12L);
        assertCells("n", "1\u00a0234,5|12", ColumnType.DECIMAL, 1234.5, 12.0);
        assertCells("n", "1'234.50|12", ColumnType.DECIMAL, 1234.5, 12.0);
        assertCells("n", "5,350,380|1,000", ColumnType.INTEGER, 5_350_380L, 1000L);
        assertCells("n", "1.234.567|1.000", ColumnType.INTEGER, 1_234_567L, 1000L);
    }

    @Test
    void whatACommaMeansIsTakenFromTheOtherColumnsAndSaid() throws Exception {
        try (Upload upload = Upload.of(folder, "a;b\n1,234;1,5\n5,678;2,5\n")) {
            assertThat(upload.cells(0)).containsExactly(1.234, 5.678);
            assertThat(upload.column(0).form()).contains("decimal comma");
            assertThat(upload.profile().repairs()).anyMatch(said -> said.contains("two ways"));
        }
        try (Upload upload = Upload.of(folder, "a\tb\n1,234\t1.5\n5,678\t2.5\n")) {
            assertThat(upload.cells(0)).containsExactly(1234L, 5678L);
        }
    }

    @Test
    void unitsAndSignsAreReadAndReported() throws Exception {
        assertCells("n", "(12)|3", ColumnType.INTEGER, -12L, 3L);
        assertCells(
                "n", "$1,200.50|-$3.00|$(4.5)", ColumnType.TEXT, "$1,200.50", "-$3.00", "$(4.5)");
        assertCells("n", "$1,200.50|-$3.00|($4.50)", ColumnType.DECIMAL, 1200.5, -3.0, -4.5);
        assertCells("n", "12,50 €|1.000,00 €", ColumnType.DECIMAL, 12.5, 1000.0);
        assertCells("n", "12%|7.5 %", ColumnType.DECIMAL, 12.0, 7.5);
        assertCells("n", "−5|12-", ColumnType.INTEGER, -5L, -12L);
        assertCells("n", "1e3|2.5E-1", ColumnType.DECIMAL, 1000.0, 0.25);
        try (Upload upload = column("n", "12%", "7 %")) {
            assertThat(upload.column(1).form()).contains("percent: 12 % is 12");
        }
    }

    @Test
    void amountsInDifferentCurrenciesAreNotMixed() throws Exception {
        try (Upload upload = column("n", "$5", "€6")) {
            assertThat(upload.column(1).column().type()).isEqualTo(ColumnType.TEXT);
            assertThat(upload.profile().repairs()).anyMatch(said -> said.contains("$, €"));
        }
    }

    @Test
    void codesStayTexts() throws Exception {
        assertCells("zip", "01067|80331", ColumnType.TEXT, "01067", "80331");
        assertCells("card", "12345678901234567890|1", ColumnType.TEXT, "12345678901234567890", "1");
    }

    @Test
    void doublesAreTheNearestOnes() throws Exception {
        assertCells(
                "n",
                "0.1|2.0018|1234567.125|1e-300|0.30000000000000004",
                ColumnType.DECIMAL,
                0.1,
                2.0018,
                1234567.125,
                1e-300,
                0.30000000000000004);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2024-03-05     | 2024-03-05
                    2024/3/5       | 2024-03-05
                    05.03.2024     | 2024-03-05
                    5.3.24         | 2024-03-05
                    25/03/2024     | 2024-03-25
                    03/25/2024     | 2024-03-25
                    Sep 17, 2017   | 2017-09-17
                    17 September 2017 | 2017-09-17
                    17. März 2017  | 2017-03-17
                    17-Sep-17      | 2017-09-17
                    Sunday, September 17, 2017 | 2017-09-17
                    17th Sep 2017  | 2017-09-17
                    2024-01        | 2024-01-01
                    Jan-24         | 2024-01-01
                    January 2024   | 2024-01-01
                    01/2024        | 2024-01-01
                    2024-Q2        | 2024-04-01
                    Q4 2024        | 2024-10-01
                    2024-W01       | 2024-01-01
                    2020-W53       | 2020-12-28
                    """)
    void datesAreReadInManyForms(String cell, LocalDate date) throws Exception {
        assertCells("d", cell, ColumnType.DATE, date);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2024-03-05 10:11:12     | 2024-03-05T10:11:12
                    2024-03-05T10:11        | 2024-03-05T10:11:00
                    2024-03-05T10:11:12.5Z  | 2024-03-05T10:11:12.5
                    2024-03-05T01:00:00+02:00 | 2024-03-04T23:00:00
                    25/03/2024 9:05 PM      | 2024-03-25T21:05:00
                    25.03.2024 12:05 am     | 2024-03-25T00:05:00
                    Sep 17, 2017 08:00      | 2017-09-17T08:00:00
                    """)
    void timesStandBesideDates(String cell, LocalDateTime time) throws Exception {
        assertCells("t", cell, ColumnType.TIMESTAMP, time);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-30",
        "32.01.2024",
        "2024-13-01",
        "Feb 30 2024",
        "may be",
        "2024-W54",
        "1/2/3/4",
        "2023-W53",
        "Monday",
        "Q5 2024",
        "2024-01-01T25:00"
    })
    void whatIsNoDateStaysText(String cell) throws Exception {
        assertCells("d", cell, ColumnType.TEXT, cell);
    }

    @Test
    void theDataDecideWhetherTheDayComesFirst() throws Exception {
        try (Upload upload = column("d", "01/02/2024", "13/02/2024")) {
            assertThat(upload.cells(1))
                    .containsExactly(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 13));
            assertThat(upload.column(1).form()).contains("day/month/year");
        }
        try (Upload upload = column("d", "01/02/2024", "02/13/2024")) {
            assertThat(upload.cells(1)).contains(LocalDate.of(2024, 1, 2));
        }
    }

    @Test
    void anAmbiguousDateIsSaid() throws Exception {
        try (Upload upload = column("d", "01/01/2015 00:00", "02/01/2015 00:00")) {
            assertThat(upload.cells(1)).contains(LocalDateTime.of(2015, 2, 1, 0, 0));
            assertThat(upload.column(1).form().orElseThrow())
                    .contains("month/day/year", "ambiguous");
            assertThat(upload.profile().repairs())
                    .anyMatch(said -> said.contains("the day or the month first"));
        }
    }

    @Test
    void aYearIsADateOnlyIfItsColumnSaysSo() throws Exception {
        assertCells(
                "year",
                "1970|1971",
                ColumnType.DATE,
                LocalDate.of(1970, 1, 1),
                LocalDate.of(1971, 1, 1));
        assertCells("built", "1970|1971", ColumnType.INTEGER, 1970L, 1971L);
        assertCells(
                "date",
                "20240131|20240201",
                ColumnType.DATE,
                LocalDate.of(2024, 1, 31),
                LocalDate.of(2024, 2, 1));
        assertCells("number", "20240131|20240201", ColumnType.INTEGER, 20240131L, 20240201L);
    }

    @Test
    void aTimeOfDayIsATime() throws Exception {
        assertCells(
                "t",
                "09:15:59|9:16",
                ColumnType.TIME,
                LocalTime.of(9, 15, 59),
                LocalTime.of(9, 16));
    }

    @Test
    void wordsAreTruthValuesOnlyWhenClear() throws Exception {
        assertCells("b", "true|FALSE", ColumnType.BOOLEAN, true, false);
        assertCells("b", "yes|no|", ColumnType.BOOLEAN, true, false, null);
        assertCells("b", "ja|nein", ColumnType.BOOLEAN, true, false);
        assertCells("b", "yes|maybe", ColumnType.TEXT, "yes", "maybe");
        assertCells("b", "no|no", ColumnType.TEXT, "no", "no");
        assertCells("b", "0|1", ColumnType.INTEGER, 0L, 1L);
    }

    @Test
    void whatSaysThatThereIsNothingIsMissing() throws Exception {
        try (Upload upload =
                column("n", "1", "", "NA", "n/a", "null", "-", "--", "?", "NaN", "#N/A", "2")) {
            assertThat(upload.column(1).missing()).isEqualTo(9);
            assertThat(upload.column(1).unparsed()).isZero();
            assertThat(upload.rows("SELECT sum(n) FROM uploaded_data").cells())
                    .isEqualTo(List.of(List.of(3L)));
        }
        assertCells("country", "NA|DE", ColumnType.TEXT, "NA", "DE");
    }

    @Test
    void aFewOddCellsAreCountedAndLeftOut() throws Exception {
        StringBuilder text = new StringBuilder("k,n\n");
        for (int row = 0; row < 98; row++) {
            text.append("x,").append(row).append('\n');
        }
        try (Upload upload = Upload.of(folder, text + "x,about 5\nx,many\n")) {
            assertThat(upload.column(1).column().type()).isEqualTo(ColumnType.INTEGER);
            assertThat(upload.column(1).unparsed()).isEqualTo(2);
            assertThat(upload.column(1).examples()).containsExactly("about 5", "many");
        }
        try (Upload upload = Upload.of(folder, text + "x,a\nx,b\nx,c\n")) {
            assertThat(upload.column(1).column().type()).isEqualTo(ColumnType.TEXT);
        }
    }
}
