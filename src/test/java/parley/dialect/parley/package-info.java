/// The server's own contract, as its clients meet it.
@NullMarked
package parley.dialect.parley;

import org.jspecify.annotations.NullMarked;
