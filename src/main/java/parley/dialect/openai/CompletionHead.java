package parley.dialect.openai;

import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import parley.llm.ModelCall;

/// What all pieces of an answer say of it.
///
/// @param created in seconds since 1970
/// @param model the model that answers, as `provider/model`
record CompletionHead(String id, long created, String model, String fingerprint) {
    static CompletionHead of(String id, Instant created, ModelCall call, String fingerprint) {
        return new CompletionHead(
                id, created.getEpochSecond(), call.model().fullName(), fingerprint);
    }

    /// An id for an answer that is kept nowhere. Long enough to be no number of a turn.
    static String newId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return "chatcmpl-"
                + hex.toHexDigits(random.nextLong())
                + hex.toHexDigits(random.nextLong());
    }
}
