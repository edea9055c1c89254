/// Tests of the package of the same name.
@NullMarked
package parley.llm.builtin.language;

import org.jspecify.annotations.NullMarked;
