package parley.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.analysis.chart.ChartStyle.Format;
import parley.analysis.chart.ChartStyle.Quality;
import parley.analysis.chart.ChartStyle.Theme;
import parley.settings.Setting;
import parley.settings.SettingValues;

class ChartSettingsTest {
    @Test
    void theDefaultsAreTheDocumentedOnes() {
        ChartSettings settings = ChartSettings.from(SettingValues.DEFAULTS);
        assertThat(settings.style()).isEqualTo(ChartStyle.DEFAULT);
        assertThat(settings.directory()).isEqualTo("charts");
        assertThat(settings.cleanup()).isTrue();
        assertThat(settings.maxAge()).isEqualTo(Duration.ofDays(7));
        assertThat(settings.baseUrl()).isEqualTo("http://localhost:8000/api/charts");
        assertThat(ChartSettings.ALL)
                .extracting(Setting::environmentName)
                .containsExactlyInAnyOrder(
                        "CHART_OUTPUT_DIRECTORY",
                        "CHART_IMAGE_FORMAT",
                        "CHART_DPI",
                        "CHART_QUALITY",
                        "CHART_THEME",
                        "CHART_CLEANUP_ENABLED",
                        "CHART_MAX_AGE_DAYS",
                        "CHART_BASE_URL");
    }

    @Test
    void theyCanBeChanged() {
        ChartSettings settings =
                ChartSettings.from(
                        new SettingValues(
                                Map.of(
                                        "chart.image.format", "JPEG",
                                        "chart.dpi", "150",
                                        "chart.quality", "Low",
                                        "chart.theme", "dark",
                                        "chart.base.url", "https://example.org/charts/")));
        assertThat(settings.style())
                .isEqualTo(new ChartStyle(Format.JPEG, 150, Quality.LOW, Theme.DARK));
        assertThat(settings.baseUrl()).isEqualTo("https://example.org/charts");
    }

    @ParameterizedTest
    @CsvSource({
        "chart.image.format, gif",
        "chart.dpi, 10",
        "chart.quality, best",
        "chart.max.age.days, 0",
        "chart.base.url, javascript:alert(1)",
        "chart.output.directory, ' '",
    })
    void whatMakesNoSenseIsRefused(String name, String value) {
        SettingValues values = new SettingValues(Map.of(name, value));
        assertThatIllegalArgumentException().isThrownBy(() -> ChartSettings.from(values));
    }
}
