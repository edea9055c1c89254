/// Reads a series from a file and says what its control chart shows.
@NullMarked
package parley.cli.xmr;

import org.jspecify.annotations.NullMarked;
