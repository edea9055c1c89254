package parley.analysis.sql;

import java.util.List;
import java.util.Locale;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.expression.DateUnitExpression;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.select.SelectItem;

/// Lets a query pass only if it is one SELECT that is made of nothing but known parts, known
/// functions, and the tables and columns that are given. What passes is not the text that came but
/// a new text, written from the tree it was understood as; so what this parser does not see, the
/// engine does not see either.
///
/// It is the first of two walls: the engines themselves are opened so that they only read.
/// Immutable, and safe for use by many threads.
public final class SqlGuard {
    private final SqlParser parser = new SqlParser();

    /// @param tables all that may be asked
    /// @throws parley.error.AppException (400) with a sentence that says what is not allowed, or
    ///   where the SQL stops making sense
    public CheckedQuery check(Query query, Engine engine, List<Table> tables) {
        SqlText.checkReceived(query.sql(), engine);
        SqlTree tree = understand(query.sql(), engine, tables);
        if (tree.parameters() != query.parameters().size()) {
            throw Refusal.of(
                    "The SQL has %d places for values (?), and %d values came with it."
                            .formatted(tree.parameters(), query.parameters().size()));
        }
        String rendered = tree.render();
        SqlText.checkRendered(rendered, engine);
        if (!understand(rendered, engine, tables).sameAs(tree)) {
            throw Refusal.of(
                    "This SQL can be read in two ways; write it with more parentheses or spaces.");
        }
        return new CheckedQuery(rendered, query.parameters(), tree.limit());
    }

    private SqlTree understand(String sql, Engine engine, List<Table> tables) {
        Statement statement = parser.parse(sql);
        nameUnits(new SqlTree(statement));
        SqlTree tree = new SqlTree(statement);
        new SqlNames(engine, tables, tree).check();
        new SqlRules(engine, tree).check();
        return tree;
    }

    /// The parser takes a column called `month` for the unit, and writes that in capitals; a name
    /// of its own keeps the result's column as it is.
    private static void nameUnits(SqlTree tree) {
        for (SelectItem<?> item : tree.all(SelectItem.class)) {
            if (item.getAlias() == null
                    && item.getExpression() instanceof DateUnitExpression unit) {
                item.setAlias(new Alias(unit.toString().toLowerCase(Locale.ROOT)));
            }
        }
    }
}
