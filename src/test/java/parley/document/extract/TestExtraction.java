package parley.document.extract;

import java.time.Duration;
import parley.document.extract.bound.Bounds;

/// Settings for tests.
final class TestExtraction {
    private TestExtraction() {}

    static ExtractionSettings settings(int pages, int characters, int megabytes, int seconds) {
        return settings(
                new Bounds(pages, characters, megabytes, Duration.ofSeconds(seconds)),
                ExtractionSettings.Recognition.OFF,
                "tesseract");
    }

    static ExtractionSettings settings(
            Bounds bounds, ExtractionSettings.Recognition recognition, String command) {
        return new ExtractionSettings(bounds, 2, recognition, command, "");
    }

    static Bounds usual() {
        return new Bounds(1_000, 1_000_000, 256, Duration.ofSeconds(30));
    }
}
