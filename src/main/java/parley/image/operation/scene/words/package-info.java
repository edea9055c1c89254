/// From a prompt to what is to be seen.
@NullMarked
package parley.image.operation.scene.words;

import org.jspecify.annotations.NullMarked;
