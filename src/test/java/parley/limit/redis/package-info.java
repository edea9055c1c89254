/// Tests of limits over Redis, with a real one.
@NullMarked
package parley.limit.redis;

import org.jspecify.annotations.NullMarked;
