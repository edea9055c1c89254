/// Tests of PostgreSQL.
@NullMarked
package parley.storage.postgres;

import org.jspecify.annotations.NullMarked;
