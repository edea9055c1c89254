/// What upscaling is made of: learned filters, back-projection, and the proof of both.
@NullMarked
package parley.image.operation.upscale;

import org.jspecify.annotations.NullMarked;
