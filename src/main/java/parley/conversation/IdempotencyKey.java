package parley.conversation;

/// Makes a repeated request the same request. Keys are apart for each account and contract.
///
/// @param key what the client sent, 1 to 255 printable characters
/// @param fingerprint SHA-256 of the request in hexadecimal: the same key with another request is
///   an error
public record IdempotencyKey(String key, String fingerprint) {}
