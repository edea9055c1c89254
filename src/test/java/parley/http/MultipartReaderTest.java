package parley.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.error.AppException;
import parley.error.ErrorCode;

/// Forms with files, read as they arrive.
final class MultipartReaderTest {
    @TempDir private Path folder;

    private static String part(String head, String content) {
        return "--b0\r\n" + head + "\r\n\r\n" + content + "\r\n";
    }

    private static String file(String name, String content) {
        return part(
                "Content-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: text/csv"
                        .formatted(name),
                content);
    }

    private Upload read(String form, int atOnce) throws IOException {
        return read(form.getBytes(StandardCharsets.UTF_8), atOnce);
    }

    private Upload read(byte[] form, int atOnce) throws IOException {
        InputStream slow =
                new ByteArrayInputStream(form) {
                    @Override
                    public int read(byte[] into, int offset, int length) {
                        return super.read(into, offset, Math.min(length, atOnce));
                    }
                };
        return MultipartReader.read(slow, "b0", folder);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 11, 64, 100_000})
    void partsAreWholeHoweverTheyArrive(int atOnce) throws IOException {
        String content = "a,b\r\n1,2\r\n--b\r\n\r\n--b1\r\n\r";
        Upload upload =
                read(
                        part("Content-Disposition: form-data; name=\"title\"", "M\u00e4rz\r\n1")
                                + file("sales.csv", content)
                                + file("empty.csv", "")
                                + "--b0--\r\n",
                        atOnce);

        assertThat(upload.text("title")).contains("M\u00e4rz\r\n1");
        assertThat(upload.files())
                .extracting(Upload.File::name)
                .containsExactly("sales.csv", "empty.csv");
        Upload.File file = upload.requiredFile("file");
        assertThat(Files.readString(file.path())).isEqualTo(content);
        assertThat(file.size()).isEqualTo(content.length());
        assertThat(file.contentType()).contains("text/csv");
        assertThat(Files.size(upload.files().getLast().path())).isZero();
    }

    @Test
    void bytesStayAsTheyAre() throws IOException {
        byte[] content = new byte[300_000];
        new Random(7).nextBytes(content);
        byte[] head =
                "preamble\r\n--b0\r\nContent-Disposition: form-data; name=f; filename=x\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII);
        byte[] end = "\r\n--b0--".getBytes(StandardCharsets.US_ASCII);
        byte[] form = new byte[head.length + content.length + end.length];
        System.arraycopy(head, 0, form, 0, head.length);
        System.arraycopy(content, 0, form, head.length, content.length);
        System.arraycopy(end, 0, form, head.length + content.length, end.length);

        Upload upload = read(form, 4093);

        assertThat(upload.requiredFile("f").path()).hasBinaryContent(content);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "filename=\"a b.csv\" | a b.csv",
                "filename=\"..\\\\..\\\\evil.csv\" | evil.csv",
                "filename=\"/etc/passwd\" | passwd",
                "filename=\"a%22b.csv\" | a\"b.csv",
                "filename=\"..\" | upload",
                "filename=\"\" | upload",
                "filename=\"x.csv\"; filename*=UTF-8''n%C3%A4me.csv | n\u00e4me.csv",
                "filename=plain.csv | plain.csv",
            })
    void namesAreDataAndNoPaths(String parameter, String name) throws IOException {
        Upload upload =
                read(
                        part("Content-Disposition: form-data; name=\"f\"; " + parameter, "x")
                                + "--b0--\r\n",
                        50);

        assertThat(upload.requiredFile("f").name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no boundary at all",
                "--b0\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x\"\r\n\r\nhalf",
                "--b0\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x\"\r\n\r\nx\r\n--b0",
                "--b0\r\nContent-Type: text/plain\r\n\r\nx\r\n--b0--",
                "--b0\r\nContent-Disposition: attachment; name=\"f\"\r\n\r\nx\r\n--b0--",
                "--b0 nonsense\r\n\r\nx\r\n--b0--",
            })
    void whatIsNoWholeFormIsRefusedAndLeavesNothing(String form) throws IOException {
        assertThatThrownBy(() -> read(form, 16))
                .isInstanceOfSatisfying(
                        AppException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void endlessHeadsPartsAndTextsAreRefused() {
        assertThatThrownBy(() -> read("--b0\r\nX: " + "x".repeat(100_000), 1000))
                .isInstanceOf(AppException.class);
        String text = part("Content-Disposition: form-data; name=\"t\"", "x".repeat(2_000_000));
        assertThatThrownBy(() -> read(text + "--b0--", 1000))
                .isInstanceOfSatisfying(
                        AppException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_LARGE));
        String parts = part("Content-Disposition: form-data; name=\"t\"", "").repeat(300);
        assertThatThrownBy(() -> read(parts + "--b0--", 1000))
                .isInstanceOfSatisfying(
                        AppException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_LARGE));
    }
}
