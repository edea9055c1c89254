/// Tests of what is measured and of its processes.
@NullMarked
package parley.bench.target;

import org.jspecify.annotations.NullMarked;
