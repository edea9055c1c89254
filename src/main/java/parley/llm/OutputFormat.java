package parley.llm;

/// What form an answer must have.
public sealed interface OutputFormat {
    /// Any text.
    record Text() implements OutputFormat {}

    /// A picture, made by a model that paints.
    record Image() implements OutputFormat {}

    /// A JSON object.
    record JsonObject() implements OutputFormat {}

    /// JSON that keeps to a schema.
    ///
    /// @param name a short name for the schema
    /// @param schema a JSON Schema, as the text of an object
    /// @param strict whether the provider is to force it
    record JsonSchema(String name, String schema, boolean strict) implements OutputFormat {}
}
