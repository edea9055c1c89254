package parley.dialect.archive;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import parley.conversation.MessageStatus;
import parley.conversation.Receipt;
import parley.llm.Attempt;
import parley.llm.Role;
import parley.llm.Usage;
import parley.llm.Withheld;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Conversations in the own form of files, with everything in them that there can be.
final class RandomConversations {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Instant FIRST = Instant.parse("2024-05-01T08:00:00Z");
    private static final List<String> ROLES = List.of("system", "user", "assistant", "tool");
    private static final List<String> ENDS =
            List.of("complete", "interrupted", "cancelled", "failed");

    private final SplittableRandom random;
    private int made;

    RandomConversations(long seed) {
        random = new SplittableRandom(seed);
    }

    List<ObjectNode> make(int count) {
        List<ObjectNode> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(conversation());
        }
        return all;
    }

    private ObjectNode conversation() {
        made++;
        Instant created = FIRST.plusMillis(random.nextInt(1_000_000_000));
        ObjectNode node =
                JSON.createObjectNode()
                        .put("format", "parley-conversation")
                        .put("version", 1)
                        .put("origin", "test:" + made)
                        .put("title", text(random.nextInt(0, 40)).strip())
                        .put("model", random.nextBoolean() ? "vendor/large" : null)
                        .put("end_user", random.nextBoolean() ? "ada" : null)
                        .put("alias", random.nextBoolean() ? "session-x" + made : null)
                        .putNull("data_source")
                        .put("created_at", created.toString())
                        .put("updated_at", micros(created).toString());
        ArrayNode messages = node.putArray("messages");
        int sequence = 0;
        int count = random.nextInt(0, 12);
        for (int i = 0; i < count; i++) {
            sequence += random.nextInt(1, 3);
            messages.add(message(100 + i, sequence, created, i));
        }
        return node;
    }

    private ObjectNode message(int id, int sequence, Instant created, int place) {
        String role = ROLES.get(random.nextInt(ROLES.size()));
        ObjectNode node =
                JSON.createObjectNode()
                        .put("id", id)
                        .put("sequence", sequence)
                        .put("role", role)
                        .put("content", text(random.nextInt(0, 200)))
                        .put("content_type", random.nextInt(8) == 0 ? "image" : "text")
                        .put("status", "complete")
                        .put("created_at", micros(created).toString());
        node.set("attributes", attributes());
        if (random.nextBoolean()) {
            node.set("parts", parts());
        }
        if (role.equals("assistant")) {
            node.put("answered_by", "vendor/large");
            if (random.nextInt(4) > 0) {
                String end = ENDS.get(random.nextInt(ENDS.size()));
                node.put("status", end);
                node.set("turn", turn(end, place, created));
            }
        }
        return node;
    }

    private ObjectNode attributes() {
        ObjectNode node = JSON.createObjectNode();
        if (random.nextBoolean()) {
            node.put("text", text(10)).put("number", random.nextInt()).put("share", 0.1);
            node.put("large", random.nextLong()).putArray("list").add(true).addNull().add(1e300);
        }
        return node;
    }

    private ArrayNode parts() {
        ArrayNode parts = JSON.createArrayNode();
        parts.addObject().put("type", "reasoning").put("text", text(30)).put("origin", "vendor");
        parts.addObject()
                .put("type", "reasoning")
                .put("text", "")
                .put("origin", "vendor")
                .put("signature", "c2lnbmVk");
        parts.addObject().put("type", "text").put("text", text(50));
        parts.addObject()
                .put("type", "image")
                .put("media_type", "image/png")
                .put("data", Base64.getEncoder().encodeToString(bytes()))
                .put("detail", "high");
        parts.addObject()
                .put("type", "tool_call")
                .put("id", "call_1")
                .put("name", "search")
                .put("arguments", "{\"q\": \"" + random.nextInt() + "\"}");
        parts.addObject()
                .put("type", "tool_result")
                .put("call_id", "call_1")
                .put("name", "search")
                .put("content", text(20))
                .put("failed", random.nextBoolean());
        parts.addObject().put("type", "lost").put("units", random.nextInt(1, 50));
        return parts;
    }

    private ObjectNode turn(String end, int place, Instant created) {
        ObjectNode turn = JSON.createObjectNode().put("contract", "parley");
        if (random.nextBoolean()) {
            turn.put("model", "large");
        }
        if (place > 0) {
            turn.put("question_id", 100 + place - 1);
        }
        turn.set(
                "usage",
                JSON.createObjectNode()
                        .put("input_tokens", random.nextInt(10_000))
                        .put("output_tokens", random.nextInt(10_000))
                        .put("cached_tokens", 3)
                        .put("reasoning_tokens", 4)
                        .put("source", "estimated")
                        .put("reason", "counted here"));
        turn.put("nano_dollars", random.nextInt(1_000_000)).put("first_token_micros", 1234);
        turn.put("attempts", 2).put("omitted_messages", 1);
        if (end.equals("complete")) {
            turn.put("finish_reason", "stop");
        }
        if (end.equals("failed")) {
            turn.putObject("error")
                    .put("code", "PROVIDER_FAILED")
                    .put("sentence", "The provider failed.");
        }
        turn.put("finished_at", micros(created).toString());
        if (!end.equals("complete")) {
            turn.putObject("wish").put("version", 1).put("temperature", 0.5);
        }
        if (random.nextBoolean()) {
            turn.set("receipt", JSON.valueToTree(receipt(place)));
        }
        return turn;
    }

    private static Receipt receipt(int place) {
        return new Receipt(
                MessageStatus.COMPLETE,
                "vendor/large",
                Optional.of("vendor/large"),
                7,
                place == 0
                        ? List.of()
                        : List.of(new Receipt.Seen(100, Role.USER, 12, List.of("text", "image"))),
                List.of(new Receipt.LeftOut(Receipt.Reason.MEMORY, 2)),
                List.of(new Withheld(Withheld.Kind.REASONING, "another's")),
                List.of(new Attempt("vendor/large", Duration.ofMillis(17), Optional.empty())),
                Optional.of(Duration.ofNanos(1_500_000)),
                Duration.ofMillis(90),
                Usage.exact(1, 2),
                OptionalLong.empty(),
                "");
    }

    private byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(1, 3000)];
        random.nextBytes(bytes);
        return bytes;
    }

    private Instant micros(Instant from) {
        return from.plusNanos(random.nextInt(1_000_000) * 1000L);
    }

    /// Valid Unicode of every kind, without U+0000.
    private String text(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(
                    switch (random.nextInt(6)) {
                        case 0 -> random.nextInt(1, 0x20);
                        case 1 -> random.nextInt(0x80, 0x800);
                        case 2 -> random.nextInt(0x3000, 0x9fff);
                        case 3 -> random.nextInt(0x1F300, 0x1F6FF);
                        default -> random.nextInt(0x20, 0x7f);
                    });
        }
        return text.toString();
    }
}
