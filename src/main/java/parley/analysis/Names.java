package parley.analysis;

import parley.analysis.sql.Engine;
import parley.analysis.sql.Table;

/// Names of tables and columns in SQL.
final class Names {
    private Names() {}

    /// In standard SQL.
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String quoted(String name, Engine engine) {
        return engine == Engine.MYSQL ? '`' + name.replace("`", "``") + '`' : quoted(name);
    }

    /// With its schema.
    static String quoted(Table table, Engine engine) {
        String name = quoted(table.name(), engine);
        return table.schema().map(schema -> quoted(schema, engine) + "." + name).orElse(name);
    }
}
