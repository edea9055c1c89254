package parley.analysis.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.WindowDefinition;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.WithItem;
import org.jspecify.annotations.Nullable;
import parley.analysis.sql.SqlTree.Place;

/// The names in a query. A table must be one that was given, or one that the query makes with WITH
/// and that is in sight there; a column must be one of these tables, or a name the query gives.
/// That keeps out system catalogs and files, pseudo columns (`ctid`, `rowid`), functions without
/// parentheses (`current_user`), and PostgreSQL's `table.function`.
final class SqlNames {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    private final Engine engine;
    private final List<Table> tables;
    private final SqlTree tree;

    /// What the query itself names: columns of subqueries, aliases, windows.
    private final Set<String> own = new HashSet<>();

    private final Set<String> columns = new HashSet<>();
    private final Map<String, List<Table>> sources = new HashMap<>();
    private final Set<String> derived = new HashSet<>();

    SqlNames(Engine engine, List<Table> tables, SqlTree tree) {
        this.engine = engine;
        this.tables = tables;
        this.tree = tree;
    }

    void check() {
        tree.all(Alias.class).forEach(this::define);
        tree.all(WithItem.class).forEach(this::defineColumns);
        tree.all(Alias.AliasColumn.class).forEach(column -> own.add(key(column.name)));
        tree.all(WindowDefinition.class).forEach(window -> checkOptional(window.getWindowName()));
        tree.all(AnalyticExpression.class).forEach(call -> checkOptional(call.getWindowName()));
        List<Place> qualifiers = new ArrayList<>();
        for (Place place : tree.places()) {
            if (!(place.node() instanceof net.sf.jsqlparser.schema.Table table)) {
                continue;
            }
            if (isQualifier(place)) {
                qualifiers.add(place);
            } else {
                checkTable(place, table);
            }
        }
        qualifiers.forEach(place -> checkQualifier((net.sf.jsqlparser.schema.Table) place.node()));
        tree.all(Column.class).forEach(this::checkColumn);
    }

    private void define(Alias alias) {
        String name = key(alias.getName());
        own.add(name);
        derived.add(name);
    }

    /// `WITH name (column, …)`: the parser takes the names for columns.
    private void defineColumns(WithItem<?> item) {
        if (item.getWithItemList() != null) {
            item.getWithItemList().forEach(column -> own.add(key(column.toString())));
        }
    }

    private static boolean isQualifier(Place place) {
        Place parent = place.parent();
        return parent != null
                && (parent.node() instanceof Column || parent.node() instanceof AllTableColumns);
    }

    private void checkTable(Place place, net.sf.jsqlparser.schema.Table table) {
        List<String> parts = partsOf(table);
        String name = parts.getLast();
        Optional<Table> given =
                parts.size() == 1 && isMadeByWith(place, key(name))
                        ? Optional.empty()
                        : Optional.of(find(parts));
        given.ifPresent(found -> {
            found.columns().forEach(column -> columns.add(fold(column.name())));
            String alias = table.getAlias() == null ? key(name) : key(table.getAlias().getName());
            sources.computeIfAbsent(alias, _ -> new ArrayList<>()).add(found);
        });
        if (given.isEmpty()) {
            derived.add(key(name));
        }
    }

    private Table find(List<String> parts) {
        return tables.stream()
                .filter(table -> matches(table.name(), parts.getLast()))
                .filter(table ->
                        parts.size() == 1
                                || table.schema()
                                        .filter(schema -> matches(schema, parts.getFirst()))
                                        .isPresent())
                .findFirst()
                .orElseThrow(() ->
                        Refusal.of(
                                "There is no table “%s” here; there is %s."
                                        .formatted(
                                                Refusal.shown(String.join(".", parts)),
                                                tablesInWords())));
    }

    /// Whether a name written in SQL means a table, as the engine compares them.
    private boolean matches(String name, String written) {
        if (engine != Engine.POSTGRESQL) {
            return fold(name).equals(key(written));
        }
        return isQuoted(written)
                ? name.equals(unquoted(written))
                : name.equals(written.toLowerCase(Locale.ROOT));
    }

