/// Reads CSV files, whatever their making, into tables that can be asked.
@NullMarked
package parley.analysis.csv;

import org.jspecify.annotations.NullMarked;
