package parley.llm.builtin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.llm.ChatMessage;
import parley.llm.ModelRequest;

/// Makes the engine misbehave on request, so that clients and servers can be tested against it. A
/// message `/fault kind arguments; kind arguments` says how:
///
/// | kind | what happens |
/// |---|---|
/// | `slow <ms>` | waits before each token |
/// | `tokens <n>` | says exactly n tokens: `zero one two … nine zero …` |
/// | `tricky` | says text that breaks careless encoders |
/// | `error-after <n>` | fails as `UNAVAILABLE` after n tokens |
/// | `reset-after <n>` | fails as `BAD_RESPONSE` after n tokens |
/// | `rate-limit <seconds>` | fails as `RATE_LIMITED` with that time to wait |
/// | `refuse` | fails as `REFUSED` |
/// | `silence`, `silence-after <n>` | says nothing (more) until it is interrupted |
/// | `fail-times <k>` | the fault (by default `error-after 0`) happens to the first k attempts |
///
/// Of several faults the one after the fewest tokens happens. A run that continues an answer is
/// spared: faults happen only to runs that begin at the beginning.
final class FaultDial {
    private static final String COMMAND = "/fault";
    private static final int CONVERSATIONS_REMEMBERED = 1_000;

    private final FaultParser parser;
    private final Map<List<ChatMessage>, Integer> attempts = new LinkedHashMap<>();

    FaultDial(Tokenizer tokenizer) {
        this.parser = new FaultParser(tokenizer);
    }

    /// What this message asks for; empty if it is ordinary talk.
    Optional<FaultPlan> plan(String text) {
        String command = text.strip();
        boolean asked =
                command.startsWith(COMMAND)
                        && (command.length() == COMMAND.length()
                                || Character.isWhitespace(command.charAt(COMMAND.length())));
        return asked
                ? Optional.of(parser.parse(command.substring(COMMAND.length())))
                : Optional.empty();
    }

    /// The fault that happens to this attempt, if any.
    Optional<Fault> due(FaultPlan plan, ModelRequest request) {
        if (!request.answerSoFar().isEmpty() || plan.fault().isEmpty()) {
            return Optional.empty();
        }
        if (plan.times().isPresent() && !failsAgain(request.messages(), plan.times().getAsInt())) {
            return Optional.empty();
        }
        return plan.fault();
    }

    /// Counts an attempt at these messages. The attempt that goes right forgets the count.
    private synchronized boolean failsAgain(List<ChatMessage> messages, int times) {
        int failed = attempts.getOrDefault(messages, 0);
        if (failed >= times) {
            attempts.remove(messages);
            return false;
        }
        attempts.put(messages, failed + 1);
        if (attempts.size() > CONVERSATIONS_REMEMBERED) {
            attempts.remove(attempts.keySet().iterator().next());
        }
        return true;
    }
}
