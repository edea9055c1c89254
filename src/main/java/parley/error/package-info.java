/// Failures with a code and a sentence: the only kind of failure that crosses package borders.
@NullMarked
package parley.error;

import org.jspecify.annotations.NullMarked;
