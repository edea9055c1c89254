package parley.dialect.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.account.Account;
import parley.conversation.NewConversation;
import parley.conversation.NewMessage;
import parley.dialect.WireClient;
import parley.llm.Role;
import parley.testing.TestServer;
import tools.jackson.databind.JsonNode;

/// A long conversation is read page by page, in both directions and from its middle.
class MessagePagesTest {
    private static final int MESSAGES = 120;

    private static TestServer server;
    private static WireClient client;
    private static long conversation;
    private static long firstId;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        client = new WireClient(server.url(), Optional.of(server.ownerToken()));
        long owner = Account.OWNER_ID;
        conversation = server.conversations().create(NewConversation.of(owner)).id();
        for (int i = 1; i <= MESSAGES; i++) {
            NewMessage message = NewMessage.text(Role.USER, "message " + i);
            long id = server.conversations().append(owner, conversation, message).id();
            firstId = i == 1 ? id : firstId;
        }
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
                    ''                  | 71  | 120 | true  | true  | false
                    limit=10            | 111 | 120 | true  | true  | false
                    before=111&limit=10 | 101 | 110 | true  | true  | true
                    before=11&limit=10  | 1   | 10  | false | false | true
                    after=0&limit=10    | 1   | 10  | true  | false | true
                    after=110           | 111 | 120 | false | true  | false
                    after=50&limit=20   | 51  | 70  | true  | true  | true
                    limit=120           | 1   | 120 | false | false | false
                    """)
    void aPageSaysWhetherThereIsMore(
            String query, long first, long last, boolean more, boolean earlier, boolean later)
            throws Exception {
        JsonNode page = page(query);

        assertThat(sequences(page)).isEqualTo(LongStream.rangeClosed(first, last).boxed().toList());
        assertThat(page.path("has_more").asBoolean()).isEqualTo(more);
        assertThat(page.path("has_earlier").asBoolean()).isEqualTo(earlier);
        assertThat(page.path("has_later").asBoolean()).isEqualTo(later);
    }

    @ParameterizedTest
    @CsvSource({
        "60, 20, 50, 69",
        "1, 20, 1, 20",
        "120, 20, 110, 120",
        "5, 10, 1, 10",
        "7, 1, 7, 7"
    })
    void aPageCanBeginAroundAMessage(long middle, int limit, long first, long last)
            throws Exception {
        JsonNode page = page("around=%d&limit=%d".formatted(firstId + middle - 1, limit));

        assertThat(sequences(page)).isEqualTo(LongStream.rangeClosed(first, last).boxed().toList());
        assertThat(page.path("has_earlier").asBoolean()).isEqualTo(first > 1);
        assertThat(page.path("has_later").asBoolean()).isEqualTo(last < MESSAGES);
    }

    @Test
    void aMessageElsewhereHasNothingAroundItHere() throws Exception {
        long other = server.conversations().create(NewConversation.of(Account.OWNER_ID)).id();
        long id =
                server.conversations()
                        .append(Account.OWNER_ID, other, NewMessage.text(Role.USER, "x"))
                        .id();
        assertThat(client.get(path("around=" + id)).status()).isEqualTo(404);
        assertThat(
                        client.get("/v1/conversations/%d/messages/%d".formatted(conversation, id))
                                .text())
                .isEqualTo("{\"detail\":\"There is no message %d.\"}".formatted(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"around=1&before=2", "around=1&after=2", "around=0", "around=x"})
    void onePlaceIsNamed(String query) throws Exception {
        assertThat(client.get(path(query)).status()).isEqualTo(400);
    }

    private static JsonNode page(String query) throws InterruptedException {
        return client.get(path(query)).json();
    }

    private static String path(String query) {
        return "/v1/conversations/%d/messages?%s".formatted(conversation, query);
    }

    private static List<Long> sequences(JsonNode page) {
        return page.path("messages").values().stream()
                .map(message -> message.path("sequence").asLong())
                .toList();
    }
}
