package parley.llm;

import java.util.Locale;

/// What a model can do beside answering in text.
public enum Capability {
    /// Reads pictures.
    VISION,
    /// Asks for tools.
    TOOLS,
    /// Answers in JSON that keeps to a schema.
    JSON_SCHEMA,
    /// Thinks before it answers, and shows or signs what it thought.
    REASONING,
    /// Turns texts into vectors, and answers nothing.
    EMBEDDING,
    /// Makes pictures, and answers nothing in text.
    IMAGE_OUTPUT;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
