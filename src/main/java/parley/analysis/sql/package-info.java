/// Asking databases safely: what may be asked, and by which engine.
@NullMarked
package parley.analysis.sql;

import org.jspecify.annotations.NullMarked;
