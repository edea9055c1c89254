package parley.bench;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import parley.bench.load.RequestBytes;

/// The requests that benchmarks make, each in the contract it belongs to.
final class Calls {
    /// The model that needs nothing.
    static final String BUILT_IN = "builtin/parley";

    /// The scripted provider's model, as itself knows it, and as the server does.
    static final String SCRIPTED = "bench";

    static final String RELAYED = "openai/bench";

    private Calls() {}

    /// The same model where the provider takes 20 ms.
    static String slow(String model) {
        return model + "-wait-20";
    }

    /// A turn in a conversation of its own.
    static byte[] turn() {
        return RequestBytes.postJson(
                "/chat/completions", Optional.empty(), "{\"message\":\"Hello\"}");
    }

    /// A turn in a conversation that goes on.
    static byte[] turnIn(long conversation) {
        String json =
                """
                {"message":"Hello","conversation_id":"session-%d"}\
                """
                        .formatted(conversation);
        return RequestBytes.postJson("/chat/completions", Optional.empty(), json);
    }

    /// A question to a model, in a session of its own.
    static byte[] chat(String token, String model, boolean streamed, String message) {
        String json =
                """
                {"model":"%s","stream":%b,"messages":[{"role":"user","content":"%s"}]}\
                """
                        .formatted(model, streamed, message);
        return RequestBytes.postJson("/v1/chat/stream", Optional.of(token), json);
    }

    /// The same question the way OpenAI's clients ask it; nothing is stored.
    static byte[] completion(Optional<String> token, String model, boolean streamed) {
        String json =
                """
                {"model":"%s","stream":%b,"messages":[{"role":"user","content":"Hello"}]}\
                """
                        .formatted(model, streamed);
        return RequestBytes.postJson("/v1/chat/completions", token, json);
    }

    /// One more message in a session.
    static byte[] append(String token, long session, String message) {
        String json =
                """
                {"model":"%s","stream":false,"session_id":%d,\
                "messages":[{"role":"user","content":"%s"}]}\
                """
                        .formatted(BUILT_IN, session, message);
        return RequestBytes.postJson("/v1/chat/stream", Optional.of(token), json);
    }

    /// Many messages at once, in a session of its own or in one that goes on. The last one gets an
    /// answer.
    ///
    /// @param from the number of the first message, which makes their texts differ
    /// @param count an odd number: the last is the user's
    static byte[] many(String token, Optional<Long> session, int from, int count) {
        String messages =
                IntStream.range(0, count)
                        .mapToObj(index ->
                                message(index % 2 == 0 ? "user" : "assistant", from + index))
                        .collect(Collectors.joining(","));
        String json =
                """
                {"model":"%s","stream":false,%s"messages":[%s]}\
                """
                        .formatted(
                                BUILT_IN,
                                session.map(id -> "\"session_id\":" + id + ",").orElse(""),
                                messages);
        return RequestBytes.postJson("/v1/chat/stream", Optional.of(token), json);
    }

    static byte[] newestSessions(String token, int count) {
        return RequestBytes.get("/v1/chat/history?page_size=" + count, Optional.of(token));
    }

    /// Makes the built-in engine say an exact number of tokens at a steady pace.
    static String tokensAtPace(int tokens, long millisApart) {
        return "/fault tokens %d; slow %d".formatted(tokens, millisApart);
    }

    private static String message(String role, int number) {
        return """
        {"role":"%s","content":"Message number %d of a conversation that goes on for a while."}\
        """
                .formatted(role, number);
    }
}
