package parley.analysis.csv;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.analysis.sql.Diagnosis;
import parley.analysis.sql.Fault;

/// What DuckDB's messages mean. It has no codes; the kind stands before the colon.
final class DuckDbDiagnosis {
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]{1,80})\"");
    private static final Pattern NAMED = Pattern.compile("with name (\\S{1,80}) does not exist");

    private DuckDbDiagnosis() {}

    static Diagnosis of(SQLException failure) {
        String words = String.valueOf(failure.getMessage());
        return new Diagnosis(fault(words), about(words));
    }

    private static Fault fault(String words) {
        String kind = words.substring(0, Math.max(0, words.indexOf(':')));
        return switch (kind) {
            case "Parser Error" -> Fault.SYNTAX;
            case "Binder Error" -> ofBinder(words);
            case "Catalog Error" ->
                    words.contains("Function") ? Fault.NO_SUCH_FUNCTION : Fault.NO_SUCH_TABLE;
            case "Conversion Error", "Mismatch Type Error", "Type Error" -> Fault.WRONG_TYPE;
            case "Out of Memory Error" -> Fault.TOO_MUCH;
            case "INTERRUPT Error", "Interrupt Error" -> Fault.TIME_OVER;
            case "Permission Error" -> Fault.NOT_PERMITTED;
            case "IO Error", "Connection Error" -> Fault.LOST;
            default -> words.contains("Could not convert") ? Fault.WRONG_TYPE : Fault.BAD_QUERY;
        };
    }

    private static Fault ofBinder(String words) {
        if (words.contains("GROUP BY")) {
            return Fault.GROUPING;
        }
        if (words.contains("Referenced column") || words.contains("does not have a column")) {
            return Fault.NO_SUCH_COLUMN;
        }
        if (words.contains("No function matches")) {
            return Fault.NO_SUCH_FUNCTION;
        }
        return words.contains("Cannot compare") || words.contains("cast")
                ? Fault.WRONG_TYPE
                : Fault.BAD_QUERY;
    }

    private static Optional<String> about(String words) {
        Matcher quoted = QUOTED.matcher(words);
        if (quoted.find()) {
            return Optional.of(quoted.group(1));
        }
        Matcher named = NAMED.matcher(words);
        return named.find() ? Optional.of(named.group(1)) : Optional.empty();
    }
}
