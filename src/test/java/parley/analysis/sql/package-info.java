/// The guard on its own, and every engine with and without it.
@NullMarked
package parley.analysis.sql;

import org.jspecify.annotations.NullMarked;
