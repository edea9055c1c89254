package parley.llm.langchain;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import parley.llm.ProviderException;
import parley.llm.ProviderException.Kind;

/// Turns what a provider sends instead of an answer into a kind of failure and a sentence without
/// secrets.
public final class ProviderErrors {
    private static final int LONGEST_MESSAGE = 300;
    private static final int SHORTEST_SECRET = 4;

    private final ProviderNames names;
    private final String apiKey;
    private final RetryTimes waits;

    public ProviderErrors(ProviderNames names, String apiKey, InstantSource clock) {
        this.names = names;
        this.apiKey = apiKey;
        this.waits = new RetryTimes(clock);
    }

    ProviderNames names() {
        return names;
    }

    /// An answer with a status that is not 2xx.
    ///
    /// @param header gives a header's value by its name
    ProviderException ofStatus(int status, Function<String, Optional<String>> header, String body) {
        Optional<Duration> wait = waits.of(header, body);
        ErrorBody error = ErrorBody.parse(body);
        String said = said(error.message());
        if (error.isOutOfQuota()) {
            return outOfQuota(said);
        }
        return switch (status) {
            case 401 -> keyRefused(status, "");
            case 403 -> keyRefused(status, said);
            case 429 ->
                    failure(
                            Kind.RATE_LIMITED,
                            "has too many requests at the moment (429)" + said,
                            wait);
            case 408, 409, 425 -> unavailable(status, said, wait);
            case 404 ->
                    failure(
                            Kind.REFUSED,
                            "found nothing for the request (404)%s Check the model's name, and that %s ends where %s begins."
                                    .formatted(said, names.address(), names.firstPath()),
                            Optional.empty());
            default -> ofStatusClass(status, said, wait);
        };
    }

    private ProviderException ofStatusClass(int status, String said, Optional<Duration> wait) {
        if (status >= 500) {
            return unavailable(status, said, wait);
        }
        if (status >= 400) {
            return failure(
                    Kind.REFUSED,
                    "refused the request (%d)%s".formatted(status, said),
                    Optional.empty());
        }
        return failure(
                Kind.REFUSED,
                "sent the request elsewhere (%d), which is not followed. Set %s to the address it is to go to."
                        .formatted(status, names.address()),
                Optional.empty());
    }

    /// An error object where an answer or a piece of one should be.
    public ProviderException ofErrorObject(String json) {
        ErrorBody error = ErrorBody.parse(json);
        String said = said(error.message());
        if (error.isOutOfQuota()) {
            return outOfQuota(said);
        }
        return switch (error.kind()) {
            case UNAUTHORIZED -> keyRefused(401, "");
            case REFUSED -> failure(Kind.REFUSED, "refused the request" + said, Optional.empty());
            case RATE_LIMITED ->
                    failure(
                            Kind.RATE_LIMITED,
                            "has too many requests at the moment" + said,
                            Optional.empty());
            case UNAVAILABLE ->
                    failure(Kind.UNAVAILABLE, "failed while it answered" + said, Optional.empty());
            case BAD_RESPONSE ->
                    failure(Kind.BAD_RESPONSE, "failed while it answered" + said, Optional.empty());
        };
    }

    /// @throws ProviderException if what came with a good status is an error object all the same
    void requireNone(String body) {
        if (body.contains("\"error\"") && ErrorBody.isErrorObject(body)) {
            throw ofErrorObject(body);
        }
    }

    /// An answer that cannot be understood.
    ///
    /// @param what what it did: "ended its answer before …"
    public ProviderException badResponse(String what, @Nullable Throwable cause) {
        return new ProviderException(Kind.BAD_RESPONSE, sentence(what), null, cause);
    }

    /// No answer, or only a part of one, for a reason of the network.
    ProviderException unreachable(String what, Throwable cause) {
        return new ProviderException(Kind.UNAVAILABLE, sentence(what), null, cause);
    }

    /// A fault that another attempt will not mend.
    public ProviderException refused(String what, @Nullable Throwable cause) {
        return new ProviderException(Kind.REFUSED, sentence(what), null, cause);
    }

    private ProviderException outOfQuota(String said) {
        return failure(
                Kind.REFUSED,
                "has no quota left for this key%s Check the account's plan and billing."
                        .formatted(said),
                Optional.empty());
    }

    private ProviderException keyRefused(int status, String said) {
        String what = apiKey.isEmpty() ? "wants an API key" : "refused the API key";
        return failure(
                Kind.UNAUTHORIZED,
                "%s (%d)%s Set %s to a valid key."
                        .formatted(what, status, said.isEmpty() ? "." : said, names.key()),
                Optional.empty());
    }

    private ProviderException unavailable(int status, String said, Optional<Duration> wait) {
        return failure(
                Kind.UNAVAILABLE,
                "is not available at the moment (%d)%s".formatted(status, said),
                wait);
    }

    private ProviderException failure(Kind kind, String what, Optional<Duration> retryAfter) {
        return new ProviderException(kind, sentence(what), retryAfter.orElse(null), null);
    }

    private String sentence(String what) {
        return "The model provider %s %s".formatted(names.provider(), what);
    }

    /// `: message.` or `.`
    private String said(String message) {
        String clean = masked(message).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (clean.isEmpty()) {
            return ".";
        }
        if (clean.codePointCount(0, clean.length()) > LONGEST_MESSAGE) {
            clean = clean.substring(0, clean.offsetByCodePoints(0, LONGEST_MESSAGE)) + "…";
        }
        return ": " + clean + (clean.matches(".*[.!?…]") ? "" : ".");
    }

    private String masked(String message) {
        String withoutOurs =
                apiKey.length() < SHORTEST_SECRET ? message : message.replace(apiKey, "***");
        return withoutOurs.replaceAll("\\b((sk|pk|key)-|hf_)[A-Za-z0-9_*-]{4,}", "***");
    }
}
