/// Tests of the package of the same name.
@NullMarked
package parley.llm.builtin.skill;

import org.jspecify.annotations.NullMarked;
