package parley.dialect.xmr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.conversation.MemoryPolicy;
import parley.settings.Setting;
import parley.settings.SettingValues;

final class XmrMemorySettingsTest {
    @Test
    void theDocumentedNamesAndDefaultsHold() {
        assertThat(XmrMemorySettings.from(SettingValues.DEFAULTS))
                .isEqualTo(new XmrMemorySettings(5, true, true));
        assertThat(XmrMemorySettings.ALL)
                .extracting(Setting::environmentName)
                .containsExactly(
                        "MAX_CONVERSATION_MESSAGES",
                        "CONVERSATION_MEMORY_ENABLED",
                        "INCLUDE_SYSTEM_MESSAGES");
    }

    @Test
    void withoutMemoryNoExchangeIsRemembered() {
        XmrMemorySettings settings =
                XmrMemorySettings.from(
                        new SettingValues(
                                Map.of(
                                        "max.conversation.messages", "3",
                                        "conversation.memory.enabled", "false")));

        assertThat(settings.policy()).isEqualTo(new MemoryPolicy.LastPairs(0, true));
    }
}
