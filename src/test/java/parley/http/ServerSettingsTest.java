package parley.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.settings.Setting;
import parley.settings.SettingValues;

final class ServerSettingsTest {
    private static ServerSettings with(String name, String value) {
        return ServerSettings.from(new SettingValues(Map.of(name, value)));
    }

    @Test
    void theDefaultsAreThoseOfTheDocuments() {
        ServerSettings settings = ServerSettings.from(SettingValues.DEFAULTS);

        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.ports()).containsExactly(8000, 7001, 9999);
        assertThat(settings.names()).isEmpty();
        assertThat(settings.shutdown()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.access().required()).isFalse();
        assertThat(settings.access().allowedOrigins()).isEmpty();
        assertThat(settings.limits())
                .isEqualTo(
                        new ServerLimits(
                                1 << 20,
                                32 << 20,
                                51 << 20,
                                1 << 30,
                                20_000,
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(75),
                                Duration.ofSeconds(30),
                                Duration.ofSeconds(300),
                                Duration.ofSeconds(60)));
    }

    @Test
    void everySettingHasItsOwnName() {
        assertThat(ServerSettings.ALL)
                .extracting(Setting::name)
                .doesNotHaveDuplicates()
                .contains("server.ports", "server.json.limit", "cors.allowed.origins");
        assertThat(AccessSettings.ALLOWED_ORIGINS.environmentName())
                .isEqualTo("CORS_ALLOWED_ORIGINS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "80000", "-1", "8000,", "8000,8000", "8000 7001", "٨"})
    void whatAreNoPortsIsRefused(String text) {
        assertThatThrownBy(() -> with("server.ports", text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void portsAreTakenInTheirOrder() {
        assertThat(with("server.ports", " 9000, 80,0,0").ports()).containsExactly(9000, 80, 0, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "https://Chat.Example.org, https://chat.example.org",
        "https://chat.example.org/, https://chat.example.org",
        "https://chat.example.org:443, https://chat.example.org",
        "http://localhost:5000, http://localhost:5000",
        "*, *",
    })
    void originsAreWrittenInOneForm(String text, String form) {
        assertThat(with("cors.allowed.origins", text).access().allowedOrigins())
                .contains(List.of(form));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"chat.example.org", "https://", "https://a/b", "null", "https://*.a.org"})
    void whatIsNoOriginIsRefused(String text) {
        assertThatThrownBy(() -> with("cors.allowed.origins", text))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
