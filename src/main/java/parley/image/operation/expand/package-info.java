/// Pictures beyond their edges.
@NullMarked
package parley.image.operation.expand;

import org.jspecify.annotations.NullMarked;
