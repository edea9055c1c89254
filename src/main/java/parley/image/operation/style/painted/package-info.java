/// Ways of painting, one file each.
@NullMarked
package parley.image.operation.style.painted;

import org.jspecify.annotations.NullMarked;
