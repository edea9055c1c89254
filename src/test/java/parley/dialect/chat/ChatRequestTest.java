package parley.dialect.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.dialect.WireAnswer;
import parley.dialect.WireClient;
import parley.testing.TestServer;

class ChatRequestTest {
    private static TestServer server;
    private static WireClient client;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        client = new WireClient(server.url(), Optional.of(server.ownerToken()));
    }

    @AfterAll
    static void stop() throws Exception {
        client.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    model             | {"messages": [{"role": "user", "content": "x"}]}
                    model             | {"model": 7, "messages": [{"role": "user", "content": "x"}]}
                    model             | {"model": " ", "messages": [{"role": "user", "content": "x"}]}
                    messages          | {"model": "gpt-4"}
                    messages          | {"model": "gpt-4", "messages": []}
                    messages          | {"model": "gpt-4", "messages": "hello"}
                    messages          | {"model": "gpt-4", "messages": ["hello"]}
                    messages[0].role  | {"model": "gpt-4", "messages": [{"content": "x"}]}
                    messages[0].role  | {"model": "gpt-4", "messages": [{"role": "tool", "content": "x"}]}
                    messages[0].cont  | {"model": "gpt-4", "messages": [{"role": "user"}]}
                    messages[0].cont  | {"model": "gpt-4", "messages": [{"role": "user", "content": " \\n "}]}
                    messages[1].cont  | {"model": "gpt-4", "messages": [{"role": "user", "content": "x"}, {"role": "user", "content": 5}]}
                    content[0].type   | {"model": "gpt-4", "messages": [{"role": "user", "content": [{"type": "image_url", "text": "x"}]}]}
                    messages          | {"model": "gpt-4", "messages": [{"role": "user", "content": "x"}, {"role": "assistant", "content": "y"}]}
                    messages          | {"model": "gpt-4", "messages": [{"role": "assistant", "content": ""}]}
                    temperature       | {"model": "gpt-4", "temperature": 2.01, "messages": [{"role": "user", "content": "x"}]}
                    temperature       | {"model": "gpt-4", "temperature": -0.01, "messages": [{"role": "user", "content": "x"}]}
                    temperature       | {"model": "gpt-4", "temperature": "0.7", "messages": [{"role": "user", "content": "x"}]}
                    max_tokens        | {"model": "gpt-4", "max_tokens": 0, "messages": [{"role": "user", "content": "x"}]}
                    max_tokens        | {"model": "gpt-4", "max_tokens": 1.5, "messages": [{"role": "user", "content": "x"}]}
                    stream            | {"model": "gpt-4", "stream": "yes", "messages": [{"role": "user", "content": "x"}]}
                    session_id        | {"model": "gpt-4", "session_id": "abc", "messages": [{"role": "user", "content": "x"}]}
                    session_id        | {"model": "gpt-4", "session_id": 1.5, "messages": [{"role": "user", "content": "x"}]}
                    session_id        | {"model": "gpt-4", "session_id": {}, "messages": [{"role": "user", "content": "x"}]}
                    JSON              | {"model": "gpt-4",
                    """)
    void aWrongRequestIsToldWhatIsWrong(String named, String body) throws Exception {
        WireAnswer answer = client.post("/v1/chat/stream", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().propertyNames()).containsExactly("detail");
        assertThat(answer.json().path("detail").asString()).contains(named);
    }

    @ParameterizedTest
    @CsvSource({"4242", "0", "-1", "'\"4242\"'", "9007199254740993", "99999999999999999999999"})
    void anUnknownSessionIsNotFound(String session) throws Exception {
        WireAnswer answer =
                client.post(
                        "/v1/chat/stream",
                        """
                        {"model": "gpt-4", "session_id": %s,
                         "messages": [{"role": "user", "content": "x"}]}
                        """
                                .formatted(session));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("detail").asString())
                .isEqualTo("There is no conversation %s.".formatted(session.replace("\"", "")));
    }

    @Test
    void nullsAndUnknownFieldsDoNotMatter() throws Exception {
        WireAnswer answer =
                client.post(
                        "/v1/chat/stream",
                        """
                        {"model": "gpt-4", "session_id": null, "temperature": null, "top_k": 3,
                         "max_tokens": null, "stream": false,
                         "messages": [{"role": "user", "content": "hello", "name": "Ada"}]}
                        """);

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void anUnknownPathBelowIsNotFoundInTheContractsShape() throws Exception {
        WireAnswer answer = client.get("/v1/chat/nothing");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().propertyNames()).containsExactly("detail");
    }
}
