/// Things that can be drawn, one file for each family, and the list of them all.
@NullMarked
package parley.image.operation.scene.thing;

import org.jspecify.annotations.NullMarked;
