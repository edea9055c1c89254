package parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import parley.llm.Usage;

final class TurnLogTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void everyPieceIsHeardAsItWasSaid() throws InterruptedException {
        TurnLog log = logOf("Once", " upon", " a time");
        log.end(ended());

        assertThat(hear(log.listen(0)))
                .containsExactly(
                        new TurnEvent.Text(4, "Once"),
                        new TurnEvent.Text(9, " upon"),
                        new TurnEvent.Text(16, " a time"),
                        new TurnEvent.Ended(17, ended()));
    }

    @Test
    void listeningFromAnyNumberBringsExactlyTheRest() throws InterruptedException {
        TurnLog log = logOf("Once", " upon", " a 👩‍👩‍👧 time");
        log.end(ended());
        String whole = log.text();

        for (int from = 0; from <= whole.length(); from++) {
            assertThat(textOf(hear(log.listen(from)))).isEqualTo(whole.substring(from));
        }
    }

    @Test
    void aNumberBeyondTheEndBringsTheEndAlone() throws InterruptedException {
        TurnLog log = logOf("Done.");
        log.end(ended());

        assertThat(hear(log.listen(6))).containsExactly(new TurnEvent.Ended(6, ended()));
        assertThat(hear(log.listen(1_000_000))).containsExactly(new TurnEvent.Ended(6, ended()));
    }

    @Test
    void theEndIsHeardOnce() throws InterruptedException {
        TurnLog log = logOf("Done.");
        log.end(ended());
        TurnListener listener = log.listen(0);
        hear(listener);

        assertThat(listener.next(Duration.ofMillis(1))).isEmpty();
    }

    @Test
    void longTextGoesOutInBoundedPiecesThatNeverCutACodePoint() throws InterruptedException {
        TurnLog log = new TurnLog(List.of(new Said.Words("😀".repeat(10_000))));
        log.end(ended());

        List<TurnEvent> events = hear(log.listen(0));

        assertThat(textOf(events)).isEqualTo("😀".repeat(10_000));
        assertThat(events)
                .filteredOn(TurnEvent.Text.class::isInstance)
                .allSatisfy(event -> {
                    String text = ((TurnEvent.Text) event).text();
                    assertThat(text.length()).isLessThanOrEqualTo(TextPieces.LONGEST);
                    assertThat(Character.isLowSurrogate(text.charAt(0))).isFalse();
                });
    }

    @Test
    void patienceEndsWithoutAnEvent() throws InterruptedException {
        assertThat(new TurnLog(List.of()).listen(0).next(Duration.ofMillis(5))).isEmpty();
    }

    @Test
    void manyListenersHearTheSameWhileItIsWritten()
            throws InterruptedException, ExecutionException {
        TurnLog log = new TurnLog(List.of());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> heard = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                heard.add(threads.submit(() -> textOf(hear(log.listen(0)))));
            }
            for (int i = 0; i < 5_000; i++) {
                log.append(new Said.Words(i + " "));
            }
            log.end(ended());
            for (Future<String> text : heard) {
                assertThat(text.get()).isEqualTo(log.text());
            }
        }
    }

    private static TurnLog logOf(String... pieces) {
        TurnLog log = new TurnLog(List.of());
        for (String piece : pieces) {
            log.append(new Said.Words(piece));
        }
        return log;
    }

    private static List<TurnEvent> hear(TurnListener listener) throws InterruptedException {
        List<TurnEvent> events = new ArrayList<>();
        while (events.isEmpty() || !(events.getLast() instanceof TurnEvent.Ended)) {
            events.add(listener.next(LONG).orElseThrow());
        }
        return events;
    }

    private static String textOf(List<TurnEvent> events) {
        StringBuilder text = new StringBuilder();
        for (TurnEvent event : events) {
            switch (event) {
                case TurnEvent.Text(long _, String piece) -> text.append(piece);
                case TurnEvent.Reasoning _,
                        TurnEvent.ToolCall _,
                        TurnEvent.Image _,
                        TurnEvent.Ended _ -> {}
            }
        }
        return text.toString();
    }

    private static Turn ended() {
        return new Turn(
                2,
                1,
                1,
                1,
                "chat",
                Optional.empty(),
                Optional.of("builtin/parley"),
                MessageStatus.COMPLETE,
                Usage.NONE,
                OptionalLong.empty(),
                1,
                0,
                Optional.of("stop"),
                Optional.empty(),
                Instant.EPOCH,
                Optional.of(Instant.EPOCH));
    }
}
