package parley.document;

/// A document that is about to be kept.
///
/// @param filename as the client named it, for showing only
/// @param mediaType what its first bytes say it is
/// @param size of the file in bytes
/// @param digest SHA-256 of the file, in lower-case hexadecimal
/// @param purpose what the client says it is for: `user_data`, `assistants`; for showing only
public record NewDocument(
        long accountId,
        String filename,
        String mediaType,
        long size,
        String digest,
        String purpose,
        DocumentFacts facts) {}
