package parley.storage;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import parley.conversation.Conversation;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.storage.database.Row;
import parley.storage.database.Session;

/// The table of conversations, as the stores of conversations and of turns both use it.
final class ConversationRows {
    /// The columns that [#read] takes.
    static final String COLUMNS =
            """
            id, account_id, title, model, end_user, alias, data_source_id, created_at, updated_at
            """;

    private static final String ADVANCE =
            """
            UPDATE conversation SET
                last_sequence = last_sequence + ?,
                updated_at = CASE WHEN updated_at > ? THEN updated_at ELSE ? END,
                title = CASE WHEN title = '' THEN ? ELSE title END,
                model = COALESCE(?, model)
            WHERE account_id = ? AND %s = ?
            RETURNING %s, last_sequence
            """;

    static final String ADVANCE_BY_ID = ADVANCE.formatted("id", COLUMNS);
    static final String ADVANCE_BY_ALIAS = ADVANCE.formatted("alias", COLUMNS);

    private static final String INSERT =
            """
            INSERT INTO conversation (
                account_id, title, model, end_user, alias, created_at, updated_at, last_sequence)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            RETURNING %s, last_sequence
            """
                    .formatted(COLUMNS);

    /// Aliases and model names are in indexes, which do not take entries of any length (PostgreSQL:
    /// 2,704 bytes).
    private static final int LONGEST_NAME = 500;

    private ConversationRows() {}

    /// What new messages do to their conversation.
    ///
    /// @param messages how many places they take
    /// @param title the title if there is none yet
    /// @param model the model from now on; empty to leave it
    record Advance(
            long accountId, int messages, String title, Optional<String> model, Instant now) {}

    /// A conversation with the place of its newest message.
    record Advanced(Conversation conversation, long lastSequence) {}

    static Optional<Advanced> advance(Session session, Advance advance, long conversationId)
            throws SQLException {
        return advance(session, advance, ADVANCE_BY_ID, conversationId);
    }

    static Optional<Advanced> advance(Session session, Advance advance, String alias)
            throws SQLException {
        return advance(session, advance, ADVANCE_BY_ALIAS, alias);
    }

    /// Makes a conversation that has its first places taken.
    ///
    /// @return empty if the account has a conversation of this alias
    static Optional<Advanced> insert(
            Session session, Advance advance, Optional<String> endUser, Optional<String> alias)
            throws SQLException {
        return session.first(
                INSERT,
                ConversationRows::readAdvanced,
                advance.accountId,
                advance.title,
                advance.model,
                endUser,
                alias,
                // As it is shown: a filter by the time that was shown finds it.
                advance.now.truncatedTo(ChronoUnit.MILLIS),
                advance.now,
                advance.messages);
    }

    static Conversation read(Row row) throws SQLException {
        return new Conversation(
                row.number(),
                row.number(),
                row.text(),
                row.optionalText(),
                row.optionalText(),
                row.optionalText(),
                row.optionalNumber(),
                row.instant(),
                row.instant());
    }

    /// @param parameter what to call it in the failure
    static void checkLength(String parameter, Optional<String> name) {
        if (name.isPresent() && name.get().length() > LONGEST_NAME) {
            throw AppException.invalid(
                    parameter,
                    "The %s has %d characters; at most %d are possible."
                            .formatted(parameter, name.get().length(), LONGEST_NAME));
        }
    }

    static AppException nameTaken(Optional<String> alias) {
        return new AppException(
                ErrorCode.CONFLICT,
                "There is a conversation named %s already.".formatted(alias.orElse("so")));
    }

    private static Optional<Advanced> advance(
            Session session, Advance advance, String sql, Object which) throws SQLException {
        return session.first(
                sql,
                ConversationRows::readAdvanced,
                advance.messages,
                advance.now,
                advance.now,
                advance.title,
                advance.model,
                advance.accountId,
                which);
    }

    private static Advanced readAdvanced(Row row) throws SQLException {
        return new Advanced(read(row), row.number());
    }
}
