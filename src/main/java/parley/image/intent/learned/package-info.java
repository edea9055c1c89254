/// A small model that guesses what messages want done with pictures, where no rule reads them.
@NullMarked
package parley.image.intent.learned;

import org.jspecify.annotations.NullMarked;
