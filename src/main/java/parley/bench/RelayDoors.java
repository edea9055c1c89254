package parley.bench;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.bench.load.RequestBytes;
import parley.bench.load.Requests;
import parley.bench.target.ServerProcess;
import tools.jackson.databind.json.JsonMapper;

/// The ways through the server: every contract that answers, each asked for the same.
final class RelayDoors {
    private final Workbench bench;
    private final InetSocketAddress target;
    private final Optional<String> token;

    RelayDoors(Workbench bench, ServerProcess server) {
        this.bench = bench;
        this.target = server.address();
        this.token = Optional.of(server.ownerToken());
    }

    /// One that keeps nothing and one that keeps everything, or, in full, all.
    List<RelayDoor> all() {
        List<RelayDoor> doors = new ArrayList<>(List.of(completions(), chat()));
        if (bench.scale() != Scale.QUICK) {
            doors.addAll(List.of(responses(), messages(), turns(), dialogix()));
            List<Long> conversations = conversations();
            doors.add(
                    within(
                            "stored (/api/sessions)",
                            "/api/sessions/%d/messages",
                            "{\"content\":\"Hello\"}",
                            conversations));
            doors.add(
                    within(
                            "stored (/api/v1/chat/sessions)",
                            "/api/v1/chat/sessions/%d/messages",
                            "{\"user_id\":\"bench\",\"message\":\"Hello\"}",
                            conversations));
            doors.add(
                    within(
                            "stored (/api/chat)",
                            "/api/chat",
                            "{\"conversationId\":%d,\"role\":\"user\",\"content\":\"Hello\"}",
                            conversations));
        }
        return doors;
    }

    private RelayDoor completions() {
        return door(
                "not stored (/v1/chat/completions)",
                Calls.completion(token, Calls.RELAYED, false),
                Optional.of(Calls.completion(token, Calls.RELAYED, true)),
                Optional.of(Calls.completion(token, Calls.slow(Calls.RELAYED), false)));
    }

    private RelayDoor chat() {
        String secret = token.orElseThrow();
        return door(
                "stored (/v1/chat/stream)",
                Calls.chat(secret, Calls.RELAYED, false, "Hello"),
                Optional.of(Calls.chat(secret, Calls.RELAYED, true, "Hello")),
                Optional.of(Calls.chat(secret, Calls.slow(Calls.RELAYED), false, "Hello")));
    }

    private RelayDoor responses() {
        return both(
                "not stored (/v1/responses)",
                "/v1/responses",
                """
                {"model":"openai/bench","stream":%b,"store":false,"input":"Hello"}\
                """);
    }

    private RelayDoor messages() {
        return both(
                "not stored (/v1/messages)",
                "/v1/messages",
                """
                {"model":"openai/bench","stream":%b,"max_tokens":100,\
                "messages":[{"role":"user","content":"Hello"}]}\
                """);
    }

    private RelayDoor turns() {
        return both(
                "stored (/v1/turns)",
                "/v1/turns",
                """
                {"model":"openai/bench","stream":%b,"message":"Hello"}\
                """);
    }

    private RelayDoor dialogix() {
        return door(
                "stored (/chat/completions)",
                RequestBytes.postJson("/chat/completions", token, "{\"message\":\"Hello\"}"),
                Optional.empty(),
                Optional.empty());
    }

    /// @param json the body, with `%b` for whether it is to be streamed
    private RelayDoor both(String name, String path, String json) {
        return door(
                name,
                RequestBytes.postJson(path, token, json.formatted(false)),
                Optional.of(RequestBytes.postJson(path, token, json.formatted(true))),
                Optional.empty());
    }

    /// A contract whose messages need a conversation: they go to many by turns, so that none grows
    /// long.
    private RelayDoor within(String name, String path, String json, List<Long> conversations) {
        List<byte[]> requests =
                conversations.stream()
                        .map(id ->
                                RequestBytes.postJson(
                                        path.formatted(id), token, json.formatted(id)))
                        .toList();
        Requests byTurns = (_, number) -> requests.get((int) (number % requests.size()));
        return new RelayDoor(name, target, byTurns, Optional.empty(), Optional.empty());
    }

    private List<Long> conversations() {
        byte[] request = RequestBytes.postJson("/api/conversations", token, "{}");
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 1024; i++) {
            String made = bench.call(target, request).text();
            ids.add(JsonMapper.shared().readTree(made).path("id").asLong());
        }
        return ids;
    }

    private RelayDoor door(
            String name, byte[] whole, Optional<byte[]> streamed, Optional<byte[]> slow) {
        return new RelayDoor(
                name,
                target,
                Requests.always(whole),
                streamed.map(Requests::always),
                slow.map(Requests::always));
    }
}
