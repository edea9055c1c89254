/// The chat contract, as its clients meet it.
@NullMarked
package parley.dialect.chat;

import org.jspecify.annotations.NullMarked;
