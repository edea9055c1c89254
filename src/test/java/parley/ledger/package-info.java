/// Tests of what answers cost.
@NullMarked
package parley.ledger;

import org.jspecify.annotations.NullMarked;
