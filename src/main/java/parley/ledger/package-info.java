/// What every answer cost: tokens and money, by account, model and day.
@NullMarked
package parley.ledger;

import org.jspecify.annotations.NullMarked;