    /// Whether a WITH around the place has made the table already. Its own parts see it only if it
    /// is recursive; those before it never.
    private boolean isMadeByWith(Place place, String name) {
        @Nullable WithItem<?> from = null;
        for (@Nullable Place at = place; at != null; at = at.parent()) {
            if (at.node() instanceof WithItem<?> item) {
                from = item;
            } else if (at.node() instanceof Select select && select.getWithItemsList() != null) {
                if (isMadeIn(select.getWithItemsList(), from, name)) {
                    return true;
                }
                from = null;
            }
        }
        return false;
    }

    private boolean isMadeIn(List<WithItem<?>> items, @Nullable WithItem<?> from, String name) {
        boolean recursive = items.stream().anyMatch(WithItem::isRecursive);
        for (WithItem<?> item : items) {
            if (item.equals(from) && !recursive) {
                return false;
            }
            if (key(item.getUnquotedAliasName()).equals(name)
                    || key(item.getAlias().getName()).equals(name)) {
                return true;
            }
            if (item.equals(from)) {
                return false;
            }
        }
        return false;
    }

    private void checkQualifier(net.sf.jsqlparser.schema.Table table) {
        List<String> parts = partsOf(table);
        String name = key(parts.getLast());
        if (parts.size() > 1) {
            find(parts);
        }
        if (!sources.containsKey(name) && !derived.contains(name)) {
            throw Refusal.of(
                    "“%s” is no table of this query; name it after FROM."
                            .formatted(Refusal.shown(parts.getLast())));
        }
    }

    private void checkColumn(Column column) {
        String name = key(column.getColumnName());
        if (!".".equals(column.getTableDelimiter())) {
            throw Refusal.ofPart("The sign " + column.getTableDelimiter() + " in a name");
        }
        if (!isKnown(column, name)) {
            throw Refusal.of(
                    "There is no column “%s”; there is %s."
                            .formatted(
                                    Refusal.shown(column.getColumnName()),
                                    inWords(columns.stream().sorted().toList())));
        }
    }

    private boolean isKnown(Column column, String name) {
        if (column.getTable() == null || partsOf(column.getTable()).isEmpty()) {
            return columns.contains(name) || own.contains(name);
        }
        String source = key(partsOf(column.getTable()).getLast());
        boolean ofTable =
                sources.getOrDefault(source, List.of()).stream()
                        .flatMap(table -> table.columns().stream())
                        .anyMatch(each -> fold(each.name()).equals(name));
        return ofTable
                || (derived.contains(source)
                        && !sources.containsKey(source)
                        && (columns.contains(name) || own.contains(name)));
    }

    private void checkOptional(@Nullable String name) {
        if (name != null) {
            key(name);
        }
    }

    /// The parts of a name, the schema first.
    private static List<String> partsOf(net.sf.jsqlparser.schema.Table table) {
        List<String> parts = table.getNameParts();
        if (parts.size() > 2) {
            throw Refusal.of("Names of tables have at most two parts: schema and name.");
        }
        return parts.reversed();
    }

    /// A name as it is compared: checked for its form, without quotes, in small letters.
    private String key(String written) {
        if (!isQuoted(written) && !PLAIN.matcher(written).matches()) {
            throw Refusal.of(
                    "“%s” cannot be a name here; write names %s."
                            .formatted(
                                    Refusal.shown(written),
                                    engine == Engine.MYSQL
                                            ? "in backticks"
                                            : "in double quotes, text in single quotes"));
        }
        return fold(unquoted(written));
    }

    private boolean isQuoted(String written) {
        if (written.length() < 3) {
            return false;
        }
        char quote = written.charAt(0);
        boolean known =
                switch (engine) {
                    case MYSQL -> quote == '`';
                    case SQLITE -> quote == '"' || quote == '`';
                    case POSTGRESQL, DUCKDB -> quote == '"';
                };
        return known && written.charAt(written.length() - 1) == quote;
    }

    private String unquoted(String written) {
        if (!isQuoted(written)) {
            return written;
        }
        String quote = written.substring(0, 1);
        return written.substring(1, written.length() - 1).replace(quote + quote, quote);
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private String tablesInWords() {
        return inWords(tables.stream().map(Table::name).toList());
    }

    private static String inWords(List<String> names) {
        List<String> first = names.stream().limit(8).map(Refusal::shown).toList();
        return first.isEmpty()
                ? "none"
                : "“" + String.join("”, “", first) + "”" + (names.size() > 8 ? " and more" : "");
    }
}
