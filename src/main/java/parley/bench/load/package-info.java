/// Makes load: many requests and many streams from one thread, each event with its time.
@NullMarked
package parley.bench.load;

import org.jspecify.annotations.NullMarked;
