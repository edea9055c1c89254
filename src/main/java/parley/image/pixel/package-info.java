/// Pictures as arrays of numbers, and what every operation does with them.
@NullMarked
package parley.image.pixel;

import org.jspecify.annotations.NullMarked;
