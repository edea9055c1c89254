/// Surfaces to draw on: one made of pixels, one that writes SVG. Whoever draws does not know which.
@NullMarked
package parley.analysis.chart.canvas;

import org.jspecify.annotations.NullMarked;
