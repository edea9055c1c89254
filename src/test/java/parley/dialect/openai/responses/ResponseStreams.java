package parley.dialect.openai.responses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import parley.dialect.SseEvent;
import parley.dialect.SseReader;
import parley.dialect.WireClient;
import tools.jackson.databind.JsonNode;

/// The events of a response's stream, held against the rules that every such stream keeps.
final class ResponseStreams {
    private static final List<String> ENDS =
            List.of("response.completed", "response.incomplete", "response.failed");

    private ResponseStreams() {}

    /// Reads a stream to its end, and checks what holds for all: names are types, numbers rise,
    /// there is one end and it is the last.
    static List<JsonNode> read(SseReader stream) {
        List<JsonNode> events = new ArrayList<>();
        long last = -1;
        for (SseEvent event : stream.rest()) {
            JsonNode data = event.json();
            assertThat(data.get("type").stringValue()).isEqualTo(event.name());
            assertThat(data.get("sequence_number").longValue()).isGreaterThan(last);
            last = data.get("sequence_number").longValue();
            events.add(data);
        }
        assertThat(events).isNotEmpty();
        assertThat(types(events)).filteredOn(ENDS::contains).hasSize(1);
        assertThat(type(events.getLast())).isIn(ENDS);
        return events;
    }

    static List<JsonNode> create(WireClient client, String json) throws InterruptedException {
        try (SseReader stream = client.open("POST", "/v1/responses", json)) {
            return read(stream);
        }
    }

    static List<JsonNode> resume(WireClient client, String id, long after)
            throws InterruptedException {
        String path = "/v1/responses/%s?stream=true&starting_after=%d".formatted(id, after);
        try (SseReader stream = client.open("GET", path, "")) {
            return read(stream);
        }
    }

    static String type(JsonNode event) {
        return event.get("type").stringValue();
    }

    static List<String> types(List<JsonNode> events) {
        return events.stream().map(ResponseStreams::type).toList();
    }

    static long number(JsonNode event) {
        return event.get("sequence_number").longValue();
    }

    static List<JsonNode> ofType(List<JsonNode> events, String type) {
        return events.stream().filter(event -> type(event).equals(type)).toList();
    }

    /// All pieces of text, joined.
    static String text(List<JsonNode> events) {
        StringBuilder text = new StringBuilder();
        ofType(events, "response.output_text.delta")
                .forEach(event -> text.append(event.get("delta").stringValue()));
        return text.toString();
    }

    /// The text of a whole response.
    static String outputText(JsonNode response) {
        StringBuilder text = new StringBuilder();
        for (JsonNode item : response.get("output").values()) {
            if (item.get("type").stringValue().equals("message")) {
                item.get("content")
                        .values()
                        .forEach(part -> text.append(part.get("text").stringValue()));
            }
        }
        return text.toString();
    }
}
