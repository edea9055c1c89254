package parley.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.analysis.sql.Column;
import parley.analysis.sql.ColumnType;
import parley.analysis.sql.Rows;

/// Numbers in a model's words are looked for in the rows they are about.
final class NumberCheckTest {
    private static final Rows ROWS =
            new Rows(
                    List.of(
                            new Column("day", ColumnType.DATE),
                            new Column("total", ColumnType.DECIMAL),
                            new Column("share", ColumnType.DECIMAL)),
                    List.of(
                            Arrays.asList(LocalDate.of(2024, 3, 1), 1234567.891, 0.1234),
                            Arrays.asList(
                                    LocalDate.of(2024, 4, 1), new BigDecimal("-42.50"), null)),
                    false,
                    Duration.ZERO);

    private static List<String> unknown(String text) {
        return new NumberCheck(List.of(ROWS), List.of("How was it in 2024, top 5?")).unknown(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It was 1,234,567.89 in all.",
                "It was 1.23 million, or 1,235k.",
                "It was 1\u202f234\u202f568.",
                "The share was 12.3 %, that is 0.12.",
                "It fell by 42.5 on 2024-04-01.",
                "Both rows of March 2024 and April 2024.",
                "1. first\n2. second",
                "The top 5 of 2024.",
                "Nothing at all.",
                "See `SELECT 99` for it.",
            })
    void whatIsInTheRowsIsKnown(String text) {
        assertThat(unknown(text)).isEmpty();
    }

    @Test
    void whatIsInNoCellIsNamedAsItIsWritten() {
        assertThat(unknown("It was 1,234,568.9 and 17 %, 3.5M in 1999."))
                .containsExactly("1,234,568.9", "17 %", "3.5M", "1999");
    }
}
