package parley.llm.local.download;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Finds the registry that this machine's npm is set up with.
public final class NpmRegistry {
    private static final long PATIENCE_SECONDS = 20;

    private NpmRegistry() {}

    /// `NPM_CONFIG_REGISTRY`, in either spelling, else what npm says, where it is installed.
    public static Optional<URI> find(Map<String, String> environment)
            throws InterruptedException, DownloadException {
        String named =
                Stream.of("NPM_CONFIG_REGISTRY", "npm_config_registry")
                        .map(name -> environment.getOrDefault(name, ""))
                        .filter(text -> !text.isBlank())
                        .findFirst()
                        .orElse("");
        return parse(named.isEmpty() ? asked(environment) : named);
    }

    private static Optional<URI> parse(String text) throws DownloadException {
        try {
            return DownloadSettings.parseAddress(text);
        } catch (IllegalArgumentException e) {
            throw new DownloadException(
                    "npm's registry is \"%s\", which is no address; set local.registry.url."
                            .formatted(text),
                    e);
        }
    }

    private static String asked(Map<String, String> environment) throws InterruptedException {
        Optional<Path> npm =
                Stream.of(environment.getOrDefault("PATH", "").split(":"))
                        .filter(folder -> !folder.isEmpty())
                        .map(folder -> Path.of(folder, "npm"))
                        .filter(Files::isExecutable)
                        .findFirst();
        if (npm.isEmpty()) {
            return "";
        }
        try {
            Process process =
                    new ProcessBuilder(npm.get().toString(), "config", "get", "registry")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return "";
            }
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException e) {
            // An npm that cannot be run is as good as none.
            return "";
        }
    }
}
