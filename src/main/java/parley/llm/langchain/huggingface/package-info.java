/// Hugging Face: its router, which speaks OpenAI's API, and the form before it, in which a model
/// completes `inputs` or paints them.
@NullMarked
package parley.llm.langchain.huggingface;

import org.jspecify.annotations.NullMarked;
