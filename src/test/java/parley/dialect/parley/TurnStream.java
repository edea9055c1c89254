package parley.dialect.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import parley.dialect.SseEvent;
import parley.dialect.SseReader;
import parley.dialect.WireClient;

/// The events of a turn, read to the end and held against their grammar: `started`, then `text` and
/// `ping` in any order, then `end`, once.
///
/// @param texts the events named `text`
record TurnStream(SseEvent started, List<SseEvent> texts, SseEvent end) {
    static TurnStream read(SseReader stream) {
        return check(stream.rest());
    }

    /// Listens to a turn from a number on.
    static TurnStream listen(WireClient client, long turn, long after) throws InterruptedException {
        try (SseReader stream = open(client, turn, after)) {
            return read(stream);
        }
    }

    static SseReader open(WireClient client, long turn, long after) throws InterruptedException {
        return client.open("GET", "/v1/turns/%d/events?after=%d".formatted(turn, after), "");
    }

    static TurnStream check(List<SseEvent> events) {
        SseEvent started = events.getFirst();
        assertThat(started.name()).isEqualTo("started");
        assertThat(started.id()).isEmpty();
        assertThat(started.json().propertyNames())
                .containsExactly("turn_id", "conversation_id", "model", "title");

        SseEvent end = events.getLast();
        assertThat(end.name()).isEqualTo("end");
        assertThat(end.json().propertyNames())
                .containsExactly("status", "model", "usage", "finish_reason", "error", "message");
        assertThat(end.json().path("message").path("status").asString())
                .isEqualTo(end.json().path("status").asString());
        assertThat(end.json().path("usage").propertyNames())
                .containsExactly(
                        "input_tokens",
                        "output_tokens",
                        "cached_tokens",
                        "reasoning_tokens",
                        "exact",
                        "source",
                        "reason",
                        "nano_dollars");

        List<SseEvent> texts = new ArrayList<>();
        long last = -1;
        for (SseEvent event : events.subList(1, events.size() - 1)) {
            if (event.name().equals("ping")) {
                assertThat(event).returns("{}", SseEvent::data);
                continue;
            }
            assertThat(event.name()).isEqualTo("text");
            assertThat(event.json().propertyNames()).containsExactly("text");
            assertThat(event.number()).isGreaterThan(last);
            last = event.number();
            texts.add(event);
        }
        assertThat(end.number()).isGreaterThan(last);
        return new TurnStream(started, texts, end);
    }

    String text() {
        return texts.stream()
                .map(event -> event.json().path("text").asString())
                .collect(Collectors.joining());
    }

    String status() {
        return end.json().path("status").asString();
    }

    long turn() {
        return started.json().path("turn_id").asLong();
    }
}
