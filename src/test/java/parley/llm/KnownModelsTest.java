package parley.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class KnownModelsTest {
    private static Optional<Price> price(String provider, String model) {
        return KnownModels.complete(provider, new ModelInfo(model, 8192)).price();
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-4o, 128000",
        "openai/gpt-4o-2024-08-06, 128000",
        "gpt-4, 8192",
        "gpt-4-0613, 8192",
        "GPT-4.1-mini, 1047576",
        "gpt-5.4-turbo, 400000",
        "anthropic/claude-sonnet-4-5-20250929, 200000",
        "claude-opus-9, 200000",
        "meta-llama/llama-3.1-70b, 131072",
        "llama3.2:1b, 131072",
        "mistralai/mistral-large-latest, 131072",
        "something-else, 8192"
    })
    void aModelsContextIsKnownByItsFamily(String model, int contextTokens) {
        assertThat(KnownModels.describe(model).contextTokens()).isEqualTo(contextTokens);
    }

    @ParameterizedTest
    @CsvSource({
        "openai, gpt-4o, 2.50",
        "openai, gpt-4o-2024-05-13, 5.00",
        "openai, gpt-4o-2024-08-06, 2.50",
        "openai, gpt-4-0613, 30.00",
        "anthropic, claude-sonnet-4-5-20250929, 3.00",
        "anthropic, claude-3-5-haiku-latest, 0.80",
        "groq, llama-3.3-70b-versatile, 0.59"
    })
    void aPriceIsThatOfTheModelAtItsProvider(String provider, String model, String input) {
        assertThat(price(provider, model).orElseThrow().input()).isEqualByComparingTo(input);
    }

    @ParameterizedTest
    @CsvSource({
        "openai, gpt-5.4",
        "openai, gpt-4o-audio-preview",
        "openai, o1-pro",
        "openai, llama-3.3-70b-versatile",
        "openrouter, openai/gpt-4o",
        "anthropic, claude-opus-4-6",
        "huggingface, meta-llama/Llama-2-7b-chat-hf"
    })
    void aPriceThatIsNotKnownStaysUnknown(String provider, String model) {
        assertThat(price(provider, model)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "builtin, parley",
        "ollama, gpt-oss:20b",
        "local, tiny.gguf",
        "llamacpp, qwen3",
        "vllm, openai/gpt-oss-20b",
        "lmstudio, qwen3"
    })
    void whatRunsAtHomeIsFree(String provider, String model) {
        assertThat(price(provider, model)).contains(Price.FREE);
    }

    @Test
    void whatTheProviderSaysWins() {
        Price own = Price.FREE;
        ModelInfo said =
                new ModelInfo(
                        "gpt-4o",
                        1000,
                        java.util.OptionalInt.of(10),
                        Set.of(Capability.TOOLS),
                        Optional.of(own));

        assertThat(KnownModels.complete("openai", said)).isEqualTo(said);
    }

    @Test
    void everyFamilyOfTheTableCanBeReached() throws IOException {
        List<String> before = new ArrayList<>();
        try (InputStream file =
                KnownModels.class.getResourceAsStream("/models/known-models.json")) {
            for (JsonNode family : JsonMapper.shared().readTree(file).path("families")) {
                String prefix = family.path("prefix").asString();
                assertThat(before).as("rows before %s", prefix).noneMatch(prefix::startsWith);
                assertThat(KnownModels.describe(prefix).contextTokens())
                        .isEqualTo(family.path("context").asInt());
                before.add(prefix);
            }
        }
        assertThat(before).hasSizeGreaterThan(80);
    }
}
