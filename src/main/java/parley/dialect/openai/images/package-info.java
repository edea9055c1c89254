/// OpenAI's images: made from words, and changed.
@NullMarked
package parley.dialect.openai.images;

import org.jspecify.annotations.NullMarked;
