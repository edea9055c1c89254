/// Tests of the embedded database.
@NullMarked
package parley.storage.sqlite;

import org.jspecify.annotations.NullMarked;
