/// Replies to requests with an `Idempotency-Key` that no conversation keeps: completions, vectors,
/// pictures. They are remembered for a day, so that the same request gets the same reply.
@NullMarked
package parley.reply;

import org.jspecify.annotations.NullMarked;
