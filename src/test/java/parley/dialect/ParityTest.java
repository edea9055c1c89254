package parley.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.account.Account;
import parley.conversation.Conversation;
import parley.conversation.NewConversation;
import parley.testing.TestServer;

/// What is refused is refused through every contract, streamed or not, with a token and without,
/// each time in the contract's own form.
final class ParityTest {
    private static final long UNKNOWN = 777_777;

    private static TestServer open;
    private static TestServer closed;
    private static WireClient owner;
    private static WireClient nobody;
    private static WireClient other;
    private static WireClient locked;

    @BeforeAll
    static void start() throws Exception {
        open = TestServer.start("builtin.faults=true");
        closed = TestServer.start("auth.required=true");
        owner = new WireClient(open.url(), Optional.of(open.ownerToken()));
        nobody = new WireClient(open.url(), Optional.empty());
        other = new WireClient(open.url(), Optional.of(open.newToken("other")));
        locked = new WireClient(closed.url(), Optional.empty());
    }

    @AfterAll
    static void stop() throws Exception {
        for (WireClient client : List.of(owner, nobody, other, locked)) {
            client.close();
        }
        open.close();
        closed.close();
    }

    static List<Lookup> lookups() {
        List<Lookup> lookups =
                new ArrayList<>(
                        List.of(
                                Lookup.of("DELETE", "/api/sessions/%s"),
                                Lookup.of("GET", "/api/sessions/%s/messages"),
                                Lookup.of("GET", "/api/v1/chat/sessions/%s"),
                                Lookup.of("GET", "/api/v1/chat/sessions/%s/messages/1"),
                                Lookup.of("GET", "/chat/history/session-%s"),
                                Lookup.of("GET", "/api/v1/chat/history/session-%s"),
                                Lookup.of("GET", "/api/conversations/%s"),
                                Lookup.of("PATCH", "/api/conversations/%s", "{\"title\": \"x\"}"),
                                Lookup.of("DELETE", "/api/conversations/%s"),
                                Lookup.of("GET", "/api/conversations/%s/messages"),
                                Lookup.of("DELETE", "/v1/chat/sessions/%s"),
                                new Lookup(
                                        "POST",
                                        "/v1/chat/switch-model",
                                        "{\"session_id\": %s, \"model\": \"builtin/parley\"}",
                                        false),
                                Lookup.of("GET", "/api/sessions/%s/messages/1/image"),
                                Lookup.of("GET", "/v1/conversations/%s"),
                                Lookup.of("PATCH", "/v1/conversations/%s", "{\"title\": \"x\"}"),
                                Lookup.of("DELETE", "/v1/conversations/%s"),
                                Lookup.of("GET", "/v1/conversations/%s/messages")));
        Arrays.stream(Door.values())
                .filter(door -> !door.takesNewNames())
                .map(Lookup::of)
                .forEach(lookups::add);
        return lookups;
    }

