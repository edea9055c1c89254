/// Asks for the client's tools, and says what they answered.
@NullMarked
package parley.llm.builtin.tool;

import org.jspecify.annotations.NullMarked;
