/// Tests of the benchmarks themselves: that what they say is what was measured.
@NullMarked
package parley.bench;

import org.jspecify.annotations.NullMarked;