    /// All requests there are, of lookups and of those that need no conversation to be there.
    static List<Lookup> requests() {
        List<Lookup> requests = new ArrayList<>(lookups());
        requests.add(Lookup.of(Door.DIALOGIX));
        requests.add(Lookup.of(Door.DIALOGIX_V1));
        requests.addAll(
                List.of(
                        Lookup.of("GET", "/api/sessions"),
                        Lookup.of("POST", "/api/sessions", "{}"),
                        Lookup.of("GET", "/api/download/%s"),
                        Lookup.of("POST", "/api/v1/chat/sessions", "{\"user_id\": \"ada\"}"),
                        Lookup.of("POST", "/chat/conversations", "{}"),
                        Lookup.of("POST", "/api/v1/chat/conversations", "{}"),
                        Lookup.of("GET", "/api"),
                        Lookup.of("GET", "/api/conversations"),
                        Lookup.of("POST", "/api/conversations", "{}"),
                        Lookup.of("GET", "/api/providers"),
                        Lookup.of("GET", "/api/providers/builtin"),
                        Lookup.of("GET", "/api/models/builtin"),
                        Lookup.of("GET", "/v1/chat/history"),
                        Lookup.of("GET", "/v1/conversations"),
                        Lookup.of("POST", "/v1/conversations", "{}"),
                        Lookup.of("GET", "/v1/responses/resp_%s"),
                        Lookup.of("DELETE", "/v1/responses/resp_%s"),
                        Lookup.of("GET", "/v1/responses/resp_%s/input_items"),
                        Lookup.of("POST", "/responses/resp_%s/cancel"),
                        Lookup.of("GET", "/v1/turns/%s"),
                        Lookup.of("POST", "/v1/turns/%s/stop"),
                        Lookup.of("POST", "/v1/turns/%s/continue", "{}"),
                        Lookup.of("GET", "/v1/models"),
                        Lookup.of("GET", "/models/builtin/parley"),
                        Lookup.of("POST", "/v1/chat/completions", "{\"messages\": []}"),
                        Lookup.of("GET", "/v1/chat/completions/chatcmpl-%s"),
                        Lookup.of("DELETE", "/v1/chat/completions/chatcmpl-%s"),
                        Lookup.of("GET", "/v1/chat/completions"),
                        Lookup.of("GET", "/v1/chat/completions/chatcmpl-%s/messages"),
                        Lookup.of("POST", "/v1/chat/completions/chatcmpl-%s", "{\"metadata\": {}}"),
                        Lookup.of("POST", "/v1/embeddings", "{\"input\": \"Hello\"}"),
                        Lookup.of("POST", "/v1/messages", "{\"messages\": []}"),
                        Lookup.of("POST", "/v1/messages/count_tokens", "{\"messages\": []}")));
        return requests;
    }

    static Stream<String> ways() {
        return requests().stream().map(lookup -> lookup.method() + " " + lookup.path(1)).distinct();
    }

