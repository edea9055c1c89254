package parley.llm.langchain;

/// In what a server's form of OpenAI's API differs from OpenAI's own.
///
/// @param streamOptions whether it knows `stream_options`, without which OpenAI counts no tokens of
///   a stream; servers that refuse unknown fields send the counts anyway
/// @param seedField what it calls the seed
/// @param ownLimitField whether reasoning models take `max_completion_tokens` in place of
///   `max_tokens`
record Quirks(boolean streamOptions, String seedField, boolean ownLimitField) {
    static final Quirks OPENAI = new Quirks(true, "seed", true);
}
