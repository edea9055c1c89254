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
                                + part(
                                        "Content-Disposition: form-data; name=\"other\"; filename=\"empty.csv\"",
                                        "")
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
    @ValueSource(strings = {"a", "\\\\", "\\\"", "\ud83d\ude00", "b\ud83d\ude00"})
    void aVeryLongNameIsCutToItsEnd(String letter) throws IOException {
        int bytes = letter.getBytes(StandardCharsets.UTF_8).length;
        String name = letter.repeat(15_000 / bytes) + ".png";
        Upload upload = read(file(name, "x") + "--b0--\r\n", 5000);

        String cut = upload.requiredFile("file").name();
        assertThat(cut).endsWith(".png").hasSizeLessThan(201);
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(cut)).isTrue();
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
        String parts = part("Content-Disposition: form-data; name=\"t[]\"", "").repeat(300);
        assertThatThrownBy(() -> read(parts + "--b0--", 1000))
                .isInstanceOfSatisfying(
                        AppException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_LARGE));
    }

    private void refused(byte[] form, String sentence) throws IOException {
        assertThatThrownBy(() -> read(form, 16))
                .isInstanceOfSatisfying(
                        AppException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
                            assertThat(e.sentence()).isEqualTo(sentence);
                        });
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name=\"t\" | a\\0b | The field \"t\" of the form holds a NUL character (\\u0000), which text cannot have.",
                "name=\"t\" | \\xe9ric | The field \"t\" of the form is not valid UTF-8.",
                "name=\"t\" | \\xed\\xa0\\x80 | The field \"t\" of the form is not valid UTF-8.",
                "name=\"t\\0\" | a | The head of a part of the form holds a NUL character (\\u0000), which text cannot have.",
                "name=\"f\"; filename=\"a\\0.png\" | a | The head of a part of the form holds a NUL character (\\u0000), which text cannot have.",
                "name=\"f\"; filename=\"\\xe9.png\" | a | The head of a part of the form is not valid UTF-8.",
                "name=\"f\"; filename*=UTF-8''%E9.png | a | The name of a file in the form is not valid UTF-8.",
                "name=\"f\"; filename*=UTF-8''a%00.png | a | The name of a file in the form holds a NUL character (\\u0000), which text cannot have.",
            })
    void whatIsNoTextIsRefusedNotMended(String parameters, String content, String sentence)
            throws IOException {
        String form =
                file("kept.csv", "1")
                        + part("Content-Disposition: form-data; " + parameters, content)
                        + "--b0--\r\n";

        refused(bytes(form), sentence);
    }

    /// `\0` and `\xe9` stand for these bytes.
    private static byte[] bytes(String form) {
        String raw =
                form.replace("\\0", "\0")
                        .replace("\\xe9", "\u00e9")
                        .replace("\\xed", "\u00ed")
                        .replace("\\xa0", "\u00a0")
                        .replace("\\x80", "\u0080");
        return raw.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void aFieldThatComesTwiceIsRefusedUnlessItsNameAllowsIt() throws IOException {
        String text = part("Content-Disposition: form-data; name=\"user_id\"", "ada");
        refused(
                (text + file("a.csv", "1") + text + "--b0--").getBytes(StandardCharsets.UTF_8),
                "The field \"user_id\" is in the form more than once.");

        String listed = part("Content-Disposition: form-data; name=\"include[]\"", "a");
        assertThat(read(listed + listed + "--b0--", 50).text("include[]")).contains("a");
        Upload files = read(file("a.csv", "1") + file("b.csv", "2") + "--b0--", 50);
        assertThatThrownBy(() -> files.requiredFile("file"))
                .isInstanceOf(AppException.class)
                .hasMessage("The field \"file\" is in the form more than once.");
    }
}
