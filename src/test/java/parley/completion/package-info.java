/// Tests of answers that no conversation keeps.
@NullMarked
package parley.completion;

import org.jspecify.annotations.NullMarked;
