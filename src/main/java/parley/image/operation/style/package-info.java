/// Pictures in the style of others.
@NullMarked
package parley.image.operation.style;

import org.jspecify.annotations.NullMarked;
