/// Tests of the package of the same name.
@NullMarked
package parley.llm.local.gguf;

import org.jspecify.annotations.NullMarked;
