/// Who calls: accounts and their tokens.
@NullMarked
package parley.account;

import org.jspecify.annotations.NullMarked;
