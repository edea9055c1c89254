package parley.export;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.error.AppException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Names by which things are known again wherever they are brought. What was made here is named
/// after its id and the moment of its making: both together are nowhere else.
public final class Origins {
    private static final Pattern OWN = Pattern.compile("parley:([0-9]{1,18}):(-?[0-9]{1,18})");

    private static final int LONGEST = 500;

    private Origins() {}

    /// What this server made.
    public record Own(long id, Instant createdAt) {
        public String name() {
            return "parley:%d:%d"
                    .formatted(id, ChronoUnit.MICROS.between(Instant.EPOCH, createdAt));
        }
    }

    /// The thing that a server of this program made, perhaps this one.
    public static Optional<Own> own(String origin) {
        Matcher matcher = OWN.matcher(origin);
        return matcher.matches()
                ? Optional.of(
                        new Own(
                                Long.parseLong(matcher.group(1)),
                                Instant.EPOCH.plus(
                                        Long.parseLong(matcher.group(2)), ChronoUnit.MICROS)))
                : Optional.empty();
    }

    /// A name for what has no id: the same for the same content.
    public static String ofContent(JsonNode content) {
        byte[] text = JsonMapper.shared().writeValueAsBytes(content);
        return HexFormat.of().formatHex(ArchiveInput.sha256().digest(text));
    }

    /// Where the thing comes from that an object describes.
    ///
    /// @throws AppException (422) if it does not say
    public static String required(Fields fields) {
        String origin = fields.text("origin");
        if (!isPossible(origin)) {
            throw Fields.damaged("origin", "a text of 1 to %d characters".formatted(LONGEST));
        }
        return origin;
    }

    /// Whether a text can be kept as an origin.
    private static boolean isPossible(String origin) {
        return !origin.isBlank() && origin.length() <= LONGEST;
    }
}
