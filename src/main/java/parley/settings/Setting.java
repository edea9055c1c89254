package parley.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/// One setting: its name in the file (`auth.required`), its type, its default and what it does.
///
/// @param name the name in `parley.properties` and after `--set`; in the environment it is the same
///   in capitals with underscores (`AUTH_REQUIRED`)
/// @param type what values look like, for people: `text`, `number`, `true or false`, …
/// @param fallback the default, as it would be written in the file; empty for "none"
/// @param description one sentence or more, for the reference
/// @param secret whether the value must never be shown
/// @param parser turns text into a value; throws `IllegalArgumentException` with a reason that
///   completes "… must be"
public record Setting<T>(
        String name,
        String type,
        String fallback,
        String description,
        boolean secret,
        Function<String, T> parser) {
    public Setting {
        Objects.requireNonNull(parser);
    }

    public static Setting<String> text(String name, String fallback, String description) {
        return new Setting<>(name, "text", fallback, description, false, String::strip);
    }

    public static Setting<String> secret(String name, String description) {
        return new Setting<>(name, "secret", "", description, true, String::strip);
    }

    public static Setting<Boolean> flag(String name, boolean fallback, String description) {
        return new Setting<>(
                name,
                "true or false",
                String.valueOf(fallback),
                description,
                false,
                Setting::parseFlag);
    }

    /// A whole number between `least` and `most`, both included.
    public static Setting<Integer> number(
            String name, int fallback, int least, int most, String description) {
        return new Setting<>(
                name,
                "number, %d to %d".formatted(least, most),
                String.valueOf(fallback),
                description,
                false,
                text -> parseNumber(text, least, most));
    }

    /// A length of time in whole seconds.
    public static Setting<Duration> seconds(
            String name, int fallback, int least, int most, String description) {
        return new Setting<>(
                name,
                "seconds, %d to %d".formatted(least, most),
                String.valueOf(fallback),
                description,
                false,
                text -> Duration.ofSeconds(parseNumber(text, least, most)));
    }

    /// Values separated by commas; empty text is an empty list.
    public static Setting<List<String>> list(String name, String fallback, String description) {
        return new Setting<>(
                name,
                "list, separated by commas",
                fallback,
                description,
                false,
                Setting::parseList);
    }

    /// The name of this setting in the environment.
    public String environmentName() {
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static boolean parseFlag(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1" -> true;
            case "false", "no", "off", "0" -> false;
            default -> throw new IllegalArgumentException("true or false");
        };
    }

    private static int parseNumber(String text, int least, int most) {
        try {
            int value = Integer.parseInt(text.strip());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Falls through to the one sentence that names the range.
        }
        throw new IllegalArgumentException("a whole number from %d to %d".formatted(least, most));
    }

    private static List<String> parseList(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
