package parley.llm.langchain;

import java.util.List;
import java.util.Locale;

/// What is publicly known of models by their names. The list of models of OpenAI's API says no more
/// than names.
final class ModelFamilies {
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

    private static final List<String> UNSIGNED = List.of("gemini-1", "gemini-2");

    private ModelFamilies() {}

    static boolean chats(String model) {
        String name = model.toLowerCase(Locale.ROOT);
        return NOT_FOR_CHAT.stream().noneMatch(name::contains);
    }

    /// Whether the limit of an answer is called `max_completion_tokens` and not `max_tokens`.
    static boolean limitsCompletionTokens(String model) {
        return REASONING.stream().anyMatch(familyName(model)::startsWith);
    }

    /// Whether tool calls must be signed, as by Gemini since its third version.
    static boolean wantsSignedCalls(String model) {
        String name = familyName(model);
        return name.startsWith("gemini-") && UNSIGNED.stream().noneMatch(name::startsWith);
    }

    /// Routers put the maker before the name: `openai/gpt-4o`.
    private static String familyName(String model) {
        return model.substring(model.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }
}
