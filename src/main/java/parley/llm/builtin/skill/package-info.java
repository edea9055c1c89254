/// What the built-in engine can do: one [parley.llm.builtin.skill.Skill] a file, tried in the order
/// that [parley.llm.builtin.skill.Skills] says.
@NullMarked
package parley.llm.builtin.skill;

import org.jspecify.annotations.NullMarked;
