/// Exact arithmetic for people: expressions in signs or in words, percentages, units. Refuses what
/// would take too long with a sentence.
@NullMarked
package parley.llm.builtin.calculation;

import org.jspecify.annotations.NullMarked;
