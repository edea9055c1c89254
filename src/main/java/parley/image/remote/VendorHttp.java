package parley.image.remote;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import parley.error.AppException;
import parley.image.pixel.Picture;
import tools.jackson.databind.JsonNode;

/// Asks one vendor, again where that helps. Interrupting the thread ends a request. Safe for use by
/// many threads.
final class VendorHttp {
    private static final int MOST_ATTEMPTS = 3;
    private static final long LARGEST_ANSWER = 200L << 20;
    private static final long LARGEST_PICTURE = 64L << 20;
    private static final Duration FIRST_LOOK = Duration.ofSeconds(1);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(8);
    private static final String FIELD = "The result";

    private final URI baseUrl;
    private final Map<String, String> headers;
    private final RemoteTools tools;
    private final VendorFailures failures;

    /// @param baseUrl without a slash at its end
    /// @param headers that go with every request
    VendorHttp(
            URI baseUrl, Map<String, String> headers, RemoteTools tools, VendorFailures failures) {
        this.baseUrl = baseUrl;
        this.headers = Map.copyOf(headers);
        this.tools = tools;
        this.failures = failures;
    }

    VendorFailures failures() {
        return failures;
    }

    RemoteTools tools() {
        return tools;
    }

    VendorReply post(String path, JsonNode body) throws InterruptedException {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body.toString())));
    }

    VendorReply post(String path, FormFields form, String accept) throws InterruptedException {
        return send(
                request(path)
                        .header("Content-Type", form.mediaType())
                        .header("Accept", accept)
                        .POST(BodyPublishers.ofByteArray(form.bytes())));
    }

    VendorReply get(String path) throws InterruptedException {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        URI address = path.startsWith("http") ? URI.create(path) : URI.create(baseUrl + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(tools.patience());
        headers.forEach(request::header);
        return request;
    }

    /// @return an answer with a status below 300
    private VendorReply send(HttpRequest.Builder request) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            VendorReply reply = exchange(request.build());
            if (reply.status() < 300) {
                return reply;
            }
            Optional<Duration> wait = failures.wait(reply, attempt);
            if (wait.isEmpty() || attempt == MOST_ATTEMPTS) {
                throw failures.failure(reply);
            }
            tools.pause().pause(wait.get());
            // Hugging Face holds such a request until its model is loaded; others do not know it.
            request.setHeader("X-Wait-For-Model", "1");
        }
    }

    private VendorReply exchange(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<byte[]> response =
                    tools.http()
                            .send(
                                    request,
                                    BodyHandlers.limiting(
                                            BodyHandlers.ofByteArray(), LARGEST_ANSWER));
            return new VendorReply(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw failures.unreached(e);
        }
    }

    /// What is asked for until it is there.
    @FunctionalInterface
    interface Look<T> {
        Optional<T> look() throws InterruptedException;
    }

    /// Asks until there is something, less often the longer it takes.
    <T> T await(Look<T> look) throws InterruptedException {
        long end = System.nanoTime() + tools.patience().toNanos();
        Duration pause = FIRST_LOOK;
        while (System.nanoTime() < end) {
            Optional<T> found = look.look();
            if (found.isPresent()) {
                return found.get();
            }
            tools.pause().pause(pause);
            pause = pause.multipliedBy(3).dividedBy(2);
            pause = pause.compareTo(LONGEST_LOOK) > 0 ? LONGEST_LOOK : pause;
        }
        throw failures.tooLate();
    }

    Picture picture(byte[] file) throws InterruptedException {
        try {
            return tools.codec().read(FIELD, file);
        } catch (AppException e) {
            throw failures.failed("sent a picture that cannot be read: " + e.sentence(), e);
        }
    }

    /// A picture as a text: Base64, a `data:` URI, or an address. What lies at the vendor's own
    /// address is asked for there; anything else only on the public internet.
    Picture picture(String text) throws InterruptedException {
        if (text.startsWith("http:") || text.startsWith("https:")) {
            return picture(fetched(text));
        }
        String base64 = text.startsWith("data:") ? text.substring(text.indexOf(',') + 1) : text;
        try {
            return picture(
                    Base64.getMimeDecoder().decode(base64.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (IllegalArgumentException e) {
            throw failures.failed("sent a picture that is not Base64", e);
        }
    }

    private byte[] fetched(String text) throws InterruptedException {
        try {
            URI address = URI.create(text);
            boolean isOwn =
                    baseUrl.getScheme().equals(address.getScheme())
                            && baseUrl.getAuthority().equals(address.getAuthority());
            return isOwn ? get(text).body() : tools.fetcher().get(FIELD, address, LARGEST_PICTURE);
        } catch (IllegalArgumentException e) {
            throw failures.failed("gives no address that can be read", e);
        } catch (AppException e) {
            throw failures.failed("has a picture that cannot be fetched: " + e.sentence(), e);
        }
    }
}
