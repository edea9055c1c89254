package parley.cli;

/// A request that is made while the start-up cache is trained.
///
/// @param path the path with its query, from the slash on
/// @param contentType the body's type; empty if there is no body
public record TrainingRequest(String method, String path, String contentType, String body) {
    public static TrainingRequest get(String path) {
        return new TrainingRequest("GET", path, "", "");
    }

    public static TrainingRequest postJson(String path, String json) {
        return new TrainingRequest("POST", path, "application/json", json);
    }
}
