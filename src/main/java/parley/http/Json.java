package parley.http;

import java.time.Instant;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;

/// Writes and reads JSON, in one way for all contracts: the components of a record in their order,
/// nulls included.
public final class Json {
    static final int DEEPEST_NESTING = 100;
    private static final int LONGEST_NUMBER = 400;

    /// The one mapper; making one costs far more than using it.
    static final JsonMapper MAPPER = newMapper();

    private Json() {}

    /// @throws IllegalArgumentException if the value holds an `Instant`: each contract writes times
    ///   in its own form, as text
    public static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /// As [#bytes], as text.
    public static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /// An empty object, to be filled.
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /// Reads an object under the rules for request bodies.
    ///
    /// @throws parley.error.AppException (400) if the text is anything else
    public static JsonNode readObject(String text) {
        return JsonBody.read(text);
    }

    /// Loads what reading and writing need, so that the first request does not have to wait for it.
    static void warmUp() {
        bytes(readObject("{\"a\": [1, \"b\"]}"));
    }

    private static JsonMapper newMapper() {
        StreamReadConstraints limits =
                StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST_NESTING)
                        .maxNumberLength(LONGEST_NUMBER)
                        .build();
        return JsonMapper.builder(JsonFactory.builder().streamReadConstraints(limits).build())
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                // The reader of bodies looks for trailing text itself, to say so in plain words.
                .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .addModule(new SimpleModule().addSerializer(new RefusedInstant()))
                .build();
    }

    private static final class RefusedInstant extends StdSerializer<Instant> {
        RefusedInstant() {
            super(Instant.class);
        }

        @Override
        public void serialize(
                Instant value, JsonGenerator generator, SerializationContext context) {
            throw new IllegalArgumentException(
                    "An Instant must be written as text by its contract");
        }
    }
}
