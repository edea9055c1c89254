/// OpenAI's API: models, chat completions and embeddings, as its official clients speak it.
@NullMarked
package parley.dialect.openai;

import org.jspecify.annotations.NullMarked;
