package parley.llm.builtin;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import parley.llm.ChatMessage;
import parley.llm.ModelRequest;
import parley.llm.Role;
import parley.llm.Sampling;

/// An engine on 21 November 2026, and requests for it.
final class Engine {
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T10:15:30Z"));
    static final BuiltinSettings WITH_FAULTS = new BuiltinSettings(true, 0);

    private Engine() {}

    static BuiltinProvider plain() {
        return new BuiltinProvider(BuiltinSettings.DEFAULT, CLOCK);
    }

    static BuiltinProvider faulty() {
        return new BuiltinProvider(WITH_FAULTS, CLOCK);
    }

    /// A streamed request for a new answer.
    static ModelRequest request(String... userTexts) {
        return new ModelRequest("parley", messages(userTexts), "", Sampling.DEFAULT, true);
    }

    static ModelRequest continued(String userText, String soFar) {
        return new ModelRequest("parley", messages(userText), soFar, Sampling.DEFAULT, true);
    }

    static ModelRequest limited(String userText, int maxTokens, String soFar) {
        Sampling sampling = new Sampling(OptionalDouble.empty(), OptionalInt.of(maxTokens));
        return new ModelRequest("parley", messages(userText), soFar, sampling, true);
    }

    static ModelRequest inOnePiece(String userText) {
        return new ModelRequest("parley", messages(userText), "", Sampling.DEFAULT, false);
    }

    static Recorded run(BuiltinProvider provider, ModelRequest request)
            throws InterruptedException {
        Recorded recorded = new Recorded();
        provider.run(request, recorded);
        return recorded;
    }

    static String answer(String... userTexts) throws InterruptedException {
        return run(plain(), request(userTexts)).text();
    }

    private static List<ChatMessage> messages(String... userTexts) {
        return Arrays.stream(userTexts).map(text -> new ChatMessage(Role.USER, text)).toList();
    }
}
