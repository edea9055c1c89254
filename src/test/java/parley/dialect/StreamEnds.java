package parley.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How each contract ends a stream.
final class StreamEnds {
    private final String path;
    private final List<SseEvent> events;

    StreamEnds(String path, String text) {
        this.path = path;
        this.events = events(text);
    }

    private static List<SseEvent> events(String text) {
        List<SseEvent> events = new ArrayList<>();
        for (String block : text.split("\n\n")) {
            String name = "";
            List<String> data = new ArrayList<>();
            for (String line : block.split("\n")) {
                if (line.startsWith("event: ")) {
                    name = line.substring("event: ".length());
                } else if (line.startsWith("data: ")) {
                    data.add(line.substring("data: ".length()));
                }
            }
            if (!data.isEmpty()) {
                events.add(new SseEvent(Optional.empty(), name, String.join("\n", data)));
            }
        }
        return events;
    }

    /// Whether an event ends the stream, well or badly.
    private boolean isEnd(SseEvent event) {
        return switch (path) {
            case "/v1/turns" -> event.name().equals("end");
            case "/v1/responses" ->
                    event.name().matches("response\\.(completed|failed|incomplete)");
            case "/v1/messages" -> event.name().matches("error|message_stop");
            default -> event.name().equals("error") || event.data().equals("[DONE]");
        };
    }

    /// Fails unless the stream says once and last that it failed, in a sentence.
    void requireFailure() {
        assertThat(events.stream().filter(this::isEnd)).as("%s", events).hasSize(1);
        SseEvent last = events.getLast();
        assertThat(isEnd(last)).as("%s", events).isTrue();
        String sentence =
                switch (path) {
                    case "/v1/turns" -> {
                        assertThat(last.json().path("status").asString()).isEqualTo("failed");
                        yield last.json().at("/error/sentence").asString("");
                    }
                    case "/v1/responses" -> {
                        assertThat(last.name()).isEqualTo("response.failed");
                        yield last.json().at("/response/error/message").asString("");
                    }
                    case "/v1/chat/stream" -> last.json().path("detail").asString("");
                    default -> last.json().at("/error/message").asString("");
                };
        assertThat(sentence).as("%s", last).isNotBlank();
        assertThat(last.data()).doesNotContain("[DONE]");
    }
}
