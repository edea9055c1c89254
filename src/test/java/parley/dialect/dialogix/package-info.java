/// The dialogix contract, as its clients meet it.
@NullMarked
package parley.dialect.dialogix;

import org.jspecify.annotations.NullMarked;
