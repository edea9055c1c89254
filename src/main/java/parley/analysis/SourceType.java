package parley.analysis;

import java.util.Arrays;
import java.util.Optional;

/// What kinds of data sources there are.
public enum SourceType {
    POSTGRESQL("postgresql"),
    /// MySQL and MariaDB.
    MYSQL("mysql"),
    SQLITE("sqlite"),
    /// An uploaded file.
    CSV("csv");

    private final String wireName;

    SourceType(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    public static Optional<SourceType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.wireName.equals(name)).findFirst();
    }
}
