/// How good and how fast what is done with pictures is.
@NullMarked
package parley.bench.images;

import org.jspecify.annotations.NullMarked;
