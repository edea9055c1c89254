package parley.error;

/// What went wrong, in the terms a caller can act on. Each code has the HTTP status it is shown
/// with.
public enum ErrorCode {
    /// Malformed JSON, a missing or wrong parameter.
    INVALID_REQUEST(400),
    /// No token where one is needed, or one that is not known.
    UNAUTHENTICATED(401),
    /// The caller is known and may not do this.
    FORBIDDEN(403),
    /// Nothing of that name exists for this caller. Also said of what belongs to others.
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    /// The same work is already under way, for instance under the same idempotency key.
    CONFLICT(409),
    TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    /// The `Host` header names a server this is not.
    MISDIRECTED(421),
    /// Well-formed, and still not acceptable.
    UNPROCESSABLE(422),
    /// Too much at once, or too much in a time window.
    RATE_LIMITED(429),
    HEADERS_TOO_LARGE(431),
    INTERNAL(500),
    /// A model provider answered with an error, or with something that cannot be read.
    PROVIDER_FAILED(502),
    /// The server, its database or a provider cannot take the request now.
    UNAVAILABLE(503),
    /// A model provider did not answer in time.
    PROVIDER_TIMEOUT(504),
    /// The disk is full.
    STORAGE_FULL(507);

    private final int httpStatus;

    ErrorCode(int httpStatus) {
        this.httpStatus = httpStatus;
    }

    public int httpStatus() {
        return httpStatus;
    }
}
