/// Providers on loopback that answer like the real ones, and hold what they are sent against their
/// rules.
@NullMarked
package parley.testing.counterpart;

import org.jspecify.annotations.NullMarked;
