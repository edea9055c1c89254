package parley.cli.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.error.AppException;
import parley.error.ErrorCode;

class ChatSessionTest {
    private static final String STARTED =
            """
            event: started
            data: {"turn_id":7,"conversation_id":3,"model":"builtin/parley"}

            """;
    private static final String END =
            """
            event: end
            data: {"status":"complete","model":"builtin/parley","usage":{"input_tokens":5,"output_tokens":2}}

            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter notes = new StringWriter();
    private ScriptedServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = new ScriptedServer();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void theAnswerIsPrintedAndTheFactsAreNoted() throws Exception {
        server.thenEvents(
                STARTED
                        + text(2, "Hi")
                        + ": comment\n\nevent: ping\ndata: {}\n\n"
                        + text(8, " there")
                        + END);
        ChatSession session = session();

        Answer answer = session.ask("Hello \"you\"");

        assertThat(answer.isComplete()).isTrue();
        assertThat(out).hasToString("Hi there\n");
        assertThat(notes).hasToString("builtin/parley, 5 tokens read, 2 written\n");
        var asked = server.next();
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.path()).isEqualTo("/v1/turns");
        assertThat(asked.token()).isEqualTo("Bearer prl_test");
        assertThat(asked.body()).isEqualTo("{\"message\":\"Hello \\\"you\\\"\",\"stream\":true}");
    }

    @Test
    void theNextMessageContinuesTheConversation() throws Exception {
        server.thenEvents(STARTED + END).thenEvents(STARTED + END).thenEvents(STARTED + END);
        ChatSession session = session();

        session.ask("one");
        session.use("openai/gpt");
        session.ask("two");
        session.beginAnew();
        session.ask("three");

        assertThat(server.next().body()).doesNotContain("conversation_id");
        assertThat(server.next().body())
                .contains("\"conversation_id\":3", "\"model\":\"openai/gpt\"");
        assertThat(server.next().body()).doesNotContain("conversation_id").contains("openai/gpt");
    }

    @Test
    void aStreamThatBreaksGoesOnWhereItBroke() throws Exception {
        server.thenBreak(STARTED + text(2, "Hi") + text(3, ","))
                .thenBreak(text(5, " yo"))
                .thenEvents(text(6, "u") + END);

        Answer answer = session().ask("Hello");

        assertThat(answer.isComplete()).isTrue();
        assertThat(out).hasToString("Hi,\n yo\nu\n");
        assertThat(notes.toString()).contains("Connecting again.");
        server.next();
        assertThat(server.next().path()).isEqualTo("/v1/turns/7/events?after=3");
        assertThat(server.next().path()).isEqualTo("/v1/turns/7/events?after=5");
    }

    @Test
    void aStreamThatEndsWithoutAnEndGoesOn() throws Exception {
        server.thenEvents(STARTED + text(2, "Hi")).thenEvents(END);

        assertThat(session().ask("Hello").isComplete()).isTrue();
        assertThat(notes.toString()).contains("The server ended the stream before the answer.");
    }

    @Test
    void aServerThatFallsSilentIsAskedAgain() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        server.then(
                        exchange -> {
                            ScriptedServer.begin(exchange, STARTED + text(2, "Hi"));
                            over.await();
                        })
                .thenEvents(END);

        Answer answer = session(Duration.ofSeconds(1)).ask("Hello");

        over.countDown();
        assertThat(answer.isComplete()).isTrue();
        assertThat(notes.toString()).contains("The server fell silent.");
    }

    @Test
    void aMessageWhoseFateIsUnknownIsSentAgainUnderItsKey() throws Exception {
        server.then(exchange -> {}).thenEvents(STARTED + text(2, "Hi") + END);

        assertThat(session().ask("Hello").isComplete()).isTrue();

        String key = server.next().key();
        assertThat(key).isNotEmpty();
        assertThat(server.next().key()).isEqualTo(key);
        assertThat(out).hasToString("Hi\n");
    }

    @Test
    void textThatWasHeardBeforeIsNotPrintedTwice() throws Exception {
        server.thenBreak(STARTED + text(2, "Hi"))
                .thenEvents(STARTED + text(2, "Hi") + text(3, "!") + END);

        session().ask("Hello");

        assertThat(out).hasToString("Hi\n!\n");
    }

    @Test
    void aServerThatStartsAgainIsWaitedFor() throws Exception {
        server.thenBreak(STARTED)
                .thenStatus(503, "{\"detail\":\"starting\"}")
                .thenEvents(text(2, "Hi") + END);

        assertThat(session().ask("Hello").isComplete()).isTrue();
    }

    @Test
    void aServerThatStaysAwayIsGivenUp() {
        server.thenBreak(STARTED);
        for (int i = 0; i < 5; i++) {
            server.thenStatus(503, "");
        }

        assertThatThrownBy(() -> session().ask("Hello"))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("The server is gone.");
        assertThat(session().stop()).isFalse();
    }

    @Test
    void aRefusalIsTheServersOwnSentence() {
        server.thenStatus(400, "{\"detail\":\"No model is named x.\"}")
                .thenStatus(401, "{\"detail\":\"No.\"}")
                .thenStatus(500, "<html>");

        assertRefused(ErrorCode.INVALID_REQUEST, "No model is named x.");
        assertRefused(ErrorCode.UNAUTHENTICATED, "--token");
        assertRefused(ErrorCode.INTERNAL, "is it a Parley server?");
    }

    @Test
    void aFailedAnswerSaysWhy() throws Exception {
        server.thenEvents(
                STARTED
                        + """
                        event: end
                        data: {"status":"failed","error":{"code":"PROVIDER_FAILED","sentence":"The key is wrong."}}

