/// Tests of the package of the same name.
@NullMarked
package parley.llm.builtin;

import org.jspecify.annotations.NullMarked;
