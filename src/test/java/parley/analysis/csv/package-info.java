/// Files of every making, and what is left of attacks on the database that holds them.
@NullMarked
package parley.analysis.csv;

import org.jspecify.annotations.NullMarked;
