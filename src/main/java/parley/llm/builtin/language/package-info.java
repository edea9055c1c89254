/// What the built-in engine knows of language: words, sentences, which language it is, what matters
/// in a text. Pure functions over text, bounded in time for any input.
@NullMarked
package parley.llm.builtin.language;

import org.jspecify.annotations.NullMarked;
