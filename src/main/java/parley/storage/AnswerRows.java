package parley.storage;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.conversation.AnswerPart;
import parley.conversation.MessageParts;
import parley.conversation.PieceText;
import parley.conversation.Said;
import parley.conversation.StoredAnswer;
import parley.storage.database.Row;
import parley.storage.database.Session;

/// Answers with all they say, as far as they are stored.
final class AnswerRows {
    /// One statement, so that no end comes between reading the message and reading its pieces.
    static final String FIND =
            """
            SELECT content, parts, kind, text
            FROM message LEFT JOIN message_piece
                ON message_id = message.id AND status IN ('queued', 'running')
            WHERE id = ? AND contract IS NOT NULL
            ORDER BY start_offset
            """;

    private AnswerRows() {}

    private record Piece(String content, Optional<String> parts, Optional<Said> said) {}

    static Optional<StoredAnswer> find(Session session, long turnId) throws SQLException {
        List<Piece> pieces = session.all(FIND, AnswerRows::read, turnId);
        if (pieces.isEmpty()) {
            return Optional.empty();
        }
        Piece first = pieces.getFirst();
        List<Said> since = new ArrayList<>();
        pieces.forEach(piece -> piece.said.ifPresent(since::add));
        return Optional.of(new StoredAnswer(before(first), since));
    }

    private static List<Said> before(Piece piece) {
        if (piece.parts.isPresent()) {
            return AnswerPart.said(MessageParts.readAnswer(piece.parts.get()));
        }
        return piece.content.isEmpty() ? List.of() : List.of(new Said.Words(piece.content));
    }

    private static Piece read(Row row) throws SQLException {
        String content = row.text();
        Optional<String> parts = row.optionalText();
        Optional<String> kind = row.optionalText();
        Optional<String> text = row.optionalText();
        return new Piece(
                content,
                parts,
                kind.map(name ->
                        new PieceText(
                                        MessageRows.constant(PieceText.Kind.class, name),
                                        text.orElse(""))
                                .said()));
    }
}
