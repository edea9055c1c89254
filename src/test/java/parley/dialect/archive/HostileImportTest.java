package parley.dialect.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.dialect.archive.ArchiveRoundTripTest.tally;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.dialect.WireAnswer;
import parley.dialect.WireClient;
import parley.testing.TestServer;

/// Files that are not what they should be are refused in a sentence, and nothing of them is kept.
final class HostileImportTest {
    private static TestServer server;
    private static byte[] archive;

    private WireClient client;

    @BeforeAll
    static void start() throws InterruptedException {
        server = TestServer.start("import.unpacked.gigabytes=1");
        try (WireClient owner = ArchiveRoundTripTest.client(server)) {
            owner.post("/v1/turns", "{\"message\": \"Hello\", \"stream\": false}");
            archive = owner.bytes("/v1/export");
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void comeAsSomebodyNew() {
        client =
                new WireClient(server.url(), Optional.of(server.newToken("a" + System.nanoTime())));
    }

    @Test
    void theArchiveItselfIsTaken() throws InterruptedException {
        assertThat(tally(client.upload("/v1/import", "a.zip", archive), "conversations"))
                .isEqualTo("1 new, 0 skipped, 0 failed");
        client.close();
    }

    @Test
    void aTruncatedArchiveIsRefused() throws InterruptedException {
        for (int part = 1; part < 8; part++) {
            refused(
                    Arrays.copyOf(archive, archive.length * part / 8),
                    422,
                    "damaged, or not whole");
        }
    }

    @Test
    void linesOfALaterVersionAreRefusedWithThoseBesideThem() throws InterruptedException {
        String line =
                new String(unpack(archive).get("conversations.jsonl"), StandardCharsets.UTF_8)
                        .strip();
        String later = line.replaceFirst("\"version\" ?: ?1", "\"version\": 99");
        assertThat(later).isNotEqualTo(line);
        refused(
                "%s\n%s\n".formatted(line, later).getBytes(StandardCharsets.UTF_8),
                422,
                "version 99");
    }

    @Test
    void anEntryThatWasChangedIsRefused() throws InterruptedException {
        Map<String, byte[]> entries = unpack(archive);
        entries.compute(
                "conversations.jsonl",
                (_, bytes) ->
                        new String(bytes, StandardCharsets.UTF_8)
                                .replace("Hello", "Jello")
                                .getBytes(StandardCharsets.UTF_8));

        refused(pack(entries), 422, "\"conversations.jsonl\" is not what it was");
    }

    @Test
    void anEntryThatIsMissingOrTooMuchIsRefused() throws InterruptedException {
        Map<String, byte[]> entries = unpack(archive);
        byte[] usage = entries.remove("usage.csv");
        refused(pack(entries), 422, "\"usage.csv\" is missing");
        entries.put("usage.csv", usage);
        entries.put("more.txt", usage);
        refused(pack(entries), 422, "\"more.txt\" does not belong to it");
    }

    @Test
    void bytesThatFlippedOnTheWayAreFound() throws InterruptedException {
        byte[] flipped = archive.clone();
        int at = new String(archive, StandardCharsets.ISO_8859_1).indexOf("conversations.jsonl");
        flipped[at + 40] ^= 0x55;

        WireAnswer answer = client.upload("/v1/import", "a.zip", flipped);

        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        nothingCame();
    }

    @Test
    void anArchiveOfALaterVersionIsRefused() throws InterruptedException {
        Map<String, byte[]> entries = unpack(archive);
        entries.compute(
                "manifest.json",
                (_, bytes) ->
                        new String(bytes, StandardCharsets.UTF_8)
                                .replace("\"version\" : 1", "\"version\" : 7")
                                .getBytes(StandardCharsets.UTF_8));

        refused(pack(entries), 422, "version 7, and this server reads up to version 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../evil.json",
                "/etc/evil.json",
                "a/../../evil.json",
                "C:/evil.json",
                "..\\evil.json"
            })
    void aNameThatLeadsOutIsRefused(String name) throws InterruptedException {
        Map<String, byte[]> entries = unpack(archive);
        entries.put(name, new byte[] {1});

        refused(pack(entries), 422, "a name that leads out of it");
    }

    @Test
    void aBombIsRefused() throws InterruptedException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        byte[] blanks = new byte[200 << 20];
        Arrays.fill(blanks, (byte) ' ');
        entries.put("conversations.json", blanks);

        refused(pack(entries), 413, "more than the");
    }

    @Test
    void aTableOfContentsThatLiesIsRefused() throws InterruptedException {
        byte[] lying = archive.clone();
        // The number of entries and the table's length, in the record at the end.
        Arrays.fill(lying, lying.length - 14, lying.length - 6, (byte) 0xFE);

        WireAnswer answer = client.upload("/v1/import", "a.zip", lying);

        assertThat(answer.status()).as(answer.text()).isBetween(413, 422);
        nothingCame();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"mapping\": {}}, {\"mapping\": ",
                "{\"format\": \"parley-conversation\", \"version\": 1, \"title\": \"x",
                "[1, 2",
                "{\"a\": \"\\ud800\\u\"}"
            })
    void jsonThatBreaksOffIsRefused(String text) throws InterruptedException {
        refused(text.getBytes(StandardCharsets.UTF_8), 422, "not whole JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "[1, \"two\", null]", "{\"messages\": []}", "[[[]]]"})
    void jsonOfNothingKnownIsRefused(String text) throws InterruptedException {
        refused(text.getBytes(StandardCharsets.UTF_8), 422, "no conversations in a form");
    }

    @Test
    void deepNestingIsRefused() throws InterruptedException {
        refused("[".repeat(100_000).getBytes(StandardCharsets.UTF_8), 422, "not whole JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "%PDF-1.7", "GIF89a"})
    void whatIsNeitherJsonNorZipIsRefused(String text) throws InterruptedException {
        refused(text.getBytes(StandardCharsets.UTF_8), 415, "neither JSON nor ZIP");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"version\":1,\"origin\":\"\"",
                "\"version\":1,\"origin\":\"o\",\"title\":7",
                "\"version\":1,\"origin\":\"o\",\"title\":\"t\",\"created_at\":\"yesterday\"",
                "\"version\":1,\"origin\":\"o\",\"title\":\"t\",\"created_at\":\"2026-01-01T00:00:00Z\","
                        + "\"updated_at\":\"+99999-01-01T00:00:00Z\",\"messages\":[]",
                "\"version\":1,\"origin\":\"o\",\"title\":\"t\",\"created_at\":\"2026-01-01T00:00:00Z\","
                        + "\"updated_at\":\"2026-01-01T00:00:00Z\",\"messages\":[{\"id\":1}]",
                "\"version\":1,\"origin\":\"o\",\"title\":\"t\",\"created_at\":\"2026-01-01T00:00:00Z\","
                        + "\"updated_at\":\"2026-01-01T00:00:00Z\",\"messages\":[{\"id\":1,\"sequence\":1,"
                        + "\"role\":\"king\",\"content\":\"\",\"content_type\":\"text\"}]"
            })
    void aConversationThatIsDamagedFailsAlone(String members) throws InterruptedException {
        String damaged = "{\"format\":\"parley-conversation\"," + members + "}";
        String good =
                "{\"title\": \"Good\", \"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}]}";

        WireAnswer answer =
                client.upload(
                        "/v1/import",
                        "a.json",
                        "[%s, %s]".formatted(damaged, good).getBytes(StandardCharsets.UTF_8));

        assertThat(tally(answer, "conversations")).isEqualTo("1 new, 0 skipped, 1 failed");
        assertThat(answer.json().path("problems")).hasSize(1);
        assertThat(answer.text()).doesNotContain("Exception", "parley.export");
        client.close();
    }

    @Test
    void aRefusedFileLeavesNothingBehindInTheServer() throws InterruptedException {
        refused(new byte[] {'P', 'K', 3, 4, 0, 0}, 422, "damaged");
    }

    private void refused(byte[] file, int status, String sentence) throws InterruptedException {
        WireAnswer answer = client.upload("/v1/import", "file", file);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().path("detail").asString()).contains(sentence);
        nothingCame();
    }

    private void nothingCame() throws InterruptedException {
        assertThat(client.get("/v1/conversations").json().path("total").asInt(-1)).isZero();
    }

    private static Map<String, byte[]> unpack(byte[] zip) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    static byte[] pack(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
