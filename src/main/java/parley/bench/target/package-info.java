/// What is measured, and what it is measured against: processes of their own, so that their memory
/// and CPU time are theirs alone.
@NullMarked
package parley.bench.target;

import org.jspecify.annotations.NullMarked;
