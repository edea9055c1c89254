package parley.analysis.sql;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SetOperationList;
import org.jspecify.annotations.Nullable;

/// A query as a tree, every node of which [SqlGrammar] knows. All of it is walked by its fields, so
/// nothing in it can be overlooked.
final class SqlTree {
    private static final int DEEPEST = 400;
    private static final int MOST_NODES = 40_000;

    // What a query would rather be told than the name of the parser's class or field.
    private static final Map<String, String> IN_WORDS =
            Map.ofEntries(
                    Map.entry("intoTables", "SELECT … INTO"),
                    Map.entry("intoTempTable", "SELECT … INTO"),
                    Map.entry(
                            "mySqlSelectIntoClause",
                            "SELECT … INTO OUTFILE, DUMPFILE or @variable"),
                    Map.entry("mySqlProcedureAnalyse", "PROCEDURE"),
                    Map.entry("forMode", "FOR UPDATE or FOR SHARE"),
                    Map.entry("forUpdateTables", "FOR UPDATE or FOR SHARE"),
                    Map.entry("oracleHint", "A hint"),
                    Map.entry("mysqlHints", "An index hint"),
                    Map.entry("prefix", "A text with a letter before its quotes (E'…')"),
                    Map.entry("TableFunction", "A function in place of a table"),
                    Map.entry("UserVariable", "A variable"),
                    Map.entry("JdbcNamedParameter", "A named parameter"),
                    Map.entry("ParenthesedDelete", "DELETE"),
                    Map.entry("ParenthesedInsert", "INSERT"),
                    Map.entry("ParenthesedUpdate", "UPDATE"));

    /// A node and where it hangs.
    ///
    /// @param index its place among its brothers, 0 where it is alone
    record Place(@Nullable Place parent, Object node, int index) {}

    private final Select root;
    private final List<Place> places = new ArrayList<>();
    private final StringBuilder outline = new StringBuilder();

    /// @throws parley.error.AppException if it is no SELECT, or has a part that is not known
    SqlTree(Statement statement) {
        if (!isQuery(statement)) {
            throw Refusal.ofPart("The statement “%s”".formatted(Refusal.words(nameOf(statement))));
        }
        root = (Select) statement;
        visit(root, null, 0, 0);
    }

    List<Place> places() {
        return places;
    }

    /// All nodes of a class.
    <T> List<T> all(Class<T> type) {
        return places.stream().map(Place::node).filter(type::isInstance).map(type::cast).toList();
    }

    long parameters() {
        return all(JdbcParameter.class).size();
    }

    String render() {
        return root.toString();
    }

    boolean sameAs(SqlTree other) {
        return outline.compareTo(other.outline) == 0;
    }

    /// How many rows the query itself wants at most.
    CheckedQuery.Limited limit() {
        if (root instanceof ParenthesedSelect || root.getFetch() != null) {
            return new CheckedQuery.Limited.Somehow();
        }
        if (root.getLimit() == null) {
            return root.getOffset() == null
                    ? new CheckedQuery.Limited.No()
                    : new CheckedQuery.Limited.Somehow();
        }
        return root.getLimit().getRowCount() instanceof LongValue rows
                        && rows.getStringValue().length() < 18
                ? new CheckedQuery.Limited.To(rows.getValue())
                : new CheckedQuery.Limited.Somehow();
    }

    private static boolean isQuery(@Nullable Object statement) {
        return statement instanceof ParenthesedSelect inner
                ? isQuery(inner.getSelect())
                : statement instanceof PlainSelect || statement instanceof SetOperationList;
    }

    private void visit(Object node, @Nullable Place parent, int index, int depth) {
        if (depth > DEEPEST || places.size() > MOST_NODES) {
            throw Refusal.of("The SQL is too long or nested too deeply; make it simpler.");
        }
        if (isLeaf(node)) {
            outline.append('=').append(node).append('\n');
            return;
        }
        Place place = parent;
        if (SqlGrammar.knows(node.getClass())) {
            place = new Place(parent, node, index);
            places.add(place);
        } else if (!(node instanceof Collection && isJava(node))) {
            throw Refusal.ofPart(inWords(nameOf(node)));
        }
        outline.append(nameOf(node)).append('{');
        if (node instanceof Collection<?> children) {
            int next = 0;
            for (Object child : children) {
                visit(child, place, next++, depth + 1);
            }
        }
        for (Field field : SqlGrammar.fields(node.getClass())) {
            visitField(node, field, place, depth);
        }
        outline.append('}');
    }

    private void visitField(Object node, Field field, @Nullable Place place, int depth) {
        Object value = read(field, node);
        if (value == null || isAbsent(value)) {
            return;
        }
        if (!SqlGrammar.allows(field)) {
            throw Refusal.ofPart(inWords(field.getName()));
        }
        outline.append(field.getName());
        visit(value, place, 0, depth + 1);
    }

    private static @Nullable Object read(Field field, Object node) {
        try {
            return field.get(node);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Whether a field holds what it holds where nothing was written.
    private static boolean isAbsent(Object value) {
        return switch (value) {
            case Boolean flag -> !flag;
            case Integer number -> number == 0;
            case PlainSelect.EmitMode mode -> mode == PlainSelect.EmitMode.NONE;
            case Collection<?> items -> items.isEmpty() && isJava(items);
            default -> false;
        };
    }

    private static boolean isLeaf(Object node) {
        return node instanceof Enum || (isJava(node) && !(node instanceof Collection));
    }

    private static boolean isJava(Object node) {
        return node.getClass().getName().startsWith("java.");
    }

    private static String nameOf(Object node) {
        return node.getClass().getSimpleName();
    }

    private static String inWords(String name) {
        return IN_WORDS.getOrDefault(name, "This (%s)".formatted(Refusal.words(name)));
    }
}
