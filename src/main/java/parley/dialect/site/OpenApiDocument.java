package parley.dialect.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The description of all routes in OpenAPI 3.1, put together from one resource for each dialect:
/// `openapi/<name>.json` with `tags`, `paths` and `components.schemas`.
final class OpenApiDocument {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private OpenApiDocument() {}

    /// @param names the dialects, in the order in which readers should meet them
    static byte[] of(List<String> names, String version) {
        ObjectNode document = read("base");
        document.withObject("/info").put("version", version);
        for (String name : names) {
            ObjectNode part = read(name);
            part.path("tags").forEach(document.withArray("/tags")::add);
            merge(document.withObject("/paths"), part.path("paths"));
            merge(
                    document.withObject("/components/schemas"),
                    part.path("components").path("schemas"));
        }
        return JSON.writeValueAsBytes(document);
    }

    private static void merge(ObjectNode target, JsonNode source) {
        source.properties()
                .forEach(entry -> {
                    if (target.has(entry.getKey())) {
                        throw new IllegalStateException("Two dialects describe " + entry.getKey());
                    }
                    target.set(entry.getKey(), entry.getValue());
                });
    }

    private static ObjectNode read(String name) {
        String resource = "/openapi/" + name + ".json";
        try (InputStream stream = OpenApiDocument.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("There is no resource " + resource);
            }
            return (ObjectNode) JSON.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
