/// The sessions contract, as its clients meet it.
@NullMarked
package parley.dialect.sessions;

import org.jspecify.annotations.NullMarked;
