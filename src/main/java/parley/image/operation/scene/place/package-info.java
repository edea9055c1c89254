/// Where things stand, from the sky to the ground.
@NullMarked
package parley.image.operation.scene.place;

import org.jspecify.annotations.NullMarked;
