package parley.llm.langchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.settings.SettingValues;

class OpenAiSettingsTest {
    private static OpenAiSettings settings(Map<String, String> texts) {
        return OpenAiSettings.from(new SettingValues(texts));
    }

    @Test
    void nothingGivenIsNotConfigured() {
        OpenAiSettings settings = OpenAiSettings.from(SettingValues.DEFAULTS);

        assertThat(settings.configured()).isFalse();
        assertThat(settings.baseUrl()).isEqualTo(URI.create("https://api.openai.com/v1"));
        assertThat(settings(Map.of("openai.base.url", " ")).configured()).isFalse();
    }

    @Test
    void aKeyOrAnAddressIsEnough() {
        assertThat(settings(Map.of("openai.api.key", "sk-1")).configured()).isTrue();
        assertThat(settings(Map.of("openai.base.url", "http://localhost:11434/v1/")))
                .isEqualTo(
                        new OpenAiSettings(true, "", URI.create("http://localhost:11434/v1"), ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://host/v1",
                "localhost:11434",
                "https://",
                "https://me:secret@host/v1",
                "https://host/v1?key=1",
                "https://host/v1#x",
                "http://a b/v1",
                "/v1"
            })
    void anAddressThatCannotBeMeantIsRefused(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(Map.of("openai.base.url", address)))
                .withMessageContaining("an http or https address");
    }

    @Test
    void aKeyCannotForgeAHeader() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(Map.of("openai.api.key", "sk-1\r\nX-Evil: 1")));
    }

    @Test
    void theKeyIsNeverPrinted() {
        assertThat(settings(Map.of("openai.api.key", "sk-canary")).toString())
                .doesNotContain("sk-canary");
        assertThat(Preset.named("openai").apiKey().secret()).isTrue();
        assertThat(Preset.named("openai").apiKey().environmentName()).isEqualTo("OPENAI_API_KEY");
        assertThat(Preset.named("openai").baseUrl().environmentName()).isEqualTo("OPENAI_BASE_URL");
    }
}
