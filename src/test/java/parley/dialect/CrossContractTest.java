package parley.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.account.Account;
import parley.dialect.Histories.Said;
import parley.testing.TestServer;
import tools.jackson.databind.JsonNode;

/// What is said through one contract is there through all the others.
final class CrossContractTest {
    private static final String QUESTION = "/fault tokens 3";
    private static final Said FIRST_QUESTION = new Said("user", QUESTION);
    private static final Said FIRST_ANSWER = new Said("assistant", "zero one two");

    private static TestServer server;
    private static WireClient client;
    private static WireClient nobody;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start("builtin.faults=true");
        client = new WireClient(server.url(), Optional.of(server.ownerToken()));
        nobody = new WireClient(server.url(), Optional.empty());
    }

    @AfterAll
    static void stop() throws Exception {
        client.close();
        nobody.close();
        server.close();
    }

    /// The ways to begin a conversation.
    enum Beginning {
        SESSIONS {
            @Override
            long begin() throws InterruptedException {
                return askIn(
                        Door.SESSIONS, id(client.post("/api/sessions", "{}").json().get("id")));
            }
        },
        ASSISTANT {
            @Override
            long begin() throws InterruptedException {
                JsonNode session =
                        client.post("/api/v1/chat/sessions", "{\"user_id\": \"ada\"}").json();
                return askIn(Door.ASSISTANT, id(session.get("session_id")));
            }
        },
        DIALOGIX {
            @Override
            long begin() throws InterruptedException {
                JsonNode answer =
                        client.post(
                                        "/chat/completions",
                                        "{\"message\": \"%s\"}".formatted(QUESTION))
                                .json();
                String name = answer.get("conversation_id").stringValue();
                return Long.parseLong(name.substring("session-".length()));
            }
        },
        DIALOGIX_UNDER_ITS_OWN_NAME {
            @Override
            long begin() throws InterruptedException {
                String body =
                        "{\"message\": \"%s\", \"conversation_id\": \"session-1704459600000-%d\"}"
                                .formatted(QUESTION, System.nanoTime());
                assertThat(client.post("/chat/completions", body).status()).isEqualTo(200);
                return id(client.get("/api/sessions").json().get(0).get("id"));
            }
        },
        XMR {
            @Override
            long begin() throws InterruptedException {
                return askIn(
                        Door.XMR, id(client.post("/api/conversations", "{}").json().get("id")));
            }
        },
        CHAT {
            @Override
            long begin() throws InterruptedException {
                WireAnswer answer =
                        client.post(
                                "/v1/chat/stream",
                                """
                                {"model": "gpt-4",
                                 "messages": [{"role": "user", "content": "%s"}]}
                                """
                                        .formatted(QUESTION));
                return Long.parseLong(answer.header("X-Session-Id"));
            }
        },
        PARLEY {
            @Override
            long begin() throws InterruptedException {
                WireAnswer answer =
                        client.post("/v1/turns", "{\"message\": \"%s\"}".formatted(QUESTION));
                return Long.parseLong(answer.header("X-Session-Id"));
            }
        };

        /// Asks the question, and waits for its answer.
        ///
        /// @return the conversation's number
        abstract long begin() throws InterruptedException;

        private static long askIn(Door door, long id) throws InterruptedException {
            WireAnswer answer = door.ask(client, id, QUESTION);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            return id;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aConversationBegunInOneContractIsReadInAll(Beginning beginning) throws Exception {
        long id = beginning.begin();

        for (List<Said> said : readEverywhere(id)) {
            assertThat(said).containsExactly(FIRST_QUESTION, FIRST_ANSWER);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aConversationBegunInOneContractGoesOnInAll(Beginning beginning) throws Exception {
        long id = beginning.begin();
        List<Said> expected = new ArrayList<>(List.of(FIRST_QUESTION, FIRST_ANSWER));

        for (Door door : Door.values()) {
            String question = "Said through " + door;
            WireAnswer answer = door.ask(client, id, question);
            assertThat(answer.status()).as("%s: %s", door, answer.text()).isEqualTo(200);
            long turn = Long.parseLong(answer.header("X-Turn-Id"));
            expected.add(new Said("user", question));
            expected.add(new Said("assistant", contentOf(turn)));
        }

        for (List<Said> said : readEverywhere(id)) {
            assertThat(said).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void itsTitleIsTheSameInAll(Beginning beginning) throws Exception {
        long id = beginning.begin();

        client.patch("/api/conversations/" + id, "{\"title\": \"Plans & more\"}");

        assertThat(titles(id)).hasSize(5).containsOnly("Plans & more");
    }

    @Test
    void whoSendsNoTokenSeesTheOwnersConversations() throws Exception {
        long id = Beginning.CHAT.begin();

        assertThat(
                        new Histories(nobody)
                                .read("/api/sessions/%d/messages".formatted(id), "", "type"))
                .isEqualTo(readEverywhere(id).getFirst());
        assertThat(nobody.get("/v1/chat/history").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/sessions/%d",
                "/api/conversations/%d",
                "/v1/chat/sessions/%d",
                "/v1/conversations/%d"
            })
    void whatOneContractDeletesIsGoneInAll(String deletion) throws Exception {
        long id = Beginning.DIALOGIX.begin();

        assertThat(client.delete(deletion.formatted(id)).status()).isEqualTo(200);

        for (String path :
                List.of(
                        "/api/sessions/%d/messages",
                        "/api/v1/chat/sessions/%d",
                        "/chat/history/session-%d",
                        "/api/conversations/%d",
                        "/v1/conversations/%d")) {
            assertThat(client.get(path.formatted(id)).status()).as(path).isEqualTo(404);
        }
        assertThat(client.get("/v1/chat/history?page_size=100").json().get("sessions").values())
                .noneMatch(session -> session.get("id").longValue() == id);
    }

    private static List<List<Said>> readEverywhere(long id) throws InterruptedException {
        return new Histories(client).everywhere(id);
    }

    private static String contentOf(long turn) {
        return server.conversations().loadMessage(Account.OWNER_ID, turn).content();
    }

    private static List<String> titles(long id) throws InterruptedException {
        String inSessions =
                client.get("/api/sessions").json().values().stream()
                        .filter(session -> id(session.get("id")) == id)
                        .map(session -> session.get("title").stringValue())
                        .findFirst()
                        .orElseThrow();
        return List.of(
                inSessions,
                title(client.get("/api/v1/chat/sessions/" + id).json()),
                title(client.get("/api/conversations/" + id).json()),
                title(new Histories(client).chatSession(id)),
                title(client.get("/v1/conversations/" + id).json()));
    }

    private static String title(JsonNode conversation) {
        return conversation.get("title").stringValue();
    }

    private static long id(JsonNode node) {
        return node.isString() ? Long.parseLong(node.stringValue()) : node.longValue();
    }
}
