/// PostgreSQL, for homes that are shared by several servers.
@NullMarked
package parley.storage.postgres;

import org.jspecify.annotations.NullMarked;
