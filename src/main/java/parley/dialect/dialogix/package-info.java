/// The contract of the Dialogix front end, which may invent the names of its conversations.
@NullMarked
package parley.dialect.dialogix;

import org.jspecify.annotations.NullMarked;
