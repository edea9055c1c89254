package parley.dialect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A way to ask a provider's model something, in a conversation or without one.
///
/// @param path and
/// @param body with `%1$s` for the conversation's id
/// @param kept whether question and answer enter the conversation
record Way(String name, String path, String body, boolean kept, boolean streams) {
    /// All ways there are, each to this model.
    static List<Way> all(String model) {
        List<Way> ways = new ArrayList<>();
        Arrays.stream(Door.values()).map(door -> of(door, model)).forEach(ways::add);
        for (boolean stream : new boolean[] {false, true}) {
            String fields = "\"model\": \"%s\", \"stream\": %s".formatted(model, stream);
            ways.add(
                    fleeting(
                            "/v1/chat/completions",
                            "{%s, \"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}]}",
                            fields,
                            stream));
            ways.add(
                    fleeting(
                            "/v1/messages",
                            "{%s, \"max_tokens\": 50, \"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}]}",
                            fields,
                            stream));
            ways.add(
                    fleeting(
                            "/v1/responses",
                            "{%s, \"store\": false, \"input\": \"Hi\"}",
                            fields,
                            stream));
        }
        return ways;
    }

    private static Way of(Door door, String model) {
        return new Way(
                door.name(),
                door.path("%1$s"),
                door.bodyWith("%1$s", "\"Hi\"").replace("builtin/parley", model),
                true,
                door.streams());
    }

    private static Way fleeting(String path, String body, String fields, boolean stream) {
        String name = path + (stream ? " streamed" : "");
        return new Way(name, path, body.formatted(fields), false, stream);
    }

    /// Whether the stream begins before it is known whether there is an answer.
    boolean beginsAtOnce() {
        return kept && streams && path.equals("/v1/responses");
    }

    WireAnswer ask(WireClient client, long conversation) throws InterruptedException {
        return client.post(path.formatted(conversation), body.formatted(conversation));
    }

    @Override
    public String toString() {
        return name;
    }
}
