/// PostgreSQL as a source of data: connected so that it can be read and nothing else.
@NullMarked
package parley.analysis.sql.postgres;

import org.jspecify.annotations.NullMarked;
