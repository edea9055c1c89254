package parley.dialect.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// A library that the page imports: a module, or a folder of modules.
///
/// @param name how the page calls it: `lib/<name>.js`, or `lib/<name>/…` for a folder
/// @param group of its WebJar
/// @param artifact of its WebJar
/// @param file the one file that is served; empty for a folder
/// @param form what the file is
record UiLibrary(String name, String group, String artifact, String file, Form form) {
    private static final String WEB_JARS = "META-INF/resources/webjars/";

    /// How a library is written.
    enum Form {
        MODULE,
        /// For `require`: it becomes a module whose default export is what it exports.
        COMMON
    }

    static final List<UiLibrary> ALL =
            List.of(
                    new UiLibrary("lit-html", "org.webjars.npm", "lit-html", "", Form.MODULE),
                    new UiLibrary(
                            "markdown-it",
                            "org.webjars.npm",
                            "markdown-it",
                            "dist/markdown-it.min.js",
                            Form.COMMON),
                    new UiLibrary(
                            "dompurify",
                            "org.webjars.npm",
                            "dompurify",
                            "dist/purify.min.js",
                            Form.COMMON),
                    new UiLibrary(
                            "highlight",
                            "org.webjars",
                            "highlightjs",
                            "highlight.min.js",
                            Form.COMMON));

    /// As its archive tells it.
    String version() {
        Properties properties = new Properties();
        String resource = "META-INF/maven/%s/%s/pom.properties".formatted(group, artifact);
        try (@Nullable InputStream in = open(resource)) {
            if (in == null) {
                throw new IllegalStateException("There is no resource " + resource);
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "");
    }

    /// A file of the library.
    ///
    /// @param path below `lib/`, plain as [parley.http.StaticFiles#isPlain] has it
    /// @return empty if it has no such file, or none that is served
    Optional<byte[]> read(String path) {
        String folder = WEB_JARS + artifact + "/" + version() + "/";
        if (file.isEmpty()) {
            boolean module = path.startsWith(name + "/") && path.endsWith(".js");
            return module ? bytes(folder + path.substring(name.length() + 1)) : Optional.empty();
        }
        return path.equals(name + ".js")
                ? bytes(folder + file).map(this::asModule)
                : Optional.empty();
    }

    private byte[] asModule(byte[] source) {
        if (form == Form.MODULE) {
            return source;
        }
        // A browser's module knows neither name: to the library it looks like one for `require`.
        return ("const module = {exports: {}}, exports = module.exports;\n"
                        + new String(source, StandardCharsets.UTF_8)
                        + "\nexport default module.exports;\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<byte[]> bytes(String resource) {
        try (@Nullable InputStream in = open(resource)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable InputStream open(String resource) {
        return UiLibrary.class.getClassLoader().getResourceAsStream(resource);
    }
}
