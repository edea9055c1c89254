package parley.analysis.sql.postgres;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import parley.analysis.sql.ConnectFaults;
import parley.analysis.sql.Diagnosis;
import parley.analysis.sql.Fault;

/// What PostgreSQL's codes mean (its manual, Appendix A).
final class PostgresDiagnosis {
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]{1,80})\"");
    private static final Pattern UNQUOTED = Pattern.compile("column (\\S{1,80}) does not exist");

    private PostgresDiagnosis() {}

    static Diagnosis of(SQLException failure) {
        return new Diagnosis(fault(failure), about(failure));
    }

    private static Fault fault(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return switch (state) {
            case "42601" -> Fault.SYNTAX;
            case "42703" -> Fault.NO_SUCH_COLUMN;
            case "42P01", "3F000" -> Fault.NO_SUCH_TABLE;
            case "42883" -> Fault.NO_SUCH_FUNCTION;
            case "42803" -> Fault.GROUPING;
            case "42804", "22P02", "22007", "22008", "42846" -> Fault.WRONG_TYPE;
            case "22012" -> Fault.DIVISION_BY_ZERO;
            case "42501", "25006" -> Fault.NOT_PERMITTED;
            case "57014", "55P03", "25P03" -> Fault.TIME_OVER;
            case "53200", "54000", "53400" -> Fault.TOO_MUCH;
            case "28000", "28P01" -> Fault.WRONG_PASSWORD;
            case "3D000" -> Fault.NO_SUCH_DATABASE;
            case "53300" -> Fault.TOO_MANY_CONNECTIONS;
            default -> ofClass(failure, state);
        };
    }

    private static Fault ofClass(SQLException failure, String state) {
        if (state.startsWith("42") || state.startsWith("22") || state.startsWith("0A")) {
            return Fault.BAD_QUERY;
        }
        return ConnectFaults.of(failure)
                .orElseGet(() ->
                        switch (state) {
                            case "08001", "08004", "08006", "08P01" -> unanswered(failure);
                            case "57P01", "57P02", "57P03" -> Fault.LOST;
                            default -> Fault.BAD_QUERY;
                        });
    }

    private static Fault unanswered(SQLException failure) {
        String words = String.valueOf(failure.getMessage());
        if (words.contains("SSL")) {
            return Fault.TLS;
        }
        return words.contains("timeout") || words.contains("timed out")
                ? Fault.NO_ANSWER
                : Fault.LOST;
    }

    private static Optional<String> about(SQLException failure) {
        ServerErrorMessage message =
                failure instanceof PSQLException known ? known.getServerErrorMessage() : null;
        if (message == null || message.getMessage() == null) {
            return Optional.empty();
        }
        Matcher quoted = QUOTED.matcher(message.getMessage());
        if (quoted.find()) {
            return Optional.of(quoted.group(1));
        }
        Matcher plain = UNQUOTED.matcher(message.getMessage());
        return plain.find() ? Optional.of(plain.group(1)) : Optional.empty();
    }
}
