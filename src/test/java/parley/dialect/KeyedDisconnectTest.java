package parley.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.testing.Reply;

/// Who sends an `Idempotency-Key` and goes away finds the answer when they come back.
final class KeyedDisconnectTest extends RelayTest {
    private static final String KEY = "Idempotency-Key";

    private final CountDownLatch gone = new CountDownLatch(1);

    static Stream<Way> ways() {
        return Way.all("openai/scripted").stream().filter(way -> !way.kept());
    }

    @ParameterizedTest
    @MethodSource("ways")
    void theAnswerGoesOnToItsEndWithoutItsClient(Way way) throws Exception {
        provider.next(wire -> {
            try {
                gone.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            Reply.answer("Hello", " again").play(wire);
        });
        askAndLeave(way.path(), way.body(), "", this::nextRequest, KEY, "left");
        gone.countDown();

        WireAnswer answer = awaitAnswer(way);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.text()).contains("again");
        assertThat(provider.requests()).hasSize(1);
    }

    @Test
    void anAnswerIsThereAfterARestart() throws Exception {
        List<Way> all = ways().toList();
        List<String> before = all.stream().map(this::ask).map(WireAnswer::text).toList();
        server.restart();

        try (WireClient again = new WireClient(server.url(), Optional.empty())) {
            for (int i = 0; i < all.size(); i++) {
                Way way = all.get(i);
                assertThat(again.post(way.path(), way.body(), KEY, way.name()).text())
                        .isEqualTo(before.get(i));
            }
        }
        assertThat(provider.requests()).hasSize(all.size());
    }

    @Test
    void aServerThatStopsLeavesTheKeysFree() throws Exception {
        List<Way> all = ways().toList();
        for (Way way : all) {
            provider.next(Reply.streamHead().then(Reply.tokens("Hel")).then(Reply.hang()));
            askAndLeave(way.path(), way.body(), "", this::nextRequest, KEY, way.name());
        }
        server.restart();

        try (WireClient again = new WireClient(server.url(), Optional.empty())) {
            for (Way way : all) {
                WireAnswer answer = again.post(way.path(), way.body(), KEY, way.name());
                assertThat(answer.status()).as(answer.text()).isEqualTo(200);
                assertThat(answer.text()).contains("Hello");
            }
        }
    }

    private WireAnswer ask(Way way) {
        try {
            return client.post(way.path(), way.body(), KEY, way.name());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// What a client does that hears "still running".
    private WireAnswer awaitAnswer(Way way) throws InterruptedException {
        while (true) {
            WireAnswer answer = client.post(way.path(), way.body(), KEY, "left");
            if (answer.status() != 409) {
                return answer;
            }
        }
    }
}