    @ParameterizedTest
    @MethodSource("lookups")
    void whatBelongsToOthersIsAnsweredLikeWhatDoesNotExist(Lookup lookup) throws Exception {
        long foreign = newConversation();
        assertNotThere(lookup, other, foreign);
        assertNotThere(lookup, other, UNKNOWN);
        assertNotThere(lookup, owner, UNKNOWN);
        if (!lookup.needsToken()) {
            long theirs = other.post("/api/conversations", "{}").json().get("id").longValue();
            assertNotThere(lookup, nobody, theirs);
            assertNotThere(lookup, nobody, UNKNOWN);
        }
        Conversation untouched = open.conversations().load(Account.OWNER_ID, foreign);
        assertThat(untouched.title()).isEqualTo("Private");
        assertThat(open.conversations().messages(untouched)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("lookups")
    void whatCannotBeAnIdIsAnsweredTheSameWay(Lookup lookup) throws Exception {
        if (!lookup.inPath()) {
            assertNotThere(lookup, owner, 0);
            assertNotThere(lookup, owner, Long.MAX_VALUE);
            return;
        }
        for (String id : List.of("abc", "0", "-1", "0777777", "9007199254740992", "1e3")) {
            assertNotThere(lookup, owner, id);
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aTokenIsNeededWhereTokensAreRequired(Lookup lookup) throws Exception {
        WireAnswer answer = lookup.make(locked, 1);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(ErrorShape.sentence(lookup.path(1), answer)).contains("token");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aWrongTokenIsRefusedEvenWhereNoneIsNeeded(Lookup lookup) throws Exception {
        try (WireClient liar =
                new WireClient(open.url(), Optional.of("parley_" + "x".repeat(43)))) {
            WireAnswer answer = lookup.make(liar, newConversation());

            assertThat(answer.status()).isEqualTo(401);
            assertThat(ErrorShape.sentence(lookup.path(1), answer)).contains("token");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/api/v1/health"})
    void whetherTheServerIsThereMayBeAskedByEverybody(String path) throws Exception {
        assertThat(locked.get(path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void aBodyThatIsNoGoodJsonIsRefusedAndNothingStored(Door door) throws Exception {
        long id = newConversation();
        List<String> bodies =
                List.of(
                        "{",
                        "[]",
                        "\"text\"",
                        "null",
                        door.body(id, "Hello") + "x",
                        door.bodyWith(id, "'Hello'"),
                        door.bodyWith(id, "\"a\\u0000b\""),
                        door.bodyWith(id, "\"\\ud83d\""),
                        door.bodyWith(id, "\"\\ude42\\ud83d\""),
                        door.bodyWith(id, "\"x\", \"more\": " + nested(500)),
                        door.bodyWith(id, "\"x\", \"more\": " + nested(20_000)));

        for (String body : bodies) {
            WireAnswer answer = owner.post(door.path(id), body);
            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(ErrorShape.sentence(door.path(id), answer)).isNotBlank();
        }
        assertThat(messages(id)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aMessageThatSaysNothingIsRefused(Door door) throws Exception {
        long id = newConversation();

        for (String message : List.of("\"\"", "\" \\t\\n\"", "null", "7", "{}")) {
            WireAnswer answer = owner.post(door.path(id), door.bodyWith(id, message));
            assertThat(answer.status()).as(message).isEqualTo(400);
            assertThat(ErrorShape.sentence(door.path(id), answer))
                    .containsAnyOf("message", "content", "input");
        }
        assertThat(messages(id)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aBodyOfAnotherTypeIsRefused(Door door) throws Exception {
        long id = newConversation();

        for (String type : List.of("text/plain", "application/x-www-form-urlencoded")) {
            WireAnswer answer = postAs(type, door.path(id), door.body(id, "Hello"));
            assertThat(answer.status()).isEqualTo(415);
            assertThat(ErrorShape.sentence(door.path(id), answer)).contains("application/json");
        }
        assertThat(messages(id)).isZero();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void anotherMethodIsAnsweredWithThoseThereAre(String way) throws Exception {
        String method = way.substring(0, way.indexOf(' '));
        String path = way.substring(way.indexOf(' ') + 1);

        WireAnswer answer = owner.call("PUT", path, "{}");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow").split(", *")).contains(method).doesNotContain("PUT");
        assertThat(ErrorShape.sentence(path, answer)).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/nothing",
                "/api/sessions/1/nothing",
                "/api/download",
                "/api/v1/chat/sessions/1/nothing",
                "/api/v1/chat/completions/nothing",
                "/api/v1/chat/history",
                "/chat/nothing",
                "/chat",
                "/health/nothing",
                "/v1/chat/nothing",
                "/v1/chat/completions/1/nothing",
                "/v1/nothing",
                "/v1/embeddings/nothing",
                "/v1/messages/nothing",
                "/v1/turns/1/nothing",
                "/v1/responses/resp_1/nothing",
                "/responses/resp_1/nothing"
            })
    void anUnknownPathIsAnsweredInTheFormOfItsContract(String path) throws Exception {
        WireAnswer answer = owner.get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(ErrorShape.sentence(path, answer)).contains(path);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aForeignWebPageIsRefused(Lookup lookup) throws Exception {
        long id = newConversation();

        WireAnswer answer =
                owner.call(
                        lookup.method(),
                        lookup.path(id),
                        lookup.body().formatted(id),
                        "Origin",
                        "https://elsewhere.example");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(ErrorShape.sentence(lookup.path(id), answer)).isNotBlank();
        assertThat(open.conversations().load(Account.OWNER_ID, id).title()).isEqualTo("Private");
    }

    private static void assertNotThere(Lookup lookup, WireClient client, Object id)
            throws InterruptedException {
        WireAnswer answer = lookup.make(client, id);
        assertThat(answer.status()).as("%s for %s", lookup, id).isEqualTo(404);
        assertThat(ErrorShape.sentence(lookup.path(id), answer))
                .isEqualTo("There is no conversation %s.".formatted(lookup.askedId(id)));
    }

    private static long newConversation() {
        return open.conversations()
                .create(NewConversation.of(Account.OWNER_ID).withTitle("Private"))
                .id();
    }

    private static int messages(long id) {
        Conversation conversation = open.conversations().load(Account.OWNER_ID, id);
        return open.conversations().messages(conversation).size();
    }

    private static String nested(int levels) {
        return "[".repeat(levels) + "]".repeat(levels);
    }

    private static WireAnswer postAs(String type, String path, String body)
            throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> response =
                    http.send(
                            HttpRequest.newBuilder(URI.create(open.url() + path))
                                    .header("Authorization", "Bearer " + open.ownerToken())
                                    .header("Content-Type", type)
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            return new WireAnswer(response.statusCode(), response.headers(), response.body());
        }
    }
}
