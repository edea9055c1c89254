/// Flat pictures - patterns, posters, portraits and icons.
@NullMarked
package parley.image.operation.scene.design;

import org.jspecify.annotations.NullMarked;
