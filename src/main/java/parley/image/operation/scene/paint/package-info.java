/// Paper and pens: pixels with a scale of their own, noise, light, sky, water, and shaded forms.
@NullMarked
package parley.image.operation.scene.paint;

import org.jspecify.annotations.NullMarked;
