/// Tests of the package of the same name.
@NullMarked
package parley.llm.builtin.calculation;

import org.jspecify.annotations.NullMarked;
