/// Asks real engines in plain words.
@NullMarked
package parley.analysis.question;

import org.jspecify.annotations.NullMarked;
