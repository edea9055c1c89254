package parley.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import parley.error.AppException;
import tools.jackson.databind.JsonNode;

/// The members of a request for a picture, as JSON or as the texts of a form.
final class WishFields {
    private static final int LONGEST_TEXT = 4000;

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
        if (!value.isString() && !value.isNumber()) {
            throw AppException.invalid(field, "%s must be a text.".formatted(field));
        }
        String text = value.asString().strip();
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

    Optional<Double> number(String field) {
        JsonNode value = fields.path(field);
        if (value.isNumber()) {
            return Optional.of(value.asDouble());
        }
        Optional<String> text = text(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            double number = Double.parseDouble(text.get());
            if (Double.isFinite(number)) {
                return Optional.of(number);
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw AppException.invalid(
                field, "%s must be a number, not \"%s\".".formatted(field, text.get()));
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

    private static String shown(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
