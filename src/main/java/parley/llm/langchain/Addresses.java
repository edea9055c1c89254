package parley.llm.langchain;

import java.net.URI;

/// Reads addresses of servers as people write them.
final class Addresses {
    private static final int OLLAMA_PORT = 11434;

    private Addresses() {}

    /// Reads `OLLAMA_HOST` as Ollama does: a host, `host:port`, `:port`, or an address. The address
    /// that means every interface is reached at this machine's own.
    ///
    /// @throws IllegalArgumentException with what it must be
    static URI parseOllamaHost(String text) {
        String host = text.strip();
        boolean schemed = host.contains("://");
        URI uri =
                ConnectionSettings.parseAddress(
                        schemed
                                ? host
                                : "http://" + (host.startsWith(":") ? "127.0.0.1" : "") + host);
        boolean everywhere = uri.getHost().equals("0.0.0.0") || uri.getHost().equals("[::]");
        int port = uri.getPort() >= 0 ? uri.getPort() : usualPort(schemed, uri.getScheme());
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return URI.create(
                "%s://%s:%d%s"
                        .formatted(
                                uri.getScheme(),
                                everywhere ? "127.0.0.1" : uri.getHost(),
                                port,
                                path));
    }

    private static int usualPort(boolean schemed, String scheme) {
        if (!schemed) {
            return OLLAMA_PORT;
        }
        return scheme.equalsIgnoreCase("https") ? 443 : 80;
    }
}
