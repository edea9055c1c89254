package parley.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Iterator;
import parley.analysis.sql.CheckedQuery;
import parley.analysis.sql.Engine;

/// A query as people read it: its parameters stand in their places. It can be run as it is; what
/// was run had them apart.
final class ShownSql {
    private ShownSql() {}

    static String of(CheckedQuery query, Engine engine) {
        StringBuilder shown = new StringBuilder();
        Iterator<Object> parameters = query.parameters().iterator();
        String sql = query.sql();
        int at = 0;
        while (at < sql.length()) {
            char sign = sql.charAt(at);
            if (sign == '?' && parameters.hasNext()) {
                shown.append(literal(parameters.next(), engine));
                at++;
            } else if (sign == '\'' || sign == '"' || sign == '`') {
                int end = endOfQuoted(sql, at);
                shown.append(sql, at, end);
                at = end;
            } else {
                shown.append(sign);
                at++;
            }
        }
        return shown.toString();
    }

    private static int endOfQuoted(String sql, int start) {
        int end = sql.indexOf(sql.charAt(start), start + 1);
        return end < 0 ? sql.length() : end + 1;
    }

    private static String literal(Object value, Engine engine) {
        // SQLite keeps times as texts and knows no other literals.
        boolean typed = engine != Engine.SQLITE;
        return switch (value) {
            case Long number -> number.toString();
            case Integer number -> number.toString();
            case Double number -> BigDecimal.valueOf(number).toPlainString();
            case BigDecimal number -> number.toPlainString();
            case Boolean flag -> flag ? "TRUE" : "FALSE";
            case LocalDate date -> (typed ? "DATE '" : "'") + date + "'";
            case LocalDateTime time ->
                    (typed ? "TIMESTAMP '" : "'") + time.toString().replace('T', ' ') + "'";
            default -> "'" + value.toString().replace("'", "''") + "'";
        };
    }
}
