/// What a message wants done with pictures, if anything.
@NullMarked
package parley.image.intent;

import org.jspecify.annotations.NullMarked;
