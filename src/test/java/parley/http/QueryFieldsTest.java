package parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QueryFieldsTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(Route.get("/v1/search", Access.CALLER, QueryFieldsTest::search));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void search(Exchange exchange) {
        QueryFields fields = new QueryFields(exchange);
        exchange.respond(
                Map.of(
                        "page", fields.number("page", 1, 1, 100),
                        "since", fields.time("since").map(String::valueOf).orElse("none"),
                        "open", fields.flag("open").map(String::valueOf).orElse("none"),
                        "text", fields.text("text").orElse("none")));
    }

    private static RawResponse search(String query) {
        return server.send("GET /v1/search?%s HTTP/1.1\nHost: localhost\n\n".formatted(query));
    }

    @Test
    void whatIsMissingOrEmptyHasItsDefault() {
        for (String query : new String[] {"", "page=&since=&open=&text="}) {
            assertThat(search(query).json().get("page").intValue()).isEqualTo(1);
            assertThat(search(query).json().get("since").stringValue()).isEqualTo("none");
            assertThat(search(query).json().get("open").stringValue()).isEqualTo("none");
            assertThat(search(query).json().get("text").stringValue()).isEqualTo("none");
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "100, 100", "007, 7"})
    void aNumberInItsRangeIsTaken(String text, int value) {
        assertThat(search("page=" + text).json().get("page").intValue()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "101",
                "-1",
                "1.0",
                "1e1",
                "%2B1",
                "a",
                "%D9%A1",
                "99999999999999999999999999",
                "9223372036854775808",
                "%201",
            })
    void anotherNumberIsRefused(String text) {
        RawResponse response = search("page=" + text);

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.problem())
                .startsWith("The parameter \"page\" must be a whole number from 1 to 100; it is");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-03-01T00:00:00Z",
        "2026-03-01T12:30, 2026-03-01T12:30:00Z",
        "2026-03-01T12:30:15, 2026-03-01T12:30:15Z",
        "2026-03-01T12:30:15Z, 2026-03-01T12:30:15Z",
        "2026-03-01t12:30:15z, 2026-03-01T12:30:15Z",
        "2026-03-01T12:30:15.123456Z, 2026-03-01T12:30:15.123456Z",
        "2026-03-01T12:30:15%2B02:00, 2026-03-01T10:30:15Z",
        "2026-03-01T12:30:15+02:00, 2026-03-01T10:30:15Z",
        "2026-03-01T12:30:15+0200, 2026-03-01T10:30:15Z",
        "2026-03-01T12:30:15-02, 2026-03-01T14:30:15Z",
        "2026-03-01%2012:30, 2026-03-01T12:30:00Z",
        "2024-02-29, 2024-02-29T00:00:00Z",
    })
    void aTimeIsReadAsUtcUnlessItSaysOtherwise(String text, String instant) {
        assertThat(search("since=" + text).json().get("since").stringValue()).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2026-02-30",
                "2025-02-29",
                "2026-13-01",
                "2026-3-1",
                "01.03.2026",
                "2026-03-01T25:00",
                "2026-03-01T12:30:15%2B19:00",
                "2026-03-01T12:30:15+02:00:00",
                "2026-03-01T12:30:15X",
                "1709251200",
                "%D9%A2026-03-01",
            })
    void whatIsNoTimeIsRefused(String text) {
        RawResponse response = search("since=" + text);

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.problem()).startsWith("The parameter \"since\" must be a date such as");
    }

    @ParameterizedTest
    @CsvSource({"true, true", "True, true", "1, true", "false, false", "0, false"})
    void aFlagIsTrueOrFalse(String text, String value) {
        assertThat(search("open=" + text).json().get("open").stringValue()).isEqualTo(value);
    }

    @Test
    void anotherFlagAndARepeatedParameterAreRefused() {
        assertThat(search("open=yes").problem())
                .isEqualTo("The parameter \"open\" must be true or false; it is \"yes\".");
        assertThat(search("text=a&text=a").problem())
                .isEqualTo("The parameter \"text\" is there more than once.");
    }
}
