/// Tests of asking data.
@NullMarked
package parley.analysis;

import org.jspecify.annotations.NullMarked;
