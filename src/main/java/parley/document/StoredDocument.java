package parley.document;

import java.time.Instant;
import java.util.OptionalLong;

/// A document that an account keeps, without its text.
///
/// @param id below 2^53
/// @param conversationId the conversation that it is context of; empty for one that was only
///   uploaded
/// @param filename as the client named it, for showing only
/// @param size of the file in bytes
public record StoredDocument(
        long id,
        long accountId,
        OptionalLong conversationId,
        String filename,
        String mediaType,
        long size,
        DocumentFacts facts,
        Instant createdAt) {}
