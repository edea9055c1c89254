/// Parley: a conversation server that speaks several documented APIs over one durable core.
@NullMarked
package parley;

import org.jspecify.annotations.NullMarked;
