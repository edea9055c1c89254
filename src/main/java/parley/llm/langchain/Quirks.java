package parley.llm.langchain;

/// In what a server's form of OpenAI's API differs from OpenAI's own.
///
/// @param streamOptions whether it knows `stream_options`, without which OpenAI counts no tokens of
///   a stream; servers that refuse unknown fields send the counts anyway
/// @param seedField what it calls the seed
/// @param ownLimitField whether reasoning models take `max_completion_tokens` in place of
///   `max_tokens`
/// @param shortCallIds whether tool calls have ids of nine letters and digits
/// @param signedCalls whether newer models refuse tool calls without a signature
record Quirks(
        boolean streamOptions,
        String seedField,
        boolean ownLimitField,
        boolean shortCallIds,
        boolean signedCalls) {
    static final Quirks OPENAI = new Quirks(true, "seed", true, false, false);
    static final Quirks GEMINI = new Quirks(true, "seed", true, false, true);

    /// Refuses fields it does not know, and counts streams unasked.
    static final Quirks MISTRAL = new Quirks(false, "random_seed", false, true, false);

    /// A server of one's own, which may have Mistral's models.
    static final Quirks LOCAL = new Quirks(true, "seed", false, true, false);
}
