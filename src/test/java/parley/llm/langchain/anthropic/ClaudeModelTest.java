package parley.llm.langchain.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.llm.Capability;

class ClaudeModelTest {
    @ParameterizedTest
    @CsvSource({
        "claude-2.1,201",
        "claude-instant-1.2,102",
        "claude-3-opus-20240229,300",
        "claude-3-5-sonnet-latest,305",
        "claude-3-7-sonnet-20250219,307",
        "claude-sonnet-4-20250514,400",
        "claude-opus-4-1-20250805,401",
        "claude-haiku-4-5,405",
        "anthropic/claude-sonnet-4.5,405",
        "claude-opus-5,500",
        "claude-opus-5-5,505",
        "claude-mythos-preview,0",
        "glm-4.6,0"
    })
    void theNameTellsTheGeneration(String name, int generation) {
        assertThat(ClaudeModel.of(name).generation()).isEqualTo(generation);
    }

    @ParameterizedTest
    @CsvSource({
        "claude-3-5-haiku-latest,NONE",
        "claude-3-7-sonnet-latest,BUDGET",
        "claude-opus-4-5,BUDGET",
        "claude-sonnet-4-6,ADAPTIVE",
        "claude-mythos-preview,ADAPTIVE",
        "glm-4.6,BUDGET"
    })
    void theGenerationTellsHowItThinks(String name, ClaudeModel.Thinking thinking) {
        assertThat(ClaudeModel.of(name).thinking()).isEqualTo(thinking);
    }

    @Test
    void ofAModelThatIsNotKnownNothingIsClaimed() {
        assertThat(ClaudeModel.of("glm-4.6").info().capabilities()).isEmpty();
        assertThat(ClaudeModel.of("glm-4.6").info().outputTokens()).isEmpty();
    }

    @Test
    void ofAModelThatIsKnownItsGiftsAre() {
        assertThat(ClaudeModel.of("claude-3-5-sonnet-latest").info().capabilities())
                .containsExactlyInAnyOrder(
                        Capability.TOOLS, Capability.JSON_SCHEMA, Capability.VISION);
        assertThat(ClaudeModel.of("claude-sonnet-4-5").info().capabilities())
                .contains(Capability.REASONING);
    }
}
