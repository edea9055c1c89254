/// Tests of how the filters of upscaling are learned.
@NullMarked
package parley.image.operation.upscale.training;

import org.jspecify.annotations.NullMarked;
