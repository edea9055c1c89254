package parley.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import parley.error.AppException;
import parley.error.ErrorCode;

/// Files from the class path under one address, for instance a web page or what a WebJar holds.
/// Only names of plain letters with a known ending are looked up, so no address leaves the folder.
public final class StaticFiles {
    private static final Pattern NAME =
            Pattern.compile("(?:[A-Za-z0-9_][A-Za-z0-9._-]*/)*[A-Za-z0-9_][A-Za-z0-9._-]*");

    private static final Map<String, String> CONTENT_TYPES =
            Map.ofEntries(
                    Map.entry("html", "text/html; charset=utf-8"),
                    Map.entry("css", "text/css; charset=utf-8"),
                    Map.entry("js", "text/javascript; charset=utf-8"),
                    Map.entry("mjs", "text/javascript; charset=utf-8"),
                    Map.entry("json", "application/json"),
                    Map.entry("yaml", "application/yaml"),
                    Map.entry("map", "application/json"),
                    Map.entry("txt", "text/plain; charset=utf-8"),
                    Map.entry("svg", "image/svg+xml"),
                    Map.entry("png", "image/png"),
                    Map.entry("jpg", "image/jpeg"),
                    Map.entry("webp", "image/webp"),
                    Map.entry("ico", "image/x-icon"),
                    Map.entry("woff2", "font/woff2"),
                    Map.entry("webmanifest", "application/manifest+json"));

    private final String path;
    private final String folder;
    private final String contentSecurityPolicy;
    private final String cacheControl;
    private final Map<String, Optional<File>> files = new ConcurrentHashMap<>();

    private static final class File {
        final String contentType;
        final String tag;
        final byte[] bytes;

        File(String contentType, byte[] bytes) {
            this.contentType = contentType;
            this.tag = tagOf(bytes);
            this.bytes = bytes;
        }
    }

    /// @param path where the files appear, for instance `/ui`; its root shows `index.html`
    /// @param folder where they are on the class path, for instance `ui` or
    ///   `META-INF/resources/webjars/lit/3.3.2`
    /// @param contentSecurityPolicy what the files may load and run
    /// @param cacheControl how long browsers may keep them; `no-cache` to have them ask each time
    public StaticFiles(
            String path, String folder, String contentSecurityPolicy, String cacheControl) {
        this.path = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        this.folder = folder.endsWith("/") ? folder : folder + "/";
        this.contentSecurityPolicy = contentSecurityPolicy;
        this.cacheControl = cacheControl;
    }

    /// The routes that serve them, open to everybody.
    public List<Route> routes() {
        return List.of(
                Route.get(path.isEmpty() ? "/" : path, Access.OPEN, this::root),
                Route.get(path + "/{file*}", Access.OPEN, this::file));
    }

    /// Serves one of the files, for a route of another address.
    public Handler handler(String name) {
        return exchange -> respond(exchange, name);
    }

    private void root(Exchange exchange) {
        respond(exchange, "index.html");
    }

    private void file(Exchange exchange) {
        respond(exchange, exchange.pathParameter("file"));
    }

    private void respond(Exchange exchange, String name) {
        File file =
                find(name)
                        .orElseThrow(() ->
                                new AppException(
                                        ErrorCode.NOT_FOUND,
                                        "There is no file %s.".formatted(exchange.path())));
        exchange.setHeader("ETag", file.tag);
        exchange.setHeader("Cache-Control", cacheControl);
        exchange.setHeader("Content-Security-Policy", contentSecurityPolicy);
        if (isKnownToClient(exchange, file)) {
            exchange.respond(304, file.contentType, new byte[0]);
            return;
        }
        exchange.respond(200, file.contentType, file.bytes);
    }

    private static boolean isKnownToClient(Exchange exchange, File file) {
        return exchange.header("If-None-Match").stream()
                .flatMap(tags -> Arrays.stream(tags.split(",")))
                .map(String::strip)
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .anyMatch(tag -> tag.equals("*") || tag.equals(file.tag));
    }

    private Optional<File> find(String name) {
        String contentType = CONTENT_TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (contentType == null || !NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        Optional<File> known = files.get(name);
        if (known != null) {
            return known;
        }
        Optional<File> read = read(name, contentType);
        // Only what exists is remembered, so nobody can fill the memory with names.
        read.ifPresent(_ -> files.put(name, read));
        return read;
    }

    private Optional<File> read(String name, String contentType) {
        try (InputStream in =
                StaticFiles.class.getClassLoader().getResourceAsStream(folder + name)) {
            if (in == null) {
                return Optional.empty();
            }
            return Optional.of(new File(contentType, in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String tagOf(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "\"" + HexFormat.of().formatHex(hash, 0, 12) + "\"";
        } catch (NoSuchAlgorithmException e) {
            // Every Java platform has SHA-256.
            throw new IllegalStateException(e);
        }
    }
}
