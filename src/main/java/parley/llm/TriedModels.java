package parley.llm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Which candidates of a call could not answer, and why, in a few words.
final class TriedModels {
    private final List<String> models = new ArrayList<>(2);
    private final Map<String, Integer> timesAsked = new HashMap<>(2);

    /// The provider is about to be asked.
    void ask(ResolvedModel model) {
        timesAsked.merge(model.provider().name(), 1, Integer::sum);
    }

    /// How often the model's provider was asked.
    int timesAsked(ResolvedModel model) {
        return timesAsked.getOrDefault(model.provider().name(), 0);
    }

    /// The call goes on to the next candidate.
    ///
    /// @param why for people: `unavailable`, `in cooldown`
    void giveUp(ResolvedModel model, String why) {
        models.add("%s (%s)".formatted(model.fullName(), why));
    }

    static String why(ProviderException.Kind kind) {
        return switch (kind) {
            case UNAUTHORIZED -> "key refused";
            case REFUSED -> "request refused";
            case RATE_LIMITED -> "rate limited";
            case UNAVAILABLE -> "unavailable";
            case BAD_RESPONSE -> "no usable answer";
        };
    }

    /// A sentence that follows the last failure; empty if there was one candidate.
    String sentence() {
        return models.size() < 2
                ? ""
                : models.stream().collect(Collectors.joining(", ", " Asked: ", "."));
    }
}
