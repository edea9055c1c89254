package parley.analysis.question;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.analysis.sql.Column;
import parley.analysis.sql.ColumnType;
import parley.analysis.sql.Table;

/// Finds which tables point to which, by the names of their columns and what is in them: a column
/// `customer_id` points to the table `customers` where that has a column `id` or `customer_id` with
/// a different value in each row. A join in that direction neither doubles nor loses a row, so sums
/// stay true.
public final class Relations {
    private static final int FARTHEST = 2;
    private static final Set<String> KEYS = Set.of("id", "no", "nr", "key", "code", "number");

    private final List<TableFacts> tables;

    private Relations(List<TableFacts> tables) {
        this.tables = tables;
    }

    /// The tables, each with the columns of those that its rows point to, directly or over one in
    /// between.
    public static List<TableFacts> joined(List<TableFacts> tables) {
        Relations relations = new Relations(tables);
        return tables.stream().map(relations::joined).toList();
    }

    private TableFacts joined(TableFacts facts) {
        List<Join> joins = new ArrayList<>();
        List<ColumnFacts> columns = new ArrayList<>(facts.columns());
        Set<Table> seen = new HashSet<>(Set.of(facts.table()));
        List<ColumnFacts> at = facts.columns();
        for (int far = 0; far < FARTHEST; far++) {
            List<ColumnFacts> next = new ArrayList<>();
            for (ColumnFacts from : at) {
                for (TableFacts parent : tables) {
                    Optional<ColumnFacts> key = key(from, own(from, joins), parent);
                    Join join =
                            new Join(
                                    parent.table().schema(),
                                    parent.table().name(),
                                    from.column().name(),
                                    key.map(each -> each.column().name()).orElse(""));
                    boolean clear =
                            columns.stream().noneMatch(each -> join.owns(each.column().name()));
                    if (key.isPresent() && clear && seen.add(parent.table())) {
                        joins.add(join);
                        parent.columns().forEach(each -> next.add(called(each, join)));
                    }
                }
            }
            columns.addAll(next);
            at = next;
        }
        return new TableFacts(facts.table(), facts.rows(), columns, joins, children(facts));
    }

    private static ColumnFacts called(ColumnFacts facts, Join join) {
        Column column = facts.column();
        return new ColumnFacts(
                new Column(join.called(column.name()), column.type()),
                facts.distinct(),
                facts.values(),
                facts.least(),
                facts.greatest());
    }

    private List<Child> children(TableFacts parent) {
        List<Child> found = new ArrayList<>();
        for (TableFacts child : tables) {
            if (child.equals(parent)) {
                continue;
            }
            for (ColumnFacts from : child.columns()) {
                key(from, from.column().name(), parent)
                        .map(key ->
                                new Child(
                                        child.table().schema(),
                                        child.table().name(),
                                        from.column().name(),
                                        key.column().name()))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    /// The column of a table that another points to.
    private static Optional<ColumnFacts> key(ColumnFacts from, String name, TableFacts parent) {
        List<String> words = Names.words(name);
        if (words.size() < 2 || !KEYS.contains(words.getLast())) {
            return Optional.empty();
        }
        List<String> thing = words.subList(0, words.size() - 1);
        List<String> table = Names.words(parent.table().name());
        boolean named = table.equals(thing) || table.getLast().equals(thing.getLast());
        return parent.columns().stream()
                .filter(each -> !each.equals(from) && parent.isUnique(each))
                .filter(each -> isAlike(each.column().type(), from.column().type()))
                .filter(each -> named && isKey(Names.words(each.column().name()), words))
                .findFirst();
    }

    private static boolean isKey(List<String> name, List<String> words) {
        return name.equals(words) || name.equals(List.of(words.getLast()));
    }

    private static boolean isAlike(ColumnType one, ColumnType other) {
        return (one == other && (one == ColumnType.TEXT || one == ColumnType.INTEGER))
                || (one.isNumeric() && other.isNumeric());
    }

    private static String own(ColumnFacts column, List<Join> joins) {
        String name = column.column().name();
        return joins.stream()
                .filter(join -> join.owns(name))
                .findFirst()
                .map(join -> join.own(name))
                .orElse(name);
    }
}
