package parley;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// The version that the build wrote.
final class BuildVersion {
    private BuildVersion() {}

    static String read() {
        Properties properties = new Properties();
        try (InputStream file = BuildVersion.class.getResourceAsStream("/version.properties")) {
            if (file == null) {
                throw new IllegalStateException("The build left out version.properties.");
            }
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "unknown");
    }
}
