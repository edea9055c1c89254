package parley.analysis.sql;

import parley.error.ErrorCode;

/// What can go wrong between a query and its rows, in the words a user gets.
public enum Fault {
    SYNTAX(ErrorCode.INVALID_REQUEST, "The database does not understand the SQL"),
    NO_SUCH_COLUMN(ErrorCode.INVALID_REQUEST, "The database finds no such column"),
    NO_SUCH_TABLE(ErrorCode.INVALID_REQUEST, "The database finds no such table"),
    NO_SUCH_FUNCTION(
            ErrorCode.INVALID_REQUEST,
            "The database has no such function for values of these types"),
    GROUPING(
            ErrorCode.INVALID_REQUEST,
            "A column is neither in GROUP BY nor inside an aggregate such as sum"),
    WRONG_TYPE(
            ErrorCode.INVALID_REQUEST,
            "Values of different types are compared, or one cannot be read as its type"),
    DIVISION_BY_ZERO(
            ErrorCode.INVALID_REQUEST, "The SQL divides by zero; write nullif(…, 0) below"),
    NOT_PERMITTED(
            ErrorCode.INVALID_REQUEST, "The database's account may not do this; it may only read"),
    BAD_QUERY(ErrorCode.INVALID_REQUEST, "The database cannot run this SQL"),
    TOO_MUCH(
            ErrorCode.INVALID_REQUEST,
            "The query needs more memory than it may have; ask for less at once"),
    TIME_OVER(
            ErrorCode.UNAVAILABLE,
            "The query took longer than it may; ask for a shorter time or fewer groups"),
    BUSY(
            ErrorCode.UNAVAILABLE,
            "This database is answering other queries; ask again in a few seconds"),
    REFUSED(
            ErrorCode.UNAVAILABLE,
            "Nothing listens on this host and port; check both, and that the database runs"),
    NO_ANSWER(
            ErrorCode.UNAVAILABLE,
            "The host does not answer in time; check its name, the port and firewalls"),
    UNKNOWN_HOST(ErrorCode.UNAVAILABLE, "There is no host of this name; check its spelling"),
    WRONG_PASSWORD(
            ErrorCode.UNAVAILABLE, "The database refuses this user and password; check both"),
    NO_SUCH_DATABASE(
            ErrorCode.UNAVAILABLE,
            "There is no database of this name for this user; check its spelling"),
    NO_SUCH_FILE(
            ErrorCode.UNAVAILABLE,
            "There is no such file in the folder for database files; put it there"),
    TLS(
            ErrorCode.UNAVAILABLE,
            "No encrypted connection could be made; check the certificate, or the parameter"
                    + " sslmode (PostgreSQL) or ssl (MySQL)"),
    TOO_MANY_CONNECTIONS(
            ErrorCode.UNAVAILABLE, "The database takes no more connections now; try again later"),
    LOST(ErrorCode.UNAVAILABLE, "The connection to the database was lost; try again");

    private final ErrorCode code;
    private final String words;

    Fault(ErrorCode code, String words) {
        this.code = code;
        this.words = words;
    }

    ErrorCode code() {
        return code;
    }

    /// A sentence without its full stop.
    String words() {
        return words;
    }
}
