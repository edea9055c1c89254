package parley.image.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.image.ImageEngineException;
import parley.image.ImageFeature;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Workflows in the form of ComfyUI's API ("Export (API)"), with names in double braces where
/// values go. One of the user's goes before one of ours.
final class ComfyUiWorkflows {
    private static final Map<ImageFeature, String> OWN =
            Map.of(
                    ImageFeature.IMAGE_GENERATION, "generate",
                    ImageFeature.UPSCALE, "upscale",
                    ImageFeature.RELIGHT, "change",
                    ImageFeature.STYLE_TRANSFER, "change",
                    ImageFeature.REIMAGINE, "change",
                    ImageFeature.IMAGE_EXPAND, "expand");
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");
    private static final String ENDING = ".api.json";

    private final Path folder;

    ComfyUiWorkflows(Path folder) {
        this.folder = folder;
    }

    boolean has(ImageFeature feature) {
        return OWN.containsKey(feature) || usersOwn(feature).isPresent();
    }

    private Optional<Path> usersOwn(ImageFeature feature) {
        return Stream.of(feature.pathName(), feature.intent())
                .map(name -> folder.resolve(name + ENDING))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /// @throws ImageEngineException if the user's cannot be read
    ObjectNode load(ImageFeature feature) {
        Optional<Path> file = usersOwn(feature);
        try (InputStream in = file.isPresent() ? Files.newInputStream(file.get()) : own(feature)) {
            if (JsonMapper.shared().readTree(in) instanceof ObjectNode workflow
                    && !workflow.has("nodes")) {
                return workflow;
            }
        } catch (IOException | JacksonException e) {
            throw unreadable(feature, e);
        }
        throw unreadable(feature, null);
    }

    private static ImageEngineException unreadable(
            ImageFeature feature, @Nullable Throwable cause) {
        return new ImageEngineException(
                ImageEngineException.Kind.MISCONFIGURED,
                ("The workflow models/comfyui/%s%s is not in the form of ComfyUI's API;"
                                + " save it with \"Export (API)\".")
                        .formatted(feature.pathName(), ENDING),
                null,
                cause);
    }

    private static InputStream own(ImageFeature feature) {
        @Nullable InputStream in =
                ComfyUiWorkflows.class.getResourceAsStream("comfyui/" + OWN.get(feature) + ENDING);
        if (in == null) {
            throw new UncheckedIOException(new IOException("A workflow is missing."));
        }
        return in;
    }

    static boolean mentions(JsonNode workflow, String name) {
        return workflow.toString().contains("{{" + name + "}}");
    }

    /// A copy with values in their places. A text that is only a name becomes the value itself, a
    /// number where it is one.
    static ObjectNode filled(ObjectNode workflow, Map<String, Object> values) {
        return (ObjectNode) filled((JsonNode) workflow, values);
    }

    private static JsonNode filled(JsonNode node, Map<String, Object> values) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = Made.json();
            for (Entry<String, JsonNode> member : object.properties()) {
                copy.set(member.getKey(), filled(member.getValue(), values));
            }
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JsonMapper.shared().createArrayNode();
            array.forEach(item -> copy.add(filled(item, values)));
            return copy;
        }
        return node.isString() ? value(node.asString(""), values) : node;
    }

    private static JsonNode value(String text, Map<String, Object> values) {
        Matcher place = PLACE.matcher(text);
        if (place.matches() && values.containsKey(place.group(1))) {
            return JsonMapper.shared().valueToTree(values.get(place.group(1)));
        }
        String filled =
                place.replaceAll(found ->
                        Matcher.quoteReplacement(
                                String.valueOf(
                                        values.getOrDefault(found.group(1), found.group()))));
        return JsonMapper.shared().getNodeFactory().stringNode(filled);
    }
}
