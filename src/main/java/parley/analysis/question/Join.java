package parley.analysis.question;

import java.util.Optional;

/// Another table, of which each row of the table that is asked has one at most. Its columns are
/// called by one of its things and their name: `customer city`.
///
/// @param name the other table
/// @param from the column that points there: one of the table's own, or of another join (`order
///   customer_id`)
/// @param to the column there that it is equal to, no two rows having the same
public record Join(Optional<String> schema, String name, String from, String to) {
    boolean owns(String column) {
        return column.startsWith(prefix());
    }

    /// How a column of the other table is called here.
    String called(String column) {
        return prefix() + column;
    }

    /// How it is called there.
    String own(String called) {
        return called.substring(prefix().length());
    }

    private String prefix() {
        return Names.singular(name) + " ";
    }
}
