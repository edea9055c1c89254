/// What stands in for the world in tests: servers on loopback that behave as they are told.
@NullMarked
package parley.testing;

import org.jspecify.annotations.NullMarked;
