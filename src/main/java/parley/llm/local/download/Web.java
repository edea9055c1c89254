package parley.llm.local.download;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Asks web servers, and follows where they point: to http and https only, and never back from
/// https to http. A token goes to the first host and to no other.
public final class Web implements AutoCloseable {
    private static final int MOST_REDIRECTS = 8;
    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final Duration FIRST_BYTE = Duration.ofSeconds(60);

    /// An answer.
    ///
    /// @param headers of all answers on the way; where two say the same, the first one's
    record Answer(int status, Map<String, String> headers, InputStream body) {
        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }

        long number(String name) {
            String text = headers.getOrDefault(name, "");
            return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
        }
    }

    private final Optional<String> token;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    /// @param token is sent as a bearer
    public Web(Optional<String> token) {
        this.token = token;
    }

    /// @param headers what is asked beside the address
    Answer get(URI address, Map<String, String> headers)
            throws IOException, InterruptedException, DownloadException {
        Map<String, String> gathered = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        URI at = checked(address);
        for (int i = 0; i <= MOST_REDIRECTS; i++) {
            HttpResponse<InputStream> response = send(at, address, headers);
            // The length is that of the last answer alone.
            gathered.remove("Content-Length");
            response.headers()
                    .map()
                    .forEach((name, values) -> gathered.putIfAbsent(name, values.getFirst()));
            Optional<String> location = response.headers().firstValue("Location");
            if (response.statusCode() / 100 != 3 || location.isEmpty()) {
                return new Answer(response.statusCode(), gathered, response.body());
            }
            response.body().close();
            at = next(at, location.get());
        }
        throw new DownloadException(
                "%s points from one address to another without end.".formatted(address.getHost()));
    }

    private HttpResponse<InputStream> send(URI at, URI first, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(at).timeout(FIRST_BYTE).header("User-Agent", "parley");
        headers.forEach(request::header);
        if (token.isPresent() && isSamePlace(at, first)) {
            request.header("Authorization", "Bearer " + token.get());
        }
        return http.send(request.GET().build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    private static boolean isSamePlace(URI one, URI other) {
        return one.getScheme().equals(other.getScheme())
                && one.getAuthority().equals(other.getAuthority());
    }

    private static URI next(URI from, String location) throws DownloadException {
        URI to;
        try {
            to = from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new DownloadException(
                    "%s points to an address that is none.".formatted(from.getHost()), e);
        }
        URI good = checked(to);
        if (from.getScheme().equals("https") && !good.getScheme().equals("https")) {
            throw new DownloadException(
                    "%s points to an address without encryption; that is not followed."
                            .formatted(from.getHost()));
        }
        return good;
    }

    static URI checked(URI address) throws DownloadException {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        boolean known = scheme.equals("http") || scheme.equals("https");
        if (!known || address.getHost() == null || address.getRawUserInfo() != null) {
            throw new DownloadException(
                    "\"%s\" is no http or https address; only from those is anything fetched."
                            .formatted(address));
        }
        return address;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
