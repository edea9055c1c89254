/// Tests of the whole: the house's rules, its documents, and the program as a user starts it.
@NullMarked
package parley;

import org.jspecify.annotations.NullMarked;
