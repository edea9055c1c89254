/// Limits that several servers share over Redis or Valkey. The only package that knows Lettuce.
@NullMarked
package parley.limit.redis;

import org.jspecify.annotations.NullMarked;
