/// Charts: that they are drawn whatever they are of, and kept as they should be.
@NullMarked
package parley.analysis.chart;

import org.jspecify.annotations.NullMarked;
