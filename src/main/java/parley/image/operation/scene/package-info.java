/// What a scene is made of: settings, seasons, and the rest in the folders below. Words become a
/// wish (`words`), a wish a place with things in it (`place`, `thing`) or a design (`design`), all
/// painted with `paint`, put together in `compose`.
@NullMarked
package parley.image.operation.scene;

import org.jspecify.annotations.NullMarked;
