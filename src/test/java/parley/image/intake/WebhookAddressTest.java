package parley.image.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.net.AddressKind;
import parley.net.DirectHttp;
import parley.net.HostLookup;

/// Where finished tasks may be told, and what comes of telling.
final class WebhookAddressTest {
    private static final DirectHttp HTTP =
            DirectHttp.usual(Duration.ofSeconds(5), Duration.ofSeconds(5));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/hook",
                "http://[::1]/hook",
                "http://10.1.2.3/hook",
                "http://169.254.169.254/latest/meta-data",
                "ftp://8.8.8.8/hook",
                "http://user:word@8.8.8.8/hook",
                "http://8.8.8.8:22/hook",
                "http://nobody.invalid/hook"
            })
    void nobodyIsToldWhoIsNotPublic(String address) {
        HostLookup figuresOnly =
                host -> {
                    if (host.endsWith(".invalid")) {
                        throw new UnknownHostException(host);
                    }
                    return HostLookup.SYSTEM.addresses(host);
                };
        PublicFetcher fetcher =
                new PublicFetcher(
                        Set.of(80, 443),
                        figuresOnly,
                        it -> AddressKind.of(it) == AddressKind.PUBLIC,
                        HTTP);

        assertThatThrownBy(() -> fetcher.check("webhook_url", URI.create(address)))
                .isInstanceOfSatisfying(
                        AppException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
                            assertThat(e.parameter()).contains("webhook_url");
                        });
        assertThatCode(() -> fetcher.check("webhook_url", URI.create("https://8.8.8.8/hook")))
                .doesNotThrowAnyException();
    }

    @Test
    void theStatusIsKnownWhateverElseIsAnswered() throws Exception {
        HttpServer listener =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.createContext(
                "/",
                exchange -> {
                    byte[] body = "It is broken.".getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(500, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        listener.start();
        try {
            int port = listener.getAddress().getPort();
            PublicFetcher fetcher =
                    new PublicFetcher(Set.of(port), HostLookup.SYSTEM, _ -> true, HTTP);

            int status =
                    fetcher.post(
                            "webhook_url",
                            URI.create("http://127.0.0.1:%d/hook".formatted(port)),
                            Map.of(),
                            "{}".getBytes(StandardCharsets.UTF_8));

            assertThat(status).isEqualTo(500);
        } finally {
            listener.stop(0);
        }
    }
}
