package parley.image.remote;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.image.ImageEngineException;
import parley.image.ImageEngineException.Kind;

/// What a vendor's failure means, and whether asking again helps.
///
/// @param title what people call the vendor
/// @param settings which settings it is reached by, for people
/// @param secret never shown
record VendorFailures(String title, String settings, String secret) {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
    private static final int LONGEST_COMPLAINT = 200;
    private static final Pattern REFUSAL =
            Pattern.compile(
                    "content[_ ]?(?:policy|filter|moderation)|moderation|safety system|nsfw"
                            + "|safety_violation|content_filtered");
    private static final Pattern NO_CREDIT =
            Pattern.compile("insufficient_quota|exceeded your current quota|credit|billing");

    /// The part of `RateLimit` that says when it is over.
    private static final Pattern RESET = Pattern.compile("\\bt=(\\d{1,6})");

    /// How long to wait before asking again; empty if that is no use.
    Optional<Duration> wait(VendorReply reply, int attempt) {
        return switch (reply.status()) {
            case 408, 425, 500, 502, 504 -> Optional.of(Duration.ofSeconds(1L << attempt));
            case 503 -> Optional.of(told(reply, attempt));
            case 429 -> isOutOfCredit(reply) ? Optional.empty() : Optional.of(told(reply, attempt));
            default -> Optional.empty();
        };
    }

    private static Duration told(VendorReply reply, int attempt) {
        double estimated = reply.json().path("estimated_time").asDouble(0);
        long seconds = (long) Math.ceil(Math.min(estimated, (double) LONGEST_WAIT.toSeconds()));
        String after = reply.headers().firstValue("retry-after").orElse("");
        Matcher reset = RESET.matcher(reply.headers().firstValue("ratelimit").orElse(""));
        if (after.matches("\\d{1,6}")) {
            seconds = Long.parseLong(after);
        } else if (reset.find()) {
            seconds = Long.parseLong(reset.group(1));
        }
        Duration wait = Duration.ofSeconds(seconds > 0 ? seconds : 1L << attempt);
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private static boolean isOutOfCredit(VendorReply reply) {
        String code = reply.json().path("error").path("code").asString("");
        return NO_CREDIT.matcher((code + " " + reply.complaint()).toLowerCase(Locale.ROOT)).find();
    }

    /// What an answer that is no success means.
    ImageEngineException failure(VendorReply reply) {
        String complaint = shown(reply.complaint());
        String code =
                reply.json().path("error").path("code").asString("")
                        + " "
                        + reply.json().path("name").asString("");
        String all = (code + " " + complaint).toLowerCase(Locale.ROOT);
        if (reply.status() < 500 && REFUSAL.matcher(all).find()) {
            return refused(complaint);
        }
        String said = complaint.isEmpty() ? "" : ": " + complaint;
        return switch (reply.status()) {
            case 401, 402, 403 ->
                    failure(
                            Kind.MISCONFIGURED,
                            "%s does not accept the key or the account (status %d)%s. See %s."
                                    .formatted(title, reply.status(), said, settings));
            case 404, 410 ->
                    failure(
                            Kind.MISCONFIGURED,
                            "%s has no such model or address (status %d)%s. See %s."
                                    .formatted(title, reply.status(), said, settings));
            case 429 ->
                    isOutOfCredit(reply)
                            ? failure(
                                    Kind.MISCONFIGURED,
                                    "%s says that the account has no credit%s."
                                            .formatted(title, said))
                            : temporary(
                                    "%s takes no more requests now%s.".formatted(title, said),
                                    reply);
            case 408, 425, 500, 502, 503, 504 ->
                    temporary(
                            "%s cannot do it now (status %d)%s."
                                    .formatted(title, reply.status(), said),
                            reply);
            default ->
                    failure(
                            Kind.FAILED,
                            "%s answered with status %d%s.".formatted(title, reply.status(), said));
        };
    }

    private static ImageEngineException temporary(String sentence, VendorReply reply) {
        return new ImageEngineException(Kind.TEMPORARY, sentence, told(reply, 3), null);
    }

    ImageEngineException refused(String complaint) {
        return failure(
                Kind.REFUSED,
                "%s refuses what is asked for%s."
                        .formatted(title, complaint.isEmpty() ? "" : ": " + shown(complaint)));
    }

    ImageEngineException failed(String what) {
        return failed(what, null);
    }

    ImageEngineException failed(String what, @Nullable Throwable cause) {
        return new ImageEngineException(Kind.FAILED, "%s %s.".formatted(title, what), null, cause);
    }

    ImageEngineException unreached(Throwable cause) {
        return new ImageEngineException(
                Kind.TEMPORARY,
                "%s was not reached. See %s.".formatted(title, settings),
                null,
                cause);
    }

    ImageEngineException tooLate() {
        return failure(Kind.TEMPORARY, "%s did not finish in time.".formatted(title));
    }

    private static ImageEngineException failure(Kind kind, String sentence) {
        return new ImageEngineException(kind, sentence);
    }

    /// Somebody else's words, fit to stand in a sentence, without the key.
    private String shown(String text) {
        String open = secret.isEmpty() ? text : text.replace(secret, "…");
        String line = open.replaceAll("[\\p{Cntrl}\\s]+", " ").strip().replaceAll("\\.$", "");
        return line.length() <= LONGEST_COMPLAINT
                ? line
                : line.substring(0, LONGEST_COMPLAINT) + "…";
    }
}
