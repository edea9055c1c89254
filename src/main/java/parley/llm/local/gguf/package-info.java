/// GGUF, the file format of models: its header is read and checked here, in Java, before anything
/// native sees the file.
@NullMarked
package parley.llm.local.gguf;

import org.jspecify.annotations.NullMarked;
