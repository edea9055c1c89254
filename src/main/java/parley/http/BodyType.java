package parley.http;

/// What a route takes as its body. Anything else is answered with 415.
public enum BodyType {
    /// Nothing; a body that comes anyway is read and dropped.
    NONE,
    /// `application/json` or `…+json`, up to the JSON limit.
    JSON,
    /// As `JSON`, up to the limit for requests that bring a whole history, pictures included.
    LONG_JSON,
    /// As `JSON`; an empty body counts as `{}` whatever its type.
    OPTIONAL_JSON,
    /// `multipart/form-data`, up to the limit for uploads. Read with [Exchange#upload].
    MULTIPART,
    /// What its sender likes: as `MULTIPART` if it says so ([Exchange#isForm]), else as
    /// `LONG_JSON`.
    FORM_OR_JSON,
    /// A file as it is, of any type, or a form with one; up to the limit for imports. Read with
    /// [Exchange#upload].
    FILE;

    /// Whether it may take long to arrive.
    boolean isFile() {
        return this == MULTIPART || this == FILE;
    }

    /// The type that a request's body is read as.
    BodyType of(RequestHead head) {
        return switch (this) {
            case NONE, JSON, LONG_JSON, OPTIONAL_JSON, MULTIPART, FILE -> this;
            case FORM_OR_JSON -> ContentGate.isForm(head) ? MULTIPART : LONG_JSON;
        };
    }
}
