/// The assistant contract, as its clients meet it.
@NullMarked
package parley.dialect.assistant;

import org.jspecify.annotations.NullMarked;
