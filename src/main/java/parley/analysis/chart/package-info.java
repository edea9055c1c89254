/// Draws control charts, and keeps the pictures.
@NullMarked
package parley.analysis.chart;

import org.jspecify.annotations.NullMarked;
