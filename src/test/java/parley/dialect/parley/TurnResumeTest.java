package parley.dialect.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.dialect.SseEvent;
import parley.dialect.SseReader;
import parley.dialect.WireAnswer;
import parley.dialect.WireClient;
import parley.testing.TestServer;

class TurnResumeTest {
    private TestServer server;
    private WireClient client;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.start("builtin.faults=true");
        client = new WireClient(server.url(), Optional.of(server.ownerToken()));
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        server.close();
    }

    @Test
    void anEndedTurnIsResumedAtEveryEvent() throws Exception {
        TurnStream whole = ask("/fault tricky");

        assertResumesEverywhere(whole, stored(whole.turn()));
    }

    @Test
    void anEndedTurnIsResumedAtEveryEventAfterARestart() throws Exception {
        TurnStream whole = ask("/fault tricky");

        restart();

        assertResumesEverywhere(whole, whole.text());
    }

    @Test
    void aStreamThatDropsAgainAndAgainLosesNothing() throws Exception {
        StringBuilder text = new StringBuilder();
        long heard = 0;
        int connections = 0;
        long turn;
        try (SseReader stream = open("/fault slow 10; tokens 100")) {
            turn = Long.parseLong(stream.header("X-Turn-Id"));
        }
        for (boolean ended = false; !ended; connections++) {
            try (SseReader stream = TurnStream.open(client, turn, heard)) {
                // Takes seven events of each connection, then drops it.
                for (int i = 0; i < 8 && !ended; i++) {
                    SseEvent event = stream.take();
                    if (event.name().equals("text")) {
                        heard = event.number();
                        text.append(event.json().path("text").asString());
                    }
                    ended = event.name().equals("end");
                }
            }
        }

        assertThat(connections).isGreaterThan(5);
        assertThat(text).hasToString(stored(turn));
    }

    @Test
    void manyListenToOneTurnEachFromItsOwnPlace() throws Exception {
        try (SseReader first = open("/fault slow 10; tokens 60")) {
            long turn = Long.parseLong(first.header("X-Turn-Id"));
            first.take();
            long heard = first.take().number();
            try (SseReader second = TurnStream.open(client, turn, 0);
                    SseReader third = TurnStream.open(client, turn, heard)) {
                String text = TurnStream.read(second).text();

                assertThat(text).isEqualTo(stored(turn));
                assertThat(TurnStream.read(third).text())
                        .isEqualTo(text.substring(Math.toIntExact(heard)));
            }
        }
    }

    @Test
    void theHeaderOfABrowserCountsMoreThanTheAddress() throws Exception {
        TurnStream whole = ask("/fault tokens 10");
        long heard = whole.texts().get(3).number();
        try (SseReader stream =
                client.open(
                        "GET",
                        "/v1/turns/%d/events?after=1".formatted(whole.turn()),
                        "",
                        "Last-Event-ID",
                        Long.toString(heard))) {
            assertThat(TurnStream.read(stream).text())
                    .isEqualTo(whole.text().substring(Math.toIntExact(heard)));
        }
    }

    @Test
    void whoHasHeardEverythingHearsTheEndAgain() throws Exception {
        TurnStream whole = ask("/fault tokens 10");

        TurnStream again = TurnStream.listen(client, whole.turn(), whole.end().number());

        assertThat(again.texts()).isEmpty();
        assertThat(again.end()).isEqualTo(whole.end());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "abc", "1.5", "99999999999999999999", "%20"})
    void aWrongNumberIsRefused(String number) throws Exception {
        long turn = ask("/fault tokens 1").turn();

        WireAnswer inAddress = client.get("/v1/turns/%d/events?after=%s".formatted(turn, number));

        assertThat(inAddress.status()).isEqualTo(400);
        assertThat(inAddress.json().path("detail").asString()).contains("after");
    }

    @Test
    void aWrongNumberInTheHeaderIsRefused() throws Exception {
        long turn = ask("/fault tokens 1").turn();

        WireAnswer answer =
                client.get("/v1/turns/%d/events".formatted(turn), "Last-Event-ID", "abc");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asString()).contains("Last-Event-ID");
    }

    @Test
    void aTurnThatFailedBeforeItsFirstWordEndsInItsStream() throws Exception {
        WireAnswer failed = client.post("/v1/turns", "{\"message\": \"/fault refuse\"}");

        TurnStream turn = TurnStream.listen(client, Long.parseLong(failed.header("X-Turn-Id")), 0);

        assertThat(turn.texts()).isEmpty();
        assertThat(turn.status()).isEqualTo("failed");
        assertThat(turn.end().json().path("error").path("sentence").asString())
                .isEqualTo(failed.json().path("detail").asString());
    }

    private void assertResumesEverywhere(TurnStream whole, String stored) throws Exception {
        assertThat(whole.text()).isEqualTo(stored);
        StringBuilder heard = new StringBuilder();
        for (SseEvent event : whole.texts()) {
            heard.append(event.json().path("text").asString());
            TurnStream rest = TurnStream.listen(client, whole.turn(), event.number());

            assertThat(heard + rest.text()).isEqualTo(stored);
            assertThat(rest.end()).isEqualTo(whole.end());
        }
        assertThat(TurnStream.listen(client, whole.turn(), 0).text()).isEqualTo(stored);
    }

    private TurnStream ask(String message) throws InterruptedException {
        try (SseReader stream = open(message)) {
            return TurnStream.read(stream);
        }
    }

    private SseReader open(String message) throws InterruptedException {
        return client.open("POST", "/v1/turns", "{\"message\": \"%s\"}".formatted(message));
    }

    private String stored(long turn) throws InterruptedException {
        return client.get("/v1/turns/" + turn).json().path("text").asString();
    }

    private void restart() throws Exception {
        server.restart();
        client.close();
        client = new WireClient(server.url(), Optional.of(server.ownerToken()));
    }
}
