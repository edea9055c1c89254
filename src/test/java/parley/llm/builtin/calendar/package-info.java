/// Tests of the package of the same name.
@NullMarked
package parley.llm.builtin.calendar;

import org.jspecify.annotations.NullMarked;
