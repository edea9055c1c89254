package parley.cli.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplTest {
    private static final String ANSWER =
            """
            event: started
            data: {"turn_id":7,"conversation_id":3,"model":"builtin/parley"}

            event: text
            id: 2
            data: {"text":"Hi"}

            event: end
            data: {"status":"complete","model":"builtin/parley"}

            """;

    private final StringWriter out = new StringWriter();
    private ScriptedServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = new ScriptedServer();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void eachLineIsAMessageUntilTheInputEnds() throws Exception {
        server.thenEvents(ANSWER).thenEvents(ANSWER);

        assertThat(talk("one\n\n  two\n"))
                .isEqualTo(
                        """
                        /help for help, Ctrl-D to leave.
                        > Hi
                        builtin/parley
                        > > Hi
                        builtin/parley
                        >\s
                        """);
        assertThat(server.next().body()).contains("\"message\":\"one\"");
        assertThat(server.next().body()).contains("\"message\":\"two\"");
    }

    @Test
    void aBackslashAtTheEndGoesOnInTheNextLine() throws Exception {
        server.thenEvents(ANSWER);

        assertThat(talk("one\\\ntwo\\\nthree\n")).contains("> . . Hi");
        assertThat(server.next().body()).contains("\"message\":\"one\\ntwo\\nthree\"");
    }

    @Test
    void commandsAreNotSentAsMessages() throws Exception {
        server.thenStatus(200, "{\"data\":[{\"id\":\"builtin/parley\"},{\"id\":\"openai/gpt\"}]}")
                .thenEvents(ANSWER);

        String said =
                talk("/help\n/models\n/model\n/model openai/gpt\n/new\n/foo\nhello\n/quit\nno");

        assertThat(said)
                .contains(
                        "/model NAME   answer",
                        "> builtin/parley\nopenai/gpt\n",
                        "Which one? /models lists them.",
                        "openai/gpt answers from now on.",
                        "A new conversation.",
                        "There is no /foo;");
        assertThat(server.next().path()).isEqualTo("/v1/models");
        assertThat(server.next().body()).contains("hello", "openai/gpt");
        assertThat(server.hasMoreRequests()).isFalse();
    }

    @Test
    void aSpaceBeforeASlashMakesItAMessage() throws Exception {
        server.thenEvents(ANSWER);

        talk(" /etc is what?\n");

        assertThat(server.next().body()).contains("/etc is what?");
    }

    @Test
    void aRefusalDoesNotEndTheConversation() throws Exception {
        server.thenStatus(429, "{\"detail\":\"Too many at once.\"}").thenEvents(ANSWER);

        assertThat(talk("one\ntwo\n")).contains("> Too many at once.\n> Hi\n");
    }

    private String talk(String input) throws IOException, InterruptedException {
        var writer = new PrintWriter(out);
        try (var client = new TurnClient(server.url(), Optional.empty())) {
            var session =
                    new ChatSession(
                            client, writer, writer, true, OptionalLong.empty(), Optional.empty());
            new Repl(session, client, new BufferedReader(new StringReader(input)), writer).run();
        }
        return out.toString();
    }
}
