package parley.dialect.openai;

import java.util.List;
import java.util.stream.Stream;
import parley.http.Route;

/// A part of OpenAI's API under a path of its own, which is its name: `/v1/files`. Its clients are
/// set up with a base URL with or without `/v1`; both work.
public abstract class OpenAiResource implements OpenAiContract {
    private final String name;

    /// @param name of the path, and under which turns remember it
    protected OpenAiResource(String name) {
        this.name = name;
    }

    /// The routes under one of its paths.
    ///
    /// @param base the path, without a slash at its end
    protected abstract Stream<Route> routesUnder(String base);

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final List<String> prefixes() {
        return List.of("/v1/" + name, "/" + name);
    }

    @Override
    public final List<Route> routes() {
        return prefixes().stream().flatMap(this::routesUnder).toList();
    }
}
