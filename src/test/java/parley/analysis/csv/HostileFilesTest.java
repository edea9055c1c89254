package parley.analysis.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.error.AppException;
import parley.error.ErrorCode;

/// What is no CSV, and what was made to do harm, is refused with the reason and leaves nothing.
final class HostileFilesTest {
    private static final int SIZE = 20_000_000;

    @TempDir private Path folder;

    private void assertRefused(byte[] content, ErrorCode code, String... words) throws IOException {
        assertThatThrownBy(() -> Upload.of(folder, content).close())
                .isInstanceOfSatisfying(
                        AppException.class,
                        failure -> {
                            assertThat(failure.code()).isEqualTo(code);
                            assertThat(failure.sentence()).contains(words).hasSizeLessThan(400);
                        });
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(path -> !path.toString().endsWith(".csv"))).isEmpty();
        }
    }

    private void assertRefused(String content, String... words) throws IOException {
        assertRefused(content.getBytes(StandardCharsets.UTF_8), ErrorCode.INVALID_REQUEST, words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PK\u0003\u0004xxxx   | Excel
                    %PDF-1.7             | PDF
                    GIF89a               | picture
                    <!DOCTYPE html><html>| HTML
                    <?xml version='1.0'?>| XML
                    {"a": 1, "b": 2}     | JSON
                    [ {"a": 1} ]         | JSON
                    PAR1xxxx             | Parquet
                    """)
    void otherKindsOfFilesAreNamed(String content, String word) throws Exception {
        assertRefused(content, word);
    }

    @Test
    void whatHasNothingToAskIsRefused() throws Exception {
        assertRefused("", "empty");
        assertRefused(" \n\r\n ", "empty");
        assertRefused("\ufeff", "empty");
        assertRefused("day,sales\n", "no rows", "day, sales");
        assertRefused("day\n2024-01-01\n2024-01-02\n", "only one column", "day");
        assertRefused("a,\n1,\n2,\n", "only one column");
    }

    @Test
    void binaryDataIsRefused() throws Exception {
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        noise[0] = 'x';
        assertRefused(noise, ErrorCode.INVALID_REQUEST, "zero bytes");
        byte[] late = "a,b\n1,2\n".repeat(20_000).getBytes(StandardCharsets.UTF_8);
        late[late.length - 3] = 0;
        assertRefused(late, ErrorCode.INVALID_REQUEST, "zero bytes");
    }

    @Test
    void aQuoteThatIsNeverClosedIsFound() throws Exception {
        assertRefused("a,b\n1,2\n\"3,4\n5,6\n", "line 3", "never closed");
        assertRefused("a,b\n\"" + "x".repeat(SIZE), "line 2", "longer than");
    }

    @Test
    void oneEndlessLineIsRefused() throws Exception {
        assertRefused("x".repeat(SIZE), "only one column");
        assertRefused("a,b\n1," + "x".repeat(SIZE), "line 2", "longer than");
        assertRefused(
                "a,".repeat(SIZE / 2).getBytes(StandardCharsets.UTF_8), ErrorCode.TOO_LARGE, "500");
        assertRefused("\"\"".repeat(SIZE / 2), "only one column");
        assertRefused("\n".repeat(SIZE), "empty");
    }

    @Test
    void moreThanIsAllowedIsRefusedWithTheNumber() throws Exception {
        CsvSettings small = new CsvSettings(1_000, 10, 3, 64, 1, 1);
        assertThatThrownBy(() -> Upload.of(folder, "a,b\n" + "1,2\n".repeat(11), small))
                .hasMessageContaining("11 rows")
                .hasMessageContaining("at most 10");
        assertThatThrownBy(() -> Upload.of(folder, "a,b\n" + "1,2\n".repeat(1_000), small))
                .hasMessageContaining("4,004 bytes");
        assertThatThrownBy(() -> Upload.of(folder, "a,b,c,d\n1,2,3,4\n", small))
                .hasMessageContaining("more than 3 columns");
    }

    @Test
    void aMillionRowsAreRead() throws Exception {
        int rows = 1_000_000;
        StringBuilder text = new StringBuilder("day,region,sales,price\n");
        String[] regions = {"north", "south", "\"east, far\"", "west"};
        for (int row = 0; row < rows; row++) {
            text.append("2024-01-").append(10 + row % 20).append(',');
            text.append(regions[row % 4]).append(',').append(row).append(',');
            text.append(row % 100).append(".25\n");
        }
        try (Upload upload = Upload.of(folder, text.toString())) {
            assertThat(upload.profile().rows()).isEqualTo(rows);
            assertThat(
                            upload.rows(
                                            """
                                            SELECT region, count(*), sum(sales), min(day) FROM uploaded_data
                                            GROUP BY region ORDER BY region LIMIT 1\
                                            """)
                                    .cells())
                    .isEqualTo(
                            List.of(
                                    List.of(
                                            "east, far",
                                            250_000L,
                                            125_000_000_000L,
                                            LocalDate.of(2024, 1, 12))));
        }
    }
}
