/// The prompt library: texts with variables, those of accounts and those that everybody has.
@NullMarked
package parley.prompt;

import org.jspecify.annotations.NullMarked;
