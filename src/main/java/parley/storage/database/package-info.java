/// What every SQL database offers to the stores: works in transactions, statements, migrations.
/// Knows no table and no particular database.
@NullMarked
package parley.storage.database;

import org.jspecify.annotations.NullMarked;
