package parley.dialect.assistant;

import java.util.Optional;
import parley.error.AppException;
import parley.http.Exchange;
import parley.http.QueryFields;
import parley.http.RequestFields;

/// The front end's own name for the person it serves. It divides an account's sessions among those
/// people, and says nothing about who calls.
final class UserLabel {
    static final String FIELD = "user_id";
    private static final int LONGEST = 200;

    private UserLabel() {}

    /// @throws AppException (400) if it is missing, or cannot be a label
    static String required(RequestFields fields) {
        return checked(fields.requiredText(FIELD));
    }

    /// @throws AppException (400) if it is there and cannot be a label
    static Optional<String> optional(QueryFields query) {
        return query.text(FIELD).map(UserLabel::checked);
    }

    /// @throws AppException (400) if it is missing, or cannot be a label
    static String required(QueryFields query) {
        return checked(
                query.text(FIELD)
                        .orElseThrow(() -> AppException.invalid(FIELD, "user_id must be given.")));
    }

    /// @throws AppException (400) if it is there and cannot be a label
    static Optional<String> optional(RequestFields fields) {
        return fields.optionalText(FIELD).map(UserLabel::checked);
    }

    /// Whether what was made under a label may be seen by who asks: by that label, and by requests
    /// that name none. What was made under none may be seen by every label of the account.
    static boolean mayAsk(Exchange exchange, Optional<String> owner) {
        Optional<String> asking = optional(new QueryFields(exchange));
        return owner.isEmpty() || asking.isEmpty() || owner.equals(asking);
    }

    private static String checked(String label) {
        boolean printable = label.codePoints().noneMatch(Character::isISOControl);
        if (label.isBlank() || label.length() > LONGEST || !printable) {
            throw AppException.invalid(
                    FIELD, "user_id must have 1 to %d printable characters.".formatted(LONGEST));
        }
        return label;
    }
}
