package parley.llm;

import parley.error.AppException;

/// How asking a provider for its models went.
///
/// @param ok whether it answered
/// @param sentence what it has, or why it did not answer and what to do
public record ConnectionTest(boolean ok, String sentence) {
    static ConnectionTest of(String provider, ModelList.Answer answer) {
        if (answer.failure().isPresent()) {
            AppException failure = answer.failure().get();
            return new ConnectionTest(false, failure.sentence());
        }
        long models = answer.listed().stream().filter(ModelInfo::chats).count();
        return new ConnectionTest(
                models > 0,
                models > 0
                        ? "%s answers and has %d %s."
                                .formatted(provider, models, models == 1 ? "model" : "models")
                        : "%s has no model that answers messages.".formatted(provider));
    }
}
