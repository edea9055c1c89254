package parley.program;

import parley.dialect.WireClient;
import tools.jackson.databind.JsonNode;

/// How a turn stands in the store, and the text of its answer.
record StoredTurn(String status, String text) {
    static StoredTurn load(WireClient client, long id) throws InterruptedException {
        JsonNode turn = client.get("/v1/turns/" + id).json();
        return new StoredTurn(turn.path("status").stringValue(), turn.path("text").stringValue());
    }
}
