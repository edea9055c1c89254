/// Surfaces to draw on, read back by other means than they were written.
@NullMarked
package parley.analysis.chart.canvas;

import org.jspecify.annotations.NullMarked;
