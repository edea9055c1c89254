package parley.llm.builtin.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/// The texts that come with the built-in engine, in UTF-8.
public final class BundledText {
    private BundledText() {}

    /// The whole text.
    ///
    /// @param name the file's name in the program's `builtin` folder
    public static String read(String name) {
        try (InputStream stream = BundledText.class.getResourceAsStream("/builtin/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("The program lacks its text " + name + ".");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The lines that are neither empty nor a comment (`#`).
    public static List<String> lines(String name) {
        return read(name)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    /// A text of keys and values.
    public static Properties properties(String name) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(read(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
