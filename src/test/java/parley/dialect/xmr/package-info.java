/// The xmr contract, as its clients meet it.
@NullMarked
package parley.dialect.xmr;

import org.jspecify.annotations.NullMarked;
