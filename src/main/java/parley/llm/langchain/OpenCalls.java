package parley.llm.langchain;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// Tells to which call of an answer a piece belongs. Servers number their calls, or give all of
/// them the same number, or none, and say id and name once or in every piece.
final class OpenCalls {
    private final List<OpenCall> calls = new ArrayList<>();

    int count() {
        return calls.size();
    }

    /// The call of a piece, which may be a new one.
    OpenCall of(JsonNode piece) {
        String id = piece.path("id").asString("");
        String name = piece.path("function").path("name").asString("");
        String wireIndex = piece.path("index").isNumber() ? piece.path("index").toString() : "";
        List<OpenCall> candidates =
                wireIndex.isEmpty()
                        ? calls
                        : calls.stream()
                                .filter(call -> call.wireIndex().equals(wireIndex))
                                .toList();
        for (OpenCall call : candidates) {
            if (call.id().equals(id)) {
                return call;
            }
        }
        boolean otherId = !id.isEmpty() && !name.isEmpty();
        boolean nameAlone = wireIndex.isEmpty() && id.isEmpty() && !name.isEmpty();
        if (candidates.isEmpty() || otherId || nameAlone) {
            OpenCall begun = new OpenCall(calls.size(), wireIndex, idOr(id), name);
            calls.add(begun);
            return begun;
        }
        return candidates.getLast();
    }

    private static String idOr(String id) {
        return id.isEmpty() ? "call_" + UUID.randomUUID().toString().replace("-", "") : id;
    }
}
