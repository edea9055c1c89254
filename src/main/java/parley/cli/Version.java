package parley.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/// Which Parley this is.
final class Version {
    private Version() {}

    /// The version that the build wrote, such as `1.0.0`.
    static String parley() {
        var properties = new Properties();
        try (var file = Version.class.getResourceAsStream("/version.properties")) {
            if (file != null) {
                properties.load(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "unknown");
    }

    /// The Java it runs on, such as `25.0.3+9-LTS, Eclipse Adoptium`.
    static String java() {
        return Runtime.version() + ", " + System.getProperty("java.vendor", "unknown");
    }
}
