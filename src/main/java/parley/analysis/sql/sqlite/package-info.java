/// SQLite files as a source of data: connected so that it can be read and nothing else.
@NullMarked
package parley.analysis.sql.sqlite;

import org.jspecify.annotations.NullMarked;
