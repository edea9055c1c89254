package parley.analysis.question;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import parley.analysis.sql.Column;
import parley.analysis.sql.Query;

/// Writes what is asked as a table: the table itself, or it with the columns of the tables that it
/// is joined with and that are needed.
final class FromSql {
    private final Ask ask;
    private final EngineSql sql;

    private FromSql(Ask ask, EngineSql sql) {
        this.ask = ask;
        this.sql = sql;
    }

    static String of(Ask ask, EngineSql sql) {
        return new FromSql(ask, sql).text();
    }

    /// The joins whose columns are used, and those on the way to them, the nearest first.
    static List<Join> used(Ask ask) {
        Set<String> names = new LinkedHashSet<>();
        columns(ask).forEach(column -> names.add(column.name()));
        List<Join> used = new ArrayList<>();
        for (Join join : ask.source().joins().reversed()) {
            if (names.stream().anyMatch(join::owns)) {
                used.addFirst(join);
                names.add(join.from());
            }
        }
        return used;
    }

    /// Brings a row if two rows of the other table have the same key.
    static Query doubling(Join join, EngineSql sql) {
        return new Query(
                "SELECT %1$s FROM %2$s WHERE %1$s IS NOT NULL GROUP BY %1$s HAVING COUNT(*) > 1 LIMIT 1"
                        .formatted(sql.quoted(join.to()), table(join.schema(), join.name(), sql)));
    }

    /// Every column that an answer needs.
    private static Stream<Column> columns(Ask ask) {
        Stream<Column> conditions =
                Stream.concat(ask.conditions().stream(), ask.sides().stream().flatMap(List::stream))
                        .map(Condition::column);
        Stream<Column> measures =
                Stream.concat(
                                ask.measures().stream(),
                                ask.having().stream().map(Ask.Having::measure))
                        .flatMap(measure -> measure.column().stream());
        return Stream.of(
                        conditions,
                        measures,
                        ask.keys().stream().map(Key::column),
                        ask.columns().stream(),
                        ask.order().stream(),
                        ask.each().stream())
                .flatMap(each -> each);
    }

    private String text() {
        List<Join> joins = used(ask);
        String table = table(ask.source().schema(), ask.source().name(), sql);
        if (joins.isEmpty()) {
            return table;
        }
        List<String> select =
                columns(ask)
                        .map(Column::name)
                        .distinct()
                        .map(name -> place(name, joins) + " AS " + sql.quoted(name))
                        .toList();
        StringBuilder from = new StringBuilder(table + " AS t");
        for (int at = 0; at < joins.size(); at++) {
            Join join = joins.get(at);
            from.append(
                    " LEFT JOIN %s AS j%d ON j%d.%s = %s"
                            .formatted(
                                    table(join.schema(), join.name(), sql),
                                    at,
                                    at,
                                    sql.quoted(join.to()),
                                    place(join.from(), joins)));
        }
        return "(SELECT %s FROM %s) AS s".formatted(String.join(", ", select), from);
    }

    private String place(String column, List<Join> joins) {
        for (int at = 0; at < joins.size(); at++) {
            if (joins.get(at).owns(column)) {
                return "j%d.%s".formatted(at, sql.quoted(joins.get(at).own(column)));
            }
        }
        return "t." + sql.quoted(column);
    }

    private static String table(Optional<String> schema, String name, EngineSql sql) {
        String own = sql.quoted(name);
        return schema.map(each -> sql.quoted(each) + "." + own).orElse(own);
    }
}
