@NullMarked
package parley.prompt;

import org.jspecify.annotations.NullMarked;
