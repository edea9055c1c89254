package parley.llm.langchain;

import tools.jackson.databind.JsonNode;

/// One tool call of an answer, while its pieces come.
final class OpenCall {
    private final int index;
    private final String wireIndex;
    private final String id;
    private final String name;
    private final DeltaText arguments = new DeltaText();
    private final ObjectEnd end = new ObjectEnd();

    /// @param index which call of the answer this is, from 0
    /// @param wireIndex what the server counts it as; empty if it does not count
    OpenCall(int index, String wireIndex, String id, String name) {
        this.index = index;
        this.wireIndex = wireIndex;
        this.id = id;
        this.name = name;
    }

    int index() {
        return index;
    }

    String wireIndex() {
        return wireIndex;
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    /// What can be passed on of the next piece of the arguments. Some servers send an object in
    /// place of its text.
    String next(JsonNode piece) {
        String text =
                piece.isString() ? piece.asString() : piece.isObject() ? piece.toString() : "";
        return end.take(arguments.next(text));
    }

    /// Whether the arguments are whole, so that nothing more belongs to them.
    boolean isWhole() {
        return end.reached();
    }
}
