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
    MULTIPART
}
