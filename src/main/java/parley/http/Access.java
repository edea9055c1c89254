package parley.http;

/// Who may call a route.
public enum Access {
    /// Everybody, even where tokens are required.
    OPEN,
    /// Holders of a token; without a token the owner, while the server listens on loopback only and
    /// tokens are not required.
    CALLER,
    /// Holders of a token, always.
    TOKEN
}
