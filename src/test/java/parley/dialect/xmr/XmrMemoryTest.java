package parley.dialect.xmr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.account.Account;
import parley.conversation.Turn;
import parley.dialect.WireClient;
import parley.testing.TestServer;

/// What the model gets to see is told by what the turn says it did not see.
final class XmrMemoryTest {
    @ParameterizedTest
    @CsvSource({
        // The fourth question has three exchanges, six messages, before it.
        "max.conversation.messages=3, 0",
        "max.conversation.messages=2, 2",
        "max.conversation.messages=0, 6",
        "conversation.memory.enabled=false, 6",
        "include.system.messages=false, 3"
    })
    void theSettingsSayHowMuchTheModelSees(String setting, int unseen) throws Exception {
        try (TestServer server = TestServer.start(setting);
                WireClient client = new WireClient(server.url(), Optional.empty())) {
            assertThat(lastOf(4, server, client).omittedMessages()).isEqualTo(unseen);
        }
    }

    @Test
    void fiveExchangesAreRememberedUnlessSaidOtherwise() throws Exception {
        try (TestServer server = TestServer.start();
                WireClient client = new WireClient(server.url(), Optional.empty())) {
            assertThat(lastOf(7, server, client).omittedMessages()).isEqualTo(2);
        }
    }

    /// The last of so many turns in one conversation.
    private static Turn lastOf(int questions, TestServer server, WireClient client)
            throws InterruptedException {
        long id = client.post("/api/conversations", "{}").json().get("id").longValue();
        long turnId = 0;
        for (int i = 0; i < questions; i++) {
            turnId =
                    client.post(
                                    "/api/chat",
                                    "{\"conversationId\": %d, \"role\": \"user\", \"content\": \"Hello!\"}"
                                            .formatted(id))
                            .json()
                            .get("id")
                            .longValue();
        }
        return server.turns().load(Account.OWNER_ID, turnId);
    }
}
