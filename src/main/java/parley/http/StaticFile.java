package parley.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// A file in memory as browsers get it: with a tag, and compressed for those that can take that. It
/// is compressed once, when the first of them asks.
public final class StaticFile {
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
                    Map.entry("csv", "text/csv; charset=utf-8"),
                    Map.entry("svg", "image/svg+xml"),
                    Map.entry("png", "image/png"),
                    Map.entry("jpg", "image/jpeg"),
                    Map.entry("webp", "image/webp"),
                    Map.entry("ico", "image/x-icon"),
                    Map.entry("woff2", "font/woff2"),
                    Map.entry("webmanifest", "application/manifest+json"));

    /// What is compressed in itself.
    private static final Set<String> DENSE = Set.of("png", "jpg", "webp", "woff2");

    private static final int WORTH_COMPRESSING = 512;

    private final String contentType;
    private final boolean dense;
    private final String hash;
    private final byte[] bytes;
    private volatile byte @Nullable [] compressed;

    private StaticFile(String contentType, boolean dense, byte[] bytes) {
        this.contentType = contentType;
        this.dense = dense || bytes.length < WORTH_COMPRESSING;
        this.hash = hashOf(bytes);
        this.bytes = bytes;
    }

    /// @param name tells by its ending what it is
    /// @param bytes nobody changes them
    /// @return empty if there are no files of such an ending
    public static Optional<StaticFile> of(String name, byte[] bytes) {
        String ending = ending(name);
        return Optional.ofNullable(CONTENT_TYPES.get(ending))
                .map(type -> new StaticFile(type, DENSE.contains(ending), bytes));
    }

    /// Whether files of this name are served at all.
    static boolean isKnown(String name) {
        return CONTENT_TYPES.containsKey(ending(name));
    }

    /// Answers with the file, or says that the browser has it already.
    ///
    /// @param cacheControl how long browsers may keep it
    public void respond(Exchange exchange, String cacheControl) {
        boolean pack = !dense && takesGzip(exchange);
        // Each form has a tag of its own, RFC 9110, 8.8.3.
        String tag = "\"" + hash + (pack ? "-gzip" : "") + "\"";
        exchange.setHeader("ETag", tag);
        exchange.setHeader("Cache-Control", cacheControl);
        if (!dense) {
            exchange.setHeader("Vary", "Accept-Encoding");
        }
        if (isKnownToClient(exchange, tag)) {
            exchange.respond(304, contentType, new byte[0]);
            return;
        }
        if (pack) {
            exchange.setHeader("Content-Encoding", "gzip");
        }
        exchange.respond(200, contentType, pack ? compressed() : bytes);
    }

    private byte[] compressed() {
        byte[] known = compressed;
        if (known == null) {
            known = compress(bytes);
            compressed = known;
        }
        return known;
    }

    private static byte[] compress(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3);
        try (GZIPOutputStream gzip = new BestGzip(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// It is done once, so it may take its time.
    private static final class BestGzip extends GZIPOutputStream {
        BestGzip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(9);
        }
    }

    private static boolean takesGzip(Exchange exchange) {
        return exchange.header("Accept-Encoding").stream()
                .flatMap(codings -> Arrays.stream(codings.toLowerCase(Locale.ROOT).split(",")))
                .map(coding -> coding.replaceAll("\\s", ""))
                .anyMatch(
                        coding -> coding.matches("gzip(?:;q=(?:1(?:\\.0*)?|0?\\.\\d*[1-9]\\d*))?"));
    }

    private static boolean isKnownToClient(Exchange exchange, String tag) {
        return exchange.header("If-None-Match").stream()
                .flatMap(tags -> Arrays.stream(tags.split(",")))
                .map(String::strip)
                .map(known -> known.startsWith("W/") ? known.substring(2) : known)
                .anyMatch(known -> known.equals("*") || known.equals(tag));
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String hashOf(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            // Every Java platform has SHA-256.
            throw new IllegalStateException(e);
        }
    }
}
