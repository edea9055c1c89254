@NullMarked
package parley.image.operation;

import org.jspecify.annotations.NullMarked;
