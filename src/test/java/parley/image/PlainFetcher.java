package parley.image;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.image.intake.Fetcher;

/// Fetches from everywhere: tests have their servers on loopback.
final class PlainFetcher implements Fetcher {
    private final HttpClient client = HttpClient.newHttpClient();

    @Override
    public byte[] get(String field, URI address, long most) throws InterruptedException {
        return send(HttpRequest.newBuilder(address).build()).body();
    }

    @Override
    public int post(String field, URI address, Map<String, String> headers, byte[] json)
            throws InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofByteArray(json));
        headers.forEach(request::header);
        return send(request.build()).statusCode();
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AppException(ErrorCode.UNPROCESSABLE, "Nothing came.", e);
        }
    }
}
