package parley.llm.langchain;

import java.util.List;
import java.util.Locale;
import parley.llm.ModelInfo;

/// What is publicly known of models by their names. The list of models of OpenAI's API says no more
/// than names.
final class ModelFamilies {
    private record Family(String prefix, int contextTokens) {}

    /// The first that fits counts. Figures: the makers' model pages.
    private static final List<Family> FAMILIES =
            List.of(
                    new Family("gpt-5", 400_000),
                    new Family("gpt-4.1", 1_047_576),
                    new Family("gpt-4.5", 128_000),
                    new Family("gpt-4o", 128_000),
                    new Family("chatgpt-4o", 128_000),
                    new Family("gpt-4-turbo", 128_000),
                    new Family("gpt-4-1106", 128_000),
                    new Family("gpt-4-0125", 128_000),
                    new Family("gpt-4-32k", 32_768),
                    new Family("gpt-4", 8_192),
                    new Family("gpt-3.5-turbo-instruct", 4_096),
                    new Family("gpt-3.5-turbo", 16_385),
                    new Family("o1-mini", 128_000),
                    new Family("o1", 200_000),
                    new Family("o3", 200_000),
                    new Family("o4", 200_000),
                    new Family("gpt-oss", 131_072),
                    new Family("claude-", 200_000),
                    new Family("gemini-", 1_048_576),
                    new Family("deepseek-", 65_536),
                    new Family("mistral-", 32_768),
                    new Family("mixtral-", 32_768),
                    new Family("llama-3.1", 131_072),
                    new Family("llama-3.2", 131_072),
                    new Family("llama-3.3", 131_072),
                    new Family("qwen", 32_768));

    /// Models that are listed beside those that chat.
    private static final List<String> NOT_FOR_CHAT =
            List.of(
                    "embedding",
                    "whisper",
                    "tts-",
                    "dall-e",
                    "moderation",
                    "gpt-image",
                    "-image-",
                    "transcribe",
                    "-realtime",
                    "-audio",
                    "sora-",
                    "babbage-002",
                    "davinci-002");

    /// OpenAI's models that reason know only the newer name of the limit.
    private static final List<String> REASONING = List.of("gpt-5", "o1", "o3", "o4");

    private ModelFamilies() {}

    static ModelInfo describe(String model) {
        String name = familyName(model);
        return FAMILIES.stream()
                .filter(family -> name.startsWith(family.prefix()))
                .findFirst()
                .map(family -> new ModelInfo(model, family.contextTokens()))
                .orElseGet(() -> new ModelInfo(model, ModelInfo.CAUTIOUS_CONTEXT_TOKENS));
    }

    static boolean chats(String model) {
        String name = model.toLowerCase(Locale.ROOT);
        return NOT_FOR_CHAT.stream().noneMatch(name::contains);
    }

    /// Whether the limit of an answer is called `max_completion_tokens` and not `max_tokens`.
    static boolean limitsCompletionTokens(String model) {
        return REASONING.stream().anyMatch(familyName(model)::startsWith);
    }

    /// Routers put the maker before the name: `openai/gpt-4o`.
    private static String familyName(String model) {
        return model.substring(model.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }
}
