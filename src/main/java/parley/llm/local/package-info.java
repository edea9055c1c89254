/// Models that run on this machine: files in GGUF, answered by llama.cpp in a process of its own
/// for each, which may die without harm.
@NullMarked
package parley.llm.local;

import org.jspecify.annotations.NullMarked;
