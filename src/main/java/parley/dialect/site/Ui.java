package parley.dialect.site;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.http.Exchange;
import parley.http.StaticFile;
import parley.http.StaticFiles;

/// The page, its files and the libraries it imports.
///
/// All files are below one folder whose name is a hash of them all: `/ui/<hash>/…`, libraries below
/// `/ui/<hash>/lib/`. What refers to its neighbours by relative addresses gets those of the same
/// version, and browsers may keep every file for good. Only pages (`.html`) are asked for each
/// time; in them `{{base}}` stands for the folder.
final class Ui {
    /// What scripts may hand to the browser as HTML goes through one of these policies; the page's
    /// own is `parley`.
    private static final String OWN_FILES_ONLY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:;"
                    + " font-src 'self'; connect-src 'self'; manifest-src 'self';"
                    + " form-action 'none'; base-uri 'none'; frame-ancestors 'none';"
                    + " require-trusted-types-for 'script';"
                    + " trusted-types lit-html dompurify parley";

    private static final String BASE = "{{base}}";
    private static final String LIBRARIES = "lib/";
    private static final String ASK_EACH_TIME = "no-cache";
    private static final String KEEP = "public, max-age=31536000, immutable";

    private final Map<String, StaticFile> files = new ConcurrentHashMap<>();
    private @Nullable String hash;

    /// Serves `/ui/{hash}/{file*}`.
    void file(Exchange exchange) {
        String name = exchange.pathParameter("file");
        if (!exchange.pathParameter("hash").equals(hash())
                || name.endsWith(".html")
                || !StaticFiles.isPlain(name)) {
            throw missing(exchange);
        }
        respond(exchange, name, KEEP, OWN_FILES_ONLY);
    }

    /// Serves the page.
    void page(Exchange exchange) {
        respond(exchange, "index.html", ASK_EACH_TIME, OWN_FILES_ONLY);
    }

    /// Serves the page to browsers that follow a link to a place in it. Others learn that there is
    /// nothing.
    void place(Exchange exchange) {
        if (exchange.header("Accept").filter(types -> types.contains("text/html")).isEmpty()) {
            throw missing(exchange);
        }
        page(exchange);
    }

    /// Serves another page of the folder.
    void page(Exchange exchange, String name, String contentSecurityPolicy) {
        respond(exchange, name, ASK_EACH_TIME, contentSecurityPolicy);
    }

    private void respond(
            Exchange exchange, String name, String cacheControl, String contentSecurityPolicy) {
        StaticFile file = find(name).orElseThrow(() -> missing(exchange));
        exchange.setHeader("Content-Security-Policy", contentSecurityPolicy);
        file.respond(exchange, cacheControl);
    }

    private Optional<StaticFile> find(String name) {
        StaticFile known = files.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<StaticFile> read = read(name).flatMap(bytes -> StaticFile.of(name, bytes));
        // Only what exists is remembered, so nobody can fill the memory with names.
        read.ifPresent(file -> files.put(name, file));
        return read;
    }

    private Optional<byte[]> read(String name) {
        if (name.startsWith(LIBRARIES)) {
            String path = name.substring(LIBRARIES.length());
            return UiLibrary.ALL.stream()
                    .flatMap(library -> library.read(path).stream())
                    .findFirst();
        }
        Optional<byte[]> own = UiFolder.read(name);
        return name.endsWith(".html") ? own.map(this::filledIn) : own;
    }

    private byte[] filledIn(byte[] page) {
        return new String(page, StandardCharsets.UTF_8)
                .replace(BASE, "/ui/" + hash())
                .getBytes(StandardCharsets.UTF_8);
    }

    private synchronized String hash() {
        String known = hash;
        if (known == null) {
            known = hashOfAll();
            hash = known;
        }
        return known;
    }

    private static String hashOfAll() {
        try {
            MessageDigest all = MessageDigest.getInstance("SHA-256");
            for (String name : UiFolder.names()) {
                all.update(name.getBytes(StandardCharsets.UTF_8));
                all.update(UiFolder.read(name).orElseThrow());
            }
            for (UiLibrary library : UiLibrary.ALL) {
                all.update(library.toString().getBytes(StandardCharsets.UTF_8));
                all.update(library.version().getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(all.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            // Every Java platform has SHA-256.
            throw new IllegalStateException(e);
        }
    }

    private static AppException missing(Exchange exchange) {
        return new AppException(
                ErrorCode.NOT_FOUND, "There is no file %s.".formatted(exchange.path()));
    }
}
