/// The engine that is always there: answers by rules, without a network, the same way every time.
/// [parley.llm.builtin.BuiltinProvider] runs it; what it can do is in `skill`, one file a skill.
@NullMarked
package parley.llm.builtin;

import org.jspecify.annotations.NullMarked;
