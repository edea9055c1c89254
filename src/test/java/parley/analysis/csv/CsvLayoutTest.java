package parley.analysis.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.analysis.sql.ColumnType;

/// How files are laid out, and what is repaired.
final class CsvLayoutTest {
    @TempDir private Path folder;

    private List<String> names(Upload upload) {
        return upload.profile().columns().stream().map(each -> each.column().name()).toList();
    }

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t', '|'})
    void theDelimiterIsFound(char delimiter) throws Exception {
        String text = "day,name,value\n2024-01-01,a,1\n2024-01-02,b,2\n".replace(',', delimiter);
        try (Upload upload = Upload.of(folder, text)) {
            assertThat(upload.profile().delimiter()).isEqualTo(delimiter);
            assertThat(names(upload)).containsExactly("day", "name", "value");
            assertThat(upload.profile().repairs()).isEmpty();
        }
    }

    @Test
    void aHeaderWithOneNameIsStillTheHeader() throws Exception {
        try (Upload upload = Upload.of(folder, "day,,,\n2024-01-01,1,2,3\n2024-01-02,4,5,6\n")) {
            assertThat(names(upload)).containsExactly("day", "column_2", "column_3", "column_4");
            assertThat(upload.profile().rows()).isEqualTo(2);
        }
        try (Upload upload =
                Upload.of(folder, "Report,,\nday,n,m\n2024-01-01,1,2\n2024-01-02,4,5\n")) {
            assertThat(names(upload)).containsExactly("day", "n", "m");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void everyLineEndEndsALine(String end) throws Exception {
        try (Upload upload = Upload.of(folder, "a,b\n1,x\n2,\"y\nz\"\n".replace("\n", end))) {
            assertThat(upload.profile().rows()).isEqualTo(2);
            assertThat(upload.cells(1)).containsExactly("x", "y\nz");
        }
    }

    @Test
    void encodingsAreFound() throws Exception {
        String text = "größe,preis\nklein,5\ngroß,6\n";
        for (Charset charset :
                List.of(
                        StandardCharsets.UTF_8,
                        StandardCharsets.UTF_16LE,
                        StandardCharsets.UTF_16BE,
                        Charset.forName("windows-1252"))) {
            try (Upload upload = Upload.of(folder, text, charset)) {
                assertThat(upload.profile().encoding()).isEqualTo(charset.name());
                assertThat(names(upload)).as(charset.name()).containsExactly("größe", "preis");
                assertThat(upload.cells(0)).containsExactly("klein", "groß");
                assertThat(upload.profile().repairs())
                        .hasSize(charset.name().equals("windows-1252") ? 1 : 0);
            }
        }
        for (Charset charset :
                List.of(
                        StandardCharsets.UTF_8,
                        StandardCharsets.UTF_16LE,
                        StandardCharsets.UTF_16BE)) {
            try (Upload upload = Upload.of(folder, "\ufeff" + text, charset)) {
                assertThat(names(upload)).as(charset.name()).containsExactly("größe", "preis");
            }
        }
    }

    @Test
    void aLineThatNamesTheDelimiterIsObeyed() throws Exception {
        try (Upload upload = Upload.of(folder, "sep=;\na;b\n1,5;x,y\n2,5;z,w\n")) {
            assertThat(names(upload)).containsExactly("a", "b");
            assertThat(upload.cells(1)).containsExactly("x,y", "z,w");
        }
    }

    @Test
    void quotesHoldDelimitersLinesAndQuotes() throws Exception {
        try (Upload upload =
                Upload.of(folder, "a,b\n\"x, \"\"y\"\"\",\"1\n2\"\n \"spaced\" ,3\" pipe\n")) {
            assertThat(upload.cells(0)).containsExactly("x, \"y\"", "spaced");
            assertThat(upload.cells(1)).containsExactly("1\n2", "3\" pipe");
            assertThat(upload.profile().repairs()).isEmpty();
        }
    }

    @Test
    void textAfterAClosingQuoteIsKeptAndReported() throws Exception {
        try (Upload upload = Upload.of(folder, "a,b\n\"x\"y,1\nz,2\n")) {
            assertThat(upload.cells(0)).containsExactly("xy", "z");
            assertThat(upload.profile().repairs()).anyMatch(said -> said.contains("closing quote"));
        }
    }

    @Test
    void titlesAndCommentsAboveTheHeaderAreLeftOut() throws Exception {
        String text = "Sales report\n# made by hand\n\nday,sales\n2024-01-01,5\n2024-01-02,6\n";
        try (Upload upload = Upload.of(folder, text)) {
            assertThat(names(upload)).containsExactly("day", "sales");
            assertThat(upload.profile().rows()).isEqualTo(2);
            assertThat(upload.profile().repairs())
                    .containsExactly("3 lines above the header were left out.");
        }
        try (Upload upload = Upload.of(folder, "Title,,\nday,sales,x\n2024-01-01,5,a\n")) {
            assertThat(names(upload)).containsExactly("day", "sales", "x");
        }
    }

    @Test
    void columnsWithoutAHeaderGetNumbers() throws Exception {
        try (Upload upload = Upload.of(folder, "2024-01-01,5,a\n2024-01-02,6,b\n")) {
            assertThat(names(upload)).containsExactly("column_1", "column_2", "column_3");
            assertThat(upload.profile().rows()).isEqualTo(2);
            assertThat(upload.profile().repairs()).anyMatch(said -> said.contains("no header"));
        }
        try (Upload upload = Upload.of(folder, "country,2019,2020\nDE,5,6\nFR,7,8\n")) {
            assertThat(names(upload)).containsExactly("country", "2019", "2020");
        }
    }

    @Test
    void headersAreMadeUniqueAndTheOriginalIsKept() throws Exception {
        try (Upload upload =
                Upload.of(
                        folder,
                        "sales,Sales,,sales_2,\"a \"\"b\"\"\nc\"\n1,2,3,4,5\n6,7,8,9,10\n")) {
            assertThat(names(upload))
                    .containsExactly("sales", "Sales_3", "column_3", "sales_2", "a 'b' c");
            assertThat(upload.column(1).header()).isEqualTo("Sales");
            assertThat(upload.column(4).header()).isEqualTo("a \"b\"\nc");
            assertThat(upload.rows("SELECT \"Sales_3\", \"a 'b' c\" FROM uploaded_data").cells())
                    .isEqualTo(List.of(List.of(2L, 5L), List.of(7L, 10L)));
        }
    }

    @Test
    void raggedRowsAreFilledOrCutAndReported() throws Exception {
        try (Upload upload =
                Upload.of(folder, "a,b,c\n1,2,3\n4,5\n6,7,8,9\n1,1,1,,\n1,1,1\n1,1,1\n")) {
            assertThat(upload.cells(2)).isEqualTo(Arrays.asList(3L, null, 8L, 1L, 1L, 1L));
            assertThat(upload.profile().repairs())
                    .containsExactly(
                            "1 row has too few cells; what is missing is empty (line 3).",
                            "1 row has more cells than there are columns; the surplus was cut"
                                    + " (line 4).");
        }
    }

    @Test
    void emptyColumnsAndRowsAreLeftOut() throws Exception {
        try (Upload upload = Upload.of(folder, "a,b,,\n1,2,,\n,,,\n\n3,4,,\n")) {
            assertThat(names(upload)).containsExactly("a", "b");
            assertThat(upload.profile().rows()).isEqualTo(2);
            assertThat(upload.profile().repairs())
                    .containsExactly(
                            "2 blank rows were left out.",
                            "2 columns without a name and without cells were left out.");
        }
    }

    @Test
    void anEmptyLeadingHeaderIsAColumnAllTheSame() throws Exception {
        try (Upload upload = Upload.of(folder, ",WINDSPEED (m/s): mean,b\n0,1.5,x\n1,2.5,y\n")) {
            assertThat(names(upload)).containsExactly("column_1", "WINDSPEED (m/s): mean", "b");
            assertThat(
                            upload.rows("SELECT avg(\"WINDSPEED (m/s): mean\") FROM uploaded_data")
                                    .cells())
                    .isEqualTo(List.of(List.of(2.0)));
        }
    }

    @Test
    void aRowOfTotalsIsPointedOut() throws Exception {
        try (Upload upload = Upload.of(folder, "region,sales\nn,1\ns,2\nTotal:,3\n")) {
            assertThat(upload.profile().repairs())
                    .anyMatch(said -> said.contains("looks like a total"));
        }
    }

    @Test
    void cellsAreDataWhateverTheySay() throws Exception {
        String evil = "'); DROP TABLE uploaded_data; --";
        try (Upload upload =
                Upload.of(
                        folder, "a\");DROP TABLE uploaded_data;--,b\n" + evil + ",1\n=cmd(),2\n")) {
            assertThat(upload.cells(0)).containsExactly(evil, "=cmd()");
            assertThat(upload.column(0).column().type()).isEqualTo(ColumnType.TEXT);
            assertThat(upload.rows("SELECT count(*) FROM uploaded_data").cells())
                    .isEqualTo(List.of(List.of(2L)));
        }
    }
}
