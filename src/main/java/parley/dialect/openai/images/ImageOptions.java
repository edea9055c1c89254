package parley.dialect.openai.images;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.error.AppException;
import parley.http.RequestFields;
import parley.image.ImageWish.FileForm;
import parley.image.pixel.Size;

/// How the pictures of a request are to be.
///
/// @param count how many: 1 to 10
/// @param size empty for what suits
/// @param form the form of the files
/// @param quality as the request has it: it is told again, and changes nothing
/// @param asUrl whether addresses are answered instead of the files themselves
/// @param transparent whether there is to be no background
/// @param endUser OpenAI's `user`
record ImageOptions(
        Optional<String> model,
        int count,
        Optional<Size> size,
        FileForm form,
        String quality,
        boolean asUrl,
        boolean transparent,
        Optional<String> endUser,
        OptionalLong seed,
        boolean streamed) {
    private static final int MOST_PICTURES = 10;
    private static final int SHORTEST_SIDE = 64;
    private static final int LONGEST_SIDE = 4096;
    private static final int NARROWEST = 4;
    private static final int LONGEST_USER = 200;
    private static final int MOST_PARTIAL = 3;
    private static final List<String> QUALITIES =
            List.of("auto", "low", "medium", "high", "standard", "hd");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})x(\\d{1,5})");

    /// @throws AppException (400) naming what is wrong
    static ImageOptions read(RequestFields fields) {
        boolean asUrl = asUrl(fields.optionalText("response_format").orElse("b64_json"));
        boolean streamed = fields.optionalBoolean("stream").orElse(false);
        if (asUrl && streamed) {
            throw AppException.invalid(
                    "response_format",
                    "Pictures are streamed as files: response_format cannot be \"url\".");
        }
        FileForm form = form(fields.optionalText("output_format").orElse("png"));
        boolean transparent = transparent(fields.optionalText("background").orElse("auto"));
        if (transparent && form == FileForm.JPEG) {
            throw AppException.invalid(
                    "background",
                    "A JPEG cannot be transparent: output_format must be \"png\" or \"webp\".");
        }
        checkUnused(fields);
        return new ImageOptions(
                fields.optionalText("model").map(String::strip).filter(name -> !name.isEmpty()),
                fields.optionalInt("n", 1, MOST_PICTURES).orElse(1),
                fields.optionalText("size").flatMap(ImageOptions::size),
                form,
                choice(fields, "quality", QUALITIES).orElse("auto"),
                asUrl,
                transparent,
                fields.optionalText("user").filter(ImageOptions::isLabel),
                fields.optionalLong("seed", 0, (1L << 53) - 1),
                streamed);
    }

    /// What makes no difference here must be right all the same: elsewhere it would be refused.
    private static void checkUnused(RequestFields fields) {
        fields.optionalInt("output_compression", 0, 100);
        fields.optionalInt("partial_images", 0, MOST_PARTIAL);
        choice(fields, "moderation", List.of("auto", "low"));
        choice(fields, "input_fidelity", List.of("low", "high"));
        choice(fields, "style", List.of("vivid", "natural"));
    }

    private static Optional<String> choice(
            RequestFields fields, String name, List<String> choices) {
        Optional<String> given = fields.optionalText(name);
        if (given.filter(text -> !choices.contains(text)).isPresent()) {
            throw fields.wrong(name, "one of " + String.join(", ", choices));
        }
        return given;
    }

    private static Optional<Size> size(String text) {
        if (text.equals("auto") || text.isBlank()) {
            return Optional.empty();
        }
        Matcher sides = SIZE.matcher(text.strip());
        if (sides.matches()) {
            int width = Integer.parseInt(sides.group(1));
            int height = Integer.parseInt(sides.group(2));
            boolean fits =
                    Math.min(width, height) >= SHORTEST_SIDE
                            && Math.max(width, height) <= LONGEST_SIDE
                            && width <= NARROWEST * height
                            && height <= NARROWEST * width;
            if (fits) {
                return Optional.of(new Size(width, height));
            }
        }
        throw AppException.invalid(
                "size",
                ("size must be \"auto\" or WIDTHxHEIGHT such as \"1024x1024\", each side %d to %d"
                                + " pixels and none more than %d times the other, not \"%s\".")
                        .formatted(SHORTEST_SIDE, LONGEST_SIDE, NARROWEST, text));
    }

    private static FileForm form(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "png" -> FileForm.PNG;
            case "jpeg", "jpg" -> FileForm.JPEG;
            case "webp" -> FileForm.WEBP;
            default ->
                    throw AppException.invalid(
                            "output_format",
                            "output_format must be \"png\", \"jpeg\" or \"webp\", not \"%s\"."
                                    .formatted(text));
        };
    }

    private static boolean asUrl(String text) {
        return switch (text) {
            case "b64_json" -> false;
            case "url" -> true;
            default ->
                    throw AppException.invalid(
                            "response_format",
                            "response_format must be \"b64_json\" or \"url\", not \"%s\"."
                                    .formatted(text));
        };
    }

    private static boolean transparent(String text) {
        return switch (text) {
            case "transparent" -> true;
            case "opaque", "auto" -> false;
            default ->
                    throw AppException.invalid(
                            "background",
                            "background must be \"transparent\", \"opaque\" or \"auto\", not \"%s\"."
                                    .formatted(text));
        };
    }

    private static boolean isLabel(String user) {
        return !user.isBlank()
                && user.length() <= LONGEST_USER
                && user.codePoints().noneMatch(Character::isISOControl);
    }

    /// As `output_format` has it.
    String formName() {
        return form.name().toLowerCase(Locale.ROOT);
    }
}
