package parley.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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

    private final String path;
    private final String folder;
    private final String contentSecurityPolicy;
    private final String cacheControl;
    private final Map<String, StaticFile> files = new ConcurrentHashMap<>();

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
        StaticFile file =
                find(name)
                        .orElseThrow(() ->
                                new AppException(
                                        ErrorCode.NOT_FOUND,
                                        "There is no file %s.".formatted(exchange.path())));
        exchange.setHeader("Content-Security-Policy", contentSecurityPolicy);
        file.respond(exchange, cacheControl);
    }

    private Optional<StaticFile> find(String name) {
        if (!isPlain(name)) {
            return Optional.empty();
        }
        StaticFile known = files.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<StaticFile> read =
                read(folder + name).flatMap(bytes -> StaticFile.of(name, bytes));
        // Only what exists is remembered, so nobody can fill the memory with names.
        read.ifPresent(file -> files.put(name, file));
        return read;
    }

    /// Whether a name of a file, with folders, can only lead to where files are served from.
    public static boolean isPlain(String name) {
        return StaticFile.isKnown(name) && NAME.matcher(name).matches();
    }

    private static Optional<byte[]> read(String resource) {
        try (InputStream in = StaticFiles.class.getClassLoader().getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
