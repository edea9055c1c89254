/// Learns what subjects look like beside what is around them, from pictures that are made up. Not
/// part of any answer: it runs when the weights are to be learned again.
@NullMarked
package parley.image.operation.matte.training;

import org.jspecify.annotations.NullMarked;
