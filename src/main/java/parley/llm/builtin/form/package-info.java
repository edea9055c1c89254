/// Fills forms from what somebody wrote: the arguments of a tool, an answer that keeps to a JSON
/// Schema.
@NullMarked
package parley.llm.builtin.form;

import org.jspecify.annotations.NullMarked;
