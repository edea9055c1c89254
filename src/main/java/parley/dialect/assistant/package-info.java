/// The contract of a bot whose sessions belong to labelled end users.
@NullMarked
package parley.dialect.assistant;

import org.jspecify.annotations.NullMarked;
