/// HTTP/1.1 and server-sent events, taken apart as the bytes arrive. Made for measuring: nothing is
/// kept that is not counted.
@NullMarked
package parley.bench.wire;

import org.jspecify.annotations.NullMarked;
