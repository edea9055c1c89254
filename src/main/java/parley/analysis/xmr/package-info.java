/// XmR control charts (individual values and moving ranges) as pure functions.
@NullMarked
package parley.analysis.xmr;

import org.jspecify.annotations.NullMarked;
