package parley.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import parley.error.AppException;
import tools.jackson.databind.JsonNode;

/// The members of a request for a picture, as JSON or as the texts of a form.
final class WishFields {
    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_SHOWN = 100;

    /// As JSON has them; `Double` alone would also take `1d`, `0x1p3` and `NaN`.
    private static final Pattern NUMBER =
            Pattern.compile(
                    "[+-]?(?:\\d{1,400}(?:\\.\\d{0,400})?|\\.\\d{1,400})(?:[eE][+-]?\\d{1,9})?");

    private final JsonNode fields;
    private final List<String> warnings = new ArrayList<>();

    WishFields(JsonNode fields) {
        this.fields = fields;
    }

    /// What was put right, in sentences.
    List<String> warnings() {
        return warnings;
    }

    void warn(String sentence) {
        warnings.add(sentence);
    }

    Optional<String> text(String field) {
        JsonNode value = fields.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw AppException.invalid(field, "%s must be a text.".formatted(field));
        }
        return filled(field, value.stringValue().strip());
    }

    private static Optional<String> filled(String field, String text) {
        if (text.length() > LONGEST_TEXT) {
            throw AppException.invalid(
                    field,
                    "%s has %d characters; at most %d are taken."
                            .formatted(field, text.length(), LONGEST_TEXT));
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    String requiredText(String field) {
        return text(field)
                .orElseThrow(
                        () -> AppException.invalid(field, "%s must be given.".formatted(field)));
    }

    /// One of a list of names.
    String choice(String field, List<String> names, String usual) {
        Optional<String> given = text(field).map(WishFields::name);
        if (given.isPresent() && !names.contains(given.get())) {
            throw AppException.invalid(
                    field,
                    "%s must be one of %s, not \"%s\"."
                            .formatted(field, String.join(", ", names), given.get()));
        }
        return given.orElse(usual);
    }

    /// A whole number; one beyond the range becomes the nearest inside, and that is told.
    int clamped(String field, int least, int most, int usual) {
        Optional<Double> given = number(field);
        if (given.isEmpty()) {
            return usual;
        }
        int inside = (int) Math.round(Math.clamp(given.get(), least, most));
        if (Math.abs(inside - given.get()) >= 0.5) {
            warn("%s %s was taken as %d.".formatted(field, shown(given.get()), inside));
        }
        return inside;
    }

    /// A number; one beyond the range becomes the nearest inside, and that is told.
    double nearest(String field, double least, double most, double usual) {
        double given = number(field).orElse(usual);
        double inside = Math.clamp(given, least, most);
        if (inside != given) {
            warn("%s %s was taken as %s.".formatted(field, shown(given), shown(inside)));
        }
        return inside;
    }

    /// A whole number; one beyond the range is refused.
    int whole(String field, int least, int most, int usual) {
        Optional<Double> given = number(field);
        if (given.isEmpty()) {
            return usual;
        }
        double value = given.get();
        if (value != Math.rint(value) || value < least || value > most) {
            throw AppException.invalid(
                    field,
                    "%s must be a whole number from %d to %d, not %s."
                            .formatted(field, least, most, shown(value)));
        }
        return (int) value;
    }

    /// A number, which forms send as text. There is no -0.
    Optional<Double> number(String field) {
        Optional<String> text = numeral(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (NUMBER.matcher(text.get()).matches()) {
            double number = Double.parseDouble(text.get());
            if (Double.isFinite(number)) {
                return Optional.of(number + 0.0);
            }
        }
        throw notANumber(field, "\"%s\"".formatted(text.get()));
    }

    /// What a number was sent as, a text or a number.
    Optional<String> numeral(String field) {
        JsonNode value = fields.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString() && !value.isNumber()) {
            throw notANumber(field, value.toString());
        }
        return filled(field, value.asString().strip());
    }

    private static AppException notANumber(String field, String found) {
        String instead = found.length() > LONGEST_SHOWN ? "" : ", not " + found;
        return AppException.invalid(field, "%s must be a number%s.".formatted(field, instead));
    }

    /// A member that is an object; one that came as the text of one is read.
    Optional<JsonNode> object(String field) {
        JsonNode value = fields.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        JsonNode object = value.isString() ? JsonTexts.parse(field, value.asString()) : value;
        if (!object.isObject()) {
            throw AppException.invalid(field, "%s must be an object.".formatted(field));
        }
        return Optional.of(object);
    }

    /// A name as lists have it: lower case, with underscores.
    static String name(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
    }

    static String shown(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
