package parley.dialect;

import parley.testing.Reply;

/// What providers do instead of answering. Each is played in the form that was asked for: a stream
/// breaks after its first word, an answer in one piece before it is whole.
enum Misbehaviour {
    FAILS(503, false),
    IS_BUSY(429, false),
    SENDS_A_PAGE(502, false),
    TELLS_AN_ERROR(503, true),
    ENDS_EARLY(502, true),
    RESETS(503, true),
    TALKS_GARBAGE(502, true),
    FALLS_SILENT(504, true);

    private static final String ERROR = "{\"error\":{\"message\":\"Overloaded.\",\"code\":500}}";

    private final int status;
    private final boolean begins;

    Misbehaviour(int status, boolean begins) {
        this.status = status;
        this.begins = begins;
    }

    /// The status of an answer that is nothing but this failure.
    int status() {
        return status;
    }

    /// Whether a stream says a word before: `Hel`.
    boolean begins() {
        return begins;
    }

    Reply reply() {
        return wire -> (wire.request().wantsStream() ? streamed() : whole()).play(wire);
    }

    private Reply streamed() {
        return begins ? Reply.streamHead().then(Reply.tokens("Hel")).then(breakOff()) : whole();
    }

    private Reply breakOff() {
        return switch (this) {
            case TELLS_AN_ERROR -> Reply.event(ERROR).then(Reply.close());
            case ENDS_EARLY -> Reply.close();
            case RESETS -> Reply.reset();
            case TALKS_GARBAGE -> Reply.event("{\"choices\": [").then(Reply.done());
            case FALLS_SILENT -> Reply.hang();
            case FAILS, IS_BUSY, SENDS_A_PAGE -> whole();
        };
    }

    private Reply whole() {
        return switch (this) {
            case FAILS -> Reply.status(500, ERROR);
            case IS_BUSY -> Reply.status(429, "Retry-After: 7\r\n", ERROR);
            case SENDS_A_PAGE -> Reply.html();
            case TELLS_AN_ERROR -> Reply.json(ERROR);
            case ENDS_EARLY -> half().then(Reply.close());
            case RESETS -> half().then(Reply.reset());
            case TALKS_GARBAGE -> Reply.json("{\"choices\": [");
            case FALLS_SILENT -> Reply.hang();
        };
    }

    private static Reply half() {
        return Reply.raw(
                """
                HTTP/1.1 200 OK\r
                Content-Type: application/json\r
                Content-Length: 500\r
                \r
                {"choices":\
                """);
    }
}
