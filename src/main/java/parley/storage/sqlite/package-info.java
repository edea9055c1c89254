/// The embedded database: one SQLite file in the home, one thread that writes and commits in
/// groups.
@NullMarked
package parley.storage.sqlite;

import org.jspecify.annotations.NullMarked;
