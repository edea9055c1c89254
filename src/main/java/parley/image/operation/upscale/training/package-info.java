/// Learns the filters of upscaling from pictures that are made up. Not part of any answer: it runs
/// when the filters are to be learned again.
@NullMarked
package parley.image.operation.upscale.training;

import org.jspecify.annotations.NullMarked;
