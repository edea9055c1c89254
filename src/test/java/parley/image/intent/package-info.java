/// What messages mean.
@NullMarked
package parley.image.intent;

import org.jspecify.annotations.NullMarked;
