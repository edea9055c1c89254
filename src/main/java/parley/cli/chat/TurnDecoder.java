package parley.cli.chat;

import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Turns server-sent events into what they say about a turn.
final class TurnDecoder {
    private TurnDecoder() {}

    /// @throws ConnectionLostException if the event is not what a server of ours sends
    static TurnMessage decode(Frame frame) throws ConnectionLostException {
        try {
            return switch (frame.event()) {
                case "started" -> started(json(frame));
                case "text" ->
                        new TurnMessage.Text(
                                Long.parseLong(frame.id()), json(frame).path("text").asString(""));
                case "end" -> new TurnMessage.Ended(answer(json(frame)));
                // Pings, and whatever a later server says besides.
                default -> new TurnMessage.Alive();
            };
        } catch (JacksonException | NumberFormatException e) {
            throw new ConnectionLostException("The server sent an event that cannot be read.", e);
        }
    }

    private static JsonNode json(Frame frame) {
        return JsonMapper.shared().readTree(frame.data());
    }

    private static TurnMessage started(JsonNode json) {
        return new TurnMessage.Started(
                json.path("turn_id").asLong(0),
                json.path("conversation_id").asLong(0),
                json.path("model").asString(""));
    }

    private static Answer answer(JsonNode json) {
        return new Answer(
                Answer.Status.of(json.path("status").asString("")),
                json.path("model").asString(""),
                usage(json.path("usage")),
                json.path("error").path("sentence").asString(""));
    }

    private static String usage(JsonNode usage) {
        long read = usage.path("input_tokens").asLong(-1);
        long written = usage.path("output_tokens").asLong(-1);
        return read < 0 || written < 0
                ? ""
                : String.format(Locale.ROOT, "%s tokens read, %s written", read, written);
    }
}
