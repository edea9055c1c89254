package parley.http;

import io.vertx.core.http.HttpHeaders;
import parley.error.AppException;
import parley.error.ErrorCode;

/// What a request must pass before anybody looks at its body, in this order. Nothing here blocks.
final class Gates {
    private final HostGate hosts;
    private final OriginGate origins;

    Gates(HostGate hosts, OriginGate origins) {
        this.hosts = hosts;
        this.origins = origins;
    }

    /// What comes of a request that passed.
    sealed interface Admission {
        record Handle(Endpoint endpoint) implements Admission {}

        /// It is answered already: 204 without a body.
        record Answered() implements Admission {}
    }

    /// Sets the headers of the answer that depend on the request, whatever becomes of it.
    ///
    /// @throws AppException if the request may not pass
    Admission admit(RequestHead head, Match match, ResponseHead answer) {
        Authority host = hosts.check(head);
        answer.grant(origins.check(head, host));
        if (isPreflight(head)) {
            allowWhatWasAsked(head, answer);
            return new Admission.Answered();
        }
        return switch (match) {
            case Match.Malformed(AppException problem, _) -> throw problem;
            case Match.Unknown unknown -> throw nothingAt(head.method(), unknown.path());
            case Match.WrongMethod wrong -> {
                answer.set(HttpHeaders.ALLOW, String.join(", ", wrong.allowed()));
                if (!head.method().equals("OPTIONS")) {
                    throw wrongMethod(head.method(), wrong);
                }
                yield new Admission.Answered();
            }
            case Match.Found found -> {
                ContentGate.check(head, found.endpoint().route().body());
                yield new Admission.Handle(found.endpoint());
            }
        };
    }

    private static boolean isPreflight(RequestHead head) {
        return head.method().equals("OPTIONS")
                && head.has("Origin")
                && head.has("Access-Control-Request-Method");
    }

    private static void allowWhatWasAsked(RequestHead head, ResponseHead answer) {
        answer.set(
                HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS,
                head.first("Access-Control-Request-Method").orElseThrow());
        head.first("Access-Control-Request-Headers")
                .ifPresent(names -> answer.set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, names));
        answer.set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "600");
        answer.set(HttpHeaders.VARY, "Access-Control-Request-Headers");
    }

    private static AppException nothingAt(String method, String path) {
        return new AppException(
                ErrorCode.NOT_FOUND, "There is nothing at %s %s.".formatted(method, path));
    }

    private static AppException wrongMethod(String method, Match.WrongMethod wrong) {
        return new AppException(
                ErrorCode.METHOD_NOT_ALLOWED,
                "%s does not take %s; it takes %s."
                        .formatted(wrong.path(), method, String.join(", ", wrong.allowed())));
    }
}
