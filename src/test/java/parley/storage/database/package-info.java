/// Tests of what all databases share.
@NullMarked
package parley.storage.database;

import org.jspecify.annotations.NullMarked;