                        """);

        Answer answer = session().ask("Hello");

        assertThat(answer.isComplete()).isFalse();
        assertThat(notes).hasToString("The answer failed: The key is wrong.\n");
    }

    @Test
    void anAnswerIsStoppedOnce() throws Exception {
        CountDownLatch stopped = new CountDownLatch(1);
        server.then(
                        exchange -> {
                            ScriptedServer.begin(exchange, STARTED + text(2, "Hi"));
                            stopped.await();
                            exchange.getResponseBody()
                                    .write(
                                            END.replace("complete", "cancelled")
                                                    .getBytes(StandardCharsets.UTF_8));
                            exchange.getResponseBody().close();
                        })
                .then(exchange -> {
                    exchange.sendResponseHeaders(200, -1);
                    stopped.countDown();
                });
        ChatSession session = session();
        assertThat(session.stop()).isFalse();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answer = threads.submit(() -> session.ask("Hello"));
            server.next();

            assertThat(session.stop()).isTrue();
            assertThat(session.stop()).isFalse();

            assertThat(answer.get().status()).isEqualTo(Answer.Status.CANCELLED);
            assertThat(server.next().path()).isEqualTo("/v1/turns/7/stop");
            assertThat(notes).hasToString("Stopped.\n");
        }
    }

    @Test
    void whatAModelSaysCannotSteerTheTerminal() throws Exception {
        server.thenEvents(STARTED + text(9, "\\u001b[2Jred\\u0007\\u009b1m\\u007f\\tA\\n") + END);

        session().ask("Hello");

        assertThat(out).hasToString("[2Jred1m\tA\n");
    }

    @Test
    void aFileGetsTheAnswerAsItIs() throws Exception {
        server.thenEvents(STARTED + text(9, "\\u001b[2Jred") + END);

        session(Duration.ofSeconds(20), false).ask("Hello");

        assertThat(out).hasToString("\u001b[2Jred\n");
    }

    private void assertRefused(ErrorCode code, String part) {
        assertThatThrownBy(() -> session().ask("Hello"))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(part);
    }

    private ChatSession session() {
        return session(Duration.ofSeconds(20));
    }

    private ChatSession session(Duration silence) {
        return session(silence, true);
    }

    private ChatSession session(Duration silence, boolean terminal) {
        return new ChatSession(
                new TurnClient(server.url(), Optional.of("prl_test"), silence),
                new PrintWriter(out),
                new PrintWriter(notes),
                terminal,
                OptionalLong.empty(),
                Optional.empty(),
                Duration.ofMillis(1));
    }

    private static String text(int number, String json) {
        return "event: text\nid: %s\ndata: {\"text\":\"%s\"}\n\n".formatted(number, json);
    }
}
