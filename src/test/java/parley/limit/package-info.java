/// Tests of who is admitted.
@NullMarked
package parley.limit;

import org.jspecify.annotations.NullMarked;
