/// Tests of the stores, on real databases.
@NullMarked
package parley.storage;

import org.jspecify.annotations.NullMarked;
