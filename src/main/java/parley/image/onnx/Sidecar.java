package parley.image.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import parley.image.ImageEngineException;
import parley.image.ImageEngineException.Kind;
import parley.image.ImageFeature;
import parley.image.onnx.Recipe.Layout;
import parley.image.onnx.Recipe.Order;
import parley.image.onnx.Recipe.Output;
import parley.image.onnx.Recipe.Range;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The JSON file beside a model that says how it is used: `x.json` for `x.onnx`.
final class Sidecar {
    private static final long LARGEST = 100_000;
    private static final int LARGEST_SIDE = 4096;

    private final String name;
    private final JsonNode json;

    private Sidecar(String name, JsonNode json) {
        this.name = name;
        this.json = json;
    }

    /// The recipe of a model: that of the sidecar; where it says nothing, that of the file's name.
    ///
    /// @throws ImageEngineException if the sidecar cannot be understood
    static Optional<Recipe> recipe(Path model) {
        String file = model.getFileName().toString();
        String name = file.substring(0, file.length() - ".onnx".length()) + ".json";
        Path path = model.resolveSibling(name);
        Optional<Recipe> byName = Recipe.ofName(file);
        if (!Files.isRegularFile(path)) {
            return byName;
        }
        try {
            if (Files.size(path) > LARGEST) {
                throw new ImageEngineException(
                        Kind.MISCONFIGURED, "models/onnx/%s is too large.".formatted(name));
            }
            JsonNode json = JsonMapper.shared().readTree(Files.readString(path));
            return Optional.of(new Sidecar(name, json).read(byName));
        } catch (IOException | JacksonException e) {
            throw new ImageEngineException(
                    Kind.MISCONFIGURED,
                    "models/onnx/%s cannot be read as JSON.".formatted(name),
                    null,
                    e);
        }
    }

    private Recipe read(Optional<Recipe> byName) {
        ImageFeature task = task(byName);
        Recipe base =
                byName.filter(recipe -> recipe.task() == task)
                        .orElseGet(() -> Recipe.plain(task, 0));
        boolean saysHow = json.has("range") || json.has("order");
        return new Recipe(
                task,
                choice(range(), base.range()),
                choice(name("layout", Layout.class), base.layout()),
                choice(name("order", Order.class), base.order()),
                three("mean", base.mean()),
                three("std", base.deviation()),
                json.path("sigmoid").asBoolean(base.output() == Output.LOGITS)
                        ? Output.LOGITS
                        : Output.VALUES,
                whole("size", base.side()),
                Math.max(32, whole("tile", base.tile())),
                saysHow || base.isCertain());
    }

    private ImageFeature task(Optional<Recipe> byName) {
        String task = json.path("task").asString("");
        return switch (task) {
            case "" ->
                    byName.map(Recipe::task)
                            .orElseThrow(() -> wrong("task", "upscale, matte or expand"));
            case "upscale" -> ImageFeature.UPSCALE;
            case "matte", "remove-background", "remove_background" ->
                    ImageFeature.REMOVE_BACKGROUND;
            case "expand", "inpaint", "image-expand", "image_expand" -> ImageFeature.IMAGE_EXPAND;
            default -> throw wrong("task", "upscale, matte or expand");
        };
    }

    private Optional<Range> range() {
        String range = json.path("range").asString("");
        return switch (range) {
            case "" -> Optional.empty();
            case "1", "0-1", "one" -> Optional.of(Range.ONE);
            case "255", "0-255", "byte" -> Optional.of(Range.BYTE);
            case "max" -> Optional.of(Range.BRIGHTEST);
            default -> throw wrong("range", "0-1, 0-255 or max");
        };
    }

    private <E extends Enum<E>> Optional<E> name(String member, Class<E> type) {
        String name = json.path(member).asString("").toUpperCase(Locale.ROOT);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Enum.valueOf(type, name));
        } catch (IllegalArgumentException e) {
            throw wrong(member, List.of(type.getEnumConstants()).toString());
        }
    }

    private static <T> T choice(Optional<T> said, T otherwise) {
        return said.orElse(otherwise);
    }

    private List<Double> three(String member, List<Double> otherwise) {
        JsonNode node = json.path(member);
        if (node.isMissingNode()) {
            return otherwise;
        }
        List<Double> values = new ArrayList<>();
        node.forEach(value -> values.add(value.asDouble(Double.NaN)));
        boolean isWrong =
                values.size() != 3
                        || values.stream().anyMatch(value -> !Double.isFinite(value))
                        || (member.equals("std") && values.contains(0.0));
        if (isWrong) {
            throw wrong(member, "three numbers");
        }
        return values;
    }

    private int whole(String member, int otherwise) {
        int value = json.path(member).asInt(otherwise);
        if (value < 0 || value > LARGEST_SIDE) {
            throw wrong(member, "a whole number from 0 to " + LARGEST_SIDE);
        }
        return value;
    }

    private ImageEngineException wrong(String member, String what) {
        return new ImageEngineException(
                Kind.MISCONFIGURED,
                "%s in models/onnx/%s must be %s.".formatted(member, name, what));
    }
}
