/// Tests of tasks on pictures, and of the pictures that are kept.
@NullMarked
package parley.image;

import org.jspecify.annotations.NullMarked;
