/// Charts against published figures and by hand.
@NullMarked
package parley.analysis.xmr;

import org.jspecify.annotations.NullMarked;
