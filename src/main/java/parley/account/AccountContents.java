package parley.account;

/// How much an account has.
///
/// @param pictures sent and made
public record AccountContents(
        long conversations, long documents, long pictures, long dataSources, long tokens) {}
