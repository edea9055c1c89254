/// Where things go in a made-up picture.
@NullMarked
package parley.image.operation.scene.compose;

import org.jspecify.annotations.NullMarked;
