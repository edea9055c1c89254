/// Cutting a subject out of its background: several ways of telling them apart on a small copy, a
/// judge that takes the best, and an alpha worked out at full size along the edge.
@NullMarked
package parley.image.operation.matte;

import org.jspecify.annotations.NullMarked;
