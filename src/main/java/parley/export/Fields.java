package parley.export;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import parley.error.AppException;
import parley.error.ErrorCode;
import tools.jackson.databind.JsonNode;

/// The members of a JSON object in a file that somebody brought. What is wrong is named with its
/// place.
///
/// @param place where the object stands: `messages[3]`; empty at the top
public record Fields(JsonNode object, String place) {
    /// The furthest times that every database keeps and every client shows.
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    /// @throws AppException (422) if it is not an object
    public static Fields of(JsonNode object, String place) {
        if (!object.isObject()) {
            throw damaged(place.isEmpty() ? "It" : place, "an object");
        }
        return new Fields(object, place);
    }

    public String text(String name) {
        JsonNode node = object.path(name);
        if (!node.isString()) {
            throw damaged(at(name), "a text");
        }
        return node.stringValue();
    }

    /// Empty where it is missing, or null.
    public Optional<String> optionalText(String name) {
        return isAbsent(name) ? Optional.empty() : Optional.of(text(name));
    }

    public long number(String name, long least) {
        JsonNode node = object.path(name);
        if (!node.canConvertToLong() || !node.isIntegralNumber() || node.longValue() < least) {
            throw damaged(at(name), "a whole number from %d on".formatted(least));
        }
        return node.longValue();
    }

    public OptionalLong optionalNumber(String name, long least) {
        return isAbsent(name) ? OptionalLong.empty() : OptionalLong.of(number(name, least));
    }

    /// A count; 0 where it is missing.
    public int count(String name) {
        return (int) Math.min(Integer.MAX_VALUE, optionalNumber(name, 0).orElse(0));
    }

    public Instant instant(String name) {
        try {
            Instant time = Instant.parse(text(name));
            if (!time.isBefore(EARLIEST) && !time.isAfter(LATEST)) {
                return time;
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        throw damaged(at(name), "a time like 2026-01-31T12:00:00Z");
    }

    public Optional<Instant> optionalInstant(String name) {
        return isAbsent(name) ? Optional.empty() : Optional.of(instant(name));
    }

    /// One of the constants, by its name in small letters.
    public <E extends Enum<E>> E constant(String name, Class<E> type) {
        String text = text(name);
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() ->
                        damaged(
                                at(name),
                                "one of "
                                        + Arrays.toString(type.getEnumConstants())
                                                .toLowerCase(Locale.ROOT)));
    }

    public Fields object(String name) {
        return of(object.path(name), at(name));
    }

    public Optional<Fields> optionalObject(String name) {
        return isAbsent(name) ? Optional.empty() : Optional.of(object(name));
    }

    boolean isAbsent(String name) {
        return object.path(name).isMissingNode() || object.path(name).isNull();
    }

    private String at(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    /// The failure that says what is wrong.
    public static AppException damaged(String place, String must) {
        return new AppException(ErrorCode.UNPROCESSABLE, "%s must be %s.".formatted(place, must));
    }
}
