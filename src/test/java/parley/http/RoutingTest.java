package parley.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.error.AppException;

final class RoutingTest {
    private static TestServer server;

    /// Another contract, whose paths lie among those of the first.
    private record InnerDialect() implements Dialect {
        @Override
        public String name() {
            return "inner";
        }

        @Override
        public List<String> prefixes() {
            return List.of("/v1/inner/");
        }

        @Override
        public List<Route> routes() {
            return List.of(
                    Route.get(
                            "/v1/inner/{a}/x",
                            Access.CALLER,
                            exchange -> exchange.respond(exchange.pathParameter("a"))),
                    Route.get("/v1/inner/b/y", Access.CALLER, exchange -> exchange.respond("y")),
                    Route.post("/v1/inner/b", Access.CALLER, exchange -> exchange.respond("b")),
                    Route.get("/v1/inner/{a}", Access.CALLER, exchange -> exchange.respond("a")));
        }

        @Override
        public Object errorBody(AppException problem) {
            return Map.of("inner", problem.sentence());
        }
    }

    @BeforeAll
    static void start() {
        server =
                TestServer.start(
                        TestServer.SETTINGS, List.of(), TestDialect.echoing(), new InnerDialect());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static RawResponse get(String target) {
        return request("GET", target);
    }

    private static RawResponse request(String method, String target) {
        return server.send("%s %s HTTP/1.1\nHost: localhost\n\n".formatted(method, target));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/things/7", "/v1/things/7/", "/v1/things/7?a=b", "/v1/things/7/?a"})
    void aTrailingSlashAndAQueryChangeNothing(String target) {
        RawResponse response = get(target);

        assertThat(response.json().get("id").stringValue()).isEqualTo("7");
        assertThat(response.json().get("path").stringValue()).isEqualTo("/v1/things/7");
    }

    @Test
    void aLiteralSegmentWinsOverAParameter() {
        assertThat(get("/v1/things/special").body()).isEqualTo("\"special\"");
    }

    @Test
    void aBranchThatLeadsNowhereDoesNotHideAnother() {
        assertThat(get("/v1/inner/b/x").body()).isEqualTo("\"b\"");
    }

    @Test
    void aRouteWithTheMethodWinsOverAMoreExactOneWithout() {
        assertThat(get("/v1/inner/b").body()).isEqualTo("\"a\"");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/things/a%20b, a b",
        "/v1/things/a+b, a+b",
        "/v1/things/%C3%A9%F0%9F%98%80, é😀",
        "/v1/things/a%2Fb, a/b",
        "/v1/things/%2541, %41",
        "/v1/things/.., ..",
    })
    void segmentsAreDecodedOnce(String target, String id) {
        assertThat(get(target).json().get("id").stringValue()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/things/%",
                "/v1/things/%4",
                "/v1/things/%zz",
                "/v1/things/%00",
                "/v1/things/%FF",
                "/v1/things/%ED%A0%80",
                "/v1/things/%C0%AF",
            })
    void aPathThatIsNoTextIsRefused(String target) {
        RawResponse response = get(target);

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.json().get("error").stringValue())
                .startsWith("The address of the request contains ");
    }

    @Test
    void theRestOfAPathIsOneParameter() {
        assertThat(get("/v1/files/a/b%20c/d.txt").body()).isEqualTo("\"a/b c/d.txt\"");
        assertThat(get("/v1/files/").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "/nothing, detail",
        "/v1/nothing, error",
        "/v1, error",
        "/v1x, detail",
        "/v1/inner/b/c/d, inner",
        "/v1/inner, inner",
    })
    void anUnknownPathIsAnsweredInTheShapeOfTheLongestPrefix(String path, String field) {
        RawResponse response = get(path);

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.json().get(field).stringValue())
                .isEqualTo("There is nothing at GET " + path + ".");
    }

    @Test
    void anEmptySegmentIsNoParameter() {
        assertThat(get("/v1/things//").status()).isEqualTo(404);
        assertThat(get("//v1/who").status()).isEqualTo(404);
    }

    @Test
    void anotherMethodIsAnsweredWithThoseThereAre() {
        RawResponse response = request("PUT", "/v1/things/7");

        assertThat(response.status()).isEqualTo(405);
        assertThat(response.header("Allow")).isEqualTo("DELETE, GET, HEAD, OPTIONS");
        assertThat(response.problem())
                .isEqualTo("/v1/things/7 does not take PUT; it takes DELETE, GET, HEAD, OPTIONS.");
    }

    @Test
    void optionsWithoutAWebPageNamesTheMethods() {
        RawResponse response = request("OPTIONS", "/v1/echo");

        assertThat(response.status()).isEqualTo(204);
        assertThat(response.header("Allow")).isEqualTo("OPTIONS, POST");
        assertThat(response.headers()).doesNotContainKey("Content-Length");
        assertThat(request("OPTIONS", "/v1/nothing").status()).isEqualTo(404);
    }

    @Test
    void headAnswersLikeGetWithoutTheBody() {
        try (RawClient client = server.connect()) {
            client.send("HEAD /v1/who HTTP/1.1\nHost: localhost\n\n");
            RawResponse head = client.readHead();
            RawResponse next = client.send("GET /v1/who HTTP/1.1\nHost: localhost\n\n").read();

            assertThat(head.status()).isEqualTo(200);
            assertThat(head.header("Content-Length")).isEqualTo("" + next.body().length());
            assertThat(head.header("Content-Type")).isEqualTo("application/json");
            assertThat(next.body()).isEqualTo("{\"name\":\"owner\"}");
        }
    }

    @Test
    void headOfAnErrorHasNoBodyEither() {
        try (RawClient client = server.connect()) {
            client.send("HEAD /v1/nothing HTTP/1.1\nHost: localhost\n\n");

            assertThat(client.readHead().status()).isEqualTo(404);
            assertThat(client.send("GET /v1/who HTTP/1.1\nHost: localhost\n\n").read().status())
                    .isEqualTo(200);
        }
    }

    @Test
    void theTargetMayNameTheServer() {
        assertThat(get("http://localhost/v1/who").status()).isEqualTo(200);
        assertThat(get("http://evil.example/v1/who").status()).isEqualTo(421);
        assertThat(get("http://localhost").status()).isEqualTo(404);
        assertThat(get("v1/who").status()).isEqualTo(400);
    }

    @Test
    void queriesAreDecoded() {
        assertThat(get("/v1/query?a=1+2&b=%2B&a=3&c&=d&&e=%C3%A4").body())
                .isEqualTo(
                        "{\"a\":[\"1 2\",\"3\"],\"b\":[\"+\"],\"c\":[\"\"],\"\":[\"d\"],\"e\":[\"ä\"]}");
        assertThat(get("/v1/query?a=%FF").status()).isEqualTo(400);
        assertThat(get("/v1/query?a=%00").status()).isEqualTo(400);
    }

    @Test
    void twoRoutesForTheSameAreRefused() {
        Route route = Route.get("/a/{b}", Access.OPEN, exchange -> exchange.respond("a"));
        Route same = Route.get("/a/{c}/", Access.OPEN, exchange -> exchange.respond("a"));

        assertThatThrownBy(() -> new Router(List.of(new TestDialect(route, same))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/a/{c}/");
    }
}
