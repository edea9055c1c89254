@NullMarked
package parley.bench.images;

import org.jspecify.annotations.NullMarked;
