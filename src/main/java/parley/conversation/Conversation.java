package parley.conversation;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// A conversation of one account.
///
/// @param title empty until someone or the first message gives one
/// @param model the model asked for by name, as it was asked for; empty for the server's default
/// @param endUser the front end's own label for the person it serves; scopes inside the account,
///   never a way out of it
/// @param alias the name a client invented for this conversation
/// @param updatedAt when it last got a message or changed
public record Conversation(
        long id,
        long accountId,
        String title,
        Optional<String> model,
        Optional<String> endUser,
        Optional<String> alias,
        OptionalLong dataSourceId,
        Instant createdAt,
        Instant updatedAt) {}
