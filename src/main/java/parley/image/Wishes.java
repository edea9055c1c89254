package parley.image;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import parley.error.AppException;
import parley.image.ImageWish.Background;
import parley.image.ImageWish.Choices;
import parley.image.ImageWish.FileForm;
import parley.image.ImageWish.Imagination;
import parley.image.ImageWish.Sides;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Wishes as JSON, with the names that requests use. What is written can be read again.
public final class Wishes {
    private static final Pattern FACTOR = Pattern.compile("(?i)\\s*x?\\s*(\\d+)\\s*x?\\s*");
    private static final Pattern HEX = Pattern.compile("#?(?:([0-9a-fA-F]{6})|([0-9a-fA-F]{3}))");
    private static final Map<String, Integer> COLOURS =
            Map.ofEntries(
                    Map.entry("white", 0xffffff),
                    Map.entry("black", 0x000000),
                    Map.entry("gray", 0x808080),
                    Map.entry("grey", 0x808080),
                    Map.entry("red", 0xd32f2f),
                    Map.entry("green", 0x388e3c),
                    Map.entry("blue", 0x1976d2),
                    Map.entry("yellow", 0xfbc02d),
                    Map.entry("orange", 0xf57c00),
                    Map.entry("purple", 0x7b1fa2),
                    Map.entry("pink", 0xf48fb1),
                    Map.entry("brown", 0x6d4c41),
                    Map.entry("beige", 0xf5f5dc),
                    Map.entry("teal", 0x00796b),
                    Map.entry("navy", 0x1a237e));
    private static final int MOST_PICTURES = 4;

    private Wishes() {}

    /// A wish that was read, and what was put right in it, in sentences.
    public record Read(ImageWish wish, List<String> warnings) {
        public Read {
            warnings = List.copyOf(warnings);
        }

        Read with(ImageWish other) {
            return new Read(other, warnings);
        }

        Read warned(String sentence) {
            return new Read(wish, Stream.concat(warnings.stream(), Stream.of(sentence)).toList());
        }
    }

    /// Reads a wish from the members of a request; members it does not know stay unread.
    ///
    /// @param roles the pictures that come with it
    /// @throws AppException (400) naming the member that is wrong or missing
    public static Read read(ImageFeature feature, JsonNode request, Set<InputRole> roles) {
        WishFields fields = new WishFields(request);
        if (feature.needsPicture() && !roles.contains(InputRole.IMAGE)) {
            throw AppException.invalid(
                    "image",
                    "image must be given: a file, a data: URI, Base64,"
                            + " an address, or the id of a picture in the gallery.");
        }
        ImageWish wish =
                switch (feature) {
                    case IMAGE_GENERATION -> generate(fields);
                    case UPSCALE -> upscale(fields);
                    case REMOVE_BACKGROUND -> removeBackground(fields, roles);
                    case RELIGHT -> relight(fields, roles);
                    case STYLE_TRANSFER -> styleTransfer(fields, roles);
                    case REIMAGINE -> reimagine(fields);
                    case IMAGE_EXPAND -> expand(fields);
                };
        return new Read(wish, fields.warnings());
    }

    private static ImageWish generate(WishFields fields) {
        return new ImageWish.Generate(
                fields.requiredText("prompt"),
                fields.text("negative_prompt"),
                fields.text("style").map(WishFields::name),
                Shape.parse("aspect_ratio", fields.text("aspect_ratio").orElse("square_1_1")),
                Resolution.parse("resolution", fields.text("resolution").orElse("1k")),
                fields.whole("num_images", 1, MOST_PICTURES, 1));
    }

    private static ImageWish upscale(WishFields fields) {
        return new ImageWish.Upscale(
                factor(fields.numeral("scale_factor").orElse("2")),
                fields.clamped("creativity", 0, 100, 0),
                fields.clamped("sharpen", 0, 100, 0),
                fields.choice("optimized_for", Choices.OPTIMIZED_FOR, "standard"));
    }

    private static int factor(String text) {
        Matcher matcher = FACTOR.matcher(text.endsWith(".0") ? text.replace(".0", "") : text);
        if (matcher.matches() && List.of("2", "4", "8", "16").contains(matcher.group(1))) {
            return Integer.parseInt(matcher.group(1));
        }
        throw AppException.invalid(
                "scale_factor", "scale_factor must be 2, 4, 8 or 16, not \"%s\".".formatted(text));
    }

    private static ImageWish removeBackground(WishFields fields, Set<InputRole> roles) {
        String text = fields.text("background").orElse("transparent");
        FileForm output =
                switch (fields.text("output").orElse("png").toLowerCase(Locale.ROOT)) {
                    case "png" -> FileForm.PNG;
                    case "webp" -> FileForm.WEBP;
                    case String other ->
                            throw AppException.invalid(
                                    "output",
                                    "output must be \"png\" or \"webp\", not \"%s\"."
                                            .formatted(other));
                };
        return new ImageWish.RemoveBackground(background(text, roles), output);
    }

    private static Background background(String text, Set<InputRole> roles) {
        String name = WishFields.name(text);
        return switch (name) {
            case "transparent", "none" ->
                    roles.contains(InputRole.BACKGROUND)
                            ? new Background.Other()
                            : new Background.Transparent();
            case "blur", "blurred" -> new Background.Blurred();
            case "image" -> {
                if (!roles.contains(InputRole.BACKGROUND)) {
                    throw AppException.invalid(
                            "background_image",
                            "background_image must be given where background is \"image\".");
                }
                yield new Background.Other();
            }
            default -> new Background.Colour(colour("background", text));
        };
    }

