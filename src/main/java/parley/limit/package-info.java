/// How much an account may use: tiers, what is left of them, and who is admitted.
@NullMarked
package parley.limit;

import org.jspecify.annotations.NullMarked;
