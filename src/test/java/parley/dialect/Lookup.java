package parley.dialect;

/// A request about a conversation that must exist.
///
/// @param path and
/// @param body with `%s` for the conversation's id
/// @param inPath whether the id is text in a path, which may be anything, or a number in a body
record Lookup(String method, String path, String body, boolean inPath) {
    static Lookup of(String method, String path) {
        return new Lookup(method, path, "", true);
    }

    static Lookup of(String method, String path, String body) {
        return new Lookup(method, path, body, true);
    }

    static Lookup of(Door door) {
        String message = "\"Hello\"";
        return new Lookup(
                "POST",
                door.path("%s"),
                door.bodyWith("%s", message),
                door.path("%s").contains("%s"));
    }

    WireAnswer make(WireClient client, Object conversation) throws InterruptedException {
        return client.call(method, path(conversation), body.formatted(conversation));
    }

    String path(Object conversation) {
        return path.formatted(conversation);
    }

    /// The id as the answer repeats it.
    String askedId(Object conversation) {
        return path.contains("session-%s") ? "session-" + conversation : conversation.toString();
    }

    boolean needsToken() {
        return path.startsWith("/v1/chat/");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