    /// A colour by its name or as `#rrggbb`.
    ///
    /// @throws AppException (400) if it is neither
    public static int colour(String field, String text) {
        Integer named = COLOURS.get(text.strip().toLowerCase(Locale.ROOT));
        if (named != null) {
            return named;
        }
        Matcher hex = HEX.matcher(text.strip());
        if (!hex.matches()) {
            throw AppException.invalid(
                    field,
                    ("%s must be \"transparent\", \"blur\", \"image\", a colour's name or #rrggbb,"
                                    + " not \"%s\".")
                            .formatted(field, text));
        }
        String digits =
                hex.group(1) != null ? hex.group(1) : hex.group(2).replaceAll("(.)", "$1$1");
        return Integer.parseInt(digits, 16);
    }

    private static ImageWish relight(WishFields fields, Set<InputRole> roles) {
        Optional<String> prompt = fields.text("prompt");
        Optional<JsonNode> light = fields.object("light");
        boolean byPicture =
                roles.contains(InputRole.REFERENCE) || roles.contains(InputRole.LIGHTMAP);
        if (prompt.isEmpty() && light.isEmpty() && !byPicture && fields.text("style").isEmpty()) {
            throw AppException.invalid(
                    "prompt",
                    "One of prompt, style, light, reference_image or lightmap must say how the light"
                            + " is to be.");
        }
        return new ImageWish.Relight(
                prompt,
                fields.choice("style", Choices.LIGHT_STYLES, "standard"),
                fields.clamped(
                        fields.number("strength").isPresent()
                                ? "strength"
                                : "light_transfer_strength",
                        0,
                        100,
                        100),
                light.map(given -> rig(given, fields)));
    }

    /// @param wish hears what was put right
    private static LightRig rig(JsonNode light, WishFields wish) {
        WishFields fields = new WishFields(light);
        LightRig rig =
                new LightRig(
                        azimuth(fields),
                        fields.nearest("elevation", -90, 90, 40),
                        fields.nearest("kelvin", 1000, 20_000, 5500),
                        fields.nearest("intensity", 0, 3, 1),
                        fields.nearest("softness", 0, 1, 0.5));
        fields.warnings().forEach(warning -> wish.warn("light: " + warning));
        return rig;
    }

    /// One of a turn and more is turned back, and that is told.
    private static double azimuth(WishFields fields) {
        double given = fields.number("azimuth").orElse(135.0);
        double turned = given % 360;
        if (Math.abs(given) > 360) {
            fields.warn(
                    "azimuth %s was taken as %s."
                            .formatted(
                                    WishFields.shown(given),
                                    WishFields.shown((turned + 360) % 360)));
        }
        return turned;
    }

    private static ImageWish styleTransfer(WishFields fields, Set<InputRole> roles) {
        Optional<String> painted =
                fields.text("engine_style").map(text -> paintedStyle(WishFields.name(text)));
        if (painted.isEmpty() && !roles.contains(InputRole.REFERENCE)) {
            throw AppException.invalid(
                    "reference_image",
                    "reference_image must be given, or engine_style must name a way of painting: %s."
                            .formatted(String.join(", ", Choices.PAINTED_STYLES)));
        }
        return new ImageWish.StyleTransfer(
                fields.clamped("style_strength", 0, 100, 100),
                fields.clamped("structure_strength", 0, 100, 50),
                fields.choice("flavor", Choices.FLAVORS, "faithful"),
                painted,
                fields.text("prompt"));
    }

    private static String paintedStyle(String name) {
        String known =
                switch (name) {
                    case "watercolor" -> "watercolour";
                    case "oil_painting" -> "oil";
                    case "sketch", "pencil_sketch" -> "pencil";
                    case "lowpoly" -> "low_poly";
                    case "pixel" -> "pixel_art";
                    default -> name;
                };
        if (!Choices.PAINTED_STYLES.contains(known)) {
            throw AppException.invalid(
                    "engine_style",
                    "engine_style must be one of %s, not \"%s\"."
                            .formatted(String.join(", ", Choices.PAINTED_STYLES), name));
        }
        return known;
    }

    private static ImageWish reimagine(WishFields fields) {
        String imagination =
                fields.choice("imagination", List.of("subtle", "vivid", "wild"), "vivid");
        return new ImageWish.Reimagine(
                fields.text("prompt"),
                Imagination.valueOf(imagination.toUpperCase(Locale.ROOT)),
                fields.text("aspect_ratio")
                        .filter(text -> !text.equalsIgnoreCase("original"))
                        .map(text -> Shape.parse("aspect_ratio", text)),
                fields.whole("num_images", 1, MOST_PICTURES, 1));
    }

    private static ImageWish expand(WishFields fields) {
        Sides sides =
                new Sides(
                        fields.whole("left", 0, Sides.MOST, 0),
                        fields.whole("right", 0, Sides.MOST, 0),
                        fields.whole("top", 0, Sides.MOST, 0),
                        fields.whole("bottom", 0, Sides.MOST, 0));
        Optional<Shape> shape =
                fields.text("aspect_ratio").map(text -> Shape.parse("aspect_ratio", text));
        if (sides.isNone() && shape.isEmpty()) {
            throw AppException.invalid(
                    "left",
                    "One of left, right, top and bottom must be more than 0, or aspect_ratio must be"
                            + " given.");
        }
        return new ImageWish.Expand(sides, shape, fields.text("prompt"));
    }

    /// A wish with the names that [#read] reads.
    public static ObjectNode write(ImageWish wish) {
        return WishJson.write(wish);
    }

    static ObjectNode object() {
        return JsonMapper.shared().createObjectNode();
    }
}
