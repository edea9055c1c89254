/// Tests of the load client, against servers on loopback.
@NullMarked
package parley.bench.load;

import org.jspecify.annotations.NullMarked;
