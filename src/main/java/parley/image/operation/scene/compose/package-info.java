/// Puts a wish together - where things go, and in what order they are painted.
@NullMarked
package parley.image.operation.scene.compose;

import org.jspecify.annotations.NullMarked;
