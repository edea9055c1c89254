package parley.analysis.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.analysis.sql.Column;
import parley.analysis.sql.ColumnType;
import parley.analysis.sql.Rows;

final class CsvWriterTest {
    private static String written(List<List<@Nullable Object>> cells) throws Exception {
        List<Column> columns =
                List.of(new Column("a", ColumnType.TEXT), new Column("=b", ColumnType.OTHER));
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        CsvWriter.write(new Rows(columns, cells, false, Duration.ZERO), output);
        return output.toString(StandardCharsets.UTF_8);
    }

    private static String cell(String text) throws Exception {
        String all = written(List.of(Arrays.asList("x", text)));
        return all.substring("a,'=b\r\nx,".length(), all.length() - 2);
    }

    @Test
    void rowsAreWrittenAsTheStandardHasThem() throws Exception {
        assertThat(
                        written(
                                List.of(
                                        Arrays.asList("x, \"y\"", 1L),
                                        Arrays.asList("two\nlines", null),
                                        Arrays.asList(LocalDate.of(2024, 1, 2), -2.5),
                                        Arrays.asList("ü", new BigDecimal("-1E+3")))))
                .isEqualTo(
                        """
                        a,'=b\r
                        "x, ""y""\",1\r
                        "two
                        lines",\r
                        2024-01-02,-2.5\r
                        ü,-1000\r
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "＝1", "  =1", "-", "=1"})
    void formulasAreMadeHarmless(String text) throws Exception {
        assertThat(cell(text).replace("\"", "")).isEqualTo("'" + text.replace("\"", ""));
    }

    @Test
    void aTabOrALineBreakAtTheBeginningIsMadeHarmless() throws Exception {
        assertThat(cell("\t=1")).startsWith("'\t");
        assertThat(cell("\r=1")).startsWith("\"'\r");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "+3.5", "-1,5", "-1e9", "-12 %", "plain", "a=b"})
    void numbersAndPlainTextsStayAsTheyAre(String text) throws Exception {
        assertThat(cell(text).replace("\"", "")).isEqualTo(text);
    }
}
