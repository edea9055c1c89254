/// Tests of the reading of HTTP.
@NullMarked
package parley.bench.wire;

import org.jspecify.annotations.NullMarked;
