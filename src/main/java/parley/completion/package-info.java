/// Answers that no conversation keeps: limited and accounted for like all others.
@NullMarked
package parley.completion;

import org.jspecify.annotations.NullMarked;
