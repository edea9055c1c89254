package parley.dialect.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.dialect.DialectTest;
import parley.dialect.WireAnswer;
import parley.dialect.WireClient;
import parley.testing.Pdf;
import tools.jackson.databind.JsonNode;

/// The upload of PDF files to sessions, as the contract's document shows it.
final class ChatUploadTest extends DialectTest {
    private static final byte[] PDF =
            Pdf.of("The lighthouse was built in 1827.", "Repairs cost 48,000 euros a year.");

    private final WireClient owner = new WireClient(server.url(), Optional.of(server.ownerToken()));

    @AfterAll
    void closeOwner() {
        owner.close();
    }

    private String newSession() throws InterruptedException {
        return owner.post("/v1/conversations", "{}").json().path("id").asString();
    }

    private static String path(Object session) {
        return "/api/chat/sessions/%s/upload".formatted(session);
    }

    @Test
    void aPdfIsAnsweredAsDocumented() throws InterruptedException {
        String session = newSession();

        WireAnswer answer = owner.upload(path(session), "document.pdf", PDF);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode file = answer.json().path("file");
        assertThat(answer.json().path("message").asString())
                .isEqualTo("File uploaded successfully");
        assertThat(file.path("id").isIntegralNumber()).isTrue();
        assertThat(file.path("filename").asString()).isEqualTo("document.pdf");
        assertThat(file.path("file_size").asInt()).isEqualTo(PDF.length);
        assertThat(file.path("mime_type").asString()).isEqualTo("application/pdf");
        assertThat(file.path("extracted_text").asString())
                .contains("The lighthouse was built in 1827.")
                .contains("\f")
                .contains("48,000 euros");
        assertThat(file.path("metadata").path("page_count").asInt()).isEqualTo(2);
        assertThat(file.path("metadata").path("title").asString()).isEqualTo("A test");
        assertThat(owner.bytes("/v1/files/file-%s/content".formatted(file.path("id").asString())))
                .isEqualTo(PDF);
    }

    @Test
    void sessionsOfEveryContractTakeFiles() throws InterruptedException {
        String sessions = owner.post("/api/sessions", "{}").json().path("id").asString();
        String assistant =
                owner.post("/api/v1/chat/sessions", "{\"user_id\":\"ada\"}")
                        .json()
                        .path("session_id")
                        .asString();
        String xmr =
                owner.post("/api/conversations", "{\"title\":\"T\"}").json().path("id").asString();
        owner.post(
                "/chat/completions",
                "{\"message\":\"Hi\",\"conversation_id\":\"session-1704459600000\"}");
        String chat =
                owner.post(
                                "/v1/chat/stream",
                                "{\"model\":\"gpt-4\",\"stream\":false,\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}")
                        .json()
                        .path("session_id")
                        .asString();

        for (String session :
                List.of(
                        sessions,
                        assistant,
                        xmr,
                        chat,
                        "session-" + chat,
                        "session-1704459600000")) {
            assertThat(owner.upload(path(session), "a.pdf", PDF).status())
                    .as(session)
                    .isEqualTo(200);
        }
    }

    @Test
    void whatIsRefusedSaysWhy() throws InterruptedException {
        String session = newSession();
        byte[] tooLong = Arrays.copyOf(PDF, (10 << 20) + 1);
        byte[] text = "%PD no".getBytes(StandardCharsets.UTF_8);

        assertRefused(owner.upload(path(session), "big.pdf", tooLong), 413, "10485760");
        assertRefused(owner.upload(path(session), "text.pdf", text), 415, "text.pdf");
        assertRefused(owner.upload(path(session), "a.pdf", new byte[0]), 422, "empty");
        assertRefused(
                owner.upload(path(session), "a.pdf", Pdf.encrypted("Secret.")), 422, "encrypted");
        assertRefused(owner.upload(path(session), "a.pdf", Arrays.copyOf(PDF, 60)), 422, "a.pdf");
        assertRefused(owner.form(path(session), Map.of(), "document", PDF), 400, "\"file\"");
        assertRefused(owner.post(path(session), "{}"), 415, "");
        assertThat(client.upload(path(session), "a.pdf", PDF).status()).isEqualTo(401);
        assertThat(owner.get("/v1/conversations/%s/files".formatted(session)).json().path("data"))
                .isEmpty();
    }

    @Test
    void tenMegabytesAreTaken() throws InterruptedException {
        // What follows the end of a PDF does not matter.
        byte[] just = Arrays.copyOf(PDF, 10 << 20);
        Arrays.fill(just, PDF.length, just.length, (byte) '\n');

        WireAnswer answer = owner.upload(path(newSession()), "just.pdf", just);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @Test
    void sessionsThatAreNotThereAndThoseOfOthersAreTheSame() throws InterruptedException {
        String session = newSession();
        try (WireClient other =
                new WireClient(server.url(), Optional.of(server.newToken("other")))) {
            WireAnswer foreign = other.upload(path(session), "a.pdf", PDF);
            WireAnswer unknown = other.upload(path(999_999), "a.pdf", PDF);

            assertThat(foreign.status()).isEqualTo(404);
            assertThat(unknown.status()).isEqualTo(404);
            assertThat(foreign.text().replace(session, "999999")).isEqualTo(unknown.text());
            assertThat(other.upload(path("../x"), "a.pdf", PDF).status()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd.pdf, passwd.pdf",
        "C:\\temp\\a.pdf, a.pdf",
        "..\\.., document",
        "'a\u202efdp.exe', afdp.exe",
        "'\uD83D\uDC1F fish.pdf', '\uD83D\uDC1F fish.pdf'",
        "'übung <b>.pdf', 'übung <b>.pdf'"
    })
    void namesAreForShowingOnly(String sent, String shown) throws InterruptedException {
        WireAnswer answer = owner.upload(path(newSession()), sent, PDF);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("file").path("filename").asString())
                .isIn(shown, shown.equals("document") ? "upload" : shown);
        String id = answer.json().path("file").path("id").asString();
        assertThat(
                        owner.get("/v1/files/file-%s/content".formatted(id))
                                .header("Content-Disposition"))
                .startsWith("attachment; filename=\"")
                .matches("[\\x20-\\x7e]+");
    }

    @Test
    void fiftyAtOnceAreAllKept() throws Exception {
        String session = newSession();
        List<Callable<WireAnswer>> uploads = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            byte[] pdf = Pdf.of("This is number %d of many.".formatted(i));
            String name = "file-%d.pdf".formatted(i);
            uploads.add(() -> owner.upload(path(session), name, pdf));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<WireAnswer> upload : threads.invokeAll(uploads)) {
                assertThat(upload.get().status()).as(upload.get().text()).isEqualTo(200);
            }
        }

        assertThat(owner.get("/v1/conversations/%s/files".formatted(session)).json().path("data"))
                .hasSize(50);
    }

    @Test
    void theDeletionOfASessionDeletesItsFiles() throws InterruptedException {
        String session = newSession();
        String id =
                owner.upload(path(session), "a.pdf", PDF).json().path("file").path("id").asString();

        assertThat(owner.delete("/v1/chat/sessions/" + session).status()).isEqualTo(200);

        assertThat(owner.get("/v1/files/file-" + id).status()).isEqualTo(404);
        assertThat(owner.upload(path(session), "a.pdf", PDF).status()).isEqualTo(404);
    }

    private static void assertRefused(WireAnswer answer, int status, String reason) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().path("detail").asString()).contains(reason).doesNotContain("java");
    }
}
