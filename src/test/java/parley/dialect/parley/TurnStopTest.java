package parley.dialect.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import parley.dialect.SseEvent;
import parley.dialect.SseReader;
import parley.dialect.WireAnswer;
import parley.dialect.WireClient;
import parley.testing.TestServer;

/// Stopping a turn, and going on with it.
class TurnStopTest {
    private static TestServer server;
    private static WireClient client;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start("builtin.faults=true");
        client = new WireClient(server.url(), Optional.of(server.ownerToken()));
    }

    @AfterAll
    static void stop() throws Exception {
        client.close();
        server.close();
    }

    @Test
    void aTurnIsStoppedInMidStreamAndItsTextIsKept() throws Exception {
        try (SseReader stream = open("/fault slow 20; tokens 200")) {
            SseEvent started = stream.take();
            SseEvent first = stream.take();
            WireAnswer stopped = stop(stream.header("X-Turn-Id"));
            List<SseEvent> rest = stream.rest();
            rest.addAll(0, List.of(started, first));
            TurnStream turn = TurnStream.check(rest);

            assertThat(turn.status()).isEqualTo("cancelled");
            assertThat(turn.texts()).hasSizeLessThan(150);
            assertThat(stopped.status()).isEqualTo(200);
            assertThat(stopped.json().path("status").asString()).isEqualTo("cancelled");
            assertThat(stopped.json().path("text").asString()).isEqualTo(turn.text());
            assertThat(stopped.json().path("finished_at").asString()).matches("2.*Z");
        }
    }

    @Test
    void stoppingAgainChangesNothing() throws Exception {
        long turn = stoppedTurn("/fault slow 20; tokens 200");

        WireAnswer once = stop(turn);
        WireAnswer twice = stop(turn);

        assertThat(twice.status()).isEqualTo(200);
        assertThat(twice.text()).isEqualTo(once.text());
    }

    @Test
    void aCompleteTurnStaysComplete() throws Exception {
        long turn = completeTurn();

        assertThat(stop(turn).json().path("status").asString()).isEqualTo("complete");
    }

    @Test
    void aStoppedTurnGoesOnWhereItWas() throws Exception {
        long turn = stoppedTurn("/fault slow 5; tokens 40");
        String before = text(turn);
        TurnStream rest;
        try (SseReader stream = client.open("POST", path(turn, "continue"), "")) {
            rest = TurnStream.read(stream);
        }

        assertThat(before).isNotEmpty();
        assertThat(rest.turn()).isEqualTo(turn);
        assertThat(rest.status()).isEqualTo("complete");
        assertThat(rest.texts().getFirst().number()).isGreaterThan(before.length());
        assertThat(before + rest.text()).isEqualTo(text(turn)).endsWith(" eight nine");
        assertThat(before + rest.text())
                .hasSize("zero one two three four five six seven eight nine ".length() * 4 - 1);
    }

    @Test
    void aStoppedTurnGoesOnWithoutAStreamToo() throws Exception {
        long turn = stoppedTurn("/fault slow 30; tokens 40");

        WireAnswer answer = client.post(path(turn, "continue"), "{\"stream\": false}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("turn").path("status").asString()).isEqualTo("complete");
        assertThat(answer.json().path("text").asString())
                .startsWith("zero one")
                .endsWith(" eight nine")
                .isEqualTo(text(turn));
    }

    @Test
    void anInterruptedTurnGoesOnAfterARestart() throws Exception {
        try (TestServer other = TestServer.start("builtin.faults=true")) {
            long turn;
            try (WireClient before = clientOf(other);
                    SseReader stream =
                            before.open(
                                    "POST",
                                    "/v1/turns",
                                    "{\"message\": \"/fault slow 20; tokens 2000\"}")) {
                turn = Long.parseLong(stream.header("X-Turn-Id"));
                stream.take();
                stream.take();
                other.restart();
            }
            try (WireClient after = clientOf(other)) {
                TurnStream interrupted = TurnStream.listen(after, turn, 0);

                assertThat(interrupted.status()).isEqualTo("interrupted");
                try (SseReader stream = after.open("POST", path(turn, "continue"), "{}")) {
                    stream.take();
                    String next = stream.take().json().path("text").asString();

                    assertThat(interrupted.text() + next).startsWith(interrupted.text() + " ");
                    after.call("POST", path(turn, "stop"), "");
                }
            }
        }
    }

    @Test
    void aCompleteTurnCannotGoOn() throws Exception {
        WireAnswer answer = client.call("POST", path(completeTurn(), "continue"), "");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().propertyNames()).containsExactly("detail");
    }

    @Test
    void goingOnTakesOnlyTrueOrFalse() throws Exception {
        WireAnswer answer = client.post(path(completeTurn(), "continue"), "{\"stream\": 1}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asString()).contains("stream");
    }

    @Test
    void aTurnThatWaitsForAnotherCanBeStopped() throws Exception {
        try (SseReader first = open("/fault slow 20; tokens 500")) {
            first.take();
            String conversation = first.header("X-Session-Id");
            Thread waiting =
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    client.post(
                                            "/v1/turns",
                                            "{\"message\": \"next\", \"conversation_id\": %s}"
                                                    .formatted(conversation));
                                } catch (InterruptedException e) {
                                    Thread.currentThread().interrupt();
                                }
                            });
            long queued = queuedTurnIn(conversation);
            WireAnswer stopped = stop(queued);
            waiting.join();
            stop(first.header("X-Turn-Id"));

            assertThat(stopped.json().path("status").asString()).isEqualTo("cancelled");
            assertThat(stopped.json().path("text").asString()).isEmpty();
        }
    }

    private static long queuedTurnIn(String conversation) throws InterruptedException {
        while (true) {
            for (var message :
                    client.get("/v1/conversations/%s/messages".formatted(conversation))
                            .json()
                            .path("messages")
                            .values()) {
                if (message.path("status").asString().equals("queued")) {
                    return message.path("id").asLong();
                }
            }
        }
    }

    private static long stoppedTurn(String message) throws InterruptedException {
        try (SseReader stream = open(message)) {
            stream.take();
            stream.take();
            stop(stream.header("X-Turn-Id"));
            return Long.parseLong(stream.header("X-Turn-Id"));
        }
    }

    private static long completeTurn() throws InterruptedException {
        return Long.parseLong(
                client.post("/v1/turns", "{\"message\": \"/fault tokens 2\"}").header("X-Turn-Id"));
    }

    private static SseReader open(String message) throws InterruptedException {
        return client.open("POST", "/v1/turns", "{\"message\": \"%s\"}".formatted(message));
    }

    private static WireAnswer stop(Object turn) throws InterruptedException {
        return client.call("POST", path(turn, "stop"), "");
    }

    private static String text(long turn) throws InterruptedException {
        return client.get("/v1/turns/" + turn).json().path("text").asString();
    }

    private static String path(Object turn, String verb) {
        return "/v1/turns/%s/%s".formatted(turn, verb);
    }

    private static WireClient clientOf(TestServer server) {
        return new WireClient(server.url(), Optional.of(server.ownerToken()));
    }
}
