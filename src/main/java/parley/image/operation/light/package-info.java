/// What relighting is made of: words that become a light, the scene as far as one picture tells,
/// the shading, and the development of the picture under its new light.
@NullMarked
package parley.image.operation.light;

import org.jspecify.annotations.NullMarked;
